package export

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
)

// reviewed is a story with a claim for each date: published, or published and
// updated.
func reviewed(story string, dates ...string) factcheck.Digest {
	d := factcheck.Digest{Story: story, Title: "A story", Articles: []factcheck.ArticleDigest{{ID: "one", Name: "One"}}}
	for i, date := range dates {
		published, updated, _ := strings.Cut(date, "/")
		d.Claims = append(d.Claims, factcheck.ClaimDigest{
			ID: fmt.Sprintf("c%d", i), Text: fmt.Sprintf("%s c%d", story, i), Published: on(published), Updated: on(updated), Articles: []string{"one"},
		})
	}
	return d
}

func readFeeds(t *testing.T, files []site.File) (a atomFeed, j jsonFeedFile) {
	t.Helper()
	if err := xml.Unmarshal(files[0].Bytes, &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(files[1].Bytes, &j); err != nil {
		t.Fatal(err)
	}
	return a, j
}

func TestFeedsTellTheNewestReviewFirst(t *testing.T) {
	room := &factcheck.Newsroom{Site: factcheck.Site{Title: "Checks"}}
	a, j := readFeeds(t, feeds(room, []factcheck.Digest{
		reviewed("a", "2024-05-01", "", "2024-03/2024-05-04", "2023"),
		reviewed("b", "2024-05-03T23:30+02:00", "2024-05-03T22:00Z", "2024-05-01", "/2024-05-02T09:15"),
	}))
	var got []string
	for _, e := range a.Entries {
		got = append(got, e.Title+" "+e.Published+" "+e.Updated)
	}
	want := []string{
		"a c2 2024-03-01T00:00:00Z 2024-05-04T00:00:00Z",
		"b c1 2024-05-03T22:00:00Z 2024-05-03T22:00:00Z",
		"b c0 2024-05-03T21:30:00Z 2024-05-03T21:30:00Z",
		"b c3  2024-05-02T09:15:00Z",
		"a c0 2024-05-01T00:00:00Z 2024-05-01T00:00:00Z",
		"b c2 2024-05-01T00:00:00Z 2024-05-01T00:00:00Z",
		"a c3 2023-01-01T00:00:00Z 2023-01-01T00:00:00Z",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if a.Updated != "2024-05-04T00:00:00Z" {
		t.Errorf("the feed was updated %s", a.Updated)
	}
	if n := len(j.Items); n != 8 || j.Items[7].Title != "a c1" || j.Items[7].Published+j.Items[7].Modified != "" {
		t.Errorf("the claim without a date: %+v", j.Items[n-1])
	}
	if first, third := j.Items[0], j.Items[3]; first.Published != "2024-03-01T00:00:00Z" || first.Modified != "2024-05-04T00:00:00Z" || third.Published != "" || third.Modified != "2024-05-02T09:15:00Z" {
		t.Errorf("%+v\n%+v", first, third)
	}
}

// An id is made of where the claim lies, so that no edit makes old claims news.
func TestFeedIDsOutliveTitlesAndAddresses(t *testing.T) {
	ids := func(site factcheck.Site, text string) (all []string) {
		d := reviewed("a", "2024-05-01", "2024-05-02")
		d.Title = text
		for i := range d.Claims {
			d.Claims[i].Text = text
		}
		a, j := readFeeds(t, feeds(&factcheck.Newsroom{Site: site}, []factcheck.Digest{d}))
		for i, e := range a.Entries {
			if e.ID != j.Items[i].ID {
				t.Errorf("Atom has %s, JSON Feed %s", e.ID, j.Items[i].ID)
			}
			all = append(all, e.ID)
		}
		return append(all, a.ID)
	}
	desk := factcheck.Publisher{Name: "The Desk"}
	want := ids(factcheck.Site{Title: "Checks", Publisher: desk}, "The dam broke")
	for _, site := range []factcheck.Site{
		{Title: "Checks", Publisher: desk, BaseURL: "https://x.example"},
		{Title: "Other", Publisher: desk, BaseURL: "https://y.example/z"},
		{Title: "Other", Publisher: factcheck.Publisher{Name: "New owners"}, ID: "The Desk"},
	} {
		if got := ids(site, "The dam held"); !slices.Equal(got, want) {
			t.Errorf("%+v: %v, before %v", site, got, want)
		}
	}
	for _, id := range ids(factcheck.Site{Title: "Checks", Publisher: factcheck.Publisher{Name: "Others"}}, "The dam broke") {
		if slices.Contains(want, id) {
			t.Errorf("two newsrooms have the id %s", id)
		}
	}
	// Published once, so never to change.
	if want[1] != "urn:uuid:6b879b8d-8bbe-5bd1-92a0-2b6f9d5e61d3" {
		t.Errorf("the id of a/claims/c0 is %s", want[1])
	}
}

func TestFeedsAreShortHoweverManyClaims(t *testing.T) {
	var digests []factcheck.Digest
	for i := range 300 {
		d := reviewed(fmt.Sprintf("s%03d", i), slices.Repeat([]string{fmt.Sprintf("20%02d-05-01", i%24)}, 100)...)
		for j := range d.Claims {
			d.Claims[j].Articles = slices.Repeat([]string{"one"}, 200)
		}
		digests = append(digests, d)
	}
	files := feeds(&factcheck.Newsroom{}, digests)
	a, j := readFeeds(t, files)
	if len(a.Entries) != maxEntries || len(j.Items) != maxEntries {
		t.Errorf("%d entries, %d items", len(a.Entries), len(j.Items))
	}
	for _, f := range files {
		if len(f.Bytes) > 200_000 {
			t.Errorf("%s has %d bytes", f.Path, len(f.Bytes))
		}
	}
	if a.Entries[0].Title != "s023 c0" || !strings.Contains(a.Entries[0].Content.Text, "and 188 more") {
		t.Errorf("%+v", a.Entries[0])
	}
}

func TestFeedWithoutDatesIsStillAFeed(t *testing.T) {
	for _, digests := range [][]factcheck.Digest{nil, {reviewed("a", "", "")}} {
		a, j := readFeeds(t, feeds(&factcheck.Newsroom{Site: factcheck.Site{Title: "Checks"}}, digests))
		if a.Updated != "1970-01-01T00:00:00Z" || len(a.Entries) != 0 || a.Author.Name != "Checks" {
			t.Errorf("%+v", a)
		}
		if j.Items == nil {
			t.Error("feed.json has no items, and not none")
		}
	}
}

func TestFeedContentIsEscaped(t *testing.T) {
	const evil = `<script>alert("x")</script> & "more"`
	room := &factcheck.Newsroom{
		Site:    factcheck.Site{Title: evil, Language: "en", BaseURL: "https://x.example/y", Verdicts: []factcheck.Verdict{{ID: "v", Label: evil, Meaning: evil}}},
		Outlets: []factcheck.Outlet{{ID: "o", Name: evil}},
	}
	d := reviewed("a", "2024-05-01")
	d.Title = evil
	d.Articles[0] = factcheck.ArticleDigest{ID: "one", Name: evil, Outlet: "o", PublishedAs: evil, Language: "ar"}
	c := &d.Claims[0]
	c.Text, c.Claimant, c.Conclusion, c.Verdict, c.Author, c.Topics = evil, evil, evil+" [all](/about.html) [bad](javascript:alert(1))", "v", evil, []string{evil}
	a, j := readFeeds(t, feeds(room, []factcheck.Digest{d}))
	content := a.Entries[0].Content.Text
	if content != j.Items[0].HTML {
		t.Error("the feeds differ")
	}
	if strings.Contains(content, "<script") || strings.Contains(content, "javascript:") || strings.Count(content, "&lt;script&gt;") != 8 {
		t.Errorf("%s", content)
	}
	for _, want := range []string{`<a href="https://x.example/y/about.html">all</a>`, `<a href="https://x.example/y/a/articles/one.html" lang="ar">`, `<a href="https://x.example/y/a/claims/c0.html">`} {
		if !strings.Contains(content, want) {
			t.Errorf("no %s in %s", want, content)
		}
	}
	if a.Title != evil || a.Entries[0].Title != evil || a.Entries[0].Categories[0].Term != evil || a.Entries[0].Author.Name != evil {
		t.Errorf("%+v", a)
	}
}
