package content

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"crosscheck/generator/diag"
	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/source"
)

// TestLoadReadsEveryKey: what stands in the files comes back, field by field.
func TestLoadReadsEveryKey(t *testing.T) {
	room, _, diags := readAll(t, written(t, newsroom))
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	two := 2.0
	want := factcheck.Site{
		ID: "word-for-word", Title: "Word for Word", Tagline: "What each source said", Description: "What readers find here.\n\nAnd why.", Language: "en-GB",
		Publisher: factcheck.Publisher{Name: "The Example Times", URL: "https://example.org/", Email: "desk@example.org"},
		BaseURL:   "https://example.org/checks", Repository: "https://github.com/example/checks",
		Verdicts: []factcheck.Verdict{{ID: "agree", Label: "Sources agree", Meaning: "They give it in the same sense.", Value: &two}, {ID: "differ", Label: "Sources differ"}},
	}
	same(t, "site", room.Site, want)
	same(t, "outlets", room.Outlets, []factcheck.Outlet{
		{ID: "example-times", Name: "The Example Times", URL: "https://example.org/", Country: "Portugal", Owner: "Example Group", Note: "Named in the last line."},
		{ID: "river-post", Name: "River Post"}})
	if len(room.Pages) != 1 {
		t.Fatal("pages", room.Pages)
	}
	room.Pages[0].File = nil
	same(t, "page", room.Pages[0], factcheck.Page{ID: "about", Title: "About", Summary: "Who we are", Order: 2, Markdown: "We are **here**.\n"})
	same(t, "stories", room.Stories, []string{"dam"})
}

func TestStoryReadsEveryKey(t *testing.T) {
	_, stories, _ := readAll(t, written(t, newsroom))
	story := stories[0]
	day := func(d int) timex.Day { return timex.Day{Year: 2021, Month: time.March, Day: d} }

	same(t, "story", []any{story.ID, story.Title, story.Summary, story.Topics}, []any{"dam", "The dam", "A dam broke.", []string{"floods", "relief"}})
	e := story.Events[0]
	same(t, "event span", e.Span.Text(), "date")
	e.Span = source.Span{}
	same(t, "event", e, factcheck.Event{Date: factcheck.Date{ISO: "2021-03-02", Day: day(2)}, Until: factcheck.Date{ISO: "2021-03-03", Day: day(3)}, Name: "The dam breaks", Note: "Both reports name the day."})
	f := story.Findings[0]
	same(t, "finding", []any{f.Kind, f.Severity, f.Summary, f.Why, len(f.Evidence), f.Evidence[1].Article, f.Evidence[1].Span.Text()},
		[]any{"date", factcheck.Major, "One report has May, the other June.", "It was due in May.", 2, "river", "inspected in June"})

	var ids, sigla []string
	for _, a := range story.Articles {
		ids, sigla = append(ids, a.ID), append(sigla, a.Siglum)
	}
	same(t, "articles", ids, []string{"bare", "river", "times"})
	same(t, "sigla", sigla, []string{"A", "B", "C"})
	a := story.Articles[2]
	same(t, "body", a.Body.Plain, a.File.Text[a.BodyStart:])
	if !strings.HasPrefix(a.Body.Plain, "The dam broke") {
		t.Errorf("the body is %q", a.Body.Plain)
	}
	got := a
	got.Body, got.BodyStart, got.File = factcheck.Article{}.Body, 0, nil
	got.TitleSpan, got.PublishedSpan = factcheck.Article{}.TitleSpan, factcheck.Article{}.PublishedSpan
	same(t, "article", got, factcheck.Article{
		ID: "times", Siglum: "C", Title: "Dam breaks after days of rain", Outlet: "example-times", Author: "Ada Example",
		URL: "https://example.org/dam", ArchiveURL: "https://archive.example/dam", Dateline: "LISBON", Language: "en", TranslatedFrom: "pt",
		Published: factcheck.Date{ISO: "2021-03-03", Day: day(3)}, PublishedAs: "3 March 2021 - 21:55",
		Updated: factcheck.Date{ISO: "2021-03-04T08:00+01:00", Day: day(4)}, Retrieved: factcheck.Date{ISO: "2021-04"}, Note: "The text ends in a caption.",
	})
	if river := story.Articles[1]; river.Body.Plain == river.File.Text[river.BodyStart:] || !strings.Contains(river.Body.Plain, "The dam broke.") {
		t.Errorf("Markdown is not read as such: %q", river.Body.Plain)
	}

	c := story.Claims[0]
	same(t, "claim", []any{c.ID, c.Text, c.Span.Text(), c.Claimant, c.SaidOn.ISO, c.Occasion, c.Topics, c.Verdict, c.Summary, c.Base},
		[]any{"inspected", "The dam was inspected", "The dam was inspected", "The mayor", "2021-03-02", "press conference", []string{"floods"}, "differ", "The reports differ.\n\nOne has May.", "times"})
	same(t, "review", c.Review, factcheck.Review{Author: "Ada Example", Published: parseDate("2021-04-01"), Updated: parseDate("2021-04-02"),
		Corrections: []factcheck.Correction{{Date: parseDate("2021-04-02"), What: "The day was wrong."}}})
	w := c.Wordings[0]
	same(t, "wording", []any{w.Article, w.ArticleSpan.Text(), w.Quote, w.Span.Text(), w.Prefix, w.Suffix, w.Occurrence, w.Note, w.Form},
		[]any{"times", "times", "It was inspected in May", "It was inspected in May", "“", ",”", 1, "In the lead.", factcheck.Direct})
	same(t, "defaults of a finding", []any{c.Findings[0].Kind, c.Findings[0].Severity}, []any{"text", factcheck.Minor})
	for i := range c.Rulings {
		same(t, "ruling span", c.Rulings[i].Span.Text(), c.Rulings[i].Finding)
		c.Rulings[i].Span = source.Span{}
	}
	same(t, "rulings", c.Rulings, []factcheck.Ruling{
		{Finding: "day-conflict-1a2b3c4d", Status: factcheck.Confirmed, Reason: "They cannot both be right."},
		{Finding: "undated-99aabbcc", Status: factcheck.Dismissed, Reason: "The page bears a date."}})
}

// same compares by what Go prints, which follows no map order here.
func same(t *testing.T, what string, got, want any) {
	t.Helper()
	g, _ := json.Marshal(got)
	w, _ := json.Marshal(want)
	if string(g) != string(w) {
		t.Errorf("%s:\n got %s\nwant %s", what, g, w)
	}
}

// TestWordsStayAsWritten: each way to write a text in YAML gives the editor's
// words, and tells where they stand.
func TestWordsStayAsWritten(t *testing.T) {
	for _, c := range []struct{ name, yaml, text, span string }{
		{"plain", "claim: He said so", "He said so", "He said so"},
		{"plain with marks", "claim: “He’s” (said) 50% - no.", "“He’s” (said) 50% - no.", "“He’s” (said) 50% - no."},
		{"plain over lines", "claim: He\n  said\n\n  so\nbase: x", "He said\nso", "He\n  said\n\n  so"},
		{"single quotes", "claim: 'It''s \"so\": #1'", `It's "so": #1`, `It''s "so": #1`},
		{"double quotes", `claim: "a \"b\" é \u00e9"`, `a "b" é é`, `a \"b\" é \u00e9`},
		{"double quotes over lines", "claim: \"He\n  said\"", "He said", "He\n  said"},
		{"blanks at the ends", "claim: ' He said '", " He said ", " He said "},
		{"literal block", "claim: |\n  He said\n  so: #1\nbase: x", "He said\nso: #1", "He said\n  so: #1"},
		{"literal block with a blank line", "claim: |\n\n  He\n\n  said\n", "\nHe\n\nsaid", "He\n\n  said"},
		{"folded block", "claim: >-\n  He said\n  so\nbase: x", "He said so", "He said\n  so"},
		{"folded block that keeps its end", "claim: >+\n  He said\n\n\nbase: x", "He said", "He said"},
		{"indented block", "claim: |2\n    He said\n  so\n", "  He said\nso", "He said\n  so"},
		{"block at the end of the file", "claim: |\n  He said", "He said", "He said"},
		{"number", "claim: 1_000.50", "1_000.50", "1_000.50"},
		{"date", "claim: 2021-03-02", "2021-03-02", "2021-03-02"},
		{"yes", "claim: yes", "yes", "yes"},
		{"carriage returns", "claim: He\r\n  said\r\nbase: x\r\n", "He said", "He\r\n  said"},
		{"old Macintosh", "claim: He said\rbase: x\r", "He said", "He said"},
		{"wide letters before it", "{题: 你, claim: 你好}", "你好", "你好"},
		{"line separators before it", "summary: \"a\u2028b\u2029c\"\nclaim: here", "here", "here"},
		{"quoted key", "\"claim\": here", "here", "here"},
		{"complex key", "? claim\n: here", "here", "here"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var diags diag.List
			file := source.New("c.yaml", c.yaml)
			v := read(file, 0, c.yaml, &typ{kind: keys, takes: claimShape.name, shape: claimShape}, "", &diags)
			if v.group == nil || !v.group.has("claim") {
				t.Fatalf("not understood: %v", diags)
			}
			if got := v.group.text("claim"); got != c.text {
				t.Errorf("text %q, want %q", got, c.text)
			}
			if got := v.group.place(file, "claim").Text(); got != c.span {
				t.Errorf("span %q, want %q", got, c.span)
			}
		})
	}
}

// TestExamplesCanBePasted: every example that a hint or a schema shows is one
// that the reader takes.
func TestExamplesCanBePasted(t *testing.T) {
	for _, s := range shapes {
		for i := range s.fields {
			f := &s.fields[i]
			var lines []string
			for j := range s.fields {
				if s.fields[j].required && i != j {
					lines = append(lines, s.fields[j].line())
				}
			}
			text := strings.Join(append(lines, f.line()), "\n") + "\n"
			var diags diag.List
			read(source.New("x", text), 0, text, &typ{kind: keys, takes: s.name, shape: s}, "", &diags)
			// Words that only an editor can write are refused until they are written.
			diags = slices.DeleteFunc(diags, func(d diag.Diagnostic) bool { return d.Code == "placeholder" && strings.Contains(text, "…") })
			if len(diags) > 0 {
				t.Errorf("%s of %s: %s\n%s", f.name, s.name, diags[0].Message, text)
			}
		}
	}
	for name, text := range map[string]string{"site.yaml": minimalSite, "stories/dam/story.yaml": exampleOf(storyShape)} {
		if _, _, diags := readAll(t, written(t, changed(name, text))); slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return d.Span.File.Path == name }) {
			t.Errorf("%s: %v", name, diags)
		}
	}
}

// TestEveryKeyIsRead: a key that the tables allow and nothing reads would be lost
// without a word. Each one that is changed changes what is read.
func TestEveryKeyIsRead(t *testing.T) {
	base := dump(t, newsroom)
	for name, text := range newsroom {
		lines := strings.SplitAfter(text, "\n")
		for i, line := range lines {
			key, rest, ok := strings.Cut(line, ": ")
			key = strings.TrimLeft(key, " -")
			if !ok || !known[key] {
				continue
			}
			var value string
			switch word := strings.TrimSpace(rest); {
			case key == "article" || key == "outlet" || key == "base" || key == "verdict" || key == "id" || word == "|" || strings.HasPrefix(word, "["):
				continue // another value would be a mistake
			case key == "form":
				value = "caption"
			case key == "claimant_kind":
				value = "organization"
			case key == "kind":
				value = "text"
			case key == "severity":
				value = "minor"
			case key == "occurrence" || key == "order" || key == "value":
				value = "7"
			case strings.Contains("date until said_on published updated retrieved", key):
				value = "2021-03-02T07:07"
			case strings.Contains(key, "url") || key == "repository":
				value = "https://changed.example/x"
			case key == "email":
				value = "changed@example.org"
			case strings.Contains("language translated_from", key):
				value = "nl"
			case key == "share_images" || key == "search":
				value = "true"
			default:
				value = "changed"
			}
			was := lines[i]
			lines[i] = strings.Replace(line, ": "+strings.TrimSuffix(rest, "\n"), ": "+value, 1)
			if dump(t, changed(name, strings.Join(lines, ""))) == base {
				t.Errorf("%s:%d: “%s” is read by nothing", name, i+1, key)
			}
			lines[i] = was
		}
	}
}

// dump returns all that is read from a newsroom without a mistake, but for the
// files' own text.
func dump(t *testing.T, files map[string]string) string {
	room, stories, diags := readAll(t, written(t, files))
	if diags.Errors() > 0 {
		t.Fatal(diags[0].Span.File.Path, diags[0].Message, diags[0].Span.Text())
	}
	b, _ := json.Marshal([]any{room, stories})
	var all any
	json.Unmarshal(b, &all)
	strip(all)
	b, _ = json.Marshal(all)
	return string(b)
}

func strip(v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, name := range []string{"File", "Span", "ArticleSpan", "BodyStart"} {
			delete(v, name)
		}
		for _, x := range v {
			strip(x)
		}
	case []any:
		for _, x := range v {
			strip(x)
		}
	}
}

func TestArticlesMayEndLinesAnyHow(t *testing.T) {
	for _, eol := range []string{"\n", "\r\n", "\r"} {
		text := strings.ReplaceAll("---\ntitle: A\n---\nOne.\n\nTwo.\n", "\n", eol)
		_, stories, diags := readAll(t, written(t, changed("stories/dam/articles/bare.txt", "\ufeff"+text)))
		a := stories[0].Article("bare")
		if a == nil || a.Title != "A" || a.File.Text != text || a.Body.Plain != strings.ReplaceAll("One.\n\nTwo.\n", "\n", eol) {
			t.Errorf("%q: %+v", eol, a)
		}
		if len(diags) > 0 {
			t.Errorf("%q: %s", eol, diags[0].Message)
		}
	}
}

func TestSiglum(t *testing.T) {
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := siglum(n); got != want {
			t.Errorf("siglum(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		word       string
		candidates []string
		want       string
	}{
		{"climant", []string{"claim", "claimant"}, "claimant"},
		{"from", []string{"form", "note"}, "form"},
		{"times", []string{"time", "times-of-rome"}, "time"},
		{"times", []string{"rome-times", "post"}, "rome-times"},
		{"xyz", []string{"form", "note"}, ""},
		{"", []string{"form"}, ""},
		{"Überschwemmung", []string{"uberschwemmung", "note"}, "uberschwemmung"},
	} {
		if got := nearest(c.word, c.candidates); got != c.want {
			t.Errorf("nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestGuessDate(t *testing.T) {
	for in, want := range map[string]string{
		"2021/3/2": "2021-03-02", "2021.03.02": "2021-03-02", "2.3.2021": "", "13.3.2021": "2021-03-13", "3/13/2021": "2021-03-13", "3-3-2021": "2021-03-03",
		"2 March 2021": "2021-03-02", "March 2, 2021": "2021-03-02", "Tue, 2 Mar 2021": "2021-03-02", "2nd of March 2021": "2021-03-02", "Sept. 2, 2021": "2021-09-02",
		"31 June 2021": "", "yesterday": "", "ma 2 2021": "", "32/13/2021": "",
	} {
		if got := guessDate(in); got != want {
			t.Errorf("guessDate(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAFileThatIsTooBigIsNotRead(t *testing.T) {
	_, stories, diags := readAll(t, written(t, changed("stories/dam/articles/bare.txt", strings.Repeat("x", maxSize+1))))
	if len(diags) != 1 || diags[0].Code != "too-big" || diags[0].Message != "the file has 8 MB; more than 8 MB are not read" {
		t.Errorf("%+v", diags)
	}
	if len(stories[0].Articles) != 2 {
		t.Errorf("%d articles", len(stories[0].Articles))
	}
}

func TestMistakesWithoutEndAreCutShort(t *testing.T) {
	text := "claim: x\nwordings:\n" + strings.Repeat("  - article: bare\n    quote: in spring\n    x: y\n", 2*maxNotes)
	_, _, diags := readAll(t, written(t, changed("stories/dam/claims/smallest.yaml", text)))
	if len(diags) != maxNotes || diags[len(diags)-1].Code != "too-many" {
		t.Errorf("%d diagnostics, the last %q", len(diags), diags[len(diags)-1].Message)
	}
}

// TestFailuresOfTheMachineAreErrors: what no editor can mend is no diagnostic.
func TestFailuresOfTheMachineAreErrors(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "nothing")); !os.IsNotExist(err) {
		t.Errorf("Open of nothing: %v", err)
	}
	f, err := Open(written(t, newsroom))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, _, err := f.Story("nothing", &factcheck.Newsroom{}); !os.IsNotExist(err) {
		t.Errorf("Story of nothing: %v", err)
	}
	if _, _, err := f.Story("../..", &factcheck.Newsroom{}); err == nil {
		t.Error("a story outside the folder can be read")
	}
}

func TestAFolderThatHoldsNothing(t *testing.T) {
	_, _, diags := readAll(t, t.TempDir())
	var got []string
	for _, d := range diags {
		got = append(got, d.Span.File.Path+": "+d.Message)
	}
	same(t, "diagnostics", got, []string{"site.yaml: the content folder has no site.yaml", "stories: the content folder has no folder “stories”"})
}

// TestBrokenSettingsAreNotBlamedOnClaims: a scale or a list of outlets that could
// not be read makes nothing unknown.
func TestBrokenSettingsAreNotBlamedOnClaims(t *testing.T) {
	files := maps.Clone(newsroom)
	files["site.yaml"] = "title: 'a' b\n"
	files["outlets.yaml"] = "example-times\n"
	_, _, diags := readAll(t, written(t, files))
	for _, d := range diags {
		if strings.HasPrefix(d.Span.File.Path, "stories/") {
			t.Errorf("%s: %s", d.Span.File.Path, d.Message)
		}
	}
	if len(diags) != 2 {
		t.Errorf("%d diagnostics, want one for each file", len(diags))
	}
}

// TestEditorsToolsFindTheSchemas: VS Code's settings map each file of content to
// the schema that the file's own first line names.
func TestEditorsToolsFindTheSchemas(t *testing.T) {
	data, err := os.ReadFile("../../.vscode/settings.json")
	if err != nil {
		t.Fatal(err)
	}
	var settings struct {
		Schemas map[string]string `json:"yaml.schemas"`
	}
	if err := json.Unmarshal(data, &settings); err != nil {
		t.Fatal(err)
	}
	for schema := range settings.Schemas {
		if _, ok := Schemas()[path.Base(schema)]; !ok || path.Dir(schema) != "content/schemas" && schema != "./content/schemas/"+path.Base(schema) {
			t.Errorf("there is no schema %s", schema)
		}
	}
	root := os.DirFS("../..")
	err = fs.WalkDir(root, "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".yaml" {
			return err
		}
		found := ""
		for schema, glob := range settings.Schemas {
			if ok, _ := path.Match(glob, name); ok {
				found = path.Clean(schema)
			}
		}
		if found == "" {
			t.Errorf("no schema is set for %s", name)
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		first, _, _ := strings.Cut(string(text), "\n")
		if named, ok := strings.CutPrefix(first, "# yaml-language-server: $schema="); ok && path.Join(path.Dir(name), named) != found {
			t.Errorf("%s names the schema %s, the settings %s", name, path.Join(path.Dir(name), named), found)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestRealContentFitsTheSchemas puts the newsroom's own files to the schemas.
func TestRealContentFitsTheSchemas(t *testing.T) {
	schemas := compiled(t)
	n := 0
	err := filepath.WalkDir("../../content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.Contains(filepath.ToSlash(name), "/schemas/") {
			return err
		}
		text, err := os.ReadFile(name)
		if err == nil {
			agree(t, schemas, strings.TrimPrefix(filepath.ToSlash(name), "../../content/"), string(text), nil)
			n++
		}
		return err
	})
	if err != nil || n < 10 {
		t.Errorf("%d files, %v", n, err)
	}
}

// TestAPanicOfTheLibraryIsASyntaxError stands for input that is not known yet.
func TestAPanicOfTheLibraryIsASyntaxError(t *testing.T) {
	for _, text := range []string{"#\n - \xc2\x85", "? [\n: ", "- ? :\n", "&\n", "a: *\n", "!<\n", "%TAG\n", "a: |x\n", "{a: b"} {
		if _, err := parse(text); err == nil {
			continue
		}
		var diags diag.List
		read(source.New("x", text), 0, text, &typ{kind: keys, takes: claimShape.name, shape: claimShape}, "", &diags)
		if diags.Errors() == 0 {
			t.Errorf("%q: nothing is said", text)
		}
	}
}

// TestArticleSpans: a title and a date line that are quoted are shown where they
// stand.
func TestArticleSpans(t *testing.T) {
	_, stories, _ := readAll(t, written(t, newsroom))
	a := stories[0].Article("times")
	if a.TitleSpan.File != a.File || a.TitleSpan.Text() != a.Title {
		t.Errorf("the title is said to be %q", a.TitleSpan.Text())
	}
	if a.PublishedSpan.File != a.File || a.PublishedSpan.Text() != a.PublishedAs {
		t.Errorf("the date line is said to be %q", a.PublishedSpan.Text())
	}
	if b := stories[0].Article("bare"); b.TitleSpan.File != nil || b.PublishedSpan.File != nil {
		t.Error("what is not given has a place")
	}
}

func TestAPublisherSaysWhoPaysAndWhereToWrite(t *testing.T) {
	files := maps.Clone(newsroom)
	files["site.yaml"] = "title: T\npublisher:\n  name: N\n  contact: https://n.example/contact\n  funding: Paid for by its readers.\n"
	files["stories/dam/claims/inspected.yaml"] = files["stories/dam/claims/smallest.yaml"]
	room, _, diags := readAll(t, written(t, files))
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	same(t, "publisher", room.Site.Publisher, factcheck.Publisher{Name: "N", Contact: "https://n.example/contact", Funding: "Paid for by its readers."})
}
