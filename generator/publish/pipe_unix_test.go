//go:build unix

package publish

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe would keep the program waiting for ever.
func TestPipes(t *testing.T) {
	for _, name := range []string{
		"public/" + manifestName,
		"public/" + manifestName + newSuffix,
		".public.crosscheck/" + journalName,
		".public.crosscheck/" + journalName + newSuffix,
		".public.crosscheck/site",
		"public",
	} {
		dir := t.TempDir()
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(p, 0o666); err != nil {
			t.Skip(err)
		}
		_, err := build(t, filepath.Join(dir, "public"), first)
		refused(t, err, "a named pipe")
		if _, err := os.Lstat(filepath.Join(dir, "public", "index.html")); err == nil {
			t.Errorf("%s: pages were moved", name)
		}
	}
}
