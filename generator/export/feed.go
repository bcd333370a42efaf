package export

import (
	"cmp"
	"html"
	"slices"
	"strconv"
	"strings"
	"time"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/site"
)

// Feeds tell of claims, one entry each, the newest review first. Their ids are
// URNs (see urn.go), their dates those of the reviews. A review without a date
// is no news at any time: Atom, which demands a date for every entry, leaves
// such claims out; JSON Feed has them without a date, behind all others.

// maxEntries is how many claims a feed tells of. A reader asks every hour and
// wants what is new; all claims are in data/claims.json.
const maxEntries = 50

// maxListed is how many sources an entry lists.
const maxListed = 12

// entry is a claim as both formats tell of it. Addresses are absolute where the
// base URL is known, else relative to the feed, which lies at the site's root.
type entry struct {
	ID, Title, Href    string
	Author             string
	Topics             []string
	Published, Updated time.Time // zero if unknown; Updated is never before Published
	HTML               string
}

func feeds(room *factcheck.Newsroom, digests []factcheck.Digest) []site.File {
	entries := newEntries(room, digests)
	return []site.File{atom(&room.Site, entries), jsonFeed(&room.Site, entries)}
}

// newEntries returns the newest claims, at most maxEntries.
func newEntries(room *factcheck.Newsroom, digests []factcheck.Digest) []entry {
	type dated struct {
		digest             *factcheck.Digest
		claim              *factcheck.ClaimDigest
		published, updated time.Time
	}
	var all []dated
	for i := range digests {
		for j := range digests[i].Claims {
			d := dated{digest: &digests[i], claim: &digests[i].Claims[j]}
			d.published, _ = moment(d.claim.Published)
			d.updated, _ = moment(later(d.claim.Published, d.claim.Updated))
			all = append(all, d)
		}
	}
	// What bears the same date keeps the order of the ids.
	slices.SortStableFunc(all, func(a, b dated) int {
		return cmp.Or(b.updated.Compare(a.updated), b.published.Compare(a.published))
	})
	var entries []entry
	for _, d := range all[:min(len(all), maxEntries)] {
		entries = append(entries, entry{
			ID:        claimURN(&room.Site, d.digest.Story, d.claim.ID),
			Title:     d.claim.Text,
			Href:      root(&room.Site) + address(d.digest.Story+"/claims/"+d.claim.ID+".html"),
			Author:    d.claim.Author,
			Topics:    d.claim.Topics,
			Published: d.published,
			Updated:   d.updated,
			HTML:      entryHTML(room, d.digest, d.claim),
		})
	}
	return entries
}

// root leads from a feed to the site's root.
func root(s *factcheck.Site) string {
	if s.BaseURL == "" {
		return ""
	}
	return s.BaseURL + "/"
}

// entryHTML says what a reader of the feed wants to know before they come:
// conclusion, grade, who said it, the sources. All of it is escaped here or by
// markdown.
func entryHTML(room *factcheck.Newsroom, d *factcheck.Digest, c *factcheck.ClaimDigest) string {
	var b strings.Builder
	root := root(&room.Site)
	text := func(parts ...string) {
		for _, p := range parts {
			b.WriteString(html.EscapeString(p))
		}
	}
	if c.Conclusion != "" {
		b.WriteString("<p>" + string(markdown.InlineProse(c.Conclusion, markdown.ProseOptions{Root: root})) + "</p>")
	}
	if v, place := room.Verdict(c.Verdict); place > 0 {
		b.WriteString("<p><strong>")
		text(v.Label, ".")
		b.WriteString("</strong>")
		if v.Meaning != "" {
			b.WriteString(" " + string(markdown.InlineProse(v.Meaning, markdown.ProseOptions{Root: root})))
		}
		b.WriteString("</p>")
	}
	if c.Claimant != "" {
		b.WriteString("<p>")
		text("Attributed to ", c.Claimant, ".")
		b.WriteString("</p>")
	}
	articles := map[string]*factcheck.ArticleDigest{}
	for i := range d.Articles {
		articles[d.Articles[i].ID] = &d.Articles[i]
	}
	if len(c.Articles) > 0 {
		b.WriteString("<p>Sources:</p><ul>")
		for i, id := range c.Articles {
			if i == maxListed && len(c.Articles) > maxListed+1 {
				b.WriteString("<li>")
				text("and ", strconv.Itoa(len(c.Articles)-i), " more")
				b.WriteString("</li>")
				break
			}
			if a := articles[id]; a != nil {
				b.WriteString(`<li><a href="`)
				text(root + address(d.Story+"/articles/"+a.ID+".html"))
				b.WriteString(`"`)
				if a.Language != "" && a.Language != room.Site.Language {
					b.WriteString(` lang="`)
					text(a.Language)
					b.WriteString(`"`)
				}
				b.WriteString(">")
				text(a.Name)
				b.WriteString("</a>")
				if o, ok := room.Outlet(a.Outlet); ok {
					text(", ", o.Name)
				}
				if a.PublishedAs != "" {
					text(", ", a.PublishedAs)
				} else if a.Published.Known() {
					text(", ", a.Published.ISO)
				}
				b.WriteString("</li>")
			}
		}
		b.WriteString("</ul>")
	}
	b.WriteString(`<p><a href="`)
	text(root + address(d.Story+"/claims/"+c.ID+".html"))
	b.WriteString(`">The wordings side by side</a>, in the story <a href="`)
	text(root + address(d.Story+"/index.html"))
	b.WriteString(`">`)
	text(d.Title)
	b.WriteString("</a></p>")
	return b.String()
}
