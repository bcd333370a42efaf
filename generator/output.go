package generator

import (
	"slices"
	"strings"
	"sync/atomic"

	"crosscheck/generator/export"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/publish"
	"crosscheck/generator/render"
	"crosscheck/generator/site"
)

// output takes what is made; for a check, which has no stage, it only counts.
// Methods but add and draw are called from one goroutine.
type output struct {
	stage  *publish.Stage
	drawn  atomic.Int64 // share images
	pages  []string
	files  []string // paths of the joined ones, in order
	joined map[string]*joined
}

type joined struct {
	export.JoinedFile
	begun   bool // a chunk has been written
	records int
}

func newOutput(stage *publish.Stage, room *factcheck.Newsroom) *output {
	o := &output{stage: stage, joined: map[string]*joined{}}
	for _, f := range export.Joined(room) {
		o.files = append(o.files, f.Path)
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

// draw stages share images. One that the site has already, made from the same
// card, is not drawn again. It may be called from many goroutines.
func (o *output) draw(cards []render.ShareCard) error {
	if o.stage == nil {
		return nil
	}
	for i := range cards {
		c := &cards[i]
		picture, err := o.stage.Old(c.Path)
		if err != nil {
			return err
		}
		if !c.Made(picture) {
			picture = c.Draw()
			o.drawn.Add(1)
		}
		if err := o.stage.Add(site.File{Path: c.Path, Bytes: picture}); err != nil {
			return err
		}
	}
	return nil
}

// join takes a story's pages and its share of the joined files.
func (o *output) join(pages []string, chunks []site.Chunk) error {
	o.pages = append(o.pages, pages...)
	for _, c := range chunks {
		if len(c.Bytes) == 0 {
			continue
		}
		f := o.joined[c.Path]
		f.records += c.Records
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
	for _, path := range o.files {
		f := o.joined[path]
		end := f.End(f.records)
		if !f.begun {
			end = f.Header + end
		}
		if err := o.append(path, []byte(end)); err != nil {
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
