package render

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// A key that the editor left out says nothing of the document.
func TestWhatIsNotRecordedIsNotSaidOfTheDocument(t *testing.T) {
	room, d := fixture(t)
	for p, page := range built(t, room, d) {
		if path.Ext(p) != ".html" {
			continue
		}
		for _, said := range []string{"not named", "none printed", "prints no date", "is undated", "name no outlet"} {
			if strings.Contains(page, said) {
				t.Errorf("%s says %q", p, said)
			}
		}
		if strings.Contains(page, "prints no headline") != (p == "ferry/articles/note.html") {
			t.Errorf("%s: only a label tells that no headline is printed", p)
		}
	}
}

// The summaries of findings name sources by their sigla.
func TestEvidenceIsTold(t *testing.T) {
	room, d := fixture(t)
	files := built(t, room, d)
	for _, p := range []string{"findings.html", "ferry/claims/boats.html"} {
		for _, want := range []string{`<span class="siglum">C</span> <a href="[^"]*#finding-[^"]*">Harbour Post<`, `<span class="siglum">D</span> <a href="[^"]*#finding-[^"]*">Outlet not known<`} {
			if !regexp.MustCompile(want).MatchString(files[p]) {
				t.Errorf("%s has no %s", p, want)
			}
		}
	}
	for want, got := range map[string]string{
		"Harbour Post":     called("Harbour Post", "Ship “lost”", true, true, maxCalled),
		"‘Ship “lost”’":    called("", "Ship “lost”", true, true, maxCalled),
		"A note on boats":  called("", "A note on boats", false, true, maxCalled),
		"Outlet not known": called("", "a-file", false, false, maxCalled),
	} {
		if got != want {
			t.Errorf("called %q, want %q", got, want)
		}
	}
	if got := called("", strings.Repeat("long ", 40), true, true, maxCalled); len(got) > 2*maxCalled {
		t.Errorf("a headline is not shortened: %s", got)
	}
}

func TestMarksDoNotDouble(t *testing.T) {
	for text, want := range map[string]string{"plain": "“plain”", "it’s": "“it’s”", "“Nobody was hurt”": "‘“Nobody was hurt”’", `so "called"`: `‘so "called"’`} {
		if got := inMarks(text); got != want {
			t.Errorf("%s in marks: %s, want %s", text, got, want)
		}
	}
	room, d := fixture(t)
	files := built(t, room, d)
	for p, page := range files {
		if path.Ext(p) == ".html" && (strings.Contains(page, "““") || strings.Contains(page, "””")) {
			t.Errorf("%s has doubled quotation marks", p)
		}
	}
	// The style sheet adds none that Go does not know of.
	if regexp.MustCompile(`content: ?"[“”]`).MatchString(files["assets/style.css"]) {
		t.Error("the style sheet writes quotation marks")
	}
}

// Two days in one sentence: only the day that the finding is about is flagged.
func TestOnlyTheDayInQuestionIsFlagged(t *testing.T) {
	body := "The port closed on Monday and opened on Friday.\n\nIt rained on Tuesday."
	at := func(s string) factcheck.Passage {
		i := strings.Index(body, s)
		return factcheck.Passage{Article: "log", Part: factcheck.Body, Start: i, End: i + len(s)}
	}
	first, second := at("The port closed on Monday and opened on Friday."), at("It rained on Tuesday.")
	statement := func(s string, sentence factcheck.Passage) placedDate {
		return placedDate{statement: &factcheck.DateStatement{Passage: at(s), Sentence: sentence}}
	}
	for name, test := range map[string]struct {
		finding factcheck.Finding
		want    string
	}{
		"named in the summary":       {factcheck.Finding{Kind: "day-conflict", Summary: "One has “Friday”.", Evidence: []factcheck.Evidence{{Passage: first}}}, "Friday"},
		"named in the note":          {factcheck.Finding{Kind: "late-report", Evidence: []factcheck.Evidence{{Passage: first, Note: "‘Monday’, counted on"}}}, "Monday"},
		"the only one":               {factcheck.Finding{Kind: "date", Evidence: []factcheck.Evidence{{Passage: second}}}, "Tuesday"},
		"quoted alone":               {factcheck.Finding{Kind: "date", Evidence: []factcheck.Evidence{{Passage: at("Monday")}}}, "Monday"},
		"not about days":             {factcheck.Finding{Kind: "figure", Summary: "“Friday”", Evidence: []factcheck.Evidence{{Passage: second}}}, ""},
		"dismissed":                  {factcheck.Finding{Kind: "date", Status: factcheck.Dismissed, Evidence: []factcheck.Evidence{{Passage: second}}}, ""},
		"words, but not in marks":    {factcheck.Finding{Kind: "date", Summary: "Friday comes late.", Evidence: []factcheck.Evidence{{Passage: first}}}, ""},
		"the sentence names neither": {factcheck.Finding{Kind: "date", Summary: "“Sunday”", Evidence: []factcheck.Evidence{{Passage: first}}}, ""},
	} {
		doc := &document{Article: &factcheck.Article{ID: "log", Body: markdown.Plain(body)},
			dates:    []placedDate{statement("Monday", first), statement("Friday", first), statement("Tuesday", second)},
			evidence: []placedEvidence{{finding: &test.finding}}}
		doc.doubt()
		got := ""
		for _, p := range doc.dates {
			if p.doubtful {
				got += body[p.statement.Passage.Start:p.statement.Passage.End]
			}
		}
		if got != test.want {
			t.Errorf("%s: flagged %q, want %q", name, got, test.want)
		}
	}
}

// A finding on the days of another passage is no business of the claim.
func TestStoryFindingsOnDatesStandWithTheClaimsTheyTouch(t *testing.T) {
	passage := func(article string, start, end int) factcheck.Passage {
		return factcheck.Passage{Article: article, Part: factcheck.Body, Start: start, End: end}
	}
	c := comparison{ExaminedCase: &factcheck.ExaminedCase{
		Case:  factcheck.Case{Witnesses: []factcheck.Witness{{Passages: []factcheck.Passage{passage("log", 100, 120)}}}},
		Dates: []factcheck.ClaimDate{{Article: "log", Statements: []factcheck.DateStatement{{Passage: passage("log", 90, 95), Sentence: passage("log", 80, 130)}}}},
	}}
	finding := func(kind string, p factcheck.Passage) *factcheck.Finding {
		return &factcheck.Finding{Kind: kind, Evidence: []factcheck.Evidence{{Passage: p}}}
	}
	quoted := map[string]bool{"log": true}
	for name, test := range map[string]struct {
		f    *factcheck.Finding
		want bool
	}{
		"whole document":         {finding("undated", passage("log", 0, 10)), true},
		"another document":       {finding("undated", passage("mail", 100, 120)), false},
		"elsewhere in it":        {finding("ambiguous-month", passage("log", 0, 80)), false},
		"the claim’s sentence":   {finding("ambiguous-month", passage("log", 80, 130)), true},
		"same place, other part": {finding("date", factcheck.Passage{Article: "log", Part: factcheck.Title, Start: 100, End: 120}), false},
	} {
		if got := c.concerns(test.f, quoted); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Segments of nothing but punctuation have no column of their own, and no word
// is lost by that.
func TestPunctuationHasNoColumn(t *testing.T) {
	texts := []string{"he said “the pier, is shut” today", "he said the pier is shut today", "he said “the pier is closed” on Monday"}
	cell := func(w int, s string) collate.Cell {
		i := strings.Index(texts[w], s)
		return collate.Cell{Start: i, End: i + len(s)}
	}
	none := collate.Cell{}
	table := collate.Table{Rows: []collate.Row{
		{Cells: []collate.Cell{cell(0, "he said"), cell(1, "he said"), cell(2, "he said")}},
		{Kind: collate.Punctuation, Cells: []collate.Cell{cell(0, "“"), none, cell(2, "“")}},
		{Cells: []collate.Cell{cell(0, "the pier"), cell(1, "the pier"), cell(2, "the pier")}},
		{Kind: collate.Punctuation, Cells: []collate.Cell{cell(0, ","), none, none}},
		{Kind: collate.Wording, Cells: []collate.Cell{cell(0, "is shut"), cell(1, "is shut"), cell(2, "is closed")}},
		{Kind: collate.Punctuation, Cells: []collate.Cell{cell(0, "”"), none, cell(2, "”")}},
		{Kind: collate.Wording, Cells: []collate.Cell{cell(0, "today"), cell(1, "today"), cell(2, "on Monday")}},
	}}
	c := comparison{compared: true, order: []int{0, 1, 2}}
	witnesses := make([]factcheck.Witness, 3)
	for i, text := range texts {
		table.Witnesses = append(table.Witnesses, collate.Witness{Text: text})
		witnesses[i] = factcheck.Witness{Siglum: string(rune('A' + i)), Text: text}
	}
	c.ExaminedCase = &factcheck.ExaminedCase{Case: factcheck.Case{Witnesses: witnesses}, Table: table}
	for _, row := range table.Rows {
		kinds := make([]collate.Kind, 3)
		for w, cell := range row.Cells {
			if w > 0 && row.Kind != collate.Same && texts[w][cell.Start:cell.End] != texts[0][row.Cells[0].Start:row.Cells[0].End] {
				kinds[w] = row.Kind
			}
		}
		c.kinds = append(c.kinds, kinds)
	}
	var got []string
	for _, col := range c.columns() {
		first, last := table.Rows[col.from].Cells[0], table.Rows[col.to-1].Cells[0]
		got = append(got, texts[0][first.Start:last.End])
	}
	if want := "he said|“the pier,|is shut”|today"; strings.Join(got, "|") != want {
		t.Errorf("columns %q, want %q", strings.Join(got, "|"), want)
	}
	html := string(c.variantTable(&spread{}))
	all, err := readHTML(html)
	if err != nil {
		t.Fatal(err)
	}
	cells := 0
	for _, e := range all {
		if e.name == "td" {
			cells++
		}
	}
	if cells != 3*4 {
		t.Errorf("%d cells, want 12", cells)
	}
	if !strings.Contains(html, "(left out here: ,)") {
		t.Error("whoever hears the table is not told of the mark left out")
	}
	rows := strings.Split(html, "<tr")
	for w, text := range texts {
		if read := visible(regexp.MustCompile(`<span class="sr">[^<]*</span>|<th.*?</th>|<[^>]*>`).ReplaceAllString("<tr"+rows[w+2], "")); read != visible(text) {
			t.Errorf("row %d reads %q", w, read)
		}
	}
}

func TestFootnotesAreNotTakenForClaims(t *testing.T) {
	room, d := fixture(t)
	if page := built(t, room, d)["ferry/articles/note.html"]; !strings.Contains(page, "<sup>[1]</sup></a>") {
		t.Error("the document’s footnote looks like the number of a claim")
	}
}

func TestGradesAreToldByTheirPlace(t *testing.T) {
	for want, got := range map[string]string{
		"First of five grades, from most to least agreement":   standing(1, 5),
		"Last of five grades, from most to least agreement":    standing(5, 5),
		"Number 11 of 12 grades, from most to least agreement": standing(11, 12),
		"Outside the scale of agreement":                       standing(0, 4),
		"The only grade":                                       standing(1, 1),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	room := newsroom()
	for i, want := range []int{2, 1, 0} {
		if got := strings.Count(string(newVerdict(room, i).Steps), `class="on"`); got != want {
			t.Errorf("grade %d has %d cells filled, want %d", i, got, want)
		}
	}
	room.Site.Verdicts[0].Value, room.Site.Verdicts[1].Value = nil, nil
	if got := newVerdict(room, 2).Standing; got != standing(3, 3) {
		t.Errorf("in a scale without numbers all grades count: %s", got)
	}
}

// Every reason that the tagger gives has words for readers.
func TestReasonsAreToldInPlainWords(t *testing.T) {
	src, err := fs.ReadFile(os.DirFS("../engine/timex"), "timex.go")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^\s*Reason\w+\s+= "(.*)"`).FindAllStringSubmatch(string(src), -1)
	if len(found) < 10 {
		t.Fatal("the reasons have moved")
	}
	for _, m := range found {
		if reasonLabels[m[1]] == "" {
			t.Errorf("no words for %q", m[1])
		}
	}
	if got := reasonLabel(timex.ReasonDefaultPast); got != "taken as the last such day before publication" {
		t.Error(got)
	}
}

// An editor who wants to rule on a finding finds its id and the lines to write.
func TestProposedFindingsTellHowToRule(t *testing.T) {
	room, d := fixture(t)
	files := built(t, room, d)
	n := 0
	for _, c := range d.Cases {
		for _, f := range c.Findings {
			proposed := f.Status == factcheck.Proposed && !f.ByEditor
			lines := "  - confirms: " + f.ID + "\n    reason: …"
			if got := strings.Contains(files["ferry/claims/"+c.Claim.ID+".html"], lines); got != proposed {
				t.Errorf("%s: lines for a ruling: %v, want %v", f.ID, got, proposed)
			}
			if proposed {
				n++
				if !strings.Contains(files["findings.html"], lines) {
					t.Errorf("findings.html has no lines for %s", f.ID)
				}
			}
		}
	}
	if n == 0 {
		t.Fatal("the story has no proposed finding")
	}
}
