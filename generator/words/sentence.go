package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Span is the stretch text[Start:End], in bytes.
type Span struct{ Start, End int }

// Sentences splits text into sentences. They are in order, do not overlap and
// have no white space at either end; a line break always ends one, since a
// line of an article is a paragraph. A closing quotation mark or bracket
// belongs to the sentence before it.
func Sentences(text string) []Span {
	var spans []Span
	start := 0
	end := func(i int) {
		from, to := trim(text, start, i)
		if from < to {
			spans = append(spans, Span{from, to})
		}
		start = i
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch r {
		case '\n', '\r', '\u2028', '\u2029':
			end(i)
		case '.', '!', '?', '…':
			stop := i
			for stop < len(text) {
				r, size := utf8.DecodeRuneInString(text[stop:])
				if !strings.ContainsRune(".!?…\"'”’»)]", r) {
					break
				}
				stop += size
			}
			if opensSentence(text[stop:]) && !(r == '.' && stop == i && abbreviates(text[start:i-1])) {
				end(stop)
			}
			i = stop
		}
	}
	end(len(text))
	return spans
}

// SentenceAt returns the sentence in which the byte offset lies, or the one
// before it.
func SentenceAt(text string, offset int) Span {
	// Sentences end at line breaks, so one line is enough to look at.
	from := strings.LastIndexAny(text[:min(offset, len(text))], "\n\r") + 1
	to := len(text)
	if n := strings.IndexAny(text[from:], "\n\r"); n >= 0 {
		to = from + n
	}
	found := Span{from, from}
	for _, s := range Sentences(text[from:to]) {
		if from+s.Start > offset && found.End > found.Start {
			break
		}
		found = Span{from + s.Start, from + s.End}
	}
	return found
}

// opensSentence reports whether a sentence can begin after white space at the
// head of rest: with a capital, a digit or an opening mark.
func opensSentence(rest string) bool {
	trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if trimmed == "" {
		return true
	}
	if len(trimmed) == len(rest) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(trimmed)
	return !unicode.IsLower(r) && !strings.ContainsRune(",;:)”’»", r)
}

// abbreviates reports whether the text before a full stop ends in an
// abbreviation that seldom ends a sentence.
func abbreviates(before string) bool {
	i := strings.LastIndexFunc(before, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("(“\"‘'", r) })
	word := before
	if i >= 0 {
		_, size := utf8.DecodeRuneInString(before[i:])
		word = before[i+size:]
	}
	if utf8.RuneCountInString(word) == 1 { // an initial: J. Smith
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r) && r != 'I'
	}
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Sgt", "Capt", "Maj", "Rep", "Sen", "Gov", "Rev", "Hon",
		"St", "Mt", "Jr", "Sr", "vs", "No", "Nos", "Inc", "Ltd", "Co", "Corp", "Bros", "etc", "e.g", "i.e", "cf",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return strings.Contains(word, ".") && !strings.HasSuffix(word, "m") // U.S but not p.m
}

func trim(text string, from, to int) (int, int) {
	s := text[from:to]
	t := strings.TrimLeftFunc(s, unicode.IsSpace)
	from += len(s) - len(t)
	return from, from + len(strings.TrimRightFunc(t, unicode.IsSpace))
}
