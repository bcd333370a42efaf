package suggest

import (
	"fmt"
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
		{"a hundred and forty people will lose their work", "gazette: The owners of the Hollin quarry will shut it in June, and 140 people lose their jobs"},
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

func TestPassagesKeepTheirQuotationMarks(t *testing.T) {
	for text, want := range map[string]string{
		"She said: [“We stay,” and] left.":             "“We stay,” and",
		"“[We stay],” she said.":                       "We stay",
		"“[Half of it is rubble,” he said]. He wept.":  "“Half of it is rubble,” he said",
		"[He said: “We are digging]!” Then rain fell.": "He said: “We are digging!”",
		`"[Half of it is rubble," he said]. He wept.`:  `"Half of it is rubble," he said`,
		`[He said: "We are digging]." Then rain fell.`: `He said: "We are digging."`,
		"[He said: “We are digging] here.” Rain.":      "He said: “We are digging",
		"«[Half of it is rubble», he said].":           "«Half of it is rubble», he said",
		"[“One” and “two] or three”.":                  "“One” and “two",
	} {
		start := strings.Index(text, "[")
		end := strings.Index(text, "]") - 1
		plain := strings.NewReplacer("[", "", "]", "").Replace(text)
		if from, to := pair(plain, start, end); plain[from:to] != want {
			t.Errorf("%s: %s, want %s", text, plain[from:to], want)
		}
	}
}

func TestWhatDeniesStays(t *testing.T) {
	for text, want := range map[string]string{
		"The harbour master, who was calm, ruled out that anybody was still inside the warehouse.": "ruled out that anybody was still inside the warehouse",
		"Police denied that anybody was still inside the warehouse.":                               "Police denied that anybody was still inside the warehouse",
		"Police say that nobody was left inside the warehouse.":                                    "nobody was left inside the warehouse",
	} {
		got := Rank("nobody was left inside the warehouse", []Article{{"a", text}}, 1)
		if len(got) != 1 || !strings.Contains(text[got[0].Start:got[0].End], want) {
			t.Errorf("%s: %q", text, texts(got, []Article{{"a", text}}))
		}
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

// BenchmarkRank grows the articles, then their number.
func BenchmarkRank(b *testing.B) {
	all := stories(b, "*.txt")
	const quote = "more than 9,000 people have been forced to leave their homes, the government said"
	article := func(i, size int) Article {
		var text strings.Builder
		for k := i; text.Len() < size; k++ {
			s := all[k%len(all)]
			text.WriteString(s.articles[(i+k)%len(s.articles)].Text)
		}
		return Article{strconv.Itoa(i), text.String()}
	}
	run := func(n, size int) {
		var articles []Article
		total := 0
		for i := range n {
			articles = append(articles, article(i, size))
			total += len(articles[i].Text)
		}
		b.Run(fmt.Sprintf("%d_articles_of_%d_KB", n, size>>10), func(b *testing.B) {
			b.SetBytes(int64(total))
			for b.Loop() {
				Rank(quote, articles, 0)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(total>>10), "µs/KB")
		})
	}
	for _, size := range []int{1 << 10, 5 << 10, 16 << 10, 64 << 10} {
		run(5, size)
	}
	for _, n := range []int{1, 10, 40} {
		run(n, 5<<10)
	}
}
