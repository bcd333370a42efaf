package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// hashes returns what a folder holds: path → hash.
func hashes(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		if err != nil || d.IsDir() {
			all[rel+"/"] = ""
			return err
		}
		b, err := os.ReadFile(p)
		all[rel] = fmt.Sprintf("%x", sha256.Sum256(b))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func differences(a, b map[string]string) (list []string) {
	for p, h := range a {
		if other, ok := b[p]; !ok || other != h {
			list = append(list, p)
		}
	}
	for p := range b {
		if _, ok := a[p]; !ok {
			list = append(list, p)
		}
	}
	return list
}

func start(t *testing.T, env string, args ...string) {
	t.Helper()
	cmd := exec.Command("crosscheck", args...)
	cmd.Env = append(os.Environ(), env)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("crosscheck %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// The same content gives the same bytes, on one core and on many, read from
// another folder and built into another.
func TestSameContentSameBytes(t *testing.T) {
	dir := t.TempDir()
	made := filepath.Join(dir, "made")
	if err := writeCorpus(made, 12); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"the site's own": "../../content", "made up": made} {
		t.Run(name, func(t *testing.T) {
			moved := filepath.Join(t.TempDir(), "elsewhere")
			if err := os.CopyFS(moved, os.DirFS(content)); err != nil {
				t.Fatal(err)
			}
			one, many := filepath.Join(t.TempDir(), "one"), filepath.Join(t.TempDir(), "many")
			start(t, "GOMAXPROCS=1", "build", "--content", content, "--out", one)
			start(t, "GOMAXPROCS=7", "build", "--content", moved, "--out", many)
			want := hashes(t, one)
			if len(want) < 50 {
				t.Fatalf("only %d files", len(want))
			}
			if d := differences(want, hashes(t, many)); len(d) > 0 {
				t.Errorf("these differ: %v", d)
			}
		})
	}
}

// A build that is killed, at whatever moment, leaves nothing that the next one
// does not mend.
func TestKilledBuildsAreMended(t *testing.T) {
	dir := t.TempDir()
	contents := []string{filepath.Join(dir, "a"), filepath.Join(dir, "b")}
	for i, c := range contents {
		if err := writeCorpus(c, 20+20*i); err != nil {
			t.Fatal(err)
		}
		for k := range 10 { // the second corpus lacks what the first has, and the reverse
			if err := os.RemoveAll(filepath.Join(c, "stories", fmt.Sprintf("story-%05d", 2*k+i))); err != nil {
				t.Fatal(err)
			}
		}
	}
	out := filepath.Join(dir, "public")
	begun := time.Now()
	start(t, "", "build", "--content", contents[0], "--out", out)
	whole := time.Since(begun)
	const kills = 12
	for k := range kills {
		cmd := exec.Command("crosscheck", "build", "--content", contents[(k+1)%2], "--out", out)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(k+1) / kills)
		cmd.Process.Kill()
		cmd.Wait()
	}
	for _, c := range contents {
		fresh := filepath.Join(t.TempDir(), "public")
		start(t, "", "build", "--content", c, "--out", fresh)
		start(t, "", "build", "--content", c, "--out", out)
		if d := differences(hashes(t, fresh), hashes(t, out)); len(d) > 0 {
			t.Errorf("these differ from a new site: %v", d)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
