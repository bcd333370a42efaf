package desk

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	program "crosscheck"
	"crosscheck/generator"
	"crosscheck/generator/diag"
)

// newsroom lays a content folder of one story with these files below it.
func newsroom(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "content")
	for name, text := range map[string]string{
		"site.yaml":               "title: T\nverdicts:\n  - id: agree\n    label: A\n  - id: differ\n    label: D\n",
		"stories/fire/story.yaml": "title: The fire\n",
	} {
		put(t, filepath.Join(dir, name), text)
	}
	for name, text := range files {
		put(t, filepath.Join(dir, "stories/fire", name), text)
	}
	return dir
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

var hostile = map[string]string{
	"articles/post.txt": "---\ntitle: 'Warehouse burns: \"nobody\" hurt'\n---\nTwelve workers left the burning warehouse on Monday, the harbour master said.\n“We are certain that nobody was left inside,” she told reporters.\n",
	// The same words several times, here and in the title.
	"articles/wire.txt": "---\ntitle: Nobody was left inside\n---\nNobody was left inside. Nobody was left inside. Nobody was left inside.\nTwelve workers left. Twelve workers left.\n",
	// All that YAML takes amiss.
	"articles/odd.txt":   "---\nlabel: odd\n---\nShe's \"certain\": nobody was left #inside, 'they' said: [no one] {at all} & *none* | > % @ `x`.\n- ? : twelve workers left the warehouse – ‘all’ “of them”: yes\n# Nobody\u200b was\u00a0left inside\u2028 the\tburning warehouse \U0001f525 … (…) […]\n",
	"articles/weekly.md": "---\nlabel: weekly\n---\nThe harbour master ruled out that **anybody** was *still\ninside* the [warehouse](https://port.example/); twelve workers\nhad left.\n",
	"articles/none.txt":  "---\nlabel: none\n---\nBread is dearer.\n",
}

// What is printed builds when it is pasted, every suggestion of it.
func TestPastedSuggestionsBuild(t *testing.T) {
	dir := newsroom(t, hostile)
	pasted := 0
	for _, c := range []struct{ about, quote string }{
		{"fire/post", "We are certain that nobody was left inside"},
		{"fire/post", "Twelve workers left the burning warehouse on Monday"},
		{"fire/odd", "nobody was left #inside"},
		{"fire/weekly", "twelve workers had left"},
		{"fire/wire", "Nobody was left inside"},
		{filepath.Join(dir, "stories/fire/articles/post.txt"), "Twelve workers"},
	} {
		a, err := Suggest(Inquiry{Content: dir, About: c.about, Quote: c.quote, Limit: 10})
		if err != nil || a.Diagnostics.Errors() > 0 {
			t.Fatalf("%s %q: %v %v", c.about, c.quote, err, a.Diagnostics)
		}
		var out bytes.Buffer
		if err := a.WriteYAML(&out); err != nil {
			t.Fatal(err)
		}
		if out.Len() == 0 || !strings.Contains(out.String(), "- article: ") {
			t.Errorf("%s %q: nothing to paste:\n%s", c.about, c.quote, &out)
			continue
		}
		check(t, dir, "claim: C\nverdict: differ\nwordings:\n"+out.String())
		// The alternatives, taken out of their comments, build as well.
		for _, o := range a.Offers {
			for _, s := range o.Suggestions {
				one := Answer{Article: "x", Offers: []Offer{{o.Article, []Suggestion{s}}}}
				one.Offers[0].Suggestions[0].Score = 1
				out.Reset()
				if err := one.WriteYAML(&out); err != nil {
					t.Fatal(err)
				}
				check(t, dir, "claim: C\nverdict: differ\nwordings:\n"+out.String())
				pasted++
			}
		}
	}
	if pasted < 25 {
		t.Errorf("only %d suggestions", pasted)
	}
}

func check(t *testing.T, dir, claim string) {
	t.Helper()
	name := filepath.Join(dir, "stories/fire/claims/pasted.yaml")
	put(t, name, claim)
	defer os.Remove(name)
	r, err := generator.Check(generator.Options{Content: dir, Templates: program.Templates(), Static: program.Static()})
	if err != nil {
		t.Fatal(err)
	}
	if !r.OK() || r.Claims != 1 {
		var b bytes.Buffer
		if err := diag.WriteText(&b, r.Diagnostics, diag.TextOptions{}); err != nil {
			t.Fatal(err)
		}
		t.Errorf("%s\n%s", &b, claim)
	}
}

func TestSuggestForClaim(t *testing.T) {
	files := map[string]string{
		"claims/inside.yaml": "claim: Nobody was inside\nverdict: differ\nwordings:\n  - article: post\n    quote: We are certain that nobody was left inside\n",
		"claims/bare.yaml":   "claim: Twelve workers left the warehouse\nverdict: differ\nwordings:\n  - article: post\n    quote: Twelve men fled\n",
	}
	for name, text := range hostile {
		files[name] = text
	}
	dir := newsroom(t, files)
	a, err := Suggest(Inquiry{Content: dir, About: "fire/inside", Limit: 1})
	if err != nil || a.Claim != "inside" || len(a.Offers) != 4 {
		t.Fatalf("%+v %v", a, err)
	}
	for _, o := range a.Offers {
		if o.Article == "post" {
			t.Error("an article is asked that the claim has a wording of")
		}
	}
	if last := a.Offers[3]; last.Article != "none" {
		t.Errorf("last is %s", last.Article)
	}
	// A wording that cannot be placed is told, and there is nothing to go by.
	a, err = Suggest(Inquiry{Content: dir, About: filepath.Join(dir, "stories/fire/claims/bare.yaml")})
	if err != nil || len(a.Offers) != 0 || a.Diagnostics.Errors() != 1 || a.Diagnostics[0].Code != "quote-missing" {
		t.Errorf("%+v %v", a, err)
	}
}

func TestSuggestTellsMistakes(t *testing.T) {
	files := map[string]string{"articles/broken.txt": "---\ntitel: x\n---\nNobody.\n", "claims/inside.yaml": "claim: C\nverdict: differ\nwordings:\n  - article: post\n    quote: Twelve workers left the burning\n"}
	for name, text := range hostile {
		files[name] = text
	}
	dir := newsroom(t, files)
	for _, c := range []struct{ about, quote, reason string }{
		{"water/post", "x", "no story"},
		{"fire/past", "x", "no article"},
		{"fire/past", "", "no claim"},
		{"fire/post", "", "is an article"},
		{"fire", "x", "neither"},
		{"../fire/articles/post.txt", "x", "neither"},
		{"", "x", "neither"},
	} {
		_, err := Suggest(Inquiry{Content: dir, About: c.about, Quote: c.quote})
		var misuse *UsageError
		if !errors.As(err, &misuse) || !strings.Contains(misuse.Reason, c.reason) {
			t.Errorf("%s %q: %v, want %q", c.about, c.quote, err, c.reason)
		}
	}
	for _, c := range []struct{ about, quote, says string }{
		{"fire/post", "We are sure that nobody was left inside", "quote: 'We are certain that nobody was left inside'"},
		{"fire/post", "…", "the quote has no words"},
	} {
		a, err := Suggest(Inquiry{Content: dir, About: c.about, Quote: c.quote})
		told := ""
		for _, d := range a.Diagnostics {
			told += d.Message + "\n" + d.Hint + "\n"
		}
		// What is wrong with an article is told each time.
		if err != nil || len(a.Offers) > 0 || !strings.Contains(told, c.says) || !strings.Contains(told, "titel") {
			t.Errorf("%s %q: %v\n%s", c.about, c.quote, err, told)
		}
	}
}

func TestWriteJSON(t *testing.T) {
	dir := newsroom(t, hostile)
	a, err := Suggest(Inquiry{Content: dir, About: "fire/post", Quote: "We are certain that nobody was left inside"})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := a.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Suggestions []struct {
			Article, Part, Quote string
			Start, End           int
			Score                float64
		}
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil || len(got.Suggestions) < 4 {
		t.Fatalf("%v\n%s", err, &out)
	}
	for _, s := range got.Suggestions {
		if s.Article == "" || s.Part == "" || s.Quote == "" || s.End <= s.Start || s.Score <= 0 || s.Score > 1 {
			t.Errorf("%+v", s)
		}
	}
}
