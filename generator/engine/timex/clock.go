package timex

// This file reads times of day.

// clock reads a time of day at i, and a date that follows it: 6:40 p.m. Friday.
func (p *parser) clock(i int) (frame, int) {
	f, k := p.clockAt(i, false)
	if k == 0 {
		return frame{}, 0
	}
	j := k
	if p.is(j, ',') {
		j++
	}
	if p.word(j, "on") && (p.cls(j+1) == cWeekday || p.cls(j+1) == cMonth || p.isNum(j+1)) {
		j++
	}
	if p.tok(j).flags&fPar != 0 {
		return f, k
	}
	var g frame
	n := 0
	switch {
	case j == k && p.thisPart(j) > 0: // 8.50 this morning
		g, n = blank(opRel, Date), p.thisPart(j)
		g.u = uDay
		if part := p.tok(n - 1).val; part >= 2 && f.hour < 12 && f.hour > 0 && !(part == 4 && f.hour < 5) {
			f.hour += 12
		}
	case p.cls(j) == cDay:
		g = blank(opRel, Date)
		g.u, n = uDay, j+1
		if p.tok(j).val != 10 {
			g.n = float64(p.tok(j).val)
			if p.cls(n) == cPart && p.tok(n).flags&fPlural == 0 { // 9 o'clock tomorrow morning
				if p.tok(n).val >= 2 && f.hour < 12 && f.hour > 0 && !(p.tok(n).val == 4 && f.hour < 5) {
					f.hour += 12
				}
				n++
			}
		}
	case p.cls(j) == cWeekday && p.busy <= 1:
		p.busy += 3 // no further time inside
		g, n = p.weekday(j)
		p.busy -= 3
	case j == k || p.word(j-1, "on"):
		g, n = p.dateAt(j)
	default:
		if g, n = p.dateAt(j); g.y == 0 {
			n = 0
		}
	}
	if n > 0 && g.op == opDay && g.part >= 0 && g.hour < 0 && g.d == 0 && !f.hasZone {
		// 8 o'clock on Tuesday night
		if g.part >= 2 && g.part <= 4 && f.hour < 12 && f.hour > 0 && !(g.part == 4 && f.hour < 5) {
			f.hour += 12
		}
		g.hour, g.min, g.part = f.hour, f.min, -1
		return g, n
	}
	if n == 0 || g.typ == Time || g.typ == Set || g.op != opDay && g.op != opRel {
		return f, k
	}
	g.hour, g.min, g.zone, g.hasZone, g.typ = f.hour, f.min, f.zone, f.hasZone, Time
	return g, n
}

// clockAt reads 18:00 UTC, 6:40 p.m., 0800 GMT, nine o'clock. In the company of
// a date (dated) hours and minutes alone will do.
func (p *parser) clockAt(i int, dated bool) (frame, int) {
	t := p.tok(i)
	f := blank(opPart, Time)
	h, m, k := 0, 0, i+1
	colon, four := false, false
	switch {
	case t.kind == kNum && t.flags&fGroup == 0:
		h = int(t.num)
		switch {
		case t.flags&fFrac != 0:
			// 3.30 pm
			s := p.text[t.start:t.end]
			if t.nd > 2 || len(s) != int(t.nd)+3 {
				return frame{}, 0
			}
			m = int(s[len(s)-2]-'0')*10 + int(s[len(s)-1]-'0')
		case t.nd == 4:
			four = true
			h, m = int(t.num)/100, int(t.num)%100
		case t.nd > 2:
			return frame{}, 0
		case p.is(k, ':') && p.glued(k) && p.isNum(k+1) && p.glued(k+1):
			u := p.tok(k + 1)
			if u.nd != 2 || u.flags&fGroup != 0 || u.flags&fFrac != 0 {
				return frame{}, 0
			}
			m = int(u.num)
			k += 2
			colon = true
			if p.is(k, ':') && p.glued(k) && p.isNum(k+1) && p.glued(k+1) && p.tok(k+1).nd == 2 {
				if !dated {
					return frame{}, 0 // a race
				}
				k += 2
			}
		case p.apostrophe(k):
			return frame{}, 0
		}
	case t.kind == kWord && t.cls == cNum && t.val <= 12:
		h = int(t.val)
	default:
		return frame{}, 0
	}
	if h > 24 || m > 59 || h == 24 && m > 0 {
		return frame{}, 0
	}
	said := false // something says that this is a time
	if v, n := p.ampm(k); n > 0 && t.kind != kPunct {
		if h < 1 || h > 12 {
			if h > 12 && v == 12 || h == 0 && v == 0 {
				// 15:30 pm
			} else {
				return frame{}, 0
			}
		} else {
			h = h%12 + v
		}
		k = n
		said = true
		four = false
	} else if p.word(k, "o") && p.apostrophe(k+1) && p.word(k+2, "clock") {
		k += 3
		said = true
		if p.cls(k) == cPrep && p.word(k, "in") && p.cls(k+1) == cThe && p.cls(k+2) == cPart {
			if p.tok(k+2).val >= 2 && h < 12 {
				h += 12
			}
			k += 3
		}
	} else if p.anyWord(k, "hrs", "hours") && (four || colon) {
		if four && p.text[t.start] != '0' && m%5 != 0 || four && h > 23 {
			return frame{}, 0
		}
		if four && !p.glued(k) && p.text[t.start] != '0' && p.prep(i) != pAt && p.cls(k+1) != cZone && !p.word(k+1, "local") {
			return frame{}, 0 // 1800 hours of work
		}
		k++
		said = true
	}
	if t.kind == kWord && !said {
		return frame{}, 0
	}
	zone, hasZone, n := p.zone(k)
	if n > k {
		k = n
		said = true
	}
	if !said {
		pr := p.prep(i)
		cue := pr == pAt || pr == pBy || pr == pUntil || pr == pFrom || pr == pBetween || pr == pSince || p.prevCls(i) == cApprox || p.word(i-1, "before") || p.word(i-1, "after")
		switch {
		case colon && (dated || cue || t.nd == 2 && p.text[t.start] == '0' || p.cls(k) == cPrep && (p.cls(k+1) == cDay || p.cls(k+1) == cWeekday)):
		case t.kind == kNum && (colon || t.flags&fFrac != 0 || t.nd <= 2 && h > 0 && h < 13) && cue && p.thisPart(k) > 0:
		case four && p.text[t.start] == '0':
		case colon && len(p.frames) > 0 && p.frames[len(p.frames)-1].te >= i-1 && p.frames[len(p.frames)-1].d > 0:
		default:
			return frame{}, 0
		}
		if p.is(k, '%') || p.anyWord(k, "minutes", "seconds", "minute") {
			return frame{}, 0
		}
	}
	if four && !said {
		if pr := p.prep(i); p.text[t.start] != '0' || pr != pAt && pr != pUntil && pr != pBetween || p.cls(k) == cMonth || p.tok(k).kind == kNum && p.seen(k) {
			return frame{}, 0
		}
	}
	f.hour, f.min, f.zone, f.hasZone = int8(h), int8(m), int16(zone), hasZone
	return f, k
}

// ampm reads am, p.m., P.M.
func (p *parser) ampm(i int) (v, next int) {
	if p.cls(i) == cAMPM {
		return int(p.tok(i).val), i + 1
	}
	if (p.word(i, "a") || p.word(i, "p")) && p.is(i+1, '.') && p.glued(i+1) && p.word(i+2, "m") {
		if p.word(i, "p") {
			v = 12
		}
		next = i + 3
		if p.is(next, '.') && p.glued(next) {
			next++
		}
		return v, next
	}
	return 0, 0
}

// zone reads UTC, GMT+3, (GMT +8), local time, Eastern time.
func (p *parser) zone(i int) (offset int, has bool, next int) {
	k := i
	open := p.is(k, '(')
	if open {
		k++
	}
	switch {
	case p.cls(k) == cZone && p.tok(k).flags&fCap != 0 && (p.tok(k).flags&fUpper != 0):
		offset = int(p.tok(k).val)
		has = true
		k++
		if s := p.tok(k); s.kind == kPunct && (s.num == '+' || s.num == '-' || s.num == 0x2212 || s.num == 0x2013) && p.isNum(k+1) && p.glued(k+1) && p.tok(k+1).num <= 14 {
			o := int(p.tok(k+1).num) * 60
			if s.num != '+' {
				o = -o
			}
			offset += o
			k += 2
			if p.is(k, ':') && p.isNum(k+1) && p.glued(k+1) && p.tok(k+1).num < 60 {
				if o < 0 {
					offset -= int(p.tok(k + 1).num)
				} else {
					offset += int(p.tok(k + 1).num)
				}
				k += 2
			}
		}
	case p.word(k, "z") && p.glued(k) && p.tok(k).flags&fCap != 0:
		has = true
		k++
	case p.word(k, "local") && p.word(k+1, "time"):
		k += 2
	case p.anyWord(k, "eastern", "pacific", "central", "mountain", "moscow", "beijing", "london", "standard", "daylight") && (p.word(k+1, "time") || p.anyWord(k+1, "standard", "daylight") && p.word(k+2, "time")):
		k++
		if !p.word(k, "time") {
			k++
		}
		k++
	default:
		return 0, false, i
	}
	if open {
		if !p.is(k, ')') {
			return 0, false, i
		}
		k++
	}
	return offset, has, k
}

// thisPart is the token after this morning and its like at i, 0 if it is not there.
func (p *parser) thisPart(i int) int {
	if p.word(i, "this") && p.cls(i+1) == cPart && p.tok(i+1).flags&fPlural == 0 {
		return i + 2
	}
	return 0
}

// past reads half past ten, a quarter to three and ten minutes to three at i.
func (p *parser) past(i int) (frame, int) {
	m, k := 0, i
	if p.cls(k) == cA {
		k++
	}
	switch {
	case p.cls(k) == cHalf && k == i:
		m, k = 30, k+1
	case p.word(k, "quarter"):
		m, k = 15, k+1
	case k == i && (p.isNum(k) || p.cls(k) == cNum):
		v, vague, n := p.quantity(k)
		if vague || v < 1 || v > 29 || v != float64(int(v)) {
			return frame{}, 0
		}
		m, k = int(v), n
		if p.word(k, "minutes") || p.word(k, "minute") {
			k++
		} else if m%5 != 0 {
			return frame{}, 0
		}
	default:
		return frame{}, 0
	}
	to := p.anyWord(k, "to", "before")
	if !to && !p.anyWord(k, "past", "after") {
		return frame{}, 0
	}
	pr := p.prep(i)
	half := p.cls(k-1) == cHalf
	if to && (half || pr != pAt && pr != pBy && pr != pUntil && pr != pSince && p.prevCls(i) != cApprox) || !to && !half && !p.word(k, "past") {
		return frame{}, 0
	}
	t := p.tok(k + 1)
	if p.cls(k+1) != cNum && !(p.isNum(k+1) && t.nd <= 2 && t.flags&fFrac == 0) {
		return frame{}, 0
	}
	h, n := int(t.val), k+2
	if t.kind == kNum {
		h = int(t.num)
	}
	if h < 1 || h > 12 || p.cls(n) == cUnit || p.countNoun(n) || p.is(n, '%') || p.is(n, '-') {
		return frame{}, 0
	}
	if v, e := p.ampm(n); e > 0 {
		h, n = h%12+v, e
	} else if p.word(n, "in") && p.cls(n+1) == cThe && p.cls(n+2) == cPart {
		if p.tok(n+2).val >= 2 && h < 12 {
			h += 12
		}
		n += 3
	}
	if to {
		h, m = (h+23)%24, 60-m
	}
	f := blank(opPart, Time)
	f.hour, f.min = int8(h), int8(m)
	return f, n
}

// noon reads noon and midnight, with the day that follows.
func (p *parser) noon(i int) (frame, int) {
	t := &p.toks[i]
	if t.flags&fCap != 0 && !p.sentenceStart(i) {
		return frame{}, 0
	}
	f := blank(opPart, Time)
	f.hour, f.min = int8(t.val), 0 // midnight is that at the end of its day: T24:00
	k := i + 1
	if _, _, n := p.zone(k); n > k {
		_, f.hasZone, k = p.zone(k)
		f.zone = p.tok(k - 1).val
	}
	j := k
	if p.word(j, "on") {
		j++
	}
	if p.cls(j) == cWeekday || p.cls(j) == cMonth || p.cls(j) == cDay && p.tok(j).val != 10 {
		if g, n := p.inner(j); n > 0 && g.typ == Date && (g.op == opDay && (g.wd > 0 || g.d > 0) || g.op == opRel && g.u == uDay) {
			g.hour, g.min, g.typ, g.zone, g.hasZone = f.hour, f.min, Time, f.zone, f.hasZone
			return g, n
		}
	}
	return f, k
}
