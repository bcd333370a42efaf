package reuse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/words"
)

// A word is one word or number of a text, in bytes.
type word struct {
	start, end int
	id         int32 // the same for words that read the same
	weight     uint8 // halves of a word that carries meaning: 0, 1 or 2
	quoted     bool
}

type article struct {
	words []word
}

// newArticle reads a text. ids numbers the words of all texts.
func newArticle(text string, ids map[string]int32) article {
	ws := spell(text)
	for i := range ws {
		w := &ws[i]
		key := fold(text[w.start:w.end])
		id, ok := ids[key]
		if !ok {
			id = int32(len(ids))
			ids[key] = id
		}
		w.id = id
		w.weight = weigh(key)
		if w.weight == 2 {
			if r, _ := utf8.DecodeRuneInString(text[w.start:]); unicode.IsUpper(r) {
				w.weight = 1
			}
		}
	}
	return article{ws}
}

// spell splits a text into words and marks those in quotation marks. A quotation
// ends with its line at the latest.
func spell(text string) []word {
	tokens := words.Tokens(text)
	ws := make([]word, 0, len(tokens))
	closing := "" // the marks that end the quotation; empty outside of one
	last := 0
	for _, t := range tokens {
		if strings.ContainsAny(text[last:t.Start], "\n\r") {
			closing = ""
		}
		last = t.End
		if t.Kind != words.Punct {
			ws = append(ws, word{start: t.Start, end: t.End, quoted: closing != ""})
			continue
		}
		mark := text[t.Start:t.End]
		if closing != "" { // what another pair encloses belongs to the quotation
			if strings.Contains(closing, mark) {
				closing = ""
			}
			continue
		}
		switch mark {
		case "“":
			closing = "”\"" // some close what is curly with a straight mark
		case "„":
			closing = "“”"
		case "«":
			closing = "»"
		case "»":
			closing = "«"
		case "‘":
			closing = "’"
		case `"`:
			closing = "\"”"
		}
	}
	return ws
}

// fold makes case and typography alike.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.ToLower(words.Fold(s).Text)
		}
	}
	return strings.ToLower(s)
}

// weigh returns 2 for a word that carries meaning, 1 for one that carries little,
// 0 for function words, verbs of saying, the furniture of pages and what else
// every report has.
func weigh(w string) uint8 {
	switch w {
	case "a", "an", "the", "this", "that", "these", "those", "some", "any", "each", "every", "all", "both", "such", "no", "not",
		"i", "me", "my", "you", "your", "he", "him", "his", "she", "her", "hers", "it", "its", "we", "us", "our", "they", "them", "their", "one",
		"who", "whom", "whose", "which", "what", "where", "when", "why", "how", "there", "here",
		"be", "am", "is", "are", "was", "were", "been", "being", "have", "has", "had", "having", "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must",
		"of", "in", "on", "at", "by", "for", "with", "about", "against", "between", "into", "through", "during", "before", "after", "above", "below", "to", "from", "up", "down", "out", "off",
		"over", "under", "upon", "among", "within", "along", "across", "toward", "towards", "onto", "via", "per", "since", "until", "around", "near", "as", "than", "like",
		"and", "or", "but", "nor", "if", "because", "while", "although", "though", "so", "then", "also", "too", "just", "only", "very", "more", "most", "much", "many", "other", "another", "same", "now", "still",
		"it's", "that's", "he's", "she's", "we're", "they're", "i'm", "don't", "didn't", "isn't", "wasn't",
		"said", "says", "say", "saying", "told", "tell", "tells", "added", "adding", "stated", "according", "reported", "reports", "report", "quoted", "cited", "citing",
		"statement", "reporters", "journalists", "spokesman", "spokeswoman", "spokesperson", "interview", "conference", "press", "agency",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "week", "month", "year", "day", "earlier", "later", "last", "next", "ago",
		"mr", "mrs", "ms", "dr",
		"reserved", "copyright", "subscribe", "subscribers", "newsletter", "newsletters", "follow", "sign", "inbox", "click", "cookies", "advertisement", "facebook", "twitter", "instagram", "youtube", "whatsapp", "telegram":
		return 0
	case "government", "official", "officials", "president", "minister", "prime", "foreign", "leader", "general", "secretary", "country", "people", "new", "two", "three", "first", "group", "national", "united", "states", "international", "chief", "department", "ministry":
		return 1
	}
	return 2
}
