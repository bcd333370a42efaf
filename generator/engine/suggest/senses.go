package suggest

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
)

// senses.bin holds where English words lie in a space of meanings, reduced from
// WordNet by makesenses.go (README.md). Numbers are little-endian: how many words
// and dimensions there are (32 bits), for each word its place (a signed byte for
// each dimension), then the words with how common they are (a byte: sixteen times
// the binary logarithm of their count in WordNet's tagged texts), then how many
// irregular forms there are, each with the number of its base form. Strings have
// their length before them in a byte.
//
//go:embed senses.bin
var sensesFile string

type lexicon struct {
	dims   int
	places string
	common []byte // by word
	length []float32
	index  map[string]int32
	names  []string // by word
}

var senses = sync.OnceValue(func() *lexicon {
	data := sensesFile
	number := func() int {
		n := binary.LittleEndian.Uint32([]byte(data[:4]))
		data = data[4:]
		return int(n)
	}
	n := number()
	l := &lexicon{dims: number(), common: make([]byte, n), length: make([]float32, n), index: make(map[string]int32, n*5/4), names: make([]string, n)}
	l.places, data = data[:n*l.dims], data[n*l.dims:]
	for i := range n {
		size := int(data[0])
		l.names[i] = data[1 : 1+size]
		l.index[l.names[i]] = int32(i)
		l.common[i] = data[1+size]
		data = data[2+size:]
		sum := 0
		for _, c := range []byte(l.places[i*l.dims : (i+1)*l.dims]) {
			sum += int(int8(c)) * int(int8(c))
		}
		l.length[i] = float32(math.Sqrt(float64(sum)))
	}
	for range number() {
		size := int(data[0])
		form := data[1 : 1+size]
		data = data[1+size:]
		l.index[form] = int32(number())
	}
	return l
})

// find returns the number of a word in lower case or of its base form, or -1.
func (l *lexicon) find(w string) int32 {
	if i, ok := l.index[w]; ok {
		return i
	}
	for _, rule := range [...][2]string{{"ies", "y"}, {"s", ""}, {"es", ""}, {"ied", "y"}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}, {"ly", ""}, {"er", ""}, {"ier", "y"}, {"est", ""}, {"iest", "y"}} {
		n := len(w) - len(rule[0])
		if n < 2 || w[n:] != rule[0] {
			continue
		}
		if i, ok := l.index[w[:n]+rule[1]]; ok {
			return i
		}
		if n > 3 && w[n-1] == w[n-2] {
			if i, ok := l.index[w[:n-1]]; ok {
				return i
			}
		}
	}
	return -1
}

// cosine tells how near two words lie, -1 to 1.
func (l *lexicon) cosine(a, b int32) float64 {
	if a < 0 || b < 0 {
		return 0
	}
	x, y := l.places[int(a)*l.dims:][:l.dims], l.places[int(b)*l.dims:][:l.dims]
	sum := 0
	for i := range len(x) {
		sum += int(int8(x[i])) * int(int8(y[i]))
	}
	return float64(sum) / (float64(l.length[a]) * float64(l.length[b]))
}
