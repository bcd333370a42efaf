package words

import (
	"strings"
	"unicode"
)

// TurnsDirection reports a control that turns the direction of the text behind
// it: an embedding, override or isolate of Unicode's bidirectional algorithm
// (Standard Annex 9), or what ends one.
func TurnsDirection(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// rightToLeft reports a letter of a script that runs from right to left: what
// lies in the blocks that Unicode keeps for those.
func rightToLeft(r rune) bool {
	return r >= 0x590 && r <= 0x8FF || r == 0x200F || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC || r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
}

// Isolate keeps what is written from right to left, and controls that turn the
// direction, from turning the line around them: it stands between Unicode's marks
// for that (FSI and PDI), in places that have no markup, or where markup may be
// lost on the way. Text that turns nothing comes back as it was.
func Isolate(text string) string {
	turns, controls := false, false
	for _, r := range text {
		if r < 0x590 {
			continue
		}
		controls = controls || TurnsDirection(r)
		turns = turns || rightToLeft(r)
	}
	if controls {
		// Nothing that the text itself opens or closes may reach out of it.
		text = strings.Map(func(r rune) rune {
			if TurnsDirection(r) {
				return -1
			}
			return r
		}, text)
	}
	if !turns && !controls {
		return text
	}
	return "\u2068" + text + "\u2069"
}

// decisive is how many letters tell a text's direction.
const decisive = 1000

// RightToLeft tells the direction in which most letters of a text's beginning
// run; known is false where it has no letter.
func RightToLeft(text string) (rtl, known bool) {
	right, all := 0, 0
	for _, r := range text {
		switch {
		case rightToLeft(r):
			right++
			all++
		case unicode.IsLetter(r):
			all++
		}
		if all == decisive {
			break
		}
	}
	return 2*right > all, all > 0
}
