package inspect

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

func call(t testing.TB, name, in string) (string, error) {
	t.Helper()
	for _, c := range Calls() {
		if c.Name == name {
			var out bytes.Buffer
			err := c.Run(strings.NewReader(in), &out)
			return out.String(), err
		}
	}
	t.Fatalf("no call %s", name)
	return "", nil
}

func TestCallsAreSortedAndExplained(t *testing.T) {
	last := ""
	for _, c := range Calls() {
		if c.Name <= last || c.Help == "" || c.In == "" || c.Out == "" {
			t.Errorf("%+v after %q", c, last)
		}
		last = c.Name
	}
}

func TestAnswersComeInOrderWithoutLastLineBreak(t *testing.T) {
	out, err := call(t, "dates", `{"doc":1,"text":"a"}`+"\r\n\n"+`{"doc":2,"text":"b"}`)
	if err != nil || out != "{\"doc\":1,\"timexes\":[]}\n{\"doc\":2,\"timexes\":[]}\n" {
		t.Errorf("%q, %v", out, err)
	}
}

// A question gets its answer before the next question is asked.
func TestAnswerComesAtOnce(t *testing.T) {
	in, ask := io.Pipe()
	answer, out := io.Pipe()
	c := dates
	go func() { out.CloseWithError(c.Run(in, out)) }()
	for range 3 {
		if _, err := io.WriteString(ask, "{\"text\":\"a\"}\n"); err != nil {
			t.Fatal(err)
		}
		b := make([]byte, 100)
		if n, err := answer.Read(b); err != nil || n == 0 {
			t.Fatal(err)
		}
	}
	ask.Close()
}

func TestLinksDoNotDependOnOrder(t *testing.T) {
	one, err := call(t, "wordings", `{"witnesses":[{"id":"x","text":"Zwölf boats burned"},{"id":"y","text":"ten boats burned"}],"links":true}`)
	if err != nil {
		t.Fatal(err)
	}
	two, err := call(t, "wordings", `{"links":true,"witnesses":[{"id":"y","text":"ten boats burned"},{"id":"x","text":"Zwölf boats burned"}]}`)
	if err != nil || one != two {
		t.Errorf("%s\n%s%v", one, two, err)
	}
	none, err := call(t, "wordings", `{"witnesses":[]}`)
	if err != nil || none != "{\"rows\":[]}\n" {
		t.Errorf("%q, %v", none, err)
	}
}

func TestLineThatCannotBeAnsweredIsNamed(t *testing.T) {
	for in, want := range map[string]string{
		"x":                               "line 1: not JSON",
		"{}":                              "line 1: “text” is missing",
		"\n[1]":                           "line 2: the line is a JSON array",
		`{"text":"a","quote":1}`:          "line 1: “quote” is of the wrong type",
		"{\"text\":\"\xff\",\"quote\":1}": "line 1: not UTF-8",
		`{"text":"a","quote":"a","occurrence":-1}`: "“occurrence” is -1",
	} {
		_, err := call(t, "quote", in)
		var line *LineError
		if !errors.As(err, &line) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", in, err, want)
		}
	}
}

// Whatever text is asked about, the answer is JSON and its offsets lie inside.
func FuzzQuote(f *testing.F) {
	f.Add("Ärger: “We will rebuild,” she said.", "we … rebuild", "", "", 0)
	f.Add("a b a b", "a b", "b ", "", 2)
	f.Add("", "", "", "", 0)
	f.Fuzz(func(t *testing.T, text, quote, prefix, suffix string, occurrence int) {
		if occurrence < 0 || !utf8.ValidString(text+quote+prefix+suffix) {
			return
		}
		line, _ := json.Marshal(map[string]any{"text": text, "quote": quote, "prefix": prefix, "suffix": suffix, "occurrence": occurrence})
		out, err := call(t, "quote", string(line))
		if err != nil {
			t.Fatal(err)
		}
		var a struct {
			Passages []struct{ Start, End int }
			Nearest  *struct{ Start, End int }
		}
		if err := json.Unmarshal([]byte(out), &a); err != nil {
			t.Fatal(err)
		}
		if a.Nearest != nil {
			a.Passages = append(a.Passages, *a.Nearest)
		}
		for _, p := range a.Passages {
			if p.Start < 0 || p.End < p.Start || p.End > utf8.RuneCountInString(text) {
				t.Fatalf("[%d, %d) of %q", p.Start, p.End, text)
			}
		}
	})
}

// Nested quotations end before those that hold them; offsets count code points
// all the same.
func TestNestedQuotationsAreCounted(t *testing.T) {
	out, err := call(t, "quotations", `{"doc":1,"text":"“Ä ‘é’ ü,” he said. É” ‘ï"}`)
	if want := `{"doc":1,"quotations":[{"start":1,"end":9,"text":"Ä ‘é’ ü,","closed":true,"depth":0,"verb":"say","class":"neutral","speaker":"he"},{"start":4,"end":5,"text":"é","closed":true,"depth":1}],"faults":[{"start":21,"end":22,"kind":"unopened"}]}` + "\n"; err != nil || out != want {
		t.Errorf("got  %swant %s%v", out, want, err)
	}
}
