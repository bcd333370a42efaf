package fragment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Longer quotations are given by how they begin and end, in bytes of the text.
const maxExact = 120

// Directive returns the text directive that leads a browser to the passage of a
// part: what is to stand behind #:~:text= in the address of a page that has the
// text, percent-encoded, in the form prefix-,start,end,-suffix (URL Fragment
// Text Directives, https://wicg.github.io/scroll-to-text-fragment/).
//
// It is ok only if the directive has been proved: read by the specification's
// rules, in the loosest comparison, it finds one place in the text, and that is
// the passage, widened to whole words where it begins or ends inside one. A line
// of the text is a block of the page, over whose end no quotation may run; nor
// does a context, since other things than the text may stand between two
// blocks there.
func (t *Text) Directive(part, start, end int) (directive string, ok bool) {
	start, end, ok = t.place(part, start, end)
	if !ok {
		return "", false
	}
	start, end = trimmed(t.text, start, end)
	if start == end {
		return "", false
	}
	for start > 0 && !border(t.text, start) {
		_, n := utf8.DecodeLastRuneInString(t.text[:start])
		start -= n
	}
	for end < len(t.text) && !border(t.text, end) {
		_, n := utf8.DecodeRuneInString(t.text[end:])
		end += n
	}
	lo, hi := lineStart(t.text, start), lineEnd(t.text, end)
	if end-start <= maxExact && lineEnd(t.text, start) >= end {
		before, behind, ok := t.context(start, end, lo, hi)
		if !ok {
			return "", false
		}
		d := pieces{trimmedText(t.text, before, start), t.text[start:end], "", trimmedText(t.text, end, behind)}
		return d.encode(), t.proves(&d, start, end) && t.visible(before, start) && t.visible(end, behind)
	}
	d, ok := t.bounds(start, end, lo, hi)
	return d.encode(), ok
}

// pieces are the parts of a directive. Start is never empty; the others are
// where they are not needed.
type pieces struct{ prefix, start, end, suffix string }

// bounds names a long passage by its first and last words: as many as tell its
// beginning from the rest of the text, with a context where that does not help,
// and as many as tell its end from what it has before.
func (t *Text) bounds(start, end, lo, hi int) (d pieces, ok bool) {
	const few, many = 4, 14 // words
	head, tail := min(lineEnd(t.text, start), end), max(lineStart(t.text, end), start)
	a := start
	for n := 1; ; n++ {
		next := t.wordEnd(a, head)
		if next == a {
			break
		}
		a = next
		if n >= few && t.once(start, a) || n >= many || a-start > (end-start)/2 {
			break
		}
	}
	d.start = strings.TrimSpace(t.text[start:a])
	if before, _, ok := t.context(start, a, lo, a); ok && t.visible(before, start) {
		d.prefix = trimmedText(t.text, before, start)
	}
	b := end
	for n := 1; n <= many; n++ {
		next := t.wordStart(b, max(tail, a))
		if next == b {
			break
		}
		b = next
		d.end = strings.TrimSpace(t.text[b:end])
		if n >= few && t.proves(&d, start, end) {
			return d, true
		}
	}
	if d.end != "" && t.proves(&d, start, end) {
		return d, true
	}
	// The words with which it ends stand in it more than once: what follows tells.
	for to := end; d.end != "" && to < hi && to-end < maxContext; {
		next := t.wordEnd(to, hi)
		if next == to {
			break
		}
		to = next
		d.suffix = trimmedText(t.text, end, to)
		if t.proves(&d, start, end) && t.visible(end, to) {
			return d, true
		}
	}
	return pieces{}, false
}

// wordEnd returns where the first word behind at ends, hi if there is none.
func (t *Text) wordEnd(at, hi int) int {
	for from := at; at < hi && (at == from || !t.ends(at, hi)); {
		_, n := utf8.DecodeRuneInString(t.text[at:])
		at += n
	}
	return min(at, hi)
}

// wordStart returns where the last word before at begins, lo if there is none.
func (t *Text) wordStart(at, lo int) int {
	for from := at; at > lo && (at == from || !t.begins(at, lo)); {
		_, n := utf8.DecodeLastRuneInString(t.text[:at])
		at -= n
	}
	return max(at, lo)
}

// visible reports whether nothing stands in text[start:end] that a reader cannot
// see: browsers do not agree on how to pass over it between a context and what
// it belongs to.
func (t *Text) visible(start, end int) bool {
	return !strings.ContainsFunc(t.text[start:end], ignorable)
}

// once reports whether the loose text has text[start:end] at no other place.
func (t *Text) once(start, end int) bool {
	needle := t.loose[t.at(start):t.at(end)]
	i := strings.Index(t.loose, needle)
	return i >= 0 && !strings.Contains(t.loose[i+1:], needle)
}

// proves reads the directive as a browser does and reports whether it finds
// text[start:end] and, going on, nothing else.
func (t *Text) proves(d *pieces, start, end int) bool {
	prefix, first, last, suffix := loose(d.prefix), loose(d.start), loose(d.end), loose(d.suffix)
	if first == "" || d.end != "" && last == "" || d.prefix != "" && prefix == "" || d.suffix != "" && suffix == "" {
		return false
	}
	s, e := t.at(start), t.at(end)
	found := false
	for i, hops := 0, 0; i <= len(t.loose); i++ {
		if hops++; hops > maxContext {
			return false
		}
		from, ok := i, true
		if prefix != "" {
			j := strings.Index(t.loose[i:], prefix)
			if j < 0 {
				break
			}
			i += j
			if from, ok = t.follows(i+len(prefix), first); !ok {
				continue
			}
		} else {
			j := strings.Index(t.loose[i:], first)
			if j < 0 {
				break
			}
			i += j
			from = i
		}
		to := from + len(first)
		for {
			if last != "" {
				j := strings.Index(t.loose[to:], last)
				if j < 0 {
					ok = false
					break
				}
				to += j + len(last)
			}
			if suffix == "" {
				break
			}
			if _, ok = t.follows(to, suffix); ok || last == "" {
				break
			}
			if hops++; hops > maxContext {
				return false
			}
		}
		if !ok {
			continue
		}
		if from != s || to != e {
			return false
		}
		found = true
	}
	return found
}

// follows reports whether piece stands at i of the loose text, white space aside,
// and where.
func (t *Text) follows(i int, piece string) (int, bool) {
	if i < len(t.loose) && t.loose[i] == ' ' {
		i++
	}
	return i, strings.HasPrefix(t.loose[i:], piece)
}

func loose(piece string) string {
	s, _ := loosen(piece)
	return strings.TrimSpace(s)
}

func (d *pieces) encode() string {
	var b strings.Builder
	if d.prefix != "" {
		encode(&b, d.prefix)
		b.WriteString("-,")
	}
	encode(&b, d.start)
	if d.end != "" {
		b.WriteByte(',')
		encode(&b, d.end)
	}
	if d.suffix != "" {
		b.WriteString(",-")
		encode(&b, d.suffix)
	}
	return b.String()
}

// encode writes a piece of a directive: all but letters, digits and a few marks
// that mean nothing in addresses percent-encoded, so the directive's own -, the
// comma and & too; white space runs as one blank, and nothing for what pages lose.
func encode(b *strings.Builder, piece string) {
	const hex = "0123456789ABCDEF"
	blank := false
	for i := 0; i < len(piece); {
		r, n := utf8.DecodeRuneInString(piece[i:])
		switch c := piece[i]; {
		case unicode.IsSpace(r):
			blank = true
			i += n
			continue
		case lost(r):
			i += n
			continue
		case blank:
			b.WriteString("%20")
			blank = false
			fallthrough
		default:
			if n == 1 && ('a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '.' || c == '_' || c == '~') {
				b.WriteByte(c)
				break
			}
			for _, c := range []byte(string(r)) {
				b.WriteByte('%')
				b.WriteByte(hex[c>>4])
				b.WriteByte(hex[c&15])
			}
		}
		i += n
	}
}

// lost reports the marks that are in one copy of a text and not in another: where
// a word may be broken, and what holds letters together. Browsers pass over
// these; on what else cannot be seen they do not agree, so that stays.
func lost(r rune) bool {
	return r == '\u00ad' || '\u200b' <= r && r <= '\u200f' || r == '\u2060' || r == '\ufeff'
}

// Address returns the address of a page with a text directive added; a fragment
// that it has is kept, a directive that it has is not.
func Address(page, directive string) string {
	page, _, _ = strings.Cut(page, ":~:")
	if !strings.Contains(page, "#") {
		page += "#"
	}
	return page + ":~:text=" + directive
}

func trimmedText(text string, start, end int) string {
	start, end = trimmed(text, start, end)
	return text[start:end]
}

func lineStart(text string, i int) int { return strings.LastIndexAny(text[:i], "\n\r") + 1 }

func lineEnd(text string, i int) int {
	if n := strings.IndexAny(text[i:], "\n\r"); n >= 0 {
		return i + n
	}
	return len(text)
}
