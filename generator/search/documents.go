package search

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	"crosscheck/generator/words"
)

// A kind of document. Its place is the same in search.js.
type kind int

const (
	claimKind kind = iota
	storyKind
	articleKind
	claimantKind
	outletKind
	topicKind
	quoteKind
	findingKind
	pageKind
	kinds
)

// usual is how many words a document of a kind has, about; one of more is
// diluted.
var usual = [kinds]float64{30, 30, 12, 3, 4, 3, 25, 30, 400}

// A document is a thing that can be found.
type document struct {
	kind   kind
	record record
	terms  []weighted
	body   Body
}

type weighted struct {
	text   string
	weight float64
}

// record is what is shown of a document: its address from the site's root, what
// it is called, what it says, and where it belongs.
type record struct{ href, title, text, note string }

func (r record) MarshalJSON() ([]byte, error) {
	return json.Marshal([4]string{r.href, clipped(r.title, 300), clipped(r.text, 200), clipped(r.note, 120)})
}

// documents adds all that can be found, kind by kind.
func (c *collector) documents(room *factcheck.Newsroom, digests []factcheck.Digest, shares []Share) {
	outlets := map[string]*factcheck.Outlet{}
	for i := range room.Outlets {
		outlets[room.Outlets[i].ID] = &room.Outlets[i]
	}
	outlet := func(id string) string {
		if o := outlets[id]; o != nil {
			return o.Name
		}
		return ""
	}
	claimants, topics := names{}, names{}
	published := map[string]int{}
	for i := range digests {
		d := &digests[i]
		for j := range d.Claims {
			cl := &d.Claims[j]
			verdict, _ := room.Verdict(cl.Verdict)
			conclusion := markdown.Words(cl.Conclusion)
			c.add(document{claimKind, record{d.Story + "/claims/" + cl.ID + ".html", cl.Text, conclusion, dotted(verdict.Label, cl.Claimant, d.Title)},
				[]weighted{{cl.Text, 1}, {conclusion, .5}, {cl.Claimant, .5}, {strings.Join(cl.Topics, " "), .5}}, Body{}})
			if cl.Claimant != "" {
				claimants.count(cl.Claimant)
			}
			for _, t := range cl.Topics {
				topics.count(t)
			}
		}
	}
	for i := range digests {
		d := &digests[i]
		first, _ := markdown.FirstParagraph(d.Summary)
		summary := markdown.Words(first)
		c.add(document{storyKind, record{d.Story + "/index.html", d.Title, summary, counted(len(d.Claims), "claim", "claims")},
			[]weighted{{d.Title, 1}, {summary, .5}, {strings.Join(d.Topics, " "), .5}}, Body{}})
		for _, t := range d.Topics {
			topics.count(t)
		}
	}
	for i := range digests {
		d := &digests[i]
		for j := range d.Articles {
			a := &d.Articles[j]
			published[a.Outlet]++
			body := shares[i].Bodies[j]
			c.add(document{articleKind, record{d.Story + "/articles/" + a.ID + ".html", a.Name, body.Lead, dotted(outlet(a.Outlet), a.PublishedAs, d.Title)},
				[]weighted{{a.Name, 1}, {outlet(a.Outlet), .3}}, body})
		}
	}
	for _, n := range claimants.sorted() {
		c.add(document{claimantKind, record{"claimants/" + n.slug + ".html", n.name, "", counted(n.n, "claim", "claims")}, []weighted{{n.name, 1}}, Body{}})
	}
	for i := range room.Outlets {
		o := &room.Outlets[i]
		note := markdown.Words(o.Note)
		c.add(document{outletKind, record{"outlets/" + o.ID + ".html", o.Name, note, dotted(o.Country, counted(published[o.ID], "document", "documents"))},
			[]weighted{{o.Name, 1}, {o.Country, .5}, {o.Owner, .5}, {note, .3}}, Body{}})
	}
	for _, n := range topics.sorted() {
		c.add(document{topicKind, record{"topics/" + n.slug + ".html", n.name, "", ""}, []weighted{{n.name, 1}}, Body{}})
	}
	for i := range digests {
		d := &digests[i]
		for _, q := range shares[i].Quotes {
			cl := &d.Claims[q.Claim]
			source, name := "", ""
			if j := slices.IndexFunc(d.Articles, func(a factcheck.ArticleDigest) bool { return a.ID == q.Article }); j >= 0 {
				source, name = outlet(d.Articles[j].Outlet), d.Articles[j].Name
			}
			if name == q.Text {
				name = "headline" // which the result has said
			}
			c.add(document{quoteKind, record{d.Story + "/claims/" + cl.ID + ".html#w-" + q.Siglum, q.Text, "", dotted(source, name)},
				[]weighted{{q.Text, 1}, {source, .3}, {cl.Claimant, .3}}, Body{}})
		}
	}
	for i := range digests {
		d := &digests[i]
		for j := range d.Findings {
			f := &d.Findings[j]
			if f.Status == factcheck.Dismissed {
				continue
			}
			href := d.Story + "/index.html#" + f.ID
			if f.Claim != "" {
				href = d.Story + "/claims/" + f.Claim + ".html#" + f.ID
			}
			summary := markdown.Words(f.Summary)
			c.add(document{findingKind, record{href, summary, "", d.Title}, []weighted{{summary, 1}}, Body{}})
		}
	}
	for i := range room.Pages {
		p := &room.Pages[i]
		text := markdown.Words(p.Markdown)
		c.add(document{pageKind, record{p.ID + ".html", p.Title, cmp.Or(p.Summary, text), ""}, []weighted{{p.Title, 20}, {p.Summary, 5}, {text, 1}}, Body{}})
	}
	c.startsUpTo(kinds)
}

func dotted(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

func counted(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + more
}

// names counts claimants or topics. Those that share an address are one, called
// as it was met first.
type names map[string]*name

type name struct {
	slug, name string
	n          int
}

func (l names) count(text string) {
	slug := factcheck.Slug(text)
	if l[slug] == nil {
		l[slug] = &name{slug, text, 0}
	}
	l[slug].n++
}

// sorted returns those named most often first.
func (l names) sorted() []*name {
	list := make([]*name, 0, len(l))
	for _, n := range l {
		list = append(list, n)
	}
	slices.SortFunc(list, func(a, b *name) int { return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.slug, b.slug)) })
	return list
}

// A posting is a document and the level of the term's weight in it.
type posting uint32

func (p posting) doc() int   { return int(p >> 3) }
func (p posting) level() int { return int(p & 7) }

// levels is how many levels of weight there are. The lowest two are those of
// words that only an article's text has; search.js knows what each is worth.
const levels = 6

// level tells what a term weighs that stands tf times, counted with the weights
// of the fields, in a document of so many words.
func level(tf, length, usual float64) int {
	switch w := tf * 2.2 / (tf + 1.2*(.25+.75*length/usual)); {
	case w < .5:
		return 2
	case w < .9:
		return 3
	case w < 1.3:
		return 4
	}
	return 5
}

// collector inverts documents. They come in the order of their numbers.
type collector struct {
	n        int
	starts   []int // by kind
	ids      map[string]int
	terms    []string
	postings [][]posting
	record   []record

	tf map[string]float64 // of the document at hand
}

func newCollector() *collector {
	return &collector{ids: map[string]int{}, tf: map[string]float64{}}
}

func (c *collector) startsUpTo(k kind) {
	for len(c.starts) < int(k) {
		c.starts = append(c.starts, c.n)
	}
}

func (c *collector) add(d document) {
	c.startsUpTo(d.kind + 1)
	clear(c.tf)
	length := 0.0
	for _, field := range d.terms {
		for _, t := range words.Terms(field.text) {
			c.tf[t] += field.weight
			length += field.weight
		}
	}
	for t, tf := range c.tf {
		c.post(t, level(tf, length, usual[d.kind]))
	}
	c.body(d.body.Often, 1)
	c.body(d.body.Once, 0)
	c.record = append(c.record, d.record)
	c.n++
}

func (c *collector) body(terms string, level int) {
	for t := range strings.FieldsSeq(terms) {
		if _, ok := c.tf[t]; !ok {
			if level > 0 {
				c.tf[t] = 0 // and not again among those that stand once
			}
			c.post(t, level)
		}
	}
}

func (c *collector) post(term string, level int) {
	id, ok := c.ids[term]
	if !ok {
		id = len(c.terms)
		term = strings.Clone(term)
		c.ids[term] = id
		c.terms = append(c.terms, term)
		c.postings = append(c.postings, nil)
	}
	c.postings[id] = append(c.postings[id], posting(c.n)<<3|posting(level))
}

// records writes what is shown of the documents and returns how many each file
// has.
func (c *collector) records(out *files) string {
	var table []byte
	var block []json.RawMessage
	size, n := 0, 0
	flush := func() {
		if len(block) > 0 {
			out.add("r/"+strconv.Itoa(n), block)
			table = appendNumber(table, len(block))
			block, size = nil, 0
			n++
		}
	}
	for _, r := range c.record {
		data, err := json.Marshal(r)
		if err != nil {
			panic(err) // strings
		}
		if size+len(data) > recordSize {
			flush()
		}
		block = append(block, data)
		size += len(data) + 1
	}
	flush()
	return string(table)
}
