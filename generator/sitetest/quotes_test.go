package sitetest

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

// This test takes nothing from the program: it reads the files that editors
// wrote and the files that readers get, and holds one against the other with
// folding of its own. What it proves is the promise about quotes: every quote
// on the site stands in its article, at the place that the data names, and the
// page marks that place.

type publishedClaim struct {
	Story, ID, Claim, Verdict string
	Wordings                  []publishedWording
	Findings                  []publishedFinding
}

type publishedWording struct {
	Article, Quote, Form, Match string
	Passages                    []publishedPassage
}

type publishedPassage struct {
	Part       string
	Start, End int // code points
}

type publishedFinding struct {
	ID, Kind, Severity, Status, Summary string
	Claim, Story                        string
	Articles                            []string
	Evidence                            []struct{ Article, Quote string }
}

type publishedArticle struct {
	Story, ID, Title, Body string
	PublishedAs            string `json:"published_as"`
}

func (a *publishedArticle) part(name string) string {
	switch name {
	case "title":
		return a.Title
	case "published_as":
		return a.PublishedAs
	case "body":
		return a.Body
	}
	return ""
}

// writtenQuote is a quote as an editor wrote it.
type writtenQuote struct {
	Article, Quote, Prefix, Suffix string
	Occurrence                     int
}

type writtenClaim struct {
	Claim    string
	Wordings []writtenQuote
	Findings []struct {
		Kind, Confirms, Dismisses string
		Evidence                  []writtenQuote
	}
}

// quoteFaults holds a built site against the content it was made from. It
// returns what is wrong, and how many passages it looked at.
func quoteFaults(t *testing.T, content string, s *site) (found []string, passages int) {
	t.Helper()
	fault := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	var claims []publishedClaim
	var articles []publishedArticle
	var findings []publishedFinding
	for name, into := range map[string]any{"claims": &claims, "articles": &articles, "findings": &findings} {
		if err := json.Unmarshal(s.files["data/"+name+".json"], into); err != nil {
			t.Fatalf("data/%s.json: %v", name, err)
		}
	}
	article := map[string]*publishedArticle{}
	for i := range articles {
		a := &articles[i]
		article[a.Story+"/"+a.ID] = a
	}

	// The articles are what the editors' files say, and nothing is lost.
	files, err := filepath.Glob(filepath.Join(content, "stories", "*", "articles", "*"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(articles) {
		fault("%d article files, %d articles in the data", len(files), len(articles))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		slash := filepath.ToSlash(file)
		story := path.Base(path.Dir(path.Dir(slash)))
		id := strings.TrimSuffix(path.Base(slash), path.Ext(slash))
		a := article[story+"/"+id]
		if a == nil {
			fault("%s is not in the data", slash)
			continue
		}
		front, body := splitFrontMatter(string(data))
		var given struct {
			Title       string
			PublishedAs string `yaml:"published_as"`
		}
		if err := yaml.Unmarshal([]byte(front), &given); err != nil {
			t.Fatalf("%s: %v", slash, err)
		}
		if a.Title != given.Title || a.PublishedAs != given.PublishedAs {
			fault("%s: title %q and date line %q became %q and %q", slash, given.Title, given.PublishedAs, a.Title, a.PublishedAs)
		}
		switch path.Ext(slash) {
		case ".txt":
			if a.Body != body {
				fault("%s: the body in the data is not the file's text%s", slash, firstDifference(body, a.Body))
			}
		case ".md":
			if !isSubsequence(letters(a.Body), letters(body)) {
				fault("%s: the body in the data has letters that the file has not", slash)
			}
		}
		for _, f := range pageFaults(s, a) {
			fault("%s: %s", slash, f)
		}
	}

	// Every wording of every claim is on the site, in its place.
	byID := map[string]*publishedClaim{}
	for i := range claims {
		byID[claims[i].Story+"/"+claims[i].ID] = &claims[i]
	}
	files, err = filepath.Glob(filepath.Join(content, "stories", "*", "claims", "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(claims) {
		fault("%d claim files, %d claims in the data", len(files), len(claims))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		slash := filepath.ToSlash(file)
		story := path.Base(path.Dir(path.Dir(slash)))
		c := byID[story+"/"+strings.TrimSuffix(path.Base(slash), ".yaml")]
		if c == nil {
			fault("%s is not in the data", slash)
			continue
		}
		var written writtenClaim
		if err := yaml.Unmarshal(data, &written); err != nil {
			t.Fatalf("%s: %v", slash, err)
		}
		if len(written.Wordings) != len(c.Wordings) {
			fault("%s: %d wordings became %d", slash, len(written.Wordings), len(c.Wordings))
			continue
		}
		for i, w := range written.Wordings {
			got := &c.Wordings[i]
			where := fmt.Sprintf("%s, wording %d", slash, i+1)
			if got.Article != w.Article || fold(got.Quote) != fold(w.Quote) {
				fault("%s: %s %q became %s %q", where, w.Article, w.Quote, got.Article, got.Quote)
				continue
			}
			a := article[story+"/"+w.Article]
			if a == nil {
				fault("%s: no article %s", where, w.Article)
				continue
			}
			passages += len(got.Passages)
			for _, f := range wordingFaults(a, w, got) {
				fault("%s: %s", where, f)
			}
			for _, f := range markFaults(s, a, c.ID, got) {
				fault("%s: %s", where, f)
			}
		}
		editors := 0
		for _, f := range written.Findings {
			switch {
			case f.Kind != "":
				editors++
				for _, e := range f.Evidence {
					if !slices.ContainsFunc(c.Findings, func(p publishedFinding) bool {
						return slices.ContainsFunc(p.Evidence, func(q struct{ Article, Quote string }) bool {
							return q.Article == e.Article && fold(q.Quote) == fold(e.Quote)
						})
					}) && len(splitElision(e.Quote)) == 1 {
						fault("%s: the evidence %q is in no finding", slash, e.Quote)
					}
				}
			default:
				id, want := f.Confirms, "confirmed"
				if id == "" {
					id, want = f.Dismisses, "dismissed"
				}
				if !slices.ContainsFunc(c.Findings, func(p publishedFinding) bool { return p.ID == id && p.Status == want }) {
					fault("%s: the finding %s is not %s", slash, id, want)
				}
			}
		}
		if len(c.Findings) < editors {
			fault("%s: %d findings of the editor's, %d in the data", slash, editors, len(c.Findings))
		}
	}

	// Evidence is never empty and stands in its article.
	for _, c := range claims {
		for _, f := range c.Findings {
			f.Story, f.Claim = c.Story, c.ID
			if !slices.ContainsFunc(findings, func(g publishedFinding) bool { return g.ID == f.ID && g.Claim == c.ID && g.Story == c.Story }) {
				fault("finding %s of claim %s is not in findings.json", f.ID, c.ID)
			}
		}
	}
	seen := map[string]bool{}
	for _, f := range findings {
		if seen[f.Story+" "+f.ID] {
			fault("the id %s is taken twice", f.ID)
		}
		seen[f.Story+" "+f.ID] = true
		if len(f.Evidence) == 0 {
			fault("finding %s has no evidence", f.ID)
		}
		for _, e := range f.Evidence {
			passages++
			a := article[f.Story+"/"+e.Article]
			if a == nil {
				fault("finding %s names an article %s that is not there", f.ID, e.Article)
			} else if !strings.Contains(a.Title+"\n"+a.PublishedAs+"\n"+a.Body, e.Quote) {
				fault("finding %s quotes what %s does not say: %q", f.ID, e.Article, e.Quote)
			}
		}
	}
	return found, passages
}

// wordingFaults looks at the passages of one wording.
func wordingFaults(a *publishedArticle, w writtenQuote, got *publishedWording) (found []string) {
	fault := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	var texts []string
	for _, p := range got.Passages {
		points := []rune(a.part(p.Part))
		if p.Start < 0 || p.Start >= p.End || p.End > len(points) {
			fault("passage %s[%d:%d] of %d code points", p.Part, p.Start, p.End, len(points))
			return found
		}
		texts = append(texts, string(points[p.Start:p.End]))
	}
	switch got.Match {
	case "exact":
		if len(texts) != 1 || texts[0] != strings.TrimSpace(got.Quote) && texts[0] != got.Quote {
			fault("exact, but %q stands where the quote is %q", texts, got.Quote)
		}
	case "normalized":
		if len(texts) != 1 || fold(texts[0]) != fold(got.Quote) {
			fault("normalized, but %q stands where the quote is %q", texts, got.Quote)
		}
	case "elided":
		parts := splitElision(got.Quote)
		if len(parts) != len(texts) {
			fault("a quote of %d parts has %d passages", len(parts), len(texts))
			return found
		}
		for i := range parts {
			if fold(parts[i]) != fold(texts[i]) {
				fault("part %d is %q, the article has %q", i+1, parts[i], texts[i])
			}
		}
	default:
		fault("published with match %q", got.Match)
	}
	if found != nil || got.Match == "elided" {
		return found
	}
	p := got.Passages[0]
	points := []rune(a.part(p.Part))
	if !strings.HasSuffix(foldSpace(string(points[:p.Start])), foldSpace(w.Prefix)) {
		fault("the prefix %q does not stand directly before", w.Prefix)
	}
	if !strings.HasPrefix(foldSpace(string(points[p.End:])), foldSpace(w.Suffix)) {
		fault("the suffix %q does not stand directly behind", w.Suffix)
	}
	if w.Prefix == "" && w.Suffix == "" && w.Occurrence == 0 {
		n := 0
		for _, part := range []string{a.Title, a.PublishedAs, a.Body} {
			n += countOverlapping(fold(part), fold(got.Quote))
		}
		if n != 1 {
			fault("the quote stands in the article %d times and nothing decides", n)
		}
	}
	return found
}

// pageFaults holds the article's page against the article: what a reader sees
// is, letter for letter, what was printed.
func pageFaults(s *site, a *publishedArticle) (found []string) {
	page := s.pages[a.Story+"/articles/"+a.ID+".html"]
	if page == nil {
		return []string{"has no page"}
	}
	for _, name := range []string{"title", "published_as", "body"} {
		want := a.part(name)
		if want == "" {
			continue
		}
		shown := readPart(page, name)
		if shown == nil {
			found = append(found, "the page shows no "+name)
		} else if got := shown.text; got != squeeze(want) {
			found = append(found, fmt.Sprintf("the page's %s is not the article's%s", name, firstDifference(squeeze(want), got)))
		}
	}
	return found
}

// shownPart is a part of an article as its page shows it, without white space
// and without what the site adds: where each element begins and each link back
// stands, in bytes of text.
type shownPart struct {
	text  string
	begin map[string]int   // id → where its element begins
	back  map[string][]int // address of a claim → where links to its wordings stand
	links [][2]int         // the article's own links, from and to
}

func readPart(page *document, name string) *shownPart {
	var root *html.Node
	for n := range page.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		class := strings.Fields(attr(n, "class"))
		if name == "title" && n.Data == "h1" || name == "published_as" && n.Data == "p" && slices.Contains(class, "dateline") || name == "body" && slices.Contains(class, "body") {
			root = n
			break
		}
	}
	if root == nil {
		return nil
	}
	part := &shownPart{begin: map[string]int{}, back: map[string][]int{}}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(squeeze(n.Data))
			return
		}
		if n.Type == html.ElementNode {
			if id := attr(n, "id"); id != "" {
				part.begin[id] = b.Len()
			}
			if n.Data == "a" && slices.Contains(strings.Fields(attr(n, "class")), "ref") {
				if address, place, _ := strings.Cut(attr(n, "href"), "#"); strings.HasPrefix(place, "w-") {
					part.back[address] = append(part.back[address], b.Len())
				}
				return
			}
			if n.Data == "a" {
				from := b.Len()
				defer func() { part.links = append(part.links, [2]int{from, b.Len()}) }()
			}
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(root)
	part.text = b.String()
	return part
}

// markFaults looks for each passage of a wording on the article's page: the
// place that the claim's page leads to is where the passage begins, and a link
// back to the claim stands where it ends.
func markFaults(s *site, a *publishedArticle, claim string, w *publishedWording) (found []string) {
	page := s.pages[a.Story+"/articles/"+a.ID+".html"]
	claimPage := s.pages[a.Story+"/claims/"+claim+".html"]
	if page == nil || claimPage == nil {
		return []string{"has no page"}
	}
	back := "../claims/" + claim + ".html"
	for i, p := range w.Passages {
		shown := readPart(page, p.Part)
		if shown == nil {
			return []string{"the page shows no " + p.Part}
		}
		points := []rune(a.part(p.Part))
		begins, ends := len(squeeze(string(points[:p.Start]))), len(squeeze(string(points[:p.End])))
		if !slices.ContainsFunc(shown.back[back], func(at int) bool {
			// A link cannot stand inside another: it waits for that one's end.
			return at == ends || slices.ContainsFunc(shown.links, func(l [2]int) bool { return l[0] < ends && ends < l[1] && at == l[1] })
		}) {
			found = append(found, fmt.Sprintf("no link back to the claim stands behind %q", string(points[p.Start:p.End])))
		}
		if i > 0 {
			continue
		}
		if !slices.ContainsFunc(claimPage.links, func(l link) bool {
			target, fragment, ok := resolve(claimPage.name, l.address)
			at, marked := shown.begin[fragment]
			return ok && target == page.name && marked && at == begins && strings.HasPrefix(fragment, "claim-")
		}) {
			found = append(found, fmt.Sprintf("the claim's page does not lead to where %q begins", string(points[p.Start:p.End])))
		}
	}
	return found
}

func splitFrontMatter(file string) (front, body string) {
	rest, ok := strings.CutPrefix(file, "---\n")
	if !ok {
		return "", file
	}
	if body, ok := strings.CutPrefix(rest, "---\n"); ok {
		return "", body
	}
	front, body, _ = strings.Cut(rest, "\n---\n")
	return front, body
}

// fold makes alike what the promise about quotes calls typographic equivalence.
func fold(s string) string { return strings.TrimSpace(foldSpace(s)) }

// foldSpace does it without taking white space away at the ends.
func foldSpace(s string) string {
	s = norm.NFC.String(s)
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) || unicode.Is(unicode.Zs, r) {
			space = true
			continue
		}
		if r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff' {
			continue // cannot be seen
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		switch {
		case strings.ContainsRune("“”„‟«»″", r):
			b.WriteByte('"')
		case strings.ContainsRune("‘’‚‛‹›′`´", r):
			b.WriteByte('\'')
		case unicode.Is(unicode.Pd, r) || r == '−':
			b.WriteByte('-')
		case r == '…':
			b.WriteString("...")
		default:
			b.WriteRune(r)
		}
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

var elision = regexp.MustCompile(`[\[(]\s*(?:…|\.\.\.|\. \. \.)\s*[\])]|…|\.\.\.\.?|\. \. \.`)

func splitElision(quote string) []string {
	var parts []string
	for _, part := range elision.Split(quote, -1) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

func countOverlapping(text, sub string) (n int) {
	for i := 0; sub != "" && i+len(sub) <= len(text); i++ {
		if strings.HasPrefix(text[i:], sub) {
			n++
		}
	}
	return n
}

// squeeze takes white space away.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func isSubsequence(sub, of string) bool {
	rest := []rune(of)
	for _, r := range sub {
		i := slices.Index(rest, r)
		if i < 0 {
			return false
		}
		rest = rest[i+1:]
	}
	return true
}

func firstDifference(want, got string) string {
	i := 0
	for i < len(want) && i < len(got) && want[i] == got[i] {
		i++
	}
	cut := func(s string) string {
		return fmt.Sprintf("%.60q", strings.ToValidUTF8(s[max(0, min(i, len(s))-10):], ""))
	}
	return fmt.Sprintf(": at byte %d %s became %s", i, cut(want), cut(got))
}

// The test above is only worth what it notices: one thing in a sound site is
// made wrong at a time.
func TestQuoteTestSeesWhatIsWrong(t *testing.T) {
	const folder = "testdata/golden/content"
	sound := build(t, folder, "https://second-look.example/checks")
	for _, test := range []struct{ name, file, old, new, want string }{
		{"a passage too far right", "data/claims.json", `"start":88,"end":163`, `"start":89,"end":164`, "where the quote is"},
		{"a passage in another part", "data/claims.json", `"part":"title","start":0`, `"part":"body","start":0`, "where the quote is"},
		{"a wording changed", "data/claims.json", "not spend a cent on the old one", "not spend a dime on the old one", "became"},
		{"a wording lost", "data/claims.json", `{"article":"river-wire"`, `{"article":"river-wired"`, "became"},
		{"an article's text changed", "data/articles.json", "Twelve engineers", "Twelve Engineers", "not the file's text"},
		{"a headline changed", "data/articles.json", "Council shuts", "Council shut", "became"},
		{"evidence that is not there", "data/findings.json", "not spend a penny on the old one", "not spend a pound on the old one", "does not say"},
		{"a letter lost on the page", "ferry-bridge/articles/harbour-post.html", "Twelve", "Twelv", "is not the article's"},
		{"a mark at another place", "ferry-bridge/articles/river-wire.html", ` id="claim-new-bridge"`, ` id="claim-new-bridges"`, "does not lead to"},
		{"no way back", "ferry-bridge/articles/river-wire.html", "../claims/new-bridge.html#", "../claims/new-bridges.html#", "no link back"},
	} {
		t.Run(test.name, func(t *testing.T) {
			broken := &site{maps.Clone(sound.files), maps.Clone(sound.pages)}
			data := strings.Replace(string(sound.files[test.file]), test.old, test.new, 1)
			if data == string(sound.files[test.file]) {
				t.Fatalf("the test breaks nothing: %s has no %s", test.file, test.old)
			}
			broken.files[test.file] = []byte(data)
			if sound.pages[test.file] != nil {
				page, err := parsePage(test.file, []byte(data))
				if err != nil {
					t.Fatal(err)
				}
				broken.pages[test.file] = page
			}
			found, _ := quoteFaults(t, folder, broken)
			if !slices.ContainsFunc(found, func(f string) bool { return strings.Contains(f, test.want) }) {
				t.Errorf("faults %q do not mention %q", found, test.want)
			}
		})
	}
}
