package content

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the schemas into content/schemas")

// TestSchemasAreFresh: what lies in content/schemas is what the tables say now.
// To mend it: go test ./generator/content -run Fresh -update
func TestSchemasAreFresh(t *testing.T) {
	const dir = "../../content/schemas/"
	all := Schemas()
	if *update {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		for name, text := range all {
			if err := os.WriteFile(dir+name, text, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, want := range all {
		got, err := os.ReadFile(dir + name)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the tables say; run go test ./generator/content -run Fresh -update", name)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := all[e.Name()]; !ok {
			t.Errorf("%s is made from nothing", e.Name())
		}
	}
}
