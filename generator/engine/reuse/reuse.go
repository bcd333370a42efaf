// Package reuse finds the passages that texts share word for word or nearly, in
// any order. It says that texts share words, not who took them from whom.
//
// Texts are split into words; case, typography and marks do not count. Every run
// of a few words (a shingle) goes into one hash index over all texts, as in
// Manber, “Finding Similar Files in a Large File System” (USENIX 1994), and
// Schleimer, Wilkerson and Aiken, “Winnowing: Local Algorithms for Document
// Fingerprinting” (SIGMOD 2003); unlike there no fingerprint is thinned out, since
// a brief of thirty words has none to lose. Shared runs are tiled longest first
// (Wise, “String Similarity via Greedy String Tiling and Running Karp-Rabin
// Matching”, 1993), each grown on both sides over small gaps where the texts put
// something else (seed and extend, as in BLAST: Altschul and others, 1990), so
// that a passage moved elsewhere is found as well as one in its place.
//
// Texts are read one after the other, and what a text shares with those before it
// does not enter the index again: the first text that has a passage stands for
// all that have it. So a dispatch that two hundred papers print is found two
// hundred times and not twenty thousand times; the cost grows with the length of
// the texts, and with the number of pairs in no way. What the copies of a passage
// have in common is then cut where they part, so that every text of a passage has
// (nearly) the whole of it.
//
// Not reported: stock phrases. A passage must hold enough words that carry
// meaning; function words, verbs of saying, names of days and the furniture of
// pages (“follow us on”) count nothing, words with a capital, which are mostly
// names and titles, count half. A passage that stands twice in a text is reported
// there once.
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

// A Passage stands in several texts.
type Passage struct {
	Places []Place // at least two, of different texts, by text
	Exact  bool    // the same words everywhere; marks and case may differ
	Quoted bool    // most of it stands in quotation marks in every text: the words of a third
}

// A Place is where one text has a passage: texts[Text][Start:End], in bytes. It
// begins and ends with a word.
type Place struct {
	Text       int
	Start, End int
	Words      int
	From, To   int // which words of the first place it has, counted from that one's beginning
	Reading    int // places with the same words have the same number; the first has 0

	// Apart are the words, in order, that some other place does not have. Words
	// that follow each other are one span.
	Apart []Span
}

// Span is a stretch of a text, in bytes.
type Span struct{ Start, End int }

// Shares is what texts share, and how long they are.
type Shares struct {
	Passages []Passage // by text and place of their first
	Words    []int     // of each text
	Shared   []int     // how many of these lie in a passage
}

// Shared returns the passages that texts share. Those of one text do not overlap,
// but for the first places of passages, where copies of a text break off at
// different words. Any bytes are allowed; the same texts give the same answer.
func Shared(texts []string, o Options) Shares {
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
	total := 0
	for i, text := range texts {
		read[i] = newArticle(text, ids)
		total += len(read[i].words)
	}
	x := newIndex(read, total)
	t := tiler{options: o, texts: read, taken: make([][]int32, len(texts))}
	var matches []match
	for i := range read {
		t.taken[i] = make([]int32, len(read[i].words))
		found := t.tile(i, x.seeds(i))
		for _, m := range found {
			t.keep(&m)
		}
		x.add(i, t.taken[i])
		matches = append(matches, found...)
	}
	s := Shares{Words: make([]int, len(texts)), Shared: make([]int, len(texts))}
	passages := gather(read, matches, o)
	for i := range read {
		s.Words[i] = len(read[i].words)
	}
	s.count(read, passages)
	for _, p := range passages {
		s.Passages = append(s.Passages, p.finish(read))
	}
	slices.SortStableFunc(s.Passages, func(p, q Passage) int {
		return cmp.Or(p.Places[0].Text-q.Places[0].Text, p.Places[0].Start-q.Places[0].Start, p.Places[0].End-q.Places[0].End, p.Places[1].Text-q.Places[1].Text)
	})
	return s
}

// count counts the words of each text that lie in passages, those that lie in
// two once.
func (s *Shares) count(texts []article, passages []gathered) {
	marked := make([][]bool, len(texts))
	for i := range texts {
		marked[i] = make([]bool, len(texts[i].words))
	}
	for _, p := range passages {
		for _, c := range p.copies {
			for k := c.from; k < c.to; k++ {
				if !marked[c.text][k] {
					marked[c.text][k] = true
					s.Shared[c.text]++
				}
			}
		}
	}
}
