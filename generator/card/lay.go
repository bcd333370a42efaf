package card

// Measures in pixels. The margin is wide, since some networks cut the edges.
const (
	margin = 80
	column = Width - 2*margin

	barHeight  = 16
	siteBase   = 92
	textTop    = 158
	textBottom = 464
	ruleTop    = 491
	gradeBase  = 550

	cellWidth, cellHeight, cellGap = 24, 30, 5
)

var (
	siteBox = box{style: headline, sizes: []int{38, 34, 30}, width: column, height: 38, leading: 110}
	textBox = box{style: headline, sizes: []int{112, 100, 90, 81, 73, 66, 60, 54, 49, 44, 40, 37, 34, 31}, tight: []int{27, 23, 20}, width: column, height: textBottom - textTop, leading: 115}
)

// lay puts everything in its place.
func (p *press) lay(c *Card) {
	p.fill(0, 0, Width, barHeight, ink)
	site, text, grade, facts := p.clean(headline, c.Site), p.clean(headline, c.Text), p.clean(strong, c.Grade), p.clean(plain, c.Facts)

	big := p.set(text, &textBox)
	if len(big.lines) == 0 { // what stands for it, in its place
		if big = p.set(p.clean(headline, c.Grade), &textBox); len(big.lines) > 0 {
			grade = ""
		} else {
			big, site = p.set(site, &textBox), ""
		}
	}
	if s := p.set(site, &siteBox); len(s.lines) > 0 {
		p.write(headline, s.lines[0], s.size, margin, siteBase, ink)
		p.fill(margin, siteBase+24, 64, 6, accent)
	}
	// Lines hang from their top by the height of capitals. What room is left goes
	// above and below.
	step := big.size * textBox.leading
	top := textTop + max(0, textBottom-textTop-(big.size*68+(len(big.lines)-1)*step)/100)/3
	for i, l := range big.lines {
		p.write(headline, l, big.size, margin, top+(big.size*68+i*step)/100, ink)
	}
	p.foot(c, grade, facts)
}

// foot sets the verdict and the numbers, in one line or two.
func (p *press) foot(c *Card, grade, facts string) {
	p.fill(margin, ruleTop, column, 2, line)
	x := margin
	if c.Of > 0 && c.Of <= 12 && c.Place > 0 && c.Place <= c.Of {
		for i := range c.Of {
			top := gradeBase - cellHeight + 1 // as high as the letters beside it
			p.fill(x, top, cellWidth, cellHeight, ink)
			if i > c.Of-c.Place {
				p.fill(x+2, top+2, cellWidth-4, cellHeight-4, 0)
			}
			x += cellWidth + cellGap
		}
		x += 16
	}
	room := box{style: strong, sizes: []int{40, 36, 32, 28, 25, 22}, width: Width - margin - x, height: 40, leading: 120}
	g := p.set(grade, &room)
	if len(g.lines) > 0 {
		p.write(strong, g.lines[0], g.size, x, gradeBase, ink)
	}
	numbers := box{style: plain, sizes: []int{30, 27, 24, 21}, width: column, height: 30, leading: 120}
	f := p.set(facts, &numbers)
	switch {
	case len(f.lines) == 0:
	case len(g.lines) == 0 && x == margin:
		p.write(plain, f.lines[0], f.size, margin, gradeBase, soft)
	default:
		p.write(plain, f.lines[0], f.size, margin, gradeBase+46, soft)
	}
}

// fill paints a rectangle.
func (p *press) fill(x, y, w, h int, shade byte) {
	for i := range h {
		row := p.pixels[(y+i)*Width+x:][:w]
		for j := range row {
			row[j] = shade
		}
	}
}

// write sets a line of text from x on, on a base line.
func (p *press) write(s style, text string, size, x, base int, shade int) {
	p.each(s, text, size, func(g glyph, pen int) {
		if g.index == 0 {
			return
		}
		quarter := (x*64 + pen + 8) / 16
		m := p.mask(g, size, quarter&3)
		left, top := quarter>>2+m.x, base+m.y
		for i := range m.h {
			y := top + i
			if y < 0 || y >= Height {
				continue
			}
			for j, cover := range m.cover[i*m.w : (i+1)*m.w] {
				if cover == 0 || left+j < 0 || left+j >= Width {
					continue
				}
				at := &p.pixels[y*Width+left+j]
				*at = max(*at, byte((int(cover)*shade+127)/255))
			}
		}
	})
}
