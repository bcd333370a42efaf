package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// Page is what base.html shows around every page. The struct of each kind of
// page embeds it.
type Page struct {
	Site        *Masthead
	Root        string // the way to the site's root: "", "../", "../../"; of 404.html the base URL's path
	Path        string // of the page itself, from the root
	Section     string // which item of the menu it belongs to: home, findings, outlets, claimants, topics, search, or a page's id
	Title       string // of the page alone; empty on the home page
	Description string // plain text, one line
	Canonical   string // absolute; empty without a base URL
	Crumbs      []Link // the pages above it, home first
	Edit        Link   // to a forge's editor of the file that the page is made from; Href empty if unknown
	Style       template.CSS
	Meta        []Meta          // what other programs read of the page
	LinkedData  []template.HTML // JSON-LD, a script element each
	Sheet       string          // the style sheet's name in assets/
	Scripts     []string        // names in assets/, after site.js, which every page has
	Masthead    template.HTML   // the templates of these names, run once for each depth and section
	Footer      template.HTML
	Report      string // where to report an error on it; never empty

	share      ShareCard // what networks show of it; without a path, nothing is drawn
	article    bool      // it is one, and no list of them
	published  factcheck.Date
	lastChange factcheck.Date
}

func (p *Page) base() *Page { return p }

// MetaElements prints Meta.
func (p *Page) MetaElements() template.HTML {
	var b strings.Builder
	for _, m := range p.Meta {
		key, name := "name", m.Name
		if m.Property != "" {
			key, name = "property", m.Property
		}
		b.WriteString("\n<meta " + key + `="`)
		escape(&b, name)
		b.WriteString(`" content="`)
		escape(&b, m.Content)
		b.WriteString(`">`)
	}
	return template.HTML(b.String())
}

// Masthead is the same on all pages.
type Masthead struct {
	Title, Tagline string
	Language       string
	Publisher      factcheck.Publisher
	Pages          []Link // Href from the root
	Repository     string
}

// Meta is a meta element. Property is the name where the format asks for that
// attribute (Open Graph); else Name is.
type Meta struct {
	Name, Property, Content string
}

// Link is a link with its text. Href is relative to the page, unless said
// otherwise.
type Link struct {
	Href, Text string
}

// Verdict is a grade of the scale as a page shows it.
type Verdict struct {
	ID, Label string
	Meaning   string // inline Markdown
	Standing  string // its place on the scale, in words
	Steps     template.HTML
	index     int // in the list of all grades
	place, of int // on the scale; place is 0 outside it
}

// Claim pages ------------------------------------------------------------

// ClaimPage is <story>/claims/<claim>.html.
type ClaimPage struct {
	Page
	Claim        string
	Story        Link
	Verdict      *Verdict      // nil if the claim is not rated
	Meaning      template.HTML // of the grade
	ScaleHref    string        // where the scale is printed; empty if nowhere
	Conclusion   template.HTML // the first paragraph of the editor's summary; may be empty
	Claimant     Link          // Text empty if the claim names none
	SaidOn       string        // empty if not given
	SaidOnISO    string
	Occasion     string
	Topics       []Link
	Reviewed     []string // by whom and when; sentences without a stop
	Corrections  []CorrectionView
	LogHref      string // of the log of all
	Cards        []Card
	FormsRead    bool          // some forms are the program's reading
	Verbs        string        // a sentence on verbs of saying of different kinds; empty where they are alike
	BaseNote     template.HTML // which source is the base, and who chose it; empty with fewer than two
	BaseBy       string        // "editor" or "program"
	Legend       []LegendItem
	Variants     template.HTML // the table of variants; empty with fewer than two sources
	Collation    template.HTML // the same for scripts
	Graph        template.HTML // the same as a picture; may be empty
	TableNotes   []string      // what a reader may miss in it
	Figures      *CountedTable // nil where no wording has a figure
	Timeline     template.HTML // empty where no source names a day
	Dates        []DateRow
	DateFindings []FindingLink // what does not fit
	Open         []FindingView // findings that stand
	Dismissed    []FindingView
	Text         template.HTML // the rest of the editor's summary
	Source       template.HTML // the claim's own YAML, highlighted
	SourceHref   string        // of its file where it is too long for the page
	SourcePath   string
	Citation     Citation
	Picture      string // address of the card to share it with; empty if none is drawn
	Previous     Link   // Href empty if there is none
	Next         Link
}

// CorrectionView is one entry of a claim's corrections.
type CorrectionView struct {
	Date, ISO string
	What      template.HTML
}

// Card is what one source wrote.
type Card struct {
	ID       string // of the element: w-A
	Siglum   string
	Source   string // the outlet, or that it is not known
	Named    bool   // the outlet is known
	Href     string // of the outlet's page; empty if there is none
	Title    string // the article's headline in quotation marks, its label, or that none is recorded
	Printed  bool   // Title is the headline as printed
	LangAttr template.HTMLAttr
	Date     string // as printed
	Dated    bool   // the document prints a date
	Form     string
	Inferred bool   // Form is the program's reading
	Apart    string // why it is shown without marks and not in the table; empty if it is compared
	Base     bool
	Quote    template.HTML
	Note     template.HTML
	Doubts   []string
	Preview  string // the sentences around the passage
	Mark     string // the passage in them
	Around   bool   // Before and After stand for Preview, as the card itself has the rest: claim.js puts them together
	Before   string
	After    string
	Context  string // address of the passage in the article
	Original string // address of the passage in the document itself, elsewhere; empty if not known
	Archived string // address of the document's archived copy; empty if not known
	Verb     string // of saying that brings the wording in, as printed, in quotation marks; empty if none was recognized
}

// LegendItem explains one kind of difference that the page uses.
type LegendItem struct {
	Class, Name, Meaning string
	Hidden               bool // until a reader chooses another base
}

// DateRow is what one source says of when.
type DateRow struct {
	Siglum     string // empty for the day on which the statement was made
	Source     Link   // the article
	Printed    string // the date line as printed, in quotation marks; empty if none is recorded
	LangAttr   template.HTMLAttr
	Understood string // how it was read, or that no date is recorded
	Doubtful   bool   // it is part of a finding that stands
	Statements []DateView
	None       string // what stands for them if there are none
}

// DateView is a date expression of an article, and how it was understood.
type DateView struct {
	Text       string
	Quoted     string // Text in quotation marks
	Href       string // its place in the article
	LangAttr   template.HTMLAttr
	Understood string
	Reason     string
	Doubtful   bool // a finding that stands has it as evidence
}

// Findings ---------------------------------------------------------------

// FindingView is a finding as pages print it.
type FindingView struct {
	ID         string
	Kind       string
	Severity   string // Major or Minor
	Major      bool
	Status     string // who found it and who has looked at it
	Proposed   bool   // nobody has
	Summary    template.HTML
	Why        template.HTML
	Certainty  string // "Cannot all be true", "Rare, but possible" or "One may be out of date"; empty where nothing was counted
	Hard       bool
	Arithmetic template.HTML
	Reason     template.HTML
	Evidence   template.HTML // a list, see evidenceList
	Citation   string        // a sentence; empty where the finding stands only in passing
	Where      Link          // the claim or story it belongs to; Text empty on its own page
	Story      Link          // on site-wide lists
	Facets     string        // see filter; empty where the list cannot be narrowed
	Ruling     Ruling        // how to rule on it; ID empty if nothing is to be ruled
}

// Ruling is what an editor needs to confirm or dismiss a finding.
type Ruling struct {
	ID   string // the finding's own, as rulings name it
	File string // where the ruling goes: words, not an address
}

// FindingLink leads to a finding.
type FindingLink struct {
	Unreviewed bool // the program's, and no editor has looked at it
	Href       string
	Kind       string
	Summary    template.HTML // without links
}

// Articles ---------------------------------------------------------------

// ArticlePage is <story>/articles/<article>.html.
type ArticlePage struct {
	Page
	Story      Link
	Siglum     string
	Source     string
	Named      bool
	SourceHref string
	Headline   template.HTML // the printed title with its marks; empty if the document prints none
	Label      string        // the editors' words where there is no title, else the id
	LabelNote  string        // what Label is
	LangAttr   template.HTMLAttr
	DateLine   template.HTML // the date line as printed, with its marks
	Original   []Link        // where it was published, and its archived copy, as far as known
	Facts      []Fact
	Layers     []Layer // what is marked in the text
	Note       template.HTML
	Body       template.HTML
	Verbatim   bool // white space counts: a document in plain text
	Claims     []MarkedClaim
	Findings   []FindingLink
	Dates      int           // how many date expressions are marked
	Shares     template.HTML // passages that other documents have; empty if there are none
	Share      string        // how much of the text lies in passages that others share; empty if nothing
	Citation   Citation      // of the document itself
	Previous   Link
	Next       Link
}

// Layer is one kind of marks in an article, which readers switch on and off.
type Layer struct {
	ID    string // the class of its marks
	Name  string
	Count int  // of claims, findings, dates, passages; never 0
	On    bool // shown unless the reader has said otherwise
}

// Fact is a line of an article's particulars. Unknown ones are shown as such.
type Fact struct {
	Name, Text string
	Href       string // outside or inside link; may be empty
	ISO        string // of a date, as a time element has it; may be empty
	Known      bool
	LangAttr   template.HTMLAttr // where Text is the document's own words
}

// MarkedClaim is a claim that has a passage in the article.
type MarkedClaim struct {
	Number   int
	Claim    Link // the claim's page
	Place    string
	Verdict  string
	Original string // its passages in the document where it was published; empty if that is not known
	Archived string // the archived copy; empty if none is known
}

// Story ------------------------------------------------------------------

// StoryPage is <story>/index.html.
type StoryPage struct {
	Page
	Reading    string // how long it takes
	Name       string
	Summary    template.HTML
	Topics     []Link
	Groups     []ClaimGroup // by verdict, in the order of the scale; the unrated last
	Glance     *Glance      // nil where the page itself is short
	Filter     *FilterView  // of the claims
	Documents  *FilterView  // of the documents
	Matrix     template.HTML
	Legend     []LegendItem
	Sources    []SourceRow
	Events     []EventView
	Open       []FindingView // of the story itself
	Dismissed  []FindingView
	Major      []FindingLink // of its claims
	Minor      []FindingLink // of its claims
	Claims     int
	Findings   int // that stand, claims' included
	Chronology string
	Shared     string // address of the sources page
	SharedNote string // what it has found, a sentence
}

// ClaimGroup is the claims that share a verdict.
type ClaimGroup struct {
	ID       string // of its heading on the story's page: grade-agree
	Label    string
	Steps    template.HTML
	Items    []ClaimItem
	Rest     []ClaimItem // folded
	Total    int
	More     string // how many are left out; empty if none
	MoreHref string
}

// ClaimItem is a claim in a list.
type ClaimItem struct {
	Href, Text string
	Conclusion template.HTML
	Verdict    string // empty if not rated, or shown by the group
	Steps      template.HTML
	Claimant   string
	SaidOn     string
	Sources    string // "5 sources"
	Findings   string // "2 findings", empty if none
	Story      Link   // on site-wide lists
	Facets     string // see filter
}

// SourceRow is an article in a table of sources.
type SourceRow struct {
	Siglum     string
	Article    Link
	Printed    bool // Article.Text is the headline as printed
	LangAttr   template.HTMLAttr
	Headline   string // what is to be said of the headline if Article.Text is none; may be empty
	Called     string // the outlet or, where it is not known, the headline or label
	Outlet     Link   // Href may be empty
	Named      bool
	Date       string // as printed, in quotation marks
	Dated      bool
	Understood string
	Claims     string
	Story      Link   // on site-wide lists
	Facets     string // see filter
}

// EventView is a reference event of a story.
type EventView struct {
	Number int
	Date   string
	Name   string
	Note   template.HTML
}

// ChronologyPage is <story>/chronology.html.
type ChronologyPage struct {
	Page
	Story    Link
	Timeline template.HTML
	Note     string        // what the picture leaves out; empty if nothing
	Unread   string        // what is not read of documents in other languages; empty if there are none
	Days     template.HTML // the table with what the picture shows and what it leaves out
	Brief    []FindingLink // the first of the findings below, in a line each
	More     string        // how many more there are below; may be empty
	Open     []FindingView // hard ones first, then by weight
}

// SourcesPage is <story>/sources.html.
type SourcesPage struct {
	Page
	Story    Link
	Found    string        // a sentence
	Picture  template.HTML // empty where nothing is shared, as are the next four
	Note     string        // what picture and table leave out; empty if nothing
	Matrix   template.HTML
	Passages template.HTML // see sharedPassage
	Apart    bool          // words that not all documents have are marked
	Sources  []ShareRow
}

// ShareRow is an article in the table of sources, with what it shares.
type ShareRow struct {
	Siglum   string
	Article  Link
	LangAttr template.HTMLAttr
	Headline string // what is to be said of the headline if Article.Text is none; may be empty
	Outlet   Link   // Href may be empty
	Date     string
	Dated    bool
	Words    int
	Share    string
}

// Site-wide --------------------------------------------------------------

// HomePage is index.html and the pages that continue it.
type HomePage struct {
	Page
	Intro    template.HTML
	Lead     *StoryItem  // the first story, on the first page; nil if there is none
	Stories  []StoryItem // the others
	Pager    Pager
	Counts   []Fact
	Scale    []Verdict
	First    bool // not a page that continues the list
	Findings []FindingLink
	Reviews  []ClaimItem // the newest, where there are several stories
}

// StoryItem is a story in a list.
type StoryItem struct {
	Href, Title string
	Summary     template.HTML
	Facts       string
	Reviewed    string       // when a claim was last reviewed; may be empty
	Claims      []ClaimItem  // of the first of several stories
	Groups      []ClaimGroup // of the only story
}

// ClaimsPage is search/claims.html.
type ClaimsPage struct {
	Page
	Claims []ClaimItem
	Filter *FilterView // nil where there is nothing to choose between
	Pager  Pager
}

// ArticlesPage is search/articles.html.
type ArticlesPage struct {
	Page
	Articles []SourceRow
	Filter   *FilterView
	Pager    Pager
}

// FindingsPage is findings.html.
type FindingsPage struct {
	Page
	Filter   *FilterView
	Findings []FindingView
	Total    int
	Major    int
	Proposed int
	Pager    Pager
}

// OutletsPage is outlets/index.html.
type OutletsPage struct {
	Page
	Outlets []NameItem
	Unnamed []SourceRow // articles whose document names no outlet
	Pager   Pager
}

// OutletPage is outlets/<outlet>.html.
type OutletPage struct {
	Page
	ID       string
	Name     string
	Facts    []Fact
	Note     template.HTML
	Articles []SourceRow
	Pager    Pager
}

// SearchPage is search.html: the index from A to Z and, with scripts, a search.
type SearchPage struct {
	Page
	Searched bool // there is an index for search.js
	Letters  []IndexLetter
	Total    int // entries of the index
}

// LetterPage is search/<letter>.html and the pages that continue it.
type LetterPage struct {
	Page
	Name    string
	Entries []IndexEntry
	Guides  []Link // the letter's pages by their first entries; Href of the page itself is empty
	Pager   Pager
}

// IndexLetter is a letter of the index. Entries are empty where it has pages of
// its own.
type IndexLetter struct {
	Name    string
	ID      string // of its section; empty where it has none
	Href    string
	Total   int
	Entries []IndexEntry
}

// IndexEntry is a line of the index.
type IndexEntry struct {
	Href, Text string
	LangAttr   template.HTMLAttr
	Kind, Note string
}

// NamesPage is claimants/index.html or topics/index.html.
type NamesPage struct {
	Page
	Name  string
	Intro string
	None  string
	Names []NameItem
	Pager Pager
}

// NameItem is an entry of an index.
type NameItem struct {
	Href, Name string
	Facts      string
}

// NamePage is claimants/<claimant>.html or topics/<topic>.html.
type NamePage struct {
	Page
	Facet   string // by which the lists of all can be narrowed to it: speaker or topic
	Slug    string
	Kicker  string
	Name    string
	Stories []StoryItem
	Claims  []ClaimItem
	Pager   Pager
}

// ContentPage is a page of content/pages, or the log of corrections.
type ContentPage struct {
	Page
	Reading string // how long a long page takes; empty for a short one
	Name    string
	Lead    string
	Parts   []PagePart
}

// PagePart is a stretch of an editor's page and what is printed below it, if
// anything: the scale or the log of corrections.
type PagePart struct {
	Before template.HTML
	Scale  []Verdict
	Log    *CorrectionsLog
}

// CorrectionsLog is every correction of the site.
type CorrectionsLog struct {
	Summary string
	Years   []CorrectionYear // the latest first
}

// CorrectionYear is the corrections of a year, the latest first.
type CorrectionYear struct {
	Year    string
	Heading template.HTML
	Items   []LoggedCorrection
}

// LoggedCorrection is a correction with the claim that it was made to.
type LoggedCorrection struct {
	CorrectionView
	Claim Link
	Story string
}

// LostPage is 404.html.
type LostPage struct {
	Page
}

// Pager leads through a long list.
type Pager struct {
	Number, Of     int
	Previous, Next string // empty at the ends
}

// newMasthead reads the site's settings.
func newMasthead(room *factcheck.Newsroom) Masthead {
	m := Masthead{
		Title:      room.Site.Title,
		Tagline:    room.Site.Tagline,
		Language:   room.Site.Language,
		Publisher:  room.Site.Publisher,
		Repository: room.Site.Repository,
	}
	if m.Language == "" {
		m.Language = "en"
	}
	for _, p := range room.Pages {
		m.Pages = append(m.Pages, Link{p.ID + ".html", p.Title})
	}
	return m
}

// newVerdict prepares a grade. Steps draws the scale as a gauge: the more cells
// are filled, the more the sources agree; the words beside it say the same. In
// a scale with numbers, grades without one stand outside it.
func newVerdict(room *factcheck.Newsroom, i int) Verdict {
	v := room.Site.Verdicts[i]
	place, of := 0, 0
	numbered := slices.ContainsFunc(room.Site.Verdicts, func(v factcheck.Verdict) bool { return v.Value != nil })
	for j, other := range room.Site.Verdicts {
		if numbered && other.Value == nil {
			continue
		}
		of++
		if j == i {
			place = of
		}
	}
	steps := []byte(`<span class="steps" aria-hidden="true">`)
	for j := range of {
		if j <= of-place {
			steps = append(steps, `<i class="on"></i>`...)
		} else {
			steps = append(steps, `<i></i>`...)
		}
	}
	steps = append(steps, `</span>`...)
	if place == 0 {
		steps = nil
	}
	return Verdict{ID: v.ID, Label: v.Label, Meaning: v.Meaning, Standing: standing(place, of), Steps: template.HTML(steps), index: i, place: place, of: of}
}

// standing says where a grade stands among the others; place counts from 1, 0
// is outside the scale.
func standing(place, of int) string {
	switch {
	case place == 0:
		return "Outside the scale of agreement"
	case of == 1:
		return "The only grade"
	}
	s := ordinal(place)
	if place == of {
		s = "last"
	}
	return sentence(s) + " of " + cardinal(of) + " grades, from most to least agreement"
}

func ordinal(n int) string {
	words := [...]string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
	if n < len(words) {
		return words[n]
	}
	return "number " + strconv.Itoa(n)
}

func cardinal(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// MeaningHTML is the meaning of the grade for a page at that root.
func (v Verdict) MeaningHTML(root string) template.HTML {
	return markdown.InlineProse(v.Meaning, markdown.ProseOptions{Root: root})
}
