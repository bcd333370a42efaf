package anchor

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/diag"
	"crosscheck/generator/engine/quote"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/source"
	"crosscheck/generator/words"
)

const (
	listed     = 6   // places named in one diagnostic
	named      = 3   // differences named in a message
	excerpt    = 60  // characters shown on either side of what is meant
	pasteable  = 600 // characters of a quote that is offered to paste
	contextual = 6   // words of a prefix or suffix that is offered
)

// A candidate is a place where a quote could be meant.
type candidate struct {
	sh      *sheet
	part    factcheck.Part
	reading quote.Reading
}

func (c *candidate) text() string { return c.sh.article.Text(c.part) }

func (c *candidate) first() int { return c.reading[0].Start }
func (c *candidate) last() int  { return c.reading[len(c.reading)-1].End }

// words returns what the article has there, parts joined.
func (c *candidate) words() string {
	parts := make([]string, len(c.reading))
	for i, r := range c.reading {
		parts[i] = c.text()[r.Start:r.End]
	}
	return strings.Join(parts, factcheck.PartSeparator)
}

// span returns where the candidate stands in the article's file.
func (c *candidate) span() source.Span {
	from, to := c.first(), c.last()
	for _, r := range c.reading {
		from, to = min(from, r.Start), max(to, r.End)
	}
	a := c.sh.article
	switch c.part {
	case factcheck.Title:
		if a.TitleSpan.File != nil {
			return a.TitleSpan
		}
	case factcheck.PublishedAs:
		if a.PublishedSpan.File != nil {
			return a.PublishedSpan
		}
	default:
		if a.File != nil {
			return a.File.Span(a.BodyStart+a.Body.Source(from), a.BodyStart+a.Body.Source(to))
		}
	}
	if a.File == nil {
		return source.Span{}
	}
	return a.File.Span(0, 0)
}

// at names the candidate's place for people: line 7, the title.
func (c *candidate) at() string {
	switch c.part {
	case factcheck.Title:
		return "the title"
	case factcheck.PublishedAs:
		return "published_as"
	}
	s := c.span()
	if s.File == nil {
		return "the body"
	}
	p := s.File.Position(s.Start)
	return fmt.Sprintf("line %d, column %d", p.Line, p.Column)
}

func (c *candidate) related(message string) diag.Related {
	return diag.Related{Span: c.span(), Message: message}
}

func candidates(sh *sheet, results []quote.Result, of func(quote.Result) []quote.Reading) []candidate {
	var cs []candidate
	for i, r := range results {
		for _, reading := range of(r) {
			cs = append(cs, candidate{sh, sh.parts[i].name, reading})
		}
	}
	return cs
}

func readings(r quote.Result) []quote.Reading { return r.Readings }
func unfit(r quote.Result) []quote.Reading    { return r.Unfit }

func (s *search) wordless(q factcheck.Quotation) {
	s.report(diag.Diagnostic{
		Span: q.Span, Severity: diag.Error, Code: "quote-empty",
		Message: "the quote has no words",
		Hint:    "copy the words from the article " + q.Article,
	})
}

// missing reports a quote that stands nowhere in its article, as it is or with
// its prefix and suffix.
func (s *search) missing(sh *sheet, q factcheck.Quotation, query quote.Query, results []quote.Result) {
	if cs := candidates(sh, results, unfit); len(cs) > 0 {
		s.misplaced(q, query, cs)
		return
	}
	a := sh.article
	if a.Title == "" && a.Label != "" && quote.NewText(a.Label).Find(quote.Query{Quote: query.Quote}).Match != quote.None {
		d := diag.Diagnostic{
			Span: q.Span, Severity: diag.Error, Code: "quote-in-label",
			Message: fmt.Sprintf("these words stand only in the label of %s, which is an editor's and cannot be quoted", a.ID),
			Hint:    "quote the text of the article",
		}
		if a.File != nil {
			d.Hint += fmt.Sprintf("; or, if the document prints them as its headline, write title instead of label in %s", a.File.Path)
			d.Related = []diag.Related{{Span: a.File.Span(0, 0), Message: "the article"}}
		}
		s.report(d)
		return
	}

	if s.withoutMarks(sh, q, query) {
		return
	}
	best := -1
	for i, r := range results {
		if r.Nearest != nil && (best < 0 || r.Nearest.Score > results[best].Nearest.Score) {
			best = i
		}
	}
	d := diag.Diagnostic{Span: q.Span, Severity: diag.Error, Code: "quote-missing"}
	var hint []string
	if best < 0 {
		d.Message = fmt.Sprintf("the quote does not stand in %s, nor anything like it", a.ID)
		if a.File != nil {
			hint = append(hint, "copy the words from "+a.File.Path)
		}
	} else {
		near := results[best].Nearest
		c := candidate{sh, sh.parts[best].name, quote.Reading{{Start: near.Start, End: near.End}}}
		d.Message = fmt.Sprintf("the quote does not stand in %s", a.ID)
		if n := len(near.Differences); n > 0 {
			var ds []string
			for _, x := range near.Differences[:min(n, named)] {
				ds = append(ds, mark(x, 80))
			}
			if n > named {
				ds = append(ds, fmt.Sprintf("%d more", n-named))
			}
			d.Message += "; the nearest passage differs: " + strings.Join(ds, ", ")
		}
		hint = append(hint, fmt.Sprintf("nearest passage, %s: %s", c.at(), marked(c.text(), near)))
		if line, ok := s.proposal(sh.parts[best], near); ok {
			hint = append(hint, "if that is meant, write", "quote: "+line)
		}
		d.Related = append(d.Related, c.related("the nearest passage"))
	}
	if other, ok := s.elsewhere(q.Article, query.Quote); ok {
		hint = append(hint, fmt.Sprintf("the quote stands in %s (%s); if that is meant, write", other.sh.article.ID, other.at()), "article: "+other.sh.article.ID)
		d.Related = append(d.Related, other.related("the quote stands here"))
	}
	d.Hint = strings.Join(hint, "\n")
	s.report(d)
}

// withoutMarks reports a quote that stands in its article but for the quotation
// marks around it, or the stop at its end: those of the quote are the editor's.
func (s *search) withoutMarks(sh *sheet, q factcheck.Quotation, query quote.Query) bool {
	const outer, stops = "\"'“”„‟«»‹›‘’‚‛`", ".,;:!?…"
	bare := func(text, cut string) string {
		return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(cut, r) })
	}
	text := oneLine(query.Quote)
	inner := bare(text, outer)
	for _, v := range [...]struct{ text, without string }{
		{inner, "the quotation marks around it"},
		{strings.TrimRight(text, stops), "the mark at its end"},
		{strings.TrimRight(inner, stops), "the quotation marks around it and the mark at its end"},
		{bare(strings.TrimRight(text, stops), outer), "the quotation marks around it and the mark at its end"},
	} {
		if v.text == text || !hasWord(v.text) {
			continue
		}
		for _, p := range sh.parts {
			r := p.text.Locate(quote.Query{Quote: v.text, Prefix: query.Prefix, Suffix: query.Suffix})
			if rank(r) < inParts || len(r.Readings) == 0 {
				continue
			}
			c := candidate{sh, p.name, r.Readings[0]}
			// The article's own typography, where it can be pasted.
			paste := v.text
			if own := oneLine(c.words()); rank(p.text.Locate(quote.Query{Quote: own, Prefix: query.Prefix, Suffix: query.Suffix})) >= inParts {
				paste = own
			}
			before, after := around(c.text(), c.first(), c.last())
			s.report(diag.Diagnostic{
				Span: q.Span, Severity: diag.Error, Code: "quote-missing",
				Message: fmt.Sprintf("the quote stands in %s only without %s", sh.article.ID, v.without),
				Hint:    fmt.Sprintf("%s has: %s[%s]%s\nwrite\nquote: %s", c.at(), before, shorten(c.words(), excerpt), after, scalar(paste)),
				Related: []diag.Related{c.related("the words stand here")},
			})
			return true
		}
	}
	return false
}

// proposal returns the nearest passage as a quote to paste, if it can be one.
func (s *search) proposal(p part, near *quote.Nearest) (string, bool) {
	var parts []string
	for _, r := range near.Parts {
		if r.Start < 0 {
			return "", false
		}
		parts = append(parts, oneLine(p.text.String()[r.Start:r.End]))
	}
	proposed := tidy(strings.Join(parts, " … "))
	if !hasWord(proposed) || utf8.RuneCountInString(proposed) > pasteable || p.text.Find(quote.Query{Quote: proposed}).Match == quote.None {
		return "", false
	}
	return scalar(proposed), true
}

// tidy takes from the ends of words what belongs to their neighbors: a comma, the
// mark that closes the quotation before, half a pair of marks.
func tidy(text string) string {
	const pairs = "\"“”„‟«»‹›"
	for {
		t := strings.TrimLeft(text, " ,.;:!?)]”»›")
		t = strings.TrimRight(t, " ,;:([“„«‹")
		if n := strings.IndexAny(t, pairs); n >= 0 && n == strings.LastIndexAny(t, pairs) {
			_, size := utf8.DecodeRuneInString(t[n:])
			switch {
			case n == 0:
				t = t[size:]
			case n+size == len(t):
				t = t[:n]
			}
		}
		if t == text {
			return t
		}
		text = t
	}
}

// elsewhere returns where a quote stands in another article of the story.
func (s *search) elsewhere(article, text string) (candidate, bool) {
	for i := range s.story.Articles {
		id := s.story.Articles[i].ID
		if id == article {
			continue
		}
		sh := s.sheet(id)
		for _, p := range sh.parts {
			if r := p.text.Find(quote.Query{Quote: text}); rank(r) >= inParts {
				return candidate{sh, p.name, r.Readings[0]}, true
			}
		}
	}
	return candidate{}, false
}

// misplaced reports a quote that stands in its article, but not beside its
// prefix and suffix.
func (s *search) misplaced(q factcheck.Quotation, query quote.Query, cs []candidate) {
	id := cs[0].sh.article.ID
	d := diag.Diagnostic{Span: q.Span, Severity: diag.Error, Code: "quote-context"}
	var hint []string
	if c, side, ok := blankAway(query, cs); ok {
		line, said := "", ""
		if side == "prefix" {
			printed := c.text()[:c.first()]
			if endsBlank(printed) {
				line, said = strings.TrimRightFunc(query.Prefix, unicode.IsSpace)+" ", "lacks a blank at its end"
			} else {
				line, said = strings.TrimRightFunc(query.Prefix, unicode.IsSpace), "has a blank at its end that the article does not have"
			}
		} else {
			if startsBlank(c.text()[c.last():]) {
				line, said = " "+strings.TrimLeftFunc(query.Suffix, unicode.IsSpace), "lacks a blank at its beginning"
			} else {
				line, said = strings.TrimLeftFunc(query.Suffix, unicode.IsSpace), "has a blank at its beginning that the article does not have"
			}
		}
		d.Message = fmt.Sprintf("the %s stands beside the quote in %s but for a blank: it %s", side, id, said)
		hint = append(hint, "write", side+": "+scalar(line))
		d.Related = append(d.Related, c.related("the quote stands here"))
		d.Hint = strings.Join(hint, "\n")
		s.report(d)
		return
	}
	var wrong []string
	if query.Prefix != "" && !slices.ContainsFunc(cs, func(c candidate) bool { return quote.EndsWith(c.text()[:c.first()], query.Prefix) }) {
		wrong = append(wrong, fmt.Sprintf("the prefix %s does not stand directly before it", literal(query.Prefix)))
	}
	if query.Suffix != "" && !slices.ContainsFunc(cs, func(c candidate) bool { return quote.StartsWith(c.text()[c.last():], query.Suffix) }) {
		wrong = append(wrong, fmt.Sprintf("the suffix %s does not stand directly behind it", literal(query.Suffix)))
	}
	if len(wrong) == 0 {
		wrong = append(wrong, "the prefix and the suffix stand beside it in different places")
	}
	d.Message = fmt.Sprintf("the quote stands in %s, but %s", id, strings.Join(wrong, ", and "))
	if len(cs) == 1 {
		c := cs[0]
		before, after := around(c.text(), c.first(), c.last())
		hint = append(hint, fmt.Sprintf("%s has: %s[%s]%s", c.at(), before, shorten(c.words(), excerpt), after),
			"the quote stands there once: leave prefix and suffix out")
		d.Related = append(d.Related, c.related("the quote stands here"))
	} else {
		hint = append(hint, "write one of these instead:")
		lines, related := deciding(cs)
		hint, d.Related = append(hint, lines...), append(d.Related, related...)
	}
	d.Hint = strings.Join(hint, "\n")
	s.report(d)
}

// blankAway finds a place where nothing but a blank between the quote and its
// prefix or suffix is wrong.
func blankAway(query quote.Query, cs []candidate) (c candidate, side string, ok bool) {
	for _, c := range cs[:min(len(cs), 100)] {
		before, after := c.text()[:c.first()], c.text()[c.last():]
		prefixed, suffixed := quote.EndsWith(before, query.Prefix), quote.StartsWith(after, query.Suffix)
		near := strings.TrimRightFunc(query.Prefix, unicode.IsSpace)
		if !prefixed && suffixed && near != "" && quote.EndsWith(strings.TrimRightFunc(before, unicode.IsSpace), near) {
			return c, "prefix", true
		}
		near = strings.TrimLeftFunc(query.Suffix, unicode.IsSpace)
		if prefixed && !suffixed && near != "" && quote.StartsWith(strings.TrimLeftFunc(after, unicode.IsSpace), near) {
			return c, "suffix", true
		}
	}
	return candidate{}, "", false
}

// tooFew reports an occurrence that the article does not have.
func (s *search) tooFew(sh *sheet, q factcheck.Quotation, results []quote.Result, total int) {
	cs := candidates(sh, results, readings)
	times := fmt.Sprintf("only %d times", total)
	hint := []string{"write one of these instead:"}
	if total == 1 {
		times = "only once"
		hint = []string{"leave occurrence out"}
	}
	d := diag.Diagnostic{
		Span: q.Span, Severity: diag.Error, Code: "quote-occurrence",
		Message: fmt.Sprintf("occurrence is %d, but the quote stands in %s %s", q.Occurrence, sh.article.ID, times),
	}
	for i, c := range cs[:min(len(cs), listed)] {
		if total > 1 {
			before, after := around(c.text(), c.first(), c.last())
			hint = append(hint, fmt.Sprintf("occurrence: %d  # %s: %s[…]%s", i+1, c.at(), before, after))
		}
		d.Related = append(d.Related, c.related("the quote stands here"))
	}
	d.Hint = strings.Join(hint, "\n")
	s.report(d)
}

// ambiguous reports a quote that stands in several places.
func (s *search) ambiguous(sh *sheet, q factcheck.Quotation, query quote.Query, results []quote.Result) {
	cs := candidates(sh, results, readings)
	d := diag.Diagnostic{
		Span: q.Span, Severity: diag.Error, Code: "quote-ambiguous",
		Message: fmt.Sprintf("the quote stands in %s %s", sh.article.ID, times(len(cs))),
	}
	if len(cs[0].reading) > 1 {
		d.Message = fmt.Sprintf("the parts of the quote can be found in %s in %d ways", sh.article.ID, len(cs))
	}
	if query.Prefix != "" || query.Suffix != "" {
		d.Message += ", even with its prefix or suffix"
	}
	hint := []string{"quote more words, or add one of these lines:"}
	lines, related := deciding(cs)
	d.Hint = strings.Join(append(hint, lines...), "\n")
	d.Related = related
	s.report(d)
}

func times(n int) string {
	if n == 2 {
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// deciding returns for each candidate the line that picks it, and its place.
func deciding(cs []candidate) (lines []string, related []diag.Related) {
	for i, c := range cs {
		if i == listed {
			lines = append(lines, fmt.Sprintf("(and %d more)", len(cs)-i))
			break
		}
		line := fmt.Sprintf("occurrence: %d", i+1)
		if prefix, ok := decisive(cs, i, before, func(o candidate, prefix string) bool { return quote.EndsWith(o.text()[:o.first()], prefix) }); ok {
			line = "prefix: " + scalar(prefix)
		} else if suffix, ok := decisive(cs, i, behind, func(o candidate, suffix string) bool { return quote.StartsWith(o.text()[o.last():], suffix) }); ok {
			line = "suffix: " + scalar(suffix)
		}
		before, after := around(c.text(), c.first(), c.last())
		lines = append(lines, fmt.Sprintf("%s  # %s: %s[…]%s", line, c.at(), before, after))
		related = append(related, c.related(fmt.Sprintf("place %d of %d", i+1, len(cs))))
	}
	return lines, related
}

// decisive returns the shortest context of candidate i that no other one has.
func decisive(cs []candidate, i int, context func(c candidate, words int) string, has func(c candidate, context string) bool) (string, bool) {
	if len(cs) > 200 {
		return "", false
	}
	last := ""
	for n := 1; n <= contextual; n++ {
		text := context(cs[i], n)
		if text == last || utf8.RuneCountInString(text) > excerpt {
			return "", false
		}
		last = text
		// What is shown has one blank for any white space.
		alone := has(cs[i], text)
		for k := range cs {
			alone = alone && (k == i || !has(cs[k], text))
		}
		if alone {
			return text, true
		}
	}
	return "", false
}

// before returns the last words before a candidate.
func before(c candidate, n int) string {
	text := c.text()[:c.first()]
	at := len(text)
	for range n {
		at = len(strings.TrimRightFunc(text[:at], unicode.IsSpace))
		at = strings.LastIndexFunc(text[:at], unicode.IsSpace) + 1
		if at > 0 {
			_, size := utf8.DecodeLastRuneInString(text[:at])
			if size > 1 { // LastIndexFunc gives the first byte of the blank
				for at < len(text) && !utf8.RuneStart(text[at]) {
					at++
				}
			}
		}
	}
	return flatten(text[at:])
}

// behind returns the first words behind a candidate.
func behind(c candidate, n int) string {
	text := c.text()[c.last():]
	at := 0
	for range n {
		at += len(text[at:]) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
		if i := strings.IndexFunc(text[at:], unicode.IsSpace); i >= 0 {
			at += i
		} else {
			at = len(text)
		}
	}
	return flatten(text[:at])
}

// disorder reports an elided quote whose parts stand in another order.
func (s *search) disorder(sh *sheet, q factcheck.Quotation, query quote.Query, results []quote.Result) {
	cs := candidates(sh, results, readings)
	c := cs[0]
	d := diag.Diagnostic{
		Span: q.Span, Severity: diag.Error, Code: "quote-order",
		Message: fmt.Sprintf("the parts of the quote stand in %s in another order", sh.article.ID),
		Related: []diag.Related{c.related("the parts stand here")},
	}
	sorted := slices.Clone(c.reading)
	slices.SortFunc(sorted, func(a, b words.Span) int { return a.Start - b.Start })
	var parts []string
	for _, r := range sorted {
		parts = append(parts, oneLine(c.text()[r.Start:r.End]))
	}
	d.Hint = "keep the order of the article, or quote each part as a wording of its own:\nquote: " + scalar(strings.Join(parts, " … "))
	s.report(d)
}

// warn tells what may mislead about a quote that was found.
func (s *search) warn(sh *sheet, q factcheck.Quotation, p place) {
	s.warnInside(sh, q, p)
	if len(p.doubts) == 0 {
		return
	}
	text := sh.article.Text(p.part)
	c := candidate{sh, p.part, p.reading}
	first, last := c.first(), c.last()
	var gaps []string
	for i := 1; i < len(p.reading); i++ {
		gaps = append(gaps, "“"+shorten(text[p.reading[i-1].End:p.reading[i].Start], 2*excerpt)+"”")
	}
	left := "left out: " + strings.Join(gaps, ", ")
	before, after := around(text, first, last)
	beside := fmt.Sprintf("the article has: %s[%s]%s", before, shorten(text[first:last], excerpt), after)
	for _, doubt := range p.doubts {
		d := diag.Diagnostic{Span: q.Span, Severity: diag.Warning, Code: "quote-" + string(doubt), Related: []diag.Related{c.related("the quote stands here")}}
		switch doubt {
		case quote.SkipsNegation:
			d.Message, d.Hint = "what the quote leaves out denies something: without it, it may say the opposite", left
		case quote.SkipsException:
			d.Message, d.Hint = "what the quote leaves out makes an exception: without it, it may say too much", left
		case quote.CutsNegation:
			d.Message, d.Hint = "a negation stands right beside the quote: without it, it may say the opposite", beside
		case quote.CutsException:
			d.Message, d.Hint = "the sentence makes an exception that the quote cuts off: without it, it may say too much", beside
		case quote.FarApart:
			d.Message, d.Hint = "the parts of the quote stand far apart in the article, or in different paragraphs", "quote them as wordings of their own, unless the speaker says them together"
		default:
			continue
		}
		s.report(d)
	}
}

func (s *search) warnInside(sh *sheet, q factcheck.Quotation, p place) {
	if !p.inside {
		return
	}
	text := sh.article.Text(p.part)
	c := candidate{sh, p.part, p.reading}
	var cut []string
	var parts []string
	for _, r := range p.reading {
		from, to := r.Start, r.End
		if quote.Inside(text, from) {
			from, _ = wordAround(text, from)
			_, end := wordAround(text, r.Start)
			cut = append(cut, fmt.Sprintf("begins inside “%s”", shorten(text[from:end], excerpt)))
		}
		if quote.Inside(text, to) {
			start, end := wordAround(text, to)
			cut = append(cut, fmt.Sprintf("ends inside “%s”", shorten(text[start:end], excerpt)))
			to = end
		}
		parts = append(parts, oneLine(text[from:to]))
	}
	d := diag.Diagnostic{
		Span: q.Span, Severity: diag.Warning, Code: "quote-inside-word",
		Message: "the quote " + strings.Join(cut, " and "),
		Hint:    "lengthen the quote to whole words",
		Related: []diag.Related{c.related("the quote stands here")},
	}
	if whole := strings.Join(parts, " … "); utf8.RuneCountInString(whole) <= pasteable {
		d.Hint = "to quote whole words, write\nquote: " + scalar(whole)
	}
	s.report(d)
}

// wordAround returns the word or number that a cut at offset at goes through.
func wordAround(text string, at int) (from, to int) {
	from, to = at, at
	for from > 0 && quote.Inside(text, from) {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	for to < len(text) && quote.Inside(text, to) {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
	}
	return from, to
}

// warnForm tells when an editor calls words quoted, wholly or in part, and the
// article has no quotation mark anywhere near.
func (s *search) warnForm(sh *sheet, w factcheck.Wording, p place) {
	if w.Form != factcheck.Partial && w.Form != factcheck.Direct || !sh.unquoted(p) {
		return
	}
	c := candidate{sh, p.part, p.reading}
	s.report(diag.Diagnostic{
		Span: w.Span, Severity: diag.Warning, Code: "quote-form",
		Message: fmt.Sprintf("form is %s, but %s prints these words without quotation marks", w.Form, sh.article.ID),
		Hint:    "if the words are the reporter's, write\nform: paraphrase",
		Related: []diag.Related{c.related("the quote stands here")},
	})
}

// warnTwice tells when a claim has the same words of an article twice.
func (s *search) warnTwice(witnesses []factcheck.Witness, w factcheck.Witness) {
	for i := range witnesses {
		first := &witnesses[i]
		if !slices.Equal(first.Passages, w.Passages) {
			continue
		}
		s.report(diag.Diagnostic{
			Span: w.Wording.Span, Severity: diag.Warning, Code: "quote-twice",
			Message: fmt.Sprintf("the claim has these words of %s twice", w.Wording.Article),
			Hint:    "delete one of the two; if another place is meant, pick it with prefix, suffix or occurrence",
			Related: []diag.Related{{Span: first.Wording.Span, Message: "the same words"}},
		})
		return
	}
}

// mark shows a difference as [quote: "favour" | article: "favors"].
func mark(d quote.Difference, most int) string {
	side := func(s string) string {
		if s == "" {
			return "nothing"
		}
		return `"` + shorten(s, most) + `"`
	}
	return "[quote: " + side(d.Quote) + " | article: " + side(d.Article) + "]"
}

// marked shows the nearest passage with every difference marked where it
// stands; long stretches without one are shortened.
func marked(text string, near *quote.Nearest) string {
	ds := slices.Clone(near.Differences)
	slices.SortStableFunc(ds, func(a, b quote.Difference) int { return a.Start - b.Start })
	var b strings.Builder
	at := near.Start
	plain := func(to int, head, tail bool) {
		if to <= at {
			return
		}
		s := flatten(text[at:to])
		at = to
		if r := []rune(s); len(r) > 2*excerpt+20 || (!head || !tail) && len(r) > excerpt+10 {
			first, last := string(r[:excerpt]), string(r[len(r)-excerpt:])
			if i := strings.LastIndexByte(first, ' '); i > 0 {
				first = first[:i]
			}
			if i := strings.IndexByte(last, ' '); i >= 0 {
				last = last[i+1:]
			}
			switch {
			case !head:
				s = "… " + last
			case !tail:
				s = first + " …"
			default:
				s = first + " … " + last
			}
		}
		b.WriteString(s)
	}
	for _, d := range ds {
		if d.Start < at && d.End > d.Start || d.End > near.End || d.Article == "" && d.Start == 0 && d.End == 0 {
			continue
		}
		plain(d.Start, b.Len() > 0, true)
		if b.Len() > 0 && (d.Article == "" && !strings.HasSuffix(b.String(), " ") || strings.HasSuffix(b.String(), "]")) {
			b.WriteByte(' ')
		}
		b.WriteString(mark(d, 2*excerpt))
		at = max(at, d.End)
	}
	plain(near.End, b.Len() > 0, b.Len() == 0)
	return b.String()
}

// around returns some words of what stands before and behind text[from:to].
func around(text string, from, to int) (before, after string) {
	before, after = flatten(text[max(0, from-4*excerpt):from]), flatten(text[to:min(len(text), to+4*excerpt)])
	before, after = strings.ToValidUTF8(before, ""), strings.ToValidUTF8(after, "")
	if r := []rune(before); len(r) > excerpt/2 {
		before = string(r[len(r)-excerpt/2:])
		if i := strings.IndexByte(before, ' '); i >= 0 && i < len(before)-1 {
			before = before[i:]
		}
		before = "…" + before
	}
	if r := []rune(after); len(r) > excerpt/2 {
		after = string(r[:excerpt/2])
		if i := strings.LastIndexByte(after, ' '); i > 0 {
			after = after[:i+1]
		}
		return before, after + "…"
	}
	return before, strings.TrimRight(after, " ")
}

// shorten returns text on one line, the middle left out if it is long.
func shorten(text string, most int) string {
	text = oneLine(text)
	if r := []rune(text); len(r) > most {
		return strings.TrimRight(string(r[:most*2/3]), " ") + " … " + strings.TrimLeft(string(r[len(r)-most/3:]), " ")
	}
	return text
}

// flatten makes one blank of any white space.
func flatten(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	blank := false
	for _, r := range text {
		if unicode.IsSpace(r) {
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
			continue
		}
		blank = false
		b.WriteRune(r)
	}
	return b.String()
}

func oneLine(text string) string { return strings.TrimSpace(flatten(text)) }

func endsBlank(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

func startsBlank(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// scalar writes text as a YAML scalar on one line.
func scalar(text string) string {
	if strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return literal(text)
	}
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}

// literal writes text in double quotation marks, what cannot be seen as an
// escape that YAML understands.
func literal(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
