package quotation

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// Whatever the text, spans lie inside it and nest, and the same text gives the
// same answer.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"“He told me, ‘Go,’ and I went,” she said.", "'It's a boys' game, isn't it?' she asked.", "“We came.\n“We left, Quill said.\n\nIt “rained\" today.",
		"«a »b« c»", "\"\"\"'''``“”‘’„‚", "said said said “x” he he said", "5'11\" 6' 2\"", "According to Ada Quill, “x”, “y”. “z.” She said.", "\xff“\xfe”\x80",
		"\u2028“a\u2029b”\r\n‘", strings.Repeat("‘A \"b ", 40),
	} {
		f.Add(seed, 3, 9)
	}
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		got := Read(text)
		for i, q := range got.Quotations {
			if q.Start < 0 || q.Start > q.Inner.Start || q.Inner.Start > q.Inner.End || q.Inner.End > q.End || q.End > len(text) || q.Start == q.End {
				t.Fatalf("%q: %+v is not inside", text, q)
			}
			if q.Saying < -1 || q.Saying >= len(got.Sayings) {
				t.Fatalf("%q: no saying %d", text, q.Saying)
			}
			if q.Closed && q.Continues {
				t.Fatalf("%q: %+v closes and goes on", text, q)
			}
			if i == 0 {
				continue
			}
			before := got.Quotations[i-1]
			if q.Start <= before.Start || q.Depth > before.Depth+1 {
				t.Fatalf("%q: %+v behind %+v", text, q, before)
			}
			for _, other := range got.Quotations[:i] {
				if other.End > q.Start && other.End < q.End {
					t.Fatalf("%q: %+v crosses %+v", text, q, other)
				}
			}
		}
		last := -1
		for _, fault := range got.Faults {
			if fault.Start <= last || fault.Start >= fault.End || fault.End > len(text) || fault.Context.Start < 0 || fault.Context.Start >= fault.Context.End || fault.Context.End > len(text) {
				t.Fatalf("%q: fault %+v", text, fault)
			}
			last = fault.Start
		}
		last = -1
		for _, s := range got.Sayings {
			if s.Start <= last || s.Start >= s.End || s.End > len(text) || s.Speaker.Start > s.Speaker.End || s.Speaker.End > len(text) || s.Sentence.Start > s.Start || s.Sentence.End < s.End || s.Class == NoClass {
				t.Fatalf("%q: saying %+v", text, s)
			}
			last = s.Start
		}
		if again := Read(text); !reflect.DeepEqual(got, again) {
			t.Fatalf("%q: not the same twice", text)
		}
		if 0 <= start && start <= end && end <= len(text) {
			got.Introduces(start, end)
		}
		// Marks in letters' stead change nothing outside: a text without any
		// mark has no quotation and no fault.
		bare := strings.Map(func(r rune) rune {
			if strings.ContainsRune("\"'`“”„‟‘’‚‛«»‹›「」『』\ufffd", r) {
				return 'x'
			}
			return r
		}, text)
		if b := Read(bare); len(b.Quotations)+len(b.Faults) > 0 {
			t.Fatalf("%q: marks without marks", bare)
		}
	})
}

func FuzzCompare(f *testing.F) {
	f.Add("Ada Quill", "Quill")
	f.Add("Moutlaq al-Qahtani", "-")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Speaker{Name: a, Person: true}, Speaker{Name: b, Person: true}
		if Compare(x, y) != Compare(y, x) {
			t.Fatalf("%q and %q: the order matters", a, b)
		}
		if Compare(x, x) == Different {
			t.Fatalf("%q differs from itself", a)
		}
	})
}

// An article of 60 sentences, and texts that are all marks or all verbs.
func BenchmarkRead(b *testing.B) {
	article := "Mayor Ada Quill said on Monday that the dam “will hold until the spring”, but Bo Berg, 61, denied it.\n“We’ve seen worse in the ’90s,” he told reporters. “It ‘will’ hold.”\nThe builder, which has 200 workers, didn’t comment on the boys’ claims.\n"
	for _, kind := range [][2]string{{"article", article}, {"marks", "‘A “b \"c 'd ’e "}, {"verbs", "he said Ada Quill, Bo Berg said "}, {"closed", "“a” "}, {"capitals", "Ada Quill "}, {"commas", "“‘a, he, ” "}, {"lines", "‘A\n“b, he said.\n"}} {
		name, unit := kind[0], kind[1]
		for _, size := range []int{1 << 12, 1 << 14, 1 << 16, 1 << 18} {
			text := strings.Repeat(unit, size/len(unit))
			b.Run(fmt.Sprintf("%s/%dKB", name, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for range b.N {
					Read(text)
				}
			})
		}
	}
}
