package export

import (
	"encoding/json"
	"strconv"

	"crosscheck/generator/engine/fragment"
	"crosscheck/generator/factcheck"
)

const annotationsPath = "data/annotations.jsonld"

// The annotations are what an annotation client needs to show, in an article,
// what the site says of it: an annotation for each passage of a wording and for
// each piece of a finding's evidence, as one collection of the Web Annotation
// Data Model (https://www.w3.org/TR/annotation-model/).
//
// The target is the passage in the article's page, told in two ways. The quote
// has as much of the text beside it as makes it unique in what the article
// prints: headline, date line and body, letter for letter, with none of the
// marks and notes that the page adds. The position counts code points, as the
// model asks, of the part whose element has the fragment's id, without the links
// that the page adds there (class ref); it is the part of that name in
// articles.json. Where a text repeats itself so much that no short context helps,
// only the position is left. A quote with words left out has an annotation for
// each of its parts: several selectors of one target would be read as ways to say
// the same.
//
// Ids are URNs (see urn.go). Without a base URL, addresses are relative to the
// file, as JSON-LD allows.
type annotation struct {
	ID         string           `json:"id"`
	Type       string           `json:"type"`
	Motivation string           `json:"motivation"`
	Creator    *annotator       `json:"creator,omitempty"`
	Body       []any            `json:"body"`
	Target     annotationTarget `json:"target"`
}

// annotator is named where the program made what is said.
type annotator struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

type textualBody struct {
	Type     string `json:"type"`
	Value    string `json:"value"`
	Format   string `json:"format,omitempty"`
	Language string `json:"language,omitempty"`
	Purpose  string `json:"purpose"`
}

type linkedBody struct {
	Type    string `json:"type"`
	Source  string `json:"source"`
	Purpose string `json:"purpose"`
}

type annotationTarget struct {
	Type     string `json:"type"`
	Source   string `json:"source"`
	Selector []any  `json:"selector"`
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

type partSelector struct {
	Type       string           `json:"type"`
	ConformsTo string           `json:"conformsTo"`
	Value      string           `json:"value"`
	RefinedBy  positionSelector `json:"refinedBy"`
}

type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// htmlFragments defines what a fragment means in HTML; the model names it so.
const htmlFragments = "http://tools.ietf.org/rfc/rfc3236"

func annotationsFile(room *factcheck.Newsroom) JoinedFile {
	id, page := urn(&room.Site, annotationsPath), urn(&room.Site, annotationsPath+"/1")
	if room.Site.BaseURL != "" {
		id = absolute(&room.Site, annotationsPath)
		page = id + "#page-1"
	}
	quoted := func(text string) string {
		b, _ := json.Marshal(text) // never fails
		return string(b)
	}
	return JoinedFile{
		Path: annotationsPath,
		Header: `{"@context":"http://www.w3.org/ns/anno.jsonld","id":` + quoted(id) + `,"type":"AnnotationCollection","label":` +
			quoted(room.Site.Title) + `,"first":{"id":` + quoted(page) + `,"type":"AnnotationPage","partOf":` + quoted(id) + `,"startIndex":0,"items":[` + "\n",
		Separator: ",\n",
		Footer:    "\n]},\"total\":%d}\n",
		Counted:   true,
	}
}

func annotations(room *factcheck.Newsroom, d *factcheck.Dossier, places *places) []any {
	var records []any
	texts := map[string]*fragment.Text{}
	address := func(page string) string {
		if room.Site.BaseURL == "" {
			return "../" + address(page)
		}
		return absolute(&room.Site, page)
	}
	target := func(p factcheck.Passage) annotationTarget {
		t := annotationTarget{Type: "SpecificResource", Source: address(articlePage(d.Story.ID, p.Article))}
		a := d.Story.Article(p.Article)
		if a == nil {
			return t
		}
		text := texts[p.Article]
		if text == nil {
			text = fragment.New(a.Title, a.PublishedAs, a.Body.Plain)
			texts[p.Article] = text
		}
		if prefix, suffix, ok := text.Context(p.Part.Order(), p.Start, p.End); ok {
			t.Selector = append(t.Selector, quoteSelector{"TextQuoteSelector", a.Text(p.Part)[p.Start:p.End], prefix, suffix})
		}
		at := places.of(p)
		t.Selector = append(t.Selector, partSelector{"FragmentSelector", htmlFragments, at.Part, positionSelector{"TextPositionSelector", at.Start, at.End}})
		return t
	}
	language := room.Site.Language
	for i := range d.Cases {
		c := &d.Cases[i]
		page := address(claimPage(d.Story.ID, c.Claim.ID))
		nth := map[string]int{} // of the article's wordings: letters change when articles are added
		for j := range c.Witnesses {
			w := &c.Witnesses[j]
			nth[w.Wording.Article]++
			wording := d.Story.ID + "/claims/" + c.Claim.ID + "/wordings/" + w.Wording.Article + "/" + strconv.Itoa(nth[w.Wording.Article]) + "/"
			for k, p := range w.Passages {
				records = append(records, annotation{
					ID:         urn(&room.Site, wording+strconv.Itoa(k+1)),
					Type:       "Annotation",
					Motivation: "linking",
					Body: []any{
						textualBody{"TextualBody", c.Claim.Text, "text/plain", language, "identifying"},
						linkedBody{"SpecificResource", page + "#w-" + w.Siglum, "linking"},
					},
					Target: target(p),
				})
			}
		}
	}
	eachFinding(d, func(f *factcheck.Finding) {
		var creator *annotator
		if !f.ByEditor {
			creator = &annotator{"Software", "crosscheck"}
		}
		body := []any{
			textualBody{"TextualBody", places.finding(f).Summary, "text/plain", language, "commenting"},
			textualBody{"TextualBody", f.Kind, "", "", "tagging"},
			textualBody{"TextualBody", string(f.Status), "", "", "tagging"},
			linkedBody{"SpecificResource", address(findingPage(d.Story.ID, f)) + "#" + f.ID, "linking"},
		}
		for i := range f.Evidence {
			records = append(records, annotation{
				ID:         urn(&room.Site, d.Story.ID+"/findings/"+f.ID+"/"+strconv.Itoa(i+1)),
				Type:       "Annotation",
				Motivation: "commenting",
				Creator:    creator,
				Body:       body,
				Target:     target(f.Evidence[i].Passage),
			})
		}
	})
	return records
}
