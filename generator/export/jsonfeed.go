package export

import (
	"time"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
)

const jsonFeedPath = "feed.json"

// jsonFeedFile is https://jsonfeed.org/version/1.1. Its url fields are absolute
// or absent.
type jsonFeedFile struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	HomePage    string       `json:"home_page_url,omitempty"`
	FeedURL     string       `json:"feed_url,omitempty"`
	Description string       `json:"description,omitempty"`
	Authors     []jsonAuthor `json:"authors"`
	Language    string       `json:"language,omitempty"`
	Items       []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

type jsonItem struct {
	ID        string       `json:"id"`
	URL       string       `json:"url,omitempty"`
	Title     string       `json:"title"`
	HTML      string       `json:"content_html"`
	Published string       `json:"date_published,omitempty"`
	Modified  string       `json:"date_modified,omitempty"`
	Authors   []jsonAuthor `json:"authors,omitempty"`
	Tags      []string     `json:"tags,omitempty"`
}

func jsonFeed(s *factcheck.Site, entries []entry) site.File {
	who := publisher(s)
	feed := jsonFeedFile{
		Version:     "https://jsonfeed.org/version/1.1",
		Title:       s.Title,
		HomePage:    absolute(s, "index.html"),
		FeedURL:     absolute(s, jsonFeedPath),
		Description: s.Tagline,
		Authors:     []jsonAuthor{{who.Name, who.URL}},
		Language:    s.Language,
		Items:       []jsonItem{},
	}
	for _, e := range entries {
		item := jsonItem{ID: e.ID, Title: e.Title, HTML: e.HTML, Tags: e.Topics}
		if s.BaseURL != "" {
			item.URL = e.Href
		}
		if !e.Published.IsZero() {
			item.Published = e.Published.Format(time.RFC3339)
		}
		if e.Updated.After(e.Published) {
			item.Modified = e.Updated.Format(time.RFC3339)
		}
		if e.Author != "" {
			item.Authors = []jsonAuthor{{Name: e.Author}}
		}
		feed.Items = append(feed.Items, item)
	}
	return site.File{Path: jsonFeedPath, Bytes: indented(feed, " ")}
}
