package content

import (
	"bytes"
	"encoding/json"
	"strings"

	"crosscheck/generator/factcheck"
)

// Schemas returns the JSON Schemas of the YAML that editors write, by file
// name, made from the tables that the reader follows. They are of draft 7, the
// one that editors' tools know best.
//
// What a schema cannot know it lets pass: which articles, outlets and grades
// there are, whether a year has a 29 February, and what YAML leaves out of the
// text before a schema sees it.
func Schemas() map[string][]byte {
	all := map[string][]byte{}
	for _, s := range []struct {
		name string
		typ  *typ
		doc  string
	}{
		{"site", &typ{kind: keys, shape: siteShape}, siteShape.doc},
		{"outlets", outletsShape, "Who publishes articles: a group of keys for each outlet, under its id."},
		{"page", &typ{kind: keys, shape: pageShape}, pageShape.doc},
		{"story", &typ{kind: keys, shape: storyShape}, storyShape.doc},
		{"article", &typ{kind: keys, shape: articleShape}, articleShape.doc},
		{"claim", &typ{kind: keys, shape: claimShape}, claimShape.doc},
	} {
		root := object{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", s.name}, {"description", s.doc}}
		root = append(root, s.typ.schema()...)
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(root); err != nil {
			panic("content: schema of " + s.name + ": " + err.Error()) // the tables hold nothing that JSON lacks
		}
		all[s.name+".schema.json"] = b.Bytes()
	}
	return all
}

// An object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, v := range []any{m.name, m.value} {
			if j > 0 {
				b.WriteByte(':')
			}
			e := json.NewEncoder(&b)
			e.SetEscapeHTML(false)
			if err := e.Encode(v); err != nil {
				return nil, err
			}
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// schema says what the reader takes for the type.
func (t *typ) schema() object {
	switch t.kind {
	case integer:
		o := object{{"type", "integer"}, {"maximum", 1<<31 - 1}}
		return append(o, member{"minimum", t.min})
	case number:
		return object{{"type", "number"}}
	case truth:
		return object{{"type", "boolean"}}
	case list:
		if t.min == 0 { // a list whose items are all commented out is empty
			return object{{"type", []string{"array", "null"}}, {"items", t.item.schema()}}
		}
		return object{{"type", "array"}, {"minItems", t.min}, {"items", t.item.schema()}}
	case keys:
		if t.orText {
			return object{{"anyOf", []object{t.shape.fields[0].typ.schema(), t.shape.schema()}}}
		}
		return t.shape.schema()
	case choice:
		var all []object
		for i := len(t.choices) - 1; i >= 0; i-- {
			all = append(all, t.choices[i].shape.schema())
		}
		return object{{"anyOf", all}}
	case register:
		return object{{"type", "object"}, {"propertyNames", object{{"pattern", "^(?:" + idPattern + ")$"}, {"not", object{{"enum", factcheck.Reserved}}}}}, {"additionalProperties", t.item.schema()}}
	}
	switch {
	case t.enum != nil:
		return object{{"enum", t.enum}}
	case t.pattern == datePattern: // a year alone is a number to YAML
		return append(object{{"type", []string{"string", "integer"}}, {"minimum", 1000}, {"maximum", 9999}}, t.patterned()...)
	case t.pattern == idPattern: // so is an id of digits
		return append(object{{"type", []string{"string", "integer"}}}, t.patterned()...)
	case t.pattern != "":
		return append(object{{"type", "string"}}, t.patterned()...)
	case t.exact:
		return object{{"type", []string{"string", "number"}}, {"minLength", 1}}
	}
	return object{{"type", []string{"string", "number"}}, {"pattern", `\S`}}
}

// patterned says what text must match, and what a tool shows where it does not.
func (t *typ) patterned() object {
	return object{{"pattern", "^(?:" + t.pattern + ")$"}, {"patternErrorMessage", "This takes " + t.takes + "."}}
}

func (s *shape) schema() object {
	properties := object{}
	required := []string{}
	for i := range s.fields {
		f := &s.fields[i]
		p := object{{"description", f.doc}}
		if f.typ.kind == text && f.eg != "…" {
			p = append(p, member{"examples", []string{strings.Trim(f.eg, `'"`)}})
		}
		properties = append(properties, member{f.name, append(p, f.typ.schema()...)})
		if f.required {
			required = append(required, f.name)
		}
	}
	o := object{{"type", "object"}, {"additionalProperties", false}}
	if len(required) > 0 {
		o = append(o, member{"required", required})
	}
	if s.either[0] != "" {
		o = append(o, member{"not", object{{"required", s.either[:]}}})
	}
	return append(o, member{"properties", properties})
}
