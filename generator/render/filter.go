package render

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
)

// A filter is what readers can narrow a list by. Pages are complete without it;
// list.js makes the controls.
//
// Each value that an entry can be chosen by has a number, counted over all
// facets. An entry's element says which numbers it has (data-f); where a list
// goes over several pages, so does a script that holds the whole of it, since a
// page opened from disk cannot ask for another.
type filter struct {
	one, many string // what is listed
	facets    [facets]facet
	entries   [][]*option
}

// The facets, in the order of the controls.
const (
	byVerdict = iota
	byKind
	bySeverity
	byStatus
	byOutlet
	bySpeaker
	byTopic
	byYear
	facets
)

// facetNames are the names of the facets in addresses and on the page.
var facetNames = [facets][2]string{
	{"verdict", "Verdict"}, {"kind", "Kind of finding"}, {"severity", "Severity"}, {"status", "Found by"},
	{"outlet", "Outlet"}, {"speaker", "Speaker"}, {"topic", "Topic"}, {"year", "Year"},
}

type facet struct {
	options []*option
	byID    map[string]*option
}

// option is a value that entries have.
type option struct {
	id, label string
	order     int // before the label's alphabetical one
	number    int
	entries   int // that have it
}

// FilterView is what a page tells list.js about a list: see there.
type FilterView struct {
	One, Many string
	Name      string // stands before the facets' names in the address; empty for a page's first list
	Attribute string // of the entries' elements, that holds their numbers: f, or d
	Facets    string // see filter.text; empty where Script has it
	Script    string // address of the script that holds the whole list; empty where the page does
	Root      string
	Total     int
}

func newFilter(one, many string, n int) *filter {
	f := &filter{one: one, many: many, entries: make([][]*option, n)}
	for i := range f.facets {
		f.facets[i].byID = map[string]*option{}
	}
	return f
}

// add says that an entry has a value of a facet.
func (f *filter) add(entry, by int, id, label string, order int) {
	if id == "" {
		return
	}
	t := &f.facets[by]
	o := t.byID[id]
	if o == nil {
		o = &option{id: id, label: strings.Join(strings.Fields(label), " "), order: order}
		t.byID[id] = o
		t.options = append(t.options, o)
	}
	if !slices.Contains(f.entries[entry], o) {
		f.entries[entry] = append(f.entries[entry], o)
		o.entries++
	}
}

func (r *Renderer) addVerdict(f *filter, entry int, verdict string) {
	if v, ok := r.verdicts[verdict]; ok {
		f.add(entry, byVerdict, v.ID, v.Label, v.index)
	} else {
		f.add(entry, byVerdict, "none-yet", notRated, len(r.verdicts))
	}
}

func (r *Renderer) addOutlet(f *filter, entry int, outlet string) {
	if o, ok := r.outlets[outlet]; ok {
		f.add(entry, byOutlet, o.ID, o.Name, 0)
	} else {
		f.add(entry, byOutlet, "unknown", noOutlet, 1)
	}
}

func (f *filter) addFinding(entry int, finding *factcheck.Finding) {
	f.add(entry, byKind, finding.Kind, findingKind(finding.Kind), 0)
	f.add(entry, bySeverity, string(finding.Severity), severityLabel(finding.Severity), weight(finding.Severity))
}

func (f *filter) addNames(entry int, speaker string, topics ...[]string) {
	if speaker != "" {
		f.add(entry, bySpeaker, factcheck.Slug(speaker), speaker, 0)
	}
	for _, list := range topics {
		for _, t := range list {
			f.add(entry, byTopic, factcheck.Slug(t), t, 0)
		}
	}
}

func (f *filter) addYear(entry int, d factcheck.Date) bool {
	if len(d.ISO) < 4 {
		return false
	}
	year, _ := strconv.Atoi(d.ISO[:4])
	f.add(entry, byYear, d.ISO[:4], d.ISO[:4], -year)
	return true
}

// finish gives the values their numbers, once all entries are in.
func (f *filter) finish() {
	n := 0
	for i := range f.facets {
		slices.SortFunc(f.facets[i].options, func(a, b *option) int {
			return cmp.Or(a.order-b.order, cmp.Compare(strings.ToLower(a.label), strings.ToLower(b.label)), cmp.Compare(a.id, b.id))
		})
		for _, o := range f.facets[i].options {
			o.number = n
			n++
		}
	}
}

// numbers are those of an entry's values.
func (f *filter) numbers(entry int) string {
	var b []byte
	for i, o := range f.entries[entry] {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, int64(o.number), 10)
	}
	return string(b)
}

// text lists the facets, one a line: name in addresses, name on the page, then
// id and label of each value, with tabulators between them. Neither stands in a
// label.
func (f *filter) text() string {
	var b strings.Builder
	for i := range f.facets {
		if len(f.facets[i].options) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(facetNames[i][0] + "\t" + facetNames[i][1])
		for _, o := range f.facets[i].options {
			b.WriteString("\t" + o.id + "\t" + o.label)
		}
	}
	return b.String()
}

// useful reports whether there is anything to choose between.
func (f *filter) useful() bool {
	if len(f.entries) < 2 {
		return false
	}
	for i := range f.facets {
		if o := f.facets[i].options; len(o) > 1 || len(o) == 1 && o[0].entries < len(f.entries) {
			return true
		}
	}
	return false
}

// here is what a page tells of a list that it holds whole, however long. Name
// tells apart the lists of one page.
func (f *filter) here(name string) *FilterView {
	if !f.useful() {
		return nil
	}
	v := &FilterView{One: f.one, Many: f.many, Name: name, Attribute: "f", Facets: f.text(), Total: len(f.entries)}
	if name != "" {
		v.Attribute = "d"
	}
	return v
}

// view is what the page at root tells of a list. A list of several pages has
// its script at assets/lists/<many>.js.
func (f *filter) view(root string) *FilterView {
	if !f.useful() {
		return nil
	}
	v := &FilterView{One: f.one, Many: f.many, Attribute: "f", Root: root, Total: len(f.entries)}
	if len(f.entries) > perPage {
		v.Script = root + "assets/lists/" + f.many + ".js"
	} else {
		v.Facets = f.text()
	}
	return v
}

// scripts names what a page with the list needs beside site.js.
func (v *FilterView) scripts() []string {
	if v == nil {
		return nil
	}
	return []string{"list.js"}
}

// entry is what the script of a long list shows of each: address from the
// root, a label above, the words that are the link, their language if it is
// another than the site's, and what stands below.
type entry []string

// scripts returns the files that hold a list of several pages: what all entries
// can be chosen by, and the entries in blocks of perPage, which are asked for
// as they are to be shown.
func (f *filter) scripts(at func(i int) entry) []site.File {
	if len(f.entries) <= perPage || !f.useful() {
		return nil
	}
	var rows strings.Builder
	for i := range f.entries {
		if i > 0 {
			rows.WriteByte('\n')
		}
		rows.WriteString(f.numbers(i))
	}
	files := []site.File{{Path: "assets/lists/" + f.many + ".js", Bytes: call("list", f.many, f.text(), rows.String())}}
	for from := 0; from < len(f.entries); from += perPage {
		var block []entry
		for i := from; i < min(from+perPage, len(f.entries)); i++ {
			block = append(block, at(i))
		}
		n := from / perPage
		files = append(files, site.File{Path: "assets/lists/" + f.many + "/" + strconv.Itoa(n) + ".js", Bytes: call("block", f.many, n, block)})
	}
	return files
}

// call writes a call of one of list.js's functions.
func call(function string, values ...any) []byte {
	var b bytes.Buffer
	b.WriteString("crosscheck." + function + "(")
	for i, v := range values {
		if i > 0 {
			b.WriteByte(',')
		}
		text, err := json.Marshal(v) // escapes what could end a script, wherever it may land
		if err != nil {
			panic(err) // strings and numbers
		}
		b.Write(text)
	}
	b.WriteString(")\n")
	return b.Bytes()
}
