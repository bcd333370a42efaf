package inspect

import "crosscheck/generator/engine/quotation"

var quotations = Call{
	Name:   "quotations",
	Help:   "finds what quotation marks hold (start, end and text without the marks), who is said to speak, and marks that do not pair off",
	In:     `{"doc","text"}`,
	Out:    `{"doc","quotations":[{"start","end","text","closed","depth","verb"?,"class"?,"speaker"?}],"faults":[{"start","end","kind"}]}`,
	answer: findQuotations,
}

type quotationsAnswer struct {
	Doc        any               `json:"doc"`
	Quotations []quotationAnswer `json:"quotations"`
	Faults     []faultAnswer     `json:"faults"`
}

// A quotationAnswer is a quotation: start and end are those of text, what its
// marks hold.
type quotationAnswer struct {
	span
	Text    string `json:"text"`
	Closed  bool   `json:"closed"` // also where the next paragraph opens it anew
	Depth   int    `json:"depth"`
	Verb    string `json:"verb,omitempty"`
	Class   string `json:"class,omitempty"`
	Speaker string `json:"speaker,omitempty"` // the name, else the words for the speaker
}

type faultAnswer struct {
	span
	Kind string `json:"kind"`
}

func findQuotations(line []byte) (any, error) {
	var q struct {
		Doc  any    `json:"doc"`
		Text string `json:"text"`
	}
	if err := decode(line, &q, "text"); err != nil {
		return nil, err
	}
	read := quotation.Read(q.Text)
	count := counter{text: q.Text}
	a := quotationsAnswer{q.Doc, []quotationAnswer{}, []faultAnswer{}}
	for _, found := range read.Quotations {
		answer := quotationAnswer{
			span: count.span(found.Inner.Start, found.Inner.End), Text: q.Text[found.Inner.Start:found.Inner.End],
			Closed: found.Closed || found.Continues, Depth: found.Depth,
		}
		if found.Saying >= 0 {
			s := read.Sayings[found.Saying]
			answer.Verb, answer.Class, answer.Speaker = s.Lemma, s.Class.String(), s.Speaker.Name
			if answer.Speaker == "" {
				answer.Speaker = q.Text[s.Speaker.Start:s.Speaker.End]
			}
		}
		a.Quotations = append(a.Quotations, answer)
	}
	count = counter{text: q.Text}
	for _, f := range read.Faults {
		a.Faults = append(a.Faults, faultAnswer{count.span(f.Start, f.End), f.Kind.String()})
	}
	return a, nil
}
