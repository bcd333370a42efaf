package render

import (
	"encoding/json"
	"html/template"
	"strings"
	"unicode/utf16"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/words"
)

// How two cells of a row stand to each other, a letter for each pair: what a
// script needs to mark the wordings against any base that a reader chooses. The
// kinds of difference have the letters of pairCodes; where one of the cells is
// empty and the other is not, the letter tells whether those words stand
// elsewhere in the wording that lacks them here.
const (
	codeSame      = '.'
	codeLeftOut   = 'o'
	codeElsewhere = 'e'
	codeShort     = 'h' // elsewhere, but short words only
	codeMarks     = 'm' // nothing but punctuation is left out
)

var pairCodes = [...]byte{
	collate.Same: codeSame, collate.Typography: 't', collate.Punctuation: 'p', collate.Spelling: 's', collate.Inflection: 'i', collate.Order: 'r',
	collate.Wording: 'w', collate.Omission: codeLeftOut, collate.Name: 'n', collate.Date: 'd', collate.Number: 'u', collate.Negation: 'x',
}

// code is the letter of a pair.
func (c *comparison) code(row, i, j int) byte {
	x, y := c.Table.Rows[row].Cells[i], c.Table.Rows[row].Cells[j]
	switch {
	case i == j, x.Silent, y.Silent, x.Empty() && y.Empty():
		return codeSame
	case x.Empty():
		return c.code(row, j, i)
	case y.Empty():
		if marks, _ := c.marksOnly(row); marks {
			return codeMarks
		}
		switch all, told := standsIn(c.Table.Witnesses[i].Text[x.Start:x.End], c.formsOf(j)); {
		case told:
			return codeElsewhere
		case all:
			return codeShort
		}
		return codeLeftOut
	case i == c.Base:
		return pairCodes[c.kinds[row][j]]
	case j == c.Base:
		return pairCodes[c.kinds[row][i]]
	}
	return pairCodes[c.Table.Between(row, i, j)]
}

// bySiglum lists the witnesses of the table in the order of their sigla.
func (c *comparison) bySiglum() []int {
	var list []int
	for i := range c.Witnesses {
		if !c.apart(i) {
			list = append(list, i)
		}
	}
	sortBySiglum(list, c.Witnesses)
	return list
}

// A collation is the table of variants for scripts, in which no base is set
// apart. The texts are not in it: they stand in the cards.
type collation struct {
	Sigla []string `json:"w"`
	Base  int      `json:"b"` // that the page was made with

	// Of each witness how long its cell in each row is, in UTF-16 units, -1 for
	// silence. Between cells there is white space at most.
	Cells [][]int `json:"c"`

	// Of each row a letter for each pair of witnesses: 0 and 1, 0 and 2, 1 and 2,
	// 0 and 3 …; empty where all have the same.
	Pairs   []string `json:"k"`
	Columns []int    `json:"v"` // the first row of each column
}

// pairs returns the collation as a data block, and every kind of mark that some
// base would need.
func (c *comparison) pairs() (template.HTML, kindSet) {
	list := c.bySiglum()
	var possible kindSet
	t := collation{}
	for n, i := range list {
		t.Sigla = append(t.Sigla, c.Witnesses[i].Siglum)
		if i == c.Base {
			t.Base = n
		}
		text, pos := c.Witnesses[i].Text, 0
		cells := make([]int, 0, len(c.Table.Rows))
		for _, row := range c.Table.Rows {
			cell := row.Cells[i]
			start, end := max(cell.Start, pos), min(cell.End, len(text))
			switch {
			case cell.Silent:
				cells = append(cells, -1)
			case start >= end:
				cells = append(cells, 0)
			default:
				cells = append(cells, units(text[start:end]))
				pos = end
			}
		}
		t.Cells = append(t.Cells, cells)
	}
	for row := range c.Table.Rows {
		var codes strings.Builder
		for n := range list {
			y := c.Table.Rows[row].Cells[list[n]]
			for m := range n {
				x := c.Table.Rows[row].Cells[list[m]]
				code := c.code(row, list[m], list[n])
				codes.WriteByte(code)
				possible.added = possible.added || x.Empty() != y.Empty() && !x.Silent && !y.Silent
				possible.outside = possible.outside || x.Silent && !y.Empty() || y.Silent && !x.Empty()
				switch code {
				case codeElsewhere:
					possible.kinds[collate.Order] = true
				case codeShort, codeMarks:
					possible.kinds[collate.Omission] = true
				}
				for kind, letter := range pairCodes {
					possible.kinds[kind] = possible.kinds[kind] || letter == code
				}
			}
		}
		t.Pairs = append(t.Pairs, strings.TrimRight(codes.String(), string(codeSame)))
	}
	for _, col := range c.columns() {
		t.Columns = append(t.Columns, col.from)
	}
	// Marshal escapes what could end the element.
	data, err := json.Marshal(t)
	if err != nil {
		return "", possible
	}
	return template.HTML(`<script type="application/json" id="collation">` + string(data) + `</script>`), possible
}

// units counts as scripts do.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// formsOf returns the words of a wording, each in the form that formOf gives it.
// They are asked for by every row in which another wording has more.
func (c *comparison) formsOf(witness int) map[string]bool {
	if c.forms == nil {
		c.forms = make([]map[string]bool, len(c.Witnesses))
	}
	if c.forms[witness] == nil {
		text := c.Witnesses[witness].Text
		has := map[string]bool{}
		for _, t := range words.Tokens(text) {
			has[formOf(text[t.Start:t.End])] = true
		}
		c.forms[witness] = has
	}
	return c.forms[witness]
}

// standsIn reports whether a text, given by the forms of its words, has all
// words of a phrase, wherever, and whether these are more than short words,
// which prove nothing.
func standsIn(phrase string, has map[string]bool) (all, told bool) {
	for _, t := range words.Tokens(phrase) {
		if t.Kind == words.Punct {
			continue
		}
		w := phrase[t.Start:t.End]
		if !has[formOf(w)] {
			return false, false
		}
		told = told || len(w) > 3
	}
	return true, told
}

// formOf makes forms of one word alike, roughly: favours and favour.
func formOf(w string) string {
	w = strings.ToLower(words.Fold(w).Text)
	w = strings.TrimSuffix(w, "'s")
	if len(w) > 3 {
		w = strings.TrimSuffix(w, "s")
	}
	return w
}
