package examine

import (
	"crosscheck/generator/engine/reuse"
	"crosscheck/generator/factcheck"
)

// shared finds the passages that the articles of a story have in common. It is
// no finding: newspapers print what agencies send them, and may.
func shared(story *factcheck.Story) factcheck.Shared {
	bodies := make([]string, len(story.Articles))
	for i := range story.Articles {
		bodies[i] = story.Articles[i].Body.Plain
	}
	found := reuse.Shared(bodies, reuse.Options{})
	s := factcheck.Shared{Articles: make([]factcheck.SharedArticle, len(bodies))}
	for i := range s.Articles {
		s.Articles[i] = factcheck.SharedArticle{Words: found.Words[i], Shared: found.Shared[i]}
	}
	for _, p := range found.Passages {
		passage := factcheck.SharedPassage{Exact: p.Exact, Quoted: p.Quoted}
		for _, c := range p.Places {
			passage.Places = append(passage.Places, factcheck.SharedPlace{
				Passage: factcheck.Passage{Article: story.Articles[c.Text].ID, Part: factcheck.Body, Start: c.Start, End: c.End},
				Words:   c.Words, From: c.From, To: c.To, Reading: c.Reading, Apart: c.Apart,
			})
		}
		s.Passages = append(s.Passages, passage)
	}
	return s
}
