package collate

import (
	"cmp"
	"slices"
)

// A Place is a stretch of a witness's text, in bytes.
type Place struct{ Witness, Start, End int }

// A Link says that two places, in different witnesses, are the same word or
// words for one thing. A.Witness is less than B.Witness.
type Link struct{ A, B Place }

// Links returns every correspondence of words between any two witnesses, in
// the order of the witnesses and of the first one's text. It takes time in
// proportion to the square of the number of witnesses.
func (t *Table) Links() []Link {
	var links []Link
	c := t.work
	if c == nil {
		return nil
	}
	for a := range t.Witnesses {
		for b := a + 1; b < len(t.Witnesses); b++ {
			x, y := c.of[a], c.of[b]
			if x == outside || y == outside {
				continue
			}
			pairs := c.pairs(x, y)
			for _, p := range pairs {
				s, q := c.wordings[x].whole().tokens[p[0]], c.wordings[y].whole().tokens[p[1]]
				links = append(links, Link{Place{a, s.start, s.end}, Place{b, q.start, q.end}})
			}
		}
	}
	return links
}

// pairs returns the tokens of wordings x and y that stand for each other.
func (c *collation) pairs(x, y int) [][2]int32 {
	if x == y {
		own := make([][2]int32, len(c.wordings[x].whole().tokens))
		for i := range own {
			own[i] = [2]int32{int32(i), int32(i)}
		}
		return own
	}
	if c.vocabulary.relations == nil || c.monotonous(x, y) || len(c.wordings[x].tokens)*len(c.wordings[y].tokens) > longPairs {
		return c.across(x, y)
	}
	if x < y {
		return c.vocabulary.pairUp(c.wordings[x].whole(), c.wordings[y].whole())
	}
	turned := c.vocabulary.pairUp(c.wordings[y].whole(), c.wordings[x].whole())
	for k, p := range turned {
		turned[k] = [2]int32{p[1], p[0]}
	}
	slices.SortFunc(turned, func(p, q [2]int32) int { return cmp.Or(cmp.Compare(p[0], q[0]), cmp.Compare(p[1], q[1])) })
	return turned
}

// longPairs is how many pairs of words are weighed at most for two wordings;
// longer ones are linked as the table sets them.
const longPairs = 1 << 18

// monotonous reports two long wordings that say the same few words over and over:
// each has so many counterparts that weighing them all would take too long.
func (c *collation) monotonous(x, y int) bool {
	a, b := c.wordings[x].whole().tokens, c.wordings[y].whole().tokens
	if len(a)*len(b) < 1<<13 {
		return false
	}
	count := make([]int32, len(c.vocabulary.lexemes))
	for _, t := range a {
		count[t.word]++
	}
	pairs := 0
	for _, t := range b {
		pairs += int(count[t.word])
	}
	return pairs*8 > len(a)*len(b)
}

// across returns the like tokens of wordings x and y that share a column.
func (c *collation) across(x, y int) [][2]int32 {
	var pairs [][2]int32
	for _, col := range c.columns {
		i, j := col.cells[x], col.cells[y]
		if i >= 0 && j >= 0 && c.vocabulary.alike(c.wordings[x].tokens[i].word, c.wordings[y].tokens[j].word) >= 0.5 {
			pairs = append(pairs, [2]int32{c.wordings[x].place(i), c.wordings[y].place(j)})
		}
	}
	return pairs
}
