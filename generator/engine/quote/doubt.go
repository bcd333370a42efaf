package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/generator/words"
)

const (
	farCharacters = 500 // between two parts
	reach         = 600 // bytes beside a quote in which its sentence is looked at
	leadWords     = 3   // words at most between a negation and the quote that it bears on
	reportWords   = 10  // the same, if a verb of saying or thinking, or “that”, stands between
	asideWords    = 8   // words at most of an aside between commas that is passed over
	tailWords     = 3   // words behind a quote among which a negation bears on it
	limitWords    = 10  // words behind a quote among which “but not” bears on it
)

// doubts returns what makes a reading misleading, in the order in which the
// constants stand.
func (t *Text) doubts(parts []words.Span, disorder bool) []Doubt {
	var skipsNot, cutsNot, skipsBut, cutsBut, far bool
	first, last := parts[0], parts[len(parts)-1]
	if disorder {
		for _, p := range parts {
			if p.Start < first.Start {
				first = p
			}
			if p.End > last.End {
				last = p
			}
		}
	} else {
		for i := 1; i < len(parts); i++ {
			from, to := parts[i-1].End, parts[i].Start
			n, e := skipped(t.text, from, to)
			skipsNot, skipsBut = skipsNot || n, skipsBut || e
			far = far || t.farApart(from, to)
		}
	}
	head, before := t.before(first.Start)
	tail, after := t.after(last)
	own := t.text[first.Start:last.End]
	cutsNot = deniedBefore(head, before, own) || deniedAfter(tail, after, own) || t.cutsWord(first.Start, last.End)
	cutsBut = hasException(clauseBefore(head, before)) || hasException(clauseAfter(tail, after)) || limited(own, tail, after)

	var d []Doubt
	for _, c := range []struct {
		is    bool
		doubt Doubt
	}{{skipsNot, SkipsNegation}, {cutsNot, CutsNegation}, {skipsBut, SkipsException}, {cutsBut, CutsException}, {far, FarApart}, {disorder, OutOfOrder}} {
		if c.is {
			d = append(d, c.doubt)
		}
	}
	return d
}

// farApart reports whether what lies between two parts is long, or the end of a
// paragraph.
func (t *Text) farApart(from, to int) bool {
	gap := t.text[from:to]
	if len(gap) > farCharacters && utf8.RuneCountInString(gap) > farCharacters {
		return true
	}
	for i := 0; i < len(gap); i++ {
		if c := gap[i]; (c == '\n' || c == '\r') && t.endsParagraph(from+i) {
			return true
		}
	}
	return false
}

// endsParagraph reports whether the line break at offset at ends a paragraph: a
// blank line follows, or a sentence ends there. Any other is taken for a line
// that was broken to fit.
func (t *Text) endsParagraph(at int) bool {
	rest := strings.TrimLeft(strings.TrimPrefix(t.text[at:], "\r\n"), " \t")
	if t.text[at:] != "" && !strings.HasPrefix(t.text[at:], "\r\n") {
		rest = strings.TrimLeft(t.text[at+1:], " \t")
	}
	if strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "\r") {
		return true
	}
	if next, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(next) {
		return false
	}
	return endsSentence(t.text[:at])
}

// endsSentence reports whether text ends as a sentence does.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, blanks+"\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(text)
	return r == '.' || r == '!' || r == '?' || r == '…'
}

// skipped reports whether text[from:to] holds a negation and an exception. A
// word that a part cuts is looked at as a whole: can … of “can’t”.
func skipped(text string, from, to int) (negation, exception bool) {
	const long = 40 // bytes of a word
	for n := 0; n < long && from > 0 && from < to && Inside(text, from); n++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	for n := 0; n < long && to < len(text) && from < to && Inside(text, to); n++ {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
	}
	gap := text[from:to]
	tokens := words.Tokens(gap)
	for i, t := range tokens {
		if t.Kind != words.Word {
			continue
		}
		negation = negation || negates(gap, tokens, i) || denies(gap, tokens, i, "to") && reaches(gap, tokens[i+1:])
		exception = exception || excepts(gap, tokens, i)
	}
	return negation, exception
}

// reaches reports whether no mark parts a verb from what follows the tokens
// behind it.
func reaches(text string, tokens []words.Token) bool {
	for _, t := range tokens {
		if t.Kind == words.Punct && !isQuotationMark(text[t.Start:t.End]) {
			return false
		}
	}
	return len(tokens) <= reportWords
}

// cutsWord reports whether a passage cuts off a part of a word that denies: the
// head of illegal, the end of can’t.
func (t *Text) cutsWord(start, end int) bool {
	if Inside(t.text, start) {
		from := start
		for from > 0 && Inside(t.text, from) && start-from < 8 {
			_, size := utf8.DecodeLastRuneInString(t.text[:from])
			from -= size
		}
		switch strings.ToLower(strings.TrimRight(t.text[from:start], "-‐‑")) {
		case "un", "in", "im", "il", "ir", "dis", "non":
			return true
		}
	}
	if Inside(t.text, end) {
		rest := strings.ToLower(t.text[end:min(len(t.text), end+8)])
		for _, ending := range []string{"n't", "n’t", "'t", "’t", "t", "not"} {
			if strings.HasPrefix(rest, ending) && !Inside(t.text, end+len(ending)) {
				word := strings.ToLower(t.text[max(0, end-8):end] + ending)
				return ending == "not" && strings.HasSuffix(word, "cannot") || strings.HasSuffix(word, "'t") || strings.HasSuffix(word, "’t")
			}
		}
	}
	return false
}

// before returns the text of the sentence before offset at, and its tokens.
func (t *Text) before(at int) (string, []words.Token) {
	from := runeStart(t.text, max(0, at-reach))
	s := t.text[from:at]
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if r == '\n' && t.endsParagraph(from+i-1) || stopsSentence(s, i-size, r) {
			s = s[i:]
			break
		}
		i -= size
	}
	return s, words.Tokens(s)
}

// after returns the text of the sentence behind a passage; "" if the passage
// ends it.
func (t *Text) after(p words.Span) (string, []words.Token) {
	if endsSentence(t.text[p.Start:p.End]) {
		return "", nil
	}
	to := runeStart(t.text, min(len(t.text), p.End+reach))
	s := t.text[p.End:max(p.End, to)]
	for i, r := range s {
		if r == '\n' && t.endsParagraph(p.End+i) || stopsSentence(s, i, r) {
			s = s[:i]
			break
		}
	}
	return s, words.Tokens(s)
}

// stopsSentence reports whether the rune r at offset i of s ends a sentence. A
// stop behind an initial or a title does not.
func stopsSentence(s string, i int, r rune) bool {
	switch r {
	case '!', '?':
	case '.':
		word := s[strings.LastIndexAny(s[:i], " \n\t(“\"")+1 : i]
		switch word {
		case "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Sgt", "Capt", "Rep", "Sen", "Gov", "Rev", "St", "Jr", "Sr", "vs":
			return false
		case "No", "Nos":
			if rest := strings.TrimLeft(s[i+1:], blanks); rest != "" && '0' <= rest[0] && rest[0] <= '9' {
				return false
			}
		}
		if r, size := utf8.DecodeRuneInString(word); size == len(word) && unicode.IsUpper(r) || strings.Contains(word, ".") {
			return false
		}
	default:
		return false
	}
	rest := strings.TrimLeft(s[i+1:], "\"'”’»)]")
	return rest == "" || startsBlank(rest)
}

// deniedBefore reports whether a negation at the end of s bears on the quote
// own behind it: few words and no mark of punctuation between them, or a few more
// and a verb of saying or thinking. An aside between commas is passed over.
func deniedBefore(s string, tokens []words.Token, own string) bool {
	n, most := 0, leadWords
	that := false // “that” stands between
	subject := opensClause(own)
	word := func(i int) string { return strings.ToLower(s[tokens[i].Start:tokens[i].End]) }
	for i := len(tokens) - 1; i >= 0 && n <= reportWords; i-- {
		w := word(i)
		if tokens[i].Kind == words.Punct {
			if isQuotationMark(w) {
				continue
			}
			if w == "," && n == 1 && word(i+1) == "ever" {
				continue // never, ever
			}
			if w != "," || n > 0 && !that {
				return false
			}
			open := asideBefore(s, tokens, i)
			if open <= 0 {
				return false
			}
			i = open
			continue
		}
		if n > most {
			// Too far, unless it is the subject of which the quote tells: none of the
			// families has yet …
			switch w {
			case "none", "nobody", "neither", "no":
				if !subject && (i == 0 || isQuotationMark(word(i-1))) {
					return true
				}
			}
		}
		switch {
		case n > most && !that:
		case assures(s, tokens, i):
			return false
		case negates(s, tokens, i), denies(s, tokens, i, own):
			return true
		case that && (disputes(w) || n < leadWords && (w == "little" || w == "few")),
			w == "far" && n == 1 && word(i+1) == "from" && !subject && !opensThing(own):
			return true
		}
		switch w {
		case "when", "while", "because", "although", "though", "since", "if", "where", "who", "which", "after", "before", "until", "as":
			// Another clause, unless it is the one denied: not because …
			return i > 0 && negates(s, tokens, i-1)
		case "but":
			return false
		case "and", "or":
			if subject || that {
				return false
			}
		case "that":
			that, most = true, reportWords
		default:
			if n == 0 && reports(w) {
				most = reportWords
			}
		}
		n++
	}
	return false
}

// asideBefore returns the token of the comma that opens the aside which the comma
// at token i closes, or -1.
func asideBefore(s string, tokens []words.Token, i int) int {
	for k := i - 1; k >= 0 && k >= i-asideWords-1; k-- {
		if tokens[k].Kind == words.Punct {
			if s[tokens[k].Start:tokens[k].End] == "," {
				return k
			}
			return -1
		}
	}
	return -1
}

// opensClause reports whether a quote begins as a clause of its own does, with
// its subject.
func opensClause(own string) bool {
	own = strings.TrimLeft(own, "\"'“‘«([ ")
	if r, _ := utf8.DecodeRuneInString(own); unicode.IsUpper(r) {
		return true
	}
	tokens := words.Tokens(own[:runeStart(own, min(len(own), 40))])
	if len(tokens) == 0 {
		return false
	}
	switch own[tokens[0].Start:tokens[0].End] {
	case "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "we", "they", "you", "there", "his", "her", "its", "our", "their", "my", "your":
		return len(tokens) > 3
	}
	return false
}

// opensThing reports whether a quote begins with an article or the like: a thing
// that one may be far from.
func opensThing(own string) bool {
	first, _, _ := strings.Cut(strings.ToLower(strings.TrimLeft(own, "\"'“‘«([ ")), " ")
	switch first {
	case "the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my", "any", "all", "where", "here", "home":
		return true
	}
	return false
}

// reports and disputes tell verbs that say or think something, and verbs that
// say that something is not so.
func reports(word string) bool {
	switch word {
	case "say", "says", "said", "saying", "believe", "believes", "believed", "think", "thinks", "thought", "claim", "claims", "claimed",
		"suggest", "suggests", "suggested", "argue", "argues", "argued", "know", "knows", "knew", "mean", "means", "meant", "show", "shows", "showed",
		"prove", "proves", "proved", "admit", "admits", "admitted", "agree", "agrees", "agreed", "accept", "accepts", "accepted", "expect", "expects", "expected", "whether", "how":
		return true
	}
	return false
}

func disputes(word string) bool {
	switch word {
	case "dismiss", "dismisses", "dismissed", "dismissing", "reject", "rejects", "rejected", "rejecting", "refute", "refutes", "refuted", "refuting",
		"dispute", "disputes", "disputed", "disputing", "rebut", "rebutted", "rebuffed", "contradicted", "disproved", "myth", "lie", "denial", "denials", "hoax",
		"wrong", "incorrect", "mistaken", "nonsense", "absurd", "ridiculous":
		return true
	}
	return false
}

// assures reports a negation that affirms: no doubt that, there is no question.
func assures(s string, tokens []words.Token, i int) bool {
	if i < 1 {
		return false
	}
	switch strings.ToLower(s[tokens[i].Start:tokens[i].End]) {
	case "doubt", "doubts", "question", "wonder", "denying":
		switch strings.ToLower(s[tokens[i-1].Start:tokens[i-1].End]) {
		case "no", "without", "little":
			return true
		}
	}
	return false
}

func auxiliary(word string) bool {
	switch strings.ToLower(word) {
	case "is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must":
		return true
	}
	return false
}

// deniedAfter reports whether a negation stands at the beginning of s, which
// follows the quote own, or what the quote says is limited soon: but not for
// children.
func deniedAfter(s string, tokens []words.Token, own string) bool {
	word := func(i int) string {
		if i >= len(tokens) {
			return ""
		}
		return strings.ToLower(s[tokens[i].Start:tokens[i].End])
	}
	n := 0
	near := true
	before := own[strings.LastIndexAny(own, " \n\u00a0")+1:]
	for i := range tokens {
		if tokens[i].Kind == words.Punct {
			if !isQuotationMark(word(i)) {
				near = false
			}
			if word(i) == ";" {
				return false
			}
			continue
		}
		if near && n < tailWords && negates(s, tokens, i) {
			return true
		}
		switch word(i) {
		case "false", "untrue", "lie", "myth", "wrong", "incorrect":
			if before := word(max(0, i-1)); n < tailWords && (before == "is" || before == "was" || before == "a" || before == "are" || before == "were") {
				return true
			}
		case "but", "though", "although", "just", "albeit", "only", "yet":
			k := i + 1
			switch word(k) {
			case "certainly", "definitely", "probably", "perhaps", "just", "only":
				k++
			}
			if (word(k) == "not" || word(k) == "never") && negates(s, tokens, k) {
				return true
			}
		}
		if word(i) == "not" && i > 0 && word(i-1) == "," && auxiliary(before) {
			return true // will, he said, not
		}
		if n++; n >= limitWords {
			return false
		}
	}
	return false
}

// clauseBefore and clauseAfter leave out what stands beyond a semicolon, or
// beyond “, and”: an exception there is another statement's.
func clauseBefore(s string, tokens []words.Token) (string, []words.Token) {
	for i := len(tokens) - 1; i >= 0; i-- {
		if partsClauses(s, tokens, i) {
			return s, tokens[i+1:]
		}
	}
	return s, tokens
}

func clauseAfter(s string, tokens []words.Token) (string, []words.Token) {
	for i := range tokens {
		if partsClauses(s, tokens, i) {
			return s, tokens[:i]
		}
	}
	return s, tokens
}

func partsClauses(s string, tokens []words.Token, i int) bool {
	switch s[tokens[i].Start:tokens[i].End] {
	case ";":
		return true
	case ",":
		return nextWord(s, tokens, i) == "and"
	}
	return false
}

// limited reports a quote that denies, and behind it until when: no one may
// leave / until the test is done.
func limited(own, tail string, after []words.Token) bool {
	if len(after) == 0 {
		return false
	}
	switch strings.ToLower(tail[after[0].Start:after[0].End]) {
	case "until", "till", "before":
		return denials(own) > 0
	}
	return false
}

func hasException(s string, tokens []words.Token) bool {
	for i := range tokens {
		if excepts(s, tokens, i) {
			return true
		}
	}
	return false
}

func isQuotationMark(s string) bool {
	switch s {
	case "\"", "'", "''", "``", "“", "”", "„", "‘", "’", "«", "»", "(", "[":
		return true
	}
	return false
}

// negates reports whether token i denies. “not only” adds, it does not deny;
// “No 10” and “No. 5” are numbers.
func negates(text string, tokens []words.Token, i int) bool {
	word := text[tokens[i].Start:tokens[i].End]
	switch strings.ToLower(word) {
	case "not":
		switch nextWord(text, tokens, i) {
		case "only", "just", "merely", "simply", "least":
			return false
		}
		return true
	case "no":
		if i+1 < len(tokens) && tokens[i+1].Kind == words.Number && word == "No" {
			return false
		}
		if i+2 < len(tokens) && tokens[i+2].Kind == words.Number && text[tokens[i+1].Start:tokens[i+1].End] == "." {
			return false
		}
		switch nextWord(text, tokens, i) {
		case "doubt", "wonder", "question":
			return false
		}
		return true
	case "never", "none", "nobody", "nothing", "neither", "nor", "nowhere", "cannot", "without", "hardly", "scarcely", "barely", "rarely", "seldom", "n't", "n’t":
		return true
	}
	for _, end := range []string{"n't", "n’t", "N'T", "N’T"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// denies reports a verb or adjective that denies what follows it: the next tokens,
// and behind the last of them the text rest.
func denies(text string, tokens []words.Token, i int, rest string) bool {
	next := ""
	if w := strings.ToLower(text[tokens[i].Start:tokens[i].End]); w == "ruled" || w == "rules" || w == "rule" || w == "ruling" {
		return nextWord(text, tokens, i) == "out"
	}
	switch strings.ToLower(text[tokens[i].Start:tokens[i].End]) {
	case "deny", "denies", "denied", "denying", "refuse", "refuses", "refused", "refusing", "false", "untrue", "unable", "unlikely",
		"doubt", "doubts", "doubted", "doubtful", "lack", "lacks", "lacked", "lacking":
		return !assures(text, tokens, i)
	case "fail", "fails", "failed", "failing", "decline", "declines", "declined", "declining", "neglected", "failure", "refusal", "inability":
		next = "to"
	default:
		return false
	}
	for k := i + 1; k < len(tokens) && k < i+4; k++ {
		if strings.EqualFold(text[tokens[k].Start:tokens[k].End], next) {
			return true
		}
	}
	return i+1 == len(tokens) && StartsWith(rest, next)
}

// excepts reports whether token i begins an exception.
func excepts(text string, tokens []words.Token, i int) bool {
	if tokens[i].Kind != words.Word {
		return false
	}
	next := nextWord(text, tokens, i)
	before := ""
	if i > 0 {
		before = strings.ToLower(text[tokens[i-1].Start:tokens[i-1].End])
	}
	switch strings.ToLower(text[tokens[i].Start:tokens[i].End]) {
	case "unless", "except", "excepting", "barring", "excluding":
		return true
	case "only":
		switch next {
		case "if", "when", "after", "once", "under":
			return true
		}
	case "if":
		return next == "and" && i+2 < len(tokens) && strings.EqualFold(text[tokens[i+2].Start:tokens[i+2].End], "only")
	case "other":
		return next == "than"
	case "apart", "aside":
		return next == "from"
	case "provided", "providing":
		switch next {
		case "that", "he", "she", "they", "we", "there":
			return true
		}
		return isDash(before) || before == ","
	case "save":
		return next == "for"
	case "bar":
		return before == "," && next != "and"
	case "exception", "exceptions":
		if next == "of" {
			return true
		}
		for k := max(0, i-3); k < i; k++ {
			if strings.EqualFold(text[tokens[k].Start:tokens[k].End], "with") {
				return true
			}
		}
	case "long":
		if i > 1 && before == "as" {
			switch strings.ToLower(text[tokens[i-2].Start:tokens[i-2].End]) {
			case "is", "was", "are", "were", "be", "been", "twice", "half", "almost", "nearly", "lasted", "lasts":
				return false // it was as long as the road
			}
		}
		return next == "as" && (before == "as" || before == "so")
	case "condition":
		return next == "that"
	case "but":
		switch before {
		case "all", "everyone", "everybody", "everything", "nothing", "nobody", "none", "anything":
			return true
		}
		return next == "one" || next == "for"
	}
	return false
}

func isDash(s string) bool { return s == "–" || s == "—" || s == "-" || s == "--" }

func nextWord(text string, tokens []words.Token, i int) string {
	if i+1 >= len(tokens) {
		return ""
	}
	return strings.ToLower(text[tokens[i+1].Start:tokens[i+1].End])
}
