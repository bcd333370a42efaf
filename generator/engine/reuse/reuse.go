// Package reuse finds the stretches that texts share word for word or nearly, in
// any order. It says that two texts share words, not who took them from whom.
//
// Texts are split into words; case, typography and marks do not count. Every run
// of a few words (a shingle) goes into one hash index over all texts, as in
// Manber, “Finding Similar Files in a Large File System” (USENIX 1994), and
// Schleimer, Wilkerson and Aiken, “Winnowing: Local Algorithms for Document
// Fingerprinting” (SIGMOD 2003); unlike there no fingerprint is thinned out, since
// the texts of a story are few and a brief of thirty words has none to lose. Two
// texts are looked at side by side only where the index says that they have a
// shingle in common, so that the cost grows with the length of the texts and of
// what they share and not with the number of pairs. Shared runs are then tiled
// longest first (Wise, “String Similarity via Greedy String Tiling and Running
// Karp-Rabin Matching”, 1993), each grown on both sides over small gaps where the
// texts put something else (seed and extend, as in BLAST: Altschul and others,
// 1990), so that a passage moved elsewhere is found as well as one in its place.
//
// Not reported: stock phrases. A passage must hold enough words that carry
// meaning; function words, verbs of saying and names of days count nothing, words
// with a capital, which are mostly names and titles, count half.
package reuse

import (
	"cmp"
	"slices"
)

// Options tune Shared. The zero value is made for news.
type Options struct {
	// MinWords is how many words that carry meaning a shared passage must hold,
	// 0 for 5.
	MinWords int
	// MaxGap is how many words in a row may differ inside a passage, 0 for 4; a
	// negative number asks for verbatim runs only.
	MaxGap int
}

// A Match is a passage that texts A < B share: texts[A][AStart:AEnd] and
// texts[B][BStart:BEnd], in bytes. Both begin and end with a word that they have
// in common.
type Match struct {
	A, B           int
	AStart, AEnd   int
	BStart, BEnd   int
	Words          int  // words in common, in this order
	AWords, BWords int  // words of either stretch, Words <= AWords, BWords
	Exact          bool // the same words on both sides; marks and case may differ
	Quoted         bool // most of it stands in quotation marks in both texts: the words of a third
}

// A Pair is two texts that share passages.
type Pair struct {
	A, B           int
	Matches        []Match
	AShare, BShare float64 // of each text's words that lie in the passages, 0 to 1
}

// Shared returns the passages that each two texts share, by A, B and place in A.
// The passages of one pair are maximal and do not overlap, in either text. Any
// bytes are allowed; the same texts give the same answer.
func Shared(texts []string, o Options) []Match {
	if o.MinWords <= 0 {
		o.MinWords = 5
	}
	switch {
	case o.MaxGap == 0:
		o.MaxGap = 4
	case o.MaxGap < 0:
		o.MaxGap = 0
	}
	read := make([]article, len(texts))
	ids := make(map[string]int32, 1024)
	for i, text := range texts {
		read[i] = newArticle(text, ids)
	}
	index := newIndex(read)
	var matches []Match
	t := tiler{options: o}
	for a := range read {
		for _, seeds := range index.partners(a) {
			b := int(seeds[0].text)
			for _, m := range t.tile(&read[a], &read[b], seeds) {
				m.A, m.B = a, b
				matches = append(matches, m)
			}
		}
	}
	return matches
}

// Pairs returns the pairs of texts that share passages, by A and B, with the
// share of each text that the passages make.
func Pairs(texts []string, o Options) []Pair {
	lengths := make([]int, len(texts))
	for i, text := range texts {
		lengths[i] = countWords(text)
	}
	var pairs []Pair
	for _, m := range Shared(texts, o) {
		if n := len(pairs); n == 0 || pairs[n-1].A != m.A || pairs[n-1].B != m.B {
			pairs = append(pairs, Pair{A: m.A, B: m.B})
		}
		p := &pairs[len(pairs)-1]
		p.Matches = append(p.Matches, m)
		p.AShare += float64(m.AWords) / float64(lengths[m.A])
		p.BShare += float64(m.BWords) / float64(lengths[m.B])
	}
	return pairs
}

// Coverage returns for each text the share of its words that it has in common
// with any other text, 0 to 1.
func Coverage(texts []string, matches []Match) []float64 {
	type stretch struct{ text, start, end int }
	stretches := make([]stretch, 0, 2*len(matches))
	for _, m := range matches {
		stretches = append(stretches, stretch{m.A, m.AStart, m.AEnd}, stretch{m.B, m.BStart, m.BEnd})
	}
	slices.SortFunc(stretches, func(x, y stretch) int {
		return cmp.Or(x.text-y.text, x.start-y.start, x.end-y.end)
	})
	shares := make([]float64, len(texts))
	for i, at := 0, 0; i < len(texts); i++ {
		total, shared, end := 0, 0, 0
		for _, w := range spell(texts[i]) {
			for at < len(stretches) && (stretches[at].text < i || stretches[at].text == i && stretches[at].start <= w.start) {
				if stretches[at].text == i {
					end = max(end, stretches[at].end)
				}
				at++
			}
			total++
			if w.start < end {
				shared++
			}
		}
		if total > 0 {
			shares[i] = float64(shared) / float64(total)
		}
	}
	return shares
}
