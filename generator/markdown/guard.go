package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// What is in this file keeps the work on a text in proportion to its length.
// Every measure is a count, so that the same text always gives the same.

// mostMarks is how many marks a paragraph, heading or cell may hold and still
// be read as Markdown. goldmark looks from each mark over the rest of its
// paragraph or back over the marks before, so without a bound its time grows
// with the square of the length. A link takes two marks.
const mostMarks = 600

// guard is an inline parser that stands before all others and takes the lines
// of a block with more than mostMarks marks for text, escapes and entities
// aside.
type guard struct{}

// Trigger names the marks at which a parser of inline markup begins. A text
// before the first of them is the same with or without a guard.
func (guard) Trigger() []byte { return []byte("![]`<*_~") }

// guarded remembers what was found of the block at hand.
type guarded struct {
	block ast.Node
	plain bool
}

var guardedKey = parser.NewContextKey()

func (guard) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	g, _ := pc.Get(guardedKey).(*guarded)
	if g == nil {
		g = new(guarded)
		pc.Set(guardedKey, g)
	}
	if g.block != parent {
		g.block, g.plain = parent, marks(parent.Lines(), block.Source()) > mostMarks
	}
	if !g.plain {
		return nil
	}
	line, segment := block.PeekLine()
	words := ast.NewTextSegment(segment.TrimRightSpace(block.Source()))
	words.SetSoftLineBreak(bytes.HasSuffix(line, []byte("\n")))
	block.AdvanceLine()
	return words
}

// marks counts what may open or close inline markup: brackets, less-than signs
// and runs of each other mark.
func marks(lines *text.Segments, source []byte) (n int) {
	for i := range lines.Len() {
		var last byte
		line := lines.At(i)
		for _, c := range line.Value(source) {
			switch c {
			case '[', ']', '<':
				n++
			case '*', '_', '~', '`':
				if c != last {
					n++
				}
			}
			last = c
		}
	}
	return n
}

// noteParser opens footnotes, up to mostNotes of them: goldmark seeks each
// reference among all notes and sorts the notes by insertion. A text that has
// more is not read as Markdown at all, see parse; a single note cannot be left
// as text, since it could be taken for the address of a reference and vanish.
type noteParser struct{ parser.BlockParser }

const mostNotes = 1000

var notesKey = parser.NewContextKey()

func (p noteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	n, _ := pc.Get(notesKey).(int)
	if n > mostNotes {
		return nil, parser.NoChildren
	}
	node, state := p.BlockParser.Open(parent, reader, pc)
	if node != nil {
		pc.Set(notesKey, n+1)
	}
	return node, state
}

// tables is goldmark's table syntax with a bound: a table of which most would
// be cells that nobody wrote stays a paragraph.
type tables struct{}

func (tables) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithParagraphTransformers(util.Prioritized(boundedTable{extension.NewTableParagraphTransformer()}, 200)),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
}

type boundedTable struct{ table parser.ParagraphTransformer }

// mostPipes is how many escaped pipes the tables of a text may hold: goldmark
// compares each with each.
const mostPipes = 1000

var pipesKey = parser.NewContextKey()

// Transform makes a table of a paragraph that is one.
func (b boundedTable) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, source := node.Lines(), reader.Source()
	written, pipes, table := 0, 0, false
	for i := lines.Len() - 1; i > 0; i-- {
		segment := lines.At(i)
		line := segment.Value(source)
		if delimiters(line) {
			// goldmark fills each row up to the width of the header. A cell that was
			// written takes a byte at least; the 100 are for small tables.
			rows := lines.Len() - i - 1
			columns := bytes.Count(bytes.Trim(line, "| \t\r\n"), []byte("|")) + 1
			if columns*rows > written+100 {
				return
			}
			table = true
		}
		written += len(line)
		pipes += bytes.Count(line, []byte(`\|`))
	}
	if !table {
		return
	}
	if pipes > 0 {
		before, _ := pc.Get(pipesKey).(int)
		if before+pipes > mostPipes {
			return
		}
		pc.Set(pipesKey, before+pipes)
	}
	b.table.Transform(node, reader, pc)
}

// delimiters reports that a line could part the header of a table from its
// rows.
func delimiters(line []byte) bool {
	dash := false
	for _, c := range line {
		switch c {
		case '-':
			dash = true
		case '|', ':':
		default:
			if !util.IsSpace(c) {
				return false
			}
		}
	}
	return dash
}
