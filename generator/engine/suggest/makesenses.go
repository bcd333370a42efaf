//go:build ignore

// Makesenses condenses the WordNet 3.0 database (Debian package wordnet-base) to
// senses.bin. Run it as
//
//	go run makesenses.go /usr/share/wordnet
//
// Each synset is a short text: its words, its gloss, the words above it and
// those derived from it. How often two words share a text, against chance (positive
// pointwise mutual information: Church and Hanks, Computational Linguistics 16,
// 1990), makes a matrix, and its greatest singular vectors (latent semantic
// analysis: Deerwester and others, JASIS 41, 1990; found by random projection
// with power iteration: Halko, Martinsson and Tropp, SIAM Review 53, 2011) are
// the words' places. The same input gives the same file. senses.go has its format.
package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"log"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
)

const (
	dims      = 96
	extra     = 24    // further columns of the projection
	least     = 4     // texts in which a word must stand
	most      = 30000 // words
	smoothing = 0.75
)

type synset struct {
	words  []string
	gloss  []string
	linked []string // keys of synsets
}

var (
	synsets = map[string]*synset{}
	known   = map[string]bool{} // lemmas
	forms   = map[string]string{}
	counts  = map[string]int{}
)

func main() {
	dir := os.Args[1]
	files := []string{"noun", "verb", "adj", "adv"}
	for i, f := range files {
		lines(filepath.Join(dir, "index."+f), func(line string) {
			w, _, _ := strings.Cut(line, " ")
			if usable(w) {
				known[w] = true
			}
		})
		lines(filepath.Join(dir, f+".exc"), func(line string) {
			w := strings.Fields(line)
			if len(w) > 1 && usable(w[0]) && usable(w[1]) && forms[w[0]] == "" {
				forms[w[0]] = w[1]
			}
		})
		_ = i
	}
	for i, f := range files {
		lines(filepath.Join(dir, "data."+f), func(line string) { read("nvar"[i:i+1], line) })
	}
	lines(filepath.Join(dir, "cntlist.rev"), func(line string) {
		f := strings.Fields(line)
		w, _, _ := strings.Cut(f[0], "%")
		n, _ := strconv.Atoi(f[2])
		counts[w] += n
	})
	keys := make([]string, 0, len(synsets))
	for k := range synsets {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	type weighted struct {
		w string
		v float64
	}
	var docs [][]weighted
	spread := map[string]int{}
	for _, k := range keys {
		s := synsets[k]
		sum := map[string]float64{}
		add := func(words []string, v float64) {
			for _, w := range words {
				sum[w] = max(sum[w], v)
			}
		}
		add(s.words, 1.5)
		add(s.gloss, 1)
		for _, l := range s.linked {
			if o := synsets[l]; o != nil && len(o.words) > 0 {
				add(o.words, 1)
				for _, g := range o.gloss {
					sum[g] = max(sum[g], 0.4)
				}
			}
		}
		var d []weighted
		for w, v := range sum {
			if !stop[w] {
				d = append(d, weighted{w, v})
				spread[w]++
			}
		}
		slices.SortFunc(d, func(a, b weighted) int { return strings.Compare(a.w, b.w) })
		docs = append(docs, d)
	}
	var vocabulary []string
	for w, n := range spread {
		if n >= least {
			vocabulary = append(vocabulary, w)
		}
	}
	slices.SortFunc(vocabulary, func(a, b string) int {
		if spread[a] != spread[b] {
			return spread[b] - spread[a]
		}
		return strings.Compare(a, b)
	})
	if len(vocabulary) > most {
		vocabulary = vocabulary[:most]
	}
	slices.Sort(vocabulary)
	id := map[string]int32{}
	for i, w := range vocabulary {
		id[w] = int32(i)
	}
	n := len(vocabulary)
	co := make([]map[int32]float64, n)
	for i := range co {
		co[i] = map[int32]float64{}
	}
	for _, d := range docs {
		if len(d) > 400 {
			continue
		}
		for _, a := range d {
			i, ok := id[a.w]
			if !ok {
				continue
			}
			for _, b := range d {
				if j, ok := id[b.w]; ok && i != j {
					co[i][j] += a.v * b.v / math.Sqrt(float64(len(d)))
				}
			}
		}
	}
	row := make([]float64, n)
	col := make([]float64, n)
	total, totalC := 0.0, 0.0
	idx := make([][]int32, n)
	val := make([][]float64, n)
	for i := range co {
		for j := range co[i] {
			idx[i] = append(idx[i], j)
		}
		slices.Sort(idx[i])
		for _, j := range idx[i] {
			row[i] += co[i][j]
		}
		total += row[i]
	}
	for i := range row {
		col[i] = math.Pow(row[i], smoothing)
		totalC += col[i]
	}
	nnz := 0
	for i := range co {
		kept := idx[i][:0]
		for _, j := range idx[i] {
			// symmetric: the smoothed chance of either side
			pa := (row[i] / total) * (col[j] / totalC)
			pb := (row[j] / total) * (col[i] / totalC)
			p := math.Log(co[i][j] / total / math.Sqrt(pa*pb))
			if p > 0 {
				kept = append(kept, j)
				val[i] = append(val[i], p)
				nnz++
			}
		}
		idx[i] = kept
		co[i] = nil
	}
	fmt.Println(n, "words", nnz, "pairs")
	k := dims + extra
	rng := rand.New(rand.NewSource(1))
	y := make([]float64, n*k)
	for i := range y {
		y[i] = rng.NormFloat64()
	}
	multiply := func(x []float64) []float64 {
		out := make([]float64, n*k)
		var wg sync.WaitGroup
		for part := range 4 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for i := part; i < n; i += 4 {
					o := out[i*k : i*k+k]
					for t, j := range idx[i] {
						v := val[i][t]
						for c, xv := range x[int(j)*k : int(j)*k+k] {
							o[c] += v * xv
						}
					}
				}
			}()
		}
		wg.Wait()
		return out
	}
	for range 6 {
		y = multiply(y)
		orthonormal(y, n, k)
	}
	// Rayleigh-Ritz: B = Y' A Y, eigenvectors by Jacobi.
	ay := multiply(y)
	b := make([]float64, k*k)
	for i := range n {
		for p := range k {
			v := y[i*k+p]
			for q := range k {
				b[p*k+q] += v * ay[i*k+q]
			}
		}
	}
	values, vectors := jacobi(b, k)
	order := make([]int, k)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if math.Abs(values[a]) > math.Abs(values[b]) {
			return -1
		}
		return 1
	})
	order = order[:dims]
	out := binary.LittleEndian.AppendUint32(nil, uint32(n))
	out = binary.LittleEndian.AppendUint32(out, dims)
	vec := make([]float64, dims)
	for i := range n {
		norm := 0.0
		for c, o := range order {
			v := 0.0
			for p := range k {
				v += y[i*k+p] * vectors[p*k+o]
			}
			v *= math.Pow(math.Abs(values[o]), power)
			vec[c] = v
			norm += v * v
		}
		norm = math.Sqrt(norm)
		for _, v := range vec {
			// a length of 127·√(something): each number in a byte
			out = append(out, byte(int8(math.Round(max(-127, min(127, v/norm*scale))))))
		}
	}
	// words, then forms
	for _, w := range vocabulary {
		out = append(out, byte(len(w)))
		out = append(out, w...)
		out = append(out, byte(min(255, int(math.Round(16*math.Log2(1+float64(counts[w])))))))
	}
	var irregular []string
	for f, base := range forms {
		if _, ok := id[base]; ok && f != base {
			if _, ok := id[f]; !ok {
				irregular = append(irregular, f)
			}
		}
	}
	slices.Sort(irregular)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(irregular)))
	for _, f := range irregular {
		out = append(out, byte(len(f)))
		out = append(out, f...)
		out = binary.LittleEndian.AppendUint32(out, uint32(id[forms[f]]))
	}
	if err := os.WriteFile("senses.bin", out, 0o666); err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(out), "bytes", len(irregular), "irregular")
}

const (
	power = 0.25
	scale = 320
)

// orthonormal makes the columns of y orthonormal (Gram and Schmidt, twice).
func orthonormal(y []float64, n, k int) {
	for c := range k {
		for range 2 {
			dots := make([]float64, c)
			for i := range n {
				v := y[i*k+c]
				for p := range c {
					dots[p] += v * y[i*k+p]
				}
			}
			for i := range n {
				s := 0.0
				for p := range c {
					s += dots[p] * y[i*k+p]
				}
				y[i*k+c] -= s
			}
		}
		norm := 0.0
		for i := range n {
			norm += y[i*k+c] * y[i*k+c]
		}
		norm = math.Sqrt(norm)
		for i := range n {
			y[i*k+c] /= norm
		}
	}
}

// jacobi returns the eigenvalues of a symmetric matrix, and its eigenvectors as
// columns.
func jacobi(a []float64, n int) ([]float64, []float64) {
	v := make([]float64, n*n)
	for i := range n {
		v[i*n+i] = 1
	}
	for range 60 {
		off := 0.0
		for p := range n {
			for q := p + 1; q < n; q++ {
				off += a[p*n+q] * a[p*n+q]
			}
		}
		if off < 1e-16 {
			break
		}
		for p := range n {
			for q := p + 1; q < n; q++ {
				if math.Abs(a[p*n+q]) < 1e-14 {
					continue
				}
				theta := (a[q*n+q] - a[p*n+p]) / (2 * a[p*n+q])
				t := 1 / (math.Abs(theta) + math.Sqrt(theta*theta+1))
				if theta < 0 {
					t = -t
				}
				c := 1 / math.Sqrt(t*t+1)
				s := t * c
				for i := range n {
					x, z := a[i*n+p], a[i*n+q]
					a[i*n+p], a[i*n+q] = c*x-s*z, s*x+c*z
				}
				for i := range n {
					x, z := a[p*n+i], a[q*n+i]
					a[p*n+i], a[q*n+i] = c*x-s*z, s*x+c*z
				}
				for i := range n {
					x, z := v[i*n+p], v[i*n+q]
					v[i*n+p], v[i*n+q] = c*x-s*z, s*x+c*z
				}
			}
		}
	}
	values := make([]float64, n)
	for i := range n {
		values[i] = a[i*n+i]
	}
	return values, v
}

func usable(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return len(w) >= 2 && len(w) < 40
}

func lines(name string, do func(string)) {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if t := s.Text(); t != "" && t[0] != ' ' {
			do(t)
		}
	}
	if err := s.Err(); err != nil {
		log.Fatal(err)
	}
}

func read(pos, line string) {
	head, gloss, _ := strings.Cut(line, " | ")
	f := strings.Fields(head)
	s := &synset{}
	synsets[pos+f[0]] = s
	n, _ := strconv.ParseInt(f[3], 16, 32)
	i := 4
	for range n {
		w, _, _ := strings.Cut(strings.ToLower(f[i]), "(")
		if strings.Contains(w, "_") {
			for _, p := range strings.Split(w, "_") {
				if b := base(p); b != "" {
					s.words = append(s.words, b)
				}
			}
		} else if usable(w) {
			s.words = append(s.words, w)
		}
		i += 2
	}
	pointers, _ := strconv.Atoi(f[i])
	i++
	for range pointers {
		symbol, offset, p := f[i], f[i+1], f[i+2]
		i += 4
		if p == "s" {
			p = "a"
		}
		switch symbol {
		case "@", "&", "$", "*", ">", "+", "\\", "=", "%p", "%m", "#p", "#m":
			s.linked = append(s.linked, p+offset)
		}
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(gloss), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if b := base(w); b != "" {
			s.gloss = append(s.gloss, b)
		}
	}
}

func base(w string) string {
	if !usable(w) || stop[w] {
		return ""
	}
	if b := forms[w]; b != "" {
		return b
	}
	if known[w] && !(strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")) {
		return w
	}
	try := func(suffix, add string) string {
		if strings.HasSuffix(w, suffix) && known[w[:len(w)-len(suffix)]+add] {
			return w[:len(w)-len(suffix)] + add
		}
		return ""
	}
	for _, r := range [][2]string{{"ies", "y"}, {"s", ""}, {"es", ""}, {"ied", "y"}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}} {
		if b := try(r[0], r[1]); len(b) > 2 {
			return b
		}
	}
	for _, r := range []string{"ed", "ing"} {
		if n := len(w) - len(r); strings.HasSuffix(w, r) && n > 3 && w[n-1] == w[n-2] && known[w[:n-1]] {
			return w[:n-1]
		}
	}
	if known[w] {
		return w
	}
	return ""
}

var stop = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("a an the of in on at by for with to from as or and but if is are was were be been being have has had having do does did not no nor so such that this these those which who whom whose what when where while than then there it its he she his her they their them you your i we us our one some any each other another used especially usually often something someone etc into out up down off over under about between very can could may might will would shall should also more most only same own all both make made") {
		m[w] = true
	}
	return m
}()
