package generator

import (
	"slices"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// untold names what readers of fact checks are owed and a newsroom does not
// tell: the fact-checkers' international code of principles asks for all of it.
// Whether a page is any good only its readers can say.
func untold(room *factcheck.Newsroom) []string {
	page := func(id, marker string) bool {
		return slices.ContainsFunc(room.Pages, func(p factcheck.Page) bool {
			return p.ID == id || slices.ContainsFunc(markdown.Markers(p.Markdown), func(m markdown.Marker) bool { return m.Alone && m.Word == marker })
		})
	}
	p := &room.Site.Publisher
	var missing []string
	if !page("methodology", factcheck.ScaleMarker) {
		missing = append(missing, "how you work (pages/methodology.md, with a line {{verdicts}})")
	}
	if !page("corrections", factcheck.CorrectionsMarker) {
		missing = append(missing, "what you correct (pages/corrections.md, with a line {{corrections}})")
	}
	if p.Name == "" {
		missing = append(missing, "who publishes (publisher in site.yaml)")
	}
	if p.Funding == "" && !page("about", "") {
		missing = append(missing, "who pays (publisher's funding, or pages/about.md)")
	}
	if p.Email == "" && p.Contact == "" && room.Site.Repository == "" {
		missing = append(missing, "where to report an error (publisher's email or contact)")
	}
	return missing
}
