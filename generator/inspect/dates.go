package inspect

import (
	"fmt"

	"crosscheck/generator/engine/timex"
)

var dates = Call{
	Name:   "dates",
	Help:   "finds the date expressions of a text and what they mean (TIMEX3)",
	In:     `{"doc","published","text"}`,
	Out:    `{"doc","timexes":[{"start","end","text","type","value"}]}`,
	answer: tagDates,
}

type datesAnswer struct {
	Doc     any           `json:"doc"`
	Timexes []timexAnswer `json:"timexes"`
}

type timexAnswer struct {
	span
	Text  string     `json:"text"`
	Type  timex.Type `json:"type"`
	Value string     `json:"value"`
}

func tagDates(line []byte) (any, error) {
	var q struct {
		Doc       any    `json:"doc"`
		Published string `json:"published"`
		Text      string `json:"text"`
	}
	if err := decode(line, &q, "text"); err != nil {
		return nil, err
	}
	o := timex.Options{}
	if q.Published != "" {
		day, ok := timex.ParseDay(q.Published)
		if !ok {
			return nil, fmt.Errorf("“published” is %q; it takes a date as 2021-07-18, or nothing", q.Published)
		}
		o.Published = day
	}
	count := counter{text: q.Text}
	a := datesAnswer{q.Doc, []timexAnswer{}}
	for _, e := range timex.Tag(q.Text, o) {
		a.Timexes = append(a.Timexes, timexAnswer{count.span(e.Start, e.End), q.Text[e.Start:e.End], e.Type, e.Value})
	}
	return a, nil
}
