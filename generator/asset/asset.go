// Package asset reads what goes to the site's assets folder: the style sheet,
// the scripts, the icon. It is the only door to the minifier.
package asset

import (
	"io/fs"
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"crosscheck/generator/site"
)

// Files returns the files of a folder and of those below it, in the order of
// their names, for the site's assets/. Dot-files are left out. Style sheets and
// scripts are made small; one that the minifier cannot read is taken as it is,
// since a browser may know more than the minifier does.
func Files(static fs.FS) ([]site.File, error) {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	var files []site.File
	err := fs.WalkDir(static, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(path.Base(name), ".") {
			return err
		}
		data, err := fs.ReadFile(static, name)
		if err != nil {
			return err
		}
		if kind := kinds[path.Ext(name)]; kind != "" {
			if small, err := m.Bytes(kind, data); err == nil {
				data = small
			}
		}
		files = append(files, site.File{Path: "assets/" + name, Bytes: data})
		return nil
	})
	return files, err
}

// kinds names the media types of what is made small.
var kinds = map[string]string{".css": "text/css", ".js": "text/javascript"}
