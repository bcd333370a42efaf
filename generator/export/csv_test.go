package export

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWhatSpreadsheetsTakeForAFormula(t *testing.T) {
	for cell, want := range map[string]bool{
		"": false, "plain": false, "a=b": false, "3": false, "(–1)": false, "“We”": false, "'": false, "—": false,
		"=1+1": true, "+1": true, "-1": true, "@SUM(1)": true, "\tx": true, "\rx": true, "\nx": true,
		" =1": true, "\u00a0=1": true, "\u200b=1": true, "'=1": true, `"=1`: true, "“=1": true, "“@handle said”": true,
		"＝1": true, "−1": true, ";=1": true, ",=1": true,
	} {
		if got := formula(cell); got != want {
			t.Errorf("%q: %v", cell, got)
		}
	}
}

// What is written is read again, byte for byte; from the double too, by taking
// the first character of what could be a formula away.
func FuzzCells(f *testing.F) {
	for _, s := range []string{"", "a,b", "say \"hi\"", "=1\r\n", "'=1", " x ", "\r", "\n", "\"", "a\x00b"} {
		f.Add(s, "x")
		f.Add("x", s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		var w csvWriter
		w.cell(a)
		w.cell(b)
		w.end()
		if got := readRow(t, w.plain.String()); len(got) != 2 || got[0] != a || got[1] != b {
			t.Errorf("%q and %q were read as %q", a, b, got)
		}
		safe := readRow(t, w.safe.String())
		for i, cell := range safe {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
				t.Errorf("%q can be a formula", cell)
			}
			if formula(cell) {
				safe[i] = cell[1:]
			}
		}
		if len(safe) != 2 || safe[0] != a || safe[1] != b {
			t.Errorf("%q and %q came back as %q", a, b, safe)
		}
	})
}

// readRow reads one row of RFC 4180.
func readRow(t *testing.T, row string) (cells []string) {
	t.Helper()
	for row != "" {
		cell := ""
		if quoted, ok := strings.CutPrefix(row, `"`); ok {
			for {
				i := strings.IndexByte(quoted, '"')
				if i < 0 {
					t.Fatalf("%q does not end", row)
				}
				cell += quoted[:i]
				quoted = quoted[i+1:]
				if !strings.HasPrefix(quoted, `"`) {
					break
				}
				cell += `"`
				quoted = quoted[1:]
			}
			row = quoted
		} else {
			i := strings.IndexAny(row, ",\r\n\"")
			cell, row = row[:i], row[i:]
		}
		cells = append(cells, cell)
		if row == "\r\n" {
			return cells
		}
		if !strings.HasPrefix(row, ",") {
			t.Fatalf("%q stands behind a cell", row)
		}
		row = row[1:]
		if row == "\r\n" {
			return append(cells, "")
		}
	}
	t.Fatal("the row does not end")
	return nil
}
