package render

import "testing"

func TestSheetsGoAsFarAsTheirMarks(t *testing.T) {
	for _, test := range []struct{ style, whole, claim, lost string }{
		{"a{}/*!404*/b{}/*!claim*/c{}", "a{}b{}c{}", "a{}b{}", "a{}"},
		{"a{}/*!404*/b{}", "a{}b{}", "a{}b{}", "a{}"},
		{"/*! a licence */a{}", "/*! a licence */a{}", "/*! a licence */a{}", "/*! a licence */a{}"},
	} {
		whole, claim, lost := sheets(test.style)
		if whole != test.whole || claim != test.claim || lost != test.lost {
			t.Errorf("sheets(%q) = %q, %q, %q", test.style, whole, claim, lost)
		}
	}
}
