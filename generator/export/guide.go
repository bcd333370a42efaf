package export

// A Guide tells readers what a data file holds, for the page that lists them.
type Guide struct {
	Path, Format, What string
	Columns            []Column // of a table
}

// Column is a column of a CSV file.
type Column struct{ Name, Type, What string }

// Guides returns the files in the order in which most people look for them.
func Guides() []Guide {
	columns := func(t *table) (list []Column) {
		for _, c := range t.columns {
			list = append(list, Column{c.name, c.kind, c.description})
		}
		return list
	}
	return []Guide{
		{claimsTable.path(), "CSV", claimsTable.description, columns(&claimsTable)},
		{findingsTable.path(), "CSV", findingsTable.description, columns(&findingsTable)},
		{claimsTable.spreadsheet(), "CSV", "The first table, to be opened in a spreadsheet: a cell that could be taken for a formula begins with an apostrophe.", nil},
		{findingsTable.spreadsheet(), "CSV", "The second, likewise.", nil},
		{dataPackagePath, "Data Package", "What each column means, for programs.", nil},
		{claimsPath, "JSON", "Every claim with its wordings, the place of each in its article, and its findings.", nil},
		{findingsPath, "JSON", "Every finding with its evidence.", nil},
		{articlesPath, "JSON", "Every document: what it states of itself, and its text.", nil},
		{annotationsPath, "Web Annotation", "Every passage that is quoted, so marked that an annotation program finds it in its article.", nil},
		{claimReviewPath, "JSON-LD", "The reviews, as programs that look for fact-checks read them.", nil},
		{cslPath, "CSL-JSON", "How to cite every claim, finding and document, for reference managers.", nil},
		{bibtexPath, "BibTeX", "The same for LaTeX.", nil},
		{atomPath, "Atom", "The claims reviewed last, for feed readers.", nil},
		{jsonFeedPath, "JSON Feed", "The same.", nil},
	}
}
