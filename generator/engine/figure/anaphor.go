package figure

import "strings"

// antecedent returns the unit of the figure that “four of them” takes its four
// from: the last count before it in the same paragraph, if that is no smaller.
// “17 towns, four of them” counts towns.
func (p *parser) antecedent(before []Figure, f *Figure) string {
	for i := len(before) - 1; i >= 0 && i >= len(before)-3; i-- {
		b := &before[i]
		gap := p.text[b.End:f.Start]
		if len(gap) > 400 || strings.ContainsAny(gap, "\n\r\u2028\u2029") {
			break
		}
		if b.Kind == Count && b.Unit != "" && b.Value >= f.Value {
			return b.Unit
		}
	}
	return ""
}

// possessed reads the noun behind a possessive and a number: of the country’s
// 400 districts. next is the token behind the possessive, where the number is
// still to be read, and end the token behind the noun.
func (p *parser) possessed(i int) (unit string, next, end int) {
	for j := i; j < i+4 && !p.newline(j) && p.word(j) != ""; j++ {
		w := p.low(j)
		if !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "’s") {
			continue
		}
		inner, ok := p.number(j+1, false)
		if !ok || inner.next <= j+1 {
			return "", i, i
		}
		unit, end, _ := p.noun(inner.next, max(inner.v, 2), nil)
		return unit, j + 1, end
	}
	return "", i, i
}

// ofPeople reports that a number without a noun counts people: it is killed,
// hurt, arrested or the like (wounding 18; 12 were still missing).
func (p *parser) ofPeople(first, next int) bool {
	k := first - 1
	if b, ok := p.modifierBefore(first); ok {
		k = b.first - 1
	}
	for n := 0; n < 2; n++ {
		switch p.word(k) {
		case "another", "a", "further", "some", "all", "also", "only", "the", "other":
			k--
		}
	}
	if p.toll(k) {
		return true
	}
	if !p.newline(k+1) && (harms(p.word(k)) || strikes(p.word(k))) {
		return p.ends(next) || stops(p.word(next)) || p.word(next) == "more"
	}
	j := next
	if p.newline(j) {
		return false
	}
	switch p.word(j) {
	case "more", "others":
		j++
	}
	switch p.word(j) {
	case "died", "drowned", "perished", "survived", "suffered":
		return true
	case "were", "was", "are", "is", "remain", "remained", "have", "had":
		j++
	default:
		return harms(p.word(j)) && p.ends(j+1)
	}
	for n := 0; n < 3; n++ {
		switch w := p.word(j); w {
		case "been", "still", "also", "later", "reportedly", "now", "being", "already", "since", "found", "reported", "confirmed", "feared", "pronounced", "listed", "believed", "seriously", "badly", "critically", "slightly":
			j++
		default:
			return harms(w) || w == "dead" || w == "missing" || w == "unhurt" || w == "homeless" || w == "treated" || w == "sentenced" || w == "charged" || w == "released" || w == "died"
		}
	}
	return false
}

// toll reports that the word before a number leads to it from “the death toll”:
// the toll rose to 45.
func (p *parser) toll(k int) bool {
	switch p.word(k) {
	case "to", "past", "at", "of", "is", "was", "above", "beyond", "reached", "passed", "exceeded", "hit":
	default:
		return false
	}
	for i := k; i >= 0 && i > k-12 && !p.newline(i+1); i-- {
		switch p.low(i) {
		case "toll":
			return true
		case ".", ";", "road", "human", "heavy":
			return false
		}
	}
	return false
}

// harms reports a participle for what is done to people and seldom to things.
func harms(w string) bool {
	switch w {
	case "killed", "wounded", "injured", "hurt", "arrested", "detained", "hospitalised", "hospitalized", "jailed", "displaced", "evacuated", "infected", "abducted", "kidnapped", "executed", "drowned", "murdered", "trampled":
		return true
	}
	return false
}

// strikes is harms for the other forms of the verb.
func strikes(w string) bool {
	switch w {
	case "killing", "kills", "kill", "wounding", "wounds", "injuring", "injures", "injure", "hurting", "hurts", "arresting", "arrests", "detaining", "detains", "hospitalising", "hospitalizing", "jailing", "displacing", "displaces",
		"evacuating", "infecting", "infects", "abducting", "executing", "executes", "drowning":
		return true
	}
	return false
}

// ofPeriod reads “of the year”, “of this season”, “of its kind” from “of” on:
// what can follow an ordinal that counts and has no noun.
func (p *parser) ofPeriod(i int) bool {
	switch p.word(i + 1) {
	case "the", "this", "his", "her", "its", "their":
	default:
		return false
	}
	switch p.word(i + 2) {
	case "year", "season", "week", "day", "campaign", "kind", "decade", "war", "series", "tournament":
		return true
	}
	return false
}

// opener reports a word that can stand before a number at the head of a
// sentence without being a name: Another 12, Only 12, Killing 12.
func opener(w string) bool {
	switch w {
	case "another", "only", "all", "other", "fully", "even", "nearly", "almost", "about", "roughly", "approximately", "exactly", "perhaps", "maybe", "last", "next", "police", "now", "meanwhile", "instead", "today", "yesterday", "some", "additional":
		return true
	}
	return stops(w) || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ly")
}
