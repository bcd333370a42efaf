package render

import (
	"cmp"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/export"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
	bidi "crosscheck/generator/words"
)

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

// articlePage prepares <story>/articles/<article>.html.
func (s *spread) articlePage(i int) *ArticlePage {
	const up, root = "../", "../../"
	src := s.articles[s.d.Story.Articles[i].ID]
	a := src.Article
	words := 0
	if i < len(s.d.Shared.Articles) {
		words = s.d.Shared.Articles[i].Words
	}
	p := &ArticlePage{
		Page:     s.r.page(s.articlePath(a), "home", a.Name(), "The document, word for word, with the passages that claims quote."),
		Story:    Link{up + "index.html", s.d.Story.Title},
		Siglum:   a.Siglum,
		Source:   src.name,
		Named:    src.named,
		Label:    a.Label,
		LangAttr: src.lang,
		Facts:    s.facts(src, words, root),
		Note:     prose(a.Note, root, 3, "note-"),
		Verbatim: a.File == nil || !strings.HasSuffix(a.File.Path, ".md"),
		Dates:    len(src.dates),
		Original: original(a),
	}
	p.Scripts = append(p.Scripts, "article.js")
	if p.Label != "" {
		p.LabelNote = "The document prints no headline; these words are ours."
	} else {
		p.Label, p.LabelNote = a.ID, noHeadline+"; this is the name of the document’s file."
	}
	if src.outlet != "" {
		p.SourceHref = root + src.outlet
	}
	p.Crumbs = s.crumbs(root, up)
	p.Edit = editLink(&s.r.room.Site, a.File, "Edit this document")
	p.link(export.NewsArticle(s.r.room, s.d, a))
	p.Citation = p.cites("Cite this document", export.CiteArticle(s.r.room, s.d.Story.ID, a))

	marks := s.marks(src)
	if a.Title != "" {
		p.Headline = markedLine(a.Title, marks[factcheck.Title])
	}
	if a.PublishedAs != "" {
		p.DateLine = markedLine(a.PublishedAs, marks[factcheck.PublishedAs])
	}
	p.Body = markedText(a.Body, marks[factcheck.Body], 2)

	for n, index := range src.order() {
		c := &s.cases[index]
		m := MarkedClaim{Number: n + 1, Claim: Link{up + "claims/" + c.Claim.ID + ".html", c.Claim.Text}, Place: "#claim-" + c.Claim.ID}
		if v, ok := s.r.verdicts[c.Claim.Verdict]; ok {
			m.Verdict = v.Label
		}
		var passages []factcheck.Passage
		for j := range c.Witnesses {
			if w := &c.Witnesses[j]; w.Wording.Article == a.ID {
				passages = append(passages, w.Passages...)
			}
		}
		m.Original, m.Archived = src.original(passages...), src.archived()
		p.Claims = append(p.Claims, m)
	}
	for _, f := range src.findings() {
		p.Findings = append(p.Findings, s.findingLink(f, up))
	}
	p.Shares = s.articleShares(src, up)
	articles := s.d.Story.Articles
	if i < len(s.d.Shared.Articles) && len(p.Shares) > 0 {
		n := s.d.Shared.Articles[i]
		p.Share = percent(n.Shared, n.Words)
	}
	p.Layers = layers(p, len(src.shares))
	if i > 0 {
		p.Previous = Link{articles[i-1].ID + ".html", articles[i-1].Name()}
	}
	if i+1 < len(articles) {
		p.Next = Link{articles[i+1].ID + ".html", articles[i+1].Name()}
	}
	return p
}

// layers lists what is marked in an article. Findings and shared text, whose
// marks stand close in an article that many documents quote, are shown when asked
// for; findings also where no claim quotes the article.
func layers(p *ArticlePage, shares int) []Layer {
	all := []Layer{
		{ID: "c", Name: "Quoted in claims", Count: len(p.Claims), On: true},
		{ID: "f", Name: "Evidence of findings", Count: len(p.Findings), On: len(p.Claims) == 0},
		{ID: "d", Name: "Dates", Count: p.Dates, On: true},
		{ID: "s", Name: "Shared with others", Count: shares},
	}
	return slices.DeleteFunc(all, func(l Layer) bool { return l.Count == 0 })
}

// original leads to where an article was published, and to its archived copy.
func original(a *factcheck.Article) []Link {
	var links []Link
	if host := hostOf(a.URL); host != "" {
		links = append(links, Link{a.URL, "The original at " + host})
	}
	if host := hostOf(a.ArchiveURL); host != "" {
		links = append(links, Link{a.ArchiveURL, "The archived copy at " + host})
	}
	return links
}

// hostOf names the host of a web address, "" if it is none.
func hostOf(address string) string {
	if !site.OnWeb(address) {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// wordsPerMinute is how fast grown-up readers read non-fiction in English in
// silence, on average over 190 studies (Brysbaert 2019).
const wordsPerMinute = 238

// readingTime says how long a text is.
func readingTime(words int) string {
	if words == 0 {
		return ""
	}
	return count(words, "word", "words") + ", " + toRead(words)
}

// toRead says how long so many words take to read.
func toRead(words int) string {
	return "about " + count(max(1, (words+wordsPerMinute/2)/wordsPerMinute), "minute", "minutes") + " to read"
}

// order lists the cases that quote the article in the order in which a reader
// meets their passages: headline, date line, body.
func (s *document) order() []int {
	var cases []int
	for _, p := range s.sorted {
		if !slices.Contains(cases, p.caseIndex) {
			cases = append(cases, p.caseIndex)
		}
	}
	return cases
}

// findings lists the findings that stand and quote the article.
func (s *document) findings() []*factcheck.Finding {
	var found []*factcheck.Finding
	for _, e := range s.evidence {
		if e.finding.Status != factcheck.Dismissed && !slices.Contains(found, e.finding) {
			found = append(found, e.finding)
		}
	}
	return found
}

// letter counts as lists do: a to z, aa, ab …
func letter(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return letter(n/26-1) + letter(n%26)
}

// marks collects what is set off in an article, by part, in four layers: the
// passages of claims with links back to them (class c), the evidence of findings
// (f), date expressions (d) and text shared with others (s). A reader switches
// each on and off; see the style sheet's section on articles.
func (s *spread) marks(src *document) map[factcheck.Part][]mark {
	const up = "../"
	marks := map[factcheck.Part][]mark{}
	s.claimMarks(marks, src, up)
	s.findingMarks(marks, src, up)
	src.dateMarks(marks, up)
	marks[factcheck.Body] = append(marks[factcheck.Body], s.shareMarks(src, up)...)
	return marks
}

// inOurs is the attributes of what we say in an article's text: in the site's
// language and from left to right.
func (s *spread) inOurs(src *document) string {
	if src.lang == "" {
		return ""
	}
	return ` lang="` + escaped(s.language) + `" dir="ltr"`
}

func (s *spread) claimMarks(marks map[factcheck.Part][]mark, src *document, up string) {
	number := map[int]string{}
	for n, index := range src.order() {
		number[index] = strconv.Itoa(n + 1)
	}
	noted := map[int]string{} // the place at which a claim's note stands: its first
	for _, p := range src.sorted {
		if _, ok := noted[p.caseIndex]; !ok {
			noted[p.caseIndex] = p.id
		}
	}
	ours := s.inOurs(src)
	var b strings.Builder
	for _, p := range src.claims {
		c := &s.cases[p.caseIndex]
		w := &c.Witnesses[p.witness]
		grade := notRated
		if v, ok := s.r.verdicts[c.Claim.Verdict]; ok {
			grade = v.Label
		}
		for k, passage := range w.Passages {
			b.Reset()
			b.WriteString(`<a class="ref c" data-of="` + p.id + `" href="`)
			escape(&b, up+"claims/"+c.Claim.ID+".html#w-"+w.Siglum)
			b.WriteString(`" data-preview="`)
			escape(&b, bidi.Isolate(c.Claim.Text)+" – "+grade)
			b.WriteString(`"` + ours + `><sup>`)
			b.WriteString(number[p.caseIndex])
			b.WriteString(`</sup>`)
			if k == 0 && noted[p.caseIndex] == p.id {
				b.WriteString(`<span class="note"><b>Claim `)
				b.WriteString(number[p.caseIndex])
				b.WriteString(`</b> <bdi>`)
				escape(&b, c.Claim.Text)
				b.WriteString(`</bdi> · <i>`)
				escape(&b, grade)
				b.WriteString(`</i>`)
			} else {
				b.WriteString(`<span class="sr">Claim `)
				b.WriteString(number[p.caseIndex])
				b.WriteString(`, again`)
			}
			b.WriteString(`</span></a>`)
			m := mark{start: passage.Start, end: passage.End, tag: "mark", attrs: ` class="c"`, after: b.String()}
			if k == 0 {
				m.id = p.id
			} else {
				m.attrs += ` data-of="` + p.id + `"`
			}
			marks[passage.Part] = append(marks[passage.Part], m)
		}
	}
}

func (s *spread) findingMarks(marks map[factcheck.Part][]mark, src *document, up string) {
	standing, ours := src.findings(), s.inOurs(src)
	var b strings.Builder
	for _, e := range src.evidence {
		f := e.finding
		passage := f.Evidence[e.evidence].Passage
		if f.Status == factcheck.Dismissed {
			// Its page still leads here.
			marks[passage.Part] = append(marks[passage.Part], mark{start: passage.Start, end: passage.End, tag: "span", id: e.id})
			continue
		}
		b.Reset()
		b.WriteString(`<a class="ref f" data-of="` + e.id + `" href="`)
		escape(&b, findingHref(f, up))
		b.WriteString(`" data-preview="`)
		escape(&b, findingKind(f.Kind)+": "+plain(f.Summary))
		b.WriteString(`"` + ours + `><sup>`)
		b.WriteString(letter(slices.Index(standing, f)))
		b.WriteString(`</sup><span class="sr">Finding: `)
		escape(&b, findingKind(f.Kind))
		b.WriteString(`</span></a>`)
		marks[passage.Part] = append(marks[passage.Part], mark{start: passage.Start, end: passage.End, tag: "mark", attrs: ` class="f"`, id: e.id, after: b.String()})
	}
}

func (s *document) dateMarks(marks map[factcheck.Part][]mark, up string) {
	var b strings.Builder
	for i := range s.dates {
		d := &s.dates[i]
		e := d.statement.Expression
		p := d.statement.Passage
		b.Reset()
		m := mark{start: p.Start, end: p.End, tag: "time", id: d.id}
		if iso := validDateTime(e); iso != "" {
			b.WriteString(` datetime="` + iso + `"`)
		} else {
			m.tag = "span" // a time element without datetime must itself be a date in HTML's form
		}
		b.WriteString(` class="date" title="`)
		escape(&b, meaning(e))
		b.WriteString(`"`)
		m.attrs = b.String()
		b.Reset()
		b.WriteString(` class="when" href="`)
		escape(&b, up+"chronology.html#"+s.entry(d))
		b.WriteString(`"`)
		marks[p.Part] = append(marks[p.Part], mark{start: p.Start, end: p.End, tag: "a", link: true, attrs: b.String()}, m)
	}
}

// meaning says in a sentence what a date expression was understood to mean, and
// by what.
func meaning(e timex.Expression) string {
	m := "Understood as " + understood(e)
	if e.Earliest.IsZero() {
		m = "Which day is meant, is not known"
		if u := unresolved(e.Value); u != "not known" {
			m = sentence(u)
		}
	}
	if e.Reason != "" {
		m += "; " + reasonLabel(e.Reason)
	}
	return m
}

// entry is the element id, on the chronology page, of what is said there of a
// date expression. The date line is the document's own date.
func (s *document) entry(d *placedDate) string {
	if d.statement.Passage.Part == factcheck.PublishedAs {
		return "dated-" + s.ID
	}
	return "when-" + s.ID + strings.TrimPrefix(d.id, "date")
}

// facts lists what is known of an article. What is not known is said to be so,
// of who published it and when in a line of its own, of the rest in one.
func (s *spread) facts(src *document, words int, root string) []Fact {
	a := src.Article
	fact := func(name, text, unknown string) Fact {
		if text == "" {
			return Fact{Name: name, Text: unknown}
		}
		return Fact{Name: name, Text: text, Known: true}
	}
	address := func(name, url, unknown string) Fact {
		f := fact(name, url, unknown)
		if site.OnWeb(url) {
			f.Href = url
		}
		return f
	}
	outlet := Fact{Name: "Outlet", Text: "not known"}
	if src.named {
		outlet = Fact{Name: "Outlet", Text: src.name, Known: true, Href: root + src.outlet}
	}
	printed := fact("Date line as printed", a.PublishedAs, "not recorded")
	if printed.Known {
		printed.LangAttr = src.lang
	}
	date := fact("Published", spell(a.Published), "not recorded")
	if date.ISO = a.Published.ISO; !date.Known && src.age != nil {
		date.Text += "; " + inferred(src.age)
	}
	updated := fact("Updated", spell(a.Updated), "not recorded")
	updated.ISO = a.Updated.ISO
	retrieved := fact("Retrieved", spell(a.Retrieved), "not recorded")
	retrieved.ISO = a.Retrieved.ISO
	facts := []Fact{
		outlet,
		fact("Author", a.Author, "not recorded"),
		printed,
		date,
		updated,
		fact("Place line", a.Dateline, "not recorded"),
		fact("Language", languageName(a.Language), "not recorded"),
	}
	if a.TranslatedFrom != "" {
		facts = append(facts, fact("Translated from", languageName(a.TranslatedFrom), ""))
	}
	if length := readingTime(words); length != "" {
		facts = append(facts, fact("Length", length, ""))
	}
	facts = append(facts,
		address("Address", a.URL, "not recorded"),
		address("Archived copy", a.ArchiveURL, "not recorded"),
		retrieved)
	var missing []string
	facts = slices.DeleteFunc(facts, func(f Fact) bool {
		if f.Known || f.Name == "Outlet" || f.Name == "Published" {
			return false
		}
		missing = append(missing, strings.ToLower(f.Name))
		return true
	})
	if len(missing) > 0 {
		facts = append(facts, Fact{Name: "Not recorded", Text: listed(missing)})
	}
	return facts
}

// readingOrder sorts wordings by where their first passage ends, which is where
// a reader meets the number of the claim and its note in the margin.
func (s *spread) readingOrder(placed []placedWitness) []placedWitness {
	sorted := slices.Clone(placed)
	first := func(p placedWitness) factcheck.Passage { return s.cases[p.caseIndex].Witnesses[p.witness].Passages[0] }
	slices.SortStableFunc(sorted, func(a, b placedWitness) int {
		x, y := first(a), first(b)
		return cmp.Or(x.Part.Order()-y.Part.Order(), x.End-y.End, x.Start-y.Start)
	})
	return sorted
}
