package export

import (
	"encoding/json"
	"strings"
	"testing"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

func on(iso string) factcheck.Date {
	day, _ := timex.ParseDay(iso)
	return factcheck.Date{ISO: iso, Day: day}
}

func value(f float64) *float64 { return &f }

// rated is a newsroom with a scale, and a story whose one claim has a verdict.
func rated() (*factcheck.Newsroom, *factcheck.Dossier) {
	room := &factcheck.Newsroom{
		Site: factcheck.Site{Title: "Checks", Language: "en", Publisher: factcheck.Publisher{Name: "The Desk", URL: "https://desk.example/"},
			Verdicts: []factcheck.Verdict{{ID: "agree", Label: "Agree", Value: value(5)}, {ID: "part", Label: "Part", Meaning: "They *part*.", Value: value(2)}, {ID: "lone", Label: "Lone"}}},
		Outlets: []factcheck.Outlet{{ID: "post", Name: "Post", URL: "https://post.example/"}},
	}
	d := dossier()
	d.Cases[0].Claim.Verdict = "part"
	return room, d
}

func review(t *testing.T, room *factcheck.Newsroom, d *factcheck.Dossier) map[string]any {
	t.Helper()
	v := ClaimReview(room, d, &d.Cases[0].Case)
	if v == nil {
		return nil
	}
	var m map[string]any
	if err := json.Unmarshal(LinkedData(v), &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// at follows a path of keys through objects; of a list it takes the first.
func at(v any, keys ...string) any {
	for _, k := range keys {
		if list, ok := v.([]any); ok && len(list) > 0 {
			v = list[0]
		}
		m, _ := v.(map[string]any)
		v = m[k]
	}
	return v
}

func TestClaimWithoutVerdictHasNoClaimReview(t *testing.T) {
	room, d := rated()
	for _, verdict := range []string{"", "not on the scale"} {
		d.Cases[0].Claim.Verdict = verdict
		if v := ClaimReview(room, d, &d.Cases[0].Case); v != nil {
			t.Errorf("verdict %q: %v", verdict, v)
		}
		if n := len(claimReviews(room, d)); n != 0 {
			t.Errorf("verdict %q: %d items", verdict, n)
		}
	}
}

func TestRatingHasNumbersOnlyWhereTheScaleGivesThem(t *testing.T) {
	for _, test := range []struct {
		name, verdict      string
		change             func(*factcheck.Site)
		value, best, worst any
	}{
		{"of a scale", "part", func(*factcheck.Site) {}, 2.0, 5.0, 2.0},
		{"its best", "agree", func(*factcheck.Site) {}, 5.0, 5.0, 2.0},
		{"outside the scale", "lone", func(*factcheck.Site) {}, nil, nil, nil},
		{"falling numbers", "part", func(s *factcheck.Site) { s.Verdicts[1].Value = value(9) }, 9.0, 9.0, 5.0},
		{"zero is a number", "part", func(s *factcheck.Site) { s.Verdicts[1].Value = value(0) }, 0.0, 5.0, 0.0},
		{"a single number is no scale", "part", func(s *factcheck.Site) { s.Verdicts[0].Value = nil }, nil, nil, nil},
		{"equal numbers tell nothing", "part", func(s *factcheck.Site) { s.Verdicts[0].Value = value(2) }, nil, nil, nil},
		{"no numbers", "part", func(s *factcheck.Site) { s.Verdicts[0].Value, s.Verdicts[1].Value = nil, nil }, nil, nil, nil},
	} {
		room, d := rated()
		test.change(&room.Site)
		d.Cases[0].Claim.Verdict = test.verdict
		r := review(t, room, d)["reviewRating"]
		if at(r, "ratingValue") != test.value || at(r, "bestRating") != test.best || at(r, "worstRating") != test.worst {
			t.Errorf("%s: %v", test.name, r)
		}
		if explanation, _ := at(r, "ratingExplanation").(string); !strings.HasSuffix(explanation, "not who is right.") {
			t.Errorf("%s: %q", test.name, explanation)
		}
	}
	room, d := rated()
	if got := at(review(t, room, d), "reviewRating", "ratingExplanation"); got != "They part. "+whatIsRated {
		t.Errorf("%q", got)
	}
}

func TestClaimReviewSaysWhatIsStatedAndNothingElse(t *testing.T) {
	room, d := rated()
	r := review(t, room, d)
	for _, absent := range [][]string{{"datePublished"}, {"dateModified"}, {"creditText"}, {"reviewBody"}, {"correction"}, {"itemReviewed", "author"}, {"itemReviewed", "datePublished"},
		{"itemReviewed", "firstAppearance"}, {"itemReviewed", "appearance", "url"}, {"itemReviewed", "appearance", "publisher"}, {"itemReviewed", "appearance", "datePublished"}} {
		if v := at(r, absent...); v != nil {
			t.Errorf("%v is %v", absent, v)
		}
	}
	if r["@id"] != r["url"] || !strings.HasPrefix(r["url"].(string), "urn:uuid:") {
		t.Errorf("without a base URL: @id %v, url %v", r["@id"], r["url"])
	}
	id := r["@id"]

	room.Site.BaseURL = "https://x.example/y"
	c := &d.Cases[0].Claim
	c.Claimant, c.SaidOn = "Ilse", on("2024-05-02")
	c.Review = factcheck.Review{Author: "M. Reader", Published: on("2024-06"), Updated: on("2024-06-07"), Corrections: []factcheck.Correction{{Date: on("2024-06-07"), What: "A *name*."}}}
	a := &d.Story.Articles[0]
	a.Outlet, a.URL, a.Published = "post", "https://post.example/fire", on("2024-05-03")
	r = review(t, room, d)
	for _, want := range []struct {
		value string
		path  []string
	}{
		{id.(string), []string{"@id"}},
		{"https://x.example/y/s/claims/c.html", []string{"url"}},
		{"They <will>", []string{"claimReviewed"}},
		{"Part", []string{"reviewRating", "alternateName"}},
		{"The Desk", []string{"author", "name"}},
		{"https://desk.example/", []string{"author", "url"}},
		{"M. Reader", []string{"creditText"}},
		{"2024-06", []string{"datePublished"}},
		{"2024-06-07", []string{"dateModified"}},
		{"A name.", []string{"correction", "text"}},
		{"Ilse", []string{"itemReviewed", "author", "name"}},
		{"2024-05-02", []string{"itemReviewed", "datePublished"}},
		{"https://post.example/fire", []string{"itemReviewed", "appearance", "url"}},
		{"Größer: fire", []string{"itemReviewed", "appearance", "headline"}},
		{"Post", []string{"itemReviewed", "appearance", "publisher", "name"}},
		{"2024-05-03", []string{"itemReviewed", "appearance", "datePublished"}},
	} {
		if got := at(r, want.path...); got != want.value {
			t.Errorf("%v is %v, not %q", want.path, got, want.value)
		}
	}

	room.Site.Publisher = factcheck.Publisher{}
	if got := at(review(t, room, d), "author", "name"); got != "Checks" {
		t.Errorf("without a publisher, the author is %v", got)
	}
}

func TestClaimantIsAPersonOrAnOrganizationOnlyWhereAnEditorSaysSo(t *testing.T) {
	for kind, want := range map[factcheck.ClaimantKind]string{"": "Thing", factcheck.Person: "Person", factcheck.Organization: "Organization"} {
		room, d := rated()
		d.Cases[0].Claim.Claimant, d.Cases[0].Claim.ClaimantKind = "Ilse", kind
		if got := at(review(t, room, d), "itemReviewed", "author", "@type"); got != want {
			t.Errorf("%q: %v", kind, got)
		}
	}
}

func TestFirstAppearanceIsKnownByDatesOrNotAtAll(t *testing.T) {
	for _, test := range []struct {
		dates []string
		first int // -1 for none
	}{
		{[]string{"2024-05-03"}, -1}, // nothing to be before
		{[]string{"2024-05-03", "2024-05-02"}, 1},
		{[]string{"2024-05-03", "2024-05-02T23:00", "2024-05-02"}, -1},
		{[]string{"2024-05-02", "2024-05-02", "2024-05-01"}, 2},
		{[]string{"2024-05-01", "2024-05-02", "2024-05-02"}, 0},
		{[]string{"2024-05-03", ""}, -1},
		{[]string{"2024-05", "2024-06-01"}, -1},
		{nil, -1},
	} {
		var articles []*factcheck.Article
		for _, iso := range test.dates {
			articles = append(articles, &factcheck.Article{Published: on(iso)})
		}
		got := -1
		for i, a := range articles {
			if a == earliest(articles) {
				got = i
			}
		}
		if got != test.first {
			t.Errorf("%q: %d, want %d", test.dates, got, test.first)
		}
	}
}

func TestFirstAppearanceIsNotTakenFromADateInDoubt(t *testing.T) {
	room, d := rated()
	d.Story.Articles[0].Published = on("2024-05-01")
	d.Story.Articles = append(d.Story.Articles, factcheck.Article{ID: "wire", Title: "Fire", Published: on("2024-05-02"), PublishedAs: "May 2"})
	d.Cases[0].Witnesses = append(d.Cases[0].Witnesses, factcheck.Witness{Wording: factcheck.Wording{Quotation: factcheck.Quotation{Article: "wire"}}})
	d.Cases[0].Findings = nil
	for _, test := range []struct {
		name  string
		doubt factcheck.Finding
		known bool
	}{
		{"of nothing", factcheck.Finding{}, true},
		{"of the date line", factcheck.Finding{Evidence: []factcheck.Evidence{{Passage: factcheck.Passage{Article: "wire", Part: factcheck.PublishedAs}}}}, false},
		{"of the text", factcheck.Finding{Evidence: []factcheck.Evidence{{Passage: factcheck.Passage{Article: "wire", Part: factcheck.Body}}}}, true},
		{"dismissed", factcheck.Finding{Status: factcheck.Dismissed, Evidence: []factcheck.Evidence{{Passage: factcheck.Passage{Article: "wire", Part: factcheck.PublishedAs}}}}, true},
		{"of something else", factcheck.Finding{Evidence: []factcheck.Evidence{{Beside: true, Passage: factcheck.Passage{Article: "wire", Part: factcheck.PublishedAs}}}}, true},
	} {
		d.Findings = []factcheck.Finding{test.doubt}
		d.Story.Articles[0].URL = ""
		first := at(review(t, room, d), "itemReviewed", "firstAppearance", "@id")
		if (first != nil) != test.known || first != nil && first != articleURN(&room.Site, "s", "post") {
			t.Errorf("%s: %v", test.name, first)
		}
		d.Story.Articles[0].URL = "https://post.example/fire"
		if first := at(review(t, room, d), "itemReviewed", "firstAppearance"); (first != nil) != test.known || first != nil && first != "https://post.example/fire" {
			t.Errorf("%s, with an address: %v", test.name, first)
		}
	}
}

// A claim page may weigh 80 KB in all.
func TestClaimReviewIsLight(t *testing.T) {
	room, d := rated()
	room.Site.BaseURL = "https://checks.newspaper.example/fact-checks"
	room.Site.Verdicts[1].Meaning = strings.Repeat("As many words as an explanation has. ", 4)
	c := &d.Cases[0]
	c.Claim.Text = strings.Repeat("A claim of ninety letters ", 4)[:90]
	c.Claim.Summary = strings.Repeat("The conclusion is a sentence. ", 6)
	c.Claim.Claimant, c.Claim.SaidOn, c.Claim.Review = "Ada Quill", on("2024-05-02"), factcheck.Review{Author: "The desk", Published: on("2024-05-02"), Updated: on("2024-05-03")}
	d.Story.Articles, c.Witnesses = nil, nil
	for i := range 6 {
		id := strings.Repeat(string(rune('a'+i)), 12)
		d.Story.Articles = append(d.Story.Articles, factcheck.Article{ID: id, Outlet: "post", Title: strings.Repeat("A headline as printed ", 4)[:75],
			URL: "https://newspaper.example/2024/05/03/" + strings.Repeat("headline-", 4), Published: on("2024-05-03")})
		c.Witnesses = append(c.Witnesses, factcheck.Witness{Wording: factcheck.Wording{Quotation: factcheck.Quotation{Article: id}}})
	}
	if n := len(LinkedData(ClaimReview(room, d, &c.Case))); n > 3*1024 {
		t.Errorf("%d bytes for six sources", n)
	} else {
		t.Log(n, "bytes for six sources")
	}
}

func TestNothingInLinkedDataEndsItsScript(t *testing.T) {
	const evil = "</script><!--<script>\u2028 ]]>"
	room, d := rated()
	c := &d.Cases[0]
	room.Site.Title, room.Site.Publisher.Name = evil, evil
	c.Claim.Text, c.Claim.Claimant, c.Claim.Summary, c.Claim.Review.Author = evil, evil, evil, evil
	c.Witnesses[0].Text, c.Witnesses[0].Form = evil, factcheck.Direct
	a := &d.Story.Articles[0]
	a.Title, a.Author, a.Dateline, a.URL = evil, evil, evil, "https://x.example/"+evil
	for _, v := range []any{ClaimReview(room, d, &c.Case), NewsArticle(room, d, a), WebSite(room, evil, "", ""), Breadcrumbs([]Crumb{{evil, evil}})} {
		text := string(LinkedData(v))
		if strings.ContainsAny(text, "<>\u2028") || !json.Valid([]byte(text)) {
			t.Errorf("%s", text)
		}
	}
}

// A document that hundreds of claims quote says some of it, not all of it again.
func TestNewsArticleNamesTheClaimsThatQuoteIt(t *testing.T) {
	room, d := rated()
	d.Cases[0].Witnesses[0].Form = factcheck.Direct
	d.Cases[0].Claim.Claimant = "Ilse"
	var n newsArticle
	read := func() {
		n = newsArticle{}
		if err := json.Unmarshal(LinkedData(NewsArticle(room, d, &d.Story.Articles[0])), &n); err != nil {
			t.Fatal(err)
		}
	}
	read()
	if len(n.Mentions) != 1 || n.Mentions[0].Name != "They <will>" || len(n.Parts) != 1 || n.Parts[0].Text != "We will rebuild" || n.Parts[0].Author.Name != "Ilse" {
		t.Errorf("%+v", n)
	}
	d.Cases[0].Witnesses[0].Form = factcheck.Paraphrase
	if read(); len(n.Parts) != 0 {
		t.Errorf("a paraphrase is taken for a quotation: %+v", n.Parts)
	}
	for range 100 {
		d.Cases = append(d.Cases, d.Cases[0])
	}
	if read(); len(n.Mentions) != maxMentioned {
		t.Errorf("%d claims", len(n.Mentions))
	}
}

func TestClaimReviewDataIsOneFeed(t *testing.T) {
	for n := range 3 {
		var feed struct {
			Type  string `json:"@type"`
			Items []any  `json:"dataFeedElement"`
		}
		room, d := rated()
		b, err := lines(claimReviews(room, d))
		if err != nil {
			t.Fatal(err)
		}
		parts := make([]string, n)
		for i := range parts {
			parts[i] = string(b)
		}
		text := claimReviewHead + strings.Join(parts, ",\n") + claimReviewFoot
		if err := json.Unmarshal([]byte(text), &feed); err != nil || feed.Type != "DataFeed" || feed.Items == nil || len(feed.Items) != n {
			t.Errorf("%d stories: %v\n%s", n, err, text)
		}
	}
}
