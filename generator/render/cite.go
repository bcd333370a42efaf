package render

import (
	"html/template"

	"crosscheck/generator/cite"
)

// Citation is what the block that helps to cite something shows.
type Citation struct {
	What        string // "Cite this claim"
	Plain       string // a sentence
	BibTeX, CSL template.HTML
	Data        string // the way to the folder with the citations of everything
}

// cites gives a page its citation and the elements that reference managers read.
func (p *Page) cites(what string, i cite.Item) Citation {
	for _, t := range i.Tags() {
		p.Meta = append(p.Meta, Meta{Name: t.Name, Content: t.Content})
	}
	return Citation{what, i.Plain(), template.HTML(betweenTags.Replace(i.BibTeX())), template.HTML("[" + betweenTags.Replace(i.CSL()) + "]"), p.Root + "data/"}
}
