// Package markdown is the only door to goldmark and chroma. It reads the
// articles and the editors' own prose.
//
// An article ([Plain], [Article]) becomes a [Text]: what a reader sees, as
// plain text in which quotes are sought and passages counted, and the blocks
// and inline marks that lie over it. Prose ([Prose], [InlineProse]) becomes safe
// HTML. In both, raw HTML is text: it is shown and never executed.
package markdown

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// Plain reads an article in plain text: nothing is markup, and every line that
// is not blank is a paragraph, white space around it left out.
func Plain(src string) Text {
	t := Text{Plain: src, origin: []step{{0, 0}}}
	t.Blocks = make([]Block, 0, strings.Count(src, "\n")+1)
	for from := 0; from < len(src); {
		end, next := len(src), len(src)
		if i := strings.IndexAny(src[from:], "\n\r"); i >= 0 {
			end, next = from+i, from+i+1
		}
		start := end - len(strings.TrimLeftFunc(src[from:end], unicode.IsSpace))
		end = start + len(strings.TrimRightFunc(src[start:end], unicode.IsSpace))
		if start < end {
			t.Blocks = append(t.Blocks, Block{Kind: Paragraph, Start: start, End: end})
		}
		from = next
	}
	return t
}

// Article reads an article in Markdown: CommonMark with tables, strikethrough
// and footnotes.
//
// In Plain a soft or hard line break is "\n", the cells of a row are parted by
// a tab and rows by "\n", and all other blocks by "\n\n". Entities and escapes
// are resolved. A reference to a footnote adds no characters; the notes stand
// at the end, in the order of their numbers, which follow the references.
func Article(src string) Text {
	source := []byte(src)
	doc := parse(articleParser, source)
	if doc == nil {
		return Plain(src)
	}
	r := articleReader{src: source}
	r.plain.Grow(len(src))
	blocks := r.children(doc, 0)
	t := Text{Plain: r.plain.String(), Blocks: blocks, Inlines: r.inlines, origin: r.origin}
	if len(t.origin) == 0 || t.origin[0].plain > 0 {
		t.origin = slices.Insert(t.origin, 0, step{0, 0})
	}
	t.origin = append(t.origin, step{len(t.Plain) + 1, len(src)}) // a bound, nothing stands there
	sort.SliceStable(t.Inlines, func(i, j int) bool {
		a, b := t.Inlines[i], t.Inlines[j]
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
	return t
}

// Source maps an offset of Plain to the byte offset in the source from which
// the character there came. It never falls as plain rises, except where the
// footnotes begin, which may be defined anywhere. A character without a source
// of its own (the blank line between two blocks) comes from the end of what
// stands before it.
func (t *Text) Source(plain int) int {
	if len(t.origin) == 0 {
		return plain
	}
	i := sort.Search(len(t.origin), func(i int) bool { return t.origin[i].plain > plain }) - 1
	if i < 0 {
		return t.origin[0].source
	}
	at := t.origin[i].source + plain - t.origin[i].plain
	if i+1 < len(t.origin) && t.origin[i].source <= t.origin[i+1].source {
		// What one entity stands for can be longer than the entity.
		at = min(at, t.origin[i+1].source)
	}
	if n := len(t.origin); n > 1 {
		at = min(at, t.origin[n-1].source)
	}
	return at
}

// deepest is how far blocks may nest before they are laid flat. No article
// nests so; it keeps hostile ones from exhausting whoever walks the tree.
const deepest = 24

// articleReader turns goldmark's tree into a Text.
type articleReader struct {
	src     []byte
	plain   strings.Builder
	inlines []Inline
	origin  []step
	at      int    // source offset behind what was written last
	between string // what parts the next characters from the last
	pending int    // line break met inside a block and not yet written: 1 + its source offset
	started int    // where the block at hand begins in plain; -1 until it has
	hard    bool   // the pending break is a hard one
}

// put writes text whose first byte stands at that offset of the source.
func (r *articleReader) put(text []byte, source int) {
	if len(text) == 0 {
		return
	}
	r.settle()
	r.write(string(text), source)
	r.at = max(r.at, source+len(text))
}

// settle writes what is due before the next characters: the line break inside
// a block, or what parts two blocks.
func (r *articleReader) settle() {
	if r.between != "" {
		if r.plain.Len() > 0 {
			r.write(r.between, r.at)
		}
		r.between = ""
	}
	if r.pending > 0 {
		at := r.plain.Len()
		r.write("\n", r.pending-1)
		r.at = max(r.at, r.pending-1)
		if r.hard {
			r.inlines = append(r.inlines, Inline{Kind: Break, Start: at, End: at + 1})
		}
		r.pending, r.hard = 0, false
	}
	if r.started < 0 {
		r.started = r.plain.Len()
	}
}

func (r *articleReader) write(text string, source int) {
	if n := len(r.origin); n > 0 {
		last := r.origin[n-1]
		if source-last.source == r.plain.Len()-last.plain {
			r.plain.WriteString(text)
			return
		}
	}
	r.origin = append(r.origin, step{r.plain.Len(), source})
	r.plain.WriteString(text)
}

// children reads the blocks below n.
func (r *articleReader) children(n ast.Node, depth int) []Block {
	var blocks []Block
	for _, c := range inOrder(n) {
		if depth > deepest && c.Kind() != ast.KindParagraph && c.Kind() != ast.KindTextBlock && c.HasChildren() && c.FirstChild().Type() == ast.TypeBlock {
			blocks = append(blocks, r.children(c, depth)...)
			continue
		}
		if b, ok := r.block(c, depth); ok {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// inOrder returns the children of n as they stand in the source. goldmark puts
// a table before the heading (underlined with dashes) whose first lines precede
// it; a reader must meet the text as it was written.
func inOrder(n ast.Node) []ast.Node {
	var nodes []ast.Node
	table := false
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		nodes = append(nodes, c)
		table = table || c.Kind() == xast.KindTable
	}
	if table {
		slices.SortStableFunc(nodes, func(a, b ast.Node) int {
			from, to := begins(a), begins(b)
			if from < 0 || to < 0 {
				return 0
			}
			return from - to
		})
	}
	return nodes
}

// begins returns where a block's first line stands in the source, -1 if it has
// none or, like the footnotes, no place of its own.
func begins(n ast.Node) int {
	if n.Type() != ast.TypeBlock || n.Kind() == xast.KindFootnoteList {
		return -1
	}
	if n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if at := begins(c); at >= 0 {
			return at
		}
	}
	return -1
}

func (r *articleReader) block(n ast.Node, depth int) (Block, bool) {
	part := "\n\n"
	b := Block{}
	leaf := true
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		b.Kind = Paragraph
	case *ast.Heading:
		b.Kind, b.Level = Heading, n.Level
	case *ast.ThematicBreak:
		return Block{Kind: Rule, Start: r.plain.Len(), End: r.plain.Len()}, true
	case *ast.CodeBlock:
		return r.code(n.Lines().Sliced(0, n.Lines().Len()), ""), true
	case *ast.FencedCodeBlock:
		return r.code(n.Lines().Sliced(0, n.Lines().Len()), language(n, r.src)), true
	case *xast.TableCell:
		b.Kind, part = Cell, "\t"
		_, b.Header = n.Parent().(*xast.TableHeader)
	default:
		leaf = false
		switch n := n.(type) {
		case *ast.Blockquote:
			b.Kind = Quote
		case *ast.List:
			b.Kind, b.Ordered = List, n.IsOrdered()
			if b.Ordered {
				b.Level = n.Start
			}
		case *ast.ListItem, *xast.Footnote:
			b.Kind = Item
		case *xast.Table:
			b.Kind = Table
		case *xast.TableHeader, *xast.TableRow:
			b.Kind, part = Row, "\n"
		case *xast.FootnoteList:
			b.Kind, b.Ordered = Footnotes, true
		default:
			return Block{}, false // definitions of references are not seen by a reader
		}
	}
	// The first cell of a row is parted from what stands before by its row, the
	// first row by its table.
	if b.Kind != Cell && b.Kind != Row || n.PreviousSibling() != nil {
		r.between = part
	}
	if !leaf {
		b.Children = r.children(n, depth+1)
		b.Start, b.End = r.plain.Len(), r.plain.Len()
		if k := len(b.Children); k > 0 {
			b.Start, b.End = b.Children[0].Start, b.Children[k-1].End
		}
		return b, true
	}
	r.started = -1
	r.inlinesOf(n)
	r.pending, r.hard = 0, false
	b.Start, b.End = r.plain.Len(), r.plain.Len()
	if r.started >= 0 {
		b.Start = r.started
	}
	return b, true
}

// code reads a block of code, without the line break at its end.
func (r *articleReader) code(lines []text.Segment, language string) Block {
	r.between = "\n\n"
	r.started = -1
	for i, line := range lines {
		value := line.Value(r.src)
		if i == len(lines)-1 {
			value = bytes.TrimRight(value, "\r\n")
		}
		// What a tab leaves over of an indent is padding: blanks that have no
		// place of their own in the source.
		padding := min(line.Padding, len(value))
		r.put(value[:padding], line.Start)
		r.put(value[padding:], line.Start)
	}
	b := Block{Kind: Code, Start: r.plain.Len(), End: r.plain.Len(), Language: language}
	if r.started >= 0 {
		b.Start = r.started
	}
	return b
}

// inlinesOf reads what stands in a block.
func (r *articleReader) inlinesOf(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			s := c.Segment
			if c.IsRaw() {
				r.put(s.Value(r.src), s.Start)
			} else {
				r.resolve(r.src[s.Start:s.Stop], s.Start)
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				r.pending, r.hard = s.Stop+1, c.HardLineBreak()
			}
		case *ast.String:
			r.put(c.Value, r.at)
		case *ast.CodeSpan:
			r.inline(Inline{Kind: CodeSpan}, func() { r.codeSpan(c) })
		case *ast.Emphasis:
			kind := Emphasis
			if c.Level > 1 {
				kind = Strong
			}
			r.inline(Inline{Kind: kind}, func() { r.inlinesOf(c) })
		case *xast.Strikethrough:
			r.inline(Inline{Kind: Strikethrough}, func() { r.inlinesOf(c) })
		case *ast.Link:
			r.inline(Inline{Kind: Link, Href: outside(resolved(c.Destination))}, func() { r.inlinesOf(c) })
		case *ast.Image:
			r.inline(Inline{Kind: Image, Href: outside(resolved(c.Destination))}, func() { r.inlinesOf(c) })
		case *ast.AutoLink:
			label := c.Label(r.src)
			at := max(r.at, c.Pos())
			if i := bytes.Index(r.src[at:], label); i >= 0 { // behind its “<”, if it has one
				at += i
			}
			r.inline(Inline{Kind: Link, Href: outside(address(c, r.src))}, func() { r.put(label, at) })
		case *xast.FootnoteLink:
			r.inline(Inline{Kind: FootnoteRef, Number: c.Index}, func() {})
		case *xast.FootnoteBacklink:
		default:
			r.inlinesOf(c)
		}
	}
}

// inline records a mark over what read writes.
func (r *articleReader) inline(mark Inline, read func()) {
	r.settle()
	mark.Start = r.plain.Len()
	at := len(r.inlines)
	r.inlines = append(r.inlines, mark)
	read()
	r.inlines[at].End = r.plain.Len()
}

func (r *articleReader) resolve(raw []byte, source int) {
	if bytes.IndexByte(raw, '\\') < 0 && bytes.IndexByte(raw, '&') < 0 {
		r.put(raw, source)
		return
	}
	resolve(raw, source, func(p piece) { r.put(p.text, p.source) })
	r.at = max(r.at, source+len(raw))
}

// codeSpan reads `code`, in which nothing is resolved and line breaks are
// blanks.
func (r *articleReader) codeSpan(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		value := t.Segment.Value(r.src)
		body := bytes.TrimRight(value, "\r\n")
		r.put(body, t.Segment.Start)
		if len(body) < len(value) {
			r.put([]byte(" "), t.Segment.Start+len(body))
		}
	}
}
