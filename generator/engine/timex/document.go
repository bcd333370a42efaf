package timex

// This file reads off the document as a whole: headline, dateline, order of figures, shared years.

import (
	"strings"
	"time"
)

// findHeadline takes a short first paragraph, or a first line before a capital,
// without a full stop for one.
func (r *resolver) findHeadline() {
	toks := r.p.toks
	for i := 1; i < len(toks) && i < 30; i++ {
		if i < 16 && toks[i].flags&fCap != 0 && strings.IndexByte(r.p.text[toks[i-1].end:toks[i].start], '\n') >= 0 {
			if n := toks[i-1].num; toks[i-1].kind != kPunct || n != '.' && n != ',' {
				r.head = i
				return
			}
		}
		if toks[i].flags&fPar != 0 {
			if toks[i].kind != kEnd && toks[i-1].num != '.' {
				r.head = i
			}
			return
		}
	}
}

// dateline reports whether an expression dates the text itself.
func (r *resolver) dateline(f *frame) bool {
	if f.op != opDay || f.d == 0 && f.wd == 0 {
		return false
	}
	p := r.p
	p.lead = f.ti
	i := f.ti
	for ; i > 0 && f.ti-i < 14 && p.toks[i].flags&fPar == 0; i-- {
	}
	if i > 0 && p.toks[i].flags&fPar == 0 && !p.stamped(f.ti) {
		return false
	}
	after := p.tok(f.te)
	alone := after.flags&fPar != 0
	if i == f.ti {
		return f.d > 0 && (alone || f.y > 0 && (p.word(f.te, "last") && p.anyWord(f.te+1, "updated", "modified") || p.is(f.te, '|') || p.is(f.te, '•') || p.is(f.te, '·')))
	}
	if f.d > 0 && p.stamped(f.ti) {
		return true
	}
	bracket := p.is(f.ti-1, '(') && p.is(f.te, ')') && p.hyphen(f.te+1)
	if bracket || p.is(f.ti-1, '|') && alone {
		return p.capitals(i, f.ti)
	}
	mark := after.kind == kPunct && (after.num == '(' || after.num == '—' || after.num == '–' || after.num == '-' || after.num == ':') ||
		after.num == '.' && p.hyphen(f.te+1)
	if !mark || !p.is(f.ti-1, ',') && !p.is(f.ti-1, ')') && !p.is(f.ti-1, '—') && !p.is(f.ti-1, '-') && !p.is(f.ti-1, '.') {
		return false
	}
	return p.capitals(i, f.ti)
}

// capitals reports whether all words from a to b begin with one.
func (p *parser) capitals(a, b int) bool {
	for k := a; k < b; k++ {
		if t := &p.toks[k]; t.kind == kWord && t.flags&fCap == 0 {
			return false
		}
	}
	return true
}

// stamped reports whether Published: or its like stands before token i.
func (p *parser) stamped(i int) bool {
	k := i - 1
	for k > 0 && i-k < 4 && (p.is(k, ':') || p.is(k, '|') || p.hyphen(k) || p.word(k, "on") || p.word(k, "date")) {
		k--
	}
	if p.anyWord(k, "published", "publish", "updated", "posted", "dated", "modified") && k >= 0 {
		return p.anyWord(k-1, "first", "last") || p.toks[k].flags&fCap != 0 && p.sentenceStart(k) || p.toks[k].flags&fPar != 0
	}
	return p.word(i-1, "date") && !p.seen(i-2)
}

// learnOrder decides how dates in figures are read in this document.
func (r *resolver) learnOrder() {
	switch r.p.opt.Order {
	case DayFirst:
		r.order, r.orderWhy = DayFirst, ReasonDayFirst
		return
	case MonthFirst:
		r.order, r.orderWhy = MonthFirst, ReasonMonthFirst
		return
	}
	day, month := 0, 0
	for i := range r.p.frames {
		f := &r.p.frames[i]
		if !f.numeric || f.mo2 != 0 || f.order == OrderUnknown {
			continue
		}
		if f.order == DayFirst {
			day++
		} else {
			month++
		}
	}
	switch {
	case day > month:
		r.order, r.orderWhy = DayFirst, ReasonDayFirst
		return
	case month > day:
		r.order, r.orderWhy = MonthFirst, ReasonMonthFirst
		return
	}
	l := r.p.opt.Language
	if len(l) <= 2 && r.p.english {
		// Who writes 3 March will hardly mean the 4th of May by 05/04. No proof, though:
		// the date stays ambiguous.
		switch british, american := r.writtenOrder(); {
		case british > 0 && american == 0:
			r.order, r.orderWhy = DayFirst, ReasonDayDefault
			return
		case american > 0 && british == 0:
			r.order, r.orderWhy = MonthFirst, ReasonMonthDefault
			return
		}
	}
	if l == "" || len(l) == 5 && (foldEqual(l[3:], "us") || foldEqual(l[3:], "ph")) || len(l) == 2 && r.p.english {
		r.order, r.orderWhy = MonthFirst, ReasonMonthDefault
		return
	}
	r.order, r.orderWhy = DayFirst, ReasonDayDefault
}

// writtenOrder counts the dates in words of either order: 3 March, March 3.
func (r *resolver) writtenOrder() (british, american int) {
	for i := range r.p.frames {
		f := &r.p.frames[i]
		if f.op != opDay || f.d == 0 || f.mo == 0 || f.numeric || f.name || f.te <= f.ti {
			continue
		}
		day := false
		for k := f.ti; k < f.te; k++ {
			t := &r.p.toks[k]
			day = day || t.kind == kNum
			if t.kind != kWord || t.cls != cMonth {
				continue
			}
			if day {
				british++
			} else {
				american++
			}
			break
		}
	}
	return british, american
}

// shareYears gives a date without a year the year of the date it is joined to:
// between April and June 2008; July 16 and 18, 2021.
func (r *resolver) shareYears() {
	fs := r.p.frames
	for i := len(fs) - 2; i >= 0; i-- {
		f, g := &fs[i], &fs[i+1]
		if f.op != opDay || g.op != opDay || f.y != 0 || g.y == 0 || f.mo == 0 || g.mo == 0 || f.hasDir || (f.d > 0) != (g.d > 0) {
			continue
		}
		if !r.joined(f.te, g.ti) {
			continue
		}
		f.y = g.y
		if f.mo > g.mo {
			f.y--
		}
		if f.d > 0 && !validDay(f.y, f.mo, f.d) {
			f.y = 0
			continue
		}
		f.shared = true
	}
}

// findHistory tells a text about years gone by from news: it writes years, and
// hardly ever counts from its own day. In it a month or day without a year is one
// of the year last spoken of.
func (r *resolver) findHistory() {
	years, here := 0, 0
	for i := range r.p.frames {
		switch f := &r.p.frames[i]; {
		case f.op == opDay && f.y > 0 && f.y < r.pub.Year:
			years++
		case f.op == opNamed, f.op == opRel && f.u < uYear, f.op == opDay && f.wd > 0 && f.d == 0 && f.y == 0:
			here++
		}
	}
	r.history = years >= 4 && here*8 < years
}

// storyYear is the year last spoken of in a text about years gone by, 0 in any
// other text.
func (r *resolver) storyYear(f *frame) int {
	if !r.history || r.pub.IsZero() || r.year == 0 || r.year >= r.pub.Year || f.ti < r.head || r.verb(f) > 0 {
		return 0
	}
	if f.mo > 0 { // what lies close to the publication may be news all the same
		for y := r.pub.Year - 1; y <= r.pub.Year+1; y++ {
			d := f.d
			if d == 0 {
				d = 15
			}
			if n := (Day{y, time.Month(f.mo), min(d, daysIn(y, time.Month(f.mo)))}).Sub(r.pub); n > -32 && n < 32 {
				return 0
			}
		}
	}
	return r.year
}

// joined reports whether only and, to, a comma or a dash stands between two tokens.
func (r *resolver) joined(a, b int) bool {
	if b-a > 3 || b-a < 1 {
		return false
	}
	r.p.lead = a
	for k := a; k < b; k++ {
		t := &r.p.toks[k]
		if t.flags&fPar != 0 {
			return false
		}
		switch {
		case t.kind == kPunct && (t.num == ',' || r.p.hyphen(k) || t.num == '/' || t.num == '&'):
		case t.kind == kWord && (t.cls == cAnd || t.cls == cPrep && t.val == pUntil || t.cls == cThe):
		default:
			return false
		}
	}
	return r.p.toks[b].flags&fPar == 0
}
