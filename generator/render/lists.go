package render

import (
	"cmp"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/export"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/site"
)

// perPage is how many entries a list has before it goes on on another page.
const perPage = 100

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

// gathered is what the stories' digests hold, by what site-wide pages list.
type gathered struct {
	digests   []*factcheck.Digest
	claims    []claimRef
	articles  []articleRef
	findings  []findingRef
	claimants []heading
	topics    []heading
	byOutlet  map[string][]articleRef
}

type claimRef struct {
	digest *factcheck.Digest
	claim  *factcheck.ClaimDigest
}

type articleRef struct {
	digest  *factcheck.Digest
	article *factcheck.ArticleDigest
}

type findingRef struct {
	digest  *factcheck.Digest
	finding *factcheck.FindingDigest
}

// heading is a name under which claims and stories are listed. Names that share
// an address are one heading, called as it was met first.
type heading struct {
	name, slug string
	claims     []claimRef
	stories    []*factcheck.Digest
}

func (r *Renderer) gather(digests []factcheck.Digest) *gathered {
	g := &gathered{byOutlet: map[string][]articleRef{}}
	claimants, topics := newHeadings(), newHeadings()
	for i := range digests {
		d := &digests[i]
		g.digests = append(g.digests, d)
		for _, t := range d.Topics {
			h := topics.get(t)
			if n := len(h.stories); n == 0 || h.stories[n-1] != d {
				h.stories = append(h.stories, d)
			}
		}
		for j := range d.Claims {
			ref := claimRef{d, &d.Claims[j]}
			g.claims = append(g.claims, ref)
			if name := ref.claim.Claimant; name != "" {
				h := claimants.get(name)
				h.claims = append(h.claims, ref)
			}
			for _, t := range ref.claim.Topics {
				h := topics.get(t)
				if n := len(h.claims); n == 0 || h.claims[n-1].claim != ref.claim {
					h.claims = append(h.claims, ref)
				}
			}
		}
		for j := range d.Articles {
			ref := articleRef{d, &d.Articles[j]}
			g.articles = append(g.articles, ref)
			id := ref.article.Outlet
			if _, ok := r.outlets[id]; !ok {
				id = ""
			}
			g.byOutlet[id] = append(g.byOutlet[id], ref)
		}
		for j := range d.Findings {
			if d.Findings[j].Status != factcheck.Dismissed {
				g.findings = append(g.findings, findingRef{d, &d.Findings[j]})
			}
		}
	}
	slices.SortStableFunc(g.findings, func(a, b findingRef) int {
		return weight(a.finding.Severity) - weight(b.finding.Severity)
	})
	g.claimants, g.topics = claimants.sorted(), topics.sorted()
	return g
}

func weight(s factcheck.Severity) int {
	if s == factcheck.Major {
		return 0
	}
	return 1
}

type headings struct {
	at   map[string]int
	list []*heading
}

func newHeadings() *headings { return &headings{at: map[string]int{}} }

func (h *headings) get(name string) *heading {
	slug := factcheck.Slug(name)
	i, ok := h.at[slug]
	if !ok {
		i = len(h.list)
		h.at[slug] = i
		h.list = append(h.list, &heading{name: name, slug: slug})
	}
	return h.list[i]
}

func (h *headings) sorted() []heading {
	out := make([]heading, len(h.list))
	for i, p := range h.list {
		out[i] = *p
	}
	slices.SortFunc(out, func(a, b heading) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.name), strings.ToLower(b.name)), cmp.Compare(a.slug, b.slug))
	})
	return out
}

// paged calls do for each page of a list of n entries: its path, the entries'
// range, and the way to its neighbors. A list's first page is at path, further
// ones lie in a folder of its name: findings.html, findings/2.html. Names of
// such folders are reserved or hold only what has this form.
func paged(path string, n int, do func(path string, from, to int, pager Pager)) {
	stem := strings.TrimSuffix(path, ".html")
	of := max(1, (n+perPage-1)/perPage)
	name := stem[strings.LastIndexByte(stem, '/')+1:]
	for i := range of {
		at := path
		pager := Pager{Number: i + 1, Of: of}
		if i > 0 {
			at = stem + "/" + strconv.Itoa(i+1) + ".html"
			pager.Previous = strconv.Itoa(i) + ".html"
			if i == 1 {
				pager.Previous = "../" + name + ".html"
			}
		}
		if i+1 < of {
			pager.Next = strconv.Itoa(i+2) + ".html"
			if i == 0 {
				pager.Next = name + "/" + pager.Next
			}
		}
		do(at, i*perPage, min(n, (i+1)*perPage), pager)
	}
}

// continued names a page of a list.
func continued(title string, p Pager) string {
	if p.Number <= 1 {
		return title
	}
	return title + ", page " + strconv.Itoa(p.Number)
}

func (r *Renderer) home(f *files, g *gathered) {
	stories := newest(g.digests, lastReview)
	paged("index.html", len(stories), func(path string, from, to int, pager Pager) {
		p := &HomePage{Page: r.page(path, "home", "", plain(r.room.Site.Description)), Pager: pager, First: from == 0}
		if from > 0 {
			p.Title = "Stories, page " + strconv.Itoa(pager.Number)
		} else {
			p.Intro = prose(r.room.Site.Description, p.Root, 2, "intro-")
			p.link(export.WebSite(r.room, p.Description, r.scalePage, r.logPage))
			p.Counts = []Fact{
				{Name: plural(len(g.digests), "story", "stories"), Text: strconv.Itoa(len(g.digests))},
				{Name: plural(len(g.claims), "claim", "claims"), Text: strconv.Itoa(len(g.claims)), Href: p.Root + claimsList},
				{Name: plural(len(g.articles), "document", "documents"), Text: strconv.Itoa(len(g.articles)), Href: p.Root + articlesList},
				{Name: plural(len(g.findings), "finding", "findings"), Text: strconv.Itoa(len(g.findings)), Href: p.Root + "findings.html"},
			}
			for _, v := range r.room.Site.Verdicts {
				p.Scale = append(p.Scale, r.verdicts[v.ID])
			}
			for _, ref := range notable(g.findings) {
				p.Findings = append(p.Findings, FindingLink{unreviewed(&ref.finding.Finding), p.Root + findingPath(ref), findingKind(ref.finding.Kind), template.HTML(escaped(plain(ref.finding.Summary)))})
			}
		}
		for i, d := range stories[from:to] {
			p.Stories = append(p.Stories, r.storyItem(d, p.Root, len(stories) == 1))
			if p.First && i == 0 && len(stories) > 1 {
				p.Stories[0].Claims = r.leadClaims(d, p.Root)
			}
		}
		if p.First && len(p.Stories) > 0 {
			p.Lead, p.Stories = &p.Stories[0], p.Stories[1:]
		}
		if p.First && len(stories) > 1 {
			shown := map[*factcheck.Digest]bool{stories[0]: true} // a story each
			for _, ref := range newest(g.claims, func(ref claimRef) factcheck.Date { return ref.claim.Reviewed }) {
				if len(p.Reviews) == frontClaims || !ref.claim.Reviewed.Known() {
					break
				}
				if !shown[ref.digest] {
					shown[ref.digest] = true
					p.Reviews = append(p.Reviews, r.claimItem(ref, p.Root))
				}
			}
		}
		f.add("home", path, p)
	})
}

// lastReview is when a claim of the story was last reviewed.
func lastReview(d *factcheck.Digest) factcheck.Date {
	var last factcheck.Date
	for i := range d.Claims {
		if c := &d.Claims[i]; c.Reviewed.ISO > last.ISO {
			last = c.Reviewed
		}
	}
	return last
}

// leadClaims are the claims of the first story of several: those first on which
// the sources part.
func (r *Renderer) leadClaims(d *factcheck.Digest, root string) []ClaimItem {
	order := make([]int, len(d.Claims))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) float64 {
		if value, rated := r.agreement(d.Claims[i].Verdict); rated {
			return value
		}
		return 2
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(a), rank(b)) })
	var items []ClaimItem
	for _, i := range order[:min(len(order), 4)] {
		c := r.claimItem(claimRef{d, &d.Claims[i]}, root)
		c.Story = Link{}
		items = append(items, c)
	}
	return items
}

// frontFindings is how many findings the home page shows.
const frontFindings = 4

// notable chooses major findings for the home page: one of each kind, then
// what comes next.
func notable(all []findingRef) []findingRef {
	var chosen, rest, spare []findingRef
	for _, ref := range all {
		switch {
		case ref.finding.Severity != factcheck.Major || len(chosen) == frontFindings:
		case slices.ContainsFunc(chosen, func(c findingRef) bool { return c.finding.Kind == ref.finding.Kind }):
			// Of another story, if there is one.
			if same := func(c findingRef) bool { return c.digest == ref.digest }; !slices.ContainsFunc(chosen, same) && !slices.ContainsFunc(rest, same) {
				rest = append(rest, ref)
			} else if len(spare) < frontFindings {
				spare = append(spare, ref)
			}
		default:
			chosen = append(chosen, ref)
		}
	}
	rest = append(rest, spare...)
	return append(chosen, rest[:min(len(rest), frontFindings-len(chosen))]...)
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// storyItem prepares a story for a list, with its claims if it is one of few.
func (r *Renderer) storyItem(d *factcheck.Digest, root string, claims bool) StoryItem {
	first, _ := markdown.FirstParagraph(d.Summary)
	item := StoryItem{
		Href:    root + d.Story + "/index.html",
		Title:   d.Title,
		Summary: inline(first, root),
		Facts:   count(len(d.Articles), "document", "documents") + ", " + count(len(d.Claims), "claim", "claims"),
	}
	open := 0
	for i := range d.Findings {
		if d.Findings[i].Status != factcheck.Dismissed {
			open++
		}
	}
	if open > 0 {
		item.Facts += ", " + count(open, "finding", "findings")
	}
	if last := lastReview(d); last.Known() {
		item.Reviewed = "Reviewed " + spell(last)
	}
	if claims {
		item.Groups = r.groups(len(d.Claims), func(i int) string { return d.Claims[i].Verdict }, func(i int) ClaimItem {
			c := r.claimItem(claimRef{d, &d.Claims[i]}, root)
			c.Verdict, c.Steps, c.Story = "", "", Link{}
			return c
		})
		item.Groups = r.front(item.Groups, item.Href)
	}
	return item
}

// frontClaims is how many claims of a grade the home page shows.
const frontClaims = 6

// front puts first what a reader of the home page looks for: the grades with
// the lowest numbers, where sources part, then the others, and those outside
// the scale last. A scale without numbers keeps its order.
func (r *Renderer) front(groups []ClaimGroup, href string) []ClaimGroup {
	value := func(g ClaimGroup) float64 {
		for _, v := range r.room.Site.Verdicts {
			if v.Label == g.Label && v.Value != nil {
				return *v.Value
			}
		}
		return math.Inf(1)
	}
	slices.SortStableFunc(groups, func(a, b ClaimGroup) int { return cmp.Compare(value(a), value(b)) })
	for i := range groups {
		g := &groups[i]
		g.ID = "" // several stories may stand on the page
		if left := len(g.Items) - frontClaims; left > 1 {
			g.Items = g.Items[:frontClaims]
			g.More, g.MoreHref = strconv.Itoa(left)+" more in the story", href
		}
	}
	return groups
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

// findingPath leads from the site's root to a finding.
func findingPath(ref findingRef) string {
	if ref.finding.Claim != "" {
		return ref.digest.Story + "/claims/" + ref.finding.Claim + ".html#" + ref.finding.ID
	}
	return ref.digest.Story + "/index.html#" + ref.finding.ID
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
			if webAddress(o.URL) {
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
