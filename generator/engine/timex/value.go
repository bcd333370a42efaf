package timex

// This file writes TIMEX3 values and the days that they cover.

import (
	"strconv"
	"time"
)

// pad appends n with at least width figures; below zero counts as zero.
func pad(b []byte, n, width int) []byte {
	n = max(n, 0)
	have := 1
	for m := n; m >= 10; m /= 10 {
		have++
	}
	for ; have < width; have++ {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

func appendDay(b []byte, d Day) []byte {
	b = pad(b, d.Year, 4)
	b = append(b, '-')
	b = pad(b, int(d.Month), 2)
	b = append(b, '-')
	return pad(b, d.Day, 2)
}

func monthValue(y, m int) string {
	b := make([]byte, 0, 8)
	if y > 0 {
		b = pad(b, y, 4)
	} else {
		b = append(b, "XXXX"...)
	}
	b = append(b, '-')
	return string(pad(b, m, 2))
}

func yearValue(y int) string { return string(pad(make([]byte, 0, 4), y, 4)) }

func weekValue(d Day) string {
	y, w := d.ISOWeek()
	b := append(pad(make([]byte, 0, 11), y, 4), '-', 'W')
	return string(pad(b, w, 2))
}

// clockValue adds the time of day to the value of a day.
func clockValue(day string, f *frame) string {
	if f.part >= 0 {
		return day + "T" + partCodes[f.part]
	}
	if f.hour < 0 {
		return day
	}
	b := make([]byte, 0, 24)
	b = append(b, day...)
	b = append(b, 'T')
	b = pad(b, int(f.hour), 2)
	b = append(b, ':')
	b = pad(b, int(f.min), 2)
	if f.hasZone {
		if f.zone == 0 {
			b = append(b, 'Z')
		}
	}
	return string(b)
}

// unitCodes: a decade is ten years (P10Y), as annotators write it; TIDES has P1DE.
var unitCodes = [...]string{uSecond: "S", uMinute: "M", uHour: "H", uDay: "D", uWeek: "W", uMonth: "M", uQuarter: "Q", uYear: "Y", uDecade: "DE", uCentury: "CE", uFortnight: "W", uWeekend: "WE", uMillennium: "ML"}

// period is the value of a duration.
func (f *frame) period() string {
	v := period(f.n, f.vague, f.u)
	if f.n2 == 0 || f.n != float64(int(f.n)) {
		return v
	}
	// P2Y6M, PT1H40M, P1DT12H
	w := period(f.n2, false, f.u2)[1:]
	if f.u <= uHour && f.u2 <= uHour {
		w = w[1:]
	}
	return v + w
}

// amount is how many units there are, with the rest as a part of one.
func (f *frame) amount() float64 {
	if f.n2 == 0 {
		return f.n
	}
	parts := 60.0 // minutes of an hour, seconds of a minute
	switch {
	case f.u2 == uMonth:
		parts = 12
	case f.u2 == uHour:
		parts = 24
	case f.u == uWeek:
		parts = 7
	case f.u == uMonth:
		parts = 30
	}
	return f.n + f.n2/parts
}

func period(n float64, vague bool, u unit) string {
	b := make([]byte, 0, 12)
	b = append(b, 'P')
	switch u {
	case uFortnight:
		n *= 2
	case uDecade:
		n, u = n*10, uYear
	case uCentury:
		n, u = n*100, uYear
	case uMillennium:
		n, u = n*1000, uYear
	}
	if vague && u == uFortnight {
		u = uWeek
	}
	if n == 0.5 && !vague {
		switch u {
		case uMinute:
			n, u = 30, uSecond
		case uHour:
			n, u = 30, uMinute
		case uDay:
			n, u = 12, uHour
		case uMonth:
			n, u = 15, uDay
		case uYear:
			n, u = 6, uMonth
		}
	}
	if u <= uHour {
		b = append(b, 'T')
	}
	if vague {
		b = append(b, 'X')
	} else {
		b = strconv.AppendFloat(b, n, 'f', -1, 64)
	}
	return string(append(b, unitCodes[u]...))
}

func setValue(f *frame) string {
	switch {
	case f.wd > 0:
		v := "XXXX-WXX-" + string(rune('0'+f.wd))
		if f.part >= 0 {
			v += "T" + partCodes[f.part]
		}
		return v
	case f.mo > 0 && f.d > 0:
		return "XXXX-" + string(pad(append(pad(nil, f.mo, 2), '-'), f.d, 2))
	case f.mo > 0:
		return monthValue(0, f.mo)
	case f.dir > 0:
		return "XXXX-" + seasonCodes[f.dir]
	case f.part >= 0:
		return "XXXX-XX-XXT" + partCodes[f.part]
	case f.u == uWeekend && f.n == 1:
		return "XXXX-WXX-WE"
	}
	return period(f.n, f.vague, f.u)
}

// setDay fills an expression that names one day.
func (r *resolver) setDay(e *Expression, f *frame, d Day) {
	e.Value = clockValue(d.String(), f)
	e.Earliest, e.Latest = d, d
	e.Grain = GrainDay
	if e.Type == Time {
		e.Grain = GrainTime
	}
}

func (r *resolver) unknownDay(e *Expression, f *frame, v string) {
	e.Value = clockValue(v, f)
	e.Grain = GrainDay
	if e.Type == Time {
		e.Grain = GrainTime
	}
	e.Reason = ReasonNoPublished
}

func dayCandidate(d Day, f *frame) Candidate {
	return Candidate{Value: clockValue(d.String(), f), Earliest: d, Latest: d}
}

func monthSpan(y, m int) (Day, Day) {
	return Day{y, time.Month(m), 1}, Day{y, time.Month(m), daysIn(y, time.Month(m))}
}

// span sets value and days of a unit of the calendar around d.
func (r *resolver) span(e *Expression, u unit, d Day) {
	switch u {
	case uDay:
		e.Value, e.Earliest, e.Latest, e.Grain = d.String(), d, d, GrainDay
	case uWeek, uFortnight:
		m := d.Add(1 - isoWeekday(d))
		e.Value, e.Earliest, e.Latest, e.Grain = weekValue(d), m, m.Add(6), GrainWeek
	case uWeekend:
		m := d.Add(1 - isoWeekday(d))
		e.Value, e.Earliest, e.Latest, e.Grain = weekValue(d)+"-WE", m.Add(5), m.Add(6), GrainWeekend
	case uMonth:
		e.Value = monthValue(d.Year, int(d.Month))
		e.Earliest, e.Latest = monthSpan(d.Year, int(d.Month))
		e.Grain = GrainMonth
	case uQuarter:
		q := (int(d.Month) - 1) / 3
		e.Value = yearValue(d.Year) + "-Q" + string(rune('1'+q))
		e.Earliest, _ = monthSpan(d.Year, q*3+1)
		_, e.Latest = monthSpan(d.Year, q*3+3)
		e.Grain = GrainQuarter
	case uYear:
		e.Value, e.Earliest, e.Latest, e.Grain = yearValue(d.Year), Day{d.Year, 1, 1}, Day{d.Year, 12, 31}, GrainYear
	case uDecade:
		y := floorDiv(d.Year, 10) * 10
		e.Value, e.Earliest, e.Latest, e.Grain = string(pad(nil, y/10, 3)), Day{y, 1, 1}, Day{y + 9, 12, 31}, GrainDecade
	case uCentury:
		c := floorDiv(d.Year-1, 100)
		e.Value, e.Earliest, e.Latest, e.Grain = string(pad(nil, c, 2)), Day{c*100 + 1, 1, 1}, Day{c*100 + 100, 12, 31}, GrainCentury
	case uMillennium:
		c := floorDiv(d.Year-1, 1000)
		e.Value, e.Earliest, e.Latest, e.Grain = string(pad(nil, c, 1)), Day{c*1000 + 1, 1, 1}, Day{c*1000 + 1000, 12, 31}, GrainCentury
	}
}

var unknownUnit = [...]string{uSecond: "XXXX-XX-XXTXX", uMinute: "XXXX-XX-XXTXX", uHour: "XXXX-XX-XXTXX", uDay: "XXXX-XX-XX", uWeek: "XXXX-WXX", uMonth: "XXXX-XX", uQuarter: "XXXX-QX", uYear: "XXXX", uDecade: "XXX", uCentury: "XX", uFortnight: "XXXX-WXX", uWeekend: "XXXX-WXX-WE", uMillennium: "X"}

var unitGrain = [...]Grain{uSecond: GrainTime, uMinute: GrainTime, uHour: GrainTime, uDay: GrainDay, uWeek: GrainWeek, uMonth: GrainMonth, uQuarter: GrainQuarter, uYear: GrainYear, uDecade: GrainDecade, uCentury: GrainCentury, uFortnight: GrainWeek, uWeekend: GrainWeekend, uMillennium: GrainCentury}

func (r *resolver) unknown(e *Expression, f *frame) {
	e.Value = unknownUnit[f.u]
	e.Grain = unitGrain[f.u]
	if f.u == uDay {
		e.Value = clockValue(e.Value, f)
		if e.Type == Time {
			e.Grain = GrainTime
		}
	}
	e.Reason = ReasonNoPublished
}

// moved is the day n units from d.
func moved(d Day, u unit, n float64) Day {
	switch u {
	case uDay:
		return d.Add(clampDays(n))
	case uWeek, uWeekend:
		return d.Add(clampDays(7 * n))
	case uFortnight:
		return d.Add(clampDays(14 * n))
	case uMonth:
		return d.addMonths(clampDays(n))
	case uQuarter:
		return d.addMonths(clampDays(3 * n))
	case uYear:
		return d.addMonths(clampDays(12 * n))
	case uDecade:
		return d.addMonths(clampDays(120 * n))
	case uCentury:
		return d.addMonths(clampDays(1200 * n))
	case uMillennium:
		return d.addMonths(clampDays(12000 * n))
	}
	return d
}

func clampDays(n float64) int {
	const limit = 3000000
	return int(max(-limit, min(limit, n)))
}

// inRange reports whether a day can be written with a year of four figures.
func inRange(d Day) bool { return d.Year >= 1 && d.Year <= 9999 }

// farOff is for what lies beyond the years of four figures: 66 million years ago.
func (r *resolver) farOff(e *Expression, n float64) {
	e.Value, e.Reason, e.Type = "PAST_REF", ReasonNoDay, Date
	if n > 0 {
		e.Value = "FUTURE_REF"
	}
}
