package timex

import (
	"strings"
	"testing"
)

// What looks like a date and is none, or less of one than it seems. 2013-03-22 is a Friday.
var trapCases = []struct{ text, want string }{
	// sport, addresses, people
	{"They won 102-98 after a 12-2 run in the third quarter.", ""},
	{"He threw two touchdowns in the fourth quarter.", ""},
	{"Profit fell in the fourth quarter.", "the fourth quarter=2012-Q4"},
	{"Federer won 6-4, 3-6, 7-6 (5) in two hours, 14 minutes.", "two hours, 14 minutes=PT2H14M"},
	{"Police arrested April Summer, 23, of the 1900 block of March Road.", ""},
	{"Sgt. June Day lives at 1912 August Street.", ""},
	{"Smith (12-5) was 3 for 4 with a double in the second and a homer in the ninth.", ""},
	{"She is in her 30s, he in his early 20s, their son is 18 months old.", ""},
	// numbers
	{"It ran on 2048 cores, at 1600 Pennsylvania Avenue, for $1945 or 2000 metres.", ""},
	{"The 2012-2013 school year ended.", "2012=2012 | 2013=2013"},
	{"The 2010/11 budget passed.", "2010/11=2010"},
	{"Analysts had estimated 1989 earnings at $2.", "1989=1989"},
	{"Temperatures in the 90s, as in the 90s", ""},
	{"Fashion of the 90s", "the 90s=199"},
	// titles and names
	{"The Week, Last Week Tonight and the Tonight Show", "Tonight=2013-03-22TNI"},
	{"The Prague Spring of 1968 and the spring of 1968", "1968=1968 | the spring of 1968=1968-SP"},
	{"The 20 July Plot Memorial Foundation and the March 14 Alliance", "20 July=XXXX-07-20 | March 14=XXXX-03-14"},
	{"The Ninth Five-Year Plan set out a five-year plan.", "five-year=P5Y"},
	{"The overnight repurchase rate fell overnight.", "overnight=2013-03-21TNI"},
	// words with another sense
	{"It could last two hours, and the last two hours were long.", "two hours=PT2H | the last two hours=PT2H"},
	{"They approved the plan late Thursday.", "late Thursday=2013-03-21"},
	{"It was as recently as January that the current account was balanced.", "January=2013-01"},
	{"Later versions came later.", "later=FUTURE_REF"},
	{"at half past ten, at a quarter to three, five to ten people", "half past ten=2013-03-22T10:30 | a quarter to three=2013-03-22T02:45"},
	{"Winds of 70 miles an hour and 110 kilometers per hour cost $5 an hour.", "an hour=PT1H"},
	{"A 10-year, $2 billion deal; eight-hour days; next-day delivery; the weekend of March 9", "10-year=P10Y | eight-hour=PT8H | the weekend of March 9=2013-W10-WE"},
	// stamps
	{"AP-NR-08-15-90 1337EDT", "08-15-90 1337EDT=1990-08-15T13:37"},
	{"19980108\nHe has 19980108 coins.", "19980108=1998-01-08"},
}

func TestTagIsNotTrapped(t *testing.T) {
	for _, c := range trapCases {
		if got := show(c.text, Tag(c.text, Options{Published: Day{2013, 3, 22}})); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// 2013-03-22 is a Friday. In the order of the rules they try.
var periodCases = []struct{ text, want string }{
	{"In the nine months ended Feb. 28 it lost money.", "the nine months=P9M | Feb. 28=2013-02-28"},
	{"Revenue for the three months ended March 30 rose.", "the three months=P3M | March 30=2012-03-30"},
	{"In the week ended Tuesday it fell.", "the week=2013-W12 | Tuesday=2013-03-19"},
	{"For the fiscal year ended June 30, 2012, sales rose.", "the fiscal year=FY2012 | June 30, 2012=2012-06-30"},
	{"In the year to March 2012 and the three months to June 2012", "the year=2012 | March 2012=2012-03 | the three months=P3M | June 2012=2012-06"},
	{"In the 1988 third quarter, in 1997's third quarter, in the first nine months of 2000", "the 1988 third quarter=1988-Q3 | 1997's third quarter=1997-Q3 | the first nine months of 2000=P9M"},
	{"In 1988, third-quarter net was small.", "1988=1988 | third-quarter=1988-Q3"},
	{"Year-ago profit was higher, as in the year-earlier quarter.", "Year-ago=2012 | the year-earlier quarter=2011-Q4"},
	{"In the early hours of Monday, and the latter part of 2009", "the early hours of Monday=2013-03-18 | the latter part of 2009=2009"},
	{"The second half of February, the second half of the 1990s", "The second half of February=2013-02 | the second half of the 1990s=199"},
	{"It was done by year's end, by year end, at year-end, at year-end 1997.", "year's end=2013 | year end=2013 | year-end=2013 | year-end 1997=1997"},
	{"The vote was postponed to Saturday; it had been scheduled for Thursday.", "Saturday=2013-03-23 | Thursday=2013-03-21"},
	{"Monday to Friday; they met on Saturday and Sunday", "Monday=2013-03-18 | Friday=2013-03-22 | Saturday=2013-03-16 | Sunday=2013-03-17"},
	{"Not so long ago, a while ago, moments ago, billions of years ago", "Not so long ago=PAST_REF | a while ago=PAST_REF | moments ago=PAST_REF | billions of years ago=PAST_REF"},
	{"It was new at the time; at this point it is not.", "the time=PAST_REF | this point=PRESENT_REF"},
	{"They meet twice a week and on weekends.", "twice a week=P1W | weekends=XXXX-WXX-WE"},
	{"Two weeks from next Tuesday; Monday week; at 9 o'clock tomorrow morning", "Two weeks from next Tuesday=2013-04-09 | Monday week=2013-04-01 | 9 o'clock tomorrow morning=2013-03-23T09:00"},
	{"It will last two weeks from Tuesday; the vote is two weeks from Tuesday.", "two weeks=P2W | Tuesday=2013-03-26 | two weeks from Tuesday=2013-04-09"},
	{"In the first six months of 2012 it rose, against the same period of 2011.", "the first six months of 2012=P6M | the same period of 2011=2011"},
	{"On Monday 90 died, against 70 the day before and 60 the day before the vote.", "Monday=2013-03-18 | the day before=2013-03-17"},
	{"At about 8.50 this morning it rained; at 9 this evening, too; it is 9 this month.", "about 8.50 this morning=2013-03-22T08:50 | 9 this evening=2013-03-22T21:00 | this month=2013-03"},
	{"Sales for the full fiscal year rose; on Fourth of July weekend they fell.", "the full fiscal year=FY2013 | Fourth of July=2012-07-04"},
	{"It runs until midnight Wednesday, not Friday at midnight.", "midnight Wednesday=2013-03-27T24:00 | Friday at midnight=2013-03-22T24:00"},
	{"Election Day 2012, Martin Luther King Day 2013, Presidents' Day 2013", "Election Day 2012=2012-11-06 | Martin Luther King Day 2013=2013-01-21 | Presidents' Day 2013=2013-02-18"},
	{"Two years and six months ago; an hour and 40 minutes", "Two years and six months ago=2010-09 | an hour and 40 minutes=PT1H40M"},
}

func TestTagReadsPeriods(t *testing.T) {
	for _, c := range periodCases {
		if got := show(c.text, Tag(c.text, Options{Published: Day{2013, 3, 22}})); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestHistoryKeepsItsYear(t *testing.T) {
	story := "The fort was begun in 1861 and taken in May 1862. On 12 June its guns were moved, and in the autumn the garrison left. "
	rest := "It burned in 1871. In June the town bought the ruin; a museum opened in 1911. The museum will move in October."
	pub := Options{Published: Day{2013, 3, 22}}
	want := "1861=1861 | May 1862=1862-05 | 12 June=1862-06-12 | the autumn=1862-FA | 1871=1871 | June=1871-06 | 1911=1911 | October=2013-10"
	if got := show(story+rest, Tag(story+rest, pub)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	// A date close to the publication is news.
	late := story + "It was sold in 1871, in 1890 and in 1911. On 4 March it was sold."
	if got := show(late, Tag(late, pub)); !strings.HasSuffix(got, "=2013-03-04") {
		t.Error(got)
	}
	// News that looks back stays news.
	news := "The council met on Monday. " + story + "It will meet next week."
	want = "Monday=2013-03-18 | 1861=1861 | May 1862=1862-05 | 12 June=2012-06-12 | the autumn=2012-FA | next week=2013-W13"
	if got := show(news, Tag(news, pub)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
