package collate

import (
	"strconv"
	"strings"
)

// A group of function words: words of one group can stand for each other.
type group uint8

const (
	groupNone group = iota
	groupArticle
	groupDeterminer
	groupFirst  // I, we and their forms
	groupSecond // you
	groupThird  // he, she, it, they
	groupWho
	groupBe
	groupHave
	groupDo
	groupModal
	groupPreposition
	groupConjunction
	groupAdverb
	groupNegation
	groupComma
	groupStop
	groupQuote
	groupMark
)

// auxiliary reports the groups of verbs that only help others.
func (g group) auxiliary() bool {
	return g == groupBe || g == groupHave || g == groupDo || g == groupModal
}

// groupOf returns the group of a function word, or 0: a word that aligns by
// its neighbours, not by itself.
func groupOf(w string) group {
	switch w {
	case "a", "an", "the":
		return groupArticle
	case "this", "that", "these", "those", "some", "any", "each", "every", "either", "both", "such", "own", "other", "another", "same":
		return groupDeterminer
	case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves":
		return groupFirst
	case "you", "your", "yours", "yourself":
		return groupSecond
	case "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves", "'s":
		return groupThird
	case "who", "whom", "whose", "which", "what", "where", "when", "why", "how":
		return groupWho
	case "be", "am", "is", "are", "was", "were", "been", "being", "'re", "'m":
		return groupBe
	case "have", "has", "had", "having", "'ve":
		return groupHave
	case "do", "does", "did", "doing", "done":
		return groupDo
	case "will", "would", "shall", "should", "can", "could", "may", "might", "must", "ought", "ca", "wo", "sha", "'ll", "'d":
		return groupModal
	case "of", "in", "on", "at", "by", "for", "with", "about", "against", "between", "into", "through", "during",
		"above", "below", "to", "from", "up", "down", "out", "off", "over", "under", "upon", "among", "amongst", "within", "along", "across",
		"behind", "beyond", "toward", "towards", "onto", "via", "per", "despite", "amid", "until", "till", "around", "near":
		return groupPreposition
	case "and", "or", "but", "if", "because", "as", "while", "whereas", "although", "though", "than", "whether", "since", "before", "after":
		return groupConjunction
	case "there", "here", "so", "then", "also", "too", "again", "just", "only", "very", "more", "most", "much", "many", "yet", "however", "thus", "therefore":
		return groupAdverb
	}
	return groupNone
}

func isFunction(w string) bool { return groupOf(w) != groupNone || isNegation(w) }

// isNegation reports a word that denies.
func isNegation(w string) bool {
	switch w {
	case "not", "n't", "no", "never", "none", "nobody", "nothing", "neither", "nor", "nowhere", "cannot", "without", "'t":
		return true
	}
	return false
}

// isReversal reports the stem of a verb that denies by its meaning.
func isReversal(s string) bool {
	switch s {
	case "refus", "fail", "deni", "deny", "lack", "declin", "reject", "prevent", "stop", "avoid", "unable", "unabl", "hard", "hardli", "scarc", "rare", "absenc", "absent":
		return true
	}
	return false
}

// isDateWord reports the name of a day or month, or a day told from today.
func isDateWord(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "april", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"jan.", "feb.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.",
		"mon", "tue", "tues", "wed", "thu", "thurs", "fri",
		"today", "yesterday", "tomorrow", "tonight", "midnight", "noon", "a.m.", "p.m.", "am.", "pm":
		return true
	}
	return false
}

// approximates reports a word that makes a number a rough one.
func approximates(w string) bool {
	switch w {
	case "about", "around", "some", "approximately", "roughly", "nearly", "almost":
		return true
	}
	return false
}

// isQuantity reports a word that says how many without a figure.
func isQuantity(w string) bool {
	switch w {
	case "some", "any", "many", "most", "several", "few", "fewer", "dozens", "scores", "hundreds", "thousands", "millions", "billions",
		"all", "both", "each", "every", "half", "more", "less", "no", "none", "another", "couple", "handful", "single":
		return true
	}
	return false
}

// isWeekday reports the name of a day of the week, or its short form.
func isWeekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon", "tue", "tues", "wed", "thu", "thurs", "fri":
		return true
	}
	return false
}

// numeral returns the value of a number word.
func numeral(w string) (float64, bool) {
	if len(w) < 3 || len(w) > 14 {
		return 0, false
	}
	if i := strings.IndexByte(w, '-'); i > 0 {
		tens, ok1 := numeral(w[:i])
		units, ok2 := numeral(w[i+1:])
		if ok1 && ok2 && tens >= 20 && tens < 100 && units < 10 && units >= 1 {
			return tens + units, true
		}
		return 0, false
	}
	switch w {
	case "zero":
		return 0, true
	case "one":
		return 1, true
	case "two", "twice":
		return 2, true
	case "three", "thrice":
		return 3, true
	case "four":
		return 4, true
	case "five":
		return 5, true
	case "six":
		return 6, true
	case "seven":
		return 7, true
	case "eight":
		return 8, true
	case "nine":
		return 9, true
	case "ten":
		return 10, true
	case "eleven":
		return 11, true
	case "twelve", "dozen":
		return 12, true
	case "thirteen":
		return 13, true
	case "fourteen":
		return 14, true
	case "fifteen":
		return 15, true
	case "sixteen":
		return 16, true
	case "seventeen":
		return 17, true
	case "eighteen":
		return 18, true
	case "nineteen":
		return 19, true
	case "twenty":
		return 20, true
	case "thirty":
		return 30, true
	case "forty":
		return 40, true
	case "fifty":
		return 50, true
	case "sixty":
		return 60, true
	case "seventy":
		return 70, true
	case "eighty":
		return 80, true
	case "ninety":
		return 90, true
	case "hundred":
		return 100, true
	case "thousand":
		return 1000, true
	case "million":
		return 1e6, true
	case "billion":
		return 1e9, true
	case "trillion":
		return 1e12, true
	case "first":
		return 1, true
	case "third":
		return 3, true
	case "fourth":
		return 4, true
	case "fifth":
		return 5, true
	case "sixth":
		return 6, true
	case "seventh":
		return 7, true
	case "eighth":
		return 8, true
	case "ninth":
		return 9, true
	case "tenth":
		return 10, true
	case "half":
		return 0.5, true
	}
	return 0, false
}

// figure returns the value of a number in digits: 1,200, 3.5, 18th.
func figure(key string) (float64, bool) {
	digits := make([]byte, 0, 16)
	for i := 0; i < len(key); i++ {
		switch c := key[i]; {
		case '0' <= c && c <= '9' || c == '.':
			digits = append(digits, c)
		case c == ',':
			if len(key)-i < 4 {
				return 0, false
			}
		default:
			switch key[i:] {
			case "st", "nd", "rd", "th":
			default:
				return 0, false
			}
			i = len(key)
		}
	}
	n, err := strconv.ParseFloat(string(digits), 64)
	return n, err == nil
}
