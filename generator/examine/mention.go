package examine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// Events as the clauses around a date tell of them, and which of them are one.

// An eventPair is two mentions of one event; the first may be a reference event
// of the story's.
type eventPair struct{ a, b *mention }

// eventPairs finds the mentions that tell of one event, in reading order.
func (c *calendar) eventPairs() []eventPair {
	var all []mention
	for i := range c.story.Events {
		if m, ok := reference(&c.story.Events[i]); ok {
			all = append(all, m)
		}
	}
	for i := range c.story.Articles {
		for _, s := range c.datesOf(&c.story.Articles[i]) {
			if m, ok := c.mention(s); ok {
				all = append(all, m)
			}
		}
	}
	// Which mentions have a word in common, by their words: pairs are looked at
	// only where they share one that few have.
	index := map[string][]int{}
	for i := range all {
		for _, k := range all[i].keys {
			index[k] = append(index[k], i)
		}
	}
	var pairs []eventPair
	for i := range all {
		shared := map[int]int{}
		for _, k := range all[i].keys {
			if list := index[k]; len(list) <= commonWord {
				for _, j := range list {
					if j > i {
						shared[j]++
					}
				}
			}
		}
		var partners []int
		for j, n := range shared {
			if n >= 2 {
				partners = append(partners, j)
			}
		}
		slices.Sort(partners)
		for _, j := range partners {
			if a, b := &all[i], &all[j]; a.sameAs(b) {
				pairs = append(pairs, eventPair{a, b})
			}
		}
	}
	return pairs
}

// reference reads a reference event as a mention. ok is false where its name has
// too few words to be known again.
func reference(e *factcheck.Event) (m mention, ok bool) {
	first, last, ok := covered(e.Date)
	if !ok {
		return m, false
	}
	if _, until, ok := covered(e.Until); ok {
		last = until
	}
	m = mention{event: e, first: first, last: last, keys: contentKeys(e.Name), names: names(". " + e.Name)}
	for _, w := range lower(e.Name) {
		if changes(w) {
			return m, false
		}
		if p := phaseOf(w); p != whole && m.phase == whole {
			m.phase = p
		}
	}
	return m, len(m.keys) >= 2
}

// covered returns the days that a date of an editor's covers.
func covered(d factcheck.Date) (first, last timex.Day, ok bool) {
	switch {
	case !d.Day.IsZero():
		return d.Day, d.Day, true
	case len(d.ISO) == 4:
		first, ok = timex.ParseDay(d.ISO + "-01-01")
		last, _ = timex.ParseDay(d.ISO + "-12-31")
	case len(d.ISO) == 7:
		if first, ok = timex.ParseDay(d.ISO + "-01"); ok {
			next := first.Add(31)
			last = next.Add(-next.Day)
		}
	}
	return first, last, ok
}

// commonWord is in how many mentions a word may stand to lead from one to
// another; it bounds the work on a story of very many dates.
const commonWord = 60

// A mention is an event as one clause dates it.
type mention struct {
	s           factcheck.DateStatement
	event       *factcheck.Event // instead of s: a reference event of the story's
	keys        []string         // of the words that carry meaning, sorted, each once
	names       map[string]bool
	numbers     string
	phase       phase
	first, last timex.Day // both zero where only the weekday is known
}

// where names the article of a mention; a reference event has none.
func (m *mention) where() string { return m.s.Passage.Article }

func (m *mention) days() string { return m.first.String() + m.last.String() + m.s.Expression.Value }

// A phase tells which part of an event a clause dates.
type phase uint8

const (
	whole phase = iota
	begins
	ends
	resumes
)

// mention reads the clause around a statement. ok is false where the statement
// dates no event that could be met again.
func (c *calendar) mention(s factcheck.DateStatement) (m mention, ok bool) {
	e := s.Expression
	if e.Ambiguous || e.Dateline || e.Name || e.Grain == timex.NoGrain || e.Grain > timex.GrainYear || e.Grain == timex.GrainSeason {
		return m, false
	}
	if c.misfit[s.Passage] {
		return m, false
	}
	relative := relative(s)
	if relative && (c.speech(s) || c.doubtful[s.Passage.Article]) {
		return m, false
	}
	m = mention{s: s, first: e.Earliest, last: e.Latest, names: map[string]bool{}}
	if m.first.IsZero() && !e.HasWeekday && !deictic(c.words(s)) {
		return m, false
	}
	around := c.around(s)
	switch around.last(1) {
	case "since", "until", "till", "by", "before", "after", "from", "to", "between", "and", "of", "for", "every", "each", "the", "than", "through", "last", "or":
		return m, false
	}
	text := c.text(s)
	if besideSaying(text, s) {
		return m, false // the day of the saying, not of what is told
	}
	before := clauseBefore(text[s.Sentence.Start:s.Passage.Start])
	after := clauseAfter(text[s.Passage.End:s.Sentence.End])
	var numbers []string
	seen := map[string]bool{}
	read := func(part string, opens bool) bool {
		for _, t := range words.Tokens(part) {
			w := part[t.Start:t.End]
			low := strings.ToLower(w)
			switch {
			case t.Kind == words.Punct:
				continue
			case changes(low):
				return false
			case t.Kind == words.Number || isNumeral(low):
				numbers = append(numbers, low)
			}
			if p := phaseOf(low); p != whole && m.phase == whole {
				m.phase = p
			}
			if emptyWord(low) || ofCalendar(low) || says(low) {
				opens = false
				continue
			}
			key := eventKey(low)
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && !opens {
				m.names[key] = true
			}
			opens = false
			if !seen[key] {
				seen[key] = true
				m.keys = append(m.keys, key)
			}
		}
		return true
	}
	if !read(before, true) || !read(after, false) {
		return m, false
	}
	slices.Sort(m.keys)
	slices.Sort(numbers)
	m.numbers = strings.Join(numbers, " ")
	return m, len(m.keys) >= eventWords
}

// isNumeral reports a small number in words.
func isNumeral(w string) bool {
	switch w {
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "dozens", "scores", "hundreds":
		return true
	}
	return false
}

// eventKey shortens a word in lower case to its first letters, so that most forms
// of one word are alike.
func eventKey(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")
	cut := 6
	if len(w) <= cut {
		return strings.TrimSuffix(w, "s")
	}
	for cut < len(w) && !utf8.RuneStart(w[cut]) {
		cut++
	}
	return w[:cut]
}

// sameAs reports whether two mentions tell of one event.
func (m *mention) sameAs(o *mention) bool {
	if m.event != nil {
		// The name of a reference event has to stand there whole.
		return o.event == nil && m.phase == o.phase && common(m.keys, o.keys) == len(m.keys)
	}
	if m.phase != o.phase || m.numbers != o.numbers {
		return false
	}
	shared, plain := 0, 0
	own := [2]int{}   // keys that only one of them has
	alone := [2]int{} // names that only one of them has
	count := func(a, b *mention, side int) {
		for _, k := range a.keys {
			if _, found := slices.BinarySearch(b.keys, k); found {
				continue
			}
			if own[side]++; a.names[k] {
				alone[side]++
			}
		}
	}
	count(m, o, 0)
	count(o, m, 1)
	if alone[0] > 0 && alone[1] > 0 {
		return false // in Holm, in Ost
	}
	for _, k := range m.keys {
		if _, found := slices.BinarySearch(o.keys, k); found {
			shared++
			if !m.names[k] && !o.names[k] {
				plain++
			}
		}
	}
	need, share := eventWords, eventShare
	if m.s.Passage.Article == o.s.Passage.Article {
		if own[0] > 0 && own[1] > 0 {
			return false // the port on Sunday, the airport on Tuesday
		}
		need, share = insideWords, insideShare
	}
	return plain > 0 && shared >= need && ratio(shared, min(len(m.keys), len(o.keys))) >= share && ratio(shared, max(len(m.keys), len(o.keys))) >= share/2
}

// clauseBefore cuts a sentence's beginning to the clause that reaches up to the
// date. A relative clause keeps the words that it belongs to.
func clauseBefore(text string) string {
	tokens := words.Tokens(text)
	for i := len(tokens) - 1; i >= 0; i-- {
		w := strings.ToLower(text[tokens[i].Start:tokens[i].End])
		switch w {
		case ";", ":", "(", "–", "—", "“", "”", "\"", "that", "because", "while", "although", "but", "after", "before", "when", "where", "since", "if", "unless", "than":
			return text[tokens[i].End:]
		case "which", "who":
			return text[tokens[max(0, i-6)].Start:]
		}
	}
	return text
}

// clauseAfter cuts a sentence's end to what still belongs to the date.
func clauseAfter(text string) string {
	tokens := words.Tokens(text)
	for i := range tokens {
		w := strings.ToLower(text[tokens[i].Start:tokens[i].End])
		switch w {
		case ";", ":", ")", "–", "—", "“", "”", "\"", ".", "which", "who", "where", "because", "while", "although", "but", "after", "before", "when", "since", "if", "unless", "as", "and":
			return text[:tokens[i].Start]
		case ",":
			if i > 0 {
				return text[:tokens[i].Start]
			}
		}
	}
	return text
}

// changes reports a word by which a clause tells of a repetition or a change of
// plan: then two days are no contradiction.
func changes(w string) bool {
	switch w {
	case "again", "another", "second", "third", "fourth", "further", "also", "postponed", "delayed", "cancelled", "canceled", "rescheduled", "moved", "brought", "originally",
		"initially", "continued", "continues", "continue", "daily", "weekly", "every", "each", "series", "repeatedly", "earlier", "later", "previously", "previous", "followed", "more", "other", "both",
		"first", "last", "latest", "new", "fresh", "not", "never", "no", "between", "until", "since", "anniversary", "ago", "regular", "usual":
		return true
	}
	return false
}

func phaseOf(w string) phase {
	switch w {
	case "begin", "begins", "began", "begun", "start", "starts", "started", "open", "opens", "opened", "kick", "kicks", "kicked", "launch", "launched", "launches", "commence", "commenced", "erupted":
		return begins
	case "end", "ends", "ended", "close", "closes", "closed", "conclude", "concluded", "concludes", "finish", "finished", "expire", "expires", "expired", "over":
		return ends
	case "resume", "resumes", "resumed", "reopen", "reopens", "reopened", "restart", "restarted":
		return resumes
	}
	return whole
}

// emptyWord reports a word that says nothing of which event is meant.
func emptyWord(w string) bool {
	if len(w) < 3 {
		return true
	}
	switch w {
	case "the", "and", "for", "was", "were", "are", "has", "had", "have", "been", "being", "will", "would", "could", "should", "may", "might", "can", "shall", "its", "his", "her", "their", "our",
		"they", "she", "him", "them", "who", "which", "this", "these", "those", "with", "from", "into", "onto", "over", "under", "about", "against", "some", "any", "all", "very", "just",
		"due", "set", "expected", "scheduled", "there", "here", "out", "off", "than", "then", "such", "only", "morning", "afternoon", "evening", "night", "week", "month", "year", "day", "days", "today", "tomorrow",
		"yesterday", "next", "took", "take", "takes", "place", "held", "hold", "holds", "happened", "happen", "according", "reporters", "during", "what", "how", "one", "two", "amid", "told", "people", "where", "around", "near", "along", "part":
		return true
	}
	return false
}
