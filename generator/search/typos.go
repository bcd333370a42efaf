package search

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A word with one mistake has its beginning or what follows the beginning right,
// since a mistake is in one place (the pigeonhole that Mihov and Schulz 2004
// split words by, there into halves). A mistake further back is found by walking
// through the terms with the same beginning. For one in the beginning, this list
// tells which beginnings there are: to every three letters that stand behind the
// first one, two, three or four letters of a term, those first letters. Where the
// beginning that was typed is one edit away from one of them, the corrected word
// is looked up; it need not be finished.

// longestHead is how many letters a beginning has at most, keyLength how many of
// what follows it are known.
const (
	longestHead = 4
	keyLength   = 3
)

// writeBeginnings writes the list and returns with which key each file begins.
// A record is the key, then for each length from 1 on how many beginnings there
// are, and these, one after the other.
func writeBeginnings(out *files, entries []entry) string {
	heads := map[string]*[longestHead][]string{}
	for _, e := range entries {
		if !mistakable(e.term) {
			continue
		}
		r := []rune(e.term)
		for n := 1; n <= longestHead && n+2 <= len(r); n++ {
			key := string(r[n:min(n+keyLength, len(r))])
			h := heads[key]
			if h == nil {
				h = new([longestHead][]string)
				heads[key] = h
			}
			head := string(r[:n])
			// Terms come in order, so the same beginning comes at once.
			if list := h[n-1]; len(list) == 0 || list[len(list)-1] != head {
				h[n-1] = append(list, head)
			}
		}
	}
	keys := make([]string, 0, len(heads))
	for k := range heads {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, compare)
	var table []string
	var block []byte
	flush := func() {
		if len(block) > 0 {
			out.add("f/"+strconv.Itoa(len(table)-1), string(block))
			block = nil
		}
	}
	for _, k := range keys {
		record := appendNumber(nil, units(k))
		record = append(record, k...)
		for _, list := range heads[k] {
			slices.SortFunc(list, compare)
			list = slices.Compact(list)
			record = appendNumber(record, len(list))
			record = append(record, strings.Join(list, "")...)
		}
		if len(block) == 0 || len(block)+len(record) > termsSize {
			flush()
			table = append(table, k)
		}
		block = append(block, record...)
	}
	flush()
	return strings.Join(table, " ")
}

// mistakable reports whether a mistake in a word is forgiven: letters of
// alphabets only. A figure with one digit changed is another figure, and a pair
// of Chinese characters another word.
func mistakable(term string) bool {
	n := 0
	for _, r := range term {
		if !unicode.IsLetter(r) || r >= 0x2e80 && r < 0xac00 || r > 0xffff {
			return false
		}
		n++
	}
	return n >= 3
}
