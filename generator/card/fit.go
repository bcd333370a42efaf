package card

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longest is the most characters that are looked at: more than any box takes at
// its smallest size.
const longest = 4000

// clean returns text as it can be set in a style: composed, its blanks single,
// without marks that nobody sees. It is empty if one letter of it is in no font:
// words with holes are worse than none.
func (c *typeCase) clean(s style, text string) string {
	n := 0
	for i := range text {
		if n++; n > longest {
			text = text[:i]
			break
		}
	}
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u2007' || r == '\u202f': // blanks that hold words together
			return r
		case unicode.IsSpace(r):
			return ' '
		case r == '\u00ad' || unicode.In(r, unicode.Cc, unicode.Cf):
			return -1
		}
		return r
	}, text)
	text = strings.Join(strings.FieldsFunc(norm.NFC.String(text), func(r rune) bool { return r == ' ' }), " ")
	text = bound.Replace(text)
	for _, r := range text {
		if c.glyph(s, r).index == 0 {
			return ""
		}
	}
	if strings.TrimFunc(text, unicode.IsSpace) == "" {
		return ""
	}
	return text
}

// bound holds on the line what belongs behind a word, and before one.
var bound = strings.NewReplacer(" –", "\u00a0–", " —", "\u00a0—", " ?", "\u00a0?", " !", "\u00a0!", " ;", "\u00a0;", " :", "\u00a0:", " »", "\u00a0»", "« ", "«\u00a0")

// A setting is text broken into lines at a size.
type setting struct {
	lines []string
	size  int
}

// A box is the room for a text: the sizes to try, the largest first, smaller ones
// for a word that is too wide at all of them, and its measures in pixels. Lines
// stand leading/100 of the size apart.
type box struct {
	style         style
	sizes, tight  []int
	width, height int
	leading       int
}

// lines returns how many lines of a size the box takes.
func (b *box) lines(size int) int {
	return max(1, 1+(b.height*100-size*100)/(size*b.leading))
}

// set fits text into the box: at the largest size at which all of it goes in,
// else at the smallest, cut behind a word. A line is broken at blanks only. A word
// that is wider than the box at the smallest size ends the text, and what stands
// before it is fitted; if it is the first, nothing is set.
func (c *typeCase) set(text string, b *box) setting {
	if text == "" {
		return setting{}
	}
	words := strings.Split(text, " ")
	var lines []string
	var size int
	var all bool
	for i := range len(b.sizes) + len(b.tight) {
		if i < len(b.sizes) {
			size = b.sizes[i]
		} else if !all {
			size = b.tight[i-len(b.sizes)]
		} else {
			break
		}
		m := c.measure(b.style, words, size)
		if lines, all = m.wrap(b.width * 64); all && len(lines) <= b.lines(size) {
			return setting{m.balance(b.width*64, lines), size}
		}
	}
	if !all {
		before := 0
		for _, l := range lines {
			before += 1 + strings.Count(l, " ")
		}
		if before == 0 {
			return setting{}
		}
		return c.set(ellipsis(strings.Join(words[:before], " ")), b)
	}
	lines = lines[:min(len(lines), b.lines(size))]
	for len(lines) > 0 {
		last := &lines[len(lines)-1]
		for *last != "" {
			if cut := ellipsis(*last); c.width(b.style, cut, size) <= b.width*64 {
				*last = cut
				return setting{lines, size}
			}
			*last = (*last)[:max(0, strings.LastIndexByte(*last, ' '))]
		}
		lines = lines[:len(lines)-1]
	}
	return setting{}
}

// ellipsis marks that text goes on.
func ellipsis(text string) string {
	return strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pd, unicode.Ps, unicode.Pi) || strings.ContainsRune(",;:.…", r)
	}) + "…"
}

// measured is text whose words have been measured, in 1/64 of a pixel.
type measured struct {
	words  []string
	widths []int
	blank  int
}

func (c *typeCase) measure(s style, words []string, size int) measured {
	m := measured{words, make([]int, len(words)), c.width(s, " ", size)}
	for i, w := range words {
		m.widths[i] = c.width(s, w, size)
	}
	return m
}

// wrap fills lines of a width; all is false where a word is too wide, which ends
// the text.
func (m *measured) wrap(width int) (lines []string, all bool) {
	first, x := 0, 0
	for i, w := range m.widths {
		if i > first && x+m.blank+w <= width {
			x += m.blank + w
			continue
		}
		if i > first {
			lines = append(lines, strings.Join(m.words[first:i], " "))
		}
		if w > width {
			return lines, false
		}
		first, x = i, w
	}
	return append(lines, strings.Join(m.words[first:], " ")), true
}

// balance makes the lines alike: the narrowest width that needs no more of them.
func (m *measured) balance(width int, lines []string) []string {
	for lo, hi := 0, width; lo < hi; {
		mid := (lo + hi) / 2
		if try, all := m.wrap(mid); all && len(try) == len(lines) {
			hi, lines = mid, try
		} else {
			lo = mid + 1
		}
	}
	return lines
}
