package timex

// This file resolves years, months, days and weekdays.

import (
	"time"
)

// calendar resolves years, months, days and weekdays as written.
func (r *resolver) calendar(e *Expression, f *frame, i int) {
	if f.mo2 != 0 {
		r.ambiguous(e, f)
		return
	}
	if f.hasDir && f.u == uYear {
		if r.pub.IsZero() {
			f.y = 0
		} else {
			f.y = r.pub.Year + f.dir
			e.YearInferred = true
		}
	}
	switch {
	case f.every == 8: // on this day in 1952
		d := Day{f.y, r.pub.Month, r.pub.Day}
		if r.pub.IsZero() || !validDay(d.Year, int(d.Month), d.Day) {
			r.span(e, uYear, Day{f.y, 1, 1})
			e.Explicit, e.Reason = true, ReasonWritten
			return
		}
		r.setDay(e, f, d)
		e.Reason = ReasonPublished
	case f.every == 7: // the week of July 12
		g := *f
		g.every = 0
		x := r.one(&g, i)
		*e = x
		if !x.Earliest.IsZero() {
			r.span(e, f.u, x.Earliest)
			e.Candidates = nil
		} else {
			e.Value, e.Grain = unknownUnit[f.u], unitGrain[f.u]
		}
	case f.y > 0 && f.mo == 0:
		r.span(e, uYear, Day{f.y, 1, 1})
		e.Explicit, e.Reason = true, ReasonWritten
		if f.d2 == -1 && f.y < 9999 {
			e.Latest = Day{f.y + 1, 12, 31}
		}
	case f.y > 0 && f.d == 0:
		r.span(e, uMonth, Day{f.y, time.Month(f.mo), 1})
		e.Explicit, e.Reason = !e.YearInferred, ReasonWritten
		if e.YearInferred {
			e.Reason = ReasonPublished
		}
	case f.y > 0:
		r.setDay(e, f, Day{f.y, time.Month(f.mo), f.d})
		e.Explicit, e.Reason = !e.YearInferred, ReasonWritten
		if e.YearInferred {
			e.Reason = ReasonPublished
		}
		e.Name = f.name && f.link >= 0
		r.checkWeekday(e)
	case f.mo > 0 && f.d > 0:
		r.monthDay(e, f, i)
	case f.mo > 0:
		r.monthOnly(e, f, i)
	case f.d > 0:
		r.dayOnly(e, f)
	case f.wd > 0:
		r.weekdayOnly(e, f, i)
	}
}

func (r *resolver) checkWeekday(e *Expression) {
	if e.HasWeekday && !e.Earliest.IsZero() && e.Earliest == e.Latest {
		if a := e.Earliest.Weekday(); a != e.Weekday {
			e.Mismatch, e.ActualWeekday = true, a
		}
	}
}

func (r *resolver) ambiguous(e *Expression, f *frame) {
	md := Day{f.y, time.Month(f.mo), f.d}
	dm := Day{f.y, time.Month(f.mo2), f.d2}
	e.Explicit = true
	first, second := md, dm
	e.Reason = r.orderWhy
	if r.order == DayFirst {
		first, second = dm, md
	}
	known := r.orderWhy == ReasonDayFirst || r.orderWhy == ReasonMonthFirst
	if !known {
		switch {
		case f.wd > 0 && (isoWeekday(md) == f.wd) != (isoWeekday(dm) == f.wd):
			first, second = md, dm
			if isoWeekday(dm) == f.wd {
				first, second = dm, md
			}
			e.Reason = ReasonWeekdayFits
		case !r.pub.IsZero():
			// the publication date itself, or what lies right before it
			a, b := r.pub.Sub(first), r.pub.Sub(second)
			if b >= 0 && b <= 14 && (a < 0 || a > 28) {
				first, second = second, first
				e.Reason = ReasonNearest
			}
		}
	}
	e.Ambiguous = !known
	r.setDay(e, f, first)
	e.Candidates = []Candidate{dayCandidate(first, f), dayCandidate(second, f)}
	r.checkWeekday(e)
}

// linked finds the date in brackets or apposition that fixes a weekday:
// Thursday (March 21); July 18, a Sunday; July 18 – a Sunday –; July 18, which
// was a Sunday; today (Monday).
func (r *resolver) linked(f *frame, i int) (Day, bool) {
	p := r.p
	p.lead = f.ti
	fs := p.frames
	if p.is(f.te, '(') && i+1 < len(fs) && fs[i+1].ti == f.te+1 {
		if g := fs[i+1]; g.op == opDay && g.d > 0 && g.mo > 0 && g.mo2 == 0 {
			g.wd = f.wd
			x := r.one(&g, i+1)
			return x.Earliest, !x.Earliest.IsZero()
		}
	}
	p.lead = f.ti
	if i > 0 && len(r.out) > 0 {
		g := &fs[i-1]
		x := &r.out[len(r.out)-1]
		if x.Start != int(g.start) || x.Earliest.IsZero() || x.Earliest != x.Latest || x.HasWeekday || x.Ambiguous || x.Name {
			return Day{}, false
		}
		day := g.op == opDay && (g.d > 0 || g.every == 8)
		if !(day || g.op == opRel && g.u == uDay) {
			return Day{}, false
		}
		a := g.te
		switch {
		case p.is(a, '(') && f.ti == a+1 && p.is(f.te, ')'):
			return x.Earliest, true
		case !day || p.word(f.te, "s") || p.apostrophe(f.te):
		case p.cls(f.ti-1) == cA:
			// only what can join the two stands between them
			b := f.ti - 1
			if p.is(a, ',') || p.hyphen(a) {
				a++
			}
			if p.word(a, "which") {
				a++
			}
			if p.anyWord(a, "was", "is", "being", "fell", "falls") {
				if a++; p.word(a, "on") {
					a++
				}
			}
			return x.Earliest, a == b && b > g.te
		case f.ti == a+1 && (p.is(a, ',') || p.hyphen(a)):
			// without an article it must fit and close like an aside
			fits := isoWeekday(x.Earliest) == f.wd && (p.clauseEnd(f.te) || p.hyphen(f.te))
			return x.Earliest, fits
		}
	}
	return Day{}, false
}

// inRow finds the second of two weekdays in a row: Monday to Friday, Saturday and
// Sunday. It comes after the first.
func (r *resolver) inRow(f *frame, i int) (Day, bool) {
	if i == 0 || len(r.out) == 0 || f.hasDir {
		return Day{}, false
	}
	p, g, x := r.p, &r.p.frames[i-1], &r.out[len(r.out)-1]
	if g.op != opDay || g.wd == 0 || g.d > 0 || g.hasDir || x.Start != int(g.start) || x.Earliest.IsZero() || g.wd == f.wd || f.ti-g.te > 2 || f.ti == g.te || !r.joined(g.te, f.ti) {
		return Day{}, false
	}
	p.lead = g.te
	if !p.anyWord(g.te, "and", "or", "to", "through", "thru") && !p.hyphen(g.te) {
		return Day{}, false
	}
	return x.Earliest.Add(mod(f.wd-g.wd, 7)), true
}

func (r *resolver) weekdayOnly(e *Expression, f *frame, i int) {
	if f.plus > 0 { // a week from Friday, Friday week
		e.HasWeekday = false
		if r.pub.IsZero() {
			r.unknownDay(e, f, "XXXX-XX-XX")
			return
		}
		r.setDay(e, f, r.pub.Add(7-mod(isoWeekday(r.pub)-f.wd, 7)+f.plus))
		e.Reason = ReasonPublished
		return
	}
	if d, ok := r.linked(f, i); ok {
		r.setDay(e, f, d)
		e.Reason = ReasonContext
		r.checkWeekday(e)
		return
	}
	if d, ok := r.inRow(f, i); ok {
		r.setDay(e, f, d)
		e.Reason = ReasonContext
		e.Candidates = []Candidate{dayCandidate(d, f), dayCandidate(d.Add(-7), f)}
		return
	}
	if r.pub.IsZero() {
		r.unknownDay(e, f, "XXXX-WXX-"+string(rune('0'+f.wd)))
		return
	}
	if r.indefinite(f) {
		r.unknownDay(e, f, "XXXX-WXX-"+string(rune('0'+f.wd)))
		e.Reason = ReasonNoDay
		return
	}
	if p := r.p; r.dayWrote && f.part < 0 && r.pub.Sub(r.day) > 14 && (p.prep(f.ti) == pUntil || p.prep(f.ti) == pBy) && r.sameParagraph(r.dayTok, f.ti) && r.verb(f) == -1 {
		// the end of a span that began on a day long gone
		r.setDay(e, f, r.day.Add(7-mod(isoWeekday(r.day)-f.wd, 7)))
		e.Reason = ReasonContext
		return
	}
	if f.hasDir && f.u == uWeek {
		r.setDay(e, f, r.pub.Add(f.wd-isoWeekday(r.pub)+7*f.dir))
		e.Reason = [...]string{ReasonLast, ReasonThis, ReasonNext}[f.dir+1]
		return
	}
	back := mod(isoWeekday(r.pub)-f.wd, 7)
	before := r.pub.Add(-back)
	after := r.pub.Add(7 - back)
	// “The council will vote Monday”, published on a Monday, is today in the news;
	// a timetable that means today says so.
	if dir, why := r.direction(f); back == 0 && dir > 0 && f.plan && f.part < 0 && r.p.prep(f.ti) == pOn {
		r.setDay(e, f, after)
		e.Reason = why
		e.Candidates = []Candidate{dayCandidate(after, f), dayCandidate(r.pub, f), dayCandidate(before.Add(-7), f)}
		return
	}
	if back == 0 {
		r.setDay(e, f, r.pub)
		e.Reason = ReasonSameDay
		e.Candidates = []Candidate{dayCandidate(r.pub, f), dayCandidate(r.pub.Add(-7), f), dayCandidate(r.pub.Add(7), f)}
		return
	}
	dir, why := r.direction(f)
	first, second := before, after
	if dir > 0 || dir == 0 && why == ReasonNearest && back > 3 {
		first, second = after, before
	}
	r.setDay(e, f, first)
	e.Reason = why
	e.Candidates = []Candidate{dayCandidate(first, f), dayCandidate(second, f)}
}

// indefinite reports whether a weekday with an article is any such day: the bank
// failed on a Monday.
func (r *resolver) indefinite(f *frame) bool {
	p := r.p
	p.lead = f.ti
	if p.prevCls(f.ti) != cA || f.part >= 0 || p.prep(f.ti-1) != pOn {
		return false
	}
	next := p.tok(f.te)
	return next.kind != kWord && next.kind != kNum && !p.hyphen(f.te) && !p.apostrophe(f.te) || next.flags&fPar != 0 || p.cls(f.te) == cPrep || p.cls(f.te) == cAnd
}

// around returns the last day before or on the base and the first after it that
// have this month and day, skipping years that lack February 29.
func around(base Day, mo, d int) (before, after Day) {
	y := base.Year
	for k := 0; k < 9; k++ {
		if validDay(y-k, mo, d) {
			if c := (Day{y - k, time.Month(mo), d}); !c.After(base) {
				before = c
				break
			}
		}
	}
	for k := 0; k < 9; k++ {
		if validDay(y+k, mo, d) {
			if c := (Day{y + k, time.Month(mo), d}); c.After(base) {
				after = c
				break
			}
		}
	}
	return before, after
}

func (r *resolver) monthDay(e *Expression, f *frame, i int) {
	bare := "XXXX-" + string(pad(append(pad(make([]byte, 0, 8), f.mo, 2), '-'), f.d, 2))
	e.Name = f.name
	if y := r.governing(f, i); y > 0 && !f.name && validDay(y, f.mo, f.d) {
		if d := (Day{y, time.Month(f.mo), f.d}); f.wd == 0 || isoWeekday(d) == f.wd {
			r.setDay(e, f, d)
			e.Reason, e.YearInferred = ReasonContext, true
			return
		}
	}
	if r.pub.IsZero() {
		if d, ok := r.continued(f, i); ok {
			r.setDay(e, f, d)
			e.Reason, e.YearInferred = ReasonContext, true
			r.checkWeekday(e)
			return
		}
		r.unknownDay(e, f, bare)
		return
	}
	if y := r.storyYear(f); y > 0 && !f.name && validDay(y, f.mo, f.d) {
		if _, ok := r.continued(f, i); !ok {
			r.setDay(e, f, Day{y, time.Month(f.mo), f.d})
			e.Reason, e.YearInferred = ReasonContext, true
			r.checkWeekday(e)
			return
		}
	}
	before, after := around(r.pub, f.mo, f.d)
	if before.IsZero() || after.IsZero() {
		r.unknownDay(e, f, bare)
		return
	}
	cands := []Candidate{dayCandidate(before, f), dayCandidate(after, f)}
	if f.name {
		// A recent day is meant as such, but for the one that news everywhere calls
		// by its month and number.
		if f.link < 0 && r.pub.Sub(before) <= 45 && !(f.mo == 9 && f.d == 11) {
			e.Name = false
		} else {
			e.Value, e.Reason, e.Grain = clockValue(bare, f), ReasonName, GrainDay
			return
		}
	}
	e.YearInferred = true
	if d, ok := r.continued(f, i); ok {
		r.setDay(e, f, d)
		e.Reason = ReasonContext
		r.checkWeekday(e)
		return
	}
	pick, why := r.nearer(f, before, after)
	other := after
	if pick == after {
		other = before
	}
	if f.wd > 0 && isoWeekday(pick) != f.wd && isoWeekday(other) == f.wd {
		if n := other.Sub(r.pub); n > -300 && n < 300 {
			pick, other = other, pick
			why = ReasonWeekdayFits
		}
	}
	r.setDay(e, f, pick)
	e.Reason = why
	switch {
	case f.wd > 0 && isoWeekday(pick) != f.wd && r.year > 0 && r.year != pick.Year && r.year != other.Year && validDay(r.year, f.mo, f.d) && isoWeekday(Day{r.year, time.Month(f.mo), f.d}) == f.wd:
		// the year that the text has been speaking of
		d := Day{r.year, time.Month(f.mo), f.d}
		r.setDay(e, f, d)
		e.Reason = ReasonWeekdayFits
		cands = []Candidate{dayCandidate(d, f), dayCandidate(pick, f), dayCandidate(other, f)}
	case pick == after:
		cands[0], cands[1] = cands[1], cands[0]
	}
	e.Candidates = cands
	r.checkWeekday(e)
}

// nearer chooses between the readings before and after the publication date by
// tense, unless that one lies most of a year away and the other is close.
func (r *resolver) nearer(f *frame, before, after Day) (Day, string) {
	if before == r.pub {
		return before, ReasonPublished
	}
	if f.d > 0 && r.dateline(f) {
		if r.pub.Sub(before) <= after.Sub(r.pub) {
			return before, ReasonDateline
		}
		return after, ReasonDateline
	}
	dir, why := r.direction(f)
	if r.p.lead = f.ti; dir <= 0 && r.p.word(f.ti-1, "ended") {
		return before, ReasonPastTense
	}
	back, ahead := r.pub.Sub(before), after.Sub(r.pub)
	switch {
	case dir > 0:
		if ahead > 270 && back < 90 {
			return before, ReasonNearest
		}
		return after, why
	case dir < 0:
		// “announced a July summit”: the verb is not that of the date
		if pr := r.p.prep(f.ti); back > 300 && ahead < 62 && why != ReasonSince && (f.d > 0 || pr == pOther || pr == pFor) {
			return after, ReasonNearest
		}
		return before, why
	}
	if back > 240 && ahead < 120 || why == ReasonNearest && ahead < back {
		return after, ReasonNearest
	}
	return before, why
}

// continued finds the year of a date that follows directly on one with a year:
// November 2006 to March; July 30, 2021, to August 2.
func (r *resolver) continued(f *frame, i int) (Day, bool) {
	if i == 0 || len(r.out) == 0 {
		return Day{}, false
	}
	g := &r.p.frames[i-1]
	x := &r.out[len(r.out)-1]
	if g.op != opDay || g.mo == 0 || (g.d > 0) != (f.d > 0) || x.Start != int(g.start) || x.Earliest.IsZero() || !r.joined(g.te, f.ti) {
		return Day{}, false
	}
	if g.y == 0 { // March through July: a range, its end after its beginning
		p := r.p
		p.lead = g.te
		if !(p.anyWord(g.te, "to", "through", "thru", "until", "till") || p.hyphen(g.te) || p.word(g.te, "and") && p.prep(g.ti) == pBetween) {
			return Day{}, false
		}
	}
	y := x.Earliest.Year
	if f.mo < g.mo {
		y++
	}
	d := max(f.d, 1)
	if !validDay(y, f.mo, d) {
		return Day{}, false
	}
	return Day{y, time.Month(f.mo), d}, true
}

func (r *resolver) monthOnly(e *Expression, f *frame, i int) {
	e.Grain = GrainMonth
	if d, ok := r.continued(f, i); ok {
		r.span(e, uMonth, d)
		e.Reason, e.YearInferred = ReasonContext, true
		return
	}
	if y := r.governing(f, i); y > 0 {
		r.span(e, uMonth, Day{y, time.Month(f.mo), 1})
		e.Reason, e.YearInferred = ReasonContext, true
		return
	}
	if r.pub.IsZero() {
		e.Value, e.Reason = monthValue(0, f.mo), ReasonNoPublished
		return
	}
	e.YearInferred = true
	if y := r.storyYear(f); y > 0 {
		r.span(e, uMonth, Day{y, time.Month(f.mo), 1})
		e.Reason = ReasonContext
		return
	}
	before, after := r.monthsAround(f.mo)
	if before.Month == r.pub.Month && before.Year == r.pub.Year {
		r.span(e, uMonth, before)
		e.Reason = ReasonPublished
		r.addMonths(e, before, after)
		return
	}
	pick, why := r.nearer(f, before, after)
	r.span(e, uMonth, pick)
	e.Reason = why
	if pick == after {
		r.addMonths(e, after, before)
	} else {
		r.addMonths(e, before, after)
	}
}

func (r *resolver) addMonths(e *Expression, a, b Day) {
	for _, d := range [2]Day{a, b} {
		var x Expression
		r.span(&x, uMonth, d)
		e.Candidates = append(e.Candidates, Candidate{x.Value, x.Earliest, x.Latest})
	}
}

// monthsAround returns the month on or before that of the publication and the
// one after it, as their first days.
func (r *resolver) monthsAround(mo int) (before, after Day) {
	y := r.pub.Year
	if mo > int(r.pub.Month) {
		return Day{y - 1, time.Month(mo), 1}, Day{y, time.Month(mo), 1}
	}
	return Day{y, time.Month(mo), 1}, Day{y + 1, time.Month(mo), 1}
}

// dayOnly resolves “the 18th” and “Monday the 18th”.
func (r *resolver) dayOnly(e *Expression, f *frame) {
	if r.pub.IsZero() {
		r.unknownDay(e, f, "XXXX-XX-"+string(pad(nil, f.d, 2)))
		return
	}
	var before, after Day
	first := Day{r.pub.Year, r.pub.Month, 1}
	for k := 0; k < 3 && before.IsZero(); k++ {
		m := first.addMonths(-k)
		if f.d <= daysIn(m.Year, m.Month) {
			if c := (Day{m.Year, m.Month, f.d}); !c.After(r.pub) {
				before = c
			}
		}
	}
	for k := 0; k < 3 && after.IsZero(); k++ {
		m := first.addMonths(k)
		if f.d <= daysIn(m.Year, m.Month) {
			if c := (Day{m.Year, m.Month, f.d}); c.After(r.pub) {
				after = c
			}
		}
	}
	if before.IsZero() || after.IsZero() {
		r.unknownDay(e, f, "XXXX-XX-"+string(pad(nil, f.d, 2)))
		return
	}
	dir, why := r.direction(f)
	pick, other := before, after
	if dir > 0 {
		pick, other = after, before
	}
	if f.wd > 0 && isoWeekday(pick) != f.wd && isoWeekday(other) == f.wd {
		pick, other, why = other, pick, ReasonWeekdayFits
	}
	r.setDay(e, f, pick)
	e.Reason = why
	e.YearInferred = true
	e.Candidates = []Candidate{dayCandidate(pick, f), dayCandidate(other, f)}
	r.checkWeekday(e)
}

// named resolves last, this and next month or weekday by name.
func (r *resolver) named(e *Expression, f *frame) {
	base := r.pub
	if f.every == 1 {
		base = r.base()
	}
	e.Reason = [...]string{ReasonLast, ReasonThis, ReasonNext}[f.dir+1]
	if base.IsZero() {
		switch {
		case f.wd > 0:
			r.unknownDay(e, f, "XXXX-WXX-"+string(rune('0'+f.wd)))
		case f.d > 0:
			r.unknownDay(e, f, "XXXX-"+string(pad(append(pad(nil, f.mo, 2), '-'), f.d, 2)))
		default:
			e.Value, e.Grain, e.Reason = monthValue(0, f.mo), GrainMonth, ReasonNoPublished
		}
		return
	}
	switch {
	case f.wd > 0:
		back := mod(isoWeekday(base)-f.wd, 7)
		var d Day
		var other Day
		switch {
		case f.dir < 0:
			if back == 0 {
				back = 7
			}
			d = base.Add(-back)
			other = d.Add(-7)
		case f.dir > 0:
			d = base.Add(7 - back)
			other = d.Add(7)
		default:
			d = base.Add(f.wd - isoWeekday(base))
			other = d.Add(7)
		}
		r.setDay(e, f, d)
		e.Candidates = []Candidate{dayCandidate(d, f), dayCandidate(other, f)}
	case f.d > 0:
		before, after := around(base, f.mo, f.d)
		pick := before
		switch {
		case f.dir > 0:
			pick = after
		case f.dir == 0:
			if validDay(base.Year, f.mo, f.d) {
				pick = Day{base.Year, time.Month(f.mo), f.d}
			}
		case before == base:
			pick, _ = around(base.Add(-1), f.mo, f.d)
		}
		if pick.IsZero() {
			r.unknownDay(e, f, "XXXX-"+string(pad(append(pad(nil, f.mo, 2), '-'), f.d, 2)))
			return
		}
		r.setDay(e, f, pick)
		e.YearInferred = true
	default:
		y := base.Year
		switch {
		case f.dir < 0 && f.mo >= int(base.Month):
			y--
		case f.dir > 0 && f.mo <= int(base.Month):
			y++
		}
		r.span(e, uMonth, Day{y, time.Month(f.mo), 1})
		e.YearInferred = true
	}
}
