package timex

// This file tells how long a duration is and between which dates it lies.

import "math"

// Length is how long a Duration lasts. The bounds are whole days, both ends
// included, and leave out what the words leave open: three years are 1095 or 1096
// days, a month 28 to 31, “two or three weeks” 14 to 21. A bound of 0 is not known:
// “for months” and “several months” have at least the 59 of two months and no upper
// bound, “more than three weeks” at least 21, “up to three weeks” at most 21, five
// working days at least 5. Both are 0 for what is shorter than a day, and for what is
// no duration. “About” makes room for half a unit on either side. How far a writer
// may have rounded is left to whoever compares.
type Length struct {
	Min, Max int
	// Count and Unit are what is written: 2.5 and GrainYear for “two and a half
	// years”. Count is 0 where the text has no number; a fortnight counts as two weeks.
	// Hours, minutes and seconds are all GrainTime, and Count is then in hours.
	Count float64
	Unit  Grain
}

// Role is the part that a date plays in a stretch of time.
type Role uint8

// The roles. A date that bounds nothing has RoleNone.
const (
	RoleNone  Role = iota
	RoleBegin      // since March; from 3 to 9 May, the first
	RoleEnd        // until March; from 3 to 9 May, the second, which comes next in Tag's answer
)

// Bound is the date with which a duration begins or ends.
type Bound struct {
	Earliest, Latest Day // both zero: the text does not tell
	Start, End       int // the expression that tells, bytes; both 0: the publication date
}

// The fewest and the most days that so many months in a row have.
var (
	fewest = [12]int{0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334}
	most   = [12]int{0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337}
)

// monthsLong is how many days n months can have.
func monthsLong(n float64) (lo, hi int) {
	whole := math.Floor(n)
	rest := n - whole
	m := int(whole)
	y := m / 12
	lo = 365*y + y/4 - y/100 + fewest[m%12] + int(math.Floor(rest*28))
	hi = 365*y + (y+3)/4 + most[m%12] + int(math.Ceil(rest*31))
	return lo, hi
}

// spanDays is how many days n units can have.
func spanDays(n float64, u unit) (lo, hi int) {
	const limit = 1e6 // units beyond which nobody counts days
	if n < 0 || n > limit {
		return 0, 0
	}
	switch u {
	case uSecond:
		n /= 86400
	case uMinute:
		n /= 1440
	case uHour:
		n /= 24
	case uWeek:
		n *= 7
	case uFortnight:
		n *= 14
	case uWeekend:
		n *= 2
	case uMonth:
		return monthsLong(n)
	case uQuarter:
		return monthsLong(n * 3)
	case uYear:
		return monthsLong(n * 12)
	case uDecade:
		return monthsLong(n * 120)
	case uCentury:
		return monthsLong(n * 1200)
	case uMillennium:
		return monthsLong(n * 12000)
	}
	return int(math.Floor(n)), int(math.Ceil(n))
}

// length reads off the frame of a duration how long it is.
func length(f *frame) Length {
	n := f.amount()
	l := Length{Count: n, Unit: unitGrain[f.u]}
	switch f.u {
	case uSecond:
		l.Count /= 3600
	case uMinute:
		l.Count /= 60
	case uFortnight:
		l.Count *= 2
	case uMillennium:
		l.Count *= 10
	}
	if f.vague {
		l.Count = 0
		l.Min, _ = spanDays(2, f.u)
		return l
	}
	if f.u <= uHour && l.Count < 24 {
		return l
	}
	low, high := n, n
	if f.low > 0 {
		low, high = min(f.low, n), max(f.low, n)
	}
	l.Min, _ = spanDays(low, f.u)
	_, l.Max = spanDays(high, f.u)
	if l.Max < l.Min { // too many to be counted in days
		l.Min, l.Max = 0, 0
	}
	switch modNames[f.mod] {
	case "APPROX":
		_, half := spanDays(0.5, f.u)
		l.Min, l.Max = max(l.Min-half, 0), l.Max+half
	case "MORE_THAN", "EQUAL_OR_MORE":
		l.Max = 0
	case "LESS_THAN", "EQUAL_OR_LESS":
		l.Min = 0
	}
	return l
}

// bounds tells which dates begin and end a stretch of time, and gives the
// durations their ends. at[i] is the frame of r.out[i].
func (r *resolver) bounds(at []int) {
	for i := range r.out {
		if e := &r.out[i]; e.Type == Date || e.Type == Time {
			r.role(i, at)
		}
	}
	for i := range r.out {
		if r.out[i].Type == Duration {
			r.ends(i, at)
		}
	}
}

// role finds since, until, from … to and their like around the date at i.
func (r *resolver) role(i int, at []int) {
	p, e := r.p, &r.out[i]
	f := &p.frames[at[i]]
	if e.Grain == NoGrain || e.Role != RoleNone || e.Dateline || e.Name {
		return
	}
	p.lead = f.ti
	switch p.prep(f.ti) {
	case pSince:
		e.Role = RoleBegin
	case pUntil:
		if !p.anyWord(f.ti-2, "not", "only") {
			e.Role = RoleEnd
		}
	}
	if p.anyWord(f.ti-1, "through", "thru") {
		e.Role = RoleEnd
	}
	if i+1 < len(r.out) && r.pair(f, &p.frames[at[i+1]], e, &r.out[i+1]) {
		e.Role, r.out[i+1].Role = RoleBegin, RoleEnd
	}
}

// pair reports whether two dates are the ends of one stretch: from 3 to 9 May,
// between 2019 and 2021, April–June. A meeting moved from Friday to Monday is none.
func (r *resolver) pair(f, g *frame, a, b *Expression) bool {
	p := r.p
	if b.Grain == NoGrain || b.Type != a.Type || b.Name || !a.Earliest.IsZero() && b.Latest.Before(a.Earliest) {
		return false
	}
	if g.ti-f.te > 2 || g.ti-f.te < 1 || !r.joined(f.te, g.ti) {
		return false
	}
	p.lead = f.te
	switch {
	case p.word(f.te, "and"):
		return p.prep(f.ti) == pBetween
	case p.word(f.te, "or") || p.is(f.te, ',') || p.is(f.te, '/') || p.is(f.te, '&'):
		return false
	case a.Grain != b.Grain && !p.anyWord(f.te, "until", "till", "through", "thru") && p.prep(f.ti) != pFrom:
		return false
	}
	for k, n := f.ti-1, 0; k >= 0 && n < 12 && !p.boundary(k+1); k, n = k-1, n+1 {
		p.lead = k
		if p.anyWord(k, "moved", "postponed", "delayed", "shifted", "rescheduled", "changed", "brought", "pushed", "deferred", "switched", "move", "postpone", "delay", "shift", "reschedule", "postponing", "moving") {
			return false
		}
	}
	return true
}

// ends gives the duration at i the dates beside it: a three-day visit from 3 to
// 9 May, the two years until 2021, between 2019 and 2021, a period of two years,
// the past nine days. Only a noun phrase may stand between them.
func (r *resolver) ends(i int, at []int) {
	p, e := r.p, &r.out[i]
	f := &p.frames[at[i]]
	if f.y > 0 { // the first nine months of 2000
		if f.dir > 0 {
			e.First = Bound{Day{f.y, 1, 1}, Day{f.y, 1, 1}, e.Start, e.End}
		} else if f.dir < 0 {
			e.Last = Bound{Day{f.y, 12, 31}, Day{f.y, 12, 31}, e.Start, e.End}
		}
		return
	}
	if i+1 < len(r.out) && at[i+1] == at[i]+1 && r.p.ended(f, &p.frames[at[i+1]]) {
		x := &r.out[i+1]
		e.Last = Bound{x.Earliest, x.Latest, x.Start, x.End}
		return
	}
	if f.hasDir && !f.shared && !r.pub.IsZero() && p.cls(f.te) != cOf && (f.dir < 0 || r.verb(f) >= 0) {
		here := Bound{Earliest: r.pub, Latest: r.pub}
		if f.dir < 0 {
			e.Last = here
		} else {
			e.First = here
		}
		return
	}
	bound := func(k int) Bound {
		x := &r.out[k]
		return Bound{x.Earliest, x.Latest, x.Start, x.End}
	}
	if i+1 < len(r.out) && r.out[i+1].Role != RoleNone && r.nounPhrase(f.te, p.frames[at[i+1]].ti) {
		if r.out[i+1].Role == RoleEnd {
			e.Last = bound(i + 1)
			return
		}
		e.First = bound(i + 1)
		if i+2 < len(r.out) && r.out[i+2].Role == RoleEnd && p.frames[at[i+2]].ti-p.frames[at[i+1]].te <= 2 {
			e.Last = bound(i + 2)
		}
		return
	}
	if i > 1 && r.out[i-1].Role == RoleEnd && r.out[i-2].Role == RoleBegin && p.frames[at[i-1]].ti-p.frames[at[i-2]].te <= 2 {
		for k := p.frames[at[i-1]].te; k < f.ti; k++ {
			p.lead = k
			if p.toks[k].flags&fPar != 0 || !p.is(k, ',') && !p.is(k, '(') && !p.hyphen(k) && !p.anyWord(k, "for", "a", "period", "of", "total", "lasting", "stretch", "span") && p.cls(k) != cApprox {
				return
			}
		}
		e.First, e.Last = bound(i-2), bound(i-1)
	}
}

// nounPhrase reports whether between two tokens stand but a few words of one noun
// phrase and the preposition after it.
func (r *resolver) nounPhrase(a, b int) bool {
	p := r.p
	if b-a > 7 {
		return false
	}
	for k := a; k < b; k++ {
		t := &p.toks[k]
		p.lead = k
		if t.kind != kWord && !(p.hyphen(k) && p.glued(k)) || p.tensed(k) || t.tense == tStop || t.tense == tTo || t.flags&fPar != 0 || p.cls(k) == cAnd || p.cls(k) == cAgo || p.anyWord(k, "than") {
			return false
		}
	}
	return p.toks[b].flags&fPar == 0
}
