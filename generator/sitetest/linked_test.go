package sitetest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/net/html"
)

// What search engines and collectors of fact checks read: every block of JSON-LD
// is read by a processor of that format and held against what Google and Bing
// ask for (testdata/linked).

// linkedSites are looked at besides [sites]: where nothing bears a date, a
// verdict or an address.
var linkedSites = append(slices.Clone(sites), struct{ name, content, base string }{"undated", "testdata/undated/content", ""},
	struct{ name, content, base string }{"hostile with a base URL", "testdata/hostile/content", "https://evil.example/a"})

func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("testdata/linked/" + name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func valid(s *jsonschema.Schema, text []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	return s.Validate(doc)
}

// vocabulary stands for schema.org's context, which no test fetches: every term
// is the vocabulary's, and the values of some are addresses or numbers.
type vocabulary struct{}

func (vocabulary) LoadDocument(address string) (*ld.RemoteDocument, error) {
	if address != "https://schema.org" {
		return nil, fmt.Errorf("%s is not to be loaded", address)
	}
	reference := map[string]any{"@type": "@id"}
	return &ld.RemoteDocument{DocumentURL: address, Document: map[string]any{"@context": map[string]any{
		"@vocab": "https://schema.org/", "url": reference, "archivedAt": reference, "item": reference,
	}}}, nil
}

// expanded reads a block as JSON-LD and returns its one node.
func expanded(text string) (map[string]any, error) {
	var doc any
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		return nil, err
	}
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader = vocabulary{}
	nodes, err := ld.NewJsonLdProcessor().Expand(doc, options)
	if err != nil {
		return nil, err
	}
	if len(nodes) != 1 {
		return nil, fmt.Errorf("%d nodes", len(nodes))
	}
	return nodes[0].(map[string]any), nil
}

func blocks(page *document) []string {
	var all []string
	for n := range page.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "script" && attr(n, "type") == "application/ld+json" {
			all = append(all, text(n))
		}
	}
	return all
}

// record is a claim as data/claims.json has it.
type record struct {
	Story, ID, Claim, Claimant, Verdict, Published, Updated, Page string
	SaidOn                                                        string `json:"said_on"`
	Wordings                                                      []struct{ Article string }
}

func records(t *testing.T, s *site) []record {
	t.Helper()
	var claims []record
	if err := json.Unmarshal(s.files["data/claims.json"], &claims); err != nil {
		t.Fatal(err)
	}
	return claims
}

type appearance struct {
	ID  string `json:"@id"`
	URL string
}

type reviewBlock struct {
	ID            string `json:"@id"`
	URL           string
	ClaimReviewed string
	DatePublished string
	DateModified  string
	ReviewRating  struct {
		RatingValue, BestRating, WorstRating *float64
	}
	ItemReviewed struct {
		DatePublished   string
		Author          *struct{ Name string }
		Appearance      []appearance
		FirstAppearance any // an address, or a reference
	}
}

func TestEveryBlockOfLinkedDataIsValid(t *testing.T) {
	s := schema(t, "linked-data.schema.json")
	for _, test := range linkedSites {
		t.Run(test.name, func(t *testing.T) {
			site := build(t, test.content, test.base)
			count := map[string]int{}
			for _, name := range slices.Sorted(maps.Keys(site.pages)) {
				for _, text := range blocks(site.pages[name]) {
					if strings.Contains(text, "<") {
						t.Errorf("%s: a < in JSON-LD: %.200s", name, text)
					}
					if err := valid(s, []byte(text)); err != nil {
						t.Errorf("%s: %v\n%s", name, err, text)
					}
					node, err := expanded(text)
					if err != nil {
						t.Errorf("%s: %v\n%s", name, err, text)
						continue
					}
					count[strings.TrimPrefix(node["@type"].([]any)[0].(string), "https://schema.org/")]++
				}
			}
			articles := 0
			for name := range site.pages {
				if kindOf(name) == "article" {
					articles++
				}
			}
			if count["NewsArticle"] != articles || count["WebSite"] != 1 {
				t.Errorf("%v on a site of %d articles", count, articles)
			}
			if (count["BreadcrumbList"] > 0) != (test.base != "") {
				t.Errorf("%d BreadcrumbLists with the base URL %q", count["BreadcrumbList"], test.base)
			}
			if err := valid(s, site.files["data/claimreview.json"]); err != nil {
				t.Errorf("data/claimreview.json: %v", err)
			}
			if _, err := expanded(string(site.files["data/claimreview.json"])); err != nil {
				t.Errorf("data/claimreview.json: %v", err)
			}
		})
	}
}

func TestEachRatedClaimHasOneClaimReviewAndNoOtherPageHasAny(t *testing.T) {
	for _, test := range linkedSites {
		t.Run(test.name, func(t *testing.T) {
			site := build(t, test.content, test.base)
			want := map[string]record{}
			for _, c := range records(t, site) {
				if c.Verdict != "" {
					want[c.Page] = c
				}
			}
			var onPages []map[string]any
			for _, name := range slices.Sorted(maps.Keys(site.pages)) {
				var reviews []string
				size := 0
				for _, text := range blocks(site.pages[name]) {
					size += len(text)
					if strings.Contains(text, `"ClaimReview"`) {
						reviews = append(reviews, text)
					}
				}
				c, rated := want[name]
				if !rated {
					if len(reviews) > 0 {
						t.Errorf("%s: %d ClaimReviews", name, len(reviews))
					}
					continue
				}
				if len(reviews) != 1 {
					t.Errorf("%s: %d ClaimReviews", name, len(reviews))
					continue
				}
				var r reviewBlock
				var m map[string]any
				if err := json.Unmarshal([]byte(reviews[0]), &r); err != nil {
					t.Fatal(err)
				}
				if err := json.Unmarshal([]byte(reviews[0]), &m); err != nil {
					t.Fatal(err)
				}
				delete(m, "@context")
				onPages = append(onPages, m)
				claimReviewFaults(t, name, test.base, c, &r)
				if len(r.ItemReviewed.Appearance) <= 6 && size > 3*1024 && test.name != "hostile" && test.name != "hostile with a base URL" {
					t.Errorf("%s: %d bytes of JSON-LD for %d sources", name, size, len(r.ItemReviewed.Appearance))
				}
			}
			var feed struct {
				Items []struct{ Item map[string]any } `json:"dataFeedElement"`
			}
			if err := json.Unmarshal(site.files["data/claimreview.json"], &feed); err != nil {
				t.Fatal(err)
			}
			if len(feed.Items) != len(onPages) || len(onPages) != len(want) {
				t.Fatalf("%d ClaimReviews in the data, %d on pages, %d rated claims", len(feed.Items), len(onPages), len(want))
			}
			for i, item := range feed.Items {
				if !reflect.DeepEqual(item.Item, onPages[i]) {
					t.Errorf("data/claimreview.json, item %d is not what the page says", i)
				}
			}
		})
	}
}

func claimReviewFaults(t *testing.T, name, base string, c record, r *reviewBlock) {
	t.Helper()
	if url := base + "/" + name; base != "" && r.URL != url || base == "" && r.URL != r.ID {
		t.Errorf("%s: url %s", name, r.URL)
	}
	if r.ClaimReviewed != c.Claim || r.DatePublished != c.Published || r.DateModified != c.Updated || r.ItemReviewed.DatePublished != c.SaidOn {
		t.Errorf("%s: %q, published %q, modified %q, said on %q", name, r.ClaimReviewed, r.DatePublished, r.DateModified, r.ItemReviewed.DatePublished)
	}
	if a := r.ItemReviewed.Author; (a == nil) != (c.Claimant == "") || a != nil && a.Name != c.Claimant {
		t.Errorf("%s: the claimant is %v, not %q", name, a, c.Claimant)
	}
	articles := map[string]bool{}
	for _, w := range c.Wordings {
		articles[w.Article] = true
	}
	ids := map[string]bool{}
	for _, a := range r.ItemReviewed.Appearance {
		ids[a.ID+a.URL] = true
	}
	if len(r.ItemReviewed.Appearance) != len(articles) || len(ids) != len(articles) {
		t.Errorf("%s: %d appearances of %d articles", name, len(r.ItemReviewed.Appearance), len(articles))
	}
	first, _ := r.ItemReviewed.FirstAppearance.(string)
	if m, ok := r.ItemReviewed.FirstAppearance.(map[string]any); ok {
		first, _ = m["@id"].(string)
	}
	if r.ItemReviewed.FirstAppearance != nil && !ids[first] {
		t.Errorf("%s: the first appearance is none of the appearances", name)
	}
	if n := r.ReviewRating; n.RatingValue != nil && !(*n.WorstRating < *n.BestRating && *n.WorstRating <= *n.RatingValue && *n.RatingValue <= *n.BestRating) {
		t.Errorf("%s: %v from %v to %v", name, *n.RatingValue, *n.WorstRating, *n.BestRating)
	}
}

func TestBreadcrumbsLeadToPages(t *testing.T) {
	for _, test := range linkedSites {
		site := build(t, test.content, test.base)
		for name, page := range site.pages {
			for _, text := range blocks(page) {
				var list struct {
					Items []struct {
						Position int
						Item     string
					} `json:"itemListElement"`
				}
				if err := json.Unmarshal([]byte(text), &list); err != nil {
					t.Fatal(err)
				}
				for i, item := range list.Items {
					path, ok := strings.CutPrefix(item.Item, test.base+"/")
					if !ok || site.pages[path] == nil || item.Position != i+1 || (i == len(list.Items)-1) != (path == name) {
						t.Errorf("%s, %s: crumb %d leads to %s", test.name, name, item.Position, item.Item)
					}
				}
			}
		}
	}
}
