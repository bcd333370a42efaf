package timex

// This file reads numbers and the years, decades and dates that begin with one.

// quantity reads a number in figures or words, “a few”, “a couple of”, “two and
// a half”, and returns the token after it.
func (p *parser) quantity(i int) (v float64, vague bool, next int) {
	t := p.tok(i)
	switch {
	case t.kind == kNum:
		v = float64(t.num)
		if t.flags&fFrac != 0 {
			v = fraction(p.text[t.start:t.end])
		}
		next = i + 1
		// 1/2, 5 1/2, 5½
		if n, w := p.ratio(i); w > 0 {
			return n, false, w
		}
		if n, w := p.ratio(next); w > 0 && n < 1 {
			return v + n, false, w
		}
		if p.glued(next) && p.is(next, '½') {
			return v + 0.5, false, next + 1
		}
	case t.kind != kWord:
		return 0, false, 0
	case t.cls == cA:
		switch {
		case p.cls(i+1) == cVague, p.cls(i+1) == cNum && p.tok(i+1).val >= 12:
			return p.quantity(i + 1)
		case p.word(i+1, "good") && p.cls(i+2) == cVague:
			return p.quantity(i + 2)
		case p.anyWord(i+1, "further", "full", "mere", "total") && (p.isNum(i+2) || p.cls(i+2) == cNum):
			return p.quantity(i + 2)
		case p.isNum(i + 1):
			return p.quantity(i + 1)
		case p.cls(i+1) == cNum && (p.cls(i+2) == cUnit || p.hyphen(i+2)):
			return p.quantity(i + 1)
		}
		return 0, false, 0
	case t.cls == cVague:
		next = i + 1
		if p.cls(next) == cOf {
			next++
		} else if p.cls(next) == cNum && p.tok(next).val >= 12 {
			next++
		}
		return 0, true, next
	case t.cls == cNum:
		v, next = p.cardinal(i)
	default:
		return 0, false, 0
	}
	if p.anyWord(next, "hundred", "thousand", "million", "billion", "dozen") && t.kind == kNum {
		switch p.str(next)[0] | 0x20 {
		case 'h':
			v *= 100
		case 't':
			v *= 1000
		case 'd':
			v *= 12
		case 'm':
			v *= 1e6
		default:
			v *= 1e9
		}
		next++
	}
	// and a half, and-a-half
	k := p.joint(next)
	if p.word(k, "and") {
		k = p.joint(k + 1)
		if p.cls(k) == cA {
			k = p.joint(k + 1)
			if p.cls(k) == cHalf {
				return v + 0.5, false, k + 1
			}
		}
	}
	return v, false, next
}

// ratio reads 1/2 and the like, one figure above another.
func (p *parser) ratio(i int) (v float64, next int) {
	a, b := p.tok(i), p.tok(i+2)
	if a.kind != kNum || a.nd != 1 || b.kind != kNum || b.nd != 1 || b.num == 0 || !p.is(i+1, '/') || !p.glued(i+1) || !p.glued(i+2) || (a.flags|b.flags)&fFrac != 0 || !p.seen(i) {
		return 0, 0
	}
	return float64(a.num) / float64(b.num), i + 3
}

func fraction(s string) float64 {
	v, scale, frac := 0.0, 1.0, false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '.':
			frac = true
		case isDigit(s[i]):
			if scale > 1e12 || v > 1e15 {
				return v
			}
			v = v*10 + float64(s[i]-'0')
			if frac {
				scale *= 10
			}
		}
	}
	return v / scale
}

// cardinal reads a number in words up to the thousands: twenty-five, two hundred.
func (p *parser) cardinal(i int) (float64, int) {
	total, cur := 0, 0
	k := i
	for p.tok(k).kind == kWord && p.tok(k).cls == cNum && (k == i || p.tok(k).flags&fPar == 0) {
		v := int(p.tok(k).val)
		switch {
		case v == 12 && p.word(k, "dozen"):
			cur = max(cur, 1) * 12
		case v == 100:
			cur = max(cur, 1) * 100
		case v == 1000:
			total += max(cur, 1) * 1000
			cur = 0
		case cur%100 == 0 || v < 10 && cur%10 == 0 && cur%100 >= 20:
			cur += v
		default:
			return float64(total + cur), k
		}
		if total > 1e6 || cur > 1e6 {
			return float64(total + cur), k + 1
		}
		n := p.joint(k + 1)
		if p.word(n, "and") && p.cls(n+1) == cNum && cur >= 100 {
			n++
		}
		if n > k+1 && p.cls(n) != cNum {
			return float64(total + cur), k + 1
		}
		k = n
	}
	return float64(total + cur), k
}

// ordinal reads first, 3rd, twenty-first; 0 if there is none.
func (p *parser) ordinal(i int) (n, next int) {
	t := p.tok(i)
	switch {
	case t.kind == kWord && t.cls == cOrd:
		return int(t.val), i + 1
	case t.kind == kWord && t.cls == cUnit && t.val == int16(uSecond) && t.flags&fPlural == 0:
		return 2, i + 1
	case t.kind == kWord && t.cls == cNum && t.val >= 20 && t.val <= 90:
		k := p.joint(i + 1)
		if p.cls(k) == cOrd && p.tok(k).val < 10 {
			return int(t.val) + int(p.tok(k).val), k + 1
		}
		if p.word(k, "second") {
			return int(t.val) + 2, k + 1
		}
	case t.kind == kNum && t.flags&(fFrac|fGroup) == 0 && p.suffix(i+1):
		return int(t.num), i + 2
	}
	return 0, 0
}

// suffix reports whether token i is the st, nd, rd or th of a number.
func (p *parser) suffix(i int) bool {
	return p.glued(i) && p.anyWord(i, "st", "nd", "rd", "th")
}

// year reads four figures that can be a year after a month or a day.
func (p *parser) year(i int) (y, next int) {
	t := p.tok(i)
	if t.flags&fPar != 0 {
		return 0, 0
	}
	if t.kind == kNum && t.nd == 4 && t.flags&(fGroup|fFrac) == 0 && t.num >= 1000 && t.num < 2200 {
		if p.is(i+1, ':') && p.glued(i+1) && p.isNum(i+2) || p.is(i+1, '%') {
			return 0, 0
		}
		return int(t.num), i + 1
	}
	if p.apostrophe(i) && !p.glued(i) {
		if u := p.tok(i + 1); u.kind == kNum && u.nd == 2 && u.flags&fGlue != 0 && u.flags&fFrac == 0 {
			return century(int(u.num), p.opt.Published), i + 2
		}
	}
	return 0, 0
}

// century completes a year of two figures: the latest that lies at most ten
// years ahead of the publication, or of 2030 when that is unknown.
func century(yy int, pub Day) int {
	limit := 2030
	if !pub.IsZero() {
		limit = pub.Year + 10
	}
	return limit - mod(limit-yy, 100)
}

// dayNumber reads a day of the month, with its st, nd, rd or th.
func (p *parser) dayNumber(i int) (d, next int) {
	t := p.tok(i)
	if t.kind != kNum || t.flags&(fFrac|fGroup) != 0 || t.nd > 2 || t.num < 1 || t.num > 31 {
		return 0, 0
	}
	if t.flags&fPar != 0 && i != p.lead { // a paragraph goes on with no day of the last one's month
		return 0, 0
	}
	next = i + 1
	if p.suffix(next) {
		next++
	} else if p.glued(next) && p.tok(next).kind == kWord {
		return 0, 0
	}
	if p.is(next, ':') && p.glued(next) && p.isNum(next+1) && p.glued(next+1) {
		return 0, 0
	}
	if p.is(next, '%') || p.anyWord(next, "percent", "million", "billion") {
		return 0, 0
	}
	return int(t.num), next
}

// number finds what begins with a figure.
func (p *parser) number(i int) (frame, int) {
	if f, n := p.stamp(i); n > 0 {
		return f, n
	}
	if f, n := p.numericDate(i); n > 0 {
		return f, p.clockTail(&f, n)
	}
	if !p.english {
		return frame{}, 0
	}
	t := &p.toks[i]
	var before *token
	if i > 0 && t.flags&fPar == 0 {
		before = &p.toks[i-1]
	}
	if before != nil && before.kind == kPunct && isCurrency(before.num) {
		return frame{}, 0
	}
	if before != nil && t.flags&fGlue != 0 && (before.kind == kWord || before.kind == kPunct && (before.num == '/' || before.num == ':') && i > 1 && p.toks[i-2].kind == kNum) {
		return frame{}, 0
	}
	if t.num == 9 && p.is(i+1, '/') && p.isNum(i+2) && p.tok(i+2).num == 11 && p.glued(i+1) && p.glued(i+2) && !p.is(i+3, '/') {
		f := blank(opDay, Date)
		f.mo, f.d, f.name = 9, 11, true
		return f, i + 3
	}
	if f, n := p.dayRange(i); n > 0 {
		return f, n
	}
	if f, n := p.dayMonth(i); n > 0 {
		return f, p.clockTail(&f, n)
	}
	if f, n := p.clock(i); n > 0 {
		return f, n
	}
	if f, n := p.ordinalUnit(i, i); n > 0 {
		return f, n
	}
	if f, n := p.decade(i, i); n > 0 {
		return f, n
	}
	if f, n := p.duration(i); n > 0 {
		return f, n
	}
	if t.nd == 4 && t.flags&(fGroup|fFrac) == 0 {
		if f, n := p.yearQuarter(i); n > 0 {
			return f, n
		}
		return p.yearAlone(i)
	}
	return frame{}, 0
}

func isCurrency(r int32) bool {
	switch r {
	case '$', '£', '€', '¥', '₹', '₽', '#', '₩', '₪', '฿', '₺', '₦', '₴':
		return true
	}
	return false
}

// dayRange reads the first day of 16-18 July, 16 and 18 July: the number alone.
func (p *parser) dayRange(i int) (frame, int) {
	d, k := p.dayNumber(i)
	if k == 0 {
		return frame{}, 0
	}
	j := k
	switch {
	case p.hyphen(j):
		j++
	case p.cls(j) == cAnd:
		j++
	case p.is(j, ','):
		j++
	default:
		return frame{}, 0
	}
	g, n := p.dayMonth(j)
	if n == 0 || d >= g.d && p.hyphen(k) {
		return frame{}, 0
	}
	g.d = d
	if !p.possible(&g) {
		return frame{}, 0
	}
	g.shared = g.y > 0
	g.start, g.end = p.toks[i].start, p.toks[k-1].end
	return g, k
}

// yearAlone judges four figures that stand for themselves.
func (p *parser) yearAlone(i int) (frame, int) {
	t := &p.toks[i]
	y := int(t.num)
	if y < 1000 || y > 2150 {
		return frame{}, 0
	}
	f := blank(opDay, Date)
	f.y = y
	k := i + 1
	var prev *token
	if i > 0 && t.flags&fPar == 0 {
		prev = &p.toks[i-1]
	}
	strong, weak := false, false
	if prev != nil {
		if prev.kind == kPunct {
			switch prev.num {
			case '-', '/', 0x2010, 0x2011, '.', ':', '_', '@', '+', '=', '%', '*':
				if t.flags&fGlue != 0 {
					// 1998-2003 has been seen from its left end; mid-2011 has not come here.
					if !p.hyphenYear(i) && !(p.hyphen(i-1) && p.anyWord(i-2, "pre", "post", "since")) {
						return frame{}, 0
					}
					strong = true
				}
				if prev.num == '.' && t.flags&fGlue == 0 && p.anyWord(i-2, "p", "pp", "no", "nos", "vol", "ch", "sec", "art", "fig", "ext", "tel") {
					return frame{}, 0
				}
			case '(':
				weak = y >= 1700
			}
		}
		if prev.kind == kWord {
			switch prev.cls {
			case cPrep:
				strong = prev.val != pFor && prev.val != pOn || y >= 1900 && y <= 2060 && !p.countNoun(k)
			case cAnd:
				strong = len(p.frames) > 0 && p.frames[len(p.frames)-1].te == i-1 && p.frames[len(p.frames)-1].y > 0
				weak = true
			case cAgo, cShape, cOf:
				strong = true
			case cApprox:
				if p.word(i-1, "at") || p.word(i-1, "up") {
					return frame{}, 0 // closed at 1930
				}
				weak = true
			case cUnit:
				strong = prev.val == int16(uYear)
			}
			if p.anyWord(i-1, "windows", "office", "route", "highway", "flight", "room", "section", "chapter", "area", "box", "number", "no", "page", "pages", "channel", "model", "article", "resolution", "agenda", "than", "building", "gate", "platform", "bus", "train", "extension", "code", "psalm", "lot", "level", "figure", "table", "form", "bill", "hr", "directive", "iso", "interstate", "formula", "rule", "title", "apartment", "suite", "unit", "hotline") {
				return frame{}, 0
			}
		}
	}
	if u := p.tok(k + 1); p.is(k, '/') && p.glued(k) && p.glued(k+1) && u.kind == kNum && u.nd == 2 && u.flags&(fFrac|fGroup) == 0 && int(u.num) == (y+1)%100 && !p.is(k+2, '/') {
		f.d2 = -1 // 2010/11
		return f, k + 2
	}
	// 2008-09, 1998–2003
	if p.hyphen(k) && p.glued(k) && p.glued(k+1) {
		u := p.tok(k + 1)
		switch {
		case u.kind == kNum && u.nd == 2 && u.flags&fFrac == 0 && int(u.num) == (y+1)%100 && !p.hyphen(k+2):
			// A season or school year: one expression.
			f.d2 = -1
			return f, k + 2
		case u.kind == kNum && u.nd == 2 && u.flags&fFrac == 0 && int(u.num) >= 1 && int(u.num) <= 12 && !p.hyphen(k+2) && y > 1900 && u.num < 10 && p.str(k + 1)[0] == '0' && int(u.num) < y%100:
			f.mo = int(u.num)
			return f, k + 2
		case u.kind == kNum && u.nd == 4 && int(u.num) > y && int(u.num) < y+400:
			strong = true
		case u.kind == kNum && u.nd == 2 && int(u.num) > y%100:
			strong = true
		case u.kind == kNum:
			return frame{}, 0
		case u.kind == kWord && !strong:
			if !p.anyWord(k+1, "model", "era", "vintage", "built", "style", "based", "born", "season") {
				weak = true
			}
		}
	}
	next := p.tok(k)
	if next.flags&fPar == 0 {
		switch {
		case next.kind == kWord && next.flags&fGlue != 0:
			return frame{}, 0
		case next.kind == kPunct && next.flags&fGlue != 0 && (next.num == '%' || next.num == '/' && p.isNum(k+1) && p.glued(k+1) && p.tok(k+1).nd != 2 && p.tok(k+1).nd != 4 || next.num == ':' && p.isNum(k+1) && p.glued(k+1)):
			return frame{}, 0
		case p.countUnit(k) || p.anyWord(k, "block", "blocks"):
			return frame{}, 0
		case p.countNoun(k) && !strong && !(p.prevCls(i) == cThe):
			return frame{}, 0
		case p.address(k):
			return frame{}, 0
		}
	}
	if !strong {
		lo, hi := 1850, 2060
		if weak {
			lo = 1500
		}
		if y < lo || y > hi {
			return frame{}, 0
		}
	}
	return f, k
}

// hyphenYear reports whether the year at i ends a range that a year opens.
func (p *parser) hyphenYear(i int) bool {
	if i < 2 || !p.hyphen(i-1) {
		return false
	}
	t := &p.toks[i-2]
	return t.kind == kNum && t.nd == 4 && t.num < p.toks[i].num || t.kind == kWord && t.cls == cMonth
}

// countUnit reports whether the word at i measures: then the number is no year.
func (p *parser) countUnit(i int) bool {
	return p.anyWord(i, "people", "men", "women", "children", "miles", "kilometers", "kilometres", "metres", "meters", "km", "kg", "feet", "ft", "index", "tons", "tonnes", "points", "percent", "pounds", "dollars", "euros", "barrels", "acres", "hectares", "megawatts", "mw", "million", "billion", "rpm", "mph", "calories", "degrees", "volts", "rupees", "yen", "troops", "soldiers", "cc", "hp", "mm", "cm", "mg", "gb", "mb", "hz")
}

// address reports whether a capitalised name at i ends in Street or its like.
func (p *parser) address(i int) bool {
	for k := i; k < i+4; k++ {
		if !p.capital(k) && !p.isNum(k) {
			return false
		}
		if k > i && p.anyWord(k, "street", "st", "avenue", "ave", "road", "rd", "drive", "lane", "boulevard", "blvd", "court", "square", "terrace", "parkway", "broadway", "place", "highway") {
			return true
		}
	}
	return false
}

// shortYear reads '82 and '90s.
func (p *parser) shortYear(i int) (frame, int) {
	t := p.tok(i + 1)
	if t.kind != kNum || t.flags&fGlue == 0 || t.nd != 2 || t.flags&fFrac != 0 || p.toks[i].flags&fGlue != 0 {
		return frame{}, 0
	}
	if p.word(i+2, "s") && p.glued(i+2) {
		if f, n := p.decade(i+1, i); n > 0 {
			return f, n
		}
		return frame{}, 0
	}
	if p.glued(i+2) && p.tok(i+2).kind != kPunct || p.is(i+2, ':') || p.is(i+2, '%') {
		return frame{}, 0
	}
	pr := p.prep(i)
	if pr == pOther && p.prevCls(i) != cLast && p.prevCls(i) != cOf && p.prevCls(i) != cSeason && p.prevCls(i) != cThe && !(p.prevCls(i) == cAnd) {
		return frame{}, 0
	}
	// A quotation that opens with a number: “in '20 days'”.
	if p.tok(i+2).kind == kWord && p.tok(i+2).flags&fPar == 0 && (p.cls(i+2) == cUnit || p.countNoun(i+2)) {
		return frame{}, 0
	}
	f := blank(opDay, Date)
	f.y = century(int(t.num), p.opt.Published)
	return f, i + 2
}

// decade reads 1990s, 90s at i; the expression begins at from.
func (p *parser) decade(i, from int) (frame, int) {
	t := p.tok(i)
	if t.kind != kNum || t.flags&(fFrac|fGroup) != 0 {
		return frame{}, 0
	}
	k := i + 1
	if p.apostrophe(k) && p.glued(k) {
		k++
	}
	if !p.word(k, "s") || !p.glued(k) {
		return frame{}, 0
	}
	// 1990's may be a possessive: “1990's election” is rarer than the decade.
	f := blank(opDecade, Date)
	switch {
	case t.nd == 4 && t.num%10 == 0 && t.num >= 1000 && t.num < 2200:
		if k > i+1 && t.num%10 != 0 {
			return frame{}, 0
		}
		f.y = int(t.num)
		if t.num%100 == 0 && t.num < 2000 {
			f.op, f.n = opCentury, float64(t.num/100+1)
		}
	case t.nd == 2 && t.num%10 == 0 && t.num >= 10:
		// ages and temperatures: in his 50s, highs in the 80s
		if from == i && p.hyphen(i-1) && p.word(i-2, "mid") && (p.cls(i-3) == cThe || p.cls(i-3) == cThis) && !p.anyWord(i-4, "in", "into") {
			f.y, f.d = int(t.num), 1
			return f, k + 1
		}
		if p.anyWord(from-1, "early", "late", "mid") && p.anyWord(from-2, "his", "her", "their", "my", "our", "your") {
			return frame{}, 0
		}
		if from > 0 && p.anyWord(from-1, "his", "her", "their", "my", "our", "your", "mid", "low", "upper", "high", "s", "over", "under") || from > 1 && p.hyphen(from-1) && p.glued(from) || p.word(from+1, "mid") && p.cls(from) != cThe {
			return frame{}, 0
		}
		for j, n := from-1, 0; j >= 0 && n < 12 && !p.boundary(j+1); j, n = j-1, n+1 {
			if p.anyWord(j, "temperature", "temperatures", "highs", "lows", "mercury", "degrees", "thermometer", "humidity") {
				return frame{}, 0
			}
		}
		f.y, f.d = int(t.num), 1
	default:
		return frame{}, 0
	}
	return f, k + 1
}

// decadeWord reads the nineties, but not a woman in her nineties.
func (p *parser) decadeWord(i, from int) (frame, int) {
	if from > 0 && p.anyWord(from-1, "his", "her", "their", "my", "our", "your", "s") || from == i && p.cls(i-1) != cShape && !(i > 1 && p.hyphen(i-1) && p.cls(i-2) == cShape) && p.busy == 0 {
		return frame{}, 0
	}
	f := blank(opDecade, Date)
	f.y, f.d = int(p.tok(i).val), 1
	return f, i + 1
}

// fiscal reads fiscal 2007, the financial year.
func (p *parser) fiscal(i int) (frame, int) {
	k := i + 1
	f := blank(opFiscal, Date)
	if p.word(k, "year") {
		k++
		if y, n := p.year(k); n > 0 {
			f.y = y
			return f, n
		}
		if p.busy > 0 || p.prevCls(i) == cThe || p.anyWord(i-1, "full", "entire", "whole") && p.prevCls(i-1) == cThe {
			return f, k
		}
		return frame{}, 0
	}
	if y, n := p.year(k); n > 0 && p.word(i, "fiscal") {
		f.y = y
		return f, n
	}
	if p.word(i, "fiscal") {
		if f, n := p.ordinalUnit(k, i); n > 0 && f.op == opQuarter {
			return f, n
		}
	}
	return frame{}, 0
}
