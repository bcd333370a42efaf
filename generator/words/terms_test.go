package words

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

var escapes = regexp.MustCompile(`\\u\{([0-9a-f]+)\}`)

func termCases(t testing.TB) (cases [][2]string) {
	t.Helper()
	file, err := os.ReadFile("testdata/terms.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		text, terms, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			t.Fatalf("no tabulator in %q", line)
		}
		text = escapes.ReplaceAllStringFunc(text, func(s string) string {
			n, _ := strconv.ParseUint(s[3:len(s)-1], 16, 32)
			return string(rune(n))
		})
		cases = append(cases, [2]string{text, terms})
	}
	return cases
}

func TestTerms(t *testing.T) {
	for _, c := range termCases(t) {
		if got := strings.Join(Terms(c[0]), " "); got != c[1] {
			t.Errorf("Terms(%q)\n got %q\nwant %q", c[0], got, c[1])
		}
	}
}

// Whatever the text, a term is a word of its own and stays what it is; so every
// word of a text can be searched for.
func FuzzTerms(f *testing.F) {
	for _, c := range termCases(f) {
		f.Add(c[0])
	}
	f.Fuzz(func(t *testing.T, text string) {
		plain := Plain(text)
		if again := Plain(plain); again != plain {
			t.Fatalf("Plain(%q) = %q, and of that %q", text, plain, again)
		}
		for _, term := range Terms(text) {
			if n := utf8.RuneCountInString(term); n == 0 || n > maxTerm {
				t.Fatalf("a term of %d characters: %q", n, term)
			}
			if again := Terms(term); !slices.Contains(again, term) {
				t.Fatalf("Terms(%q) has %q, but of that makes %q", text, term, again)
			}
		}
	})
}
