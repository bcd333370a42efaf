package examine

import (
	"fmt"
	"strings"

	"crosscheck/generator/factcheck"
)

// EventConflict is the kind of a finding: the same event put on different days
// by two documents, or twice over by one.
const EventConflict = "event-conflict"

// How much the clauses around two dates must have in common to tell of one
// event: words that carry meaning, and their share of the shorter clause.
const (
	eventWords  = 3
	eventShare  = 0.6
	insideWords = 4 // within one document, which may well tell of two things alike
	insideShare = 0.75
)

// apartInTime is how many days may lie between the dates of two documents whose
// “on Sunday” can still be one Sunday.
const apartInTime = 10

// sameEvent compares the clauses around all dates of a story, across documents
// and within each: where they tell of one event and their days exclude each
// other, a reader should know. “Next week” and “in two days” count with the days
// that they mean, so that an appointment is held against what came of it. Silent
// are clauses that speak of a change of plan or of a repetition, that count
// differently or begin what the other ends, and days inside quotation marks that
// are counted from the day of the speech.
func sameEvent(c *calendar) []factcheck.Finding {
	var findings []factcheck.Finding
	told := map[[2]string]bool{}
	for _, p := range c.events {
		f, ok := c.eventConflict(p.a, p.b)
		if !ok {
			continue
		}
		// One finding for two documents and two days, however often they tell it.
		key := [2]string{p.a.where() + p.a.days(), p.b.where() + p.b.days()}
		if !told[key] {
			told[key] = true
			findings = append(findings, f)
		}
	}
	return findings
}

// eventConflict writes the finding for two mentions whose days exclude each
// other.
func (c *calendar) eventConflict(a, b *mention) (factcheck.Finding, bool) {
	f := factcheck.Finding{Kind: EventConflict, Severity: factcheck.Major, Certainty: factcheck.Soft, Status: factcheck.Proposed}
	two := c.story.Article(b.where())
	one := two
	if a.event == nil {
		one = c.story.Article(a.where())
		if a.s.Sentence == b.s.Sentence || sameSide(c.words(a.s), c.words(b.s)) {
			return f, false
		}
		if one != two && !one.Published.Day.IsZero() && !two.Published.Day.IsZero() && abs(one.Published.Day.Sub(two.Published.Day)) > apartInTime && (relative(a.s) || relative(b.s)) {
			return f, false
		}
	}
	switch {
	case a.first.IsZero() || b.first.IsZero():
		// A document without a date gives only the weekday.
		x, y := a, b
		if !x.first.IsZero() {
			x, y = y, x
		}
		if !x.s.Expression.HasWeekday {
			return f, false // “tomorrow” of an unknown day
		}
		weekday := y.s.Expression.Weekday
		switch {
		case !y.first.IsZero() && y.first == y.last:
			weekday = y.first.Weekday()
		case !y.first.IsZero() || !y.s.Expression.HasWeekday:
			return f, false
		}
		if x.s.Expression.Weekday == weekday {
			return f, false
		}
		if !y.first.IsZero() {
			f.Arithmetic = fmt.Sprintf("%s is not a %s.", factcheck.SpellWeekday(y.first), x.s.Expression.Weekday)
		} else {
			f.Arithmetic = fmt.Sprintf("Neither document is dated, but a %s is not a %s.", x.s.Expression.Weekday, weekday)
		}
	case a.last.Before(b.first) || b.last.Before(a.first):
		f.Arithmetic = gap(a.first, a.last, b.first, b.last)
	default:
		return f, false
	}
	meant := func(m *mention) string {
		if m.first.IsZero() {
			return quoted(c.words(m.s))
		}
		return fmt.Sprintf("%s (%s)", quoted(c.words(m.s)), period(m.first, m.last))
	}
	f.Why = "If both speak of one event, one of the days is wrong, a plan was changed, or the places lie in different time zones."
	switch {
	case a.event != nil:
		f.Summary = fmt.Sprintf("%s has it on %s; this site dates what seems to be the same event %s: %s.", called(c.room, two), meant(b), period(a.first, a.last), quoted(a.event.Name))
		f.Why = "If both mean one event, the document, the date of the document or the date on this site is wrong."
		f.Evidence = []factcheck.Evidence{c.quote(b.s, "")}
		return f, true
	case one != two:
		f.Summary = fmt.Sprintf("%s puts what seems to be one event on %s, %s on %s.", called(c.room, one), meant(a), called(c.room, two), meant(b))
	default:
		f.Summary = fmt.Sprintf("%s puts what seems to be one event on %s and on %s.", called(c.room, one), meant(a), meant(b))
		f.Why = "If both sentences speak of one event, one of the days is wrong."
	}
	f.Evidence = []factcheck.Evidence{c.quote(a.s, ""), c.quote(b.s, "")}
	return f, true
}

// sameSide reports the word “today” in both: each document's own day, of which
// it tells its own news.
func sameSide(a, b string) bool {
	return strings.EqualFold(a, "today") && strings.EqualFold(b, "today")
}
