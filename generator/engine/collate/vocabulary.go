package collate

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"crosscheck/generator/words"
)

// A lexeme is a distinct word, number or mark of the wordings at hand, with
// what comparing it needs.
type lexeme struct {
	key     string // folded: lower case, typography made alike
	plain   string // letters and digits of key without accents, hyphens, stops
	stem    string
	class   class
	group   group    // of a function word
	proper  bool     // the lexicon has it as a name only
	pos     uint8    // parts of speech the lexicon knows it as
	known   bool     // the lexicon has it
	used    uint8    // how common the lexicon says it is
	about   []uint32 // terms that describe it, by the lexicon
	weight  float32  // of all of them
	letters uint64   // which letters and digits plain has
	value   float64  // of a number
	exact   bool     // value is known
	when    moment   // of a word of a date
}

// A vocabulary holds the lexemes of one collation and remembers how alike two
// of them are.
type vocabulary struct {
	lexemes   []lexeme
	index     map[string]int32
	stride    int
	relations []relation // of each two lexemes, row by row
	kin       []uint8
	described sync.Once
	scores    []float32 // of the alignment, 0 where not yet worked out
}

func newVocabulary() *vocabulary { return &vocabulary{index: make(map[string]int32, 64)} }

func (v *vocabulary) intern(s string, kind words.Kind, shouting bool) int32 {
	key := foldToken(s)
	// IT, US and WHO in a text that does not shout are not the pronouns.
	if kind == words.Word && !shouting && len(s) >= 2 && len(s) <= 4 && key != s && strings.ToUpper(s) == s && isFunction(key) {
		key = strings.ToUpper(key)
	}
	if id, ok := v.index[key]; ok {
		return id
	}
	id := int32(len(v.lexemes))
	v.lexemes = append(v.lexemes, describe(key, kind))
	v.index[key] = id
	return id
}

// foldToken makes case and typography alike.
func foldToken(s string) string {
	ascii, upper := true, false
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
		upper = upper || 'A' <= s[i] && s[i] <= 'Z'
	}
	if !ascii {
		f := words.Fold(s)
		s = f.Text
		return strings.ToLower(s)
	}
	if upper {
		return strings.ToLower(s)
	}
	return s
}

// describe classes a folded word.
func describe(key string, kind words.Kind) lexeme {
	x := lexeme{key: key, plain: key}
	if kind == words.Punct {
		x.class = punct
		x.group = groupMark
		switch key {
		case ",", ";", ":":
			x.group = groupComma
		case ".", "!", "?":
			x.group = groupStop
		case "''", "``":
			x.plain = `"`
			x.group = groupQuote
		case `"`:
			x.group = groupQuote
		case "--":
			x.plain = "-"
		case "%":
			x.plain, x.stem = "percent", "percent"
			x.class = wordlike
			return x
		case "$", "€", "£", "&":
			x.class |= wordlike
		}
		x.stem = x.plain
		return x
	}
	x.class = wordlike
	x.plain = plain(strings.ToLower(key))
	if isFunction(x.plain) && (key != strings.ToLower(key) || strings.IndexByte(key, '.') > 0) {
		x.plain += "." // U.S. and US are one, and not the pronoun
	}
	for i := 0; i < len(x.plain); i++ {
		switch c := x.plain[i]; {
		case 'a' <= c && c <= 'z':
			x.letters |= 1 << (c - 'a')
		case '0' <= c && c <= '9':
			x.letters |= 1 << (26 + c - '0')
		default:
			x.letters |= 1 << (36 + c%28)
		}
	}
	x.stem = stem(x.plain)
	x.when = momentOf(key, kind)
	if isQuantity(key) {
		x.class |= quantity
	}
	if groupOf(key) == groupThird && key != "'s" && key != "it" && key != "its" || isTitle(x.plain) || isBody(x.plain) {
		x.class |= designation
	}
	if isTimeWord(x.plain) {
		x.class |= timeWord
	}
	if isMeasure(x.plain) {
		x.class |= measure
	}
	if isAffirmation(x.stem) {
		x.class |= affirmation
	}
	if kind == words.Number {
		x.class |= number
		x.value, x.exact = figure(key)
		if isNumericDate(key) || isDecade(key) {
			x.class |= date
		}
		return x
	}
	switch {
	case isNegation(key):
		x.class |= negation | function
		x.group = groupNegation
	case groupOf(key) != 0:
		x.class |= function
		x.group = groupOf(key)
	case isDateWord(key), isDecade(key):
		x.class |= date
	case isReversal(x.stem):
		x.class |= reversal
	}
	if n, ok := numeral(key); ok {
		x.class |= number
		x.value, x.exact = n, true
	}
	return x
}

// plain strips accents, hyphens, apostrophes and stops.
func plain(key string) string {
	clean := true
	for i := 0; i < len(key); i++ {
		if c := key[i]; c >= 0x80 || c == '-' || c == '.' || c == '\'' {
			clean = false
			break
		}
	}
	if clean {
		return key
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(key) {
		if unicode.Is(unicode.Mn, r) || r == '-' || r == '.' || r == '\'' {
			continue
		}
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return key
	}
	return b.String()
}
