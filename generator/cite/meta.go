package cite

import (
	"fmt"
	"strings"
)

// A Tag is a meta element of a page.
type Tag struct{ Name, Content string }

// Tags returns what Google Scholar, Zotero and others read of a page: the
// citation_ elements that HighWire Press introduced. Of the journal they know
// only the newspaper's name; a site is none, and stands in og:site_name.
func (i *Item) Tags() []Tag {
	var tags []Tag
	add := func(name, content string) {
		if content != "" {
			tags = append(tags, Tag{"citation_" + name, content})
		}
	}
	if !i.Supplied {
		add("title", i.Title)
	}
	add("author", i.Author)
	var day []string
	for _, n := range date(i.Issued) {
		day = append(day, fmt.Sprintf("%02d", n))
	}
	add("publication_date", strings.Join(day, "/"))
	if i.Kind == Page {
		add("online_date", strings.Join(day, "/"))
	} else {
		add("journal_title", i.Container)
	}
	add("publisher", i.Publisher)
	add("language", i.Language)
	add("public_url", i.URL)
	return tags
}
