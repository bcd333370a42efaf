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

// isBody reports a common noun that stands for a body with a name: the
// government, the rebels, the firm.
func isBody(w string) bool {
	switch w {
	case "government", "junta", "regime", "administration", "authorities", "rebels", "militants", "insurgents", "guerrillas", "fighters", "militia",
		"army", "troops", "military", "police", "group", "movement", "party", "council", "parliament", "assembly", "senate", "congress", "cabinet", "court",
		"company", "firm", "bank", "club", "team", "union", "agency", "ministry", "organisation", "organization", "officials", "leader", "leaders",
		"captain", "coach", "capital", "country", "city", "town", "village", "kingdom", "republic":
		return true
	}
	return false
}

// isTimeWord reports a stretch or part of time: of two that differ, one is
// another time.
func isTimeWord(w string) bool {
	switch w {
	case "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "weekend", "fortnight", "month", "months", "quarter", "year", "years",
		"decade", "decades", "century", "centuries", "spring", "summer", "autumn", "winter", "morning", "afternoon", "evening", "night":
		return true
	}
	return false
}

// measureOf returns one name for a unit of measure or a currency, however it is
// written, "" for any other word.
func measureOf(w string) string {
	switch w {
	case "$", "us$", "dollar", "dollars":
		return "dollar"
	case "€", "euro", "euros":
		return "euro"
	case "£", "pound", "pounds":
		return "pound"
	case "¥", "yen":
		return "yen"
	case "mile", "miles":
		return "mile"
	case "kilometre", "kilometres", "kilometer", "kilometers", "km":
		return "kilometre"
	case "metre", "metres", "meter", "meters":
		return "metre"
	case "foot", "feet":
		return "foot"
	case "tonne", "tonnes", "ton", "tons":
		return "tonne"
	case "kilo", "kilos", "kilogram", "kilograms", "kg":
		return "kilogram"
	case "litre", "litres", "liter", "liters":
		return "litre"
	case "percent", "%":
		return "percent"
	}
	if isMeasure(w) {
		return strings.TrimSuffix(w, "s")
	}
	return ""
}

// isMeasure reports a unit of measure.
func isMeasure(w string) bool {
	switch w {
	case "mile", "miles", "kilometre", "kilometres", "kilometer", "kilometers", "km", "metre", "metres", "meter", "meters", "foot", "feet", "yard", "yards",
		"inch", "inches", "acre", "acres", "hectare", "hectares", "tonne", "tonnes", "ton", "tons", "kilo", "kilos", "kilogram", "kilograms", "kg", "gram", "grams",
		"pound", "pounds", "ounce", "ounces", "litre", "litres", "liter", "liters", "gallon", "gallons", "barrel", "barrels",
		"dollar", "dollars", "euro", "euros", "crown", "crowns", "rouble", "roubles", "yen", "yuan", "rupee", "rupees", "franc", "francs", "peso", "pesos",
		"percent", "watt", "watts", "megawatt", "megawatts", "degree", "degrees":
		return true
	}
	return false
}

// isAffirmation reports the stem of a verb or adjective whose opposite is a
// reversal.
func isAffirmation(s string) bool {
	switch s {
	case "admit", "confirm", "acknowledg", "conced", "agre", "agr", "accept", "approv", "manag", "succe", "succeed", "able", "abl", "allow", "claim", "alleg", "likeli", "affirm":
		return true
	}
	return false
}

// reverses reports the stem of a reversal that alone turns a statement into its
// opposite.
func reverses(s string) bool {
	switch s {
	case "refus", "fail", "deni", "deny", "declin", "unable", "unabl", "hardli", "hard ly", "scarce", "scarcel", "bare":
		return true
	}
	return false
}

// scales numbers the words that say a number by its size alone, 0 for all others:
// of two of them that differ, one says another number.
func scales(key string) int {
	switch key {
	case "dozens":
		return 1
	case "scores":
		return 2
	case "hundreds":
		return 3
	case "thousands":
		return 4
	case "millions":
		return 5
	case "billions":
		return 6
	case "trillions":
		return 7
	case "halved", "halves", "halve":
		return 8
	case "doubled", "doubles", "double", "doubling":
		return 9
	case "tripled", "triples", "triple", "trebled", "treble":
		return 10
	case "quadrupled", "quadruple":
		return 11
	}
	return 0
}

// isQuantity reports a word that says how many without a figure.
func isQuantity(w string) bool {
	switch w {
	case "some", "any", "many", "most", "several", "few", "fewer", "dozens", "scores", "hundreds", "thousands", "millions", "billions",
		"all", "both", "each", "every", "half", "more", "less", "no", "none", "another", "couple", "handful", "single", "majority", "minority":
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
		if ok1 && tens >= 1 && tens < 10 {
			switch w[i+1:] {
			case "half":
				return tens / 2, true
			case "third", "thirds":
				return tens / 3, true
			case "quarter", "quarters":
				return tens / 4, true
			case "fifths":
				return tens / 5, true
			case "tenths":
				return tens / 10, true
			}
		}
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
	case "second":
		return 2, true
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
	case "eleventh":
		return 11, true
	case "twelfth":
		return 12, true
	case "thirteenth":
		return 13, true
	case "fourteenth":
		return 14, true
	case "fifteenth":
		return 15, true
	case "sixteenth":
		return 16, true
	case "seventeenth":
		return 17, true
	case "eighteenth":
		return 18, true
	case "nineteenth":
		return 19, true
	case "twentieth":
		return 20, true
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
			case "bn":
				n, err := strconv.ParseFloat(string(digits), 64)
				return n * 1e9, err == nil
			case "tn":
				n, err := strconv.ParseFloat(string(digits), 64)
				return n * 1e12, err == nil
			default:
				return 0, false
			}
			i = len(key)
		}
	}
	n, err := strconv.ParseFloat(string(digits), 64)
	return n, err == nil
}
