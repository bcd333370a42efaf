package timex

import "unicode/utf8"

// class is what a word can do in an expression of time.
type class uint8

const (
	cNone      class = iota
	cMonth           // val: month 1..12
	cWeekday         // val: 1 Monday .. 7 Sunday
	cUnit            // val: unit
	cNum             // val: cardinal number in words
	cVague           // several, few, many, couple: a number that is not told
	cOrd             // val: ordinal in words, 99 for “final”
	cSeason          // val: season
	cPart            // part of the day; val: index into partCodes
	cNoon            // noon, midday, midnight; val: hour
	cDay             // today, yesterday, tomorrow, tonight; val: offset, see lexicon
	cThis            // this, that, these, those
	cLast            // last
	cNext            // next, coming, upcoming
	cPast            // past
	cPrev            // previous, preceding, prior, following: relative to what was spoken of; val ±1
	cSame            // same
	cThe             // the
	cA               // a, an
	cEvery           // every, each
	cPer             // per
	cRef             // now, currently, recently …; val: index into refCodes
	cSet             // daily, weekly, annual …; val: unit
	cApprox          // about, nearly, over …; val: index into modNames
	cShape           // early, late, mid, beginning, end …; val: index into modNames
	cAgo             // ago, earlier, later, before, after: val ±1
	cAMPM            // am, pm; val: 0 or 12
	cZone            // GMT, UTC, EST …; val: offset from UTC in minutes
	cHoliday         // val: holiday
	cDecade          // nineties …; val: 90
	cOf              // of
	cPrep            // in, on, since …: prepositions that lead to a date; val: prep
	cAnd             // and, or, to, through: joins two dates
	cHalf            // half
	cAged            // aged, age
	cFiscal          // fiscal, financial
	cLong            // daylong, yearlong; val: unit
	cOvernight       // overnight
	cLongAgo         // not, long, moments: the beginning of long ago
)

type unit = int16

const (
	uSecond unit = iota
	uMinute
	uHour
	uDay
	uWeek
	uMonth
	uQuarter
	uYear
	uDecade
	uCentury
	uFortnight
	uWeekend
	uMillennium
)

const (
	sSpring = iota + 1
	sSummer
	sAutumn
	sWinter
)

var seasonCodes = [...]string{"", "SP", "SU", "FA", "WI"}

var partCodes = [...]string{"MO", "MI", "AF", "EV", "NI", "DT"}

var refCodes = [...]string{"PRESENT_REF", "PAST_REF", "FUTURE_REF"}

var modNames = [...]string{"", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}

const (
	modStart = iota + 1
	modMid
	modEnd
	modApprox
	modMore
	modLess
	modAtLeast
	modAtMost
)

// Prepositions, as far as they say where a date lies.
const (
	pOther = iota
	pIn
	pOn
	pSince
	pUntil
	pBy
	pFrom
	pDuring
	pBetween
	pAt
	pFor
	pWithin
	pTo
)

const (
	hChristmas = iota
	hChristmasEve
	hNewYearsDay
	hNewYearsEve
	hThanksgiving
	hHalloween
	hValentines
	hBoxing
	hEasterSunday
	hEasterMonday
	hGoodFriday
	hPalmSunday
	hAshWednesday
	hMaundyThursday
	hIndependenceDay
	hLaborDay
	hMemorialDay
	hVeteransDay
	hMayDay
	hColumbusDay
	hEarthDay
	hEaster
	hBastille
	hAnzac
	hElectionDay
	hMLK
	hPresidents
	hMothers
	hFathers
	hAustralia
	hCanada
	hArmistice
)

// tense is what a word says of the time of its clause.
type tense uint8

const (
	tNone    tense = iota
	tPast          // was, said: a finite verb in the past
	tFuture        // will, shall
	tModal         // would, could, may: what is not yet
	tPresent       // is, has
	tPlan          // scheduled, due, expected, plans: what follows lies ahead
	tBe            // be, been, being: no tense of its own
	tHave          // has, have, had
	tTo            // to
	tStop          // who, which, that, because: another clause begins
	tNot           // a word in -ed that is no verb
	tRun           // resume, sit: verbs of a timetable, if the word before is their subject
	tRuns          // sits, runs: the same in the third person, or a noun
	tGoes          // goes, comes: the same, hardly ever a noun
)

type lexeme struct {
	cls   class
	val   int16
	tense tense
	flags uint8
}

// Flags of lexemes and tokens.
const (
	fCap    = 1 << iota // first letter is a capital
	fUpper              // all letters are capitals, at least two
	fGlue               // follows the token before without white space
	fPar                // a paragraph begins here
	fPlural             // a plural
	fAbbr               // an abbreviation, may take a full stop
	fFrac               // a number with a decimal part
	fGroup              // a number with thousands separators
)

type kind uint8

const (
	kWord kind = iota
	kNum
	kPunct
	kEnd // one at the end of the text, so that looking ahead needs no test
)

type token struct {
	start, end int32
	num        int32 // value of a number, the rune of a punctuation mark
	val        int16
	cls        class
	kind       kind
	tense      tense
	flags      uint8
	nd         uint8 // digits of a number before its decimal part
}

// lex cuts text into words (letters with inner apostrophes apart), numbers and
// single marks, and looks each word up. The last token is of kind kEnd.
func lex(text string) []token {
	toks := make([]token, 0, len(text)/5+8)
	var buf [maxWord]byte
	i, n := 0, len(text)
	newlines := 2
	blank := true
	for i < n {
		c := text[i]
		if c == ' ' || c == '\t' || c == '\r' {
			i++
			blank = true
			continue
		}
		if c == '\n' {
			i++
			newlines++
			blank = true
			continue
		}
		t := token{start: int32(i)}
		if !blank {
			t.flags |= fGlue
		}
		if newlines >= 2 {
			t.flags |= fPar
		}
		newlines, blank = 0, false
		switch {
		case isLetter(c):
			caps, size := 0, 0
			j := i
			for j < n && isLetter(text[j]) {
				b := text[j]
				if b < 'a' {
					caps++
				}
				if size < maxWord {
					buf[size] = b | 0x20
				}
				size++
				j++
			}
			// A letter beyond ASCII makes it a word that no lexicon entry can be.
			for j < n && text[j] >= utf8.RuneSelf {
				r, w := utf8.DecodeRuneInString(text[j:])
				if !isWordRune(r) {
					break
				}
				j += w
				size = maxWord + 1
				for j < n && isLetter(text[j]) {
					j++
				}
			}
			if c < 'a' {
				t.flags |= fCap
				if caps == j-i && caps > 1 {
					t.flags |= fUpper
				}
			}
			if size <= maxWord {
				if l, ok := lexicon[string(buf[:size])]; ok {
					t.cls, t.val, t.tense = l.cls, l.val, l.tense
					t.flags |= l.flags
				} else {
					t.tense = guessTense(buf[:size])
				}
			}
			i = j
		case c >= '0' && c <= '9':
			t.kind = kNum
			i = lexNumber(text, i, &t)
		case c < utf8.RuneSelf:
			t.kind = kPunct
			t.num = int32(c)
			i++
		default:
			r, w := utf8.DecodeRuneInString(text[i:])
			if r == 0xA0 || r == 0x202F || r == 0x2009 || r == 0x3000 || r == 0xFEFF || r == 0x200B {
				i += w
				blank = true
				newlines = 0
				if t.flags&fPar != 0 {
					newlines = 2
				}
				continue
			}
			if isWordRune(r) {
				for i < n {
					if isLetter(text[i]) {
						i++
						continue
					}
					r, w := utf8.DecodeRuneInString(text[i:])
					if text[i] < utf8.RuneSelf || !isWordRune(r) {
						break
					}
					i += w
				}
			} else {
				t.kind = kPunct
				t.num = int32(r)
				i += w
			}
		}
		t.end = int32(i)
		toks = append(toks, t)
	}
	return append(toks, token{start: int32(n), end: int32(n), kind: kEnd, flags: fPar})
}

// lexNumber reads digits, thousands in groups of three and a decimal part. A
// second full stop makes it a date (18.07.2021) or a version, left in pieces.
func lexNumber(text string, i int, t *token) int {
	n := len(text)
	v, j := int64(0), i
	for j < n && text[j] >= '0' && text[j] <= '9' {
		if v < 1e9 {
			v = v*10 + int64(text[j]-'0')
		}
		j++
	}
	if j-i < 250 {
		t.nd = uint8(j - i)
	} else {
		t.nd = 250
	}
	if j-i <= 3 {
		for j+3 < n && text[j] == ',' && isDigit(text[j+1]) && isDigit(text[j+2]) && isDigit(text[j+3]) && (j+4 >= n || !isDigit(text[j+4])) {
			if v < 1e6 {
				v = v*1000 + int64(text[j+1]-'0')*100 + int64(text[j+2]-'0')*10 + int64(text[j+3]-'0')
			}
			t.flags |= fGroup
			j += 4
		}
	}
	if j+1 < n && text[j] == '.' && isDigit(text[j+1]) && !(i > 0 && text[i-1] == '.') {
		k := j + 1
		for k < n && isDigit(text[k]) {
			k++
		}
		if !(k+1 < n && text[k] == '.' && isDigit(text[k+1])) {
			t.flags |= fFrac
			j = k
		}
	}
	if v > 1e9 {
		v = 1e9
	}
	t.num = int32(v)
	return j
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// isWordRune takes everything beyond ASCII for a letter but the marks of the
// Latin-1 block, general punctuation, symbols and CJK punctuation: for finding
// English dates a finer test would change nothing.
func isWordRune(r rune) bool {
	switch {
	case r == utf8.RuneError, r < 0xC0, r == 0xD7, r == 0xF7:
		return r == 0xAA || r == 0xB5 || r == 0xBA
	case r >= 0x2000 && r <= 0x2BFF, r >= 0x3000 && r <= 0x303F, r >= 0xFF00 && r <= 0xFF0F, r >= 0xFE10 && r <= 0xFE6F:
		return false
	}
	return true
}

const maxWord = 14

// guessTense takes a word in -ed for a past tense or participle.
func guessTense(w []byte) tense {
	if n := len(w); n > 3 && w[n-1] == 'd' && w[n-2] == 'e' && w[n-3] != 'e' {
		return tPast
	}
	return tNone
}

var lexicon = makeLexicon()

func makeLexicon() map[string]lexeme {
	m := make(map[string]lexeme, 700)
	put := func(cls class, val int, flags uint8, ws ...string) {
		for _, w := range ws {
			l := m[w]
			l.cls, l.val, l.flags = cls, int16(val), flags
			m[w] = l
		}
	}
	for i, w := range []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		put(cMonth, i+1, 0, w)
	}
	for i, w := range []string{"jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sept", "oct", "nov", "dec"} {
		if w != "" {
			put(cMonth, i+1, fAbbr, w)
		}
	}
	put(cMonth, 9, fAbbr, "sep")
	for i, w := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		put(cWeekday, i+1, 0, w)
		put(cWeekday, i+1, fPlural, w+"s")
	}
	for i, ws := range [][]string{{"mon"}, {"tue", "tues"}, {"wed", "weds"}, {"thu", "thur", "thurs"}, {"fri"}, {"sat"}, {"sun"}} {
		put(cWeekday, i+1, fAbbr, ws...)
	}
	for u, w := range map[unit]string{uSecond: "second", uMinute: "minute", uHour: "hour", uDay: "day", uWeek: "week", uMonth: "month",
		uQuarter: "quarter", uYear: "year", uDecade: "decade", uFortnight: "fortnight", uWeekend: "weekend"} {
		put(cUnit, int(u), 0, w)
		put(cUnit, int(u), fPlural, w+"s")
	}
	put(cUnit, int(uCentury), 0, "century")
	put(cUnit, int(uCentury), fPlural, "centuries")
	put(cUnit, int(uMillennium), 0, "millennium")
	put(cUnit, int(uMillennium), fPlural, "millennia")
	put(cUnit, int(uYear), fAbbr, "yr")
	put(cUnit, int(uYear), fAbbr|fPlural, "yrs")
	put(cUnit, int(uHour), fAbbr, "hr")
	put(cUnit, int(uHour), fAbbr|fPlural, "hrs")
	put(cUnit, int(uMinute), fAbbr|fPlural, "mins")
	put(cUnit, int(uMinute), fAbbr, "min")
	for i, w := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"} {
		put(cNum, i+1, 0, w)
	}
	for i, w := range []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		put(cNum, 20+10*i, 0, w)
	}
	put(cNum, 100, 0, "hundred")
	put(cNum, 1000, 0, "thousand")
	put(cNum, 12, 0, "dozen")
	put(cVague, 0, 0, "several", "few", "many", "numerous", "countless", "couple", "dozens", "hundreds", "thousands", "scores", "various", "multiple", "millions", "billions")
	for i, w := range []string{"first", "", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"} {
		if w != "" {
			put(cOrd, i+1, 0, w)
		}
	}
	put(cOrd, 21, 0, "twentyfirst")
	put(cOrd, 30, 0, "thirtieth")
	put(cOrd, 99, 0, "final", "closing")
	put(cOrd, 1, 0, "opening")
	put(cSeason, sSpring, 0, "spring", "springtime")
	put(cSeason, sSummer, 0, "summer", "summertime")
	put(cSeason, sAutumn, 0, "autumn", "fall")
	put(cSeason, sWinter, 0, "winter", "wintertime")
	for i, ws := range [][]string{{"morning"}, {"lunchtime", "midmorning"}, {"afternoon"}, {"evening"}, {"night"}, {"daytime"}} {
		for _, w := range ws {
			put(cPart, i, 0, w)
			put(cPart, i, fPlural, w+"s")
		}
	}
	put(cPart, 0, 0, "dawn", "daybreak", "sunrise")
	put(cPart, 3, 0, "dusk", "sunset", "nightfall")
	put(cNoon, 12, 0, "noon", "midday", "noontime")
	put(cNoon, 24, 0, "midnight")
	put(cDay, 0, 0, "today")
	put(cDay, -1, 0, "yesterday")
	put(cDay, 1, 0, "tomorrow")
	put(cDay, 10, 0, "tonight")
	put(cThis, 0, 0, "this")
	put(cThis, 1, 0, "that")
	put(cThis, 2, fPlural, "these")
	put(cThis, 3, fPlural, "those")
	put(cLast, 0, 0, "last")
	put(cNext, 0, 0, "next")
	put(cNext, 1, 0, "coming", "upcoming", "forthcoming", "ensuing")
	put(cPast, 0, 0, "past")
	put(cPrev, -1, 0, "previous", "preceding", "prior")
	put(cPrev, 1, 0, "following", "subsequent")
	put(cSame, 0, 0, "same")
	put(cThe, 0, 0, "the")
	put(cA, 0, 0, "a", "an")
	put(cEvery, 0, 0, "every", "each")
	put(cPer, 0, 0, "per")
	put(cRef, 0, 0, "now", "currently", "nowadays", "presently", "current")
	put(cRef, 1, 0, "recently", "recent", "lately", "previously")
	put(cRef, 2, 0, "soon", "shortly")
	for w, u := range map[string]unit{"hourly": uHour, "daily": uDay, "nightly": uDay, "weekly": uWeek, "monthly": uMonth, "quarterly": uQuarter, "annual": uYear, "annually": uYear, "yearly": uYear, "biennial": uYear, "biennially": uYear, "semiannual": uMonth, "semiannually": uMonth, "biannual": uMonth, "biannually": uMonth, "bimonthly": uMonth, "biweekly": uFortnight, "fortnightly": uFortnight} {
		put(cSet, int(u), 0, w)
	}
	for w, u := range map[string]unit{"hourlong": uHour, "daylong": uDay, "weeklong": uWeek, "monthlong": uMonth, "yearlong": uYear, "decadelong": uDecade} {
		put(cLong, int(u), 0, w)
	}
	put(cOvernight, 0, 0, "overnight")
	put(cLongAgo, 0, 0, "long", "moments")
	put(cApprox, modApprox, 0, "about", "around", "approximately", "roughly", "some", "circa")
	put(cApprox, modLess, 0, "nearly", "almost", "under", "barely")
	put(cApprox, modMore, 0, "over", "exceeding")
	put(cApprox, modApprox, 0, "exactly", "precisely", "just")
	put(cApprox, modMore, fPlural, "more")           // with “than”
	put(cApprox, modLess, fPlural, "less", "fewer")  // with “than”
	put(cApprox, modAtLeast, fPlural, "at")          // with “least”
	put(cApprox, modAtMost, fPlural, "up", "within") // up with “to”
	put(cShape, modStart, 0, "early")
	put(cShape, modMid, 0, "mid", "middle")
	put(cShape, modEnd, 0, "late")
	put(cShape, modStart, fPlural, "beginning", "start", "outset", "onset") // with “of”
	put(cShape, modEnd, fPlural, "end", "close", "conclusion")              // with “of”
	put(cAgo, -1, 0, "ago", "earlier")
	put(cAgo, 1, 0, "later", "hence")
	put(cAgo, -2, 0, "before")
	put(cAgo, 2, 0, "after", "afterwards", "afterward")
	put(cAMPM, 0, 0, "am")
	put(cAMPM, 12, 0, "pm")
	for w, h := range map[string]int{"gmt": 0, "utc": 0, "bst": 60, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "cet": 60, "cest": 120, "ist": 330, "jst": 540, "aest": 600, "aedt": 660, "eet": 120, "eest": 180, "msk": 180, "et": -300, "hkt": 480, "wib": 420, "nzst": 720} {
		put(cZone, h, 0, w)
	}
	put(cHoliday, hChristmas, 0, "christmas", "xmas")
	put(cHoliday, hThanksgiving, 0, "thanksgiving")
	put(cHoliday, hHalloween, 0, "halloween")
	put(cHoliday, hEaster, 0, "easter")
	put(cDecade, 20, 0, "twenties")
	put(cDecade, 30, 0, "thirties")
	put(cDecade, 40, 0, "forties")
	put(cDecade, 50, 0, "fifties")
	put(cDecade, 60, 0, "sixties")
	put(cDecade, 70, 0, "seventies")
	put(cDecade, 80, 0, "eighties")
	put(cDecade, 90, 0, "nineties")
	put(cOf, 0, 0, "of")
	for w, p := range map[string]int{"in": pIn, "on": pOn, "since": pSince, "until": pUntil, "till": pUntil, "by": pBy, "from": pFrom, "during": pDuring, "throughout": pDuring, "between": pBetween, "for": pFor, "beyond": pOther, "starting": pFrom, "following": pOther, "circa": pOther} {
		if m[w].cls == cNone {
			put(cPrep, p, 0, w)
		}
	}
	put(cAnd, 0, 0, "and", "or", "to", "through", "thru")
	put(cHalf, 0, 0, "half")
	put(cAged, 0, 0, "aged", "age", "ages")
	put(cFiscal, 0, 0, "fiscal", "financial")

	verbs := func(t tense, ws ...string) {
		for _, w := range ws {
			l := m[w]
			l.tense = t
			m[w] = l
		}
	}
	verbs(tFuture, "will", "shall", "wo", "ll", "gonna", "wont")
	verbs(tModal, "would", "could", "may", "might", "should", "must", "can", "d")
	verbs(tPresent, "is", "are", "am", "isn", "aren", "does", "do", "says", "re", "m")
	verbs(tHave, "has", "have", "had", "ve", "hasn", "haven", "hadn")
	verbs(tBe, "be", "been", "being")
	verbs(tTo, "to")
	verbs(tPlan, "scheduled", "due", "expected", "planned", "plans", "plan", "planning", "slated", "set", "expects", "expect", "intends", "intend", "intended", "hopes", "hope", "hoping", "aims", "aiming",
		"upcoming", "forthcoming", "deadline", "going", "poised", "likely", "ready", "vows", "promises", "wants", "proposed", "tentatively", "begins", "starts", "opens", "expires", "forecast", "prepares", "preparing", "projected", "anticipated", "eventual", "ahead",
		"ends", "closes", "arrives", "resumes", "takes", "leaves", "faces", "kicks")
	verbs(tPast, "was", "were", "wasn", "weren", "did", "didn", "said", "told", "made", "took", "gave", "came", "went", "saw", "met", "held", "left", "found", "got", "began", "became", "became", "fell", "rose", "won", "lost", "sold", "bought", "paid",
		"sent", "spoke", "wrote", "knew", "thought", "felt", "kept", "brought", "built", "broke", "chose", "cut", "drew", "drove", "fought", "flew", "grew", "heard", "hit", "hurt", "laid", "led", "lay", "put", "ran", "rang", "read", "sat", "shot", "shut", "spent", "stood", "struck", "stole", "swept", "swore", "taught", "threw",
		"understood", "wore", "withdrew", "overthrew", "forgot", "dealt", "fled", "sought", "caught", "cast", "burst", "beat", "bid", "blew", "sank", "slid", "sprang", "spread", "shook", "slept", "split", "died", "arose", "awoke", "bore", "bound", "clung", "crept", "dug", "fed", "hung", "lit", "meant", "rode", "sang", "shone", "spun", "stuck", "tore", "wept", "agreed", "freed", "decreed", "born",
		"taken", "given", "gone", "seen", "known", "shown", "begun", "fallen", "risen", "written", "spoken", "driven", "flown", "drawn", "grown", "chosen", "broken", "stolen", "thrown", "worn", "sworn", "hidden", "eaten", "proven", "done")
	verbs(tStop, "who", "which", "whose", "because", "although", "though", "while", "whereas", "if", "unless", "when", "where", "but")
	verbs(tNot, "united", "hundred", "red", "bed", "shed", "indeed", "need", "speed", "hundreds", "sacred", "naked", "wicked", "so-called", "limited", "alleged", "embed", "seed", "med", "fed", "led", "wed", "ted", "fred", "mohammed", "ahmed", "muhammed", "hamed", "alfred", "advanced", "armed", "unmanned")
	verbs(tPast, "led", "fed", "shed")
	verbs(tPast, "ate", "drank", "swam", "spat", "strode", "strove", "forbade", "lent", "bent", "slew", "swung", "flung", "slung", "knelt", "leapt", "burnt", "dreamt", "spilt", "woke", "froze", "bled", "bred", "sped", "stank", "shrank", "ground", "quit")
	verbs(tRun, "resume", "go", "come", "open", "close", "return", "start", "begin", "end", "leave", "arrive", "run", "sit", "meet", "vote", "play", "fly", "depart", "travel", "reopen", "launch", "continue", "finish", "face", "appear", "move", "sail", "gather", "restart")
	verbs(tRuns, "returns", "runs", "meets", "votes", "plays", "launches", "finishes", "moves", "visits", "tours", "sails", "gathers", "hosts")
	verbs(tGoes, "goes", "comes", "sits", "departs", "flies", "reopens", "restarts", "continues", "appears", "travels")
	return m
}
