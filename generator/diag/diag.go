// Package diag says what an author has to mend: where it is, what is wrong,
// and what to write instead.
//
// A diagnostic is never an error in Go's sense: an error means that the machine
// failed. A stage that meets a mistake adds a diagnostic, leaves out what it
// could not understand, and carries on, so that an editor sees every mistake
// in one run.
package diag

import (
	"cmp"
	"slices"

	"crosscheck/generator/source"
)

// Severity says whether a build may go on.
type Severity int

const (
	Error   Severity = iota // the site is not built
	Warning                 // worth a look; the site is built
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// A Diagnostic is one thing to mend.
type Diagnostic struct {
	Span     source.Span // where; a Span whose File has no text stands for the file as a whole
	Severity Severity
	Code     string // the kind of mistake, as in unknown-key; stable, for machines
	Message  string // one line, what is wrong, in an editor's words
	Hint     string // what to write instead; may have several lines, pasteable where it can be
	Related  []Related
}

// Related is a second place that helps to understand the first.
type Related struct {
	Span    source.Span
	Message string
}

// A List holds diagnostics in any order.
type List []Diagnostic

// Errorf and Warnf are left out on purpose: a message is a sentence that is
// written with its code and hint in one place.

// Errors returns how many of the diagnostics are errors.
func (l List) Errors() int {
	n := 0
	for _, d := range l {
		if d.Severity == Error {
			n++
		}
	}
	return n
}

// Sorted returns the diagnostics by file, place, severity and message, without
// doubles.
func (l List) Sorted() List {
	s := slices.Clone(l)
	slices.SortStableFunc(s, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(path(a.Span), path(b.Span)),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.CompactFunc(s, func(a, b Diagnostic) bool {
		return path(a.Span) == path(b.Span) && a.Span.Start == b.Span.Start && a.Code == b.Code && a.Message == b.Message
	})
}

func path(s source.Span) string {
	if s.File == nil {
		return ""
	}
	return s.File.Path
}
