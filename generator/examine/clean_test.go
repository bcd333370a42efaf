package examine

import (
	"testing"

	"crosscheck/generator/factcheck"
)

// Ordinary sentences in which a hasty reader could see a fault in time. None may
// raise an alarm that says that it cannot be.
func TestNoHardAlarmOnOrdinaryProse(t *testing.T) {
	for published, sentences := range map[string][]string{
		"2021-05-12": {
			"On Friday, 13 October 1307, King Philip IV had the knights arrested.",
			"The fire broke out on Sunday, 2 September 1666, in a bakery.",
			"On Wednesday, 25 October 1917 under the old calendar, the palace fell.",
			"He spent three years in prison between 1981 and 1989.",
			"She worked there for five years between 2001 and 2010.",
			"The airport was closed for 12 days from 1 January to 31 March 2021.",
			"It rained on 20 days from 1 June to 30 June 2021.",
			"The committee met for four days between 1 and 12 July.",
			"Students spend three weeks at sea between May and August 2021.",
			"She had served 20 months of her sentence from March 2019 to July 2021.",
			"The school year has 190 days from 1 September to 30 June.",
			"The 7-day average from 1 May to 31 May 2020 stayed flat.",
			"The 14-day incidence from 1 April to 30 April 2021 fell.",
			"The rate, a three-month average from January to December 2020, was flat.",
			"A seven-day ticket is valid from 1 May to 30 September 2021.",
			"A three-day-a-week service runs from 1 May to 30 September 2021.",
			"A weekly two-day market is held from 1 April to 30 October 2020.",
			"The Hundred Years' War lasted from 1337 to 1453.",
			"The 24 Hours of Le Mans, from 20 to 23 August 2021, is sold out.",
			"On Sunday, two days after the court freed him on Wednesday's appeal, he left.",
			"The treaty of 2015 says that the ban will take effect on 1 January 2020; it never did.",
			"The plan, published in 2015, states that the line will open on 1 May 2020.",
			"The brochure says the hotel will open on 1 May 2021.",
			"In 2015 the parties agreed that the law will take effect on 1 January 2020.",
		},
		"2021-07-14": {
			"Until yesterday, Monday was the hottest day of the year.",
			"Today, Sunday trading is a matter of course in most towns.",
			"As of yesterday, Friday remained the deadline for offers.",
			"Yesterday, Sunday's result was annulled.",
			"This morning, Tuesday's papers were full of it.",
			"Today, Friday prayers are held in the open air all over the city.",
			"Today, 14 July 1789 is remembered as the beginning of it all.",
		},
	} {
		for _, s := range sentences {
			d, _ := Story(newsroom, book(t, "", []doc{{"a", published, published, s}}))
			each(&d, func(f *factcheck.Finding) {
				if f.Certainty == factcheck.Hard {
					t.Errorf("%s\n\t%s %s", s, f.Summary, f.Arithmetic)
				}
			})
		}
	}
}
