package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Three parsers, none of which knows HTML: a tag is text like any other. A
// goldmark parser keeps no state between documents and is safe for concurrent
// use.
var (
	articleParser = newParser(blockParsers(), tables{}, extension.Strikethrough, footnotes{})
	proseParser   = newParser(blockParsers(), tables{}, extension.Strikethrough, extension.Linkify, footnotes{})
	inlineParser  = newParser([]util.PrioritizedValue{
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}, extension.Strikethrough, extension.Linkify)
)

func blockParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
}

func newParser(blocks []util.PrioritizedValue, extensions ...goldmark.Extender) parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(
			util.Prioritized(guard{}, 0),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
	return goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(extensions...)).Parser()
}

// footnotes is goldmark's footnote syntax with one difference: a note that
// nothing refers to is kept, behind the others. Nothing that an editor wrote
// may vanish.
type footnotes struct{}

func (footnotes) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithBlockParsers(util.Prioritized(noteParser{extension.NewFootnoteBlockParser()}, 999)),
		parser.WithInlineParsers(util.Prioritized(extension.NewFootnoteParser(), 101)),
		parser.WithASTTransformers(
			util.Prioritized(footnotes{}, 998),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// Transform numbers the notes that have no number yet.
func (footnotes) Transform(doc *ast.Document, reader text.Reader, pc parser.Context) {
	if !bytes.Contains(reader.Source(), []byte("[^")) {
		return
	}
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		list, ok := n.(*xast.FootnoteList)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		for c := list.FirstChild(); c != nil; c = c.NextSibling() {
			if f, ok := c.(*xast.Footnote); ok && f.Index < 0 {
				list.Count++
				f.Index = list.Count
			}
		}
		return ast.WalkStop, nil
	})
}

// parse returns the document, or nil where goldmark fails on it. It has never
// been seen to, but what reads content must not fall over content. A source
// that nests deeper than any text does, or has more footnotes, gives nil as
// well: goldmark's time grows with the square of both.
func parse(p parser.Parser, src []byte) (doc ast.Node) {
	if nests(src) > 200 {
		return nil
	}
	defer func() {
		if recover() != nil {
			doc = nil
		}
	}()
	pc := parser.NewContext()
	doc = p.Parse(text.NewReader(src), parser.WithContext(pc))
	if n, _ := pc.Get(notesKey).(int); n > mostNotes {
		return nil
	}
	reorder(doc)
	return doc
}

// nests returns how many quotations, list items and footnotes at most open on
// one line.
func nests(src []byte) (most int) {
	for len(src) > 0 {
		depth, i := 0, 0
		for ; i < len(src); i++ {
			switch c := src[i]; {
			case c == ' ' || c == '\t':
				continue
			case c == '>':
				depth++
				continue
			case (c == '-' || c == '+' || c == '*' || c == '.' || c == ')') && i+1 < len(src) && (src[i+1] == ' ' || src[i+1] == '\t'):
				depth++
				continue
			case '0' <= c && c <= '9':
				continue
			case c == '[' && i+1 < len(src) && src[i+1] == '^':
				// goldmark takes labels of up to 999 bytes.
				label := src[i:min(len(src), i+1002)]
				if line := bytes.IndexByte(label, '\n'); line >= 0 {
					label = label[:line]
				}
				if end := bytes.Index(label, []byte("]:")); end >= 0 {
					depth++
					i += end + 1
					continue
				}
			}
			break
		}
		most = max(most, depth)
		next := bytes.IndexByte(src[i:], '\n')
		if next < 0 {
			break
		}
		src = src[i+next+1:]
	}
	return most
}

// reorder mends what goldmark 1.8 does to a paragraph that is a table as well
// as an underlined heading: the table comes out before the lines that stand
// before it.
func reorder(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeInline {
			return
		}
		t, ok := c.PreviousSibling().(*xast.Table)
		if ok && c.Kind() == ast.KindHeading && c.Lines().Len() > 0 && t.FirstChild() != nil && c.Lines().At(0).Start < t.FirstChild().Pos() {
			n.InsertBefore(n, t, c) // takes it out of its old place
			c = t
		}
		if c.Kind() == ast.KindBlockquote || c.Kind() == ast.KindList || c.Kind() == ast.KindListItem || c.Kind() == xast.KindFootnoteList || c.Kind() == xast.KindFootnote {
			reorder(c)
		}
	}
}

// A piece is a stretch of text as a reader sees it, and where it comes from.
type piece struct {
	text   []byte
	source int
}

// resolve cuts raw text into pieces, entities and backslash escapes resolved as
// CommonMark 0.31 says (2.4 and 2.5), and hands them on in order. Each piece is
// either a slice of raw, byte for byte, or what one entity stands for.
func resolve(raw []byte, source int, emit func(piece)) {
	from := 0
	for i := 0; i < len(raw); {
		switch {
		case raw[i] == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			if from < i {
				emit(piece{raw[from:i], source + from})
			}
			from = i + 1
			i += 2
		case raw[i] == '&':
			value, size := entity(raw[i:])
			if size == 0 {
				i++
				continue
			}
			if from < i {
				emit(piece{raw[from:i], source + from})
			}
			emit(piece{value, source + i})
			i += size
			from = i
		default:
			i++
		}
	}
	if from < len(raw) {
		emit(piece{raw[from:], source + from})
	}
}

// entity returns what the reference at the start of raw stands for and its
// length; 0 if there is none.
func entity(raw []byte) (value []byte, size int) {
	const longest = 34 // of the names in HTML: CounterClockwiseContourIntegral, & and ; included
	end := bytes.IndexByte(raw[:min(len(raw), longest)], ';')
	if end < 2 {
		return nil, 0
	}
	name := raw[1:end]
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(string(name))
		if !ok {
			return nil, 0
		}
		return e.Characters, end + 1
	}
	base, digits, most := rune(10), name[1:], 7
	if len(digits) > 0 && digits[0]|0x20 == 'x' {
		base, digits, most = 16, digits[1:], 6
	}
	if len(digits) == 0 || len(digits) > most {
		return nil, 0
	}
	var r rune
	for _, c := range digits {
		var d rune
		switch {
		case '0' <= c && c <= '9':
			d = rune(c - '0')
		case base == 16 && 'a' <= c|0x20 && c|0x20 <= 'f':
			d = rune(c|0x20-'a') + 10
		default:
			return nil, 0
		}
		r = r*base + d
	}
	if r == 0 || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return utf8.AppendRune(nil, r), end + 1
}

// resolved returns raw as a reader sees it.
func resolved(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 && bytes.IndexByte(raw, '&') < 0 {
		return string(raw)
	}
	var b strings.Builder
	resolve(raw, 0, func(p piece) { b.Write(p.text) })
	return b.String()
}

// language returns the first word of a fence's info string.
func language(n *ast.FencedCodeBlock, src []byte) string {
	return resolved(n.Language(src))
}
