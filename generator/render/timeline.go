package render

import (
	"cmp"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// A shape tells what a mark of the time line stands for. Shapes differ in form,
// not only in color.
type shape uint8

const (
	shapePublished shape = iota // a filled square
	shapeInferred               // a dashed bar: when an undated document was published, as inferred
	shapeSpoken                 // a ring
	shapeSaid                   // a filled diamond
	shapeEvent                  // a diamond with a number
)

// timeline is a picture of days: a row for each source, a column for each day
// or period that is named. Columns are in the order of time; their distances
// grow with the gap between them but are not to scale, for a row of news days
// and a date ten months earlier would otherwise hide each other.
type timeline struct {
	title string
	lanes []timelane
	reach bool // a line leads from the first day of a row to the last
	near  bool // days far from every stated date are left out
	left  int  // how many columns were left out
}

type timelane struct {
	siglum, label string
	undated       bool // a source that bears no date
	marks         []timemark
}

// inferred reports a row that shows when its source must have appeared.
func (l *timelane) inferred() bool {
	return slices.ContainsFunc(l.marks, func(m timemark) bool { return m.shape == shapeInferred })
}

type timemark struct {
	column span // zero: the day is not known
	shape  shape
	label  string // for whoever points at it
	text   string // inside an event's diamond
	bad    bool   // part of a finding that stands
}

// span is a day or period.
type span struct{ from, to timex.Day }

func (t *timeline) lane(label, siglum string, undated bool) {
	t.lanes = append(t.lanes, timelane{siglum: siglum, label: label, undated: undated})
}

func (t *timeline) mark(m timemark) {
	l := &t.lanes[len(t.lanes)-1]
	for i := range l.marks {
		if o := &l.marks[i]; o.column == m.column && o.shape == m.shape && o.text == m.text {
			o.label += "; " + m.label
			o.bad = o.bad || m.bad
			return
		}
	}
	l.marks = append(l.marks, m)
}

// date marks a date that was stated as such.
func (t *timeline) date(d factcheck.Date, s shape, label string, bad bool) {
	column, _ := covered(d)
	t.mark(timemark{column: column, shape: s, label: label, bad: bad})
}

// source opens an article's row with its publication date.
func (t *timeline) source(src *document, bad bool) {
	label := src.name
	if !src.named {
		label = called("", src.Name(), src.Title != "", src.Label != "", maxLane-2)
	}
	t.lane(label, src.Siglum, !src.Published.Known())
	if a := src.age; a != nil && !a.From.IsZero() && !a.To.IsZero() {
		t.mark(timemark{column: span{a.From, a.To}, shape: shapeInferred, label: sentence(inferred(a))})
	}
	if src.Published.Known() {
		t.date(src.Published, shapePublished, "Dated "+spell(src.Published), bad)
	}
}

// spoken marks a date expression in the row of its article.
func (t *timeline) spoken(st *factcheck.DateStatement, v DateView) {
	e := st.Expression
	if st.Passage.Part == factcheck.PublishedAs {
		return // the publication date itself
	}
	t.mark(timemark{column: span{e.Earliest, e.Latest}, shape: shapeSpoken, label: v.Quoted + ": " + v.Understood, bad: v.Doubtful})
}

// covered returns the days that a date covers.
func covered(d factcheck.Date) (span, bool) {
	if !d.Day.IsZero() {
		return span{d.Day, d.Day}, true
	}
	iso := d.ISO
	switch {
	case len(iso) == 4:
		from, ok1 := timex.ParseDay(iso + "-01-01")
		to, ok2 := timex.ParseDay(iso + "-12-31")
		return span{from, to}, ok1 && ok2
	case len(iso) == 7:
		from, ok := timex.ParseDay(iso + "-01")
		if !ok {
			return span{}, false
		}
		next := from.Add(31)
		return span{from, next.Add(-next.Day)}, true
	}
	return span{}, false
}

// maxColumns bounds the width of the picture; the table beside it has them all.
const maxColumns = 20

// maxLane is how many letters fit before a row of the picture.
const maxLane = 22

// farAway is how many days part history from the news of a story.
const farAway = 600

func abs(n int) int { return max(n, -n) }

// draw returns the picture as SVG, "" if no day is known.
func (t *timeline) draw() template.HTML {
	columns, unknown := t.columns()
	if len(columns) == 0 {
		return ""
	}
	const left, top, rowHeight, step = 188, 52, 38, 58
	xs := make([]int, len(columns))
	x := left + 30
	type gap struct {
		x    int
		text string
	}
	var gaps []gap
	for i, c := range columns {
		if i > 0 {
			between := c.from.Sub(columns[i-1].to)
			wide := max(step, letterWidth*(c.breadth()+columns[i-1].breadth())/2+12)
			if between > 1 {
				wide += min(56, int(6*math.Log2(float64(between))))
			}
			if between > 13 {
				gaps = append(gaps, gap{x + wide/2, distance(between)})
			}
			x += wide
		}
		xs[i] = x
	}
	right := x + 44
	unknownX := 0
	if unknown {
		unknownX = x + 96
		right = unknownX + 48
	}
	height := top + rowHeight*len(t.lanes) + 12

	var b strings.Builder
	b.Grow(2048 + 220*len(t.lanes)*4)
	num := func(n int) { b.WriteString(strconv.Itoa(n)) }
	b.WriteString(`<svg class="timeline" viewBox="0 0 `)
	num(right)
	b.WriteByte(' ')
	num(height)
	b.WriteString(`" width="`)
	num(right)
	b.WriteString(`" height="`)
	num(height)
	b.WriteString(`" role="img" aria-labelledby="timeline-title timeline-desc"><title id="timeline-title">`)
	escape(&b, t.title)
	b.WriteString(`</title><desc id="timeline-desc">`)
	t.describe(&b)
	b.WriteString("</desc>\n")

	for i, c := range columns {
		first, second := c.short()
		b.WriteString(`<path class="tick" d="M`)
		num(xs[i])
		b.WriteString(` 40V`)
		num(height - 10)
		b.WriteString(`"/><text class="day" x="`)
		num(xs[i])
		b.WriteString(`" y="16">`)
		escape(&b, first)
		b.WriteString(`</text><text class="year" x="`)
		num(xs[i])
		b.WriteString(`" y="32">`)
		escape(&b, second)
		b.WriteString("</text>\n")
	}
	for _, g := range gaps {
		b.WriteString(`<text class="gap" x="`)
		num(g.x)
		b.WriteString(`" y="42">`)
		escape(&b, g.text)
		b.WriteString(`</text><path class="break" d="M`)
		num(g.x - 5)
		b.WriteString(" ")
		num(top + 2)
		b.WriteString(`l4 -8m3 8l4 -8"/>`)
	}
	if unknown {
		b.WriteString(`<path class="tick unknown" d="M`)
		num(unknownX)
		b.WriteString(` 40V`)
		num(height - 10)
		b.WriteString(`"/><text class="day" x="`)
		num(unknownX)
		b.WriteString(`" y="16">day not</text><text class="year" x="`)
		num(unknownX)
		b.WriteString(`" y="32">known</text>`)
	}
	place := func(m *timemark) (int, bool) {
		if m.column == (span{}) || m.column.from.IsZero() {
			return unknownX, unknown
		}
		i := slices.Index(columns, m.column)
		if i < 0 {
			return 0, false
		}
		return xs[i], true
	}
	for i := range t.lanes {
		l := &t.lanes[i]
		y := top + rowHeight*i + rowHeight/2
		b.WriteString(`<g><path class="lane" d="M`)
		num(left)
		b.WriteString(" ")
		num(y)
		b.WriteString("H")
		num(right - 8)
		b.WriteString(`"/><text class="who" x="0" y="`)
		num(y + 5)
		b.WriteString(`">`)
		if l.siglum != "" {
			b.WriteString(`<tspan class="sig">`)
			escape(&b, l.siglum)
			b.WriteString(`</tspan>`)
			b.WriteString(`<tspan x="24">`)
		} else {
			b.WriteString(`<tspan>`)
		}
		escape(&b, shortened(l.label, maxLane))
		b.WriteString("</tspan></text>")
		low, high := math.MaxInt, math.MinInt
		for j := range l.marks {
			if m := &l.marks[j]; !m.column.from.IsZero() && (m.shape == shapePublished || m.shape == shapeSpoken) {
				if x, ok := place(m); ok {
					low, high = min(low, x), max(high, x)
				}
			}
		}
		if low < high && t.reach {
			b.WriteString(`<path class="reach" d="M`)
			num(low)
			b.WriteString(" ")
			num(y)
			b.WriteString("H")
			num(high)
			b.WriteString(`"/>`)
		}
		if l.undated && unknown && !l.inferred() {
			drawMark(&b, unknownX-12, y, &timemark{shape: shapePublished, label: noDate}, true)
		}
		// Two marks of a row in one column stand side by side.
		at := map[int]int{}
		total := map[int]int{}
		for j := range l.marks {
			if x, ok := place(&l.marks[j]); ok {
				total[x]++
			}
		}
		for j := range l.marks {
			m := &l.marks[j]
			x, ok := place(m)
			if !ok {
				continue
			}
			shift := 0
			if x == unknownX && l.undated && !l.inferred() {
				shift = 12
			}
			shift += 9 * (2*at[x] - (total[x] - 1))
			at[x]++
			drawMark(&b, x+shift, y, m, false)
		}
		b.WriteString("</g>\n")
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}

// drawMark writes one mark. A hollow square stands for a date that the document
// does not give.
func drawMark(b *strings.Builder, x, y int, m *timemark, hollow bool) {
	num := func(n int) { b.WriteString(strconv.Itoa(n)) }
	b.WriteString(`<g class="m`)
	switch {
	case hollow || m.shape == shapeInferred:
		b.WriteString(" none")
	case m.shape == shapePublished:
		b.WriteString(" pub")
	case m.shape == shapeSpoken:
		b.WriteString(" spoken")
	default:
		b.WriteString(" said")
	}
	if m.bad {
		b.WriteString(" bad")
	}
	b.WriteString(`" transform="translate(`)
	num(x)
	b.WriteByte(' ')
	num(y)
	b.WriteString(`)"><title>`)
	escape(b, m.label)
	b.WriteString(`</title>`)
	wide := m.column.from != m.column.to
	switch {
	case m.shape == shapeInferred:
		b.WriteString(`<path d="M-16 -6h32v12h-32z"/>`)
	case m.shape == shapePublished:
		b.WriteString(`<path d="M-6 -6h12v12h-12z"/>`)
	case m.shape == shapeSpoken && wide:
		b.WriteString(`<rect x="-15" y="-6" width="30" height="12" rx="6"/>`)
	case m.shape == shapeSpoken:
		b.WriteString(`<circle r="6"/>`)
	case m.shape == shapeEvent:
		b.WriteString(`<path d="M0 -12L12 0L0 12L-12 0z"/><text y="4">`)
		escape(b, m.text)
		b.WriteString(`</text>`)
	default:
		b.WriteString(`<path d="M0 -9L9 0L0 9L-9 0z"/>`)
	}
	if m.bad {
		b.WriteString(`<path class="flag" d="M0 -10l-4 -7h8z"/>`)
	}
	b.WriteString("</g>")
}

// columns returns the days and periods that are named, in the order of time,
// and whether anything is dated by no known day. Where there are too many,
// publication dates, events and what is part of a finding stay, and then what
// is named most often.
func (t *timeline) columns() (columns []span, unknown bool) {
	weight := map[span]int{}
	for i := range t.lanes {
		l := &t.lanes[i]
		unknown = unknown || l.undated && !l.inferred()
		for j := range l.marks {
			m := &l.marks[j]
			if m.column.from.IsZero() {
				unknown = true
				continue
			}
			weight[m.column]++
			if m.shape != shapeSpoken || m.bad {
				weight[m.column] += 1000
			}
		}
	}
	for c := range weight {
		columns = append(columns, c)
	}
	byTime := func(a, b span) int { return cmp.Or(a.from.Compare(b.from), a.to.Compare(b.to)) }
	slices.SortFunc(columns, byTime)
	if t.near {
		var anchors []timex.Day
		for c, w := range weight {
			if w >= 1000 {
				anchors = append(anchors, c.from)
			}
		}
		kept := slices.DeleteFunc(slices.Clone(columns), func(c span) bool {
			return !slices.ContainsFunc(anchors, func(a timex.Day) bool { return abs(c.from.Sub(a)) <= farAway || abs(c.to.Sub(a)) <= farAway })
		})
		if len(kept) > 0 {
			t.left += len(columns) - len(kept)
			columns = kept
		}
	}
	if len(columns) > maxColumns {
		t.left += len(columns) - maxColumns
		slices.SortStableFunc(columns, func(a, b span) int { return weight[b] - weight[a] })
		columns = columns[:maxColumns]
		slices.SortFunc(columns, byTime)
	}
	return columns, unknown
}

// describe tells the picture in words, row by row.
func (t *timeline) describe(b *strings.Builder) {
	b.WriteString("A row for each source. Squares: date of publication, dashed where the document bears none; a dashed bar: when it was published, as the program infers. Rings: days that the text speaks of. Diamonds: days stated on this page. A triangle: part of a finding. Distances are not to scale.")
	for i := range t.lanes {
		l := &t.lanes[i]
		b.WriteByte(' ')
		if l.siglum != "" {
			escape(b, l.siglum+", ")
		}
		escape(b, l.label)
		b.WriteString(": ")
		if l.undated {
			b.WriteString("no date recorded; ")
		}
		for j := range l.marks {
			if j > 0 {
				b.WriteString("; ")
			}
			escape(b, l.marks[j].label)
		}
		b.WriteByte('.')
	}
}

// short names a column in two short lines.
func (s span) short() (string, string) {
	f, l := s.from, s.to
	day := func(d timex.Day) string { return strconv.Itoa(d.Day) + " " + d.Month.String()[:3] }
	next := l.Add(1)
	switch {
	case f == l:
		return day(f), strconv.Itoa(f.Year)
	case f.Year != l.Year:
		return strconv.Itoa(f.Year) + "–", strconv.Itoa(l.Year)
	case f.Day == 1 && f.Month == 1 && next.Year == f.Year+1:
		return "year", strconv.Itoa(f.Year)
	case f.Month == l.Month && f.Day == 1 && next.Day == 1:
		return f.Month.String()[:3], strconv.Itoa(f.Year)
	case f.Month == l.Month:
		return strconv.Itoa(f.Day) + "–" + day(l), strconv.Itoa(f.Year)
	}
	return f.Month.String()[:3] + "–" + l.Month.String()[:3], strconv.Itoa(f.Year)
}

// letterWidth is about how many pixels a letter of the picture takes.
const letterWidth = 7

// breadth is the length of a column's longer line in letters.
func (s span) breadth() int {
	first, second := s.short()
	return max(utf8.RuneCountInString(first), utf8.RuneCountInString(second))
}

// name names a day or period in full.
func (s span) name() string {
	f, l := s.from, s.to
	next := l.Add(1)
	switch {
	case f == l:
		return factcheck.SpellWeekday(f)
	case f.Day == 1 && f.Month == 1 && next.Day == 1 && next.Month == 1 && next.Year == f.Year+1:
		return strconv.Itoa(f.Year)
	case f.Day == 1 && next.Day == 1 && f.Month == l.Month && f.Year == l.Year:
		return f.Month.String() + " " + strconv.Itoa(f.Year)
	}
	return period(f, l)
}

// id is the element id of a day or period.
func (s span) id() string {
	if s.from == s.to {
		return "day-" + s.from.String()
	}
	return "day-" + s.from.String() + "-to-" + s.to.String()
}

// machine writes a day or period as a time element's datetime has it, "" if it
// cannot.
func (s span) machine() string {
	if s.from.IsZero() {
		return ""
	}
	for _, g := range [...]timex.Grain{timex.GrainWeek, timex.GrainMonth, timex.GrainYear} {
		if iso := validDateTime(timex.Expression{Earliest: s.from, Latest: s.to, Grain: g}); iso != "" {
			return iso
		}
	}
	return ""
}

// distance writes a number of days as a reader counts them.
func distance(days int) string {
	switch {
	case days >= 730:
		return count(int(math.Round(float64(days)/365.25)), "year", "years")
	case days >= 100:
		return count(int(math.Round(float64(days)/30.44)), "month", "months")
	}
	return count(days, "day", "days")
}
