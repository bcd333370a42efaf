package markdown

import (
	"bytes"
	"html/template"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// ProseOptions says where prose will stand. The zero value is a page at the
// site's root whose title is the only heading above the prose.
type ProseOptions struct {
	Root        string // leads from the page to the site's root: "", "../", "../../"
	HeadingBase int    // level of the highest heading, 1 to 6; 0 is 2
	IDPrefix    string // before the ids of headings and footnotes; needed where a page has prose in several places
}

// Prose turns editors' Markdown into HTML that is safe whatever was written:
// raw HTML is shown as text, images are links, and an address that is neither
// http, https, mailto nor inside the site is left out, its words kept. A link
// from the root of the site, /about.html, becomes a relative one.
//
// Headings get ids and levels without gaps, whatever levels were written.
func Prose(src string, o ProseOptions) template.HTML {
	source := []byte(src)
	doc := parse(proseParser, source)
	if doc == nil {
		return template.HTML("<p>" + template.HTMLEscapeString(src) + "</p>\n")
	}
	w := newProseWriter(source, o)
	w.headings(doc)
	w.blocks(doc)
	return template.HTML(w.out)
}

// InlineProse turns one line or a few of editors' Markdown into HTML without a
// block around it. Marks that open blocks, as # and 1., are text.
func InlineProse(src string, o ProseOptions) template.HTML {
	if unmarked(src) && !strings.ContainsAny(src, "\n\v\f") {
		w := proseWriter{out: make([]byte, 0, len(src)+16)}
		w.text([]byte(strings.Trim(src, " ")))
		return template.HTML(w.out)
	}
	source := flush(src)
	doc := parse(inlineParser, source)
	if doc == nil {
		return template.HTML(template.HTMLEscapeString(src))
	}
	w := newProseWriter(source, o)
	for c := doc.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindParagraph {
			continue
		}
		if len(w.out) > 0 {
			w.out = append(w.out, ' ')
		}
		w.inlines(c)
	}
	return template.HTML(w.out)
}

// flush takes away the indents, which would keep the inline parser from taking
// the lines for a paragraph.
func flush(src string) []byte {
	b := make([]byte, 0, len(src))
	begins := true
	for i := 0; i < len(src); i++ {
		if begins && (src[i] == ' ' || src[i] == '\t') {
			continue
		}
		begins = src[i] == '\n'
		b = append(b, src[i])
	}
	return b
}

// FirstParagraph cuts prose behind its first paragraph, both in Markdown and
// without white space around them. Where the prose begins with anything but a
// paragraph, first is empty. A mark of a footnote that stands in the rest is left
// out of first, which is shown apart from it; the note stays in the rest.
func FirstParagraph(src string) (first, rest string) {
	first, rest = firstParagraph(src)
	if strings.Contains(first, "[^") {
		first = noteMark.ReplaceAllStringFunc(first, func(mark string) string {
			if strings.Contains("\n"+rest, "\n"+mark+":") {
				return ""
			}
			return mark
		})
	}
	return first, rest
}

var noteMark = regexp.MustCompile(`\[\^[^\]\s]+\]`)

func firstParagraph(src string) (first, rest string) {
	if text := strings.TrimLeft(src, "\n"); text != "" {
		first, rest, _ = strings.Cut(text, "\n\n")
		if proseLines(first) {
			return strings.TrimSpace(first), strings.TrimSpace(rest)
		}
	}
	source := []byte(src)
	doc := parse(proseParser, source)
	if doc == nil {
		return "", strings.TrimSpace(src)
	}
	c := doc.FirstChild()
	for c != nil && c.Kind() == ast.KindLinkReferenceDefinition {
		c = c.NextSibling()
	}
	if c == nil || c.Kind() != ast.KindParagraph || c.Lines().Len() == 0 {
		return "", strings.TrimSpace(src)
	}
	lines := c.Lines()
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	return strings.TrimSpace(src[start:end]), strings.TrimSpace(src[:start] + src[end:])
}

// Most of what editors write has no marks at all. The next two functions tell
// that, so that it need not be parsed; they say no wherever they are not sure.

// unmarked reports that nothing in prose opens inline markup or a link.
func unmarked(src string) bool {
	return !strings.ContainsAny(src, "\\`*_[]<>&~@\x00\r\t") && !strings.Contains(src, "://") && !strings.Contains(src, "www.")
}

// proseLines reports that every line that is not empty begins with a letter or
// a quotation mark, so that none opens a block other than a paragraph.
func proseLines(src string) bool {
	for src != "" {
		var line string
		line, src, _ = strings.Cut(src, "\n")
		if line == "" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(line)
		if !unicode.IsLetter(r) && !strings.ContainsRune("“‘\"'(", r) || r == utf8.RuneError {
			return false
		}
		if strings.ContainsAny(line, "\r\t\v\f\x00") {
			return false
		}
	}
	return true
}

// A ProseLink is a link as an editor wrote it.
type ProseLink struct {
	Dest       string // entities and escapes resolved
	Start, End int    // of the address in the source; where it stands elsewhere (a reference), of the link's first character
}

// ProseLinks returns the links and images of prose in reading order.
func ProseLinks(src string) []ProseLink {
	source := []byte(src)
	doc := parse(proseParser, source)
	if doc == nil {
		return nil
	}
	var links []ProseLink
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		var raw []byte
		var l ProseLink
		switch n := n.(type) {
		case *ast.Link:
			raw = n.Destination
		case *ast.Image:
			raw = n.Destination
		case *ast.AutoLink:
			raw, l.Dest = n.Label(source), address(n, source)
		default:
			return ast.WalkContinue, nil
		}
		if l.Dest == "" {
			l.Dest = resolved(raw)
		}
		l.Start, l.End = place(source, raw)
		if l.Start == l.End {
			l.Start = max(0, min(n.Pos(), len(source)-1))
			l.End = min(l.Start+1, len(source))
		}
		links = append(links, l)
		return ast.WalkContinue, nil
	})
	return links
}

// place returns where in source a slice of it stands: goldmark keeps the
// address of a link as such a slice but not its offset. It returns 0, 0 for
// one that is not a slice of source.
func place(source, part []byte) (start, end int) {
	start = cap(source) - cap(part)
	end = start + len(part)
	if len(part) == 0 || start < 0 || end > len(source) || &source[start] != &part[0] {
		return 0, 0
	}
	return start, end
}

// Words returns prose as plain text on one line, footnotes left out.
func Words(src string) string {
	if unmarked(src) && proseLines(src) {
		return strings.Join(strings.Fields(src), " ")
	}
	t := Article(src)
	plain := t.Plain
	if n := len(t.Blocks); n > 0 && t.Blocks[n-1].Kind == Footnotes {
		plain = plain[:t.Blocks[n-1].Start]
	}
	return strings.Join(strings.Fields(plain), " ")
}

// proseWriter writes HTML. It is the one place where what editors and articles
// say becomes HTML by hand: all text goes through text, all attributes through
// attribute.
type proseWriter struct {
	src    []byte
	out    []byte
	o      ProseOptions
	levels []int // of the headings that are open, as written
	ids    map[ast.Node]string
	taken  map[string]bool
	next   map[string]int // number for the next heading of the same words
	tried  int            // numbers looked at, for the tests
	inLink bool
	depth  int
}

func newProseWriter(src []byte, o ProseOptions) *proseWriter {
	if o.HeadingBase == 0 {
		o.HeadingBase = 2
	}
	return &proseWriter{src: src, o: o, out: make([]byte, 0, len(src)*3/2)}
}

func (w *proseWriter) raw(html string) { w.out = append(w.out, html...) }

// text writes what a reader is to see.
func (w *proseWriter) text(s []byte) {
	from := 0
	for i, c := range s {
		var e string
		switch c {
		case '<':
			e = "&lt;"
		case '>':
			e = "&gt;"
		case '&':
			e = "&amp;"
		case '"':
			e = "&#34;"
		case '\'':
			e = "&#39;"
		case 0:
			e = "\uFFFD"
		default:
			continue
		}
		w.out = append(w.out, s[from:i]...)
		w.out = append(w.out, e...)
		from = i + 1
	}
	w.out = append(w.out, s[from:]...)
}

// attribute writes ` name="value"`.
func (w *proseWriter) attribute(name, value string) {
	w.raw(" ")
	w.raw(name)
	w.raw(`="`)
	w.text([]byte(value))
	w.raw(`"`)
}

// headings gives every heading its id, so that links to them can be made
// before they are written.
func (w *proseWriter) headings(doc ast.Node) {
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		h, ok := n.(*ast.Heading)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		if w.ids == nil {
			w.ids, w.taken, w.next = map[ast.Node]string{}, map[string]bool{}, map[string]int{}
		}
		slug := headingID(w.words(h))
		id := slug
		for i := max(2, w.next[slug]); w.taken[id]; i++ {
			id = slug + "-" + strconv.Itoa(i)
			w.next[slug] = i + 1
			w.tried++
		}
		w.taken[id] = true
		w.ids[h] = id
		return ast.WalkSkipChildren, nil
	})
}

// words returns the text below n.
func (w *proseWriter) words(n ast.Node) string {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.WriteString(resolved(n.Segment.Value(w.src)))
				if n.SoftLineBreak() || n.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(w.src))
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// headingID makes an id of a heading's words: letters and digits in lower
// case, hyphens between.
func headingID(words string) string {
	var b strings.Builder
	for _, r := range words {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		case b.Len() > 0 && b.String()[b.Len()-1] != '-':
			b.WriteByte('-')
		}
	}
	id := strings.Trim(b.String(), "-")
	if id == "" || !utf8.ValidString(id) {
		return "section"
	}
	return id
}

// level returns the level at which to write a heading: never more than one
// below the heading that it stands under.
func (w *proseWriter) level(written int) int {
	for len(w.levels) > 0 && w.levels[len(w.levels)-1] >= written {
		w.levels = w.levels[:len(w.levels)-1]
	}
	w.levels = append(w.levels, written)
	return min(6, w.o.HeadingBase+len(w.levels)-1)
}

func (w *proseWriter) blocks(n ast.Node) {
	w.depth++
	defer func() { w.depth-- }()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.block(c)
	}
}

func (w *proseWriter) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.raw("<p>")
		w.inlines(n)
		w.raw("</p>\n")
	case *ast.TextBlock:
		w.inlines(n)
		if n.NextSibling() != nil {
			w.raw("\n")
		}
	case *ast.Heading:
		tag := "h" + strconv.Itoa(w.level(n.Level))
		w.raw("<" + tag)
		w.attribute("id", w.o.IDPrefix+w.ids[n])
		w.raw(">")
		w.inlines(n)
		w.raw("</" + tag + ">\n")
	case *ast.ThematicBreak:
		w.raw("<hr>\n")
	case *ast.CodeBlock:
		w.highlight("", n.Lines())
	case *ast.FencedCodeBlock:
		w.highlight(language(n, w.src), n.Lines())
	case *ast.Blockquote:
		w.nest(n, "<blockquote>\n", "</blockquote>\n")
	case *ast.List:
		switch {
		case !n.IsOrdered():
			w.nest(n, "<ul>\n", "</ul>\n")
		case n.Start == 1:
			w.nest(n, "<ol>\n", "</ol>\n")
		default:
			w.nest(n, `<ol start="`+strconv.Itoa(n.Start)+"\">\n", "</ol>\n")
		}
	case *ast.ListItem:
		w.raw("<li>")
		w.blocks(n)
		w.raw("</li>\n")
	case *xast.Table:
		w.table(n)
	case *xast.FootnoteList:
		w.raw("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n<ol>\n")
		w.blocks(n)
		w.raw("</ol>\n</section>\n")
	case *xast.Footnote:
		w.raw("<li")
		w.attribute("id", w.o.IDPrefix+"note-"+strconv.Itoa(n.Index))
		w.raw(">")
		w.blocks(n)
		w.raw("</li>\n")
	default:
		// A backlink stands beside the blocks of a footnote that does not end in a paragraph.
		if n.Type() == ast.TypeInline {
			w.inline(n)
		}
	}
}

// nest writes a block that holds others. Beyond a depth that no prose needs,
// the blocks are laid flat.
func (w *proseWriter) nest(n ast.Node, open, close string) {
	if w.depth > deepest {
		if n.Kind() != ast.KindList { // items need their list
			w.blocks(n)
			return
		}
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			w.blocks(item)
		}
		return
	}
	w.raw(open)
	w.blocks(n)
	w.raw(close)
}

func (w *proseWriter) table(n *xast.Table) {
	w.raw("<div class=\"table-scroll\" tabindex=\"0\"><table>\n")
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		tag := "td"
		if _, ok := row.(*xast.TableHeader); ok {
			tag = "th"
			w.raw("<thead>\n")
		} else if !body {
			body = true
			w.raw("<tbody>\n")
		}
		w.raw("<tr>")
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			w.raw("<" + tag)
			if tag == "th" {
				w.raw(` scope="col"`)
			}
			if cell, ok := c.(*xast.TableCell); ok {
				switch cell.Alignment {
				case xast.AlignRight:
					w.raw(` class="align-right"`)
				case xast.AlignCenter:
					w.raw(` class="align-center"`)
				}
			}
			w.raw(">")
			w.inlines(c)
			w.raw("</" + tag + ">")
		}
		w.raw("</tr>\n")
		if tag == "th" {
			w.raw("</thead>\n")
		}
	}
	if body {
		w.raw("</tbody>\n")
	}
	w.raw("</table></div>\n")
}

func (w *proseWriter) highlight(lang string, lines *text.Segments) {
	w.raw(string(Highlight(lang, string(lines.Value(w.src)))))
	w.raw("\n")
}

func (w *proseWriter) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
}

func (w *proseWriter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		value := n.Segment.Value(w.src)
		if n.IsRaw() {
			w.text(value)
		} else {
			resolve(value, 0, func(p piece) { w.text(p.text) })
		}
		switch {
		case n.HardLineBreak():
			w.raw("<br>\n")
		case n.SoftLineBreak():
			w.raw("\n")
		}
	case *ast.String:
		w.text(n.Value)
	case *ast.CodeSpan:
		w.raw("<code>")
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				value := t.Segment.Value(w.src)
				body := bytes.TrimRight(value, "\r\n")
				w.text(body)
				if len(body) < len(value) {
					w.raw(" ")
				}
			}
		}
		w.raw("</code>")
	case *ast.Emphasis:
		if n.Level > 1 {
			w.around(n, "strong")
		} else {
			w.around(n, "em")
		}
	case *xast.Strikethrough:
		w.around(n, "del")
	case *ast.Link:
		w.link(resolved(n.Destination), func() { w.inlines(n) })
	case *ast.Image:
		dest := resolved(n.Destination)
		alt := w.words(n)
		if strings.TrimSpace(alt) == "" {
			alt = dest
		}
		w.link(dest, func() { w.text([]byte(alt)) })
	case *ast.AutoLink:
		w.link(address(n, w.src), func() { w.text(n.Label(w.src)) })
	case *xast.FootnoteLink:
		number := strconv.Itoa(n.Index)
		w.raw("<sup")
		w.attribute("id", w.o.IDPrefix+"note-ref-"+number+again(n.RefIndex))
		w.raw(">")
		if !w.inLink {
			w.raw("<a")
			w.attribute("href", "#"+w.o.IDPrefix+"note-"+number)
			w.raw(` class="note-ref" role="doc-noteref" aria-label="Note ` + number + `"`)
			w.raw(">")
		}
		w.raw(number)
		if !w.inLink {
			w.raw("</a>")
		}
		w.raw("</sup>")
	case *xast.FootnoteBacklink:
		if n.RefCount == 0 {
			return
		}
		w.raw(" <a")
		w.attribute("href", "#"+w.o.IDPrefix+"note-ref-"+strconv.Itoa(n.Index)+again(n.RefIndex))
		w.raw(` class="note-back" role="doc-backlink" aria-label="Back to the text">↩</a>`)
	default:
		w.inlines(n)
	}
}

func again(reference int) string {
	if reference == 0 {
		return ""
	}
	return "-" + strconv.Itoa(reference+1)
}

func (w *proseWriter) around(n ast.Node, tag string) {
	w.raw("<" + tag + ">")
	w.inlines(n)
	w.raw("</" + tag + ">")
}

// link writes words as a link, or alone where the address may not be followed
// or where a link is open already.
func (w *proseWriter) link(dest string, words func()) {
	href := outside(dest)
	if href == "" {
		href = inside(dest, w.o.Root)
		if id, ok := strings.CutPrefix(dest, "#"); ok && w.taken[id] {
			href = "#" + w.o.IDPrefix + escaped(id)
		}
	}
	if href == "" || w.inLink {
		words()
		return
	}
	w.raw("<a")
	w.attribute("href", href)
	w.raw(">")
	w.inLink = true
	words()
	w.inLink = false
	w.raw("</a>")
}

// InlineWords returns one line or a few of editors' Markdown as plain text on
// one line. Marks that open blocks are text, as in [InlineProse].
func InlineWords(src string) string {
	if unmarked(src) {
		return strings.Join(strings.Fields(src), " ")
	}
	source := flush(src)
	doc := parse(inlineParser, source)
	if doc == nil {
		return src
	}
	w := proseWriter{src: source}
	var b strings.Builder
	for c := doc.FirstChild(); c != nil; c = c.NextSibling() {
		b.WriteString(w.words(c))
		b.WriteByte(' ')
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
