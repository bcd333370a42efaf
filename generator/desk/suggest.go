// Package desk does what editors' commands are for: it works on the content as
// the build reads it, and answers with what an editor may paste. It writes no
// file.
package desk

import (
	"cmp"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"crosscheck/generator/anchor"
	"crosscheck/generator/content"
	"crosscheck/generator/diag"
	"crosscheck/generator/engine/suggest"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/source"
)

// An Inquiry asks what other articles have for a quote of one article or, with
// no quote, for the wordings of a claim.
type Inquiry struct {
	Content string // folder
	About   string // STORY/ARTICLE, STORY/CLAIM, or the path of such a file
	Quote   string // empty for a claim
	Limit   int    // passages of an article; 3 if 0
}

// A Suggestion is a passage that may say the same, as a quotation that finds it.
type Suggestion struct {
	factcheck.Quotation
	Part       factcheck.Part
	Start, End int     // in the part's text, in code points
	Score      float64 // how sure the engine is, over 0, at most 1
}

// An Offer is what one article has, best first; it may have nothing.
type Offer struct {
	Article     string // id
	Suggestions []Suggestion
}

// Answer tells what was found.
type Answer struct {
	Story, Article, Claim string // what was asked about; Article or Claim is empty
	Quotes                []string
	Offers                []Offer   // an offer for each article asked, the best first
	Diagnostics           diag.List // what keeps the answer from being whole, sorted
}

// A UsageError tells that the inquiry makes no sense for this content.
type UsageError struct{ Reason string }

func (e *UsageError) Error() string { return e.Reason }

func misuse(format string, args ...any) error { return &UsageError{fmt.Sprintf(format, args...)} }

// Suggest looks for passages that say what the inquiry asks about. An error is
// a [UsageError] or the machine's. What is wrong with articles is told, and those
// that cannot be read are left out; so is a quote that does not stand in its article, as check tells it,
// and then there are no offers.
func Suggest(i Inquiry) (Answer, error) {
	if i.Limit <= 0 {
		i.Limit = 3
	}
	folder, err := content.Open(i.Content)
	if err != nil {
		return Answer{}, err
	}
	defer folder.Close()
	room, _, err := folder.Load()
	if err != nil {
		return Answer{}, err
	}
	id, name, kind, err := address(i.Content, i.About)
	if err != nil {
		return Answer{}, err
	}
	if !slices.Contains(room.Stories, id) {
		return Answer{}, misuse("there is no story %q; %s", id, listed("there is", room.Stories))
	}
	story, diags, err := folder.Story(id, &room)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Story: id, Diagnostics: unreadable(diags, "stories/"+id+"/articles/")}
	if kind == "" {
		kind = "article"
		if i.Quote == "" {
			kind = "claim"
		}
	}
	var asked []string // articles that are not looked into
	if kind == "article" {
		asked, err = a.article(&story, name, i.Quote)
	} else {
		asked, err = a.claim(&story, name, i.Quote, diags)
	}
	if err != nil || len(a.Quotes) == 0 {
		a.Diagnostics = a.Diagnostics.Sorted()
		return a, err
	}
	a.search(&story, asked, i.Limit)
	a.Diagnostics = a.Diagnostics.Sorted()
	return a, nil
}

// address reads STORY/NAME, or the path of an article or a claim; kind is empty
// if it does not tell.
func address(dir, about string) (story, name, kind string, err error) {
	parts := strings.Split(filepath.ToSlash(filepath.Clean(about)), "/")
	if len(parts) == 2 && parts[0] != ".." && parts[1] != "" {
		return parts[0], parts[1], "", nil
	}
	from, err1 := filepath.Abs(dir)
	to, err2 := filepath.Abs(about)
	rel := about
	if err := cmp.Or(err1, err2); err != nil {
		return "", "", "", err
	}
	if r, err := filepath.Rel(from, to); err == nil {
		rel = r
	}
	parts = strings.Split(filepath.ToSlash(rel), "/")
	if len(parts) == 4 && parts[0] == "stories" {
		file := strings.TrimSuffix(parts[3], filepath.Ext(parts[3]))
		switch parts[2] {
		case "articles":
			return parts[1], file, "article", nil
		case "claims":
			return parts[1], file, "claim", nil
		}
	}
	return "", "", "", misuse("%q is neither STORY/ARTICLE, STORY/CLAIM nor the path of an article or a claim in %s", about, dir)
}

// unreadable keeps what makes articles be left out.
func unreadable(list diag.List, below string) (kept diag.List) {
	for _, d := range list {
		if d.Severity == diag.Error && d.Span.File != nil && strings.HasPrefix(d.Span.File.Path, below) {
			kept = append(kept, d)
		}
	}
	return kept
}

// article asks about a quote of an article.
func (a *Answer) article(story *factcheck.Story, id, quote string) (asked []string, err error) {
	article := story.Article(id)
	switch {
	case article == nil && slices.ContainsFunc(a.Diagnostics, func(d diag.Diagnostic) bool { return names(d.Span.File, id) }):
		return nil, nil // it is told why
	case article == nil:
		return nil, misuse("the story %q has no article %q; %s", story.ID, id, listed("there is", articleIDs(story)))
	case strings.TrimSpace(quote) == "":
		return nil, misuse("say which words of %s are meant: crosscheck suggest %s/%s \"the words\"", id, story.ID, id)
	}
	a.Article = id
	q := factcheck.Quotation{Article: id, Quote: quote}
	if article.File != nil { // the quote stands in no file; what is wrong is told of the article as a whole
		q.Span = source.New(article.File.Path, "").Span(0, 0)
	}
	passages, list, ok := anchor.Find(story, q)
	if !ok {
		for _, d := range list {
			if d.Code == "quote-ambiguous" {
				// Any of the places has these words.
				a.Quotes = []string{quote}
				return []string{id}, nil
			}
		}
		a.Diagnostics = append(a.Diagnostics, list...)
		return nil, nil
	}
	var words []string
	for _, p := range passages {
		words = append(words, article.Text(p.Part)[p.Start:p.End])
	}
	a.Quotes = []string{strings.Join(words, " ")}
	return []string{id}, nil
}

// claim asks about the wordings of a claim or, if it has none, about its text.
func (a *Answer) claim(story *factcheck.Story, id, quote string, diags diag.List) (asked []string, err error) {
	n := slices.IndexFunc(story.Claims, func(c factcheck.Claim) bool { return c.ID == id })
	if n < 0 {
		if broken := unreadable(diags, "stories/"+story.ID+"/claims/"+id+"."); len(broken) > 0 {
			a.Diagnostics = append(a.Diagnostics, broken...)
			return nil, nil
		}
		if story.Article(id) != nil {
			return nil, misuse("%s is an article; say which of its words are meant: crosscheck suggest %s/%s \"the words\"", id, story.ID, id)
		}
		var ids []string
		for _, c := range story.Claims {
			ids = append(ids, c.ID)
		}
		return nil, misuse("the story %q has no claim %q; %s", story.ID, id, listed("there is", ids))
	}
	if quote != "" {
		return nil, misuse("%s is a claim; its own wordings are looked for, so that no quote is taken", id)
	}
	a.Claim = id
	one := *story
	one.Claims, one.Findings = story.Claims[n:n+1], nil
	book, list := anchor.Quotes(one)
	for _, d := range list {
		if d.Severity == diag.Error {
			a.Diagnostics = append(a.Diagnostics, d)
		}
	}
	for _, w := range one.Claims[0].Wordings {
		asked = append(asked, w.Article)
	}
	for _, w := range book.Cases[0].Witnesses {
		a.Quotes = append(a.Quotes, strings.ReplaceAll(w.Text, factcheck.PartSeparator, " "))
	}
	if len(a.Quotes) == 0 && len(one.Claims[0].Wordings) == 0 {
		a.Quotes = []string{one.Claims[0].Text}
	}
	return asked, nil
}

// least is the score under which nothing is told.
const least = 0.05

// search makes the offers: for each article that is not among those asked
// about, what comes nearest to any of the quotes.
func (a *Answer) search(story *factcheck.Story, asked []string, limit int) {
	var texts []suggest.Article
	for k := range story.Articles {
		article := &story.Articles[k]
		if slices.Contains(asked, article.ID) {
			continue
		}
		a.Offers = append(a.Offers, Offer{Article: article.ID})
		// A headline is a line above the text.
		texts = append(texts, suggest.Article{ID: article.ID, Text: article.Title + "\n" + article.Body.Plain})
	}
	found := make([][]suggest.Match, len(texts))
	for _, quote := range a.Quotes {
		for _, m := range suggest.Rank(quote, texts, math.MaxInt) {
			k := slices.IndexFunc(texts, func(t suggest.Article) bool { return t.ID == m.Article })
			found[k] = append(found[k], m)
		}
	}
	for k := range a.Offers {
		slices.SortStableFunc(found[k], func(a, b suggest.Match) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
		article := story.Article(texts[k].ID)
		offer := &a.Offers[k]
		var taken []suggest.Match
		for _, m := range found[k] {
			if len(offer.Suggestions) == limit {
				break
			}
			if slices.ContainsFunc(taken, func(t suggest.Match) bool { return m.Start < t.End && t.Start < m.End }) {
				continue
			}
			if m.Score < least {
				break
			}
			taken = append(taken, m)
			p := factcheck.Passage{Article: m.Article, Part: factcheck.Title, Start: m.Start, End: m.End}
			if head := len(article.Title) + 1; m.Start >= head {
				p.Part, p.Start, p.End = factcheck.Body, m.Start-head, m.End-head
			}
			if q, ok := anchor.Cite(story, p); ok {
				text := article.Text(p.Part)
				start := utf8.RuneCountInString(text[:p.Start])
				end := start + utf8.RuneCountInString(text[p.Start:p.End])
				offer.Suggestions = append(offer.Suggestions, Suggestion{q, p.Part, start, end, m.Score})
			}
		}
	}
	best := func(o Offer) float64 {
		if len(o.Suggestions) == 0 {
			return 0
		}
		return o.Suggestions[0].Score
	}
	slices.SortStableFunc(a.Offers, func(x, y Offer) int { return cmp.Compare(best(y), best(x)) })
}

func articleIDs(story *factcheck.Story) (ids []string) {
	for k := range story.Articles {
		ids = append(ids, story.Articles[k].ID)
	}
	return ids
}

func names(f *source.File, id string) bool {
	if f == nil {
		return false
	}
	name := f.Path[strings.LastIndexByte(f.Path, '/')+1:]
	return strings.TrimSuffix(name, filepath.Ext(name)) == id
}

// listed says what there is, some of it if it is much.
func listed(there string, ids []string) string {
	switch n := len(ids); {
	case n == 0:
		return "it has none"
	case n > 12:
		return there + " " + strings.Join(ids[:12], ", ") + " and more"
	}
	return there + " " + strings.Join(ids, ", ")
}
