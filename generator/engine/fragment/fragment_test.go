package fragment

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// In the table the passage stands between ⟦ and ⟧.
func passage(t testing.TB, marked string) (text string, start, end int) {
	before, rest, ok := strings.Cut(marked, "⟦")
	within, behind, ok2 := strings.Cut(rest, "⟧")
	if !ok || !ok2 {
		t.Fatalf("%q marks no passage", marked)
	}
	return before + within + behind, len(before), len(before) + len(within)
}

func TestTheLeastContextTellsAPassageApart(t *testing.T) {
	for _, c := range []struct{ text, prefix, suffix string }{
		{"The ⟦fire⟧ began at noon.", "", ""},
		{"The ⟦fire⟧ began at noon. A second fire broke out.", "The ", ""},
		{"A fire began. A ⟦fire⟧ broke out.", "", " broke"},
		{"A fire began. A ⟦fire⟧.", "", "."},
		{"No fire. No ⟦fire⟧", "fire. No ", ""},
		{"one two one two ⟦one⟧ two", "two one two ", ""},
		{"Fire\nA fire.\n⟦Fire⟧ came\nfire", "", " came"}, // not "fire.\n", though that is as short
		{"⟦one⟧ two one two one two", "", " two one two one"},
		{"c a ⟦b⟧ d, c a b e, x b d", "a ", " d"}, // neither side alone is enough
		{"A ⟦Fire⟧ here, the FIRE there", "A ", ""},
		{"un café, ⟦un cafe⟧", "café, ", ""},
		{"“Go!” he said. ⟦\"Go!\"⟧", "said. ", ""},
		{"fire in firewood: ⟦fire⟧", "firewood: ", ""}, // part of a word counts
		{"long-stalled talks, long-⟦stalled⟧ talks", "talks, long-", ""},
		{"first\n\nline ⟦line⟧", "line ", ""},
		{"x  ⟦ y ⟧ y", "", " y"},
		{"", "", ""},
		{"日本語の記事。⟦記事⟧を読む", "", "を読む"},
	} {
		if c.text == "" {
			continue
		}
		text, start, end := passage(t, c.text)
		prefix, suffix, ok := New(text).Context(0, start, end)
		if !ok || prefix != c.prefix || suffix != c.suffix {
			t.Errorf("%s: %q and %q, %v; want %q and %q", c.text, prefix, suffix, ok, c.prefix, c.suffix)
		}
	}
}

func TestPartsAreOneText(t *testing.T) {
	text := New("Fire", "", "Fire in town.")
	for _, c := range []struct {
		part, start, end int
		prefix, suffix   string
	}{
		{0, 0, 4, "", "\n\nFire"},
		{2, 0, 4, "", " in"},
	} {
		prefix, suffix, ok := text.Context(c.part, c.start, c.end)
		if !ok || prefix != c.prefix || suffix != c.suffix {
			t.Errorf("part %d: %q and %q, %v", c.part, prefix, suffix, ok)
		}
	}
}

func TestWhatCannotBeToldApartIsSaidToBe(t *testing.T) {
	for _, marked := range []string{"⟦⟧nothing", "blank ⟦ ⟧ blank", strings.Repeat("no ", 2000) + "⟦no⟧" + strings.Repeat(" no", 2000)} {
		text, start, end := passage(t, marked)
		if prefix, suffix, ok := New(text).Context(0, start, end); ok {
			t.Errorf("%.40q: %q and %q", marked, prefix, suffix)
		}
		if d, ok := New(text).Directive(0, start, end); ok {
			t.Errorf("%.40q: %s", marked, d)
		}
	}
	for _, place := range [][3]int{{-1, 0, 1}, {1, 0, 1}, {0, -1, 1}, {0, 2, 1}, {0, 0, 9}} {
		if _, _, ok := New("text").Context(place[0], place[1], place[2]); ok {
			t.Errorf("a place %v of a text that has it not", place)
		}
	}
}

func TestDirective(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The ⟦fire⟧ began.", "fire"},
		{"The ⟦fire⟧ began. A fire broke out.", "The-,fire"},
		{"A fire began. A ⟦fire⟧ broke out.", "fire,-broke"},
		{"c a ⟦b⟧ d, c a b e, x b d", "a-,b,-d"},
		{"He ⟦re⟧built it", "rebuilt"}, // whole words
		{"⟦“A, B & C – all-in”⟧ at 5%", "%E2%80%9CA%2C%20B%20%26%20C%20%E2%80%93%20all%2Din%E2%80%9D"},
		{"⟦5% of x=y#z?⟧", "5%25%20of%20x%3Dy%23z%3F"},
		{"one ⟦soft\u00adhyphen  and\u00a0blank⟧", "softhyphen%20and%20blank"},
		{"⟦The first line.\nThe second line.⟧", "The%20first%20line.,The%20second%20line."},
		{"Fire\nFire\n⟦Fire⟧", ""}, // the blocks around it may stand elsewhere on the page
		{"⟦" + strings.Repeat("One thing leads to another thing here. ", 1) + strings.Repeat("Then the story goes on and on. ", 4) + "It ends in a good way at last⟧. A new one.",
			"One%20thing%20leads%20to,good%20way%20at%20last"},
		{"⟦" + strings.Repeat("We will be there and so will they. ", 5) + "⟧ Nobody else.", ""},
	} {
		text, start, end := passage(t, c.text)
		got, ok := New(text).Directive(0, start, end)
		if ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s: %s, %v; want %s", c.text, got, ok, c.want)
		}
	}
}

func TestAddress(t *testing.T) {
	for _, c := range [][2]string{
		{"https://x.example/a", "https://x.example/a#:~:text=b"},
		{"https://x.example/a#top", "https://x.example/a#top:~:text=b"},
		{"https://x.example/a#:~:text=old", "https://x.example/a#:~:text=b"},
	} {
		if got := Address(c[0], "b"); got != c[1] {
			t.Errorf("%s: %s", c[0], got)
		}
	}
}

// resolve reads a directive as the specification's “find a range from a text
// directive” does, with word boundaries and without case, over lines as blocks.
// It shares nothing with the code but the specification.
func resolve(text, directive string) (start, end int, ok bool) {
	var prefix, first, last, suffix string
	pieces := strings.Split(directive, ",")
	if s, has := strings.CutSuffix(pieces[0], "-"); has {
		prefix, pieces = s, pieces[1:]
	}
	if s, has := strings.CutPrefix(pieces[len(pieces)-1], "-"); has {
		suffix, pieces = s, pieces[:len(pieces)-1]
	}
	first = pieces[0]
	if len(pieces) > 1 {
		last = pieces[1]
	}
	for _, p := range []*string{&prefix, &first, &last, &suffix} {
		*p, _ = url.PathUnescape(*p)
	}
	find := func(query string, from int, startBounded, endBounded bool) (int, int) {
		var b strings.Builder
		for _, w := range strings.Fields(query) {
			if b.Len() > 0 {
				b.WriteString(`[\p{Z}\x{85}\t\v\f]+`)
			}
			for _, r := range w {
				b.WriteString(regexp.QuoteMeta(string(r)) + "[\u00ad\u200b-\u200f\u2060\ufeff]*")
			}
		}
		re := regexp.MustCompile(`(?i)` + b.String())
		for at := from; at <= len(text); {
			m := re.FindStringIndex(text[at:])
			if m == nil {
				return -1, -1
			}
			s, e := at+m[0], at+m[1]
			if (!startBounded || bounded(text, s)) && (!endBounded || bounded(text, e)) {
				return s, e
			}
			_, n := utf8.DecodeRuneInString(text[s:])
			at = s + max(n, 1)
		}
		return -1, -1
	}
	skip := func(i int) int {
		for i < len(text) {
			r, n := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsSpace(r) {
				break
			}
			i += n
		}
		return i
	}
	mustEnd := last != "" || suffix == ""
	for search := 0; search <= len(text); {
		var s, e int
		if prefix != "" {
			ps, pe := find(prefix, search, true, false)
			if ps < 0 {
				return
			}
			search = ps + 1
			at := skip(pe)
			if s, e = find(first, at, false, mustEnd); s < 0 {
				return
			}
			if s != at {
				continue
			}
		} else {
			if s, e = find(first, search, true, mustEnd); s < 0 {
				return
			}
			search = s + 1
		}
		for from := e; from <= len(text); {
			if last != "" {
				_, le := find(last, from, true, suffix == "")
				if le < 0 {
					return
				}
				e = le
			}
			if suffix == "" {
				return s, e, true
			}
			at := skip(e)
			ss, _ := find(suffix, at, false, true)
			if ss < 0 {
				return
			}
			if ss == at {
				return s, e, true
			}
			if last == "" {
				break
			}
			from = e
		}
	}
	return
}

// bounded is a looser and simpler boundary than UAX #29: not between two letters
// or digits.
func bounded(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return i == 0 || i == len(text) || !letter(before) || !letter(after)
}

func FuzzPassagesAreToldApart(f *testing.F) {
	for _, marked := range []string{
		"The ⟦fire⟧ began. A second fire.", "one two one two ⟦one⟧ two", "“Go,” he ⟦said. \"Go\"⟧", "a\nb\n⟦a\nb c d e f⟧\n",
		"c a ⟦b⟧ d, c a b e, x b d", "İstanbul'da ⟦ıssız⟧ İ", "e\u0301 ⟦é⟧ E", "ﬁre ⟦fire⟧", "日本語 ⟦日本⟧", "x\u00ad y ⟦x⟧", "\xff⟦\xfe⟧\xff",
		"⟦We will be there and so will they, and so will all the others that have been there before them and will be there again and again⟧ and again",
	} {
		text, start, end := passage(f, marked)
		f.Add(text, start, end)
	}
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		if start < 0 || end < start || end > len(s) || len(s) > 4000 || !utf8.ValidString(s) {
			return
		}
		if !utf8.ValidString(s[:start]) || !utf8.ValidString(s[start:end]) {
			return
		}
		text := New(s)
		prefix, suffix, ok := text.Context(0, start, end)
		if ok {
			whole := prefix + s[start:end] + suffix
			i := strings.Index(s, whole)
			if i != start-len(prefix) || strings.Contains(s[i+1:], whole) {
				t.Errorf("%q + %q + %q stands at %d, and again", prefix, s[start:end], suffix, i)
			}
		}
		d, ok := text.Directive(0, start, end)
		if !ok {
			return
		}
		from, to, found := resolve(s, d)
		a, b := trimmed(s, start, end)
		if !found || from > a || to < b || strings.ContainsFunc(s[from:a], unicode.IsSpace) || strings.ContainsFunc(strings.TrimRightFunc(s[b:to], unseen), unicode.IsSpace) {
			t.Errorf("%s leads to %d:%d, %v, not %d:%d of %q", d, from, to, found, a, b, s)
		}
	})
}
