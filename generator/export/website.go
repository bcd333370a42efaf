package export

import "crosscheck/generator/factcheck"

type webSite struct {
	Context     string `json:"@context"`
	Type        string `json:"@type"`
	Name        string `json:"name"`
	URL         string `json:"url,omitempty"`
	Description string `json:"description,omitempty"`
	Language    string `json:"inLanguage,omitempty"`
	Publisher   *named `json:"publisher"`
}

// WebSite returns what the site is and who answers for it, for [LinkedData].
// The description is plain text.
func WebSite(room *factcheck.Newsroom, description string) any {
	s := &room.Site
	if description == "" {
		description = s.Tagline
	}
	p := publisher(s)
	p.Email = s.Publisher.Email
	return webSite{schemaOrg, "WebSite", s.Title, absolute(s, "index.html"), description, s.Language, p}
}

// A Crumb is a page on the way to another. URL is absolute.
type Crumb struct{ Name, URL string }

type breadcrumbs struct {
	Context string     `json:"@context"`
	Type    string     `json:"@type"`
	Items   []listItem `json:"itemListElement"`
}

type listItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	Item     string `json:"item,omitempty"`
}

// Breadcrumbs returns the way to a page, which is the last of the crumbs, for
// [LinkedData].
func Breadcrumbs(crumbs []Crumb) any {
	list := breadcrumbs{Context: schemaOrg, Type: "BreadcrumbList"}
	for i, c := range crumbs {
		list.Items = append(list.Items, listItem{"ListItem", i + 1, c.Name, c.URL})
	}
	return list
}
