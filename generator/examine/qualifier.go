package examine

import (
	"strings"

	"crosscheck/generator/words"
)

// qualifiers are words that limit a statement: without them it says more than
// was said. Those of one class stand for each other.
var qualifiers = func() map[string]string {
	byWord := map[string]string{}
	for _, list := range []string{
		"almost|nearly|virtually|practically|close to|just under",
		"some|roughly|approximately|an estimated",
		"alleged|allegedly|reportedly|purported|purportedly|suspected|supposedly|so-called|apparently",
		"perhaps|maybe|possibly|potentially|may|might",
		"probably|likely|presumably",
		"if|unless|except|as long as|so long as|provided that",
		"only|merely|solely",
		"most|mostly|mainly|largely|chiefly|predominantly|a majority of",
		"partly|partially|in part|to some extent",
		"up to|at most|no more than|as many as",
		"at least|no fewer than|no less than|more than",
		"less than|fewer than",
		"sometimes|occasionally",
		"often|usually|frequently",
		"rarely|seldom",
		"for now|temporarily|initially|so far|not yet|yet",
		"hardly|barely|scarcely",
		"in theory|in principle|technically",
		"i believe|we believe|i think|we think|in my opinion|in our view|in my view",
		"seem|seems|seemed|appears to|appear to",
		"apart from|other than|with the exception of",
		"not always|not all|not every",
	} {
		class, _, _ := strings.Cut(list, "|")
		for _, w := range strings.Split(list, "|") {
			byWord[w] = class
		}
	}
	return byWord
}()

// qualifierClasses returns the classes of the qualifiers in a text.
func qualifierClasses(text string) map[string]bool {
	var found map[string]bool
	var last [3]string // words before
	for _, t := range words.Tokens(text) {
		if t.Kind == words.Punct {
			last = [3]string{}
			continue
		}
		w := strings.ToLower(text[t.Start:t.End])
		if text[t.Start:t.End] == "May" {
			w = "the month"
		}
		phrase := w
		for n := 0; n < 4; n++ {
			if class, ok := qualifiers[phrase]; ok {
				if found == nil {
					found = map[string]bool{}
				}
				found[class] = true
			}
			if n == 3 || last[n] == "" {
				break
			}
			phrase = last[n] + " " + phrase
		}
		last = [3]string{w, last[0], last[1]}
	}
	return found
}

// qualifies reports whether a reading x of a whole text, or y of another,
// limits the statement by a word of a class that the other text lacks.
func qualifies(x, wholeX, y, wholeY string) bool {
	lacks := func(reading, whole string) bool {
		classes := qualifierClasses(reading)
		if len(classes) == 0 {
			return false
		}
		other := qualifierClasses(whole)
		for c := range classes {
			if !other[c] {
				return true
			}
		}
		return false
	}
	return lacks(x, wholeY) || lacks(y, wholeX)
}
