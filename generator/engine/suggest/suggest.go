// Package suggest finds, for a quote from one article, the passages in other
// articles that say the same, best first, cut where a quote would begin and end.
//
// Two words are alike by their stems, by the lexicon of engine/collate, by
// groups of words of one scene (groups.txt), and by where they lie in a space of
// meanings (senses.bin). A word that many sentences have, or that is common in
// English, counts little (inverse document frequency: Spärck Jones, Journal of
// Documentation 28, 1972); figures are compared by value and unit, names count
// when they are the same.
//
// In each sentence, and in it with the next one of its paragraph, the run of
// clauses is chosen that says most of the quote and least else (van Rijsbergen's
// F, with recall weighing more). Then all that is known of such a passage is
// weighed by a conditional logistic model (model.go), fitted to invented stories.
//
// A score tells how sure the engine is, not that the passage says the same: that
// is for an editor. The cost is one pass over the articles and one alignment for
// each of a fixed number of sentences.
package suggest

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// An Article is a text to look in.
type Article struct{ ID, Text string }

// A Match is a passage of an article: Text[Start:End], in bytes.
type Match struct {
	Article    string
	Start, End int
	Score      float64 // over 0, at most 1; passages under a floor are not told
}

// Limits.
const (
	longQuote = 120    // words of a quote that are looked at
	longSpan  = 140    // words of a sentence that are looked at
	asked     = 300000 // pairs of words that the lexicon of collate is asked about
	piers     = 3      // passages that may lead to others
	bridged   = 40     // passages that are laid beside them
	floor     = 0.005  // least score told
	faint     = 0.032  // the best must have, where no word of weight is alike in any article
	once      = 0.7    // what is left of a score for each better passage of the article
	sure      = 0.3    // score from which a passage may lead to others
	all       = 20     // matches told where no limit is given
)

// Rank returns the passages that say most nearly what quote says, best first; of
// equal ones the one in the earlier article, then the earlier place. Passages do
// not overlap. limit is the greatest number told, 0 for 20. Any bytes are allowed;
// the same input gives the same answer.
func Rank(quote string, articles []Article, limit int) []Match {
	if limit <= 0 {
		limit = all
	}
	c := newCorpus(articles)
	q, found := c.search(quote)
	order := make([]*passage, len(found))
	hopeless := true
	for i := range found {
		order[i] = &found[i]
		hopeless = hopeless && found[i].raw == 0 && found[i].score < faint
	}
	if hopeless {
		return nil
	}
	slices.SortStableFunc(order, func(a, b *passage) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.article, b.article), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	type place struct {
		article int
		rank    float64
		Match
	}
	var places []place
	taken := make(map[int][][2]int)
	for _, p := range order {
		if p.score < floor {
			break
		}
		start, end := q.cut(p)
		if start >= end || slices.ContainsFunc(taken[p.article], func(t [2]int) bool { return start < t[1] && t[0] < end }) {
			continue
		}
		// One article seldom says a thing twice: its second passage waits for
		// the first ones of others.
		rank := p.score * math.Pow(once, float64(len(taken[p.article])))
		taken[p.article] = append(taken[p.article], [2]int{start, end})
		places = append(places, place{p.article, rank, Match{articles[p.article].ID, start, end, p.sureness()}})
	}
	slices.SortStableFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(b.rank*b.Score, a.rank*a.Score), cmp.Compare(a.article, b.article), cmp.Compare(a.Start, b.Start))
	})
	var matches []Match
	least := 1.0 // nothing is told with more sureness than what comes before it
	for _, p := range places[:min(len(places), limit)] {
		least = max(1e-4, math.Round(min(least, p.Score)*1e4)/1e4)
		p.Score = least
		matches = append(matches, p.Match)
	}
	return matches
}

// search returns all passages that say something of the quote, judged.
func (c *corpus) search(text string) (*query, []passage) {
	quote := read(text)
	if len(quote) == 0 {
		return nil, nil
	}
	q := c.lay(quote[:min(len(quote), longQuote)], true)
	var found []passage
	for i := range c.sentences {
		found = append(found, q.passages(i, true)...)
	}
	q.describe(found)
	judge(found)
	q.bridge(found)
	judge(found)
	return q, found
}

// bridge tells of passages how nearly they say what the passage says that comes
// nearest to the quote in another article: of three wordings the second may have
// words in common with both others (pseudo-relevance feedback, as in Rocchio,
// “Relevance Feedback in Information Retrieval”, 1971, with a passage for a
// document).
func (q *query) bridge(found []passage) {
	if len(q.articles) < 2 {
		return
	}
	order := make([]int, len(found))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(found[b].score, found[a].score) })
	var over []int // the best passage of each article, best first
	seen := make(map[int]bool)
	for _, i := range order {
		if p := found[i]; !seen[p.article] && p.score >= sure {
			seen[p.article] = true
			over = append(over, i)
		}
	}
	over = over[:min(len(over), piers)]
	order = order[:min(len(order), bridged)]
	for _, o := range over {
		pier := found[o]
		other := q.lay(slices.Clone(q.tokens[pier.article][pier.from:pier.to][:min(longQuote, pier.to-pier.from)]), false)
		for _, i := range order {
			p := &found[i]
			if p.article == pier.article {
				continue
			}
			tokens := q.tokens[p.article][p.from:p.to]
			v := pier.score * other.score(tokens, other.matrix(tokens), 0, len(tokens))
			p.features[features-1] = max(p.features[features-1], v)
		}
	}
}

// cut returns the place of a passage in its article: without a joining word
// before it, with what denies it, and with the quotation mark that it would
// leave open.
func (q *query) cut(p *passage) (start, end int) {
	tokens := q.tokens[p.article]
	from := p.from
	if tokens[from].low == "that" && slices.ContainsFunc(tokens[max(0, from-3):from], func(t token) bool { return denies(&t) }) {
		// “ruled out that anybody was inside” is not to be cut before “that”.
		for from--; from > 0 && !tokens[from].cut; from-- {
		}
	}
	for from+1 < p.to && q.quote[0].low != tokens[from].low {
		switch tokens[from].low {
		case "and", "but", "or", "that", "so":
			from++
			continue
		}
		break
	}
	text := q.articles[p.article].Text
	start, end = tokens[from].start, tokens[p.to-1].end
	return pair(text, start, end)
}

// pair widens text[start:end] by a quotation mark at either end if it has the
// other one of the pair.
func pair(text string, start, end int) (int, int) {
	for _, marks := range [...][2]string{{"“", "”"}, {"«", "»"}, {"„", "“"}, {"\"", "\""}} {
		open := 0
		stray := false // a closing mark has no opening one
		for rest := text[start:end]; ; {
			i := strings.Index(rest, marks[0])
			k := strings.Index(rest, marks[1])
			if i < 0 && k < 0 {
				break
			}
			switch {
			case marks[0] == marks[1]:
				open = 1 - open
				rest = rest[i+1:]
			case k < 0 || i >= 0 && i < k:
				open++
				rest = rest[i+len(marks[0]):]
			default:
				stray = stray || open == 0
				open = max(0, open-1)
				rest = rest[k+len(marks[1]):]
			}
		}
		before := strings.HasSuffix(text[:start], marks[0])
		tail := len(text[end:]) - len(strings.TrimLeft(text[end:], ".,!?…"))
		after := strings.HasPrefix(text[end+tail:], marks[1])
		switch {
		case before && (stray || marks[0] == marks[1] && open == 1):
			start -= len(marks[0])
		case after && open == 1:
			end += tail + len(marks[1])
		}
	}
	return start, end
}
