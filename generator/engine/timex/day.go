package timex

import "time"

// Day is a civil date in the proleptic Gregorian calendar, without a time zone.
// The zero value stands for an unknown day.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDay reads the ISO 8601 form YYYY-MM-DD. What follows a valid day is
// allowed only as a time part introduced by T or a blank, and is ignored.
func ParseDay(iso string) (Day, bool) {
	if len(iso) < 10 || iso[4] != '-' || iso[7] != '-' {
		return Day{}, false
	}
	if len(iso) > 10 && iso[10] != 'T' && iso[10] != ' ' {
		return Day{}, false
	}
	y, okY := digits(iso[0:4])
	m, okM := digits(iso[5:7])
	d, okD := digits(iso[8:10])
	if !okY || !okM || !okD || !validDay(y, m, d) {
		return Day{}, false
	}
	return Day{y, time.Month(m), d}, true
}

func digits(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) > 0
}

// IsZero reports whether d is unknown.
func (d Day) IsZero() bool { return d == Day{} }

// Weekday tells the day of the week; of the zero Day it means nothing.
func (d Day) Weekday() time.Weekday {
	// Day 0 of number() is 1970-01-01, a Thursday.
	return time.Weekday(mod(d.number()+4, 7))
}

// JulianWeekday tells the day of the week of the same year, month and day read in
// the Julian calendar, in which every fourth year is a leap year: old documents
// date so, England's until 1752 and Russia's until 1918. The year begins on
// 1 January. Of the zero Day it means nothing.
func (d Day) JulianWeekday() time.Weekday {
	y, m := d.Year, int(d.Month)
	if m <= 2 {
		y--
	}
	// As number, without the rule of centuries; day 0 is 1 March of the year 0, a Monday.
	doy := (153*((m+9)%12)+2)/5 + d.Day - 1
	return time.Weekday(mod(y*365+floorDiv(y, 4)+doy+1, 7))
}

// Add returns the day that many days later, earlier when days is negative.
// The zero Day stays zero.
func (d Day) Add(days int) Day {
	if d.IsZero() {
		return d
	}
	return dayFromNumber(d.number() + days)
}

// Sub returns the number of days from o to d, negative when d is the earlier.
func (d Day) Sub(o Day) int { return d.number() - o.number() }

// Compare orders days; the zero Day comes first among those of our era.
func (d Day) Compare(o Day) int {
	switch {
	case d.Year != o.Year:
		return sign(d.Year - o.Year)
	case d.Month != o.Month:
		return sign(int(d.Month) - int(o.Month))
	}
	return sign(d.Day - o.Day)
}

// Before reports whether d lies before o.
func (d Day) Before(o Day) bool { return d.Compare(o) < 0 }

// After reports whether d lies after o.
func (d Day) After(o Day) bool { return d.Compare(o) > 0 }

// String gives the ISO form YYYY-MM-DD, and "" for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return string(appendDay(make([]byte, 0, 10), d))
}

// ISOWeek returns the ISO 8601 year and week in which d lies.
func (d Day) ISOWeek() (year, week int) {
	// The week belongs to the year of its Thursday.
	th := d.Add(4 - isoWeekday(d))
	return th.Year, (th.Sub(Day{th.Year, time.January, 1}))/7 + 1
}

// isoWeekday is 1 for Monday to 7 for Sunday.
func isoWeekday(d Day) int { return int(d.Weekday()+6)%7 + 1 }

// FitYears lists the years from from to to, both included, in which the day of
// the month falls on the weekday, in ascending order. It answers what an
// undated “Sunday, July 18” can mean. An impossible day fits no year.
func FitYears(weekday time.Weekday, month time.Month, day, from, to int) []int {
	var years []int
	for y := from; y <= to; y++ {
		if validDay(y, int(month), day) && (Day{y, month, day}).Weekday() == weekday {
			years = append(years, y)
		}
	}
	return years
}

func validDay(y, m, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, time.Month(m))
}

func daysIn(y int, m time.Month) int {
	switch m {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// number counts days from 1970-01-01. The arithmetic is that of Howard
// Hinnant's “chrono-Compatible Low-Level Date Algorithms”: years begin in March,
// so that the leap day comes last.
func (d Day) number() int {
	y, m := d.Year, int(d.Month)
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d.Day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

func dayFromNumber(n int) Day {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := doy - (153*mp+2)/5 + 1
	m := mp + 3
	if m > 12 {
		m -= 12
	}
	y := yoe + era*400
	if m <= 2 {
		y++
	}
	return Day{y, time.Month(m), d}
}

// addMonths moves by whole months; a day that the new month lacks becomes its last.
func (d Day) addMonths(n int) Day {
	if d.IsZero() {
		return d
	}
	m := d.Year*12 + int(d.Month) - 1 + n
	y, mo := floorDiv(m, 12), time.Month(mod(m, 12)+1)
	return Day{y, mo, min(d.Day, daysIn(y, mo))}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func mod(a, b int) int { return a - floorDiv(a, b)*b }

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// easter is the Sunday of the Gregorian calendar, after the anonymous
// algorithm printed in Nature, 20 April 1876 (Meeus, Astronomical Algorithms, ch. 8).
func easter(y int) Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Day{y, time.Month(n / 31), n%31 + 1}
}
