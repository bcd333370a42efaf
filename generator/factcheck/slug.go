package factcheck

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Reserved lists the ids that the site needs for itself.
var Reserved = []string{"data", "assets", "outlets", "claimants", "topics", "index", "search", "findings", "404"}

// DeviceName reports whether Windows keeps a file name for a device, with
// whatever ending.
func DeviceName(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (name[:3] == "com" || name[:3] == "lpt") && '0' <= name[3] && name[3] <= '9'
}

// maxSlug keeps addresses readable and file names far below any system's limit.
const maxSlug = 60

// Slug returns the address of a claimant or topic: lower-case ASCII letters,
// digits and hyphens. It depends on the name alone, so that a story's pages can
// link to it without knowing the other stories. Names that differ in case,
// accents or punctuation share an address; where letters would be lost, a hash
// of the name keeps it apart from others.
func Slug(name string) string {
	var b strings.Builder
	lost := false
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) && r < 0x370: // the accent of a Latin letter
		case r == '\'' || r == '’' || r == '.': // U.S. becomes us, O’Brien obrien
		case latin[r] != "":
			b.WriteString(latin[r])
		default:
			lost = lost || unicode.In(r, unicode.L, unicode.N, unicode.M)
			if s := b.String(); s != "" && !strings.HasSuffix(s, "-") {
				b.WriteByte('-')
			}
		}
	}
	slug := strings.Trim(b.String(), "-")
	if len(slug) > maxSlug {
		slug, lost = strings.TrimRight(slug[:maxSlug], "-"), true
	}
	lost = lost || DeviceName(slug)
	for _, word := range Reserved {
		lost = lost || slug == word
	}
	if lost || slug == "" {
		sum := sha256.Sum256([]byte(norm.NFC.String(strings.ToLower(name))))
		slug = strings.TrimLeft(slug+"-"+hex.EncodeToString(sum[:4]), "-")
	}
	return slug
}

// latin spells letters that do not decompose.
var latin = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ħ': "h"}
