package render

import (
	"cmp"
	"html/template"
	"math"
	"slices"
	"strconv"

	"crosscheck/generator/export"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// HomePage is index.html and the pages that continue it.
type HomePage struct {
	Page
	Intro    template.HTML
	Lead     *StoryItem  // the first story, on the first page; nil if there is none
	Stories  []StoryItem // the others
	Pager    Pager
	Counts   []Fact
	Scale    []Verdict
	First    bool // not a page that continues the list
	Findings []FindingLink
	Reviews  []ClaimItem // the newest, where there are several stories
}

// StoryItem is a story in a list.
type StoryItem struct {
	Href, Title string
	Summary     template.HTML
	Facts       string
	Reviewed    string       // when a claim was last reviewed; may be empty
	Claims      []ClaimItem  // of the first of several stories
	Groups      []ClaimGroup // of the only story
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
