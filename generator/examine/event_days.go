package examine

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// eventDays holds against each other the days that news gives to an event by a
// noun alone: “Tuesday’s earthquake”, “the quake struck on Monday”, “after the
// vote on Tuesday”. One noun may stand for two things, so that one document
// against another is not enough: the others have to agree, two of them or more,
// or the noun has to stand in the headlines of both, or of one where it is the
// beginning or end of the event that is dated. Days far apart are those
// of two events.
func eventDays(c *calendar) []factcheck.Finding {
	var findings []factcheck.Finding
	for _, same := range c.nouns {
		if f, ok := c.oddDay(same); ok {
			findings = append(findings, f)
		}
	}
	return findings
}

// eventNouns gathers what the documents of a story call events by a noun and a
// day, joined where the nouns mean the same.
func (c *calendar) eventNouns() [][]namedEvent {
	var keys []string
	found := map[string][]namedEvent{}
	for i := range c.story.Articles {
		for _, s := range c.datesOf(&c.story.Articles[i]) {
			e, ok := c.namedEvent(s)
			if !ok {
				continue
			}
			if found[e.key] == nil {
				keys = append(keys, e.key)
			}
			found[e.key] = append(found[e.key], e)
		}
	}
	return synonyms(keys, found)
}

// nounPairs returns the mentions of one event by its noun in a document without a
// date and in one that dates it. Only what all dated ones put on one day counts.
func (c *calendar) nounPairs() []eventPair {
	var pairs []eventPair
	for _, group := range c.nouns {
		var dated *namedEvent
		agreed := true
		for i := range group {
			switch g := &group[i]; {
			case g.first.IsZero():
			case dated == nil:
				dated = g
			case g.first != dated.first || g.last != dated.last:
				agreed = false
			}
		}
		if dated == nil || !agreed || dated.s.Expression.Reason == timex.ReasonDefaultPast {
			continue
		}
		for i := range group {
			if g := &group[i]; g.first.IsZero() && g.where() != dated.where() {
				pairs = append(pairs, eventPair{&g.mention, &dated.mention})
			}
		}
	}
	return pairs
}

// maxNouns is how many nouns of a story are asked about each other; a story
// whose events have more names is told noun by noun.
const maxNouns = 24

// synonyms joins the events whose nouns mean the same, quake and earthquake, in
// the order of their first mention.
func synonyms(keys []string, found map[string][]namedEvent) [][]namedEvent {
	var groups [][]namedEvent
next:
	for _, k := range keys {
		for i := range groups {
			if first := groups[i][0]; len(keys) <= maxNouns && first.phase == found[k][0].phase && meansTheSame(first.noun, found[k][0].noun) {
				groups[i] = append(groups[i], found[k]...)
				continue next
			}
		}
		groups = append(groups, found[k])
	}
	return groups
}

// meansTheSame reports whether the aligner takes one noun for another.
func meansTheSame(a, b string) bool {
	t := collate.Collate([]collate.Witness{{ID: "a", Text: a}, {ID: "b", Text: b}})
	return len(t.Rows) == 1 && t.Rows[0].Kind <= collate.Wording
}

// A namedEvent is a noun with the day that a document gives it.
type namedEvent struct {
	mention
	key  string // the noun, shortened, with the phase of the event
	noun string
}

// namedEvent reads the words beside a day as the name of an event.
func (c *calendar) namedEvent(s factcheck.DateStatement) (n namedEvent, ok bool) {
	e := s.Expression
	if e.Grain == timex.NoGrain || e.Grain > timex.GrainWeek || e.Ambiguous || e.Dateline || e.Name || c.misfit[s.Passage] || c.speech(s) || e.Earliest.IsZero() && !e.HasWeekday && !deictic(c.words(s)) || c.doubtful[s.Passage.Article] && relative(s) {
		return n, false
	}
	around := c.around(s)
	n.mention = mention{s: s, first: e.Earliest, last: e.Latest}
	switch {
	case (around.next(1) == "'" || around.next(1) == "’") && around.next(2) == "s": // Tuesday’s
		n.noun = headOf(around.after[2:])
	case strings.HasSuffix(c.words(s), "'s") || strings.HasSuffix(c.words(s), "’s"):
		n.noun = headOf(around.after)
	case around.last(1) == "on" || around.last(1) == "in" || e.Type == timex.Time && around.last(1) == "at" || deictic(c.words(s)):
		n.noun, n.phase = subjectOf(around)
	}
	if slices.ContainsFunc(around.before[max(0, len(around.before)-10):], oneOfMore) || slices.ContainsFunc(around.after[:min(3, len(around.after))], oneOfMore) {
		return n, false
	}
	if len(n.noun) < 4 || emptyWord(n.noun) || ofCalendar(n.noun) || strings.HasSuffix(n.noun, "ly") {
		return n, false
	}
	n.key = fmt.Sprintf("%s %d", eventKey(n.noun), n.phase)
	return n, true
}

// oneOfMore reports a word that tells one event from another of its kind.
func oneOfMore(w string) bool {
	switch w {
	case "first", "second", "third", "fourth", "another", "new", "fresh", "later", "earlier", "previous", "latest", "last", "next", "other":
		return true
	}
	return false
}

// headOf returns the noun that a weekday's “’s” leads to: the last word before
// one that ends a noun phrase. A phrase of more than five words is none.
func headOf(after []string) string {
	head := ""
	for i, w := range after {
		switch {
		case i > 5:
			return ""
		case endsPhrase(w):
			return head
		}
		head = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")
	}
	return head
}

func endsPhrase(w string) bool {
	switch w {
	case "in", "on", "at", "of", "for", "with", "by", "from", "to", "against", "between", "after", "before", "and", "or", "but", "that", "which", "who", "where", "when", "as", "over", "near",
		"is", "are", "was", "were", "will", "would", "has", "have", "had", "may", "could", "left", "killed", "came", "went", "saw", "into", "during", "amid", "than", "not":
		return true
	}
	r := w[0]
	return !(r >= 'a' && r <= 'z' || r >= 0x80) || w == "“" || w == "”" || w == "–" || w == "—" || w == "’" || w == "…"
}

// subjectOf returns the noun before a verb by which an event takes place, in the
// clause before a day: “the quake struck at 2.12 on Monday”; or the noun directly
// before: “after the vote on Monday”.
func subjectOf(s surroundings) (string, phase) {
	for n := 1; n <= 9; n++ {
		w := s.last(n)
		if w == "" || n > 2 && (w == "," || parts(w) && w != "as") {
			break
		}
		if takesPlace(w) || n < 3 && phaseOf(w) != whole && w != "over" {
			noun := s.last(n + 1)
			for i := n + 1; isAuxiliary(noun); i++ {
				noun = s.last(i + 1)
			}
			if noun == "" || endsPhrase(noun) || says(noun) || takesPlace(noun) {
				return "", whole
			}
			return noun, phaseOf(w)
		}
	}
	if s.last(1) == "on" {
		for n := 3; n <= 5; n++ {
			switch s.last(n) {
			case "the":
				switch s.last(n + 1) {
				case "after", "before", "following", "since", "during":
					return s.last(2), whole
				}
				return "", whole
			case "", ",", "of", "in", "at":
				return "", whole
			}
		}
	}
	return "", whole
}

// isAuxiliary reports a word of a verb's group before the verb itself.
func isAuxiliary(w string) bool {
	switch w {
	case "will", "to", "is", "are", "was", "were", "due", "set", "expected", "scheduled", "be", "would", "shall", "has", "had", "have", "been":
		return true
	}
	return false
}

// takesPlace reports a verb whose subject is an event.
func takesPlace(w string) bool {
	switch w {
	case "struck", "hit", "began", "started", "happened", "occurred", "erupted", "ended", "crashed", "collapsed", "exploded", "sank", "derailed", "capsized":
		return true
	}
	return false
}

// maxTold bounds how often one event is looked at.
const maxTold = 40

// oddDay finds the document that puts an event on another day than the others.
func (c *calendar) oddDay(all []namedEvent) (f factcheck.Finding, ok bool) {
	all = all[:min(len(all), maxTold)]
next:
	for _, odd := range all {
		mine := odd.s.Passage.Article
		var others []namedEvent // that agree among themselves, and with none of mine
		var seen []string
		for _, o := range all {
			id := o.s.Passage.Article
			if id == mine || slices.Contains(seen, id) {
				continue
			}
			if slices.ContainsFunc(all, func(m namedEvent) bool { return m.s.Passage.Article == mine && c.mayBeSame(m.s, o.s) }) ||
				slices.ContainsFunc(others, func(m namedEvent) bool { return !c.mayBeSame(m.s, o.s) }) || !c.near(odd.s, o.s) {
				continue next
			}
			seen = append(seen, id)
			others = append(others, o)
		}
		if len(others) == 0 {
			continue
		}
		one := c.story.Article(mine)
		if len(others) == 1 {
			two := c.story.Article(others[0].s.Passage.Article)
			in := [2]bool{containsFold(one.Title, odd.noun), containsFold(two.Title, others[0].noun)}
			if odd.phase == whole && !(in[0] && in[1]) || !in[0] && !in[1] && !containsFold(c.story.Title, odd.noun) {
				continue
			}
		}
		first := others[0].s
		meant := func(s factcheck.DateStatement) string {
			if known(s) {
				return fmt.Sprintf("%s (%s)", quoted(c.words(s)), period(s.Expression.Earliest, s.Expression.Latest))
			}
			return quoted(c.words(s))
		}
		f = factcheck.Finding{
			Kind: EventConflict, Severity: factcheck.Major, Certainty: factcheck.Soft, Status: factcheck.Proposed,
			Summary: fmt.Sprintf("%s puts %s on %s, %s on %s.", called(c.room, one), quoted(odd.noun), meant(odd.s),
				called(c.room, c.story.Article(first.Passage.Article)), meant(first)),
			Why:        "If all speak of one event, the odd day is wrong, or the places lie in different time zones.",
			Arithmetic: c.apartBy(odd.s, first),
			Evidence:   []factcheck.Evidence{c.quote(odd.s, "")},
		}
		if len(others) > 1 {
			f.Summary = strings.TrimSuffix(f.Summary, ".") + fmt.Sprintf("; %d documents agree on that.", len(others))
		}
		for i, o := range others[:min(len(others), maxCompanions)] {
			e := c.quote(o.s, "")
			e.Beside = i > 0
			f.Evidence = append(f.Evidence, e)
		}
		return f, true
	}
	return f, false
}

// mayBeSame reports whether two statements can mean one day. Where one of them
// is not known, the weekdays decide.
func (c *calendar) mayBeSame(a, b factcheck.DateStatement) bool {
	x, y := a.Expression, b.Expression
	if c.placed(a) && c.placed(b) {
		return !x.Latest.Before(y.Earliest) && !y.Latest.Before(x.Earliest)
	}
	weekday := func(s factcheck.DateStatement) (int, bool) {
		switch e := s.Expression; {
		case c.resolved(s):
			return int(e.Earliest.Weekday()), true
		case e.HasWeekday:
			return int(e.Weekday), true
		}
		return 0, false
	}
	i, ok := weekday(a)
	j, both := weekday(b)
	return !ok || !both || i == j
}

// placed reports whether the days of a statement are known.
func (c *calendar) placed(s factcheck.DateStatement) bool {
	return known(s) && !(c.doubtful[s.Passage.Article] && relative(s))
}

// near reports whether two days lie so near that they can be meant for those of
// one event, as far as they are known.
func (c *calendar) near(a, b factcheck.DateStatement) bool {
	one, two := c.story.Article(a.Passage.Article).Published.Day, c.story.Article(b.Passage.Article).Published.Day
	if !one.IsZero() && !two.IsZero() && abs(one.Sub(two)) > apartInTime {
		return false
	}
	return !c.placed(a) || !c.placed(b) || abs(a.Expression.Earliest.Sub(b.Expression.Earliest)) <= apartInTime
}
