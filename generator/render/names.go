package render

import (
	"html/template"
	"strings"

	"crosscheck/generator/site"
)

// OutletsPage is outlets/index.html.
type OutletsPage struct {
	Page
	Outlets []NameItem
	Unnamed []SourceRow // articles whose document names no outlet
	Pager   Pager
}

// OutletPage is outlets/<outlet>.html.
type OutletPage struct {
	Page
	ID       string
	Name     string
	Facts    []Fact
	Note     template.HTML
	Articles []SourceRow
	Pager    Pager
}

// NamesPage is claimants/index.html or topics/index.html.
type NamesPage struct {
	Page
	Name  string
	Intro string
	None  string
	Names []NameItem
	Pager Pager
}

// NameItem is an entry of an index.
type NameItem struct {
	Href, Name string
	Facts      string
}

// NamePage is claimants/<claimant>.html or topics/<topic>.html.
type NamePage struct {
	Page
	Facet   string // by which the lists of all can be narrowed to it: speaker or topic
	Slug    string
	Kicker  string
	Name    string
	Stories []StoryItem
	Claims  []ClaimItem
	Pager   Pager
}

func (r *Renderer) outletPages(f *files, g *gathered) {
	unnamed := g.byOutlet[""]
	total := len(r.room.Outlets) + len(unnamed)
	paged("outlets/index.html", total, func(path string, from, to int, pager Pager) {
		p := &OutletsPage{Page: r.page(path, "outlets", continued("Outlets", pager), "Who published the documents, as far as it is known."), Pager: pager}
		p.Crumbs = []Link{{p.Root + "index.html", "Home"}}
		for i := from; i < to; i++ {
			if i < len(r.room.Outlets) {
				o := &r.room.Outlets[i]
				facts := count(len(g.byOutlet[o.ID]), "document", "documents")
				if o.Country != "" {
					facts = o.Country + ", " + facts
				}
				p.Outlets = append(p.Outlets, NameItem{p.Root + "outlets/" + o.ID + ".html", o.Name, facts})
			} else {
				p.Unnamed = append(p.Unnamed, r.sourceRow(unnamed[i-len(r.room.Outlets)], p.Root))
			}
		}
		f.add("outlets", path, p)
	})
	for i := range r.room.Outlets {
		o := &r.room.Outlets[i]
		articles := g.byOutlet[o.ID]
		paged("outlets/"+o.ID+".html", len(articles), func(path string, from, to int, pager Pager) {
			p := &OutletPage{Page: r.page(path, "outlets", continued(o.Name, pager), "Documents published by "+o.Name+"."), ID: o.ID, Name: o.Name, Pager: pager}
			p.Scripts = []string{"list.js"}
			p.Crumbs = []Link{{p.Root + "index.html", "Home"}, {p.Root + "outlets/index.html", "Outlets"}}
			p.Note = inline(o.Note, p.Root)
			fact := func(name, text string) {
				if text == "" {
					p.Facts = append(p.Facts, Fact{Name: name, Text: "not recorded"})
				} else {
					p.Facts = append(p.Facts, Fact{Name: name, Text: text, Known: true})
				}
			}
			fact("Country", o.Country)
			fact("Owner", o.Owner)
			fact("Home page", o.URL)
			if site.OnWeb(o.URL) {
				p.Facts[2].Href = o.URL
			}
			for _, ref := range articles[from:to] {
				p.Articles = append(p.Articles, r.sourceRow(ref, p.Root))
			}
			f.add("outlet", path, p)
		})
	}
}

func (r *Renderer) claimants(f *files, g *gathered) {
	r.names(f, "claimants", "Claimants", "Who is said to have said it. A name leads to the claims ascribed to that person or body.", "No claim names a claimant.", g.claimants)
	for i := range g.claimants {
		r.namePage(f, "claimants", "Claimants", "Claimant", bySpeaker, &g.claimants[i])
	}
}

func (r *Renderer) topicPages(f *files, g *gathered) {
	r.names(f, "topics", "Topics", "What the stories and claims are about.", "No story or claim names a topic.", g.topics)
	for i := range g.topics {
		r.namePage(f, "topics", "Topics", "Topic", byTopic, &g.topics[i])
	}
}

// names writes an index of claimants or topics.
func (r *Renderer) names(f *files, section, title, intro, none string, list []heading) {
	paged(section+"/index.html", len(list), func(path string, from, to int, pager Pager) {
		p := &NamesPage{Page: r.page(path, section, continued(title, pager), intro), Name: title, Intro: intro, None: none, Pager: pager}
		p.Crumbs = []Link{{p.Root + "index.html", "Home"}}
		for _, h := range list[from:to] {
			var facts []string
			if n := len(h.stories); n > 0 {
				facts = append(facts, count(n, "story", "stories"))
			}
			if n := len(h.claims); n > 0 {
				facts = append(facts, count(n, "claim", "claims"))
			}
			p.Names = append(p.Names, NameItem{p.Root + section + "/" + h.slug + ".html", h.name, strings.Join(facts, ", ")})
		}
		f.add("names", path, p)
	})
}

// namePage writes the page of a claimant or topic: its stories, then its claims.
func (r *Renderer) namePage(f *files, section, title, kicker string, by int, h *heading) {
	paged(section+"/"+h.slug+".html", len(h.stories)+len(h.claims), func(path string, from, to int, pager Pager) {
		p := &NamePage{Page: r.page(path, section, continued(h.name, pager), kicker+": "+h.name), Facet: facetNames[by][0], Slug: h.slug, Kicker: kicker, Name: h.name, Pager: pager}
		p.Scripts = []string{"list.js"}
		p.Crumbs = []Link{{p.Root + "index.html", "Home"}, {p.Root + section + "/index.html", title}}
		for i := from; i < to; i++ {
			if i < len(h.stories) {
				p.Stories = append(p.Stories, r.storyItem(h.stories[i], p.Root, false))
			} else {
				p.Claims = append(p.Claims, r.claimItem(h.claims[i-len(h.stories)], p.Root))
			}
		}
		f.add("name", path, p)
	})
}
