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
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"unicode"
)

const (
	folds     = 5
	treeCount = 300
	rate      = 0.15
	shrink    = 5 // L2 penalty of a leaf
	least     = 8 // least weight (sum of p(1−p)) of a leaf
	bins      = 48
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

// rows collects the features and outcomes of the samples' pairs.
func rows(samples []*sample, first bool) (x [][]float32, y []uint8) {
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
			}
		}
	}
	return x, y
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

// fit boosts trees on the logistic loss with Newton steps.
func fit(x [][]float32, y []uint8) *model {
	width := len(x[0])
	cuts := make([][]float32, width)
	bin := make([][]uint8, width)
	for f := range width {
		cuts[f] = cutsOf(x, f)
		bin[f] = make([]uint8, len(x))
		for i := range x {
			bin[f][i] = uint8(sort.Search(len(cuts[f]), func(k int) bool { return x[i][f] <= cuts[f][k] }))
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
	g, h := make([]float32, len(y)), make([]float32, len(y))
	index := make([]int32, len(y))
	for range treeCount {
		for i := range y {
			p := logistic(score[i])
			g[i], h[i] = float32(y[i])-p, p*(1-p)
			index[i] = int32(i)
		}
		var t tree
		var grow func(n int, rows []int32)
		grow = func(n int, rows []int32) {
			var G, H float64
			for _, r := range rows {
				G += float64(g[r])
				H += float64(h[r])
			}
			if n >= nodes {
				v := float32(rate * G / (H + shrink))
				t.leaf[n-nodes] = v
				for _, r := range rows {
					score[r] += v
				}
				return
			}
			bestGain, bestF, bestK := 0.5, 0, -1
			for f := range width {
				var sg, sh [bins + 2]float64
				col := bin[f]
				for _, r := range rows {
					sg[col[r]] += float64(g[r])
					sh[col[r]] += float64(h[r])
				}
				var gl, hl float64
				for k := range cuts[f] {
					gl += sg[k]
					hl += sh[k]
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
				grow(2*n+1, rows)
				grow(2*n+2, nil)
				return
			}
			t.feature[n], t.cut[n] = uint8(bestF), cuts[bestF][bestK]
			var left, right []int32
			for _, r := range rows {
				if int(bin[bestF][r]) <= bestK {
					left = append(left, r)
				} else {
					right = append(right, r)
				}
			}
			grow(2*n+1, left)
			grow(2*n+2, right)
		}
		grow(0, index)
		m.trees = append(m.trees, t)
	}
	return m
}

// judgeLinks prints precision, recall and F1 as usual in the literature, and the F1
// of pairs whose words differ.
func judgeLinks(label string, samples []*sample) {
	for _, least := range []float32{0.3, 0.35, 0.4, believed, 0.44, 0.47, 0.5} {
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
		for fold := range folds {
			var others []*sample
			for _, s := range samples {
				if s.fold != fold {
					others = append(others, s)
				}
			}
			m := fit(rows(others, first))
			for _, s := range samples {
				if s.fold == fold {
					was := s.p.chance
					s.p.pass(m, first)
					next[s], s.p.chance = s.p.chance, was
					s.p.settle()
				}
			}
		}
		all := fit(rows(samples, first))
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
