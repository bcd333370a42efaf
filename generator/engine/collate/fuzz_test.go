package collate

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// visible is a text without its white space.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// check proves what holds for any table.
func check(t *testing.T, ws []Witness, table Table) {
	t.Helper()
	for i, w := range ws {
		var read strings.Builder
		last := 0
		for r, row := range table.Rows {
			c := row.Cells[i]
			if c.Start < last || c.End < c.Start || c.End > len(w.Text) {
				t.Fatalf("%q row %d: cell %d to %d after %d", w.Text, r, c.Start, c.End, last)
			}
			if c.Silent && c.Start != c.End {
				t.Fatalf("%q row %d is silent and has words", w.Text, r)
			}
			last = c.End
			read.WriteString(visible(w.Text[c.Start:c.End]))
			if c.MovedTo < 0 || c.MovedTo > len(table.Rows) || c.MovedTo == r+1 {
				t.Fatalf("%q row %d moved to %d", w.Text, r, c.MovedTo)
			}
		}
		if read.String() != visible(w.Text) {
			t.Fatalf("cells read %q, text %q", read.String(), w.Text)
		}
	}
	for r, row := range table.Rows {
		gravest := Same
		for i := range ws {
			for j := range ws {
				k := table.Between(r, i, j)
				if k != table.Between(r, j, i) {
					t.Fatalf("row %d: %v one way, %v the other", r, k, table.Between(r, j, i))
				}
				gravest = max(gravest, k)
			}
		}
		if gravest != row.Kind {
			t.Fatalf("row %d is %v, its gravest difference %v", r, row.Kind, gravest)
		}
	}
	links := table.Links()
	for _, l := range links {
		for _, p := range []Place{l.A, l.B} {
			if p.Start < 0 || p.Start >= p.End || p.End > len(ws[p.Witness].Text) {
				t.Fatalf("link %v lies outside", l)
			}
		}
		if l.A.Witness >= l.B.Witness {
			t.Fatalf("link %v is turned round", l)
		}
	}
}

// sameTable proves that two tables of the same witnesses, the second in
// another order, say the same.
func sameTable(t *testing.T, a, b Table, order []int) {
	t.Helper()
	if len(a.Rows) != len(b.Rows) {
		t.Fatalf("%d rows, %d in another order", len(a.Rows), len(b.Rows))
	}
	for r := range a.Rows {
		if a.Rows[r].Kind != b.Rows[r].Kind {
			t.Fatalf("row %d: %v, in another order %v", r, a.Rows[r].Kind, b.Rows[r].Kind)
		}
		for i, o := range order {
			if a.Rows[r].Cells[o] != b.Rows[r].Cells[i] {
				t.Fatalf("row %d: %+v, in another order %+v", r, a.Rows[r].Cells[o], b.Rows[r].Cells[i])
			}
		}
	}
	place := make([]int, len(order))
	for i, o := range order {
		place[o] = i
	}
	links := map[Link]bool{}
	for _, l := range b.Links() {
		links[l] = true
	}
	for _, l := range a.Links() {
		l.A.Witness, l.B.Witness = place[l.A.Witness], place[l.B.Witness]
		if l.A.Witness > l.B.Witness {
			l.A, l.B = l.B, l.A
		}
		if !links[l] {
			t.Fatalf("link %v is missing in another order", l)
		}
		delete(links, l)
	}
	if len(links) > 0 {
		t.Fatalf("links only in another order: %v", links)
	}
}

func FuzzCollate(f *testing.F) {
	f.Add("", "", "")
	f.Add("He did not go.", "He didn’t go …", "[…] go")
	f.Add("Twelve boats sank off Port Ellen on May 3", "12 boats sank", "On 3 May a dozen boats sank off Port Ellen")
	f.Add("a\u200b \u00ad b", "\u200b", "...")
	f.Add("\u200b", "\u00ad", "the ceasefire of two thousand and five")
	f.Add("the US, cease fire; a hundred boats", "the United States ceasefire 100 boats", "In spite of U.S. boats")
	f.Add("Yesterday ministers left Arden", "ministers left Arden yesterday", "ministers and generals, generals and ministers")
	f.Add("Thursday, Jan. 29, two hundred and fourteen left,", "On 29 January 214 left”.", "The Guild’s 3rd of May 2011 … May, 12")
	f.Add("a dozen, and the plan", "12 and a scheme", "“twelve” , the plan.")
	f.Add("\xff\xfe '' 's n't", "don't won’t 'tis (…) [...]", "x'''s")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if len(a)+len(b)+len(c) > 240 {
			return
		}
		ws := []Witness{{"a", a}, {"b", b}, {"c", c}, {"d", a}}
		table := Collate(ws)
		check(t, ws, table)
		order := []int{2, 3, 1, 0}
		other := make([]Witness, len(ws))
		for i, o := range order {
			other[i] = ws[o]
		}
		sameTable(t, table, Collate(other), order)
		for n := range 3 {
			few := slices.Clone(ws[:n])
			check(t, few, Collate(few))
		}
	})
}
