// Package quote finds a quote in a text, or what comes nearest and how it
// differs.
//
// A quote stands in a text when it is there character for character, apart
// from typography ([words.Fold]): curly and straight quotation marks, kinds of
// dash and space, line breaks, the ellipsis character, Unicode normal form. It
// may leave out words with …, ..., […] or (…). The search goes from the strict
// to the free and stops at the first that finds something:
//
//  1. The quote as a whole, its elision marks being text that the document
//     itself prints. Places may overlap and may begin or end inside a word; all
//     of them count.
//  2. In parts, words left out between them. A mark that the text prints
//     is still text; see [Text.Find] for the choice between several readings.
//  3. In parts that stand in another order than the quote has them: found, with
//     the doubt [OutOfOrder].
//
// Nothing fuzzy is ever a match. Where a quote is not found, [Result.Nearest]
// tells where the text comes closest and every word that differs, by kind.
//
// All offsets count bytes of the text given to [NewText].
package quote

import (
	"crosscheck/generator/engine/collate"
	"crosscheck/generator/words"
)

// Match tells how a quote was found.
type Match string

// Ways in which a quote is found, or not.
const (
	Exact      Match = "exact"      // character for character
	Normalized Match = "normalized" // apart from typography
	Elided     Match = "elided"     // in parts, words left out between them
	Ambiguous  Match = "ambiguous"  // in several places, and nothing decides
	None       Match = "none"
)

// Doubt names what makes a found quote misleading.
type Doubt string

// Doubts. A quote cuts what stands beside it in the same sentence, an elision
// skips what it leaves out.
const (
	SkipsNegation  Doubt = "skips-negation"
	CutsNegation   Doubt = "cuts-negation"
	SkipsException Doubt = "skips-exception" // unless, except, only if, …
	CutsException  Doubt = "cuts-exception"
	FarApart       Doubt = "far-apart" // over 500 characters, or the end of a paragraph, between two parts
	OutOfOrder     Doubt = "out-of-order"
)

// Query is what to look for. A Prefix must stand directly before the quote, a
// Suffix directly behind it, blanks included; both may differ by typography.
// Occurrence picks one of several places, counted from 1 in the order of the
// text; 0 picks none. White space at the ends of Quote must stand in the text
// only if it decides between places.
type Query struct {
	Quote          string
	Prefix, Suffix string
	Occurrence     int
}

// Reading is one way to find a quote: a span for each of its parts, in the
// order of the quote; a single one if nothing is left out.
type Reading []words.Span

// Result is the answer to a query.
type Result struct {
	Match Match

	// The place of the quote, a span for each part; every part of all
	// candidates if Match is Ambiguous; nil if it is None.
	Passages []words.Span
	// The candidates, in the order of the text; one, unless Match is Ambiguous
	// or None. For an ambiguous quote all come from the same step of the search.
	Readings []Reading
	// Nothing is left out, or the text prints the marks itself: the quote
	// stands as a whole. Also set for an ambiguous quote.
	Whole bool

	Doubts []Doubt // of the one reading; nil if there are several
	Inside bool    // a passage begins or ends inside a word or number

	// Where the quote itself stands, if only the prefix, the suffix or the
	// occurrence rules that out. Match is None.
	Unfit []Reading
	// What comes closest, if Match is None and anything comes close.
	Nearest *Nearest
}

// Nearest is the place where the text comes closest to a quote that it does
// not have.
type Nearest struct {
	Start, End  int
	Score       float64 // share of the quote that stands there, from 0 to 1
	Parts       Reading // a place for each part, in the order of the quote; {-1, -1} where nothing comes close
	Differences []Difference
}

// Difference is a deviation of the quote from the text. Quote or Article is
// empty where that side has nothing.
type Difference struct {
	Kind    collate.Kind
	Quote   string
	Article string

	Start, End int // of Article in the text; Start == End if it is empty
	At         int // byte offset in the quote at which Quote stands, or would
}
