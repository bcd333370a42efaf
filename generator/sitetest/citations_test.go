package sitetest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"
)

type publishedCitation struct {
	ID, Type, Title, URL, Note, Genre string
	Author                            []struct{ Literal string }
	Container                         string `json:"container-title"`
	Issued                            struct {
		Parts [][]int `json:"date-parts"`
	}
}

// Each claim, finding and document can be cited, in three forms that say the
// same, and the page of each claim and document shows its own.
func TestEverythingCanBeCited(t *testing.T) {
	dataSites(t, func(t *testing.T, s *site, base string) {
		obeys(t, s, "data/citations.json", "csl.schema.json")
		var list []publishedCitation
		if err := json.Unmarshal(s.files["data/citations.json"], &list); err != nil {
			t.Fatal(err)
		}
		entries, err := readBibTeX(string(s.files["data/citations.bib"]))
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) != len(list) {
			t.Fatalf("%d entries in citations.bib, %d in citations.json", len(entries), len(list))
		}
		cited := map[string]*publishedCitation{}
		for i := range list {
			c, e := &list[i], entries[i]
			if cited[c.ID] != nil {
				t.Errorf("%s is there twice", c.ID)
			}
			cited[c.ID] = c
			if e.key != c.ID {
				t.Errorf("entry %d is %s in one file and %s in the other", i, c.ID, e.key)
				continue
			}
			author := ""
			if len(c.Author) > 0 {
				author = c.Author[0].Literal
			}
			for name, want := range map[string]string{"title": c.Title, "author": author, "type": c.Genre} {
				if got := plainTeX(e.fields[name]); got != strings.Join(strings.FieldsFunc(want, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ") {
					t.Errorf("%s: %s is %q in one file, %q in the other", c.ID, name, want, got)
				}
			}
			if strings.HasPrefix(c.Type, "web") {
				page, place, _ := strings.Cut(strings.TrimPrefix(c.URL, base+"/"), "#")
				switch d := s.pages[page]; {
				case base == "" && c.URL == "":
				case base == "" || d == nil || place != "" && d.ids[place] == nil:
					t.Errorf("%s: %q leads nowhere", c.ID, c.URL)
				}
			}
		}
		var claims []publishedClaim
		var findings []publishedFinding
		var articles []publishedArticle
		for name, into := range map[string]any{"articles": &articles, "claims": &claims, "findings": &findings} {
			if err := json.Unmarshal(s.files["data/"+name+".json"], into); err != nil {
				t.Fatal(err)
			}
		}
		if len(claims)+len(findings)+len(articles) != len(list) {
			t.Errorf("%d citations of %d claims, %d findings and %d articles", len(list), len(claims), len(findings), len(articles))
		}
		onPage := func(page, key, title string) {
			d := s.pages[page]
			for _, id := range []string{"cite-plain", "cite-bibtex", "cite-csl"} {
				if d.ids[id] == nil {
					t.Errorf("%s has no %s", page, id)
					return
				}
			}
			csl := text(d.ids["cite-csl"])
			if err := valid(schema(t, "csl.schema.json"), []byte(csl)); err != nil {
				t.Errorf("%s: %v", page, err)
			}
			var shown []publishedCitation
			if err := json.Unmarshal([]byte(csl), &shown); err != nil || len(shown) != 1 || cited[key] == nil || shown[0].ID != key || shown[0].Title != cited[key].Title {
				t.Errorf("%s: its citation is not that of the file: %v", page, err)
				return
			}
			c := shown[0]
			if e, err := readBibTeX(text(d.ids["cite-bibtex"])); err != nil || len(e) != 1 || e[0].key != key {
				t.Errorf("%s: %v", page, err)
			}
			if plain := text(d.ids["cite-plain"]); !strings.Contains(squeeze(plain), squeeze(title)) {
				t.Errorf("%s: %q does not name %q", page, plain, title)
			}
			tags := map[string]string{}
			for n := range d.root.Descendants() {
				if n.Type == html.ElementNode && n.Data == "meta" && strings.HasPrefix(attr(n, "name"), "citation_") {
					tags[strings.TrimPrefix(attr(n, "name"), "citation_")] = attr(n, "content")
				}
			}
			for name, form := range map[string]string{"publication_date": `^\d{4}(/\d\d(/\d\d)?)?$`, "online_date": `^\d{4}(/\d\d(/\d\d)?)?$`, "public_url": `^https?://`} {
				if v, ok := tags[name]; ok && !regexp.MustCompile(form).MatchString(v) {
					t.Errorf("%s: citation_%s is %q", page, name, v)
				}
			}
			if _, dated := tags["publication_date"]; dated != (c.Issued.Parts != nil) {
				t.Errorf("%s: the elements tell a date: %v", page, dated)
			}
			if got, ok := tags["title"]; ok && got != title {
				t.Errorf("%s: citation_title is %q", page, got)
			}
		}
		for _, c := range claims {
			onPage(c.Story+"/claims/"+c.ID+".html", c.Story+"/claims/"+c.ID, c.Claim)
		}
		for _, a := range articles {
			onPage(a.Story+"/articles/"+a.ID+".html", a.Story+"/articles/"+a.ID, a.Title)
		}
		for _, f := range findings {
			c := cited[f.Story+"/findings/"+f.ID]
			if c == nil || !strings.HasPrefix(f.Summary, c.Title) {
				t.Errorf("finding %s is not cited by what it says", f.ID)
				continue
			}
			if f.Status != "confirmed" && c.Note == "" && len(c.Author) == 0 {
				t.Logf("finding %s of an editor without a name", f.ID)
			}
			page := f.Story + "/index.html"
			if f.Claim != "" {
				page = f.Story + "/claims/" + f.Claim + ".html"
			}
			shown := s.pages[page].ids[f.ID]
			if shown == nil || !slices.ContainsFunc(slices.Collect(shown.Descendants()), func(n *html.Node) bool {
				return n.Type == html.ElementNode && attr(n, "class") == "citation" && strings.Contains(text(n), c.Title)
			}) {
				t.Errorf("%s: finding %s cannot be cited there", page, f.ID)
			}
		}
	})
}

type bibEntry struct {
	kind, key string
	fields    map[string]string
}

// readBibTeX reads entries as BibTeX's own scanner does, and lets nothing pass
// that it would remark on: braces that do not balance, a field twice, a key with
// letters beyond ASCII, text between entries, a command that is cut off.
func readBibTeX(src string) (entries []bibEntry, err error) {
	rest := strings.TrimSpace(src)
	for rest != "" {
		m := regexp.MustCompile(`^@(article|misc)\{([A-Za-z0-9._/:-]+)`).FindStringSubmatch(rest)
		if m == nil {
			return nil, fmt.Errorf("no entry: %.60q", rest)
		}
		e := bibEntry{m[1], m[2], map[string]string{}}
		rest = strings.TrimSpace(rest[len(m[0]):])
		for strings.HasPrefix(rest, ",") {
			rest = strings.TrimSpace(rest[1:])
			f := regexp.MustCompile(`^([a-z]+) = `).FindStringSubmatch(rest)
			if f == nil {
				return nil, fmt.Errorf("%s: no field: %.60q", e.key, rest)
			}
			if _, twice := e.fields[f[1]]; twice {
				return nil, fmt.Errorf("%s: %s twice", e.key, f[1])
			}
			rest = rest[len(f[0]):]
			if month := regexp.MustCompile(`^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b`).FindString(rest); month != "" && f[1] == "month" {
				e.fields[f[1]] = month
				rest = strings.TrimSpace(rest[3:])
				continue
			}
			depth, end := 0, -1
			for i := 0; i < len(rest) && end < 0; i++ {
				switch rest[i] {
				case '{':
					depth++
				case '}':
					if depth--; depth == 0 {
						end = i
					}
				}
				if depth == 0 && end < 0 {
					return nil, fmt.Errorf("%s: %s has no braces", e.key, f[1])
				}
			}
			if end < 0 {
				return nil, fmt.Errorf("%s: the braces of %s do not close", e.key, f[1])
			}
			value := rest[1:end]
			if f[1] != "url" && f[1] != "note" && regexp.MustCompile(`(^|[^\\])[%&_#$^~]`).MatchString(value) {
				return nil, fmt.Errorf("%s: %s has a sign that TeX takes for a command: %q", e.key, f[1], value)
			}
			e.fields[f[1]] = value
			rest = strings.TrimSpace(rest[end+1:])
		}
		if !strings.HasPrefix(rest, "}") {
			return nil, fmt.Errorf("%s: does not end: %.60q", e.key, rest)
		}
		rest = strings.TrimSpace(rest[1:])
		entries = append(entries, e)
	}
	return entries, nil
}

// plainTeX reads the text of a field.
func plainTeX(field string) string {
	if strings.HasPrefix(field, "{") && strings.HasSuffix(field, "}") {
		field = field[1 : len(field)-1]
	}
	commands := map[string]string{"textbackslash": `\`, "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^", "textless": "<", "textgreater": ">", "textbar": "|"}
	return regexp.MustCompile(`\\([a-z]+)\{\}|\\(.)|\{\}`).ReplaceAllStringFunc(field, func(c string) string {
		if name, ok := strings.CutSuffix(c[1:], "{}"); ok {
			return commands[name]
		}
		if c == "{}" { // keeps two marks apart
			return ""
		}
		return c[1:]
	})
}

// A citation can be copied: with scripts by a button, without them by selecting,
// which takes the whole of it.
func TestCitationsAreCopied(t *testing.T) {
	fromDiskAndBelowAPath(t, golden, func(t *testing.T, base string) {
		for _, page := range []string{"ferry-bridge/claims/worse-than-feared.html", "ferry-bridge/articles/harbour-post.html"} {
			p := newTab(t, base, true)
			p.look(t, 360, "light")
			p.open(t, page)
			eval[bool](t, p, `navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() }, document.querySelector("#cite > summary").focus(), true`)
			p.do(t, chromedp.KeyEvent(kb.Enter))
			p.wait(t, `document.querySelector("#cite").open`)
			for _, id := range []string{"cite-plain", "cite-bibtex", "cite-csl"} {
				button := fmt.Sprintf("document.querySelector('[data-copy=%s]')", id)
				eval[bool](t, p, "window.copied = '', "+button+".focus(), true")
				p.do(t, chromedp.KeyEvent(kb.Enter))
				p.wait(t, "window.copied !== ''")
				if got, want := eval[string](t, p, "copied"), eval[string](t, p, "document.getElementById('"+id+"').textContent.trim()"); got != want || got == "" {
					t.Errorf("%s: copied %q, not %q", page, got, want)
				}
			}
			if eval[bool](t, p, "document.documentElement.scrollWidth > innerWidth") {
				t.Errorf("%s: the open block is wider than the window", page)
			}
			p.report(t)

			p = newTab(t, base, false)
			p.look(t, 360, "light")
			p.open(t, page)
			if n := eval[int](t, p, "[...document.querySelectorAll('[data-copy]')].filter(b => b.checkVisibility()).length"); n != 0 {
				t.Errorf("%s: %d buttons that do nothing without scripts", page, n)
			}
			if got := eval[string](t, p, "[...document.querySelectorAll('.citation')].map(e => getComputedStyle(e).userSelect).find(s => s !== 'all') || ''"); got != "" {
				t.Errorf("%s: a citation is not selected as a whole: %s", page, got)
			}
			p.report(t)
		}
	})
}
