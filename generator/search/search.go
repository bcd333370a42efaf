// Package search makes the index in which static/search.js looks things up.
//
// The index has to work where a page can only name further scripts (a site
// opened from disk may not fetch), and a query has to load little of it. So it
// is cut into many small scripts below assets/search/, each of which hands one
// string or list to the page: crosscheckIndex("t/12", "…"). What a query needs is
// found in four steps, each of which tells what to load next:
//
//	index    how many documents there are of which kind, and with which term,
//	         key or document each of the other files begins
//	t/<n>    terms in order, front-coded (Witten, Moffat and Bell 1999, 4.1):
//	         for each the letters that it shares with the one before, the rest,
//	         in how many documents it stands, and how long its postings are
//	p/<n>-<m> the postings of the terms in t/<n>, one after the other, cut where
//	         a file would become longer than partSize
//	r/<n>    what is shown of some documents: address, title, text, note
//
// and, only for a word that stands nowhere,
//
//	f/<n>    with which letters a word may begin that goes on so (typos.go)
//
// Postings are in order of impact, as Anh and Moffat (2001) have them: documents
// in which the term weighs alike are one list of gaps, the heaviest first. What
// a term weighs in a document is BM25 (Robertson and others 1994) without the
// rarity of the term, in one of six levels. Documents are numbered by kind,
// claims first, so a document's number tells its kind and breaks ties.
//
// No file grows with the site. A term that stands in very many documents keeps
// its maxPostings weightiest, and a prefix of very many terms is a term of its own,
// written with an asterisk (pa*), with the weightiest documents of them all. That is
// what is given up: of the most common words and of one or two letters, a query
// sees only the best documents; in company they can raise a document, but never
// keep one out.
package search

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
	"crosscheck/generator/words"
)

// Limits. Those of sizes are in bytes, and a file is longer only where a single
// entry is. search.js knows partSize, maxPostings and maxUnion.
const (
	termsSize  = 3000 // of a file of terms, or of beginnings
	partSize   = 4000 // of a file of postings
	recordSize = 3000 // of a file of records

	maxPostings  = 2500   // of a term
	maxUnion     = 1000   // of a prefix
	unionTerms   = 64     // a prefix of more terms than this is a term of its own,
	unionLetters = 16_000 // and so is one whose terms have longer postings together
)

// A Share is what the index keeps of a story beyond its digest. It is small:
// the quotes, and of each article the different words.
type Share struct {
	Quotes []Quote
	Bodies []Body // one for each article, in their order
}

// Quote is a wording of the story's claim with that index.
type Quote struct {
	Claim           int
	Article, Siglum string
	Text            string
}

// Body is what is kept of an article's text: how it begins, and its words,
// those that stand in it three times apart from the others.
type Body struct {
	Lead        string
	Once, Often string // terms with blanks between them
}

// Story returns a story's share of the index. It keeps no text alive that the
// story holds.
func Story(d *factcheck.Dossier) Share {
	var s Share
	for i := range d.Cases {
		for _, w := range d.Cases[i].Witnesses {
			s.Quotes = append(s.Quotes, Quote{i, w.Wording.Article, w.Siglum, clipped(w.Text, 320)})
		}
	}
	for i := range d.Story.Articles {
		s.Bodies = append(s.Bodies, bodyOf(d.Story.Articles[i].Body.Plain))
	}
	return s
}

func bodyOf(text string) Body {
	seen := map[string]int{}
	terms := words.Terms(text)
	var once, often strings.Builder
	for _, t := range terms {
		seen[t]++
		switch seen[t] {
		case 1:
			once.WriteString(t)
			once.WriteByte(' ')
		case 3:
			often.WriteString(t)
			often.WriteByte(' ')
		}
	}
	return Body{clipped(text, 200), once.String(), often.String()}
}

// clipped returns the beginning of a text in one line, cut between words where
// there are any.
func clipped(text string, n int) string {
	if len(text) > 8*n {
		text = text[:8*n] // enough for n characters, and no more is looked at
	}
	text = strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " ")
	if utf8.RuneCountInString(text) <= n {
		return strings.Clone(text)
	}
	cut := string([]rune(text)[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–—-") + "…"
}

// Site returns the files of the index: of the digests and the shares, which are
// in the same order.
func Site(room *factcheck.Newsroom, digests []factcheck.Digest, shares []Share) []site.File {
	c := newCollector()
	c.documents(room, digests, shares)
	var out files
	m := meta{N: c.n, Kinds: c.starts, Records: c.records(&out)}
	entries := c.entries()
	m.Terms = writeTerms(&out, entries)
	m.Beginnings = writeBeginnings(&out, entries)
	out.add("index", m)
	return out
}

// meta is the file that every query begins with. The tables hold, with blanks
// between them, what each file begins with; of records, how many it has.
type meta struct {
	N          int    `json:"n"`
	Kinds      []int  `json:"k"` // the first document of each kind
	Terms      string `json:"t"`
	Beginnings string `json:"f"`
	Records    string `json:"r"`
}

type files []site.File

// add makes a script of a value. JSON is JavaScript, and encoding/json escapes
// what HTML or an older JavaScript would stumble over.
func (f *files) add(key string, value any) {
	var b bytes.Buffer
	b.WriteString(`crosscheckIndex("` + key + `",`)
	data, err := json.Marshal(value)
	if err != nil {
		panic(err) // strings and numbers
	}
	b.Write(data)
	b.WriteString(")\n")
	*f = append(*f, site.File{Path: "assets/search/" + key + ".js", Bytes: b.Bytes()})
}
