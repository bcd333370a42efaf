package render

import (
	"html/template"
	"slices"
	"strconv"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

// Verdict is a grade of the scale as a page shows it.
type Verdict struct {
	ID, Label string
	Meaning   string // inline Markdown
	Standing  string // its place on the scale, in words
	Steps     template.HTML
	index     int // in the list of all grades
	place, of int // on the scale; place is 0 outside it
}

// newVerdict prepares a grade. Steps draws the scale as a gauge: the more cells
// are filled, the more the sources agree; the words beside it say the same. In
// a scale with numbers, grades without one stand outside it.
func newVerdict(room *factcheck.Newsroom, i int) Verdict {
	v := room.Site.Verdicts[i]
	place, of := 0, 0
	numbered := slices.ContainsFunc(room.Site.Verdicts, func(v factcheck.Verdict) bool { return v.Value != nil })
	for j, other := range room.Site.Verdicts {
		if numbered && other.Value == nil {
			continue
		}
		of++
		if j == i {
			place = of
		}
	}
	steps := []byte(`<span class="steps" aria-hidden="true">`)
	for j := range of {
		if j <= of-place {
			steps = append(steps, `<i class="on"></i>`...)
		} else {
			steps = append(steps, `<i></i>`...)
		}
	}
	steps = append(steps, `</span>`...)
	if place == 0 {
		steps = nil
	}
	return Verdict{ID: v.ID, Label: v.Label, Meaning: v.Meaning, Standing: standing(place, of), Steps: template.HTML(steps), index: i, place: place, of: of}
}

// standing says where a grade stands among the others; place counts from 1, 0
// is outside the scale.
func standing(place, of int) string {
	switch {
	case place == 0:
		return "Outside the scale of agreement"
	case of == 1:
		return "The only grade"
	}
	s := ordinal(place)
	if place == of {
		s = "last"
	}
	return sentence(s) + " of " + cardinal(of) + " grades, from most to least agreement"
}

func ordinal(n int) string {
	words := [...]string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
	if n < len(words) {
		return words[n]
	}
	return "number " + strconv.Itoa(n)
}

func cardinal(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// MeaningHTML is the meaning of the grade for a page at that root.
func (v Verdict) MeaningHTML(root string) template.HTML {
	return markdown.InlineProse(v.Meaning, markdown.ProseOptions{Root: root})
}

const notRated = "Not rated"
