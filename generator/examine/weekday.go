package examine

import (
	"fmt"

	"crosscheck/generator/factcheck"
)

// WeekdayMismatch is the kind of a finding: a weekday that does not fit its
// date.
const WeekdayMismatch = "weekday-mismatch"

// weekdayMismatch compares each weekday with the date written beside it. Where
// the year was taken from the publication date, the sentence says so and names
// the nearest year that fits.
func weekdayMismatch(c *calendar, article factcheck.Article) []factcheck.Finding {
	var findings []factcheck.Finding
	for _, s := range c.article[article.ID] {
		e := s.Expression
		if !e.Mismatch || e.Earliest.IsZero() {
			continue
		}
		f := factcheck.Finding{
			Kind: WeekdayMismatch, Severity: factcheck.Major, Status: factcheck.Proposed,
			Summary: fmt.Sprintf("%s writes %s, but %s was a %s.", called(c.room, &article), quoted(c.words(s)), factcheck.SpellDay(e.Earliest), e.ActualWeekday),
			Why:     "Either the weekday or the date is wrong, and with it the day of what the sentence reports.",
		}
		if !e.Explicit {
			f.Summary = fmt.Sprintf("%s writes %s; taken for the year %d, from the date of the document, that day was a %s.",
				called(c.room, &article), quoted(c.words(s)), e.Earliest.Year, e.ActualWeekday)
			f.Why = "The weekday, the date or the year is not what it seems."
		}
		f.Evidence = append(f.Evidence, c.quote(s, ""))
		if !e.Explicit {
			f.Evidence = append(f.Evidence, dated(&article, "the date that the document bears")...)
		}
		findings = append(findings, f)
	}
	return findings
}
