package sitetest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// document is a page of the site as a browser would parse it.
type document struct {
	name  string // path from the site's root
	root  *html.Node
	ids   map[string]*html.Node
	links []link
}

// link is an address that a page holds.
type link struct {
	element, attribute, rel, address string
}

// site is a finished site in memory.
type site struct {
	files map[string][]byte
	pages map[string]*document
}

func readSite(dir string) (*site, error) {
	s := &site{map[string][]byte{}, map[string]*document{}}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		s.files[rel] = data
		if strings.HasSuffix(rel, ".html") {
			if s.pages[rel], err = parsePage(rel, data); err != nil {
				return fmt.Errorf("%s: %w", rel, err)
			}
		}
		return nil
	})
	return s, err
}

func parsePage(name string, data []byte) (*document, error) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	d := &document{name: name, root: root, ids: map[string]*html.Node{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if id := attr(n, "id"); id != "" && d.ids[id] == nil {
			d.ids[id] = n
		}
		for _, a := range n.Attr {
			switch a.Key {
			case "href", "src", "action", "formaction", "poster", "data", "cite", "longdesc":
				d.links = append(d.links, link{n.Data, a.Key, attr(n, "rel"), a.Val})
			case "srcset", "imagesrcset":
				for _, candidate := range strings.Split(a.Val, ",") {
					if f := strings.Fields(candidate); len(f) > 0 {
						d.links = append(d.links, link{n.Data, a.Key, "", f[0]})
					}
				}
			case "style":
				for _, address := range styleAddresses(a.Val) {
					d.links = append(d.links, link{n.Data, "style", "", address})
				}
			case "content":
				if p := attr(n, "property") + attr(n, "name"); strings.HasSuffix(p, ":url") || strings.HasSuffix(p, ":image") {
					d.links = append(d.links, link{n.Data, p, "", a.Val})
				}
			}
		}
		if n.Data == "style" {
			for _, address := range styleAddresses(text(n)) {
				d.links = append(d.links, link{n.Data, "style", "", address})
			}
		}
	}
	return d, nil
}

var styleAddress = regexp.MustCompile(`(?i)url\(\s*['"]?([^'")]*)|@import\s+['"]([^'"]*)`)

func styleAddresses(css string) []string {
	var all []string
	for _, m := range styleAddress.FindAllStringSubmatch(css, -1) {
		all = append(all, m[1]+m[2])
	}
	return all
}

// faults walks a whole site and tells what is wrong with it. base is the base
// URL that it was built for, empty if none. 404.html is looked at only as far
// as it is like any page: where its links lead has a test of its own.
func (s *site) faults(base string) []string {
	var found []string
	fault := func(name, format string, args ...any) {
		found = append(found, name+": "+fmt.Sprintf(format, args...))
	}
	reached := map[string]bool{"index.html": true, "404.html": true}
	queue := []string{"index.html"}
	for _, name := range slices.Sorted(maps.Keys(s.pages)) {
		page := s.pages[name]
		s.form(page, func(format string, args ...any) { fault(name, format, args...) })
		for _, l := range page.links {
			if l.element == "base" {
				fault(name, "has a base element")
			}
			if name == "404.html" {
				continue
			}
			if problem := s.follow(name, l, base); problem != "" {
				fault(name, "%s %s=%q %s", l.element, l.attribute, l.address, problem)
			}
		}
	}
	for len(queue) > 0 {
		name := queue[0]
		queue = queue[1:]
		for _, l := range s.pages[name].links {
			if target, _, ok := resolve(name, l.address); ok && l.element == "a" && s.pages[target] != nil && !reached[target] {
				reached[target] = true
				queue = append(queue, target)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		data := s.files[name]
		switch path.Ext(name) {
		case ".html":
			if !reached[name] {
				fault(name, "cannot be reached from the home page")
			}
		case ".css":
			for _, address := range styleAddresses(string(data)) {
				if problem := s.follow(name, link{"style sheet", "url", "", address}, base); problem != "" {
					fault(name, "%q %s", address, problem)
				}
			}
		case ".json", ".jsonld":
			if !json.Valid(data) {
				fault(name, "is not JSON")
			}
		}
	}
	for _, name := range []string{"index.html", "404.html", "findings.html", "outlets/index.html", "claimants/index.html", "topics/index.html", "robots.txt", ".nojekyll", "data/claims.json", "data/findings.json", "data/articles.json"} {
		if s.files[name] == nil {
			fault(name, "is missing")
		}
	}
	return found
}

// form looks at what a page must have, wherever its links lead.
func (s *site) form(page *document, fault func(format string, args ...any)) {
	count := map[string]int{}
	ids := map[string]bool{}
	level := 0
	for n := range page.root.Descendants() {
		if n.Type == html.CommentNode {
			fault("holds a comment: %.60q", n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		count[n.Data]++
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				fault("has the id %q twice", id)
			}
			ids[id] = true
			if strings.ContainsAny(id, " \t\n\f\r") {
				fault("has an id with a space: %q", id)
			}
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				fault("has a handler %s on %s", a.Key, n.Data)
			}
			if (a.Key == "aria-labelledby" || a.Key == "aria-describedby" || a.Key == "aria-controls" || a.Key == "for") && n.Data != "output" {
				for _, id := range strings.Fields(a.Val) {
					if page.ids[id] == nil {
						fault("%s %s names %q, which is not there", n.Data, a.Key, id)
					}
				}
			}
		}
		switch n.Data {
		case "h1", "h2", "h3", "h4", "h5", "h6":
			l := int(n.Data[1] - '0')
			if l > level+1 {
				fault("jumps from a heading of level %d to %s %.40q", level, n.Data, text(n))
			}
			level = l
			if strings.TrimSpace(text(n)) == "" {
				fault("has an empty %s", n.Data)
			}
		case "iframe", "object", "embed", "frame", "form":
			fault("has an element %s", n.Data)
		case "script":
			if kind := attr(n, "type"); kind == "module" {
				fault("has a script module, which a browser refuses from disk")
			} else if kind == "application/ld+json" && !json.Valid([]byte(text(n))) {
				fault("has JSON-LD that is not JSON")
			}
		case "a":
			if _, ok := find(n, "href"); ok && strings.TrimSpace(text(n)) == "" && attr(n, "aria-label") == "" {
				fault("has a link without words to %q", attr(n, "href"))
			}
		}
	}
	if count["h1"] != 1 {
		fault("has %d h1", count["h1"])
	}
	if count["main"] != 1 {
		fault("has %d main", count["main"])
	}
	if count["title"] == 0 || strings.TrimSpace(text(first(page.root, "title"))) == "" {
		fault("has no title")
	}
	if attr(first(page.root, "html"), "lang") == "" {
		fault("names no language")
	}
	var charset, viewport bool
	for n := range page.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "meta" {
			charset = charset || strings.EqualFold(attr(n, "charset"), "utf-8")
			viewport = viewport || attr(n, "name") == "viewport"
		}
	}
	if !charset {
		fault("does not say that it is UTF-8")
	}
	if !viewport {
		fault("has no viewport")
	}
}

// follow tells what is wrong with an address on the page with that name.
func (s *site) follow(name string, l link, base string) string {
	u, err := url.Parse(l.address)
	if err != nil {
		return "is no address"
	}
	demandsAbsolute := l.element == "meta" || l.rel == "canonical"
	switch {
	case demandsAbsolute:
		if base == "" {
			return "stands there without a base URL"
		}
		rest, ok := strings.CutPrefix(l.address, base+"/")
		if !ok {
			return "does not begin with the base URL"
		}
		if s.files[rest] == nil && rest != "" {
			return "leads nowhere"
		}
		return ""
	case u.Scheme == "http" || u.Scheme == "https":
		if l.element != "a" {
			return "asks something of another host"
		}
		if base != "" && strings.HasPrefix(l.address, base) {
			return "is absolute inside the site"
		}
		return ""
	case u.Scheme == "mailto" && l.element == "a":
		return ""
	case u.Scheme == "data" && l.element != "a" && l.element != "script":
		return ""
	case u.Scheme != "" || u.Host != "" || strings.HasPrefix(l.address, "//"):
		return "is absolute"
	case strings.HasPrefix(l.address, "/"):
		return "is not relative"
	case l.address == "":
		return "is empty"
	case u.RawQuery != "":
		return "has a query"
	}
	target, fragment, ok := resolve(name, l.address)
	if !ok {
		return "leads out of the site"
	}
	if s.files[target] == nil {
		return "leads nowhere"
	}
	if l.element == "a" && target != name && !strings.Contains(path.Base(target), ".") {
		return "leads to a file without an ending"
	}
	if fragment != "" {
		page := s.pages[target]
		if page == nil {
			return "has a fragment in a file that has no places"
		}
		if page.ids[fragment] == nil && fragment != "top" {
			return "has a fragment that is not there"
		}
	}
	return ""
}

// resolve returns the file and place that a relative address leads to from a page.
func resolve(from, address string) (target, fragment string, ok bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/") {
		return "", "", false
	}
	if u.Path == "" {
		return from, u.Fragment, true
	}
	target = path.Join(path.Dir(from), u.Path)
	if strings.HasPrefix(target, "../") || target == ".." {
		return "", "", false
	}
	if strings.HasSuffix(u.Path, "/") {
		target += "/" // a folder; every address is a file
	}
	return target, u.Fragment, true
}

func find(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func attr(n *html.Node, key string) string {
	if n == nil {
		return ""
	}
	v, _ := find(n, key)
	return v
}

func text(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func first(root *html.Node, element string) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == element {
			return n
		}
	}
	return nil
}

// The walk is what stands between a broken link and a reader, so it is tested
// itself: starting from a sound site, one thing is broken at a time.
func TestWalkSeesWhatIsBroken(t *testing.T) {
	const head = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>T</title></head><body><main><h1>H</h1>`
	sound := func() map[string]string {
		files := map[string]string{
			"index.html": head + `<a href="a/b.html#x">B</a> <a href="https://outside.example/">out</a> <a href="findings.html">f</a>
				<a href="outlets/index.html">o</a> <a href="claimants/index.html">c</a> <a href="topics/index.html">t</a></main>`,
			"a/b.html":   head + `<p id="x"><a href="../index.html">home</a> <a href="#x">here</a></p></main>`,
			"robots.txt": "", ".nojekyll": "", "data/claims.json": "[]", "data/findings.json": "[]", "data/articles.json": "[]",
		}
		for _, name := range []string{"404.html", "findings.html", "outlets/index.html", "claimants/index.html", "topics/index.html"} {
			files[name] = head + "</main>"
		}
		return files
	}
	walk := func(t *testing.T, files map[string]string, base string) []string {
		dir := t.TempDir()
		for name, data := range files {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		s, err := readSite(dir)
		if err != nil {
			t.Fatal(err)
		}
		return s.faults(base)
	}
	if found := walk(t, sound(), ""); len(found) > 0 {
		t.Fatalf("the sound site has faults: %q", found)
	}
	for _, test := range []struct{ name, page, old, new, want string }{
		{"missing page", "index.html", "a/b.html#x", "a/c.html#x", "leads nowhere"},
		{"missing fragment", "index.html", "#x", "#y", "fragment that is not there"},
		{"folder as address", "index.html", "outlets/index.html", "outlets/", "leads nowhere"},
		{"other host", "a/b.html", "</main>", `<img src="https://other.example/x.png" alt=""></main>`, "another host"},
		{"protocol-relative", "a/b.html", "../index.html", "//other.example/", "is absolute"},
		{"from the root", "a/b.html", "../index.html", "/index.html", "not relative"},
		{"out of the site", "a/b.html", "../index.html", "../../index.html", "out of the site"},
		{"script address", "a/b.html", "../index.html", "javascript:alert(1)", "is absolute"},
		{"handler", "a/b.html", `<p id="x">`, `<p id="x" onclick="x()">`, "handler"},
		{"id twice", "a/b.html", "</main>", `<i id="x"></i></main>`, "twice"},
		{"no h1", "a/b.html", "<h1>H</h1>", "", "0 h1"},
		{"heading left out", "a/b.html", "<h1>H</h1>", "<h1>H</h1><h3>x</h3>", "jumps"},
		{"no title", "a/b.html", "<title>T</title>", "<title> </title>", "no title"},
		{"no language", "a/b.html", ` lang="en"`, "", "no language"},
		{"unreachable", "index.html", `<a href="findings.html">f</a>`, "", "cannot be reached"},
		{"image of a style", "a/b.html", `<p id="x">`, `<p id="x" style="background:url(https://other.example/)">`, "another host"},
		{"canonical without base", "a/b.html", "</head>", `<link rel="canonical" href="https://base.example/a/b.html"></head>`, "without a base URL"},
		{"empty link", "a/b.html", ">here<", "><", "without words"},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := sound()
			broken := strings.Replace(files[test.page], test.old, test.new, 1)
			if broken == files[test.page] {
				t.Fatal("the test breaks nothing")
			}
			files[test.page] = broken
			found := walk(t, files, "")
			if !slices.ContainsFunc(found, func(f string) bool { return strings.Contains(f, test.want) }) {
				t.Errorf("faults %q do not mention %q", found, test.want)
			}
		})
	}
}
