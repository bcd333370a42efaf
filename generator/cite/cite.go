// Package cite writes down what a reader needs to cite something of the site: as
// a sentence, as CSL-JSON for Zotero, Mendeley, Word and citeproc, and as BibTeX
// for LaTeX. It says what is stated and nothing else. In particular it never says
// when the thing was looked at, which only the reader knows.
package cite

import (
	"strconv"
	"strings"
	"time"

	"crosscheck/generator/words"
)

// An Item is something to cite, as far as it is known. Title and Key are always
// there. Texts are plain.
type Item struct {
	Key       string // its path on the site, without .html: ASCII, and the same as long as the thing keeps its id
	Kind      Kind
	Title     string
	Supplied  bool // the title is ours, the thing has none; it stands in square brackets
	Author    string
	Container string // the site, or the newspaper
	Publisher string
	Issued    string // ISO 8601, as far as it is known
	Updated   string
	URL       string
	Archived  string // address of an archived copy
	Language  string // BCP 47
	Genre     string // what sort of thing it is, if that is worth saying
	Note      string // a sentence
}

// Kind tells a page of the site from a document that it quotes.
type Kind uint8

const (
	Page Kind = iota
	Newspaper
)

// Plain returns the citation as a sentence or two.
func (i *Item) Plain() string {
	var b strings.Builder
	if i.Author != "" {
		b.WriteString(strings.TrimRight(words.Isolate(i.Author), ".") + ": ")
	}
	b.WriteString(i.named())
	if i.Genre != "" {
		b.WriteString(", " + i.Genre)
	}
	b.WriteByte('.')
	var where []string
	if i.Container != "" {
		where = append(where, i.Container)
		if i.Publisher != "" && i.Publisher != i.Container {
			where[0] += " (" + i.Publisher + ")"
		}
	} else if i.Publisher != "" {
		where = append(where, i.Publisher)
	}
	if i.Issued != "" {
		where = append(where, spelled(i.Issued))
	}
	if i.Updated != "" && i.Updated != i.Issued {
		where = append(where, "last reviewed "+spelled(i.Updated))
	}
	if len(where) > 0 {
		b.WriteString(" " + strings.Join(where, ", ") + ".")
	}
	if i.Note != "" {
		b.WriteString(" " + i.Note)
	}
	if i.URL != "" {
		b.WriteString(" " + i.URL)
	}
	if i.Archived != "" {
		b.WriteString(" Archived: " + i.Archived)
	}
	return b.String()
}

// named is the title in quotation marks that differ from those it holds, or in
// square brackets where it is not the thing's own.
func (i *Item) named() string {
	switch {
	case i.Supplied:
		return "[" + words.Isolate(i.Title) + "]"
	case strings.ContainsAny(i.Title, "“”„\""):
		return "‘" + words.Isolate(i.Title) + "’"
	}
	return "“" + words.Isolate(i.Title) + "”"
}

// title is the title as reference managers keep it.
func (i *Item) title() string {
	if i.Supplied {
		return "[" + i.Title + "]"
	}
	return i.Title
}

// date returns the year, month and day of an ISO date, as far as it has them.
func date(iso string) (parts []int) {
	day, _, _ := strings.Cut(iso, "T")
	for piece := range strings.SplitSeq(day, "-") {
		n, err := strconv.Atoi(piece)
		if err != nil || len(parts) == 3 {
			return nil
		}
		parts = append(parts, n)
	}
	return parts
}

// spelled returns an ISO date in words: 18 July 2021, July 2021, 2021.
func spelled(iso string) string {
	parts := date(iso)
	if len(parts) == 0 {
		return iso
	}
	s := strconv.Itoa(parts[0])
	if len(parts) > 1 {
		s = time.Month(parts[1]).String() + " " + s
	}
	if len(parts) > 2 {
		s = strconv.Itoa(parts[2]) + " " + s
	}
	return s
}
