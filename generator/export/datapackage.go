package export

import (
	"slices"
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
)

const dataPackagePath = "data/datapackage.json"

// dataPackage describes the CSV files: Data Package 2.0
// (https://datapackage.org/standard/data-package/), with the names of profiles
// that readers of version 1 look for. It says nothing that the content does not:
// no licence, no version, no day on which it was made.
type dataPackage struct {
	Schema       string         `json:"$schema"`
	Profile      string         `json:"profile"`
	Name         string         `json:"name"`
	ID           string         `json:"id"`
	Title        string         `json:"title"`
	Description  string         `json:"description,omitempty"`
	Homepage     string         `json:"homepage,omitempty"`
	Contributors []contributor  `json:"contributors,omitempty"`
	Resources    []dataResource `json:"resources"`
}

type contributor struct {
	Title string   `json:"title"`
	Path  string   `json:"path,omitempty"`
	Email string   `json:"email,omitempty"`
	Role  string   `json:"role"` // of version 1
	Roles []string `json:"roles"`
}

type dataResource struct {
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Profile     string      `json:"profile"`
	Path        string      `json:"path"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	Format      string      `json:"format"`
	Mediatype   string      `json:"mediatype"`
	Encoding    string      `json:"encoding"`
	Dialect     csvDialect  `json:"dialect"`
	Schema      tableSchema `json:"schema"`
}

type csvDialect struct {
	Delimiter        string `json:"delimiter"`
	LineTerminator   string `json:"lineTerminator"`
	QuoteChar        string `json:"quoteChar"`
	DoubleQuote      bool   `json:"doubleQuote"`
	SkipInitialSpace bool   `json:"skipInitialSpace"`
	Header           bool   `json:"header"`
}

type tableSchema struct {
	Fields        []tableField `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey"`
}

type tableField struct {
	Name        string            `json:"name"`
	Title       string            `json:"title"`
	Type        string            `json:"type"`
	Description string            `json:"description"`
	Constraints *fieldConstraints `json:"constraints,omitempty"`
}

type fieldConstraints struct {
	Required bool     `json:"required,omitempty"`
	Minimum  *int     `json:"minimum,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

func datapackage(room *factcheck.Newsroom) site.File {
	s := &room.Site
	p := dataPackage{
		Schema:      "https://datapackage.org/profiles/2.0/datapackage.json",
		Profile:     "tabular-data-package",
		Name:        "fact-checks",
		ID:          urn(&room.Site, "data"),
		Title:       s.Title,
		Description: "How several sources put the same statements: claims with the exact wording of each source, and what does not fit between them. Columns are named as in claims.json and findings.json beside this file.",
	}
	if name := factcheck.Slug(s.Title); name != "" {
		p.Name = name
	}
	if s.BaseURL != "" {
		p.Homepage = s.BaseURL + "/"
	}
	if s.Publisher.Name != "" {
		p.Contributors = []contributor{{s.Publisher.Name, webOnly(s.Publisher.URL), s.Publisher.Email, "publisher", []string{"publisher"}}}
	}
	for _, t := range []*table{&claimsTable, &findingsTable} {
		r := dataResource{
			Name: t.name, Type: "table", Profile: "tabular-data-resource", Path: t.name + ".csv", Title: t.title, Description: t.description,
			Format: "csv", Mediatype: "text/csv", Encoding: "utf-8",
			Dialect: csvDialect{",", "\r\n", `"`, true, false, true},
			Schema:  tableSchema{MissingValues: []string{""}, PrimaryKey: t.key},
		}
		for _, c := range t.columns {
			f := tableField{Name: c.name, Title: c.title, Type: c.kind, Description: c.description}
			if c.required || c.pattern != "" || c.enum != nil || c.kind == "integer" {
				f.Constraints = &fieldConstraints{Required: c.required, Pattern: c.pattern, Enum: c.enum}
				if c.kind == "integer" {
					f.Constraints.Minimum = new(int)
				}
			}
			r.Schema.Fields = append(r.Schema.Fields, f)
		}
		p.Resources = append(p.Resources, r)
		r.Schema.Fields = slices.Clone(r.Schema.Fields)
		for i := range r.Schema.Fields {
			// An id may begin with a hyphen, and its cell then with an apostrophe.
			if f := &r.Schema.Fields[i]; f.Constraints != nil && strings.HasPrefix(f.Constraints.Pattern, "^[a-z0-9-]+") {
				c := *f.Constraints
				c.Pattern = "^'?" + c.Pattern[1:]
				f.Constraints = &c
			}
		}
		r.Name += "-spreadsheet"
		r.Path = t.name + "-spreadsheet.csv"
		r.Title += ", for spreadsheets"
		r.Description += " The same rows, to be opened in a spreadsheet: a cell that could be taken for a formula begins with an apostrophe more, and a byte order mark tells that the file is UTF-8."
		p.Resources = append(p.Resources, r)
	}
	return site.File{Path: dataPackagePath, Bytes: indented(p, "  ")}
}

// webOnly returns an address if it is one of the web.
func webOnly(address string) string {
	if site.OnWeb(address) {
		return address
	}
	return ""
}
