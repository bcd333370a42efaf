package export

import (
	"slices"

	"crosscheck/generator/factcheck"
)

const articlesPath = "data/articles.json"

// article is a record of articles.json. Title, PublishedAs and Body are the
// three texts in which passages count; they are always there.
type article struct {
	Story          string `json:"story"`
	ID             string `json:"id"`
	Title          string `json:"title"`
	Label          string `json:"label,omitempty"`
	Outlet         string `json:"outlet,omitempty"`
	Author         string `json:"author,omitempty"`
	URL            string `json:"url,omitempty"`
	ArchiveURL     string `json:"archive_url,omitempty"`
	Dateline       string `json:"dateline,omitempty"`
	Language       string `json:"language,omitempty"`
	TranslatedFrom string `json:"translated_from,omitempty"`
	Published      string `json:"published,omitempty"`
	PublishedAs    string `json:"published_as"`
	// When an article without a date was published, as the program infers.
	Inferred  *inferred `json:"inferred,omitempty"`
	Updated   string    `json:"updated,omitempty"`
	Retrieved string    `json:"retrieved,omitempty"`
	Page      string    `json:"page"`
	Body      string    `json:"body"`

	// Words of the body, how many of them other articles of the story have as
	// well, and where.
	Words       int      `json:"words"`
	SharedWords int      `json:"shared_words"`
	Shared      []shared `json:"shared,omitempty"`
}

// inferred is a span of days, ISO dates; an open end is absent.
type inferred struct {
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

// shared is a passage of the body that other articles of the story have word for
// word or nearly; they have it under the same number, which is that of the
// story's sources page. Start and End count code points of the body.
type shared struct {
	Passage int  `json:"passage"`
	Start   int  `json:"start"`
	End     int  `json:"end"`
	Exact   bool `json:"exact"`  // the same words in all of them
	Quoted  bool `json:"quoted"` // mostly in quotation marks in all of them
}

// sharedPassages lists the shared passages of each article, by its id, in
// reading order.
func sharedPassages(d *factcheck.Dossier) map[string][]shared {
	byArticle := map[string][]shared{}
	for i, p := range d.Shared.Passages {
		for _, c := range p.Places {
			byArticle[c.Article] = append(byArticle[c.Article], shared{i + 1, c.Start, c.End, p.Exact, p.Quoted})
		}
	}
	for id, list := range byArticle {
		slices.SortStableFunc(list, func(a, b shared) int { return a.Start - b.Start })
		a := d.Story.Article(id)
		if a == nil {
			continue
		}
		points := codePoints{text: a.Body.Plain}
		for i := range list {
			list[i].Start, list[i].End = points.at(list[i].Start), points.at(list[i].End)
		}
	}
	return byArticle
}

func articles(d *factcheck.Dossier) []any {
	records := make([]any, 0, len(d.Story.Articles))
	passages := sharedPassages(d)
	for i := range d.Story.Articles {
		a := &d.Story.Articles[i]
		var n factcheck.SharedArticle
		if i < len(d.Shared.Articles) {
			n = d.Shared.Articles[i]
		}
		var age *inferred
		if inference := d.Age(a.ID); inference != nil {
			age = &inferred{inference.From.String(), inference.To.String()}
		}
		records = append(records, article{
			Inferred:       age,
			Story:          d.Story.ID,
			ID:             a.ID,
			Title:          a.Title,
			Label:          a.Label,
			Outlet:         a.Outlet,
			Author:         a.Author,
			URL:            a.URL,
			ArchiveURL:     a.ArchiveURL,
			Dateline:       a.Dateline,
			Language:       a.Language,
			TranslatedFrom: a.TranslatedFrom,
			Published:      a.Published.ISO,
			PublishedAs:    a.PublishedAs,
			Updated:        a.Updated.ISO,
			Retrieved:      a.Retrieved.ISO,
			Page:           d.Story.ID + "/articles/" + a.ID + ".html",
			Body:           a.Body.Plain,
			Words:          n.Words,
			SharedWords:    n.Shared,
			Shared:         passages[a.ID],
		})
	}
	return records
}
