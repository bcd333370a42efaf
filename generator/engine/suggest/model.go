package suggest

import (
	"math"
	"strings"
)

// features is how many things about a passage the model weighs; describe has
// them in order. They come in four sorts: how much of the quote the passage says
// and how much else; the same of its sentence and of those beside it; how it
// compares with the best of its article and of all; and the squares and products
// of some of these. The last is for bridge.
const features = 49

// describe fills in what the model weighs of each passage.
func (q *query) describe(found []passage) {
	// By sentence: how much of the quote it says.
	soft := make([]float64, len(q.sentences))
	exact := make([]float64, len(q.sentences))
	named := make([]float64, len(q.sentences))
	best := make([][]float64, len(q.sentences))
	names, figures, contents := 0.0, 0.0, 0.0
	for i := range q.quote {
		t := &q.quote[i]
		switch {
		case t.light:
			continue
		case t.fig != nil:
			figures++
		case t.name:
			names += t.weight
		}
		contents += t.weight
	}
	contents = max(contents, 1e-9)
	for s := range q.sentences {
		best[s] = q.says(q.clip(q.sentences[s]))
		for i, v := range best[s] {
			t := &q.quote[i]
			if t.light {
				continue
			}
			soft[s] += v * t.weight
			if v >= 0.95 {
				exact[s] += t.weight
				if t.name && t.fig == nil {
					named[s] += t.weight
				}
			}
		}
	}
	// A word that many sentences say in some way tells little.
	rare := make([]float64, len(q.quote))
	rarity := 0.0
	for i := range q.quote {
		sum := 1.0
		for s := range best {
			sum += best[s][i]
		}
		if !q.quote[i].light {
			rare[i] = math.Log(1+q.count/sum) * q.quote[i].weight
			rarity += rare[i]
		}
	}
	rarity = max(rarity, 1e-9)
	telling := make([]float64, len(q.sentences))
	mostTelling := map[int]float64{}
	for s := range best {
		for i, v := range best[s] {
			telling[s] += v * rare[i] / rarity
		}
		a := q.sentences[s].article
		mostTelling[a] = max(mostTelling[a], telling[s])
	}
	// Where each sentence lies, and what all have in common: the story's subject.
	l := senses()
	mean := make([]float64, l.dims)
	centers := make([][]float64, len(q.sentences))
	for s := range centers {
		centers[s] = q.centerOf(q.clip(q.sentences[s]))
		add(mean, centers[s], 1)
	}
	own := unit(q.center)
	apart := without(own, unit(mean))
	// The same for each article, as far as its best passage goes.
	lies := make([]float64, len(found))
	liesApart := make([]float64, len(found))
	rares := make([]float64, len(found))
	type peak struct{ lies, apart, raw, rare float64 }
	peaks := map[int]*peak{}
	means := unit(mean)
	allRare := 0.0
	saying := make([][]float64, len(found))
	for n, p := range found {
		tokens := q.tokens[p.article][p.from:p.to]
		c := unit(q.centerOf(tokens))
		lies[n] = dot(own, c)
		liesApart[n] = dot(apart, without(c, means))
		saying[n] = q.says(tokens)
		for i, v := range saying[n] {
			rares[n] += v * rare[i] / rarity
		}
		k := peaks[p.article]
		if k == nil {
			k = &peak{lies: -1, apart: -1}
			peaks[p.article] = k
		}
		k.lies, k.apart = max(k.lies, lies[n]), max(k.apart, liesApart[n])
		k.raw, k.rare = max(k.raw, p.raw), max(k.rare, rares[n])
		allRare = max(allRare, rares[n])
	}
	top := map[int]float64{}    // by article
	topRaw := map[int]float64{} // by article
	allRaw := 0.0
	for _, p := range found {
		top[p.article] = max(top[p.article], soft[p.sentence])
		topRaw[p.article] = max(topRaw[p.article], p.raw)
		allRaw = max(allRaw, p.raw)
	}
	nots := negations(q.quote)
	for n := range found {
		p := &found[n]
		s := q.sentences[p.sentence]
		tokens := q.tokens[p.article][p.from:p.to]
		says := saying[n]
		var f [features]float64
		same, some, said, name, agree, clash := 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
		for i, v := range says {
			t := &q.quote[i]
			switch {
			case t.light:
				continue
			case t.fig != nil && v >= 0.75:
				agree++
			case t.fig != nil && v > 0:
				clash++
			case t.name && v >= 0.95:
				name += t.weight
			}
			some += v * t.weight
			if v >= 0.95 {
				same += t.weight
			}
			if v >= 0.55 {
				said++
			}
		}
		weight, covered, figs := 0.0, 0.0, 0.0
		for k := range tokens {
			t := &tokens[k]
			if t.light {
				continue
			}
			weight += t.weight
			if t.fig != nil {
				figs++
			}
			b := 0.0
			for i := range q.quote {
				b = max(b, q.alike(i, t))
			}
			covered += b * t.weight
		}
		beside, besideExact, besideName := 0.0, 0.0, 0.0
		wide := make([]float64, len(q.quote))
		for k := max(s.first, s.index-1); k < min(s.last, s.index+2); k++ {
			for i, v := range best[k] {
				wide[i] = max(wide[i], v)
			}
			if k == s.index {
				continue
			}
			beside = max(beside, soft[k])
			besideExact = max(besideExact, exact[k])
			besideName = max(besideName, named[k])
		}
		around := 0.0
		for i, v := range wide {
			if !q.quote[i].light {
				around += v * q.quote[i].weight
			}
		}
		f[0] = p.raw
		f[1] = some / contents
		f[2] = same / contents
		f[3] = covered / max(weight, 1e-9)
		f[4] = soft[s.index] / contents
		f[5] = exact[s.index] / contents
		f[6] = around / contents
		f[7] = besideExact / contents
		if names > 0 {
			f[8] = name / names
			f[9] = max(named[s.index], 0.5*besideName) / names
		}
		if figures > 0 {
			f[10] = agree / figures
			f[11] = clash / figures
		} else {
			f[12] = min(figs, 3)
		}
		f[13] = math.Log(1 + said)
		f[14] = lies[n]
		if quoted(tokens) == q.speech {
			f[15] = 1
		}
		f[16] = min(2, math.Abs(math.Log(float64(len(tokens))/float64(len(q.quote)))))
		f[17] = p.raw / max(topRaw[p.article], 1e-9)
		f[18] = soft[s.index] / max(top[p.article], 1e-9)
		if (negations(tokens) > 0) == (nots > 0) {
			f[19] = 1
		}
		f[20] = float64(s.index-s.first) / float64(s.last-s.first)
		f[21] = rares[n]
		f[22] = telling[s.index]
		f[23] = telling[s.index] / max(mostTelling[p.article], 1e-9)
		k := peaks[p.article]
		f[24] = lies[n] - k.lies
		f[25] = liesApart[n]
		f[26] = liesApart[n] - k.apart
		f[27] = rares[n] / max(k.rare, 1e-9)
		f[28] = rares[n] / max(allRare, 1e-9)
		f[29] = p.raw / max(allRaw, 1e-9)
		if rares[n] == k.rare {
			f[30] = 1
		}
		if p.raw == k.raw {
			f[31] = 1
		}
		strong, meaty, best := 0.0, 0.0, 0.0
		for i, v := range says {
			if q.quote[i].light {
				continue
			}
			meaty++
			if v >= 0.5 {
				strong++
			}
			best = max(best, v*rare[i])
		}
		f[32] = strong / max(meaty, 1)
		f[33] = best
		f[34] = q.pairs(tokens)
		f[35] = math.Log(1+strong) * f[27]
		// Much of a thing tells more, or less, than twice the half of it.
		for i, k := range [...]int{0, 1, 2, 4, 5, 6, 22, 25} {
			f[36+i] = f[k] * f[k]
		}
		f[44] = f[0] * f[29]
		f[45] = f[2] * f[27]
		f[46] = f[21] * f[27]
		f[47] = f[3] * f[21]
		// f[48] is for bridge.
		p.features = f
	}
}

// says returns for each token of the quote how well the tokens say it.
func (q *query) says(tokens []token) []float64 {
	best := make([]float64, len(q.quote))
	for i := range q.quote {
		for k := range tokens {
			best[i] = max(best[i], q.alike(i, &tokens[k]))
		}
	}
	return best
}

func quoted(tokens []token) bool { return tokens[len(tokens)/2].quoted }

func negations(tokens []token) (n int) {
	for i := range tokens {
		if negates(&tokens[i]) {
			n++
		}
	}
	return n
}

func negates(t *token) bool {
	switch t.low {
	case "not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "without", "cannot", "nowhere", "hardly":
		return true
	}
	return strings.HasSuffix(t.low, "n't")
}

// denies reports a word that turns what follows it into its opposite, or into
// what is not known.
func denies(t *token) bool {
	if negates(t) {
		return true
	}
	switch stem(t.low) {
	case "deny", "rul", "reject", "disput", "doubt", "dismiss", "exclud", "refut", "contest", "impossibl", "unlike", "improbabl", "fals", "untru":
		return true
	}
	return false
}

// pairs returns how many pairs of neighbouring words of the quote that carry
// meaning stand near each other in tokens as well, as a share.
func (q *query) pairs(tokens []token) float64 {
	last, pairs, near := -1, 0.0, 0.0
	place := make([]int, len(q.quote))
	for i := range q.quote {
		place[i] = -1
		if q.quote[i].light {
			continue
		}
		v := 0.5
		for k := range tokens {
			if a := q.alike(i, &tokens[k]); a > v {
				v, place[i] = a, k
			}
		}
		if last >= 0 {
			pairs++
			if d := place[i] - place[last]; place[i] >= 0 && place[last] >= 0 && d != 0 && d > -5 && d < 5 {
				near++
			}
		}
		last = i
	}
	return near / max(pairs, 1)
}

func (q *query) centerOf(tokens []token) []float64 {
	ws := make([]word, len(tokens))
	for k := range tokens {
		ws[k] = q.words[tokens[k].id]
	}
	return center(tokens, ws)
}

// unit returns a vector's direction; nil stays nil.
func unit(a []float64) []float64 {
	if a == nil {
		return nil
	}
	n := math.Sqrt(dot(a, a))
	u := make([]float64, len(a))
	for i := range a {
		u[i] = a[i] / max(n, 1e-9)
	}
	return u
}

// without returns the direction of what is left of a unit vector when another
// is taken out of it.
func without(a, b []float64) []float64 {
	if a == nil {
		return nil
	}
	u := make([]float64, len(a))
	copy(u, a)
	add(u, b, -dot(a, b))
	return unit(u)
}

func dot(a, b []float64) (sum float64) {
	if a == nil || b == nil {
		return 0
	}
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func add(a, b []float64, times float64) {
	for i := range b {
		a[i] += times * b[i]
	}
}

// judge gives each passage its score: the chance, by a logistic model fitted to
// the stories for tuning, that it says what the quote says.
func judge(found []passage) {
	for n := range found {
		x := bias
		for i, v := range found[n].features {
			x += weights[i] * v
		}
		found[n].score = 1 / (1 + math.Exp(-x))
	}
}
