package render

import (
	"cmp"
	"slices"

	"crosscheck/generator/factcheck"
)

// ClaimsPage is search/claims.html.
type ClaimsPage struct {
	Page
	Claims []ClaimItem
	Filter *FilterView // nil where there is nothing to choose between
	Pager  Pager
}

// ArticlesPage is search/articles.html.
type ArticlesPage struct {
	Page
	Articles []SourceRow
	Filter   *FilterView
	Pager    Pager
}

// The lists of all claims, documents and findings, with what they can be
// narrowed by. They lie below search/, a name that no story has.
const (
	claimsList   = "search/claims.html"
	articlesList = "search/articles.html"
)

// newest sorts what was reviewed or published last to the front, what bears no
// date to the end, and keeps the rest in its order.
func newest[T any](list []T, date func(T) factcheck.Date) []T {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b T) int { return cmp.Compare(date(b).ISO, date(a).ISO) })
	return sorted
}

func (r *Renderer) allClaims(f *files, g *gathered) {
	claims := newest(g.claims, func(ref claimRef) factcheck.Date { return ref.claim.Reviewed })
	list := newFilter("claim", "claims", len(claims))
	byID := make(map[[2]string]int, len(claims))
	for i, ref := range claims {
		c := ref.claim
		byID[[2]string{ref.digest.Story, c.ID}] = i
		r.addVerdict(list, i, c.Verdict)
		list.addNames(i, c.Claimant, c.Topics, ref.digest.Topics)
		dated := list.addYear(i, c.SaidOn)
		for _, id := range c.Articles {
			if a := articleOf(ref.digest, id); a != nil {
				r.addOutlet(list, i, a.Outlet)
				if !dated { // then when it was reported
					list.addYear(i, a.Published)
				}
			}
		}
	}
	for _, ref := range g.findings {
		if i, ok := byID[[2]string{ref.digest.Story, ref.finding.Claim}]; ok {
			list.addFinding(i, &ref.finding.Finding)
		}
	}
	list.finish()
	paged(claimsList, len(claims), func(path string, from, to int, pager Pager) {
		p := &ClaimsPage{Page: r.page(path, "claims", continued("Claims", pager), "Every claim on this site, the newest reviews first."), Pager: pager}
		p.Crumbs = []Link{{p.Root + "index.html", "Home"}}
		p.Filter = list.view(p.Root)
		p.Scripts = p.Filter.scripts()
		for i := from; i < to; i++ {
			c := r.claimItem(claims[i], p.Root)
			c.Facets = list.numbers(i)
			p.Claims = append(p.Claims, c)
		}
		f.add("claims", path, p)
	})
	f.list = append(f.list, list.scripts(func(i int) entry {
		c := r.claimItem(claims[i], "")
		return entry{c.Href, c.Verdict, c.Text, "", said(&c), c.Sources, c.Findings, c.Story.Text}
	})...)
}

// said is who said a claim, and when.
func said(c *ClaimItem) string {
	if c.Claimant != "" && c.SaidOn != "" {
		return c.Claimant + ", " + c.SaidOn
	}
	return c.Claimant
}

func (r *Renderer) allArticles(f *files, g *gathered) {
	articles := newest(g.articles, func(ref articleRef) factcheck.Date { return ref.article.Published })
	list := newFilter("document", "documents", len(articles))
	byID := make(map[[2]string]int, len(articles))
	for i, ref := range articles {
		byID[[2]string{ref.digest.Story, ref.article.ID}] = i
		r.addOutlet(list, i, ref.article.Outlet)
		list.addNames(i, "", ref.digest.Topics)
		list.addYear(i, ref.article.Published)
	}
	for _, ref := range g.claims {
		for _, id := range ref.claim.Articles {
			if i, ok := byID[[2]string{ref.digest.Story, id}]; ok {
				r.addVerdict(list, i, ref.claim.Verdict)
				list.addNames(i, ref.claim.Claimant)
			}
		}
	}
	for _, ref := range g.findings {
		for _, id := range ref.finding.Articles() {
			if i, ok := byID[[2]string{ref.digest.Story, id}]; ok {
				list.addFinding(i, &ref.finding.Finding)
			}
		}
	}
	list.finish()
	paged(articlesList, len(articles), func(path string, from, to int, pager Pager) {
		p := &ArticlesPage{Page: r.page(path, "documents", continued("Documents", pager), "Every document on this site, the newest first."), Pager: pager}
		p.Crumbs = []Link{{p.Root + "index.html", "Home"}}
		p.Filter = list.view(p.Root)
		p.Scripts = p.Filter.scripts()
		for i := from; i < to; i++ {
			row := r.sourceRow(articles[i], p.Root)
			row.Facets = list.numbers(i)
			p.Articles = append(p.Articles, row)
		}
		f.add("articles", path, p)
	})
	f.list = append(f.list, list.scripts(func(i int) entry {
		row := r.sourceRow(articles[i], "")
		language := articles[i].article.Language
		if row.LangAttr == "" {
			language = ""
		}
		return entry{row.Article.Href, row.Outlet.Text, row.Article.Text, language, row.Understood, row.Claims, row.Story.Text}
	})...)
}
