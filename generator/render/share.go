package render

import (
	"slices"
	"strconv"
	"strings"

	"crosscheck/generator/card"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
)

// A ShareCard is the picture that stands for a page where it is shared, and its
// address on the site.
//
// An address tells the story and the claim, and nothing of what the picture
// shows. Networks keep pictures by their address, and so a claim that was rated
// anew may be shown with its old grade for a while, till they read the page again.
// But with an address that changed, every post that has the old one would lose
// its picture.
type ShareCard struct {
	Path string
	card.Card
	alt  string // what it shows, in words
	kept bool   // a newsroom's own file, of any size, stands at its address
}

// StoryCards returns what is to be drawn for a story and its claims.
func (r *Renderer) StoryCards(d *factcheck.Dossier) []ShareCard {
	if !r.room.Site.ShareImages {
		return nil
	}
	cards := []ShareCard{r.storyCard(d)}
	for i := range d.Cases {
		cards = append(cards, r.claimCard(d, i))
	}
	return cards
}

// SiteCards returns what is to be drawn for all other pages.
func (r *Renderer) SiteCards() []ShareCard {
	if r.siteCard.Path == "" || r.siteCard.kept {
		return nil
	}
	return []ShareCard{r.siteCard}
}

// sharePath is beside the folder of the stories' pictures, whose names are the
// stories' own. A newsroom that has a picture of its own puts it into its assets
// under this name.
const sharePath = "assets/share.png"

func (r *Renderer) newSiteCard() ShareCard {
	if !r.room.Site.ShareImages {
		return ShareCard{}
	}
	return ShareCard{
		Path: sharePath,
		Card: card.Card{Site: r.masthead.Title, Text: r.masthead.Tagline},
		alt:  sentences(r.masthead.Title, r.masthead.Tagline),
		kept: slices.ContainsFunc(r.static, func(f site.File) bool { return f.Path == sharePath }),
	}
}

func (r *Renderer) storyCard(d *factcheck.Dossier) ShareCard {
	findings := openFindings(d.Findings)
	for i := range d.Cases {
		findings += openFindings(d.Cases[i].Findings)
	}
	c := ShareCard{Path: "assets/share/" + d.Story.ID + ".png", Card: card.Card{Site: r.masthead.Title, Text: d.Story.Title}}
	c.Facts = strings.Join([]string{count(len(d.Cases), "claim", "claims"), count(len(d.Story.Articles), "source", "sources"), numberOfFindings(findings)}, " · ")
	c.alt = sentences(c.Text, c.Facts)
	return c
}

func (r *Renderer) claimCard(d *factcheck.Dossier, i int) ShareCard {
	k := &d.Cases[i]
	c := ShareCard{Path: "assets/share/" + d.Story.ID + "/" + k.Claim.ID + ".png", Card: card.Card{Site: r.masthead.Title, Text: k.Claim.Text}}
	v, rated := r.verdicts[k.Claim.Verdict]
	if rated {
		c.Grade, c.Place, c.Of = v.Label, v.place, v.of
	}
	sources := map[string]bool{}
	for j := range k.Witnesses {
		sources[k.Witnesses[j].Wording.Article] = true
	}
	c.Facts = count(len(sources), "source", "sources") + " · " + numberOfFindings(openFindings(k.Findings))
	c.alt = sentences(inMarks(c.Text), c.Grade, c.Facts)
	return c
}

// openFindings counts the findings that stand.
func openFindings(all []factcheck.Finding) (n int) {
	for i := range all {
		if all[i].Status != factcheck.Dismissed {
			n++
		}
	}
	return n
}

func numberOfFindings(n int) string {
	if n == 0 {
		return "no finding"
	}
	return count(n, "finding", "findings")
}

// sentences sets a stop behind each text that has none.
func sentences(texts ...string) string {
	var b strings.Builder
	for _, t := range texts {
		if t == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t)
		if !strings.ContainsAny(t[len(t)-1:], ".!?") {
			b.WriteByte('.')
		}
	}
	return b.String()
}

// openGraph says what networks show of a page where it is shared: the Open Graph
// protocol, and what X asks for beside it. Addresses have to be absolute there,
// and are left out where it is not known where the site stands. Of a page that is
// no article, and of none that is to be found, no more is said than it says of
// itself.
func (r *Renderer) openGraph(p *Page) {
	if p.Style != "" { // of 404.html, which stands at every address and at none
		return
	}
	title := p.Title
	if title == "" {
		title = r.masthead.Title
	}
	kind := "website"
	if p.article {
		kind = "article"
	}
	say := func(property, content string) {
		if content != "" {
			p.Meta = append(p.Meta, Meta{Property: property, Content: content})
		}
	}
	say("og:type", kind)
	say("og:title", title)
	say("og:description", p.Description)
	say("og:site_name", r.masthead.Title)
	say("og:locale", locale(r.masthead.Language))
	if p.article {
		for _, d := range []struct {
			property string
			date     factcheck.Date
		}{{"article:published_time", p.published}, {"article:modified_time", p.lastChange}} {
			if !d.date.Day.IsZero() { // a month alone is no time there
				say(d.property, d.date.ISO)
			}
		}
	}
	look := "summary"
	if p.Canonical != "" {
		say("og:url", p.Canonical)
		if p.share.Path != "" {
			look = "summary_large_image"
			say("og:image", r.room.Site.BaseURL+"/"+p.share.Path)
			say("og:image:type", "image/png")
			if !p.share.kept {
				say("og:image:width", strconv.Itoa(card.Width))
				say("og:image:height", strconv.Itoa(card.Height))
			}
			say("og:image:alt", p.share.alt)
			p.Meta = append(p.Meta, Meta{Name: "twitter:image:alt", Content: shortened(p.share.alt, 420)}) // the most it takes
		}
	}
	p.Meta = append(p.Meta, Meta{Name: "twitter:card", Content: look})
}

// locale returns a language with its country as Open Graph writes it, en_GB; ""
// where the country is not told, since the protocol has no form for that.
func locale(tag string) string {
	parts := strings.Split(tag, "-")
	for _, p := range parts[1:] {
		if len(p) == 2 {
			return strings.ToLower(parts[0]) + "_" + strings.ToUpper(p)
		}
		if len(p) == 1 { // private use, and extensions
			break
		}
	}
	return ""
}
