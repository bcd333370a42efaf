package suggest

import (
	"math"

	"crosscheck/generator/words"
)

// A corpus is the articles, read once for all that is looked for in them.
type corpus struct {
	articles  []Article
	tokens    [][]token // by article
	sentences []sentence
	words     []word // distinct words and figures; a token's id is its place here
	ids       map[string]int32
	count     float64 // sentences, and one
}

// A sentence is tokens [from, to) of an article.
type sentence struct {
	article, from, to int
	paragraph, index  int
	first, last       int // the sentences of its article
}

// A word is what tokens of one spelling have in common.
type word struct {
	low, key string
	base     string // its base form; empty if unknown
	phrase   string
	fig      bool
	light    bool
	groups   []int
	sense    int32   // in the lexicon; -1 for none
	general  float64 // how rare it is in English, 0 to 1
	seen     int     // in how many sentences it stands
}

func newCorpus(articles []Article) *corpus {
	c := &corpus{articles: articles, tokens: make([][]token, len(articles)), ids: make(map[string]int32)}
	last := make([]int, 0) // by key number: the sentence in which it was last seen
	keys := make(map[string]int)
	var seen []int
	for a, article := range articles {
		tokens := read(article.Text)
		c.tokens[a] = tokens
		paragraph, at, end, first := 0, 0, 0, len(c.sentences)
		for _, s := range words.Sentences(article.Text) {
			if s.Start > end && containsBreak(article.Text[end:s.Start]) {
				paragraph++
			}
			end = s.End
			from := at
			for at < len(tokens) && tokens[at].start < s.End {
				at++
			}
			if at == from {
				continue
			}
			tokens[from].cut = true
			c.sentences = append(c.sentences, sentence{article: a, from: from, to: at, paragraph: paragraph, index: len(c.sentences), first: first})
			for k := from; k < at; k++ {
				t := &tokens[k]
				c.intern(t)
				n, ok := keys[t.key]
				if !ok {
					n = len(seen)
					keys[t.key] = n
					seen, last = append(seen, 0), append(last, -1)
				}
				if last[n] != len(c.sentences) {
					last[n] = len(c.sentences)
					seen[n]++
				}
			}
		}
		for i := first; i < len(c.sentences); i++ {
			c.sentences[i].last = len(c.sentences)
		}
	}
	for i := range c.words {
		c.words[i].seen = seen[keys[c.words[i].key]]
	}
	c.count = float64(len(c.sentences)) + 1
	for a := range c.tokens {
		for i := range c.tokens[a] {
			c.weigh(&c.tokens[a][i])
		}
	}
	return c
}

// intern gives a token its id.
func (c *corpus) intern(t *token) {
	spelling := t.spelling()
	id, ok := c.ids[spelling]
	if !ok {
		id = int32(len(c.words))
		c.ids[spelling] = id
		c.words = append(c.words, newWord(t))
	}
	t.id = id
}

// spelling is what tokens have in common that are one word.
func (t *token) spelling() string {
	switch {
	case t.fig != nil:
		return t.key
	case t.phrase != "":
		return t.low + " " + t.phrase
	}
	return t.low
}

func newWord(t *token) word {
	w := word{low: t.low, key: t.key, phrase: t.phrase, fig: t.fig != nil, light: t.light, sense: -1, general: 1}
	if w.fig {
		return w
	}
	l := senses()
	if w.sense = l.find(t.low); w.sense >= 0 {
		w.base = l.names[w.sense]
		w.general = 1 - float64(l.common[w.sense])/255
	}
	w.groups = groupsOf(&w)
	return w
}

func containsBreak(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == '\r' {
			return true
		}
	}
	return false
}

// weigh gives a token its weight: how rare it is among the sentences at hand
// and, since these are few, in English.
func (c *corpus) weigh(t *token) {
	seen, general := 1, 1.0
	if t.id >= 0 && int(t.id) < len(c.words) {
		w := &c.words[t.id]
		seen, general = max(1, w.seen), w.general
	}
	idf := math.Pow(math.Log(1+c.count/float64(seen))/math.Log(1+c.count), tune.power)
	idf *= 1 - tune.general*(1-general)
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
