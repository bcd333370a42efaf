package render

import (
	"html/template"
	"strings"

	"crosscheck/generator/factcheck"
)

// Page is what base.html shows around every page. The struct of each kind of
// page embeds it.
type Page struct {
	Site        *Masthead
	Root        string // the way to the site's root: "", "../", "../../"; of 404.html the base URL's path
	Path        string // of the page itself, from the root
	Section     string // which item of the menu it belongs to: home, findings, outlets, claimants, topics, search, or a page's id
	Title       string // of the page alone; empty on the home page
	Description string // plain text, one line
	Canonical   string // absolute; empty without a base URL
	Crumbs      []Link // the pages above it, home first
	Edit        Link   // to a forge's editor of the file that the page is made from; Href empty if unknown
	Style       template.CSS
	Meta        []Meta          // what other programs read of the page
	LinkedData  []template.HTML // JSON-LD, a script element each
	Sheet       string          // the style sheet's name in assets/
	Scripts     []string        // names in assets/, after site.js, which every page has
	Masthead    template.HTML   // the templates of these names, run once for each depth and section
	Footer      template.HTML
	Report      string // where to report an error on it; never empty

	share      ShareCard // what networks show of it; without a path, nothing is drawn
	article    bool      // it is one, and no list of them
	published  factcheck.Date
	lastChange factcheck.Date
}

func (p *Page) base() *Page { return p }

// MetaElements prints Meta.
func (p *Page) MetaElements() template.HTML {
	var b strings.Builder
	for _, m := range p.Meta {
		key, name := "name", m.Name
		if m.Property != "" {
			key, name = "property", m.Property
		}
		b.WriteString("\n<meta " + key + `="`)
		escape(&b, name)
		b.WriteString(`" content="`)
		escape(&b, m.Content)
		b.WriteString(`">`)
	}
	return template.HTML(b.String())
}

// Masthead is the same on all pages.
type Masthead struct {
	Title, Tagline string
	Language       string
	Publisher      factcheck.Publisher
	Pages          []Link // Href from the root
	Repository     string
}

// Meta is a meta element. Property is the name where the format asks for that
// attribute (Open Graph); else Name is.
type Meta struct {
	Name, Property, Content string
}

// Link is a link with its text. Href is relative to the page, unless said
// otherwise.
type Link struct {
	Href, Text string
}

// LostPage is 404.html.
type LostPage struct {
	Page
}

// newMasthead reads the site's settings.
func newMasthead(room *factcheck.Newsroom) Masthead {
	m := Masthead{
		Title:      room.Site.Title,
		Tagline:    room.Site.Tagline,
		Language:   room.Site.Language,
		Publisher:  room.Site.Publisher,
		Repository: room.Site.Repository,
	}
	if m.Language == "" {
		m.Language = "en"
	}
	for _, p := range room.Pages {
		m.Pages = append(m.Pages, Link{p.ID + ".html", p.Title})
	}
	return m
}
