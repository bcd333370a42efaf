package inspect

import (
	"cmp"
	"fmt"
	"slices"

	"crosscheck/generator/engine/collate"
)

var wordings = Call{
	Name:   "wordings",
	Help:   "aligns several wordings of one statement word by word",
	In:     `{"witnesses":[{"id","text"}],"links"?:true}`,
	Out:    `{"rows":[{"kind","cells":{id:text}}],"links"?:[{"a":{"id","start","end"},"b":{"id","start","end"}}]}`,
	answer: collateWordings,
}

type wordingsAnswer struct {
	Rows  []row   `json:"rows"`
	Links *[]link `json:"links,omitempty"`
}

// row has no cell for a witness that is silent there, and an empty one for a
// witness that leaves the words out.
type row struct {
	Kind  string            `json:"kind"`
	Cells map[string]string `json:"cells"`
}

type link struct {
	A place `json:"a"`
	B place `json:"b"`
}

type place struct {
	ID string `json:"id"`
	span
}

func collateWordings(line []byte) (any, error) {
	var q struct {
		Witnesses []struct {
			ID   *string `json:"id"`
			Text *string `json:"text"`
		} `json:"witnesses"`
		Links bool `json:"links"`
	}
	if err := decode(line, &q, "witnesses"); err != nil {
		return nil, err
	}
	ws := make([]collate.Witness, 0, len(q.Witnesses))
	seen := map[string]bool{}
	for i, w := range q.Witnesses {
		switch {
		case w.ID == nil || w.Text == nil:
			return nil, fmt.Errorf("witness %d lacks “id” or “text”", i+1)
		case seen[*w.ID]:
			return nil, fmt.Errorf("two witnesses have the id %q", *w.ID)
		}
		seen[*w.ID] = true
		ws = append(ws, collate.Witness{ID: *w.ID, Text: *w.Text})
	}
	table := collate.Collate(ws)
	a := wordingsAnswer{Rows: make([]row, 0, len(table.Rows))}
	for _, r := range table.Rows {
		cells := make(map[string]string, len(r.Cells))
		for i, c := range r.Cells {
			if !c.Silent {
				cells[ws[i].ID] = ws[i].Text[c.Start:c.End]
			}
		}
		a.Rows = append(a.Rows, row{r.Kind.String(), cells})
	}
	if q.Links {
		links := linksOf(ws, &table)
		a.Links = &links
	}
	return a, nil
}

// linksOf lists the links by id, so that the order in which the witnesses came
// does not show.
func linksOf(ws []collate.Witness, t *collate.Table) []link {
	counters := make([]counter, len(ws))
	for i, w := range ws {
		counters[i].text = w.Text
	}
	at := func(p collate.Place) place {
		return place{ws[p.Witness].ID, counters[p.Witness].span(p.Start, p.End)}
	}
	links := []link{}
	for _, l := range t.Links() {
		k := link{at(l.A), at(l.B)}
		if k.A.ID > k.B.ID {
			k.A, k.B = k.B, k.A
		}
		links = append(links, k)
	}
	compare := func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	}
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(x.A.ID, y.A.ID), cmp.Compare(x.B.ID, y.B.ID), compare(x.A, y.A), compare(x.B, y.B))
	})
	return links
}
