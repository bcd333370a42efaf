package inspect

import (
	"fmt"

	"crosscheck/generator/engine/suggest"
)

var suggestions = Call{
	Name:   "suggest",
	Help:   "ranks the passages of articles that say the same as a quote",
	In:     `{"quote","articles":[{"id","text"}],"limit"?}`,
	Out:    `{"matches":[{"article","start","end","score"}]}`,
	answer: rankPassages,
}

type suggestAnswer struct {
	Matches []matchAnswer `json:"matches"`
}

type matchAnswer struct {
	Article string `json:"article"`
	span
	Score float64 `json:"score"`
}

func rankPassages(line []byte) (any, error) {
	var q struct {
		Quote    string `json:"quote"`
		Articles []struct {
			ID   *string `json:"id"`
			Text *string `json:"text"`
		} `json:"articles"`
		Limit int `json:"limit"`
	}
	if err := decode(line, &q, "quote", "articles"); err != nil {
		return nil, err
	}
	if q.Limit < 0 {
		return nil, fmt.Errorf("“limit” is %d; it takes a number from 1, or nothing", q.Limit)
	}
	articles := make([]suggest.Article, 0, len(q.Articles))
	places := map[string]*counter{}
	for i, a := range q.Articles {
		switch {
		case a.ID == nil || a.Text == nil:
			return nil, fmt.Errorf("article %d lacks “id” or “text”", i+1)
		case places[*a.ID] != nil:
			return nil, fmt.Errorf("two articles have the id %q", *a.ID)
		}
		places[*a.ID] = &counter{text: *a.Text}
		articles = append(articles, suggest.Article{ID: *a.ID, Text: *a.Text})
	}
	a := suggestAnswer{[]matchAnswer{}}
	for _, m := range suggest.Rank(q.Quote, articles, q.Limit) {
		a.Matches = append(a.Matches, matchAnswer{m.Article, places[m.Article].span(m.Start, m.End), m.Score})
	}
	return a, nil
}
