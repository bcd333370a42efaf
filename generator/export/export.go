// Package export makes the site's data: what other programs read.
//
// A file that tells of all stories is made piece by piece, a [site.Chunk] for
// each story, so that no more than one story need be in memory; [Joined] says
// how the pieces are put together. Each format has a file of its own. To add
// one: write it, call it from [Story] or [Site], and, if it is made of chunks,
// name it in [Joined].
//
// Data are joined in the order of the stories' ids, hold nothing but what the
// content says, and count offsets in Unicode code points.
package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
)

// A JoinedFile is a file that all stories write together: Header, the chunks
// that are not empty with Separator between them, Footer. Counted says that
// Footer has a %d for the number of records in all chunks.
type JoinedFile struct {
	Path                      string
	Header, Separator, Footer string
	Counted                   bool
}

// End is what stands behind the last of so many records.
func (f *JoinedFile) End(records int) string {
	if f.Counted {
		return fmt.Sprintf(f.Footer, records)
	}
	return f.Footer
}

// Joined returns the files that are made of chunks. They exist even where no
// story has anything to say.
func Joined(room *factcheck.Newsroom) []JoinedFile {
	files := []JoinedFile{
		{Path: claimsPath, Header: "[\n", Separator: ",\n", Footer: "\n]\n"},
		{Path: findingsPath, Header: "[\n", Separator: ",\n", Footer: "\n]\n"},
		{Path: articlesPath, Header: "[\n", Separator: ",\n", Footer: "\n]\n"},
		{Path: claimReviewPath, Header: claimReviewHead, Separator: ",\n", Footer: claimReviewFoot},
		annotationsFile(room),
		{Path: cslPath, Header: "[\n", Separator: ",\n", Footer: "\n]\n"},
		{Path: bibtexPath, Separator: "\n"},
	}
	for _, t := range []*table{&claimsTable, &findingsTable} {
		files = append(files,
			JoinedFile{Path: t.path(), Header: t.header()},
			JoinedFile{Path: t.spreadsheet(), Header: byteOrderMark + t.header()})
	}
	return files
}

// Story returns a story's share of the data, at most one chunk for a path.
func Story(room *factcheck.Newsroom, d *factcheck.Dossier) ([]site.Chunk, error) {
	var chunks []site.Chunk
	found := newPlaces(d)
	for _, c := range []struct {
		path    string
		records []any
	}{
		{claimsPath, claims(d, found)},
		{findingsPath, findings(d, found)},
		{articlesPath, articles(d)},
		{claimReviewPath, claimReviews(room, d)},
		{annotationsPath, annotations(room, d, found)},
	} {
		b, err := lines(c.records)
		if err != nil {
			return nil, err
		}
		chunks = append(chunks, site.Chunk{Path: c.path, Bytes: b, Records: len(c.records)})
	}
	for _, t := range []struct {
		*table
		rows func(*factcheck.Newsroom, *factcheck.Dossier, *places) (plain, safe []byte)
	}{
		{&claimsTable, claimRows},
		{&findingsTable, findingRows},
	} {
		plain, safe := t.rows(room, d, found)
		chunks = append(chunks, site.Chunk{Path: t.path(), Bytes: plain}, site.Chunk{Path: t.spreadsheet(), Bytes: safe})
	}
	csl, bibtex := citations(room, d)
	return append(chunks, csl, bibtex), nil
}

// Site returns the files that need no story: pages lists the paths of the
// site's pages, sorted.
func Site(room *factcheck.Newsroom, digests []factcheck.Digest, pages []string) []site.File {
	files := []site.File{
		{Path: ".nojekyll"}, // GitHub Pages is to serve the files as they are
		robots(room.Site.BaseURL),
		datapackage(room),
	}
	files = append(files, feeds(room, digests)...)
	if room.Site.BaseURL != "" {
		files = append(files, sitemap(room, pages, newChanges(room, digests))...)
	}
	return files
}

// indented writes a struct of texts, numbers and lists of them as JSON, which
// cannot fail.
func indented(v any, indent string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// lines writes records as JSON, one a line, commas between.
func lines(records []any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i, r := range records {
		if i > 0 {
			b.Truncate(b.Len() - 1)
			b.WriteString(",\n")
		}
		if err := e.Encode(r); err != nil {
			return nil, err
		}
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// A codePoints counts the code points before places in one text that are asked
// for in rising order, or near it.
type codePoints struct {
	text         string
	bytes, runes int
}

func (c *codePoints) at(offset int) int {
	if offset < c.bytes {
		c.bytes, c.runes = 0, 0
	}
	c.runes += utf8.RuneCountInString(c.text[c.bytes:offset])
	c.bytes = offset
	return c.runes
}
