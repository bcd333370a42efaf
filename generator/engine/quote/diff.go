package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/words"
)

// collatable is the number of tokens up to which a quote is collated with its
// nearest passage in one piece; of a longer one, only the stretches that differ
// are, each with some words around it.
const (
	collatable = 400
	around     = 8
)

// differences names every deviation of a quote from the passage it is aligned
// with. Offset is where the quote begins in the whole.
func (t *Text) differences(quote string, offset int, a alignment) []Difference {
	if len(a.quote) <= collatable && len(a.pairs) <= 2*collatable {
		return t.collated(nil, quote, offset, a.start, a.end)
	}
	same := func(p pair) bool {
		return p.q >= 0 && p.t >= 0 && a.quote[p.q].key == a.text[p.t].key
	}
	var ds []Difference
	for i := 0; i < len(a.pairs); i++ {
		if same(a.pairs[i]) {
			continue
		}
		// Join what is closer than twice the words around it.
		from, to := i, i+1
		for k := to; k < len(a.pairs) && k < to+2*around && k < from+2*collatable; k++ {
			if !same(a.pairs[k]) {
				to = k + 1
			}
		}
		i = to - 1
		q, p := [2]int{-1, 0}, [2]int{-1, 0}
		for _, step := range a.pairs[max(0, from-around):min(len(a.pairs), to+around)] {
			if step.q >= 0 {
				if q[0] < 0 {
					q[0] = int(a.quote[step.q].start)
				}
				q[1] = int(a.quote[step.q].end)
			}
			if step.t >= 0 {
				if p[0] < 0 {
					p[0] = int(a.text[step.t].start)
				}
				p[1] = int(a.text[step.t].end)
			}
		}
		if q[0] >= 0 && p[0] >= 0 {
			ds = t.collated(ds, quote[q[0]:q[1]], offset+q[0], p[0], p[1])
		}
	}
	return ds
}

// collated adds the differences between a stretch of the quote and
// text[start:end].
func (t *Text) collated(ds []Difference, quote string, offset, start, end int) []Difference {
	passage := t.text[start:end]
	table := collate.Collate([]collate.Witness{{ID: "quote", Text: quote}, {ID: "text", Text: passage}})
	var found []Difference
	for _, row := range table.Rows {
		q, p := row.Cells[0], row.Cells[1]
		d := Difference{
			Kind:  row.Kind,
			Quote: quote[q.Start:q.End], Article: passage[p.Start:p.End],
			Start: start + p.Start, End: start + p.End, At: offset + q.Start,
		}
		if row.Kind <= collate.Typography && words.Same(d.Quote, d.Article) {
			continue
		}
		found = t.narrowed(found, d)
	}
	return append(ds, t.merged(found, quote, offset)...)
}

// merged joins neighbours in which the same side has nothing: do, not.
func (t *Text) merged(ds []Difference, quote string, offset int) []Difference {
	kept := ds[:0]
	for _, d := range ds {
		if n := len(kept); n > 0 {
			last := &kept[n-1]
			from, to := last.At-offset, d.At-offset
			switch {
			case last.Article == "" && d.Article == "" && last.End == d.Start && strings.TrimSpace(quote[from+len(last.Quote):to]) == "":
				last.Quote = quote[from : to+len(d.Quote)]
				last.Kind = max(last.Kind, d.Kind)
				continue
			case last.Quote == "" && d.Quote == "" && last.At == d.At && strings.TrimSpace(t.text[last.End:d.Start]) == "":
				last.Article, last.End = t.text[last.Start:d.End], d.End
				last.Kind = max(last.Kind, d.Kind)
				continue
			case last.Quote == "" && d.Article == "" && d.Start == last.End && hasWord(last.Article) && hasWord(d.Quote) && strings.TrimSpace(quote[from:to]) == "":
				// One for the other: March 36, March 31.
				last.Quote, last.At = d.Quote, d.At
				*last = t.typed(*last, false)
				continue
			case last.Article == "" && d.Quote == "" && hasWord(last.Quote) && hasWord(d.Article) && to == from+len(last.Quote) && strings.TrimSpace(t.text[last.End:d.Start]) == "":
				last.Article, last.Start, last.End = d.Article, d.Start, d.End
				*last = t.typed(*last, false)
				continue
			}
		}
		kept = append(kept, d)
	}
	return kept
}

func hasWord(text string) bool {
	return strings.ContainsFunc(text, inWord)
}

// narrowed adds a difference without the words that both sides have: a row of a
// collation may be wide.
func (t *Text) narrowed(ds []Difference, d Difference) []Difference {
	q, p := scan(d.Quote), scan(d.Article)
	a := align(q, p)
	same := func(s pair) bool {
		return s.q >= 0 && s.t >= 0 && q[s.q].key == p[s.t].key &&
			words.Same(d.Quote[q[s.q].start:q[s.q].end], d.Article[p[s.t].start:p[s.t].end])
	}
	if len(q)+len(p) < 3 || !slices.ContainsFunc(a.pairs, same) {
		return append(ds, t.typed(d, true))
	}
	// The alignment leaves out what the text has more at its ends.
	pairs := make([]pair, 0, len(q)+len(p))
	used := 0
	for _, s := range a.pairs {
		for ; s.t >= 0 && used < int(s.t); used++ {
			pairs = append(pairs, pair{-1, int32(used)})
		}
		used = max(used, int(s.t)+1)
		pairs = append(pairs, s)
	}
	for ; used < len(p); used++ {
		pairs = append(pairs, pair{-1, int32(used)})
	}
	var runs []Difference
	atQ, atP := 0, 0 // behind the last words that both have
	for i := 0; i < len(pairs); {
		if s := pairs[i]; same(s) {
			atQ, atP = int(q[s.q].end), int(p[s.t].end)
			i++
			continue
		}
		run := Difference{Kind: d.Kind, Start: -1, At: -1}
		endQ, endP := 0, 0
		for ; i < len(pairs) && !same(pairs[i]); i++ {
			if k := pairs[i].q; k >= 0 {
				if run.At < 0 {
					run.At = int(q[k].start)
				}
				endQ = int(q[k].end)
			}
			if k := pairs[i].t; k >= 0 {
				if run.Start < 0 {
					run.Start = int(p[k].start)
				}
				endP = int(p[k].end)
			}
		}
		if run.At < 0 {
			run.At, endQ = atQ, atQ
		}
		if run.Start < 0 {
			run.Start, endP = atP, atP
		}
		run.Quote, run.Article = d.Quote[run.At:endQ], d.Article[run.Start:endP]
		run.At, run.Start, run.End = d.At+run.At, d.Start+run.Start, d.Start+endP
		runs = append(runs, run)
	}
	for _, run := range runs {
		ds = append(ds, t.typed(run, len(runs) == 1))
	}
	return ds
}

// typed corrects the kind of a difference where a quote is held to more than a
// wording is. Alone says that its kind was found for it and no other.
func (t *Text) typed(d Difference, alone bool) Difference {
	switch {
	case d.Quote == "" || d.Article == "":
		// A wording may be silent at its ends; a quote may not.
		if d.Kind != collate.Order || !alone {
			d.Kind = leftOut(d.Quote + d.Article)
		}
		return d
	case denials(d.Quote) != denials(d.Article):
		d.Kind = collate.Negation
		return d
	case figuresDiffer(d.Quote, d.Article):
		if !alone || d.Kind != collate.Date {
			d.Kind = collate.Number
		}
		return d
	}
	if !alone || d.Kind == collate.Same || d.Kind == collate.Omission {
		d.Kind = collate.Typography
		for _, row := range collate.Collate([]collate.Witness{{ID: "quote", Text: d.Quote}, {ID: "text", Text: d.Article}}).Rows {
			if row.Cells[0].Empty() || row.Cells[1].Empty() {
				d.Kind = max(d.Kind, collate.Wording)
			} else {
				d.Kind = max(d.Kind, row.Kind)
			}
		}
	}
	if (d.Kind == collate.Wording || d.Kind == collate.Spelling) && t.names(d.Quote) && (t.names(d.Article) || t.namedInside(d.Start)) && !spelled(d.Quote, d.Article) {
		d.Kind = collate.Name
	}
	return d
}

// denials counts the negations of a reading.
func denials(text string) int {
	tokens := words.Tokens(text)
	n := 0
	for i := range tokens {
		if tokens[i].Kind == words.Word && negates(text, tokens, i) {
			n++
		}
	}
	return n
}

// figuresDiffer reports two readings that are alike but for their digits: VC-78
// and VC-10, mid-2011 and mid-2010.
func figuresDiffer(a, b string) bool {
	digits := func(r rune) rune {
		if '0' <= r && r <= '9' || r == ',' || r == '.' {
			return -1
		}
		return r
	}
	return strings.ContainsAny(a, "0123456789") && strings.ContainsAny(b, "0123456789") && a != b && strings.Map(digits, a) == strings.Map(digits, b)
}

// spelled reports two spellings of one word, not of a name: in a quote, a name
// is as it was printed or it is another.
func spelled(a, b string) bool {
	rows := collate.Collate([]collate.Witness{{ID: "a", Text: strings.ToLower(a)}, {ID: "b", Text: strings.ToLower(b)}}).Rows
	return !slices.ContainsFunc(rows, func(r collate.Row) bool {
		return r.Kind > collate.Spelling || r.Cells[0].Empty() || r.Cells[1].Empty()
	})
}

func leftOut(text string) collate.Kind {
	tokens := words.Tokens(text)
	kind := collate.Punctuation
	for i, t := range tokens {
		if t.Kind == words.Punct {
			continue
		}
		if negates(text, tokens, i) || len(tokens) <= 3 && denies(text, tokens, i, "to") {
			return collate.Negation
		}
		kind = collate.Omission
	}
	return kind
}

// names reports whether a reading is a name: each of its words has a capital,
// and the text has none of them without. It tells the name that opens a
// sentence from the word that does.
func (t *Text) names(reading string) bool {
	n := 0
	for _, w := range scan(reading) {
		if w.class&isMark != 0 {
			continue
		}
		if w.class&(isCapital|isNegation|isNumber) != isCapital || w.end-w.start < 3 {
			return false
		}
		for _, o := range t.tokens {
			if o.key == w.key && o.class&isCapital == 0 {
				return false
			}
		}
		n++
	}
	return n > 0
}

// namedInside reports whether the word at an offset of the text bears a capital
// though it does not open a sentence, in a text that does not write all words so.
func (t *Text) namedInside(at int) bool {
	i, found := slices.BinarySearchFunc(t.tokens, int32(at), func(k token, o int32) int { return cmp.Compare(k.start, o) })
	if !found || i == 0 || t.tokens[i].class&(isCapital|isNegation) != isCapital || t.tokens[i].end-t.tokens[i].start < 3 {
		return false
	}
	if t.tokens[i-1].class&isMark != 0 {
		return false
	}
	for k := max(0, i-8); k < min(len(t.tokens), i+8); k++ {
		if o := t.tokens[k]; o.class&(isCapital|isMark|isNumber) == 0 && o.end-o.start > 3 {
			return true // a longer word without a capital is near: no headline
		}
	}
	return false
}

// missing is the difference of a part that comes close to nothing.
func missing(part string, offset int) Difference {
	text := strings.TrimSpace(part)
	return Difference{Kind: max(collate.Omission, leftOut(text)), Quote: text, At: offset}
}

// beside tells how the text around the quote differs from the prefix and the
// suffix asked for, at the place where it differs least.
func (t *Text) beside(q Query, bare Result) *Nearest {
	const most = 200 // places looked at
	best, bad := bare.Readings[0], 3
	for _, r := range bare.Readings[:min(most, len(bare.Readings))] {
		n := 0
		if !EndsWith(t.text[:r[0].Start], q.Prefix) {
			n++
		}
		if !StartsWith(t.text[r[len(r)-1].End:], q.Suffix) {
			n++
		}
		if n < bad {
			best, bad = r, n
		}
	}
	from, to := best.bounds()
	near := &Nearest{Start: from, End: to, Score: 1, Parts: best}
	first, last := best[0].Start, best[len(best)-1].End
	if !EndsWith(t.text[:first], q.Prefix) {
		start := first
		for range utf8.RuneCountInString(q.Prefix) {
			_, size := utf8.DecodeLastRuneInString(t.text[:start])
			start -= size
		}
		for start > 0 && Inside(t.text, start) {
			_, size := utf8.DecodeLastRuneInString(t.text[:start])
			start -= size
		}
		near.Differences = append(near.Differences, contextual(q.Prefix, t.text[start:first], start, 0))
	}
	if !StartsWith(t.text[last:], q.Suffix) {
		end := last
		for range utf8.RuneCountInString(q.Suffix) {
			_, size := utf8.DecodeRuneInString(t.text[end:])
			end += size
		}
		for end < len(t.text) && Inside(t.text, end) {
			_, size := utf8.DecodeRuneInString(t.text[end:])
			end += size
		}
		near.Differences = append(near.Differences, contextual(q.Suffix, t.text[last:end], last, len(q.Quote)))
	}
	return near
}

func contextual(asked, printed string, start, at int) Difference {
	d := Difference{Kind: collate.Typography, Quote: asked, Article: printed, Start: start, End: start + len(printed), At: at}
	if len(asked) < 1000 {
		for _, row := range collate.Collate([]collate.Witness{{ID: "q", Text: asked}, {ID: "t", Text: printed}}).Rows {
			d.Kind = max(d.Kind, row.Kind)
		}
	}
	return d
}

// EndsWith reports whether text ends with suffix but for typography, blanks
// included. Every text ends with "".
func EndsWith(text, suffix string) bool {
	if len(text) > 4*len(suffix)+64 {
		text = text[runeStart(text, len(text)-4*len(suffix)-64):]
	}
	want := words.Fold("|" + suffix + "|").Text[1:]
	return suffix == "" || strings.HasSuffix(words.Fold("|"+text+"|").Text, want)
}

// StartsWith reports whether text starts with prefix but for typography, blanks
// included. Every text starts with "".
func StartsWith(text, prefix string) bool {
	if len(text) > 4*len(prefix)+64 {
		text = text[:runeStart(text, 4*len(prefix)+64)]
	}
	want := words.Fold("|" + prefix + "|").Text
	return prefix == "" || strings.HasPrefix(words.Fold("|"+text+"|").Text, want[:len(want)-1])
}

// runeStart returns the offset nearest at or before i at which a character
// begins; i itself in what is not UTF-8.
func runeStart(text string, i int) int {
	for k := i; k > 0 && k > i-utf8.UTFMax; k-- {
		if k >= len(text) || utf8.RuneStart(text[k]) {
			return k
		}
	}
	return i
}
