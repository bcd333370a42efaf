package examine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// A surroundings is the sentence around a date expression, in words: those
// before it and those behind it, in lower case, marks included.
type surroundings struct{ before, after []string }

// around returns the words of the sentence beside a statement.
func (c *calendar) around(s factcheck.DateStatement) surroundings {
	text := c.text(s)
	return surroundings{
		lower(text[s.Sentence.Start:s.Passage.Start]),
		lower(text[s.Passage.End:s.Sentence.End]),
	}
}

// last returns the word that stands n words before the expression, from 1; ""
// where the sentence has none.
func (s surroundings) last(n int) string {
	if i := len(s.before) - n; i >= 0 {
		return s.before[i]
	}
	return ""
}

// next returns the word that stands n words behind the expression, from 1.
func (s surroundings) next(n int) string {
	if n <= len(s.after) {
		return s.after[n-1]
	}
	return ""
}

func lower(text string) []string {
	tokens := words.Tokens(text)
	low := make([]string, len(tokens))
	for i, t := range tokens {
		low[i] = strings.ToLower(text[t.Start:t.End])
	}
	return low
}

// text returns the part of an article in which a statement stands.
func (c *calendar) text(s factcheck.DateStatement) string {
	return c.story.Article(s.Passage.Article).Text(s.Passage.Part)
}

// speech reports whether a statement stands inside quotation marks: words of
// somebody who may have spoken on another day than that of the article. A
// quotation ends with its paragraph at the latest.
func (c *calendar) speech(s factcheck.DateStatement) bool {
	text := c.text(s)
	from, _ := paragraph(text, s.Passage)
	open := false
	before := text[from:s.Passage.Start]
	for i, r := range before {
		switch r {
		case '“', '„', '«':
			open = true
		case '”', '»':
			open = false
		case '"':
			open = !open
		case '‘':
			open = true
		case '’':
			if !joins(before, i, len("’")) {
				open = false
			}
		}
	}
	return open
}

// longLine is how far a paragraph is looked at on either side of a passage.
const longLine = 4000

// paragraph returns the paragraph in which a passage stands, as bytes of its part; of
// an overlong one the stretch around the passage.
func paragraph(text string, p factcheck.Passage) (start, end int) {
	for start = max(0, p.Start-longLine); start < p.Start && !utf8.RuneStart(text[start]); {
		start++
	}
	start += strings.LastIndexAny(text[start:p.Start], "\n\r") + 1
	for end = min(len(text), p.End+longLine); end < len(text) && !utf8.RuneStart(text[end]); {
		end++
	}
	if n := strings.IndexAny(text[p.End:end], "\n\r"); n >= 0 {
		end = p.End + n
	}
	return start, end
}

// names returns the words of a text that begin with a capital inside a
// sentence, or stand in a run of such words: what it calls people, places and
// bodies. Words of two letters and the names of days and months are left out.
func names(text string) map[string]bool {
	found := map[string]bool{}
	opens := true // the next word opens a sentence and has a capital anyway
	for _, t := range words.Tokens(text) {
		w := text[t.Start:t.End]
		if t.Kind == words.Punct {
			opens = strings.ContainsAny(w, ".!?:“\"‘(")
			continue
		}
		first, _ := utf8.DecodeRuneInString(w)
		if t.Kind == words.Word && unicode.IsUpper(first) && !opens && utf8.RuneCountInString(w) > 2 && !ofCalendar(strings.ToLower(w)) {
			found[strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")] = true
		}
		opens = false
	}
	return found
}

// ofCalendar reports the name of a weekday or month, short or long, in lower case.
func ofCalendar(w string) bool {
	if len(w) < 3 {
		return false
	}
	for _, n := range [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if w == n || w == n[:3] || w == n[:min(4, len(n))] {
			return true
		}
	}
	return false
}

// containsFold reports whether s holds part, whatever the case of ASCII letters.
func containsFold(s, part string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(part))
}
