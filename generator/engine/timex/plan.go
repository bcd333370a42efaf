package timex

// This file reads what a sentence says of time without an auxiliary: the simple
// present of a plan, and a year that holds for the whole sentence.

// timetable reports whether token j is the finite verb of a plan: ferries
// resume, the tribunal sits. Many of these words are nouns as well, so that the
// word before must be able to be the subject, and one that is no verb for certain
// must not follow another verb of its clause (scored three runs, saw ships leave).
func (p *parser) timetable(j int) bool {
	t := &p.toks[j]
	if t.flags&fCap != 0 || j == 0 || !p.seen(j) {
		return false
	}
	if p.marketReport(j) || t.cls == cShape && p.cls(j+1) == cOf {
		return false
	}
	k := j - 1
	for n := 0; n < 2 && k > 0 && (endsLy(p.str(k)) || p.anyWord(k, "also", "then", "again", "still", "now", "all", "both")); n++ {
		k--
	}
	s := p.tok(k)
	if s.kind != kWord || s.cls != cNone && s.cls != cUnit || s.tense != tNone && s.tense != tNot && s.tense < tRun || !p.seen(k) || !p.seen(j) {
		return false
	}
	many := isPlural(p.str(k)) || p.anyWord(k, "we", "they", "i", "you", "people", "police", "men", "women", "children", "both", "all", "pair", "team", "side", "crew", "band", "squad", "staff")
	if t.tense == tRun != many || isModifier(p, k) {
		return false
	}
	if t.tense == tGoes {
		return true
	}
	for i, n := k-1, 0; i >= 0 && n < 8; i, n = i-1, n+1 {
		c := &p.toks[i]
		if p.boundary(i+1) || c.kind == kPunct || c.tense == tStop || c.cls == cAnd || p.word(i, "that") || p.reporting(i) {
			break
		}
		switch c.tense {
		case tNone, tNot, tRun, tRuns, tGoes:
		case tPast:
			if b := p.tok(i - 1); i > 0 && (b.cls == cThe || b.cls == cA) {
				continue // the renovated hall
			}
			return false
		default:
			return false
		}
		if p.anyWord(i, "let", "lets", "make", "makes", "see", "sees", "watch", "watches", "help", "helps", "hear", "hears") {
			return false
		}
	}
	return true
}

// marketReport reports whether token j is the verb of how a market did: stocks
// end lower.
func (p *parser) marketReport(j int) bool {
	return p.anyWord(j+1, "up", "down", "higher", "lower", "flat", "mixed", "unchanged") && p.anyWord(j, "open", "opens", "finish", "finishes", "close", "closes", "end", "ends", "start", "starts")
}

// reporting reports whether token i is a verb of saying, behind which a clause of
// its own begins.
func (p *parser) reporting(i int) bool {
	switch p.tok(i).tense {
	case tPast:
		return p.anyWord(i, "said", "told", "announced", "confirmed", "added", "reported", "warned", "stated", "noted", "claimed", "explained", "insisted", "revealed", "testified", "tweeted", "acknowledged")
	case tPresent:
		return p.word(i, "says")
	}
	return false
}

// isModifier reports whether the word at k cannot stand for a subject.
func isModifier(p *parser, k int) bool {
	return p.anyWord(k, "s", "his", "her", "its", "their", "our", "your", "my", "no", "any", "such", "other", "own", "new", "against", "with", "near", "off", "into", "onto", "as", "than", "not", "like", "via", "per", "inside", "outside", "without", "toward", "towards", "across", "along", "behind", "beside", "despite", "beyond", "under", "upon", "amid", "among", "whose", "these", "those", "are")
}

func isPlural(s string) bool {
	n := len(s)
	return n > 3 && s[n-1] == 's' && s[n-2] != 's' && s[n-2] != 'u' && s[n-2] != 'i'
}

// planned reports whether the sentence around a bare weekday is in the simple
// present by elimination: it is a whole sentence, none of its words is a past
// form or an auxiliary, and one stands where a finite verb can.
func (r *resolver) planned(f *frame) bool {
	p := r.p
	if f.wd == 0 || f.d > 0 || f.y > 0 || f.hasDir || f.ti < r.head {
		return false
	}
	a := f.ti
	for n := 0; a > 0 && !p.boundary(a); a, n = a-1, n+1 {
		if n > reach {
			return false
		}
		if t := &p.toks[a-1]; t.kind == kPunct && (t.num == ':' || t.num == 0x2014) {
			break
		}
	}
	b := f.te
	for n := 0; !p.boundary(b); b, n = b+1, n+1 {
		if n > reach {
			return false
		}
	}
	if end := &p.toks[b-1]; end.kind != kPunct || end.num == ',' || end.num == ':' || end.num == '-' {
		return false
	}
	p.lead = a
	found := false
	for j := a; j < b; j++ {
		t := &p.toks[j]
		if t.kind != kWord || j >= f.ti && j < f.te {
			continue
		}
		switch t.tense {
		case tNone, tNot, tStop, tTo:
		case tRun, tRuns, tGoes:
			found = found || p.timetable(j)
			continue
		default:
			return false
		}
		if t.cls != cNone || t.flags&fCap != 0 || j == a || found || t.tense != tNone {
			continue
		}
		s := p.tok(j - 1)
		comma := s.kind == kPunct && s.num == ','
		if !comma && (s.kind != kWord || s.cls != cNone || s.tense != tNone || isModifier(p, j-1)) {
			continue
		}
		w := p.str(j)
		switch many := !comma && isPlural(p.str(j-1)); {
		case isPlural(w):
			// “Long queues near the docks”: a noun, as its subject would need an article or a name
			found = !many && !nounEnding(w) && (comma || p.subject(a, j-1))
		case many:
			// judges hear the case: a verb and the article of its object
			c := p.cls(j + 1)
			found = (c == cThe || c == cA || p.anyWord(j+1, "its", "their", "his", "her")) && !isModifier(p, j)
		}
	}
	return found
}

// subject reports whether the words from a to k can be a noun phrase in the
// singular: an article or a pronoun opens it, or it is a name.
func (p *parser) subject(a, k int) bool {
	for j, n := k, 0; j >= a && n < 5; j, n = j-1, n+1 {
		t := &p.toks[j]
		if t.kind != kWord {
			return j < k && p.capital(j+1)
		}
		if t.cls == cThe || t.cls == cA || p.anyWord(j, "it", "he", "she", "its", "his", "her", "their", "our") {
			return true
		}
	}
	return p.capital(a) && (k == a || p.capital(k))
}

// nounEnding reports whether a word in -s can hardly be a verb.
func nounEnding(s string) bool {
	for _, e := range [...]string{"ions", "ments", "ists", "ings", "ants", "ians", "ships", "ities", "ors", "ages"} {
		if len(s) > len(e)+1 && s[len(s)-len(e):] == e {
			return true
		}
	}
	if len(s) > 4 && s[len(s)-3:] == "ers" {
		switch s {
		case "enters", "delivers", "offers", "considers", "covers", "answers", "gathers", "registers":
			return false
		}
		return true
	}
	return false
}

// governing is the year that a sentence names apart from a month or a day and
// that holds for it, 0 if there is none. A year before the first verb holds for
// the whole sentence (In 2016 it was …), another one as far as its clause.
func (r *resolver) governing(f *frame, i int) int {
	p := r.p
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		g := &p.frames[k]
		if !r.sameSentence(g.te, f.ti) || p.boundary(f.ti) {
			return 0
		}
		switch {
		case g.op == opRel || g.op == opRef || g.op == opShift || g.op == opFiscal:
			return 0 // the sentence has moved on to another time
		case g.op != opDay || g.y == 0:
			continue
		case g.mo != 0 || g.every != 0 || g.hasDir || g.d2 != 0:
			return 0
		}
		p.lead = g.ti
		if pr := p.prep(g.ti); pr != pIn && pr != pDuring {
			return 0
		}
		fronted := true
		for j, n := g.ti-1, 0; j >= 0 && !p.boundary(j+1); j, n = j-1, n+1 {
			if n > reach {
				return 0
			}
			if p.tensed(j) {
				fronted = false
				break
			}
		}
		p.lead = f.ti
		for j := g.te; j < f.ti; j++ {
			t := &p.toks[j]
			if p.reporting(j) && f.ti-j <= 2 || p.anyWord(j, "but", "while", "whereas", "than", "now", "since") {
				return 0
			}
			if !fronted && (p.tensed(j) || t.kind == kPunct || t.cls == cAnd || p.anyWord(j, "from", "with", "against")) {
				return 0
			}
		}
		if !r.pub.IsZero() && (g.y < r.pub.Year && r.verb(f) > 0 || g.y > r.pub.Year && r.verb(f) < 0) {
			return 0
		}
		return g.y
	}
	return 0
}

// tensed reports whether token i is a verb with a tense, or a part of one.
func (p *parser) tensed(i int) bool {
	t := &p.toks[i]
	if t.kind != kWord || p.fragment(i) || t.cls == cMonth {
		return false
	}
	switch t.tense {
	case tNone, tTo, tStop, tNot, tRun, tRuns:
		return false
	}
	return true
}
