package card

import (
	"slices"

	"golang.org/x/image/font/sfnt"
)

// The rasterizer works in whole numbers throughout: what floats give depends on
// whether a processor fuses a product and a sum. That is why it is not
// golang.org/x/image/vector. It cuts each row of pixels into lines, follows the
// outline's crossings with each by the rule of winding numbers (accents may lie
// over their letters), and measures what is covered between them exactly.
const (
	one      = 256 // of a pixel: the unit of coordinates
	lines    = 16  // to a row of pixels
	lineStep = one / lines
	pieces   = 8 // straight ones, for a curve
)

// A mask is a glyph drawn at a size: how far each pixel is covered, 0 to 255.
type mask struct {
	x, y, w, h int // x and y from the pen on the base line
	cover      []byte
}

type point struct{ x, y int }

// A crossing is where an outline crosses a line, and in which direction.
type crossing struct{ x, dir int }

// A raster draws masks. Its slices are kept from one to the next.
type raster struct {
	path  []point // pairs: from, to
	lines [][]crossing
	row   []int
}

// draw fills an outline in units of 1/64 of the font's, at size pixels to the em
// of upem units, shifted to the right by shift.
func (r *raster) draw(outline sfnt.Segments, size, upem, shift int) mask {
	r.path = r.path[:0]
	at := func(i int, s *sfnt.Segment) point {
		return point{int(s.Args[i].X)*size*(one/64)/upem + shift, int(s.Args[i].Y) * size * (one / 64) / upem}
	}
	var start, pen point
	to := func(p point) {
		r.path = append(r.path, pen, p)
		pen = p
	}
	for i := range outline {
		s := &outline[i]
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			to(start)
			start = at(0, s)
			pen = start
		case sfnt.SegmentOpLineTo:
			to(at(0, s))
		case sfnt.SegmentOpQuadTo: // TrueType has no others
			a, b, c := pen, at(0, s), at(1, s)
			for t := 1; t <= pieces; t++ {
				u := pieces - t
				to(point{(u*u*a.x + 2*u*t*b.x + t*t*c.x) / (pieces * pieces), (u*u*a.y + 2*u*t*b.y + t*t*c.y) / (pieces * pieces)})
			}
		}
	}
	to(start)

	lo, hi := point{1 << 30, 1 << 30}, point{-1 << 30, -1 << 30}
	for i := 0; i < len(r.path); i += 2 {
		if a, b := r.path[i], r.path[i+1]; a != b {
			lo = point{min(lo.x, a.x, b.x), min(lo.y, a.y, b.y)}
			hi = point{max(hi.x, a.x, b.x), max(hi.y, a.y, b.y)}
		}
	}
	if lo.x > hi.x {
		return mask{}
	}
	m := mask{x: lo.x >> 8, y: lo.y >> 8}
	m.w, m.h = (hi.x+one-1)>>8-m.x, (hi.y+one-1)>>8-m.y
	m.cover = make([]byte, m.w*m.h)
	for len(r.lines) < m.h*lines {
		r.lines = append(r.lines, nil)
	}
	for i := range m.h * lines {
		r.lines[i] = r.lines[i][:0]
	}
	for i := 0; i < len(r.path); i += 2 {
		r.cross(r.path[i], r.path[i+1], m.x*one, m.y*one)
	}
	if len(r.row) < m.w {
		r.row = make([]int, m.w)
	}
	for y := range m.h {
		row := r.row[:m.w]
		clear(row)
		for _, line := range r.lines[y*lines : (y+1)*lines] {
			slices.SortFunc(line, func(a, b crossing) int { return a.x - b.x })
			winding := 0
			for i, c := range line {
				if winding != 0 {
					span(row, line[i-1].x, c.x)
				}
				winding += c.dir
			}
		}
		for x, n := range row {
			m.cover[y*m.w+x] = byte(n * 255 / (one * lines))
		}
	}
	return m
}

// cross notes where a piece of the outline crosses the middle of lines.
func (r *raster) cross(a, b point, left, top int) {
	dir := 1
	if a.y > b.y {
		a, b, dir = b, a, -1
	}
	if a.y == b.y {
		return
	}
	first := (a.y - top + lineStep/2 - 1) / lineStep
	for n := first; ; n++ {
		y := top + n*lineStep + lineStep/2
		if y >= b.y {
			return
		}
		if y >= a.y {
			r.lines[n] = append(r.lines[n], crossing{a.x + (b.x-a.x)*(y-a.y)/(b.y-a.y) - left, dir})
		}
	}
}

// span adds what lies between two crossings to the pixels of a row.
func span(row []int, from, to int) {
	for x := from / one; x < len(row) && x*one < to; x++ {
		row[x] += min(to, (x+1)*one) - max(from, x*one)
	}
}
