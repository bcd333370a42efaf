package reuse

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

const (
	lock  = "The lock keeper opened the upper gates before dawn, and forty barges loaded with gravel drifted into the weir."
	inset = "Engineers had warned the harbour board in March that the hinges were cracked and ought to be replaced."
	fire  = "A fire broke out in a paint store behind the old tannery, destroying three workshops and a bakery."
)

// dump writes each passage as the text of its first place and, where others read
// differently, of theirs.
func dump(texts []string, s Shares) string {
	var parts []string
	for _, p := range s.Passages {
		var b strings.Builder
		last := ""
		for i, c := range p.Places {
			if t := texts[c.Text][c.Start:c.End]; i == 0 {
				fmt.Fprintf(&b, "%d:%s", c.Text, t)
				last = t
			} else if t != last {
				fmt.Fprintf(&b, " = %d:%s", c.Text, t)
				last = t
			} else {
				fmt.Fprintf(&b, " = %d", c.Text)
			}
		}
		if !p.Exact {
			b.WriteString(" ~")
		}
		if p.Quoted {
			b.WriteString(" “”")
		}
		parts = append(parts, b.String())
	}
	return strings.Join(parts, " | ")
}

func TestShared(t *testing.T) {
	for name, c := range map[string]struct {
		texts []string
		want  string
	}{
		"nothing":        {[]string{lock, fire}, ""},
		"empty":          {[]string{"", lock, ""}, ""},
		"whole sentence": {[]string{lock, "He said: " + lock + " It rained."}, "0:" + strings.TrimSuffix(lock, ".") + " = 1"},
		"case and marks": {
			[]string{"forty barges loaded with gravel drifted – into the weir", "Forty barges, loaded with gravel, drifted into the weir"},
			"0:forty barges loaded with gravel drifted – into the weir = 1:Forty barges, loaded with gravel, drifted into the weir",
		},
		"paragraphs in another order": {
			[]string{lock + "\n" + fire, fire + "\n" + lock},
			"0:" + strings.TrimSuffix(lock, ".") + " = 1 | 0:" + strings.TrimSuffix(fire, ".") + " = 1",
		},
		"a word changed": {
			[]string{
				"The lock keeper opened the upper gates before dawn and forty barges drifted into the weir",
				"The lock keeper opened the lower gates before sunrise and forty barges drifted into the weir",
			},
			"0:The lock keeper opened the upper gates before dawn and forty barges drifted into the weir = " +
				"1:The lock keeper opened the lower gates before sunrise and forty barges drifted into the weir ~",
		},
		"a few words left out": {
			[]string{
				"Engineers had warned the harbour board in March that the hinges were badly cracked and ought to be replaced.",
				"Engineers had warned the harbour board that the hinges were cracked and ought to be replaced soon.",
			},
			"0:Engineers had warned the harbour board in March that the hinges were badly cracked and ought to be replaced = " +
				"1:Engineers had warned the harbour board that the hinges were cracked and ought to be replaced ~",
		},
		"stock phrases": {[]string{
			"The prime minister said in a statement on Tuesday that it was one of the first of the year.",
			"The prime minister said in a statement on Tuesday that it was one of the many to come.",
		}, ""},
		"a name with titles": {[]string{
			"Harbour Board Director Wilhelmina van der Velde resigned.",
			"Nobody asked Harbour Board Director Wilhelmina van der Velde anything.",
		}, ""},
		"a short brief": {
			[]string{"Hinges cracked before forty gravel barges sank.", "Reports say hinges cracked before forty gravel barges sank near the weir."},
			"0:Hinges cracked before forty gravel barges sank = 1:hinges cracked before forty gravel barges sank",
		},
		"a quotation": {
			[]string{"“We shall rebuild every burnt workshop, brick upon brick,” she said.", "“We shall rebuild every burnt workshop, brick upon brick.” So she promised."},
			"0:We shall rebuild every burnt workshop, brick upon brick = 1 “”",
		},
		"an apostrophe ends no quotation": {
			[]string{"“The bargemen’s ‘upper’ gates and the tanners’ workshops shall all be rebuilt, brick upon brick,” she said.", "She promised: “The bargemen’s ‘upper’ gates and the tanners’ workshops shall all be rebuilt, brick upon brick”"},
			"0:The bargemen’s ‘upper’ gates and the tanners’ workshops shall all be rebuilt, brick upon brick = 1 “”",
		},
		"narration and quotation told apart": {
			[]string{lock + "\n“" + fire + "”", "“" + fire + "”\nReport: " + lock},
			"0:" + strings.TrimSuffix(lock, ".") + " = 1 | 0:" + strings.TrimSuffix(fire, ".") + " = 1 “”",
		},
		"the furniture of pages": {[]string{
			lock + "\nAll rights reserved. Follow us on Facebook, Twitter and Instagram. Subscribe to our newsletter.",
			fire + "\nAll rights reserved. Follow us on Facebook, Twitter and Instagram. Subscribe to our newsletter.",
		}, ""},
		"twice in one text":      {[]string{lock + "\n" + fire + "\n" + lock, inset + "\n" + lock}, "0:" + strings.TrimSuffix(lock, ".") + " = 1"},
		"twice in one text only": {[]string{lock + "\n" + fire + "\n" + lock, inset}, ""},
		"texts that part at different words": {
			[]string{lock + " " + fire + " " + inset, lock + " " + fire, fire + " " + inset},
			"0:" + strings.TrimSuffix(lock, ".") + " = 1 | 0:" + strings.TrimSuffix(fire, ".") + " = 1 = 2 | 0:" + strings.TrimSuffix(inset, ".") + " = 2",
		},
		"a sentence of the first inside what two others share": {
			[]string{fire, lock + " " + fire + " " + inset, lock + " " + fire + " " + inset},
			"0:" + strings.TrimSuffix(fire, ".") + " = 1 = 2 | 1:" + strings.TrimSuffix(lock, ".") + " = 2 | 1:" + strings.TrimSuffix(inset, ".") + " = 2",
		},
		"right to left": {
			[]string{"فتح حارس القفل البوابات العليا قبل الفجر وانجرفت أربعون بارجة", "قال: فتح حارس القفل البوابات العليا قبل الفجر وانجرفت أربعون بارجة."},
			"0:فتح حارس القفل البوابات العليا قبل الفجر وانجرفت أربعون بارجة = 1",
		},
		"three texts": {
			[]string{lock, fire + " " + lock, lock + " " + fire},
			"0:" + strings.TrimSuffix(lock, ".") + " = 1 = 2 | 1:" + strings.TrimSuffix(fire, ".") + " = 2",
		},
	} {
		if got := dump(c.texts, Shared(c.texts, Options{})); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

func TestOptions(t *testing.T) {
	texts := []string{
		"The lock keeper opened the upper gates before dawn and forty barges drifted into the weir",
		"The lock keeper opened the lower gates before dawn and forty barges drifted into the weir",
	}
	if got := Shared(texts, Options{MinWords: 50}); got.Passages != nil {
		t.Errorf("fifty words asked for: %s", dump(texts, got))
	}
	if got := dump(texts, Shared(texts, Options{MaxGap: -1, MinWords: 3})); got != "0:The lock keeper opened the = 1 | 0:gates before dawn and forty barges drifted into the weir = 1" {
		t.Errorf("verbatim only: %s", got)
	}
}

func TestCounts(t *testing.T) {
	texts := []string{lock + " " + fire, inset, inset + " " + fire, lock, "Nothing of it."}
	s := Shared(texts, Options{})
	if want := []int{37, 18, 36, 19, 3}; !reflect.DeepEqual(s.Words, want) {
		t.Errorf("words %v, want %v", s.Words, want)
	}
	if want := []int{37, 18, 36, 19, 0}; !reflect.DeepEqual(s.Shared, want) {
		t.Errorf("shared words %v, want %v", s.Shared, want)
	}
}

// The words that not all copies have are told, on every side.
func TestApart(t *testing.T) {
	texts := []string{
		"The lock keeper opened the upper gates before dawn and forty barges drifted into the weir",
		"The lock keeper opened the lower gates before dawn and forty barges drifted into the weir",
		"The lock keeper opened the upper gates before dawn and forty laden barges drifted into the weir",
		"the lock keeper opened the lower gates before dawn, and forty barges drifted into the weir",
	}
	s := Shared(texts, Options{})
	if len(s.Passages) != 1 {
		t.Fatal(dump(texts, s))
	}
	var got []string
	for _, c := range s.Passages[0].Places {
		line := fmt.Sprint(c.Reading)
		for _, a := range c.Apart {
			line += " " + texts[c.Text][a.Start:a.End]
		}
		got = append(got, line)
	}
	if want := []string{"0 upper", "1 lower", "2 upper laden", "1 lower"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzShared(f *testing.F) {
	f.Add(lock+"\n"+fire, fire+"\n"+lock, inset)
	f.Add("a b c d e f g h a b c d e f g h", "a b c d x f g h a b c d e f g h", "")
	f.Add(strings.Repeat("hinge weir ", 40), strings.Repeat("weir hinge barge ", 30), "\xff\xc3 “")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		texts := []string{a, b, c}
		for _, o := range []Options{{}, {MinWords: 1, MaxGap: 6}, {MinWords: 2, MaxGap: -1}} {
			check(t, texts, o)
		}
	})
}

// check holds what Shared finds against what it promises.
func check(t *testing.T, texts []string, o Options) {
	s := Shared(texts, o)
	if again := Shared(texts, o); !reflect.DeepEqual(s, again) {
		t.Fatal("two runs differ")
	}
	read := make([]map[string]int, len(texts)) // words and how often
	for i, text := range texts {
		read[i] = map[string]int{}
		ws := spell(text)
		for _, w := range ws {
			read[i][fold(text[w.start:w.end])]++
		}
		if s.Words[i] != len(ws) || s.Shared[i] < 0 || s.Shared[i] > len(ws) {
			t.Fatalf("%d of %d words shared, counted %d", s.Shared[i], len(ws), s.Words[i])
		}
	}
	later := map[int][]Place{} // but for first places, by text
	for _, p := range s.Passages {
		for _, c := range p.Places[min(1, len(p.Places)):] {
			for _, other := range later[c.Text] {
				if c.Start < other.End && other.Start < c.End {
					t.Fatalf("%+v and %+v overlap", c, other)
				}
			}
			later[c.Text] = append(later[c.Text], c)
		}
		if len(p.Places) < 2 {
			t.Fatalf("a passage in one text: %+v", p)
		}
		said := map[int]string{}
		for i, c := range p.Places {
			if i > 0 && c.Text <= p.Places[i-1].Text || c.Start < 0 || c.End <= c.Start || c.End > len(texts[c.Text]) {
				t.Fatalf("place %+v in %q", c, texts)
			}
			text := texts[c.Text][c.Start:c.End]
			var all []string
			for _, w := range spell(text) {
				all = append(all, fold(text[w.start:w.end]))
			}
			joined := strings.Join(all, " ")
			if c.From < 0 || c.From >= c.To || c.To > p.Places[0].Words {
				t.Fatalf("words %d to %d of %+v", c.From, c.To, p.Places[0])
			}
			if len(all) != c.Words {
				t.Fatalf("%d words, counted %d: %q", len(all), c.Words, text)
			}
			if before, ok := said[c.Reading]; ok && before != joined {
				t.Fatalf("reading %d is %q and %q", c.Reading, before, joined)
			}
			if _, ok := said[c.Reading]; !ok && c.Reading != len(said) {
				t.Fatalf("reading %d comes after %d", c.Reading, len(said))
			}
			said[c.Reading] = joined
			at := c.Start
			for _, a := range c.Apart {
				if a.Start < at || a.End <= a.Start || a.End > c.End {
					t.Fatalf("apart %+v of %+v", a, c)
				}
				at = a.End
			}
			if i > 0 && c.Reading == 0 && len(c.Apart) != len(p.Places[0].Apart) {
				t.Fatalf("the same words, marked otherwise: %+v and %+v", c, p.Places[0])
			}
		}
		if p.Exact != (len(said) == 1) || p.Exact && p.Places[0].Apart != nil {
			t.Fatalf("%d readings, exact %v", len(said), p.Exact)
		}
	}
}

// corpus returns n texts of about 500 words; every five share a paragraph of 40.
func corpus(n int) []string {
	texts := make([]string, n)
	state := uint64(1)
	for i := range texts {
		var b strings.Builder
		for w := range 500 {
			if w == 200 {
				b.WriteByte('\n')
				for k := range 40 {
					fmt.Fprintf(&b, "g%d ", mix(uint64(i/5*100+k))%100000)
				}
				b.WriteByte('\n')
			}
			state = mix(state)
			r := state % 4000
			if state>>32%3 == 0 {
				r = state % 60
			}
			fmt.Fprintf(&b, "w%d ", r)
		}
		texts[i] = b.String()
	}
	return texts
}

// wire returns n texts that all print one dispatch of 600 words, each after an
// opening of its own, with a word changed here and there and its paragraphs turned
// round.
func wire(n int) []string {
	paragraphs := make([]string, 12)
	for i := range paragraphs {
		var b strings.Builder
		for k := range 50 {
			fmt.Fprintf(&b, "g%d ", mix(uint64(i*1000+k))%100000)
		}
		paragraphs[i] = b.String()
	}
	texts := make([]string, n)
	state := uint64(7)
	for i := range texts {
		var b strings.Builder
		for range 60 {
			state = mix(state)
			fmt.Fprintf(&b, "w%d ", state%40000)
		}
		for k := range paragraphs {
			p := strings.Fields(paragraphs[(k+i)%len(paragraphs)])
			if (i+k)%3 == 0 {
				p[(i*7+k)%len(p)] = fmt.Sprint("x", i)
			}
			b.WriteString("\n" + strings.Join(p, " "))
		}
		texts[i] = b.String()
	}
	return texts
}

func report(b *testing.B, texts []string) {
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	b.SetBytes(int64(size))
	places := 0
	for b.Loop() {
		places = 0
		for _, p := range Shared(texts, Options{}).Passages {
			places += len(p.Places)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(len(texts)), "µs/article")
	b.ReportMetric(float64(places)/float64(len(texts)), "places/article")
}

// Growth with the number of articles: µs/article stays.
func BenchmarkShared(b *testing.B) {
	for _, n := range []int{5, 20, 80, 320} {
		b.Run(fmt.Sprint(n, "articles"), func(b *testing.B) { report(b, corpus(n)) })
	}
}

// The same where all articles print one dispatch.
func BenchmarkDispatch(b *testing.B) {
	for _, n := range []int{5, 20, 80, 320} {
		b.Run(fmt.Sprint(n, "articles"), func(b *testing.B) { report(b, wire(n)) })
	}
}

// Growth with length: MB/s stays.
func BenchmarkLength(b *testing.B) {
	for _, n := range []int{1, 4, 16, 64} {
		texts := []string{strings.Join(corpus(n)[:n], "\n"), strings.Join(corpus(2 * n)[n:], "\n")}
		b.Run(fmt.Sprint(n*500, "words"), func(b *testing.B) { report(b, texts) })
	}
}

// A text that repeats itself must not make the work grow with its square.
func BenchmarkRepetitive(b *testing.B) {
	for _, n := range []int{200, 800, 3200, 12800} {
		texts := []string{strings.Repeat(lock+" ", n/18), strings.Repeat(lock+" ", n/18), strings.Repeat(fire+" "+lock+" ", n/36)}
		b.Run(fmt.Sprint(n, "words"), func(b *testing.B) { report(b, texts) })
		same := strings.Repeat("weir ", n)
		b.Run(fmt.Sprint("one word ", n, " times"), func(b *testing.B) { report(b, []string{same, same, same, same}) })
	}
}
