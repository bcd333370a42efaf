package collate

import (
	_ "embed"
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
		for _, p := range by[strings.ToLower(x.key)] {
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
		case t.class.has(capital) && x.plain != "" && x.plain[0] == letters[k] && len(x.plain) > 1:
			k++
		case k > 0 && (x.key == "of" || x.key == "the" || x.key == "and" || x.key == "for"):
		default:
			return 0, false
		}
	}
	return i, k == len(letters)
}
