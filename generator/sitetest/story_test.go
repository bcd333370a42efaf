package sitetest

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A story is on one screen: what is agreed and what not, by whom, when; and a
// table whose cells lead to what each source wrote.
func TestStoryAtAGlance(t *testing.T) {
	fromDiskAndBelowAPath(t, stress(t), func(t *testing.T, base string) {
		p := newTab(t, base, true)
		p.look(t, 360, "light")
		p.open(t, stressCrowd)
		p.wait(t, told+` === "200 claims"`)
		// Head and first column of the table stay in sight.
		if !eval[bool](t, p, `(() => {
			const box = document.querySelector(".tall"), r = box.getBoundingClientRect()
			box.scrollTop = 900
			box.scrollLeft = 60
			const head = box.querySelector("thead th:nth-child(3)").getBoundingClientRect(), first = box.querySelector("tbody th[scope=row]").getBoundingClientRect()
			return Math.abs(head.top - r.top) < 3 && Math.abs(first.left - r.left) < 3
		})()`) {
			t.Error("the head or first column of the table scrolls away")
		}
		// What has the focus is not behind them (WCAG 2.4.11).
		if got := eval[[]string](t, p, `(() => {
			const box = document.querySelector(".tall"), hidden = []
			box.scrollTop = box.scrollLeft = 1e6
			for (const a of [...box.querySelectorAll("td a")].filter((_, i) => i % 37 === 0).reverse()) {
				a.focus()
				const r = a.getBoundingClientRect()
				if (document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2)?.closest("a") !== a) hidden.push(a.textContent + " of " + a.closest("tr").textContent)
			}
			return hidden
		})()`); len(got) > 0 {
			t.Errorf("%d cells with the focus are covered, as %q", len(got), got[0])
		}
		// One filter narrows the claims and the table alike, and opens what is folded.
		pick(t, p, "speaker", "the-bishop")
		if got := eval[bool](t, p, `(() => {
			const left = (selector, root = document) => [...root.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => e.querySelector("a").href).sort().join()
			return left(".claim-item") === left(".matrix tr:has(> th[scope=row])") && left(".claim-item") !== ""
		})()`); !got {
			t.Error("the table has other claims than the list")
		}
		eval[bool](t, p, `setTimeout(() => history.back()), true`)
		p.wait(t, told+` === "200 claims"`)
		if got := eval[int](t, p, `[...document.querySelectorAll(".rest")].filter(e => e.open).length`); got != 0 {
			t.Error("what was folded is open")
		}
		p.report(t)
	})
}

// Each cell of the table that says anything leads to a wording on the claim's
// page; a source without the claim has a dash.
func TestTheTableOfAStoryLeadsToWordings(t *testing.T) {
	s := build(t, content, "")
	cells, silent := 0, 0
	for name, page := range s.pages {
		if kindOf(name) != "story" {
			continue
		}
		for n := range page.root.Descendants() {
			if n.Type != html.ElementNode || n.Data != "table" || attr(n, "class") != "matrix" {
				continue
			}
			for td := range n.Descendants() {
				if td.Data != "td" {
					continue
				}
				cells++
				if attr(td, "class") == "none" {
					silent++
				} else if first(td, "a") == nil {
					t.Errorf("%s: a cell %q leads nowhere", name, text(td))
				}
			}
		}
		if !slices.ContainsFunc(page.links, func(l link) bool { return l.address == "#grade-contradict" }) {
			t.Errorf("%s: nothing leads to the claims on which sources contradict each other", name)
		}
	}
	if cells != 200 || silent < 20 {
		t.Errorf("%d cells, %d of them silent", cells, silent)
	}
}

// The home page of several stories leads with the one that was reviewed last,
// then shows the newest reviews of others, then all stories.
func TestHomeLeadsWithWhatIsNew(t *testing.T) {
	s := build(t, stress(t), "")
	home := s.pages["index.html"]
	lead, reviews, stories := "", 0, 0
	for n := range home.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch class := attr(n, "class"); {
		case class == "story-title" && lead == "":
			lead = attr(first(n, "a"), "href")
		case n.Data == "section" && class == "stories":
			for li := range n.Descendants() {
				if li.Data == "h3" {
					stories++
				}
			}
		case n.Data == "h2" && attr(n, "id") == "reviews":
			for li := range n.Parent.Descendants() {
				if attr(li, "class") == "claim-item" {
					reviews++
					if a := first(li, "a"); strings.HasPrefix(attr(a, "href"), strings.TrimSuffix(lead, "index.html")) {
						t.Errorf("a newest review is of the story above: %s", attr(a, "href"))
					}
				}
			}
		}
	}
	if lead != "tram-vote/index.html" || reviews == 0 || stories != 18 {
		t.Errorf("the lead is %s; %d reviews, %d further stories", lead, reviews, stories)
	}
}
