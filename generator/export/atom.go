package export

import (
	"encoding/xml"
	"time"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
)

const atomPath = "feed.xml"

// atomFeed is RFC 4287, as far as it is used here; the order of the elements is
// free. Text is escaped by encoding/xml, HTML twice over, as type="html" asks.
type atomFeed struct {
	XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang      string      `xml:"xml:lang,attr,omitempty"`
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Subtitle  string      `xml:"subtitle,omitempty"`
	Updated   string      `xml:"updated"`
	Author    atomPerson  `xml:"author"`
	Links     []atomLink  `xml:"link"`
	Generator string      `xml:"generator"`
	Entries   []atomEntry `xml:"entry"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Published  string         `xml:"published,omitempty"`
	Updated    string         `xml:"updated"`
	Author     *atomPerson    `xml:"author"`
	Link       atomLink       `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Content    atomText       `xml:"content"`
}

type atomPerson struct {
	Name  string `xml:"name"`
	URI   string `xml:"uri,omitempty"`
	Email string `xml:"email,omitempty"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// never is the date of a feed that has nothing dated to tell. RFC 4287 demands
// one of every feed; the beginning of Unix time is what programs take for “not
// known”, and no reader can take it for news.
var never = time.Unix(0, 0).UTC()

func atom(s *factcheck.Site, entries []entry) site.File {
	who := publisher(s)
	feed := atomFeed{
		Lang:      s.Language,
		ID:        urn(s, "feed"),
		Title:     s.Title,
		Subtitle:  s.Tagline,
		Updated:   never.Format(time.RFC3339),
		Author:    atomPerson{who.Name, who.URL, s.Publisher.Email},
		Links:     []atomLink{{"alternate", "text/html", root(s) + "index.html"}},
		Generator: "crosscheck",
	}
	if self := absolute(s, atomPath); self != "" {
		feed.Links = append(feed.Links, atomLink{"self", "application/atom+xml", self})
	}
	for _, e := range entries {
		if e.Updated.IsZero() {
			break // undated ones come last
		}
		a := atomEntry{
			ID:      e.ID,
			Title:   e.Title,
			Updated: e.Updated.Format(time.RFC3339),
			Link:    atomLink{"alternate", "text/html", e.Href},
			Content: atomText{"html", e.HTML},
		}
		if !e.Published.IsZero() {
			a.Published = e.Published.Format(time.RFC3339)
		}
		if e.Author != "" {
			a.Author = &atomPerson{Name: e.Author}
		}
		for _, t := range e.Topics {
			a.Categories = append(a.Categories, atomCategory{t})
		}
		feed.Entries = append(feed.Entries, a)
	}
	if len(feed.Entries) > 0 {
		feed.Updated = feed.Entries[0].Updated
	}
	b, err := xml.MarshalIndent(feed, "", " ")
	if err != nil {
		panic(err) // the struct is fixed, and encoding/xml replaces what XML cannot hold
	}
	return site.File{Path: atomPath, Bytes: append([]byte(xml.Header), append(b, '\n')...)}
}
