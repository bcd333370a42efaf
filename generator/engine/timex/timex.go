// Package timex finds the expressions of time in English news text, tells which
// of the four TIMEX3 types each is, and resolves it to a TIMEX3 value.
//
// The markup is that of TIMEX3 in ISO-TimeML (ISO 24617-1; Pustejovsky and
// others, “TimeML Annotation Guidelines”, version 1.2.1, and for the extents of
// an expression Ferro and others, “TIDES 2003 Standard for the Annotation of
// Temporal Expressions”). Values follow ISO 8601 with TIMEX3's own additions:
// parts of the day (2021-07-18TEV), weekends (2021-W28-WE), seasons (2021-SU),
// quarters and halves (2021-Q3, 2021-H1), decades and centuries cut short (199,
// 19), fiscal years (FY2021), X for what is not known (XXXX-07-18, PXD) and
// PAST_REF, PRESENT_REF, FUTURE_REF.
//
// The approach is the classic one of rules in two steps (as in HeidelTime and
// SUTime), written by hand instead of as regular expressions so that an article
// is read once, from left to right. Lexing cuts the text into tokens and looks
// each word up once; parsing tries at each token that can open an expression the
// few forms that it opens and keeps what is longest; resolving goes through
// the expressions in reading order with the publication date and the last day
// spoken of at hand. The direction of an expression that fits both before and
// after the publication date (“on Friday”, “in October”, “July 18”) is read off
// the verb nearest to it; a sentence without past forms and auxiliaries is in
// the simple present and tells a plan (Ferries resume on Monday), but not in a
// headline.
//
// An expression says more than TIMEX3 has room for: the civil days it covers, the
// readings the text allows and why one was chosen, the weekday as written, how long
// a duration is and which dates beside it are its ends (Length, Bound, Role). In a
// text that tells of years gone by, dates without a year belong to the year last
// spoken of.
//
// What is deliberately not tagged: ages, scores and the quarters of games, weekdays inside the names of papers,
// clubs and memorable days (Sunday Times, Sheffield Wednesday, Black Monday), the
// quoted titles of works, people called June or April, four digits that count
// something. What is a set and no day: a weekday that qualifies what recurs (the
// Sunday roast, Saturday trips). What is tagged but not resolved: a date that
// has become a name (the September 11 attacks), see Expression.Name.
package timex

import "time"

// Type is one of the four TIMEX3 types.
type Type string

// The TIMEX3 types.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Grain is the size of the calendar unit that an expression names.
type Grain uint8

// The grains, finest first. NoGrain stands for what names no unit of the
// calendar: durations, sets, PRESENT_REF and its like.
const (
	NoGrain Grain = iota
	GrainTime
	GrainDay
	GrainWeekend
	GrainWeek
	GrainMonth
	GrainSeason
	GrainQuarter
	GrainHalf
	GrainYear
	GrainDecade
	GrainCentury
)

var grainNames = [...]string{"none", "time", "day", "weekend", "week", "month", "season", "quarter", "half-year", "year", "decade", "century"}

// String is the unit's English name, "none" for NoGrain.
func (g Grain) String() string {
	if int(g) < len(grainNames) {
		return grainNames[g]
	}
	return "none"
}

// Expression is one stretch of text that speaks of time.
type Expression struct {
	Start, End int // bytes in the text, half open
	Type       Type
	Value      string // TIMEX3 value, never empty

	// Earliest and Latest are the first and last civil day that a DATE or TIME
	// covers. Both are zero where it names none: no publication date, an
	// unresolved name, a fiscal year, PRESENT_REF.
	Earliest, Latest Day
	Grain            Grain

	// Explicit is true where the year is certain without the publication date.
	Explicit bool
	// YearInferred is true where the year was taken from the publication date
	// or from another date of the text.
	YearInferred bool

	// Weekday is the weekday as written, kept apart from the date, if HasWeekday.
	Weekday    time.Weekday
	HasWeekday bool
	// Mismatch is true where the written weekday is not that of the written or
	// resolved date, which is ActualWeekday. With Explicit it is arithmetic; with
	// YearInferred it only says that no likely year fits (see FitYears).
	Mismatch      bool
	ActualWeekday time.Weekday

	// Ambiguous is true for a date in figures that British and American readers
	// understand differently (03/04/2021).
	Ambiguous bool
	// Name is true for a date that is part of a name (the September 11 attacks,
	// June 17 Street). Such a date has no year unless the text writes one.
	Name bool
	// Dateline is true for a date that says when the text was written or
	// published: OSLO, March 4 (AP) –; Published: 4 March 2019; a line that
	// holds nothing else.
	Dateline bool
	// Tense is that of the clause around a date or time.
	Tense Tense
	// Modifier is the TIMEX3 attribute mod: START, MID, END, APPROX, MORE_THAN,
	// LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS, or "".
	Modifier string

	// Length is how long a Duration lasts, First and Last the dates that the text
	// gives it for ends. Tag fills them for Durations alone.
	Length      Length
	First, Last Bound
	// Role tells whether a date begins or ends a stretch of time.
	Role Role

	// Candidates are the readings that the text alone allows, the chosen one
	// first. Empty where there is only one.
	Candidates []Candidate
	// Reason says why this reading was chosen, as one of the Reason constants.
	Reason string
}

// Tense is what the verb nearest to an expression says of its time.
type Tense int8

// The tenses. A clause whose verb does not tell has TenseUnknown.
const (
	TensePast    Tense = -1
	TenseUnknown Tense = 0
	TenseFuture  Tense = 1
)

// Candidate is one reading of an expression.
type Candidate struct {
	Value            string
	Earliest, Latest Day
}

// Why a reading was chosen. The phrases can be shown to a reader.
const (
	ReasonWritten      = "written in full"
	ReasonPublished    = "counted from the publication date"
	ReasonSameDay      = "the weekday of publication"
	ReasonPastTense    = "past tense"
	ReasonFutureTense  = "future tense"
	ReasonDefaultPast  = "news tells of the past"
	ReasonNearest      = "nearest to the publication date"
	ReasonLast         = "“last”"
	ReasonNext         = "“next”"
	ReasonThis         = "“this”"
	ReasonUntil        = "“until” or “by”"
	ReasonSince        = "“since”"
	ReasonWeekdayFits  = "the written weekday fits"
	ReasonContext      = "another date in the text"
	ReasonNoPublished  = "no publication date"
	ReasonDateline     = "dateline"
	ReasonName         = "part of a name"
	ReasonDayFirst     = "day before month in this document"
	ReasonMonthFirst   = "month before day in this document"
	ReasonMonthDefault = "American order assumed"
	ReasonDayDefault   = "British order assumed"
	ReasonNoDay        = "names no day"
)

// Order is the order of day and month in dates written in figures.
type Order uint8

// The orders. OrderUnknown leaves it to the language and the other dates.
const (
	OrderUnknown Order = iota
	DayFirst
	MonthFirst
)

// Options says what is known about the text. The zero value is an undated text
// in English.
type Options struct {
	Published Day    // zero: undated; so is a day before the year 1000, when there was no news
	Language  string // BCP 47; "" is English. In other languages only dates in figures are read
	Order     Order
}

// Tag returns the expressions of time in text in reading order. They do not
// overlap, lie on rune boundaries and are never empty. The same text and options
// always give the same answer; any bytes are allowed. The cost is linear in the
// length of the text.
func Tag(text string, o Options) []Expression {
	if o.Published.Year < 1000 {
		o.Published = Day{} // or “last year” would lead out of the calendar
	}
	p := parser{text: text, opt: o}
	p.english = isEnglish(o.Language)
	p.toks = lex(text)
	p.parse()
	if len(p.frames) == 0 {
		return nil
	}
	r := resolver{p: &p, pub: o.Published}
	return r.resolve()
}

func isEnglish(tag string) bool {
	if tag == "" {
		return true
	}
	if len(tag) < 2 || tag[0]|0x20 != 'e' || tag[1]|0x20 != 'n' {
		return false
	}
	return len(tag) == 2 || tag[2] == '-' || tag[2] == '_'
}
