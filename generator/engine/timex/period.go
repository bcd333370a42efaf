package timex

// This file reads quarters, halves, seasons, holidays and parts of the day.

// same reads [the] same day, the same period a year earlier.
func (p *parser) same(k, from int) (frame, int) {
	if from == k {
		return frame{}, 0
	}
	j := k + 1
	u, plural, ok := p.unitAt(j)
	period := p.word(j, "period")
	if !(ok && !plural && u >= uDay) && !period {
		if p.cls(j) == cPart && p.tok(j).flags&fPlural == 0 {
			f := blank(opPart, Time)
			f.part, f.every = int8(p.tok(j).val), 1
			return f, j + 1
		}
		return frame{}, 0
	}
	n := j + 1
	if p.anyWord(n, "of", "in") && p.anyWord(n+1, "last", "the", "previous", "prior") || p.word(n, "of") {
		n++
		if p.is(n, ',') {
			n++
		}
	}
	f := blank(opPeriod, Date)
	f.u = u
	if period {
		f.u = uQuarter
		f.vague = true
	}
	switch {
	case p.cls(n) == cA && p.word(n+1, "year") && p.anyWord(n+2, "ago", "earlier", "before"):
		return f, n + 3
	case p.cls(n) == cLast && p.word(n+1, "year"):
		return f, n + 2
	case p.cls(n) == cThe && (p.cls(n+1) == cPrev || p.cls(n+1) == cLast) && p.word(n+2, "year"):
		return f, n + 3
	case p.cls(n) == cThe && p.word(n+1, "year") && p.anyWord(n+2, "before", "earlier"):
		return f, n + 3
	}
	if y, e := p.year(n); e > 0 {
		f.y = y
		return f, e
	}
	if y, e := p.year(n + 1); e > 0 && p.word(n, "in") {
		f.y = y
		return f, e
	}
	if period {
		return frame{}, 0
	}
	f.op = opSame
	return f, j + 1
}

// ordinalUnit reads third-quarter, the first half of 2009, 19th century.
func (p *parser) ordinalUnit(k, from int) (frame, int) {
	n, j := p.ordinal(k)
	if j == 0 {
		return frame{}, 0
	}
	j = p.joint(j)
	if p.word(j, "fiscal") || p.word(j, "financial") {
		j++
	}
	if p.anyWord(j, "consecutive", "straight", "successive") {
		// for a third consecutive day: the one that the news is about
		if u, plural, ok := p.unitAt(j + 1); ok && !plural && u >= uDay {
			f := blank(opSame, Date)
			f.u, f.plural = u, true
			return f, j + 2
		}
		return frame{}, 0
	}
	if p.cls(j) == cHalf {
		if n > 2 || from == k && p.prevCls(k) == cNone && p.joint(k+1) == k+1 && p.cls(j+1) != cOf {
			return frame{}, 0
		}
		if p.cls(j+1) == cOf && from < k {
			// the second half of February, of the decade
			if g, e := p.inner(j + 2); e > 0 && (g.op == opDay && g.mo > 0 && g.d == 0 || g.op == opDecade || g.op == opCentury || g.op == opSame && g.u >= uDecade) {
				g.mod = modStart
				if n == 2 {
					g.mod = modEnd
				}
				return g, e
			}
			if p.cls(j+2) == cMonth && p.capital(j+2) {
				g := blank(opDay, Date)
				mo, e := p.monthAt(j + 2)
				g.mo, g.mod = mo, modStart
				if n == 2 {
					g.mod = modEnd
				}
				if mo > 0 {
					return g, p.yearTail(&g, e)
				}
			}
		}
		f := blank(opHalf, Date)
		f.n = float64(n)
		e := p.periodTail(&f, j+1)
		// the first half of a match or a show is no part of a year
		f.vague = p.reports(j + 1)
		if e == j+1 && !f.vague {
			return frame{}, 0
		}
		return f, e
	}
	if p.cls(j) == cWeekday && p.tok(j).flags&(fPlural|fAbbr) == 0 {
		// the first Monday of May
		if (p.cls(j+1) == cOf || p.word(j+1, "in")) && p.cls(j+2) == cMonth && p.capital(j+2) {
			f := blank(opNthDay, Date)
			f.n, f.wd = float64(n), int(p.tok(j).val)
			mo, e := p.monthAt(j + 2)
			f.mo = mo
			if mo == 0 {
				return frame{}, 0
			}
			return f, p.yearTail(&f, e)
		}
		if e := p.ofMonth(j+1, cEvery); e > 0 {
			f := blank(opSet, Set)
			f.n, f.wd = 1, int(p.tok(j).val)
			return f, e
		}
		return frame{}, j + 1 // the first Tuesday after something
	}
	u, plural, ok := p.unitAt(j)
	if !ok || plural {
		return frame{}, 0
	}
	e := j + 1
	if u >= uDay && u != uCentury && p.word(e, "in") && p.cls(e+1) == cA && p.word(e+2, "row") {
		f := blank(opSame, Date)
		f.u, f.plural = u, true
		return f, e
	}
	switch u {
	case uQuarter:
		if n > 4 && n != 99 || p.word(e, "final") || p.word(e, "of") && p.anyWord(e+1, "a") {
			return frame{}, 0
		}
		f := blank(opQuarter, Date)
		f.n = float64(n)
		f.vague = p.reports(e)
		tail := p.periodTail(&f, e)
		if tail == e && !f.vague && p.sport(k) {
			return frame{}, e
		}
		return f, tail
	case uCentury:
		if n == 99 || n > 30 || n < 1 {
			return frame{}, 0
		}
		f := blank(opCentury, Date)
		f.n = float64(n)
		if p.anyWord(e, "bc", "bce") {
			f.n, f.vague = 0, true
			e++
		}
		return f, e
	case uWeek, uDay, uMonth, uWeekend, uYear:
		if p.cls(e) == cOf || p.word(e, "in") && p.cls(e+1) == cMonth {
			if f, m := p.nth(n, u, e); m > 0 {
				return f, m
			}
		}
	}
	return frame{}, 0
}

// sport reports whether the sentence around token i tells of a game: its quarters
// are none of a year.
func (p *parser) sport(i int) bool {
	for _, step := range [2]int{-1, 1} {
		for j, n := i, 0; j >= 0 && n < reach; j, n = j+step, n+1 {
			if step < 0 && p.boundary(j+1) || step > 0 && j > i && p.boundary(j) {
				break
			}
			if p.anyWord(j, "touchdown", "touchdowns", "rebounds", "pointer", "pointers", "quarterback", "yards", "yard", "overtime", "interception", "fumble", "halftime", "kicker", "dunk", "layup", "scored", "buzzer", "turnovers", "kickoff") {
				return true
			}
			if a, b := p.tok(j), p.tok(j+2); a.kind == kNum && b.kind == kNum && a.nd <= 3 && b.nd <= 3 && p.hyphen(j+1) && p.glued(j+1) && p.glued(j+2) && (a.flags|b.flags)&fFrac == 0 {
				return true // a score
			}
		}
	}
	return false
}

// reports reports whether token i is a noun for the accounts of a period.
func (p *parser) reports(i int) bool {
	return p.anyWord(i, "results", "profit", "profits", "loss", "losses", "sales", "earnings", "revenue", "revenues", "net", "pretax", "report", "figures", "performance", "growth", "income", "gdp", "numbers", "operating")
}

// periodTail reads of 2009, of last year, 2009, this year after a quarter or half.
func (p *parser) periodTail(f *frame, k int) int {
	j := k
	of := p.cls(j) == cOf
	if of || p.is(j, ',') || p.word(j, "in") {
		j++
	}
	if p.cls(j) == cThe && p.cls(j+1) != cUnit {
		j++
	}
	if y, n := p.year(j); n > 0 && !(p.word(k, "in")) {
		f.y = y
		return n
	}
	if p.cls(j) == cFiscal {
		if p.word(j+1, "year") {
			j++
		}
		if y, n := p.year(j + 1); n > 0 {
			f.y = y
			return n
		}
		return j + 1
	}
	if p.word(j+1, "year") {
		switch {
		case p.cls(j) == cLast:
			f.hasDir, f.dir, f.u = true, -1, uYear
			return j + 2
		case p.cls(j) == cNext:
			f.hasDir, f.dir, f.u = true, 1, uYear
			return j + 2
		case p.word(j, "this"):
			f.hasDir, f.dir, f.u = true, 0, uYear
			return j + 2
		case p.cls(j) == cThe && of:
			f.hasDir, f.dir, f.u = true, 0, uYear
			return j + 2
		case p.cls(j) == cPrev:
			f.hasDir, f.dir, f.u = true, int(p.tok(j).val), uYear
			return j + 2
		}
	}
	return k
}

// nth reads of March, of the year, of 2009 after first, last and a unit.
func (p *parser) nth(n int, u unit, of int) (frame, int) {
	k := of + 1
	if p.cls(k) == cMonth && (u == uWeek || u == uDay || u == uWeekend) {
		mo, e := p.monthAt(k)
		if mo == 0 || !p.capital(k) {
			return frame{}, 0
		}
		f := blank(opNthWeek, Date)
		f.n, f.mo, f.every = float64(n), mo, int(u)
		if n > 31 && n != 99 || u == uWeek && n > 5 && n != 99 {
			return frame{}, 0
		}
		e = p.yearTail(&f, e)
		return f, e
	}
	if u == uQuarter || u == uMonth || u == uWeek || u == uDay {
		f := blank(opQuarter, Date)
		f.n = float64(n)
		e := p.periodTail(&f, of)
		if e == of || f.op == opNone {
			return frame{}, 0
		}
		switch u {
		case uQuarter:
			return f, e
		case uMonth:
			if n == 99 {
				n = 12
			}
			if n > 12 {
				return frame{}, 0
			}
			f.op, f.mo = opDay, n
			return f, e
		case uDay:
			f.op, f.mo, f.d = opDay, 12, 31
			if n == 1 {
				f.mo, f.d = 1, 1
			} else if n != 99 {
				return frame{}, 0
			}
			return f, e
		}
	}
	return frame{}, 0
}

// season reads the summer of 1969, in the fall; spring and fall are more often
// something else and need a preposition.
func (p *parser) season(k, from int) (frame, int) {
	t := p.tok(k)
	f := blank(opSeason, Date)
	f.n = float64(t.val)
	if from == k && k > 0 && p.capital(k) && p.capital(k-1) && p.prevCls(k) == cNone && !p.sentenceStart(k) && p.cls(k+1) == cOf && p.tok(k).flags&fUpper == 0 {
		return frame{}, 0 // the Prague Spring of 1968
	}
	n := k + 1
	j := n
	if p.cls(j) == cOf {
		j++
	}
	if y, e := p.year(j); e > 0 {
		f.y = y
		return f, e
	}
	if p.cls(j) == cLast && p.word(j+1, "year") {
		f.hasDir, f.dir, f.u = true, -1, uYear
		return f, j + 2
	}
	if p.word(j, "this") && p.word(j+1, "year") {
		f.hasDir, f.u = true, uYear
		return f, j + 2
	}
	if p.cls(j) == cNext && p.word(j+1, "year") {
		f.hasDir, f.dir, f.u = true, 1, uYear
		return f, j + 2
	}
	pr := p.prep(from)
	if p.capital(k) && (p.capital(n) || p.tok(k).flags&fUpper != 0) {
		return frame{}, 0 // Winter Olympics, Arab Spring
	}
	if from > 0 && p.capital(from-1) && p.capital(k) {
		return frame{}, 0
	}
	if from < k {
		if p.cls(n) == cOf || p.word(k, "fall") && p.word(n, "in") {
			return frame{}, 0
		}
		if pr == pIn || pr == pBy || pr == pSince || pr == pUntil || pr == pDuring || pr == pFor || pr == pFrom || p.prevCls(from) == cShape || p.word(from-1, "over") || p.word(from-1, "through") || p.cls(from-1) == cAgo || p.cls(from-1) == cOf {
			return f, n
		}
		return frame{}, 0
	}
	switch pr {
	case pIn, pBy, pSince, pUntil, pDuring:
		if t.val == sAutumn && p.word(k, "fall") && p.cls(n) == cOf || p.joint(n) > n {
			return frame{}, 0
		}
		return f, n
	}
	if p.prevCls(from) == cShape || p.busy > 0 || p.word(k, "autumn") && p.joint(n) == n {
		return f, n
	}
	return frame{}, 0
}

// thePart reads the morning of July 18, the evening.
func (p *parser) thePart(k, from int) (frame, int) {
	t := p.tok(k)
	if t.flags&fPlural != 0 || p.capital(k) {
		return frame{}, 0
	}
	f := blank(opPart, Time)
	f.part = int8(t.val)
	n := k + 1
	if p.cls(n) == cOf {
		if g, e := p.inner(n + 1); e > 0 && g.typ == Date && (g.op == opDay && (g.d > 0 || g.wd > 0) || g.op == opRel && g.u == uDay) {
			g.part, g.typ = f.part, Time
			return g, e
		}
	}
	if p.word(n, "before") || p.word(n, "after") {
		if !p.clauseEnd(n + 1) {
			return frame{}, 0
		}
		g := blank(opShift, Time)
		g.u, g.n, g.dir, g.part = uDay, 1, -1, f.part
		if p.word(n, "after") {
			g.dir = 1
		}
		return g, n + 1
	}
	if p.anyWord(k, "dawn", "sunrise", "sunset", "dusk", "daybreak", "nightfall", "lunchtime") || p.cls(n) == cOf {
		return frame{}, 0
	}
	pr := p.prep(from)
	if pr == pIn || pr == pDuring || p.prevCls(from) == cShape || p.cls(from-1) == cAgo || p.word(from-1, "through") || p.word(from-1, "late") {
		return f, n
	}
	return frame{}, 0
}

// partAlone reads morning without an article: morning trading.
func (p *parser) partAlone(i int) (frame, int) {
	t := &p.toks[i]
	if t.flags&fCap != 0 && !p.sentenceStart(i) || t.flags&fPlural != 0 {
		return frame{}, 0
	}
	f := blank(opPart, Time)
	f.part = int8(t.val)
	n := i + 1
	// dawn on Thursday
	if j := n; !p.anyWord(i, "morning", "afternoon", "evening", "night") {
		if p.word(j, "on") {
			j++
		}
		if p.cls(j) == cWeekday || p.cls(j) == cMonth || p.isNum(j) {
			if g, e := p.inner(j); e > 0 && g.op == opDay && g.typ == Date && (g.wd > 0 || g.d > 0) && g.part < 0 {
				g.part, g.typ = f.part, Time
				return g, e
			}
		}
	}
	switch t.val {
	case 0, 2, 3:
		if p.anyWord(i, "dawn", "sunrise", "sunset", "dusk", "daybreak", "nightfall") {
			return frame{}, 0
		}
		if p.anyWord(n, "trading", "session", "trade", "rush", "dealings", "deals") {
			return f, n
		}
	}
	if p.busy > 0 {
		return f, n
	}
	return frame{}, 0
}

// today reads yesterday, today, tomorrow and tonight with their time of day.
func (p *parser) today(i int) (frame, int) {
	t := &p.toks[i]
	f := blank(opRel, Date)
	f.u = uDay
	k := i + 1
	if t.flags&fCap != 0 && !p.sentenceStart(i) {
		// USA Today, the Today programme
		if i > 0 && (p.capital(i-1) && p.cls(i-1) == cNone || p.prevCls(i) == cThe) || p.capital(k) && p.cls(k) == cNone {
			return frame{}, 0
		}
	}
	if t.val == 10 {
		f.part, f.typ = 4, Time
		if p.word(k, "at") {
			f.part = -1
			if n := p.clockTail2(&f, k); n > k {
				return f, n
			}
			f.part = 4
		}
		return f, k
	}
	f.n = float64(t.val)
	if p.cls(k) == cPart && p.tok(k).flags&fPlural == 0 {
		f.part, f.typ = int8(p.tok(k).val), Time
		return f, k + 1
	}
	return f, p.clockTail2(&f, k)
}

// clockTail2 is clockTail for “today at 9 a.m.”.
func (p *parser) clockTail2(f *frame, k int) int {
	if p.word(k, "at") && p.isNum(k+1) {
		if g, n := p.clockAt(k+1, true); n > 0 {
			f.hour, f.min, f.zone, f.hasZone, f.typ = g.hour, g.min, g.zone, g.hasZone, Time
			return n
		}
	}
	return k
}

// holiday reads the feasts that have a word of their own.
func (p *parser) holiday(i int) (frame, int) {
	t := &p.toks[i]
	if t.flags&fCap == 0 {
		return frame{}, 0
	}
	f := blank(opHoliday, Date)
	h := int(t.val)
	k := i + 1
	switch h {
	case hChristmas:
		if p.word(k, "eve") {
			h = hChristmasEve
			k++
		} else if p.word(k, "day") {
			k++
		} else if p.capital(k) && p.cls(k) == cNone {
			return frame{}, 0
		}
	case hThanksgiving:
		if p.word(k, "day") {
			k++
		}
	case hEaster:
		if p.cls(k) == cWeekday && (p.tok(k).val == 7 || p.tok(k).val == 1) && p.capital(k) {
			h = hEasterSunday
			if p.tok(k).val == 1 {
				h = hEasterMonday
			}
			f.wd = int(p.tok(k).val)
			k++
		} else if p.capital(k) {
			return frame{}, 0
		}
	}
	f.n = float64(h)
	return f, p.yearTail(&f, k)
}

// odd reads what begins with a word of no class: Q3 2009, New Year's Eve, mid-.
func (p *parser) odd(i int) (frame, int) {
	t := &p.toks[i]
	k := i + 1
	if t.flags&fCap == 0 {
		return frame{}, 0
	}
	switch t.end - t.start {
	case 1:
		// Q3, H1
		c := p.text[t.start]
		if (c == 'Q' || c == 'H') && p.isNum(k) && p.glued(k) && p.tok(k).nd == 1 && p.tok(k).num >= 1 && (c == 'Q' && p.tok(k).num <= 4 || p.tok(k).num <= 2) && !p.glued2(k+1) {
			f := blank(opQuarter, Date)
			if c == 'H' {
				f.op = opHalf
			}
			f.n = float64(p.tok(k).num)
			return f, p.periodTail(&f, k+1)
		}
	case 2:
		if p.word(i, "fy") && t.flags&fUpper != 0 && p.isNum(k) {
			f := blank(opFiscal, Date)
			switch p.tok(k).nd {
			case 4:
				f.y = int(p.tok(k).num)
			case 2:
				f.y = century(int(p.tok(k).num), p.opt.Published)
			default:
				return frame{}, 0
			}
			return f, k + 1
		}
	case 3:
		if p.word(i, "new") && p.word(k, "year") && p.capital(k) {
			j := k + 1
			if p.apostrophe(j) && p.glued(j) && p.word(j+1, "s") {
				j += 2
			}
			f := blank(opHoliday, Date)
			switch {
			case p.word(j, "eve"):
				f.n = hNewYearsEve
			case p.word(j, "day"):
				f.n = hNewYearsDay
			default:
				return frame{}, 0
			}
			return f, p.yearTail(&f, j+1)
		}
		if p.word(i, "mlk") && p.word(k, "day") {
			f := blank(opHoliday, Date)
			f.n = hMLK
			return f, p.yearTail(&f, k+1)
		}
		if p.word(i, "may") {
			return frame{}, 0
		}
	case 6:
		// Martin Luther King [Jr.] Day
		if p.word(i, "martin") && p.word(k, "luther") && p.word(k+1, "king") {
			j := k + 2
			if p.word(j, "jr") {
				if j++; p.is(j, '.') {
					j++
				}
			}
			if p.word(j, "day") {
				f := blank(opHoliday, Date)
				f.n = hMLK
				return f, p.yearTail(&f, j+1)
			}
		}
	}
	if !p.word(k+1, "day") && !p.word(k, "day") && !(p.apostrophe(k) && p.word(k+2, "day")) && !(p.apostrophe(k+1) && p.word(k+3, "day")) {
		return frame{}, 0
	}
	f := blank(opHoliday, Date)
	n := k + 1
	switch {
	case p.word(i, "boxing") && p.word(k, "day"):
		f.n = hBoxing
	case p.word(i, "independence") && p.word(k, "day") && p.prevIsAmerican(i):
		f.n = hIndependenceDay
	case (p.word(i, "labor")) && p.word(k, "day"):
		f.n = hLaborDay
	case p.word(i, "memorial") && p.word(k, "day") && !p.capital(i-1):
		f.n = hMemorialDay
	case p.word(i, "veterans") && p.word(k, "day"):
		f.n = hVeteransDay
	case p.word(i, "columbus") && p.word(k, "day"):
		f.n = hColumbusDay
	case p.word(i, "earth") && p.word(k, "day"):
		f.n = hEarthDay
	case p.word(i, "election") && p.word(k, "day"):
		f.n = hElectionDay
	case p.word(i, "presidents") && p.word(k, "day"):
		f.n = hPresidents
	case p.word(i, "presidents") && p.apostrophe(k) && p.word(k+1, "day"):
		f.n, n = hPresidents, k+2
	case p.word(i, "veterans") && p.apostrophe(k) && p.word(k+1, "day"):
		f.n, n = hVeteransDay, k+2
	case p.anyWord(i, "mother", "father") && p.apostrophe(k) && p.word(k+1, "s") && p.word(k+2, "day"):
		f.n, n = hMothers, k+3
		if p.word(i, "father") {
			f.n = hFathers
		}
	case p.word(i, "australia") && p.word(k, "day"):
		f.n = hAustralia
	case p.word(i, "canada") && p.word(k, "day"):
		f.n = hCanada
	case p.anyWord(i, "armistice", "remembrance") && p.word(k, "day"):
		f.n = hArmistice
	case p.word(i, "anzac") && p.word(k, "day"):
		f.n = hAnzac
	case p.word(i, "bastille") && p.word(k, "day"):
		f.n = hBastille
	case p.word(i, "valentine") && p.word(k+1, "s") && p.word(k+2, "day"):
		f.n, n = hValentines, k+3
	default:
		return frame{}, 0
	}
	return f, p.yearTail(&f, n)
}

func (p *parser) glued2(i int) bool {
	t := p.tok(i)
	return t.flags&fGlue != 0 && t.kind != kPunct && t.kind != kEnd
}

func (p *parser) prevIsAmerican(i int) bool {
	return p.word(i-1, "s") || p.word(i-1, "us") || p.anyWord(i-1, "american", "u") || p.is(i-1, '.') && p.anyWord(i-2, "s")
}
