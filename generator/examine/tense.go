package examine

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// ToldEarly is the kind of a finding: a document that tells in the past tense
// of a day after its own date.
const ToldEarly = "told-early"

// ToldLate is the kind of a finding: a document that announces for the future a
// day before its own date.
const ToldLate = "told-late"

// tenseMismatch holds the tense of a sentence against the days between its date
// and the date of the document. The date has to stand directly at the verb
// (“said on 25 July”, “will meet on 10 July”): elsewhere it may belong to
// something else. Silent are quotations and days before the document's last
// revision; a difference of one day may be one of time zones and is a soft one. Where the year was inferred and
// another year would put things right, the finding is a soft one.
func tenseMismatch(c *calendar, article factcheck.Article) []factcheck.Finding {
	published := article.Published.Day
	if published.IsZero() {
		return nil
	}
	var findings []factcheck.Finding
	told := map[string]bool{}
	for _, s := range c.in(article.ID, factcheck.Body) {
		e := s.Expression
		if !day(s) || e.Ambiguous || !e.Explicit && !e.YearInferred || e.Earliest.IsZero() || e.Earliest != e.Latest || e.Dateline || told[c.words(s)] || c.misfit[s.Passage] || c.speech(s) {
			continue
		}
		on := e.Earliest
		switch e.Reason {
		case timex.ReasonLast, timex.ReasonNext, timex.ReasonThis, timex.ReasonContext:
			continue
		}
		if containsFold(c.words(s), " year") { // July 16 last year
			continue
		}
		if e.YearInferred { // the year of the document, whatever the tense made of it
			on = nearestYear(on, published)
			if abs(on.Sub(published)) > longAfter && e.Earliest != on || e.HasWeekday && on.Weekday() != e.Weekday {
				continue
			}
		}
		gap := on.Sub(published)
		around := c.around(s)
		f := factcheck.Finding{Severity: factcheck.Major, Certainty: factcheck.Hard, Status: factcheck.Proposed}
		switch {
		case gap > 0 && !on.After(latest(published, article.Updated.Day)) && !article.Updated.Day.IsZero():
			continue
		case gap > 0 && (pastAt(around) || e.Tense == timex.TensePast && around.last(1) == "on" && !toCome(around) && slices.ContainsFunc(around.before, past)):
			if !pastAt(around) {
				f.Certainty = factcheck.Soft // the verb stands farther off
			}
			f.Kind = ToldEarly
			f.Summary = fmt.Sprintf("%s is dated %s, but tells in the past tense of %s.", called(c.room, &article), factcheck.SpellDay(published), quoted(c.words(s)))
			f.Why = "What is told as done cannot lie after the date of the document. One of the two dates is not what it seems."
		case gap < -1 && (futureAt(around) || e.HasWeekday && around.last(1) == "on" && around.last(2) == "," && futureIn(around)):
			f.Kind = ToldLate
			f.Summary = fmt.Sprintf("%s is dated %s, but announces %s as still to come.", called(c.room, &article), factcheck.SpellDay(published), quoted(c.words(s)))
			f.Why = "The text may be older than the date that it bears, or the day is wrong."
		default:
			continue
		}
		told[c.words(s)] = true
		if gap == 1 { // it is tomorrow already elsewhere
			f.Severity, f.Certainty = factcheck.Minor, factcheck.Soft
			f.Why = "What is told as done cannot lie after the date of the document, unless the day had begun where it happened."
		}
		f.Arithmetic = fmt.Sprintf("%s is %s %s.", factcheck.SpellWeekday(on), aside(on, published), factcheck.SpellWeekday(published))
		if e.YearInferred {
			f.Certainty = factcheck.Soft
			f.Arithmetic += fmt.Sprintf(" The document does not write the year; %d is taken from its date.", on.Year)
		}
		f.Evidence = append([]factcheck.Evidence{c.quote(s, "")}, dated(&article, "the date that the document bears")...)
		findings = append(findings, f)
	}
	return findings
}

func latest(a, b timex.Day) timex.Day {
	if a.Before(b) {
		return b
	}
	return a
}

// pastAt reports whether a date stands directly at a verb in the past tense, in
// a sentence that speaks of nothing to come.
func pastAt(s surroundings) bool {
	if toCome(s) || slices.Contains(s.before, "to") || slices.Contains(s.after, "to") {
		return false
	}
	i := 1
	for i <= 2 && (s.last(i) == "on" || s.last(i) == "," || s.last(i) == "late" || s.last(i) == "early") {
		i++
	}
	if i == 1 {
		return false
	}
	for n := 0; n < 3; n, i = n+1, i+1 {
		w := s.last(i)
		if says(w) || happened(w) {
			return true
		}
		if w == "" || parts(w) || w == "," || w == "of" {
			return false
		}
	}
	return false
}

// toCome reports a sentence with a word that speaks of what is to come, or that
// gives a date to something else than its verb.
func toCome(s surroundings) bool {
	if slices.ContainsFunc(s.before, func(w string) bool { return w == "is" || w == "are" || w == "be" }) {
		return true // “the library is closed on”
	}
	for _, list := range [2][]string{s.before, s.after} {
		for _, w := range list {
			switch w {
			case "will", "would", "shall", "should", "may", "might", "could", "can", "must", "due", "until", "till", "by", "expected", "planned", "scheduled", "set", "if",
				"deadline", "upcoming", "next", "expire", "expires", "postponed", "delayed", "extended", "brought", "moved", "announced", "booked", "called", "elections", "election",
				"agreed", "proposed", "fixed", "invited", "summoned", "reserved", "tickets", "ahead", "before":
				return true
			}
		}
	}
	return false
}

// past reports a form of the past that tells of what took place.
func past(w string) bool {
	switch w {
	case "was", "were", "had", "went", "came", "gave", "made", "saw", "got", "found", "held", "ran", "stood", "led", "paid", "brought", "bought", "caught", "drew", "drove", "flew",
		"grew", "kept", "sat", "sent", "spent", "swept", "swore", "threw", "sang", "shook", "stole", "tore", "rode", "fled", "felt", "froze", "built", "overthrew", "became":
		return true
	}
	return says(w) || happened(w) || len(w) > 4 && strings.HasSuffix(w, "ed")
}

// happened reports a past form that tells what took place.
func happened(w string) bool {
	switch w {
	case "died", "killed", "won", "lost", "met", "signed", "arrived", "left", "resigned", "opened", "began", "started", "ended", "closed", "voted", "fell", "rose", "struck", "hit",
		"attacked", "exploded", "crashed", "sank", "arrested", "released", "published", "issued", "launched", "visited", "returned", "took", "happened", "occurred", "broke",
		"collapsed", "burned", "burnt", "destroyed", "injured", "wounded", "captured", "ruled", "sentenced", "convicted", "acquitted", "elected", "appointed", "sacked", "fired", "quit",
		"spoke", "testified", "appeared", "landed", "withdrew", "seized", "shot", "marched", "gathered", "played", "beat", "defeated", "reached", "rejected", "approved", "passed":
		return true
	}
	return len(w) > 5 && strings.HasSuffix(w, "ed") && w != "indeed" && w != "hundred"
}

// futureIn reports a sentence whose one verb before the date is in the future:
// “will lift off from the island, in the far north, on”.
func futureIn(s surroundings) bool {
	return (slices.Contains(s.before, "will") || slices.Contains(s.before, "shall")) &&
		!slices.ContainsFunc(s.before, func(w string) bool {
			return past(w) || parts(w) && w != "as" || w == "to" || w == "has" || w == "have"
		})
}

// reports reports a word by which a plan is told as that of somebody, perhaps
// long ago: “the treaty of 2015 says that the ban will take effect on”.
func reports(w string) bool {
	switch w {
	case "that", ":", "agreed", "agree", "reads", "read", "promised", "pledged", "planned", "stipulated", "provided", "forecast", "predicted", "expected", "hoped":
		return true
	}
	return says(w)
}

// futureAt reports whether a date stands directly behind a verb in the future:
// “will meet in Oslo on”, “is due to open on”.
func futureAt(s surroundings) bool {
	if s.last(1) != "on" || slices.ContainsFunc(s.before, reports) {
		return false
	}
	i := 2
	for n := 0; n < 4; n, i = n+1, i+1 {
		switch s.last(i) {
		case "will", "shall":
			return n > 0
		case "to":
			switch s.last(i + 1) {
			case "due", "set", "scheduled", "expected", "going", "plans", "hopes":
				switch s.last(i + 2) {
				case "was", "were", "had", "been":
					return false
				}
				return n > 0
			}
			return false
		case "", ",", "of", "for", "from", "by", "that", "which", "who", "after", "before", "and", "or", "since", "not", "have", "investigate", "review", "discuss", "about", "over", "the", "a", "an":
			return false
		}
		if strings.HasSuffix(s.last(i), "ed") && s.last(i+1) != "be" {
			return false
		}
	}
	return false
}
