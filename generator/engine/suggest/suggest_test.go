package suggest

import (
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

var quarry = []Article{
	{"gazette", "QUARRY TO CLOSE\nThe owners of the Hollin quarry will shut it in June, and 140 people lose their jobs.\n“We kept it open as long as we could,” manager Ada Finch said. She thanked the workers.\nThe quarry supplied the stone for the town hall, the bridge and the harbour wall."},
	{"herald", "Hollin quarry is to be closed this summer. One hundred and forty jobs will go.\nMs Finch, who runs it, told staff: “We have held on for as long as possible.”\nIts stone went into the bridge."},
	{"empty", ""},
}

func texts(matches []Match, articles []Article) []string {
	var s []string
	for _, m := range matches {
		for _, a := range articles {
			if a.ID == m.Article {
				s = append(s, m.Article+": "+a.Text[m.Start:m.End])
			}
		}
	}
	return s
}

func TestRank(t *testing.T) {
	for _, c := range []struct{ quote, first string }{
		{"140 people lose their jobs", "gazette: 140 people lose their jobs"},
		{"a hundred and forty people will lose their work", "gazette: 140 people lose their jobs"},
		{"We kept it open as long as we could", "gazette: We kept it open as long as we could"},
		{"We have held on for as long as possible", "herald: We have held on for as long as possible"},
		{"The quarry supplied the stone for the harbor wall", "gazette: The quarry supplied the stone for the town hall, the bridge and the harbour wall"},
		{"Hollin quarry is to be closed this summer", "herald: Hollin quarry is to be closed this summer"},
	} {
		got := texts(Rank(c.quote, quarry, 1), quarry)
		if len(got) != 1 || got[0] != c.first {
			t.Errorf("%q: %q, want %q", c.quote, got, c.first)
		}
	}
}

func TestRankOfNothing(t *testing.T) {
	for _, quote := range []string{"", "  ", "…", "“”"} {
		if got := Rank(quote, quarry, 3); got != nil {
			t.Errorf("%q: %v", quote, got)
		}
	}
	if got := Rank("The quarry closes", nil, 3); got != nil {
		t.Errorf("no articles: %v", got)
	}
	if got := Rank("Zebras migrate across deltas", quarry, 0); got != nil {
		t.Errorf("nothing in common: %q", texts(got, quarry))
	}
}

func TestLimit(t *testing.T) {
	if got := Rank("The Hollin quarry closes in June and 140 jobs go", quarry, 2); len(got) != 2 {
		t.Errorf("asked for two, got %d", len(got))
	}
}

func FuzzRank(f *testing.F) {
	f.Add("140 people lose their jobs", quarry[0].Text, quarry[1].Text)
	f.Add("“We…”", "\xff\xc3 “We” – 5", "a, b; c: d. $5 million ½ of it")
	f.Add("and and and", strings.Repeat("and, ", 60), "")
	f.Fuzz(func(t *testing.T, quote, a, b string) {
		articles := []Article{{"a", a}, {"b", b}}
		matches := Rank(quote, articles, 5)
		if !reflect.DeepEqual(matches, Rank(quote, articles, 5)) {
			t.Fatal("two runs differ")
		}
		if len(matches) > 5 {
			t.Fatalf("%d matches", len(matches))
		}
		for i, m := range matches {
			text := a
			if m.Article == "b" {
				text = b
			}
			switch {
			case m.Start < 0 || m.End <= m.Start || m.End > len(text):
				t.Fatalf("match %+v", m)
			case !(m.Score > 0 && m.Score <= 1), i > 0 && m.Score > matches[i-1].Score:
				t.Fatalf("score %v after %v", m.Score, matches[max(0, i-1)].Score)
			case utf8.ValidString(text) && !utf8.ValidString(text[m.Start:m.End]):
				t.Fatalf("%q cuts a rune", text[m.Start:m.End])
			}
			for _, n := range matches[:i] {
				if n.Article == m.Article && n.Start < m.End && m.Start < n.End {
					t.Fatalf("%+v and %+v overlap", n, m)
				}
			}
		}
	})
}

func BenchmarkRank(b *testing.B) {
	all := stories(b, "*.txt")
	quote := "more than 9,000 people have been forced to leave their homes, the government said"
	for _, times := range []int{1, 4, 16, 64} {
		var articles []Article
		words := 0
		for i := range 4 {
			var text strings.Builder
			for k := range times {
				s := all[(k+i)%len(all)]
				text.WriteString(s.articles[(i+k)%len(s.articles)].Text)
			}
			articles = append(articles, Article{string(rune('a' + i)), text.String()})
			words += len(strings.Fields(text.String()))
		}
		b.Run(strconv.Itoa(words)+" words", func(b *testing.B) {
			for b.Loop() {
				Rank(quote, articles, 0)
			}
		})
	}
}
