package render

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"crosscheck/generator/engine/quote"
	"crosscheck/generator/engine/timex"
	"crosscheck/generator/examine"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/source"
)

// An invented newsroom and story: a ferry, a strike, four documents, one of
// them in French, one in Markdown, one hostile.

func folder(tb testing.TB, name string) fs.FS {
	tb.Helper()
	root, err := os.OpenRoot("../../" + name)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { root.Close() })
	return root.FS()
}

func date(iso string) factcheck.Date {
	d, _ := timex.ParseDay(iso)
	return factcheck.Date{ISO: iso, Day: d}
}

func newsroom() *factcheck.Newsroom {
	five, one := 5.0, 1.0
	return &factcheck.Newsroom{
		Site: factcheck.Site{
			Title: "Tidewatch", Tagline: "Who said what about the ferries", Language: "en",
			Description: "We compare reports. See [how](/how.html).\n\nSecond paragraph.",
			Publisher:   factcheck.Publisher{Name: "Tidewatch Trust", URL: "https://tidewatch.example", Email: "desk@tidewatch.example"},
			BaseURL:     "https://tidewatch.example/checks", Repository: "https://git.example/tidewatch",
			Verdicts: []factcheck.Verdict{
				{ID: "agree", Label: "Sources agree", Meaning: "In sense and *words*.", Value: &five},
				{ID: "part", Label: "Sources part", Meaning: "On a point that counts.", Value: &one},
				{ID: "none", Label: "Nothing to compare", Meaning: "One source only."},
			},
		},
		Outlets: []factcheck.Outlet{
			{ID: "harbour-post", Name: "Harbour Post", URL: "https://post.example", Country: "Norway", Owner: "The crew", Note: "Named in *its* foot."},
			{ID: "quiet", Name: "The Quiet Outlet"},
		},
		Pages: []factcheck.Page{
			{ID: "how", Title: "How we work", Summary: "The method", Order: 1, Markdown: "## Scale\n\nIt goes:\n\n{{verdicts}}\n\n## Then\n\n```yaml\nclaim: x\n```\n"},
			{ID: "about", Title: "About", Order: 2, Markdown: "<script>alert(1)</script> text"},
		},
		Stories: []string{"ferry"},
	}
}

const (
	postBody  = "BERGEN — The ferry company said on Sunday it would “never” close the northern line.\n\n“We will keep 14 boats on the northern line until Christmas,” Anna Holm said.\n   Spaced   out   line.\nTalks began in March."
	wireBody  = "The company said on Saturday that it will keep 41 boats on the northern line, Anna Holm told reporters.\n\n<script>alert('x')</script> & <b>not bold</b>\n\nThe strike of 3 May 2021 is over."
	frBody    = "La compagnie a déclaré dimanche : « Nous garderons 14 bateaux sur la ligne du nord », selon Mme Holm."
	noteBody  = "# Ferry *notes*\n\nThe firm will **keep 14 [boats on](https://x.example/\"q) the northern** line[^1].\n\n> It said so on 2 May 2021.\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode <x>\n```\n\n[^1]: A foot & note.\n"
	claimYAML = "claim: The company will keep 14 boats\nwordings:\n  - article: post\n    quote: 'We will keep 14 boats'\n"
)

// fixture is the invented story, examined.
func fixture(tb testing.TB) (*factcheck.Newsroom, *factcheck.Dossier) {
	tb.Helper()
	room := newsroom()
	story := factcheck.Story{
		ID: "ferry", Title: "The northern line & the strike",
		Summary: "Four documents tell of the **northern line**.\n\nThey part on the boats.",
		Topics:  []string{"Ferries", "Strikes"},
		Events: []factcheck.Event{
			{Date: date("2021-05-02"), Name: "The company speaks", Note: "As *all* say."},
			{Date: date("2021-05-03"), Until: date("2021-05-05"), Name: "The strike"},
			{Date: date("2020-03"), Name: "Talks begin"},
		},
		Articles: []factcheck.Article{
			{ID: "note", Siglum: "A", Label: "Notes without a headline", Body: markdown.Article(noteBody), File: source.New("stories/ferry/articles/note.md", noteBody)},
			{ID: "paris", Siglum: "B", Title: "Les bateaux restent", Language: "fr", Published: date("2021-08-20"), PublishedAs: "20 août 2021", Body: markdown.Plain(frBody), TranslatedFrom: "no"},
			{ID: "post", Siglum: "C", Title: "Company will “never” close line", Outlet: "harbour-post", Author: "A. Writer", URL: "https://post.example/a", ArchiveURL: "https://archive.example/a",
				Dateline: "BERGEN", Language: "en", Published: date("2021-05-02T18:05"), PublishedAs: "2 May 2021 - 18:05", Updated: date("2021-05-03"), Retrieved: date("2021-06"), Note: "A note.", Body: markdown.Plain(postBody)},
			{ID: "wire", Siglum: "D", Body: markdown.Plain(wireBody)},
		},
	}
	claims := []factcheck.Claim{
		{ID: "boats", Text: "The company will keep 14 boats on the “northern” line", Claimant: "Anna Holm", SaidOn: date("2021-05-02"), Occasion: "a press call",
			Topics: []string{"Boats", "Ferries"}, Verdict: "part", Summary: "They part on the **number**.\n\nOne has 41 where others have 14.",
			Review: factcheck.Review{Author: "The desk", Published: date("2022-01-02"), Updated: date("2022-02-03"), Corrections: []factcheck.Correction{{Date: date("2022-02-03"), What: "A *figure*."}}},
			Base:   "post", File: source.New("stories/ferry/claims/boats.yaml", claimYAML)},
		{ID: "boats-2", Text: "It said “never”", Verdict: "none"},
		{ID: "unrated", Text: "The line stays open & well", Summary: "Not yet rated, but said."},
	}
	story.Claims = claims
	passage := func(article string, part factcheck.Part, quoted string) factcheck.Passage {
		i := strings.Index(story.Article(article).Text(part), quoted)
		if i < 0 {
			tb.Fatalf("%q is not in %s of %s", quoted, part, article)
		}
		return factcheck.Passage{Article: article, Part: part, Start: i, End: i + len(quoted)}
	}
	witness := func(article, siglum string, form factcheck.Form, part factcheck.Part, parts ...string) factcheck.Witness {
		w := factcheck.Witness{Siglum: siglum, Form: form, Match: quote.Exact, Text: strings.Join(parts, factcheck.PartSeparator)}
		w.Wording.Article = article
		for _, p := range parts {
			w.Passages = append(w.Passages, passage(article, part, p))
		}
		return w
	}
	evidence := func(article, quoted string) factcheck.Evidence {
		return factcheck.Evidence{Passage: passage(article, factcheck.Body, quoted), Quote: quoted, Note: "look *here*"}
	}
	elided := witness("post", "C2", factcheck.Direct, factcheck.Body, "We will keep 14 boats", "until Christmas")
	elided.Doubts = []quote.Doubt{"far-apart"}
	elided.Wording.Note = "Cut by *us*."
	paraphrase := witness("wire", "D", factcheck.Paraphrase, factcheck.Body, "it will keep 41 boats on the northern line")
	paraphrase.FormInferred = true
	book := factcheck.Casebook{
		Story: story,
		Cases: []factcheck.Case{
			{Claim: claims[0], Witnesses: []factcheck.Witness{
				witness("post", "C", factcheck.Direct, factcheck.Body, "We will keep 14 boats on the northern line until Christmas"),
				elided,
				paraphrase,
				witness("note", "A", factcheck.Paraphrase, factcheck.Body, "keep 14 boats on the northern"),
				witness("paris", "B", factcheck.Translation, factcheck.Body, "Nous garderons 14 bateaux sur la ligne du nord"),
			}, Findings: []factcheck.Finding{
				{Kind: "figure", Severity: factcheck.Major, Status: factcheck.Confirmed, ByEditor: true, Claim: "boats", Summary: "14 in one, **41** in the other.", Why: "Boats are *counted*.",
					Evidence: []factcheck.Evidence{evidence("post", "keep 14 boats"), evidence("wire", "keep 41 boats"), evidence("post", "14 boats on the")}},
				{Kind: "text", Severity: factcheck.Minor, Status: factcheck.Dismissed, ByEditor: true, Claim: "boats", Summary: "Nothing.", Reason: "It was *nothing*.",
					Evidence: []factcheck.Evidence{evidence("wire", "& <b>not bold</b>")}},
			}},
			{Claim: claims[1], Witnesses: []factcheck.Witness{witness("post", "C", factcheck.Headline, factcheck.Title, "“never” close line")}},
			{Claim: claims[2]},
		},
		Findings: []factcheck.Finding{
			{Kind: "attribution", Severity: factcheck.Minor, Status: factcheck.Confirmed, ByEditor: true, Summary: "Nobody says who.", Evidence: []factcheck.Evidence{evidence("wire", "told reporters")}},
		},
	}
	d, _ := examine.Story(room, book)
	return room, &d
}

func renderer(tb testing.TB, room *factcheck.Newsroom) *Renderer {
	tb.Helper()
	r, err := New(Options{Templates: folder(tb, "templates"), Static: folder(tb, "static"), Room: room})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// built renders the whole fixture, by path.
func built(tb testing.TB, room *factcheck.Newsroom, d *factcheck.Dossier) map[string]string {
	tb.Helper()
	r := renderer(tb, room)
	story, err := r.Story(d)
	if err != nil {
		tb.Fatal(err)
	}
	rest, err := r.Site([]factcheck.Digest{examine.Digest(d)})
	if err != nil {
		tb.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range append(story, rest...) {
		if _, twice := files[f.Path]; twice {
			tb.Errorf("%s is written twice", f.Path)
		}
		files[f.Path] = string(f.Bytes)
	}
	return files
}
