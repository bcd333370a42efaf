package sitetest

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// largestArticle is the article page with most to mark.
func largestArticle(t *testing.T, s *site) string {
	t.Helper()
	for _, name := range samples(s) {
		if kindOf(name) == "article" {
			return name
		}
	}
	t.Fatal("no article")
	return ""
}

// layersShown tells, layer by layer, whether its marks can be seen: the links
// behind claims' passages, findings and shared text, and the line below dates.
const layersShown = `(() => {
	const shown = selector => [...document.querySelectorAll(selector)].some(e => !e.closest(".layers") && e.getClientRects().length > 0)
	const line = (selector, property) => [...document.querySelectorAll(selector)].some(e => !e.closest(".layers") && getComputedStyle(e)[property] !== "none")
	return {c: shown(".document a.ref.c") && line("mark.c", "textDecorationLine"), f: shown(".document a.ref.f") && line("mark.f", "borderInlineStartStyle"),
		d: line(".date", "borderBottomStyle"), s: shown(".document a.ref.s"), any: shown("a.ref.c, a.ref.f, a.ref.s") || line("mark.c", "textDecorationLine")}
})()`

type layerState struct{ C, F, D, S, Any bool }

// click uses a control as a reader does, with the keyboard.
func press(t *testing.T, p *tab, id string) {
	t.Helper()
	eval[bool](t, p, fmt.Sprintf(`document.getElementById(%q).focus(), true`, id))
	p.do(t, chromedp.KeyEvent(" "))
}

// Readers switch what is marked on and off, with scripts and without; what a
// link leads to is seen even so; with scripts the choice holds in the next
// article, too.
func TestLayersOfAnArticle(t *testing.T) {
	s := build(t, content, "")
	dir := buildDir(t, content, "")
	name := largestArticle(t, s)
	var other string
	for n := range s.pages {
		if kindOf(n) == "article" && n != name && (other == "" || n < other) {
			other = n
		}
	}
	for _, scripts := range []bool{true, false} {
		for _, base := range []string{fileURL(t, dir), serve(t, dir, "/some/path/")} {
			t.Run(fmt.Sprintf("%s scripts %v", strings.SplitN(base, ":", 2)[0], scripts), func(t *testing.T) {
				t.Parallel()
				p := newTab(t, base, scripts)
				p.look(t, 1280, "light")
				p.open(t, name)
				check := func(when string, want layerState) {
					t.Helper()
					p.wait(t, `document.readyState === "complete"`)
					got := eval[layerState](t, p, layersShown)
					for range 50 { // a busy machine may take its time to run the script
						if got == want {
							return
						}
						time.Sleep(20 * time.Millisecond)
						got = eval[layerState](t, p, layersShown)
					}
					t.Errorf("%s: %+v, want %+v", when, got, want)
				}
				check("at first", layerState{C: true, D: true, Any: true})
				press(t, p, "show-f")
				press(t, p, "show-s")
				check("findings and shared text switched on", layerState{true, true, true, true, true})
				press(t, p, "show-c")
				press(t, p, "show-d")
				check("claims and dates switched off", layerState{F: true, S: true, Any: true})
				press(t, p, "show-plain")
				check("plain text", layerState{})
				if n := eval[int](t, p, `[...document.querySelectorAll(".layers label")].filter(e => e.getClientRects().length).length`); n != 1 {
					t.Errorf("plain text: %d controls, want the one that leads back", n)
				}
				target := eval[string](t, p, `document.querySelector(".body mark.f[id]").id`)
				p.open(t, name+"#"+target)
				at := eval[struct{ Outline, Background string }](t, p, `(() => { const s = getComputedStyle(document.querySelector(":target")); return {outline: s.outlineStyle, background: s.backgroundColor} })()`)
				if at.Outline == "none" || at.Background == "rgba(0, 0, 0, 0)" {
					t.Errorf("the passage of a layer that is switched off is not shown where a link leads to it: %+v", at)
				}
				showing := func(want layerState) func() bool {
					return func() bool { return eval[layerState](t, p, layersShown) == want }
				}
				if scripts {
					next, back := layerState{}, layerState{true, true, false, true, true}
					p.openRemembering(t, other, showing(next))
					check("in the next article", next)
					press(t, p, "show-plain")
					press(t, p, "show-c")
					p.openRemembering(t, name, showing(back))
					check("and back", back)
				} else {
					p.open(t, other)
					check("in the next article", layerState{C: true, D: true, Any: true})
				}
				p.report(t)
			})
		}
	}
}

// What browsers refuse to store, or others have left there, is no reason to fail.
func TestLayersWorkWithoutStorage(t *testing.T) {
	s := build(t, content, "")
	base := serve(t, buildDir(t, content, ""), "/some/path/")
	p := newTab(t, base, true)
	p.open(t, "index.html")
	for _, junk := range []string{"{", "null", "7", `{"show-c":"no"}`, `[]`} {
		eval[bool](t, p, fmt.Sprintf(`localStorage.setItem("crosscheck-layers", %q), true`, junk))
		p.open(t, largestArticle(t, s))
		press(t, p, "show-f")
		if got := eval[layerState](t, p, layersShown); !got.C || !got.F {
			t.Errorf("after %s in the storage: %+v", junk, got)
		}
	}
	p.report(t)
}

// Notes stand beside the text, in the order of their numbers, and none lies over
// another, however many there are; in a narrow window they are previews.
func TestNotesStandInTheMargin(t *testing.T) {
	for _, folder := range []string{content, forty(t)} {
		s := build(t, folder, "")
		base := fileURL(t, buildDir(t, folder, ""))
		p := newTab(t, base, true)
		for name := range s.pages {
			if kindOf(name) != "article" {
				continue
			}
			p.open(t, name)
			for _, width := range []int64{1100, 1280, 1440, 1600} {
				p.look(t, width, "light")
				for _, fault := range eval[[]string](t, p, marginFaults) {
					t.Errorf("%s at %d: %s", name, width, fault)
				}
			}
			p.look(t, 768, "light")
			if n := eval[int](t, p, `[...document.querySelectorAll(".body .note")].filter(e => e.getBoundingClientRect().width > 2).length`); n > 0 {
				t.Errorf("%s: %d notes in the margin of a narrow window", name, n)
			}
			for _, w := range eval[[]string](t, p, overflow) {
				t.Errorf("%s: %s", name, w)
			}
		}
		p.report(t)
	}
}

// forty is a newsroom with an article that forty claims quote, in passages that
// follow each other, lie inside one another and cross.
func forty(t *testing.T) string {
	t.Helper()
	files := map[string]string{"site.yaml": "title: Forty\n", "stories/forty/story.yaml": "title: Forty claims\n"}
	var body strings.Builder
	for n := range 20 {
		fmt.Fprintf(&body, "The witness numbered %d saw the lamp go out, and the door numbered %d was heard to close.", n+1, n+1)
		if n%4 == 3 {
			body.WriteString("\n")
		} else {
			body.WriteString(" ")
		}
		for i, quote := range []string{
			fmt.Sprintf("The witness numbered %d saw the lamp go out, and the door", n+1),
			fmt.Sprintf("out, and the door numbered %d was heard to close", n+1),
		} {
			files[fmt.Sprintf("stories/forty/claims/claim-%02d-%d.yaml", n+1, i+1)] = fmt.Sprintf("claim: Statement %d of the witness numbered %d, told at some length so that the note takes several lines\nwordings:\n  - article: report\n    quote: %q\n", i+1, n+1, quote)
		}
	}
	files["stories/forty/articles/report.txt"] = "---\ntitle: What twenty witnesses saw\nlanguage: en\n---\n" + body.String()
	return written(t, "forty", files)
}

// written puts files into a content folder of that name.
func written(t *testing.T, name string, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(workFolder, name)
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// marginFaults tells of notes that lie over the text, over one another, outside
// the window, or out of order. It asks for the body's direction.
const marginFaults = `(() => {
	const faults = [], body = document.querySelector(".body")
	const rtl = getComputedStyle(body).direction === "rtl"
	const text = body.getBoundingClientRect()
	const notes = [...body.querySelectorAll(".note")].filter(e => e.getClientRects().length)
	let before
	for (const note of notes) {
		const r = note.getBoundingClientRect(), what = note.textContent.slice(0, 30)
		if (rtl ? r.right > text.left : r.left < text.right) faults.push(what + " lies in the text")
		if (r.left < 0 || r.right > document.documentElement.clientWidth) faults.push(what + " lies outside the window")
		if (before && r.top < before.bottom) faults.push(what + " lies over the note before it")
		if (r.width < 100) faults.push(what + " is " + r.width + " px wide")
		before = r
	}
	const numbers = notes.map(e => +e.querySelector("b").textContent.replace(/\D/g, ""))
	if (numbers.some((n, i) => i && n < numbers[i-1])) faults.push("order " + numbers)
	const next = document.querySelector(".document > section + section")
	if (before && next && next.getBoundingClientRect().top < before.bottom) faults.push("the last note reaches into the next section")
	return faults
})()`

// A date expression tells what it was understood to mean, to the mouse as to the
// keyboard, and leads to its entry in the chronology, which leads back.
func TestDatesTellTheirMeaning(t *testing.T) {
	s := build(t, content, "")
	dir := buildDir(t, content, "")
	name := largestArticle(t, s)
	for _, base := range []string{fileURL(t, dir), serve(t, dir, "/some/path/")} {
		for _, scripts := range []bool{true, false} {
			p := newTab(t, base, scripts)
			p.look(t, 1280, "light")
			p.open(t, name)
			id := eval[string](t, p, `document.querySelector(".body .when .date").id`)
			said := eval[string](t, p, `(() => { const a = document.querySelector(".body .when"); return a.dataset.preview || a.querySelector(".date").title })()`)
			if !strings.HasPrefix(said, "Understood as ") {
				t.Errorf("scripts %v: %s says %q", scripts, id, said)
			}
			if scripts {
				// A finger sees the meaning first and follows with the next tap; here the
				// first is seen, and the keyboard follows.
				eval[bool](t, p, `document.querySelector(".body .when").dispatchEvent(new PointerEvent("click", {bubbles: true, cancelable: true, pointerType: "touch"}))`)
				p.wait(t, `!document.getElementById("preview").hidden`)
				if got := eval[string](t, p, `document.getElementById("preview").textContent`); got != said {
					t.Errorf("a tap shows %q, want %q", got, said)
				}
			}
			eval[bool](t, p, `document.querySelector(".body .when").focus(), true`)
			p.do(t, chromedp.KeyEvent(kb.Enter))
			p.wait(t, `location.pathname.endsWith("/chronology.html") && document.readyState === "complete"`)
			back := eval[string](t, p, `(document.querySelector("tr:has(:target) a[href*='#date-']") || {}).href || ""`)
			if !strings.HasSuffix(back, name+"#"+id) {
				t.Errorf("scripts %v: the entry leads to %q, not to %s", scripts, back, id)
			}
			p.report(t)
		}
	}
}

// pictureFaults tells of words in pictures that lie over one another or are
// smaller than 11 px, and of marks of a row that do.
const pictureFaults = `(() => {
	const faults = [], over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2
	for (const svg of document.querySelectorAll("main svg[role=img]")) {
		const name = (svg.querySelector("title") || {}).textContent || ""
		if (!name || !(svg.querySelector("desc") || {}).textContent) faults.push("a picture without title or description")
		const scale = svg.viewBox.baseVal && svg.viewBox.baseVal.width ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1
		const words = [...svg.querySelectorAll("text")].filter(e => e.textContent.trim()).map(e => ({say: e.textContent, box: e.getBoundingClientRect(), size: parseFloat(getComputedStyle(e).fontSize) * scale}))
		words.forEach((a, i) => {
			if (a.size < 10.99) faults.push(name + ": " + a.say + " is " + a.size.toFixed(1) + " px high")
			for (const b of words.slice(i + 1)) if (over(a.box, b.box)) faults.push(name + ": " + a.say + " lies over " + b.say)
		})
		const marks = [...svg.querySelectorAll("g.m")].map(e => ({say: e.querySelector("title")?.textContent ?? e.className.baseVal, box: e.getBoundingClientRect()}))
		marks.forEach((a, i) => {
			for (const b of marks.slice(i + 1)) if (over(a.box, b.box)) faults.push(name + ": the mark " + a.say + " lies over " + b.say)
		})
	}
	return faults.slice(0, 8)
})()`

// With twelve sources, dates years apart, names of hundreds of letters and other
// scripts, no word of a picture lies over another, and none is too small to read.
func TestPicturesAreLegible(t *testing.T) {
	for _, folder := range []string{content, stress(t), "testdata/hostile/content"} {
		s := build(t, folder, "")
		p := newTab(t, fileURL(t, buildDir(t, folder, "")), true)
		for name := range s.pages {
			if !strings.HasSuffix(name, "/chronology.html") && !strings.HasSuffix(name, "/sources.html") && name != stressTwelve && name != stressSix {
				continue
			}
			p.open(t, name)
			for _, width := range []int64{360, 800, 1440} {
				p.look(t, width, "light")
				for _, fault := range eval[[]string](t, p, pictureFaults) {
					t.Errorf("%s at %d: %s", name, width, fault)
				}
			}
		}
		p.report(t)
	}
}

// Documents that are written from right to left begin at the right, with their
// headline, date line and quotations; the notes, which are ours, stand at their
// left and run from left to right.
func TestDocumentsFromRightToLeft(t *testing.T) {
	s := build(t, stress(t), "")
	p := newTab(t, fileURL(t, buildDir(t, stress(t), "")), true)
	for _, name := range []string{stressArabic, stressHebrew} {
		if s.pages[name] == nil {
			t.Fatalf("no %s", name)
		}
		p.open(t, name)
		for _, width := range []int64{360, 768, 1100, 1440} {
			p.look(t, width, "light")
			for _, fault := range eval[[]string](t, p, `(() => {
				const faults = [], page = document.querySelector("main").getBoundingClientRect(), style = getComputedStyle(document.querySelector("main"))
				const end = page.right - parseFloat(style.paddingInlineEnd)
				for (const e of document.querySelectorAll("h1, .dateline:not(.unknown), .body > p")) {
					const r = document.createRange()
					r.selectNodeContents(e)
					const rects = [...r.getClientRects()].filter(r => r.width > 1)
					const right = Math.max(...rects.map(r => r.right))
					if (getComputedStyle(e).direction !== "rtl") faults.push(e.className + e.tagName + " runs from the left")
					if (innerWidth < 1088 ? Math.abs(right - e.getBoundingClientRect().right) > 2 : Math.abs(right - end) > 2) faults.push(e.className + e.tagName + " begins at " + right + ", the page at " + end)
				}
				const note = document.querySelector(".body .note")
				if (note && getComputedStyle(note).direction !== "ltr") faults.push("a note runs from the right")
				return faults
			})()`) {
				t.Errorf("%s at %d: %s", name, width, fault)
			}
			if width > 1088 {
				for _, fault := range eval[[]string](t, p, marginFaults) {
					t.Errorf("%s at %d: %s", name, width, fault)
				}
			}
		}
	}
	// A card's quotation has its line where it begins.
	p.open(t, stressTongues)
	for _, fault := range eval[[]string](t, p, `[...document.querySelectorAll("blockquote")].filter(e => {
		const s = getComputedStyle(e), rtl = /[\u0590-\u08ff]/.test(e.textContent)
		return s.direction !== (rtl ? "rtl" : "ltr") || parseFloat(rtl ? s.borderRightWidth : s.borderLeftWidth) < 1 || parseFloat(rtl ? s.borderLeftWidth : s.borderRightWidth) > 0
	}).map(e => e.textContent.slice(0, 40))`) {
		t.Errorf("%s: a quotation on the wrong side: %s", stressTongues, fault)
	}
	p.report(t)
}

// turned is a newsroom whose headlines and names turn the direction of writing.
func turned(t *testing.T) string {
	t.Helper()
	const override = "\u202e"
	files := map[string]string{
		"site.yaml":                          "title: Turned\n",
		"outlets.yaml":                       "turner:\n  name: 'The " + override + "Turner'\nright:\n  name: صحيفة الميناء\n",
		"stories/turn/story.yaml":            "title: 'A story " + override + "of turns'\nevents:\n  - date: 2024-05-01\n    name: 'The " + override + "turn'\n",
		"stories/turn/articles/override.txt": "---\ntitle: 'Ferry " + override + "turns (again)'\nlanguage: en\npublished: 2024-05-02\n---\nThe ferry turned on Wednesday, and everybody on board was glad of it in the end.\n",
		"stories/turn/articles/isolate.txt":  "---\ntitle: 'Ferry \u2067never closed'\noutlet: turner\nlanguage: en\n---\nThe ferry turned on Wednesday, and everybody on board was glad of it in the end. It was May 2024.\n",
		"stories/turn/articles/arabic.txt":   "---\ntitle: العبارة (2024) Line 7\noutlet: right\nlanguage: ar\npublished: 2024-05-03\npublished_as: 3 أيار 2024\n---\nقالت الرئيسة: «لن تعود العبارة».\n",
		"stories/turn/claims/turn.yaml":      "claim: 'The ferry " + override + "turned'\nclaimant: 'The " + override + "captain'\nwordings:\n  - article: override\n    quote: The ferry turned on Wednesday\n  - article: isolate\n    quote: The ferry turned on Wednesday\n  - article: arabic\n    quote: لن تعود العبارة\n",
		"stories/turn/claims/other.yaml":     "claim: Everybody was glad\nwordings:\n  - article: override\n    quote: everybody on board was glad of it\n  - article: isolate\n    quote: everybody on board was glad of it\n",
	}
	return written(t, "turned", files)
}

// A headline, name or claim that turns the direction of writing keeps that to
// itself: wherever it stands on the site, words around it read as they are written.
func TestTitlesDoNotTurnTheWordsAroundThem(t *testing.T) {
	folder := turned(t)
	s := build(t, folder, "")
	p := newTab(t, fileURL(t, buildDir(t, folder, "")), true)
	p.look(t, 1280, "light")
	for _, name := range slices.Sorted(maps.Keys(s.pages)) {
		if name == "404.html" {
			continue
		}
		p.open(t, name)
		for _, fault := range eval[[]string](t, p, `(() => {
			const faults = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
			for (let n; n = walk.nextNode();) {
				const text = n.nodeValue
				if (n.parentElement.closest("pre, title, desc, script, .sr, [dir=rtl]") || /[\u202a-\u202e\u2066-\u2067\u0590-\u08ff]/.test(text)) continue
				for (const m of text.matchAll(/[A-Za-z]{3,}/g)) {
					const at = i => { const r = document.createRange(); r.setStart(n, i); r.setEnd(n, i + 1); return r.getClientRects()[0] }
					const first = at(m.index), last = at(m.index + m[0].length - 1)
					if (first && last && Math.abs(first.top - last.top) < 2 && first.left > last.left) faults.push(m[0] + " in " + text.trim().slice(0, 60) + " (" + n.parentElement.outerHTML.slice(0, 80) + ")")
				}
			}
			return faults.slice(0, 6)
		})()`) {
			t.Errorf("%s: turned round: %s", name, fault)
		}
	}
	p.report(t)
}

// A passage that other marks cut in pieces lights up as one, when its number is
// pointed at or a link leads to it.
func TestAPassageLightsUpWhole(t *testing.T) {
	folder := forty(t)
	s := build(t, folder, "")
	name := largestArticle(t, s)
	dir := buildDir(t, folder, "")
	for _, base := range []string{fileURL(t, dir), serve(t, dir, "/some/path/")} {
		p := newTab(t, base, true)
		p.look(t, 1280, "light")
		p.open(t, name)
		id := eval[string](t, p, `document.querySelector(".body mark[data-of]").dataset.of`)
		const state = `(() => {
			const words = [...document.querySelectorAll(".body mark")].filter(e => getComputedStyle(e).backgroundColor !== "rgba(0, 0, 0, 0)")
			return words.map(e => e.id || e.dataset.of).sort().join(" ")
		})()`
		for _, step := range []struct{ what, script, want string }{
			{"at first", `true`, ""},
			{"its number is pointed at", fmt.Sprintf(`document.querySelector('a.ref[data-of=%q]').dispatchEvent(new PointerEvent("pointerover", {bubbles: true}))`, id), id + " " + id},
			{"the pointer is elsewhere", `document.querySelector("h1").dispatchEvent(new PointerEvent("pointerover", {bubbles: true}))`, ""},
			{"a link leads there", fmt.Sprintf(`location.hash = %q, true`, "#"+id), id + " " + id},
		} {
			eval[bool](t, p, step.script)
			got := eval[string](t, p, state)
			for range 50 {
				if got == step.want {
					break
				}
				time.Sleep(20 * time.Millisecond)
				got = eval[string](t, p, state)
			}
			if got != step.want {
				t.Errorf("%s: lit is %q, want %q", step.what, got, step.want)
			}
		}
		p.report(t)
	}
}
