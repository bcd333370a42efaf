// Package render makes the site's pages: for each kind of page one struct that
// holds all that the page shows, and one template that arranges it.
//
// Templates arrange, Go decides. A view's strings are finished, its links
// already relative to the page. What would cost a template many small actions,
// or needs a sweep over text (marked articles, tables of variants, pictures), is
// built in Go and handed over as HTML; see text.go on who may do that.
//
// Addresses are those that the site promises: a story's pages lie below its
// id, everything site-wide beside index.html. Every link is relative, but for
// those of 404.html, which is served at any depth.
//
// Another newsroom can restyle the site: Options.Templates and Options.Static
// may be any file systems that hold the files named in [pages] and style.css.
package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"slices"
	"strings"
	"sync"

	"crosscheck/generator/asset"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/site"
	"crosscheck/generator/words"
)

// Options says what a Renderer works with. All fields are required.
type Options struct {
	Templates fs.FS // base.html, parts.html and a file for each kind of page
	Static    fs.FS // what goes to assets/: style.css, favicon.svg …
	Room      *factcheck.Newsroom
}

// A Renderer turns dossiers and digests into pages. It is safe for concurrent
// use.
type Renderer struct {
	room      *factcheck.Newsroom
	templates map[string]*template.Template
	static    []site.File
	style     string // the part of the style sheet that 404.html carries, which can ask for nothing
	masthead  Masthead
	outlets   map[string]factcheck.Outlet
	verdicts  map[string]Verdict
	scalePage string // path of the page that prints the scale; empty if none does
	logPage   string // path of the page that has the log of corrections
	logAdded  bool   // it is none of content/pages
	buffers   sync.Pool
	frames    sync.Map // of frameKey → *frame
	siteCard  ShareCard
}

// pages names the templates that a site needs, each with base.html around it.
var pages = []string{"home", "story", "claim", "article", "chronology", "sources", "findings", "claims", "articles", "outlets", "outlet", "names", "name", "search", "letter", "page", "data", "404"}

// New reads the templates and assets. An error says which file is missing or
// cannot be understood.
func New(o Options) (*Renderer, error) {
	r := &Renderer{room: o.Room, templates: map[string]*template.Template{}, outlets: map[string]factcheck.Outlet{}, verdicts: map[string]Verdict{}}
	r.buffers.New = func() any { return new(bytes.Buffer) }
	base, err := template.ParseFS(o.Templates, "base.html", "parts.html")
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	for _, name := range pages {
		t, err := template.Must(base.Clone()).ParseFS(o.Templates, name+".html")
		if err != nil {
			return nil, fmt.Errorf("templates: %w", err)
		}
		r.templates[name] = t
	}
	if r.static, err = asset.Files(o.Static); err != nil {
		return nil, fmt.Errorf("assets: %w", err)
	}
	if i := slices.IndexFunc(r.static, func(f site.File) bool { return f.Path == "assets/style.css" }); i >= 0 {
		whole, claim, lost := sheets(string(r.static[i].Bytes))
		r.style = lost
		r.static[i].Bytes = []byte(whole)
		r.static = append(r.static, site.File{Path: "assets/" + claimSheet, Bytes: []byte(claim)})
	}
	if r.style == "" {
		return nil, fmt.Errorf("assets: style.css is missing or empty")
	}
	for _, outlet := range o.Room.Outlets {
		r.outlets[outlet.ID] = outlet
	}
	r.find(o.Room.Pages)
	r.masthead = newMasthead(o.Room)
	if r.logAdded {
		r.masthead.Pages = append(r.masthead.Pages, Link{r.logPage, "Corrections"})
	}
	for i, v := range o.Room.Site.Verdicts {
		r.verdicts[v.ID] = newVerdict(o.Room, i)
	}
	r.siteCard = r.newSiteCard()
	return r, nil
}

// claimSheet is the style sheet that claim pages link: what they need of the
// whole, so that the heaviest of pages with all that they link stay light.
const claimSheet = "claim.css"

// sheets returns the style sheet, and what claim pages and 404.html take of it:
// all as far as a mark in it, and all of it where a newsroom's own has no mark.
func sheets(style string) (whole, claim, lost string) {
	const lostMark, claimMark = "/*!404*/", "/*!claim*/"
	claim, _, _ = strings.Cut(style, claimMark)
	lost, _, _ = strings.Cut(claim, lostMark)
	unmarked := strings.NewReplacer(lostMark, "", claimMark, "")
	return unmarked.Replace(style), unmarked.Replace(claim), lost
}

// file runs a template over a view.
func (r *Renderer) file(name, path string, view interface{ base() *Page }) (site.File, error) {
	p := view.base()
	frame, err := r.frame(p.Root, p.Section)
	if err != nil {
		return site.File{}, fmt.Errorf("page %s: %w", path, err)
	}
	p.Masthead, p.Footer = frame.masthead, frame.footer
	r.linkCrumbs(p)
	p.Report = r.report(p)
	r.openGraph(p)
	b := r.buffers.Get().(*bytes.Buffer)
	defer r.buffers.Put(b)
	b.Reset()
	if err := r.templates[name].ExecuteTemplate(b, "base.html", view); err != nil {
		return site.File{}, fmt.Errorf("page %s: %w", path, err)
	}
	return site.File{Path: path, Bytes: bytes.Clone(b.Bytes())}, nil
}

// files collects pages until the first error.
type files struct {
	r    *Renderer
	list []site.File
	err  error

	share *ShareCard // what stands for the pages that are added now; nil leaves them as they are
}

func (f *files) add(name, path string, view interface{ base() *Page }) {
	if f.err != nil {
		return
	}
	if f.share != nil {
		view.base().share = *f.share
	}
	var file site.File
	if file, f.err = f.r.file(name, path, view); f.err == nil {
		f.list = append(f.list, file)
	}
}

// A frame is what stands around every page of one depth and section. It is
// made once: a page's own markup is all that changes from page to page.
type frame struct{ masthead, footer template.HTML }

type frameKey struct{ root, section string }

func (r *Renderer) frame(root, section string) (*frame, error) {
	key := frameKey{root, section}
	if f, ok := r.frames.Load(key); ok {
		return f.(*frame), nil
	}
	view := &Page{Site: &r.masthead, Root: root, Section: section}
	var masthead, footer strings.Builder
	t := r.templates["page"]
	if err := t.ExecuteTemplate(&masthead, "masthead", view); err != nil {
		return nil, err
	}
	if err := t.ExecuteTemplate(&footer, "footer", view); err != nil {
		return nil, err
	}
	f, _ := r.frames.LoadOrStore(key, &frame{template.HTML(masthead.String()), template.HTML(footer.String())})
	return f.(*frame), nil
}

// page returns what base.html needs of the page at path.
func (r *Renderer) page(path, section, title, description string) Page {
	p := Page{
		share:       r.siteCard,
		Sheet:       "style.css",
		Site:        &r.masthead,
		Root:        rootOf(path),
		Path:        path,
		Section:     section,
		Title:       words.Isolate(title),
		Description: shortened(description, 200),
	}
	if r.room.Site.BaseURL != "" {
		p.Canonical = r.room.Site.BaseURL + "/" + path
	}
	return p
}

// rootOf returns the way from a page to the site's root.
func rootOf(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }

// basePath returns the path of the base URL with a slash at both ends.
func (r *Renderer) basePath() string {
	u, err := url.Parse(r.room.Site.BaseURL)
	if err != nil {
		return "/"
	}
	return strings.TrimRight(u.EscapedPath(), "/") + "/"
}

// prose and inline give editors' Markdown its HTML for a page whose way to the
// root is given.
func prose(src, root string, heading int, prefix string) template.HTML {
	if strings.TrimSpace(src) == "" {
		return ""
	}
	return markdown.Prose(src, markdown.ProseOptions{Root: root, HeadingBase: heading, IDPrefix: prefix})
}

func inline(src, root string) template.HTML {
	if plainProse(src) {
		return template.HTML(escaped(strings.TrimSpace(src)))
	}
	return markdown.InlineProse(src, markdown.ProseOptions{Root: root})
}

// plain returns editors' Markdown as plain text on one line.
func plain(src string) string {
	if plainProse(src) && (src == "" || src[0] >= 'A') {
		return strings.Join(strings.Fields(src), " ")
	}
	return markdown.Words(src)
}

// plainProse reports whether prose has no mark that Markdown could understand,
// as most sentences of findings have not: parsing them costs more than all else
// that is done with them.
func plainProse(src string) bool {
	return !strings.ContainsAny(src, "\\`*_[]<>&~!#|$^@:={}\n\r\t") && !strings.Contains(src, "www.") && !strings.Contains(src, "  ")
}
