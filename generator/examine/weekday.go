package examine

import (
	"fmt"
	"slices"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// WeekdayMismatch is the kind of a finding: a weekday that does not fit its
// date.
const WeekdayMismatch = "weekday-mismatch"

// gregorian is the year from which on no country counts its days by the Julian
// calendar any more.
const gregorian = 1924

// weekdayMismatch compares each weekday with the date written beside it. Where
// the year was taken from the publication date, the sentence says so; far from
// the date of the document it is then left alone, since the text may look back
// to that year. The same words again in one article say nothing new.
func weekdayMismatch(c *calendar, article factcheck.Article) []factcheck.Finding {
	var findings []factcheck.Finding
	told := map[string]bool{}
	for _, s := range c.article[article.ID] {
		e := s.Expression
		if !e.Mismatch || e.Earliest.IsZero() || told[c.words(s)] {
			continue
		}
		if !e.Explicit && (c.ofAnotherYear(s) || !c.monthBeside(s) || farFromHome(e, article.Published.Day)) {
			continue
		}
		if old := e.Earliest; old.Year < gregorian && old.JulianWeekday() == e.Weekday || old.Year < 1583 || containsFold(c.text(s)[s.Sentence.Start:s.Sentence.End], "old calendar") || containsFold(c.text(s)[s.Sentence.Start:s.Sentence.End], "old style") {
			continue // Friday, 13 October 1307, as its own time counted
		}
		told[c.words(s)] = true
		f := factcheck.Finding{
			Kind: WeekdayMismatch, Severity: factcheck.Major, Certainty: factcheck.Hard, Status: factcheck.Proposed,
			Summary: fmt.Sprintf("%s writes %s, but %s was a %s.", called(c.room, &article), quoted(c.words(s)), factcheck.SpellDay(e.Earliest), e.ActualWeekday),
			Why:     "Either the weekday or the date is wrong, and with it the day of what the sentence reports.",
		}
		f.Arithmetic = nearestOf(e)
		if e.Earliest.Year < gregorian {
			f.Certainty = factcheck.Soft
			f.Arithmetic += " That is by the calendar of today."
		}
		if !e.Explicit {
			f.Certainty = factcheck.Soft
			f.Summary = fmt.Sprintf("%s writes %s; in %d, the year of the document, that day was a %s.",
				called(c.room, &article), quoted(c.words(s)), e.Earliest.Year, e.ActualWeekday)
			f.Why = "Either the weekday or the date is wrong, unless another year is meant."
		}
		f.Evidence = append(f.Evidence, c.quote(s, ""))
		if !e.Explicit {
			f.Evidence = append(f.Evidence, dated(&article, "the date that the document bears")...)
		}
		findings = append(findings, f)
	}
	return findings
}

// monthBeside reports whether the sentence writes the month: “on the 30th, a
// Sunday” leaves it open.
func (c *calendar) monthBeside(s factcheck.DateStatement) bool {
	return containsFold(c.text(s)[s.Sentence.Start:s.Sentence.End], s.Expression.Earliest.Month.String()[:3]) ||
		slices.ContainsFunc(words.Tokens(c.words(s)), func(t words.Token) bool { return t.Kind == words.Number })
}

// farFromHome reports a day without its year that lies weeks from the date of the
// document and fits one of the years around: the text looks back to that year.
func farFromHome(e timex.Expression, published timex.Day) bool {
	if published.IsZero() || abs(nearestYear(e.Earliest, published).Sub(published)) <= 45 {
		return false
	}
	return len(timex.FitYears(e.Weekday, e.Earliest.Month, e.Earliest.Day, published.Year-4, published.Year+1)) > 0
}

// ofAnotherYear reports a sentence about the year before or after, in which the
// weekday is right: “next year’s race, on Sunday, April 26”.
func (c *calendar) ofAnotherYear(s factcheck.DateStatement) bool {
	e := s.Expression
	sentence := c.text(s)[s.Sentence.Start:s.Sentence.End]
	for _, y := range timex.FitYears(e.Weekday, e.Earliest.Month, e.Earliest.Day, e.Earliest.Year-1, e.Earliest.Year+1) {
		if y < e.Earliest.Year && (containsFold(sentence, "last year") || containsFold(sentence, "previous year")) ||
			y > e.Earliest.Year && (containsFold(sentence, "next year") || containsFold(sentence, "following year")) {
			return true
		}
	}
	return false
}

// nearestOf says where the nearest day of the written weekday lies.
func nearestOf(e timex.Expression) string {
	ahead := (int(e.Weekday) - int(e.Earliest.Weekday()) + 7) % 7
	if ahead > 3 {
		ahead -= 7
	}
	near := e.Earliest.Add(ahead)
	return fmt.Sprintf("%s was a %s; the nearest %s, %s, is %s it.", factcheck.SpellDay(e.Earliest), e.ActualWeekday, e.Weekday, factcheck.SpellDay(near), aside(near, e.Earliest))
}
