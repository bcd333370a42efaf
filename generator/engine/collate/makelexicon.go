//go:build ignore

// Makelexicon reduces the WordNet 3.0 database (Debian package wordnet-base)
// and synonyms.txt to lexicon.bin. Run it as
//
//	go run makelexicon.go /usr/share/wordnet
//
// See README.md for the licence and lexicon.go for the format.
package main

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"fmt"
	"log"
	"math"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

type sense struct {
	words          []string
	parents, likes []string // keys of synsets
	gloss          string
	kin, against   map[int][]string // by word of the synset, from 1; 0 for all
}

type entry struct {
	word                             string
	base                             []string
	pos                              byte
	main, rest, above, kin, opposite []uint32
	used                             int      // times it was met in the texts that WordNet counted
	about                            []uint32 // terms of its glosses
	common                           bool     // some meaning is written without a capital
}

var (
	synsets = map[string]*sense{} // by part of speech and offset
	entries = map[string]*entry{}
	ids     = map[string]uint32{}
	fanout  = map[string]int{}
)

func main() {
	dir := os.Args[1]
	files := map[string]string{"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
	order := []string{"n", "v", "a", "r"}
	for _, pos := range order {
		lines(filepath.Join(dir, "data."+files[pos]), func(f []string) { readSynset(pos, f) })
	}
	for _, p := range deferred {
		target := synsets[p.key]
		if target == nil {
			continue
		}
		words := target.words
		if p.dst > 0 {
			words = words[p.dst-1 : p.dst]
		}
		to := p.from.kin
		if p.symbol == "!" {
			to = p.from.against
		}
		for _, w := range words {
			to[p.src] = append(to[p.src], strings.ToLower(w))
		}
	}
	keys := make([]string, 0, len(synsets))
	for k, s := range synsets {
		keys = append(keys, k)
		for _, p := range s.parents {
			fanout[p]++
		}
	}
	slices.Sort(keys)
	for i, k := range keys {
		ids[k] = uint32(i + 1)
	}
	var uses []use
	for i, pos := range order {
		lines(filepath.Join(dir, "index."+files[pos]), func(f []string) {
			if !usable(f[0]) {
				return
			}
			e := get(f[0])
			e.pos |= 1 << i
			pointers, _ := strconv.Atoi(f[3])
			offsets := f[6+pointers:]
			for rank, o := range offsets {
				uses = append(uses, use{f[0], pos + o, rank, len(offsets)})
			}
		})
		lines(filepath.Join(dir, files[pos]+".exc"), func(f []string) {
			if usable(f[0]) {
				e := get(f[0])
				for _, b := range f[1:] {
					if usable(b) && b != f[0] {
						e.base = append(e.base, b)
					}
				}
			}
		})
	}
	// Groups of words that news writing uses for each other.
	group := uint32(len(keys) + 1)
	lines("synonyms.txt", func(f []string) {
		for _, w := range f {
			e := get(w)
			e.main = append(e.main, group)
		}
		group++
	})
	words := make([]string, 0, len(entries))
	for w := range entries {
		words = append(words, w)
	}
	slices.Sort(words)
	number := map[string]uint32{}
	for i, w := range words {
		number[w] = uint32(i + 1)
	}
	for _, u := range uses {
		e, s := entries[u.word], synsets[u.key]
		list := &e.main
		if u.rank > 2 {
			list = &e.rest
		}
		if u.rank > 9 {
			continue
		}
		*list = append(*list, ids[u.key])
		if u.rank <= 2 {
			for _, p := range s.parents {
				if fanout[p] <= 60 {
					e.above = append(e.above, ids[p])
				}
			}
		}
		for _, l := range s.likes {
			e.rest = append(e.rest, ids[l])
		}
		for i, w := range s.words {
			if strings.ToLower(w) != u.word {
				continue
			}
			for _, k := range slices.Concat(s.kin[0], s.kin[i+1]) {
				if n := number[k]; n != 0 {
					e.kin = append(e.kin, n)
				}
			}
			for _, k := range slices.Concat(s.against[0], s.against[i+1]) {
				if n := number[k]; n != 0 {
					e.opposite = append(e.opposite, n)
				}
			}
		}
	}
	for _, s := range synsets {
		for _, w := range s.words {
			if e := entries[strings.ToLower(w)]; e != nil && e.word == w {
				e.common = true
			}
		}
	}
	for _, e := range entries {
		if !e.common && e.pos != 0 {
			e.pos |= 16
		}
	}
	lines(filepath.Join(dir, "cntlist.rev"), func(f []string) {
		w, _, _ := strings.Cut(f[0], "%")
		if e := entries[w]; e != nil {
			n, _ := strconv.Atoi(f[2])
			e.used += n
		}
	})
	describe(words, uses)
	slots := uint32(1)
	for slots < uint32(len(words))*3/2 {
		slots *= 2
	}
	table := make([]uint32, slots)
	out := make([]byte, 4+4*slots)
	binary.LittleEndian.PutUint32(out, slots)
	for _, w := range words {
		e := entries[w]
		at := uint32(len(out))
		out = append(out, byte(len(w)))
		out = append(out, w...)
		out = append(out, e.pos, byte(len(e.base)))
		for _, b := range e.base {
			out = append(out, byte(len(b)))
			out = append(out, b...)
		}
		out = binary.AppendUvarint(out, uint64(number[w]))
		out = append(out, byte(bits.Len(uint(e.used))))
		for _, list := range [][]uint32{e.main, e.rest, e.above, e.kin, e.opposite, e.about} {
			slices.Sort(list)
			list = slices.Compact(list)
			out = binary.AppendUvarint(out, uint64(len(list)))
			last := uint32(0)
			for _, n := range list {
				out = binary.AppendUvarint(out, uint64(n-last))
				last = n
			}
		}
		h := hash(w) & (slots - 1)
		for table[h] != 0 {
			h = (h + 1) & (slots - 1)
		}
		table[h] = at
	}
	for i, at := range table {
		binary.LittleEndian.PutUint32(out[4+4*i:], at)
	}
	if err := os.WriteFile("lexicon.bin", out, 0o666); err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(words), "words", len(out), "bytes")
}

func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

func get(w string) *entry {
	e := entries[w]
	if e == nil {
		e = &entry{word: w}
		entries[w] = e
	}
	return e
}

// usable keeps single words of letters, without hyphens and stops as lexemes
// have them.
func usable(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return len(w) >= 2 && len(w) < 40
}

func lines(name string, do func([]string)) {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if t := s.Text(); t != "" && t[0] != ' ' && t[0] != '#' {
			do(strings.Fields(t))
		}
	}
	if err := s.Err(); err != nil {
		log.Fatal(err)
	}
}

// readSynset reads a line of a data file: offset, file, type, words, pointers.
func readSynset(pos string, f []string) {
	s := &sense{kin: map[int][]string{}, against: map[int][]string{}}
	synsets[pos+f[0]] = s
	n, _ := strconv.ParseInt(f[3], 16, 32)
	i := 4
	for range n {
		w, _, _ := strings.Cut(f[i], "(")
		s.words = append(s.words, w)
		i += 2
	}
	if at := slices.Index(f, "|"); at >= 0 {
		s.gloss = strings.ToLower(strings.Join(f[at+1:], " "))
	}
	pointers, _ := strconv.Atoi(f[i])
	i++
	for range pointers {
		symbol, offset, p, which := f[i], f[i+1], f[i+2], f[i+3]
		i += 4
		if p == "s" {
			p = "a"
		}
		from, _ := strconv.ParseInt(which[:2], 16, 32)
		to, _ := strconv.ParseInt(which[2:], 16, 32)
		switch symbol {
		case "@", "@i":
			s.parents = append(s.parents, p+offset)
		case "&", "$", "*": // similar adjectives, verb groups, entailed acts
			s.likes = append(s.likes, p+offset)
		case "+", "\\", "=", "<", "!":
			deferred = append(deferred, pointer{s, symbol, p + offset, int(from), int(to)})
		}
	}
}

type pointer struct {
	from     *sense
	symbol   string
	key      string
	src, dst int
}

var deferred []pointer

// A use is one meaning of a word, rank its place among them.
type use struct {
	word, key string
	rank, n   int
}

// aboutMost is how many terms describe a word at most.
const aboutMost = 40

// describe gives each word the terms that describe its first meanings best:
// words of their glosses, their synonyms and broader words, those that few words
// have in common weighing more. Terms are numbered from the most frequent on.
func describe(all []string, uses []use) {
	terms := map[string][]string{} // of a synset
	for k, s := range synsets {
		definition, _, _ := strings.Cut(s.gloss, "; \"")
		for _, w := range strings.FieldsFunc(definition, func(r rune) bool { return r < 'a' || r > 'z' }) {
			if b := base(w); b != "" {
				terms[k] = append(terms[k], b)
			}
		}
		for _, w := range s.words {
			if w = strings.ToLower(w); entries[w] != nil {
				terms[k] = append(terms[k], w)
			}
		}
	}
	weights := map[string]map[string]float64{}
	for _, u := range uses {
		if u.rank > 3 {
			continue
		}
		w := weights[u.word]
		if w == nil {
			w = map[string]float64{u.word: 3}
			weights[u.word] = w
		}
		s := synsets[u.key]
		for _, t := range terms[u.key] {
			w[t] += 2 / float64(1+u.rank)
		}
		for _, p := range s.parents {
			for _, t := range terms[p] {
				w[t] += 1 / float64(1+u.rank)
			}
		}
		for _, p := range s.likes {
			for _, t := range terms[p] {
				w[t] += 0.7 / float64(1+u.rank)
			}
		}
	}
	df := map[string]int{}
	for _, w := range weights {
		for t := range w {
			df[t]++
		}
	}
	var known []string
	for t, n := range df {
		if n >= 2 && n <= 4000 {
			known = append(known, t)
		}
	}
	slices.SortFunc(known, func(a, b string) int { return cmp.Or(cmp.Compare(df[b], df[a]), cmp.Compare(a, b)) })
	id := map[string]uint32{}
	for i, t := range known {
		id[t] = uint32(i + 1)
	}
	for _, word := range all {
		w := weights[word]
		var own []string
		for t := range w {
			if id[t] != 0 {
				own = append(own, t)
			}
		}
		score := func(t string) float64 { return w[t] * math.Log(float64(len(weights))/float64(df[t])) }
		slices.SortFunc(own, func(a, b string) int { return cmp.Or(cmp.Compare(score(b), score(a)), cmp.Compare(a, b)) })
		for _, t := range own[:min(len(own), aboutMost)] {
			entries[word].about = append(entries[word].about, id[t])
		}
	}
	fmt.Println(len(known), "terms")
}

// base returns the entry that a word of a gloss is a form of, or "".
func base(w string) string {
	if len(w) < 3 {
		return ""
	}
	if e := entries[w]; e != nil {
		if len(e.base) > 0 && e.pos == 0 {
			return e.base[0]
		}
		return w
	}
	for _, c := range [][2]string{{"ies", "y"}, {"es", ""}, {"s", ""}, {"ied", "y"}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}} {
		if stem, ok := strings.CutSuffix(w, c[0]); ok && entries[stem+c[1]] != nil {
			return stem + c[1]
		}
	}
	return ""
}
