package diag

import (
	"bytes"
	"encoding/json"
	"io"

	"crosscheck/generator/source"
)

// jsonPlace is a place as other programs read it. Lines and columns count from
// 1, columns in code points; the end is exclusive. A file as a whole is 1:1.
type jsonPlace struct {
	Path      string `json:"path"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
}

type jsonDiagnostic struct {
	jsonPlace
	Severity string        `json:"severity"`
	Code     string        `json:"code"`
	Message  string        `json:"message"`
	Hint     string        `json:"hint"`
	Related  []jsonRelated `json:"related"`
}

type jsonRelated struct {
	jsonPlace
	Message string `json:"message"`
}

// WriteJSON writes diagnostics, in the order given, as one JSON array; root is
// put before each path.
func WriteJSON(w io.Writer, list List, root string) error {
	all := make([]jsonDiagnostic, 0, len(list))
	for _, d := range list {
		j := jsonDiagnostic{jsonPlace: jsonPlaceOf(d.Span, root), Severity: d.Severity.String(), Code: d.Code, Message: d.Message, Hint: d.Hint, Related: []jsonRelated{}}
		for _, r := range d.Related {
			j.Related = append(j.Related, jsonRelated{jsonPlaceOf(r.Span, root), r.Message})
		}
		all = append(all, j)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(all); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

func jsonPlaceOf(s source.Span, root string) jsonPlace {
	if s.File == nil {
		return jsonPlace{rooted(root, "."), 1, 1, 1, 1}
	}
	from, to := s.File.Position(s.Start), s.File.Position(s.End)
	return jsonPlace{rooted(root, s.File.Path), from.Line, from.Column, to.Line, to.Column}
}
