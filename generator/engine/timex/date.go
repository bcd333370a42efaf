package timex

// This file reads calendar dates: months, days, weekdays, figures.

import "time"

// monthAt reads a month's name with the full stop of an abbreviation.
func (p *parser) monthAt(i int) (mo, next int) {
	t := p.tok(i)
	if t.kind != kWord || t.cls != cMonth {
		return 0, 0
	}
	next = i + 1
	if t.flags&fAbbr != 0 {
		if t.flags&fCap == 0 {
			return 0, 0
		}
		if p.is(next, '.') && p.glued(next) {
			next++
		}
	}
	return int(t.val), next
}

// yearTail reads [,] year, [,] of last year and the like after a month or day.
func (p *parser) yearTail(f *frame, k int) int {
	j := k
	comma := p.is(j, ',')
	if comma {
		j++
	}
	if p.cls(j) == cOf {
		j++
	}
	if y, n := p.year(j); n > 0 {
		// “On June 16, 2000 people …”: a count, not a year.
		if !comma || !p.countNoun(n) {
			f.y = y
			return n
		}
		return k
	}
	if !comma && (p.cls(j) == cLast || p.cls(j) == cNext || p.cls(j) == cThis) && p.cls(j+1) == cUnit && p.tok(j+1).val == int16(uYear) && p.tok(j+1).flags&fPlural == 0 {
		f.hasDir = true
		switch {
		case p.cls(j) == cLast:
			f.dir = -1
		case p.cls(j) == cNext:
			f.dir = 1
		case p.word(j, "this"):
			f.dir = 0
		default:
			f.hasDir = false
			return k
		}
		f.u = uYear
		return j + 2
	}
	if !comma && p.cls(j) == cThe && p.cls(j+1) == cPrev && p.word(j+2, "year") {
		f.hasDir = true
		f.dir = int(p.tok(j + 1).val)
		f.u = uYear
		return j + 3
	}
	return k
}

// countNoun reports whether the word at i is one that numbers count.
func (p *parser) countNoun(i int) bool {
	t := p.tok(i)
	if t.kind != kWord || t.flags&(fCap|fPar) != 0 || t.cls != cNone {
		return false
	}
	if p.anyWord(i, "people", "men", "women", "children", "police", "km", "kg", "troops", "percent") {
		return true
	}
	w := p.str(i)
	n := len(w)
	return n > 4 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i' && !p.anyWord(i, "olympics", "elections", "games", "earnings", "sales", "results", "profits", "losses", "revenues", "exports", "imports", "prices", "levels", "figures", "forecasts", "estimates", "budgets", "taxes", "playoffs", "finals", "bombings", "shootings", "killings", "hearings", "negotiations", "accords", "wildfires", "floods", "polls", "midterms", "primaries", "awards", "was", "has", "does", "says", "its", "this", "championships", "riots", "protests", "attacks", "talks", "always", "perhaps", "towards", "besides")
}

// month reads July 24, 2003 and what else begins with a month.
func (p *parser) month(i int) (frame, int) {
	mo, k := p.monthAt(i)
	if mo == 0 {
		return frame{}, 0
	}
	t := &p.toks[i]
	if mo == 5 && t.flags&fCap != 0 && p.word(k, "day") && p.capital(k) {
		f := blank(opHoliday, Date)
		f.n = hMayDay
		return f, p.yearTail(&f, k+1)
	}
	f := blank(opDay, Date)
	f.mo = mo
	// 24-Jul-03 begins with a number; here: July 24 …
	sep := p.joint(k)
	if p.word(k, "the") {
		if _, n := p.ordinal(k + 1); n > 0 && p.isNum(k+1) {
			sep = k + 1
		}
	}
	if d, n := p.dayNumber(sep); n > 0 {
		month := p.prep(i) == pIn && p.countNoun(n)
		if !month {
			f.d = d
			n = p.yearTail(&f, n)
			if f.y > 0 && f.d > 0 && !validDay(f.y, f.mo, f.d) {
				return frame{}, n
			}
			if f.y == 0 && d > daysIn(2000, time.Month(mo)) {
				return frame{}, 0
			}
			p.nameTail(&f, n)
			n = p.clockTail(&f, n)
			return f, n
		}
	}
	if d, n := p.ordinalWordDay(k); n > 0 {
		f.d = d
		n = p.yearTail(&f, n)
		if f.y > 0 && !validDay(f.y, f.mo, f.d) || f.d > daysIn(2000, time.Month(mo)) {
			return frame{}, n
		}
		return f, n
	}
	n := p.yearTail(&f, k)
	if n == k && p.is(k, ',') {
		n = k
	}
	if f.y == 0 && !f.hasDir && !p.monthAlone(i) {
		return frame{}, 0
	}
	if t.flags&fCap == 0 && (mo == 3 || mo == 5 || mo == 8) && f.y == 0 {
		return frame{}, 0
	}
	if n == k && t.flags&fAbbr != 0 && k > i+1 && p.sentenceStart(k) && !p.capital(k) {
		n = k
	}
	return f, n
}

// ordinalWordDay reads “first” to “thirty-first” after a month: July fourth.
func (p *parser) ordinalWordDay(k int) (d, next int) {
	if p.tok(k).flags&fPar != 0 || p.isNum(k) {
		return 0, 0
	}
	j := k
	if p.cls(j) == cThe {
		j++
	}
	n, e := p.ordinal(j)
	if e > 0 && n <= 31 && (p.cls(e) != cUnit && (p.tok(e).kind != kWord || j > k)) {
		return n, e
	}
	return 0, 0
}

// monthAlone judges a month's name without day or year: May the verb, the
// surname and the first names April, June and August are not dates.
func (p *parser) monthAlone(i int) bool {
	t := &p.toks[i]
	mo := int(t.val)
	pr := p.prep(i)
	pc := p.prevCls(i)
	cue := pr == pIn || pr == pSince || pr == pUntil || pr == pDuring || pr == pBetween || pr == pBy || pr == pFrom ||
		pc == cLast || pc == cNext || pc == cShape || p.word(i-1, "as") && p.anyWord(i-2, "early", "late", "soon", "recently") || pc == cOf && (p.cls(i-2) == cShape || p.cls(i-2) == cUnit) || p.word(i-1, "this") && i > 0
	weak := pr == pFor || pr == pTo || pc == cAgo || pc == cAnd || pc == cOf || pr == pWithin
	if t.flags&fAbbr != 0 {
		if t.flags&fCap == 0 || t.flags&fUpper != 0 {
			return false
		}
		dot := p.is(i+1, '.') && p.glued(i+1)
		if mo == 1 || mo == 3 || mo == 12 || mo == 6 || mo == 7 {
			return cue && dot
		}
		return (cue || weak) && (dot || mo == 9)
	}
	if t.flags&fCap == 0 {
		return mo != 3 && mo != 5 && mo != 8 && (cue || weak)
	}
	if (p.hyphen(i+1) || p.is(i+1, '/')) && p.glued(i+1) && p.glued(i+2) && p.cls(i+2) == cMonth && p.capital(i+2) {
		return true // May-June
	}
	if i > 1 && (p.hyphen(i-1) || p.is(i-1, '/')) && p.glued(i-1) && p.glued(i) && p.cls(i-2) == cMonth && p.capital(i-2) {
		return true
	}
	switch mo {
	case 5:
		if p.isSurnameMay() && pr != pIn && pr != pSince && pr != pUntil && pr != pDuring && pc != cLast && pc != cNext && pc != cShape {
			return false
		}
		if cue || p.possessive(i+1) && !p.isSurnameMay() {
			return true
		}
		return weak && !p.capital(i+1) && p.tok(i-1).flags&fCap == 0
	case 3:
		return cue || weak && !p.capital(i+1)
	case 4, 6, 8:
		if (pr == pBy || pr == pFrom || pr == pBetween) && p.surnameAt(i+1) {
			return false // photographs by June Harper
		}
		if cue {
			return true
		}
		if i > 0 && p.tok(i-1).kind == kWord && p.capital(i-1) && p.prevCls(i) == cNone && t.flags&fPar == 0 {
			return false
		}
		switch p.cls(i + 1) { // June Day, April Summers
		case cSeason, cUnit, cPart, cNoon:
			return !p.capital(i + 1)
		}
		return !p.capital(i+1) || p.cls(i+1) != cNone && p.cls(i+1) != cMonth
	case 1, 2, 7, 9, 10, 11, 12:
		// January Quill, November Rain; but the June Labor Department report
		if !cue && !weak && pr == pOther && pc == cNone && !p.sentenceStart(i) && p.surnameAt(i+1) && !p.possessive(i-2) && i > 0 {
			b := p.tok(i - 1)
			return !(b.kind == kPunct && b.num == ',' || b.kind == kWord && b.tense != tNone || p.capital(i-1) || p.anyWord(i-1, "actress", "actor", "singer", "author", "artist", "model"))
		}
	}
	return true
}

// surnameAt reports whether the word at i can be the second of a name: a capital,
// then small letters.
func (p *parser) surnameAt(i int) bool {
	return p.capital(i) && p.tok(i).flags&fUpper == 0 && p.tok(i).end-p.tok(i).start > 1 && (p.cls(i) == cNone || p.cls(i) == cMonth)
}

func (p *parser) possessive(i int) bool {
	return p.apostrophe(i) && p.glued(i) && p.glued(i+1) && p.word(i+1, "s")
}

// isSurnameMay reports whether the text knows somebody called May.
func (p *parser) isSurnameMay() bool {
	if p.surname == 0 {
		p.surname = -1
		for i := 1; i < len(p.toks); i++ {
			t := &p.toks[i]
			if t.cls != cMonth || t.val != 5 || t.flags&(fCap|fPar) != fCap {
				continue
			}
			prev := &p.toks[i-1]
			title := p.anyWord(i-1, "mr", "mrs", "ms", "miss", "dr", "lord", "lady", "sir", "minister", "theresa", "secretary", "senator", "mayor", "president", "chancellor", "governor", "captain", "professor") ||
				prev.num == '.' && i > 1 && p.anyWord(i-2, "mr", "mrs", "ms", "dr")
			name := prev.kind == kWord && prev.flags&fCap != 0 && prev.cls == cNone && !p.sentenceStart(i-1) && !p.isNum(i+1)
			if title || name || p.anyWord(i+1, "said", "says", "told", "added") {
				p.surname = 1
				break
			}
		}
	}
	return p.surname > 0
}

// nameTail looks at the words after a date that make it part of a name.
func (p *parser) nameTail(f *frame, k int) {
	k = p.joint(k)
	if p.tok(k).flags&fPar != 0 || p.tok(k).kind != kWord {
		return
	}
	if p.anyWord(k, "attack", "attacks", "bombing", "bombings", "massacre", "massacres", "uprising", "coup", "revolution", "riot", "riots", "rioters", "insurrection", "terror", "terrorist", "hijackings", "atrocities") && f.y == 0 {
		f.name = true
		f.link = -1 // only if the day is not recent
		return
	}
	for n := 0; n < 2 && p.capital(k) && p.capital(k+1) && p.cls(k) == cNone && p.cls(k+1) == cNone; n++ {
		k++
	}
	if p.capital(k) && p.anyWord(k, "movement", "foundation", "club", "society", "association", "institute", "league", "union", "campaign", "army", "battalion", "group", "council", "centre", "center", "park", "plaza", "tower", "lane", "drive", "alliance", "party", "brigade", "brigades", "revolution", "street", "avenue", "square", "road", "bridge", "stadium", "coalition", "bloc", "university", "airport", "division", "memorial", "museum", "organization", "organisation", "committee", "massacre", "uprising", "incident", "boulevard", "hospital", "front", "attacks", "commission") {
		f.name = true
	}
}

var paperWords = [...]string{"times", "telegraph", "mirror", "express", "mail", "people", "post", "herald", "sport", "world", "business", "independent", "tribune", "star", "mercury", "politics", "league", "school", "nation", "standard", "mass", "observer"}

// nameWeekday reports whether the weekday at i belongs to a name that is no day.
func (p *parser) nameWeekday(i int) bool {
	t := &p.toks[i]
	if t.flags&fCap == 0 {
		return false
	}
	for _, w := range paperWords {
		if p.word(i+1, w) && p.capital(i+1) {
			return true
		}
	}
	if i == 0 || t.flags&fPar != 0 {
		return false
	}
	if p.word(i-1, "on") && p.capitalMail(i-2) {
		return true
	}
	return p.anyWord(i-1, "black", "bloody", "super", "cyber", "ruby", "manic", "sheffield", "giving", "taco", "casual", "freaky", "girl", "blue", "fat", "stormy", "happy", "dress", "red", "throwback", "spy", "wednesbury") && p.capital(i-1)
}

// titleWeekday returns the token after a name that begins with the weekday at i:
// the Monday Club, Monday Night Football; 0 if there is none. Among capitals that
// are a headline's nothing can be told.
func (p *parser) titleWeekday(i int) int {
	t := &p.toks[i]
	if t.flags&(fCap|fUpper) != fCap || !p.capital(i+1) {
		return 0
	}
	if p.cls(i+1) == cPart {
		if p.capital(i+2) && p.cls(i+2) == cNone && !p.possessive(i+2) && (p.sentenceStart(i) || !p.capital(i-1) || p.prevCls(i) == cThe) && p.prep(i) == pOther {
			return i + 3
		}
		return 0
	}
	if c := p.prevCls(i); (c == cThe || c == cA) && p.surnameAt(i+1) {
		return i + 2
	}
	return 0
}

// recurs reports whether the weekday at i only qualifies what happens on such
// days: Sunday roast, Saturday trips. With a preposition, “last” or “next” before
// it, it is a day; so it is where the plural is the subject of a clause (said
// Monday protesters had left) or has an article (the Monday attacks).
func (p *parser) recurs(i int) bool {
	if p.tok(i+1).kind != kWord || !p.seen(i+1) || p.capital(i+1) {
		return false
	}
	c := p.prevCls(i)
	if c == cPrep || c == cLast || c == cNext || c == cThis || c == cShape || c == cAgo || c == cDay || i > 0 && p.prep(i) != pOther {
		return false
	}
	said := i > 0 && p.reporting(i-1)
	if said || p.busy > 0 {
		return false
	}
	if p.anyWord(i+1, "roast", "roasts", "lunch", "lunches", "school", "schools", "service", "services", "worship", "market", "markets", "opening", "league", "leagues", "driver", "drivers", "matinee", "matinees", "best", "supplement", "paper", "papers", "newspaper", "newspapers", "job", "jobs") {
		return true
	}
	if c == cThe || p.cls(i+1) != cNone || p.tok(i+1).tense != tNone || !isPlural(p.str(i+1)) || p.sentenceStart(i) {
		return false
	}
	// the plural must not open a clause
	if p.tok(i-1).kind != kWord || c == cAnd || c == cOf {
		return false
	}
	// an object behind it makes it a verb: the bill passed Monday requires the …
	next := p.tok(i + 2)
	if next.tense == tTo {
		w := p.str(i - 1)
		return len(w) < 2 || w[len(w)-2:] != "ed" // the law approved Monday applies to
	}
	return next.kind != kWord || !p.seen(i+2) || next.tense == tNone && (next.cls == cPrep || next.cls == cOf || next.cls == cAnd)
}

// workTitle returns the token after a quotation that is the title of a work and
// no speech: “Monday or Tuesday”, 'The Guns of August'; 0 if it is none. Token i is
// the opening mark. All its words but the small ones have capitals, and the mark
// that closes it follows a word.
func (p *parser) workTitle(i int) int {
	var closing int32
	switch p.toks[i].num {
	case '"':
		closing = '"'
	case 0x201C:
		closing = 0x201D
	case 0x2018:
		closing = 0x2019
	case '\'':
		closing = '\''
	default:
		return 0
	}
	if i > 0 && p.glued(i) && p.tok(i-1).kind != kPunct || !p.glued(i+1) {
		return 0
	}
	other, j := false, i+1
	for ; ; j++ {
		t := p.tok(j)
		if j > i+8 || !p.seen(j) || t.kind == kEnd {
			return 0
		}
		if t.kind == kPunct {
			if t.num == closing && p.glued(j) && j > i+1 {
				break
			}
			return 0
		}
		switch {
		case t.kind != kWord:
			return 0
		case t.flags&fCap != 0:
			other = other || t.cls == cNone || t.cls == cPart
		case j == i+1 || t.cls != cPrep && t.cls != cAnd && t.cls != cOf && t.cls != cThe && t.cls != cA && !p.word(j, "at"):
			return 0
		}
	}
	if p.glued(j+1) && p.tok(j+1).kind != kPunct {
		return 0
	}
	work := p.anyWord(i-1, "novel", "story", "film", "movie", "play", "song", "album", "book", "poem", "essay", "single", "series", "titled", "entitled", "called", "named")
	if j == i+2 && !work || !other && !work && i > 0 && p.tok(i-1).tense != tNone && p.tok(i-1).kind == kWord {
		return 0
	}
	return j + 1
}

func (p *parser) capitalMail(i int) bool {
	return i >= 0 && p.tok(i).kind == kWord && p.tok(i).flags&fCap != 0 && p.anyWord(i, "mail", "sport")
}

// weekday reads Monday, July 18, 2021, Monday night and Monday last week.
func (p *parser) weekday(i int) (frame, int) {
	t := &p.toks[i]
	f := blank(opDay, Date)
	f.wd = int(t.val)
	k := i + 1
	abbr := t.flags&fAbbr != 0
	if abbr {
		if t.flags&fCap == 0 || p.word(i-1, "the") && i > 0 {
			return frame{}, 0
		}
		if p.is(k, '.') && p.glued(k) {
			k++
		}
	}
	if t.flags&fPlural != 0 {
		if p.nameWeekday(i) {
			return frame{}, i + 1
		}
		f.op, f.typ, f.n, f.u = opSet, Set, 1, uWeek
		return f, i + 1
	}
	if !abbr {
		if h, ok := p.holyDay(i); ok {
			g := blank(opHoliday, Date)
			g.n = float64(h)
			g.wd = f.wd
			g.start, g.end = p.toks[i-1].start, t.end
			n := p.yearTail(&g, i+1)
			if n > i+1 {
				g.end = p.toks[n-1].end
			}
			return g, n
		}
		if p.nameWeekday(i) {
			return frame{}, i + 1
		}
		if n := p.titleWeekday(i); n > 0 {
			return frame{}, n
		}
		if p.recurs(i) {
			f.op, f.typ, f.n, f.u = opSet, Set, 1, uWeek
			return f, i + 1
		}
	}
	// Monday, [the] 18 July 2021
	j := k
	if p.is(j, ',') {
		j++
	}
	if p.cls(j) == cThe && p.isNum(j+1) {
		j++
	}
	if g, n := p.dateAt(j); n > 0 && (g.d > 0) {
		g.wd = f.wd
		n = p.clockTail(&g, n)
		return g, n
	}
	if abbr {
		if k == i+1 && !p.isNum(k) || p.isNum(k) {
			if g, n := p.clock(k); n > 0 && g.op == opPart {
				g.op, g.wd = opDay, f.wd
				return g, n
			}
		}
		if !(p.prep(i) == pOn && (t.val == 2 || t.val == 4) && k > i+1) {
			return frame{}, 0
		}
		return f, k
	}
	// Monday the 18th
	if p.cls(k) == cThe {
		if d, n := p.ordinal(k + 1); n > 0 && p.isNum(k+1) && d <= 31 {
			f.d = d
			return f, n
		}
	}
	return p.weekdayTail(f, k)
}

// weekdayTail reads morning, last week, at 9 a.m. after a weekday or “today”.
func (p *parser) weekdayTail(f frame, k int) (frame, int) {
	j := k
	if p.anyWord(j, "early", "late", "mid") && p.cls(p.joint(j+1)) == cPart {
		j = p.joint(j + 1)
	}
	if p.cls(j) == cPart && p.tok(j).flags&fPlural == 0 && !p.capital(j) {
		f.part = int8(p.tok(j).val)
		f.typ = Time
		k = j + 1
	} else if p.cls(j) == cNoon {
		f.hour, f.min, f.typ = int8(p.tok(j).val), 0, Time
		k = j + 1
	}
	if f.wd > 0 && f.part < 0 && f.hour < 0 && p.word(k, "week") && (p.clauseEnd(k+1) || p.cls(k+1) == cPrep || p.cls(k+1) == cAnd) && !p.capital(k) {
		f.plus = 7 // on Friday week
		return f, k + 1
	}
	j = k
	if p.cls(j) == cOf {
		j++
	}
	if f.wd > 0 && p.cls(j+1) == cUnit && p.tok(j+1).val == int16(uWeek) && p.tok(j+1).flags&fPlural == 0 {
		switch {
		case p.cls(j) == cLast:
			f.hasDir, f.dir = true, -1
		case p.cls(j) == cNext:
			f.hasDir, f.dir = true, 1
		case p.word(j, "this"):
			f.hasDir, f.dir = true, 0
		}
		if f.hasDir {
			f.u = uWeek
			return f, j + 2
		}
	}
	return f, p.clockTail(&f, k)
}

// clockTail reads [,] [at] 9 a.m. after a date; without “at” the time must say
// of itself that it is one.
func (p *parser) clockTail(f *frame, k int) int {
	if f.typ == Time || f.wd == 0 && f.d == 0 && f.op == opDay {
		return k
	}
	j := k
	if p.is(j, ',') || p.hyphen(j) || p.is(j, '|') {
		j++
	}
	at := p.word(j, "at")
	if at {
		j++
	}
	if p.tok(j).flags&fPar != 0 {
		return k
	}
	if p.cls(j) == cNoon && at {
		f.hour, f.min, f.typ = int8(p.tok(j).val), 0, Time
		return j + 1
	}
	if !p.isNum(j) {
		return k
	}
	if g, n := p.clockAt(j, true); n > 0 {
		f.hour, f.min, f.zone, f.hasZone, f.typ = g.hour, g.min, g.zone, g.hasZone, Time
		return n
	}
	return k
}

// holyDay reads the word before a weekday that makes it a day of the church year.
func (p *parser) holyDay(i int) (int, bool) {
	if i == 0 || p.toks[i].flags&fPar != 0 || !p.capital(i-1) {
		return 0, false
	}
	switch p.toks[i].val {
	case 5:
		if p.word(i-1, "good") {
			return hGoodFriday, true
		}
	case 7:
		if p.word(i-1, "easter") {
			return hEasterSunday, true
		}
		if p.word(i-1, "palm") {
			return hPalmSunday, true
		}
	case 1:
		if p.word(i-1, "easter") {
			return hEasterMonday, true
		}
	case 3:
		if p.word(i-1, "ash") {
			return hAshWednesday, true
		}
	case 4:
		if p.word(i-1, "maundy") {
			return hMaundyThursday, true
		}
	}
	return 0, false
}

// dateAt reads a date that begins at i with a month, a day or a figure.
func (p *parser) dateAt(i int) (frame, int) {
	t := p.tok(i)
	if t.flags&fPar != 0 {
		return frame{}, 0
	}
	switch {
	case t.kind == kWord && t.cls == cMonth:
		mo, k := p.monthAt(i)
		if mo == 0 {
			return frame{}, 0
		}
		f := blank(opDay, Date)
		f.mo = mo
		if p.cls(k) == cThe {
			k++
		}
		d, n := p.dayNumber(k)
		if n == 0 {
			return frame{}, 0
		}
		f.d = d
		n = p.yearTail(&f, n)
		if !p.possible(&f) {
			return frame{}, 0
		}
		p.nameTail(&f, n)
		return f, n
	case t.kind == kNum:
		if f, n := p.numericDate(i); n > 0 {
			return f, n
		}
		return p.dayMonth(i)
	}
	return frame{}, 0
}

func (p *parser) possible(f *frame) bool {
	if f.d == 0 {
		return true
	}
	y := f.y
	if y == 0 {
		y = 2000
	}
	return validDay(y, f.mo, f.d)
}

// dayMonth reads 24[th] [of] July [,] [2003] and 24-Jul-03.
func (p *parser) dayMonth(i int) (frame, int) {
	d, k := p.dayNumber(i)
	if k == 0 {
		return frame{}, 0
	}
	j := k
	hyph := p.joint(j) > j
	if hyph {
		j++
	} else if p.cls(j) == cOf {
		j++
	}
	if p.cls(j) != cMonth {
		return frame{}, 0
	}
	mo, n := p.monthAt(j)
	if mo == 0 {
		return frame{}, 0
	}
	if !p.capital(j) && (mo == 3 || mo == 5) {
		return frame{}, 0
	}
	f := blank(opDay, Date)
	f.d, f.mo = d, mo
	if hyph {
		if m := p.joint(n); m > n {
			if t := p.tok(m); t.kind == kNum && t.flags&(fFrac|fGroup) == 0 {
				switch t.nd {
				case 4:
					f.y = int(t.num)
					n = m + 1
				case 2:
					f.y = century(int(t.num), p.opt.Published)
					n = m + 1
				}
			}
		} else {
			return frame{}, 0
		}
	} else {
		n = p.yearTail(&f, n)
	}
	if !p.possible(&f) {
		return frame{}, 0
	}
	p.nameTail(&f, n)
	return f, n
}

// stamp reads the time stamps of agency copy: 08-15-90 1337EDT, also at the end of
// AP-NR-08-15-90 1337EDT, where the order is American; and 19980108 on a line of
// its own.
func (p *parser) stamp(i int) (frame, int) {
	a, b, c, t := p.tok(i), p.tok(i+2), p.tok(i+4), p.tok(i+5)
	f := blank(opDay, Date)
	f.numeric = true
	if a.kind == kNum && a.nd == 8 && p.lineOf(i) {
		f.y, f.mo, f.d = int(a.num)/10000, int(a.num)/100%100, int(a.num)%100
		if f.y >= 1900 && f.y < 2100 && validDay(f.y, f.mo, f.d) {
			return f, i + 1
		}
		return frame{}, 0
	}
	if a.kind != kNum || b.kind != kNum || c.kind != kNum || a.nd != 2 || b.nd != 2 || c.nd != 2 || !p.is(i+1, '-') || !p.is(i+3, '-') ||
		t.kind != kNum || t.nd != 4 || t.flags&(fGlue|fPar) != 0 || p.cls(i+6) != cZone || !p.glued(i+6) {
		return frame{}, 0
	}
	f.typ = Time
	f.y, f.mo, f.d = century(int(c.num), p.opt.Published), int(a.num), int(b.num)
	f.hour, f.min = int8(t.num/100%100), int8(t.num%100)
	if !validDay(f.y, f.mo, f.d) || t.num >= 2400 || f.min > 59 {
		return frame{}, 0
	}
	offset, has, n := p.zone(i + 6)
	f.zone, f.hasZone = int16(offset), has
	return f, n
}

// lineOf reports whether token i stands on a line alone.
func (p *parser) lineOf(i int) bool {
	t := p.tok(i)
	return (t.start == 0 || p.text[t.start-1] == '\n') && (int(t.end) == len(p.text) || p.text[t.end] == '\n' || p.text[t.end] == '\r')
}

// numericDate reads 2021-07-18, 18/07/2021, 7/18/21, 18.07.2021.
func (p *parser) numericDate(i int) (frame, int) {
	a := p.tok(i)
	sep := p.tok(i + 1)
	b, sep2, c := p.tok(i+2), p.tok(i+3), p.tok(i+4)
	if a.kind != kNum || b.kind != kNum || c.kind != kNum || sep.kind != kPunct || sep2.kind != kPunct || sep.num != sep2.num {
		// 18.07.2021 lexes its halves with the full stop as decimal point when only one follows.
		return frame{}, 0
	}
	for k := i + 1; k <= i+4; k++ {
		if !p.glued(k) {
			return frame{}, 0
		}
	}
	if (a.flags|b.flags|c.flags)&(fFrac|fGroup) != 0 || b.nd > 2 {
		return frame{}, 0
	}
	if f, n := p.stamp(i); n > 0 {
		return f, n
	}
	if i > 0 && p.glued(i) && (p.toks[i-1].kind == kWord || p.toks[i-1].kind == kPunct && (p.toks[i-1].num == sep.num || p.toks[i-1].num == '/')) {
		return frame{}, 0
	}
	// Part of something longer: an address, a version, a telephone number.
	if p.glued(i+5) && (p.tok(i+5).kind == kNum || p.is(i+5, rune(sep.num)) && p.glued(i+6) && p.tok(i+6).kind != kEnd && sep.num != '.') {
		return frame{}, 0
	}
	f := blank(opDay, Date)
	f.numeric = true
	x, y, z := int(a.num), int(b.num), int(c.num)
	next := i + 5
	switch {
	case a.nd == 4 && c.nd <= 2 && (sep.num == '-' || sep.num == '/' || sep.num == '.'):
		if x < 1000 || x > 2199 || !validDay(x, y, z) {
			return frame{}, 0
		}
		f.y, f.mo, f.d = x, y, z
		// 2021-07-18T21:55Z
		if p.glued(next) && p.word(next, "t") && p.isNum(next+1) && p.glued(next+1) {
			if g, n := p.clockAt(next+1, true); n > 0 {
				f.hour, f.min, f.zone, f.hasZone, f.typ = g.hour, g.min, g.zone, g.hasZone, Time
				return f, n
			}
			return f, next + 2
		}
		return f, next
	case c.nd == 4 && a.nd <= 2 && z >= 1000 && z <= 2199:
	case c.nd == 2 && a.nd <= 2 && (sep.num == '/' || sep.num == '.' && a.nd == 2 && b.nd == 2):
		z = century(z, p.opt.Published)
	default:
		return frame{}, 0
	}
	if sep.num != '/' && sep.num != '-' && sep.num != '.' {
		return frame{}, 0
	}
	f.y = z
	dm, md := validDay(z, y, x), validDay(z, x, y)
	switch {
	case dm && md && x != y:
		// d2 and mo2 hold day before month; the resolver chooses.
		f.mo, f.d, f.mo2, f.d2 = x, y, y, x
		if sep.num == '.' {
			// A full stop is never the American way.
			f.mo, f.d, f.mo2, f.d2 = y, x, 0, 0
		}
	case dm:
		f.mo, f.d = y, x
		if x != y && sep.num == '/' {
			f.order = DayFirst
		}
	case md:
		f.mo, f.d = x, y
		f.order = MonthFirst
	default:
		return frame{}, 0
	}
	return f, next
}
