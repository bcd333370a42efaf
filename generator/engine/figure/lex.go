package figure

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/words"
)

type glue uint8

const (
	spaced glue = iota // white space or a mark before it
	hyphen             // joined to the token before by a hyphen: 12-member
	tight              // letters written close to digits: 5bn, 18th
)

// A tok is a words.Token, or a part of one that is put together with a hyphen or
// of digits and letters.
type tok struct {
	start, end int
	kind       words.Kind
	glue       glue
	opaque     bool // a number with : or / inside: a time, a date, a ratio
}

type parser struct {
	text string
	toks []tok
	skip []words.Span
	// barred are stretches where digits are no numbers: web and mail addresses.
	barred []words.Span
	// models are numbers that stand behind a name somewhere in the text, and are
	// part of it: a Boeing 787.
	models map[string]bool
	// pronoun tells that the figure being read counts “them” or “whom”.
	pronoun bool
	// reach is the token behind the noun that the figure being read shares with
	// the next one: two of the seven members. 0 if it shares none.
	reach int
}

func (p *parser) lex() {
	raw := words.Tokens(p.text)
	p.toks = make([]tok, 0, len(raw)+8)
	for _, t := range raw {
		switch t.Kind {
		case words.Number:
			p.cutNumber(t)
		case words.Word:
			p.cutWord(t)
		default:
			p.toks = append(p.toks, tok{start: t.Start, end: t.End, kind: words.Punct})
		}
	}
	p.bar("://")
	p.bar("www.")
	p.bar("@")
	p.findModels()
	slices.SortFunc(p.barred, func(a, b words.Span) int { return a.Start - b.Start })
}

// findModels notes numbers of three digits that follow a word with a capital
// inside a sentence.
func (p *parser) findModels() {
	for i := 2; i < len(p.toks); i++ {
		if t := &p.toks[i]; t.kind != words.Number || t.glue != spaced || t.end-t.start != 3 || !onlyDigits(p.raw(i)) {
			continue
		}
		if !p.capital(i-1) || p.newline(i) || p.newline(i-1) || p.starts(i-1) || isMonth(p.low(i-1)) || p.titled(i) || preposition(p.word(i-2)) || plural(p.word(i+1)) && !p.capital(i+1) {
			continue
		}
		if p.models == nil {
			p.models = map[string]bool{}
		}
		p.models[p.raw(i)] = true
	}
}

func preposition(w string) bool {
	switch w {
	case "in", "at", "on", "from", "to", "of", "by", "for", "with", "near", "around", "outside", "across":
		return true
	}
	return false
}

// bar finds the stretches without white space around a mark.
func (p *parser) bar(mark string) {
	for from := 0; ; {
		i := strings.Index(p.text[from:], mark)
		if i < 0 {
			return
		}
		i += from
		start := strings.LastIndexFunc(p.text[:i], unicode.IsSpace)
		if start < 0 {
			start = 0
		}
		end := strings.IndexFunc(p.text[i:], unicode.IsSpace)
		if end < 0 {
			end = len(p.text)
		} else {
			end += i
		}
		p.barred = append(p.barred, words.Span{Start: start, End: end})
		from = max(end, i+len(mark))
		if from >= len(p.text) {
			return
		}
	}
}

// cutNumber splits 12-year-old, 5bn and 10-15 into their parts.
func (p *parser) cutNumber(t words.Token) {
	text := p.text
	how := spaced
	for i := t.Start; i < t.End; {
		start := i
		r, _ := utf8.DecodeRuneInString(text[i:])
		if unicode.IsDigit(r) {
			opaque := false
			for i < t.End {
				r, size := utf8.DecodeRuneInString(text[i:])
				if isHyphen(r) || unicode.IsLetter(r) {
					break
				}
				opaque = opaque || r == ':' || r == '/' || r >= utf8.RuneSelf
				i += size
			}
			p.toks = append(p.toks, tok{start, i, words.Number, how, opaque})
		} else {
			for i < t.End {
				r, size := utf8.DecodeRuneInString(text[i:])
				if isHyphen(r) || i > start && unicode.IsDigit(r) && how != tight {
					break
				}
				i += size
			}
			if i == start { // a hyphen with nothing before it; cannot happen, but must not hang
				_, size := utf8.DecodeRuneInString(text[i:])
				i += size
			}
			p.toks = append(p.toks, tok{start, i, words.Word, how, false})
		}
		how = tight
		if i < t.End {
			if r, size := utf8.DecodeRuneInString(text[i:]); isHyphen(r) {
				i += size
				how = hyphen
			}
		}
	}
}

// cutWord splits five-member, and leaves long-stalled whole.
func (p *parser) cutWord(t words.Token) {
	s := p.text[t.Start:t.End]
	at := strings.IndexFunc(s, isHyphen)
	if at > 0 && (opens(strings.ToLower(s[:at])) || strings.EqualFold(s[:at], "one")) {
		how := spaced
		for i := t.Start; i < t.End; {
			end, next := t.End, t.End
			if j := strings.IndexFunc(p.text[i:t.End], isHyphen); j >= 0 {
				_, size := utf8.DecodeRuneInString(p.text[i+j:])
				end, next = i+j, i+j+size
			}
			if end > i {
				kind := words.Word
				if r, _ := utf8.DecodeRuneInString(p.text[i:]); unicode.IsDigit(r) {
					kind = words.Number
				}
				p.toks = append(p.toks, tok{i, end, kind, how, kind == words.Number})
			}
			i, how = next, hyphen
		}
		return
	}
	p.toks = append(p.toks, tok{start: t.Start, end: t.End, kind: words.Word})
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// low returns a token in lower case, "" beyond the ends.
func (p *parser) low(i int) string {
	if i < 0 || i >= len(p.toks) {
		return ""
	}
	return strings.ToLower(p.raw(i))
}

func (p *parser) raw(i int) string {
	if i < 0 || i >= len(p.toks) {
		return ""
	}
	return p.text[p.toks[i].start:p.toks[i].end]
}

func (p *parser) is(i int, kind words.Kind) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].kind == kind
}

// word returns a token in lower case if it is a word, else "".
func (p *parser) word(i int) string {
	if !p.is(i, words.Word) {
		return ""
	}
	return p.low(i)
}

func (p *parser) glued(i int) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].glue != spaced
}

// touches reports that nothing stands between a token and the one before it.
func (p *parser) touches(i int) bool {
	return i > 0 && i < len(p.toks) && p.toks[i].start == p.toks[i-1].end
}

// newline reports that a line ends between a token and the one before it.
func (p *parser) newline(i int) bool {
	if i <= 0 || i >= len(p.toks) {
		return true
	}
	return strings.ContainsAny(p.text[p.toks[i-1].end:p.toks[i].start], "\n\r\u2028\u2029")
}

func (p *parser) capital(i int) bool {
	if !p.is(i, words.Word) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.text[p.toks[i].start:])
	return unicode.IsUpper(r)
}

// starts reports that a sentence, line or quotation can begin at a token.
func (p *parser) starts(i int) bool {
	if p.newline(i) {
		return true
	}
	switch p.raw(i - 1) {
	case ".", "!", "?", ":", "“", "‘", "\"", "'", "«", "„", "…", "...", "—", "–", "(", "*", "•":
		return true
	}
	return false
}

// titled reports that the line of a token is set like a headline, where
// capitals say nothing.
func (p *parser) titled(i int) bool {
	from, to := i, i
	for from > 0 && !p.newline(from) && i-from < 40 {
		from--
	}
	for to+1 < len(p.toks) && !p.newline(to+1) && to-i < 40 {
		to++
	}
	if p.raw(to) == "." {
		return false
	}
	long, capitals := 0, 0
	for k := from; k <= to; k++ {
		if p.is(k, words.Word) && p.toks[k].end-p.toks[k].start > 3 && p.toks[k].glue == spaced {
			long++
			if p.capital(k) {
				capitals++
			}
		}
	}
	return long >= 3 && capitals*4 >= long*3
}

func (p *parser) isBarred(start, end int) bool {
	return touched(p.barred, start, end) || touched(p.skip, start, end)
}

// touched reports that a stretch meets one of the spans, which are sorted and
// apart from one another.
func touched(spans []words.Span, start, end int) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > start })
	return i < len(spans) && spans[i].Start < end
}
