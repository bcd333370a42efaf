package collate

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
)

// weights holds the two models that weigh pairs of words: gradient-boosted
// decision trees (Friedman 2001) fitted to sentences that people aligned word by
// word (README.md). The second sees what the first found around a pair
// (stacking, Wolpert 1992). A model is the number of its trees and its bias;
// a tree of depth three is seven nodes, each a feature and the greatest value
// that goes left, and eight leaves. Numbers are little-endian, 32 bits but for
// the features, which have 8.
//
//go:embed weights.bin
var weights string

const (
	depth  = 3
	nodes  = 1<<depth - 1
	leaves = 1 << depth
)

type tree struct {
	feature [nodes]uint8
	cut     [nodes]float32
	leaf    [leaves]float32
}

type model struct {
	bias  float32
	trees []tree
}

var models = sync.OnceValue(func() (m [2]model) {
	data := []byte(weights)
	word := func() uint32 {
		n := binary.LittleEndian.Uint32(data)
		data = data[4:]
		return n
	}
	for k := range m {
		m[k].trees = make([]tree, word())
		m[k].bias = math.Float32frombits(word())
		for t := range m[k].trees {
			tree := &m[k].trees[t]
			copy(tree.feature[:], data)
			data = data[nodes:]
			for i := range tree.cut {
				tree.cut[i] = math.Float32frombits(word())
			}
			for i := range tree.leaf {
				tree.leaf[i] = math.Float32frombits(word())
			}
		}
	}
	return m
})

// sureAfter is the tree after which a clear case is taken as decided.
const sureAfter = 90

// score returns the logarithm of the odds that a pair belongs together.
func (m *model) score(f *features) float32 {
	s := m.bias
	for k := range m.trees {
		t := &m.trees[k]
		n := 0
		for n < nodes {
			if f[t.feature[n]] <= t.cut[n] {
				n = 2*n + 1
			} else {
				n = 2*n + 2
			}
		}
		s += t.leaf[n-nodes]
		if k == sureAfter && (s < -4 || s > 4) {
			break // the rest would not turn it
		}
	}
	return s
}

// squash maps odds to 0 … 1. Unlike the logistic curve it comes out the same,
// to the bit, on every machine.
func squash(x float32) float32 { return float32(0.5*float32(x/(1+abs(x)))) + 0.5 }

// pass weighs all pairs anew: the first time from the words, then from what
// the pass before found.
func (p *pairing) pass(m *model, first bool) {
	next := make([]float32, len(p.chance))
	var f features
	for i := range p.n {
		for j := range p.m {
			if first {
				if !p.worth(i, j) {
					continue
				}
				p.first(i, j, &f)
			} else {
				if !p.worthMore(i, j) {
					continue
				}
				p.second(i, j, &f)
			}
			next[i*p.m+j] = squash(m.score(&f))
		}
	}
	p.chance = next
	p.settle()
}

// believed is the least chance at which a pair counts as a link, chosen for
// the best balance of wrong and missed ones.
const believed = 0.44

// pairUp returns the tokens of x and y that stand for each other, in order.
func (v *vocabulary) pairUp(x, y *wording) [][2]int32 {
	if len(x.tokens) == 0 || len(y.tokens) == 0 {
		return nil
	}
	m := models()
	var p pairing
	p.prepare(v, x, y)
	p.pass(&m[0], true)
	p.pass(&m[1], false)
	var pairs [][2]int32
	for i := range p.n {
		for j := range p.m {
			if p.chance[i*p.m+j] > believed {
				pairs = append(pairs, [2]int32{int32(i), int32(j)})
			}
		}
	}
	return pairs
}
