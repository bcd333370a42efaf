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

// listed joins words as a sentence does.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
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
			Outlet:   Link{Text: src.name}, Date: dated(a), Dated: a.Published.Known(),
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
	for i := range d.Shared.Passages {
		p.Passages = append(p.Passages, s.shareView(i))
		p.Apart = p.Apart || !d.Shared.Passages[i].Exact
	}
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

// shareView prepares one passage with all its readings.
func (s *spread) shareView(i int) ShareView {
	p := &s.d.Shared.Passages[i]
	v := ShareView{Number: i + 1, Words: p.Places[0].Words, Kind: shareLabel(p), In: s.others(p, "")}
	readings := 0
	for _, c := range p.Places {
		readings = max(readings, c.Reading+1)
	}
	v.Readings = make([]ShareReading, readings)
	for _, c := range p.Places {
		src := s.articles[c.Article]
		if src == nil {
			continue
		}
		r := &v.Readings[c.Reading]
		if r.Places == nil {
			text := src.Text(c.Part)
			r.LangAttr = src.lang
			r.Text = apartText(text, c.Start, c.End, c.Apart)
			if c.Words > longPassage {
				r.Words = c.Words
				r.Ends = ends(text[c.Start:c.End])
			}
		}
		r.Number = i + 1
		r.Places = append(r.Places, SharePlace{Siglum: src.Siglum, Link: Link{"articles/" + src.ID + ".html#shared-" + strconv.Itoa(i+1), src.called}})
	}
	if len(v.Readings) > maxReadings {
		v.Readings, v.More = v.Readings[:maxReadings], v.Readings[maxReadings:]
	}
	return v
}

// apartText writes text[start:end] with the words set off that not all documents
// have.
func apartText(text string, start, end int, apart []reuse.Span) template.HTML {
	var b strings.Builder
	b.Grow(end - start + 32*len(apart))
	for _, a := range apart {
		escape(&b, text[start:a.Start])
		b.WriteString(`<mark class="apart">`)
		escape(&b, text[a.Start:a.End])
		b.WriteString(`</mark>`)
		start = a.End
	}
	escape(&b, text[start:end])
	return template.HTML(b.String())
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

// articleShares lists the passages of an article that others have, in the order
// in which it has them.
func (s *spread) articleShares(src *document, up string) []ShareLink {
	links := make([]ShareLink, 0, len(src.shares))
	for _, sh := range src.shares {
		p := &s.d.Shared.Passages[sh.passage]
		links = append(links, ShareLink{
			Number: sh.passage + 1, Href: up + "sources.html#passage-" + strconv.Itoa(sh.passage+1), Place: "#" + sh.id,
			Words: count(p.Places[sh.place].Words, "word", "words"), Kind: shareLabel(p), With: s.others(p, src.ID),
			LangAttr: src.lang, Begins: inMarks(shortened(strings.Join(strings.Fields(src.Text(factcheck.Body)[p.Places[sh.place].Start:p.Places[sh.place].End]), " "), 60)),
		})
	}
	return links
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
