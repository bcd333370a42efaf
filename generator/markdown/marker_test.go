package markdown

import (
	"strings"
	"testing"
)

func TestMarkersStandAloneOrAreNone(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"a\n\n{{verdicts}}\n\nb", "verdicts"},
		{"a\n{{verdicts}}\nb", "verdicts"},
		{"{{ verdicts }}", "verdicts"},
		{"  {{verdicts}}  \n", "verdicts"},
		{"see {{verdicts}} here", "(verdicts)"},
		{"- {{verdicts}}", "(verdicts)"},
		{"> {{verdicts}}", "(verdicts)"},
		{"## {{verdicts}}", "(verdicts)"},
		{"{{verdict}}\n\n{{corrections}}", "verdict corrections"},
		{"{{}}", ""},
		{"```\n{{verdicts}}\n```\n", ""},
		{"~~~\n{{verdicts}}\n~~~\n", ""},
		{"a\n\n    {{verdicts}}\n", ""},
		{"`{{verdicts}}`", ""},
		{"{verdicts}", ""},
	} {
		var got []string
		for _, m := range Markers(test.src) {
			word := m.Word
			if !m.Alone {
				word = "(" + word + ")"
			}
			got = append(got, word)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q: %q, want %q", test.src, got, test.want)
		}
	}
}

// A footnote may stand on the other side of a marker, and what the editor wrote
// never passes for the place of one.
func TestProseAroundAMarkerIsOneText(t *testing.T) {
	src := "{{}}\n\nOne.[^n]\n## Two\n{{verdicts}}\n## Two\n{{}}\n\n[^n]: Three."
	var alone []Marker
	for _, m := range Markers(src) {
		if m.Word == "verdicts" {
			alone = append(alone, m)
		}
	}
	pieces := ProseAround(src, alone, ProseOptions{})
	if len(pieces) != 2 {
		t.Fatalf("%d pieces: %q", len(pieces), pieces)
	}
	for i, wants := range [][]string{{"<p>{{}}</p>", "One.<sup", `id="two"`}, {`id="two-2"`, "{{}}", "Three."}} {
		for _, want := range wants {
			if !strings.Contains(pieces[i], want) {
				t.Errorf("piece %d has no %s: %s", i, want, pieces[i])
			}
		}
	}
	if strings.Contains(pieces[0]+pieces[1], "verdicts") {
		t.Error("the marker is printed")
	}
	if got := ProseAround("a", nil, ProseOptions{}); len(got) != 1 || got[0] != "<p>a</p>\n" {
		t.Errorf("%q", got)
	}
}
