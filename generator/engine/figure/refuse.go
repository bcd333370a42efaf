package figure

import (
	"strings"

	"crosscheck/generator/words"
)

// refuse reports that a number is no figure: a date, a time, an age, a telephone
// number, a label, a result, a name. next is the token after it.
func (p *parser) refuse(n *number) (next int, no bool) {
	i, j := n.first, n.next
	raw := p.raw(i)
	before, after := p.word(i-1), p.word(j)
	if p.newline(i) {
		before = ""
	}
	if p.newline(j) {
		after = ""
	}
	if n.digits {
		if len(raw) > 1 && raw[0] == '0' && raw[1] != '.' && raw[1] != ',' {
			return p.skipNumbers(i), true
		}
		if p.group(i) {
			return p.skipNumbers(i), true
		}
		// 5pm, 1990s, 5G, 4x4
		if p.glued(j) && p.toks[j].glue == tight {
			if _, dim, _ := measure(p.low(j), true); (dim == noDimension || len(p.raw(j)) == 1 && p.capital(j)) && p.raw(j) != "C" && p.raw(j) != "F" {
				if name, _, ok := timeUnit(p.low(j)); !ok || name == "" {
					if _, _, ok := currencyCode(p.raw(j)); !ok && p.low(j) != "p" && p.low(j) != "c" && p.low(j) != "pc" && p.low(j) != "pct" {
						return p.skipGlue(j), true
					}
				}
			}
		}
		if p.listed(i, j) {
			return j, true
		}
		if before == "version" || before == "release" {
			return j, true
		}
		if n.bare {
			if next, no := p.date(i, j, n.v); no {
				return next, true
			}
			if i > 0 && !p.newline(i) {
				k := i - 1
				if (p.raw(k) == "." || p.raw(k) == ":") && p.touches(k) { // No. 10, ID: 4711
					k--
				}
				if p.capital(k) && (p.word(k) == "no" || p.word(k) == "nos") || p.word(k) != "no" {
					if always, byCapital := label(p.word(k)); always || byCapital && p.capital(k) && (!p.starts(k) || !p.titled(k)) {
						return j, true
					}
				}
				if p.word(k) == "of" && p.word(k-1) == "group" && p.capital(k-1) {
					return j, true
				}
			}
			if p.models[raw] && !human(singular(after)) {
				return j, true // the new 787
			}
			if p.airliner(i, j, raw) {
				return j, true
			}
			if size := len(raw); size == 2 && i > 0 && p.touches(i) && (p.raw(i-1) == "'" || p.raw(i-1) == "’" || p.raw(i-1) == "‘") && !plural(after) && !p.unitAfter(j) && p.raw(j) != "%" {
				return j, true // the class of '68
			}
			if p.acronym(i-1) && !p.newline(i) {
				return j, true // FTSE 100, S&P 500, A&E 24
			}
			if p.serial(i, j, after) {
				return j, true
			}
			if next, run := p.run(i); run {
				return next, true
			}
			if after == "for" && p.is(j+1, words.Number) && len(p.raw(j+1)) <= 2 && onlyDigits(p.raw(j+1)) && !plural(p.word(j+2)) && p.raw(j+2) != "%" { // 112 for 4
				return j + 2, true
			}
			// Long digits that name no one thing counted are an identifier.
			if len(raw) >= 7 && after == "" {
				return j, true
			}
			// 10 Downing Street
			if p.capital(j) && !p.newline(j) && (street(p.word(j+1)) && p.capital(j+1) || street(p.word(j+2)) && p.capital(j+1) && p.capital(j+2)) {
				return j, true
			}
		}
	} else {
		if next, no := p.nameWord(n); no {
			return next, true
		}
		switch before { // chapter seven, day three
		case "number", "route", "chapter", "phase", "section", "article", "act", "stage", "level", "page", "channel", "platform", "gate", "flight", "volume":
			return j, true
		case "day", "round", "part", "game", "week", "step", "category", "grade", "class", "set":
			switch after {
			case "starts", "begins", "ends", "opens", "sees", "brings", "kicks", "follows":
				return j, true
			}
			if after == "" || stops(after) {
				return j, true
			}
		}
		if isMonth(after) && after != "may" && after != "march" {
			return j, true
		}
	}
	if n.digits && !n.bare && !n.magnified && n.next == i+1 && p.capital(i-1) && !p.newline(i) && !p.starts(i-1) && !p.titled(i) && after != "percent" && after != "per" && p.raw(j) != "%" && !p.unitAfter(j) {
		if whole, fraction, ok := strings.Cut(raw, "."); ok && len(whole) == 1 && len(fraction) == 1 {
			return j, true // Web 2.0, Release 4.1
		}
	}
	// Clock times.
	switch after {
	case "a.m.", "p.m.", "a.m", "p.m", "am", "pm", "o'clock", "o’clock", "gmt", "utc", "est", "edt", "cet", "bst", "noon", "midnight":
		if after != "am" || n.v <= 12 {
			return j + 1, true
		}
	case "hours":
		if n.bare && len(raw) == 4 {
			return j + 1, true
		}
	case "local":
		if p.word(j+1) == "time" {
			return j + 2, true
		}
	case "in":
		if (p.word(j+1) == "the" || p.word(j+1) == "that") && n.v <= 12 {
			switch p.word(j + 2) {
			case "morning", "afternoon", "evening":
				if before == "at" || before == "around" || before == "about" || before == "by" {
					return j + 3, true
				}
			}
		}
	}
	if (before == "past" || after == "past") && n.v < 60 && (p.word(i-2) == "half" || p.word(i-2) == "quarter" || after == "past" && !n.digits) {
		return j, true
	}
	if p.dotted(n, before) {
		return j, true
	}
	if next, no := p.age(n, before, after); no {
		return next, true
	}
	// Telephone numbers in words' company.
	if n.digits && n.bare {
		for k := i - 1; k >= 0 && k >= i-3 && !p.newline(k+1); k-- {
			switch p.word(k) {
			case "call", "ring", "text", "phone", "tel", "telephone", "dial", "hotline", "fax":
				if !plural(after) || after == "" {
					return p.skipNumbers(i), true
				}
			}
		}
	}
	// A superscript, a footnote: [3]
	if n.bare && p.raw(i-1) == "[" && p.raw(j) == "]" && i > 0 {
		return j + 1, true
	}
	return j, false
}

// skipGlue passes over what is joined to a number.
func (p *parser) skipGlue(j int) int {
	for j < len(p.toks) && p.glued(j) {
		j++
	}
	return j
}

// maxGroups is more groups of digits than a telephone number has; looking no
// further keeps the cost of a long row of numbers linear.
const maxGroups = 8

// group reports digits in three groups or more, or two that look like a
// telephone number: 555-0123, 020 7946 0958, 2021-07-18, 1 800 555 019.
func (p *parser) group(i int) bool {
	if !onlyDigits(p.raw(i)) {
		return false
	}
	k := i + 1
	joined := 0
	for k < len(p.toks) && k <= i+maxGroups && p.is(k, words.Number) && p.toks[k].glue == hyphen {
		if p.raw(k)[0] == '0' && len(p.raw(k)) > 1 {
			return true
		}
		joined++
		k++
	}
	if joined >= 2 {
		return true
	}
	if joined == 1 && len(p.raw(i)) == 3 && len(p.raw(i+1)) == 4 && onlyDigits(p.raw(i+1)) && !p.is(k, words.Word) {
		return true
	}
	if p.is(i+1, words.Number) && onlyDigits(p.raw(i+1)) && p.toks[i+1].glue == spaced && !p.newline(i+1) && len(p.raw(i+1)) == 4 && (len(p.raw(i)) == 3 || p.raw(i + 1)[0] == '0') && p.toks[i+1].start-p.toks[i].end == 1 {
		return true // 555 0199
	}
	// Spaced groups where one has four digits, or a bracketed area code.
	spacedGroups, four := 1, len(p.raw(i)) == 4
	for k := i + 1; k < len(p.toks) && k <= i+maxGroups && p.is(k, words.Number) && onlyDigits(p.raw(k)) && p.toks[k].glue == spaced && p.toks[k].start-p.toks[k-1].end <= 2 && !p.newline(k); k++ {
		spacedGroups++
		four = four || len(p.raw(k)) == 4
	}
	return spacedGroups >= 3 && four
}

// listed reports the number of a list item: 1. at the head of a line, (2), 3).
func (p *parser) listed(i, j int) bool {
	if j != i+1 || !onlyDigits(p.raw(i)) || len(p.raw(i)) > 3 {
		return false
	}
	open := i > 0 && p.raw(i-1) == "(" && p.touches(i)
	closes := p.raw(j) == ")" && p.touches(j)
	if open && closes {
		return true
	}
	first := p.newline(i)
	if first && (p.raw(j) == "." || p.raw(j) == ")") && p.touches(j) && !p.newline(j) {
		return true
	}
	return closes && !open && p.noOpening(i)
}

// noOpening reports that no bracket is open before a token in its line.
func (p *parser) noOpening(i int) bool {
	for k := i - 1; k >= 0 && k > i-40 && !p.newline(k+1); k-- {
		switch p.raw(k) {
		case "(":
			return false
		case ")":
			return true
		}
	}
	return true
}

// date reports digits that belong to a date or are a year.
func (p *parser) date(i, j int, v float64) (next int, no bool) {
	before, after := p.word(i-1), p.word(j)
	if p.newline(i) {
		before = ""
	}
	if p.newline(j) {
		after = ""
	}
	if p.raw(i-1) == "." && isMonth(p.word(i-2)) && p.touches(i-1) && i >= 2 { // Sept. 5
		before = p.word(i - 2)
	}
	size := len(p.raw(i))
	if v >= 1 && v <= 31 && size <= 2 {
		month := func(w string, at int) bool { return isMonth(w) && p.capital(at) }
		if month(before, i-1) || isMonth(before) && before != "may" && before != "march" && before != "mar" && before != "sun" {
			next := j
			if p.is(next, words.Number) && p.toks[next].glue == hyphen {
				next++
			} else if (p.raw(next) == "–" || p.raw(next) == "and" || p.raw(next) == "to" || p.raw(next) == "-") && p.is(next+1, words.Number) && !plural(p.word(next+2)) {
				next += 2
			}
			return next, true
		}
		if month(after, j) {
			return j + 1, true
		}
		if after == "of" && month(p.word(j+1), j+1) {
			return j + 2, true
		}
		if isWeekday(before) && p.capital(i-1) && !plural(after) {
			return j, true
		}
		// 17-18 July, 17 and 18 July
		if p.is(j, words.Number) && p.toks[j].glue == hyphen && month(p.word(j+1), j+1) {
			return j + 2, true
		}
		if (p.raw(j) == "–" || p.raw(j) == "and" || p.raw(j) == "to" || p.raw(j) == "or" || p.raw(j) == "-") && p.is(j+1, words.Number) && month(p.word(j+2), j+2) {
			return j + 3, true
		}
	}
	if i > 0 && p.toks[i].glue == hyphen && p.is(i-1, words.Number) && size == 2 && len(p.raw(i-1)) == 4 && p.raw(i - 1)[0] <= '2' {
		return j, true // 1939-45
	}
	if size == 4 && v >= 1500 && v < 2100 {
		switch before {
		case "in", "since", "of", "from", "until", "till", "during", "early", "late", "mid", "before", "after", "year", "circa", "and", "to", "by", "the", "a", "an", "this", "that", "for", "his", "her", "its", "their", "our",
			"spring", "summer", "autumn", "fall", "winter", "fiscal", "around", "about", "back", "or", "between", "at":
			// “by 2000 soldiers” is not written; “about 2000 people” is.
			if before == "about" || before == "around" || before == "by" || before == "to" || before == "of" || before == "from" || before == "for" || before == "at" {
				if (strong(after) || p.unitAfter(j)) && (v < 1950 || v == 2000 || int(v)%100 == 0 || before == "about") {
					return j, false
				}
			}
			return j, true
		}
		if isMonth(before) || p.raw(i-1) == "," && p.is(i-2, words.Number) || p.raw(i-1) == "," && isMonth(p.word(i-2)) {
			return j, true
		}
		if p.capital(i-1) && !p.starts(i-1) && !p.titled(i) {
			return j, true
		}
		if p.unitAfter(j) || after != "" && plural(after) && !stops(after) && (int(v)%10 == 0 || strong(after)) || p.raw(j) == "%" {
			return j, false
		}
		if strong(p.word(j + 1)) {
			return j, false
		}
		return j, true
	}
	if w := p.raw(j); w == "BC" || w == "AD" || w == "BCE" || w == "CE" || p.raw(i-1) == "AD" {
		return j, true
	}
	return j, false
}

// strong reports nouns that are counted in thousands rather than dated.
func strong(w string) bool {
	return w != "" && (human(singular(w)) || w == "troops" || w == "homes" || w == "houses" || w == "jobs" || w == "animals" || w == "vehicles")
}

func (p *parser) unitAfter(j int) bool {
	w := p.word(j)
	if w == "" || p.newline(j) {
		return false
	}
	if _, dim, _ := measure(w, p.glued(j)); dim != noDimension {
		return true
	}
	_, _, ok := currencyNoun(w)
	return ok || w == "square" || w == "cubic" || w == "percent"
}

// age reports an age: aged 34, 34 years old, a 34-year-old, Smith, 34, said,
// children under five.
func (p *parser) age(n *number, before, after string) (next int, no bool) {
	i, j := n.first, n.next
	if n.v > 130 {
		return j, false
	}
	switch before {
	case "aged", "age", "ages", "turned", "turns", "turning", "youngest", "oldest":
		if before == "turned" || before == "turns" || before == "turning" {
			if !p.ends(j) && after != "in" && after != "on" && after != "last" && after != "this" {
				break
			}
		}
		next := j
		if w := p.word(next); (w == "to" || w == "and" || w == "or") || p.raw(next) == "–" || p.glued(next) {
			if p.glued(next) {
				next--
			}
			if m, ok := p.number(next+1, false); ok {
				next = m.next
			}
		}
		if w := p.word(next); w == "years" || w == "months" {
			next++
		}
		return max(next, j), true
	case "between":
		if p.word(i-2) == "aged" || p.word(i-2) == "ages" {
			if m, ok := p.number(j+1, false); ok && after == "and" {
				return m.next, true
			}
		}
	case "of":
		if p.word(i-2) == "age" || p.word(i-2) == "ages" {
			return j, true
		}
		// A man of 81, and a mother of four, of whom nobody can tell more than that
		// the four are neither dead nor hurt.
		if aging(singular(p.word(i-2))) && !p.newline(i-1) && (p.ends(j) || stops(after) || verbal(after)) {
			return j, true
		}
		if aging(p.word(i-2)) && !p.newline(i-1) {
			if name, _, ok := timeUnit(after); ok && name != "" {
				return j + 1, true // a boy of four months
			}
		}
	case "under", "over", "below", "above":
		// children under five; over-65s
		if p.ends(j) || stops(after) {
			noun := p.word(i - 2)
			if w := noun; w == "were" || w == "are" || w == "was" || w == "is" { // of the pilgrims were under 10
				noun = p.word(i - 3)
				if human(singular(noun)) || noun == "them" || noun == "victims" || agent(singular(noun)) {
					return j, true
				}
			}
			switch singular(noun) {
			case "child", "kid", "boy", "girl", "people", "adult", "woman", "man", "person", "anyone", "everyone", "those", "toddler", "player", "resident", "patient", "infant", "youth", "teenager", "citizen":
				return j, true
			}
		}
	}
	switch before {
	case "he's", "she's", "he’s", "she’s":
		if p.ends(j) {
			return j, true
		}
	case "was", "is", "turned", "be":
		who := p.word(i - 2)
		if p.ends(j) && n.v > 1 && (who == "he" || who == "she" || who == "who" && p.raw(i-3) == ",") {
			return j, true // She was 34.
		}
		if then := p.word(j + 1); after == "when" && n.v > 1 && (who == "he" || who == "she" || (then == "he" || then == "she") && (p.capital(i-2) || aging(who) || agent(who))) {
			return j, true // Anna was 34 when she died.
		}
	case "only", "just", "still", "now", "then", "both", "already":
		switch p.word(i - 2) {
		case "was", "is":
			if who := p.word(i - 3); (p.ends(j) || after == "when") && n.v > 1 && (who == "he" || who == "she") {
				return j, true // She was only 34.
			}
		case "now", "then":
			if n.digits && n.bare && p.raw(i-3) == "," && !p.newline(i) && p.ends(j) && (p.capital(i-4) || agent(p.word(i-4))) {
				return j, true // Anna Berg, then only 12,
			}
		case "":
			// Anna Berg, now 81, and the couple, both 70,
			if n.digits && n.bare && p.raw(i-2) == "," && !p.newline(i) && p.ends(j) && (before == "both" || p.capital(i-3) && !p.acronym(i-3) && !isMonth(p.word(i-3)) || aging(p.word(i-3)) || agent(p.word(i-3))) {
				return j, true
			}
		}
	case "at":
		if p.ends(j) && n.v < 100 {
			for k := i - 2; k >= 0 && k >= i-9 && !p.newline(k+1) && p.raw(k) != "."; k-- {
				switch p.word(k) {
				case "died", "dies", "became", "become", "married", "retired", "orphaned", "widowed", "debuted":
					return j, true // She became a doctor at 23.
				}
			}
		}
		if p.starts(i-1) && p.raw(j) == "," && (p.word(j+1) == "he" || p.word(j+1) == "she") {
			return j, true // At 34, she
		}
	}
	// N year(s) old, N-year-old(s), N to M years old
	k := j
	if p.raw(k) == "-" && p.touches(k) && (p.word(k+1) == "to" || p.word(k+1) == "and" || p.word(k+1) == "or") { // 18- to 24-year-olds
		k++
	}
	if w := p.word(k); (w == "to" || w == "or" || w == "and") || p.is(k, words.Number) && p.glued(k) || p.raw(k) == "–" {
		at := k + 1
		if p.glued(k) {
			at = k
		}
		if m, ok := p.number(at, false); ok && !m.magnified {
			k = m.next
		}
	}
	if w := p.word(k); w == "year" || w == "years" || w == "month" || w == "months" || w == "week" || w == "weeks" || w == "day" || w == "days" || w == "yr" {
		if o := p.word(k + 1); o == "old" || o == "olds" || o == "of" && p.word(k+2) == "age" {
			return k + 2, true
		}
	}
	// Two soldiers, 19 and 22, died
	if next, ok := p.ages(n); ok {
		return next, true
	}
	// Anna Smith, 34, said; Smith (34)
	if n.digits && n.bare && n.v >= 1 && i >= 2 && !p.newline(i) && (p.capital(i-2) && !isMonth(p.word(i-2)) || agent(p.word(i-2)) && n.v > 4) {
		comma := p.raw(i-1) == ","
		bracket := p.raw(i-1) == "("
		if comma && p.is(j, words.Punct) && (p.raw(j) == "," || p.raw(j) == "." || p.raw(j) == ";") || bracket && p.raw(j) == ")" {
			return j, true
		}
	}
	return j, false
}

// ages reports two numbers or more that stand by themselves between the commas or
// brackets behind a noun for several persons, and returns the token behind them.
func (p *parser) ages(n *number) (next int, ok bool) {
	i := n.first
	if !n.digits || !n.bare || i < 2 || p.newline(i) || p.newline(i-1) {
		return i, false
	}
	if noun := p.word(i - 2); noun != "couple" && noun != "pair" && noun != "duo" && noun != "trio" && (!plural(noun) || !human(singular(noun)) && !agent(singular(noun))) {
		return i, false
	}
	open := p.raw(i - 1)
	if open != "," && open != "(" {
		return i, false
	}
	member := func(k int) bool {
		return p.is(k, words.Number) && onlyDigits(p.raw(k)) && len(p.raw(k)) <= 3 && !p.glued(k) && !p.newline(k)
	}
	k := n.next
	for count := 1; count < 20; count++ {
		j := k
		if p.raw(j) == "," {
			j++
		}
		if p.word(j) == "and" {
			j++
		}
		if j == k || !member(j) {
			return k, count > 1 && (open == "(" && p.raw(k) == ")" || open == "," && p.ends(k))
		}
		k = j + 1
	}
	return k, false
}

// aging reports a noun for one person after whom “of” and a bare number give an
// age, or how many children there are.
func aging(w string) bool {
	switch w {
	case "man", "woman", "boy", "girl", "child", "lad", "youth", "teenager", "toddler", "infant", "lady", "gentleman", "widow", "widower", "spinster", "bachelor", "pensioner", "youngster",
		"mother", "father", "parent", "mum", "mom", "dad", "grandmother", "grandfather", "grandparent", "stepmother", "stepfather", "wife", "husband", "son", "daughter":
		return true
	}
	return false
}

// nameWord reports a number word that is part of a name or an idiom.
func (p *parser) nameWord(n *number) (next int, no bool) {
	i, j := n.first, n.next
	w := p.low(i)
	if p.capital(i) && !p.starts(i) && !p.titled(i) {
		if p.capital(j) && !p.newline(j) || p.capital(i-1) && !p.newline(i) || p.word(i-1) == "of" && p.capital(i-2) {
			return j, true // Five Star Movement, Group of Seven
		}
	}
	if j != i+1 && w != "one" {
		return j, false
	}
	switch w {
	case "zero":
		return j, !plural(p.word(j))
	case "one":
		if j > i+1 {
			return j, false
		}
		switch p.word(i - 1) {
		case "no", "every", "each", "any", "this", "that", "the", "which", "another", "some", "number", "day", "for", "what":
			if !p.newline(i) && !(p.word(i-1) == "for" && plural(p.word(j))) && !p.unitAfter(j) {
				return j, true
			}
		}
		switch p.word(j) {
		case "", "of", "another", "thing", "day", "side", "hand", "way", "point", "reason", "moment", "such", "year", "month", "week", "night", "morning", "more", "that", "step", "level", "sense", "example", "man's", "woman's", "or", "source", "official", "expert", "analyst", "observer", "diplomat", "critic":
			if p.word(j) == "more" && p.word(j+1) != "" && !stops(p.word(j+1)) && p.word(j+1) != "time" {
				return j, false
			}
			if p.word(j) == "or" && (p.word(j+1) == "two") {
				return j, false
			}
			if p.glued(j) {
				return j, false
			}
			if p.raw(j) == "%" {
				return j, false
			}
			return j, true
		}
		if strings.ContainsAny(p.raw(j), "'’") {
			return j, true
		}
	case "second":
		return j, true
	}
	return j, false
}

// airliner reports the number of a Boeing without its maker: the 737 crashed.
func (p *parser) airliner(i, j int, raw string) bool {
	if len(raw) != 3 || raw[0] != '7' || raw[2] != '7' {
		return false
	}
	switch p.word(i - 1) {
	case "the", "a", "its", "their", "his", "another", "this", "that":
	default:
		return false
	}
	switch p.word(j) {
	case "were", "are", "have", "who", "of", "and", "or":
		return false // the 737 were evacuated
	}
	w := p.word(j)
	return p.ends(j) || (stops(w) || verbal(w)) && !plural(w)
}

// agent reports a noun for one person by its ending, or one of the commonest
// that have none: the driver, 29, said.
func agent(w string) bool {
	switch w {
	case "number", "order", "remainder", "quarter", "chapter", "letter", "paper", "matter", "water", "computer", "border", "river", "winter", "summer", "over", "under", "after", "however", "other", "former", "latter", "september", "october", "november", "december",
		"factor", "sector", "floor", "door", "major", "minor", "error", "report", "percent", "government", "parliament", "department", "amendment", "agreement", "center", "corner", "counter", "tower", "power", "offer", "answer", "list", "whether", "never", "rather", "together", "further", "another", "altogether", "either", "neither":
		return false
	case "oldest", "youngest", "eldest", "man", "woman", "boy", "girl", "mother", "father", "brother", "sister", "son", "daughter", "wife", "husband", "friend", "cousin", "uncle", "aunt", "nephew", "niece", "victim", "suspect", "pilot", "student", "pilgrim", "chef", "nurse", "judge", "priest", "widow", "guard", "captain", "clerk", "coach", "model", "president", "migrant", "pilgrims", "resident", "patient":
		return true
	}
	return len(w) > 4 && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "or") || strings.HasSuffix(w, "ist") || strings.HasSuffix(w, "man") || strings.HasSuffix(w, "ian"))
}

// dotted reports a clock time in the British manner: at 8.15, the 9.40.
func (p *parser) dotted(n *number, before string) bool {
	raw := p.raw(n.first)
	hour, minute, ok := strings.Cut(raw, ".")
	if !ok || !n.digits || n.next != n.first+1 || len(hour) > 2 || len(minute) != 2 || !onlyDigits(hour) || !onlyDigits(minute) || minute[0] > '5' || n.v >= 24 {
		return false
	}
	switch before {
	case "at", "the", "by", "before", "after", "until", "till", "since":
	default:
		return false
	}
	j := n.next
	return p.raw(j) != "%" && !p.unitAfter(j) && !plural(p.word(j)) && p.word(j) != "per" && p.word(j) != "percentage" && !p.touches(j) || p.ends(j)
}

// serial reports the number of a game, a day, a round: game 12 was drawn.
func (p *parser) serial(i, j int, after string) bool {
	switch p.word(i - 1) {
	case "game", "round", "day", "week", "stage", "part", "episode", "lap", "hole", "step", "item", "heat", "leg", "matchday", "seat", "lot":
	default:
		return false
	}
	switch p.word(i - 2) {
	case "every", "each", "per", "a", "this", "that", "one", "some", "same", "last", "next", "the", "any", "another":
		return false
	}
	return !p.newline(i) && (p.ends(j) || stops(after))
}

// run reports that a number stands among four or more that nothing but commas
// parts, as the numbers of a lottery or of pages do, and returns the token
// behind them.
func (p *parser) run(i int) (next int, ok bool) {
	member := func(k int) bool {
		return p.is(k, words.Number) && onlyDigits(p.raw(k)) && len(p.raw(k)) <= 3 && !p.glued(k)
	}
	n, k := 1, i+1
	for n < 20 && !p.newline(k) {
		j := k
		if p.raw(j) == "," {
			j++
		}
		if p.word(j) == "and" {
			j++
		}
		if j == k || !member(j) || p.newline(j) {
			break
		}
		n++
		k = j + 1
	}
	return k, n >= 4 && (p.ends(k) || stops(p.word(k)))
}

// acronym reports a word all in capitals to which the number behind it belongs:
// FTSE 100. Behind a preposition it is more likely a place (in NATO 12 members).
func (p *parser) acronym(k int) bool {
	w := p.raw(k)
	if !p.is(k, words.Word) || p.toks[k].glue != spaced || p.titled(k) {
		return false
	}
	if len(w) > 2 && w[0] >= 'a' && w[0] <= 'z' && w[1] >= 'A' && w[1] <= 'Z' { // iOS 4
		return true
	}
	for i := 0; i < len(w); i++ {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	switch w {
	case "US", "UK", "UN", "EU", "USA", "UAE", "NATO", "A", "I":
		return false
	}
	if _, _, money := currencyCode(w); money {
		return false
	}
	if preposition(p.word(k - 1)) {
		return false
	}
	return len(w) >= 2 || p.raw(k-1) == "&"
}
