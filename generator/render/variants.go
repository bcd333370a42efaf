package render

import (
	"html/template"
	"strconv"
	"strings"

	"crosscheck/generator/engine/collate"
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
	var left []string // words of the base left out at this place
	class := ""       // of the span that is open
	pos := 0
	shut := func() {
		if class != "" {
			b.WriteString(`</span>`)
			class = ""
		}
		if left != nil {
			used.kinds[collate.Omission] = true
			b.WriteString(`<span class="v v-omi"><span class="sr"> (left out here: `)
			escape(&b, strings.Join(left, " "))
			b.WriteString(`) </span></span>`)
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
// each aligned segment, the base first and set off.
func (c *comparison) variantTable(s *spread) template.HTML {
	if !c.compared || len(c.Table.Rows) == 0 {
		return ""
	}
	var b strings.Builder
	b.Grow(256 + len(c.Table.Rows)*len(c.Witnesses)*48)
	b.WriteString(`<table class="variants"><thead><tr><th scope="col" class="corner">Source</th>`)
	for row := range c.Table.Rows {
		kind := c.Table.Rows[row].Kind
		b.WriteString(`<th scope="col"`)
		if kind.Material() {
			b.WriteString(` class="material"`)
		}
		b.WriteString(`><span class="n">`)
		b.WriteString(strconv.Itoa(row + 1))
		b.WriteString(`</span>`)
		if kind != collate.Same {
			b.WriteString(` <span class="kind">`)
			b.WriteString(kindLabelOf(kind).name)
			b.WriteString(`</span>`)
		}
		b.WriteString(`</th>`)
	}
	b.WriteString("</tr></thead><tbody>\n")
	for _, i := range c.order {
		if !c.apart(i) {
			c.variantRow(&b, s, i)
		}
	}
	b.WriteString("</tbody></table>")
	return template.HTML(b.String())
}

func (c *comparison) variantRow(b *strings.Builder, s *spread, witness int) {
	w := &c.Witnesses[witness]
	src := s.articles[w.Wording.Article]
	text := c.Table.Witnesses[witness].Text
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
		if src.named {
			escape(b, src.name)
		} else {
			b.WriteString("Not named")
		}
	}
	b.WriteString(`</a>`)
	if witness == c.Base {
		b.WriteString(` <span class="tag">base</span>`)
	}
	b.WriteString(`</th>`)
	for row := range c.Table.Rows {
		cell, base := c.Table.Rows[row].Cells[witness], c.Table.Rows[row].Cells[c.Base]
		switch {
		case cell.Silent:
			b.WriteString(`<td class="silent"><span class="sr">silent</span></td>`)
			continue
		case cell.Empty() && witness == c.Base:
			b.WriteString(`<td class="empty"><span class="sr">nothing here</span></td>`)
			continue
		case cell.Empty() && base.Empty():
			b.WriteString(`<td class="empty"><span class="sr">nothing here either</span></td>`)
			continue
		case cell.Empty():
			b.WriteString(`<td class="empty"><span class="v v-omi"><span class="sr">left out</span></span></td>`)
			continue
		}
		b.WriteString(`<td`)
		b.WriteString(string(lang))
		b.WriteByte('>')
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
		if cell.MovedTo > 0 {
			b.WriteString(` <span class="moved">also in `)
			b.WriteString(strconv.Itoa(cell.MovedTo))
			b.WriteString(`</span>`)
		}
		b.WriteString(`</td>`)
	}
	b.WriteString("</tr>\n")
}
