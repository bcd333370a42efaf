package collate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/words"
)

// A token is one unit of alignment: text[start:end] of its witness, in bytes.
// It is finer than words.Token where two words are written as one (didn’t is
// did + n’t) and coarser where a stop belongs to the word (Dr.).
type token struct {
	start, end int
	word       int32 // index into the vocabulary
	saying     int16 // the group of phrases it belongs to, that another wording has as well; 0 none
	class      class // of this occurrence: what begins a sentence may be no name
	glued      bool  // no white space between it and the token before, and both are parts of one word
}

// A wording is a witness made ready: its tokens, without elision marks.
type wording struct {
	text   string
	tokens []token
	// cuts[k] reports that the witness elides words before tokens[k];
	// cuts[len(tokens)] that it breaks off after the last.
	cuts    []bool
	sayings []saying
	units   []unit   // found in the tokens
	fine    *wording // the same with a token for each word; nil if this is it
}

// class is a set of the properties of a token that decide what it may be
// aligned with and what kind a difference in it is.
type class uint16

const (
	punct       class = 1 << iota // a mark
	function                      // article, preposition, pronoun, auxiliary, conjunction
	number                        // a figure, in digits or words
	name                          // a proper name
	date                          // weekday, month, year, clock time
	negation                      // not, no, never, without …
	reversal                      // a word that denies by its meaning: refuse, fail, deny
	wordlike                      // has a letter or digit
	capital                       // written with a capital
	opening                       // the first word of a sentence or of a quotation
	compact                       // a date or number of several words, as one token
	quantity                      // says how many without a figure: several, dozens
	designation                   // stands for a person or body: an office, a pronoun, the government
	timeWord                      // day, week, spring, morning
	measure                       // mile, tonne
	affirmation                   // admit, agree: what a reversal is the opposite of
)

func (c class) has(d class) bool { return c&d != 0 }

// content reports a word that carries meaning of its own.
func (c class) content() bool { return c&(punct|function) == 0 }

// read splits a witness into tokens and elision marks.
func (v *vocabulary) read(text string) *wording {
	raw := words.Tokens(text)
	w := &wording{text: text, tokens: make([]token, 0, len(raw)+4), cuts: make([]bool, 0, len(raw)+5)}
	cut := false
	fresh := true // the next word opens a sentence or quotation
	open := false // inside straight quotation marks
	shouting := shouts(text)
	add := func(start, end int, kind words.Kind) {
		t := token{start: start, end: end}
		if n := len(w.tokens); n > 0 && w.tokens[n-1].end == start {
			prev := &v.lexemes[w.tokens[n-1].word]
			t.glued = kind != words.Punct && prev.class.has(wordlike)
		}
		t.word = v.intern(text[start:end], kind, shouting)
		t.class = v.lexemes[t.word].class
		if t.class.has(wordlike) {
			r, _ := utf8.DecodeRuneInString(text[start:end])
			if unicode.IsUpper(r) && !shouting {
				t.class |= capital
			}
			if fresh {
				t.class |= opening
			}
			fresh = false
		} else {
			switch text[start:end] {
			case ".", "!", "?", ":", "“", "‘", "«", "„":
				fresh = true
			case "\"", "''", "'", "``":
				// An opening one, unless it closes on the word before.
				open = !open
				if start > 0 && text[start-1] > ' ' || end < len(text) && text[end] > ' ' {
					open = start == 0 || text[start-1] <= ' ' || text[start-1] == '('
				}
				fresh = fresh || open
			}
		}
		w.tokens = append(w.tokens, t)
		w.cuts = append(w.cuts, cut)
		cut = false
	}
	for i := 0; i < len(raw); i++ {
		t := raw[i]
		if n := elision(text, raw[i:]); n > 0 {
			cut, fresh = true, true
			i += n - 1
			continue
		}
		switch t.Kind {
		case words.Word:
			end := t.End
			if i+1 < len(raw) && raw[i+1].Start == end && text[end] == '.' && raw[i+1].End == end+1 && stopBelongs(text[t.Start:end]) {
				end++
				i++
			}
			from := t.Start
			for _, at := range clitics(text[t.Start:end]) {
				add(from, t.Start+at, words.Word)
				from = t.Start + at
			}
			add(from, end, words.Word)
		case words.Number:
			// A dash between two numbers is written as a hyphen as well: 2019–20.
			end := t.End
			if i+2 < len(raw) && raw[i+1].Start == end && raw[i+2].Start == raw[i+1].End && raw[i+2].Kind == words.Number && text[end:raw[i+1].End] == "–" {
				end = raw[i+2].End
				i += 2
			}
			add(t.Start, end, words.Number)
		case words.Punct:
			// A clitic written apart: it 's, do n't.
			if i+1 < len(raw) && raw[i+1].Start == t.End && raw[i+1].Kind == words.Word &&
				isApostrophe(text[t.Start:t.End]) && isClitic(text[raw[i+1].Start:raw[i+1].End]) &&
				(t.Start == 0 || !strings.HasPrefix(text[t.Start:], "''")) {
				add(t.Start, raw[i+1].End, words.Word)
				i++
				continue
			}
			add(t.Start, t.End, t.Kind)
		default:
			add(t.Start, t.End, t.Kind)
		}
	}
	if len(w.tokens) == 0 {
		// Nothing but an elision mark, or what cannot be seen: it is the text.
		if from, to := trim(text, 0, len(text)); from < to {
			add(from, to, words.Punct)
			w.cuts[0], cut = true, true
		}
	}
	w.cuts = append(w.cuts, cut)
	w.sayings = v.sayings(w)
	return w
}

// elision returns how many of the tokens at the head of raw make up an elision
// mark: … ... [...] (…), or 0.
func elision(text string, raw []words.Token) int {
	mark := func(t words.Token) bool {
		s := text[t.Start:t.End]
		return s == "…" || len(s) >= 3 && strings.Trim(s, ".") == "" || len(s) > 3 && strings.Trim(s, "…") == ""
	}
	if mark(raw[0]) {
		return 1
	}
	if len(raw) >= 3 && mark(raw[1]) {
		open, end := text[raw[0].Start:raw[0].End], text[raw[2].Start:raw[2].End]
		if open == "[" && end == "]" || open == "(" && end == ")" {
			return 3
		}
	}
	return 0
}

func isApostrophe(s string) bool { return s == "'" || s == "’" || s == "ʼ" }

func isClitic(s string) bool {
	switch s {
	case "s", "S", "re", "ve", "ll", "d", "m", "t":
		return true
	}
	return false
}

// clitics returns where to cut a word such as don't, it’s, they'll: the offset
// of each clitic.
func clitics(word string) []int {
	at := strings.LastIndexAny(word, "'’ʼ")
	if at <= 0 || len(word) > 40 {
		return nil
	}
	_, size := utf8.DecodeRuneInString(word[at:])
	if size == 1 && word[at] != '\'' { // a byte inside another rune
		r, _ := utf8.DecodeLastRuneInString(word[:at+1])
		if r == utf8.RuneError {
			return nil
		}
	}
	switch strings.ToLower(word[at+size:]) {
	case "t":
		if at >= 2 && (word[at-1] == 'n' || word[at-1] == 'N') && !strings.EqualFold(word[:at], "can") {
			return []int{at - 1}
		}
		return []int{at}
	case "s", "re", "ve", "ll", "d", "m":
		return []int{at}
	}
	return nil
}

// stopBelongs reports whether the full stop written directly after word is
// part of it.
func stopBelongs(word string) bool {
	if len(word) == 1 && 'A' <= word[0] && word[0] <= 'Z' {
		return word != "I"
	}
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Sgt", "Capt", "Maj", "Cmdr", "Rep", "Sen", "Gov", "Rev", "Hon",
		"St", "Mt", "Jr", "Sr", "vs", "Inc", "Ltd", "Corp", "Bros", "Co", "Jan", "Feb", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// shouts reports a text in capitals, where a capital says nothing.
func shouts(text string) bool {
	upper, lower := 0, 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	return upper > 3*lower
}
