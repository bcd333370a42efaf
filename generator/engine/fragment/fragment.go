// Package fragment tells a passage of a text from every other place in it: with
// the least context that has to be quoted beside it, for a TextQuoteSelector of
// the Web Annotation Data Model, and as a text directive, which leads a browser
// to the passage in a page somewhere else (#:~:text=…).
//
// What tells places apart is proved, not hoped: a passage counts as unique only
// if it is so in the loosest reading that any reader may make of the text. Case,
// accents, kinds of quotation mark, dash and space are all alike in it, as
// browsers compare at the primary level of the Unicode collation algorithm, and
// words need not be whole. What is unique so is unique in every stricter
// reading. What a browser asks for besides, that a quotation begins and ends
// between words and does not run over the end of a paragraph, the quotations
// made here keep by themselves.
//
// Offsets are bytes of one part of the text.
package fragment

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxContext is how many bytes on either side may be looked at to tell a
// passage from others. A text that repeats itself for longer (a hostile one) is
// given up on.
const maxContext = 1000

// A Text is a text made ready to be searched. It is not changed by its methods.
type Text struct {
	text   string // the parts, a line break between two
	starts []int  // of the parts

	// The loosest reading of text, white space runs as one blank; for each of its
	// bytes, and for its end, where the character lies that it came from.
	loose string
	from  []int32
}

// New prepares a text of several parts in reading order, such as headline, date
// line and body. Empty parts keep their place.
func New(parts ...string) *Text {
	t := &Text{text: strings.Join(parts, "\n")}
	at := 0
	for _, p := range parts {
		t.starts = append(t.starts, at)
		at += len(p) + 1
	}
	t.loose, t.from = loosen(t.text)
	return t
}

// Context returns what has to stand directly before and behind the passage of
// a part so that it can be meant nowhere else in the text: whole words, as few
// letters as possible (of its line, else of its part, else of the text), and
// none where the passage itself is unique. Not ok is a
// passage without a letter, sign or mark, and one in a text so repetitive that
// no short context tells it apart.
//
// The context is the text's own, with its line breaks and with the white space
// that stands beside the passage, so that prefix + passage + suffix stands in
// the text as it is.
func (t *Text) Context(part, start, end int) (prefix, suffix string, ok bool) {
	start, end, ok = t.place(part, start, end)
	if !ok {
		return "", "", false
	}
	// White space at the ends of the passage tells nothing.
	from, to := trimmed(t.text, start, end)
	if from == to {
		return "", "", false
	}
	// A context in the same line is worth more than a shorter one: what stands
	// between two lines, and between two parts, is for each page to say.
	partEnd := len(t.text)
	if part+1 < len(t.starts) {
		partEnd = t.starts[part+1] - 1
	}
	before, behind, ok := t.context(from, to, lineStart(t.text, from), lineEnd(t.text, to))
	if !ok {
		before, behind, ok = t.context(from, to, t.starts[part], partEnd)
	}
	if !ok {
		before, behind, ok = t.context(from, to, 0, len(t.text))
	}
	if !ok {
		return "", "", false
	}
	return t.text[min(before, start):start], t.text[end:max(behind, end)], true
}

// place turns offsets of a part into offsets of the text.
func (t *Text) place(part, start, end int) (int, int, bool) {
	if part < 0 || part >= len(t.starts) || start < 0 || start > end || t.starts[part]+end > len(t.text) {
		return 0, 0, false
	}
	return t.starts[part] + start, t.starts[part] + end, true
}

// context returns the narrowest stretch text[before:behind] around
// text[start:end], within lo and hi, that the loosest reading has once. Its ends
// lie between words or are those of the passage.
func (t *Text) context(start, end, lo, hi int) (before, behind int, ok bool) {
	s, e := t.at(start), t.at(end)
	needle := t.loose[s:e]
	if strings.TrimSpace(needle) == "" {
		return 0, 0, false
	}
	// How far each rival looks the same on the left and on the right.
	type rival struct{ left, right int }
	var rivals []rival
	for i := 0; ; i++ {
		j := strings.Index(t.loose[i:], needle)
		if j < 0 {
			break
		}
		if i += j; i != s {
			rivals = append(rivals, rival{alikeLeft(t.loose, i, s), alikeRight(t.loose, i+len(needle), e)})
		}
	}
	if len(rivals) == 0 {
		return start, end, true
	}
	// With a context on the left, the rivals that look the same for as long have
	// to be told apart on the right. So the candidates are: none on the left, and
	// just enough to be rid of one more rival.
	slices.SortFunc(rivals, func(a, b rival) int { return cmp.Compare(b.left, a.left) })
	best := -1
	right := 0 // what the rivals need that the left context leaves
	for i := 0; i <= len(rivals); i++ {
		if i > 0 {
			right = max(right, rivals[i-1].right+1)
		}
		left := 0
		if i < len(rivals) {
			if i > 0 && rivals[i].left == rivals[i-1].left {
				continue
			}
			left = rivals[i].left + 1
		}
		if left > maxContext || right > maxContext {
			continue
		}
		b, ok := t.leftward(start, s-left, lo)
		if !ok {
			continue
		}
		a, ok := t.rightward(end, e+right, hi)
		if !ok {
			continue
		}
		if size := start - b + a - end; best < 0 || size < best {
			best, before, behind = size, b, a
		}
	}
	return before, behind, best >= 0
}

// leftward returns the nearest place at or before start at which a word begins,
// so that the loose text from goal on is taken in.
func (t *Text) leftward(start, goal, lo int) (int, bool) {
	if goal < 0 {
		return 0, false
	}
	at := start
	for at > lo && (t.at(at) > goal || at < start && !t.begins(at, lo)) {
		_, n := utf8.DecodeLastRuneInString(t.text[:at])
		at -= n
	}
	return at, at >= lo && t.at(at) <= goal && (at == start || t.begins(at, lo))
}

// rightward returns the nearest place at or behind end at which a word ends, so
// that the loose text up to goal is taken in.
func (t *Text) rightward(end, goal, hi int) (int, bool) {
	if goal > len(t.loose) {
		return 0, false
	}
	at := end
	for at < hi && (t.at(at) < goal || at > end && !t.ends(at, hi)) {
		_, n := utf8.DecodeRuneInString(t.text[at:])
		at += n
	}
	return at, at <= hi && t.at(at) >= goal && (at == end || t.ends(at, hi))
}

// begins and ends report whether a context can: with a whole word, or where the
// text does.
func (t *Text) begins(at, lo int) bool {
	r, _ := utf8.DecodeRuneInString(t.text[at:])
	return border(t.text, at) && (inWord(r) || at == lo && !unseen(r))
}

func (t *Text) ends(at, hi int) bool {
	r, _ := utf8.DecodeLastRuneInString(t.text[:at])
	return border(t.text, at) && (inWord(r) || at == hi && !unseen(r))
}

// at returns the place in the loose text that an offset of the text has there.
func (t *Text) at(offset int) int {
	i, _ := slices.BinarySearch(t.from, int32(offset))
	return min(i, len(t.loose))
}

func alikeLeft(text string, a, b int) int {
	n := 0
	for n < a && n < b && n < maxContext && text[a-1-n] == text[b-1-n] {
		n++
	}
	return n
}

func alikeRight(text string, a, b int) int {
	n := 0
	for a+n < len(text) && b+n < len(text) && n < maxContext && text[a+n] == text[b+n] {
		n++
	}
	return n
}

// trimmed narrows a stretch by the white space at its ends, and by what no
// reader can see.
func trimmed(text string, start, end int) (int, int) {
	s := text[start:end]
	t := strings.TrimLeftFunc(s, unseen)
	start += len(s) - len(t)
	return start, start + len(strings.TrimRightFunc(t, unseen))
}

func unseen(r rune) bool { return unicode.IsSpace(r) || ignorable(r) }
