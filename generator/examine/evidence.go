package examine

import (
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/words"
)

// maxShown is the longest quote, in runes, that a sentence of the program's
// holds; the evidence below it has the whole.
const maxShown = 90

// evidence quotes a passage of an article.
func evidence(a *factcheck.Article, p factcheck.Passage, note string) factcheck.Evidence {
	return factcheck.Evidence{Passage: p, Quote: a.Text(p.Part)[p.Start:p.End], Note: note}
}

// quoted returns an article's words for use in a sentence: in quotation marks,
// on one line, safe to stand in Markdown.
func quoted(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > maxShown {
		text = strings.TrimRight(string(r[:maxShown]), " ,;") + " …"
	}
	text = words.Isolate(text)
	open, end := "“", "”"
	if strings.ContainsAny(text, "“”\"") {
		open, end = "‘", "’"
	}
	return open + markdown.Escape(text) + end
}

// called names an article in a sentence: by its outlet where the document names
// one, else by its headline or label, and by its siglum.
func called(room *factcheck.Newsroom, a *factcheck.Article) string {
	name := quoted(a.Name())
	if o, ok := room.Outlet(a.Outlet); ok {
		name = markdown.Escape(words.Isolate(o.Name))
	}
	return name + " (" + a.Siglum + ")"
}

// part returns the stretch of an article that witness.Text[start:end] stands
// for; ok is false where it reaches over an elision.
func part(w *factcheck.Witness, start, end int) (p factcheck.Passage, ok bool) {
	at := 0
	for _, p := range w.Passages {
		length := p.End - p.Start
		if start >= at && end <= at+length {
			return factcheck.Passage{Article: p.Article, Part: p.Part, Start: p.Start + start - at, End: p.Start + end - at}, true
		}
		at += length + len(factcheck.PartSeparator)
	}
	return factcheck.Passage{}, false
}

// cited returns a witness's passages as evidence.
func cited(w *factcheck.Witness) []factcheck.Evidence {
	var list []factcheck.Evidence
	at := 0
	for _, p := range w.Passages {
		length := p.End - p.Start
		list = append(list, factcheck.Evidence{Passage: p, Quote: w.Text[at : at+length]})
		at += length + len(factcheck.PartSeparator)
	}
	return list
}
