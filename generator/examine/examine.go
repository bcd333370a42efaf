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
	statements, durations := chronology(&book.Story)
	d := factcheck.Dossier{
		Story:      book.Story,
		Chronology: statements,
		Shared:     shared(&book.Story),
		Findings:   slices.Clone(book.Findings),
	}
	dates := newCalendar(room, &book, statements, durations)
	tally := newTally(&book.Story, statements)
	said := newSpeech(room, &book.Story)

	// What other rules count from: which dates are in doubt, how old the undated are.
	for _, article := range book.Story.Articles {
		d.Findings = append(d.Findings, lateReport(dates, article)...)
	}
	events := dates.eventPairs()
	dates.nouns = dates.eventNouns()
	for i := range book.Story.Articles {
		if a := &book.Story.Articles[i]; !a.Published.Known() {
			if age := ageOf(dates, a, &book, events); age != nil {
				dates.age[a.ID] = age
				d.Chronology.Ages = append(d.Chronology.Ages, *age)
			}
		}
	}
	for _, article := range book.Story.Articles {
		d.Findings = append(d.Findings, undated(dates, article)...)
		d.Findings = append(d.Findings, publicationDay(dates, article)...)
		d.Findings = append(d.Findings, weekdayMismatch(dates, article)...)
		d.Findings = append(d.Findings, relativeMismatch(dates, article)...)
		d.Findings = append(d.Findings, tenseMismatch(dates, article)...)
		d.Findings = append(d.Findings, bothTenses(dates, article)...)
		d.Findings = append(d.Findings, ambiguousMonth(dates, article)...)
		d.Findings = append(d.Findings, ambiguousOrder(dates, article)...)
		d.Findings = append(d.Findings, durationMismatch(dates, article)...)
		d.Findings = append(d.Findings, nthDay(dates, article)...)
		d.Findings = append(d.Findings, strayDate(dates, article)...)
		d.Findings = append(d.Findings, figureArithmetic(tally, article)...)
		d.Findings = append(d.Findings, quotationMarks(said, article)...)
		d.Findings = append(d.Findings, quoteInconsistent(said, article)...)
	}
	d.Findings = append(d.Findings, datedApart(dates, &book)...)
	d.Findings = append(d.Findings, sameEvent(dates, events)...)
	d.Findings = append(d.Findings, eventDays(dates)...)
	d.Findings = append(d.Findings, beginnings(dates)...)
	for _, c := range book.Cases {
		examined := compare(c)
		examined.Dates = claimDates(dates, c)
		examined.Findings = slices.Clone(c.Findings)
		examined.Introduced = introductions(said, c)
		examined.Findings = append(examined.Findings, quoteDiffers(said, &examined)...)
		examined.Findings = append(examined.Findings, speakerDiffers(said, &examined)...)
		examined.Findings = append(examined.Findings, claimForms(said, &examined, d.Findings)...)
		figures := tally.mentions(&examined)
		things := things(&examined, figures)
		examined.Figures = counted(tally, &examined, figures, things)
		examined.Findings = append(examined.Findings, figureDiffers(tally, &examined, figures, things)...)
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
