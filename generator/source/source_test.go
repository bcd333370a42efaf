package source

import "testing"

func TestPosition(t *testing.T) {
	f := New("a.txt", "one\n„zwei“ drei\r\nvier\rfünf\n")
	for _, c := range []struct {
		offset, line, column int
	}{
		{0, 1, 1}, {3, 1, 4}, {4, 2, 1}, {7, 2, 2}, {15, 2, 8},
		{21, 3, 1}, {26, 4, 1}, {32, 5, 1}, {99, 5, 1}, {-1, 1, 1},
	} {
		if got := f.Position(c.offset); got != (Position{c.line, c.column}) {
			t.Errorf("Position(%d) = %d:%d, want %d:%d", c.offset, got.Line, got.Column, c.line, c.column)
		}
	}
}

func TestLine(t *testing.T) {
	f := New("a.txt", "one\r\ntwo\n\nlast")
	for n, want := range map[int]string{0: "", 1: "one", 2: "two", 3: "", 4: "last", 5: ""} {
		if got, _ := f.Line(n); got != want {
			t.Errorf("Line(%d) = %q, want %q", n, got, want)
		}
	}
	if f.Lines() != 4 {
		t.Errorf("Lines() = %d, want 4", f.Lines())
	}
}

func TestSpan(t *testing.T) {
	f := New("a.txt", "hello")
	if got := f.Span(1, 3).Text(); got != "el" {
		t.Errorf("Span(1, 3) = %q", got)
	}
	if got := f.Span(-4, 99).Text(); got != "hello" {
		t.Errorf("a span is clipped to its file, got %q", got)
	}
	if got := (Span{}).Text(); got != "" {
		t.Errorf("the zero span has text %q", got)
	}
}
