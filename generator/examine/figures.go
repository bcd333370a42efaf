package examine

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/engine/figure"
	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// A tally holds the figures of a story's articles, found once for all claims.
type tally struct {
	story   *factcheck.Story
	figures map[field][]figure.Figure
}

// A field is a part of an article.
type field struct {
	article string
	part    factcheck.Part
}

// newTally finds the figures of titles and bodies in English. Dates that the chronology has
// read are none of them.
func newTally(story *factcheck.Story, c factcheck.Chronology) *tally {
	dates := map[field][]words.Span{}
	for _, s := range c.Statements {
		if s.Expression.Type != timex.Duration {
			at := field{s.Passage.Article, s.Passage.Part}
			dates[at] = append(dates[at], words.Span{Start: s.Passage.Start, End: s.Passage.End})
		}
	}
	t := &tally{story, map[field][]figure.Figure{}}
	for i := range story.Articles {
		a := &story.Articles[i]
		if a.Language != "" && !strings.HasPrefix(strings.ToLower(a.Language), "en") {
			continue // the engine reads English
		}
		for _, part := range []factcheck.Part{factcheck.Title, factcheck.Body} {
			if found := figure.Find(a.Text(part), dates[field{a.ID, part}]...); len(found) > 0 {
				t.figures[field{a.ID, part}] = found
			}
		}
	}
	return t
}

// A figureMention is a figure inside a witness.
type figureMention struct {
	witness    int
	figure     figure.Figure
	passage    factcheck.Passage // from the bounding word to the noun, in the article
	start, end int               // of the number in Witness.Text
	rows       []int             // of the table, in which the number stands
	context    map[string]bool   // the words around it
	near       [2]string         // the nearest of them before and behind
	role       figureRole        // what it is beside the number of the thing itself
	day        string            // the weekday for which it is given, if one is named
}

const (
	// A wording of more figures than these is a list, of which the rest is left to
	// the reader.
	maxMentions = 40
	// Of a claim with more figures than these in all, each is held against the
	// base's only.
	manyMentions = 600
	// contextWords is how many words before and behind a figure say what it is
	// about.
	contextWords = 7
)

// mentions returns the figures of each witness.
func (t *tally) mentions(e *factcheck.ExaminedCase) []figureMention {
	var list []figureMention
	for i := range e.Witnesses {
		w := &e.Witnesses[i]
		at, count := 0, 0
		for _, p := range w.Passages {
			found := t.figures[field{p.Article, p.Part}]
			first, _ := slices.BinarySearchFunc(found, p.Start, func(f figure.Figure, start int) int { return cmp.Compare(f.Start, start) })
			for _, f := range found[first:] {
				if f.End > p.End || count == maxMentions {
					break
				}
				count++
				m := figureMention{witness: i, figure: f, start: at + f.Start - p.Start, end: at + f.End - p.Start}
				m.passage = factcheck.Passage{Article: p.Article, Part: p.Part, Start: max(f.From, p.Start), End: min(f.To, p.End)}
				m.rows = rowsOf(e, i, m.start, m.end)
				m.context, m.near = contextOf(w.Text, at+m.passage.Start-p.Start, at+m.passage.End-p.Start)
				var before *figure.Figure
				if n := len(list); n > 0 && list[n-1].witness == i {
					before = &list[n-1].figure
				}
				m.role = roleOf(w.Text, at+m.passage.Start-p.Start, at+m.passage.End-p.Start, &m.figure, before)
				m.day = weekdayOf(w.Text, at+m.passage.End-p.Start)
				list = append(list, m)
			}
			at += p.End - p.Start + len(factcheck.PartSeparator)
		}
	}
	return list
}

// rowsOf returns the rows of the table whose cells a stretch of a witness meets.
func rowsOf(e *factcheck.ExaminedCase, witness, start, end int) []int {
	var rows []int
	for row := range e.Table.Rows {
		if c := e.Table.Rows[row].Cells[witness]; !c.Empty() && c.Start < end && start < c.End {
			rows = append(rows, row)
		}
	}
	return rows
}

// contextOf returns the words near a figure that carry meaning, each by its
// first letters, so that killing meets killed, and the nearest on either side.
func contextOf(text string, start, end int) (set map[string]bool, near [2]string) {
	set = map[string]bool{}
	add := func(tokens []words.Token, of string) (first, last string) {
		for _, t := range tokens {
			w := strings.ToLower(of[t.Start:t.End])
			if t.Kind != words.Word || len(w) < 3 || dull(w) {
				continue
			}
			if len(w) > 5 {
				w = w[:5]
			}
			set[w] = true
			if first == "" {
				first = w
			}
			last = w
		}
		return first, last
	}
	// A stretch of bytes is enough to hold the words and keeps the cost bounded.
	from, to := max(0, start-20*contextWords), min(len(text), end+20*contextWords)
	before, after := words.Tokens(text[from:start]), words.Tokens(text[end:to])
	_, near[0] = add(before[max(0, len(before)-contextWords):], text[from:start])
	near[1], _ = add(after[:min(len(after), contextWords)], text[end:to])
	return set, near
}

// alikeBefore reports that the same word leads up to two figures or, where one
// begins its wording, the same word follows.
func alikeBefore(x, y *figureMention) bool {
	if x.near[0] != "" && y.near[0] != "" {
		return x.near[0] == y.near[0]
	}
	return x.near[1] == y.near[1]
}

// neighbouring reports that one of the words nearest to a figure is nearest to the
// other one too, on whichever side: cut off 12 villages, 15 villages were cut off.
func neighbouring(x, y *figureMention) bool {
	for _, w := range x.near {
		if w != "" && (w == y.near[0] || w == y.near[1]) {
			return true
		}
	}
	return false
}

// dull reports words that two statements share whatever they are about.
func dull(w string) bool {
	switch w {
	case "the", "and", "for", "had", "has", "was", "are", "its", "his", "her", "who", "but", "not", "all", "out", "off", "one", "any", "may", "can", "did", "our", "via", "per", "she", "him", "how", "now", "new", "old", "two", "too", "yet", "own", "few", "you", "say",
		"percent", "million", "billion", "trillion", "thousand", "hundred", "cent", "cents", "point", "points", "that", "this", "with", "from", "have", "been", "were", "they", "their", "more", "than", "least", "about", "over", "some", "said", "says", "also", "only", "into", "after", "before", "which", "while", "when", "will", "would", "there", "other", "another",
		"according", "including", "nearly", "almost", "around", "people":
		return true
	}
	return false
}

// A tie joins two mentions that seem to count the same thing.
type tie struct {
	a, b     int // of the mentions
	score    int
	relation figure.Relation
}

// things groups the figures of a claim's witnesses by what they count. Two
// belong together that stand at the same place of the wordings, or count the
// same noun; where that noun is counted more than once in a witness, the number
// or the words around it have to agree as well. So do equal sums, measures and
// large counts, whatever the noun: both wordings tell one claim. A witness has one figure in a
// group, unless it repeats it.
func things(e *factcheck.ExaminedCase, list []figureMention) [][]int {
	var ties []tie
	unique := uniqueNouns(list)
	all := len(e.Witnesses) <= manyWordings && len(list) <= manyMentions
	for b := range list {
		for a := range b {
			if list[a].witness == list[b].witness || !all && list[a].witness != e.Base && list[b].witness != e.Base {
				continue
			}
			if t, ok := tied(e, list, a, b, unique[a] && unique[b]); ok {
				ties = append(ties, t)
			}
		}
	}
	slices.SortStableFunc(ties, func(x, y tie) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	group := make([]int, len(list))
	members := make([][]int, len(list))
	for i := range list {
		group[i], members[i] = i, []int{i}
	}
	for _, t := range ties {
		x, y := group[t.a], group[t.b]
		if x == y || !compatible(list, members[x], members[y]) {
			continue
		}
		for _, m := range members[y] {
			group[m] = x
		}
		members[x] = append(members[x], members[y]...)
		members[y] = nil
	}
	var groups [][]int
	for i := range list {
		if m := members[group[i]]; group[i] == i && len(m) > 0 {
			slices.Sort(m)
			groups = append(groups, m)
		}
	}
	slices.SortStableFunc(groups, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return groups
}

// compatible reports that two groups can be one: no witness comes to have two
// figures that are not the same.
func compatible(list []figureMention, x, y []int) bool {
	for _, a := range x {
		for _, b := range y {
			if list[a].witness == list[b].witness && figure.Compare(list[a].figure, list[b].figure) != figure.Same {
				return false
			}
		}
	}
	return true
}

// uniqueNouns tells which mentions are the only ones of their witness to count
// their noun.
func uniqueNouns(list []figureMention) []bool {
	type key struct {
		witness int
		kind    figure.Kind
		noun    string
		fate    figure.Fate
	}
	of := func(m *figureMention) key {
		noun := m.figure.Unit
		if m.figure.Of != "" {
			noun = m.figure.Of
		}
		return key{m.witness, m.figure.Kind, noun, m.figure.Fate}
	}
	counts := map[key]int{}
	for i := range list {
		counts[of(&list[i])]++
	}
	unique := make([]bool, len(list))
	for i := range list {
		unique[i] = counts[of(&list[i])] == 1
	}
	return unique
}

// tied tells whether two mentions count the same thing, and how surely.
func tied(e *factcheck.ExaminedCase, list []figureMention, a, b int, unique bool) (tie, bool) {
	x, y := &list[a], &list[b]
	aligned := facing(x.rows, y.rows)
	relation, why := relateWhy(x, y, aligned)
	if relation == figure.Other || relation != figure.Same && x.passage.Article == y.passage.Article {
		return tie{}, false
	}
	shared := 0
	for w := range x.context {
		if y.context[w] {
			shared++
		}
	}
	specific := x.figure.Kind == figure.Count && x.figure.Unit != "" && x.figure.Unit != "point" || x.figure.Kind == figure.Ordinal || x.figure.Of != "" && y.figure.Of != ""
	befallen := x.figure.Fate != "" && x.figure.Fate == y.figure.Fate
	t := tie{a: a, b: b, relation: relation, score: min(shared, 3)}
	if aligned {
		t.score += 8
	}
	if specific {
		t.score += 2
	}
	switch relation {
	case figure.Same:
		t.score += 12 // more than the same place: from 10 to 16, and to 16 from 10
	case figure.Compatible:
		t.score += 3
	}
	switch {
	case aligned && relation == figure.Conflict && !specific:
		return t, alikeBefore(x, y) // a profit of $5m, a loss of $3m
	case aligned:
		return t, true
	case relation == figure.Conflict && x.figure.Kind == figure.Money:
		// One sum each, told of one thing: the cost of the repair.
		return t, unique && shared >= 1
	case relation == figure.Conflict:
		return t, specific && unique && (neighbouring(x, y) && shared >= 2 || befallen && shared >= 1)
	case relation == figure.Same && x.figure.Kind != figure.Count, x.figure.Value == y.figure.Value && x.figure.Value >= telling:
		return t, true // one claim, one sum of money
	case x.figure.Unit != y.figure.Unit && x.figure.Kind == figure.Count && why == figure.Named:
		return t, shared > 0 || x.figure.Value >= telling
	case specific:
		return t, unique || shared > 0
	}
	return t, shared > 0 && x.figure.Unit != "" || unique && (why == figure.Rounded || why == figure.Roughly)
}

// telling is a number from which on it is no accident that two wordings of one
// claim have it, whatever noun each puts behind it.
const telling = 10

// relate compares two mentions of one claim. At the same place of two wordings
// numbers without a noun count the same thing, and equal ones agree whatever
// their noun.
func relate(x, y *figureMention, aligned bool) figure.Relation {
	r, _ := relateWhy(x, y, aligned)
	return r
}

func relateWhy(x, y *figureMention, aligned bool) (figure.Relation, figure.Reason) {
	r, why := relateFigures(x, y, aligned)
	if r == figure.Conflict && differentRoles(x, y) {
		return figure.Other, ""
	}
	return r, why
}

// differentRoles reports that two mentions play different roles, or are told of different
// days, so that they may differ.
func differentRoles(x, y *figureMention) bool {
	return x.role != y.role || x.day != "" && y.day != "" && x.day != y.day
}

func relateFigures(x, y *figureMention, aligned bool) (figure.Relation, figure.Reason) {
	r, why := figure.Relate(x.figure, y.figure)
	if r != figure.Other || x.figure.Kind != figure.Count || y.figure.Kind != figure.Count || x.figure.Fate != y.figure.Fate && x.figure.Fate != "" && y.figure.Fate != "" {
		return r, why
	}
	n, because := figure.Numbers(x.figure, y.figure)
	switch {
	case aligned && x.figure.Unit == "" && y.figure.Unit == "" && x.figure.Fate == y.figure.Fate:
		return n, because
	case n == figure.Same && (aligned || x.figure.Value > 2):
		return figure.Compatible, figure.Named
	}
	return r, why
}

// facing reports that two figures stand in the same row.
func facing(x, y []int) bool {
	for _, r := range x {
		if slices.Contains(y, r) {
			return true
		}
	}
	return false
}

// counted prepares what a claim's page shows of its figures: a row for each
// thing counted, a cell for each article.
func counted(t *tally, e *factcheck.ExaminedCase, list []figureMention, groups [][]int) []factcheck.Counted {
	var articles []string
	column := map[string]int{}
	for i := range e.Witnesses {
		id := e.Witnesses[i].Wording.Article
		if _, ok := column[id]; !ok {
			column[id] = len(articles)
			articles = append(articles, id)
		}
	}
	var rows []factcheck.Counted
	for _, g := range groups {
		row := factcheck.Counted{Cells: make([]factcheck.CountedCell, len(articles))}
		for c, id := range articles {
			row.Cells[c] = factcheck.CountedCell{Article: id}
		}
		alone := true
		for _, i := range g {
			m := &list[i]
			at := column[m.passage.Article]
			cell := &row.Cells[at]
			cell.Mentions = append(cell.Mentions, factcheck.FigureMention{Witness: m.witness, Passage: m.passage, Figure: m.figure})
			if noun := t.noun(m); noun != "" && !slices.Contains(row.Nouns, noun) {
				row.Nouns = append(row.Nouns, noun)
			}
			for _, j := range g {
				o := &list[j]
				if o.passage.Article == m.passage.Article {
					continue
				}
				alone = false
				r, why := relateWhy(m, o, facing(m.rows, o.rows))
				if r == figure.Other { // joined through a third
					r, why = figure.Numbers(m.figure, o.figure)
					if r == figure.Conflict && differentRoles(m, o) {
						continue
					}
				}
				if gravity(r) > gravity(cell.Relation) {
					cell.Relation, cell.Reason, cell.Against = r, why, nil
				}
				if r == figure.Conflict && !slices.Contains(cell.Against, o.passage.Article) {
					cell.Against = append(cell.Against, o.passage.Article)
				}
			}
		}
		row.Alone = alone
		rows = append(rows, row)
	}
	return rows
}

func gravity(r figure.Relation) int {
	switch r {
	case figure.Same:
		return 1
	case figure.Compatible:
		return 2
	case figure.Conflict:
		return 3
	}
	return 0
}

// noun returns what a mention counts, in the article's own words where the noun
// stands behind the number.
func (t *tally) noun(m *figureMention) string {
	f := &m.figure
	switch f.Kind {
	case figure.Percent:
		if f.Of != "" {
			return "per cent of " + t.printed(m, f.Of)
		}
		return "per cent"
	case figure.Points:
		return f.Unit + "s"
	case figure.Share:
		if f.Of != "" {
			return "share of " + t.printed(m, f.Of)
		}
		return "share"
	case figure.Money:
		return "money"
	case figure.Measure, figure.Duration:
		if f.Unit == "foot" {
			return "feet"
		}
		if before, after, ok := strings.Cut(f.Unit, " per "); ok {
			return before + "s per " + after
		}
		return f.Unit + "s"
	case figure.Ordinal:
		if f.Unit == "" {
			return ""
		}
		return "which " + f.Unit
	}
	noun := t.printed(m, f.Unit)
	if noun == "" {
		return noun
	}
	if m.passage.End > f.End {
		if fields := strings.Fields(strings.ToLower(t.story.Article(m.passage.Article).Text(m.passage.Part)[f.End:m.passage.End])); len(fields) == 2 && fields[0] == "of" {
			switch fields[1] {
			case "them", "these", "those", "whom":
				return noun + ", a part of them"
			}
		}
	}
	if f.Fate != "" && !f.NamesFate() {
		noun += ", " + string(f.Fate)
	}
	return noun
}

// printed returns the last word of a figure's whole expression, if the noun
// stands there, else the noun as it was understood.
func (t *tally) printed(m *figureMention, unit string) string {
	f := &m.figure
	if a := t.story.Article(m.passage.Article); a != nil && f.To > f.End {
		tail := a.Text(m.passage.Part)[f.End:f.To]
		if tokens := words.Tokens(tail); len(tokens) > 0 {
			last := tail[tokens[len(tokens)-1].Start:tokens[len(tokens)-1].End]
			if len(last) >= 3 && len(unit) >= 2 && strings.EqualFold(last[:2], unit[:2]) {
				if r := []rune(last); len(r) > 1 && unicode.IsUpper(r[0]) && m.passage.Part == factcheck.Body {
					return last // Danes
				}
				return strings.ToLower(last)
			}
		}
	}
	return severalOf(unit, f)
}

// severalOf gives a noun in the singular the form that its number asks for.
func severalOf(noun string, f *figure.Figure) string {
	switch {
	case noun == "" || f.Value == 1 && !f.Range && f.Kind == figure.Count || strings.HasSuffix(noun, "s") || noun == "people" || noun == "police" || noun == "staff" || noun == "dead" || noun == "missing" || noun == "hurt":
		return noun
	case strings.HasSuffix(noun, "man"):
		return noun[:len(noun)-2] + "en"
	case strings.HasSuffix(noun, "child"):
		return noun + "ren"
	case strings.HasSuffix(noun, "ch") || strings.HasSuffix(noun, "sh") || strings.HasSuffix(noun, "x"):
		return noun + "es"
	case len(noun) > 2 && strings.HasSuffix(noun, "y") && !strings.ContainsRune("aeiou", rune(noun[len(noun)-2])):
		return noun[:len(noun)-1] + "ies"
	case noun == "injured" || noun == "wounded" || noun == "killed" || noun == "aircraft" || noun == "sheep":
		return noun
	}
	return noun + "s"
}

// insideBoth reports that two mentions stand inside quotation marks.
func insideBoth(inside [][]span, x, y *figureMention) bool {
	return within(inside[x.witness], x) && within(inside[y.witness], y)
}

func within(spans []span, m *figureMention) bool {
	return covers(spans, collate.Cell{Start: m.start, End: m.end})
}
