package examine

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/generator/engine/figure"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// FigureArithmetic is the kind of a finding: figures of one sentence that do not
// add up.
const FigureArithmetic = "figure-arithmetic"

// figureArithmetic looks for figures of one sentence that cannot all be true: a
// rise that falls, a doubling that is none, more of a thing than there are, parts
// that miss their total, shares of one vote above a hundred per cent. It reads
// only what stands side by side in so many words, and keeps silent where a bound
// (“nearly”), a second unit or a word about ranks leaves any other reading.
func figureArithmetic(t *tally, a factcheck.Article) []factcheck.Finding {
	var findings []factcheck.Finding
	text := a.Body.Plain
	figures := t.figures[field{a.ID, factcheck.Body}]
	if len(figures) < 2 {
		return nil
	}
	at := 0
	for _, s := range words.Sentences(text) {
		for at < len(figures) && figures[at].Start < s.Start {
			at++
		}
		end := at
		for end < len(figures) && figures[end].End <= s.End {
			end++
		}
		r := sums{text: text, sentence: s, figures: figures[at:end]}
		for _, check := range []func() (string, string){r.movement, r.excess, r.parts, r.votes} {
			if summary, reckoning := check(); summary != "" {
				findings = append(findings, factcheck.Finding{
					Kind: FigureArithmetic, Severity: factcheck.Major, Status: factcheck.Proposed, Certainty: factcheck.Hard,
					Summary: summary, Arithmetic: reckoning,
					Why:      "At least one of the figures, or the word between them, is not what was meant.",
					Evidence: []factcheck.Evidence{evidence(&a, factcheck.Passage{Article: a.ID, Part: factcheck.Body, Start: s.Start, End: s.End}, "")},
				})
				break
			}
		}
		at = end
	}
	return findings
}

// sums holds the figures of one sentence.
type sums struct {
	text     string
	sentence words.Span
	figures  []figure.Figure
}

// between returns what stands between two figures, in lower case.
func (r *sums) between(i, j int) string {
	f, g := &r.figures[i], &r.figures[j]
	if f.To > g.From {
		return strings.ToLower(strings.TrimSpace(r.text[f.End:g.Start]))
	}
	return strings.ToLower(strings.TrimSpace(r.text[f.To:g.From]))
}

// before returns the words before a figure, in lower case, the nearest last.
func (r *sums) before(i int) []string {
	start := r.sentence.Start
	if i > 0 {
		start = r.figures[i-1].End
	}
	return strings.Fields(strings.ToLower(r.text[start:max(start, r.figures[i].From)]))
}

// mentions reports whether the sentence has one of the words.
func (r *sums) mentions(list ...string) bool {
	s := strings.ReplaceAll(r.text[r.sentence.Start:r.sentence.End], "per cent", "percent")
	return slices.ContainsFunc(words.Tokens(s), func(t words.Token) bool {
		return slices.Contains(list, strings.ToLower(s[t.Start:t.End]))
	})
}

// movement checks “rose from 10 to 8”, “doubled from 10 to 30” and “fell to 8
// from 7”.
func (r *sums) movement() (summary, reckoning string) {
	for i := 0; i+1 < len(r.figures); i++ {
		f, g := r.figures[i], r.figures[i+1]
		lead := r.before(i)
		if len(lead) < 2 {
			continue
		}
		from, to := f, g
		switch link := r.between(i, i+1); {
		case lead[len(lead)-1] == "from" && link == "to":
		case lead[len(lead)-1] == "to" && link == "from":
			from, to = g, f
		default:
			continue
		}
		verb, bounded := lead[len(lead)-2], false
		if len(lead) > 2 {
			switch lead[len(lead)-3] {
			case "more", "than", "almost", "nearly", "roughly", "about", "less", "not", "over", "never", "or":
				bounded = true
			}
		}
		if !comparableMove(from, to) || r.mentions("rank", "ranks", "ranked", "ranking", "rankings", "place", "places", "placed", "position", "table", "standings", "chart", "charts", "list", "seed", "against", "per", "grade", "rate", "rates", "exchange", "odds") {
			continue
		}
		direction, factor := movementOf(verb)
		switch {
		case direction > 0 && factor == 0 && to.Value < from.Value:
			return fmt.Sprintf("A figure is said to have gone up and is lower afterwards: from %s to %s.", r.printed(from), r.printed(to)),
				fmt.Sprintf("%s is %s less than %s.", number(to.Value), number(from.Value-to.Value), number(from.Value))
		case direction < 0 && factor == 0 && to.Value > from.Value:
			return fmt.Sprintf("A figure is said to have gone down and is higher afterwards: from %s to %s.", r.printed(from), r.printed(to)),
				fmt.Sprintf("%s is %s more than %s.", number(to.Value), number(to.Value-from.Value), number(from.Value))
		case factor != 0 && !bounded && from.Value > 0:
			if ratio := to.Value / from.Value; ratio < factor*0.8 || ratio > factor*1.25 {
				return fmt.Sprintf("The figures do not bear out the word %s: from %s to %s.", quoted(verb), r.printed(from), r.printed(to)),
					fmt.Sprintf("%s times %s is %s, not %s.", number(factor), number(from.Value), number(from.Value*factor), number(to.Value))
			}
		}
	}
	return "", ""
}

// comparableMove reports that two figures can be the ends of one movement: plain
// numbers of one kind, neither negative, neither with a magnitude that the other
// shares without saying so (from 3.5 to 1.2 million).
func comparableMove(from, to figure.Figure) bool {
	if from.Range || to.Range || from.Low != from.High || to.Low != to.High || from.Value <= 0 || to.Value <= 0 {
		return false
	}
	if from.Kind != to.Kind && !(from.Kind == figure.Count && from.Unit == "") || from.Currency != to.Currency && from.Currency != "" && to.Currency != "" {
		return false
	}
	if from.Kind == figure.Ordinal || from.Kind == figure.Share {
		return false
	}
	if from.Unit != to.Unit && from.Unit != "" && to.Unit != "" {
		return false
	}
	ratio := to.Value / from.Value
	return ratio < 500 && ratio > 1.0/500
}

// movementOf returns the direction of a verb, and the factor of one that names it.
func movementOf(verb string) (direction int, factor float64) {
	switch verb {
	case "rose", "risen", "rising", "rises", "increased", "increasing", "increases", "grew", "grown", "growing", "climbed", "climbing", "jumped", "soared", "surged":
		return 1, 0
	case "fell", "fallen", "falling", "falls", "dropped", "dropping", "declined", "declining", "decreased", "decreasing", "shrank", "shrunk", "plunged", "plummeted", "dwindled":
		return -1, 0
	case "doubled", "doubling":
		return 1, 2
	case "tripled", "tripling", "trebled":
		return 1, 3
	case "quadrupled":
		return 1, 4
	case "halved":
		return -1, 0.5
	}
	return 0, 0
}

// excess checks “30 of the 24 districts”.
func (r *sums) excess() (summary, reckoning string) {
	for i := 0; i+1 < len(r.figures); i++ {
		f, g := r.figures[i], r.figures[i+1]
		if f.Kind != figure.Count || g.Kind != figure.Count || g.Unit == "" || f.Unit != g.Unit || f.Low != f.High || g.Low != g.High || f.Value <= g.Value {
			continue
		}
		switch strings.ToLower(strings.TrimSpace(r.text[f.End:max(f.End, g.From)])) {
		case "of the", "out of", "out of the", "of its", "of their", "of the country’s", "of the country's":
		case "of":
			if g.Start > g.From {
				continue
			}
		default:
			continue
		}
		return fmt.Sprintf("More are taken than there are: %s of %s.", quoted(f.Text), quoted(r.text[g.From:g.To])),
			fmt.Sprintf("%s is %s more than %s.", number(f.Value), number(f.Value-g.Value), number(g.Value))
	}
	return "", ""
}

// parts checks “12 people: five men and six women.”: after a colon or dash
// nothing but counts, joined by commas and one “and”, to the end of the
// sentence. What follows a comma or “including” may leave some out, or count a
// person twice; there only a single part above the total is an error.
func (r *sums) parts() (summary, reckoning string) {
	for i := 0; i+1 < len(r.figures); i++ {
		total := r.figures[i]
		if total.Kind != figure.Count || total.Unit == "" || total.Low != total.High || total.To > r.figures[i+1].From {
			continue
		}
		link := r.between(i, i+1)
		next := r.figures[i+1]
		if link == ", including" || link == "including" {
			if next.Kind == figure.Count && next.Low > total.High && next.Unit != "" && people(total.Unit) && people(next.Unit) && (next.Fate == "" || total.Fate == next.Fate) {
				return fmt.Sprintf("A part is larger than its whole: %s, “including” %s.", r.printed(total), r.printed(next)),
					fmt.Sprintf("%s is %s more than %s.", number(next.Value), number(next.Low-total.High), number(total.Value))
			}
			continue
		}
		if link != ":" && link != "—" && link != "–" && link != " – " || !people(total.Unit) {
			continue
		}
		sum, ands, ok := 0.0, 0, true
		var parts []string
		j := i + 1
		for ; j < len(r.figures) && ok; j++ {
			p := r.figures[j]
			if j > i+1 {
				switch r.between(j-1, j) {
				case ",":
					ok = ands == 0
				case "and", ", and":
					ands++
				default:
					ok = false
				}
			}
			ok = ok && p.Kind == figure.Count && p.Low == p.High && people(p.Unit)
			sum += p.Value
			parts = append(parts, number(p.Value))
		}
		rest := strings.Trim(r.text[r.figures[j-1].To:r.sentence.End], " .”\"’'")
		if !ok || ands != 1 || rest != "" || len(parts) < 2 || sum == total.Value {
			continue
		}
		return fmt.Sprintf("The parts do not add up to their total: %s.", quoted(r.text[total.From:r.figures[j-1].To])),
			fmt.Sprintf("%s make %s, not %s.", strings.Join(parts, " and "), number(sum), number(total.Value))
	}
	return "", ""
}

// people reports a noun for persons, of whom a total and its parts are counted
// alike.
func people(unit string) bool { return figure.Person(unit) }

// votes checks the shares of one vote: three or more in a sentence, of which the
// first says that it is of the vote, and which no time, poll or second round
// tells apart.
func (r *sums) votes() (summary, reckoning string) {
	if len(r.figures) < 3 {
		return "", ""
	}
	sum := 0.0
	var shares []string
	for i, f := range r.figures {
		if f.Kind != figure.Percent || f.Range || f.Low != f.High || i == 0 && f.Of != "vote" || i > 0 && f.Of != "" && f.Of != "vote" {
			return "", ""
		}
		sum += f.Value
		shares = append(shares, number(f.Value))
	}
	if sum < 102 || r.mentions("from", "than", "compared", "turnout", "poll", "polls", "survey", "round", "runoff", "against", "previous", "last", "year", "while", "after", "before", "when", "city", "state", "region", "women", "men", "counted", "approve", "either", "both", "points") {
		return "", ""
	}
	return fmt.Sprintf("Shares of one vote make more than a hundred per cent: %s.", quoted(r.text[r.figures[0].From:r.figures[len(r.figures)-1].End])),
		fmt.Sprintf("%s make %s.", strings.Join(shares, " and "), number(sum))
}

func (r *sums) printed(f figure.Figure) string { return quoted(r.text[f.From:f.To]) }
