package render

import (
	"html/template"
	"slices"
	"strings"

	"crosscheck/generator/engine/figure"
	"crosscheck/generator/factcheck"
)

// CountedTable is the table of a claim's figures.
type CountedTable struct {
	Sources []CountedSource
	Rows    []CountedRow
}

// CountedSource heads a column: one article.
type CountedSource struct {
	Siglum string
	Link   Link
}

// CountedRow is one thing that sources count.
type CountedRow struct {
	What    string // in the documents' own words
	Unnamed bool   // What says that no noun is given
	Cells   []CountedView
}

// CountedView is what one article has of it. Figures is empty where it has
// nothing.
type CountedView struct {
	Figures  []CountedFigure
	Label    string // the word under the figures, or in their place
	Conflict bool
}

// CountedFigure is a figure as printed, with the way to its place.
type CountedFigure struct {
	Text     string
	Href     string
	LangAttr template.HTMLAttr
}

// countedTable prepares a claim's figures; nil if its wordings have none.
func (s *spread) countedTable(c *comparison) *CountedTable {
	const up = "../"
	if len(c.Figures) == 0 {
		return nil
	}
	// The columns stand in the order of the cards above.
	t := &CountedTable{}
	var order []int
	for _, j := range c.order {
		at := slices.IndexFunc(c.Figures[0].Cells, func(cell factcheck.CountedCell) bool { return cell.Article == c.Witnesses[j].Wording.Article })
		if at >= 0 && !slices.Contains(order, at) && s.articles[c.Figures[0].Cells[at].Article] != nil {
			order = append(order, at)
		}
	}
	for _, at := range order {
		src := s.articles[c.Figures[0].Cells[at].Article]
		t.Sources = append(t.Sources, CountedSource{src.Siglum, Link{up + "articles/" + src.ID + ".html", src.called}})
	}
	for i := range c.Figures {
		counted := &c.Figures[i]
		row := CountedRow{What: strings.Join(counted.Nouns, " / ")}
		if row.What == "" {
			row.What, row.Unnamed = "noun not given", true
		}
		for _, at := range order {
			cell := &counted.Cells[at]
			v := CountedView{Conflict: cell.Relation == figure.Conflict}
			src := s.articles[cell.Article]
			for _, m := range cell.Mentions {
				f := CountedFigure{
					Text:     src.Text(m.Passage.Part)[m.Passage.Start:m.Passage.End],
					Href:     up + "articles/" + src.ID + ".html",
					LangAttr: src.lang,
				}
				if place := c.places[m.Witness]; place != "" {
					f.Href += "#" + place
				}
				v.Figures = append(v.Figures, f)
			}
			if len(v.Figures) > 0 {
				v.Label = s.countedLabel(counted, cell)
			} else if name := src.unread(); name != "" {
				v.Label = "not read: in " + name
			} else {
				v.Label = "no figure"
			}
			row.Cells = append(row.Cells, v)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// countedLabel says in a word how a figure stands to those of the other sources.
func (s *spread) countedLabel(counted *factcheck.Counted, cell *factcheck.CountedCell) string {
	switch {
	case counted.Alone:
		return "only this source"
	case cell.Relation == figure.Same:
		return "same"
	case cell.Relation == figure.Compatible:
		return "compatible: " + figureReason(cell.Reason)
	case cell.Relation == figure.Conflict:
		var sigla []string
		for _, id := range cell.Against {
			if src := s.articles[id]; src != nil {
				sigla = append(sigla, src.Siglum)
			}
		}
		slices.Sort(sigla)
		return "in conflict with " + listed(sigla)
	}
	return ""
}

// figureReason tells readers why two figures that differ can both be true.
func figureReason(r figure.Reason) string {
	switch r {
	case figure.Range:
		return "a range that includes it"
	case figure.Overlap:
		return "ranges that overlap"
	case figure.LowerBound:
		return "a lower bound"
	case figure.UpperBound:
		return "an upper bound"
	case figure.Roughly:
		return "an approximate number"
	case figure.Open:
		return "a word for many"
	case figure.Rounded:
		return "rounded"
	case figure.Converted:
		return "in other units"
	case figure.Named:
		return "the same number, another noun"
	}
	return string(r)
}
