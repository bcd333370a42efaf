package render

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"
)

// maxBands is how many bands between bars an eye can follow; where there are
// more, the numbers alone tell which stretches are the same.
const maxBands = 48

// sharePicture draws a bar for each of the chosen documents, to the scale of its
// length, with the stretches that others share: filled where the words are the
// same, framed where they are nearly so, each with the number of its passage, and
// a band from each to the next document that has it. Nothing is told by color.
//
// The picture is as wide as the page. Shapes lie in a drawing of a thousand units
// that is stretched, words and numbers beside it at percentages, so that they are
// not.
func (s *spread) sharePicture(chosen []int, shares [][]share) template.HTML {
	const width, rowHeight, name, bar = 1000, 66, 14, 18
	const narrow = 544 // px, as narrow as the style sheet lets it become
	longest := 1
	rows := map[string]int{}
	for i, c := range chosen {
		a := &s.d.Story.Articles[c]
		rows[a.ID] = i
		longest = max(longest, len(a.Body.Plain))
	}
	x := func(offset int) float64 { return float64(offset) * width / float64(longest) }
	y := func(row int) int { return row*rowHeight + name + 6 }
	height := len(chosen) * rowHeight

	// The stretches of each passage, and of each row, from left to right.
	type stretch struct {
		row, passage int
		from, to     float64
	}
	var all []stretch
	var bands strings.Builder
	drawn := 0
	num := func(b *strings.Builder, f float64) { b.WriteString(strconv.FormatFloat(f, 'f', 1, 64)) }
	for i, p := range s.d.Shared.Passages {
		var last *stretch
		for _, c := range p.Places {
			row, ok := rows[c.Article]
			if !ok {
				continue
			}
			v := stretch{row, i, x(c.Start), max(x(c.End), x(c.Start)+2)}
			if last != nil {
				drawn++
				bands.WriteString(`<path class="band" d="M`)
				num(&bands, last.from)
				bands.WriteString(" " + strconv.Itoa(y(last.row)+bar) + "L")
				num(&bands, v.from)
				bands.WriteString(" " + strconv.Itoa(y(v.row)) + "H")
				num(&bands, v.to)
				bands.WriteByte('L')
				num(&bands, last.to)
				bands.WriteString(" " + strconv.Itoa(y(last.row)+bar) + "z\"/>\n")
			}
			all = append(all, v)
			last = &v
		}
	}
	slices.SortStableFunc(all, func(a, b stretch) int { return cmp.Or(a.row-b.row, cmp.Compare(a.from, b.from)) })

	var b strings.Builder
	b.Grow(4096)
	b.WriteString(`<svg class="sharing" width="100%" height="` + strconv.Itoa(height) + `" role="img" aria-labelledby="sharing-title sharing-desc"><title id="sharing-title">Who shares text with whom</title><desc id="sharing-desc">`)
	s.describeShares(&b, chosen, shares)
	b.WriteString("</desc>\n" + `<svg width="100%" height="` + strconv.Itoa(height) + `" viewBox="0 0 1000 ` + strconv.Itoa(height) + `" preserveAspectRatio="none">` + "\n")
	if drawn <= maxBands {
		b.WriteString(bands.String())
	}
	for i, c := range chosen {
		b.WriteString(`<rect class="whole" x="0" y="` + strconv.Itoa(y(i)) + `" width="`)
		num(&b, max(2, x(len(s.d.Story.Articles[c].Body.Plain))))
		b.WriteString(`" height="` + strconv.Itoa(bar) + "\"/>\n")
	}
	for _, v := range all {
		p := &s.d.Shared.Passages[v.passage]
		class := "near"
		if p.Exact {
			class = "exact"
		}
		b.WriteString(`<rect class="` + class + `" x="`)
		num(&b, v.from)
		b.WriteString(`" y="` + strconv.Itoa(y(v.row)) + `" width="`)
		num(&b, v.to-v.from)
		b.WriteString(`" height="` + strconv.Itoa(bar) + `"><title>Passage ` + strconv.Itoa(v.passage+1) + `, in `)
		escape(&b, s.others(p, ""))
		b.WriteString(`: ` + shareLabel(p) + "</title></rect>\n")
	}
	b.WriteString("</svg>\n")
	for i, c := range chosen {
		src := s.articles[s.d.Story.Articles[c].ID]
		b.WriteString(`<text class="who" x="0" y="` + strconv.Itoa(y(i)-6) + `"><tspan class="sig">`)
		escape(&b, src.Siglum)
		b.WriteString(`</tspan><tspan dx="7">`)
		escape(&b, shortened(src.called, maxCalled))
		b.WriteString("</tspan></text>\n")
	}
	row, taken := -1, 0.0 // up to where numbers stand below the bar
	for _, v := range all {
		if v.row != row {
			row, taken = v.row, 0
		}
		p := &s.d.Shared.Passages[v.passage]
		label := strconv.Itoa(v.passage + 1)
		if p.Quoted {
			label = "“" + label + "”"
		}
		wide := float64(7*len([]rune(label))+6) * width / narrow
		class, at, base := "below", max((v.from+v.to-wide)/2, taken), y(row)+bar+12
		switch {
		case v.to-v.from >= wide:
			at, base = (v.from+v.to-wide)/2, y(row)+13
			if class = "in"; p.Exact {
				class = "in exact"
			}
		case at-(v.from+v.to-wide)/2 > wide: // too far from its stretch
			continue
		default:
			taken = at + wide
		}
		b.WriteString(`<text class="` + class + `" x="`)
		num(&b, (at+wide/2)/10)
		b.WriteString(`%" y="` + strconv.Itoa(base) + `">` + label + "</text>\n")
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}

// describeShares tells the picture in words, row by row.
func (s *spread) describeShares(b *strings.Builder, chosen []int, shares [][]share) {
	b.WriteString("A bar for each document, as long as its text. Stretches that other documents have as well bear the number of the passage.")
	for i, c := range chosen {
		src := s.articles[s.d.Story.Articles[c].ID]
		n := s.d.Shared.Articles[c]
		b.WriteByte(' ')
		escape(b, src.Siglum+", "+src.called)
		b.WriteString(": " + percent(n.Shared, n.Words) + " of " + count(n.Words, "word", "words"))
		var with []string
		for j, other := range chosen {
			if shares[i][j].passages > 0 {
				with = append(with, s.d.Story.Articles[other].Siglum)
			}
		}
		if len(with) > 0 {
			b.WriteString(", shared with ")
			escape(b, listed(with))
		}
		var numbers []string
		for _, sh := range src.shares {
			numbers = append(numbers, strconv.Itoa(sh.passage+1))
		}
		if len(numbers) == 1 {
			b.WriteString("; passage ")
		} else {
			b.WriteString("; passages ")
		}
		b.WriteString(listed(numbers))
		b.WriteByte('.')
	}
}
