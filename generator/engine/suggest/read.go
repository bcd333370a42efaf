package suggest

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/engine/figure"
	"crosscheck/generator/words"
)

// A token is a word, or a figure with its unit of money or per cent.
type token struct {
	start, end int
	phrase     string // the key of a phrase that begins with it; see groups.txt
	low        string // folded; empty for a figure
	key        string // folded and stemmed; "#" and the value for a figure
	id         int32  // in the corpus; -1 for none
	weight     float64
	general    float64 // how rare the word is in English, 0 to 1
	fig        *figure.Figure
	name       bool // written with a capital where a common word has none
	light      bool // a function word, or one that every report has
	quoted     bool // inside quotation marks
	cut        bool // a clause may begin with it
}

// read splits a text into tokens. A quote that begins inside a sentence is read
// like any other text.
func read(text string) []token {
	figures := figure.Find(text)
	raw := words.Tokens(text)
	tokens := make([]token, 0, len(raw))
	quoted, opens, fresh := false, true, true
	last := 0
	for i := 0; i < len(raw); i++ {
		t := raw[i]
		if last == 0 || strings.ContainsAny(text[last:t.Start], "\n\r") {
			quoted, opens, fresh = false, true, true
		}
		last = t.End
		for len(figures) > 0 && figures[0].End <= t.Start {
			figures = figures[1:]
		}
		if len(figures) > 0 && figures[0].Start <= t.Start {
			f := figures[0]
			figures = figures[1:]
			for i+1 < len(raw) && raw[i+1].Start < f.End {
				i++
			}
			last = max(last, raw[i].End)
			tokens = append(tokens, token{start: min(t.Start, f.Start), end: max(f.End, raw[i].End), key: figureKey(f), fig: &f, quoted: quoted, cut: opens})
			opens, fresh = false, false
			// A unit that is a noun of its own is read as one: 12 soldiers.
			continue
		}
		s := text[t.Start:t.End]
		if t.Kind == words.Punct {
			switch s {
			case "“", "«", "„", "‘":
				quoted, opens, fresh = true, true, true
			case "”", "»", "’":
				quoted, opens = false, true
			case `"`, "''", "``":
				quoted, opens = !quoted, true
				fresh = quoted
			case ".", "!", "?", ":", "…", "...":
				opens, fresh = true, true
			case ",", ";", "(", ")", "[", "]", "–", "—", "--", "-":
				opens = true
			}
			continue
		}
		low := fold(s)
		k := token{start: t.Start, end: t.End, quoted: quoted, cut: opens || joins(low)}
		first, _ := utf8.DecodeRuneInString(s)
		k.name = unicode.IsUpper(first) && !fresh
		k.light = light(low)
		k.low, k.key = low, stem(low)
		if t.Kind == words.Number { // a date, a year, an age
			k.name = true
		}
		tokens = append(tokens, k)
		opens, fresh = false, false
	}
	markPhrases(text, tokens)
	return tokens
}

// markPhrases finds phrases of groups.txt: their words in order, in any form,
// with no more than a pronoun or an article between two of them.
func markPhrases(text string, tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		if t.fig != nil {
			continue
		}
		best := 0
		for _, p := range phrases()[t.key] {
			if len(p) > best && follow(text, tokens[i:], p) {
				best = len(p)
				t.phrase = strings.Join(p, "_")
			}
		}
		if base := baseOf(t.low); base != "" && stem(base) != t.key {
			for _, p := range phrases()[stem(base)] {
				if len(p) > best && follow(text, tokens[i:], p) {
					best = len(p)
					t.phrase = strings.Join(p, "_")
				}
			}
		}
		if best > 0 {
			t.light = false
		}
	}
}

// follow reports whether the words of a phrase behind its first follow the
// first token.
func follow(text string, tokens []token, p []string) bool {
	k, end := 1, tokens[0].end
	for _, w := range p[1:] {
		for skipped := false; ; skipped = true {
			if k >= len(tokens) || strings.ContainsAny(text[end:tokens[k].start], ".,;:!?\n\r") {
				return false
			}
			t := &tokens[k]
			k, end = k+1, t.end
			if t.key == w {
				break
			}
			if base := baseOf(t.low); base != "" && stem(base) == w {
				break
			}
			if skipped || !between(t.low) {
				return false
			}
		}
	}
	return true
}

func between(w string) bool {
	switch w {
	case "a", "an", "the", "his", "her", "its", "their", "my", "our", "your", "it", "him", "them", "this", "that", "of":
		return true
	}
	return false
}

// baseOf returns the base form of a word; empty if it is not known.
func baseOf(w string) string {
	if i := senses().find(w); i >= 0 {
		return senses().names[i]
	}
	return ""
}

func figureKey(f figure.Figure) string {
	v := f.Value
	if f.Kind == figure.Share {
		v *= 100
	}
	return "#" + strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

// fold makes case and typography alike and takes the possessive off.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			s = words.Fold(s).Text
			break
		}
	}
	s = strings.ToLower(s)
	s = strings.TrimSuffix(s, "'s")
	return s
}

// joins reports a word with which a clause may begin.
func joins(w string) bool {
	switch w {
	case "and", "but", "or", "that", "which", "who", "when", "while", "as", "because", "if", "although", "though", "after", "before", "since", "unless", "until", "whereas", "where", "so", "provided", "despite", "in":
		return w != "in"
	}
	return false
}

// light reports function words, and words of telling that say nothing of what
// is told.
func light(w string) bool {
	switch w {
	case "a", "an", "the", "this", "that", "these", "those", "some", "any", "each", "every", "all", "both", "such",
		"i", "me", "my", "mine", "myself", "you", "your", "yours", "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "we", "us", "our", "ours", "ourselves", "they", "them", "their", "theirs", "themselves",
		"who", "whom", "whose", "which", "what", "where", "when", "why", "how", "there", "here",
		"be", "am", "is", "are", "was", "were", "been", "being", "have", "has", "had", "having", "do", "does", "did", "done", "doing", "will", "would", "shall", "should", "can", "could", "may", "might", "must",
		"of", "in", "on", "at", "by", "for", "with", "about", "against", "between", "into", "through", "during", "before", "after", "above", "below", "to", "from", "up", "down", "out", "off", "over", "under", "upon", "among", "within", "along", "across", "toward", "towards", "onto", "via", "per", "since", "until", "around", "near", "as", "than", "like",
		"and", "or", "but", "if", "because", "while", "although", "though", "so", "then", "also", "too", "just", "only", "very", "more", "most", "much", "many", "other", "another", "same", "now", "still", "own", "again", "even", "yet", "already", "however", "well",
		"said", "says", "say", "saying", "told", "tell", "tells", "added", "adding", "adds", "stated", "states", "according", "mr", "mrs", "ms", "dr",
		"i'm", "it's", "that's", "he's", "she's", "we're", "they're", "you're", "i've", "we've", "they've", "i'll", "we'll", "let":
		return true
	}
	return false
}

// stem takes the commonest endings off a word in lower case. It is shallower
// than Porter's: what irregular forms and families of words have in common the
// aligner knows.
func stem(w string) string {
	n := len(w)
	if n < 4 {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies") && n > 4:
		w = w[:n-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"):
		w = w[:n-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		w = w[:n-1]
	}
	n = len(w)
	switch {
	case strings.HasSuffix(w, "ied") && n > 4:
		w = w[:n-3] + "y"
	case strings.HasSuffix(w, "ing") && n > 5 && strings.ContainsAny(w[:n-3], "aeiouy"):
		w = undouble(w[:n-3])
	case strings.HasSuffix(w, "ed") && n > 4 && strings.ContainsAny(w[:n-2], "aeiouy"):
		w = undouble(w[:n-2])
	case strings.HasSuffix(w, "ly") && n > 5:
		w = w[:n-2]
	}
	// favour, favor; centre, center; organise, organize
	w = strings.TrimSuffix(w, "e")
	if i := strings.LastIndex(w, "our"); i > 2 && i+3 == len(w) {
		w = w[:i] + "or"
	}
	if strings.HasSuffix(w, "is") && len(w) > 5 {
		w = w[:len(w)-2] + "iz"
	}
	return w
}

func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}
