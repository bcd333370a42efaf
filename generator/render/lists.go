package render

import (
	"html/template"
	"slices"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
)

// ClaimGroup is the claims that share a verdict.
type ClaimGroup struct {
	ID       string // of its heading on the story's page: grade-agree
	Label    string
	Steps    template.HTML
	Items    []ClaimItem
	Rest     []ClaimItem // folded
	Total    int
	More     string // how many are left out; empty if none
	MoreHref string
}

// ClaimItem is a claim in a list.
type ClaimItem struct {
	Href, Text string
	Conclusion template.HTML
	Verdict    string // empty if not rated, or shown by the group
	Steps      template.HTML
	Claimant   string
	SaidOn     string
	Sources    string // "5 sources"
	Findings   string // "2 findings", empty if none
	Story      Link   // on site-wide lists
	Facets     string // see filter
}

// SourceRow is an article in a table of sources.
type SourceRow struct {
	Siglum     string
	Article    Link
	Printed    bool // Article.Text is the headline as printed
	LangAttr   template.HTMLAttr
	Headline   string // what is to be said of the headline if Article.Text is none; may be empty
	Called     string // the outlet or, where it is not known, the headline or label
	Outlet     Link   // Href may be empty
	Named      bool
	Date       string // as printed, in quotation marks
	Dated      bool
	Understood string
	Claims     string
	Story      Link   // on site-wide lists
	Facets     string // see filter
}

// Site returns the pages that belong to no story, and the assets.
func (r *Renderer) Site(digests []factcheck.Digest) ([]site.File, error) {
	f := &files{r: r, list: slices.Clone(r.static)}
	all := r.gather(digests)
	r.home(f, all)
	r.findings(f, all)
	r.allClaims(f, all)
	r.allArticles(f, all)
	r.outletPages(f, all)
	r.claimants(f, all)
	r.topicPages(f, all)
	r.search(f, all)
	for i := range r.room.Pages {
		r.contentPage(f, all, &r.room.Pages[i])
	}
	r.correctionsPage(f, all)
	r.dataPage(f)
	lost := &LostPage{Page: r.page("404.html", "", "Page not found", "There is no page at this address.")}
	lost.Root = r.basePath()
	lost.Canonical = ""
	lost.Style = template.CSS(r.style)
	f.add("404", "404.html", lost)
	return f.list, f.err
}

func (r *Renderer) claimItem(ref claimRef, root string) ClaimItem {
	c := ref.claim
	item := ClaimItem{
		Href:       root + ref.digest.Story + "/claims/" + c.ID + ".html",
		Text:       c.Text,
		Conclusion: inline(c.Conclusion, root),
		Claimant:   c.Claimant,
		SaidOn:     spell(c.SaidOn),
		Sources:    count(len(c.Articles), "source", "sources"),
		Findings:   some(c.Findings, "finding", "findings"),
		Story:      Link{root + ref.digest.Story + "/index.html", ref.digest.Title},
		Verdict:    notRated,
	}
	if v, ok := r.verdicts[c.Verdict]; ok {
		item.Verdict, item.Steps = v.Label, v.Steps
	}
	return item
}

// printed returns what a list shows of a document's own words.
func printed(a *factcheck.ArticleDigest) string {
	if a.Printed {
		return a.Name + " " + a.PublishedAs
	}
	return a.PublishedAs
}

func (r *Renderer) sourceRow(ref articleRef, root string) SourceRow {
	a := ref.article
	row := SourceRow{
		Article:    Link{root + ref.digest.Story + "/articles/" + a.ID + ".html", a.Name},
		Printed:    a.Printed,
		LangAttr:   languageAttrs(a.Language, r.masthead.Language, printed(a)),
		Headline:   headlineNote(a.Printed, a.Name != a.ID),
		Outlet:     Link{Text: noOutlet},
		Date:       inMarks(a.PublishedAs),
		Dated:      a.PublishedAs != "",
		Understood: noDate,
		Claims:     count(a.Claims, "claim", "claims"),
		Story:      Link{root + ref.digest.Story + "/index.html", ref.digest.Title},
	}
	if a.Published.Known() {
		row.Understood = spell(a.Published)
	}
	if o, ok := r.outlets[a.Outlet]; ok {
		row.Outlet, row.Named = Link{root + "outlets/" + o.ID + ".html", o.Name}, true
	}
	return row
}

// groups sorts n claims into groups by verdict, in the order of the scale, the
// unrated last. Empty groups are left out.
func (r *Renderer) groups(n int, verdict func(int) string, item func(int) ClaimItem) []ClaimGroup {
	scale := r.room.Site.Verdicts
	all := make([]ClaimGroup, len(scale)+1)
	for i, v := range scale {
		all[i] = ClaimGroup{ID: "grade-" + v.ID, Label: v.Label, Steps: r.verdicts[v.ID].Steps}
	}
	all[len(scale)].ID, all[len(scale)].Label = "grade-none-yet", notRated
	for i := range n {
		at := len(scale)
		if v, ok := r.verdicts[verdict(i)]; ok {
			at = v.index
		}
		all[at].Items = append(all[at].Items, item(i))
	}
	groups := all[:0]
	for _, g := range all {
		if len(g.Items) > 0 {
			g.Total = len(g.Items)
			groups = append(groups, g)
		}
	}
	return groups
}

// topics links topics to their pages.
func topics(names []string, root string) []Link {
	var links []Link
	for _, t := range names {
		links = append(links, Link{root + "topics/" + factcheck.Slug(t) + ".html", t})
	}
	return links
}
