package render

import (
	"strings"
	"testing"
)

func TestLocaleIsALanguageWithItsCountry(t *testing.T) {
	for tag, want := range map[string]string{
		"": "", "en": "", "en-GB": "en_GB", "pt-br": "pt_BR", "zh-Hant-TW": "zh_TW", "sr-Latn": "",
		"de-1996": "", "es-419": "", "en-x-gb": "", "EN-us-x-aa": "en_US",
	} {
		if got := locale(tag); got != want {
			t.Errorf("%q: %q, not %q", tag, got, want)
		}
	}
}

func TestMetaElementsCannotBeBrokenOutOf(t *testing.T) {
	p := Page{Meta: []Meta{{Name: "a", Content: `"><script>alert(1)</script>`}, {Property: `o"g`, Content: "<&'\x00"}}}
	got := string(p.MetaElements())
	if strings.ContainsAny(strings.NewReplacer(`<meta name="`, "", `<meta property="`, "", `" content="`, "", "\">", "").Replace(got), `<>"'`) {
		t.Error(got)
	}
}

func TestSentencesEndOnce(t *testing.T) {
	for _, test := range []struct {
		texts []string
		want  string
	}{
		{nil, ""}, {[]string{"", ""}, ""}, {[]string{"Is it?", "", "Yes"}, "Is it? Yes."}, {[]string{"A b."}, "A b."},
	} {
		if got := sentences(test.texts...); got != test.want {
			t.Errorf("%q: %q", test.texts, got)
		}
	}
}
