package content

import (
	"fmt"
	"strings"
	"time"

	"crosscheck/generator/diag"
	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/source"
)

// dates warns of dates at the head of an article that cannot all be right.
func dates(file *source.File, g *group, a *factcheck.Article, diags *diag.List) {
	sequence(file, g, diags)
	if !a.Published.Known() || a.PublishedAs == "" {
		return
	}
	printed, ok := printedDay(a.PublishedAs, a.Language)
	if !ok || agrees(a.Published, printed) || a.Updated.Day == printed {
		return
	}
	*diags = append(*diags, diag.Diagnostic{
		Span: g.place(file, "published"), Severity: diag.Warning, Code: "date-line",
		Message: fmt.Sprintf("published is %s, but the printed date line has %s", readable(a.Published), readableDay(printed)),
		Hint:    "if the line is as the document prints it, write\npublished: " + isoDay(printed),
		Related: []diag.Related{{Span: g.place(file, "published_as"), Message: "the date line as printed"}},
	})
}

// sequence warns of a change that is dated before the publication.
func sequence(file *source.File, g *group, diags *diag.List) {
	published, updated := g.date("published"), g.date("updated")
	if !published.Known() || !updated.Known() || !before(updated, published) {
		return
	}
	*diags = append(*diags, diag.Diagnostic{
		Span: g.place(file, "updated"), Severity: diag.Warning, Code: "date-order",
		Message: fmt.Sprintf("updated is %s, before it was published on %s", readable(updated), readable(published)),
		Hint:    "swap the two, or correct one",
		Related: []diag.Related{{Span: g.place(file, "published"), Message: "published"}},
	})
}

// printedDay returns the one day that a date line names with its year. Figures
// that can be read in two ways name none.
func printedDay(line, language string) (day timex.Day, ok bool) {
	// The words before it say what the line is, else a figure at its beginning
	// may be taken for the number of a list.
	for _, e := range timex.Tag("Date: "+line, timex.Options{Language: language}) {
		if e.Ambiguous {
			return timex.Day{}, false
		}
		if !e.Explicit || e.Name || e.Earliest == (timex.Day{}) || e.Earliest != e.Latest {
			continue
		}
		if ok && day != e.Earliest {
			return timex.Day{}, false
		}
		day, ok = e.Earliest, true
	}
	return day, ok
}

// agrees reports whether a date can be that of a printed day. Where the time
// zone is given, the day may have been another one where it was printed.
func agrees(d factcheck.Date, day timex.Day) bool {
	if d.Day == (timex.Day{}) {
		return strings.HasPrefix(isoDay(day), d.ISO)
	}
	apart := utc(d.Day).Sub(utc(day)).Abs()
	return apart == 0 || zoned(d) && apart <= 24*time.Hour
}

// before reports whether a is certain to be before b.
func before(a, b factcheck.Date) bool {
	switch {
	case a.Day == (timex.Day{}) || b.Day == (timex.Day{}):
		n := min(len(a.ISO), len(b.ISO), 10)
		return a.ISO[:n] < b.ISO[:n]
	case a.Day != b.Day:
		apart := utc(b.Day).Sub(utc(a.Day))
		return apart > 24*time.Hour || apart > 0 && zoned(a) == zoned(b)
	}
	n := min(len(a.ISO), len(b.ISO))
	return !zoned(a) && !zoned(b) && a.ISO[:n] < b.ISO[:n]
}

// zoned reports whether a date has a time zone.
func zoned(d factcheck.Date) bool {
	return len(d.ISO) > 10 && strings.ContainsAny(d.ISO[10:], "Z+-")
}

func utc(d timex.Day) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

func isoDay(d timex.Day) string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

func readableDay(d timex.Day) string { return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year) }

func readable(d factcheck.Date) string {
	if d.Day == (timex.Day{}) || len(d.ISO) > 10 {
		return d.ISO
	}
	return readableDay(d.Day)
}
