package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"html/template"

	"crosscheck/generator/markdown"
	"crosscheck/generator/words"
)

// Text from content becomes HTML in three places only: here, in html/template's
// own escaping, and in markdown.Prose with its kin. What this file and its
// users write by hand goes through escape.

// escape writes text so that it is text in HTML, between tags as well as inside
// an attribute in double quotes.
func escape(b *strings.Builder, text string) {
	last := 0
	for i := 0; i < len(text); i++ {
		var entity string
		switch text[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '"':
			entity = "&#34;"
		case '\'':
			entity = "&#39;"
		case 0: // browsers replace it too
			entity = "\uFFFD"
		default:
			continue
		}
		b.WriteString(text[last:i])
		b.WriteString(entity)
		last = i + 1
	}
	b.WriteString(text[last:])
}

// escaped returns text that is text in HTML.
func escaped(text string) string {
	if !strings.ContainsAny(text, "&<>\"'\x00") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 16)
	escape(&b, text)
	return b.String()
}

// betweenTags writes text that is text in HTML between tags, and nowhere else: it
// leaves quotation marks alone, of which code is full.
var betweenTags = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\x00", "\uFFFD")

// A mark sets off text[start:end] of an article's part. Marks may overlap and
// nest in any way, across blocks and inline markup too.
type mark struct {
	start, end int
	tag        string // element name; empty for a point, which has only after
	attrs      string // HTML, each attribute led by a blank
	id         string // of the first element; the stretch may need several, and the others name it in data-of
	after      string // HTML that stands behind the end, never inside a link of the article
	link       bool   // the element is an <a>: it is kept whole where another could be split instead
	opened     bool
}

// markedText turns an article's text, the blocks and inline markup over it and
// our own marks into HTML. Taking the tags and the elements of marks' after
// away gives the text back, but for white space: text that lies in no block
// comes out as a paragraph.
//
// heading is the level of the heading above; the article's own headings are
// fitted in below it, so that no level is skipped.
func markedText(text markdown.Text, marks []mark, heading int) template.HTML {
	w := &marker{text: text.Plain, heading: heading}
	w.b.Grow(len(text.Plain)*2 + 160*len(marks))
	w.load(text.Inlines, marks)
	for i := range text.Blocks {
		w.block(&text.Blocks[i])
	}
	w.gap(len(w.text), true)
	return template.HTML(w.b.String())
}

// markedLine does the same for a part that is one line: a headline, a date line.
func markedLine(text string, marks []mark) template.HTML {
	w := &marker{text: text}
	w.load(nil, marks)
	w.leaf(0, len(text))
	return template.HTML(w.b.String())
}

// marker walks over a text from left to right. It holds a stack of open
// elements; where two cross, the upper one is closed and opened again.
type marker struct {
	b       strings.Builder
	text    string
	pos     int    // all text before it is written
	items   []mark // by start, then the longer first
	next    int    // the first item that has not been begun
	open    []*mark
	waiting []*mark // begun in an earlier block and not ended
	pending []string
	heading int
}

func (w *marker) load(inlines []markdown.Inline, marks []mark) {
	w.items = make([]mark, 0, len(inlines)+len(marks))
	add := func(m mark) {
		m.start, m.end = max(0, m.start), min(m.end, len(w.text))
		if m.start > m.end {
			return
		}
		if m.tag != "" {
			m.start, m.end = trimmed(w.text, m.start, m.end)
			if m.start == m.end { // nothing to set off, but a link may lead here
				if m.id == "" {
					return
				}
				m.after = `<span id="` + escaped(m.id) + `"></span>` + m.after
				m.tag = ""
			}
		}
		w.items = append(w.items, m)
	}
	for _, in := range inlines {
		add(inlineMark(in))
	}
	for _, m := range marks {
		add(m)
	}
	slices.SortStableFunc(w.items, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
}

// inlineMark gives an article's inline markup its HTML.
func inlineMark(in markdown.Inline) mark {
	m := mark{start: in.Start, end: in.End}
	switch in.Kind {
	case markdown.Emphasis, markdown.Strong, markdown.Strikethrough, markdown.CodeSpan:
		m.tag = string(in.Kind)
	case markdown.Link:
		if in.Href == "" {
			m.tag = "span"
			break
		}
		m.tag, m.link = "a", true
		m.attrs = ` href="` + escaped(in.Href) + `" rel="external nofollow noopener"`
	case markdown.Image:
		m.tag, m.attrs = "span", ` class="image"`
	case markdown.FootnoteRef:
		n := strconv.Itoa(in.Number)
		m.after = `<a class="ref fn" role="doc-noteref" href="#fn-` + n + `" aria-label="Footnote ` + n + ` of the document"><sup>[` + n + `]</sup></a>`
		m.end = m.start
	case markdown.Break:
		m.after = "<br>"
		m.end = m.start
	default:
		m.tag = "span"
	}
	return m
}

func (w *marker) block(b *markdown.Block) {
	start, end := max(b.Start, w.pos), min(b.End, len(w.text))
	if len(b.Children) == 0 {
		w.gap(start, true)
		w.leafBlock(b, start, end)
		return
	}
	switch b.Kind {
	case markdown.Quote:
		w.container(b, "<blockquote>", "</blockquote>")
	case markdown.List:
		if b.Ordered {
			open := "<ol>"
			if b.Level > 1 {
				open = `<ol start="` + strconv.Itoa(b.Level) + `">`
			}
			w.container(b, open, "</ol>")
		} else {
			w.container(b, "<ul>", "</ul>")
		}
	case markdown.Item:
		w.container(b, "<li>", "</li>")
	case markdown.Table:
		w.container(b, `<div class="scroll" tabindex="0" role="region" aria-label="Table in the document"><table>`, "</table></div>")
	case markdown.Row:
		w.container(b, "<tr>", "</tr>")
	case markdown.Cell:
		w.container(b, "<td>", "</td>")
	case markdown.Footnotes:
		w.gap(b.Start, true)
		w.b.WriteString(`<div class="footnotes" role="doc-endnotes"><ol>`)
		for i := range b.Children {
			w.b.WriteString(`<li id="fn-` + strconv.Itoa(i+1) + `">`)
			if c := &b.Children[i]; len(c.Children) > 0 {
				for j := range c.Children {
					w.block(&c.Children[j])
				}
			} else {
				w.leaf(c.Start, c.End)
			}
			w.b.WriteString("</li>")
		}
		w.b.WriteString("</ol></div>")
	default:
		w.container(b, "<div>", "</div>")
	}
}

func (w *marker) container(b *markdown.Block, open, close string) {
	w.gap(b.Start, true)
	w.b.WriteString(open)
	for i := range b.Children {
		w.block(&b.Children[i])
	}
	w.b.WriteString(close)
}

func (w *marker) leafBlock(b *markdown.Block, start, end int) {
	open, close := "<p>", "</p>"
	switch b.Kind {
	case markdown.Heading:
		level := min(w.heading+1, max(2, b.Level+2), 6)
		if level >= w.heading {
			w.heading = level
		}
		n := strconv.Itoa(level)
		open, close = "<h"+n+">", "</h"+n+">"
	case markdown.Code:
		open, close = `<pre tabindex="0"><code>`, "</code></pre>"
	case markdown.Rule:
		w.b.WriteString("<hr>")
		return
	case markdown.Item:
		open, close = "<li>", "</li>"
	case markdown.Cell:
		open, close = "<td>", "</td>"
		if b.Header {
			open, close = `<th scope="col">`, "</th>"
		}
	case markdown.Quote:
		open, close = "<blockquote><p>", "</p></blockquote>"
	}
	if start >= end && b.Kind != markdown.Cell && b.Kind != markdown.Item {
		return
	}
	w.b.WriteString(open)
	w.leaf(start, end)
	w.b.WriteString(close)
}

// gap writes what lies before offset to in no block: the white space between
// two, so that the page's text is the document's to the letter, and a paragraph
// where a reader could see it.
func (w *marker) gap(to int, paragraph bool) {
	to = min(to, len(w.text))
	if w.pos >= to {
		return
	}
	if strings.TrimSpace(w.text[w.pos:to]) == "" {
		w.b.WriteString(w.text[w.pos:to])
		w.pos = to
		return
	}
	w.b.WriteString("<p>")
	w.leaf(w.pos, to)
	w.b.WriteString("</p>")
}

// leaf writes text[start:end], which stands inside one block element.
func (w *marker) leaf(start, end int) {
	start, end = max(start, w.pos), min(end, len(w.text))
	for _, m := range w.waiting {
		if m.end > start {
			w.begin(m)
		} else if m.after != "" {
			w.pending = append(w.pending, m.after)
		}
	}
	w.waiting = w.waiting[:0]
	for start <= end {
		for w.next < len(w.items) && w.items[w.next].start <= start {
			m := &w.items[w.next]
			if m.tag != "" && m.start >= end {
				break // it begins in the next block
			}
			w.next++
			switch {
			case m.tag == "":
				w.pending = append(w.pending, m.after)
			case m.end > start:
				w.begin(m)
			}
		}
		w.flush(false)
		if start == end {
			break
		}
		to := end
		if w.next < len(w.items) {
			to = min(to, w.items[w.next].start)
		}
		for _, m := range w.open {
			to = min(to, m.end)
		}
		escape(&w.b, w.text[start:to])
		start = to
		w.finish(start)
	}
	for i := len(w.open) - 1; i >= 0; i-- {
		w.close(w.open[i])
	}
	w.waiting = append(w.waiting, w.open...)
	w.open = w.open[:0]
	w.flush(true)
	w.pos = max(w.pos, end)
}

// begin opens an element. A link is put below elements that end before it
// does, so that they are split and not the link; a link inside a link is left
// out.
func (w *marker) begin(m *mark) {
	at := len(w.open)
	if m.link {
		for _, o := range w.open {
			if o.link {
				return
			}
		}
		for at > 0 && w.open[at-1].end < m.end {
			at--
		}
	}
	for i := len(w.open) - 1; i >= at; i-- {
		w.close(w.open[i])
	}
	w.open = slices.Insert(w.open, at, m)
	for _, o := range w.open[at:] {
		w.start(o)
	}
}

// finish closes the elements that end at pos, and opens those again that had
// to be closed with them.
func (w *marker) finish(pos int) {
	at := slices.IndexFunc(w.open, func(m *mark) bool { return m.end <= pos })
	if at < 0 {
		return
	}
	for i := len(w.open) - 1; i >= at; i-- {
		w.close(w.open[i])
	}
	kept := w.open[:at]
	for _, m := range w.open[at:] {
		if m.end > pos {
			kept = append(kept, m)
		} else if m.after != "" {
			w.pending = append(w.pending, m.after)
		}
	}
	w.open = kept
	if !slices.ContainsFunc(w.open[:at], func(m *mark) bool { return m.link }) {
		w.flush(true)
	}
	for _, m := range w.open[at:] {
		w.start(m)
	}
}

// flush writes what stands behind ended marks. Unless forced it waits while a
// link is open, since links cannot nest.
func (w *marker) flush(force bool) {
	if len(w.pending) == 0 || !force && slices.ContainsFunc(w.open, func(m *mark) bool { return m.link }) {
		return
	}
	for _, s := range w.pending {
		w.b.WriteString(s)
	}
	w.pending = w.pending[:0]
}

func (w *marker) start(m *mark) {
	w.b.WriteByte('<')
	w.b.WriteString(m.tag)
	w.b.WriteString(m.attrs)
	if m.id != "" {
		name := ` id="`
		if m.opened {
			name = ` data-of="`
		}
		w.b.WriteString(name)
		escape(&w.b, m.id)
		w.b.WriteByte('"')
	}
	m.opened = true
	w.b.WriteByte('>')
}

func (w *marker) close(m *mark) {
	w.b.WriteString("</")
	w.b.WriteString(m.tag)
	w.b.WriteByte('>')
}

// trimmed narrows a stretch by the white space at its ends.
func trimmed(text string, start, end int) (int, int) {
	s := text[start:end]
	t := strings.TrimLeftFunc(s, unicode.IsSpace)
	start += len(s) - len(t)
	return start, start + len(strings.TrimRightFunc(t, unicode.IsSpace))
}

// shortened cuts text at a word's end so that it has at most n letters.
func shortened(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	cut, count := 0, 0
	for i := range text {
		if count == n-1 {
			cut = i
			break
		}
		count++
	}
	if space := strings.LastIndexFunc(text[:cut], unicode.IsSpace); space > cut*2/3 {
		cut = space
	}
	return strings.TrimRightFunc(text[:cut], func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) + "…"
}

// languageAttrs returns lang and dir for text in another language or direction
// than the site's, led by a blank; "" where both are the site's or not known.
// The letters of the text tell its direction; one that has none, its language.
func languageAttrs(language, site, text string) template.HTMLAttr {
	rtl, known := words.RightToLeft(text)
	if !known {
		rtl = runsLeft(language)
	}
	attrs := ""
	if language != "" && !strings.EqualFold(language, site) && isTag(language) {
		attrs = ` lang="` + language + `" dir="ltr"`
	}
	switch {
	case !rtl:
	case attrs == "":
		attrs = ` dir="rtl"`
	default:
		attrs = strings.Replace(attrs, "ltr", "rtl", 1)
	}
	return template.HTMLAttr(attrs)
}

// isTag reports whether a language may stand in an attribute.
func isTag(language string) bool {
	for _, r := range language {
		if r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return false
		}
	}
	return true
}

// runsLeft reports a language that is mostly written from right to left.
func runsLeft(tag string) bool {
	base, script, _ := strings.Cut(strings.ToLower(tag), "-")
	script, _, _ = strings.Cut(script, "-")
	switch {
	case script == "arab" || script == "hebr":
		return true
	case len(script) == 4:
		return false
	}
	return slices.Contains([]string{"ar", "arc", "azb", "ckb", "dv", "fa", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}, base)
}
