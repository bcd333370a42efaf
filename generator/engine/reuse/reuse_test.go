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

// dump writes a match as both readings, one where they are the same.
func dump(texts []string, ms []Match) string {
	var parts []string
	for _, m := range ms {
		a, b := texts[m.A][m.AStart:m.AEnd], texts[m.B][m.BStart:m.BEnd]
		s := fmt.Sprintf("%d:%s", m.A, a)
		if a != b {
			s += fmt.Sprintf(" = %d:%s", m.B, b)
		}
		if !m.Exact {
			s += " ~"
		}
		if m.Quoted {
			s += " “”"
		}
		parts = append(parts, s)
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
		"whole sentence": {[]string{lock, "He said: " + lock + " It rained."}, "0:" + strings.TrimSuffix(lock, ".")},
		"case and marks": {
			[]string{"forty barges loaded with gravel drifted – into the weir", "Forty barges, loaded with gravel, drifted into the weir"},
			"0:forty barges loaded with gravel drifted – into the weir = 1:Forty barges, loaded with gravel, drifted into the weir",
		},
		"paragraphs in another order": {
			[]string{lock + "\n" + fire, fire + "\n" + lock},
			"0:" + strings.TrimSuffix(lock, ".") + " | 0:" + strings.TrimSuffix(fire, "."),
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
			"0:We shall rebuild every burnt workshop, brick upon brick “”",
		},
		"three texts": {
			[]string{lock, fire + " " + lock, lock + " " + fire},
			"0:" + strings.TrimSuffix(lock, ".") + " | 0:" + strings.TrimSuffix(lock, ".") + " | 1:" + strings.TrimSuffix(fire, ".") + " | 1:" + strings.TrimSuffix(lock, "."),
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
	if got := Shared(texts, Options{MinWords: 50}); got != nil {
		t.Errorf("fifty words asked for: %s", dump(texts, got))
	}
	if got := dump(texts, Shared(texts, Options{MaxGap: -1, MinWords: 3})); got != "0:The lock keeper opened the | 0:gates before dawn and forty barges drifted into the weir" {
		t.Errorf("verbatim only: %s", got)
	}
}

func TestPairsAndCoverage(t *testing.T) {
	texts := []string{lock + " " + fire, inset, inset + " " + fire, lock}
	pairs := Pairs(texts, Options{})
	var got []string
	for _, p := range pairs {
		got = append(got, fmt.Sprintf("%d%d %.2f %.2f", p.A, p.B, p.AShare, p.BShare))
	}
	if want := []string{"02 0.49 0.50", "03 0.51 1.00", "12 1.00 0.50"}; !reflect.DeepEqual(got, want) {
		t.Errorf("pairs %q, want %q", got, want)
	}
	for i, share := range Coverage(texts, Shared(texts, Options{})) {
		if share != 1 {
			t.Errorf("coverage of text %d is %v", i, share)
		}
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
	matches := Shared(texts, o)
	if again := Shared(texts, o); !reflect.DeepEqual(matches, again) {
		t.Fatal("two runs differ")
	}
	for i, m := range matches {
		switch {
		case m.A >= m.B || m.A < 0 || m.B > 2,
			m.AStart < 0 || m.AEnd <= m.AStart || m.AEnd > len(texts[m.A]),
			m.BStart < 0 || m.BEnd <= m.BStart || m.BEnd > len(texts[m.B]),
			m.Words <= 0 || m.Words > m.AWords || m.Words > m.BWords:
			t.Fatalf("match %+v of %q", m, texts)
		}
		sideA, sideB := spell(texts[m.A][m.AStart:m.AEnd]), spell(texts[m.B][m.BStart:m.BEnd])
		if m.Exact {
			if len(sideA) != len(sideB) || len(sideA) != m.Words {
				t.Fatalf("exact match %+v with %d and %d words", m, len(sideA), len(sideB))
			}
			for k := range sideA {
				x, y := sideA[k], sideB[k]
				if fold(texts[m.A][m.AStart+x.start:m.AStart+x.end]) != fold(texts[m.B][m.BStart+y.start:m.BStart+y.end]) {
					t.Fatalf("exact match %+v differs in word %d", m, k)
				}
			}
		}
		for _, n := range matches[:i] {
			if n.A == m.A && n.B == m.B && (n.AStart < m.AEnd && m.AStart < n.AEnd || n.BStart < m.BEnd && m.BStart < n.BEnd) {
				t.Fatalf("matches %+v and %+v overlap", n, m)
			}
		}
	}
	for i, share := range Coverage(texts, matches) {
		if share < 0 || share > 1 {
			t.Fatalf("coverage of text %d is %v", i, share)
		}
	}
	for _, p := range Pairs(texts, o) {
		if p.AShare > 1.000001 || p.BShare > 1.000001 {
			t.Fatalf("shares %v, %v", p.AShare, p.BShare)
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

func BenchmarkShared(b *testing.B) {
	for _, n := range []int{5, 20, 80, 320} {
		texts := corpus(n)
		b.Run(fmt.Sprint(n, "articles"), func(b *testing.B) {
			found := 0
			for b.Loop() {
				found = len(Shared(texts, Options{}))
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/article")
			b.ReportMetric(float64(found)/float64(n), "matches/article")
		})
	}
}

// A text that repeats itself must not make the work grow with its square.
func BenchmarkRepetitive(b *testing.B) {
	for _, n := range []int{200, 800, 3200} {
		texts := []string{strings.Repeat(lock+" ", n/18), strings.Repeat(lock+" ", n/18)}
		b.Run(fmt.Sprint(n, "words"), func(b *testing.B) {
			for b.Loop() {
				Shared(texts, Options{})
			}
		})
	}
}
