package export

import "crosscheck/generator/factcheck"

type webSite struct {
	Context     string `json:"@context"`
	Type        string `json:"@type"`
	Name        string `json:"name"`
	URL         string `json:"url,omitempty"`
	Description string `json:"description,omitempty"`
	Language    string `json:"inLanguage,omitempty"`
	Publisher   owner  `json:"publisher"`
}

// owner is the publisher with what readers are owed.
type owner struct {
	named
	Email       string `json:"email,omitempty"`
	Principles  string `json:"publishingPrinciples,omitempty"`
	Corrections string `json:"correctionsPolicy,omitempty"`
	Funding     string `json:"ownershipFundingInfo,omitempty"`
}

// WebSite returns what the site is and who answers for it, for [LinkedData].
// The description is plain text; methods and corrections are the paths of the
// pages on how the newsroom works and on what it corrected, empty if there are
// none.
func WebSite(room *factcheck.Newsroom, description, methods, corrections string) any {
	s := &room.Site
	if description == "" {
		description = s.Tagline
	}
	o := owner{named: *publisher(s), Email: s.Publisher.Email, Funding: s.Publisher.Funding}
	if methods != "" {
		o.Principles = absolute(s, methods)
	}
	if corrections != "" {
		o.Corrections = absolute(s, corrections)
	}
	return webSite{schemaOrg, "WebSite", s.Title, absolute(s, "index.html"), description, s.Language, o}
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
