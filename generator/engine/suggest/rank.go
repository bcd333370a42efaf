package suggest

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/engine/figure"
	"crosscheck/generator/words"
)

// A sentence is tokens [from, to) of an article.
type sentence struct {
	article, from, to int
	first             float64 // its weight in the first step
	exact             float64 // the part of it from the same words and numbers
	paragraph, index  int
}

// A passage is tokens [from, to) of an article.
type passage struct {
	article, from, to int
	sentence          int // in which it begins
	score             float64
}

type ranker struct {
	text       string
	quote      []token
	total      float64 // weight of the quote
	firm       bool    // the quote has words that carry meaning
	unaligned  bool    // tell likeness by the words alone
	speech     bool    // the quote speaks in the first person
	articles   []Article
	tokens     [][]token
	sentences  []sentence
	kin        kin
	vocabulary int               // distinct words of the articles
	hasty      bool              // too many pairs of words to ask the aligner about each
	links      map[int][]float64 // by sentence: likeness of quote token i and token j, row-major
}

func newRanker(quote string, articles []Article, known kin) *ranker {
	r := &ranker{text: quote, articles: articles, tokens: make([][]token, len(articles)), links: map[int][]float64{}, kin: known}
	r.quote = read(quote)
	if len(r.quote) > longQuote {
		r.quote = r.quote[:longQuote]
	}
	for i, t := range r.quote {
		r.firm = r.firm || !t.light
		r.speech = r.speech || t.quoted || i < 3 && (t.low == "i" || t.low == "we")
	}
	seen := make(map[string]int) // in how many sentences a key stands
	for a, article := range articles {
		tokens := read(article.Text)
		r.tokens[a] = tokens
		paragraph, at := 0, 0
		end := 0
		for _, s := range words.Sentences(article.Text) {
			if s.Start > 0 && s.Start > end && containsBreak(article.Text[end:s.Start]) {
				paragraph++
			}
			end = s.End
			from := at
			for at < len(tokens) && tokens[at].start < s.End {
				at++
			}
			if at > from {
				tokens[from].cut = true
				r.sentences = append(r.sentences, sentence{article: a, from: from, to: at, paragraph: paragraph, index: len(r.sentences)})
				here := make(map[string]bool, at-from)
				for _, t := range tokens[from:at] {
					if !here[t.key] {
						here[t.key] = true
						seen[t.key]++
					}
				}
			}
		}
	}
	r.vocabulary = len(seen)
	n := float64(len(r.sentences)) + 1
	for i := range r.quote {
		r.weigh(&r.quote[i], n, seen)
		r.total += r.quote[i].weight
	}
	for a := range r.tokens {
		for i := range r.tokens[a] {
			r.weigh(&r.tokens[a][i], n, seen)
		}
	}
	return r
}

func containsBreak(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == '\r' {
			return true
		}
	}
	return false
}

// weigh gives a token its weight: the logarithm of how rare it is.
func (r *ranker) weigh(t *token, n float64, seen map[string]int) {
	idf := math.Pow(math.Log(1+n/float64(max(1, seen[t.key])))/math.Log(1+n), tune.power)
	switch {
	case t.light:
		t.weight = tune.light * idf
	case t.fig != nil:
		t.weight = tune.figure * idf
	case t.name:
		t.weight = tune.name * idf
	default:
		t.weight = idf
	}
}

// likeness tells how alike two tokens are by themselves, 0 to 1.
func (r *ranker) likeness(a, b *token) float64 {
	if a.fig != nil || b.fig != nil {
		if a.fig == nil || b.fig == nil {
			return 0
		}
		switch figure.Compare(*a.fig, *b.fig) {
		case figure.Same:
			return 1
		case figure.Compatible:
			return 0.8
		case figure.Conflict:
			return 0.25
		}
		if a.key == b.key {
			return 0.75
		}
		return 0
	}
	if a.key == b.key {
		return 1
	}
	if a.light || b.light {
		return 0
	}
	// Words of one family share their beginning: migrate, migration.
	n := 0
	for n < len(a.key) && n < len(b.key) && a.key[n] == b.key[n] {
		n++
	}
	if shorter, longer := min(len(a.key), len(b.key)), max(len(a.key), len(b.key)); n >= 4 && n*4 >= shorter*3 && longer-n <= 5 {
		return 0.5 + 0.4*float64(n)/float64(longer)
	}
	if a.name && b.name {
		return 0
	}
	v := 0.0
	if !r.hasty {
		v = r.kin.of(a.low, b.low)
	}
	if v < tune.grouped && grouped(a.key, b.key) {
		v = tune.grouped
	}
	return v
}

// candidates returns the sentences worth aligning, by index, in order.
func (r *ranker) candidates() []int {
	r.hasty = len(r.quote)*r.vocabulary > asked
	defer func() { r.hasty = false }()
	order := make([]int, len(r.sentences))
	cache := make(map[string][]float64)
	for i := range r.sentences {
		order[i] = i
		s := &r.sentences[i]
		best := make([]float64, len(r.quote))
		for k := s.from; k < s.to && k < s.from+longSpan; k++ {
			t := &r.tokens[s.article][k]
			row, ok := cache[t.key]
			if !ok || t.fig != nil {
				row = make([]float64, len(r.quote))
				for q := range r.quote {
					row[q] = r.likeness(&r.quote[q], t)
				}
				if t.fig == nil {
					cache[t.key] = row
				}
			}
			for q, v := range row {
				best[q] = max(best[q], v)
			}
		}
		sum := 0.0
		for q, v := range best {
			sum += v * r.quote[q].weight
			if v >= 0.95 {
				s.exact += r.quote[q].weight
			}
		}
		s.first = sum
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.sentences[b].first, r.sentences[a].first) })
	if len(order) > aligned {
		order = order[:aligned]
	}
	slices.Sort(order)
	return order
}

// matrix returns how alike each token of the quote and each of a sentence are,
// by themselves and in the alignment of the two.
func (r *ranker) matrix(at int) []float64 {
	if m, ok := r.links[at]; ok {
		return m
	}
	s := r.sentences[at]
	tokens := r.tokens[s.article][s.from:min(s.to, s.from+longSpan)]
	m := make([]float64, len(r.quote)*len(tokens))
	for q := range r.quote {
		for k := range tokens {
			m[q*len(tokens)+k] = r.likeness(&r.quote[q], &tokens[k])
		}
	}
	if r.unaligned {
		r.links[at] = m
		return m
	}
	text := r.articles[s.article].Text[tokens[0].start:tokens[len(tokens)-1].end]
	quote := r.text[r.quote[0].start:r.quote[len(r.quote)-1].end]
	table := collate.Collate([]collate.Witness{{ID: "q", Text: quote}, {ID: "s", Text: text}})
	for _, l := range table.Links() {
		q := find(r.quote, r.quote[0].start+l.A.Start)
		k := find(tokens, tokens[0].start+l.B.Start)
		if q < 0 || k < 0 {
			continue
		}
		v := &m[q*len(tokens)+k]
		a, b := &r.quote[q], &tokens[k]
		switch {
		case a.fig != nil || b.fig != nil:
		case a.light && b.light:
			*v = max(*v, tune.light2)
		case a.light || b.light:
			*v = max(*v, 0.2)
		default:
			*v = max(*v, tune.linked)
		}
	}
	r.links[at] = m
	return m
}

// find returns the token that holds a byte offset, or -1.
func find(tokens []token, offset int) int {
	i := sort.Search(len(tokens), func(i int) bool { return tokens[i].end > offset })
	if i < len(tokens) && tokens[i].start <= offset {
		return i
	}
	return -1
}

// tune holds the weights, set on the stories of testdata that are for tuning.
var tune = struct {
	light, figure, name float64 // weight of a token against that of a common word
	linked              float64 // likeness of words that only the alignment pairs
	synonym             float64 // likeness of words that mean the same
	grouped             float64 // likeness of words of one scene
	beta                float64 // how much more recall weighs than precision
	order               float64 // weight of pairs that follow one another in both
	least               float64 // what a passage must weigh against the quote, not to lose by its shortness
	light2              float64 // likeness of two function words that the alignment pairs
	power               float64 // of the inverse document frequency
	context, beside     float64 // weight of the whole sentence, and of the better of the sentences beside it
	length, edge        float64 // weight of being as long as the quote, and of ending with the sentence
	speech              float64 // weight of both being speech, or neither
	bridge              float64 // weight of saying the same as the best passage of another article
	join                float64 // what a further sentence must bring
}{light: 0.17, figure: 1.5, name: 0.8, linked: 0.45, synonym: 0.75, grouped: 0.6, beta: 2, order: 0.03, least: 1, light2: 0.5, power: 0.8, context: 0.1, beside: 0.12, length: 0.05, edge: 0.03, speech: 0.01, join: 0.9, bridge: 0.4}

// passages returns the best run of clauses of a sentence, and of it with the
// sentence after it.
func (r *ranker) passages(at int) []passage {
	var found []passage
	s := r.sentences[at]
	m := r.matrix(at)
	if p, ok := r.best(s, m); ok {
		found = append(found, p)
		if at+1 < len(r.sentences) {
			n := r.sentences[at+1]
			if n.article == s.article && n.paragraph == s.paragraph {
				m2 := r.matrix(at + 1)
				joined := sentence{article: s.article, first: max(s.first, n.first), exact: max(s.exact, n.exact), index: at, from: s.from, to: min(s.to, s.from+longSpan)}
				if joined.to == s.to {
					wide := join(m, m2, len(r.quote))
					joined.to = s.to + len(m2)/len(r.quote)
					if q, ok := r.best(joined, wide); ok && q.from < s.to && q.to > s.to {
						single, _ := r.best(n, m2)
						if q.score > tune.join*max(p.score, single.score) {
							found = append(found, q)
						}
					}
				}
			}
		}
	}
	return found
}

func join(a, b []float64, rows int) []float64 {
	x, y := len(a)/rows, len(b)/rows
	m := make([]float64, 0, len(a)+len(b))
	for q := range rows {
		m = append(m, a[q*x:(q+1)*x]...)
		m = append(m, b[q*y:(q+1)*y]...)
	}
	return m
}

// best returns the run of clauses of s that scores best.
func (r *ranker) best(s sentence, m []float64) (passage, bool) {
	columns := len(m) / len(r.quote)
	tokens := r.tokens[s.article][s.from : s.from+columns]
	var cuts []int
	for k := range tokens {
		if tokens[k].cut {
			cuts = append(cuts, k)
		}
	}
	if len(cuts) == 0 || cuts[0] != 0 {
		cuts = append([]int{0}, cuts...)
	}
	if len(cuts) > 24 { // a list: its clauses are no passages
		cuts = []int{0}
	}
	cuts = append(cuts, columns)
	best := passage{article: s.article, sentence: s.index, score: 0}
	extra := r.around(s)
	for i := 0; i+1 < len(cuts); i++ {
		for j := i + 1; j < len(cuts); j++ {
			score := r.score(tokens, m, cuts[i], cuts[j], extra)
			if score > best.score*(1+1e-9) {
				best.from, best.to, best.score = s.from+cuts[i], s.from+cuts[j], score
			}
		}
	}
	return best, best.score > 0
}

// score tells how nearly tokens [from, to) say what the quote says.
func (r *ranker) score(tokens []token, m []float64, from, to int, extra float64) float64 {
	columns := len(m) / len(r.quote)
	var taken [longSpan * 2]float64
	said, ordered, firm := 0.0, 0.0, false
	last := -2
	for q := range r.quote {
		row := m[q*columns : (q+1)*columns]
		bestK, bestV := -1, 0.0
		for k := from; k < to; k++ {
			v := row[k]
			if v <= 0 || v <= bestV && !(k == last+1 && v == bestV) {
				continue
			}
			if taken[k] > 0 && !tokens[k].light {
				v *= 0.5
			}
			if v > bestV || k == last+1 && v == bestV {
				bestK, bestV = k, v
			}
		}
		if bestK < 0 {
			last = -2
			continue
		}
		said += bestV * r.quote[q].weight
		if !r.quote[q].light && bestV > 0.5 {
			firm = true
		}
		if bestK == last+1 {
			ordered += bestV * r.quote[q].weight
		}
		last = bestK
		taken[bestK] = max(taken[bestK], bestV)
	}
	if said == 0 || !firm && r.firm { // nothing but function words and chance
		return 0
	}
	weight, covered := 0.0, 0.0
	for k := from; k < to; k++ {
		weight += tokens[k].weight
		covered += tokens[k].weight * taken[k]
	}
	recall := said / r.total
	precision := covered / max(weight, tune.least*r.total)
	b := tune.beta * tune.beta
	f := (1 + b) * precision * recall / max(b*precision+recall, 1e-9)
	speech := 0.0
	if tokens[(from+to)/2].quoted == r.speech {
		speech = tune.speech
	}
	stray := math.Abs(math.Log(float64(to-from) / float64(len(r.quote))))
	form := speech - tune.length*min(2, max(0, stray-0.3))
	if from == 0 {
		form += tune.edge
	}
	if to == columns || tokens[to].quoted != tokens[to-1].quoted {
		form += tune.edge
	}
	return max(0, f+tune.order*ordered/r.total+extra+min(1, 3*f)*form) / (1 + tune.order + tune.context + tune.beside + tune.speech + 2*tune.edge)
}

// around weighs the whole of a sentence and what stands beside it.
func (r *ranker) around(s sentence) float64 {
	i := s.index
	beside := 0.0
	for _, k := range [...]int{i - 1, i + 1} {
		if k >= 0 && k < len(r.sentences) && r.sentences[k].article == s.article {
			beside = max(beside, r.sentences[k].first)
		}
	}
	return (tune.context*s.exact + tune.beside*beside) / r.total
}

// bridge raises passages that say the same as the passage that comes nearest to
// the quote in another article: of three wordings the second may have words in
// common with both others (pseudo-relevance feedback, as in Rocchio, “Relevance
// Feedback in Information Retrieval”, 1971, with a passage for a document).
func (r *ranker) bridge(found []passage) {
	if tune.bridge == 0 || len(r.articles) < 2 {
		return
	}
	best := make(map[int]passage) // by article
	for _, p := range found {
		if b, ok := best[p.article]; !ok || p.score > b.score {
			best[p.article] = p
		}
	}
	var piers []passage
	for a := range r.articles {
		if p, ok := best[a]; ok && p.score >= sure {
			piers = append(piers, p)
		}
	}
	slices.SortStableFunc(piers, func(a, b passage) int { return cmp.Compare(b.score, a.score) })
	piers = piers[:min(len(piers), 3)]
	raise := make([]float64, len(found))
	near := make(map[int]bool) // the sentences worth a second look
	order := slices.Clone(found)
	slices.SortStableFunc(order, func(a, b passage) int { return cmp.Compare(b.score, a.score) })
	for _, p := range order {
		if len(near) < bridged {
			near[p.sentence] = true
		}
	}
	for _, p := range piers {
		start, end := r.cut(p)
		other := newRanker(r.articles[p.article].Text[start:end], r.articles, r.kin)
		if len(other.quote) == 0 {
			continue
		}
		other.unaligned = true
		other.candidates()
		scores := make(map[int]float64)
		for i, f := range found {
			if f.article == p.article || !near[f.sentence] {
				continue
			}
			v, ok := scores[f.sentence]
			if !ok {
				for _, q := range other.passages(f.sentence) {
					v = max(v, q.score)
				}
				scores[f.sentence] = v
			}
			raise[i] = max(raise[i], p.score*v)
		}
	}
	for i := range found {
		found[i].score = (found[i].score + tune.bridge*raise[i]) / (1 + tune.bridge)
	}
}

// cut returns the place of a passage in its article, with the marks that belong
// to it.
func (r *ranker) cut(p passage) (start, end int) {
	tokens := r.tokens[p.article]
	for p.from+1 < p.to && r.quote[0].low != tokens[p.from].low {
		switch tokens[p.from].low {
		case "and", "but", "or", "that", "so":
			p.from++
			continue
		}
		break
	}
	return tokens[p.from].start, tokens[p.to-1].end
}
