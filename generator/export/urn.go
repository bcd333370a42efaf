package export

import (
	"crypto/sha1"
	"fmt"
)

// namespace is crosscheck's own for names of version 5 (RFC 9562, section 5.5):
// a number drawn once. Never change it; every id that was ever published would
// be another.
var namespace = [16]byte{0x6c, 0x1f, 0x4b, 0x52, 0x0d, 0x9a, 0x4e, 0x37, 0xb1, 0x58, 0x2f, 0x83, 0xc4, 0x70, 0x9e, 0xd5}

// urn names something of the site for good. It is made of the place in the
// content alone (story/claims/claim), and so survives another wording of the
// claim, another title, and a move of the site to another address. An address
// would be an id as well, but not one that outlives a move, and a site may have
// none; a tag: URI (RFC 4151) needs a domain and a day that somebody owned it.
func urn(place string) string {
	h := sha1.New()
	h.Write(namespace[:])
	h.Write([]byte(place))
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50 // version 5
	u[8] = u[8]&0x3f | 0x80 // of RFC 9562
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

func claimURN(story, claim string) string { return urn(story + "/claims/" + claim) }

func articleURN(story, article string) string { return urn(story + "/articles/" + article) }
