package collate

// Beside returns the table with further witnesses that take no part in it: they
// are silent in every row, and linked to nothing. all lists the witnesses of the
// new table; those for which aside is set are new, the others are the table's
// own, in their order.
func (t Table) Beside(all []Witness, aside []bool) Table {
	wide := Table{Witnesses: all, Rows: make([]Row, len(t.Rows))}
	for r, row := range t.Rows {
		cells := make([]Cell, 0, len(all))
		for i := range all {
			if aside[i] {
				cells = append(cells, Cell{Silent: true, Group: -1})
			} else {
				cells = append(cells, row.Cells[0])
				row.Cells = row.Cells[1:]
			}
		}
		wide.Rows[r] = Row{Kind: row.Kind, Cells: cells}
	}
	if t.work == nil {
		return wide
	}
	work := *t.work
	work.of = make([]int, 0, len(all))
	own := t.work.of
	for i := range all {
		if aside[i] {
			work.of = append(work.of, outside)
		} else {
			work.of = append(work.of, own[0])
			own = own[1:]
		}
	}
	wide.work = &work
	return wide
}

// outside stands for the wording of a witness that takes no part.
const outside = -1
