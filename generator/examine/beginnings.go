package examine

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// BeginningConflict is the kind of a finding: one document has a thing begin at
// a time at which another has had it last for long.
const BeginningConflict = "beginning-conflict"

// maxBegun is how many beginnings of a story are held against what has lasted.
const maxBegun = 100

// beginnings holds “the talks that began in September” against “for months the
// talks have …”: what has lasted for months by the date of one document cannot
// begin after that. The two clauses must name the same thing in two words or
// more.
func beginnings(c *calendar) []factcheck.Finding {
	var begun []mention
	for i := range c.story.Articles {
		for _, s := range c.in(c.story.Articles[i].ID, factcheck.Body) {
			if m, ok := c.beginning(s); ok {
				begun = append(begun, m)
			}
		}
	}
	if len(begun) > maxBegun { // no story of this world; it bounds the work on others
		begun = begun[:maxBegun]
	}
	var findings []factcheck.Finding
	for i := range c.story.Articles {
		a := &c.story.Articles[i]
		if a.Published.Day.IsZero() || c.doubtful[a.ID] {
			continue
		}
		for _, l := range c.lasting[a.ID] {
			if l.Passage.Part != factcheck.Body || c.speech(l) || !hasLasted(c.around(l)) {
				continue
			}
			least := leastDays(l.Expression.Length)
			if least == 0 {
				continue
			}
			keys := contentKeys(c.text(l)[l.Sentence.Start:l.Sentence.End])
			for j := range begun {
				if len(findings) == maxBegun {
					return findings
				}
				m := &begun[j]
				latest := a.Published.Day.Add(-least)
				if m.s.Sentence == l.Sentence || !latest.Before(m.first) || m.first.After(a.Published.Day) && m.s.Expression.Tense == timex.TenseFuture {
					continue
				}
				if shared := common(m.keys, keys); shared < 2 || ratio(shared, len(m.keys)) < 0.5 {
					continue
				}
				other := c.story.Article(m.s.Passage.Article)
				f := factcheck.Finding{
					Kind: BeginningConflict, Severity: factcheck.Major, Certainty: factcheck.Soft, Status: factcheck.Proposed,
					Summary: fmt.Sprintf("%s, dated %s, has it last %s; %s has it begin %s (%s).",
						called(c.room, a), factcheck.SpellDay(a.Published.Day), quoted(forHowLong(c, l)), called(c.room, other), quoted(c.words(m.s)), period(m.first, m.last)),
					Arithmetic: fmt.Sprintf("What had lasted that long on %s began on %s or before.", factcheck.SpellDay(a.Published.Day), factcheck.SpellDay(latest)),
					Why:        "If both speak of the same thing, one of the two is wrong, or another year is meant.",
					Evidence:   []factcheck.Evidence{c.quote(l, "how long it had lasted"), c.quote(m.s, "when it began")},
				}
				findings = append(findings, f)
			}
		}
	}
	return findings
}

// beginning reads the clause around a date as the beginning of a thing.
func (c *calendar) beginning(s factcheck.DateStatement) (mention, bool) {
	e := s.Expression
	if e.Earliest.IsZero() || e.Grain > timex.GrainYear || e.Name || e.Ambiguous || e.Tense == timex.TenseFuture || relative(s) && c.doubtful[s.Passage.Article] || c.speech(s) {
		return mention{}, false
	}
	text := c.text(s)
	around := c.around(s)
	switch around.last(1) {
	case "in", "on", "last", "late", "early":
	default:
		if around.last(1) == "" || phaseOf(around.last(1)) != begins {
			return mention{}, false
		}
	}
	// The verb of beginning stands within a few words before the date.
	found := false
	for n := 1; n <= 6 && !found; n++ {
		found = phaseOf(around.last(n)) == begins
	}
	if !found {
		return mention{}, false
	}
	m := mention{s: s, first: e.Earliest, last: e.Latest, keys: contentKeys(clauseBefore(strings.Replace(text[s.Sentence.Start:s.Passage.Start], " that ", " which ", 1)))}
	m.keys = slices.DeleteFunc(m.keys, func(k string) bool { return phaseOf(k) != whole })
	return m, len(m.keys) >= 2
}

// hasLasted reports whether a length is told as one that reaches up to the date
// of the document: “for months they have been meeting”.
func hasLasted(s surroundings) bool {
	if s.last(1) != "for" {
		return false
	}
	for _, list := range [2][]string{s.before, s.after} {
		for i, w := range list {
			switch w {
			case "have", "has", "’ve", "'ve":
				return true
			case "will", "would", "had", "until", "ago", "could", "may":
				return false
			case ".":
				if i > 0 {
					return false
				}
			}
		}
	}
	return false
}

// leastDays is how many days a length means at the least, taken loosely; 0 where
// it is too short to tell.
func leastDays(l timex.Length) int {
	low, _ := looseness(l.Unit)
	if l.Unit < timex.GrainWeek {
		return 0
	}
	return max(0, l.Min-low)
}

func forHowLong(c *calendar, l factcheck.DateStatement) string { return "for " + c.words(l) }

// contentKeys returns the words of a text that carry meaning, shortened so that
// forms of one word are alike, sorted, each once.
func contentKeys(text string) []string {
	var keys []string
	for _, w := range lower(text) {
		if !emptyWord(w) && !ofCalendar(w) && !says(w) {
			keys = append(keys, eventKey(w))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func common(a, b []string) int {
	n := 0
	for _, k := range a {
		if _, ok := slices.BinarySearch(b, k); ok {
			n++
		}
	}
	return n
}
