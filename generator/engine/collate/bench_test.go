package collate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

var stock = strings.Fields(`minister council harbour bridge report winter settlement strike ferry budget market school village
	announced supported rejected delayed opened closed promised denied warned agreed strongly quickly finally northern
	large small recent public private local seven twelve forty Arden Kellow Marsh Monday July`)

// variants makes n wordings of one statement of about length words: each leaves
// out, swaps and adds a word here and there.
func variants(n, length int) []Witness {
	random := rand.New(rand.NewPCG(7, 11))
	base := make([]string, length)
	for i := range base {
		if i%3 == 2 {
			base[i] = []string{"the", "of", "in", "and", "to", "a", "was", "that"}[random.IntN(8)]
		} else {
			base[i] = stock[random.IntN(len(stock))]
		}
	}
	ws := make([]Witness, n)
	for k := range ws {
		var words []string
		for _, w := range base {
			switch random.IntN(12) {
			case 0:
			case 1:
				words = append(words, stock[random.IntN(len(stock))])
			case 2:
				words = append(words, w, stock[random.IntN(len(stock))])
			default:
				words = append(words, w)
			}
		}
		ws[k] = Witness{fmt.Sprint(k), strings.Join(words, " ") + "."}
	}
	return ws
}

func BenchmarkCollate(b *testing.B) {
	for _, size := range [][2]int{
		{2, 200}, {5, 200}, {10, 200}, {25, 200}, {50, 200}, {100, 200}, // by number
		{50, 25}, {50, 50}, {50, 100}, {50, 400}, // by length
		{2, 30}, {4, 30},
	} {
		ws := variants(size[0], size[1])
		b.Run(fmt.Sprintf("wordings=%d/words=%d", size[0], size[1]), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Collate(ws)
			}
		})
	}
}

func BenchmarkLinks(b *testing.B) {
	for _, size := range [][2]int{{2, 30}, {4, 30}, {2, 200}, {10, 200}} {
		ws := variants(size[0], size[1])
		b.Run(fmt.Sprintf("wordings=%d/words=%d", size[0], size[1]), func(b *testing.B) {
			for b.Loop() {
				t := Collate(ws)
				t.Links()
			}
		})
	}
}
