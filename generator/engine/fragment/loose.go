package fragment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// loosen returns the loosest reading of a text: letters without case and
// accent, one form for quotation marks, dashes and ellipses, one blank for white
// space, nothing for what cannot be seen. From has for each byte, and for the
// end, the offset in text of the character that it came from; it never falls.
func loosen(text string) (loose string, from []int32) {
	out := make([]byte, 0, len(text))
	from = make([]int32, 0, len(text)+1)
	emit := func(s string, at int) {
		for i := range len(s) {
			out = append(out, s[i])
			from = append(from, int32(at))
		}
	}
	blank := false
	space := func(at int) {
		if !blank {
			emit(" ", at)
		}
		blank = true
	}
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			switch {
			case c == ' ' || '\t' <= c && c <= '\r' || '\x1c' <= c && c <= '\x1f':
				space(i)
			case 'A' <= c && c <= 'Z':
				blank = false
				emit(lower[c-'A':c-'A'+1], i)
			case c == '`':
				blank = false
				emit("'", i)
			default:
				blank = false
				emit(text[i:i+1], i)
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			space(i)
		case ignorable(r):
		default:
			if s := base(r); s != "" {
				blank = false
				emit(s, i)
			}
		}
		i += size
	}
	return string(out), append(from, int32(len(text)))
}

const lower = "abcdefghijklmnopqrstuvwxyz"

// base returns what is left of a character beyond ASCII at the primary level;
// nothing of an accent.
func base(r rune) string {
	switch r {
	case '‘', '’', '‚', '‛', 'ʼ', '′', '´', '‹', '›':
		return "'"
	case '“', '”', '„', '‟', '″', '«', '»':
		return `"`
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－':
		return "-"
	case 'ß', 'ẞ':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'ø', 'Ø':
		return "o"
	case 'ł', 'Ł':
		return "l"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'ı', 'İ':
		return "i"
	case 'ς':
		return "σ"
	case utf8.RuneError:
		return "\uFFFD"
	}
	var b strings.Builder
	for _, d := range norm.NFKD.String(string(r)) {
		if unicode.Is(unicode.Mn, d) || ignorable(d) {
			continue
		}
		if unicode.IsSpace(d) {
			d = ' '
		}
		b.WriteRune(unicode.ToLower(d))
	}
	return b.String()
}

// ignorable reports marks that a reader cannot see: soft hyphen, joiners, marks
// of direction, byte order mark.
func ignorable(r rune) bool {
	return r == '\u00ad' || '\u200b' <= r && r <= '\u200f' || '\u202a' <= r && r <= '\u202e' ||
		'\u2060' <= r && r <= '\u2069' || r == '\ufeff' || '\ufe00' <= r && r <= '\ufe0f'
}

// border reports whether text can be cut at i between two words. It is stricter
// than the word boundaries of Unicode (UAX #29), so that wherever it allows a
// cut a browser sees a boundary too: no cut beside an apostrophe, hyphen or stop
// inside a word or number, and none between letters of scripts that write words
// without a space, where only a dictionary knows.
func border(text string, i int) bool {
	if i <= 0 || i >= len(text) {
		return true
	}
	after, m := utf8.DecodeRuneInString(text[i:])
	at := i
	before, n := utf8.DecodeLastRuneInString(text[:at])
	for ignorable(before) {
		if at -= n; at == 0 {
			return true
		}
		before, n = utf8.DecodeLastRuneInString(text[:at])
	}
	switch {
	case sticks(after): // an accent, joiner or the like belongs to what stands before it
		return false
	case inWord(before) && inWord(after):
		return false
	case joint(before) && inWord(after):
		prior, _ := utf8.DecodeLastRuneInString(text[:at-n])
		return !inWord(prior)
	case inWord(before) && joint(after):
		next, _ := utf8.DecodeRuneInString(text[i+m:])
		return !inWord(next)
	case pictograph(before) && pictograph(after): // flags are two of them
		return false
	}
	return true
}

func sticks(r rune) bool { return unicode.Is(unicode.M, r) || ignorable(r) }

func pictograph(r rune) bool { return r >= 0x1F000 && r <= 0x1FAFF }

func inWord(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || unicode.Is(unicode.Pc, r)
}

// joint is a mark that may stand inside a word or number.
func joint(r rune) bool {
	switch r {
	case '\'', '"', '.', ',', ':', ';', '/', '-', '’', 'ʼ', '‘', '·', '‐', '‑', '‧', '․', '⁄',
		'＇', '．', '，', '﹒', '﹐', // wide and small forms
		'\u055f', '\u0589', '\u05f3', '\u05f4', '\u060c', '\u060d', '\u066b', '\u066c', '\u07f8': // of other scripts
		return true
	}
	return false
}
