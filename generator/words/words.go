// Package words splits text into words and sentences and folds the marks that
// typography varies, keeping the way back to the text as it was written.
//
// It knows nothing of meaning: names, numbers and dates are for the engines.
package words

import (
	"unicode"
	"unicode/utf8"
)

// Kind tells a token's class.
type Kind uint8

const (
	Word   Kind = iota // letters, with apostrophes and hyphens inside: O’Brien, long-stalled, U.S.
	Number             // digits, with separators inside: 7,792, 3.5, 2021
	Punct              // one mark; a run of the same mark (..., --) is one token
)

// A Token is the stretch text[Start:End], in bytes. Tokens never overlap, and
// between two of them there is nothing but white space.
type Token struct {
	Start, End int
	Kind       Kind
}

// Tokens splits text into words, numbers and marks. Bytes that are not UTF-8
// come out as marks of one byte each.
func Tokens(text string) []Token {
	tokens := make([]Token, 0, len(text)/5+1)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r) || ignorable(r):
			i += size
		case isDigit(r):
			end := scanNumber(text, i)
			tokens = append(tokens, Token{i, end, Number})
			i = end
		case isLetter(r):
			end := scanWord(text, i)
			tokens = append(tokens, Token{i, end, Word})
			i = end
		default:
			end := i + size
			for r != utf8.RuneError && end < len(text) {
				next, n := utf8.DecodeRuneInString(text[end:])
				if next != r {
					break
				}
				end += n
			}
			tokens = append(tokens, Token{i, end, Punct})
			i = end
		}
	}
	return tokens
}

// scanWord returns the end of the word that begins at i. An apostrophe or
// hyphen belongs to the word when a letter follows it, a full stop when it
// stands between single letters (U.S., a.m.).
func scanWord(text string, i int) int {
	start, letters := i, 0 // letters since the last joint
	for i < len(text) {
		for i < len(text) && asciiWord[text[i]] { // most of any text, read fast
			letters++
			i++
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r >= utf8.RuneSelf && r != utf8.RuneError && (isLetter(r) || isDigit(r) || ignorable(r) || unicode.Is(unicode.M, r)) {
			letters++
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		switch {
		case (isApostrophe(r) || isHyphen(r)) && (isLetter(next) || isDigit(next)):
			letters = 0
			i += size
		case r == '.' && letters == 1 && (isLetter(next) || hasStop(text[start:i])):
			letters = 0
			i += size
			if !isLetter(next) {
				return i
			}
		default:
			return i
		}
	}
	return i
}

// asciiWord holds the letters and digits of ASCII.
var asciiWord = func() (is [256]bool) {
	for b := range utf8.RuneSelf {
		is[b] = isLetter(rune(b)) || isDigit(rune(b))
	}
	return is
}()

// hasStop reports whether a full stop stands inside the word so far: the last
// stop of U.S. belongs to it.
func hasStop(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] == '.' {
			return true
		}
	}
	return false
}

// scanNumber returns the end of the number that begins at i. A comma, stop,
// colon, slash, hyphen or thin space belongs to it when a digit follows;
// letters that follow directly belong to it too (18th, 5G), hyphenated ones as
// well (12-year-old).
func scanNumber(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isDigit(r) || isLetter(r) || unicode.Is(unicode.M, r) {
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if isDigit(next) && (r == ',' || r == '.' || r == ':' || r == '/' || isHyphen(r)) ||
			isLetter(next) && isHyphen(r) {
			i += size
			continue
		}
		return i
	}
	return i
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return r != utf8.RuneError && unicode.IsLetter(r)
}

func isDigit(r rune) bool {
	return '0' <= r && r <= '9' || r > utf8.RuneSelf && unicode.IsDigit(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// ignorable reports marks that a reader cannot see: soft hyphen, zero-width
// space, word joiner, byte order mark.
func ignorable(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}
