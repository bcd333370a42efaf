package suggest

import (
	"crosscheck/generator/engine/collate"
	"crosscheck/generator/engine/figure"
)

// A query is a quote laid against the words of the corpus.
type query struct {
	*corpus
	quote  []token
	total  float64   // weight of the quote
	firm   bool      // the quote has words that carry meaning
	speech bool      // the quote speaks in the first person
	like   []float64 // how alike each token of the quote and each word of the corpus are, row by row
	center []float64 // where the quote lies in the space of meanings
}

// lay lays a quote against the corpus. A thorough look asks the lexicon of
// collate about each pair of words.
func (c *corpus) lay(quote []token, thorough bool) *query {
	q := &query{corpus: c, quote: quote}
	own := make([]word, len(quote))
	for i := range quote {
		t := &quote[i]
		if id, ok := c.ids[t.spelling()]; ok {
			t.id = id
			own[i] = c.words[id]
		} else {
			t.id = -1
			own[i] = newWord(t)
		}
		t.general = own[i].general
		c.weigh(t)
		if t.id < 0 {
			t.weight *= 1 - tune.general*(1-t.general)
		}
		q.total += t.weight
		q.firm = q.firm || !t.light
		q.speech = q.speech || t.quoted || i < 3 && (t.low == "i" || t.low == "we")
	}
	n := len(c.words)
	q.like = make([]float64, len(quote)*n)
	var lexical []float32
	var rows []int // of lexical, by token of the quote; -1 for none
	var columns []int
	if thorough && len(quote)*n <= asked {
		var a, b []string
		for i := range quote {
			rows = append(rows, -1)
			if quote[i].fig == nil && !quote[i].light {
				rows[i] = len(a)
				a = append(a, quote[i].low)
			}
		}
		for i := range c.words {
			columns = append(columns, -1)
			if w := &c.words[i]; !w.fig && !w.light {
				columns[i] = len(b)
				b = append(b, w.low)
			}
		}
		lexical = collate.Likeness(a, b)
		for i := range quote {
			for k := range c.words {
				if rows[i] >= 0 && columns[k] >= 0 {
					q.like[i*n+k] = lexicalLikeness(float64(lexical[rows[i]*len(b)+columns[k]]))
				}
			}
		}
	}
	for i := range quote {
		for k := range c.words {
			v := &q.like[i*n+k]
			*v = max(*v, likeness(&own[i], &c.words[k]))
		}
	}
	q.center = center(quote, own)
	return q
}

// lexicalLikeness maps what collate says of two words alone.
func lexicalLikeness(v float64) float64 {
	switch {
	case v >= 0.9:
		return 0.95
	case v >= 0.75:
		return tune.synonym
	case v >= 0.6:
		return tune.akin
	case v >= 0.5:
		return tune.broader
	}
	return 0
}

// likeness tells how alike two words are by spelling, stems, scenes and places
// in the space of meanings, 0 to 1.
func likeness(a, b *word) float64 {
	if a.fig || b.fig {
		return 0
	}
	if a.key == b.key || a.phrase != "" && a.phrase == b.phrase {
		return 1
	}
	if a.light || b.light {
		return 0
	}
	// Words of one family share their beginning: migrate, migration.
	n := 0
	for n < len(a.key) && n < len(b.key) && a.key[n] == b.key[n] {
		n++
	}
	if shorter, longer := min(len(a.key), len(b.key)), max(len(a.key), len(b.key)); n >= 4 && n*4 >= shorter*3 && longer-n <= 5 {
		return 0.5 + 0.4*float64(n)/float64(longer)
	}
	v := 0.0
	if common(a.groups, b.groups) {
		v = tune.grouped
	}
	if c := senses().cosine(a.sense, b.sense); c > tune.far {
		v = max(v, tune.sense*(c-tune.far)/(1-tune.far))
	}
	return v
}

// alike tells how alike a token of the quote and one of an article are.
func (q *query) alike(i int, t *token) float64 {
	a := &q.quote[i]
	if a.fig == nil && t.fig == nil {
		v := q.like[i*len(q.words)+int(t.id)]
		if v < 1 && a.name && t.name {
			v *= tune.names
		}
		return v
	}
	if a.fig == nil || t.fig == nil {
		return 0
	}
	switch figure.Compare(*a.fig, *t.fig) {
	case figure.Same:
		return 1
	case figure.Compatible:
		return tune.compatible
	case figure.Conflict:
		return tune.conflict
	}
	if a.key == t.key {
		return 0.75
	}
	return 0
}

// center returns the mean of the places of the words that carry meaning, each by
// its weight; nil if none of them has one.
func center(tokens []token, ws []word) []float64 {
	l := senses()
	var c []float64
	for i := range tokens {
		s := ws[i].sense
		if s < 0 || tokens[i].light {
			continue
		}
		if c == nil {
			c = make([]float64, l.dims)
		}
		w := tokens[i].weight / float64(l.length[s])
		for k, b := range []byte(l.places[int(s)*l.dims : (int(s)+1)*l.dims]) {
			c[k] += w * float64(int8(b))
		}
	}
	return c
}
