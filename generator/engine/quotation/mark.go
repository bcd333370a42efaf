package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/words"
)

// A shape is what a mark looks like.
type shape uint8

const (
	neutral shape = iota
	opening
	closing
)

// A beside is what stands on one side of a mark, other marks passed over.
type beside uint8

const (
	blank   beside = iota // white space, or the end of the paragraph
	bracket               // opens a bracket
	dash                  // or a slash, colon before, ellipsis: goes either way
	stop                  // punctuation that follows a word
	solid                 // a letter, digit or sign
)

// A mark is one quotation mark, or apostrophe, as it was met.
type mark struct {
	start, end    int
	family        Family
	shape         shape
	straight      bool
	low           bool // „ or ‚: “ or ‘ closes it
	before, after beside
	prev, next    rune // directly beside it; 0 at the ends of the paragraph
	dead          bool // an apostrophe, or feet and inches
	closed        bool // it closed a quotation
}

// A position is what the place of a mark says of it.
type position uint8

const (
	opens position = iota
	closes
	adrift // white space on both sides
	tight  // on neither
)

func (m *mark) position() position {
	left := m.before == solid || m.before == stop
	switch {
	case left && m.after == solid:
		return tight
	case left:
		return closes
	case m.before == dash && (m.after == blank || m.after == stop):
		return closes
	case m.before == dash && m.after == dash:
		return tight
	case m.after == blank || m.after == stop:
		return adrift
	}
	return opens
}

// marks returns the marks of a paragraph.
func marks(text string, p words.Span) []mark {
	var ms []mark
	for i := p.Start; i < p.End; {
		c := text[i]
		if c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:p.End])
		m := mark{start: i, end: i + size}
		i += size
		switch r {
		case '"':
			m.straight = true
		case '“', '‟':
			m.shape = opening
		case '„':
			m.shape, m.low = opening, true
		case '”':
			m.shape = closing
		case '\'':
			m.straight = true
			if i < p.End && text[i] == '\'' && !(i+1 < p.End && text[i+1] == '\'') {
				m.end++ // '' for "
				i++
				break
			}
			m.family = Single
		case '`':
			m.shape, m.straight = opening, true
			if i < p.End && text[i] == '`' {
				m.end++
				i++
				break
			}
			m.family = Single
		case '‘', '‛':
			m.family, m.shape = Single, opening
		case '‚':
			m.family, m.shape, m.low = Single, opening, true
		case '’':
			m.family, m.shape = Single, closing
		case '«':
			m.family, m.shape = Guillemet, opening
		case '»':
			m.family, m.shape = Guillemet, closing
		case '‹':
			m.family, m.shape = SingleGuillemet, opening
		case '›':
			m.family, m.shape = SingleGuillemet, closing
		case '「', '『':
			m.family, m.shape = Corner, opening
		case '」', '』':
			m.family, m.shape = Corner, closing
		default:
			continue
		}
		ms = append(ms, m)
	}
	for i := range ms {
		m := &ms[i]
		m.prev, m.next = runeBefore(text, p.Start, m.start), runeAfter(text, m.end, p.End)
		// Other marks directly beside it are passed over.
		if i > 0 && ms[i-1].end == m.start {
			m.before = ms[i-1].before
		} else {
			m.before = kindBefore(m.prev)
		}
	}
	for i := len(ms) - 1; i >= 0; i-- {
		m := &ms[i]
		if i+1 < len(ms) && ms[i+1].start == m.end {
			m.after = ms[i+1].after
		} else {
			m.after = kindAfter(text[m.end:p.End], m.next)
		}
	}
	for i := range ms {
		ms[i].dead = lifeless(text, p, ms, i)
	}
	return ms
}

func runeBefore(text string, from, at int) rune {
	if at <= from {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(text[from:at])
	return r
}

func runeAfter(text string, at, to int) rune {
	if at >= to {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(text[at:to])
	return r
}

func kindBefore(r rune) beside {
	switch {
	case r == 0 || isBlank(r):
		return blank
	case strings.ContainsRune("([{<", r):
		return bracket
	case strings.ContainsRune("-‐‑‒–—―/:…", r):
		return dash
	case strings.ContainsRune(".,;!?)]}>%", r):
		return stop
	}
	return solid
}

func kindAfter(rest string, r rune) beside {
	switch {
	case r == 0 || isBlank(r):
		return blank
	case strings.ContainsRune("([{<", r):
		return bracket
	case strings.ContainsRune("-‐‑‒–—―/…", r):
		return dash
	case r == '.' && (strings.HasPrefix(rest, "...") || len(rest) > 1 && '0' <= rest[1] && rest[1] <= '9'):
		return dash // … and .22
	case strings.ContainsRune(".,;:!?)]}>", r):
		return stop
	}
	return solid
}

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

func isLetter(r rune) bool { return r != utf8.RuneError && unicode.IsLetter(r) }
func isDigit(r rune) bool  { return '0' <= r && r <= '9' }

// lifeless reports whether a mark is no quotation mark at all: an apostrophe
// whatever is open around it, or feet, inches, minutes and seconds of arc.
func lifeless(text string, p words.Span, ms []mark, i int) bool {
	m := &ms[i]
	if m.family != Single {
		if m.family == Double && m.straight && isDigit(m.prev) && i > 0 && ms[i-1].dead && isDigit(ms[i-1].prev) {
			return true // 5'11"
		}
		return false
	}
	inWord := func(r rune) bool { return isLetter(r) || isDigit(r) || unicode.Is(unicode.M, r) }
	switch {
	case inWord(m.prev) && inWord(m.next):
		return true // don’t, O’Neill, 1990’s, 5'11
	case m.prev == '°' || isDigit(m.prev) && m.shape != opening && digitFollows(text[m.end:p.End]):
		return true // 5' 11"
	}
	word := wordBefore(text[p.Start:m.start])
	if m.shape != opening && word == "O" && strings.HasPrefix(text[m.end:p.End], " ") && unicode.IsUpper(runeAfter(text, m.end+1, p.End)) {
		return true // O’ Leary, torn apart
	}
	if m.shape != opening && droppedEnd(word) {
		return true // rock ’n’ roll, ol’
	}
	if m.position() == opens && isElision(text[m.end:p.End]) {
		return true
	}
	return false
}

func digitFollows(rest string) bool {
	t := strings.TrimLeft(rest, " ")
	return len(t) < len(rest) && t != "" && isDigit(rune(t[0])) && strings.ContainsAny(t[:min(len(t), 6)], "\"″”'")
}

// wordBefore returns the letters that end text.
func wordBefore(text string) string {
	i := len(text)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if !isLetter(r) || len(text)-i > 24 {
			break
		}
		i -= size
	}
	return text[i:]
}

// wordAfter returns the letters and digits that begin text.
func wordAfter(text string) string {
	i := 0
	for i < len(text) && i < 24 {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) && !isDigit(r) {
			break
		}
		i += size
	}
	return text[:i]
}

// droppedEnd reports words that are written with an apostrophe at their end
// whatever follows: o’ the, th’ one, ol’ man, ’n’.
func droppedEnd(word string) bool {
	switch word {
	case "n", "o", "th", "ol", "lil", "Ol", "N":
		return true
	}
	return false
}

// isElision reports whether text begins with a word that has lost its head.
func isElision(text string) bool {
	word := wordAfter(text)
	switch strings.ToLower(word) {
	case "tis", "twas", "twere", "twill", "twould", "em", "til", "bout", "n", "neath", "gainst", "cuz", "coz", "cos", "nuff",
		"ndrangheta", "murica", "kay", "ello",
		"s", "t", "m", "d", "re", "ve", "ll": // torn from the word before: he ’s
		return true
	}
	// the ’90s, the class of ’68
	if len(word) >= 2 && isDigit(rune(word[0])) && isDigit(rune(word[1])) {
		return len(word) == 2 || len(word) == 3 && word[2] == 's'
	}
	return false
}

// mayBeElision reports whether text begins with a word that is often written
// with a mark before it, for letters that are left out or for the ayn of Arabic.
func mayBeElision(text string) bool {
	switch w := strings.ToLower(wordAfter(text)); w {
	case "cause", "round", "till", "appen", "ard", "er", "im", "ulama", "ulema", "ummah", "abaya", "ud", "id", "alim", "ole", "orse", "ouse", "yung", "nother", "sup", "fraid", "less", "way", "fore", "gain", "scuse", "lectric", "twixt", "pon", "ave":
		return true
	default:
		return len(w) < 2
	}
}

// mayBeApostrophe reports whether a single mark behind a word may be the
// possessive of a plural or of a name in s, or a dropped g.
func mayBeApostrophe(text string, m *mark) bool {
	if m.shape == opening || !isLetter(m.prev) {
		return false
	}
	switch m.prev {
	case 's', 'S', 'z', 'x':
		return true
	}
	return strings.HasSuffix(text[max(0, m.start-3):m.start], "in")
}
