package words

import (
	"strings"
	"testing"
)

func TestIsolate(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"A “plain” title – é…": "A “plain” title – é…",
		"عنوان (2021)":         "\u2068عنوان (2021)\u2069",
		"mixed עברית":          "\u2068mixed עברית\u2069",
		"over\u202Eride":       "\u2068override\u2069",
		"close\u2069d":         "\u2068closed\u2069",
		"a mark\u200F":         "\u2068a mark\u200F\u2069",
	} {
		if got := Isolate(in); got != want {
			t.Errorf("Isolate(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestRightToLeft(t *testing.T) {
	for _, test := range []struct {
		in         string
		rtl, known bool
	}{
		{"", false, false}, {"123 – “!”", false, false}, {"News", false, true}, {"أخبار", true, true}, {"חדשות (BBC)", true, true},
		{"The word سلام means peace", false, true}, {strings.Repeat("سلام ", 500) + strings.Repeat("long tail ", 1000), true, true},
		{"ދިވެހި", true, true}, {"𞤀𞤣𞤤𞤢𞤥", true, true}, {"ᚠᚢᚦ", false, true},
	} {
		if rtl, known := RightToLeft(test.in); rtl != test.rtl || known != test.known {
			t.Errorf("RightToLeft(%.30q) = %v, %v", test.in, rtl, known)
		}
	}
}
