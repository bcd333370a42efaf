package examine

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/engine/quotation"
	"crosscheck/generator/factcheck"
)

// QuoteDiffers is the kind of a finding: words inside quotation marks that are
// not the same in two documents.
const QuoteDiffers = "quote-differs"

// maxPlaces is how many places a finding's sentence spells out.
const maxPlaces = 3

// quoteDiffers compares, place by place, what stands inside quotation marks in
// the sources of a claim. Silent are house style (typography, punctuation,
// favor and favour), one article's wordings among themselves, wordings that
// have too little in common to be the same statement, and words of people who
// are known to be two: that is speakerDiffers. A place that touches a name,
// number, date or negation, or drops a word that limits the statement, ranks
// first and makes the finding a major one.
func quoteDiffers(s *speech, e *factcheck.ExaminedCase) []factcheck.Finding {
	inside := make([][]span, len(e.Witnesses))
	speakers := make([]quotation.Speaker, len(e.Witnesses))
	for i := range e.Witnesses {
		inside[i] = s.inside(&e.Witnesses[i])
		speakers[i], _ = s.speaker(&e.Witnesses[i])
	}
	cell := func(row, i int) string {
		c := e.Table.Rows[row].Cells[i]
		return e.Witnesses[i].Text[c.Start:c.End]
	}
	hedged := map[int]bool{}
	places := places(e, func(row, i int) bool {
		cell := e.Table.Rows[row].Cells[i]
		return !cell.Silent && covers(inside[i], cell)
	}, func(row, i, j int) collate.Kind {
		kind := e.Table.Between(row, i, j)
		if kind < collate.Inflection || kind == collate.Order || quotation.Compare(speakers[i], speakers[j]) == quotation.Different {
			return collate.Same
		}
		if !kind.Material() && !hedged[row] {
			hedged[row] = qualifies(cell(row, i), e.Witnesses[i].Text, cell(row, j), e.Witnesses[j].Text)
		}
		return kind
	})
	if len(places) == 0 {
		return nil
	}
	for i := range places {
		places[i].hedged = hedged[places[i].row]
	}
	return []factcheck.Finding{placesFinding(e, places, QuoteDiffers, "Words given in quotation marks differ",
		"Quotation marks promise a speaker’s own words. Where they differ, at most one version can be word for word, unless each is a translation of its own.")}
}

// A place is a row of the table in which witnesses that take part differ.
type place struct {
	row       int
	kind      collate.Kind
	hedged    bool // a word that limits the statement stands in one and not in the other
	witnesses []int
}

// places returns the rows in which two comparable witnesses, both of which take
// part, differ by more than collate.Same.
func places(e *factcheck.ExaminedCase, takesPart func(row, i int) bool, differ func(row, i, j int) collate.Kind) []place {
	pairs := comparablePairs(e)
	if len(pairs) == 0 {
		return nil
	}
	paired := make([]bool, len(e.Witnesses))
	for _, p := range pairs {
		paired[p[0]], paired[p[1]] = true, true
	}
	var places []place
	for row := range e.Table.Rows {
		p := place{row: row}
		for _, pair := range pairs {
			i, j := pair[0], pair[1]
			if takesPart(row, i) && takesPart(row, j) {
				p.kind = max(p.kind, differ(row, i, j))
			}
		}
		if p.kind == collate.Same {
			continue
		}
		for i := range e.Witnesses {
			if paired[i] && takesPart(row, i) {
				p.witnesses = append(p.witnesses, i)
			}
		}
		places = append(places, p)
	}
	return places
}

// comparablePairs returns the pairs of witnesses, of different articles, that
// say enough of the same to be compared. Of a claim with very many wordings
// each is held against the base only.
func comparablePairs(e *factcheck.ExaminedCase) [][2]int {
	lengths := wordsOf(e)
	var pairs [][2]int
	for i := range e.Witnesses {
		for j := range i {
			if len(e.Witnesses) > manyWordings && i != e.Base && j != e.Base ||
				e.Witnesses[i].Wording.Article == e.Witnesses[j].Wording.Article {
				continue
			}
			if o := lengths.overlap(j, i); o.share() >= comparable {
				pairs = append(pairs, [2]int{i, j})
			}
		}
	}
	return pairs
}

// manyWordings is far more than a claim has; beyond it not all pairs are looked
// at.
const manyWordings = 60

// comparable is the share of the shorter wording's words that must agree, but
// for spelling and inflection, before a rule compares two wordings: below it
// they are more likely two statements than one told twice.
const comparable = 0.4

// placesFinding writes the finding for places where readings differ. Its
// sentence spells out the gravest, its evidence quotes each wording that takes
// part.
func placesFinding(e *factcheck.ExaminedCase, places []place, kind, opening, why string) factcheck.Finding {
	takesPart := make([]bool, len(e.Witnesses))
	for _, p := range places {
		for _, i := range p.witnesses {
			takesPart[i] = true
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(weight(e, b), weight(e, a)) })
	f := factcheck.Finding{Kind: kind, Severity: factcheck.Minor, Status: factcheck.Proposed, Claim: e.Claim.ID, Why: why}
	if places[0].kind.Material() || places[0].hedged {
		f.Severity = factcheck.Major
	}
	var shown []string
	more := 0
	for _, p := range places {
		switch r := readings(e, p); {
		case slices.Contains(shown, r):
		case len(shown) < maxPlaces:
			shown = append(shown, r)
		default:
			more++
		}
	}
	f.Summary = opening + ": " + strings.Join(shown, "; ")
	switch {
	case more == 1:
		f.Summary += "; and one more place"
	case more > 1:
		f.Summary += fmt.Sprintf("; and %d more places", more)
	}
	f.Summary += "."
	for i := range e.Witnesses {
		if takesPart[i] {
			f.Evidence = append(f.Evidence, cited(&e.Witnesses[i])...)
		}
	}
	return f
}

// weight ranks places: by kind, and among equals the one with more letters,
// since “the” for “a” says less than any other change.
func weight(e *factcheck.ExaminedCase, p place) int {
	longest := 0
	for _, i := range p.witnesses {
		longest = max(longest, e.Table.Rows[p.row].Cells[i].End-e.Table.Rows[p.row].Cells[i].Start)
	}
	kind := int(p.kind)
	switch {
	case p.kind.Material():
	case p.hedged:
		kind = int(collate.Name)
	case p.kind <= collate.Inflection:
		kind = 0
	default:
		kind = 1 // an omission of “of” is no graver than another word
	}
	return kind<<16 + min(longest, 1<<15)
}

// readings spells out a place: “strongly supports” (A) – “favors” (B, C), or
// “strongly” (A), not in B, C.
func readings(e *factcheck.ExaminedCase, p place) string {
	row := e.Table.Rows[p.row]
	var order []string // readings, marks at their ends apart
	sigla := map[string][]string{}
	byGroup := map[int]string{}
	for _, i := range p.witnesses {
		cell := row.Cells[i]
		text, ok := byGroup[cell.Group]
		switch {
		case cell.Empty():
			if words := instead(e, p, i); words != "" {
				text = quoted(bare(words))
			}
		case !ok:
			text = quoted(bare(e.Witnesses[i].Text[cell.Start:cell.End]))
			byGroup[cell.Group] = text
		}
		if _, ok := sigla[text]; !ok && text != "" {
			order = append(order, text)
		}
		sigla[text] = append(sigla[text], e.Witnesses[i].Siglum)
	}
	var texts []string
	for _, text := range order {
		texts = append(texts, fmt.Sprintf("%s (%s)", text, strings.Join(sigla[text], ", ")))
	}
	told := strings.Join(texts, " – ")
	if without := sigla[""]; len(without) > 0 {
		told += ", not in " + strings.Join(without, ", ")
	}
	return told
}

// instead returns the words that a witness without words at a place has for
// those of the others in the row before or behind: of three wordings, the table
// may set “They” beside “The owners” rather than over against it.
func instead(e *factcheck.ExaminedCase, p place, i int) string {
	said := func(row, i int) string {
		c := e.Table.Rows[row].Cells[i]
		if text := e.Witnesses[i].Text[c.Start:c.End]; strings.ContainsFunc(text, sounds) {
			return text
		}
		return ""
	}
	blank := func(row int) bool { // nothing but marks
		for _, j := range p.witnesses {
			if said(row, j) != "" {
				return false
			}
		}
		return true
	}
	for _, step := range [...]int{-1, 1} {
		row := p.row + step
		if 0 <= row && row < len(e.Table.Rows) && blank(row) {
			row += step
		}
		if row < 0 || row >= len(e.Table.Rows) || said(row, i) == "" {
			continue
		}
		apart := true
		for _, j := range p.witnesses {
			apart = apart && (said(p.row, j) == "" || said(row, j) == "")
		}
		if apart {
			return said(row, i)
		}
	}
	return ""
}

// bare takes the marks off both ends of a reading, and a bracket whose partner
// lies beyond it: which quotation mark closes it is not what differs. A reading
// of marks alone stays.
func bare(text string) string {
	const marks = " \u00a0\t\n\"“”„‘’«»,;:."
	t := strings.Trim(text, marks)
	for n := -1; n != len(t); {
		n = len(t)
		for _, pair := range [...]string{"()", "[]"} {
			switch loose := strings.Count(t, pair[:1]) - strings.Count(t, pair[1:]); {
			case loose > 0 && strings.HasSuffix(t, pair[:1]), loose < 0 && strings.HasSuffix(t, pair[1:]):
				t = strings.TrimRight(t[:len(t)-1], marks)
			case loose > 0 && strings.HasPrefix(t, pair[:1]), loose < 0 && strings.HasPrefix(t, pair[1:]):
				t = strings.TrimLeft(t[1:], marks)
			}
		}
	}
	if t != "" {
		return t
	}
	return text
}

// A span is a stretch of a wording that stands in quotation marks, with the
// marks if the wording has them. first and last are where its words begin and
// end, inside the marks.
type span struct{ start, end, first, last int }

// spanOf returns the span of text[start:end].
func spanOf(text string, start, end int) span {
	s := span{start: start, end: end}
	silent := func(r rune) bool { return !sounds(r) }
	s.last = start + len(strings.TrimRightFunc(text[start:end], silent))
	s.first = s.last - len(strings.TrimLeftFunc(text[start:s.last], silent))
	return s
}

// sounds reports what is not a mere mark.
func sounds(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// spansOf appends the spans of text[start:end]. What stands in square brackets
// the reporter has put in, or put in another word's place: it parts the spans.
func spansOf(spans []span, text string, start, end int) []span {
	for {
		open := strings.IndexByte(text[start:end], '[')
		if open < 0 {
			break
		}
		length := strings.IndexByte(text[start+open:end], ']')
		if length < 0 {
			break
		}
		spans = append(spans, spanOf(text, start, start+open))
		start += open + length + 1
	}
	return append(spans, spanOf(text, start, end))
}

// covers reports whether a cell lies within one of the spans. Words left out at
// the very edge of a quotation, inside its marks or outside, may as well be left
// out beside it.
func covers(spans []span, c collate.Cell) bool {
	for _, s := range spans {
		if s.start <= c.Start && c.End <= s.end && !(c.Empty() && (c.Start <= s.first || s.last <= c.End)) {
			return true
		}
	}
	return false
}

// insideMarks returns the stretches of a witness's text that stand inside
// quotation marks in its article: all of a direct quote, the quoted words of a
// partial one.
func insideMarks(w *factcheck.Witness) []span {
	switch w.Form {
	case factcheck.Direct:
		return spansOf(nil, w.Text, 0, len(w.Text))
	case factcheck.Partial:
	default:
		return nil
	}
	var spans []span
	open, closing := -1, ""
	for i, r := range w.Text {
		if open >= 0 {
			if strings.ContainsRune(closing, r) && !(r != '”' && r != '"' && joins(w.Text, i, len(string(r)))) {
				spans = spansOf(spans, w.Text, open, i)
				open = -1
			}
			continue
		}
		switch r {
		case '“', '"', '„':
			open, closing = i+len(string(r)), "”\"“"
		case '‘':
			open, closing = i+len(string(r)), "’"
		case '«':
			open, closing = i+len(string(r)), "»"
		}
	}
	return spans
}

// joins reports whether the mark at i stands between two letters, as an
// apostrophe does.
func joins(text string, i, size int) bool {
	letter := func(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }
	return i > 0 && i+size < len(text) && letter(text[i-1]) && letter(text[i+size])
}
