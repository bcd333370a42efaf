package content

import (
	"os"
	"testing"
)

// TestRealContent reads the newsroom's own content: it has no mistakes, and no
// article is lost.
func TestRealContent(t *testing.T) {
	f, err := Open("../../content")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	room, diags, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range room.Stories {
		story, more, err := f.Story(id, &room)
		if err != nil {
			t.Fatal(err)
		}
		diags = append(diags, more...)
		articles, _ := os.ReadDir("../../content/stories/" + id + "/articles")
		claims, _ := os.ReadDir("../../content/stories/" + id + "/claims")
		if len(story.Articles) != len(articles) || len(story.Claims) != len(claims) {
			t.Errorf("%s: %d articles and %d claims read, of %d and %d files", id, len(story.Articles), len(story.Claims), len(articles), len(claims))
		}
	}
	for _, d := range diags.Sorted() {
		p := d.Span.File.Position(d.Span.Start)
		t.Errorf("%s:%d:%d: %s: %s\n%s", d.Span.File.Path, p.Line, p.Column, d.Severity, d.Message, d.Hint)
	}
	if len(room.Stories) == 0 || room.Site.Title == "" {
		t.Error("nothing was read")
	}
}
