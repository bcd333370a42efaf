package collate

// A column is one place of the alignment: at most one token of each wording.
type column struct {
	words  []int32 // distinct lexemes that stand here
	cells  []int32 // token index for each wording, −1 where it has none
	saying int16   // the phrase that stands here, 0 none
	filled int32   // how many wordings have a word here
	opens  bool    // one of them begins with it
}

// Scores of the alignment. A match earns up to its weight; a gap costs open for
// its first column and extend for each further one; before the first word, after
// the last and at an elision mark it costs next to nothing.
const (
	gapOpen   = 0.55
	gapExtend = 0.22
	gapSilent = 0.03
	forbidden = -4
)

// openingGain is what it is worth, beside the match, that the first word of a wording
// meets one that another begins with: then both begin at the same place, and what
// the one lacks after it is left out, not yet to come. It outweighs a short gap.
const openingGain = 0.6

// weightOf tells how much a word's match is worth: what carries meaning holds
// the alignment together, what does not follows it.
func weightOf(c class) float32 {
	switch {
	case c.has(punct):
		return 0.3
	case c.has(negation):
		return 0.7
	case c.has(function):
		return 0.45
	case c.has(number | name | date):
		return 1.2
	}
	return 1
}

// score returns what it is worth to set two lexemes in one column. What it has
// worked out once it remembers: many wordings have the same words.
func (v *vocabulary) score(a, b int32) float32 {
	if v.stride == 0 || v.stride > rememberedLexemes {
		return v.weigh(a, b)
	}
	if v.scores == nil {
		v.scores = make([]float32, v.stride*v.stride)
	}
	known := &v.scores[int(a)*v.stride+int(b)]
	if *known == 0 {
		*known = v.weigh(a, b)
	}
	return *known
}

// rememberedLexemes is of how many lexemes scores are remembered at most; it takes
// the square of it.
const rememberedLexemes = 1500

func (v *vocabulary) weigh(a, b int32) float32 {
	x, y := &v.lexemes[a], &v.lexemes[b]
	s := v.alike(a, b)
	if x.class.has(punct) != y.class.has(punct) {
		return forbidden
	}
	w := min(weightOf(x.class), weightOf(y.class))
	if s >= 0.5 {
		return float32(w * s)
	}
	if x.class.has(punct) {
		return 0.02
	}
	switch {
	case x.class.has(name) && y.class.has(name):
		if distance(x.plain, y.plain, 1) == 1 {
			return 0.6
		}
		return 0.1
	case x.class.has(name):
		return beside(y)
	case y.class.has(name):
		return beside(x)
	}
	// A date or figure does not stand for a word of another sort.
	if d := (x.class ^ y.class); d.has(date|number) && !(x.class & y.class).has(date|number) {
		switch {
		case d.has(number) && (x.class | y.class).has(quantity):
			return 0.3
		case !(x.class | y.class).has(function), x.group == groupPreposition, y.group == groupPreposition:
			return -0.6
		}
	}
	if (x.class&y.class).has(date) && !(x.class|y.class).has(number|compact) || (x.class & y.class).has(timeWord|measure) {
		return 0.25
	}
	switch v.relation(a, b) {
	case figures:
		if (x.class | y.class).has(compact) && (x.class | y.class).has(date) {
			if agree, _ := x.when.common(y.when); agree {
				return 0.7 // 4 May, 5 May
			}
			return 0.25
		}
		switch {
		case isYear(x.key) && isYear(y.key):
			return 0.4
		case isYear(x.key) != isYear(y.key):
			return -0.8
		}
		return 0.1
	case grouped:
		return 0.15
	case functional:
		if x.group.auxiliary() && y.group.auxiliary() {
			return 0.05
		}
		return -0.35
	case mixed:
		return -0.45
	}
	return -0.3 + float32(0.3*s)
}

// beside is what it is worth to set a word in one column with a name: a pronoun
// or another noun may stand for one, a preposition or verb does not.
func beside(x *lexeme) float32 {
	switch {
	case x.group == groupThird:
		return -0.3
	case x.class.has(function), x.pos&verb != 0 && x.pos&noun == 0:
		return -0.9
	}
	return -0.45
}

// An aligner holds the arrays of the alignment, to be used again.
type aligner struct {
	score   []float32
	m, d, i []float32 // two rows each
	trace   []uint8
}

// merge aligns wording w, number n of total, with the columns so far and
// returns the columns of both. It is a global alignment with affine gaps
// (Needleman and Wunsch 1970, Gotoh 1982) of a sequence against a profile, the
// step of progressive multiple alignment (Feng and Doolittle 1987). It takes
// time and space in proportion to columns × tokens.
func (g *aligner) merge(v *vocabulary, columns []column, w *wording, n, total int) []column {
	return g.mergePart(v, columns, w, 0, len(w.tokens), n, total, 3)
}

// tooLarge is the product of columns and tokens above which the two are cut
// before they are aligned.
const tooLarge = 1 << 19

// Ends of the text that a part of an alignment reaches.
const (
	atStart = 1 << iota
	atEnd
)

// mergePart aligns tokens from to until. It cuts what is too large at a word that
// is there but once on both sides, as near the middle as may be, or, where there
// is none, in the middle.
func (g *aligner) mergePart(v *vocabulary, columns []column, w *wording, from, until, n, total, ends int) []column {
	tokens, cuts := w.tokens[from:until], w.cuts[from:until+1]
	rows, cols := len(columns), len(tokens)
	if rows > 1 && cols > 1 && rows*cols > tooLarge {
		i, j := anchor(v, columns, tokens)
		left := g.mergePart(v, columns[:i:i], w, from, from+j, n, total, ends&atStart)
		return append(left, g.mergePart(v, columns[i:], w, from+j, until, n, total, ends&atEnd)...)
	}
	width := cols + 1
	g.grow(rows, cols)
	first := v.begins(w) - from
	for i := range columns {
		for j := range tokens {
			best := float32(forbidden)
			for _, x := range columns[i].words {
				best = max(best, v.score(x, tokens[j].word))
			}
			if s, t := columns[i].saying, tokens[j].saying; s != t {
				if best < 0.5 {
					best -= 0.3
				}
			} else if s != 0 {
				like := float32(0.45)
				if (i == 0 || columns[i-1].saying != s) == (j == 0 || tokens[j-1].saying != s) {
					like = 0.6 // the beginning of one beside the beginning of the other
				}
				best = max(best, like)
			}
			if j == first && columns[i].opens && best >= 0.4 {
				best += openingGain
			}
			g.score[i*cols+j] = best
		}
	}
	// Words that stand beside like words are more likely to be the same ones.
	const near = 0.12
	around := func(i, j int) float32 {
		s := g.score[i*cols+j]
		if s <= 0 {
			return s
		}
		if i > 0 && j > 0 && g.score[(i-1)*cols+j-1] > 0 {
			s += near
		}
		if i+1 < rows && j+1 < cols && g.score[(i+1)*cols+j+1] > 0 {
			s += near
		}
		return s
	}
	const low = -1e9
	const (
		fromM = iota
		fromD // the wording has no word for the column
		fromI // the columns have none for the word
	)
	skip := func(j int, whole float32) float32 { // a column skipped after j tokens
		if j == 0 && ends&atStart != 0 || j == cols && ends&atEnd != 0 || cuts[j] {
			return gapSilent
		}
		return whole
	}
	insert := func(i int, open bool) float32 {
		switch {
		case i == 0 && ends&atStart != 0 || i == rows && ends&atEnd != 0:
			if open {
				return gapSilent + 0.1
			}
			return gapSilent
		case open:
			return gapOpen
		}
		return gapExtend
	}
	pm, pd, pi := g.m[:width], g.d[:width], g.i[:width]
	cm, cd, ci := g.m[width:], g.d[width:], g.i[width:]
	for i := 0; i <= rows; i++ {
		// A column that few wordings fill is one that the others do without: the
		// fewer, the less a further one costs to skip (position-specific gap
		// penalties, Thompson, Higgins and Gibson 1994).
		further := float32(gapExtend)
		if i > 0 {
			further = float32(gapExtend * float32(float32(columns[i-1].filled)/float32(n)))
		}
		for j := 0; j <= cols; j++ {
			var t uint8
			if i == 0 && j == 0 {
				cm[0], cd[0], ci[0] = 0, low, low
				g.trace[0] = 0
				continue
			}
			cm[j], cd[j], ci[j] = low, low, low
			if i > 0 && j > 0 {
				best, from := pm[j-1], uint8(fromM)
				if pd[j-1] > best {
					best, from = pd[j-1], fromD
				}
				if pi[j-1] > best {
					best, from = pi[j-1], fromI
				}
				cm[j] = best + around(i-1, j-1)
				t |= from
			}
			if i > 0 {
				open, ext := skip(j, gapOpen), skip(j, further)
				best, from := pm[j]-open, uint8(fromM)
				if pd[j]-ext > best {
					best, from = pd[j]-ext, fromD
				}
				if pi[j]-open > best {
					best, from = pi[j]-open, fromI
				}
				cd[j] = best
				t |= from << 2
			}
			if j > 0 {
				open, ext := insert(i, true), insert(i, false)
				best, from := cm[j-1]-open, uint8(fromM)
				if cd[j-1]-open > best {
					best, from = cd[j-1]-open, fromD
				}
				if ci[j-1]-ext > best {
					best, from = ci[j-1]-ext, fromI
				}
				ci[j] = best
				t |= from << 4
			}
			g.trace[i*width+j] = t
		}
		pm, cm = cm, pm
		pd, cd = cd, pd
		pi, ci = ci, pi
	}
	state := uint8(fromM)
	best := pm[cols]
	if pd[cols] > best {
		best, state = pd[cols], fromD
	}
	if pi[cols] > best {
		state = fromI
	}
	out := make([]column, 0, rows+cols)
	for i, j := rows, cols; i > 0 || j > 0; {
		t := g.trace[i*width+j]
		switch state {
		case fromM:
			i, j = i-1, j-1
			c := columns[i]
			c.cells[n] = int32(from + j)
			c.add(tokens[j])
			c.opens = c.opens || j == first
			out = append(out, c)
			state = t & 3
		case fromD:
			i--
			out = append(out, columns[i])
			state = t >> 2 & 3
		case fromI:
			j--
			c := newColumn(tokens[j], n, from+j, total)
			c.opens = j == first
			out = append(out, c)
			state = t >> 4 & 3
		}
	}
	for a, b := 0, len(out)-1; a < b; a, b = a+1, b-1 {
		out[a], out[b] = out[b], out[a]
	}
	return out
}

// anchor returns where to cut columns and tokens that are too many to align at
// once: 0 < i < len(columns), 0 < j < len(tokens).
func anchor(v *vocabulary, columns []column, tokens []token) (i, j int) {
	const several = -2
	rowOf, colOf := make([]int32, len(v.lexemes)), make([]int32, len(v.lexemes)) // −1 none
	for k := range rowOf {
		rowOf[k], colOf[k] = -1, -1
	}
	note := func(at []int32, word int32, place int) {
		if at[word] == -1 {
			at[word] = int32(place)
		} else {
			at[word] = several
		}
	}
	for k := range columns {
		for _, x := range columns[k].words {
			note(rowOf, x, k)
		}
	}
	for k := range tokens {
		note(colOf, tokens[k].word, k)
	}
	// Halfway between the middles, so that what is cut off never is too little.
	best := len(columns) + len(tokens)
	i, j = len(columns)/2, len(tokens)/2
	for word := range rowOf {
		r, c := int(rowOf[word]), int(colOf[word])
		if r <= 0 || c <= 0 {
			continue
		}
		off := max(r-len(columns)/2, len(columns)/2-r) + max(c-len(tokens)/2, len(tokens)/2-c)
		if off < best && r > len(columns)/8 && r < len(columns)*7/8 && c > len(tokens)/8 && c < len(tokens)*7/8 {
			best, i, j = off, r, c
		}
	}
	return i, j
}

// begins returns the place of the first word of a wording, behind marks, or −1:
// if the witness elides what came before, if there is none, and if it is an
// article, with which anything may begin.
func (v *vocabulary) begins(w *wording) int {
	for i, t := range w.tokens {
		switch {
		case w.cuts[i]:
			return -1
		case t.class.has(punct) && !t.class.has(wordlike):
		case v.lexemes[t.word].group == groupArticle:
			return -1
		default:
			return i
		}
	}
	return -1
}

func (c *column) add(t token) {
	c.filled++
	if c.saying == 0 {
		c.saying = t.saying
	}
	for _, x := range c.words {
		if x == t.word {
			return
		}
	}
	c.words = append(c.words, t.word)
}

func newColumn(t token, n, token, total int) column {
	c := column{words: []int32{t.word}, cells: make([]int32, total), saying: t.saying, filled: 1}
	for i := range c.cells {
		c.cells[i] = -1
	}
	c.cells[n] = int32(token)
	return c
}

func (g *aligner) grow(rows, cols int) {
	if n := rows * cols; cap(g.score) < n {
		g.score = make([]float32, n+n/2)
	}
	g.score = g.score[:rows*cols]
	if n := 2 * (cols + 1); cap(g.m) < n {
		g.m, g.d, g.i = make([]float32, n), make([]float32, n), make([]float32, n)
	}
	g.m, g.d, g.i = g.m[:2*(cols+1)], g.d[:2*(cols+1)], g.i[:2*(cols+1)]
	if n := (rows + 1) * (cols + 1); cap(g.trace) < n {
		g.trace = make([]uint8, n+n/2)
	}
	g.trace = g.trace[:(rows+1)*(cols+1)]
}
