package quote

import (
	"cmp"
	"slices"
	"strings"

	"crosscheck/generator/words"
)

const (
	maxParts    = 64   // of an elided quote; one with more is not found
	maxReadings = 1000 // of an elided quote; there is no 1001st
)

// Find looks for a quote; see the package comment for the steps of the search.
//
// Of an elided quote with several parts, a reading is a place for each part, in
// order and not overlapping. Only the tightest readings count: those in which
// no other reading lies. Places that cut a word where the quote's part begins
// or ends with a whole one are tried only if there is no reading without them,
// and a reading that is far apart counts only if all are. What is left may
// still be several readings, or one whose inner part stands twice between its
// ends: then the quote is ambiguous.
func (t *Text) Find(q Query) Result {
	r := t.Locate(q)
	if r.Match != None {
		return r
	}
	if q.Prefix == "" && q.Suffix == "" {
		r.Nearest = t.nearest(q.Quote, split(q.Quote))
		return r
	}
	bare := t.Find(Query{Quote: q.Quote})
	if bare.Match != None {
		r.Unfit = bare.Readings
		r.Nearest = t.beside(q, bare)
	} else {
		r.Nearest = bare.Nearest
	}
	return r
}

// Locate is Find for those who do not ask what comes nearest to a quote that is
// not there, which takes longer than to see that it is not: Nearest and Unfit
// stay empty.
func (t *Text) Locate(q Query) Result {
	n, ok := newNeedle(q.Prefix, q.Quote, q.Suffix)
	if ok {
		if places := t.places(n); len(places) > 0 {
			return t.choose(q, t.whole(n, places))
		}
	}
	parts := split(q.Quote)
	if len(parts) > 1 || len(parts) == 1 && parts[0] != (words.Span{Start: 0, End: len(q.Quote)}) {
		if found := t.elided(q, parts); len(found.readings) > 0 {
			return t.choose(q, found)
		}
	}
	return Result{Match: None}
}

// found holds the readings of one step of the search.
type found struct {
	readings []Reading
	exact    []bool // by reading
	whole    bool
	disorder bool
}

// whole turns places into readings of a single part.
func (t *Text) whole(n needle, places []words.Span) found {
	f := found{whole: true, readings: make([]Reading, 0, len(places)), exact: make([]bool, 0, len(places))}
	var soft []int // readings that have the white space at the quote's ends, too
	spans := make([]words.Span, len(places))
	for i, p := range places {
		s, exact := t.span(n, p)
		if !exact && n.soft {
			var kept bool
			if s, kept = t.withBlanks(n, s); kept {
				soft = append(soft, i)
			}
		} else if n.soft {
			soft = append(soft, i)
		}
		spans[i] = s
		f.readings = append(f.readings, spans[i:i+1:i+1])
		f.exact = append(f.exact, exact)
	}
	if len(soft) > 0 && len(soft) < len(places) {
		readings, exact := f.readings, f.exact
		f.readings, f.exact = nil, nil
		for _, i := range soft {
			f.readings, f.exact = append(f.readings, readings[i]), append(f.exact, exact[i])
		}
	}
	return f
}

// withBlanks widens s by the white space that the part as written has at its
// ends, and reports whether the text has white space at each of them.
func (t *Text) withBlanks(n needle, s words.Span) (words.Span, bool) {
	head := len(n.raw) - len(strings.TrimLeft(n.raw, blanks))
	tail := len(n.raw) - len(strings.TrimRight(n.raw, blanks))
	wide := s
	if head > 0 {
		if !endsBlank(t.text[:s.Start]) {
			return s, false
		}
		wide.Start = len(strings.TrimRight(t.text[:s.Start], blanks))
		if strings.HasSuffix(t.text[:s.Start], n.raw[:head]) {
			wide.Start = s.Start - head
		}
	}
	if tail > 0 {
		if !startsBlank(t.text[s.End:]) {
			return s, false
		}
		wide.End = len(t.text) - len(strings.TrimLeft(t.text[s.End:], blanks))
		if strings.HasPrefix(t.text[s.End:], n.raw[len(n.raw)-tail:]) {
			wide.End = s.End + tail
		}
	}
	return wide, true
}

const blanks = invisible + " \t\n\v\f\r\x1c\x1d\x1e\x1f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"

// choose makes the answer from what a step of the search found, which is at
// least one reading.
func (t *Text) choose(q Query, f found) Result {
	if q.Occurrence > len(f.readings) || q.Occurrence < 0 {
		r := Result{Match: None, Unfit: f.readings}
		last := f.readings[len(f.readings)-1]
		from, to := last.bounds()
		r.Nearest = &Nearest{Start: from, End: to, Score: 1, Parts: last}
		return r
	}
	if q.Occurrence > 0 {
		f.readings, f.exact = f.readings[q.Occurrence-1:q.Occurrence], f.exact[q.Occurrence-1:q.Occurrence]
	}
	r := Result{Readings: f.readings, Whole: f.whole}
	if len(f.readings) > 1 {
		r.Match = Ambiguous
		r.Passages = make([]words.Span, 0, len(f.readings)*len(f.readings[0]))
		for _, reading := range f.readings {
			r.Passages = append(r.Passages, reading...)
		}
		return r
	}
	r.Passages = f.readings[0]
	switch {
	case !f.whole:
		r.Match = Elided
	case f.exact[0]:
		r.Match = Exact
	default:
		r.Match = Normalized
	}
	for _, p := range r.Passages {
		r.Inside = r.Inside || Inside(t.text, p.Start) || Inside(t.text, p.End)
	}
	r.Doubts = t.doubts(r.Passages, f.disorder)
	return r
}

func (r Reading) bounds() (from, to int) {
	from, to = r[0].Start, r[0].End
	for _, s := range r[1:] {
		from, to = min(from, s.Start), max(to, s.End)
	}
	return from, to
}

// split returns the parts of a quote between its elision marks, without the
// white space at their ends; empty parts are left out. A quote without marks is
// one part.
func split(quote string) []words.Span {
	var parts []words.Span
	add := func(from, to int) {
		from += len(quote[from:to]) - len(strings.TrimLeft(quote[from:to], blanks))
		to = from + len(strings.TrimRight(quote[from:to], blanks))
		if from < to {
			parts = append(parts, words.Span{Start: from, End: to})
		}
	}
	from, marks := 0, 0
	for i := 0; i < len(quote); {
		n := ellipsis(quote[i:])
		if n == 0 {
			i++
			continue
		}
		start, end := i, i+n
		before := strings.TrimRight(quote[from:start], blanks)
		after := strings.TrimLeft(quote[end:], blanks)
		if before != "" && after != "" {
			open, shut := before[len(before)-1], after[0]
			if open == '[' && shut == ']' || open == '(' && shut == ')' {
				start = from + len(before) - 1
				end = len(quote) - len(after) + 1
			}
		}
		add(from, start)
		from, i = end, end
		marks++
	}
	if marks == 0 {
		return []words.Span{{Start: 0, End: len(quote)}}
	}
	add(from, len(quote))
	return parts
}

// ellipsis returns the length of the run of stops and ellipsis characters at
// the head of s if it makes an elision mark, else 0.
func ellipsis(s string) int {
	const mark = "…"
	if s[0] != '.' && s[0] != mark[0] {
		return 0
	}
	i, stops := 0, 0
	for i < len(s) {
		if s[i] == '.' {
			i++
			stops++
		} else if strings.HasPrefix(s[i:], mark) {
			i += len(mark)
			stops += 3
		} else {
			break
		}
	}
	if stops < 3 {
		return 0
	}
	return i
}

// elided looks for a quote part by part.
func (t *Text) elided(q Query, parts []words.Span) found {
	if len(parts) == 0 || len(parts) > maxParts {
		return found{}
	}
	if needles, ok := t.joined(q, parts); ok {
		if f := t.inOrder(needles); len(f.readings) > 0 {
			return f
		}
	}
	needles, ok := makeNeedles(q, parts)
	if !ok {
		return found{}
	}
	if f := t.inOrder(needles); len(f.readings) > 0 {
		return f
	}
	return t.outOfOrder(needles)
}

// joined takes each mark as the text's own where the text has it between the
// parts beside it: it returns longer parts, or false if that changes nothing.
func (t *Text) joined(q Query, parts []words.Span) ([]needle, bool) {
	var longer []words.Span
	for i := 0; i < len(parts); {
		last := i
		for k := i + 1; k < len(parts); k++ {
			n, ok := newNeedle("", q.Quote[parts[i].Start:parts[k].End], "")
			if !ok || !strings.Contains(t.folded.Text, n.text) {
				break
			}
			last = k
		}
		longer = append(longer, words.Span{Start: parts[i].Start, End: parts[last].End})
		i = last + 1
	}
	if len(longer) == len(parts) {
		return nil, false
	}
	return makeNeedles(q, longer)
}

func makeNeedles(q Query, parts []words.Span) ([]needle, bool) {
	needles := make([]needle, len(parts))
	for i, p := range parts {
		prefix, suffix := "", ""
		if i == 0 {
			prefix = q.Prefix
		}
		if i == len(parts)-1 {
			suffix = q.Suffix
		}
		var ok bool
		if needles[i], ok = newNeedle(prefix, q.Quote[p.Start:p.End], suffix); !ok {
			return nil, false
		}
	}
	return needles, true
}

// inOrder returns the tightest readings in which the parts stand in order.
func (t *Text) inOrder(needles []needle) found {
	places := t.allPlaces(needles)
	if places == nil {
		return found{}
	}
	f := found{}
	if len(needles) == 1 {
		f.readings = make([]Reading, 0, len(places[0]))
		for _, p := range places[0] {
			f.add(t, needles, []words.Span{p})
		}
		return f
	}
	tight := tightest(t.wholeWords(needles, places))
	if len(tight) == 0 {
		tight = tightest(places)
	}
	for _, reading := range tight {
		f.add(t, needles, reading)
	}
	return t.nearby(f)
}

func (f *found) add(t *Text, needles []needle, places []words.Span) {
	reading := make(Reading, len(places))
	for i, p := range places {
		reading[i], _ = t.span(needles[i], p)
	}
	f.readings, f.exact = append(f.readings, reading), append(f.exact, false)
}

// nearby drops the readings that are far apart, if any is not.
func (t *Text) nearby(f found) found {
	near := func(r Reading) bool {
		for i := 1; i < len(r); i++ {
			if t.farApart(r[i-1].End, r[i].Start) {
				return false
			}
		}
		return true
	}
	if len(f.readings) < 2 || !slices.ContainsFunc(f.readings, near) {
		return f
	}
	f.readings = slices.DeleteFunc(f.readings, func(r Reading) bool { return !near(r) })
	f.exact = f.exact[:len(f.readings)]
	return f
}

// allPlaces returns the places of each part, nil if one has none.
func (t *Text) allPlaces(needles []needle) [][]words.Span {
	all := make([][]words.Span, len(needles))
	seen := map[needle]int{}
	for i, n := range needles {
		if k, ok := seen[n]; ok {
			all[i] = all[k]
			continue
		}
		if all[i] = t.places(n); len(all[i]) == 0 {
			return nil
		}
		seen[n] = i
	}
	return all
}

// wholeWords leaves out the places that cut a word where the part does not
// itself begin or end within one. All is left unchanged.
func (t *Text) wholeWords(needles []needle, all [][]words.Span) [][]words.Span {
	whole := make([][]words.Span, len(all))
	for i := range all {
		if i > 0 && &all[i][0] == &all[i-1][0] { // the same part again
			whole[i] = whole[i-1]
			continue
		}
		for _, p := range all[i] {
			if !Inside(t.folded.Text, p.Start) && !Inside(t.folded.Text, p.End) {
				whole[i] = append(whole[i], p)
			}
		}
	}
	return whole
}

// tightest returns the readings of parts with these places that contain no
// other, in order. Where an inner part has several places between the ends of
// a reading, the reading comes with all inner parts as early as they can be and
// again as late.
//
// For each place of the last part it takes the latest places of the others
// that leave them in order, as in the search for minimal windows; that is
// linear in the number of places.
func tightest(places [][]words.Span) [][]words.Span {
	// from[i] is where the reading that ends in the i-th place of the part at
	// hand begins: an index into places[0]; -1 if there is none.
	from := make([]int, len(places[0]))
	for i := range from {
		from[i] = i
	}
	for k := 1; k < len(places); k++ {
		next := make([]int, len(places[k]))
		p := -1
		for i, place := range places[k] {
			for p+1 < len(places[k-1]) && places[k-1][p+1].End <= place.Start {
				p++
			}
			if next[i] = -1; p >= 0 {
				next[i] = from[p]
			}
		}
		from = next
	}
	var tight [][]words.Span
	last := -1
	for i, end := range places[len(places)-1] {
		if from[i] < 0 || from[i] == last {
			continue // contains the reading before it
		}
		if len(tight) >= maxReadings {
			break
		}
		last = from[i]
		early, late := between(places, places[0][last], end)
		tight = append(tight, early)
		if !slices.Equal(early, late) {
			tight = append(tight, late)
		}
	}
	return tight
}

// between returns the earliest and the latest places of the inner parts
// between first and last. There is at least one choice.
func between(places [][]words.Span, first, last words.Span) (early, late []words.Span) {
	n := len(places)
	early, late = make([]words.Span, n), make([]words.Span, n)
	early[0], late[0] = first, first
	early[n-1], late[n-1] = last, last
	at := func(p []words.Span, start int) int { // first place that begins at start or later
		i, _ := slices.BinarySearchFunc(p, start, func(s words.Span, start int) int { return cmp.Compare(s.Start, start) })
		return i
	}
	for k := 1; k < n-1; k++ {
		early[k] = places[k][at(places[k], early[k-1].End)]
	}
	for k := n - 2; k > 0; k-- {
		size := places[k][0].End - places[k][0].Start // all places of a part are of one length
		late[k] = places[k][at(places[k], late[k+1].Start-size+1)-1]
	}
	return early, late
}

// outOfOrder returns the one reading in which every part stands somewhere,
// though not in order: around the part with the fewest places, each other at
// its nearest.
func (t *Text) outOfOrder(needles []needle) found {
	places := t.allPlaces(needles)
	if len(needles) < 2 || places == nil {
		return found{}
	}
	pivot := 0
	for i := range places {
		if len(places[i]) < len(places[pivot]) {
			pivot = i
		}
	}
	middle := places[pivot][0]
	chosen := make([]words.Span, len(places))
	for i := range places {
		best := -1
		at, _ := slices.BinarySearchFunc(places[i], middle.Start, func(s words.Span, start int) int { return cmp.Compare(s.Start, start) })
		const around = 256
		for _, p := range places[i][max(0, at-around):min(len(places[i]), at+around)] {
			d := max(p.Start-middle.End, middle.Start-p.End, 0)
			if i == pivot && p == middle {
				d = -1
			} else if slices.ContainsFunc(chosen[:i], func(o words.Span) bool { return p.Start < o.End && o.Start < p.End }) ||
				i < pivot && p.Start < middle.End && middle.Start < p.End {
				continue
			}
			if best < 0 && chosen[i].End == 0 || d < best {
				best, chosen[i] = d, p
			}
		}
		if chosen[i].End == 0 {
			return found{}
		}
	}
	f := found{disorder: true}
	f.add(t, needles, chosen)
	return f
}
