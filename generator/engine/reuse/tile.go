package reuse

import (
	"cmp"
	"slices"
)

// shingle is how many words in a row make one entry of the index.
const shingle = 4

// crowd is how many places of one text an entry of the index keeps, throng how
// many of all texts. A shingle that returns more often says nothing of where to
// look, and keeping all its places would let hostile texts, or a name that every
// text of a story has, make the work grow with its square.
const (
	crowd  = 8
	throng = 32
)

// A posting is a place where a shingle stands.
type posting struct {
	hash uint64
	text int32
	at   int32 // index of its first word
	next int32 // the posting before it in its bucket, -1 for none
}

// A seed is a shingle that the text at hand shares with an earlier one: word a of
// text, word b of the text at hand.
type seed struct {
	text int32
	a, b int32
}

// An index finds where the shingles of a text stand in earlier ones: a hash table
// with chains.
type index struct {
	texts    []article
	postings []posting
	heads    []int32 // by bucket, -1 for none
}

func newIndex(texts []article, words int) *index {
	size := 64
	for size < words {
		size *= 2
	}
	x := &index{texts: texts, postings: make([]posting, 0, words), heads: make([]int32, size)}
	for i := range x.heads {
		x.heads[i] = -1
	}
	return x
}

// shingles calls do for every shingle of a text that is worth finding: “it was
// one of the” is not.
func (x *index) shingles(text int, do func(at int, hash uint64)) {
	ws := x.texts[text].words
	for at := 0; at+shingle <= len(ws); at++ {
		h, weight := uint64(0), 0
		for _, w := range ws[at : at+shingle] {
			h = mix(h ^ uint64(w.id+1))
			weight += int(w.weight)
		}
		if weight >= 2 {
			do(at, h)
		}
	}
}

// add enters a text, but for the words that an earlier text stands for.
func (x *index) add(text int, taken []int32) {
	x.shingles(text, func(at int, h uint64) {
		fresh := false
		for _, t := range taken[at : at+shingle] {
			fresh = fresh || t != foreign
		}
		if !fresh {
			return
		}
		bucket := h & uint64(len(x.heads)-1)
		here, all := 0, 0
		for k := x.heads[bucket]; k >= 0; k = x.postings[k].next {
			if x.postings[k].hash == h {
				all++
				if x.postings[k].text == int32(text) {
					here++
				}
			}
		}
		if here < crowd && all < throng {
			x.postings = append(x.postings, posting{h, int32(text), int32(at), x.heads[bucket]})
			x.heads[bucket] = int32(len(x.postings) - 1)
		}
	})
}

// seeds returns where the shingles of a text stand in earlier ones, by text,
// diagonal and place.
func (x *index) seeds(text int) []seed {
	var seeds []seed
	x.shingles(text, func(at int, h uint64) {
		for k := x.heads[h&uint64(len(x.heads)-1)]; k >= 0; k = x.postings[k].next {
			if q := &x.postings[k]; q.hash == h {
				seeds = append(seeds, seed{q.text, q.at, int32(at)})
			}
		}
	})
	slices.SortFunc(seeds, func(s, t seed) int {
		return cmp.Or(cmp.Compare(s.text, t.text), cmp.Compare(s.b-s.a, t.b-t.a), cmp.Compare(s.a, t.a))
	})
	return seeds
}

// mix is the finalizer of splitmix64 (Steele, Lea and Flood, 2014).
func mix(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// A run is words [a:a+n] of a text that equal words [b:b+n] of the one at hand.
type run struct{ text, a, b, n int }

// A match is a passage that two texts share: words [aFrom:aTo] of text a and
// [bFrom:bTo] of the later text b. Links are the words that they have in common,
// in order; the first and the last words of both are among them.
type match struct {
	a, b                   int
	aFrom, aTo, bFrom, bTo int
	links                  []link
}

// A link is a word that two texts have in common.
type link struct{ a, b int32 }

// foreign marks a word that another text stands for.
const foreign = -1

// A tiler covers each text with passages of earlier ones.
type tiler struct {
	options Options
	texts   []article
	runs    []run
	spare   []link

	// taken tells of each word of each text whether it is foreign or, else, by
	// which later text it was last taken, counted from 1.
	taken [][]int32
}

// tile returns the passages that a text shares with earlier ones, longest first.
func (t *tiler) tile(text int, seeds []seed) []match {
	b := &t.texts[text]
	t.runs = t.runs[:0]
	for i := 0; i < len(seeds); {
		// Seeds on one diagonal that touch or overlap are one run.
		s := seeds[i]
		end := s.a + shingle
		j := i + 1
		for j < len(seeds) && seeds[j].text == s.text && seeds[j].b-seeds[j].a == s.b-s.a && seeds[j].a <= end {
			end = seeds[j].a + shingle
			j++
		}
		i = j
		a := &t.texts[s.text]
		r := run{int(s.text), int(s.a), int(s.b), int(end - s.a)}
		for k := range r.n { // a hash may lie
			if a.words[r.a+k].id != b.words[r.b+k].id {
				r.n = k
				break
			}
		}
		if r.n > 0 {
			t.runs = append(t.runs, r)
		}
	}
	slices.SortFunc(t.runs, func(x, y run) int {
		return cmp.Or(cmp.Compare(y.n, x.n), cmp.Compare(x.text, y.text), cmp.Compare(x.b, y.b), cmp.Compare(x.a, y.a))
	})
	var matches []match
	for _, whole := range t.runs {
		p := pair{t, int32(text + 1), t.texts[whole.text].words, b.words, t.taken[whole.text], t.taken[text]}
		for {
			r, ok := p.free(whole)
			if !ok {
				break
			}
			m, ok := p.grow(r)
			if !ok {
				break
			}
			m.a, m.b = whole.text, text
			for k := m.aFrom; k < m.aTo; k++ {
				p.takenA[k] = p.stamp
			}
			for k := m.bFrom; k < m.bTo; k++ {
				p.takenB[k] = p.stamp
			}
			matches = append(matches, m)
		}
	}
	return matches
}

// keep leaves the words of a match to the text that stands for it.
func (t *tiler) keep(m *match) {
	for k := m.bFrom; k < m.bTo; k++ {
		t.taken[m.b][k] = foreign
	}
}

// A pair is an earlier text a and the text at hand b while they are compared.
type pair struct {
	*tiler
	stamp          int32
	a, b           []word
	takenA, takenB []int32
}

func (p *pair) freeA(i int) bool { return p.takenA[i] != foreign && p.takenA[i] != p.stamp }
func (p *pair) freeB(j int) bool { return p.takenB[j] != p.stamp }

// free returns the longest part of a run that no passage has taken yet.
func (p *pair) free(r run) (run, bool) {
	best := run{}
	for k := 0; k < r.n; k++ {
		from := k
		for k < r.n && p.freeA(r.a+k) && p.freeB(r.b+k) {
			k++
		}
		if k-from > best.n {
			best = run{r.text, r.a + from, r.b + from, k - from}
		}
	}
	return best, best.n >= 3
}

// grow extends a run on both sides, over gaps where both texts come together
// again soon, and weighs what it has found.
func (p *pair) grow(r run) (match, bool) {
	lowA, lowB, highA, highB := r.a, r.b, r.a+r.n, r.b+r.n
	gaps, weight := 0, 0
	back, links := p.spare[:0], make([]link, 0, r.n+16)
	add := func(list []link, a, b int) []link {
		weight += int(p.a[a].weight)
		return append(list, link{int32(a), int32(b)})
	}
	for { // backward
		n, da, db := p.resume(lowA-1, lowB-1, -1)
		if n == 0 {
			break
		}
		gaps += max(da, db)
		for k := range n {
			back = add(back, lowA-1-da-k, lowB-1-db-k)
		}
		lowA, lowB = lowA-da-n, lowB-db-n
	}
	p.spare = back
	links = append(links, back...)
	slices.Reverse(links)
	for k := range r.n {
		links = add(links, r.a+k, r.b+k)
	}
	for { // forward
		n, da, db := p.resume(highA, highB, +1)
		if n == 0 {
			break
		}
		gaps += max(da, db)
		for k := range n {
			links = add(links, highA+da+k, highB+db+k)
		}
		highA, highB = highA+da+n, highB+db+n
	}
	if weight < 2*p.options.MinWords || gaps*2 > len(links) {
		return match{}, false
	}
	return match{aFrom: lowA, aTo: highA, bFrom: lowB, bTo: highB, links: links}, true
}

func quoted(ws []word) bool {
	n := 0
	for _, w := range ws {
		if w.quoted {
			n++
		}
	}
	return n*3 >= len(ws)*2
}

// resume looks from places i and j on, in direction step, for where the texts run
// together again: after da and db words that differ, n words alike. Right beside
// (no gap) one word is enough, over a gap the more the wider it is. The smallest
// gap wins, of equal ones the more even.
func (p *pair) resume(i, j, step int) (n, da, db int) {
	length := func(i, j int) int {
		n := 0
		for i >= 0 && j >= 0 && i < len(p.a) && j < len(p.b) && p.freeA(i) && p.freeB(j) && p.a[i].id == p.b[j].id {
			n++
			i += step
			j += step
		}
		return n
	}
	if n := length(i, j); n > 0 {
		return n, 0, 0
	}
	// What lies in the gap becomes part of the passage, so it must be free.
	freeA, freeB := 0, 0
	for k := 0; k < p.options.MaxGap && i+k*step >= 0 && i+k*step < len(p.a) && p.freeA(i+k*step); k++ {
		freeA++
	}
	for k := 0; k < p.options.MaxGap && j+k*step >= 0 && j+k*step < len(p.b) && p.freeB(j+k*step); k++ {
		freeB++
	}
	for sum := 1; sum <= freeA+freeB; sum++ {
		bestN := 0
		for x := max(0, sum-freeB); x <= min(sum, freeA); x++ {
			y := sum - x
			n := length(i+x*step, j+y*step)
			if n < 2 || n <= bestN {
				continue
			}
			weight := 0
			for k := range n {
				weight += int(p.a[i+(x+k)*step].weight)
			}
			if n >= max(2, max(x, y)) && (weight >= 2 || n >= 4) {
				bestN, da, db = n, x, y
			}
		}
		if bestN > 0 {
			return bestN, da, db
		}
	}
	return 0, 0, 0
}
