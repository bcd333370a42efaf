package examine

import (
	"fmt"
	"strings"
	"unicode"

	"crosscheck/generator/engine/quotation"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// QuotationMarks is the kind of a finding: quotation marks that do not pair off.
const QuotationMarks = "quotation-marks"

// quotationMarks lists the marks of an article's title and body that never
// close, close what is not open, stand the wrong way round, keep a blank from
// what they hold, or close with another kind of mark than opened. One finding
// for each article: whoever sets one such mark often sets several. What the
// marks would explain (apostrophes, feet and inches, paragraphs that reopen a
// quotation) is for the engine to tell.
func quotationMarks(s *speech, article factcheck.Article) []factcheck.Finding {
	var told []string
	var evidence []factcheck.Evidence
	places := 0
	for _, part := range []factcheck.Part{factcheck.Title, factcheck.Body} {
		text := article.Text(part)
		for _, fault := range s.of(article.ID, part).Faults {
			if places++; len(told) < maxPlaces {
				told = append(told, faultSentence(text, fault))
			}
			if places > maxFaults {
				continue
			}
			p := sentenceAround(&article, part, fault.Start, fault.End)
			if n := len(evidence); n < maxFaultEvidence && (n == 0 || evidence[n-1].Passage != p) {
				evidence = append(evidence, factcheck.Evidence{Passage: p, Quote: text[p.Start:p.End]})
			}
		}
	}
	if places == 0 {
		return nil
	}
	f := factcheck.Finding{
		Kind: QuotationMarks, Severity: factcheck.Minor, Status: factcheck.Proposed,
		Summary:  "In " + called(s.room, &article) + " " + told[0] + ".",
		Why:      "The marks tell which words are the speaker’s and which are the reporter’s.",
		Evidence: evidence,
	}
	if predicate, ok := strings.CutPrefix(told[0], "it "); ok {
		f.Summary = called(s.room, &article) + " " + predicate + "."
	}
	if places > 1 {
		f.Summary = fmt.Sprintf("Quotation marks do not pair off at %d places of %s: %s", places, called(s.room, &article), strings.Join(told, "; "))
		switch more := places - len(told); {
		case more == 1:
			f.Summary += "; and one more place"
		case more > 1:
			f.Summary += fmt.Sprintf("; and %d more places", more)
		}
		f.Summary += "."
	}
	return []factcheck.Finding{f}
}

// What an article of nothing but stray marks may cost, and quote.
const (
	maxFaults        = 40
	maxFaultEvidence = 8
)

// faultSentence says what is wrong with a mark; “it” is the article.
func faultSentence(text string, f quotation.Fault) string {
	switch f.Kind {
	case quotation.Unclosed:
		return "it opens quotation marks before " + quoted(ahead(text, f.End)) + " and does not close them"
	case quotation.Unopened:
		return "it closes quotation marks behind " + quoted(behind(text, f.Start)) + " that are not open"
	case quotation.Reversed:
		return "the closing mark behind " + quoted(behind(text, f.Start)) + " is an opening mark"
	case quotation.Stray:
		return "it has a blank between a quotation mark and the words that it holds, in " + quoted(nearby(text, f.Start, f.End))
	}
	return "it closes a quotation with another kind of mark than it opened it with: " + quoted(short(text, f.Context))
}

// nearWords is how many bytes of an article's words stand for a place in a
// sentence.
const nearWords = 40

// ahead returns the words that follow a place.
func ahead(text string, at int) string {
	return shorten(line(text[at:], true), nearWords, true)
}

// behind returns the words that stand before a place.
func behind(text string, at int) string {
	return shorten(line(text[:at], false), nearWords, false)
}

// nearby returns the words around a mark, with the mark.
func nearby(text string, start, end int) string {
	before := shorten(line(text[:start], false), nearWords/2, false)
	after := shorten(line(text[end:], true), nearWords/2, true)
	if start > 0 && unicode.IsSpace(rune(text[start-1])) {
		before += " "
	}
	if end < len(text) && unicode.IsSpace(rune(text[end])) {
		after = " " + after
	}
	return before + text[start:end] + after
}

// short returns a stretch, shortened in the middle.
func short(text string, s words.Span) string {
	inner := text[s.Start:s.End]
	if len(inner) <= 2*nearWords {
		return inner
	}
	return shorten(inner, nearWords, true) + " " + strings.TrimPrefix(shorten(inner, nearWords, false), "… ")
}

// line cuts text to the line at its start, or at its end.
func line(text string, first bool) string {
	if first {
		if i := strings.IndexAny(strings.TrimLeft(text, "\r\n"), "\r\n"); i >= 0 {
			text = text[:i]
		}
	} else if i := strings.LastIndexAny(strings.TrimRight(text, "\r\n"), "\r\n"); i >= 0 {
		text = text[i+1:]
	}
	return strings.TrimSpace(text)
}

// shorten keeps about n bytes of the head or tail of text, whole words, and
// marks the cut.
func shorten(text string, n int, head bool) string {
	if len(text) <= n+8 {
		return text
	}
	if head {
		if i := strings.LastIndexByte(text[:n], ' '); i > n/2 {
			return text[:i] + " …"
		}
		return strings.ToValidUTF8(text[:n], "") + " …"
	}
	if i := strings.IndexByte(text[len(text)-n:], ' '); i >= 0 && i < n/2 {
		return "… " + text[len(text)-n+i+1:]
	}
	return "… " + strings.ToValidUTF8(text[len(text)-n:], "")
}

// longSentence is how much of one sentence evidence shows, in bytes.
const longSentence = 600

// sentenceAround returns the sentence in which text[start:end] lies; of a very
// long one the words around it.
func sentenceAround(a *factcheck.Article, part factcheck.Part, start, end int) factcheck.Passage {
	text := a.Text(part)
	s := words.SentenceAt(text, start)
	s.Start, s.End = min(s.Start, start), max(s.End, end)
	if s.End-s.Start > longSentence {
		if start-s.Start > longSentence/2 {
			if i := strings.IndexByte(text[start-longSentence/2:start], ' '); i >= 0 {
				s.Start = start - longSentence/2 + i + 1
			} else {
				s.Start = start
			}
		}
		if s.End-end > longSentence/2 {
			if i := strings.LastIndexByte(text[end:end+longSentence/2], ' '); i >= 0 {
				s.End = end + i
			} else {
				s.End = end
			}
		}
	}
	return factcheck.Passage{Article: a.ID, Part: part, Start: s.Start, End: s.End}
}
