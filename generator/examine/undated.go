package examine

import (
	"fmt"
	"strings"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// Undated is the kind of a finding: a document that bears no date.
const Undated = factcheck.Undated

// undated tells what in the document hangs in the air without a date, and what
// the documents themselves say of its age (see ageOf). That is no date of the
// document: it is only what follows from what is printed.
func undated(c *calendar, article factcheck.Article) []factcheck.Finding {
	if article.Published.Known() || article.PublishedAs != "" {
		return nil
	}
	var first *factcheck.DateStatement
	for _, part := range []factcheck.Part{factcheck.Title, factcheck.Body} {
		for _, s := range c.in(article.ID, part) {
			if first == nil && relative(s) {
				first = &s
			}
		}
	}
	f := factcheck.Finding{
		Kind: Undated, Severity: factcheck.Minor, Status: factcheck.Proposed,
		Summary: fmt.Sprintf("%s comes without a date of publication.", called(c.room, &article)),
		Why:     "When it was published cannot be told from the document alone.",
	}
	if first != nil {
		f.Summary = fmt.Sprintf("%s comes without a date of publication, so the day it means by %s has to be inferred.", called(c.room, &article), quoted(c.words(*first)))
		f.Why = fmt.Sprintf("When it was published cannot be told from the document alone, and so %s cannot be placed with certainty.", quoted(c.words(*first)))
		f.Evidence = append(f.Evidence, c.quote(*first, "a day that depends on the missing date"))
	}
	if age := c.age[article.ID]; age != nil {
		f.Certainty, f.Arithmetic = factcheck.Soft, ageSentence(age)
		for _, r := range age.Reasons {
			r.Beside = true
			f.Evidence = add(f.Evidence, r)
		}
	}
	if f.Evidence == nil {
		opening, ok := opening(&article)
		if !ok {
			return nil // an article without a word has nothing to quote
		}
		f.Evidence = append(f.Evidence, evidence(&article, opening, "how the document opens"))
	}
	return []factcheck.Finding{f}
}

// add appends a piece of evidence; to one that quotes the same passage it adds
// its note.
func add(list []factcheck.Evidence, e factcheck.Evidence) []factcheck.Evidence {
	for i := range list {
		if list[i].Passage == e.Passage {
			if e.Note != "" && !strings.Contains(list[i].Note, e.Note) {
				list[i].Note += "; " + e.Note
			}
			return list
		}
	}
	return append(list, e)
}

// opening returns an article's first sentence, or its title.
func opening(a *factcheck.Article) (factcheck.Passage, bool) {
	for _, b := range a.Body.Blocks {
		for _, s := range words.Sentences(a.Body.Plain[b.Start:b.End]) {
			return factcheck.Passage{Article: a.ID, Part: factcheck.Body, Start: b.Start + s.Start, End: b.Start + s.End}, true
		}
	}
	return factcheck.Passage{Article: a.ID, Part: factcheck.Title, Start: 0, End: len(a.Title)}, a.Title != ""
}

// known reports whether a statement covers days that are known.
func known(s factcheck.DateStatement) bool {
	return s.Expression.Type != timex.Duration && !s.Expression.Earliest.IsZero()
}
