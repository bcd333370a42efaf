package asset

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func TestFilesAreMadeSmallWhereTheyCanBe(t *testing.T) {
	files, err := Files(fstest.MapFS{
		"style.css":    {Data: []byte("/* why */\n.a::after { content: \"x\" / \"\"; color: #ff0000; }\n")},
		"site.js":      {Data: []byte("// why\nlet long = 1\nconsole.log( long )\n")},
		"broken.js":    {Data: []byte("let = = (\n")},
		"font/a.woff2": {Data: []byte(" // not text ")},
		".hidden":      {Data: []byte("x")},
	})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range files {
		got[f.Path] = string(f.Bytes)
	}
	for name, want := range map[string]string{
		"assets/style.css":    `.a::after{content:"x"/"";color:red}`,
		"assets/site.js":      "let long=1;console.log(long)",
		"assets/broken.js":    "let = = (\n",
		"assets/font/a.woff2": " // not text ",
	} {
		if got[name] != want {
			t.Errorf("%s is %q, want %q", name, got[name], want)
		}
	}
	if len(got) != 4 {
		t.Errorf("%d files, want 4: %q", len(got), got)
	}
}

// What the built-in files say must survive: the minifier reads all of them, and
// every selector's class is still there.
func TestBuiltInFilesAreUnderstood(t *testing.T) {
	files, err := Files(os.DirFS("../../static"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		was, err := os.ReadFile("../../static/" + strings.TrimPrefix(f.Path, "assets/"))
		if err != nil {
			t.Fatal(err)
		}
		if (strings.HasSuffix(f.Path, ".css") || strings.HasSuffix(f.Path, ".js")) && len(f.Bytes) >= len(was) {
			t.Errorf("%s was not made smaller: the minifier does not understand it", f.Path)
		}
	}
}
