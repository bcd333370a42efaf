package examine

import (
	"fmt"
	"slices"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// DatedApart is the kind of a finding: the one source of a statement whose date
// lies far from those of all the others.
const DatedApart = "dated-apart"

const (
	together = 7  // days within which reports of one event are mostly dated
	farApart = 28 // days that part an outlier from all of them
)

// datedApart looks at the dates of the sources of each claim. Where two or more
// lie close together and one far from all, that one may be a late copy, a
// translation or a look back. Each document is reported once, whatever the
// number of claims that it shares. Silent are documents that lateReport has
// found, and those that name the day of the others in full themselves or set the
// statement in the past: they look back, and say so.
func datedApart(c *calendar) []factcheck.Finding {
	var findings []factcheck.Finding
	told := map[string]bool{}
	for _, k := range c.cases {
		var sources []*factcheck.Article
		for _, w := range k.Witnesses {
			if a := c.story.Article(w.Wording.Article); !a.Published.Day.IsZero() && !slices.Contains(sources, a) {
				sources = append(sources, a)
			}
		}
		if len(sources) < 3 {
			continue
		}
		slices.SortStableFunc(sources, func(a, b *factcheck.Article) int { return a.Published.Day.Compare(b.Published.Day) })
		first, last := sources[0], sources[len(sources)-1]
		var odd *factcheck.Article
		var others []*factcheck.Article
		switch {
		case sources[len(sources)-2].Published.Day.Sub(first.Published.Day) <= together && last.Published.Day.Sub(sources[len(sources)-2].Published.Day) > farApart:
			odd, others = last, sources[:len(sources)-1]
		case last.Published.Day.Sub(sources[1].Published.Day) <= together && sources[1].Published.Day.Sub(first.Published.Day) > farApart:
			odd, others = first, sources[1:]
		default:
			continue
		}
		if told[odd.ID] || c.doubtful[odd.ID] || looksBack(c, odd, others) || odd == last && c.tellsOfOld(odd, k) {
			continue
		}
		told[odd.ID] = true
		near := others[0]
		if odd == last {
			near = others[len(others)-1]
		}
		f := factcheck.Finding{
			Kind: DatedApart, Severity: factcheck.Minor, Certainty: factcheck.Soft, Status: factcheck.Proposed,
			Summary: fmt.Sprintf("%s is dated %s; the other dated reports that carry %s are of %s.",
				called(c.room, odd), factcheck.SpellDay(odd.Published.Day), quoted(k.Claim.Text), period(others[0].Published.Day, others[len(others)-1].Published.Day)),
			Arithmetic: distance(odd.Published.Day, near.Published.Day),
			Why:        "Reports of one event mostly appear within days of each other. The odd date may be that of a later copy, of a translation or of a look back; the document does not say so.",
		}
		f.Evidence = dated(odd, "the date that lies apart")
		for _, w := range k.Witnesses {
			if w.Wording.Article == odd.ID {
				for _, e := range cited(&w) {
					e.Beside = len(f.Evidence) > 0
					f.Evidence = append(f.Evidence, e)
				}
				break
			}
		}
		for _, o := range others[:min(len(others), maxCompanions)] {
			for _, e := range dated(o, "the date of another source") {
				e.Beside = true
				f.Evidence = append(f.Evidence, e)
			}
		}
		findings = append(findings, f)
	}
	return findings
}

// tellsOfOld reports whether a document sets its wording in the past: “announced
// three months ago”.
func (c *calendar) tellsOfOld(a *factcheck.Article, k factcheck.Case) bool {
	for _, w := range k.Witnesses {
		if w.Wording.Article != a.ID {
			continue
		}
		for _, p := range w.Passages {
			text := a.Text(p.Part)
			s := words.SentenceAt(text, p.Start)
			for _, sign := range [...]string{" ago", "last year", "last month", "last spring", "last summer", "last autumn", "last winter", "earlier this year", "previously", "at the time", "months earlier", "years earlier", "then "} {
				if containsFold(text[s.Start:s.End], sign) {
					return true
				}
			}
		}
	}
	return false
}

// looksBack reports whether an article names, with its year, a day near the
// dates of the others.
func looksBack(c *calendar, a *factcheck.Article, others []*factcheck.Article) bool {
	for _, s := range c.article[a.ID] {
		if s.Passage.Part == factcheck.PublishedAs || !s.Expression.Explicit || !resolved(s) {
			continue
		}
		for _, o := range others {
			if abs(s.Expression.Earliest.Sub(o.Published.Day)) <= together {
				return true
			}
		}
	}
	return false
}
