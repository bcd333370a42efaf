package publish

import (
	"os"
	"path/filepath"
	"testing"

	"crosscheck/generator/site"
)

func TestOldGivesWhatTheProgramMadeAndNothingElse(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	mustBuild(t, out, tree{"a.png": "a", "b.png": "b", "c.png": "c", "d.png": "d"})
	write(t, out, tree{"theirs.png": "theirs", "b.png": "changed"})
	write(t, dir, tree{"outside.png": "outside"})
	os.Remove(filepath.Join(out, "c.png"))
	os.Remove(filepath.Join(out, "d.png"))
	if err := os.Symlink(filepath.Join(dir, "outside.png"), filepath.Join(out, "d.png")); err != nil {
		t.Skip(err)
	}
	s, err := Begin(out)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	for name, want := range map[string]string{"a.png": "a", "b.png": "changed", "c.png": "", "d.png": "", "theirs.png": "", "../outside.png": "", "none.png": ""} {
		if got, err := s.Old(name); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	old, _ := s.Old("a.png")
	if err := s.Add(site.File{Path: "a.png", Bytes: old}); err != nil {
		t.Fatal(err)
	}
	if sum, err := s.Commit(); err != nil || sum.Unchanged != 1 || sum.Written != 0 {
		t.Errorf("%+v, %v", sum, err)
	}
}
