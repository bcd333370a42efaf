package anchor

import (
	"fmt"
	"strings"
	"testing"

	"crosscheck/generator/diag"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/source"
	"crosscheck/generator/words"
)

// A test story: articles as they stand in files, front matter of three known
// keys and all.
func newArticle(siglum, id, text string) factcheck.Article {
	a := factcheck.Article{Siglum: siglum, ID: strings.TrimSuffix(id, ".md"), File: source.New("articles/"+id, text)}
	if !strings.HasSuffix(id, ".md") {
		a.File.Path += ".txt"
	}
	body := text
	if rest, ok := strings.CutPrefix(text, "---\n"); ok && strings.Contains(rest, "---\n") {
		at := 4 + strings.Index(rest, "---\n") + 4
		for _, line := range strings.Split(text[4:at-4], "\n") {
			key, value, _ := strings.Cut(line, ": ")
			start := strings.Index(text, line) + len(key) + 2
			span := a.File.Span(start, start+len(value))
			switch key {
			case "title":
				a.Title, a.TitleSpan = value, span
			case "label":
				a.Label = value
			case "published_as":
				a.PublishedAs, a.PublishedSpan = value, span
			}
		}
		a.BodyStart, body = at, text[at:]
	}
	if strings.HasSuffix(id, ".md") {
		a.Body = markdown.Article(body)
	} else {
		a.Body = markdown.Plain(body)
	}
	return a
}

func harbour() []factcheck.Article {
	return []factcheck.Article{
		newArticle("A", "daily", "---\ntitle: Bridge “won’t close” this year\npublished_as: 4 May 1999 - 10:15\n---\n"+
			"The mayor said on Monday the bridge would stay open.\n"+
			"“We keep it open, whatever the cost,” the mayor said. “Nobody will close the bridge.”\n"+
			"The bridge is 68 years old; it carries 4,200 cars a day, unless the river rises.\n"+
			"Lorries are not allowed on the bridge.\n"),
		newArticle("B", "weekly", "---\nlabel: Report without a headline on the bridge\n---\n"+
			"The bridge stays open, said the mayor (…) at length.\n"+
			"We’ll keep it open at any price, she told the council.\n"),
		newArticle("C", "monthly.md", "A *very* old [bridge](https://example.org/b)[^1] of\nstone & iron.\n\n"+
			"> “We keep\n> it **open**,” she wrote.\n\nAnd so on &amp; on.\n\n[^1]: Built in 1931.\n"),
	}
}

// show writes diagnostics as people read them.
func show(ds diag.List) string {
	place := func(s source.Span) string {
		if s.File == nil {
			return "nowhere"
		}
		p := s.File.Position(s.Start)
		return fmt.Sprintf("%s:%d:%d", s.File.Path, p.Line, p.Column)
	}
	var b strings.Builder
	for _, d := range ds {
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", place(d.Span), d.Severity, d.Message, d.Code)
		for line := range strings.SplitSeq(d.Hint, "\n") {
			fmt.Fprintf(&b, "  %s\n", line)
		}
		for _, r := range d.Related {
			fmt.Fprintf(&b, "  -> %s %s\n", place(r.Span), r.Message)
		}
	}
	return b.String()
}

func quoted(q factcheck.Quotation) factcheck.Quotation {
	q.Span = source.New("claims/one.yaml", "claim: x\n  quote: …").Span(11, 11)
	return q
}

// one places a single wording.
func one(w factcheck.Wording) (factcheck.Casebook, diag.List) {
	w.Quotation = quoted(w.Quotation)
	return Quotes(factcheck.Story{Articles: harbour(), Claims: []factcheck.Claim{{ID: "one", Wordings: []factcheck.Wording{w}}}})
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name string
		q    factcheck.Quotation
		want string
	}{
		{"in the body", factcheck.Quotation{Article: "daily", Quote: "the bridge would stay open"}, "A exact paraphrase body 25-51 [the bridge would stay open]"},
		{"in the title", factcheck.Quotation{Article: "daily", Quote: `Bridge "won't close"`}, "A normalized headline title 0-26 [Bridge “won’t close”]"},
		{"in the date line", factcheck.Quotation{Article: "daily", Quote: "4 May 1999 – 10:15"}, "A normalized paraphrase published_as 0-18 [4 May 1999 - 10:15]"},
		{"as a YAML block gives it", factcheck.Quotation{Article: "daily", Quote: "the bridge would\nstay open\n"}, "A normalized paraphrase body 25-51 [the bridge would stay open]"},
		{"between quotation marks", factcheck.Quotation{Article: "daily", Quote: "We keep it open"}, "A exact direct body 56-71 [We keep it open]"},
		{"with its quotation marks", factcheck.Quotation{Article: "daily", Quote: "“We keep it open, whatever the cost,”"}, "A exact direct body 53-94 [“We keep it open, whatever the cost,”]"},
		{"partly between them", factcheck.Quotation{Article: "daily", Quote: "the cost,” the mayor said"}, "A exact partial body 82-109 [the cost,” the mayor said]"},
		{"left out in the middle", factcheck.Quotation{Article: "daily", Quote: "“We keep it … whatever the cost"}, "A elided direct body 53-66 body 73-90 [“We keep it … whatever the cost]"},
		{"a mark that the article prints", factcheck.Quotation{Article: "weekly", Quote: "said the mayor (...) at length"}, "B normalized paraphrase body 23-53 [said the mayor (…) at length]"},
		{"decided by a prefix", factcheck.Quotation{Article: "daily", Quote: "mayor said", Prefix: "cost,\" the "}, "A exact paraphrase body 99-109 [mayor said]"},
		{"decided by an occurrence", factcheck.Quotation{Article: "daily", Quote: "mayor said", Occurrence: 2}, "A exact paraphrase body 99-109 [mayor said]"},
		{"title before body", factcheck.Quotation{Article: "daily", Quote: "close", Occurrence: 1}, "A exact headline title 18-23 [close] cuts-negation"},
		{"body after title", factcheck.Quotation{Article: "daily", Quote: "close", Occurrence: 2}, "A exact direct body 126-131 [close] cuts-negation"},
		{"across emphasis, a link and a note", factcheck.Quotation{Article: "monthly", Quote: "A very old bridge of stone & iron."}, "C normalized paraphrase body 0-34 [A very old bridge of\nstone & iron.]"},
		{"in a block quotation", factcheck.Quotation{Article: "monthly", Quote: "keep it open"}, "C normalized direct body 42-54 [keep\nit open]"},
		{"across paragraphs", factcheck.Quotation{Article: "monthly", Quote: "she wrote. And so on & on."}, "C normalized partial body 59-86 [she wrote.\n\nAnd so on & on.]"},
		{"in a footnote", factcheck.Quotation{Article: "monthly", Quote: "Built in 1931"}, "C exact paraphrase body 88-101 [Built in 1931]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, ds := one(factcheck.Wording{Quotation: c.q})
			if ds.Errors() > 0 {
				t.Fatal(show(ds))
			}
			w := book.Cases[0].Witnesses[0]
			got := fmt.Sprint(w.Siglum, " ", w.Match, " ", w.Form)
			for _, p := range w.Passages {
				got += fmt.Sprintf(" %s %d-%d", p.Part, p.Start, p.End)
			}
			got += " [" + w.Text + "]"
			for _, d := range w.Doubts {
				got += " " + string(d)
			}
			if got != c.want {
				t.Errorf("\ngot  %q\nwant %q", got, c.want)
			}
			if !w.FormInferred {
				t.Error("the form is not said to be inferred")
			}
		})
	}
}

func TestDiagnostics(t *testing.T) {
	for _, c := range []struct {
		name string
		w    factcheck.Wording
		want string
	}{
		{"one word differs", wording("weekly", "We'll keep it open at any cost"), `
claims/one.yaml:2:3: error: the quote does not stand in weekly; the nearest passage differs: [quote: "cost" | article: "price"] [quote-missing]
  nearest passage, line 5, column 1: We’ll keep it open at any [quote: "cost" | article: "price"]
  if that is meant, write
  quote: 'We’ll keep it open at any price'
  -> articles/weekly.txt:5:1 the nearest passage
`},
		{"a negation is gone, and it stands elsewhere", wording("daily", "the bridge would not stay open"), `
claims/one.yaml:2:3: error: the quote does not stand in daily; the nearest passage differs: [quote: "not" | article: nothing] [quote-missing]
  nearest passage, line 5, column 26: the bridge would [quote: "not" | article: nothing] stay open
  if that is meant, write
  quote: 'the bridge would stay open'
  -> articles/daily.txt:5:26 the nearest passage
`},
		{"nothing like it", wording("weekly", "Zebras graze peacefully under purple clouds"), `
claims/one.yaml:2:3: error: the quote does not stand in weekly, nor anything like it [quote-missing]
  copy the words from articles/weekly.txt
`},
		{"it stands in another article", wording("weekly", "it carries 4,200 cars a day"), `
claims/one.yaml:2:3: error: the quote does not stand in weekly, nor anything like it [quote-missing]
  copy the words from articles/weekly.txt
  the quote stands in daily (line 7, column 29); if that is meant, write
  article: daily
  -> articles/daily.txt:7:29 the quote stands here
`},
		{"only in the label", wording("weekly", "without a headline"), `
claims/one.yaml:2:3: error: these words stand only in the label of weekly, which is an editor's and cannot be quoted [quote-in-label]
  quote the text of the article; or, if the document prints them as its headline, write title instead of label in articles/weekly.txt
  -> articles/weekly.txt:1:1 the article
`},
		{"no words", wording("weekly", "…"), `
claims/one.yaml:2:3: error: the quote has no words [quote-empty]
  copy the words from the article weekly
`},
		{"in title and body", wording("daily", "close"), `
claims/one.yaml:2:3: error: the quote stands in daily twice [quote-ambiguous]
  quote more words, or add one of these lines:
  prefix: '“won’t '  # the title: Bridge “won’t […]” this year
  prefix: 'will '  # line 6, column 68: … the mayor said. “Nobody will […] the bridge.” The bridge is …
  -> articles/daily.txt:2:8 place 1 of 2
  -> articles/daily.txt:6:68 place 2 of 2
`},
		{"a prefix a blank short", factcheck.Wording{Quotation: factcheck.Quotation{Article: "daily", Quote: "mayor said", Prefix: "” the"}}, `
claims/one.yaml:2:3: error: the prefix stands beside the quote in daily but for a blank: it lacks a blank at its end [quote-context]
  write
  prefix: '” the '
  -> articles/daily.txt:6:43 the quote stands here
`},
		{"a suffix a blank too long", factcheck.Wording{Quotation: factcheck.Quotation{Article: "daily", Quote: "mayor said", Suffix: " ."}}, `
claims/one.yaml:2:3: error: the suffix stands beside the quote in daily but for a blank: it has a blank at its beginning that the article does not have [quote-context]
  write
  suffix: '.'
  -> articles/daily.txt:6:43 the quote stands here
`},
		{"another prefix", factcheck.Wording{Quotation: factcheck.Quotation{Article: "weekly", Quote: "at any price", Prefix: "kept open "}}, `
claims/one.yaml:2:3: error: the quote stands in weekly, but the prefix "kept open " does not stand directly before it [quote-context]
  line 5, column 20 has: … length. We’ll keep it open [at any price], she told the council.
  the quote stands there once: leave prefix and suffix out
  -> articles/weekly.txt:5:20 the quote stands here
`},
		{"too few", factcheck.Wording{Quotation: factcheck.Quotation{Article: "daily", Quote: "mayor said", Occurrence: 3}}, `
claims/one.yaml:2:3: error: occurrence is 3, but the quote stands in daily only 2 times [quote-occurrence]
  write one of these instead:
  occurrence: 1  # line 5, column 5: The […] on Monday the bridge would …
  occurrence: 2  # line 6, column 43: … whatever the cost,” the […]. “Nobody will close the …
  -> articles/daily.txt:5:5 the quote stands here
  -> articles/daily.txt:6:43 the quote stands here
`},
		{"out of order", wording("weekly", "at any price … We'll keep"), `
claims/one.yaml:2:3: error: the parts of the quote stand in weekly in another order [quote-order]
  keep the order of the article, or quote each part as a wording of its own:
  quote: 'We’ll keep … at any price'
  -> articles/weekly.txt:5:1 the parts stand here
`},
		{"a word cut", wording("daily", "00 cars a d"), `
claims/one.yaml:2:3: warning: the quote begins inside “4,200” and ends inside “day” [quote-inside-word]
  to quote whole words, write
  quote: '4,200 cars a day'
  -> articles/daily.txt:7:43 the quote stands here
claims/one.yaml:2:3: warning: the sentence makes an exception that the quote cuts off: without it, it may say too much [quote-cuts-exception]
  the article has: … 68 years old; it carries 4,2[00 cars a d]ay, unless the river rises. …
  -> articles/daily.txt:7:43 the quote stands here
`},
		{"a negation left out", wording("daily", "Lorries are … allowed"), `
claims/one.yaml:2:3: warning: what the quote leaves out denies something: without it, it may say the opposite [quote-skips-negation]
  left out: “not”
  -> articles/daily.txt:8:1 the quote stands here
`},
		{"called partial, without a mark", factcheck.Wording{Quotation: factcheck.Quotation{Article: "daily", Quote: "Lorries are not allowed"}, Form: factcheck.Partial}, `
claims/one.yaml:2:3: warning: form is partial, but daily prints these words without quotation marks [quote-form]
  if the words are the reporter's, write
  form: paraphrase
  -> articles/daily.txt:8:1 the quote stands here
`},
		{"called direct, without a mark", factcheck.Wording{Quotation: factcheck.Quotation{Article: "daily", Quote: "Lorries are not allowed"}, Form: factcheck.Direct}, `
claims/one.yaml:2:3: warning: form is direct, but daily prints these words without quotation marks [quote-form]
  if the words are the reporter's, write
  form: paraphrase
  -> articles/daily.txt:8:1 the quote stands here
`},
		{"called direct, beside a mark", factcheck.Wording{Quotation: factcheck.Quotation{Article: "daily", Quote: "the mayor said. “Nobody", Occurrence: 1}, Form: factcheck.Direct}, "\n"},
		{"called direct, in a block", factcheck.Wording{Quotation: factcheck.Quotation{Article: "monthly", Quote: "she wrote"}, Form: factcheck.Direct}, "\n"},
		{"called direct, in the title", factcheck.Wording{Quotation: factcheck.Quotation{Article: "daily", Quote: "Bridge “won’t close” this year"}, Form: factcheck.Direct}, "\n"},
		{"a stop at its end", wording("daily", "We keep it open."), `
claims/one.yaml:2:3: error: the quote stands in daily only without the mark at its end [quote-missing]
  line 6, column 2 has: … the bridge would stay open. “[We keep it open], whatever the cost,” the …
  write
  quote: 'We keep it open'
  -> articles/daily.txt:6:2 the words stand here
`},
		{"marks around it", wording("daily", "\"Lorries are not allowed\""), `
claims/one.yaml:2:3: error: the quote stands in daily only without the quotation marks around it [quote-missing]
  line 8, column 1 has: … day, unless the river rises. [Lorries are not allowed] on the bridge.
  write
  quote: 'Lorries are not allowed'
  -> articles/daily.txt:8:1 the words stand here
`},
		{"marks around parts of it", wording("weekly", "“We'll keep it … at any price.”"), `
claims/one.yaml:2:3: error: the quote stands in weekly only without the quotation marks around it and the mark at its end [quote-missing]
  line 5, column 1 has: … the mayor (…) at length. [We’ll keep it … at any price], she told the council.
  write
  quote: 'We’ll keep it … at any price'
  -> articles/weekly.txt:5:1 the words stand here
`},
		{"an article that there is not", wording("hourly", "what"), "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, ds := one(c.w)
			if got := show(ds); "\n"+got != c.want {
				t.Errorf("got\n%s\nwant%s", got, c.want)
			}
			if (ds.Errors() > 0 || c.w.Article == "hourly") != (len(book.Cases[0].Witnesses) == 0) {
				t.Errorf("%d errors and %d witnesses", ds.Errors(), len(book.Cases[0].Witnesses))
			}
		})
	}
}

func wording(article, quote string) factcheck.Wording {
	return factcheck.Wording{Quotation: factcheck.Quotation{Article: article, Quote: quote}}
}

func TestSeveralWordingsOfAnArticleAreNumbered(t *testing.T) {
	book, ds := Quotes(factcheck.Story{Articles: harbour(), Claims: []factcheck.Claim{{ID: "one", Wordings: []factcheck.Wording{
		wording("daily", "would stay open"), wording("weekly", "nowhere to be found"), wording("weekly", "stays open"), wording("daily", "We keep it open")}}}})
	var got []string
	for _, w := range book.Cases[0].Witnesses {
		got = append(got, w.Siglum)
	}
	if strings.Join(got, " ") != "A B A2" || ds.Errors() != 1 {
		t.Errorf("got %v, %d errors", got, ds.Errors())
	}
}

func TestEvidence(t *testing.T) {
	finding := factcheck.EditorFinding{Kind: "text", Severity: factcheck.Minor, Summary: "s", Why: "w", Evidence: []factcheck.Quotation{
		{Article: "daily", Quote: "We keep it … cost", Note: "look"}, {Article: "nowhere", Quote: "x"}, {Article: "weekly", Quote: "gone"}}}
	lost := factcheck.EditorFinding{Kind: "text", Evidence: []factcheck.Quotation{{Article: "weekly", Quote: "gone"}}}
	book, ds := Quotes(factcheck.Story{Articles: harbour(), Claims: []factcheck.Claim{{ID: "one", Findings: []factcheck.EditorFinding{finding, lost}}},
		Findings: []factcheck.EditorFinding{finding}})
	fs := book.Cases[0].Findings
	if ds.Errors() != 3 || len(fs) != 1 || len(book.Findings) != 1 {
		t.Fatalf("%d errors, findings %v, %v\n%s", ds.Errors(), fs, book.Findings, show(ds))
	}
	f := fs[0]
	if f.Claim != "one" || book.Findings[0].Claim != "" || !f.ByEditor || f.Status != factcheck.Confirmed || f.Kind != "text" || f.Severity != factcheck.Minor || f.Summary != "s" || f.Why != "w" {
		t.Errorf("got %+v", f)
	}
	if len(f.Evidence) != 2 || f.Evidence[0].Quote != "We keep it" || f.Evidence[0].Note != "look" || f.Evidence[1].Quote != "cost" || f.Evidence[1].Note != "" {
		t.Errorf("evidence %+v", f.Evidence)
	}
}

func TestTheSameWordsTwice(t *testing.T) {
	book, ds := Quotes(factcheck.Story{Articles: harbour(), Claims: []factcheck.Claim{{Wordings: []factcheck.Wording{
		wording("daily", "We keep it open"), wording("weekly", "keep it open"), wording("daily", "We  keep it open"), wording("daily", "keep it open")}}}})
	if len(book.Cases[0].Witnesses) != 4 || len(ds) != 1 || ds[0].Code != "quote-twice" || ds[0].Severity != diag.Warning {
		t.Error(show(ds))
	}
}

// Words that are somebody's own, or may be, though no mark stands beside them.
func TestDirectWithoutMarks(t *testing.T) {
	for _, c := range []struct {
		text, quote string
		warned      bool
	}{
		{"Some 3,200 people cross the bridge, the mayor's office said.", "3,200 people", true},
		{"Some 3,200 people cross the bridge.\n“Many,” he said.", "3,200 people", true},
		{"The mayor: Some 3,200 people cross the bridge.", "3,200 people", false},
		{"The mayor wrote:\nSome 3,200 people cross the bridge.", "3,200 people", false},
		{"Some 3,200 people cross the bridge.\n— Ada Example (@ada) May 4, 1999", "3,200 people", false},
		{"‘Some 3,200 people cross the bridge.", "3,200 people", false},
		{"“Some cross the river.\nSome 3,200 people cross the bridge.", "3,200 people", false},
		{"Some 3,200 people cross “the bridge”.", "3,200 people", false},
	} {
		w := wording("a", c.quote)
		w.Form = factcheck.Direct
		_, ds := Quotes(factcheck.Story{Articles: []factcheck.Article{newArticle("A", "a", c.text)},
			Claims: []factcheck.Claim{{Wordings: []factcheck.Wording{w}}}})
		if got := len(ds) == 1 && ds[0].Code == "quote-form"; got != c.warned || len(ds) > 1 {
			t.Errorf("%q: %s", c.text, show(ds))
		}
	}
}

func TestForms(t *testing.T) {
	for _, c := range []struct{ line, quote, want string }{
		{"She said \"it is so\" and left.", "it is so", "direct"},
		{"She said \"it is so\" and left.", "and left", "paraphrase"},
		{"She said 'it isn't so' and left.", "isn't so", "direct"},
		{"She said 'it isn't so' and left.", "and left", "paraphrase"},
		{"She said ‘it isn’t so’ and left.", "it isn’t so", "direct"},
		{"The workers’ union and the men’s club met.", "union and the men’s club", "paraphrase"},
		{"He said “it is so. It never closes", "never closes", "direct"},
		{"‘It is so, ‘he said.", "It is so", "direct"},
		{"„Es ist so“, sagte sie.", "Es ist so", "direct"},
		{"« C’est ainsi », dit-elle.", "C’est ainsi", "direct"},
		{"« C’est ainsi », dit-elle.", "dit-elle", "paraphrase"},
		{"a 6\" pipe and a 5\" one", "pipe and a", "paraphrase"},
		{"It's the '90s, isn't it", "the '90s", "paraphrase"},
		{"The “so-called” bridge of stone", "so-called” bridge", "partial"},
		{"“One,” she said, “or two.”", "One … two", "direct"},
		{"“One,” she said, “or two.”", "One … she said", "partial"},
	} {
		story := factcheck.Story{Articles: []factcheck.Article{newArticle("A", "a", c.line)},
			Claims: []factcheck.Claim{{Wordings: []factcheck.Wording{wording("a", c.quote)}}}}
		book, ds := Quotes(story)
		if len(book.Cases[0].Witnesses) != 1 {
			t.Errorf("%q: %s", c.quote, show(ds))
		} else if got := book.Cases[0].Witnesses[0].Form; string(got) != c.want {
			t.Errorf("%q in %q: %s, want %s", c.quote, c.line, got, c.want)
		}
	}
	book, _ := one(factcheck.Wording{Quotation: factcheck.Quotation{Article: "daily", Quote: "We keep it open"}, Form: factcheck.Caption})
	if w := book.Cases[0].Witnesses[0]; w.Form != factcheck.Caption || w.FormInferred {
		t.Errorf("the editor's form is overruled: %+v", w)
	}
}

// What is offered does not borrow the marks of the words beside it.
func TestProposalsAreTidy(t *testing.T) {
	_, ds := one(wording("daily", "“Whatever the cost.”"))
	if !strings.Contains(show(ds), "\n  quote: 'whatever the cost'\n") {
		t.Error(show(ds))
	}
	for _, c := range [][2]string{
		{"day. ", "day."}, {". Some cross it “", "Some cross it"}, {", whatever the cost,”", "whatever the cost"},
		{"“We keep it,” she said.", "“We keep it,” she said."}, {"“It is so", "It is so"}, {"", ""}, {"”,", ""}, {"’90s", "’90s"},
	} {
		if got := tidy(c[0]); got != c[1] {
			t.Errorf("tidy(%q) is %q, want %q", c[0], got, c[1])
		}
	}
}

// What a hint offers to paste must work when it is pasted.
func TestHintsCanBePasted(t *testing.T) {
	for _, w := range []factcheck.Wording{
		wording("daily", "mayor said"), wording("daily", "close"), wording("daily", "bridge"), wording("daily", "e"), wording("monthly", "on"),
		wording("weekly", "“We'll keep it open at any price.”"), wording("weekly", "'We'll keep it … at any price!'"), wording("daily", "“Whatever the cost.”"), wording("daily", "«The bridge is 68 years old.»"),
		wording("weekly", "We'll kept it open at any cost"), wording("daily", "The bridge is 86 years old"),
		{Quotation: factcheck.Quotation{Article: "daily", Quote: "mayor said", Prefix: "the"}},
		{Quotation: factcheck.Quotation{Article: "daily", Quote: "mayor said", Prefix: "a "}},
	} {
		_, ds := one(w)
		if ds.Errors() != 1 {
			t.Fatalf("%q: %s", w.Quote, show(ds))
		}
		tried := 0
		for line := range strings.SplitSeq(ds[0].Hint, "\n") {
			line, _, _ = strings.Cut(line, "  # ")
			key, value, ok := strings.Cut(line, ": ")
			try := w
			value = strings.ReplaceAll(strings.Trim(value, "'"), "''", "'")
			switch {
			case !ok:
				continue
			case key == "quote":
				try.Quote = value
			case key == "prefix":
				try.Prefix, try.Suffix = value, ""
			case key == "suffix":
				try.Prefix, try.Suffix = "", value
			case key == "occurrence":
				try.Prefix, try.Suffix = "", ""
				fmt.Sscan(value, &try.Occurrence)
			default:
				continue
			}
			tried++
			if _, ds := one(try); ds.Errors() > 0 {
				t.Errorf("%q: the line %q does not help:\n%s", w.Quote, line, show(ds))
			}
		}
		if tried == 0 {
			t.Errorf("%q: nothing to paste in\n%s", w.Quote, show(ds))
		}
	}
}

func FuzzQuotes(f *testing.F) {
	f.Add("The *old* bridge[^1] “closed”.\n\n> “no\n\n[^1]: so", "old … closed", "The ", ".", 0, true)
	f.Add("b so a", "a … b", "c", "", 0, false)
	f.Add("the a the a", "the", "", "", 3, false)
	f.Add("’‘“x”» \"", "x", "“", "", 0, false)
	f.Add("co\u00adoperate & \xff…", "cooperate … \xff", "", "", 0, true)
	f.Fuzz(func(t *testing.T, text, quote, prefix, suffix string, occurrence int, md bool) {
		id := "a"
		if md {
			id = "a.md"
		}
		a := newArticle("A", id, text)
		a.Title, a.PublishedAs = prefix+"title", suffix
		q := quoted(factcheck.Quotation{Article: "a", Quote: quote, Prefix: prefix, Suffix: suffix, Occurrence: occurrence})
		story := factcheck.Story{Articles: []factcheck.Article{a, newArticle("B", "b", text+quote)},
			Claims: []factcheck.Claim{{Wordings: []factcheck.Wording{{Quotation: q}}}}}
		book, ds := Quotes(story)
		if (len(book.Cases[0].Witnesses) == 0) != (ds.Errors() > 0 || quote == "") {
			t.Fatalf("%d witnesses and\n%s", len(book.Cases[0].Witnesses), show(ds))
		}
		for _, w := range book.Cases[0].Witnesses {
			parts := make([]string, len(w.Passages))
			for i, p := range w.Passages {
				parts[i] = a.Text(p.Part)[p.Start:p.End]
			}
			if strings.Join(parts, factcheck.PartSeparator) != w.Text {
				t.Fatalf("%q is not %q", w.Text, parts)
			}
			if len(parts) == 1 && w.Match != "elided" && !words.Same(parts[0], quote) {
				t.Fatalf("%q found as %q", quote, parts)
			}
		}
		for _, d := range ds {
			if d.Span.File == nil || strings.Contains(d.Message, "\n") || d.Message == "" || d.Hint == "" {
				t.Fatalf("%+v", d)
			}
			for _, r := range d.Related {
				if r.Span.File == nil || r.Span.Start > r.Span.End || r.Span.End > len(r.Span.File.Text) {
					t.Fatalf("%+v", r)
				}
			}
		}
	})
}

func BenchmarkQuotes(b *testing.B) {
	var articles []factcheck.Article
	filler := strings.Repeat("The council of the town met again and spoke of the bridge for an hour, its clerk wrote. ", 30)
	for i := range 5 {
		articles = append(articles, newArticle(string(rune('A'+i)), fmt.Sprint("a", i), filler+fmt.Sprintf("“We will keep bridge %d open,” the mayor said on Monday.\n", i)+filler))
	}
	story := factcheck.Story{Articles: articles}
	for c := range 3 {
		claim := factcheck.Claim{ID: fmt.Sprint(c)}
		for i := range 5 {
			claim.Wordings = append(claim.Wordings, wording(fmt.Sprint("a", i), fmt.Sprintf("We will keep bridge %d open", i)))
		}
		story.Claims = append(story.Claims, claim)
	}
	for b.Loop() {
		if _, ds := Quotes(story); len(ds) > 0 {
			b.Fatal(show(ds))
		}
	}
}
