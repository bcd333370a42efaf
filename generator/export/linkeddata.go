package export

import (
	"encoding/json"

	"crosscheck/generator/factcheck"
)

// Linked data are written in schema.org's vocabulary as JSON-LD. The functions
// that make them return values for [LinkedData], which pages print, and which
// data/claimreview.json holds as well, so that both say the same.
//
// What is not stated is not there: no property is filled with a guess. Where
// nobody has written down whether a claimant or an author is a person or an
// organization, they are a Thing with a name, the only type that is certainly
// true. Validators remark on it and accept it; a wrong type they would believe.

const schemaOrg = "https://schema.org"

// LinkedData returns JSON-LD that can stand in a script element: < > & are
// escaped, so no text of the content ends it. It never fails: the values are
// structs of texts and of numbers that were read from JSON's own forms.
func LinkedData(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

// named is a thing of which a name is known, and little else.
type named struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// whoever is a person or an organization: the content does not say which.
func whoever(name string) *named {
	if name == "" {
		return nil
	}
	return &named{Type: "Thing", Name: name}
}

// claimant is who is said to have made a claim.
func claimant(c *factcheck.Claim) *named {
	n := whoever(c.Claimant)
	if n == nil {
		return nil
	}
	switch c.ClaimantKind {
	case factcheck.Person:
		n.Type = "Person"
	case factcheck.Organization:
		n.Type = "Organization"
	}
	return n
}

// publisher answers for the site. A site that names none publishes under its
// own title.
func publisher(s *factcheck.Site) *named {
	if s.Publisher.Name == "" {
		return &named{Type: "Organization", Name: s.Title}
	}
	return &named{Type: "Organization", Name: s.Publisher.Name, URL: s.Publisher.URL}
}

// absolute is the address of a file of the site; empty without a base URL.
func absolute(s *factcheck.Site, path string) string {
	if s.BaseURL == "" {
		return ""
	}
	return s.BaseURL + "/" + address(path)
}
