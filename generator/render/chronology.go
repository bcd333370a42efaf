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

// chronologyPage prepares <story>/chronology.html.
func (s *spread) chronologyPage() *ChronologyPage {
	const up, root = "", "../"
	d := s.d
	p := &ChronologyPage{
		Page:  s.r.page(d.Story.ID+"/chronology.html", "home", "Chronology: "+d.Story.Title, "Every day that the documents name, when each was dated, and what does not fit."),
		Story: Link{"index.html", d.Story.Title},
	}
	p.Crumbs = append(s.crumbs(root, ""), Link{"index.html", d.Story.Title})

	t := timeline{title: "Chronology of the story", near: true}
	index := map[span]int{}
	var named []DayView
	var spoken []*strings.Builder // of each day
	var unknown strings.Builder
	var columns []span
	day := func(c span) *DayView {
		i, ok := index[c]
		if !ok {
			i = len(named)
			index[c] = i
			columns = append(columns, c)
			named = append(named, DayView{Date: c.name()})
			spoken = append(spoken, &strings.Builder{})
			if c.from == c.to {
				named[i].ISO = c.from.String()
			}
		}
		return &named[i]
	}
	if len(d.Story.Events) > 0 {
		t.lane("Events", "", false)
	}
	for i, e := range s.events(root) {
		event := &d.Story.Events[i]
		c, ok := days(event.Date)
		if !ok {
			continue
		}
		if until, ok := days(event.Until); ok && c.from.Before(until.to) {
			c.to = until.to
		}
		v := day(c)
		v.Events = append(v.Events, e)
		t.mark(timemark{column: c, shape: shapeEvent, label: e.Date + ": " + e.Name, text: strconv.Itoa(e.Number)})
	}
	for i := range d.Story.Articles {
		src := s.articles[d.Story.Articles[i].ID]
		link := Link{"articles/" + src.ID + ".html", src.Siglum + ", " + src.called}
		t.source(src, s.datedDoubtful(src))
		if c, ok := days(src.Published); ok {
			v := day(c)
			v.Published = append(v.Published, link)
		} else {
			v := UndatedView{Article: link}
			if src.age != nil {
				v.Inferred = inferred(src.age)
			}
			p.Undated = append(p.Undated, v)
		}
		for j := range src.dates {
			st := src.dates[j].statement
			if st.Passage.Part == factcheck.PublishedAs {
				continue
			}
			v := s.dateView(src, st, up)
			t.spoken(st, v)
			if e := st.Expression; e.Earliest.IsZero() {
				spokenItem(&unknown, src, st, v)
			} else {
				c := span{e.Earliest, e.Latest}
				day(c)
				spokenItem(spoken[index[c]], src, st, v)
			}
		}
	}
	order := make([]int, len(named))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(columns[a].from.Compare(columns[b].from), columns[a].to.Compare(columns[b].to))
	})
	for _, i := range order {
		named[i].Spoken = template.HTML(spoken[i].String())
		p.Days = append(p.Days, named[i])
	}
	p.Unknown = template.HTML(unknown.String())
	p.Timeline = t.draw()
	if t.left > 0 {
		p.Note = "The picture leaves out " + count(t.left, "day or period", "days and periods") + " that lie far off or are named in passing; the list below has them all."
	}
	type entry struct {
		view  FindingView
		brief FindingLink
	}
	var found []entry
	s.eachFinding(func(f *factcheck.Finding) {
		if f.Status == factcheck.Dismissed || !aboutDates(f.Kind) {
			return
		}
		v := s.findingView(f, up)
		v.Ruling = Ruling{} // stands with the claim or story
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
		if p.Open = append(p.Open, e.view); i < atAGlance {
			p.Brief = append(p.Brief, e.brief)
		}
	}
	if more := len(p.Open) - len(p.Brief); more > 0 {
		p.More = count(more, "more finding", "more findings") + " on dates below"
	}
	return p
}

// atAGlance is how many findings stand at the head of the page.
const atAGlance = 5

// spokenItem writes a date expression in its sentence as a list item. A story
// has a hundred of them and more, which makes a template the slowest part of
// its pages.
func spokenItem(b *strings.Builder, src *document, st *factcheck.DateStatement, v DateView) {
	before, after := context(src.Article, st)
	b.WriteString(`<li><span class="siglum">`)
	escape(b, src.Siglum)
	b.WriteString(`</span> <span`)
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
	escape(b, src.called)
	switch {
	case st.Expression.Earliest.IsZero():
		b.WriteString("; ")
		escape(b, v.Understood)
	case v.Reason != "":
		b.WriteString("; ")
		escape(b, v.Reason)
	}
	b.WriteString(`</span>`)
	if v.Doubtful {
		b.WriteString(` <span class="tag">in a finding</span>`)
	}
	b.WriteString("</li>\n")
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
