package timex

import (
	"testing"
	"time"
)

func TestJulianWeekday(t *testing.T) {
	for _, c := range []struct {
		day  Day
		want time.Weekday
	}{
		{Day{1307, 10, 13}, time.Friday},
		{Day{1666, 9, 2}, time.Sunday},
		{Day{1666, 9, 5}, time.Wednesday},
		{Day{1649, 1, 30}, time.Tuesday},
		{Day{1492, 10, 12}, time.Friday},
		{Day{1917, 10, 25}, time.Wednesday},
		{Day{1582, 10, 4}, time.Thursday},
		{Day{1900, 2, 28}, time.Monday},
		{Day{1900, 2, 29}, time.Tuesday}, // a day that only this calendar has
		{Day{1900, 3, 1}, time.Wednesday},
		{Day{-43, 3, 15}, time.Wednesday},
	} {
		if got := c.day.JulianWeekday(); got != c.want {
			t.Errorf("%v: %v, want %v", c.day, got, c.want)
		}
	}
}

// The Julian calendar was ten days behind when the Gregorian came in 1582, and
// has been thirteen behind since 1900.
func TestJulianWeekdayKeepsItsDistance(t *testing.T) {
	for _, c := range []struct {
		from, to Day // Julian, within one century of equal distance
		behind   int
	}{
		{Day{1582, 10, 5}, Day{1700, 2, 28}, 10},
		{Day{1800, 3, 1}, Day{1900, 2, 28}, 12},
		{Day{1900, 3, 1}, Day{2100, 2, 28}, 13},
	} {
		for d := c.from; !d.After(c.to); d = d.Add(1) {
			if got, want := d.JulianWeekday(), d.Add(c.behind).Weekday(); got != want {
				t.Fatalf("%v: %v, want %v", d, got, want)
			}
		}
	}
}
