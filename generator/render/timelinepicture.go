package render

import (
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// panelWidth is how wide a picture may be, in pixels. What is wider continues in
// another below, so that no page, screen or paper has to make the letters small.
const panelWidth = 1000

const (
	laneWidth   = 160 // for the name of a row
	panelLeft   = 188 // where the lines begin, behind the names
	panelTop    = 58  // below the days
	laneHeight  = 38
	columnStep  = 58
	unknownStep = 90
)

// draw returns the picture as SVG, in several panels where one would be too
// wide; "" if no day is known.
func (t *timeline) draw() template.HTML {
	columns, unknown := t.columns()
	if len(columns) == 0 {
		return ""
	}
	total := panelLeft + 74
	for i := range columns {
		if i > 0 {
			total += t.step(columns[i-1], columns[i])
		}
	}
	if unknown {
		total += unknownStep
	}
	panels := 1
	if total > panelWidth {
		panels = min(len(columns), (total-panelLeft+panelWidth-panelLeft-1)/(panelWidth-panelLeft))
	}
	var b strings.Builder
	b.Grow(panels * (2048 + 220*len(t.lanes)*4))
	for i := range panels {
		from, to := i*len(columns)/panels, (i+1)*len(columns)/panels
		t.panel(columns[from:to], unknown && i == panels-1).draw(&b, i, panels)
	}
	return template.HTML(b.String())
}

// A panel is a part of the picture, as wide as it may be.
type panel struct {
	*timeline
	columns  []span
	xs       []int // the middles of the columns
	gaps     []gap
	unknown  bool // there is a column for days that are not known
	unknownX int
	right    int
	height   int
}

// A gap is a time between two columns that is worth telling.
type gap struct {
	x    int
	text string
}

// panel lays out the columns of a panel.
func (t *timeline) panel(columns []span, unknown bool) *panel {
	p := &panel{timeline: t, columns: columns, xs: make([]int, len(columns)), unknown: unknown, height: panelTop + laneHeight*len(t.lanes) + 12}
	x := panelLeft + max(30, t.crowd(columns[0])/2+6)
	for i, c := range columns {
		if i > 0 {
			wide := t.step(columns[i-1], c)
			if between := c.from.Sub(columns[i-1].to); between > 13 {
				p.gaps = append(p.gaps, gap{x + wide/2, distance(between)})
			}
			x += wide
		}
		p.xs[i] = x
	}
	x += max(30, t.crowd(columns[len(columns)-1])/2)
	p.right = x + 14
	if unknown {
		p.unknownX = x + max(44, t.crowd(span{})/2+16)
		p.right = p.unknownX + max(44, t.crowd(span{})/2+24)
	}
	return p
}

// place returns the middle of a mark's column, if the panel has it.
func (p *panel) place(m *timemark) (x int, ok bool) {
	if m.column.from.IsZero() {
		return p.unknownX, p.unknown
	}
	i := slices.Index(p.columns, m.column)
	if i < 0 {
		return 0, false
	}
	return p.xs[i], true
}

// draw writes the panel as SVG; number counts from 0.
func (p *panel) draw(b *strings.Builder, number, of int) {
	suffix, title := "", p.title
	if of > 1 {
		title += ", part " + strconv.Itoa(number+1) + " of " + strconv.Itoa(of)
	}
	if number > 0 {
		suffix = "-" + strconv.Itoa(number+1)
	}
	right, height := strconv.Itoa(p.right), strconv.Itoa(p.height)
	b.WriteString(`<svg class="timeline" viewBox="0 0 ` + right + ` ` + height + `" width="` + right + `" height="` + height)
	b.WriteString(`" role="img" aria-labelledby="timeline-title` + suffix + ` timeline-desc` + suffix + `"><title id="timeline-title` + suffix + `">`)
	escape(b, title)
	b.WriteString(`</title><desc id="timeline-desc` + suffix + `">`)
	p.describe(b, number == 0, func(m *timemark) bool { _, ok := p.place(m); return ok }, p.unknown)
	b.WriteString("</desc>\n")
	p.drawDays(b)
	for i := range p.lanes {
		p.drawLane(b, &p.lanes[i], panelTop+laneHeight*i+laneHeight/2)
	}
	b.WriteString("</svg>")
}

// drawDays writes the columns with their days, and the gaps between them.
func (p *panel) drawDays(b *strings.Builder) {
	num := func(n int) { b.WriteString(strconv.Itoa(n)) }
	column := func(x int, first, second string) {
		b.WriteString(`<text class="day" x="`)
		num(x)
		b.WriteString(`" y="14">`)
		escape(b, first)
		b.WriteString(`</text><text class="year" x="`)
		num(x)
		b.WriteString(`" y="30">`)
		escape(b, second)
		b.WriteString("</text>")
	}
	b.WriteString(`<path class="tick" d="`)
	for _, x := range p.xs {
		b.WriteByte('M')
		num(x)
		b.WriteString(` 38V`)
		num(p.height - 10)
	}
	b.WriteString("\"/>\n")
	for i, c := range p.columns {
		first, second := c.short()
		column(p.xs[i], first, second)
		b.WriteByte('\n')
	}
	for _, g := range p.gaps {
		b.WriteString(`<text class="gap" x="`)
		num(g.x)
		b.WriteString(`" y="47">`)
		escape(b, g.text)
		b.WriteString(`</text><path class="break" d="M`)
		num(g.x - 5)
		b.WriteString(" ")
		num(panelTop + 4)
		b.WriteString(`l4 -8m3 8l4 -8"/>`)
	}
	if p.unknown {
		b.WriteString(`<path class="tick unknown" d="M`)
		num(p.unknownX)
		b.WriteString(` 38V`)
		num(p.height - 10)
		b.WriteString(`"/>`)
		column(p.unknownX, "day not", "known")
	}
}

// drawLane writes a row: its line, its name, and its marks at y.
func (p *panel) drawLane(b *strings.Builder, l *timelane, y int) {
	num := func(n int) { b.WriteString(strconv.Itoa(n)) }
	b.WriteString(`<g><path class="lane" d="M`)
	num(panelLeft)
	b.WriteString(" ")
	num(y)
	b.WriteString("H")
	num(p.right - 8)
	b.WriteString(`"/><text class="who" x="0" y="`)
	num(y + 5)
	b.WriteString(`">`)
	if l.siglum != "" {
		b.WriteString(`<tspan class="sig">`)
		escape(b, l.siglum)
		b.WriteString(`</tspan><tspan x="24">`)
	} else {
		b.WriteString(`<tspan>`)
	}
	escape(b, l.label)
	b.WriteString("</tspan></text>")
	if low, high, ok := p.reaches(l); ok {
		b.WriteString(`<path class="reach" d="M`)
		num(low)
		b.WriteString(" ")
		num(y)
		b.WriteString("H")
		num(high)
		b.WriteString(`"/>`)
	}
	// Marks of a row in one column stand side by side.
	const hollowWidth = 18
	total, at := map[int]int{}, map[int]int{}
	hollow := l.undated && p.unknown && !l.inferred()
	if hollow {
		total[p.unknownX] = hollowWidth
	}
	for j := range l.marks {
		if x, ok := p.place(&l.marks[j]); ok {
			total[x] += l.marks[j].width()
		}
	}
	next := func(x, width int) int {
		at[x] += width
		return x - total[x]/2 + at[x] - width/2
	}
	if hollow {
		drawMark(b, next(p.unknownX, hollowWidth), y, &timemark{shape: shapePublished, label: noDate}, true, !p.table)
	}
	for j := range l.marks {
		m := &l.marks[j]
		if x, ok := p.place(m); ok {
			drawMark(b, next(x, m.width()), y, m, false, !p.table)
		}
	}
	b.WriteString("</g>\n")
}

// reaches returns the ends of the line from the first day of a row to the last,
// as far as it lies in a panel; ok is false if none of it does.
func (p *panel) reaches(l *timelane) (low, high int, ok bool) {
	if !p.reach {
		return 0, 0, false
	}
	var first, last span
	for j := range l.marks {
		if m := &l.marks[j]; !m.column.from.IsZero() && (m.shape == shapePublished || m.shape == shapeSpoken) {
			if first.from.IsZero() || byTime(m.column, first) < 0 {
				first = m.column
			}
			if last.from.IsZero() || byTime(m.column, last) > 0 {
				last = m.column
			}
		}
	}
	if first == last || byTime(p.columns[0], last) > 0 || byTime(p.columns[len(p.columns)-1], first) < 0 {
		return 0, 0, false
	}
	low, high = panelLeft, p.right-8
	if i := slices.Index(p.columns, first); i >= 0 {
		low = p.xs[i]
	}
	if i := slices.Index(p.columns, last); i >= 0 {
		high = p.xs[i]
	}
	return low, high, low < high
}

// drawMark writes one mark. A hollow square stands for a date that the document
// does not give.
func drawMark(b *strings.Builder, x, y int, m *timemark, hollow, titled bool) {
	num := func(n int) { b.WriteString(strconv.Itoa(n)) }
	wide := m.column.from != m.column.to
	if !titled && !m.bad && !wide && !hollow { // the same in fewer words
		switch m.shape {
		case shapePublished:
			b.WriteString(`<path class="m pub" d="M`)
			num(x - 6)
			b.WriteByte(' ')
			num(y - 6)
			b.WriteString(`h12v12h-12z"/>`)
			return
		case shapeSpoken:
			b.WriteString(`<circle class="m spoken" cx="`)
			num(x)
			b.WriteString(`" cy="`)
			num(y)
			b.WriteString(`" r="6"/>`)
			return
		}
	}
	b.WriteString(`<g class="m`)
	switch {
	case hollow || m.shape == shapeInferred:
		b.WriteString(" none")
	case m.shape == shapePublished:
		b.WriteString(" pub")
	case m.shape == shapeSpoken:
		b.WriteString(" spoken")
	default:
		b.WriteString(" stated")
	}
	if m.bad {
		b.WriteString(" bad")
	}
	b.WriteString(`" transform="translate(`)
	num(x)
	b.WriteByte(' ')
	num(y)
	b.WriteString(`)">`)
	if titled {
		b.WriteString(`<title>`)
		escape(b, m.label)
		b.WriteString(`</title>`)
	}
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

// describe tells a panel in words, row by row: the marks that it has.
func (t *timeline) describe(b *strings.Builder, key bool, has func(*timemark) bool, unknown bool) {
	if key {
		b.WriteString("A row for each source. Squares: date of publication, dashed where the document bears none; a dashed bar: when it was published, as the program infers. Rings: days that the text speaks of. Diamonds: days stated on this page. A triangle: part of a finding. Distances are not to scale.")
	}
	if t.table {
		b.WriteString(" The table below has the same dates.")
		return
	}
	for i := range t.lanes {
		l := &t.lanes[i]
		var told []string
		if l.undated && unknown && !l.inferred() {
			told = append(told, "no date recorded")
		}
		for j := range l.marks {
			if m := &l.marks[j]; has(m) {
				label := m.label
				if m.bad {
					label += " (part of a finding)"
				}
				told = append(told, label)
			}
		}
		if len(told) == 0 {
			continue
		}
		b.WriteByte(' ')
		if l.siglum != "" {
			escape(b, l.siglum+", ")
		}
		escape(b, l.label)
		b.WriteString(": ")
		for j, what := range told {
			if j > 0 {
				b.WriteString("; ")
			}
			escape(b, what)
		}
		b.WriteByte('.')
	}
}

// width is how much room a mark takes in its row.
func (m *timemark) width() int {
	switch {
	case m.shape == shapeEvent:
		return 27
	case m.shape == shapeInferred:
		return 36
	case m.shape == shapeSpoken && m.column.from != m.column.to:
		return 34
	}
	return 18
}

// letterWidth is about how many pixels a letter of the picture takes.
const letterWidth = 7

// advance is about how many pixels a letter takes at the size of the rows' names,
// rather too many than too few, as fonts differ.
func advance(r rune) int {
	switch {
	case unicode.Is(unicode.Mn, r):
		return 0
	case r >= 0x1100 && r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 || r >= 0xF900 && r <= 0xFAFF || r >= 0xFF00 && r <= 0xFF60 || r >= 0x1F000:
		return 15
	case strings.ContainsRune("ijlItfr.,:;'’‘()[]| ", r):
		return 6
	case strings.ContainsRune("mwMW@%—…", r):
		return 13
	case unicode.IsUpper(r):
		return 10
	}
	return 8
}

// fitted cuts text so that it takes at most width pixels as the name of a row.
func fitted(text string, width int) string {
	all := 0
	letters := 0
	for _, r := range text {
		all += advance(r)
		if all+advance('…') <= width {
			letters++
		}
	}
	if all <= width {
		return text
	}
	return shortened(text, letters+1)
}

// step is the distance of two columns that follow each other: it grows with the
// days between, with what is written above and with the marks that stand side by
// side.
func (t *timeline) step(before, c span) int {
	wide := max(columnStep, letterWidth*(c.breadth()+before.breadth())/2+12, (t.crowd(before)+t.crowd(c))/2+12)
	if between := c.from.Sub(before.to); between > 1 {
		wide += min(56, int(6*math.Log2(float64(between))))
	}
	return wide
}

// crowd is how wide the marks of the fullest row stand in a column.
func (t *timeline) crowd(c span) int {
	most := 0
	for i := range t.lanes {
		wide := 0
		for j := range t.lanes[i].marks {
			if m := &t.lanes[i].marks[j]; m.column == c {
				wide += m.width()
			}
		}
		most = max(most, wide)
	}
	return most
}
