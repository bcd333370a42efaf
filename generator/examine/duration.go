package examine

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// DurationMismatch is the kind of a finding: a length of time that does not fit
// the days between which it lies.
const DurationMismatch = "duration-mismatch"

// durationMismatch compares, within a sentence, a length of time with the ends
// that stand beside it:
//
//	a three-day visit from 3 to 9 May       both ends
//	in the three years since 2015           the other end is the document's date
//	on Monday, three days after the crash on Saturday
//
// A stretch may be counted with both ends or without, weeks and longer are taken
// loosely. Silent is every length that something else may have (“after”, “every”,
// “the first three days”).
func durationMismatch(c *calendar, article factcheck.Article) []factcheck.Finding {
	var findings []factcheck.Finding
	for _, l := range c.lasting[article.ID] {
		if l.Passage.Part != factcheck.Body || c.speech(l) || l.Expression.Length.Count == 0 || slices.ContainsFunc(lower(c.words(l)), partOf) {
			continue
		}
		f, ok := betweenEnds(c, &article, l)
		if !ok {
			f, ok = afterAnother(c, &article, l)
		}
		if ok {
			f.Kind, f.Severity, f.Status = DurationMismatch, factcheck.Major, factcheck.Proposed
			findings = append(findings, f)
		}
	}
	return findings
}

// partOf reports a word by which a length is a part of something, or bounded.
func partOf(w string) bool {
	switch w {
	case "first", "final", "next", "previous", "after", "every", "each", "per", "within", "another", "least", "than", "over", "nearly", "almost", "about", "of":
		return true
	}
	return false
}

// betweenEnds checks a length against its ends. One that begins with “since” and
// has no other end lasts until the document's date.
func betweenEnds(c *calendar, a *factcheck.Article, l factcheck.DateStatement) (f factcheck.Finding, ok bool) {
	e := l.Expression
	first, last := e.First, e.Last
	if first.End == 0 || last.Earliest.IsZero() {
		if from, to, ok := toldEnds(c, l); ok {
			first, last = from, to
		}
	}
	if first.End == 0 {
		first = c.since(l)
	}
	if since := first.End > 0 && last.Earliest.IsZero(); since && upToNow(c, l, first) {
		last = timex.Bound{Earliest: a.Published.Day, Latest: a.Published.Day}
	}
	if first.Earliest.IsZero() || last.Earliest.IsZero() || first.End == 0 || partOf(c.around(l).last(1)) || last.Latest.Before(first.Earliest) || c.partOfName(l) {
		return f, false
	}
	least := max(0, last.Earliest.Sub(first.Latest)) + 1 // both ends included
	most := last.Latest.Sub(first.Earliest) + 1
	low, high := looseness(e.Length.Unit)
	short, long := e.Length.Min-most, least-e.Length.Max
	if short <= low && (e.Length.Max == 0 || long <= high || last.End > 0 && !c.lastsThroughout(l)) {
		return f, false // three years in prison between 1981 and 1989
	}
	f.Certainty = factcheck.Hard
	if e.Length.Unit > timex.GrainDay && short <= 2*low+low/2 && (e.Length.Max == 0 || long <= 2*high+high/2) {
		f.Certainty = factcheck.Soft
	}
	text := a.Body.Plain
	ends := fmt.Sprintf("since %s", quoted(text[first.Start:first.End]))
	if last.End > 0 {
		ends = fmt.Sprintf("from %s to %s", quoted(text[first.Start:first.End]), quoted(text[last.Start:last.End]))
	}
	wrong := "which is shorter"
	if short <= low {
		wrong = "which is longer"
	}
	f.Summary = fmt.Sprintf("%s says %s of the time %s, %s.", called(c.room, a), quoted(c.words(l)), ends, wrong)
	switch years := last.Earliest.Year - first.Earliest.Year; {
	case e.Length.Unit >= timex.GrainYear && years > 0:
		f.Arithmetic = fmt.Sprintf("From %d to %d is %s.", first.Earliest.Year, last.Earliest.Year, count(years, "year"))
	case first.Earliest == first.Latest && last.Earliest == last.Latest && e.Length.Unit <= timex.GrainDay:
		f.Arithmetic = fmt.Sprintf("From %s to %s is %s, or %d with both ends counted.", factcheck.SpellWeekday(first.Earliest), factcheck.SpellWeekday(last.Latest), days(most-1), most)
	default:
		f.Arithmetic = fmt.Sprintf("From %s to %s is at most %s.", period(first.Earliest, first.Latest), period(last.Earliest, last.Latest), days(most))
		if short <= low {
			f.Arithmetic = fmt.Sprintf("From %s to %s is at least %s.", period(first.Earliest, first.Latest), period(last.Earliest, last.Latest), days(least-1))
		}
	}
	f.Why = "Either the length or one of its ends is wrong."
	f.Evidence = []factcheck.Evidence{c.quote(l, "")}
	if last.End == 0 {
		f.Why = "Either the length or its beginning is wrong, or the document is older or younger than its date."
		f.Evidence = append(f.Evidence, dated(a, "the date that the document bears")...)
	}
	return f, true
}

// partOfName reports a length that belongs to a name: the Hundred Years’ War.
func (c *calendar) partOfName(l factcheck.DateStatement) bool {
	text := c.text(l)
	capital := func(s string) bool {
		r, _ := utf8.DecodeRuneInString(s)
		return unicode.IsUpper(r)
	}
	opens := l.Passage.Start == l.Sentence.Start
	for i, w := range strings.Fields(c.words(l)) {
		if capital(w) && !(i == 0 && opens) {
			return true
		}
	}
	behind := strings.TrimLeft(text[l.Passage.End:l.Sentence.End], " ’'")
	return capital(behind)
}

// lastsThroughout reports whether a length is that of the whole time between its
// ends: “a three-day visit”, “it lasted three days”. Others may lie somewhere
// within.
func (c *calendar) lastsThroughout(l factcheck.DateStatement) bool {
	around := c.around(l)
	if around.last(1) == "in" {
		return true // put up in 18 months
	}
	for n := 1; n <= 3; n++ {
		switch around.last(n) {
		case "lasted", "lasts", "lasting", "last", "ran", "took", "built", "rebuilt", "completed", "finished":
			return true
		}
	}
	if !strings.ContainsAny(c.words(l), "-‑") && !strings.Contains(c.words(l), "day-") {
		return false
	}
	for n := 1; n <= 3; n++ {
		switch strings.TrimSuffix(around.next(n), "s") {
		case "visit", "tour", "trip", "stay", "walkout", "strike", "stoppage", "lockout", "festival", "conference", "summit", "meeting", "tournament", "exhibition", "siege", "blockade",
			"curfew", "lockdown", "truce", "ceasefire", "mourning", "holiday", "break", "rule", "reign", "tenure", "war", "trial", "hearing", "session", "outage", "closure", "voyage",
			"journey", "fair", "campaign", "offensive", "search", "negotiation", "occupation", "shutdown", "drought", "heatwave", "pilgrimage", "sit-in", "quarantine", "congress", "seminar":
			return true
		case "average", "incidence", "ticket", "pass", "contract", "market", "rate", "a":
			return false
		}
	}
	return false
}

// toldEnds finds the ends of a length where verbs tell them: “a five-day tour that
// began on 22 April and ends on 28 April”. They are the first two dates behind
// the length.
func toldEnds(c *calendar, l factcheck.DateStatement) (first, last timex.Bound, ok bool) {
	var behind []factcheck.DateStatement
	for _, s := range c.inSentence(l) {
		if s.Passage.Start >= l.Passage.End {
			behind = append(behind, s)
		}
	}
	if len(behind) < 2 || !known(behind[0]) || !known(behind[1]) || behind[0].Expression.Ambiguous || behind[1].Expression.Ambiguous {
		return first, last, false
	}
	text := c.text(l)
	tells := func(from, to int, verb func(string) bool) bool {
		between := lower(text[from:to])
		return len(between) <= 12 && slices.ContainsFunc(between, verb) && !slices.ContainsFunc(between, func(w string) bool {
			return says(w) || w == ";" || w == ":" || w == "." || w == "“" || w == "”" || w == "\"" || w == "after" || w == "before" || w == "later"
		})
	}
	if !tells(l.Passage.End, behind[0].Passage.Start, func(w string) bool { return w == "from" || phaseOf(w) == begins }) ||
		!tells(behind[0].Passage.End, behind[1].Passage.Start, func(w string) bool {
			return w == "to" || w == "until" || w == "till" || w == "through" || phaseOf(w) == ends && w != "over"
		}) {
		return first, last, false
	}
	bound := func(s factcheck.DateStatement) timex.Bound {
		return timex.Bound{Earliest: s.Expression.Earliest, Latest: s.Expression.Latest, Start: s.Passage.Start, End: s.Passage.End}
	}
	return bound(behind[0]), bound(behind[1]), true
}

// since finds the date of “in the six years since it opened in 2014”.
func (c *calendar) since(l factcheck.DateStatement) timex.Bound {
	for _, s := range c.inSentence(l) {
		if s.Passage.Start >= l.Passage.End {
			b := timex.Bound{Earliest: s.Expression.Earliest, Latest: s.Expression.Latest, Start: s.Passage.Start, End: s.Passage.End}
			if known(s) && !s.Expression.Ambiguous && !relative(s) && upToNow(c, l, b) {
				return b
			}
			break
		}
	}
	return timex.Bound{}
}

// looseness is how many days fewer or more than it says a length may be.
func looseness(unit timex.Grain) (low, high int) {
	switch {
	case unit <= timex.GrainDay:
		return 0, 1 // the day after the last may count
	case unit <= timex.GrainWeek:
		return 3, 4
	case unit <= timex.GrainMonth:
		return 20, 20
	}
	return 366, 366
}

// upToNow reports whether a length with “since” reaches up to the document's
// date: “for the past three years, since 2015”, “in the six years since it opened
// in 2014”.
func upToNow(c *calendar, l factcheck.DateStatement, first timex.Bound) bool {
	text := c.text(l)
	if first.Start < l.Passage.End {
		return false
	}
	joint := lower(text[l.Passage.End:first.Start])
	if len(joint) > 0 && joint[0] == "," {
		joint = joint[1:]
	}
	if len(joint) == 0 || joint[0] != "since" || len(joint) > 7 || slices.ContainsFunc(joint[1:], func(w string) bool { return parts(w) || says(w) || w == "," || w == "." }) {
		return false
	}
	around := c.around(l)
	w := around.last(1)
	if w == "the" {
		w = around.last(2)
	}
	opens := strings.Fields(strings.ToLower(c.words(l)))[0]
	return w == "for" || w == "in" || w == "during" || w == "over" || opens == "the" || opens == "past"
}

// afterAnother checks “on Monday, three days after the crash on Saturday”.
// Weekdays alone are compared within the week.
func afterAnother(c *calendar, a *factcheck.Article, l factcheck.DateStatement) (f factcheck.Finding, ok bool) {
	length := l.Expression.Length
	count, weeks := int(length.Count), length.Unit == timex.GrainWeek
	if length.Unit != timex.GrainDay && !weeks || float64(count) != length.Count || count > 1<<16 {
		return f, false
	}
	if weeks {
		count *= 7
	}
	dates := c.inSentence(l)
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
			if len(joint) > 0 && len(joint) <= 8 && !slices.ContainsFunc(joint[1:], func(w string) bool { return says(w) || parts(w) || w == "," || w == "." || past(w) }) {
				two = s
			}
		}
	}
	if one == nil || two == nil || !day(*one) || !day(*two) || c.around(*two).next(2) == "s" {
		return f, false
	}
	x, y := one.Expression, two.Expression
	off := 0
	switch {
	case bareWeekday(x) && bareWeekday(y):
		if weeks || count > 6 {
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
		if weeks && abs(off) <= 3 {
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
