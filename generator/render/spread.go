package render

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/engine/fragment"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/words"
)

// spread is a dossier laid out for rendering: what several of its pages need,
// worked out once.
type spread struct {
	r        *Renderer
	d        *factcheck.Dossier
	articles map[string]*document
	cases    []comparison
	language string // the site's

	summaries map[*factcheck.Finding]template.HTML // as summary has worked them out
}

// document is an article with what pages call it and what is marked in it.
type document struct {
	*factcheck.Article
	name     string // the outlet, or that it is not known
	called   string // the outlet or, where it is not known, the headline or label
	named    bool
	outlet   string // address of the outlet's page from the site's root; empty if none
	lang     template.HTMLAttr
	ids      map[string]bool // of elements on its page
	claims   []placedWitness // by claim
	sorted   []placedWitness // by place
	evidence []placedEvidence
	dates    []placedDate
	late     bool           // a finding that stands says that its date lies far from its news
	age      *factcheck.Age // what the program infers of an undated one; nil if nothing, or if an editor dismissed it
	shares   []placedShare  // by place
	text     *fragment.Text // made by original when it is first asked
}

// placedWitness is a wording with the id that its passage has in its article.
type placedWitness struct {
	caseIndex, witness int
	id                 string
}

type placedEvidence struct {
	finding  *factcheck.Finding
	evidence int
	id       string
}

type placedDate struct {
	statement *factcheck.DateStatement
	id        string
	doubtful  bool
}

// comparison is a case with the difference of every wording from the base, row
// by row: kinds[row][witness].
type comparison struct {
	*factcheck.ExaminedCase
	kinds     [][]collate.Kind
	order     []int    // the witnesses as pages list them: the base, then by siglum
	places    []string // of each witness: its element id in its article
	compared  bool     // there are a base and others
	foreign   []string // of each witness: its language, if not that of the base
	conclude  string   // Markdown
	rest      string   // Markdown
	open      int      // findings that stand
	articles  []string // ids, in the order of the wordings
	dismissed int

	forms []map[string]bool // as formsOf has worked them out
}

func (r *Renderer) spread(d *factcheck.Dossier) *spread {
	s := &spread{r: r, d: d, articles: make(map[string]*document, len(d.Story.Articles)), language: r.masthead.Language, summaries: map[*factcheck.Finding]template.HTML{}}
	for i := range d.Story.Articles {
		a := &d.Story.Articles[i]
		src := &document{Article: a, name: noOutlet, lang: languageAttrs(a.Language, s.language, a.Title+" "+a.Body.Plain[:min(len(a.Body.Plain), 4096)]), ids: map[string]bool{}}
		if o, ok := r.outlets[a.Outlet]; ok {
			src.name, src.named, src.outlet = o.Name, true, "outlets/"+o.ID+".html"
			src.called = words.Isolate(o.Name)
		} else {
			src.called = called("", a.Name(), a.Title != "", a.Label != "", maxCalled)
		}
		s.articles[a.ID] = src
	}
	for id, src := range s.articles {
		src.age = d.Age(id)
		src.late = slices.ContainsFunc(d.Findings, func(f factcheck.Finding) bool {
			return f.Kind == "late-report" && f.Status != factcheck.Dismissed && f.Articles()[0] == id
		})
	}
	s.cases = make([]comparison, len(d.Cases))
	for i := range d.Cases {
		s.cases[i] = compared(&d.Cases[i])
		s.cases[i].foreign = s.otherLanguages(&s.cases[i])
	}
	s.place()
	s.placeShares()
	return s
}

// compared asks the table, once, how each wording differs from the base.
func compared(e *factcheck.ExaminedCase) comparison {
	c := comparison{ExaminedCase: e, places: make([]string, len(e.Witnesses))}
	c.conclude, c.rest = markdown.FirstParagraph(e.Claim.Summary)
	others := 0
	for i := range e.Witnesses {
		if i != e.Base && !c.apart(i) {
			others++
		}
	}
	c.compared = e.Base >= 0 && e.Base < len(e.Witnesses) && others > 0 && len(e.Table.Witnesses) == len(e.Witnesses)
	if c.compared {
		n := len(e.Witnesses)
		all := make([]collate.Kind, n*len(e.Table.Rows))
		c.kinds = make([][]collate.Kind, len(e.Table.Rows))
		for row := range e.Table.Rows {
			kinds := all[row*n : (row+1)*n]
			for i := range kinds {
				if i != e.Base {
					kinds[i] = e.Table.Between(row, e.Base, i)
				}
			}
			c.kinds[row] = kinds
		}
	}
	c.order = make([]int, len(e.Witnesses))
	for i := range c.order {
		c.order[i] = i
	}
	sortBySiglum(c.order, e.Witnesses)
	if at := slices.Index(c.order, e.Base); c.compared && at > 0 {
		copy(c.order[1:at+1], c.order[:at])
		c.order[0] = e.Base
	}
	seen := map[string]bool{}
	for _, w := range e.Witnesses {
		if !seen[w.Wording.Article] {
			seen[w.Wording.Article] = true
			c.articles = append(c.articles, w.Wording.Article)
		}
	}
	for i := range e.Findings {
		if e.Findings[i].Status == factcheck.Dismissed {
			c.dismissed++
		} else {
			c.open++
		}
	}
	return c
}

// apart reports whether a witness is too unlike the base to be set beside it.
func (c *comparison) apart(witness int) bool {
	return witness < len(c.Apart) && c.Apart[witness]
}

// sortBySiglum sorts witnesses by the letters of their sigla; wordings of one
// article keep their order.
func sortBySiglum(list []int, witnesses []factcheck.Witness) {
	slices.SortStableFunc(list, func(a, b int) int {
		x, y := letters(witnesses[a].Siglum), letters(witnesses[b].Siglum)
		return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
	})
}

// letters is a siglum without its number: wordings of one article keep their
// order.
func letters(siglum string) string { return strings.TrimRight(siglum, "0123456789") }

// place gives every passage, piece of evidence and date expression the id that
// its element has in its article. The first wording of a claim and the first
// evidence of a finding have the plain ids that other pages of the site count
// on; further ones are numbered, over the numbers that are taken.
func (s *spread) place() {
	for i := range s.cases {
		for _, a := range s.cases[i].articles {
			if src := s.articles[a]; src != nil {
				src.ids["claim-"+s.cases[i].Claim.ID] = true
			}
		}
	}
	for i := range s.cases {
		c := &s.cases[i]
		first := map[string]bool{}
		for j := range c.Witnesses {
			w := &c.Witnesses[j]
			src := s.articles[w.Wording.Article]
			if src == nil || len(w.Passages) == 0 {
				continue
			}
			id := "claim-" + c.Claim.ID
			if first[w.Wording.Article] {
				id = src.free(id)
			}
			first[w.Wording.Article] = true
			c.places[j] = id
			src.claims = append(src.claims, placedWitness{i, j, id})
		}
	}
	for _, src := range s.articles {
		src.sorted = s.readingOrder(src.claims)
	}
	s.eachFinding(func(f *factcheck.Finding) {
		for j, e := range f.Evidence {
			src := s.articles[e.Passage.Article]
			if src == nil {
				continue
			}
			id := "finding-" + f.ID
			if src.ids[id] {
				id = src.free(id)
			}
			src.ids[id] = true
			src.evidence = append(src.evidence, placedEvidence{f, j, id})
		}
	})
	for i := range s.d.Chronology.Statements {
		st := &s.d.Chronology.Statements[i]
		if src := s.articles[st.Passage.Article]; src != nil {
			id := "date-" + strconv.Itoa(len(src.dates)+1)
			src.dates = append(src.dates, placedDate{st, id, false})
		}
	}
	for _, src := range s.articles {
		src.doubt()
	}
}

// doubt marks the date expressions that a finding which stands is about. Its
// evidence is mostly a whole sentence, which may name other days as well: of
// several, those count that the finding names in its words.
func (s *document) doubt() {
	for _, e := range s.evidence {
		f := e.finding
		if f.Status == factcheck.Dismissed || !aboutDates(f.Kind) || f.Evidence[e.evidence].Beside {
			continue
		}
		shown := &f.Evidence[e.evidence]
		var within []*placedDate
		for i := range s.dates {
			if overlap(shown.Passage, s.dates[i].statement.Passage) {
				within = append(within, &s.dates[i])
			}
		}
		for _, d := range within {
			p := d.statement.Passage
			text := strings.Join(strings.Fields(s.Text(p.Part)[p.Start:p.End]), " ")
			if len(within) == 1 || p == shown.Passage || quotes(f.Summary, text) || quotes(shown.Note, text) {
				d.doubtful = true
			}
		}
	}
}

// quotes reports whether a sentence of Markdown has the words in quotation
// marks.
func quotes(sentence, words string) bool {
	if words == "" || !strings.ContainsAny(sentence, "“‘\"'") {
		return false
	}
	for _, w := range [...]string{words, markdown.Escape(words)} {
		for _, m := range [...][2]string{{"“", "”"}, {"‘", "’"}, {`"`, `"`}, {"'", "'"}} {
			if strings.Contains(sentence, m[0]+w+m[1]) {
				return true
			}
		}
	}
	return false
}

// overlap reports whether two passages share a letter.
func overlap(a, b factcheck.Passage) bool {
	return a.Article == b.Article && a.Part == b.Part && a.Start < b.End && b.Start < a.End
}

// free returns the first numbered form of an id that is not taken, and takes it.
func (s *document) free(id string) string {
	for n := 2; ; n++ {
		numbered := id + "-" + strconv.Itoa(n)
		if !s.ids[numbered] {
			s.ids[numbered] = true
			return numbered
		}
	}
}

// eachFinding calls do for every finding: the story's, then the claims'.
func (s *spread) eachFinding(do func(*factcheck.Finding)) {
	for i := range s.d.Findings {
		do(&s.d.Findings[i])
	}
	for i := range s.d.Cases {
		for j := range s.d.Cases[i].Findings {
			do(&s.d.Cases[i].Findings[j])
		}
	}
}

// placeOf returns the element id of a finding's evidence in its article.
func (s *spread) placeOf(f *factcheck.Finding, evidence int) string {
	src := s.articles[f.Evidence[evidence].Passage.Article]
	if src == nil {
		return ""
	}
	for _, p := range src.evidence {
		if p.finding == f && p.evidence == evidence {
			return p.id
		}
	}
	return ""
}

// dateOf returns the place of a date expression.
func (s *spread) dateOf(st *factcheck.DateStatement) (placedDate, bool) {
	if src := s.articles[st.Passage.Article]; src != nil {
		for _, p := range src.dates {
			if p.statement.Passage == st.Passage {
				return p, true
			}
		}
	}
	return placedDate{}, false
}

func (s *spread) claimPath(i int) string {
	return s.d.Story.ID + "/claims/" + s.d.Cases[i].Claim.ID + ".html"
}

func (s *spread) articlePath(a *factcheck.Article) string {
	return s.d.Story.ID + "/articles/" + a.ID + ".html"
}

// crumbs leads from home to a page of the story; up is the way from that page
// to the story's folder.
func (s *spread) crumbs(root, up string) []Link {
	crumbs := []Link{{root + "index.html", "Home"}}
	if up != "" {
		crumbs = append(crumbs, Link{up + "index.html", s.d.Story.Title})
	}
	return crumbs
}

// titleLang is the language and direction of what Name returns: the editors'
// words and ids are in the site's.
func (s *document) titleLang() template.HTMLAttr {
	if s.Title == "" {
		return ""
	}
	return s.lang
}

// quotedBy lists the cases that quote the article, each once.
func (s *document) quotedBy() []int {
	var cases []int
	for _, p := range s.claims {
		if n := len(cases); n == 0 || cases[n-1] != p.caseIndex {
			cases = append(cases, p.caseIndex)
		}
	}
	return cases
}

// dated says how an article's date was understood; of one without a date, what
// the program infers.
func (s *document) dated() string {
	switch {
	case s.Published.Known():
		return spell(s.Published)
	case s.age != nil:
		return noDate + "; " + inferred(s.age)
	}
	return noDate
}

// inferred says what the program takes the age of an undated document to be.
func inferred(a *factcheck.Age) string {
	switch {
	case a.From.IsZero():
		return "inferred by the program: " + factcheck.SpellDay(a.To) + " or before"
	case a.To.IsZero():
		return "inferred by the program: " + factcheck.SpellDay(a.From) + " or after"
	}
	return "inferred by the program: " + period(a.From, a.To)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
