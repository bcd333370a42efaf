package words

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func texts(text string) []string {
	var s []string
	for _, t := range Tokens(text) {
		s = append(s, text[t.Start:t.End])
	}
	return s
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"":                                "",
		"He said “no”.":                   "He said “ no ” .",
		"O’Brien's long-stalled talks":    "O’Brien's long-stalled talks",
		"the U.S. left at 5 a.m. today":   "the U.S. left at 5 a.m. today",
		"7,792 children, 3.5%":            "7,792 children , 3.5 %",
		"on the 18th, a 12-year-old":      "on the 18th , a 12-year-old",
		"wait... what -- no":              "wait ... what -- no",
		"(…) we":                          "( … ) we",
		"soft\u00adhyphen zero\u200bwide": "soft\u00adhyphen zero\u200bwide",
		"end of J. Then":                  "end of J . Then",
		"café cafe\u0301":                 "café cafe\u0301",
	} {
		if got := strings.Join(texts(text), " "); got != want {
			t.Errorf("Tokens(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "",
		"  “It’s” \u00a0 a\n\n–  b… ": `"It's" a - b...`,
		"cafe\u0301 ‘x’":              "café 'x'",
		"soft\u00adhyphen":            "softhyphen",
		"a\u2009b\u202fc":             "a b c",
		"\xff bad \xf0\x9f":           "\xff bad \xf0\x9f",
		"«kept» ":                     "«kept»",
	} {
		f := Fold(text)
		if f.Text != want {
			t.Errorf("Fold(%q) = %q, want %q", text, f.Text, want)
		}
	}
}

func TestOriginLeadsBack(t *testing.T) {
	text := "He  said: “We’re\nready…” —\u00a0twice"
	f := Fold(text)
	i := strings.Index(f.Text, `"We're ready..."`)
	from, to := f.Origin(i, i+len(`"We're ready..."`))
	if got := text[from:to]; got != "“We’re\nready…”" {
		t.Errorf("origin is %q", got)
	}
	dots := strings.Index(f.Text, "...")
	if f.Whole(dots+1, dots+3) || !f.Whole(dots, dots+3) {
		t.Error("a stretch that begins inside an ellipsis is not whole")
	}
}

func TestSentences(t *testing.T) {
	text := "Mr. Hill left. “We stay,” he said. “Why?” It rained at 3.5 mm… in the U.S. South.\nNext line without stop\nIt ended at 5 p.m. Then dark."
	want := []string{"Mr. Hill left.", "“We stay,” he said.", "“Why?”", "It rained at 3.5 mm… in the U.S. South.",
		"Next line without stop", "It ended at 5 p.m.", "Then dark."}
	var got []string
	for _, s := range Sentences(text) {
		got = append(got, text[s.Start:s.End])
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	at := SentenceAt(text, strings.Index(text, "said"))
	if text[at.Start:at.End] != "“We stay,” he said." {
		t.Errorf("SentenceAt = %q", text[at.Start:at.End])
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "“It’s” a – b…", "cafe\u0301", "\xff\xc3", "U.S. p.m.", "a\u0301\u0301\u00ad\u200b "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, k := range Tokens(text) {
			if k.Start < last || k.End <= k.Start || k.End > len(text) {
				t.Fatalf("token %v after %d in %q", k, last, text)
			}
			for _, r := range text[last:k.Start] {
				if !unicode.IsSpace(r) && !ignorable(r) {
					t.Fatalf("%q between tokens of %q", r, text)
				}
			}
			last = k.End
		}
		folded := Fold(text)
		if len(folded.starts) != len(folded.Text) || utf8.ValidString(text) && !utf8.ValidString(folded.Text) {
			t.Fatalf("Fold(%q) = %q", text, folded.Text)
		}
		if again := Fold(folded.Text).Text; utf8.ValidString(text) && again != folded.Text {
			t.Fatalf("folding %q twice: %q, then %q", text, folded.Text, again)
		}
		last = 0
		for i := range folded.starts {
			if int(folded.starts[i]) < last || folded.ends[i] <= folded.starts[i] || int(folded.ends[i]) > len(text) {
				t.Fatalf("origin of byte %d of %q: %d to %d", i, folded.Text, folded.starts[i], folded.ends[i])
			}
			last = int(folded.starts[i])
		}
		last = 0
		for _, s := range Sentences(text) {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("sentence %v after %d in %q", s, last, text)
			}
			last = s.End
		}
	})
}

func BenchmarkFold(b *testing.B) {
	text := strings.Repeat("“It’s a long-stalled round of talks,” he said – twice. ", 60)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Fold(text)
	}
}
