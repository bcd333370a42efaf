package render

import (
	"html/template"
	"slices"
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// ContentPage is a page of content/pages, or the log of corrections.
type ContentPage struct {
	Page
	Reading string // how long a long page takes; empty for a short one
	Name    string
	Lead    string
	Parts   []PagePart
}

// PagePart is a stretch of an editor's page and what is printed below it, if
// anything: the scale or the log of corrections.
type PagePart struct {
	Before template.HTML
	Scale  []Verdict
	Log    *CorrectionsLog
}

// Pages of content/pages, what is printed on them, and the two things that
// readers are owed whether there are such pages or not: a log of all
// corrections, and a way to report an error.

// correctionsFile is where the log stands if no page of content/pages has it.
const correctionsFile = "corrections.html"

// placed returns the markers of a page that something is printed for, each once.
func placed(src string) []markdown.Marker {
	var all []markdown.Marker
	for _, m := range markdown.Markers(src) {
		known := m.Word == factcheck.ScaleMarker || m.Word == factcheck.CorrectionsMarker
		if m.Alone && known && !slices.ContainsFunc(all, func(o markdown.Marker) bool { return o.Word == m.Word }) {
			all = append(all, m)
		}
	}
	return all
}

// find notes which pages print the scale and the log, the first of each.
func (r *Renderer) find(pages []factcheck.Page) {
	for _, p := range pages {
		for _, m := range placed(p.Markdown) {
			switch {
			case m.Word == factcheck.ScaleMarker && r.scalePage == "":
				r.scalePage = p.ID + ".html"
			case m.Word == factcheck.CorrectionsMarker && r.logPage == "":
				r.logPage = p.ID + ".html"
			}
		}
	}
	if r.logPage == "" {
		r.logPage = correctionsFile // a page of that name gets the log below its text
		r.logAdded = !slices.ContainsFunc(pages, func(p factcheck.Page) bool { return p.ID+".html" == correctionsFile })
	}
}

func (r *Renderer) contentPage(f *files, g *gathered, page *factcheck.Page) {
	p := &ContentPage{Page: r.page(page.ID+".html", page.ID, page.Title, page.Summary), Name: page.Title, Lead: page.Summary}
	p.Crumbs = []Link{{"index.html", "Home"}}
	p.Edit = editLink(&r.room.Site, page.File, "Edit this page")
	if words := len(strings.Fields(page.Markdown)); words > 2*wordsPerMinute {
		p.Reading = toRead(words)
	}
	markers := placed(page.Markdown)
	level := 2 // of a heading that goes on where the text stands
	for i, html := range markdown.ProseAround(page.Markdown, markers, markdown.ProseOptions{Root: p.Root}) {
		part := PagePart{Before: template.HTML(html)}
		if strings.Contains(html, "<h2") {
			level = 3
		}
		if i < len(markers) {
			switch markers[i].Word {
			case factcheck.ScaleMarker:
				for _, v := range r.room.Site.Verdicts {
					part.Scale = append(part.Scale, r.verdicts[v.ID])
				}
			case factcheck.CorrectionsMarker:
				part.Log = correctionsLog(g.claims, p.Root, level)
			}
		}
		p.Parts = append(p.Parts, part)
	}
	if p.Path == r.logPage && !slices.ContainsFunc(p.Parts, func(part PagePart) bool { return part.Log != nil }) {
		p.Parts = append(p.Parts, PagePart{Before: `<h2 id="log">All corrections</h2>`, Log: correctionsLog(g.claims, p.Root, 3)})
	}
	f.add("page", p.Path, p)
}
