package render

import (
	"html/template"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/site"
)

// StoryPage is <story>/index.html.
type StoryPage struct {
	Page
	Reading    string // how long it takes
	Name       string
	Summary    template.HTML
	Topics     []Link
	Groups     []ClaimGroup // by verdict, in the order of the scale; the unrated last
	Glance     *Glance      // nil where the page itself is short
	Filter     *FilterView  // of the claims
	Documents  *FilterView  // of the documents
	Matrix     template.HTML
	Legend     []LegendItem
	Sources    []SourceRow
	Events     []EventView
	Open       []FindingView // of the story itself
	Dismissed  []FindingView
	Major      []FindingLink // of its claims
	Minor      []FindingLink // of its claims
	Claims     int
	Findings   int // that stand, claims' included
	Chronology string
	Shared     string // address of the sources page
	SharedNote string // what it has found, a sentence
}

// EventView is a reference event of a story.
type EventView struct {
	Number int
	Date   string
	Name   string
	Note   template.HTML
}

// Story returns the pages of a story: its index, chronology and sources, a page
// for each article and each claim.
func (r *Renderer) Story(d *factcheck.Dossier) ([]site.File, error) {
	s := r.spread(d)
	f := files{r: r, list: make([]site.File, 0, 3+len(s.articles)+len(d.Cases))}
	f.share = &ShareCard{}
	if r.room.Site.ShareImages {
		*f.share = r.storyCard(d)
	}
	f.add("story", d.Story.ID+"/index.html", s.storyPage())
	f.add("chronology", d.Story.ID+"/chronology.html", s.chronologyPage())
	f.add("sources", d.Story.ID+"/sources.html", s.sourcesPage())
	for i := range d.Story.Articles {
		f.add("article", s.articlePath(&d.Story.Articles[i]), s.articlePage(i))
	}
	for i := range d.Cases {
		p := s.claimPage(i)
		p.article, p.published, p.lastChange = true, d.Cases[i].Claim.Review.Published, d.Cases[i].Claim.Review.Updated
		if r.room.Site.ShareImages {
			*f.share = r.claimCard(d, i)
			p.Picture = "../../" + f.share.Path
		}
		f.add("claim", s.claimPath(i), p)
		if p.SourceHref != "" {
			f.list = append(f.list, site.File{Path: d.Story.ID + "/claims/" + p.SourceHref, Bytes: []byte(d.Cases[i].Claim.File.Text)})
		}
	}
	return f.list, f.err
}

// storyPage prepares <story>/index.html.
func (s *spread) storyPage() *StoryPage {
	d := s.d
	root := "../"
	first, _ := markdown.FirstParagraph(d.Story.Summary)
	p := &StoryPage{
		Page:       s.r.page(d.Story.ID+"/index.html", "home", d.Story.Title, plain(first)),
		Name:       d.Story.Title,
		Summary:    prose(d.Story.Summary, root, 2, "summary-"),
		Topics:     topics(d.Story.Topics, root),
		Claims:     len(d.Cases),
		Chronology: "chronology.html",
		Shared:     "sources.html",
		SharedNote: s.shareFound(),
		Events:     s.events(root),
	}
	p.Crumbs = s.crumbs(root, "")
	p.Edit = editLink(&s.r.room.Site, d.Story.File, "Edit this story")
	cases, documents := s.caseFilter(), s.documentFilter()
	p.Groups = s.r.groups(len(s.cases), func(i int) string { return s.cases[i].Claim.Verdict }, func(i int) ClaimItem {
		c := &s.cases[i]
		return ClaimItem{
			Href:       "claims/" + c.Claim.ID + ".html",
			Text:       c.Claim.Text,
			Conclusion: inline(c.conclude, root),
			Claimant:   c.Claim.Claimant,
			SaidOn:     spell(c.Claim.SaidOn),
			Sources:    count(len(c.articles), "source", "sources"),
			Findings:   some(c.open, "finding", "findings"),
			Facets:     cases.numbers(i),
		}
	})
	p.Reading = s.minutes()
	p.Glance = s.glance(p.Groups)
	for i := range p.Groups {
		p.Groups[i].fold()
	}
	p.Filter, p.Documents = cases.here(""), documents.here("documents")
	if p.Filter != nil || p.Documents != nil {
		p.Scripts = []string{"list.js"}
	}
	p.Matrix, p.Legend = s.matrix()
	for i := range d.Story.Articles {
		src := s.articles[d.Story.Articles[i].ID]
		row := SourceRow{
			Siglum:     src.Siglum,
			Article:    Link{"articles/" + src.ID + ".html", src.Name()},
			Printed:    src.Title != "",
			LangAttr:   src.lang,
			Headline:   headlineNote(src.Title != "", src.Label != ""),
			Called:     src.called,
			Outlet:     Link{Text: src.name},
			Named:      src.named,
			Date:       inMarks(src.PublishedAs),
			Dated:      src.PublishedAs != "",
			Understood: src.dated(),
			Claims:     count(len(src.quotedBy()), "claim", "claims"),
		}
		row.Facets = documents.numbers(i)
		if src.outlet != "" {
			row.Outlet.Href = root + src.outlet
		}
		p.Sources = append(p.Sources, row)
	}
	for i := range d.Findings {
		if f := &d.Findings[i]; f.Status == factcheck.Dismissed {
			p.Dismissed = append(p.Dismissed, s.findingView(f, ""))
		} else {
			p.Open = append(p.Open, s.findingView(f, ""))
			p.Findings++
		}
	}
	for i := range d.Cases {
		for j := range d.Cases[i].Findings {
			f := &d.Cases[i].Findings[j]
			if f.Status == factcheck.Dismissed {
				continue
			}
			p.Findings++
			if f.Severity == factcheck.Major {
				p.Major = append(p.Major, s.findingLink(f, ""))
			} else {
				p.Minor = append(p.Minor, s.findingLink(f, ""))
			}
		}
	}
	return p
}

func (s *spread) events(root string) []EventView {
	var events []EventView
	for i, e := range s.d.Story.Events {
		events = append(events, EventView{Number: i + 1, Date: eventDate(e), Name: e.Name, Note: inline(e.Note, root)})
	}
	return events
}

func eventDate(e factcheck.Event) string {
	switch {
	case !e.Until.Known():
		return spell(e.Date)
	case !e.Date.Day.IsZero() && !e.Until.Day.IsZero():
		return period(e.Date.Day, e.Until.Day)
	}
	return spell(e.Date) + " – " + spell(e.Until)
}
