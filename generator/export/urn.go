package export

import (
	"crypto/sha1"
	"fmt"

	"crosscheck/generator/factcheck"
)

// namespace is crosscheck's own for names of version 5 (RFC 9562, section 5.5):
// a number drawn once. Never change it; every id that was ever published would
// be another.
var namespace = uuid{0x6c, 0x1f, 0x4b, 0x52, 0x0d, 0x9a, 0x4e, 0x37, 0xb1, 0x58, 0x2f, 0x83, 0xc4, 0x70, 0x9e, 0xd5}

type uuid [16]byte

// of returns the UUID of a name in this one as the namespace.
func (space uuid) of(name string) (u uuid) {
	h := sha1.New()
	h.Write(space[:])
	h.Write([]byte(name))
	copy(u[:], h.Sum(nil))
	u[6] = u[6]&0x0f | 0x50 // version 5
	u[8] = u[8]&0x3f | 0x80 // of RFC 9562
	return u
}

// urn names something of the site for good. It is made of the site's own id, so
// that two newsrooms that report of one flood do not call it the same, and of
// the place in the content (story/claims/claim). So it survives another wording
// of the claim, another title, and a move of the site to another address. An
// address would be an id as well, but not one that outlives a move, and a site
// may have none; a tag: URI (RFC 4151) needs a domain and a day that somebody
// owned it.
func urn(s *factcheck.Site, place string) string {
	id := s.ID
	if id == "" {
		id = s.Publisher.Name // what of a site is least likely to change, and its own
	}
	u := namespace.of(id).of(place)
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

func claimURN(s *factcheck.Site, story, claim string) string {
	return urn(s, story+"/claims/"+claim)
}

func articleURN(s *factcheck.Site, story, article string) string {
	return urn(s, story+"/articles/"+article)
}
