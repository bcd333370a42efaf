package examine

import (
	"fmt"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// The sentences in which findings show their arithmetic.

// distance says how far two days lie apart, in a sentence.
func distance(from, to timex.Day) string {
	if to.Before(from) {
		from, to = to, from
	}
	return fmt.Sprintf("From %s to %s is %s.", factcheck.SpellWeekday(from), factcheck.SpellWeekday(to), days(to.Sub(from)))
}

// gap says how far two stretches of days that do not touch lie apart.
func gap(first, last, otherFirst, otherLast timex.Day) string {
	if otherLast.Before(first) {
		first, last, otherFirst, otherLast = otherFirst, otherLast, first, last
	}
	if first == last && otherFirst == otherLast {
		return distance(first, otherFirst)
	}
	return fmt.Sprintf("The one is over on %s, %s the other begins: %s.", factcheck.SpellWeekday(last), days(otherFirst.Sub(last))+" before", period(otherFirst, otherLast))
}

// days counts days as a reader does.
func days(n int) string { return count(n, "day") }

// count writes a number of things with a noun that takes an s.
func count(n int, noun string) string {
	if n == 1 {
		return "one " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// aside says where a day lies as seen from another: two days after.
func aside(day, from timex.Day) string {
	switch n := day.Sub(from); {
	case n > 0:
		return days(n) + " after"
	case n < 0:
		return days(-n) + " before"
	}
	return "on"
}

// period says which days a statement was taken to mean, short.
func period(first, last timex.Day) string {
	next := last.Add(1)
	switch {
	case first == last:
		return factcheck.SpellWeekday(first)
	case first.Day == 1 && next.Day == 1 && first.Month == last.Month && first.Year == last.Year:
		return fmt.Sprintf("%s %d", first.Month, first.Year)
	case first.Day == 1 && next.Day == 1 && first.Month == 1 && last.Month == 12 && first.Year == last.Year:
		return fmt.Sprintf("the year %d", first.Year)
	}
	return factcheck.SpellDay(first) + " to " + factcheck.SpellDay(last)
}
