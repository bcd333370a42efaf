package content

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"crosscheck/generator/diag"
	"crosscheck/generator/source"
)

// read reads the YAML text file.Text[base:base+len(text)] as one value of type
// t. Every mistake is noted; the zero value comes back where nothing could be
// understood. minimal is the least that such a file must hold, to paste.
func read(file *source.File, base int, text string, t *typ, minimal string, diags *diag.List) value {
	r := &reader{file: file, base: base, yaml: text, diags: diags}
	r.lines = yamlLines(text)
	v := value{name: t.takes, typ: t, required: true}
	// A syntax error hides all that comes after it. So the entry that holds it
	// is taken out, and the rest is read again.
	repairs := maxRepairs
	if len(text) > maxRepaired {
		repairs = 1
	}
	for range repairs {
		root, err := parse(text)
		if err == nil {
			r.secondDocument(text)
			if root == nil || root.Kind == yaml.ScalarNode && root.Tag == "!!null" && root.Value == "" {
				if len(r.damaged) == 0 {
					r.emptyDocument(text, minimal)
				}
				return v
			}
			v, _ = r.value(root, v)
			return v
		}
		rest, ok := r.repaired(text, r.syntaxError(text, err))
		if !ok {
			return v
		}
		text = rest
	}
	return v
}

const (
	maxRepairs  = 12       // syntax errors that are told in one run
	maxRepaired = 64 << 10 // bytes of YAML above which only the first is
)

// parse hands text to the YAML library, which has been seen to panic on
// malformed input.
func parse(text string) (root *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			root, err = nil, fmt.Errorf("yaml: %v", p)
		}
	}()
	var doc, rest yaml.Node
	d := yaml.NewDecoder(strings.NewReader(text))
	if err := d.Decode(&doc); err == io.EOF {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	// The library stops where the first group ends, without a word on what
	// stands below it.
	if err := d.Decode(&rest); err != io.EOF {
		if _, marked := marker(text); err == nil && !marked {
			return nil, errors.New("yaml: a second document begins")
		} else if err != nil && !marked {
			return nil, err
		}
	}
	if doc.Kind == 0 || len(doc.Content) == 0 {
		return nil, nil
	}
	if doc.Content[0] == nil {
		return nil, errors.New("yaml: no value")
	}
	return doc.Content[0], nil
}

// yamlLines returns where lines begin, as yaml.v3 counts them: it takes the
// line breaks of Unicode for line breaks too.
func yamlLines(text string) []int {
	lines := make([]int, 1, strings.Count(text, "\n")+1)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n':
			lines = append(lines, i+1)
		case c == '\r':
			if i+1 == len(text) || text[i+1] != '\n' {
				lines = append(lines, i+1)
			}
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			lines = append(lines, i+2)
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			lines = append(lines, i+3)
		}
	}
	return lines
}

// offset returns the place in r.yaml of a line and column of yaml.v3, both
// counted from 1, columns in characters.
func (r *reader) offset(line, column int) int {
	if line < 1 {
		return 0
	}
	if line > len(r.lines) {
		return len(r.yaml)
	}
	i, at := r.lines[line-1], 1
	if line == r.line && column >= r.column {
		i, at = r.place, r.column
	}
	for ; at < column && i < len(r.yaml); at++ {
		if r.yaml[i] < utf8.RuneSelf {
			i++
		} else {
			_, size := utf8.DecodeRuneInString(r.yaml[i:])
			i += size
		}
	}
	r.line, r.column, r.place = line, at, i
	return i
}

// extent returns where a node's words stand in the file: inside its marks of
// quotation, from the first line of a block. Of a list or a group of keys it is
// the first line.
func (r *reader) extent(n *yaml.Node) (start, end int) {
	i := r.offset(n.Line, n.Column)
	start, end = r.stretch(n, i)
	return r.base + start, r.base + end
}

func (r *reader) stretch(n *yaml.Node, i int) (start, end int) {
	s := r.yaml
	if i >= len(s) {
		return i, i
	}
	switch {
	case n.Kind != yaml.ScalarNode || s[i] == '!' || s[i] == '&':
		return i, i + len(rawLine(s, i))
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return blockExtent(s, i, n.Value == "")
	case n.Style&yaml.DoubleQuotedStyle != 0 && s[i] == '"', n.Style&yaml.SingleQuotedStyle != 0 && s[i] == '\'':
		if close, ok := quotedEnd(s, i); ok {
			return i + 1, close - 1
		}
		return i, lineEnd(s, i)
	}
	if strings.HasPrefix(s[i:], n.Value) {
		return i, i + len(n.Value)
	}
	// A plain scalar over several lines: its blanks stand for any white space.
	j := i
	for k := 0; k < len(n.Value) && j < len(s); {
		if c := n.Value[k]; c == s[j] && c != ' ' && c != '\n' {
			j, k = j+1, k+1
			continue
		}
		from := j
		for j < len(s) && isYAMLBlank(s[j]) {
			j++
		}
		if j == from {
			return i, lineEnd(s, i)
		}
		for k < len(n.Value) && (n.Value[k] == ' ' || n.Value[k] == '\n') {
			k++
		}
	}
	return i, j
}

func isYAMLBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// lineEnd returns the end of the line in which i stands, without blanks.
func lineEnd(s string, i int) int {
	end := len(s)
	if n := strings.IndexAny(s[i:], "\r\n"); n >= 0 {
		end = i + n
	}
	return max(i, i+len(strings.TrimRight(s[i:end], " \t")))
}

// rawLine returns the rest of the line in which i stands, but no more than a
// message can show.
func rawLine(s string, i int) string {
	const most = 400
	if len(s)-i <= most {
		return s[i:lineEnd(s, i)]
	}
	end := i + most
	for end > i && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[i:lineEnd(s[:end], i)]
}

// nextLine returns where the next line begins.
func nextLine(s string, i int) int {
	n := strings.IndexAny(s[i:], "\r\n")
	if n < 0 {
		return len(s)
	}
	i += n
	if strings.HasPrefix(s[i:], "\r\n") {
		return i + 2
	}
	return i + 1
}

// quotedEnd returns the place behind the mark that closes the scalar quoted at i.
func quotedEnd(s string, i int) (int, bool) {
	mark := s[i]
	for i++; i < len(s); i++ {
		switch {
		case mark == '"' && s[i] == '\\':
			i++
		case s[i] == mark && mark == '\'' && i+1 < len(s) && s[i+1] == mark:
			i++
		case s[i] == mark:
			return i + 1, true
		}
	}
	return len(s), false
}

// blockExtent returns where the text of a block scalar stands whose indicator
// stands at i; without text, where the indicator does.
func blockExtent(s string, i int, empty bool) (start, end int) {
	if empty {
		return i, lineEnd(s, i)
	}
	indent := -1
	if d := strings.IndexAny(s[i:min(len(s), i+3)], "123456789"); d > 0 {
		// The indent is given, beside that of the key.
		key := strings.LastIndexAny(s[:i], "\r\n") + 1
		indent = int(s[i+d]-'0') - key
		for key < i && (s[key] == ' ' || s[key] == '-') {
			key++
		}
		indent += key
	}
	for line := nextLine(s, i); line < len(s); line = nextLine(s, line) {
		j := line
		for j < len(s) && s[j] == ' ' {
			j++
		}
		if j == len(s) || s[j] == '\n' || s[j] == '\r' {
			continue
		}
		if indent < 0 {
			indent = j - line
		}
		if j-line < indent {
			break
		}
		if start == 0 {
			start = j
		}
		end = lineEnd(s, j)
	}
	if start == 0 {
		return i, lineEnd(s, i)
	}
	return start, max(start, end)
}

// plainNode reports what YAML reads into a value beside its words: tags,
// anchors and aliases, which no file of a newsroom needs.
func (r *reader) plainNode(n *yaml.Node, v *value) bool {
	if n.Tag == "!!null" && n.Value == "" && n.Style == 0 && n.Anchor == "" {
		return true
	}
	i := r.offset(n.Line, n.Column)
	mark := byte(0)
	if i < len(r.yaml) {
		mark = r.yaml[i] // "! words" has a tag that yaml.v3 drops without a trace
	}
	if mark != '!' && mark != '&' && mark != '*' && n.Kind != yaml.AliasNode && n.Anchor == "" && n.Style&yaml.TaggedStyle == 0 {
		return true
	}
	raw := rawLine(r.yaml, i)
	start, end := i, i+len(raw)
	switch {
	case n.Kind == yaml.AliasNode || mark == '*':
		r.fail("alias", r.base+start, r.base+end, fmt.Sprintf("YAML takes the * before “%s” for a reference to another place", clip(strings.TrimPrefix(raw, "*"))),
			"if it belongs to the text, put the value in quotation marks:\n"+v.pasted(raw))
	case mark == '&' || n.Anchor != "":
		r.fail("alias", r.base+start, r.base+end, fmt.Sprintf("YAML takes “%s” for a name of this place, not for text", clip(firstWord(raw))),
			"if it belongs to the text, put the value in quotation marks:\n"+v.pasted(raw))
	default:
		r.fail("tag", r.base+start, r.base+end, fmt.Sprintf("YAML takes “%s” for a mark of its own and leaves it out of the text", clip(firstWord(raw))),
			"put the value in quotation marks:\n"+v.pasted(raw))
	}
	return false
}

// key checks a key: text without anything odd about it.
func (r *reader) key(k *yaml.Node) bool {
	if k.Kind == yaml.ScalarNode && k.Anchor == "" && k.Style&yaml.TaggedStyle == 0 && k.Tag != "!!merge" {
		return true
	}
	start, end := r.extent(k)
	switch {
	case k.Kind != yaml.ScalarNode && k.Kind != yaml.AliasNode:
		r.fail("wrong-type", start, end, "a list or a group of keys stands here where a key is expected", "a key is a word, followed by a colon and a blank")
	default:
		r.fail("alias", start, end, fmt.Sprintf("“%s” is not a key: references, names and tags of YAML are not used here", clip(r.file.Text[start:end])), "write the values out")
	}
	return false
}

// plainScalar looks at what an unquoted value means to YAML, and at what YAML
// leaves out of it.
func (r *reader) plainScalar(n *yaml.Node, v *value) bool {
	i, j := v.start-r.base, v.end-r.base
	comment := r.commentAfter(j)
	switch {
	case n.Tag == "!!null":
		r.emptyValue(n, v)
		return false
	case n.Tag == "!!bool" && v.typ.kind == text:
		r.fail("wrong-type", v.start, v.end, fmt.Sprintf("YAML reads %s as a value of yes or no, not as a word", n.Value),
			"if the word is meant, put it in quotation marks:\n"+v.pasted(n.Value))
		return false
	}
	if comment >= 0 && v.typ.kind == text {
		end := comment + len(rawLine(r.yaml, comment))
		whole := rawLine(r.yaml, i)
		if glued(r.yaml[comment:end]) && v.typ.pattern == "" {
			r.fail("comment-in-text", r.base+comment, r.base+end, fmt.Sprintf("YAML takes “%s” for a comment, so it would be missing from “%s”", clip(r.yaml[comment:end]), v.name),
				"put the value in quotation marks:\n"+v.pasted(whole))
			return false
		}
		if v.typ.prose {
			r.warn("comment-in-text", r.base+comment, r.base+end, fmt.Sprintf("“%s” is left out of “%s”, since YAML takes it for a comment", clip(r.yaml[comment:end]), v.name),
				"if it belongs to the text, put the value in quotation marks; if not, give it a line of its own:\n"+v.pasted(whole))
		}
	}
	if strings.ContainsAny(r.yaml[i:j], "\n\r") {
		return r.continuation(i, j, v)
	}
	return true
}

// commentAfter returns where a comment begins that follows a value which ends
// at i, -1 if there is none.
func (r *reader) commentAfter(i int) int {
	j := i
	for j < len(r.yaml) && (r.yaml[j] == ' ' || r.yaml[j] == '\t') {
		j++
	}
	if j < len(r.yaml) && r.yaml[j] == '#' && (j > i || i == 0 || isYAMLBlank(r.yaml[i-1]) || r.yaml[i-1] == ':') {
		return j
	}
	return -1
}

// glued reports whether a comment looks like a word of the text: #metoo.
func glued(comment string) bool {
	rest := strings.TrimLeft(comment, "#")
	return rest != "" && rest[0] != ' ' && rest[0] != '\t' && rest[0] != '!'
}

// continuation looks for keys and list items that an unquoted value over
// several lines has swallowed.
func (r *reader) continuation(i, j int, v *value) bool {
	if v.typ == markup {
		for line := nextLine(r.yaml, i); line < j; line = nextLine(r.yaml, line) {
			if strings.TrimSpace(r.yaml[line:lineEnd(r.yaml, line)]) == "" {
				r.warn("paragraphs", r.base+i, r.base+i+len(rawLine(r.yaml, i)), fmt.Sprintf("“%s” has paragraphs, and YAML runs them together", v.name),
					"put the text in a block, every line of it indented:\n"+blockOf(v.name, "|", rowsOf(r.yaml[i:j])))
				break
			}
		}
	}
	for line := nextLine(r.yaml, i); line < j; line = nextLine(r.yaml, line) {
		from := line
		for from < j && (r.yaml[from] == ' ' || r.yaml[from] == '\t') {
			from++
		}
		rest := rawLine(r.yaml, from)
		word, after, colon := strings.Cut(rest, ":")
		switch {
		case colon && known[word] && after != "":
			r.fail("missing-blank", r.base+from, r.base+from+len(word)+1, fmt.Sprintf("after “%s:” a blank is missing, so YAML takes the line for more text of “%s”", word, v.name),
				word+": "+after)
			return false
		case strings.HasPrefix(rest, "- ") && !v.typ.exact:
			r.warn("list-in-text", r.base+from, r.base+from+1, fmt.Sprintf("this line belongs to the text of “%s”; it does not begin a list", v.name),
				"for a list, leave the line of the key empty after its colon; for text, use a block:\n"+v.name+": >-\n  "+clip(rawLine(r.yaml, i)))
			return true
		}
	}
	return true
}

// rowsBelow returns the lines from i on that are indented no less than its own.
func (r *reader) rowsBelow(i int) []string {
	s := r.yaml
	column := i - strings.LastIndexAny(s[:i], "\r\n") - 1
	end := lineEnd(s, i)
	for line := nextLine(s, i); line < len(s); line = nextLine(s, line) {
		row := s[line:lineEnd(s, line)]
		if row == "" {
			continue
		}
		if len(row)-len(strings.TrimLeft(row, " ")) < column {
			break
		}
		end = line + len(row)
	}
	return rowsOf(s[i:end])
}

// rowsOf returns the lines of text without the blanks before them.
func rowsOf(s string) (rows []string) {
	for line := 0; line < len(s); line = nextLine(s, line) {
		rows = append(rows, strings.TrimLeft(s[line:lineEnd(s, line)], " \t"))
	}
	return rows
}

// emptyValue reports a key without a value.
func (r *reader) emptyValue(n *yaml.Node, v *value) {
	i := v.start - r.base
	if n.Value != "" {
		r.fail("empty-value", v.start, v.end, fmt.Sprintf("YAML reads %s as no value at all, so “%s” is empty", n.Value, v.name),
			"if the word is meant, put it in quotation marks; if nothing is known, delete the line:\n"+v.pasted(n.Value))
		return
	}
	if c := r.commentAfter(i); c >= 0 && glued(r.yaml[c:]) {
		end := c + len(rawLine(r.yaml, c))
		r.fail("comment-in-text", r.base+c, r.base+end, fmt.Sprintf("YAML takes “%s” for a comment, so “%s” is empty", clip(r.yaml[c:end]), v.name),
			"put the value in quotation marks:\n"+v.pasted(r.yaml[c:end]))
		return
	}
	r.fail("empty-value", v.start, v.end, fmt.Sprintf("“%s” is empty", v.name), v.fill())
}

// fill says how to mend an empty value.
func (v *value) fill() string {
	example := ""
	switch v.typ.kind {
	case list:
		example = v.name + ":\n  - " + itemExample(v.typ.item)
	case keys:
		example = v.name + ":\n  " + indented(exampleOf(v.typ.shape), "  ")
	}
	switch {
	case example != "":
		return example
	case v.required:
		return "write " + v.typ.takes
	}
	return "write " + v.typ.takes + ", or delete the line; what is absent is shown as unknown"
}

// wrongType reports a value of another kind than the key takes.
func (r *reader) wrongType(n *yaml.Node, v *value) {
	t, name := v.typ, v.name
	start, end := r.extent(n)
	raw := ""
	if i := start - r.base; i < len(r.yaml) {
		raw = rawLine(r.yaml, i)
		if n.Style&yaml.FlowStyle != 0 {
			if close, ok := flowEnd(r.yaml, i); ok && close < i+len(raw) {
				raw = r.yaml[i:close]
			}
		}
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		v.start, v.end = start, end
		r.emptyValue(n, v)
		return
	}
	is := map[yaml.Kind]string{yaml.ScalarNode: "text", yaml.SequenceNode: "a list", yaml.MappingNode: "a group of keys"}[n.Kind]
	if n.Kind == yaml.ScalarNode && n.Style == 0 {
		switch n.Tag {
		case "!!int":
			is = "a number"
		case "!!float":
			is = "a number with a fraction"
		}
	}
	refuse := func(message, hint string) { r.fail("wrong-type", start, end, message, hint) }
	// A group that stands for itself: the whole file, or an item of a list.
	itself := t.kind == choice || t.kind == register || t.kind == keys && t.takes == t.shape.name
	switch {
	case t.kind == text && n.Style&yaml.FlowStyle != 0:
		refuse(fmt.Sprintf("“%s” takes %s, but a value that begins with %c is %s to YAML", name, t.takes, raw[0], is),
			"put the value in quotation marks:\n"+v.pasted(raw))
		return
	case t.shape != nil && n.Kind == yaml.ScalarNode:
		if word, rest, ok := strings.Cut(raw, ":"); ok && t.shape.find(word) >= 0 {
			r.fail("missing-blank", start, min(end, start+len(word)+1), fmt.Sprintf("after “%s:” a blank is missing", word), word+": "+strings.TrimLeftFunc(rest, isOddBlank))
			return
		}
	}
	hint := ""
	switch t.kind {
	case text:
		hint = "write the text on the line of the key, in quotation marks if it holds a colon"
		switch {
		case n.Kind == yaml.SequenceNode:
			hint = "write one value on the line of the key"
		case t.prose && len(n.Content) > 0 && strings.Contains(n.Content[0].Value, " "):
			mark := ">-"
			if t == markup {
				mark = "|"
			}
			hint = "for text below its key, write a mark behind the colon:\n" + blockOf(name, mark, r.rowsBelow(start-r.base))
		}
	case list:
		hint = name + ":\n  - " + itemExample(t.item)
		if n.Kind == yaml.ScalarNode && t.item.kind == text {
			hint = name + ": [" + raw + "]"
		}
	case integer, number:
		hint = "write digits, without quotation marks"
	case truth:
		hint = fmt.Sprintf("write %s: true or %s: false, without quotation marks", name, name)
	case choice:
		hint = exampleOf(t.choices[len(t.choices)-1].shape)
	case register:
		hint = "example-times:\n  name: The Example Times"
	case keys:
		hint = exampleOf(t.shape)
		if !itself {
			hint = name + ":\n  " + indented(hint, "  ")
		}
	}
	if itself {
		with := ", with keys of its own"
		verb := "is"
		if t.kind == register {
			with, verb = "", "are"
		}
		refuse(fmt.Sprintf("%s stands here where %s %s expected%s", is, t.takes, verb, with), hint)
		return
	}
	refuse(fmt.Sprintf("“%s” takes %s, not %s", name, t.takes, is), hint)
}

// unknownKey reports a key that the shape does not have, and returns the one
// that was probably meant.
func (r *reader) unknownKey(k *yaml.Node, s *shape, start, end int) (near string) {
	trimmed := strings.TrimFunc(k.Value, isOddBlank)
	if trimmed != k.Value {
		hint := "delete it and type a blank"
		if s.find(trimmed) >= 0 {
			hint = "delete the invisible mark before " + trimmed + ":, and indent with blanks"
		}
		for i, c := range r.file.Text[start:end] {
			if isOddBlank(c) && c != ' ' {
				start, end = start+i, start+i+utf8.RuneLen(c)
				r.fail("odd-blank", start, end, fmt.Sprintf("the mark %s looks like a blank, but YAML takes it for a part of the key “%s”", codePoint(c), trimmed), hint)
				return s.meant(trimmed)
			}
		}
	}
	hint := "it may have " + strings.Join(s.names(), ", ")
	if bare := strings.TrimLeft(k.Value, bullets); bare != k.Value && bare != "" {
		r.fail("unknown-key", start, end, fmt.Sprintf("“%s” is not a key of %s", clip(k.Value), s.name), "to begin an item of a list, write a hyphen and a blank: - "+bare+": …")
		return s.meant(bare)
	}
	if near = s.meant(k.Value); near != "" {
		hint = "did you mean " + near + "?\n" + hint
	}
	r.fail("unknown-key", start, end, fmt.Sprintf("“%s” is not a key of %s", clip(k.Value), s.name), hint)
	return near
}

// secondDocument reports text behind a line of three hyphens or stops, which
// YAML takes for another document.
func (r *reader) secondDocument(text string) {
	line, found := marker(text)
	if !found {
		return
	}
	r.fail("second-document", r.base+line, r.base+line+3, fmt.Sprintf("YAML ends the file at this line of %s; what follows would be ignored", text[line:line+3]),
		"delete the line, or move what follows into a file of its own")
}

// marker returns where a line begins that ends the document of YAML before the
// end of the text.
func marker(text string) (at int, found bool) {
	if !strings.Contains(text, "---") && !strings.Contains(text, "...") {
		return 0, false
	}
	begun := false
	for line := 0; line < len(text); line = nextLine(text, line) {
		end := lineEnd(text, line)
		s := text[line:end]
		mark := len(s) >= 3 && (s[:3] == "---" || s[:3] == "...") && (len(s) == 3 || s[3] == ' ' || s[3] == '\t')
		switch {
		case mark && (begun || s[0] == '.'):
			return line, s[0] != '.' || strings.TrimSpace(text[end:]) != ""
		case mark, s != "" && s[0] != '#' && s[0] != '%':
			begun = true
		}
	}
	return 0, false
}

// emptyDocument reports a file without a single value.
func (r *reader) emptyDocument(text, minimal string) {
	what := "file"
	if r.base > 0 {
		what = "front matter"
	}
	message := "the " + what + " is empty"
	if strings.TrimSpace(text) != "" {
		message = "the " + what + " holds nothing but comments"
	}
	r.fail("empty-file", r.base, r.base, message, "the least it can hold is:\n"+minimal)
}

// escapes checks what the escapes of a double-quoted value stand for.
func (r *reader) escapes(v *value) bool {
	for _, c := range v.text {
		if isControl(c) || c == utf8.RuneError {
			r.fail("control-character", v.start, v.end, fmt.Sprintf("“%s” holds %s, which no page can show", v.name, codePoint(c)),
				"take the escape out, or double the backslash if one is meant")
			return false
		}
	}
	return true
}

// pasted returns the value's line with its raw text in quotation marks.
func (v *value) pasted(raw string) string {
	if v.item {
		return "- " + single(raw)
	}
	return pasted(v.name, raw)
}

// pasted returns a key's line with the raw text of its value in quotation marks.
func pasted(name, raw string) string {
	if name == "" || strings.Contains(name, " ") {
		return single(raw)
	}
	return name + ": " + single(raw)
}

// single puts text in single quotation marks as YAML wants it.
func single(s string) string {
	return "'" + strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "'", "''") + "'"
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

func itemExample(t *typ) string {
	switch t.kind {
	case keys:
		return indented(exampleOf(t.shape), "    ")
	case choice:
		return indented(exampleOf(t.choices[len(t.choices)-1].shape), "    ")
	}
	return "…"
}

// exampleOf returns the least that a shape can hold.
func exampleOf(s *shape) string {
	var lines []string
	for i := range s.fields {
		if s.fields[i].required {
			lines = append(lines, s.fields[i].line())
		}
	}
	if len(lines) == 0 {
		lines = append(lines, s.fields[0].line())
	}
	return strings.Join(lines, "\n")
}

func indented(s, by string) string { return strings.ReplaceAll(s, "\n", "\n"+by) }

// shapes holds every table. Of their keys known has every one, listed those that
// take more than text somewhere, texts those that take nothing else, and marked
// those that take Markdown.
var (
	shapes = []*shape{siteShape, publisherShape, verdictShape, outletShape, pageShape, storyShape, eventShape, articleShape,
		claimShape, reviewShape, correctionShape, wordingShape, evidenceShape, findingShape, confirmShape, dismissShape}
	known, listed, texts, marked = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
)

func init() {
	for _, s := range shapes {
		for i := range s.fields {
			f := &s.fields[i]
			known[f.name] = true
			switch {
			case f.typ.kind != text:
				listed[f.name] = true
			case f.typ == markup:
				marked[f.name] = true
			}
		}
	}
	for name := range known {
		texts[name] = !listed[name]
	}
}
