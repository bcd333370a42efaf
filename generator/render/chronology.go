package render

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/factcheck"
)

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

// chronologyPage prepares <story>/chronology.html.
func (s *spread) chronologyPage() *ChronologyPage {
	const root = "../"
	d := s.d
	p := &ChronologyPage{
		Page:  s.r.page(d.Story.ID+"/chronology.html", "home", "Chronology: "+d.Story.Title, "Every day that the documents name, when each was dated, and what does not fit."),
		Story: Link{"index.html", d.Story.Title},
	}
	p.Crumbs = append(s.crumbs(root, ""), Link{"index.html", d.Story.Title})
	t, days := s.days(root)
	p.Days = dayTable(days)
	p.Timeline, p.Unread = t.draw(), s.unreadNote()
	if t.left > 0 {
		p.Note = "The picture leaves out " + count(t.left, "day or period", "days and periods") + " that lie far off or are named in passing; the table below has them all."
	}
	p.Open, p.Brief = s.dateFindings()
	if more := len(p.Open) - len(p.Brief); more > 0 {
		p.More = count(more, "more finding", "more findings") + " on dates below"
	}
	return p
}

// days gathers what is told of each day, in the order of time, what bears no day
// last, and draws it into a time line.
func (s *spread) days(root string) (t *timeline, days []*chronicle) {
	d := s.d
	t = &timeline{title: "Chronology of the story", near: true}
	index := map[span]int{}
	unknown := &chronicle{}
	day := func(c span) *chronicle {
		i, ok := index[c]
		if !ok {
			i = len(days)
			index[c] = i
			days = append(days, &chronicle{when: c})
		}
		return days[i]
	}
	if len(d.Story.Events) > 0 {
		t.lane("Events", "", false)
	}
	for i, e := range s.events(root) {
		event := &d.Story.Events[i]
		c, ok := covered(event.Date)
		if !ok {
			continue
		}
		if until, ok := covered(event.Until); ok && c.from.Before(until.to) {
			c.to = until.to
		}
		day(c).event(e)
		t.mark(timemark{column: c, shape: shapeEvent, label: e.Date + ": " + e.Name, text: strconv.Itoa(e.Number)})
	}
	for i := range d.Story.Articles {
		src := s.articles[d.Story.Articles[i].ID]
		bad := s.datedDoubtful(src)
		t.source(src, bad)
		if c, ok := covered(src.Published); ok {
			line := ""
			if src.PublishedAs != "" {
				line = inMarks(src.PublishedAs)
			}
			day(c).published(src, "dated", line, bad)
		} else if a := src.age; a != nil && !a.From.IsZero() && !a.To.IsZero() {
			day(span{a.From, a.To}).published(src, "undated", inferred(a), false)
		} else if a != nil {
			unknown.published(src, "undated", inferred(a), false)
		} else {
			unknown.published(src, "undated", "", false)
		}
		for j := range src.dates {
			st := src.dates[j].statement
			if st.Passage.Part == factcheck.PublishedAs {
				continue
			}
			v := s.dateView(src, st, "")
			t.spoken(st, v)
			row := unknown
			if e := st.Expression; !e.Earliest.IsZero() {
				row = day(span{e.Earliest, e.Latest})
			}
			row.spoken(src, st, v, src.entry(&src.dates[j]))
		}
	}
	slices.SortFunc(days, func(a, b *chronicle) int {
		return cmp.Or(a.when.from.Compare(b.when.from), a.when.to.Compare(b.when.to))
	})
	if unknown.rows > 0 {
		days = append(days, unknown)
	}
	return t, days
}

// dateFindings is the findings on dates that stand, the gravest first, and the
// first of them in a line each.
func (s *spread) dateFindings() (views []FindingView, brief []FindingLink) {
	type entry struct {
		view  FindingView
		brief FindingLink
	}
	var found []entry
	s.eachFinding(func(f *factcheck.Finding) {
		if f.Status == factcheck.Dismissed || !aboutDates(f.Kind) {
			return
		}
		v := s.findingView(f, "")
		v.Ruling, v.Citation = Ruling{}, "" // stand with the claim or story
		if f.Claim == "" {
			v.Where = Link{"index.html#" + f.ID, "The story"}
		} else {
			for i := range s.cases {
				if s.cases[i].Claim.ID == f.Claim {
					v.Where = Link{"claims/" + f.Claim + ".html#" + f.ID, s.cases[i].Claim.Text}
				}
			}
		}
		found = append(found, entry{v, FindingLink{v.Proposed, "#" + f.ID, v.Kind, s.summary(f)}})
	})
	slices.SortStableFunc(found, func(a, b entry) int {
		return cmp.Or(b2i(b.view.Hard)-b2i(a.view.Hard), b2i(b.view.Major)-b2i(a.view.Major))
	})
	for i, e := range found {
		if views = append(views, e.view); i < atAGlance {
			brief = append(brief, e.brief)
		}
	}
	return views, brief
}

// atAGlance is how many findings stand at the head of the page.
const atAGlance = 5

// A chronicle is all that is said of one day or period: rows of the table that
// tells what the picture shows. A story has a hundred rows and more, which makes
// a template the slowest part of its pages.
type chronicle struct {
	when span // zero: the day is not known
	rows int
	b    strings.Builder // the rows without their first <tr>, which follows the day
}

// row begins a row that says who speaks.
func (c *chronicle) row(id, siglum, who string) {
	if c.rows++; c.rows > 1 {
		c.b.WriteString("<tr>")
	}
	c.b.WriteString(`<td`)
	if id != "" {
		c.b.WriteString(` id="`)
		escape(&c.b, id)
		c.b.WriteByte('"')
	}
	c.b.WriteString(`><span class="siglum">`)
	escape(&c.b, siglum)
	c.b.WriteString(`</span> `)
	c.b.WriteString(who)
	c.b.WriteString(`</td><td>`)
}

func (c *chronicle) event(e EventView) {
	c.row("", strconv.Itoa(e.Number), "Event")
	c.b.WriteString(`<b>`)
	escape(&c.b, e.Name)
	c.b.WriteString(`</b>`)
	if e.Note != "" {
		c.b.WriteString(` <span class="aside">`)
		c.b.WriteString(string(e.Note))
		c.b.WriteString(`</span>`)
	}
	c.b.WriteString("</td></tr>\n")
}

// published writes that a document is dated that day, or bears no date.
func (c *chronicle) published(src *document, tag, how string, bad bool) {
	c.row("dated-"+src.ID, src.Siglum, escaped(src.called))
	c.b.WriteString(`<span class="tag">` + tag + `</span> <a href="articles/`)
	escape(&c.b, src.ID)
	c.b.WriteString(`.html"><bdi` + string(src.titleLang()) + `>`)
	escape(&c.b, src.Name())
	c.b.WriteString(`</bdi></a>`)
	if how != "" {
		c.b.WriteString(` <span class="aside">`)
		escape(&c.b, how)
		c.b.WriteString(`</span>`)
	}
	c.doubtful(bad)
}

// spoken writes a date expression in its sentence.
func (c *chronicle) spoken(src *document, st *factcheck.DateStatement, v DateView, id string) {
	c.row(id, src.Siglum, escaped(src.called))
	b := &c.b
	before, after := context(src.Article, st)
	b.WriteString(`<span class="words"`)
	b.WriteString(string(v.LangAttr))
	b.WriteByte('>')
	escape(b, before)
	b.WriteString(`<a href="`)
	escape(b, v.Href)
	b.WriteString(`">`)
	escape(b, v.Text)
	b.WriteString(`</a>`)
	escape(b, after)
	b.WriteString(`</span> <span class="aside">`)
	switch {
	case st.Expression.Earliest.IsZero():
		escape(b, v.Understood)
		if v.Reason != "" {
			b.WriteString("; ")
			escape(b, v.Reason)
		}
	case v.Reason != "":
		escape(b, v.Reason)
	}
	b.WriteString(`</span>`)
	c.doubtful(v.Doubtful)
}

// doubtful ends a row.
func (c *chronicle) doubtful(bad bool) {
	if bad {
		c.b.WriteString(` <span class="tag">in a finding</span>`)
	}
	c.b.WriteString("</td></tr>\n")
}

// dayTable writes a table with a group of rows for each day.
func dayTable(days []*chronicle) template.HTML {
	if len(days) == 0 {
		return ""
	}
	var b strings.Builder
	size := 256
	for i := range days {
		size += days[i].b.Len() + 256
	}
	b.Grow(size)
	b.WriteString(`<table class="days"><thead><tr><th scope="col">Day</th><th scope="col">Who</th><th scope="col">What is said of it</th></tr></thead>` + "\n")
	for i := range days {
		c := days[i]
		name, id := "Day not known", "day-unknown"
		if !c.when.from.IsZero() {
			name, id = c.when.name(), c.when.id()
		}
		b.WriteString(`<tbody><tr><th scope="rowgroup" rowspan="` + strconv.Itoa(c.rows) + `" id="` + id + `">`)
		if iso := c.when.machine(); iso != "" {
			b.WriteString(`<time datetime="` + iso + `">` + name + `</time>`)
		} else {
			b.WriteString(name)
		}
		b.WriteString(` <a class="permalink" href="#` + id + `" aria-label="Link to this day: ` + name + `">#</a></th>`)
		b.WriteString(c.b.String())
		b.WriteString("</tbody>\n")
	}
	b.WriteString(`</table>`)
	return template.HTML(b.String())
}

// contextBytes bounds how much of a sentence stands beside a date expression.
const contextBytes = 110

// context returns the words of the sentence before and after a date expression.
func context(a *factcheck.Article, st *factcheck.DateStatement) (before, after string) {
	text := a.Text(st.Passage.Part)
	start, end := max(0, st.Sentence.Start), min(st.Sentence.End, len(text))
	if start > st.Passage.Start || st.Passage.Start > st.Passage.End || st.Passage.End > end {
		return "", ""
	}
	before, after = text[start:st.Passage.Start], text[st.Passage.End:end]
	if len(before) > contextBytes {
		cut := len(before) - contextBytes
		for cut < len(before) && !utf8.RuneStart(before[cut]) {
			cut++
		}
		before = before[cut:]
		if space := strings.IndexFunc(before, unicode.IsSpace); space >= 0 && space < len(before)-1 {
			before = before[space:]
		}
		before = "… " + strings.TrimLeftFunc(before, unicode.IsSpace)
	}
	if len(after) > contextBytes {
		cut := contextBytes
		for cut > 0 && !utf8.RuneStart(after[cut]) {
			cut--
		}
		after = after[:cut]
		if space := strings.LastIndexFunc(after, unicode.IsSpace); space > 0 {
			after = after[:space]
		}
		after = strings.TrimRightFunc(after, unicode.IsSpace) + " …"
	}
	return before, after
}
