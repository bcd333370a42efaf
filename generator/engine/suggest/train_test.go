//go:build train

package suggest

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

// TestTrain fits the weights to the stories for tuning and writes weights.go.
// Each question is a choice among passages, of which those are right that have
// at least half of their joint length in common with the wanted one (a softmax
// over the passages of a question, as in conditional logistic regression:
// McFadden 1974); a last step sets scale and bias so that the score is the chance
// of being right.
//
//	go test -tags train -run TestTrain -v
func TestTrain(t *testing.T) {
	pattern := os.Getenv("SUGGEST_STORIES")
	if pattern == "" {
		pattern = "[a-ht]*.txt"
	}
	var questions []question
	for _, s := range stories(t, pattern) {
		single, together := questionsOf(s)
		questions = append(append(questions, single...), together...)
	}
	for round := range 3 {
		type item struct {
			f    [features]float64
			good bool
		}
		var sets [][]item
		for _, x := range questions {
			q, found := newCorpus(x.articles).search(x.quote)
			var set []item
			any := false
			for i := range found {
				p := &found[i]
				start, end := q.cut(p)
				hit, cut := right(Match{Article: x.articles[p.article].ID, Start: start, End: end}, x.want)
				good := hit && cut
				any = any || good
				set = append(set, item{p.features, good})
			}
			if any {
				sets = append(sets, set)
			}
		}
		var w, mean, dev [features]float64
		n := 0.0
		for _, set := range sets {
			for _, it := range set {
				n++
				for i, v := range it.f {
					mean[i] += v
					dev[i] += v * v
				}
			}
		}
		for i := range mean {
			mean[i] /= n
			dev[i] = math.Sqrt(max(1e-6, dev[i]/n-mean[i]*mean[i]))
		}
		odds := func(f [features]float64) (x float64) {
			for i := range f {
				x += w[i] * (f[i] - mean[i]) / dev[i]
			}
			return x
		}
		// Adam would do as well; the objective is smooth, plain steps with momentum suffice.
		var speed [features]float64
		loss := 0.0
		for range 600 {
			var grad [features]float64
			loss = 0
			for _, set := range sets {
				e := make([]float64, len(set))
				top := math.Inf(-1)
				for i := range set {
					e[i] = odds(set[i].f)
					top = max(top, e[i])
				}
				all, good := 0.0, 0.0
				for i := range e {
					e[i] = math.Exp(e[i] - top)
					all += e[i]
					if set[i].good {
						good += e[i]
					}
				}
				loss -= math.Log(good / all)
				for i := range set {
					g := -e[i] / all
					if set[i].good {
						g += e[i] / good
					}
					for k := range grad {
						grad[k] += g * (set[i].f[k] - mean[k]) / dev[k]
					}
				}
			}
			for k := range w {
				g := grad[k]/float64(len(sets)) - 0.002*w[k]
				speed[k] = 0.9*speed[k] + 0.1*g
				w[k] += 0.6 * speed[k]
			}
		}
		// Scale and bias.
		a, b := 1.0, -3.0
		for range 1000 {
			ga, gb := 0.0, 0.0
			for _, set := range sets {
				for _, it := range set {
					x := odds(it.f)
					p := 1 / (1 + math.Exp(-(a*x + b)))
					y := 0.0
					if it.good {
						y = 1
					}
					ga += (y - p) * x
					gb += y - p
				}
			}
			a += 0.05 * ga / n * 10
			b += 0.05 * gb / n * 10
		}
		var out strings.Builder
		fmt.Fprintf(&out, "package suggest\n\n// Written by train_test.go; see README.md.\n\n")
		bias = b
		for i := range w {
			weights[i] = a * w[i] / dev[i]
			bias -= weights[i] * mean[i]
		}
		fmt.Fprintf(&out, "var bias = %.4f\n\nvar weights = [features]float64{\n", bias)
		for i := range weights {
			fmt.Fprintf(&out, "\t%d: %.4f,\n", i, weights[i])
		}
		out.WriteString("}\n")
		if err := os.WriteFile("weights.go", []byte(out.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		t.Logf("round %d: %d questions, loss %.4f, scale %.3f", round, len(sets), loss/float64(len(sets)), a)
		for i := range w {
			t.Logf("  %2d %7.3f (standardised %6.3f)", i, weights[i], a*w[i])
		}
	}
}
