package sitetest

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	program "crosscheck"
	"crosscheck/generator"
)

// Every name in the folder of assets that the program makes something under is
// refused as that of an asset of a newsroom's own.
func TestNamesOfWhatIsMadeAreRefusedAsAssets(t *testing.T) {
	names := map[string]bool{}
	for name := range build(t, stress(t), "https://stress.example").files {
		if rest, ok := strings.CutPrefix(name, "assets/"); ok {
			first, _, _ := strings.Cut(rest, "/")
			names[first] = true
		}
	}
	refused := 0
	for name := range names {
		if _, err := fs.Stat(program.Static(), name); err == nil || name == "share.png" {
			continue
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := generator.OverlayStatic(program.Static(), dir); err == nil {
			t.Errorf("an asset may be called %s, under which the program makes something", name)
		}
		refused++
	}
	if refused < 4 {
		t.Errorf("only %d names are refused", refused)
	}
}

// A newsroom whose own site.js knows nothing of the other scripts has pages that
// are whole without them.
func TestOwnSiteScriptLeavesPagesWhole(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if err := os.CopyFS(out, os.DirFS(buildDir(t, golden, ""))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(out, "assets/site.js"), []byte("// ours\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	p := newTab(t, fileURL(t, out), true)
	p.open(t, "search.html")
	p.do(t, chromedp.WaitReady(`#az`))
	if !eval[bool](t, p, `document.getElementById("az").checkVisibility() && !document.querySelector(".search")`) {
		t.Error("the search has a field that does nothing")
	}
	p.open(t, "findings.html")
	p.open(t, "ferry-bridge/claims/engineers.html")
	p.report(t)
}
