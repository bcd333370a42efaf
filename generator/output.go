package generator

import (
	"slices"
	"strings"

	"crosscheck/generator/export"
	"crosscheck/generator/publish"
	"crosscheck/generator/site"
)

// output takes what is made; for a check, which has no stage, it only counts.
// Methods but add are called from one goroutine.
type output struct {
	stage  *publish.Stage
	pages  []string
	joined map[string]*joined
}

type joined struct {
	export.JoinedFile
	begun bool // a chunk has been written
}

func newOutput(stage *publish.Stage) *output {
	o := &output{stage: stage, joined: map[string]*joined{}}
	for _, f := range export.Joined() {
		o.joined[f.Path] = &joined{JoinedFile: f}
	}
	return o
}

// add stages finished files and returns the pages among them that search
// engines should know of. It may be called from many goroutines.
func (o *output) add(files []site.File) (pages []string, err error) {
	for _, f := range files {
		if o.stage != nil {
			if err := o.stage.Add(f); err != nil {
				return nil, err
			}
		}
		if strings.HasSuffix(f.Path, ".html") && f.Path != "404.html" {
			pages = append(pages, f.Path)
		}
	}
	return pages, nil
}

// join takes a story's pages and its share of the joined files.
func (o *output) join(pages []string, chunks []site.Chunk) error {
	o.pages = append(o.pages, pages...)
	for _, c := range chunks {
		if len(c.Bytes) == 0 {
			continue
		}
		f := o.joined[c.Path]
		before := f.Separator
		if !f.begun {
			f.begun = true
			before = f.Header
		}
		if err := o.append(c.Path, []byte(before), c.Bytes); err != nil {
			return err
		}
	}
	return nil
}

// close writes what ends the joined files.
func (o *output) close() error {
	for _, f := range export.Joined() {
		end := f.Footer
		if !o.joined[f.Path].begun {
			end = f.Header + end
		}
		if err := o.append(f.Path, []byte(end)); err != nil {
			return err
		}
	}
	return nil
}

func (o *output) append(path string, pieces ...[]byte) error {
	if o.stage == nil {
		return nil
	}
	for _, p := range pieces {
		if err := o.stage.Append(path, p); err != nil {
			return err
		}
	}
	return nil
}

func (o *output) sortedPages() []string {
	slices.Sort(o.pages)
	return o.pages
}
