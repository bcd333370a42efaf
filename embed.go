// Package crosscheck holds what is built into the program: the templates of the
// pages and the assets. Go embeds only what lies at or below the folder of the
// file that says so, hence this file at the root.
package crosscheck

import (
	"embed"
	"io/fs"
)

//go:embed templates
var templates embed.FS

//go:embed static
var static embed.FS

// Templates returns the built-in templates, base.html and its kin at the root.
func Templates() fs.FS { return sub(templates, "templates") }

// Static returns the built-in assets, style.css and its kin at the root.
func Static() fs.FS { return sub(static, "static") }

func sub(fsys fs.FS, dir string) fs.FS {
	f, err := fs.Sub(fsys, dir)
	if err != nil {
		panic(err) // the name is a constant
	}
	return f
}
