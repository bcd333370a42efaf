package cite

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// BibTeX returns the item as an entry of a .bib file in UTF-8, which biber reads,
// and BibTeX passes on to a LaTeX that reads it.
//
// It is an @article where there is a newspaper, which that type cannot do
// without, and else a @misc, which asks for nothing and is known everywhere.
// Values stand in two pairs of braces where a style would change their case or
// take a name apart.
func (i *Item) BibTeX() string {
	var b strings.Builder
	kind, container := "misc", "howpublished"
	if i.Kind == Newspaper && i.Container != "" {
		kind, container = "article", "journal"
	}
	b.WriteString("@" + kind + "{" + i.Key)
	field := func(name, open, value, end string) {
		if value != "" {
			b.WriteString(",\n  " + name + " = " + open + value + end)
		}
	}
	field("author", "{{", tex(i.Author), "}}")
	field("title", "{{", tex(i.title()), "}}")
	field(container, "{", tex(i.Container), "}")
	field("publisher", "{", tex(i.Publisher), "}")
	field("type", "{", tex(i.Genre), "}")
	parts := date(i.Issued)
	if len(parts) > 0 {
		field("year", "{", fmt.Sprintf("%04d", parts[0]), "}")
	}
	if len(parts) > 1 {
		field("month", "", strings.ToLower(time.Month(parts[1]).String()[:3]), "")
	}
	if len(parts) > 2 {
		field("day", "{", fmt.Sprint(parts[2]), "}")
	}
	field("language", "{", tex(i.Language), "}")
	field("url", "{", address(i.URL), "}")
	note := tex(i.Note)
	if i.Archived != "" {
		note = strings.TrimSpace(note + " Archived: " + inText(address(i.Archived)))
	}
	field("note", "{", note, "}")
	b.WriteString("\n}\n")
	return b.String()
}

// signs are what TeX takes for commands, as commands. Braces are named, not
// escaped: BibTeX counts them before TeX sees the backslash.
var signs = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`,
	`%`, `\%`, `&`, `\&`, `_`, `\_`, `#`, `\#`, `$`, `\$`,
	`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`, `<`, `\textless{}`, `>`, `\textgreater{}`, `|`, `\textbar{}`,
)

// tex returns text that is text in TeX, on one line. Marks that TeX would draw
// together into one other, as -- into a dash, are kept apart.
func tex(text string) string {
	text = signs.Replace(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " "))
	for _, pair := range [...]string{"--", "''", "``", "!`", "?`", ",,"} {
		apart := pair[:1] + "{}" + pair[1:]
		for strings.Contains(text, pair) { // of three in a row, two pairs
			text = strings.ReplaceAll(text, pair, apart)
		}
	}
	return text
}

// inText returns an address for a field that is text. Styles hand such a field to
// commands of their own, and within those \url reads % as the beginning of a
// comment and # as a parameter: an address with either is set as plain text.
func inText(address string) string {
	if strings.ContainsAny(address, "%#") {
		return tex(address)
	}
	return `\url{` + address + "}"
}

// address returns an address that stands in braces and in \url as it is: what
// either would stumble over is percent-encoded, as it may be in any address.
func address(url string) string {
	var b strings.Builder
	for _, c := range []byte(url) {
		if c <= ' ' || c == 0x7f || strings.IndexByte("{}\\\"<>^`|", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
