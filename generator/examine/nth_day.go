package examine

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/generator/factcheck"
)

// nthDay checks “on Friday, the 40th day of a lockout that began on 28 February”:
// the two days tell which day of the stretch it is, the first counted as one. A
// difference of one is left alone, since some count from the day after.
func nthDay(c *calendar, article factcheck.Article) []factcheck.Finding {
	var findings []factcheck.Finding
	text := article.Body.Plain
	body := c.in(article.ID, factcheck.Body)
	for i := 0; i+1 < len(body); i++ {
		on, began := body[i], body[i+1]
		if !c.resolved(on) || !c.resolved(began) || on.Sentence.End < began.Passage.End || c.speech(on) {
			continue
		}
		between := lower(text[on.Passage.End:began.Passage.Start])
		at := slices.Index(between, "day")
		if at < 1 || at > 4 || len(between) > 16 || at+1 >= len(between) || between[at+1] != "of" {
			continue
		}
		n, ok := nth(between[at-1])
		if !ok || !slices.ContainsFunc(between[at+2:], func(w string) bool { return phaseOf(w) == begins }) {
			continue
		}
		first, day := nearestYear(began.Expression.Earliest, on.Expression.Earliest), on.Expression.Earliest
		if began.Expression.Explicit {
			first = began.Expression.Earliest
		}
		count := day.Sub(first) + 1
		if count < 1 || abs(count-n) <= 1 {
			continue
		}
		findings = append(findings, factcheck.Finding{
			Kind: DurationMismatch, Severity: factcheck.Major, Certainty: factcheck.Hard, Status: factcheck.Proposed,
			Summary: fmt.Sprintf("%s calls %s the %s day of what began on %s.", called(c.room, &article),
				quoted(c.words(on)), between[at-1], quoted(c.words(began))),
			Arithmetic: fmt.Sprintf("Counted from %s as the first, %s is day %d.", factcheck.SpellWeekday(first), factcheck.SpellWeekday(day), count),
			Why:        "Either the count or one of the two days is wrong.",
			Evidence:   []factcheck.Evidence{c.quote(on, "")},
		})
	}
	return findings
}

// nth reads an ordinal: 40th, third.
func nth(w string) (int, bool) {
	for i, name := range [...]string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"} {
		if w == name {
			return i + 1, true
		}
	}
	digits := strings.TrimRight(w, "stndrh")
	if len(digits) == len(w) || len(digits) > 4 {
		return 0, false
	}
	n := 0
	for _, r := range digits {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = 10*n + int(r-'0')
	}
	return n, n > 0
}
