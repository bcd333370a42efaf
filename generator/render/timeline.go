package render

import (
	"slices"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// A shape tells what a mark of the time line stands for. Shapes differ in form,
// not only in color.
type shape uint8

const (
	shapePublished shape = iota // a filled square
	shapeInferred               // a dashed bar: when an undated document was published, as inferred
	shapeSpoken                 // a ring
	shapeSaid                   // a filled diamond
	shapeEvent                  // a diamond with a number
)

// timeline is a picture of days: a row for each source, a column for each day
// or period that is named. Columns are in the order of time; their distances
// grow with the gap between them but are not to scale, for a row of news days
// and a date ten months earlier would otherwise hide each other.
type timeline struct {
	title string
	lanes []timelane
	reach bool // a line leads from the first day of a row to the last
	table bool // a table beside it tells the same in words
	near  bool // days far from every stated date are left out
	left  int  // how many columns were left out
}

type timelane struct {
	siglum, label string
	undated       bool // a source that bears no date
	marks         []timemark
}

// inferred reports a row that shows when its source must have appeared.
func (l *timelane) inferred() bool {
	return slices.ContainsFunc(l.marks, func(m timemark) bool { return m.shape == shapeInferred })
}

type timemark struct {
	column span // zero: the day is not known
	shape  shape
	label  string // for whoever points at it
	text   string // inside an event's diamond
	bad    bool   // part of a finding that stands
}

// lane opens a row. Its label is cut where it would not fit.
func (t *timeline) lane(label, siglum string, undated bool) {
	t.lanes = append(t.lanes, timelane{siglum: siglum, label: words.Isolate(fitted(label, laneWidth)), undated: undated})
}

func (t *timeline) mark(m timemark) {
	l := &t.lanes[len(t.lanes)-1]
	for i := range l.marks {
		if o := &l.marks[i]; o.column == m.column && o.shape == m.shape && o.text == m.text {
			o.label += "; " + m.label
			o.bad = o.bad || m.bad
			return
		}
	}
	l.marks = append(l.marks, m)
}

// date marks a date that was stated as such.
func (t *timeline) date(d factcheck.Date, s shape, label string, bad bool) {
	column, _ := covered(d)
	t.mark(timemark{column: column, shape: s, label: label, bad: bad})
}

// source opens an article's row with its publication date.
func (t *timeline) source(src *document, bad bool) {
	t.lane(src.name, src.Siglum, !src.Published.Known())
	l := &t.lanes[len(t.lanes)-1]
	switch {
	case src.named:
	case src.Title != "":
		l.label = inMarks(fitted(src.Title, laneWidth-2*letterWidth))
	case src.Label != "":
		l.label = words.Isolate(fitted(src.Label, laneWidth))
	}
	if a := src.age; a != nil && !a.From.IsZero() && !a.To.IsZero() {
		t.mark(timemark{column: span{a.From, a.To}, shape: shapeInferred, label: sentence(inferred(a))})
	}
	if src.Published.Known() {
		t.date(src.Published, shapePublished, "Dated "+spell(src.Published), bad)
	}
}

// spoken marks a date expression in the row of its article.
func (t *timeline) spoken(st *factcheck.DateStatement, v DateView) {
	e := st.Expression
	if st.Passage.Part == factcheck.PublishedAs {
		return // the publication date itself
	}
	t.mark(timemark{column: span{e.Earliest, e.Latest}, shape: shapeSpoken, label: v.Quoted + ": " + v.Understood, bad: v.Doubtful})
}

// maxColumns bounds the size of the picture; the table beside it has them all.
const maxColumns = 40

// farAway is how many days part history from the news of a story.
const farAway = 600

// columns returns the days and periods that are named, in the order of time,
// and whether anything is dated by no known day. Where there are too many,
// publication dates, events and what is part of a finding stay, and then what
// is named most often.
func (t *timeline) columns() (columns []span, unknown bool) {
	weight := map[span]int{}
	for i := range t.lanes {
		l := &t.lanes[i]
		unknown = unknown || l.undated && !l.inferred()
		for j := range l.marks {
			m := &l.marks[j]
			if m.column.from.IsZero() {
				unknown = true
				continue
			}
			weight[m.column]++
			if m.shape != shapeSpoken || m.bad {
				weight[m.column] += 1000
			}
		}
	}
	for c := range weight {
		columns = append(columns, c)
	}
	slices.SortFunc(columns, byTime)
	if t.near {
		var anchors []timex.Day
		for c, w := range weight {
			if w >= 1000 {
				anchors = append(anchors, c.from)
			}
		}
		kept := slices.DeleteFunc(slices.Clone(columns), func(c span) bool {
			return !slices.ContainsFunc(anchors, func(a timex.Day) bool { return abs(c.from.Sub(a)) <= farAway || abs(c.to.Sub(a)) <= farAway })
		})
		if len(kept) > 0 {
			t.left += len(columns) - len(kept)
			columns = kept
		}
	}
	if len(columns) > maxColumns {
		t.left += len(columns) - maxColumns
		slices.SortStableFunc(columns, func(a, b span) int { return weight[b] - weight[a] })
		columns = columns[:maxColumns]
		slices.SortFunc(columns, byTime)
	}
	return columns, unknown
}
