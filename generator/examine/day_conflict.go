package examine

import (
	"fmt"
	"slices"
	"time"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// DayConflict is the kind of a finding: two documents put the same thing on
// different days.
const DayConflict = "day-conflict"

// dayConflict compares, between the sources of a claim and with the claim's
// said_on, (1) the days that stand at the same place of the aligned wordings,
// and (2) the days beside the verbs of saying that bring the quotes in. A
// document without a date gives only a weekday; then weekdays are compared.
// Days elsewhere in the sentence may belong to something else and are left
// alone.
func dayConflict(c *calendar, e *factcheck.ExaminedCase) []factcheck.Finding {
	findings := alignedDays(c, e)
	if f, ok := saidDays(c, e); ok && !slices.ContainsFunc(findings, func(o factcheck.Finding) bool { return sameEvidence(o, f) }) {
		findings = append(findings, f)
	}
	return findings
}

// sameEvidence reports whether two findings quote the same passages.
func sameEvidence(a, b factcheck.Finding) bool {
	return slices.EqualFunc(a.Evidence, b.Evidence, func(x, y factcheck.Evidence) bool { return x.Passage == y.Passage })
}

// A dayStatement is a statement with the witness that makes it.
type dayStatement struct {
	witness *factcheck.Witness
	factcheck.DateStatement
}

// alignedDays compares the statements in the cells of each row.
func alignedDays(c *calendar, e *factcheck.ExaminedCase) []factcheck.Finding {
	var findings []factcheck.Finding
	for _, row := range e.Table.Rows {
		var days []dayStatement
		for i, cell := range row.Cells {
			if cell.Empty() {
				continue
			}
			w := &e.Witnesses[i]
			p, ok := part(w, cell.Start, cell.End)
			if !ok {
				continue
			}
			for _, s := range c.article[p.Article] {
				if s.Passage.Part == p.Part && s.Passage.Start >= p.Start && s.Passage.Start < p.End && c.compared(s) {
					days = append(days, dayStatement{w, s})
					break
				}
			}
		}
		a, b, ok := clash(c, days)
		if !ok {
			continue
		}
		f := factcheck.Finding{
			Kind: DayConflict, Severity: factcheck.Major, Certainty: factcheck.Soft, Status: factcheck.Proposed, Claim: e.Claim.ID,
			Arithmetic: c.apartBy(a.DateStatement, b.DateStatement),
			Summary: fmt.Sprintf("In the same sentence, %s has %s (%s) and %s has %s (%s).",
				called(c.room, c.story.Article(a.Passage.Article)), quoted(c.words(a.DateStatement)), understood(a.DateStatement),
				called(c.room, c.story.Article(b.Passage.Article)), quoted(c.words(b.DateStatement)), understood(b.DateStatement)),
			Why:      "If both speak of the same event, one of the two days is wrong.",
			Evidence: []factcheck.Evidence{c.quote(a.DateStatement, ""), c.quote(b.DateStatement, "")},
		}
		findings = append(findings, f)
	}
	return findings
}

// saidDays compares the days on which the sources say that the claim was made.
func saidDays(c *calendar, e *factcheck.ExaminedCase) (factcheck.Finding, bool) {
	var days []dayStatement
	for i := range e.Witnesses {
		if s, ok := saidDay(c, &e.Witnesses[i]); ok {
			days = append(days, dayStatement{&e.Witnesses[i], s})
		}
	}
	f := factcheck.Finding{
		Kind: DayConflict, Severity: factcheck.Major, Certainty: factcheck.Soft, Status: factcheck.Proposed, Claim: e.Claim.ID,
		Why: "The sources, or the source and this page, do not put the statement on the same day.",
	}
	if a, b, ok := clash(c, days); ok {
		f.Summary = fmt.Sprintf("%s puts the statement on %s (%s), %s on %s (%s).",
			called(c.room, c.story.Article(a.Passage.Article)), quoted(c.words(a.DateStatement)), understood(a.DateStatement),
			called(c.room, c.story.Article(b.Passage.Article)), quoted(c.words(b.DateStatement)), understood(b.DateStatement))
		f.Arithmetic = c.apartBy(a.DateStatement, b.DateStatement)
		f.Evidence = []factcheck.Evidence{c.quote(a.DateStatement, ""), c.quote(b.DateStatement, "")}
		return f, true
	}
	said := e.Claim.SaidOn.Day
	if said.IsZero() {
		return f, false
	}
	for _, d := range days {
		if differ(c, d.DateStatement, said, said.Weekday()) {
			f.Summary = fmt.Sprintf("%s puts the statement on %s (%s); this page gives %s.",
				called(c.room, c.story.Article(d.Passage.Article)), quoted(c.words(d.DateStatement)), understood(d.DateStatement), factcheck.SpellWeekday(said))
			f.Arithmetic = fmt.Sprintf("%s is a %s.", factcheck.SpellDay(said), said.Weekday())
			if c.resolved(d.DateStatement) {
				f.Arithmetic = distance(said, d.Expression.Earliest)
			}
			f.Evidence = []factcheck.Evidence{c.quote(d.DateStatement, "")}
			return f, true
		}
	}
	return f, false
}

// apartBy says in a sentence how two days exclude each other.
func (c *calendar) apartBy(a, b factcheck.DateStatement) string {
	switch x, y := a.Expression, b.Expression; {
	case c.resolved(a) && c.resolved(b):
		return distance(x.Earliest, y.Earliest)
	case c.placed(a) && c.placed(b):
		return gap(x.Earliest, x.Latest, y.Earliest, y.Latest)
	}
	weekday := func(s factcheck.DateStatement) time.Weekday {
		if c.resolved(s) {
			return s.Expression.Earliest.Weekday()
		}
		return s.Expression.Weekday
	}
	return fmt.Sprintf("One is a %s, the other a %s, whatever the dates.", weekday(a), weekday(b))
}

// clash returns the first two statements of different articles that cannot both
// be true.
func clash(c *calendar, days []dayStatement) (a, b dayStatement, ok bool) {
	for i, a := range days {
		for _, b := range days[i+1:] {
			if a.Passage.Article == b.Passage.Article {
				continue
			}
			e := b.Expression
			weekday := e.Weekday
			if c.resolved(b.DateStatement) {
				weekday = e.Earliest.Weekday()
			} else if !e.HasWeekday {
				continue
			}
			known := timex.Day{}
			if c.resolved(b.DateStatement) {
				known = e.Earliest
			}
			if differ(c, a.DateStatement, known, weekday) && !c.oneNight(a.DateStatement, b.DateStatement) {
				return a, b, true
			}
		}
	}
	return a, b, false
}

// oneNight reports whether two days are those of one night: late on Sunday,
// early on Monday.
func (c *calendar) oneNight(a, b factcheck.DateStatement) bool {
	if !c.resolved(a) || !c.resolved(b) || abs(a.Expression.Earliest.Sub(b.Expression.Earliest)) != 1 {
		return false
	}
	for _, s := range []factcheck.DateStatement{a, b} {
		around := c.around(s)
		for _, w := range append(lower(c.words(s)), around.last(1), around.last(2), around.next(1)) {
			switch w {
			case "night", "late", "early", "overnight", "midnight", "evening":
				return true
			}
		}
	}
	return false
}

// differ reports whether a statement cannot mean the given day. Where one of
// the two days is unknown, the weekdays decide; a statement that names neither
// differs from nothing.
func differ(c *calendar, s factcheck.DateStatement, day timex.Day, weekday time.Weekday) bool {
	e := s.Expression
	switch {
	case c.resolved(s) && !day.IsZero():
		return e.Earliest != day
	case c.resolved(s):
		return e.Earliest.Weekday() != weekday
	case e.HasWeekday:
		return e.Weekday != weekday
	}
	return false
}

// saidDay returns the day beside the verb of saying in the sentence of a
// wording: “said on Sunday that”, “on Sunday said”, “reiterated, Sunday, July
// 18, to”. A word between the two that opens another clause, or a quotation
// mark, parts them.
func saidDay(c *calendar, w *factcheck.Witness) (factcheck.DateStatement, bool) {
	text := c.story.Article(w.Wording.Article)
	for _, s := range c.article[w.Wording.Article] {
		if s.Passage.Part != factcheck.Body || !c.compared(s) || !beside(s, w.Passages) {
			continue
		}
		if besideSaying(text.Body.Plain, s) {
			return s, true
		}
	}
	return factcheck.DateStatement{}, false
}

// compared reports whether a statement names a day that can be held against
// another document's: not one that is counted from the day of a speech.
func (c *calendar) compared(s factcheck.DateStatement) bool {
	return named(s) && !c.misfit[s.Passage] && !(relative(s) && c.speech(s))
}

// named reports whether a statement names one day by weekday, date or a word
// such as “yesterday”; “the morning” names none.
func named(s factcheck.DateStatement) bool {
	e := s.Expression
	return e.Grain == timex.GrainDay || e.Grain == timex.GrainTime && e.HasWeekday
}
