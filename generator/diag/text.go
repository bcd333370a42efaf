package diag

import (
	"fmt"
	"io"
	slash "path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"crosscheck/generator/source"
)

// TextOptions says how diagnostics are printed for people. The zero value
// prints paths as they are in the files, lines of 100 columns, no color.
type TextOptions struct {
	Root  string // put before each path, so that it leads there from where the reader stands
	Color bool   // use the colors of a terminal
	Width int    // columns of an excerpt's text; 100 if 0
}

// WriteText prints diagnostics, in the order given, for people and for tools
// that read path:line:column:
//
//	content/site.yaml:3:1: error: “titel” is not a key of site.yaml
//	  3 | titel: Word for Word
//	    | ^^^^^
//	hint: did you mean title?
//
// Columns count code points. Nothing from a file reaches the terminal that
// could steer it: control characters, marks of direction and bytes that are no
// text are spelled out, as <U+001B>.
func WriteText(w io.Writer, list List, o TextOptions) error {
	if o.Width <= 0 {
		o.Width = 100
	}
	var b strings.Builder
	for i := range list {
		d := &list[i]
		color := red
		if d.Severity == Warning {
			color = yellow
		}
		b.WriteString(o.paint(bold, o.place(d.Span)+":"))
		b.WriteString(" " + o.paint(color, d.Severity.String()+":"))
		b.WriteString(" " + o.paint(bold, oneLine(d.Message)) + "\n")
		o.excerpt(&b, d.Span, color)
		if d.Hint != "" {
			for i, line := range strings.Split(strings.TrimRight(d.Hint, "\n"), "\n") {
				label := "      "
				if i == 0 {
					label = o.paint(green, "hint:") + " "
				}
				b.WriteString(strings.TrimRight(label+visible(line), " ") + "\n")
			}
		}
		for _, r := range d.Related {
			b.WriteString(o.paint(bold, o.place(r.Span)+":") + " " + oneLine(r.Message) + "\n")
			o.excerpt(&b, r.Span, cyan)
		}
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
		b.Reset()
	}
	return nil
}

// place returns path:line:column; a file without text counts as one empty line.
func (o *TextOptions) place(s source.Span) string {
	if s.File == nil {
		return "content"
	}
	p := s.File.Position(s.Start)
	return fmt.Sprintf("%s:%d:%d", visible(rooted(o.Root, s.File.Path)), p.Line, p.Column)
}

func rooted(root, name string) string {
	if root == "" {
		return name
	}
	return slash.Join(root, name)
}

// tabStop is the distance of tab stops in an excerpt.
const tabStop = 4

// excerpt prints the line in which a span begins, and a mark under what the
// span covers of it. Of a long line it prints a window; all work is bounded by
// the window's width, however long the line.
func (o *TextOptions) excerpt(b *strings.Builder, s source.Span, color string) {
	if s.File == nil || s.File.Text == "" {
		return
	}
	number := s.File.Position(s.Start).Line
	line, begin := s.File.Line(number)
	start := min(max(0, s.Start-begin), len(line))
	end := min(max(start, s.End-begin), len(line))
	goesOn := s.End > begin+len(line) && strings.TrimSpace(s.File.Text[min(begin+len(line), len(s.File.Text)):min(s.End, len(s.File.Text))]) != ""

	from, to := window(line, start, end, o.Width)
	row := make([]byte, 0, o.Width+16)
	column, first, last := 0, -1, -1
	put := func(text string, columns int) {
		row = append(row, text...)
		column += columns
	}
	if from > 0 {
		put("…", 1)
	}
	for i := from; i < to; {
		if i == start {
			first = column
		}
		text, columns, size := cell(line[i:], column)
		i += size
		put(text, columns)
		if i <= end {
			last = column
		}
	}
	if first < 0 { // behind the last character
		first = column
	}
	if to < len(line) {
		put("…", 1)
		if end > to {
			last = column
		}
	}
	gutter := fmt.Sprint(number)
	blank := strings.Repeat(" ", len(gutter))
	b.WriteString("  " + o.paint(blue, gutter+" |"))
	if len(row) > 0 {
		b.WriteString(" " + string(row))
	}
	under := strings.Repeat("^", max(1, last-first))
	if goesOn {
		under += "…"
	}
	b.WriteString("\n  " + o.paint(blue, blank+" |") + " " + strings.Repeat(" ", first) + o.paint(color, under) + "\n")
}

// window returns the part of a line that an excerpt shows: the span first, then
// what stands around it.
func window(line string, start, end, columns int) (from, to int) {
	if fits(line, columns) {
		return 0, len(line)
	}
	// Back to a third of the width before the span, never into the middle of a
	// character that has marks of its own. Marks take no room; most bounds them.
	most := 4 * columns
	back := func(from, room int) int {
		for n := 0; from > 0 && n < most; n++ {
			_, size := utf8.DecodeLastRuneInString(line[:from])
			_, k, _ := cell(line[from-size:from], 0)
			if room -= k; room < 0 {
				break
			}
			from -= size
		}
		for n := 0; from > 0 && from < start && n < most; n++ {
			r, size := utf8.DecodeRuneInString(line[from:])
			if !printable(r) || runeColumns(r) > 0 {
				break
			}
			from += size
		}
		return from
	}
	from = back(start, columns/3)
	to = from
	column := 0
	if from > 0 {
		column = 1
	}
	for n := 0; to < len(line) && n < 2*most; n++ {
		_, k, size := cell(line[to:], column)
		if column += k; column > columns-1 {
			break
		}
		to += size
	}
	if to == len(line) { // room is left: show more of what comes before
		from = min(from, back(to, columns-2))
	}
	return from, to
}

// widest is the greatest number of columns that one character takes: <U+10FFFF>.
const widest = 10

// fits reports whether a line needs no window.
func fits(line string, columns int) bool {
	if len(line) <= columns/widest {
		return true
	}
	if len(line) > 12*columns {
		return false
	}
	n := 0
	for i := 0; i < len(line); {
		_, k, size := cell(line[i:], n)
		n, i = n+k, i+size
	}
	return n <= columns
}

// cell returns how the first character of s is shown when it begins in that
// column, how many columns it takes, and its length in s.
func cell(s string, column int) (text string, columns, size int) {
	if c := s[0]; c >= 0x20 && c < 0x7F {
		return s[:1], 1, 1
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == '\t':
		n := tabStop - column%tabStop
		return "    "[:n], n, 1
	case r == utf8.RuneError && size == 1:
		text = fmt.Sprintf("<0x%02X>", s[0])
		return text, len(text), 1
	case !printable(r):
		text = fmt.Sprintf("<U+%04X>", r)
		return text, len(text), size
	}
	return s[:size], runeColumns(r), size
}

// printable reports whether a terminal shows the character and does nothing else.
func printable(r rune) bool {
	switch {
	case r == 0x200D || 0xFE00 <= r && r <= 0xFE0F: // joiner and variation selectors, parts of one sign
		return true
	case r == ' ' || r == 0xA0 || r == 0x202F || r == 0x3000 || 0x2000 <= r && r <= 0x200A || r == 0x205F:
		return true
	}
	return unicode.IsPrint(r)
}

// runeColumns returns how many columns of a terminal a printable character takes.
func runeColumns(r rune) int {
	if r < 0x300 {
		return 1
	}
	if r == 0x200D || unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// visible spells out what must not reach a terminal.
func visible(s string) string {
	clean := true
	for _, r := range s {
		if r == utf8.RuneError || !printable(r) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		text, _, size := cell(s[i:], 0)
		b.WriteString(text)
		i += size
	}
	return b.String()
}

// Visible returns text as it may go to a terminal: what could steer that,
// tabs and breaks of line too, is spelled out, as <U+001B>.
func Visible(s string) string { return visible(strings.ReplaceAll(s, "\t", "<U+0009>")) }

// oneLine makes a message one line.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\r\n") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return visible(s)
}

const (
	bold   = "1"
	red    = "1;31"
	yellow = "1;33"
	green  = "1;32"
	cyan   = "1;36"
	blue   = "34"
)

func (o *TextOptions) paint(style, s string) string {
	if !o.Color || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}
