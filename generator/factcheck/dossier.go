package factcheck

import (
	"crosscheck/generator/engine/collate"
	"crosscheck/generator/engine/figure"
	"crosscheck/generator/engine/quotation"
	"crosscheck/generator/engine/quote"
	"crosscheck/generator/engine/timex"
)

// Casebook is a story whose quotes have all been found in their articles.
type Casebook struct {
	Story    Story
	Cases    []Case    // a claim each, in the order of Story.Claims
	Findings []Finding // by editors, that belong to no claim
}

// Case is a claim with its witnesses.
type Case struct {
	Claim     Claim
	Witnesses []Witness // in the order of the claim's wordings
	Findings  []Finding // by editors
}

// PartSeparator stands between the parts of an elided quote in Witness.Text.
const PartSeparator = " … "

// Witness is a wording in its place. Passages has one entry, or one for each
// part of an elided quote, in the order of the quote.
type Witness struct {
	Wording      Wording
	Siglum       string // the article's, numbered where it has several wordings: A, A2
	Form         Form   // the editor's, else what the place says: headline, direct, partial, paraphrase
	FormInferred bool   // Form is the program's
	Match        quote.Match
	Passages     []Passage
	Text         string // the article's own characters; parts joined with PartSeparator
	Doubts       []quote.Doubt
}

// Evidence is a passage that shows what a finding says.
type Evidence struct {
	Passage Passage
	Quote   string // the article's own characters
	Note    string // inline Markdown; what to look at
	Beside  bool   // what else the documents say: the finding's id does not depend on it
}

// Finding is an inconsistency worth a reader's notice. Evidence is never empty.
type Finding struct {
	ID       string // from its kind, articles and quoted words; survives edits elsewhere
	Kind     string
	Severity Severity
	Status   Status
	ByEditor bool   // an editor's own; else the program proposed it
	Claim    string // id of the claim it belongs to; empty if it concerns the story
	Summary  string // inline Markdown: what does not fit, in one sentence
	Why      string // inline Markdown: why that may matter

	// Certainty and Arithmetic belong to findings that count days or figures.
	// Arithmetic is the reckoning in a sentence that a reader can follow, inline
	// Markdown. Both are empty where nothing was counted.
	Certainty  Certainty
	Arithmetic string

	Evidence []Evidence
	Reason   string // inline Markdown: the editor's, when confirmed or dismissed
}

// Articles returns the ids of the articles that the evidence names, in the
// order of their first mention.
func (f *Finding) Articles() []string {
	var ids []string
next:
	for _, e := range f.Evidence {
		for _, id := range ids {
			if id == e.Passage.Article {
				continue next
			}
		}
		ids = append(ids, e.Passage.Article)
	}
	return ids
}

// Dossier is a story examined: all that its pages and data show.
type Dossier struct {
	Story      Story
	Cases      []ExaminedCase
	Findings   []Finding // of the story, that belong to no claim; by weight
	Chronology Chronology
	Shared     Shared
}

// Age returns what is inferred of the age of an undated article; nil if nothing
// is, if it does not fit together, or if an editor has dismissed the finding that
// tells it.
func (d *Dossier) Age(article string) *Age {
	for i := range d.Chronology.Ages {
		a := &d.Chronology.Ages[i]
		if a.Article != article || a.Clashes {
			continue
		}
		for j := range d.Findings {
			if f := &d.Findings[j]; f.Status == Dismissed && f.Kind == Undated && f.Evidence[0].Passage.Article == article {
				return nil
			}
		}
		return a
	}
	return nil
}

// Undated is the kind of the finding that a document bears no date.
const Undated = "undated"

// ExaminedCase is a case with its wordings compared.
type ExaminedCase struct {
	Case
	Base     int           // index of the witness that the others are compared with; -1 if there is none
	BaseBy   string        // "editor" or "program"
	Apart    []bool        // witnesses too unlike the base to be set beside it word by word
	Table    collate.Table // one witness each of Case.Witnesses, in that order; those apart are silent throughout
	Findings []Finding     // by weight, the editor's and the program's
	Dates    []ClaimDate
	Figures  []Counted // in the order of the wordings

	Introduced []Introduction // one for each of Case.Witnesses
}

// Counted is one thing that sources of a claim count.
type Counted struct {
	Nouns []string      // what is counted, in the documents' own words where they name it
	Alone bool          // only one article counts it
	Cells []CountedCell // one for each article of the claim, in the order of the wordings
}

// CountedCell is what one article says of the thing. Relation and Reason are
// the gravest to any other article's figure; both are empty where there is no
// figure or nothing to compare it with.
type CountedCell struct {
	Article  string
	Mentions []FigureMention
	Relation figure.Relation
	Reason   figure.Reason
	Against  []string // articles whose figure conflicts with this one
}

// FigureMention is a figure in a wording.
type FigureMention struct {
	Witness int           // index in Case.Witnesses
	Passage Passage       // from the word that bounds it to the noun counted, as far as the wording goes
	Figure  figure.Figure // offsets as in Passage
}

// Introduction is the verb of saying with which an article brings a wording in:
// said, claimed, admitted. Its zero value is none, or none that was recognized.
type Introduction struct {
	Verb  Passage
	Word  string // as the article has it
	Lemma string
	Class quotation.Class
}

// ClaimDate is what one source of a claim says of when: its publication date
// and the date expressions beside its wording.
type ClaimDate struct {
	Article    string
	Statements []DateStatement
}

// DateStatement is a date expression found in an article.
type DateStatement struct {
	Passage    Passage
	Expression timex.Expression // offsets as in Passage
	Sentence   Passage          // the sentence around it
	Spoken     bool             // it stands in quotation marks: “tomorrow” is told from the day on which it was said
}

// Chronology is everything a story says of days.
type Chronology struct {
	Statements []DateStatement // by article, then place
	Ages       []Age           // of articles without a date, if anything tells
}

// Age is what the documents of a story say of when one that bears no date was
// published: an inference of the program, and never a date of the document. A
// zero day is an open end; of an age that Clashes both mean nothing.
type Age struct {
	Article  string
	From, To timex.Day  // first and last day that meets all reasons
	Reasons  []Evidence // never empty
	Clashes  bool       // the reasons exclude each other
}

// Digest is what site-wide pages need of a story.
type Digest struct {
	Story    string
	Title    string
	Summary  string // Markdown
	Topics   []string
	Events   []Event
	Claims   []ClaimDigest
	Articles []ArticleDigest
	Findings []FindingDigest
}

// ClaimDigest is a claim as lists show it.
type ClaimDigest struct {
	ID, Text, Claimant string
	SaidOn             Date
	Topics             []string
	Verdict            string
	Conclusion         string // Markdown, the first paragraph of the summary
	Articles           []string
	Author             string // of the review
	Published, Updated Date   // the review
	Reviewed           Date   // the later of the two
	Corrections        []Correction
	Findings           int // not dismissed
}

// ArticleDigest is an article as lists show it.
type ArticleDigest struct {
	ID, Name    string
	Siglum      string
	Printed     bool // Name is the headline as printed
	Outlet      string
	Published   Date
	PublishedAs string
	Language    string
	Claims      int // claims that quote it
}

// FindingDigest is a finding as the list of all findings shows it.
type FindingDigest struct {
	Finding
	Story string
}
