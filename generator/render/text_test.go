package render

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"crosscheck/generator/markdown"
)

func marked(start, end int, id string) mark {
	return mark{start: start, end: end, tag: "mark", attrs: ` class="c"`, id: id, after: `<a class="ref" href="#x">` + id + `</a>`}
}

func TestMarks(t *testing.T) {
	for _, test := range []struct {
		name, text, want string
		marks            []mark
	}{
		{"none", "a <b> & c", "<p>a &lt;b&gt; &amp; c</p>", nil},
		{"one", "one two three", `<p>one <mark class="c" id="x">two</mark><a class="ref" href="#x">x</a> three</p>`, []mark{marked(4, 7, "x")}},
		{"nested, the longer outside", "one two three", `<p><mark class="c" id="x">one <mark class="c" id="y">two</mark><a class="ref" href="#x">y</a> three</mark><a class="ref" href="#x">x</a></p>`,
			[]mark{marked(4, 7, "y"), marked(0, 13, "x")}},
		{"crossing, the lower one goes on in a second element", "one two three", `<p><mark class="c" id="x">one <mark class="c" id="y">two</mark></mark><a class="ref" href="#x">x</a><mark class="c" data-of="y"> three</mark><a class="ref" href="#x">y</a></p>`,
			[]mark{marked(0, 7, "x"), marked(4, 13, "y")}},
		{"the same stretch twice", "one", `<p><mark class="c" id="x"><mark class="c" id="y">one</mark></mark><a class="ref" href="#x">x</a><a class="ref" href="#x">y</a></p>`,
			[]mark{marked(0, 3, "x"), marked(0, 3, "y")}},
		{"across paragraphs", "one\ntwo", `<p><mark class="c" id="x">one</mark></p>` + "\n" + `<p><mark class="c" data-of="x">two</mark><a class="ref" href="#x">x</a></p>`, []mark{marked(0, 7, "x")}},
		{"white space at the ends is not marked", "one two three", `<p>one <mark class="c" id="x">two</mark><a class="ref" href="#x">x</a> three</p>`, []mark{marked(3, 8, "x")}},
		{"nothing to mark keeps its address", "one  two", `<p>one <span id="x"></span><a class="ref" href="#x">x</a> two</p>`, []mark{marked(4, 4, "x")}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := string(markedText(markdown.Plain(test.text), test.marks, 2)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestMarksGoThroughMarkdown(t *testing.T) {
	text := markdown.Article("# Head\n\nIt *was [not](https://x.example) so* late[^1].\n\n> Quoted `code`\n\n- item\n\n[^1]: A note.\n")
	at := func(s string) (int, int) { i := strings.Index(text.Plain, s); return i, i + len(s) }
	start, _ := at("was")
	_, mid := at("no")
	from, _ := at("t so")
	_, end := at("Quoted")
	got := string(markedText(text, []mark{marked(start, mid, "x"), marked(from, end, "y")}, 2))
	if _, err := readHTML(got); err != nil {
		t.Fatalf("%v in\n%s", err, got)
	}
	for _, want := range []string{`<h3>Head</h3>`, `<em><mark class="c" id="x">was </mark><a href="https://x.example" rel="external nofollow noopener"><mark class="c" data-of="x">no</mark><mark class="c" id="y">t</mark></a>`,
		`<blockquote><p><mark class="c" data-of="y">Quoted</mark>`, `<li id="fn-1">`, `href="#fn-1"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Count(got, "<a href=") != 1 {
		t.Error("the link was split or doubled")
	}
}

func TestTextOutsideBlocksIsNotLost(t *testing.T) {
	text := markdown.Text{Plain: "before inside after", Blocks: []markdown.Block{{Kind: markdown.Paragraph, Start: 7, End: 13}}}
	if got := strip(string(markedText(text, nil, 2))); visible(got) != "beforeinsideafter" {
		t.Errorf("got %q", got)
	}
}

func TestShortened(t *testing.T) {
	for _, test := range []struct {
		in   string
		n    int
		want string
	}{{"short", 10, "short"}, {"one two three", 9, "one two…"}, {"ééééé", 3, "éé…"}, {"", 5, ""}, {"a, b c", 4, "a…"}} {
		if got := shortened(test.in, test.n); got != test.want {
			t.Errorf("shortened(%q, %d) = %q, want %q", test.in, test.n, got, test.want)
		}
	}
}

var (
	refElement = regexp.MustCompile(`(?s)<a class="ref[^>]*>.*?</a>`)
	anyTag     = regexp.MustCompile(`<[^>]*>`)
)

// strip takes our links and all tags away.
func strip(src string) string {
	return html.UnescapeString(anyTag.ReplaceAllString(refElement.ReplaceAllString(src, ""), " "))
}

// FuzzMarkedText marks a text at three places, in Markdown and in plain text.
// Without tags and our own links the text comes out as it went in; the HTML is
// well formed; nothing of the text becomes a tag; each id stands once.
func FuzzMarkedText(f *testing.F) {
	for _, s := range []string{"", "one two", noteBody, wireBody, frBody, "# a\n\n*b [c](http://d) e*\n\n> f\n", "a\x00b", "</p><script>x</script>", "[^1] x\n\n[^1]: y [z](http://q)\n", "| a |\n|--|\n| b |\n", "a\u00a0\n\u2028 b"} {
		f.Add(s, 0, 5, 3, 9, 1, 2)
	}
	f.Fuzz(func(t *testing.T, src string, a, b, c, d, e, g int) {
		if len(src) > 4000 {
			t.Skip()
		}
		src = strings.ToValidUTF8(src, "\uFFFD") // the reader lets nothing else in
		for _, text := range []markdown.Text{markdown.Plain(src), markdown.Article(src)} {
			// Engines give places between characters.
			snap := func(i int) int {
				for i > 0 && i < len(text.Plain) && !utf8.RuneStart(text.Plain[i]) {
					i--
				}
				return i
			}
			a, b, c, d, e, g := snap(a), snap(b), snap(c), snap(d), snap(e), snap(g)
			marks := []mark{marked(a, b, "m-1"), marked(c, d, "m-2"), {start: e, end: g, tag: "time", attrs: ` datetime="2021"`, id: "m-3"}}
			out := string(markedText(text, slices.Clone(marks), 2))
			all, err := readHTML(out)
			if err != nil {
				t.Fatalf("%v\n%q\n%s", err, src, out)
			}
			ids := map[string]int{}
			for _, el := range all {
				if el.name == "script" || el.name == "style" || el.name == "img" {
					t.Fatalf("<%s> in %s", el.name, out)
				}
				if id := el.attrs["id"]; id != "" {
					ids[id]++
				}
				if el.name == "a" && el.attrs["class"] == "" && !regexp.MustCompile(`(?i)^(https?|mailto):`).MatchString(el.attrs["href"]) {
					t.Fatalf("link to %q", el.attrs["href"])
				}
			}
			for id, n := range ids {
				if n > 1 {
					t.Fatalf("id %s stands %d times in %s", id, n, out)
				}
			}
			want := strings.ReplaceAll(text.Plain, "\x00", "\uFFFD")
			if got := visible(strip(out)); got != visible(want) {
				t.Fatalf("got  %q\nwant %q\nin %s", got, visible(want), out)
			}
		}
	})
}
