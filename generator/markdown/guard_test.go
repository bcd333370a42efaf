package markdown

import (
	"strconv"
	"strings"
	"testing"
)

// overmarked has a paragraph of each kind at which a parser of Markdown looks
// over and over: marks that may open something which never ends.
var overmarked = map[string]func(n int) string{
	"links without an end":      func(n int) string { return strings.Repeat("[a](", n) },
	"empty links without end":   func(n int) string { return strings.Repeat("[](", n) },
	"images without an end":     func(n int) string { return strings.Repeat("![a](", n) },
	"images of nothing":         func(n int) string { return strings.Repeat("![a", n) },
	"brackets in brackets":      func(n int) string { return strings.Repeat("[", n) + "a" + strings.Repeat("]", n) },
	"brackets that close":       func(n int) string { return strings.Repeat("a]", n) },
	"brackets of four":          func(n int) string { return strings.Repeat("[[[[a]]]]", n) },
	"brackets around a word":    func(n int) string { return strings.Repeat("[a]", n) },
	"notes that are not there":  func(n int) string { return strings.Repeat("[^a]", n) },
	"emphasis of two kinds":     func(n int) string { return strings.Repeat("*a_ ", n) },
	"emphasis without an end":   func(n int) string { return "a**b" + strings.Repeat("c* ", n) },
	"strikes without an end":    func(n int) string { return strings.Repeat("a ~~b", n) },
	"code of unequal fences":    func(n int) string { return "x" + strings.Repeat("`a``b``", n) },
	"automatic links":           func(n int) string { return "x" + strings.Repeat("<http:", n) },
	"references without an end": func(n int) string { return strings.Repeat("[a][", n) },
}

// A paragraph with more marks than any text has is shown as it was written,
// and what stands around it is not.
func TestAParagraphOfTooManyMarksIsPlain(t *testing.T) {
	for name, of := range overmarked {
		for what, wrap := range map[string][2]string{"paragraph": {"", ""}, "heading": {"# ", ""}, "item": {"- ", ""}, "quote": {"> ", ""}, "cell": {"|h|\n|-|\n|", "|"}, "second line": {"one\n", "\nthree"}} {
			long := strings.TrimSpace(of(2000))
			src := "*before*\n\n" + wrap[0] + long + wrap[1] + "\n\n*after*"
			text := Article(src)
			if !strings.Contains(text.Plain, long) {
				t.Errorf("%s in a %s: not shown as written: %.60q", name, what, text.Plain)
			}
			marks := 0
			for _, in := range text.Inlines {
				if in.Kind != Emphasis {
					t.Errorf("%s in a %s: %v", name, what, in)
					break
				}
				marks++
			}
			if marks != 2 {
				t.Errorf("%s in a %s: %d stretches of emphasis, want those before and after", name, what, marks)
			}
			checkText(t, src, text)
			out := string(Prose(src, ProseOptions{}))
			checkHTML(t, name, out)
			if n := strings.Count(out, "<em>"); n != 2 || strings.Contains(out, "<a") {
				t.Errorf("%s in a %s: %d stretches of emphasis in %.80q", name, what, n, out)
			}
		}
	}
}

// The count begins anew with every paragraph: a long article full of links
// keeps them all, and so does a paragraph of a few hundred.
func TestManyLinksInALongArticle(t *testing.T) {
	paragraph := strings.Repeat("They *said* so [here](https://a.example/x) and `there`. ", 10)
	for name, src := range map[string]string{
		"paragraphs": strings.Repeat(paragraph+"\n\n", 120),
		"items":      strings.Repeat("- "+paragraph+"\n", 120),
		"rows":       "|h|\n|-|\n" + strings.Repeat("|"+paragraph+"|\n", 120),
		"one":        strings.Repeat("See [it](https://a.example/x). ", 300),
	} {
		links := 0
		for _, in := range Article(src).Inlines {
			if in.Kind == Link {
				links++
			}
		}
		if want := strings.Count(src, "]("); links != want {
			t.Errorf("%s: %d links, want %d", name, links, want)
		}
	}
}

func cells(blocks []Block) (n int) {
	for _, b := range blocks {
		if b.Kind == Cell {
			n++
		}
		n += cells(b.Children)
	}
	return n
}

// Rows shorter than their header are filled up with cells; a few, as in real
// tables, but not without measure.
func TestTablesDoNotSwell(t *testing.T) {
	wide := strings.Repeat("|a", 300) + "|\n" + strings.Repeat("|-", 300) + "|\n"
	for name, src := range map[string]string{
		"short rows":    wide + strings.Repeat("|a\n", 2000),
		"without pipes": wide + strings.Repeat("a\n", 2000),
		"in a quote":    "> " + strings.ReplaceAll(wide, "\n", "\n> ") + strings.Repeat("a\n", 2000),
		"many":          strings.Repeat(strings.Repeat("|a", 14)+"\n"+strings.Repeat("|-", 14)+"\n"+strings.Repeat("a\n", 14)+"\n", 100),
		"a text before": "text\n" + wide + strings.Repeat("|a\n", 2000),
	} {
		text := Article(src)
		if n := cells(text.Blocks); n > 2*len(src) {
			t.Errorf("%s: %d cells of %d bytes", name, n, len(src))
		}
		if got := strings.Count(text.Plain, "a"); got != strings.Count(src, "a") {
			t.Errorf("%s: %d letters of %d are left", name, got, strings.Count(src, "a"))
		}
		if out := Prose(src, ProseOptions{}); len(out) > 100*len(src) {
			t.Errorf("%s: %d bytes became %d", name, len(src), len(out))
		}
	}
	for name, src := range map[string]string{
		"a row of one cell": "|a|b|c|\n|-|-|-|\n|1|2|3|\n|x|\n|4|5|6|",
		"empty cells":       strings.Repeat("|a", 40) + "|\n" + strings.Repeat("|-", 40) + "|\n" + strings.Repeat(strings.Repeat("|", 41)+"\n", 400),
	} {
		if cells(Article(src).Blocks) == 0 {
			t.Errorf("%s: no table", name)
		}
	}
	piped := "|h|\n|-|\n" + strings.Repeat("|`a\\|b`|\n", 20)
	if text := Article(piped); strings.Count(text.Plain, "a|b") != 20 {
		t.Errorf("pipes in code: %q", text.Plain)
	}
	if text := Article("|h|\n|-|\n" + strings.Repeat("|`a\\|b`|\n", 20_000)); cells(text.Blocks) > 0 || strings.Count(text.Plain, "b") != 20_000 {
		t.Errorf("pipes in code without measure: %d cells", cells(text.Blocks))
	}
}

// A text with more notes than any text has is shown as it was written.
func TestManyNotes(t *testing.T) {
	for name, src := range map[string]string{
		"of one label":   strings.Repeat("[^a]: xyz\n", 5000),
		"parted":         strings.Repeat("[^a]: xyz\n\n", 5000) + "[^a]",
		"in one another": strings.Repeat("[^a]: ", 5000) + "xyz",
		"and quotations": strings.Repeat("[^a]: > ", 5000) + "xyz",
		"and many lists": "[^a]:" + strings.Repeat(" -", 5000) + " xyz",
	} {
		text := Article(src)
		if got, want := strings.Count(text.Plain, "xyz"), strings.Count(src, "xyz"); got != want {
			t.Errorf("%s: %d of %d notes are left", name, got, want)
		}
		if n := len(text.Blocks); n > 0 && text.Blocks[n-1].Kind == Footnotes && len(text.Blocks[n-1].Children) > mostNotes {
			t.Errorf("%s: %d notes", name, len(text.Blocks[n-1].Children))
		}
		checkText(t, src, text)
		checkHTML(t, name, string(Prose(src, ProseOptions{})))
	}
	if n := nests([]byte("a\n" + strings.Repeat("[^a]: > ", 300))); n != 600 {
		t.Errorf("nests = %d, want 600", n)
	}
}

// Each heading of the same words gets the next number, also where a heading
// bears a number of its own.
func TestHeadingsOfTheSameWords(t *testing.T) {
	out := string(Prose("# A\n\n# A 2\n\n# A\n\n# A\n\n# A 2\n", ProseOptions{}))
	for _, id := range []string{"a", "a-2", "a-3", "a-4", "a-2-2"} {
		if strings.Count(out, `id="`+id+`"`) != 1 {
			t.Errorf("id %s not once in %s", id, out)
		}
	}
	const n = 20_000
	src := []byte(strings.Repeat("# A\n", n))
	w := newProseWriter(src, ProseOptions{})
	w.headings(parse(proseParser, src))
	if w.tried > 2*n {
		t.Errorf("%d ids tried for %d headings", w.tried, n)
	}
	if !w.taken["a-"+strconv.Itoa(n)] {
		t.Error("the last heading has not the last number")
	}
}

func TestLinksThatLeaveTheSite(t *testing.T) {
	for _, c := range []struct{ dest, root, want string }{
		{"/../../x", "../", ""},
		{"/%2e%2e/x", "../", ""},
		{"/%2E./x", "", ""},
		{"/a/../../x", "", ""},
		{"/a%2f..%2f..%2fx", "", ""},
		{"/%2e%2e/%zz", "", ""},
		{"/..%5cx", "", ""},
		{"/a/../x.html", "../", "../a/../x.html"},
		{"/..x.html", "", "..x.html"},
		{"/.../x.html", "", ".../x.html"},
		{"/x.html?y=../../z#/../..", "", "x.html?y=../../z#/../.."},
		{"../x.html", "../", "../x.html"},
		{"../x.html", "", ""},
		{"../../x.html", "../", ""},
		{"%2e%2e/../x.html", "../", ""},
		{"..", "", ""},
		{"#..", "", "#.."},
		{"/javascript:alert(1)", "", "./javascript:alert(1)"},
		{"/data:text/html,x", "", "./data:text/html,x"},
		{"/javascript:alert(1)", "../", "../javascript:alert(1)"},
	} {
		if got := inside(c.dest, c.root); got != c.want {
			t.Errorf("inside(%q, %q) = %q, want %q", c.dest, c.root, got, c.want)
		}
	}
	for _, src := range []string{"[y](/../../x)", "[y](/%2e%2e/x)", "[y](http://user:pw@host.example/)", "[y](https://good.example@evil.example)", "[y](http://@evil.example)", "[y](https://a%40b@evil.example)", "![y](https://u@evil.example/i.png)", "<http://user:pw@host.example>"} {
		for _, root := range []string{"", "../"} {
			if out := string(Prose(src, ProseOptions{Root: root})) + string(InlineProse(src, ProseOptions{Root: root})); strings.Contains(out, "<a") {
				t.Errorf("%s: %s", src, out)
			}
		}
		for _, in := range Article(src).Inlines {
			if in.Href != "" {
				t.Errorf("%s: leads to %s", src, in.Href)
			}
		}
	}
}
