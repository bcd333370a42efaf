package sitetest

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	program "crosscheck"
	"crosscheck/generator"
)

// metas returns what a page tells other programs of itself.
func metas(root *html.Node) map[string]string {
	all := map[string]string{}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "meta" {
			if key := attr(n, "property") + attr(n, "name"); key != "" {
				all[key] = attr(n, "content")
			}
		}
	}
	return all
}

func TestEveryPageSaysWhatIsShownWhereItIsShared(t *testing.T) {
	for _, test := range sites {
		t.Run(test.name, func(t *testing.T) {
			s := build(t, test.content, test.base)
			pictures := map[string]bool{}
			for name, page := range s.pages {
				m := metas(page.root)
				if name == "404.html" {
					if m["og:title"] != "" || m["og:image"] != "" {
						t.Errorf("%s: %v", name, m)
					}
					continue
				}
				for _, key := range []string{"og:type", "og:title", "og:site_name", "twitter:card"} {
					if m[key] == "" {
						t.Errorf("%s: no %s", name, key)
					}
				}
				if m["og:description"] != m["description"] {
					t.Errorf("%s: described as %q and as %q", name, m["og:description"], m["description"])
				}
				claim := kindOf(name) == "claim"
				offered := false
				for _, l := range page.links {
					offered = offered || l.element == "a" && strings.HasPrefix(l.address, "../../assets/share/")
				}
				if offered != claim {
					t.Errorf("%s: a picture is offered: %v", name, offered)
				}
				if (m["og:type"] == "article") != claim {
					t.Errorf("%s: og:type is %s", name, m["og:type"])
				}
				if test.base == "" {
					for key := range m {
						if key == "og:url" || strings.HasPrefix(key, "og:image") || strings.HasPrefix(key, "twitter:image") {
							t.Errorf("%s: %s without a base URL", name, key)
						}
					}
					if m["twitter:card"] != "summary" {
						t.Errorf("%s: twitter:card is %s", name, m["twitter:card"])
					}
					continue
				}
				if m["og:url"] != test.base+"/"+name || m["twitter:card"] != "summary_large_image" || m["og:image:type"] != "image/png" ||
					m["og:image:width"] != "1200" || m["og:image:height"] != "630" || m["og:image:alt"] == "" || m["twitter:image:alt"] == "" {
					t.Errorf("%s: %v", name, m)
				}
				picture, ok := strings.CutPrefix(m["og:image"], test.base+"/")
				if !ok || s.files[picture] == nil {
					t.Errorf("%s: og:image leads to %s", name, m["og:image"])
				}
				story, rest, below := strings.Cut(name, "/")
				want := "assets/share.png"
				switch {
				case claim:
					want = "assets/share/" + story + "/" + strings.TrimSuffix(strings.TrimPrefix(rest, "claims/"), ".html") + ".png"
				case below && s.pages[story+"/chronology.html"] != nil:
					want = "assets/share/" + story + ".png"
				}
				if picture != want {
					t.Errorf("%s is shared with %s", name, picture)
				}
				pictures[picture] = true
			}
			drawn := 0
			for name, data := range s.files {
				if !strings.HasPrefix(name, "assets/share") {
					continue
				}
				drawn++
				if test.base != "" && !pictures[name] {
					t.Errorf("%s stands for no page", name)
				}
				c, err := png.DecodeConfig(bytes.NewReader(data))
				if err != nil || c.Width != 1200 || c.Height != 630 {
					t.Errorf("%s: %v × %v, %v", name, c.Width, c.Height, err)
				}
				if len(data) > 48<<10 {
					t.Errorf("%s has %d bytes", name, len(data))
				}
			}
			if drawn < 3 {
				t.Errorf("%d pictures", drawn)
			}
		})
	}
}

func TestAPictureIsDrawnOnlyWhereSomethingInItChanged(t *testing.T) {
	dir := t.TempDir()
	content, out := filepath.Join(dir, "content"), filepath.Join(dir, "public")
	if err := os.CopyFS(content, os.DirFS("testdata/golden/content")); err != nil {
		t.Fatal(err)
	}
	edit := func(name string, f func(string) string) {
		t.Helper()
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		changed := f(string(b))
		if changed == string(b) {
			t.Fatalf("%s is as it was", name)
		}
		if err := os.WriteFile(name, []byte(changed), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	replace := func(old, new string) func(string) string {
		return func(s string) string { return strings.Replace(s, old, new, 1) }
	}
	make := func(why string, drawn int) {
		t.Helper()
		r, err := generator.Build(generator.Options{Content: content, Out: out, Templates: program.Templates(), Static: program.Static()})
		if err != nil || !r.OK() {
			t.Fatal(why, err, r.Diagnostics)
		}
		if r.Drawn != drawn {
			t.Errorf("%s: %d pictures are drawn, not %d", why, r.Drawn, drawn)
		}
	}
	claims := filepath.Join(content, "stories/ferry-bridge/claims")
	picture := filepath.Join(out, "assets/share/ferry-bridge/closed-at-once.png")

	make("a new site", 4+1+1)
	first, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	make("nothing changed", 0)
	edit(filepath.Join(claims, "closed-at-once.yaml"), func(s string) string { return s + "# a remark\n" })
	make("what no picture shows has changed", 0)

	edit(filepath.Join(claims, "closed-at-once.yaml"), replace("verdict: ", "verdict: part # "))
	make("another verdict", 1)
	if now, _ := os.ReadFile(picture); bytes.Equal(now, first) {
		t.Error("another verdict, the same picture")
	}

	edit(picture, func(s string) string { return s[:len(s)-40] + "x" + s[len(s)-39:] })
	make("a damaged picture", 1)
	if err := os.Remove(picture); err != nil {
		t.Fatal(err)
	}
	make("a lost picture", 1)

	if err := os.Remove(filepath.Join(claims, "closed-at-once.yaml")); err != nil {
		t.Fatal(err)
	}
	make("a claim less, which the story's picture counts", 1)
	if _, err := os.Stat(picture); err == nil {
		t.Error("a claim is gone, and its picture is not")
	}

	edit(filepath.Join(content, "site.yaml"), func(s string) string { return s + "share_images: false\n" })
	make("no pictures wanted", 0)
	if page, _ := os.ReadFile(filepath.Join(out, "ferry-bridge/claims/engineers.html")); len(page) == 0 || bytes.Contains(page, []byte(".png")) {
		t.Error("a page offers a picture that is not there")
	}
	if left, _ := filepath.Glob(filepath.Join(out, "assets/share*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// A newsroom may have a picture of its own, of any size.
func TestAPictureOfTheNewsroomsOwnStandsForTheSite(t *testing.T) {
	dir := t.TempDir()
	static := filepath.Join(dir, "static")
	if err := os.CopyFS(static, program.Static()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(static, "share.png"), []byte("their own"), 0o666); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "public")
	r, err := generator.Build(generator.Options{Content: "testdata/golden/content", Out: out, Templates: program.Templates(), Static: os.DirFS(static), BaseURL: "https://readers.example"})
	if err != nil || !r.OK() {
		t.Fatal(err, r.Diagnostics)
	}
	if b, _ := os.ReadFile(filepath.Join(out, "assets/share.png")); string(b) != "their own" {
		t.Errorf("assets/share.png is %.20q", b)
	}
	s, err := readSite(out)
	if err != nil {
		t.Fatal(err)
	}
	m := metas(s.pages["index.html"].root)
	if m["og:image"] != "https://readers.example/assets/share.png" || m["og:image:width"] != "" {
		t.Errorf("%v", m)
	}
}
