package markdown

import "strings"

// Escape returns text that reads the same when taken for Markdown: a backslash
// stands before every mark that Markdown could understand.
func Escape(text string) string {
	if !strings.ContainsAny(text, special) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 8)
	for i := range len(text) {
		if strings.IndexByte(special, text[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// special holds the ASCII marks that may begin markup inside a line. A full
// stop, bracket or dash could begin a list only at the start of a line, where
// the program's sentences never put a quoted word.
const special = "\\`*_[]<>&~!#{}|$^@:"
