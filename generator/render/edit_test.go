package render

import (
	"testing"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/source"
)

func TestEditLinkLeadsToTheForgesEditor(t *testing.T) {
	file := source.New("stories/dam/claims/100%-safe.yaml", "")
	for _, c := range []struct{ repository, branch, folder, want string }{
		{"https://github.com/example/checks", "", "", "https://github.com/example/checks/edit/HEAD/content/stories/dam/claims/100%25-safe.yaml"},
		{"https://github.com/example/checks.git/", "desk/next", "site/words/", "https://github.com/example/checks/edit/desk/next/site/words/stories/dam/claims/100%25-safe.yaml"},
		{"https://gitlab.com/group/sub/checks", "", "", "https://gitlab.com/group/sub/checks/-/blob/HEAD/content/stories/dam/claims/100%25-safe.yaml"},
		{"https://gitlab.example.org/group/checks", "main", ".", "https://gitlab.example.org/group/checks/-/edit/main/stories/dam/claims/100%25-safe.yaml"},
		{"https://codeberg.org/example/checks", "", "", "https://codeberg.org/example/checks/_edit/main/content/stories/dam/claims/100%25-safe.yaml"},
		{"https://git.example/checks", "main", "", ""},
		{"http://github.com/example/checks", "", "", ""},
		{"https://github.com/example", "", "", ""},
		{"https://github.com/example/checks?tab=x", "", "", ""},
		{"", "", "", ""},
	} {
		site := factcheck.Site{Repository: c.repository, RepositoryBranch: c.branch, RepositoryContent: c.folder}
		if got := editLink(&site, file, "Edit this claim").Href; got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
	if l := editLink(&factcheck.Site{Repository: "https://github.com/a/b"}, nil, "Edit"); l.Href != "" {
		t.Errorf("a page without a file of its own: %s", l.Href)
	}
}
