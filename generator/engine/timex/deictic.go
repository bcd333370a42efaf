package timex

// This file reads what points from the text's own time: the, this, last, next.

// the reads what begins with the article.
func (p *parser) the(i int) (frame, int) {
	k := i + 1
	t := p.tok(k)
	if t.flags&fPar != 0 {
		return frame{}, 0
	}
	if t.kind == kNum {
		if f, n := p.decade(k, i); n > 0 {
			return f, n
		}
		if f, n := p.ordinalUnit(k, i); n > 0 {
			return f, n
		}
		// the 24th of July, the 18th
		if p.suffix(k + 1) {
			if f, n := p.dayMonth(k); n > 0 {
				return f, p.clockTail(&f, n)
			}
			if d, n := p.dayNumber(k); n > 0 && (p.prep(i) == pOn || p.prep(i) == pBy || p.prep(i) == pUntil) && (p.tok(n).kind != kWord || p.cls(n) != cNone || p.tok(n).tense != tNone || p.word(n, "that")) && p.cls(n) != cUnit && p.cls(n) != cOrd {
				f := blank(opDay, Date)
				f.d = d
				return f, n
			}
			return frame{}, 0
		}
		if f, n := p.theNumber(k, i); n > 0 {
			return f, n
		}
		return frame{}, 0
	}
	if p.apostrophe(k) {
		if q := p.tok(k + 1); q.kind == kNum && q.flags&fGlue != 0 && q.nd == 2 {
			return p.decade(k+1, i)
		}
		return frame{}, 0
	}
	if t.kind != kWord {
		return frame{}, 0
	}
	switch t.cls {
	case cLast, cNext, cPast, cPrev:
		return p.deictic(k, i)
	case cSame:
		return p.same(k, i)
	case cOrd, cNum:
		if f, n := p.ordinalUnit(k, i); n > 0 {
			return f, n
		}
		// the first three months
		if t.cls == cOrd {
			if v, vague, n := p.quantity(k + 1); n > 0 && p.cls(k+1) != cA {
				n = p.filler(n)
				if u, plural, ok := p.unitAt(n); ok && plural && u != uWeekend {
					f := blank(opDuration, Duration)
					f.n, f.vague, f.u = v, vague, u
					if t.val == 1 {
						f.dir = 1
					}
					return f, p.ofYear(&f, n+1)
				}
			}
		}
		if t.cls == cNum {
			if f, n := p.theNumber(k, i); n > 0 {
				return f, n
			}
		}
		return p.ofJuly(k)
	case cUnit:
		return p.theUnit(k, i)
	case cShape:
		return p.shape(k)
	case cDecade:
		return p.decadeWord(k, i)
	case cSeason:
		return p.season(k, i)
	case cPart:
		return p.thePart(k, i)
	case cFiscal:
		if f, n := p.ordinalUnit(k+1, k); n > 0 && f.op == opQuarter {
			return f, n
		}
		f, n := p.fiscal(k)
		if n > 0 && f.y > 0 && p.tok(n).kind == kWord && p.seen(n) && p.cls(n) == cNone && p.tok(n).tense == tNone {
			f.start, f.end = p.toks[k].start, p.toks[n-1].end
		}
		return f, n
	case cAgo:
		// the later years: nothing
		return frame{}, 0
	case cRef:
		if p.word(k, "current") {
			if u, plural, ok := p.unitAt(k + 1); ok && !plural && u >= uDay {
				f := blank(opRel, Date)
				f.u = u
				return f, k + 2
			}
			if p.cls(k+1) == cFiscal && p.word(k+2, "year") {
				return blank(opFiscal, Date), k + 3
			}
		}
		return frame{}, 0
	case cHoliday:
		return frame{}, 0
	}
	future := func(n int) (frame, int) {
		f := blank(opRef, Date)
		f.n = 2
		return f, n
	}
	switch {
	case p.word(k, "other") && p.word(k+1, "day"):
		f := blank(opRef, Date)
		f.n = 1
		return f, k + 2
	case p.word(k, "future"):
		if pr := p.prep(i); pr == pIn || pr == pFor || p.clauseEnd(k+1) {
			return future(k + 1)
		}
	case p.anyWord(k, "foreseeable", "near", "immediate", "distant", "not") && p.anyWord(k+1, "future", "term"):
		return future(k + 2)
	case p.anyWord(k, "long", "short", "medium") && p.anyWord(k+1, "term", "run") && (p.prep(i) == pIn || p.prep(i) == pFor):
		return future(k + 2)
	case p.word(k, "present"):
		if p.clauseEnd(k+1) || p.anyWord(k+1, "time", "day", "moment") {
			n := k + 1
			if p.anyWord(n, "time", "day", "moment") {
				n++
			}
			return blank(opRef, Date), n
		}
	case p.word(k, "moment") && (p.prep(i) == pFor || p.prep(i) == pAt):
		return blank(opRef, Date), k + 1
	case p.word(k, "time") && p.word(k+1, "being"):
		return blank(opRef, Date), k + 2
	case p.word(k, "time") && p.prep(i) == pAt && !p.anyWord(k+1, "of", "when", "that", "they", "he", "she", "it", "we", "i", "you", "same") && p.cls(k+1) != cThe && !p.isNum(k+1):
		f := blank(opRef, Date)
		f.n = 1
		return f, k + 1
	case p.anyWord(k, "entire", "whole", "full", "very"):
		if p.cls(k+1) == cUnit && !p.word(k, "very") {
			return p.theUnit(k+1, i)
		}
		if p.cls(k+1) == cShape {
			return p.shape(k + 1)
		}
		if p.cls(k+1) == cFiscal {
			return p.fiscal(k + 1)
		}
		if p.cls(k+1) == cNext || p.cls(k+1) == cLast || p.cls(k+1) == cSame {
			return p.the(k)
		}
	case p.anyWord(k, "small", "wee", "predawn", "latter", "dying", "waning"):
		m := uint8(modStart)
		if p.anyWord(k, "latter", "dying", "waning") {
			m = modEnd
		}
		return p.hoursOf(k+1, m)
	case p.word(k, "pre") && p.hyphen(k+1) && p.word(k+2, "dawn"):
		return p.hoursOf(k+3, modStart)
	case p.anyWord(k, "latest", "reported", "reporting", "most"):
		j := k + 1
		if p.word(k, "most") && p.word(j, "recent") {
			j++
		}
		if p.word(j, "fiscal") {
			j++
		}
		if u, plural, ok := p.unitAt(j); ok && !plural && u >= uWeek {
			f := blank(opRel, Date)
			f.u, f.n, f.dir = u, 1, -1
			return f, j + 1
		}
	}
	return frame{}, 0
}

// ofJuly reads fourth of July, an ordinal in words and a month.
func (p *parser) ofJuly(k int) (frame, int) {
	n, e := p.ordinal(k)
	if e == 0 || n > 31 || p.cls(e) != cOf || p.cls(e+1) != cMonth || !p.capital(e+1) {
		return frame{}, 0
	}
	f := blank(opDay, Date)
	mo, m := p.monthAt(e + 1)
	f.d, f.mo = n, mo
	m = p.yearTail(&f, m)
	if mo == 0 || !p.possible(&f) {
		return frame{}, 0
	}
	return f, m
}

// theNumber reads the two weeks, and the 1988 third quarter; but in the two-year
// contract the article is that of the contract.
func (p *parser) theNumber(k, from int) (frame, int) {
	if f, n := p.yearQuarter(k); n > 0 {
		return f, n
	}
	f, n := p.inner(k)
	if n > 0 && f.op == opDuration && p.tok(n-1).flags&fPlural != 0 && p.toks[n-1].cls == cUnit && !p.apostrophe(n) {
		return f, n
	}
	return frame{}, 0
}

// ofYear steps over of 2000, of this year after a number of months.
func (p *parser) ofYear(f *frame, k int) int {
	if p.cls(k) != cOf {
		return k
	}
	if y, n := p.year(k + 1); n > 0 {
		f.y = y
		return n
	}
	j := k + 1
	if p.cls(j) == cFiscal {
		if _, n := p.fiscal(j); n > 0 {
			return n
		}
	}
	if c := p.cls(j); (c == cLast || c == cNext || c == cThe || p.word(j, "this")) && p.word(j+1, "year") {
		if !p.opt.Published.IsZero() {
			f.y = p.opt.Published.Year
			switch c {
			case cLast:
				f.y--
			case cNext:
				f.y++
			}
		}
		return j + 2
	}
	return k
}

// yearQuarter reads 1988 third quarter, the year before the part of it.
func (p *parser) yearQuarter(i int) (frame, int) {
	t := p.tok(i)
	if t.kind != kNum || t.nd != 4 || t.flags&(fGroup|fFrac) != 0 || t.num < 1900 || t.num > 2100 || p.tok(i+1).flags&fPar != 0 {
		return frame{}, 0
	}
	f := blank(opQuarter, Date)
	if q := p.tok(i + 2); p.word(i+1, "q") && p.capital(i+1) && q.kind == kNum && q.flags&fGlue != 0 && q.nd == 1 && q.num >= 1 && q.num <= 4 {
		f.n, f.y = float64(q.num), int(t.num)
		return f, i + 3
	}
	a := i + 1
	if p.apostrophe(a) && p.glued(a) && p.word(a+1, "s") {
		a += 2 // 1997's third quarter
	}
	n, j := p.ordinal(a)
	if j == 0 {
		return frame{}, 0
	}
	j = p.joint(j)
	switch {
	case p.word(j, "quarter") && (n <= 4 || n == 99):
	case p.cls(j) == cHalf && n <= 2:
		f.op = opHalf
	default:
		return frame{}, 0
	}
	f.n, f.y = float64(n), int(t.num)
	return f, j + 1
}

// theUnit reads the day, the year before, the week of July 12.
func (p *parser) theUnit(k, from int) (frame, int) {
	t := p.tok(k)
	u := t.val
	if u == uSecond {
		return p.ordinalUnit(k, from)
	}
	n := k + 1
	if t.flags&fPlural != 0 {
		// over the years, the months ahead
		if u < uDay || u == uQuarter || u == uWeekend || p.capital(k) {
			return frame{}, 0
		}
		pr := p.prep(from)
		if p.word(from-1, "over") || pr == pIn || pr == pFor || pr == pDuring || p.word(from-1, "through") || p.anyWord(n, "ahead", "since", "before", "leading", "following", "after") {
			f := blank(opDuration, Duration)
			f.vague, f.u = true, u
			if p.anyWord(n, "ahead") {
				n++
			}
			return f, n
		}
		return frame{}, 0
	}
	if u <= uHour || u == uMillennium || u == uFortnight {
		return frame{}, 0
	}
	if p.capital(k) && (!p.capital(from) || p.tok(k).flags&fUpper == 0) {
		return frame{}, 0 // The Week
	}
	if m := p.joint(n); m > n {
		// the year-ago quarter, the year-earlier period
		if v, plural, ok := p.unitAt(m + 1); u == uYear && p.anyWord(m, "ago", "earlier") && (ok && !plural && v >= uDay || p.word(m+1, "period")) {
			f := blank(opPeriod, Date)
			f.u, f.vague = v, !ok
			return f, m + 2
		}
		if u == uYear && p.anyWord(m, "ago", "earlier") {
			f, e := p.unit(k)
			f.start, f.end = p.toks[k].start, p.toks[m].end
			return f, e
		}
		return frame{}, 0
	}
	if u == uYear {
		if y, m := p.year(n); m > 0 && p.tok(n).kind == kNum {
			f := blank(opDay, Date)
			f.y = y
			return f, m
		}
	}
	if u == uMonth && p.cls(n) == cOf && p.cls(n+1) == cMonth {
		if f, m := p.inner(n + 1); m > 0 && f.op == opDay {
			return f, m
		}
		if mo, m := p.monthAt(n + 1); mo > 0 {
			f := blank(opDay, Date)
			f.mo = mo
			m = p.yearTail(&f, m)
			return f, m
		}
	}
	if (u == uWeek || u == uWeekend) && (p.cls(n) == cOf || p.anyWord(n, "beginning", "starting", "commencing", "ended", "ending")) {
		j := n + 1
		if p.cls(j) == cWeekday {
			j++
			if p.is(j, ',') {
				j++
			}
		}
		if f, m := p.dateAt(j); m > 0 {
			f.u, f.op = u, opDay
			f.every = 7 // the week around the day
			return f, m
		}
	}
	f := blank(opShift, Date)
	f.u, f.n = u, 1
	if u == uWeekend {
		g := blank(opRel, Date)
		g.u = uWeekend
		g.vague = true // which one, the tense tells
		return g, n
	}
	switch {
	case p.word(n, "before") && u == uDay && p.word(n+1, "yesterday"):
		f.op, f.n, f.dir = opRel, 2, -1
		return f, n + 2
	case p.word(n, "after") && u == uDay && p.word(n+1, "tomorrow"):
		f.op, f.n, f.dir = opRel, 2, 1
		return f, n + 2
	case p.anyWord(n, "before", "earlier", "previous", "prior"):
		if p.word(n, "before") && u == uDay && !p.clauseEnd(n+1) && p.prep(from) != pIn && !(p.word(n+1, "and") && !p.word(n+2, "after")) {
			// the day before the vote: no day of its own
			return frame{}, n + 1
		}
		if p.prep(from) == pIn {
			break
		}
		if p.word(n, "before") && p.anyWord(n+1, "last") {
			f.op, f.n, f.dir = opRel, 2, -1
			return f, n + 2
		}
		f.dir = -1
		return f, n + 1
	case p.anyWord(n, "after", "following"):
		if p.prep(from) == pIn {
			break
		}
		if u == uDay && !p.clauseEnd(n+1) {
			return frame{}, n + 1
		}
		f.dir = 1
		return f, n + 1
	}
	if p.busy == 0 && p.anyWord(n, "when", "that", "he", "she", "they", "we", "i", "you", "it") {
		return frame{}, 0
	}
	if u == uDay && p.word(from-1, "to") && len(p.frames) > 0 && p.frames[len(p.frames)-1].te == from-1 {
		return frame{}, 0 // three months to the day
	}
	if p.cls(n) == cOf && u == uDay || p.capital(n) && p.cls(n) == cNone {
		return frame{}, 0
	}
	if t.val == uQuarter && p.cls(n) == cOf {
		return frame{}, 0
	}
	pr := p.prep(from)
	if pr == pOn && u != uDay {
		return frame{}, 0
	}
	f.op, f.n = opSame, 0
	f.plural = true // “the”, not “that”
	return f, n
}

// deictic reads last, next, past, previous, coming at k and what they point at.
func (p *parser) deictic(k, from int) (frame, int) {
	t := p.tok(k)
	c := t.cls
	dir := -1
	switch {
	case c == cNext:
		dir = 1
	case c == cPrev:
		dir = int(t.val)
	}
	the := from < k
	j := k + 1
	if c != cPast && p.joint(j) > j {
		return frame{}, 0 // next-day delivery
	}
	if c == cLast && !the && p.lasts(k) {
		return frame{}, 0
	}
	if p.tok(j).flags&fPar != 0 {
		return frame{}, 0
	}
	// the last three years, the next few days
	m := j
	if p.cls(m) == cApprox {
		m++
	}
	if v, vague, n := p.quantity(m); n > 0 && p.cls(m) != cA {
		low := 0.0
		if n2 := n; p.hyphen(n2) || p.cls(n2) == cAnd {
			if v2, _, n3 := p.quantity(n2 + 1); n3 > 0 {
				if _, _, ok := p.unitAt(p.filler(n3)); ok {
					low, v, n = v, v2, n3
				}
			}
		}
		n = p.filler(n)
		if u, plural, ok := p.unitAt(n); ok && u != uWeekend && (plural || v == 1) {
			f := blank(opDuration, Duration)
			f.n, f.low, f.vague, f.u, f.hasDir, f.dir = v, low, vague, u, true, dir
			if m := p.joint(n + 1); p.word(m, "old") {
				return frame{}, m + 1
			}
			if c == cPrev && !the {
				return frame{}, 0
			}
			f.shared = c == cPrev
			if the && c == cLast {
				return f, p.ofYear(&f, n+1)
			}
			return f, n + 1
		}
		return frame{}, 0
	}
	// the last consecutive quarters; the past trading day
	j = p.filler(j)
	if j > k+1 && p.cls(j) != cUnit {
		return frame{}, 0
	}
	if p.cls(j) == cFiscal && p.word(j+1, "year") {
		f := blank(opFiscal, Date)
		f.hasDir, f.dir = true, dir
		return f, j + 2
	}
	switch p.cls(j) {
	case cUnit:
		u := p.tok(j).val
		plural := p.tok(j).flags&fPlural != 0
		n := j + 1
		if u <= uHour && !(plural || u == uHour && the) {
			return frame{}, 0
		}
		if p.capital(j) {
			return frame{}, 0
		}
		if p.joint(n) > n {
			return frame{}, 0 // last-day heroics, next-year model
		}
		if plural {
			if c == cPrev && !the && (u < uYear || p.prep(from) == pOther) {
				return frame{}, 0
			}
			if u == uQuarter || u == uWeekend {
				if u == uWeekend || p.word(n, "of") {
					return frame{}, 0
				}
			}
			f := blank(opDuration, Duration)
			f.vague, f.u, f.hasDir, f.dir = true, u, true, dir
			f.shared = c == cPrev
			return f, n
		}
		if (c == cPast || c == cLast && the && u >= uDecade && u != uWeekend && u != uFortnight) && u != uWeekend {
			f := blank(opDuration, Duration)
			f.n, f.u, f.hasDir, f.dir = 1, u, true, dir
			if u == uCentury && c != cPast {
				break
			}
			if u == uHour || the || p.prevCls(from) != cNone {
				if p.word(n, "and") && p.cls(n+1) == cA && p.cls(n+2) == cHalf {
					f.n, n = 1.5, n+3
				}
				return f, n
			}
			return frame{}, 0
		}
		// the last week of March, the last day of the month
		if the && p.cls(n) == cOf && (u == uWeek || u == uDay || u == uQuarter || u == uMonth || u == uWeekend || u == uDecade || u == uYear) {
			if f, e := p.nth(99, u, n); e > 0 {
				return f, e
			}
			if u == uDay || u == uYear || u == uMonth || u == uWeek {
				return frame{}, 0
			}
		}
		if u == uHour {
			f := blank(opDuration, Duration)
			f.n, f.u = 1, u
			return f, n
		}
		if the && c == cLast && (u == uWeek || u == uMonth || u == uYear) {
			if pr := p.prep(from); pr == pDuring || pr == pIn || pr == pFor || pr == pWithin || p.word(from-1, "over") {
				g := blank(opDuration, Duration)
				g.n, g.u, g.hasDir, g.dir = 1, u, true, -1
				return g, n
			}
		}
		f := blank(opRel, Date)
		if c == cPrev || the && c == cNext && t.val == 0 && u == uDay {
			f.op = opShift
		}
		if the && c == cNext && t.val == 0 && u >= uWeek && u != uQuarter && u != uWeekend && u != uCentury {
			if pr := p.prep(from); pr == pWithin || pr == pDuring || pr == pIn || pr == pFor || p.word(from-1, "over") || p.word(from-1, "within") {
				g := blank(opDuration, Duration)
				g.n, g.u = 1, u
				return g, n
			}
		}
		f.u, f.n, f.dir, f.hasDir = u, 1, dir, true
		if f.op == opRel && u == uDay && c == cLast {
			return frame{}, 0 // the last day
		}
		if p.cls(n) == cPart && f.op == opShift && u == uDay {
			f.part, f.typ = int8(p.tok(n).val), Time
			return f, n + 1
		}
		return f, n
	case cMonth, cWeekday:
		if c == cPrev && !the && t.val == 1 {
			return frame{}, 0 // following Friday's attack
		}
		if p.tok(j).flags&fCap == 0 && p.cls(j) == cMonth {
			return frame{}, 0
		}
		f := blank(opNamed, Date)
		f.hasDir, f.dir = true, dir
		if c == cPrev {
			f.every = 1
		}
		n := j + 1
		if p.cls(j) == cMonth {
			mo, e := p.monthAt(j)
			if mo == 0 {
				return frame{}, 0
			}
			f.mo, n = mo, e
			if d, e := p.dayNumber(n); e > 0 {
				f.d = d
				n = p.yearTail(&f, e)
				if !p.possible(&f) {
					return frame{}, 0
				}
				if f.y > 0 {
					f.op = opDay
				}
			} else if y, e := p.year(n); e > 0 {
				f.y, n, f.op = y, e, opDay
			}
			return f, n
		}
		if p.tok(j).flags&fAbbr != 0 {
			return frame{}, 0
		}
		if p.tok(j).flags&fPlural != 0 {
			return frame{}, 0
		}
		f.wd = int(p.tok(j).val)
		if c == cLast && the && (p.cls(n) == cOf || p.word(n, "in")) && p.cls(n+1) == cMonth && p.capital(n+1) {
			// the last Friday in May
			if mo, e := p.monthAt(n + 1); mo > 0 {
				f.op, f.n, f.mo, f.hasDir = opNthDay, 99, mo, false
				return f, p.yearTail(&f, e)
			}
		}
		// next Tuesday, July 20
		e := n
		if p.is(e, ',') {
			e++
		}
		if p.is(e, '(') {
			return f, n
		}
		if g, m := p.dateAt(e); m > 0 && g.d > 0 && g.op == opDay {
			g.wd = f.wd
			g.hasDir, g.dir = true, dir
			return g, m
		}
		return p.weekdayTail(f, n)
	case cSeason:
		if p.capital(j) && p.capital(j+1) {
			return frame{}, 0
		}
		f := blank(opSeason, Date)
		f.n, f.hasDir, f.dir = float64(p.tok(j).val), true, dir
		if c == cPrev {
			f.every = 1
		}
		return f, j + 1
	case cPart:
		f := blank(opRel, Time)
		f.u, f.n, f.dir = uDay, 1, dir
		f.part = int8(p.tok(j).val)
		if p.tok(j).flags&fPlural != 0 || c == cPast {
			return frame{}, 0
		}
		if the && c == cLast {
			return frame{}, 0
		}
		if c == cPrev || the {
			f.op = opShift
		}
		return f, j + 1
	case cHoliday:
		f, n := p.inner(j)
		if n > 0 {
			f.hasDir, f.dir = true, dir
		}
		return f, n
	case cOrd:
		if f, n := p.ordinalUnit(j, from); n > 0 && (f.op == opQuarter || f.op == opHalf) {
			f.hasDir, f.dir = true, dir
			return f, n
		}
	}
	if c == cPast && the {
		if p.clauseEnd(j) || p.prep(from) == pIn && p.tok(j).kind != kWord || p.prep(from) == pIn && p.cls(j) != cNone {
			f := blank(opRef, Date)
			f.n = 1
			return f, j
		}
	}
	return frame{}, 0
}

// lasts reports whether the “last” at k is the verb: could last two hours.
func (p *parser) lasts(k int) bool {
	if k == 0 || p.tok(k-1).kind != kWord || !p.seen(k-1) {
		return false
	}
	t := p.tok(k - 1)
	return (t.tense == tTo || t.tense == tFuture || t.tense == tModal && !p.capital(k-1) || p.anyWord(k-1, "not", "didn", "did", "does", "usually", "typically", "often")) && (p.isNum(k+1) || p.cls(k+1) == cNum || p.cls(k+1) == cVague || p.cls(k+1) == cA || p.cls(k+1) == cApprox)
}

// this reads this, that, these and those.
func (p *parser) this(i int) (frame, int) {
	t := &p.toks[i]
	k := i + 1
	if p.tok(k).flags&fPar != 0 {
		return frame{}, 0
	}
	switch t.val {
	case 2, 3: // these, those
		if p.word(k, "days") {
			f := blank(opRef, Date)
			if t.val == 3 {
				f.n = 1
			}
			return f, k + 1
		}
		if p.cls(k) == cPast || p.cls(k) == cLast {
			return p.deictic(k, i)
		}
		if t.val == 3 && p.anyWord(k, "years", "decades") && p.prep(i) == pIn {
			f := blank(opRef, Date)
			f.n = 1
			return f, k + 1
		}
		return frame{}, 0
	case 1: // that
		if u, plural, ok := p.unitAt(k); ok && !plural && u >= uDay && u != uQuarter {
			if p.capital(k) {
				return frame{}, 0
			}
			f := blank(opSame, Date)
			f.u = u
			return f, k + 1
		}
		if p.cls(k) == cPart && p.tok(k).flags&fPlural == 0 && !p.anyWord(k, "dawn") {
			f := blank(opPart, Time)
			f.part = int8(p.tok(k).val)
			f.every = 1
			return f, k + 1
		}
		if p.word(k, "time") && (p.prep(i) == pBy || p.prep(i) == pAt || p.prep(i) == pSince) {
			f := blank(opSame, Date)
			f.u = uDay
			f.every = 1
			return f, k + 1
		}
		return frame{}, 0
	}
	if p.word(k, "time") {
		if (p.cls(k+1) == cLast || p.cls(k+1) == cNext) && p.word(k+2, "year") {
			f := blank(opRel, Date)
			f.u, f.n, f.dir = uYear, 1, -1
			if p.cls(k+1) == cNext {
				f.dir = 1
			}
			return f, k + 3
		}
		if p.prep(i) == pAt && p.clauseEnd(k+1) {
			return blank(opRef, Date), k + 1
		}
		if p.word(k+1, "tomorrow") {
			f := blank(opRel, Date)
			f.u, f.n = uDay, 1
			return f, k + 2
		}
		return frame{}, 0
	}
	if p.anyWord(k, "point", "hour", "moment") && p.prep(i) == pAt {
		n := k + 1
		if p.word(n, "in") && p.word(n+1, "time") {
			n += 2
		}
		return blank(opRef, Date), n
	}
	switch p.cls(k) {
	case cUnit:
		u := p.tok(k).val
		if p.tok(k).flags&fPlural != 0 || u < uDay || p.capital(k) {
			return frame{}, 0
		}
		if p.joint(k+1) > k+1 {
			return frame{}, 0
		}
		if u == uDay && p.word(k+1, "in") {
			if y, n := p.year(k + 2); n > 0 { // on this day in 1952
				f := blank(opDay, Date)
				f.y, f.every = y, 8
				return f, n
			}
		}
		if u == uDay && p.prep(i) != pOn {
			return blank(opRef, Date), k + 1 // to this day
		}
		f := blank(opRel, Date)
		f.u = u
		f.vague = u == uWeekend
		f.every = 1
		return f, k + 1
	case cLast, cPast, cNext:
		if p.cls(k) == cNext && p.tok(k).val == 0 {
			return frame{}, 0
		}
		f, n := p.deictic(k, k)
		if n == 0 {
			// this past year
			if u, plural, ok := p.unitAt(k + 1); ok && !plural && u >= uDay {
				f = blank(opRel, Date)
				f.u, f.n, f.dir = u, 1, -1
				if p.cls(k) == cNext {
					f.dir = 1
				}
				return f, k + 2
			}
		}
		return f, n
	case cMonth, cWeekday:
		if p.cls(k) == cMonth && (p.tok(k).flags&fCap == 0 || p.tok(k).flags&fAbbr != 0) || p.tok(k).flags&fPlural != 0 || p.cls(k) == cWeekday && p.tok(k).flags&fAbbr != 0 {
			return frame{}, 0
		}
		f := blank(opNamed, Date)
		f.hasDir = true
		if p.cls(k) == cMonth {
			mo, n := p.monthAt(k)
			f.mo = mo
			if y, _ := p.year(n); y > 0 {
				return frame{}, 0 // in this March 2011 photo
			}
			if d, e := p.dayNumber(n); e > 0 {
				f.d, n = d, e
			}
			if !p.possible(&f) {
				return frame{}, 0
			}
			return f, n
		}
		f.wd = int(p.tok(k).val)
		return p.weekdayTail(f, k+1)
	case cSeason:
		if p.word(k, "fall") && p.word(k+1, "in") {
			return frame{}, 0
		}
		f := blank(opSeason, Date)
		f.n, f.hasDir = float64(p.tok(k).val), true
		return f, k + 1
	case cPart:
		if p.tok(k).flags&fPlural != 0 {
			return frame{}, 0
		}
		f := blank(opRel, Time)
		f.u = uDay
		f.part = int8(p.tok(k).val)
		return f, k + 1
	case cHoliday:
		f, n := p.inner(k)
		if n > 0 {
			f.hasDir = true
		}
		return f, n
	case cFiscal:
		if p.word(k+1, "year") {
			return blank(opFiscal, Date), k + 2
		}
	case cShape:
		if p.anyWord(k, "early", "late") {
			f, n := p.inner(k + 1)
			if n > 0 {
				return f, n
			}
		}
	}
	return frame{}, 0
}
