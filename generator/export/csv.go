package export

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// The CSV files are for those who sort and count: RFC 4180, UTF-8, a line of
// names at the head. A row of claims.csv is a wording, a row of findings.csv a
// piece of evidence; what belongs to the claim or finding stands in each of its
// rows. One flat table opens in anything and can be filtered at once, which two
// tables that have to be joined cannot. Who wants to count claims or findings
// keeps the rows whose number is 1. The columns have the names of the same facts
// in claims.json and findings.json.
//
// claims.csv, as far as it fits here:
//
//	story,id,claim,verdict,wording,article,text,form
//	flood,dam-safe,"The dam is ""safe""",altered,1,post,the dam is safe,partial
//	flood,dam-safe,"The dam is ""safe""",altered,2,gazette,“The dam was safe,direct
//
// A spreadsheet takes a cell that begins with = + - or @ for a formula and runs
// it, and articles are other people's text. So each file has a double to be
// opened in spreadsheets, in which such a cell begins with an apostrophe. It is
// always there, so that nobody has to know whether this time it is needed.

// A column is a field of a CSV file and of its description in datapackage.json.
type column struct {
	name, title string
	kind        string // string, integer or boolean
	required    bool
	pattern     string
	enum        []string
	description string
}

type table struct {
	name, title, description string
	key                      []string
	columns                  []column
}

func (t *table) path() string        { return "data/" + t.name + ".csv" }
func (t *table) spreadsheet() string { return "data/" + t.name + "-spreadsheet.csv" }

// header is the line of names.
func (t *table) header() string {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	return strings.Join(names, ",") + "\r\n"
}

const (
	anID     = `^[a-z0-9-]+$`
	someDate = `^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?$`
	aPage    = `^[a-z0-9-]+/.+\.html(#.+)?$`
	asKnown  = " ISO 8601, as far as it is known: a year, a month, a day or a moment."
)

var claimsTable = table{
	name: "claims", title: "Claims and their wordings",
	description: "One row for each wording of a claim: how one article puts it, letter for letter. What belongs to the claim is repeated in each of its rows; keep the rows whose wording is 1 to count claims.",
	key:         []string{"story", "id", "wording"},
	columns: []column{
		{"story", "Story", "string", true, anID, nil, "Id of the story that the claim belongs to."},
		{"id", "Claim id", "string", true, anID, nil, "Id of the claim, unique within its story."},
		{"claim", "Claim", "string", true, "", nil, "The claim in the editor’s words."},
		{"claimant", "Claimant", "string", false, "", nil, "Who is said to have made it."},
		{"said_on", "Said on", "string", false, someDate, nil, "When it was said." + asKnown},
		{"occasion", "Occasion", "string", false, "", nil, "Where or on what occasion it was said."},
		{"topics", "Topics", "string", false, "", nil, "Topics of the claim, separated by “; ”."},
		{"verdict", "Verdict", "string", false, "", nil, "The editor’s grade, an id of the site’s scale: how far the sources agree and how faithfully they quote, not who is right. Empty if the claim is not rated."},
		{"verdict_label", "Verdict in words", "string", false, "", nil, "The grade as pages show it."},
		{"conclusion", "Conclusion", "string", false, "", nil, "The editor’s conclusion, a paragraph without markup."},
		{"published", "Published", "string", false, someDate, nil, "When the review of the claim was published." + asKnown},
		{"updated", "Updated", "string", false, someDate, nil, "When it was last changed." + asKnown},
		{"page", "Page", "string", true, aPage, nil, "Address of the claim’s page, from the site’s root."},
		{"findings", "Findings", "integer", true, "", nil, "How many findings belong to the claim, without those that an editor dismissed."},
		{"wording", "Wording", "integer", true, "", nil, "Number of the wording within its claim, from 1, in the editor’s order."},
		{"article", "Article id", "string", true, anID, nil, "Id of the article, unique within its story."},
		{"outlet", "Outlet", "string", false, "", nil, "Who published the article. Empty if the document does not say."},
		{"headline", "Headline", "string", false, "", nil, "The article’s headline as printed. Empty if it prints none."},
		{"article_published", "Article published", "string", false, someDate, nil, "When the article was published. Empty if it bears no date." + asKnown},
		{"url", "Address", "string", false, "", nil, "Address of the article, if it is known."},
		{"language", "Language", "string", false, "", nil, "Language of the article, a BCP 47 tag, if it was given."},
		{"base", "Base", "boolean", true, "", nil, "Whether the other wordings are compared with this one."},
		{"form", "Form", "string", true, "", []string{"direct", "partial", "paraphrase", "headline", "translation", "caption"}, "How the article gives the claim’s words."},
		{"introduced", "Introduced with", "string", false, "", nil, "The verb of saying that brings the wording in, as the article has it, where one was recognized."},
		{"quote", "Quote", "string", true, "", nil, "The wording as the editor wrote it, with … where words are left out."},
		{"text", "Text", "string", true, "", nil, "The wording as the article prints it, character for character; “ … ” between the parts of a quote with words left out."},
		{"match", "Match", "string", true, "", []string{"exact", "normalized", "elided"}, "How quote and text compare: the same, the same but for typography, or in parts."},
		{"passages", "Passages", "string", true, `^(title|published_as|body):\d+-\d+( (title|published_as|body):\d+-\d+)*$`, nil, "Where the wording stands: part of the article, start and end in code points of that part in articles.json, for each part of the quote."},
		{"doubts", "Doubts", "string", false, "", nil, "What makes the quote misleading though it stands in the article, separated by blanks."},
	},
}

var findingsTable = table{
	name: "findings", title: "Findings and their evidence",
	description: "One row for each passage that is evidence of a finding. What belongs to the finding is repeated in each of its rows; keep the rows whose evidence is 1 to count findings.",
	key:         []string{"story", "id", "evidence"},
	columns: []column{
		{"story", "Story", "string", true, anID, nil, "Id of the story that the finding belongs to."},
		{"claim", "Claim id", "string", false, anID, nil, "Id of the claim that the finding belongs to. Empty if it belongs to the story."},
		{"id", "Finding id", "string", true, "", nil, "Id of the finding, unique within its story."},
		{"kind", "Kind", "string", true, "", nil, "What does not fit, such as wording, date, figure or attribution."},
		{"severity", "Severity", "string", true, "", []string{"major", "minor"}, "Major: the meaning, the person, the figure or the day differs."},
		{"status", "Status", "string", true, "", []string{"proposed", "confirmed", "dismissed"}, "What an editor made of it. Proposed: found by the program and not yet judged."},
		{"by", "Found by", "string", true, "", []string{"editor", "program"}, "Who found it."},
		{"summary", "Summary", "string", true, "", nil, "What does not fit, in a sentence without markup."},
		{"why", "Why", "string", false, "", nil, "Why that may matter."},
		{"certainty", "Certainty", "string", false, "", nil, "Of findings that count days or figures: hard where it cannot all be true, soft where it is rare but possible."},
		{"arithmetic", "Arithmetic", "string", false, "", nil, "The reckoning in a sentence."},
		{"reason", "Reason", "string", false, "", nil, "The editor’s reason for confirming or dismissing it."},
		{"page", "Page", "string", true, aPage, nil, "Address of the finding, from the site’s root."},
		{"evidence", "Evidence", "integer", true, "", nil, "Number of the passage within its finding, from 1."},
		{"article", "Article id", "string", true, anID, nil, "Id of the article, unique within its story."},
		{"outlet", "Outlet", "string", false, "", nil, "Who published the article. Empty if the document does not say."},
		{"quote", "Quote", "string", true, "", nil, "The passage as the article prints it, character for character."},
		{"part", "Part", "string", true, "", []string{"title", "published_as", "body"}, "The part of the article in which it stands."},
		{"start", "Start", "integer", true, "", nil, "Where it begins, in code points of that part in articles.json."},
		{"end", "End", "integer", true, "", nil, "Where it ends; the end is not part of it."},
		{"note", "Note", "string", false, "", nil, "What to look at."},
	},
}

// byteOrderMark tells Excel that a file is UTF-8, which it would not guess.
const byteOrderMark = "\uFEFF"

// A csvWriter writes rows, and the same rows fit for spreadsheets.
//
// encoding/csv is for reading: as a writer it turns every line break inside a
// cell into another one where lines end in CR LF, as RFC 4180 has them, and
// then the wording would not be the article's.
type csvWriter struct {
	plain, safe bytes.Buffer
	cells       int // of the row so far
}

func (w *csvWriter) cell(text string) {
	if w.cells++; w.cells > 1 {
		w.plain.WriteByte(',')
		w.safe.WriteByte(',')
	}
	start := w.plain.Len()
	writeCell(&w.plain, text)
	if formula(text) {
		writeCell(&w.safe, "'"+text)
	} else {
		w.safe.Write(w.plain.Bytes()[start:])
	}
}

func (w *csvWriter) number(n int) { w.cell(strconv.Itoa(n)) }

func (w *csvWriter) end() {
	w.plain.WriteString("\r\n")
	w.safe.WriteString("\r\n")
	w.cells = 0
}

func writeCell(b *bytes.Buffer, text string) {
	if !strings.ContainsAny(text, "\",\r\n") && strings.TrimSpace(text) == text {
		b.WriteString(text)
		return
	}
	b.WriteByte('"')
	for {
		i := strings.IndexByte(text, '"')
		if i < 0 {
			break
		}
		b.WriteString(text[:i+1])
		b.WriteByte('"')
		text = text[i+1:]
	}
	b.WriteString(text)
	b.WriteByte('"')
}

// formula reports whether a spreadsheet could take a cell for something to
// compute, or a reader of CSV with rules of its own could: OWASP's list (CSV
// Injection: = + - @, tab, carriage return, line feed, and the wide forms that
// are made narrow on the way in), also behind white space, marks that cannot be
// seen and quotation marks, which programs are known to strip. A cell that is
// made safe is still such a cell, with one apostrophe more: so taking the first
// character away from each such cell gives the exact text back.
func formula(text string) bool {
	for _, r := range text {
		switch r {
		case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '−', '﹢', '﹣', '﹦', '﹫':
			return true
		case '\'', '"', '`', '‘', '’', '“', '”', '„', '‚', '«', '»', ',', ';', '|', 0:
			continue
		}
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r) {
			continue
		}
		return false
	}
	return false
}

// claimRows returns a story's rows of claims.csv and of its double.
func claimRows(room *factcheck.Newsroom, d *factcheck.Dossier, places *places) (plain, safe []byte) {
	var w csvWriter
	for i := range d.Cases {
		c := &d.Cases[i]
		conclusion, _ := markdown.FirstParagraph(c.Claim.Summary)
		conclusion = markdown.InlineWords(conclusion)
		verdict, _ := room.Verdict(c.Claim.Verdict)
		standing := 0
		for j := range c.Findings {
			if c.Findings[j].Status != factcheck.Dismissed {
				standing++
			}
		}
		for j := range c.Witnesses {
			witness := &c.Witnesses[j]
			a := d.Story.Article(witness.Wording.Article)
			if a == nil {
				a = &factcheck.Article{ID: witness.Wording.Article}
			}
			introduced := ""
			if j < len(c.Introduced) {
				introduced = c.Introduced[j].Word
			}
			var passages, doubts []string
			for _, p := range witness.Passages {
				at := places.of(p)
				passages = append(passages, at.Part+":"+strconv.Itoa(at.Start)+"-"+strconv.Itoa(at.End))
			}
			for _, doubt := range witness.Doubts {
				doubts = append(doubts, string(doubt))
			}
			w.cell(d.Story.ID)
			w.cell(c.Claim.ID)
			w.cell(c.Claim.Text)
			w.cell(c.Claim.Claimant)
			w.cell(c.Claim.SaidOn.ISO)
			w.cell(c.Claim.Occasion)
			w.cell(strings.Join(c.Claim.Topics, "; "))
			w.cell(c.Claim.Verdict)
			w.cell(verdict.Label)
			w.cell(conclusion)
			w.cell(c.Claim.Review.Published.ISO)
			w.cell(c.Claim.Review.Updated.ISO)
			w.cell(claimPage(d.Story.ID, c.Claim.ID))
			w.number(standing)
			w.number(j + 1)
			w.cell(a.ID)
			w.cell(outletName(room, a))
			w.cell(a.Title)
			w.cell(a.Published.ISO)
			w.cell(a.URL)
			w.cell(a.Language)
			w.cell(strconv.FormatBool(j == c.Base))
			w.cell(string(witness.Form))
			w.cell(introduced)
			w.cell(witness.Wording.Quote)
			w.cell(witness.Text)
			w.cell(string(witness.Match))
			w.cell(strings.Join(passages, " "))
			w.cell(strings.Join(doubts, " "))
			w.end()
		}
	}
	return w.plain.Bytes(), w.safe.Bytes()
}

// findingRows returns a story's rows of findings.csv and of its double, in the
// order of findings.json.
func findingRows(room *factcheck.Newsroom, d *factcheck.Dossier, places *places) (plain, safe []byte) {
	var w csvWriter
	eachFinding(d, func(found *factcheck.Finding) {
		f := places.finding(found)
		page := findingPage(d.Story.ID, found) + "#" + found.ID
		for i, e := range f.Evidence {
			outlet := ""
			if a := d.Story.Article(e.Article); a != nil {
				outlet = outletName(room, a)
			}
			w.cell(d.Story.ID)
			w.cell(found.Claim)
			w.cell(f.ID)
			w.cell(f.Kind)
			w.cell(f.Severity)
			w.cell(f.Status)
			w.cell(f.By)
			w.cell(f.Summary)
			w.cell(f.Why)
			w.cell(f.Certainty)
			w.cell(f.Arithmetic)
			w.cell(f.Reason)
			w.cell(page)
			w.number(i + 1)
			w.cell(e.Article)
			w.cell(outlet)
			w.cell(e.Quote)
			w.cell(e.Part)
			w.number(e.Start)
			w.number(e.End)
			w.cell(e.Note)
			w.end()
		}
	})
	return w.plain.Bytes(), w.safe.Bytes()
}

// eachFinding calls do for the story's own findings, then for those of its claims.
func eachFinding(d *factcheck.Dossier, do func(*factcheck.Finding)) {
	for i := range d.Findings {
		do(&d.Findings[i])
	}
	for i := range d.Cases {
		for j := range d.Cases[i].Findings {
			do(&d.Cases[i].Findings[j])
		}
	}
}

func claimPage(story, claim string) string     { return story + "/claims/" + claim + ".html" }
func articlePage(story, article string) string { return story + "/articles/" + article + ".html" }

// findingPage is the page on which a finding stands, under its id.
func findingPage(story string, f *factcheck.Finding) string {
	if f.Claim != "" {
		return claimPage(story, f.Claim)
	}
	return story + "/index.html"
}

func outletName(room *factcheck.Newsroom, a *factcheck.Article) string {
	o, _ := room.Outlet(a.Outlet)
	return o.Name
}
