package sitetest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
)

// sharedArticle is what articles.json says of shared text.
type sharedArticle struct {
	Story, ID, Body string
	Words           int
	SharedWords     int `json:"shared_words"`
	Shared          []struct {
		Passage, Start, End int
		Exact               bool
	}
}

// Every shared passage of the data stands on the story's sources page in the
// words of each article, leads from there to its place in the article, and back.
func TestSharedPassagesAreLinkedOnBothSides(t *testing.T) {
	for _, folder := range []string{content, "testdata/golden/content", "testdata/hostile/content"} {
		s := build(t, folder, "")
		var articles []sharedArticle
		if err := json.Unmarshal(s.files["data/articles.json"], &articles); err != nil {
			t.Fatal(err)
		}
		passages := 0
		for _, a := range articles {
			if a.SharedWords > a.Words || (a.SharedWords > 0) != (len(a.Shared) > 0) {
				t.Errorf("%s/%s: %d of %d words in %d passages", a.Story, a.ID, a.SharedWords, a.Words, len(a.Shared))
			}
			sources := s.pages[a.Story+"/sources.html"]
			article := s.pages[a.Story+"/articles/"+a.ID+".html"]
			if sources == nil || article == nil {
				t.Fatalf("%s has no page of sources, or %s no page", a.Story, a.ID)
			}
			body := readPart(article, "body")
			points := []rune(a.Body)
			for _, p := range a.Shared {
				passages++
				where := fmt.Sprintf("%s/%s, passage %d", a.Story, a.ID, p.Passage)
				begins := len(squeeze(string(points[:p.Start])))
				if at, ok := body.begin[fmt.Sprint("shared-", p.Passage)]; !ok || at != begins {
					t.Errorf("%s: the article has no mark where it begins", where)
				}
				back := fmt.Sprint("../sources.html#passage-", p.Passage)
				if !slices.ContainsFunc(article.links, func(l link) bool { return l.address == back }) {
					t.Errorf("%s: no way from the article to the passages side by side", where)
				}
				section := sources.ids[fmt.Sprint("passage-", p.Passage)]
				if section == nil {
					t.Errorf("%s does not stand on the page of sources", where)
					continue
				}
				there, shown := false, false
				for n := range section.Descendants() {
					if n.Data == "a" && attr(n, "href") == fmt.Sprintf("articles/%s.html#shared-%d", a.ID, p.Passage) {
						there = true
					}
					if n.Type == html.ElementNode && n.Data == "blockquote" {
						shown = shown || bare(text(n)) == bare(string(points[p.Start:p.End]))
					}
				}
				if !there || !shown {
					t.Errorf("%s: leads to the article: %v; shown in its words: %v", where, there, shown)
				}
			}
		}
		if passages == 0 {
			t.Errorf("%s: no article shares text with another", folder)
		}
		for name, page := range s.pages {
			if strings.HasSuffix(name, "/sources.html") && strings.Contains(strings.ToLower(text(page.root)), "copied") {
				t.Errorf("%s says who copied", name)
			}
		}
	}
}

// bare is a text's letters and figures, in lower case.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// What a reader is told of shared text without seeing the picture.
func TestThePictureOfSharedTextIsDescribed(t *testing.T) {
	s := build(t, "testdata/golden/content", "")
	page := s.pages["ferry-bridge/sources.html"]
	description := text(page.ids["sharing-desc"])
	for _, want := range []string{"A, Harbour Post: 43% of 67 words, shared with B and C", "C, “A bridge too old”: 25% of 56 words, shared with A and B; passage 1."} {
		if !strings.Contains(description, want) {
			t.Errorf("the picture's description has no %q: %s", want, description)
		}
	}
	cells := map[string]int{}
	for n := range page.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "td" {
			cells[strings.Join(strings.Fields(text(n)), " ")]++
		}
	}
	// Of the passage the third document has but the second half, so the first two
	// share less with it than with each other.
	for _, want := range []string{"43% 29 words, 1 passage", "21% 14 words, 1 passage", "itself"} {
		if cells[want] == 0 {
			t.Errorf("the table has no cell %q: %v", want, cells)
		}
	}
}
