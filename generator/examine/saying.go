package examine

import (
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// besideSaying reports whether a verb of saying stands beside a statement.
func besideSaying(text string, s factcheck.DateStatement) bool {
	before := words.Tokens(text[s.Sentence.Start:s.Passage.Start])
	for i, steps := len(before)-1, 0; i >= 0 && steps < maxSaySteps; i, steps = i-1, steps+1 {
		word := text[s.Sentence.Start+before[i].Start : s.Sentence.Start+before[i].End]
		if says(word) {
			return true
		}
		if parts(word) {
			break
		}
	}
	after := words.Tokens(text[s.Passage.End:s.Sentence.End])
	return len(after) > 0 && says(text[s.Passage.End+after[0].Start:s.Passage.End+after[0].End])
}

// maxSaySteps is how many words may stand between the verb and the day: “said
// in a message on”.
const maxSaySteps = 6

func says(word string) bool {
	switch strings.ToLower(word) {
	case "said", "says", "stated", "states", "told", "tells", "announced", "declared", "claimed", "reiterated", "repeated",
		"added", "insisted", "confirmed", "denied", "admitted", "warned", "wrote", "tweeted", "argued", "maintained", "remarked":
		return true
	}
	return false
}

func parts(word string) bool {
	switch strings.ToLower(word) {
	case "that", "as", "after", "before", "when", "where", "while", "since", "until", "because", "which", "who", "whose", "if", "and", "but",
		"ahead", "following", "during", ";", ":", "“", "”", "\"", "‘", "’", "(", ")", "–", "—":
		return true
	}
	return false
}
