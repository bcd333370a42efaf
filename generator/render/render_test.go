package render

import (
	"bytes"
	"html/template"
	"math"
	"os"
	"path"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"crosscheck/generator/examine"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/source"
)

// A template's wrong field fails only on the branch that runs, so each runs
// over a view in which everything is there and over one in which nothing is.
func TestEveryTemplateRunsFullAndEmpty(t *testing.T) {
	r := renderer(t, newsroom())
	views := map[string]func() interface{ base() *Page }{
		"home":       func() interface{ base() *Page } { return &HomePage{} },
		"story":      func() interface{ base() *Page } { return &StoryPage{} },
		"claim":      func() interface{ base() *Page } { return &ClaimPage{} },
		"article":    func() interface{ base() *Page } { return &ArticlePage{} },
		"chronology": func() interface{ base() *Page } { return &ChronologyPage{} },
		"sources":    func() interface{ base() *Page } { return &SourcesPage{} },
		"findings":   func() interface{ base() *Page } { return &FindingsPage{} },
		"claims":     func() interface{ base() *Page } { return &ClaimsPage{} },
		"articles":   func() interface{ base() *Page } { return &ArticlesPage{} },
		"outlets":    func() interface{ base() *Page } { return &OutletsPage{} },
		"outlet":     func() interface{ base() *Page } { return &OutletPage{} },
		"names":      func() interface{ base() *Page } { return &NamesPage{} },
		"name":       func() interface{ base() *Page } { return &NamePage{} },
		"search":     func() interface{ base() *Page } { return &SearchPage{} },
		"letter":     func() interface{ base() *Page } { return &LetterPage{} },
		"page":       func() interface{ base() *Page } { return &ContentPage{} },
		"data":       func() interface{ base() *Page } { return &DataPage{} },
		"404":        func() interface{ base() *Page } { return &LostPage{} },
	}
	for _, name := range pages {
		view := views[name]
		if view == nil {
			t.Errorf("no view for %s", name)
			continue
		}
		empty := view()
		empty.base().Site = &Masthead{}
		if _, err := r.file(name, "x.html", empty); err != nil {
			t.Errorf("empty: %v", err)
		}
		full := view()
		fill(reflect.ValueOf(full).Elem(), 0)
		file, err := r.file(name, "x.html", full)
		if err != nil {
			t.Errorf("full: %v", err)
		}
		if _, err := readHTML(string(file.Bytes)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// fill sets every field that can be set to something other than its zero value.
func fill(v reflect.Value, depth int) {
	if depth > 8 || !v.CanSet() {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth+1)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), depth+1)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), depth+1)
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[template.HTMLAttr]() {
			v.SetString(` lang="fr" dir="auto"`)
		} else {
			v.SetString("x")
		}
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(2)
	}
}

func TestSiteIsSound(t *testing.T) {
	room, d := fixture(t)
	checkSite(t, built(t, room, d))
}

func TestEmptySiteIsSound(t *testing.T) {
	room := &factcheck.Newsroom{Site: factcheck.Site{Title: "Empty"}}
	d := &factcheck.Dossier{Story: factcheck.Story{ID: "nothing", Title: "Nothing yet"}}
	checkSite(t, built(t, room, d))
	r := renderer(t, room)
	if _, err := r.Site(nil); err != nil {
		t.Error(err)
	}
}

// checkSite checks what holds for every page: well-formed, one main heading,
// headings without gaps, ids that stand once, landmarks, no script, links that
// are relative and lead to something.
func checkSite(t *testing.T, files map[string]string) {
	t.Helper()
	ids := map[string]map[string]bool{}
	parsed := map[string][]*element{}
	for p, src := range files {
		if path.Ext(p) != ".html" {
			continue
		}
		all, err := readHTML(src)
		if err != nil {
			t.Errorf("%s: %v", p, err)
			continue
		}
		parsed[p] = all
		ids[p] = map[string]bool{}
		level, mains, firsts := 0, 0, 0
		for _, e := range all {
			if id, ok := e.attrs["id"]; ok {
				if ids[p][id] || id == "" {
					t.Errorf("%s: id %q stands twice or is empty", p, id)
				}
				ids[p][id] = true
			}
			switch e.name {
			case "iframe", "object", "embed", "form":
				t.Errorf("%s: <%s>", p, e.name)
			case "script":
				if e.foreign() {
					t.Errorf("%s: a script %v %q", p, e.attrs, e.text)
				}
			case "main":
				mains++
			case "h1", "h2", "h3", "h4", "h5", "h6":
				n := int(e.name[1] - '0')
				if n > level+1 {
					t.Errorf("%s: <%s> %q follows level %d", p, e.name, e.text, level)
				}
				if n == 1 {
					firsts++
				}
				level = n
				if strings.TrimSpace(e.text) == "" {
					t.Errorf("%s: empty <%s>", p, e.name)
				}
			case "a":
				if strings.TrimSpace(e.text) == "" && e.attrs["aria-label"] == "" {
					t.Errorf("%s: a link without words to %s", p, e.attrs["href"])
				}
			}
			for a := range e.attrs {
				if strings.HasPrefix(a, "on") {
					t.Errorf("%s: attribute %s", p, a)
				}
			}
		}
		if mains != 1 || firsts != 1 {
			t.Errorf("%s: %d main landmarks and %d main headings", p, mains, firsts)
		}
	}
	for p, all := range parsed {
		for _, e := range all {
			for _, a := range []string{"href", "src"} {
				link, ok := e.attrs[a]
				if !ok || strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "mailto:") {
					continue
				}
				file, fragment, _ := strings.Cut(link, "#")
				target := p
				switch {
				case p == "404.html" && strings.HasPrefix(file, "/"):
					target = strings.TrimPrefix(strings.TrimPrefix(file, "/checks"), "/")
				case strings.HasPrefix(file, "/") || strings.Contains(file, ":"):
					t.Errorf("%s: %s is not relative", p, link)
					continue
				case file != "":
					target = path.Join(path.Dir(p), file)
				}
				if _, ok := files[target]; !ok && target != "feed.xml" && !strings.HasPrefix(target, "data/") && target != "feed.json" { // made by export
					t.Errorf("%s: %s leads nowhere", p, link)
				} else if fragment != "" && !ids[target][fragment] {
					t.Errorf("%s: %s: no such place", p, link)
				}
			}
		}
	}
}

func TestClaimPageSaysFirstWhatWasFound(t *testing.T) {
	room, d := fixture(t)
	page := built(t, room, d)["ferry/claims/boats.html"]
	order := []string{"<h1>The company will keep 14 boats", "<strong>Sources part.</strong> They part on the <strong>number</strong>.", "Anna Holm</bdi></a>", "2 May 2021", "a press call",
		"What each source wrote", `id="w-C"`, ">Base</span>", `id="w-A"`, "as read by the program", "Word by word", "What does not fit", "<svg", "<title", "<desc", "Date as printed",
		"Findings</h2>", "Found by an editor", "Found by the program, not yet reviewed", "<details class=\"dismissed\">", "It was <em>nothing</em>.", "One has 41 where others have 14.", `class="chroma"`, "Cite this claim", "The desk: ‘The company will keep 14 boats on the “northern” line’.",
		"https://tidewatch.example/checks/ferry/claims/boats.html", "Next claim"}
	at := 0
	for _, want := range order {
		i := strings.Index(page[at:], want)
		if i < 0 {
			t.Fatalf("%q is not there, or stands before the one above", want)
		}
		at += i
	}
	for _, want := range []string{"v v-num", "41</span>", "Outlet not known", `lang="fr"`, "../articles/wire.html#claim-boats", "The parts of the quotation stand far apart", "../../claimants/anna-holm.html"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestUnratedClaimInventsNothing(t *testing.T) {
	room, d := fixture(t)
	page := built(t, room, d)["ferry/claims/unrated.html"]
	if !strings.Contains(page, "An editor has not rated this claim yet.") || strings.Contains(page, "what it means") || strings.Contains(page, "What we found") || !strings.Contains(page, ">Not rated yet") {
		t.Error("an unrated claim has a grade")
	}
	if n := strings.Count(page, `class="unknown">not recorded`); n != 4 {
		t.Errorf("%d particulars are said to be unknown, want 4", n)
	}
}

func TestArticlePageMarksAndLeadsBack(t *testing.T) {
	room, d := fixture(t)
	files := built(t, room, d)
	post := files["ferry/articles/post.html"]
	for _, want := range []string{`id="claim-boats"`, `id="claim-boats-3"`, `id="claim-boats-2"`, `href="../claims/boats.html#w-C"`, `href="../claims/boats.html#w-C2"`, `<time datetime="2021-05-02"`, "Spaced   out   line.", "verbatim"} {
		if !strings.Contains(post, want) {
			t.Errorf("post: no %s", want)
		}
	}
	if n := strings.Count(post, `<span class="note">`); n != 2 {
		t.Errorf("%d notes in the margin, want one for each claim", n)
	}
	// The claim boats-2 keeps its plain id; the second wording of boats takes the next number.
	if h1 := regexp.MustCompile(`(?s)<h1.*?</h1>`).FindString(post); !strings.Contains(h1, `id="claim-boats-2"`) {
		t.Errorf("the headline's passage has another id: %s", h1)
	}
	wire := files["ferry/articles/wire.html"]
	for _, want := range []string{"&lt;script&gt;", `class="label">wire`, "No date line recorded.", "No headline recorded;", `<dt>Outlet</dt><dd class="unknown">not known`, `<dt>Not recorded</dt><dd class="unknown">author, date line as printed, updated, place line, language, address, archived copy and retrieved</dd>`, `<dt>Published</dt><dd class="unknown">not recorded`} {
		if !strings.Contains(wire, want) {
			t.Errorf("wire: no %s", want)
		}
	}
	if note := files["ferry/articles/note.html"]; strings.Contains(note, "verbatim") || !strings.Contains(note, "<h3>Ferry <em>notes</em></h3>") {
		t.Error("a document in Markdown is not laid out as such")
	}
}

func TestLostPageStandsAlone(t *testing.T) {
	room, d := fixture(t)
	page := built(t, room, d)["404.html"]
	if strings.Contains(page, "stylesheet") || !strings.Contains(page, "<style>") || !strings.Contains(page, `href="/checks/findings.html"`) {
		t.Error("404.html needs other files, or leads astray at depth")
	}
	room.Site.BaseURL = ""
	if page := built(t, room, d)["404.html"]; !strings.Contains(page, `href="/index.html"`) {
		t.Error("without a base URL it should lead to the root")
	}
}

func TestSameBytesTwice(t *testing.T) {
	room, d := fixture(t)
	first, second := built(t, room, d), built(t, room, d)
	for p := range first {
		if first[p] != second[p] {
			t.Errorf("%s differs", p)
		}
	}
}

func TestLongListsGoOnOnFurtherPages(t *testing.T) {
	room, d := fixture(t)
	digest := examine.Digest(d)
	var digests []factcheck.Digest
	for i := range 2*perPage + 1 {
		g := digest
		g.Story = "ferry-" + strconv.Itoa(i)
		digests = append(digests, g)
	}
	files, err := renderer(t, room).Site(digests)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range files {
		got[f.Path] = string(f.Bytes)
	}
	for p, want := range map[string]string{"index.html": `href="index/2.html"`, "index/2.html": `href="../index.html"`, "index/3.html": `href="2.html"`,
		"findings.html": `href="findings/2.html"`, "topics/ferries.html": `href="ferries/2.html"`, "claimants/anna-holm/2.html": `href="../../ferry-100/claims/boats.html"`} {
		if !strings.Contains(got[p], want) {
			t.Errorf("%s has no %s", p, want)
		}
	}
	if _, more := got["index/4.html"]; more {
		t.Error("an empty page")
	}
}

func TestSpell(t *testing.T) {
	for iso, want := range map[string]string{"": "", "2021": "2021", "2021-07": "July 2021", "2021-07-18": "18 July 2021", "2021-07-18T21:55": "18 July 2021, 21:55",
		"2021-07-18T21:55:03+04:30": "18 July 2021, 21:55 UTC+04:30", "2021-07-18T21:55Z": "18 July 2021, 21:55 UTC"} {
		if got := spell(date(iso)); got != want {
			t.Errorf("spell(%s) = %q, want %q", iso, got, want)
		}
	}
}

func TestHostileContentStaysText(t *testing.T) {
	room, d := fixture(t)
	evil := `"><script>alert(1)</script><img src=x onerror=y>`
	room.Site.Title, room.Outlets[0].Name, room.Outlets[0].URL = evil, evil, "javascript:alert(1)"
	s := &d.Story
	s.Title, s.Summary, s.Topics = evil, evil, []string{evil}
	for i := range s.Articles {
		a := &s.Articles[i]
		a.Author, a.URL, a.Dateline, a.Label, a.Note, a.Language = evil, "javascript:x", evil, evil, evil, `x" onload="y`
	}
	for i := range d.Cases {
		c := &d.Cases[i].Claim
		c.Text, c.Claimant, c.Occasion, c.Summary, c.Topics = evil, evil, evil, evil, []string{evil}
		c.File = source.New("x.yaml", evil)
		for j := range d.Cases[i].Findings {
			d.Cases[i].Findings[j].Summary, d.Cases[i].Findings[j].Why = evil, evil
		}
	}
	files := built(t, room, d)
	for p, src := range files {
		if path.Ext(p) != ".html" {
			continue
		}
		all, err := readHTML(src)
		if err != nil {
			t.Errorf("%s: %v", p, err)
		}
		for _, e := range all {
			if e.foreign() || e.name == "img" || e.attrs["onerror"] != "" || e.attrs["onload"] != "" || strings.HasPrefix(e.attrs["href"], "javascript:") {
				t.Errorf("%s: <%s %v>", p, e.name, e.attrs)
			}
		}
	}
}

// Text and its ground keep the contrast that WCAG 2.2 asks for, in both schemes.
func TestContrast(t *testing.T) {
	css, err := newCSS(t)
	if err != nil {
		t.Fatal(err)
	}
	for scheme, tokens := range css {
		for _, text := range []string{"ink", "soft", "link", "accent", "material", "other", "minor"} {
			for _, ground := range []string{"paper", "tint"} {
				if r := contrast(tokens[text], tokens[ground]); r < 4.5 {
					t.Errorf("%s: --%s on --%s has a contrast of %.2f", scheme, text, ground, r)
				}
			}
		}
		for text, ground := range map[string]string{"material": "material-tint", "other": "other-tint", "ink": "passage-twice", "link": "passage", "paper": "ink"} {
			if r := contrast(tokens[text], tokens[ground]); r < 4.5 {
				t.Errorf("%s: --%s on --%s has a contrast of %.2f", scheme, text, ground, r)
			}
		}
		for _, line := range []string{"passage-line", "focus"} {
			if r := contrast(tokens[line], tokens["paper"]); r < 3 {
				t.Errorf("%s: --%s has a contrast of %.2f", scheme, line, r)
			}
		}
	}
}

// newCSS reads the color tokens of both schemes.
func newCSS(t *testing.T) (map[string]map[string]string, error) {
	style, err := os.ReadFile("../../static/style.css")
	light, dark := map[string]string{}, map[string]string{}
	for _, m := range regexp.MustCompile(`--([a-z-]+): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\);`).FindAllSubmatch(style, -1) {
		light[string(m[1])], dark[string(m[1])] = string(m[2]), string(m[3])
	}
	return map[string]map[string]string{"light": light, "dark": dark}, err
}

// contrast is that of WCAG 2: (L1 + 0.05) / (L2 + 0.05).
func contrast(a, b string) float64 {
	light := func(s string) float64 {
		s = strings.TrimPrefix(s, "#")
		if len(s) == 3 {
			s = string([]byte{s[0], s[0], s[1], s[1], s[2], s[2]})
		}
		n, err := strconv.ParseUint(s, 16, 32)
		if err != nil || len(s) != 6 {
			return math.NaN()
		}
		part := func(v uint64) float64 {
			c := float64(v&0xff) / 255
			if c <= 0.04045 {
				return c / 12.92
			}
			return math.Pow((c+0.055)/1.055, 2.4)
		}
		return 0.2126*part(n>>16) + 0.7152*part(n>>8) + 0.0722*part(n)
	}
	x, y := light(a), light(b)
	r := (max(x, y) + 0.05) / (min(x, y) + 0.05)
	if math.IsNaN(r) {
		return 0
	}
	return r
}

func TestConcurrentUse(t *testing.T) {
	room, d := fixture(t)
	r := renderer(t, room)
	want, err := r.Story(d)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan bool)
	for range 4 {
		go func() {
			files, err := r.Story(d)
			same := err == nil && len(files) == len(want)
			for i := range files {
				same = same && bytes.Equal(files[i].Bytes, want[i].Bytes)
			}
			done <- same
		}()
	}
	for range 4 {
		if !<-done {
			t.Error("another result when used side by side")
		}
	}
}
