package cite

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

var items = []struct {
	name          string
	item          Item
	plain, bibtex string
}{
	{"a claim",
		Item{Key: "flood/claims/dam-safe", Title: `The dam is "safe" & 100% sound`, Author: "Ada Example", Container: "Second Look", Publisher: "Example e.V.", Issued: "2024-03-01", Updated: "2024-03-02", URL: "https://x.example/a_b/c.html", Language: "en"},
		`Ada Example: ‘The dam is "safe" & 100% sound’. Second Look (Example e.V.), 1 March 2024, last reviewed 2 March 2024. https://x.example/a_b/c.html`,
		`@misc{flood/claims/dam-safe,
  author = {{Ada Example}},
  title = {{The dam is "safe" \& 100\% sound}},
  howpublished = {Second Look},
  publisher = {Example e.V.},
  year = {2024},
  month = mar,
  day = {1},
  language = {en},
  url = {https://x.example/a_b/c.html}
}
`},
	{"the least",
		Item{Key: "s/claims/c", Title: "It rained", Container: "S"},
		"“It rained”. S.",
		"@misc{s/claims/c,\n  title = {{It rained}},\n  howpublished = {S}\n}\n"},
	{"a newspaper",
		Item{Key: "s/articles/a", Kind: Newspaper, Title: "Über {Brücken} #1", Container: "The Post", Issued: "2021-07", URL: "https://p.example/{1}", Archived: "https://a.example/x"},
		"“Über {Brücken} #1”. The Post, July 2021. https://p.example/{1} Archived: https://a.example/x",
		`@article{s/articles/a,
  title = {{Über \textbraceleft{}Brücken\textbraceright{} \#1}},
  journal = {The Post},
  year = {2021},
  month = jul,
  url = {https://p.example/%7B1%7D},
  note = {Archived: \url{https://a.example/x}}
}
`},
	{"a document without a name",
		Item{Key: "s/articles/b", Kind: Newspaper, Title: "News ID 3", Supplied: true, Issued: "2021-07-18T21:55+04:30"},
		"[News ID 3]. 18 July 2021.",
		"@misc{s/articles/b,\n  title = {{[News ID 3]}},\n  year = {2021},\n  month = jul,\n  day = {18}\n}\n"},
	{"a finding",
		Item{Key: "s/findings/x", Title: `C:\dir ~ $5 ^ <b>`, Genre: "finding", Container: "S", Note: "Found by the program, not reviewed."},
		`“C:\dir ~ $5 ^ <b>”, finding. S. Found by the program, not reviewed.`,
		`@misc{s/findings/x,
  title = {{C:\textbackslash{}dir \textasciitilde{} \$5 \textasciicircum{} \textless{}b\textgreater{}}},
  howpublished = {S},
  type = {finding},
  note = {Found by the program, not reviewed.}
}
`},
	{"right to left",
		Item{Key: "s/articles/c", Kind: Newspaper, Title: "طالبان تدعو", Container: "S"},
		"“\u2068طالبان تدعو\u2069”. S.",
		"@article{s/articles/c,\n  title = {{طالبان تدعو}},\n  journal = {S}\n}\n"},
	{"marks that TeX draws together",
		Item{Key: "s/claims/d", Title: "A---b -- ''c'' ?`", Container: "S"},
		"“A---b -- ''c'' ?`”. S.",
		"@misc{s/claims/d,\n  title = {{A-{}-{}-b -{}- '{}'c'{}' ?{}`}},\n  howpublished = {S}\n}\n"},
	{"an archived copy at an address that TeX stumbles over",
		Item{Key: "s/articles/c", Kind: Newspaper, Title: "Mud", Container: "The Post", Archived: "https://a.example/a_b%20c#d"},
		"“Mud”. The Post. Archived: https://a.example/a_b%20c#d",
		`@article{s/articles/c,
  title = {{Mud}},
  journal = {The Post},
  note = {Archived: https://a.example/a\_b\%20c\#d}
}
`},
}

func TestCitations(t *testing.T) {
	for _, c := range items {
		if got := c.item.Plain(); got != c.plain {
			t.Errorf("%s: %s\nwant %s", c.name, got, c.plain)
		}
		if got := c.item.BibTeX(); got != c.bibtex {
			t.Errorf("%s: %s\nwant %s", c.name, got, c.bibtex)
		}
		var csl map[string]any
		if err := json.Unmarshal([]byte(c.item.CSL()), &csl); err != nil || csl["id"] != c.item.Key || !strings.Contains(fmt.Sprint(csl["title"]), c.item.Title) {
			t.Errorf("%s: %s, %v", c.name, c.item.CSL(), err)
		}
		if _, ok := csl["accessed"]; ok {
			t.Errorf("%s: says when it was looked at", c.name)
		}
	}
	claim := items[0].item
	want := `{"id":"flood/claims/dam-safe","type":"webpage","title":"The dam is \"safe\" & 100% sound","author":[{"literal":"Ada Example"}],"container-title":"Second Look","publisher":"Example e.V.","issued":{"date-parts":[[2024,3,1]]},"language":"en","URL":"https://x.example/a_b/c.html"}`
	if got := claim.CSL(); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestTags(t *testing.T) {
	for _, c := range []struct {
		item Item
		want string
	}{
		{items[0].item, `[{citation_title The dam is "safe" & 100% sound} {citation_author Ada Example} {citation_publication_date 2024/03/01} {citation_online_date 2024/03/01} {citation_publisher Example e.V.} {citation_language en} {citation_public_url https://x.example/a_b/c.html}]`},
		{items[2].item, "[{citation_title Über {Brücken} #1} {citation_publication_date 2021/07} {citation_journal_title The Post} {citation_public_url https://p.example/{1}}]"},
		{items[3].item, "[{citation_publication_date 2021/07/18}]"},
	} {
		if got := fmt.Sprint(c.item.Tags()); got != c.want {
			t.Errorf("%s\nwant %s", got, c.want)
		}
	}
}

// Whatever a title holds, the entry's braces balance, so that the next entry is
// read, and no sign of it is a command of TeX.
func FuzzBibTeX(f *testing.F) {
	for _, c := range items {
		f.Add(c.item.Title, c.item.URL)
	}
	f.Add(`}{ \ % @misc{x, "`, "https://x.example/}{%20\\")
	f.Fuzz(func(t *testing.T, title, url string) {
		i := Item{Key: "s/claims/c", Title: title, URL: url, Archived: url}
		entry := i.BibTeX()
		depth := 0
		for at, r := range entry {
			switch r {
			case '{':
				depth++
			case '}':
				if depth--; depth == 0 && at != len(entry)-2 || depth < 0 {
					t.Fatalf("ends at %d: %q", at, entry)
				}
			}
		}
		if depth != 0 {
			t.Errorf("%d braces are open: %q", depth, entry)
		}
		text := strings.NewReplacer(`\%`, "", `\&`, "", `\_`, "", `\#`, "", `\$`, "").Replace(tex(title))
		if strings.ContainsAny(text, "%&_#$^~") {
			t.Errorf("%q became %q", title, tex(title))
		}
	})
}
