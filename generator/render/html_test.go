package render

import (
	"encoding/json"
	"fmt"
	"html"
	"regexp"
	"strings"
	"unicode"
)

// A strict reader of the HTML that this package writes: every tag in lower
// case, every attribute quoted, every element closed in order. It takes no part
// of what browsers forgive.

type element struct {
	name  string
	attrs map[string]string
	text  string // of the element and all below it
	depth int
}

var (
	tagPattern  = regexp.MustCompile(`^<(/?)([a-z][a-z0-9-]*)((?:\s+[A-Za-z][A-Za-z0-9:-]*(?:="[^"]*")?)*)\s*(/?)>`)
	attrPattern = regexp.MustCompile(`([A-Za-z][A-Za-z0-9:-]*)(?:="([^"]*)")?`)
	void        = map[string]bool{"meta": true, "link": true, "br": true, "hr": true, "img": true, "input": true, "!doctype": true}
)

// readHTML returns the elements in the order of their start, or says what is
// not well formed.
func readHTML(src string) ([]*element, error) {
	var all, open []*element
	text := func(s string) {
		s = html.UnescapeString(s)
		for _, e := range open {
			e.text += s
		}
	}
	for i := 0; i < len(src); {
		if src[i] != '<' {
			end := strings.IndexByte(src[i:], '<')
			if end < 0 {
				end = len(src) - i
			}
			if strings.Contains(src[i:i+end], ">") {
				return nil, fmt.Errorf("a bare > in %q", around(src, i+strings.Index(src[i:i+end], ">")))
			}
			text(src[i : i+end])
			i += end
			continue
		}
		if strings.HasPrefix(src[i:], "<!doctype html>") {
			i += len("<!doctype html>")
			continue
		}
		m := tagPattern.FindStringSubmatch(src[i:])
		if m == nil {
			return nil, fmt.Errorf("no tag at %q", around(src, i))
		}
		i += len(m[0])
		name := m[2]
		if m[1] == "/" {
			if len(open) == 0 || open[len(open)-1].name != name {
				return nil, fmt.Errorf("</%s> closes nothing at %q", name, around(src, i))
			}
			open = open[:len(open)-1]
			continue
		}
		e := &element{name: name, attrs: map[string]string{}, depth: len(open)}
		for _, a := range attrPattern.FindAllStringSubmatch(m[3], -1) {
			if _, twice := e.attrs[a[1]]; twice {
				return nil, fmt.Errorf("attribute %s twice at %q", a[1], around(src, i))
			}
			e.attrs[a[1]] = html.UnescapeString(a[2])
		}
		all = append(all, e)
		if void[name] || m[4] == "/" {
			continue
		}
		open = append(open, e)
		if name == "style" || name == "script" {
			end := strings.Index(src[i:], "</"+name)
			if end < 0 {
				return nil, fmt.Errorf("<%s> is not closed", name)
			}
			e.text = src[i : i+end]
			i += end
		}
	}
	if len(open) > 0 {
		return nil, fmt.Errorf("<%s> is not closed", open[len(open)-1].name)
	}
	return all, nil
}

func around(s string, i int) string { return s[max(0, i-40):min(len(s), i+60)] }

// letters leaves white space out of a text.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// rememberTheme is the one script that stands in the page itself: it sets the
// colors that the reader chose before anything is painted.
const rememberTheme = `try{document.documentElement.dataset.theme=localStorage.getItem('crosscheck-theme')||''}catch(e){}`

// foreign reports a script element that is not the program's own: neither a file
// of assets, nor JSON for other programs, nor rememberTheme.
func (e *element) foreign() bool {
	if e.name != "script" {
		return false
	}
	if kind := e.attrs["type"]; kind == "application/ld+json" || kind == "application/json" {
		return !json.Valid([]byte(e.text))
	}
	if len(e.attrs) == 0 && e.text == rememberTheme {
		return false
	}
	src := e.attrs["src"]
	return strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(src, "./"), "assets/"), "abcdefghijklmnopqrstuvwxyz-") != ".js" || e.text != ""
}
