package examine

import (
	"slices"
	"strings"

	"crosscheck/generator/engine/quotation"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/words"
)

// speech holds what the articles of a story put in quotation marks, and who
// they say is speaking, for the rules that read it.
type speech struct {
	room    *factcheck.Newsroom
	story   *factcheck.Story
	article map[string]spoken
}

// spoken is the speech of one article.
type spoken struct{ title, body *quotation.Text }

func newSpeech(room *factcheck.Newsroom, story *factcheck.Story) *speech {
	s := &speech{room, story, make(map[string]spoken, len(story.Articles))}
	for i := range story.Articles {
		a := &story.Articles[i]
		s.article[a.ID] = spoken{
			title: quotation.Read(a.Title),
			body:  quotation.Read(a.Body.Plain, paragraphs(nil, a.Body.Blocks)...),
		}
	}
	return s
}

// paragraphs returns the blocks of an article that hold running text.
func paragraphs(spans []words.Span, blocks []markdown.Block) []words.Span {
	for _, b := range blocks {
		switch {
		case b.Kind == markdown.Code || b.Kind == markdown.Rule:
		case len(b.Children) > 0:
			spans = paragraphs(spans, b.Children)
		case b.Start < b.End:
			spans = append(spans, words.Span{Start: b.Start, End: b.End})
		}
	}
	return spans
}

// of returns the speech of a part of an article; nil where none is read.
func (s *speech) of(article string, p factcheck.Part) *quotation.Text {
	switch p {
	case factcheck.Title:
		return s.article[article].title
	case factcheck.Body:
		return s.article[article].body
	}
	return nil
}

// quoted reports whether text[start:end] of a part stands in quotation marks.
func (s *speech) quoted(article string, p factcheck.Part, start, end int) bool {
	t := s.of(article, p)
	return t != nil && slices.ContainsFunc(t.Quotations, func(q quotation.Quotation) bool { return q.Inner.Start <= start && end <= q.Inner.End })
}

// introduction returns the verb of saying that brings a witness's words in, and
// whether it stands beside a quotation of the witness.
func (s *speech) introduction(w *factcheck.Witness) (saying quotation.Saying, p factcheck.Passage, ok bool) {
	for _, p := range w.Passages {
		if t := s.of(p.Article, p.Part); t != nil {
			if saying, ok := t.Introduces(p.Start, p.End); ok {
				return saying, p, true
			}
		}
	}
	return saying, p, false
}

// speaker returns who is said to speak the words in quotation marks of a
// witness; its zero value where that is not known.
func (s *speech) speaker(w *factcheck.Witness) (quotation.Speaker, factcheck.Passage) {
	for _, p := range w.Passages {
		t := s.of(p.Article, p.Part)
		if t == nil {
			continue
		}
		for _, q := range t.Quotations {
			if q.Depth == 0 && q.Saying >= 0 && !q.Inherited && q.Inner.Start < p.End && p.Start < q.Inner.End {
				saying := t.Sayings[q.Saying]
				return saying.Speaker, factcheck.Passage{Article: p.Article, Part: p.Part, Start: min(q.Start, saying.Sentence.Start), End: max(q.End, saying.Sentence.End)}
			}
		}
	}
	return quotation.Speaker{}, factcheck.Passage{}
}

// voice is speaker with the words that the article has for it.
func (s *speech) voice(w *factcheck.Witness) voice {
	who, p := s.speaker(w)
	if who.End == 0 {
		return voice{}
	}
	return voice{who, strings.TrimSpace(plainWords(s.story.Article(p.Article).Text(p.Part)[who.Start:who.End]))}
}

// inside returns the stretches of a witness's text that stand inside quotation
// marks in its article; where the engine sees no quotation, the
// form decides.
func (s *speech) inside(w *factcheck.Witness) []span {
	if w.Form != factcheck.Direct && w.Form != factcheck.Partial {
		return nil
	}
	if spans := s.marked(w); spans != nil {
		return spans
	}
	return insideMarks(w)
}

// marked returns the stretches of a witness's text that the engine sees inside
// quotation marks in its article.
func (s *speech) marked(w *factcheck.Witness) []span {
	var spans []span
	at := 0
	for _, p := range w.Passages {
		if t := s.of(p.Article, p.Part); t != nil {
			for _, q := range t.Quotations {
				from, to := max(q.Start, p.Start), min(q.End, p.End)
				if !q.Closed {
					to = min(q.Inner.End, p.End)
				}
				if q.Depth == 0 && from < to {
					spans = spansOf(spans, w.Text, at+from-p.Start, at+to-p.Start)
				}
			}
		}
		at += p.End - p.Start + len(factcheck.PartSeparator)
	}
	return spans
}

// introductions tells for each witness of a case with which verb its words are
// brought in.
func introductions(s *speech, c factcheck.Case) []factcheck.Introduction {
	list := make([]factcheck.Introduction, len(c.Witnesses))
	for i := range c.Witnesses {
		saying, p, ok := s.introduction(&c.Witnesses[i])
		if !ok || s.aside(&c.Witnesses[i]) {
			continue
		}
		list[i] = factcheck.Introduction{
			Verb: factcheck.Passage{Article: p.Article, Part: p.Part, Start: saying.Start, End: saying.End},
			Word: s.story.Article(p.Article).Text(p.Part)[saying.Start:saying.End], Lemma: saying.Lemma, Class: saying.Class,
		}
	}
	return list
}

// aside reports a wording that opens behind “as”, “while” or the like: a clause
// of the article's own, whoever is said to speak before it.
func (s *speech) aside(w *factcheck.Witness) bool {
	p := w.Passages[0]
	before := lower(s.story.Article(p.Article).Text(p.Part)[max(0, p.Start-40):p.Start])
	first := lower(w.Text[:min(len(w.Text), 40)])
	for _, word := range append(before[max(0, len(before)-1):], first[:min(len(first), 2)]...) {
		switch word {
		case "as", "while", "amid", "although", "though", "whereas", "despite":
			return w.Form == factcheck.Paraphrase
		}
	}
	return false
}

// contentWords returns the words of a text that say something, in small
// letters, each once.
func contentWords(text string) map[string]bool {
	set := map[string]bool{}
	for _, t := range words.Tokens(text) {
		if t.Kind == words.Punct {
			continue
		}
		w := strings.ToLower(words.Fold(text[t.Start:t.End]).Text)
		if t.Kind == words.Number || len(w) > 2 && !functionWord(w) {
			set[stem(w)] = true
		}
	}
	return set
}

// stem takes off the endings that a quotation's grammar may change, so that
// flame and flames, run and running, city and cities have one.
func stem(w string) string {
	w = strings.TrimSuffix(w, "'s")
	for _, suffix := range [...]string{"ing", "ed", "es", "s"} {
		if t, ok := strings.CutSuffix(w, suffix); ok && len(t) > 2 && !strings.HasSuffix(w, "ss") {
			if n := len(t); suffix != "s" && n > 3 && t[n-1] == t[n-2] && t[n-1] != 's' && t[n-1] != 'l' {
				t = t[:n-1]
			}
			w = t
			break
		}
	}
	if t, ok := strings.CutSuffix(w, "e"); ok && len(t) > 2 {
		w = t
	}
	if t, ok := strings.CutSuffix(w, "y"); ok && len(t) > 2 {
		w = t + "i"
	}
	return w
}

func functionWord(w string) bool {
	switch w {
	case "the", "and", "but", "for", "with", "from", "that", "this", "these", "those", "they", "them", "their", "our", "ours", "you", "your", "his", "her", "hers", "him", "she", "its", "are", "was", "were", "been", "being", "has", "have", "had",
		"having", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "does", "did", "doing", "not", "nor", "yet", "who", "whom", "whose", "which", "what", "when", "where", "why", "how", "there", "here", "then", "than", "into", "onto",
		"upon", "about", "over", "under", "after", "before", "because", "while", "very", "also", "just", "only", "some", "any", "all", "each", "every", "both", "such", "more", "most", "much", "many", "own", "other", "one", "out", "off",
		"it's", "we're", "we've", "i'm", "i've", "don't", "can't", "won't", "that's", "they're", "we'll", "it'll", "isn't", "doesn't", "didn't", "let":
		return true
	}
	return false
}

// inCommon counts the words that two sets have in common.
func inCommon(a, b map[string]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}
