package collate

// compare returns the kind of difference between two stretches of tokens. An
// empty stretch stands for words left out.
func (v *vocabulary) compare(a, b *wording, x, y []token) Kind {
	if len(x) == 0 && len(y) == 0 {
		return Same
	}
	if len(x) == 0 || len(y) == 0 {
		return leftOut(append(x[:len(x):len(x)], y...))
	}
	kind := Same
	if sameKeys(x, y) {
		for i := range x {
			if a.text[x[i].start:x[i].end] != b.text[y[i].start:y[i].end] {
				return Typography
			}
		}
		return Same
	}
	// Tie each token of x to the likest of y that is still free.
	var buffer [64]bool
	taken := buffer[:]
	if len(y) > len(buffer) {
		taken = make([]bool, len(y))
	}
	var left [2]class // what the tokens without a counterpart are, by side
	rest := [2]int{}
	denials := 0
	for _, p := range x {
		best, at := float32(0.49), -1
		for j, q := range y {
			if taken[j] || p.class.has(punct) != q.class.has(punct) {
				continue
			}
			if s := v.alike(p.word, q.word); s > best {
				best, at = s, j
			}
		}
		if p.class.has(negation) {
			denials++
		}
		if at >= 0 {
			k := v.differ(p, y[at])
			if k < Wording || k >= Name {
				kind = max(kind, k)
				taken[at] = true
				continue
			}
		}
		left[0] |= p.class
		if !p.class.has(punct) {
			rest[0]++
		}
	}
	for j, q := range y {
		if q.class.has(negation) {
			denials--
		}
		if !taken[j] {
			left[1] |= q.class
			if !q.class.has(punct) {
				rest[1]++
			}
		}
	}
	if denials != 0 && !left[0].has(reversal) && !left[1].has(reversal) {
		return Negation
	}
	if rest[0]+rest[1] == 0 {
		if left[0]|left[1] != 0 {
			kind = max(kind, Punctuation)
		}
		return kind
	}
	all := left[0] | left[1]
	switch {
	case all.has(date):
		return max(kind, Date)
	case all.has(number):
		return max(kind, Number)
	case all.has(name):
		return max(kind, Name)
	case rest[0] > 0 && rest[1] > 0:
		return max(kind, Wording)
	case !all.content() && kind == Inflection:
		return kind
	case !all.content():
		return max(kind, Wording)
	}
	return max(kind, Omission)
}

// leftOut returns the kind of difference that leaving the tokens out makes.
func leftOut(tokens []token) Kind {
	var all class
	for _, t := range tokens {
		all |= t.class
	}
	switch {
	case all.has(negation):
		return Negation
	case all == punct:
		return Punctuation
	}
	return Omission
}

// differ returns the kind of difference between two tokens that stand for each
// other.
func (v *vocabulary) differ(p, q token) Kind {
	if p.word == q.word {
		return Same
	}
	x, y := &v.lexemes[p.word], &v.lexemes[q.word]
	both, either := p.class&q.class, p.class|q.class
	switch {
	case both.has(punct):
		if x.plain == y.plain {
			return Typography
		}
		return Punctuation
	case either.has(punct):
		return Wording
	case either.has(negation) && !both.has(negation):
		return Negation
	case both.has(negation):
		return Wording
	case x.plain == y.plain:
		return Spelling
	case both.has(number):
		if x.exact && y.exact && x.value == y.value {
			return Spelling
		}
		if both.has(date) {
			return Date
		}
		return Number
	case either.has(date):
		if x.stem == y.stem || len(x.stem) >= 3 && len(y.stem) >= 3 && x.stem[:3] == y.stem[:3] && both.has(date) && !both.has(number) {
			return Spelling
		}
		return Date
	case either.has(number):
		if isArticle(x.key) || isArticle(y.key) {
			return Wording
		}
		return Number
	case british(x.plain, y.plain):
		return Spelling
	case x.stem == y.stem:
		return Inflection
	case either.has(name):
		if both.has(name) && transliterated(x.plain, y.plain) {
			return Spelling
		}
		return Name
	}
	if d := distance(x.plain, y.plain, 1); d == 1 && min(len(x.plain), len(y.plain)) >= 7 {
		return Spelling
	}
	return Wording
}

func isArticle(w string) bool { return w == "a" || w == "an" || w == "the" }

func sameKeys(x, y []token) bool {
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i].word != y[i].word {
			return false
		}
	}
	return true
}

// british reports spellings that differ as British and American ones do.
func british(a, b string) bool {
	if a[0] != b[0] {
		return false
	}
	var s, t [48]byte
	if len(a) > 40 || len(b) > 40 || len(a) < 4 || len(b) < 4 {
		return false
	}
	return string(american(a, s[:0])) == string(american(b, t[:0]))
}

// american writes a word with the letters that the two spellings have in common.
func american(w string, to []byte) []byte {
	for i := 0; i < len(w); i++ {
		rest := w[i:]
		switch {
		case i > 0 && len(rest) >= 3 && rest[:3] == "our":
			to = append(to, 'o', 'r')
			i += 2
		case i > 1 && len(rest) >= 3 && (rest[:3] == "ise" || rest[:3] == "isa" || rest[:3] == "isi"):
			to = append(to, 'i', 'z')
			i++
		case i > 1 && rest == "re" || i > 1 && rest == "res":
			to = append(to, 'e', 'r')
			i++
		case len(rest) >= 2 && (rest[:2] == "ae" || rest[:2] == "oe"):
			to = append(to, 'e')
			i++
		case i > 0 && len(rest) >= 2 && rest[0] == rest[1] && (rest[0] == 'l' || rest[0] == 'm'):
			to = append(to, rest[0])
			i++
		case i > 1 && len(rest) >= 4 && rest[:4] == "ence" || i > 1 && len(rest) >= 4 && rest[:4] == "ense":
			to = append(to, "ense"...)
			i += 3
		case rest == "ogue" || rest == "ogues":
			to = append(to, 'o', 'g')
			i += 3
		case rest == "que":
			to = append(to, 'k')
			i += 2
		default:
			to = append(to, w[i])
		}
	}
	return to
}

// transliterated reports two spellings of one foreign name: alike once vowels
// and the letters that transliterations vary are made one, or a letter apart
// in a long name.
func transliterated(a, b string) bool {
	if len(a) < 4 || len(b) < 4 || len(a) > 40 || len(b) > 40 {
		return false
	}
	var s, t [96]byte
	if string(skeleton(a, s[:0])) == string(skeleton(b, t[:0])) && len(skeleton(a, s[:0])) >= 3 {
		return true
	}
	return min(len(a), len(b)) >= 8 && distance(a, b, 1) == 1
}

func skeleton(w string, to []byte) []byte {
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch c {
		case 'q', 'c':
			c = 'k'
		case 'w':
			c = 'v'
		case 'y', 'j':
			c = 'i'
		case 'z':
			c = 's'
		}
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'h':
			if i > 0 {
				continue
			}
			c = 'a'
		}
		if n := len(to); n > 0 && to[n-1] == c {
			continue
		}
		to = append(to, c)
	}
	return to
}
