package markdown

import (
	"html/template"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// Highlight returns code as HTML, its tokens marked with chroma's classes; the
// colors are the style sheet's. YAML is read by this package's own lexer (see
// yamlTokens), other languages by chroma's; an unknown language, and code of
// more than 64 KB, is left plain.
func Highlight(lang, code string) template.HTML {
	w := newProseWriter(nil, ProseOptions{})
	w.out = make([]byte, 0, len(code)*2+64)
	w.raw(`<pre class="chroma" tabindex="0"><code>`)
	for _, t := range tokens(strings.ToLower(lang), strings.TrimRight(code, "\n")) {
		class := class(t.Type)
		if class == "" || strings.TrimSpace(t.Value) == "" {
			w.text([]byte(t.Value))
			continue
		}
		if class == "nt" { // a key: every line has one
			w.raw("<b>")
			w.text([]byte(t.Value))
			w.raw("</b>")
			continue
		}
		w.raw(`<span class="`)
		w.raw(class)
		w.raw(`">`)
		w.text([]byte(t.Value))
		w.raw("</span>")
	}
	w.raw("</code></pre>")
	return template.HTML(w.out)
}

func tokens(lang, code string) (tokens []chroma.Token) {
	plain := []chroma.Token{{Type: chroma.Text, Value: code}}
	switch {
	case lang == "yaml" || lang == "yml":
		return yamlTokens(code)
	case lang == "" || len(lang) > longestLanguage || len(code) > 64<<10:
		return plain
	}
	lexer := lexerFor(lang)
	if lexer == nil {
		return plain
	}
	// Chroma's lexers are tables of regular expressions; one that gives up
	// panics.
	defer func() {
		if recover() != nil {
			tokens = plain
		}
	}()
	iterator, err := lexer.Tokenise(&chroma.TokeniseOptions{State: "root"}, code)
	if err != nil {
		return plain
	}
	tokens = iterator.Tokens()
	n := 0
	for _, t := range tokens {
		n += len(t.Value)
	}
	if n != len(code) { // nothing may be lost or added
		return plain
	}
	return tokens
}

// longestLanguage is longer than any language's name. Chroma tries a name on
// every pattern of file names that it knows, which takes seconds for one of a
// few thousand characters.
const longestLanguage = 40

var lexerCache sync.Map // language → chroma.Lexer, nil if there is none

func lexerFor(lang string) chroma.Lexer {
	if l, ok := lexerCache.Load(lang); ok {
		return l.(found).lexer
	}
	var f found
	if l := lexers.Get(lang); l != nil {
		f.lexer = chroma.Coalesce(l)
	}
	if len(lang) < 32 {
		lexerCache.Store(lang, f)
	}
	return f.lexer
}

type found struct{ lexer chroma.Lexer }

// class returns the class of a token in chroma's style sheets, or none where it
// looks like the code around it: white space, plain text, strings, punctuation.
// They are most of a file, and a class each would double its weight.
func class(t chroma.TokenType) string {
	if t == chroma.Literal || t == chroma.LiteralDate || t.InSubCategory(chroma.LiteralString) || t.InCategory(chroma.Punctuation) {
		return ""
	}
	return family(t)
}

// family returns chroma's class of a token: of its type, or of the family that
// the type belongs to. White space and plain text have none.
func family(t chroma.TokenType) string {
	if t == chroma.Text || t == chroma.TextWhitespace {
		return ""
	}
	for _, t := range [...]chroma.TokenType{t, t.SubCategory(), t.Category()} {
		if c := chroma.StandardTypes[t]; c != "" {
			return c
		}
	}
	return ""
}
