package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"crosscheck/generator/engine/reuse"
	"crosscheck/generator/factcheck"
)

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

// maxShares is how many documents the picture and the table of shares hold, those
// that share most; the list of passages has them all.
const maxShares = 12

// longPassage is from how many words on a passage is folded to its ends.
const longPassage = 80

// maxReadings is how many readings of a passage stand open; the others are
// folded.
const maxReadings = 6

// placedShare is a shared passage with the element id of its place in an article.
type placedShare struct {
	passage, place int
	id             string
}

// placeShares gives every shared passage its place in the articles.
func (s *spread) placeShares() {
	for i := range s.d.Shared.Passages {
		for j, c := range s.d.Shared.Passages[i].Places {
			if src := s.articles[c.Article]; src != nil {
				src.shares = append(src.shares, placedShare{i, j, "shared-" + strconv.Itoa(i+1)})
			}
		}
	}
	start := func(p placedShare) int { return s.d.Shared.Passages[p.passage].Places[p.place].Start }
	for _, src := range s.articles {
		slices.SortStableFunc(src.shares, func(a, b placedShare) int { return start(a) - start(b) })
	}
}

// others names the documents that have a passage, but for one: B, D and E. Of
// many it names the first.
func (s *spread) others(p *factcheck.SharedPassage, but string) string {
	const most = 8
	var sigla []string
	left := 0
	for i := range p.Places {
		if src := s.articles[p.Places[i].Article]; src != nil && src.ID != but {
			if len(sigla) < most {
				sigla = append(sigla, src.Siglum)
			} else {
				left++
			}
		}
	}
	if left > 0 {
		sigla = append(sigla, count(left, "other", "others"))
	}
	return listed(sigla)
}

// shareLabel says of what kind a shared passage is.
func shareLabel(p *factcheck.SharedPassage) string {
	label := "nearly word for word"
	if p.Exact {
		label = "word for word"
	}
	if p.Quoted {
		label += ", mostly inside quotation marks"
	}
	return label
}

// percent never says all or nothing of what is only nearly so.
func percent(n, of int) string {
	switch {
	case n <= 0 || of <= 0:
		return "0%"
	case n >= of:
		return "100%"
	}
	return strconv.Itoa(min(99, max(1, (200*n+of)/(2*of)))) + "%"
}

// sourcesPage prepares <story>/sources.html.
func (s *spread) sourcesPage() *SourcesPage {
	const root = "../"
	d := s.d
	p := &SourcesPage{
		Page:  s.r.page(d.Story.ID+"/sources.html", "home", "Sources: "+d.Story.Title, "Which documents of the story share text, where, and how much of it."),
		Story: Link{"index.html", d.Story.Title},
		Found: s.shareFound(),
	}
	p.Crumbs = append(s.crumbs(root, ""), p.Story)
	for i := range d.Story.Articles {
		a := &d.Story.Articles[i]
		src := s.articles[a.ID]
		row := ShareRow{
			Siglum: src.Siglum, Article: Link{"articles/" + src.ID + ".html", src.Name()}, LangAttr: src.lang,
			Headline: headlineNote(src.Title != "", src.Label != ""),
			Outlet:   Link{Text: src.name}, Date: src.dated(), Dated: a.Published.Known(),
		}
		if src.Title == "" {
			row.LangAttr = ""
		}
		if src.outlet != "" {
			row.Outlet.Href = root + src.outlet
		}
		if i < len(d.Shared.Articles) {
			n := d.Shared.Articles[i]
			row.Words = n.Words
			if row.Share = "none"; n.Shared > 0 {
				row.Share = percent(n.Shared, n.Words)
			}
		}
		p.Sources = append(p.Sources, row)
	}
	if len(d.Shared.Passages) == 0 {
		return p
	}
	chosen := s.mostShared()
	shares := s.sharesOf(chosen)
	p.Picture = s.sharePicture(chosen, shares)
	p.Matrix = s.shareTable(chosen, shares)
	if len(chosen) < len(d.Story.Articles) {
		p.Note = "The picture and the table have the " + cardinal(len(chosen)) + " documents that share most; the list below has all passages."
		if all := s.sharing(); all <= len(chosen) {
			p.Note = "Documents that share nothing are left out of the picture and the table."
		}
	}
	var b strings.Builder
	for i := range d.Shared.Passages {
		s.sharedPassage(&b, i)
		p.Apart = p.Apart || !d.Shared.Passages[i].Exact
	}
	p.Passages = template.HTML(b.String())
	return p
}

// sharing counts the documents that share anything.
func (s *spread) sharing() int {
	n := 0
	for _, a := range s.d.Shared.Articles {
		if a.Shared > 0 {
			n++
		}
	}
	return n
}

// shareFound says in a sentence what was found.
func (s *spread) shareFound() string {
	all := len(s.d.Story.Articles)
	n, passages := s.sharing(), len(s.d.Shared.Passages)
	switch {
	case all < 2:
		return "The story has " + count(all, "document", "documents") + ", so there is nothing to compare."
	case passages == 0:
		return "No passage stands, word for word or nearly, in two of the " + strconv.Itoa(all) + " documents."
	case n == all:
		return "Each of the " + strconv.Itoa(all) + " documents shares text with another, in " + count(passages, "passage", "passages") + " all told."
	}
	return strconv.Itoa(n) + " of the " + strconv.Itoa(all) + " documents share text with another, in " + count(passages, "passage", "passages") + " all told."
}

// mostShared chooses the documents for picture and table: indices of articles,
// in their order.
func (s *spread) mostShared() []int {
	var chosen []int
	for i, a := range s.d.Shared.Articles {
		if a.Shared > 0 && i < len(s.d.Story.Articles) {
			chosen = append(chosen, i)
		}
	}
	if len(chosen) > maxShares {
		slices.SortStableFunc(chosen, func(a, b int) int { return s.d.Shared.Articles[b].Shared - s.d.Shared.Articles[a].Shared })
		chosen = chosen[:maxShares]
		slices.Sort(chosen)
	}
	return chosen
}

// A share is what a document shares with another.
type share struct{ words, passages int }

// sharesOf works out what each two of the chosen documents share: by row, then
// column, the words being those of the row.
func (s *spread) sharesOf(chosen []int) [][]share {
	row := map[string]int{}
	shares := make([][]share, len(chosen))
	for i, c := range chosen {
		row[s.d.Story.Articles[c].ID] = i
		shares[i] = make([]share, len(chosen))
	}
	for _, p := range s.d.Shared.Passages {
		for i := range p.Places {
			a, ok := row[p.Places[i].Article]
			for j := range p.Places {
				if b, has := row[p.Places[j].Article]; ok && has && i != j {
					if n := inCommon(&p.Places[i], &p.Places[j]); n > 0 {
						shares[a][b].words += n
						shares[a][b].passages++
					}
				}
			}
		}
	}
	return shares
}

// inCommon returns how many words of place a lie in what b has of the passage
// too: all of them, unless one of the two breaks off.
func inCommon(a, b *factcheck.SharedPlace) int {
	both, of := min(a.To, b.To)-max(a.From, b.From), a.To-a.From
	switch {
	case both <= 0:
		return 0
	case both >= of:
		return a.Words
	}
	return max(1, (2*a.Words*both+of)/(2*of))
}

// shareTable writes who shares how much with whom.
func (s *spread) shareTable(chosen []int, shares [][]share) template.HTML {
	var b strings.Builder
	b.WriteString(`<table class="shares"><thead><tr><th scope="col">Document</th>`)
	for _, c := range chosen {
		src := s.articles[s.d.Story.Articles[c].ID]
		b.WriteString(`<th scope="col">with <abbr title="`)
		escape(&b, src.called)
		b.WriteString(`"><span class="siglum">`)
		escape(&b, src.Siglum)
		b.WriteString(`</span></abbr></th>`)
	}
	b.WriteString("</tr></thead><tbody>\n")
	for i, c := range chosen {
		src := s.articles[s.d.Story.Articles[c].ID]
		total := s.d.Shared.Articles[c].Words
		b.WriteString(`<tr><th scope="row"><span class="siglum">`)
		escape(&b, src.Siglum)
		b.WriteString(`</span> <bdi>`)
		escape(&b, src.called)
		b.WriteString(`</bdi> <span class="aside">`)
		b.WriteString(count(total, "word", "words"))
		b.WriteString(`</span></th>`)
		for j := range chosen {
			switch n := shares[i][j]; {
			case i == j:
				b.WriteString(`<td class="self"><span class="sr">itself</span></td>`)
			case n.passages == 0:
				b.WriteString(`<td class="none">none</td>`)
			default:
				b.WriteString(`<td><b>`)
				b.WriteString(percent(n.words, total))
				b.WriteString(`</b> <span class="aside">`)
				b.WriteString(count(n.words, "word", "words"))
				b.WriteString(`, `)
				b.WriteString(count(n.passages, "passage", "passages"))
				b.WriteString(`</span></td>`)
			}
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>")
	return template.HTML(b.String())
}

// sharedPassage writes one passage in all its readings, each with the documents
// that have it so. There are many on a page, so they do not go through a template.
func (s *spread) sharedPassage(b *strings.Builder, i int) {
	p := &s.d.Shared.Passages[i]
	n := strconv.Itoa(i + 1)
	b.WriteString(`<article class="shared" id="passage-` + n + `">
<h3><span class="siglum">¶` + n + `</span> Shared by `)
	escape(b, s.others(p, ""))
	b.WriteString("</h3>\n<p class=\"meta\"><span>" + count(p.Places[0].Words, "word", "words") + "</span><span>" + shareLabel(p) + "</span> <a class=\"permalink\" href=\"#passage-" + n + "\" aria-label=\"Link to passage " + n + "\">#</a></p>\n<div class=\"readings\">\n")
	readings := make([][]*factcheck.SharedPlace, 0, 4)
	for k := range p.Places {
		c := &p.Places[k]
		for c.Reading >= len(readings) {
			readings = append(readings, nil)
		}
		readings[c.Reading] = append(readings[c.Reading], c)
	}
	for k, places := range readings {
		if k == maxReadings {
			b.WriteString("</div>\n<details class=\"more-readings\"><summary>" + count(len(readings)-k, "more reading", "more readings") + "</summary>\n<div class=\"readings\">\n")
		}
		s.reading(b, places, n)
	}
	b.WriteString("</div>")
	if len(readings) > maxReadings {
		b.WriteString("</details>")
	}
	b.WriteString("\n</article>\n")
}

// reading writes a passage as some documents have it, a long one folded to its
// ends.
func (s *spread) reading(b *strings.Builder, places []*factcheck.SharedPlace, number string) {
	b.WriteString(`<div class="reading">`)
	if len(places) > 0 {
		c := places[0]
		if src := s.articles[c.Article]; src != nil {
			text, lang := src.Text(c.Part), string(src.lang)
			if c.Words > longPassage {
				b.WriteString(`<details><summary><span class="ends"` + lang + `>`)
				escape(b, ends(text[c.Start:c.End]))
				b.WriteString(`</span> <span class="aside">All ` + strconv.Itoa(c.Words) + ` words</span></summary>`)
			}
			b.WriteString(`<blockquote` + lang + `><p>`)
			apartText(b, text, c.Start, c.End, c.Apart)
			b.WriteString(`</p></blockquote>`)
			if c.Words > longPassage {
				b.WriteString(`</details>`)
			}
		}
	}
	b.WriteString("\n<ul class=\"from plain\">")
	for _, c := range places {
		src := s.articles[c.Article]
		if src == nil {
			continue
		}
		b.WriteString(`<li><span class="siglum">`)
		escape(b, src.Siglum)
		b.WriteString(`</span> <a href="articles/`)
		escape(b, src.ID)
		b.WriteString(`.html#shared-` + number + `">`)
		escape(b, src.called)
		b.WriteString(`<span class="sr">: passage ` + number + ` in context</span></a> <span class="aside">` + begins(c.Start, len(src.Text(c.Part))) + `</span></li>`)
	}
	b.WriteString("</ul></div>\n")
}

// begins says where in a text a passage begins, as the picture shows it.
func begins(at, of int) string {
	if at == 0 {
		return "at the beginning"
	}
	return "after " + percent(at, of)
}

// apartText writes text[start:end] with the words set off that not all documents
// have.
func apartText(b *strings.Builder, text string, start, end int, apart []reuse.Span) {
	for _, a := range apart {
		escape(b, text[start:a.Start])
		b.WriteString(`<mark class="apart">`)
		escape(b, text[a.Start:a.End])
		b.WriteString(`</mark>`)
		start = a.End
	}
	escape(b, text[start:end])
}

// ends shortens a passage to its first and last words.
func ends(text string) string {
	const first, last = 150, 90 // bytes, about
	head, tail := text, text
	if len(text) > first+last {
		if cut := strings.LastIndexFunc(text[:first], unicode.IsSpace); cut > 0 {
			head = text[:cut]
		} else {
			head = shortened(text, first/3)
		}
		tail = ""
		if cut := strings.IndexFunc(text[len(text)-last:], unicode.IsSpace); cut >= 0 {
			tail = text[len(text)-last+cut:]
		}
	}
	return strings.TrimSpace(head) + " … " + strings.TrimSpace(tail)
}

// articleShares writes a list of the passages of an article that others have, in
// the order in which it has them; "" if there are none.
func (s *spread) articleShares(src *document, up string) template.HTML {
	if len(src.shares) == 0 {
		return ""
	}
	var b strings.Builder
	b.Grow(400 * len(src.shares))
	b.WriteString(`<ul class="share-links">`)
	for _, sh := range src.shares {
		p := &s.d.Shared.Passages[sh.passage]
		c := &p.Places[sh.place]
		n := strconv.Itoa(sh.passage + 1)
		b.WriteString(`<li><a class="siglum" href="` + up + `sources.html#passage-` + n + `">¶` + n + `<span class="sr">: shared passage ` + n + `, side by side</span></a> <span><a href="#` + sh.id + `"` + string(src.lang) + `>`)
		escape(&b, inMarks(opening(src.Text(c.Part)[c.Start:c.End])))
		b.WriteString(`</a> <span class="aside">` + count(c.Words, "word", "words") + `, ` + shareLabel(p) + `; also in `)
		escape(&b, s.others(p, src.ID))
		b.WriteString("</span></span></li>\n")
	}
	b.WriteString(`</ul>`)
	return template.HTML(b.String())
}

// opening is the first words of a text on one line.
func opening(text string) string {
	const enough = 400 // bytes that surely hold them
	if len(text) > enough {
		text = strings.ToValidUTF8(text[:enough], "")
	}
	return shortened(strings.Join(strings.Fields(text), " "), 60)
}

// shareMarks sets off the shared passages of an article's body: corners at both
// ends and the passage's number, so that claims' passages inside stay legible.
func (s *spread) shareMarks(src *document, up string) []mark {
	marks := make([]mark, 0, len(src.shares))
	var b strings.Builder
	for _, sh := range src.shares {
		p := &s.d.Shared.Passages[sh.passage]
		n := strconv.Itoa(sh.passage + 1)
		c := &p.Places[sh.place]
		b.Reset()
		b.WriteString(`<a class="ref s" href="`)
		escape(&b, up+"sources.html#passage-"+n)
		b.WriteString(`"><sup>¶` + n + `</sup><span class="sr">Shared passage `)
		b.WriteString(n + `, also in `)
		escape(&b, s.others(p, src.ID))
		b.WriteString(`</span></a>`)
		marks = append(marks, mark{start: c.Start, end: c.End, tag: "span", attrs: ` class="s" data-n="¶` + n + `"`, id: sh.id, after: b.String()})
	}
	return marks
}
