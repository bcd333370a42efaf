package sitetest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// fromDiskAndBelowAPath runs a test on the site as it lies on disk and as a
// server has it.
func fromDiskAndBelowAPath(t *testing.T, content string, do func(t *testing.T, base string)) {
	dir := buildDir(t, content, "")
	for _, base := range []string{fileURL(t, dir), serve(t, dir, "/some/path/")} {
		t.Run(strings.SplitN(base, ":", 2)[0], func(t *testing.T) {
			t.Parallel()
			do(t, base)
		})
	}
}

const golden = "testdata/golden/content"

// The reader's choice of colours is kept from page to page, and is there before
// anything is painted; the system's choice is one of the three.
func TestColoursAreRemembered(t *testing.T) {
	fromDiskAndBelowAPath(t, golden, func(t *testing.T, base string) {
		p := newTab(t, base, true)
		p.look(t, 1280, "light")
		p.open(t, "index.html")
		const ground = `getComputedStyle(document.body).backgroundColor`
		light := eval[string](t, p, ground)
		choose := func(name string) {
			t.Helper()
			eval[bool](t, p, fmt.Sprintf(`[...document.querySelectorAll(".themes button")].find(b => b.textContent === %q).focus(), true`, name))
			p.do(t, chromedp.KeyEvent(kb.Enter))
			p.wait(t, fmt.Sprintf(`document.querySelector(".themes [aria-pressed=true]").textContent === %q`, name))
		}
		choose("Dark")
		dark := eval[string](t, p, ground)
		if dark == light {
			t.Fatal("the ground is as light as before")
		}
		if got := eval[string](t, p, `[...document.querySelectorAll("meta[name=theme-color]")].map(m => m.content).join()`); got != "#131519,#131519" {
			t.Errorf("the browser's own colours: %s", got)
		}
		p.openRemembering(t, "ferry-bridge/claims/engineers.html", func() bool { return eval[string](t, p, ground) == dark })
		if got := eval[string](t, p, ground); got != dark {
			t.Errorf("the next page is %s, not %s", got, dark)
		}
		if got := eval[string](t, p, `document.querySelector(".themes [aria-pressed=true]").textContent`); got != "Dark" {
			t.Errorf("the switch says %s", got)
		}
		// Set by the line in the head, before the style sheet is asked for.
		if !eval[bool](t, p, `(() => {
			const script = document.querySelector("head > script:not([src])"), style = document.querySelector("link[rel=stylesheet]")
			if (!(script.compareDocumentPosition(style) & Node.DOCUMENT_POSITION_FOLLOWING)) return false
			document.documentElement.dataset.theme = "?"
			new Function(script.textContent)()
			return document.documentElement.dataset.theme === "dark"
		})()`) {
			t.Error("the colours come only after the page")
		}
		choose("System")
		p.openRemembering(t, "index.html", func() bool { return eval[string](t, p, ground) == light })
		if got := eval[string](t, p, ground); got != light {
			t.Errorf("with the system's choice the ground is %s, not %s", got, light)
		}
		p.report(t)
	})
}

// A finding, a heading and a card have addresses of their own that the keyboard
// reaches, that are seen when they are reached, and that are copied.
func TestPermalinksCopyTheirAddress(t *testing.T) {
	fromDiskAndBelowAPath(t, golden, func(t *testing.T, base string) {
		p := newTab(t, base, true)
		p.look(t, 1280, "light")
		for _, place := range []string{"ferry-bridge/index.html .finding .permalink", "ferry-bridge/claims/worse-than-feared.html main h2 > .permalink", "ferry-bridge/claims/worse-than-feared.html .card .permalink"} {
			page, selector, _ := strings.Cut(place, " ")
			p.open(t, page)
			eval[bool](t, p, `navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() }, true`)
			at := fmt.Sprintf("document.querySelector(%q)", selector)
			if !eval[bool](t, p, "!!"+at) {
				t.Errorf("no %s", selector)
				continue
			}
			eval[bool](t, p, at+".focus(), true")
			if eval[string](t, p, "getComputedStyle("+at+").opacity") != "1" {
				t.Errorf("%s is not seen when it has the focus", selector)
			}
			p.do(t, chromedp.KeyEvent(kb.Enter))
			p.wait(t, `document.querySelector(".said").textContent === "Address copied"`)
			href := eval[string](t, p, at+".href")
			if got := eval[string](t, p, `copied`); got != href {
				t.Errorf("%s: copied %q, not %q", selector, got, href)
			}
			if got := eval[string](t, p, "location.href"); got != href || !eval[bool](t, p, `!!document.querySelector(":target")`) {
				t.Errorf("%s leads to %s", selector, got)
			}
		}
		// Any button can copy an element's text.
		eval[bool](t, p, `document.body.insertAdjacentHTML("beforeend", '<p id="words">to be copied</p><button id="b" data-copy="words">Copy</button>'), document.querySelector("#b").click(), true`)
		p.wait(t, `document.querySelector(".said").textContent === "Copied"`)
		if got := eval[string](t, p, `copied`); got != "to be copied" {
			t.Errorf("copied %q", got)
		}
		// Where the clipboard is refused the old way is taken.
		eval[bool](t, p, `navigator.clipboard.writeText = () => Promise.reject(), document.execCommand = () => true, document.querySelector(".tools button").click(), true`)
		p.wait(t, `document.querySelector(".said").textContent === "Address copied"`)
		p.report(t)
	})
}

// A preview comes with the pointer and with the focus, holds text and nothing
// else, stays while it is pointed at, and goes with Escape.
func TestPreviewsOfWhatALinkLeadsTo(t *testing.T) {
	fromDiskAndBelowAPath(t, golden, func(t *testing.T, base string) {
		p := newTab(t, base, true)
		p.look(t, 360, "light")
		p.open(t, "ferry-bridge/claims/worse-than-feared.html")
		eval[bool](t, p, `(() => {
			const a = crosscheck.make("a", {href: "#main", id: "far", "data-preview": "the <b>bridge</b> is shut", "data-mark": "shut"}, "far right")
			const line = crosscheck.make("p", {style: "text-align: right; padding-block: 30rem"}, a)
			document.querySelector("main").append(line)
			a.scrollIntoView({block: "center"})
			return true
		})()`)
		const state = `(() => { const b = document.querySelector(".preview"), r = b.getBoundingClientRect()
			return {open: b.checkVisibility(), text: b.textContent, mark: b.querySelector("mark")?.textContent ?? "", bold: !!b.querySelector("b"),
				inside: r.left >= 0 && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight, described: document.querySelector("#far").getAttribute("aria-describedby") ?? ""} })()`
		type preview struct {
			Open, Bold, Inside    bool
			Text, Mark, Described string
		}
		const open, shut = `document.querySelector(".preview").checkVisibility()`, `!document.querySelector(".preview").checkVisibility()`
		point(t, p, "#far")
		p.wait(t, open)
		if got := eval[preview](t, p, state); got != (preview{true, false, true, "the <b>bridge</b> is shut", "shut", "preview"}) {
			t.Errorf("with the pointer: %+v", got)
		}
		point(t, p, ".preview")
		eval[bool](t, p, `new Promise(done => setTimeout(() => done(true), 600))`)
		if !eval[bool](t, p, open) {
			t.Error("it goes while it is pointed at")
		}
		p.do(t, chromedp.KeyEvent(kb.Escape))
		p.wait(t, shut)
		eval[bool](t, p, `document.querySelector("#far").focus(), true`)
		p.wait(t, open)
		p.do(t, chromedp.KeyEvent(kb.Escape))
		p.wait(t, shut)
		if got := eval[preview](t, p, state); got.Described != "" {
			t.Error("the link is still described by what is gone")
		}
		p.report(t)
	})
}

// point moves the pointer to the middle of an element.
func point(t *testing.T, p *tab, selector string) {
	t.Helper()
	at := eval[[]float64](t, p, fmt.Sprintf(`(r => [r.left + r.width/2, r.top + r.height/2])(document.querySelector(%q).getBoundingClientRect())`, selector))
	p.do(t, chromedp.MouseEvent("mouseMoved", at[0], at[1]))
}

// Footnotes of articles show their note.
func TestFootnotesShowTheirNote(t *testing.T) {
	p := newTab(t, fileURL(t, buildDir(t, golden, "")), true)
	p.look(t, 1280, "light")
	p.open(t, "index.html")
	eval[bool](t, p, `document.querySelector("main").insertAdjacentHTML("beforeend", '<p>Word<sup><a id="r" href="#fn:1" role="doc-noteref">1</a></sup></p><ol><li id="fn:1"><p id="q">A note. <a href="#r" role="doc-backlink">back</a></p></li></ol>'), document.querySelector("#r").focus(), true`)
	p.wait(t, `document.querySelector(".preview").textContent.trim() === "A note."`)
	if eval[int](t, p, `document.querySelectorAll("#q").length`) != 1 {
		t.Error("an id stands on the page twice")
	}
	p.report(t)
}

// Without scripts there is no control that would do nothing. What folds agreement
// away works by the style sheet alone.
func TestNothingIsOfferedThatNeedsScripts(t *testing.T) {
	p := newTab(t, fileURL(t, buildDir(t, golden, "")), false)
	for _, name := range []string{"index.html", "findings.html", "ferry-bridge/index.html", "ferry-bridge/claims/engineers.html"} {
		p.open(t, name)
		if got := eval[string](t, p, `[...document.querySelectorAll("button, input:not(#only), select, textarea")].filter(e => e.checkVisibility()).map(e => e.outerHTML).join("\n")`); got != "" {
			t.Errorf("%s: %s", name, got)
		}
		p.report(t)
	}
}
