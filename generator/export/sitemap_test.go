package export

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"crosscheck/generator/factcheck"
)

func TestSitemapTakesDatesOfChangeFromReviews(t *testing.T) {
	room := &factcheck.Newsroom{Site: factcheck.Site{BaseURL: "https://x.example"}, Pages: []factcheck.Page{{ID: "about"}, {ID: "errors", Markdown: "We err.\n\n{{corrections}}\n"}}}
	a := reviewed("a", "2024-05-01", "2024-03-01/2024-05-04T10:00+02:00", "", "2024-05-02T10:00")
	a.Topics = []string{"Dams"}
	a.Articles = append(a.Articles, factcheck.ArticleDigest{ID: "two", Outlet: "post"}, factcheck.ArticleDigest{ID: "three", Outlet: "wire"})
	for i := range a.Claims {
		a.Claims[i].Reviewed = later(a.Claims[i].Published, a.Claims[i].Updated)
	}
	a.Claims[0].Articles, a.Claims[0].Claimant, a.Claims[0].Topics = []string{"two"}, "Ann Lee", []string{"Fire"}
	a.Claims[3].Corrections = []factcheck.Correction{{Date: on("2024-05-03")}}
	b := reviewed("b", "")
	changed := newChanges(room, []factcheck.Digest{a, b})
	for page, want := range map[string]string{
		"index.html":              "2024-05-04T10:00+02:00",
		"index/2.html":            "2024-05-04T10:00+02:00",
		"findings.html":           "2024-05-04T10:00+02:00",
		"findings/3.html":         "2024-05-04T10:00+02:00",
		"outlets/index.html":      "2024-05-04T10:00+02:00",
		"outlets/index/2.html":    "2024-05-04T10:00+02:00",
		"outlets/post.html":       "2024-05-01",
		"outlets/post/2.html":     "2024-05-01",
		"outlets/wire.html":       "", // no claim quotes it
		"claimants/ann-lee.html":  "2024-05-01",
		"topics/fire.html":        "2024-05-01",
		"topics/dams.html":        "2024-05-04T10:00+02:00",
		"about.html":              "",
		"errors.html":             "2024-05-03",
		"corrections.html":        "2024-05-03",
		"a/index.html":            "2024-05-04T10:00+02:00",
		"a/chronology.html":       "2024-05-04T10:00+02:00",
		"a/claims/c0.html":        "2024-05-01",
		"a/claims/c1.html":        "2024-05-04T10:00+02:00",
		"a/claims/c2.html":        "",
		"a/claims/c3.html":        "2024-05-03",
		"a/articles/two.html":     "2024-05-01",
		"a/articles/three.html":   "",
		"b/index.html":            "",
		"b/sources.html":          "",
		"b/claims/c0.html":        "",
		"b/articles/one.html":     "",
		"claimants/index.html":    "2024-05-04T10:00+02:00",
		"a/articles/unknown.html": "",
	} {
		if got := changed.of(page).ISO; got != want {
			t.Errorf("%s changed %q, want %q", page, got, want)
		}
	}
}

func TestSitemapDatesAreThoseOfTheW3C(t *testing.T) {
	for iso, want := range map[string]string{
		"2024": "2024", "2024-05": "2024-05", "2024-05-03": "2024-05-03",
		"2024-05-03T10:00": "2024-05-03", "2024-05-03T10:00:01": "2024-05-03", // a time without a zone is none
		"2024-05-03T10:00Z": "2024-05-03T10:00Z", "2024-05-03T10:00:01-03:00": "2024-05-03T10:00:01-03:00",
	} {
		if got := w3cDate(factcheck.Date{ISO: iso}); got != want {
			t.Errorf("%s is written %s, want %s", iso, got, want)
		}
	}
}

func TestLargeSitesHaveAnIndexOfSitemaps(t *testing.T) {
	room := &factcheck.Newsroom{Site: factcheck.Site{BaseURL: "https://x.example"}}
	d := reviewed("s", "2024-05-01")
	d.Claims[0].Reviewed = on("2024-05-01")
	pages := []string{"s/claims/c0.html"}
	for i := range maxSitemap {
		pages = append(pages, fmt.Sprintf("s/articles/%d.html", i))
	}
	files := sitemap(room, pages, newChanges(room, []factcheck.Digest{d}))
	if len(files) != 3 || files[2].Path != "sitemap.xml" {
		t.Fatalf("a site of %d pages has %d sitemaps", len(pages), len(files))
	}
	if n := strings.Count(string(files[0].Bytes), "<loc>"); n != maxSitemap {
		t.Errorf("the first sitemap holds %d addresses", n)
	}
	var index struct {
		XMLName  xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Sitemaps []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
		} `xml:"sitemap"`
	}
	if err := xml.Unmarshal(files[2].Bytes, &index); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(index.Sitemaps); got != "[{https://x.example/sitemap-1.xml 2024-05-01} {https://x.example/sitemap-2.xml }]" {
		t.Error(got)
	}
}
