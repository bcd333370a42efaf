package sitetest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// A fault is one that was planted in a story of testdata/times.txtar.
type fault struct {
	Story    string
	Articles []string
	Kind     int
	Quote    string
	Note     string
}

// The kinds of fault, with how many of each must be found at least. What is told
// in wholly other words (6 to 8) is mostly beyond the rules; the numbers may only
// rise.
var atLeast = map[int]struct {
	name  string
	found int
}{
	1:  {"a weekday that does not fit its date", 7},
	2:  {"a date that the copy contradicts", 5},
	3:  {"no date, but an age", 4},
	4:  {"a late report", 4},
	5:  {"a tense that does not fit", 5},
	6:  {"tomorrow, missed", 0},
	7:  {"one event, two days", 1},
	8:  {"times that cannot all be true", 0},
	9:  {"a length that does not fit", 7},
	10: {"a stray caption", 5},
	11: {"day or month", 5},
}

// Of the twenty stories without a fault, with 74 articles, none may be found to
// have one for certain, and hardly one by mere likelihood.
const atMostSoft = 1

func TestTimesOfInventedStories(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/times.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var faults []fault
	for _, f := range archive.Files {
		if f.Name == "gold.json" {
			if err := json.Unmarshal(f.Data, &faults); err != nil {
				t.Fatal(err)
			}
			continue
		}
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	s := build(t, dir, "")
	type finding struct {
		Story, ID, Kind, Certainty, Summary, Arithmetic string
		Evidence                                        []struct{ Article, Quote string }
	}
	var findings []finding
	if err := json.Unmarshal(s.files["data/findings.json"], &findings); err != nil {
		t.Fatal(err)
	}
	plain := func(text string) string { return strings.Join(strings.Fields(text), " ") }

	faulty := map[string]bool{}
	found := map[int]int{}
	for _, g := range faults {
		faulty[g.Story] = true
		hit := slices.ContainsFunc(findings, func(f finding) bool {
			if f.Story != g.Story || !onTime(f.Kind) {
				return false
			}
			for _, e := range f.Evidence {
				if !slices.Contains(g.Articles, e.Article) {
					continue
				}
				if g.Kind == 3 {
					return f.Kind == "undated" && f.Arithmetic != ""
				}
				// A fault of a document's date shows in other sentences too.
				ofTheDate := (g.Kind == 2 || g.Kind == 4) && slices.Contains([]string{"publication-day", "late-report", "dated-apart", "told-late", "told-early"}, f.Kind)
				if ofTheDate || strings.Contains(plain(e.Quote), plain(g.Quote)) || strings.Contains(plain(g.Quote), plain(e.Quote)) {
					return true
				}
			}
			return false
		})
		if hit {
			found[g.Kind]++
		} else {
			t.Logf("not found: %s, %s: %q (%s)", g.Story, atLeast[g.Kind].name, g.Quote, g.Note)
		}
	}
	for kind, least := range atLeast {
		if found[kind] < least.found {
			t.Errorf("%s: %d found, and were %d once", least.name, found[kind], least.found)
		}
	}
	soft := 0
	for _, f := range findings {
		if faulty[f.Story] || !onTime(f.Kind) || f.Kind == "undated" {
			continue
		}
		if f.Certainty == "hard" {
			t.Errorf("a false alarm in %s: %s %s", f.Story, f.Summary, f.Arithmetic)
		} else {
			soft++
			t.Logf("perhaps a false alarm in %s: %s %s", f.Story, f.Summary, f.Arithmetic)
		}
	}
	if soft > atMostSoft {
		t.Errorf("%d findings on stories without a fault, want %d at the most", soft, atMostSoft)
	}
}

// onTime reports the kinds of finding that the rules on time propose.
func onTime(kind string) bool {
	switch kind {
	case "late-report", "undated", "weekday-mismatch", "ambiguous-month", "ambiguous-order", "day-conflict", "event-conflict", "beginning-conflict", "both-tenses",
		"dated-apart", "duration-mismatch", "publication-day", "relative-mismatch", "stray-date", "told-early", "told-late":
		return true
	}
	return false
}
