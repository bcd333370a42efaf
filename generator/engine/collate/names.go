package collate

import "strings"

// markNames decides which words with a capital are names. A word that opens a
// sentence, or stands in a headline, has its capital for another reason; it is
// a name if it is one elsewhere.
func (c *collation) markNames() {
	v := c.vocabulary
	const (
		lower = 1 << iota
		proper
	)
	seen := make([]uint8, len(v.lexemes))
	headline := make([]bool, len(c.wordings))
	for n, w := range c.wordings {
		headline[n] = isHeadline(w)
		for _, t := range w.tokens {
			switch {
			case !t.class.has(wordlike) || t.class.has(number):
			case !t.class.has(capital):
				seen[t.word] |= lower
			case !t.class.has(opening) && !headline[n]:
				seen[t.word] |= proper
			}
		}
	}
	for n, w := range c.wordings {
		for i := range w.tokens {
			t := &w.tokens[i]
			v.markDate(w, i)
			v.markRelative(w, i)
			if !t.class.has(capital) || t.class.has(function|date|number) || isTitle(v.lexemes[t.word].plain) || v.lexemes[t.word].key == "march" {
				continue
			}
			doubtful := t.class.has(opening) || headline[n]
			switch {
			case !doubtful, alsoName(v.lexemes[t.word].key), seen[t.word]&proper != 0, v.lexemes[t.word].proper && seen[t.word]&lower == 0, !v.lexemes[t.word].known && seen[t.word]&lower == 0 && len(v.lexemes[t.word].plain) > 2:
				t.class |= name
				v.lexemes[t.word].class |= name
			case seen[t.word]&lower == 0 && !headline[n] && i+1 < len(w.tokens) && w.tokens[i+1].class.has(capital) && !w.tokens[i+1].class.has(function):
				t.class |= name
				v.lexemes[t.word].class |= name
			}
		}
	}
}

// markRelative marks last, this and next before a word of time.
func (v *vocabulary) markRelative(w *wording, i int) {
	if i+1 >= len(w.tokens) || w.tokens[i+1].start == w.tokens[i].end {
		return
	}
	switch v.lexemes[w.tokens[i].word].key {
	case "last", "this", "next", "previous", "coming", "following":
		if next := w.tokens[i+1].class; next.has(timeWord) || next.has(date) && !next.has(number) {
			w.tokens[i].class |= date
		}
	}
}

// markDate marks day numbers beside a month, hours beside a.m. and p.m., and
// years.
func (v *vocabulary) markDate(w *wording, i int) {
	t := &w.tokens[i]
	if !t.class.has(number) {
		return
	}
	key := func(k int) string {
		if k < 0 || k >= len(w.tokens) {
			return ""
		}
		return v.lexemes[w.tokens[k].word].key
	}
	month := func(k int) bool {
		if k < 0 || k >= len(w.tokens) {
			return false
		}
		if o := w.tokens[k].class; o.has(date) && !o.has(number) {
			return true
		}
		switch key(k) {
		case "may", "march":
			return w.tokens[k].class.has(capital)
		case "o'clock":
			return true
		}
		return false
	}
	switch {
	case month(i - 1), month(i + 1), key(i+1) == "of" && month(i+2):
		t.class |= date
	case isYear(key(i)):
		switch key(i - 1) {
		case "in", "since", "by", "from", "until", "till", "during", "before", "after", "of", "early", "late", "mid", "year":
			t.class |= date
		case ",":
			if i > 1 && w.tokens[i-2].class.has(date) {
				t.class |= date
			}
		case "to", "and", "-":
			if i > 1 && isYear(key(i-2)) {
				t.class |= date
			}
		}
	}
}

// alsoName reports a word that has another meaning, and with a capital is a
// country or its adjective.
func alsoName(key string) bool {
	switch key {
	case "danish", "polish", "finnish", "swedish", "turkish", "china", "turkey", "japan", "jordan", "chad", "chile", "cuba", "malta", "guinea", "panama", "morocco":
		return true
	}
	return false
}

func isYear(key string) bool {
	return len(key) == 4 && (key[:2] == "19" || key[:2] == "20") && '0' <= key[2] && key[2] <= '9' && '0' <= key[3] && key[3] <= '9'
}

// isDecade reports 1980s, mid-1980s and 80s.
func isDecade(key string) bool {
	key, ok := strings.CutSuffix(strings.TrimPrefix(key, "mid-"), "s")
	return ok && (isYear(key) || len(key) == 2) && key[len(key)-1] == '0'
}

// isNumericDate reports 3/4/2019, 2019-04-03 and their like.
func isNumericDate(key string) bool {
	for _, mark := range []string{"/", "-", "."} {
		parts := strings.Split(key, mark)
		if len(parts) != 3 {
			continue
		}
		for _, p := range parts {
			if len(p) == 0 || len(p) > 4 || len(p) == 3 || strings.Trim(p, "0123456789") != "" {
				return false
			}
		}
		return isYear(parts[0]) || isYear(parts[2]) || mark == "/"
	}
	return false
}

// isHeadline reports a text in which most words bear a capital.
func isHeadline(w *wording) bool {
	capitals, words := 0, 0
	for _, t := range w.tokens {
		if t.class.has(wordlike) && !t.class.has(function|number) {
			words++
			if t.class.has(capital) {
				capitals++
			}
		}
	}
	return words >= 4 && capitals*4 >= words*3
}

// isTitle reports a form of address or office, which is no name.
func isTitle(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "gen", "general", "lt", "lieutenant", "col", "colonel", "sgt", "sergeant",
		"capt", "captain", "maj", "major", "president", "minister", "prime", "premier", "chancellor", "king", "queen", "prince", "princess",
		"sen", "senator", "rep", "representative", "gov", "governor", "mayor", "rev", "reverend", "sheikh", "mullah", "ayatollah", "sir",
		"lord", "lady", "judge", "justice", "secretary", "ambassador", "chief", "director", "chairman", "spokesman", "spokeswoman", "commander",
		"god", "english":
		return true
	}
	return false
}
