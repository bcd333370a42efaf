package timex

// This file tells the words that look ahead from those that only seem to: a plan
// that was approved, a question that would not be answered, a vote that is on Sunday.

// planNoun reports whether the word at i is the plan, a hope or the set: it says
// nothing of when. One that looks ahead itself (a plan to meet, the plans for) does
// so only where no past verb has it for its object.
func (r *resolver) planNoun(i int, f *frame) bool {
	p := r.p
	if !p.anyWord(i, "plan", "plans", "hope", "hopes", "promises", "set", "forecast") {
		return false
	}
	c := p.cls(i - 1)
	noun := i > 0 && (c == cThe || c == cA || p.anyWord(i-1, "its", "his", "her", "their", "this", "that", "no", "s"))
	if p.tok(i+1).tense != tTo && !p.word(i+1, "for") {
		return noun
	}
	if p.word(i, "set") {
		return false
	}
	if !noun && i > 1 {
		b := i - 1
		one := p.tok(b).kind == kWord && p.tok(b).tense == tNone && p.cls(b) == cNone && !p.capital(b) && !isPlural(p.str(b))
		if one {
			b-- // a controversial plan, ambitious plans
		}
		v := p.tok(b).tense == tPast && (!p.reporting(b) || p.anyWord(b, "announced", "confirmed", "revealed"))
		noun = v && !p.word(i, "plan") // the men arrested plan to appeal
		if p.word(i, "plan") || p.word(i+1, "for") {
			c = p.cls(b)
			noun = noun || one && (c == cThe || c == cA || p.anyWord(b, "its", "his", "her", "their", "s"))
		}
	}
	return noun && r.passing(i, f)
}

// passing reports whether the word at i, which looks ahead, is told of in passing
// only: a past verb has it for its object, and the date is the weekday of that
// verb, as news dates it. A month, or a day by which, is rather that of the plan.
func (r *resolver) passing(i int, f *frame) bool {
	return r.newsDay(f) && r.p.object(i) && !r.gathering(i, f)
}

// newsDay reports whether f is a weekday, bare or with on.
func (r *resolver) newsDay(f *frame) bool {
	c := r.p.prep(f.ti)
	return f.wd > 0 && (c == pOn || c == pOther)
}

// object reports whether the nearest verb before token i in its clause is a past
// one, other than said or told, which a clause of its own follows.
func (p *parser) object(i int) bool {
	for j, n := i-1, 0; j >= 0 && n < 12; j, n = j-1, n+1 {
		t := &p.toks[j]
		if p.boundary(j+1) || t.kind == kPunct && !p.apostrophe(j) && !p.hyphen(j) {
			return false
		}
		if t.kind != kWord || p.fragment(j) {
			continue
		}
		switch t.tense {
		case tPast:
			if b := p.cls(j - 1); b == cThe || b == cA {
				continue // the renovated hall
			}
			return !p.anyWord(j, "said", "told")
		case tNone, tNot, tTo, tRun, tRuns, tGoes:
		case tModal:
			if !p.monthName(j) {
				return false
			}
		case tPlan:
			if p.word(j, "set") && !p.anyWord(j+1, "to", "for") {
				return true
			}
			return false
		default:
			return false
		}
	}
	return false
}

// gathering reports whether the date of f stands behind what is held or done on a
// day, of which the word at i tells: plans for a strike on Friday, to march on
// Friday. The date is then that of the gathering.
func (r *resolver) gathering(i int, f *frame) bool {
	p := r.p
	k := f.ti - 1
	if p.cls(k) == cPrep {
		k--
	}
	if k <= i {
		return true // his plans for Friday
	}
	return p.anyWord(k, "vote", "strike", "march", "rally", "protest", "protests", "walkout", "meeting", "meet", "summit", "talks", "visit", "hearing", "demonstration", "parade", "ceremony", "funeral", "match", "game", "concert") ||
		p.tok(i+1).tense == tTo && p.anyWord(i+2, "meet", "strike", "march", "rally", "protest", "gather", "vote", "visit", "travel", "fly", "leave", "depart", "return", "resign", "quit", "walk")
}

// unsaid reports whether the modal at j goes with not and a verb of saying or
// agreeing: what was refused or failed is told as past, would not say, could not
// be reached. The date is a day: a month may be that of what is to be agreed.
func (r *resolver) unsaid(j int, f *frame) bool {
	p := r.p
	if f.wd == 0 && f.d == 0 || !p.anyWord(j, "would", "could") || !p.word(j+1, "not") {
		return false
	}
	k := j + 2
	for n := 0; n < 2 && (p.anyWord(k, "be", "even", "yet") || endsLy(p.str(k))); n++ {
		k++
	}
	return p.anyWord(k, "say", "comment", "agree", "confirm", "deny", "discuss", "disclose", "elaborate", "reveal", "speculate", "answer", "explain", "identify", "name", "tell", "specify", "respond", "reply", "reached", "contacted", "drawn", "verified", "confirmed", "identified", "named", "verify")
}

// monthName reports whether token j is the name May, not the verb: it has a
// capital where a sentence in small letters has none, or opens one that is no
// question.
func (p *parser) monthName(j int) bool {
	t := &p.toks[j]
	if t.cls != cMonth || t.flags&fCap == 0 {
		return false
	}
	return !p.sentenceStart(j) || p.tok(j+1).tense == tPast && !p.capital(j+1)
}

// appointed reports whether the is at j, by itself, sets the weekday of f for what
// is to come: the vote is on Sunday, the deadline is Friday. It is Friday tells
// the day of the telling.
func (r *resolver) appointed(j int, f *frame) bool {
	p := r.p
	if f.wd == 0 || f.d > 0 || f.y > 0 || f.hasDir || !p.anyWord(j, "is", "are") || p.apostrophe(f.te) {
		return false
	}
	if j == f.ti-1 {
		s := p.tok(j - 1)
		return j > 0 && s.kind == kWord && s.cls == cNone && (s.tense == tNone || s.tense >= tRun || p.word(j-1, "deadline")) && !p.anyWord(j-1, "it", "this", "that", "here", "there")
	}
	if c := p.prep(f.ti); c != pOn && c != pUntil {
		return false
	}
	k := j + 1
	for n := 0; n < 2 && p.anyWord(k, "not", "now", "still", "also", "only", "both"); n++ {
		k++
	}
	if p.anyWord(k, "at", "in") && (p.cls(k+1) == cThe || p.capital(k+1)) && f.ti-k <= 6 {
		// is at Wembley on Saturday; a price is at a low, with another article
		k++
		for k < f.ti-1 && p.tok(k).kind == kWord && (p.cls(k) == cThe || p.cls(k) == cNone && p.tok(k).tense == tNone) {
			k++
		}
	}
	return k == f.ti-1
}
