package examine

import (
	"fmt"
	"time"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// AmbiguousOrder is the kind of a finding: a date in figures that British and
// American readers understand differently.
const AmbiguousOrder = "ambiguous-order"

// decided reports whether a weekday or a full date in the same sentence tells
// which of the two readings is meant.
func (c *calendar) decided(s factcheck.DateStatement) bool {
	one := s.Expression.Earliest
	two := timex.Day{Year: one.Year, Month: time.Month(one.Day), Day: int(one.Month)}
	for _, o := range c.inSentence(s) {
		if o.Passage == s.Passage {
			continue
		}
		e := o.Expression
		if e.HasWeekday && (e.Weekday == one.Weekday()) != (e.Weekday == two.Weekday()) || resolved(o) && (e.Earliest == one) != (e.Earliest == two) {
			return true
		}
	}
	return false
}

// format reports a sentence that says itself how its date is written.
func format(sentence string) bool {
	return containsFold(sentence, " format") || containsFold(sentence, " notation") || containsFold(sentence, " style")
}

// ambiguousOrder reports 03/04/2021 where nothing in the document tells which of
// the two numbers is the month. Where the document's other dates decide, the
// engine has decided, and there is nothing to report. A document is reported
// once.
func ambiguousOrder(c *calendar, article factcheck.Article) []factcheck.Finding {
	for _, s := range c.article[article.ID] {
		e := s.Expression
		if !e.Ambiguous || e.Earliest.IsZero() || e.Earliest.Day > 12 || e.Earliest.Day == int(e.Earliest.Month) {
			continue
		}
		if e.HasWeekday || c.decided(s) || format(c.text(s)[s.Sentence.Start:s.Sentence.End]) {
			continue
		}
		one := e.Earliest
		two := timex.Day{Year: one.Year, Month: time.Month(one.Day), Day: int(one.Month)}
		if two.Before(one) {
			one, two = two, one
		}
		f := factcheck.Finding{
			Kind: AmbiguousOrder, Severity: factcheck.Minor, Certainty: factcheck.Soft, Status: factcheck.Proposed,
			Summary:    fmt.Sprintf("%s writes %s, which is %s or %s.", called(c.room, &article), quoted(c.words(s)), factcheck.SpellDay(one), factcheck.SpellDay(two)),
			Arithmetic: distance(one, two),
			Why:        "British papers put the day first, American ones the month; nothing else in the document tells which is meant.",
			Evidence:   []factcheck.Evidence{c.quote(s, "the date in figures")},
		}
		return []factcheck.Finding{f}
	}
	return nil
}
