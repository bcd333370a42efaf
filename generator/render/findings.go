package render

import (
	"html/template"
	"strings"

	"crosscheck/generator/export"
	"crosscheck/generator/factcheck"
)

// FindingView is a finding as pages print it.
type FindingView struct {
	ID         string
	Kind       string
	Severity   string // Major or Minor
	Major      bool
	Status     string // who found it and who has looked at it
	Proposed   bool   // nobody has
	Summary    template.HTML
	Why        template.HTML
	Certainty  string // "Cannot all be true", "Rare, but possible" or "One may be out of date"; empty where nothing was counted
	Hard       bool
	Arithmetic template.HTML
	Reason     template.HTML
	Evidence   template.HTML // a list, see evidenceList
	Citation   string        // a sentence; empty where the finding stands only in passing
	Where      Link          // the claim or story it belongs to; Text empty on its own page
	Story      Link          // on site-wide lists
	Facets     string        // see filter; empty where the list cannot be narrowed
	Ruling     Ruling        // how to rule on it; ID empty if nothing is to be ruled
}

// Ruling is what an editor needs to confirm or dismiss a finding.
type Ruling struct {
	ID   string // the finding's own, as rulings name it
	File string // where the ruling goes: words, not an address
}

// FindingLink leads to a finding.
type FindingLink struct {
	Unreviewed bool // the program's, and no editor has looked at it
	Href       string
	Kind       string
	Summary    template.HTML // without links
}

// FindingsPage is findings.html.
type FindingsPage struct {
	Page
	Filter   *FilterView
	Findings []FindingView
	Total    int
	Major    int
	Proposed int
	Pager    Pager
}

// findingView prepares a finding for a page that lies below the story's folder;
// up is the way to that folder.
func (s *spread) findingView(f *factcheck.Finding, up string) FindingView {
	root := up + "../"
	v := newFindingView(f, s.d.Story.ID, root)
	l := newEvidenceList(f)
	for i := range f.Evidence {
		e := &f.Evidence[i]
		if src := s.articles[e.Passage.Article]; src != nil {
			l.add(e, src.Siglum, src.called, src.lang, up+"articles/"+src.ID+".html#"+s.placeOf(f, i), root)
		}
	}
	v.Evidence = l.html()
	citation := export.CiteFinding(s.r.room, s.d, f)
	v.Citation = citation.Plain()
	return v
}

// newFindingView prepares what a finding shows on any page, without its evidence.
func newFindingView(f *factcheck.Finding, story, root string) FindingView {
	v := FindingView{
		ID:         f.ID,
		Kind:       findingKind(f.Kind),
		Severity:   severityLabel(f.Severity),
		Major:      f.Severity == factcheck.Major,
		Certainty:  certaintyLabel(f),
		Hard:       f.Certainty == factcheck.Hard,
		Status:     statusLabel(f),
		Proposed:   unreviewed(f),
		Summary:    inline(f.Summary, root),
		Arithmetic: inline(f.Arithmetic, root),
		Why:        inline(f.Why, root),
		Reason:     inline(f.Reason, root),
	}
	if v.Proposed {
		v.Ruling = ruling(f, story)
	}
	return v
}

// ruling tells editors where and how to rule on a finding that the program
// proposed in a story.
func ruling(f *factcheck.Finding, story string) Ruling {
	r := Ruling{ID: f.ID, File: "stories/" + story + "/story.yaml"}
	if f.Claim != "" {
		r.File = "stories/" + story + "/claims/" + f.Claim + ".yaml"
	}
	return r
}

// findingLink leads from a page of the story to a finding on the page of its
// claim, or on the story's.
func (s *spread) findingLink(f *factcheck.Finding, up string) FindingLink {
	return FindingLink{unreviewed(f), findingHref(f, up), findingKind(f.Kind), s.summary(f)}
}

func findingHref(f *factcheck.Finding, up string) string {
	if f.Claim != "" {
		return up + "claims/" + f.Claim + ".html#" + f.ID
	}
	return up + "index.html#" + f.ID
}

// summary is a finding's summary without its links, for where it is a link
// itself.
func (s *spread) summary(f *factcheck.Finding) template.HTML {
	text, ok := s.summaries[f]
	if !ok {
		text = template.HTML(escaped(plain(f.Summary)))
		s.summaries[f] = text
	}
	return text
}

func (r *Renderer) findings(f *files, g *gathered) {
	major, proposed := 0, 0
	for _, ref := range g.findings {
		if ref.finding.Severity == factcheck.Major {
			major++
		}
		if !ref.finding.ByEditor && ref.finding.Status == factcheck.Proposed {
			proposed++
		}
	}
	list := r.findingFilter(g.findings)
	paged("findings.html", len(g.findings), func(path string, from, to int, pager Pager) {
		p := &FindingsPage{
			Page:  r.page(path, "findings", continued("Findings", pager), "Inconsistencies worth a reader’s notice: wordings, dates, figures, attributions."),
			Total: len(g.findings), Major: major, Proposed: proposed, Pager: pager,
		}
		p.Crumbs = []Link{{p.Root + "index.html", "Home"}}
		p.Filter = list.view(p.Root)
		p.Scripts = p.Filter.scripts()
		for i := from; i < to; i++ {
			v := r.findingItem(g.findings[i], p.Root)
			v.Facets = list.numbers(i)
			p.Findings = append(p.Findings, v)
		}
		f.add("findings", path, p)
	})
	f.list = append(f.list, list.scripts(func(i int) entry { return r.findingEntry(g.findings[i]) })...)
}

// findingItem prepares a finding for a site-wide list. Its evidence leads to
// the plain id that the first piece in each article has.
func (r *Renderer) findingItem(ref findingRef, root string) FindingView {
	fd := &ref.finding.Finding
	v := newFindingView(fd, ref.digest.Story, root)
	v.ID = ref.digest.Story + "-" + fd.ID
	v.Where = Link{root + findingPath(ref), "The story as a whole"}
	v.Story = Link{root + ref.digest.Story + "/index.html", ref.digest.Title}
	for i := range ref.digest.Claims {
		if c := &ref.digest.Claims[i]; c.ID == fd.Claim {
			v.Where.Text = c.Text
		}
	}
	l := newEvidenceList(fd)
	for i := range fd.Evidence {
		e := &fd.Evidence[i]
		name, siglum, lang := noOutlet, "", template.HTMLAttr("")
		for j := range ref.digest.Articles {
			if a := &ref.digest.Articles[j]; a.ID == e.Passage.Article {
				lang, siglum = languageAttrs(a.Language, r.masthead.Language, e.Quote), a.Siglum
				name = called(r.outlets[a.Outlet].Name, a.Name, a.Printed, a.Name != a.ID, maxCalled)
			}
		}
		l.add(e, siglum, name, lang, root+ref.digest.Story+"/articles/"+e.Passage.Article+".html#finding-"+fd.ID, root)
	}
	v.Evidence = l.html()
	return v
}

// findingPath leads from the site's root to a finding.
func findingPath(ref findingRef) string {
	if ref.finding.Claim != "" {
		return ref.digest.Story + "/claims/" + ref.finding.Claim + ".html#" + ref.finding.ID
	}
	return ref.digest.Story + "/index.html#" + ref.finding.ID
}

// findingFilter says what the findings can be narrowed by.
func (r *Renderer) findingFilter(findings []findingRef) *filter {
	list := newFilter("finding", "findings", len(findings))
	for i, ref := range findings {
		fd := &ref.finding.Finding
		list.addFinding(i, fd)
		switch {
		case unreviewed(fd):
			list.add(i, byStatus, "program", "The program, not yet reviewed", 2)
		case fd.ByEditor:
			list.add(i, byStatus, "editor", "An editor", 0)
		default:
			list.add(i, byStatus, "confirmed", "The program, confirmed by an editor", 1)
		}
		list.addNames(i, "", ref.digest.Topics)
		if c := claimOf(ref.digest, fd.Claim); c != nil {
			r.addVerdict(list, i, c.Verdict)
			list.addNames(i, c.Claimant, c.Topics)
		}
		for _, id := range fd.Articles() {
			if a := articleOf(ref.digest, id); a != nil {
				r.addOutlet(list, i, a.Outlet)
				list.addYear(i, a.Published)
			}
		}
	}
	list.finish()
	return list
}

// findingEntry is a finding in the script of a long list.
func (r *Renderer) findingEntry(ref findingRef) entry {
	fd := &ref.finding.Finding
	of := "The story as a whole"
	if c := claimOf(ref.digest, fd.Claim); c != nil {
		of = shortened(strings.Join(strings.Fields(c.Text), " "), 120)
	}
	return entry{findingPath(ref), severityLabel(fd.Severity) + " · " + findingKind(fd.Kind), plain(fd.Summary), "", statusLabel(fd), of, ref.digest.Title}
}
