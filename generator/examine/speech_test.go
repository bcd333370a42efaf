package examine

import (
	"slices"
	"strings"
	"testing"

	"crosscheck/generator/engine/quotation"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// One article, with a title or without, and what is found in it: severity and a
// part of the summary of each finding.
func TestFindingsOnQuotationsOfOneArticle(t *testing.T) {
	for _, c := range []struct {
		name, kind, title, body string
		want                    []string
	}{
		{"all is well", QuotationMarks, "", "“The dam will hold,” she said. ‘It’s the boys’ dam,’ he added. A 6\" pipe.", nil},
		{"paragraphs that reopen", QuotationMarks, "", "“The dam will hold.\n“It must,” she said.", nil},
		{"never closed", QuotationMarks, "", "It rained. “The dam will hold, she said. It did.", []string{"minor “Report” (A) opens quotation marks before “The dam will hold, she said. It did.” and does not close them"}},
		{"closed twice", QuotationMarks, "", "It rained. “The dam” will hold,” she said.", []string{"minor closes quotation marks behind ‘It rained. “The dam” will hold,’ that are not open"}},
		{"the wrong way round", QuotationMarks, "", "‘The dam will hold, ‘he added.", []string{"minor In “Report” (A) the closing mark behind “‘The dam will hold,” is an opening mark."}},
		{"a blank inside", QuotationMarks, "", "They meet ‘ next week’ in town.", []string{"minor has a blank between a quotation mark and the words that it holds, in “They meet ‘ next week’ in town.”"}},
		{"two kinds", QuotationMarks, "", "The “dam\" holds.", []string{"minor closes a quotation with another kind of mark than it opened it with: ‘“dam\"’"}},
		{"in the headline", QuotationMarks, "Dam “will hold", "It rained.", []string{"minor opens quotation marks before “will hold”"}},
		{"many", QuotationMarks, "", strings.Repeat("The “dam\" holds.\n", 20), []string{"minor Quotation marks do not pair off at 20 places"}},

		{"two forms of one statement", QuoteInconsistent, "", "Quill said “the old dam will surely hold until spring”.\nIt rained.\n“The old dam will surely stand until spring,” Quill told reporters.", []string{"minor in two forms: “hold” and “stand”"}},
		{"another figure", QuoteInconsistent, "", "Quill said “the dam will hold 40 years without repair”.\nIt rained.\n“The dam will hold 50 years without repair,” Quill said.", []string{"major “40” and “50”"}},
		{"a denial dropped", QuoteInconsistent, "", "Quill said “the old dam will hold until spring”.\nIt rained.\n“The old dam will not hold until spring,” Quill said.", []string{"major “not” in one and not in the other"}},
		{"a qualifier dropped", QuoteInconsistent, "", "Quill said “the old dam will hold until spring”.\nIt rained.\n“The old dam will probably hold until spring,” Quill said.", []string{"major “probably” in one and not in the other"}},
		{"part of the longer one", QuoteInconsistent, "", "Quill said the dam “will hold until spring without repair”.\nIt rained.\n“The dam will hold until spring without repair, if it rains,” Quill said.", nil},
		{"another spelling and inflection", QuoteInconsistent, "", "Quill said she “favours a new dam and another harbour”.\nIt rained.\n“I favor a new dam and another harbor,” Quill said.", nil},
		{"another statement", QuoteInconsistent, "", "“The dam will hold until spring,” Quill said.\nIt rained.\n“The harbour will close in autumn,” Quill said.", nil},
		{"built alike, in one breath", QuoteInconsistent, "", "“We will mend the old dam before spring comes.” “We will mend the old bridge before spring comes,” Quill said.", nil},
		{"another speaker", QuoteInconsistent, "", "“The old dam will surely hold until spring,” said Mayor Ada Quill.\nIt rained.\n“The old dam will surely break until spring,” said farmer Bo Berg.", nil},

		{"two speakers of whom only names are known", QuoteInconsistent, "", "“I will never vote for a budget that cuts the schools of this town,” said Ann Lee.\n“I will never vote for a budget that cuts the roads of this town,” said Bob Ray.", nil},
		{"two speakers described", QuoteInconsistent, "", "“We lost three good people in the storm last night,” said the captain.\n“We lost two good people in the storm last night,” his mate said.", nil},
		{"a name and a pronoun of no known name", QuoteInconsistent, "", "“We lost three good people in the storm last night,” said Ann Lee.\nBob Ray stood by.\n“We lost two good people in the storm last night,” he said.", nil},
		{"one speaker described twice", QuoteInconsistent, "", "“We lost three good people in the storm last night,” said the captain.\nIt rained.\n“We lost two good people in the storm last night,” the captain said.", []string{"major “three” and “two”"}},
		{"one speaker named in full and by surname", QuoteInconsistent, "", "“We lost three good people in the storm last night,” said Ann Lee.\nIt rained.\n“We lost two good people in the storm last night,” Lee said.", []string{"major “three” and “two”"}},
		{"a headline in the singular", QuoteInconsistent, "Holm fire: Families tell of ‘wall of flame’", "One of them spoke of it as a “wall of flames” on Sunday.", nil},
		{"a headline's words in another form, without marks", QuoteInconsistent, "Holm fire: Families tell of ‘running from wall of flame’", "They ran.\nWalls of flames rose behind those who run.", nil},
		{"the title of a work", QuoteInconsistent, "Review: ‘The Long Night’ is too long", "The film opens on Friday.", nil},
		{"the title of a work that is like a quotation", QuoteInconsistent, "Review: ‘The Long Dark Night’ is too long", "“It is a long, grim night,” Quill said. It rained.", nil},
		{"a word put in brackets", QuoteInconsistent, "", "Quill said “[the dam] will surely hold until spring, if mended”.\nIt rained.\n“The old wall will surely hold until spring, if mended,” Quill told reporters.", nil},
		{"a headline of its own", QuoteInconsistent, "Quill: ‘I favour new dam’", "“I strongly favour a new dam,” Quill said.", []string{"minor has “I favour new dam” in quotation marks, where its text has “I strongly favour a new dam”"}},
		{"a headline that bends a verb", QuoteInconsistent, "Quill ‘favours new dams’", "“I favour new dams,” Quill said.", nil},
		{"a headline with another figure", QuoteInconsistent, "Dam ‘will cost 40 million’", "“The dam will cost 50 million,” Quill said.", []string{"major where its text has “will cost 50 million”"}},
		{"a headline's words that are nowhere", QuoteInconsistent, "Quill ‘sorry for flooded cellars’", "Quill apologised on Monday.", []string{"minor these words nowhere"}},
		{"a headline that the text bears out", QuoteInconsistent, "Quill: ‘I favor a new dam’", "“I favour a new dam,” Quill said.", nil},
		{"a headline's words without marks", QuoteInconsistent, "Quill ‘will mend dam’", "Quill said that she will mend dam and bridge.", nil},
		{"a name in the headline", QuoteInconsistent, "‘Dreamliner’ lands", "The plane landed.", nil},
		{"a headline and no text", QuoteInconsistent, "Quill ‘sorry for flooded cellars’", "", nil},
	} {
		b := factcheck.Casebook{Story: factcheck.Story{ID: "flood", Articles: []factcheck.Article{{ID: "a", Siglum: "A", Title: c.title, Label: "Report", Body: markdown.Plain(c.body)}}}}
		d, _ := Story(newsroom, b)
		found := findings(d, c.kind)
		if len(found) != len(c.want) {
			t.Errorf("%s: %d findings, want %d: %+v", c.name, len(found), len(c.want), found)
			continue
		}
		for i, f := range found {
			severity, part, _ := strings.Cut(c.want[i], " ")
			if string(f.Severity) != severity || !strings.Contains(f.Summary, part) {
				t.Errorf("%s: %s %q, want %s %q", c.name, f.Severity, f.Summary, severity, part)
			}
			checkEvidence(t, &d, f)
		}
	}
}

func checkEvidence(t *testing.T, d *factcheck.Dossier, f factcheck.Finding) {
	t.Helper()
	if f.Status != factcheck.Proposed || f.Why == "" || len(f.Evidence) == 0 || len(f.Evidence) > 12 || !strings.HasPrefix(f.ID, f.Kind+"-") {
		t.Errorf("a finding is proposed, says why and has evidence and an id: %+v", f)
	}
	for _, e := range f.Evidence {
		if got := d.Story.Article(e.Passage.Article).Text(e.Passage.Part)[e.Passage.Start:e.Passage.End]; got != e.Quote || got == "" {
			t.Errorf("evidence %q stands in the article as %q", e.Quote, got)
		}
	}
}

func TestFindingsOnQuotationsOfTwoArticles(t *testing.T) {
	for _, c := range []struct {
		name, a, b   string // articles; the quotes are what stands in { }
		differs, who string // severity and part of the summaries; empty for none
	}{
		{"the same", "{“The dam will hold until spring,”} Ada Quill said.", "{“The dam will hold until spring,”} Quill said.", "", ""},
		{"a qualifier left out", "{“The dam will probably hold until spring,”} Ada Quill said.", "{“The dam will hold until spring,”} Quill said.", "major “probably” (A), not in B", ""},
		{"a qualifier in other words", "{“The dam will perhaps hold until spring,”} Quill said.", "{“The dam will maybe hold until spring,”} Quill said.", "minor “perhaps” (A) – “maybe” (B)", ""},
		{"a qualifier turned round", "{“The old dam often holds until spring,”} Quill said.", "{“The old dam seldom holds until spring,”} Quill said.", "major “often” (A) – “seldom” (B)", ""},
		{"the gravest first", "{“We strenuously think the dam will hold for 40 years,”} Quill said.", "{“We strongly think the dam will hold for 50 years,”} Quill said.", "major “40” (A) – “50” (B); ", ""},
		{"the qualifier before the synonym", "{“The remarkable dam might hold until the end of spring,”} Quill said.", "{“The outstanding dam will hold until the end of spring,”} Quill said.", "major “might” (A) – “will” (B); ", ""},
		{"two speakers", "{“The dam will hold until the spring,”} said Mayor Ada Quill.", "{“The dam will hold until the spring,”} said farmer Bo Berg.", "", "major ascribed to “Ada Quill” by “Report a” (A) and to “Bo Berg” by “Report b” (B)"},
		{"two speakers, one word changed", "{“The old dam will surely hold until the spring,”} said Mayor Ada Quill.", "{“The old dam will surely last until the spring,”} said farmer Bo Berg.", "", "major ascribed to"},
		{"an office and a name", "{“The dam will hold until the spring,”} said the mayor.", "{“The dam will hold until the spring,”} said farmer Bo Berg.", "", ""},
		{"a body and a person", "{“The dam will hold until the spring,”} the Orrin Council said.", "{“The dam will hold until the spring,”} said spokesman Bo Berg.", "", ""},
		{"two spellings of a name", "{“The dam will hold until the spring,”} said President Moammar Qadhafi.", "{“The dam will hold until the spring,”} said President Muammar Gaddafi.", "", ""},
		{"two speakers, two statements", "{“The dam will hold until the spring,”} said Mayor Ada Quill.", "{“The dam is old,”} said farmer Bo Berg.", "", ""},
		{"what stands outside the marks", "{“The dam,” said Ada Quill, “will hold until spring.”}", "{“The dam,” Quill claimed on Monday, “will hold until spring.”}", "", ""},
		{"words of a sentence around a partial quotation", "{“You have lied to this house and to this country,”} Vale told the minister.", "{The minister had “lied to this house”, Vale said, and should go}.", "", ""},
		{"the subject of a partial quotation", "{“You sold a city that trusted you,”} Cole told him.", "{The ex-mayor had “sold a city that trusted you”, she told him}.", "", ""},
		{"a partial quotation that ends earlier", "{“My party will vote no on Monday,”} Cole said.", "{Her party would “vote no”, she said}.", "", ""},
		{"the subject beside the marks", "{“They will pay for this,”} Cole said.", "{The owners “will pay for this,” Cole said}.", "", ""},
		{"a comma before the closing mark", "{“The owners will pay for this soon,”} Cole said.", "{The owners “will pay for this,” she said}.", "", ""},
		{"a word inside a partial quotation", "{“You have lied to this house and to this country,”} Vale told the minister.", "{The minister had “lied to this proud house”, Vale said}.", "minor “proud” (B), not in A", ""},
		{"brackets at the end of a reading", "{“We will settle our old differences among ourselves (without you) in time,”} Cole said.", "{“We will settle our old differences between us (without you) in time,”} she said.", "minor “among ourselves” (A) – “between us” (B)", ""},
		{"a subject put in brackets", "{“You have lied to this house and to this country,”} Vale told the minister.", "{“[He] lied to this house and to this country,”} Vale said.", "", ""},
		{"a word put in brackets", "{“You have lied to this house and to this country,”} Vale told the minister.", "{“You have lied to this [parliament] and to this country,”} Vale said.", "", ""},
		{"a word beside one in brackets", "{“You have lied to this house and to this country,”} Vale told the minister.", "{“You have lied to [the] house and to that country,”} Vale said.", "minor differ: “this” (A) – “that” (B).", ""},
		{"without marks", "{The dam will hold until the spring}, said Mayor Ada Quill.", "{The dam will break before the spring}, said farmer Bo Berg.", "", ""},
	} {
		var docs []doc
		var sayings []said
		for i, text := range []string{c.a, c.b} {
			id := string(rune('a' + i))
			from, to := strings.Index(text, "{"), strings.Index(text, "}")
			form := factcheck.Direct
			if !strings.Contains(text, "“") {
				form = factcheck.Paraphrase
			}
			docs = append(docs, doc{id, "2019-09-04", "", strings.NewReplacer("{", "", "}", "").Replace(text)})
			sayings = append(sayings, said{id, text[from+1 : to], form})
		}
		d, _ := Story(newsroom, book(t, "", docs, sayings...))
		for kind, want := range map[string]string{QuoteDiffers: c.differs, SpeakerDiffers: c.who} {
			found := findings(d, kind)
			if want == "" {
				if len(found) > 0 {
					t.Errorf("%s: %s", c.name, found[0].Summary)
				}
				continue
			}
			severity, part, _ := strings.Cut(want, " ")
			if len(found) != 1 || string(found[0].Severity) != severity || !strings.Contains(found[0].Summary, part) {
				t.Errorf("%s: %+v, want %s %q", c.name, found, severity, part)
				continue
			}
			checkEvidence(t, &d, found[0])
		}
	}
}

// Of three wordings one may have its words in a row of their own.
func TestAReadingThatStandsInTheNextRow(t *testing.T) {
	d, _ := Story(newsroom, book(t, "", []doc{
		{"a", "", "", "“They will pay for this,” Cole said."},
		{"b", "", "", "“The owners will pay for this,” Cole said."},
		{"c", "", "", "The owners “will pay for this”, Cole said."},
	}, said{"a", "“They will pay for this,”", factcheck.Direct}, said{"b", "“The owners will pay for this,”", factcheck.Direct}, said{"c", "The owners “will pay for this”, Cole said", factcheck.Partial}))
	found := findings(d, QuoteDiffers)
	if len(found) != 1 || !strings.HasSuffix(found[0].Summary, ": “They” (A) – “The owners” (B).") {
		t.Errorf("%+v", found)
	}
}

func TestVerbsThatBringWordingsIn(t *testing.T) {
	b := book(t, "", []doc{
		{"a", "", "", "“The dam will hold,” Quill said."},
		{"b", "", "", "Quill claimed that the dam will hold."},
		{"c", "", "", "The dam will hold. It rained."},
		{"d", "", "", ""},
	}, said{"a", "The dam will hold", factcheck.Direct}, said{"b", "the dam will hold", factcheck.Paraphrase}, said{"c", "The dam will hold", factcheck.Paraphrase})
	// A witness that is a headline, one without passages, one beyond its article.
	b.Cases[0].Witnesses = append(b.Cases[0].Witnesses,
		factcheck.Witness{Wording: factcheck.Wording{Quotation: factcheck.Quotation{Article: "d"}}, Siglum: "D", Form: factcheck.Headline, Text: "Report", Passages: []factcheck.Passage{{Article: "d", Part: factcheck.Title, Start: 0, End: 6}}},
		factcheck.Witness{Wording: factcheck.Wording{Quotation: factcheck.Quotation{Article: "d"}}, Siglum: "D2", Form: factcheck.Direct},
	)
	d, _ := Story(newsroom, b)
	var got []string
	for _, in := range d.Cases[0].Introduced {
		got = append(got, in.Word+" "+in.Class.String())
	}
	if want := []string{"said neutral", "claimed asserting", " ", " ", " "}; !slices.Equal(got, want) {
		t.Errorf("brought in with %q, want %q", got, want)
	}
	if in := d.Cases[0].Introduced[1]; in.Lemma != "claim" || in.Class != quotation.Assert || b.Story.Articles[1].Body.Plain[in.Verb.Start:in.Verb.End] != "claimed" {
		t.Errorf("%+v", in)
	}
}

// The editor says that two wordings of one article are one statement.
func TestTwoWordingsOfOneArticle(t *testing.T) {
	const body = "Quill said she “strongly favours a new dam”.\nIt rained.\n“I firmly favour a new dam,” Quill said.\nA “strongly favoured” dam."
	for _, c := range []struct{ one, two, want string }{
		{"she “strongly favours a new dam”", "“I firmly favour a new dam,”", "“strongly” and “I firmly”"},
		{"she “strongly favours a new dam”", "A “strongly favoured” dam", ""},
		{"Quill said", "Quill said", ""},
	} {
		d, _ := Story(newsroom, book(t, "", []doc{{"a", "", "", body}}, said{"a", c.one, factcheck.Partial}, said{"a", c.two, factcheck.Partial}))
		found := findings(d, QuoteInconsistent)
		if c.want == "" {
			if len(found) > 0 {
				t.Errorf("%s, %s: %s", c.one, c.two, found[0].Summary)
			}
			continue
		}
		if len(found) != 1 || found[0].Claim != "dam" || !strings.Contains(found[0].Summary, c.want) {
			t.Errorf("%s, %s: %+v", c.one, c.two, found)
			continue
		}
		checkEvidence(t, &d, found[0])
	}
	// What the article alone tells is not said twice.
	const long = "Quill said “the old dam will surely hold until spring”.\nIt rained.\n“The old dam will surely stand until spring,” Quill said."
	d, _ := Story(newsroom, book(t, "", []doc{{"a", "", "", long}}, said{"a", "the old dam will surely hold until spring", factcheck.Direct}, said{"a", "The old dam will surely stand until spring", factcheck.Direct}))
	if found := findings(d, QuoteInconsistent); len(found) != 1 || found[0].Claim != "" {
		t.Errorf("told twice: %+v", found)
	}
}

// FuzzQuotations holds the rules on quotations against any two bodies and a
// title: they never fail, their evidence stands in the articles, and the same
// story gives the same findings.
func FuzzQuotations(f *testing.F) {
	f.Add("Quill ‘favours new dam’", "“I favour a new dam,” said Mayor Ada Quill.", "“I favour no new dam,\" said farmer Bo Berg.\n“No")
	f.Add("\"", "'", "“a” “a”\n“a b c d e”\n“a b c d f”")
	f.Fuzz(func(t *testing.T, title, one, two string) {
		if len(one)+len(two) > 4000 {
			return
		}
		b := book(t, "", []doc{{"a", "", "", one}, {"b", "", "", two}}, said{"a", one, factcheck.Direct}, said{"b", two, factcheck.Partial})
		b.Story.Articles[0].Title = title
		d, _ := Story(newsroom, b)
		again, _ := Story(newsroom, b)
		var ids, same []string
		each(&d, func(f *factcheck.Finding) {
			ids = append(ids, f.ID)
			switch f.Kind {
			case QuotationMarks, QuoteInconsistent, SpeakerDiffers:
				checkEvidence(t, &d, *f)
			}
		})
		each(&again, func(f *factcheck.Finding) { same = append(same, f.ID) })
		if !slices.Equal(ids, same) {
			t.Errorf("%q and then %q", ids, same)
		}
	})
}
