package render

import (
	"slices"
	"strings"
	"testing"

	"crosscheck/generator/examine"
	"crosscheck/generator/factcheck"
)

// corrected is the invented newsroom, its claims corrected in three years; its
// pages are those given. It returns the site-wide pages.
func corrected(t *testing.T, change func(*factcheck.Newsroom)) map[string]string {
	t.Helper()
	room, d := fixture(t)
	digest := examine.Digest(d)
	for i := range digest.Claims {
		digest.Claims[i].Corrections = nil
	}
	digest.Claims[0].Corrections = []factcheck.Correction{
		{Date: date("2023-01-02"), What: "The *first* <b>."},
		{Date: date("2024-05-06"), What: "The second of a day, see [how](/how.html)."},
		{Date: date("2024-05-06"), What: "The third of that day."},
	}
	digest.Claims[len(digest.Claims)-1].Corrections = []factcheck.Correction{{Date: date("2024-04"), What: "In a month."}, {Date: date("2021-06-05"), What: "Long ago."}}
	change(room)
	r, err := New(Options{Templates: folder(t, "templates"), Static: folder(t, "static"), Room: room})
	if err != nil {
		t.Fatal(err)
	}
	files, err := r.Site([]factcheck.Digest{digest})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range files {
		got[f.Path] = string(f.Bytes)
	}
	return got
}

// inOrderIn reports the first of the wants that does not stand behind the one
// before it.
func inOrderIn(text string, wants ...string) string {
	for _, want := range wants {
		i := strings.Index(text, want)
		if i < 0 {
			return want
		}
		text = text[i+len(want):]
	}
	return ""
}

var wholeLog = []string{"5 corrections to 2 of ", ">2024</h", "The third of that day.", "The second of a day", `<a href="how.html">how</a>`, "In a month.",
	">2023</h", "The <em>first</em> &lt;b&gt;.", "ferry/claims/", ">2021</h", "Long ago."}

func TestTheLogOfCorrectionsIsPrintedSomewhere(t *testing.T) {
	for _, test := range []struct {
		name  string
		pages []factcheck.Page
		where string
	}{
		{"where a page says so", []factcheck.Page{{ID: "errors", Title: "Errors", Markdown: "We err.\n\n{{corrections}}\n\nThat is all."}}, "errors.html"},
		{"at the end of a page of that name", []factcheck.Page{{ID: "corrections", Title: "Corrections", Markdown: "We err."}}, "corrections.html"},
		{"on a page of its own", nil, "corrections.html"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := corrected(t, func(room *factcheck.Newsroom) { room.Pages = test.pages })
			if miss := inOrderIn(got[test.where], wholeLog...); miss != "" {
				t.Errorf("%s has no %s in its place:\n%s", test.where, miss, got[test.where])
			}
			if strings.Contains(got[test.where], "{{") {
				t.Error("the marker is printed")
			}
			for name, page := range got {
				if strings.HasSuffix(name, ".html") && !strings.Contains(page, test.where+`">`) {
					t.Errorf("%s does not lead to the log", name)
				}
			}
			if _, more := got["corrections.html"]; more != (test.where == "corrections.html") {
				t.Errorf("corrections.html: %v", more)
			}
		})
	}
}

func TestTheScaleIsPrintedWhereALineSaysSo(t *testing.T) {
	got := corrected(t, func(room *factcheck.Newsroom) {
		room.Pages = []factcheck.Page{{ID: "how", Title: "How", Markdown: "So.[^1]\n\n## Scale\n{{ verdicts }}\n## Log\n\n{{corrections}}\n\nEnd.\n\n[^1]: A note.\n"}}
	})
	if miss := inOrderIn(got["how.html"], `href="#note-1"`, `id="scale"`, `id="the_scale"`, `id="log"`, "<h3 id=\"corrections-2024\"", "End.", "A note."); miss != "" {
		t.Errorf("no %s in its place:\n%s", miss, got["how.html"])
	}
}

func TestEveryPageSaysWhereToReportAnError(t *testing.T) {
	for _, test := range []struct {
		name, want string
		change     func(*factcheck.Newsroom)
	}{
		{"by mail", "mailto:desk@tidewatch.example?subject=Error%20on%20the%20page%20%E2%80%9CFindings%E2%80%9D&amp;body=https%3A%2F%2Ftidewatch.example%2Fchecks%2Ffindings.html", func(*factcheck.Newsroom) {}},
		{"on the publisher's page", "https://tidewatch.example/contact", func(r *factcheck.Newsroom) {
			r.Site.Publisher.Email, r.Site.Publisher.Contact = "", "https://tidewatch.example/contact"
		}},
		{"among the issues", "https://github.com/tide/watch/issues/new?title=Error%20on", func(r *factcheck.Newsroom) {
			r.Site.Publisher.Email, r.Site.Repository = "", "https://github.com/tide/watch.git/"
		}},
		{"among the issues elsewhere", "https://gitlab.com/tide/watch/-/issues/new?issue%5Btitle%5D=Error%20on", func(r *factcheck.Newsroom) {
			r.Site.Publisher.Email, r.Site.Repository = "", "https://gitlab.com/tide/watch"
		}},
		{"at a repository", "https://git.example/tidewatch", func(r *factcheck.Newsroom) { r.Site.Publisher.Email = "" }},
		{"with the corrections", "corrections.html#report", func(r *factcheck.Newsroom) { r.Site.Publisher.Email, r.Site.Repository = "", "" }},
		{"on the editors' page of corrections", `errors.html"`, func(r *factcheck.Newsroom) {
			r.Site.Publisher.Email, r.Site.Repository = "", ""
			r.Pages = append(slices.Clone(r.Pages), factcheck.Page{ID: "errors", Title: "Errors", Markdown: "{{corrections}}"})
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := corrected(t, test.change)
			if !strings.Contains(got["findings.html"], `<a href="`+test.want) {
				_, line, _ := strings.Cut(got["findings.html"], `class="report"`)
				t.Errorf("no link to %s: %s", test.want, line)
			}
		})
	}
}

// A title of several lines is one in the head of a letter.
func TestSubjectOfAReportIsOneLine(t *testing.T) {
	home := corrected(t, func(r *factcheck.Newsroom) { r.Site.Title = "Tide\n\nwatch" })["index.html"]
	if want := `subject=Error%20on%20the%20page%20%E2%80%9CTide%20watch%E2%80%9D&amp;body=`; !strings.Contains(home, want) {
		_, line, _ := strings.Cut(home, `class="report"`)
		t.Errorf("no %s in %.300s", want, line)
	}
}
