package figure

// fate reads what befell the people that a figure counts: from the noun itself
// (12 dead), from the verb before the figure (killing 12) or behind it (12 people
// were killed, 12 people have died). Between verb and figure nothing may stand
// but what bounds the figure, and behind it nothing but helping verbs. Two words
// for two fates joined (killed or wounded) are neither the one nor the other.
func (p *parser) fate(f *Figure) Fate {
	if f.Kind != Count || f.Unit != "" && !human(f.Unit) && !personal(f.Unit) {
		return ""
	}
	if w := fateOf(f.Unit); w != "" {
		return p.joined(w, p.tokenAt(f.To), 1)
	}
	if f.To > f.End { // 60,000 displaced
		if w := fateOf(p.word(p.tokenAt(f.To) - 1)); w != "" {
			return p.joined(w, p.tokenAt(f.To), 1)
		}
	}
	first := p.tokenAt(f.From)
	k := first - 1
	if f.Unit == "people" && p.toll(k) {
		return Dead
	}
	for n := 0; n < 3; n++ {
		switch p.word(k) {
		case "another", "a", "an", "further", "all", "also", "only", "the", "other", "some", "off", "out":
			k--
		}
	}
	if k >= 0 && !p.newline(k+1) {
		if w := fateOf(p.word(k)); w != "" && !(p.word(k) == "dead" || p.word(k) == "died" || p.word(k) == "missing" || p.word(k) == "fled" || p.word(k) == "survived") {
			// “were killed, 12” and “among the injured 12” are not met; “12 people
			// were killed 12 kilometers” counts no people.
			return p.joined(w, k-1, -1)
		}
	}
	j := p.tokenAt(f.To)
	switch p.word(j) {
	case "more", "others", "people":
		j++
	}
	if j >= len(p.toks) || p.newline(j) {
		return ""
	}
	for n := 0; n < 6; n++ {
		switch w := p.word(j); w {
		case "were", "was", "are", "is", "have", "had", "has", "been", "be", "being", "still", "also", "later", "reportedly", "now", "already", "since", "found", "reported", "confirmed", "feared", "pronounced", "listed", "believed",
			"remain", "remained", "left", "seriously", "badly", "critically", "slightly", "lightly", "who", "could", "may", "might", "to", "forcibly", "newly", "internally", "including", "shot":
			j++
		default:
			return p.joined(fateOf(w), j+1, 1)
		}
	}
	return ""
}

// joined returns the fate that a word names, or both where “or” or “and” at token
// i joins it to the word for another fate, in the direction of step.
func (p *parser) joined(fate Fate, i, step int) Fate {
	if fate == "" || p.newline(max(i, i-step)) {
		return fate
	}
	switch p.word(i) {
	case "or", "and":
	default:
		return fate
	}
	i += step
	for n := 0; n < 2; n++ {
		switch p.word(i) {
		case "seriously", "badly", "critically", "slightly", "lightly", "were", "are", "reported", "presumed", "feared", "went", "still":
			i += step
		}
	}
	other := fateOf(p.word(i))
	if other == "" || other == fate {
		return fate
	}
	for _, first := range [...]Fate{Dead, Hurt, Missing, Seized, Displaced, Saved} {
		switch first {
		case fate:
			return fate + " or " + other
		case other:
			return other + " or " + fate
		}
	}
	return fate
}

// NamesFate reports that the noun counted says by itself what befell the people:
// 12 dead, 12 deaths, 12 wounded.
func (f Figure) NamesFate() bool { return f.Fate != "" && fateOf(f.Unit) == f.Fate }

// befallen reports that the noun counted names what befell the people, or one of
// the things that did: 12 dead, 12 dead or wounded.
func (f Figure) befallen() bool { return f.Fate != "" && fateOf(f.Unit) != "" }

// tokenAt returns the first token that begins at or behind an offset.
func (p *parser) tokenAt(offset int) int {
	low, high := 0, len(p.toks)
	for low < high {
		m := (low + high) / 2
		if p.toks[m].start < offset {
			low = m + 1
		} else {
			high = m
		}
	}
	return low
}

// personal reports nouns that count what befell people.
func personal(unit string) bool { return fateOf(unit) != "" }

func fateOf(w string) Fate {
	switch w {
	case "dead", "death", "deaths", "fatality", "fatalities", "killed", "killing", "kills", "kill", "died", "die", "dying", "dies", "drowned", "drowning", "perished", "executed", "executing", "murdered", "murdering", "slain", "claimed", "claiming", "claims":
		return Dead
	case "hurt", "hurting", "hurts", "injured", "injuring", "injures", "injure", "injury", "wounded", "wounding", "wounds", "maimed", "maiming", "hospitalised", "hospitalized", "hospitalising", "hospitalizing":
		return Hurt
	case "missing", "unaccounted", "disappeared":
		return Missing
	case "arrested", "arresting", "arrests", "arrest", "detained", "detaining", "detains", "jailed", "jailing", "imprisoned", "imprisoning", "abducted", "abducting", "kidnapped", "kidnapping", "captured", "capturing":
		return Seized
	case "displaced", "displacing", "displaces", "displace", "evacuated", "evacuating", "evacuate", "homeless", "fled", "flee", "fleeing", "uprooted", "uprooting":
		return Displaced
	case "rescued", "rescuing", "saved", "saving", "survived", "survivor", "freed", "freeing", "released", "releasing":
		return Saved
	case "infected", "infecting", "infects":
		return Infected
	}
	return ""
}
