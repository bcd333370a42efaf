// Package content reads the content folder: the files that editors write
// become values of package factcheck, and every mistake in them a diagnostic
// with its place and with what to write instead.
//
// Files are reached through os.Root, so that no link and no name leads out of
// the folder. YAML is read from nodes with positions; this package is the only
// door to it. What each file may hold stands in the tables of shape.go, which
// the JSON Schemas for editors' tools are made from as well.
//
//	site.yaml                        settings and the scale of verdicts
//	outlets.yaml                     who publishes
//	pages/*.md                       front matter and Markdown
//	stories/<story>/story.yaml
//	stories/<story>/articles/*.txt   front matter and the text, verbatim
//	stories/<story>/articles/*.md    the same in Markdown
//	stories/<story>/claims/*.yaml    one claim a file
package content

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"crosscheck/generator/diag"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
	published "crosscheck/generator/site"
	"crosscheck/generator/source"
)

// A Folder is a content folder that is open for reading. After Load, its
// stories may be read side by side.
type Folder struct {
	root *os.Root

	// What could not be read whole, so that nothing is called unknown for
	// standing there.
	doubtfulVerdicts, doubtfulOutlets bool
}

// Open opens a content folder. The error is that of the file system.
func Open(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Folder{root: root}, nil
}

// Close lets go of the folder.
func (f *Folder) Close() error { return f.root.Close() }

const minimalSite = `title: Word for Word
verdicts:
  - id: agree
    label: Sources agree
  - id: differ
    label: Sources differ`

// Load reads what all stories share, and lists the stories.
func (f *Folder) Load() (factcheck.Newsroom, diag.List, error) {
	var room factcheck.Newsroom
	var diags diag.List
	d := &directory{root: f.root, diags: &diags}

	top, err := d.list(".")
	if err != nil {
		return room, diags, err
	}
	d.unread(top, "site.yaml", "outlets.yaml", "pages", "stories", "schemas")

	file, err := d.read("site.yaml", top)
	switch {
	case err != nil:
		return room, diags, err
	case file != nil:
		errors := diags.Errors()
		room.Site = readSite(file, &diags)
		f.doubtfulVerdicts = diags.Errors() > errors
	case !top.has("site.yaml"):
		d.missing("site.yaml", "the content folder has no site.yaml", "make one; the least it can hold is:\n"+minimalSite)
		f.doubtfulVerdicts = true
	default:
		f.doubtfulVerdicts = true
	}
	if room.Site.Language == "" {
		room.Site.Language = "en"
	}

	if top.has("outlets.yaml") {
		file, err := d.read("outlets.yaml", top)
		if err != nil {
			return room, diags, err
		}
		errors := diags.Errors()
		if file != nil {
			room.Outlets = readOutlets(file, &diags)
		}
		f.doubtfulOutlets = file == nil || diags.Errors() > errors
	}

	if room.Pages, err = f.pages(d, top); err != nil {
		return room, diags, err
	}
	if room.Stories, err = f.stories(d, top); err != nil {
		return room, diags, err
	}
	return room, diags, nil
}

// pages reads content/pages; a newsroom may have none.
func (f *Folder) pages(d *directory, top entries) ([]factcheck.Page, error) {
	if !top.has("pages") {
		return nil, nil
	}
	in, err := d.list("pages")
	if err != nil {
		return nil, err
	}
	var pages []factcheck.Page
	for _, e := range d.named(in, "pages", "a page", ".md") {
		file, err := d.read("pages/"+e.name, in)
		if err != nil {
			return nil, err
		}
		if file == nil {
			continue
		}
		if page, ok := readPage(file, e.id, d.diags); ok {
			pages = append(pages, page)
		}
	}
	slices.SortStableFunc(pages, func(a, b factcheck.Page) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
	return pages, nil
}

// stories lists the folders of content/stories by id.
func (f *Folder) stories(d *directory, top entries) ([]string, error) {
	if !top.has("stories") {
		d.missing("stories", "the content folder has no folder “stories”",
			"make one; a story is a folder in it with\n  story.yaml\n  articles/example-times.txt\n  claims/first-claim.yaml")
		return nil, nil
	}
	in, err := d.list("stories")
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, e := range d.named(in, "stories", "a story", "") {
		ids = append(ids, e.id)
	}
	return ids, nil
}

// Story reads one story, whose verdicts and outlets are those of the newsroom.
func (f *Folder) Story(id string, room *factcheck.Newsroom) (factcheck.Story, diag.List, error) {
	story := factcheck.Story{ID: id}
	var diags diag.List
	root, err := f.root.OpenRoot("stories/" + id)
	if err != nil {
		return story, diags, err
	}
	defer root.Close()
	d := &directory{root: root, path: "stories/" + id + "/", diags: &diags}
	top, err := d.list(".")
	if err != nil {
		return story, diags, err
	}
	d.unread(top, "story.yaml", "articles", "claims")

	file, err := d.read("story.yaml", top)
	switch {
	case err != nil:
		return story, diags, err
	case file != nil:
		readStory(file, &story, &diags)
	case !top.has("story.yaml"):
		d.missing("story.yaml", fmt.Sprintf("the story “%s” has no story.yaml", id), "make one; the least it can hold is:\n"+exampleOf(storyShape))
	}

	c := checker{folder: f, room: room, story: &story, diags: &diags}
	if top.has("articles") {
		in, err := d.list("articles")
		if err != nil {
			return story, diags, err
		}
		for _, e := range d.named(in, "articles", "an article", ".txt", ".md") {
			c.articles = append(c.articles, e.id)
			file, err := d.read("articles/"+e.name, in)
			if err != nil {
				return story, diags, err
			}
			if file == nil {
				continue
			}
			if article, ok := readArticle(file, e.id, &c); ok {
				story.Articles = append(story.Articles, article)
			}
		}
		slices.SortStableFunc(story.Articles, func(a, b factcheck.Article) int { return cmp.Compare(a.ID, b.ID) })
		for i := range story.Articles {
			story.Articles[i].Siglum = siglum(i)
		}
	}
	if len(c.articles) == 0 {
		d.missing("articles", fmt.Sprintf("the story “%s” has no article", id),
			"put each article into a file of its own, as in stories/"+id+"/articles/example-times.txt; the text alone will do")
	}
	if top.has("claims") {
		in, err := d.list("claims")
		if err != nil {
			return story, diags, err
		}
		for _, e := range d.named(in, "claims", "a claim", ".yaml") {
			file, err := d.read("claims/"+e.name, in)
			if err != nil {
				return story, diags, err
			}
			if file == nil {
				continue
			}
			if claim, ok := readClaim(file, e.id, &c); ok {
				story.Claims = append(story.Claims, claim)
			}
		}
		slices.SortStableFunc(story.Claims, func(a, b factcheck.Claim) int { return cmp.Compare(a.ID, b.ID) })
	}
	c.quotations(story.Findings)
	return story, diags, nil
}

// siglum returns the letter of the nth article from 0: A to Z, then AA, AB …
func siglum(n int) string {
	var s string
	for n++; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

// baseURL reads the address at which the site will stand, in its one form.
func baseURL(g *group, file *source.File, diags *diag.List) string {
	written := g.text("base_url")
	if written == "" {
		return ""
	}
	base, err := published.Base(written)
	if err != nil {
		*diags = append(*diags, diag.Diagnostic{Span: g.place(file, "base_url"), Code: "bad-url",
			Message: fmt.Sprintf("“%s” cannot be the address of a site: %v", clip(written), err),
			Hint:    "write base_url: https://example.org, with a path if the site stands below one"})
	}
	return base
}

func readSite(file *source.File, diags *diag.List) (site factcheck.Site) {
	v := read(file, 0, file.Text, &typ{kind: keys, takes: siteShape.name, shape: siteShape}, minimalSite, diags)
	g := v.group
	if g == nil {
		return site
	}
	site = factcheck.Site{
		ID: g.text("id"), Title: g.text("title"), Tagline: g.text("tagline"), Description: g.text("description"), Language: g.text("language"),
		BaseURL: baseURL(g, file, diags), Repository: strings.TrimRight(g.text("repository"), "/"),
		RepositoryBranch: g.text("repository_branch"), RepositoryContent: g.text("repository_content"),
		ShareImages: true,
		Search:      true,
	}
	if share := g.at("share_images"); share.given {
		site.ShareImages = share.truth
	}
	if index := g.at("search"); index.given {
		site.Search = index.truth
	}
	if p := g.at("publisher").group; p != nil {
		site.Publisher = factcheck.Publisher{Name: p.text("name"), URL: p.text("url"), Email: p.text("email"),
			Contact: p.text("contact"), Funding: p.text("funding")}
	}
	seen := map[string]source.Span{}
	for _, item := range g.items("verdicts") {
		p := item.group
		if !p.has("id") {
			continue
		}
		id := p.text("id")
		span := p.place(file, "id")
		if first, twice := seen[id]; twice {
			*diags = append(*diags, diag.Diagnostic{Span: span, Code: "duplicate-id", Message: fmt.Sprintf("the grade “%s” stands on the scale twice", id),
				Hint: "rename one of the two", Related: []diag.Related{{Span: first, Message: "it stands here already"}}})
			continue
		}
		seen[id] = span
		verdict := factcheck.Verdict{ID: id, Label: p.text("label"), Meaning: p.text("meaning")}
		if n := p.at("value"); n.given {
			verdict.Value = &n.number
		}
		site.Verdicts = append(site.Verdicts, verdict)
	}
	return site
}

func readOutlets(file *source.File, diags *diag.List) (outlets []factcheck.Outlet) {
	v := read(file, 0, file.Text, outletsShape, "example-times:\n  name: The Example Times", diags)
	for _, item := range v.items {
		g := item.group
		outlets = append(outlets, factcheck.Outlet{ID: item.text, Name: g.text("name"), URL: g.text("url"),
			Country: g.text("country"), Owner: g.text("owner"), Note: g.text("note")})
	}
	slices.SortFunc(outlets, func(a, b factcheck.Outlet) int { return cmp.Compare(a.ID, b.ID) })
	return outlets
}

func readPage(file *source.File, id string, diags *diag.List) (page factcheck.Page, ok bool) {
	m, ok := split(file, "a page", diags)
	if !ok {
		return page, false
	}
	page = factcheck.Page{ID: id, Markdown: file.Text[m.body:], File: file}
	if !m.given {
		*diags = append(*diags, diag.Diagnostic{Span: file.Span(0, 0), Code: "front-matter", Message: "the page has no front matter, and so no title",
			Hint: "begin the file with:\n---\ntitle: How we work\n---"})
		return page, false
	}
	g := m.read(file, pageShape, diags)
	if g == nil {
		return page, false
	}
	page.Title, page.Order, page.Summary = g.text("title"), g.int("order"), g.text("summary")
	checkMarkers(file, m.body, diags)
	return page, true
}

// checkMarkers reports {{…}} in a page's text that would be printed as it
// stands: nobody wants braces on a page by mistake.
func checkMarkers(file *source.File, body int, diags *diag.List) {
	words := []string{factcheck.ScaleMarker, factcheck.CorrectionsMarker}
	first := map[string]source.Span{}
	for _, m := range markdown.Markers(file.Text[body:]) {
		d := diag.Diagnostic{Span: file.Span(body+m.Start, body+m.End), Code: "marker",
			Hint: "{{verdicts}} prints the scale, {{corrections}} the log of corrections\nbraces that are meant as braces go between backticks"}
		near := nearest(m.Word, words)
		before, twice := first[m.Word]
		switch {
		case !slices.Contains(words, m.Word) && (m.Alone || near != ""):
			d.Message = fmt.Sprintf("a page has no %s", "{{"+clip(m.Word)+"}}")
			if near != "" {
				d.Hint = "write {{" + near + "}}, alone on a line\n" + d.Hint
			}
		case !slices.Contains(words, m.Word):
			continue
		case !m.Alone:
			d.Message = fmt.Sprintf("%s prints nothing here: it has to stand alone on a line, outside of lists, headings and quotations", m.Text())
		case twice:
			d.Message = fmt.Sprintf("%s stands on this page twice", m.Text())
			d.Hint = "delete one of the two"
			d.Related = []diag.Related{{Span: before, Message: "it stands here already"}}
		default:
			first[m.Word] = d.Span
			continue
		}
		*diags = append(*diags, d)
	}
}

func readStory(file *source.File, story *factcheck.Story, diags *diag.List) {
	story.File = file
	v := read(file, 0, file.Text, &typ{kind: keys, takes: storyShape.name, shape: storyShape}, exampleOf(storyShape), diags)
	g := v.group
	if g == nil {
		return
	}
	story.Title, story.Summary, story.Topics = g.text("title"), g.text("summary"), g.texts("topics")
	for _, item := range g.items("events") {
		e := item.group
		event := factcheck.Event{Date: e.date("date"), Until: e.date("until"), Name: e.text("name"), Note: e.text("note"), Span: e.span}
		if event.Until.Known() && event.Until.ISO < event.Date.ISO && !strings.HasPrefix(event.Date.ISO, event.Until.ISO) {
			span := e.place(file, "until")
			*diags = append(*diags, diag.Diagnostic{Span: span, Code: "event-order", Message: fmt.Sprintf("the event ends on %s, before it begins on %s", event.Until.ISO, event.Date.ISO),
				Hint: "swap the two, or correct one"})
			continue
		}
		if event.Date.Known() && event.Name != "" {
			story.Events = append(story.Events, event)
		}
	}
	story.Findings, story.Rulings = readFindings(file, g.items("findings"), diags)
}

func readArticle(file *source.File, id string, c *checker) (article factcheck.Article, ok bool) {
	m, ok := split(file, "an article", c.diags)
	if !ok {
		return article, false
	}
	article = factcheck.Article{ID: id, File: file, BodyStart: m.body}
	if m.given {
		if g := m.read(file, articleShape, c.diags); g != nil {
			article.Title, article.Label, article.Outlet, article.Author = g.text("title"), g.text("label"), g.text("outlet"), g.text("author")
			article.URL, article.ArchiveURL, article.Dateline = g.text("url"), g.text("archive_url"), g.text("dateline")
			article.Language, article.TranslatedFrom, article.Note = g.text("language"), g.text("translated_from"), g.text("note")
			article.Published, article.PublishedAs = g.date("published"), g.text("published_as")
			article.Updated, article.Retrieved = g.date("updated"), g.date("retrieved")
			if g.has("title") {
				article.TitleSpan = g.place(file, "title")
			}
			if g.has("published_as") {
				article.PublishedSpan = g.place(file, "published_as")
			}
			if g.has("outlet") {
				c.outlet(file, g.at("outlet"))
			}
			dates(file, g, &article, c.diags)
		}
	}
	body := file.Text[m.body:]
	if strings.TrimSpace(body) == "" {
		*c.diags = append(*c.diags, diag.Diagnostic{Span: file.Span(m.body, m.body), Code: "no-text", Message: "the article has no text",
			Hint: "write the article below the closing line ---"})
		return article, false
	}
	if strings.HasSuffix(file.Path, ".md") {
		article.Body = markdown.Article(body)
	} else {
		article.Body = markdown.Plain(body)
	}
	return article, true
}

func readClaim(file *source.File, id string, c *checker) (claim factcheck.Claim, ok bool) {
	v := read(file, 0, file.Text, &typ{kind: keys, takes: claimShape.name, shape: claimShape}, exampleOf(claimShape), c.diags)
	g := v.group
	if g == nil {
		return claim, false
	}
	claim = factcheck.Claim{
		ID: id, Text: g.text("claim"), Claimant: g.text("claimant"), ClaimantKind: factcheck.ClaimantKind(g.text("claimant_kind")), SaidOn: g.date("said_on"), Occasion: g.text("occasion"),
		Topics: g.texts("topics"), Verdict: g.text("verdict"), Summary: g.text("summary"), Base: g.text("base"),
		File: file, Span: g.place(file, "claim"),
	}
	if g.has("verdict") {
		c.verdict(file, g.at("verdict"))
	}
	if p := g.at("review").group; p != nil {
		sequence(file, p, c.diags)
		claim.Review = factcheck.Review{Author: p.text("author"), Published: p.date("published"), Updated: p.date("updated")}
		for _, item := range p.items("corrections") {
			if e := item.group; e.has("date") && e.has("what") {
				claim.Review.Corrections = append(claim.Review.Corrections, factcheck.Correction{Date: e.date("date"), What: e.text("what")})
			}
		}
	}
	for _, item := range g.items("wordings") {
		w := item.group
		if q, ok := readQuotation(file, w); ok {
			c.article(q)
			claim.Wordings = append(claim.Wordings, factcheck.Wording{Quotation: q, Form: factcheck.Form(w.text("form"))})
		}
	}
	if g.has("base") {
		c.base(file, g.at("base"), g.at("wordings"))
	}
	claim.Findings, claim.Rulings = readFindings(file, g.items("findings"), c.diags)
	c.quotations(claim.Findings)
	return claim, g.has("claim")
}

// readQuotation returns a quote, unless it lacks its article or its words.
func readQuotation(file *source.File, g *group) (factcheck.Quotation, bool) {
	if !g.has("article") || !g.has("quote") {
		return factcheck.Quotation{}, false
	}
	return factcheck.Quotation{
		Article: g.text("article"), Quote: g.text("quote"), Prefix: g.text("prefix"), Suffix: g.text("suffix"),
		Occurrence: g.int("occurrence"), Note: g.text("note"),
		Span: g.place(file, "quote"), ArticleSpan: g.place(file, "article"),
	}, true
}

// readFindings parts an editor's own findings from rulings on proposed ones.
func readFindings(file *source.File, items []value, diags *diag.List) (findings []factcheck.EditorFinding, rulings []factcheck.Ruling) {
	for _, item := range items {
		g := item.group
		switch g.shape {
		case confirmShape, dismissShape:
			key, status := "confirms", factcheck.Confirmed
			if g.shape == dismissShape {
				key, status = "dismisses", factcheck.Dismissed
			}
			if !g.has(key) {
				continue
			}
			if status == factcheck.Confirmed && !g.has("reason") {
				*diags = append(*diags, diag.Diagnostic{Span: g.place(file, key), Severity: diag.Warning, Code: "no-reason",
					Message: fmt.Sprintf("the finding “%s” is confirmed without a reason", clip(g.text(key))), Hint: confirmShape.fields[1].line()})
			}
			rulings = append(rulings, factcheck.Ruling{Finding: g.text(key), Status: status, Reason: g.text("reason"), Span: g.place(file, key)})
		default:
			finding := factcheck.EditorFinding{Kind: g.text("kind"), Severity: factcheck.Severity(g.text("severity")),
				Summary: g.text("summary"), Why: g.text("why"), Span: g.place(file, "summary")}
			if finding.Kind == "" {
				finding.Kind = "text"
			}
			if finding.Severity == "" {
				finding.Severity = factcheck.Minor
			}
			for _, e := range g.items("evidence") {
				if q, ok := readQuotation(file, e.group); ok {
					finding.Evidence = append(finding.Evidence, q)
				}
			}
			if finding.Summary != "" && len(finding.Evidence) > 0 {
				findings = append(findings, finding)
			}
		}
	}
	return findings, rulings
}

// A checker knows what the ids in a story may name.
type checker struct {
	folder   *Folder
	room     *factcheck.Newsroom
	story    *factcheck.Story
	articles []string // ids by file name, those that could not be read included
	diags    *diag.List
}

// unknown reports an id that names nothing. Near is what was probably meant, and
// all what there is; otherwise says what to do where there is nothing.
func (c *checker) unknown(code, id string, span source.Span, message, near string, all []string, otherwise string) {
	var hint []string
	if near != "" {
		hint = append(hint, "did you mean "+near+"?")
	}
	if len(all) > 0 {
		hint = append(hint, "there is "+enumerate(all))
	} else if otherwise != "" {
		hint = append(hint, otherwise)
	}
	if !validID(id) {
		code = "bad-id"
	}
	*c.diags = append(*c.diags, diag.Diagnostic{Span: span, Code: code, Message: message, Hint: strings.Join(hint, "\n")})
}

// article reports a quote from an article that the story does not have.
func (c *checker) article(q factcheck.Quotation) {
	if slices.Contains(c.articles, q.Article) {
		return
	}
	near := suggestID(q.Article)
	if !slices.Contains(c.articles, near) {
		near = nearest(q.Article, c.articles)
	}
	c.unknown("unknown-article", q.Article, q.ArticleSpan, fmt.Sprintf("this story has no article “%s”", clip(q.Article)),
		near, c.articles, "put it into stories/"+c.story.ID+"/articles/"+suggestID(q.Article)+".txt")
}

func (c *checker) quotations(findings []factcheck.EditorFinding) {
	for _, f := range findings {
		for _, q := range f.Evidence {
			c.article(q)
		}
	}
}

// base reports a base that is not among the articles quoted.
func (c *checker) base(file *source.File, v, wordings *value) {
	if wordings.partial || !wordings.given {
		return
	}
	var ids []string
	for _, item := range wordings.items {
		if id := item.group.text("article"); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if slices.Contains(ids, v.text) {
		return
	}
	c.unknown("base-without-wording", v.text, file.Span(v.start, v.end), fmt.Sprintf("“%s” cannot be the base, since the claim has no wording from it", clip(v.text)),
		nearest(v.text, ids), ids, "")
}

// verdict reports a grade that the scale does not have.
func (c *checker) verdict(file *source.File, v *value) {
	_, place := c.room.Verdict(v.text)
	if place > 0 || c.folder.doubtfulVerdicts && validID(v.text) {
		return
	}
	var ids, labels []string
	for _, grade := range c.room.Site.Verdicts {
		ids, labels = append(ids, grade.ID), append(labels, grade.Label)
	}
	c.unknown("unknown-verdict", v.text, file.Span(v.start, v.end), fmt.Sprintf("the scale in site.yaml has no grade “%s”", clip(v.text)),
		nearestID(v.text, ids, labels), ids, "add it to site.yaml:\nverdicts:\n  - id: "+suggestID(v.text)+"\n    label: …")
}

// outlet reports an outlet that outlets.yaml does not have.
func (c *checker) outlet(file *source.File, v *value) {
	_, found := slices.BinarySearchFunc(c.room.Outlets, v.text, func(o factcheck.Outlet, id string) int { return cmp.Compare(o.ID, id) })
	if found || c.folder.doubtfulOutlets && validID(v.text) {
		return
	}
	var ids, names []string
	message := fmt.Sprintf("outlets.yaml has no outlet “%s”", clip(v.text))
	for _, o := range c.room.Outlets {
		ids, names = append(ids, o.ID), append(names, o.Name)
		if strings.EqualFold(o.Name, v.text) {
			c.unknown("unknown-outlet", v.text, file.Span(v.start, v.end), message, "", nil, "outlet: "+o.ID)
			return
		}
	}
	near := nearestID(v.text, ids, names)
	hint := "add it to outlets.yaml:"
	if near != "" {
		hint = "did you mean " + near + "? If not, add it to outlets.yaml:"
	}
	id, name := v.text, "…"
	if !validID(id) {
		id, name = suggestID(id), v.text
	}
	c.unknown("unknown-outlet", v.text, file.Span(v.start, v.end), message, "", nil, hint+"\n"+id+":\n  name: "+name)
}

// enumerate lists ids for a hint.
func enumerate(ids []string) string {
	const most = 12
	if len(ids) > most {
		return strings.Join(ids[:most], ", ") + fmt.Sprintf(" and %d more", len(ids)-most)
	}
	return strings.Join(ids, ", ")
}
