package render

import (
	"strconv"
	"strings"
)

// Pager leads through a long list.
type Pager struct {
	Number, Of     int
	Previous, Next string // empty at the ends
}

// perPage is how many entries a list has before it goes on on another page.
const perPage = 100

// paged calls do for each page of a list of n entries: its path, the entries'
// range, and the way to its neighbors. A list's first page is at path, further
// ones lie in a folder of its name: findings.html, findings/2.html. Names of
// such folders are reserved or hold only what has this form.
func paged(path string, n int, do func(path string, from, to int, pager Pager)) {
	stem := strings.TrimSuffix(path, ".html")
	of := max(1, (n+perPage-1)/perPage)
	name := stem[strings.LastIndexByte(stem, '/')+1:]
	for i := range of {
		at := path
		pager := Pager{Number: i + 1, Of: of}
		if i > 0 {
			at = stem + "/" + strconv.Itoa(i+1) + ".html"
			pager.Previous = strconv.Itoa(i) + ".html"
			if i == 1 {
				pager.Previous = "../" + name + ".html"
			}
		}
		if i+1 < of {
			pager.Next = strconv.Itoa(i+2) + ".html"
			if i == 0 {
				pager.Next = name + "/" + pager.Next
			}
		}
		do(at, i*perPage, min(n, (i+1)*perPage), pager)
	}
}

// continued names a page of a list.
func continued(title string, p Pager) string {
	if p.Number <= 1 {
		return title
	}
	return title + ", page " + strconv.Itoa(p.Number)
}
