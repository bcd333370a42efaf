package sitetest

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A town in which six outlets, or twelve, report the same sentence, each in its
// own words and at the length of news.
var councilWordings = []string{
	"The council will close the swimming baths in Mill Road on 3 March because repairs to the roof would cost 2.4 million pounds, the leader of the council told residents at a crowded meeting on Tuesday night",
	"The council will shut the swimming pool in Mill Road on 3 March as repairs to its roof would cost 2.4 million pounds, the council’s leader told residents at a meeting on Tuesday night",
	"The baths in Mill Road will not close on 3 March, although repairs to the roof could cost 2.4 million pounds, the leader of the council told angry residents at a crowded meeting on Tuesday",
	"The council will close the swimming baths in Mill Road on 13 March because repairs of the roof would cost 2.4 million pounds, the leader of the council told residents at a crowded meeting on Tuesday night",
	"On Tuesday night the leader of the council told residents at a crowded meeting that the council will close the swimming baths in Mill Road on 3 March because repairs to the roof would cost 2.4 million pounds",
	"The council will close the swimming baths in Park Road because repairs to the roof would cost 2.4 million pounds, Councillor Maria Finch told residents at a packed meeting on Tuesday night",
	"The council will close the swimming baths in Mill Road on 3 March, the leader of the council told residents at a crowded meeting on Tuesday night",
	"The council is closing its swimming baths in Mill Road on 3 March because repairs to the roof would cost almost 2.5 million pounds, the leader of the council said on Tuesday night",
	"The council would close the swimming baths in Mill Road in March because repairs to the roof would cost 2.4 million pounds, its leader told some 200 residents at a crowded meeting on Tuesday night",
	"The council will have to close the swimming baths in Mill Road on 3 March because repairing the roof would cost 2.4 million pounds, the leader of the council told residents on Wednesday night",
	"The council will close the old swimming baths in Mill Road on 3 March because repairs to the leaking roof would cost 2.4 million pounds, the leader of the council told residents at a crowded meeting",
	"The town council will close the swimming baths on Mill Road on 3 March because repairs to the roof would cost 2.4 million pounds, the leader of the council told the residents at a crowded meeting on Tuesday night",
}

// councilContent writes a newsroom with one claim that so many sources report.
// base is the article that the others are compared with; empty if the program
// is to choose.
func councilContent(t *testing.T, sources int, base string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "content")
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("site.yaml", "title: The Second Reading\ntagline: What was said, and how\nlanguage: en\npublisher:\n  name: The Second Reading\nverdicts:\n"+
		"  - {id: agree, label: Sources agree, meaning: All say the same in the same words., value: 2}\n  - {id: part, label: Sources part, meaning: They say different things., value: 1}\n")
	write("stories/baths/story.yaml", "title: The baths in Mill Road\nsummary: Will they close?\n")
	claim := "claim: The council will close the swimming baths in Mill Road on 3 March\nclaimant: Maria Finch\nsaid_on: 2024-01-16\noccasion: a meeting of residents\ntopics: [baths, council]\nverdict: part\n" +
		"summary: |\n  The sources part on the day, the street and the cost, and one says the opposite.\n\n  Most of them have the same sentence. Where it comes from none says.\nreview:\n  author: The desk\n  published: 2024-02-01\n"
	if base != "" {
		claim += "base: " + base + "\n"
	}
	claim += "wordings:\n"
	for i, text := range councilWordings[:sources] {
		id := fmt.Sprintf("paper-%02d", i+1)
		write("stories/baths/articles/"+id+".txt", fmt.Sprintf("---\ntitle: Baths to close, says council leader, edition %d\npublished: 2024-01-%02d\npublished_as: %d January 2024\n---\nResidents filled the hall. %s. Nobody was content.\nThe next meeting is in May.\n", i+1, 17+i, 17+i, text))
		claim += "  - article: " + id + "\n    quote: '" + strings.ReplaceAll(text, "'", "''") + "'\n    form: paraphrase\n"
	}
	if sources < 4 {
		write("stories/baths/claims/closing.yaml", claim)
		return dir
	}
	claim += "findings:\n  - kind: figure\n    severity: major\n    summary: One source has 13 March where the others have 3 March.\n    why: Who wants to swim will come in vain.\n    evidence:\n" +
		"      - article: paper-01\n        quote: 'on 3 March'\n      - article: paper-04\n        quote: 'on 13 March'\n"
	write("stories/baths/claims/closing.yaml", claim)
	return dir
}

const councilClaim = "baths/claims/closing.html"

// council builds the site of councilContent.
func council(t *testing.T, sources int, base string) (dir string, s *site) {
	t.Helper()
	content := councilContent(t, sources, base)
	dir = filepath.Join(t.TempDir(), "public")
	if err := crosscheck(content, dir, "https://reading.example/second"); err != nil {
		t.Fatal(err)
	}
	s, err := readSite(dir)
	if err != nil {
		t.Fatal(err)
	}
	return dir, s
}

// A claim page with all that it links, but for the share image, is light.
func TestClaimPagesAreLight(t *testing.T) {
	for _, test := range []struct{ sources, kilobytes int }{{1, 80}, {6, 80}, {12, 200}} {
		_, s := council(t, test.sources, "")
		if n := pageWeight(s, councilClaim); n > test.kilobytes*1024 {
			t.Errorf("with %d sources the page weighs %d bytes, more than %d KB", test.sources, n, test.kilobytes)
		} else {
			t.Logf("%d sources: %d bytes, %d of them HTML", test.sources, n, len(s.files[councilClaim]))
		}
	}
}

// No page of the project's own content is heavier, whatever findings it has.
func TestOurOwnClaimPagesAreLight(t *testing.T) {
	s := build(t, content, "")
	for name := range s.pages {
		if kindOf(name) != "claim" {
			continue
		}
		if n := pageWeight(s, name); n > 80*1024 {
			t.Errorf("%s weighs %d bytes", name, n)
		}
	}
}

// As a reader leaves it: another base chosen, agreement folded away, a variant lit.
func TestClaimPagesStayAccessibleInUse(t *testing.T) {
	dir, _ := council(t, 6, "")
	p := newTab(t, serve(t, dir, "/some/path/"), true)
	p.open(t, councilClaim+"?base=D")
	for _, l := range looks {
		p.look(t, l.width, l.scheme)
		eval[bool](t, p, `document.querySelector('#only').click(), document.querySelector('.variants td[data-r]').focus(), true`)
		for _, w := range eval[[]string](t, p, overflow) {
			t.Errorf("%d %s: %s", l.width, l.scheme, w)
		}
		p.axe(t)
	}
	p.report(t)
}

// pageWeight is what a browser loads for a page: itself, style and scripts.
func pageWeight(s *site, name string) int {
	n := len(s.files[name])
	for e := range s.pages[name].root.Descendants() {
		switch {
		case e.Data == "script" && attr(e, "src") != "":
			n += len(s.files["assets/"+filepath.Base(attr(e, "src"))])
		case e.Data == "link" && attr(e, "rel") == "stylesheet":
			n += len(s.files["assets/"+filepath.Base(attr(e, "href"))])
		}
	}
	return n
}

// shown is what a claim page marks, told in a way that does not depend on the
// order of cards and lines.
const shown = `(() => {
	const clean = e => { const c = e.cloneNode(true); c.normalize(); return c.innerHTML }
	const out = {}
	for (const card of document.querySelectorAll('.card')) {
		out['card ' + card.id] = clean(card.querySelector('blockquote p'))
		out['base ' + card.id] = String(card.classList.contains('is-base'))
	}
	for (const line of document.querySelectorAll('.variants tbody tr')) {
		const id = line.querySelector('a').hash
		out['line ' + id] = [...line.cells].slice(1).map(c => c.className.replace(/ ?lit/, '') + '|' + (c.dataset.r || '') + '|' + clean(c)).join('\n')
		out['base ' + id] = line.className + !!line.querySelector('.tag')
	}
	out.head = [...document.querySelectorAll('.variants thead b')].map(e => e.textContent).join()
	out.legend = [...document.querySelectorAll('.legend dd b')].filter(e => e.checkVisibility()).map(e => e.textContent).sort().join()
	out.note = document.querySelector('#base-note').textContent.replace(/Editor|Program/, '').split('comparison.')[0]
	return out
})()`

// Whichever source a reader chooses, the script marks what the program marks when
// an editor names that source.
func TestAReaderChoosesTheBase(t *testing.T) {
	const sources = 6
	dir, _ := council(t, sources, "")
	bases := []string{fileURL(t, dir), serve(t, dir, "/some/path/")}
	for i := range sources {
		siglum := string(rune('A' + i))
		editors, _ := council(t, sources, fmt.Sprintf("paper-%02d", i+1))
		plain := newTab(t, fileURL(t, editors), false)
		plain.open(t, councilClaim)
		want := eval[map[string]string](t, plain, shown)
		plain.report(t)
		if want["base w-"+siglum] != "true" {
			t.Fatalf("the editor's base is not %s", siglum)
		}
		p := newTab(t, bases[i%2], true)
		p.open(t, councilClaim)
		eval[bool](t, p, fmt.Sprintf(`(() => { const s = document.querySelector('#choice select'); s.value = %q; s.dispatchEvent(new Event('change')); return true })()`, siglum))
		compareShown(t, "chosen "+siglum, eval[map[string]string](t, p, shown), want)
		p.open(t, councilClaim+"?base="+siglum)
		compareShown(t, "linked "+siglum, eval[map[string]string](t, p, shown), want)
		p.report(t)
	}
}

func compareShown(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for _, k := range slices.Sorted(maps.Keys(want)) {
		if got[k] != want[k] {
			t.Errorf("%s, %s:\nscript  %s\nprogram %s", what, k, got[k], want[k])
		}
	}
}

// The choice stands in the address, the way back works, it is told to those who
// do not see it, and the program's choice returns.
func TestTheChoiceOfTheBaseIsKeptInTheAddress(t *testing.T) {
	dir, _ := council(t, 6, "")
	for _, base := range []string{fileURL(t, dir), serve(t, dir, "/some/path/")} {
		p := newTab(t, base, true)
		p.open(t, councilClaim)
		first := eval[map[string]string](t, p, shown)
		own := eval[string](t, p, `document.querySelector('.card.is-base').id`)
		other := eval[string](t, p, `document.querySelector('.card:not(.is-base) .offer button').closest('.card').id`)
		siglum := strings.TrimPrefix(other, "w-")
		eval[bool](t, p, fmt.Sprintf(`document.querySelector('#%s .offer button').click(), true`, other))
		if got := eval[string](t, p, `document.querySelector('.card.is-base').id + location.search`); got != other+"?base="+siglum {
			t.Errorf("after choosing %s: %s", other, got)
		}
		p.wait(t, fmt.Sprintf(`[...document.querySelectorAll('[role=status]')].some(e => e.textContent.includes('Compared with source %s'))`, siglum))
		eval[bool](t, p, `setTimeout(() => history.back()), true`)
		p.wait(t, fmt.Sprintf(`document.querySelector('.card.is-base').id === %q && location.search === ''`, own))
		compareShown(t, "back", eval[map[string]string](t, p, shown), first)
		eval[bool](t, p, `history.forward(), true`)
		p.wait(t, fmt.Sprintf(`document.querySelector('.card.is-base').id === %q`, other))
		eval[bool](t, p, `[...document.querySelectorAll('#choice button')].find(b => b.textContent === 'As the program chose').click(), true`)
		compareShown(t, "as the program chose", eval[map[string]string](t, p, shown), first)
		if search := eval[string](t, p, `location.search`); search != "" {
			t.Errorf("the program's choice is in the address: %s", search)
		}
		p.open(t, councilClaim+"?base=nobody")
		compareShown(t, "nobody", eval[map[string]string](t, p, shown), first)
		p.report(t)
	}
}

// Where sources agree can be folded away, with scripts and without.
func TestOnlyWhatDiffers(t *testing.T) {
	dir, _ := council(t, 6, "")
	for _, scripts := range []bool{true, false} {
		p := newTab(t, fileURL(t, dir), scripts)
		p.look(t, 1280, "light")
		p.open(t, councilClaim)
		const state = `({table: document.querySelector('.variants').offsetWidth, cards: document.querySelector('.cards').offsetHeight,
			folded: [...document.querySelectorAll('.cards .run')].filter(e => getComputedStyle(e).fontSize === '0px').length,
			marks: [...document.querySelectorAll('.v')].filter(e => e.checkVisibility()).length, all: document.querySelectorAll('.cards .run').length})`
		type folding struct{ Table, Cards, Folded, Marks, All int }
		before := eval[folding](t, p, state)
		p.do(t, chromedp.Click(chromedp.CSS("#only")))
		after := eval[folding](t, p, state)
		if before.Folded != 0 || after.Folded == 0 || after.Folded != after.All {
			t.Errorf("scripts %v: %d runs folded before, %d of %d after", scripts, before.Folded, after.Folded, after.All)
		}
		if after.Table >= before.Table || after.Cards > before.Cards || after.Marks != before.Marks {
			t.Errorf("scripts %v: %+v became %+v", scripts, before, after)
		}
		p.do(t, chromedp.Click(chromedp.CSS("#only")))
		if again := eval[folding](t, p, state); again != before {
			t.Errorf("scripts %v: unfolded it is %+v, not %+v", scripts, again, before)
		}
		p.report(t)
	}
}

// A variant that is pointed at, focused or tapped lights up those that have the
// same reading, in the table and in the cards; Escape puts the light out.
func TestAVariantLightsUpItsFellows(t *testing.T) {
	dir, _ := council(t, 6, "")
	p := newTab(t, fileURL(t, dir), true)
	p.look(t, 1280, "light")
	p.open(t, councilClaim)
	const lit = `(() => ({cells: [...document.querySelectorAll('.lit')].map(c => c.parentElement.cells[0].querySelector('b').textContent).sort().join(''),
		columns: new Set([...document.querySelectorAll('.lit')].map(c => c.cellIndex + c.dataset.r)).size,
		words: [...CSS.highlights.get('fellows')].map(r => r.toString()).join('|')}))()`
	type light struct {
		Cells   string
		Columns int
		Words   string
	}
	// The column in which one paper has another day.
	const day = `[...document.querySelectorAll('.variants td')].find(c => /\b13\b/.test(c.textContent))`
	eval[bool](t, p, day+`.dispatchEvent(new PointerEvent('pointerover', {bubbles: true})), true`)
	if got := eval[light](t, p, lit); got.Cells != "D" || got.Columns != 1 || !strings.Contains(got.Words, "13") {
		t.Errorf("pointing at the other day lights %+v", got)
	}
	eval[bool](t, p, `(() => { const c = `+day+`; const i = c.cellIndex; [...document.querySelectorAll('.variants tbody tr')].map(r => r.cells[i]).find(c => /\b3\b/.test(c.textContent)).click(); return true })()`)
	got := eval[light](t, p, lit)
	if len(got.Cells) < 3 || strings.Contains(got.Cells, "D") || got.Columns != 1 || strings.Count(got.Words, "3 March")+strings.Count(got.Words, "|3") < 1 {
		t.Errorf("tapping the day lights %+v", got)
	}
	// Held until Escape, whatever is pointed at.
	eval[bool](t, p, day+`.dispatchEvent(new PointerEvent('pointerover', {bubbles: true})), true`)
	if now := eval[light](t, p, lit); now != got {
		t.Errorf("the held light changed from %+v to %+v", got, now)
	}
	p.do(t, chromedp.KeyEvent(kb.Escape))
	if now := eval[light](t, p, lit); now.Cells != "" || now.Words != "" {
		t.Errorf("Escape leaves %+v", now)
	}
	// By keyboard: one stop, arrows between the cells.
	if n := eval[int](t, p, `[...document.querySelectorAll('.variants td')].filter(c => c.tabIndex === 0).length`); n != 1 {
		t.Errorf("%d cells are in the order of focus, want 1", n)
	}
	eval[bool](t, p, `document.querySelector('.variants td[tabindex="0"]').focus(), true`)
	p.do(t, chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowDown))
	if at := eval[string](t, p, `document.activeElement.parentElement.rowIndex + ' ' + document.activeElement.cellIndex`); at != "2 2" {
		t.Errorf("the arrows led to %s", at)
	}
	eval[bool](t, p, `document.querySelector('.variants td[data-r]').focus(), true`)
	if now := eval[light](t, p, lit); now.Cells == "" {
		t.Error("the focus lights nothing")
	}
	// From a mark in a card.
	p.do(t, chromedp.KeyEvent(kb.Escape))
	eval[bool](t, p, `[...document.querySelectorAll('.cards .v-num, .cards .v-dat')].find(e => /13/.test(e.textContent)).dispatchEvent(new PointerEvent('pointerover', {bubbles: true})), true`)
	if now := eval[light](t, p, lit); now.Cells != "D" || !strings.Contains(now.Words, "13") {
		t.Errorf("a mark in a card lights %+v", now)
	}
	p.report(t)
}

// Without scripts no control is there that needs them, and the letters in the
// table tell which sources agree.
func TestTheTableComparesAnyTwoWithoutScripts(t *testing.T) {
	dir, _ := council(t, 6, "")
	p := newTab(t, fileURL(t, dir), false)
	p.open(t, councilClaim)
	if n := eval[int](t, p, `document.querySelectorAll('main select, main button:not([hidden])').length`); n != 0 {
		t.Errorf("%d controls that do nothing", n)
	}
	wrong := eval[[]string](t, p, `(() => {
		const wrong = [], lines = [...document.querySelectorAll('.variants tbody tr')]
		const fold = c => { const k = c.cloneNode(true); k.querySelectorAll('.sr, .moved').forEach(e => e.remove()); return k.textContent.toLowerCase().replace(/[^\p{L}\p{N}%£]+/gu, ' ').trim() }
		for (let i = 1; i < lines[0].cells.length; i++) {
			for (const a of lines) for (const b of lines) {
				const x = a.cells[i], y = b.cells[i]
				if (x.className === 'x' || y.className === 'x') continue
				if (x.dataset.r === y.dataset.r && fold(x) !== fold(y)) wrong.push(fold(x) + ' and ' + fold(y) + ' have one letter')
				if (x.dataset.r !== y.dataset.r && x.textContent === y.textContent && x.textContent) wrong.push(x.textContent + ' has two letters')
			}
			const head = document.querySelector('.variants thead tr').cells[i]
			if (head.id !== 'v-' + i) wrong.push('column ' + i + ' has the id ' + head.id)
		}
		return wrong
	})()`)
	for _, w := range wrong {
		t.Error(w)
	}
	p.report(t)
}

// Each link into an article brings the sentences around the wording along.
func TestLinksIntoArticlesBringTheirSentenceAlong(t *testing.T) {
	dir, _ := council(t, 6, "")
	p := newTab(t, serve(t, dir, "/some/path/"), true)
	p.open(t, councilClaim)
	type preview struct{ Preview, Mark, Quote string }
	found := eval[[]preview](t, p, `[...document.querySelectorAll('.card')].map(c => {
		const a = c.querySelector('.from a'), q = c.querySelector('blockquote p').cloneNode(true)
		q.querySelectorAll('.sr').forEach(e => e.remove())
		return {preview: a.dataset.preview || '', mark: a.dataset.mark || '', quote: q.textContent}
	})`)
	if len(found) != 6 {
		t.Fatalf("%d links", len(found))
	}
	for _, f := range found {
		if f.Mark != f.Quote || !strings.Contains(f.Preview, f.Mark) || len([]rune(f.Preview)) > 402 {
			t.Errorf("the preview %q marks %q of %q", f.Preview, f.Mark, f.Quote)
		}
	}
	p.report(t)
}

// The part of the style sheet that claim pages link has every rule that matches
// anything on them, whatever their state.
func TestClaimSheetLacksNothing(t *testing.T) {
	lacks := map[string]string{}
	for _, test := range sites {
		s := build(t, test.content, test.base)
		p := newTab(t, serve(t, buildDir(t, test.content, test.base), "/some/path/"), true)
		seen := 0
		for _, name := range slices.Sorted(maps.Keys(s.pages)) {
			if kindOf(name) != "claim" || len(s.files[name]) < 22000 && seen > 3 {
				continue
			}
			seen++
			p.open(t, name)
			style, _ := json.Marshal(string(s.files["assets/style.css"]))
			for _, rule := range eval[[]string](t, p, `(() => {
				const whole = new CSSStyleSheet()
				whole.replaceSync(`+string(style)+`)
				const own = [...document.styleSheets].find(s => s.href.endsWith('/claim.css'))
				const has = new Set(), missing = []
				const walk = (rules, around, see) => { for (const r of rules) {
					if (r.selectorText) see(r, around + r.cssText)
					else if (r.cssRules) walk(r.cssRules, around + r.conditionText, see)
				} }
				walk(own.cssRules, '', (r, text) => has.add(text))
				walk(whole.cssRules, '', (r, text) => {
					if (has.has(text)) return
					let plain = r.selectorText.replace(/::[\w-]+(\([^)]*\))?/g, '').replace(/:(hover|focus-visible|focus-within|focus|target|visited|active|checked)\b/g, '').replace(/\(\s*\)/g, '(*)')
					try { if (document.querySelector(plain)) missing.push(r.selectorText) } catch { /* a list with an empty part */ }
				})
				return missing
			})()`) {
				if lacks[rule] == "" {
					lacks[rule] = name
				}
			}
		}
		p.report(t)
	}
	for _, rule := range slices.Sorted(maps.Keys(lacks)) {
		t.Errorf("claim.css lacks %s, which %s needs", rule, lacks[rule])
	}
}
