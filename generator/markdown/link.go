package markdown

import (
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// outside returns an address that leads out of the site, if it is one that may
// be followed: http, https or mailto. Else it returns "".
func outside(dest string) string {
	scheme, rest := scheme(dest)
	switch scheme {
	case "http", "https":
		if u, err := url.Parse(dest); err != nil || u.Host == "" {
			return ""
		}
	case "mailto":
		if rest == "" {
			return ""
		}
	default:
		return ""
	}
	if hostile(dest) {
		return ""
	}
	return escaped(dest)
}

// escaped percent-encodes what may not stand in an address.
func escaped(dest string) string { return string(util.URLEscape([]byte(dest), false)) }

// scheme cuts an address behind the colon of its scheme, which is in lower
// case; "" if it has none.
func scheme(dest string) (scheme, rest string) {
	for i := 0; i < len(dest); i++ {
		c := dest[i]
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		case i > 0 && c == ':':
			return strings.ToLower(dest[:i]), dest[i+1:]
		default:
			return "", dest
		}
	}
	return "", dest
}

// inside returns the relative address of a link into the site: /x.html, seen
// from its root, becomes root + x.html. An address that browsers could read as
// leading elsewhere gives "".
func inside(dest, root string) string {
	if hostile(dest) || strings.HasPrefix(dest, "//") {
		return ""
	}
	if s, _ := scheme(dest); s != "" {
		return ""
	}
	path, ok := strings.CutPrefix(dest, "/")
	if !ok {
		return escaped(dest)
	}
	path, fragment, hasFragment := strings.Cut(path, "#")
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	if hasFragment {
		path += "#" + fragment
	}
	return root + escaped(path)
}

// hostile reports characters that browsers drop or bend when they read an
// address, so that it could be read as another: control characters, a
// backslash.
func hostile(dest string) bool {
	for _, r := range dest {
		if r < 0x20 || r == 0x7f || r == '\\' {
			return true
		}
	}
	return false
}

// address returns what an automatic link leads to.
func address(n *ast.AutoLink, src []byte) string {
	to := string(n.URL(src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(to), "mailto:") {
		return "mailto:" + to
	}
	return to
}
