package content

import (
	"fmt"
	"strings"

	"crosscheck/generator/diag"
	"crosscheck/generator/source"
)

// matter tells where the front matter of a file stands: the YAML between two
// lines of three hyphens at its head.
type matter struct {
	given      bool
	start, end int // of the YAML
	body       int // where the text begins
}

// split parts front matter from text. What names the kind of file in messages.
func split(file *source.File, what string, diags *diag.List) (m matter, ok bool) {
	s := file.Text
	fail := func(start, end int, code, message, hint string) (matter, bool) {
		*diags = append(*diags, diag.Diagnostic{Span: file.Span(start, end), Code: code, Message: message, Hint: hint})
		return matter{}, false
	}
	if strings.TrimSpace(s) == "" {
		return fail(0, 0, "empty-file", "the file is empty", fmt.Sprintf("the least that %s can hold is its text", what))
	}
	if !isFence(s[:lineEnd(s, 0)]) {
		if at, ok := lateMatter(s); ok {
			return fail(at, lineEnd(s, at), "front-matter", "this looks like front matter, but does not begin with --- in the first line, so it would be printed as text",
				"write --- alone in the first line of the file, with nothing before it. If these lines are text, put two lines --- before them")
		}
		return matter{}, true
	}
	m = matter{given: true, start: nextLine(s, 0)}
	keys := 0
	for line := m.start; ; line = nextLine(s, line) {
		if line >= len(s) {
			break
		}
		row := s[line:lineEnd(s, line)]
		if isFence(row) {
			m.end, m.body = line, nextLine(s, line)
			if keys == 0 && hasContent(s[m.start:m.end]) {
				at := m.start + len(s[m.start:m.end]) - len(strings.TrimLeft(s[m.start:m.end], " \t\r\n"))
				return fail(at, lineEnd(s, at), "front-matter", "between the two lines --- there are no keys",
					"front matter has lines such as title: Headline as printed. If the line --- at the head belongs to the text, put two lines --- before it")
			}
			return m, true
		}
		if looksLikeKey(row) {
			keys++
		}
	}
	if keys > 0 && looksLikeKey(s[m.start:lineEnd(s, min(m.start, len(s)))]) {
		at := m.start
		for line := m.start; line < len(s); line = nextLine(s, line) {
			row := s[line:lineEnd(s, line)]
			if row != "" && row[0] != '#' && row[0] != ' ' && row[0] != '\t' && row[0] != '-' && !looksLikeKey(row) || strings.TrimSpace(row) == "" {
				break
			}
			at = line
		}
		return fail(0, lineEnd(s, 0), "front-matter", "the front matter that begins here is never closed",
			"write --- alone in a line after its last key, which seems to be:\n"+clip(s[at:lineEnd(s, at)]))
	}
	return fail(0, lineEnd(s, 0), "front-matter", "a line --- at the head of the file begins front matter, and there is no second one",
		"if the line belongs to the text, put two lines --- before it; if not, delete it")
}

// isFence reports whether a line opens or closes front matter.
func isFence(line string) bool { return line == "---" }

// hasContent reports whether YAML is more than comments.
func hasContent(s string) bool {
	for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return true
		}
	}
	return false
}

// looksLikeKey reports whether a line of text begins as a key does.
func looksLikeKey(line string) bool {
	word, rest, ok := strings.Cut(line, ":")
	if !ok || word == "" || len(word) > 40 || strings.ContainsAny(word, " \t\"'") && !known[strings.Trim(word, " \"'\u00a0")] {
		return false
	}
	return rest == "" || rest[0] == ' ' || rest[0] == '\t' || known[strings.Trim(word, " \"'\u00a0")]
}

// lateMatter looks for front matter that does not stand where it must: behind
// blank lines, or without its first line.
func lateMatter(s string) (at int, ok bool) {
	at = len(s) - len(strings.TrimLeft(s, " \t\r\n"))
	first := s[at:lineEnd(s, at)]
	next := nextLine(s, at)
	if isFence(first) {
		word, _, colon := strings.Cut(s[next:lineEnd(s, next)], ":")
		return at, colon && known[word]
	}
	if word, _, colon := strings.Cut(first, ":"); !colon || !known[word] {
		return 0, false
	}
	for line, n := next, 0; line < len(s) && n < 40; line, n = nextLine(s, line), n+1 {
		row := s[line:lineEnd(s, line)]
		if isFence(row) {
			return at, true
		}
		if row != "" && row[0] != ' ' && row[0] != '#' && !looksLikeKey(row) {
			return 0, false
		}
	}
	return 0, false
}

// read reads front matter; nil where nothing of it could be understood.
func (m matter) read(file *source.File, s *shape, diags *diag.List) *group {
	text := file.Text[m.start:m.end]
	if !hasContent(text) && exampleRequired(s) == "" {
		return &group{shape: s, span: file.Span(0, lineEnd(file.Text, 0)), values: make([]value, len(s.fields))}
	}
	return read(file, m.start, text, &typ{kind: keys, takes: s.name, shape: s}, exampleOf(s), diags).group
}

// exampleRequired returns the first key that a shape must have.
func exampleRequired(s *shape) string {
	for i := range s.fields {
		if s.fields[i].required {
			return s.fields[i].name
		}
	}
	return ""
}
