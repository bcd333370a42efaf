package reuse

import (
	"cmp"
	"slices"
)

// A gathered passage is one before its words have become bytes. The first copy
// is that of the text that stands for all.
type gathered struct{ copies []held }

// held is words [from:to] of a text, and which of them it has in common with the
// first copy.
type held struct {
	text, from, to int
	links          []link
}

// gather turns matches with the texts that stand for others into passages. Where
// the matches with one text begin and end at different words, its text is cut
// there, so that the copies of a passage reach (nearly) equally far; cuts that
// would leave less than a passage are not made. Every two copies of a passage
// have in common what they have in common with the first.
func gather(texts []article, matches []match, o Options) []gathered {
	slices.SortStableFunc(matches, func(m, n match) int {
		return cmp.Or(m.a-n.a, m.aFrom-n.aFrom, m.b-n.b)
	})
	var all []gathered
	for i := 0; i < len(matches); {
		j, end := i+1, matches[i].aTo
		for j < len(matches) && matches[j].a == matches[i].a && matches[j].aFrom < end {
			end = max(end, matches[j].aTo)
			j++
		}
		all = append(all, cut(&texts[matches[i].a], matches[i:j], end, o)...)
		i = j
	}
	return all
}

// A portion is what a match has of a stretch between two cuts: words [from:to] of
// the first text.
type portion struct {
	match    *match
	links    []link
	from, to int
	weight   int
}

// cut turns matches that overlap in one text into passages.
func cut(text *article, matches []match, end int, o Options) []gathered {
	from := matches[0].aFrom
	sums := make([]int, end-from+1) // of the words' weight
	for k := from; k < end; k++ {
		sums[k-from+1] = sums[k-from] + int(text.words[k].weight)
	}
	weight := func(i, j int) int { return sums[max(i, j)-from] - sums[i-from] }
	cuts := cutsOf(matches, from, end, weight, o)

	stretches := make([][]portion, len(cuts)-1)
	for i := range matches {
		m := &matches[i]
		at, _ := slices.BinarySearch(cuts, m.aFrom+1)
		k := 0
		for at--; at+1 < len(cuts) && cuts[at] < m.aTo; at++ {
			first := k
			for k < len(m.links) && int(m.links[k].a) < cuts[at+1] {
				k++
			}
			if first == k {
				continue
			}
			p := portion{match: m, links: m.links[first:k], from: int(m.links[first].a), to: int(m.links[k-1].a) + 1}
			if p.weight = weight(p.from, p.to); p.weight >= o.MinWords { // half of what makes a passage
				stretches[at] = append(stretches[at], p)
			}
		}
	}
	var passages []gathered
	for _, portions := range stretches {
		slices.SortStableFunc(portions, func(p, q portion) int { return q.weight - p.weight })
		for len(portions) > 0 {
			// The core is what all copies have.
			low, high := portions[0].from, portions[0].to
			coreLow, coreHigh := low, high
			g := gathered{[]held{{text: portions[0].match.a}}}
			rest := portions[:0]
			for _, p := range portions {
				from, to := max(coreLow, p.from), min(coreHigh, p.to)
				if w := weight(from, to); w < o.MinWords || w*2 < p.weight {
					rest = append(rest, p)
					continue
				}
				coreLow, coreHigh = from, to
				low, high = min(low, p.from), max(high, p.to)
				g.copies = append(g.copies, held{p.match.b, int(p.links[0].b), int(p.links[len(p.links)-1].b) + 1, p.links})
			}
			g.copies[0].from, g.copies[0].to = low, high
			passages = append(passages, g)
			portions = rest
		}
	}
	return passages
}

// cutsOf returns where a stretch of a text is cut, its ends included. The places
// at which most matches begin or end come first.
func cutsOf(matches []match, from, end int, weight func(i, j int) int, o Options) []int {
	count := map[int]int{}
	for i := range matches {
		count[matches[i].aFrom]++
		count[matches[i].aTo]++
	}
	wanted := make([]int, 0, len(count))
	for at := range count {
		if at > from && at < end {
			wanted = append(wanted, at)
		}
	}
	slices.SortFunc(wanted, func(i, j int) int { return cmp.Or(count[j]-count[i], i-j) })
	cuts := []int{from, end}
	for _, at := range wanted {
		k, _ := slices.BinarySearch(cuts, at)
		if weight(cuts[k-1], at) >= 2*o.MinWords && weight(at, cuts[k]) >= 2*o.MinWords {
			cuts = slices.Insert(cuts, k, at)
		}
	}
	return cuts
}

// finish turns words into bytes, numbers the readings, and finds the words that
// not all copies have.
func (g *gathered) finish(texts []article) Passage {
	slices.SortStableFunc(g.copies[1:], func(c, d held) int { return c.text - d.text })
	first := &g.copies[0]
	lacking := make([]bool, first.to-first.from) // some copy does not have the word
	p := Passage{Exact: true, Quoted: true}
	readings := map[uint64]int{}
	for i := range g.copies {
		c := &g.copies[i]
		ws := texts[c.text].words[c.from:c.to]
		place := Place{Text: c.text, Start: ws[0].start, End: ws[len(ws)-1].end, Words: len(ws), To: len(ws)}
		if i > 0 {
			place.From, place.To = int(c.links[0].a)-first.from, int(c.links[len(c.links)-1].a)+1-first.from
		}
		h := uint64(0)
		for _, w := range ws {
			h = mix(h ^ uint64(w.id+1))
		}
		n, known := readings[h]
		if !known {
			n = len(readings)
			readings[h] = n
		}
		place.Reading = n
		if i > 0 && n > 0 {
			p.Exact = false
			if !known {
				at := first.from
				for _, l := range c.links {
					for ; at < int(l.a); at++ {
						lacking[at-first.from] = true
					}
					at++
				}
				for ; at < first.to; at++ {
					lacking[at-first.from] = true
				}
			}
		}
		p.Quoted = p.Quoted && quoted(ws)
		p.Places = append(p.Places, place)
	}
	// A word that some copy lacks is marked in every copy that has it.
	for i := range g.copies {
		c := &g.copies[i]
		alone := make([]bool, c.to-c.from)
		if i == 0 {
			copy(alone, lacking)
		} else if !p.Exact {
			for k := range alone {
				alone[k] = true
			}
			for _, l := range c.links {
				alone[int(l.b)-c.from] = lacking[int(l.a)-first.from]
			}
		}
		for k := 0; k < len(alone); k++ {
			from := k
			for k < len(alone) && alone[k] {
				k++
			}
			p.Places[i].apart(texts[c.text].words, c.from+from, c.from+k)
		}
	}
	return p
}

func (p *Place) apart(ws []word, from, to int) {
	if from < to {
		p.Apart = append(p.Apart, Span{ws[from].start, ws[to-1].end})
	}
}
