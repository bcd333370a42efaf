package export

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"strings"

	"crosscheck/generator/site"
)

// maxSitemap is how many addresses one sitemap may hold (sitemaps.org,
// protocol 0.9); a larger site gets several and an index.
const maxSitemap = 50_000

const sitemapHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

func sitemap(base string, pages []string) []site.File {
	if len(pages) <= maxSitemap {
		return []site.File{{Path: "sitemap.xml", Bytes: urlset(base, pages)}}
	}
	var files []site.File
	var index strings.Builder
	index.WriteString(sitemapHead + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for n := 1; len(pages) > 0; n++ {
		share := pages[:min(len(pages), maxSitemap)]
		pages = pages[len(share):]
		name := fmt.Sprintf("sitemap-%d.xml", n)
		files = append(files, site.File{Path: name, Bytes: urlset(base, share)})
		index.WriteString("<sitemap><loc>")
		xml.EscapeText(&index, []byte(base+"/"+name))
		index.WriteString("</loc></sitemap>\n")
	}
	index.WriteString("</sitemapindex>\n")
	return append(files, site.File{Path: "sitemap.xml", Bytes: []byte(index.String())})
}

func urlset(base string, pages []string) []byte {
	var b strings.Builder
	b.WriteString(sitemapHead + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, p := range pages {
		b.WriteString("<url><loc>")
		xml.EscapeText(&b, []byte(base+"/"+address(p)))
		b.WriteString("</loc></url>\n")
	}
	b.WriteString("</urlset>\n")
	return []byte(b.String())
}

// address is a page's path as its canonical address has it.
func address(page string) string { return (&url.URL{Path: page}).EscapedPath() }

// robots lets everyone read everything. Without a base URL it cannot say where
// the sitemap is, which has to be absolute.
func robots(base string) site.File {
	text := "User-agent: *\nAllow: /\n"
	if base != "" {
		text += "\nSitemap: " + base + "/sitemap.xml\n"
	}
	return site.File{Path: "robots.txt", Bytes: []byte(text)}
}
