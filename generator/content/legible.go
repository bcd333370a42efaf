package content

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"crosscheck/generator/diag"
	"crosscheck/generator/source"
)

// legible reports a file that is not text in UTF-8, or that holds characters
// which no page can show.
func legible(file *source.File, diags *diag.List) bool {
	s := file.Text
	note := func(code string, at, size int, message, hint string) bool {
		*diags = append(*diags, diag.Diagnostic{Span: file.Span(at, at+size), Code: code, Message: message, Hint: hint})
		return false
	}
	const save = "save it as UTF-8; in most editors that is a choice in “Save as”"
	if strings.HasPrefix(s, "\xFF\xFE") || strings.HasPrefix(s, "\xFE\xFF") {
		return note("not-utf8", 0, 0, "the file is in UTF-16, not in UTF-8", save)
	}
	clean := true
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < 0x7F || c == '\n' || c == '\r' || c == '\t' {
			i++
			continue
		}
		if c == 0 {
			if zeros := strings.Count(s[:min(len(s), 4096)], "\x00"); zeros*3 >= min(len(s), 4096) {
				return note("not-utf8", 0, 0, "the file seems to be in UTF-16, not in UTF-8", save)
			}
			return note("control-character", i, 1, "the file holds a NUL byte, which no text has", "delete it; if there are more, the file is not text")
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			hint := save
			if like, ok := windows1252[c]; ok {
				hint = fmt.Sprintf("the byte is %s in Windows-1252; open the file in that encoding and %s", like, save)
			}
			return note("not-utf8", i, 1, fmt.Sprintf("the file is not in UTF-8: byte %d (%#02x) belongs to no character", i+1, c), hint)
		case isControl(r):
			hint := "delete it"
			if like, ok := windows1252[byte(r)]; ok && r < 0x100 {
				hint = fmt.Sprintf("it may have been %s before the file was converted from Windows-1252; write that", like)
			}
			clean = note("control-character", i, size, fmt.Sprintf("no page can show %s", codePoint(r)), hint)
		}
		i += size
	}
	return clean
}

// windows1252 names what the bytes that differ most visibly stand for.
var windows1252 = map[byte]string{
	0x80: "€", 0x85: "…", 0x8A: "Š", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
	0x9A: "š", 0x9C: "œ", 0x9E: "ž", 0xA0: "a non-breaking space", 0xA3: "£", 0xA9: "©", 0xAB: "«", 0xBB: "»", 0xC4: "Ä", 0xC9: "É", 0xD6: "Ö", 0xDC: "Ü",
	0xDF: "ß", 0xE0: "à", 0xE1: "á", 0xE4: "ä", 0xE7: "ç", 0xE8: "è", 0xE9: "é", 0xEA: "ê", 0xED: "í", 0xF1: "ñ", 0xF3: "ó", 0xF6: "ö", 0xFA: "ú", 0xFC: "ü",
}
