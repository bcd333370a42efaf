package cite

import (
	"bytes"
	"encoding/json"
)

// csl is an item of CSL-JSON, the input of the Citation Style Language's
// processors (schemas/input/csl-data.json of its schema repository).
type csl struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title"`
	Author    []cslName `json:"author,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Genre     string    `json:"genre,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Language  string    `json:"language,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Archived  string    `json:"archive_location,omitempty"`
	Note      string    `json:"note,omitempty"`
}

// cslName is whole: which part of a name is the family's nobody has written
// down, nor whether it is a person.
type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// CSL returns the item as one object of CSL-JSON, on one line. What programs take
// is a list of them, be it of one.
func (i *Item) CSL() string {
	c := csl{
		ID: i.Key, Type: "webpage", Title: i.title(), Container: i.Container, Publisher: i.Publisher,
		Genre: i.Genre, Language: i.Language, URL: i.URL, Archived: i.Archived, Note: i.Note,
	}
	if i.Kind == Newspaper {
		c.Type = "article-newspaper"
	}
	if i.Author != "" {
		c.Author = []cslName{{i.Author}}
	}
	if parts := date(i.Issued); parts != nil {
		c.Issued = &cslDate{[][]int{parts}}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(c); err != nil {
		panic(err) // texts and numbers
	}
	return string(bytes.TrimRight(b.Bytes(), "\n"))
}
