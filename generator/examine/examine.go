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

// The rules that look at one document, those that hold the documents of a story
// against each other, and below those that look at a claim, in the order in which
// findings of equal weight are listed.
var (
	dateRules = []func(*calendar, factcheck.Article) []factcheck.Finding{
		undated, publicationDay, weekdayMismatch, relativeMismatch, tenseMismatch, bothTenses,
		ambiguousMonth, ambiguousOrder, durationMismatch, nthDay, strayDate,
	}
	speechRules = []func(*speech, factcheck.Article) []factcheck.Finding{quotationMarks, quoteInconsistent}
	storyRules  = []func(*calendar) []factcheck.Finding{datedApart, sameEvent, eventDays, beginnings}
)

// Story examines a story whose quotes have been found. The diagnostics are
// about editors' rulings that match no finding.
func Story(room *factcheck.Newsroom, book factcheck.Casebook) (factcheck.Dossier, diag.List) {
	said := newSpeech(room, &book.Story)
	statements, durations := chronology(&book.Story, said)
	dates := newCalendar(room, &book, statements, durations)
	statements.Ages = dates.ages()
	tally := newTally(&book.Story, statements)
	d := factcheck.Dossier{
		Story:      book.Story,
		Chronology: statements,
		Shared:     shared(&book.Story),
		Findings:   slices.Concat(book.Findings, dates.late),
	}
	for _, article := range book.Story.Articles {
		for _, rule := range dateRules {
			d.Findings = append(d.Findings, rule(dates, article)...)
		}
		d.Findings = append(d.Findings, figureArithmetic(tally, article)...)
		for _, rule := range speechRules {
			d.Findings = append(d.Findings, rule(said, article)...)
		}
	}
	for _, rule := range storyRules {
		d.Findings = append(d.Findings, rule(dates)...)
	}
	for _, c := range book.Cases {
		e := compare(c)
		e.Dates = claimDates(dates, c)
		e.Introduced = introductions(said, c)
		figures := tally.mentions(&e)
		counts := things(&e, figures)
		e.Figures = counted(tally, &e, figures, counts)
		e.Findings = slices.Concat(c.Findings,
			quoteDiffers(said, &e),
			speakerDiffers(said, &e),
			claimForms(said, &e, d.Findings),
			figureDiffers(tally, &e, figures, counts),
			dayConflict(dates, &e),
		)
		d.Cases = append(d.Cases, e)
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
