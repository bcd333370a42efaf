// Package anchor finds every quote of a story in its article: the wordings of
// its claims, and the evidence of the findings that editors wrote.
//
// A quote is looked for in all of an article that can be cited: its title, its
// printed date line and its body. It must stand in one place of the three; a
// place where it stands as a whole goes before those where it can be found only
// by leaving words out. What cannot be placed is reported and left out, so that
// what is left is true: each passage of the [factcheck.Casebook] holds, but for
// typography, the words that the editor quoted.
package anchor

import (
	"fmt"
	"strings"
	"unicode"

	"crosscheck/generator/diag"
	"crosscheck/generator/engine/quote"
	"crosscheck/generator/factcheck"
)

// Quotes finds the quotes of a story. Quotes of articles that the story does
// not have are passed over in silence: whoever read the files has reported
// them. The diagnostics are in the order of the claims and their quotes.
func Quotes(story factcheck.Story) (factcheck.Casebook, diag.List) {
	s := search{story: &story, sheets: make([]*sheet, len(story.Articles))}
	book := factcheck.Casebook{Story: story, Cases: make([]factcheck.Case, 0, len(story.Claims))}
	for i := range story.Claims {
		claim := &story.Claims[i]
		c := factcheck.Case{Claim: *claim, Witnesses: make([]factcheck.Witness, 0, len(claim.Wordings))}
		count := map[string]int{}
		for _, w := range claim.Wordings {
			if witness, ok := s.witness(w); ok {
				count[w.Article]++
				if n := count[w.Article]; n > 1 {
					witness.Siglum = fmt.Sprint(witness.Siglum, n)
				}
				s.warnTwice(c.Witnesses, witness)
				c.Witnesses = append(c.Witnesses, witness)
			}
		}
		c.Findings = s.findings(claim.Findings, claim.ID)
		book.Cases = append(book.Cases, c)
	}
	book.Findings = s.findings(story.Findings, "")
	return book, s.diagnostics
}

// search is the work on one story.
type search struct {
	story       *factcheck.Story
	sheets      []*sheet // by article; nil until one of its quotes is looked for
	diagnostics diag.List
}

// sheet is an article made ready for searching.
type sheet struct {
	article *factcheck.Article
	parts   []part
	quoted  []quotation // quotation marks in the body; see marks
	marked  bool        // quoted is made
}

// part is a citable field that is not empty.
type part struct {
	name factcheck.Part
	text *quote.Text
}

// sheet returns the article with that id, nil if the story has none.
func (s *search) sheet(id string) *sheet {
	for i := range s.story.Articles {
		a := &s.story.Articles[i]
		if a.ID != id {
			continue
		}
		if s.sheets[i] == nil {
			sh := &sheet{article: a}
			for _, name := range [...]factcheck.Part{factcheck.Title, factcheck.PublishedAs, factcheck.Body} {
				if text := a.Text(name); text != "" {
					sh.parts = append(sh.parts, part{name, quote.NewText(text)})
				}
			}
			s.sheets[i] = sh
		}
		return s.sheets[i]
	}
	return nil
}

func (s *search) report(d diag.Diagnostic) { s.diagnostics = append(s.diagnostics, d) }

// place is where a quote was found.
type place struct {
	part    factcheck.Part
	match   quote.Match
	reading quote.Reading
	doubts  []quote.Doubt
	inside  bool
}

// passages returns the place as passages of the article.
func (p *place) passages(article string) []factcheck.Passage {
	passages := make([]factcheck.Passage, len(p.reading))
	for i, r := range p.reading {
		passages[i] = factcheck.Passage{Article: article, Part: p.part, Start: r.Start, End: r.End}
	}
	return passages
}

// witness places a wording.
func (s *search) witness(w factcheck.Wording) (factcheck.Witness, bool) {
	sh := s.sheet(w.Article)
	if sh == nil {
		return factcheck.Witness{}, false
	}
	p, ok := s.find(sh, w.Quotation)
	if !ok {
		return factcheck.Witness{}, false
	}
	s.warn(sh, w.Quotation, p)
	witness := factcheck.Witness{
		Wording: w, Siglum: sh.article.Siglum, Form: w.Form,
		Match: p.match, Passages: p.passages(w.Article), Doubts: p.doubts,
	}
	text := sh.article.Text(p.part)
	for i, r := range p.reading {
		if i == 0 {
			witness.Text = text[r.Start:r.End]
		} else {
			witness.Text += factcheck.PartSeparator + text[r.Start:r.End]
		}
	}
	if w.Form == "" {
		witness.Form, witness.FormInferred = sh.form(p), true
	} else {
		s.warnForm(sh, w, p)
	}
	return witness, true
}

// findings places the evidence of editors' findings. A finding none of whose
// evidence can be placed is left out.
func (s *search) findings(written []factcheck.EditorFinding, claim string) []factcheck.Finding {
	var findings []factcheck.Finding
	for _, w := range written {
		f := factcheck.Finding{
			Kind: w.Kind, Severity: w.Severity, Status: factcheck.Confirmed, ByEditor: true,
			Claim: claim, Summary: w.Summary, Why: w.Why,
		}
		for _, q := range w.Evidence {
			sh := s.sheet(q.Article)
			if sh == nil {
				continue
			}
			p, ok := s.find(sh, q)
			if !ok {
				continue
			}
			s.warnInside(sh, q, p)
			text := sh.article.Text(p.part)
			for i, passage := range p.passages(q.Article) {
				e := factcheck.Evidence{Passage: passage, Quote: text[passage.Start:passage.End]}
				if i == 0 {
					e.Note = q.Note
				}
				f.Evidence = append(f.Evidence, e)
			}
		}
		if len(f.Evidence) > 0 {
			findings = append(findings, f)
		}
	}
	return findings
}

// find returns the one place of a quote, or reports why there is none. An
// occurrence counts the places in the title, the date line and the body, in
// that order.
func (s *search) find(sh *sheet, q factcheck.Quotation) (place, bool) {
	query := quote.Query{Quote: q.Quote, Prefix: q.Prefix, Suffix: q.Suffix}
	trim(&query)
	if !hasWord(query.Quote) {
		if q.Quote != "" {
			s.wordless(q)
		}
		return place{}, false
	}
	results := make([]quote.Result, len(sh.parts))
	level := 0
	for i, p := range sh.parts {
		results[i] = p.text.Locate(query)
		level = max(level, rank(results[i]))
	}
	if level == 0 {
		for i, p := range sh.parts { // what comes nearest is asked only now: it takes time
			results[i] = p.text.Find(query)
		}
		s.missing(sh, q, query, results)
		return place{}, false
	}
	total := 0
	for i := range results {
		if rank(results[i]) < level {
			results[i].Readings = nil
		}
		total += len(results[i].Readings)
	}
	if level == disordered {
		s.disorder(sh, q, query, results)
		return place{}, false
	}
	nth := q.Occurrence
	switch {
	case nth > total:
		s.tooFew(sh, q, results, total)
		return place{}, false
	case total > 1 && nth <= 0:
		s.ambiguous(sh, q, query, results)
		return place{}, false
	case nth <= 0:
		nth = 1
	}
	for i, r := range results {
		n := len(r.Readings)
		if nth > n {
			nth -= n
			continue
		}
		if n > 1 {
			query.Occurrence = nth
			r = sh.parts[i].text.Locate(query)
		}
		return place{part: sh.parts[i].name, match: r.Match, reading: r.Passages, doubts: r.Doubts, inside: r.Inside}, true
	}
	return place{}, false
}

// Ranks of what was found in a part.
const (
	disordered = iota + 1
	inParts
	asAWhole
)

func rank(r quote.Result) int {
	switch {
	case r.Match == quote.None:
		return 0
	case r.Whole:
		return asAWhole
	case len(r.Doubts) > 0 && r.Doubts[len(r.Doubts)-1] == quote.OutOfOrder:
		return disordered
	}
	return inParts
}

// trim takes the white space from the ends of a quote: in YAML a block's last
// line break is seldom meant. What a prefix or suffix must stand beside is
// still the quote as it was written.
func trim(q *quote.Query) {
	left := strings.TrimLeftFunc(q.Quote, unicode.IsSpace)
	if q.Prefix != "" {
		q.Prefix += q.Quote[:len(q.Quote)-len(left)]
	}
	q.Quote = strings.TrimRightFunc(left, unicode.IsSpace)
	if q.Suffix != "" && !strings.HasSuffix(left, "\n") {
		q.Suffix = left[len(q.Quote):] + q.Suffix
	}
}

func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.S) })
}
