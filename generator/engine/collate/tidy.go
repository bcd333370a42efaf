package collate

// phraseColumns is how many columns small rows may grow to when they are joined
// into one phrase.
const phraseColumns = 8

// join makes phrases of rows too small to read: wordings that part in one row
// and in the next from the same others, with a function word between them that
// they share or that only some of them have.
func (c *collation) join(rows []stretch, kinds []Kind, labels []int8) []stretch {
	n := len(c.wordings)
	quiet := func(from, to int) bool { // the same are silent throughout
		for i := from + 1; i < to; i++ {
			for w := range n {
				if (labels[i*n+w] < 0) != (labels[from*n+w] < 0) {
					return false
				}
			}
		}
		return true
	}
	phrase := func(s stretch) bool {
		if c.material(s.from) || c.material(s.to-1) {
			return false
		}
		for i := s.from; i < s.to; i++ {
			if kinds[i] != Wording || c.onlyPunct(i) || c.strays(i) {
				return false
			}
		}
		return true
	}
	small := func(s stretch, most Kind) bool { // a function word or two
		if s.to-s.from > 2 {
			return false
		}
		for i := s.from; i < s.to; i++ {
			if kinds[i] > most || kinds[i] == Order || c.strays(i) {
				return false
			}
			for _, x := range c.columns[i].words {
				if k := c.vocabulary.lexemes[x].class; !k.has(function) || k.has(negation|punct) {
					return false
				}
			}
		}
		return true
	}
	out := rows[:0]
	for r := 0; r < len(rows); r++ {
		s := rows[r]
		for {
			last := len(out) - 1
			fits := func(a, b stretch) bool { return b.to-a.from <= phraseColumns && quiet(a.from, b.to) }
			switch {
			case last >= 0 && phrase(out[last]) && phrase(s) && fits(out[last], s) && c.compatible(out[last].from, s.from, labels),
				last >= 0 && kinds[s.from] == Omission && phrase(out[last]) && small(s, Omission) && fits(out[last], s),
				last >= 0 && kinds[out[last].from] == Omission && small(out[last], Omission) && phrase(s) && fits(out[last], s):
				s.from = out[last].from
				out = out[:last]
				for i := s.from; i < s.to; i++ {
					kinds[i] = Wording
				}
				continue
			case last >= 1 && phrase(s) && small(out[last], Inflection) && phrase(out[last-1]) && fits(out[last-1], s) &&
				c.compatible(out[last-1].from, s.from, labels):
				s.from = out[last-1].from
				out = out[:last-1]
				for i := s.from; i < s.to; i++ {
					kinds[i] = Wording
				}
				continue
			}
			break
		}
		out = append(out, s)
	}
	return out
}

// compatible reports whether of two columns one sets apart all that the other
// does.
func (c *collation) compatible(i, j int, labels []int8) bool {
	n := len(c.wordings)
	a, b := labels[i*n:(i+1)*n], labels[j*n:(j+1)*n]
	first, second := true, true
	for x := range n {
		for y := range x {
			if a[x] == a[y] && b[x] != b[y] {
				second = false
			}
			if b[x] == b[y] && a[x] != a[y] {
				first = false
			}
		}
	}
	return first || second
}

// strays reports whether some wording has a column's words elsewhere.
func (c *collation) strays(i int) bool {
	for n := range c.wordings {
		if c.moved[n][i] != 0 {
			return true
		}
	}
	return false
}

// onlyPunct reports a column of marks.
func (c *collation) onlyPunct(i int) bool {
	for _, x := range c.columns[i].words {
		if k := c.vocabulary.lexemes[x].class; !k.has(punct) || k.has(wordlike) {
			return false
		}
	}
	return true
}

// punctuate takes rows of marks alone to the word beside them: behind a closing
// mark, before an opening one. They stay where a wording has a mark there and no
// word, and at the ends where all agree.
func (c *collation) punctuate(rows []stretch, kinds []Kind, fixed []bool) []stretch {
	marks := func(s stretch) bool {
		for i := s.from; i < s.to; i++ {
			if !c.onlyPunct(i) {
				return false
			}
		}
		return true
	}
	even := func(s stretch) bool {
		for i := s.from; i < s.to; i++ {
			if kinds[i] > Typography {
				return false
			}
		}
		return true
	}
	out := make([]stretch, 0, len(rows))
	for r := 0; r < len(rows); r++ {
		s := rows[r]
		edge := len(out) == 0 || r+1 == len(rows)
		if !marks(s) || edge && even(s) {
			out = append(out, s)
			continue
		}
		back := func() bool {
			if len(out) == 0 {
				return false
			}
			p := &out[len(out)-1]
			at := p.from
			if even(*p) {
				for at = p.to - 1; at > p.from && (fixed[at] || c.onlyPunct(at)); at-- {
				}
			}
			if !c.carries(stretch{at, p.to}, s) {
				return false
			}
			if at == p.from {
				p.to = s.to
			} else {
				p.to = at
				out = append(out, stretch{at, s.to})
			}
			return true
		}
		on := func() bool {
			if r+1 == len(rows) {
				return false
			}
			q := &rows[r+1]
			at := q.to
			if even(*q) {
				for at = q.from + 1; at < q.to && (fixed[at] || c.onlyPunct(at-1)); at++ {
				}
			}
			if !c.carries(stretch{q.from, at}, s) {
				return false
			}
			if at == q.to {
				q.from = s.from
			} else {
				q.from = at
				out = append(out, stretch{s.from, at})
			}
			return true
		}
		done := false
		if c.opens(s.from) {
			done = on() || back()
		} else {
			done = back() || on()
		}
		if !done {
			out = append(out, s)
		}
	}
	return out
}

// carries reports whether every wording with a mark in s has a word in p.
func (c *collation) carries(p, s stretch) bool {
	for n := range c.wordings {
		word, mark := false, false
		for i := p.from; i < p.to; i++ {
			word = word || c.columns[i].cells[n] >= 0 && !c.onlyPunct(i)
		}
		for i := s.from; i < s.to; i++ {
			mark = mark || c.columns[i].cells[n] >= 0
		}
		if mark && !word {
			return false
		}
	}
	return true
}

// opens reports a mark that belongs to the word behind it: one that stands
// before it without a space.
func (c *collation) opens(i int) bool {
	for n, at := range c.columns[i].cells {
		if at < 0 {
			continue
		}
		w := c.wordings[n]
		t := w.tokens[at]
		before := at > 0 && w.tokens[at-1].end == t.start
		behind := int(at)+1 < len(w.tokens) && w.tokens[at+1].start == t.end
		return behind && !before
	}
	return false
}
