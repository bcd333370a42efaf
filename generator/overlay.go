package generator

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// Overlay returns base with the files of a folder laid over it, one by one: a
// newsroom that changes one template keeps the others. With an empty dir it
// returns base. Nothing outside the folder is reached.
func Overlay(base fs.FS, dir string) (fs.FS, error) {
	if dir == "" {
		return base, nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return overlay{root.FS(), base}, nil
}

type overlay struct{ over, base fs.FS }

func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.base.Open(name)
	}
	return f, err
}

// ReadDir lists what either folder has.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	over, err := fs.ReadDir(o.over, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	base, baseErr := fs.ReadDir(o.base, name)
	if err != nil && baseErr != nil {
		return nil, baseErr
	}
	all := slices.Concat(over, base)
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
