package collate

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed phrases.txt
var phraseText string

// A phrase is one variant of a group of phrases that stand for each other.
type phrase struct {
	words []string
	group int16
}

// phrasesBy returns the phrases by their first word.
var phrasesBy = sync.OnceValue(func() map[string][]phrase {
	by := make(map[string][]phrase, 512)
	group := int16(0)
	for line := range strings.Lines(phraseText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		for variant := range strings.SplitSeq(line, "|") {
			words := strings.Fields(variant)
			by[words[0]] = append(by[words[0]], phrase{words, group})
		}
		group++
	}
	return by
})

// A saying is a phrase found in a wording: tokens[start:end].
type saying struct {
	start, end int32
	group      int16
}

// sayings finds the phrases in a wording.
func (v *vocabulary) sayings(w *wording) []saying {
	by := phrasesBy()
	var found []saying
	for i := range w.tokens {
		x := &v.lexemes[w.tokens[i].word]
		if x.class.has(punct) && !x.class.has(wordlike) {
			continue
		}
	next:
		for _, p := range by[phraseKey(x)] {
			if i+len(p.words) > len(w.tokens) {
				continue
			}
			for k, word := range p.words[1:] {
				if v.lexemes[w.tokens[i+1+k].word].key != word {
					continue next
				}
			}
			found = append(found, saying{int32(i), int32(i + len(p.words)), p.group})
		}
	}
	return found
}

// phraseKey is how phrases.txt writes a word: in lower case, without hyphens.
func phraseKey(x *lexeme) string {
	if strings.Contains(x.key, "-") {
		return x.plain
	}
	return strings.ToLower(x.key)
}

// markSayings marks the phrases for which another wording has another of the
// same group, and abbreviations that another wording writes out.
func (c *collation) markSayings() {
	type place struct {
		w int
		saying
	}
	var all []place
	for n, w := range c.wordings {
		for _, s := range w.sayings {
			all = append(all, place{n, s})
		}
	}
	// The longer phrase first: it leaves no words to the shorter one inside it.
	slices.SortStableFunc(all, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(b.end-b.start, a.end-a.start))
	})
	mark := func(w *wording, from, to int32, group int16) {
		for i := from; i < to; i++ {
			if w.tokens[i].saying == 0 {
				w.tokens[i].saying = group
			}
		}
	}
	for i := 0; i < len(all); {
		j := i + 1
		varies := false
		for j < len(all) && all[j].group == all[i].group {
			varies = varies || all[j].end-all[j].start != all[i].end-all[i].start && all[j].w != all[i].w
			j++
		}
		for ; varies && i < j; i++ {
			mark(c.wordings[all[i].w], all[i].start, all[i].end, all[i].group+1)
		}
		i = j
	}
	size := 0
	for _, w := range c.wordings {
		size += len(w.tokens)
	}
	if size > 20_000 {
		return // what follows grows with the square
	}
	c.markCompounds()
	for _, w := range c.wordings {
		for i := range w.tokens {
			t := &w.tokens[i]
			if t.word >= abbreviations || !abbreviation(*t, w.text) {
				continue
			}
			group := t.saying
			if group == 0 {
				group = int16(abbreviations + t.word)
			}
			for _, other := range c.wordings {
				if other == w {
					continue
				}
				for k := range other.tokens {
					if end, ok := c.vocabulary.initials(*t, other, k); ok {
						mark(other, int32(k), int32(end), group)
						t.saying = group
					}
				}
			}
		}
	}
}

// Numbers of groups of sayings, above those of phrases.txt.
const (
	compounds     = 1 << 11 // one word, written as two elsewhere: its lexeme
	abbreviations = 1 << 13 // its lexeme
)

// sayingKind is the kind of difference between two variants of a token's
// saying.
func (t *token) sayingKind() Kind {
	if compounds <= t.saying && t.saying < abbreviations {
		return Spelling
	}
	return Wording
}

// markCompounds marks two words that another wording writes as one: cease fire,
// cease-fire.
func (c *collation) markCompounds() {
	v := c.vocabulary
	for x := range v.lexemes {
		whole := v.lexemes[x].plain
		if len(whole) < 6 || !v.lexemes[x].class.has(wordlike) || x >= abbreviations-compounds {
			continue
		}
		found := false
		for _, w := range c.wordings {
			for i := 1; i < len(w.tokens); i++ {
				a := v.lexemes[w.tokens[i-1].word].plain
				if len(a) < 2 || a[0] != whole[0] || len(a)+2 > len(whole) || whole[:len(a)] != a {
					continue
				}
				if v.lexemes[w.tokens[i].word].plain == whole[len(a):] && w.tokens[i-1].saying == 0 && w.tokens[i].saying == 0 {
					w.tokens[i-1].saying, w.tokens[i].saying = int16(compounds+x), int16(compounds+x)
					found = true
				}
			}
		}
		if !found {
			continue
		}
		for _, w := range c.wordings {
			for i := range w.tokens {
				if w.tokens[i].word == int32(x) && w.tokens[i].saying == 0 {
					w.tokens[i].saying = int16(compounds + x)
				}
			}
		}
	}
}

// initials reports whether the letters of token a, an abbreviation, are the
// first letters of the capitalized words of w from i on, and returns where they
// end.
func (v *vocabulary) initials(short token, w *wording, i int) (end int, ok bool) {
	letters := v.lexemes[short.word].plain
	if len(letters) < 2 || len(letters) > 6 {
		return 0, false
	}
	k := 0
	for ; i < len(w.tokens) && k < len(letters); i++ {
		t := w.tokens[i]
		x := &v.lexemes[t.word]
		switch {
		case t.class.has(capital) && x.plain != "" && x.plain[0] == letters[k] && len(x.plain) > 1 && !abbreviation(t, w.text):
			k++
		case k > 0 && (x.key == "of" || x.key == "the" || x.key == "and" || x.key == "for"):
		default:
			return 0, false
		}
	}
	return i, k == len(letters)
}
