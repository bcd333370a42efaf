package suggest

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
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
			if strings.Contains(w, "_") {
				s = phrase(strings.Split(w, "_"))
			}
			if g := by[s]; len(g) == 0 || g[len(g)-1] != i {
				by[s] = append(g, i)
			}
		}
	}
	return by
})

// common reports that two rising lists have a number in common.
func common(x, y []int) bool {
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

// phrase returns the key of a phrase.
func phrase(words []string) string {
	key := ""
	for i, w := range words {
		if i > 0 {
			key += "_"
		}
		key += stem(w)
	}
	return key
}

// groupsOf returns the groups of a word by its stem, its base form and the phrase
// that it begins, rising.
func groupsOf(w *word) []int {
	var all []int
	for _, key := range [...]string{w.key, stem(w.base), w.phrase} {
		all = append(all, groups()[key]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// phrases returns by its first stem the phrases of groups.txt, as stems.
var phrases = sync.OnceValue(func() map[string][][]string {
	by := make(map[string][][]string)
	for _, line := range strings.Split(groupsText, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			if strings.Contains(w, "_") {
				p := strings.Split(phrase(strings.Split(w, "_")), "_")
				by[p[0]] = append(by[p[0]], p)
			}
		}
	}
	return by
})
