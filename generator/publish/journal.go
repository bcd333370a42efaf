package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"syscall"
)

// manifestName is the file in the site's folder that lists what is the
// program's. A dot-file, so that no web server shows it by chance.
const manifestName = ".crosscheck.json"

// The stage holds these, and nothing else.
const (
	journalName = "journal.json"
	siteName    = "site"
	newSuffix   = ".new" // of a file that is being written
)

// errNotDir is what the system says of a path that leads through a file.
const errNotDir = syscall.ENOTDIR

// journal is what a commit does. Every step may be done twice.
type journal struct {
	Files []string `json:"files"` // the program's, when all is done; sorted
	Stale []string `json:"stale"` // to be removed; sorted
}

// list is the manifest's form.
type list struct {
	Note  string   `json:"note"`
	Files []string `json:"files"`
}

const note = "The files in this folder that crosscheck made. It replaces and removes these, and no others."

// manifest reads the list of the program's files; nil where there is none.
func manifest(out string) (map[string]bool, error) {
	p := filepath.Join(out, manifestName)
	b, err := readOwn(p)
	if err != nil {
		return nil, ignoreMissing(err)
	}
	var l list
	if err := json.Unmarshal(b, &l); err != nil {
		return nil, damaged(p, err)
	}
	files := make(map[string]bool, len(l.Files))
	for _, f := range l.Files {
		if err := CheckPath(f); err != nil {
			return nil, damaged(p, err)
		}
		files[f] = true
	}
	return files, nil
}

func damaged(p string, err error) error {
	return &Refusal{p, fmt.Sprintf("the list of what crosscheck made here is damaged (%v)", err),
		"Without it nothing here can be told from files of your own. Move your own files away, delete the folder, and build again."}
}

// readOwn reads a file that the program wrote. What else stands there, a link
// or a pipe that would keep the program waiting, is refused.
func readOwn(p string) ([]byte, error) {
	info, err := os.Lstat(p)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, notAFile(p, info.Mode())
	}
	return os.ReadFile(p)
}

func notAFile(p string, mode fs.FileMode) error {
	return &Refusal{p, "crosscheck keeps a file of its own under this name, and here stands " + kind(mode), "Move it away, then build again."}
}

// kind names what is no plain file.
func kind(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeSymlink != 0:
		return "a symbolic link"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "a file"
}

func encode(v any) ([]byte, error) {
	b, err := json.MarshalIndent(v, "", " ")
	return append(b, '\n'), err
}

// write puts the journal into the stage, whole or not at all.
func (j *journal) write(dir string) error {
	b, err := encode(j)
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(dir, journalName), b)
}

// read takes in a journal that an earlier build wrote.
func (j *journal) read(b []byte) error {
	if err := json.Unmarshal(b, j); err != nil {
		return err
	}
	if len(j.Files) == 0 {
		return errors.New("it names no file")
	}
	for _, list := range [][]string{j.Files, j.Stale} {
		for _, f := range list {
			if err := CheckPath(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeWhole writes a file beside its place and moves it there, so that a build
// that dies leaves all of it or nothing. It does not wait for the disk: that
// would wait for every page of the site, and a page that a power cut spoils is
// mended by the next build, which compares bytes.
func writeWhole(p string, b []byte) error {
	f, err := create(p + newSuffix)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(p+newSuffix, p)
}

// create makes a file under a name that is the program's own. What a build that
// died left there goes; a link there is removed, never followed.
func create(p string) (*os.File, error) {
	if info, err := os.Lstat(p); err == nil {
		if !replaceable(info.Mode()) {
			return nil, notAFile(p, info.Mode())
		}
		if err := os.Remove(p); err != nil {
			return nil, err
		}
	}
	return os.OpenFile(p, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) // with O_EXCL no link is followed
}

// replaceable reports whether create makes way where this stands.
func replaceable(mode fs.FileMode) bool { return mode.IsRegular() || mode&fs.ModeSymlink != 0 }

// sound refuses a stage in which anything stands that no build put there: it
// would be lost, or, through a link, taken for the site.
func (s *Stage) sound() error {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		p := filepath.Join(s.dir, e.Name())
		switch e.Name() {
		case siteName:
			if !e.IsDir() {
				return &Refusal{p, "crosscheck prepares the site in a folder of this name, and here stands " + kind(e.Type()), "Move it away, then build again."}
			}
		case journalName, journalName + newSuffix:
			if !e.Type().IsRegular() {
				return notAFile(p, e.Type())
			}
		default:
			return &Refusal{p, "crosscheck prepares the site in this folder and would clear it, but did not make this", "Move it away, then build again."}
		}
	}
	return nil
}

// complete finishes what an interrupted build began to publish. It believes the
// journal only as far as the manifest and the stage bear it out.
func (s *Stage) complete() error {
	p := filepath.Join(s.dir, journalName)
	b, err := readOwn(p)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	bad := func(err error) error {
		return &Refusal{p, fmt.Sprintf("what an interrupted build left to be done is damaged (%v)", err),
			fmt.Sprintf("Delete the folders %s and %s, your own files taken out first, and build again.", s.dir, s.out)}
	}
	var j journal
	if err := j.read(b); err != nil {
		return bad(err)
	}
	if s.old, err = manifest(s.out); err != nil {
		return err
	}
	files := make(map[string]bool, len(j.Files))
	for _, f := range j.Files {
		files[f] = true
	}
	if maps.Equal(files, s.old) {
		return nil // the manifest comes last: all is done
	}
	for _, f := range j.Stale {
		if !s.old[f] {
			return bad(fmt.Errorf("it removes %s, which is not crosscheck's", f))
		}
	}
	// What is still staged has not been moved; what stands in its place is
	// either of an older build or has come since from elsewhere.
	var folders []string
	if err := filepath.WalkDir(s.at("."), func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return ignoreMissing(err)
		}
		rel, err := filepath.Rel(s.at("."), p)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		switch {
		case d.IsDir():
			folders = append(folders, p)
		case !d.Type().IsRegular():
			return bad(fmt.Errorf("%s is %s", rel, kind(d.Type())))
		case !files[rel]:
			return bad(fmt.Errorf("it does not name %s", rel))
		default:
			s.staged = append(s.staged, rel)
		}
		return nil
	}); err != nil {
		return err
	}
	if err := s.wayIsFree(); err != nil {
		return err
	}
	for _, f := range slices.Backward(folders) {
		os.Remove(f) // fails, as it should, where a file of the site is in it
	}
	s.staged, s.unchanged = nil, 0
	return s.apply(&j)
}

// apply does what the journal says.
func (s *Stage) apply(j *journal) error {
	if err := os.MkdirAll(s.out, 0o777); err != nil {
		return err
	}
	first, rest := j.order()
	for _, f := range first {
		if err := s.remove(f); err != nil {
			return err
		}
	}
	if err := s.move("."); err != nil {
		return err
	}
	for _, f := range rest {
		if err := s.remove(f); err != nil {
			return err
		}
	}
	b, err := encode(list{note, j.Files})
	if err != nil {
		return err
	}
	if have, err := readOwn(filepath.Join(s.out, manifestName)); err != nil || string(have) != string(b) {
		if err := writeWhole(filepath.Join(s.out, manifestName), b); err != nil {
			return err
		}
	}
	return s.after()
}

// order cuts the stale files in two: those that must go before the new ones
// come, because a file becomes a folder or a folder a file, and the others.
func (j *journal) order() (first, rest []string) {
	if len(j.Stale) == 0 {
		return nil, nil
	}
	files, dirs := map[string]bool{}, map[string]bool{}
	for _, f := range j.Files {
		files[f] = true
		for d := path.Dir(f); d != "." && !dirs[d]; d = path.Dir(d) {
			dirs[d] = true
		}
	}
	for _, f := range j.Stale {
		before := dirs[f]
		for d := path.Dir(f); d != "."; d = path.Dir(d) {
			before = before || files[d]
		}
		if before {
			first = append(first, f)
		} else {
			rest = append(rest, f)
		}
	}
	return first, rest
}

// remove takes a stale file away, and the folders that this empties. A folder
// or link on the way that is not a plain folder is not entered.
func (s *Stage) remove(name string) error {
	for i := range name {
		if name[i] != '/' {
			continue
		}
		info, err := os.Lstat(filepath.Join(s.out, filepath.FromSlash(name[:i])))
		if err != nil || !info.IsDir() {
			return ignoreMissing(err)
		}
	}
	p := filepath.Join(s.out, filepath.FromSlash(name))
	info, err := os.Lstat(p)
	if err != nil {
		return ignoreMissing(err)
	}
	if !info.IsDir() { // a folder in place of our file is not ours
		if err := os.Remove(p); err != nil {
			return ignoreMissing(err)
		}
		if err := s.after(); err != nil {
			return err
		}
	}
	for d := path.Dir(name); d != "."; d = path.Dir(d) {
		if os.Remove(filepath.Join(s.out, filepath.FromSlash(d))) != nil {
			break // not empty
		}
	}
	return nil
}

// move brings what is staged below dir to its place: the whole folder where
// the site has none, else piece by piece.
func (s *Stage) move(dir string) error {
	entries, err := os.ReadDir(s.at(dir))
	if err != nil {
		return ignoreMissing(err)
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		to := filepath.Join(s.out, filepath.FromSlash(name))
		if e.IsDir() {
			info, err := os.Lstat(to)
			switch {
			case err == nil && info.IsDir():
				if err := s.move(name); err != nil {
					return err
				}
				continue
			case err == nil:
				return fmt.Errorf("%s is not a folder", to)
			case !errors.Is(err, fs.ErrNotExist):
				return err
			}
		}
		err := os.Rename(s.at(name), to)
		if err != nil && !e.IsDir() && removeEmpty(to) {
			err = os.Rename(s.at(name), to)
		}
		if errors.Is(err, syscall.EXDEV) {
			// The site's folder is on a disk of its own.
			if e.IsDir() {
				if err = os.Mkdir(to, 0o777); err == nil {
					err = s.move(name)
				}
			} else {
				err = copyOver(s.at(name), to)
			}
		}
		if err != nil {
			return err
		}
		if err := s.after(); err != nil {
			return err
		}
	}
	return nil
}

// removeEmpty removes a folder that holds nothing but empty folders, and
// reports whether it did.
func removeEmpty(dir string) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	for _, e := range entries {
		if !e.IsDir() || !removeEmpty(filepath.Join(dir, e.Name())) {
			return false
		}
	}
	return os.Remove(dir) == nil
}

// copyOver puts a copy of a file in place of another, and removes the first.
func copyOver(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	tmp := filepath.Join(filepath.Dir(to), manifestName+newSuffix)
	out, err := create(tmp)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Close()); err != nil {
		return err
	}
	if err := os.Rename(tmp, to); err != nil {
		return err
	}
	return os.Remove(from)
}

// clear empties a folder.
func clear(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return nil
}
