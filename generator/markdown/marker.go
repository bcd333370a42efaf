package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A Marker is {{word}} in prose: where it stands alone on a line of a paragraph
// that is in no list or quotation, something else can be put in its place (see
// ProseAround). Between backticks and in blocks of code it is none.
type Marker struct {
	Start, End int    // of the braces and what is between them, in the source
	Word       string // between the braces, without blanks
	Alone      bool
}

// Text is the marker in its one form.
func (m Marker) Text() string { return "{{" + m.Word + "}}" }

var markerForm = regexp.MustCompile(`\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}`)

// Markers returns the markers of prose in reading order.
func Markers(src string) []Marker {
	if !strings.Contains(src, "{{") {
		return nil
	}
	source := []byte(src)
	doc := parse(proseParser, source)
	if doc == nil {
		return nil
	}
	var markers []Marker
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindCodeSpan, ast.KindLink, ast.KindImage, ast.KindAutoLink:
			return ast.WalkSkipChildren, nil
		}
		t, ok := n.(*ast.Text)
		if !ok {
			return ast.WalkContinue, nil
		}
		parent := t.Parent()
		top := parent != nil && parent.Kind() == ast.KindParagraph && parent.Parent() == doc
		// The parser cuts text wherever a mark could have begun.
		if before, ok := t.PreviousSibling().(*ast.Text); ok && before.Segment.Stop == t.Segment.Start {
			return ast.WalkContinue, nil
		}
		at, end := t.Segment.Start, t.Segment.Stop
		for next, ok := t.NextSibling().(*ast.Text); ok && next.Segment.Start == end; next, ok = next.NextSibling().(*ast.Text) {
			end = next.Segment.Stop
		}
		for _, m := range markerForm.FindAllSubmatchIndex(source[at:end], -1) {
			k := Marker{Start: at + m[0], End: at + m[1], Word: string(source[at+m[2] : at+m[3]])}
			line := src[strings.LastIndexByte(src[:k.Start], '\n')+1:]
			if i := strings.IndexByte(line, '\n'); i >= 0 {
				line = line[:i]
			}
			k.Alone = top && strings.TrimSpace(line) == src[k.Start:k.End]
			markers = append(markers, k)
		}
		return ast.WalkContinue, nil
	})
	return markers
}

// ProseAround turns prose into HTML as Prose does, in pieces: where the markers
// stand, which are alone on their lines and in order, something can be put
// between. It returns a piece more than there are markers. The pieces are one
// text, with its headings and footnotes in common.
func ProseAround(src string, markers []Marker, o ProseOptions) []string {
	sign := "{{}}"
	for n := 0; strings.Contains(src, sign); n++ { // an editor's own words
		sign = "{{" + strconv.Itoa(n) + "}}"
	}
	var b strings.Builder
	last := 0
	for _, m := range markers { // a paragraph each
		b.WriteString(src[last:m.Start])
		b.WriteString("\n\n" + sign + "\n\n")
		last = m.End
	}
	b.WriteString(src[last:])
	pieces := strings.SplitN(string(Prose(b.String(), o)), "<p>"+sign+"</p>\n", len(markers)+1)
	for len(pieces) <= len(markers) { // prose that could not be parsed
		pieces = append(pieces, "")
	}
	return pieces
}
