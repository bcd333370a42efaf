package collate

import (
	"strings"

	"crosscheck/generator/words"
)

// A moment is what a date says. What it leaves open is 0.
type moment struct {
	weekday, day, month uint8 // from 1; Monday is the first weekday
	year                uint16
}

// common reports whether two moments say one thing alike, and whether they say
// one thing in two ways.
func (m moment) common(o moment) (agree, clash bool) {
	field := func(a, b uint16) {
		if a != 0 && b != 0 {
			agree = agree || a == b
			clash = clash || a != b
		}
	}
	field(uint16(m.weekday), uint16(o.weekday))
	field(uint16(m.day), uint16(o.day))
	field(uint16(m.month), uint16(o.month))
	field(m.year, o.year)
	return agree, clash
}

// sameDay reports whether two moments are the same but for the weekday, which a
// day and month make needless.
func (m moment) sameDay(o moment) bool {
	if m.day != 0 && m.month != 0 && (m.weekday == 0 || o.weekday == 0) {
		m.weekday, o.weekday = 0, 0
	}
	return m == o
}

// A unit is a run of tokens that the table never takes apart: tokens[from:to],
// and the lexeme that stands for it there.
type unit struct {
	from, to int
	word     int32
}

// units finds the dates and numbers of several words: Thursday, Jan. 29; two
// hundred and five. A month that is also another word is one too.
func (v *vocabulary) units(w *wording) {
	for i := 0; i < len(w.tokens); {
		x := lexeme{class: date | wordlike | compact}
		n, ok := 0, false
		if x.when, n = v.dateAt(w, i); n == 0 {
			if x.value, n, ok = v.figureAt(w, i); ok {
				x.class, x.exact = number|wordlike|compact, true
			}
		}
		for k := i + 1; k < i+n; k++ {
			if w.cuts[k] {
				n = 0
			}
		}
		if n == 0 || n == 1 && (x.class.has(number) && v.lexemes[w.tokens[i].word].exact || v.lexemes[w.tokens[i].word].class.has(date)) {
			i++
			continue
		}
		var key strings.Builder
		for k, t := range w.tokens[i : i+n] {
			if k > 0 {
				key.WriteByte(' ')
			}
			key.WriteString(v.lexemes[t.word].key)
		}
		if n == 1 && x.class.has(number) {
			key.WriteString(" (million)")
		} else if n == 1 {
			key.WriteString(" (month)")
		}
		x.key = key.String()
		x.plain, x.stem = x.key, x.key
		word, known := v.index[x.key]
		if !known {
			word = int32(len(v.lexemes))
			v.lexemes = append(v.lexemes, x)
			v.index[x.key] = word
		}
		w.units = append(w.units, unit{i, i + n, word})
		i += n
	}
}

// joined returns the wording as the table reads it: each unit one token.
func (v *vocabulary) joined(w *wording) *wording {
	if len(w.units) == 0 {
		return w
	}
	j := &wording{text: w.text, fine: w, tokens: make([]token, 0, len(w.tokens)), cuts: make([]bool, 0, len(w.cuts))}
	units := w.units
	for i := 0; i < len(w.tokens); i++ {
		t := w.tokens[i]
		j.cuts = append(j.cuts, w.cuts[i])
		if len(units) > 0 && units[0].from == i {
			u := units[0]
			units = units[1:]
			t.word = u.word
			t.class = v.lexemes[u.word].class | t.class&(capital|opening)
			t.end = w.tokens[u.to-1].end
			i = u.to - 1
		}
		j.tokens = append(j.tokens, t)
	}
	j.cuts = append(j.cuts, w.cuts[len(w.tokens)])
	j.sayings = v.sayings(j)
	return j
}

// whole is the wording with a token for each word.
func (w *wording) whole() *wording {
	if w.fine != nil {
		return w.fine
	}
	return w
}

// place is where the table's token i begins in whole().
func (w *wording) place(i int32) int32 {
	if w.fine != nil {
		for _, u := range w.fine.units {
			if int32(u.from) >= i {
				break
			}
			i += int32(u.to - u.from - 1)
		}
	}
	return i
}

// dateAt reads the date that begins with token i and returns of how many tokens
// it is made, 0 if there is none.
func (v *vocabulary) dateAt(w *wording, i int) (moment, int) {
	at := func(k int) *lexeme {
		if k < len(w.tokens) {
			return &v.lexemes[w.tokens[k].word]
		}
		return &nothing
	}
	var m moment
	k := i
	if x := at(k); x.when.weekday != 0 {
		m.weekday = x.when.weekday
		k++
		if at(k).key == "," {
			k++
		}
	}
	from := k
	calendar := func() bool { // a day and month, or a month and what follows it
		if at(k).key == "the" && ordinal(at(k+1).key) {
			k++
		}
		if d := v.dayAt(w, k); d != 0 {
			k++
			if at(k).key == "of" {
				k++
			}
			if m.month = v.monthAt(w, k, true); m.month == 0 {
				return false
			}
			m.day = d
			k++
		} else if m.month = v.monthAt(w, k, false); m.month != 0 {
			k++
			if d := v.dayAt(w, k); d != 0 {
				m.day = d
				k++
			}
		} else {
			return false
		}
		y := k
		if at(y).key == "," || m.day == 0 && at(y).key == "of" {
			y++
		}
		if isYear(at(y).key) {
			m.year = at(y).when.year
			k = y + 1
		}
		return true
	}
	if calendar() && (from == i || m.day != 0) {
		return m, k - i
	}
	return moment{}, 0
}

var nothing lexeme

// dayAt returns the day of the month that token i can be, 0 if it can be none.
func (v *vocabulary) dayAt(w *wording, i int) uint8 {
	if i >= len(w.tokens) {
		return 0
	}
	x := &v.lexemes[w.tokens[i].word]
	if !x.class.has(number) || !x.exact || !isDigit(x.key[0]) || len(x.key) > 4 || x.value < 1 || x.value > 31 || x.value != float64(int(x.value)) {
		return 0
	}
	return uint8(x.value)
}

func ordinal(key string) bool {
	return len(key) > 2 && isDigit(key[0]) && !isDigit(key[len(key)-1])
}

// monthAt returns the month that token i names, 0 for none. May and March, which
// are other words as well, must stand where a month does: beside a day, or
// behind a word of time.
func (v *vocabulary) monthAt(w *wording, i int, behindDay bool) uint8 {
	if i >= len(w.tokens) {
		return 0
	}
	key := v.lexemes[w.tokens[i].word].key
	if m := v.lexemes[w.tokens[i].word].when.month; m != 0 {
		return m
	}
	m := uint8(0)
	switch key {
	case "march":
		m = 3
	case "may":
		m = 5
	}
	if m == 0 || !w.tokens[i].class.has(capital) {
		return 0
	}
	if behindDay || v.dayAt(w, i+1) != 0 {
		return m
	}
	if i+1 < len(w.tokens) && isYear(v.lexemes[w.tokens[i+1].word].key) {
		return m
	}
	if i > 0 {
		switch v.lexemes[w.tokens[i-1].word].key {
		case "in", "since", "by", "from", "until", "till", "during", "last", "this", "next", "early", "late", "mid", "of", "before", "after", "every", "each":
			return m
		}
	}
	return 0
}

// figureAt reads the number of several words that begins with token i.
func (v *vocabulary) figureAt(w *wording, i int) (value float64, n int, ok bool) {
	// $3m, half a million
	if x := &v.lexemes[w.tokens[i].word]; len(x.key) > 1 && isDigit(x.key[0]) && i > 0 && isCurrency(v.lexemes[w.tokens[i-1].word].key) {
		if digits, ok := strings.CutSuffix(x.key, "m"); ok {
			if n, ok := figure(digits); ok {
				return n * 1e6, 1, true
			}
		}
	}
	if v.lexemes[w.tokens[i].word].key == "half" && i+2 < len(w.tokens) && v.lexemes[w.tokens[i+1].word].key == "a" {
		if x := &v.lexemes[w.tokens[i+2].word]; x.value >= 1000 && !isDigit(x.key[0]) {
			return x.value / 2, 3, true
		}
	}
	isNumber := func(k int) bool { return k < len(w.tokens) && w.tokens[k].class.has(number) }
	key := func(k int) string { return v.lexemes[w.tokens[k].word].key }
	from := i
	if key(i) == "a" && isNumber(i+1) && v.lexemes[w.tokens[i+1].word].value >= 12 && !isDigit(key(i + 1)[0]) {
		from++
	}
	if !isNumber(from) || i > 0 && isNumber(i-1) {
		return 0, 0, false
	}
	to := from + 1
	for to < len(w.tokens) && (isNumber(to) || key(to) == "and" && isNumber(to+1) && v.scale(w, to-1)) {
		to++
	}
	if to-i < 2 {
		return 0, 0, false
	}
	value, words := v.figureOf(w.tokens[from:to])
	return value, to - i, words > 0
}

func isCurrency(key string) bool {
	switch key {
	case "$", "€", "£", "¥", "₹", "us$", "a$", "c$":
		return true
	}
	return false
}

// scale reports a word such as hundred or thousand, behind which "and" goes on
// with the number.
func (v *vocabulary) scale(w *wording, i int) bool {
	x := &v.lexemes[w.tokens[i].word]
	return x.value >= 100 && !isDigit(x.key[0])
}

// momentOf is what a single word says of a date.
func momentOf(key string, kind words.Kind) (m moment) {
	if kind == words.Number {
		if isYear(key) {
			for _, c := range []byte(key) {
				m.year = m.year*10 + uint16(c-'0')
			}
		}
		return m
	}
	if len(key) < 3 {
		return m
	}
	switch strings.TrimSuffix(key, ".") {
	case "monday", "mon":
		m.weekday = 1
	case "tuesday", "tue", "tues":
		m.weekday = 2
	case "wednesday", "wed":
		m.weekday = 3
	case "thursday", "thu", "thurs":
		m.weekday = 4
	case "friday", "fri":
		m.weekday = 5
	case "saturday":
		m.weekday = 6
	case "sunday":
		m.weekday = 7
	case "january", "jan":
		m.month = 1
	case "february", "feb":
		m.month = 2
	case "april", "apr":
		m.month = 4
	case "june", "jun":
		m.month = 6
	case "july", "jul":
		m.month = 7
	case "august", "aug":
		m.month = 8
	case "september", "sep", "sept":
		m.month = 9
	case "october", "oct":
		m.month = 10
	case "november", "nov":
		m.month = 11
	case "december", "dec":
		m.month = 12
	}
	return m
}

// dated compares two dates: what one of them leaves open is left out.
func dated(x, y *lexeme) Kind {
	agree, clash := x.when.common(y.when)
	switch {
	case clash || !agree:
		return Date
	case !x.when.sameDay(y.when):
		return Omission
	case len(x.key) == len(y.key) && sameWords(x.key, y.key):
		return Order
	}
	return Spelling
}

// sameWords reports whether two keys hold the same words in any order.
func sameWords(a, b string) bool {
	for word := range strings.FieldsSeq(a) {
		if !strings.Contains(" "+b+" ", " "+word+" ") {
			return false
		}
	}
	return true
}

// sameText reports whether two texts are the same but for how much white space
// parts the words.
func sameText(a, b string) bool {
	if a == b {
		return true
	}
	if !strings.ContainsAny(a, " \t\r\n") {
		return false
	}
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}
