package sitetest

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	program "crosscheck"
	"crosscheck/generator"
	"crosscheck/generator/desk"
	"crosscheck/generator/diag"
)

var fence = regexp.MustCompile("(?ms)^```([^\n]*)\n(.*?)^```$")

// The README's newsroom is built as it stands there, its broken claim is
// answered as it says, and -update writes the answer anew.
func TestReadmeTellsTheTruth(t *testing.T) {
	const name = "../../README.md"
	readme, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	content := filepath.Join(t.TempDir(), "content")
	write := func(name, data string) {
		file := filepath.Join(filepath.Dir(content), filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var broken, brokenName, output, suggested string
	files := 0
	for _, m := range fence.FindAllStringSubmatch(string(readme), -1) {
		info := strings.Fields(m[1])
		switch {
		case len(info) == 3 && info[1] == "broken":
			brokenName, broken = info[2], m[2]
		case len(info) == 2 && info[1] == "suggested":
			suggested = m[2]
		case len(info) == 2 && info[1] == "output":
			output = m[2]
		case len(info) == 2 && strings.HasPrefix(info[1], "content/"):
			write(info[1], m[2])
			files++
		}
	}
	if files < 7 || broken == "" || output == "" {
		t.Fatalf("%d files, a broken one: %v, an output: %v", files, broken != "", output != "")
	}
	out := filepath.Join(t.TempDir(), "public")
	if err := crosscheck(content, out, ""); err != nil {
		t.Fatal(err)
	}
	s, err := readSite(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range s.faults("") {
		t.Error(f)
	}
	found, passages := quoteFaults(t, content, s)
	for _, f := range found {
		t.Error(f)
	}
	if passages < 4 {
		t.Errorf("%d passages", passages)
	}

	answer, err := desk.Suggest(desk.Inquiry{Content: content, About: "harbour-fire/post", Quote: "We are certain that nobody was left inside"})
	if err != nil {
		t.Fatal(err)
	}
	var yaml bytes.Buffer
	if err := answer.WriteYAML(&yaml); err != nil {
		t.Fatal(err)
	}
	if suggested == "" || !strings.HasSuffix(yaml.String(), "\n"+suggested) {
		t.Errorf("What the README says is suggested is not:\n%s", &yaml)
	}

	write(brokenName, broken)
	report, err := generator.Check(generator.Options{Content: content, Templates: program.Templates(), Static: program.Static()})
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := diag.WriteText(&got, report.Diagnostics, diag.TextOptions{Root: "content"}); err != nil {
		t.Fatal(err)
	}
	if got.String() == output {
		return
	}
	if !*update {
		t.Fatalf("The README's output is not what the program says (-update writes it anew):\n%s", &got)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(readme), "```text output\n"+output, "```text output\n"+got.String(), 1)), 0o666); err != nil {
		t.Fatal(err)
	}
}
