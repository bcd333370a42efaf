package collate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// Any witnesses in any order give the same rows, cells and links, and the cells
// give the texts back: with marks alone, nothing at all, one word, the same text
// twice, scripts that run from right to left, and bytes that are no text.
func TestInventedWitnessesInAnyOrder(t *testing.T) {
	pieces := strings.Fields(`the a of in on 12 twelve dozen 3 July Monday not never didn’t no Arden Kellow UN ferry boats sank sailed strongly supports
		backs favour favor in-spite … ... (…) […] [...] , . “ ” " ' - – — ( ) % $ € 1,200 1.2m וילון سفينة 渡し船 café cafe\u0301 naïve ﬁre co\u00adoperate \u200b
		don’t can't it's O’Neill x y z 2021 2021–22 3/4/2019 half million thousand`)
	random := rand.New(rand.NewPCG(3, 5))
	text := func() string {
		var b strings.Builder
		for range random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
			if random.IntN(5) > 0 {
				b.WriteByte(' ')
			}
		}
		if random.IntN(20) == 0 {
			b.WriteString("\xff\xc3")
		}
		return b.String()
	}
	vary := func(s string) string {
		words := strings.Fields(s)
		if len(words) == 0 {
			return s
		}
		i := random.IntN(len(words))
		switch random.IntN(5) {
		case 0:
			words[i] = "…"
		case 1:
			words[i] = pieces[random.IntN(len(pieces))]
		case 2:
			words = words[i:]
		case 3:
			words = words[:i+1]
		default:
			words = append(words[i:], words[:i]...)
		}
		return strings.Join(words, " ")
	}
	for round := range 150 {
		n := 3 + random.IntN(10)
		ws := make([]Witness, n)
		for i := range ws {
			ws[i].ID = fmt.Sprint(i)
			switch {
			case i > 0 && random.IntN(3) > 0:
				ws[i].Text = vary(ws[random.IntN(i)].Text)
			case i > 0 && random.IntN(4) == 0:
				ws[i].Text = ws[random.IntN(i)].Text
			default:
				ws[i].Text = text()
			}
		}
		table := Collate(ws)
		check(t, ws, table)
		for range 3 {
			order := random.Perm(n)
			other := make([]Witness, n)
			for i, o := range order {
				other[i] = ws[o]
			}
			sameTable(t, table, Collate(other), order)
		}
		if t.Failed() {
			t.Fatalf("round %d: %q", round, ws)
		}
	}
}

// A witness that elides words, begins later or ends earlier says nothing there;
// one that goes on without them leaves them out.
func TestSilenceIsNotOmission(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  string
	}{
		{[]string{"the old ferry sank off Arden", "the … ferry sank off Arden"},
			"same: the | the …\nsame: old | ~\nsame: ferry sank off Arden | ferry sank off Arden\n"},
		{[]string{"the old ferry sank off Arden", "the [...] ferry sank off Arden"},
			"same: the | the [...]\nsame: old | ~\nsame: ferry sank off Arden | ferry sank off Arden\n"},
		{[]string{"the old ferry sank off Arden", "the (…) ferry sank off Arden"},
			"same: the | the (…)\nsame: old | ~\nsame: ferry sank off Arden | ferry sank off Arden\n"},
		{[]string{"the old ferry sank off Arden", "the […] ferry sank off Arden"},
			"same: the | the […]\nsame: old | ~\nsame: ferry sank off Arden | ferry sank off Arden\n"},
		{[]string{"the old ferry sank off Arden", "the ... ferry sank off Arden"},
			"same: the | the ...\nsame: old | ~\nsame: ferry sank off Arden | ferry sank off Arden\n"},
		{[]string{"the old ferry sank off Arden", "the ferry sank off Arden"},
			"same: the | the\nomission: old | ∅\nsame: ferry sank off Arden | ferry sank off Arden\n"},
		{[]string{"the old ferry sank off Arden", "… ferry sank off Arden"},
			"same: the old | ~\nsame: ferry sank off Arden | … ferry sank off Arden\n"},
		{[]string{"the old ferry sank off Arden", "ferry sank off Arden"},
			"same: the old | ~\nsame: ferry sank off Arden | ferry sank off Arden\n"},
		{[]string{"the old ferry sank off Arden", "the old ferry sank …"},
			"same: the old ferry sank | the old ferry sank …\nsame: off Arden | ~\n"},
		{[]string{"the old ferry sank off Arden", "the old ferry sank"},
			"same: the old ferry sank | the old ferry sank\nsame: off Arden | ~\n"},
		{[]string{"the old ferry sank off Arden", "the ferry sank", "old … Arden"},
			"same: the | the | ~\nomission: old | ∅ | old …\nsame: ferry sank | ferry sank | ~\nsame: off | ~ | ~\nsame: Arden | ~ | Arden\n"},
		{[]string{"the council did not agree at once", "the council did … agree at once"},
			"same: the council did | the council did …\nsame: not | ~\nsame: agree at once | agree at once\n"},
		{[]string{"12 boats and 3 ferries sank there", "12 boats … sank there", "12 boats and 4 ferries sank there"},
			"same: 12 boats | 12 boats … | 12 boats\nsame: and | ~ | and\nnumber: 3 | ~ | 4\nsame: ferries | ~ | ferries\nsame: sank there | sank there | sank there\n"},
	} {
		table := collated(c.texts...)
		if got := sketch(table); got != c.want {
			t.Errorf("%q\ngot\n%swant\n%s", c.texts, got, c.want)
		}
		check(t, table.Witnesses, table)
	}
}
