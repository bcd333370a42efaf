package sitetest

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"golang.org/x/net/html"
)

// pageObject is a page in a PDF file as Chromium writes it.
var pageObject = regexp.MustCompile(`/Type ?/Page\b`)

// A newsroom can file the pages on paper: everything said is there, folded parts
// opened and nothing cut off; controls and menus are not; links have their
// addresses, the page has its own.
func TestPagesOnPaper(t *testing.T) {
	const base = "https://larger.example/checks"
	s := build(t, stress(t), base)
	server := serve(t, buildDir(t, stress(t), base), "/some/path/")
	for _, test := range []struct {
		name            string
		fewest, longest int // pages
	}{
		{stressTwelve, 4, 12},
		{stressSix, 3, 9},
		{stressLong, 12, 40},
		{stressArabic, 1, 3},
		{stressCrowd, 10, 45},
		{"tram-vote/chronology.html", 1, 20},
		{"tram-vote/sources.html", 3, 30},
		{"tram-vote/index.html", 2, 10},
		{"corrections.html", 1, 3},
		{"findings.html", 10, 90},
	} {
		for _, scripts := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s scripts %v", test.name, scripts), func(t *testing.T) {
				t.Parallel()
				p := newTab(t, server, scripts)
				p.open(t, test.name)
				// A4 between its margins.
				call(t, p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 672, Height: 990, DeviceScaleFactor: 1})
				call(t, p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
				if scripts {
					eval[bool](t, p, `dispatchEvent(new Event("beforeprint"))`)
				}
				for _, w := range eval[[]string](t, p, overflow) {
					t.Error(w)
				}
				paper := squeeze(strings.ToLower(eval[string](t, p, `document.body.innerText`)))
				said := 0
				for n := range s.pages[test.name].root.Descendants() {
					if n.Type != html.ElementNode {
						continue
					}
					class := attr(n, "class")
					if n.Data == "blockquote" || n.Data == "pre" && !strings.Contains(text(n), "dismisses:") || strings.HasPrefix(class, "card") && n.Data == "h3" || class == "summary" || class == "citation" && !within(n, "finding") || class == "sentence" {
						said++
						if words := squeeze(strings.ToLower(text(n))); !strings.Contains(paper, words) {
							t.Errorf("not on paper: %s", words)
						}
					}
				}
				if said == 0 && kindOf(test.name) == "claim" {
					t.Error("nothing was looked for")
				}
				for _, menu := range []string{"Skip to the text", "Report an error on this page", "Search", "Copy link", "Colours", "Next claim", "Compare with", "Only what differs"} {
					if strings.Contains(paper, squeeze(strings.ToLower(menu))) {
						t.Errorf("%q is on paper", menu)
					}
				}
				if address := squeeze(base + "/" + test.name); !strings.Contains(paper, address) {
					t.Errorf("the page's own address is not on paper")
				}
				if test.name == stressTwelve {
					for _, want := range []string{"https://morning-post.example/2024/03/13/line-7?from=front&page=0", "https://archive.example/20240314/"} {
						if !eval[bool](t, p, fmt.Sprintf(`[...document.querySelectorAll(".from a")].some(a => { const s = getComputedStyle(a, "::after").content; return s.includes(%q) })`, want)) {
							t.Errorf("the address %s is not on paper", want)
						}
					}
					if scripts && !eval[bool](t, p, `[...document.querySelectorAll(".evidence .from a")].every(a => getComputedStyle(a, "::after").content.includes("`+base+`/tram-vote/articles/"))`) {
						t.Error("evidence has no address")
					}
				}
				printed := call(t, p, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: 8.27, PaperHeight: 11.69})
				data, err := base64.StdEncoding.DecodeString(string(printed.Data))
				if err != nil {
					data = []byte(printed.Data)
				}
				if n := len(pageObject.FindAll(data, -1)); n < test.fewest || n > test.longest {
					t.Errorf("%d pages, want %d to %d", n, test.fewest, test.longest)
				}
				p.report(t)
			})
		}
	}
}

// within reports whether an element stands in one of the class.
func within(n *html.Node, class string) bool {
	for a := range n.Ancestors() {
		if slices.Contains(strings.Fields(attr(a, "class")), class) {
			return true
		}
	}
	return false
}
