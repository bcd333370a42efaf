//go:build !unix

package publish

import (
	"errors"
	"io/fs"
	"os"
)

// lock makes the stage's folder. Without flock two builds of one site at the
// same time are not told apart.
func (s *Stage) lock() error {
	if err := os.Mkdir(s.dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	info, err := os.Lstat(s.dir)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return &Refusal{s.dir, "is not a folder; crosscheck prepares the site there", "Move it away and build again."}
	}
	s.unlock = func() {}
	return nil
}
