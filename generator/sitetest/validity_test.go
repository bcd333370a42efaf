package sitetest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// validator is the folder of html-validate: a test dependency like axe-core,
// but one that has dependencies of its own. The lock file in its testdata holds
// the digest of each; npm refuses any other. The version is one that runs with
// the Node.js that Debian's stable and oldstable have.
var validator = sync.OnceValues(func() (string, error) {
	const from = "testdata/html-validate"
	key := sha256.New()
	for _, name := range []string{"package.json", "package-lock.json"} {
		data, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return "", err
		}
		key.Write(data)
	}
	cache, err := filepath.Abs("../../.cache")
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "html-validate-"+hex.EncodeToString(key.Sum(nil))[:12])
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	if err := os.MkdirAll(cache, 0o777); err != nil {
		return "", err
	}
	fresh, err := os.MkdirTemp(cache, ".html-validate")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(fresh)
	if err := os.CopyFS(fresh, os.DirFS(from)); err != nil {
		return "", err
	}
	npm := exec.Command("npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund")
	npm.Dir = fresh
	if out, err := npm.CombinedOutput(); err != nil {
		return "", fmt.Errorf("fetching html-validate with npm (make test installs npm where it may): %w\n%s", err, out)
	}
	// Whole or not at all; somebody else may have been faster.
	if err := os.Rename(fresh, dir); err != nil && !errors.Is(err, os.ErrExist) {
		if _, there := os.Stat(dir); there != nil {
			return "", err
		}
	}
	return dir, nil
})

// validated is what html-validate says of a page.
type validated struct {
	FilePath string
	Messages []struct {
		RuleID, Message, Selector string
		Severity, Line, Column    int
	}
}

// validate returns what is wrong with the HTML of files.
func validate(t *testing.T, files []string) []string {
	t.Helper()
	dir, err := validator()
	if err != nil {
		t.Fatal(err)
	}
	config, err := filepath.Abs("testdata/html-validate/.htmlvalidate.json")
	if err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", append([]string{filepath.Join(dir, "node_modules/html-validate/bin/html-validate.mjs"), "--config", config, "--formatter", "json"}, files...)...)
	node.Dir = dir
	var stderr strings.Builder
	node.Stderr = &stderr
	out, err := node.Output()
	var faults []validated
	if bad := json.Unmarshal(out, &faults); bad != nil {
		t.Fatalf("html-validate: %v, %v\n%s%s", err, bad, out, stderr.String())
	}
	var found []string
	for _, f := range faults {
		for _, m := range f.Messages {
			found = append(found, fmt.Sprintf("%s:%d:%d: %s (%s) at %s", f.FilePath, m.Line, m.Column, m.Message, m.RuleID, m.Selector))
		}
	}
	return found
}

// Every kind of page is valid HTML, whatever its content.
func TestPagesAreValid(t *testing.T) {
	for _, test := range append(slices.Clone(sites), struct{ name, content, base string }{"stress", stress(t), "https://larger.example/checks"}) {
		t.Run(test.name, func(t *testing.T) {
			s, dir := build(t, test.content, test.base), buildDir(t, test.content, test.base)
			pages := slices.Sorted(maps.Keys(s.pages))
			if len(pages) > 60 {
				pages = append(samples(s), "404.html")
			}
			var files []string
			for _, p := range pages {
				files = append(files, filepath.Join(dir, filepath.FromSlash(p)))
			}
			for _, f := range validate(t, files) {
				t.Error(strings.TrimPrefix(f, dir+string(filepath.Separator)))
			}
		})
	}
}

// The validator does find what is wrong.
func TestTheValidatorLooks(t *testing.T) {
	file := filepath.Join(t.TempDir(), "wrong.html")
	if err := os.WriteFile(file, []byte("<!doctype html>\n<html lang=\"en\"><head><title>A</title></head><body><p id=a>A<p id=a><div><li>B</div></body></html>\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	found := strings.Join(validate(t, []string{file}), "\n")
	for _, rule := range []string{"no-dup-id", "element-permitted-parent"} {
		if !strings.Contains(found, rule) {
			t.Errorf("no %s: %s", rule, found)
		}
	}
}
