package examine

import (
	"crosscheck/generator/engine/collate"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// compare collates the wordings of a case and chooses the one to compare with.
// Wordings that have next to nothing of the base's words tell the claim in a way
// of their own: set word by word they would only be marked from end to end, and
// would tear the others apart. They stand aside.
func compare(c factcheck.Case) factcheck.ExaminedCase {
	e := factcheck.ExaminedCase{Case: c, Apart: make([]bool, len(c.Witnesses))}
	e.Base, e.BaseBy = base(c)
	witnesses := make([]collate.Witness, len(c.Witnesses))
	for i, w := range c.Witnesses {
		witnesses[i] = collate.Witness{ID: w.Siglum, Text: w.Text}
	}
	e.Table = collate.Collate(witnesses)
	if e.Base < 0 {
		return e
	}
	var alike []collate.Witness
	lengths := wordsOf(&e)
	for i := range witnesses {
		if i != e.Base && lengths.overlap(i, e.Base).ofShorter() < alikeEnough {
			e.Apart[i] = true
		} else {
			alike = append(alike, witnesses[i])
		}
	}
	if len(alike) < len(witnesses) {
		e.Table = collate.Collate(alike).Beside(witnesses, e.Apart)
	}
	return e
}

// alikeEnough is the share of the shorter wording's words that must stand in the
// base too for a comparison word by word to tell a reader anything.
const alikeEnough = 0.25

// An overlap counts what two wordings have in common, in words.
type overlap struct {
	same    int // at the same place, but for spelling and inflection
	facing  int // of the shorter one, where neither is silent
	shorter int // of the shorter one in all
}

func (o overlap) share() float64     { return ratio(o.same, o.facing) }
func (o overlap) ofShorter() float64 { return ratio(o.same, o.shorter) }

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// A wordCount holds how many words each witness has in each row.
type wordCount struct {
	e     *factcheck.ExaminedCase
	row   [][]int // by row and witness
	total []int   // by witness
}

func wordsOf(e *factcheck.ExaminedCase) wordCount {
	n := len(e.Witnesses)
	c := wordCount{e, make([][]int, len(e.Table.Rows)), make([]int, n)}
	for row, r := range e.Table.Rows {
		c.row[row] = make([]int, n)
		for i, cell := range r.Cells {
			for _, t := range words.Tokens(e.Witnesses[i].Text[cell.Start:cell.End]) {
				if t.Kind != words.Punct {
					c.row[row][i]++
				}
			}
			c.total[i] += c.row[row][i]
		}
	}
	return c
}

// overlap counts what witnesses i and j have in common.
func (c *wordCount) overlap(i, j int) overlap {
	same, mine, theirs := 0, 0, 0
	for row, r := range c.e.Table.Rows {
		if r.Cells[i].Silent || r.Cells[j].Silent {
			continue
		}
		mine += c.row[row][i]
		theirs += c.row[row][j]
		if !r.Cells[i].Empty() && !r.Cells[j].Empty() && c.e.Table.Between(row, i, j) <= collate.Inflection {
			same += min(c.row[row][i], c.row[row][j])
		}
	}
	return overlap{same, min(mine, theirs), min(c.total[i], c.total[j])}
}

// base returns the editor's choice, else the fullest direct quote: the longest
// among those of the most faithful form. -1 if nothing was found.
func base(c factcheck.Case) (index int, by string) {
	if c.Claim.Base != "" {
		for i, w := range c.Witnesses {
			if w.Wording.Article == c.Claim.Base {
				return i, "editor"
			}
		}
	}
	index = -1
	best, longest := 0, 0
	for i, w := range c.Witnesses {
		rank, length := faithful(w.Form), len(words.Tokens(w.Text))
		if index < 0 || rank > best || rank == best && length > longest {
			index, best, longest = i, rank, length
		}
	}
	return index, "program"
}

func faithful(f factcheck.Form) int {
	switch f {
	case factcheck.Direct:
		return 3
	case factcheck.Partial, factcheck.Translation:
		return 2
	case factcheck.Paraphrase:
		return 1
	}
	return 0
}
