//go:build train

package collate

// This file fits weights.bin. Run it as
//
//	ALIGNMENTS=cases.json go test -tags train -run TestTrain -v -timeout 1h
//
// where the cases are pairs of sentences with the pairs of their words that
// people tied: {"cases":[{"sub","witnesses":[{"id","text"},{"id","text"}],
// "pairs":[[i,j],…]}]}, words counted as split at blanks. It first prints what
// models fitted to four fifths score on the last fifth, then fits all.

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"
	"unicode"
)

const (
	folds        = 5
	bins         = 48
	treeCount    = 400
	rate         = 0.1
	shrink       = 5   // L2 penalty of a leaf
	least        = 8   // least weight (sum of p(1−p)) of a leaf
	rowShare     = 0.7 // of the rows and features that a tree sees
	featureShare = 0.5
	// The score is an average over sentences, so a link of a short one weighs
	// more than one of a long one; not by as much as there, or the few short ones
	// would rule.
	shortness = 0.3
)

// A sample is one pair of sentences, one way round.
type sample struct {
	sub    string
	fold   int
	turned bool
	p      *pairing
	at, bt []int // the word, split at blanks, of each token
	aw, bw []string
	gold   map[[2]int]bool
}

func readSamples(t *testing.T) []*sample {
	data, err := os.ReadFile(os.Getenv("ALIGNMENTS"))
	if err != nil {
		t.Fatal(err)
	}
	var d struct {
		Cases []struct {
			Sub       string
			Witnesses []struct{ Text string }
			Pairs     [][2]int
		}
	}
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	var out []*sample
	for k, c := range d.Cases {
		col := &collation{vocabulary: newVocabulary()}
		for _, w := range c.Witnesses {
			col.wordings = append(col.wordings, col.vocabulary.read(w.Text))
		}
		col.vocabulary.relate()
		col.markNames()
		for _, turned := range []bool{false, true} {
			x, y := col.wordings[0], col.wordings[1]
			if turned {
				x, y = y, x
			}
			s := &sample{sub: c.Sub, fold: k % folds, turned: turned, p: new(pairing), gold: map[[2]int]bool{}}
			s.p.prepare(col.vocabulary, x, y)
			s.at, s.aw = wordsOf(x)
			s.bt, s.bw = wordsOf(y)
			for _, g := range c.Pairs {
				if turned {
					g[0], g[1] = g[1], g[0]
				}
				s.gold[g] = true
			}
			out = append(out, s)
		}
	}
	return out
}

func wordsOf(w *wording) (of []int, low []string) {
	var starts []int
	inside := false
	for i, r := range w.text {
		if !unicode.IsSpace(r) && !inside {
			starts = append(starts, i)
		}
		inside = !unicode.IsSpace(r)
	}
	for _, t := range w.tokens {
		of = append(of, sort.SearchInts(starts, t.start+1)-1)
	}
	return of, strings.Fields(strings.ToLower(w.text))
}

// rows collects the features, outcomes and weights of the samples' pairs.
func rows(samples []*sample, first bool) (x [][]float32, y []uint8, weights []float32) {
	width := features1
	if first {
		width = features0
	}
	var f features
	for _, s := range samples {
		for i := range s.p.n {
			for j := range s.p.m {
				switch {
				case first && s.p.worth(i, j):
					s.p.first(i, j, &f)
				case !first && s.p.worthMore(i, j):
					s.p.second(i, j, &f)
				default:
					continue
				}
				x = append(x, slices.Clone(f[:width]))
				label := uint8(0)
				if s.gold[[2]int{s.at[i], s.bt[j]}] && !s.closer(i, j) {
					label = 1
				}
				y = append(y, label)
				weights = append(weights, float32(math.Pow(20/float64(3+len(s.gold)), shortness)))
			}
		}
	}
	return x, y, weights
}

// closer reports whether other tokens of the same two words are alike, these
// ones not: of US$ and US$ only like parts belong together.
func (s *sample) closer(i, j int) bool {
	r := s.p.relation[i*s.p.m+j]
	if r >= letters {
		return false
	}
	for k := max(0, i-3); k < min(s.p.n, i+4); k++ {
		for l := max(0, j-3); l < min(s.p.m, j+4); l++ {
			if s.at[k] == s.at[i] && s.bt[l] == s.bt[j] && s.p.relation[k*s.p.m+l] > letters {
				return true
			}
		}
	}
	return false
}

// cutsOf chooses where a feature may be cut.
func cutsOf(x [][]float32, f int) []float32 {
	all := make([]float32, 0, 20001)
	for i := 0; i < len(x); i += len(x)/20000 + 1 {
		all = append(all, x[i][f])
	}
	slices.Sort(all)
	distinct := slices.Compact(slices.Clone(all))
	var cuts []float32
	if len(distinct) <= bins {
		for k := 0; k+1 < len(distinct); k++ {
			cuts = append(cuts, (distinct[k]+distinct[k+1])/2)
		}
		return cuts
	}
	for k := 1; k < bins; k++ {
		if k%2 == 0 {
			cuts = append(cuts, all[k*len(all)/bins])
		} else {
			cuts = append(cuts, distinct[k*len(distinct)/bins])
		}
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

// fit boosts trees on the logistic loss with Newton steps, each tree on a part of
// the rows and of the features drawn anew (stochastic gradient boosting, Friedman
// 2002).
func fit(x [][]float32, y []uint8, weights []float32) *model {
	width := len(x[0])
	cuts := make([][]float32, width)
	bin := make([]uint8, width*len(x)) // by row, then feature
	for f := range width {
		cuts[f] = cutsOf(x, f)
		for i := range x {
			bin[i*width+f] = uint8(sort.Search(len(cuts[f]), func(k int) bool { return x[i][f] <= cuts[f][k] }))
		}
	}
	positive := 0
	for _, l := range y {
		positive += int(l)
	}
	m := &model{bias: float32(math.Log(float64(positive) / float64(len(y)-positive)))}
	score := make([]float32, len(y))
	for i := range score {
		score[i] = m.bias
	}
	random := rand.New(rand.NewPCG(1, 2))
	g, h := make([]float32, len(y)), make([]float32, len(y))
	const slots = bins + 2
	type sums [][slots][2]float64
	total := func(s sums) (G, H float64) {
		for _, c := range s[0] {
			G += c[0]
			H += c[1]
		}
		return G, H
	}
	gather := func(rows []int32) sums {
		s := make(sums, width)
		for _, r := range rows {
			a, b := float64(g[r]), float64(h[r])
			for f, k := range bin[int(r)*width : (int(r)+1)*width] {
				c := &s[f][k]
				c[0] += a
				c[1] += b
			}
		}
		return s
	}
	used := make([]bool, width)
	index := make([]int32, 0, len(y))
	for range treeCount {
		index = index[:0]
		for i := range y {
			p := logistic(score[i])
			g[i], h[i] = weights[i]*(float32(y[i])-p), weights[i]*p*(1-p)
			if random.Float64() < rowShare {
				index = append(index, int32(i))
			}
		}
		for f := range used {
			used[f] = random.Float64() < featureShare
		}
		var t tree
		var grow func(n int, rows []int32, s sums)
		grow = func(n int, rows []int32, s sums) {
			G, H := total(s)
			if n >= nodes {
				t.leaf[n-nodes] = float32(rate * G / (H + shrink))
				return
			}
			bestGain, bestF, bestK := 0.5, 0, -1
			for f := range width {
				if !used[f] {
					continue
				}
				var gl, hl float64
				for k := range cuts[f] {
					gl += s[f][k][0]
					hl += s[f][k][1]
					if hl < least || H-hl < least {
						continue
					}
					if gain := gl*gl/(hl+shrink) + (G-gl)*(G-gl)/(H-hl+shrink) - G*G/(H+shrink); gain > bestGain {
						bestGain, bestF, bestK = gain, f, k
					}
				}
			}
			if bestK < 0 { // all go left
				t.feature[n], t.cut[n] = 0, math.MaxFloat32
				grow(2*n+1, rows, s)
				grow(2*n+2, nil, make(sums, width))
				return
			}
			t.feature[n], t.cut[n] = uint8(bestF), cuts[bestF][bestK]
			var left, right []int32
			for _, r := range rows {
				if int(bin[int(r)*width+bestF]) <= bestK {
					left = append(left, r)
				} else {
					right = append(right, r)
				}
			}
			small := left
			if len(right) < len(left) {
				small = right
			}
			a := gather(small)
			for f := range s { // what is left of the sums is the other side's
				for k := range s[f] {
					s[f][k][0] -= a[f][k][0]
					s[f][k][1] -= a[f][k][1]
				}
			}
			b := s
			if len(right) < len(left) {
				a, b = b, a
			}
			grow(2*n+1, left, a)
			grow(2*n+2, right, b)
		}
		grow(0, index, gather(index))
		m.trees = append(m.trees, t)
		for i := range score {
			row := x[i]
			n := 0
			for n < nodes {
				if row[t.feature[n]] <= t.cut[n] {
					n = 2*n + 1
				} else {
					n = 2*n + 2
				}
			}
			score[i] += t.leaf[n-nodes]
		}
	}
	return m
}

// judgeLinks prints precision, recall and F1 as usual in the literature, and the F1
// of pairs whose words differ.
func judgeLinks(label string, samples []*sample) {
	for _, least := range []float32{0.41, believed, 0.47, 0.5} {
		fmt.Printf("%s at %.3f:", label, least)
		for _, sub := range []string{"", "news", "mtc", "novels"} {
			var P, R float64
			n, tp, fp, fn := 0, 0, 0, 0
			for _, s := range samples {
				if s.turned || sub != "" && s.sub != sub {
					continue
				}
				n++
				found := map[[2]int]bool{}
				for i := range s.p.n {
					for j := range s.p.m {
						if s.p.chance[i*s.p.m+j] > least {
							found[[2]int{s.at[i], s.bt[j]}] = true
						}
					}
				}
				differ := func(x [2]int) bool { return s.aw[x[0]] != s.bw[x[1]] }
				hit := 0
				for x := range found {
					if s.gold[x] {
						hit++
					}
					if differ(x) && s.gold[x] {
						tp++
					} else if differ(x) {
						fp++
					}
				}
				for x := range s.gold {
					if !found[x] && differ(x) {
						fn++
					}
				}
				P += float64(hit) / float64(max(1, len(found)))
				R += float64(hit) / float64(max(1, len(s.gold)))
			}
			P, R = 100*P/float64(n), 100*R/float64(n)
			q, r := float64(tp)/float64(tp+fp), float64(tp)/float64(tp+fn)
			fmt.Printf("  %s P %.1f R %.1f F1 %.2f other %.1f", sub, P, R, 2*P*R/(P+R), 200*q*r/(q+r))
		}
		fmt.Println()
	}
}

func TestTrain(t *testing.T) {
	samples := readSamples(t)
	run := func(first bool, label string) *model {
		next := make(map[*sample][]float32)
		var fitted [folds + 1]*model // the last to all
		var busy sync.WaitGroup
		free := make(chan bool, runtime.NumCPU())
		for fold := range fitted {
			var others []*sample
			for _, s := range samples {
				if s.fold != fold {
					others = append(others, s)
				}
			}
			x, y, weights := rows(others, first)
			free <- true
			busy.Go(func() {
				fitted[fold] = fit(x, y, weights)
				<-free
			})
		}
		busy.Wait()
		for _, s := range samples {
			was := s.p.chance
			s.p.pass(fitted[s.fold], first)
			next[s], s.p.chance = s.p.chance, was
			s.p.settle()
		}
		all := fitted[folds]
		for s, chance := range next {
			s.p.chance = chance
			s.p.settle()
		}
		judgeLinks(label, samples)
		return all
	}
	both := []*model{run(true, "first pass"), run(false, "second pass")}
	var out []byte
	for _, m := range both {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(m.trees)))
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(m.bias))
		for _, t := range m.trees {
			out = append(out, t.feature[:]...)
			for _, c := range t.cut {
				out = binary.LittleEndian.AppendUint32(out, math.Float32bits(c))
			}
			for _, l := range t.leaf {
				out = binary.LittleEndian.AppendUint32(out, math.Float32bits(l))
			}
		}
	}
	if err := os.WriteFile("weights.bin", out, 0o666); err != nil {
		t.Fatal(err)
	}
}
