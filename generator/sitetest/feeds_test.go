package sitetest

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// What feed readers get, read by a reader's parser and held against the
// formats' own rules.

func TestAtomFeedKeepsTheRulesOfRFC4287(t *testing.T) {
	for _, test := range linkedSites {
		t.Run(test.name, func(t *testing.T) {
			site := build(t, test.content, test.base)
			data := site.files["feed.xml"]
			for _, fault := range atomFaults(data) {
				t.Error(fault)
			}
			feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if feed.FeedType != "atom" || feed.FeedVersion != "1.0" || feed.UpdatedParsed == nil || len(feed.Authors) != 1 {
				t.Errorf("%s %s, updated %v, %d authors", feed.FeedType, feed.FeedVersion, feed.UpdatedParsed, len(feed.Authors))
			}
			dated := map[string]record{}
			for _, c := range records(t, site) {
				if c.Published+c.Updated != "" {
					dated[c.Page] = c
				}
			}
			if len(feed.Items) != min(len(dated), 50) {
				t.Errorf("%d entries of %d dated claims", len(feed.Items), len(dated))
			}
			last := time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
			for _, item := range feed.Items {
				page := strings.TrimPrefix(item.Link, test.base+"/")
				c, ok := dated[page]
				if !ok || site.pages[page] == nil || item.Title != c.Claim {
					t.Errorf("the entry %q leads to %s", item.Title, item.Link)
				}
				if !strings.HasPrefix(item.UpdatedParsed.Format(time.RFC3339), max(c.Published, c.Updated)) {
					t.Errorf("%s was updated %s, not %s", page, item.UpdatedParsed, max(c.Published, c.Updated))
				}
				if item.UpdatedParsed.After(last) || item.UpdatedParsed.After(*feed.UpdatedParsed) {
					t.Errorf("%s stands behind an older entry", page)
				}
				last = *item.UpdatedParsed
				contentFaults(t, site, test.base, page, item.Content)
			}
		})
	}
}

// atomFaults tells which of the musts of RFC 4287, sections 4.1.1 to 4.1.3, a
// feed breaks.
func atomFaults(data []byte) (faults []string) {
	type link struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	}
	type person struct {
		Name []string `xml:"http://www.w3.org/2005/Atom name"`
	}
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      []string `xml:"http://www.w3.org/2005/Atom id"`
		Title   []string `xml:"http://www.w3.org/2005/Atom title"`
		Updated []string `xml:"http://www.w3.org/2005/Atom updated"`
		Author  []person `xml:"http://www.w3.org/2005/Atom author"`
		Link    []link   `xml:"http://www.w3.org/2005/Atom link"`
		Entry   []struct {
			ID        []string `xml:"http://www.w3.org/2005/Atom id"`
			Title     []string `xml:"http://www.w3.org/2005/Atom title"`
			Updated   []string `xml:"http://www.w3.org/2005/Atom updated"`
			Published []string `xml:"http://www.w3.org/2005/Atom published"`
			Author    []person `xml:"http://www.w3.org/2005/Atom author"`
			Link      []link   `xml:"http://www.w3.org/2005/Atom link"`
			Content   []struct {
				Type string `xml:"type,attr"`
			} `xml:"http://www.w3.org/2005/Atom content"`
		} `xml:"http://www.w3.org/2005/Atom entry"`
	}
	if err := xml.Unmarshal(data, &feed); err != nil {
		return []string{err.Error()}
	}
	fault := func(ok bool, what string) {
		if !ok {
			faults = append(faults, what)
		}
	}
	one := func(list []string) bool { return len(list) == 1 && strings.TrimSpace(list[0]) != "" }
	moment := func(list []string) bool {
		if len(list) != 1 {
			return false
		}
		_, err := time.Parse(time.RFC3339, list[0])
		return err == nil
	}
	people := func(list []person) bool {
		return !slices.ContainsFunc(list, func(p person) bool { return !one(p.Name) })
	}
	ids := map[string]bool{}
	id := func(list []string) bool {
		ok := one(list) && strings.HasPrefix(list[0], "urn:uuid:") && !ids[list[0]]
		ids[strings.Join(list, " ")] = true
		return ok
	}
	fault(id(feed.ID), "the feed's id")
	fault(one(feed.Title), "the feed's title")
	fault(moment(feed.Updated), "the feed's updated")
	fault(len(feed.Author) > 0 && people(feed.Author), "the feed's author")
	rels := map[string]int{}
	for _, l := range feed.Link {
		rels[l.Rel]++
	}
	fault(rels["alternate"] == 1 && rels["self"] <= 1, "the feed's links")
	for _, e := range feed.Entry {
		name := strings.Join(e.Title, " ")
		fault(id(e.ID), "id of "+name)
		fault(one(e.Title), "title of "+name)
		fault(moment(e.Updated), "updated of "+name)
		fault(len(e.Published) == 0 || moment(e.Published), "published of "+name)
		fault(people(e.Author), "author of "+name)
		fault(len(e.Content) == 1 && e.Content[0].Type == "html", "content of "+name)
		fault(len(e.Link) == 1 && e.Link[0].Rel == "alternate" && e.Link[0].Href != "", "links of "+name)
	}
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		if _, err := d.Token(); err == io.EOF {
			return faults
		} else if err != nil {
			return append(faults, err.Error())
		}
	}
}

// contentFaults looks at an entry's HTML as a feed reader would show it.
func contentFaults(t *testing.T, s *site, base, page, content string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	toPage := false
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "html", "head", "body", "p", "strong", "em", "a", "ul", "li", "code":
		default:
			t.Errorf("%s: the entry has an element %s", page, n.Data)
		}
		for _, a := range n.Attr {
			if a.Key != "href" && a.Key != "lang" && a.Key != "rel" {
				t.Errorf("%s: the entry has %s=%q", page, a.Key, a.Val)
			}
			if a.Key != "href" {
				continue
			}
			path, inside := a.Val, !strings.Contains(a.Val, ":")
			if base != "" {
				path, inside = strings.CutPrefix(a.Val, base+"/")
			}
			path, _, _ = strings.Cut(path, "#")
			if inside && s.pages[path] == nil {
				t.Errorf("%s: the entry leads to %s", page, a.Val)
			}
			if !inside && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://") {
				t.Errorf("%s: the entry leads to %s", page, a.Val)
			}
			toPage = toPage || path == page
		}
	}
	if !toPage {
		t.Errorf("%s: the entry does not lead to the claim", page)
	}
}

func TestJSONFeedKeepsTheRulesOfItsFormat(t *testing.T) {
	s := schema(t, "json-feed.schema.json")
	for _, test := range linkedSites {
		t.Run(test.name, func(t *testing.T) {
			site := build(t, test.content, test.base)
			data := site.files["feed.json"]
			if err := valid(s, data); err != nil {
				t.Error(err)
			}
			feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if feed.FeedType != "json" {
				t.Errorf("it is %s", feed.FeedType)
			}
			var raw struct {
				Home  string `json:"home_page_url"`
				Feed  string `json:"feed_url"`
				Items []struct {
					ID, URL, Title string
					Content        string `json:"content_html"`
					Published      string `json:"date_published"`
					Modified       string `json:"date_modified"`
				}
			}
			if err := json.Unmarshal(data, &raw); err != nil {
				t.Fatal(err)
			}
			claims := map[string]record{}
			for _, c := range records(t, site) {
				claims[c.Claim] = c
			}
			if len(raw.Items) != min(len(claims), 50) {
				t.Errorf("%d items of %d claims", len(raw.Items), len(claims))
			}
			if test.base != "" && (raw.Home != test.base+"/index.html" || raw.Feed != test.base+"/feed.json") {
				t.Errorf("home %s, feed %s", raw.Home, raw.Feed)
			}
			ids := map[string]bool{}
			for _, item := range raw.Items {
				c := claims[item.Title]
				if ids[item.ID] || (item.URL != "") != (test.base != "") || test.base != "" && item.URL != test.base+"/"+c.Page {
					t.Errorf("%s: id %s, url %s", item.Title, item.ID, item.URL)
				}
				ids[item.ID] = true
				if !strings.HasPrefix(item.Published, c.Published) || (item.Published == "") != (c.Published == "") || c.Updated > c.Published && !strings.HasPrefix(item.Modified, c.Updated) {
					t.Errorf("%s: published %q, modified %q", item.Title, item.Published, item.Modified)
				}
				contentFaults(t, site, test.base, c.Page, item.Content)
			}
		})
	}
}

var w3cDate = regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$`)

func TestSitemapKeepsTheRulesOfItsFormat(t *testing.T) {
	for _, test := range linkedSites {
		if test.base == "" {
			continue
		}
		t.Run(test.name, func(t *testing.T) {
			site := build(t, test.content, test.base)
			var set struct {
				XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
				URL     []struct {
					Loc     []string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 loc"`
					LastMod []string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 lastmod"`
				} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
			}
			if err := xml.Unmarshal(site.files["sitemap.xml"], &set); err != nil {
				t.Fatal(err)
			}
			if n := len(site.files["sitemap.xml"]); len(set.URL) == 0 || len(set.URL) > 50_000 || n > 50<<20 {
				t.Errorf("%d addresses, %d bytes", len(set.URL), n)
			}
			reviewed := map[string]string{}
			for _, c := range records(t, site) {
				reviewed[c.Page] = max(c.Published, c.Updated)
			}
			seen := map[string]bool{}
			for _, u := range set.URL {
				if len(u.Loc) != 1 || len(u.LastMod) > 1 {
					t.Fatalf("%v %v", u.Loc, u.LastMod)
				}
				page, ok := strings.CutPrefix(u.Loc[0], test.base+"/")
				if !ok || site.pages[page] == nil || seen[page] || len(u.Loc[0]) >= 2048 {
					t.Errorf("%s", u.Loc[0])
				}
				seen[page] = true
				changed := strings.Join(u.LastMod, "")
				if changed != "" && !w3cDate.MatchString(changed) {
					t.Errorf("%s changed %q", page, changed)
				}
				if when, ok := reviewed[page]; ok && (when == "") != (changed == "") || changed < when {
					t.Errorf("%s was reviewed %q and changed %q", page, when, changed)
				}
			}
		})
	}
}
