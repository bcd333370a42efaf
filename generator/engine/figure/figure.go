// Package figure finds the figures of English news text: numbers together with
// what they count.
//
// A figure is a cardinal in digits or words (12, twelve, 2.5 million, two and a
// half million), a share (half of, two-thirds, one in five), a percentage, a sum
// of money, a measure or span of time, an ordinal that counts (the third attack),
// or a word for many (dozens, scores of, tens of thousands), with the noun that
// it counts and the word that bounds it (more than, almost, up to).
//
// Not figures: dates, years, clock times, ages, telephone numbers, numbers of
// list items, sections, flights, houses and the like, results of matches,
// versions, numbers inside names, and “one” where it is a pronoun.
//
// The approach is a lexicon and hand-written rules over tokens, in one pass from
// left to right: at a token that can open a number the longest number is read,
// then the places before and after it are asked whether it is a figure at all,
// then the noun phrase after it is read for its head. English compounds put the
// plural on the head alone, so the first plural after the number is the noun
// counted (three government soldiers), and there is no need of a tagger. The
// cost is linear in the length of the text.
package figure

import (
	"math"
	"strconv"
	"strings"

	"crosscheck/generator/words"
)

// Kind tells what sort of figure it is.
type Kind string

// Kinds of figure.
const (
	Count    Kind = "count"    // things: 12 soldiers, dozens of homes, or a bare 12
	Percent  Kind = "percent"  // Value is per hundred
	Points   Kind = "points"   // percentage points
	Share    Kind = "share"    // Value is a fraction of one: half, two-thirds, one in five
	Money    Kind = "money"    // Unit is the currency's noun
	Measure  Kind = "measure"  // Unit is a unit of length, weight, area …
	Duration Kind = "duration" // Unit is a unit of time
	Ordinal  Kind = "ordinal"  // counts by order: the third attack
)

// Modifier is the word that bounds or blurs a figure.
type Modifier string

// Modifiers. The zero value is a figure given plainly.
const (
	Plain    Modifier = ""
	About    Modifier = "about"     // around, some, roughly, an estimated, or so
	Almost   Modifier = "almost"    // nearly, close to, just under
	MoreThan Modifier = "more-than" // over, above, upwards of
	AtLeast  Modifier = "at-least"  // no fewer than, or more
	LessThan Modifier = "less-than" // fewer than, under, below
	UpTo     Modifier = "up-to"     // at most, as many as, no more than
	Many     Modifier = "many"      // dozens, scores of, hundreds, several hundred
	Exactly  Modifier = "exactly"   // exactly, precisely
)

// Fate is what befell the people that a figure counts.
type Fate string

// Fates. The zero value is none that the text names. Two that the text joins make
// a third, in this order and with “or” whatever the text has: “dead or hurt”.
const (
	Dead      Fate = "dead"
	Hurt      Fate = "hurt"
	Missing   Fate = "missing"
	Seized    Fate = "seized"    // arrested, detained, jailed, kidnapped
	Displaced Fate = "displaced" // fled, evacuated, homeless
	Saved     Fate = "saved"     // rescued, survived, released
	Infected  Fate = "infected"
)

// A Figure is one number with what it counts. Text is text[Start:End], the
// number itself with its sign of money or per cent and its unit of measure
// (2.5 million; $3bn; 45 per cent; 12 km); the bounding word and the noun counted
// lie outside it, inside text[From:To]. All offsets are bytes.
type Figure struct {
	Start, End int
	From, To   int // the whole expression, modifier to noun; From <= Start, End <= To
	Text       string

	// Value is the number written: the lower end of a range, the number that a
	// word for many names (scores: 20). Low and High bound what the figure
	// allows, Low <= Value <= High, and are infinite where it is open.
	Value, Low, High float64
	Range            bool // two ends are written: 10 to 15

	Kind     Kind
	Modifier Modifier
	// Unit is the noun counted, singular and in lower case (soldier, people,
	// kilometer, dollar, percent); empty where the text names none.
	Unit string
	// Of is the noun of which a Percent or Share is taken, as Unit; else empty.
	Of string
	// Whole tells that the figure before this one is a part or share of it: the
	// 400 of “half of the 400 districts”.
	Whole bool
	// Fate is what befell the people counted, where the text says so beside the
	// number: twelve killed and twelve hurt are not the same twelve.
	Fate Fate
	// Currency is the ISO 4217 code of Money; empty where the text leaves it
	// open (a bare $).
	Currency string
	// Step is the place to which the number is written: 1 for 12, 100 for
	// 1,200, 100000 for 2.3 million.
	Step float64
}

// Decimal returns Value as a plain decimal number without exponent.
func (f Figure) Decimal() string { return strconv.FormatFloat(f.Value, 'f', -1, 64) }

// Find returns the figures of text in reading order. They do not overlap and lie
// on rune boundaries. What touches one of the spans to skip (dates that another
// engine has found, sorted and apart) is left out. Any bytes are allowed.
func Find(text string, skip ...words.Span) []Figure {
	p := parser{text: text, skip: skip}
	p.lex()
	var figures []Figure
	for i := 0; i < len(p.toks); {
		f, next := p.at(i)
		if f != nil {
			if p.pronoun {
				f.Unit = p.antecedent(figures, f)
			}
			f.Fate = p.fate(f)
			if n := len(figures); n > 0 && (figures[n-1].To >= f.End || p.takenOf(&figures[n-1], f)) {
				f.Whole = true
			}
			figures = append(figures, *f)
		}
		p.pronoun, p.reach = false, 0
		i = max(next, i+1)
	}
	return figures
}

// takenOf reports that a figure is the whole of which the share before it is
// taken: one in four of the 1,200 workers.
func (p *parser) takenOf(share, f *Figure) bool {
	if share.Kind != Share && share.Kind != Percent || f.Kind != Count || share.To > f.From || f.From-share.To > len(" of their  ") {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(p.text[share.To:f.From])) {
	case "of", "of the", "of its", "of his", "of her", "of their", "of our":
		return true
	}
	return false
}

// slack is how far off a figure may be that is given as about so many.
func slack(f Figure) float64 { return max(math.Abs(f.Value)*0.1, f.Step/2) }

// finish gives the figure its bounds.
func (f *Figure) finish() {
	inf := math.Inf(1)
	slack := slack(*f)
	if !f.Range && f.Modifier != Many {
		f.Low, f.High = f.Value, f.Value
	}
	switch f.Modifier {
	case MoreThan, AtLeast:
		f.High = inf
	case LessThan, UpTo:
		if f.Kind == Money || f.Kind == Measure {
			f.Low = math.Inf(-1)
		} else {
			f.Low = min(0, f.Low)
		}
	case About:
		if !f.Range { // a range is vague enough
			f.Low, f.High = f.Low-slack, f.High+slack
		}
	case Almost:
		if !f.Range {
			f.Low -= slack
		}
	}
}
