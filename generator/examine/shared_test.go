package examine

import (
	"testing"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

func TestSharedPassagesLieInTheBodies(t *testing.T) {
	const dispatch = "The lock keeper opened the upper gates before dawn, and forty barges drifted into the weir."
	book := factcheck.Casebook{Story: factcheck.Story{Articles: []factcheck.Article{
		{ID: "a", Title: dispatch, Body: markdown.Plain("Nothing of it.")},
		{ID: "b", Body: markdown.Article("It *rained*.\n\n> The lock keeper **opened** the upper gates before dawn, and forty barges drifted into the weir.\n")},
		{ID: "c", Body: markdown.Plain(dispatch)},
	}}}
	d, _ := Story(&factcheck.Newsroom{}, book)
	if len(d.Shared.Passages) != 1 || len(d.Shared.Articles) != 3 || d.Shared.Articles[0].Shared != 0 || d.Shared.Articles[0].Words != 3 {
		t.Fatalf("%+v", d.Shared)
	}
	p := d.Shared.Passages[0]
	if !p.Exact || p.Quoted || len(p.Places) != 2 || p.Places[0].Article != "b" || p.Places[1].Article != "c" {
		t.Fatalf("%+v", p)
	}
	for _, c := range p.Places {
		if got := book.Story.Article(c.Article).Text(c.Part)[c.Start:c.End] + "."; got != dispatch || c.Words != 16 {
			t.Errorf("%d words of %s: %q", c.Words, c.Article, got)
		}
	}
}
