package quotation

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"crosscheck/generator/words"
)

// A Saying is a verb of saying, or according to, outside quotation marks.
type Saying struct {
	Start, End int // the verb
	Lemma      string
	Class      Class
	Speaker    Speaker

	Sentence words.Span // of the text around it, quotations included
	clause   bool       // what follows is a clause that is said
	trails   bool       // what is said comes before: …, the mayor insisted
}

// An item is a word, mark or whole quotation of a paragraph.
type item struct {
	start, end int
	kind       itemKind
	quotation  int    // index
	lower      string // of a word
	capital    bool
	stop       bool // a sentence ends here
	first      int  // item with which its sentence begins
}

type itemKind uint8

const (
	wordItem itemKind = iota
	numberItem
	punctItem
	quoteItem
)

// A reader attributes the quotations of one paragraph after the other.
type reader struct {
	t     *Text
	next  int // the first quotation not yet given to a paragraph
	items []item
	runs  []run // names met so far, in the order of the text
}

// longestAside is how many items an apposition has at most.
const longestAside = 32

// longestName is how many words a name has at most, full stops included.
const longestName = 10

// A run is a name of capitals outside quotation marks.
type run struct {
	speaker Speaker
	aside   bool // behind a preposition: of Cinco de Mayo, in Buenos Aires
}

// said is a saying on its way.
type said struct {
	Saying
	verb      int // item
	subject   int // first item of the speaker; -1
	after     int // item of the quotation that it follows directly; -1
	vague     bool
	bound     bool
	denied    bool // nobody said it, or so the text has it
	paragraph int
}

func attribute(t *Text, paragraphs []words.Span) {
	r := &reader{t: t}
	var all []said
	for n, p := range paragraphs {
		r.read(p)
		if len(r.items) == 0 {
			continue
		}
		r.names()
		found := r.sayings(n)
		r.bind(found, len(all))
		all = append(all, found...)
	}
	r.resolve(all)
	// Vague verbs that bring nothing in are left out.
	to := make([]int, len(all))
	for i, s := range all {
		to[i] = -1
		if !s.denied && (s.bound || !s.vague || s.clause || s.trails) {
			to[i] = len(t.Sayings)
			t.Sayings = append(t.Sayings, s.Saying)
		}
	}
	for i := range t.Quotations {
		q := &t.Quotations[i]
		if q.Saying >= 0 {
			q.Saying = to[q.Saying]
		}
		// A quotation that never closes ends at the latest where its speaker is
		// named.
		if q.Closed || q.Continues || i+1 >= len(t.Quotations) || t.Quotations[i+1].Saying < 0 {
			continue
		}
		s := t.Sayings[to[t.Quotations[i+1].Saying]]
		begin := s.Start
		if s.Speaker.End > 0 {
			begin = min(begin, s.Speaker.Start)
		}
		if q.Inner.Start < begin && begin < q.End {
			q.Inner.End = q.Inner.Start + len(strings.TrimRight(t.text[q.Inner.Start:begin], " "))
			q.Saying = to[t.Quotations[i+1].Saying]
		}
	}
}

// read splits a paragraph into items.
func (r *reader) read(p words.Span) {
	r.items = r.items[:0]
	qs := r.t.Quotations
	text := r.t.text
	for r.next < len(qs) && qs[r.next].End <= p.Start {
		r.next++
	}
	at := p.Start
	if r.next > 0 { // a quotation that runs on into this paragraph
		for i := r.next - 1; i >= 0 && i >= r.next-3; i-- {
			if q := qs[i]; q.Closed && q.Start < p.Start && q.End > at {
				at = min(q.End, p.End)
			}
		}
	}
	plain := func(from, to int) {
		for _, k := range words.Tokens(text[from:to]) {
			it := item{start: from + k.Start, end: from + k.End}
			w := text[it.start:it.end]
			switch k.Kind {
			case words.Word:
				it.lower, it.capital = strings.ToLower(w), capital(w)
			case words.Number:
				it.kind = numberItem
			default:
				it.kind = punctItem
			}
			r.items = append(r.items, it)
		}
	}
	for r.next < len(qs) && qs[r.next].Start < p.End {
		q := qs[r.next]
		if q.Start < at || !q.Closed && !q.Continues { // inside another, or of unknown length
			r.next++
			continue
		}
		plain(at, q.Start)
		r.items = append(r.items, item{start: q.Start, end: q.End, kind: quoteItem, quotation: r.next})
		at = min(q.End, p.End)
		r.next++
		for r.next < len(qs) && qs[r.next].Start < q.End {
			r.next++
		}
	}
	plain(at, p.End)
	first := 0
	for i := range r.items {
		r.items[i].stop, r.items[i].first = r.ends(i), first
		if r.items[i].stop {
			first = i + 1
		}
	}
}

func (r *reader) mark(i int, any string) bool {
	return i >= 0 && i < len(r.items) && r.items[i].kind == punctItem && strings.Contains(any, r.t.text[r.items[i].start:r.items[i].end])
}

func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.items) || r.items[i].kind != wordItem {
		return ""
	}
	return r.items[i].lower
}

// ends reports whether a sentence ends with item i.
func (r *reader) ends(i int) bool {
	it := r.items[i]
	if i+1 == len(r.items) {
		return true
	}
	next := r.items[i+1]
	switch it.kind {
	case quoteItem:
		q := r.t.Quotations[it.quotation]
		if !strings.HasSuffix(strings.TrimRight(r.t.text[q.Inner.Start:q.Inner.End], " "), ".") {
			return false
		}
		return next.kind == quoteItem || next.capital
	case punctItem:
		c := r.t.text[it.start]
		if c != '.' && c != '!' && c != '?' {
			return false
		}
		if next.kind == wordItem && !next.capital || next.kind == punctItem {
			return false
		}
		return c != '.' || !r.abbreviated(i)
	}
	return false
}

// abbreviated reports whether the full stop at item i only shortens a word.
func (r *reader) abbreviated(i int) bool {
	if i == 0 || r.items[i-1].end != r.items[i].start || r.items[i-1].kind != wordItem {
		return false
	}
	w := r.t.text[r.items[i-1].start:r.items[i-1].end]
	if utf8.RuneCountInString(w) == 1 {
		return w != "I"
	}
	switch w {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Sgt", "Capt", "Maj", "Cmdr", "Adm", "Rep", "Sen", "Gov", "Rev", "Hon", "St", "Mt", "Jr", "Sr", "No", "Inc", "Ltd", "Co", "Corp", "vs":
		return true
	}
	return false
}

// sentence returns the items of the sentence around item i.
func (r *reader) sentence(i int) (from, to int) {
	to = i + 1
	for to < len(r.items) && !r.items[to-1].stop {
		to++
	}
	return r.items[i].first, to
}

// sayings finds the verbs of saying of the paragraph.
func (r *reader) sayings(paragraph int) []said {
	var found []said
	from, to := 0, 0
	for i, it := range r.items {
		if i >= to {
			from, to = r.sentence(i)
		}
		if it.kind != wordItem {
			continue
		}
		s := said{verb: i, subject: -1, after: -1, paragraph: paragraph}
		s.Start, s.End = it.start, it.end
		s.Sentence = words.Span{Start: r.items[from].start, End: r.items[to-1].end}
		if it.lower == "according" && r.word(i+1) == "to" {
			s.Lemma, s.Class, s.End = "according to", Neutral, r.items[i+1].end
			s.Speaker, _ = r.following(i+2, to)
			if r.quoteBefore(i) >= 0 {
				s.after = r.quoteBefore(i)
			}
			s.clause = true
			found = append(found, s)
			continue
		}
		v, ok := verbs[it.lower]
		if !ok || it.capital {
			continue
		}
		if !r.speaks(i, from, v) || v.lemma == "hit" && r.word(i+1) != "back" {
			continue
		}
		s.Lemma, s.Class, s.vague = v.lemma, v.class, v.vague
		if v.lemma == "think" || v.lemma == "feel" || v.lemma == "believe" || v.lemma == "hope" || v.lemma == "fear" || v.lemma == "expect" {
			s.vague = true
		}
		prior := r.quoteBefore(i)
		switch {
		case v.form == ing:
			s.Speaker, s.subject = r.participle(i, from, found)
		case prior >= 0 && prior >= from-1 && !r.mark(i+1, ",:"): // “…,” said the mayor
			s.Speaker, _ = r.following(i+1, to)
			s.after = prior
		default:
			s.Speaker, s.subject = r.preceding(i, from)
			if w := r.word(i - 1); s.subject < 0 && (w == "and" || w == "but") && len(found) > 0 && found[len(found)-1].verb >= from {
				s.Speaker = found[len(found)-1].Speaker // said … and added
				s.denied = found[len(found)-1].denied
			}
			if s.subject < 0 && s.Speaker.End == 0 && (v.vague || v.form == base) {
				continue
			}
			if s.subject >= 0 {
				s.after = r.quoteBefore(s.subject)
			}
			if s.after >= 0 && s.after < from-1 {
				s.after = -1
			}
		}
		s.denied = s.denied || r.denied(&s, from, v.form)
		s.clause = r.saysClause(i, to)
		if w := r.word(i + 1); !v.vague && v.lemma != "tell" && w != "" && i+1 < to && (!isLimit(w) || w == "it" || w == "there") {
			s.clause = true // said up to 40 homes stand empty
		}
		s.trails = s.subject > from && r.mark(s.subject-1, ",") && !s.clause && (!v.vague || i+1 == to || r.mark(i+1, ".,;"))
		found = append(found, s)
	}
	return found
}

// quoteBefore returns the item of the quotation that stands directly before
// item i, a comma or dash between them at most; -1 if there is none.
func (r *reader) quoteBefore(i int) int {
	i--
	if r.mark(i, ",–—-") {
		i--
	}
	if i >= 0 && r.items[i].kind == quoteItem {
		return i
	}
	return -1
}

// speaks reports whether the form of a verb at item i tells that somebody says
// something: not a noun, a passive, a denial of saying, an intention to say.
func (r *reader) speaks(i, from int, v verb) bool {
	before := i - 1
	for before >= from && r.items[before].kind == wordItem && isAdverb(r.items[before].lower) && !isNegative(r.items[before].lower) {
		before--
	}
	w := ""
	if before >= from {
		w = r.word(before)
	}
	if isNegative(w) {
		return false
	}
	if v.noun && v.form == present && w != "he" && w != "she" && w != "it" && w != "who" && !isRole(w) && (w == "" || !r.items[before].capital || isDeterminer(w)) {
		return false // his claims, raised hopes
	}
	if v.noun && v.form == base && !isPronoun(w) {
		return false
	}
	switch v.form {
	case past:
		if isBe(w) || isDeterminer(w) && v.lemma != "say" && v.lemma != "tell" && !isPronoun(w) || w == "said" {
			return false
		}
		if isHave(w) {
			return !isNegative(r.word(before-1)) && !isModal(r.word(before-1))
		}
		if w == "as" {
			return false // as reported, as expected
		}
	case base:
		switch {
		case w == "to":
			return r.word(before-1) == "on" || strings.HasPrefix(r.word(before-1), "continue")
		case isPronoun(w) && w != "he" && w != "she" && w != "it":
			return true
		case isModal(w) || isFinite(w):
			return false
		}
		return before >= from && r.items[before].kind == wordItem && (before == from || !r.items[before].capital) && (strings.HasSuffix(w, "s") || w == "people" || w == "police" || w == "media")
	case ing:
		if w == "of" || w == "for" || w == "from" || w == "by" || w == "without" || w == "in" || w == "worth" || w == "before" {
			return false
		}
		if isDeterminer(w) {
			return false
		}
		if v.lemma == "report" || v.lemma == "post" || v.lemma == "think" || v.lemma == "feel" || v.lemma == "read" || v.lemma == "begin" {
			return false
		}
	}
	return true
}

// denied reports whether a sentence that begins at from tells that a speaker did
// not say it, or leaves it open: neither he nor she said, denied that he said,
// no evidence that he said, whether he said.
func (r *reader) denied(s *said, from int, form tenseForm) bool {
	if s.Speaker.Start >= s.End { // said neither he nor she
		return r.nobody(s.verb + 1)
	}
	subject := s.subject
	if subject < 0 { // denied saying
		subject = s.verb
	} else if r.nobody(subject) {
		return true
	}
	before := subject - 1
	for before >= from && (isHave(r.word(before)) || isAdverb(r.word(before)) && !isNegative(r.word(before))) {
		before--
	}
	if before < from {
		return false
	}
	w := r.word(before)
	switch {
	case w == "whether", w == "if", r.nobody(before), r.denies(before):
		return true
	case form == base && (w == "did" || w == "does" || w == "do"):
		return true // nor did the ministers say
	case w != "that":
		return false
	}
	for i := before - 1; i >= from && before-i <= 12 && r.items[i].kind == wordItem; i-- {
		switch w := r.word(i); {
		case isNegative(w), r.denies(i), w == "no", w == "false", w == "untrue", w == "denial", w == "denials":
			return true
		}
	}
	return false
}

// denies reports whether item i is a verb of denying: not a dispute, and nothing
// that was rejected.
func (r *reader) denies(i int) bool {
	v := verbs[r.word(i)]
	return v.class == Deny && !(v.noun && (v.form == base || v.form == present)) && !isBe(r.word(i-1)) && !isDeterminer(r.word(i-1))
}

// nobody reports whether item i begins the words for nobody. No 10 is somebody.
func (r *reader) nobody(i int) bool {
	switch r.word(i) {
	case "nobody", "none", "neither", "nor":
		return true
	case "no":
		return r.word(i+1) != ""
	}
	return false
}

// saysClause reports whether a clause with a verb of its own follows a verb:
// claimed his party was dedicated, but not claimed 30 lives.
func (r *reader) saysClause(i, to int) bool {
	if r.word(i+1) == "that" {
		return true
	}
	for j := i + 1; j < to && j <= i+9; j++ {
		it := r.items[j]
		if it.kind == punctItem || it.kind == quoteItem {
			return false
		}
		switch w := it.lower; {
		case w == "that" && j <= i+4: // told reporters that
			return true
		case w == "that", w == "which", w == "who", w == "as", w == "after", w == "when":
			return false
		case j > i+1 && isFinite(w):
			return true
		}
	}
	return false
}

// preceding reads the speaker before the verb at item i, within a sentence that
// begins at from. It returns the item with which the speaker begins, -1 if
// there is none.
func (r *reader) preceding(i, from int) (Speaker, int) {
	j := i - 1
	back := func() {
		for j >= from {
			w := r.word(j)
			switch {
			case w != "" && (isAdverb(w) || isHave(w)) && !r.items[j].capital:
				j--
			case j-1 >= from && r.word(j-1) == "on" && isBody(w) && r.items[j].capital: // on Sunday
				j -= 2
			default:
				return
			}
		}
	}
	back()
	aside := words.Span{}
	for n := 0; ; n++ {
		if r.mark(j, ",)") { // an apposition, or for his part
			k := j - 1
			for k >= from && !r.mark(k, ",(") && r.items[k].kind != quoteItem && j-k < longestAside {
				k--
			}
			if k < from || !r.mark(k, ",(") {
				return Speaker{}, -1
			}
			aside = words.Span{Start: k + 1, End: j}
			j = k - 1
			back()
		}
		if j < from {
			return Speaker{}, -1
		}
		k := r.phraseStart(j, from)
		if k > j {
			return Speaker{}, -1
		}
		// “, of Leeds,” and “, based in Austin,” are asides as well.
		if c := k - 1; n > 0 || aside.End > 0 {
			for c >= from && j-c < longestAside && r.items[c].kind != quoteItem && !r.mark(c, ",(;:") {
				c--
			}
			if n < 3 && c < k-1 && c > from && r.mark(c, ",") && opensAside(r.word(c+1)) {
				j = c - 1
				continue
			}
			if n < 3 && c == k-1 && c > from && r.mark(c, ",") && (opensAside(r.word(k)) || r.items[k].kind == numberItem) {
				j = c - 1
				continue
			}
		}
		s := r.phrase(k, j+1)
		r.aside(&s, aside)
		return s, k
	}
}

// phraseStart returns where the noun phrase that ends with item j begins, j+1
// if there is none.
func (r *reader) phraseStart(j, from int) int {
	k := j
	for k >= from && j-k < 12 {
		if isPronoun(r.word(k)) {
			if k == j {
				return k
			}
			return k + 1
		}
		if !r.inPhrase(k, from) {
			// What hangs on a preposition is not who acts: sources close to the
			// player, a person familiar with the matter.
			if k == j || k-1 < from || !joinsPhrase(r.word(k)) || !r.inPhrase(k-1, from) || isAdverb(r.word(k-1)) {
				break
			}
		}
		k--
	}
	return k + 1
}

// opensAside reports a word with which an apposition goes on telling of the one
// before it.
func opensAside(w string) bool {
	switch w {
	case "of", "in", "from", "at", "near", "who", "which", "whose", "based", "aged", "born", "formerly", "now":
		return true
	}
	return false
}

// joinsPhrase reports the prepositions that tie a noun to the one before it.
func joinsPhrase(w string) bool {
	switch w {
	case "with", "to", "by", "from", "at", "in":
		return true
	}
	return false
}

// inPhrase reports whether item k can belong to a noun phrase that ends behind
// it.
func (r *reader) inPhrase(k, from int) bool {
	it := r.items[k]
	switch it.kind {
	case quoteItem:
		return false
	case punctItem:
		return r.mark(k, ".") && r.abbreviated(k) || r.possessive(k)
	case numberItem:
		return true
	}
	if it.capital && k > from {
		return true
	}
	w := it.lower
	if isLimit(w) && w != "it" && w != "there" {
		return false
	}
	v, saying := verbs[w]
	return !saying || v.noun || it.capital || v.form == base
}

// possessive reports whether item k is the apostrophe of a plural: the workers’
// leader.
func (r *reader) possessive(k int) bool {
	return r.mark(k, "'’") && k > 0 && r.items[k-1].end == r.items[k].start && strings.HasSuffix(r.items[k-1].lower, "s") && k+1 < len(r.items) && r.items[k+1].kind == wordItem
}

// aside takes from an apposition what it tells of the speaker: a name, an age,
// an office.
func (r *reader) aside(s *Speaker, a words.Span) {
	if a.End <= a.Start || a.End > len(r.items) {
		return
	}
	if s.Name != "" {
		if r.items[a.Start].kind == numberItem && a.End-a.Start == 1 {
			s.Person = !bodyName(s.Name)
			return
		}
		for i := a.Start; i < a.End && i < a.Start+6; i++ {
			if isRole(r.word(i)) || r.items[i].capital && isTitle(r.word(i)) && i > a.Start && isDeterminer(r.word(i-1)) {
				s.Person = !bodyName(s.Name)
				return
			}
		}
		return
	}
	if s.Pronoun || a.End-a.Start > 6 {
		return
	}
	other := r.phrase(a.Start, a.End)
	if other.Name != "" && len(nameParts(other.Name)) > 1 && r.items[a.Start].capital {
		s.Name, s.Person = other.Name, !bodyName(other.Name)
	}
}

// following reads the speaker that begins at item i.
func (r *reader) following(i, to int) (Speaker, int) {
	k := i
	for k < to && k-i < 12 && r.items[k].kind != quoteItem {
		it := r.items[k]
		if it.kind == punctItem && !(r.mark(k, ".") && r.abbreviated(k) && !it.stop) && !r.possessive(k) {
			break
		}
		if w := r.word(k); w != "" && isLimit(w) && !it.capital && k > i || w != "" && isLimit(w) && k == i && w != "it" {
			break
		}
		if isPronoun(r.word(k)) && k > i {
			break
		}
		k++
	}
	if k == i {
		return Speaker{}, -1
	}
	s := r.phrase(i, k)
	if r.mark(k, ",") {
		e := k + 1
		for e < to && !r.mark(e, ",.;:") && r.items[e].kind != quoteItem && e-k < 8 {
			e++
		}
		r.aside(&s, words.Span{Start: k + 1, End: e})
	}
	return s, i
}

// participle finds who says in “…, saying that”: the subject of the verb of
// saying before it in the sentence, else the name or pronoun that opens the
// sentence.
func (r *reader) participle(i, from int, earlier []said) (Speaker, int) {
	if w := r.word(i - 1); isBe(w) { // is saying
		return r.preceding(i-1, from)
	}
	if r.word(i-1) == "as" && r.word(i-2) == "quoted" { // was quoted as saying
		j := i - 3
		for j > from && (isBe(r.word(j)) || isHave(r.word(j)) || isAdverb(r.word(j))) {
			j--
		}
		return r.preceding(j+1, from)
	}
	if n := len(earlier); n > 0 && earlier[n-1].verb >= from {
		return earlier[n-1].Speaker, -1
	}
	k := from
	for k < i && k-from < 8 && r.items[k].kind == wordItem {
		w := r.items[k].lower
		if k > from && (isFinite(w) || isLimit(w) || isAdverb(w) || !r.items[k].capital && (verbs[w].lemma != "" || strings.HasSuffix(w, "ed"))) {
			break
		}
		k++
	}
	if k == from || isLimit(r.word(from)) && !isPronoun(r.word(from)) || r.mark(k, ",") {
		return Speaker{}, -1
	}
	s := r.phrase(from, k)
	if s.Name == "" && !s.Pronoun {
		return Speaker{}, -1
	}
	return s, -1
}

// phrase reads a noun phrase: the name at its head, and whether it is a
// person's.
func (r *reader) phrase(from, to int) Speaker {
	s := Speaker{Start: r.items[from].start, End: r.items[to-1].end}
	if to-from == 1 {
		if w := r.word(from); isPronoun(w) {
			s.Pronoun = true
			return s
		}
	}
	for end := to; end > from; {
		// The last run of capitals that ends at end or before.
		for end > from && !r.nameWord(end-1, from) {
			end--
		}
		start := end
		for start > from && (r.nameWord(start-1, from) || start-1 > from && isParticle(r.word(start-1)) && r.nameWord(start-2, from) || r.mark(start-1, ".") && r.abbreviated(start-1)) {
			start--
		}
		if start == end {
			return s
		}
		if name, person, ok := r.head(from, start, end, to); ok {
			s.Name, s.Person = name, person
			return s
		}
		end = start
	}
	return s
}

// nameWord reports whether item i is a word of a name.
func (r *reader) nameWord(i, from int) bool {
	it := r.items[i]
	if it.kind != wordItem || !it.capital {
		return false
	}
	if i == it.first && opensOnly(it.lower) {
		return false
	}
	return !(isPronoun(it.lower) || isDeterminer(it.lower) && !strings.HasSuffix(it.lower, "s") || isLimit(it.lower) || isAdverb(it.lower) && i == from && len(it.lower) < 8)
}

// head decides whether the capitals of items start to end are the name at the
// head of the noun phrase from to to.
func (r *reader) head(from, start, end, to int) (name string, person, ok bool) {
	if w := r.items[end-1].lower; strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "'s") {
		return "", false, false
	}
	if end < to && r.possessive(end) {
		return "", false, false
	}
	if end < to && r.items[end].kind == wordItem { // what follows must not make it an adjective
		switch r.items[end].lower {
		case "of", "for", "in", "from", "at", "with":
		default:
			return "", false, false
		}
	}
	before := start - 1
	definite := false
	for before >= from && isDeterminer(r.word(before)) && r.word(before) != "of" {
		definite = true
		before--
	}
	if before >= from {
		switch r.word(before) {
		case "of", "for", "in", "from", "at", "with", "by":
			// Secretary of State Ada Quill, Chief of Staff Ada Quill
			switch w := r.word(start); {
			case r.word(before) == "of" && !definite && end-start > 2 && (w == "state" || w == "staff" || w == "defense" || w == "defence"):
				start, person = start+1, true
			default:
				return "", false, false
			}
		}
	}
	// Union Leader, US President, Mr: what stands before a title is not the
	// name. Of a body it is: General Motors, the Defence Ministry.
	bare := start
	for i := end - 1; i >= start; i-- {
		if isTitle(r.word(i)) {
			bare = i + 1
			break
		}
	}
	for bare < end && r.mark(bare, ".") {
		bare++
	}
	if bare > start && !r.body(bare, end) {
		start, person = bare, true
	}
	if start >= end {
		return "", false, false
	}
	if before >= from && isRole(r.word(before)) && !definite {
		person = true
	}
	if w := r.word(start); end-start == 1 && start == r.items[start].first && (isPlural(w) || strings.HasSuffix(w, "s") && end < to) {
		return "", false, false // Officials said; Friends of the mayor said
	}
	name = strings.Join(strings.Fields(r.t.text[r.items[start].start:r.items[end-1].end]), " ")
	if bodyName(name) || definite && !person || strings.ToUpper(name) == name {
		person = false
	}
	return name, person, true
}

// body reports whether a word of items from to to belongs to bodies.
func (r *reader) body(from, to int) bool {
	for i := from; i < to; i++ {
		if isBody(r.word(i)) {
			return true
		}
	}
	return false
}

// bodyName reports whether a word of a name belongs to bodies, places or days.
func bodyName(name string) bool {
	for _, w := range strings.Fields(name) {
		if isBody(w) {
			return true
		}
	}
	return false
}

// names notes the names of the paragraph, for pronouns and surnames later on.
func (r *reader) names() {
	for i := 0; i < len(r.items); {
		if !r.nameWord(i, 0) {
			i++
			continue
		}
		end := i + 1
		for end < len(r.items) && end-i < longestName && (r.nameWord(end, 0) || end+1 < len(r.items) && isParticle(r.word(end)) && r.nameWord(end+1, 0) || r.mark(end, ".") && r.abbreviated(end) && end+1 < len(r.items) && r.nameWord(end+1, 0)) {
			end++
		}
		from := max(0, i-1)
		if !isRole(r.word(from)) {
			from = i
		}
		if name, person, ok := r.head(from, i, end, end); ok {
			s := Speaker{Start: r.items[i].start, End: r.items[end-1].end, Name: name, Person: person}
			if r.mark(end, ",") {
				e := end + 1
				for e < len(r.items) && !r.mark(e, ",.;:") && r.items[e].kind != quoteItem && e-end < 8 {
					e++
				}
				if !s.Person {
					r.aside(&s, words.Span{Start: end + 1, End: e})
				}
			}
			r.runs = append(r.runs, run{s, r.governed(i)})
		}
		i = end
	}
}

// governed reports whether a preposition stands before the name at item i: it is
// not who acts.
func (r *reader) governed(i int) bool {
	for i--; i >= 0 && isDeterminer(r.word(i)) && r.word(i) != "of"; i-- {
	}
	switch r.word(i) {
	case "of", "in", "at", "from", "near", "to", "on", "for", "with", "by", "against", "about", "over", "outside", "under":
		return true
	}
	return false
}

// bind gives each quotation of the paragraph its verb. first is the index that
// the first of the sayings will have.
func (r *reader) bind(found []said, first int) {
	qs := r.t.Quotations
	last := -1 // the quotation before, if its verb is known
	lastItem := -1
	n := 0 // sayings before the item
	byAfter := map[int]int{}
	for i := range found {
		if a := found[i].after; a >= 0 {
			if _, taken := byAfter[a]; !taken {
				byAfter[a] = i
			}
		}
	}
	for i, it := range r.items {
		if it.kind != quoteItem {
			continue
		}
		for n < len(found) && found[n].verb < i {
			n++
		}
		q := &qs[it.quotation]
		by := -1
		if k, ok := byAfter[i]; ok && r.mayFollow(i, &found[k]) {
			by = k
		} else if n > 0 && r.bringsIn(&found[n-1], i) {
			by = n - 1
		}
		switch {
		case by >= 0 && !found[by].denied:
			q.Saying = first + by
			found[by].bound = true
		case by < 0 && last >= 0 && r.wholeSentence(i) && r.quiet(lastItem, i, found[:n]):
			q.Saying, q.Inherited = qs[last].Saying, true
		}
		if q.Saying >= 0 {
			last, lastItem = it.quotation, i
		} else {
			last = -1
		}
	}
}

// mayFollow reports whether the verb behind the quotation at item i belongs to
// it and not to a sentence of its own.
func (r *reader) mayFollow(i int, s *said) bool {
	q := r.t.Quotations[r.items[i].quotation]
	inner := strings.TrimRight(r.t.text[q.Inner.Start:q.Inner.End], " ")
	next := r.items[i+1]
	if next.kind == punctItem {
		return true
	}
	switch {
	case !next.capital:
		return true
	case strings.HasSuffix(inner, "."):
		return false
	case strings.HasSuffix(inner, "?"), strings.HasSuffix(inner, "!"), strings.HasSuffix(inner, "…"):
		// “Will it hold?” Quill asked. But not: “Will it hold?” Quill said it would.
		return s.verb+1 >= len(r.items) || r.items[s.verb+1].kind != wordItem || r.items[s.verb].stop || r.word(s.verb+1) == "in" || r.word(s.verb+1) == "on" || s.Lemma == "tell"
	}
	return true
}

// bringsIn reports whether a verb before the quotation at item i governs it.
func (r *reader) bringsIn(s *said, i int) bool {
	if s.verb < r.items[i].first || s.after == i {
		return false
	}
	if s.Lemma == "according to" {
		return s.after < 0 && i-s.verb < 10
	}
	if r.mark(i-1, ":") && r.newClause(s.verb+1, i) {
		return false // …, but the manager was blunt: “…”
	}
	if !s.vague {
		return true
	}
	if s.verb+1 == i || r.mark(s.verb+1, ":,") && s.verb+2 == i || s.clause {
		return true
	}
	if i-s.verb > 40 {
		return false
	}
	commas := 0
	for j := s.verb + 1; j < i; j++ {
		if r.mark(j, ";") {
			return false
		}
		if r.mark(j, ",") && !r.dated(j-1) && !r.dated(j+1) {
			commas++
		}
	}
	switch s.Lemma {
	case "hit":
		return i-s.verb <= 4
	case "add", "begin", "read", "speak", "attack", "report", "continue", "estimate", "expect", "predict":
		return r.mark(i-1, ",:") && i-s.verb < 12
	}
	return commas == 0 && i-s.verb <= 9 || r.mark(i-1, ":")
}

// newClause reports whether a conjunction behind a comma opens another clause
// among items from to to.
func (r *reader) newClause(from, to int) bool {
	for i := max(from, to-40); i+1 < to; i++ {
		if r.mark(i, ",;") {
			switch r.word(i + 1) {
			case "but", "and", "while", "as", "when", "before", "although", "though", "yet":
				return true
			}
		}
	}
	return false
}

// dated reports whether item i is a number or the name of a day or month.
func (r *reader) dated(i int) bool {
	return i >= 0 && i < len(r.items) && (r.items[i].kind == numberItem || r.items[i].capital && isBody(r.items[i].lower))
}

// wholeSentence reports whether the quotation at item i is a sentence by
// itself.
func (r *reader) wholeSentence(i int) bool {
	return (i == 0 || r.items[i-1].stop) && r.items[i].stop
}

// quiet reports whether nothing between two quotations brings in another
// speaker: only the first one's own verb stands there. found ends before the
// second.
func (r *reader) quiet(from, to int, found []said) bool {
	if to-from > 24 {
		return false
	}
	verbs := 0
	for i := len(found) - 1; i >= 0 && found[i].verb > from; i-- {
		verbs++
	}
	stops := 0
	for i := from; i < to; i++ {
		if r.items[i].stop {
			stops++
		}
	}
	return verbs <= 1 && stops <= 1
}

// resolve gives surnames their full names and pronouns the last named speaker.
func (r *reader) resolve(all []said) {
	// A surname stands for the one full name that ends in it.
	full := map[string]Speaker{}
	for _, n := range r.runs {
		parts := nameParts(n.speaker.Name)
		if len(parts) < 2 || bodyName(n.speaker.Name) {
			continue
		}
		last := parts[len(parts)-1]
		known, ok := full[last]
		switch {
		case !ok:
			full[last] = n.speaker
		case known.Name == "": // two of that name
		case Compare(known, n.speaker) != Same:
			full[last] = Speaker{}
		case n.speaker.Person && !known.Person:
			known.Person = true
			full[last] = known
		}
	}
	genders := map[string]gender{}
	runAt := 0
	lastNamed := -1
	for i := range all {
		s := &all[i].Speaker
		if s.Name != "" {
			words := r.t.text[s.Start:s.End]
			if parts := nameParts(s.Name); len(parts) > 0 {
				if f, ok := full[parts[len(parts)-1]]; ok && f.Name != "" && (len(parts) == 1 || Compare(f, *s) == Same) {
					if len(parts) == 1 {
						s.Name = f.Name
					}
					s.Person = s.Person || f.Person
					if s.Person && !f.Person {
						f.Person = true
						full[parts[len(parts)-1]] = f
					}
				}
			}
			if g := genderOf(words, s.Name); g != anyGender {
				genders[s.Name] = g
			}
			lastNamed = i
			continue
		}
		if !s.Pronoun || lastNamed < 0 {
			if !s.Pronoun && s.End > 0 {
				lastNamed = -1 // an office or a body speaks in between
			}
			continue
		}
		w := strings.ToLower(r.t.text[s.Start:s.End])
		if w != "he" && w != "she" {
			lastNamed = -1
			continue
		}
		known := all[lastNamed]
		if g := genders[known.Speaker.Name]; g != anyGender && g != pronounGender(w) || bodyName(known.Speaker.Name) || all[i].paragraph-known.paragraph > 2 {
			lastNamed = -1
			continue
		}
		runAt, _ = slices.BinarySearchFunc(r.runs, known.Speaker.End, func(n run, at int) int { return cmp.Compare(n.speaker.Start, at) })
		safe := true
		parts := nameParts(known.Speaker.Name)
		for k := runAt; k < len(r.runs) && r.runs[k].speaker.Start < s.Start; k++ {
			if other := r.runs[k].speaker; !(r.runs[k].aside && !other.Person) && !shares(parts, nameParts(other.Name)) && (len(nameParts(other.Name)) > 1 && !bodyName(other.Name) || full[strings.ToLower(other.Name)].Name != "") {
				safe = false
				break
			}
		}
		if !safe {
			lastNamed = -1
			continue
		}
		s.Name, s.Person = known.Speaker.Name, true
		genders[s.Name] = pronounGender(w)
		for j := lastNamed; j < i; j++ { // he tells that the name is a person's
			if all[j].Speaker.Name == s.Name {
				all[j].Speaker.Person = true
			}
		}
		lastNamed = i
	}
}

// shares reports whether two names have a part in common.
func shares(a, b []string) bool {
	for _, p := range a {
		if slices.Contains(b, p) {
			return true
		}
	}
	return false
}

// Introduces returns the verb that brings in text[start:end]: that of the
// quotations in it, else the verb of saying inside or directly around it whose
// clause it is.
func (t *Text) Introduces(start, end int) (Saying, bool) {
	for _, q := range t.Quotations {
		if q.Start >= end {
			break
		}
		if q.Depth == 0 && q.Saying >= 0 && q.Inner.Start < end && start < q.Inner.End {
			return t.Sayings[q.Saying], true
		}
	}
	best, found := Saying{}, false
	i, _ := slices.BinarySearchFunc(t.Sayings, start, func(s Saying, at int) int { return cmp.Compare(s.Sentence.End, at) })
	for ; i < len(t.Sayings) && t.Sayings[i].Sentence.Start < end; i++ {
		s := t.Sayings[i]
		if s.Sentence.End <= start {
			continue
		}
		switch {
		case s.End <= start: // before it: the last one whose clause it may be
			if s.clause && !strings.ContainsAny(t.text[s.End:start], ",;—–:") || s.Lemma == "according to" {
				best, found = s, true
			}
		case s.Start < end: // inside
			if s.Start == start || s.Speaker.End > 0 && s.Speaker.Start == start {
				return s, true
			}
			if !found && (s.clause || s.Lemma == "according to" || s.Speaker.End > 0) {
				return s, true
			}
		case !found && (s.trails || s.Lemma == "according to"): // behind it: …, officials said
			return s, true
		}
	}
	return best, found
}

// saysWho reports whether text begins like the words around a quotation that
// name its speaker: he said, said the mayor, Ada Quill told reporters.
func saysWho(text string) bool {
	text = strings.TrimLeft(text, " ")
	tokens := words.Tokens(text[:min(len(text), 100)])
	n := 0
	for i, k := range tokens {
		w := text[k.Start:k.End]
		if k.Kind != words.Word || i > 5 {
			return false
		}
		lower := strings.ToLower(w)
		v, ok := verbs[lower]
		if ok && w == lower && (v.form == past || v.form == present) && (v.class == Neutral || v.class == Assert) && !v.noun {
			if i > 0 {
				return true
			}
			if len(tokens) < 2 {
				return false
			}
			next := text[tokens[1].Start:tokens[1].End]
			return capital(next) || next == "the" || isPronoun(next)
		}
		switch {
		case i == 0 && (lower == "he" || lower == "she" || lower == "they"):
		case i == 0 && (w == "the" || w == "a" || w == "an" || capital(w)):
		case capital(w), isAdverb(lower), isRole(lower), n > 0 && !isLimit(lower) && !ok && !isPronoun(text[tokens[0].Start:tokens[0].End]):
		default:
			return false
		}
		n++
	}
	return false
}
