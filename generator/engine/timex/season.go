package timex

// This file resolves quarters, seasons, decades, holidays and the nth of a month.

import (
	"time"
)

// part resolves a quarter or half of a year.
func (r *resolver) part(e *Expression, f *frame, parts int, g Grain, i int) {
	n := int(f.n)
	if n == 99 {
		n = parts
	}
	if n < 1 || n > parts {
		return
	}
	months := 12 / parts
	letter := "-Q"
	if parts == 2 {
		letter = "-H"
	}
	fill := func(y int) Candidate {
		a, _ := monthSpan(y, (n-1)*months+1)
		_, b := monthSpan(y, n*months)
		return Candidate{yearValue(y) + letter + string(rune('0'+n)), a, b}
	}
	set := func(c Candidate) {
		e.Value, e.Earliest, e.Latest = c.Value, c.Earliest, c.Latest
	}
	e.Grain = g
	switch {
	case f.y > 0:
		set(fill(f.y))
		e.Explicit, e.Reason = true, ReasonWritten
	case !f.hasDir && r.governing(f, i) > 0:
		set(fill(r.governing(f, i)))
		e.Reason, e.YearInferred = ReasonContext, true
	case r.pub.IsZero():
		e.Value, e.Reason = "XXXX"+letter+string(rune('0'+n)), ReasonNoPublished
	case f.hasDir && f.u == uYear:
		set(fill(r.pub.Year + f.dir))
		e.Reason, e.YearInferred = ReasonPublished, true
	default:
		e.YearInferred = true
		before, after := fill(r.pub.Year), fill(r.pub.Year+1)
		if before.Earliest.After(r.pub) {
			before, after = fill(r.pub.Year-1), before
		}
		dir, why := r.direction(f)
		back, ahead := r.pub.Sub(before.Latest), after.Earliest.Sub(r.pub)
		pick, other := before, after
		if f.vague && dir > 0 { // third-quarter results, whenever they come
			dir, why = -1, ReasonDefaultPast
		}
		if dir > 0 && back > 0 && ahead < 200 || dir <= 0 && back > 150 && ahead < 92 {
			pick, other = after, before
		}
		set(pick)
		e.Reason = why
		e.Candidates = []Candidate{pick, other}
	}
}

var seasonStart = [...]int{sSpring: 3, sSummer: 6, sAutumn: 9, sWinter: 12}

// seasonOf takes the seasons of the northern hemisphere by whole months; a winter
// has the number of the year in which it begins.
func (r *resolver) seasonOf(e *Expression, f *frame) {
	n := int(f.n)
	fill := func(y int) Candidate {
		a := Day{y, time.Month(seasonStart[n]), 1}
		return Candidate{yearValue(y) + "-" + seasonCodes[n], a, a.addMonths(3).Add(-1)}
	}
	set := func(c Candidate) { e.Value, e.Earliest, e.Latest = c.Value, c.Earliest, c.Latest }
	e.Grain = GrainSeason
	switch {
	case f.y > 0:
		set(fill(f.y))
		e.Explicit, e.Reason = true, ReasonWritten
		return
	case r.pub.IsZero():
		e.Value, e.Reason = "XXXX-"+seasonCodes[n], ReasonNoPublished
		return
	case f.hasDir && f.u == uYear:
		set(fill(r.pub.Year + f.dir))
		e.Reason, e.YearInferred = ReasonPublished, true
		return
	}
	e.YearInferred = true
	if f.every == 1 && !r.last.IsZero() { // the following spring
		c := fill(r.last.Year)
		switch {
		case f.dir > 0 && !c.Earliest.After(r.last):
			c = fill(r.last.Year + 1)
		case f.dir < 0 && !c.Latest.Before(r.last):
			c = fill(r.last.Year - 1)
		}
		set(c)
		e.Reason = ReasonContext
		return
	}
	if y := r.storyYear(f); y > 0 && !f.hasDir {
		set(fill(y))
		e.Reason = ReasonContext
		return
	}
	before, after := fill(r.pub.Year), fill(r.pub.Year+1)
	if before.Earliest.After(r.pub) {
		before, after = fill(r.pub.Year-1), before
	}
	now := !before.Latest.Before(r.pub)
	pick, other := before, after
	switch {
	case f.hasDir && f.dir < 0:
		e.Reason = ReasonLast
		if now {
			pick, other = fill(before.Earliest.Year-1), before
		}
	case f.hasDir && f.dir > 0:
		e.Reason = ReasonNext
		pick, other = after, before
	case f.hasDir:
		e.Reason = ReasonThis
		if !now && r.pub.Sub(before.Latest) > 120 || !now && before.Earliest.Year != r.pub.Year {
			pick, other = after, before
		}
	default:
		dir, why := r.direction(f)
		e.Reason = why
		if !now && (dir > 0 || dir == 0 && r.pub.Sub(before.Latest) > 150) {
			pick, other = after, before
		}
	}
	set(pick)
	e.Candidates = []Candidate{pick, other}
}

func (r *resolver) decade(e *Expression, f *frame) {
	y := f.y
	e.Grain = GrainDecade
	e.Explicit, e.Reason = true, ReasonWritten
	if f.d == 1 {
		limit := 2029
		if !r.pub.IsZero() {
			limit = r.pub.Year
			e.Explicit, e.YearInferred, e.Reason = false, true, ReasonDefaultPast
		} else if y < 30 {
			e.Value, e.Reason, e.Explicit = "XX"+string(rune('0'+y/10)), ReasonNoPublished, false
			return
		}
		y = limit - mod(limit-y, 100)
	}
	if y < 100 {
		e.Value = "XXX"
		return
	}
	r.span(e, uDecade, Day{y, 1, 1})
}

func (r *resolver) holiday(e *Expression, f *frame) {
	h := int(f.n)
	e.Grain = GrainDay
	set := func(d Day) {
		r.setDay(e, f, d)
		e.Type, e.Grain = Date, GrainDay
	}
	if f.hasDir && f.u == uYear && !r.pub.IsZero() {
		f.y = r.pub.Year + f.dir
		e.YearInferred = true
	}
	if f.y > 0 {
		set(feast(h, f.y))
		e.Explicit, e.Reason = !e.YearInferred, ReasonWritten
		return
	}
	if r.pub.IsZero() {
		e.Reason = ReasonNoPublished
		e.Value = "XXXX-XX-XX"
		if a, b := feast(h, 2001), feast(h, 2002); a.Month == b.Month && a.Day == b.Day {
			e.Value = "XXXX" + a.String()[4:]
		}
		return
	}
	e.YearInferred = true
	if !f.hasDir && r.dayTok >= 0 && !r.day.IsZero() && r.sameSentence(r.dayTok, f.ti) {
		for y := r.day.Year - 1; y <= r.day.Year+1; y++ { // December 23, two days before Christmas
			if d := feast(h, y); d.Sub(r.day) > -60 && d.Sub(r.day) < 60 {
				set(d)
				e.Reason = ReasonContext
				return
			}
		}
	}
	before, after := feast(h, r.pub.Year), feast(h, r.pub.Year+1)
	if before.After(r.pub) {
		before, after = feast(h, r.pub.Year-1), before
	}
	pick, other := before, after
	switch {
	case f.hasDir && f.dir < 0:
		e.Reason = ReasonLast
		if before == r.pub {
			pick = feast(h, r.pub.Year-1)
		}
	case f.hasDir && f.dir > 0:
		e.Reason = ReasonNext
		pick, other = after, before
	case f.hasDir:
		e.Reason = ReasonThis
		if before.Year != r.pub.Year && after.Year == r.pub.Year {
			pick, other = after, before
		}
	default:
		pick, e.Reason = r.nearer(f, before, after)
		if pick == after {
			other = before
		}
	}
	set(pick)
	e.Candidates = []Candidate{dayCandidate(pick, f), dayCandidate(other, f)}
	r.checkWeekday(e)
}

// ended resolves a period by the day on which it ends: the week ended Tuesday, the
// fiscal year ended June 30.
func (r *resolver) ended(e *Expression, f *frame, i int) bool {
	fs := r.p.frames
	if f.op != opSame && f.op != opQuarter && f.op != opFiscal || f.y > 0 || i+1 >= len(fs) || !r.p.ended(f, &fs[i+1]) {
		return false
	}
	g := fs[i+1]
	x := r.one(&g, i+1)
	if x.Latest.IsZero() {
		return false
	}
	e.Reason, e.Explicit, e.YearInferred = ReasonContext, x.Explicit, x.YearInferred
	switch {
	case f.op == opFiscal:
		e.Value, e.Grain = "FY"+yearValue(x.Latest.Year), GrainYear
	case f.op == opQuarter:
		r.span(e, uQuarter, x.Latest)
	case f.u == uWeek || f.u == uQuarter || f.u == uMonth || f.u == uYear:
		r.span(e, f.u, x.Latest)
	default:
		return false
	}
	return true
}

// ended reports whether the date g is that on which f ended.
func (p *parser) ended(f, g *frame) bool {
	if g.op != opDay || g.d == 0 && g.wd == 0 && g.mo == 0 || g.ti-f.te < 1 || g.ti-f.te > 2 {
		return false
	}
	p.lead = f.te
	if p.word(f.te, "to") && g.mo > 0 && (f.op == opDuration || f.u == uYear || f.u == uQuarter) {
		return g.ti == f.te+1 // the year to March, the three months to June
	}
	return p.anyWord(f.te, "ended", "ending", "through") && (g.ti == f.te+1 || p.word(f.te+1, "on")) && p.seen(g.ti)
}

// feast is the day of a holiday in a year.
func feast(h, y int) Day {
	nth := func(mo time.Month, wd, n int) Day {
		d := Day{y, mo, 1}
		return d.Add(mod(wd-isoWeekday(d), 7) + 7*(n-1))
	}
	switch h {
	case hChristmas:
		return Day{y, 12, 25}
	case hChristmasEve:
		return Day{y, 12, 24}
	case hNewYearsDay:
		return Day{y, 1, 1}
	case hNewYearsEve:
		return Day{y, 12, 31}
	case hThanksgiving:
		return nth(11, 4, 4)
	case hHalloween:
		return Day{y, 10, 31}
	case hValentines:
		return Day{y, 2, 14}
	case hBoxing:
		return Day{y, 12, 26}
	case hEasterSunday, hEaster:
		return easter(y)
	case hEasterMonday:
		return easter(y).Add(1)
	case hGoodFriday:
		return easter(y).Add(-2)
	case hPalmSunday:
		return easter(y).Add(-7)
	case hAshWednesday:
		return easter(y).Add(-46)
	case hMaundyThursday:
		return easter(y).Add(-3)
	case hIndependenceDay:
		return Day{y, 7, 4}
	case hLaborDay:
		return nth(9, 1, 1)
	case hMemorialDay:
		d := Day{y, 5, 31}
		return d.Add(1 - isoWeekday(d))
	case hVeteransDay:
		return Day{y, 11, 11}
	case hMayDay:
		return Day{y, 5, 1}
	case hColumbusDay:
		return nth(10, 1, 2)
	case hEarthDay:
		return Day{y, 4, 22}
	case hBastille:
		return Day{y, 7, 14}
	case hAnzac:
		return Day{y, 4, 25}
	case hElectionDay: // the Tuesday after the first Monday
		return nth(11, 1, 1).Add(1)
	case hMLK:
		return nth(1, 1, 3)
	case hPresidents:
		return nth(2, 1, 3)
	case hMothers:
		return nth(5, 7, 2)
	case hFathers:
		return nth(6, 7, 3)
	case hAustralia:
		return Day{y, 1, 26}
	case hCanada:
		return Day{y, 7, 1}
	case hArmistice:
		return Day{y, 11, 11}
	}
	return Day{y, 1, 1}
}

// nth resolves the first Monday of May and the last week of March.
func (r *resolver) nth(e *Expression, f *frame) {
	y := f.y
	e.Explicit, e.Reason = y > 0, ReasonWritten
	if f.hasDir && f.u == uYear && !r.pub.IsZero() {
		y = r.pub.Year + f.dir
	}
	if y == 0 {
		if r.pub.IsZero() {
			e.Value, e.Reason = monthValue(0, f.mo), ReasonNoPublished
			e.Grain = GrainWeek
			if f.op == opNthDay || unit(f.every) == uDay {
				e.Value, e.Grain = e.Value+"-XX", GrainDay
			}
			return
		}
		before, after := r.monthsAround(f.mo)
		pick, why := before, ReasonPublished
		if before.Month != r.pub.Month {
			pick, why = r.nearer(f, before, after)
		}
		y, e.Reason, e.YearInferred = pick.Year, why, true
	}
	first, last := monthSpan(y, f.mo)
	n := int(f.n)
	var d Day
	if f.op == opNthDay {
		if n == 99 {
			d = last.Add(-mod(isoWeekday(last)-f.wd, 7))
		} else {
			d = first.Add(mod(f.wd-isoWeekday(first), 7) + 7*(n-1))
		}
		if d.Month != first.Month { // no fifth Monday
			r.span(e, uMonth, first)
			return
		}
		r.setDay(e, f, d)
		return
	}
	switch unit(f.every) {
	case uDay:
		d = last
		if n != 99 {
			if n > last.Day {
				r.span(e, uMonth, first)
				return
			}
			d = first.Add(n - 1)
		}
		r.setDay(e, f, d)
	case uWeek, uWeekend:
		// The weeks that have most of their days in the month count.
		w := first.Add(4 - isoWeekday(first)) // Thursday of the first week
		if w.Before(first) {
			w = w.Add(7)
		}
		if n == 99 {
			w = last.Add(-mod(isoWeekday(last)-7, 7)) // the last Sunday
		} else {
			w = w.Add(7 * (n - 1))
		}
		if w.Month != first.Month {
			r.span(e, uMonth, first)
			return
		}
		r.span(e, unit(f.every), w)
	}
}
