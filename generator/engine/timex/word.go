package timex

// This file reads sets, references and the words that narrow another expression.

// every reads every Monday, each year, every two weeks.
func (p *parser) every(i int) (frame, int) {
	k := i + 1
	f := blank(opSet, Set)
	f.n = 1
	if p.anyWord(k, "other", "single", "second") {
		if p.word(k, "other") || p.word(k, "second") {
			f.n = 2
		}
		k++
	}
	if v, vague, n := p.quantity(k); n > 0 {
		if u, _, ok := p.unitAt(n); ok {
			f.n, f.vague, f.u = v, vague, u
			return f, n + 1
		}
		return frame{}, 0
	}
	if f, n := p.everyNth(i + 1); n > 0 {
		return f, n
	}
	switch p.cls(k) {
	case cUnit:
		if p.tok(k).flags&fPlural != 0 || p.word(k, "second") && p.cls(k+1) != cNone {
			return frame{}, 0
		}
		f.u = p.tok(k).val
		return f, k + 1
	case cWeekday:
		if p.tok(k).flags&fAbbr != 0 {
			return frame{}, 0
		}
		f.wd = int(p.tok(k).val)
		return p.setPart(f, k+1)
	case cMonth:
		if !p.capital(k) {
			return frame{}, 0
		}
		mo, n := p.monthAt(k)
		f.mo = mo
		if d, e := p.dayNumber(n); e > 0 && mo > 0 && d <= 31 {
			f.d, n = d, e
		}
		return f, n
	case cSeason:
		if p.word(k, "fall") && p.word(k+1, "in") {
			return frame{}, 0
		}
		f.u, f.dir = uYear, int(p.tok(k).val)
		return f, k + 1
	case cPart:
		f.u, f.part = uDay, int8(p.tok(k).val)
		return f, k + 1
	}
	return frame{}, 0
}

// everyNth reads first Monday of the month after “every”; TIMEX3 has no value for
// which one of the month it is.
func (p *parser) everyNth(k int) (frame, int) {
	j := k + 1
	if _, n := p.ordinal(k); n > 0 {
		j = n
	} else if p.cls(k) != cLast {
		return frame{}, 0
	}
	if p.cls(j) != cWeekday || p.tok(j).flags&(fPlural|fAbbr) != 0 {
		return frame{}, 0
	}
	f := blank(opSet, Set)
	f.n, f.wd = 1, int(p.tok(j).val)
	n := p.ofMonth(j+1, cThe, cEvery, cA)
	if n == 0 && p.word(k, "second") {
		return frame{}, 0 // every other Tuesday
	}
	if n == 0 {
		n = j + 1
	}
	return f, n
}

// ofMonth reads of the month, in each month; 0 if it is not there or the article
// is another.
func (p *parser) ofMonth(k int, articles ...class) int {
	if p.cls(k) != cOf && !p.word(k, "in") || !p.anyWord(k+2, "month", "year", "quarter") {
		return 0
	}
	for _, c := range articles {
		if p.cls(k+1) == c {
			return k + 3
		}
	}
	return 0
}

func (p *parser) setPart(f frame, k int) (frame, int) {
	if p.cls(k) == cPart && p.tok(k).flags&fPlural == 0 {
		f.part = int8(p.tok(k).val)
		return f, k + 1
	}
	return f, k
}

// set reads daily, weekly, annual, but not the Daily Echo.
func (p *parser) set(i int) (frame, int) {
	t := &p.toks[i]
	if t.flags&fCap != 0 && !p.sentenceStart(i) || t.flags&fCap != 0 && p.capital(i+1) {
		return frame{}, 0
	}
	if p.hyphen(i-1) && p.glued(i) || p.hyphen(i+1) && p.glued(i+1) || p.anyWord(i+1, "newspaper", "newspapers", "paper", "papers", "magazine", "magazines", "tabloid", "broadsheet") {
		return frame{}, 0
	}
	f := blank(opSet, Set)
	f.n, f.u = 1, t.val
	switch {
	case p.anyWord(i, "semiannual", "semiannually", "biannual", "biannually"):
		f.n = 6
	case p.anyWord(i, "biennial", "biennially", "bimonthly"):
		f.n = 2
	}
	return f, i + 1
}

// ref reads now, currently, recent weeks, soon.
func (p *parser) ref(i int) (frame, int) {
	t := &p.toks[i]
	k := i + 1
	if p.hyphen(k) && p.glued(k) && p.glued(k+1) || i > 0 && p.hyphen(i-1) && p.glued(i) {
		return frame{}, 0
	}
	if t.flags&fCap != 0 && !p.sentenceStart(i) {
		return frame{}, 0
	}
	f := blank(opRef, Date)
	f.n = float64(t.val)
	switch {
	case p.word(i, "current"):
		if u, plural, ok := p.unitAt(k); ok && !plural && u >= uDay {
			f = blank(opRel, Date)
			f.u = u
			return f, k + 1
		}
		if p.tok(k).kind != kWord || !p.seen(k) || p.cls(k) == cAnd || p.cls(k) == cOf || p.tok(k).tense == tPresent || p.tok(k).tense == tHave || p.tok(k).tense == tModal || p.tok(k).tense == tFuture || p.anyWord(k, "was", "were", "flowed", "account", "affairs", "events") {
			return frame{}, 0 // the current of a river
		}
		return f, k
	case p.word(i, "recently") && p.word(k, "as"):
		return frame{}, 0 // as recently as August
	case p.word(i, "recent"):
		if p.word(i-1, "most") {
			return frame{}, 0
		}
		if _, plural, ok := p.unitAt(k); ok && plural {
			return f, k + 1
		}
		if p.word(k, "times") {
			return f, k + 1
		}
		return f, k
	case p.word(i, "soon"):
		if p.anyWord(k, "after", "afterwards", "afterward", "as", "became", "enough") || p.word(i-1, "as") || p.word(i-1, "too") || p.word(i-1, "no") {
			return frame{}, 0
		}
	case p.word(i, "shortly"):
		if p.anyWord(k, "after", "before", "afterwards", "afterward", "thereafter") {
			return frame{}, 0
		}
	case p.word(i, "previously"):
		return frame{}, 0
	}
	return f, k
}

// shape reads early 2009, late last year, the end of March, mid-July.
func (p *parser) shape(i int) (frame, int) {
	t := &p.toks[i]
	m := uint8(t.val)
	k := i + 1
	if t.flags&fCap != 0 && !p.sentenceStart(i) {
		if p.tok(p.joint(k)).cls != cMonth {
			return frame{}, 0
		}
	}
	if t.flags&fPlural != 0 || p.word(i, "middle") {
		if p.cls(k) != cOf {
			return frame{}, 0
		}
		k++
	} else {
		k = p.joint(k)
		if p.cls(k) == cOf && p.word(i, "late") {
			return frame{}, 0
		}
		if p.anyWord(i, "early", "late") && p.anyWord(k, "in", "on") && k == i+1 {
			k++
		}
	}
	if p.cls(k) == cThis && p.tok(k).val == 1 {
		return frame{}, 0
	}
	if f, n := p.hoursOf(k, m); n > 0 {
		return f, n
	}
	f, n := p.inner(k)
	if n == 0 && p.isNum(k) {
		// mid-2011
		if y, e := p.year(k); e > 0 {
			f = blank(opDay, Date)
			f.y = y
			n = e
		} else if g, e := p.decade(k, k); e > 0 {
			f, n = g, e
		}
	}
	if n == 0 && p.cls(k) == cMonth {
		if mo, e := p.monthAt(k); mo > 0 && p.capital(k) {
			f = blank(opDay, Date)
			f.mo = mo
			n = p.yearTail(&f, e)
		}
	}
	if n == 0 && (p.cls(k) == cPart || p.cls(k) == cThe && p.cls(k+1) == cPart) {
		// early morning, late at night: only with a day
		return frame{}, 0
	}
	if n == 0 {
		return frame{}, 0
	}
	switch f.op {
	case opDay, opRel, opNamed, opSame, opQuarter, opHalf, opSeason, opDecade, opCentury, opShift, opPart, opFiscal:
		if f.typ == Duration || f.op == opPart && f.hour >= 0 || f.op == opDecade && p.anyWord(i-1, "his", "her", "their", "my", "our", "your") {
			return frame{}, 0
		}
		f.mod = m
		if f.op == opPart && p.anyWord(i, "early", "late") && p.cls(k) == cPart {
			return f, n
		}
		return f, n
	}
	return frame{}, 0
}

// hoursOf reads hours of Monday after “the early”, part of 2009 after “the latter”.
func (p *parser) hoursOf(k int, m uint8) (frame, int) {
	if p.cls(k) == cPart && p.tok(k).flags&fPlural == 0 {
		k++
	}
	if !p.anyWord(k, "hours", "part", "days", "weeks", "months", "years", "stages") || p.cls(k+1) != cOf {
		return frame{}, 0
	}
	f, n := p.inner(k + 2)
	if n == 0 && p.isNum(k+2) {
		if y, e := p.year(k + 2); e > 0 {
			f, n = blank(opDay, Date), e
			f.y = y
		}
	}
	if n == 0 || f.typ != Date || f.op == opRef || f.op == opFiscal || f.hour >= 0 {
		return frame{}, 0
	}
	f.mod = m
	return f, n
}

// laterEarlier reads later this year, earlier on Friday, later.
func (p *parser) laterEarlier(i int) (frame, int) {
	t := &p.toks[i]
	if t.val != 1 && t.val != -1 || p.word(i, "ago") || p.word(i, "hence") {
		return frame{}, 0
	}
	m := uint8(modStart)
	if t.val == 1 {
		m = modEnd
	}
	k := i + 1
	if p.anyWord(k, "in", "on") {
		k++
	}
	if c := p.cls(k); c == cThis || c == cDay || c == cThe || c == cWeekday || c == cLast || c == cNext || c == cMonth || p.isNum(k) {
		if f, n := p.inner(k); n > 0 && (f.op == opRel || f.op == opSame || f.op == opDay || f.op == opNamed || f.op == opSeason || f.op == opShift || f.op == opPart) {
			f.mod = m
			return f, n
		}
	}
	f := blank(opRef, Date)
	if t.val == 1 {
		if p.anyWord(i+1, "than", "on") || p.hyphen(i+1) && p.glued(i+1) {
			return frame{}, 0
		}
		if p.prevCls(i) == cThe || p.word(i-1, "no") || p.prevCls(i) == cUnit {
			return frame{}, 0
		}
		if w := p.tok(i + 1); w.kind == kWord && w.tense == tNone && w.cls == cNone && p.seen(i+1) && isPlural(p.str(i+1)) && (i == 0 || p.tok(i-1).kind != kWord || p.prevCls(i) != cNone || p.sentenceStart(i)) {
			return frame{}, 0 // later versions
		}
		f.n = 2
		if p.prevCls(i) == cA && p.anyWord(i+1, "date", "time") {
			return f, i + 2
		}
		return f, i + 1
	}
	if (p.clauseEnd(i+1) || p.tok(i-1).tense == tPast && p.tok(i-1).kind == kWord && p.seen(i-1) && !p.word(i+1, "than") && (p.cls(i+1) != cNone || p.word(i+1, "that"))) && p.prevCls(i) != cUnit {
		f.n = 1
		return f, i + 1
	}
	return frame{}, 0
}
