package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
)

func items(n int) (list []string) {
	for i := range n {
		list = append(list, fmt.Sprintf("story-%03d", i))
	}
	return list
}

func named(id string) work { return work{digest: factcheck.Digest{Story: id}} }

func TestResultsAreJoinedInOrder(t *testing.T) {
	for _, n := range []int{0, 1, 7, 200} {
		var got []string
		var begun, joined atomic.Int32
		var most int32
		err := inOrder(items(n), func(id string) work {
			begun.Add(1)
			if strings.HasSuffix(id, "3") {
				time.Sleep(time.Millisecond) // one that takes longer
			}
			return named(id)
		}, func(w work) error {
			most = max(most, begun.Load()-joined.Load())
			joined.Add(1)
			got = append(got, w.digest.Story)
			return nil
		})
		if err != nil || strings.Join(got, " ") != strings.Join(items(n), " ") {
			t.Errorf("%d items: %v, %v", n, err, got)
		}
		if limit := int32(6 * runtime.GOMAXPROCS(0)); most > limit {
			t.Errorf("%d items were in flight, %d at most are wanted", most, limit)
		}
	}
}

func TestFirstErrorEndsIt(t *testing.T) {
	bad := errors.New("bad")
	joined := 0
	err := inOrder(items(100), named, func(w work) error {
		if joined++; joined == 10 {
			return bad
		}
		return nil
	})
	if err != bad || joined != 10 {
		t.Errorf("%v after %d", err, joined)
	}
}

func TestPanicNamesItsStory(t *testing.T) {
	err := inOrder(items(20), func(id string) work {
		if id == "story-005" {
			panic("oh")
		}
		return named(id)
	}, func(w work) error { return w.err })
	if err == nil || !strings.Contains(err.Error(), "story-005") || !strings.Contains(err.Error(), "oh") {
		t.Errorf("got %v", err)
	}
}

func TestOverlay(t *testing.T) {
	base := fstest.MapFS{"a.html": {Data: []byte("base a")}, "b.html": {Data: []byte("base b")}, "sub/c.html": {Data: []byte("base c")}}
	over := fstest.MapFS{"b.html": {Data: []byte("over b")}, "sub/d.html": {Data: []byte("over d")}}
	o := overlay{over, base, "over"}
	var got []string
	if err := fs.WalkDir(o, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			b, e := fs.ReadFile(o, name)
			got, err = append(got, name+"="+string(b)), e
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if s := strings.Join(got, ", "); s != "a.html=base a, b.html=over b, sub/c.html=base c, sub/d.html=over d" {
		t.Errorf("got %s", s)
	}
	if f, err := Overlay(base, ""); err != nil || f == nil {
		t.Errorf("no folder: %v", err)
	}
	if _, err := Overlay(base, t.TempDir()+"/none"); err == nil {
		t.Error("a missing folder was taken")
	}
}

// A check has no stage, and everything passes through it all the same.
func TestOutputWithoutStage(t *testing.T) {
	o := newOutput(nil, &factcheck.Newsroom{})
	pages, err := o.add([]site.File{{Path: "b.html"}, {Path: "404.html"}, {Path: "x.css"}, {Path: "a.html"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.join(pages, []site.Chunk{{Path: "data/claims.json", Bytes: []byte("{}")}}); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(o.sortedPages(), " "); got != "a.html b.html" {
		t.Errorf("pages: %s", got)
	}
	if err := o.close(); err != nil {
		t.Error(err)
	}
}
