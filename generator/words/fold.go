package words

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folded is a text in which typographic variants are alike: curly and straight
// quotation marks, kinds of dash and space, runs of white space and line
// breaks, the ellipsis character and three full stops, composed and decomposed
// letters. Marks that a reader cannot see are gone, and so is white space at
// both ends. Letters keep their case.
type Folded struct {
	Text string

	// For each byte of Text, the stretch of the original that it came from.
	// All bytes that came from one stretch name it whole.
	starts, ends []int32
}

// Origin returns the stretch of the original text that Text[start:end] stands
// for, in bytes. A stretch that begins or ends inside a folded mark (one of the
// three stops of an ellipsis) comes back with the whole mark.
func (f *Folded) Origin(start, end int) (from, to int) {
	if start >= end {
		if start < len(f.starts) {
			return int(f.starts[start]), int(f.starts[start])
		}
		if n := len(f.ends); n > 0 {
			return int(f.ends[n-1]), int(f.ends[n-1])
		}
		return 0, 0
	}
	return int(f.starts[start]), int(f.ends[end-1])
}

// Whole reports whether Text[start:end] begins and ends between marks of the
// original, not inside one.
func (f *Folded) Whole(start, end int) bool {
	cut := func(i int) bool { return i > 0 && i < len(f.starts) && f.starts[i] == f.starts[i-1] }
	return !cut(start) && !cut(end)
}

// Fold returns text with typographic variants made alike.
func Fold(text string) Folded {
	out := make([]byte, 0, len(text))
	starts := make([]int32, 0, len(text))
	ends := make([]int32, 0, len(text))
	spaceFrom, spaceTo := -1, -1 // white space met and not yet written

	emit := func(s string, from, to int) {
		if spaceFrom >= 0 && len(out) > 0 {
			out = append(out, ' ')
			starts = append(starts, int32(spaceFrom))
			ends = append(ends, int32(spaceTo))
		}
		spaceFrom = -1
		for i := range len(s) {
			out = append(out, s[i])
			starts = append(starts, int32(from))
			ends = append(ends, int32(to))
		}
	}
	blank := func(from, to int) {
		if spaceFrom < 0 {
			spaceFrom = from
		}
		spaceTo = to
	}

	for i := 0; i < len(text); {
		// Most of a text is plain letters, which stand for themselves. The last
		// one before a letter beyond ASCII may be the base of an accent.
		plain := i
		for plain < len(text) && '!' <= text[plain] && text[plain] < utf8.RuneSelf {
			plain++
		}
		if plain < len(text) && text[plain] >= utf8.RuneSelf {
			plain--
		}
		if plain > i {
			emit(text[i:i+1], i, i+1) // with the white space before it
			out = append(out, text[i+1:plain]...)
			for at := i + 1; at < plain; at++ {
				starts = append(starts, int32(at))
				ends = append(ends, int32(at+1))
			}
			i = plain
			continue
		}
		if c := text[i]; c < utf8.RuneSelf && (i+1 == len(text) || text[i+1] < utf8.RuneSelf) {
			if isBlank(rune(c)) {
				blank(i, i+1)
			} else {
				emit(text[i:i+1], i, i+1)
			}
			i++
			continue
		}
		end := i + max(1, norm.NFC.NextBoundaryInString(text[i:], true))
		segment := text[i:end]
		r, size := utf8.DecodeRuneInString(segment)
		if size == len(segment) {
			switch s, ok := likeness(r); {
			case isBlank(r):
				blank(i, end)
			case ignorable(r):
			case ok:
				emit(s, i, end)
			default:
				emit(compose(segment), i, end)
			}
		} else {
			emit(compose(segment), i, end)
		}
		i = end
	}
	return Folded{string(out), starts, ends}
}

// Same reports whether two texts differ by typography at most.
func Same(a, b string) bool { return a == b || Fold(a).Text == Fold(b).Text }

func compose(segment string) string {
	if norm.NFC.IsNormalString(segment) {
		return segment
	}
	return norm.NFC.String(segment)
}

// likeness returns the plain form of a mark that typography varies.
func likeness(r rune) (string, bool) {
	switch r {
	case '‘', '’', '‚', '‛', 'ʼ', '′':
		return "'", true
	case '“', '”', '„', '‟', '″':
		return `"`, true
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－':
		return "-", true
	case '…':
		return "...", true
	}
	return "", false
}

func isBlank(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r' || '\x1c' <= r && r <= '\x1f'
	}
	return unicode.IsSpace(r)
}
