package render

import (
	"testing"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

func TestDatetimeSaysWhatHTMLCanSay(t *testing.T) {
	day := func(iso string) timex.Day {
		d, ok := timex.ParseDay(iso)
		if !ok {
			t.Fatal(iso)
		}
		return d
	}
	for _, test := range []struct {
		name, from, to, value, mod, want string
		grain                            timex.Grain
	}{
		{"a day", "2021-07-18", "2021-07-18", "2021-07-18", "", "2021-07-18", timex.GrainDay},
		{"an hour", "2021-07-18", "2021-07-18", "2021-07-18T21:55", "", "2021-07-18T21:55", timex.GrainDay},
		{"an hour with its zone", "2021-07-18", "2021-07-18", "2021-07-18T21:55Z", "", "2021-07-18T21:55Z", timex.GrainDay},
		{"a morning is a day", "2021-07-18", "2021-07-18", "2021-07-18TMO", "", "2021-07-18", timex.GrainDay},
		{"an hour that no clock has", "2021-07-18", "2021-07-18", "2021-07-18T24:00", "", "2021-07-18", timex.GrainDay},
		{"a month", "2021-07-01", "2021-07-31", "2021-07", "", "2021-07", timex.GrainMonth},
		{"early May", "2021-05-01", "2021-05-31", "2021-05", "START", "", timex.GrainMonth},
		{"a year", "2021-01-01", "2021-12-31", "2021", "", "2021", timex.GrainYear},
		{"a fiscal year", "2021-04-01", "2022-03-31", "FY2021", "", "", timex.GrainYear},
		{"a week", "2021-07-12", "2021-07-18", "2021-W28", "", "2021-W28", timex.GrainWeek},
		{"a week from Sunday", "2021-07-11", "2021-07-17", "2021-W28", "", "", timex.GrainWeek},
		{"a weekend", "2021-07-17", "2021-07-18", "2021-W28-WE", "", "", timex.GrainWeek},
		{"a day of no known year", "", "", "XXXX-07-18", "", "07-18", timex.GrainDay},
		{"no such day", "", "", "XXXX-02-30", "", "", timex.GrainDay},
		{"a month of no known year", "", "", "XXXX-05", "", "", timex.GrainMonth},
		{"some Sunday", "", "", "XXXX-WXX-7", "", "", timex.GrainDay},
		{"days", "", "", "P2D", "", "P2D", timex.NoGrain},
		{"weeks", "", "", "P3W", "", "3w", timex.NoGrain},
		{"months", "", "", "P3M", "", "", timex.NoGrain},
		{"now", "", "", "PRESENT_REF", "", "", timex.NoGrain},
	} {
		e := timex.Expression{Value: test.value, Grain: test.grain, Modifier: test.mod}
		if test.from != "" {
			e.Earliest, e.Latest = day(test.from), day(test.to)
		}
		if got := validDateTime(e); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestLayersShowLittleAtFirst(t *testing.T) {
	shown := func(p *ArticlePage, shares int) (on string) {
		for _, l := range layers(p, shares) {
			if l.On {
				on += l.ID
			} else {
				on += "(" + l.ID + ")"
			}
		}
		return on
	}
	claims, findings := []MarkedClaim{{}}, []FindingLink{{}}
	for _, test := range []struct {
		page   ArticlePage
		shares int
		want   string
	}{
		{ArticlePage{}, 0, ""},
		{ArticlePage{Claims: claims, Findings: findings, Dates: 3}, 2, "c(f)d(s)"},
		{ArticlePage{Findings: findings}, 1, "f(s)"},
		{ArticlePage{Dates: 1}, 0, "d"},
	} {
		if got := shown(&test.page, test.shares); got != test.want {
			t.Errorf("layers %s, want %s", got, test.want)
		}
	}
}

func TestReadingTime(t *testing.T) {
	for words, want := range map[int]string{0: "", 1: "1 word, about 1 minute to read", 500: "500 words, about 2 minutes to read", 11900: "11900 words, about 50 minutes to read"} {
		if got := readingTime(words); got != want {
			t.Errorf("%d words: %q, want %q", words, got, want)
		}
	}
}

func TestOnlyWebAddressesLeadToTheOriginal(t *testing.T) {
	for address, want := range map[string]string{"": "", "javascript:alert(1)": "", "https://www.post.example/a?b": "The original at post.example", "http://wire.example:8080/": "The original at wire.example", "https://": ""} {
		got := ""
		for _, l := range original(&factcheck.Article{URL: address}) {
			got = l.Text
		}
		if got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

func TestLanguageAndDirection(t *testing.T) {
	for _, test := range []struct{ language, text, want string }{
		{"", "", ""}, {"en", "News", ""}, {"EN", "News", ""}, {"fr", "Nouvelles", ` lang="fr" dir="ltr"`},
		{"ar", "أخبار", ` lang="ar" dir="rtl"`}, {"", "أخبار", ` dir="rtl"`}, {"en", "أخبار", ` dir="rtl"`},
		{"ar-Latn", "akhbar", ` lang="ar-Latn" dir="ltr"`}, {"he", "123", ` lang="he" dir="rtl"`}, {"he-Latn", "123", ` lang="he-Latn" dir="ltr"`},
		{"pa-Arab-PK", "", ` lang="pa-Arab-PK" dir="rtl"`}, {`x"y`, "News", ""},
	} {
		if got := string(languageAttrs(test.language, "en", test.text)); got != test.want {
			t.Errorf("languageAttrs(%q, %q) = %q, want %q", test.language, test.text, got, test.want)
		}
	}
}

func TestNamesOfRowsFit(t *testing.T) {
	for _, name := range []string{"Short", "The Paper of Very Long Headlines and Very Long Names", "旧桥将于五月一日关闭旧桥将于五月一日关闭", "WWWWWWWWWWWWWWWWWWWWWWWWWW"} {
		got := fitted(name, laneWidth)
		width := 0
		for _, r := range got {
			width += advance(r)
		}
		if width > laneWidth {
			t.Errorf("%q takes %d px", got, width)
		}
	}
	if got := fitted("Washington Newsday", laneWidth); got != "Washington Newsday" {
		t.Errorf("a name that fits was cut: %q", got)
	}
}
