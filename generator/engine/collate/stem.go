package collate

import "strings"

// stem returns what is left of an English word when its inflection is taken
// off. It is shallow on purpose: -s, -ed, -ing, -ly and doubled consonants, in
// the manner of Porter's first steps, and the common irregular forms.
func stem(w string) string {
	if s, ok := irregular(w); ok {
		w = s
	}
	if len(w) < 4 {
		return w
	}
	if strings.HasSuffix(w, "ly") && len(w) > 5 {
		w = w[:len(w)-2]
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		w = w[:len(w)-3] + "i"
	case strings.HasSuffix(w, "sses"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		w = w[:len(w)-1]
	}
	switch {
	case strings.HasSuffix(w, "ied") && len(w) > 4:
		w = w[:len(w)-3] + "i"
	case strings.HasSuffix(w, "ed") && len(w) > 4 && vowelIn(w[:len(w)-2]):
		w = undouble(w[:len(w)-2])
	case strings.HasSuffix(w, "ing") && len(w) > 5 && vowelIn(w[:len(w)-3]):
		w = undouble(w[:len(w)-3])
	}
	if len(w) > 3 && w[len(w)-1] == 'e' {
		w = w[:len(w)-1]
	}
	if len(w) > 2 && w[len(w)-1] == 'y' && !isVowel(w[len(w)-2]) {
		w = w[:len(w)-1] + "i"
	}
	return w
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func vowelIn(s string) bool { return strings.ContainsAny(s, "aeiouy") }

func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !isVowel(w[n-1]) && w[n-1] != 'l' && w[n-1] != 's' && w[n-1] != 'z' {
		return w[:n-1]
	}
	return w
}

func irregular(w string) (string, bool) {
	switch w {
	case "was", "were", "is", "are", "am", "been", "being", "'s", "'re", "'m":
		return "be", true
	case "has", "had", "having", "'ve":
		return "have", true
	case "did", "does", "done", "doing":
		return "do", true
	case "said", "says":
		return "say", true
	case "went", "gone":
		return "go", true
	case "took", "taken":
		return "take", true
	case "made":
		return "make", true
	case "began", "begun":
		return "begin", true
	case "told":
		return "tell", true
	case "children":
		return "child", true
	case "men":
		return "man", true
	case "women":
		return "woman", true
	case "people":
		return "people", true
	}
	return "", false
}
