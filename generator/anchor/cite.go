package anchor

import (
	"fmt"
	"unicode/utf8"

	"crosscheck/generator/diag"
	"crosscheck/generator/engine/quote"
	"crosscheck/generator/factcheck"
)

// Find looks for one quotation in the story as [Quotes] does, and tells why it
// cannot be placed: ok is false then, and the diagnostics hold an error. It
// expects that the story has the article.
func Find(story *factcheck.Story, q factcheck.Quotation) (passages []factcheck.Passage, list diag.List, ok bool) {
	s := search{story: story, sheets: make([]*sheet, len(story.Articles))}
	sh := s.sheet(q.Article)
	if sh == nil {
		return nil, nil, false
	}
	p, ok := s.find(sh, q)
	return p.passages(q.Article), s.diagnostics, ok
}

// Cite returns the quotation that an editor would write for a passage: its
// words on one line and, only where these stand in the article more than once,
// the shortest prefix or suffix that tells the place from the others, or its
// number. What it returns is found where it was meant; ok is false if nothing
// that can be written is.
func Cite(story *factcheck.Story, p factcheck.Passage) (q factcheck.Quotation, ok bool) {
	s := search{story: story, sheets: make([]*sheet, len(story.Articles))}
	sh := s.sheet(p.Article)
	if sh == nil {
		return q, false
	}
	text := sh.article.Text(p.Part)
	if p.Start < 0 || p.End > len(text) || p.Start >= p.End {
		return q, false
	}
	q = factcheck.Quotation{Article: p.Article, Quote: oneLine(text[p.Start:p.End])}
	c := candidate{sh, p.Part, quote.Reading{{Start: p.Start, End: p.End}}}
	var all, place int // places in all, and which of them is meant
	for _, part := range sh.parts {
		for _, r := range part.text.Locate(quote.Query{Quote: q.Quote}).Readings {
			if part.name == p.Part && len(r) == 1 && r[0].Start == p.Start && r[0].End == p.End {
				place = all + 1
			}
			all++
		}
	}
	switch {
	case !hasWord(q.Quote) || place == 0:
		return q, false
	case all == 1:
		return q, s.finds(sh, q, p)
	}
	plain := q
	for n := 1; n <= contextual; n++ {
		for _, side := range [...]func() string{
			func() string { q.Prefix = before(c, n); return q.Prefix },
			func() string { q.Suffix = behind(c, n); return q.Suffix },
		} {
			q = plain
			if context := side(); context != "" && utf8.RuneCountInString(context) <= excerpt && s.finds(sh, q, p) {
				return q, true
			}
		}
	}
	q = plain
	q.Occurrence = place
	return q, s.finds(sh, q, p)
}

// finds reports whether a quotation is found at a passage, and nowhere else.
func (s *search) finds(sh *sheet, q factcheck.Quotation, p factcheck.Passage) bool {
	found, ok := s.find(sh, q)
	return ok && found.part == p.Part && len(found.reading) == 1 && found.reading[0].Start == p.Start && found.reading[0].End == p.End
}

// Lines writes a quotation as the keys of a wording, a line each, ready to be
// pasted: quote, and prefix, suffix or occurrence if it has one.
func Lines(q factcheck.Quotation) []string {
	lines := []string{"quote: " + scalar(q.Quote)}
	if q.Prefix != "" {
		lines = append(lines, "prefix: "+scalar(q.Prefix))
	}
	if q.Suffix != "" {
		lines = append(lines, "suffix: "+scalar(q.Suffix))
	}
	if q.Occurrence > 0 {
		lines = append(lines, fmt.Sprintf("occurrence: %d", q.Occurrence))
	}
	return lines
}
