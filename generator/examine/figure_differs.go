package examine

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/engine/figure"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// FigureDiffers is the kind of a finding: documents give figures for the same
// thing that cannot both be right.
const FigureDiffers = "figure-differs"

// figureDiffers looks, thing by thing, for figures of two articles that exclude
// each other. Silent are figures that count different things, agree when
// rounded, bounded or blurred, or stand in wordings that share too little to be
// one statement; and figures inside quotation marks on both sides, which belong
// to quoteDiffers. A later count may have replaced an earlier one, so no such
// finding is a hard one.
func figureDiffers(t *tally, e *factcheck.ExaminedCase, list []figureMention, groups [][]int) []factcheck.Finding {
	inside := make([][]span, len(e.Witnesses))
	for i := range e.Witnesses {
		inside[i] = insideMarks(&e.Witnesses[i])
	}
	var alike map[[2]int]bool // of comparable witnesses; asked only where figures conflict
	comparable := func(i, j int) bool {
		if alike == nil {
			alike = map[[2]int]bool{}
			for _, p := range comparablePairs(e) {
				alike[p] = true
			}
		}
		return alike[[2]int{max(i, j), min(i, j)}]
	}
	var findings []factcheck.Finding
	for _, g := range groups {
		var takesPart []int
		var low, high *figureMention // the pair that lies furthest apart
		apart := -1.0
		for n, j := range g {
			for _, i := range g[:n] {
				x, y := &list[i], &list[j]
				aligned := facing(x.rows, y.rows)
				if x.passage.Article == y.passage.Article || insideBoth(inside, x, y) || relate(x, y, aligned) != figure.Conflict ||
					aligned && !comparable(x.witness, y.witness) {
					continue
				}
				for _, k := range []int{i, j} {
					if !slices.Contains(takesPart, k) {
						takesPart = append(takesPart, k)
					}
				}
				if x.figure.Value > y.figure.Value {
					x, y = y, x
				}
				if d := y.figure.Value - x.figure.Value; d > apart {
					low, high, apart = x, y, d
				}
			}
		}
		if low == nil {
			continue
		}
		slices.Sort(takesPart)
		f := factcheck.Finding{
			Kind: FigureDiffers, Severity: factcheck.Major, Status: factcheck.Proposed, Claim: e.Claim.ID, Certainty: factcheck.Soft,
			Summary:    t.differing(e, list, takesPart),
			Arithmetic: t.reckoning(low, high),
			Why:        "If they count the same thing at the same time, they cannot all be right. A count may also have been brought up to date between two reports.",
		}
		for _, i := range takesPart {
			m := &list[i]
			f.Evidence = append(f.Evidence, evidence(t.story.Article(m.passage.Article), t.clause(&e.Witnesses[m.witness], m), ""))
		}
		findings = append(findings, f)
	}
	return findings
}

// differing writes the finding's sentence: every reading with its sources.
func (t *tally) differing(e *factcheck.ExaminedCase, list []figureMention, takesPart []int) string {
	var readings []string
	sigla := map[string][]string{}
	for _, i := range takesPart {
		reading := quoted(t.written(&list[i]))
		if sigla[reading] == nil {
			readings = append(readings, reading)
		}
		if s := e.Witnesses[list[i].witness].Siglum; !slices.Contains(sigla[reading], s) {
			sigla[reading] = append(sigla[reading], s)
		}
	}
	for i, r := range readings {
		readings[i] = fmt.Sprintf("%s (%s)", r, strings.Join(sigla[r], ", "))
	}
	opening := "The documents give different figures"
	switch noun := t.noun(&list[takesPart[0]]); {
	case list[takesPart[0]].figure.Kind == figure.Money:
		opening = "The documents give different sums"
	case noun != "":
		opening = "The documents give different numbers of " + markdown.Escape(noun)
		if list[takesPart[0]].figure.Kind != figure.Count {
			opening = "The documents give different figures (" + markdown.Escape(noun) + ")"
		}
	}
	return opening + ": " + strings.Join(readings, " – ") + "."
}

// written returns a mention from its bounding word to the end of its number.
func (t *tally) written(m *figureMention) string {
	text := t.story.Article(m.passage.Article).Text(m.passage.Part)
	return text[min(m.passage.Start, m.figure.Start):m.figure.End]
}

// reckoning says in a sentence how far two figures are apart.
func (t *tally) reckoning(low, high *figureMention) string {
	a, b := low.figure, high.figure
	plain := func(f figure.Figure) bool { return f.Low == f.High }
	switch {
	case plain(a) && plain(b) && a.Kind == figure.Percent && b.Kind == figure.Percent:
		apart := number(b.Value-a.Value) + " percentage points"
		if apart == "1 percentage points" {
			apart = "one percentage point"
		}
		return fmt.Sprintf("%s per cent is %s more than %s.", number(b.Value), apart, number(a.Value))
	case plain(a) && plain(b) && a.Kind == b.Kind && a.Unit == b.Unit && a.Kind != figure.Share:
		return fmt.Sprintf("%s is %s more than %s.", number(b.Value), number(b.Value-a.Value), number(a.Value))
	}
	if plain(a) && plain(b) {
		return fmt.Sprintf("%s is not the same as %s.", quoted(t.written(low)), quoted(t.written(high)))
	}
	// Where the smaller one is bounded from below it reaches up, and the other way
	// round, as they exclude each other: “more than 20” and “fewer than 20”.
	return fmt.Sprintf("Even read as widely as the words allow, %s and %s exclude each other.", quoted(t.written(low)), quoted(t.written(high)))
}

// number writes a number as newspapers do: 12,400; 2.3 million.
func number(v float64) string {
	for _, m := range []struct {
		size float64
		name string
	}{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}} {
		if math.Abs(v) >= m.size {
			if s := v / m.size; math.Abs(s*1000-math.Round(s*1000)) < 1e-6 {
				return strconv.FormatFloat(math.Round(s*1000)/1000, 'f', -1, 64) + " " + m.name
			}
		}
	}
	s := strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	sign := ""
	if rest, negative := strings.CutPrefix(whole, "-"); negative {
		sign, whole = "−", rest
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

// clause returns the stretch between two marks of punctuation in which a
// mention stands, as far as the wording goes; if that says too little, all of
// the wording's passage.
func (t *tally) clause(w *factcheck.Witness, m *figureMention) factcheck.Passage {
	p := m.passage
	for _, q := range w.Passages {
		if q.Article != p.Article || q.Part != p.Part || p.Start < q.Start || p.End > q.End {
			continue
		}
		text := t.story.Article(p.Article).Text(p.Part)
		start, end := q.Start, q.End
		if i := lastBreak(text[q.Start:p.Start]); i >= 0 {
			start = q.Start + i
		}
		if i := firstBreak(text[p.End:q.End]); i >= 0 {
			end = p.End + i
		}
		start += len(text[start:end]) - len(strings.TrimLeft(text[start:end], " \u00a0\t\n"))
		if len(strings.Fields(text[start:end])) < 4 {
			return q
		}
		return factcheck.Passage{Article: p.Article, Part: p.Part, Start: start, End: end}
	}
	return p
}

// lastBreak returns the place behind the last mark that ends a clause and is
// followed by white space; firstBreak the place of the first.
func lastBreak(s string) int {
	for i := len(s) - 2; i >= 0; i-- {
		if clauseMark(s[i]) && (s[i+1] == ' ' || s[i+1] == '\n') {
			return i + 1
		}
	}
	return -1
}

func firstBreak(s string) int {
	for i := 0; i < len(s); i++ {
		if clauseMark(s[i]) && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n') {
			return i
		}
	}
	return -1
}

func clauseMark(b byte) bool { return b == ',' || b == ';' || b == ':' || b == '.' || b == '\n' }
