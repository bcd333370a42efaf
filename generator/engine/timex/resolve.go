package timex

import (
	"math"
	"time"
)

// resolver goes through the frames in reading order.
type resolver struct {
	p   *parser
	pub Day

	out []Expression

	day      Day // last day spoken of, the publication date at first
	dayTok   int // token where it was spoken of, -1 for the publication date
	dayWrote bool
	year     int // last year spoken of
	month    Day // first day of the last month spoken of, if any
	quarter  Day // first day of the last quarter spoken of, if any
	last     Day // first day of the last date spoken of, whatever its size
	period   Grain
	head     int // token after the headline, 0 if the text has none
	order    Order
	orderWhy string
	history  bool // the text tells of years gone by, not of its own days
}

func (r *resolver) resolve() []Expression {
	r.day, r.year, r.dayTok = r.pub, r.pub.Year, -1
	r.findHeadline()
	r.learnOrder()
	r.shareYears()
	r.findHistory()
	fs := r.p.frames
	r.out = make([]Expression, 0, len(fs))
	at := make([]int, 0, len(fs)) // the frame of each expression
	last := 0
	for i := range fs {
		f := &fs[i]
		if int(f.start) < last || f.end <= f.start {
			continue
		}
		e := r.one(f, i)
		if e.Value == "" {
			continue
		}
		e.Start, e.End = int(f.start), int(f.end)
		e.Modifier = modNames[f.mod]
		if e.Type == Date || e.Type == Time {
			if e.Reason == ReasonDateline || r.dateline(f) {
				e.Dateline = true
			} else if e.Grain != NoGrain {
				if v := r.verb(f); v == 1 {
					e.Tense = TenseFuture
				} else if v == -1 {
					e.Tense = TensePast
				}
			}
		}
		last = e.End
		r.remember(&e, f)
		r.out = append(r.out, e)
		at = append(at, i)
	}
	r.bounds(at)
	return r.out
}

// remember keeps what later expressions lean on.
func (r *resolver) remember(e *Expression, f *frame) {
	if e.Type == Duration && f.y > 0 {
		r.year, r.period = f.y, GrainYear
	}
	if e.Earliest.IsZero() || e.Type == Duration || e.Type == Set || e.Name {
		return
	}
	if f.op == opPeriod || f.op == opShift && f.dir < 0 && f.u >= uDay {
		return // what figures are compared with is not what the text goes on about
	}
	switch e.Grain {
	case GrainTime, GrainDay:
		r.day, r.dayTok, r.dayWrote = e.Earliest, f.te, true
		r.period = GrainDay
	case GrainMonth:
		r.month, r.period = e.Earliest, GrainMonth
	case GrainQuarter:
		r.quarter, r.period = e.Earliest, GrainQuarter
	case GrainYear:
		r.period = GrainYear
	case GrainDecade, GrainCentury:
		return
	}
	r.year = e.Earliest.Year
	r.last = e.Earliest
}

func (r *resolver) one(f *frame, i int) Expression {
	e := Expression{Type: f.typ}
	r.p.lead = f.ti
	if f.wd > 0 {
		e.Weekday, e.HasWeekday = time.Weekday(f.wd%7), true
	}
	if r.ended(&e, f, i) {
		return e
	}
	switch f.op {
	case opDay:
		r.calendar(&e, f, i)
	case opRel:
		r.relative(&e, f)
	case opNamed:
		r.named(&e, f)
	case opShift:
		r.shift(&e, f)
	case opSame:
		r.same(&e, f)
	case opDuration:
		e.Value = f.period()
		e.Length = length(f)
		for k := f.ti; k < f.te; k++ {
			if r.p.anyWord(k, "trading", "working", "business", "school") {
				e.Length.Max = 0 // five working days are a week
			}
		}
		e.Reason = ReasonNoDay
	case opSet:
		e.Value = setValue(f)
		e.Reason = ReasonNoDay
	case opRef:
		e.Value = refCodes[int(f.n)]
		e.Reason = ReasonNoDay
	case opQuarter:
		r.part(&e, f, 4, GrainQuarter, i)
	case opHalf:
		r.part(&e, f, 2, GrainHalf, i)
	case opSeason:
		r.seasonOf(&e, f)
	case opDecade:
		r.decade(&e, f)
	case opCentury:
		if f.vague {
			e.Value, e.Reason = "XX", ReasonNoDay
			break
		}
		n := int(f.n)
		e.Value = string(pad(nil, n-1, 2))
		e.Earliest, e.Latest = Day{(n-1)*100 + 1, 1, 1}, Day{n * 100, 12, 31}
		e.Grain, e.Explicit, e.Reason = GrainCentury, true, ReasonWritten
	case opHoliday:
		r.holiday(&e, f)
	case opNthWeek, opNthDay:
		r.nth(&e, f)
	case opPeriod:
		r.samePeriod(&e, f)
	case opPart:
		r.partOfDay(&e, f, i)
	case opFiscal:
		y := f.y
		e.Reason = ReasonWritten
		e.Explicit = y > 0
		if y == 0 {
			e.Reason = ReasonPublished
			y = r.pub.Year + f.dir
			if r.pub.IsZero() {
				e.Value, e.Reason = "FYXXXX", ReasonNoPublished
				e.Grain = GrainYear
				break
			}
		}
		e.Value = "FY" + string(pad(nil, y, 4))
		e.Grain = GrainYear
	}
	return e
}

func (r *resolver) relative(e *Expression, f *frame) {
	n := f.amount()
	if f.dir != 0 {
		n *= float64(f.dir)
	}
	if f.vague && f.u != uWeekend {
		e.Value, e.Reason = "PAST_REF", ReasonNoDay
		e.Type = Date
		if f.dir > 0 {
			e.Value = "FUTURE_REF"
		}
		return
	}
	if r.pub.IsZero() {
		r.unknown(e, f)
		return
	}
	e.Reason = ReasonPublished
	switch f.u {
	case uSecond, uMinute, uHour:
		d := r.pub
		if f.u == uHour && math.Abs(n) >= 24 {
			d = moved(d, uDay, n/24)
		}
		if !inRange(d) {
			r.farOff(e, n)
			return
		}
		e.Value, e.Earliest, e.Latest, e.Grain = d.String()+"TXX", d, d, GrainTime
		return
	case uDay:
		d := moved(r.pub, uDay, n)
		if !inRange(d) {
			r.farOff(e, n)
			return
		}
		r.setDay(e, f, d)
		return
	case uWeekend:
		r.weekend(e, f)
		return
	}
	d := moved(r.pub, f.u, n)
	u := f.u
	if f.every == 9 { // a year ago today
		u = uDay
	}
	if n != float64(int(n)) && u == uYear {
		u = uMonth
	}
	if !inRange(d) || u >= uDecade && d.Year < 100 {
		r.farOff(e, n)
		return
	}
	r.span(e, u, d)
	if f.hasDir {
		switch {
		case f.dir < 0:
			e.Reason = ReasonLast
		case f.dir > 0:
			e.Reason = ReasonNext
		}
	}
}

// weekend resolves this, last, next and the weekend.
func (r *resolver) weekend(e *Expression, f *frame) {
	base := r.pub
	wd := isoWeekday(base)
	switch {
	case f.dir < 0:
		e.Reason = ReasonLast
		base = base.Add(-7)
	case f.dir > 0:
		e.Reason = ReasonNext
		if wd >= 6 {
			base = base.Add(7)
		} else if f.hasDir && wd >= 4 {
			base = base.Add(7)
		}
	case wd < 6:
		dir, why := r.direction(f)
		e.Reason = why
		over := r.p.word(f.ti-1, "over") || r.p.prep(f.ti) != pOther
		if dir < 0 && (wd <= 3 || over && f.every == 0) || dir == 0 && wd <= 3 {
			base = base.Add(-7)
		}
	}
	r.span(e, uWeekend, base)
}

// base is the day that later, earlier and “the same day” count from.
func (r *resolver) base() Day {
	if r.day.IsZero() {
		return r.pub
	}
	return r.day
}

func (r *resolver) shift(e *Expression, f *frame) {
	n := f.amount() * float64(f.dir)
	if f.vague {
		e.Value, e.Reason, e.Type = "PAST_REF", ReasonNoDay, Date
		if f.dir > 0 && r.verb(f) >= 0 {
			e.Value = "FUTURE_REF"
		}
		return
	}
	d := r.base()
	u := f.u
	switch u {
	case uSecond, uMinute, uHour:
		e.Type = Time
		if d.IsZero() {
			r.unknown(e, f)
			return
		}
		e.Value, e.Earliest, e.Latest, e.Grain, e.Reason = d.String()+"TXX", d, d, GrainTime, ReasonContext
		return
	case uYear:
		if r.year > 0 {
			d = Day{r.year, 7, 1}
		}
	case uMonth:
		if r.period == GrainMonth {
			d = r.month
		}
	case uQuarter:
		if r.period == GrainQuarter {
			d = r.quarter
		}
	}
	if d.IsZero() {
		r.unknown(e, f)
		return
	}
	e.Reason = ReasonContext
	if !r.dayWrote && r.dayTok < 0 {
		e.Reason = ReasonPublished
	}
	d = moved(d, u, n)
	if n != float64(int(n)) && u == uYear {
		u = uMonth
	}
	if !inRange(d) || u >= uDecade && d.Year < 100 {
		r.farOff(e, n)
		return
	}
	if n > 0 && u >= uYear && !r.pub.IsZero() && d.Year > r.pub.Year+1 && r.verb(f) == -1 {
		// “two decades later came …”, counted from a day that was not recognised
		e.Value, e.Reason, e.Grain = unknownUnit[u], ReasonNoDay, unitGrain[u]
		return
	}
	if u == uDay {
		r.setDay(e, f, d)
		return
	}
	r.span(e, u, d)
}

func (r *resolver) same(e *Expression, f *frame) {
	d := r.base()
	if f.plural && !r.pub.IsZero() {
		// “the day” is that of the news, unless one near it was spoken of
		if n := d.Sub(r.pub); n > 31 || n < -31 {
			d = r.pub
		}
	}
	switch f.u {
	case uYear:
		if r.year > 0 && !(f.plural && r.year < r.pub.Year && r.verb(f) == 1) {
			d = Day{r.year, 7, 1}
		}
	case uMonth:
		if r.period == GrainMonth {
			d = r.month
		}
	case uQuarter:
		if !r.quarter.IsZero() {
			d = r.quarter
		} else if !r.pub.IsZero() {
			d = r.pub.addMonths(-3)
		}
	}
	if d.IsZero() {
		r.unknown(e, f)
		return
	}
	e.Reason = ReasonContext
	if r.dayTok < 0 {
		e.Reason = ReasonPublished
	}
	r.span(e, f.u, d)
}

func (r *resolver) samePeriod(e *Expression, f *frame) {
	u, d := f.u, r.base()
	switch {
	case f.vague && r.period == GrainMonth, u == uMonth && !r.month.IsZero():
		u, d = uMonth, r.month
	case f.vague && r.period == GrainQuarter, u == uQuarter && !r.quarter.IsZero():
		u, d = uQuarter, r.quarter
	case f.vague && r.period == GrainYear && r.year > 0:
		u, d = uYear, Day{r.year, 7, 1}
	case f.vague, u == uQuarter: // the last one that has ended
		u, d = uQuarter, d.addMonths(-3)
	}
	if d.IsZero() {
		f.u = u
		r.unknown(e, f)
		return
	}
	e.Reason = ReasonContext
	if f.y > 0 {
		d = Day{f.y, d.Month, min(d.Day, daysIn(f.y, d.Month))}
		e.Explicit = true
	} else {
		d = d.addMonths(-12)
	}
	if !inRange(d) {
		return
	}
	r.span(e, u, d)
}

// partOfDay resolves a clock time or a part of the day that stands alone.
func (r *resolver) partOfDay(e *Expression, f *frame, i int) {
	d := r.pub
	e.Reason = ReasonPublished
	if !r.day.IsZero() && r.dayTok >= 0 {
		near := f.every == 1 || r.sameSentence(r.dayTok, f.ti)
		if !near && !r.pub.IsZero() && (f.hour < 0 || r.sameParagraph(r.dayTok, f.ti)) {
			n := r.day.Sub(r.pub)
			near = n >= -7 && n <= 0 && (n == 0 || f.hour < 0 || r.verb(f) <= 0)
		}
		if near {
			d, e.Reason = r.day, ReasonContext
		}
	}
	if e.Reason == ReasonPublished {
		// a day that follows in the same sentence
		fs := r.p.frames
		if i+1 < len(fs) && fs[i+1].ti-f.te <= 3 && r.sameSentence(f.te, fs[i+1].ti) {
			g := fs[i+1]
			if g.op == opDay && (g.d > 0 || g.wd > 0) || g.op == opRel && g.u == uDay {
				x := r.one(&g, i+1)
				if !x.Earliest.IsZero() && x.Earliest == x.Latest {
					d, e.Reason = x.Earliest, ReasonContext
				}
			}
		}
	}
	if d.IsZero() {
		r.unknownDay(e, f, "XXXX-XX-XX")
		return
	}
	if e.Reason == ReasonPublished && f.part == 4 && f.u == uDay && r.verb(f) < 0 {
		d = d.Add(-1) // overnight, in the past: the night before
	}
	r.setDay(e, f, d)
}

func (r *resolver) sameParagraph(a, b int) bool {
	for k := a; k <= b && k < len(r.p.toks); k++ {
		if k > a && r.p.toks[k].flags&fPar != 0 || k-a > 60 {
			return false
		}
	}
	return true
}

func (r *resolver) sameSentence(a, b int) bool {
	for k := a; k <= b && k < len(r.p.toks); k++ {
		if k > 0 && r.p.boundary(k) {
			return false
		}
		if k-a > 60 {
			return false
		}
	}
	return true
}
