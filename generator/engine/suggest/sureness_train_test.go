//go:build train

package suggest

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"crosscheck/generator/words"
)

// A verdict is the best passage of an article and whether it says the quote.
type verdictOf struct {
	f    [len(sureFeatures)]float64
	good bool
}

// verdicts asks each question of the stories twice: of the articles as they are,
// and with the wanted sentences cut out, so that the best that is left is wrong.
func verdicts(t *testing.T, pattern string) (all []verdictOf) {
	for _, s := range stories(t, pattern) {
		_, together := questionsOf(s)
		for _, x := range together {
			for _, whole := range []bool{true, false} {
				articles := x.articles
				if !whole {
					articles = nil
					for _, a := range x.articles {
						if want, ok := x.want[a.ID]; ok {
							first, last := words.SentenceAt(a.Text, want.Start), words.SentenceAt(a.Text, want.End-1)
							a.Text = a.Text[:min(first.Start, want.Start)] + a.Text[max(last.End, want.End):]
						}
						articles = append(articles, a)
					}
				}
				q, found := newCorpus(articles).search(x.quote)
				best := map[int]*passage{}
				for i := range found {
					if p := &found[i]; best[p.article] == nil || p.score > best[p.article].score {
						best[p.article] = p
					}
				}
				for a, p := range best {
					want, wanted := x.want[articles[a].ID]
					if !wanted {
						continue // it may say the same all the same: nobody marked it
					}
					start, end := q.cut(p)
					hit, _ := right(Match{Article: articles[a].ID, Start: start, End: end}, map[string]words.Span{articles[a].ID: want})
					v := verdictOf{good: whole && hit}
					for i, k := range sureFeatures {
						v.f[i] = p.features[k]
					}
					all = append(all, v)
				}
			}
		}
	}
	return all
}

// TestTrainSureness fits the weights by which a passage is believed and writes
// sureness_weights.go.
//
//	go test -tags train -run TestTrainSureness -v
func TestTrainSureness(t *testing.T) {
	set := verdicts(t, "[a-ht]*.txt")
	const n = len(sureFeatures)
	var w, mean, dev [n]float64
	for _, v := range set {
		for i, x := range v.f {
			mean[i] += x / float64(len(set))
		}
	}
	for _, v := range set {
		for i, x := range v.f {
			dev[i] += (x - mean[i]) * (x - mean[i]) / float64(len(set))
		}
	}
	for i := range dev {
		dev[i] = math.Sqrt(max(dev[i], 1e-6))
	}
	b := 0.0
	for range 4000 {
		var g [n]float64
		gb := 0.0
		for _, v := range set {
			x, y := b, 0.0
			for i := range w {
				x += w[i] * (v.f[i] - mean[i]) / dev[i]
			}
			if v.good {
				y = 1
			}
			d := y - 1/(1+math.Exp(-x))
			gb += d
			for i := range w {
				g[i] += d * (v.f[i] - mean[i]) / dev[i]
			}
		}
		b += 0.5 * gb / float64(len(set))
		for i := range w {
			w[i] += 0.5 * (g[i]/float64(len(set)) - 0.003*w[i])
		}
	}
	sureBias = b
	var out strings.Builder
	for i := range w {
		sureWeights[i] = w[i] / dev[i]
		sureBias -= sureWeights[i] * mean[i]
	}
	fmt.Fprintf(&out, "package suggest\n\n// Written by sureness_train_test.go; see README.md.\n\nvar sureBias = %.4f\n\nvar sureWeights = [len(sureFeatures)]float64{\n", sureBias)
	for i := range w {
		fmt.Fprintf(&out, "\t%d: %.4f, // %d\n", i, sureWeights[i], sureFeatures[i])
		t.Logf("%2d %7.3f", sureFeatures[i], w[i])
	}
	out.WriteString("}\n")
	if err := os.WriteFile("sureness_weights.go", []byte(out.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"[a-ht]*.txt", "v*.txt", "w*.txt"} {
		// How often what is told at a tenth of sureness is right.
		var right, count [10]int
		for _, v := range verdicts(t, part) {
			x := sureBias
			for i := range v.f {
				x += sureWeights[i] * v.f[i]
			}
			k := min(9, int(10/(1+math.Exp(-x))))
			count[k]++
			if v.good {
				right[k]++
			}
		}
		for k := range count {
			t.Logf("%s: told %.1f to %.1f: %d of %d right", part, float64(k)/10, float64(k+1)/10, right[k], count[k])
		}
	}
}
