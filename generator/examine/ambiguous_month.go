package examine

import (
	"fmt"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// AmbiguousMonth is the kind of a finding: a month named without a year in a
// document that was published in a month of that name.
const AmbiguousMonth = "ambiguous-month"

// ambiguousMonth reports “in September” in a document of September: it may be
// the month of publication or the same month of the year before. “This”,
// “last” and “next” decide, and so does a year; days of the month of
// publication are plain and do not count. What other documents of the story
// say of a month of that name stands beside it.
func ambiguousMonth(c *calendar, article factcheck.Article) []factcheck.Finding {
	published := article.Published.Day
	if published.IsZero() {
		return nil
	}
	var findings []factcheck.Finding
	told := map[string]bool{}
	for _, s := range c.in(article.ID, factcheck.Body) {
		e := s.Expression
		if told[c.words(s)] {
			continue // the same words again in one article say nothing new
		}
		if e.Grain != timex.GrainMonth || e.Explicit || e.Earliest.IsZero() || e.Earliest.Month != published.Month {
			continue
		}
		if e.Reason == timex.ReasonThis || e.Reason == timex.ReasonLast || e.Reason == timex.ReasonNext || !namesMonth(c.words(s), published) {
			continue
		}
		if around := c.around(s); !pointsTo(around.last(1)) || recurs(around) {
			continue
		}
		told[c.words(s)] = true
		f := factcheck.Finding{
			Kind: AmbiguousMonth, Severity: factcheck.Major, Certainty: factcheck.Soft, Status: factcheck.Proposed,
			Summary: fmt.Sprintf("%s, dated %s, writes %s without a year: it may mean %s %d or %s %d.",
				called(c.room, &article), factcheck.SpellDay(published), quoted(c.words(s)),
				published.Month, published.Year, published.Month, published.Year-1),
			Arithmetic: fmt.Sprintf("Between %s %d and %s %d lies a year.", published.Month, published.Year-1, published.Month, published.Year),
			Why:        fmt.Sprintf("If %s %d is meant, it was a matter of weeks; if %s %d, of a year.", published.Month, published.Year, published.Month, published.Year-1),
		}
		f.Evidence = append(f.Evidence, c.quote(s, "the month without a year"))
		f.Evidence = append(f.Evidence, dated(&article, "the date that the document bears")...)
		f.Evidence = append(f.Evidence, sameMonthElsewhere(c, article.ID, published)...)
		findings = append(findings, f)
	}
	return findings
}

// pointsTo reports a word by which a month is one of the calendar, and not the
// end of a season that comes every year.
func pointsTo(w string) bool {
	switch w {
	case "in", "since", "early", "late", "mid", "of", "during", "until", "by":
		return true
	}
	return false
}

// recurs reports a sentence about every year.
func recurs(s surroundings) bool {
	for _, list := range [2][]string{s.before, s.after} {
		for _, w := range list {
			switch w {
			case "annual", "annually", "every", "each", "usually", "normally", "typically", "traditionally", "always", "yearly":
				return true
			}
		}
	}
	return false
}

// maxElsewhere bounds what other articles add to the evidence.
const maxElsewhere = 4

// sameMonthElsewhere quotes what other articles of the story say of a month of
// that name in sentences of their own, if they tell the year.
func sameMonthElsewhere(c *calendar, article string, published timex.Day) []factcheck.Evidence {
	var found []factcheck.Evidence
	for i := range c.story.Articles {
		a := &c.story.Articles[i]
		if a.ID == article {
			continue
		}
		for _, s := range c.in(a.ID, factcheck.Body) {
			if s.Expression.Grain != timex.GrainMonth || !namesMonth(c.words(s), published) {
				continue
			}
			note := fmt.Sprintf("%s writes %s", called(c.room, a), quoted(c.words(s)))
			if known(s) {
				note += fmt.Sprintf(": %s %d", s.Expression.Earliest.Month, s.Expression.Earliest.Year)
			}
			e := c.quote(s, note)
			e.Beside = true
			if found = append(found, e); len(found) == maxElsewhere {
				return found
			}
		}
	}
	return found
}

// namesMonth reports whether words name the month of the given day.
func namesMonth(words string, day timex.Day) bool {
	return containsFold(words, day.Month.String()[:3])
}
