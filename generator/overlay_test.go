package generator

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// What cannot be used in place of a built-in file is named, with what to do.
func TestOverlayRefuses(t *testing.T) {
	base := fstest.MapFS{
		"base.html": {Data: []byte(`<main>{{template "main" .}}</main>`)},
		"home.html": {Data: []byte(`{{define "main"}}home{{end}}`)},
		"style.css": {Data: []byte(`p{}`)},
	}
	outside := t.TempDir()
	file := func(text string) func(string) error {
		return func(p string) error { return os.WriteFile(p, []byte(text), 0o666) }
	}
	link := func(to string) func(string) error { return func(p string) error { return os.Symlink(to, p) } }
	for _, c := range []struct {
		name  string
		plant func(p string) error
		words string // empty if it is to be taken
	}{
		{"home.html", file(`{{define "main"}}mine{{end}}`), ""},
		{"home.html", file(`{{define "base.html"}}mine{{end}}`), ""},
		{"base.html", file(`{{template "main" .}}`), ""},
		{"other.html", file(`{{if}}`), ""},
		{".#home.html", link("nowhere"), ""},
		{"home.html", file(`mine`), `no {{define "main"}}`},
		{"home.html", file(``), `no {{define "main"}}`},
		{"home.html", file(`{{if}}`), "home.html:1"},
		{"home.html", link("nowhere"), "leads nowhere"},
		{"home.html", link(outside), "leads out of the folder"},
		{"home.html", link("home.html"), "link"},
		{"home.html", func(p string) error { return os.Mkdir(p, 0o777) }, "is a folder"},
		{"more.css", link("nowhere"), "leads nowhere"},
		{"more.css", link("sub"), "link to a folder"},
		{"a\tb", file("x"), "character in its name"},
	} {
		dir := t.TempDir()
		os.Mkdir(filepath.Join(dir, "sub"), 0o777)
		if err := c.plant(filepath.Join(dir, c.name)); err != nil {
			t.Logf("%q: %v", c.name, err)
			continue
		}
		o, err := OverlayTemplates(base, dir)
		if err == nil {
			err = fs.WalkDir(o, ".", func(name string, d fs.DirEntry, err error) error {
				if err == nil && !d.IsDir() && !strings.HasPrefix(name, ".") {
					_, err = fs.ReadFile(o, name)
				}
				return err
			})
		}
		if c.words == "" {
			if err != nil {
				t.Errorf("%q: %v", c.name, err)
			}
			continue
		}
		var bad *OverlayError
		if !errors.As(err, &bad) || bad.Path != filepath.Join(dir, c.name) || bad.Advice == "" || !strings.Contains(bad.Reason, c.words) {
			t.Errorf("%q: got %v, want %q", c.name, err, c.words)
		}
	}
}

// An asset of one's own under a name that the site needs for what it makes is
// named before anything is built.
func TestOverlayOfAssetsRefuses(t *testing.T) {
	base := fstest.MapFS{"style.css": {Data: []byte(`p{}`)}, "site.js": {Data: []byte(`1`)}}
	for name, words := range map[string]string{
		"style.css": "", "logo.svg": "", "share.png": "", "fonts": "", ".search": "",
		"search": "keeps what", "Share": "keeps what", "lists": "keeps what", "claim.css": "keeps what",
		"Site.js": "only in case",
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := OverlayStatic(base, dir)
		var refused *OverlayError
		if (words != "") != errors.As(err, &refused) || words != "" && (!strings.Contains(err.Error(), words) || filepath.Base(refused.Path) != name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLocated(t *testing.T) {
	for in, want := range map[string]string{
		"articles/post.txt":      "content/stories/ferry/articles/post.txt",
		".":                      "content/stories/ferry",
		"/abs/articles/post.txt": "/abs/articles/post.txt",
	} {
		err := located("content", "stories/ferry", &fs.PathError{Op: "openat", Path: in, Err: fs.ErrPermission})
		if !errors.Is(err, fs.ErrPermission) || !strings.Contains(filepath.ToSlash(err.Error()), " "+want+": ") {
			t.Errorf("%s: %v, want %s", in, err, want)
		}
	}
	err := located("content", "stories/ferry", &fs.PathError{Op: "openat", Path: "stories/ferry", Err: fs.ErrPermission})
	if !strings.Contains(filepath.ToSlash(err.Error()), " content/stories/ferry: ") {
		t.Errorf("the story's own folder: %v", err)
	}
	if other := errors.New("other"); located("content", "", other) != other || located("content", "", nil) != nil {
		t.Error("another error was changed")
	}
}
