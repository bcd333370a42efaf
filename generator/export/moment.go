package export

import (
	"time"

	"crosscheck/generator/factcheck"
)

// moment returns the first moment of a date as far as the date is known: that of
// its year, month or day, in UTC where no zone is given. Formats that order or
// compare dates need one; it is never printed where a date can be.
func moment(d factcheck.Date) (time.Time, bool) {
	if !d.Known() {
		return time.Time{}, false
	}
	for _, layout := range []string{"2006-01-02", time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01", "2006"} {
		if t, err := time.Parse(layout, d.ISO); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// later returns the later of two dates. An unknown one is before all others.
func later(a, b factcheck.Date) factcheck.Date {
	if a == b {
		return a
	}
	ta, _ := moment(a)
	if tb, ok := moment(b); ok && tb.After(ta) {
		return b
	}
	return a
}
