package collate

// follow finds words that a wording has elsewhere than the others: where it has
// no word in a column, or another, but one of the same root in a column in
// which they have none. What has only moved is neither left out nor silent.
func (c *collation) follow() {
	v := c.vocabulary
	c.roots = make([]int32, len(v.lexemes))
	for a := range v.lexemes {
		c.roots[a] = int32(a)
		if !v.lexemes[a].class.content() || v.relations == nil {
			continue
		}
		for b := range a {
			if v.relations[a*v.stride+b] >= inflected {
				c.roots[a] = c.roots[b]
				break
			}
		}
	}
	homes := make([][]int32, len(v.lexemes)) // by root: the columns in which it stands
	for i := range c.columns {
		for _, x := range c.columns[i].words {
			if r := c.roots[x]; v.lexemes[x].class.content() {
				if h := homes[r]; len(h) == 0 || h[len(h)-1] != int32(i) {
					homes[r] = append(h, int32(i))
				}
			}
		}
	}
	c.moved = make([][]int32, len(c.wordings))
	flat := make([]int32, len(c.wordings)*len(c.columns))
	for n := range c.wordings {
		c.moved[n] = flat[n*len(c.columns) : (n+1)*len(c.columns) : (n+1)*len(c.columns)]
	}
	root := func(n, i int) int32 { // −1 none
		at := c.columns[i].cells[n]
		if at < 0 {
			return -1
		}
		return c.roots[c.wordings[n].tokens[at].word]
	}
	for i := range c.columns {
		col := &c.columns[i]
		for _, x := range col.words {
			r := c.roots[x]
			if len(homes[r]) < 2 || len(homes[r]) > 40 { // so frequent a word stands everywhere
				continue
			}
			holder := -1
			for u := range c.wordings {
				if root(u, i) == r {
					holder = u
					break
				}
			}
			for n := range c.wordings {
				if own := root(n, i); own == r || own >= 0 && !v.lexemes[own].class.content() || c.moved[n][i] != 0 {
					continue
				}
				for _, q := range homes[r] {
					if int(q) != i && root(n, int(q)) == r && holder >= 0 && root(holder, int(q)) != r && c.nearer(n, i, int(q)) {
						c.moved[n][i] = q + 1
					}
				}
			}
		}
	}
	// Function words go with the word behind them, or before them.
	for n := range c.wordings {
		for i := len(c.columns) - 2; i >= 0; i-- {
			c.carry(n, i, i+1, -1)
		}
		for i := 1; i < len(c.columns); i++ {
			c.carry(n, i, i-1, 1)
		}
		for i, q := range c.moved[n] {
			if q != 0 {
				c.silent[n][i] = false
			}
		}
	}
}

// nearer reports whether column q is nearer to i than the one found before.
func (c *collation) nearer(n, i, q int) bool {
	before := int(c.moved[n][i]) - 1
	return before < 0 || max(i-q, q-i) < max(i-before, before-i)
}

// carry marks the function word in column i as moved if the word beside it has
// moved and wording n has the same function word there, step words away.
func (c *collation) carry(n, i, beside, step int) {
	q := int(c.moved[n][beside]) - 1
	if q < 0 || c.moved[n][i] != 0 || c.columns[i].cells[n] >= 0 || len(c.columns[i].words) != 1 {
		return
	}
	x := c.columns[i].words[0]
	if !c.vocabulary.lexemes[x].class.has(function | punct) {
		return
	}
	w := c.wordings[n]
	at := int(c.columns[q].cells[n]) + step
	if at < 0 || at >= len(w.tokens) || w.tokens[at].word != x {
		return
	}
	for k := q + step; k >= 0 && k < len(c.columns); k += step {
		if int(c.columns[k].cells[n]) == at {
			c.moved[n][i] = int32(k + 1)
			return
		}
	}
}

// cross tells each cell whose words stand elsewhere in its witness the row.
func (c *collation) cross() {
	rowOf := make([]int, len(c.columns))
	for r, s := range c.rows {
		for i := s.from; i < s.to; i++ {
			rowOf[i] = r
		}
	}
	for n := range c.wordings {
		for r, s := range c.rows {
			for i := s.from; i < s.to; i++ {
				if q := c.moved[n][i]; q != 0 && rowOf[q-1] != r {
					c.cell(n, r).MovedTo = rowOf[q-1] + 1
					if c.vocabulary.lexemes[c.columns[i].words[0]].class.content() {
						break
					}
				}
			}
		}
	}
}

// elsewhere reports whether all words of meaning that wording b has in a row
// stand elsewhere in wording a, and there is one.
func (c *collation) elsewhere(a, b int, row stretch) bool {
	found := false
	for i := row.from; i < row.to; i++ {
		at := c.columns[i].cells[b]
		if at < 0 {
			continue
		}
		t := c.wordings[b].tokens[at]
		if !t.class.content() {
			continue
		}
		q := int(c.moved[a][i]) - 1
		if q < 0 || row.from <= q && q < row.to {
			return false
		}
		o := c.wordings[a].tokens[c.columns[q].cells[a]]
		if c.roots[o.word] != c.roots[t.word] {
			return false
		}
		found = true
	}
	return found
}
