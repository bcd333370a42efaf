package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/template/parse"

	"crosscheck/generator/publish"
)

// An OverlayError is the error for a file of one's own that cannot be used in
// place of a built-in one.
type OverlayError struct {
	Path   string // the file
	Reason string
	Advice string // what to do
}

func (e *OverlayError) Error() string { return fmt.Sprintf("%s: %s\n%s", e.Path, e.Reason, e.Advice) }

// Overlay returns base with the files of a folder laid over it, one by one: a
// newsroom that changes one template keeps the others. With an empty dir it
// returns base. Nothing outside the folder is reached. What stands there under
// a name of base's and cannot be used is an [*OverlayError], at once; under
// another name, when it is read.
func Overlay(base fs.FS, dir string) (fs.FS, error) {
	if dir == "" {
		return base, nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	o := overlay{root.FS(), base, dir}
	return o, fs.WalkDir(base, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := o.look(name)
		if err == nil && info != nil && info.IsDir() {
			return o.wrong(name, "is a folder where a file is expected", "Rename it.")
		}
		return err
	})
}

// OverlayTemplates is Overlay for templates: it also returns an [*OverlayError]
// for one that does not parse, or that lacks the part that makes it a page.
func OverlayTemplates(base fs.FS, dir string) (fs.FS, error) {
	fsys, err := Overlay(base, dir)
	if err != nil || dir == "" {
		return fsys, err
	}
	o := fsys.(overlay)
	return o, fs.WalkDir(base, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if info, err := o.look(name); err != nil || info == nil {
			return err
		}
		mine, err := defines(o.over, name)
		if err != nil {
			var p *fs.PathError
			if errors.As(err, &p) {
				return err
			}
			return o.wrong(name, fmt.Sprintf("is no template that can be read (%v)", err), "Mend it, or take it out to use the built-in one.")
		}
		builtIn, err := defines(base, name)
		if err != nil {
			return err
		}
		if builtIn["main"] != nil && mine["main"] == nil && mine["base.html"] == nil {
			return o.wrong(name, `has no {{define "main"}}, which holds what stands between a page's head and foot`,
				`Put what it shows between {{define "main"}} and {{end}}.`)
		}
		return nil
	})
}

// made are the names in the folder of assets under which the site keeps what the
// program makes. A picture of one's own for sharing is share.png beside them.
var made = []string{"claim.css", "lists", "search", "share"}

// OverlayStatic is Overlay for assets: it also returns an [*OverlayError] for
// one whose name the site needs for something else.
func OverlayStatic(base fs.FS, dir string) (fs.FS, error) {
	fsys, err := Overlay(base, dir)
	if err != nil || dir == "" {
		return fsys, err
	}
	o := fsys.(overlay)
	mine, err := fs.ReadDir(o.over, ".")
	if err != nil {
		return nil, err
	}
	builtIn, err := fs.ReadDir(base, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range mine {
		for _, name := range made {
			if strings.EqualFold(e.Name(), name) {
				return nil, o.wrong(e.Name(), "has a name under which the site keeps what crosscheck makes for it", "Rename it.")
			}
		}
		for _, b := range builtIn {
			if strings.EqualFold(e.Name(), b.Name()) && e.Name() != b.Name() {
				return nil, o.wrong(e.Name(), "differs from the built-in "+b.Name()+" only in case", "Name it "+b.Name()+" to replace that, or otherwise.")
			}
		}
	}
	return o, nil
}

// defines returns the templates that a file defines. It does not ask whether
// the functions exist.
func defines(fsys fs.FS, name string) (map[string]*parse.Tree, error) {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	all := map[string]*parse.Tree{}
	t := parse.New(name)
	t.Mode = parse.SkipFuncCheck
	_, err = t.Parse(string(b), "", "", all)
	return all, err
}

type overlay struct {
	over, base fs.FS
	dir        string // of over, for messages
}

func (o overlay) wrong(name, reason, advice string) error {
	return &OverlayError{filepath.Join(o.dir, filepath.FromSlash(name)), reason, advice}
}

// look returns what over has under a name; nil if it has nothing. It opens
// nothing, since a pipe would keep the program waiting.
func (o overlay) look(name string) (fs.FileInfo, error) {
	const advice = "Replace it by the file itself."
	info, err := fs.Stat(o.over, name)
	if err != nil {
		l, linkErr := fs.Lstat(o.over, name)
		isLink := linkErr == nil && l.Mode()&fs.ModeSymlink != 0
		switch {
		case isLink && errors.Is(err, fs.ErrNotExist):
			return nil, o.wrong(name, "is a link that leads nowhere", advice)
		case isLink && strings.Contains(err.Error(), "escapes"): // os.Root's error has no name
			return nil, o.wrong(name, "is a link that leads out of the folder "+o.dir, advice)
		case isLink && !errors.Is(err, fs.ErrPermission):
			return nil, o.wrong(name, "is a link that cannot be followed", advice)
		case errors.Is(err, fs.ErrNotExist):
			return nil, nil
		}
		return nil, fmt.Errorf("%s: %w", filepath.Join(o.dir, filepath.FromSlash(name)), err)
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return nil, o.wrong(name, "is neither a file nor a folder", "Take it out of the folder.")
	}
	return info, nil
}

func (o overlay) Open(name string) (fs.File, error) {
	info, err := o.look(name)
	if err != nil {
		return nil, err
	}
	if info == nil {
		return o.base.Open(name)
	}
	return o.over.Open(name)
}

// ReadDir lists what either folder has.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	over, err := fs.ReadDir(o.over, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, e := range over {
		full := path.Join(name, e.Name())
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if err := publish.CheckPath(full); err != nil {
			return nil, o.wrong(full, "has a character in its name that no address on the site may have", "Rename it, or move it out of the folder.")
		}
		info, err := o.look(full)
		if err != nil {
			return nil, err
		}
		if info != nil && info.IsDir() && !e.IsDir() {
			return nil, o.wrong(full, "is a link to a folder, which is not followed", "Replace it by the folder itself.")
		}
	}
	base, baseErr := fs.ReadDir(o.base, name)
	if err != nil && baseErr != nil {
		return nil, baseErr
	}
	all := slices.Concat(over, base)
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
