package render

import (
	"path"
	"strings"

	"crosscheck/generator/export"
)

// DataPage is data/index.html, which tells what there is to take along.
type DataPage struct {
	Page
	Files  []DataFile
	Tables []DataFile // those of them that have columns
}

// DataFile is a data file with a link to it.
type DataFile struct {
	Link Link
	Name string // of the table, for an id
	export.Guide
}

func (r *Renderer) dataPage(f *files) {
	p := &DataPage{Page: r.page("data/index.html", "data", "Data", "Everything that these pages show, as files for other programs.")}
	p.Crumbs = []Link{{p.Root + "index.html", "Home"}}
	for _, g := range export.Guides() {
		d := DataFile{Link{p.Root + g.Path, path.Base(g.Path)}, strings.TrimSuffix(path.Base(g.Path), ".csv"), g}
		p.Files = append(p.Files, d)
		if g.Columns != nil {
			p.Tables = append(p.Tables, d)
		}
	}
	f.add("data", "data/index.html", p)
}
