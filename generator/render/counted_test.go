package render

import (
	"strings"
	"testing"

	"crosscheck/generator/engine/figure"
)

// A claim's figures stand in one table: a row for each thing, a column for each
// source in the order of the cards, and a word for how they stand to each other.
func TestCountedTable(t *testing.T) {
	room, d := fixture(t)
	s := renderer(t, room).spread(d)
	table := s.countedTable(&s.cases[0])
	if table == nil {
		t.Fatal("a claim about 14 boats has no table")
	}
	var heads []string
	for _, h := range table.Sources {
		heads = append(heads, h.Siglum)
	}
	if got := strings.Join(heads, " "); got != "C A B D" {
		t.Errorf("columns %s", got)
	}
	row := table.Rows[0]
	if row.What != "boats" || len(row.Cells) != 4 {
		t.Fatalf("first row %+v", row)
	}
	for i, want := range []struct{ text, href, label string }{
		{"14 boats", "../articles/post.html#claim-boats", "in conflict with D"},
		{"14 boats", "../articles/note.html#claim-boats", "in conflict with D"},
		{},
		{"41 boats", "../articles/wire.html#claim-boats", "in conflict with A and C"},
	} {
		cell := row.Cells[i]
		if want.text == "" {
			if len(cell.Figures) > 0 { // a document in French is not read
				t.Errorf("cell %d has %+v", i, cell)
			}
			continue
		}
		if len(cell.Figures) == 0 || cell.Figures[0].Text != want.text || cell.Figures[0].Href != want.href || cell.Label != want.label || !cell.Conflict {
			t.Errorf("cell %d is %+v", i, cell)
		}
	}
	if s.countedTable(&s.cases[2]) != nil {
		t.Error("a claim without wordings has a table of figures")
	}
	page := built(t, room, d)["ferry/claims/boats.html"]
	for _, want := range []string{`<h2 id="figures-title">Figures</h2>`, `<th scope="row">boats</th>`, `<span class="relation conflict">`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, r := range []figure.Reason{figure.Range, figure.Overlap, figure.LowerBound, figure.UpperBound, figure.Roughly, figure.Open, figure.Rounded, figure.Converted, figure.Named} {
		if label := figureReason(r); label == string(r) && r != figure.Rounded {
			t.Errorf("the reason %s has no words", r)
		}
	}
}
