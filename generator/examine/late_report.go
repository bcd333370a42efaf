package examine

import (
	"fmt"
	"strings"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// LateReport is the kind of a finding: a document that bears a date long after
// the day that its opening tells of.
const LateReport = "late-report"

// News names the day of an event by its weekday for a week. Twice that leaves
// room for weeklies and for a piece that was held back.
const longAfter = 14 // days

// leadSentences is how far into an article its news is told.
const leadSentences = 3

// lateReport looks at the days that an article's title and first sentences
// name. What counts is a day in the form of fresh news: with its weekday
// (“Sunday, July 18”) or beside a verb of saying, and without its year. Silent
// are the openings in which that day is background: a nearer day, or a weekday
// that cannot be its, stands beside it; it hangs on a preposition (“the fire
// of”, “since”).
func lateReport(c *calendar, article *factcheck.Article) (f factcheck.Finding, ok bool) {
	published := article.Published.Day
	if published.IsZero() {
		return f, false
	}
	opening := lead(c, article)
	var news *factcheck.DateStatement
	for _, s := range opening {
		if !resolved(s) || relative(s) || s.Expression.Reason == timex.ReasonContext || containsFold(c.words(s), " year") {
			continue
		}
		gap := published.Sub(s.Expression.Earliest)
		if abs(gap) <= longAfter {
			return f, false
		}
		if near := nearestYear(s.Expression.Earliest, published); s.Expression.YearInferred && !s.Expression.HasWeekday && abs(near.Sub(published)) <= longAfter {
			return f, false // a day of this month, whatever the tense made of its year
		}
		if gap > longAfter && news == nil && (s.Expression.Dateline || s.Expression.YearInferred && fresh(article, s)) {
			news = &s
		}
	}
	if news == nil {
		return f, false
	}
	for _, s := range opening {
		if relative(s) && day(s) && !(s.Expression.HasWeekday && s.Expression.Weekday == news.Expression.Earliest.Weekday()) {
			return f, false
		}
	}
	day := news.Expression.Earliest
	gap := published.Sub(day)
	f = factcheck.Finding{
		Kind: LateReport, Severity: factcheck.Major, Certainty: factcheck.Soft, Status: factcheck.Proposed,
		Summary: fmt.Sprintf("%s is dated %s, %d days after the day that its opening tells of: %s, understood as %s.",
			called(c.room, article), factcheck.SpellDay(published), gap, quoted(c.words(*news)), factcheck.SpellWeekday(day)),
		Arithmetic: distance(day, published),
		Why:        "Expressions such as “on Sunday” or “next week” in this document point to different days depending on which of the two dates they are counted from. The document does not say why the dates lie so far apart.",
	}
	if news.Expression.Dateline {
		f.Summary = fmt.Sprintf("%s is dated %s, %d days after the line of place and date with which it opens: %s.",
			called(c.room, article), factcheck.SpellDay(published), gap, quoted(c.words(*news)))
	}
	f.Evidence = append(dated(article, "the date that the document bears"), c.quote(*news, "the day that its opening names"))
	for _, s := range c.in(article.ID, factcheck.Body) {
		if !relative(s) || s.Expression.Type == timex.Time && !s.Expression.HasWeekday || !known(s) {
			continue
		}
		note := fmt.Sprintf("%s, counted from the date of the document: %s", quoted(c.words(s)), understood(s))
		if last := &f.Evidence[len(f.Evidence)-1]; last.Passage == s.Sentence {
			last.Note += "; " + note
		} else if len(f.Evidence) < maxRelative {
			e := c.quote(s, note)
			e.Beside = true
			f.Evidence = append(f.Evidence, e)
		}
	}
	for _, e := range c.fittingCompanions(article.ID, day) {
		f.Evidence = add(f.Evidence, e)
	}
	return f, true
}

// maxRelative bounds the evidence: a few sentences show what is at stake.
const maxRelative = 5

// fresh reports whether a day is told as news is told: with its weekday or
// beside a verb of saying, and not as what something else is counted from.
func fresh(a *factcheck.Article, s factcheck.DateStatement) bool {
	text := a.Text(s.Passage.Part)
	before := words.Tokens(text[s.Sentence.Start:s.Passage.Start])
	if n := len(before); n > 0 {
		last := before[n-1]
		switch strings.ToLower(text[s.Sentence.Start+last.Start : s.Sentence.Start+last.End]) {
		case "of", "since", "after", "before", "until", "till", "from", "following", "by", "the", "between", "for", "to":
			return false
		}
	}
	return s.Expression.HasWeekday || besideSaying(text, s)
}

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
