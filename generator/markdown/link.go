package markdown

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// outside returns an address that leads out of the site, if it is one that may
// be followed: http, https or mailto, and without a user's name before the
// host, by which an address can pretend to lead elsewhere. Else it returns "".
func outside(dest string) string {
	scheme, rest := scheme(dest)
	switch scheme {
	case "http", "https":
		if u, err := url.Parse(dest); err != nil || u.Host == "" || u.User != nil {
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
// leading elsewhere, or that climbs above the root of the site, gives "".
func inside(dest, root string) string {
	if hostile(dest) || strings.HasPrefix(dest, "//") {
		return ""
	}
	if s, _ := scheme(dest); s != "" {
		return ""
	}
	path, ok := strings.CutPrefix(dest, "/")
	if !ok {
		if climbs(dest, strings.Count(root, "../")) {
			return ""
		}
		return escaped(dest)
	}
	if climbs(path, 0) {
		return ""
	}
	path, fragment, hasFragment := strings.Cut(path, "#")
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	if hasFragment {
		path += "#" + fragment
	}
	if s, _ := scheme(path); s != "" && root == "" {
		path = "./" + path // else what stands before the colon would be taken for a scheme
	}
	return root + escaped(path)
}

// climbs reports that a path, walked from a folder so many levels below the
// root, comes to stand above it. Servers and browsers decode before they walk,
// so it looks at the segments decoded.
func climbs(path string, depth int) bool {
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	if !strings.Contains(path, ".") && !strings.Contains(path, "%") {
		return false
	}
	decoded := make([]byte, 0, len(path))
	for i := 0; i < len(path); i++ {
		c := path[i]
		if c == '%' && i+2 < len(path) {
			if n, err := strconv.ParseUint(path[i+1:i+3], 16, 8); err == nil {
				c, i = byte(n), i+2
			}
		}
		if c == '\\' {
			c = '/'
		}
		decoded = append(decoded, c)
	}
	for segment := range strings.SplitSeq(string(decoded), "/") {
		switch segment {
		case "..":
			if depth--; depth < 0 {
				return true
			}
		case "", ".":
		default:
			depth++
		}
	}
	return false
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
