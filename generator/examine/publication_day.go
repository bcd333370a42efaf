package examine

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// PublicationDay is the kind of a finding: a document whose opening names as
// the day of its news a weekday far from the day of its own date.
const PublicationDay = "publication-day"

// publicationDay looks at the first weekday that the opening of an article
// names in the past tense. The opening of an agency's report names the day of
// publication first in 87 of 100 cases, the day before or after in 12 (counted
// over 2,128 reports); other days are rare, though possible. Silent are openings
// that name a date or count from “last” or “next”, what is said in quotation
// marks, the Friday or Saturday of which a document of the weekend or a Monday
// tells, a distance of two days, and documents that also tell of the day of their
// date or the day before.
func publicationDay(c *calendar, article factcheck.Article) []factcheck.Finding {
	published := article.Published.Day
	if published.IsZero() || c.doubtful[article.ID] {
		return nil
	}
	news, ok := newsWeekday(c, &article)
	if !ok {
		return nil
	}
	e := news.Expression
	back := (int(published.Weekday()) - int(e.Weekday) + 7) % 7
	switch {
	case back <= 2 || back == 6:
		return nil
	case published.Weekday() <= 1 && back <= 3: // Sunday or Monday, telling of the days before
		return nil
	}
	for _, s := range c.in(article.ID, factcheck.Body) {
		// A text that tells of the day of its date, or the day before, is of then.
		if e := s.Expression; bareWeekday(e) && e.Tense == timex.TensePast && !c.speech(s) && (c.around(s).last(1) == "on" || besideSaying(c.text(s), s)) {
			if ago := (int(published.Weekday()) - int(e.Weekday) + 7) % 7; ago <= 1 {
				return nil
			}
		}
	}
	told := published.Add(-back)
	f := factcheck.Finding{
		Kind: PublicationDay, Severity: factcheck.Minor, Certainty: factcheck.Soft, Status: factcheck.Proposed,
		Summary: fmt.Sprintf("%s is dated %s, but opens with the news of %s.",
			called(c.room, &article), factcheck.SpellWeekday(published), quoted(c.words(news))),
		Arithmetic: fmt.Sprintf("The last %s before that date was %s, %s before. A report that opens with %s is mostly of that day or the next; the nearest such dates are %s and %s.",
			e.Weekday, factcheck.SpellDay(told), days(back), e.Weekday, factcheck.SpellWeekday(told), factcheck.SpellWeekday(told.Add(7))),
		Why:      "News is mostly told within a day. The text may be older or younger than its date, and then its “yesterday” and “last week” mean other days.",
		Evidence: append([]factcheck.Evidence{c.quote(news, "the first day that the opening names")}, dated(&article, "the date that the document bears")...),
	}
	f.Evidence = append(f.Evidence, c.fittingCompanions(article.ID, told)...)
	return []factcheck.Finding{f}
}

// newsWeekday returns the first day that an article's opening names, if it is a
// bare weekday told as news.
func newsWeekday(c *calendar, a *factcheck.Article) (factcheck.DateStatement, bool) {
	for _, s := range c.in(a.ID, factcheck.Body) {
		e := s.Expression
		if s.Sentence.Start > openingBytes || e.Grain > timex.GrainDay && e.Explicit {
			break
		}
		if e.Dateline && !e.HasWeekday {
			continue // the place and date line of an agency
		}
		switch {
		case !day(s):
			continue
		case !e.HasWeekday || e.Explicit || e.YearInferred || c.speech(s):
			return s, false
		}
		switch e.Reason {
		case timex.ReasonPastTense, timex.ReasonDefaultPast, timex.ReasonSameDay, timex.ReasonNearest:
		default:
			return s, false
		}
		around := c.around(s)
		switch around.last(1) {
		case "on", "late", "early", "said", "told", "announced", "reported", ",":
		case "since", "until", "from", "to", "by", "after", "before", "and", "or", "of", "for", "the", "a", "every", "each", "last", "next", "previous":
			return s, false
		}
		for n := 1; n <= 8; n++ {
			switch around.last(n) {
			case "which", "who", "whose", "where", "when", "(", "after", "before", "following", "as":
				return s, false // the news is another, this its background
			}
		}
		return s, slices.ContainsFunc(around.before, toldAsNews) || besideSaying(c.text(s), s)
	}
	return factcheck.DateStatement{}, false
}

// openingBytes is how far into an article its opening reaches: two sentences
// of an agency's report.
const openingBytes = 320

// toldAsNews reports a past form in which agencies tell news; features go, come
// and give more freely.
func toldAsNews(w string) bool {
	return says(w) || happened(w) || w == "was" || w == "were" || w == "had" || len(w) > 4 && strings.HasSuffix(w, "ed")
}
