package render

import (
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/export"
	"crosscheck/generator/factcheck"
)

// articlePage prepares <story>/articles/<article>.html.
func (s *spread) articlePage(i int) *ArticlePage {
	const up, root = "../", "../../"
	src := s.articles[s.d.Story.Articles[i].ID]
	a := src.Article
	p := &ArticlePage{
		Page:     s.r.page(s.articlePath(a), "home", a.Name(), "The document, word for word, with the passages that claims quote."),
		Story:    Link{up + "index.html", s.d.Story.Title},
		Siglum:   a.Siglum,
		Source:   src.name,
		Named:    src.named,
		Label:    a.Label,
		LangAttr: src.lang,
		Facts:    s.facts(src, root),
		Note:     prose(a.Note, root, 3, "note-"),
		Verbatim: a.File == nil || !strings.HasSuffix(a.File.Path, ".md"),
		Dates:    len(src.dates),
	}
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
	if i > 0 {
		p.Previous = Link{articles[i-1].ID + ".html", articles[i-1].Name()}
	}
	if i+1 < len(articles) {
		p.Next = Link{articles[i+1].ID + ".html", articles[i+1].Name()}
	}
	return p
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

// marks collects what is set off in an article, by part: the passages of
// claims with links back to them, the evidence of findings, date expressions.
func (s *spread) marks(src *document) map[factcheck.Part][]mark {
	const up = "../"
	marks := map[factcheck.Part][]mark{}
	number := map[int]string{}
	for n, index := range src.order() {
		number[index] = strconv.Itoa(n + 1)
	}
	var b strings.Builder
	noted := map[int]string{} // the place at which a claim's note stands: its first
	for _, p := range src.sorted {
		if _, ok := noted[p.caseIndex]; !ok {
			noted[p.caseIndex] = p.id
		}
	}
	for _, p := range src.claims {
		c := &s.cases[p.caseIndex]
		w := &c.Witnesses[p.witness]
		for k, passage := range w.Passages {
			b.Reset()
			b.WriteString(`<a class="ref" href="`)
			escape(&b, up+"claims/"+c.Claim.ID+".html#w-"+w.Siglum)
			b.WriteString(`"><sup>`)
			b.WriteString(number[p.caseIndex])
			b.WriteString(`</sup>`)
			if k == 0 && noted[p.caseIndex] == p.id {
				b.WriteString(`<span class="note"><b>Claim `)
				b.WriteString(number[p.caseIndex])
				b.WriteString(`</b> `)
				escape(&b, c.Claim.Text)
			} else {
				b.WriteString(`<span class="sr">Claim `)
				b.WriteString(number[p.caseIndex])
				b.WriteString(`, again`)
			}
			b.WriteString(`</span></a>`)
			m := mark{start: passage.Start, end: passage.End, tag: "mark", attrs: ` class="c"`, after: b.String()}
			if k == 0 {
				m.id = p.id
			}
			marks[passage.Part] = append(marks[passage.Part], m)
		}
	}
	standing := src.findings()
	for _, e := range src.evidence {
		f := e.finding
		passage := f.Evidence[e.evidence].Passage
		if f.Status == factcheck.Dismissed {
			// Its page still leads here.
			marks[passage.Part] = append(marks[passage.Part], mark{start: passage.Start, end: passage.End, tag: "span", id: e.id})
			continue
		}
		b.Reset()
		b.WriteString(`<a class="ref f" href="`)
		escape(&b, findingHref(f, up))
		b.WriteString(`"><sup>`)
		b.WriteString(letter(slices.Index(standing, f)))
		b.WriteString(`</sup><span class="sr">Finding: `)
		escape(&b, findingKind(f.Kind))
		b.WriteString(`</span></a>`)
		marks[passage.Part] = append(marks[passage.Part], mark{start: passage.Start, end: passage.End, tag: "mark", attrs: ` class="f"`, id: e.id, after: b.String()})
	}
	for _, d := range src.dates {
		e := d.statement.Expression
		p := d.statement.Passage
		b.Reset()
		m := mark{start: p.Start, end: p.End, tag: "time", id: d.id}
		if iso := validDateTime(e); iso != "" {
			b.WriteString(` datetime="` + iso + `"`)
		} else {
			m.tag = "span"
		}
		b.WriteString(` class="date" title="Understood as `)
		escape(&b, understood(e))
		b.WriteString(`"`)
		m.attrs = b.String()
		marks[p.Part] = append(marks[p.Part], m)
	}
	marks[factcheck.Body] = append(marks[factcheck.Body], s.shareMarks(src, up)...)
	return marks
}

// facts lists what is known of an article. What is not known is said to be so.
func (s *spread) facts(src *document, root string) []Fact {
	a := src.Article
	fact := func(name, text, unknown string) Fact {
		if text == "" {
			return Fact{Name: name, Text: unknown}
		}
		return Fact{Name: name, Text: text, Known: true}
	}
	outlet := Fact{Name: "Outlet", Text: "not known"}
	if src.named {
		outlet = Fact{Name: "Outlet", Text: src.name, Known: true, Href: root + src.outlet}
	}
	date := fact("Date", spell(a.Published), "not recorded")
	facts := []Fact{
		outlet,
		fact("Author", a.Author, "not recorded"),
		fact("Date line as printed", a.PublishedAs, "not recorded"),
		date,
		fact("Place line", a.Dateline, "not recorded"),
		fact("Language", languageName(a.Language), "not recorded"),
	}
	if a.TranslatedFrom != "" {
		facts = append(facts, fact("Translated from", languageName(a.TranslatedFrom), ""))
	}
	address := fact("Address", a.URL, "not known")
	if webAddress(a.URL) {
		address.Href = a.URL
	}
	facts = append(facts, address)
	if a.ArchiveURL != "" {
		archived := fact("Archived copy", a.ArchiveURL, "")
		if webAddress(a.ArchiveURL) {
			archived.Href = a.ArchiveURL
		}
		facts = append(facts, archived)
	}
	if a.Updated.Known() {
		facts = append(facts, fact("Updated", spell(a.Updated), ""))
	}
	if a.Retrieved.Known() {
		facts = append(facts, fact("Retrieved", spell(a.Retrieved), ""))
	}
	return facts
}

func webAddress(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}

// readingOrder sorts wordings by the place of their passage.
func (s *spread) readingOrder(placed []placedWitness) []placedWitness {
	sorted := slices.Clone(placed)
	first := func(p placedWitness) factcheck.Passage { return s.cases[p.caseIndex].Witnesses[p.witness].Passages[0] }
	slices.SortStableFunc(sorted, func(a, b placedWitness) int {
		x, y := first(a), first(b)
		if x.Part != y.Part {
			return partOrder(x.Part) - partOrder(y.Part)
		}
		return x.Start - y.Start
	})
	return sorted
}

func partOrder(p factcheck.Part) int {
	switch p {
	case factcheck.Title:
		return 0
	case factcheck.PublishedAs:
		return 1
	}
	return 2
}
