package site

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode"
)

// Base returns the address at which a site will stand in the one form that is
// written everywhere: scheme and host in lower case, the path percent-encoded
// (RFC 3986, section 2.1), no slash at the end. The error says in words what an
// editor has to change.
func Base(address string) (string, error) {
	scheme, rest, ok := strings.Cut(address, "://")
	scheme = strings.ToLower(scheme)
	if !ok || scheme != "https" && scheme != "http" {
		return "", errors.New("it has to begin with https:// or http://")
	}
	if i := strings.IndexFunc(rest, func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsPrint(r) || r == unicode.ReplacementChar || strings.ContainsRune("\"'`<>\\", r)
	}); i >= 0 {
		return "", fmt.Errorf("it cannot hold %q", []rune(rest[i:])[0])
	}
	if strings.ContainsAny(rest, "?#") {
		return "", errors.New("leave out the question mark or #, and what follows it")
	}
	authority, path := rest, ""
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		authority, path = rest[:i], rest[i:]
	}
	if strings.Contains(authority, "@") {
		return "", errors.New("leave out the user name and the @")
	}
	authority = strings.ToLower(authority)
	if err := checkAuthority(authority); err != nil {
		return "", err
	}
	u, err := url.Parse("https://" + authority + path)
	if err != nil {
		return "", errors.New("a % that is meant as such is written %25")
	}
	for part := range strings.SplitSeq(u.Path, "/") {
		if part == "." || part == ".." {
			return "", fmt.Errorf("leave out the part %q of its path", part)
		}
	}
	if strings.ContainsFunc(u.Path, unicode.IsControl) {
		return "", errors.New("its path cannot hold control characters")
	}
	return scheme + "://" + authority + strings.TrimRight(u.EscapedPath(), "/"), nil
}

// checkAuthority says what is wrong with a host and its port, in lower case.
func checkAuthority(authority string) error {
	host, port := authority, ""
	if i := strings.LastIndexByte(authority, ':'); i >= 0 && !strings.HasSuffix(authority, "]") {
		host, port = authority[:i], authority[i+1:]
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
			return fmt.Errorf("%q is not a port; a port is a number from 1 to 65535", port)
		}
	}
	if inner, ok := strings.CutPrefix(host, "["); ok {
		inner, ok = strings.CutSuffix(inner, "]")
		if a, err := netip.ParseAddr(inner); !ok || err != nil || !a.Is6() || a.Zone() != "" {
			return fmt.Errorf("%q is not a host", host)
		}
		return nil
	}
	if host == "" {
		return errors.New("it names no host")
	}
	for _, r := range host {
		if r >= 0x80 {
			return errors.New("write the host in its ASCII (xn--) form")
		}
	}
	for label := range strings.SplitSeq(host, ".") {
		if label == "" || strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
			return fmt.Errorf("%q is not a host", host)
		}
	}
	return nil
}

// OnWeb reports whether an address leads to the web, and so may be linked to.
func OnWeb(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}
