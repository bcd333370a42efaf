package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/engine/collate"
)

// matrix draws the story on one screen: a row for each claim, a column for each
// source, and in each cell whether the source has the claim, and the gravest
// difference from the base. Rows stand in groups, by verdict; cells lead to what
// the source wrote.
func (s *spread) matrix() (template.HTML, []LegendItem) {
	sources := s.d.Story.Articles
	if len(s.cases) == 0 || len(sources) < 2 {
		return "", nil
	}
	var b strings.Builder
	b.WriteString(`<table class="matrix"><thead><tr><th scope="col">Claim</th>`)
	for i := range sources {
		src := s.articles[sources[i].ID]
		b.WriteString(`<th scope="col"><a href="articles/`)
		escape(&b, src.ID)
		b.WriteString(`.html"><abbr title="`)
		escape(&b, src.called+", "+src.dated())
		b.WriteString(`">`)
		escape(&b, src.Siglum)
		b.WriteString(`</abbr></a>`)
		if len(sources) <= namedColumns {
			b.WriteString(`<span class="source">`)
			escape(&b, src.called)
			b.WriteString(`</span>`)
		}
		b.WriteString(`</th>`)
	}
	b.WriteString("</tr></thead>\n")
	var used kindSet
	group := -1
	for _, i := range s.byVerdict() {
		c := &s.cases[i]
		if at := s.gradeOf(c); at != group {
			if group >= 0 {
				b.WriteString("</tbody>\n")
			}
			group = at
			b.WriteString(`<tbody><tr class="grade"><th scope="rowgroup" colspan="` + strconv.Itoa(len(sources)+1) + `"><span>`)
			label := notRated
			if v, ok := s.r.verdicts[c.Claim.Verdict]; ok {
				b.WriteString(string(v.Steps))
				label = v.Label
			}
			escape(&b, label)
			b.WriteString("</span></th></tr>\n")
		}
		page := "claims/" + escaped(c.Claim.ID) + ".html"
		b.WriteString(`<tr><th scope="row"><a href="` + page + `"><bdi>`)
		escape(&b, c.Claim.Text)
		b.WriteString(`</bdi></a></th>`)
		for _, v := range s.cells(c) {
			word, class := v.word(c), ""
			if v.differs() {
				class = v.label().class
				if v.kind == collate.Omission && v.added {
					used.added = true
				} else {
					used.kinds[min(int(v.kind), len(kindLabels)-1)] = true
				}
			}
			switch {
			case !v.has:
				b.WriteString(`<td class="none">–</td>`)
				continue
			case v.base && c.compared:
				b.WriteString(`<td class="base">`)
			case class == "":
				b.WriteString(`<td>`)
			default:
				b.WriteString(`<td class="diff">`)
			}
			b.WriteString(`<a href="` + page + `#w-`)
			escape(&b, c.Witnesses[v.witness].Siglum)
			b.WriteByte('"')
			if class != "" {
				b.WriteString(` class="d ` + class + `"`)
			}
			b.WriteByte('>')
			escape(&b, word)
			b.WriteString(`</a></td>`)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>")
	return template.HTML(b.String()), used.legend(kindSet{})
}

// namedColumns is how many columns have room for their source's name.
const namedColumns = 6

// gradeOf is the place of a case's verdict in the list of all, the unrated
// last.
func (s *spread) gradeOf(c *comparison) int {
	if v, ok := s.r.verdicts[c.Claim.Verdict]; ok {
		return v.index
	}
	return len(s.r.room.Site.Verdicts)
}

// byVerdict lists the cases in the order of the groups above the matrix.
func (s *spread) byVerdict() []int {
	order := make([]int, len(s.cases))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return s.gradeOf(&s.cases[a]) - s.gradeOf(&s.cases[b]) })
	return order
}

// cellVerdict is what the matrix tells of a claim in an article.
type cellVerdict struct {
	has, base bool
	met       bool // a wording and the base have words at the same place
	kind      collate.Kind
	added     bool // kind is Omission, and it is the base that lacks the words
	witness   int  // the article's wording that differs most
}

// cells tells of each of the story's articles how it has a claim.
func (s *spread) cells(c *comparison) []cellVerdict {
	cells := make([]cellVerdict, len(s.d.Story.Articles))
	for j := range c.Witnesses {
		for at := range cells {
			if s.d.Story.Articles[at].ID == c.Witnesses[j].Wording.Article {
				cells[at].add(c, j)
			}
		}
	}
	return cells
}

// add takes in one of the article's wordings.
func (v *cellVerdict) add(c *comparison, witness int) {
	if !v.has {
		v.has, v.witness = true, witness
	}
	if !c.compared {
		return
	}
	if witness == c.Base {
		v.base = true
		return
	}
	omits := false
	for row := range c.kinds {
		cell, base := c.Table.Rows[row].Cells[witness], c.Table.Rows[row].Cells[c.Base]
		if cell.Silent || base.Silent {
			continue
		}
		v.met = v.met || !cell.Empty() && !base.Empty()
		if c.kinds[row][witness] > v.kind {
			v.kind, v.witness = c.kinds[row][witness], witness
		}
		if c.kinds[row][witness] == collate.Omission && cell.Empty() {
			omits = true
		}
	}
	v.added = !omits
}

// differs reports whether there is a difference from the base to tell of.
func (v *cellVerdict) differs() bool { return v.has && !v.base && v.met && v.kind != collate.Same }

// label is that of the gravest difference.
func (v *cellVerdict) label() kindLabel {
	if v.kind == collate.Omission && v.added {
		return addedLabel
	}
	return kindLabelOf(v.kind)
}

// word says in a word how the article has the claim.
func (v *cellVerdict) word(c *comparison) string {
	switch {
	case !v.has:
		return ""
	case len(c.articles) == 1:
		return "only here"
	case v.base:
		return "base"
	case !v.met && c.foreign[v.witness] != "":
		return "in " + c.foreign[v.witness]
	case !v.met:
		return "own words"
	}
	return v.label().name
}
