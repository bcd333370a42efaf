// Package quotation finds what English news text puts in quotation marks, the
// marks that do not pair off, the verbs of saying, and who is said to speak.
//
// Every kind of mark in use is read: “ ” „ ‟ " “ ” and ‘ ’ ‚ ‛ ' ` as well as
// « » ‹ › 「 」 『 』. What kind a mark is says little of what it does (” opens in
// Swedish, “ closes in German, " and ' do both), so the place decides first: a
// blank on one side and a letter on the other. Its shape decides where the place
// leaves it open, and what is open already decides the rest. A single mark is an
// apostrophe first (don’t, the boys’, ’tis, rock ’n’ roll, the ’90s), and a mark
// behind a digit may be feet and inches.
//
// A quotation of several paragraphs opens each of them anew and closes the last
// one only; that is no fault. Faults are what remains: a mark that never closes,
// one that closes what was never opened, a pair of two kinds, a mark turned
// round or beside a stray blank. A fault that is none would cost more than one
// unseen, so a single mark needs more evidence than a double one.
//
// Verbs of saying come from a lexicon in classes (say, claim, admit, deny, …),
// and the patterns that join a verb, a speaker and a quotation are those of the
// newswire described by Krestel, Bergler and Witte (Minding the Source:
// Automatic Tagging of Reported Speech in Newspaper Articles, LREC 2008) and by
// Pareti (A Database of Attribution Relations, LREC 2012): quotation, verb and
// speaker; quotation, speaker and verb; speaker, verb and quotation; according
// to. They are read by hand-written rules over tokens, without a tagger. A
// pronoun is resolved to the last named speaker only where no other name stands
// between; otherwise the speaker stays unknown.
//
// The cost is linear in the length of the text.
package quotation

import (
	"strings"

	"crosscheck/generator/words"
)

// A Family is the marks that can pair off with each other.
type Family uint8

// Families of marks.
const (
	Double          Family = iota // “ ” „ ‟ " `` ''
	Single                        // ‘ ’ ‚ ‛ ' `
	Guillemet                     // « »
	SingleGuillemet               // ‹ ›
	Corner                        // 「 」 『 』
)

// A Quotation is a stretch in quotation marks: Start and End include the marks,
// Inner does not. Of a quotation that runs over several paragraphs each
// paragraph is a Quotation of its own, tied to the next by Continues.
type Quotation struct {
	Start, End int
	Inner      words.Span
	Family     Family
	Depth      int  // 0 for the outermost
	Closed     bool // a mark closes it; not so where it never closes, or goes on in the next paragraph
	Continues  bool // the next paragraph opens it anew
	Continued  bool // goes on from the paragraph before

	Saying    int  // index into Text.Sayings of the verb that brings it in; -1 if none is known
	Inherited bool // Saying is that of the quotation before it in the paragraph
}

// A Fault is a mark that does not pair off: text[Start:End].
type Fault struct {
	Kind       FaultKind
	Start, End int
	Context    words.Span // the quotation as far as it can be told, else the mark
}

// A FaultKind tells what is wrong with a mark.
type FaultKind uint8

// Kinds of fault, the gravest first.
const (
	Unclosed FaultKind = iota // opens and never closes
	Unopened                  // closes what was never opened, or is closed already
	Reversed                  // stands the wrong way round for what it does
	Stray                     // a blank stands between the mark and what it holds
	Mixed                     // closes with another kind of mark than opened
)

// String names the kind: unclosed, unopened, reversed, stray, mixed.
func (k FaultKind) String() string {
	return [...]string{"unclosed", "unopened", "reversed", "stray", "mixed"}[k]
}

// A Text is what was found in a text. Quotations are in the order of their
// starts and properly nested; Faults and Sayings are in the order of the text.
type Text struct {
	Quotations []Quotation
	Faults     []Fault
	Sayings    []Saying

	text string
}

// Read finds the quotations of a text. Paragraphs, in order and not
// overlapping, are where quotations are reopened; without any, each line is
// one. What lies outside them is not read. Any bytes are accepted.
func Read(text string, paragraphs ...words.Span) *Text {
	if len(paragraphs) == 0 {
		paragraphs = lines(text)
	}
	t := &Text{text: text}
	p := pairing{text: text, paragraphs: paragraphs}
	p.run()
	t.Quotations, t.Faults = p.quotations, p.faults
	attribute(t, paragraphs)
	return t
}

// lines returns the lines of a text that are not blank.
func lines(text string) []words.Span {
	var spans []words.Span
	for start := 0; start < len(text); {
		end := len(text)
		next := end
		if i := strings.IndexAny(text[start:], "\n\r\u2028\u2029"); i >= 0 {
			end, next = start+i, start+i+1
			if text[end] >= 0x80 {
				next = end + len("\u2028")
			}
		}
		if strings.TrimSpace(text[start:end]) != "" {
			spans = append(spans, words.Span{Start: start, End: end})
		}
		start = next
	}
	return spans
}
