//go:build unix

package publish

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// lock makes the stage's folder and holds it as long as this process lives, so
// that two builds of one site cannot mix. The lock is the folder itself: it
// leaves nothing behind, and dies with its process.
func (s *Stage) lock() error {
	for {
		if err := os.Mkdir(s.dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		info, err := os.Lstat(s.dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		if !info.IsDir() {
			return &Refusal{s.dir, "is not a folder; crosscheck prepares the site there", "Move it away and build again."}
		}
		f, err := os.Open(s.dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
		case errors.Is(err, syscall.EWOULDBLOCK):
			f.Close()
			return &Refusal{s.out, "another crosscheck is building this site just now", "Wait until it is done, then build again."}
		case err != nil && !unsupported(err):
			f.Close()
			return err
		}
		// The build before may have removed the folder between Open and Flock.
		held, err := f.Stat()
		now, err2 := os.Lstat(s.dir)
		if err == nil && err2 == nil && os.SameFile(held, now) {
			s.unlock = func() { f.Close() }
			return nil
		}
		f.Close()
	}
}

// unsupported reports that the disk knows no locks on folders; then two builds
// at once are not told apart.
func unsupported(err error) bool {
	return errors.Is(err, syscall.ENOTSUP) || errors.Is(err, syscall.ENOSYS) || errors.Is(err, syscall.EBADF)
}
