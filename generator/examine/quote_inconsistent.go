package examine

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/engine/quotation"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// QuoteInconsistent is the kind of a finding: one article gives the same words
// in quotation marks in two different forms.
const QuoteInconsistent = "quote-inconsistent"

const (
	// What bounds the work on an article, and what it proposes: quotations of the
	// body and of the headline that are looked at, their length in bytes, pairs
	// that are aligned, and findings.
	maxQuotations   = 400
	maxHeadline     = 8
	maxLength       = 4 << 10
	maxAligned      = 100
	maxInconsistent = 4

	// alikeQuotes is the share of the shorter quotation's words, those that say
	// something, that the other must have to be the same statement; sameWords is
	// how many there must be. Two sentences of a speech are often built alike,
	// so much is asked.
	alikeQuotes = 0.8
	sameWords   = 4
)

// quoteInconsistent compares the quotations of one article with each other, and
// those of its headline with its text. Silent are a quotation that is part of a
// longer one, another spelling or inflection, quotations of one paragraph or of
// speakers that may be two, the title of a work, and a headline's words that the
// text has, in marks or without.
func quoteInconsistent(s *speech, article factcheck.Article) []factcheck.Finding {
	findings := headlineForms(s, &article)
	text, body := article.Body.Plain, s.of(article.ID, factcheck.Body)
	type candidate struct {
		q       quotation.Quotation
		content map[string]bool
	}
	var list []candidate
	have := map[string][]int{} // quotations by word
	aligned := 0
	for _, q := range body.Quotations {
		if q.Depth > 0 || !q.Closed && !q.Continues || len(list) == maxQuotations || q.Inner.End-q.Inner.Start > maxLength {
			continue
		}
		content := contentWords(text[q.Inner.Start:q.Inner.End])
		if len(content) < sameWords {
			continue
		}
		common := map[int]int{}
		for w := range content {
			for _, i := range have[w] {
				common[i]++
			}
		}
		for i := range list {
			other := list[i]
			if n := common[i]; n < sameWords || float64(n) < alikeQuotes*float64(min(len(content), len(other.content))) {
				continue
			}
			if !strings.ContainsAny(text[other.q.End:q.Start], "\n\r") || apart(speakerOf(text, body, other.q), speakerOf(text, body, q)) || len(findings) == maxInconsistent || aligned == maxAligned {
				continue
			}
			aligned++
			if f, ok := twoForms(s, &article, factcheck.Body, other.q, q); ok {
				findings = append(findings, f)
			}
		}
		for w := range content {
			if len(have[w]) < 24 {
				have[w] = append(have[w], len(list))
			}
		}
		list = append(list, candidate{q, content})
	}
	return findings
}

// A voice is a speaker with the words that the article has for it.
type voice struct {
	quotation.Speaker
	words string // in small letters; empty if nobody is said to speak
}

func speakerOf(text string, t *quotation.Text, q quotation.Quotation) voice {
	if q.Saying < 0 {
		return voice{}
	}
	s := t.Sayings[q.Saying].Speaker
	return voice{s, strings.TrimSpace(plainWords(text[s.Start:s.End]))}
}

// apart reports whether two voices of one article may be two people: both are
// told of, and nothing tells that they are one. Statements built alike are more
// often an answer or a chorus than a misquotation.
func apart(a, b voice) bool {
	switch {
	case a.words == "" || b.words == "":
		return false
	case a.Name != "" && b.Name != "":
		return quotation.Compare(a.Speaker, b.Speaker) != quotation.Same
	}
	return a.words != b.words
}

// twoForms compares a quotation of a part of an article with a later one of its
// body and writes the finding if they differ.
func twoForms(s *speech, a *factcheck.Article, part factcheck.Part, first, second quotation.Quotation) (factcheck.Finding, bool) {
	one, two := a.Text(part)[first.Inner.Start:first.Inner.End], a.Body.Plain[second.Inner.Start:second.Inner.End]
	readings, counterpart, grave := parting(one, two)
	if len(readings) == 0 {
		return factcheck.Finding{}, false
	}
	f := factcheck.Finding{
		Kind: QuoteInconsistent, Severity: factcheck.Minor, Status: factcheck.Proposed,
		Summary: fmt.Sprintf("%s gives the same words in quotation marks in two forms: %s.", called(s.room, a), strings.Join(readings, "; ")),
		Why:     "Quotation marks promise a speaker’s own words. Of two forms of one statement at most one can be word for word, unless it was said twice.",
	}
	if part == factcheck.Title {
		f.Summary = fmt.Sprintf("The headline of %s has %s in quotation marks, where its text has %s.", called(s.room, a), quoted(bare(one)), quoted(bare(counterpart)))
		f.Why = "Quotation marks in a headline promise the speaker’s words as the text below gives them."
	}
	if grave {
		f.Severity = factcheck.Major
	}
	f.Evidence = []factcheck.Evidence{
		{Passage: factcheck.Passage{Article: a.ID, Part: part, Start: first.Start, End: first.End}, Quote: a.Text(part)[first.Start:first.End]},
		{Passage: factcheck.Passage{Article: a.ID, Part: factcheck.Body, Start: second.Start, End: second.End}, Quote: a.Body.Plain[second.Start:second.End]},
	}
	return f, true
}

// parting aligns two quotations and spells out the places where both have words
// and these are not the same, the gravest first, at most maxPlaces of them.
// counterpart is the stretch of two that stands over against one. grave tells
// that a place touches the meaning: a name, number, date, negation or qualifier.
func parting(one, two string) (readings []string, counterpart string, grave bool) {
	table := collate.Collate([]collate.Witness{{ID: "1", Text: one}, {ID: "2", Text: two}})
	type placed struct {
		weight int
		text   string
	}
	var found []placed
	inserts := strings.ContainsRune(one, '[') || strings.ContainsRune(two, '[')
	mine, theirs := spansOf(nil, one, 0, len(one)), spansOf(nil, two, 0, len(two))
	from, to := -1, 0
	for row, r := range table.Rows {
		a, b := r.Cells[0], r.Cells[1]
		kind := table.Between(row, 0, 1)
		if !a.Empty() && !b.Empty() {
			if from < 0 {
				from = b.Start
			}
			to = b.End
		}
		if a.Silent || b.Silent || kind <= collate.Order || inserts && !(covers(mine, a) && covers(theirs, b)) {
			continue
		}
		x, y := one[a.Start:a.End], two[b.Start:b.End]
		w := int(kind)
		if !kind.Material() {
			if w = 0; qualifies(x, one, y, two) {
				w = int(collate.Name)
			}
		}
		grave = grave || w >= int(collate.Name)
		found = append(found, placed{w, bothReadings(x, y)})
	}
	slices.SortStableFunc(found, func(a, b placed) int { return b.weight - a.weight })
	for _, p := range found[:min(len(found), maxPlaces)] {
		readings = append(readings, p.text)
	}
	if from >= 0 {
		counterpart = two[from:to]
	}
	return readings, counterpart, grave
}

// bothReadings spells out a place of two forms.
func bothReadings(x, y string) string {
	if strings.TrimSpace(x) == "" {
		x, y = y, x
	}
	if strings.TrimSpace(y) == "" {
		return quoted(bare(x)) + " in one and not in the other"
	}
	return quoted(bare(x)) + " and " + quoted(bare(y))
}

// headlineForms looks for each quotation of a headline in the text below it. A
// single word in marks is often the reporter's own; two count only if a
// quotation of the text comes near them.
func headlineForms(s *speech, a *factcheck.Article) []factcheck.Finding {
	var findings []factcheck.Finding
	var body string
	quotations := s.of(a.ID, factcheck.Title).Quotations
	for _, q := range quotations[:min(len(quotations), maxHeadline)] {
		inner := a.Title[q.Inner.Start:q.Inner.End]
		count := strings.Count(plainWords(inner), " ") - 1
		if q.Depth > 0 || !q.Closed || count < 2 || count > 40 || len(findings) == maxInconsistent {
			continue
		}
		if body == "" {
			if body = plainWords(a.Body.Plain); body == "  " {
				return nil // no text to hold it against
			}
		}
		if strings.Contains(body, plainWords(inner)) {
			continue
		}
		work := namesWork(inner)
		if work && !namesWork(a.Title[:q.Start]+a.Title[q.End:]) {
			continue
		}
		near, share := nearest(a.Body.Plain, s.of(a.ID, factcheck.Body), inner)
		if share >= 0.6 {
			if f, ok := twoForms(s, a, factcheck.Title, q, near); ok {
				findings = append(findings, f)
			}
			continue
		}
		if count < 3 || work || unmarked(a.Body.Plain, inner) {
			continue
		}
		findings = append(findings, factcheck.Finding{
			Kind: QuoteInconsistent, Severity: factcheck.Minor, Status: factcheck.Proposed,
			Summary:  fmt.Sprintf("The headline of %s has %s in quotation marks; the text below it has these words nowhere.", called(s.room, a), quoted(bare(inner))),
			Why:      "Quotation marks in a headline promise the speaker’s words as the text below gives them.",
			Evidence: []factcheck.Evidence{evidence(a, factcheck.Passage{Article: a.ID, Part: factcheck.Title, Start: q.Start, End: q.End}, "")},
		})
	}
	return findings
}

// namesWork reports whether each word of a text that counts has a capital, two
// at least: it may be the title of a book or film. A headline may have capitals
// all through; then they tell nothing.
func namesWork(text string) bool {
	capitals := 0
	for _, t := range words.Tokens(text) {
		if t.Kind != words.Word {
			continue
		}
		w := text[t.Start:t.End]
		switch first, _ := utf8.DecodeRuneInString(w); {
		case unicode.IsUpper(first):
			capitals++
		case len(w) > 3 && !functionWord(strings.ToLower(w)):
			return false
		}
	}
	return capitals > 1
}

// plainWords returns the words of a text in small letters, a blank around each,
// without marks.
func plainWords(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, t := range words.Tokens(text) {
		if t.Kind != words.Punct {
			b.WriteString(strings.ToLower(words.Fold(text[t.Start:t.End]).Text))
			b.WriteByte(' ')
		}
	}
	if b.Len() == 1 {
		b.WriteByte(' ')
	}
	return b.String()
}

// nearest returns the quotation of the body that has most of a headline's
// words, and their share.
func nearest(text string, body *quotation.Text, inner string) (near quotation.Quotation, share float64) {
	content := contentWords(inner)
	if len(content) == 0 {
		return near, 1 // nothing to find, and nothing to say
	}
	for _, q := range body.Quotations {
		if q.Depth > 0 || !q.Closed || q.Inner.End-q.Inner.Start > maxLength {
			continue
		}
		if n := float64(inCommon(content, contentWords(text[q.Inner.Start:q.Inner.End]))) / float64(len(content)); n > share {
			near, share = q, n
		}
	}
	return near, share
}

// unmarked reports whether a sentence of the body has most of a headline's
// words without marks, or the body all of them: the headline quotes what the
// reporter tells in words of his own, in another form.
func unmarked(text, inner string) bool {
	content := contentWords(inner)
	if inCommon(content, contentWords(text)) == len(content) {
		return true
	}
	for _, s := range words.Sentences(text) {
		if n := inCommon(content, contentWords(text[s.Start:s.End])); float64(n) >= 0.75*float64(len(content)) {
			return true
		}
	}
	return false
}

// claimForms compares the wordings of a claim that come from one article's
// text: the editor says that they are one statement, so less likeness is asked
// than between any two quotations. told holds what was found without the
// claim, which is not said twice.
func claimForms(s *speech, e *factcheck.ExaminedCase, told []factcheck.Finding) []factcheck.Finding {
	byArticle := map[string][]int{}
	for i := range e.Witnesses {
		if e.Witnesses[i].Form != factcheck.Headline {
			byArticle[e.Witnesses[i].Wording.Article] = append(byArticle[e.Witnesses[i].Wording.Article], i)
		}
	}
	if len(byArticle) == len(e.Witnesses) {
		return nil
	}
	lengths := wordsOf(e)
	var findings []factcheck.Finding
	for j := range e.Witnesses {
		same := byArticle[e.Witnesses[j].Wording.Article]
		for _, i := range same[:min(len(same), maxForms)] {
			if i >= j || e.Witnesses[j].Form == factcheck.Headline || len(findings) == maxInconsistent {
				continue
			}
			if o := lengths.overlap(i, j); o.share() < sameStatement || o.same < 2 {
				continue
			}
			if f, ok := twoWordings(s, e, i, j); ok && !alreadyTold(told, f) {
				findings = append(findings, f)
			}
		}
	}
	return findings
}

const (
	// sameStatement is the share of the shorter wording's words that must agree.
	sameStatement = 0.6
	// maxForms bounds the wordings that a claim takes from one article.
	maxForms = 12
)

// twoWordings writes the finding for two wordings of one article if they differ
// where both stand in quotation marks.
func twoWordings(s *speech, e *factcheck.ExaminedCase, i, j int) (factcheck.Finding, bool) {
	a, b := &e.Witnesses[i], &e.Witnesses[j]
	first, second := s.marked(a), s.marked(b)
	if apart(s.voice(a), s.voice(b)) {
		return factcheck.Finding{}, false
	}
	f := factcheck.Finding{
		Kind: QuoteInconsistent, Severity: factcheck.Minor, Status: factcheck.Proposed, Claim: e.Claim.ID,
		Why: "Quotation marks promise a speaker’s own words. Of two forms of one statement at most one can be word for word, unless it was said twice.",
	}
	var found []string
	for row, r := range e.Table.Rows {
		x, y := r.Cells[i], r.Cells[j]
		kind := e.Table.Between(row, i, j)
		if kind <= collate.Order || !covers(first, x) || !covers(second, y) {
			continue
		}
		mine, theirs := a.Text[x.Start:x.End], b.Text[y.Start:y.End]
		if kind.Material() || qualifies(mine, a.Text, theirs, b.Text) {
			f.Severity = factcheck.Major
		}
		found = append(found, bothReadings(mine, theirs))
	}
	if len(found) == 0 {
		return factcheck.Finding{}, false
	}
	f.Summary = fmt.Sprintf("%s gives the same words in quotation marks in two forms: %s.", called(s.room, s.story.Article(a.Wording.Article)), strings.Join(found[:min(len(found), maxPlaces)], "; "))
	f.Evidence = append(cited(a), cited(b)...)
	return f, true
}

// alreadyTold reports whether a finding shows the same two places as one of
// those that were found before.
func alreadyTold(told []factcheck.Finding, f factcheck.Finding) bool {
	shows := func(t *factcheck.Finding, p factcheck.Passage) bool {
		for _, e := range t.Evidence {
			if q := e.Passage; q.Article == p.Article && q.Part == p.Part && q.Start < p.End && p.Start < q.End {
				return true
			}
		}
		return false
	}
	for i := range told {
		if t := &told[i]; t.Kind == QuoteInconsistent && shows(t, f.Evidence[0].Passage) && shows(t, f.Evidence[len(f.Evidence)-1].Passage) {
			return true
		}
	}
	return false
}
