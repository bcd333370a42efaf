// Package sitetest holds the tests of the finished site: it builds whole sites
// and looks at the files that readers and other programs get, as they would.
// Nothing of the program is used here but the door that builds.
//
//	walk_test.go     every link, fragment and page
//	quotes_test.go   every passage, held against the files that editors wrote
//	golden_test.go   a small site and all that becomes of it
//	hostile_test.go  a site by somebody who wants to break out
//	linked_test.go   every block of JSON-LD, as search engines would read it
//	feeds_test.go    feeds and sitemap, against their formats' rules
//	pages_test.go    each kind of page in a browser, with axe-core
//	print_test.go    pages on paper
//	validity_test.go each kind of page with html-validate
//	stress_test.go   a newsroom in which everything is larger than life
package sitetest

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// content is the newsroom that the project ships.
const content = "../../content"

// manifest is publish's own file in the site's folder.
const manifest = ".crosscheck.json"

// built keeps each site that a test asked for, so that it is built once.
var built sync.Map

type buildKey struct{ content, base string }

type buildResult struct {
	once sync.Once
	dir  string
	site *site
	err  error
}

var workFolder string

func TestMain(m *testing.M) {
	var err error
	if workFolder, err = os.MkdirTemp("", "crosscheck-sitetest"); err != nil {
		panic(err)
	}
	code := m.Run()
	closeBrowser()
	os.RemoveAll(workFolder)
	os.Exit(code)
}

// buildDir builds a site from a content folder and returns the folder that
// holds it. Nobody writes into it.
func buildDir(t *testing.T, content, base string) string {
	t.Helper()
	return buildOnce(t, content, base).dir
}

// build is buildDir for those who read the files only.
func build(t *testing.T, content, base string) *site {
	t.Helper()
	return buildOnce(t, content, base).site
}

func buildOnce(t *testing.T, content, base string) *buildResult {
	t.Helper()
	v, _ := built.LoadOrStore(buildKey{content, base}, &buildResult{})
	b := v.(*buildResult)
	b.once.Do(func() {
		if b.dir, b.err = os.MkdirTemp(workFolder, "site"); b.err != nil {
			return
		}
		b.dir = filepath.Join(b.dir, "public")
		if b.err = crosscheck(content, b.dir, base); b.err == nil {
			b.site, b.err = readSite(b.dir)
		}
	})
	if b.err != nil {
		t.Fatalf("building %s: %v", content, b.err)
	}
	return b
}

// sites are the content folders that all tests of form look at.
var sites = []struct{ name, content, base string }{
	{"real", content, ""},
	{"real with a base URL", content, "https://readers.example/some/path"},
	{"golden", "testdata/golden/content", "https://second-look.example/checks"},
	{"hostile", "testdata/hostile/content", ""},
	{"odd names", "testdata/odd/content", "https://odd.example"},
}

func TestEveryLinkLeadsSomewhereAndEveryPageIsWhole(t *testing.T) {
	for _, test := range sites {
		t.Run(test.name, func(t *testing.T) {
			s := build(t, test.content, test.base)
			for _, f := range s.faults(test.base) {
				t.Error(f)
			}
			t.Logf("%d files, %d pages", len(s.files), len(s.pages))
		})
	}
}

func TestEveryQuoteStandsInItsArticle(t *testing.T) {
	for _, test := range sites {
		t.Run(test.name, func(t *testing.T) {
			found, passages := quoteFaults(t, test.content, build(t, test.content, test.base))
			for _, f := range found {
				t.Error(f)
			}
			if passages == 0 {
				t.Error("no passage was looked at")
			}
			t.Logf("%d passages", passages)
		})
	}
}

// GitHub Pages serves 404.html for any address, at any depth, so it alone takes
// its addresses from the base URL and asks for nothing.
func TestNotFoundPageWorksAtAnyDepth(t *testing.T) {
	for _, test := range []struct{ base, root string }{
		{"https://readers.example/some/path", "/some/path/"},
		{"https://readers.example", "/"},
		{"", "/"}, // the best guess
	} {
		s := build(t, content, test.base)
		page := s.pages["404.html"]
		if page == nil {
			t.Fatal("no 404.html")
		}
		if first(page.root, "style") == nil {
			t.Error("404.html carries no style")
		}
		inside := 0
		for _, l := range page.links {
			if l.element != "a" {
				t.Errorf("404.html asks for %s with a %s", l.address, l.element)
			}
			if strings.HasPrefix(l.address, "#") || strings.Contains(l.address, ":") {
				continue
			}
			inside++
			rest, ok := strings.CutPrefix(l.address, test.root)
			if !ok || strings.HasPrefix(rest, ".") || s.files[rest] == nil {
				t.Errorf("with base URL %q, 404.html leads to %q", test.base, l.address)
			}
		}
		if inside == 0 {
			t.Error("404.html leads nowhere")
		}
	}
}

func TestSitemapListsEveryPageWhereThereIsABaseURL(t *testing.T) {
	s := build(t, content, "")
	if s.files["sitemap.xml"] != nil {
		t.Error("a sitemap without a base URL")
	}
	if strings.Contains(strings.ToLower(string(s.files["robots.txt"])), "sitemap") {
		t.Error("robots.txt names a sitemap without a base URL")
	}
	const base = "https://readers.example/some/path"
	s = build(t, content, base)
	sitemap := string(s.files["sitemap.xml"])
	for name := range s.pages {
		address := base + "/" + strings.TrimSuffix(name, "index.html")
		if listed := strings.Contains(sitemap, "<loc>"+base+"/"+name+"</loc>") || strings.Contains(sitemap, "<loc>"+address+"</loc>"); listed == (name == "404.html") {
			t.Errorf("%s in the sitemap: %v", name, listed)
		}
	}
	if !strings.Contains(string(s.files["robots.txt"]), base+"/sitemap.xml") {
		t.Error("robots.txt does not name the sitemap")
	}
}
