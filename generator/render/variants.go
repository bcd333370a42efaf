package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/engine/collate"
)

// LegendItem explains one kind of difference that the page uses.
type LegendItem struct {
	Class, Name, Meaning string
	Hidden               bool // until a reader chooses another base
}

// kindSet collects the kinds of difference that a page shows, for its legend.
type kindSet struct {
	kinds          [len(kindLabels)]bool
	added, outside bool
}

// legend explains what is used. What only another base would need (possible, the
// zero value if there is no other) comes along hidden, for claim.js to show.
func (k *kindSet) legend(possible kindSet) []LegendItem {
	var items []LegendItem
	add := func(used, possible bool, l kindLabel) {
		if used || possible {
			items = append(items, LegendItem{l.class, l.name, l.meaning, !used})
		}
	}
	for i := len(kindLabels) - 1; i > int(collate.Same); i-- {
		add(k.kinds[i], possible.kinds[i], kindLabels[i])
	}
	add(k.added, possible.added, addedLabel)
	add(k.outside, possible.outside, outsideLabel)
	return items
}

// note takes in what a piece shows.
func (k *kindSet) note(p piece) {
	switch {
	case p.left != "" && p.away:
		k.kinds[collate.Order] = true
	case p.left != "":
		k.kinds[collate.Omission] = true
	case p.class == addedLabel.class:
		k.added = true
	case p.class == outsideLabel.class:
		k.outside = true
	default:
		for i, l := range kindLabels {
			if p.class != "" && l.class == p.class {
				k.kinds[i] = true
			}
		}
	}
}

// class names how a cell that has words differs from the base; "" if it does
// not.
func (c *comparison) class(row, witness int) string {
	base := c.Table.Rows[row].Cells[c.Base]
	switch {
	case witness == c.Base:
		return ""
	case base.Silent:
		return outsideLabel.class
	case base.Empty():
		return addedLabel.class
	}
	return kindLabelOf(c.kinds[row][witness]).class
}

// variantTable draws the table of variants: a row for each source, a column for
// each aligned segment, the base first and set off. Sources that have the same
// reading in a column carry the same letter, and those that have what most have
// carry none, so that any two can be compared, whatever the base. A segment of nothing but punctuation shares the column of
// its neighbor, so that the sentence is not broken into slivers.
func (c *comparison) variantTable(s *spread) template.HTML {
	if !c.compared || len(c.Table.Rows) == 0 {
		return ""
	}
	columns := c.columns()
	at := make([]int, len(c.Table.Rows)) // the column of each row, from 1
	for i, col := range columns {
		for row := col.from; row < col.to; row++ {
			at[row] = i + 1
		}
	}
	var b strings.Builder
	b.Grow(256 + len(c.Table.Rows)*len(c.Witnesses)*48)
	b.WriteString(`<table class="variants"><thead><tr><th scope="col" class="corner">Source</th>`)
	for i := range columns {
		col := &columns[i]
		n := strconv.Itoa(i + 1)
		b.WriteString(`<th scope="col" id="v-` + n + `"`)
		var classes []string
		if col.width > 0 {
			classes = append(classes, "w"+strconv.Itoa(col.width))
		}
		switch {
		case col.kind.Material():
			classes = append(classes, "material")
		case col.agreed:
			classes = append(classes, "eq")
		}
		if classes != nil {
			b.WriteString(` class="` + strings.Join(classes, " ") + `"`)
		}
		b.WriteString(`>` + n)
		if col.kind != collate.Same {
			b.WriteString(` <b>`)
			if col.kind == collate.Omission && c.baseLacks(col) {
				b.WriteString(addedLabel.name)
			} else {
				b.WriteString(kindLabelOf(col.kind).name)
			}
			b.WriteString(`</b>`)
		}
		b.WriteString(`</th>`)
	}
	b.WriteString("</tr></thead><tbody>\n")
	for _, i := range c.order {
		if !c.apart(i) {
			c.variantRow(&b, s, i, columns, at)
		}
	}
	b.WriteString("</tbody></table>")
	return template.HTML(b.String())
}

// A column of the table of variants shows the rows [from, to) of the collation.
type column struct {
	from, to int
	width    int          // a step of the style sheet's, from 0, by the longest text in it
	kind     collate.Kind // the gravest difference between any two sources
	agreed   bool         // all have these words, and the same
	readings []int        // of each witness: which of the column's readings it has, -1 for silence; 0 is that of most sources, the others are in the order of the sigla
}

// columns folds rows without a word into their neighbors: opening marks into
// the row that follows, all others into the one before.
func (c *comparison) columns() []column {
	rows := c.Table.Rows
	columns := make([]column, 0, len(rows))
	opening := false // the last column is waiting for the row that follows
	for row := range rows {
		marks, opens := c.marksOnly(row)
		last := len(columns) - 1
		switch {
		case last >= 0 && (opening || marks && !opens):
			columns[last].to = row + 1
			opening = opening && marks
		default:
			columns = append(columns, column{from: row, to: row + 1})
			opening = marks && (opens || row == 0)
		}
	}
	if n := len(columns); opening && n > 1 { // nothing followed
		columns[n-2].to = columns[n-1].to
		columns = columns[:n-1]
	}
	columns = c.joined(columns)
	for i := range columns {
		col := &columns[i]
		longest := 0
		for w := range c.Witnesses {
			length := 0
			for row := col.from; row < col.to; row++ {
				cell := rows[row].Cells[w]
				length += utf8.RuneCountInString(c.Table.Witnesses[w].Text[cell.Start:cell.End])
			}
			longest = max(longest, length)
		}
		for _, step := range [...]int{8, 16, 32, 64, 128} {
			if longest > step {
				col.width++
			}
		}
		for row := col.from; row < col.to; row++ {
			col.kind = max(col.kind, rows[row].Kind)
		}
		c.tellApart(col)
	}
	return columns
}

// joined makes neighbors one in which the same sources have words, and all of
// these the same: a phrase that others lack, or have elsewhere, is one place,
// however silence is spread over it.
func (c *comparison) joined(columns []column) []column {
	// alike tells whether the rows of both have words of the same sources, which
	// agree in each of them.
	alike := func(a, b column) bool {
		for w := range c.Witnesses {
			if c.filled(a, w) != c.filled(b, w) {
				return false
			}
		}
		for row := a.from; row < b.to; row++ {
			if c.Table.Rows[row].Kind.Material() {
				return false
			}
			group := -1
			for w, cell := range c.Table.Rows[row].Cells {
				switch {
				case cell.Empty() && !c.filled(a, w):
				case cell.Empty(), group >= 0 && cell.Group != group:
					return false
				default:
					group = cell.Group
				}
			}
		}
		return true
	}
	list := columns[:0]
	for _, col := range columns {
		if n := len(list) - 1; n >= 0 && alike(list[n], col) {
			list[n].to = col.to
		} else {
			list = append(list, col)
		}
	}
	return list
}

// filled reports whether a witness has words in a column.
func (c *comparison) filled(col column, witness int) bool {
	for row := col.from; row < col.to; row++ {
		if !c.Table.Rows[row].Cells[witness].Empty() {
			return true
		}
	}
	return false
}

// tellApart numbers the readings of a column.
func (c *comparison) tellApart(col *column) {
	col.readings = make([]int, len(c.Witnesses))
	var seen [][]int // the groups of each reading's cells
	var sources []int
	silence := false
	for _, w := range c.bySiglum() {
		groups := make([]int, 0, col.to-col.from)
		silent := true
		for row := col.from; row < col.to; row++ {
			cell := c.Table.Rows[row].Cells[w]
			silent = silent && cell.Silent
			groups = append(groups, cell.Group)
		}
		if silent {
			col.readings[w] = -1
			silence = true
			continue
		}
		if !c.filled(*col, w) {
			groups = nil // wherever in it a source is silent besides
		}
		n := slices.IndexFunc(seen, func(g []int) bool { return slices.Equal(g, groups) })
		if n < 0 {
			n = len(seen)
			seen, sources = append(seen, groups), append(sources, 0)
		}
		sources[n]++
		col.readings[w] = n
	}
	if len(seen) > 1 {
		for first, w := slices.Index(sources, slices.Max(sources)), 0; w < len(col.readings); w++ {
			switch n := col.readings[w]; {
			case n == first:
				col.readings[w] = 0
			case n >= 0 && n < first:
				col.readings[w]++
			}
		}
	}
	col.agreed = len(seen) == 1 && !silence && col.kind == collate.Same
}

// reading is the letter of a reading other than the first: a, b, … z, a2.
func reading(n int) string {
	n--
	letter := string(rune('a' + n%26))
	if n >= 26 {
		letter += strconv.Itoa(n/26 + 1)
	}
	return letter
}

// baseLacks reports a column in which the base has no words: what stands there
// is added, seen from it.
func (c *comparison) baseLacks(col *column) bool {
	for row := col.from; row < col.to; row++ {
		if !c.Table.Rows[row].Cells[c.Base].Empty() {
			return false
		}
	}
	return true
}

// marksOnly reports whether all cells of a row hold punctuation and nothing
// else, and whether all those marks open what follows them.
func (c *comparison) marksOnly(row int) (marks, opens bool) {
	opens = true
	for w, cell := range c.Table.Rows[row].Cells {
		if cell.Empty() {
			continue
		}
		text := c.Table.Witnesses[w].Text
		for _, r := range text[cell.Start:cell.End] {
			if !unicode.IsSpace(r) && (!unicode.IsPunct(r) || strings.ContainsRune("%‰&@#§*†‡", r)) {
				return false, false
			}
		}
		marks = true
		before, _ := utf8.DecodeLastRuneInString(text[:cell.Start])
		after, _ := utf8.DecodeRuneInString(text[cell.End:])
		if cell.Start > 0 && !unicode.IsSpace(before) || cell.End == len(text) || unicode.IsSpace(after) {
			opens = false
		}
	}
	return marks && !c.Table.Rows[row].Kind.Material(), opens
}

func (c *comparison) variantRow(b *strings.Builder, s *spread, witness int, columns []column, at []int) {
	w := &c.Witnesses[witness]
	src := s.articles[w.Wording.Article]
	if witness == c.Base {
		b.WriteString(`<tr class="base">`)
	} else {
		b.WriteString(`<tr>`)
	}
	b.WriteString(`<th scope="row"><a href="#w-`)
	escape(b, w.Siglum)
	b.WriteString(`"><b>`)
	escape(b, w.Siglum)
	b.WriteString(`</b> `)
	lang := template.HTMLAttr("")
	if src != nil {
		lang = src.lang
		escape(b, src.called)
	}
	b.WriteString(`</a>`)
	if witness == c.Base {
		b.WriteString(` <span class="tag">base</span>`)
	}
	b.WriteString(`</th>`)
	for i := range columns {
		c.variantCell(b, witness, &columns[i], at, lang)
	}
	b.WriteString("</tr>\n")
}

// variantCell writes what a witness has in a column. An empty cell
// has no words there, unless its class says that it is silent; a cell that is marked as a whole carries
// the mark itself. claim.js does the same for any other base.
func (c *comparison) variantCell(b *strings.Builder, witness int, col *column, at []int, lang template.HTMLAttr) {
	text := c.Table.Witnesses[witness].Text
	var class string   // of the whole cell
	var parts []string // HTML
	var left absence
	pos, moved := -1, 0
	filled := false
	for row := col.from; row < col.to; row++ {
		cell, base := c.Table.Rows[row].Cells[witness], c.Table.Rows[row].Cells[c.Base]
		if cell.Empty() {
			if cell.Silent || base.Empty() {
				continue
			}
			// Of a mark left out beside words, readers see the base's; only words
			// deserve the sign of an omission.
			code := c.code(row, c.Base, witness)
			left.add("", code)
			switch code {
			case codeMarks:
				parts = append(parts, `<span class="sr"> (left out here: `+escaped(c.Table.Witnesses[c.Base].Text[base.Start:base.End])+`) </span>`)
			case codeElsewhere:
				parts = append(parts, `<span class="`+classAway+`"></span>`)
			default:
				parts = append(parts, `<span class="`+classLeftOut+`"></span>`)
			}
			continue
		}
		if pos >= 0 && pos < cell.Start {
			parts = append(parts, " ")
		}
		pos, filled = cell.End, true
		words := escaped(text[cell.Start:cell.End])
		if class = c.class(row, witness); class != "" {
			class = "v " + class
			parts = append(parts, `<span class="`+class+`">`+words+`</span>`)
		} else {
			parts = append(parts, words)
		}
		if cell.MovedTo > 0 && cell.MovedTo <= len(at) && at[cell.MovedTo-1] != at[row] {
			moved = at[cell.MovedTo-1]
		}
	}
	whole := strings.Join(parts, "")
	switch {
	case !filled && left.words == nil:
		whole, class = "", ""
	case !filled && left.away():
		whole, class = "", classAway
	case !filled:
		whole, class = "", classLeftOut
	case len(parts) == 1 && class != "":
		whole = strings.TrimSuffix(whole[strings.IndexByte(whole, '>')+1:], `</span>`)
	case col.agreed:
		class = "eq"
	default:
		class = ""
	}
	b.WriteString(`<td`)
	if col.readings[witness] < 0 {
		class = "x"
	}
	if class != "" {
		b.WriteString(` class="` + class + `"`)
	}
	if col.readings[witness] > 0 {
		b.WriteString(` data-r="` + reading(col.readings[witness]) + `"`)
	}
	if filled {
		b.WriteString(string(lang))
	}
	b.WriteByte('>')
	b.WriteString(whole)
	if moved > 0 {
		b.WriteString(` <span class="moved">also in `)
		b.WriteString(strconv.Itoa(moved))
		b.WriteString(`</span>`)
	}
	b.WriteString(`</td>`)
}

// The classes of the two marks that stand for words which are not there.
const (
	classLeftOut = "v v-omi"
	classAway    = "v v-ord away"
)
