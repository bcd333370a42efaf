package examine

import (
	"fmt"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// companions returns, for each article, the others that a claim quotes beside
// it, each once, in the story's order: documents of the same statements, and so
// mostly of the same days.
func companions(book *factcheck.Casebook) map[string][]*factcheck.Article {
	beside := map[string]map[string]bool{}
	for _, k := range book.Cases {
		for _, w := range k.Witnesses {
			for _, o := range k.Witnesses {
				if a, b := w.Wording.Article, o.Wording.Article; a != b {
					if beside[a] == nil {
						beside[a] = map[string]bool{}
					}
					beside[a][b] = true
				}
			}
		}
	}
	found := map[string][]*factcheck.Article{}
	for id, others := range beside {
		for i := range book.Story.Articles {
			if a := &book.Story.Articles[i]; others[a.ID] {
				found[id] = append(found[id], a)
			}
		}
	}
	return found
}

// maxCompanions bounds what other documents add to the evidence.
const maxCompanions = 3

// fittingCompanions quotes the date lines of documents that carry the same
// statements and are dated on a day or the day after.
func (c *calendar) fittingCompanions(article string, day timex.Day) []factcheck.Evidence {
	var list []factcheck.Evidence
	for _, a := range c.companions[article] {
		if gap := a.Published.Day.Sub(day); !a.Published.Day.IsZero() && (gap == 0 || gap == 1) && len(list) < maxCompanions {
			for _, e := range dated(a, fmt.Sprintf("the date of %s, which carries the same statement", called(c.room, a))) {
				e.Beside = true
				list = append(list, e)
			}
		}
	}
	return list
}
