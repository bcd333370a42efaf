package sitetest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// search puts words into the field as a reader would, and waits for the answer.
func (p *tab) search(t *testing.T, text string) {
	t.Helper()
	eval[bool](t, p, `(() => {
		const q = document.getElementById("q")
		q.focus()
		q.value = ""
		delete document.getElementById("results").dataset.for
		return true
	})()`)
	for _, r := range text {
		p.do(t, chromedp.KeyEvent(string(r)))
	}
	p.wait(t, fmt.Sprintf(`document.getElementById("results").dataset.for === %q`, text))
}

type result struct{ Kind, Title, Href, Text string }

func (p *tab) results(t *testing.T) []result {
	t.Helper()
	return eval[[]result](t, p, `[...document.querySelectorAll("#results .result")].map(r => ({
		kind: r.querySelector(".kindname").textContent, title: r.querySelector("a").textContent, href: r.querySelector("a").getAttribute("href"), text: r.textContent}))`)
}

// found fails unless one of the results has the title.
func found(t *testing.T, list []result, title string) {
	t.Helper()
	if !slices.ContainsFunc(list, func(r result) bool { return strings.Contains(r.Title, title) }) {
		t.Errorf("%q is not among the %d results", title, len(list))
	}
}

// everywhere runs a test from disk and below a path.
func everywhere(t *testing.T, content string, scripts bool, test func(t *testing.T, p *tab)) {
	t.Helper()
	dir := buildDir(t, content, "")
	for name, base := range map[string]string{"disk": fileURL(t, dir), "server": serve(t, dir, "/some/path/")} {
		t.Run(name, func(t *testing.T) {
			p := newTab(t, base, scripts)
			p.look(t, 1280, "light")
			test(t, p)
			p.report(t)
		})
	}
}

// What a reader types becomes the same terms as what the generator read.
func TestSearchMakesTheSameTermsAsTheGenerator(t *testing.T) {
	file, err := os.ReadFile("../words/testdata/terms.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := newTab(t, fileURL(t, buildDir(t, content, "")), true)
	p.open(t, "search.html")
	escapes := regexp.MustCompile(`\\u\{([0-9a-f]+)\}`)
	for line := range strings.Lines(string(file)) {
		text, want, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		text = escapes.ReplaceAllStringFunc(text, func(s string) string {
			n, _ := strconv.ParseUint(s[3:len(s)-1], 16, 32)
			return string(rune(n))
		})
		quoted, _ := json.Marshal(text)
		if got := eval[string](t, p, fmt.Sprintf(`crosscheckIndex.terms(%s).join(" ")`, quoted)); got != want {
			t.Errorf("terms(%q)\n got %q\nwant %q", text, got, want)
		}
	}
	p.report(t)
}

// searchContent is a newsroom with something to find in several scripts.
func searchContent(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(workFolder, "search-content")
	if _, err := os.Stat(dir); err == nil {
		return dir
	}
	put := func(name, text string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("site.yaml", "title: Finders\nverdicts:\n  - {id: agree, label: Sources agree}\n")
	put("outlets.yaml", "gazette:\n  name: Évreux Gazette\n  country: France\nwire:\n  name: O’Brien’s Wire\n")
	put("stories/harbor/story.yaml", "title: The harbour of Łódź\nsummary: Piers & cranes.\ntopics: [harbours]\n")
	put("stories/harbor/articles/a.txt", "---\ntitle: Crane falls in Straße der Einheit\noutlet: gazette\npublished_as: 4 May 2020\n---\nThe crane fell at dawn, said the harbourmaster Zoë Quarterman. Nobody was hurt.\n\nПорт закрыт до среды. Ο λιμένας παραμένει κλειστός. أغلق الميناء يوم الأحد. 北京大学的港口今天关闭。\n")
	put("stories/harbor/articles/b.txt", "---\ntitle: 'Quay shut </script><script>alert(1)</script>'\noutlet: wire\n---\nThe quay was shut, a spokeswoman said\u2028on the wire: “we never\u2028reopen it”. İstanbul ferries wait.\n")
	put("stories/harbor/claims/crane.yaml", "claim: The crane fell at dawn\nclaimant: Zoë Quarterman\nverdict: agree\nsummary: Both papers have it.\nwordings:\n  - article: a\n    quote: The crane fell at dawn\n")
	put("stories/harbor/claims/quay.yaml", "claim: 'The quay </script><img src=x onerror=alert(1)> was shut'\nclaimant: A spokeswoman\nwordings:\n  - article: b\n    quote: \"The quay was shut, a spokeswoman said\\u2028on the wire\"\n")
	put("stories/harbor/claims/moscow.yaml", "claim: Порт закрыт до среды\nwordings:\n  - article: a\n    quote: Порт закрыт до среды\n")
	put("stories/harbor/claims/athens.yaml", "claim: Ο λιμένας παραμένει κλειστός\nwordings:\n  - article: a\n    quote: Ο λιμένας παραμένει κλειστός\n")
	put("stories/harbor/claims/cairo.yaml", "claim: أُغلق الميناء يوم الأحد\nwordings:\n  - article: a\n    quote: أغلق الميناء يوم الأحد\n")
	put("stories/harbor/claims/beijing.yaml", "claim: 北京大学的港口今天关闭\nwordings:\n  - article: a\n    quote: 北京大学的港口今天关闭\n")
	return dir
}

func TestSearchFindsWhateverIsTyped(t *testing.T) {
	everywhere(t, searchContent(t), true, func(t *testing.T, p *tab) {
		p.open(t, "search.html")
		for _, c := range []struct{ typed, title string }{
			{"crane", "The crane fell at dawn"},
			{"cra", "The crane fell at dawn"},        // not finished
			{"dawn crane", "The crane fell at dawn"}, // in another order
			{"carne", "The crane fell at dawn"},      // two letters swapped
			{"rcane", "The crane fell at dawn"},      // the first two
			{"cranne", "The crane fell at dawn"},     // one too many
			{"crae", "The crane fell at dawn"},       // one left out
			{"xrane", "The crane fell at dawn"},      // another one first
			{"quartermna", "Quarterman"},             // swapped, at the end
			{"quartreman zoe", "Quarterman"},         // in a finished word
			{"qartermn", "Nothing"},                  // two mistakes
			{"kwarterma", "Nothing"},
			{"uarterma", "Quarterman"}, // the first letter left out, not finished
			{"zoe", "Zoë Quarterman"},
			{"ZOË QUARTERMAN", "Zoë Quarterman"},
			{"evreux", "Évreux Gazette"},
			{"lodz", "The harbour of Łódź"},
			{"strasse", "Straße"},
			{"o'brien", "O’Brien’s Wire"},
			{"istanbul", "Quay shut"},
			{"порт", "Порт закрыт"},
			{"ПОРТ ЗАКР", "Порт закрыт"},
			{"λιμενας", "Ο λιμένας"},
			{"κλειστόσ", "Ο λιμένας"},
			{"اغلق الميناء", "الميناء"},
			{"大学", "北京大学"},
			{"港口", "北京大学"},
			{"港", "北京大学"},
			{"harbourmaster", "Crane falls"}, // stands in the text of an article only
			{"spokeswoman reopen", "Quay shut"},
		} {
			p.search(t, c.typed)
			list := p.results(t)
			if c.title == "Nothing" {
				if len(list) > 0 {
					t.Errorf("%q finds %q", c.typed, list[0].Title)
				}
				continue
			}
			if !slices.ContainsFunc(list, func(r result) bool { return strings.Contains(r.Title, c.title) }) {
				t.Errorf("%q does not find %q: %+v", c.typed, c.title, list)
			}
		}
		// Claims come first, and what has all the words before what has some.
		p.search(t, "crane dawn")
		if list := p.results(t); len(list) == 0 || list[0].Kind != "claim" {
			t.Errorf("first is %+v", list)
		}
		if said := eval[string](t, p, `document.getElementById("found").textContent`); !strings.Contains(said, "result") {
			t.Errorf("the number of results is told as %q", said)
		}
	})
}

func TestSearchMarksWhatWasFound(t *testing.T) {
	everywhere(t, searchContent(t), true, func(t *testing.T, p *tab) {
		p.open(t, "search.html")
		for typed, want := range map[string]string{
			"crane": "crane", "STRASS": "Straße", "zoe": "Zoë", "carne": "crane", "大学": "大学", "港": "港", "λιμενας": "λιμένας",
		} {
			p.search(t, typed)
			marks := eval[[]string](t, p, `[...document.querySelectorAll("#results .result mark")].map(m => m.textContent)`)
			joined := strings.Join(marks, "|")
			if want == "大学" {
				joined = strings.ReplaceAll(joined, "大|学", "大学")
			}
			if !strings.Contains(strings.ToLower(joined), strings.ToLower(want)) {
				t.Errorf("%q marks %q, not %q", typed, joined, want)
			}
		}
	})
}

func TestHostileWordsStayTextInSearch(t *testing.T) {
	everywhere(t, searchContent(t), true, func(t *testing.T, p *tab) {
		p.open(t, "search.html")
		for _, typed := range []string{"quay", "script", "alert", "onerror", "<img src=x onerror=alert(1)>"} {
			p.search(t, typed)
			found(t, p.results(t), "</script>")
			if n := eval[int](t, p, `document.querySelectorAll("#results img, #results script").length`); n > 0 {
				t.Errorf("%q puts %d elements into the page", typed, n)
			}
		}
	})
	dir := buildDir(t, searchContent(t), "")
	err := filepath.WalkDir(filepath.Join(dir, "assets", "search"), func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if strings.Contains(string(data), "<") || strings.Contains(string(data), "\u2028") {
			t.Errorf("%s holds characters that end a script or a line", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSearchByKeyboard(t *testing.T) {
	everywhere(t, searchContent(t), true, func(t *testing.T, p *tab) {
		p.open(t, "harbor/index.html")
		p.do(t, chromedp.KeyEvent("/"))
		p.wait(t, `location.pathname.endsWith("/search.html") && document.activeElement?.id === "q"`)
		eval[bool](t, p, `document.activeElement.blur(), true`)
		active := func() string {
			return eval[string](t, p, `document.activeElement.id || document.activeElement.textContent`)
		}
		p.do(t, chromedp.KeyEvent("/"))
		if at := active(); at != "q" {
			t.Fatalf("/ goes to %q", at)
		}
		p.search(t, "crane")
		list := p.results(t)
		if len(list) < 3 {
			t.Fatalf("%d results", len(list))
		}
		for i, key := range []string{kb.ArrowDown, kb.ArrowDown, kb.ArrowUp} {
			p.do(t, chromedp.KeyEvent(key))
			if at := active(); at != list[[]int{0, 1, 0}[i]].Title {
				t.Errorf("after %d arrows the focus is on %q", i+1, at)
			}
		}
		p.do(t, chromedp.KeyEvent(kb.ArrowUp))
		if at := active(); at != "q" {
			t.Errorf("up from the first result goes to %q", at)
		}
		p.do(t, chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
		p.wait(t, fmt.Sprintf(`location.href.endsWith(%q) && document.readyState === "complete"`, list[0].Href))
		// Back, the query and its results are there again.
		eval[bool](t, p, `setTimeout(() => history.back()), true`)
		p.wait(t, `document.getElementById("results")?.dataset.for === "crane" && document.querySelectorAll(".result").length > 0`)
		if q := eval[string](t, p, `new URLSearchParams(location.search).get("q") + document.getElementById("q").value`); q != "cranecrane" {
			t.Errorf("the address or the field have lost the query: %q", q)
		}
		eval[bool](t, p, `document.querySelector(".result a").focus(), true`)
		p.do(t, chromedp.KeyEvent(kb.Escape))
		if at := active(); at != "q" {
			t.Errorf("Escape goes to %q", at)
		}
		p.wait(t, `document.getElementById("q").value === "" && document.getElementById("results").hidden && !document.getElementById("az").hidden && !location.search`)
	})
}

func TestSearchFromTheAddressAndByKind(t *testing.T) {
	everywhere(t, searchContent(t), true, func(t *testing.T, p *tab) {
		p.open(t, "search.html?q=crane")
		p.wait(t, `document.querySelectorAll(".result").length > 0`)
		all := p.results(t)
		buttons := eval[[]string](t, p, `[...document.querySelectorAll(".kinds button")].map(b => b.textContent)`)
		if len(buttons) < 3 || buttons[0] != fmt.Sprintf("all %d", len(all)) {
			t.Errorf("the kinds are %q of %d results", buttons, len(all))
		}
		eval[bool](t, p, `document.querySelector(".kinds [value=quote]").click(), true`)
		p.wait(t, `document.querySelector(".kinds [value=quote]").getAttribute("aria-pressed") === "true"`)
		for _, r := range p.results(t) {
			if r.Kind != "quote" {
				t.Errorf("among the quotes is a %s", r.Kind)
			}
		}
		p.wait(t, `new URLSearchParams(location.search).get("kind") === "quote"`)
		eval[bool](t, p, `setTimeout(() => history.back()), true`)
		p.wait(t, fmt.Sprintf(`!new URLSearchParams(location.search).get("kind") && document.querySelectorAll(".result").length === %d`, len(all)))
	})
}

// The results are as fit for everybody as the pages that the other tests look at.
func TestSearchResultsInABrowser(t *testing.T) {
	p := newTab(t, serve(t, buildDir(t, content, ""), "/some/path/"), true)
	p.open(t, "search.html?q=the+taliban")
	p.wait(t, `document.querySelectorAll(".result").length > 0`)
	for _, l := range looks {
		p.look(t, l.width, l.scheme)
		for _, w := range eval[[]string](t, p, overflow) {
			t.Error(w)
		}
		p.axe(t)
	}
	if !eval[bool](t, p, `!!document.querySelector("button.more")`) {
		t.Fatal("no more results")
	}
	p.report(t)
	eval[bool](t, p, `document.querySelector("button.more").click(), true`)
	p.wait(t, `document.querySelectorAll(".result").length > 10 && document.activeElement === document.querySelectorAll(".result a")[10]`)
}

// A key of one character must be possible to switch off (WCAG 2.1.4).
func TestTheSlashCanBeSwitchedOff(t *testing.T) {
	everywhere(t, searchContent(t), true, func(t *testing.T, p *tab) {
		p.open(t, "search.html")
		p.wait(t, `document.getElementById("slash").checked`)
		eval[bool](t, p, `document.getElementById("slash").click(), document.activeElement.blur(), true`)
		p.do(t, chromedp.KeyEvent("/"))
		if at := eval[string](t, p, `document.activeElement.id`); at != "" {
			t.Errorf("switched off, / goes to %q", at)
		}
		p.openRemembering(t, "harbor/index.html", func() bool { return !eval[bool](t, p, `crosscheck.slash()`) })
		p.do(t, chromedp.KeyEvent("/"))
		if at := eval[string](t, p, `location.pathname`); strings.HasSuffix(at, "search.html") {
			t.Errorf("switched off, / leads to %s", at)
		}
		p.open(t, "search.html")
		if eval[bool](t, p, `document.getElementById("slash").checked`) {
			t.Error("the choice is forgotten")
		}
		eval[bool](t, p, `document.getElementById("slash").click(), document.activeElement.blur(), true`)
		p.do(t, chromedp.KeyEvent("/"))
		if at := eval[string](t, p, `document.activeElement.id`); at != "q" {
			t.Errorf("switched on again, / goes to %q", at)
		}
	})
}

// A reader on a slow line waits for the script, too.
func TestSearchScriptIsSmall(t *testing.T) {
	if n := len(build(t, content, "").files["assets/search.js"]); n > 10_500 {
		t.Errorf("search.js has %d bytes", n)
	}
}

// With search: false there is neither an index nor a field, and the list from A
// to Z.
func TestSiteWithoutSearch(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(searchContent(t))); err != nil {
		t.Fatal(err)
	}
	settings, err := os.ReadFile(filepath.Join(dir, "site.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "site.yaml"), append(settings, "search: false\n"...), 0o666); err != nil {
		t.Fatal(err)
	}
	s := build(t, dir, "")
	for name := range s.files {
		if strings.HasPrefix(name, "assets/search/") {
			t.Fatalf("%s is part of an index", name)
		}
	}
	page := string(s.files["search.html"])
	if strings.Contains(page, "search.js") || strings.Contains(page, "<input") || !strings.Contains(page, "The crane fell at dawn") {
		t.Error("search.html is not the list from A to Z alone")
	}
}

// Without scripts there is no field that does nothing, and the index has
// everything.
func TestSearchPageWithoutScripts(t *testing.T) {
	everywhere(t, searchContent(t), false, func(t *testing.T, p *tab) {
		p.open(t, "index.html")
		p.do(t, chromedp.Click(chromedp.CSS(`.menu a[href$="search.html"]`)))
		p.wait(t, `location.pathname.endsWith("/search.html") && document.readyState === "complete"`)
		if !eval[bool](t, p, `!document.getElementById("q").checkVisibility()`) {
			t.Error("the field shows without scripts")
		}
		entries := eval[[]string](t, p, `[...document.querySelectorAll(".entries a")].map(a => a.textContent)`)
		for _, want := range []string{"The crane fell at dawn", "Zoë Quarterman", "Évreux Gazette", "harbours", "The harbour of Łódź", "Crane falls in Straße der Einheit", "北京大学的港口今天关闭"} {
			if !slices.Contains(entries, want) {
				t.Errorf("%q is not in the index: %q", want, entries)
			}
		}
	})
}

// A headline that a claim quotes is said once in its result.
func TestAQuotedHeadlineIsSaidOnceAmongResults(t *testing.T) {
	s := build(t, contentOf(t, strings.Replace(ferry, "wordings:\n", "wordings:\n  - {article: gazette, quote: Ferry kept in port, form: headline}\n", 1)), "")
	var records strings.Builder
	for name, b := range s.files {
		if strings.HasPrefix(name, "assets/search/r/") {
			records.Write(b)
		}
	}
	if text := records.String(); !strings.Contains(text, `"Ferry kept in port","","headline"`) || strings.Contains(text, `"Ferry kept in port","","Ferry kept in port"`) {
		t.Errorf("not so among the records: %s", text)
	}
}
