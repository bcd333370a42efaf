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
		if d, wrong := stray(s, what); wrong {
			return fail(d.start, d.end, "front-matter", d.message, d.hint+"If these lines are text, put two lines --- before them")
		}
		return matter{}, true
	}
	m = matter{given: true, start: nextLine(s, 0)}
	keys := 0
	odd := -1 // line that closes front matter, but for its marks
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
			if odd >= 0 {
				if _, err := parse(s[m.start:m.end]); err != nil {
					break
				}
			}
			return m, true
		}
		if odd < 0 && keys > 0 && row != "" && row[0] != ' ' && likeFence(row) {
			odd = line
		}
		if looksLikeKey(row) {
			keys++
		}
	}
	if odd >= 0 {
		return fail(odd, lineEnd(s, odd), "front-matter", fmt.Sprintf("front matter ends with a line of three hyphens, and this line %s", drawn(s[odd:lineEnd(s, odd)])),
			"write --- alone in this line")
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

// strayed is front matter that cannot be read as such.
type strayed struct {
	start, end    int
	message, hint string
}

// stray looks for front matter that does not begin as it must: behind blank
// lines, with other marks than three hyphens, or with none. It goes by the keys
// that such a file takes, since a text, too, may have lines such as London: two
// dead. Without an opening line it takes two of them, or one and a closing line.
func stray(s, what string) (d strayed, wrong bool) {
	keys := articleShape
	if what == "a page" {
		keys = pageShape
	}
	at := len(s) - len(strings.TrimLeft(s, " \t\r\n"))
	first := s[at:lineEnd(s, at)]
	next := nextLine(s, at)
	for next < len(s) && strings.TrimSpace(s[next:lineEnd(s, next)]) == "" {
		next = nextLine(s, next)
	}
	d.start, d.end = at, lineEnd(s, at)
	switch below := s[next:lineEnd(s, next)]; {
	case isFence(first) && keyOf(keys, below, false) != "":
		d.message = "this looks like front matter, but does not begin with --- in the first line, so it would be printed as text"
		d.hint = "write --- alone in the first line of the file, with nothing before it. "
		return d, true
	case likeFence(first) && keyOf(keys, below, false) != "":
		d.message = fmt.Sprintf("front matter begins with a line of three hyphens, and this line %s, so it would be printed as text", drawn(first))
		d.hint = "write --- alone in the first line of the file, and again below the last key. "
		return d, true
	case strings.HasPrefix(first, "---") && keyOf(keys, strings.TrimLeft(first, "- "), false) != "":
		d.message = "--- and the first key stand in one line, so the front matter would be printed as text"
		d.hint = "---\n" + clip(strings.TrimLeft(first, "- ")) + "\n"
		return d, true
	}
	if keyOf(keys, first, true) == "" {
		return d, false
	}
	d.message = "this looks like front matter, but does not begin with --- in the first line, so it would be printed as text"
	exact, count, all, ours, last := false, 0, 0, false, at
lines:
	for line, n := at, 0; line < len(s) && n < 60; line, n = nextLine(s, line), n+1 {
		row := s[line:lineEnd(s, line)]
		switch {
		case isFence(row) && (count > 0 || exact), likeFence(row) && count > 0 && exact:
			d.hint = "write --- alone in the first line of the file, with nothing before it. "
			if !isFence(row) {
				d.hint = fmt.Sprintf("write --- alone in the first line of the file, and also instead of %s in line %d. ", clip(row), strings.Count(s[:line], "\n")+1)
			}
			return d, true
		case row == "" || row[0] == ' ' || row[0] == '\t' || row[0] == '#' || row[0] == '-':
			continue
		case keyOf(keys, row, true) != "":
			exact = exact || keys.find(keyOf(keys, row, true)) >= 0
			if keyOf(keys, row, false) != "" {
				count++
			}
			all++
			switch keyOf(keys, row, true) {
			case "outlet", "label", "archive_url", "translated_from", "published_as", "retrieved":
				ours = true // no page prints these words
			}
			last = line
			continue
		case looksLikeKey(row):
		default:
			break lines
		}
	}
	if (count < 2 || !exact) && (all < 2 || !ours) {
		return d, false
	}
	d.hint = "write --- alone in the first line of the file, and once more below the last key, which seems to be:\n" + clip(s[last:lineEnd(s, last)]) + "\n"
	return d, true
}

// keyOf returns the key of a shape, or the word that is often written for one,
// with which a line begins; "" where it begins with another word.
func keyOf(s *shape, line string, anyCase bool) string {
	word, _, colon := strings.Cut(line, ":")
	if anyCase {
		word = strings.ToLower(word)
	}
	if colon && (s.find(word) >= 0 || otherwise[s][word] != "") {
		return word
	}
	return ""
}

// likeFence reports whether a line was probably meant to be three hyphens.
func likeFence(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && !isFence(line) && strings.Trim(line, "-‐‑‒–—―−_*=~+ \t\u00a0") == ""
}

// drawn says how a line differs from three hyphens.
func drawn(line string) string {
	line = strings.TrimSpace(line)
	switch n := len(line); {
	case strings.Trim(line, "-") != "":
		return "is “" + clip(line) + "”"
	case n == 1:
		return "has only one"
	default:
		return fmt.Sprintf("has %d", n)
	}
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
