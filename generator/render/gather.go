package render

import (
	"cmp"
	"slices"
	"strings"

	"crosscheck/generator/factcheck"
)

// gathered is what the stories' digests hold, by what site-wide pages list.
type gathered struct {
	digests   []*factcheck.Digest
	claims    []claimRef
	articles  []articleRef
	findings  []findingRef
	claimants []heading
	topics    []heading
	byOutlet  map[string][]articleRef
}

type claimRef struct {
	digest *factcheck.Digest
	claim  *factcheck.ClaimDigest
}

type articleRef struct {
	digest  *factcheck.Digest
	article *factcheck.ArticleDigest
}

type findingRef struct {
	digest  *factcheck.Digest
	finding *factcheck.FindingDigest
}

// heading is a name under which claims and stories are listed. Names that share
// an address are one heading, called as it was met first.
type heading struct {
	name, slug string
	claims     []claimRef
	stories    []*factcheck.Digest
}

func (r *Renderer) gather(digests []factcheck.Digest) *gathered {
	g := &gathered{byOutlet: map[string][]articleRef{}}
	claimants, topics := newHeadings(), newHeadings()
	for i := range digests {
		d := &digests[i]
		g.digests = append(g.digests, d)
		for _, t := range d.Topics {
			h := topics.get(t)
			if n := len(h.stories); n == 0 || h.stories[n-1] != d {
				h.stories = append(h.stories, d)
			}
		}
		for j := range d.Claims {
			ref := claimRef{d, &d.Claims[j]}
			g.claims = append(g.claims, ref)
			if name := ref.claim.Claimant; name != "" {
				h := claimants.get(name)
				h.claims = append(h.claims, ref)
			}
			for _, t := range ref.claim.Topics {
				h := topics.get(t)
				if n := len(h.claims); n == 0 || h.claims[n-1].claim != ref.claim {
					h.claims = append(h.claims, ref)
				}
			}
		}
		for j := range d.Articles {
			ref := articleRef{d, &d.Articles[j]}
			g.articles = append(g.articles, ref)
			id := ref.article.Outlet
			if _, ok := r.outlets[id]; !ok {
				id = ""
			}
			g.byOutlet[id] = append(g.byOutlet[id], ref)
		}
		for j := range d.Findings {
			if d.Findings[j].Status != factcheck.Dismissed {
				g.findings = append(g.findings, findingRef{d, &d.Findings[j]})
			}
		}
	}
	slices.SortStableFunc(g.findings, func(a, b findingRef) int {
		return weight(a.finding.Severity) - weight(b.finding.Severity)
	})
	g.claimants, g.topics = claimants.sorted(), topics.sorted()
	return g
}

func weight(s factcheck.Severity) int {
	if s == factcheck.Major {
		return 0
	}
	return 1
}

type headings struct {
	at   map[string]int
	list []*heading
}

func newHeadings() *headings { return &headings{at: map[string]int{}} }

func (h *headings) get(name string) *heading {
	slug := factcheck.Slug(name)
	i, ok := h.at[slug]
	if !ok {
		i = len(h.list)
		h.at[slug] = i
		h.list = append(h.list, &heading{name: name, slug: slug})
	}
	return h.list[i]
}

func (h *headings) sorted() []heading {
	out := make([]heading, len(h.list))
	for i, p := range h.list {
		out[i] = *p
	}
	slices.SortFunc(out, func(a, b heading) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.name), strings.ToLower(b.name)), cmp.Compare(a.slug, b.slug))
	})
	return out
}

// claimOf returns a story's claim.
func claimOf(d *factcheck.Digest, claim string) *factcheck.ClaimDigest {
	for i := range d.Claims {
		if d.Claims[i].ID == claim {
			return &d.Claims[i]
		}
	}
	return nil
}

// articleOf returns a story's article.
func articleOf(d *factcheck.Digest, id string) *factcheck.ArticleDigest {
	for i := range d.Articles {
		if d.Articles[i].ID == id {
			return &d.Articles[i]
		}
	}
	return nil
}
