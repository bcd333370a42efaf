package render

import (
	"strconv"
	"strings"
	"testing"

	"crosscheck/generator/examine"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// BenchmarkStory renders a story of the size that the project's own limit is
// about: five articles of some 500 words, three claims.
func BenchmarkStory(b *testing.B) {
	room, d := sized(b)
	r := renderer(b, room)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		files, err := r.Story(d)
		if err != nil {
			b.Fatal(err)
		}
		n = 0
		for _, f := range files {
			n += len(f.Bytes)
		}
	}
	b.ReportMetric(float64(n), "bytes/story")
}

// BenchmarkSite renders the site-wide pages of a thousand such stories.
func BenchmarkSite(b *testing.B) {
	room, d := sized(b)
	r := renderer(b, room)
	digests := make([]factcheck.Digest, 1000)
	for i := range digests {
		digests[i] = examine.Digest(d)
		digests[i].Story = "story-" + strconv.Itoa(i)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Site(digests); err != nil {
			b.Fatal(err)
		}
	}
}

// sized grows the fixture: its articles to 500 words, the claim with five
// wordings three times.
func sized(tb testing.TB) (*factcheck.Newsroom, *factcheck.Dossier) {
	room, d := fixture(tb)
	filler := strings.Repeat("\n\nThe boats of the northern line were late again on Friday, and nobody on the quay could say why the timetable had been changed.", 18)
	articles := d.Story.Articles
	articles = append(articles, articles[2])
	articles[4].ID, articles[4].Siglum = "post-2", "E"
	for i := range articles {
		a := &articles[i]
		if a.ID != "note" {
			a.Body = markdown.Plain(a.Body.Plain + filler)
		}
	}
	d.Story.Articles = articles
	for i := 1; i < 3; i++ {
		id := d.Cases[i].Claim.ID
		d.Cases[i] = d.Cases[0]
		d.Cases[i].Claim.ID = id
	}
	return room, d
}
