package content

import (
	"strings"
	"unicode/utf8"
)

// nearest returns the candidate that was most likely meant, "" if none is
// near. Of equally near ones the first wins.
func nearest(word string, candidates []string) string {
	best, most := "", 0
	w := []rune(strings.ToLower(word))
	if len(w) == 0 || len(w) > 80 {
		return ""
	}
	for _, c := range candidates {
		low := []rune(strings.ToLower(c))
		limit := 1 + max(len(w), len(low))/4
		d := distance(w, low, limit)
		score := 0
		switch {
		case d <= limit:
			score = 1000 - 10*d
		case len(w) >= 3 && (strings.HasPrefix(string(low), string(w)) || strings.HasPrefix(string(w), string(low)) && len(low) >= 3):
			score = 500
		case len(w) >= 4 && strings.Contains(string(low), string(w)), len(low) >= 4 && strings.Contains(string(w), string(low)):
			score = 400
		}
		if score > most {
			best, most = c, score
		}
	}
	return best
}

// nearestID returns the id that was most likely meant by an id or by a name;
// names go with ids.
func nearestID(word string, ids, names []string) string {
	for i, name := range names {
		if strings.EqualFold(name, word) {
			return ids[i]
		}
	}
	if id := nearest(word, ids); id != "" {
		return id
	}
	if name := nearest(word, names); name != "" {
		for i := range names {
			if names[i] == name {
				return ids[i]
			}
		}
	}
	return ""
}

// distance counts the letters to insert, delete, replace or swap with their
// neighbor to make a into b (optimal string alignment), giving up above limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var before []int
	above := make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		least := row[0]
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(above[j+1]+1, row[j]+1, above[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > limit {
			return limit + 1
		}
		before, above = above, row
	}
	return above[len(b)]
}

// clip shortens text for a message, in one line.
func clip(s string) string {
	const most = 60
	if len(s) > 10*most {
		s = strings.ToValidUTF8(s[:10*most], "")
	}
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	n := 0
	for i := range s {
		if n++; n == most {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}
