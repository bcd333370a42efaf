package content

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"crosscheck/generator/diag"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/source"
)

// FuzzYAML: whatever bytes an editor saves, there is an answer: no panic, every
// place within its file, and words that stand where their span says.
func FuzzYAML(f *testing.F) {
	for _, text := range newsroom {
		for kind := range 7 {
			f.Add(text, kind)
		}
	}
	for _, s := range []string{"", "a", "- ", "? x\n: y", "claim: &a [*a]", "claim: |\n\tx", "\"", "'", "{", "[[[[", "a: b\n c", "--- x\n--- y", "%YAML 1.2\n---\nclaim: a",
		"claim: \u2028x\nb: \u0085c", "claim: !!binary x", "claim: ! x", "---\n---\n", "---\ntitle: x", "claim: \"\\\n x\"", "<<: *x", "claim: >2\n    x\n  y", "\ufeffclaim: x",
		"claim: a\n\u00a0quote: b", "wordings:\n- article: a\n- - quote: b", "claim: 'a\n\n b' c", "? - a\n  - b\n: c", "claim: a #b\nverdict: !x y", "\t- a: b", "- a: b\n -c: d"} {
		f.Add(s, 4)
		f.Add(s, 6)
	}
	f.Fuzz(func(t *testing.T, text string, kind int) {
		var diags diag.List
		file := source.New("f", strings.TrimPrefix(text, "\uFEFF"))
		story := factcheck.Story{ID: "s"}
		c := &checker{folder: &Folder{}, room: &factcheck.Newsroom{}, story: &story, diags: &diags}
		understood := false
		if legible(file, &diags) {
			switch kind & 7 {
			case 0:
				readSite(file, &diags)
			case 1:
				readOutlets(file, &diags)
			case 2:
				readStory(file, &story, &diags)
			case 3:
				readPage(file, "p", &diags)
			case 4:
				file.Path = "f.md"
				readArticle(file, "a", c)
			case 5:
				if a, ok := readArticle(file, "a", c); ok {
					understood = true
					if a.Body.Plain != file.Text[a.BodyStart:] {
						t.Fatal("the body is not the file's text")
					}
				}
			default:
				var claim factcheck.Claim
				claim, understood = readClaim(file, "c", c)
				for _, w := range claim.Wordings {
					within(t, w.Span, file)
					within(t, w.ArticleSpan, file)
					if words, shown := letters(w.Quote), letters(w.Span.Text()); !strings.Contains(w.Span.Text(), "\\") && words != shown {
						t.Fatalf("%q is said to stand at %q", w.Quote, w.Span.Text())
					}
				}
			}
		}
		for _, d := range diags {
			within(t, d.Span, file)
			if d.Message == "" || d.Code == "" {
				t.Fatalf("what is this? %+v", d)
			}
			if !utf8.ValidString(d.Message) {
				t.Fatalf("a message that is not UTF-8: %q", d.Message)
			}
			for _, r := range d.Related {
				within(t, r.Span, file)
			}
		}
		if kind&7 > 5 && !understood && diags.Errors() == 0 {
			t.Fatal("nothing was understood, and nothing is said")
		}
	})
}

func within(t *testing.T, s source.Span, file *source.File) {
	t.Helper()
	if s.File == nil || s.Start < 0 || s.End < s.Start || s.End > len(s.File.Text) {
		t.Fatalf("the span %d to %d lies outside a file of %d bytes", s.Start, s.End, len(file.Text))
	}
}

// letters returns what of a text no fold of lines changes, and no doubling of
// apostrophes.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == '\'' || r == 0x85 || r == 0x2028 || r == 0x2029 {
			return -1
		}
		return r
	}, s)
}

// BenchmarkStory reads a story of five articles of 500 words and three claims.
func BenchmarkStory(b *testing.B) {
	files := map[string]string{"site.yaml": newsroom["site.yaml"], "outlets.yaml": newsroom["outlets.yaml"]}
	paragraph := strings.Repeat("The dam broke on Tuesday, and “the water came at night,” the mayor said to reporters. ", 5)
	files["stories/dam/story.yaml"] = strings.NewReplacer("times", "a1", "river", "a2").Replace(newsroom["stories/dam/story.yaml"])
	for i := range 5 {
		head, _, _ := strings.Cut(newsroom["stories/dam/articles/times.txt"], "The dam broke")
		files[fmt.Sprintf("stories/dam/articles/a%d.txt", i)] = head + strings.Repeat(paragraph+"\n\n", 6)
	}
	for i := range 3 {
		text := strings.NewReplacer("article: times", "article: a1", "article: river", "article: a2", "base: times", "base: a1").Replace(newsroom["stories/dam/claims/inspected.yaml"])
		files[fmt.Sprintf("stories/dam/claims/c%d.yaml", i)] = strings.Replace(text, "findings:", "  - article: a3\n    quote: the water came at night\n  - article: a4\n    quote: the water came at night\nfindings:", 1)
	}
	f, err := Open(written(b, files))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	room, _, err := f.Load()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		story, diags, err := f.Story("dam", &room)
		if err != nil || len(diags) > 0 || len(story.Claims) != 3 {
			b.Fatal(err, diags)
		}
	}
}
