package export

import "crosscheck/generator/factcheck"

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
	Updated        string `json:"updated,omitempty"`
	Retrieved      string `json:"retrieved,omitempty"`
	Page           string `json:"page"`
	Body           string `json:"body"`
}

func articles(d *factcheck.Dossier) []any {
	records := make([]any, 0, len(d.Story.Articles))
	for i := range d.Story.Articles {
		a := &d.Story.Articles[i]
		records = append(records, article{
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
		})
	}
	return records
}
