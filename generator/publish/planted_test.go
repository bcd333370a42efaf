package publish

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func link(t *testing.T, to, p string) {
	t.Helper()
	if err := os.Symlink(to, p); err != nil {
		t.Skip(err)
	}
}

// A link planted under a name that the program writes under is not followed.
func TestPlantedLink(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	mustBuild(t, out, first)
	write(t, dir, tree{"letter": "mine"})
	link(t, filepath.Join(dir, "letter"), filepath.Join(out, manifestName+newSuffix))
	mustBuild(t, out, next)
	if b, _ := os.ReadFile(filepath.Join(dir, "letter")); string(b) != "mine" {
		t.Errorf("the file outside holds %q", b)
	}
	same(t, out, next)

	write(t, dir, tree{"from": "page"})
	tmp := filepath.Join(out, "a", manifestName+newSuffix)
	link(t, filepath.Join(dir, "letter"), tmp)
	if err := copyOver(filepath.Join(dir, "from"), filepath.Join(out, "a", "index.html")); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(filepath.Join(dir, "letter")); string(b) != "mine" {
		t.Errorf("the file outside holds %q", b)
	}
}

// What cannot be replaced is refused before anything is touched.
func TestPlantedFolder(t *testing.T) {
	for _, name := range []string{manifestName + newSuffix, "a/" + manifestName + newSuffix} {
		out := filepath.Join(t.TempDir(), "public")
		mustBuild(t, out, first)
		write(t, out, tree{name + "/mine": "m"})
		_, err := build(t, out, next)
		refused(t, err, "a folder")
		want := maps.Clone(first)
		want[name+"/mine"] = "m"
		same(t, out, want)
	}
	for _, folder := range []bool{true, false} {
		out := filepath.Join(t.TempDir(), "public")
		p := filepath.Join(out, manifestName)
		if folder {
			os.MkdirAll(p, 0o777)
		} else {
			os.MkdirAll(out, 0o777)
			link(t, "elsewhere", p)
		}
		_, err := build(t, out, first)
		refused(t, err, manifestName)
		if _, err := os.Lstat(filepath.Join(out, "index.html")); err == nil {
			t.Error("pages were moved")
		}
	}
}

const manyFiles = `{"files":["a","b/c","k"],"stale":["x"]}`

// What the stage and its journal say is believed only as far as the manifest
// bears it out.
func TestTamperedStage(t *testing.T) {
	sound := tree{"site/a": "A", "site/b/c": "C", journalName: manyFiles}
	for _, c := range []struct {
		name  string
		stage tree
		words string // of the refusal; empty if it is to be completed
		want  tree   // nil if as before
	}{
		{"sound", sound, "", tree{"a": "A", "b/c": "C", "k": "kept", "mine": "m"}},
		{"null", tree{journalName: "null"}, "damaged", nil},
		{"empty object", tree{journalName: "{}"}, "damaged", nil},
		{"empty list", tree{journalName: `{"files":[],"stale":["x"]}`}, "damaged", nil},
		{"empty file", tree{journalName: ""}, "damaged", nil},
		{"removes what is another's", tree{journalName: `{"files":["k"],"stale":["mine"]}`}, "mine", nil},
		{"leads out", tree{journalName: `{"files":["k"],"stale":["../letter"]}`}, "damaged", nil},
		{"stages what it does not name", tree{journalName: manyFiles, "site/evil": "E"}, "evil", nil},
		{"a folder as journal", tree{journalName + "/x": "x"}, "a folder", nil},
		{"files of another's", tree{"letter": "mine"}, "did not make", nil},
		{"files of another's with a journal", tree{"letter": "mine", "site/a": "A", journalName: manyFiles}, "did not make", nil},
		{"a file as site", tree{"site": "x"}, "site", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			out := filepath.Join(dir, "public")
			write(t, dir, tree{"letter": "mine"})
			mustBuild(t, out, tree{"k": "kept", "x": "stale"})
			write(t, out, tree{"mine": "m"})
			before := read(t, out)
			stage := filepath.Join(dir, ".public.crosscheck")
			write(t, stage, c.stage)
			s, err := Begin(out)
			if c.words == "" {
				if err != nil {
					t.Fatal(err)
				}
				s.Discard()
				same(t, out, c.want)
				return
			}
			refused(t, err, c.words)
			if got := read(t, out); !maps.Equal(got, before) {
				t.Errorf("the folder holds %v", got)
			}
			if got := read(t, stage); !maps.Equal(got, c.stage) {
				t.Errorf("the stage holds %v", got)
			}
			if got, err := manifest(out); err != nil || !slices.Equal(slices.Sorted(maps.Keys(got)), []string{"k", "x"}) {
				t.Errorf("the manifest lists %v", got)
			}
		})
	}
}

func TestStageOfLinks(t *testing.T) {
	for _, inner := range []bool{false, true} {
		dir := t.TempDir()
		out, content := filepath.Join(dir, "public"), filepath.Join(dir, "content")
		mustBuild(t, out, tree{"k": "kept", "x": "stale"})
		editors := tree{"a": "article", "b/c": "claim"}
		write(t, content, editors)
		stage := filepath.Join(dir, ".public.crosscheck")
		write(t, stage, tree{journalName: manyFiles})
		if inner {
			os.Mkdir(filepath.Join(stage, "site"), 0o777)
			link(t, "../../content/b", filepath.Join(stage, "site", "b"))
		} else {
			link(t, "../content", filepath.Join(stage, "site"))
		}
		_, err := Begin(out)
		refused(t, err, "link")
		if got := read(t, content); !maps.Equal(got, editors) {
			t.Errorf("the content is now %v", got)
		}
		if got := read(t, out); !maps.Equal(got, tree{"k": "kept", "x": "stale"}) {
			t.Errorf("the site is now %v", got)
		}
	}
}

// A folder that an interrupted build staged, and that no file needs, is not
// published.
func TestNeedlessFolderIsDropped(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	mustBuild(t, out, tree{"k": "kept", "x": "stale"})
	stage := filepath.Join(dir, ".public.crosscheck")
	write(t, stage, tree{"site/a": "A", "site/b/c": "C", journalName: manyFiles})
	os.MkdirAll(filepath.Join(stage, "site", "d", "e"), 0o777)
	s, err := Begin(out)
	if err != nil {
		t.Fatal(err)
	}
	s.Discard()
	same(t, out, tree{"a": "A", "b/c": "C", "k": "kept"})
}

// A refusal says which part of the way to the folder is at fault.
func TestUnreachable(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, tree{"f": "x"})
	link(t, "nowhere", filepath.Join(dir, "dangling"))
	link(t, "circle", filepath.Join(dir, "circle"))
	link(t, "f", filepath.Join(dir, "tofile"))
	for name, words := range map[string]string{
		"f/sub":          "f: is a file, not a folder",
		"f/sub/deeper":   "f: is a file, not a folder",
		"dangling":       "dangling: is a link that leads nowhere (nowhere)",
		"dangling/sub":   "dangling: is a link that leads nowhere (nowhere)",
		"circle":         "circle: is a link that leads round in a circle (circle)",
		"circle/sub":     "circle: is a link that leads round in a circle (circle)",
		"tofile":         "tofile: is a link to a file (f)",
		"tofile/sub/sub": "tofile: is a link to a file (f)",
	} {
		_, err := Begin(filepath.Join(dir, filepath.FromSlash(name)))
		refused(t, err, filepath.Join(dir, words))
		if base, _, deep := strings.Cut(name, "/"); deep && !strings.Contains(err.Error(), "cannot be made in it") {
			t.Errorf("%s below %s: %v", name, base, err)
		}
	}
}
