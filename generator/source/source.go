// Package source holds files as they were written and places in them.
//
// Everything inside the program counts in bytes. Lines and columns are worked
// out once, at the edge, by [File.Position].
package source

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// A File is a file as it was read: its path relative to the content folder,
// with forward slashes, and its text, unchanged. A File is never modified and
// may be shared between goroutines.
type File struct {
	Path string
	Text string

	once  sync.Once
	lines []int // byte offset at which each line begins
}

// New returns the file with that path and text.
func New(path, text string) *File { return &File{Path: path, Text: text} }

// A Span is the stretch File.Text[Start:End]. The zero Span is nowhere: it
// belongs to no file.
type Span struct {
	File       *File
	Start, End int
}

// Span returns the stretch from start to end, both clipped to the file.
func (f *File) Span(start, end int) Span {
	start = max(0, min(start, len(f.Text)))
	return Span{f, start, max(start, min(end, len(f.Text)))}
}

// Text returns the words that the span covers, "" for the zero Span.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	return s.File.Text[s.Start:s.End]
}

// A Position is a place as people and editors count it: lines from 1, columns
// from 1 in Unicode code points.
type Position struct{ Line, Column int }

// Position returns the line and column of a byte offset. An offset behind the
// end counts as the end.
func (f *File) Position(offset int) Position {
	f.index()
	offset = max(0, min(offset, len(f.Text)))
	line := sort.SearchInts(f.lines, offset+1) // lines[line-1] <= offset
	start := f.lines[line-1]
	return Position{line, utf8.RuneCountInString(f.Text[start:offset]) + 1}
}

// Line returns the text of line n, counted from 1, without its line break, and
// the byte offset at which it begins; "" and the end where there is no such
// line.
func (f *File) Line(n int) (text string, start int) {
	f.index()
	if n < 1 || n > len(f.lines) {
		return "", len(f.Text)
	}
	start = f.lines[n-1]
	end := len(f.Text)
	if n < len(f.lines) {
		end = f.lines[n]
	}
	return strings.TrimRight(f.Text[start:end], "\r\n"), start
}

// Lines returns the number of lines; a file that ends in a line break has an
// empty last line.
func (f *File) Lines() int {
	f.index()
	return len(f.lines)
}

func (f *File) index() {
	f.once.Do(func() {
		f.lines = append(f.lines, 0)
		for i := 0; i < len(f.Text); i++ {
			switch f.Text[i] {
			case '\n':
				f.lines = append(f.lines, i+1)
			case '\r':
				if i+1 == len(f.Text) || f.Text[i+1] != '\n' {
					f.lines = append(f.lines, i+1)
				}
			}
		}
	})
}
