package markdown

import (
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// outline writes a Text so that a test can name all of it: blocks as
// kind(text …), inline marks behind them.
func outline(t Text) string {
	var b strings.Builder
	var walk func([]Block)
	walk = func(blocks []Block) {
		for i, k := range blocks {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(string(k.Kind))
			if k.Level > 0 {
				fmt.Fprint(&b, k.Level)
			}
			if k.Header {
				b.WriteString("!")
			}
			if k.Language != "" {
				b.WriteString(":" + k.Language)
			}
			b.WriteByte('(')
			if k.Children != nil {
				walk(k.Children)
			} else {
				fmt.Fprintf(&b, "%q", t.Plain[k.Start:k.End])
			}
			b.WriteByte(')')
		}
	}
	walk(t.Blocks)
	for _, in := range t.Inlines {
		fmt.Fprintf(&b, " %s[%q]", in.Kind, t.Plain[in.Start:in.End])
		if in.Href != "" {
			fmt.Fprintf(&b, "→%s", in.Href)
		}
		if in.Number > 0 {
			fmt.Fprintf(&b, "#%d", in.Number)
		}
	}
	return b.String()
}

func TestArticle(t *testing.T) {
	for _, c := range []struct{ src, plain, outline string }{
		{"", "", ""},
		{"One line.", "One line.", `paragraph("One line.")`},
		{"Soft\nbreak\n\nSecond", "Soft\nbreak\n\nSecond", `paragraph("Soft\nbreak") paragraph("Second")`},
		{"Hard  \nbreak\\\nagain", "Hard\nbreak\nagain", `paragraph("Hard\nbreak\nagain") break["\n"] break["\n"]`},
		{"# Head\n\nText", "Head\n\nText", `heading1("Head") paragraph("Text")`},
		{"A *b **c** d* ~~e~~ `f*g*`", "A b c d e f*g*", `paragraph("A b c d e f*g*") em["b c d"] strong["c"] del["e"] code["f*g*"]`},
		{"***both***", "both", `paragraph("both") em["both"] strong["both"]`},
		{"&amp; &copy; &#8230; &nope; \\* \\a", "& © … &nope; * \\a", `paragraph("& © … &nope; * \\a")`},
		{"`&amp; \\*`", `&amp; \*`, `paragraph("&amp; \\*") code["&amp; \\*"]`},
		{"<b>bold</b> & <script>x()</script>", "<b>bold</b> & <script>x()</script>", `paragraph("<b>bold</b> & <script>x()</script>")`},
		{"<div>\n<p>*x*</p>\n</div>", "<div>\n<p>x</p>\n</div>", `paragraph("<div>\n<p>x</p>\n</div>") em["x"]`},
		{"<!-- a note -->", "<!-- a note -->", `paragraph("<!-- a note -->")`},
		{"[a](https://x.example/?a=1&amp;b=2)", "a", `paragraph("a") link["a"]→https://x.example/?a=1&b=2`},
		{"[a](javascript:x) [b](/c.html) ![d](http://e.example/f.png)", "a b d", `paragraph("a b d") link["a"] link["b"] image["d"]→http://e.example/f.png`},
		{"[a](java&#115;cript:x)", "a", `paragraph("a") link["a"]`},
		{"<https://x.example> <a@b.example>", "https://x.example a@b.example", `paragraph("https://x.example a@b.example") link["https://x.example"]→https://x.example link["a@b.example"]→mailto:a@b.example`},
		{"[a][r]\n\n[r]: https://x.example", "a", `paragraph("a") link["a"]→https://x.example`},
		{"> one\n> two\n>\n> three", "one\ntwo\n\nthree", `quote(paragraph("one\ntwo") paragraph("three"))`},
		{"- a\n- b\n\n3. c", "a\n\nb\n\nc", `list(item(paragraph("a")) item(paragraph("b"))) list3(item(paragraph("c")))`},
		{"a\n\n---\n\nb", "a\n\nb", `paragraph("a") rule("") paragraph("b")`},
		{"```go\nx := 1\n\ny\n```\n\nz", "x := 1\n\ny\n\nz", `code:go("x := 1\n\ny") paragraph("z")`},
		{"a\n\n    code\n\tmore", "a\n\ncode\nmore", `paragraph("a") code("code\nmore")`},
		{"|a|b|\n|-|-:|\n|c|*d*|", "a\tb\nc\td", `table(row(cell!("a") cell!("b")) row(cell("c") cell("d"))) em["d"]`},
		{"a[^1] b[^n]!\n\n[^n]: N\n[^1]: One *x*\n\nend", "a b!\n\nend\n\nOne x\n\nN", `paragraph("a b!") paragraph("end") footnotes(item(paragraph("One x")) item(paragraph("N"))) footnote[""]#1 footnote[""]#2 em["x"]`},
		{"a\n\n[^u]: never referred to", "a\n\nnever referred to", `paragraph("a") footnotes(item(paragraph("never referred to")))`},
		{"a [^missing]", "a [^missing]", `paragraph("a [^missing]")`},
		{"![](http://e.example/f.png)x", "x", `paragraph("x") image[""]→http://e.example/f.png`},
		{"1986\\. A year", "1986. A year", `paragraph("1986. A year")`},
		{"“curly” — ‘q’…", "“curly” — ‘q’…", `paragraph("“curly” — ‘q’…")`},
	} {
		got := Article(c.src)
		if got.Plain != c.plain {
			t.Errorf("Article(%q).Plain = %q, want %q", c.src, got.Plain, c.plain)
		}
		if o := outline(got); o != c.outline {
			t.Errorf("Article(%q)\n got %s\nwant %s", c.src, o, c.outline)
		}
	}
}

func TestPlain(t *testing.T) {
	src := "*One* <b>&amp;\r\n\r\n  two \n\n\u00a0\nthree"
	got := Plain(src)
	if got.Plain != src {
		t.Errorf("Plain changed the text: %q", got.Plain)
	}
	want := `paragraph("*One* <b>&amp;") paragraph("two") paragraph("three")`
	if o := outline(got); o != want {
		t.Errorf("got %s\nwant %s", o, want)
	}
	if got.Source(7) != 7 {
		t.Errorf("Source(7) = %d", got.Source(7))
	}
}

func TestSource(t *testing.T) {
	src := "# A *b*\n\n> c &amp; d\n> e[^1] \\* f\n\n[^1]: note"
	text := Article(src)
	for _, word := range []string{"A", "b", "c", "d", "e", "f", "note"} {
		at := strings.Index(text.Plain, word)
		if s := text.Source(at); !strings.HasPrefix(src[s:], word) {
			t.Errorf("Source of %q is %d, at %q", word, s, src[s:])
		}
	}
	if s := text.Source(strings.Index(text.Plain, "&")); !strings.HasPrefix(src[s:], "&amp;") {
		t.Errorf("Source of & is at %q", src[s:])
	}
	if s := text.Source(strings.Index(text.Plain, "*")); src[s] != '*' {
		t.Errorf("Source of * is at %q", src[s:])
	}
}

func TestProse(t *testing.T) {
	o := ProseOptions{Root: "../", IDPrefix: "x-"}
	for _, c := range []struct{ src, want string }{
		{"", ""},
		{"A *b* **c** `d<`", "<p>A <em>b</em> <strong>c</strong> <code>d&lt;</code></p>\n"},
		{"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
		{"<div onclick=x>\n\n*y*", "<p>&lt;div onclick=x&gt;</p>\n<p><em>y</em></p>\n"},
		{"[f](/findings.html) [g](/outlets/) [h](/)", `<p><a href="../findings.html">f</a> <a href="../outlets/index.html">g</a> <a href="../index.html">h</a></p>` + "\n"},
		{"[a](javascript:alert(1)) [b](JAVASCRIPT:x) [c](java&#115;cript:x) [d](data:text/html,x) [e](//evil.example) [f](\\\\\\\\evil) [g](vbscript:x)", "<p>a b c d e f g</p>\n"},
		{"[a](https://x.example/\"onload=\"x)", `<p><a href="https://x.example/%22onload=%22x">a</a></p>` + "\n"},
		{"![alt](https://x.example/i.png) ![](https://x.example/i.png)", `<p><a href="https://x.example/i.png">alt</a> <a href="https://x.example/i.png">https://x.example/i.png</a></p>` + "\n"},
		{"[![alt](https://x.example/i.png)](https://y.example)", `<p><a href="https://y.example">alt</a></p>` + "\n"},
		{"# One\n\n### Two\n\n## Three\n\n# One", "<h2 id=\"x-one\">One</h2>\n<h3 id=\"x-two\">Two</h3>\n<h3 id=\"x-three\">Three</h3>\n<h2 id=\"x-one-2\">One</h2>\n"},
		{"[to](#why-so)\n\n## Why *so*?", "<p><a href=\"#x-why-so\">to</a></p>\n<h2 id=\"x-why-so\">Why <em>so</em>?</h2>\n"},
		{"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
		{"3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"},
		{"> q", "<blockquote>\n<p>q</p>\n</blockquote>\n"},
		{"a  \nb", "<p>a<br>\nb</p>\n"},
		{"see https://x.example/a.", `<p>see <a href="https://x.example/a">https://x.example/a</a>.</p>` + "\n"},
		{"a@b.example", `<p><a href="mailto:a@b.example">a@b.example</a></p>` + "\n"},
		{"|a|b|\n|-|-:|\n|c|d|", "<div class=\"table-scroll\" tabindex=\"0\"><table>\n<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\" class=\"align-right\">b</th></tr>\n</thead>\n<tbody>\n<tr><td>c</td><td class=\"align-right\">d</td></tr>\n</tbody>\n</table></div>\n"},
		{"a[^n] b[^n]\n\n[^n]: note", `<p>a<sup id="x-note-ref-1"><a href="#x-note-1" class="note-ref" role="doc-noteref" aria-label="Note 1">1</a></sup> b<sup id="x-note-ref-1-2"><a href="#x-note-1" class="note-ref" role="doc-noteref" aria-label="Note 1">1</a></sup></p>
<section class="footnotes" role="doc-endnotes" aria-label="Notes">
<ol>
<li id="x-note-1"><p>note <a href="#x-note-ref-1" class="note-back" role="doc-backlink" aria-label="Back to the text">↩</a> <a href="#x-note-ref-1-2" class="note-back" role="doc-backlink" aria-label="Back to the text">↩</a></p>
</li>
</ol>
</section>
`},
		{"```yaml\nclaim: x # y\n```", "<pre class=\"chroma\" tabindex=\"0\"><code><b>claim</b>: x <span class=\"c\"># y</span></code></pre>\n"},
		{"```\n<x>\n```", "<pre class=\"chroma\" tabindex=\"0\"><code>&lt;x&gt;</code></pre>\n"},
	} {
		if got := string(Prose(c.src, o)); got != c.want {
			t.Errorf("Prose(%q)\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

func TestInlineProse(t *testing.T) {
	for src, want := range map[string]string{
		"1. not a list":    "1. not a list",
		"# not *a* head":   "# not <em>a</em> head",
		"a\n\nb":           "a b",
		"<i>":              "&lt;i&gt;",
		"[x](/y.html) & z": `<a href="y.html">x</a> &amp; z`,
		"":                 "",
	} {
		if got := string(InlineProse(src, ProseOptions{})); got != want {
			t.Errorf("InlineProse(%q) = %q, want %q", src, got, want)
		}
	}
}

func TestFirstParagraph(t *testing.T) {
	for _, c := range [][3]string{
		{"One *line*\nstill.\n\nRest.\n\nMore.\n", "One *line*\nstill.", "Rest.\n\nMore."},
		{"Only.\n", "Only.", ""},
		{"# Head\n\nText", "", "# Head\n\nText"},
		{"Text\n- item", "Text", "- item"},
		{"Text.[^a] More[^b].\n\nRest.\n\n[^a]: A note.", "Text. More[^b].", "Rest.\n\n[^a]: A note."},
		{"", "", ""},
	} {
		first, rest := FirstParagraph(c[0])
		if first != c[1] || rest != c[2] {
			t.Errorf("FirstParagraph(%q) = %q, %q", c[0], first, rest)
		}
	}
}

func TestProseLinks(t *testing.T) {
	src := "[a](/b.html \"t\") [c][r] <https://d.example> ![e](f.png) https://g.example [![h](i.png)](<j k>)\n\n[r]: /s&amp;.html"
	var got []string
	for _, l := range ProseLinks(src) {
		got = append(got, l.Dest+"="+src[l.Start:l.End])
	}
	want := "/b.html=/b.html /s&.html=/s&amp;.html https://d.example=https://d.example f.png=f.png https://g.example=https://g.example j k=j k i.png=i.png"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestWordsAndEscape(t *testing.T) {
	if got := Words("# A\n\n*b*\nc[^1] &amp; [d](x)\n\n[^1]: note"); got != "A b c & d" {
		t.Errorf("Words = %q", got)
	}
	text := "*a* [b](c) `d` <e> & f_g_ \\ ~~h~~ https://i.example"
	if got := Words(Escape(text)); got != text {
		t.Errorf("Words(Escape) = %q", got)
	}
}

func TestHighlight(t *testing.T) {
	src := `# A comment
claim: 'It''s "so": yes'   # why
said_on: 2021-07-18
wordings:
  - article: a-b
    quote: "one \" two"
    occurrence: 2
  - {article: c, quote: [d, 'e']}
summary: |
  Not a key: text # not a comment

  - still text
review: &r
  base: *r
  ok: true
url: https://x.example/a#b
`
	var got []string
	for _, tk := range yamlTokens(src) {
		if c := family(tk.Type); c != "" {
			got = append(got, c+" "+tk.Value)
		}
	}
	want := []string{"c # A comment", "nt claim", "p :", `s1 'It''s "so": yes'`, "c # why",
		"nt said_on", "p :", "ld 2021-07-18", "nt wordings", "p :", "p -", "nt article", "p :", "l a-b",
		"nt quote", "p :", `s2 "one \" two"`, "nt occurrence", "p :", "m 2", "p -", "p {", "nt article", "p :", "l c", "p ,",
		"nt quote", "p :", "p [", "l d", "p ,", "s1 'e'", "p ]", "p }", "nt summary", "p :", "p |",
		"sd \n  Not a key: text # not a comment\n\n  - still text", "nt review", "p :", "nl &r", "nt base", "p :", "nl *r",
		"nt ok", "p :", "kc true", "nt url", "p :", "l https://x.example/a#b"}
	if a, b := strings.Join(got, "|"), strings.Join(want, "|"); a != b {
		t.Errorf("got  %s\nwant %s", a, b)
	}
	if h := string(Highlight("go", "func f() { return \"<\" }")); !strings.Contains(h, `<span class="kd">func</span>`) || strings.Contains(h, "style=") {
		t.Errorf("Go is not highlighted by classes: %s", h)
	}
}

// A text that nests without end is shown as it is, and at once.
func TestDeepNesting(t *testing.T) {
	for _, mark := range []string{"> ", ">", "- ", "1. ", "* + "} {
		src := strings.Repeat(mark, 300_000) + "x"
		if got := Article(src).Plain; got != src {
			t.Errorf("%q: %.40q", mark, got)
		}
		if got := string(Prose(src, ProseOptions{})); !strings.HasPrefix(got, "<p>") {
			t.Errorf("%q: %.40q", mark, got)
		}
		if got := Article(strings.Repeat(mark, 40) + "x").Plain; got != "x" {
			t.Errorf("%q 40 times: %.40q", mark, got)
		}
	}
}

// checkText fails where the structure of a Text does not hold.
func checkText(t *testing.T, src string, text Text) {
	var walk func(blocks []Block, from, to int)
	walk = func(blocks []Block, from, to int) {
		for _, b := range blocks {
			if b.Start < from || b.End < b.Start || b.End > to {
				t.Fatalf("%q: block %s [%d,%d) outside [%d,%d) of %q", src, b.Kind, b.Start, b.End, from, to, text.Plain)
			}
			walk(b.Children, b.Start, b.End)
			from = b.End
		}
	}
	walk(text.Blocks, 0, len(text.Plain))
	var open []Inline
	for i, in := range text.Inlines {
		if in.Start < 0 || in.End < in.Start || in.End > len(text.Plain) {
			t.Fatalf("%q: %v outside %q", src, in, text.Plain)
		}
		if i > 0 {
			p := text.Inlines[i-1]
			if p.Start > in.Start || p.Start == in.Start && p.End < in.End {
				t.Fatalf("%q: %v after %v", src, in, p)
			}
		}
		for len(open) > 0 && open[len(open)-1].End <= in.Start {
			open = open[:len(open)-1]
		}
		if n := len(open); n > 0 && open[n-1].End < in.End {
			t.Fatalf("%q: %v crosses %v", src, in, open[n-1])
		}
		open = append(open, in)
	}
	end := len(text.Plain)
	if n := len(text.Blocks); n > 0 && text.Blocks[n-1].Kind == Footnotes {
		end = text.Blocks[n-1].Start - 1
	}
	last := 0
	for i := 0; i <= end; i++ {
		s := text.Source(i)
		if s < last || s > len(src) {
			t.Fatalf("%q: Source(%d) = %d after %d, plain %q", src, i, s, last, text.Plain)
		}
		last = s
	}
}

func FuzzArticle(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		checkText(t, src, Article(src))
		p := Plain(src)
		if p.Plain != src {
			t.Fatalf("Plain changed %q", src)
		}
		checkText(t, src, p)
		if utf8.ValidString(src) && !utf8.ValidString(Article(src).Plain) {
			t.Fatalf("%q: not UTF-8", src)
		}
	})
}

var active = regexp.MustCompile(`(?i)<(script|style|iframe|object|img|svg|form|input|base|meta|link)\b`)

// checkHTML fails where markup is not balanced, or could act.
func checkHTML(t *testing.T, src, out string) {
	if active.MatchString(out) {
		t.Fatalf("%q: active element in %q", src, out)
	}
	d := xml.NewDecoder(strings.NewReader("<root>" + strings.NewReplacer("<br>", "<br/>", "<hr>", "<hr/>").Replace(out) + "</root>"))
	d.Strict = true
	links := 0
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			if strings.Contains(err.Error(), "illegal character code") || strings.Contains(err.Error(), "invalid UTF-8") {
				return // HTML allows it
			}
			t.Fatalf("%q: %v in %q", src, err, out)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if tok.Name.Local == "a" {
				if links++; links > 1 {
					t.Fatalf("%q: link in a link in %q", src, out)
				}
			}
			for _, a := range tok.Attr {
				if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") || a.Name.Local == "style" {
					t.Fatalf("%q: attribute %s in %q", src, a.Name.Local, out)
				}
				if a.Name.Local != "href" {
					continue
				}
				if s, _ := scheme(strings.TrimSpace(a.Value)); s != "" && s != "http" && s != "https" && s != "mailto" || strings.HasPrefix(a.Value, "//") {
					t.Fatalf("%q: address %q", src, a.Value)
				}
			}
		case xml.EndElement:
			if tok.Name.Local == "a" {
				links--
			}
		}
	}
}

func FuzzProse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		o := ProseOptions{Root: "../", IDPrefix: "p-"}
		checkHTML(t, src, string(Prose(src, o)))
		checkHTML(t, src, string(InlineProse(src, o)))
		checkHTML(t, src, string(Prose(src, ProseOptions{}))) // a page at the root, where nothing stands before an address
		for _, l := range ProseLinks(src) {
			if l.Start < 0 || l.End < l.Start || l.End > len(src) {
				t.Fatalf("%q: link at [%d,%d)", src, l.Start, l.End)
			}
		}
		first, rest := FirstParagraph(src)
		if len(first)+len(rest) > len(src) {
			t.Fatalf("%q became %q and %q", src, first, rest)
		}
		Words(src)
	})
}

// The short ways give what the parser would.
func FuzzShortcuts(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	for _, s := range []string{"A sentence: so-called “x” (y).", "One\ntwo  \nthree\n\n\nfour - five", "a\n===\nb", "a\n  b\n\n c", "a | b\n- | -", "www. x", " a ", "a\n\n- b\n\nc", "\"q\" 'r'\u00a0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			return
		}
		// A reference that nobody uses changes nothing but that the long way is taken.
		long := src + "\n\n[unused \\*]: /x\n"
		if got, want := Words(src), Words(long); unmarked(src) && proseLines(src) && got != want {
			t.Fatalf("Words(%q) = %q, the long way %q", src, got, want)
		}
		if unmarked(src) && !strings.ContainsAny(src, "\n\v\f") && strings.Trim(src, " ") != "" {
			if got, want := string(InlineProse(src, ProseOptions{})), string(InlineProse(long, ProseOptions{})); got != want {
				t.Fatalf("InlineProse(%q) = %q, the long way %q", src, got, want)
			}
		}
		first, rest := FirstParagraph(src)
		wantFirst, wantRest := FirstParagraph("[unused]: /x\n\n" + src)
		wantRest = strings.TrimSpace(strings.TrimPrefix(wantRest, "[unused]: /x"))
		if proseLines(strings.SplitN(strings.TrimLeft(src, "\n"), "\n\n", 2)[0]) && (first != wantFirst || rest != wantRest) {
			t.Fatalf("FirstParagraph(%q) = %q, %q, the long way %q, %q", src, first, rest, wantFirst, wantRest)
		}
	})
}

func FuzzHighlight(f *testing.F) {
	for _, s := range seeds {
		f.Add("yaml", s)
	}
	f.Add("yaml", "a: |2-\n  b\n c: 'd\n'\n? e\n: f\n--- >\n g\n")
	f.Fuzz(func(t *testing.T, lang, src string) {
		var b strings.Builder
		for _, tk := range yamlTokens(src) {
			b.WriteString(tk.Value)
		}
		if b.String() != src {
			t.Fatalf("tokens of %q join to %q", src, b.String())
		}
		out := string(Highlight("yaml", src))
		checkHTML(t, src, out)
		shown := html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(out, ""))
		if want := strings.ReplaceAll(strings.TrimRight(src, "\n"), "\x00", "\uFFFD"); shown != want {
			t.Fatalf("%q shows as %q", src, shown)
		}
	})
}

var seeds = []string{
	"", "a\nb\n\nc", "# h\n\n*a **b** c*\n\n> q\n> - l\n>   1. m\n\n---\n", "|a|b|\n|-|-|\n|`c\\|d`|*e*|",
	"a[^1]\n\n[^1]: b\n    c\n[^2]: - d", "[^a]: [^b]\n[^b]: [^a]\n\nx[^a]", "> [^1]: q\n\nz[^1] [a[^1]](http://b.example)",
	"&amp;&#0;&#x110000;&nGt;\\&amp;\\\\", "[a](/javascript:x) [b](/%2e%2e/x) [c](http://d@e.example)", "[a](<javascript:x> 'y') ![b [c](d)](e) [![f](g)](h)", "<http://a.example/<b>> www.a.example a@b.example",
	"<script>x</script>\n<!-- -->\n<b onclick=x>", "`a\nb`  \nc\\\nd", "```yaml\na: |\n  b\n```\n\tcode\n \tmore", "\ufeffa\r\nb\r\n\r\nc\r", "- a\n\n  b\n- \n  - c\n",
	strings.Repeat("> ", 60) + "deep", strings.Repeat("- ", 60) + "deep", strings.Repeat("*", 99) + "a" + strings.Repeat("*", 98), "a\x00b\xff",
	"claim: 'x''y' # z\nw:\n  - {a: [b, \"c\\\"\"]}\nt: >-\n  u: v\n\n  w\nx: !t &a *b\n",
}

func BenchmarkArticle(b *testing.B) {
	src := sample(b)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Article(src)
	}
}

func BenchmarkPlain(b *testing.B) {
	src := sample(b)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Plain(src)
	}
}

func BenchmarkProse(b *testing.B) {
	src := "The sources *agree* on the number and part on the day.\n\nThe first gives [three](/x.html), the second `four`.\n\n- one\n- two\n"
	for b.Loop() {
		Prose(src, ProseOptions{})
	}
}

func BenchmarkInlineProse(b *testing.B) {
	for b.Loop() {
		InlineProse("The day *differs*: one report says “Monday”, another “Tuesday”.", ProseOptions{})
	}
}

func BenchmarkHighlightYAML(b *testing.B) {
	src := strings.Repeat("wordings:\n  - article: some-paper\n    quote: the words that it prints, or so: it's said\n    form: direct # as printed\n    occurrence: 2\nsaid_on: 2020-01-02\nsummary: |\n  A sentence.\n\n  Another.\n", 4)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Highlight("yaml", src)
	}
}

func sample(tb testing.TB) string {
	text, err := os.ReadFile("testdata/article.md")
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

func TestALongLanguageIsNoLanguage(t *testing.T) {
	if l := tokens(strings.Repeat("x", longestLanguage+1), "a b"); len(l) != 1 || l[0].Value != "a b" {
		t.Errorf("tokens: %v", l)
	}
	if _, asked := lexerCache.Load(strings.Repeat("x", longestLanguage+1)); asked {
		t.Error("chroma was asked")
	}
}
