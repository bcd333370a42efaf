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
	Out:    `{"doc","figures":[{"start","end","text","value","unit","high"?,"kind","modifier"?,"of"?,"currency"?,"fate"?}]}`,
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

	High     json.Number `json:"high,omitempty"` // the upper end of a range
	Kind     string      `json:"kind"`
	Modifier string      `json:"modifier,omitempty"`
	Of       string      `json:"of,omitempty"`       // what a percentage or share is taken of
	Currency string      `json:"currency,omitempty"` // ISO 4217
	Fate     string      `json:"fate,omitempty"`     // what befell the people counted
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
		answer := figureAnswer{
			span: count.span(f.Start, f.End), Text: q.Text[f.Start:f.End], Value: json.Number(f.Decimal()), Unit: f.Unit,
			Kind: string(f.Kind), Modifier: string(f.Modifier), Of: f.Of, Currency: f.Currency, Fate: string(f.Fate),
		}
		if f.Range {
			answer.High = json.Number(figure.Figure{Value: f.High}.Decimal())
		}
		a.Figures = append(a.Figures, answer)
	}
	return a, nil
}
