// Package publish puts finished files into the site's folder, and is the only
// one that writes there.
//
// Files are staged in a hidden folder beside the site's, .public.crosscheck for
// public. A file that the site has already, byte for byte, is not staged, so an
// unchanged file is never rewritten. [Stage.Commit] then
//
//  1. looks for everything that could stand in the way, and refuses before
//     anything is touched;
//  2. writes a journal into the stage: what will be moved and removed;
//  3. moves the staged files to their places, whole folders at a time where the
//     site has no such folder;
//  4. removes what an earlier build made and this one did not, and the folders
//     that this empties;
//  5. writes the manifest, the list of the files that are the program's, and
//     removes the stage.
//
// A build that dies in 3 to 5 leaves its journal, and the next [Begin] finishes
// the work: every step can be repeated. One that dies before leaves a stage
// without a journal, which the next Begin throws away.
//
// The manifest decides what is the program's. A file that it does not list is
// never removed or replaced; a folder without one is taken only if it is empty
// or holds nothing but dot-files. No symbolic link inside the site's folder is
// followed.
package publish

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"crosscheck/generator/site"
)

// Refusal is the error for a folder or file that is not the program's to
// change. Nothing was changed.
type Refusal struct {
	Path   string // the folder or file
	Reason string
	Advice string // what to do
}

func (r *Refusal) Error() string { return fmt.Sprintf("%s: %s\n%s", r.Path, r.Reason, r.Advice) }

// Summary tells what a build changed.
type Summary struct {
	Files     int // in the site, the manifest not counted
	Written   int // new or changed
	Unchanged int
	Removed   int // stale
}

// Stage collects the files of one build. Add and Old may be called
// from many goroutines; the other methods from one, after the last Add has returned.
type Stage struct {
	out    string // the site's folder, symbolic links resolved
	dir    string // the stage's
	unlock func()
	old    map[string]bool // files of the manifest, nil where there is none

	mu        sync.Mutex
	names     map[string]string // lower-case path of each file and folder → path; a folder's ends in /
	kept      []string          // unchanged files of the program's
	staged    []string
	dirs      map[string]bool // made in the stage
	open      map[string]*joined
	unchanged int // includes files of others that are as wanted

	// after is called behind each change in the site's folder; tests let it
	// fail there.
	after func() error
}

// joined is a file that is written piece by piece.
type joined struct {
	file *os.File
	w    *bufio.Writer
}

// Begin opens a stage for the site in folder out, which need not exist. It
// first completes what an interrupted build left. It returns a [*Refusal] where
// out is not the program's, or where another build is at work.
func Begin(out string) (*Stage, error) {
	if out == "" {
		return nil, &Refusal{"", "no folder to write to", "Name one with --out."}
	}
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	if err := reachable(out); err != nil {
		return nil, err
	}
	if resolved, err := filepath.EvalSymlinks(out); err == nil {
		out = resolved
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", out, err)
	}
	parent, name := filepath.Split(out)
	if name == "" {
		return nil, &Refusal{out, "is not a folder for a site", "Choose another folder with --out."}
	}
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return nil, err
	}
	s := &Stage{
		out:   out,
		dir:   filepath.Join(parent, "."+name+".crosscheck"),
		names: map[string]string{},
		dirs:  map[string]bool{},
		open:  map[string]*joined{},
		after: func() error { return nil },
	}
	if err := s.begin(); err != nil {
		if s.unlock != nil {
			os.Remove(s.dir) // fails, as it should, where a journal is in it
			s.unlock()
		}
		return nil, err
	}
	return s, nil
}

// reachable refuses a folder that cannot be made where it is to stand.
func reachable(out string) error {
	for p := out; ; p = filepath.Dir(p) {
		info, err := os.Lstat(p)
		if err != nil {
			if p == filepath.Dir(p) || errors.Is(err, fs.ErrPermission) {
				return err
			}
			continue // not there, or below a file or a broken link, which shows further up
		}
		reason := "is " + kind(info.Mode()) + ", not a folder"
		if info.Mode()&fs.ModeSymlink != 0 {
			to, _ := os.Readlink(p)
			info, err = os.Stat(p)
			switch {
			case err == nil:
				reason = fmt.Sprintf("is a link to a file (%s), not to a folder", to)
			case errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotDir):
				reason = fmt.Sprintf("is a link that leads nowhere (%s)", to)
			case errors.Is(err, fs.ErrPermission):
				return err
			default:
				reason = fmt.Sprintf("is a link that leads round in a circle (%s)", to)
			}
		}
		switch {
		case err == nil && info.IsDir():
			return nil
		case p != out:
			reason += fmt.Sprintf("; %s cannot be made in it", out)
		}
		return &Refusal{p, reason, "Move it away, or choose another folder with --out."}
	}
}

func (s *Stage) begin() error {
	if err := s.lock(); err != nil {
		return err
	}
	if err := s.sound(); err != nil {
		return err
	}
	if err := s.complete(); err != nil {
		return err
	}
	if err := clear(s.dir); err != nil {
		return err
	}
	var err error
	if s.old, err = manifest(s.out); err != nil {
		return err
	}
	return s.ours()
}

// ours refuses a folder that is not the program's.
func (s *Stage) ours() error {
	info, err := os.Lstat(s.out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return &Refusal{s.out, "is a file, not a folder", "Move it away, or choose another folder with --out."}
	}
	if s.old != nil {
		return nil
	}
	entries, err := os.ReadDir(s.out)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			return &Refusal{s.out, fmt.Sprintf("holds files that crosscheck did not make (%s), and no manifest of its own (%s)", e.Name(), manifestName),
				"Choose an empty or new folder with --out, or move those files away."}
		}
	}
	return nil
}

// Add stages a finished file. It returns an error for a path that is no plain
// relative path, or that clashes with another on a disk that does not tell
// upper from lower case.
func (s *Stage) Add(f site.File) error {
	if err := s.claim(f.Path); err != nil {
		return err
	}
	if s.old[f.Path] {
		same, err := s.has(f.Path, f.Bytes)
		if err != nil {
			return err
		}
		if same {
			s.mu.Lock()
			s.kept = append(s.kept, f.Path)
			s.mu.Unlock()
			return nil
		}
	}
	if err := s.folder(path.Dir(f.Path)); err != nil {
		return err
	}
	if err := os.WriteFile(s.at(f.Path), f.Bytes, 0o666); err != nil {
		return err
	}
	s.mu.Lock()
	s.staged = append(s.staged, f.Path)
	s.mu.Unlock()
	return nil
}

// Old returns what the site has under this path already; nil where there is no
// such file of the program's. Who finds that it will do hands it back to Add,
// which leaves it as it is.
func (s *Stage) Old(name string) ([]byte, error) {
	if !s.old[name] {
		return nil, nil
	}
	b, err := readOwn(filepath.Join(s.out, filepath.FromSlash(name)))
	var refusal *Refusal
	if errors.As(err, &refusal) { // no plain file: as if there were none
		return nil, nil
	}
	return b, ignoreMissing(err)
}

// Append adds bytes to the end of a file that is written piece by piece.
func (s *Stage) Append(name string, b []byte) error {
	j := s.open[name]
	if j == nil {
		if err := s.claim(name); err != nil {
			return err
		}
		if err := s.folder(path.Dir(name)); err != nil {
			return err
		}
		f, err := os.Create(s.at(name))
		if err != nil {
			return err
		}
		j = &joined{f, bufio.NewWriterSize(f, 64<<10)}
		s.open[name] = j
	}
	_, err := j.w.Write(b)
	return err
}

// Discard throws the stage away; the site stays as it was. After Commit it
// does nothing.
func (s *Stage) Discard() error {
	if s.unlock == nil {
		return nil
	}
	for _, j := range s.open {
		j.file.Close()
	}
	err := os.RemoveAll(s.dir)
	s.unlock()
	s.unlock = nil
	return err
}

// Commit makes the staged files the site. Where it returns a [*Refusal] the
// site is as it was; another error in the middle of the work leaves it to the
// next build to finish.
func (s *Stage) Commit() (Summary, error) {
	if s.unlock == nil {
		return Summary{}, errors.New("publish: the stage is closed")
	}
	j, sum, err := s.prepare()
	if err != nil {
		return Summary{}, errors.Join(err, s.Discard())
	}
	if j != nil {
		if err := j.write(s.dir); err != nil {
			return Summary{}, errors.Join(err, s.Discard())
		}
		if err := s.apply(j); err != nil {
			// The journal stays.
			s.unlock()
			s.unlock = nil
			return Summary{}, err
		}
	}
	return sum, s.Discard()
}

// prepare closes the joined files and works out what has to be done; nil where
// the site is as it should be.
func (s *Stage) prepare() (*journal, Summary, error) {
	for name, j := range s.open {
		if err := errors.Join(j.w.Flush(), j.file.Close()); err != nil {
			return nil, Summary{}, err
		}
		delete(s.open, name)
		if s.old[name] {
			same, err := sameFile(s.at(name), filepath.Join(s.out, filepath.FromSlash(name)))
			if err != nil {
				return nil, Summary{}, err
			}
			if same {
				if err := os.Remove(s.at(name)); err != nil {
					return nil, Summary{}, err
				}
				s.kept = append(s.kept, name)
				continue
			}
		}
		s.staged = append(s.staged, name)
	}
	slices.Sort(s.staged)
	if err := s.wayIsFree(); err != nil {
		return nil, Summary{}, err
	}

	j := &journal{Files: slices.Concat(s.kept, s.staged)}
	slices.Sort(j.Files)
	isNew := make(map[string]bool, len(j.Files))
	for _, f := range j.Files {
		isNew[f] = true
	}
	for f := range s.old {
		if !isNew[f] {
			j.Stale = append(j.Stale, f)
		}
	}
	slices.Sort(j.Stale)
	sum := Summary{
		Files:     len(j.Files) + s.unchanged,
		Written:   len(s.staged),
		Unchanged: len(s.kept) + s.unchanged,
		Removed:   len(j.Stale),
	}
	if len(s.staged) == 0 && len(j.Stale) == 0 && s.old != nil && len(s.old) == len(j.Files) {
		return nil, sum, nil
	}
	return j, sum, nil
}

// wayIsFree refuses where a staged file would replace what is not the
// program's. A file of another's that has the wanted bytes already is left as
// it is, and stays the other's.
func (s *Stage) wayIsFree() error {
	if _, err := os.Lstat(s.out); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	site := folders{root: s.out, known: map[string]map[string]fs.FileMode{}}
	for _, name := range s.kept {
		if foreign, err := site.blocked(name, s.old); err != nil {
			return err
		} else if foreign != "" {
			return s.inTheWay(foreign, name)
		}
	}
	rest := s.staged[:0]
	for _, name := range s.staged {
		foreign, err := site.blocked(name, s.old)
		if err != nil {
			return err
		}
		if foreign == name {
			same, err := sameFile(s.at(name), filepath.Join(s.out, filepath.FromSlash(name)))
			if err != nil {
				return err
			}
			if same {
				if err := os.Remove(s.at(name)); err != nil {
					return err
				}
				s.unchanged++
				continue
			}
		}
		if foreign != "" {
			return s.inTheWay(foreign, name)
		}
		rest = append(rest, name)
	}
	s.staged = rest

	// Names that the program writes under before it moves a file to its place.
	if _, err := site.list("."); err != nil {
		return err
	}
	for _, dir := range slices.Sorted(maps.Keys(site.known)) {
		if mode, ok := site.known[dir][manifestName+newSuffix]; ok && !replaceable(mode) {
			return notAFile(filepath.Join(s.out, filepath.FromSlash(dir), manifestName+newSuffix), mode)
		}
	}
	return nil
}

func (s *Stage) inTheWay(foreign, name string) error {
	return &Refusal{filepath.Join(s.out, filepath.FromSlash(foreign)),
		fmt.Sprintf("crosscheck did not make this, and it stands where the site needs %s", name),
		"Move or rename it, then build again; or choose another folder with --out."}
}

// folders knows what the site's folder holds; each folder is read once.
type folders struct {
	root  string
	known map[string]map[string]fs.FileMode
}

// list returns the entries of a folder, nil where there is no such folder.
func (f *folders) list(dir string) (map[string]fs.FileMode, error) {
	if l, ok := f.known[dir]; ok {
		return l, nil
	}
	entries, err := os.ReadDir(filepath.Join(f.root, filepath.FromSlash(dir)))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	l := make(map[string]fs.FileMode, len(entries))
	for _, e := range entries {
		l[e.Name()] = e.Type()
	}
	f.known[dir] = l
	return l, nil
}

// blocked returns what stands in the way of a file and is not the program's:
// a file, link or the like where a folder must be, anything where the file
// must be. It returns "" where the way is free.
func (f *folders) blocked(name string, ours map[string]bool) (string, error) {
	dir := "."
	for i, part := range strings.Split(name, "/") {
		entries, err := f.list(dir)
		if err != nil {
			return "", err
		}
		mode, exists := entries[part]
		if !exists {
			return "", nil
		}
		here := path.Join(dir, part)
		last := i == strings.Count(name, "/")
		switch {
		case !mode.IsDir():
			if ours[here] {
				return "", nil // to be replaced or removed
			}
			return here, nil
		case last:
			return f.foreignIn(here, ours)
		}
		dir = here
	}
	return "", nil
}

// foreignIn returns a file below dir that is not the program's, "" if there is
// none.
func (f *folders) foreignIn(dir string, ours map[string]bool) (string, error) {
	found := ""
	err := filepath.WalkDir(filepath.Join(f.root, filepath.FromSlash(dir)), func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(f.root, p)
		if err != nil {
			return err
		}
		if rel = filepath.ToSlash(rel); !ours[rel] {
			found = rel
			return fs.SkipAll
		}
		return nil
	})
	return found, err
}

// claim checks a path and takes its name.
func (s *Stage) claim(name string) error {
	if err := CheckPath(name); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		part, isFile := name[:i], i == len(name)
		if !isFile {
			part += "/"
		}
		key := strings.ToLower(name[:i])
		have, taken := s.names[key]
		switch {
		case !taken:
			s.names[key] = part
		case have == part && !isFile:
		case have == part:
			return fmt.Errorf("publish: %s is made twice", name)
		default:
			return fmt.Errorf("publish: %s and %s have the same name on some disks", name, have)
		}
	}
	return nil
}

// CheckPath refuses what is not a plain relative path with forward slashes, as
// every file of the site needs one.
func CheckPath(name string) error {
	if !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, "\\:") || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return fmt.Errorf("publish: %q is not a path inside the site", name)
	}
	if first, _, _ := strings.Cut(name, "/"); strings.HasPrefix(first, manifestName) {
		return fmt.Errorf("publish: %s is the program's own", name)
	}
	return nil
}

// folder makes a folder in the stage, once.
func (s *Stage) folder(dir string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.mkdir(dir)
}

// mkdir is folder with the lock held. It asks the system for nothing that it
// knows, which os.MkdirAll would.
func (s *Stage) mkdir(dir string) error {
	if s.dirs[dir] {
		return nil
	}
	if dir != "." {
		if err := s.mkdir(path.Dir(dir)); err != nil {
			return err
		}
	}
	if err := os.Mkdir(s.at(dir), 0o777); err != nil {
		return err
	}
	s.dirs[dir] = true
	return nil
}

// at returns where a file of the site is staged.
func (s *Stage) at(name string) string {
	return filepath.Join(s.dir, siteName, filepath.FromSlash(name))
}

// has reports whether the site holds exactly these bytes under that name.
func (s *Stage) has(name string, b []byte) (bool, error) {
	p := filepath.Join(s.out, filepath.FromSlash(name))
	info, err := os.Lstat(p)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(b)) {
		return false, ignoreMissing(err)
	}
	have, err := os.ReadFile(p)
	if err != nil {
		return false, ignoreMissing(err)
	}
	return bytes.Equal(have, b), nil
}

// sameFile reports whether two regular files hold the same bytes.
func sameFile(a, b string) (bool, error) {
	ia, err := os.Lstat(a)
	if err != nil {
		return false, err
	}
	ib, err := os.Lstat(b)
	if err != nil || !ib.Mode().IsRegular() || ia.Size() != ib.Size() {
		return false, ignoreMissing(err)
	}
	fa, err := os.Open(a)
	if err != nil {
		return false, err
	}
	defer fa.Close()
	fb, err := os.Open(b)
	if err != nil {
		return false, ignoreMissing(err)
	}
	defer fb.Close()
	ba, bb := make([]byte, 64<<10), make([]byte, 64<<10)
	for {
		na, ea := io.ReadFull(fa, ba)
		nb, eb := io.ReadFull(fb, bb)
		if !bytes.Equal(ba[:na], bb[:nb]) {
			return false, nil
		}
		end := func(err error) bool { return err == io.EOF || err == io.ErrUnexpectedEOF }
		switch {
		case end(ea) && end(eb):
			return true, nil
		case ea != nil && !end(ea):
			return false, ea
		case eb != nil && !end(eb):
			return false, eb
		}
	}
}

// ignoreMissing drops the errors that only say that there is no such file.
func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotDir) {
		return nil
	}
	return err
}
