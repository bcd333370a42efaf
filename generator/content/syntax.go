package content

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"crosscheck/generator/diag"
)

// The YAML library says little of a syntax error: a phrase of its own grammar
// and a line, which may be that where a list began, or none. So the line is
// found by trial, as the first from which on no beginning of the file can be
// read, and the cause by looking at the lines as an editor does: outline knows
// the slips that people make, not the grammar. What it suspects counts only
// where the library failed, too.

// A cause is what an outline holds for a mistake.
type cause struct {
	first      int // line in which the value begins, from 0
	line       int // line of the mistake
	start, end int
	message    string
	hint       string
	code       string // syntax if empty
	related    []diag.Related
}

// syntaxError notes why text cannot be read, and returns that.
func (r *reader) syntaxError(text string, err error) *cause {
	starts := lineStarts(text)
	line := failingLine(text, starts)
	o := outline{text: text, starts: starts}
	o.scan()
	var best *cause
	for i := range o.causes {
		if c := &o.causes[i]; c.first <= line {
			best = c
			if c.line >= line {
				break
			}
		}
	}
	if best != nil && best.line < line {
		// Is it to blame for what the library found further down?
		stop := len(text)
		if line+1 < len(starts) {
			stop = starts[line+1]
		}
		if _, err := parse(blanked(text, starts[best.line], starts[best.line+1])[:stop]); err != nil {
			best = nil
		}
	}
	if best == nil {
		best = generic(text, starts, line, err)
	}
	code := best.code
	if code == "" {
		code = "syntax"
	}
	for i := range best.related {
		s := &best.related[i].Span
		*s = r.file.Span(r.base+s.Start, r.base+s.End)
	}
	r.fail(code, r.base+best.start, r.base+best.end, best.message, best.hint, best.related...)
	return best
}

// lineStarts returns where lines begin, as people count them.
func lineStarts(text string) []int {
	starts := []int{0}
	for i := nextLine(text, 0); i < len(text); i = nextLine(text, i) {
		starts = append(starts, i)
	}
	return starts
}

// failingLine returns the first line, from 0, from which on no beginning of
// the text can be read. Of long texts it may return a later one: the trials
// are limited.
func failingLine(text string, starts []int) int {
	last := min(linesRead(text), len(starts))
	budget := 2 << 20
	for k := last - 1; k > 0 && budget > 0; k-- {
		budget -= starts[k] + 500
		if _, err := parse(text[:starts[k]]); err == nil {
			return k
		}
	}
	if budget > 0 {
		return 0
	}
	return max(0, last-1)
}

// linesRead returns how many lines the library asks for before it gives up.
func linesRead(text string) (n int) {
	defer func() { _ = recover() }()
	feed := &lineFeed{text: text, lines: &n}
	var doc yaml.Node
	_ = yaml.NewDecoder(feed).Decode(&doc)
	return n
}

// lineFeed hands out a line at a time.
type lineFeed struct {
	text  string
	lines *int
	rest  int // of the line that was begun
}

func (f *lineFeed) Read(p []byte) (int, error) {
	if f.text == "" {
		return 0, io.EOF
	}
	if f.rest == 0 {
		*f.lines++
		f.rest = nextLine(f.text, 0)
	}
	n := copy(p, f.text[:f.rest])
	f.text, f.rest = f.text[n:], f.rest-n
	return n, nil
}

// repaired returns text with blanks in place of what cannot be read: the lines
// of the mistake, or the list item that they stand in, or the whole top-level
// entry; as little as makes the rest of it readable.
func (r *reader) repaired(text string, c *cause) (string, bool) {
	starts := lineStarts(text)
	l := layout{text: text, starts: starts}
	top := c.first
	for top > 0 && (l.empty(top) || l.indent(top) > 0 || l.dash(top)) {
		top--
	}
	item := top
	for i := c.first; i > top; i-- {
		if l.dash(i) && (i == c.first || l.indent(i) < l.indent(c.first) || l.empty(c.first)) {
			item = i
			break
		}
	}
	for _, from := range []int{-1, item, top} {
		var to int // behind the last line to take out
		switch from {
		case -1:
			from, to = c.first, c.line+1
			if to < len(starts) && !l.empty(to) && (l.dash(to) || l.indent(to) > l.indent(from)) || l.dash(from) {
				continue // what hangs on these lines would hang on others
			}
		case top:
			for to = top + 1; to < len(starts) && (l.empty(to) || l.indent(to) > 0 || l.dash(to)); to++ {
			}
		default:
			for to = item + 1; to < len(starts) && (l.empty(to) || l.indent(to) > l.indent(item)); to++ {
			}
		}
		to = max(to, c.line+1)
		end := len(text)
		if to < len(starts) {
			end = starts[to]
		}
		rest := blanked(text, starts[from], end)
		if rest == text {
			continue
		}
		if from != top {
			// What fails within the same item is a consequence.
			if _, err := parse(rest); err != nil {
				if next := failingLine(rest, starts); next >= item && (next <= to || next <= c.line+1) {
					continue
				}
			}
		}
		if r.damaged == nil {
			r.damaged = map[string]bool{}
		}
		r.damaged[l.key(top)] = true
		for i := from; i < to && i < len(starts); i++ {
			r.damaged[l.key(i)] = true
		}
		return rest, true
	}
	return "", false
}

// A layout answers what YAML looks like to the eye.
type layout struct {
	text   string
	starts []int
}

func (l *layout) row(i int) string { return l.text[l.starts[i]:lineEnd(l.text, l.starts[i])] }

// indent counts the columns before a line's text; a tab reaches far.
func (l *layout) indent(i int) (columns int) {
	for _, c := range l.row(i) {
		switch {
		case c == '\t':
			columns += 8
		case isOddBlank(c):
			columns++
		default:
			return columns
		}
	}
	return columns
}

// empty reports whether a line holds nothing but a comment.
func (l *layout) empty(i int) bool {
	s := strings.TrimSpace(l.row(i))
	return s == "" || s[0] == '#'
}

// dash reports whether a line begins an item of a list.
func (l *layout) dash(i int) bool {
	s := strings.TrimLeft(l.row(i), " ")
	return s == "-" || strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "-\t")
}

// key returns the key that a line seems to begin with.
func (l *layout) key(i int) string {
	s := strings.TrimLeftFunc(l.row(i), func(c rune) bool {
		return isOddBlank(c) || strings.ContainsRune("-%\"'", c) || strings.ContainsRune(bullets, c)
	})
	if n := strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && c != '_' }); n >= 0 {
		return s[:n]
	}
	return s
}

// blanked returns text with blanks in place of a stretch of it, line breaks
// kept.
func blanked(text string, start, end int) string {
	b := []byte(text)
	for i := start; i < end; i++ {
		if b[i] != '\n' && b[i] != '\r' {
			b[i] = ' '
		}
	}
	return string(b)
}

// generic says in an editor's words what the library found.
func generic(text string, starts []int, line int, err error) *cause {
	start := starts[line]
	end := lineEnd(text, start)
	for start < end && text[start] == ' ' {
		start++
	}
	c := &cause{first: line, line: line, start: start, end: end}
	problem := strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(problem, "line "); ok {
		if _, after, ok := strings.Cut(rest, ": "); ok {
			problem = after
		}
	}
	for _, p := range [...]struct{ phrase, message, hint string }{
		{"did not find expected key", "this line does not fit what stands above it", "keys of one group begin in the same column, as do the hyphens of one list"},
		{"did not find expected '-' indicator", "this line does not fit the list above it", "begin it with a hyphen and a blank, in the column of the other hyphens, or indent it as the keys of the item above"},
		{"mapping values are not allowed", "a colon followed by a blank begins a value, and none can stand here", "if the colon belongs to text, put the text in quotation marks; if the line is a key, begin it in the column of the other keys"},
		{"could not find expected ':'", "this line has no colon", "a line is a key, a colon, a blank and a value, as in claimant: Ada Example"},
		{"block sequence entries are not allowed", "an item of a list cannot stand here", "leave the line of the key empty after its colon, and begin the items in lines of their own"},
		{"unexpected end of stream", "something that is opened here is never closed", "look for a quotation mark or bracket without its other half"},
		{"did not find expected ',' or ']'", "the list that is opened with [ is never closed", "write ] at its end; if the bracket belongs to text, put the text in quotation marks"},
		{"did not find expected ',' or '}'", "the group that is opened with { is never closed", "write } at its end; if the bracket belongs to text, put the text in quotation marks"},
		{"cannot start any token", "no value can begin with this character", "put the value in quotation marks"},
		{"unknown anchor", "YAML takes the * for a reference to another place", "put the value in quotation marks"},
		{"found unknown escape character", "in double quotation marks a backslash begins an escape, and YAML does not know this one", "use single quotation marks, or double the backslash"},
		{"unknown directive", "a line that begins with % is a directive of YAML", "put the value in quotation marks"},
		{"did not find expected <document start>", "what stands above this line is no key, list or value that the line could go on", "a line is a key, a colon, a blank and a value"},
	} {
		if strings.Contains(problem, p.phrase) {
			c.message, c.hint = p.message, p.hint
			return c
		}
	}
	c.message, c.hint = "YAML cannot be read from this line on ("+clip(problem)+")", "put values that hold unusual marks in quotation marks"
	return c
}

// An outline looks at YAML line by line for the slips that people make.
type outline struct {
	text   string
	starts []int
	line   int // the line that is looked at
	causes []cause

	open []column // groups and lists that are open
	free bool     // the last value was empty, so that a group or list may begin
	void column   // the key of that value

	plain     int    // column that more lines of an unquoted value must exceed; -1 outside one
	plainKey  string // its key
	plainAt   int    // where the key begins
	plainLine int    // and in which line
	plainFrom int    // where it begins
	cut       int    // line in which a comment ended it; -1 if none did
}

// A column is where the entries of an open group or list begin.
type column struct {
	at   int
	list bool
	key  string // the first key of a group
}

func (o *outline) add(start, end int, message, hint string) *cause {
	o.causes = append(o.causes, cause{first: o.line, line: o.line, start: start, end: end, message: message, hint: hint})
	return &o.causes[len(o.causes)-1]
}

func (o *outline) scan() {
	o.plain, o.cut, o.free = -1, -1, true
	for o.line = 0; o.line < len(o.starts); o.line++ {
		if !o.row() {
			return
		}
	}
}

// row looks at a line, and moves o.line to the last line of its value; false
// where nothing after it can be understood.
func (o *outline) row() bool {
	s, begin := o.text, o.starts[o.line]
	end := lineEnd(s, begin)
	i := begin
	for i < end && s[i] == ' ' {
		i++
	}
	if i == end || s[i] == '#' {
		return true
	}
	if s[i] == '\t' {
		j := i
		for j < end && (s[j] == '\t' || s[j] == ' ') {
			j++
		}
		switch {
		case j == end || s[j] == '#':
		case o.plain < 0 || i-begin <= o.plain:
			o.add(i, j, "a tab stands at the head of the line, where YAML takes blanks only", "replace it by blanks, in the column of the lines beside it")
		default:
			return o.more(j, end)
		}
		return true
	}
	if c, size := utf8.DecodeRuneInString(s[i:]); c >= utf8.RuneSelf && isOddBlank(c) && o.plain < 0 {
		o.add(i, i+size, fmt.Sprintf("the mark %s looks like a blank, but is none to YAML", codePoint(c)), "delete it and type a blank").code = "odd-blank"
		return true
	}
	if i == begin && (strings.HasPrefix(s[i:end], "---") || strings.HasPrefix(s[i:end], "...") || s[i] == '%') {
		if s[i] == '%' {
			o.add(i, i+1, "no line can begin with %", "if it belongs to text, put the text in quotation marks, on the line of its key")
		}
		o.open, o.plain, o.free = nil, -1, true
		return true
	}
	at := i - begin
	if o.plain >= 0 && at > o.plain {
		return o.more(i, end)
	}
	o.plain = -1
	dashed := false
	for i < end && s[i] == '-' && (i+1 == end || s[i+1] == ' ' || s[i+1] == '\t') {
		o.enter(column{at: i - begin, list: true}, i, dashed)
		dashed, o.free = true, true
		for i++; i < end && (s[i] == ' ' || s[i] == '\t'); i++ {
			if s[i] == '\t' {
				o.add(i, i+1, "a tab stands after the hyphen, where YAML takes a blank only", "replace it by a blank")
				return true
			}
		}
	}
	if i == end || s[i] == '#' {
		return true
	}
	at = i - begin
	key, value, more := o.key(i, end)
	if more && !dashed && o.free && at > o.void.at && texts[o.void.key] && !known[key] && s[i] != '"' && s[i] != '\'' {
		// Text below its key.
		o.free = false
		o.plain, o.plainKey, o.plainAt, o.plainLine, o.plainFrom, o.cut = o.void.at, o.void.key, i, o.line, i, -1
		return value < 0 || o.more(i, end)
	}
	switch {
	case !more:
		return false
	case value >= 0:
		o.enter(column{at: at, key: key}, i, dashed)
		o.free = false
		o.plainAt, o.plainLine = i, o.line
		return o.value(key, value, at)
	case dashed:
		o.free = false
		return o.value("", i, o.open[len(o.open)-1].at)
	}
	o.noColon(i, end)
	return true
}

// enter opens a group or list, or goes on with one, and notes a column in which
// none can begin.
func (o *outline) enter(c column, i int, dashed bool) {
	var left *column
	for len(o.open) > 0 && o.open[len(o.open)-1].at > c.at {
		left = &o.open[len(o.open)-1]
		o.open = o.open[:len(o.open)-1]
	}
	if len(o.open) > 0 && o.open[len(o.open)-1].at == c.at {
		top := o.open[len(o.open)-1]
		if top.list == c.list {
			return
		}
		if c.list { // a list may begin in the column of its key
			if !o.free {
				o.add(i, i+1, "an item of a list stands here among keys", "indent the hyphen below the key whose list it belongs to, and leave that key's line empty after the colon")
			}
			o.open = append(o.open, c)
			return
		}
		// a key behind the list of the key before
		o.open = o.open[:len(o.open)-1]
		if len(o.open) == 0 || o.open[len(o.open)-1].at != c.at {
			o.add(i, lineEnd(o.text, i), fmt.Sprintf("“%s” stands where the list goes on, and has no hyphen", clip(c.key)), "indent it as the keys of the item above, or begin the item with a hyphen and a blank")
			o.open = append(o.open, c)
		}
		return
	}
	if left != nil && !dashed {
		what := fmt.Sprintf("“%s” begins", clip(c.key))
		if c.list {
			what = "this hyphen stands"
		}
		beside := "the keys beside it begin"
		if left.list {
			beside = "the hyphens of the list stand"
		}
		o.add(i, i+max(1, len(c.key)), fmt.Sprintf("%s in column %d, but %s in column %d", what, c.at+1, beside, left.at+1),
			fmt.Sprintf("put %d blanks before it", left.at))
		o.open = append(o.open, *left)
		return
	}
	if left == nil && !dashed && !o.free && len(o.open) > 0 {
		what := fmt.Sprintf("“%s”", clip(c.key))
		if c.list {
			what = "this hyphen"
		}
		top := o.open[len(o.open)-1]
		o.add(i, i+max(1, len(c.key)), fmt.Sprintf("%s is indented too far: what stands beside it begins in column %d", what, top.at+1), fmt.Sprintf("put %d blanks before it", top.at))
		return
	}
	o.open = append(o.open, c)
}

// key returns the key that begins at i and where its value begins, -1 where
// there is no key; false where a quotation mark is never closed.
func (o *outline) key(i, end int) (key string, value int, ok bool) {
	s := o.text
	if s[i] == '"' || s[i] == '\'' {
		close, closed := quotedEnd(s, i)
		if !closed {
			o.unclosed("", i)
			return "", -1, false
		}
		j := close
		for j < len(s) && s[j] == ' ' {
			j++
		}
		if close <= end && j < len(s) && s[j] == ':' {
			return s[i+1 : close-1], j + 1, true
		}
		return "", -1, true
	}
	if s[i] == '[' || s[i] == '{' {
		return "", -1, true
	}
	for j := i; j < end; j++ {
		switch {
		case s[j] == ':' && (j+1 == end || s[j+1] == ' ' || s[j+1] == '\t'):
			return strings.TrimRight(s[i:j], " \t"), j + 1, true
		case s[j] == '#' && j > i && (s[j-1] == ' ' || s[j-1] == '\t'):
			return "", -1, true
		}
	}
	return "", -1, true
}

// value looks at a value that begins at i or behind blanks; more lines of it are
// indented further than at. It moves o.line to its last line.
func (o *outline) value(key string, i, at int) bool {
	s := o.text
	end := lineEnd(s, min(i, len(s)))
	for i < end && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	if i >= end || s[i] == '#' {
		o.free, o.void = true, column{at: at, key: key}
		return true
	}
	whole := s[i:end]
	raw := rawLine(s, i)
	switch s[i] {
	case '"', '\'':
		close, closed := quotedEnd(s, i)
		if !closed {
			o.unclosed(key, i)
			return false
		}
		if s[i] == '"' {
			o.escapes(key, i, close)
		}
		first := o.line
		o.to(close)
		o.nothingBehind(key, i, close, first)
		return true
	case '[', '{':
		close, closed := flowEnd(s, i)
		if !closed {
			what := "list"
			if s[i] == '{' {
				what = "group"
			}
			if at := strings.Index(raw, " #"); at > 0 && glued(raw[at+1:]) {
				o.add(i+at+1, end, fmt.Sprintf("YAML takes “%s” for a comment, so the %s that is opened with %c is never closed", clip(raw[at+1:]), what, s[i]), "put the text with the # in quotation marks")
				return false
			}
			hint := "if the bracket belongs to text, put the value in quotation marks:\n" + pasted(key, raw)
			if listed[key] && s[i] == '[' {
				hint = "write ] behind its last item"
				if inner, _, _ := strings.Cut(raw, " #"); !o.goesOn(at) {
					hint = key + ": " + strings.TrimRight(inner, " \t,") + "]"
				}
			}
			o.add(i, end, fmt.Sprintf("the %s that is opened with %c is never closed", what, s[i]), hint)
			return false
		}
		o.to(close)
		rest := strings.TrimLeft(s[close:lineEnd(s, close)], " \t")
		if rest != "" && rest[0] != '#' {
			o.add(i, end, fmt.Sprintf("a value that begins with %c is a list or a group to YAML, and text stands behind its end", s[i]), "put the value in quotation marks:\n"+pasted(key, raw))
		}
		return true
	case '|', '>':
		header, _, _ := strings.Cut(raw, " #")
		if strings.Trim(header, "|>+-123456789 \t") != "" || len(strings.TrimSpace(header)) > 3 {
			o.add(i, end, fmt.Sprintf("a value that begins with %c is a block, whose text begins in the next line", s[i]), "if the mark belongs to the text, put the value in quotation marks:\n"+pasted(key, raw))
		}
		o.block(at)
		return true
	case '@', '`', '%':
		o.add(i, i+1, fmt.Sprintf("no unquoted value can begin with %c", s[i]), "put the value in quotation marks:\n"+pasted(key, raw))
		return true
	case ',', ']', '}':
		o.add(i, i+1, fmt.Sprintf("no unquoted value can begin with %c", s[i]), "put the value in quotation marks:\n"+pasted(key, raw))
		return true
	case '*':
		o.add(i, end, fmt.Sprintf("YAML takes the * before “%s” for a reference to another place", clip(raw[1:])), "if it belongs to the text, put the value in quotation marks:\n"+pasted(key, raw)).code = "alias"
		return true
	case '&':
		o.add(i, end, fmt.Sprintf("YAML takes “%s” for a name of this place, not for text", clip(firstWord(raw))), "if it belongs to the text, put the value in quotation marks:\n"+pasted(key, raw)).code = "alias"
		return true
	case '!':
		o.add(i, end, fmt.Sprintf("YAML takes “%s” for a mark of its own", clip(firstWord(raw))), "put the value in quotation marks:\n"+pasted(key, raw)).code = "tag"
		return true
	case '-':
		if i+1 == end || s[i+1] == ' ' {
			if key != "" {
				if known[key] && !listed[key] {
					o.add(i, i+1, fmt.Sprintf("a hyphen and a blank begin an item of a list, and “%s” takes text", key), "if the hyphen belongs to the text, put the value in quotation marks:\n"+pasted(key, raw))
					return true
				}
				o.add(i, i+1, fmt.Sprintf("a list cannot begin in the line of its key “%s”", clip(key)), "begin it in the next line:\n"+key+":\n  "+raw)
			}
			return true
		}
	}
	text, _, comment := strings.Cut(whole, " #")
	if colon := innerColon(text); colon >= 0 {
		o.add(i+colon, i+colon+1, fmt.Sprintf("a colon followed by a blank cannot stand in unquoted text%s", of(key)), "put the value in quotation marks:\n"+pasted(key, raw))
	}
	o.plain, o.plainKey, o.plainFrom, o.cut = at, key, i, -1
	if comment {
		o.cut = o.line
	}
	return true
}

func of(key string) string {
	if key == "" {
		return ""
	}
	return " of “" + clip(key) + "”"
}

// innerColon returns the place of a colon that YAML takes for the end of a key.
func innerColon(text string) int {
	for i := range len(text) {
		if text[i] == ':' && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\t') {
			return i
		}
	}
	return -1
}

// bullets are the marks that people begin the items of a list with.
const bullets = "–—•*·‣◦ "

// more looks at a further line of an unquoted value.
func (o *outline) more(i, end int) bool {
	row := o.text[i:end]
	text, _, comment := strings.Cut(row, " #")
	colon := innerColon(text)
	switch {
	case o.cut >= 0 && colon < 0:
		o.add(i, end, fmt.Sprintf("the text%s ended with the comment in line %d, and goes on here", of(o.plainKey), o.cut+1), "give the comment a line of its own above the key")
		return true
	case colon >= 0:
		word := strings.TrimSpace(text[:colon])
		if bare := strings.TrimLeft(o.plainKey, bullets); bare != o.plainKey && bare != "" {
			o.add(o.plainAt, o.plainAt+len(o.plainKey)-len(bare), "an item of a list begins with a hyphen and a blank", "- "+bare+": "+clip(o.text[o.plainFrom:lineEnd(o.text, o.plainFrom)])).first = o.plainLine
		} else if known[strings.TrimPrefix(word, "- ")] {
			column := o.plain + 1
			o.add(i, i+len(word), fmt.Sprintf("“%s” is indented too far, as if it were more text of “%s”", clip(word), clip(o.plainKey)), fmt.Sprintf("begin it in column %d, below “%s”", column, clip(o.plainKey)))
		} else {
			o.add(i+colon, i+colon+1, fmt.Sprintf("a colon followed by a blank cannot stand in unquoted text%s", of(o.plainKey)),
				o.inBlock())
			// What else belongs to the text is in the hint.
			l := layout{text: o.text, starts: o.starts}
			for o.line+1 < len(o.starts) && (l.empty(o.line+1) || l.indent(o.line+1) > o.plain) && !known[l.key(o.line+1)] {
				o.line++
			}
		}
		o.plain = -1
		return true
	}
	if comment {
		o.cut = o.line
	}
	return true
}

// goesOn reports whether the next line is indented further than column at, and
// so more of the value above.
func (o *outline) goesOn(at int) bool {
	l := layout{text: o.text, starts: o.starts}
	for i := o.line + 1; i < len(o.starts); i++ {
		if !l.empty(i) {
			word, _, colon := strings.Cut(strings.TrimLeft(l.row(i), " -"), ":")
			return l.indent(i) > at && !(colon && known[word])
		}
	}
	return false
}

// inBlock returns the unquoted value that is looked at as a block to paste, all
// lines of it.
func (o *outline) inBlock() string {
	mark := ">-"
	if marked[o.plainKey] {
		mark = "|"
	}
	const advice = "put the text in a block, every line of it indented:\n"
	var rows []string
	size, line := 0, o.plainFrom
	for line < len(o.text) {
		begin := line
		if len(rows) > 0 {
			for begin < len(o.text) && o.text[begin] == ' ' {
				begin++
			}
		}
		row := o.text[begin:lineEnd(o.text, begin)]
		if len(rows) > 0 && row != "" && begin-line <= o.plain {
			break
		}
		rows = append(rows, row)
		if size += len(row); size > 4000 {
			return advice + fmt.Sprintf("%s: %s\n  …\n(begin the text in the line below the key)", o.plainKey, mark)
		}
		line = nextLine(o.text, line)
	}
	for len(rows) > 0 && rows[len(rows)-1] == "" {
		rows = rows[:len(rows)-1]
	}
	return advice + blockOf(o.plainKey, mark, rows)
}

// blockOf returns a key with a block of those lines.
func blockOf(key, mark string, rows []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", key, mark)
	for _, row := range rows {
		b.WriteByte('\n')
		if row != "" {
			b.WriteString("  " + row)
		}
	}
	return b.String()
}

// block skips the lines of a block whose key stands in column at.
func (o *outline) block(at int) {
	o.plain = -1
	indent := -1
	for o.line+1 < len(o.starts) {
		begin := o.starts[o.line+1]
		end := lineEnd(o.text, begin)
		i := begin
		for i < end && o.text[i] == ' ' {
			i++
		}
		if i == end {
			o.line++
			continue
		}
		if indent < 0 && i-begin > at {
			indent = i - begin
		}
		if i-begin <= at {
			if indent < 0 && o.text[i] == '\t' {
				o.line++
				o.add(i, end, "a tab stands at the head of the line, where YAML takes blanks only", "replace it by blanks")
				continue
			}
			return
		}
		o.line++
		if i-begin < indent && o.text[i] != '#' {
			o.add(i, end, "this line of the block is indented less than its first line", fmt.Sprintf("put %d blanks before it", indent))
		}
	}
}

// unclosed notes a quotation mark without its other half.
func (o *outline) unclosed(key string, i int) {
	raw := rawLine(o.text, i)
	name := "double"
	if raw[0] == '\'' {
		name = "single"
	}
	hint := "write the second one where the text ends:\n" + pasted(key, raw[1:]) + "\nif the mark belongs to the text, put the whole value in quotation marks:\n" + pasted(key, raw)
	if at := i - o.starts[o.line] - len(key) - 2; len(raw) > 200 || key != "" && o.goesOn(max(0, at)) {
		hint = "write the second one where the text ends, or, if it belongs to the text, put the whole value in quotation marks"
	}
	o.add(i, i+1, fmt.Sprintf("the %s quotation mark%s is never closed", name, of(key)), hint)
}

// nothingBehind notes text behind the mark that closes a quoted value.
func (o *outline) nothingBehind(key string, i, close, first int) {
	end := lineEnd(o.text, close)
	rest := strings.TrimLeft(o.text[close:end], " \t")
	if rest == "" || rest[0] == '#' && (o.text[close] == ' ' || o.text[close] == '\t') {
		return
	}
	raw, mark := o.text[i:end], o.text[i]
	if len(raw) > 400 {
		o.add(close-1, close, fmt.Sprintf("the quotation mark closes the value%s here, but more text follows", of(key)), "put the text in a block:\n"+key+": >-\n  …").first = first
		return
	}
	hint := "put the whole value in quotation marks:\n" + pasted(key, raw)
	if raw[len(raw)-1] == mark && len(raw) > 2 {
		inner := raw[1 : len(raw)-1]
		if mark == '\'' && strings.Count(inner, "'") == 1 {
			hint = "double an apostrophe inside single quotation marks:\n" + pasted(key, inner)
		} else {
			hint = "if the outer marks belong to the text:\n" + pasted(key, raw) + "\nif they do not:\n" + pasted(key, inner)
		}
	}
	if strings.ContainsAny(raw, "\r\n") {
		hint = "double every apostrophe inside single quotation marks, or put the text in a block:\n" + key + ": >-\n  …"
	}
	c := o.add(close-1, close, fmt.Sprintf("the quotation mark closes the value%s here, but more text follows", of(key)), hint)
	c.first = first
	if strings.ContainsAny(raw, "\r\n") {
		c.related = []diag.Related{{Message: "the value begins here"}}
		c.related[0].Span.Start, c.related[0].Span.End = i, i+1
	}
}

// escapes notes a backslash in double quotation marks that YAML cannot read.
func (o *outline) escapes(key string, i, close int) {
	for j := i + 1; j < close-1; j++ {
		if o.text[j] != '\\' {
			continue
		}
		j++
		if strings.IndexByte("0abt\tnvfe \"'/\\N_LPxuU\r\n", o.text[j]) < 0 {
			_, size := utf8.DecodeRuneInString(o.text[j:])
			raw := rawLine(o.text[:close-1], i+1)
			o.add(j-1, j+size, fmt.Sprintf("in double quotation marks a backslash begins an escape, and YAML knows none like %s", clip(o.text[j-1:j+size])),
				"use single quotation marks:\n"+pasted(key, raw))
			return
		}
	}
}

// noColon notes a line that is neither a key nor more of a value.
func (o *outline) noColon(i, end int) {
	row := rawLine(o.text, i)
	word := row
	if n := strings.IndexFunc(row, func(c rune) bool { return !unicode.IsLetter(c) && c != '_' }); n >= 0 {
		word = row[:n]
	}
	after := row[len(word):]
	if known[word] && after == "" {
		o.add(i, end, fmt.Sprintf("after “%s” the colon is missing", word), word+":")
		return
	}
	if known[word] {
		c, size := utf8.DecodeRuneInString(after)
		rest := strings.TrimLeftFunc(after[size:], isOddBlank)
		switch {
		case c == ':' && rest == after[size:]:
			o.add(i, i+len(word)+1, fmt.Sprintf("after “%s:” a blank is missing", word), word+": "+rest).code = "missing-blank"
			return
		case c == ':':
			blank, n := utf8.DecodeRuneInString(after[size:])
			o.add(i+len(word)+1, i+len(word)+1+n, fmt.Sprintf("the mark %s after “%s:” looks like a blank, but is none to YAML", codePoint(blank), word), word+": "+rest).code = "odd-blank"
			return
		case c == '：' || c == '﹕' || c == '∶' || c == ';' || c == '=':
			o.add(i+len(word), i+len(word)+size, fmt.Sprintf("%c stands where YAML takes a colon", c), word+": "+rest)
			return
		}
		o.add(i, i+len(word), fmt.Sprintf("after “%s” the colon is missing", word), word+": "+strings.TrimSpace(after))
		return
	}
	if bare := strings.TrimLeft(row, bullets); bare != row && strings.Contains(bare, ":") {
		o.add(i, i+len(row)-len(bare), "an item of a list begins with a hyphen and a blank", "- "+bare)
		return
	}
	hint := "a line is a key, a colon, a blank and a value, as in claimant: Ada Example"
	if o.line > 0 {
		hint += "; if it is more text of the value above, indent it further than that key"
	}
	o.add(i, end, "this line has no key", hint)
}

// to moves o.line to the line in which i stands.
func (o *outline) to(i int) {
	for o.line+1 < len(o.starts) && o.starts[o.line+1] < i {
		o.line++
	}
}

// flowEnd returns the place behind the bracket that closes the one at i.
func flowEnd(s string, i int) (int, bool) {
	depth := 0
	for j := i; j < len(s); j++ {
		switch s[j] {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return j + 1, true
			}
		case '"', '\'':
			if p := s[j-1]; p == ' ' || p == ',' || p == '[' || p == '{' || p == '\n' || p == ':' {
				close, ok := quotedEnd(s, j)
				if !ok {
					return len(s), false
				}
				j = close - 1
			}
		case '#':
			if s[j-1] == ' ' {
				j = lineEnd(s, j)
			}
		}
	}
	return len(s), false
}
