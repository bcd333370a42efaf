package render

import (
	"cmp"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// Pages of content/pages, what is printed on them, and the two things that
// readers are owed whether there are such pages or not: a log of all
// corrections, and a way to report an error.

// correctionsFile is where the log stands if no page of content/pages has it.
const correctionsFile = "corrections.html"

// placed returns the markers of a page that something is printed for, each once.
func placed(src string) []markdown.Marker {
	var all []markdown.Marker
	for _, m := range markdown.Markers(src) {
		known := m.Word == factcheck.ScaleMarker || m.Word == factcheck.CorrectionsMarker
		if m.Alone && known && !slices.ContainsFunc(all, func(o markdown.Marker) bool { return o.Word == m.Word }) {
			all = append(all, m)
		}
	}
	return all
}

// find notes which pages print the scale and the log, the first of each.
func (r *Renderer) find(pages []factcheck.Page) {
	for _, p := range pages {
		for _, m := range placed(p.Markdown) {
			switch {
			case m.Word == factcheck.ScaleMarker && r.scalePage == "":
				r.scalePage = p.ID + ".html"
			case m.Word == factcheck.CorrectionsMarker && r.logPage == "":
				r.logPage = p.ID + ".html"
			}
		}
	}
	if r.logPage == "" {
		r.logPage = correctionsFile // a page of that name gets the log below its text
		r.logAdded = !slices.ContainsFunc(pages, func(p factcheck.Page) bool { return p.ID+".html" == correctionsFile })
	}
}

func (r *Renderer) contentPage(f *files, g *gathered, page *factcheck.Page) {
	p := &ContentPage{Page: r.page(page.ID+".html", page.ID, page.Title, page.Summary), Name: page.Title, Lead: page.Summary}
	p.Crumbs = []Link{{"index.html", "Home"}}
	p.Edit = editLink(&r.room.Site, page.File, "Edit this page")
	if words := len(strings.Fields(page.Markdown)); words > 2*wordsPerMinute {
		p.Reading = toRead(words)
	}
	markers := placed(page.Markdown)
	level := 2 // of a heading that goes on where the text stands
	for i, html := range markdown.ProseAround(page.Markdown, markers, markdown.ProseOptions{Root: p.Root}) {
		part := PagePart{Before: template.HTML(html)}
		if strings.Contains(html, "<h2") {
			level = 3
		}
		if i < len(markers) {
			switch markers[i].Word {
			case factcheck.ScaleMarker:
				for _, v := range r.room.Site.Verdicts {
					part.Scale = append(part.Scale, r.verdicts[v.ID])
				}
			case factcheck.CorrectionsMarker:
				part.Log = correctionsLog(g.claims, p.Root, level)
			}
		}
		p.Parts = append(p.Parts, part)
	}
	if p.Path == r.logPage && !slices.ContainsFunc(p.Parts, func(part PagePart) bool { return part.Log != nil }) {
		p.Parts = append(p.Parts, PagePart{Before: `<h2 id="log">All corrections</h2>`, Log: correctionsLog(g.claims, p.Root, 3)})
	}
	f.add("page", p.Path, p)
}

// correctionsPage is the log where no editor has written a page for it.
func (r *Renderer) correctionsPage(f *files, g *gathered) {
	if !r.logAdded {
		return
	}
	p := &ContentPage{Page: r.page(correctionsFile, "corrections", "Corrections", "What was corrected on this site since it was published, the latest first.")}
	p.Name, p.Lead = p.Title, p.Description
	p.Crumbs = []Link{{"index.html", "Home"}}
	how := "This site names no address to report an error to."
	if to := r.report(&p.Page); to != r.logPage {
		how = `<a href="` + escaped(to) + `">Write to us</a>: name the page, quote the sentence, and say what in the documents contradicts it.`
	}
	p.Parts = []PagePart{
		{Log: correctionsLog(g.claims, p.Root, 2)},
		{Before: template.HTML(`<h2 id="report">How to report an error</h2><p>` + how + "</p>")},
	}
	f.add("page", p.Path, p)
}

// correctionsLog lists every correction of every claim, the latest first, by
// years. level is that of the years' headings.
func correctionsLog(claims []claimRef, root string, level int) *CorrectionsLog {
	type entry struct {
		claimRef
		factcheck.Correction
	}
	var all []entry
	for _, ref := range claims {
		// Of two on one day the one further down was made later.
		for i := len(ref.claim.Corrections) - 1; i >= 0; i-- {
			all = append(all, entry{ref, ref.claim.Corrections[i]})
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(b.Date.ISO, a.Date.ISO) })
	log := &CorrectionsLog{Summary: "Nothing has been corrected so far."}
	if len(all) > 0 {
		corrected := 0
		for _, ref := range claims {
			if len(ref.claim.Corrections) > 0 {
				corrected++
			}
		}
		log.Summary = count(len(all), "correction", "corrections") + " to " + strconv.Itoa(corrected) + " of " + count(len(claims), "claim", "claims") + ", the latest first."
	}
	for _, e := range all {
		year := e.Date.ISO[:min(4, len(e.Date.ISO))]
		if n := len(log.Years); n == 0 || log.Years[n-1].Year != year {
			h := "h" + strconv.Itoa(level)
			log.Years = append(log.Years, CorrectionYear{Year: year,
				Heading: template.HTML(`<` + h + ` id="corrections-` + escaped(year) + `">` + escaped(year) + `</` + h + `>`)})
		}
		y := &log.Years[len(log.Years)-1]
		y.Items = append(y.Items, LoggedCorrection{
			CorrectionView: CorrectionView{Date: spell(e.Date), ISO: e.Date.ISO, What: inline(e.What, root)},
			Claim:          Link{root + e.digest.Story + "/claims/" + e.claim.ID + ".html", e.claim.Text},
			Story:          e.digest.Title,
		})
	}
	return log
}

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
		u, err := url.Parse(r.masthead.Repository)
		if err != nil {
			break
		}
		subject := query("Error on the page “" + title + "”")
		switch host := strings.ToLower(u.Hostname()); {
		case host == "github.com" || host == "codeberg.org":
			return r.masthead.Repository + "/issues/new?title=" + subject
		case host == "gitlab.com" || strings.HasPrefix(host, "gitlab."):
			return r.masthead.Repository + "/-/issues/new?issue%5Btitle%5D=" + subject
		}
		return r.masthead.Repository
	}
	if r.logAdded {
		return p.Root + r.logPage + "#report"
	}
	return p.Root + r.logPage
}
