package sitetest

import (
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// A story that papers of three languages tell. The program reads days and
// figures in English alone.
const ferry = `
-- site.yaml --
title: Second Look
-- stories/ferry/story.yaml --
title: The ferry that stayed in port
-- stories/ferry/articles/gazette.txt --
---
title: Ferry kept in port
language: en
published: 2019-02-08
---
Some 310 passengers cross the strait every day, the port said on Thursday.
"The boat will sail tomorrow," it added. Snow is forecast for tomorrow.
-- stories/ferry/articles/herald.txt --
---
title: No ferry today
language: en-GB
published: 2019-02-08
---
Some 130 passengers cross the strait every day, the port said on Thursday.
-- stories/ferry/articles/bote.txt --
---
title: Fähre bleibt im Hafen
language: de
published: 2019-02-08
---
Täglich fahren rund 310 Passagiere über den Sund, teilte der Hafen am Donnerstag mit.
-- stories/ferry/articles/sinar.txt --
---
title: Feri tidak berlayar
language: id
published: 2019-02-08
---
Setiap hari sekitar 310 penumpang menyeberangi selat itu, kata pihak pelabuhan pada Kamis.
-- stories/ferry/articles/unknown.txt --
---
title: A word from the harbour
published: 2019-02-09
---
Nobody would say how full the boats are.
-- stories/ferry/claims/passengers.yaml --
claim: 310 passengers cross the strait every day
wordings:
  - article: gazette
    quote: Some 310 passengers cross the strait every day
  - article: herald
    quote: Some 130 passengers cross the strait every day
  - article: bote
    quote: Täglich fahren rund 310 Passagiere über den Sund
  - article: sinar
    quote: Setiap hari sekitar 310 penumpang menyeberangi selat itu
  - article: unknown
    quote: Nobody would say how full the boats are
`

// contentOf writes a newsroom from one text.
func contentOf(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(text)).Files {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// What was spoken on Thursday and printed on Friday does not mean Saturday by
// “tomorrow”, or need not.
func TestDaysInQuotedWordsAreTakenWithReserve(t *testing.T) {
	page := string(build(t, contentOf(t, ferry), "").files["ferry/chronology.html"])
	if n := strings.Count(page, "in words that are quoted and may have been spoken before"); n != 1 {
		t.Errorf("it is said of %d days that they are told in quoted words, not of 1", n)
	}
	if n := strings.Count(page, "“tomorrow”: Saturday, 9 February 2019, if counted from the date of the document"); n == 0 {
		t.Error("the picture has no reserve")
	}
}

// A document that is not read is not said to be silent.
func TestPagesSayWhatIsNotReadOfOtherLanguages(t *testing.T) {
	s := build(t, contentOf(t, ferry), "")
	for _, want := range []struct {
		page, text string
		times      int
	}{
		{"ferry/claims/passengers.html", "not read: in German", 2}, // among the figures, and among the days
		{"ferry/claims/passengers.html", "not read: in Indonesian", 2},
		{"ferry/claims/passengers.html", ">no figure<", 1},
		{"ferry/claims/passengers.html", "In German: words of two languages are not compared", 1},
		{"ferry/claims/passengers.html", "In words of its own: too little is shared", 1},
		{"ferry/claims/passengers.html", "are not in this table: they are in other languages.", 1},
		{"ferry/claims/passengers.html", "is not in this table: it has words of its own.", 1},
		{"ferry/index.html", ">in German<", 1},
		{"ferry/index.html", ">in Indonesian<", 1},
		{"ferry/index.html", ">own words<", 1},
		{"ferry/chronology.html", "Of documents in German and Indonesian, only dates in figures are read", 1},
	} {
		if n := strings.Count(html.UnescapeString(string(s.files[want.page])), want.text); n != want.times {
			t.Errorf("%s says %d times, not %d: %s", want.page, n, want.times, want.text)
		}
	}
	if text := string(build(t, content, "").files["afghan-talks-2021/chronology.html"]); text == "" || strings.Contains(text, "Of documents in") {
		t.Error("the project's own documents are all in English, and none is left unread")
	}
}
