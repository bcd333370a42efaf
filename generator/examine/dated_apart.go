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

// datedApart looks at the dates of the sources of each claim and, where it has
// but two, of all documents of the story. Where two or more lie close together
// and one far from all, that one may be a late copy, a translation or a look
// back. Each document is reported once, whatever the number of claims that it
// shares. Silent are documents that lateReport has found, and those that name the
// day of the others in full themselves or set the statement in the past: they look
// back, and say so.
func datedApart(c *calendar, book *factcheck.Casebook) []factcheck.Finding {
	var findings []factcheck.Finding
	told := map[string]bool{}
	for _, k := range book.Cases {
		var sources []*factcheck.Article
		for _, w := range k.Witnesses {
			if a := c.story.Article(w.Wording.Article); !a.Published.Day.IsZero() && !slices.Contains(sources, a) {
				sources = append(sources, a)
			}
		}
		pool, of := slices.Clone(sources), "sources of "+quoted(k.Claim.Text)
		if len(sources) == 2 {
			pool, of = nil, "documents of this story"
			for i := range c.story.Articles {
				if a := &c.story.Articles[i]; !a.Published.Day.IsZero() {
					pool = append(pool, a)
				}
			}
		}
		odd, others, ok := outlier(pool)
		if !ok || !slices.Contains(sources, odd) || told[odd.ID] || c.doubtful[odd.ID] || looksBack(c, odd, others) {
			continue
		}
		late := odd.Published.Day.After(others[0].Published.Day)
		if late && c.tellsOfOld(odd, k) {
			continue
		}
		told[odd.ID] = true
		near := others[0]
		if late {
			near = others[len(others)-1]
		}
		f := factcheck.Finding{
			Kind: DatedApart, Severity: factcheck.Minor, Certainty: factcheck.Soft, Status: factcheck.Proposed,
			Summary: fmt.Sprintf("%s is dated %s; the other dated %s are of %s.",
				called(c.room, odd), factcheck.SpellDay(odd.Published.Day), of, period(others[0].Published.Day, others[len(others)-1].Published.Day)),
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

// outlier returns the one of three articles or more whose date lies far from all
// the others, which lie close together, by date.
func outlier(pool []*factcheck.Article) (odd *factcheck.Article, others []*factcheck.Article, ok bool) {
	n := len(pool)
	if n < 3 {
		return nil, nil, false
	}
	slices.SortStableFunc(pool, func(a, b *factcheck.Article) int { return a.Published.Day.Compare(b.Published.Day) })
	apart := func(from, to int) int { return pool[to].Published.Day.Sub(pool[from].Published.Day) }
	switch {
	case apart(0, n-2) <= together && apart(n-2, n-1) > farApart:
		return pool[n-1], pool[:n-1], true
	case apart(1, n-1) <= together && apart(0, 1) > farApart:
		return pool[0], pool[1:], true
	}
	return nil, nil, false
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
