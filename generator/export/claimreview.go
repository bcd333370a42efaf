package export

import (
	"slices"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

const claimReviewPath = "data/claimreview.json"

// The head and foot of data/claimreview.json: a DataFeed whose items are the
// claim pages' own ClaimReviews, in the form in which fact checks are collected
// (the Fact Check Markup feeds of Data Commons): a DataFeedItem each.
const (
	claimReviewHead = `{"@context":"` + schemaOrg + `","@type":"DataFeed","name":"ClaimReviews of this site","dataFeedElement":[` + "\n"
	claimReviewFoot = "\n]}\n"
)

type feedItem struct {
	Type         string       `json:"@type"`
	DateCreated  string       `json:"dateCreated,omitempty"`
	DateModified string       `json:"dateModified,omitempty"`
	Item         *claimReview `json:"item"`
}

// claimReview has what Google and Bing ask of one:
//
//	https://developers.google.com/search/docs/appearance/structured-data/factcheck
//	https://www.bing.com/webmaster/help/markup-claim-review-7202cff4
//
// Google requires claimReviewed, reviewRating.alternateName and url. Bing wants
// numbers, an author of the claim and a date besides, which stand here where the
// content has them.
type claimReview struct {
	Context       string         `json:"@context,omitempty"`
	Type          string         `json:"@type"`
	ID            string         `json:"@id"`
	URL           string         `json:"url"`
	ClaimReviewed string         `json:"claimReviewed"`
	ReviewRating  rating         `json:"reviewRating"`
	ReviewBody    string         `json:"reviewBody,omitempty"`
	Author        *named         `json:"author"`
	Credit        string         `json:"creditText,omitempty"`
	DatePublished string         `json:"datePublished,omitempty"`
	DateModified  string         `json:"dateModified,omitempty"`
	Language      string         `json:"inLanguage,omitempty"`
	Corrections   []correction   `json:"correction,omitempty"`
	ItemReviewed  *reviewedClaim `json:"itemReviewed"`
}

type rating struct {
	Type        string   `json:"@type"`
	Label       string   `json:"alternateName"`
	Value       *float64 `json:"ratingValue,omitempty"`
	Best        *float64 `json:"bestRating,omitempty"`
	Worst       *float64 `json:"worstRating,omitempty"`
	Explanation string   `json:"ratingExplanation"`
}

type correction struct {
	Type string `json:"@type"`
	Date string `json:"datePublished,omitempty"`
	Text string `json:"text"`
}

type reviewedClaim struct {
	Type            string        `json:"@type"`
	Author          *named        `json:"author,omitempty"`
	DatePublished   string        `json:"datePublished,omitempty"`
	Appearance      []newsArticle `json:"appearance,omitempty"`
	FirstAppearance any           `json:"firstAppearance,omitempty"` // one of these again: its url, or a reference
}

// reference names a node that is described elsewhere in the same block.
type reference struct {
	ID string `json:"@id"`
}

// whatIsRated keeps those who see the rating alone from taking it for a verdict
// on truth.
const whatIsRated = "The scale rates how far the sources agree and how faithfully they quote, not who is right."

// ClaimReview returns the review of a claim, for [LinkedData]; nil for a claim
// without a verdict, as a ClaimReview without a rating is none.
func ClaimReview(room *factcheck.Newsroom, d *factcheck.Dossier, c *factcheck.Case) any {
	if r := newClaimReview(room, d, c); r != nil {
		r.Context = schemaOrg
		return r
	}
	return nil
}

func newClaimReview(room *factcheck.Newsroom, d *factcheck.Dossier, c *factcheck.Case) *claimReview {
	verdict, place := room.Verdict(c.Claim.Verdict)
	if place == 0 {
		return nil
	}
	conclusion, _ := markdown.FirstParagraph(c.Claim.Summary)
	r := &claimReview{
		Type:          "ClaimReview",
		ID:            claimURN(&room.Site, d.Story.ID, c.Claim.ID),
		URL:           absolute(&room.Site, d.Story.ID+"/claims/"+c.Claim.ID+".html"),
		ClaimReviewed: c.Claim.Text,
		ReviewRating:  newRating(room, &verdict),
		ReviewBody:    markdown.InlineWords(conclusion),
		Author:        publisher(&room.Site),
		Credit:        c.Claim.Review.Author, // not a second author: whether a person or a desk is not known
		DatePublished: c.Claim.Review.Published.ISO,
		DateModified:  c.Claim.Review.Updated.ISO,
		Language:      room.Site.Language,
		ItemReviewed: &reviewedClaim{
			Type:          "Claim",
			Author:        claimant(&c.Claim),
			DatePublished: c.Claim.SaidOn.ISO,
		},
	}
	if r.URL == "" {
		r.URL = r.ID // required, and the only name that the page has without a base URL
	}
	for _, k := range c.Claim.Review.Corrections {
		r.Corrections = append(r.Corrections, correction{"CorrectionComment", k.Date.ISO, markdown.InlineWords(k.What)})
	}
	var shown []*factcheck.Article
	seen := map[string]bool{}
	for i := range c.Witnesses {
		id := c.Witnesses[i].Wording.Article
		if a := d.Story.Article(id); a != nil && !seen[id] {
			seen[id] = true
			shown = append(shown, a)
			r.ItemReviewed.Appearance = append(r.ItemReviewed.Appearance, appearance(room, d.Story.ID, a))
		}
	}
	if a := earliest(shown); a != nil && !slices.ContainsFunc(shown, func(a *factcheck.Article) bool { return dateInDoubt(d, a.ID) }) {
		r.ItemReviewed.FirstAppearance = a.URL
		if a.URL == "" {
			r.ItemReviewed.FirstAppearance = reference{articleURN(&room.Site, d.Story.ID, a.ID)}
		}
	}
	return r
}

// newRating gives numbers only where the scale does, and only where they tell a
// best from a worst. A grade without a number stands outside such a scale.
func newRating(room *factcheck.Newsroom, v *factcheck.Verdict) rating {
	r := rating{Type: "Rating", Label: v.Label, Explanation: whatIsRated}
	if meaning := markdown.InlineWords(v.Meaning); meaning != "" {
		r.Explanation = meaning + " " + whatIsRated
	}
	if v.Value == nil {
		return r
	}
	best, worst := *v.Value, *v.Value
	for _, other := range room.Site.Verdicts {
		if other.Value != nil {
			best, worst = max(best, *other.Value), min(worst, *other.Value)
		}
	}
	if worst < best {
		r.Value, r.Best, r.Worst = v.Value, &best, &worst
	}
	return r
}

// earliest returns the article that was published first: nil unless all bear a
// day and one of them is before all others.
func earliest(articles []*factcheck.Article) *factcheck.Article {
	if len(articles) < 2 {
		return nil // first of one is not known to be first
	}
	first, alone := articles[0], true
	for i, a := range articles {
		switch {
		case a.Published.Day.IsZero():
			return nil
		case i == 0:
		case a.Published.Day.Before(first.Published.Day):
			first, alone = a, true
		case a.Published.Day == first.Published.Day:
			alone = false
		}
	}
	if !alone {
		return nil
	}
	return first
}

// dateInDoubt reports whether a finding that stands is about the date that an
// article bears.
func dateInDoubt(d *factcheck.Dossier, article string) bool {
	about := func(f factcheck.Finding) bool {
		return f.Status != factcheck.Dismissed && slices.ContainsFunc(f.Evidence, func(e factcheck.Evidence) bool {
			return !e.Beside && e.Passage.Article == article && e.Passage.Part == factcheck.PublishedAs
		})
	}
	return slices.ContainsFunc(d.Findings, about) || slices.ContainsFunc(d.Cases, func(c factcheck.ExaminedCase) bool {
		return slices.ContainsFunc(c.Findings, about)
	})
}

// claimReviews returns the items of data/claimreview.json.
func claimReviews(room *factcheck.Newsroom, d *factcheck.Dossier) []any {
	var records []any
	for i := range d.Cases {
		if r := newClaimReview(room, d, &d.Cases[i].Case); r != nil {
			records = append(records, feedItem{"DataFeedItem", r.DatePublished, r.DateModified, r})
		}
	}
	return records
}
