package factcheck

import (
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Ada Lovelace":      "ada-lovelace",
		"  José  Ångström ": "jose-angstrom",
		"U.S. Treasury":     "us-treasury",
		"O’Brien & Sons":    "obrien-sons",
		"Straße 5":          "strasse-5",
		"Łódź":              "lodz",
		"../../etc/passwd":  "etc-passwd",
		"<script>alert(1)":  "script-alert-1",
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestSlugsThatWouldLoseLettersStayApart(t *testing.T) {
	seen := map[string]string{}
	for _, name := range []string{"", "!", "Index", "index.", "Con", "LPT1", "Иван", "Ивана", "李", "Zoë 李", "Zoë", strings.Repeat("long ", 40), strings.Repeat("long ", 40) + "x"} {
		slug := Slug(name)
		if other, ok := seen[slug]; ok {
			t.Errorf("%q and %q share the address %q", name, other, slug)
		}
		seen[slug] = name
		if slug == "" || slug == "index" || DeviceName(slug) || len(slug) > maxSlug+9 || strings.Trim(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("Slug(%q) = %q", name, slug)
		}
	}
	if Slug("ADA lovelace") != Slug("Ada Lovelace") {
		t.Error("case sets two names apart")
	}
}
