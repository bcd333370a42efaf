package render

import (
	"slices"
	"strings"
)

// The program reads days and figures in English alone, and compares words of one
// language. Where a document is in another, the pages say so: a blank, or “none”,
// would tell readers that the document is silent, which it may not be.

// mainLanguage is the first part of a BCP 47 tag: of en-GB, en.
func mainLanguage(tag string) string {
	main, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(main)
}

// unread names the language of a document whose words for days and figures the
// program does not read; empty for English, and where no language is recorded,
// which is read as English.
func (s *document) unread() string {
	if main := mainLanguage(s.Language); main != "" && main != "en" {
		return languageName(s.Language)
	}
	return ""
}

// unreadNote says of a story's documents in other languages how far their dates
// are read; empty if there are none.
func (s *spread) unreadNote() string {
	var names []string
	for _, src := range s.articles {
		if name := src.unread(); name != "" {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return "Of documents in " + listed(slices.Compact(names)) + ", only dates in figures are read: they may name more days than are shown here."
}

// otherLanguages names, for each witness of a case, the language of its document
// if it is not that of the base's; empty if it is, or if either is not recorded.
func (s *spread) otherLanguages(c *comparison) []string {
	names := make([]string, len(c.Witnesses))
	if !c.compared {
		return names
	}
	base := s.articles[c.Witnesses[c.Base].Wording.Article]
	for i := range c.Witnesses {
		src := s.articles[c.Witnesses[i].Wording.Article]
		if base != nil && src != nil && base.Language != "" && src.Language != "" && mainLanguage(src.Language) != mainLanguage(base.Language) {
			names[i] = languageName(src.Language)
		}
	}
	return names
}

// whyApart says why a wording is not compared with the base word by word.
func (c *comparison) whyApart(witness int) string {
	if name := c.foreign[witness]; name != "" {
		return "In " + name + ": words of two languages are not compared one by one."
	}
	return "In words of its own: too little is shared with the base to compare it word by word."
}
