package render

import (
	"cmp"
	"net/url"
	"strings"
)

// longestSubject is how many letters of a page's title go into a message.
const longestSubject = 80

// report is where a reader reports an error on a page: by mail, on the page
// that the publisher names, at the repository, or else where corrections are
// told of.
func (r *Renderer) report(p *Page) string {
	title := shortened(strings.Join(strings.Fields(cmp.Or(p.Title, r.masthead.Title)), " "), longestSubject)
	query := func(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
	publisher := &r.masthead.Publisher
	switch {
	case publisher.Email != "":
		to := "mailto:" + url.PathEscape(publisher.Email) + "?subject=" + query("Error on the page “"+title+"”")
		if p.Canonical != "" {
			to += "&body=" + query(p.Canonical+"\r\n\r\n")
		}
		return to
	case publisher.Contact != "":
		return publisher.Contact
	case r.masthead.Repository != "":
		subject := query("Error on the page “" + title + "”")
		switch root, kept := forgeOf(r.masthead.Repository); kept {
		case gitHub, codeberg:
			return root + "/issues/new?title=" + subject
		case gitLab:
			return root + "/-/issues/new?issue%5Btitle%5D=" + subject
		}
		return r.masthead.Repository
	}
	if r.logAdded {
		return p.Root + r.logPage + "#report"
	}
	return p.Root + r.logPage
}
