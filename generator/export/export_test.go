package export

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

const body = "Ärger – “We will rebuild,” said Ilse. 12 <boats> & more."

func dossier() *factcheck.Dossier {
	at := func(part factcheck.Part, text, words string) factcheck.Passage {
		i := strings.Index(text, words)
		return factcheck.Passage{Article: "post", Part: part, Start: i, End: i + len(words)}
	}
	const title = "Größer: fire"
	quote := at(factcheck.Body, body, "We will rebuild")
	finding := factcheck.Finding{ID: "x-1", Kind: "date", Severity: factcheck.Major, Status: factcheck.Proposed,
		Summary: "It *does* not \\[fit\\].", Evidence: []factcheck.Evidence{{Passage: at(factcheck.Title, title, "fire"), Quote: "fire"}}}
	return &factcheck.Dossier{
		Story: factcheck.Story{ID: "s", Articles: []factcheck.Article{{ID: "post", Title: title, PublishedAs: "May 3", Body: markdown.Plain(body)}}},
		Cases: []factcheck.ExaminedCase{{
			Case: factcheck.Case{
				Claim: factcheck.Claim{ID: "c", Text: "They <will>"},
				Witnesses: []factcheck.Witness{{
					Wording: factcheck.Wording{Quotation: factcheck.Quotation{Article: "post", Quote: "We will rebuild"}},
					Form:    factcheck.Direct, Match: "exact", Text: "We will rebuild", Passages: []factcheck.Passage{quote},
				}},
			},
			Base:     -1,
			Findings: []factcheck.Finding{finding},
		}},
		Findings: []factcheck.Finding{finding},
	}
}

// joinedData puts the chunks of n stories together as the generator does.
func joinedData(t *testing.T, n int) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, f := range Joined(&factcheck.Newsroom{}) {
		var parts []string
		for range n {
			chunks, err := Story(&factcheck.Newsroom{}, dossier())
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range chunks {
				if c.Path == f.Path && len(c.Bytes) > 0 {
					parts = append(parts, string(c.Bytes))
				}
			}
		}
		files[f.Path] = f.Header + strings.Join(parts, f.Separator) + f.Footer
	}
	return files
}

// What a passage names in articles.json is what it is said to be.
func TestOffsetsCountCodePointsOfTheArticle(t *testing.T) {
	files := joinedData(t, 1)
	var articles []map[string]any
	var claims []struct {
		Wordings []struct {
			Article, Quote string
			Passages       []struct {
				Part       string
				Start, End int
			}
		}
		Findings []struct {
			Evidence []struct {
				Article, Quote, Part string
				Start, End           int
			}
		}
	}
	for path, into := range map[string]any{articlesPath: &articles, claimsPath: &claims} {
		if err := json.Unmarshal([]byte(files[path]), into); err != nil {
			t.Fatalf("%s: %v\n%s", path, err, files[path])
		}
	}
	cut := func(part string, start, end int) string {
		return string([]rune(articles[0][part].(string))[start:end])
	}
	w := claims[0].Wordings[0]
	if got := cut(w.Passages[0].Part, w.Passages[0].Start, w.Passages[0].End); got != w.Quote {
		t.Errorf("the passage is %q, the quote %q", got, w.Quote)
	}
	e := claims[0].Findings[0].Evidence[0]
	if got := cut(e.Part, e.Start, e.End); got != e.Quote || e.Part != "title" {
		t.Errorf("the evidence is %q, its quote %q", got, e.Quote)
	}
	if articles[0]["body"] != body {
		t.Errorf("the body is %q", articles[0]["body"])
	}
}

// Shared passages are numbered as on the sources page, and their offsets count
// code points of the body.
func TestSharedPassages(t *testing.T) {
	d := dossier()
	start, end := strings.Index(body, "12 <boats>"), strings.Index(body, " more")
	d.Shared = factcheck.Shared{
		Articles: []factcheck.SharedArticle{{Words: 9, Shared: 4}},
		Passages: []factcheck.SharedPassage{
			{Exact: true, Places: []factcheck.SharedPlace{{Passage: factcheck.Passage{Article: "post", Part: factcheck.Body, Start: start, End: end}}}},
			{Quoted: true, Places: []factcheck.SharedPlace{{Passage: factcheck.Passage{Article: "post", Part: factcheck.Body, Start: 0, End: len("Ärger")}}}},
		},
	}
	a := articles(d)[0].(article)
	want := []shared{{2, 0, 5, false, true}, {1, 38, 50, true, false}}
	if a.Words != 9 || a.SharedWords != 4 || fmt.Sprint(a.Shared) != fmt.Sprint(want) {
		t.Errorf("%d of %d words, %v; want %v", a.SharedWords, a.Words, a.Shared, want)
	}
	if got := string([]rune(a.Body)[38:50]); got != body[start:end] {
		t.Errorf("the offsets name %q", got)
	}
}

func TestDataFiles(t *testing.T) {
	for _, n := range []int{0, 1, 3} {
		for path, text := range joinedData(t, n) {
			if !slices.Contains([]string{claimsPath, findingsPath, articlesPath}, path) {
				continue // no list of records: these have tests of their own
			}
			var list []map[string]any
			if err := json.Unmarshal([]byte(text), &list); err != nil {
				t.Fatalf("%s of %d stories: %v\n%s", path, n, err, text)
			}
			want := n
			if path == findingsPath {
				want = 2 * n
			}
			if list == nil || len(list) != want {
				t.Errorf("%s of %d stories has %d records, want %d", path, n, len(list), want)
			}
			if strings.Contains(text, `\u003c`) {
				t.Errorf("%s escapes what needs no escape: %s", path, text)
			}
		}
	}
	var findings []map[string]any
	if err := json.Unmarshal([]byte(joinedData(t, 1)[findingsPath]), &findings); err != nil {
		t.Fatal(err)
	}
	if findings[0]["claim"] != "" || findings[1]["claim"] != "c" || findings[0]["story"] != "s" {
		t.Errorf("findings of the story and of a claim: %v", findings)
	}
	if findings[0]["summary"] != "It does not [fit]." {
		t.Errorf("summary: %v", findings[0]["summary"])
	}
}

func TestSiteFiles(t *testing.T) {
	room := &factcheck.Newsroom{}
	paths := func() (s string) {
		for _, f := range Site(room, nil, []string{"a.html", "s/b c&.html"}) {
			s += f.Path + " "
		}
		return s
	}
	if got := paths(); got != ".nojekyll robots.txt data/datapackage.json feed.xml feed.json " {
		t.Errorf("without a base URL: %s", got)
	}
	room.Site.BaseURL = "https://x.example/y"
	if got := paths(); got != ".nojekyll robots.txt data/datapackage.json feed.xml feed.json sitemap.xml " {
		t.Errorf("with a base URL: %s", got)
	}
	var set struct {
		URLs []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal(Site(room, nil, []string{"a.html", "s/b c&.html"})[5].Bytes, &set); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(set.URLs) != "[https://x.example/y/a.html https://x.example/y/s/b%20c&.html]" {
		t.Errorf("sitemap: %v", set.URLs)
	}
}

func BenchmarkStory(b *testing.B) {
	d, room := dossier(), &factcheck.Newsroom{}
	for b.Loop() {
		if _, err := Story(room, d); err != nil {
			b.Fatal(err)
		}
	}
}
