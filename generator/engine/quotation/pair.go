package quotation

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"crosscheck/generator/words"
)

// A pairing walks through the paragraphs with a stack of what is open.
type pairing struct {
	text       string
	paragraphs []words.Span
	quotations []Quotation
	faults     []Fault

	at      int    // the paragraph
	ms      []mark // of it
	strong  []int  // by mark: the next single mark from it on that surely closes
	stack   []open
	pending open // left open by an earlier paragraph, if quotation >= 0
	since   int  // paragraphs ago
	drop    map[int]bool
	unsure  []Fault // faults of single marks, that count only if the text quotes with single marks
	weak    []Fault // those that need more pairs than one to count
	singles int     // pairs of single marks
	angles  int     // pairs of guillemets
	angular []Fault // faults of guillemets, likewise
}

type open struct {
	quotation int // index; -1 for none
	mark      mark
}

// maxDepth is far deeper than anybody quotes.
const maxDepth = 24

// maxRunOn is how many paragraphs later a quotation that no paragraph reopens
// may still close: verses, letters and lines broken by a narrow column.
const maxRunOn = 12

func (p *pairing) run() {
	p.pending.quotation = -1
	p.drop = map[int]bool{}
	for p.at = range p.paragraphs {
		p.paragraph()
	}
	p.abandon()
	if p.singles > 0 {
		p.faults = append(p.faults, p.unsure...)
	}
	if p.singles > 1 {
		p.faults = append(p.faults, p.weak...)
	}
	if p.angles > 0 {
		p.faults = append(p.faults, p.angular...)
	}
	slices.SortStableFunc(p.faults, func(a, b Fault) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Kind, b.Kind)) })
	p.faults = slices.CompactFunc(p.faults, func(a, b Fault) bool { return a.Start == b.Start && a.End == b.End })
	if len(p.drop) > 0 {
		kept := p.quotations[:0]
		for i, q := range p.quotations {
			if !p.drop[i] {
				kept = append(kept, q)
			}
		}
		p.quotations = kept
	}
	nest(p.quotations)
	for i := range p.quotations {
		p.quotations[i].Saying = -1
	}
}

// nest sorts the quotations and counts their depth.
func nest(qs []Quotation) {
	slices.SortStableFunc(qs, func(a, b Quotation) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	var ends []int
	for i := range qs {
		for len(ends) > 0 && ends[len(ends)-1] <= qs[i].Start {
			ends = ends[:len(ends)-1]
		}
		if len(ends) > 0 && qs[i].End > ends[len(ends)-1] { // never crosses what holds it
			qs[i].End = ends[len(ends)-1]
			qs[i].Inner.End = min(qs[i].Inner.End, qs[i].End)
		}
		qs[i].Depth = len(ends)
		ends = append(ends, qs[i].End)
	}
}

func (p *pairing) paragraph() {
	span := p.paragraphs[p.at]
	p.ms = marks(p.text, span)
	if p.pending.quotation >= 0 {
		if p.since++; p.since > maxRunOn {
			p.abandon()
		}
	}
	if len(p.ms) == 0 || strings.IndexFunc(p.text[span.Start:span.End], func(r rune) bool { return isLetter(r) || isDigit(r) }) < 0 {
		return // ditto marks, rules
	}
	p.foresee()
	for i := range p.ms {
		m := &p.ms[i]
		if m.dead {
			continue
		}
		switch m.family {
		case Double:
			p.double(i)
		case Single:
			p.single(i)
		default:
			p.angle(m)
		}
	}
	p.leave()
}

// foresee notes for each mark the next single mark, before one that opens, that
// surely closes.
func (p *pairing) foresee() {
	p.strong = slices.Grow(p.strong[:0], len(p.ms)+1)[:len(p.ms)+1]
	next := -1
	p.strong[len(p.ms)] = -1
	for i := len(p.ms) - 1; i >= 0; i-- {
		m := &p.ms[i]
		if m.family == Single && !m.dead {
			switch m.position() {
			case closes, adrift:
				if !mayBeApostrophe(p.text, m) || m.after != blank || m.next == 0 {
					next = i
				}
			case opens:
				next = -1
			}
		}
		p.strong[i] = next
	}
}

// top returns the innermost open quotation of a family, its place in the stack.
func (p *pairing) top(f Family) int {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].mark.family == f {
			return i
		}
	}
	return -1
}

func (p *pairing) push(m *mark) {
	if len(p.stack) == maxDepth {
		return
	}
	p.stack = append(p.stack, open{len(p.quotations), *m})
	p.quotations = append(p.quotations, Quotation{
		Start: m.start, End: p.paragraphs[p.at].End, Inner: words.Span{Start: m.end, End: p.paragraphs[p.at].End}, Family: m.family,
		Continued: p.continued(m),
	})
}

// continued reports whether a mark opens a paragraph anew in which the
// quotation of the one before goes on.
func (p *pairing) continued(m *mark) bool {
	if len(p.stack) > 0 || len(p.quotations) == 0 || !p.heads(p.at, m) {
		return false
	}
	for i := len(p.quotations) - 1; i >= 0; i-- {
		q := &p.quotations[i]
		if q.Continues && q.End == p.paragraphs[p.at-1].End {
			return q.Family == m.family
		}
		if q.Start < p.paragraphs[max(0, p.at-1)].Start {
			break
		}
	}
	return false
}

// heads reports whether nothing but white space stands before a mark in its
// paragraph.
func (p *pairing) heads(at int, m *mark) bool {
	return at > 0 && strings.TrimSpace(p.text[p.paragraphs[at].Start:m.start]) == ""
}

// pop closes the open quotation at place k of the stack with mark m. What was
// opened inside it and is still open never closes.
func (p *pairing) pop(k int, m *mark) {
	for i := len(p.stack) - 1; i > k; i-- {
		p.unclosed(p.stack[i], words.Span{Start: p.stack[i].mark.start, End: m.start}, false)
	}
	o := p.stack[k]
	p.stack = p.stack[:k]
	m.closed = true
	q := &p.quotations[o.quotation]
	q.Inner.End, q.End, q.Closed = max(m.start, q.Inner.Start), m.end, true
	switch o.mark.family {
	case Single:
		p.singles++
	case Guillemet, SingleGuillemet:
		p.angles++
	}
	context := words.Span{Start: q.Start, End: q.End}
	if o.mark.straight != m.straight && m.family <= Single {
		p.fault(Mixed, m, context)
	}
	if m.shape == opening && !m.straight && !o.mark.low && o.mark.shape != closing && m.family <= Single {
		p.fault(Reversed, m, context)
	}
	// A blank on one side only: on both it is a way of setting.
	if ahead, behind := o.mark.next == ' ', m.prev == ' '; m.family <= Single && ahead != behind {
		if ahead {
			p.fault(Stray, &o.mark, context)
		} else if m.shape != opening {
			p.fault(Stray, m, context)
		}
	}
}

func (p *pairing) fault(k FaultKind, m *mark, context words.Span) {
	p.faults = append(p.faults, Fault{k, m.start, m.end, context})
}

// unclosed notes that a quotation never closes. Single marks and guillemets are
// too often something else to be sure of it; sure says that the text tells.
func (p *pairing) unclosed(o open, context words.Span, sure bool) {
	q := &p.quotations[o.quotation]
	sure = sure || o.mark.family == Single && o.mark.shape == opening && !o.mark.straight && (o.mark.next == '‘' || p.saidInside(context))
	q.End = max(context.End, o.mark.end)
	q.Inner.End = max(q.End, q.Inner.Start)
	f := Fault{Unclosed, o.mark.start, o.mark.end, words.Span{Start: o.mark.start, End: q.End}}
	switch o.mark.family {
	case Double:
		p.faults = append(p.faults, f)
	case Single:
		// Straight, it is more likely an apostrophe; before a small letter too.
		if sure || !o.mark.straight && o.mark.shape == opening && unicode.IsUpper(o.mark.next) && p.beginsSpeech(&o.mark) && severalWords(p.text[f.Context.Start:f.Context.End]) {
			if sure {
				p.faults = append(p.faults, f)
			} else {
				p.unsure = append(p.unsure, f)
			}
			break
		}
		p.drop[o.quotation] = true
		if !o.mark.straight && o.mark.shape == opening && isLetter(o.mark.next) && !unicode.IsUpper(o.mark.next) && !mayBeElision(p.text[o.mark.end:]) {
			f.Context.End = f.End // where it would end cannot be told
			p.weak = append(p.weak, f)
		}
	default:
		p.angular = append(p.angular, f)
		p.drop[o.quotation] = true
	}
}

// beginsSpeech reports whether a mark stands where a sentence begins; inside one
// it may be a letter of a name: ‘Abd, ‘Ali.
func (p *pairing) beginsSpeech(m *mark) bool {
	from := p.paragraphs[p.at].Start
	if m.start < from {
		return true // an earlier paragraph's, and it was sure then
	}
	before := strings.TrimRightFunc(p.text[from:m.start], isBlank)
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".,:!?")
}

// severalWords reports whether a stretch holds more than three words.
func severalWords(text string) bool {
	return strings.Count(strings.Trim(text[:min(len(text), 200)], " "), " ") > 2
}

// unopened notes a mark that closes nothing; the quotation that an earlier
// paragraph left open may be what it closes.
func (p *pairing) unopened(m *mark, sure bool) {
	if p.pending.quotation >= 0 && p.pending.mark.family == m.family {
		q := &p.quotations[p.pending.quotation]
		q.Inner.End, q.End, q.Closed = m.start, m.end, true
		p.pending.quotation = -1
		return
	}
	f := Fault{Unopened, m.start, m.end, words.Span{Start: m.start, End: m.end}}
	switch {
	case m.family == Double:
		p.faults = append(p.faults, f)
	case m.family == Single && sure:
		p.unsure = append(p.unsure, f)
	case m.family == Single:
		p.weak = append(p.weak, f)
	case m.family > Single:
		p.angular = append(p.angular, f)
	}
}

// abandon gives up on what an earlier paragraph left open.
func (p *pairing) abandon() {
	if p.pending.quotation < 0 {
		return
	}
	o := p.pending
	p.pending.quotation = -1
	q := p.quotations[o.quotation]
	p.unclosed(o, words.Span{Start: q.Start, End: q.End}, p.told(words.Span{Start: q.Start, End: q.End}))
}

func (p *pairing) double(i int) {
	m := &p.ms[i]
	k := p.top(Double)
	inches := m.shape != opening && isDigit(m.prev)
	place := m.position()
	if k < 0 && m.straight && isLetter(m.prev) && isLetter(m.next) && !p.closedLater(i) {
		return // an abbreviation in Hebrew, a slip
	}
	switch {
	case k < 0:
		switch {
		case inches:
			return
		case m.shape == opening, m.straight && (place != closes || m.after == dash && p.onlyCloses(i)), place == opens && p.closedLater(i):
			p.begin(m)
		case place == adrift && m.shape != opening && p.closedLater(i):
			p.begin(m)
		default:
			p.unopened(m, true)
		}
	case p.stack[k].mark.low && m.shape == opening && !m.low && place != opens: // „ … “
		p.pop(k, m)
	case m.shape == closing:
		if inches && p.onlyCloses(i) {
			return
		}
		p.pop(k, m)
	case m.shape == opening:
		if place == closes || place == adrift || place == tight && m.before == stop || place == opens && p.turned(m) {
			p.pop(k, m)
			return
		}
		p.begin(m)
	default: // straight
		switch {
		case inches && p.onlyCloses(i):
			return
		case place == opens && p.turned(m):
			p.pop(k, m)
		case place == opens && p.stack[k].mark.straight: // opened again: the first never closes
			p.reopened(k, m)
			p.begin(m)
		case place == opens:
			p.begin(m)
		default:
			p.pop(k, m)
		}
	}
}

// begin opens a quotation with a double mark; what an earlier paragraph left
// open never closes then.
func (p *pairing) begin(m *mark) {
	if p.pending.quotation >= 0 && p.pending.mark.family == m.family {
		p.abandon()
	}
	p.push(m)
}

// reopened gives up on the quotation at place k of the stack, since m opens
// another.
func (p *pairing) reopened(k int, m *mark) {
	for i := len(p.stack) - 1; i >= k; i-- {
		p.unclosed(p.stack[i], words.Span{Start: p.stack[i].mark.start, End: m.start}, true)
	}
	p.stack = p.stack[:k]
}

// closedLater reports whether a double mark that can only close follows mark i.
func (p *pairing) closedLater(i int) bool {
	for j := i + 1; j < len(p.ms); j++ {
		m := &p.ms[j]
		if m.family == Double && !m.dead {
			return m.position() == closes || m.position() == adrift
		}
	}
	return false
}

// onlyCloses reports whether the next double mark can only close, and not for
// inches: then mark i has not closed yet.
func (p *pairing) onlyCloses(i int) bool {
	for j := i + 1; j < len(p.ms); j++ {
		m := &p.ms[j]
		if m.family == Double && !m.dead {
			return m.position() == closes && !isDigit(m.prev)
		}
	}
	return false
}

// turned reports whether a mark in the place of an opening one closes after
// all: it follows a comma, and he said or said the mayor follows it.
func (p *pairing) turned(m *mark) bool {
	before := strings.TrimRightFunc(p.text[p.paragraphs[p.at].Start:m.start], isBlank)
	if !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, "!") && !strings.HasSuffix(before, "?") {
		return false
	}
	return saysWho(p.text[m.end:min(m.end+80, p.paragraphs[p.at].End)])
}

func (p *pairing) single(i int) {
	m := &p.ms[i]
	k := p.top(Single)
	place := m.position()
	weak := mayBeApostrophe(p.text, m)
	if k < 0 {
		switch {
		case m.shape == opening && place != closes:
			p.push(m)
		case m.straight && place == opens:
			p.push(m)
		case m.shape == closing && place == opens && p.strong[i+1] >= 0:
			p.push(m)
		case place == opens || weak || m.shape == opening || isDigit(m.prev): // an apostrophe, feet
		case place == closes:
			p.unopened(m, m.before == stop || i > 0 && p.ms[i-1].end == m.start && p.ms[i-1].closed)
		}
		return
	}
	switch {
	case m.shape == opening && place == opens && !p.turned(m):
		p.push(m)
	case place == opens && m.shape != opening:
		if p.turned(m) {
			p.pop(k, m)
		} else if p.strong[i+1] >= 0 && m.straight && !p.stack[k].mark.straight {
			p.push(m)
		} // else an apostrophe: ’Merican
	case weak && m.after == blank && m.next != 0 && p.strong[i+1] >= 0: // the boys’ club
	case isDigit(m.prev) && m.straight && p.strong[i+1] >= 0: // feet
	case k < len(p.stack)-1 && m.before != stop: // a double mark is open inside: an apostrophe
	default:
		p.pop(k, m)
	}
}

func (p *pairing) angle(m *mark) {
	k := p.top(m.family)
	switch {
	case k < 0 && (m.shape == opening || m.position() == opens):
		p.push(m)
	case k < 0:
		p.unopened(m, true)
	case m.shape == p.stack[k].mark.shape:
		p.push(m)
	default:
		p.pop(k, m)
	}
}

// leave settles what is still open at the end of a paragraph.
func (p *pairing) leave() {
	if len(p.stack) == 0 {
		return
	}
	span := p.paragraphs[p.at]
	first := -1 // the outermost that may go on
	for i, o := range p.stack {
		if o.mark.family != Single || p.goesOn(o) || p.told(words.Span{Start: o.mark.start, End: span.End}) {
			first = i
			break
		}
	}
	for i := len(p.stack) - 1; i >= 0; i-- {
		if i != first {
			p.unclosed(p.stack[i], words.Span{Start: p.stack[i].mark.start, End: span.End}, false)
		}
	}
	if first >= 0 {
		o := p.stack[first]
		q := &p.quotations[o.quotation]
		q.End, q.Inner.End = span.End, max(span.End, q.Inner.Start)
		switch inner := p.openedAgain(o); {
		case p.goesOn(o) && !p.told(words.Span{Start: o.mark.start, End: span.End}):
			q.Continues = true
		case inner >= 0:
			p.unclosed(o, words.Span{Start: o.mark.start, End: p.quotations[inner].Start}, true)
		default:
			p.abandon()
			p.pending, p.since = o, 0
		}
	}
	p.stack = p.stack[:0]
}

// openedAgain returns the first quotation of the same family inside one that is
// still open, -1 if there is none: rather than nested, it was opened anew.
func (p *pairing) openedAgain(o open) int {
	for i := o.quotation + 1; i < len(p.quotations); i++ {
		if q := &p.quotations[i]; q.Family == o.mark.family && q.Closed && !p.drop[i] {
			return i
		}
	}
	return -1
}

// goesOn reports whether the next paragraph opens the quotation anew.
func (p *pairing) goesOn(o open) bool {
	if p.at+1 >= len(p.paragraphs) {
		return false
	}
	span := p.paragraphs[p.at+1]
	next := strings.TrimLeftFunc(p.text[span.Start:span.End], isBlank)
	head := words.Span{Start: span.End - len(next), End: span.End}
	head.End = min(head.End, head.Start+16)
	for !validEnd(p.text, head.End, span.End) {
		head.End++
	}
	ms := marks(p.text, head)
	return len(ms) > 0 && ms[0].start == head.Start && ms[0].family == o.mark.family && !ms[0].dead && ms[0].position() == opens
}

// validEnd reports whether a letter ends at that byte.
func validEnd(text string, at, end int) bool {
	return at >= end || text[at]&0xC0 != 0x80
}

// saidInside reports whether a comma and he said, said the mayor or the like
// stand near the beginning of a stretch.
func (p *pairing) saidInside(s words.Span) bool {
	text := p.text[s.Start:min(s.End, s.Start+400)]
	for range 8 {
		_, rest, ok := strings.Cut(text, ", ")
		if !ok {
			return false
		}
		if saysWho(rest) {
			return true
		}
		text = rest
	}
	return false
}

// told reports whether a stretch that was opened as a quotation ends in he said
// or the like: then the closing mark is missing before it.
func (p *pairing) told(s words.Span) bool {
	text := strings.TrimRight(p.text[s.Start:s.End], " .\t")
	i := strings.LastIndexAny(text, ",?!")
	if i < 0 || len(text)-i > 60 {
		return false
	}
	return saysWho(text[i+1:])
}
