package render

import (
	"cmp"
	"math"
	"strconv"
	"unicode/utf8"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// span is a day or period.
type span struct{ from, to timex.Day }

// covered returns the days that a date covers.
func covered(d factcheck.Date) (span, bool) {
	if !d.Day.IsZero() {
		return span{d.Day, d.Day}, true
	}
	iso := d.ISO
	switch {
	case len(iso) == 4:
		from, ok1 := timex.ParseDay(iso + "-01-01")
		to, ok2 := timex.ParseDay(iso + "-12-31")
		return span{from, to}, ok1 && ok2
	case len(iso) == 7:
		from, ok := timex.ParseDay(iso + "-01")
		if !ok {
			return span{}, false
		}
		next := from.Add(31)
		return span{from, next.Add(-next.Day)}, true
	}
	return span{}, false
}

// byTime orders days and periods.
func byTime(a, b span) int { return cmp.Or(a.from.Compare(b.from), a.to.Compare(b.to)) }

// short names a column in two short lines.
func (s span) short() (string, string) {
	f, l := s.from, s.to
	day := func(d timex.Day) string { return strconv.Itoa(d.Day) + " " + d.Month.String()[:3] }
	next := l.Add(1)
	switch {
	case f == l:
		return day(f), strconv.Itoa(f.Year)
	case f.Year != l.Year:
		return strconv.Itoa(f.Year) + "–", strconv.Itoa(l.Year)
	case f.Day == 1 && f.Month == 1 && next.Year == f.Year+1:
		return "year", strconv.Itoa(f.Year)
	case f.Month == l.Month && f.Day == 1 && next.Day == 1:
		return f.Month.String()[:3], strconv.Itoa(f.Year)
	case f.Month == l.Month:
		return strconv.Itoa(f.Day) + "–" + day(l), strconv.Itoa(f.Year)
	}
	return f.Month.String()[:3] + "–" + l.Month.String()[:3], strconv.Itoa(f.Year)
}

// breadth is the length of a column's longer line in letters.
func (s span) breadth() int {
	first, second := s.short()
	return max(utf8.RuneCountInString(first), utf8.RuneCountInString(second))
}

// name names a day or period in full.
func (s span) name() string {
	f, l := s.from, s.to
	next := l.Add(1)
	switch {
	case f == l:
		return factcheck.SpellWeekday(f)
	case f.Day == 1 && f.Month == 1 && next.Day == 1 && next.Month == 1 && next.Year == f.Year+1:
		return strconv.Itoa(f.Year)
	case f.Day == 1 && next.Day == 1 && f.Month == l.Month && f.Year == l.Year:
		return f.Month.String() + " " + strconv.Itoa(f.Year)
	}
	return period(f, l)
}

// id is the element id of a day or period.
func (s span) id() string {
	if s.from == s.to {
		return "day-" + s.from.String()
	}
	return "day-" + s.from.String() + "-to-" + s.to.String()
}

// machine writes a day or period as a time element's datetime has it, "" if it
// cannot.
func (s span) machine() string {
	if s.from.IsZero() {
		return ""
	}
	for _, g := range [...]timex.Grain{timex.GrainWeek, timex.GrainMonth, timex.GrainYear} {
		if iso := validDateTime(timex.Expression{Earliest: s.from, Latest: s.to, Grain: g}); iso != "" {
			return iso
		}
	}
	return ""
}

// distance writes a number of days as a reader counts them.
func distance(days int) string {
	switch {
	case days >= 730:
		return count(int(math.Round(float64(days)/365.25)), "year", "years")
	case days >= 100:
		return count(int(math.Round(float64(days)/30.44)), "month", "months")
	}
	return count(days, "day", "days")
}

func abs(n int) int { return max(n, -n) }
