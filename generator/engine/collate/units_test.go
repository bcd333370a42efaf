package collate

import (
	"strings"
	"testing"
)

func TestDatesAndNumbersStandWhole(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  string // a row of the table
	}{
		{[]string{"The baths open on 2 May at noon", "The baths open on May 2 at noon"}, "order: 2 May | May 2\n"},
		{[]string{"It met on Tuesday, Feb. 3, to vote", "It met on 3 February to vote"}, "spelling: Tuesday, Feb. 3, | 3 February\n"},
		{[]string{"It sank on 9 May 2013 – a Thursday – when all slept", "It sank in May 2013, when all slept"}, "omission: 9 May 2013 | May 2013\n"},
		{[]string{"left on June 3, 1998 from port", "left on the 3rd of June 1998 from port", "left on 4 June 1998 from port"},
			"date: June 3, 1998 | the 3rd of June 1998 | 4 June 1998\n"},
		{[]string{"the pier shut in May for good", "the pier shut in June for good"}, "date: May | June\n"},
		{[]string{"it sank on May\n3 again", "it sank on May 3 again"}, "same: it sank on May\n3 again | it sank on May 3 again\n"},
		{[]string{"All 317 people aboard", "Three hundred and seventeen people aboard"}, "spelling: 317 | Three hundred and seventeen\n"},
		{[]string{"some two hundred boats sank", "some three hundred boats sank"}, "number: two hundred | three hundred\n"},
		{[]string{"a dozen of the boats sank", "twelve of the boats sank", "several of the boats sank"}, "number: a dozen | twelve | several\n"},
		{[]string{"it cost five million crowns", "it cost 5,000,000 crowns"}, "spelling: five million | 5,000,000\n"},
	} {
		table := collated(c.texts...)
		if got := sketch(table); !strings.Contains("\n"+got, "\n"+c.want) {
			t.Errorf("%q\ngot\n%swant among them\n%s", c.texts, got, c.want)
		}
		check(t, table.Witnesses, table)
	}
}

// The words behind a date or number of several words are linked as they stand.
func TestLinksBehindAUnit(t *testing.T) {
	a, b := "On 3 June 1998 two hundred ferries sailed.", "On June 3, 1998, 200 ferries sailed."
	table := collated(a, b, a)
	tied := map[string]bool{}
	for _, l := range table.Links() {
		tied[table.Witnesses[l.A.Witness].Text[l.A.Start:l.A.End]+" "+table.Witnesses[l.B.Witness].Text[l.B.Start:l.B.End]] = true
	}
	for _, want := range []string{"3 3", "June June", "ferries ferries", "sailed sailed", "two two"} {
		if !tied[want] {
			t.Errorf("no link %s; got %v", want, tied)
		}
	}
	// As the table has them, for texts too long to weigh.
	c := table.work
	pairs := map[string]bool{}
	for _, p := range c.across(0, 1) {
		s, q := c.wordings[0].whole().tokens[p[0]], c.wordings[1].whole().tokens[p[1]]
		pairs[c.wordings[0].text[s.start:s.end]+" "+c.wordings[1].text[q.start:q.end]] = true
	}
	if !pairs["ferries ferries"] || !pairs["sailed sailed"] {
		t.Errorf("across: %v", pairs)
	}
}

func TestKindsNeedTheirLikeOnBothSides(t *testing.T) {
	for _, c := range []struct {
		want Kind
		a, b string
	}{
		{Wording, "the weekend brought rain here", "the Courier brought rain here"},
		{Wording, "the mayor reiterated the plan", "the mayor Kellow the plan"},
		{Wording, "it was March there again", "it was director there again"},
		{Name, "the mayor met Lind there", "the mayor met Ortega there"},
		{Name, "talks with Lind failed", "talks with ministers and Ortega failed"},
		{Inflection, "the Guild’s leaders met", "the Guild leaders met"},
		{Inflection, "a Guild's boat", "a Guild boat"},
		{Omission, "the Guild’s leader left", "the Guild left"},
		{Date, "it shut on Friday again", "it shut on Fridy again"},
		{Order, "it shut on 7 March again", "it shut on March 7 again"},
	} {
		table := collated(c.a, c.b)
		if got := gravest(table); got != c.want {
			t.Errorf("%q, %q: %v, want %v\n%s", c.a, c.b, got, c.want, sketch(table))
		}
	}
}

func TestMarksStandWithWords(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  string
	}{
		{
			[]string{"he said the pier is “safe”", "he said the pier is safe."},
			"same: he said the pier is | he said the pier is\npunctuation: “safe” | safe.\n",
		},
		{
			[]string{"the mayor, in truth, left at noon", "the mayor in truth left at noon"},
			"same: the | the\npunctuation: mayor, | mayor\nsame: in | in\npunctuation: truth, | truth\nsame: left at noon | left at noon\n",
		},
		{
			[]string{"“No boat was lost”, she said", "No boat was lost, she said"},
			"same: “ | ~\nsame: No boat was | No boat was\npunctuation: lost” | lost\nsame: , she said | , she said\n",
		},
	} {
		table := collated(c.texts...)
		if got := sketch(table); got != c.want {
			t.Errorf("%q\ngot\n%swant\n%s", c.texts, got, c.want)
		}
		check(t, table.Witnesses, table)
	}
}

func TestSmallRowsJoinIntoPhrases(t *testing.T) {
	table := collated("officials backed the plan for the harbour", "officials supported the scheme for the port", "officials backed the plan for the harbour again")
	want := "same: officials | officials | officials\nwording: backed the plan for the harbour | supported the scheme for the port | backed the plan for the harbour\nsame: ~ | ~ | again\n"
	if got := sketch(table); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	table = collated("hopes that talks would be revived soon", "hopes that talks were being resuscitated soon")
	want = "same: hopes that talks | hopes that talks\nwording: would be revived | were being resuscitated\nsame: soon | soon\n"
	if got := sketch(table); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	for _, texts := range [][]string{
		// A figure, a name and words left out are to be seen.
		{"officials backed 12 plans for ports", "officials supported 13 schemes for ports"},
		{"he met Lind and the men left", "he saw Ortega and the boys left"},
	} {
		table := collated(texts...)
		for _, row := range table.Rows {
			if row.Kind.Material() && strings.Contains(strings.TrimSpace(table.Witnesses[0].Text[row.Cells[0].Start:row.Cells[0].End]), " ") {
				t.Errorf("a material difference lies hidden in a phrase:\n%s", sketch(table))
			}
		}
	}
}

// A row never sets words against marks alone as another wording.
func TestMarksAreNoWording(t *testing.T) {
	v := newVocabulary()
	a, b := v.read("boats sailed"), v.read("”")
	v.relate()
	if got := v.compare(a, b, a.tokens, b.tokens); got != Omission {
		t.Errorf("words against a mark: %v", got)
	}
}
