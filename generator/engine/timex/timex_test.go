package timex

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// show writes expressions as text=value, one after the other.
func show(text string, xs []Expression) string {
	var b strings.Builder
	for i, x := range xs {
		if i > 0 {
			b.WriteString(" | ")
		}
		b.WriteString(text[x.Start:x.End] + "=" + x.Value)
	}
	return b.String()
}

func mustDay(t testing.TB, iso string) Day {
	t.Helper()
	if iso == "" {
		return Day{}
	}
	d, ok := ParseDay(iso)
	if !ok {
		t.Fatalf("bad day %q", iso)
	}
	return d
}

// Each case: publication date, text, what is found. 2019-05-15 is a Wednesday.
var tagCases = []struct{ pub, text, want string }{
	// dates written in full, in every order
	{"2019-05-15", "The bridge opened on May 4, 1932.", "May 4, 1932=1932-05-04"},
	{"2019-05-15", "The bridge opened on 4 May 1932, and shut on the 5th of June, 1940.", "4 May 1932=1932-05-04 | the 5th of June, 1940=1940-06-05"},
	{"", "Filed 2018-11-30, updated 2018-12-01T08:15Z.", "2018-11-30=2018-11-30 | 2018-12-01T08:15Z=2018-12-01T08:15Z"},
	{"", "Signed 30.11.2018 and 24-Jul-03.", "30.11.2018=2018-11-30 | 24-Jul-03=2003-07-24"},
	{"", "On Feb. 29, 2020, and on Sept. 3rd, 2020.", "Feb. 29, 2020=2020-02-29 | Sept. 3rd, 2020=2020-09-03"},
	{"", "On February 30, 2020, nothing happened.", ""},
	{"", "The July fourth, 1976, parade", "July fourth, 1976=1976-07-04"},
	{"2019-05-15", "between April 3 and 7, 2018, and from 16-18 July 2018", "April 3=2018-04-03 | 7, 2018=2018-04-07 | 16=2018-07-16 | 18 July 2018=2018-07-18"},
	{"2019-05-15", "from November 2016 to March", "November 2016=2016-11 | March=2017-03"},
	{"2019-05-15", "between April and June 2008", "April=2008-04 | June 2008=2008-06"},
	// weekdays and the tense of their clause
	{"2019-05-15", "The council voted on Monday.", "Monday=2019-05-13"},
	{"2019-05-15", "The council will vote on Monday.", "Monday=2019-05-20"},
	{"2019-05-15", "On Friday the council will vote; on Friday it met.", "Friday=2019-05-17 | Friday=2019-05-10"},
	{"2019-05-15", "The council met Wednesday.", "Wednesday=2019-05-15"},
	{"2019-05-15", "The mayor said Tuesday that work would begin on Thursday.", "Tuesday=2019-05-14 | Thursday=2019-05-16"},
	{"2019-05-15", "Schools remain closed until Friday.", "Friday=2019-05-17"},
	{"2019-05-15", "She is scheduled to speak on Saturday at 9:30 a.m.", "Saturday at 9:30 a.m.=2019-05-18T09:30"},
	{"2019-05-15", "He resigned last Friday; next Tuesday a successor arrives.", "last Friday=2019-05-10 | next Tuesday=2019-05-21"},
	{"2019-05-15", "The storm hit on Monday night and Tuesday morning.", "Monday night=2019-05-13TNI | Tuesday morning=2019-05-14TMO"},
	{"2019-05-15", "They met on Monday last week and meet on Thursday next week.", "Monday last week=2019-05-06 | Thursday next week=2019-05-23"},
	// months and days without a year
	{"2019-05-15", "The harvest failed in October.", "October=2018-10"},
	{"2019-05-15", "The work should be completed in October.", "October=2019-10"},
	{"2019-05-15", "A June 3 hearing has been scheduled.", "June 3=2019-06-03"},
	{"2019-01-10", "He was arrested on December 20.", "December 20=2018-12-20"},
	{"2019-05-15", "last September and next May", "last September=2018-09 | next May=2020-05"},
	{"2019-05-15", "October of last year", "October of last year=2018-10"},
	// relative
	{"2019-05-15", "yesterday, today, tomorrow, tonight, this morning, last night", "yesterday=2019-05-14 | today=2019-05-15 | tomorrow=2019-05-16 | tonight=2019-05-15TNI | this morning=2019-05-15TMO | last night=2019-05-14TNI"},
	{"2019-05-15", "last week, this month, next year", "last week=2019-W19 | this month=2019-05 | next year=2020"},
	{"2019-05-15", "two years ago and three days ago and years ago", "two years ago=2017 | three days ago=2019-05-12 | years ago=PAST_REF"},
	{"2019-05-15", "On May 3 the dam burst. Two days later it was mended. The next day it rained.", "May 3=2019-05-03 | Two days later=2019-05-05 | The next day=2019-05-06"},
	{"2019-05-15", "Sales rose in March compared with the same month a year ago.", "March=2019-03 | the same month a year ago=2018-03"},
	{"2019-05-15", "The weekend was quiet; this weekend will not be.", "The weekend=2019-W19-WE | this weekend=2019-W20-WE"},
	{"2019-05-15", "later this year, earlier today, early Monday, late in 2017, mid-2016", "later this year=2019 | earlier today=2019-05-15 | early Monday=2019-05-13 | late in 2017=2017 | mid-2016=2016"},
	{"2019-05-15", "at the end of last year", "the end of last year=2018"},
	// quarters, seasons, decades
	{"2019-05-15", "Profit fell in the first quarter of 2018 and the fourth quarter of last year.", "the first quarter of 2018=2018-Q1 | the fourth quarter of last year=2018-Q4"},
	{"2019-11-03", "third-quarter results", "third-quarter=2019-Q3"},
	{"2019-05-15", "the summer of 1969, last winter, spring 2017", "the summer of 1969=1969-SU | last winter=2018-WI | spring 2017=2017-SP"},
	{"2019-05-15", "the early 1990s, the '70s, the nineties, the 19th century", "the early 1990s=199 | the '70s=197 | the nineties=199 | the 19th century=18"},
	{"2019-05-15", "fiscal 2017, fiscal year 2018, FY2016", "fiscal 2017=FY2017 | fiscal year 2018=FY2018 | FY2016=FY2016"},
	// durations and sets
	{"2019-05-15", "for three weeks, almost two and a half years, a 27-year lease, half an hour", "three weeks=P3W | almost two and a half years=P2.5Y | 27-year=P27Y | half an hour=PT30M"},
	{"2019-05-15", "several months, two consecutive quarters, the past nine days, over a year", "several months=PXM | two consecutive quarters=P2Q | the past nine days=P9D | over a year=P1Y"},
	{"2019-05-15", "15 a year, $5 a day, every Monday, daily, twice a week, each year", "a year=P1Y | a day=P1D | every Monday=XXXX-WXX-1 | daily=P1D | twice a week=P1W | each year=P1Y"},
	// clock times
	{"2019-05-15", "at 18:00 UTC, 6:40 p.m., 0800 GMT and at nine o'clock", "18:00 UTC=2019-05-15T18:00Z | 6:40 p.m.=2019-05-15T18:40 | 0800 GMT=2019-05-15T08:00Z | nine o'clock=2019-05-15T09:00"},
	{"2019-05-15", "at 12:00 UTC Monday", "12:00 UTC Monday=2019-05-13T12:00Z"},
	{"2019-05-15", "at noon on Friday he left", "noon on Friday=2019-05-10T12:00"},
	// undated
	{"", "On Sunday, in July, on July 18, last week and yesterday.", "Sunday=XXXX-WXX-7 | July=XXXX-07 | July 18=XXXX-07-18 | last week=XXXX-WXX | yesterday=XXXX-XX-XX"},
	{"", "Three hours later it rained.", "Three hours later=XXXX-XX-XXTXX"},
	{"", "On Sunday, July 18, he spoke; the next day he left.", "Sunday, July 18=XXXX-07-18 | the next day=XXXX-XX-XX"},
	{"", "On March 3, 2018, he spoke; the next day he left.", "March 3, 2018=2018-03-03 | the next day=2018-03-04"},
	// traps
	{"2019-05-15", "The Sun and the Sunday Times reported it, as did the Mail on Sunday.", ""},
	{"2019-05-15", "Since Black Monday, Sheffield Wednesday fans have sung Ruby Tuesday.", ""},
	{"2019-05-15", "Mrs May may march. May said so. It may be.", ""},
	{"2019-05-15", "In May it rained; Theresa May said so on May 3.", "May=2019-05 | May 3=2019-05-03"},
	{"2019-05-15", "It cost $27, then 1945 dollars, and 2000 people came.", ""},
	{"2019-05-15", "A 33-year-old man, aged 55, or 12 years old, at the age of two years", ""},
	{"2019-05-15", "He lives at 1984 Harbour View Road and won 6-4, 7-5 on a second serve.", ""},
	{"2019-05-15", "About a quarter of the three quarters of voters", ""},
	{"2019-05-15", "It is the fall of a government, a march, and an august body with a spring in its step.", ""},
	{"2019-05-15", "June Miller met April Jones and Augusta.", ""},
	{"2019-05-15", "The minutes of the meeting were second to none.", ""},
	{"2019-05-15", "The March 14 Alliance marched down July 4 Street.", "March 14=XXXX-03-14 | July 4=XXXX-07-04"},
	{"2019-05-15", "Since the September 11 attacks and 9/11", "September 11=XXXX-09-11 | 9/11=XXXX-09-11"},
	{"2019-05-15", "since September 11, 2001", "September 11, 2001=2001-09-11"},
	{"2019-05-15", "Flight 1976 on Route 1999 used Windows 2000, build 10.0.1985 at 127.0.0.1.", ""},
}

func TestTagFindsAndResolves(t *testing.T) {
	for _, c := range tagCases {
		xs := Tag(c.text, Options{Published: mustDay(t, c.pub)})
		if got := show(c.text, xs); got != c.want {
			t.Errorf("%s %q\n got %s\nwant %s", c.pub, c.text, got, c.want)
		}
	}
}

// Found on invented news paragraphs; 2019-05-15 is a Wednesday.
var newsCases = []struct{ text, want string }{
	{"Banks will stay closed until next Tuesday, 21 May, the regulator said.", "next Tuesday, 21 May=2019-05-21"},
	{"Prosecutors said late Monday they would appeal; the deadline is June 6.", "late Monday=2019-05-13 | June 6=2019-06-06"},
	{"The plot dates to the summer of 2002; by the following spring it had failed.", "the summer of 2002=2002-SU | the following spring=2003-SP"},
	{"It was planned for the evening of Dec. 23, 2003, two days before Christmas.", "the evening of Dec. 23, 2003=2003-12-23TEV | two days=P2D | Christmas=2003-12-25"},
	{"They had agreed on Tuesday to meet on Thursday.", "Tuesday=2019-05-14 | Thursday=2019-05-16"},
	{"The two sides were due to talk again on Sunday.", "Sunday=2019-05-12"},
	{"The two sides were due to talk again on Saturday.", "Saturday=2019-05-18"},
	{"He waited until Monday. Not until Tuesday did he speak.", "Monday=2019-05-13 | Tuesday=2019-05-14"},
	{"\"We leave on Friday,\" they said.", "Friday=2019-05-17"},
	{"Results may come as early as next week, and no later than the second week of June.", "next week=2019-W21 | the second week of June=2019-W24"},
	{"Profit rose from a year earlier, beating the year-ago quarter.", "a year earlier=2018 | the year-ago quarter=2018-Q1"},
	{"It was open 24 hours a day, seven days a week.", "24 hours=PT24H | a day=P1D | seven days=P7D | a week=P1W"},
	{"She was 5 1/2 months into a 90-minute, daylong, decades-long and 2½-year affair.", "5 1/2 months=P5.5M | 90-minute=PT90M | daylong=P1D | decades-long=PXY | 2½-year=P2.5Y"},
	{"To this day, in the past, for the moment, in the near future, at present, these days", "this day=PRESENT_REF | the past=PAST_REF | the moment=PRESENT_REF | the near future=FUTURE_REF | at present=PRESENT_REF | these days=PRESENT_REF"},
	{"66 million years ago, some years ago", "66 million years ago=PAST_REF | some years ago=PAST_REF"},
	{"On the first Monday of May, the last week of March 2018, the first Tuesday after that", "the first Monday of May=2019-05-06 | the last week of March 2018=2018-W12"},
	{"On Good Friday, Christmas Eve and New Year's Day; Easter Monday 2018", "Good Friday=2019-04-19 | Christmas Eve=2018-12-24 | New Year's Day=2019-01-01 | Easter Monday 2018=2018-04-02"},
	{"Orders for March through July rose; in 2017 it was worse; by the end of the year it will be better.", "March=2019-03 | July=2019-07 | 2017=2017 | the end of the year=2019"},
	{"By year-end, over the past year and a half, in the first three months of 2018", "year-end=2019 | the past year and a half=P1.5Y | the first three months of 2018=P3M"},
	{"It began at 8 o'clock on Tuesday night; the over-50s left at about 3 a.m. Wednesday.", "8 o'clock on Tuesday night=2019-05-14T20:00 | about 3 a.m. Wednesday=2019-05-15T03:00"},
	{"A report warned of it. Memorial Day is the target; May Day was not.", "Memorial Day=2019-05-27 | May Day=2019-05-01"},
	{"He said earlier that sales closed at 1930 yen.", "earlier=PAST_REF"},
	{"The Daily Echo and a weekly magazine appear monthly.", "monthly=P1M"},
	{"the current of the river; the current plan", "current=PRESENT_REF"},
	{"in his 50s; the 1950s; 1950; '50s style; since '57", "the 1950s=195 | 1950=1950 | '50s=195 | '57=1957"},
	{"No. 1999, p. 2004, £1,945, room 2010, 2000 votes, 127.0.0.1, 1-800-555-1999, 978-0-306-40615-7", ""},
	{"at 7.30pm, 1930hrs, 0700 local time, 9-11 a.m.; 10:30 more; 2:05:31 in the race; odds of 16:9", "7.30pm=2019-05-15T19:30 | 1930hrs=2019-05-15T19:30 | 0700 local time=2019-05-15T07:00 | 11 a.m.=2019-05-15T11:00"},
}

func TestTagReadsNews(t *testing.T) {
	for _, c := range newsCases {
		xs := Tag(c.text, Options{Published: Day{2019, 5, 15}})
		if got := show(c.text, xs); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestDatelineAndTense(t *testing.T) {
	cases := []struct {
		text string
		line bool
		ten  Tense
	}{
		{"HARBOUR CITY, May 16 (AP) - The bridge is down", true, TenseUnknown},
		{"HARBOUR CITY, Freedonia (AP) — May 14, 2019 — The bridge is down", true, TenseUnknown},
		{"Published: 14 May 2019 - 21:55", true, TenseUnknown},
		{"Last updated on May 14, 2019", true, TenseUnknown},
		{"May 14, 2019\n\nThe bridge is down.", true, TenseUnknown},
		{"14 May 2019 Last updated by the desk", true, TenseUnknown},
		{"updated 3:43 PM EDT, Tue May 14, 2019", true, TenseUnknown},
		{"Updated May 14, 2019, 7:33 p.m. ET", true, TenseUnknown},
		{"Tue May 14, 2019 9:33am EDT", true, TenseUnknown},
		{"May 14, 7:34 PM EDT", true, TenseUnknown},
		{"Posted on May 14, 2019 at 3:14 p.m.", true, TenseUnknown},
		{"LONDON | Tue May 14, 2019 4:06am EDT", true, TenseUnknown},
		{"First published on Tue 14 May 2019 09.26 BST", true, TenseUnknown},
		{"Last modified on Tue 14 May 2019 14.03 EDT", true, TenseUnknown},
		{"3:43 p.m. EDT, May 14, 2019", true, TenseUnknown},
		{"KABUL, Afghanistan (Reuters) - May 14 - The bridge is down", true, TenseUnknown},
		{"OSLO (May 14) – Airports across the north closed", true, TenseUnknown},
		{"The bridge, opened on May 14, 2019, is down.", false, TensePast},
		{"The bridge will open on May 14, 2019.", false, TenseFuture},
		{"The bridge collapsed, officials said Tuesday", false, TensePast},
	}
	for _, c := range cases {
		x := only(t, c.text, Options{Published: Day{2019, 5, 15}})
		if x.Dateline != c.line || x.Tense != c.ten {
			t.Errorf("%q: dateline %v, tense %d", c.text, x.Dateline, x.Tense)
		}
	}
	// A dateline of tomorrow is a time zone, not last year.
	if x := only(t, cases[0].text, Options{Published: Day{2019, 5, 15}}); x.Value != "2019-05-16" || x.Reason != ReasonDateline {
		t.Errorf("%+v", x)
	}
}

func TestHeadlineTellsThePastInThePresent(t *testing.T) {
	xs := Tag("Minister opens bridge Monday\n\nThe bridge opens on Monday, it was said.", Options{Published: Day{2019, 5, 15}})
	if got := show("Minister opens bridge Monday\n\nThe bridge opens on Monday, it was said.", xs); got != "Monday=2019-05-13 | Monday=2019-05-20" {
		t.Error(got)
	}
}

func TestYearOfTheStoryWhenTheWeekdayFits(t *testing.T) {
	// November 22 was a Friday in 1963.
	text := "The president was shot in 1963. On Friday, November 22, he had landed at noon."
	xs := Tag(text, Options{Published: Day{2018, 5, 15}})
	if got := show(text, xs); !strings.Contains(got, "Friday, November 22=1963-11-22") {
		t.Error(got)
	}
}

// only is the single expression of a text.
func only(t *testing.T, text string, o Options) Expression {
	t.Helper()
	xs := Tag(text, o)
	if len(xs) != 1 {
		t.Fatalf("%q: %d expressions: %s", text, len(xs), show(text, xs))
	}
	return xs[0]
}

func TestWrittenWeekdayIsKeptApartFromTheDate(t *testing.T) {
	x := only(t, "on Monday, July 18, 2021", Options{})
	if !x.HasWeekday || x.Weekday != time.Monday || !x.Mismatch || x.ActualWeekday != time.Sunday || !x.Explicit {
		t.Errorf("%+v", x)
	}
	x = only(t, "on Sunday, July 18, 2021", Options{})
	if x.Mismatch || x.Weekday != time.Sunday {
		t.Errorf("%+v", x)
	}
	xs := Tag("on Friday (May 9) and on May 10, a Saturday, and on May 11 (Monday)", Options{Published: Day{2019, 5, 15}})
	var bad []string
	for _, x := range xs {
		if x.Mismatch {
			bad = append(bad, x.Value+" is a "+x.ActualWeekday.String()+", not a "+x.Weekday.String())
		}
	}
	want := "2019-05-09 is a Thursday, not a Friday; 2019-05-10 is a Friday, not a Saturday; 2019-05-11 is a Saturday, not a Monday"
	if got := strings.Join(bad, "; "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestWeekdayChoosesTheYear(t *testing.T) {
	// 2019-01-09: December 31 was a Monday in 2018 and will be a Tuesday in 2019.
	x := only(t, "Monday, December 31", Options{Published: Day{2019, 1, 9}})
	if x.Value != "2018-12-31" || x.Mismatch || !x.YearInferred || x.Explicit {
		t.Errorf("%+v", x)
	}
	// 2019-11-20: “February 14” lies three months ahead or nine back; a Friday only in 2020.
	x = only(t, "They married on Friday, February 14", Options{Published: Day{2019, 11, 20}})
	if x.Value != "2020-02-14" || x.Mismatch {
		t.Errorf("%+v", x)
	}
}

func TestCandidatesStandOnBothSides(t *testing.T) {
	pub := Day{2019, 5, 15}
	x := only(t, "The vote was on Friday.", Options{Published: pub})
	if len(x.Candidates) != 2 || x.Candidates[0].Value != "2019-05-10" || x.Candidates[1].Value != "2019-05-17" || x.Reason != ReasonPastTense {
		t.Errorf("%+v", x)
	}
	x = only(t, "The vote was on Wednesday.", Options{Published: pub})
	if len(x.Candidates) != 3 || x.Candidates[0].Earliest != pub || x.Reason != ReasonSameDay {
		t.Errorf("%+v", x)
	}
	x = only(t, "The vote was in October.", Options{Published: pub})
	if len(x.Candidates) != 2 || x.Candidates[0].Value != "2018-10" || x.Candidates[1].Value != "2019-10" || x.Grain != GrainMonth {
		t.Errorf("%+v", x)
	}
	if x = only(t, "on Friday", Options{}); len(x.Candidates) != 0 || x.Reason != ReasonNoPublished || !x.Earliest.IsZero() {
		t.Errorf("%+v", x)
	}
}

func TestFiguresInTwoOrders(t *testing.T) {
	cases := []struct {
		text      string
		o         Options
		want      string
		ambiguous bool
	}{
		{"03/04/2021", Options{}, "2021-03-04", true},
		{"03/04/2021", Options{Language: "en-GB"}, "2021-04-03", true},
		{"03/04/2021", Options{Order: DayFirst}, "2021-04-03", false},
		{"03/04/2021", Options{Order: MonthFirst}, "2021-03-04", false},
		{"Sat 03/04/2021", Options{}, "2021-04-03", true},
		{"03/04/2021", Options{Published: Day{2021, 4, 5}}, "2021-04-03", true},
		{"18/07/2021", Options{}, "2021-07-18", false},
		{"7/18/21", Options{}, "2021-07-18", false},
		{"05/05/2021", Options{}, "2021-05-05", false},
		{"03.04.2021", Options{}, "2021-04-03", false},
	}
	for _, c := range cases {
		x := only(t, c.text, c.o)
		if x.Value != c.want || x.Ambiguous != c.ambiguous {
			t.Errorf("%s %+v: got %s ambiguous %v", c.text, c.o, x.Value, x.Ambiguous)
		}
		if c.ambiguous && len(x.Candidates) != 2 {
			t.Errorf("%s: %d candidates", c.text, len(x.Candidates))
		}
	}
	// dates in words show a habit, and no proof
	for text, want := range map[string]string{
		"On 3 March he got a bill of 03/04/2021":             "2021-04-03",
		"On Tuesday, the 3rd of March: 03/04/2021":           "2021-04-03",
		"On March 3 and 5 he got a bill of 03/04/2021":       "2021-03-04",
		"On March 3 he got a bill of 03/04/2021":             "2021-03-04",
		"On March 3 and on 4 March he got one of 03/04/2021": "2021-03-04",
	} {
		xs := Tag(text, Options{})
		if x := xs[len(xs)-1]; x.Value != want || !x.Ambiguous {
			t.Errorf("%q: %s, ambiguous %v", text, x.Value, x.Ambiguous)
		}
	}
	// another date of the document shows the order
	xs := Tag("From 25/03/2021 to 03/04/2021", Options{})
	if len(xs) != 2 || xs[1].Value != "2021-04-03" || xs[1].Ambiguous {
		t.Errorf("%+v", xs)
	}
}

// In a September the day before yesterday may be meant by “the September 9
// attacks”, but not by “the September 11 attacks”.
func TestADayThatIsANameInItsOwnMonth(t *testing.T) {
	for text, want := range map[string]string{"after the September 11 attacks": "XXXX-09-11", "after the September 9 attacks": "2021-09-09"} {
		if got := Tag(text, Options{Published: Day{2021, 9, 20}}); len(got) != 1 || got[0].Value != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
}

func TestNamesAreTaggedButNotResolved(t *testing.T) {
	x := only(t, "the September 11 attacks", Options{Published: Day{2019, 5, 15}})
	if !x.Name || !x.Earliest.IsZero() || x.Reason != ReasonName {
		t.Errorf("%+v", x)
	}
	// An attack of last week is news, not a name.
	x = only(t, "the May 9 attack", Options{Published: Day{2019, 5, 15}})
	if x.Name || x.Value != "2019-05-09" {
		t.Errorf("%+v", x)
	}
}

func TestOtherLanguagesOnlyInFigures(t *testing.T) {
	xs := Tag("am 18.07.2021, Montag, in March 2021", Options{Language: "de"})
	if len(xs) != 1 || xs[0].Value != "2021-07-18" {
		t.Errorf("%+v", xs)
	}
}

func TestParagraphsDoNotRunTogether(t *testing.T) {
	text := "He left in July\n\n18 people stayed on Monday\n\nJuly 3, 2018"
	got := show(text, Tag(text, Options{Published: Day{2019, 5, 15}}))
	if want := "July=2018-07 | Monday=2019-05-13 | July 3, 2018=2018-07-03"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// grammar is what a value of each type can be.
var grammar = func() map[Type]*regexp.Regexp {
	const (
		day    = `(\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)`
		clock  = `T(MO|MI|AF|EV|NI|DT|XX|\d\d:\d\dZ?)`
		amount = `(X|\d+(\.\d+)?)`
		period = `P(` + amount + `(D|W|M|Q|Y|WE)(\d+[MD]|T\d+H)?|T` + amount + `(H|M|S)(\d+[MS])?)`
		week   = `(\d{4}|XXXX)-W(\d\d|XX)(-WE|-[1-7])?`
		part   = `(\d{4}|XXXX)-(\d\d|XX|SP|SU|FA|WI|Q[1-4X]|H[12X])`
	)
	whole := func(alternatives ...string) *regexp.Regexp {
		return regexp.MustCompile(`^(` + strings.Join(alternatives, "|") + `)$`)
	}
	return map[Type]*regexp.Regexp{
		Date:     whole(day, week, part, `(FY)?(\d{4}|XXXX)`, `\d{3}|XX\d|XXX`, `\d\d|XX`, `\d|X`, `(PAST|PRESENT|FUTURE)_REF`),
		Time:     whole(day+clock, `XXXX-WXX-[1-7]`+clock),
		Duration: whole(period),
		Set:      whole(period, week+`(`+clock+`)?`, part, day+`(`+clock+`)?`),
	}
}()

// check holds what is promised of every answer.
func check(t *testing.T, text string, xs []Expression) {
	t.Helper()
	starts := make([]bool, len(text)+1)
	for i := 0; i < len(text); {
		starts[i] = true
		_, w := utf8.DecodeRuneInString(text[i:])
		i += w
	}
	starts[len(text)] = true
	last := 0
	for _, x := range xs {
		if x.Start < last || x.End <= x.Start || x.End > len(text) {
			t.Fatalf("%q: span %d-%d after %d", text, x.Start, x.End, last)
		}
		if !starts[x.Start] || !starts[x.End] {
			t.Fatalf("%q: span %d-%d cuts a rune", text, x.Start, x.End)
		}
		last = x.End
		if x.Value == "" || x.Reason == "" {
			t.Fatalf("%q: no value or reason: %+v", text, x)
		}
		if g := grammar[x.Type]; g == nil || !g.MatchString(x.Value) {
			t.Fatalf("%q: %s %q", text, x.Type, x.Value)
		}
		if l := x.Length; l.Min < 0 || l.Max < 0 || l.Max > 0 && l.Max < l.Min || x.Type != Duration && (l != (Length{}) || x.First != (Bound{}) || x.Last != (Bound{})) {
			t.Fatalf("%q: length %+v", text, x)
		}
		for _, b := range [2]Bound{x.First, x.Last} {
			if b.Latest.Before(b.Earliest) || b.Start > b.End || b.End > len(text) {
				t.Fatalf("%q: bound %+v", text, b)
			}
		}
		if x.Earliest.IsZero() != x.Latest.IsZero() || x.Latest.Before(x.Earliest) {
			t.Fatalf("%q: days %v to %v", text, x.Earliest, x.Latest)
		}
		if !x.Earliest.IsZero() && (!validDay(x.Earliest.Year, int(x.Earliest.Month), x.Earliest.Day) || !validDay(x.Latest.Year, int(x.Latest.Month), x.Latest.Day)) {
			t.Fatalf("%q: no such day %v to %v", text, x.Earliest, x.Latest)
		}
		if (x.Grain == GrainDay || x.Grain == GrainTime) && !x.Earliest.IsZero() && (x.Earliest != x.Latest || !strings.HasPrefix(x.Value, x.Earliest.String())) {
			t.Fatalf("%q: value %s for %v to %v", text, x.Value, x.Earliest, x.Latest)
		}
		if len(x.Candidates) > 0 && x.Candidates[0].Value != x.Value {
			t.Fatalf("%q: chosen %s, first candidate %s", text, x.Value, x.Candidates[0].Value)
		}
		if x.Mismatch && (!x.HasWeekday || x.Weekday == x.ActualWeekday || x.Earliest.Weekday() != x.ActualWeekday) {
			t.Fatalf("%q: mismatch of %v and %v", text, x.Weekday, x.ActualWeekday)
		}
	}
}

func FuzzTag(f *testing.F) {
	for _, c := range tagCases {
		f.Add(c.text, c.pub, byte(0))
	}
	for _, c := range ruleCases {
		f.Add(c.text, "2019-05-15", byte(0))
	}
	for _, file := range []string{"testdata/news-dev.txt", "testdata/news-held.txt"} {
		for _, g := range readGold(f, file) {
			f.Add(g.text, g.published.String(), byte(0))
		}
	}
	f.Add("for 60 to 90 days from 3 to 9 May, for 1e9 years since 2018, in the next 999999999 centuries", "2019-05-15", byte(0))
	f.Add("\xff\x80May\xc3 3 \xe2\x80\x9ctoday\xe2\x80", "2019-05-15", byte(1))
	f.Add("on 31 December 9999, 2000 years later, 99999999 years ago", "9999-12-31", byte(2))
	f.Add("the previous century, the first day of 1000, 3000 years earlier", "0001-01-01", byte(0))
	f.Fuzz(func(t *testing.T, text, pub string, opts byte) {
		o := Options{Order: Order(opts % 3)}
		o.Published, _ = ParseDay(pub)
		if opts&4 != 0 {
			o.Language = "en-GB"
		}
		xs := Tag(text, o)
		check(t, text, xs)
		again := Tag(text, o)
		if !reflect.DeepEqual(xs, again) {
			t.Fatalf("%q: two answers", text)
		}
		// What is an expression of time does not hang on when it was published.
		for _, other := range []Day{{}, {1989, 11, 2}, {2024, 2, 29}} {
			o.Published = other
			ys := Tag(text, o)
			for i := range max(len(xs), len(ys)) {
				if len(xs) != len(ys) || xs[i].Start != ys[i].Start || xs[i].End != ys[i].End {
					t.Fatalf("%q: %s, but published %v %s", text, show(text, xs), other, show(text, ys))
				}
			}
		}
	})
}

func TestDayAgreesWithTheStandardLibrary(t *testing.T) {
	d := Day{1599, 12, 31}
	s := time.Date(1599, 12, 31, 0, 0, 0, 0, time.UTC)
	for i := 0; i < 200000; i++ {
		if d.Year != s.Year() || d.Month != s.Month() || d.Day != s.Day() || d.Weekday() != s.Weekday() {
			t.Fatalf("%v %v", d, s)
		}
		y, w := d.ISOWeek()
		if sy, sw := s.ISOWeek(); y != sy || w != sw {
			t.Fatalf("%v: week %d-%d, want %d-%d", d, y, w, sy, sw)
		}
		if back, ok := ParseDay(d.String()); !ok || back != d {
			t.Fatalf("%v does not come back", d)
		}
		d, s = d.Add(1), s.AddDate(0, 0, 1)
	}
	if n := (Day{2021, 9, 20}).Sub(Day{2021, 7, 18}); n != 64 {
		t.Errorf("Sub: %d", n)
	}
}

func TestParseDayRefusesWhatIsNoDay(t *testing.T) {
	for _, s := range []string{"", "2021", "2021-02-29", "2021-13-01", "2021-00-10", "2021-1-1", "21-01-01", "2021-01-01x", "2021/01/01", "abcd-ef-gh"} {
		if d, ok := ParseDay(s); ok {
			t.Errorf("%q is %v", s, d)
		}
	}
}

func TestFitYears(t *testing.T) {
	if got := FitYears(time.Sunday, time.July, 18, 2010, 2025); len(got) != 2 || got[0] != 2010 || got[1] != 2021 {
		t.Errorf("%v", got)
	}
	if got := FitYears(time.Saturday, time.February, 29, 2000, 2030); len(got) != 1 || got[0] != 2020 {
		t.Errorf("%v", got)
	}
	if got := FitYears(time.Monday, time.February, 30, 1900, 2100); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestEaster(t *testing.T) {
	for y, want := range map[int]Day{1961: {1961, 4, 2}, 2000: {2000, 4, 23}, 2008: {2008, 3, 23}, 2019: {2019, 4, 21}, 2038: {2038, 4, 25}} {
		if got := easter(y); got != want {
			t.Errorf("%d: %v, want %v", y, got, want)
		}
	}
}

const paragraph = `The harbour authority said on Tuesday that dredging, which began in March, would be finished by the end of next year, three months later than planned. About 240 ships a week have waited since May 3, some for two days, and on Friday night a tanker ran aground. "We expected this last year," said a pilot who has worked there for 31 years. The minister, 58, will visit the port on July 12, 2019, and speak at 9:30 a.m. in the old customs house at 1912 Quay Street. In the first quarter, traffic fell 12.5 percent from a year earlier; in the 1990s it had doubled. Nobody was hurt, officials added, and the second channel may reopen on Monday morning. `

func BenchmarkTag(b *testing.B) {
	for _, n := range []int{1, 5, 50, 500} {
		text := strings.Repeat(paragraph+"\n\n", n)
		b.Run(strconv.Itoa(len(strings.Fields(text)))+"words", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				Tag(text, Options{Published: Day{2019, 5, 15}})
			}
		})
	}
}

// hostile are texts of one kind of thing. The time for a byte must not grow with
// their length.
var hostile = map[string]string{
	"digits":      "1",
	"numbers":     "12 ",
	"months":      "May ",
	"weekdays":    "Monday ",
	"dates":       "3 May 2019, ",
	"day-lists":   "May 1 and 2, 3 and 4 and ",
	"the":         "the ",
	"early":       "early in the early ",
	"number-word": "one hundred and ",
	"from-to":     "from May to ",
	"durations":   "two-year ",
	"since":       "for years since 2018 to ",
	"aged":        "aged 1 and ",
	"hyphens":     "1-",
	"slashes":     "1/2/",
	"quotes":      "“",
	"dots":        "1.1.",
	"clock":       "1:11 ",
	"not-ascii":   "é",
	"no-text":     "\xff",
	"lines":       "\n\n",
}

func BenchmarkHostile(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		for _, size := range []int{1 << 14, 1 << 17, 1 << 20} {
			text := strings.Repeat(hostile[name], size/len(hostile[name]))
			b.Run(name+"/"+strconv.Itoa(size>>10)+"KB", func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Tag(text, Options{Published: Day{2019, 5, 15}})
				}
			})
		}
	}
}
