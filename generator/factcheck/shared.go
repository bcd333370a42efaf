package factcheck

import "crosscheck/generator/engine/reuse"

// Shared is what the articles of a story have in common, word for word or
// nearly. It says nothing of who had it first. Only bodies are compared:
// headlines are too short to tell chance from more.
type Shared struct {
	Passages []SharedPassage // by the place in the first article that has it
	Articles []SharedArticle // one for each of Story.Articles, in their order
}

// SharedPassage is a passage that several articles have.
type SharedPassage struct {
	Places []SharedPlace // at least two, of different articles, in their order
	Exact  bool          // the same words everywhere; marks and case may differ
	Quoted bool          // most of it stands in quotation marks in every article
}

// SharedPlace is where one article has a shared passage. Places with the same
// words have the same Reading, the first 0. From and To tell which words of the
// first place it has: some copies of a passage are shorter than others. Apart are
// the words that some other place does not have; offsets as in Passage.
type SharedPlace struct {
	Passage
	Words    int
	From, To int
	Reading  int
	Apart    []reuse.Span
}

// SharedArticle is how much of an article others of the story have as well.
type SharedArticle struct {
	Words  int // of its body
	Shared int // of them, in shared passages
}
