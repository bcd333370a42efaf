package examine

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// DurationMismatch is the kind of a finding: a length of time that does not fit
// the days between which it lies.
const DurationMismatch = "duration-mismatch"

// durationMismatch compares, within a sentence, a length of time with the ends
// that stand directly beside it:
//
//	a three-day visit from 3 to 9 May       both ends
//	on Monday, three days after the crash on Saturday
//	in the three years since 2015           the other end is the document's date
//
// A stretch may be counted with both ends or without. Silent is every length that
// something else may have (“after”, “every”, “the first three days”).
func durationMismatch(c *calendar, article factcheck.Article) []factcheck.Finding {
	var findings []factcheck.Finding
	for _, l := range c.lasting[article.ID] {
		if l.Passage.Part != factcheck.Body || c.speech(l) {
			continue
		}
		n := lengthOf(l.Expression.Value)
		if n.unit == 0 || n.open || slices.ContainsFunc(lower(c.words(l)), partOf) {
			continue
		}
		var dates []factcheck.DateStatement // of its sentence
		for _, s := range c.inSentence(article.ID, l.Sentence.Start) {
			if s.Passage.End <= l.Passage.Start || s.Passage.Start >= l.Passage.End {
				dates = append(dates, s)
			}
		}
		for _, rule := range []func(*calendar, *factcheck.Article, factcheck.DateStatement, length, []factcheck.DateStatement) (factcheck.Finding, bool){betweenEnds, afterAnother, sinceThen} {
			if f, ok := rule(c, &article, l, n, dates); ok {
				f.Kind, f.Severity, f.Status = DurationMismatch, factcheck.Major, factcheck.Proposed
				findings = append(findings, f)
				break
			}
		}
	}
	return findings
}

// A length is a number of calendar units.
type length struct {
	n    int
	unit byte // D, W, M or Y; 0 where the expression gives none
	open bool // the number is not told: “months”
}

// lengthOf reads the value of a TIMEX3 duration of one unit, such as P3D.
func lengthOf(value string) length {
	if len(value) < 3 || value[0] != 'P' {
		return length{}
	}
	unit := value[len(value)-1]
	if strings.IndexByte("DWMY", unit) < 0 {
		return length{}
	}
	if value[1:len(value)-1] == "X" {
		return length{unit: unit, open: true}
	}
	n := 0
	for _, r := range value[1 : len(value)-1] {
		if r < '0' || r > '9' || n > 1<<16 {
			return length{}
		}
		n = n*10 + int(r-'0')
	}
	return length{n: n, unit: unit}
}

// fits reports whether a length can lie between two days, one unit more or less
// for counting both ends or none. near is true where one unit more would do.
func (l length) fits(from, to timex.Day) (fits, near bool) {
	gap := to.Sub(from)
	switch l.unit {
	case 'D':
		off := gap - l.n // 3 to 5 May: two days, or three with both ends
		return off == 0 || off == -1, off == 1 || off == -2
	case 'W':
		return gap >= 7*l.n-2 && gap <= 7*l.n+1, gap >= 7*l.n-7 && gap <= 7*l.n+7
	case 'M':
		return gap >= 28*l.n-8 && gap <= 31*l.n+8, gap >= 28*l.n-31 && gap <= 31*l.n+31
	}
	years := to.Year - from.Year
	return years-l.n >= -1 && years-l.n <= 1, years-l.n >= -2 && years-l.n <= 2
}

// partOf reports a word by which a length is a part of something, or bounded.
func partOf(w string) bool {
	switch w {
	case "first", "final", "next", "previous", "after", "every", "each", "per", "within", "another", "least", "than", "over", "nearly", "almost", "about", "of":
		return true
	}
	return false
}

// betweenEnds checks a length beside two dates that are joined.
func betweenEnds(c *calendar, a *factcheck.Article, l factcheck.DateStatement, n length, dates []factcheck.DateStatement) (f factcheck.Finding, ok bool) {
	text := a.Body.Plain
	for i := 0; i+1 < len(dates); i++ {
		from, to := dates[i], dates[i+1]
		if from.Expression.Earliest.IsZero() || to.Expression.Earliest.IsZero() || from.Expression.Ambiguous || to.Expression.Ambiguous {
			continue
		}
		opens := c.around(from).last(1)
		switch strings.TrimSpace(strings.ToLower(text[from.Passage.End:to.Passage.Start])) {
		case "to", "until", "till", "through":
			if opens != "from" && opens != "(" && opens != "," {
				continue
			}
		case "–", "-", "—":
		case "and":
			if opens != "between" {
				continue
			}
		default:
			continue
		}
		// The length stands directly before the first or behind the second.
		var joint []string
		switch {
		case l.Passage.End <= from.Passage.Start:
			joint = lower(text[l.Passage.End:from.Passage.Start])
		case l.Passage.Start >= to.Passage.End:
			joint = lower(text[to.Passage.End:l.Passage.Start])
		default:
			continue
		}
		if len(joint) > 4 || slices.ContainsFunc(joint, otherwise) {
			continue
		}
		if before := c.around(l).last(1); partOf(before) {
			continue
		}
		first, last := from.Expression.Earliest, to.Expression.Latest
		if n.unit != 'Y' && (from.Expression.Grain > timex.GrainDay || to.Expression.Grain > timex.GrainDay) || last.Before(first) {
			continue
		}
		fits, near := n.fits(first, last)
		if fits {
			continue
		}
		f.Certainty = factcheck.Hard
		if near && n.unit != 'D' {
			f.Certainty = factcheck.Soft
		}
		f.Summary = fmt.Sprintf("%s writes %s of the time from %s to %s.", called(c.room, a), quoted(c.words(l)), quoted(c.words(from)), quoted(c.words(to)))
		f.Arithmetic = distance(first, last)
		if n.unit == 'D' {
			f.Arithmetic = fmt.Sprintf("From %s to %s is %s, or %d with both ends counted.", factcheck.SpellWeekday(first), factcheck.SpellWeekday(last), days(last.Sub(first)), last.Sub(first)+1)
		}
		if n.unit == 'Y' {
			f.Arithmetic = fmt.Sprintf("From %d to %d is %d years.", first.Year, last.Year, last.Year-first.Year)
		}
		f.Why = "Either the length or one of its ends is wrong."
		f.Evidence = []factcheck.Evidence{c.quote(l, "")}
		return f, true
	}
	return f, false
}

// otherwise reports a word that parts a length from the dates behind it.
func otherwise(w string) bool {
	switch w {
	case "and", "or", "after", "before", "later", "ago", "earlier", "of", "that", "which", "who", "in", "but", "per", ";", ":", ".", "“", "”", "\"":
		return true
	}
	return false
}

// afterAnother checks “on Monday, three days after the crash on Saturday”.
// Weekdays alone are compared within the week.
func afterAnother(c *calendar, a *factcheck.Article, l factcheck.DateStatement, n length, dates []factcheck.DateStatement) (f factcheck.Finding, ok bool) {
	if n.unit != 'D' && n.unit != 'W' {
		return f, false
	}
	count := n.n
	if n.unit == 'W' {
		count *= 7
	}
	text := a.Body.Plain
	behind := c.around(l)
	way := 0
	switch behind.next(1) {
	case "after":
		way = 1
	case "before":
		way = -1
	default:
		return f, false
	}
	switch behind.last(1) {
	case "than", "least", "over", "within", "about", "almost", "nearly", "some", "around":
		return f, false
	}
	var one, two *factcheck.DateStatement
	for i := range dates {
		s := &dates[i]
		if s.Passage.End <= l.Passage.Start && text[s.Passage.End:l.Passage.Start] == ", " {
			one = s
		}
		if two == nil && s.Passage.Start >= l.Passage.End {
			joint := lower(text[l.Passage.End:s.Passage.Start])
			if len(joint) <= 8 && !slices.ContainsFunc(joint[1:], func(w string) bool { return says(w) || otherwise(w) && w != "of" && w != "in" || w == "," }) {
				two = s
			}
		}
	}
	if one == nil || two == nil || !day(*one) || !day(*two) {
		return f, false
	}
	x, y := one.Expression, two.Expression
	off := 0
	switch {
	case bareWeekday(x) && bareWeekday(y):
		if n.unit == 'W' || count > 6 {
			return f, false
		}
		off = (int(x.Weekday)-int(y.Weekday)-way*count)%7 + 7
		if off %= 7; off > 3 {
			off -= 7
		}
		f.Arithmetic = fmt.Sprintf("From %s to the next %s is %s.", y.Weekday, x.Weekday, days((int(x.Weekday)-int(y.Weekday)+7)%7))
		if way < 0 {
			f.Arithmetic = fmt.Sprintf("From %s to the next %s is %s.", x.Weekday, y.Weekday, days((int(y.Weekday)-int(x.Weekday)+7)%7))
		}
	case resolved(*one) && resolved(*two) && !bareWeekday(x) && !bareWeekday(y):
		off = x.Earliest.Sub(y.Earliest) - way*count
		if n.unit == 'W' && abs(off) <= 3 {
			off = 0
		}
		f.Arithmetic = distance(y.Earliest, x.Earliest)
	}
	if off == 0 {
		return f, false
	}
	f.Certainty = factcheck.Hard
	if abs(off) == 1 {
		f.Certainty = factcheck.Soft // nights belong to two days
	}
	f.Summary = fmt.Sprintf("%s puts %s %s %s %s.", called(c.room, a), quoted(c.words(*one)), quoted(c.words(l)), behind.next(1), quoted(c.words(*two)))
	f.Why = "Either the count or one of the two days is wrong."
	f.Evidence = []factcheck.Evidence{c.quote(l, "")}
	return f, true
}

func bareWeekday(e timex.Expression) bool { return e.HasWeekday && !e.Explicit && !e.YearInferred }

// sinceThen checks “in the three years since 2015”, counted to the date of the
// document.
func sinceThen(c *calendar, a *factcheck.Article, l factcheck.DateStatement, n length, dates []factcheck.DateStatement) (f factcheck.Finding, ok bool) {
	published := a.Published.Day
	if published.IsZero() || n.unit == 'D' {
		return f, false
	}
	text := a.Body.Plain
	for _, s := range dates {
		e := s.Expression
		if s.Passage.Start < l.Passage.End || e.Earliest.IsZero() || !e.Explicit || e.Grain > timex.GrainYear {
			continue
		}
		if joint := lower(text[l.Passage.End:s.Passage.Start]); !slices.Equal(joint, []string{"since"}) && !slices.Equal(joint, []string{",", "since"}) {
			continue
		}
		w := c.around(l).last(1)
		if w == "the" {
			w = c.around(l).last(2)
		}
		first := strings.Fields(strings.ToLower(c.words(l)))[0]
		if w != "for" && w != "in" && w != "during" && w != "over" && first != "the" && first != "past" {
			continue
		}
		fits, near := n.fits(e.Earliest, published)
		if late, _ := n.fits(e.Latest, published); fits || near || late {
			continue
		}
		f.Certainty = factcheck.Hard
		f.Summary = fmt.Sprintf("%s, dated %s, writes %s since %s.", called(c.room, a), factcheck.SpellDay(published), quoted(c.words(l)), quoted(c.words(s)))
		f.Arithmetic = fmt.Sprintf("From %d to %d is %d years.", e.Earliest.Year, published.Year, published.Year-e.Earliest.Year)
		if n.unit != 'Y' {
			f.Arithmetic = distance(e.Latest, published)
		}
		f.Why = "Either the length or its beginning is wrong, or the document is older or younger than its date."
		f.Evidence = append([]factcheck.Evidence{c.quote(l, "")}, dated(a, "the date that the document bears")...)
		return f, true
	}
	return f, false
}
