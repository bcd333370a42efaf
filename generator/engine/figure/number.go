package figure

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"crosscheck/generator/words"
)

// A number is what number has read: tokens [first, next).
type number struct {
	first, next int
	v, step     float64
	high        float64 // of a word for many
	digits      bool    // written in digits
	bare        bool    // an integer in digits without separator or magnitude: may be a year, a label
	magnified   bool    // a magnitude word or letter belongs to it
	many        bool
	about       bool // a couple of
	share       bool
	shareOf     int // index of the token from which the noun of a share is read
}

// parseDigits reads 7,792, 3.5, 1,00,000, 1.234.567 and 2,5.
func parseDigits(s string) (v, step float64, bare, ok bool) {
	commas, dots := strings.Count(s, ","), strings.Count(s, ".")
	clean := s
	switch {
	case commas == 0 && dots == 0:
		bare = true
	case commas > 0 && dots <= 1:
		whole, _, _ := strings.Cut(s, ".")
		groups := strings.Split(whole, ",")
		last := len(groups) - 1
		if dots == 1 && strings.LastIndexByte(s, ',') > strings.IndexByte(s, '.') { // 1.234,5
			if commas != 1 {
				return 0, 0, false, false
			}
			clean = strings.Replace(strings.Replace(s, ".", "", 1), ",", ".", 1)
			break
		}
		if commas == 1 && dots == 0 && len(groups[1]) < 3 { // a decimal comma
			clean = groups[0] + "." + groups[1]
			break
		}
		if len(groups[last]) != 3 {
			return 0, 0, false, false
		}
		for _, g := range groups[1:last] {
			if len(g) != 3 && len(g) != 2 { // 1,00,000 in India
				return 0, 0, false, false
			}
		}
		clean = strings.ReplaceAll(s, ",", "")
	case dots == 1:
	default: // 1.234.567; anything else is a version or an address
		if commas > 0 {
			return 0, 0, false, false
		}
		groups := strings.Split(s, ".")
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return 0, 0, false, false
			}
		}
		if len(groups[0]) > 3 || groups[0] == "0" {
			return 0, 0, false, false
		}
		clean = strings.ReplaceAll(s, ".", "")
	}
	if len(clean) > 40 {
		return 0, 0, false, false
	}
	v, err := strconv.ParseFloat(clean, 64)
	if err != nil {
		return 0, 0, false, false
	}
	return v, stepOf(clean), bare, true
}

// stepOf returns the place of the last digit that is not a filling zero.
func stepOf(s string) float64 {
	if i := strings.IndexByte(s, '.'); i >= 0 {
		return math.Pow(10, -float64(len(s)-i-1))
	}
	zeros := 0
	for zeros < len(s)-1 && s[len(s)-1-zeros] == '0' {
		zeros++
	}
	return math.Pow(10, float64(zeros))
}

// number reads the longest cardinal at a token. In money a letter close to the
// digits is a magnitude (5m).
func (p *parser) number(i int, money bool) (number, bool) {
	if p.is(i, words.Number) {
		return p.digitNumber(i, money)
	}
	return p.wordNumber(i)
}

func (p *parser) digitNumber(i int, money bool) (number, bool) {
	if p.toks[i].opaque {
		return number{}, false
	}
	v, step, bare, ok := parseDigits(p.raw(i))
	if !ok {
		return number{}, false
	}
	n := number{first: i, next: i + 1, v: v, step: step, digits: true, bare: bare}
	// 10 000, with a plain, hard or thin space.
	for bare && p.toks[i].end-p.toks[i].start <= 3 && p.is(n.next, words.Number) && p.toks[n.next].glue == spaced &&
		p.toks[n.next].end-p.toks[n.next].start == 3 && !p.toks[n.next].opaque && onlyDigits(p.raw(n.next)) && v >= 1 && p.raw(i)[0] != '0' {
		gap := p.text[p.toks[n.next-1].end:p.toks[n.next].start]
		if gap != " " && gap != "\u00a0" && gap != "\u2009" && gap != "\u202f" {
			break
		}
		group, _ := strconv.ParseFloat(p.raw(n.next), 64)
		n.v = n.v*1000 + group
		if group != 0 {
			n.step = stepOf(p.raw(n.next))
		} else {
			n.step *= 1000
		}
		n.next++
		n.bare = false
	}
	// 12'000
	for bare && p.toks[i].end-p.toks[i].start <= 3 && (p.raw(n.next) == "'" || p.raw(n.next) == "’") && p.touches(n.next) && p.touches(n.next+1) &&
		p.is(n.next+1, words.Number) && len(p.raw(n.next+1)) == 3 && onlyDigits(p.raw(n.next+1)) {
		group, _ := strconv.ParseFloat(p.raw(n.next+1), 64)
		n.v, n.next, n.bare = n.v*1000+group, n.next+2, false
		n.step = stepOf(strconv.FormatFloat(n.v, 'f', -1, 64))
	}
	// 2½, 2 1/2
	if f, ok := vulgar(p.raw(n.next)); ok {
		n.v, n.step, n.next, n.bare = n.v+f, 0.5, n.next+1, false
	} else if f, ok := p.slashed(n.next); ok && n.bare {
		n.v, n.step, n.next, n.bare = n.v+f, 0.5, n.next+1, false
	}
	if p.is(n.next, words.Word) && p.toks[n.next].glue == tight {
		if m, ok := letterMagnitude(p.low(n.next)); ok && (money || p.magnifies(n.next)) {
			n.scale(m)
			n.next++
		}
	}
	p.magnitudes(&n)
	return n, true
}

func onlyDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// slashed reads 1/2, 2/3.
func (p *parser) slashed(i int) (float64, bool) {
	if !p.is(i, words.Number) || !p.toks[i].opaque {
		return 0, false
	}
	above, below, ok := strings.Cut(p.raw(i), "/")
	if !ok || len(above) != 1 || len(below) != 1 || !onlyDigits(above) || !onlyDigits(below) || above >= below || above == "0" {
		return 0, false
	}
	return float64(above[0]-'0') / float64(below[0]-'0'), true
}

// magnifies reports that letters close to digits are a magnitude and no unit:
// 5m people, but 5m high.
func (p *parser) magnifies(i int) bool {
	switch p.low(i) {
	case "m", "k", "b":
		if w := p.word(i - 2); harms(w) || strikes(w) || w == "sold" || w == "drew" || w == "attracted" { // killed 6.9m
			return true
		}
		w := p.word(i + 1)
		return w != "" && plural(w) && !p.newline(i+1) && !stops(w)
	}
	return true
}

// percentagePoint reads “a percentage point”.
func (p *parser) percentagePoint(i int) bool {
	return p.word(i) == "a" && p.word(i+1) == "percentage" && p.word(i+2) == "point"
}

func (n *number) scale(m float64) {
	n.v *= m
	n.step *= m
	if n.step >= 1 {
		n.v = math.Round(n.v) // 16.6 times a billion is not whole in binary
	}
	n.magnified, n.bare = true, false
}

// magnitudes reads hundred, thousand, million after a number, and “and a half”.
func (p *parser) magnitudes(n *number) {
	for p.is(n.next, words.Word) && !p.newline(n.next) {
		w := p.low(n.next)
		if m, ok := magnitude(w); ok {
			n.scale(m)
			n.next++
			continue
		}
		break
	}
	p.andHalf(n)
}

// andHalf reads “and a half” and “and a quarter”, and a magnitude after them.
func (p *parser) andHalf(n *number) {
	if p.word(n.next) != "and" || p.word(n.next+1) != "a" && p.word(n.next+1) != "one" {
		return
	}
	f := 0.5
	switch p.word(n.next + 2) {
	case "half":
	case "quarter":
		f = 0.25
	default:
		return
	}
	unit := 1.0
	if n.magnified { // a million and a half
		if m, ok := magnitude(p.word(n.next - 1)); ok {
			unit = m
		}
	}
	n.v += f * unit
	n.step, n.bare = f*unit, false
	n.next += 3
	if !n.magnified {
		if m, ok := magnitude(p.word(n.next)); ok {
			n.scale(m)
			n.next++
		}
	}
}

// wordNumber reads a number in words: twelve, two hundred and five, a dozen, two
// and a half million, half a million, tens of thousands.
func (p *parser) wordNumber(i int) (number, bool) {
	n := number{first: i, next: i, step: 1}
	w := p.word(i)
	switch w {
	case "":
		return n, false
	case "a", "an":
		if next := p.word(i + 1); next == "quarter" || next == "half" {
			n, ok := p.wordNumber(i + 1)
			n.first = i
			return n, ok
		}
		m, ok := magnitude(p.word(i + 1))
		if !ok || p.newline(i+1) {
			return n, false
		}
		n.v, n.step, n.next, n.magnified = m, m, i+2, true
		p.andHalf(&n)
		return n, true
	case "half", "quarter":
		f := 0.5
		j := i + 1
		if w == "quarter" {
			f = 0.25
			if p.word(j) != "of" {
				return n, false
			}
			j++
		}
		if a := p.word(j); a == "a" || a == "an" {
			j++
		} else if w == "quarter" || p.toks[i].glue != spaced {
			return n, false
		}
		m, ok := magnitude(p.word(j))
		if !ok {
			return n, false
		}
		n.v, n.step, n.next, n.magnified = f*m, f*m, j+1, true
		return n, true
	case "couple":
		if a := p.word(i - 1); a != "a" {
			return n, false
		}
		j := i + 1
		if p.word(j) == "of" {
			j++
		}
		n.v, n.next, n.about = 2, j, true
		if m, ok := magnitude(p.word(j)); ok {
			n.scale(m)
			n.next = j + 1
		} else if j == i+1 {
			return n, false
		}
		return n, true
	}
	if m, ok := many(w); ok {
		return p.manyOf(n, m)
	}
	const (
		none = iota
		units
		teens
		tens
		hundreds
		thousands
	)
	total, current, last, least := 0.0, 0.0, none, math.Inf(1)
	j := i
loop:
	for ; p.is(j, words.Word) && (j == i || !p.newline(j)); j++ {
		w := p.low(j)
		if v, ok := cardinal(w); ok {
			class := units
			if v >= 20 {
				class = tens
			} else if v >= 10 || v == 0 {
				class = teens
			}
			switch {
			case last == units || last == teens, last == tens && class != units:
				break loop
			case p.toks[j].glue == hyphen && last != tens && last != none: // five-six
				break loop
			}
			current += v
			last = class
			continue
		}
		if m, ok := magnitude(w); ok {
			if last == none {
				return p.severalOf(n, i, m)
			}
			switch {
			case m <= 100:
				if last == hundreds || current == 0 {
					break loop
				}
				current *= m
				n.step = m
				last = hundreds
				if m == 12 {
					n.magnified = true
					j++
					break loop
				}
			case m >= least: // a smaller magnitude stood before it: two thousand million
				total = (total + current) * m
				current, n.step, last = 0, m, thousands
			default:
				total += max(current, 1) * m
				current, least, n.step, last = 0, m, m, thousands
			}
			n.magnified = true
			continue
		}
		if w == "and" && last >= hundreds {
			if v, ok := cardinal(p.word(j + 1)); ok && v > 0 && !p.capital(j+1) {
				// “two hundred and three soldiers”, but “a thousand and one of them”
				if next := p.word(j + 2); v != 1 || next != "of" {
					continue
				}
			}
		}
		if w == "point" && last != none {
			if v, ok := cardinal(p.word(j + 1)); ok && v < 10 && !p.capital(j+1) {
				place := 0.1
				j++
				for ok && v < 10 {
					current += v * place
					n.step = place
					place /= 10
					j++
					v, ok = cardinal(p.word(j))
				}
				current = math.Round(current/n.step) * n.step
				j--
				last = units
				n.magnified = false
				continue
			}
		}
		break
	}
	if last == none {
		return n, false
	}
	if last < hundreds {
		if n.step >= 1 {
			n.step = 1
			if last == tens {
				n.step = 10
			}
		}
	}
	n.v, n.next = total+current, j
	p.andHalf(&n)
	return n, true
}

// manyOf reads tens of thousands, hundreds of millions, dozens.
func (p *parser) manyOf(n number, m float64) (number, bool) {
	i := n.first
	n.next, n.v = i+1, m
	if p.word(i+1) == "of" && m != 12 && m != 20 {
		if m2, ok := many(p.word(i + 2)); ok && m2 > m {
			n.v *= m2
			n.next = i + 3
		}
	}
	after := p.word(n.next)
	switch {
	case m == 10 && n.next == i+1:
		return n, false
	case m == 20 && after != "of" && after != "more" && after != "dead" && after != "killed" && after != "injured" && after != "wounded" && after != "were" && after != "are" && after != "have":
		return n, false
	}
	n.many, n.high, n.step = true, n.v*20, n.v
	return n, true
}

// severalOf reads several hundred, a few thousand; a magnitude that nothing
// counts is no number.
func (p *parser) severalOf(n number, i int, m float64) (number, bool) {
	switch p.word(i - 1) {
	case "several", "few", "many", "some":
	default:
		return n, false
	}
	n.v, n.step, n.next = m, m, i+1
	for {
		m2, ok := magnitude(p.word(n.next))
		if !ok {
			break
		}
		n.v *= m2
		n.next++
	}
	n.step, n.high, n.many, n.magnified = n.v, n.v*20, true, true
	return n, true
}

// share reads half of, a third, two-thirds, one in five.
func (p *parser) share(i int) (number, bool) {
	n := number{first: i, next: i, share: true, step: 0.01}
	w := p.low(i)
	if f, ok := p.slashed(i); ok && p.word(i+1) == "of" {
		n.v, n.next, n.shareOf, n.digits = f, i+1, i+1, true
		return n, true
	}
	top, topOK := 0.0, false
	if w == "a" || w == "an" {
		top, topOK = 1, true
	} else if p.is(i, words.Word) {
		top, topOK = cardinal(w)
	} else if p.is(i, words.Number) && !p.toks[i].opaque && onlyDigits(w) && len(w) <= 3 {
		top, _ = strconv.ParseFloat(w, 64)
		topOK = top > 0
		n.digits = true
	}
	after := func(j int) bool { // what can follow a share
		switch p.word(j) {
		case "of", "the", "its", "his", "her", "their", "our", "all", "that", "these", "those":
			return !p.newline(j)
		}
		return false
	}
	if w == "half" && p.toks[i].glue == spaced {
		switch p.word(i - 1) {
		case "first", "second", "other", "latter", "last", "final", "opening", "top", "bottom", "third", "fourth", "better", "h":
			return n, false
		}
		if p.glued(i + 1) {
			return n, false
		}
		_, m := p.modifierBefore(i)
		if after(i+1) || m || p.percentagePoint(i+1) || p.word(i-1) == "by" || p.word(i-1) == "in" && p.word(i-2) == "cut" {
			n.v, n.next, n.shareOf = 0.5, i+1, i+1
			return n, true
		}
		return n, false
	}
	if !topOK || top < 1 {
		return n, false
	}
	if d, ok := denominator(p.word(i + 1)); ok && !p.newline(i+1) && (p.toks[i+1].glue != tight) {
		dw := p.word(i + 1)
		many := strings.HasSuffix(dw, "s")
		if (top == 1) == many || top >= d && d != 2 || dw == "halves" || dw == "quarters" && top != 3 {
			return n, false
		}
		if p.word(i+2) == "of" && (p.word(i+3) == "a" || p.word(i+3) == "an") {
			if _, is := magnitude(p.word(i + 4)); is {
				return n, false
			}
		}
		_, m := p.modifierBefore(i)
		if many || after(i+2) || m || p.toks[i+1].glue == hyphen && !p.glued(i+2) || dw != "half" && (p.ends(i+2) || stops(p.word(i+2))) && (p.word(i-1) == "by" || changes(p.word(i-1)) || w != "a" && p.ends(i+2)) {
			if dw == "half" && top != 1 || p.glued(i+2) {
				return n, false
			}
			n.v, n.next, n.shareOf = top/d, i+2, i+2
			return n, true
		}
		return n, false
	}
	if w == "a" || w == "an" || top > 99 {
		return n, false
	}
	// one in five, nine out of ten, one in every three
	j := i + 1
	switch {
	case p.word(j) == "in" && p.word(j+1) == "every", p.word(j) == "out" && p.word(j+1) == "of", p.word(j) == "of" && p.word(j+1) == "every":
		j += 2
	case p.word(j) == "in":
		j++
	default:
		return n, false
	}
	whole, ok := p.number(j, false)
	if !ok || whole.v <= top || whole.v != math.Trunc(whole.v) || whole.many || p.glued(i+1) || whole.digits && whole.bare && whole.v > 1000 {
		return n, false
	}
	if p.word(i+1) == "in" && p.word(i+2) != "every" {
		switch whole.v {
		case 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10000, 100000, 1000000:
		default:
			if !whole.magnified {
				return n, false
			}
		}
		w := p.word(whole.next)
		if _, _, ok := timeUnit(w); ok || p.glued(whole.next) || isMonth(w) {
			return n, false
		}
	}
	n.v, n.next, n.shareOf = top/whole.v, whole.next, whole.next
	return n, true
}

// changes reports a verb of rising or falling, after which “a third” is a share.
func changes(w string) bool {
	switch w {
	case "fell", "fallen", "fall", "falling", "rose", "risen", "rise", "rising", "grew", "grown", "dropped", "drop", "declined", "increased", "decreased", "cut", "jumped", "climbed", "shrank", "shrunk", "soared", "slumped", "slipped", "lost", "gained", "up", "down":
		return true
	}
	return false
}

// ends reports that a phrase ends before a token.
func (p *parser) ends(i int) bool {
	if i >= len(p.toks) || p.newline(i) {
		return true
	}
	if p.is(i, words.Punct) {
		r, _ := utf8.DecodeRuneInString(p.raw(i))
		return strings.ContainsRune(".,;:!?)]”’\"'»…–—", r)
	}
	return false
}
