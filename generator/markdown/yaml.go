package markdown

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
)

// yamlTokens cuts YAML into chroma's tokens. Joined, they are the source.
//
// Chroma has a lexer for YAML, but it takes 1 ms for a claim of 70 lines, three
// times what all the rest of a story may cost, and it mistakes prose in block
// scalars for keys. This one goes through the source once, line by line,
// knowing only what coloring needs: a line in a block scalar is one that is
// indented more than the line that opened it.
func yamlTokens(src string) []chroma.Token {
	l := yamlLexer{src: src, tokens: make([]chroma.Token, 0, len(src)/12+8)}
	for l.at < len(src) {
		l.line()
	}
	return l.tokens
}

type yamlLexer struct {
	src    string
	at     int
	tokens []chroma.Token
	flow   int // brackets that are open
}

// take makes a token of the source up to end.
func (l *yamlLexer) take(t chroma.TokenType, end int) {
	if end <= l.at {
		return
	}
	if n := len(l.tokens); n > 0 && l.tokens[n-1].Type == t && t != chroma.Punctuation {
		l.tokens[n-1].Value = l.src[l.at-len(l.tokens[n-1].Value) : end]
	} else {
		l.tokens = append(l.tokens, chroma.Token{Type: t, Value: l.src[l.at:end]})
	}
	l.at = end
}

// lineEnd returns where the line ends, its line break left out.
func (l *yamlLexer) lineEnd() int {
	if i := strings.IndexByte(l.src[l.at:], '\n'); i >= 0 {
		return l.at + i
	}
	return len(l.src)
}

// blanks takes blanks, tabs and carriage returns.
func (l *yamlLexer) blanks() {
	end := l.at
	for end < len(l.src) && (l.src[end] == ' ' || l.src[end] == '\t' || l.src[end] == '\r') {
		end++
	}
	l.take(chroma.TextWhitespace, end)
}

func (l *yamlLexer) line() {
	start := l.at
	end := l.lineEnd()
	if l.flow == 0 && (strings.HasPrefix(l.src[start:end], "---") || strings.HasPrefix(l.src[start:end], "...")) && (end == start+3 || l.src[start+3] == ' ' || l.src[start+3] == '\r') {
		l.take(chroma.NameNamespace, start+3)
	}
	l.blanks()
	indent := l.at - start
	for l.flow == 0 && l.at < end && (l.src[l.at] == '-' || l.src[l.at] == '?') && (l.at+1 == end || l.src[l.at+1] == ' ') {
		l.take(chroma.Punctuation, l.at+1)
		l.blanks()
	}
	for l.at < len(l.src) && l.src[l.at] != '\n' {
		l.item(indent)
	}
	l.take(chroma.TextWhitespace, min(l.at+1, len(l.src)))
}

// item takes the next thing on the line: a comment, a key, or a value.
func (l *yamlLexer) item(indent int) {
	c := l.src[l.at]
	end := l.lineEnd()
	blank := l.at == 0 || l.src[l.at-1] == ' ' || l.src[l.at-1] == '\t' || l.src[l.at-1] == '\n'
	switch {
	case c == ' ' || c == '\t' || c == '\r':
		l.blanks()
	case c == '#' && blank:
		l.take(chroma.Comment, end)
	case c == '\'' || c == '"':
		close := l.quoted(c)
		t := chroma.LiteralStringDouble
		if c == '\'' {
			t = chroma.LiteralStringSingle
		}
		if isColon(l.src, close) {
			t = chroma.NameTag
		}
		l.take(t, close)
		l.colon()
	case c == '[' || c == '{':
		l.flow++
		l.take(chroma.Punctuation, l.at+1)
	case c == ']' || c == '}':
		l.flow = max(0, l.flow-1)
		l.take(chroma.Punctuation, l.at+1)
	case c == ',' && l.flow > 0:
		l.take(chroma.Punctuation, l.at+1)
	case (c == '|' || c == '>') && l.flow == 0 && l.header(end):
		l.block(indent)
	case c == '&' || c == '*':
		l.take(chroma.NameLabel, l.word(end))
	case c == '!':
		l.take(chroma.KeywordType, l.word(end))
	default:
		l.plain(end)
	}
}

// colon takes the colon behind a key.
func (l *yamlLexer) colon() {
	if isColon(l.src, l.at) {
		l.take(chroma.Punctuation, l.at+1)
	}
}

func isColon(src string, i int) bool {
	return i < len(src) && src[i] == ':' && (i+1 == len(src) || strings.IndexByte(" \t\r\n,]}", src[i+1]) >= 0)
}

// quoted returns the end of the quoted scalar that opens here. One that is
// never closed ends with its line.
func (l *yamlLexer) quoted(mark byte) int {
	for i := l.at + 1; i < len(l.src); i++ {
		switch {
		case l.src[i] == '\\' && mark == '"':
			i++
		case l.src[i] != mark:
		case mark == '\'' && i+1 < len(l.src) && l.src[i+1] == mark:
			i++
		default:
			return i + 1
		}
	}
	return l.lineEnd()
}

// word returns the end of the tag, anchor or alias that opens here.
func (l *yamlLexer) word(end int) int {
	i := l.at + 1
	for i < end && strings.IndexByte(" \t\r,[]{}", l.src[i]) < 0 {
		i++
	}
	return i
}

// header takes the header of a block scalar, as |2- or >, if there is one here.
func (l *yamlLexer) header(end int) bool {
	i := l.at + 1
	for i < end && (l.src[i] == '+' || l.src[i] == '-' || '0' <= l.src[i] && l.src[i] <= '9') {
		i++
	}
	rest := strings.TrimLeft(l.src[i:end], " \t\r")
	if rest != "" && (rest[0] != '#' || l.src[i] == '#') {
		return false
	}
	l.take(chroma.Punctuation, i)
	l.blanks()
	if rest != "" {
		l.take(chroma.Comment, end)
	}
	return true
}

// block takes the lines of a block scalar: those that are blank or indented
// more than the line that opened it.
func (l *yamlLexer) block(indent int) {
	end := l.at
	for next := l.at; next < len(l.src) && l.src[next] == '\n'; {
		start := next + 1
		stop := len(l.src)
		if i := strings.IndexByte(l.src[start:], '\n'); i >= 0 {
			stop = start + i
		}
		line := l.src[start:stop]
		text := strings.TrimLeft(line, " ")
		if strings.TrimSpace(text) != "" {
			if len(line)-len(text) <= indent {
				break
			}
			end = stop
		}
		next = stop
	}
	l.take(chroma.LiteralStringDoc, end)
}

// plain takes a key or a plain scalar.
func (l *yamlLexer) plain(end int) {
	i := l.at
	for ; i < end; i++ {
		c := l.src[i]
		if isColon(l.src, i) {
			break
		}
		if c == '#' && i > l.at && (l.src[i-1] == ' ' || l.src[i-1] == '\t') {
			break
		}
		if l.flow > 0 && strings.IndexByte(",[]{}", c) >= 0 {
			break
		}
	}
	if i == l.at {
		i++ // a lone colon, a stray mark
	}
	if i < end && isColon(l.src, i) {
		l.take(chroma.NameTag, i)
		l.colon()
		return
	}
	text := strings.TrimRight(l.src[l.at:i], " \t\r")
	l.take(scalarType(text), l.at+len(text))
}

// scalarType tells what a plain scalar is.
func scalarType(s string) chroma.TokenType {
	switch strings.ToLower(s) {
	case "true", "false", "null", "~":
		return chroma.KeywordConstant
	}
	digits, others := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			digits++
		case strings.IndexByte("+-._", c) >= 0:
		case strings.IndexByte(":TZ ", c) >= 0:
			others++
		default:
			return chroma.Literal
		}
	}
	switch {
	case digits >= 6 && len(s) >= 7 && s[4] == '-':
		return chroma.LiteralDate
	case digits > 0 && others == 0:
		return chroma.LiteralNumber
	}
	return chroma.Literal
}
