// Package generator is the program: content in, site out.
//
// [Build] reads from top to bottom as the work goes. A story is the unit of
// work: stories are read, anchored, examined and rendered side by side on all
// cores, joined in the order of their ids, and forgotten but for the digest
// that the site-wide pages need. Memory is bounded by the stories in flight and
// the digests.
package generator

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"crosscheck/generator/anchor"
	"crosscheck/generator/content"
	"crosscheck/generator/diag"
	"crosscheck/generator/examine"
	"crosscheck/generator/export"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/publish"
	"crosscheck/generator/render"
	"crosscheck/generator/search"
	"crosscheck/generator/site"
)

// Options says what to build, and where. Content, Templates and Static are
// required, Out only for Build.
type Options struct {
	Content   string // folder
	Out       string // folder
	Templates fs.FS
	Static    fs.FS
	BaseURL   string // absolute; overrides that of site.yaml if not empty

	// Progress, if set, is told how many of all stories are done. It is not
	// called from two goroutines at once.
	Progress func(done, all int)
}

// Report tells what was found and what was made.
type Report struct {
	Diagnostics diag.List // sorted, without doubles
	BaseURL     string    // in effect; empty if unknown
	Untold      []string  // what readers of fact checks are owed and the content does not say

	Stories, Claims, Articles int
	Findings                  int             // not dismissed
	Unreviewed                int             // of these, proposed by the program and not yet judged by an editor
	Drawn                     int             // share images; those that were there already are not drawn
	Published                 publish.Summary // of a Build without errors
}

// OK reports whether nothing keeps the site from being built.
func (r *Report) OK() bool { return r.Diagnostics.Errors() == 0 }

// Check does all that Build does, and writes nothing.
func Check(o Options) (Report, error) { return run(o, nil) }

// Build makes the site. Where the content has errors, or anything fails, the
// site that is there stays as it was.
func Build(o Options) (Report, error) {
	stage, err := publish.Begin(o.Out)
	if err != nil {
		return Report{}, err
	}
	defer stage.Discard()
	report, err := run(o, stage)
	if err != nil || !report.OK() {
		return report, err
	}
	report.Published, err = stage.Commit()
	return report, err
}

// A work is what becomes of one story.
type work struct {
	diagnostics diag.List
	digest      factcheck.Digest
	chunks      []site.Chunk
	pages       []string
	links       []siteLink
	share       search.Share
	err         error
}

func run(o Options, stage *publish.Stage) (report Report, err error) {
	folder, err := content.Open(o.Content)
	if err != nil {
		return report, err
	}
	defer folder.Close()
	room, diagnostics, err := folder.Load()
	if err != nil {
		return report, located(o.Content, "", err)
	}
	if o.BaseURL != "" {
		room.Site.BaseURL = strings.TrimRight(o.BaseURL, "/")
	}
	if base, err := site.Base(room.Site.BaseURL); err == nil {
		room.Site.BaseURL = base // in one form wherever it is written
	}
	renderer, err := render.New(render.Options{Templates: o.Templates, Static: o.Static, Room: &room})
	if err != nil {
		return report, err
	}
	out := newOutput(stage, &room)

	var broken atomic.Bool // nothing is rendered for a site that will not be built
	broken.Store(diagnostics.Errors() > 0)
	story := func(id string) (w work) {
		read, more, err := folder.Story(id, &room)
		if err != nil {
			return work{err: located(o.Content, "stories/"+id, err)}
		}
		book, unanchored := anchor.Quotes(read)
		dossier, rulings := examine.Story(&room, book)
		w.diagnostics = slices.Concat(more, unanchored, rulings)
		w.digest = examine.Digest(&dossier)
		w.links = storyLinks(&read)
		if w.diagnostics.Errors() > 0 {
			broken.Store(true)
		}
		if broken.Load() {
			return w
		}
		files, err := renderer.Story(&dossier)
		if err != nil {
			return work{err: err}
		}
		if w.pages, err = out.add(files); err != nil {
			return work{err: err}
		}
		if err := out.draw(renderer.StoryCards(&dossier)); err != nil {
			return work{err: err}
		}
		if room.Site.Search {
			w.share = search.Story(&dossier)
		}
		w.chunks, w.err = export.Story(&room, &dossier)
		return w
	}

	var links []siteLink
	for _, p := range room.Pages {
		links = siteLinks(links, p.File, 0, -1)
	}
	digests := make([]factcheck.Digest, 0, len(room.Stories))
	shares := make([]search.Share, 0, len(room.Stories))
	err = inOrder(room.Stories, story, func(w work) error {
		diagnostics = append(diagnostics, w.diagnostics...)
		digests = append(digests, w.digest)
		shares = append(shares, w.share)
		links = append(links, w.links...)
		if o.Progress != nil {
			o.Progress(len(digests), len(room.Stories))
		}
		if w.err != nil {
			return w.err
		}
		return out.join(w.pages, w.chunks)
	})
	report = Report{Diagnostics: diagnostics.Sorted(), BaseURL: room.Site.BaseURL, Untold: untold(&room)}
	report.count(digests)
	if err != nil || !report.OK() {
		return report, err
	}

	files, err := renderer.Site(digests)
	if err != nil {
		return report, err
	}
	pages, err := out.add(files)
	if err != nil {
		return report, err
	}
	if err := out.join(pages, nil); err != nil {
		return report, err
	}
	if err := out.draw(renderer.SiteCards()); err != nil {
		return report, err
	}
	if room.Site.Search {
		if _, err := out.add(search.Site(&room, digests, shares)); err != nil {
			return report, err
		}
	}
	if _, err = out.add(export.Site(&room, digests, out.sortedPages())); err != nil {
		return report, err
	}
	report.Drawn = int(out.drawn.Load())
	report.Diagnostics = append(report.Diagnostics, deadLinks(links, append(out.sortedPages(), "404.html"))...).Sorted()
	return report, out.close()
}

// located gives an error about a file of the content the whole path of it: what
// os.Root reports begins at the folder that it was opened for, below.
func located(content, below string, err error) error {
	var p *fs.PathError
	if !errors.As(err, &p) || filepath.IsAbs(p.Path) || !strings.HasSuffix(p.Op, "at") {
		return err
	}
	name := p.Path
	if name != below {
		name = path.Join(below, name)
	}
	return &fs.PathError{Op: strings.TrimSuffix(p.Op, "at"), Path: filepath.Join(content, filepath.FromSlash(name)), Err: p.Err}
}

func (r *Report) count(digests []factcheck.Digest) {
	r.Stories = len(digests)
	for i := range digests {
		r.Claims += len(digests[i].Claims)
		r.Articles += len(digests[i].Articles)
		for _, f := range digests[i].Findings {
			if f.Status != factcheck.Dismissed {
				r.Findings++
				if !f.ByEditor && f.Status == factcheck.Proposed {
					r.Unreviewed++
				}
			}
		}
	}
}
