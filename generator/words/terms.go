package words

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxTerm is how many characters of a word are looked at.
const maxTerm = 30

// Terms returns the words of a text as a search knows them: in lower case,
// without accents and typography, so that two spellings of which a reader would
// think the same are the same (é and e, ß and ss, ’ and ', İ and i).
//
// Where a script sets no blanks between words (Chinese, Japanese, Thai), a term
// is two characters that follow each other, and the last one alone. Then a
// search for any stretch of text is a search for pairs, and no dictionary is
// needed.
//
// static/search.js does the same, to the letter, and testdata/terms.txt is run
// in both.
func Terms(text string) []string {
	r := []rune(Plain(text))
	var terms []string
	for i := 0; i < len(r); {
		if !inTerm(r[i]) {
			i++
			continue
		}
		run := []rune{}
		i, run = scanRun(r, i, run)
		for len(run) > 0 {
			n := 1
			for n < len(run) && unspaced(run[n]) == unspaced(run[0]) {
				n++
			}
			piece := run[:n]
			run = run[n:]
			if !unspaced(piece[0]) {
				terms = append(terms, string(piece[:min(n, maxTerm)]))
				continue
			}
			for k := range piece {
				terms = append(terms, string(piece[k:min(k+2, n)]))
			}
		}
	}
	return terms
}

// scanRun gathers the letters and digits of the run that begins at i, and
// returns where the next may begin. Stops between single letters (U.S.) and
// commas between groups of three digits (7,792) do not end a run, and what
// English hangs on with an apostrophe (’s, ’ll) is passed over.
func scanRun(r []rune, i int, run []rune) (int, []rune) {
	if n := initials(r, i); n > 0 {
		for ; n > 0; n-- {
			run = append(run, r[i])
			i += 2
		}
		i--
	} else {
		for i < len(r) && (inTerm(r[i]) || groups(r, i)) {
			if r[i] != ',' {
				run = append(run, r[i])
			}
			i++
		}
	}
	for i < len(r) && r[i] == '\'' && unicode.IsLetter(r[i-1]) {
		n := hanger(r[i+1:])
		if n == 0 {
			break
		}
		i += 1 + n
	}
	return i, run
}

// initials returns of how many single letters with stops between them the run
// at i consists; 0 if it is no such run.
func initials(r []rune, i int) int {
	n := 0
	for ; i < len(r) && unicode.IsLetter(r[i]); i += 2 {
		if i+1 < len(r) && inTerm(r[i+1]) {
			break
		}
		n++
		if i+1 == len(r) || r[i+1] != '.' {
			break
		}
	}
	if n < 2 {
		return 0
	}
	return n
}

// groups reports whether the comma at i stands between digits, three to follow.
func groups(r []rune, i int) bool {
	if r[i] != ',' || !digit(r[i-1]) || i+3 >= len(r) || i+4 < len(r) && digit(r[i+4]) {
		return false
	}
	return digit(r[i+1]) && digit(r[i+2]) && digit(r[i+3])
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// hanger returns the length of what English hangs on to a word, if r begins
// with that and the word ends there.
func hanger(r []rune) int {
	for _, s := range []string{"s", "t", "d", "m", "ll", "re", "ve"} {
		if n := len(s); len(r) >= n && string(r[:n]) == s && (len(r) == n || !inTerm(r[n])) {
			return n
		}
	}
	return 0
}

func inTerm(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// unspaced reports letters of scripts that set no blanks between words.
func unspaced(r rune) bool {
	return r >= 0xe00 && (r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar))
}

// Plain returns a text in lower case, without accents, and in one typography.
func Plain(text string) string {
	if ascii(text) {
		return strings.ToLower(text)
	}
	text = norm.NFKD.String(strings.ToValidUTF8(text, "\ufffd"))
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		r = unicode.ToLower(r)
		if unseen(r) {
			continue
		}
		if s, ok := plainLetters[r]; ok {
			b.WriteString(s)
			continue
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// unseen reports what a search passes over: accents and points of the alphabets,
// and characters without a shape. Vowel signs of other scripts are letters in all
// but name, and stay.
func unseen(r rune) bool {
	switch {
	case r < 0x300:
		return r == 0xad
	case r <= 0x6ff:
		return r == 'ـ' || unicode.Is(unicode.Mn, r)
	}
	for _, m := range unseenMarks {
		if m[0] <= r && r <= m[1] {
			return true
		}
	}
	return false
}

var unseenMarks = [][2]rune{{0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x2069}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}}

// plainLetters spells letters that have no accent to lose, and gives marks and
// letters that look alike one form.
var plainLetters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ħ': "h",
	'ς': "σ", 'ی': "ي", 'ى': "ي", 'ک': "ك",
	'‘': "'", '’': "'", '‚': "'", '‛': "'", 'ʼ': "'", '′': "'", 'ʻ': "'",
}
