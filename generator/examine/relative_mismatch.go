package examine

import (
	"fmt"
	"strings"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// RelativeMismatch is the kind of a finding: a word such as “tomorrow” that has
// a date beside it which it does not meet.
const RelativeMismatch = "relative-mismatch"

// relativeMismatch looks at two expressions that name one day or period twice
// over: “tomorrow, Tuesday”, “yesterday (16 July)”, “last year, in 2019”. One is
// counted from the date of the document, so that the two together tell of which
// date the document would have to be. Silent are lists (“today, Monday and
// Tuesday”) and stretches (“from tomorrow to Friday”).
func relativeMismatch(c *calendar, article factcheck.Article) []factcheck.Finding {
	published := article.Published.Day
	if published.IsZero() {
		return nil
	}
	var findings []factcheck.Finding
	statements := c.article[article.ID]
	for i := 0; i+1 < len(statements); i++ {
		counted, fixed, ok := apposed(c, statements[i], statements[i+1])
		if !ok || c.speech(counted) {
			continue
		}
		e := counted.Expression
		day, misses := misses(e, fixed.Expression)
		if !misses {
			continue
		}
		text := c.text(counted)
		both := text[min(counted.Passage.Start, fixed.Passage.Start):max(counted.Passage.End, fixed.Passage.End)]
		f := factcheck.Finding{
			Kind: RelativeMismatch, Severity: factcheck.Major, Certainty: factcheck.Hard, Status: factcheck.Proposed,
			Summary: fmt.Sprintf("%s, dated %s, writes %s, which does not fit that date.",
				called(c.room, &article), factcheck.SpellDay(published), quoted(both)),
			Arithmetic: fmt.Sprintf("Counted from %s, %s is %s.", factcheck.SpellWeekday(published), quoted(c.words(counted)), period(e.Earliest, e.Latest)),
			Why:        "Either the day in the text or the date of the document is not what it seems.",
			Evidence:   []factcheck.Evidence{c.quote(counted, "")},
		}
		if !day.IsZero() {
			fits := published.Add(day.Sub(e.Earliest))
			f.Arithmetic += fmt.Sprintf(" The words would fit a document of %s.", factcheck.SpellWeekday(fits))
		}
		f.Evidence = append(f.Evidence, dated(&article, "the date that the document bears")...)
		findings = append(findings, f)
	}
	return findings
}

// misfits notes the statements of an article that relativeMismatch reports: what
// they mean is open, and other rules have nothing to add.
func (c *calendar) misfits(article string) {
	statements := c.article[article]
	for i := 0; i+1 < len(statements); i++ {
		if counted, fixed, ok := apposed(c, statements[i], statements[i+1]); ok && !c.speech(counted) {
			if _, wrong := misses(counted.Expression, fixed.Expression); wrong {
				c.misfit[counted.Passage], c.misfit[fixed.Passage] = true, true
			}
		}
	}
}

// apposed tells which of two neighboring statements is counted from the date of
// the document and which stands beside it to name the same day.
func apposed(c *calendar, a, b factcheck.DateStatement) (counted, fixed factcheck.DateStatement, ok bool) {
	if a.Passage.Part != factcheck.Body || b.Passage.Part != factcheck.Body || a.Sentence.End < b.Passage.End || a.Passage.End > b.Passage.Start {
		return a, b, false
	}
	text := c.text(a)
	switch strings.Join(strings.Fields(strings.ToLower(text[a.Passage.End:b.Passage.Start])), " ") {
	case ",", "(", "–", "—", "-", ", on", "( on", ", in", "(in", "(on", "":
	default:
		return a, b, false
	}
	around := c.around(b)
	switch around.next(1) {
	case "and", "or", "to", "through", "until", "till", "'s", "’s", "&", "/", "-", "–":
		return a, b, false
	case ",", ")", ".", "", ";", ":", "—", "”", "\"", "’":
		if around.next(2) == "s" {
			return a, b, false // “Yesterday, Sunday’s result was annulled”
		}
		// The second of the two is closed off as an apposition is.
		if around.next(1) == "," && (around.next(2) == "and" || c.opensStatement(b)) {
			return a, b, false
		}
	default:
		// “Until yesterday, Monday was the hottest day”: nothing closes it off.
		return a, b, false
	}
	if before := c.around(a); before.last(1) == "between" || before.last(1) == "from" || before.last(1) == "and" || before.last(1) == "or" {
		return a, b, false
	}
	switch {
	case deictic(c.words(a)) && !deictic(c.words(b)):
		return a, b, true
	case deictic(c.words(b)) && !deictic(c.words(a)):
		return b, a, true
	}
	return a, b, false
}

// opensStatement reports whether another date expression follows a statement
// directly: the three are a list.
func (c *calendar) opensStatement(s factcheck.DateStatement) bool {
	text := c.text(s)
	for _, o := range c.inSentence(s) {
		if o.Passage.Start >= s.Passage.End {
			return o.Passage.Start < s.Sentence.End && len(strings.Fields(text[s.Passage.End:o.Passage.Start])) <= 1
		}
	}
	return false
}

// deictic reports words that are counted from the day on which they are
// written: yesterday, tomorrow, this morning, last year.
func deictic(expression string) bool {
	for _, w := range strings.Fields(strings.ToLower(expression)) {
		switch w {
		case "today", "tomorrow", "yesterday", "tonight":
			return true
		}
	}
	low := strings.Join(strings.Fields(strings.ToLower(expression)), " ")
	for _, unit := range [...]string{"morning", "afternoon", "evening", "night", "week", "month", "year"} {
		switch low {
		case "this " + unit, "last " + unit, "next " + unit:
			return true
		}
	}
	return false
}

// misses reports whether a date cannot be what a counted expression means. day
// is what the date names, as near to the counted day as it can lie; zero where
// it is no single day.
func misses(counted, fixed timex.Expression) (day timex.Day, misses bool) {
	if counted.Earliest.IsZero() || counted.Type == timex.Duration || fixed.Type == timex.Duration || fixed.Ambiguous {
		return timex.Day{}, false
	}
	oneDay := counted.Earliest == counted.Latest
	switch {
	case fixed.Grain == timex.GrainDay && fixed.HasWeekday && !fixed.Explicit && !fixed.YearInferred:
		if !oneDay {
			return timex.Day{}, false
		}
		// A weekday alone: the nearest day of that name.
		ahead := (int(fixed.Weekday) - int(counted.Earliest.Weekday()) + 7) % 7
		if ahead > 3 {
			ahead -= 7
		}
		return counted.Earliest.Add(ahead), ahead != 0
	case fixed.Earliest.IsZero():
		return timex.Day{}, false
	case fixed.Explicit:
		if oneDay && fixed.Earliest == fixed.Latest {
			day = fixed.Earliest
		}
		return day, fixed.Latest.Before(counted.Earliest) || counted.Latest.Before(fixed.Earliest)
	case fixed.YearInferred && oneDay && fixed.Earliest == fixed.Latest:
		day = nearestYear(fixed.Earliest, counted.Earliest)
		return day, day != counted.Earliest
	case fixed.YearInferred && fixed.Grain == timex.GrainMonth && counted.Grain == timex.GrainMonth:
		return timex.Day{}, fixed.Earliest.Month != counted.Earliest.Month
	}
	return timex.Day{}, false
}

// nearestYear returns the day of that month and number nearest to another day.
func nearestYear(d, to timex.Day) timex.Day {
	best := d
	for year := to.Year - 1; year <= to.Year+1; year++ {
		o := timex.Day{Year: year, Month: d.Month, Day: d.Day}
		if _, ok := timex.ParseDay(o.String()); ok && abs(o.Sub(to)) < abs(best.Sub(to)) {
			best = o
		}
	}
	return best
}
