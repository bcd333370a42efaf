package render

import (
	"html/template"
	"strings"
	"unicode"

	"crosscheck/generator/engine/collate"
)

// A piece is a stretch of a wording as it stands to the base.
type piece struct {
	text  string // with the white space before it
	class string // of the difference; empty if there is none
	parts bool   // sources differ here, though this one is not marked
	left  string // words of the base that stand here and not in this wording; then text is empty
	away  bool   // left stands elsewhere in this wording
}

// pieces cuts a wording where it parts from the base. Nothing in it is left out:
// cells cover the text but for white space, which is taken along. Neighbors of
// one kind, with nothing but white space between them, are one piece: a phrase,
// not a row of words. claim.js does the same for any other base.
func (c *comparison) pieces(witness int) []piece {
	text := c.Witnesses[witness].Text
	if !c.compared || c.apart(witness) {
		return []piece{{text: text, parts: true}}
	}
	var list []piece
	var left absence
	pos := 0
	missing := func() {
		if left.words != nil {
			list = append(list, piece{left: strings.Join(left.words, " "), away: left.away()})
			left = absence{}
		}
	}
	for row := range c.Table.Rows {
		cells := c.Table.Rows[row].Cells
		cell, base := cells[witness], cells[c.Base]
		if cell.Empty() {
			if !cell.Silent && !base.Empty() {
				left.add(c.Table.Witnesses[c.Base].Text[base.Start:base.End], c.code(row, c.Base, witness))
			}
			continue
		}
		start, end := max(cell.Start, pos), min(cell.End, len(text))
		if start >= end {
			continue
		}
		missing()
		next := piece{class: c.class(row, witness)}
		next.parts = witness == c.Base && c.Table.Rows[row].Kind != collate.Same
		if n := len(list); n > 0 && list[n-1].left == "" && list[n-1].class == next.class && list[n-1].parts == next.parts {
			list[n-1].text += text[pos:end]
		} else {
			next.text = text[pos:end]
			list = append(list, next)
		}
		pos = end
	}
	missing()
	if pos < len(text) {
		list = append(list, piece{text: text[pos:], parts: true})
	}
	return list
}

// An absence is words of the base that a wording does not have at their place.
type absence struct {
	words         []string
	missing, told bool
}

func (a *absence) add(words string, code byte) {
	a.words = append(a.words, words)
	a.missing = a.missing || code != codeElsewhere && code != codeShort
	a.told = a.told || code == codeElsewhere
}

// away reports that all the words stand elsewhere in the wording: then they are
// not left out, whatever the columns say. Short words alone prove nothing.
func (a *absence) away() bool { return a.told && !a.missing }

// markedWording writes a wording with every place marked where it parts from
// the base.
func (c *comparison) markedWording(witness int, used *kindSet) template.HTML {
	var b strings.Builder
	b.Grow(len(c.Witnesses[witness].Text) + 64*len(c.kinds))
	for _, p := range c.pieces(witness) {
		used.note(p)
		switch {
		case p.left != "": // the style sheet says which words
			class := classLeftOut
			if p.away {
				class = classAway
			}
			b.WriteString(`<span class="` + class + `" data-o="`)
			escape(&b, p.left)
			b.WriteString(`"></span>`)
		case p.class != "":
			word := strings.TrimLeftFunc(p.text, unicode.IsSpace)
			b.WriteString(p.text[:len(p.text)-len(word)])
			b.WriteString(`<span class="v `)
			b.WriteString(p.class)
			b.WriteString(`">`)
			escape(&b, word)
			b.WriteString(`</span>`)
		default:
			from, to := 0, 0
			if !p.parts {
				from, to = agreement(p.text)
			}
			escape(&b, p.text[:from])
			if from < to {
				b.WriteString(`<span class="run">`)
				escape(&b, p.text[from:to])
				b.WriteString(`</span>`)
			}
			escape(&b, p.text[to:])
		}
	}
	return template.HTML(b.String())
}

// agreement returns which words of a long run without a difference are folded
// away where readers ask for the differences only: all but two at either end.
func agreement(run string) (from, to int) {
	var spans []int // start and end of each word
	in := false
	for i, r := range run {
		if space := unicode.IsSpace(r); space == in {
			spans = append(spans, i)
			in = !space
		}
	}
	if in {
		spans = append(spans, len(run))
	}
	if n := len(spans) / 2; n >= 7 {
		return spans[4], spans[2*(n-3)+1]
	}
	return 0, 0
}
