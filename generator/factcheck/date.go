package factcheck

import (
	"fmt"

	"crosscheck/generator/engine/timex"
)

// SpellDay returns a day as the site prints it: 18 July 2021.
func SpellDay(d timex.Day) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
}

// SpellWeekday returns a day with its weekday: Sunday, 18 July 2021.
func SpellWeekday(d timex.Day) string {
	if d.IsZero() {
		return ""
	}
	return d.Weekday().String() + ", " + SpellDay(d)
}
