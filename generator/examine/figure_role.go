package examine

import (
	"slices"
	"strings"

	"crosscheck/generator/engine/figure"
)

// A figureRole tells what part a figure plays beside the number of the thing
// itself: the 12 of “43 seats, 12 more than in 2017” is no number of seats, and
// the 31 of “up from 31” was true once. Figures of different roles may disagree
// without either being wrong.
type figureRole string

// Roles. The zero value is the number itself.
const (
	difference figureRole = "difference" // 12 more than in 2017; rose by 12
	former     figureRole = "former"     // up from 31; began at 2 per cent
	added      figureRole = "added"      // and two more on Monday
	remaining  figureRole = "remaining"  // left with 900 workers
	running    figureRole = "running"    // seven since Sunday
)

// roleWindow is how many bytes on either side of a figure its role is read from.
const roleWindow = 120

// roleOf reads the role of the figure that stands at text[start:end], modifier to
// noun. before is the figure before it in the same wording, or nil.
func roleOf(text string, start, end int, f, before *figure.Figure) figureRole {
	lead := text[max(0, start-roleWindow):start]
	if i := strings.LastIndexAny(lead, ".;:!?\n"); i >= 0 {
		lead = lead[i+1:]
	}
	rest := text[end:min(len(text), end+roleWindow)]
	if i := strings.IndexAny(rest, ".;:!?\n"); i >= 0 {
		rest = rest[:i]
	}
	led, follows := strings.Fields(strings.ToLower(lead)), strings.Fields(strings.ToLower(rest))
	last := func(n int) string { // the nth word before the figure
		if n > len(led) {
			return ""
		}
		return strings.Trim(led[len(led)-n], ",“”‘’\"'()")
	}
	next := func(n int) string {
		if n >= len(follows) {
			return ""
		}
		return strings.Trim(follows[n], ",“”‘’\"'()")
	}
	moves := func(w string) bool {
		direction, factor := movementOf(w)
		return direction != 0 || factor != 0 || w == "up" || w == "down"
	}
	switch last(1) {
	case "by":
		if moves(last(2)) || last(2) == "cut" || last(2) == "raised" || last(2) == "reduced" {
			return difference
		}
	case "from":
		if w := last(2); moves(w) || w != "" && '0' <= w[len(w)-1] && w[len(w)-1] <= '9' {
			return former
		}
	case "at", "with":
		switch last(2) {
		case "began", "begun", "started", "opened":
			return former
		case "compared":
			return former
		case "left":
			if f.Fate == "" {
				return remaining
			}
		}
	case "to":
		if last(2) == "compared" {
			return former
		}
	case "previous", "initial", "original":
		return former
	case "initially", "originally", "formerly", "previously":
		return former
	case "of", "was", "were":
		for n := 3; n <= 4; n++ { // their first offer was, an opening bid of; not the first of
			switch last(n) {
			case "first", "initial", "opening", "original", "previous", "earlier":
				return former
			}
		}
		if w := last(5); last(4) == "with" && (w == "began" || w == "started" || w == "opened") {
			return former // started with an offer of
		}
	case "gained", "gains", "gaining", "lost", "loses", "losing", "lose", "shed", "sheds", "shedding":
		if f.Fate == "" {
			return difference
		}
	}
	if next(0) == "at" && next(1) == "first" {
		return former
	}
	switch next(0) {
	case "more", "fewer", "less", "higher", "lower", "greater":
		if next(1) == "than" || next(2) == "than" {
			return difference
		}
	}
	counted := strings.Fields(strings.ToLower(text[start:end]))
	if adds(next(0)) || f.Modifier == figure.Plain && slices.ContainsFunc(counted, adds) || adds(last(1)) {
		// The 30 of “12 killed and 30 more wounded” are all of the wounded.
		if f.Fate == "" || before == nil || before.Fate == "" || before.Fate == f.Fate {
			return added
		}
	}
	if f.Fate == "" {
		switch next(0) {
		case "remain", "remaining", "remained", "left":
			return remaining
		}
	}
	phrase, _, _ := strings.Cut(rest, ",")
	behind := strings.Fields(strings.ToLower(phrase))
	if since(led) || since(behind) || total(led) || total(behind) {
		return running
	}
	return ""
}

// since reports words that open a count at a day: since Sunday; not have since
// said, nor the worst since 1999.
func since(list []string) bool {
	for i, w := range list {
		switch {
		case strings.HasSuffix(w, "est") || w == "worst" || w == "first" || w == "most":
			return false
		case w == "since" && (i == 0 || list[i-1] != "has" && list[i-1] != "have" && list[i-1] != "had" && list[i-1] != "ever"):
			return true
		}
	}
	return false
}

// total reports words that sum up what was counted by and by: so far, in all.
func total(list []string) bool {
	for i, w := range list {
		before := ""
		if i > 0 {
			before = list[i-1]
		}
		switch w = strings.Trim(w, ","); w {
		case "altogether":
			return true
		case "far":
			if before == "so" {
				return true
			}
		case "all", "total":
			if before == "in" && (i+1 == len(list) || strings.HasSuffix(list[i], ",")) {
				return true
			}
		case "now":
			if before == "has" || before == "have" {
				return true
			}
		}
	}
	return false
}

// weekdayOf returns the day that “on” names first in the phrase behind a figure,
// in lower case: 12 people were arrested on Sunday.
func weekdayOf(text string, end int) string {
	rest := text[end:min(len(text), end+roleWindow)]
	if i := strings.IndexAny(rest, ",.;:!?\n"); i >= 0 {
		rest = rest[:i]
	}
	fields := strings.Fields(strings.ToLower(rest))
	for i, w := range fields {
		if i > 0 && fields[i-1] == "on" {
			switch w {
			case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
				return w
			}
		}
	}
	return ""
}

// adds reports a word that puts a number on top of another.
func adds(w string) bool {
	return w == "more" || w == "another" || w == "further" || w == "additional" || w == "extra"
}
