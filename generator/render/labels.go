package render

import (
	"html/template"
	"regexp"
	"strconv"
	"strings"
	"time"

	"crosscheck/generator/engine/collate"
	"crosscheck/generator/engine/quote"
	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// What the site calls things. Sentences are plain newspaper English and accuse
// nobody: they say what the documents have.

const (
	noOutlet   = "Outlet not known"
	noDate     = "No date recorded"
	noDateLine = "No date line recorded"
	noHeadline = "No headline recorded"
)

// inMarks puts words in quotation marks that differ from those they hold. Words
// that run from right to left do not turn the marks.
func inMarks(text string) string {
	open, end := "“", "”"
	if strings.ContainsAny(text, "“”„\"") {
		open, end = "‘", "’"
	}
	return open + words.Isolate(text) + end
}

// reasonLabels tells readers why an expression was taken to mean its day.
var reasonLabels = map[string]string{
	timex.ReasonWritten:      "written in full",
	timex.ReasonPublished:    "counted from the date of the document",
	timex.ReasonSameDay:      "taken as the day of publication itself",
	timex.ReasonPastTense:    "understood from the past tense",
	timex.ReasonFutureTense:  "understood from the future tense",
	timex.ReasonDefaultPast:  "taken as the last such day before publication",
	timex.ReasonNearest:      "taken as the nearest to the date of the document",
	timex.ReasonLast:         "understood from the word “last”",
	timex.ReasonNext:         "understood from the word “next”",
	timex.ReasonThis:         "understood from the word “this”",
	timex.ReasonUntil:        "understood from the word “until” or “by”",
	timex.ReasonSince:        "understood from the word “since”",
	timex.ReasonWeekdayFits:  "taken as the year in which the weekday fits",
	timex.ReasonContext:      "understood from another date in the text",
	timex.ReasonNoPublished:  "the document’s own date is not recorded",
	timex.ReasonDateline:     "counted from the place and date line",
	timex.ReasonName:         "part of a name",
	timex.ReasonDayFirst:     "the document writes the day before the month",
	timex.ReasonMonthFirst:   "the document writes the month before the day",
	timex.ReasonMonthDefault: "taken as month and day, in the American order",
	timex.ReasonDayDefault:   "taken as day and month, in the British order",
	timex.ReasonNoDay:        "names no day",
}

func reasonLabel(reason string) string {
	if label, ok := reasonLabels[reason]; ok {
		return label
	}
	return reason
}

// called names a document where its siglum stands beside it: by its outlet or,
// where that is not known, by its headline or label, so that two such
// documents can be told apart. A headline is cut to n letters.
func called(outlet, name string, printed, recorded bool, n int) string {
	switch {
	case outlet != "":
		return words.Isolate(outlet)
	case printed:
		return inMarks(shortened(name, n))
	case recorded:
		return words.Isolate(shortened(name, n))
	}
	return noOutlet
}

// maxCalled is how many letters of a headline stand for an outlet's name.
const maxCalled = 48

// headlineNote says what is known of the headline of a document that is called
// by something else.
func headlineNote(printed, label bool) string {
	switch {
	case printed:
		return ""
	case label:
		return "our label; no headline is printed"
	}
	return "no headline recorded"
}

// A kindLabel is how a kind of difference is shown: the class gives the line
// under the words and, in the style sheet, the short label behind them.
type kindLabel struct{ class, name, meaning string }

var kindLabels = [...]kindLabel{
	collate.Same:        {"", "same", "no difference"},
	collate.Typography:  {"v-typ", "typography", "other quotation marks, dashes or spaces"},
	collate.Punctuation: {"v-pun", "punctuation", "other commas, stops or quotation marks"},
	collate.Spelling:    {"v-spe", "spelling", "the same word in another spelling"},
	collate.Inflection:  {"v-inf", "inflection", "another form of the same word"},
	collate.Order:       {"v-ord", "order", "the same words in another place"},
	collate.Wording:     {"v-wor", "wording", "another word or phrase for it"},
	collate.Omission:    {"v-omi", "left out", "words of the base that are not here; the mark stands where they would be"},
	collate.Name:        {"v-nam", "name", "another name for a person, place or body"},
	collate.Date:        {"v-dat", "date", "another day, month or year"},
	collate.Number:      {"v-num", "number", "another figure"},
	collate.Negation:    {"v-neg", "negation", "one says no where the other does not"},
}

// The two marks that only a comparison with the base needs.
var (
	addedLabel   = kindLabel{"v-add", "added", "words that the base does not have"}
	outsideLabel = kindLabel{"v-out", "not compared", "the base begins later, ends earlier or has a gap here"}
)

func kindLabelOf(k collate.Kind) kindLabel {
	if int(k) < len(kindLabels) {
		return kindLabels[k]
	}
	return kindLabel{"v-wor", k.String(), ""}
}

func formLabel(f factcheck.Form) string {
	switch f {
	case factcheck.Direct:
		return "Direct quotation"
	case factcheck.Partial:
		return "Partly in quotation marks"
	case factcheck.Paraphrase:
		return "Paraphrase"
	case factcheck.Headline:
		return "Headline"
	case factcheck.Translation:
		return "Translation"
	case factcheck.Caption:
		return "Picture caption"
	}
	return string(f)
}

func doubtLabel(d quote.Doubt) string {
	switch d {
	case "skips-negation":
		return "The words left out contain a negation."
	case "cuts-negation":
		return "A negation stands directly beside the quotation."
	case "skips-exception":
		return "The words left out contain an exception."
	case "cuts-exception":
		return "An exception stands directly beside the quotation."
	case "far-apart":
		return "The parts of the quotation stand far apart in the document."
	case "out-of-order":
		return "The parts of the quotation stand in another order in the document."
	}
	return "Note on the quotation: " + strings.ReplaceAll(string(d), "-", " ") + "."
}

// findingKinds names the kinds of finding, those of editors and those of the
// program.
var findingKinds = map[string]string{
	"wording":           "Wording",
	"date":              "Date",
	"figure":            "Figure",
	"attribution":       "Attribution",
	"text":              "Text",
	"quote-differs":     "Quotations differ",
	"figure-differs":    "Figures differ",
	"figure-arithmetic": "Figures that do not add up",
	"speaker-differs":   "Speakers differ",
	"quotation-marks":   "Quotation marks",
	"day-conflict":      "Different days",
	"late-report":       "Late date",
	"undated":           "No date",
	"weekday-mismatch":  "Weekday and date",
	"ambiguous-month":   "Month without a year",

	"ambiguous-order":    "Day or month",
	"beginning-conflict": "Beginning",
	"both-tenses":        "Past and to come",
	"dated-apart":        "Date apart from the others",
	"duration-mismatch":  "Length of time",
	"event-conflict":     "One event, two days",
	"publication-day":    "Day of publication",
	"quote-inconsistent": "A quotation in two forms",
	"relative-mismatch":  "Today, tomorrow and the date",
	"stray-date":         "Date of another time",
	"told-early":         "Told before its day",
	"told-late":          "Announced after its day",
}

func findingKind(kind string) string {
	if label, ok := findingKinds[kind]; ok {
		return label
	}
	return sentence(strings.ReplaceAll(kind, "-", " "))
}

// aboutDates tells the kinds of finding that belong to the dates of a claim.
func aboutDates(kind string) bool {
	switch kind {
	case "date", "day-conflict", "late-report", "undated", "weekday-mismatch", "ambiguous-month", "ambiguous-order", "beginning-conflict", "both-tenses", "dated-apart",
		"duration-mismatch", "event-conflict", "publication-day", "relative-mismatch", "stray-date", "told-early", "told-late":
		return true
	}
	return false
}

func severityLabel(s factcheck.Severity) string {
	if s == factcheck.Major {
		return "Major"
	}
	return "Minor"
}

// certaintyLabel says how sure a finding's reckoning is. What is only likely
// needs no such word once an editor has confirmed it.
func certaintyLabel(f *factcheck.Finding) string {
	switch {
	case f.Certainty == factcheck.Hard:
		return "Cannot all be true"
	case f.Certainty != factcheck.Soft:
		return ""
	case f.Kind == factcheck.Undated:
		return "Age inferred"
	case f.Status == factcheck.Confirmed:
		return ""
	case f.Kind == "figure-differs":
		return "One may be out of date" // nothing rare: counts grow from report to report
	}
	return "Rare, but possible"
}

// unreviewed reports a finding of the program's that no editor has looked at.
func unreviewed(f *factcheck.Finding) bool { return !f.ByEditor && f.Status == factcheck.Proposed }

func statusLabel(f *factcheck.Finding) string {
	switch {
	case f.Status == factcheck.Dismissed:
		return "Dismissed by an editor"
	case f.ByEditor:
		return "Found by an editor"
	case f.Status == factcheck.Confirmed:
		return "Found by the program, confirmed by an editor"
	}
	return "Found by the program, not yet reviewed"
}

// What an editor decided and what the program worked out carry these two labels,
// wherever they stand.
const (
	byEditor  template.HTML = `<span class="by">Editor</span>`
	byProgram template.HTML = `<span class="by program">Program</span>`
)

// spell writes a date as the site prints it: 18 July 2021, July 2021, 2021; a
// moment with its hour and, where it was given, its distance from UTC.
func spell(d factcheck.Date) string {
	iso := d.ISO
	switch {
	case len(iso) == 7 && iso[4] == '-':
		if m, err := strconv.Atoi(iso[5:]); err == nil && m >= 1 && m <= 12 {
			return time.Month(m).String() + " " + iso[:4]
		}
	case len(iso) >= 10 && !d.Day.IsZero():
		s := factcheck.SpellDay(d.Day)
		if len(iso) >= 16 {
			s += ", " + iso[11:16]
			zone := iso[16:]
			if strings.HasPrefix(zone, ":") && len(zone) >= 3 {
				zone = zone[3:]
			}
			switch {
			case zone == "Z":
				s += " UTC"
			case zone != "":
				s += " UTC" + zone
			}
		}
		return s
	}
	return iso
}

// understood says in words which days an expression was taken to mean.
func understood(e timex.Expression) string {
	first, last := e.Earliest, e.Latest
	switch {
	case first.IsZero():
		return unresolved(e.Value)
	case first == last:
		return factcheck.SpellWeekday(first)
	case e.Grain == timex.GrainMonth && e.Modifier == "":
		return first.Month.String() + " " + strconv.Itoa(first.Year)
	case e.Grain == timex.GrainYear && e.Modifier == "":
		return strconv.Itoa(first.Year)
	}
	return period(first, last)
}

// period writes two days as a span: 17–18 July 2021, 1 May – 3 June 2021.
func period(first, last timex.Day) string {
	switch {
	case first == last:
		return factcheck.SpellDay(first)
	case first.Year != last.Year:
		return factcheck.SpellDay(first) + " – " + factcheck.SpellDay(last)
	case first.Month != last.Month:
		return strconv.Itoa(first.Day) + " " + first.Month.String() + " – " + factcheck.SpellDay(last)
	}
	return strconv.Itoa(first.Day) + "–" + factcheck.SpellDay(last)
}

// unresolved says what is known of an expression that names no known day.
func unresolved(value string) string {
	if rest, ok := strings.CutPrefix(value, "XXXX-W"); ok {
		if n := len(rest); n > 2 && rest[n-2] == '-' && rest[n-1] >= '1' && rest[n-1] <= '7' {
			return "a " + time.Weekday((rest[n-1]-'0')%7).String() + "; which one is not known"
		}
		return "not known"
	}
	if rest, ok := strings.CutPrefix(value, "XXXX-"); ok && len(rest) >= 2 {
		if m, err := strconv.Atoi(rest[:2]); err == nil && m >= 1 && m <= 12 {
			if len(rest) >= 5 && rest[2] == '-' {
				if d, err := strconv.Atoi(rest[3:5]); err == nil {
					return strconv.Itoa(d) + " " + time.Month(m).String() + "; the year is not known"
				}
			}
			return time.Month(m).String() + "; the year is not known"
		}
	}
	return "not known"
}

// validDateTime returns what HTML allows in a time element's datetime for an
// expression: a day, with the hour if there is one, a week, month or year that is
// meant as a whole, a day of no known year, a duration in days or weeks. It
// returns "" where HTML has no form that says exactly that: the weekend, early
// May, the nineties, a Sunday.
func validDateTime(e timex.Expression) string {
	first, last := e.Earliest, e.Latest
	if first.IsZero() {
		return undated(e.Value)
	}
	if first.Year < 1 || first.Year > 9999 {
		return ""
	}
	day := first.String()
	if first == last {
		if clock, ok := strings.CutPrefix(e.Value, day+"T"); ok && clockTime.MatchString(clock) {
			return e.Value
		}
		return day
	}
	next := last.Add(1)
	switch {
	case e.Modifier != "":
		return ""
	case e.Grain == timex.GrainMonth && first.Day == 1 && next.Day == 1 && last.Month == first.Month && last.Year == first.Year:
		return day[:7]
	case e.Grain == timex.GrainYear && first.Day == 1 && first.Month == 1 && next.Day == 1 && next.Month == 1 && last.Year == first.Year:
		return day[:4]
	case e.Grain == timex.GrainWeek && last == first.Add(6) && first.Weekday() == time.Monday:
		year, week := first.ISOWeek()
		return strconv.Itoa(year) + "-W" + string([]byte{byte('0' + week/10), byte('0' + week%10)})
	}
	return ""
}

var (
	clockTime   = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$`)
	yearlessDay = regexp.MustCompile(`^XXXX-((?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$`)
	wholeDays   = regexp.MustCompile(`^P\d+D$`)
	wholeWeeks  = regexp.MustCompile(`^P(\d+)W$`)
)

// undated is validDateTime for an expression that names no known day.
func undated(value string) string {
	if m := yearlessDay.FindStringSubmatch(value); m != nil {
		if _, ok := timex.ParseDay("2000-" + m[1]); ok {
			return m[1]
		}
	}
	if wholeDays.MatchString(value) {
		return value
	}
	if m := wholeWeeks.FindStringSubmatch(value); m != nil {
		return m[1] + "w"
	}
	return ""
}

// count writes a number with its noun: 1 claim, 2 claims.
func count(n int, singular, plural string) string {
	if n == 1 {
		return "1 " + singular
	}
	return strconv.Itoa(n) + " " + plural
}

// listed joins words as a sentence does: A, B and C.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// sentence gives text a capital.
func sentence(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}

// languages names the languages most met in news; others are shown by their
// code.
var languages = map[string]string{
	"ar": "Arabic", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
	"fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
	"ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian",
	"ru": "Russian", "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}

// languageName names a language by its BCP 47 tag.
func languageName(tag string) string {
	if name := languages[strings.ToLower(tag)]; name != "" {
		return name
	}
	base, rest, ok := strings.Cut(tag, "-")
	if name := languages[strings.ToLower(base)]; ok && name != "" {
		return name + " (" + rest + ")"
	}
	return tag
}

// some writes a number with its noun, and nothing for none.
func some(n int, singular, plural string) string {
	if n == 0 {
		return ""
	}
	return count(n, singular, plural)
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}
