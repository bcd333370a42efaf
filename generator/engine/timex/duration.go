package timex

// This file reads durations and rates.

func (p *parser) unitAt(i int) (u unit, plural, ok bool) {
	if p.cls(i) != cUnit {
		return 0, false, false
	}
	t := p.tok(i)
	return t.val, t.flags&fPlural != 0, true
}

// filler steps over words between a number and its unit: two consecutive quarters.
func (p *parser) filler(i int) int {
	for n := 0; n < 2; n++ {
		k := p.joint(i)
		if !p.anyWord(k, "consecutive", "straight", "successive", "full", "long", "short", "whole", "calendar", "trading", "working", "business", "more", "additional", "extra", "further", "solid", "entire", "other", "brief", "fiscal", "grueling", "gruelling", "tumultuous", "turbulent", "difficult", "crucial", "bloody", "intense", "complete", "academic", "light", "intervening", "odd", "hot", "cold", "school") {
			break
		}
		i = k + 1
		if p.is(i, ',') && p.anyWord(i+1, "long", "difficult", "hot", "bloody") {
			i++
		}
	}
	return p.joint(i)
}

// age steps over “aged 55”, “at the age of two years”.
func (p *parser) age(i int) (frame, int) {
	k := i + 1
	if p.cls(k) == cOf {
		k++
	}
	if p.word(k, "between") || p.cls(k) == cApprox {
		k++
	}
	_, _, n := p.quantity(k)
	if n == 0 || p.cls(k) == cA {
		return frame{}, 0
	}
	for p.cls(n) == cAnd || p.hyphen(n) {
		_, _, m := p.quantity(n + 1)
		if m == 0 {
			break
		}
		n = m
	}
	// a year on its own is one: “of the age of 1914”
	if t := p.tok(n - 1); t.kind == kNum && t.num > 150 {
		return frame{}, 0
	}
	if _, _, ok := p.unitAt(n); ok {
		n++
	}
	return frame{}, n
}

// duration reads a number and a unit, and ago, earlier, later after them.
func (p *parser) duration(i int) (frame, int) {
	if p.cls(i) == cHalf {
		return p.halfUnit(i)
	}
	v, vague, k := p.quantity(i)
	if k == 0 {
		return frame{}, 0
	}
	j, low := k, 0.0
	// two or three weeks, 60 to 90 days, 10-15 years
	if !vague {
		m := j
		switch {
		case p.cls(m) == cAnd && !p.word(m, "and"):
			m++
		case p.hyphen(m):
			m++
			if p.word(m, "to") || p.word(m, "or") {
				m = p.joint(m + 1)
			}
		default:
			m = 0
		}
		if m > 0 && (p.isNum(m) || p.cls(m) == cNum) {
			v2, _, n := p.quantity(m)
			if n > 0 && v2 > v {
				if _, _, ok := p.unitAt(p.filler(n)); ok {
					low, v, j = v, v2, n
				}
			}
		}
	}
	ranged := j > k
	j = p.filler(j)
	u, plural, ok := p.unitAt(j)
	if !ok {
		return frame{}, 0
	}
	if t := p.tok(i); u == uYear && t.kind == kNum && t.nd == 4 && t.flags&(fGroup|fFrac) == 0 && t.num > 1000 && t.num < 2200 && (ranged || !plural) {
		return frame{}, 0 // the 2012-2013 school year
	}
	if u == uSecond && !plural && !p.word(i, "one") && !vague {
		if t := p.tok(i); !(t.kind == kNum && j > k) {
			return frame{}, 0
		}
	}
	if u == uWeekend {
		return frame{}, 0
	}
	n := j + 1
	if p.capital(i) && p.capital(j) && p.capital(n) && p.tok(i).flags&fUpper == 0 && !plural {
		return frame{}, n // the Ninth Five-Year Plan
	}
	if u == uQuarter && (p.cls(n) == cOf && j == k || p.word(n, "finals") || !plural && j == k && p.cls(n) != cAgo) {
		return frame{}, n
	}
	if u == uQuarter && p.word(n, "final") {
		return frame{}, n
	}
	// singular after a number above one only as an adjective: 27-year, a 20 year low
	if u == uMinute && p.tok(j).flags&fAbbr != 0 && p.is(n, '.') && p.glued(n) {
		n++
	}
	// ages
	m := p.joint(n)
	if p.word(m, "old") || p.word(m, "olds") || p.word(m, "young") {
		return frame{}, m + 1
	}
	if p.cls(n) == cOf && p.word(n+1, "age") {
		return frame{}, n + 2
	}
	f := blank(opDuration, Duration)
	f.n, f.low, f.vague, f.u = v, low, vague, u
	// an hour and a half; two years and three months
	if p.word(n, "and") {
		if p.cls(n+1) == cA && p.cls(n+2) == cHalf {
			f.n += 0.5
			n += 3
		}
	}
	n = p.andRest(&f, n)
	if p.word(p.joint(n), "old") {
		return frame{}, p.joint(n) + 1
	}
	if p.apostrophe(n) && p.glued(n) {
		return f, n
	}
	return p.agoTail(f, n, i)
}

// andRest reads and six months after two years, 20 minutes after an hour.
func (p *parser) andRest(f *frame, n int) int {
	j := n
	if p.word(j, "and") || p.is(j, ',') {
		j++
	}
	v, vague, k := p.quantity(j)
	if f.vague || vague || k == 0 || p.cls(j) == cA || v != float64(int(v)) {
		return n
	}
	u, plural, ok := p.unitAt(k)
	if !ok || plural != (v != 1) {
		return n
	}
	switch {
	case f.u == uYear && u == uMonth && v < 12, f.u == uHour && u == uMinute && v < 60, f.u == uMinute && u == uSecond && v < 60,
		f.u == uDay && u == uHour && v < 24, f.u == uWeek && u == uDay && v < 7, f.u == uMonth && u == uDay && v < 31:
		f.n2, f.u2 = v, u
		return k + 1
	}
	return n
}

// agoTail turns a duration into a date when ago, earlier or later follows.
func (p *parser) agoTail(f frame, k, from int) (frame, int) {
	m := p.joint(k)
	if p.word(m, "long") && m > k {
		return f, m + 1
	}
	if p.tok(k).kind != kWord {
		return f, k
	}
	switch {
	case p.word(k, "ago"):
		f.op, f.typ, f.dir = opRel, Date, -1
		if f.u <= uHour {
			f.typ = Time
		} else if p.word(k+1, "today") && f.u != uDay {
			f.every = 9
			return f, k + 2
		}
		return f, k + 1
	case p.word(k, "earlier") && !p.word(k+1, "than"):
		f.op, f.typ, f.dir = opShift, Date, -1
		return f, k + 1
	case p.word(k, "later") && !p.word(k+1, "than"):
		f.op, f.typ, f.dir = opShift, Date, 1
		return f, k + 1
	case p.anyWord(k, "before", "previously") && p.clauseEnd(k+1):
		f.op, f.typ, f.dir = opShift, Date, -1
		return f, k + 1
	case p.anyWord(k, "after", "afterward", "afterwards") && p.clauseEnd(k+1):
		f.op, f.typ, f.dir = opShift, Date, 1
		return f, k + 1
	case p.word(k, "from") && !f.vague && f.n < 100 && (f.u == uWeek || f.u == uDay || f.u == uFortnight):
		j := k + 1
		if p.cls(j) == cNext || p.word(j, "this") {
			j++
		}
		pr, b := p.prep(from), p.tok(max(from-1, 0))
		opens := from == 0 || p.sentenceStart(from) || b.kind == kPunct || pr == pBy || pr == pUntil || p.anyWord(from-1, "is", "was", "be")
		if p.cls(j) != cWeekday || p.tok(j).flags&(fPlural|fAbbr) != 0 || p.busy > 0 || !opens || !p.clauseEnd(j+1) || p.is(j+1, ',') && (p.cls(j+2) == cMonth || p.isNum(j+2)) {
			break // closed for a week from Friday
		}
		g := blank(opDay, Date)
		g.wd, g.plus = int(p.tok(j).val), int(f.n)
		switch f.u {
		case uWeek:
			g.plus *= 7
		case uFortnight:
			g.plus *= 14
		}
		return g, j + 1
	case p.word(k, "hence") || p.word(k, "from") && (p.word(k+1, "now") || p.word(k+1, "today")):
		f.op, f.typ, f.dir = opRel, Date, 1
		if p.word(k, "hence") {
			return f, k + 1
		}
		return f, k + 2
	}
	return f, k
}

// longAgo reads long ago, not so long ago, moments ago, and what follows the
// article of a while ago, a long time ago.
func (p *parser) longAgo(i int) (frame, int) {
	f := blank(opRef, Date)
	f.n = 1
	k := i
	switch {
	case p.word(k, "long"):
		k++
		if p.word(k, "time") {
			k++
		}
	case p.anyWord(k, "moments", "moment", "ages", "while"):
		k++
	default:
		return frame{}, 0
	}
	if !p.word(k, "ago") {
		return frame{}, 0
	}
	from := i
	if p.anyWord(from-1, "so", "too", "very") {
		from--
	}
	if p.word(from-1, "not") {
		f.start, f.end = p.toks[from-1].start, p.toks[k].end
	}
	return f, k + 1
}

func (p *parser) clauseEnd(i int) bool {
	t := p.tok(i)
	return t.flags&fPar != 0 || t.kind == kEnd || t.kind == kPunct && (t.num == '.' || t.num == ',' || t.num == ';' || t.num == ')' || t.num == '"' || t.num == '”')
}

// halfUnit reads half an hour, half-century.
func (p *parser) halfUnit(i int) (frame, int) {
	k := p.joint(i + 1)
	if p.cls(k) == cOf {
		return frame{}, 0
	}
	if p.cls(k) == cA {
		k++
	}
	k = p.joint(k)
	u, plural, ok := p.unitAt(k)
	if !ok || plural || u == uQuarter || u == uSecond || u == uWeekend {
		return frame{}, 0
	}
	f := blank(opDuration, Duration)
	f.n, f.u = 0.5, u
	return p.agoTail(f, k+1, i)
}

// approx reads about, nearly, more than before a quantity of time or a clock time.
func (p *parser) approx(i int) (frame, int) {
	t := &p.toks[i]
	k := i + 1
	if t.flags&fPlural != 0 {
		switch {
		case p.word(i, "up"):
			if !p.word(k, "to") {
				return frame{}, 0
			}
			k++
		case p.word(i, "at"):
			if p.word(k, "least") {
				k++
			} else if p.word(k, "most") {
				k++
			} else if !p.word(k, "present") {
				return frame{}, 0
			}
		case p.word(i, "within"):
			return frame{}, 0
		default:
			if !p.word(k, "than") {
				return frame{}, 0
			}
			k++
		}
	}
	m := uint8(t.val)
	if p.word(i, "at") && p.word(i+1, "most") {
		m = modAtMost
	}
	if p.word(i, "at") && p.word(k, "present") && (p.clauseEnd(k+1) || p.tok(k+1).flags&fCap == 0) {
		return blank(opRef, Date), k + 1
	}
	if p.word(i, "just") {
		if p.cls(k) == cApprox && p.anyWord(k, "over", "under", "about") {
			m = uint8(p.tok(k).val)
			k++
		} else {
			return frame{}, 0
		}
	}
	if p.tok(k).flags&fPar != 0 {
		return frame{}, 0
	}
	c := p.cls(k)
	if !p.isNum(k) && c != cNum && c != cA && c != cHalf && c != cVague && c != cNoon && !(c == cUnit && p.word(i, "some")) {
		return frame{}, 0
	}
	if p.word(i, "some") && c == cA {
		return frame{}, 0
	}
	if p.word(i, "some") && c == cUnit {
		if f, n := p.unit(k); n > k+1 && f.op != opNone && f.typ == Date {
			return f, n
		}
		return frame{}, 0
	}
	f, n := p.inner(k)
	if n == 0 || f.op == opSet {
		return frame{}, 0
	}
	if f.op == opDay && f.y > 0 && f.mo == 0 && !p.anyWord(i, "around", "about", "circa", "approximately") {
		return frame{}, 0
	}
	if f.op == opDuration || f.op == opRel || f.op == opShift || f.op == opPart || f.op == opDay || f.op == opDecade {
		f.mod = m
		return f, n
	}
	return frame{}, 0
}

// article reads a, an before a unit or a number.
func (p *parser) article(i int) (frame, int) {
	k := i + 1
	if p.tok(k).flags&fPar != 0 {
		return frame{}, 0
	}
	if f, n := p.longAgo(k); n > 0 {
		return f, n
	}
	if f, n := p.past(i); n > 0 {
		return f, n
	}
	if p.word(k, "half") || p.cls(k) == cHalf {
		f, n := p.halfUnit(k)
		return f, n
	}
	if p.word(k, "quarter") {
		j := p.joint(k + 1)
		if p.cls(j) == cOf && p.cls(j+1) == cA {
			j += 2
		}
		if p.word(j, "century") {
			f := blank(opDuration, Duration)
			f.n, f.u = 25, uYear
			return p.agoTail(f, j+1, i)
		}
		if !p.word(k+1, "ago") && !p.anyWord(k+1, "earlier", "later") {
			return frame{}, k + 1
		}
	}
	if _, _, n := p.quantity(i); n > 0 {
		f, e := p.duration(i)
		// a five-year high: the article is that of the high
		if f.op == opDuration && !f.vague && (p.isNum(k) || p.cls(k) == cNum) && (p.tok(e-1).flags&fPlural == 0 || p.apostrophe(e) && p.glued(e)) {
			f.start, f.end = p.toks[k].start, p.toks[e-1].end
		}
		return f, e
	}
	// twentieth-century, a third-quarter loss, a second straight year
	j := k
	single := p.word(k, "single")
	if single || p.anyWord(k, "full", "whole", "mere", "further", "long", "good", "short", "calendar", "solid", "given", "typical") {
		j = k + 1
	}
	if p.cls(j) == cPart && j == k {
		return frame{}, 0
	}
	u, plural, ok := p.unitAt(j)
	if !ok || plural || u == uWeekend {
		return frame{}, 0
	}
	if u == uSecond || u == uMinute && p.capital(j) {
		if !p.clauseEnd(j+1) && p.cls(j+1) != cAgo {
			return frame{}, 0
		}
		if u == uSecond && p.busy == 0 && p.cls(j+1) != cAgo {
			return p.rate2(i, j)
		}
	}
	n := j + 1
	m := p.joint(n)
	if m > n && !p.word(m, "long") {
		if p.word(m, "old") {
			return frame{}, m + 1
		}
		return frame{}, 0 // a day-to-day matter, a year-end bonus
	}
	if p.isRate(i) && p.cls(n) != cAgo {
		if p.speed(i) {
			return frame{}, n
		}
		f, e := p.rate(j, n)
		if b := p.times(i); b < i {
			f.start, f.end = p.toks[b].start, p.toks[e-1].end
		}
		return f, e
	}
	f := blank(opDuration, Duration)
	f.n, f.u = 1, u
	if p.word(n, "and") && p.cls(n+1) == cA && p.cls(n+2) == cHalf {
		f.n = 1.5
		n += 3
	}
	if p.word(n, "or") && p.word(n+1, "two") {
		n += 2
		f.low, f.n = 1, 2
	}
	n = p.andRest(&f, n)
	return p.agoTail(f, n, i)
}

// isRate reports whether “a year” at i follows what is counted: 15 a year,
// $5 million a day, twice a week, 80,000 barrels a day.
func (p *parser) isRate(i int) bool {
	if p.busy > 0 || p.toks[i].flags&fPar != 0 {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		t := &p.toks[k]
		switch {
		case t.kind == kNum:
			return t.nd != 4 || t.flags&fGroup != 0
		case t.kind == kWord && (t.cls == cNum || p.word(k, "twice") || p.word(k, "once") || p.word(k, "times") || p.word(k, "million") || p.word(k, "billion") || p.word(k, "thrice")):
			return true
		case t.kind == kPunct && (t.num == '%' || isCurrency(t.num)):
			return true
		case k == i-1 && t.kind == kWord && (t.cls == cNone && (t.tense == tNone || t.tense >= tRun) || t.cls == cUnit):
			// barrels, tonnes, percent: one noun between
			w := p.str(k)
			if w[len(w)-1] != 's' && !p.word(k, "percent") && !p.word(k, "cent") {
				return false
			}
		case k == i-2 && (p.word(k, "per") || p.word(k, "metric") || t.kind == kWord && t.cls == cNone && p.word(i-1, "tons")):
		default:
			return false
		}
		if t.flags&fPar != 0 {
			return false
		}
	}
	return false
}

// times is the token with which twice or three times begins before token i, i
// itself where nothing of the kind stands there.
func (p *parser) times(i int) int {
	b := i
	switch {
	case p.anyWord(i-1, "once", "twice", "thrice"):
		b = i - 1
	case p.word(i-1, "times") && (p.isNum(i-2) || p.cls(i-2) == cNum || p.cls(i-2) == cVague):
		b = i - 2
	}
	for _, f := range p.frames[max(len(p.frames)-1, 0):] {
		if f.te > b {
			return i
		}
	}
	return b
}

// speed reports whether “an hour” or “per second” at i is that of a speed.
func (p *parser) speed(i int) bool {
	return p.anyWord(i+1, "hour", "second") && p.anyWord(i-1, "miles", "mile", "kilometers", "kilometres", "kilometer", "kilometre", "km", "knots", "meters", "metres", "meter", "metre", "feet", "foot", "bits", "frames", "megabits", "gigabits")
}

// rate is the set of “15 a year”.
func (p *parser) rate(u, next int) (frame, int) {
	f := blank(opSet, Set)
	f.n, f.u = 1, p.tok(u).val
	return f, next
}

func (p *parser) rate2(i, u int) (frame, int) {
	if p.isRate(i) {
		return p.rate(u, u+1)
	}
	return frame{}, 0
}

// unit reads what begins with the name of a unit: years ago, months of talks.
func (p *parser) unit(i int) (frame, int) {
	t := &p.toks[i]
	if t.val == int16(uSecond) && t.flags&fPlural == 0 {
		return p.ordinalUnit(i, i)
	}
	if t.val == int16(uWeekend) && t.flags&fPlural != 0 && t.flags&fCap == 0 && (p.prep(i) == pOn || p.clauseEnd(i+1) || p.cls(i+1) == cAnd) {
		f := blank(opSet, Set)
		f.n, f.u = 1, uWeekend
		return f, i + 1
	}
	if t.flags&fPlural == 0 || t.val == int16(uQuarter) || t.val == int16(uWeekend) {
		if p.word(i, "year") && t.flags&fAbbr == 0 {
			if y, n := p.year(i + 1); n > 0 && t.flags&fPlural == 0 && p.tok(i+1).kind == kNum {
				f := blank(opDay, Date)
				f.y = y
				return f, n
			}
			// by year's end
			if p.apostrophe(i+1) && p.glued(i+1) && p.word(i+2, "s") && p.anyWord(i+3, "end", "close") && p.prep(i) != pOther {
				f := blank(opRel, Date)
				f.u, f.mod = uYear, modEnd
				return f, i + 4
			}
			// year-ago results
			if k := p.joint(i + 1); k > i+1 && p.anyWord(k, "ago", "earlier") && p.tok(k+1).kind == kWord && p.seen(k+1) {
				if v, plural, ok := p.unitAt(k + 1); ok && !plural && v >= uDay || p.word(k+1, "period") {
					f := blank(opPeriod, Date)
					f.u, f.vague = v, !ok
					return f, k + 2
				}
				f := blank(opRel, Date)
				f.u, f.n, f.dir = uYear, 1, -1
				return f, k + 1
			}
			// by year-end, by year end
			if k := p.joint(i + 1); p.word(k, "end") && (k > i+1 || p.prep(i) == pBy || p.prep(i) == pAt || p.word(i-1, "before")) {
				if y, n := p.year(k + 1); n > 0 {
					f := blank(opDay, Date)
					f.y, f.mod = y, modEnd
					return f, n
				}
				f := blank(opRel, Date)
				f.u, f.mod = uYear, modEnd
				return f, k + 1
			}
		}
		return frame{}, 0
	}
	if t.flags&fCap != 0 && !p.sentenceStart(i) || t.flags&fAbbr != 0 {
		return frame{}, 0
	}
	if i > 0 && t.flags&fPar == 0 {
		if n := len(p.frames); n > 0 && p.frames[n-1].te == i && p.frames[n-1].op == opDuration {
			return frame{}, 0 // eight-hour days
		}
		prev := &p.toks[i-1]
		if long := p.joint(i + 1); prev.kind == kWord && !(long > i+1 && p.word(long, "long")) && (p.anyWord(i-1, "his", "her", "their", "its", "our", "my", "your", "no", "all", "same", "golden", "early", "dying", "glory", "term", "school", "working", "formative", "opening", "closing", "final", "teenage", "childhood", "war", "boom", "light")) {
			return frame{}, 0
		}
		if p.hyphen(i-1) && p.glued(i) {
			return frame{}, 0
		}
		if prev.cls == cThe && t.val <= int16(uHour) {
			return frame{}, 0 // the minutes of the meeting
		}
	}
	if t.val <= int16(uHour) && p.cls(i+1) != cAgo {
		pr := p.prep(i)
		if p.word(i+1, "from") || pr != pFor && pr != pIn && pr != pWithin && !p.anyWord(i-1, "after", "just", "over", "took", "takes", "spent", "lasted", "last", "mere", "than") {
			return frame{}, 0 // trading hours, the minutes of a meeting
		}
	}
	f := blank(opDuration, Duration)
	f.vague, f.u = true, t.val
	if p.cls(i+1) == cOf && p.word(i+2, "age") {
		return frame{}, i + 3
	}
	m := p.joint(i + 1)
	if m > i+1 && !p.word(m, "long") {
		return frame{}, 0
	}
	return p.agoTail(f, i+1, i)
}
