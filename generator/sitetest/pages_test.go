package sitetest

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// kindOf tells what kind of page a file is, and "" of what is looked at
// elsewhere.
func kindOf(name string) string {
	dir, file := path.Split(name)
	switch {
	case name == "404.html":
		return ""
	case name == "index.html":
		return "home"
	case name == "findings.html":
		return "findings"
	case dir == "":
		return "page " + name
	case dir == "data/":
		return "data"
	case strings.HasPrefix(dir, "search/"):
		return "list of all " + strings.TrimSuffix(strings.TrimPrefix(name, "search/"), ".html")
	case dir == "outlets/" || dir == "claimants/" || dir == "topics/":
		if file == "index.html" {
			return "list of " + dir
		}
		return "one of " + dir
	case strings.HasSuffix(dir, "/claims/"):
		return "claim"
	case strings.HasSuffix(dir, "/articles/"):
		return "article"
	case file == "index.html":
		return "story"
	}
	return file
}

// samples returns the largest page of each kind.
func samples(s *site) []string {
	largest := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(s.pages)) {
		if kind := kindOf(name); kind != "" && len(s.files[name]) > len(s.files[largest[kind]]) {
			largest[kind] = name
		}
	}
	return slices.Sorted(maps.Values(largest))
}

// look is one way to look at a page.
type look struct {
	width  int64
	scheme string
}

var looks = []look{{1280, "light"}, {360, "light"}, {360, "dark"}, {1280, "dark"}}

// Each kind of page is opened from disk and below a path, with scripts and
// without, and looked at narrow and wide, light and dark: nothing is asked of
// another host, nothing is complained of, nothing is wider than the window, and
// axe-core finds nothing.
func TestPagesInABrowser(t *testing.T) {
	for _, test := range []struct {
		name, content, base string
		pages               func(*site) []string
	}{
		{"real", content, "", samples},
		{"golden", "testdata/golden/content", "https://second-look.example/checks", func(*site) []string {
			return []string{"ferry-bridge/articles/the-ferryman.html", "ferry-bridge/sources.html", "ferry-bridge/claims/worse-than-feared.html", "ferry-bridge/claims/engineers.html", "index.html", "findings.html"}
		}},
		{"hostile", "testdata/hostile/content", "", func(*site) []string {
			return []string{"index.html", "break-out/index.html", "break-out/claims/yield.html", "break-out/claims/long-word.html", "break-out/articles/one.html", "break-out/articles/two.html", "break-out/chronology.html", "break-out/sources.html", "about.html"}
		}},
	} {
		s := build(t, test.content, test.base)
		dir := buildDir(t, test.content, test.base)
		disk, server := fileURL(t, dir), serve(t, dir, "/some/path/")
		t.Run(test.name, func(t *testing.T) {
			for _, scripts := range []bool{true, false} {
				for _, name := range test.pages(s) {
					t.Run(fmt.Sprintf("%s scripts %v", name, scripts), func(t *testing.T) {
						t.Parallel()
						// What a page looks like does not depend on where it
						// came from, so one of the two ways takes all looks.
						// It is the server: axe-core reads the style sheet,
						// which a browser does not allow from disk.
						p := newTab(t, server, scripts)
						p.open(t, name)
						for i, l := range looks {
							p.look(t, l.width, l.scheme)
							t.Run(fmt.Sprintf("%d %s", l.width, l.scheme), func(t *testing.T) {
								for _, w := range eval[[]string](t, p, overflow) {
									t.Error(w)
								}
								if scripts || i < 2 {
									p.axe(t)
								}
							})
						}
						p.report(t)
						p = newTab(t, disk, scripts)
						p.open(t, name)
						p.look(t, 360, "light")
						for _, w := range eval[[]string](t, p, overflow) {
							t.Error(w)
						}
						p.report(t)
					})
				}
			}
		})
	}
}

// At 320 px, the narrowest window that counts (WCAG 1.4.10), nothing has to be
// scrolled sideways but what scrolls in a box of its own.
func TestNothingIsWiderThanANarrowWindow(t *testing.T) {
	for _, folder := range []string{content, "testdata/hostile/content"} {
		s := build(t, folder, "")
		p := newTab(t, fileURL(t, buildDir(t, folder, "")), true)
		p.look(t, 320, "light")
		for _, name := range samples(s) {
			p.open(t, name)
			for _, w := range eval[[]string](t, p, overflow) {
				t.Errorf("%s: %s", name, w)
			}
		}
		p.report(t)
	}
}

// focusState describes what has the focus, as far as a reader can see it.
type focusState struct {
	Place   string // how many-th tabbable element; -1 when the focus has left the page
	What    string
	Outline bool // something is drawn around it
	Inside  bool // in the window
}

const focused = `(() => {
	const e = document.activeElement
	if (!e || e === document.body || e === document.documentElement) return {place: "", what: ""}
	const all = [...document.querySelectorAll("*")]
	const s = getComputedStyle(e)
	const r = e.getBoundingClientRect()
	const rects = [...e.getClientRects()]
	return {
		place: String(all.indexOf(e)),
		what: e.outerHTML.slice(0, 160),
		outline: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 1 || s.boxShadow !== "none",
		inside: rects.some(r => r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth && r.width * r.height > 0),
	}
})()`

// Every link and control is reached with the tabulator key, in turn, and is
// seen to be.
func TestFocusIsAlwaysVisible(t *testing.T) {
	s := build(t, content, "")
	base := fileURL(t, buildDir(t, content, ""))
	for _, name := range samples(s) {
		if kind := kindOf(name); kind != "claim" && kind != "article" && kind != "home" && kind != "story" && kind != "sources.html" {
			continue
		}
		for _, scheme := range []string{"light", "dark"} {
			t.Run(name+" "+scheme, func(t *testing.T) {
				t.Parallel()
				p := newTab(t, base, true)
				p.look(t, 1280, scheme)
				p.open(t, name)
				tabbable := eval[int](t, p, `[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
					.filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true})).length`)
				reached := map[string]bool{}
				for range tabbable + 5 {
					p.do(t, chromedp.KeyEvent(kb.Tab))
					f := eval[focusState](t, p, focused)
					if f.Place == "" || reached[f.Place] {
						break
					}
					reached[f.Place] = true
					if !f.Outline {
						t.Errorf("nothing shows that the focus is on %s", f.What)
					}
					if !f.Inside {
						t.Errorf("the focus is out of sight on %s", f.What)
					}
				}
				if len(reached) < tabbable {
					t.Errorf("of %d links and controls the keyboard reaches %d", tabbable, len(reached))
				}
				p.report(t)
			})
		}
	}
}

// From a claim into the article, where the passage stands marked in the window,
// and back to the claim; with a mouse and with the keyboard, with scripts and
// without, from disk and below a path.
func TestFromAClaimIntoTheArticleAndBack(t *testing.T) {
	s := build(t, content, "")
	dir := buildDir(t, content, "")
	var claim string
	for _, name := range samples(s) {
		if kindOf(name) == "claim" {
			claim = name
		}
	}
	for _, scripts := range []bool{true, false} {
		for _, base := range []string{fileURL(t, dir), serve(t, dir, "/some/path/")} {
			for _, width := range []int64{360, 1280} {
				t.Run(fmt.Sprintf("%s scripts %v %d", strings.SplitN(base, ":", 2)[0], scripts, width), func(t *testing.T) {
					t.Parallel()
					p := newTab(t, base, scripts)
					p.look(t, width, "light")
					p.open(t, claim)
					contexts := eval[[]string](t, p, `[...document.querySelectorAll('.card a[href*="#claim-"]')].map(a => a.href)`)
					if len(contexts) == 0 {
						t.Fatal("no wording leads into its article")
					}
					for i, want := range contexts[:min(3, len(contexts))] {
						p.open(t, claim)
						selector := fmt.Sprintf(`document.querySelectorAll('.card a[href*="#claim-"]')[%d]`, i)
						if i%2 == 0 {
							p.do(t, chromedp.Steps(chromedp.ScrollIntoView(chromedp.CSS(cssOf(i, t, p, selector))), chromedp.Click(chromedp.CSS(cssOf(i, t, p, selector)))))
						} else {
							eval[bool](t, p, selector+`.focus(), true`)
							p.do(t, chromedp.KeyEvent(kb.Enter))
						}
						p.wait(t, fmt.Sprintf(`location.href === %q && document.readyState === "complete"`, want))
						at := eval[struct {
							Target, Tag, Background, Around string
							Inside                          bool
						}](t, p, `(() => {
							const e = document.querySelector(":target")
							if (!e) return {target: ""}
							const r = e.getClientRects()[0]
							return {target: e.id, tag: e.tagName, inside: r.top >= 0 && r.bottom <= innerHeight,
								background: getComputedStyle(e).backgroundColor + getComputedStyle(e).textDecorationLine,
								around: getComputedStyle(e.parentElement).backgroundColor + getComputedStyle(e.parentElement).textDecorationLine}
						})()`)
						if at.Target == "" || !strings.HasSuffix(want, "#"+at.Target) {
							t.Errorf("%s leads to no marked place", want)
							continue
						}
						if !at.Inside {
							t.Errorf("%s: the passage is not in the window", want)
						}
						if at.Tag != "MARK" || at.Background == at.Around {
							t.Errorf("%s: the passage is not marked: %+v", want, at)
						}
						back := fmt.Sprintf(`[...document.querySelectorAll('a.ref.c')].find(a => a.href.split("#")[0].endsWith(%q) &&
							document.querySelector(":target").compareDocumentPosition(a) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY))`, "/"+claim)
						if !eval[bool](t, p, "!!"+back) {
							t.Errorf("%s: no way back to the claim", want)
							continue
						}
						eval[bool](t, p, back+`.focus(), true`)
						p.do(t, chromedp.KeyEvent(kb.Enter))
						p.wait(t, fmt.Sprintf(`location.pathname.endsWith(%q) && document.readyState === "complete"`, "/"+claim))
						if !eval[bool](t, p, `location.hash === "" || !!document.querySelector(":target")`) {
							t.Errorf("%s: the way back leads to no place on the claim's page", want)
						}
					}
					p.report(t)
				})
			}
		}
	}
}

// GitHub Pages serves 404.html for any address that is not there.
func TestNotFoundPageInABrowser(t *testing.T) {
	s := build(t, content, "https://readers.example/some/path")
	missing := s.files["404.html"]
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, inside := strings.CutPrefix(r.URL.Path, "/some/path/")
		if data, ok := s.files[cmp.Or(name, "index.html")]; ok && inside {
			http.ServeContent(w, r, path.Base(cmp.Or(name, "index.html")), zeroTime, strings.NewReader(string(data)))
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		w.Write(missing)
	}))
	t.Cleanup(server.Close)
	for _, scripts := range []bool{true, false} {
		p := newTab(t, server.URL+"/", scripts)
		p.notFound = true
		for _, depth := range []string{"some/path/nothing.html", "some/path/a/b/c/d.html", "some/path/a/"} {
			p.open(t, depth)
			for _, l := range looks {
				p.look(t, l.width, l.scheme)
				for _, w := range eval[[]string](t, p, overflow) {
					t.Errorf("%d: %s", l.width, w)
				}
				p.axe(t)
			}
			eval[bool](t, p, `[...document.querySelectorAll("a")].find(a => new URL(a.href).pathname === "/some/path/index.html").click(), true`)
			p.wait(t, `location.pathname === "/some/path/index.html" && document.readyState === "complete"`)
			if !eval[bool](t, p, `document.styleSheets.length > 0`) {
				t.Error("the home page came without its style")
			}
		}
		p.report(t)
	}
}

// cssOf gives the element that a script names an address for the mouse.
func cssOf(i int, t *testing.T, p *tab, script string) string {
	t.Helper()
	eval[bool](t, p, fmt.Sprintf(`%s.setAttribute("data-test", "%d"), true`, script, i))
	return fmt.Sprintf(`[data-test="%d"]`, i)
}
