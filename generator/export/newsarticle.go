package export

import "crosscheck/generator/factcheck"

// newsArticle is a document, with what it states of itself. Its url is the
// address that it was published at, not that of the site's copy.
type newsArticle struct {
	Context       string           `json:"@context,omitempty"`
	Type          string           `json:"@type"`
	ID            string           `json:"@id,omitempty"`
	URL           string           `json:"url,omitempty"`
	ArchivedAt    string           `json:"archivedAt,omitempty"`
	Headline      string           `json:"headline,omitempty"`
	Name          string           `json:"name,omitempty"` // the editors' words, where it prints no headline
	Author        *named           `json:"author,omitempty"`
	Publisher     *named           `json:"publisher,omitempty"`
	DatePublished string           `json:"datePublished,omitempty"`
	DateModified  string           `json:"dateModified,omitempty"`
	Dateline      string           `json:"dateline,omitempty"`
	Language      string           `json:"inLanguage,omitempty"`
	TranslationOf *original        `json:"translationOfWork,omitempty"`
	Mentions      []mentionedClaim `json:"mentions,omitempty"`
	Parts         []quotation      `json:"hasPart,omitempty"`
}

// original is what a translation was made from: only its language is known.
type original struct {
	Type     string `json:"@type"`
	Language string `json:"inLanguage"`
}

// mentionedClaim is a claim that the document makes or reports. What was found of
// it is said on its own page.
type mentionedClaim struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// quotation is a claim's passage that the document has in quotation marks as
// the words of somebody.
type quotation struct {
	Type   string `json:"@type"`
	Text   string `json:"text"`
	Author *named `json:"author,omitempty"`
}

// maxMentioned bounds what a document that hundreds of claims quote says twice.
const maxMentioned = 20

// appearance is an article as a ClaimReview names it: what tells it from others,
// and no more, as a claim may have a dozen. One with an address needs no other
// name.
func appearance(room *factcheck.Newsroom, story string, a *factcheck.Article) newsArticle {
	n := newsArticle{
		Type:          "NewsArticle",
		URL:           a.URL,
		Headline:      a.Title,
		DatePublished: a.Published.ISO,
	}
	if a.URL == "" {
		n.ID = articleURN(&room.Site, story, a.ID)
	}
	if a.Title == "" {
		n.Name = a.Label
	}
	if o, ok := room.Outlet(a.Outlet); ok {
		n.Publisher = &named{Type: "Organization", Name: o.Name}
	}
	return n
}

// NewsArticle returns what a document says of itself, which claims it has, and
// what it quotes for them, for [LinkedData].
func NewsArticle(room *factcheck.Newsroom, d *factcheck.Dossier, a *factcheck.Article) any {
	n := appearance(room, d.Story.ID, a)
	n.Context = schemaOrg
	n.ID = articleURN(&room.Site, d.Story.ID, a.ID)
	if o, ok := room.Outlet(a.Outlet); ok {
		n.Publisher.URL = o.URL
	}
	n.ArchivedAt = a.ArchiveURL
	n.Author = whoever(a.Author)
	n.DateModified = a.Updated.ISO
	n.Dateline = a.Dateline
	n.Language = a.Language
	if a.TranslatedFrom != "" {
		n.TranslationOf = &original{"CreativeWork", a.TranslatedFrom}
	}
	for i := range d.Cases {
		c := &d.Cases[i]
		named := false
		for j := range c.Witnesses {
			w := &c.Witnesses[j]
			if w.Wording.Article != a.ID {
				continue
			}
			if !named && len(n.Mentions) < maxMentioned {
				named = true
				n.Mentions = append(n.Mentions, mentionedClaim{"Claim", c.Claim.Text, absolute(&room.Site, d.Story.ID+"/claims/"+c.Claim.ID+".html")})
			}
			if w.Form == factcheck.Direct && len(n.Parts) < maxMentioned {
				n.Parts = append(n.Parts, quotation{"Quotation", w.Text, claimant(&c.Claim)})
			}
		}
	}
	return n
}
