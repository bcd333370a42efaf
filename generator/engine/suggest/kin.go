package suggest

import (
	_ "embed"
	"strings"
	"sync"

	"crosscheck/generator/engine/collate"
)

//go:embed groups.txt
var groupsText string

// groups returns for a stem the groups that it stands in, rising.
var groups = sync.OnceValue(func() map[string][]int {
	by := make(map[string][]int)
	for i, line := range strings.Split(groupsText, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			s := stem(w)
			if g := by[s]; len(g) == 0 || g[len(g)-1] != i {
				by[s] = append(g, i)
			}
		}
	}
	return by
})

// grouped reports that two stems stand in one group.
func grouped(a, b string) bool {
	x, y := groups()[a], groups()[b]
	for len(x) > 0 && len(y) > 0 {
		switch {
		case x[0] == y[0]:
			return true
		case x[0] < y[0]:
			x = x[1:]
		default:
			y = y[1:]
		}
	}
	return false
}

// kin remembers which words of the quote and of the articles the aligner takes
// for one another.
type kin map[[2]string]uint8

// of tells how alike two words in lower case are that have no stem in common: 0
// for words with nothing to do with one another. Two wordings of a word each are
// aligned, or not, by what the two words mean.
func (k kin) of(a, b string) float64 {
	v, ok := k[[2]string{a, b}]
	if !ok {
		if len(k) >= 2*asked {
			return 0
		}
		v = relate(a, b)
		k[[2]string{a, b}] = v
	}
	switch v {
	case related:
		return tune.synonym
	case inflected:
		return 0.95
	}
	return 0
}

// How two words belong together.
const (
	unrelated = iota
	related
	inflected
)

func relate(a, b string) uint8 {
	if table := collate.Collate([]collate.Witness{{ID: "a", Text: a}, {ID: "b", Text: b}}); len(table.Rows) == 1 {
		switch table.Rows[0].Kind {
		case collate.Wording:
			return related
		case collate.Inflection, collate.Spelling, collate.Punctuation, collate.Typography, collate.Same:
			return inflected
		}
	}
	return unrelated
}
