package collate

import "unicode"

// A stretch is a run of columns that makes up a row.
type stretch struct{ from, to int }

// silences returns for each wording the columns at which it is silent.
func silences(columns []column, wordings []*wording, v *vocabulary) [][]bool {
	silent := make([][]bool, len(wordings))
	flat := make([]bool, len(wordings)*len(columns))
	for n, w := range wordings {
		s := flat[n*len(columns) : (n+1)*len(columns) : (n+1)*len(columns)]
		silent[n] = s
		next := 0 // tokens met so far
		denied := len(w.tokens) > 0 && !w.cuts[0]
		for i := range columns {
			if at := columns[i].cells[n]; at >= 0 {
				next = int(at) + 1
				if next == 1 && denied {
					// What a wording leaves out at its head is only ever a
					// negation: not silence, but the opposite.
					for k := range i {
						s[k] = false
					}
				}
				continue
			}
			s[i] = next == 0 || next == len(w.tokens) || w.cuts[next]
			if next == 0 && !v.lexemes[columns[i].words[0]].class.has(negation) {
				denied = false
			}
		}
	}
	return silent
}

// segment joins neighbouring columns into rows: columns that agree, and
// columns in which the same wordings part from the same others, in one way.
func (c *collation) segment() []stretch {
	n := len(c.wordings)
	kinds := make([]Kind, len(c.columns))
	soft := make([]bool, len(c.columns)) // only function words, and somebody lacks them
	labels := make([]int8, n*len(c.columns))
	fixed := make([]bool, len(c.columns)) // no row may begin here: inside a word
	for i := range c.columns {
		kinds[i], soft[i] = c.judge(i, labels[i*n:(i+1)*n])
		for w, at := range c.columns[i].cells {
			if at > 0 && c.wordings[w].tokens[at].glued {
				fixed[i] = true
			}
		}
	}
	same := func(i, j int) bool {
		a, b := labels[i*n:(i+1)*n], labels[j*n:(j+1)*n]
		for k := range a {
			if a[k] != b[k] {
				return false
			}
		}
		return true
	}
	// A short run of function words that somebody lacks belongs to the phrase
	// beside it: in favor of / supports.
	for i := 0; i < len(kinds); {
		j := i
		for j < len(kinds) && kinds[j] == Omission && soft[j] && same(i, j) {
			j++
		}
		if j == i {
			i++
			continue
		}
		if j-i <= 3 {
			joins := func(k int) bool {
				return k >= 0 && k < len(kinds) && (kinds[k] == Wording || kinds[k] == Inflection) && same(k, i)
			}
			kind := Omission
			if joins(j) {
				kind = kinds[j]
			}
			if joins(i - 1) {
				kind = kinds[i-1]
			}
			for k := i; k < j; k++ {
				kinds[k] = kind
			}
		}
		i = j
	}
	// A name of several words against one of fewer.
	for i := range kinds {
		if kinds[i] == Omission && i > 0 && kinds[i-1] == Name && same(i-1, i) && c.allNames(i) {
			kinds[i] = Name
		}
	}
	for i := len(kinds) - 2; i >= 0; i-- {
		if kinds[i] == Omission && kinds[i+1] == Name && same(i+1, i) && c.allNames(i) {
			kinds[i] = Name
		}
	}
	var rows []stretch
	for i := 0; i < len(c.columns); {
		j := i + 1
		for j < len(c.columns) && (fixed[j] || kinds[j] == kinds[i] && same(i, j)) {
			j++
		}
		rows = append(rows, stretch{i, j})
		i = j
	}
	return rows
}

func (c *collation) allNames(i int) bool {
	for w, at := range c.columns[i].cells {
		if at >= 0 && !c.wordings[w].tokens[at].class.has(name) {
			return false
		}
	}
	return true
}

// judge returns the gravest difference in a column and writes which wordings
// agree: −1 silent, else the number of the reading.
func (c *collation) judge(i int, labels []int8) (kind Kind, soft bool) {
	col := &c.columns[i]
	soft = true
	type reading struct{ w, at int }
	var readings [120]reading
	count := 0
	for w, at := range col.cells {
		if at < 0 && c.silent[w][i] {
			labels[w] = -1
			continue
		}
		label := -1
		for k := range count {
			r := readings[k]
			if (r.at < 0) != (at < 0) {
				continue
			}
			if at < 0 || c.wordings[r.w].tokens[r.at].word == c.wordings[w].tokens[at].word {
				label = k
				break
			}
		}
		if at >= 0 {
			if t := c.wordings[w].tokens[at]; !t.class.has(function|punct) || t.class.has(negation) {
				soft = false
			}
		}
		if label < 0 {
			if count == len(readings) {
				count--
			}
			label = count
			readings[count] = reading{w, int(at)}
			count++
		} else if at >= 0 {
			r := readings[label]
			a, b := c.wordings[r.w].tokens[r.at], c.wordings[w].tokens[at]
			if c.wordings[r.w].text[a.start:a.end] != c.wordings[w].text[b.start:b.end] {
				kind = max(kind, Typography)
			}
		}
		labels[w] = int8(label)
	}
	for a := range count {
		for b := range a {
			kind = max(kind, c.between(readings[a].w, i, i+1, readings[b].w))
		}
	}
	return kind, soft
}

// between compares wordings a and b in the columns from to to.
func (c *collation) between(a, from, to, b int) Kind {
	return c.vocabulary.compare(c.wordings[a], c.wordings[b], c.share(a, from, to), c.share(b, from, to))
}

// share returns the tokens of wording w in a run of columns.
func (c *collation) share(w, from, to int) []token {
	first, last := -1, -1
	for i := from; i < to; i++ {
		if at := c.columns[i].cells[w]; at >= 0 {
			if first < 0 {
				first = int(at)
			}
			last = int(at)
		}
	}
	if first < 0 {
		return nil
	}
	return c.wordings[w].tokens[first : last+1]
}

// trim takes white space off both ends of text[from:to].
func trim(text string, from, to int) (int, int) {
	for from < to {
		r, size := decode(text[from:to])
		if !unicode.IsSpace(r) {
			break
		}
		from += size
	}
	for from < to {
		r, size := decodeLast(text[from:to])
		if !unicode.IsSpace(r) {
			break
		}
		to -= size
	}
	return from, to
}
