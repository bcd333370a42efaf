package examine

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// What the documents of a story say of when one that bears no date was
// published.

// ageSentence says what an age comes to.
func ageSentence(a *factcheck.Age) string {
	switch {
	case a.Clashes:
		return "What the documents say of its age does not fit together: no day meets all that is quoted below."
	case a.From.IsZero():
		return fmt.Sprintf("What is quoted below puts it on %s or before.", factcheck.SpellWeekday(a.To))
	case a.To.IsZero():
		return fmt.Sprintf("What is quoted below puts it on %s or after.", factcheck.SpellWeekday(a.From))
	case a.From == a.To:
		return fmt.Sprintf("What is quoted below puts it on %s.", factcheck.SpellWeekday(a.From))
	}
	return fmt.Sprintf("What is quoted below puts it between %s and %s.", factcheck.SpellWeekday(a.From), factcheck.SpellWeekday(a.To))
}

// An age grows as reasons are found.
type age struct{ factcheck.Age }

// after narrows the age to days from a day on, before to days up to one. A bound
// that tells nothing new is no reason.
func (a *age) after(d timex.Day, reason factcheck.Evidence) {
	if a.From.IsZero() || a.From.Before(d) {
		a.From = d
		a.Reasons = append(a.Reasons, reason)
	}
}

func (a *age) before(d timex.Day, reason factcheck.Evidence) {
	if a.To.IsZero() || d.Before(a.To) {
		a.To = d
		a.Reasons = append(a.Reasons, reason)
	}
}

// reach is how many days back news names a day by its weekday alone.
const reach = 6

// ageOf infers when an undated article was published, from (1) the latest full
// date that it tells of in the past or prints under a picture; (2) the earliest
// that it announces; (3) the weekday on which it has a statement made, where
// dated documents of the story put that statement on a day of that name; (4) the
// same “last year” or “this year” beside the same statement in a dated document;
// (5) an event that it places from its own day (“yesterday”, “next week”) and that
// another document, or a reference event of the story's, dates; (6) days that it
// announces or looks back to without their year, which is that of the story. nil
// where nothing tells.
func ageOf(c *calendar, article *factcheck.Article) *factcheck.Age {
	a := &age{factcheck.Age{Article: article.ID}}
	var latest, earliest *factcheck.DateStatement
	text := article.Body.Plain
	for _, s := range c.in(article.ID, factcheck.Body) {
		e := s.Expression
		if !e.Explicit || !resolved(s) {
			continue
		}
		start, end := paragraph(text, s.Passage)
		behind := strings.TrimSpace(text[s.Passage.End:end])
		printed := isCaption(text[start:end]) || behind == "" && e.Tense != timex.TenseFuture // a caption, the line under a letter or a post
		switch {
		case (printed || e.Tense == timex.TensePast && !c.speech(s)) && (latest == nil || latest.Expression.Earliest.Before(e.Earliest)):
			latest = &s
		case e.Tense == timex.TenseFuture && !printed && !c.speech(s) && futureAt(c.around(s)) && (earliest == nil || e.Earliest.Before(earliest.Expression.Earliest)):
			earliest = &s
		}
	}
	if latest != nil {
		d := latest.Expression.Earliest
		a.after(d, c.quote(*latest, fmt.Sprintf("the latest day that the text names in full as past: not before %s", factcheck.SpellDay(d))))
	}
	if earliest != nil {
		d := earliest.Expression.Earliest
		a.before(d, c.quote(*earliest, fmt.Sprintf("a day that the text announces: not after %s", factcheck.SpellDay(d))))
	}
	for _, s := range c.in(article.ID, factcheck.Body) {
		c.yearless(a, s)
	}
	for i := range c.cases {
		ageFromStatement(c, a, article, &c.cases[i])
	}
	for _, p := range c.events {
		switch {
		case p.b.where() == article.ID && p.a.where() != article.ID:
			c.sameDay(a, p.b, p.a)
		case p.a.where() == article.ID && p.b.where() != article.ID:
			c.sameDay(a, p.a, p.b)
		}
	}
	for _, p := range c.nounPairs() {
		if p.a.where() == article.ID {
			c.sameDay(a, p.a, p.b)
		}
	}
	if len(a.Reasons) == 0 {
		return nil
	}
	a.Clashes = !a.From.IsZero() && !a.To.IsZero() && a.To.Before(a.From)
	return &a.Age
}

// ageFromStatement draws from one claim what its dated witnesses say of the age of
// an undated one.
func ageFromStatement(c *calendar, a *age, article *factcheck.Article, k *factcheck.Case) {
	for i := range k.Witnesses {
		mine := &k.Witnesses[i]
		if mine.Wording.Article != article.ID {
			continue
		}
		said, isSaid := saidDay(c, mine)
		isSaid = isSaid && said.Expression.HasWeekday && said.Expression.Earliest.IsZero()
		var on timex.Day // when the others put it
		var by *factcheck.Witness
		var there factcheck.DateStatement
		agreed := true
		for j := range k.Witnesses {
			other := &k.Witnesses[j]
			theirs := c.story.Article(other.Wording.Article)
			if theirs.ID == article.ID || theirs.Published.Day.IsZero() {
				continue
			}
			if s, ok := saidDay(c, other); ok && isSaid && c.resolved(s) {
				switch d := s.Expression.Earliest; {
				case d.Weekday() != said.Expression.Weekday || !on.IsZero() && on != d:
					agreed = false
				default:
					on, by, there = d, other, s
				}
			}
			if !c.doubtful[theirs.ID] {
				sameYear(c, a, mine, other, theirs)
			}
		}
		if by == nil || !agreed {
			continue
		}
		theirs := c.story.Article(by.Wording.Article)
		before := len(a.Reasons)
		note := fmt.Sprintf("%s puts the same statement on %s", called(c.room, theirs), factcheck.SpellWeekday(on))
		a.after(on, c.quote(there, note))
		a.before(on.Add(reach), c.quote(said, fmt.Sprintf("%s, without a date: reports write a weekday alone mostly within a week", quoted(c.words(said)))))
		if len(a.Reasons) > before && !slices.ContainsFunc(a.Reasons, func(e factcheck.Evidence) bool { return e.Passage == there.Sentence }) {
			a.Reasons = append(a.Reasons, c.quote(there, note))
		}
	}
}

// sameYear compares “last year” and “this year” beside two wordings of one
// claim: written in the same words they mean the same year.
func sameYear(c *calendar, a *age, mine, other *factcheck.Witness, theirs *factcheck.Article) {
	for _, s := range c.article[mine.Wording.Article] {
		if s.Passage.Part != factcheck.Body || s.Expression.Grain != timex.GrainYear || !beside(s, mine.Passages) {
			continue
		}
		words := strings.ToLower(c.words(s))
		if words != "last year" && words != "this year" && words != "next year" {
			continue
		}
		for _, o := range c.article[theirs.ID] {
			if o.Passage.Part != factcheck.Body || !beside(o, other.Passages) || strings.ToLower(c.words(o)) != words || !known(o) {
				continue
			}
			year := theirs.Published.Day.Year
			a.after(timex.Day{Year: year, Month: 1, Day: 1}, c.quote(s, fmt.Sprintf("%s stands beside the same statement in %s, a document of %d", quoted(c.words(s)), called(c.room, theirs), year)))
			a.before(timex.Day{Year: year, Month: 12, Day: 31}, c.quote(o, fmt.Sprintf("%s, in a document of %d", quoted(c.words(o)), year)))
		}
	}
}

// yearless draws from a day without a year, “on Monday 19 June” or “next Tuesday,
// 30 January”, what it says of the age: the year is the one in which it lies near
// the days of the story and its weekday fits.
func (c *calendar) yearless(a *age, s factcheck.DateStatement) {
	e := s.Expression
	day, ok := c.inStory(e)
	if !ok || c.speech(s) || e.Dateline || e.Name {
		return
	}
	around := c.around(s)
	note := fmt.Sprintf("%s, in the year of the story: %s", quoted(c.words(s)), factcheck.SpellWeekday(day))
	switch first, _, _ := strings.Cut(strings.ToLower(c.words(s)), " "); {
	case first == "next" || around.last(1) == "next":
		a.after(day.Add(-13), c.quote(s, note))
		a.before(day.Add(-1), c.quote(s, note))
	case first == "this" || around.last(1) == "," && around.last(3) == "this":
		a.after(day.Add(-reach), c.quote(s, note))
		a.before(day, c.quote(s, note))
	case e.Tense == timex.TensePast && (around.last(1) == "on" || e.HasWeekday):
		a.after(day, c.quote(s, note))
	case e.Tense == timex.TenseFuture:
		a.before(day, c.quote(s, note))
	}
}

// inStory gives a day of which only month and number are written the year in
// which it lies nearest to the story's other dates, within a few months of them.
func (c *calendar) inStory(e timex.Expression) (timex.Day, bool) {
	if e.Explicit || e.Ambiguous || e.Grain != timex.GrainDay || !e.Earliest.IsZero() || len(e.Value) != len("XXXX-01-30") || e.Value[:5] != "XXXX-" || e.Value[5] == 'W' || strings.Contains(e.Value[5:], "X") {
		return timex.Day{}, false
	}
	first, last := c.window("", 0, 0)
	if first.IsZero() {
		return timex.Day{}, false
	}
	middle := first.Add(last.Sub(first) / 2)
	var best timex.Day
	for year := first.Year - 1; year <= last.Year+1; year++ {
		day, ok := timex.ParseDay(fmt.Sprintf("%04d%s", year, e.Value[4:]))
		if ok && (!e.HasWeekday || day.Weekday() == e.Weekday) && (best.IsZero() || abs(day.Sub(middle)) < abs(best.Sub(middle))) {
			best = day
		}
	}
	const nearby = 120
	return best, !best.IsZero() && first.Sub(best) <= nearby && best.Sub(last) <= nearby
}

// sameDay draws from an event that an undated article tells of in words such as
// “yesterday”, and that is dated elsewhere, when the article was published.
func (c *calendar) sameDay(a *age, mine, dated *mention) {
	if dated.first.IsZero() || !mine.first.IsZero() || dated.event == nil && c.doubtful[dated.where()] && relative(dated.s) {
		return
	}
	from, to, ok := writtenWhen(mine.s.Expression, c.words(mine.s), dated.first, dated.last)
	if !ok {
		return
	}
	note := fmt.Sprintf("%s, of what is dated %s", quoted(c.words(mine.s)), period(dated.first, dated.last))
	if dated.event != nil {
		note += fmt.Sprintf(" on this site: %s", quoted(dated.event.Name))
	} else {
		note += fmt.Sprintf(" in %s", called(c.room, c.story.Article(dated.where())))
	}
	before := len(a.Reasons)
	a.after(from, c.quote(mine.s, note))
	a.before(to, c.quote(mine.s, note))
	if len(a.Reasons) > before && dated.event == nil {
		a.Reasons = append(a.Reasons, c.quote(dated.s, ""))
	}
}

// writtenWhen returns the days on which somebody writes an expression to mean an
// event between two days.
func writtenWhen(e timex.Expression, written string, first, last timex.Day) (from, to timex.Day, ok bool) {
	week := func(d timex.Day) timex.Day { return d.Add(-(int(d.Weekday()) + 6) % 7) } // its Monday
	switch written = strings.ToLower(written); {
	case e.HasWeekday && strings.HasPrefix(written, "last ") && first == last && first.Weekday() == e.Weekday:
		return first.Add(1), first.Add(13), true
	case e.HasWeekday && e.Grain <= timex.GrainDay:
		if first != last || first.Weekday() != e.Weekday || e.Reason == timex.ReasonLast || e.Reason == timex.ReasonNext {
			return from, to, false
		}
		switch e.Tense {
		case timex.TensePast:
			return first, first.Add(reach), true
		case timex.TenseFuture:
			return first.Add(-reach), first, true
		}
		return from, to, false
	case strings.HasPrefix(written, "yesterday") || written == "last night":
		return first.Add(1), last.Add(1), true
	case strings.HasPrefix(written, "tomorrow"):
		return first.Add(-1), last.Add(-1), true
	case written == "today" || written == "tonight" || written == "this morning" || written == "this afternoon" || written == "this evening":
		return first, last, true
	case written == "next week":
		return week(first).Add(-7), week(last).Add(-1), true
	case written == "last week":
		return week(first).Add(7), week(last).Add(13), true
	case written == "this week":
		return week(first), week(last).Add(6), true
	case written == "last year":
		return timex.Day{Year: first.Year + 1, Month: 1, Day: 1}, timex.Day{Year: last.Year + 1, Month: 12, Day: 31}, true
	case written == "this year":
		return timex.Day{Year: first.Year, Month: 1, Day: 1}, timex.Day{Year: last.Year, Month: 12, Day: 31}, true
	case written == "next year":
		return timex.Day{Year: first.Year - 1, Month: 1, Day: 1}, timex.Day{Year: last.Year - 1, Month: 12, Day: 31}, true
	}
	return from, to, false
}
