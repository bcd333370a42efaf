package examine

import (
	"slices"
	"strings"
	"testing"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// A doc is an article of a test story; a said is a wording of its one claim.
type doc struct{ id, published, printed, body string }
type said struct {
	article, quote string
	form           factcheck.Form
}

var newsroom = &factcheck.Newsroom{Outlets: []factcheck.Outlet{{ID: "herald", Name: "The Herald"}}}

// book builds a story of the documents and, if there are wordings, one claim.
func book(t testing.TB, saidOn string, docs []doc, sayings ...said) factcheck.Casebook {
	t.Helper()
	story := factcheck.Story{ID: "flood", Title: "The flood"}
	for i, d := range docs {
		a := factcheck.Article{ID: d.id, Siglum: string(rune('A' + i)), Title: "Report " + d.id, PublishedAs: d.printed, Body: markdown.Plain(d.body)}
		if d.published != "" {
			day, ok := timex.ParseDay(d.published)
			if !ok {
				t.Fatalf("bad day %q", d.published)
			}
			a.Published = factcheck.Date{ISO: d.published, Day: day}
		}
		story.Articles = append(story.Articles, a)
	}
	b := factcheck.Casebook{Story: story}
	if len(sayings) == 0 {
		return b
	}
	c := factcheck.Case{Claim: factcheck.Claim{ID: "dam", Text: "The dam will hold"}}
	if saidOn != "" {
		day, _ := timex.ParseDay(saidOn)
		c.Claim.SaidOn = factcheck.Date{ISO: saidOn, Day: day}
	}
	for _, s := range sayings {
		a := story.Article(s.article)
		at := strings.Index(a.Body.Plain, s.quote)
		if at < 0 {
			t.Fatalf("%q is not in %s", s.quote, s.article)
		}
		c.Witnesses = append(c.Witnesses, factcheck.Witness{
			Wording: factcheck.Wording{Quotation: factcheck.Quotation{Article: s.article, Quote: s.quote}, Form: s.form},
			Siglum:  a.Siglum, Form: s.form, Text: s.quote,
			Passages: []factcheck.Passage{{Article: s.article, Part: factcheck.Body, Start: at, End: at + len(s.quote)}},
		})
	}
	b.Story.Claims = []factcheck.Claim{c.Claim}
	b.Cases = []factcheck.Case{c}
	return b
}

// findings returns "kind: summary" of every finding of a kind.
func findings(d factcheck.Dossier, kind string) []factcheck.Finding {
	var found []factcheck.Finding
	each(&d, func(f *factcheck.Finding) {
		if f.Kind == kind {
			found = append(found, *f)
		}
	})
	return found
}

func TestFindings(t *testing.T) {
	const direct, partial, paraphrase = factcheck.Direct, factcheck.Partial, factcheck.Paraphrase
	runCases(t, []findingCase{
		{"a report months after its news", LateReport, "", []doc{{"a", "2019-11-04", "November 4, 2019", "The mayor repeated on Tuesday, September 3, that the dam would hold.\nNo one was hurt."}}, nil,
			"62 days after the day that its opening tells of: “Tuesday, September 3”, understood as Tuesday, 3 September 2019"},
		{"a report of the next day", LateReport, "", []doc{{"a", "2019-09-04", "", "The mayor repeated on Tuesday, September 3, that the dam would hold."}}, nil, ""},
		{"a day looked back upon with its year", LateReport, "", []doc{{"a", "2019-09-04", "", "The dam that broke on March 3, 2015 will be rebuilt, the mayor said on Tuesday."}}, nil, ""},
		{"background behind today's news", LateReport, "", []doc{{"a", "2019-09-04", "", "The mayor said on Tuesday, September 3, that the flood of May 12 was the worst yet."}}, nil, ""},
		{"sentenced months after", LateReport, "", []doc{{"a", "2026-02-03", "", "A man who set fire to the mill on Sunday, 30 November was sentenced to four years in prison on Monday."}}, nil, ""},
		{"counted from the fire", LateReport, "", []doc{{"a", "2026-02-03", "", "Police have arrested a man over the fire of Sunday, 30 November."}}, nil, ""},
		{"then and now", LateReport, "", []doc{{"a", "2026-02-03", "", "On Nov. 30 the mill burned. On Tuesday it reopened its doors."}}, nil, ""},
		{"a deadline", LateReport, "", []doc{{"a", "2026-02-03", "", "The deadline for bids was 30 November. The council counted 31 of them."}}, nil, ""},
		{"a quarter's end", LateReport, "", []doc{{"a", "2026-02-03", "", "Profits fell in the quarter that ended on 30 November, the mill said."}}, nil, ""},
		{"said without a weekday", LateReport, "", []doc{{"a", "2026-02-03", "", "The mayor said on November 30 that the dam would hold."}}, nil, "65 days after"},
		{"the same weekday again", LateReport, "", []doc{{"a", "2026-02-03", "", "The mayor said on Sunday, November 30, that the dam would hold. Engineers met on Sunday evening."}}, nil, "65 days after"},
		{"no date at all", LateReport, "", []doc{{"a", "", "", "The mayor repeated on Tuesday, September 3, that the dam would hold."}}, nil, ""},

		{"undated", Undated, "", []doc{{"a", "", "", "The mayor said on Tuesday that the dam would hold."}}, nil, "the day it means by “Tuesday” has to be inferred"},
		{"undated and without a day", Undated, "", []doc{{"a", "", "", "The dam will hold."}}, nil, "comes without a date of publication"},
		{"undated and empty", Undated, "", []doc{{"a", "", "", ""}}, nil, "comes without a date of publication"},
		{"dated", Undated, "", []doc{{"a", "2019-09-04", "", "The mayor said on Tuesday that the dam would hold."}}, nil, ""},
		{"a date line that was not understood", Undated, "", []doc{{"a", "", "Tuesday edition", "The mayor spoke."}}, nil, ""},

		{"a weekday that fits", WeekdayMismatch, "", []doc{{"a", "2019-09-04", "", "It broke on Tuesday, September 3, 2019."}}, nil, ""},
		{"a weekday that does not fit", WeekdayMismatch, "", []doc{{"a", "2019-09-04", "", "It broke on Monday, September 3, 2019."}}, nil, "3 September 2019 was a Tuesday"},

		{"this month or a year ago", AmbiguousMonth, "", []doc{{"a", "2019-09-20", "", "Repairs that began in September have failed to close the gap."}}, nil, "it may mean September 2019 or September 2018"},
		{"another month", AmbiguousMonth, "", []doc{{"a", "2019-09-20", "", "Repairs that began in March have failed to close the gap."}}, nil, ""},
		{"last September", AmbiguousMonth, "", []doc{{"a", "2019-09-20", "", "Repairs that began last September have failed to close the gap."}}, nil, ""},

		{"two days for one statement", DayConflict, "", []doc{
			{"a", "2019-09-04", "", "“The dam will hold,” the mayor said on Tuesday."},
			{"b", "2019-09-04", "", "The mayor said on Monday that the dam will hold."},
		}, []said{{"a", "The dam will hold", direct}, {"b", "the dam will hold", paraphrase}}, "3 September 2019"},
		{"one day, two ways to write it", DayConflict, "2019-09-03", []doc{
			{"a", "2019-09-04", "", "“The dam will hold,” the mayor said on Tuesday."},
			{"b", "2019-09-03", "", "The mayor said on September 3 that the dam will hold."},
			{"c", "", "", "The mayor said on Tuesday that the dam will hold."},
		}, []said{{"a", "The dam will hold", direct}, {"b", "the dam will hold", paraphrase}, {"c", "the dam will hold", paraphrase}}, ""},
		{"an editor's day that the source does not give", DayConflict, "2019-09-05", []doc{
			{"a", "2019-09-04", "", "“The dam will hold,” the mayor said on Tuesday."},
		}, []said{{"a", "The dam will hold", direct}}, "this page gives Thursday, 5 September 2019"},
		{"the day of something else", DayConflict, "2019-09-03", []doc{
			{"a", "2019-09-04", "", "The mayor said the dam will hold after engineers left on Monday."},
		}, []said{{"a", "the dam will hold", paraphrase}}, ""},

		{"other words in quotation marks", QuoteDiffers, "", []doc{
			{"a", "2019-09-04", "", "“The dam will hold until spring,” the mayor said."},
			{"b", "2019-09-04", "", "“The dam will not hold until spring,” the mayor said."},
		}, []said{{"a", "The dam will hold until spring", direct}, {"b", "The dam will not hold until spring", direct}}, "Words given in quotation marks differ"},
		{"house style", QuoteDiffers, "", []doc{
			{"a", "2019-09-04", "", "“I’d favor a new dam”, he said."},
			{"b", "2019-09-04", "", "\"I'd favour a new dam,\" he said."},
		}, []said{{"a", "I’d favor a new dam", direct}, {"b", "I'd favour a new dam", direct}}, ""},
		{"a paraphrase may differ", QuoteDiffers, "", []doc{
			{"a", "2019-09-04", "", "“The dam will hold,” he said."},
			{"b", "2019-09-04", "", "He said the wall will stand."},
		}, []said{{"a", "The dam will hold", direct}, {"b", "the wall will stand", paraphrase}}, ""},

		{"other figures", FigureDiffers, "", []doc{
			{"a", "2019-09-04", "", "The flood drove 400 people from their homes."},
			{"b", "2019-09-04", "", "The flood drove 900 people from their homes."},
		}, []said{{"a", "The flood drove 400 people from their homes", paraphrase}, {"b", "The flood drove 900 people from their homes", paraphrase}}, "“400” (A) – “900” (B)"},
	})
}

// A findingCase is a story of a few sentences and the one finding of a kind that
// it gives.
type findingCase struct {
	name   string
	kind   string
	saidOn string
	docs   []doc
	said   []said
	want   string // part of the one finding's summary or arithmetic; empty for none
}

func runCases(t *testing.T, cases []findingCase) {
	for _, c := range cases {
		t.Run(strings.ReplaceAll(c.kind+" "+c.name, " ", "_"), func(t *testing.T) {
			dossier, diagnostics := Story(newsroom, book(t, c.saidOn, c.docs, c.said...))
			if len(diagnostics) > 0 {
				t.Errorf("diagnostics: %v", diagnostics)
			}
			found := findings(dossier, c.kind)
			if c.want == "" {
				if len(found) > 0 {
					t.Errorf("found %q", found[0].Summary)
				}
				return
			}
			if len(found) != 1 {
				t.Fatalf("%d findings, want one", len(found))
			}
			f := found[0]
			if all := f.Summary + " " + f.Arithmetic; !strings.Contains(all, c.want) {
				t.Errorf("summary and arithmetic %q\nlack %q", all, c.want)
			}
			if f.Status != factcheck.Proposed || f.ByEditor || f.Why == "" || f.Certainty != "" && f.Arithmetic == "" || len(f.Evidence) == 0 || !strings.HasPrefix(f.ID, c.kind+"-") {
				t.Errorf("a finding is proposed, says why and has evidence and an id: %+v", f)
			}
			for _, e := range f.Evidence {
				a := dossier.Story.Article(e.Passage.Article)
				if got := a.Text(e.Passage.Part)[e.Passage.Start:e.Passage.End]; got != e.Quote || got == "" {
					t.Errorf("evidence %q stands in the article as %q", e.Quote, got)
				}
			}
		})
	}
}

func TestRulings(t *testing.T) {
	docs := []doc{{"a", "", "", "The dam will hold."}}
	plain, _ := Story(newsroom, book(t, "", docs))
	id := findings(plain, Undated)[0].ID

	b := book(t, "", docs)
	b.Story.Rulings = []factcheck.Ruling{{Finding: id, Status: factcheck.Dismissed, Reason: "The archive has the date."}}
	d, diagnostics := Story(newsroom, b)
	if f := findings(d, Undated)[0]; f.Status != factcheck.Dismissed || f.Reason != "The archive has the date." || len(diagnostics) > 0 {
		t.Errorf("ruled finding is %+v, diagnostics %v", f, diagnostics)
	}

	b.Story.Rulings = append(b.Story.Rulings, factcheck.Ruling{Finding: id, Status: factcheck.Confirmed}, factcheck.Ruling{Finding: "undated-00000000", Status: factcheck.Confirmed})
	_, diagnostics = Story(newsroom, b)
	if len(diagnostics) != 2 || diagnostics[0].Code != "ruled-twice" || diagnostics[1].Code != "unknown-finding" || strings.Contains(diagnostics[1].Hint, id) {
		t.Errorf("diagnostics: %+v", diagnostics)
	}
}

func TestAnIDSurvivesEditsElsewhere(t *testing.T) {
	before, _ := Story(newsroom, book(t, "", []doc{{"a", "2019-09-04", "", "It broke on Monday, September 3, 2019."}}))
	after, _ := Story(newsroom, book(t, "", []doc{{"a", "2019-09-04", "", "A correction stands here now.\nIt broke on Monday, September 3, 2019.\nIt rained."}, {"b", "", "", "Another document."}}))
	if a, b := findings(before, WeekdayMismatch)[0].ID, findings(after, WeekdayMismatch)[0].ID; a != b {
		t.Errorf("the id was %s and is %s", a, b)
	}
}

func TestBase(t *testing.T) {
	w := func(article, text string, form factcheck.Form) factcheck.Witness {
		return factcheck.Witness{Wording: factcheck.Wording{Quotation: factcheck.Quotation{Article: article}}, Text: text, Form: form}
	}
	c := factcheck.Case{Witnesses: []factcheck.Witness{
		w("a", "he said it will surely hold until spring", factcheck.Paraphrase),
		w("b", "it will hold", factcheck.Direct),
		w("c", "it will hold for now", factcheck.Direct),
	}}
	if i, by := base(c); i != 2 || by != "program" {
		t.Errorf("base is %d by %s, want the fullest direct quote", i, by)
	}
	c.Claim.Base = "a"
	if i, by := base(c); i != 0 || by != "editor" {
		t.Errorf("base is %d by %s, want the editor's choice", i, by)
	}
	if i, _ := base(factcheck.Case{}); i != -1 {
		t.Errorf("base of nothing is %d", i)
	}
}

func TestQuotedWordsStayWords(t *testing.T) {
	if got := quoted("*no* [x](javascript:y)\n<b>"); got != "“\\*no\\* \\[x\\](javascript\\:y) \\<b\\>”" {
		t.Errorf("quoted = %q", got)
	}
	if got := quoted("say “no”"); got != "‘say “no”’" {
		t.Errorf("quoted = %q", got)
	}
}

func TestAWordingOfItsOwnStandsApart(t *testing.T) {
	b := book(t, "", []doc{
		{"a", "2019-09-04", "", "“The dam will hold until the spring,” he said."},
		{"b", "2019-09-04", "", "“The dam will stand until the spring,” he said."},
		{"c", "2019-09-04", "", "Nobody in town expects water in the cellars."},
	}, said{"a", "The dam will hold until the spring", factcheck.Direct}, said{"c", "Nobody in town expects water in the cellars", factcheck.Paraphrase},
		said{"b", "The dam will stand until the spring", factcheck.Direct})
	d, _ := Story(newsroom, b)
	c := d.Cases[0]
	if !slices.Equal(c.Apart, []bool{false, true, false}) {
		t.Fatalf("apart: %v", c.Apart)
	}
	for r, row := range c.Table.Rows {
		if !row.Cells[1].Silent || c.Table.Between(r, 0, 1) != collate.Same {
			t.Errorf("row %d: %+v", r, row)
		}
	}
	if len(findings(d, QuoteDiffers)) != 1 || len(c.Table.Links()) == 0 {
		t.Errorf("the other two are compared: %+v", d.Cases[0].Findings)
	}
}
