package quote

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/words"
)

// Text is a text prepared for many searches. It is safe for concurrent use.
type Text struct {
	text   string
	folded words.Folded

	once   sync.Once
	tokens []token // made when a quote is not found
}

// NewText prepares a text. The cost is that of [words.Fold].
func NewText(text string) *Text {
	return &Text{text: text, folded: words.Fold(text)}
}

// String returns the text as it was given.
func (t *Text) String() string { return t.text }

// needle is a quote, or a part of one, ready to be looked for: Text is folded
// with what must stand beside it, [from:to] is the part itself.
type needle struct {
	text          string
	from, to      int
	before, after bool   // white space must stand beside text
	raw           string // the part as written
	lead          int    // bytes of raw that folding drops at its head
	soft          bool   // raw has white space at an end that nothing asks for
}

// newNeedle returns the needle for raw between prefix and suffix. It is empty
// if nothing is left of raw but white space, or if a mark stands across the
// border between raw and its neighbours: no text has such a place.
func newNeedle(prefix, raw, suffix string) (needle, bool) {
	all := raw
	if prefix != "" || suffix != "" {
		all = prefix + raw + suffix
	}
	f := words.Fold(all)
	n := needle{text: f.Text, raw: raw}
	left, right := len(prefix), len(prefix)+len(raw)
	for n.from < len(f.Text) {
		from, to := f.Origin(n.from, n.from+1)
		if from >= left {
			break
		}
		if to > left && f.Text[n.from] != ' ' {
			return needle{}, false
		}
		n.from++
	}
	n.to = n.from
	for n.to < len(f.Text) {
		from, to := f.Origin(n.to, n.to+1)
		if from >= right {
			break
		}
		if to > right && f.Text[n.to] != ' ' {
			return needle{}, false
		}
		n.to++
	}
	// Blanks at the ends of the part are none of its text.
	for n.from < n.to && f.Text[n.from] == ' ' {
		n.from++
	}
	for n.to > n.from && f.Text[n.to-1] == ' ' {
		n.to--
	}
	if n.from == n.to {
		return needle{}, false
	}
	from, to := f.Origin(n.from, n.to)
	n.lead = max(0, from-left)
	n.before = prefix != "" && startsBlank(prefix)
	n.after = suffix != "" && endsBlank(suffix)
	n.soft = prefix == "" && from > left || suffix == "" && to < right
	return n, true
}

// places returns where the needle's part stands, in bytes of the folded text,
// in order; they may overlap.
func (t *Text) places(n needle) []words.Span { return t.somePlaces(n, len(t.folded.Text)) }

// somePlaces returns the first few places.
func (t *Text) somePlaces(n needle, few int) []words.Span {
	var found []words.Span
	each(t.folded.Text, n.text, func(at int) bool {
		from, to := at+n.from, at+n.to
		if !t.folded.Whole(at, at+len(n.text)) || !t.folded.Whole(from, to) {
			return true
		}
		if n.before && !t.blankBefore(at) || n.after && !t.blankAfter(at+len(n.text)) {
			return true
		}
		found = append(found, words.Span{Start: from, End: to})
		return len(found) < few
	})
	return found
}

// each calls f for every place of part in text, overlapping ones included, until
// it returns false. Its cost is linear whatever the text: after a few places it
// goes on with Knuth, Morris and Pratt's table instead of starting anew behind
// each.
func each(text, part string, f func(at int) bool) {
	const few = 32
	at := 0
	for range few {
		i := strings.Index(text[at:], part)
		if i < 0 {
			return
		}
		if !f(at + i) {
			return
		}
		at += i + 1
	}
	border := make([]int32, len(part)+1) // length of the longest border of part[:i]
	border[0] = -1
	for i, k := 0, int32(-1); i < len(part); i++ {
		for k >= 0 && part[i] != part[k] {
			k = border[k]
		}
		k++
		border[i+1] = k
	}
	k := int32(0)
	for i := at; i < len(text); i++ {
		for k >= 0 && (int(k) == len(part) || text[i] != part[k]) {
			k = border[k]
		}
		k++
		if int(k) == len(part) && !f(i+1-len(part)) {
			return
		}
	}
}

// span returns the stretch of the text that a place of n stands for, and
// whether it is the needle's part character for character.
func (t *Text) span(n needle, place words.Span) (s words.Span, exact bool) {
	from, to := t.folded.Origin(place.Start, place.End)
	if a := from - n.lead; a >= 0 && strings.HasPrefix(t.text[a:], n.raw) {
		return words.Span{Start: a, End: a + len(n.raw)}, true
	}
	return words.Span{Start: from, End: to}, false
}

// blankBefore reports whether white space stands before offset at of the
// folded text.
func (t *Text) blankBefore(at int) bool {
	if at > 0 && t.folded.Text[at-1] == ' ' {
		return true
	}
	from, _ := t.folded.Origin(at, at+1)
	return at == 0 && endsBlank(t.text[:from])
}

// blankAfter reports whether white space stands at offset at of the folded
// text.
func (t *Text) blankAfter(at int) bool {
	if at < len(t.folded.Text) {
		return t.folded.Text[at] == ' '
	}
	_, to := t.folded.Origin(at-1, at)
	return startsBlank(t.text[to:])
}

// startsBlank and endsBlank look past marks that cannot be seen.
func startsBlank(s string) bool {
	s = strings.TrimLeft(s, invisible)
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && isBlank(r)
}

func endsBlank(s string) bool {
	s = strings.TrimRight(s, invisible)
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && isBlank(r)
}

const invisible = "\u00ad\u200b\u2060\ufeff"

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || '\x1c' <= r && r <= '\x1f'
}

// Inside reports whether a cut at byte offset at of a text goes through a word
// or number: O’Br|ien, long-|stalled, 7,|792.
func Inside(text string, at int) bool {
	if at <= 0 || at >= len(text) {
		return false
	}
	before, size := utf8.DecodeLastRuneInString(text[:at])
	after, next := utf8.DecodeRuneInString(text[at:])
	switch {
	case unicode.Is(unicode.M, after):
		return true
	case inWord(before) && inWord(after):
		return true
	case inWord(before) && joins(after):
		r, _ := utf8.DecodeRuneInString(text[at+next:])
		return joint(before, after, r)
	case joins(before) && inWord(after):
		r, _ := utf8.DecodeLastRuneInString(text[:at-size])
		return joint(r, before, after)
	}
	return false
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && unicode.In(r, unicode.L, unicode.N, unicode.M)
}

func joins(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', '-', '‐', '‑', '.', ',', ':':
		return true
	}
	return false
}

// joint reports whether mark joins a and b to one word or number: O’Brien,
// long-stalled, 7,792, 3.5.
func joint(a, mark, b rune) bool {
	switch mark {
	case '.', ',', ':':
		return unicode.IsDigit(a) && unicode.IsDigit(b)
	}
	return inWord(a) && inWord(b)
}
