package collate

import "strings"

// compare returns the kind of difference between two stretches of tokens. An
// empty stretch stands for words left out.
func (v *vocabulary) compare(a, b *wording, x, y []token) Kind {
	if len(x) == 0 && len(y) == 0 {
		return Same
	}
	if len(x) == 0 || len(y) == 0 || onlyMarks(x) != onlyMarks(y) {
		return v.leftOut(append(x[:len(x):len(x)], y...))
	}
	kind := Same
	if sameKeys(x, y) {
		for i := range x {
			if !sameText(a.text[x[i].start:x[i].end], b.text[y[i].start:y[i].end]) {
				return Typography
			}
		}
		return Same
	}
	if len(x) != len(y) && v.spelled(x, y) || v.spelledOut(x, y) {
		return Spelling // cease-fire, cease fire
	}
	const long = 1000 // words; no more are compared with each other
	x, y = x[:min(len(x), long)], y[:min(len(y), long)]
	// Tie each token of x to the likest of y that is still free.
	var buffer [64]bool
	taken := buffer[:]
	if len(y) > len(buffer) {
		taken = make([]bool, len(y))
	}
	var left [2]class // what the tokens without a counterpart are, by side
	rest := [2]int{}
	denials := 0
	partly := false // a date has a counterpart that leaves a part of it open
	meaning, possessives := false, 0
	over := func(side int, all []token, i int) {
		t := all[i]
		left[side] |= t.class
		if !t.class.has(punct) {
			rest[side]++
			meaning = meaning || t.class.content()
			if i > 0 && t.glued && v.lexemes[t.word].key == "'s" && all[i-1].class.content() {
				possessives++
			}
		}
	}
	shared := func(t token, others []token) bool {
		for _, o := range others {
			if o.saying == t.saying {
				return true
			}
		}
		return false
	}
	for i, p := range x {
		if p.saying != 0 && shared(p, y) {
			if !has(y, p.word) {
				kind = max(kind, p.sayingKind())
			}
			continue
		}
		best, at := float32(0.49), -1
		for j, q := range y {
			if taken[j] || q.saying != 0 && q.saying == p.saying || p.class.has(punct) != q.class.has(punct) {
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
			if k != Wording {
				partly = partly || k == Omission
				kind = max(kind, k)
				taken[at] = true
				continue
			}
			if p.class.has(timeWord|measure) && y[at].class.has(timeWord|measure) { // evening, night
				kind = max(kind, Wording)
				taken[at] = true
				continue
			}
		}
		over(0, x, i)
	}
	for j, q := range y {
		if q.saying != 0 && shared(q, x) {
			if !has(x, q.word) {
				kind = max(kind, q.sayingKind())
			}
			continue
		}
		if q.class.has(negation) {
			denials--
		}
		if !taken[j] {
			over(1, y, j)
		}
	}
	if denials != 0 && !left[0].has(reversal) && !left[1].has(reversal) {
		return Negation
	}
	if a, b := v.measured(x), v.measured(y); a != "" && b != "" && a != b {
		return max(kind, Number)
	}
	if rest[0]+rest[1] == 0 {
		switch {
		case left[0]|left[1] != 0:
			kind = max(kind, Punctuation)
		case kind < Order && len(x) == len(y) && !inOrder(x, y, v):
			kind = Order
		}
		return kind
	}
	if partly && (left[0] | left[1]).has(number) {
		return max(kind, Date) // June 25, June 75
	}
	either := func(a, b class) bool { return left[0].has(a) && left[1].has(b) || left[1].has(a) && left[0].has(b) }
	switch {
	case either(date, date):
		return max(kind, Date)
	case either(timeWord, timeWord):
		return max(kind, Date)
	case either(number, number|quantity), scaled(v, x, y):
		return max(kind, Number)
	case either(reversal, affirmation):
		return Negation
	case either(name, name|designation):
		return max(kind, Name)
	case rest[0] > 0 && rest[1] > 0:
		return max(kind, Wording)
	case meaning:
		return max(kind, Omission)
	case possessives == rest[0]+rest[1]:
		return max(kind, Inflection)
	case kind == Inflection:
		return kind
	}
	return max(kind, Wording)
}

// measured returns the only unit of measure or currency in a stretch.
func (v *vocabulary) measured(tokens []token) string {
	unit := ""
	for _, t := range tokens {
		if m := measureOf(v.lexemes[t.word].key); m != "" {
			if unit != "" && unit != m {
				return ""
			}
			unit = m
		}
	}
	return unit
}

// scaled reports that either stretch has one word for the size of a number, and
// the two differ: dozens, hundreds.
func scaled(v *vocabulary, x, y []token) bool {
	size := func(tokens []token) (n int) {
		for _, t := range tokens {
			n = max(n, scales(v.lexemes[t.word].key))
		}
		return n
	}
	a, b := size(x), size(y)
	return a != 0 && b != 0 && a != b
}

// spelledOut reports whether two stretches are the same once contractions are
// written in full: cannot, can’t.
func (v *vocabulary) spelledOut(x, y []token) bool {
	var a, b [64]byte
	full := func(tokens []token, to []byte) ([]byte, bool) {
		short := false
		for _, t := range tokens {
			key := v.lexemes[t.word].key
			if len(to)+len(key) > 60 {
				return nil, false
			}
			w := written(key)
			short = short || w != key || key == "cannot"
			to = append(to, w...)
		}
		return to, short
	}
	s, short := full(x, a[:0])
	t, also := full(y, b[:0])
	return (short || also) && len(s) > 0 && string(s) == string(t)
}

// spelled reports whether two stretches of words have the same letters and are
// only parted differently.
func (v *vocabulary) spelled(x, y []token) bool {
	var s, t string
	i, j := 0, 0
	for {
		for s == "" && i < len(x) {
			s = v.lexemes[x[i].word].plain
			i++
		}
		for t == "" && j < len(y) {
			t = v.lexemes[y[j].word].plain
			j++
		}
		n := min(len(s), len(t))
		if n == 0 {
			return s == t
		}
		if s[:n] != t[:n] {
			return false
		}
		s, t = s[n:], t[n:]
	}
}

// figureOf returns the value of the only number in a stretch, and of how many
// words it is made: two hundred and five. It returns no words where there are
// several numbers, or none.
func (v *vocabulary) figureOf(tokens []token) (value float64, words int) {
	total, part := 0.0, 0.0
	ended := false
	for i, t := range tokens {
		x := &v.lexemes[t.word]
		if !t.class.has(number) {
			if words > 0 && (x.key != "and" || i+1 == len(tokens) || !tokens[i+1].class.has(number)) {
				ended = true
			}
			continue
		}
		if ended || !x.exact {
			return 0, 0
		}
		words++
		switch n := x.value; {
		case n == 12 && x.key == "dozen":
			part = max(part, 1) * n
		case n == 100 && x.key == "hundred":
			part = max(part, 1) * n
		case n >= 1000 && !isDigit(x.key[0]):
			total += max(part, 1) * n
			part = 0
		case part == 0 || part >= 20 && n < 10 && !isDigit(x.key[0]) || part >= 100 && n < 100:
			part += n
		default:
			return 0, 0
		}
	}
	return total + part, words
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// inOrder reports whether two stretches of as many tokens are alike one by one.
func inOrder(x, y []token, v *vocabulary) bool {
	for i := range x {
		if x[i].saying == 0 && v.alike(x[i].word, y[i].word) < 0.5 && !x[i].class.has(punct) {
			return false
		}
	}
	return true
}

// onlyMarks reports a stretch without words.
func onlyMarks(tokens []token) bool {
	for _, t := range tokens {
		if !t.class.has(punct) || t.class.has(wordlike) {
			return false
		}
	}
	return true
}

// onlyReversal reports a stretch of a word that turns a statement into its
// opposite, and of nothing else that has a meaning of its own.
func (v *vocabulary) onlyReversal(tokens []token) bool {
	found := false
	for _, t := range tokens {
		x := &v.lexemes[t.word]
		switch {
		case reverses(x.stem) || x.key == "hardly" || x.key == "scarcely" || x.key == "barely":
			found = true
		case t.class.content():
			return false
		}
	}
	return found
}

// leftOut returns the kind of difference that leaving the tokens out makes.
func (v *vocabulary) leftOut(tokens []token) Kind {
	var all class
	for _, t := range tokens {
		all |= t.class
	}
	switch {
	case all.has(negation):
		return Negation
	case v.onlyReversal(tokens):
		return Negation // failed to, hardly
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
	case (x.class | y.class).has(compact) && x.when != (moment{}) && y.when != (moment{}):
		return dated(x, y)
	case both.has(punct):
		if x.plain == y.plain {
			return Typography
		}
		if isCurrency(x.key) && isCurrency(y.key) {
			return Number
		}
		return Punctuation
	case either.has(punct):
		return Wording
	case either.has(negation) && !both.has(negation):
		return Negation
	case both.has(negation) || contracted(x.key) || contracted(y.key):
		if written(x.key) == written(y.key) {
			return Spelling
		}
		if x.stem == y.stem {
			return Inflection
		}
		return Wording
	case x.plain == y.plain && !(both.has(number) && x.exact && y.exact && x.value != y.value):
		return Spelling
	case both.has(number):
		if x.exact && y.exact && x.value == y.value {
			return Spelling
		}
		if both.has(date) {
			return Date
		}
		return Number
	case both.has(date):
		if x.stem == y.stem || len(x.stem) >= 3 && len(y.stem) >= 3 && x.stem[:3] == y.stem[:3] && !both.has(number) {
			return Spelling
		}
		return Date
	case either.has(date) && v.relation(p.word, q.word) == letters:
		return Date // Friday, Fridy
	case either.has(number):
		if either.has(quantity) {
			return Number
		}
		return Wording
	case british(x.plain, y.plain), measureOf(x.key) != "" && measureOf(x.key) == measureOf(y.key) && x.stem != y.stem:
		return Spelling
	case v.relation(p.word, q.word) == inflected:
		return Inflection
	case v.relation(p.word, q.word) == letters && denies(x.stem, y.stem):
		return Negation
	case either.has(name):
		switch {
		case both.has(name) && !(x.proper && y.proper) && transliterated(x.plain, y.plain):
			return Spelling
		case both.has(name), either.has(designation):
			return Name
		}
		return Wording
	}
	if !(x.known && y.known) && min(len(x.plain), len(y.plain)) >= 7 && distance(x.plain, y.plain, 1) == 1 {
		return Spelling
	}
	return Wording
}

// denies reports whether one of two stems is the other behind a negating
// prefix: possible, impossible.
func denies(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 3 || len(b)-len(a) > 3 || len(b)-len(a) < 2 || b[len(b)-len(a):] != a {
		return false
	}
	switch b[:len(b)-len(a)] {
	case "un", "in", "im", "il", "ir", "dis", "non":
		return true
	}
	return false
}

// contracted reports a word cut short behind an apostrophe.
func contracted(key string) bool {
	switch key {
	case "'s", "'re", "'m", "'ve", "'ll", "'d", "ca", "wo", "sha":
		return true
	}
	return false
}

// written returns a contracted word in full.
func written(key string) string {
	switch key {
	case "n't", "'t":
		return "not"
	case "'re":
		return "are"
	case "'m":
		return "am"
	case "'ve":
		return "have"
	case "'ll", "wo":
		return "will"
	case "'d":
		return "would"
	case "'s":
		return "is"
	case "ca":
		return "can"
	case "sha":
		return "shall"
	}
	return key
}

func has(tokens []token, word int32) bool {
	for _, t := range tokens {
		if t.word == word {
			return true
		}
	}
	return false
}

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

// respellings are British spellings, and the American ones, that follow no rule.
var respellings = map[string]string{
	"grey": "gray", "greys": "grays", "tyre": "tire", "tyres": "tires", "plough": "plow", "kerb": "curb", "sceptic": "skeptic", "sceptics": "skeptics",
	"sceptical": "skeptical", "scepticism": "skepticism", "aluminium": "aluminum", "mould": "mold", "draught": "draft", "gaol": "jail", "whisky": "whiskey",
	"ageing": "aging", "judgement": "judgment", "enrol": "enroll", "fulfil": "fulfill", "skilful": "skillful", "wilful": "willful", "instalment": "installment",
	"instalments": "installments", "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "artefact": "artifact", "artefacts": "artifacts", "jewellery": "jewelry",
	"cosy": "cozy", "sulphur": "sulfur", "tsar": "czar", "furore": "furor", "advisor": "adviser", "advisors": "advisers", "protestor": "protester",
	"protestors": "protesters", "mum": "mom", "pyjamas": "pajamas", "moustache": "mustache", "programme": "program", "programmes": "programs", "cheque": "check",
	"cheques": "checks", "storey": "story", "storeys": "stories", "smoulder": "smolder", "yoghurt": "yogurt", "licence": "license", "practise": "practice",
}

// british reports spellings that differ as British and American ones do.
func british(a, b string) bool {
	if respellings[a] == b && b != "" || respellings[b] == a && a != "" {
		return true
	}
	if len(a) > 40 || len(b) > 40 || len(a) < 4 || len(b) < 4 || a[0] != b[0] {
		return false
	}
	var s, t [48]byte
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
		case i > 1 && (rest == "mme" || rest == "mmes"):
			to = append(to, 'm')
			i += 2
		case i > 1 && rest == "is":
			to = append(to, 'i', 'z')
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
	if strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return false // Petrov, Petrova
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
