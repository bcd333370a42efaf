package diag

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/source"
)

func TestSortedPutsDiagnosticsInOrderWithoutDoubles(t *testing.T) {
	a, b := source.New("a.yaml", "one\ntwo"), source.New("b.yaml", "three")
	list := List{
		{Span: b.Span(0, 1), Code: "x", Message: "last"},
		{Span: a.Span(4, 5), Code: "x", Message: "second"},
		{Span: a.Span(0, 1), Severity: Warning, Code: "x", Message: "a warning"},
		{Span: a.Span(0, 1), Code: "x", Message: "first"},
		{Span: a.Span(4, 5), Code: "x", Message: "second"},
	}
	var got []string
	for _, d := range list.Sorted() {
		got = append(got, d.Message)
	}
	if want := "first, a warning, second, last"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
	if n := list.Errors(); n != 4 {
		t.Errorf("%d errors, want 4", n)
	}
	if list[0].Message != "last" {
		t.Error("Sorted changed its list")
	}
}

// TestExcerpt shows what stands under the message. The span is what stands
// between « and » in the text.
func TestExcerpt(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a word", "title: «Dam» breaks", "" +
			"  1 | title: Dam breaks\n" +
			"    |        ^^^"},
		{"a later line, with a wide gutter", strings.Repeat("\n", 99) + "a: «b»", "" +
			"  100 | a: b\n" +
			"      |    ^"},
		{"an empty place", "a: «»b", "" +
			"  1 | a: b\n" +
			"    |    ^"},
		{"the end of a line", "a:«»\nb: c", "" +
			"  1 | a:\n" +
			"    |   ^"},
		{"the end of the file", "a: b\n«»", "" +
			"  2 |\n" +
			"    | ^"},
		{"a tab before it", "\ta\t«b»c", "" +
			"  1 |     a   bc\n" +
			"    |         ^"},
		{"letters of two bytes", "später: «übel»", "" +
			"  1 | später: übel\n" +
			"    |         ^^^^"},
		{"wide letters", "題名: «東京»です", "" +
			"  1 | 題名: 東京です\n" +
			"    |       ^^^^"},
		{"combining marks", "cafe\u0301: «re\u0301sume\u0301» x", "" +
			"  1 | cafe\u0301: re\u0301sume\u0301 x\n" +
			"    |       ^^^^^^"},
		{"a sequence that steers the terminal", "a: «\x1b[2J»b", "" +
			"  1 | a: <U+001B>[2Jb\n" +
			"    |    ^^^^^^^^^^^"},
		{"a mark that turns the direction", "a\u202Eb «c»", "" +
			"  1 | a<U+202E>b c\n" +
			"    |            ^"},
		{"a byte that is no text", "a: «\xE9»t", "" +
			"  1 | a: <0xE9>t\n" +
			"    |    ^^^^^^"},
		{"several lines", "a: «b\nc» d", "" +
			"  1 | a: b\n" +
			"    |    ^…"},
		{"a line break only", "a: «b\r\n»c", "" +
			"  1 | a: b\n" +
			"    |    ^"},
		{"a long line, in the middle", strings.Repeat("left ", 20) + "«here»" + strings.Repeat(" right", 20), "" +
			"  1 | …left left here right right r…\n" +
			"    |            ^^^^"},
		{"a long line, at its end", strings.Repeat("left ", 20) + "«here»", "" +
			"  1 | …eft left left left left here\n" +
			"    |                          ^^^^"},
		{"a long line, at its begin", "«here»" + strings.Repeat(" right", 20), "" +
			"  1 | here right right right right …\n" +
			"    | ^^^^"},
		{"a span longer than the window", "a: «" + strings.Repeat("b", 80) + "»", "" +
			"  1 | a: bbbbbbbbbbbbbbbbbbbbbbbbbb…\n" +
			"    |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, rest, _ := strings.Cut(c.text, "«")
			inside, after, _ := strings.Cut(rest, "»")
			file := source.New("x.yaml", before+inside+after)
			var b strings.Builder
			err := WriteText(&b, List{{Span: file.Span(len(before), len(before)+len(inside)), Message: "m"}}, TextOptions{Width: 30})
			if err != nil {
				t.Fatal(err)
			}
			_, got, _ := strings.Cut(strings.TrimSuffix(b.String(), "\n"), "\n")
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestTextShowsHintAndRelatedPlaces(t *testing.T) {
	file := source.New("story/a.yaml", "claim: a\nclaim: b\n")
	list := List{
		{Span: file.Span(9, 14), Code: "duplicate-key", Message: "“claim” is given twice", Hint: "keep one:\nclaim: a\n\n  claim: b",
			Related: []Related{{file.Span(0, 5), "it stands here already"}}},
		{Span: source.New("site.yaml", "").Span(0, 0), Severity: Warning, Message: "not\nthere \x1b[31m"},
		{Message: "nowhere"},
	}
	var b strings.Builder
	if err := WriteText(&b, list, TextOptions{Root: "../content"}); err != nil {
		t.Fatal(err)
	}
	want := `../content/story/a.yaml:2:1: error: “claim” is given twice
  2 | claim: b
    | ^^^^^
hint: keep one:
      claim: a

        claim: b
../content/story/a.yaml:1:1: it stands here already
  1 | claim: a
    | ^^^^^
../content/site.yaml:1:1: warning: not there <U+001B>[31m
content: error: nowhere
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	b.Reset()
	if err := WriteText(&b, list[:1], TextOptions{Color: true}); err != nil {
		t.Fatal(err)
	}
	if first, _, _ := strings.Cut(b.String(), "\n"); first != "\x1b[1mstory/a.yaml:2:1:\x1b[0m \x1b[1;31merror:\x1b[0m \x1b[1m“claim” is given twice\x1b[0m" {
		t.Errorf("colors: %q", first)
	}
}

func TestJSON(t *testing.T) {
	file := source.New("a.yaml", "é: b\nc")
	list := List{{Span: file.Span(4, 7), Severity: Warning, Code: "x", Message: "m <b>", Hint: "h",
		Related: []Related{{file.Span(0, 2), "r"}}}, {Message: "nowhere"}}
	var b bytes.Buffer
	if err := WriteJSON(&b, list, "content"); err != nil {
		t.Fatal(err)
	}
	want := `[
  {
    "path": "content/a.yaml",
    "line": 1,
    "column": 4,
    "endLine": 2,
    "endColumn": 2,
    "severity": "warning",
    "code": "x",
    "message": "m <b>",
    "hint": "h",
    "related": [
      {
        "path": "content/a.yaml",
        "line": 1,
        "column": 1,
        "endLine": 1,
        "endColumn": 2,
        "message": "r"
      }
    ]
  },
  {
    "path": "content",
    "line": 1,
    "column": 1,
    "endLine": 1,
    "endColumn": 1,
    "severity": "error",
    "code": "",
    "message": "nowhere",
    "hint": "",
    "related": []
  }
]
`
	if b.String() != want {
		t.Errorf("got %s", b.String())
	}
	b.Reset()
	if WriteJSON(&b, nil, ""); b.String() != "[]\n" {
		t.Errorf("no diagnostics give %q", b.String())
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestAFailureToWriteIsReported(t *testing.T) {
	if WriteText(broken{}, List{{Message: "m"}}, TextOptions{}) == nil || WriteJSON(broken{}, nil, "") == nil {
		t.Error("the failure is lost")
	}
}

// FuzzExcerpt: whatever a file holds, its excerpt has two lines, no longer than
// asked for but for its frame, that cannot steer a terminal, with the mark below
// the text.
func FuzzExcerpt(f *testing.F) {
	for _, s := range []string{"", "a", "title: Dam breaks", "\ta\tb", "題名: 東京です", "cafe\u0301", "\x1b[2J", "a\u202Eb", "\xE9", "a\r\nb", "👩‍👩‍👧‍👦 family", strings.Repeat("long ", 99), strings.Repeat("\u0301", 300)} {
		f.Add(s, len(s)/2, len(s)/2+1, 30)
		f.Add(s, 0, len(s), 100)
	}
	f.Fuzz(func(t *testing.T, text string, start, end, columns int) {
		columns = 12 + (columns&0x7fff)%200
		file := source.New("a", text)
		span := file.Span(start, end)
		var b strings.Builder
		WriteText(&b, List{{Span: span, Message: text, Hint: text}}, TextOptions{Width: columns})
		out := b.String()
		if !utf8.ValidString(out) {
			t.Fatalf("not UTF-8: %q", out)
		}
		for _, r := range out {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
				t.Fatalf("%U reaches the terminal", r)
			}
		}
		if text == "" {
			return
		}
		lines := strings.Split(out, "\n")
		bar := strings.IndexByte(lines[1], '|')
		shown, mark := lines[1][bar+1:], lines[2][bar+1:]
		if n := columnsOf(shown); n > columns+1 {
			t.Fatalf("%d columns shown, %d asked for: %q", n, columns, shown)
		}
		if !strings.Contains(mark, "^") {
			t.Fatalf("no mark: %q", mark)
		}
		if over := columnsOf(strings.TrimSuffix(mark, "…")) - max(1, columnsOf(shown)); over > 1 {
			t.Fatalf("the mark goes beyond the text:\n%s\n%s", shown, mark)
		}
		b.Reset()
		WriteJSON(&b, List{{Span: span, Message: text}}, "")
		if !json.Valid([]byte(b.String())) {
			t.Fatal("not JSON")
		}
	})
}

func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain/ä b":          "plain/ä b",
		"a\x1b[31m\nb\tc":    "a<U+001B>[31m<U+000A>b<U+0009>c",
		"x\u202ey\xff\u0085": "x<U+202E>y<0xFF><U+0085>",
	} {
		if got := Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}
