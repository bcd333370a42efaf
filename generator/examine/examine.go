// Package examine compares what the articles of a story say and notices what
// does not fit.
//
// Each kind of finding has a file of its own: what it looks for, when it keeps
// silent, and the sentences it writes. A finding proposes; only an editor's
// ruling confirms or dismisses it. Precision comes first: a wrong finding costs
// an editor's trust, a missing one only a chance.
package examine

import (
	"slices"

	"crosscheck/generator/diag"
	"crosscheck/generator/factcheck"
)

// Story examines a story whose quotes have been found. The diagnostics are
// about editors' rulings that match no finding.
func Story(room *factcheck.Newsroom, book factcheck.Casebook) (factcheck.Dossier, diag.List) {
	d := factcheck.Dossier{
		Story:      book.Story,
		Chronology: chronology(&book.Story),
		Findings:   slices.Clone(book.Findings),
	}
	dates := newCalendar(room, &book.Story, d.Chronology)
	said := newSpeech(room, &book.Story)

	for _, article := range book.Story.Articles {
		d.Findings = append(d.Findings, lateReport(dates, article)...)
		d.Findings = append(d.Findings, undated(dates, article)...)
		d.Findings = append(d.Findings, weekdayMismatch(dates, article)...)
		d.Findings = append(d.Findings, ambiguousMonth(dates, article)...)
		d.Findings = append(d.Findings, quotationMarks(said, article)...)
		d.Findings = append(d.Findings, quoteInconsistent(said, article)...)
	}
	for _, c := range book.Cases {
		examined := compare(c)
		examined.Dates = claimDates(dates, c)
		examined.Findings = slices.Clone(c.Findings)
		examined.Introduced = introductions(said, c)
		examined.Findings = append(examined.Findings, quoteDiffers(said, &examined)...)
		examined.Findings = append(examined.Findings, speakerDiffers(said, &examined)...)
		examined.Findings = append(examined.Findings, claimForms(said, &examined, d.Findings)...)
		examined.Findings = append(examined.Findings, figureDiffers(&examined)...)
		examined.Findings = append(examined.Findings, dayConflict(dates, &examined)...)
		d.Cases = append(d.Cases, examined)
	}

	name(&d)
	diagnostics := rule(&d)
	rank(&d)
	return d, diagnostics
}

// rank sorts findings by weight: open ones first, then major ones, then in the
// order in which they were found. Dismissed ones come last.
func rank(d *factcheck.Dossier) {
	weight := func(f factcheck.Finding) int {
		w := 0
		if f.Status == factcheck.Dismissed {
			w += 2
		}
		if f.Severity == factcheck.Minor {
			w++
		}
		return w
	}
	byWeight := func(a, b factcheck.Finding) int { return weight(a) - weight(b) }
	slices.SortStableFunc(d.Findings, byWeight)
	for i := range d.Cases {
		slices.SortStableFunc(d.Cases[i].Findings, byWeight)
	}
}
