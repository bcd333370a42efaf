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
		if !comparableMove(from, to) || r.mentions("rank", "ranks", "ranked", "ranking", "rankings", "rating", "ratings", "place", "places", "placed", "position", "table", "standings", "league", "chart", "charts", "list", "index", "seed", "seeded", "against", "per",
			"grade", "level", "rate", "rates", "exchange", "odds", "above", "below", "minus", "zero", "freezing") {
			continue
		}
		direction, factor := movementOf(verb)
		if !r.counts(lead[:len(lead)-2], f, g, direction) {
			continue
		}
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

// counts reports that two figures are told of a quantity that moved. Bare numbers
// may as well be clock times, ranks, notes or what a currency is worth: they count
// only where the subject is a quantity (sales, the number of arrests). One unit
// between both may end a range (snow fell from 6 to 9 inches). f and g are in
// reading order, and subject is what leads up to the verb.
func (r *sums) counts(subject []string, f, g figure.Figure, direction int) bool {
	if rest := strings.Fields(strings.ToLower(r.text[g.To:r.sentence.End])); len(rest) > 1 && rest[0] == "to" {
		switch rest[1] {
		case "the", "a", "one":
			return false // from 60 to 75 to the euro
		}
	}
	subject = trimAuxiliaries(subject)
	if n := len(subject); n > 0 && currencies(subject[n-1]) {
		return false
	}
	named := func(f figure.Figure) bool { // in so many words
		return f.Unit != "" && (f.Kind != figure.Count || f.To > f.End)
	}
	for _, unit := range [...]string{f.Unit, g.Unit} {
		switch unit {
		case "point", "place", "spot", "rung", "seed":
			return false
		}
	}
	switch {
	case named(f) && named(g):
		return true
	case !named(f) && !named(g):
		small := f.Value <= 24 && g.Value <= 24
		if small && r.mentions("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning", "noon", "afternoon", "evening", "night", "midnight", "dawn", "dusk", "overnight", "today", "tonight", "yesterday", "tomorrow", "hour", "hours", "o'clock", "o’clock") {
			return false
		}
		return quantity(subject, !small)
	case named(g) && direction < 0 && g.Kind != figure.Money:
		return g.Kind == figure.Count && quantity(subject, true)
	}
	return true
}

// trimAuxiliaries drops helping verbs and adverbs from the end of a subject.
func trimAuxiliaries(subject []string) []string {
	for len(subject) > 0 {
		switch w := subject[len(subject)-1]; w {
		case "has", "have", "had", "having", "was", "were", "is", "are", "been", "being", "also", "then", "since", "already", "again", "even", "actually", "thus", "soon", "only":
		default:
			if len(w) < 5 || !strings.HasSuffix(w, "ly") || w == "family" || w == "supply" || w == "assembly" {
				return subject
			}
		}
		subject = subject[:len(subject)-1]
	}
	return subject
}

// quantity reports that the words before a verb name a quantity: arrests, house
// prices, the number of arrests and, if far holds, the price of houses. A mark of
// punctuation parts the subject from what stands before it.
func quantity(subject []string, far bool) bool {
	for i := len(subject) - 1; i >= 0; i-- {
		if strings.ContainsAny(subject[i], ",;:—–()“”\"") {
			subject = subject[i+1:]
			break
		}
	}
	n := len(subject)
	if n == 0 {
		return false
	}
	if quantities(subject[n-1]) {
		return true
	}
	// At most a determiner and three words stand behind the preposition.
	for i := n - 2; i > 0 && i >= n-5; i-- {
		switch subject[i] {
		case "of", "in", "among", "for", "at", "from":
		default:
			continue
		}
		number := subject[i-1] == "number" && subject[i] == "of"
		if !number && !(far && quantities(subject[i-1])) {
			return false
		}
		if i > 1 && number && subject[i-2] != "the" && subject[i-2] != "total" && subject[i-2] != "average" && subject[i-2] != "annual" {
			return false
		}
		behind := subject[i+1:]
		for k, w := range behind {
			switch w {
			case "the", "a", "an", "its", "their", "his", "her", "our", "all", "this", "that", "these", "those":
				if k > 0 || number {
					return false
				}
			case "and", "or", "as", "when", "while", "who", "which", "but", "where":
				return false
			}
		}
		for _, w := range subject[:i-1] {
			switch w {
			case "of", "in", "on", "with", "after", "as", "and", "for", "by", "to", "from", "at", "despite", "while", "when", "since", "amid", "before", "if", "but", "than", "fell", "rose", "said", "over":
				return false
			}
		}
		return true
	}
	return false
}

// quantities reports a noun for what is counted or paid, and is no name of those
// who could stand in a ranking.
func quantities(w string) bool {
	switch w {
	case "toll", "deaths", "fatalities", "casualties", "injuries", "births", "marriages", "divorces", "suicides", "abortions", "arrests", "detentions", "convictions", "murders", "killings", "homicides", "crimes", "offences", "offenses", "burglaries", "robberies", "thefts", "stabbings", "shootings", "attacks",
		"accidents", "crashes", "collisions", "fires", "complaints", "cases", "infections", "admissions", "hospitalisations", "hospitalizations", "diagnoses", "outbreaks", "strikes", "evictions", "bankruptcies", "insolvencies", "redundancies", "layoffs", "vacancies", "jobs", "applications", "enrolments", "enrollments",
		"sales", "profit", "profits", "losses", "revenue", "revenues", "turnover", "earnings", "income", "incomes", "wages", "salaries", "pay", "costs", "cost", "price", "prices", "rents", "rent", "fees", "fares", "exports", "imports", "output", "production", "spending", "debts", "debt", "deficit", "unemployment", "inflation",
		"population", "membership", "attendance", "attendances", "turnout", "emissions", "arrivals", "departures", "landings", "deliveries", "orders", "flights", "bookings", "subscriptions", "donations", "defects", "delays", "cancellations":
		return true
	}
	return false
}

// currencies reports the name of a currency, the fall of which is told in a
// rising number of units.
func currencies(w string) bool {
	switch w {
	case "dollar", "euro", "pound", "sterling", "yen", "yuan", "renminbi", "rupee", "ruble", "rouble", "franc", "peso", "lira", "dinar", "dirham", "riyal", "rial", "shilling", "naira", "rand", "krona", "krone", "zloty", "hryvnia", "shekel", "afghani", "rupiah", "real", "forint", "currency", "cedi", "baht", "won", "ringgit", "taka", "bolivar", "birr", "kwacha", "tenge", "leu", "lev", "koruna", "dong", "kyat", "greenback":
		return true
	}
	return false
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
// first says that it is of the vote, each with a name of its own before it, and
// nothing that could tell where, when or among whom it was won, or how much of
// the vote is in.
func (r *sums) votes() (summary, reckoning string) {
	if len(r.figures) < 3 {
		return "", ""
	}
	sum := 0.0
	var shares []string
	seen := map[string]bool{}
	for i, f := range r.figures {
		if f.Kind != figure.Percent || f.Range || f.Low != f.High || i == 0 && f.Of != "vote" || i > 0 && f.Of != "" && f.Of != "vote" {
			return "", ""
		}
		switch strings.ToLower(strings.TrimSpace(r.text[f.End:max(f.End, f.To)])) {
		case "", "of the vote", "of the votes", "of votes", "of all votes":
		default:
			return "", "" // of the postal vote
		}
		start := r.sentence.Start
		if i > 0 {
			start = r.figures[i-1].To
		}
		name := contender(r.text[start:max(start, f.From)], i == 0)
		if name == "" || seen[name] {
			return "", ""
		}
		seen[name] = true
		sum += f.Value
		shares = append(shares, number(f.Value))
	}
	rest := words.Tokens(r.text[r.figures[len(r.figures)-1].To:r.sentence.End])
	for _, t := range rest {
		switch at := r.figures[len(r.figures)-1].To; strings.ToLower(r.text[at+t.Start : at+t.End]) {
		case "in", "among", "amongst", "at", "with", "for", "on", "of", "across", "outside", "inside", "where":
			return "", ""
		}
	}
	if sum < 102 || r.mentions("from", "than", "compared", "turnout", "poll", "polls", "survey", "round", "runoff", "against", "previous", "last", "year", "while", "after", "before", "when", "city", "state", "region", "women", "men", "counted", "approve", "either", "both", "points") {
		return "", ""
	}
	return fmt.Sprintf("Shares of one vote make more than a hundred per cent: %s.", quoted(r.text[r.figures[0].From:r.figures[len(r.figures)-1].End])),
		fmt.Sprintf("%s make %s.", strings.Join(shares, " and "), number(sum))
}

// contender returns whose share a stretch of text before a percentage tells, in
// lower case: a name alone, with or without a verb for winning behind it (and the
// Greens took). It is empty where any other word stands there. At the head of the
// sentence a noun of one word may be the name (the party won), as nobody else has
// been told of.
func contender(s string, first bool) string {
	tokens := words.Tokens(s)
	at := func(i int) string { return strings.ToLower(s[tokens[i].Start:tokens[i].End]) }
	for len(tokens) > 0 && (at(0) == "," || at(0) == ";" || at(0) == "and" || at(0) == "the") {
		tokens = tokens[1:]
	}
	verb := false
	if n := len(tokens); n > 0 {
		switch at(n - 1) {
		case "won", "took", "had", "got", "received", "polled", "secured", "gained", "has", "scored", "claimed", "captured", "garnered", "on", "with", "wins", "gets", "takes":
			verb = true
			tokens = tokens[:n-1]
		}
	}
	if len(tokens) == 0 || len(tokens) > 4 || first && !verb {
		return ""
	}
	var name []string
	for i, t := range tokens {
		c := s[t.Start]
		if t.Kind != words.Word || !('A' <= c && c <= 'Z' || c >= 0x80) && !(first && len(tokens) == 1) {
			return ""
		}
		switch w := at(i); w {
		case "in", "among", "with", "at", "on", "for", "after", "when", "while", "if", "since", "by", "across", "from", "he", "she", "they", "it", "we", "i", "nobody":
			return ""
		default:
			name = append(name, w)
		}
	}
	return strings.Join(name, " ")
}

func (r *sums) printed(f figure.Figure) string { return quoted(r.text[f.From:f.To]) }
