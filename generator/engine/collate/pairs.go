package collate

import "math/bits"

// A pairing weighs which words of two wordings stand for each other.
type pairing struct {
	v        *vocabulary
	a, b     []token
	n, m     int
	relation []relation // n × m
	likeness []float32  // n × m, from the relation alone
	context  []float32  // n × m, likeness of what stands around
	chance   []float32  // n × m, after the last pass
	// Where each token's counterpart stands after the last pass, −1 none.
	there, back      []int32
	shareA, shareB   float32
	rowBest, colBest bests // of the matrix that the features are drawn from
}

// bests holds the two greatest values of each row, or column, of a matrix.
type bests [][2]float32

// but returns the greatest value of a row without one that equals own.
func (b bests) but(i int, own float32) float32 {
	if b[i][0] == own {
		return b[i][1]
	}
	return b[i][0]
}

func (b bests) meet(i int, x float32) {
	if x > b[i][0] {
		b[i][0], b[i][1] = x, b[i][0]
	} else if x > b[i][1] {
		b[i][1] = x
	}
}

// rank finds the bests of a matrix.
func (p *pairing) rank(matrix []float32) {
	clear(p.rowBest)
	clear(p.colBest)
	for i := range p.n {
		for j, x := range matrix[i*p.m : (i+1)*p.m] {
			p.rowBest.meet(i, x)
			p.colBest.meet(j, x)
		}
	}
}

// Numbers of features of the two passes.
const (
	features0 = 28
	features1 = features0 + 24
)

// features is what the models see of a pair of words, by number. For the first
// pass:
//
//	0–3    relation, classes, groups of function words, parts of speech in common
//	4–9    likeness of the pairs before and after, on the diagonal and beside it
//	10     how far apart the two stand, as shares of their wordings
//	11–13  the likest rival of either word, and how many there are
//	14–15  likeness of the surroundings, and by how much it beats the rivals'
//	16–17  lengths of the wordings
//	18–19  opposites by the lexicon; letters in common at the head
//	20–21  shares of the wordings that have a like word in the other
//	22–24  likeness of the pairs beside; length of the run; which common word
//	25–27  how much of what describes them is the same; how common they are
//
// For the second, after these, counted anew from 0:
//
//	0–2    chance in the pass before, and of the best rivals
//	3–9    chances of the pairs around
//	10–18  the nearest settled pairs left and right: skew, distance, whether they
//	       enclose both words, and what stands between
//	19     whether either word is settled elsewhere
//	20–21  chances of the next words of meaning
//	22–23  words of meaning around that have no counterpart
type features [features1]float32

// like is the likeness of a pair.
func (p *pairing) like(i, j int) float32 {
	switch {
	case i >= 0 && j >= 0 && i < p.n && j < p.m:
		return p.likeness[i*p.m+j]
	case i < 0 && j < 0, i >= p.n && j >= p.m:
		return 0.5 // both begin or end here
	}
	return 0
}

// prepare fills in what the features are drawn from.
func (p *pairing) prepare(v *vocabulary, x, y *wording) {
	v.describe()
	a, b := x.tokens, y.tokens
	p.v, p.a, p.b, p.n, p.m = v, a, b, len(a), len(b)
	size := p.n * p.m
	p.relation = make([]relation, size)
	p.likeness = make([]float32, size)
	p.context = make([]float32, size)
	p.there = make([]int32, p.n)
	p.back = make([]int32, p.m)
	for i := range a {
		row := v.relations[int(a[i].word)*v.stride:]
		for j := range b {
			r := row[b[j].word]
			p.relation[i*p.m+j] = r
			p.likeness[i*p.m+j] = strengths[r]
		}
	}
	p.phrases(x, y)
	p.surround()
	p.chance = make([]float32, size)
	p.rowBest, p.colBest = make(bests, p.n), make(bests, p.m)
	p.rank(p.likeness)
	p.overlap()
}

// surround sums, for each pair, the likeness of the eight pairs around it on
// its diagonal. The sums run along the diagonals.
func (p *pairing) surround() {
	const reach = 4
	w := p.m + 1
	sums := p.chance[:0] // sums[i][j]: all before (i, j) on its diagonal
	if cap(sums) < (p.n+1)*w {
		sums = make([]float32, (p.n+1)*w)
	}
	sums = sums[:(p.n+1)*w]
	for j := range w {
		sums[j] = 0
	}
	for i := range p.n {
		sums[(i+1)*w] = 0
		weight := float32(0.5)
		if p.a[i].class.content() {
			weight = 1
		}
		row := p.likeness[i*p.m : (i+1)*p.m]
		for j, s := range row {
			if s < 0.5 {
				s = 0
			}
			if j > 0 && row[j-1] >= 0.5 {
				s = max(s, 0.8*row[j-1])
			}
			if j+1 < p.m && row[j+1] >= 0.5 {
				s = max(s, 0.8*row[j+1])
			}
			sums[(i+1)*w+j+1] = sums[i*w+j] + float32(weight*s)
		}
	}
	for i := range p.n {
		for j := range p.m {
			back, on := min(reach, i, j), min(reach, p.n-1-i, p.m-1-j)
			p.context[i*p.m+j] = sums[i*w+j] - sums[(i-back)*w+j-back] + sums[(i+1+on)*w+j+1+on] - sums[(i+1)*w+j+1]
		}
	}
}

// phrases marks words in phrases that stand for each other, and abbreviations
// with the words they abbreviate.
func (p *pairing) phrases(x, y *wording) {
	mark := func(i, j int) {
		at := i*p.m + j
		if p.relation[at] < phrasal {
			p.relation[at] = phrasal
			p.likeness[at] = strengths[phrasal]
		}
	}
	for _, s := range x.sayings {
		for _, t := range y.sayings {
			if s.group != t.group || s.end-s.start == 1 && t.end-t.start == 1 && p.a[s.start].class.has(function) {
				continue
			}
			for i := s.start; i < s.end; i++ {
				for j := t.start; j < t.end; j++ {
					mark(int(i), int(j))
				}
			}
		}
	}
	for i, s := range x.tokens {
		if !abbreviation(s, x.text) {
			continue
		}
		for j := range y.tokens {
			if end, ok := p.v.initials(s, y, j); ok {
				for k := j; k < end; k++ {
					mark(i, k)
				}
			}
		}
	}
	for j, s := range y.tokens {
		if !abbreviation(s, y.text) {
			continue
		}
		for i := range x.tokens {
			if end, ok := p.v.initials(s, x, i); ok {
				for k := i; k < end; k++ {
					mark(k, j)
				}
			}
		}
	}
}

// abbreviation reports a token in capitals throughout.
func abbreviation(t token, text string) bool {
	if !t.class.has(capital) || t.class.has(number|compact) || t.end-t.start < 2 || t.end-t.start > 12 {
		return false
	}
	for _, c := range []byte(text[t.start:t.end]) {
		if 'a' <= c && c <= 'z' {
			return false
		}
	}
	return true
}

// overlap works out how much of each wording has a like word in the other.
func (p *pairing) overlap() {
	share := func(t []token, best bests) float32 {
		sum, all := float32(0), float32(0.01)
		for i := range t {
			if t[i].class.content() {
				all++
				sum += best[i][0]
			}
		}
		return sum / all
	}
	p.shareA, p.shareB = share(p.a, p.rowBest), share(p.b, p.colBest)
}

// first works out the features of the first pass, from the words and what
// stands around them.
func (p *pairing) first(i, j int, f *features) {
	x, y := p.a[i], p.b[j]
	lx, ly := &p.v.lexemes[x.word], &p.v.lexemes[y.word]
	at := i*p.m + j
	f[0] = float32(p.relation[at])
	f[1] = float32(pairClass(x.class, y.class))
	if lx.group == ly.group {
		f[2] = float32(lx.group)
	} else if lx.group != 0 && ly.group != 0 {
		f[2] = -1 - float32(min(lx.group, ly.group))
	} else {
		f[2] = -20
	}
	f[3] = float32(bits.OnesCount8(lx.pos & ly.pos))
	f[4], f[5] = p.like(i-1, j-1), p.like(i+1, j+1)
	f[6] = max(p.like(i-1, j-2), p.like(i-2, j-1))
	f[7] = max(p.like(i+1, j+2), p.like(i+2, j+1))
	f[8], f[9] = p.like(i-2, j-2), p.like(i+2, j+2)
	f[10] = abs(float32(i)/float32(p.n) - float32(j)/float32(p.m))
	s := p.likeness[at]
	row, col := p.rowBest.but(i, s), p.colBest.but(j, s)
	var rowContext, colContext float32
	rivals := -2
	for k, l := range p.likeness[i*p.m : (i+1)*p.m] {
		if l >= s-0.05 {
			rivals++
			if k != j {
				rowContext = max(rowContext, p.context[i*p.m+k])
			}
		}
	}
	for k, at := 0, j; k < p.n; k, at = k+1, at+p.m {
		if p.likeness[at] >= s-0.05 {
			rivals++
			if k != i {
				colContext = max(colContext, p.context[at])
			}
		}
	}
	f[11], f[12] = min(row, col), max(row, col)
	f[13] = float32(rivals)
	f[14] = p.context[at]
	f[15] = f[14] - max(rowContext, colContext)
	f[16] = float32(min(p.n, p.m))
	f[17] = float32(max(p.n, p.m)) / float32(min(p.n, p.m))
	f[18] = float32(p.v.kin[int(x.word)*p.v.stride+int(y.word)] & kinOpposite)
	f[19] = float32(sharedPrefix(lx.plain, ly.plain))
	f[20], f[21] = min(p.shareA, p.shareB), max(p.shareA, p.shareB)
	f[23] = p.run(i, j)
	f[24] = 0
	if x.word == y.word {
		f[24] = commonest(lx.key)
	}
	f[25] = -1
	if x.word != y.word {
		f[25] = kindred(lx, ly)
	}
	f[26], f[27] = float32(min(lx.used, ly.used)), float32(max(lx.used, ly.used))
	f[22] = max(p.like(i, j-1), p.like(i, j+1), p.like(i-1, j), p.like(i+1, j))
}

// sharedPrefix is how many bytes two words have in common at their head.
func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func abs(x float32) float32 {
	if x < 0 {
		return -x
	}
	return x
}

// pairClass numbers what sort of words meet.
func pairClass(a, b class) int {
	both, either := a&b, a|b
	switch {
	case both.has(punct):
		return 0
	case either.has(punct):
		return 1
	case both.has(negation):
		return 2
	case both.has(function):
		return 3
	case either.has(function):
		return 4
	case both.has(number):
		return 5
	case either.has(number):
		return 6
	case both.has(name):
		return 8
	case either.has(name):
		return 7
	}
	return 9
}

// run is how many pairs of like words on the diagonal this one stands among,
// itself not counted.
func (p *pairing) run(i, j int) float32 {
	const far = 12
	n := 0
	for d := 1; d <= far && i >= d && j >= d && p.likeness[(i-d)*p.m+j-d] >= 0.8; d++ {
		n++
	}
	for d := 1; d <= far && i+d < p.n && j+d < p.m && p.likeness[(i+d)*p.m+j+d] >= 0.8; d++ {
		n++
	}
	return float32(n)
}

// commonest numbers the words and marks so frequent that their like in the
// other sentence says little.
func commonest(key string) float32 {
	switch key {
	case "the":
		return 1
	case "a", "an":
		return 2
	case "of":
		return 3
	case "to":
		return 4
	case "in":
		return 5
	case "and":
		return 6
	case ",":
		return 7
	case "''", "\"":
		return 8
	case "'s":
		return 9
	case ".":
		return 10
	}
	return 11
}

// worth reports whether a pair is worth weighing in the first pass: the words
// are alike, or stand beside words that are.
func (p *pairing) worth(i, j int) bool {
	r := p.relation[i*p.m+j]
	if r >= letters {
		return true
	}
	if r == apart {
		return false
	}
	return p.near(i-1, j-1) || p.near(i+1, j+1) || p.near(i-1, j-2) || p.near(i-2, j-1) || p.near(i+1, j+2) || p.near(i+2, j+1) ||
		p.near(i, j-1) || p.near(i, j+1) || p.near(i-1, j) || p.near(i+1, j)
}

// near reports whether a pair is alike enough to draw its neighbours along.
func (p *pairing) near(i, j int) bool {
	return p.like(i, j) >= 0.5
}

// worthMore is worth for the later pass.
func (p *pairing) worthMore(i, j int) bool {
	at := i*p.m + j
	if p.chance[at] > 0.1 || p.relation[at] >= letters {
		return true
	}
	if p.relation[at] == apart {
		return false
	}
	for d := -2; d <= 2; d++ {
		for e := -2; e <= 2; e++ {
			if (d == 0) == (e == 0) && d*e >= 0 && p.odds(i+d, j+e) > 0.27 {
				return true
			}
		}
	}
	return false
}

// settle finds each token's counterpart: pairs that are each other's best.
func (p *pairing) settle() {
	p.rank(p.chance)
	for i := range p.there {
		p.there[i] = -1
	}
	for j := range p.back {
		p.back[j] = -1
		best, at := float32(0.5), -1
		for i := range p.n {
			if c := p.chance[i*p.m+j]; c > best {
				best, at = c, i
			}
		}
		p.back[j] = int32(at)
	}
	for i := range p.n {
		best, at := float32(0.5), -1
		for j := range p.m {
			if c := p.chance[i*p.m+j]; c > best {
				best, at = c, j
			}
		}
		if at >= 0 && p.back[at] == int32(i) {
			p.there[i] = int32(at)
		}
	}
	for j, i := range p.back {
		if i >= 0 && p.there[i] != int32(j) {
			p.back[j] = -1
		}
	}
}

// odds is the chance of a pair in the last pass.
func (p *pairing) odds(i, j int) float32 {
	switch {
	case i >= 0 && j >= 0 && i < p.n && j < p.m:
		return p.chance[i*p.m+j]
	case i < 0 && j < 0, i >= p.n && j >= p.m:
		return 0.5
	}
	return 0
}

// second adds the features drawn from the pass before.
func (p *pairing) second(i, j int, f *features) {
	p.first(i, j, f)
	g := f[features0:]
	g[0] = p.odds(i, j)
	row, col := p.rowBest.but(i, g[0]), p.colBest.but(j, g[0])
	g[1], g[2] = min(row, col), max(row, col)
	g[3], g[4] = p.odds(i-1, j-1), p.odds(i+1, j+1)
	g[5] = max(p.odds(i-1, j), p.odds(i, j-1))
	g[6] = max(p.odds(i+1, j), p.odds(i, j+1))
	g[7] = max(p.odds(i-1, j+1), p.odds(i+1, j-1))
	g[8] = max(p.odds(i-2, j-1), p.odds(i-1, j-2))
	g[9] = max(p.odds(i+2, j+1), p.odds(i+1, j+2))
	// The nearest settled pairs to the left and right, seen from both sides.
	const far = 12
	skewL, skewR, distL, distR := float32(far), float32(far), float32(far), float32(far)
	skewL2, skewR2 := float32(far), float32(far)
	li, ri, lj, rj := -1, p.n, -1, p.m
	for k := i - 1; k >= 0; k-- {
		if t := int(p.there[k]); t >= 0 && t != j {
			skewL, distL = clip((j-t)-(i-k)), float32(i-k)
			li = k
			break
		}
	}
	for k := i + 1; k < p.n; k++ {
		if t := int(p.there[k]); t >= 0 && t != j {
			skewR, distR = clip((t-j)-(k-i)), float32(k-i)
			ri = k
			break
		}
	}
	for k := j - 1; k >= 0; k-- {
		if t := int(p.back[k]); t >= 0 && t != i {
			skewL2 = clip((i - t) - (j - k))
			distL = min(distL, float32(j-k))
			lj = k
			break
		}
	}
	for k := j + 1; k < p.m; k++ {
		if t := int(p.back[k]); t >= 0 && t != i {
			skewR2 = clip((t - i) - (k - j))
			distR = min(distR, float32(k-j))
			rj = k
			break
		}
	}
	g[10], g[11] = min(abs(skewL), abs(skewL2)), max(abs(skewL), abs(skewL2))
	g[12], g[13] = min(abs(skewR), abs(skewR2)), max(abs(skewR), abs(skewR2))
	g[14], g[15] = distL, distR
	// Whether the same two settled pairs enclose both words.
	enclosed := float32(0)
	if li >= 0 && lj >= 0 && int(p.there[li]) == lj || li < 0 && lj < 0 {
		enclosed++
	}
	if ri < p.n && rj < p.m && int(p.there[ri]) == rj || ri >= p.n && rj >= p.m {
		enclosed++
	}
	g[16] = enclosed
	ga, gb := ri-li-1, rj-lj-1
	g[17], g[18] = float32(min(ga, gb)), float32(max(ga, gb))
	taken := float32(0)
	if t := p.there[i]; t >= 0 && int(t) != j {
		taken++
	}
	if t := p.back[j]; t >= 0 && int(t) != i {
		taken++
	}
	g[19] = taken
	g[20], g[21] = p.contentOdds(i, j, -1), p.contentOdds(i, j, 1)
	g[22] = min(p.free(p.a, p.there, li, ri), p.free(p.b, p.back, lj, rj))
	g[23] = max(p.free(p.a, p.there, li, ri), p.free(p.b, p.back, lj, rj))
}

func clip(n int) float32 { return float32(max(-12, min(12, n))) }

// free counts the words of meaning without a counterpart between two places.
func (p *pairing) free(t []token, to []int32, from, until int) float32 {
	n := float32(0)
	for k := from + 1; k < until; k++ {
		if to[k] < 0 && t[k].class.content() {
			n++
		}
	}
	return n
}

// contentOdds is the chance that the next words of meaning on one side of i
// and j are counterparts.
func (p *pairing) contentOdds(i, j, step int) float32 {
	x, y := i+step, j+step
	for x >= 0 && x < p.n && !p.a[x].class.content() {
		x += step
	}
	for y >= 0 && y < p.m && !p.b[y].class.content() {
		y += step
	}
	return p.odds(x, y)
}
