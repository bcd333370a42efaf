package export

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"strings"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
)

// maxSitemap is how many addresses one sitemap may hold (sitemaps.org,
// protocol 0.9); a larger site gets several and an index.
const maxSitemap = 50_000

const sitemapSpace = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`

func sitemap(room *factcheck.Newsroom, pages []string, changed *changes) []site.File {
	base := room.Site.BaseURL
	if len(pages) <= maxSitemap {
		set, _ := urlset(base, pages, changed)
		return []site.File{{Path: "sitemap.xml", Bytes: set}}
	}
	var files []site.File
	var index strings.Builder
	index.WriteString(xml.Header + "<sitemapindex " + sitemapSpace + ">\n")
	for n := 1; len(pages) > 0; n++ {
		share := pages[:min(len(pages), maxSitemap)]
		pages = pages[len(share):]
		name := fmt.Sprintf("sitemap-%d.xml", n)
		set, last := urlset(base, share, changed)
		files = append(files, site.File{Path: name, Bytes: set})
		place(&index, "sitemap", base+"/"+name, last)
	}
	index.WriteString("</sitemapindex>\n")
	return append(files, site.File{Path: "sitemap.xml", Bytes: []byte(index.String())})
}

// urlset lists pages, and returns the latest of their changes.
func urlset(base string, pages []string, changed *changes) (set []byte, last factcheck.Date) {
	var b strings.Builder
	b.WriteString(xml.Header + "<urlset " + sitemapSpace + ">\n")
	for _, p := range pages {
		when := changed.of(p)
		last = later(last, when)
		place(&b, "url", base+"/"+address(p), when)
	}
	b.WriteString("</urlset>\n")
	return []byte(b.String()), last
}

func place(b *strings.Builder, element, address string, changed factcheck.Date) {
	b.WriteString("<" + element + "><loc>")
	xml.EscapeText(b, []byte(address))
	b.WriteString("</loc>")
	if changed.Known() {
		b.WriteString("<lastmod>" + w3cDate(changed) + "</lastmod>")
	}
	b.WriteString("</" + element + ">\n")
}

// w3cDate writes a date as the W3C's note on dates and times has it, which
// sitemaps ask for: as the content does, but a time without a zone is not one.
func w3cDate(d factcheck.Date) string {
	if len(d.ISO) > len("2006-01-02T15:04") && strings.ContainsAny(d.ISO[len("2006-01-02T"):], "Z+-") {
		return d.ISO
	}
	return d.ISO[:min(len(d.ISO), len("2006-01-02"))]
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
