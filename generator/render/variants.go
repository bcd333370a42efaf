package render

import (
	"html/template"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/words"
)

// kindSet collects the kinds of difference that a page shows, for its legend.
type kindSet struct {
	kinds          [len(kindLabels)]bool
	added, outside bool
}

func (k *kindSet) legend() []LegendItem {
	var items []LegendItem
	for i := len(kindLabels) - 1; i > int(collate.Same); i-- {
		if k.kinds[i] {
			l := kindLabels[i]
			items = append(items, LegendItem{l.class, l.name, l.meaning})
		}
	}
	if k.added {
		items = append(items, LegendItem{addedLabel.class, addedLabel.name, addedLabel.meaning})
	}
	if k.outside {
		items = append(items, LegendItem{outsideLabel.class, outsideLabel.name, outsideLabel.meaning})
	}
	return items
}

// markedWording writes a wording with every place marked where it parts from
// the base. Nothing in it is left out: cells cover the text but for white
// space, which is copied as it is.
func (c *comparison) markedWording(witness int, used *kindSet) template.HTML {
	text := c.Witnesses[witness].Text
	var b strings.Builder
	b.Grow(len(text) + 64*len(c.kinds))
	if !c.compared || witness == c.Base || c.apart(witness) {
		escape(&b, text)
		return template.HTML(b.String())
	}
	// Neighbors of one kind, with nothing but white space between them, are one
	// mark: a phrase, not a row of words.
	var left []string // words of the base that are not at this place
	class := ""       // of the span that is open
	pos := 0
	shut := func() {
		if class != "" {
			b.WriteString(`</span>`)
			class = ""
		}
		if left != nil {
			switch missing := strings.Join(left, " "); {
			case standsIn(missing, text):
				used.kinds[collate.Order] = true
				b.WriteString(`<span class="v v-ord away"><span class="sr"> (elsewhere in this wording: `)
				escape(&b, missing)
				b.WriteString(`) </span></span>`)
			default:
				used.kinds[collate.Omission] = true
				b.WriteString(`<span class="v v-omi"><span class="sr"> (left out here: `)
				escape(&b, missing)
				b.WriteString(`) </span></span>`)
			}
			left = nil
		}
	}
	for row := range c.kinds {
		cells := c.Table.Rows[row].Cells
		cell, base := cells[witness], cells[c.Base]
		if cell.Empty() {
			if !cell.Silent && !base.Empty() {
				if left == nil && class != "" {
					shut()
				}
				left = append(left, c.Table.Witnesses[c.Base].Text[base.Start:base.End])
			}
			continue
		}
		start, end := max(cell.Start, pos), min(cell.End, len(text))
		if start >= end {
			continue
		}
		next := c.class(row, witness, used)
		if next != class || left != nil {
			shut()
		}
		if class == "" {
			escape(&b, text[pos:start])
			if next != "" {
				b.WriteString(`<span class="v `)
				b.WriteString(next)
				b.WriteString(`">`)
				class = next
			}
		} else {
			escape(&b, text[pos:start])
		}
		escape(&b, text[start:end])
		pos = end
	}
	shut()
	escape(&b, text[min(pos, len(text)):])
	return template.HTML(b.String())
}

// standsIn reports whether a text has all words of a phrase, wherever: then they
// are not left out, whatever the columns say. Short words alone prove nothing.
func standsIn(phrase, text string) bool {
	has := map[string]bool{}
	for _, t := range words.Tokens(text) {
		has[formOf(text[t.Start:t.End])] = true
	}
	told := false
	for _, t := range words.Tokens(phrase) {
		if t.Kind == words.Punct {
			continue
		}
		w := phrase[t.Start:t.End]
		if !has[formOf(w)] {
			return false
		}
		told = told || len(w) > 3
	}
	return told
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

// class names how a cell that has words differs from the base; "" if it does
// not.
func (c *comparison) class(row, witness int, used *kindSet) string {
	kind := c.kinds[row][witness]
	base := c.Table.Rows[row].Cells[c.Base]
	switch {
	case witness == c.Base:
		return ""
	case base.Silent:
		used.outside = true
		return outsideLabel.class
	case base.Empty():
		used.added = true
		return addedLabel.class
	case kind != collate.Same:
		used.kinds[min(int(kind), len(kindLabels)-1)] = true
		return kindLabelOf(kind).class
	}
	return ""
}

// variantTable draws the table of variants: a row for each source, a column for
// each aligned segment, the base first and set off. A segment of nothing but
// punctuation shares the column of its neighbor, so that the sentence is not
// broken into slivers.
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
	for i, col := range columns {
		kind := collate.Same
		for row := col.from; row < col.to; row++ {
			kind = max(kind, c.Table.Rows[row].Kind)
		}
		b.WriteString(`<th scope="col" class="w`)
		b.WriteString(strconv.Itoa(col.width))
		if kind.Material() {
			b.WriteString(` material`)
		}
		b.WriteString(`"><span class="n">`)
		b.WriteString(strconv.Itoa(i + 1))
		b.WriteString(`</span>`)
		if kind != collate.Same {
			b.WriteString(` <span class="kind">`)
			if kind == collate.Omission && c.baseLacks(col) {
				b.WriteString(addedLabel.name)
			} else {
				b.WriteString(kindLabelOf(kind).name)
			}
			b.WriteString(`</span>`)
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
// Its width is a step of the style sheet's, from 0, by the longest text in it.
type column struct{ from, to, width int }

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
	}
	return columns
}

// baseLacks reports a column in which the base has no words: what stands there
// is added, seen from it.
func (c *comparison) baseLacks(col column) bool {
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
	for _, col := range columns {
		c.variantCell(b, witness, col, at, lang)
	}
	b.WriteString("</tr>\n")
}

// variantCell writes what a witness has in a column.
func (c *comparison) variantCell(b *strings.Builder, witness int, col column, at []int, lang template.HTMLAttr) {
	text := c.Table.Witnesses[witness].Text
	filled, silent, missing := false, true, false
	for row := col.from; row < col.to; row++ {
		cell := c.Table.Rows[row].Cells[witness]
		filled = filled || !cell.Empty()
		silent = silent && cell.Silent
		missing = missing || cell.Empty() && !cell.Silent && !c.Table.Rows[row].Cells[c.Base].Empty()
	}
	switch {
	case silent:
		b.WriteString(`<td class="silent"><span class="sr">silent</span></td>`)
		return
	case !filled && witness == c.Base:
		b.WriteString(`<td class="empty"><span class="sr">nothing here</span></td>`)
		return
	case !filled && !missing:
		b.WriteString(`<td class="empty"><span class="sr">nothing here either</span></td>`)
		return
	case !filled:
		here := ""
		for row := col.from; row < col.to; row++ {
			base := c.Table.Rows[row].Cells[c.Base]
			here += " " + c.Table.Witnesses[c.Base].Text[base.Start:base.End]
		}
		if standsIn(here, text) {
			b.WriteString(`<td class="empty"><span class="v v-ord away"><span class="sr">elsewhere in this wording</span></span></td>`)
			return
		}
		b.WriteString(`<td class="empty"><span class="v v-omi"><span class="sr">left out</span></span></td>`)
		return
	}
	b.WriteString(`<td`)
	b.WriteString(string(lang))
	b.WriteByte('>')
	pos, moved := -1, 0
	for row := col.from; row < col.to; row++ {
		cell, base := c.Table.Rows[row].Cells[witness], c.Table.Rows[row].Cells[c.Base]
		if cell.Empty() {
			if cell.Silent || base.Empty() {
				continue
			}
			// Of a mark left out beside words, readers see the base's; only words
			// deserve the sign of an omission.
			if marks, _ := c.marksOnly(row); marks {
				b.WriteString(`<span class="sr"> (left out here: `)
				escape(b, c.Table.Witnesses[c.Base].Text[base.Start:base.End])
				b.WriteString(`) </span>`)
			} else if standsIn(c.Table.Witnesses[c.Base].Text[base.Start:base.End], text) {
				b.WriteString(`<span class="v v-ord away"><span class="sr"> (elsewhere in this wording) </span></span>`)
			} else {
				b.WriteString(`<span class="v v-omi"><span class="sr"> (left out) </span></span>`)
			}
			continue
		}
		if pos >= 0 && pos < cell.Start {
			b.WriteByte(' ')
		}
		pos = cell.End
		class := c.class(row, witness, &kindSet{})
		if class != "" {
			b.WriteString(`<span class="v `)
			b.WriteString(class)
			b.WriteString(`">`)
			escape(b, text[cell.Start:cell.End])
			b.WriteString(`</span>`)
		} else {
			escape(b, text[cell.Start:cell.End])
		}
		if cell.MovedTo > 0 && cell.MovedTo <= len(at) && at[cell.MovedTo-1] != at[row] {
			moved = at[cell.MovedTo-1]
		}
	}
	if moved > 0 {
		b.WriteString(` <span class="moved">also in `)
		b.WriteString(strconv.Itoa(moved))
		b.WriteString(`</span>`)
	}
	b.WriteString(`</td>`)
}
