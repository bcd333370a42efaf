package render

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/factcheck"
)

// Glance is the affair in a few lines, at the head of a story's page: how far
// the sources agree, on what, on what not and who says what, and when it was.
type Glance struct {
	Grades []Tally
	Agreed []GlanceClaim
	Apart  []GlanceClaim
	Events []EventView
	Dated  string // from when to when the documents are dated; a sentence
}

// Tally is how many claims have a grade.
type Tally struct {
	Href, Label string
	Steps       template.HTML
	Count       int
	Claims      string // "claim" or "claims"
}

// GlanceClaim is a claim with who says it.
type GlanceClaim struct {
	Link
	Who template.HTML
}

// What a glance takes in: claims of each column, days, sources of a claim.
const (
	glanceClaims  = 3
	glanceEvents  = 5
	glanceSources = 8
)

func (s *spread) glance(groups []ClaimGroup) *Glance {
	if len(s.cases) < 2 || len(s.d.Story.Articles) < 2 {
		return nil // the page itself is no longer
	}
	g := &Glance{Dated: s.datedSpan()}
	for i := range groups {
		g.Grades = append(g.Grades, Tally{"#" + groups[i].ID, groups[i].Label, groups[i].Steps, groups[i].Total, plural(groups[i].Total, "claim", "claims")})
	}
	type candidate struct {
		c        *comparison
		cells    []cellVerdict
		value    float64
		rated    bool
		material int
		sources  int
	}
	var all []candidate
	for i := range s.cases {
		k := candidate{c: &s.cases[i], cells: s.cells(&s.cases[i])}
		if len(k.c.articles) < 2 {
			continue
		}
		k.value, k.rated = s.r.agreement(k.c.Claim.Verdict)
		for j := range k.cells {
			if k.cells[j].has {
				k.sources++
			}
			if k.cells[j].differs() && k.cells[j].kind.Material() {
				k.material++
			}
		}
		all = append(all, k)
	}
	apart := slices.DeleteFunc(slices.Clone(all), func(k candidate) bool {
		return k.rated && k.value > 0.5 || !k.rated && k.material == 0
	})
	agreed := slices.DeleteFunc(slices.Clone(all), func(k candidate) bool { return !k.rated || k.value < 1 })
	slices.SortStableFunc(apart, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b2i(b.rated), b2i(a.rated)), cmp.Compare(a.value, b.value), b.material-a.material, b.sources-a.sources)
	})
	slices.SortStableFunc(agreed, func(a, b candidate) int { return b.sources - a.sources })
	for _, k := range apart[:min(len(apart), glanceClaims)] {
		g.Apart = append(g.Apart, GlanceClaim{Link{"claims/" + k.c.Claim.ID + ".html", k.c.Claim.Text}, s.who(k.c, k.cells, true)})
	}
	for _, k := range agreed[:min(len(agreed), glanceClaims)] {
		g.Agreed = append(g.Agreed, GlanceClaim{Link{"claims/" + k.c.Claim.ID + ".html", k.c.Claim.Text}, s.who(k.c, k.cells, false)})
	}
	g.Events = s.events("../")
	g.Events = g.Events[:min(len(g.Events), glanceEvents)]
	return g
}

// agreement is how far a grade stands for agreement, from 0 to 1, by its value
// or, on a scale without values, by its place. Grades outside a scale of values
// and claims without a grade have none.
func (r *Renderer) agreement(verdict string) (value float64, rated bool) {
	scale := r.room.Site.Verdicts
	v, ok := r.verdicts[verdict]
	if !ok {
		return 0, false
	}
	low, high, numbered := 0.0, 0.0, false
	for i := range scale {
		if n := scale[i].Value; n != nil {
			if !numbered {
				low, high = *n, *n
			}
			low, high, numbered = min(low, *n), max(high, *n), true
		}
	}
	if !numbered {
		if len(scale) == 1 {
			return 1, true
		}
		return 1 - float64(v.index)/float64(len(scale)-1), true
	}
	n := scale[v.index].Value
	if n == nil {
		return 0, false
	}
	if high == low {
		return 1, true
	}
	return (*n - low) / (high - low), true
}

// who says which sources have a claim and, if how is set, what sets each of them
// apart from the base, the gravest first.
func (s *spread) who(c *comparison, cells []cellVerdict, how bool) template.HTML {
	type side struct {
		word, class string
		kind        collate.Kind
		base        bool
		sigla       []string
	}
	var sides []side
	for i := range cells {
		v := &cells[i]
		if !v.has {
			continue
		}
		x := side{word: v.word(c), base: v.base}
		if v.differs() && v.kind <= collate.Spelling {
			x.word = kindLabelOf(collate.Same).name // to a reader of a few lines
		} else if v.differs() {
			x.class, x.kind = v.label().class, v.kind
		}
		if !how {
			x = side{}
		}
		at := slices.IndexFunc(sides, func(y side) bool { return y.word == x.word })
		if at < 0 {
			at = len(sides)
			sides = append(sides, x)
		}
		sides[at].sigla = append(sides[at].sigla, s.d.Story.Articles[i].Siglum)
	}
	slices.SortStableFunc(sides, func(a, b side) int {
		return cmp.Or(b2i(b.base)-b2i(a.base), cmp.Compare(b.kind, a.kind))
	})
	var b strings.Builder
	for _, x := range sides {
		b.WriteString("<span>")
		for i, siglum := range x.sigla {
			if i == glanceSources && len(x.sigla) > glanceSources+1 {
				b.WriteString("and " + strconv.Itoa(len(x.sigla)-i) + " more ")
				break
			}
			b.WriteString(`<b class="siglum">`)
			escape(&b, siglum)
			b.WriteString("</b> ")
		}
		if x.class != "" {
			b.WriteString(`<span class="d ` + x.class + `">` + x.word + `</span>`)
		} else {
			escape(&b, x.word)
		}
		b.WriteString("</span> ")
	}
	return template.HTML(strings.TrimSpace(b.String()))
}

// datedSpan says from when to when the documents are dated.
func (s *spread) datedSpan() string {
	var first, last factcheck.Date
	undated := 0
	for i := range s.d.Story.Articles {
		d := s.d.Story.Articles[i].Published
		switch {
		case !d.Known():
			undated++
			continue
		case !first.Known() || d.ISO < first.ISO:
			first = d
		}
		if d.ISO > last.ISO {
			last = d
		}
	}
	var text string
	switch a, b := day(first), day(last); {
	case !first.Known():
		return "None of the documents is dated."
	case a == b:
		text = "Documents dated " + a
	default:
		text = "Documents dated " + a + " to " + b
	}
	if undated > 0 {
		text += "; " + strconv.Itoa(undated) + plural(undated, " bears", " bear") + " no date"
	}
	return text + "."
}

// day spells a date without its time of day.
func day(d factcheck.Date) string {
	if len(d.ISO) > 10 {
		d.ISO = d.ISO[:10]
	}
	return spell(d)
}

// caseFilter says what the claims of a story can be narrowed by.
func (s *spread) caseFilter() *filter {
	list := newFilter("claim", "claims", len(s.cases))
	for i := range s.cases {
		c := &s.cases[i]
		s.r.addVerdict(list, i, c.Claim.Verdict)
		list.addNames(i, c.Claim.Claimant, c.Claim.Topics)
		dated := list.addYear(i, c.Claim.SaidOn)
		for _, id := range c.articles {
			if src := s.articles[id]; src != nil {
				s.r.addOutlet(list, i, src.Outlet)
				if !dated { // then when it was reported
					list.addYear(i, src.Published)
				}
			}
		}
		for j := range c.Findings {
			if c.Findings[j].Status != factcheck.Dismissed {
				list.addFinding(i, &c.Findings[j])
			}
		}
	}
	list.finish()
	return list
}

// documentFilter says what the documents of a story can be narrowed by.
func (s *spread) documentFilter() *filter {
	articles := s.d.Story.Articles
	list := newFilter("document", "documents", len(articles))
	for i := range articles {
		s.r.addOutlet(list, i, articles[i].Outlet)
		list.addYear(i, articles[i].Published)
		src := s.articles[articles[i].ID]
		for _, at := range src.quotedBy() {
			s.r.addVerdict(list, i, s.cases[at].Claim.Verdict)
			list.addNames(i, s.cases[at].Claim.Claimant)
		}
		for _, f := range src.findings() {
			list.addFinding(i, f)
		}
	}
	list.finish()
	return list
}

// foldAfter is how many claims of a grade a story shows at once.
const foldAfter = 9

// fold leaves the first claims of a long group, and puts the rest away.
func (g *ClaimGroup) fold() {
	if len(g.Items) > foldAfter+3 {
		g.Items, g.Rest = g.Items[:foldAfter], g.Items[foldAfter:]
	}
}

// minutes says how long the story's page takes to read: its summary, and its
// claims with what was concluded.
func (s *spread) minutes() string {
	n := len(strings.Fields(s.d.Story.Summary))
	for i := range s.cases {
		n += len(strings.Fields(s.cases[i].Claim.Text)) + len(strings.Fields(s.cases[i].conclude))
	}
	return toRead(n)
}
