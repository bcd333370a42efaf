package timex

import "testing"

func TestLengthCountsDays(t *testing.T) {
	cases := []struct {
		text     string
		min, max int
		count    float64
		unit     Grain
	}{
		{"for three days", 3, 3, 3, GrainDay},
		{"for a day and a half", 1, 2, 1.5, GrainDay},
		{"for two weeks", 14, 14, 2, GrainWeek},
		{"for a fortnight", 14, 14, 2, GrainWeek},
		{"for a month", 28, 31, 1, GrainMonth},
		{"for six months", 181, 184, 6, GrainMonth},
		{"for 18 months", 546, 550, 18, GrainMonth},
		{"for a year", 365, 366, 1, GrainYear},
		{"for three years", 1095, 1096, 3, GrainYear},
		{"for two and a half years", 911, 915, 2.5, GrainYear},
		{"for a decade", 3652, 3653, 1, GrainDecade},
		{"for a century", 36524, 36525, 1, GrainCentury},
		{"for two or three weeks", 14, 21, 3, GrainWeek},
		{"for 60 to 90 days", 60, 90, 90, GrainDay},
		{"over the past two or three years", 730, 1096, 3, GrainYear},
		{"for five working days", 5, 0, 5, GrainDay},
		{"for months", 59, 0, 0, GrainMonth},
		{"for several weeks", 14, 0, 0, GrainWeek},
		{"for more than three weeks", 21, 0, 3, GrainWeek},
		{"for at least three weeks", 21, 0, 3, GrainWeek},
		{"for less than three weeks", 0, 21, 3, GrainWeek},
		{"for up to three weeks", 0, 21, 3, GrainWeek},
		{"for about two weeks", 10, 18, 2, GrainWeek},
		{"for 90 minutes", 0, 0, 1.5, GrainTime},
		{"for 48 hours", 2, 2, 48, GrainTime},
		{"for 36 hours", 1, 2, 36, GrainTime},
		{"for 99999999 years", 0, 0, 99999999, GrainYear},
	}
	for _, c := range cases {
		x := only(t, c.text, Options{Published: Day{2019, 5, 15}})
		if want := (Length{c.min, c.max, c.count, c.unit}); x.Length != want || x.Type != Duration {
			t.Errorf("%q: %s %+v, want %+v", c.text, x.Type, x.Length, want)
		}
	}
	if x := only(t, "for two years and six months", Options{}); x.Value != "P2Y6M" || x.Length.Min != 911 || x.Length.Max != 915 {
		t.Errorf("%+v", x)
	}
	for _, text := range []string{"on Monday", "every two weeks", "two weeks ago"} {
		if x := only(t, text, Options{Published: Day{2019, 5, 15}}); x.Length != (Length{}) {
			t.Errorf("%q: %+v", text, x.Length)
		}
	}
}

// The bounds of months are those of the calendar.
func TestMonthsAreAsLongAsTheCalendarHasThem(t *testing.T) {
	for n := 1; n <= 60; n++ {
		lo, hi := monthsLong(float64(n))
		for m := 0; m < 48; m++ {
			from := (Day{2017, 1, 1}).addMonths(m)
			if d := from.addMonths(n).Sub(from); d < lo || d > hi {
				t.Fatalf("%d months from %v are %d days, not %d to %d", n, from, d, lo, hi)
			}
		}
		if hi-lo > 5 {
			t.Errorf("%d months: %d to %d days", n, lo, hi)
		}
	}
}

func TestDurationsKnowTheirEnds(t *testing.T) {
	const none = " .. "
	cases := []struct{ text, want string }{
		{"A three-day visit from 3 to 9 May ended.", "2019-05-03 .. 2019-05-09"},
		{"A three-day visit between 3 and 9 May ended.", "2019-05-03 .. 2019-05-09"},
		{"They held two weeks of talks from May 3 to May 9.", "2019-05-03 .. 2019-05-09"},
		{"From 2016 to 2018, for three years, it stood empty.", "2016-01-01 .. 2018-01-01"},
		{"Between 2016 and 2018, a period of three years, it stood empty.", "2016-01-01 .. 2018-01-01"},
		{"It has stood empty for three months since March.", "2019-03-01 .. "},
		{"It will stand empty for three weeks until 9 June.", " .. 2019-06-09"},
		{"It will stand empty for three weeks from 20 May.", none},
		{"Over the past nine days it rained.", " .. 2019-05-15"},
		{"In the next six months it will rain.", "2019-05-15 .. "},
		{"In the next six months it rained.", none},
		{"In the previous two years it rained.", none},
		{"In the last three days of the race it rained.", none},
		{"It rained for three weeks and the town flooded from 3 to 9 May.", none},
		{"After three weeks the board met. From 3 to 9 May it rained.", none},
		{"It was moved by three days from 3 to 6 May.", none},
	}
	for _, c := range cases {
		got := "no duration"
		for _, x := range Tag(c.text, Options{Published: Day{2019, 5, 15}}) {
			if x.Type != Duration {
				continue
			}
			got = " .. "
			if !x.First.Earliest.IsZero() {
				got = x.First.Earliest.String() + got
			}
			if !x.Last.Earliest.IsZero() {
				got += x.Last.Earliest.String()
			}
			break
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestRolesOfDates(t *testing.T) {
	cases := []struct {
		text string
		want []Role
	}{
		{"from 3 to 9 May", []Role{RoleBegin, RoleEnd}},
		{"3-9 May", []Role{RoleBegin, RoleEnd}},
		{"between 2016 and 2018", []Role{RoleBegin, RoleEnd}},
		{"in 2016 and 2018", []Role{RoleNone, RoleNone}},
		{"from March through May 2018", []Role{RoleBegin, RoleEnd}},
		{"since March", []Role{RoleBegin}},
		{"until March", []Role{RoleEnd}},
		{"not until March", []Role{RoleNone}},
		{"on Monday", []Role{RoleNone}},
		{"The vote was moved from 3 May to 9 May", []Role{RoleNone, RoleNone}},
		{"from 9 May 2018 to 3 May 2018", []Role{RoleNone, RoleNone}},
	}
	for _, c := range cases {
		xs := Tag(c.text, Options{Published: Day{2019, 5, 15}})
		ok := len(xs) == len(c.want)
		for i := 0; ok && i < len(xs); i++ {
			ok = xs[i].Role == c.want[i]
		}
		if !ok {
			t.Errorf("%q: %+v", c.text, xs)
		}
	}
}
