package quote

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/words"
)

// How the nearest passage is found: every window of the text that is about as
// long as the quote is weighed by the words that it shares with it, rare words
// weighing more; in the heaviest windows quote and text are aligned word by
// word; the best alignment tells the passage. If no window shares enough words
// (all are misspelt, or there is only one), Myers' bit-vector algorithm finds
// where the letters come closest (G. Myers, A fast bit-vector algorithm for
// approximate string matching, JACM 46, 1999), and the alignment is done there.
// The cost is linear in the text, and for the alignment in the product of the
// quote's length and the band.

const (
	leastScore  = 0.34 // below, nothing in the text comes near the quote
	enough      = 0.55 // a score above which letters need not be looked at
	candidates  = 3
	lettersMost = 640     // bytes of a quote up to which letters are looked at
	cellsMost   = 3 << 20 // of an alignment
)

// token is a word, number or mark, with what an alignment looks at.
type token struct {
	start, end int32
	key        uint32 // hash of the folded word in lower case; equal words have equal keys
	letters    uint32 // which pairs of letters it has, as a set of hashes
	class      class
}

type class uint8

const (
	isMark class = 1 << iota
	isNumber
	isCapital
	isNegation
	isElision
)

// scan splits text into tokens. Elision marks are one token each, of the
// class isElision.
func scan(text string) []token {
	raw := words.Tokens(text)
	tokens := make([]token, 0, len(raw))
	var buffer [64]byte
	for i, w := range raw {
		s := text[w.Start:w.End]
		t := token{start: int32(w.Start), end: int32(w.End)}
		switch w.Kind {
		case words.Number:
			t.class = isNumber
		case words.Punct:
			t.class = isMark
			if ellipsis(s) > 0 {
				t.class |= isElision
			}
		default:
			if negates(text, raw, i) {
				t.class |= isNegation
			}
		}
		lower := buffer[:0]
		for j := 0; j < len(s); j++ {
			c := s[j]
			if c >= utf8.RuneSelf {
				lower = append(buffer[:0], strings.ToLower(words.Fold(s).Text)...)
				r, _ := utf8.DecodeRuneInString(s)
				if unicode.IsUpper(r) {
					t.class |= isCapital
				}
				break
			}
			if 'A' <= c && c <= 'Z' {
				if j == 0 {
					t.class |= isCapital
				}
				c |= 0x20
			}
			lower = append(lower, c)
		}
		// FNV-1a
		h := uint32(2166136261)
		for j, c := range lower {
			h = (h ^ uint32(c)) * 16777619
			if j > 0 && t.class&isMark == 0 {
				pair := uint32(lower[j-1])*31 + uint32(c)
				t.letters |= 1 << (pair * 0x9e3779b1 >> 27)
			}
		}
		t.key = h
		tokens = append(tokens, t)
	}
	return tokens
}

func (t *Text) scanned() []token {
	t.once.Do(func() { t.tokens = scan(t.text) })
	return t.tokens
}

// nearest returns where the text comes closest to a quote with these parts, nil
// if it nowhere comes close.
func (t *Text) nearest(quote string, parts []words.Span) *Nearest {
	tokens := t.scanned()
	if len(parts) == 0 || len(parts) > maxParts || len(tokens) == 0 {
		return nil
	}
	n := &Nearest{Start: -1}
	weight, sum := 0.0, 0.0
	for _, p := range parts {
		part := quote[p.Start:p.End]
		w := float64(len(part))
		weight += w
		a, ok := t.closest(part)
		if !ok {
			n.Differences = append(n.Differences, missing(part, p.Start))
			n.Parts = append(n.Parts, words.Span{Start: -1, End: -1})
			continue
		}
		n.Parts = append(n.Parts, words.Span{Start: a.start, End: a.end})
		sum += w * a.score
		if n.Start < 0 || a.start < n.Start {
			n.Start = a.start
		}
		n.End = max(n.End, a.end)
		if a.score < 1 {
			n.Differences = append(n.Differences, t.differences(part, p.Start, a)...)
		}
	}
	n.Score = math.Round(sum/weight*1000) / 1000
	if n.Start < 0 || n.Score < leastScore {
		return nil
	}
	return n
}

// an alignment is a quote's part laid beside text[start:end].
type alignment struct {
	start, end int
	score      float64
	quote      []token
	text       []token
	pairs      []pair
}

// pair is a step of an alignment: indices into quote and text, -1 where one of
// them has nothing.
type pair struct{ q, t int32 }

// closest returns the best alignment of a quote without elision.
func (t *Text) closest(quote string) (alignment, bool) {
	if n, ok := newNeedle("", quote, ""); ok {
		// A part that stands there as it is, of a quote whose others do not.
		if places := t.somePlaces(n, 1); len(places) > 0 {
			s, _ := t.span(n, places[0])
			return alignment{start: s.Start, end: s.End, score: 1}, true
		}
	}
	q := scan(quote)
	if len(q) == 0 {
		return alignment{}, false
	}
	var best alignment
	try := func(from, to int) {
		if a := align(q, t.tokens[max(0, from):min(len(t.tokens), to)]); a.score > best.score {
			best = a
		}
	}
	width := windowWidth(q)
	for _, at := range t.windows(q, width) {
		try(at-width/2-2, at+width+width/2+2)
	}
	if best.score < enough && len(quote) <= lettersMost {
		if end, ok := t.byLetters(quote); ok {
			last := 0 // the token in which the letters end
			for last+1 < len(t.tokens) && int(t.tokens[last+1].start) < end {
				last++
			}
			try(last-width-2, last+3)
		}
	}
	if best.score < leastScore {
		return best, false
	}
	t.widen(&best)
	return best, true
}

// widen takes words beside the passage into it that the ends of the quote may
// stand for: an alignment leaves a word of the quote alone there rather than set
// it beside another, since what stands further out in the text costs it nothing.
// It reaches to a word that the quote has there, however far within a few words;
// else to the next word, if both open a sentence or both have a capital. It does
// not reach across the end of a sentence.
func (t *Text) widen(a *alignment) {
	const further = 4
	if len(a.pairs) == 0 {
		return
	}
	at := func(offset int) int { // the token that begins at offset, or the one behind
		i, _ := slices.BinarySearchFunc(t.tokens, int32(offset), func(k token, o int32) int { return cmp.Compare(k.start, o) })
		return i
	}
	ends := func(i int) bool {
		return t.tokens[i].class&isMark != 0 && endsSentence(t.text[t.tokens[i].start:t.tokens[i].end])
	}
	like := func(q, p *token, first bool) bool {
		return q.class&isMark == 0 && p.class&isMark == 0 && (first || q.class&p.class&(isCapital|isNumber) != 0)
	}
	// How many steps at an end leave a word of the quote alone, and how many do
	// not set it beside the same word.
	count := func(step func(i int) pair) (alone, unlike int) {
		for alone < len(a.pairs) && step(alone).t < 0 {
			alone++
		}
		for unlike < len(a.pairs) {
			if p := step(unlike); p.t >= 0 && p.q >= 0 && a.quote[p.q].key == a.text[p.t].key {
				break
			}
			unlike++
		}
		return alone, unlike
	}
	loose, unlike := count(func(i int) pair { return a.pairs[i] })
	if from := at(a.start); unlike > 0 && unlike <= further && from > 0 && from < len(t.tokens) {
		to := from
		for k := from - 1; k >= 0 && k >= from-unlike-further && !ends(k) && to == from; k-- {
			if t.tokens[k].key == a.quote[0].key && a.quote[0].class&isMark == 0 {
				to = k
			}
		}
		if k := from - 1; to == from && loose == 1 && !ends(k) && like(&a.quote[0], &t.tokens[k], k == 0 || ends(k-1)) {
			to = k
		}
		a.start = int(t.tokens[to].start)
	}
	loose, unlike = count(func(i int) pair { return a.pairs[len(a.pairs)-1-i] })
	last := at(a.end) - 1
	if unlike > 0 && unlike <= further && unlike <= len(a.quote) && last >= 0 && last+1 < len(t.tokens) && !ends(last) {
		to := last
		tail := a.quote[len(a.quote)-unlike:]
		for k := last + 1; k < len(t.tokens) && k <= last+unlike+further && to == last; k++ {
			if t.tokens[k].key == tail[len(tail)-1].key && (tail[len(tail)-1].class&isMark == 0 || unlike > 1) {
				to = k
			}
			if ends(k) {
				break
			}
		}
		if k := last + 1; to == last && loose == 1 && like(&tail[len(tail)-1], &t.tokens[k], false) {
			to = k
		}
		a.end = int(t.tokens[to].end)
	}
}

func windowWidth(q []token) int { return len(q) + len(q)/4 + 3 }

// windows returns the heaviest windows of the text: the index of the first
// token of each.
func (t *Text) windows(q []token, width int) []int {
	type word struct {
		key        uint32
		want, have int
		weight     float64
	}
	index := make(map[uint32]int, len(q))
	list := make([]word, 0, len(q))
	var filter [64]uint64 // bits of the keys in the quote
	for _, k := range q {
		i, ok := index[k.key]
		if !ok {
			i = len(list)
			index[k.key] = i
			list = append(list, word{key: k.key})
			if k.class&isMark != 0 {
				list[i].weight = 0.1
			} else {
				list[i].weight = 1
			}
		}
		list[i].want++
		filter[k.key>>6&63] |= 1 << (k.key & 63)
	}
	type hit struct{ at, word int32 }
	var hits []hit
	for i := range t.tokens {
		key := t.tokens[i].key
		if filter[key>>6&63]&(1<<(key&63)) == 0 {
			continue
		}
		if w, ok := index[key]; ok {
			hits = append(hits, hit{int32(i), int32(w)})
			list[w].have++
		}
	}
	for i := range list {
		if list[i].have > 0 {
			list[i].weight *= math.Log(1 + float64(len(t.tokens)+10)/float64(list[i].have))
		}
		list[i].have = 0
	}
	var tops []int
	var sums []float64
	sum, tail := 0.0, 0
	for _, h := range hits {
		for int(h.at)-int(hits[tail].at) >= width {
			w := &list[hits[tail].word]
			if w.have--; w.have < w.want {
				sum -= w.weight
			}
			tail++
		}
		w := &list[h.word]
		if w.have++; w.have <= w.want {
			sum += w.weight
		}
		from := int(hits[tail].at)
		// Keep the best few that do not overlap by half.
		n := len(tops)
		switch {
		case n > 0 && from-tops[n-1] < width/2:
			if sum > sums[n-1]+1e-9 {
				tops[n-1], sums[n-1] = from, sum
			}
		case n < candidates*4 || sum > lowest(sums):
			if n >= candidates*4 {
				i := lowestAt(sums)
				tops = append(tops[:i], tops[i+1:]...)
				sums = append(sums[:i], sums[i+1:]...)
			}
			tops, sums = append(tops, from), append(sums, sum)
		}
	}
	for len(tops) > candidates {
		i := lowestAt(sums)
		tops = append(tops[:i], tops[i+1:]...)
		sums = append(sums[:i], sums[i+1:]...)
	}
	return tops
}

func lowest(s []float64) float64 { return s[lowestAt(s)] }

func lowestAt(s []float64) int {
	least := 0
	for i := range s {
		if s[i] <= s[least] { // of two alike, the earlier is kept
			least = i
		}
	}
	return least
}

// Costs of an alignment.
const (
	costWord  = 20 // a word or number that only one side has
	costMark  = 6  // a mark that only one side has
	costLess  = 1  // so much less if it is the text: rather a word more there than one of the quote's lost
	costOther = 19 // another word
	costAlike = 8  // a word with most letters in common
	costCase  = 2  // the same word, a capital for a small letter
	costFigur = 12 // another number
	costName  = 16 // another word with a capital
	costClash = 36 // a word for a mark, something else for a negation
)

func gap(t *token) int32 {
	if t.class&isMark != 0 {
		return costMark
	}
	return costWord
}

func swap(a, b *token) int32 {
	either, both := a.class|b.class, a.class&b.class
	switch {
	case a.key == b.key:
		if either&isCapital != both&isCapital {
			return costCase
		}
		return 0
	case both&isMark != 0:
		return costMark
	case either&isMark != 0:
		return costClash
	case both&isNumber != 0:
		return costFigur
	}
	common := bits.OnesCount32(a.letters & b.letters)
	if 5*common >= 3*max(bits.OnesCount32(a.letters), bits.OnesCount32(b.letters)) && common >= 2 {
		return costAlike
	}
	if either&isNegation != both&isNegation {
		return costClash
	}
	if both&isCapital != 0 {
		return costName
	}
	return costOther
}

// align lays q beside the stretch of text that is most like it. All of q is
// used; of text, what stands before and behind is free. It is Sellers' variant
// of the edit distance, with costs, in a band when both are long.
func align(q, text []token) alignment {
	m, n := len(q), len(text)
	if m == 0 || n == 0 {
		return alignment{}
	}
	band := n + m
	if m*n > cellsMost {
		band = max(16, cellsMost/m/2)
	}
	const far = math.MaxInt32 / 2
	width := min(n, 2*band) + 1
	low := func(i int) int { // first column of row i
		if width > n {
			return 0
		}
		return max(0, min(n+1-width, i*n/m-band))
	}
	moves := make([]byte, (m+1)*width) // 0 start, 1 pair, 2 only quote, 3 only text
	row, next := make([]int32, n+2), make([]int32, n+2)
	previous := low(0)
	for i := 0; i < m; i++ {
		from, to := low(i+1), low(i+1)+width // columns of this row
		fromBefore, toBefore := previous, previous+width
		at := func(j int) int32 {
			if j < fromBefore || j >= toBefore {
				return far
			}
			return row[j]
		}
		here := moves[(i+1)*width : (i+2)*width]
		for j := from; j < to; j++ {
			best, move := at(j)+gap(&q[i]), byte(2)
			if j > 0 {
				if c := at(j-1) + swap(&q[i], &text[j-1]); c <= best {
					best, move = c, 1
				}
				if j > from {
					if c := next[j-1] + gap(&text[j-1]) - costLess; c < best {
						best, move = c, 3
					}
				}
			}
			next[j], here[j-from] = best, move
		}
		row, next = next, row
		previous = from
	}
	end, cost := previous, row[previous]
	for j := previous; j < previous+width; j++ {
		if row[j] < cost {
			end, cost = j, row[j]
		}
	}
	total := int32(0)
	for i := range q {
		total += gap(&q[i])
	}
	a := alignment{quote: q, text: text, score: max(0, 1-float64(cost)/float64(total))}
	for i, j := m, end; i > 0; {
		switch moves[i*width+j-low(i)] {
		case 1:
			i--
			j--
			a.pairs = append(a.pairs, pair{int32(i), int32(j)})
		case 2:
			i--
			a.pairs = append(a.pairs, pair{int32(i), -1})
		default:
			j--
			a.pairs = append(a.pairs, pair{-1, int32(j)})
		}
	}
	for i, j := 0, len(a.pairs)-1; i < j; i, j = i+1, j-1 {
		a.pairs[i], a.pairs[j] = a.pairs[j], a.pairs[i]
	}
	first, last := -1, -1
	for _, p := range a.pairs {
		if p.t >= 0 {
			if first < 0 {
				first = int(p.t)
			}
			last = int(p.t)
		}
	}
	if first < 0 {
		return alignment{}
	}
	a.start, a.end = int(text[first].start), int(text[last].end)
	return a
}

// byLetters returns where a stretch ends whose letters come closest to the
// quote's, as an offset of the text.
func (t *Text) byLetters(quote string) (end int, ok bool) {
	pattern := strings.ToLower(words.Fold(quote).Text)
	m := len(pattern)
	if m == 0 || m > lettersMost {
		return 0, false
	}
	blocks := (m + 63) / 64
	var table [256][(lettersMost + 63) / 64]uint64
	for i := 0; i < m; i++ {
		table[pattern[i]][i/64] |= 1 << (i % 64)
	}
	var up, down [(lettersMost + 63) / 64]uint64
	for b := range blocks {
		up[b] = ^uint64(0)
	}
	score, best, at := m, m, -1
	lastBit := uint(m-1) % 64
	text := t.folded.Text
	for i := 0; i < len(text); i++ {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		plusIn, minusIn := uint64(0), uint64(0)
		for b := range blocks {
			pv, mv := up[b], down[b]
			eq := table[c][b]
			xv := eq | mv
			eq |= minusIn
			xh := ((eq & pv) + pv) ^ pv | eq
			ph := mv | ^(xh | pv)
			mh := pv & xh
			if b == blocks-1 {
				score += int(ph>>lastBit&1) - int(mh>>lastBit&1)
			}
			plusOut, minusOut := ph>>63, mh>>63
			ph = ph<<1 | plusIn
			mh = mh<<1 | minusIn
			up[b] = mh | ^(xv | ph)
			down[b] = ph & xv
			plusIn, minusIn = plusOut, minusOut
		}
		if score < best {
			best, at = score, i
		}
	}
	if at < 0 || best*2 > m {
		return 0, false
	}
	_, end = t.folded.Origin(at, at+1)
	return end, true
}
