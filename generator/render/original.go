package render

import (
	"strings"

	"crosscheck/generator/engine/fragment"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
)

// original returns the address of the document itself at passages of it, for a
// browser to show: with a text directive for each that was proved to lead to
// that place of the text and to no other, bare where there is no proof. It is
// empty where no address on the web is recorded.
func (s *document) original(passages ...factcheck.Passage) string {
	if !site.OnWeb(s.URL) {
		return ""
	}
	if s.text == nil {
		s.text = fragment.New(s.Title, s.PublishedAs, s.Body.Plain)
	}
	var directives []string
	for _, p := range passages {
		if d, ok := s.text.Directive(p.Part.Order(), p.Start, p.End); ok {
			directives = append(directives, d)
		}
	}
	if len(directives) == 0 {
		return s.URL
	}
	return fragment.Address(s.URL, strings.Join(directives, "&text="))
}

// archived returns the address of the document's archived copy; empty where none
// on the web is recorded.
func (s *document) archived() string {
	if !site.OnWeb(s.ArchiveURL) {
		return ""
	}
	return s.ArchiveURL
}
