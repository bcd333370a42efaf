package examine

import (
	"fmt"

	"crosscheck/generator/engine/quotation"
	"crosscheck/generator/factcheck"
)

// SpeakerDiffers is the kind of a finding: two documents put the same words in
// quotation marks into the mouths of different people.
const SpeakerDiffers = "speaker-differs"

// sameQuote is the share of words that two quotations must have in common to be
// one that is ascribed to two people; below it they may be two statements.
const (
	sameQuote      = 0.8
	sameQuoteWords = 5
)

// speakerDiffers compares the speakers of nearly the same words in quotation
// marks. It speaks only where both are persons whose full names have nothing in
// common, not even after another spelling: a body speaks through a person, and
// a person is called by an office.
func speakerDiffers(s *speech, e *factcheck.ExaminedCase) []factcheck.Finding {
	persons := 0
	for i := range e.Witnesses {
		if a, _ := s.speaker(&e.Witnesses[i]); a.Person {
			persons++
		}
	}
	if persons < 2 {
		return nil
	}
	lengths := wordsOf(e)
	var findings []factcheck.Finding
	told := map[string]bool{}
	for _, pair := range comparablePairs(e) {
		j, i := pair[0], pair[1]
		if j < i {
			i, j = j, i
		}
		if s.inside(&e.Witnesses[i]) == nil || s.inside(&e.Witnesses[j]) == nil {
			continue
		}
		a, at := s.speaker(&e.Witnesses[i])
		b, bt := s.speaker(&e.Witnesses[j])
		if o := lengths.overlap(i, j); quotation.Compare(a, b) != quotation.Different || o.share() < sameQuote || o.same < sameQuoteWords || told[a.Name+"\x00"+b.Name] {
			continue
		}
		told[a.Name+"\x00"+b.Name] = true
		findings = append(findings, factcheck.Finding{
			Kind: SpeakerDiffers, Severity: factcheck.Major, Status: factcheck.Proposed, Claim: e.Claim.ID,
			Summary: fmt.Sprintf("The same words in quotation marks are ascribed to %s by %s and to %s by %s.",
				quoted(a.Name), called(s.room, s.story.Article(at.Article)), quoted(b.Name), called(s.room, s.story.Article(bt.Article))),
			Why:      "Who said it is part of what was said; unless both said the same, one of the two is named by mistake.",
			Evidence: []factcheck.Evidence{evidence(s.story.Article(at.Article), at, ""), evidence(s.story.Article(bt.Article), bt, "")},
		})
	}
	return findings
}
