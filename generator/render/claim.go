package render

import (
	"html/template"
	"strings"
	"unicode/utf8"

	"crosscheck/generator/engine/quotation"
	"crosscheck/generator/engine/timex"
	"crosscheck/generator/export"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/words"
)

// ClaimPage is <story>/claims/<claim>.html.
type ClaimPage struct {
	Page
	Claim        string
	Story        Link
	Verdict      *Verdict      // nil if the claim is not rated
	Meaning      template.HTML // of the grade
	ScaleHref    string        // where the scale is printed; empty if nowhere
	Conclusion   template.HTML // the first paragraph of the editor's summary; may be empty
	Claimant     Link          // Text empty if the claim names none
	SaidOn       string        // empty if not given
	SaidOnISO    string
	Occasion     string
	Topics       []Link
	Reviewed     []string // by whom and when; sentences without a stop
	Corrections  []CorrectionView
	LogHref      string // of the log of all
	Cards        []Card
	FormsRead    bool          // some forms are the program's reading
	Verbs        string        // a sentence on verbs of saying of different kinds; empty where they are alike
	BaseNote     template.HTML // which source is the base, and who chose it; empty with fewer than two
	BaseBy       string        // "editor" or "program"
	Legend       []LegendItem
	Variants     template.HTML // the table of variants; empty with fewer than two sources
	Collation    template.HTML // the same for scripts
	Graph        template.HTML // the same as a picture; may be empty
	TableNotes   []string      // what a reader may miss in it
	Figures      *CountedTable // nil where no wording has a figure
	Timeline     template.HTML // empty where no source names a day
	Dates        []DateRow
	DateFindings []FindingLink // what does not fit
	Open         []FindingView // findings that stand
	Dismissed    []FindingView
	Text         template.HTML // the rest of the editor's summary
	Source       template.HTML // the claim's own YAML, highlighted
	SourceHref   string        // of its file where it is too long for the page
	SourcePath   string
	Citation     Citation
	Picture      string // address of the card to share it with; empty if none is drawn
	Previous     Link   // Href empty if there is none
	Next         Link
}

// Card is what one source wrote.
type Card struct {
	ID       string // of the element: w-A
	Siglum   string
	Source   string // the outlet, or that it is not known
	Named    bool   // the outlet is known
	Href     string // of the outlet's page; empty if there is none
	Title    string // the article's headline in quotation marks, its label, or that none is recorded
	Printed  bool   // Title is the headline as printed
	LangAttr template.HTMLAttr
	Date     string // as printed
	Dated    bool   // the document prints a date
	Form     string
	Inferred bool   // Form is the program's reading
	Apart    string // why it is shown without marks and not in the table; empty if it is compared
	Base     bool
	Quote    template.HTML
	Note     template.HTML
	Doubts   []string
	Preview  string // the sentences around the passage
	Mark     string // the passage in them
	Around   bool   // Before and After stand for Preview, as the card itself has the rest: claim.js puts them together
	Before   string
	After    string
	Context  string // address of the passage in the article
	Original string // address of the passage in the document itself, elsewhere; empty if not known
	Archived string // address of the document's archived copy; empty if not known
	Verb     string // of saying that brings the wording in, as printed, in quotation marks; empty if none was recognized
}

// DateRow is what one source says of when.
type DateRow struct {
	Siglum     string // empty for the day on which the statement was made
	Source     Link   // the article
	Printed    string // the date line as printed, in quotation marks; empty if none is recorded
	LangAttr   template.HTMLAttr
	Understood string // how it was read, or that no date is recorded
	Doubtful   bool   // it is part of a finding that stands
	Statements []DateView
	None       string // what stands for them if there are none
}

// DateView is a date expression of an article, and how it was understood.
type DateView struct {
	Text       string
	Quoted     string // Text in quotation marks
	Href       string // its place in the article
	LangAttr   template.HTMLAttr
	Understood string
	Reason     string
	Doubtful   bool // a finding that stands has it as evidence
}

// claimPage prepares <story>/claims/<claim>.html.
func (s *spread) claimPage(i int) *ClaimPage {
	const up, root = "../", "../../"
	c := &s.cases[i]
	claim := &c.Claim
	p := &ClaimPage{
		Page:       s.r.page(s.claimPath(i), "home", claim.Text, plain(c.conclude)),
		Claim:      claim.Text,
		Story:      Link{up + "index.html", s.d.Story.Title},
		Conclusion: inline(c.conclude, root),
		SaidOn:     spell(claim.SaidOn),
		SaidOnISO:  claim.SaidOn.ISO,
		Occasion:   claim.Occasion,
		Topics:     topics(claim.Topics, root),
		Text:       prose(c.rest, root, 3, "text-"),
	}
	p.Sheet = claimSheet
	p.Crumbs = s.crumbs(root, up)
	p.Edit = editLink(&s.r.room.Site, claim.File, "Edit this claim")
	if review := export.ClaimReview(s.r.room, s.d, &c.Case); review != nil {
		p.link(review)
	}
	if v, ok := s.r.verdicts[claim.Verdict]; ok {
		p.Verdict = &v
		p.Meaning = inline(v.Meaning, root)
		if s.r.scalePage != "" {
			p.ScaleHref = root + s.r.scalePage + "#the_scale"
		}
	}
	if claim.Claimant != "" {
		p.Claimant = Link{root + "claimants/" + factcheck.Slug(claim.Claimant) + ".html", claim.Claimant}
	}
	p.Reviewed = reviewed(&claim.Review)
	p.LogHref = root + s.r.logPage
	for _, k := range claim.Review.Corrections {
		p.Corrections = append(p.Corrections, CorrectionView{spell(k.Date), k.Date.ISO, inline(k.What, root)})
	}
	s.compare(p, c)
	p.Figures = s.countedTable(c)
	p.Dates, p.Timeline = s.claimDates(c)
	s.claimFindings(p, c, up)
	if claim.File != nil {
		if text := claim.File.Text; len(text) <= maxAnnotation {
			p.Source = markdown.Highlight("yaml", text)
		} else {
			p.SourceHref = claim.ID + annotationSuffix
		}
		p.SourcePath = claim.File.Path
	}
	p.Citation = p.cites("Cite this claim", export.CiteClaim(s.r.room, s.d.Story.ID, claim))
	if i > 0 {
		p.Previous = s.claimLink(i - 1)
	}
	if i+1 < len(s.cases) {
		p.Next = s.claimLink(i + 1)
	}
	return p
}

// compare fills in what each source wrote, and how that differs.
func (s *spread) compare(p *ClaimPage, c *comparison) {
	var used kindSet
	p.Cards = make([]Card, 0, len(c.Witnesses))
	for _, j := range c.order {
		card := s.card(c, j, &used)
		p.FormsRead = p.FormsRead || card.Inferred
		p.Cards = append(p.Cards, card)
	}
	p.Verbs = c.verbs()
	if c.compared {
		p.BaseNote, p.BaseBy = s.baseNote(c), c.BaseBy
		var possible kindSet
		p.Collation, possible = c.pairs()
		p.Legend = used.legend(possible)
		p.Variants = c.variantTable(s)
		p.Scripts = append(p.Scripts, "claim.js")
		p.TableNotes = c.tableNotes()
		var none string
		if p.Graph, none = c.variantGraph(); none != "" {
			p.TableNotes = append(p.TableNotes, none)
		}
	}
	if !c.compared && len(p.Cards) > 1 {
		p.BaseNote = "These wordings have too little in common to be compared word by word."
	}
}

// claimFindings fills in the findings on the claim, and those on dates that
// concern it.
func (s *spread) claimFindings(p *ClaimPage, c *comparison, up string) {
	quoted := map[string]bool{}
	for _, a := range c.articles {
		quoted[a] = true
	}
	for j := range s.d.Findings {
		f := &s.d.Findings[j]
		if f.Status == factcheck.Dismissed || !aboutDates(f.Kind) {
			continue
		}
		if c.concerns(f, quoted) {
			p.DateFindings = append(p.DateFindings, s.findingLink(f, up))
		}
	}
	for j := range c.Findings {
		f := &c.Findings[j]
		v := s.findingView(f, up)
		if f.Status == factcheck.Dismissed {
			p.Dismissed = append(p.Dismissed, v)
			continue
		}
		p.Open = append(p.Open, v)
		if aboutDates(f.Kind) {
			p.DateFindings = append(p.DateFindings, FindingLink{v.Proposed, "#" + f.ID, v.Kind, s.summary(f)})
		}
	}
}

// A claim's annotation stands on its page if it is no longer than so many bytes,
// else in a file beside it. That file is text to every browser and server.
const (
	maxAnnotation    = 2000
	annotationSuffix = ".yaml.txt"
)

// tableNotes says which sources the table of variants leaves out, and what a
// numbered letter is.
func (c *comparison) tableNotes() []string {
	var apart, abroad, again []string
	for _, i := range c.order {
		siglum := c.Witnesses[i].Siglum
		if c.apart(i) && c.foreign[i] != "" {
			abroad = append(abroad, siglum)
		} else if c.apart(i) {
			apart = append(apart, siglum)
		} else if plain := letters(siglum); plain != siglum {
			again = append(again, siglum+" is another passage of "+plain)
		}
	}
	var notes []string
	if len(apart) == 1 {
		notes = append(notes, apart[0]+" is not in this table: it has words of its own.")
	} else if len(apart) > 1 {
		notes = append(notes, listed(apart)+" are not in this table: they have words of their own.")
	}
	if len(abroad) == 1 {
		notes = append(notes, abroad[0]+" is not in this table: it is in another language.")
	} else if len(abroad) > 1 {
		notes = append(notes, listed(abroad)+" are not in this table: they are in other languages.")
	}
	if len(again) > 0 {
		notes = append(notes, listed(again)+".")
	}
	return notes
}

// concerns reports whether a finding on the story's dates touches the claim: it
// is about the dating of a whole document that the claim quotes, or shows a
// sentence that a passage of the claim lies in.
func (c *comparison) concerns(f *factcheck.Finding, quoted map[string]bool) bool {
	for _, e := range f.Evidence {
		if e.Beside {
			continue
		}
		if (f.Kind == "late-report" || f.Kind == "undated") && quoted[e.Passage.Article] {
			return true
		}
		for i := range c.Witnesses {
			for _, p := range c.Witnesses[i].Passages {
				if overlap(e.Passage, p) {
					return true
				}
			}
		}
		for i := range c.Dates {
			for j := range c.Dates[i].Statements {
				if overlap(e.Passage, c.Dates[i].Statements[j].Sentence) {
					return true
				}
			}
		}
	}
	return false
}

func (s *spread) claimLink(i int) Link {
	return Link{s.cases[i].Claim.ID + ".html", s.cases[i].Claim.Text}
}

// card prepares what one source wrote.
func (s *spread) card(c *comparison, j int, used *kindSet) Card {
	const up, root = "../", "../../"
	w := &c.Witnesses[j]
	card := Card{
		ID:       "w-" + w.Siglum,
		Siglum:   w.Siglum,
		Form:     formLabel(w.Form),
		Inferred: w.FormInferred,
		Base:     c.compared && j == c.Base,
		Quote:    c.markedWording(j, used),
		Note:     inline(w.Wording.Note, root),
	}
	if c.compared && c.apart(j) {
		card.Apart = c.whyApart(j)
	}
	if j < len(c.Introduced) && c.Introduced[j].Word != "" {
		card.Verb = inMarks(c.Introduced[j].Word)
	}
	for _, d := range w.Doubts {
		card.Doubts = append(card.Doubts, doubtLabel(d))
	}
	src := s.articles[w.Wording.Article]
	if src == nil {
		card.Source = noOutlet
		return card
	}
	card.Source, card.Named = src.name, src.named
	if src.outlet != "" {
		card.Href = root + src.outlet
	}
	card.Title, card.Printed = src.Name(), src.Title != ""
	if card.Printed {
		card.Title = inMarks(card.Title)
	} else if src.Label == "" {
		card.Title = noHeadline
	}
	card.LangAttr = src.lang
	switch {
	case src.PublishedAs != "":
		card.Date, card.Dated = src.PublishedAs, true
	case src.Published.Known():
		card.Date, card.Dated = spell(src.Published), true
	default:
		card.Date = noDateLine
	}
	card.Original, card.Archived = src.original(w.Passages...), src.archived()
	if len(w.Passages) > 0 {
		first, last := w.Passages[0], w.Passages[len(w.Passages)-1]
		if last.Part != first.Part || last.Start < first.Start {
			last = first
		}
		card.Preview, card.Mark = preview(src.Text(first.Part), first.Start, first.End, last.End)
		if before, after, ok := strings.Cut(card.Preview, card.Mark); ok && c.compared && len(w.Passages) == 1 && card.Mark == strings.Join(strings.Fields(w.Text), " ") {
			card.Before, card.After, card.Around = before, after, true
			card.Preview, card.Mark = "", ""
		}
	}
	card.Context = up + "articles/" + src.ID + ".html"
	if c.places[j] != "" {
		card.Context += "#" + c.places[j]
	}
	return card
}

// maxPreview is how many letters of an article a preview shows.
const maxPreview = 250

// preview returns the sentences around a passage that begins at start and ends
// at last, in one line, and of them the words to mark: text[start:end], or as
// many of them as there is room for. White space is made one blank.
func preview(text string, start, end, last int) (around, mark string) {
	oneLine := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	from := min(words.SentenceAt(text, start).Start, start)
	to := max(words.SentenceAt(text, max(start, last-1)).End, last)
	around, mark = oneLine(text[from:to]), oneLine(text[start:end])
	length := utf8.RuneCountInString
	if length(around) <= maxPreview {
		return around, mark
	}
	if length(mark) > maxPreview-2 {
		mark = strings.TrimSuffix(shortened(mark, maxPreview-2), "…")
		return mark + "…", mark
	}
	// What room is left goes to both sides alike, and what one does not need to the
	// other.
	before, after := oneLine(text[from:start]), oneLine(text[end:to])
	gapBefore, gapAfter := strings.HasSuffix(oneLine(text[from:start]+"|"), " |"), strings.HasPrefix(oneLine("|"+text[end:to]), "| ")
	room := maxPreview - length(mark) - 4
	half := max(room/2, room-length(after))
	before = lastWords(before, half)
	after = firstWords(after, room-length(before))
	if gapBefore && before != "" {
		before += " "
	}
	if gapAfter && after != "" {
		after = " " + after
	}
	return before + mark + after, mark
}

// firstWords cuts text behind a word so that it has at most n letters, and an
// ellipsis where something is cut.
func firstWords(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:max(n, 0)])
	return strings.TrimSpace(cut[:strings.LastIndexByte(cut, ' ')+1]) + "…"
}

// lastWords does the same from the other end.
func lastWords(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[len(r)-max(n, 0):])
	i := strings.IndexByte(cut, ' ')
	if i < 0 {
		return "…"
	}
	return "…" + cut[i+1:]
}

// verbs tells with which verbs of saying the sources bring the statement in,
// where these are of different kinds: said, claimed, admitted. It judges none.
func (c *comparison) verbs() string {
	var order []string // lemmas
	told := map[string]string{}
	sigla := map[string][]string{}
	classes := map[quotation.Class]bool{}
	for _, j := range c.order {
		if j >= len(c.Introduced) || c.Introduced[j].Word == "" {
			continue
		}
		in := c.Introduced[j]
		if _, ok := told[in.Lemma]; !ok {
			told[in.Lemma] = in.Word
			order = append(order, in.Lemma)
		}
		sigla[in.Lemma] = append(sigla[in.Lemma], c.Witnesses[j].Siglum)
		classes[in.Class] = true
	}
	if len(classes) < 2 {
		return ""
	}
	var parts []string
	for _, lemma := range order {
		parts = append(parts, inMarks(told[lemma])+" ("+strings.Join(sigla[lemma], ", ")+")")
	}
	return "The sources introduce the statement with different verbs: " + strings.Join(parts, ", ") + ". The choice of verb is each source’s own."
}

// baseNote says which wording the others are compared with, and why that one.
func (s *spread) baseNote(c *comparison) template.HTML {
	w := &c.Witnesses[c.Base]
	var b strings.Builder
	b.WriteString(`The words marked are those in which a source differs from <a href="#w-`)
	escape(&b, w.Siglum)
	b.WriteString(`">source `)
	escape(&b, w.Siglum)
	if src := s.articles[w.Wording.Article]; src != nil {
		b.WriteString(", ")
		escape(&b, src.called)
	}
	b.WriteString(`</a>, the base of the comparison. <span>`)
	if c.BaseBy == "editor" {
		b.WriteString(string(byEditor) + " An editor chose it.")
	} else {
		b.WriteString(string(byProgram) + " The program chose it: it is the fullest wording nearest to a direct quotation.")
	}
	b.WriteString("</span> A base is only a yardstick; it has no better claim to be right.")
	return template.HTML(b.String())
}

// reviewed says by whom a claim was reviewed, and when.
func reviewed(r *factcheck.Review) []string {
	var lines []string
	if r.Author != "" {
		lines = append(lines, "By "+r.Author)
	}
	if r.Published.Known() {
		lines = append(lines, "Published "+spell(r.Published))
	}
	if r.Updated.Known() {
		lines = append(lines, "Last reviewed "+spell(r.Updated))
	}
	return lines
}

// claimDates lists when each source of a claim was dated and which days it
// speaks of beside its wording, and draws them.
func (s *spread) claimDates(c *comparison) ([]DateRow, template.HTML) {
	const up = "../"
	var rows []DateRow
	t := timeline{title: "When the sources were dated, and the days they speak of", reach: true, table: true}
	if c.Claim.SaidOn.Known() {
		t.lane("The statement", "", false)
		t.date(c.Claim.SaidOn, shapeSaid, "Said on "+spell(c.Claim.SaidOn), false)
		rows = append(rows, DateRow{Source: Link{Text: "The statement"}, Understood: "said on " + spell(c.Claim.SaidOn) + ", as the editor records"})
	}
	for i := range c.Dates {
		cd := &c.Dates[i]
		src := s.articles[cd.Article]
		if src == nil {
			continue
		}
		row := DateRow{
			Siglum:     src.Siglum,
			Source:     Link{up + "articles/" + src.ID + ".html", src.called},
			Printed:    src.PublishedAs,
			LangAttr:   src.lang,
			Understood: src.dated(),
			Doubtful:   s.datedDoubtful(src),
		}
		if row.Printed != "" {
			row.Printed = inMarks(row.Printed)
		}
		t.source(src, row.Doubtful)
		for j := range cd.Statements {
			v := s.dateView(src, &cd.Statements[j], up)
			row.Statements = append(row.Statements, v)
			t.spoken(&cd.Statements[j], v)
		}
		row.None = "none"
		if name := src.unread(); name != "" {
			row.None = "not read: in " + name
		}
		rows = append(rows, row)
	}
	return rows, t.draw()
}

// datedDoubtful reports whether the date of an article is part of a finding
// that stands. Where the question is a month without a year, the date only
// shows why there are two readings.
func (s *spread) datedDoubtful(src *document) bool {
	for _, e := range src.evidence {
		if e.finding.Status != factcheck.Dismissed && aboutDates(e.finding.Kind) && e.finding.Kind != "ambiguous-month" && !e.finding.Evidence[e.evidence].Beside && e.finding.Evidence[e.evidence].Passage.Part == factcheck.PublishedAs {
			return true
		}
	}
	return false
}

func (s *spread) dateView(src *document, st *factcheck.DateStatement, up string) DateView {
	text := src.Text(st.Passage.Part)
	v := DateView{
		Text:       text[st.Passage.Start:st.Passage.End],
		LangAttr:   src.lang,
		Understood: understood(st.Expression),
		Reason:     reasonLabel(st.Expression.Reason),
	}
	v.Quoted = inMarks(v.Text)
	e := st.Expression
	counted := !e.Explicit && !e.YearInferred && e.Grain != timex.NoGrain && e.Grain <= timex.GrainWeek && !e.Earliest.IsZero()
	if counted && (src.late || st.Spoken) {
		v.Understood += ", if counted from the date of the document"
	}
	if counted && src.late {
		v.Reason += ", counted from the date of the document, which is in doubt"
	} else if counted && st.Spoken {
		v.Reason += ", in words that are quoted and may have been spoken before"
	}
	if p, ok := s.dateOf(st); ok {
		v.Href = up + "articles/" + src.ID + ".html#" + p.id
		v.Doubtful = p.doubtful
	}
	return v
}
