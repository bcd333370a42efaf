package render

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/words"
)

// SearchPage is search.html: the index from A to Z and, with scripts, a search.
type SearchPage struct {
	Page
	Searched bool // there is an index for search.js
	Letters  []IndexLetter
	Total    int // entries of the index
}

// LetterPage is search/<letter>.html and the pages that continue it.
type LetterPage struct {
	Page
	Name    string
	Entries []IndexEntry
	Guides  []Link // the letter's pages by their first entries; Href of the page itself is empty
	Pager   Pager
}

// IndexLetter is a letter of the index. Entries are empty where it has pages of
// its own.
type IndexLetter struct {
	Name    string
	ID      string // of its section; empty where it has none
	Href    string
	Total   int
	Entries []IndexEntry
}

// IndexEntry is a line of the index.
type IndexEntry struct {
	Href, Text string
	LangAttr   template.HTMLAttr
	Kind, Note string
}

// The index of the site from A to Z is what search.html is without scripts, and
// what it shows while nobody has typed anything. A small site has it whole on
// that page; of a large one search.html holds the letters, and each letter has
// pages of its own: search/a.html, search/a/2.html …

// azEntry is a line of the index before it has a page.
type azEntry struct {
	href     string // from the root
	text     string
	lang     template.HTMLAttr
	kind     string
	note     string
	key      string // by which it is sorted
	initial  initial
	position int // of two entries with the same key
}

// An initial is what entries are filed under: a letter of the Latin alphabet,
// figures, or the whole of another script.
type initial struct{ slug, name string }

// scripts are filed under their names, in this order, since the letters of all
// of them would be thousands.
var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"Greek", unicode.Greek}, {"Cyrillic", unicode.Cyrillic}, {"Armenian", unicode.Armenian}, {"Georgian", unicode.Georgian},
	{"Hebrew", unicode.Hebrew}, {"Arabic", unicode.Arabic}, {"Devanagari", unicode.Devanagari}, {"Bengali", unicode.Bengali},
	{"Thai", unicode.Thai}, {"Han", unicode.Han}, {"Hiragana", unicode.Hiragana}, {"Katakana", unicode.Katakana}, {"Hangul", unicode.Hangul},
}

func initialOf(key string) initial {
	r, _ := utf8.DecodeRuneInString(key)
	switch {
	case 'a' <= r && r <= 'z':
		return initial{string(r), strings.ToUpper(string(r))}
	case '0' <= r && r <= '9':
		return initial{"0-9", "0–9"}
	}
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return initial{strings.ToLower(s.name), s.name}
		}
	}
	return initial{"other", "Other"}
}

// rank puts letters first, then figures, the scripts, and what is left.
func (i initial) rank() int {
	switch {
	case len(i.slug) == 1:
		return 0
	case i.slug == "0-9":
		return 1
	case i.slug == "other":
		return len(scripts) + 2
	}
	return 2 + slices.IndexFunc(scripts, func(s struct {
		name  string
		table *unicode.RangeTable
	}) bool {
		return s.name == i.name
	})
}

// filed returns by what an entry is sorted: its words, without an article at
// the head, as indexes have it.
func filed(text string) string {
	terms := words.Terms(text)
	if len(terms) > 1 && (terms[0] == "the" || terms[0] == "a" || terms[0] == "an") {
		terms = terms[1:]
	}
	return strings.Join(terms, " ")
}

// azEntries lists what the index names, sorted.
func (r *Renderer) azEntries(g *gathered) []azEntry {
	var list []azEntry
	add := func(href, text, kind, note string, lang template.HTMLAttr) {
		key := filed(text)
		list = append(list, azEntry{href, text, lang, kind, note, key, initialOf(key), len(list)})
	}
	for _, d := range g.digests {
		add(d.Story+"/index.html", d.Title, "Story", "", "")
	}
	for _, ref := range g.claims {
		add(ref.digest.Story+"/claims/"+ref.claim.ID+".html", ref.claim.Text, "Claim", ref.claim.Claimant, "")
	}
	for _, ref := range g.articles {
		a := ref.article
		add(ref.digest.Story+"/articles/"+a.ID+".html", a.Name, "Document", r.outlets[a.Outlet].Name, languageAttrs(a.Language, r.masthead.Language, printed(a)))
	}
	for i := range g.claimants {
		h := &g.claimants[i]
		add("claimants/"+h.slug+".html", h.name, "Claimant", count(len(h.claims), "claim", "claims"), "")
	}
	for i := range g.topics {
		h := &g.topics[i]
		add("topics/"+h.slug+".html", h.name, "Topic", "", "")
	}
	for i := range r.room.Outlets {
		o := &r.room.Outlets[i]
		add("outlets/"+o.ID+".html", o.Name, "Outlet", o.Country, "")
	}
	for i := range r.room.Pages {
		add(r.room.Pages[i].ID+".html", r.room.Pages[i].Title, "Page", "", "")
	}
	slices.SortFunc(list, func(a, b azEntry) int {
		return cmp.Or(cmp.Compare(a.initial.rank(), b.initial.rank()), strings.Compare(a.key, b.key), cmp.Compare(a.position, b.position))
	})
	return list
}

// search writes the page on which readers look for things, and the index.
func (r *Renderer) search(f *files, g *gathered) {
	entries := r.azEntries(g)
	view := func(e *azEntry, root string) IndexEntry {
		return IndexEntry{Href: root + e.href, Text: e.text, LangAttr: e.lang, Kind: e.kind, Note: e.note}
	}
	p := &SearchPage{Page: r.page("search.html", "search", "Search", "Everything on this site from A to Z: claims, documents, claimants, outlets, topics, stories."), Total: len(entries)}
	p.Crumbs = []Link{{"index.html", "Home"}}
	if p.Searched = r.room.Site.Search && len(entries) > 0; p.Searched {
		p.Scripts = []string{"search.js"}
	}
	whole := len(entries) <= perPage
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && entries[to].initial == entries[from].initial {
			to++
		}
		under := entries[from:to]
		from = to
		letter := IndexLetter{Name: under[0].initial.name, Total: len(under)}
		if whole {
			letter.ID = "letter-" + under[0].initial.slug
			letter.Href = "#" + letter.ID
			for i := range under {
				letter.Entries = append(letter.Entries, view(&under[i], ""))
			}
		} else {
			letter.Href = r.letter(f, under, view)
		}
		p.Letters = append(p.Letters, letter)
	}
	f.add("search", "search.html", p)
}

// letter writes the pages of a letter and returns the address of the first.
func (r *Renderer) letter(f *files, under []azEntry, view func(*azEntry, string) IndexEntry) string {
	name, first := under[0].initial.name, "search/"+under[0].initial.slug+".html"
	// Guide words, as at the head of a dictionary's page, tell where to look.
	var guides []string
	for i := 0; i < len(under); i += perPage {
		guides = append(guides, shortened(under[i].text, 40))
	}
	paged(first, len(under), func(path string, from, to int, pager Pager) {
		p := &LetterPage{Page: r.page(path, "search", continued(name, pager), "The index of this site: "+name+"."), Name: name, Pager: pager}
		p.Crumbs = []Link{{p.Root + "index.html", "Home"}, {p.Root + "search.html", "Search"}}
		for i := range under[from:to] {
			p.Entries = append(p.Entries, view(&under[from+i], p.Root))
		}
		if len(guides) > 1 {
			for i, guide := range guides {
				link := Link{Text: guide}
				if i+1 != pager.Number {
					link.Href = p.Root + strings.TrimSuffix(first, ".html") + "/" + strconv.Itoa(i+1) + ".html"
				}
				if i == 0 && link.Href != "" {
					link.Href = p.Root + first
				}
				p.Guides = append(p.Guides, link)
			}
		}
		f.add("letter", path, p)
	})
	return first
}
