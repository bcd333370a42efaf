package sitetest

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Text from content is text: no element, attribute or address of the hostile
// newsroom comes to life, and every letter of it is still there to read.
func TestNothingOfAHostileNewsroomComesToLife(t *testing.T) {
	s := build(t, "testdata/hostile/content", "")
	allowed := map[string]bool{}
	for _, page := range build(t, "testdata/golden/content", "https://second-look.example/checks").pages {
		for n := range page.root.Descendants() {
			if n.Type == html.ElementNode && n.Data == "script" {
				allowed[attr(n, "src")+"|"+text(n)] = true
			}
		}
	}
	for name, page := range s.pages {
		alerts := false
		for n := range page.root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			switch n.Data {
			case "script":
				if !allowed[attr(n, "src")+"|"+text(n)] && attr(n, "type") != "application/ld+json" && attr(n, "type") != "application/json" {
					t.Errorf("%s: a script %q", name, text(n))
				}
			case "img", "iframe", "object", "embed", "form", "base", "textarea", "template":
				t.Errorf("%s: an element %s", name, n.Data)
			case "style":
				if strings.Contains(text(n), "evil") {
					t.Errorf("%s: a foreign style", name)
				}
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "srcdoc" {
					t.Errorf("%s: an attribute %s=%q", name, a.Key, a.Val)
				}
				if slices.Contains([]string{"href", "src", "xlink:href", "action"}, a.Key) {
					address := strings.ToLower(strings.TrimSpace(a.Val))
					for _, scheme := range []string{"javascript:", "vbscript:", "data:text"} {
						if strings.HasPrefix(address, scheme) {
							t.Errorf("%s: an address %q", name, a.Val)
						}
					}
				}
			}
			alerts = alerts || strings.Contains(text(n), "alert(")
		}
		if !alerts && name != "404.html" {
			t.Errorf("%s: the site's title is not there to read", name)
		}
	}
	for _, l := range s.pages["break-out/articles/two.html"].links {
		if strings.HasPrefix(l.address, "https://linked.example/") && !strings.Contains(l.rel, "nofollow") {
			t.Errorf("the site vouches for an address in an article: rel=%q", l.rel)
		}
	}
	for name := range s.files {
		if strings.Contains(name, "..") || strings.ContainsAny(name, "<>\"' ") {
			t.Errorf("a file is named %q", name)
		}
	}
}
