package timex

// This file measures Tag against the articles in testdata, see the README there.

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var listErrors = flag.Bool("errors", false, "list what Tag gets wrong in testdata/news-dev.txt")

// goldText is one article of testdata, its mark-up taken out.
type goldText struct {
	name      string
	published Day
	text      string
	times     []goldTime
}

type goldTime struct {
	start, end int
	typ        Type
	value      string
}

// readGold reads the articles of a file.
func readGold(t testing.TB, file string) []goldText {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var gold []goldText
	for _, part := range strings.Split("\n"+string(data), "\n== ")[1:] {
		head, body, _ := strings.Cut(part, "\n")
		g := goldText{}
		name, pub, _ := strings.Cut(head, " ")
		g.name, g.published = name, mustDay(t, pub)
		var b strings.Builder
		for rest := strings.TrimSpace(body); rest != ""; {
			before, after, found := strings.Cut(rest, "{")
			b.WriteString(before)
			if !found {
				break
			}
			mark, tail, closed := strings.Cut(after, "}")
			words, value, ok := strings.Cut(mark, "|")
			if !closed || !ok || words == "" || value == "" {
				t.Fatalf("%s: %s: %q is not {words|value}", file, name, mark)
			}
			x := goldTime{start: b.Len(), value: value}
			b.WriteString(words)
			x.end = b.Len()
			x.typ, x.value = goldType(value)
			g.times = append(g.times, x)
			rest = tail
		}
		g.text = b.String()
		gold = append(gold, g)
	}
	return gold
}

// goldType is the type that a value stands for; a set says so before its value.
func goldType(value string) (Type, string) {
	switch {
	case strings.HasPrefix(value, "set "):
		return Set, value[4:]
	case value == "PAST_REF" || value == "PRESENT_REF":
		return Date, value
	case value[0] == 'P':
		return Duration, value
	case value != "FUTURE_REF" && strings.Contains(value, "T"):
		return Time, value
	}
	return Date, value
}

// tally counts as TempEval-3 does.
type tally struct{ gold, found, matched, exact, value, typ int }

func (s tally) f1(right int) float64 {
	if s.matched == 0 {
		return 0
	}
	p, r := float64(s.matched)/float64(s.found), float64(s.matched)/float64(s.gold)
	return 100 * 2 * p * r / (p + r) * float64(right) / float64(s.matched)
}

// add matches one article: equal spans first, then what overlaps, in reading order.
func (s *tally) add(g goldText, xs []Expression, wrong func(kind string, want *goldTime, got *Expression)) {
	s.gold += len(g.times)
	s.found += len(xs)
	taken := make([]bool, len(xs))
	pair := make([]int, len(g.times))
	for round := 0; round < 2; round++ {
		for i := range g.times {
			w := &g.times[i]
			if round == 0 {
				pair[i] = -1
			} else if pair[i] >= 0 {
				continue
			}
			for k := range xs {
				x := &xs[k]
				same := x.Start == w.start && x.End == w.end
				if taken[k] || round == 0 && !same || x.Start >= w.end || w.start >= x.End {
					continue
				}
				taken[k], pair[i] = true, k
				s.matched++
				if same {
					s.exact++
				} else {
					wrong("span", w, x)
				}
				if x.Type == w.typ {
					s.typ++
				}
				if x.Value == w.value {
					s.value++
				} else {
					wrong("value", w, x)
				}
				break
			}
		}
	}
	for i := range pair {
		if pair[i] < 0 {
			wrong("missed", &g.times[i], nil)
		}
	}
	for k := range xs {
		if !taken[k] {
			wrong("extra", nil, &xs[k])
		}
	}
}

func TestTagMeetsTheGold(t *testing.T) {
	for _, c := range []struct {
		file                          string
		relaxed, strict, value, types float64
	}{
		{"testdata/news-dev.txt", 99.5, 98.8, 96.2, 99.5},
		{"testdata/news-held.txt", 97.8, 95.4, 90.4, 96.8},
	} {
		var s tally
		for _, g := range readGold(t, c.file) {
			s.add(g, Tag(g.text, Options{Published: g.published}), func(kind string, want *goldTime, got *Expression) {
				if !*listErrors || strings.Contains(c.file, "held") {
					return
				}
				a, b := "", ""
				if want != nil {
					a = g.text[want.start:want.end] + " = " + want.value
				}
				if got != nil {
					b = g.text[got.Start:got.End] + " = " + got.Value
				}
				t.Logf("%s\t%s\t%s\t%s", g.name, kind, a, b)
			})
		}
		relaxed, strict, value, types := s.f1(s.matched), s.f1(s.exact), s.f1(s.value), s.f1(s.typ)
		t.Logf("%s: %d expressions, relaxed %.1f, strict %.1f, value %.1f, type %.1f", c.file, s.gold, relaxed, strict, value, types)
		if relaxed < c.relaxed || strict < c.strict || value < c.value || types < c.types {
			t.Errorf("%s: wanted at least relaxed %.1f, strict %.1f, value %.1f, type %.1f", c.file, c.relaxed, c.strict, c.value, c.types)
		}
	}
}
