package render

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"crosscheck/generator/engine/collate"
)

// The variant graph shows how the sources put a statement as a sentence with
// branches (Schmidt and Colomb 2009): what all have runs along the middle, and
// where they part there is a box for each reading, with the sigla of those that
// have it. Between two places all branches come together, so no line crosses
// another. A source that leaves words out passes them by on an empty line; one
// that is silent is not named at that place.
//
// Which font a reader has is not known here. Words are given the room that they
// need in the widest of those that the style sheet names.

// Sizes are in px.
const (
	graphWidth = 680
	graphNode  = 232 // the widest words may be before they are broken into lines
	graphGap   = 32  // between two places
	graphEdge  = 14  // left and right of a line
	graphPad   = 7   // between words and their box
	graphSpace = 10  // between two branches

	wordSize, wordLine   = 16, 20
	labelSize, labelLine = 12, 15
)

// What is larger than this is no picture any more, but a tangle.
const (
	maxBranches = 36
	maxStacked  = 7
)

// A graph is laid out: its places stand in lines, like words.
type graph struct {
	width, height int
	lines         []graphLine
}

type graphLine struct {
	middle int // y of the line that all sources share
	places []place
}

// A place is a stretch of the statement with its readings, the one that most
// sources have first.
type place struct {
	x, width int
	material bool
	title    string // the columns of the table, and how the readings differ
	titleY   int
	readings []branch
}

// A branch is a reading where it stands. Words is empty where they are left out.
type branch struct {
	words     string
	witnesses []int
	everyone  bool // no source is without it
	y, height int  // of its box
	lines     []string
	labels    []string
}

// variantGraph draws the graph of a claim, or says in a sentence why there is
// none.
func (c *comparison) variantGraph() (picture template.HTML, none string) {
	if !c.compared || len(c.Table.Rows) == 0 {
		return "", ""
	}
	places := c.graphPlaces()
	branches := 0
	for _, p := range places {
		if len(p.readings) > 1 {
			branches += len(p.readings)
		}
		if len(p.readings) > maxStacked {
			branches = maxBranches + 1
		}
		for _, r := range p.readings {
			if rightToLeft(r.words) {
				return "", "No picture of the variants is drawn for text that is written from right to left; the table shows them."
			}
		}
	}
	switch {
	case branches == 0:
		return "", ""
	case branches > maxBranches:
		return "", "The sources part in so many places that a picture of the variants would be a tangle; the table shows them."
	}
	g := layout(places, c)
	return g.draw(c), ""
}

func rightToLeft(s string) bool {
	for _, r := range s {
		if r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return true
		}
	}
	return false
}

// graphPlaces takes the columns of the table for places. Neighbors in which no
// source differs are one.
func (c *comparison) graphPlaces() []place {
	all := c.bySiglum()
	var places []place
	for i, col := range c.columns() {
		p := place{material: col.kind.Material(), title: strconv.Itoa(i + 1)}
		switch col.kind {
		case collate.Same:
		case collate.Omission:
			p.title += " not in all"
		default:
			p.title += " " + kindLabelOf(col.kind).name
		}
		at := map[int]int{}
		for _, w := range all {
			n := col.readings[w]
			if n < 0 {
				continue
			}
			if _, ok := at[n]; !ok {
				at[n] = len(p.readings)
				p.readings = append(p.readings, branch{words: c.wordsOf(w, col)})
			}
			r := &p.readings[at[n]]
			r.witnesses = append(r.witnesses, w)
		}
		slices.SortStableFunc(p.readings, func(a, b branch) int {
			return cmp.Or(len(b.witnesses)-len(a.witnesses), b2i(a.words == "")-b2i(b.words == ""))
		})
		if len(p.readings) == 1 {
			p.title = ""
			p.readings[0].everyone = len(p.readings[0].witnesses) == len(all)
			if n := len(places) - 1; n >= 0 && len(places[n].readings) == 1 && slices.Equal(places[n].readings[0].witnesses, p.readings[0].witnesses) {
				places[n].readings[0].words += " " + p.readings[0].words
				continue
			}
		}
		if len(p.readings) > 0 {
			places = append(places, p)
		}
	}
	return places
}

// wordsOf is what a witness has in a column, "" if nothing.
func (c *comparison) wordsOf(witness int, col column) string {
	from, to := -1, 0
	for row := col.from; row < col.to; row++ {
		if cell := c.Table.Rows[row].Cells[witness]; !cell.Empty() {
			if from < 0 {
				from = cell.Start
			}
			to = cell.End
		}
	}
	if from < 0 {
		return ""
	}
	return strings.Join(strings.Fields(c.Table.Witnesses[witness].Text[from:to]), " ")
}

// layout gives every branch its box.
func layout(places []place, c *comparison) graph {
	var g graph
	g.height = graphSpace
	x, first := graphEdge+graphGap/2, 0
	finish := func(end int) {
		if first < end {
			g.line(slices.Clone(places[first:end]))
		}
		x, first = graphEdge+graphGap/2, end
	}
	for i := range places {
		p := &places[i]
		p.width = textWidth(p.title, labelSize)
		for j := range p.readings {
			r := &p.readings[j]
			r.lines = broken(r.words, graphNode, wordSize)
			for _, l := range r.lines {
				p.width = max(p.width, textWidth(l, wordSize)+2*graphPad)
			}
			if !r.everyone {
				var sigla []string
				for _, w := range r.witnesses {
					sigla = append(sigla, c.Witnesses[w].Siglum)
				}
				r.labels = broken(strings.Join(sigla, " "), max(p.width-2*graphPad, graphNode/3), labelSize)
				for _, l := range r.labels {
					p.width = max(p.width, textWidth(l, labelSize)+2*graphPad)
				}
			}
			r.height = len(r.lines)*wordLine + len(r.labels)*labelLine + graphPad
			if r.words == "" {
				r.height = 2 * (len(r.labels)*labelLine + 4) // the line is in the middle, the sigla above it
			}
		}
		if i > first && x+p.width+graphGap/2+graphEdge > graphWidth {
			finish(i)
		}
		p.x = x
		x += p.width + graphGap
	}
	finish(len(places))
	return g
}

// line adds a line of places below the others. Their first readings stand on its
// middle, the second above, the third below, and so on.
func (g *graph) line(places []place) {
	above, below := 0, 0
	for i := range places {
		p := &places[i]
		up, down := p.readings[0].height/2, p.readings[0].height-p.readings[0].height/2
		p.readings[0].y = -up
		for j := 1; j < len(p.readings); j++ {
			r := &p.readings[j]
			if j%2 == 1 {
				up += graphSpace + r.height
				r.y = -up
			} else {
				r.y = down + graphSpace
				down = r.y + r.height
			}
		}
		if p.title != "" {
			p.titleY = -up - 4
			up += labelLine + 2
		}
		above, below = max(above, up), max(below, down)
	}
	middle := g.height + above
	for i := range places {
		p := &places[i]
		p.titleY += middle
		for j := range p.readings {
			p.readings[j].y += middle
		}
		g.width = max(g.width, p.x+p.width+graphGap/2+graphEdge)
	}
	g.lines = append(g.lines, graphLine{middle, places})
	g.height = middle + below + 2*graphSpace
}

// draw writes the graph as SVG. Shapes of one kind are one path.
func (g *graph) draw(c *comparison) template.HTML {
	var wires, passes, boxes, material, texts, labels, titles strings.Builder
	num := strconv.Itoa
	text := func(b *strings.Builder, x, y int, s string) {
		b.WriteString(`<text x="` + num(x) + `" y="` + num(y) + `">`)
		escape(b, s)
		b.WriteString("</text>")
	}
	for i, l := range g.lines {
		start := l.places[0].x - graphGap/2
		if i > 0 {
			start -= graphEdge - 4
		}
		wires.WriteString("M" + num(start) + " " + num(l.middle))
		for _, p := range l.places { // the line that all share, broken where words stand on it
			wires.WriteString("H" + num(p.x) + "m" + num(p.width) + " 0")
		}
		wires.WriteString("h" + num(graphGap/2))
		for _, p := range l.places {
			left := p.x - graphGap/2
			for j, r := range p.readings {
				y := r.y + r.height/2
				if j == 0 {
					y = l.middle
				}
				y0, y1 := num(l.middle), num(y)
				if y != l.middle {
					wires.WriteString("M" + num(left) + " " + y0)
					const bend = graphGap/2 - 4
					up, down := num(y-l.middle), num(l.middle-y)
					wires.WriteString("c" + num(bend) + " 0 4 " + up + " " + num(graphGap/2) + " " + up)
					wires.WriteString("M" + num(p.x+p.width) + " " + y1 + "c" + num(bend) + " 0 4 " + down + " " + num(graphGap/2) + " " + down)
				}
				center := p.x + p.width/2
				if r.words == "" {
					passes.WriteString("M" + num(p.x) + " " + y1 + "h" + num(p.width))
					for k, line := range r.labels {
						text(&labels, center, y-5-(len(r.labels)-1-k)*labelLine, line)
					}
					continue
				}
				top := r.y + graphPad/2
				for k, line := range r.lines {
					text(&texts, center, top+k*wordLine+wordLine-5, line)
				}
				for k, line := range r.labels {
					text(&labels, center, top+len(r.lines)*wordLine+k*labelLine+labelLine-4, line)
				}
				if len(p.readings) > 1 {
					box := &boxes
					if p.material {
						box = &material
					}
					box.WriteString("M" + num(p.x) + " " + num(r.y) + "h" + num(p.width) + "v" + num(r.height) + "h" + num(-p.width) + "z")
				}
			}
			if p.title != "" {
				text(&titles, p.x+p.width/2, p.titleY, p.title)
			}
		}
		if last := l.places[len(l.places)-1]; i+1 < len(g.lines) { // it goes on below
			x := last.x + last.width + graphGap/2
			wires.WriteString("M" + num(x) + " " + num(l.middle) + "h" + num(graphEdge-4) + "m-5 -4l5 4l-5 4")
		}
	}
	var b strings.Builder
	b.Grow(512 + wires.Len() + passes.Len() + boxes.Len() + material.Len() + texts.Len() + labels.Len() + titles.Len())
	b.WriteString(`<svg class="graph" viewBox="0 0 ` + num(g.width) + " " + num(g.height) + `" width="` + num(g.width) + `" height="` + num(g.height) +
		`" role="img" aria-labelledby="graph-title graph-desc"><title id="graph-title">The statement as a sentence with branches</title><desc id="graph-desc">`)
	g.describe(&b, c)
	b.WriteString("</desc>\n")
	for _, path := range [...]struct {
		class string
		d     *strings.Builder
	}{{"wire", &wires}, {"pass", &passes}, {"box", &boxes}, {"box material", &material}} {
		if path.d.Len() > 0 {
			b.WriteString(`<path class="` + path.class + `" d="` + path.d.String() + "\"/>\n")
		}
	}
	for _, group := range [...]struct {
		class string
		texts *strings.Builder
	}{{"words", &texts}, {"sig", &labels}, {"nth", &titles}} {
		if group.texts.Len() > 0 {
			b.WriteString(`<g class="` + group.class + `">` + group.texts.String() + "</g>\n")
		}
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}

// describe says what the picture shows; the readings themselves stand in the
// table of variants.
func (g *graph) describe(b *strings.Builder, c *comparison) {
	apart, common := 0, 0
	for _, l := range g.lines {
		for _, p := range l.places {
			if len(p.readings) > 1 {
				apart++
			} else if p.readings[0].everyone {
				common++
			}
		}
	}
	b.WriteString("The wordings part in " + count(apart, "place", "places") + " and are at one in " + strconv.Itoa(common) + ". The table below has the same readings.")
}

// broken breaks text into lines that are at most so wide, between words where it
// can. Empty text has no line. A word may be as long as a text: each letter is
// measured once.
func broken(s string, width, size int) []string {
	most := width * 100 / size // in hundredths of the size
	blank := breadthOf(' ')
	var lines []string
	line, wide := "", 0
	for _, word := range strings.Fields(s) {
		long := hundredths(word)
		if line != "" && wide+blank+long > most {
			lines = append(lines, line)
			line, wide = "", 0
		}
		for long > most { // it begins a line, and goes over several
			cut, w := 0, 0
			for i, r := range word {
				if w += breadthOf(r); w > most && i > 0 {
					w -= breadthOf(r)
					cut = i
					break
				}
			}
			if cut == 0 { // a single letter is wider
				break
			}
			lines = append(lines, word[:cut])
			word, long = word[cut:], long-w
		}
		if line != "" {
			line, wide = line+" ", wide+blank
		}
		line, wide = line+word, wide+long
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// textWidth is how wide text is at most, in px, in any font that is likely to be
// met: DejaVu Serif is about the widest.
func textWidth(s string, size int) int {
	return (hundredths(s)*size + 99) / 100
}

func hundredths(s string) (w int) {
	for _, r := range s {
		w += breadthOf(r)
	}
	return w
}

// breadthOf is how wide a letter is in hundredths of the size.
func breadthOf(r rune) int {
	switch {
	case strings.ContainsRune("ijlI.,:;'’‘!|", r):
		return 42
	case strings.ContainsRune("ftrs()[]- \"“”", r):
		return 54
	case strings.ContainsRune("mwMW@%—…", r):
		return 112
	case unicode.Is(unicode.Mn, r):
		return 0
	case r >= 0x1100 && (r <= 0x11FF || r >= 0x2E80):
		return 125
	case unicode.IsUpper(r):
		return 86
	}
	return 66
}
