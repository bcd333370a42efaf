package quote

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// article makes a text of about size bytes from invented words whose
// frequencies fall as those of a language do. The same seed gives the same text.
func article(size int) string {
	r := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(r, 1.1, 3, 4000)
	syllables := []string{"ta", "ren", "lo", "mi", "sko", "ver", "an", "dul", "pe", "ir", "gos", "ne"}
	var b strings.Builder
	for b.Len() < size {
		n := 8 + r.IntN(20)
		for i := range n {
			id := zipf.Uint64()
			word := ""
			for {
				word += syllables[id%12]
				if id /= 12; id == 0 {
					break
				}
			}
			if i == 0 {
				word = strings.ToUpper(word[:1]) + word[1:]
			}
			b.WriteString(word)
			if i < n-1 {
				b.WriteString(" ")
			}
		}
		if r.IntN(4) == 0 {
			b.WriteString(".\n")
		} else {
			b.WriteString(". ")
		}
	}
	return b.String()
}

var sizes = []int{3 << 10, 64 << 10, 1 << 20}

func BenchmarkNewText(b *testing.B) {
	for _, size := range sizes {
		text := article(size)
		b.Run(fmt.Sprint(size>>10, "KB"), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				NewText(text)
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	for _, size := range sizes {
		text := article(size)
		at := len(text) * 2 / 3
		quote := text[at : at+300]
		middle := strings.Index(quote[120:], " ") + 120
		for name, q := range map[string]string{
			"exact":   quote,
			"elided":  quote[:middle] + " … " + quote[middle+60:],
			"altered": quote[:middle] + " not" + quote[middle:],
			"missing": strings.Map(func(r rune) rune { return map[rune]rune{'a': 'b', 'e': 'f', 'o': 'x', 'i': 'z'}[r] | r }, quote),
		} {
			prepared := NewText(text)
			b.Run(fmt.Sprint(size>>10, "KB/", name), func(b *testing.B) {
				for b.Loop() {
					prepared.Find(Query{Quote: q})
				}
			})
			b.Run(fmt.Sprint(size>>10, "KB/", name, "-unprepared"), func(b *testing.B) {
				for b.Loop() {
					NewText(text).Find(Query{Quote: q})
				}
			})
		}
	}
}

// Texts made to be slow: what repeats itself, and what has no words.
func BenchmarkHostile(b *testing.B) {
	for _, size := range sizes {
		for name, piece := range map[string]string{"letter": "a", "word": "no ", "denials": "not, ", "stops": ". ", "marks": "“", "accents": "a\u0301", "lines": "no\n", "elisions": "no … ", "hyphens": "a-"} {
			text := strings.Repeat(piece, size/len(piece))
			prepared := NewText(text)
			part := text[:300/len(piece)*len(piece)]
			b.Run(fmt.Sprint(size>>10, "KB/", name), func(b *testing.B) {
				for b.Loop() {
					prepared.Find(Query{Quote: part})
					prepared.Find(Query{Quote: part[:150/len(piece)*len(piece)] + "x" + part[150/len(piece)*len(piece):]})
					prepared.Find(Query{Quote: "x … " + part})
				}
			})
		}
	}
}
