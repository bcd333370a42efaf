package export

import (
	"strings"

	"crosscheck/generator/cite"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/site"
)

// The citations of all claims, findings and documents, for reference managers:
// pages show those of their own subject, and of findings the sentence alone.
const (
	cslPath    = "data/citations.json"
	bibtexPath = "data/citations.bib"
)

// CiteClaim returns what is to be cited of a claim's page.
func CiteClaim(room *factcheck.Newsroom, story string, c *factcheck.Claim) cite.Item {
	i := ofSite(room, claimPage(story, c.ID))
	i.Title = c.Text
	i.Author = c.Review.Author
	i.Issued, i.Updated = c.Review.Published.ISO, c.Review.Updated.ISO
	return i
}

// CiteFinding returns what is to be cited of a finding: the place of it on its
// page. Only what an editor found bears the editor's name and day.
func CiteFinding(room *factcheck.Newsroom, d *factcheck.Dossier, f *factcheck.Finding) cite.Item {
	i := ofSite(room, findingPage(d.Story.ID, f))
	i.Key = d.Story.ID + "/findings/" + f.ID
	i.Title = strings.TrimSuffix(markdown.InlineWords(f.Summary), ".")
	i.Genre = "finding"
	if i.URL != "" {
		i.URL += "#" + f.ID
	}
	if f.ByEditor {
		if c := claimOf(d, f.Claim); c != nil {
			i.Author, i.Issued = c.Review.Author, c.Review.Published.ISO
		}
	}
	switch {
	case f.Status == factcheck.Dismissed:
		i.Note = "Found by the program and dismissed by an editor."
	case f.ByEditor:
	case f.Status == factcheck.Confirmed:
		i.Note = "Found by the program and confirmed by an editor."
	default:
		i.Note = "Found by the program and not reviewed by an editor."
	}
	return i
}

// CiteArticle returns what a document states of itself. One that prints no
// headline is cited by the editor's words for it, in brackets.
func CiteArticle(room *factcheck.Newsroom, story string, a *factcheck.Article) cite.Item {
	return cite.Item{
		Key:       story + "/articles/" + a.ID,
		Kind:      cite.Newspaper,
		Title:     a.Name(),
		Supplied:  a.Title == "",
		Author:    a.Author,
		Container: outletName(room, a),
		Issued:    a.Published.ISO,
		URL:       webOnly(a.URL),
		Archived:  webOnly(a.ArchiveURL),
		Language:  a.Language,
	}
}

// ofSite returns what is alike in all that the site itself says.
func ofSite(room *factcheck.Newsroom, page string) cite.Item {
	s := &room.Site
	i := cite.Item{
		Key:       strings.TrimSuffix(page, ".html"),
		Kind:      cite.Page,
		Container: s.Title,
		Language:  s.Language,
		URL:       absolute(s, page),
	}
	if s.Publisher.Name != s.Title {
		i.Publisher = s.Publisher.Name
	}
	return i
}

func claimOf(d *factcheck.Dossier, id string) *factcheck.Claim {
	for i := range d.Cases {
		if c := &d.Cases[i].Claim; c.ID == id {
			return c
		}
	}
	return nil
}

// citations returns a story's share of both files: its claims, its findings, its
// documents.
func citations(room *factcheck.Newsroom, d *factcheck.Dossier) (csl, bibtex site.Chunk) {
	var j, b strings.Builder
	add := func(i cite.Item) {
		if j.Len() > 0 {
			j.WriteString(",\n")
			b.WriteString("\n")
		}
		j.WriteString(i.CSL())
		b.WriteString(i.BibTeX())
	}
	for i := range d.Cases {
		add(CiteClaim(room, d.Story.ID, &d.Cases[i].Claim))
	}
	eachFinding(d, func(f *factcheck.Finding) { add(CiteFinding(room, d, f)) })
	for i := range d.Story.Articles {
		add(CiteArticle(room, d.Story.ID, &d.Story.Articles[i]))
	}
	return site.Chunk{Path: cslPath, Bytes: []byte(j.String())}, site.Chunk{Path: bibtexPath, Bytes: []byte(b.String())}
}
