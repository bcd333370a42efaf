package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/words"
)

const (
	farCharacters = 500 // between two parts
	reach         = 600 // bytes beside a quote in which its sentence is looked at
	leadWords     = 3   // words at most between a negation and the quote that it bears on
	tailWords     = 3   // words behind a quote among which a negation bears on it
)

// doubts returns what makes a reading misleading, in the order in which the
// constants stand.
func (t *Text) doubts(parts []words.Span, disorder bool) []Doubt {
	var skipsNot, cutsNot, skipsBut, cutsBut, far bool
	first, last := parts[0], parts[len(parts)-1]
	if disorder {
		for _, p := range parts {
			if p.Start < first.Start {
				first = p
			}
			if p.End > last.End {
				last = p
			}
		}
	} else {
		for i := 1; i < len(parts); i++ {
			from, to := parts[i-1].End, parts[i].Start
			n, e := skipped(t.text, from, to)
			skipsNot, skipsBut = skipsNot || n, skipsBut || e
			far = far || t.farApart(from, to)
		}
	}
	head, before := t.before(first.Start)
	tail, after := t.after(last)
	cutsNot = deniedBefore(head, before) || deniedAfter(tail, after)
	cutsBut = hasException(head, before) || hasException(tail, after)

	var d []Doubt
	for _, c := range []struct {
		is    bool
		doubt Doubt
	}{{skipsNot, SkipsNegation}, {cutsNot, CutsNegation}, {skipsBut, SkipsException}, {cutsBut, CutsException}, {far, FarApart}, {disorder, OutOfOrder}} {
		if c.is {
			d = append(d, c.doubt)
		}
	}
	return d
}

// farApart reports whether what lies between two parts is long, or the end of a
// paragraph.
func (t *Text) farApart(from, to int) bool {
	gap := t.text[from:to]
	if len(gap) > farCharacters && utf8.RuneCountInString(gap) > farCharacters {
		return true
	}
	for i := 0; i < len(gap); i++ {
		if c := gap[i]; (c == '\n' || c == '\r') && t.endsParagraph(from+i) {
			return true
		}
	}
	return false
}

// endsParagraph reports whether the line break at offset at ends a paragraph: a
// blank line follows, or a sentence ends there. Any other is taken for a line
// that was broken to fit.
func (t *Text) endsParagraph(at int) bool {
	rest := strings.TrimLeft(strings.TrimPrefix(t.text[at:], "\r\n"), " \t")
	if t.text[at:] != "" && !strings.HasPrefix(t.text[at:], "\r\n") {
		rest = strings.TrimLeft(t.text[at+1:], " \t")
	}
	if strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "\r") {
		return true
	}
	if next, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(next) {
		return false
	}
	return endsSentence(t.text[:at])
}

// endsSentence reports whether text ends as a sentence does.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, blanks+"\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(text)
	return r == '.' || r == '!' || r == '?' || r == '…'
}

// skipped reports whether text[from:to] holds a negation and an exception.
func skipped(text string, from, to int) (negation, exception bool) {
	gap := text[from:to]
	tokens := words.Tokens(gap)
	for i, t := range tokens {
		if t.Kind != words.Word {
			continue
		}
		negation = negation || negates(gap, tokens, i)
		exception = exception || excepts(gap, tokens, i)
	}
	return negation, exception
}

// before returns the text of the sentence before offset at, and its tokens.
func (t *Text) before(at int) (string, []words.Token) {
	from := runeStart(t.text, max(0, at-reach))
	s := t.text[from:at]
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if r == '\n' && t.endsParagraph(from+i-1) || stopsSentence(s, i-size, r) {
			s = s[i:]
			break
		}
		i -= size
	}
	return s, words.Tokens(s)
}

// after returns the text of the sentence behind a passage; "" if the passage
// ends it.
func (t *Text) after(p words.Span) (string, []words.Token) {
	if endsSentence(t.text[p.Start:p.End]) {
		return "", nil
	}
	to := runeStart(t.text, min(len(t.text), p.End+reach))
	s := t.text[p.End:max(p.End, to)]
	for i, r := range s {
		if r == '\n' && t.endsParagraph(p.End+i) || stopsSentence(s, i, r) {
			s = s[:i]
			break
		}
	}
	return s, words.Tokens(s)
}

// stopsSentence reports whether the rune r at offset i of s ends a sentence. A
// stop behind an initial or a title does not.
func stopsSentence(s string, i int, r rune) bool {
	switch r {
	case '!', '?':
	case '.':
		word := s[strings.LastIndexAny(s[:i], " \n\t(“\"")+1 : i]
		switch word {
		case "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Sgt", "Capt", "Rep", "Sen", "Gov", "Rev", "St", "Jr", "Sr", "vs":
			return false
		case "No", "Nos":
			if rest := strings.TrimLeft(s[i+1:], blanks); rest != "" && '0' <= rest[0] && rest[0] <= '9' {
				return false
			}
		}
		if r, size := utf8.DecodeRuneInString(word); size == len(word) && unicode.IsUpper(r) || strings.Contains(word, ".") {
			return false
		}
	default:
		return false
	}
	rest := strings.TrimLeft(s[i+1:], "\"'”’»)]")
	return rest == "" || startsBlank(rest)
}

// deniedBefore reports whether a negation stands at the end of s, few words and
// no mark of punctuation behind it.
func deniedBefore(s string, tokens []words.Token) bool {
	n := 0
	for i := len(tokens) - 1; i >= 0 && n <= leadWords; i-- {
		switch {
		case tokens[i].Kind == words.Punct:
			if !isQuotationMark(s[tokens[i].Start:tokens[i].End]) {
				return false
			}
			continue
		case negates(s, tokens, i):
			return true
		case denies(strings.ToLower(s[tokens[i].Start:tokens[i].End])):
			return true
		}
		n++
	}
	return false
}

// deniedAfter reports whether a negation stands at the beginning of s.
func deniedAfter(s string, tokens []words.Token) bool {
	n := 0
	for i := range tokens {
		if tokens[i].Kind == words.Punct {
			mark := s[tokens[i].Start:tokens[i].End]
			if isQuotationMark(mark) {
				continue
			}
			if mark == "," && i+2 < len(tokens) && strings.EqualFold(s[tokens[i+1].Start:tokens[i+1].End], "but") && negates(s, tokens, i+2) {
				return true
			}
			return false
		}
		if negates(s, tokens, i) {
			return true
		}
		if n++; n >= tailWords {
			return false
		}
	}
	return false
}

func hasException(s string, tokens []words.Token) bool {
	for i := range tokens {
		if excepts(s, tokens, i) {
			return true
		}
	}
	return false
}

func isQuotationMark(s string) bool {
	switch s {
	case "\"", "'", "''", "``", "“", "”", "„", "‘", "’", "«", "»", "(", "[":
		return true
	}
	return false
}

// negates reports whether token i denies. “not only” adds, it does not deny;
// “No 10” and “No. 5” are numbers.
func negates(text string, tokens []words.Token, i int) bool {
	word := text[tokens[i].Start:tokens[i].End]
	switch strings.ToLower(word) {
	case "not":
		switch nextWord(text, tokens, i) {
		case "only", "just", "merely", "simply", "least":
			return false
		}
		return true
	case "no":
		if i+1 < len(tokens) && tokens[i+1].Kind == words.Number && word == "No" {
			return false
		}
		if i+2 < len(tokens) && tokens[i+2].Kind == words.Number && text[tokens[i+1].Start:tokens[i+1].End] == "." {
			return false
		}
		return true
	case "never", "none", "nobody", "nothing", "neither", "nor", "nowhere", "cannot", "without", "hardly", "scarcely", "barely", "n't", "n’t":
		return true
	}
	for _, end := range []string{"n't", "n’t", "N'T", "N’T"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// denies reports a verb or adjective that denies what follows it.
func denies(word string) bool {
	switch word {
	case "deny", "denies", "denied", "denying", "refuse", "refuses", "refused", "refusing", "failed", "fails", "false", "untrue", "unable", "unlikely":
		return true
	}
	return false
}

// excepts reports whether token i begins an exception.
func excepts(text string, tokens []words.Token, i int) bool {
	if tokens[i].Kind != words.Word {
		return false
	}
	switch strings.ToLower(text[tokens[i].Start:tokens[i].End]) {
	case "unless", "except", "excepting", "barring", "excluding":
		return true
	case "only":
		switch nextWord(text, tokens, i) {
		case "if", "when", "after", "once", "under":
			return true
		}
	case "other":
		return nextWord(text, tokens, i) == "than"
	case "provided", "providing":
		return nextWord(text, tokens, i) == "that"
	case "save":
		return nextWord(text, tokens, i) == "for"
	case "exception":
		return nextWord(text, tokens, i) == "of"
	case "long":
		return nextWord(text, tokens, i) == "as" && i > 0 && strings.EqualFold(text[tokens[i-1].Start:tokens[i-1].End], "as")
	case "condition":
		return nextWord(text, tokens, i) == "that"
	}
	return false
}

func nextWord(text string, tokens []words.Token, i int) string {
	if i+1 >= len(tokens) {
		return ""
	}
	return strings.ToLower(text[tokens[i+1].Start:tokens[i+1].End])
}
