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
	s.unlock = func() {}
	return nil
}
