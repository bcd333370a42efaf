package examine

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// name gives every finding its id: the kind and a hash of the articles and
// words that its evidence quotes, but for what stands beside it, so that edits
// elsewhere leave it alone. Two
// findings of a story that quote the same words are numbered.
func name(d *factcheck.Dossier) {
	seen := map[string]int{}
	each(d, func(f *factcheck.Finding) {
		sum := sha256.New()
		fmt.Fprintf(sum, "%s\x00%s", f.Kind, f.Claim)
		for i, e := range f.Evidence {
			if e.Beside && i > 0 {
				continue
			}
			fmt.Fprintf(sum, "\x00%s\x00%s\x00%s", e.Passage.Article, e.Passage.Part, words.Fold(e.Quote).Text)
		}
		f.ID = f.Kind + "-" + hex.EncodeToString(sum.Sum(nil)[:4])
		seen[f.ID]++
		if n := seen[f.ID]; n > 1 {
			f.ID = fmt.Sprintf("%s-%d", f.ID, n)
		}
	})
}

// each calls do for every finding of the story, in order.
func each(d *factcheck.Dossier, do func(*factcheck.Finding)) {
	for i := range d.Findings {
		do(&d.Findings[i])
	}
	for i := range d.Cases {
		for j := range d.Cases[i].Findings {
			do(&d.Cases[i].Findings[j])
		}
	}
}
