package collate

import "math/bits"

// strengths is how far each relation alone makes two words likely to stand for
// each other, from 0 to 1.
var strengths = [relations]float32{
	apart: 0, mixed: 0, foreign: 0, functional: 0.1, marks: 0.2, figures: 0.4, letters: 0.6, sisters: 0.3, grouped: 0.4,
	broader: 0.5, akin: 0.6, synonym: 0.75, phrasal: 0.8, derived: 0.8, inflected: 0.9, respelled: 0.95, equal: 0.95, identical: 1,
}

// alike returns how alike two lexemes are, whatever stands around them.
func (v *vocabulary) alike(a, b int32) float32 { return strengths[v.relation(a, b)] }

// byLetters compares words by the letters they share in order.
func byLetters(a, b *lexeme) float32 {
	if len(a.plain) < 3 || len(b.plain) < 3 {
		return 0
	}
	n := 0
	for n < len(a.plain) && n < len(b.plain) && a.plain[n] == b.plain[n] {
		n++
	}
	longer := max(len(a.plain), len(b.plain))
	shorter := min(len(a.plain), len(b.plain))
	if n >= 4 && n*3 >= shorter*2 {
		return 0.55 + 0.3*float32(n)/float32(longer)
	}
	// Each letter that only one of them has takes a change.
	if bits.OnesCount64(a.letters&^b.letters) > longer/3 || bits.OnesCount64(b.letters&^a.letters) > longer/3 {
		return 0
	}
	if d := distance(a.plain, b.plain, longer/3); d >= 0 && longer >= 5 {
		return 0.9 - float32(d)/float32(longer)
	}
	return 0
}

// distance returns the Levenshtein distance of two words in bytes, or −1 if it
// is over limit or the words are overlong.
func distance(a, b string, limit int) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) > 63 || len(b)-len(a) > limit {
		return -1
	}
	var row [64]uint8
	for j := range len(b) + 1 {
		row[j] = uint8(j)
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = uint8(i)
		least := row[0]
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
			least = min(least, row[j])
		}
		if int(least) > limit {
			return -1
		}
	}
	if d := int(row[len(b)]); d <= limit {
		return d
	}
	return -1
}
