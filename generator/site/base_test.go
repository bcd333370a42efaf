package site

import (
	"strings"
	"testing"
)

func TestBase(t *testing.T) {
	for _, c := range []struct{ in, want, wrong string }{
		{"https://example.org", "https://example.org", ""},
		{"HTTPS://Example.ORG/Checks/", "https://example.org/Checks", ""},
		{"http://localhost:8080", "http://localhost:8080", ""},
		{"http://[::1]:80/x", "http://[::1]:80/x", ""},
		{"https://xn--bcher-kva.example/a", "https://xn--bcher-kva.example/a", ""},
		{"https://example.org/über/%c3%bc", "https://example.org/%C3%BCber/%C3%BC", ""},
		{"https://example.org/a%2Fb", "https://example.org/a%2Fb", ""},
		{"https://example.org/(a)|b", "https://example.org/%28a%29%7Cb", ""},
		{"", "", "begin with"},
		{"example.org", "", "begin with"},
		{"//example.org", "", "begin with"},
		{"ftp://example.org", "", "begin with"},
		{"javascript:alert(1)", "", "begin with"},
		{"https:///path", "", "no host"},
		{"https://:80", "", "no host"},
		{"https://example.org:", "", "port"},
		{"https://example.org:0", "", "port"},
		{"https://example.org:99999", "", "port"},
		{"https://example.org:x", "", "port"},
		{"https://example.org?", "", "question mark"},
		{"https://example.org/#", "", "question mark"},
		{"https://example.org/?a=b", "", "question mark"},
		{"https://me@example.org", "", "user name"},
		{"https://@example.org", "", "user name"},
		{"https://example.org/a b", "", "' '"},
		{"https://example.org/\n", "", `'\n'`},
		{"https://example.org/\u202e", "", "cannot hold"},
		{"https://example.org/\xff", "", "cannot hold"},
		{`https://example.org/"x`, "", "cannot hold"},
		{"https://example.org/<x>", "", "cannot hold"},
		{`https://example.org\x`, "", "cannot hold"},
		{"https://example.org/a/../b", "", `".."`},
		{"https://example.org/.", "", `"."`},
		{"https://example.org/%2e%2E/b", "", `".."`},
		{"https://example.org/%0a", "", "control"},
		{"https://example.org/%zz", "", "%25"},
		{"https://bücher.example", "", "xn--"},
		{"https://a..b", "", "not a host"},
		{"https://a%20b", "", "not a host"},
		{"https://[::1", "", "not a host"},
		{"https://[fe80::1%25eth0]", "", "not a host"},
	} {
		got, err := Base(c.in)
		if c.wrong == "" && (err != nil || got != c.want) {
			t.Errorf("Base(%q) = %q, %v; want %q", c.in, got, err, c.want)
		}
		if c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)) {
			t.Errorf("Base(%q) = %q, %v; want an error with %q", c.in, got, err, c.wrong)
		}
		if again, err := Base(got); c.wrong == "" && (err != nil || again != got) {
			t.Errorf("Base(%q) = %q, %v", got, again, err)
		}
	}
}
