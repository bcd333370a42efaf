package sitetest

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

var (
	update = flag.Bool("update", false, "write testdata/golden/site.txt anew; refused where something would be lost")
	lose   = flag.Bool("lose", false, "with -update, let go of what the new site no longer has")
)

const goldenFile = "testdata/golden/site.txt"

// The golden site is a small invented newsroom and what becomes of it: pages as
// outlines of what a reader meets (elements, words, addresses, ids; no classes,
// so that restyling changes nothing here), all other files as they are.
func TestGoldenSite(t *testing.T) {
	s := build(t, "testdata/golden/content", "https://second-look.example/checks")
	files := map[string]string{}
	for name, data := range s.files {
		switch {
		case s.pages[name] != nil:
			files[name] = outline(s.pages[name].root)
		case strings.HasPrefix(name, "assets/") || name == manifest:
			files[name] = "(not shown)\n"
		default:
			files[name] = strings.TrimSuffix(string(data), "\n") + "\n"
		}
	}
	old, err := os.ReadFile(goldenFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	golden := unpack(string(old))
	if *update {
		lost := facts(golden)
		for f := range facts(files) {
			delete(lost, f)
		}
		if len(lost) > 0 && !*lose {
			t.Fatalf("The new site has lost what the golden one had. If that is meant, say -update -lose:\n\t%s", strings.Join(slices.Sorted(maps.Keys(lost)), "\n\t"))
		}
		if err := os.WriteFile(goldenFile, []byte(pack(files)), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, name := range slices.Sorted(maps.Keys(golden)) {
		got, ok := files[name]
		if !ok {
			t.Errorf("%s is no longer made", name)
		} else if got != golden[name] {
			t.Errorf("%s is not the golden one%s", name, lineDifference(golden[name], got))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if _, ok := golden[name]; !ok {
			t.Errorf("%s is new", name)
		}
	}
	if t.Failed() {
		t.Log("If the new site is right: go test ./generator/sitetest -run Golden -update, and read the difference")
	}
}

// What the golden site must hold, whatever the golden file says.
func TestGoldenSiteHoldsWhatItWasWrittenFor(t *testing.T) {
	s := build(t, "testdata/golden/content", "https://second-look.example/checks")
	var claims []publishedClaim
	if err := json.Unmarshal(s.files["data/claims.json"], &claims); err != nil {
		t.Fatal(err)
	}
	match := map[string]int{}
	part := map[string]int{}
	for _, c := range claims {
		for _, w := range c.Wordings {
			match[w.Match]++
			for _, p := range w.Passages {
				part[p.Part]++
			}
		}
	}
	if len(claims) != 4 || match["exact"] == 0 || match["normalized"] == 0 || match["elided"] == 0 || part["title"] == 0 || part["body"] == 0 {
		t.Errorf("%d claims, matches %v, parts %v", len(claims), match, part)
	}
	var findings []publishedFinding
	if err := json.Unmarshal(s.files["data/findings.json"], &findings); err != nil {
		t.Fatal(err)
	}
	byStatus := map[string]int{}
	for _, f := range findings {
		byStatus[f.Status]++
	}
	if byStatus["confirmed"] == 0 || byStatus["proposed"] == 0 {
		t.Errorf("findings %v: one is the editor's, and the program should see that a Monday was a Tuesday", byStatus)
	}
	const plain = "What the mayor said\n\nThe mayor, Ada Quill, called the state of the bridge “worse than feared”\nand wants a new bridge, says the council.\n\n" +
		"We strongly favour a new bridge,\nand we will not spend a penny on it.\n\nIt closed <b>at once</b>.\n\nEngineers & divers looked at it.\n\nThe council’s clerk confirmed it."
	var articles []publishedArticle
	if err := json.Unmarshal(s.files["data/articles.json"], &articles); err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		if a.ID == "the-ferryman" && a.Body != plain {
			t.Errorf("the Markdown article's text%s", firstDifference(plain, a.Body))
		}
	}
	md := s.pages["ferry-bridge/articles/the-ferryman.html"]
	if md == nil {
		t.Fatal("the Markdown article has no page")
	}
	if first(md.root, "em") == nil || first(md.root, "strong") == nil || first(md.root, "blockquote") == nil {
		t.Error("the Markdown article has lost its markup")
	}
	if body := readPart(md, "body"); body == nil || !strings.Contains(body.text, "<b>atonce</b>") || !strings.Contains(body.text, "Engineers&diverslooked") {
		t.Errorf("raw HTML and entities in the Markdown article: %v", body)
	}
}

// facts are what an update may not lose in passing: files, places, passages,
// findings.
func facts(files map[string]string) map[string]bool {
	all := map[string]bool{}
	for name, data := range files {
		all["file "+name] = true
		if strings.HasSuffix(name, ".html") {
			for _, line := range strings.Split(data, "\n") {
				if _, id, ok := strings.Cut(line, " id="); ok {
					id, _, _ = strings.Cut(id, " ")
					all["place "+name+"#"+strings.Trim(id, `"`)] = true
				}
			}
		}
	}
	var claims []publishedClaim
	var findings []publishedFinding
	json.Unmarshal([]byte(files["data/claims.json"]), &claims)
	json.Unmarshal([]byte(files["data/findings.json"]), &findings)
	for _, c := range claims {
		for _, w := range c.Wordings {
			all[fmt.Sprintf("passages of %s/%s in %s: %v", c.Story, c.ID, w.Article, w.Passages)] = true
		}
	}
	for _, f := range findings {
		all["finding "+f.ID+" "+f.Status] = true
	}
	return all
}

// outline writes a page as what a reader meets: a line an element that holds
// words or has an address, id or language; indented as they nest.
func outline(root *html.Node) string {
	var b strings.Builder
	shown := map[string]bool{"id": true, "href": true, "src": true, "lang": true, "dir": true, "datetime": true, "rel": true, "role": true, "scope": true, "colspan": true, "rowspan": true, "headers": true,
		"aria-label": true, "aria-labelledby": true, "aria-current": true, "tabindex": true, "open": true, "name": true, "content": true, "property": true, "title": true}
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		indent := strings.Repeat("  ", depth)
		switch n.Type {
		case html.TextNode:
			if words := strings.Join(strings.Fields(n.Data), " "); words != "" {
				b.WriteString(indent + strconv.Quote(words) + "\n")
			}
		case html.ElementNode:
			line := n.Data
			for _, a := range n.Attr {
				if shown[a.Key] {
					line += " " + a.Key + "=" + strconv.Quote(a.Val)
				}
			}
			if n.Data == "svg" {
				b.WriteString(indent + line + "\n")
				for c := range n.Descendants() {
					if c.Type == html.TextNode {
						walk(c, depth+1)
					}
				}
				return
			}
			if n.Data == "style" {
				return
			}
			b.WriteString(indent + line + "\n")
			for c := range n.ChildNodes() {
				walk(c, depth+1)
			}
		default:
			for c := range n.ChildNodes() {
				walk(c, depth)
			}
		}
	}
	walk(root, 0)
	return b.String()
}

// pack joins files into one, each behind a line == name ==; unpack parts them.
func pack(files map[string]string) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		b.WriteString("== " + name + " ==\n" + files[name])
	}
	return b.String()
}

func unpack(text string) map[string]string {
	files := map[string]string{}
	name := ""
	for line := range strings.Lines(text) {
		if n, ok := strings.CutPrefix(line, "== "); ok && strings.HasSuffix(n, " ==\n") {
			name = strings.TrimSuffix(n, " ==\n")
			files[name] = ""
			continue
		}
		files[name] += line
	}
	delete(files, "")
	return files
}

func lineDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	i := 0
	for i < len(w) && i < len(g) && w[i] == g[i] {
		i++
	}
	at := func(lines []string) string {
		if i < len(lines) {
			return lines[i]
		}
		return "(end)"
	}
	return fmt.Sprintf(", line %d:\n\twant %.200s\n\tgot  %.200s", i+1, at(w), at(g))
}
