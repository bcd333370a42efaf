package anchor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// quotation is what stands between quotation marks in an article's body, the
// marks left out: body[start:end].
type quotation struct {
	start, end int
	open       bool // it never closes; end is that of the paragraph
	block      bool // set off as a block, without marks
}

// marks returns what the body prints in quotation marks, in order. A mark
// inside a quotation does not open another.
func (sh *sheet) marks() []quotation {
	if !sh.marked {
		sh.marked = true
		sh.quoted = quotedIn(nil, sh.article.Body.Plain, sh.article.Body.Blocks)
	}
	return sh.quoted
}

func quotedIn(qs []quotation, text string, blocks []markdown.Block) []quotation {
	for _, b := range blocks {
		switch {
		case b.Kind == markdown.Quote && b.Start < b.End:
			qs = append(qs, quotation{start: b.Start, end: b.End, block: true})
		case len(b.Children) > 0:
			qs = quotedIn(qs, text, b.Children)
		default:
			qs = betweenMarks(qs, text[b.Start:b.End], b.Start)
		}
	}
	return qs
}

// betweenMarks adds the quotations of a paragraph that begins at offset.
func betweenMarks(qs []quotation, text string, offset int) []quotation {
	for i := 0; i < len(text); {
		if c := text[i]; c != '"' && c != '\'' && c < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		start := i + size
		i = start
		if !isMark(r) || !opens(text, start-size, size) {
			continue
		}
		end, next := closes(text, start, r)
		switch {
		case end >= 0:
			qs = append(qs, quotation{start: offset + start, end: offset + end})
			i = next
		case r != '\'' && r != '’' && (r != '‘' || opensSpeech(text[start:])): // else an apostrophe
			return append(qs, quotation{start: offset + start, end: offset + len(text), open: true})
		}
	}
	return qs
}

func isMark(r rune) bool {
	switch r {
	case '"', '\'', '“', '”', '„', '‘', '’', '«', '»':
		return true
	}
	return false
}

// opensSpeech tells a single mark that opens a quotation and never closes from
// an apostrophe: ‘We have won, against ‘twas.
func opensSpeech(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// opens reports whether the mark text[at:at+size] opens a quotation: white
// space, a bracket or a dash before it, none behind it.
func opens(text string, at, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	if at+size >= len(text) {
		return false
	}
	switch mark, _ := utf8.DecodeRuneInString(text[at:]); {
	case mark == '«': // French has a space behind it
		return true
	case unicode.IsSpace(after):
		return false
	case mark == '“' || mark == '„':
		return true
	}
	return at == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{—–-:/…", before) || isMark(before)
}

// closes returns where the quotation that r opened before start ends, and what
// comes behind its closing mark; -1 if it does not close in the paragraph.
func closes(text string, start int, r rune) (end, next int) {
	for i := start; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		closing := false
		switch r {
		case '“', '”', '"':
			closing = c == '”' || c == '"'
			if c == '"' && r == '"' || c == '”' && r == '”' {
				closing = !opens(text, i, size)
			}
		case '„':
			closing = c == '“' || c == '”' || c == '"'
		case '«':
			closing = c == '»'
		case '»':
			closing = c == '«'
		case '\'', '‘', '’':
			if c == '\'' || c == '’' {
				before, _ := utf8.DecodeLastRuneInString(text[:i])
				after, _ := utf8.DecodeRuneInString(text[i+size:])
				closing = i > start && !unicode.IsSpace(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
			}
		}
		if closing {
			return i, i + size
		}
		i += size
	}
	return -1, -1
}

// within tells how much of a stretch of the body stands in quotation marks.
type within int

const (
	none within = iota
	some
	all
)

// inMarks looks at body[start:end]; marks and white space at its ends do not
// count.
func (sh *sheet) inMarks(start, end int) within {
	text := sh.article.Body.Plain[start:end]
	bare := func(r rune) bool { return unicode.IsSpace(r) || isMark(r) || strings.ContainsRune(".,;:", r) }
	left := strings.TrimLeftFunc(text, bare)
	start += len(text) - len(left)
	end = start + len(strings.TrimRightFunc(left, bare))
	found := none
	for _, q := range sh.marks() {
		switch {
		case q.start <= start && end <= q.end:
			return all
		case q.start < end && start < q.end:
			found = some
		}
	}
	return found
}

// form tells how the article gives the words at a place.
func (sh *sheet) form(p place) factcheck.Form {
	switch p.part {
	case factcheck.Title:
		return factcheck.Headline
	case factcheck.PublishedAs:
		return factcheck.Paraphrase
	}
	least, most := all, none
	for _, r := range p.reading {
		w := sh.inMarks(r.Start, r.End)
		least, most = min(least, w), max(most, w)
	}
	switch {
	case least == all:
		return factcheck.Direct
	case most == none:
		return factcheck.Paraphrase
	}
	return factcheck.Partial
}

// unquoted reports whether the article prints the words at a place without any
// quotation mark. It is sure, or says no: no mark stands in the same paragraph,
// the paragraph is not set off as a block, no quotation before it is left open,
// no colon announces the words as somebody's own, and it is no post: a dash and
// a name below it, or an account beside it.
func (sh *sheet) unquoted(p place) bool {
	if p.part != factcheck.Body {
		return false
	}
	plain := sh.article.Body.Plain
	for _, r := range p.reading {
		from := strings.LastIndexAny(plain[:r.Start], "\n\r") + 1
		to := len(plain)
		if i := strings.IndexAny(plain[r.End:], "\n\r"); i >= 0 {
			to = r.End + i
		}
		if attributed(plain[from:to], plain[to:]) {
			return false
		}
		if hasMark(plain[from:to]) || announced(plain[:from]) || announced(plain[from:r.Start]) || strings.Contains(plain[from:r.Start], ": ") {
			return false
		}
		for _, q := range sh.marks() {
			if q.start < to && (q.open || from < q.end) {
				return false
			}
		}
	}
	return true
}

// announced reports whether text ends as before somebody's words.
func announced(before string) bool {
	return strings.HasSuffix(strings.TrimRightFunc(before, unicode.IsSpace), ":")
}

// attributed reports whether a paragraph is a post or a motto: what comes below
// it begins with a dash, as in — Ada Example (@ada).
func attributed(paragraph, below string) bool {
	below = strings.TrimLeftFunc(below, unicode.IsSpace)
	for _, dash := range [...]string{"—", "–", "―", "-- ", "- "} {
		if strings.HasPrefix(below, dash) {
			return true
		}
	}
	return strings.Contains(paragraph, "(@") || strings.Contains(paragraph, "pic.twitter.com/")
}

// hasMark reports whether a quotation mark of any kind stands in text. An
// apostrophe between letters is none.
func hasMark(text string) bool {
	for i, r := range text {
		switch r {
		case '"', '“', '”', '„', '‟', '«', '»', '‹', '›', '「', '」', '『', '』', '`':
			return true
		case '\'', '‘', '’', '‚', '‛':
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			if !unicode.IsLetter(before) || !unicode.IsLetter(after) {
				return true
			}
		}
	}
	return false
}
