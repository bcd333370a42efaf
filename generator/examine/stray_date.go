package examine

import (
	"fmt"
	"strings"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// StrayDate is the kind of a finding: a picture caption whose date lies far
// outside the days of the story.
const StrayDate = "stray-date"

// outside is how many days before or after a story a caption's date has to lie.
const outside = 60

// longPast is how many days make a date history.
const longPast = 40 * 365

// strayDate looks at captions that bear a full date. The days of the story are
// those of its other documents, of its reference events and of the article's
// other captions. Silent is one that names somebody or some place of which its
// document speaks: it says itself what it shows, and when.
func strayDate(c *calendar, article factcheck.Article) []factcheck.Finding {
	var findings []factcheck.Finding
	told := map[int]bool{}
	text := article.Body.Plain
	for _, s := range c.in(article.ID, factcheck.Body) {
		if e := s.Expression; !e.Explicit || e.Ambiguous || !known(s) || e.Grain > timex.GrainYear {
			continue
		}
		start, end := paragraph(text, s.Passage)
		caption := text[start:end]
		if told[start] || !isCaption(caption) {
			continue
		}
		first, last := c.window(article.ID, start, end)
		if first.IsZero() {
			continue
		}
		if first.Sub(s.Expression.Latest) > longPast {
			continue // a picture out of history, as every reader sees
		}
		on, near := s.Expression.Latest, first
		switch {
		case first.Sub(on) > outside:
		case s.Expression.Earliest.Sub(last) > outside:
			on, near = s.Expression.Earliest, last
		default:
			continue
		}
		told[start] = true
		if !sharesNoName(caption, text[:start]+"\n"+text[end:]+"\n"+article.Title) {
			continue
		}
		when := "before"
		if on.After(near) {
			when = "after"
		}
		f := factcheck.Finding{
			Kind: StrayDate, Severity: factcheck.Minor, Certainty: factcheck.Soft, Status: factcheck.Proposed,
			Summary: fmt.Sprintf("A caption in %s bears the date %s, long %s the days of this story, and names nobody and no place of which the rest of the document speaks.",
				called(c.room, &article), quoted(c.words(s)), when),
			Arithmetic: strings.TrimSuffix(distance(on, near), ".") + "; that is the nearest day of this story.",
			Why:        "The picture shows something else than what the document reports, and the caption does not say that it is of the archive.",
			Evidence:   []factcheck.Evidence{evidence(&article, factcheck.Passage{Article: article.ID, Part: factcheck.Body, Start: start, End: end}, "the caption")},
		}
		if archive(caption) {
			f.Why = "The caption says that the picture is an old one, but nothing in it belongs to what the document reports."
		}
		findings = append(findings, f)
	}
	return findings
}

// window returns the first and last day of the story as seen from one line of
// an article, if one is named: publication dates that are not in doubt, reference events, and
// full dates in other captions of the same article.
func (c *calendar) window(article string, start, end int) (first, last timex.Day) {
	add := func(d timex.Day) {
		switch {
		case d.IsZero():
		case first.IsZero():
			first, last = d, d
		case d.Before(first):
			first = d
		case d.After(last):
			last = d
		}
	}
	for i := range c.story.Articles {
		if a := &c.story.Articles[i]; !c.doubtful[a.ID] {
			add(a.Published.Day)
		}
	}
	for _, e := range c.story.Events {
		add(e.Date.Day)
		add(e.Until.Day)
	}
	if article == "" {
		return first, last
	}
	text := c.story.Article(article).Body.Plain
	for _, s := range c.in(article, factcheck.Body) {
		if s.Expression.Explicit && resolved(s) && (s.Passage.End <= start || s.Passage.Start >= end) {
			if from, to := paragraph(text, s.Passage); isCaption(text[from:to]) {
				add(s.Expression.Earliest)
			}
		}
	}
	return first, last
}

// isCaption reports whether a paragraph reads as the caption of a picture: it is
// short and credits the picture or points into it.
func isCaption(p string) bool {
	if len(p) > 500 {
		return false
	}
	low := strings.ToLower(p)
	for _, sign := range [...]string{"photo)", "photo by", "photograph:", "photograph by", "(photo", "photo:", "picture:", "image:", "picture by", "(image", "getty images", "(l)", "(r)", "(c)", "(left)", "(right)", "caption:", "pictured:", "photo:", "file photo", "via reuters", "/reuters", "/afp", "/ap)", "[ap]", "[reuters]", "[afp]", "/getty"} {
		if strings.Contains(low, sign) {
			return true
		}
	}
	return false
}

// archive reports whether a caption says that its picture is an old one.
func archive(p string) bool {
	low := strings.ToLower(p)
	return strings.Contains(low, "file ") || strings.Contains(low, "file)") || strings.Contains(low, "[file") || strings.Contains(low, "(file") || strings.Contains(low, "archive")
}

// uncredited takes what stands in brackets off a caption: who took the picture.
func uncredited(p string) string {
	var b strings.Builder
	depth := 0
	for _, r := range p {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(0, depth-1)
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// sharesNoName reports whether no name of one text stands in the other. A text
// without names shares nothing that could be missed.
func sharesNoName(one, other string) bool {
	one = uncredited(one)
	mine := names(one)
	if len(mine) == 0 {
		return false
	}
	theirs := names(other)
	for _, t := range words.Tokens(one) { // the name that opens a caption has a capital anyway
		if theirs[one[t.Start:t.End]] {
			return false
		}
	}
	for n := range mine {
		if theirs[n] {
			return false
		}
	}
	return true
}
