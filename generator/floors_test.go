package generator_test

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// floors is who lives where. A package imports only packages on lower floors;
// those on one floor do not know each other. To add a package, give it a floor
// here and a line in ARCHITECTURE.md's table of rooms.
const floors = `
1  crosscheck                    # embed.go: the built-in templates and assets
1  generator/source
1  generator/words
1  generator/site
2  generator/asset
2  generator/card
2  generator/cite
2  generator/diag
2  generator/markdown
2  generator/engine/timex
2  generator/engine/figure
2  generator/engine/reuse
2  generator/engine/quotation
2  generator/engine/fragment
3  generator/engine/collate
4  generator/engine/quote
4  generator/engine/suggest
5  generator/factcheck
6  generator/content
6  generator/anchor
6  generator/examine
6  generator/export
6  generator/publish
6  generator/search
7  generator/render
8  generator
9  generator/inspect
9  generator/desk
10 cmd/crosscheck
10 generator/sitetest            # tests of the finished site, no code
`

// doors is the only way in for each library and for each part of the standard
// library that an invariant is about: who may import it (besides tests). A path
// ending in / stands for all below it. What is not named here and comes from
// another module is refused.
const doors = `
github.com/yuin/goldmark/        generator/markdown
github.com/alecthomas/chroma/v2/ generator/markdown
github.com/tdewolff/minify/v2/   generator/asset
gopkg.in/yaml.v3                 generator/content
golang.org/x/image/              generator/card
github.com/go-fonts/liberation/  generator/card
github.com/go-fonts/dejavu/      generator/card
golang.org/x/text/               generator/card generator/words generator/factcheck generator/diag generator/engine/collate generator/engine/fragment
text/template                    -
html/template                    generator/markdown generator/render
os                               generator/content generator/publish generator cmd/crosscheck
os/exec                          -
math/rand                        -
math/rand/v2                     -
net                              -
net/http/                        -
unsafe                           -
`

func TestPackagesImportOnlyLowerFloors(t *testing.T) {
	floor := parseFloors(t)
	imports := packages(t)
	for pkg, files := range imports {
		here, ok := floor[pkg]
		if !ok {
			t.Errorf("%s has no floor: give it one in generator/floors_test.go and ARCHITECTURE.md", pkg)
			continue
		}
		for file, paths := range files {
			for _, p := range paths {
				other, ours := inModule(p)
				if !ours {
					continue
				}
				there, ok := floor[other]
				switch {
				case !ok:
					t.Errorf("%s imports %s, which has no floor", file, other)
				case there == here:
					t.Errorf("%s imports sideways: %s lives on floor %d as well", file, other, there)
				case there > here:
					t.Errorf("%s imports upwards: %s lives on floor %d, this package on %d", file, other, there, here)
				}
			}
		}
	}
	for pkg := range floor {
		if _, ok := imports[pkg]; !ok && !testsOnly(pkg) {
			t.Errorf("%s has a floor but no Go files", pkg)
		}
	}
}

func TestLibrariesComeThroughTheirDoor(t *testing.T) {
	allowed := map[string][]string{}
	for _, f := range lines(doors) {
		allowed[f[0]] = f[1:]
	}
	used := map[string]bool{}
	for pkg, files := range packages(t) {
		for file, paths := range files {
			for _, p := range paths {
				if _, ours := inModule(p); ours {
					continue
				}
				door, ok := door(allowed, p)
				switch {
				case !ok && strings.Contains(strings.Split(p, "/")[0], "."):
					t.Errorf("%s imports %s: a library needs a door in generator/floors_test.go", file, p)
				case ok && !slices.Contains(allowed[door], pkg):
					t.Errorf("%s imports %s, which only %v may", file, p, allowed[door])
				case ok:
					used[door+" "+pkg] = true
				}
			}
		}
	}
	for d, pkgs := range allowed {
		for _, pkg := range pkgs {
			if pkg != "-" && !used[d+" "+pkg] {
				t.Errorf("%s has the key to %s and does not use it: take it back", pkg, d)
			}
		}
	}
}

// clocks may look at the time: to tell a person how long a build took. Nothing
// that is built may.
const clocks = `
generator
cmd/crosscheck
`

func TestNothingThatIsBuiltLooksAtTheClock(t *testing.T) {
	allowed := map[string]bool{}
	for _, f := range lines(clocks) {
		allowed[f[0]] = true
	}
	for pkg, files := range packages(t) {
		if allowed[pkg] {
			continue
		}
		for name := range files {
			fset := token.NewFileSet()
			file, err := parser.ParseFile(fset, filepath.Join("..", filepath.FromSlash(name)), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if sel, ok := n.(*ast.SelectorExpr); ok {
					if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer", "Local"}, sel.Sel.Name) {
						t.Errorf("%s: time.%s", fset.Position(sel.Pos()), sel.Sel.Name)
					}
				}
				return true
			})
		}
	}
}

func TestArchitectureListsTheRoomsThatThereAre(t *testing.T) {
	text, err := os.ReadFile("../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]int{}
	for _, line := range strings.Split(string(text), "\n") {
		cell := strings.Split(line, "|")
		if len(cell) < 4 {
			continue
		}
		n, err := strconv.Atoi(strings.TrimSpace(cell[1]))
		if err != nil {
			continue
		}
		for _, pkg := range strings.Fields(strings.NewReplacer("`", "", ",", " ").Replace(cell[2])) {
			listed[pkg] = n
		}
	}
	floor := parseFloors(t)
	for _, pkg := range slices.Sorted(maps.Keys(floor)) {
		if n, ok := listed[pkg]; !ok {
			t.Errorf("ARCHITECTURE.md does not list %s", pkg)
		} else if n != floor[pkg] {
			t.Errorf("ARCHITECTURE.md puts %s on floor %d, the test on %d", pkg, n, floor[pkg])
		}
	}
	for pkg := range listed {
		if _, ok := floor[pkg]; !ok {
			t.Errorf("ARCHITECTURE.md lists %s, which is not there", pkg)
		}
	}
}

func TestArchitectureNamesNoFileThatIsNotThere(t *testing.T) {
	text, err := os.ReadFile("../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	for i, span := range strings.Split(string(text), "`") {
		if i%2 == 0 || !strings.ContainsAny(span, "/") || strings.ContainsAny(span, " <>*{}()…\n") {
			continue
		}
		name, _, _ := strings.Cut(span, ":")
		switch strings.SplitN(name, "/", 2)[0] {
		case "cmd", "content", "templates", "static", "generator", ".ci", ".github", ".vscode":
			if _, err := os.Stat(filepath.Join("..", filepath.FromSlash(name))); err != nil {
				t.Errorf("ARCHITECTURE.md names %s, which is not there", span)
			}
		}
	}
}

// packages returns the imports of every file that is not a test, by package
// and file. Build constraints are not looked at: what is imported on any system
// counts.
func packages(t *testing.T) map[string]map[string][]string {
	t.Helper()
	pkgs := map[string]map[string][]string{}
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		slash := filepath.ToSlash(name)
		if d.IsDir() {
			base := d.Name()
			if slash != ".." && (strings.HasPrefix(base, ".") || base == "testdata" || slash == "../public" || slash == "../bin") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(slash, ".go") || strings.HasSuffix(slash, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		if isTool(file) {
			return nil
		}
		rel := strings.TrimPrefix(slash, "../")
		pkg := path.Dir(rel)
		if pkg == "." {
			pkg = "crosscheck"
		}
		if pkgs[pkg] == nil {
			pkgs[pkg] = map[string][]string{}
		}
		paths := []string{}
		for _, spec := range file.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			paths = append(paths, p)
		}
		pkgs[pkg][rel] = paths
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) < 10 {
		t.Fatalf("only %d packages found", len(pkgs))
	}
	return pkgs
}

// isTool reports whether a file is a program of its own beside its package, run
// by hand to make what the package embeds.
func isTool(file *ast.File) bool {
	for _, group := range file.Comments {
		for _, c := range group.List {
			if c.Pos() < file.Package && c.Text == "//go:build ignore" {
				return true
			}
		}
	}
	return false
}

func inModule(p string) (pkg string, ours bool) {
	if p == "crosscheck" {
		return p, true
	}
	return strings.CutPrefix(p, "crosscheck/")
}

func door(allowed map[string][]string, p string) (string, bool) {
	for d := range allowed {
		if p == d || strings.HasSuffix(d, "/") && strings.HasPrefix(p+"/", d) {
			return d, true
		}
	}
	return "", false
}

func testsOnly(pkg string) bool {
	tests, _ := filepath.Glob(filepath.Join("..", filepath.FromSlash(pkg), "*_test.go"))
	return len(tests) > 0
}

func parseFloors(t *testing.T) map[string]int {
	t.Helper()
	floor := map[string]int{}
	for _, f := range lines(floors) {
		n, err := strconv.Atoi(f[0])
		if err != nil || len(f) != 2 {
			t.Fatal(fmt.Errorf("not a floor and a package: %q", f))
		}
		floor[f[1]] = n
	}
	return floor
}

// lines returns the fields of each line that says something, without comments.
func lines(text string) [][]string {
	var all [][]string
	for s := bufio.NewScanner(strings.NewReader(text)); s.Scan(); {
		line, _, _ := strings.Cut(s.Text(), "#")
		if f := strings.Fields(line); len(f) > 0 {
			all = append(all, f)
		}
	}
	return all
}
