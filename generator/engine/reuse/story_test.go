package reuse

import (
	"fmt"
	"strings"
	"testing"
)

// Stories are put together here from paragraphs, so that what each two articles
// share is known: in any order, cut short, with words changed. What Shared says of
// each pair must be nearly that, and nothing else.

// A dice throws the same numbers every time.
type dice uint64

func (d *dice) throw(n int) int {
	*d = dice(mix(uint64(*d)))
	return int(uint64(*d) >> 8 % uint64(n))
}

// paragraph writes n words that read like news: half of them are of the kind that
// every text has.
func (d *dice) paragraph(n int) []string {
	const common = "the of and to a in that it was for on with he as at by said from they have had were their has not but which an be this will would been more than after who or about government minister president people last tuesday"
	frequent := strings.Fields(common)
	ws := make([]string, n)
	for i := range ws {
		if d.throw(2) == 0 {
			ws[i] = frequent[d.throw(len(frequent))]
		} else {
			ws[i] = fmt.Sprintf("n%d", d.throw(30000))
		}
	}
	return ws
}

// edited changes a word in every so many.
func (d *dice) edited(ws []string, every int) []string {
	out := make([]string, 0, len(ws))
	for i, w := range ws {
		if every > 0 && i%every == every/2 {
			switch d.throw(3) {
			case 0:
				continue // left out
			case 1:
				out = append(out, w)
			}
			w = fmt.Sprintf("e%d", d.throw(1<<30))
		}
		out = append(out, w)
	}
	return out
}

func TestWhatEachTwoArticlesShare(t *testing.T) {
	for _, c := range []struct {
		name                           string
		articles, pool, each, own      int // paragraphs: of all, in an article, its own
		length, every                  int // words
		part                           bool
		recall, precision, worstRecall float64
	}{
		{"word for word", 8, 10, 4, 3, 50, 0, false, .99, .99, .95},
		{"a word in eight changed", 6, 10, 4, 3, 60, 8, false, .95, .98, .8},
		{"a word in six changed in turn", 2, 6, 5, 2, 60, 6, false, .95, .98, .9},
		{"briefs of 30 words", 12, 20, 1, 0, 30, 0, false, .99, .99, .95},
		{"parts of paragraphs", 8, 8, 4, 2, 80, 0, true, .93, .98, .4},
		{"a hundred articles", 100, 30, 6, 4, 40, 0, false, .99, .99, .9},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := dice(uint64(len(c.name)))
			pool := make([][]string, c.pool)
			for i := range pool {
				pool[i] = d.paragraph(c.length)
			}
			type piece struct{ from, to int } // of a paragraph of the pool
			has := make([]map[int]piece, c.articles)
			texts := make([]string, c.articles)
			for i := range texts {
				has[i] = map[int]piece{}
				var paragraphs []string
				for range c.own {
					paragraphs = append(paragraphs, strings.Join(d.paragraph(c.length), " "))
				}
				for len(has[i]) < c.each {
					k := d.throw(c.pool)
					if _, ok := has[i][k]; ok {
						continue
					}
					p := piece{0, c.length}
					if c.part {
						p.from = d.throw(c.length / 2)
						p.to = p.from + c.length/2
					}
					has[i][k] = p
					ws := pool[k][p.from:p.to]
					if i > 0 || c.every == 0 { // the first has the original
						ws = d.edited(ws, c.every)
					}
					at := d.throw(len(paragraphs) + 1)
					paragraphs = append(paragraphs[:at], append([]string{strings.Join(ws, " ")}, paragraphs[at:]...)...)
				}
				texts[i] = strings.Join(paragraphs, "\n")
			}
			s := Shared(texts, Options{})
			common := make([][]int, len(texts))
			for i := range common {
				common[i] = make([]int, len(texts))
			}
			for _, p := range s.Passages {
				for _, x := range p.Places {
					for _, y := range p.Places {
						both := max(0, min(x.To, y.To)-max(x.From, y.From))
						common[x.Text][y.Text] += x.Words * both / (x.To - x.From)
					}
				}
			}
			all, found, right := 0, 0, 0
			for i := range texts {
				for j := range texts {
					if i == j {
						continue
					}
					truth := 0
					for k, p := range has[i] {
						if q, ok := has[j][k]; ok {
							if n := min(p.to, q.to) - max(p.from, q.from); n >= 10 {
								truth += n
							}
						}
					}
					n := common[i][j]
					all, found, right = all+truth, found+n, right+min(n, truth)
					if float64(n) < c.worstRecall*float64(truth) {
						t.Errorf("articles %d and %d share %d words, found %d", i, j, truth, n)
					}
				}
			}
			recall, precision := float64(right)/float64(all), float64(right)/float64(max(1, found))
			if recall < c.recall || precision < c.precision {
				t.Errorf("recall %.3f, precision %.3f of %d words in common", recall, precision, all)
			}
		})
	}
}

// What Shared promises, held against texts that are cut and sewn from a few
// paragraphs in every way.
func TestPromises(t *testing.T) {
	vocabulary := strings.Fields("the of hinge weir barge gate \xff “ ” \" Lock said fire é ’ new store 12")
	d := dice(11)
	passages := 0
	for range 400 {
		some := vocabulary[:4+d.throw(len(vocabulary)-4)]
		pool := make([][]string, 4)
		for i := range pool {
			for range 3 + d.throw(30) {
				w := some[d.throw(len(some))]
				if d.throw(3) == 0 {
					w = fmt.Sprint("u", d.throw(400))
				}
				pool[i] = append(pool[i], w)
			}
		}
		texts := make([]string, 2+d.throw(7))
		for i := range texts {
			var paragraphs []string
			for range d.throw(5) {
				p := pool[d.throw(len(pool))]
				from := d.throw(len(p))
				to := from + d.throw(len(p)-from+1)
				if d.throw(2) == 0 {
					from, to = 0, len(p)
				}
				paragraphs = append(paragraphs, strings.Join(d.edited(p[from:to], d.throw(12)), " "))
			}
			texts[i] = strings.Join(paragraphs, []string{" ", "\n"}[d.throw(2)])
		}
		for _, o := range []Options{{}, {MinWords: 1, MaxGap: 6}, {MinWords: 2, MaxGap: -1}} {
			check(t, texts, o)
			passages += len(Shared(texts, o).Passages)
		}
	}
	if passages < 400 {
		t.Errorf("only %d passages to look at", passages)
	}
}
