package examine

import (
	"fmt"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// BothTenses is the kind of a finding: an undated document for which one and
// the same weekday is past in one sentence and still to come in another.
const BothTenses = "both-tenses"

// bothTenses looks, in documents without a date, for a bare weekday beside a
// verb of saying in the past and for the same weekday in the future. Both are
// true of a text written on that day alone. A dated document tells which Sundays
// it means, and is left alone; so are quotations and “next Sunday”.
func bothTenses(c *calendar, article factcheck.Article) []factcheck.Finding {
	if article.Published.Known() {
		return nil
	}
	var past, future [7]*factcheck.DateStatement
	for _, s := range c.in(article.ID, factcheck.Body) {
		e := s.Expression
		if e.Grain != timex.GrainDay || !bareWeekday(e) || e.Dateline || c.speech(s) || e.Reason == timex.ReasonLast || e.Reason == timex.ReasonNext {
			continue
		}
		around := c.around(s)
		switch {
		case around.last(1) != "on":
		case e.Tense == timex.TensePast && besideSaying(c.text(s), s) && past[e.Weekday] == nil:
			past[e.Weekday] = &s
		case e.Tense == timex.TenseFuture && aheadOf(around) && future[e.Weekday] == nil:
			future[e.Weekday] = &s
		}
	}
	for day := range past {
		was, willBe := past[day], future[day]
		if was == nil || willBe == nil {
			continue
		}
		return []factcheck.Finding{{
			Kind: BothTenses, Severity: factcheck.Minor, Certainty: factcheck.Soft, Status: factcheck.Proposed,
			Summary:    fmt.Sprintf("%s tells of %s as past, and of %s as still to come.", called(c.room, &article), quoted(c.words(*was)), quoted(c.words(*willBe))),
			Arithmetic: fmt.Sprintf("Both are true of a text written on that %s; a day later, the second would be past as well, or mean another %s.", was.Expression.Weekday, was.Expression.Weekday),
			Why:        "The text may have been put together from reports of different days.",
			Evidence:   []factcheck.Evidence{c.quote(*was, "as past"), c.quote(*willBe, "as still to come")},
		}}
	}
	return nil
}

// aheadOf reports words of the present by which what follows is still to come:
// “is set to continue on”, “is expected on”.
func aheadOf(s surroundings) bool {
	for n := 1; n <= 9; n++ {
		switch s.last(n) {
		case "will", "shall":
			return true
		case "set", "due", "expected", "scheduled", "going", "planned":
			w := s.last(n + 1)
			return w == "is" || w == "are"
		case "was", "were", "had", "would":
			return false
		}
	}
	return false
}
