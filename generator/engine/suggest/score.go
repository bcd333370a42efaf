package suggest

import (
	"math"
)

// A passage is tokens [from, to) of an article.
type passage struct {
	article, from, to int
	sentence          int // in which it begins
	raw               float64
	features          [features]float64
	score             float64
}

// matrix returns how alike each token of the quote and each of tokens are.
func (q *query) matrix(tokens []token) []float64 {
	m := make([]float64, len(q.quote)*len(tokens))
	for i := range q.quote {
		for k := range tokens {
			m[i*len(tokens)+k] = q.alike(i, &tokens[k])
		}
	}
	return m
}

// clip returns the tokens of a sentence that are looked at.
func (c *corpus) clip(s sentence) []token {
	return c.tokens[s.article][s.from:min(s.to, s.from+longSpan)]
}

// passages returns the best run of clauses of a sentence, and of it with the
// sentence after it.
func (q *query) passages(at int, wide bool) []passage {
	s := q.sentences[at]
	m := q.matrix(q.clip(s))
	p, ok := q.best(s, q.clip(s), m)
	if !ok {
		return nil
	}
	found := []passage{p}
	if !wide || at+1 >= s.last || s.to-s.from > longSpan {
		return found
	}
	n := q.sentences[at+1]
	if n.paragraph != s.paragraph {
		return found
	}
	m2 := q.matrix(q.clip(n))
	both := q.tokens[s.article][s.from:min(n.to, n.from+longSpan)]
	if w, ok := q.best(s, both, join(m, m2, len(q.quote))); ok && w.raw > 0 && w.from < s.to && w.to > s.to {
		single, _ := q.best(n, q.clip(n), m2)
		if w.raw > tune.join*max(p.raw, single.raw) {
			found = append(found, w)
		}
	}
	return found
}

func join(a, b []float64, rows int) []float64 {
	x, y := len(a)/rows, len(b)/rows
	m := make([]float64, 0, len(a)+len(b))
	for q := range rows {
		m = append(m, a[q*x:(q+1)*x]...)
		m = append(m, b[q*y:(q+1)*y]...)
	}
	return m
}

// best returns the run of clauses of tokens, which begin with s, that scores best.
func (q *query) best(s sentence, tokens []token, m []float64) (passage, bool) {
	columns := len(tokens)
	var cuts []int
	for k := range tokens {
		if k == 0 || tokens[k].cut {
			cuts = append(cuts, k)
		}
	}
	if len(cuts) > 24 { // a list: its clauses are no passages
		cuts = cuts[:1]
	}
	cuts = append(cuts, columns)
	best := passage{article: s.article, sentence: s.index}
	for i := 0; i+1 < len(cuts); i++ {
		for j := i + 1; j < len(cuts); j++ {
			score := q.score(tokens, m, cuts[i], cuts[j])
			if score > best.raw*(1+1e-9) {
				best.from, best.to, best.raw = s.from+cuts[i], s.from+cuts[j], score
			}
		}
	}
	if best.raw == 0 { // nothing to choose by: the whole
		best.from, best.to = s.from, s.from+columns
	}
	return best, columns > 0
}

// score tells how nearly tokens [from, to) say what the quote says: van
// Rijsbergen's F of how much of the quote they say and how much else.
func (q *query) score(tokens []token, m []float64, from, to int) float64 {
	columns := len(tokens)
	var taken [longSpan * 2]float64
	said, ordered, firm := 0.0, 0.0, false
	last := -2
	for i := range q.quote {
		row := m[i*columns : (i+1)*columns]
		bestK, bestV := -1, 0.0
		for k := from; k < to; k++ {
			v := row[k]
			if v <= 0 || v <= bestV && !(k == last+1 && v == bestV) {
				continue
			}
			if taken[k] > 0 && !tokens[k].light {
				v *= tune.again
			}
			if v > bestV || k == last+1 && v == bestV {
				bestK, bestV = k, v
			}
		}
		if bestK < 0 {
			last = -2
			continue
		}
		said += bestV * q.quote[i].weight
		if !q.quote[i].light && bestV > tune.firm {
			firm = true
		}
		if bestK == last+1 {
			ordered += bestV * q.quote[i].weight
		}
		last = bestK
		taken[bestK] = max(taken[bestK], bestV)
	}
	if said == 0 || !firm && q.firm { // nothing but function words and chance
		return 0
	}
	weight, covered := 0.0, 0.0
	for k := from; k < to; k++ {
		weight += tokens[k].weight
		covered += tokens[k].weight * taken[k]
	}
	recall := said / q.total
	precision := covered / max(weight, q.total)
	b := tune.beta * tune.beta
	f := (1 + b) * precision * recall / max(b*precision+recall, 1e-9)
	stray := math.Abs(math.Log(float64(to-from) / float64(len(q.quote))))
	form := -tune.length * min(2, max(0, stray-0.3))
	if from == 0 || tokens[from].quoted != tokens[from-1].quoted {
		form += tune.edge
	}
	if to == columns || tokens[to].quoted != tokens[to-1].quoted {
		form += tune.edge
	}
	return max(0, f+tune.order*ordered/q.total+min(1, 3*f)*form) / (1 + tune.order + 2*tune.edge)
}

// tune holds the weights that are set by hand, on the stories of testdata that
// are for tuning.
var tune = struct {
	light, figure, name float64 // weight of a token against that of a common word
	general             float64 // how much less a word counts for being common in English
	power               float64 // of the inverse document frequency
	synonym, akin       float64 // likeness of words that mean the same, often or at times
	broader             float64 // likeness of a word and one for a wider thing
	grouped             float64 // likeness of words of one scene
	sense, far          float64 // likeness of words that lie together; from which cosine on
	compatible          float64 // likeness of figures that may be the same
	conflict            float64 // likeness of figures of one thing that are not the same
	names               float64 // what is left of the likeness of two names
	beta                float64 // how much more recall weighs than precision
	order               float64 // weight of pairs that follow one another in both
	length, edge        float64 // weight of being as long as the quote, and of ending with the sentence
	join                float64 // what a further sentence must bring
	again               float64 // what is left of a word that says a second one of the quote
	firm                float64 // likeness from which on a word counts as said
}{light: 0.43, figure: 2.2, name: 1.04, general: 0.75, power: 0.9, synonym: 0.65, akin: 0.5, broader: 0.22, grouped: 0.92, sense: 0.7, far: 0.37, compatible: 0.84, conflict: 0.1, names: 0.6, beta: 2.6, order: 0.05, length: 0.045, edge: 0.05, join: 0.9, again: 0.7, firm: 0.4}
