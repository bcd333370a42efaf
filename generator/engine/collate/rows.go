package collate

import "unicode"

// A stretch is a run of columns that makes up a row.
type stretch struct{ from, to int }

// listen finds the columns at which each wording is silent: before its first
// word, after its last, and where it elides.
func (c *collation) listen() {
	c.silent = make([][]bool, len(c.wordings))
	flat := make([]bool, len(c.wordings)*len(c.columns))
	first := make([]int, len(c.wordings)) // the column of each wording's first word
	second := make([]int, len(c.wordings))
	for n, w := range c.wordings {
		s := flat[n*len(c.columns) : (n+1)*len(c.columns) : (n+1)*len(c.columns)]
		c.silent[n] = s
		next := 0 // tokens met so far
		for i := range c.columns {
			at := c.columns[i].cells[n]
			if at < 0 {
				s[i] = next == 0 || next == len(w.tokens) || w.cuts[next]
				continue
			}
			next = int(at) + 1
			if at == 0 {
				first[n] = i
			} else if at == 1 {
				second[n] = i
			}
		}
	}
	// Nor is a place where others begin, or end, a phrase for which it has
	// another: in spite of / despite.
	for n, w := range c.wordings {
		if len(w.tokens) == 0 {
			continue
		}
		last := first[n]
		for i := range c.columns {
			if c.columns[i].cells[n] >= 0 {
				last = i
			}
		}
		for i := first[n] - 1; i >= 0 && c.columns[i].saying != 0 && c.columns[i].saying == c.columns[first[n]].saying && !w.cuts[0]; i-- {
			c.silent[n][i] = false
		}
		for i := last + 1; i < len(c.columns) && c.columns[i].saying != 0 && c.columns[i].saying == c.columns[last].saying && !w.cuts[len(w.tokens)]; i++ {
			c.silent[n][i] = false
		}
	}
	// A negation that alone stands before a wording's first word is not a
	// place where it is silent: all agreed / not all agreed.
	for u, w := range c.wordings {
		if len(w.tokens) < 2 || !w.tokens[0].class.has(negation) {
			continue
		}
		for n, x := range c.wordings {
			if n != u && len(x.tokens) > 0 && first[n] == second[u] && !x.cuts[0] {
				c.silent[n][first[u]] = false
			}
		}
	}
}

// segment joins neighbouring columns into rows: columns that agree, and
// columns in which the same wordings part from the same others, in one way.
func (c *collation) segment() []stretch {
	n := len(c.wordings)
	kinds := make([]Kind, len(c.columns))
	soft := make([]bool, len(c.columns)) // only function words, and somebody lacks them
	labels := make([]int8, n*len(c.columns))
	fixed := make([]bool, len(c.columns))   // no row may begin here: inside a word
	figures := make([]bool, len(c.columns)) // a number stands here
	dates := make([]bool, len(c.columns))   // dates to compare with each other
	for i := range c.columns {
		for _, x := range c.columns[i].words {
			figures[i] = figures[i] || c.vocabulary.lexemes[x].class.has(number|compact)
		}
		dates[i] = figures[i] && len(c.columns[i].words) > 1
		kinds[i], soft[i] = c.judge(i, labels[i*n:(i+1)*n])
		for w, at := range c.columns[i].cells {
			if at > 0 && c.wordings[w].tokens[at].glued {
				fixed[i] = true
			}
		}
	}
	for i := 1; i < len(kinds); i++ {
		if s := c.columns[i].saying; s != 0 && s == c.columns[i-1].saying && max(kinds[i], kinds[i-1]) >= Wording {
			fixed[i] = true
		}
	}
	// The 's of a possessive that others lack makes another form of the word.
	for i := range kinds {
		if fixed[i] && kinds[i] == Omission && len(c.columns[i].words) == 1 && c.vocabulary.lexemes[c.columns[i].words[0]].key == "'s" {
			kinds[i] = Inflection
		}
	}
	// What stands inside a word shares the word's fate.
	for i := len(kinds) - 1; i > 0; i-- {
		if fixed[i] {
			kinds[i-1] = max(kinds[i-1], kinds[i])
		}
	}
	for i := 1; i < len(kinds); i++ {
		if fixed[i] {
			kinds[i] = kinds[i-1]
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
	lacking := func(i, j int) bool { // the same have nothing there
		for w := range c.wordings {
			if (c.columns[i].cells[w] < 0) != (c.columns[j].cells[w] < 0) {
				return false
			}
		}
		return true
	}
	// A mark at the end of what somebody leaves out is left out with it.
	for i := 1; i < len(kinds); i++ {
		if kinds[i] == Punctuation && kinds[i-1] == Omission && same(i-1, i) && lacking(i-1, i) {
			kinds[i] = Omission
		}
	}
	for i := len(kinds) - 2; i >= 0; i-- {
		if kinds[i] == Punctuation && kinds[i+1] == Omission && same(i, i+1) && lacking(i, i+1) {
			kinds[i] = Omission
		}
	}
	// A short run of function words that somebody lacks belongs to the phrase
	// beside it, if there the same wordings differ: in favor of / supports.
	coarser := func(i, k int) bool {
		a, b := labels[i*n:(i+1)*n], labels[k*n:(k+1)*n]
		for x := range a {
			if (a[x] < 0) != (b[x] < 0) {
				return false
			}
			for y := range x {
				if b[x] == b[y] && a[x] != a[y] {
					return false
				}
			}
		}
		return true
	}
	for i := 0; i < len(kinds); {
		j := i
		for j < len(kinds) && kinds[j] == Omission && soft[j] && same(i, j) {
			j++
		}
		if j == i {
			i++
			continue
		}
		if j-i <= 4 {
			joins := func(k int) bool {
				return k >= 0 && k < len(kinds) && (kinds[k] == Wording || kinds[k] == Inflection) && coarser(i, k)
			}
			beside := -1
			if joins(j) {
				beside = j
			}
			if joins(i - 1) {
				beside = i - 1
			}
			for k := i; k < j && beside >= 0; k++ {
				kinds[k] = kinds[beside]
				copy(labels[k*n:(k+1)*n], labels[beside*n:(beside+1)*n])
			}
		}
		i = j
	}
	// So do a word or two between two others that differ: end both sides.
	for i := 1; i < len(kinds)-1; i++ {
		if kinds[i] != Omission || kinds[i-1] != Wording || !coarser(i, i-1) {
			continue
		}
		j := i + 1
		if j < len(kinds)-1 && kinds[j] == Omission && same(i, j) {
			j++
		}
		if kinds[j] != Wording || !same(i-1, j) || c.material(i) || c.material(j-1) {
			continue
		}
		for k := i; k < j; k++ {
			kinds[k] = Wording
			copy(labels[k*n:(k+1)*n], labels[j*n:(j+1)*n])
		}
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
	// Where all differ, what each has in a run of columns is its phrase.
	scattered := func(i int) bool {
		if kinds[i] != Wording && kinds[i] != Omission {
			return false
		}
		words := 0
		l := labels[i*n : (i+1)*n]
		for x, at := range c.columns[i].cells {
			if at < 0 {
				continue
			}
			words++
			for y := range x {
				if c.columns[i].cells[y] >= 0 && l[x] == l[y] {
					return false
				}
			}
		}
		return words > 1
	}
	quiet := func(i, j int) bool { // the same are silent
		for w := range c.wordings {
			if (labels[i*n+w] < 0) != (labels[j*n+w] < 0) {
				return false
			}
		}
		return true
	}
	for i := 1; i < len(kinds); i++ {
		if scattered(i) && scattered(i-1) && figures[i] == figures[i-1] && quiet(i-1, i) {
			fixed[i] = true
		}
	}
	var rows []stretch
	for i := 0; i < len(c.columns); {
		j := i + 1
		for j < len(c.columns) && (fixed[j] || kinds[j] == kinds[j-1] && same(j-1, j) && (kinds[j] == Same || (kinds[j] == Omission || kinds[j] == Order) && !dates[j] && !dates[j-1] || figures[j] == figures[j-1])) {
			j++
		}
		rows = append(rows, stretch{i, j})
		i = j
	}
	return c.punctuate(c.join(rows, kinds, labels), kinds, fixed)
}

// material reports whether a name, number or date stands in a column.
func (c *collation) material(i int) bool {
	for w, at := range c.columns[i].cells {
		if at >= 0 && c.wordings[w].tokens[at].class.has(name|number|date) {
			return true
		}
	}
	return false
}

// allNames reports whether nothing but names stands in a column.
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
			if t := c.wordings[w].tokens[at]; !t.class.has(function|punct) && t.saying == 0 || t.class.has(negation) {
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
			if !sameText(c.wordings[r.w].text[a.start:a.end], c.wordings[w].text[b.start:b.end]) {
				kind = max(kind, Typography)
			}
		}
		labels[w] = int8(label)
	}
	for a := range count {
		for b := range a {
			x, y := readings[a], readings[b]
			k := c.between(x.w, i, i+1, y.w)
			if k == Omission && c.moved[x.w][i]+c.moved[y.w][i] > 0 || k == Wording && c.moved[x.w][i] > 0 && c.moved[y.w][i] > 0 {
				k = Order
			}
			kind = max(kind, k)
		}
	}
	return kind, soft
}

// between compares wordings a and b in the columns from to to. Which of them is
// a makes no difference.
func (c *collation) between(a, from, to, b int) Kind {
	if a > b {
		a, b = b, a
	}
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
