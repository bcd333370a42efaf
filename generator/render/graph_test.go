package render

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/factcheck"
)

// comparisonOf collates wordings; the first is the base.
func comparisonOf(texts ...string) *comparison {
	e := &factcheck.ExaminedCase{Apart: make([]bool, len(texts))}
	var witnesses []collate.Witness
	for i, text := range texts {
		siglum := string(rune('A' + i))
		witnesses = append(witnesses, collate.Witness{ID: siglum, Text: text})
		e.Witnesses = append(e.Witnesses, factcheck.Witness{Siglum: siglum, Text: text})
	}
	e.Table = collate.Collate(witnesses)
	c := compared(e)
	return &c
}

var graphCases = map[string][]string{
	"two":       {"The baths will close on 3 March", "The baths will not close on 13 March"},
	"omissions": {"In spite of the military gains and advances, the Islamic Emirate strenuously favours a political settlement", "Despite military wins, the Taliban favour a settlement", "despite the group’s “military gains and advances, the Islamic Emirate strenuously favors a political settlement", "the Emirate favours a settlement"},
	"long word": {"The " + strings.Repeat("Donaudampfschifffahrt", 12) + " is shut", "The " + strings.Repeat("Eisenbahnknotenpunkt", 12) + " is open"},
	"wide":      {"MMMM WWWW MMMM WWWW mmmm wwww said nothing", "MMMM WWWW 会議は火曜日に終わった mmmm wwww said something else entirely"},
	"hostile":   {`He said <b>"no" & more</b>`, `He said <script>alert('x')</script>`},
	"many":      {"one said yes", "two said no", "three said maybe", "four said never", "five said nothing", "six said it"},
}

// The words of every source can be read off along its way through the picture,
// but for capitals and marks, as in the table.
func TestEverySourceCanBeReadAlongItsWay(t *testing.T) {
	fold := func(s string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(" ,.;:“”‘’\"'", r) {
				return -1
			}
			return r
		}, strings.ToLower(s))
	}
	for name, texts := range graphCases {
		c := comparisonOf(texts...)
		g := layout(c.graphPlaces(), c)
		for w, text := range texts {
			var way strings.Builder
			for _, l := range g.lines {
				for _, p := range l.places {
					for _, r := range p.readings {
						for _, has := range r.witnesses {
							if has == w {
								way.WriteString(strings.Join(r.lines, " ") + " ")
							}
						}
					}
				}
			}
			if fold(way.String()) != fold(text) {
				t.Errorf("%s: source %d reads %q, want %q", name, w, way.String(), text)
			}
		}
	}
}

// Boxes keep apart and within the picture, which is no wider than it may be, and
// the words keep within their boxes.
func TestBranchesHaveRoom(t *testing.T) {
	type box struct{ x, y, w, h int }
	for name, texts := range graphCases {
		c := comparisonOf(texts...)
		g := layout(c.graphPlaces(), c)
		if g.width > graphWidth {
			t.Errorf("%s: %d px wide", name, g.width)
		}
		var boxes []box
		for _, l := range g.lines {
			for _, p := range l.places {
				top := 0
				for _, r := range p.readings {
					b := box{p.x, r.y, p.width, r.height}
					if b.x < 0 || b.y < 0 || b.x+b.w > g.width || b.y+b.h > g.height {
						t.Errorf("%s: %q lies outside at %+v of %d × %d", name, r.words, b, g.width, g.height)
					}
					for _, other := range boxes {
						if b.x < other.x+other.w && other.x < b.x+b.w && b.y < other.y+other.h && other.y < b.y+b.h {
							t.Errorf("%s: %q at %+v overlaps %+v", name, r.words, b, other)
						}
					}
					boxes = append(boxes, b)
					for _, line := range r.lines {
						if n := textWidth(line, wordSize); n > p.width {
							t.Errorf("%s: %q is %d px wide in a box of %d", name, line, n, p.width)
						}
					}
					if top == 0 || r.y < top {
						top = r.y
					}
				}
				if p.title != "" && (p.titleY > top || p.titleY < labelSize) {
					t.Errorf("%s: the title of a place stands at %d, its boxes begin at %d", name, p.titleY, top)
				}
			}
		}
		if svg := string(g.draw(c)); strings.Contains(svg, "<script") || !strings.Contains(svg, "<title id=") || !strings.Contains(svg, "<desc id=") {
			t.Errorf("%s: %s", name, svg)
		}
	}
}

// A word may be as long as a text; broken letter by letter it took minutes.
func TestLongWordsAreBrokenAtOnce(t *testing.T) {
	const letters = 400_000
	began := time.Now()
	lines := broken("so "+strings.Repeat("a", letters)+" on", graphNode, wordSize)
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
	if got := strings.Join(lines, ""); strings.Count(got, "a") != letters || len(lines) < 1000 || !strings.HasSuffix(got, "a on") {
		t.Errorf("%d lines, %d letters", len(lines), len(got))
	}
}

func TestSomeGraphsAreLeftOut(t *testing.T) {
	var many []string
	for i := range 12 {
		many = append(many, fmt.Sprintf("the number %d is what source %d has", i*7, i))
	}
	for name, test := range map[string]struct {
		texts []string
		none  string
	}{
		"too many readings": {many, "tangle"},
		"right to left":     {[]string{"قال الرئيس نعم اليوم", "قال الرئيس لا اليوم"}, "right to left"},
		"all the same":      {[]string{"the same words", "the same words"}, ""},
	} {
		if picture, none := comparisonOf(test.texts...).variantGraph(); picture != "" || !strings.Contains(none, test.none) || test.none == "" && none != "" {
			t.Errorf("%s: %q %s", name, none, picture)
		}
	}
}

func TestPreviewsAreShortAndMarked(t *testing.T) {
	long := strings.Repeat("Before it there were many words. ", 3) + strings.Repeat("and so on ", 60) + "here is the quote" + strings.Repeat(" and on it went", 60) + ". Then no more."
	at := strings.Index(long, "here is")
	for name, test := range map[string]struct {
		text, quote, around, mark string
	}{
		"a sentence":   {"One. He said the pier is shut today. Two.", "the pier is shut", "He said the pier is shut today.", "the pier is shut"},
		"two of them":  {"One. He came. She went home. Two.", "came. She went", "He came. She went home.", "came. She went"},
		"inside words": {"The unforgettable day.", "forget", "The unforgettable day.", "forget"},
		"line breaks":  {"A first  line.\nA second\tline of it.", "second\tline", "A second line of it.", "second line"},
	} {
		start := strings.Index(test.text, test.quote)
		if around, mark := preview(test.text, start, start+len(test.quote), start+len(test.quote)); around != test.around || mark != test.mark {
			t.Errorf("%s: %q, %q", name, around, mark)
		}
	}
	around, mark := preview(long, at, at+len("here is the quote"), at+len("here is the quote"))
	if n := len([]rune(around)); n > maxPreview || n < maxPreview/2 || mark != "here is the quote" || !strings.Contains(around, " "+mark+" ") || !strings.HasPrefix(around, "…") || !strings.HasSuffix(around, "…") {
		t.Errorf("%d letters: %q", n, around)
	}
	if around, mark := preview(long, 0, len(long), len(long)); len([]rune(around)) > maxPreview || !strings.HasPrefix(around, mark) || mark == "" {
		t.Errorf("a long quote: %q, %q", around, mark)
	}
}

// What claim.js reads is what Go writes.
func TestScriptKnowsEveryKind(t *testing.T) {
	script, err := os.ReadFile("../../static/claim.js")
	if err != nil {
		t.Fatal(err)
	}
	for kind, code := range pairCodes {
		if kind == int(collate.Same) {
			continue
		}
		if want := fmt.Sprintf("%c: '%s'", code, strings.TrimPrefix(kindLabels[kind].class, "v-")); !strings.Contains(string(script), want) {
			t.Errorf("claim.js has no %s", want)
		}
	}
}
