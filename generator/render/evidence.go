package render

import (
	"html/template"
	"strings"

	"crosscheck/generator/factcheck"
)

// evidenceList writes the quoted passages of a finding. Findings are the most
// frequent thing on the site after words, so their evidence does not go through
// a template.
type evidenceList struct{ b strings.Builder }

func newEvidenceList(f *factcheck.Finding) *evidenceList {
	l := &evidenceList{}
	size := 64
	for i := range f.Evidence {
		size += 320 + len(f.Evidence[i].Quote) + len(f.Evidence[i].Note)
	}
	l.b.Grow(size)
	l.b.WriteString(`<ul class="evidence">`)
	return l
}

// add writes one passage with its source and the link into its article.
func (l *evidenceList) add(e *factcheck.Evidence, siglum, source string, lang template.HTMLAttr, href, root string) {
	b := &l.b
	b.WriteString("\n<li><blockquote")
	b.WriteString(string(lang))
	b.WriteString("><p>")
	escape(b, e.Quote)
	b.WriteString(`</p></blockquote><p class="from">`)
	if siglum != "" {
		b.WriteString(`<span class="siglum">`)
		escape(b, siglum)
		b.WriteString(`</span> `)
	}
	b.WriteString(`<a href="`)
	escape(b, href)
	b.WriteString(`">`)
	escape(b, source)
	b.WriteString(`</a>`)
	switch e.Passage.Part {
	case factcheck.Title:
		b.WriteString(", headline")
	case factcheck.PublishedAs:
		b.WriteString(", date line")
	}
	if e.Note != "" {
		b.WriteString(`<br><span class="aside">`)
		b.WriteString(string(inline(e.Note, root)))
		b.WriteString(`</span>`)
	}
	b.WriteString("</p></li>")
}

func (l *evidenceList) html() template.HTML {
	l.b.WriteString("\n</ul>")
	return template.HTML(l.b.String())
}
