package export

import (
	"slices"
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// changes tells when pages last changed, as far as the content says: by the
// dates of reviews and corrections, never by those of files. The zero date is
// unknown.
type changes struct {
	prose  map[string]bool           // pages that editors wrote, which bear no date; true if the log of corrections may stand there
	pages  map[string]factcheck.Date // claims and articles, by path
	groups map[string]factcheck.Date // stories, and lists with a name: outlets/x, claimants/x, topics/x
	all    factcheck.Date
	log    factcheck.Date // of corrections
}

func newChanges(room *factcheck.Newsroom, digests []factcheck.Digest) *changes {
	c := &changes{prose: map[string]bool{}, pages: map[string]factcheck.Date{}, groups: map[string]factcheck.Date{}}
	for _, p := range room.Pages {
		c.prose[p.ID+".html"] = p.ID == "corrections" || slices.ContainsFunc(markdown.Markers(p.Markdown), func(m markdown.Marker) bool {
			return m.Word == factcheck.CorrectionsMarker
		})
	}
	group := func(name string, when factcheck.Date) { c.groups[name] = later(c.groups[name], when) }
	for i := range digests {
		d := &digests[i]
		outlet := map[string]string{}
		for _, a := range d.Articles {
			outlet[a.ID] = a.Outlet
		}
		group(d.Story, factcheck.Date{})
		for j := range d.Claims {
			claim := &d.Claims[j]
			when := claim.Reviewed
			for _, k := range claim.Corrections {
				when = later(when, k.Date)
				c.log = later(c.log, k.Date)
			}
			c.all = later(c.all, when)
			group(d.Story, when)
			c.pages[d.Story+"/claims/"+claim.ID+".html"] = when
			for _, a := range claim.Articles {
				// An article's page shows which claims quote it.
				page := d.Story + "/articles/" + a + ".html"
				c.pages[page] = later(c.pages[page], when)
				if outlet[a] != "" {
					group("outlets/"+outlet[a], when)
				}
			}
			if claim.Claimant != "" {
				group("claimants/"+factcheck.Slug(claim.Claimant), when)
			}
			for _, t := range claim.Topics {
				group("topics/"+factcheck.Slug(t), when)
			}
		}
		for _, t := range d.Topics {
			group("topics/"+factcheck.Slug(t), c.groups[d.Story])
		}
	}
	return c
}

// of returns when a page last changed.
func (c *changes) of(page string) factcheck.Date {
	if log, ok := c.prose[page]; log || page == "corrections.html" {
		return c.log
	} else if ok {
		return factcheck.Date{}
	}
	first, rest, below := strings.Cut(page, "/")
	if !below {
		return c.all
	}
	if when, ok := c.groups[first]; ok { // a story
		if strings.HasPrefix(rest, "claims/") || strings.HasPrefix(rest, "articles/") {
			return c.pages[page]
		}
		return when
	}
	name, _, _ := strings.Cut(strings.TrimSuffix(rest, ".html"), "/") // a list goes on at x/2.html
	switch first {
	case "outlets", "claimants", "topics":
		if name != "index" {
			return c.groups[first+"/"+name]
		}
	}
	return c.all
}
