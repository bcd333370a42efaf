package sitetest

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// An article's page has the text of the document letter for letter, with every
// blank and line break between, but for the links that the page adds (class
// ref). So whoever leaves these out finds each annotation's position on the page.
func TestArticlePagesHaveTheTextToTheLetter(t *testing.T) {
	dataSites(t, func(t *testing.T, s *site, base string) {
		var articles []map[string]any
		if err := json.Unmarshal(s.files["data/articles.json"], &articles); err != nil {
			t.Fatal(err)
		}
		for _, a := range articles {
			name := a["story"].(string) + "/articles/" + a["id"].(string) + ".html"
			for _, part := range []string{"title", "published_as", "body"} {
				want, _ := a[part].(string)
				var b strings.Builder
				if e := s.pages[name].ids[part]; e != nil && want != "" {
					printed(&b, e)
				}
				if got := b.String(); got != want {
					at := 0
					for at < min(len(got), len(want)) && got[at] == want[at] {
						at++
					}
					t.Errorf("%s#%s: from letter %d on it is %.60q, not %.60q", name, part, at, got[at:], want[at:])
				}
			}
		}
	})
}

// printed writes the text of an element without what the page adds.
func printed(b *strings.Builder, n *html.Node) {
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
	}
	if slices.Contains(strings.Fields(attr(n, "class")), "ref") {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		printed(b, c)
	}
}
