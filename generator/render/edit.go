package render

import (
	"cmp"
	"net/url"
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/source"
)

// editLink leads to the page of a forge on which a file of the content can be
// changed. It is empty where the site names no repository, or one whose
// addresses are not known: a guess would lead nowhere. Text says what is to be
// edited.
func editLink(site *factcheck.Site, file *source.File, text string) Link {
	root, kept := forgeOf(site.Repository)
	if file == nil || kept == otherForge {
		return Link{}
	}
	branch := escapedPath(site.RepositoryBranch)
	folder := site.RepositoryContent
	if folder == "" {
		folder = "content"
	}
	path := escapedPath(strings.Trim(strings.TrimPrefix(folder, "./"), "/.") + "/" + file.Path)
	path = strings.TrimPrefix(path, "/") // the content is the repository
	switch kept {
	case gitHub:
		// HEAD is whatever branch the repository's owner has made the first.
		return Link{root + "/edit/" + cmp.Or(branch, "HEAD") + "/" + path, text}
	case gitLab:
		if branch == "" { // the editor wants a branch, the reader of files takes HEAD
			return Link{root + "/-/blob/HEAD/" + path, text}
		}
		return Link{root + "/-/edit/" + branch + "/" + path, text}
	}
	return Link{root + "/_edit/" + cmp.Or(branch, "main") + "/" + path, text}
}

// A forge is where a repository is kept, if the addresses of its pages are known.
type forge int

const (
	otherForge forge = iota
	gitHub
	gitLab
	codeberg
)

// forgeOf returns the address of a repository without what git would do without,
// and who keeps it.
func forgeOf(repository string) (root string, kept forge) {
	u, err := url.Parse(repository)
	if err != nil || u.Scheme != "https" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return "", otherForge
	}
	root = "https://" + u.Host + strings.TrimSuffix(strings.TrimRight(u.EscapedPath(), "/"), ".git")
	host := strings.ToLower(u.Hostname())
	switch {
	case strings.Count(root, "/") < 4: // an owner and a name
	case host == "github.com":
		return root, gitHub
	case host == "gitlab.com" || strings.HasPrefix(host, "gitlab."):
		return root, gitLab
	case host == "codeberg.org":
		return root, codeberg
	}
	return "", otherForge
}

// escapedPath escapes the parts of a path.
func escapedPath(s string) string {
	parts := strings.Split(s, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return strings.Join(parts, "/")
}
