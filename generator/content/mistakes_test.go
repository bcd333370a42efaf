package content

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"crosscheck/generator/diag"
	"crosscheck/generator/source"
)

// mistake is a case of testdata/mistakes.txt.
type mistake struct {
	name   string
	head   string // its lines up to --
	file   string
	old    string
	new    string
	delete bool
	folder string
	link   [2]string
	blind  bool
	want   string
}

func readMistakes(t *testing.T) []mistake {
	data, err := os.ReadFile("testdata/mistakes.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []mistake
	for _, block := range strings.Split("\n"+string(data), "\n== ")[1:] {
		head, want, ok := strings.Cut(block, "\n--\n")
		if !ok {
			t.Fatalf("a case without --: %s", block)
		}
		m := mistake{head: head, want: strings.TrimRight(want, "\n")}
		lines := strings.Split(head, "\n")
		m.name = lines[0]
		join := func(to *string, s string, first *bool) {
			if !*first {
				*to += "\n"
			}
			*to, *first = *to+s, false
		}
		oldFirst, newFirst := true, true
		for _, line := range lines[1:] {
			verb, arg, _ := strings.Cut(line, " ")
			unquote := func() string {
				s, err := strconv.Unquote(arg)
				if err != nil {
					t.Fatalf("%s: %s: %v", m.name, arg, err)
				}
				return s
			}
			switch verb {
			case "file":
				m.file = arg
			case "old":
				join(&m.old, arg, &oldFirst)
			case "oldq":
				join(&m.old, unquote(), &oldFirst)
			case "new":
				join(&m.new, arg, &newFirst)
			case "newq":
				join(&m.new, unquote(), &newFirst)
			case "delete":
				m.delete = true
			case "folder":
				m.folder = arg
			case "link":
				m.link[0], m.link[1], _ = strings.Cut(arg, " ")
			case "schema":
				m.blind = true
			default:
				t.Fatalf("%s: what is %q?", m.name, line)
			}
		}
		all = append(all, m)
	}
	return all
}

// TestMistakes: every mistake that an editor can make is told with its place, in
// plain words, with what to write instead; and the schemas agree on its shape.
func TestMistakes(t *testing.T) {
	schemas := compiled(t)
	all := readMistakes(t)
	var out bytes.Buffer
	for _, m := range all {
		t.Run(m.name, func(t *testing.T) {
			files := maps.Clone(newsroom)
			text := m.new
			switch {
			case m.delete:
				if _, ok := files[m.file]; !ok {
					t.Fatalf("there is no %s to delete", m.file)
				}
				delete(files, m.file)
			case m.file != "":
				if m.old != "" {
					if strings.Count(files[m.file], m.old) != 1 {
						t.Fatalf("%q stands %d times in %s", m.old, strings.Count(files[m.file], m.old), m.file)
					}
					text = strings.Replace(files[m.file], m.old, m.new, 1)
				}
				files[m.file] = text
			}
			dir := written(t, files)
			if m.folder != "" {
				os.MkdirAll(filepath.Join(dir, m.folder), 0o777)
			}
			if m.link[0] != "" {
				if err := os.Symlink(m.link[1], filepath.Join(dir, m.link[0])); err != nil {
					t.Skip("no links on this system")
				}
			}
			_, _, diags := readAll(t, dir)
			var b strings.Builder
			if err := diag.WriteText(&b, diags, diag.TextOptions{}); err != nil {
				t.Fatal(err)
			}
			got := strings.TrimRight(b.String(), "\n")
			out.WriteString("== " + m.head + "\n--\n" + got + "\n\n")
			if got != m.want && !*update {
				t.Errorf("got\n%s\nwant\n%s", got, m.want)
			}
			for _, d := range diags {
				if d.Code == "" || d.Message == "" {
					t.Errorf("a diagnostic without code or message: %+v", d)
				}
			}
			if !m.delete && m.file != "" && !m.blind {
				agree(t, schemas, m.file, text, diags)
			}
		})
	}
	if *update {
		if err := os.WriteFile("testdata/mistakes.txt", append(bytes.TrimRight(out.Bytes(), "\n"), '\n'), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// aboutShape are the codes of mistakes that a schema sees.
var aboutShape = map[string]bool{"unknown-key": true, "missing-key": true, "wrong-type": true, "empty-value": true, "not-in-list": true,
	"bad-value": true, "bad-date": true, "bad-url": true, "bad-language": true, "bad-id": true, "reserved-id": true, "either-or": true, "missing-blank": true, "odd-blank": true}

// agree compares what the reader and the schema say of a file's shape.
func agree(t *testing.T, schemas map[string]*jsonschema.Schema, name, text string, diags diag.List) {
	t.Helper()
	kind := ""
	switch {
	case name == "site.yaml", name == "outlets.yaml", path.Base(name) == "story.yaml":
		kind = strings.TrimSuffix(path.Base(name), ".yaml")
	case strings.Contains(name, "/claims/") && strings.HasSuffix(name, ".yaml"):
		kind = "claim"
	case strings.HasPrefix(text, "---\n"):
		var none diag.List
		m, ok := split(source.New(name, text), "an article", &none)
		if !ok {
			return
		}
		text = text[m.start:m.end]
		kind = "article"
		if strings.HasPrefix(name, "pages/") {
			kind = "page"
		}
	}
	schema := schemas[kind]
	if schema == nil {
		return
	}
	root, err := parse(text)
	if err != nil || root == nil {
		return
	}
	refused := false
	for _, d := range diags {
		if d.Span.File.Path != name || d.Severity != diag.Error || d.Span.File.Text == "" {
			continue
		}
		if d.Code == "syntax" || d.Code == "alias" || d.Code == "tag" || d.Code == "comment-in-text" || d.Code == "second-document" {
			return // YAML has dropped or changed it before a schema could see it
		}
		refused = refused || aboutShape[d.Code]
	}
	err = schema.Validate(plain(root))
	if refused && err == nil {
		t.Errorf("the reader refuses the shape, the schema of a %s does not", kind)
	}
	if !refused && err != nil {
		t.Errorf("the schema of a %s refuses what the reader takes: %v", kind, err)
	}
}

// compiled returns the schemas as a validator understands them.
func compiled(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	all := map[string]*jsonschema.Schema{}
	for name, text := range Schemas() {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(name, doc); err != nil {
			t.Fatal(err)
		}
		schema, err := c.Compile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(name, ".schema.json")] = schema
	}
	return all
}

// plain returns what an editor's tool makes of YAML 1.2: dates are text to it.
func plain(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, plain(c))
		}
		return list
	}
	switch n.Tag {
	case "!!null":
		return nil
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!int", "!!float":
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil {
			b, _ := json.Marshal(f)
			return json.Number(b)
		}
	}
	return n.Value
}

// TestNewsroomHasNoMistake: else the cases of mistakes prove nothing.
func TestNewsroomHasNoMistake(t *testing.T) {
	_, stories, diags := readAll(t, written(t, newsroom))
	var b strings.Builder
	diag.WriteText(&b, diags, diag.TextOptions{})
	if b.Len() > 0 {
		t.Error(b.String())
	}
	if len(stories) != 1 || len(stories[0].Claims) != 2 {
		t.Errorf("read %d stories", len(stories))
	}
	schemas := compiled(t)
	for name, text := range newsroom {
		agree(t, schemas, name, text, nil)
	}
}
