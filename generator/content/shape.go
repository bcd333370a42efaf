package content

import (
	"regexp"
	"strings"

	"crosscheck/generator/factcheck"
)

// A shape says what a group of keys may hold. The tables below are read twice:
// by the reader (read.go), and by the schemas for editors' tools (schema.go). A
// key that stands in no table exists for neither.
type shape struct {
	name   string // as a message says it: a claim
	doc    string
	fields []field
	either [2]string // two keys of which at most one may be given
	why    string    // why not both
}

// A field is one key of a shape.
type field struct {
	name     string
	typ      *typ
	required bool
	eg       string // a value to paste, as YAML; what hints and schemas show
	doc      string // what it means, for completion in an editor's tool
}

// A kind is what YAML must hold for a value.
type kind int

const (
	text     kind = iota // a scalar, taken as it was typed
	integer              // a whole number
	number               // any finite number
	truth                // true or false
	list                 // a list of item
	keys                 // a group of keys, as shape says
	register             // a group whose keys are ids and whose values are of the item type
	choice               // one of several groups of keys, told apart by a key that only it has
)

// A typ is what a key takes.
type typ struct {
	kind     kind
	takes    string // completes “… takes”
	prose    bool   // of text: an editor's or a source's words, which no YAML comment may shorten unseen
	exact    bool   // of text: blanks alone are a value
	verbatim bool   // of text: a source's words, letter for letter
	pattern  string // of text: what the whole value must match, for the reader and schemas alike
	enum     []string
	check    func(*reader, *value) // of text: what a pattern cannot say
	min      int                   // of an integer; of a list, the least number of items
	item     *typ
	shape    *shape
	orText   bool     // of keys: text may stand for the group, as the value of its first key
	choices  []option // of a choice; the last is taken where no key decides

	re *regexp.Regexp // of pattern
}

// matching returns a type of text whose whole value matches the pattern.
func matching(takes, pattern string, check func(*reader, *value)) *typ {
	return &typ{kind: text, takes: takes, pattern: pattern, check: check, re: regexp.MustCompile(`^(?:` + pattern + `)$`)}
}

// An option is a shape and the key that only it has.
type option struct {
	key   string
	shape *shape
}

const (
	idPattern  = `[a-z0-9-]+`
	urlPattern = `[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@\\"<>]+([/?#][^\s"<>\\]*)?`

	// The site's own address has no query and no fragment.
	basePattern = `[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@\\"<>]+(/[^\s"<>\\?#]*)?`

	// A day that no month has (30 February) is refused by the pattern; 29
	// February of a common year only by the reader.
	dayPattern  = `(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9])`
	timePattern = `[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?`
	datePattern = `[1-9][0-9]{3}(-(0[1-9]|1[0-2])|-(` + dayPattern + `)(` + timePattern + `)?)?`

	// Of a repository: no part leads out of it, and none is what git refuses.
	branchPattern = `[^\s~^:?*\[\\/.-][^\s~^:?*\[\\/]*(/[^\s~^:?*\[\\/.][^\s~^:?*\[\\/]*)*`
	folderPattern = `\.|(\./)?\.?[^/\\.][^/\\]*(/\.?[^/\\.][^/\\]*)*/?`

	languagePattern = `[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-x(-[A-Za-z0-9]{1,8})+)?`
)

var (
	words   = &typ{kind: text, takes: "text", prose: true}
	markup  = &typ{kind: text, takes: "text (Markdown)", prose: true}
	printed = &typ{kind: text, takes: "text", prose: true, verbatim: true}
	exact   = &typ{kind: text, takes: "text", prose: true, exact: true, verbatim: true}
	id      = matching("an id: lower-case letters a to z, digits and hyphens", idPattern, (*reader).checkID)
	// A reference is checked where it is known what there is (checker).
	reference  = matching("an id", idPattern, nil)
	date       = matching("a date: 2021, 2021-07, 2021-07-18 or 2021-07-18T21:55", datePattern, (*reader).checkDate)
	address    = matching("a web address that begins with https:// or http://", urlPattern, (*reader).checkURL)
	branch     = matching("the name of a branch, such as main or desk/next", branchPattern, (*reader).checkPattern)
	folderPath = matching("the way to a folder of the repository, such as content or site/content", folderPattern, (*reader).checkPattern)
	base       = matching("the address of the site, as in https://example.org/checks", basePattern, (*reader).checkURL)
	language   = matching("a language tag, as in en or pt-BR", languagePattern, (*reader).checkLanguage)
	email      = matching("an e-mail address", `[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+`, (*reader).checkPattern)
	order      = &typ{kind: integer, takes: "a whole number", min: -1 << 31}
	occurrence = &typ{kind: integer, takes: "a whole number from 1", min: 1}
	value5     = &typ{kind: number, takes: "a number"}
	yesNo      = &typ{kind: truth, takes: "true or false"}
	topics     = &typ{kind: list, takes: "a list of words", item: words}

	form = &typ{kind: text, takes: "the form of a wording", enum: []string{
		string(factcheck.Direct), string(factcheck.Partial), string(factcheck.Paraphrase),
		string(factcheck.Headline), string(factcheck.Translation), string(factcheck.Caption)}}
	claimantKind = &typ{kind: text, takes: "the kind of a claimant", enum: []string{string(factcheck.Person), string(factcheck.Organization)}}
	findingKind  = &typ{kind: text, takes: "the kind of a finding", enum: []string{"wording", "date", "figure", "attribution", "text"}}
	severity     = &typ{kind: text, takes: "the severity of a finding", enum: []string{string(factcheck.Major), string(factcheck.Minor)}}
)

// listOf returns the type of a list of groups of keys.
func listOf(takes string, s *shape, atLeast int) *typ {
	return &typ{kind: list, takes: takes, min: atLeast, item: &typ{kind: keys, takes: s.name, shape: s}}
}

var siteShape = &shape{
	name: "site.yaml",
	doc:  "Settings of the site: what it is called, who publishes it, and the scale of verdicts.",
	fields: []field{
		{"title", words, true, "Word for Word", "What the site is called."},
		{"tagline", words, false, "What each source said", "One line under the title."},
		{"id", words, false, "word-for-word", "What keeps the ids in feeds and data apart from those of other sites. Choose it once: with another, every claim is news again. Without it: the publisher's name."},
		{"description", markup, false, "What readers find here.", "The introduction on the home page. Markdown."},
		{"language", language, false, "en", "Language of the site's own text, as a tag such as en or pt-BR. Without it: en."},
		{"publisher", &typ{kind: keys, takes: "a name, or keys of its own", shape: publisherShape, orText: true}, false, "The Example Times", "Who answers for the site: a name, or name, url, email, contact and funding."},
		{"base_url", base, false, "https://example.org/checks", "Where the site will stand, for feeds and canonical addresses. The option --base-url overrides it."},
		{"repository", address, false, "https://github.com/example/checks", "Home of the source files, for the link “edit this claim”."},
		{"repository_branch", branch, false, "main", "The branch of the repository that is edited. Without it: the one that the repository shows first."},
		{"repository_content", folderPath, false, "content", "Where this folder lies in the repository; a dot if it is the repository. Without it: content."},
		{"verdicts", listOf("the grades of the scale, a list", verdictShape, 0), false, "\n  - id: agree\n    label: Sources agree", "The scale, from best to worst agreement."},
		{"share_images", yesNo, false, "false", "Whether a picture is drawn for each claim and story, which networks show where a page is shared. Without it: true."},
		{"search", yesNo, false, "false", "Whether an index is made with which readers search the site. Without it: true."},
	},
}

var publisherShape = &shape{
	name: "a publisher",
	doc:  "Who answers for the site.",
	fields: []field{
		{"name", words, true, "The Example Times", "Name of the publisher."},
		{"url", address, false, "https://example.org/", "The publisher's home page."},
		{"email", email, false, "desk@example.org", "Where readers report an error. Every page's footer links to it."},
		{"contact", address, false, "https://example.org/contact", "A page where readers report an error, where there is no email."},
		{"funding", words, false, "Paid for by the readers of The Example Times.", "Who pays for the site, in a sentence. Every page's footer prints it."},
	},
}

var verdictShape = &shape{
	name: "a grade of the scale",
	doc:  "One grade of the scale.",
	fields: []field{
		{"id", id, true, "agree", "What claims write after verdict: lower-case letters, digits and hyphens."},
		{"label", words, true, "Sources agree", "What readers see."},
		{"meaning", markup, false, "All sources that have the statement give it in the same sense.", "One sentence on what the grade means. Markdown within a line."},
		{"value", value5, false, "5", "A number for machines, where the scale is one. Optional."},
	},
}

var outletsShape = &typ{
	kind: register, takes: "outlets by id",
	item: &typ{kind: keys, takes: "an outlet", shape: outletShape},
}

var outletShape = &shape{
	name: "an outlet",
	doc:  "Who publishes articles. Only what is known; what is absent is shown as unknown.",
	fields: []field{
		{"name", words, true, "The Example Times", "Name of the outlet."},
		{"url", address, false, "https://example.org/", "Its home page."},
		{"country", words, false, "Portugal", "Where it is based."},
		{"owner", words, false, "Example Group", "Who owns it."},
		{"note", markup, false, "Named in the last line of the document.", "How we know. Markdown within a line."},
	},
}

var pageShape = &shape{
	name: "the front matter of a page",
	doc:  "The keys at the head of a page in content/pages, between two lines of three hyphens.",
	fields: []field{
		{"title", words, true, "How we work", "Heading of the page."},
		{"order", order, false, "1", "Place in the menu; the lowest comes first."},
		{"summary", words, false, "How wordings are compared.", "One line on what the page tells."},
	},
}

var storyShape = &shape{
	name: "story.yaml",
	doc:  "One event or affair that several articles report.",
	fields: []field{
		{"title", words, true, "The flood of 2 March", "What the story is called."},
		{"summary", markup, false, "What happened, in a paragraph.", "The story in short. Markdown."},
		{"topics", topics, false, "[floods, relief]", "What it is about."},
		{"events", listOf("a list of dated events", eventShape, 0), false, "\n  - date: 2021-03-02\n    name: The dam breaks", "What happened when, as a reference for the dates in the articles."},
		{"findings", findings, false, "[]", "Findings that belong to no single claim."},
	},
}

var eventShape = &shape{
	name: "an event",
	doc:  "Something that happened on a day that is known.",
	fields: []field{
		{"date", date, true, "2021-03-02", "The day, or month or year, on which it happened or began."},
		{"until", date, false, "2021-03-05", "The last day, where it took several."},
		{"name", words, true, "The dam breaks", "What happened."},
		{"note", markup, false, "Three reports name the day.", "How we know. Markdown."},
	},
}

var articleShape = &shape{
	name: "the front matter of an article",
	doc:  "The keys at the head of an article, between two lines of three hyphens. All are optional; what the document does not state is left out.",
	fields: []field{
		{"title", printed, false, "Dam breaks after days of rain", "The headline exactly as printed. It can be quoted."},
		{"label", words, false, "Report without a headline on the dam", "The editor's own words for an article that prints no headline. Never quoted as the article's."},
		{"outlet", reference, false, "example-times", "Who published it: an id of outlets.yaml. Absent: unknown."},
		{"author", printed, false, "Ada Example", "The author as printed."},
		{"url", address, false, "https://example.org/dam", "Where it was published."},
		{"archive_url", address, false, "https://archive.example/dam", "Where an archive keeps a copy."},
		{"dateline", printed, false, "LISBON", "The place as printed at the head of the text."},
		{"language", language, false, "en", "Language of the text, as a tag such as en or pt-BR."},
		{"translated_from", language, false, "fr", "Language that the text was translated from, if it says so."},
		{"published", date, false, "2021-03-03", "The date of publication. Absent if the document bears none."},
		{"published_as", printed, false, "'3 March 2021 - 21:55'", "The date line exactly as printed. It can be quoted."},
		{"updated", date, false, "2021-03-04", "The date of the last change that the document states."},
		{"retrieved", date, false, "2021-04-01", "The day on which the text was taken."},
		{"note", markup, false, "The document prints no headline.", "The editor's remark about the document, shown as such. Markdown."},
	},
	either: [2]string{"title", "label"},
	why:    "a title is the headline as printed; a label is for an article that prints none",
}

var claimShape = &shape{
	name: "a claim",
	doc:  "One statement of fact or speech that the articles report, and how each of them words it.",
	fields: []field{
		{"claim", words, true, "The dam was inspected in May", "The statement, in a sentence."},
		{"claimant", words, false, "Ada Example", "Who is said to have made it."},
		{"claimant_kind", claimantKind, false, "person", "Whether that is a person or an organization, for search engines and other programs, which ask. Without it they are not told."},
		{"said_on", date, false, "2021-03-02", "When it is said to have been made."},
		{"occasion", words, false, "press conference in Lisbon", "On what occasion."},
		{"topics", topics, false, "[floods, relief]", "What it is about."},
		{"verdict", reference, false, "agree", "The editor's rating: the id of a grade in site.yaml."},
		{"summary", markup, false, "All three reports have the same words.", "Markdown. The first paragraph is the conclusion, in one sentence; the rest is the editor's text."},
		{"review", &typ{kind: keys, takes: "keys of its own", shape: reviewShape}, false, "\n  author: Ada Example\n  published: 2021-04-01", "Who reviewed the claim, and when."},
		{"base", reference, false, "example-times", "The article that the others are compared with. Without it the program takes the fullest direct quote."},
		{"wordings", listOf("a list of wordings", wordingShape, 1), true, "\n  - article: example-times\n    quote: 'the dam was inspected in May'", "How each article puts the claim."},
		{"findings", findings, false, "[]", "What does not fit: the editor's own findings, and rulings on what the program proposes."},
	},
}

var reviewShape = &shape{
	name: "a review",
	doc:  "Who reviewed the claim, and when.",
	fields: []field{
		{"author", words, false, "Ada Example", "Who reviewed it."},
		{"published", date, false, "2021-04-01", "When the review was first published."},
		{"updated", date, false, "2021-04-02", "When it was last changed."},
		{"corrections", listOf("a list of corrections", correctionShape, 0), false, "\n  - date: 2021-04-02\n    what: …", "What was corrected since, for the public log."},
	},
}

var correctionShape = &shape{
	name: "a correction",
	doc:  "One entry of the public log of corrections.",
	fields: []field{
		{"date", date, true, "2021-04-02", "The day of the correction."},
		{"what", markup, true, "…", "What was changed. Markdown within a line."},
	},
}

// quoted are the keys of a quote; a wording and a piece of evidence have them alike.
var quoted = []field{
	{"article", reference, true, "example-times", "Whose words: the id of an article of this story, which is its file's name without the ending."},
	{"quote", printed, true, "'the dam was inspected in May'", "The words, verbatim. Left-out words are marked with … or (…)."},
	{"prefix", exact, false, `"said that "`, "The words directly before the quote, blanks included, where the quote stands more than once."},
	{"suffix", exact, false, `", she said"`, "The words directly after the quote, blanks included."},
	{"occurrence", occurrence, false, "2", "Which place is meant where the quote stands more than once, counted from 1."},
	{"note", markup, false, "The sentence stands in a caption.", "A remark. Markdown within a line."},
}

var wordingShape = &shape{
	name: "a wording",
	doc:  "How one article puts the claim.",
	fields: append(quoted[:len(quoted):len(quoted)],
		field{"form", form, false, "direct", "How the article gives the words. Without it the program infers it from the place."}),
}

var evidenceShape = &shape{
	name:   "a piece of evidence",
	doc:    "A passage that shows what the finding says.",
	fields: quoted,
}

var findings = &typ{kind: list, takes: "a list of findings", item: &typ{kind: choice, takes: "a finding", choices: []option{
	{"confirms", confirmShape},
	{"dismisses", dismissShape},
	{"summary", findingShape},
}}}

var findingShape = &shape{
	name: "a finding",
	doc:  "An inconsistency that the editor found.",
	fields: []field{
		{"kind", findingKind, false, "wording", "What it is about. Without it: text."},
		{"severity", severity, false, "minor", "major: the meaning, the person, the figure or the day; minor: the rest. Without it: minor."},
		{"summary", markup, true, "…", "What does not fit, in one sentence. Markdown within a line."},
		{"why", markup, false, "The inspection was due in May.", "Why it may matter. Markdown within a line."},
		{"evidence", listOf("a list of quotes", evidenceShape, 1), true, "\n      - article: example-times\n        quote: 'inspected in May'", "The passages that show it."},
	},
}

var confirmShape = &shape{
	name: "a confirmed finding",
	doc:  "The editor confirms what the program proposed.",
	fields: []field{
		{"confirms", id, true, "day-conflict-1a2b3c4d", "Id of the proposed finding, as the build prints it."},
		{"reason", markup, false, "…", "Why. Markdown within a line."},
	},
}

var dismissShape = &shape{
	name: "a dismissed finding",
	doc:  "The editor dismisses what the program proposed; it stays on the page, folded, with the reason.",
	fields: []field{
		{"dismisses", id, true, "day-conflict-1a2b3c4d", "Id of the proposed finding, as the build prints it."},
		{"reason", markup, true, "…", "Why it is none. Markdown within a line."},
	},
}

// otherwise holds the words that editors know from elsewhere and write for keys.
var otherwise = map[*shape]map[string]string{
	publisherShape: {"mail": "email", "e-mail": "email", "website": "url", "form": "contact", "funder": "funding", "funders": "funding", "funded_by": "funding", "paid_by": "funding", "sponsor": "funding"},
	siteShape:      {"name": "title", "url": "base_url", "about": "description", "lang": "language", "scale": "verdicts"},
	outletShape:    {"title": "name", "site": "url", "website": "url", "link": "url", "comment": "note"},
	pageShape:      {"headline": "title", "heading": "title", "name": "title", "weight": "order", "position": "order", "description": "summary"},
	storyShape:     {"headline": "title", "name": "title", "description": "summary", "tags": "topics", "timeline": "events", "dates": "events"},
	eventShape:     {"title": "name", "what": "name", "event": "name", "day": "date", "from": "date", "start": "date", "to": "until", "end": "until", "comment": "note"},
	articleShape:   {"headline": "title", "heading": "title", "source": "outlet", "publisher": "outlet", "newspaper": "outlet", "publication": "outlet", "byline": "author", "writer": "author", "by": "author", "link": "url", "address": "url", "archive": "archive_url", "archived": "archive_url", "place": "dateline", "location": "dateline", "lang": "language", "date": "published", "day": "published", "date_published": "published", "publication_date": "published", "modified": "updated", "changed": "updated", "accessed": "retrieved", "fetched": "retrieved", "comment": "note", "remark": "note"},
	claimShape:     {"text": "claim", "statement": "claim", "title": "claim", "assertion": "claim", "speaker": "claimant", "said_by": "claimant", "source": "claimant", "who": "claimant", "date": "said_on", "said": "said_on", "when": "said_on", "where": "occasion", "context": "occasion", "tags": "topics", "rating": "verdict", "grade": "verdict", "conclusion": "summary", "quotes": "wordings", "quotations": "wordings", "sources": "wordings", "inconsistencies": "findings"},
	reviewShape:    {"reviewer": "author", "by": "author", "date": "published", "modified": "updated"},

	correctionShape: {"text": "what", "note": "what", "summary": "what", "day": "date"},
	wordingShape:    quoteWords,
	evidenceShape:   quoteWords,
	findingShape:    {"type": "kind", "title": "summary", "message": "summary", "finding": "summary", "what": "summary", "text": "summary", "quotes": "evidence", "quotations": "evidence", "wordings": "evidence", "sources": "evidence"},
	confirmShape:    rulingWords,
	dismissShape:    rulingWords,
}

var (
	quoteWords  = map[string]string{"text": "quote", "words": "quote", "wording": "quote", "statement": "quote", "quotation": "quote", "source": "article", "file": "article", "outlet": "article", "before": "prefix", "after": "suffix", "type": "form", "comment": "note"}
	rulingWords = map[string]string{"why": "reason", "because": "reason", "note": "reason", "comment": "reason", "summary": "reason"}

	// rulings are the words that stand for confirms and dismisses.
	rulings = map[string]string{"confirm": "confirms", "confirmed": "confirms", "accept": "confirms", "accepts": "confirms", "agree": "confirms",
		"dismiss": "dismisses", "dismissed": "dismisses", "dismis": "dismisses", "reject": "dismisses", "rejects": "dismisses", "rejected": "dismisses", "ignore": "dismisses", "ignores": "dismisses"}
)

// meant returns the key that was probably meant by a word which is none.
func (s *shape) meant(word string) string {
	low := strings.ToLower(strings.TrimSpace(word))
	if s.find(low) >= 0 {
		return low
	}
	if key := otherwise[s][strings.ReplaceAll(low, " ", "_")]; key != "" {
		return key
	}
	return nearest(word, s.names())
}

// find returns the index of a field, -1 where the shape has no such key.
func (s *shape) find(name string) int {
	for i := range s.fields {
		if s.fields[i].name == name {
			return i
		}
	}
	return -1
}

// names lists the keys in the order of the table.
func (s *shape) names() []string {
	names := make([]string, len(s.fields))
	for i := range s.fields {
		names[i] = s.fields[i].name
	}
	return names
}

// line returns a line to paste for the field.
func (f *field) line() string {
	if strings.HasPrefix(f.eg, "\n") {
		return f.name + ":" + f.eg
	}
	return f.name + ": " + f.eg
}
