package examine

import (
	"crosscheck/generator/engine/collate"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// compare collates the wordings of a case and chooses the one to compare with.
func compare(c factcheck.Case) factcheck.ExaminedCase {
	e := factcheck.ExaminedCase{Case: c}
	e.Base, e.BaseBy = base(c)
	witnesses := make([]collate.Witness, len(c.Witnesses))
	for i, w := range c.Witnesses {
		witnesses[i] = collate.Witness{ID: w.Siglum, Text: w.Text}
	}
	e.Table = collate.Collate(witnesses)
	return e
}

// base returns the editor's choice, else the fullest direct quote: the longest
// among those of the most faithful form. -1 if nothing was found.
func base(c factcheck.Case) (index int, by string) {
	if c.Claim.Base != "" {
		for i, w := range c.Witnesses {
			if w.Wording.Article == c.Claim.Base {
				return i, "editor"
			}
		}
	}
	index = -1
	best, longest := 0, 0
	for i, w := range c.Witnesses {
		rank, length := faithful(w.Form), len(words.Tokens(w.Text))
		if index < 0 || rank > best || rank == best && length > longest {
			index, best, longest = i, rank, length
		}
	}
	return index, "program"
}

func faithful(f factcheck.Form) int {
	switch f {
	case factcheck.Direct:
		return 3
	case factcheck.Partial, factcheck.Translation:
		return 2
	case factcheck.Paraphrase:
		return 1
	}
	return 0
}
