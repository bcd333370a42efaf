package inspect

import (
	"fmt"

	"crosscheck/generator/engine/timex"
)

var dates = Call{
	Name:   "dates",
	Help:   "finds the date expressions of a text and what they mean (TIMEX3)",
	In:     `{"doc","published","text"}`,
	Out:    `{"doc","timexes":[{"start","end","text","type","value","earliest"?,"latest"?,"tense"?,"reason"?,"weekday"?,"actual_weekday"?,"ambiguous"?,"candidates"?:[{"value","earliest"?,"latest"?}]}]}`,
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

	// The days that it covers, ISO dates, and why this reading was chosen among
	// the candidates, itself the first.
	Earliest   string            `json:"earliest,omitempty"`
	Latest     string            `json:"latest,omitempty"`
	Tense      string            `json:"tense,omitempty"` // past or future
	Reason     string            `json:"reason,omitempty"`
	Candidates []candidateAnswer `json:"candidates,omitempty"`
	// The weekday as written, and that of the date beside it where they differ.
	Weekday       string `json:"weekday,omitempty"`
	ActualWeekday string `json:"actual_weekday,omitempty"`
	Ambiguous     bool   `json:"ambiguous,omitempty"` // day and month may be the other way round
}

type candidateAnswer struct {
	Value    string `json:"value"`
	Earliest string `json:"earliest,omitempty"`
	Latest   string `json:"latest,omitempty"`
}

func timexOf(s span, text string, e timex.Expression) timexAnswer {
	a := timexAnswer{
		span: s, Text: text, Type: e.Type, Value: e.Value,
		Earliest: e.Earliest.String(), Latest: e.Latest.String(), Reason: e.Reason, Ambiguous: e.Ambiguous,
	}
	switch e.Tense {
	case timex.TensePast:
		a.Tense = "past"
	case timex.TenseFuture:
		a.Tense = "future"
	}
	if e.HasWeekday {
		a.Weekday = e.Weekday.String()
	}
	if e.Mismatch {
		a.ActualWeekday = e.ActualWeekday.String()
	}
	for _, c := range e.Candidates {
		a.Candidates = append(a.Candidates, candidateAnswer{c.Value, c.Earliest.String(), c.Latest.String()})
	}
	return a
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
		a.Timexes = append(a.Timexes, timexOf(count.span(e.Start, e.End), q.Text[e.Start:e.End], e))
	}
	return a, nil
}
