package examine

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/generator/diag"
	"crosscheck/generator/factcheck"
)

// rule applies the editors' rulings. A ruling may stand in the story's file or
// in any claim's: ids are unique in a story. One that matches no proposed
// finding has no effect and is reported, for what the program proposes changes
// with the articles.
func rule(d *factcheck.Dossier) diag.List {
	rulings := slices.Clone(d.Story.Rulings)
	for _, c := range d.Cases {
		rulings = append(rulings, c.Claim.Rulings...)
	}
	if len(rulings) == 0 {
		return nil
	}
	for i := range rulings { // as copied from the address of its place in an article
		rulings[i].Finding = strings.TrimPrefix(strings.TrimPrefix(rulings[i].Finding, "#"), "finding-")
	}
	proposed := map[string]*factcheck.Finding{}
	var ids []string
	each(d, func(f *factcheck.Finding) {
		if !f.ByEditor {
			proposed[f.ID] = f
			ids = append(ids, f.ID)
		}
	})
	for _, r := range rulings { // what is ruled upon needs no ruling
		ids = slices.DeleteFunc(ids, func(id string) bool { return id == r.Finding })
	}
	var diagnostics diag.List
	ruled := map[string]factcheck.Ruling{}
	for _, r := range rulings {
		f := proposed[r.Finding]
		if f == nil {
			diagnostics = append(diagnostics, unknownFinding(r, ids))
			continue
		}
		if earlier, twice := ruled[r.Finding]; twice {
			diagnostics = append(diagnostics, diag.Diagnostic{
				Span: r.Span, Severity: diag.Error, Code: "ruled-twice",
				Message: fmt.Sprintf("the finding %s is confirmed or dismissed twice", r.Finding),
				Hint:    "keep one of the two entries",
				Related: []diag.Related{{Span: earlier.Span, Message: "the other one is here"}},
			})
			continue
		}
		ruled[r.Finding] = r
		f.Status, f.Reason = r.Status, r.Reason
	}
	return diagnostics
}

func unknownFinding(r factcheck.Ruling, ids []string) diag.Diagnostic {
	d := diag.Diagnostic{
		Span: r.Span, Severity: diag.Warning, Code: "unknown-finding",
		Message: fmt.Sprintf("the program proposes no finding %q in this story, so this entry has no effect", r.Finding),
		Hint:    "delete the entry; no proposed finding of this story waits for a ruling",
	}
	if len(ids) == 0 {
		return d
	}
	kind := func(id string) string { return id[:max(0, strings.LastIndexByte(id, '-'))] }
	slices.Sort(ids)
	var alike []string
	for _, id := range ids {
		if kind(id) == kind(r.Finding) {
			alike = append(alike, id)
		}
	}
	if len(alike) == 0 {
		alike = ids
	}
	d.Hint = "what it ruled on may have changed with its documents: look at the finding again, and name it or delete the entry; these wait for a ruling: " + strings.Join(alike, ", ")
	return d
}
