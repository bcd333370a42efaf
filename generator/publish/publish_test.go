package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"crosscheck/generator/site"
)

// tree is what a folder holds: path → text; a folder without files ends in /,
// a link reads → target.
type tree map[string]string

func read(t *testing.T, dir string) tree {
	t.Helper()
	got := tree{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		rel = filepath.ToSlash(rel)
		switch {
		case rel == manifestName || rel == ".":
		case d.IsDir():
			if entries, _ := os.ReadDir(p); len(entries) == 0 {
				got[rel+"/"] = ""
			}
		case d.Type()&fs.ModeSymlink != 0:
			to, _ := os.Readlink(p)
			got[rel] = "→ " + to
		default:
			b, err := os.ReadFile(p)
			got[rel] = string(b)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func write(t *testing.T, dir string, files tree) {
	t.Helper()
	for name, text := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// stage begins a build and adds the files; data/ files go in by halves.
func stage(t *testing.T, out string, files tree) (*Stage, error) {
	t.Helper()
	s, err := Begin(out)
	if err != nil {
		return nil, err
	}
	var wg sync.WaitGroup
	for name, text := range files {
		if strings.HasPrefix(name, "data/") {
			for _, half := range []string{text[:len(text)/2], text[len(text)/2:]} {
				if err := s.Append(name, []byte(half)); err != nil {
					t.Fatal(err)
				}
			}
			continue
		}
		wg.Go(func() {
			if err := s.Add(site.File{Path: name, Bytes: []byte(text)}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	return s, nil
}

func build(t *testing.T, out string, files tree) (Summary, error) {
	t.Helper()
	s, err := stage(t, out, files)
	if err != nil {
		return Summary{}, err
	}
	return s.Commit()
}

func mustBuild(t *testing.T, out string, files tree) Summary {
	t.Helper()
	sum, err := build(t, out, files)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func same(t *testing.T, out string, want tree) {
	t.Helper()
	got := read(t, out)
	if !maps.Equal(got, want) {
		t.Errorf("the folder holds %v\nwant %v", got, want)
	}
	entries, _ := os.ReadDir(filepath.Dir(out))
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".crosscheck") {
			t.Errorf("the stage %s is left", e.Name())
		}
	}
}

func refused(t *testing.T, err error, words string) {
	t.Helper()
	var r *Refusal
	if !errors.As(err, &r) {
		t.Fatalf("got error %v, want a refusal", err)
	}
	if !strings.Contains(r.Error(), words) || r.Advice == "" {
		t.Errorf("refusal %q does not say %q", r, words)
	}
}

var (
	first = tree{"index.html": "home", "a/index.html": "A", "a/claims/one.html": "1", "a/claims/two.html": "2", "data/claims.json": "[1, 2]", ".nojekyll": ""}
	next  = tree{"index.html": "home", "a/index.html": "A!", "a/claims/one.html": "1", "b/index.html": "B", "data/claims.json": "[1]", ".nojekyll": ""}
)

func TestBuilds(t *testing.T) {
	out := filepath.Join(t.TempDir(), "deep", "public")
	if sum := mustBuild(t, out, first); sum != (Summary{Files: 6, Written: 6}) {
		t.Errorf("first build: %+v", sum)
	}
	same(t, out, first)

	before, _ := os.Stat(filepath.Join(out, "index.html"))
	manifestBefore, _ := os.Stat(filepath.Join(out, manifestName))
	if sum := mustBuild(t, out, first); sum != (Summary{Files: 6, Unchanged: 6}) {
		t.Errorf("same build again: %+v", sum)
	}
	after, _ := os.Stat(filepath.Join(out, "index.html"))
	manifestAfter, _ := os.Stat(filepath.Join(out, manifestName))
	if !os.SameFile(before, after) || !os.SameFile(manifestBefore, manifestAfter) || before.ModTime() != after.ModTime() {
		t.Error("an unchanged file was rewritten")
	}

	if sum := mustBuild(t, out, next); sum != (Summary{Files: 6, Written: 3, Unchanged: 3, Removed: 1}) {
		t.Errorf("next build: %+v", sum)
	}
	same(t, out, next)

	mustBuild(t, out, tree{"index.html": "home"})
	same(t, out, tree{"index.html": "home"}) // emptied folders are gone
}

func TestChangedByHandIsMended(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, first)
	write(t, out, tree{"index.html": "HOME"})
	os.Remove(filepath.Join(out, "a", "index.html"))
	mustBuild(t, out, first)
	same(t, out, first)
}

func TestFileBecomesFolderAndBack(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	one, two := tree{"x": "file", "y/z/w": "deep", "y/v": "v"}, tree{"x/y": "now a folder", "y": "now a file"}
	mustBuild(t, out, one)
	mustBuild(t, out, two)
	same(t, out, two)
	mustBuild(t, out, one)
	same(t, out, one)
}

func TestDiscardLeavesTheSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, first)
	s, err := stage(t, out, next)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Discard(); err != nil {
		t.Fatal(err)
	}
	same(t, out, first)
	if _, err := s.Commit(); err == nil {
		t.Error("a discarded stage was committed")
	}
}

func TestForeignFiles(t *testing.T) {
	t.Run("dot-files only", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "public")
		write(t, out, tree{".gitignore": "*", ".git/config": "x"})
		mustBuild(t, out, first)
		mustBuild(t, out, tree{"index.html": "home"})
		same(t, out, tree{".gitignore": "*", ".git/config": "x", "index.html": "home"})
	})
	t.Run("a folder of others", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "public")
		mine := tree{"thesis.txt": "years of work"}
		write(t, out, mine)
		_, err := build(t, out, first)
		refused(t, err, "thesis.txt")
		same(t, out, mine)
	})
	t.Run("beside ours they stay", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "public")
		mustBuild(t, out, first)
		write(t, out, tree{"mine.txt": "m", "a/claims/mine.html": "m"})
		mustBuild(t, out, tree{"index.html": "home"})
		same(t, out, tree{"mine.txt": "m", "a/claims/mine.html": "m", "index.html": "home"})
	})
	t.Run("in the way", func(t *testing.T) {
		for name, mine := range map[string]tree{
			"b/index.html": {"b/index.html": "mine"},
			"b":            {"b": "a file where the folder must be"},
		} {
			out := filepath.Join(t.TempDir(), "public")
			mustBuild(t, out, first)
			write(t, out, mine)
			_, err := build(t, out, next)
			refused(t, err, filepath.FromSlash(name))
			want := maps.Clone(first)
			maps.Copy(want, mine)
			same(t, out, want)
		}
	})
	t.Run("a folder where our file was", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "public")
		mustBuild(t, out, first)
		os.Remove(filepath.Join(out, "index.html"))
		write(t, out, tree{"index.html/mine": "m"})
		_, err := build(t, out, first)
		refused(t, err, filepath.FromSlash("index.html/mine"))
		os.Remove(filepath.Join(out, "index.html", "mine"))
		mustBuild(t, out, first)
		same(t, out, first)
	})
	t.Run("with the wanted bytes", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "public")
		write(t, out, tree{".nojekyll": ""})
		mustBuild(t, out, first)
		same(t, out, first)
		mustBuild(t, out, tree{"index.html": "home"})
		same(t, out, tree{"index.html": "home", ".nojekyll": ""})
	})
	t.Run("damaged manifest", func(t *testing.T) {
		for _, bad := range []string{"", "{", `{"files":["../x"]}`} {
			out := filepath.Join(t.TempDir(), "public")
			mustBuild(t, out, first)
			write(t, out, tree{manifestName: bad})
			_, err := build(t, out, next)
			refused(t, err, "damaged")
			same(t, out, first)
		}
	})
	t.Run("a file instead of the folder", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "public")
		write(t, filepath.Dir(out), tree{"public": "x"})
		_, err := build(t, out, first)
		refused(t, err, "not a folder")
	})
}

func TestLinksAreNotFollowed(t *testing.T) {
	dir := t.TempDir()
	out, outside := filepath.Join(dir, "public"), filepath.Join(dir, "outside")
	mustBuild(t, out, first)
	elsewhere := tree{"index.html": "A", "claims/one.html": "1", "claims/two.html": "2"}
	write(t, outside, elsewhere)
	os.RemoveAll(filepath.Join(out, "a"))
	if err := os.Symlink(outside, filepath.Join(out, "a")); err != nil {
		t.Skip(err)
	}
	for _, files := range []tree{first, next} {
		_, err := build(t, out, files)
		refused(t, err, "a")
	}
	mustBuild(t, out, tree{"index.html": "home"})
	same(t, out, tree{"index.html": "home", "a": "→ " + outside})
	if got := read(t, outside); !maps.Equal(got, elsewhere) {
		t.Errorf("outside now holds %v", got)
	}

	// The site's folder itself may be a link.
	link := filepath.Join(dir, "link")
	os.Symlink(filepath.Join(dir, "real"), link)
	os.Mkdir(filepath.Join(dir, "real"), 0o777)
	mustBuild(t, link, first)
	same(t, filepath.Join(dir, "real"), first)
}

func TestPaths(t *testing.T) {
	s, err := Begin(filepath.Join(t.TempDir(), "public"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	for _, p := range []string{"", ".", "/x", "../x", "a/../b", "a//b", "a/", `a\b`, "c:x", "a\x00b", "a\nb", manifestName, manifestName + ".new"} {
		if s.Add(site.File{Path: p}) == nil || s.Append(p, nil) == nil {
			t.Errorf("%q was taken", p)
		}
	}
	for _, c := range []struct{ p, clash string }{
		{"One/a.html", ""},
		{"One/b.html", ""},
		{"one/c.html", "same name"},
		{"One/A.html", "same name"},
		{"One/a.html", "twice"},
		{"One", "same name"},
		{"One/a.html/b", "same name"},
	} {
		err := s.Add(site.File{Path: c.p})
		if c.clash == "" && err != nil || c.clash != "" && (err == nil || !strings.Contains(err.Error(), c.clash)) {
			t.Errorf("Add(%q): %v, want %q", c.p, err, c.clash)
		}
	}
}

func TestTwoBuildsAtOnce(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	s, err := Begin(out)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Begin(out)
	refused(t, err, "another crosscheck")
	if err := s.Discard(); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, out, first)
}

// A build that dies behind any one change in the site's folder is finished by
// the next, whatever that one wants; and so is one whose finishing dies too.
func TestInterrupted(t *testing.T) {
	crash := errors.New("crash")
	one := tree{"x": "file", "y/z/w": "deep", "y/v": "v", "k": "kept", "d/1": "1", "d/2": "2", "data/j": "[1]"}
	two := tree{"x/y": "folder", "y": "file", "k": "kept", "d/1": "1!", "n/m/o": "new", "d/3": "3", "data/j": "[2]"}
	for n := 1; ; n++ {
		out := filepath.Join(t.TempDir(), "public")
		write(t, out, tree{".gitignore": "*"})
		mustBuild(t, out, one)
		s, err := stage(t, out, two)
		if err != nil {
			t.Fatal(err)
		}
		steps := 0
		s.after = func() error {
			if steps++; steps == n {
				return crash
			}
			return nil
		}
		if _, err := s.Commit(); err == nil {
			if n < 8 {
				t.Fatalf("only %d steps", n-1)
			}
			return
		} else if !errors.Is(err, crash) {
			t.Fatal(err)
		}
		// The next build dies as well, before it publishes.
		s, err = Begin(out)
		if err != nil {
			t.Fatalf("after step %d: %v", n, err)
		}
		s.unlock()
		want := maps.Clone(two)
		want[".gitignore"] = "*"
		if got := read(t, out); !maps.Equal(got, want) {
			t.Fatalf("after step %d the next build found %v", n, got)
		}
		if got, _ := manifest(out); !slices.Equal(slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(two))) {
			t.Fatalf("after step %d the manifest lists %v", n, got)
		}
		mustBuild(t, out, one)
		one[".gitignore"] = "*"
		same(t, out, one)
		delete(one, ".gitignore")
	}
}

// What comes into the way between the two builds is not overwritten.
func TestInterruptedAndBlocked(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, first)
	s, err := stage(t, out, next)
	if err != nil {
		t.Fatal(err)
	}
	s.after = func() error { return errors.New("crash") }
	if _, err := s.Commit(); err == nil {
		t.Fatal("no crash")
	}
	write(t, out, tree{"b/index.html": "mine"})
	_, err = Begin(out)
	refused(t, err, filepath.FromSlash("b/index.html"))
	os.RemoveAll(filepath.Join(out, "b"))
	mustBuild(t, out, next)
	same(t, out, next)
}

func TestSameFilesSameManifest(t *testing.T) {
	var all []string
	for range 3 {
		out := filepath.Join(t.TempDir(), "public")
		mustBuild(t, out, first)
		b, err := os.ReadFile(filepath.Join(out, manifestName))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(b))
	}
	if all[0] != all[1] || all[1] != all[2] {
		t.Error("the manifest differs")
	}
}

func BenchmarkCommit(b *testing.B) {
	page := []byte(strings.Repeat("<p>A page of a site, neither long nor short.</p>\n", 300))
	for b.Loop() {
		b.StopTimer()
		out := filepath.Join(b.TempDir(), "public")
		b.StartTimer()
		s, err := Begin(out)
		if err != nil {
			b.Fatal(err)
		}
		var wg sync.WaitGroup
		for w := range 2 {
			wg.Go(func() {
				for i := w; i < 1000; i += 2 {
					for k := range 11 {
						if err := s.Add(site.File{Path: fmt.Sprintf("story-%d/claims/%d.html", i, k), Bytes: page}); err != nil {
							b.Error(err)
						}
					}
				}
			})
		}
		wg.Wait()
		if _, err := s.Commit(); err != nil {
			b.Fatal(err)
		}
	}
}
