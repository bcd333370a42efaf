package generator

import (
	"fmt"
	"path"
	"strings"

	"crosscheck/generator/diag"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/source"
)

// A siteLink is a link into the site that an editor wrote, [words](/page.html),
// at its place in the file.
type siteLink struct {
	page string // path of the page, without the leading slash and the fragment
	span source.Span
}

// storyLinks returns the links into the site of a story's files. Articles' own
// text has none: it is the document's.
func storyLinks(s *factcheck.Story) []siteLink {
	links := siteLinks(nil, s.File, 0, -1)
	for _, c := range s.Claims {
		links = siteLinks(links, c.File, 0, -1)
	}
	for _, a := range s.Articles {
		links = siteLinks(links, a.File, 0, a.BodyStart)
	}
	return links
}

// siteLinks adds the links of file.Text[from:to]; to is -1 for the end. They
// are read off the file as it is written, so that their places are exact; code
// between backticks is none of them.
func siteLinks(links []siteLink, file *source.File, from, to int) []siteLink {
	if file == nil {
		return links
	}
	if to < 0 {
		to = len(file.Text)
	}
	text := file.Text[:to]
	for at := from; ; {
		i := strings.Index(text[at:], "](/")
		if i < 0 {
			return links
		}
		start := at + i + len("](")
		at = start
		end := strings.IndexAny(text[start:], ")\n \"")
		if end < 0 || text[start+end] != ')' {
			continue
		}
		page, _, _ := strings.Cut(text[start+1:start+end], "#")
		line := text[strings.LastIndexByte(text[:start], '\n')+1 : start]
		if strings.HasSuffix(page, ".html") && strings.Count(line, "`")%2 == 0 {
			links = append(links, siteLink{page, file.Span(start, start+end)})
		}
	}
}

// deadLinks warns of links to pages that the site does not have.
func deadLinks(links []siteLink, pages []string) diag.List {
	if len(links) == 0 {
		return nil
	}
	known := make(map[string]bool, len(pages))
	named := make(map[string]string, len(pages)) // by the last part of the path
	for _, p := range pages {
		known[p] = true
		if named[path.Base(p)] == "" {
			named[path.Base(p)] = p
		}
	}
	var diags diag.List
	for _, l := range links {
		if known[l.page] {
			continue
		}
		d := diag.Diagnostic{Span: l.span, Severity: diag.Warning, Code: "dead-link",
			Message: fmt.Sprintf("the site has no page /%s", l.page),
			Hint:    "a link begins at the site's root, as in /findings.html or /STORY/claims/CLAIM.html"}
		if near := named[path.Base(l.page)]; near != "" {
			d.Hint = "did you mean /" + near + "?"
		}
		diags = append(diags, d)
	}
	return diags
}
