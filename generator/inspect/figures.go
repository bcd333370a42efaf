package inspect

import (
	"encoding/json"

	"crosscheck/generator/engine/figure"
	"crosscheck/generator/engine/timex"
	"crosscheck/generator/words"
)

var figures = Call{
	Name:   "figures",
	Help:   "finds the numbers of a text and what they count",
	In:     `{"doc","text"}`,
	Out:    `{"doc","figures":[{"start","end","text","value","unit"}]}`,
	answer: findFigures,
}

type figuresAnswer struct {
	Doc     any            `json:"doc"`
	Figures []figureAnswer `json:"figures"`
}

type figureAnswer struct {
	span
	Text  string      `json:"text"`
	Value json.Number `json:"value"`
	Unit  string      `json:"unit"`
}

func findFigures(line []byte) (any, error) {
	var q struct {
		Doc  any    `json:"doc"`
		Text string `json:"text"`
	}
	if err := decode(line, &q, "text"); err != nil {
		return nil, err
	}
	// Dates are no figures; a duration counts days or years and stays.
	var dates []words.Span
	for _, e := range timex.Tag(q.Text, timex.Options{}) {
		if e.Type != timex.Duration {
			dates = append(dates, words.Span{Start: e.Start, End: e.End})
		}
	}
	count := counter{text: q.Text}
	a := figuresAnswer{q.Doc, []figureAnswer{}}
	for _, f := range figure.Find(q.Text, dates...) {
		a.Figures = append(a.Figures, figureAnswer{count.span(f.Start, f.End), q.Text[f.Start:f.End], json.Number(f.Decimal()), f.Unit})
	}
	return a, nil
}
