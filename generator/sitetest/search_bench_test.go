package sitetest

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// BenchmarkSearch asks the library that generator/search's BenchmarkSite made
// whatever its queries.txt has, each on a page that was just opened, and
// reports for every kind of query how many bytes were loaded and how long the
// answer took once everything was there:
//
//	export CROSSCHECK_LIBRARY=/tmp/library
//	go test ./generator/search -run '^$' -bench Site -benchtime 1x
//	go test ./generator/sitetest -run '^$' -bench Search -benchtime 1x -v
//
// It fails where a query loads more than the 100 KB that are promised.
func BenchmarkSearch(b *testing.B) {
	library := os.Getenv("CROSSCHECK_LIBRARY")
	if library == "" {
		b.Skip("CROSSCHECK_LIBRARY names no folder")
	}
	queries, err := os.ReadFile(filepath.Join(library, "queries.txt"))
	if err != nil {
		b.Fatal(err)
	}
	site := b.TempDir()
	if err := crosscheck(content, site, ""); err != nil {
		b.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(site, "assets", "search")); err != nil {
		b.Fatal(err)
	}
	if err := os.Rename(filepath.Join(library, "assets", "search"), filepath.Join(site, "assets", "search")); err != nil {
		b.Fatal(err)
	}
	defer os.Rename(filepath.Join(site, "assets", "search"), filepath.Join(library, "assets", "search"))
	p := newTab(b, fileURL(b, site), true)
	type measure struct {
		bytes, found, files int
		loaded, again       float64 // ms
	}
	kinds := map[string][]measure{}
	var order []string
	asked := 0
	for range b.N {
		for line := range strings.Lines(string(queries)) {
			kind, query, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			if asked++; asked%50 == 0 {
				p.report(b)
				p = newTab(b, fileURL(b, site), true) // a tab lives three minutes
			}
			p.open(b, "search.html")
			got := eval[struct {
				Files        []string
				Found        int
				First, Again float64
			}](b, p, fmt.Sprintf(`(async () => {
				const q = document.getElementById("q"), box = document.getElementById("results")
				const ask = async text => {
					delete box.dataset.for
					q.value = text
					const begun = performance.now()
					q.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}))
					if (document.activeElement !== q) q.focus(), q.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}))
					while (box.dataset.for !== text) await new Promise(done => setTimeout(done))
					return performance.now() - begun
				}
				q.focus()
				const first = await ask(%[1]q)
				q.focus()
				const again = await ask(%[1]q)
				return {first, again, found: document.querySelectorAll(".result").length, files: [...document.querySelectorAll("script[src^='assets/search/']")].map(s => s.getAttribute("src"))}
			})()`, query))
			m := measure{found: got.Found, files: len(got.Files), loaded: got.First, again: got.Again}
			for _, f := range got.Files {
				info, err := os.Stat(filepath.Join(site, f))
				if err != nil {
					b.Fatal(err)
				}
				m.bytes += int(info.Size())
			}
			if m.bytes > 100_000 {
				b.Errorf("%q loads %d bytes", query, m.bytes)
			}
			if kinds[kind] == nil {
				order = append(order, kind)
			}
			kinds[kind] = append(kinds[kind], m)
		}
	}
	all := []measure{}
	for _, kind := range order {
		all = append(all, kinds[kind]...)
	}
	kinds["all"] = all
	for _, kind := range append(order, "all") {
		list := kinds[kind]
		nothing := 0
		for _, m := range list {
			if m.found == 0 {
				nothing++
			}
		}
		by := func(value func(measure) float64) (median, most float64) {
			slices.SortFunc(list, func(a, b measure) int { return cmp.Compare(value(a), value(b)) })
			return value(list[len(list)/2]), value(list[len(list)-1])
		}
		b1, b2 := by(func(m measure) float64 { return float64(m.bytes) / 1000 })
		f1, f2 := by(func(m measure) float64 { return float64(m.files) })
		a1, a2 := by(func(m measure) float64 { return m.again })
		l1, l2 := by(func(m measure) float64 { return m.loaded })
		b.Logf("%-30s %3d queries, %2d find nothing; median and most: %5.1f %5.1f KB, %3.0f %3.0f files, loaded and answered in %4.0f %4.0f ms, answered again in %4.1f %4.1f ms", kind, len(list), nothing, b1, b2, f1, f2, l1, l2, a1, a2)
	}
	p.report(b)
}
