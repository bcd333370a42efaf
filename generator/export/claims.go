package export

import (
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

const (
	claimsPath   = "data/claims.json"
	findingsPath = "data/findings.json"
)

// claim is a record of claims.json. Texts are plain; what an editor did not
// give is empty or absent.
type claim struct {
	Story        string    `json:"story"`
	ID           string    `json:"id"`
	Claim        string    `json:"claim"`
	Claimant     string    `json:"claimant,omitempty"`
	ClaimantKind string    `json:"claimant_kind,omitempty"`
	SaidOn       string    `json:"said_on,omitempty"`
	Occasion     string    `json:"occasion,omitempty"`
	Topics       []string  `json:"topics,omitempty"`
	Verdict      string    `json:"verdict"`
	Conclusion   string    `json:"conclusion,omitempty"`
	Published    string    `json:"published,omitempty"`
	Updated      string    `json:"updated,omitempty"`
	Page         string    `json:"page"`
	Base         string    `json:"base,omitempty"` // the article that the others are compared with
	Wordings     []wording `json:"wordings"`
	Findings     []finding `json:"findings"`
}

type wording struct {
	Article string `json:"article"`
	Quote   string `json:"quote"` // as the editor wrote it
	Text    string `json:"text"`  // as the article prints it
	Form    string `json:"form"`
	// The verb of saying that brings the wording in, as the article has it.
	Introduced string    `json:"introduced,omitempty"`
	Match      string    `json:"match"`
	Passages   []passage `json:"passages"`
	Doubts     []string  `json:"doubts,omitempty"`
}

// passage counts code points of the part in articles.json.
type passage struct {
	Part  string `json:"part"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// finding is a record of findings.json, and of a claim's list.
type finding struct {
	Story    string   `json:"story,omitempty"` // in findings.json only
	Claim    *string  `json:"claim,omitempty"` // in findings.json only
	ID       string   `json:"id"`
	Kind     string   `json:"kind"`
	Severity string   `json:"severity"`
	Status   string   `json:"status"`
	By       string   `json:"by"` // editor or program
	Articles []string `json:"articles"`
	Summary  string   `json:"summary"`
	Why      string   `json:"why,omitempty"`
	// Of findings that count days or figures: hard where it cannot all be true,
	// soft where it is rare, and the reckoning in a sentence.
	Certainty  string     `json:"certainty,omitempty"`
	Arithmetic string     `json:"arithmetic,omitempty"`
	Reason     string     `json:"reason,omitempty"`
	Evidence   []evidence `json:"evidence"`
}

type evidence struct {
	Article string `json:"article"`
	Quote   string `json:"quote"`
	passage
	Note string `json:"note,omitempty"`
}

func claims(d *factcheck.Dossier, places *places) []any {
	records := make([]any, 0, len(d.Cases))
	for i := range d.Cases {
		c := &d.Cases[i]
		conclusion, _ := markdown.FirstParagraph(c.Claim.Summary)
		r := claim{
			Story:        d.Story.ID,
			ID:           c.Claim.ID,
			Claim:        c.Claim.Text,
			Claimant:     c.Claim.Claimant,
			ClaimantKind: string(c.Claim.ClaimantKind),
			SaidOn:       c.Claim.SaidOn.ISO,
			Occasion:     c.Claim.Occasion,
			Topics:       c.Claim.Topics,
			Verdict:      c.Claim.Verdict,
			Conclusion:   markdown.InlineWords(conclusion),
			Published:    c.Claim.Review.Published.ISO,
			Updated:      c.Claim.Review.Updated.ISO,
			Page:         d.Story.ID + "/claims/" + c.Claim.ID + ".html",
			Wordings:     make([]wording, 0, len(c.Witnesses)),
			Findings:     make([]finding, 0, len(c.Findings)),
		}
		if c.Base >= 0 && c.Base < len(c.Witnesses) {
			r.Base = c.Witnesses[c.Base].Wording.Article
		}
		for j, w := range c.Witnesses {
			v := wording{
				Article:  w.Wording.Article,
				Quote:    w.Wording.Quote,
				Text:     w.Text,
				Form:     string(w.Form),
				Match:    string(w.Match),
				Passages: make([]passage, 0, len(w.Passages)),
			}
			if j < len(c.Introduced) {
				v.Introduced = c.Introduced[j].Word
			}
			for _, p := range w.Passages {
				v.Passages = append(v.Passages, places.of(p))
			}
			for _, doubt := range w.Doubts {
				v.Doubts = append(v.Doubts, string(doubt))
			}
			r.Wordings = append(r.Wordings, v)
		}
		for j := range c.Findings {
			r.Findings = append(r.Findings, places.finding(&c.Findings[j]))
		}
		records = append(records, r)
	}
	return records
}

// findings lists the story's own findings first, then those of its claims.
func findings(d *factcheck.Dossier, places *places) []any {
	var records []any
	add := func(claim string, list []factcheck.Finding) {
		for i := range list {
			f := places.finding(&list[i])
			f.Story, f.Claim = d.Story.ID, &claim
			records = append(records, f)
		}
	}
	add("", d.Findings)
	for i := range d.Cases {
		add(d.Cases[i].Claim.ID, d.Cases[i].Findings)
	}
	return records
}

// places turns byte spans into code points.
// It makes the record of each finding once, for all files that have it.
type places struct {
	story   *factcheck.Story
	texts   map[partOf]*codePoints
	records map[*factcheck.Finding]finding
}

type partOf struct {
	article string
	part    factcheck.Part
}

func newPlaces(d *factcheck.Dossier) *places {
	return &places{&d.Story, map[partOf]*codePoints{}, map[*factcheck.Finding]finding{}}
}

func (s *places) of(p factcheck.Passage) passage {
	key := partOf{p.Article, p.Part}
	c := s.texts[key]
	if c == nil {
		c = &codePoints{}
		if a := s.story.Article(p.Article); a != nil {
			c.text = a.Text(p.Part)
		}
		s.texts[key] = c
	}
	return passage{string(p.Part), c.at(p.Start), c.at(p.End)}
}

func (s *places) finding(f *factcheck.Finding) finding {
	if r, ok := s.records[f]; ok {
		return r
	}
	r := finding{
		ID:         f.ID,
		Kind:       f.Kind,
		Severity:   string(f.Severity),
		Status:     string(f.Status),
		By:         "program",
		Articles:   f.Articles(),
		Summary:    markdown.InlineWords(f.Summary),
		Why:        markdown.InlineWords(f.Why),
		Certainty:  string(f.Certainty),
		Arithmetic: markdown.InlineWords(f.Arithmetic),
		Reason:     markdown.InlineWords(f.Reason),
		Evidence:   make([]evidence, 0, len(f.Evidence)),
	}
	if f.ByEditor {
		r.By = "editor"
	}
	for _, e := range f.Evidence {
		r.Evidence = append(r.Evidence, evidence{e.Passage.Article, e.Quote, s.of(e.Passage), markdown.InlineWords(e.Note)})
	}
	s.records[f] = r
	return r
}
