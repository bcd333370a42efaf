package sitetest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// dataSites are the sites whose data files are held against their formats.
func dataSites(t *testing.T, test func(t *testing.T, s *site, base string)) {
	for _, c := range append(slices.Clone(linkedSites), struct{ name, content, base string }{"stress", stress(t), "https://stress.example"}) {
		t.Run(c.name, func(t *testing.T) { test(t, build(t, c.content, c.base), c.base) })
	}
}

// obeys reports where a JSON file of the site is not what a schema says.
func obeys(t *testing.T, s *site, file, name string) {
	t.Helper()
	if err := valid(schema(t, name), s.files[file]); err != nil {
		t.Errorf("%s: %.2000v", file, err)
	}
}

type describedTable struct {
	Name, Path string
	Schema     struct {
		Fields []struct {
			Name, Type  string
			Constraints struct {
				Required bool
				Minimum  *int
				Pattern  string
				Enum     []string
			}
		}
		PrimaryKey []string
	}
}

func TestTablesAreWhatTheirPackageSays(t *testing.T) {
	dataSites(t, func(t *testing.T, s *site, base string) {
		obeys(t, s, "data/datapackage.json", "datapackage.schema.json")
		var p struct{ Resources []describedTable }
		if err := json.Unmarshal(s.files["data/datapackage.json"], &p); err != nil {
			t.Fatal(err)
		}
		tables := map[string][][]string{}
		for _, r := range p.Resources {
			text, ok := s.files["data/"+r.Path]
			if !ok {
				t.Errorf("%s is described and not there", r.Path)
				continue
			}
			rows, err := strictCSV(string(bytes.TrimPrefix(text, []byte("\uFEFF"))))
			if err != nil {
				t.Errorf("%s: %v", r.Path, err)
				continue
			}
			if n := tableFaults(&r, rows); n != nil {
				t.Errorf("%s: %s", r.Path, strings.Join(n, "\n\t"))
			}
			reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\uFEFF"))))
			if again, err := reader.ReadAll(); err != nil || len(again) != len(rows) {
				t.Errorf("%s: read by another reader it has %d rows, not %d: %v", r.Path, len(again), len(rows), err)
			}
			tables[r.Name] = rows
		}
		for name := range s.files {
			if path.Ext(name) == ".csv" && !slices.ContainsFunc(p.Resources, func(r describedTable) bool { return "data/"+r.Path == name }) {
				t.Errorf("%s is not described", name)
			}
		}

		// A row for each wording and each piece of evidence, in the order and with
		// the words of the JSON files.
		var claims []publishedClaim
		var findings []publishedFinding
		for name, into := range map[string]any{"claims": &claims, "findings": &findings} {
			if err := json.Unmarshal(s.files["data/"+name+".json"], into); err != nil {
				t.Fatal(err)
			}
		}
		var want, got []string
		for _, c := range claims {
			for i, w := range c.Wordings {
				want = append(want, fmt.Sprintf("%q", []string{c.Story, c.ID, c.Claim, c.Verdict, strconv.Itoa(i + 1), w.Article, w.Quote, w.Form, w.Match}))
			}
		}
		for _, row := range picked(tables["claims"], "story", "id", "claim", "verdict", "wording", "article", "quote", "form", "match") {
			got = append(got, fmt.Sprintf("%q", row))
		}
		if !slices.Equal(got, want) {
			t.Errorf("claims.csv and claims.json differ%s", lineDifference(strings.Join(want, "\n"), strings.Join(got, "\n")))
		}
		want, got = nil, nil
		for _, f := range findings {
			for i, e := range f.Evidence {
				want = append(want, fmt.Sprintf("%q", []string{f.Story, f.Claim, f.ID, f.Kind, f.Severity, f.Status, f.Summary, strconv.Itoa(i + 1), e.Article, e.Quote}))
			}
		}
		for _, row := range picked(tables["findings"], "story", "claim", "id", "kind", "severity", "status", "summary", "evidence", "article", "quote") {
			got = append(got, fmt.Sprintf("%q", row))
		}
		if !slices.Equal(got, want) {
			t.Errorf("findings.csv and findings.json differ%s", lineDifference(strings.Join(want, "\n"), strings.Join(got, "\n")))
		}

		// Pages that rows name are there.
		for _, name := range []string{"claims", "findings"} {
			for _, row := range picked(tables[name], "page") {
				page, place, _ := strings.Cut(row[0], "#")
				if d := s.pages[page]; d == nil || place != "" && d.ids[place] == nil {
					t.Errorf("%s.csv names %s, which is not there", name, row[0])
				}
			}
		}
	})
}

// The page on data leads to each data file, and tells every column of each table.
func TestDataPageNamesAllData(t *testing.T) {
	dataSites(t, func(t *testing.T, s *site, base string) {
		page := s.pages["data/index.html"]
		if page == nil {
			t.Fatal("no page")
		}
		words := text(page.root)
		for name := range s.files {
			if path.Dir(name) == "data" && !strings.HasSuffix(name, ".html") && !slices.ContainsFunc(page.links, func(l link) bool { return l.address == "../"+name }) {
				t.Errorf("nothing leads to %s", name)
			}
		}
		for _, name := range []string{"claims", "findings"} {
			rows, err := strictCSV(string(s.files["data/"+name+".csv"]))
			if err != nil {
				t.Fatal(err)
			}
			for _, column := range rows[0] {
				if !strings.Contains(words, column) {
					t.Errorf("the column %s of %s.csv is not told of", column, name)
				}
			}
		}
	})
}

// The doubles for spreadsheets hold no formula, and nothing is lost in them.
func TestSpreadsheetsComputeNothing(t *testing.T) {
	made := 0
	dataSites(t, func(t *testing.T, s *site, base string) {
		for _, name := range []string{"claims", "findings"} {
			rows, err := strictCSV(string(s.files["data/"+name+".csv"]))
			if err != nil {
				t.Fatal(err)
			}
			text, marked := strings.CutPrefix(string(s.files["data/"+name+"-spreadsheet.csv"]), "\uFEFF")
			safe, err := strictCSV(text)
			if err != nil || !marked || len(safe) != len(rows) {
				t.Fatalf("%s-spreadsheet.csv: %d rows, want %d; %v", name, len(safe), len(rows), err)
			}
			for i, row := range safe {
				for j, cell := range row {
					if cell == rows[i][j] {
						if bare := strings.TrimLeft(cell, " \u00a0\"'“‘„"); bare != "" && strings.ContainsAny(bare[:1], "=+-@\t\r\n") {
							t.Errorf("%s, row %d: %q", name, i, cell)
						}
						continue
					}
					made++
					if cell != "'"+rows[i][j] {
						t.Errorf("%s, row %d: %q became %q", name, i, rows[i][j], cell)
					}
				}
			}
		}
	})
	if made == 0 {
		t.Error("no site has a cell like a formula: this test tests nothing")
	}
}

// strictCSV reads RFC 4180 to the letter: lines end in CR LF, and quotation
// marks stand around a field or doubled within such a one.
func strictCSV(text string) (rows [][]string, err error) {
	row := []string{}
	for i := 0; i < len(text); {
		var field string
		if text[i] == '"' {
			var b strings.Builder
			for i++; ; i++ {
				if i >= len(text) {
					return nil, fmt.Errorf("row %d: a quotation mark is not closed", len(rows)+1)
				}
				if text[i] == '"' {
					if i+1 < len(text) && text[i+1] == '"' {
						i++
					} else {
						i++
						break
					}
				}
				b.WriteByte(text[i])
			}
			field = b.String()
		} else {
			n := strings.IndexAny(text[i:], ",\r\n\"")
			if n < 0 {
				return nil, fmt.Errorf("row %d: no line break at the end", len(rows)+1)
			}
			field = text[i : i+n]
			i += n
		}
		row = append(row, field)
		switch {
		case strings.HasPrefix(text[i:], ","):
			i++
			if i == len(text) || text[i] == '\r' { // an empty last field
				row = append(row, "")
				if !strings.HasPrefix(text[i:], "\r\n") {
					return nil, fmt.Errorf("row %d: ends without CR LF", len(rows)+1)
				}
				i += 2
				rows, row = append(rows, row), []string{}
			}
		case strings.HasPrefix(text[i:], "\r\n"):
			i += 2
			rows, row = append(rows, row), []string{}
		default:
			return nil, fmt.Errorf("row %d: %.10q behind a field", len(rows)+1, text[i:])
		}
	}
	for i, r := range rows {
		if len(r) != len(rows[0]) {
			return nil, fmt.Errorf("row %d has %d fields, not %d", i+1, len(r), len(rows[0]))
		}
	}
	return rows, nil
}

// tableFaults holds rows against the description of their fields.
func tableFaults(r *describedTable, rows [][]string) (faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	if len(rows) == 0 || len(rows[0]) != len(r.Schema.Fields) {
		return []string{"no header, or not that of the description"}
	}
	keys := map[string]bool{}
	for i, row := range rows[1:] {
		var key []string
		for j, f := range r.Schema.Fields {
			cell, c := row[j], f.Constraints
			if slices.Contains(r.Schema.PrimaryKey, f.Name) {
				key = append(key, cell)
			}
			if rows[0][j] != f.Name {
				fault("column %d is %q, described as %q", j+1, rows[0][j], f.Name)
			}
			if cell == "" {
				if c.Required {
					fault("row %d: no %s", i+1, f.Name)
				}
				continue
			}
			switch f.Type {
			case "integer":
				if n, err := strconv.Atoi(cell); err != nil || c.Minimum != nil && n < *c.Minimum {
					fault("row %d: %s is %q", i+1, f.Name, cell)
				}
			case "boolean":
				if cell != "true" && cell != "false" {
					fault("row %d: %s is %q", i+1, f.Name, cell)
				}
			}
			if c.Pattern != "" && !regexp.MustCompile(c.Pattern).MatchString(cell) {
				fault("row %d: %s is %q", i+1, f.Name, cell)
			}
			if c.Enum != nil && !slices.Contains(c.Enum, cell) {
				fault("row %d: %s is %q", i+1, f.Name, cell)
			}
		}
		if k := strings.Join(key, "\x00"); keys[k] {
			fault("row %d: the key %q is there twice", i+1, key)
		} else {
			keys[k] = true
		}
		if len(faults) > 10 {
			break
		}
	}
	return faults
}

// picked returns some columns of a table, without its header.
func picked(rows [][]string, names ...string) (list [][]string) {
	if len(rows) == 0 {
		return nil
	}
	for _, row := range rows[1:] {
		var cells []string
		for _, n := range names {
			cells = append(cells, row[slices.Index(rows[0], n)])
		}
		list = append(list, cells)
	}
	return list
}

type publishedAnnotation struct {
	ID, Motivation string
	Body           []struct{ Type, Value, Source string }
	Target         struct {
		Source   string
		Selector []struct {
			Type, Exact, Prefix, Suffix, Value string
			RefinedBy                          struct{ Start, End int }
		}
	}
}

// Every annotation leads to exactly one place of what the article's page shows,
// by its quotation and by its position, and both are the same place.
func TestAnnotationsLeadToOnePlace(t *testing.T) {
	dataSites(t, func(t *testing.T, s *site, base string) {
		const file = "data/annotations.jsonld"
		obeys(t, s, file, "annotations.schema.json")
		var collection struct {
			Total int
			First struct{ Items []publishedAnnotation }
		}
		if err := json.Unmarshal(s.files[file], &collection); err != nil {
			t.Fatal(err)
		}
		var articles []publishedArticle
		var claims []publishedClaim
		var findings []publishedFinding
		for name, into := range map[string]any{"articles": &articles, "claims": &claims, "findings": &findings} {
			if err := json.Unmarshal(s.files["data/"+name+".json"], into); err != nil {
				t.Fatal(err)
			}
		}
		want := 0
		for _, c := range claims {
			for _, w := range c.Wordings {
				want += len(w.Passages)
			}
		}
		for _, f := range findings {
			want += len(f.Evidence)
		}
		if items := collection.First.Items; len(items) != want || collection.Total != want {
			t.Errorf("%d annotations, %d are told of, want %d", len(items), collection.Total, want)
		}
		byPage := map[string]*publishedArticle{}
		for i := range articles {
			byPage[articles[i].Story+"/articles/"+articles[i].ID+".html"] = &articles[i]
		}
		shown := map[string][3]string{} // the parts as the page shows them, without white space
		ids := map[string]bool{}
		alone := 0
		local := func(source string) (page, place string) {
			root := base + "/data/annotations.jsonld"
			from, err := url.Parse(root)
			if err != nil {
				t.Fatal(err)
			}
			to, err := from.Parse(source)
			if err != nil {
				t.Fatal(err)
			}
			page, _ = strings.CutPrefix(to.Path, strings.TrimSuffix(from.Path, "data/annotations.jsonld"))
			return page, to.Fragment
		}
		for _, a := range collection.First.Items {
			if ids[a.ID] {
				t.Errorf("%s is there twice", a.ID)
			}
			ids[a.ID] = true
			for _, b := range a.Body {
				if b.Source == "" {
					continue
				}
				if page, place := local(b.Source); s.pages[page] == nil || s.pages[page].ids[place] == nil {
					t.Errorf("%s: says %s, which is not there", a.ID, b.Source)
				}
			}
			page, _ := local(a.Target.Source)
			article := byPage[page]
			if article == nil {
				t.Errorf("%s: %s is no article", a.ID, a.Target.Source)
				continue
			}
			parts, ok := shown[page]
			if !ok {
				for i, name := range [...]string{"title", "published_as", "body"} {
					if p := readPart(s.pages[page], name); p != nil && article.part(name) != "" {
						parts[i] = p.text
					}
				}
				shown[page] = parts
			}
			whole := strings.Join(parts[:], "\n")
			position := a.Target.Selector[len(a.Target.Selector)-1]
			if position.Type != "FragmentSelector" || s.pages[page].ids[position.Value] == nil {
				t.Errorf("%s: no position in an element of the page", a.ID)
				continue
			}
			points := []rune(article.part(position.Value))
			if position.RefinedBy.End > len(points) || position.RefinedBy.Start >= position.RefinedBy.End {
				t.Errorf("%s: a position %v in %d characters", a.ID, position.RefinedBy, len(points))
				continue
			}
			before, passage := string(points[:position.RefinedBy.Start]), string(points[position.RefinedBy.Start:position.RefinedBy.End])
			if len(a.Target.Selector) == 1 {
				alone++
				continue
			}
			quote := a.Target.Selector[0]
			needle := squeeze(quote.Prefix + quote.Exact + quote.Suffix)
			if n := countOverlapping(strings.ReplaceAll(whole, "\n", ""), needle); n != 1 {
				t.Errorf("%s: %q + %q + %q stands in %s %d times", a.ID, quote.Prefix, quote.Exact, quote.Suffix, page, n)
			}
			printed := article.Title + "\n" + article.PublishedAs + "\n" + article.Body
			if n := countOverlapping(printed, quote.Prefix+quote.Exact+quote.Suffix); n != 1 {
				t.Errorf("%s: %q + %q + %q stands in the text of %s %d times", a.ID, quote.Prefix, quote.Exact, quote.Suffix, page, n)
			}
			at := strings.Index(printed, quote.Prefix+quote.Exact+quote.Suffix) + len(quote.Prefix)
			switch position.Value {
			case "body":
				before = article.Title + "\n" + article.PublishedAs + "\n" + before
			case "published_as":
				before = article.Title + "\n" + before
			}
			if at != len(before) || quote.Exact != passage {
				t.Errorf("%s: the quotation %q is at %d, the position %q at %d", a.ID, quote.Exact, at, passage, len(before))
			}
		}
		if alone > len(collection.First.Items)/20 {
			t.Errorf("%d of %d annotations have no quotation", alone, len(collection.First.Items))
		}
		t.Logf("%d annotations, %d without a quotation", len(collection.First.Items), alone)
	})
}

// Links to originals lead to one place of the article's text, as a browser reads
// them: here with regular expressions, over the text as the data have it.
func TestLinksToOriginalsLeadToOnePlace(t *testing.T) {
	links := 0
	dataSites(t, func(t *testing.T, s *site, base string) {
		var articles []struct {
			publishedArticle
			URL string
		}
		if err := json.Unmarshal(s.files["data/articles.json"], &articles); err != nil {
			t.Fatal(err)
		}
		for name, page := range s.pages {
			for _, l := range page.links {
				bare, directives, ok := strings.Cut(l.address, "#:~:text=")
				if !ok {
					continue
				}
				bare, _ = url.PathUnescape(bare)
				for directive := range strings.SplitSeq(directives, "&text=") {
					links++
					pattern := directivePattern(t, directive)
					found := 0
					for i := range articles {
						a := &articles[i]
						if original, _ := url.PathUnescape(a.URL); original == bare && strings.HasPrefix(name, a.Story+"/") {
							found = max(found, len(pattern.FindAllString(a.Title+"\n"+a.PublishedAs+"\n"+a.Body, -1)))
						}
					}
					if found != 1 {
						t.Errorf("%s: %s leads to %d places", name, l.address, found)
					}
				}
			}
		}
	})
	if links == 0 {
		t.Error("no site has a link to a place in an original: this test tests nothing")
	}
}

// directivePattern is a text directive as a regular expression: pieces one
// behind the other, between words, the case of letters left aside.
func directivePattern(t *testing.T, directive string) *regexp.Regexp {
	t.Helper()
	piece := func(text string) string {
		text, err := url.PathUnescape(text)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for i, w := range strings.FieldsFunc(text, unicode.IsSpace) {
			if i > 0 {
				b.WriteString(`[\s\p{Z}]+`)
			}
			b.WriteString(regexp.QuoteMeta(w))
		}
		return b.String()
	}
	pattern := `(?is)`
	pieces := strings.Split(directive, ",")
	if before, ok := strings.CutSuffix(pieces[0], "-"); ok {
		pattern += piece(before) + `[\s\p{Z}]*`
		pieces = pieces[1:]
	}
	pattern += piece(pieces[0])
	for _, p := range pieces[1:] {
		if behind, ok := strings.CutPrefix(p, "-"); ok {
			pattern += `[\s\p{Z}]*` + piece(behind)
		} else {
			pattern += `.*?` + piece(p)
		}
	}
	return regexp.MustCompile(pattern)
}
