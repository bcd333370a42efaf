package collate

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A collation is the work behind a table. Its wordings are the distinct texts
// in an order that depends on them alone.
type collation struct {
	vocabulary *vocabulary
	wordings   []*wording
	columns    []column
	silent     [][]bool  // by wording, by column
	moved      [][]int32 // by wording, by column: 1 + the column where it has these words, 0 nowhere
	roots      []int32   // of each lexeme: the first one of which it is a form
	rows       []stretch
	cells      []Cell // by wording, then row
	of         []int  // the wording of each witness of the table
}

// Collate aligns the wordings word by word. It never fails: any text is
// accepted, also none.
//
// Wordings are added one by one to a growing alignment, those that share most
// with the others first; so the cost grows in line with their number and with
// the square of their length.
func Collate(ws []Witness) Table {
	c := &collation{vocabulary: newVocabulary(), of: make([]int, len(ws))}
	texts := make([]string, 0, len(ws))
	for _, w := range ws {
		texts = append(texts, w.Text)
	}
	slices.Sort(texts)
	texts = slices.Compact(texts)
	for _, text := range texts {
		c.wordings = append(c.wordings, c.vocabulary.read(text))
	}
	for _, w := range c.wordings {
		c.vocabulary.units(w)
	}
	c.vocabulary.relate()
	c.markNames()
	for i, w := range c.wordings {
		c.wordings[i] = c.vocabulary.joined(w)
	}
	c.markSayings()
	c.arrange()
	index := make(map[string]int, len(texts))
	for i, w := range c.wordings {
		index[w.text] = i
	}
	for i, w := range ws {
		c.of[i] = index[w.Text]
	}
	var g aligner
	for n, w := range c.wordings {
		c.columns = g.merge(c.vocabulary, c.columns, w, n, len(c.wordings))
	}
	c.listen()
	c.follow()
	c.rows = c.segment()
	return c.table(ws)
}

// arrange puts the wordings in the order in which they are aligned: those that
// have most words in common with the others first, then by their text.
func (c *collation) arrange() {
	count := make([]int32, len(c.vocabulary.lexemes))
	last := make([]int32, len(c.vocabulary.lexemes))
	for n, w := range c.wordings {
		for _, t := range w.tokens {
			if last[t.word] != int32(n+1) {
				last[t.word] = int32(n + 1)
				count[t.word]++
			}
		}
	}
	common := make(map[*wording]int, len(c.wordings))
	for _, w := range c.wordings {
		sum := 0
		for _, t := range w.tokens {
			sum += int(count[t.word] - 1)
		}
		common[w] = sum
	}
	slices.SortStableFunc(c.wordings, func(a, b *wording) int {
		return cmp.Or(cmp.Compare(common[b], common[a]), cmp.Compare(len(b.tokens), len(a.tokens)), strings.Compare(a.text, b.text))
	})
}

// table sets the rows out for the witnesses in the order given.
func (c *collation) table(ws []Witness) Table {
	t := Table{Witnesses: ws, work: c, Rows: make([]Row, len(c.rows))}
	cells := make([]Cell, len(c.wordings)*len(c.rows)) // by wording
	for n, w := range c.wordings {
		mine := cells[n*len(c.rows) : (n+1)*len(c.rows)]
		last := -1 // the last row with words
		done := 0  // the end of the text so far given to cells
		for r, s := range c.rows {
			mine[r].Start, mine[r].End = done, done
			share := c.share(n, s.from, s.to)
			if len(share) == 0 {
				mine[r].Silent = c.silent[n][s.from]
				continue
			}
			begin := share[0].start
			if last < 0 {
				begin = 0
			} else {
				mine[last].Start, mine[last].End = trim(w.text, mine[last].Start, begin)
			}
			for k := last + 1; k < r; k++ {
				at := begin
				if last >= 0 {
					at = mine[last].End
				}
				mine[k].Start, mine[k].End = at, at
			}
			mine[r].Start, mine[r].End = begin, share[len(share)-1].end
			last = r
		}
		if last >= 0 {
			mine[last].Start, mine[last].End = trim(w.text, mine[last].Start, len(w.text))
			for k := last + 1; k < len(mine); k++ {
				mine[k].Start, mine[k].End = mine[last].End, mine[last].End
			}
		}
	}
	c.cells = cells
	c.cross()
	weight := make([]int, len(c.wordings)) // witnesses that have this wording
	for _, n := range c.of {
		weight[n]++
	}
	flat := make([]Cell, len(ws)*len(c.rows))
	for r := range t.Rows {
		row := &t.Rows[r]
		row.Kind = c.group(r, weight)
		for n := range c.wordings {
			if cell := c.cell(n, r); !cell.Empty() && row.Kind != Order {
				cell.MovedTo = 0 // it has other words here
			}
		}
		row.Cells = flat[r*len(ws) : (r+1)*len(ws) : (r+1)*len(ws)]
		for i := range ws {
			row.Cells[i] = cells[c.of[i]*len(c.rows)+r]
		}
	}
	return t
}

// cell returns wording n's share of row r.
func (c *collation) cell(n, r int) *Cell { return &c.cells[n*len(c.rows)+r] }

// group numbers the readings of a row, the one with most witnesses first and
// words left out last, and returns the gravest difference between any two.
func (c *collation) group(r int, weight []int) Kind {
	// A reading, and under it the wordings that it takes to compare all: one
	// for each way in which its words may stand elsewhere.
	type reading struct {
		first, weight int
		examples      []int
	}
	var readings []reading
	kind := Same
	row := c.rows[r]
	for n := range c.wordings {
		cell := c.cell(n, r)
		cell.Group = -1
		if cell.Silent {
			continue
		}
		known := false
		for g := range readings {
			for _, e := range readings[g].examples {
				k := c.differ(r, n, e)
				kind = max(kind, k)
				if k > Typography || cell.Group >= 0 && cell.Group != g {
					continue
				}
				if cell.Group < 0 {
					cell.Group = g
					readings[g].weight += weight[n]
				}
				known = known || slices.Equal(c.moved[n][row.from:row.to], c.moved[e][row.from:row.to])
			}
		}
		if cell.Group < 0 {
			cell.Group = len(readings)
			readings = append(readings, reading{n, weight[n], []int{n}})
		} else if !known {
			readings[cell.Group].examples = append(readings[cell.Group].examples, n)
		}
	}
	if len(readings) < 2 {
		return kind
	}
	order := make([]int, len(readings))
	for g := range order {
		order[g] = g
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := readings[a], readings[b]
		empty := func(r reading, row int) int {
			if c.cell(r.first, row).Empty() {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(empty(x, r), empty(y, r)), cmp.Compare(y.weight, x.weight))
	})
	number := make([]int, len(order))
	for g, o := range order {
		number[o] = g
	}
	for n := range c.wordings {
		if cell := c.cell(n, r); cell.Group >= 0 {
			cell.Group = number[cell.Group]
		}
	}
	return kind
}

// differ returns the kind of difference between wordings a and b in row r.
func (c *collation) differ(r, a, b int) Kind {
	x, y := c.cell(a, r), c.cell(b, r)
	if x.Silent || y.Silent || a == b {
		return Same
	}
	s := c.rows[r]
	k := c.between(a, s.from, s.to, b)
	switch {
	case k == Omission && x.Empty() && c.elsewhere(a, b, s),
		k == Omission && y.Empty() && c.elsewhere(b, a, s),
		k == Wording && c.elsewhere(a, b, s) && c.elsewhere(b, a, s):
		return Order
	}
	return k
}

// Between returns the kind of difference between witnesses i and j in a row.
// Where one of them is silent it is Same: nothing is known.
func (t *Table) Between(row, i, j int) Kind {
	if t.work == nil {
		return Same
	}
	a, b := t.work.of[i], t.work.of[j]
	if a == outside || b == outside {
		return Same
	}
	return t.work.differ(row, a, b)
}

func decode(s string) (rune, int)     { return utf8.DecodeRuneInString(s) }
func decodeLast(s string) (rune, int) { return utf8.DecodeLastRuneInString(s) }
