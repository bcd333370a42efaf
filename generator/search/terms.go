package search

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// digits are those of numbers in the index: characters that need no escape in a
// script. The first 62 end a number, the others come before them.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%'()*+,-./:;=?@[]^_`{|}~"

const (
	finals  = 62
	leaders = len(digits) - finals
)

// appendNumber writes a number: its last digit to base 62, and before it the
// rest to base 27. One below 62 takes one character, below 1,674 two.
func appendNumber(b []byte, n int) []byte {
	var lead [12]byte
	i := len(lead)
	for q := n / finals; q > 0; q /= leaders {
		i--
		lead[i] = digits[finals+q%leaders]
	}
	b = append(b, lead[i:]...)
	return append(b, digits[n%finals])
}

// An entry is a term as it is written, or a prefix (with an asterisk).
type entry struct {
	term     string
	df       int // documents it stands in; those listed are at most maxPostings
	postings []byte
}

// entries returns all terms with their postings, and the prefixes that are
// terms of their own, in order.
func (c *collector) entries() []entry {
	order := make([]int, len(c.terms))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return compare(c.terms[a], c.terms[b]) })
	list := make([]entry, len(order))
	ranked := make([][]posting, len(order))
	for i, id := range order {
		ranked[i] = c.postings[id]
		list[i] = entry{c.terms[id], len(ranked[i]), encode(ranked[i], maxPostings)}
	}
	u := union{best: make([]int8, c.n), list: list, postings: ranked}
	u.below(0, len(list), 0)
	list = append(list, u.found...)
	slices.SortFunc(list, func(a, b entry) int { return compare(a.term, b.term) })
	return list
}

// compare puts terms in the order in which JavaScript compares strings: by
// UTF-16 units.
func compare(a, b string) int {
	for a != "" && b != "" {
		ra, na := utf8.DecodeRuneInString(a)
		rb, nb := utf8.DecodeRuneInString(b)
		if ra != rb {
			return cmp.Compare(unit(ra), unit(rb))
		}
		a, b = a[na:], b[nb:]
	}
	return cmp.Compare(len(a), len(b))
}

// unit orders characters as their UTF-16 forms: what lies beyond the basic plane
// begins with a surrogate, and those come before U+E000.
func unit(r rune) rune {
	if 0xe000 <= r && r <= 0xffff {
		return r + 0x110000
	}
	return r
}

// encode writes postings in order of impact: which levels there are, then for
// each, the highest first, how many documents (but for the last, which has the
// rest) and the gaps between their numbers.
func encode(list []posting, limit int) []byte {
	var at [levels][]posting
	for _, p := range list {
		at[p.level()] = append(at[p.level()], p)
	}
	left, mask, last := limit, 0, 0
	for l := levels - 1; l >= 0; l-- {
		at[l] = at[l][:min(left, len(at[l]))]
		left -= len(at[l])
		if len(at[l]) > 0 {
			mask |= 1 << l
			last = l
		}
	}
	out := appendNumber(nil, mask)
	for l := levels - 1; l >= 0; l-- {
		if len(at[l]) == 0 {
			continue
		}
		if l != last {
			out = appendNumber(out, len(at[l]))
		}
		next := 0
		for _, p := range at[l] {
			out = appendNumber(out, p.doc()-next)
			next = p.doc() + 1
		}
	}
	return out
}

// union joins the postings of terms with the same beginning.
type union struct {
	list     []entry
	postings [][]posting
	best     []int8 // by document: the highest level met, plus one
	found    []entry
}

// below looks at the prefixes of terms list[from:to], which share their first
// depth bytes, and adds those that are terms of their own.
func (u *union) below(from, to, depth int) {
	for from < to {
		term := u.list[from].term
		if len(term) == depth {
			from++
			continue
		}
		_, size := utf8.DecodeRuneInString(term[depth:])
		prefix := term[:depth+size]
		end, letters := from, 0
		for end < to && strings.HasPrefix(u.list[end].term, prefix) {
			letters += len(u.list[end].postings)
			end++
		}
		if n := end - from; n > unionTerms || n > 1 && letters > unionLetters {
			u.add(prefix, from, end)
			u.below(from, end, depth+size)
		}
		from = end
	}
}

func (u *union) add(prefix string, from, to int) {
	var docs []posting
	for i := from; i < to; i++ {
		for _, p := range u.postings[i] {
			if u.best[p.doc()] == 0 {
				docs = append(docs, p)
			}
			u.best[p.doc()] = max(u.best[p.doc()], int8(p.level())+1)
		}
	}
	for i, p := range docs {
		docs[i] = posting(p.doc())<<3 | posting(u.best[p.doc()]-1)
		u.best[p.doc()] = 0
	}
	slices.Sort(docs)
	u.found = append(u.found, entry{prefix + "*", len(docs), encode(docs, maxUnion)})
}

// writeTerms writes the entries and their postings, and returns with what each
// file begins: the shortest word that tells it from the one before.
func writeTerms(out *files, entries []entry) string {
	var table []string
	for from := 0; from < len(entries); {
		n := len(table)
		first := ""
		if n > 0 {
			first = separator(entries[from-1].term, entries[from].term)
		}
		table = append(table, first)
		var block []byte
		var p parts
		before, i := "", from
		for ; i < len(entries); i++ {
			e := &entries[i]
			was := len(block)
			shared, rest := cut(before, e.term)
			block = appendNumber(block, shared)
			block = appendNumber(block, units(rest))
			block = append(block, rest...)
			block = appendNumber(block, e.df)
			block = appendNumber(block, len(e.postings))
			if len(block) > termsSize && i > from {
				block = block[:was]
				break
			}
			p.add(e.postings)
			before = e.term
		}
		out.add("t/"+strconv.Itoa(n), string(block))
		for m, part := range p {
			out.add("p/"+strconv.Itoa(n)+"-"+strconv.Itoa(m), string(part))
		}
		from = i
	}
	return strings.Join(table, " ")
}

// parts is postings in files. search.js finds out in the same way which lie
// where, from their lengths.
type parts [][]byte

func (p *parts) add(b []byte) {
	n := len(*p)
	if n == 0 || len((*p)[n-1]) > 0 && len((*p)[n-1])+len(b) > partSize {
		*p = append(*p, nil)
		n++
	}
	(*p)[n-1] = append((*p)[n-1], b...)
}

// cut returns how many UTF-16 units a term shares with the one before, and the
// rest of it.
func cut(before, term string) (shared int, rest string) {
	i := common(before, term)
	return units(term[:i]), term[i:]
}

// common returns the length of the common beginning, in bytes of whole
// characters.
func common(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	for i < len(b) && !utf8.RuneStart(b[i]) {
		i--
	}
	return i
}

func separator(before, term string) string {
	i := common(before, term)
	_, size := utf8.DecodeRuneInString(term[i:])
	return term[:i+size]
}

func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
