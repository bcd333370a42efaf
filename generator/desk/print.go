package desk

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"crosscheck/generator/anchor"
	"crosscheck/generator/factcheck"
)

// unlikely is the score under which a suggestion is only told in a comment.
const unlikely = 0.1

// WriteYAML prints the offers as wordings to paste below the key of that name:
// the best of each article, and the others as comments. What is printed is YAML
// whatever the articles hold; comments are made of ids and of YAML alone.
func (a *Answer) WriteYAML(w io.Writer) error {
	var b strings.Builder
	about := a.Article
	if a.Claim != "" {
		about = "the claim " + a.Claim
	}
	fmt.Fprintf(&b, "# Passages that may say the same as %s, to paste under “wordings:”.\n", about)
	b.WriteString("# A suggestion is no finding: read the passage in its article first. Numbers tell\n# how sure the program is, from 0 to 1.\n")
	for _, o := range a.Offers {
		rest := o.Suggestions
		if len(rest) == 0 {
			fmt.Fprintf(&b, "# %s: nothing found\n", o.Article)
			continue
		}
		if best := rest[0]; best.Score >= unlikely {
			rest = rest[1:]
			fmt.Fprintf(&b, "  # %s\n  - article: %s\n", sureness(best.Score), o.Article)
			for _, line := range anchor.Lines(best.Quotation) {
				fmt.Fprintf(&b, "    %s\n", line)
			}
		} else {
			fmt.Fprintf(&b, "  # %s: nothing likely\n", o.Article)
		}
		for _, s := range rest {
			fmt.Fprintf(&b, "    # or %s\n", sureness(s.Score))
			for _, line := range anchor.Lines(s.Quotation) {
				fmt.Fprintf(&b, "    # %s\n", line)
			}
		}
	}
	if len(a.Offers) == 0 {
		b.WriteString("# There is no other article to look into.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// sureness says how sure a score is, by its number and in words.
func sureness(score float64) string {
	how := "hardly"
	switch {
	case score >= 0.85:
		how = "probably"
	case score >= 0.4:
		how = "perhaps"
	}
	return fmt.Sprintf("%.2f: %s", min(score, 0.99), how) // nothing here is certain
}

// WriteJSON prints all suggestions as one object, article by article, the best
// first. Places count code points of the part, ends exclusive.
func (a *Answer) WriteJSON(w io.Writer) error {
	type item struct {
		Article    string         `json:"article"`
		Part       factcheck.Part `json:"part"`
		Start      int            `json:"start"`
		End        int            `json:"end"`
		Quote      string         `json:"quote"`
		Prefix     string         `json:"prefix,omitempty"`
		Suffix     string         `json:"suffix,omitempty"`
		Occurrence int            `json:"occurrence,omitempty"`
		Score      float64        `json:"score"`
	}
	out := struct {
		Story       string `json:"story"`
		Article     string `json:"article,omitempty"`
		Claim       string `json:"claim,omitempty"`
		Suggestions []item `json:"suggestions"`
	}{a.Story, a.Article, a.Claim, []item{}}
	for _, o := range a.Offers {
		for _, s := range o.Suggestions {
			out.Suggestions = append(out.Suggestions, item{o.Article, s.Part, s.Start, s.End, s.Quote, s.Prefix, s.Suffix, s.Occurrence, s.Score})
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
