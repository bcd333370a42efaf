package render

import (
	"strings"
	"testing"

	"crosscheck/generator/factcheck"
)

func TestFilterNumbersWhatEntriesHave(t *testing.T) {
	f := newFilter("claim", "claims", 3)
	f.addYear(0, factcheck.Date{ISO: "2020-05-01"})
	f.addYear(1, factcheck.Date{ISO: "2021"})
	f.addYear(2, factcheck.Date{})
	f.addNames(0, "Zoë\tof\nthe <North>", []string{"b"}, []string{"A", "b"})
	f.addNames(1, "Ann")
	f.finish()
	// Speakers and topics by their names, years from the newest.
	if got, want := f.text(), "speaker\tSpeaker\tann\tAnn\t"+factcheck.Slug("Zoë\tof\nthe <North>")+"\tZoë of the <North>\ntopic\tTopic\ta\tA\tb\tb\nyear\tYear\t2021\t2021\t2020\t2020"; got != want {
		t.Errorf("the facets are\n%q, not\n%q", got, want)
	}
	for i, want := range []string{"5 1 3 2", "4 0", ""} {
		if got := f.numbers(i); got != want {
			t.Errorf("entry %d has %q, not %q", i, got, want)
		}
	}
}

func TestFilterIsNoneWhereThereIsNothingToChoose(t *testing.T) {
	f := newFilter("claim", "claims", 2)
	f.addNames(0, "Ann")
	f.addNames(1, "Ann")
	f.finish()
	if f.view("") != nil || f.here("") != nil {
		t.Error("all entries are alike, and there is a filter")
	}
	f = newFilter("claim", "claims", 2)
	f.addNames(0, "Ann")
	f.finish()
	if v := f.view("../"); v == nil || v.Facets == "" || v.Script != "" {
		t.Errorf("one of two has a speaker, and the filter is %+v", v)
	}
}

// The scripts of a long list hold each entry once, as text that cannot end them.
func TestScriptsOfALongList(t *testing.T) {
	const n = 2*perPage + 1
	f := newFilter("claim", "claims", n)
	for i := range n {
		f.addYear(i, factcheck.Date{ISO: []string{"2020", "2021"}[i%2]})
	}
	f.finish()
	if v := f.view("../"); v.Script != "../assets/lists/claims.js" || v.Facets != "" {
		t.Errorf("the page says %+v", v)
	}
	files := f.scripts(func(i int) entry { return entry{"a.html", "", "</script><!-- " + strings.Repeat("x", i%2)} })
	if len(files) != 4 || files[3].Path != "assets/lists/claims/2.js" {
		t.Fatalf("%d files", len(files))
	}
	entries := 0
	for _, file := range files {
		text := string(file.Bytes)
		entries += strings.Count(text, "a.html")
		if strings.Contains(text, "<") || !strings.HasPrefix(text, "crosscheck.") {
			t.Errorf("%s: %.80s", file.Path, text)
		}
	}
	if entries != n {
		t.Errorf("%d entries in the blocks", entries)
	}
}
