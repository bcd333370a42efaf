package render

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"crosscheck/generator/factcheck"
)

// CorrectionView is one entry of a claim's corrections.
type CorrectionView struct {
	Date, ISO string
	What      template.HTML
}

// CorrectionsLog is every correction of the site.
type CorrectionsLog struct {
	Summary string
	Years   []CorrectionYear // the latest first
}

// CorrectionYear is the corrections of a year, the latest first.
type CorrectionYear struct {
	Year    string
	Heading template.HTML
	Items   []LoggedCorrection
}

// LoggedCorrection is a correction with the claim that it was made to.
type LoggedCorrection struct {
	CorrectionView
	Claim Link
	Story string
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
