package render

import (
	"html/template"
	"path"

	"crosscheck/generator/export"
)

// link adds JSON-LD to a page. This is HTML by hand: what makes it safe is that
// export.LinkedData leaves no < in it.
func (p *Page) link(v any) {
	p.LinkedData = append(p.LinkedData, template.HTML(`<script type="application/ld+json">`+string(export.LinkedData(v))+`</script>`))
}

// linkCrumbs tells other programs the way to a page. They take absolute
// addresses only, so without a base URL there is nothing to tell.
func (r *Renderer) linkCrumbs(p *Page) {
	if p.Canonical == "" || len(p.Crumbs) == 0 {
		return
	}
	crumbs := make([]export.Crumb, 0, len(p.Crumbs)+1)
	for _, c := range p.Crumbs {
		crumbs = append(crumbs, export.Crumb{Name: c.Text, URL: r.room.Site.BaseURL + "/" + path.Join(path.Dir(p.Path), c.Href)})
	}
	p.link(export.Breadcrumbs(append(crumbs, export.Crumb{Name: p.Title, URL: p.Canonical})))
}
