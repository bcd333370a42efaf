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
	if file == nil || site.Repository == "" {
		return Link{}
	}
	u, err := url.Parse(site.Repository)
	if err != nil || u.Scheme != "https" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return Link{}
	}
	repository := "https://" + u.Host + strings.TrimSuffix(strings.TrimRight(u.EscapedPath(), "/"), ".git")
	if strings.Count(repository, "/") < 4 { // an owner and a name
		return Link{}
	}
	branch := escapedPath(site.RepositoryBranch)
	folder := site.RepositoryContent
	if folder == "" {
		folder = "content"
	}
	path := escapedPath(strings.Trim(strings.TrimPrefix(folder, "./"), "/.") + "/" + file.Path)
	path = strings.TrimPrefix(path, "/") // the content is the repository
	switch host := strings.ToLower(u.Hostname()); {
	case host == "github.com":
		// HEAD is whatever branch the repository's owner has made the first.
		return Link{repository + "/edit/" + cmp.Or(branch, "HEAD") + "/" + path, text}
	case host == "gitlab.com" || strings.HasPrefix(host, "gitlab."):
		if branch == "" { // the editor wants a branch, the reader of files takes HEAD
			return Link{repository + "/-/blob/HEAD/" + path, text}
		}
		return Link{repository + "/-/edit/" + branch + "/" + path, text}
	case host == "codeberg.org":
		return Link{repository + "/_edit/" + cmp.Or(branch, "main") + "/" + path, text}
	}
	return Link{}
}

// escapedPath escapes the parts of a path.
func escapedPath(s string) string {
	parts := strings.Split(s, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return strings.Join(parts, "/")
}
