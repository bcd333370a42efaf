package reuse

import (
	"cmp"
	"slices"
)

// shingle is how many words in a row make one entry of the index.
const shingle = 4

// crowd is how many places of one text an entry of the index keeps. A shingle
// that returns more often says nothing of where to look, and keeping all its
// places would let a hostile text make the work grow with its square.
const crowd = 8

// A posting is a place where a shingle stands.
type posting struct {
	hash uint64
	text int32
	at   int32 // index of its first word
	next int32 // the posting before it in its bucket, -1 for none
}

// A seed is a shingle that two texts share: a in one, b in text.
type seed struct {
	text int32
	a, b int32
}

// An index finds for a text the later ones that have shingles in common with it:
// a hash table with chains, in which the last text comes first.
type index struct {
	postings []posting // by text and place
	from     []int     // where the postings of each text begin, and their end
	heads    []int32   // by bucket, -1 for none
}

func newIndex(texts []article) *index {
	total := 0
	for _, t := range texts {
		total += max(0, len(t.words)-shingle+1)
	}
	size := 64
	for size < total {
		size *= 2
	}
	x := &index{postings: make([]posting, 0, total), from: make([]int, len(texts)+1), heads: make([]int32, size)}
	for i := range x.heads {
		x.heads[i] = -1
	}
	for i, t := range texts {
		x.from[i] = len(x.postings)
		for at := 0; at+shingle <= len(t.words); at++ {
			h, weight := uint64(0), 0
			for _, w := range t.words[at : at+shingle] {
				h = mix(h ^ uint64(w.id+1))
				weight += int(w.weight)
			}
			if weight < 2 { // “it was one of the” finds nothing worth finding
				continue
			}
			bucket := h & uint64(size-1)
			known := 0
			for k := x.heads[bucket]; k >= 0 && x.postings[k].text == int32(i) && known < crowd; k = x.postings[k].next {
				if x.postings[k].hash == h {
					known++
				}
			}
			if known < crowd {
				x.postings = append(x.postings, posting{h, int32(i), int32(at), x.heads[bucket]})
				x.heads[bucket] = int32(len(x.postings) - 1)
			}
		}
	}
	x.from[len(texts)] = len(x.postings)
	return x
}

// mix is the finalizer of splitmix64 (Steele, Lea and Flood, 2014).
func mix(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// partners returns the seeds of a text with each later text, by that text.
func (x *index) partners(text int) [][]seed {
	var seeds []seed
	for _, p := range x.postings[x.from[text]:x.from[text+1]] {
		for k := x.heads[p.hash&uint64(len(x.heads)-1)]; k >= 0 && x.postings[k].text > int32(text); k = x.postings[k].next {
			if q := &x.postings[k]; q.hash == p.hash {
				seeds = append(seeds, seed{q.text, p.at, q.at})
			}
		}
	}
	if len(seeds) == 0 {
		return nil
	}
	slices.SortFunc(seeds, func(s, t seed) int {
		return cmp.Or(cmp.Compare(s.text, t.text), cmp.Compare(s.b-s.a, t.b-t.a), cmp.Compare(s.a, t.a))
	})
	var by [][]seed
	for i := 0; i < len(seeds); {
		j := i
		for j < len(seeds) && seeds[j].text == seeds[i].text {
			j++
		}
		by = append(by, seeds[i:j])
		i = j
	}
	return by
}

// A run is words a[A:A+N] that equal b[B:B+N].
type run struct{ a, b, n int }

// A tiler covers two texts with shared passages. It keeps its buffers.
type tiler struct {
	options      Options
	runs         []run
	usedA, usedB []bool
}

// tile returns the passages that two texts share, by place in a.
func (t *tiler) tile(a, b *article, seeds []seed) []Match {
	t.runs = t.runs[:0]
	for i := 0; i < len(seeds); {
		// Seeds on one diagonal that touch or overlap are one run.
		s := seeds[i]
		end := s.a + shingle
		j := i + 1
		for j < len(seeds) && seeds[j].b-seeds[j].a == s.b-s.a && seeds[j].a <= end {
			end = seeds[j].a + shingle
			j++
		}
		i = j
		r := run{int(s.a), int(s.b), int(end - s.a)}
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
		return cmp.Or(cmp.Compare(y.n, x.n), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	t.usedA = cleared(t.usedA, len(a.words))
	t.usedB = cleared(t.usedB, len(b.words))

	var matches []Match
	for _, r := range t.runs {
		r, ok := t.free(r)
		if !ok {
			continue
		}
		m, used, ok := t.grow(a, b, r)
		if !ok {
			continue
		}
		for k := used.a; k < used.a+m.AWords; k++ {
			t.usedA[k] = true
		}
		for k := used.b; k < used.b+m.BWords; k++ {
			t.usedB[k] = true
		}
		matches = append(matches, m)
	}
	slices.SortFunc(matches, func(x, y Match) int {
		return cmp.Or(cmp.Compare(x.AStart, y.AStart), cmp.Compare(x.BStart, y.BStart))
	})
	return matches
}

func cleared(s []bool, n int) []bool {
	if cap(s) < n {
		return make([]bool, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// free returns the longest part of a run that no passage has taken yet.
func (t *tiler) free(r run) (run, bool) {
	best := run{}
	for k := 0; k < r.n; k++ {
		from := k
		for k < r.n && !t.usedA[r.a+k] && !t.usedB[r.b+k] {
			k++
		}
		if k-from > best.n {
			best = run{r.a + from, r.b + from, k - from}
		}
	}
	return best, best.n >= 3
}

// grow extends a run on both sides, over gaps where both texts come together
// again soon, and weighs what it has found.
func (t *tiler) grow(a, b *article, r run) (Match, run, bool) {
	lowA, lowB, highA, highB := r.a, r.b, r.a+r.n, r.b+r.n
	common, gaps, verbatim := r.n, 0, true
	weight := 0
	for k := range r.n {
		weight += int(a.words[r.a+k].weight)
	}
	for { // forward
		n, da, db := t.resume(a, b, highA, highB, +1)
		if n == 0 {
			break
		}
		if da+db > 0 {
			verbatim = false
			gaps += max(da, db)
		}
		for k := range n {
			weight += int(a.words[highA+da+k].weight)
		}
		highA, highB, common = highA+da+n, highB+db+n, common+n
	}
	for { // backward
		n, da, db := t.resume(a, b, lowA-1, lowB-1, -1)
		if n == 0 {
			break
		}
		if da+db > 0 {
			verbatim = false
			gaps += max(da, db)
		}
		for k := range n {
			weight += int(a.words[lowA-1-da-k].weight)
		}
		lowA, lowB, common = lowA-da-n, lowB-db-n, common+n
	}
	if weight < 2*t.options.MinWords || gaps*2 > common {
		return Match{}, run{}, false
	}
	m := Match{
		AStart: a.words[lowA].start, AEnd: a.words[highA-1].end,
		BStart: b.words[lowB].start, BEnd: b.words[highB-1].end,
		Words: common, AWords: highA - lowA, BWords: highB - lowB, Exact: verbatim,
	}
	m.Quoted = quoted(a.words[lowA:highA]) && quoted(b.words[lowB:highB])
	return m, run{a: lowA, b: lowB}, true
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
func (t *tiler) resume(a, b *article, i, j, step int) (n, da, db int) {
	length := func(i, j int) int {
		n := 0
		for i >= 0 && j >= 0 && i < len(a.words) && j < len(b.words) && !t.usedA[i] && !t.usedB[j] && a.words[i].id == b.words[j].id {
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
	for k := 0; k < t.options.MaxGap && i+k*step >= 0 && i+k*step < len(a.words) && !t.usedA[i+k*step]; k++ {
		freeA++
	}
	for k := 0; k < t.options.MaxGap && j+k*step >= 0 && j+k*step < len(b.words) && !t.usedB[j+k*step]; k++ {
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
				weight += int(a.words[i+(x+k)*step].weight)
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
