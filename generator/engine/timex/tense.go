package timex

// direction tells whether the clause around an expression speaks of what was
// (-1) or of what is to come (+1), 0 if it does not say. The nearest verb to the
// left decides, else the nearest to the right, within the sentence.
func (r *resolver) direction(f *frame) (dir int, reason string) {
	p := r.p
	i := f.ti
	p.lead = i
	if f.mod != 0 || p.cls(i-1) == cThe || p.cls(i-1) == cA {
		for i > 0 && p.tok(i).flags&fPar == 0 && (p.cls(i-1) == cThe || p.cls(i-1) == cA || p.cls(i-1) == cShape || p.cls(i-1) == cApprox) {
			i--
		}
	}
	switch p.prep(i) {
	case pUntil:
		if !p.anyWord(i-2, "not", "wait", "waited", "only") {
			return 1, ReasonUntil
		}
	case pSince:
		return -1, ReasonSince
	case pBy:
		if d := r.verb(f); d >= 0 {
			return 1, ReasonUntil
		}
		return -1, ReasonPastTense
	}
	if c := p.prep(i); c == pTo || c == pFor {
		for k := i - 2; k >= 0 && k >= i-4; k-- {
			if p.anyWord(k, "postponed", "moved", "delayed", "rescheduled", "deferred", "adjourned", "pushed", "shifted", "switched") {
				return 1, ReasonFutureTense
			}
			if !p.anyWord(k, "back", "forward", "until", "off") {
				break
			}
		}
	}
	if p.word(i-1, "after") || p.word(i-1, "following") && f.wd > 0 {
		if d := r.verb(f); d > 0 {
			return 1, ReasonFutureTense
		}
		return -1, ReasonPastTense
	}
	switch r.verb(f) {
	case -1:
		return -1, ReasonPastTense
	case 1:
		return 1, ReasonFutureTense
	case 2:
		return 0, ReasonNearest
	}
	return 0, ReasonDefaultPast
}

const reach = 40 // tokens looked at on either side

// boundary reports whether a sentence ends before token i.
func (p *parser) boundary(i int) bool {
	t := &p.toks[i]
	if t.flags&fPar != 0 || t.kind == kEnd {
		return true
	}
	if i == 0 {
		return true
	}
	b := &p.toks[i-1]
	if b.kind != kPunct {
		return false
	}
	switch b.num {
	case '!', '?':
		return true
	case ';':
		return true
	case '.':
		if t.flags&fGlue != 0 {
			return false
		}
		if t.kind == kWord && t.flags&fCap == 0 {
			return false
		}
		if i >= 2 && b.flags&fGlue != 0 {
			a := &p.toks[i-2]
			if a.kind == kWord && (a.end-a.start == 1 || a.end-a.start == 2 && a.flags&fCap != 0 || a.flags&fAbbr != 0 || a.end-a.start == 3 && a.flags&fCap != 0 && a.cls == cNone) && !(t.kind == kWord && (t.cls == cPrep || t.cls == cThe) && t.flags&fCap != 0) {
				return false
			}
		}
		return true
	}
	return false
}

// verb is what the nearest verb says: -1 past, 1 future, 2 future as seen from
// the past (was due to), 0 nothing.
func (r *resolver) verb(f *frame) int {
	if f.verb == verbUnknown {
		f.verb = int8(r.findVerb(f))
	}
	return int(f.verb)
}

const verbUnknown = -9

func (r *resolver) findVerb(f *frame) int {
	p := r.p
	pending := false
	for j, n := f.ti-1, 0; j >= 0 && n < reach; j, n = j-1, n+1 {
		if p.boundary(j + 1) {
			break
		}
		p.lead = j
		t := &p.toks[j]
		if t.kind == kPunct {
			if t.num == ':' || t.num == 0x2014 {
				break
			}
			continue
		}
		if t.kind != kWord {
			continue
		}
		if p.fragment(j) {
			continue
		}
		switch t.tense {
		case tFuture:
			return 1
		case tModal:
			if p.monthName(j) || p.word(j, "can") {
				continue
			}
			if r.unsaid(j, f) {
				return -1
			}
			if p.word(j+1, "have") || p.word(j+2, "have") && p.word(j+1, "not") {
				return -1
			}
			if p.memory(j) {
				continue
			}
			return 1
		case tPlan:
			if r.planNoun(j, f) {
				continue
			}
			if b := p.tok(j - 1).tense; p.word(j, "set") && !p.anyWord(j+1, "to", "for") && (b == tFuture || b == tModal && !p.monthName(j-1) || b == tTo) {
				continue // will set out
			}
			if p.word(j, "set") && !p.anyWord(j+1, "to", "for") || p.marketReport(j) {
				return -1
			}
			if j < r.head && t.end-t.start <= 8 && p.anyWord(j, "begins", "starts", "opens", "ends", "closes", "arrives", "resumes", "takes", "leaves", "faces", "kicks") {
				return 0 // a headline tells the past in the present
			}
			if p.anyWord(j, "likely", "ready", "going", "expected") && !p.anyWord(j+1, "to", "by", "in", "on", "next", "at", "this", "for", "later") {
				continue
			}
			if p.anyWord(j, "proposed", "planned") && (p.cls(j-1) == cThe || p.cls(j-1) == cA) && r.passing(j, f) {
				continue // rejected the proposed budget
			}
			if p.anyWord(j, "proposed", "intended") && p.toks[j].tense == tPlan && !p.word(j+1, "to") {
				if p.cls(j-1) == cThe {
					return 1
				}
				return -1
			}
			if p.word(j, "planned") && !p.anyWord(j+1, "to", "for", "on", "in") && p.cls(j-1) != cThe && p.cls(j-1) != cA && p.tok(j-1).tense != tBe && p.tok(j-1).tense != tPresent {
				continue
			}
			// was due, had been scheduled: seen from an earlier day
			if p.anyWord(j-1, "was", "were") || p.word(j-1, "been") && p.word(j-2, "had") {
				return 2
			}
			return 1
		case tTo:
			v := p.tok(j + 1)
			if v.kind != kWord || v.cls == cThe || v.cls == cA || v.flags&fCap != 0 || v.cls != cNone && v.tense != tBe {
				continue
			}
			if j == 0 {
				continue
			}
			g := j - 1 // agreed on Tuesday to meet
			for g > 0 && j-g < 5 && (p.cls(g) == cWeekday || p.cls(g) == cDay || p.cls(g) == cPrep || p.cls(g) == cLast || p.cls(g) == cPart || p.cls(g) == cUnit) {
				g--
			}
			if p.tok(j-1).tense == tPlan && p.anyWord(j-2, "was", "were") || p.anyWord(j-1, "was", "were") {
				return 2
			}
			if p.word(j-1, "able") && p.anyWord(j-2, "was", "were") {
				continue // he did it
			}
			if p.tok(j-1).tense == tPlan && r.planNoun(j-1, f) {
				continue
			}
			if p.word(g, "refused") && !r.newsDay(f) {
				return 1
			}
			if p.anyWord(g, "agreed", "decided", "voted", "asked", "urged", "vowed", "pledged", "promised", "threatened", "offered", "called", "invited", "ordered", "wanted", "hoped", "willing", "agreeing", "agree", "agrees", "prepared", "instructed", "is", "are", "deadline", "seeking", "seeks", "seek", "pledge", "vow", "decision", "elected", "determined", "able", "eager", "about", "asking", "opting", "opted", "chose", "wish", "wishes", "need", "needs") || p.tok(j-1).tense == tPlan {
				return 1
			}
			pending = true
		case tPast:
			if p.wont(j) {
				return 1
			}
			if j > 0 && p.monthName(j-1) && !p.capital(j) {
				return -1
			}
			b := p.tok(j - 1)
			for k := 1; k < 3 && b.kind == kWord && (endsLy(p.str(j-k)) || p.anyWord(j-k, "not", "also", "t", "since", "now", "just")); k++ {
				b = p.tok(j - k - 1)
			}
			switch b.tense {
			case tBe, tFuture, tModal, tTo:
				continue // will be held: look for the first verb of the group
			case tPresent:
				continue
			}
			// a participle after its noun tells little, but past is still likelier
			return -1
		case tHave:
			if p.word(j+1, "to") && p.toks[j].tense == tHave && !p.word(j, "had") {
				return 1
			}
			return -1
		case tPresent:
			if p.word(j, "says") {
				continue
			}
			if k := p.tok(j + 1); k.kind == kWord {
				if p.word(j+1, "to") || endsIng(p.str(j+1)) || p.tok(j+2).kind == kWord && (endsIng(p.str(j+2)) || p.tok(j+2).tense == tPlan) {
					return 1
				}
				if k.tense == tPast && k.cls == cNone {
					return 0
				}
			}
			if r.appointed(j, f) {
				return 1
			}
			return 0
		case tStop:
			j = -1
		case tRun, tRuns, tGoes:
			if f.y == 0 && p.timetable(j) {
				if j < r.head {
					return 0
				}
				f.plan = true
				return 1
			}
		}
	}
	for j, n := f.te, 0; n < reach && p.toks[min(j, len(p.toks)-1)].kind != kEnd; j, n = j+1, n+1 {
		if p.boundary(j) {
			break
		}
		p.lead = j
		t := &p.toks[j]
		if t.kind != kWord {
			if t.kind == kPunct && (t.num == ':' || t.num == 0x2014) {
				break
			}
			continue
		}
		if p.fragment(j) {
			continue
		}
		switch t.tense {
		case tFuture:
			return 1
		case tModal:
			if t.cls == cMonth && t.flags&fCap != 0 {
				continue
			}
			if p.word(j+1, "have") || r.unsaid(j, f) {
				return -1
			}
			if p.memory(j) {
				continue
			}
			return 1
		case tPast:
			if p.wont(j) {
				return 1
			}
			return -1
		case tStop:
			// an aside is no part of the clause: the board, which has nine members, will meet
			if (p.is(j-1, ',') || p.word(j-1, "and") && p.is(j-2, ',')) && p.anyWord(j, "which", "who", "whose", "where") {
				for k := j + 1; k < j+20 && !p.boundary(k); k++ {
					if p.is(k, ',') {
						n, j = n+k-j, k
						break
					}
				}
			}
		case tRun, tRuns, tGoes:
			if f.y == 0 && p.timetable(j) {
				if j < r.head {
					return 0
				}
				f.plan = true
				return 1
			}
		case tPlan:
			if p.word(j, "set") && !p.anyWord(j+1, "to", "for") || p.marketReport(j) {
				return -1
			}
			if p.anyWord(j, "planned", "proposed", "expected", "scheduled", "due", "upcoming", "deadline", "begins", "starts", "opens", "plans", "expects", "set", "expires") {
				return 1
			}
		case tHave:
			if p.word(j+1, "to") {
				return 1
			}
			return -1
		case tPresent:
			if p.word(j+1, "to") || p.tok(j+1).kind == kWord && endsIng(p.str(j+1)) || p.tok(j+1).tense == tPlan {
				return 1
			}
			if pending {
				return 1
			}
			return 0
		}
	}
	if !pending {
		f.plan = r.planned(f)
	}
	if pending || f.plan {
		return 1
	}
	return 0
}

// memory reports whether the modal at i goes with a verb that says nothing of the
// time of what follows: readers may recall.
func (p *parser) memory(i int) bool {
	if p.word(i+1, "not") || p.word(i+1, "well") {
		i++
	}
	return p.anyWord(i+1, "recall", "remember", "forget", "wonder", "recollect")
}

// wont reports whether the “won” at i begins won't.
func (p *parser) wont(i int) bool {
	return p.word(i, "won") && p.apostrophe(i+1) && p.glued(i+1) && p.word(i+2, "t")
}

// fragment reports whether token i looks like a verb but is the m of p.m., the d
// of an initial or the am of 9 am.
func (p *parser) fragment(i int) bool {
	t := &p.toks[i]
	switch t.tense {
	case tPresent, tModal, tFuture, tHave:
	default:
		return false
	}
	if t.cls == cAMPM {
		return p.tok(i-1).kind == kNum
	}
	return t.end-t.start <= 2 && p.anyWord(i, "m", "d", "re", "ve", "ll") && !p.apostrophe(i-1)
}

func endsLy(s string) bool {
	return len(s) > 4 && s[len(s)-2:] == "ly"
}

func endsIng(s string) bool {
	return len(s) > 4 && s[len(s)-3:] == "ing" && s != "during" && s != "nothing" && s != "something" && s != "anything" && s != "evening" && s != "morning"
}
