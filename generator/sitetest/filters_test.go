package sitetest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// pick chooses a value of a facet as a reader does.
func pick(t *testing.T, p *tab, facet, id string) {
	t.Helper()
	eval[bool](t, p, fmt.Sprintf(`(() => { const s = document.querySelector('select[name="%s"]'); s.value = %q; s.dispatchEvent(new Event("change", {bubbles: true})); return s.value === %q })()`, facet, id, id))
}

const told = `(document.querySelector(".told p")?.textContent ?? "")`

// A list of one page is narrowed in place, and what is chosen stands in the
// address: it is there after a reload, and the back button takes it back.
func TestFiltersOfAShortList(t *testing.T) {
	fromDiskAndBelowAPath(t, content, func(t *testing.T, base string) {
		p := newTab(t, base, true)
		p.look(t, 1280, "light")
		p.open(t, "findings.html")
		p.wait(t, told+` === "60 findings"`)
		const shown = `[...document.querySelectorAll(".finding")].filter(e => e.checkVisibility()).length`
		pick(t, p, "severity", "major")
		majors := eval[int](t, p, `document.querySelectorAll(".finding.major").length`)
		if got := eval[int](t, p, shown); got != majors || majors == 0 {
			t.Errorf("%d findings are shown, %d are major", got, majors)
		}
		if got := eval[string](t, p, told); got != fmt.Sprintf("%d of 60 findings", majors) {
			t.Errorf("it says %q", got)
		}
		// Every number beside a value is how many one would then see.
		type value struct {
			Facet, ID string
			Count     int
		}
		values := eval[[]value](t, p, `[...document.querySelectorAll(".facets select")].flatMap(s => [...s.options].filter(o => o.value).map(o => ({facet: s.name, id: o.value, count: +o.textContent.match(/\((\d+)\)$/)[1]})))`)
		if len(values) < 10 {
			t.Fatalf("only %d values to choose", len(values))
		}
		for _, v := range values {
			if v.Facet == "severity" {
				continue
			}
			pick(t, p, v.Facet, v.ID)
			if got := eval[int](t, p, shown); got != v.Count {
				t.Errorf("%s=%s promises %d and shows %d", v.Facet, v.ID, v.Count, got)
			}
			pick(t, p, v.Facet, "")
		}
		pick(t, p, "kind", "wording")
		both := eval[int](t, p, shown)
		if got := eval[string](t, p, "location.search"); !strings.Contains(got, "severity=major") || !strings.Contains(got, "kind=wording") {
			t.Errorf("the address says %q", got)
		}
		eval[bool](t, p, "window.old = true, location.reload(), true")
		p.wait(t, "!window.old && "+told+" !== ''")
		if got := eval[int](t, p, shown); got != both {
			t.Errorf("after a reload %d are shown, not %d", got, both)
		}
		eval[bool](t, p, "history.back(), true")
		p.wait(t, fmt.Sprintf(`%s === "%d of 60 findings"`, told, majors))
		eval[bool](t, p, `document.querySelector(".told button").click(), true`)
		p.wait(t, told+` === "60 findings"`)
		if got := eval[int](t, p, shown); got != 60 || eval[string](t, p, "location.search") != "" {
			t.Errorf("cleared, %d are shown", got)
		}
		p.open(t, "findings.html?kind=no-such-kind")
		p.wait(t, told+` === "0 of 60 findings"`)
		p.report(t)
	})
}

// A list of several pages is narrowed as a whole, from whichever of its pages.
func TestFiltersOfALongList(t *testing.T) {
	fromDiskAndBelowAPath(t, stress(t), func(t *testing.T, base string) {
		for _, page := range []string{"search/claims.html", "search/claims/3.html"} {
			p := newTab(t, base, true)
			p.look(t, 360, "dark")
			p.open(t, page)
			p.wait(t, told+` === "244 claims"`)
			before := eval[int](t, p, `[...document.querySelectorAll(".claim-item")].filter(e => e.checkVisibility()).length`)
			pick(t, p, "verdict", "contradict")
			const shown = `[...document.querySelectorAll(".claim-item")].filter(e => e.checkVisibility()).length`
			p.wait(t, shown+` > 0 && `+told+`.endsWith(" of 244 claims")`)
			want := eval[int](t, p, `parseInt(`+told+`)`)
			if got := eval[int](t, p, shown); got != min(want, 50) || want < 2 {
				t.Errorf("%s: %d are shown, %d found", page, got, want)
			}
			if got := eval[int](t, p, `[...document.querySelectorAll(".claim-item")].filter(e => e.checkVisibility() && !e.querySelector(".grade").textContent.includes("contradict")).length`); got != 0 {
				t.Errorf("%s: %d are of another verdict", page, got)
			}
			if eval[bool](t, p, `!!document.querySelector(".pager")?.checkVisibility()`) {
				t.Errorf("%s: the pages of the whole list are still offered", page)
			}
			// What is shown leads where the page's own entries lead.
			link := eval[string](t, p, `document.querySelector("ul.claims:not(.listed *) .claim-text a").href`)
			eval[bool](t, p, `setTimeout(() => history.back()), true`)
			p.wait(t, fmt.Sprintf(`%s === "244 claims" && %s === %d`, told, shown, before))
			p.do(t, chromedp.Navigate(link))
			p.wait(t, `document.readyState === "complete" && !!document.querySelector("h1")`)
			p.report(t)
		}
	})
}

// Without scripts a list is whole, and goes from page to page.
func TestListsWithoutScripts(t *testing.T) {
	p := newTab(t, fileURL(t, buildDir(t, stress(t), "")), false)
	p.look(t, 360, "light")
	p.open(t, "search/claims.html")
	seen := eval[int](t, p, `document.querySelectorAll(".claim-item").length`)
	for range 2 {
		p.do(t, chromedp.Navigate(eval[string](t, p, `document.querySelector("[rel=next]").href`)))
		seen += eval[int](t, p, `document.querySelectorAll(".claim-item").length`)
	}
	if seen != 244 {
		t.Errorf("the pages list %d claims", seen)
	}
	p.report(t)
}

// The page of an outlet, a claimant or a topic leads to the lists of all,
// narrowed to it.
func TestNamesLeadToNarrowedLists(t *testing.T) {
	fromDiskAndBelowAPath(t, content, func(t *testing.T, base string) {
		p := newTab(t, base, true)
		p.look(t, 360, "light")
		for _, name := range []string{"outlets/press-tv.html", "claimants/hibatullah-akhundzada.html", "topics/doha-talks.html"} {
			p.open(t, name)
			links := eval[[]string](t, p, `[...document.querySelectorAll(".narrow a")].map(a => a.href)`)
			if len(links) != 3 {
				t.Fatalf("%s leads to %q", name, links)
			}
			for _, l := range links[:2] {
				p.do(t, chromedp.Navigate(l))
				p.wait(t, told+`.includes(" of ")`)
				if got := eval[string](t, p, told); strings.HasPrefix(got, "0 of") {
					t.Errorf("%s: %s", l, got)
				}
			}
		}
		p.report(t)
	})
}

// Lists and landing pages of a newsroom in which everything is larger than life
// fit into any window, and axe-core finds nothing, narrowed or whole.
func TestLongListsInABrowser(t *testing.T) {
	base := serve(t, buildDir(t, stress(t), ""), "/some/path/")
	for _, name := range []string{"index.html", "search/claims.html?verdict=contradict", "search/articles.html", "findings.html", stressCrowd + "?verdict=contradict", stressUndated,
		stressOutlet, "outlets/index.html", "claimants/index.html", "topics/index.html"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newTab(t, base, true)
			p.look(t, 320, "light")
			p.open(t, name)
			if strings.Contains(name, "?") {
				p.wait(t, told+`.includes(" of ") && !!document.querySelector(".claim-item")`)
			}
			for i, l := range []look{{320, "light"}, {1600, "dark"}} {
				p.look(t, l.width, l.scheme)
				for _, w := range eval[[]string](t, p, overflow) {
					t.Errorf("%d px: %s", l.width, w)
				}
				if i > 0 || name == "index.html" {
					p.axe(t)
				}
			}
			p.report(t)
		})
	}
}
