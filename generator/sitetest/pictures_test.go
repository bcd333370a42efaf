package sitetest

import (
	"regexp"
	"strings"
	"testing"
)

// A picture without a width takes all the room there is, unless a style sheet
// is about it, and style sheets are rewritten.
func TestEveryPictureHasItsSize(t *testing.T) {
	tag := regexp.MustCompile(`<svg[^>]*>`)
	seen := 0
	for _, test := range sites {
		s := build(t, test.content, test.base)
		for name, b := range s.files {
			if !strings.HasSuffix(name, ".html") {
				continue
			}
			for _, svg := range tag.FindAllString(string(b), -1) {
				seen++
				if !strings.Contains(svg, ` width="`) || !strings.Contains(svg, ` height="`) {
					t.Errorf("%s: %s", name, svg)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no page has a picture")
	}
}
