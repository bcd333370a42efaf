package timex

// op is the form of an expression, which tells how it is resolved.
type op uint8

const (
	opNone     op = iota
	opDay         // calendar pieces: any of year, month, day, weekday
	opRel         // n units from the publication date: yesterday, last year, two weeks ago
	opNamed       // last, this or next month, weekday or season by name
	opShift       // n units from the last day spoken of: two days later, the previous year
	opSame        // the unit around the last day spoken of: that day, the year
	opDuration    //
	opSet         //
	opRef         // PRESENT_REF and its like
	opQuarter     // nth quarter, n 99 the last of the year
	opHalf        // nth half of a year
	opSeason      //
	opDecade      // y: first year; d 1: the century is not written
	opCentury     // n: ordinal
	opHoliday     // n: holiday
	opNthWeek     // nth week of a month (n 99: the last)
	opNthDay      // nth weekday of a month
	opPeriod      // the same period a year earlier
	opPart        // part of the day spoken of, or a clock time alone
	opFiscal      // fiscal year
)

// frame is an expression that is found but not resolved.
type frame struct {
	ti, te       int // tokens, half open
	start, end   int32
	op           op
	typ          Type
	y, mo, d, wd int // calendar pieces, 0 unknown; wd 1 Monday .. 7 Sunday
	mo2, d2      int // the other reading of an ambiguous date in figures
	n            float64
	n2           float64 // the months of two years and six months, in units of u2
	u2           unit
	low          float64 // the lesser number of “two or three”, 0 if there is one
	vague        bool
	u            unit
	dir          int // -1 last, 0 this, +1 next
	hasDir       bool
	mod          uint8
	part         int8 // part of the day, -1 none
	hour, min    int8 // clock, -1 none
	zone         int16
	hasZone      bool
	plural       bool
	name         bool
	numeric      bool  // written in figures
	order        Order // that the figures themselves show
	shared       bool  // the year stands with the date that follows; of a duration: not counted from the publication
	every        int   // “every other”
	plan         bool  // the verb is in the simple present: ferries resume
	verb         int8  // what resolver.verb found, verbUnknown before
	plus         int   // days to add to the weekday: a week from Friday
	link         int8  // +1: the next frame is this date in brackets
}

type parser struct {
	text    string
	opt     Options
	english bool
	toks    []token
	frames  []frame
	busy    int // nesting of expressions inside expressions
	lead    int // token that opens the expression in hand
	surname int8
}

func (p *parser) parse() {
	for i := 0; p.toks[i].kind != kEnd; {
		p.lead = i
		f, next := p.match(i)
		if next > i {
			if f.op != opNone {
				f.ti = i
				f.te = next
				if f.start == f.end {
					f.start = p.toks[i].start
					f.end = p.toks[next-1].end
				}
				p.frames = append(p.frames, f)
				for f.op == opDay && f.d > 0 && f.mo > 0 && f.typ == Date && !f.numeric {
					if f, next = p.secondDay(f, next); next == 0 {
						break
					}
					p.frames = append(p.frames, f)
					i = next
				}
				if next > 0 {
					i = next
				} else {
					i = p.frames[len(p.frames)-1].te
				}
				continue
			}
			i = next
			continue
		}
		i++
	}
}

// secondDay reads the 18 of July 16-18, 2021 and of July 16 and 18 after the
// first day; next is 0 if there is none.
func (p *parser) secondDay(f frame, k int) (frame, int) {
	if f.y > 0 || f.name || f.wd > 0 || p.toks[k-1].cls == cMonth {
		return frame{}, 0
	}
	j := k + 1
	tight := p.joint(k) > k
	if !tight && !p.hyphen(k) && p.cls(k) != cAnd && !(p.is(k, ',') && p.isNum(j)) {
		return frame{}, 0
	}
	d, n := p.dayNumber(j)
	if n == 0 || d <= f.d || p.cls(n) == cMonth || p.cls(n) == cOf {
		return frame{}, 0
	}
	g := blank(opDay, Date)
	g.mo, g.d = f.mo, d
	e := p.yearTail(&g, n)
	if !p.possible(&g) || g.y == 0 && !tight && !p.clauseEnd(n) && p.cls(n) != cPrep && p.cls(n) != cAnd {
		return frame{}, 0
	}
	g.ti, g.te = j, e
	g.start, g.end = p.toks[j].start, p.toks[e-1].end
	return g, e
}

// Small views on the tokens. Looking ahead stops at a paragraph: a token that
// begins one is of no class.

func (p *parser) tok(i int) *token {
	if i < 0 || i >= len(p.toks) {
		i = len(p.toks) - 1
	}
	return &p.toks[i]
}

// seen reports whether token i stands in the paragraph of the token in hand.
func (p *parser) seen(i int) bool {
	if i > p.lead {
		return p.tok(i).flags&fPar == 0
	}
	for k := max(i, -1) + 1; k <= p.lead; k++ {
		if p.toks[k].flags&fPar != 0 {
			return false
		}
	}
	return i >= 0
}

func (p *parser) cls(i int) class {
	t := p.tok(i)
	if t.kind != kWord || t.cls == cNone || !p.seen(i) {
		return cNone
	}
	return t.cls
}

func (p *parser) isNum(i int) bool {
	return p.tok(i).kind == kNum && p.seen(i)
}

func (p *parser) is(i int, r rune) bool {
	t := p.tok(i)
	return t.kind == kPunct && t.num == int32(r) && p.seen(i)
}

func (p *parser) glued(i int) bool { return p.tok(i).flags&fGlue != 0 }

// word reports whether token i is w, given in lower case.
func (p *parser) word(i int, w string) bool {
	t := p.tok(i)
	return t.kind == kWord && int(t.end-t.start) == len(w) && foldEqual(p.text[t.start:t.end], w) && p.seen(i)
}

func foldEqual(s, lower string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}

func (p *parser) anyWord(i int, ws ...string) bool {
	for _, w := range ws {
		if p.word(i, w) {
			return true
		}
	}
	return false
}

func (p *parser) str(i int) string {
	t := p.tok(i)
	return p.text[t.start:t.end]
}

func (p *parser) hyphen(i int) bool {
	t := p.tok(i)
	return t.kind == kPunct && p.seen(i) && (t.num == '-' || t.num == 0x2010 || t.num == 0x2011 || t.num == 0x2013 || t.num == 0x2014)
}

// joint skips a hyphen without white space around it.
func (p *parser) joint(i int) int {
	if p.hyphen(i) && p.glued(i) && p.glued(i+1) {
		return i + 1
	}
	return i
}

func (p *parser) apostrophe(i int) bool {
	t := p.tok(i)
	return t.kind == kPunct && p.seen(i) && (t.num == '\'' || t.num == 0x2019 || t.num == 0x2018 || t.num == '`')
}

// prep is the preposition before token i, pOther where another word stands there.
func (p *parser) prep(i int) int {
	if i <= 0 || p.tok(i).flags&fPar != 0 || p.tok(i-1).kind != kWord {
		return pOther
	}
	t := &p.toks[i-1]
	if t.cls == cPrep {
		return int(t.val)
	}
	switch {
	case t.cls == cAnd && p.word(i-1, "to"):
		return pTo
	case t.cls == cApprox && p.word(i-1, "at"):
		return pAt
	case t.cls == cApprox && p.word(i-1, "within"):
		return pWithin
	}
	return pOther
}

func (p *parser) prevCls(i int) class {
	if i <= 0 || p.tok(i).flags&fPar != 0 || p.tok(i-1).kind != kWord {
		return cNone
	}
	return p.toks[i-1].cls
}

// sentenceStart reports whether token i opens a sentence.
func (p *parser) sentenceStart(i int) bool {
	if i == 0 || p.toks[i].flags&fPar != 0 {
		return true
	}
	t := &p.toks[i-1]
	if t.kind != kPunct {
		return false
	}
	switch t.num {
	case '.', '!', '?', ':', ';', '"', '“', '‘', '(', '•', '*', '—', '–', '-', '\'', '`':
		return true
	}
	return false
}

func (p *parser) capital(i int) bool {
	t := p.tok(i)
	return t.kind == kWord && t.flags&fCap != 0 && p.seen(i)
}

func blank(o op, t Type) frame {
	return frame{op: o, typ: t, part: -1, hour: -1, min: -1, verb: verbUnknown}
}

// match finds the expression that begins at token i. It returns the token after
// it, or 0 if there is none. A frame of opNone with a next token is a stretch to
// step over.
func (p *parser) match(i int) (frame, int) {
	t := &p.toks[i]
	switch t.kind {
	case kNum:
		return p.number(i)
	case kPunct:
		if p.english {
			if n := p.workTitle(i); n > 0 {
				return frame{}, n
			}
		}
		if p.english && p.apostrophe(i) {
			return p.shortYear(i)
		}
		return frame{}, 0
	case kEnd:
		return frame{}, 0
	}
	if !p.english {
		return frame{}, 0
	}
	switch t.cls {
	case cNone, cPrep, cOf, cAnd, cAMPM, cZone, cAged, cPer:
		if t.cls == cPer {
			if p.speed(i) {
				return frame{}, i + 2
			}
			if p.cls(i+1) == cUnit && p.tok(i+1).flags&fPlural == 0 {
				return p.rate(i+1, i+2)
			}
			return frame{}, 0
		}
		if t.cls == cAged {
			return p.age(i)
		}
		return p.odd(i)
	case cMonth:
		return p.month(i)
	case cWeekday:
		return p.weekday(i)
	case cDay:
		return p.today(i)
	case cThe:
		return p.the(i)
	case cA:
		return p.article(i)
	case cThis:
		return p.this(i)
	case cLast, cNext, cPast, cPrev:
		return p.deictic(i, i)
	case cSame:
		return p.same(i, i)
	case cNum, cVague, cHalf:
		if f, n := p.past(i); n > 0 {
			return f, n
		}
		if f, n := p.ordinalUnit(i, i); n > 0 {
			return f, n
		}
		if f, n := p.clock(i); n > 0 {
			return f, n
		}
		return p.duration(i)
	case cOrd:
		if f, n := p.ofJuly(i); n > 0 {
			return f, n
		}
		return p.ordinalUnit(i, i)
	case cUnit:
		return p.unit(i)
	case cSeason:
		return p.season(i, i)
	case cPart:
		return p.partAlone(i)
	case cNoon:
		return p.noon(i)
	case cEvery:
		return p.every(i)
	case cRef:
		return p.ref(i)
	case cSet:
		return p.set(i)
	case cApprox:
		return p.approx(i)
	case cShape:
		return p.shape(i)
	case cAgo:
		return p.laterEarlier(i)
	case cHoliday:
		return p.holiday(i)
	case cDecade:
		return p.decadeWord(i, i)
	case cFiscal:
		return p.fiscal(i)
	case cLongAgo:
		return p.longAgo(i)
	case cLong:
		f := blank(opDuration, Duration)
		f.n, f.u = 1, t.val
		return f, i + 1
	case cOvernight:
		if p.anyWord(i+1, "stay", "stays", "success", "bag", "guest", "guests", "delivery", "visit", "train", "flight", "rate", "rates", "federal", "money", "funds", "loans", "lending", "interbank", "repurchase", "mail", "courier", "couriers", "shipping", "parking", "accommodation", "camp", "bus", "ferry") {
			return frame{}, 0
		}
		f := blank(opPart, Time)
		f.part, f.u = 4, uDay
		return f, i + 1
	}
	return frame{}, 0
}

// inner parses the expression at i as a part of a larger one.
func (p *parser) inner(i int) (frame, int) {
	if p.busy >= 3 || p.tok(i).flags&fPar != 0 {
		return frame{}, 0
	}
	p.busy++
	f, n := p.match(i)
	p.busy--
	if f.op == opNone {
		return frame{}, 0
	}
	return f, n
}
