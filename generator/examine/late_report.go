package examine

import (
	"fmt"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// LateReport is the kind of a finding: a document that bears a date long after
// the day that it reports as news.
const LateReport = "late-report"

// News names the day of an event by its weekday for a week. Twice that leaves
// room for weeklies and for a piece that was held back.
const longAfter = 14 // days

// leadSentences is how far into an article its news is told.
const leadSentences = 3

// lateReport looks at the days that an article's title and first sentences
// name. A day written with its year is a day looked back upon, so only one
// written without counts (“on Sunday, July 18”). The finding stays silent
// where the lead also names a day close to the publication date: then the
// earlier one is background.
func lateReport(c *calendar, article factcheck.Article) []factcheck.Finding {
	published := article.Published.Day
	if published.IsZero() {
		return nil
	}
	var news *factcheck.DateStatement
	for _, s := range lead(c, &article) {
		if !resolved(s) {
			continue
		}
		gap := published.Sub(s.Expression.Earliest)
		switch {
		case abs(gap) <= longAfter:
			if !relative(s) {
				return nil
			}
		case gap > longAfter && s.Expression.YearInferred && news == nil:
			news = &s
		}
	}
	if news == nil {
		return nil
	}
	day := news.Expression.Earliest
	gap := published.Sub(day)
	f := factcheck.Finding{
		Kind: LateReport, Severity: factcheck.Major, Status: factcheck.Proposed,
		Summary: fmt.Sprintf("%s is dated %s, %d days after the day that its opening reports as news: %s, understood as %s.",
			called(c.room, &article), factcheck.SpellDay(published), gap, quoted(c.words(*news)), factcheck.SpellWeekday(day)),
		Why: "Expressions such as “on Sunday” or “next week” in this document point to different days depending on which of the two dates they are counted from. The document does not say why the dates lie so far apart.",
	}
	f.Evidence = append(dated(&article, "the date that the document bears"), c.quote(*news, "the day that its opening names"))
	for _, s := range c.in(article.ID, factcheck.Body) {
		if !relative(s) || s.Expression.Type == timex.Time && !s.Expression.HasWeekday || !known(s) {
			continue
		}
		note := fmt.Sprintf("%s, counted from the date of the document: %s", quoted(c.words(s)), understood(s))
		if last := &f.Evidence[len(f.Evidence)-1]; last.Passage == s.Sentence {
			last.Note += "; " + note
		} else if len(f.Evidence) < maxRelative {
			f.Evidence = append(f.Evidence, c.quote(s, note))
		}
	}
	c.doubtful[article.ID] = true
	return []factcheck.Finding{f}
}

// maxRelative bounds the evidence: a few sentences show what is at stake.
const maxRelative = 5

// lead returns the date statements of an article's title and first sentences.
func lead(c *calendar, a *factcheck.Article) []factcheck.DateStatement {
	statements := c.in(a.ID, factcheck.Title)
	sentences, last := 0, -1
	for _, s := range c.in(a.ID, factcheck.Body) {
		// Sentences without a date are not counted one by one: a lead is short.
		if s.Sentence.Start > leadBytes {
			break
		}
		if s.Sentence.Start != last {
			last = s.Sentence.Start
			if sentences++; sentences > leadSentences {
				break
			}
		}
		statements = append(statements, s)
	}
	return statements
}

// leadBytes bounds the lead where its first sentences name no day.
const leadBytes = 1200

// relative reports whether a statement is counted from the publication date
// alone: “on Sunday”, “next week”.
func relative(s factcheck.DateStatement) bool {
	e := s.Expression
	switch e.Grain {
	case timex.GrainDay, timex.GrainTime, timex.GrainWeek, timex.GrainWeekend:
		return !e.Explicit && !e.YearInferred
	}
	return false
}

// understood says in words which days a statement was taken to mean.
func understood(s factcheck.DateStatement) string {
	e := s.Expression
	switch {
	case e.Earliest.IsZero():
		return "no day can be told"
	case e.Earliest == e.Latest:
		return factcheck.SpellWeekday(e.Earliest)
	}
	return factcheck.SpellDay(e.Earliest) + " to " + factcheck.SpellDay(e.Latest)
}

func abs(n int) int { return max(n, -n) }
