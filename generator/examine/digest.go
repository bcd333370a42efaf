package examine

import (
	"cmp"
	"slices"
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/source"
)

// Digest keeps of a dossier what the site-wide pages need. It holds no text of
// an article beyond titles and evidence, and nothing that holds a file.
func Digest(d *factcheck.Dossier) factcheck.Digest {
	g := factcheck.Digest{Story: d.Story.ID, Title: d.Story.Title, Summary: d.Story.Summary, Topics: d.Story.Topics}
	for _, e := range d.Story.Events {
		e.Span = source.Span{} // would keep the file in memory
		g.Events = append(g.Events, e)
	}
	quotedBy := map[string]int{}
	for _, c := range d.Cases {
		claim := c.Claim
		conclusion, _ := markdown.FirstParagraph(claim.Summary)
		e := factcheck.ClaimDigest{
			ID: claim.ID, Text: claim.Text, Claimant: claim.Claimant, SaidOn: claim.SaidOn, Topics: claim.Topics,
			Verdict: claim.Verdict, Conclusion: conclusion, Corrections: claim.Review.Corrections,
			Author: claim.Review.Author, Published: claim.Review.Published, Updated: claim.Review.Updated,
			Reviewed: later(claim.Review.Published, claim.Review.Updated),
		}
		for _, w := range c.Witnesses {
			if !slices.Contains(e.Articles, w.Wording.Article) {
				e.Articles = append(e.Articles, w.Wording.Article)
				quotedBy[w.Wording.Article]++
			}
		}
		for _, f := range c.Findings {
			if f.Status != factcheck.Dismissed {
				e.Findings++
			}
			g.Findings = append(g.Findings, findingDigest(f, d.Story.ID))
		}
		g.Claims = append(g.Claims, e)
	}
	for _, f := range d.Findings {
		g.Findings = append(g.Findings, findingDigest(f, d.Story.ID))
	}
	for _, a := range d.Story.Articles {
		g.Articles = append(g.Articles, factcheck.ArticleDigest{
			ID: a.ID, Siglum: a.Siglum, Name: a.Name(), Printed: a.Title != "", Outlet: a.Outlet, Published: a.Published,
			PublishedAs: a.PublishedAs, Language: a.Language, Claims: quotedBy[a.ID],
		})
	}
	return g
}

// findingDigest copies the quoted words: as stretches of an article's text they
// would keep the whole article in memory.
func findingDigest(f factcheck.Finding, story string) factcheck.FindingDigest {
	f.Evidence = slices.Clone(f.Evidence)
	for i := range f.Evidence {
		f.Evidence[i].Quote = strings.Clone(f.Evidence[i].Quote)
	}
	return factcheck.FindingDigest{Finding: f, Story: story}
}

func later(a, b factcheck.Date) factcheck.Date {
	if cmp.Compare(a.ISO, b.ISO) < 0 {
		return b
	}
	return a
}
