// Package suggest finds, for a quote from one article, the passages in other
// articles that say the same, best first, cut where a quote would begin and end.
//
// It ranks in two steps. First every sentence is weighed by the words that it
// shares with the quote: forms of one word and words of one family count, a word
// that many sentences have counts little (inverse document frequency over the
// articles at hand: Spärck Jones, Journal of Documentation 28, 1972), numbers
// count by their value and unit, names more than common words. Then the best are
// laid beside the quote by the aligner of engine/collate, which knows synonyms
// and phrases, and each run of clauses in them is scored by how much of the quote
// it says and how much else it says (van Rijsbergen's F, with recall weighing
// more), words that follow one another in both counting extra. A passage may be
// a clause, a sentence or a few sentences of a paragraph; what it shares with
// the quote decides.
//
// A score tells how sure the engine is, not that the passage says the same: that
// is for an editor. The cost is one pass over the articles and one alignment for
// each of a fixed number of sentences.
package suggest

import (
	"cmp"
	"math"
	"slices"
)

// An Article is a text to look in.
type Article struct{ ID, Text string }

// A Match is a passage of an article: Text[Start:End], in bytes.
type Match struct {
	Article    string
	Start, End int
	Score      float64 // over 0, at most 1; passages under a floor are not told
}

// Limits of the second step.
const (
	aligned   = 64    // sentences that are aligned with the quote
	longQuote = 120   // words of a quote that are looked at
	longSpan  = 140   // words of a sentence that are looked at
	asked     = 24000 // pairs of words that the aligner is asked about in the first step; twice as many in all
	bridged   = 40    // sentences that are laid beside the best passages of other articles
	floor     = 0.06
	sure      = 0.3 // score from which a passage may lead to others
	all       = 20  // matches told where no limit is given
)

// Rank returns the passages that say most nearly what quote says, best first; of
// equal ones the one in the earlier article, then the earlier place. Passages do
// not overlap. limit is the greatest number told, 0 for 20. Any bytes are allowed;
// the same input gives the same answer.
func Rank(quote string, articles []Article, limit int) []Match {
	if limit <= 0 {
		limit = all
	}
	r := newRanker(quote, articles, kin{})
	if len(r.quote) == 0 {
		return nil
	}
	var found []passage
	for _, c := range r.candidates() {
		found = append(found, r.passages(c)...)
	}
	r.bridge(found)
	slices.SortStableFunc(found, func(a, b passage) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.article, b.article), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	var matches []Match
	taken := make(map[int][][2]int)
	for _, p := range found {
		if p.score < floor || len(matches) == limit {
			break
		}
		start, end := r.cut(p)
		if start >= end || slices.ContainsFunc(taken[p.article], func(t [2]int) bool { return start < t[1] && t[0] < end }) {
			continue
		}
		taken[p.article] = append(taken[p.article], [2]int{start, end})
		matches = append(matches, Match{articles[p.article].ID, start, end, math.Round(min(p.score, 1)*1e4) / 1e4})
	}
	return matches
}
