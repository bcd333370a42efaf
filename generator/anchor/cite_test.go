package anchor

import (
	"strings"
	"testing"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

func told(title, body string) *factcheck.Story {
	return &factcheck.Story{ID: "s", Articles: []factcheck.Article{{ID: "a", Title: title, Body: markdown.Plain(body)}}}
}

func TestCite(t *testing.T) {
	const body = "The pier burned. The pier stood. It's “the pier”: they said.\nThe pier burned."
	for _, c := range []struct{ text, place, want string }{
		{"The pier stood", "", "quote: 'The pier stood'"},
		{"It's “the pier”: they", "", "quote: 'It''s “the pier”: they'"},
		{"The pier burned", "", "quote: 'The pier burned' suffix: '. The'"},
	} {
		start := strings.Index(body, c.text)
		q, ok := Cite(told("Fire", body), factcheck.Passage{Article: "a", Part: factcheck.Body, Start: start, End: start + len(c.text)})
		if got := strings.Join(Lines(q), " "); !ok || got != c.want {
			t.Errorf("%q: %s (%v), want %s", c.text, got, ok, c.want)
		}
	}
	// The same words with the same words around them are told apart by their number.
	body2 := strings.Repeat("No one was hurt.\n", 30)
	start := 15 * len("No one was hurt.\n")
	q, ok := Cite(told("", body2), factcheck.Passage{Article: "a", Part: factcheck.Body, Start: start, End: start + 15})
	if !ok || q.Occurrence != 16 {
		t.Errorf("%+v %v", q, ok)
	}
	if q, ok := Cite(told("No one was hurt", body2), factcheck.Passage{Article: "a", Part: factcheck.Title, Start: 0, End: 15}); !ok || q.Occurrence != 1 {
		t.Errorf("the title: %+v %v", q, ok)
	}
	if q, ok := Cite(told("", "Ha… … ha"), factcheck.Passage{Article: "a", Part: factcheck.Body, Start: 2, End: 9}); ok {
		t.Errorf("no word: %+v", q)
	}
}

// What Cite returns is found where it was meant.
func FuzzCite(f *testing.F) {
	f.Add("Fire", "The pier burned. The pier … stood.\nThe pier burned.", uint16(0), uint16(8))
	f.Add("", "a (…) b a (…) b \u200b\u2028 a\u00a0b", uint16(0), uint16(9))
	f.Fuzz(func(t *testing.T, title, body string, start, size uint16) {
		story := told(title, body)
		text := story.Articles[0].Text(factcheck.Body)
		from := min(int(start), len(text))
		p := factcheck.Passage{Article: "a", Part: factcheck.Body, Start: from, End: min(from+int(size), len(text))}
		q, ok := Cite(story, p)
		if !ok {
			return
		}
		found, _, ok := Find(story, q)
		if !ok || len(found) != 1 || found[0] != p {
			t.Errorf("%+v is found at %+v, not at %+v", q, found, p)
		}
	})
}
