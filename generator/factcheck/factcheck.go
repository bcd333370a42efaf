// Package factcheck is the vocabulary of the program: what a newsroom means by
// story, article, claim, wording, passage, finding.
//
// It has no input or output and no algorithm. Values are made by one stage,
// finished, and only read from then on:
//
//	content.Load     → Newsroom
//	content.Story    → Story      as written
//	anchor.Quotes    → Casebook   every quote in its place
//	examine.Story    → Dossier    compared, dated, with findings
//	Dossier.Digest   → Digest     the few facts that site-wide pages need
package factcheck

import (
	"crosscheck/generator/engine/timex"
	"crosscheck/generator/markdown"
	"crosscheck/generator/source"
)

// Newsroom is what all stories share. Stories lists their ids, sorted.
type Newsroom struct {
	Site    Site
	Outlets []Outlet // sorted by id
	Pages   []Page   // by Order, then id
	Stories []string
}

// Outlet returns the outlet with that id.
func (n *Newsroom) Outlet(id string) (Outlet, bool) {
	for _, o := range n.Outlets {
		if o.ID == id {
			return o, true
		}
	}
	return Outlet{}, false
}

// Verdict returns the grade with that id and its place on the scale, from 1.
func (n *Newsroom) Verdict(id string) (v Verdict, place int) {
	for i, v := range n.Site.Verdicts {
		if v.ID == id {
			return v, i + 1
		}
	}
	return Verdict{}, 0
}

// Site holds the settings of content/site.yaml.
type Site struct {
	ID             string // what ids are made from besides a place in the content; empty leaves it to the publisher's name
	Title, Tagline string
	Description    string // Markdown
	Language       string // BCP 47, of the site's own text; never empty
	Publisher      Publisher
	BaseURL        string // absolute, without a slash at the end; empty if unknown
	Repository     string
	// Where the content lies in it, for links to a forge's editor: empty for the
	// repository's own first branch, and for the folder content.
	RepositoryBranch, RepositoryContent string
	Verdicts                            []Verdict // the scale, from best to worst agreement
	ShareImages                         bool      // pictures are drawn to share pages with
	Search                              bool      // an index is made for the search
}

// Publisher is who answers for the site.
type Publisher struct {
	Name, URL, Email string
	Contact          string // address of a page where readers report an error
	Funding          string // who pays, in a sentence
}

// Verdict is one grade of the scale.
type Verdict struct {
	ID, Label string
	Meaning   string   // inline Markdown
	Value     *float64 // nil if the scale gives no number
}

// Outlet is a publisher of articles.
type Outlet struct {
	ID, Name, URL, Country, Owner string
	Note                          string // inline Markdown
}

// Page is a page of content/pages.
type Page struct {
	ID, Title, Summary string
	Order              int
	Markdown           string
	File               *source.File
}

// What a page prints where {{verdicts}} or {{corrections}} stands alone on a
// line: the scale, the log of corrections.
const (
	ScaleMarker       = "verdicts"
	CorrectionsMarker = "corrections"
)

// Date is a calendar date as far as it is known: a year, a month, a day, or a
// moment. The zero Date is unknown.
type Date struct {
	ISO string    // as written, normalized: 2021, 2021-07, 2021-07-18, 2021-07-18T21:55+04:30
	Day timex.Day // the day; zero if only the year or month is known
}

// Known reports whether anything is known of the date.
func (d Date) Known() bool { return d.ISO != "" }

// Story is one event or affair that several articles report.
type Story struct {
	ID, Title string
	Summary   string // Markdown
	Topics    []string
	Events    []Event
	Articles  []Article // sorted by id
	Claims    []Claim   // sorted by id
	Findings  []EditorFinding
	Rulings   []Ruling
	File      *source.File
}

// Article returns the story's article with that id, nil if there is none.
func (s *Story) Article(id string) *Article {
	for i := range s.Articles {
		if s.Articles[i].ID == id {
			return &s.Articles[i]
		}
	}
	return nil
}

// Event is a reference event that an editor dated.
type Event struct {
	Date, Until Date
	Name        string
	Note        string // Markdown
	Span        source.Span
}

// Article is one source document, kept verbatim.
type Article struct {
	ID             string
	Siglum         string // A, B, C … in the order of ids; what the table of variants calls it
	Title          string // as printed, citable; empty if the document prints none
	Label          string // the editor's words where there is no title; never citable
	Outlet         string // id; empty if unknown
	Author         string
	URL            string
	ArchiveURL     string
	Dateline       string
	Language       string // BCP 47; empty if not given
	TranslatedFrom string
	Published      Date
	PublishedAs    string // the date line as printed, citable
	Updated        Date
	Retrieved      Date
	Note           string // Markdown, the editor's remark
	Body           markdown.Text
	BodyStart      int         // byte offset of the body in File.Text
	TitleSpan      source.Span // of Title in File; zero if not known
	PublishedSpan  source.Span // of PublishedAs in File; zero if not known
	File           *source.File
}

// Name returns what to call the article: its title, else its label, else its id.
func (a *Article) Name() string {
	switch {
	case a.Title != "":
		return a.Title
	case a.Label != "":
		return a.Label
	}
	return a.ID
}

// Part names a citable field of an article.
type Part string

const (
	Title       Part = "title"
	PublishedAs Part = "published_as"
	Body        Part = "body"
)

// Order is the place of a part in the order in which a reader meets them.
func (p Part) Order() int {
	switch p {
	case Title:
		return 0
	case PublishedAs:
		return 1
	}
	return 2
}

// Text returns the text of a part, in which passages count their bytes.
func (a *Article) Text(p Part) string {
	switch p {
	case Title:
		return a.Title
	case PublishedAs:
		return a.PublishedAs
	}
	return a.Body.Plain
}

// Passage is a located stretch of an article: Text(Part)[Start:End], in bytes.
type Passage struct {
	Article    string
	Part       Part
	Start, End int
}

// Claim is one statement of fact or speech that the articles report.
type Claim struct {
	ID, Text     string
	Claimant     string
	ClaimantKind ClaimantKind
	SaidOn       Date
	Occasion     string
	Topics       []string
	Verdict      string // id on the site's scale; empty if not rated
	Summary      string // Markdown; its first paragraph is the conclusion
	Review       Review
	Base         string // id of the article to compare with; empty leaves it to the program
	Wordings     []Wording
	Findings     []EditorFinding
	Rulings      []Ruling
	File         *source.File
	Span         source.Span // of the claim's text
}

// ClaimantKind tells a person from an organization; empty if nobody has said.
type ClaimantKind string

const (
	Person       ClaimantKind = "person"
	Organization ClaimantKind = "organization"
)

// Review tells who reviewed a claim, and when.
type Review struct {
	Author             string
	Published, Updated Date
	Corrections        []Correction
}

// Correction is one entry of the corrections log.
type Correction struct {
	Date Date
	What string // inline Markdown
}

// Form tells how an article gives the claim's words.
type Form string

const (
	Direct      Form = "direct"
	Partial     Form = "partial"
	Paraphrase  Form = "paraphrase"
	Headline    Form = "headline"
	Translation Form = "translation"
	Caption     Form = "caption"
)

// Quotation is a verbatim quote and what tells its place from others.
type Quotation struct {
	Article        string
	Quote          string
	Prefix, Suffix string
	Occurrence     int // from 1; 0 if not given
	Note           string
	Span           source.Span // of the quote in its file
	ArticleSpan    source.Span // of the article's id
}

// Wording is how one article puts a claim.
type Wording struct {
	Quotation
	Form Form // empty if the editor names none
}

// Severity ranks a finding.
type Severity string

const (
	Major Severity = "major" // the meaning, the person, the figure, the day
	Minor Severity = "minor"
)

// Certainty tells a contradiction that no reading resolves from one that is
// only improbable.
type Certainty string

const (
	Hard Certainty = "hard" // arithmetic: it cannot all be true as it stands
	Soft Certainty = "soft" // rare, but possible
)

// Status tells what an editor made of a finding.
type Status string

const (
	Proposed  Status = "proposed" // found by the program, not yet judged
	Confirmed Status = "confirmed"
	Dismissed Status = "dismissed"
)

// EditorFinding is a finding that an editor wrote.
type EditorFinding struct {
	Kind     string // wording, date, figure, attribution, text
	Severity Severity
	Summary  string // inline Markdown
	Why      string // inline Markdown
	Evidence []Quotation
	Span     source.Span
}

// Ruling is an editor's judgement of a proposed finding.
type Ruling struct {
	Finding string // its id
	Status  Status // Confirmed or Dismissed
	Reason  string // inline Markdown
	Span    source.Span
}
