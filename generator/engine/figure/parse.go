package figure

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"crosscheck/generator/words"
)

// at reads the figure that begins at a token, if one does, and returns the token
// from which to go on.
func (p *parser) at(i int) (*Figure, int) {
	t := &p.toks[i]
	switch t.kind {
	case words.Punct:
		if noun, code, ok := currencySign(p.raw(i)); ok {
			return p.money(i, i+1, noun, code)
		}
		if v, ok := vulgar(p.raw(i)); ok && p.word(i+1) == "of" {
			return p.shareFigure(number{first: i, next: i + 1, v: v, step: 0.01, share: true, shareOf: i + 1})
		}
		return nil, i + 1
	case words.Word:
		c := p.text[t.start]
		if c >= utf8.RuneSelf {
			return nil, i + 1
		}
		if size := t.end - t.start; 'A' <= c && c <= 'Z' && size <= 3 && size >= 2 {
			if noun, code, ok := currencyCode(p.raw(i)); ok {
				next := i + 1
				if p.raw(i) == "US" {
					break
				}
				if p.raw(next) == "." && p.touches(next) {
					next++
				}
				if p.is(next, words.Number) && p.toks[next].glue == spaced && !p.newline(next) {
					return p.money(i, next, noun, code)
				}
			}
		}
		w := p.low(i)
		if w == "a" || w == "an" {
			next := p.word(i + 1)
			if _, ok := magnitude(next); !ok {
				if _, ok := denominator(next); !ok {
					return nil, i + 1
				}
			}
		} else if !opens(w) {
			return nil, i + 1
		}
	}
	if p.touches(i) && i > 0 && t.glue == spaced {
		switch p.raw(i - 1) {
		case "#", "@", "_", "№", "/", "\\", "&", "=":
			return nil, p.skipNumbers(i)
		case ".":
			if i > 1 && p.touches(i-1) && !p.starts(i-1) {
				return nil, p.skipNumbers(i)
			}
		case "+": // +44 20, but also the P5+1
			if t.kind == words.Number {
				return nil, p.skipNumbers(i)
			}
		}
	}
	if p.isBarred(t.start, t.end) {
		return nil, i + 1
	}
	if t.kind == words.Word && t.glue != spaced || t.kind == words.Number && t.glue == hyphen && p.is(i-1, words.Number) { // the 800 of 737-800
		return nil, i + 1
	}
	if s, ok := p.share(i); ok {
		return p.shareFigure(s)
	}
	if f, next, ok := p.ordinalFigure(i); ok {
		return f, next
	}
	n, ok := p.number(i, false)
	if !ok {
		if t.kind == words.Number {
			return nil, p.skipNumbers(i)
		}
		return nil, i + 1
	}
	if next, no := p.refuse(&n); no {
		return nil, max(next, n.next)
	}
	return p.finishFigure(n, i, "", "", false)
}

// skipNumbers passes over a run of numbers put together with hyphens, stops,
// brackets and single spaces: a telephone number, a date, an identifier.
func (p *parser) skipNumbers(i int) int {
	i++
	for i < len(p.toks) && !p.newline(i) {
		if p.glued(i) {
			i++
			continue
		}
		if p.is(i, words.Number) && p.is(i-1, words.Number) && p.toks[i].start-p.toks[i-1].end <= 2 {
			i++
			continue
		}
		if p.raw(i) == ")" && p.touches(i) && p.is(i+1, words.Number) && !p.newline(i+1) {
			i += 2
			continue
		}
		break
	}
	return i
}

// money reads the sum after a currency sign or code.
func (p *parser) money(first, i int, noun, code string) (*Figure, int) {
	if !p.is(i, words.Number) || p.newline(i) || p.isBarred(p.toks[first].start, p.toks[i].end) {
		return nil, first + 1
	}
	if p.text[p.toks[first].start] == '$' && first > 0 && p.touches(first) && p.is(first-1, words.Word) && p.toks[first-1].glue == spaced {
		if c, ok := dollarOf(p.raw(first - 1)); ok {
			code = c
			first--
		}
	}
	n, ok := p.number(i, true)
	if !ok {
		return nil, i + 1
	}
	return p.finishFigure(n, first, noun, code, true)
}

// finishFigure reads a range, the unit and the bounding words around a number.
// first is the token at which the figure's text begins.
func (p *parser) finishFigure(n number, first int, noun, code string, money bool) (*Figure, int) {
	f := &Figure{Value: n.v, Low: n.v, High: n.v, Step: n.step, Kind: Count}
	if n.many {
		f.Modifier, f.High = Many, n.high
	}
	if n.about {
		f.Modifier = About
	}
	if money {
		f.Kind, f.Unit, f.Currency = Money, noun, code
	}
	next := n.next
	negative := false
	if i := first - 1; i >= 0 && (p.raw(i) == "-" || p.raw(i) == "−" || p.raw(i) == "–") && p.touches(first) && !p.touches(i) || p.word(first-1) == "minus" {
		negative = true
	}
	if !n.many {
		if r, ok, bad := p.rangeAfter(n, money); bad {
			return nil, r.next
		} else if ok {
			f.Value, f.Low, f.High, f.Step, f.Range = r.v, r.v, r.high, r.step, true
			next = r.next
			n.magnified = n.magnified || r.magnified
		}
	}
	from := p.toks[first].start
	end := p.toks[next-1].end
	to := end

	// 200+, 200-plus, 20-odd
	after := Plain
	switch {
	case p.raw(next) == "+" && p.touches(next):
		after = AtLeast
		end = p.toks[next].end
		next++
	case p.glued(next) && p.word(next) == "plus":
		after = AtLeast
		next++
	case p.glued(next) && p.word(next) == "odd":
		after = About
		next++
	case p.glued(next) && p.word(next) == "strong":
		next++
	}
	if m, j := p.modifierAfter(next); m != Plain {
		after, next = m, j
	}
	to = max(end, p.toks[next-1].end)

	if !money {
		kind, unit, cur, j, ok := p.unit(next, &n)
		if !ok && n.digits && p.word(first-1) == "magnitude" && !p.newline(first) { // a magnitude 7.5 aftershock
			kind, unit, cur, j, ok = Measure, "magnitude", "", next, true
		}
		if n.many && p.word(next) == "of" {
			if c, k := p.currencyAfter(next + 1); k > next+1 { // millions of dollars
				kind, unit, cur, j, ok = Money, "", c, k, true
				unit, _, _ = currencyNoun(p.low(k - 1))
			}
		}
		switch {
		case ok:
			f.Kind, f.Unit, f.Currency = kind, unit, cur
			if !n.many && kind != Count {
				end = p.toks[j-1].end
			}
			next, to = j, p.toks[j-1].end
		default:
			unit, last, refused := p.noun(next, n.v, &n)
			if refused {
				return nil, max(next, last)
			}
			if p.pronoun {
				to = max(to, p.toks[last-1].end)
			}
			if unit == "" && p.orphan(n, first, next) {
				return nil, next
			}
			if unit == "" && !p.pronoun && p.ofPeople(first, next) {
				unit, last = "people", next
			}
			if f.Range && unit == "" && p.glued(n.next) { // 2-3, and nothing counted
				return nil, next
			}
			if unit != "" {
				to = p.toks[max(last, p.reach)-1].end
				f.Unit = unit
				// A word that belongs to the noun may be a number of its own in no
				// language of news; go on after the noun.
				next = max(next, last)
			}
		}
	} else if cur, j := p.currencyAfter(next); j > next {
		if f.Currency == "" {
			f.Currency = cur
		}
		next, to = j, p.toks[j-1].end
	} else if p.glued(next) && p.toks[next].glue == tight {
		return nil, next + 1
	}
	if f.Kind == Percent {
		if p.word(next) == "of" || p.word(next) == "more" || p.word(next) == "fewer" {
			if unit, last, _ := p.noun(next, 2, nil); unit != "" && p.word(next) == "of" {
				f.Of, to = unit, p.toks[last-1].end
			}
		}
	}
	if f.Kind == Duration {
		if p.notSpan(first, next, f.Unit) {
			return nil, next
		}
	}
	if m, j := p.modifierAfter(next); m != Plain && after == Plain {
		after, next, to = m, j, p.toks[j-1].end
	}
	if after != Plain && f.Modifier == Plain {
		f.Modifier = after
	}
	begin, found := p.modifierBefore(first)
	if found && f.Modifier == Plain {
		m := begin.modifier
		switch {
		case f.Kind == Duration && begin.word == "over" && !lasting(p.word(begin.first-1)),
			begin.word == "over" && f.Kind != Duration && p.phrasal(begin.first-1),
			(begin.word == "under" || begin.word == "above" || begin.word == "over" || begin.word == "below") && f.Kind == Count && f.Value < 10:
		default:
			f.Modifier = m
			from = p.toks[begin.first].start
		}
	} else if f.Modifier == Many {
		switch p.word(first - 1) {
		case "several", "few", "many", "some":
			from = p.toks[first-1].start
		}
	}
	f.Start, f.End = p.toks[first].start, end
	if negative {
		f.Value, f.Low, f.High = -f.Value, -f.High, -f.Low
		f.Start = p.toks[first-1].start
	}
	f.From, f.To = min(from, f.Start), max(to, f.End)
	f.Text = p.text[f.Start:f.End]
	if p.isBarred(f.Start, f.End) {
		return nil, next
	}
	f.finish()
	if math.Abs(f.Value) > 1e18 { // nobody counts so far
		return nil, next
	}
	return f, next
}

// shareFigure finishes half of the members, two-thirds, one in five women.
func (p *parser) shareFigure(n number) (*Figure, int) {
	f := &Figure{Value: n.v, Kind: Share, Step: n.step}
	first, next := n.first, n.next
	f.Start, f.End = p.toks[first].start, p.toks[next-1].end
	f.From, f.To = f.Start, f.End
	j := next
	if p.word(j) == "of" {
		j++
	}
	if p.percentagePoint(j) { // half a percentage point
		f.Kind, f.Unit, f.To = Points, "percentage point", p.toks[j+2].end
		f.Text = p.text[f.Start:f.End]
		if p.isBarred(f.Start, f.End) {
			return nil, j + 3
		}
		f.finish()
		return f, j + 3
	}
	for {
		switch p.word(j) {
		case "the", "its", "his", "her", "their", "our", "all", "that", "these", "those", "this", "my", "your":
			j++
			continue
		}
		break
	}
	inner, ok := p.number(j, false)
	if ok = ok && j > next && !inner.bare; !ok { // half of the 40 members: 40 is a figure of its own
		unit, last, end := p.possessed(j)
		if unit == "" {
			unit, last, _ = p.noun(j, 2, nil)
			end = last
		}
		if unit == "" {
			unit, last = p.singularNoun(j)
			end = last
		}
		if unit != "" && j == n.next && n.next > n.first+2 && !plural(p.low(last-1)) { // six in ten disapprove
			unit = ""
		}
		if unit != "" {
			if _, _, ok := timeUnit(unit); ok && p.word(next) != "of" {
				return nil, last
			}
			f.Of, f.Unit, f.To = unit, unit, p.toks[end-1].end
			next = max(next, last)
		}
	}
	if begin, ok := p.modifierBefore(first); ok {
		f.Modifier = begin.modifier
		f.From = p.toks[begin.first].start
	}
	f.Text = p.text[f.Start:f.End]
	if p.isBarred(f.Start, f.End) {
		return nil, next
	}
	f.finish()
	return f, next
}

// ordinalFigure reads an ordinal that counts: the third attack, a 12th day
// running. ok tells that the token is an ordinal, figure or not.
func (p *parser) ordinalFigure(i int) (f *Figure, next int, ok bool) {
	var v float64
	first, last := i, i+1
	if p.is(i, words.Number) {
		if !p.glued(i+1) || p.toks[i+1].glue != tight || !onlyDigits(p.raw(i)) {
			return nil, 0, false
		}
		switch p.low(i + 1) {
		case "st", "nd", "rd", "th":
		default:
			return nil, 0, false
		}
		v, _ = strconv.ParseFloat(p.raw(i), 64)
		last = i + 2
	} else {
		w := p.low(i)
		n, is := ordinal(w)
		if !is {
			tens, isTens := cardinal(w)
			units, isUnits := ordinal(p.word(i + 1))
			if !isTens || tens < 20 || !isUnits || units > 9 || p.toks[i+1].glue != hyphen {
				return nil, 0, false
			}
			n, last = tens+units, i+2
		}
		v = n
	}
	if v < 2 || p.glued(last) || p.newline(last) {
		return nil, last, true
	}
	switch p.word(i - 1) {
	case "the", "a", "its", "his", "her", "their", "our", "this", "my", "yet":
	default:
		return nil, last, true
	}
	if isMonth(p.word(last)) || p.word(last) == "of" && !p.ofPeriod(last) || p.isBarred(p.toks[first].start, p.toks[last-1].end) {
		return nil, last, true
	}
	running := false
	j := last
	for k := 0; k < 4; k++ {
		w := p.word(j)
		switch w {
		case "consecutive", "straight", "successive", "running":
			running = true
		}
		if strings.HasSuffix(w, "est") && w != "test" && w != "arrest" && w != "protest" && w != "request" && w != "forest" && w != "guest" && w != "harvest" && w != "contest" && w != "quest" && w != "conquest" || w == "most" || w == "best" || w == "worst" || w == "least" {
			return nil, last, true
		}
		if w == "" || stops(w) {
			break
		}
		j++
	}
	noun := last
	switch p.word(noun) {
	case "such", "more", "other", "further":
		noun++
	}
	if p.word(noun) == "of" && p.ofPeriod(noun) { // the fifth of the year
		f = &Figure{Value: v, Step: 1, Kind: Ordinal, Start: p.toks[first].start, End: p.toks[last-1].end}
		f.From, f.To, f.Text = f.Start, f.End, p.text[f.Start:f.End]
		f.finish()
		return f, last, true
	}
	unit, end := p.singularNoun(noun)
	if unit == "" || p.capital(end-1) && !p.titled(i) {
		return nil, last, true
	}
	if _, _, isTime := timeUnit(unit); isTime && !running {
		return nil, last, true
	}
	switch unit {
	case "floor", "story", "storey", "quarter", "half", "party", "world", "place", "grade", "district", "division", "amendment", "person", "degree", "street", "avenue", "circuit", "base",
		"anniversary", "birthday", "parallel", "row", "column", "page", "chapter", "reading", "gear", "class", "baseman", "hand", "nature", "thought", "look", "opinion", "estate", "republic", "hour", "instance", "edition", "generation", "son", "daughter":
		return nil, last, true
	}
	if unit == "one" {
		unit = ""
	}
	f = &Figure{Value: v, Step: 1, Kind: Ordinal, Unit: unit, Start: p.toks[first].start, End: p.toks[last-1].end}
	f.From, f.To, f.Text = f.Start, p.toks[end-1].end, p.text[f.Start:f.End]
	f.finish()
	return f, last, true
}

// rangeAfter reads the upper end of a range: 10-15, 10–15, 10 to 15, two or three,
// between 10 and 15. bad tells that the numbers are no figure at all: a score.
func (p *parser) rangeAfter(n number, money bool) (r number, ok, bad bool) {
	j := n.next
	percent := false
	if p.raw(j) == "%" && p.touches(j) {
		j++
		percent = true
	}
	dash := false
	switch {
	case p.glued(j) && p.toks[j].glue == hyphen:
		if p.is(j, words.Word) {
			if _, is := cardinal(p.low(j)); !is || n.digits {
				return r, false, false
			}
		}
		dash = true
	case (p.raw(j) == "–" || p.raw(j) == "-" || p.raw(j) == "—" || p.raw(j) == "‒") && p.touches(j) && p.touches(j+1):
		j++
		dash = true
	case p.word(j) == "to":
		switch p.word(n.first - 1) {
		case "from", "back":
			return r, false, false
		case "by": // by 20 to 30 per cent, but by 12 to 45
			m, ok := p.number(j+1, money)
			if !ok || p.raw(m.next) != "%" && !p.unitAfter(m.next) && p.word(m.next) != "per" {
				return r, false, false
			}
		}
		if money && p.word(n.first-2) == "from" {
			return r, false, false
		}
		j++
	case p.word(j) == "or":
		j++
	case p.word(j) == "and":
		if !p.between(n.first) {
			return r, false, false
		}
		j++
	default:
		return r, false, false
	}
	if _, _, sign := currencySign(p.raw(j)); sign && money {
		j++
	}
	if p.newline(j) || !p.is(j, words.Number) && p.word(j) == "" {
		return r, false, false
	}
	if p.is(j, words.Word) && !opens(p.low(j)) {
		return r, false, false
	}
	m, is := p.number(j, money)
	if !is || m.many || m.share {
		return r, false, false
	}
	if percent && p.raw(m.next) != "%" {
		return r, false, false
	}
	if dash && p.isScore(n, m) {
		m.next = p.skipNumbers(m.next - 1)
		return m, false, true
	}
	low, step := n.v, n.step
	if m.magnified && !n.magnified && n.v < 1000 {
		if k, isMag := p.magnitudeOf(m); isMag && n.v < m.v/k {
			low, step = n.v*k, n.step*k
		}
	}
	if m.v <= low || low > 0 && m.v > low*1000 && m.magnified == n.magnified || p.glued(j) && !dash {
		return r, false, false
	}
	if !dash && p.ordinalNext(m.next) {
		return r, false, false
	}
	m.first, m.high, m.v = n.first, m.v, low
	m.step = min(step, m.step)
	return m, true, false
}

func (p *parser) ordinalNext(i int) bool { return p.word(i) == "or" && p.word(i+1) != "more" }

// between reports that “between” opens the phrase in which a number stands.
func (p *parser) between(first int) bool {
	for k := first - 1; k >= 0 && k >= first-3; k-- {
		switch p.low(k) {
		case "between":
			return true
		case "about", "roughly", "some", "an", "estimated", "$", "€", "£":
		default:
			if _, ok := dollarOf(p.raw(k)); !ok {
				return false
			}
		}
	}
	return false
}

// magnitudeOf returns the magnitude that belongs to a number.
func (p *parser) magnitudeOf(m number) (float64, bool) {
	w := p.word(m.next - 1)
	if k, ok := magnitude(w); ok {
		return k, true
	}
	if p.glued(m.next - 1) {
		return letterMagnitude(w)
	}
	return 0, false
}

// isScore reports that two numbers joined by a dash are the result of a match, a
// season, a telephone number or a ratio rather than a range.
func (p *parser) isScore(n, m number) bool {
	if p.is(m.next, words.Number) && p.glued(m.next) { // three groups
		return true
	}
	raw := p.raw(m.next - 1)
	if m.digits && m.bare && len(raw) > 1 && raw[0] == '0' || n.bare && m.bare && n.v > 1800 && n.v < 2100 {
		return true
	}
	if m.v <= n.v && !m.magnified {
		return true
	}
	if n.bare && m.bare && m.v < 200 {
		for k := n.first - 6; k < m.next+4; k++ {
			if k >= 0 && k < n.first && p.newline(k+1) {
				continue
			}
			switch p.low(k) {
			case "won", "win", "wins", "beat", "beats", "defeat", "defeated", "lost", "loses", "lead", "led", "leads", "draw", "drew", "victory", "score", "scoreline", "scored", "ahead", "tied", "vote", "voted", "ruling", "ruled", "decision", "aggregate", "shootout", "penalties", "final", "loss", "record", "trounced", "thrashed":
				return true
			}
		}
	}
	return false
}

// unit reads per cent, a currency, a unit of measure or of time, or what a
// hyphen joins to the number. j is the token after it.
func (p *parser) unit(i int, n *number) (kind Kind, unit, currency string, j int, ok bool) {
	if i >= len(p.toks) || p.newline(i) {
		return "", "", "", i, false
	}
	raw, w := p.raw(i), p.word(i)
	close := p.glued(i) || p.touches(i)
	switch {
	case raw == "%":
		if q := p.word(i + 1); q == "point" || q == "points" {
			return Points, "percentage point", "", i + 2, true
		}
		return Percent, "percent", "", i + 1, true
	case w == "percent" || w == "pct" || w == "percents" || w == "pc" && close && raw == "pc":
		return Percent, "percent", "", i + 1, true
	case w == "per" && p.word(i+1) == "cent":
		return Percent, "percent", "", i + 2, true
	case w == "per-cent":
		return Percent, "percent", "", i + 1, true
	case w == "percentage" && strings.HasPrefix(p.word(i+1), "point"):
		return Points, "percentage point", "", i + 2, true
	case w == "basis" && strings.HasPrefix(p.word(i+1), "point"):
		return Points, "basis point", "", i + 2, true
	case w == "pp":
		return Points, "percentage point", "", i + 1, true
	case raw == "°" || raw == "º":
		j := i + 1
		if q := p.raw(j); (q == "C" || q == "F") && p.raw(j+1) != "$" { // 5° and C$3
			j++
		}
		return Measure, "degree", "", j, true
	case n.digits && p.toks[i].glue == tight && raw == "p" && n.v != 480 && n.v != 720 && n.v != 1080 && n.v != 1440 && n.v != 2160:
		return Money, "penny", "GBP", i + 1, true
	case n.digits && p.toks[i].glue == tight && (raw == "C" || raw == "F") && p.raw(i+1) != "$":
		return Measure, "degree", "", i + 1, true
	case w == "":
		return "", "", "", i, false
	}
	if cur, next := p.currencyAfter(i); next > i && !(p.low(next-1) == "pounds" && strings.HasPrefix(p.word(n.first-1), "weigh")) {
		noun, _, _ := currencyNoun(p.low(next - 1))
		if noun == "" {
			noun, _, _ = currencyCode(p.raw(next - 1))
		}
		switch p.low(next - 1) {
		case "pounds", "pound":
			noun = "pound"
		case "won":
			noun = "won"
		}
		return Money, noun, cur, next, true
	}
	prefix := ""
	k := i
	switch w {
	case "square", "sq":
		prefix, k = "square ", i+1
	case "cubic":
		prefix, k = "cubic ", i+1
	case "metric", "nautical":
		k = i + 1
	}
	if p.raw(k) == "." && k > i {
		k++
	}
	if name, dim, _ := measure(p.low(k), close && k == i || prefix != ""); dim != noDimension && p.is(k, words.Word) && !(p.capital(k) && !close && p.raw(k) != "MW" && p.raw(k) != "GW" && p.raw(k) != "GHz" && p.raw(k) != "MHz" && p.raw(k) != "Hz" && p.raw(k) != "KG" && p.raw(k) != "GB" && p.raw(k) != "TB" && p.raw(k) != "MB" && p.raw(k) != "KM" && p.raw(k) != "Km" && !p.titled(k)) {
		if !(p.toks[k].glue == tight && len(p.raw(k)) == 1 && p.capital(k)) {
			j := k + 1
			switch {
			case p.word(j) == "per" && p.word(j+1) == "hour" && dim == length, (p.word(j) == "an" && p.word(j+1) == "hour") && dim == length:
				name, j = name+" per hour", j+2
			case p.word(j) == "per" && p.word(j+1) == "second" && dim == length, (p.word(j) == "a" && p.word(j+1) == "second") && dim == length:
				name, j = name+" per second", j+2
			case p.raw(j) == "/" && p.word(j+1) == "h" && name == "kilometer":
				name, j = "kilometer per hour", j+2
			case dim == length && (p.raw(j) == "²" || p.raw(j) == "2" && p.toks[j].glue == tight):
				prefix, j = "square ", j+1
			case dim == length && p.raw(j) == "³":
				prefix, j = "cubic ", j+1
			case name == "degree" && (p.word(j) == "celsius" || p.word(j) == "fahrenheit" || p.word(j) == "centigrade"):
				j++
			}
			return Measure, prefix + name, "", j, true
		}
	}
	if (w == "pounds" || w == "pound") && !p.newline(i) && n.first > 0 { // a pound's weight, unless it is paid
		if p.priced(n.first) {
			return Money, "pound", "", i + 1, true
		}
		return Measure, "pound", "", i + 1, true
	}
	if next := p.word(i + 1); w == "night" && n.v > 1 && plural(next) && human(singular(next)) { // two night guards
		return "", "", "", i, false
	}
	if name, _, isTime := timeUnit(w); isTime {
		if !(name == "second" && n.v == 1) {
			return Duration, name, "", i + 1, true
		}
	}
	if p.toks[i].glue == hyphen {
		switch w {
		case "way", "sided", "star", "piece", "dimensional", "fold", "something", "hand", "handed", "off", "half", "tier", "wheeler", "pronged", "faced", "ish", "to", "on", "and", "by":
			return "", "", "", i, false
		}
		if _, isNumber := cardinal(w); isNumber || verbal(w) || len(w) == 1 {
			return "", "", "", i, false
		}
		return Count, singular(w), "", i + 1, true
	}
	return "", "", "", i, false
}

// currencyAfter reads the name or code of a currency after a sum: (US) dollars,
// euros, USD. next is i if there is none.
func (p *parser) currencyAfter(i int) (code string, next int) {
	if !p.is(i, words.Word) || p.newline(i) {
		return "", i
	}
	nation := ""
	j := i
	switch p.low(i) {
	case "us", "u.s.", "american":
		nation, j = "USD", i+1
	case "canadian":
		nation, j = "CAD", i+1
	case "australian":
		nation, j = "AUD", i+1
	case "zealand":
		nation, j = "NZD", i+1
	case "swiss":
		nation, j = "CHF", i+1
	case "pakistani":
		nation, j = "PKR", i+1
	case "indian":
		nation, j = "INR", i+1
	case "mexican":
		nation, j = "MXN", i+1
	case "kenyan":
		nation, j = "KES", i+1
	}
	if !p.is(j, words.Word) || p.newline(j) {
		return "", i
	}
	if _, code, ok := currencyNoun(p.low(j)); ok {
		if nation != "" {
			code = nation
		}
		return code, j + 1
	}
	switch w := p.low(j); {
	case w == "pounds" || w == "pound":
		magnified := false
		if i > 0 {
			_, magnified = magnitude(p.word(i - 1))
		}
		if p.word(j+1) == "sterling" {
			return "GBP", j + 2
		}
		if magnified && p.word(j+1) != "of" {
			return "", j + 1
		}
		return "", i
	case w == "won":
		if _, ok := magnitude(p.word(i - 1)); ok && i > 0 {
			return "KRW", j + 1
		}
		return "", i
	}
	if len(p.raw(j)) == 3 && j == i {
		if _, code, ok := currencyCode(p.raw(j)); ok {
			return code, j + 1
		}
	}
	return "", i
}

// noun reads the noun counted from token i on and returns it in the singular,
// and the token after it. refused tells that what follows makes it no figure.
func (p *parser) noun(i int, v float64, n *number) (unit string, next int, refused bool) {
	j := i
	if p.newline(j) {
		return "", i, false
	}
	if n != nil && p.glued(j) { // 4x4, 5G, two-way
		return "", p.skipGlue(j), true
	}
	if p.word(j) == "of" {
		switch w := p.word(j + 1); w {
		case "them", "whom", "these", "those":
			k := j + 2
			if p.raw(k-1) == "those" || p.raw(k-1) == "these" {
				if p.word(k) != "" && !stops(p.word(k)) && !verbal(p.word(k)) {
					break
				}
			} else if head := p.word(k); plural(head) && !verbal(head) && !stops(head) && !p.newline(k) { // four of them children
				return singular(head), k + 1, false
			}
			p.pronoun = n != nil
			return "", k, false
		case "":
			if !p.is(j+1, words.Number) && !isQuote(p.raw(j+1)) {
				return "", i, false
			}
		}
		j++
		for {
			switch p.word(j) {
			case "the", "his", "her", "its", "their", "our", "these", "those", "all", "my", "your", "such", "a", "an", "this", "that", "some", "them", "us", "you":
				j++
				continue
			case "last", "past", "first", "next", "remaining", "other":
				if _, ok := p.number(j+1, false); ok {
					j++
					continue
				}
			}
			break
		}
		if inner, ok := p.number(j, false); ok && n != nil && (j > i+1 || inner.v >= v) { // six of the 27 states, 61 of 120 seats
			unit, end, _ := p.noun(inner.next, inner.v, nil)
			if unit != "" {
				p.reach = end
			}
			return unit, j, false
		}
	}
	if j == i && n != nil {
		switch p.word(j) {
		case "badly", "seriously", "critically", "fatally", "severely", "slightly", "lightly": // 15 were hurt, three badly
			if p.ends(j + 1) {
				p.pronoun = true
				return "", i, false
			}
		case "earlier", "later", "early", "late":
			if next := p.word(j + 1); plural(next) && !stops(next) && !verbal(next) && !p.newline(j+1) {
				j++
			}
		}
	}
	for k := 0; k < 2; k++ {
		switch p.word(j) {
		case "more", "other", "additional", "extra", "further", "fewer", "less", "such", "most":
			if !p.newline(j) {
				j++
			}
		}
	}
	quoted := false
	if isQuote(p.raw(j)) && j == i {
		j++
		quoted = true
	}
	start := j
	if v == 1 && !quoted && (n == nil || n.next == i) { // one doctor serves: a plural behind it is a verb
		unit, next := p.singularNoun(start)
		return unit, next, false
	}
	head := -1
	for ; j < len(p.toks) && j-start < 8; j++ {
		if quoted && j > start && isClosing(p.raw(j)) && p.is(j+1, words.Word) && !p.newline(j+1) { // 12 “enemy” soldiers
			quoted = false
			continue
		}
		if p.is(j, words.Number) && j > start && p.capital(j-1) && p.toks[j].glue == spaced && !p.newline(j) && len(p.raw(j)) <= 3 && p.is(j+1, words.Word) && !stops(p.word(j+1)) { // 22 Boeing 787 jets
			continue
		}
		if !p.is(j, words.Word) || p.newline(j) || p.toks[j].glue == tight {
			break
		}
		w := p.low(j)
		if _, number := cardinal(w); number && !p.glued(j+1) {
			break
		}
		if w == "may" || w == "march" || stops(w) && !(j > start && strings.HasSuffix(p.low(j-1), "ly")) {
			break
		}
		if w == "years" && p.word(j+1) == "old" {
			return "", j + 2, true
		}
		if plural(w) && !(verbal(w)) {
			if next := p.word(j + 1); p.capital(j) && p.capital(j-1) && j > start && next != "" && !p.newline(j+1) && !p.capital(j+1) && !stops(next) && !verbal(next) && p.pluralAhead(j+1) {
				continue // three United States soldiers
			}
			head = j
			for p.is(head+1, words.Word) && !p.newline(head+1) {
				w := p.low(head + 1)
				if w == "percent" || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || !plural(w) || stops(w) || p.capital(head+1) && !p.capital(head) && !p.titled(head) || w == "others" {
					break
				}
				head++
			}
			break
		}
	}
	if head < 0 && j > start && v != 1 && invariantVerbal(p.low(start)) {
		head = start
	}
	if head >= 0 && n != nil && harms(p.low(head)) && p.low(head) != "wounded" && p.low(head) != "injured" { // dozens hurt
		return "people", head + 1, false
	}
	if head >= 0 {
		return singular(trimPossessive(p.low(head))), head + 1, false
	}
	if v == 1 || v != math.Trunc(v) {
		unit, next := p.singularNoun(start)
		return unit, next, false
	}
	if j-start == 1 && !verbal(p.low(start)) && !adverb(p.low(start)) && len(p.low(start)) > 2 && !p.capital(start) {
		return singular(trimPossessive(p.low(start))), start + 1, false
	}
	if j-start == 1 && p.capital(start) && !p.ends(j) && !quoted { // three Chinese were
		switch p.word(j) {
		case "were", "are", "have", "had", "died", "who":
			return p.low(start), start + 1, false
		}
	}
	return "", i, false
}

// priced reports a word of paying before a sum, with what bounds it between.
func (p *parser) priced(first int) bool {
	for k := first - 1; k >= 0 && k >= first-4 && !p.newline(k+1); k-- {
		switch p.word(k) {
		case "cost", "costs", "costing", "paid", "pay", "pays", "paying", "spent", "spend", "spends", "worth", "price", "priced", "earn", "earns", "earned", "fined", "owed", "owes", "raised", "raise", "charge", "charged", "fee", "fare", "fine", "sold":
			return true
		}
	}
	return false
}

// pluralAhead reports that one of the next words, before the phrase ends, is a
// plural without a capital.
func (p *parser) pluralAhead(j int) bool {
	for k := j; k < j+3 && p.is(k, words.Word) && !p.newline(k) && !stops(p.low(k)); k++ {
		if w := p.low(k); plural(w) && !verbal(w) && !p.capital(k) {
			return true
		}
	}
	return false
}

func isClosing(s string) bool {
	switch s {
	case "”", "’", "\"", "»", "“":
		return true
	}
	return false
}

// lasting reports a word after which “over three days” bounds the days: for over
// three days, but over three days it rained.
func lasting(w string) bool {
	switch w {
	case "for", "of", "after", "lasted", "lasting", "lasts", "last", "took", "taken", "takes", "take", "taking", "spent", "waited", "served", "just", "well", "is", "was", "than":
		return true
	}
	return false
}

// phrasal reports a word to which the “over” behind it belongs: taken over 24
// towns, control over 24 towns, a row over two islands.
func (p *parser) phrasal(i int) bool {
	switch p.word(i) {
	case "take", "takes", "took", "taken", "taking", "hand", "handed", "handing", "turned", "turning", "ran", "run", "running", "win", "won", "flew", "fly", "flying", "preside", "presided", "presides", "rule", "ruled", "rules", "ruling",
		"control", "power", "authority", "sovereignty", "dispute", "disputes", "row", "war", "concern", "concerns", "fight", "clash", "clashes", "dominance", "victory", "spread", "carried", "argue", "argued", "sued", "arrested", "protest", "protests", "anger", "charged", "questioned", "all":
		return true
	}
	return false
}

func isQuote(s string) bool {
	switch s {
	case "“", "‘", "\"", "«", "„":
		return true
	}
	return false
}

// invariantVerbal reports participles that count people.
func invariantVerbal(w string) bool {
	switch w {
	case "wounded", "injured", "killed", "detained", "arrested", "displaced", "unemployed", "infected":
		return true
	}
	return false
}

func adverb(w string) bool {
	switch w {
	case "each", "overall", "total", "altogether", "abroad", "here", "ahead", "high", "long", "wide", "deep", "tall", "thick", "strong", "times", "apiece", "daily", "annually", "nationwide", "worldwide", "last", "next", "early", "late", "due", "not", "even":
		return true
	}
	return false
}

func trimPossessive(w string) string {
	for _, s := range [...]string{"'s", "’s"} {
		if strings.HasSuffix(w, s) {
			return w[:len(w)-len(s)]
		}
	}
	return w
}

// singularNoun reads the head of a noun phrase in the singular: the last word
// before a verb, a preposition or the end.
func (p *parser) singularNoun(i int) (unit string, next int) {
	j, head := i, -1
	for ; j < len(p.toks) && j-i < 5; j++ {
		if !p.is(j, words.Word) || p.newline(j) || p.glued(j) {
			break
		}
		w := p.low(j)
		if stops(w) || adverb(w) && head >= 0 || irregularPast(w) {
			break
		}
		if verbal(w) {
			if head >= 0 {
				break
			}
			continue
		}
		if head >= 0 && plural(w) && !invariant(w) && !strings.HasSuffix(w, "ss") { // one doctor serves
			break
		}
		head = j
		if plural(w) && !strings.HasSuffix(w, "ss") {
			break
		}
	}
	if head < 0 || len(p.low(head)) < 2 {
		return "", i
	}
	return singular(trimPossessive(p.low(head))), head + 1
}

func irregularPast(w string) bool {
	switch w {
	case "struck", "swept", "shook", "tore", "blew", "bit", "rang", "swam", "slept", "leapt", "stole", "froze", "woke", "arose", "forgot", "withdrew", "overtook", "underwent", "refused", "feared", "burst", "spread", "beat", "showed", "described", "expected", "shows", "expects", "remains", "lives", "goes", "comes", "takes", "gets", "makes", "wants", "needs":
		return true
	}
	return false
}

// orphan reports that a number without any noun is more likely a name or a
// label than a figure.
func (p *parser) orphan(n number, first, next int) bool {
	w := p.low(first)
	switch {
	case w == "one" || w == "zero":
		return true
	case n.digits && n.bare && first > 0 && p.capital(first-1) && !p.newline(first) && !p.starts(first-1) && !p.titled(first) && !isSurnameVerb(p.word(first-1)):
		return true // Boeing 737, Apollo 11
	case !n.digits && p.capital(first) && p.capital(next) && !p.newline(next) && !p.titled(first):
		return true // Five Star Movement
	case n.digits && n.bare && first > 0 && p.capital(first-1) && !p.newline(first) && p.starts(first-1) && !p.titled(first) && !opener(p.word(first-1)):
		return true // Apollo 11 carried
	case n.digits && n.bare && p.toks[first].end-p.toks[first].start >= 6:
		return true
	case n.digits && p.capital(next) && !p.newline(next) && n.bare && street(p.word(next+1)) && p.capital(next+1):
		return true
	}
	return false
}

func isSurnameVerb(w string) bool { return stops(w) }

// notSpan reports that a span of time is part of a date, a clock time or an age.
func (p *parser) notSpan(first, next int, unit string) bool {
	switch p.word(next) {
	case "old", "olds", "ago", "later", "earlier", "hence":
		return true
	case "from":
		return p.word(next+1) == "now"
	case "of":
		return p.word(next+1) == "age"
	}
	if p.raw(next) == "-" {
		return false
	}
	if unit == "hour" && p.is(first, words.Number) && p.toks[first].end-p.toks[first].start == 4 {
		return true
	}
	return false
}

type bound struct {
	modifier Modifier
	first    int
	word     string
}

// modifierBefore reads the bounding words before a token.
func (p *parser) modifierBefore(i int) (bound, bool) {
	k := i - 1
	if k < 0 || p.newline(i) {
		return bound{}, false
	}
	switch p.low(k) {
	case "a", "an", "the", "just", "only", "record":
		if p.low(k) == "just" || p.low(k) == "record" {
			k--
		}
	}
	if k < 0 {
		return bound{}, false
	}
	w := p.low(k)
	prev := p.word(k - 1)
	none := bound{}
	switch w {
	case "about", "around", "approximately", "roughly", "some", "circa", "perhaps", "maybe", "approx", "~", "≈":
		return bound{About, k, w}, true
	case "estimated":
		if prev == "an" || prev == "the" {
			k--
		}
		return bound{About, k, w}, true
	case "nearly", "almost", "virtually":
		return bound{Almost, k, w}, true
	case "exactly", "precisely":
		return bound{Exactly, k, w}, true
	case "over", "above", "exceeding", "exceeded", "exceeds", "topping", "topped", "surpassing", "surpassed", ">":
		if prev == "well" || prev == "just" || prev == "slightly" || prev == "far" {
			k--
		}
		return bound{MoreThan, k, w}, true
	case "under", "below", "<":
		m := LessThan
		if prev == "just" || prev == "slightly" {
			m = Almost
			k--
		} else if prev == "well" || prev == "far" {
			k--
		}
		return bound{m, k, w}, true
	case "than":
		m := none
		switch prev {
		case "more", "greater", "higher", "bigger", "larger", "longer", "rather":
			if prev == "rather" {
				return none, false
			}
			m = bound{MoreThan, k - 1, w}
			if no := p.word(k - 2); no == "no" || no == "not" {
				m = bound{UpTo, k - 2, w}
			}
		case "less", "fewer", "lower", "smaller", "shorter":
			m = bound{LessThan, k - 1, w}
			if no := p.word(k - 2); no == "no" || no == "not" {
				m = bound{AtLeast, k - 2, w}
			}
		default:
			return none, false
		}
		switch p.word(m.first - 1) {
		case "slightly", "little", "far", "much", "well":
			m.first--
		}
		return m, true
	case "least":
		if prev == "at" {
			return bound{AtLeast, k - 1, w}, true
		}
	case "most":
		if prev == "at" {
			return bound{UpTo, k - 1, w}, true
		}
	case "minimum":
		return bound{AtLeast, k, w}, true
	case "maximum":
		return bound{UpTo, k, w}, true
	case "to":
		switch prev {
		case "up":
			return bound{UpTo, k - 1, w}, true
		case "close", "near":
			return bound{Almost, k - 1, w}, true
		}
	case "as":
		if p.word(k-2) == "as" {
			switch prev {
			case "many", "much", "high", "long", "far":
				return bound{UpTo, k - 2, w}, true
			case "few", "little", "low":
				return bound{AtLeast, k - 2, w}, true
			}
		}
	case "of":
		switch prev {
		case "upwards", "upward", "north", "excess":
			first := k - 1
			if prev == "excess" && p.word(k-2) == "in" {
				first--
			}
			return bound{MoreThan, first, w}, true
		case "minimum":
			return bound{AtLeast, k - 1, w}, true
		case "maximum":
			return bound{UpTo, k - 1, w}, true
		case "shy", "short":
			return bound{Almost, k - 1, w}, true
		}
	}
	return none, false
}

// modifierAfter reads “or more”, “or so”, “or fewer” and the like after a number
// or its noun.
func (p *parser) modifierAfter(i int) (Modifier, int) {
	if p.word(i) == "or" && !p.newline(i) {
		switch p.word(i + 1) {
		case "more", "higher", "above", "greater":
			if p.word(i+2) == "than" || p.word(i+2) == "less" {
				return Plain, i
			}
			return AtLeast, i + 2
		case "so", "thereabouts":
			return About, i + 2
		case "fewer", "less", "under", "below":
			return UpTo, i + 2
		}
	}
	if p.word(i) == "plus" && p.ends(i+1) {
		return AtLeast, i + 1
	}
	if p.word(i) == "at" && p.ends(i+2) {
		switch p.word(i + 1) {
		case "least":
			return AtLeast, i + 2
		case "most":
			return UpTo, i + 2
		}
	}
	return Plain, i
}
