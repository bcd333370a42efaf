package content

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
)

// checkPattern reports a value that its type's pattern does not match.
func (r *reader) checkPattern(v *value) {
	if !v.typ.re.MatchString(v.text) {
		r.fail("bad-value", v.start, v.end, fmt.Sprintf("“%s” is not %s", clip(v.text), v.typ.takes), "")
	}
}

// checkID reports an id that can name nothing.
func (r *reader) checkID(v *value) {
	if validID(v.text) {
		return
	}
	near := suggestID(v.text)
	if at := strings.LastIndexByte(v.text, '#'); at >= 0 && validID(v.text[at+1:]) {
		near = v.text[at+1:] // an address on the site
	}
	r.fail("bad-id", v.start, v.end, fmt.Sprintf("“%s” is not an id: ids are of lower-case letters a to z, digits and hyphens", clip(v.text)),
		v.name+": "+near)
}

// checkDate reports what is no date, or no day of the calendar.
func (r *reader) checkDate(v *value) {
	if !v.typ.re.MatchString(v.text) {
		code, message := "bad-date", fmt.Sprintf("“%s” is not a date", clip(v.text))
		if m := isoLike.FindStringSubmatch(v.text); m != nil {
			_, day := timex.ParseDay(v.text)
			switch n, _ := strconv.Atoi(m[2]); {
			case n < 1 || n > 12:
				message = fmt.Sprintf("there is no month %s", m[2])
			case m[4] != "" && day:
				message = fmt.Sprintf("“%s” is not a date and time", clip(v.text))
			case m[3] != "":
				r.fail(code, v.start, v.end, "there is no day "+v.text[:10], daysOf(v.text))
				return
			}
		}
		hint := "write 2021, 2021-07, 2021-07-18, or with the time 2021-07-18T21:55 or 2021-07-18T21:55+04:30"
		if iso := guessDate(v.text); iso != "" {
			hint = v.name + ": " + iso
		}
		r.fail(code, v.start, v.end, message, hint)
		return
	}
	if len(v.text) >= 10 {
		if _, ok := timex.ParseDay(v.text); !ok {
			r.fail("bad-date", v.start, v.end, "there is no day "+v.text[:10], daysOf(v.text))
		}
	}
}

var isoLike = regexp.MustCompile(`^([0-9]{4})-([0-9]{2})(?:-([0-9]{2})([T ].*)?)?$`)

// daysOf says how many days the month of an ISO date has.
func daysOf(iso string) string {
	y, err1 := strconv.Atoi(iso[:4])
	m, err2 := strconv.Atoi(iso[5:7])
	if err1 != nil || err2 != nil {
		return ""
	}
	return fmt.Sprintf("%s %d has %d days", time.Month(m), y, time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day())
}

var (
	loose    = regexp.MustCompile(`^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$`)
	dayFirst = regexp.MustCompile(`^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})$`)
	spelled  = regexp.MustCompile(`^(?:[A-Za-z]+,? )?(?:([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?([A-Za-z]{3,9})\.?,?|([A-Za-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,?) ([0-9]{4})$`)
)

// guessDate returns the ISO form of a date written in another way, "" where it
// could be several or none.
func guessDate(s string) string {
	s = strings.TrimSpace(s)
	iso := ""
	switch {
	case loose.MatchString(s):
		m := loose.FindStringSubmatch(s)
		iso = fmt.Sprintf("%s-%02s-%02s", m[1], m[2], m[3])
	case dayFirst.MatchString(s):
		m := dayFirst.FindStringSubmatch(s)
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[2])
		switch {
		case a > 12 || a == b:
			iso = fmt.Sprintf("%s-%02d-%02d", m[3], b, a)
		case b > 12:
			iso = fmt.Sprintf("%s-%02d-%02d", m[3], a, b)
		}
	case spelled.MatchString(s):
		m := spelled.FindStringSubmatch(s)
		day, name := m[1]+m[4], strings.ToLower(m[2]+m[3])
		for month := time.January; month <= time.December; month++ {
			if full := strings.ToLower(month.String()); strings.HasPrefix(full, name) || name == "sept" && month == time.September {
				iso = fmt.Sprintf("%s-%02d-%02s", m[5], month, day)
				break
			}
		}
	}
	if _, ok := timex.ParseDay(iso); !ok {
		return ""
	}
	return iso
}

// parseDate returns a date that checkDate has let pass.
func parseDate(s string) factcheck.Date {
	if s == "" {
		return factcheck.Date{}
	}
	if len(s) > 10 && s[10] == ' ' {
		s = s[:10] + "T" + s[11:]
	}
	d := factcheck.Date{ISO: s}
	if len(s) >= 10 {
		d.Day, _ = timex.ParseDay(s)
	}
	return d
}

// checkURL reports what is no web address, and what could harm a reader.
func (r *reader) checkURL(v *value) {
	fine := v.typ.re.MatchString(v.text)
	u, err := url.Parse(v.text)
	if fine && err == nil && u.Hostname() != "" {
		return
	}
	message := fmt.Sprintf("“%s” is not %s", clip(v.text), v.typ.takes)
	hint := "write the whole address, as in https://example.org/page"
	scheme, rest, colon := strings.Cut(v.text, ":")
	low := strings.ToLower(scheme)
	switch {
	case fine && err != nil:
		hint = "an address cannot hold " + strings.TrimPrefix(err.Error(), `parse "`+v.text+`": `)
		if _, why, ok := strings.Cut(err.Error(), `": `); ok {
			hint = why
		}
	case strings.ContainsFunc(v.text, unicode.IsSpace):
		hint = "take the blanks out, or write them as %20"
	case sshAddress.MatchString(v.text):
		hint = v.name + ": " + sshAddress.ReplaceAllString(v.text, "https://$1/$2")
	case colon && !strings.Contains(scheme, ".") && !strings.Contains(scheme, "/") && low != "http" && low != "https":
		message = fmt.Sprintf("“%s” does not lead to a web page: only https:// and http:// are allowed", clip(v.text))
	case (low == "http" || low == "https") && v.typ.pattern == basePattern && strings.ContainsAny(rest, "?#"):
		hint = "leave out what follows the question mark or the #"
	case (low == "http" || low == "https") && strings.Contains(rest, "@"):
		hint = "leave out the user name before the @"
	case !colon && strings.Contains(v.text, ".") || colon && strings.Contains(scheme, "."):
		hint = v.name + ": https://" + strings.TrimLeft(v.text, "/")
	}
	r.fail("bad-url", v.start, v.end, message, hint)
}

// sshAddress is how git names a repository that it reaches by SSH, and what many
// copy when they are asked for its address.
var sshAddress = regexp.MustCompile(`^(?:ssh://)?[A-Za-z0-9._-]+@([A-Za-z0-9.-]+)[:/]([A-Za-z0-9._/-]+?)(?:\.git)?/?$`)

// checkLanguage reports what is no language tag.
func (r *reader) checkLanguage(v *value) {
	if v.typ.re.MatchString(v.text) {
		return
	}
	hint := "write a tag of BCP 47: two or three letters, as in en, fr, ps, and a country where it matters, as in pt-BR"
	if tag := languages[strings.ToLower(v.text)]; tag != "" {
		hint = v.name + ": " + tag
	} else if t := strings.ReplaceAll(v.text, "_", "-"); v.typ.re.MatchString(t) {
		hint = v.name + ": " + t
	}
	r.fail("bad-language", v.start, v.end, fmt.Sprintf("“%s” is not %s", clip(v.text), v.typ.takes), hint)
}

// languages holds the names that are most often written for a tag.
var languages = map[string]string{
	"arabic": "ar", "chinese": "zh", "dari": "prs", "dutch": "nl", "english": "en", "farsi": "fa", "french": "fr", "german": "de",
	"greek": "el", "hebrew": "he", "hindi": "hi", "italian": "it", "japanese": "ja", "korean": "ko", "pashto": "ps", "persian": "fa",
	"polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk", "urdu": "ur",
	"deutsch": "de", "français": "fr", "español": "es", "italiano": "it", "português": "pt",
}

// isControl reports whether no page and no feed can show the character.
func isControl(c rune) bool {
	switch {
	case c == '\t' || c == '\n' || c == '\r':
		return false
	case c < 0x20 || c == 0x7F:
		return true
	case 0x80 <= c && c < 0xA0:
		return true
	case 0xFDD0 <= c && c <= 0xFDEF, c&0xFFFE == 0xFFFE:
		return true
	}
	return false
}

// isOddBlank reports blanks, and marks that nobody sees.
func isOddBlank(c rune) bool {
	return unicode.IsSpace(c) || unicode.Is(unicode.Cf, c)
}

func codePoint(c rune) string {
	name := map[rune]string{0: "NUL", ' ': "blank", '\t': "tab", 0xA0: "non-breaking space", 0x200B: "zero-width space", 0xFEFF: "byte order mark", 0x3000: "ideographic space",
		0x202F: "narrow non-breaking space", 0x1B: "escape", 0x0C: "form feed", 0x0B: "vertical tab", utf8.RuneError: "replacement character",
		0x202A: "left-to-right embedding", 0x202B: "right-to-left embedding", 0x202C: "pop directional formatting", 0x202D: "left-to-right override", 0x202E: "right-to-left override",
		0x2066: "left-to-right isolate", 0x2067: "right-to-left isolate", 0x2068: "first strong isolate", 0x2069: "pop directional isolate"}[c]
	if name != "" {
		name = " (" + name + ")"
	}
	return fmt.Sprintf("U+%04X%s", c, name)
}
