package inspect

import (
	"fmt"
	"math"

	"crosscheck/generator/engine/quote"
)

var quotes = Call{
	Name:   "quote",
	Help:   "finds a quote in a text, or what comes nearest",
	In:     `{"text","quote","prefix"?,"suffix"?,"occurrence"?}`,
	Out:    `{"match","passages":[{"start","end"}],"doubts":[…],"nearest"?:{"start","end","score","differences":[{"kind","quote","article"}]}}`,
	answer: findQuote,
}

type quoteAnswer struct {
	Match    quote.Match   `json:"match"`
	Passages []span        `json:"passages"`
	Doubts   []quote.Doubt `json:"doubts"`
	Inside   bool          `json:"inside,omitempty"` // a passage begins or ends inside a word
	Nearest  *nearest      `json:"nearest,omitempty"`
}

type nearest struct {
	span
	Score       float64      `json:"score"`
	Differences []difference `json:"differences"`
}

type difference struct {
	Kind    string `json:"kind"`
	Quote   string `json:"quote"`
	Article string `json:"article"`
}

func findQuote(line []byte) (any, error) {
	var q struct {
		Text       string `json:"text"`
		Quote      string `json:"quote"`
		Prefix     string `json:"prefix"`
		Suffix     string `json:"suffix"`
		Occurrence int    `json:"occurrence"`
	}
	if err := decode(line, &q, "text", "quote"); err != nil {
		return nil, err
	}
	if q.Occurrence < 0 {
		return nil, fmt.Errorf("“occurrence” is %d; it counts from 1", q.Occurrence)
	}
	r := quote.NewText(q.Text).Find(quote.Query{Quote: q.Quote, Prefix: q.Prefix, Suffix: q.Suffix, Occurrence: q.Occurrence})
	count := counter{text: q.Text}
	a := quoteAnswer{Match: r.Match, Passages: []span{}, Doubts: r.Doubts, Inside: r.Inside}
	if a.Doubts == nil {
		a.Doubts = []quote.Doubt{}
	}
	for _, p := range r.Passages {
		a.Passages = append(a.Passages, count.span(p.Start, p.End))
	}
	if n := r.Nearest; n != nil {
		a.Nearest = &nearest{count.span(n.Start, n.End), math.Round(n.Score*1e4) / 1e4, []difference{}}
		for _, d := range n.Differences {
			a.Nearest.Differences = append(a.Nearest.Differences, difference{d.Kind.String(), d.Quote, d.Article})
		}
	}
	return a, nil
}
