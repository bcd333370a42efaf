package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Speaker is who a text says is speaking.
type Speaker struct {
	Start, End int    // the words for the speaker beside the verb; both 0 where there are none
	Name       string // the name in them or the one that a pronoun stands for, without titles; empty if unknown
	Person     bool   // the text tells that it is a person's name: by an office, an age, he or she
	Pronoun    bool   // the words are a pronoun
}

// Relation tells whether two speakers are one.
type Relation uint8

// Relations. Unknown is the rule: a body speaks through a person, and a person
// is called by an office.
const (
	Unknown Relation = iota
	Same
	Different
)

// Compare tells whether two speakers, of one text or of two, are the same.
// Different are only two persons whose full names have nothing in common, not
// even after another way to spell them.
func Compare(a, b Speaker) Relation {
	if a.Name == "" || b.Name == "" {
		return Unknown
	}
	x, y := nameParts(a.Name), nameParts(b.Name)
	if len(x) == 0 || len(y) == 0 {
		return Unknown
	}
	if x[len(x)-1] == y[len(y)-1] || strings.Join(x, " ") == strings.Join(y, " ") {
		if len(x) > 1 && len(y) > 1 && !alike(x[0], y[0]) && x[0][0] != y[0][0] {
			return Unknown // two of one family
		}
		return Same
	}
	for _, p := range x {
		for _, q := range y {
			if alike(p, q) {
				return Unknown
			}
		}
	}
	if a.Person && b.Person && len(x) > 1 && len(y) > 1 {
		return Different
	}
	return Unknown
}

// nameParts returns the parts of a name in small letters, particles left out.
func nameParts(name string) []string {
	var parts []string
	for _, p := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '‑' || r == '.' }) {
		p = strings.TrimSuffix(strings.TrimSuffix(p, "’s"), "'s")
		if isParticle(p) || len(p) < 2 || p == "jr" || p == "sr" {
			continue
		}
		parts = append(parts, p)
	}
	return parts
}

func isParticle(w string) bool {
	switch w {
	case "al", "el", "bin", "ibn", "van", "von", "der", "den", "de", "da", "del", "della", "di", "la", "le", "du", "dos", "st", "abu", "ben", "ter", "ul":
		return true
	}
	return false
}

// alike reports whether two parts of a name may be one name in two spellings.
func alike(a, b string) bool {
	if a == b || len(a) > 3 && len(b) > 3 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) {
		return true
	}
	const most = 24
	if len(a) > most || len(b) > most {
		return a[:min(len(a), 8)] == b[:min(len(b), 8)]
	}
	// Levenshtein's distance, over bytes.
	var row [most + 1]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)] <= max(1, max(len(a), len(b))/3)
}

// capital reports whether a word is written as a name: Peter, al-Qahtani.
func capital(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	if unicode.IsUpper(r) {
		return true
	}
	// al-Qahtani, d’Estaing
	if i := strings.IndexAny(w, "-’'"); i > 0 && i <= 3 && size > 0 {
		for _, r := range w[i:] {
			if isLetter(r) {
				return unicode.IsUpper(r)
			}
		}
	}
	return false
}
