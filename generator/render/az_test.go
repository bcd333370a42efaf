package render

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"crosscheck/generator/factcheck"
)

func TestWhatAnEntryIsFiledUnder(t *testing.T) {
	for _, c := range []struct{ text, key, slug string }{
		{"The Taliban “strongly” favour it", "taliban strongly favour it", "t"},
		{"A", "a", "a"},
		{"“Élan” vital", "elan vital", "e"},
		{"7,792 dead", "7792 dead", "0-9"},
		{"Ångström", "angstrom", "a"},
		{"Ελλάδα", "ελλαδα", "greek"},
		{"Єгипет", "єгипет", "cyrillic"},
		{"كابول", "كابول", "arabic"},
		{"北京", "北京 京", "han"},
		{"…", "", "other"},
		{"ŋ", "ŋ", "other"},
	} {
		key := filed(c.text)
		if key != c.key || initialOf(key).slug != c.slug {
			t.Errorf("%q is filed as %q under %q, not as %q under %q", c.text, key, initialOf(key).slug, c.key, c.slug)
		}
	}
}

// Of a large site, every thing stands on exactly one page of the index, each
// page is light, and search.html leads to all of them.
func TestLargeIndexIsCompleteAndLight(t *testing.T) {
	room := newsroom()
	r := renderer(t, room)
	var digests []factcheck.Digest
	for s := range 100 {
		d := factcheck.Digest{Story: fmt.Sprintf("story-%d", s), Title: fmt.Sprintf("The story %c %d", 'A'+s%26, s)}
		for c := range 40 {
			d.Claims = append(d.Claims, factcheck.ClaimDigest{ID: fmt.Sprintf("c%d", c), Text: fmt.Sprintf("%c statement of some length, as claims are, number %d", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0ΑБ"[(s*c)%26], c)})
		}
		digests = append(digests, d)
	}
	list, err := r.Site(digests)
	if err != nil {
		t.Fatal(err)
	}
	entries := map[string]int{}
	pages := map[string]bool{}
	front := ""
	item := regexp.MustCompile(`<li><a href="([^"]*)"[^>]*>[^<]*</a> <span class="aside">(Claim|Story)`)
	for _, f := range list {
		switch {
		case f.Path == "search.html":
			front = string(f.Bytes)
		case !strings.HasPrefix(f.Path, "search/"):
			continue
		}
		pages[f.Path] = true
		if len(f.Bytes) > 40_000 {
			t.Errorf("%s has %d bytes", f.Path, len(f.Bytes))
		}
		for _, m := range item.FindAllStringSubmatch(string(f.Bytes), -1) {
			entries[strings.TrimLeft(m[1], "./")]++
		}
	}
	for i := range digests {
		d := &digests[i]
		if n := entries[d.Story+"/index.html"]; n != 1 {
			t.Fatalf("story %s stands %d times in the index", d.Story, n)
		}
		for _, c := range d.Claims {
			if n := entries[d.Story+"/claims/"+c.ID+".html"]; n != 1 {
				t.Fatalf("claim %s of %s stands %d times in the index", c.ID, d.Story, n)
			}
		}
	}
	for p := range pages {
		if strings.Count(p, "/") == 1 && !strings.Contains(front, `href="`+p+`"`) {
			t.Errorf("search.html does not lead to %s", p)
		}
	}
	if len(pages) < 40 {
		t.Errorf("only %d pages", len(pages))
	}
}
