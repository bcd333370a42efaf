package figure

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// A goldText is a text of testdata with the figures marked in it.
type goldText struct {
	name, text string
	figures    []goldFigure
}

type goldFigure struct {
	start, end  int
	value, high float64
	unit        string
}

// readGold reads a file of marked texts; testdata/README.md tells the format.
func readGold(t testing.TB, path string) []goldText {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var texts []goldText
	for block := range strings.SplitSeq(string(data), "\n## ") {
		if strings.HasPrefix(block, "# ") {
			continue
		}
		name, marked, _ := strings.Cut(block, "\n")
		g := goldText{name: name}
		var b strings.Builder
		for rest := strings.TrimSpace(marked); ; {
			before, after, found := strings.Cut(rest, "{")
			b.WriteString(before)
			if !found {
				break
			}
			mark, after, closed := strings.Cut(after, "}")
			fields := strings.Split(mark, "|")
			if !closed || len(fields) != 3 {
				t.Fatalf("%s, %s: bad mark {%s", path, name, mark)
			}
			f := goldFigure{start: b.Len(), unit: fields[2]}
			b.WriteString(fields[0])
			f.end = b.Len()
			low, high, isRange := strings.Cut(fields[1], "-")
			if low == "" { // -5
				low, isRange = "-"+high, false
			}
			f.value = goldNumber(t, low)
			f.high = f.value
			if isRange {
				f.high = goldNumber(t, high)
			}
			g.figures = append(g.figures, f)
			rest = after
		}
		g.text = b.String()
		texts = append(texts, g)
	}
	return texts
}

func goldNumber(t testing.TB, s string) float64 {
	t.Helper()
	top, bottom, fraction := strings.Cut(s, "/")
	v, err := strconv.ParseFloat(top, 64)
	if err == nil && fraction {
		var d float64
		d, err = strconv.ParseFloat(bottom, 64)
		v /= d
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// A goldScore counts what the engine found against what is marked.
type goldScore struct {
	marked, found, touched, span, value, unit int
	misses                                    []string
}

func (s *goldScore) add(g goldText) {
	s.marked += len(g.figures)
	figures := Find(g.text)
	s.found += len(figures)
	matched := make([]bool, len(figures))
	for _, want := range g.figures {
		hit := -1
		for i, f := range figures {
			if !matched[i] && f.Start < want.end && want.start < f.End {
				hit = i
				break
			}
		}
		if hit < 0 {
			s.misses = append(s.misses, fmt.Sprintf("%s: %q (%s) not found", g.name, g.text[want.start:want.end], want.unit))
			continue
		}
		f := figures[hit]
		matched[hit] = true
		s.touched++
		span := f.Start == want.start && f.End == want.end
		value := math.Abs(f.Value-want.value) <= 1e-9*math.Abs(want.value) && (want.high == want.value || math.Abs(f.High-want.high) <= 1e-9*math.Abs(want.high))
		unit := f.Unit == want.unit
		for _, is := range []struct {
			ok bool
			n  *int
		}{{span, &s.span}, {value, &s.value}, {unit, &s.unit}} {
			if is.ok {
				*is.n++
			}
		}
		if !span || !value || !unit {
			s.misses = append(s.misses, fmt.Sprintf("%s: %q %v %q, marked %q %v %q", g.name, f.Text, f.Value, f.Unit, g.text[want.start:want.end], want.value, want.unit))
		}
	}
	for i, f := range figures {
		if !matched[i] {
			s.misses = append(s.misses, fmt.Sprintf("%s: %q %v %q is no figure", g.name, f.Text, f.Value, f.Unit))
		}
	}
}

// TestGold holds the engine to the score that it has reached. The errors of the
// third file are not shown: no rule was written with them in view.
func TestGold(t *testing.T) {
	for _, c := range []struct {
		path                                 string
		precision, recall, span, value, unit float64
		show                                 bool
	}{
		{"testdata/gold-a.txt", 99.5, 99.5, 99.5, 99.5, 99, true},
		{"testdata/gold-b.txt", 99.5, 99.5, 99.5, 99.5, 99, true},
		{"testdata/gold-c.txt", 99.5, 97.5, 97, 97, 95, false},
	} {
		var s goldScore
		for _, g := range readGold(t, c.path) {
			s.add(g)
		}
		rate := func(n, of int) float64 { return 100 * float64(n) / float64(of) }
		for _, r := range []struct {
			name         string
			got, atLeast float64
		}{
			{"precision", rate(s.touched, s.found), c.precision},
			{"recall", rate(s.touched, s.marked), c.recall},
			{"span", rate(s.span, s.marked), c.span},
			{"value", rate(s.value, s.marked), c.value},
			{"unit", rate(s.unit, s.marked), c.unit},
		} {
			t.Logf("%s: %s %.1f of %d", c.path, r.name, r.got, s.marked)
			if r.got < r.atLeast {
				t.Errorf("%s: %s is %.1f, was %.1f", c.path, r.name, r.got, r.atLeast)
			}
		}
		if c.show {
			t.Log("\n" + strings.Join(s.misses, "\n"))
		}
	}
}
