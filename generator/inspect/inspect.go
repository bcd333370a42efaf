// Package inspect shows what the engines see: for each line of JSON that comes
// in, one line of JSON goes out, in the same order.
//
// Offsets in questions and answers count Unicode code points, ends exclusive.
// Each engine has a file of its own. To add one, write its file and name it in
// [Calls].
package inspect

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// A Call is one question that an engine answers.
type Call struct {
	Name string
	Help string // one line
	In   string // the form of a line in
	Out  string // the form of a line out

	answer func(line []byte) (any, error)
}

// Calls returns all calls, sorted by name.
func Calls() []Call { return []Call{dates, figures, quotations, quotes, suggestions, wordings} }

// A LineError is a line that cannot be answered.
type LineError struct {
	Line int // from 1
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }
func (e *LineError) Unwrap() error { return e.Err }

// Run answers line by line until the end of in. Blank lines are passed over. A
// line that is not understood ends it with a [*LineError]; the answers to those
// before have been written.
func (c *Call) Run(in io.Reader, out io.Writer) (err error) {
	r := bufio.NewReaderSize(in, 1<<16)
	w := bufio.NewWriterSize(out, 1<<16)
	defer func() { err = errors.Join(err, w.Flush()) }()
	encode := json.NewEncoder(w)
	encode.SetEscapeHTML(false)
	for n := 1; ; n++ {
		line, readErr := r.ReadBytes('\n')
		if readErr != nil && readErr != io.EOF {
			return readErr
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			answer, err := c.answer(line)
			if err != nil {
				return &LineError{n, err}
			}
			if err := encode.Encode(answer); err != nil {
				return err
			}
		}
		if readErr == io.EOF {
			return nil
		}
		if r.Buffered() == 0 { // whoever asks line by line wants the answer now
			if err := w.Flush(); err != nil {
				return err
			}
		}
	}
}

// decode reads a line into a struct of pointers and values; the names in
// required must be there.
func decode(line []byte, into any, required ...string) error {
	if !utf8.Valid(line) {
		return errors.New("not UTF-8")
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		return plainer(err, "the line")
	}
	for _, name := range required {
		if _, ok := fields[name]; !ok {
			return fmt.Errorf("“%s” is missing", name)
		}
	}
	if err := json.Unmarshal(line, into); err != nil {
		return plainer(err, "the line")
	}
	return nil
}

// plainer says what is wrong with JSON in words that name no Go type.
func plainer(err error, what string) error {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong) && wrong.Field != "":
		return fmt.Errorf("“%s” is of the wrong type, a %s", wrong.Field, wrong.Value)
	case errors.As(err, &wrong):
		return fmt.Errorf("%s is a JSON %s, not an object", what, wrong.Value)
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON, at byte %d: %v", syntax.Offset, err)
	}
	return err
}

// A span is a stretch of text in code points.
type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A counter turns byte offsets of one text into code points. Asked for spans in
// rising order of their starts and of their ends, overlapping or not, it goes
// through the text twice in all.
type counter struct {
	text       string
	start, end cursor
}

// A cursor is a place of the text, counted both ways.
type cursor struct{ bytes, runes int }

func (c *cursor) at(text string, offset int) int {
	if offset < c.bytes {
		c.runes -= utf8.RuneCountInString(text[offset:c.bytes])
	} else {
		c.runes += utf8.RuneCountInString(text[c.bytes:offset])
	}
	c.bytes = offset
	return c.runes
}

func (c *counter) span(start, end int) span {
	return span{c.start.at(c.text, start), c.end.at(c.text, end)}
}
