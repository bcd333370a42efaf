package examine

import (
	"testing"

	"crosscheck/generator/factcheck"
)

func TestDateFindings(t *testing.T) { runCases(t, dateCases()) }

// dateCases are the stories on dates. Wednesday, 4 September 2019 is the day of
// most documents.
func dateCases() []findingCase {
	const direct, paraphrase = factcheck.Direct, factcheck.Paraphrase
	one := func(published, body string) []doc {
		return []doc{{"a", published, published, body}}
	}
	return []findingCase{
		{"tomorrow with another date", RelativeMismatch, "", one("2019-09-04", "The court sits again tomorrow, Friday September 6."), nil, "The words would fit a document of Thursday, 5 September 2019"},
		{"yesterday in brackets", RelativeMismatch, "", one("2019-09-04", "The dam broke yesterday (2 September) at dawn."), nil, "“yesterday” is Tuesday, 3 September 2019"},
		{"today and its weekday", RelativeMismatch, "", one("2019-09-04", "Today, Monday, the council votes."), nil, "Counted from Wednesday, 4 September 2019, “Today” is Wednesday, 4 September 2019"},
		{"a year beside last year", RelativeMismatch, "", one("2019-09-04", "The bridge was closed last year, in 2017, after a storm."), nil, "“last year” is the year 2018"},
		{"tomorrow that fits", RelativeMismatch, "", one("2019-09-04", "The court sits again tomorrow, Thursday September 5."), nil, ""},
		{"a list of days", RelativeMismatch, "", one("2019-09-04", "The museum is open today, Friday and Saturday."), nil, ""},
		{"a stretch of days", RelativeMismatch, "", one("2019-09-04", "The road is closed from today, Friday included, to Sunday."), nil, ""},
		{"a period and something else", RelativeMismatch, "", one("2019-09-04", "Of the cars sold last year, 2017 models were the cheapest."), nil, ""},
		{"somebody else's tomorrow", RelativeMismatch, "", one("2019-09-04", "“We vote tomorrow, Monday September 2,” she had said."), nil, ""},

		{"a line of place and date", LateReport, "", one("2019-09-04", "VALLEY, June 3 (Wire) – The dam will hold, the mayor said on Monday."), nil, "93 days after the line of place and date"},
		{"news of a far weekday", PublicationDay, "", one("2019-09-05", "The mayor said on Sunday that the dam would hold."), nil, "opens with the news of “Sunday”"},
		{"news of the day", PublicationDay, "", one("2019-09-04", "The mayor said on Wednesday that the dam would hold."), nil, ""},
		{"news of the day before", PublicationDay, "", one("2019-09-04", "The mayor said on Tuesday that the dam would hold."), nil, ""},
		{"Friday's news on a Monday", PublicationDay, "", one("2019-09-02", "The mayor said on Friday that the dam would hold."), nil, ""},
		{"a plan", PublicationDay, "", one("2019-09-05", "The mayor will speak on Sunday about the dam."), nil, ""},
		{"background", PublicationDay, "", one("2019-09-05", "The mayor, who fell ill on Sunday, will not stand again."), nil, ""},

		{"the past that is to come", ToldEarly, "", one("2019-09-04", "The mayor said on 12 September 2019 that the dam held."), nil, "8 days after Wednesday, 4 September 2019"},
		{"the past farther off", ToldEarly, "", one("2019-09-04", "Evacuees were allowed back to collect animals on Thursday, Sept. 12, under escort."), nil, "8 days after"},
		{"a contract that runs", ToldEarly, "", one("2019-09-04", "The mayor signed a lease that ends on 12 September 2019."), nil, ""},
		{"a day later, perhaps in another time zone", ToldEarly, "", one("2019-09-04", "They trained under lights on 5 September 2019."), nil, "one day after"},
		{"one day against two", EventConflict, "", []doc{
			{"a", "2019-09-05", "", "Tuesday's earthquake was the worst in years."},
			{"b", "2019-09-04", "", "Rescuers searched for survivors of Tuesday's earthquake."},
			{"c", "2019-09-04", "", "The earthquake struck at dawn on Monday."},
		}, nil, "puts “earthquake” on “dawn on Monday” (Monday, 2 September 2019)"},
		{"one day against two, in other words", EventConflict, "", []doc{
			{"a", "2019-09-05", "", "Tuesday's earthquake was the worst in years."},
			{"b", "2019-09-04", "", "Rescuers searched for survivors of Tuesday's earthquake."},
			{"c", "2019-09-04", "", "The quake struck at dawn on Monday."},
		}, nil, "puts “quake” on “dawn on Monday” (Monday, 2 September 2019)"},
		{"an opening missed by tomorrow", EventConflict, "", []doc{
			{"a", "2019-09-04", "", "The summit opens tomorrow in Oslo."},
			{"b", "2019-09-06", "", "Ministers argued for hours.\nThe summit opened on Friday."},
		}, nil, ""},
		{"an opening in the headline missed by tomorrow", EventConflict, "", []doc{
			{"summit", "2019-09-04", "", "The summit opens tomorrow in Oslo."},
			{"b", "2019-09-06", "", "Ministers argued for hours.\nThe summit opened on Friday."},
		}, nil, "From Thursday, 5 September 2019 to Friday, 6 September 2019 is one day"},
		{"an opening missed by days to go", EventConflict, "", []doc{
			{"summit", "2019-09-04", "", "The summit will open in two days."},
			{"b", "2019-09-09", "", "Ministers argued for hours.\nThe summit opened on Monday."},
		}, nil, "is 3 days"},
		{"an opening met by days to go", EventConflict, "", []doc{
			{"summit", "2019-09-04", "", "The summit will open in two days."},
			{"b", "2019-09-09", "", "Ministers argued for hours.\nThe summit opened on Friday."},
		}, nil, ""},
		{"one day against one", EventConflict, "", []doc{
			{"a", "2019-09-05", "", "Tuesday's clashes were the worst in years."},
			{"b", "2019-09-04", "", "The police spoke of Monday's clashes."},
		}, nil, ""},
		{"a season", AmbiguousMonth, "", one("2019-09-04", "Bridges fail in the monsoon, which runs from June to September."), nil, ""},
		{"the past of this month without a year", ToldEarly, "", one("2019-09-04", "The mayor said on September 12 that the dam held."), nil, "2019 is taken from its date"},
		{"a vote that was set", ToldEarly, "", one("2019-09-04", "Parliament voted to hold the poll on 12 September 2019."), nil, ""},
		{"the future that has passed", ToldLate, "", one("2019-09-04", "The two sides will meet in Oslo on 20 August 2019."), nil, "announces “20 August 2019” as still to come"},
		{"the future behind a comma", ToldLate, "", one("2019-09-04", "The rocket will lift off from the island, the northernmost of all, on Thursday 29 August."), nil, "6 days before"},
		{"an inquiry into the past", ToldLate, "", one("2019-09-04", "The panel will review the crash on 20 August 2019."), nil, ""},
		{"a plan seen from the past", ToldLate, "", one("2019-09-04", "The two sides were due to meet in Oslo on 20 August 2019."), nil, ""},

		{"past and to come", BothTenses, "", one("", "The mayor said on Sunday that the dam held.\nThe inspection is set to continue on Sunday."), nil, "Both are true of a text written on that Sunday"},
		{"past, and the next one", BothTenses, "", one("", "The mayor said on Sunday that the dam held.\nThe inspection is set to continue next Sunday."), nil, ""},
		{"past and to come of a dated document", BothTenses, "", one("2019-09-04", "The mayor said on Sunday that the dam held.\nThe inspection is set to continue on Sunday."), nil, ""},

		{"one event, two days", EventConflict, "", []doc{
			{"a", "2019-09-04", "", "France evacuated its embassy staff by plane on Tuesday."},
			{"b", "2019-09-04", "", "It was on Monday that France evacuated its embassy staff by plane.\nFrance evacuated the embassy staff on Monday, officials said."},
		}, nil, "From Monday, 2 September 2019 to Tuesday, 3 September 2019 is one day."},
		{"an appointment missed", EventConflict, "", []doc{
			{"a", "2019-09-04", "", "The harbour tribunal will hear its main witness next week."},
			{"b", "2019-09-06", "", "The harbour tribunal will hear its main witness on 25 September."},
		}, nil, "The one is over on Sunday, 15 September 2019, 10 days before the other begins"},
		{"an appointment kept", EventConflict, "", []doc{
			{"a", "2019-09-04", "", "The harbour tribunal will hear its main witness next week."},
			{"b", "2019-09-06", "", "The harbour tribunal will hear its main witness on 11 September."},
		}, nil, ""},
		{"a postponement", EventConflict, "", []doc{
			{"a", "2019-09-04", "", "The harbour tribunal will hear its main witness next week."},
			{"b", "2019-09-06", "", "The harbour tribunal postponed its main witness hearing to 25 September."},
		}, nil, ""},
		{"weekdays of undated documents", EventConflict, "", []doc{
			{"a", "", "", "France evacuated its embassy staff by plane on Tuesday."},
			{"b", "", "", "France evacuated its embassy staff by plane on Monday."},
		}, nil, "a Tuesday is not a Monday"},
		{"one document, two days", EventConflict, "", []doc{
			{"a", "2019-09-04", "", "France evacuated its embassy staff by plane on Tuesday.\nIt rained.\nFrance evacuated its embassy staff by plane on Monday."},
		}, nil, "and on “Monday”"},
		{"other counts, other events", EventConflict, "", []doc{
			{"a", "2019-09-04", "", "A bomb killed 12 soldiers at the northern market on Tuesday."},
			{"b", "2019-09-04", "", "A bomb killed 3 soldiers at the northern market on Monday."},
		}, nil, ""},

		{"one source months after the others", DatedApart, "", []doc{
			{"a", "2019-09-04", "4 Sept", "“The dam will hold,” she said."},
			{"b", "2019-09-05", "5 Sept", "“The dam will hold,” she said."},
			{"c", "2019-12-01", "1 Dec", "“The dam will hold,” she said."},
		}, []said{{"a", "The dam will hold", direct}, {"b", "The dam will hold", direct}, {"c", "The dam will hold", direct}}, "From Thursday, 5 September 2019 to Sunday, 1 December 2019 is 87 days"},
		{"a look back that says so", DatedApart, "", []doc{
			{"a", "2019-09-04", "", "“The dam will hold,” she said."},
			{"b", "2019-09-05", "", "“The dam will hold,” she said."},
			{"c", "2019-12-01", "", "“The dam will hold,” she said on 4 September 2019."},
		}, []said{{"a", "The dam will hold", direct}, {"b", "The dam will hold", direct}, {"c", "The dam will hold", direct}}, ""},

		{"British or American", AmbiguousOrder, "", one("2019-09-04", "The lease of 03/04/2019 is void."), nil, "3 April 2019"},
		{"the document decides", AmbiguousOrder, "", one("2019-09-04", "The lease of 03/04/2019 is void, that of 25/04/2019 is not."), nil, ""},

		{"a caption of another year", StrayDate, "", one("2019-09-04", "Carla Vance leaves the Riverside court on 8 March 2017. (AFP photo)\nThe dam will hold, mayor Ben Ode told Valley Radio."), nil, "long before the days of this story, and names nobody"},
		{"a caption of the archive", StrayDate, "", one("2019-09-04", "File photo: Mayor Ben Ode leaves the Riverside court on 8 March 2017. (AFP photo)\nThe dam will hold, mayor Ben Ode told Valley Radio."), nil, ""},
		{"a caption that opens with a name", StrayDate, "", one("2019-09-04", "Photo: Ode leaves the Riverside court on 8 March 2017.\nThe dam will hold, mayor Ben Ode told Valley Radio."), nil, ""},
		{"a caption out of history", StrayDate, "", one("2019-09-04", "Photo: The Girl Sarah at sea, August 1937.\nThe dam will hold, mayor Ben Ode told Valley Radio."), nil, ""},
		{"a caption of these days", StrayDate, "", one("2019-09-04", "Mayor Ben Ode at the dam on 1 September 2019. (AFP photo)\nThe dam will hold, mayor Ben Ode told Valley Radio."), nil, ""},
		{"history is no caption", StrayDate, "", one("2019-09-04", "The dam broke on 8 March 2017.\nThe dam will hold, mayor Ben Ode told Valley Radio."), nil, ""},

		{"a visit longer than it is called", DurationMismatch, "", one("2019-09-04", "The three-day visit from 3 to 9 May 2019 was calm."), nil, "is 6 days, or 7 with both ends counted"},
		{"a tour whose ends are told by verbs", DurationMismatch, "", one("2019-09-04", "It is a five-day tour of the valley that began in Oslo on Sunday, April 21, 2019, and ends in Bergen on Saturday, April 27, 2019."), nil, "is 6 days, or 7 with both ends counted"},
		{"months told by verbs", DurationMismatch, "", one("2019-09-04", "It was built in 18 months, work having begun in January 1995 and ended in December 1997."), nil, "at least"},
		{"a visit counted with both ends", DurationMismatch, "", one("2019-09-04", "The three-day visit from 3 to 5 May 2019 was calm."), nil, ""},
		{"a visit counted without", DurationMismatch, "", one("2019-09-04", "The two-day visit from 3 to 5 May 2019 was calm."), nil, ""},
		{"a rule of years", DurationMismatch, "", one("2019-09-04", "His nine-year rule from 1996 to 2001 was hard."), nil, "From 1996 to 2001 is 5 years"},
		{"a rule that fits", DurationMismatch, "", one("2019-09-04", "His five-year rule, from 1996 to 2001, was hard."), nil, ""},
		{"the nth day", DurationMismatch, "", one("2019-09-04", "The two sides met on Tuesday, the 40th day of a lockout that began on Aug. 20."), nil, "is day 15"},
		{"the nth day that fits", DurationMismatch, "", one("2019-09-04", "The two sides met on Tuesday, the 15th day of a lockout that began on Aug. 20."), nil, ""},
		{"days after", DurationMismatch, "", one("2019-09-04", "He died on Tuesday, five days after the crash on Saturday."), nil, "From Saturday to the next Tuesday is 3 days"},
		{"days after that fit", DurationMismatch, "", one("2019-09-04", "He died on Tuesday, three days after the crash on Saturday."), nil, ""},
		{"days after something else", DurationMismatch, "", one("2019-09-04", "He died on Tuesday, five days after the crash, police said on Saturday."), nil, ""},
		{"years since", DurationMismatch, "", one("2019-09-04", "In the ten years since 2015 nothing was built."), nil, "From 2015 to 2019 is 4 years"},
		{"years since something", DurationMismatch, "", one("2019-09-04", "In the six years since it opened in 2016 the clinic treated thousands."), nil, "From 2016 to 2019 is 3 years"},
		{"years since that fit", DurationMismatch, "", one("2019-09-04", "In the four years since 2015 nothing was built."), nil, ""},
		{"the first days of many", DurationMismatch, "", one("2019-09-04", "In the first three days from 3 to 9 May 2019 it rained."), nil, ""},

		{"begun when it had lasted", BeginningConflict, "", []doc{
			{"a", "2019-09-04", "", "For months the harbour talks have made no progress."},
			{"b", "2019-09-06", "", "The harbour talks began in August."},
		}, nil, "began on 27 July 2019 or before"},
		{"begun long before", BeginningConflict, "", []doc{
			{"a", "2019-09-04", "", "For months the harbour talks have made no progress."},
			{"b", "2019-09-06", "", "The harbour talks began in May."},
		}, nil, ""},

		{"an age from the others' day", Undated, "", []doc{
			{"a", "", "", "“The dam will hold,” the mayor said on Tuesday."},
			{"b", "2019-09-04", "", "“The dam will hold,” the mayor said on Tuesday."},
		}, []said{{"a", "The dam will hold", direct}, {"b", "The dam will hold", direct}}, "between Tuesday, 3 September 2019 and Monday, 9 September 2019"},
		{"an age from a caption and a plan", Undated, "", one("", "Mayor Ben Ode at the dam on 1 September 2019. (AFP photo)\nThe council will vote on 9 September 2019."), nil, "between Sunday, 1 September 2019 and Monday, 9 September 2019"},
		{"an age from last year", Undated, "", []doc{
			{"a", "", "", "The mayor promised repairs last year."},
			{"b", "2019-09-04", "", "The mayor promised repairs last year."},
		}, []said{{"a", "The mayor promised repairs last year", paraphrase}, {"b", "The mayor promised repairs last year", paraphrase}}, "between Tuesday, 1 January 2019 and Tuesday, 31 December 2019"},
		{"an age from an event", Undated, "", []doc{
			{"a", "", "", "The harbour tribunal heard its main witness yesterday."},
			{"b", "2019-09-06", "", "The harbour tribunal heard its main witness on 3 September."},
		}, nil, "What is quoted below puts it on Wednesday, 4 September 2019."},
		{"an age from a plan without its year", Undated, "", []doc{
			{"a", "", "", "The two sides are to meet again on Monday 9 September."},
			{"b", "2019-09-04", "", "It rained."},
		}, nil, "puts it on Monday, 9 September 2019 or before"},
		{"an age from next Tuesday", Undated, "", []doc{
			{"a", "", "", "She turns 30 next Tuesday, 10 September."},
			{"b", "2019-09-04", "", "It rained."},
		}, nil, "between Wednesday, 28 August 2019 and Monday, 9 September 2019"},
		{"an age from last week's noun", Undated, "", []doc{
			{"a", "", "", "You will know about last week's burglary."},
			{"b", "2019-09-04", "", "No one was seen after the burglary on Tuesday, police said.\nPolice looked into Tuesday's burglary."},
		}, nil, "between Monday, 9 September 2019 and Sunday, 15 September 2019"},
		{"clues that exclude each other", Undated, "", one("", "Mayor Ben Ode at the dam on 10 September 2019. (AFP photo)\nThe council will vote on 9 September 2019."), nil, "does not fit together"},
	}
}
