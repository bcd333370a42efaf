package render

import (
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
func (s *spread) sharePicture(chosen []int, shares [][]share) template.HTML {
	const left, width, top, rowHeight, bar = 188, 760, 10, 62, 20
	longest := 1
	rows := map[string]int{}
	for i, c := range chosen {
		a := &s.d.Story.Articles[c]
		rows[a.ID] = i
		longest = max(longest, len(a.Body.Plain))
	}
	x := func(offset int) float64 { return left + float64(offset)*width/float64(longest) }
	y := func(row int) int { return top + row*rowHeight }
	right, height := left+width+10, top+len(chosen)*rowHeight-14

	var b strings.Builder
	b.Grow(4096)
	num := func(f float64) { b.WriteString(strconv.FormatFloat(f, 'f', 1, 64)) }
	whole := func(n int) { b.WriteString(strconv.Itoa(n)) }
	b.WriteString(`<svg class="sharing" viewBox="0 0 `)
	whole(right)
	b.WriteByte(' ')
	whole(height)
	b.WriteString(`" width="`)
	whole(right)
	b.WriteString(`" height="`)
	whole(height)
	b.WriteString(`" role="img" aria-labelledby="sharing-title sharing-desc"><title id="sharing-title">Who shares text with whom</title><desc id="sharing-desc">`)
	s.describeShares(&b, chosen, shares)
	b.WriteString("</desc>\n")

	// Stretches of each passage in the order of the rows.
	type stretch struct {
		row, passage int
		from, to     float64
	}
	var all []stretch
	byPassage := make([][]stretch, len(s.d.Shared.Passages))
	bands := 0
	for i, p := range s.d.Shared.Passages {
		for _, c := range p.Places {
			row, ok := rows[c.Article]
			if !ok {
				continue
			}
			st := stretch{row, i, x(c.Start), max(x(c.End), x(c.Start)+2)}
			all = append(all, st)
			byPassage[i] = append(byPassage[i], st)
		}
		slices.SortStableFunc(byPassage[i], func(a, b stretch) int { return a.row - b.row })
		bands += max(0, len(byPassage[i])-1)
	}
	if bands <= maxBands {
		for _, list := range byPassage {
			for k := 1; k < len(list); k++ {
				u, v := list[k-1], list[k]
				b.WriteString(`<path class="band" d="M`)
				num(u.from)
				b.WriteByte(' ')
				whole(y(u.row) + bar)
				b.WriteByte('L')
				num(v.from)
				b.WriteByte(' ')
				whole(y(v.row))
				b.WriteByte('H')
				num(v.to)
				b.WriteByte('L')
				num(u.to)
				b.WriteByte(' ')
				whole(y(u.row) + bar)
				b.WriteString("z\"/>\n")
			}
		}
	}
	for i, c := range chosen {
		src := s.articles[s.d.Story.Articles[c].ID]
		b.WriteString(`<text class="who" x="0" y="`)
		whole(y(i) + 15)
		b.WriteString(`"><tspan class="sig">`)
		escape(&b, src.Siglum)
		b.WriteString(`</tspan>`)
		name := src.name
		if !src.named {
			name = called("", src.Name(), src.Title != "", src.Label != "", maxLane-2)
		}
		b.WriteString(`<tspan dx="7">`)
		escape(&b, shortened(name, maxLane))
		b.WriteString(`</tspan></text><rect class="whole" x="`)
		whole(left)
		b.WriteString(`" y="`)
		whole(y(i))
		b.WriteString(`" width="`)
		num(max(2, x(len(src.Body.Plain))-left))
		b.WriteString(`" height="`)
		whole(bar)
		b.WriteString("\"/>\n")
	}
	slices.SortStableFunc(all, func(a, b stretch) int {
		if a.row != b.row {
			return a.row - b.row
		}
		switch {
		case a.from < b.from:
			return -1
		case a.from > b.from:
			return 1
		}
		return 0
	})
	row, taken := -1, 0.0 // up to where numbers stand below the bar
	for _, st := range all {
		if st.row != row {
			row, taken = st.row, 0
		}
		p := &s.d.Shared.Passages[st.passage]
		label := strconv.Itoa(st.passage + 1)
		if p.Quoted {
			label = "“" + label + "”"
		}
		class := "near"
		if p.Exact {
			class = "exact"
		}
		b.WriteString(`<g class="` + class + `"><title>Passage `)
		whole(st.passage + 1)
		b.WriteString(`, in `)
		escape(&b, s.others(p, ""))
		b.WriteString(`: `)
		b.WriteString(shareLabel(p))
		b.WriteString(`</title><rect x="`)
		num(st.from)
		b.WriteString(`" y="`)
		whole(y(row))
		b.WriteString(`" width="`)
		num(st.to - st.from)
		b.WriteString(`" height="`)
		whole(bar)
		b.WriteString(`"/>`)
		wide := float64(7*len([]rune(label)) + 6)
		middle := (st.from + st.to) / 2
		if st.to-st.from >= wide {
			b.WriteString(`<text class="in" x="`)
			num(middle)
			b.WriteString(`" y="`)
			whole(y(row) + 14)
			b.WriteString(`">` + label + `</text>`)
		} else if at := max(middle-wide/2, taken); at-(middle-wide/2) <= 12 {
			taken = at + wide
			b.WriteString(`<text class="below" x="`)
			num(at + wide/2)
			b.WriteString(`" y="`)
			whole(y(row) + bar + 13)
			b.WriteString(`">` + label + `</text>`)
		}
		b.WriteString("</g>\n")
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
