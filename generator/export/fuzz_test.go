package export

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"crosscheck/generator/factcheck"
)

// Whatever is written anywhere, JSON-LD is JSON that ends no script, and the
// feeds are XML and JSON.
func FuzzLinkedDataAndFeedsStayWhole(f *testing.F) {
	for _, seed := range []string{"", "plain", "</script><!--", "]]>&\x00\x1b\ufffe\xff", "[x](javascript:alert(1)) <b>", "\u2028\u202e", "2024-05-01", "1.\n\n- a\n# b"} {
		f.Add(seed, "2024-05-01")
		f.Add("x", seed)
	}
	f.Fuzz(func(t *testing.T, text, date string) {
		room, d := rated()
		room.Site.Title, room.Site.ID, room.Site.Verdicts[1].Label, room.Site.Verdicts[1].Meaning = text, text, text, text
		room.Outlets[0].Name = text
		c := &d.Cases[0].Claim
		c.Text, c.Claimant, c.Summary, c.SaidOn.ISO, c.Review.Author, c.Review.Published.ISO = text, text, text, date, text, date
		d.Cases[0].Witnesses[0].Text, d.Cases[0].Witnesses[0].Form = text, factcheck.Direct
		a := &d.Story.Articles[0]
		a.Title, a.Label, a.Author, a.Outlet, a.Published.ISO = text, text, text, "post", date
		for _, v := range []any{ClaimReview(room, d, &d.Cases[0].Case), NewsArticle(room, d, a), WebSite(room, text, text, text), Breadcrumbs([]Crumb{{text, text}})} {
			if b := LinkedData(v); !json.Valid(b) || strings.ContainsAny(string(b), "<>") {
				t.Errorf("%s", b)
			}
		}
		digest := reviewed("s", date)
		digest.Title, digest.Articles[0].Name, digest.Articles[0].PublishedAs = text, text, date
		e := &digest.Claims[0]
		e.Text, e.Claimant, e.Conclusion, e.Author, e.Topics, e.Verdict = text, text, text, text, []string{text}, "part"
		files := feeds(room, []factcheck.Digest{digest})
		if !json.Valid(files[1].Bytes) {
			t.Errorf("%s", files[1].Bytes)
		}
		for x := xml.NewDecoder(strings.NewReader(string(files[0].Bytes))); ; {
			if _, err := x.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%v\n%s", err, files[0].Bytes)
			}
		}
	})
}
