package content

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"crosscheck/generator/diag"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/source"
	bidi "crosscheck/generator/words"
)

// A reader turns the YAML of one file into groups of values, as the shapes say,
// and notes every mistake on its way. What it does not understand it leaves out.
type reader struct {
	file  *source.File
	base  int    // offset of the YAML in the file
	yaml  string // file.Text[base:base+len(yaml)]
	lines []int  // offsets in yaml at which its lines begin, as yaml.v3 counts them
	diags *diag.List
	count int // diagnostics of this file

	// The place that was last looked up: nodes come in order, and a line may be
	// as long as the file.
	line, column, place int

	damaged map[string]bool // keys on lines that could not be read, so that none is called missing
}

// A value is what a key or a list item holds. The zero value is absent.
type value struct {
	name       string // the key, as messages call it; of a list item, the list's
	typ        *typ
	required   bool
	item       bool // it is an item of a list
	partial    bool // of a list: an item was left out
	given      bool // it was understood
	start, end int  // of text: where the words stand in the file, without marks of quotation
	text       string
	number     float64
	truth      bool
	items      []value
	group      *group
	key        source.Span // of a register's item: its id
}

// A group is a group of keys, read.
type group struct {
	shape  *shape
	span   source.Span // where it begins
	values []value     // a value for each field of the shape
}

// maxNotes bounds what is told of one file; a reader of more has the wrong file.
const maxNotes = 500

// note adds a diagnostic.
func (r *reader) note(sev diag.Severity, code string, start, end int, message, hint string, related ...diag.Related) {
	r.count++
	switch {
	case r.count > maxNotes:
		return
	case r.count == maxNotes:
		sev, code, message, hint, related = diag.Error, "too-many", "more mistakes follow than are told here", "is this the right file?", nil
	}
	*r.diags = append(*r.diags, diag.Diagnostic{
		Span: r.file.Span(start, end), Severity: sev, Code: code, Message: message, Hint: hint, Related: related,
	})
}

func (r *reader) fail(code string, start, end int, message, hint string, related ...diag.Related) {
	r.note(diag.Error, code, start, end, message, hint, related...)
}

func (r *reader) warn(code string, start, end int, message, hint string, related ...diag.Related) {
	r.note(diag.Warning, code, start, end, message, hint, related...)
}

// value reads a node as a value of v's type.
func (r *reader) value(n *yaml.Node, v value) (value, bool) {
	t := v.typ
	if !r.plainNode(n, &v) {
		return v, false
	}
	switch t.kind {
	case text, integer, number, truth: // one scalar
		if !r.scalar(n, &v) {
			return v, false
		}
	case list:
		if !r.list(n, &v) {
			return v, false
		}
	case keys:
		if t.orText && n.Kind == yaml.ScalarNode && n.Tag != "!!null" {
			first := &t.shape.fields[0]
			inner, ok := r.value(n, value{name: v.name, typ: first.typ})
			if !ok {
				return v, false
			}
			v.group = &group{shape: t.shape, span: r.file.Span(inner.start, inner.end), values: make([]value, len(t.shape.fields))}
			v.group.values[0] = inner
			break
		}
		if v.group = r.group(n, &v, t.shape); v.group == nil {
			return v, false
		}
	case choice:
		if v.group = r.choose(n, &v); v.group == nil {
			return v, false
		}
	case register:
		if !r.register(n, &v) {
			return v, false
		}
	}
	v.given = true
	return v, true
}

// scalar reads text or a number.
func (r *reader) scalar(n *yaml.Node, v *value) bool {
	t := v.typ
	v.start, v.end = r.extent(n)
	if n.Kind != yaml.ScalarNode {
		r.wrongType(n, v)
		return false
	}
	plain := n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
	if plain && !r.plainScalar(n, v) {
		return false
	}
	switch t.kind {
	case truth:
		if !plain || n.Tag != "!!bool" {
			r.wrongType(n, v)
			return false
		}
		v.truth = strings.EqualFold(n.Value, "true")
		return true
	case integer:
		i, err := strconv.Atoi(n.Value)
		if !plain || n.Tag != "!!int" || err != nil {
			r.wrongType(n, v)
			return false
		}
		if i < t.min || i > math.MaxInt32 {
			r.fail("bad-value", v.start, v.end, fmt.Sprintf("“%s” takes %s", v.name, t.takes), "")
			return false
		}
		v.number = float64(i)
		return true
	case number:
		f, err := strconv.ParseFloat(n.Value, 64)
		if !plain || n.Tag != "!!int" && n.Tag != "!!float" || err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
			r.wrongType(n, v)
			return false
		}
		v.number = f
		return true
	}
	v.text = n.Value
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		v.text = strings.TrimRight(v.text, "\n")
	}
	if v.text == "" || !t.exact && strings.TrimSpace(v.text) == "" {
		r.fail("empty-value", v.start, v.end, fmt.Sprintf("“%s” is empty", v.name), v.fill())
		return false
	}
	if t.prose && !t.exact && strings.TrimFunc(v.text, isOddBlank) == "" {
		r.fail("unseen-value", v.start, v.end, fmt.Sprintf("“%s” holds nothing that a reader could see: %s", v.name, codePoint([]rune(v.text)[0])), "write what is meant in its place")
		return false
	}
	if t.prose && !t.exact && isPlaceholder(v.text) {
		r.fail("placeholder", v.start, v.end, fmt.Sprintf("“%s” still says %s, which only stands for words to write", v.name, strings.TrimSpace(v.text)), "write what is meant in its place")
		return false
	}
	if n.Style&yaml.DoubleQuotedStyle != 0 && !r.escapes(v) {
		return false
	}
	if t.prose && !t.verbatim {
		r.direction(v)
	}
	if t.enum != nil {
		for _, s := range t.enum {
			if s == v.text {
				return true
			}
		}
		hint := ""
		if near := nearest(v.text, t.enum); near != "" {
			hint = v.name + ": " + near + "\n"
		}
		if r.oddBlank(v) {
			return false
		}
		r.fail("not-in-list", v.start, v.end, fmt.Sprintf("“%s” is not %s", clip(v.text), t.takes), hint+"one of "+strings.Join(t.enum, ", "))
		return false
	}
	if t.re != nil && !t.re.MatchString(v.text) && r.oddBlank(v) {
		return false
	}
	if t.check != nil {
		before := len(*r.diags)
		t.check(r, v)
		return len(*r.diags) == before
	}
	return true
}

// direction warns of a control that turns the direction of writing in an editor's
// own words: it is not seen, and makes them read otherwise than they are written.
// What a source printed may hold such controls; pages keep them to themselves.
func (r *reader) direction(v *value) {
	at := strings.IndexFunc(v.text, bidi.TurnsDirection)
	if at < 0 {
		return
	}
	c, size := utf8.DecodeRuneInString(v.text[at:])
	start, end := v.start, v.end // it was written as an escape
	if at := strings.IndexFunc(r.file.Text[start:end], bidi.TurnsDirection); at >= 0 {
		start += at
		end = start + size
	}
	r.warn("direction-control", start, end, fmt.Sprintf("“%s” holds %s, which is not seen and turns the direction of the words behind it", v.name, codePoint(c)),
		"delete it; letters that run from right to left need no such mark")
}

// isPlaceholder reports whether text is what hints show in place of words that
// only an editor can write.
func isPlaceholder(s string) bool {
	switch strings.TrimSpace(s) {
	case "…", "...", "[…]", "(…)", "[...]", "(...)":
		return true
	}
	return false
}

// oddBlank reports a blank, or a mark that nobody sees, at the head or end of a
// value that can have none.
func (r *reader) oddBlank(v *value) bool {
	bare := strings.TrimFunc(v.text, isOddBlank)
	if bare == v.text || v.typ.enum == nil && !v.typ.re.MatchString(bare) {
		return false
	}
	at, mark := strings.IndexFunc(v.text, isOddBlank), rune(0)
	for _, c := range v.text[at:] {
		mark = c
		break
	}
	start, end := v.start, v.end
	if i := strings.IndexRune(r.file.Text[start:end], mark); i >= 0 {
		start, end = start+i, start+i+utf8.RuneLen(mark)
	}
	r.fail("odd-blank", start, end, fmt.Sprintf("%s stands beside “%s” and belongs to the value", codePoint(mark), clip(bare)), v.name+": "+bare)
	return true
}

// list reads a list. A list without a value is empty, so that an editor may
// comment its items out.
func (r *reader) list(n *yaml.Node, v *value) bool {
	t := v.typ
	v.start, v.end = r.extent(n)
	switch {
	case n.Kind == yaml.SequenceNode:
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null" && n.Value == "" && (t.min == 0 || r.damaged[v.name]):
		v.partial = r.damaged[v.name]
		return true
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null":
		r.emptyValue(n, v)
		return false
	default:
		r.wrongType(n, v)
		return false
	}
	v.partial = r.damaged[v.name]
	for i, item := range n.Content {
		if item.Kind == yaml.ScalarNode && item.Tag == "!!null" && item.Value == "" {
			start, end := r.extent(item)
			r.fail("empty-value", start, end, fmt.Sprintf("item %d of “%s” is empty", i+1, v.name), "fill it in, or delete the hyphen")
			v.partial = true
			continue
		}
		if got, ok := r.value(item, value{name: v.name, typ: t.item, required: true, item: true}); ok {
			v.items = append(v.items, got)
		} else {
			v.partial = true
		}
	}
	if len(n.Content) < t.min && !r.damaged[v.name] {
		r.fail("empty-value", v.start, v.end, fmt.Sprintf("“%s” is an empty list", v.name), v.name+":\n  - "+itemExample(t.item))
		return false
	}
	return true
}

// group reads a group of keys; nil where there is none.
func (r *reader) group(n *yaml.Node, v *value, s *shape) *group {
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, v)
		return nil
	}
	start, end := r.extent(n)
	if len(n.Content) > 0 {
		start, end = r.extent(n.Content[0])
	}
	g := &group{shape: s, span: r.file.Span(start, end), values: make([]value, len(s.fields))}
	places := make([]int, len(s.fields)) // offset+1 of the first time that a key was given
	meant := make([]bool, len(s.fields)) // keys that were probably meant by unknown ones
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, val := n.Content[i], n.Content[i+1]
		if !r.key(k) {
			continue
		}
		from, to := r.extent(k)
		f := s.find(k.Value)
		if f < 0 {
			if f = s.find(r.unknownKey(k, s, from, to)); f >= 0 {
				meant[f] = true
			}
			continue
		}
		if places[f] > 0 {
			hint := "keep one of the two"
			if val.Kind == yaml.SequenceNode {
				hint = "move the entries of this one below those of the first, and delete this line"
			}
			r.fail("duplicate-key", from, to, fmt.Sprintf("“%s” is given twice", k.Value), hint,
				diag.Related{Span: r.file.Span(places[f]-1, places[f]-1+to-from), Message: "it stands here already"})
			continue
		}
		places[f] = from + 1
		g.values[f], _ = r.value(val, value{name: k.Value, typ: s.fields[f].typ, required: s.fields[f].required})
	}
	for i := range s.fields {
		f := &s.fields[i]
		if f.required && places[i] == 0 && !meant[i] && !r.damaged[f.name] {
			r.fail("missing-key", start, end, fmt.Sprintf("%s lacks its “%s”", s.name, f.name), f.line())
		}
	}
	if s.either[0] != "" {
		a, b := s.find(s.either[0]), s.find(s.either[1])
		if places[a] > 0 && places[b] > 0 {
			first, second := a, b
			if places[a] > places[b] {
				first, second = b, a
			}
			at := places[second] - 1
			r.fail("either-or", at, at+len(s.fields[second].name),
				fmt.Sprintf("“%s” and “%s” cannot both be given", s.either[0], s.either[1]), "keep one: "+s.why,
				diag.Related{Span: r.file.Span(places[first]-1, places[first]-1+len(s.fields[first].name)), Message: fmt.Sprintf("“%s” stands here", s.fields[first].name)})
		}
	}
	return g
}

// choose reads a group that is one of several, told apart by a key.
func (r *reader) choose(n *yaml.Node, v *value) *group {
	t := v.typ
	s := t.choices[len(t.choices)-1].shape
	if n.Kind == yaml.MappingNode {
	search:
		for _, c := range t.choices {
			for i := 0; i+1 < len(n.Content); i += 2 {
				if n.Content[i].Value == c.key {
					s = c.shape
					break search
				}
			}
		}
		if s == t.choices[len(t.choices)-1].shape {
			reason, own := -1, false
			for i := 0; i+1 < len(n.Content); i += 2 {
				k := n.Content[i]
				word := rulings[strings.ToLower(k.Value)]
				if word == "" && s.find(k.Value) < 0 {
					word = nearest(k.Value, []string{"confirms", "dismisses"})
				}
				if word != "" {
					start, end := r.extent(k)
					r.fail("unknown-key", start, end, fmt.Sprintf("“%s” is not a key of %s", clip(k.Value), s.name), "did you mean "+word+"?")
					return nil
				}
				if k.Value == "reason" {
					reason = i
				}
				own = own || k.Value == "summary" || k.Value == "evidence"
			}
			if reason >= 0 && !own {
				start, end := r.extent(n.Content[reason])
				r.fail("missing-key", start, end, "the finding that the reason is for is not named", "dismisses: day-conflict-1a2b3c4d\nor\nconfirms: day-conflict-1a2b3c4d\nwith the id that the build prints")
				return nil
			}
		}
	}
	return r.group(n, v, s)
}

// register reads a group whose keys are ids.
func (r *reader) register(n *yaml.Node, v *value) bool {
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, v)
		return false
	}
	seen := map[string]source.Span{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if !r.key(k) {
			continue
		}
		from, to := r.extent(k)
		span := r.file.Span(from, to)
		if !r.newID(k.Value, span, seen, "an outlet") {
			continue
		}
		got, ok := r.value(n.Content[i+1], value{name: k.Value, typ: v.typ.item, required: true})
		if ok {
			got.key, got.text = span, k.Value
			v.items = append(v.items, got)
		}
	}
	return true
}

// newID checks an id that is given for the first time: its letters, that the
// site does not need it, and that no other is like it but for case.
func (r *reader) newID(id string, span source.Span, seen map[string]source.Span, what string) bool {
	low := strings.ToLower(id)
	if first, twice := seen[low]; twice {
		message := fmt.Sprintf("the id “%s” is given twice", clip(id))
		if first.Text() != span.Text() {
			message = fmt.Sprintf("the ids “%s” and “%s” differ only in case", clip(first.Text()), clip(id))
		}
		*r.diags = append(*r.diags, diag.Diagnostic{Span: span, Code: "duplicate-id", Message: message, Hint: "rename one of the two",
			Related: []diag.Related{{Span: first, Message: "it stands here already"}}})
		return false
	}
	seen[low] = span
	return checkNewID(id, span, what, r.diags)
}

// checkNewID reports an id that no file or address can have.
func checkNewID(id string, span source.Span, what string, diags *diag.List) bool {
	if !validID(id) {
		*diags = append(*diags, diag.Diagnostic{Span: span, Code: "bad-id",
			Message: fmt.Sprintf("the id “%s” has characters that no address on the site may have", clip(id)),
			Hint:    fmt.Sprintf("use lower-case letters a to z, digits and hyphens, as in %s", suggestID(id))})
		return false
	}
	if len(id) > longestID {
		*diags = append(*diags, diag.Diagnostic{Span: span, Code: "bad-id",
			Message: fmt.Sprintf("the id “%s” has %d characters; an address on the site may have %d", clip(id), len(id), longestID),
			Hint:    "give the file or folder a shorter name, as in " + strings.TrimRight(id[:40], "-")})
		return false
	}
	if factcheck.DeviceName(id) {
		*diags = append(*diags, diag.Diagnostic{Span: span, Code: "reserved-id",
			Message: fmt.Sprintf("“%s” cannot be the id of %s: Windows keeps that name for a device, and could not open the files", id, what),
			Hint:    "choose another, as in " + id + "-1"})
		return false
	}
	for _, word := range factcheck.Reserved {
		if id == word {
			*diags = append(*diags, diag.Diagnostic{Span: span, Code: "reserved-id",
				Message: fmt.Sprintf("“%s” cannot be the id of %s, since the site needs that address for itself", id, what),
				Hint:    "choose another, as in " + id + "-1"})
			return false
		}
	}
	return true
}

// longestID leaves room for “.html” in a file name of any system.
const longestID = 120

func validID(id string) bool {
	for i := range len(id) {
		if c := id[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return id != ""
}

// suggestID returns an id that is like what was written.
func suggestID(s string) string {
	for _, ext := range [...]string{".txt", ".md", ".yaml", ".yml"} {
		s = strings.TrimSuffix(s, ext)
	}
	return factcheck.Slug(strings.ReplaceAll(s, "_", "-"))
}

// at returns the field's value; it is a mistake of the program to ask for one
// that the shape does not have.
func (g *group) at(name string) *value {
	i := g.shape.find(name)
	if i < 0 {
		panic("content: " + g.shape.name + " has no key " + name)
	}
	return &g.values[i]
}

func (g *group) has(name string) bool { return g.at(name).given }

func (g *group) text(name string) string {
	if v := g.at(name); v.given {
		return v.text
	}
	return ""
}

func (g *group) int(name string) int {
	if v := g.at(name); v.given {
		return int(v.number)
	}
	return 0
}

func (g *group) date(name string) factcheck.Date {
	if v := g.at(name); v.given {
		return parseDate(v.text)
	}
	return factcheck.Date{}
}

func (g *group) items(name string) []value { return g.at(name).items }

func (g *group) texts(name string) []string {
	var all []string
	for _, v := range g.at(name).items {
		all = append(all, v.text)
	}
	return all
}

// span returns where a field's value stands in the file.
func (g *group) place(file *source.File, name string) source.Span {
	v := g.at(name)
	if !v.given {
		return g.span
	}
	return file.Span(v.start, v.end)
}
