package examine

import (
	"fmt"
	"strings"
	"testing"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// storyOf makes a story of texts. Every other article has a date; the first line
// of each is quoted by the story's one claim.
func storyOf(texts []string) factcheck.Casebook {
	story := factcheck.Story{ID: "s", Title: "S"}
	k := factcheck.Case{Claim: factcheck.Claim{ID: "c", Text: "C"}}
	for i, text := range texts {
		a := factcheck.Article{ID: fmt.Sprintf("a%d", i), Siglum: fmt.Sprintf("A%d", i), Title: "T", Body: markdown.Plain(text)}
		if i%2 == 0 {
			day := timex.Day{Year: 2019, Month: 9, Day: 4}.Add(i)
			a.Published = factcheck.Date{ISO: day.String(), Day: day}
			a.PublishedAs = factcheck.SpellWeekday(day)
		}
		story.Articles = append(story.Articles, a)
		line, _, _ := strings.Cut(a.Body.Plain, "\n")
		if strings.TrimSpace(line) == "" {
			continue
		}
		k.Witnesses = append(k.Witnesses, factcheck.Witness{
			Wording: factcheck.Wording{Quotation: factcheck.Quotation{Article: a.ID, Quote: line}}, Siglum: a.Siglum, Form: factcheck.Direct, Text: line,
			Passages: []factcheck.Passage{{Article: a.ID, Part: factcheck.Body, Start: 0, End: len(line)}},
		})
	}
	return factcheck.Casebook{Story: story, Cases: []factcheck.Case{k}}
}

// Whatever stands in the articles: every finding has a sentence, a reason, an id
// of its own and evidence that stands where it says; one that counts shows how.
func FuzzStory(f *testing.F) {
	for _, c := range dateCases() {
		var texts []string
		for _, d := range c.docs {
			texts = append(texts, d.body)
		}
		f.Add(strings.Join(texts, "\f"))
	}
	f.Fuzz(func(t *testing.T, all string) {
		texts := strings.Split(strings.ToValidUTF8(all, "?"), "\f")
		if len(texts) > 6 || len(all) > 1<<14 {
			return
		}
		d, _ := Story(newsroom, storyOf(texts))
		ids := map[string]bool{}
		each(&d, func(f *factcheck.Finding) {
			if ids[f.ID] {
				t.Errorf("two findings are called %s", f.ID)
			}
			ids[f.ID] = true
			if f.Summary == "" || f.Why == "" || len(f.Evidence) == 0 || f.Severity == "" || f.Certainty != "" && f.Arithmetic == "" {
				t.Errorf("%s is not whole: %+v", f.ID, f)
			}
			for _, e := range f.Evidence {
				if got := d.Story.Article(e.Passage.Article).Text(e.Passage.Part)[e.Passage.Start:e.Passage.End]; got != e.Quote || got == "" {
					t.Errorf("%s: evidence %q stands as %q", f.ID, e.Quote, got)
				}
			}
		})
		again, _ := Story(newsroom, storyOf(texts))
		each(&again, func(f *factcheck.Finding) {
			if !ids[f.ID] {
				t.Errorf("%s is found the second time only", f.ID)
			}
		})
	})
}

// An article of one line without a stop, and one of nothing but dates, may not
// take more than their length warrants.
func BenchmarkOneLine(b *testing.B) {
	for name, unit := range map[string]string{
		"no stops":  "the talks that began in May 2019 lasted three days from 3 May to 9 May and tomorrow, Friday, they said on Sunday it ",
		"sentences": "For months the talks have failed. The talks began on Sunday (AFP photo). ",
	} {
		for _, n := range []int{50, 200, 800} {
			b.Run(fmt.Sprintf("%s/KB=%d", name, n*len(unit)>>10), func(b *testing.B) {
				book := storyOf([]string{"Opening.\n" + strings.Repeat(unit, n), "Opening.\nNo."})
				b.SetBytes(int64(n * len(unit)))
				for b.Loop() {
					Story(newsroom, book)
				}
			})
		}
	}
}

// A story grows by articles, and an article by sentences.
func BenchmarkStory(b *testing.B) {
	sentence := []string{
		"The harbour tribunal heard witness %d on Tuesday and will hear the next one on Friday.\n",
		"“The dam will hold until spring,” mayor number %d told reporters on Monday.\n",
		"In the three years since 2016 some %d people have left the valley.\n",
		"Carla Vance leaves the Riverside court on 8 March 2017. (AFP photo %d)\n",
	}
	text := func(article, sentences int) string {
		var t strings.Builder
		for i := range sentences {
			fmt.Fprintf(&t, sentence[i%len(sentence)], article*sentences+i)
		}
		return t.String()
	}
	for _, size := range [][2]int{{5, 20}, {10, 20}, {20, 20}, {40, 20}, {5, 80}, {5, 320}} {
		b.Run(fmt.Sprintf("articles=%d/sentences=%d", size[0], size[1]), func(b *testing.B) {
			var texts []string
			bytes := 0
			for i := range size[0] {
				texts = append(texts, text(i, size[1]))
				bytes += len(texts[i])
			}
			book := storyOf(texts)
			b.SetBytes(int64(bytes))
			for b.Loop() {
				Story(newsroom, book)
			}
		})
	}
}
