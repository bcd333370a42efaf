package examine

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"crosscheck/generator/factcheck"
)

// claimOf builds a claim whose wordings are whole documents.
func claimOf(t *testing.T, texts ...string) factcheck.Casebook {
	var docs []doc
	var sayings []said
	for i, text := range texts {
		id := string(rune('a' + i))
		docs = append(docs, doc{id, "2019-09-04", "", text})
		sayings = append(sayings, said{id, text, factcheck.Paraphrase})
	}
	return book(t, "", docs, sayings...)
}

// table writes the figures of the one claim: a line for each thing, with what
// each article has and how it stands to the others.
func table(d factcheck.Dossier) string {
	var lines []string
	for _, row := range d.Cases[0].Figures {
		line := strings.Join(row.Nouns, "/") + ":"
		for _, c := range row.Cells {
			var figures []string
			for _, m := range c.Mentions {
				figures = append(figures, d.Story.Article(c.Article).Body.Plain[m.Passage.Start:m.Passage.End])
			}
			if len(figures) > 0 {
				line += fmt.Sprintf(" %s %s", c.Article, strings.Join(figures, " + "))
				if !row.Alone {
					line += fmt.Sprintf(" (%s)", strings.Join(append([]string{strings.TrimSpace(string(c.Relation) + " " + string(c.Reason))}, c.Against...), " "))
				}
				line += ","
			}
		}
		lines = append(lines, strings.TrimSuffix(line, ","))
	}
	return strings.Join(lines, "\n")
}

func TestCounted(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
		want  string
	}{
		{"the same in digits and words", []string{"The storm cut off twelve villages.", "The storm has cut off 12 villages."},
			"villages: a twelve villages (same), b 12 villages (same)"},
		{"towns are not districts", []string{"The army said it had won back 17 towns.", "The army said it had won back 24 districts."},
			"towns: a 17 towns\ndistricts: b 24 districts"},
		{"a lower bound", []string{"The storm cut off more than 200 homes.", "The storm cut off 230 homes."},
			"homes: a more than 200 homes (compatible lower-bound), b 230 homes (compatible lower-bound)"},
		{"rounded", []string{"Voters cast 2.3 million ballots.", "Voters cast 2,312,400 ballots."},
			"ballots: a 2.3 million ballots (compatible rounded), b 2,312,400 ballots (compatible rounded)"},
		{"a range", []string{"The storm cut off 10 to 15 villages.", "The storm cut off 12 villages."},
			"villages: a 10 to 15 villages (compatible range), b 12 villages (compatible range)"},
		{"moved, and in conflict", []string{"The storm cut off 12 villages in the north.", "In the north, 15 villages were cut off by the storm."},
			"villages: a 12 villages (conflict b), b 15 villages (conflict a)"},
		{"the dead and the hurt", []string{"The blast killed 12 people and wounded 18.", "The blast wounded 18 people, and 12 died."},
			"people, dead: a 12 people (same), b 12 (same)\npeople, hurt: a 18 (same), b 18 people (same)"},
		{"the dead in other words", []string{"The blast killed 12.", "The blast left 15 dead."},
			"people, dead/dead: a 12 (conflict b), b 15 dead (conflict a)"},
		{"one source alone", []string{"The storm cut off 12 villages and three roads.", "The storm cut off 12 villages."},
			"villages: a 12 villages (same), b 12 villages (same)\nroads: a three roads"},
		{"another noun for the same number", []string{"The thieves took eleven paintings.", "The thieves made off with 11 pictures."},
			"paintings/pictures: a eleven paintings (compatible named), b 11 pictures (compatible named)"},
		{"a part and its whole", []string{"The army holds almost half of the country’s 400 districts.", "The army holds 400 districts."},
			"share of districts: a almost half of the country’s 400 districts\ndistricts: a 400 districts (same), b 400 districts (same)"},
		{"all and some", []string{"The army holds almost half of the country’s 400 districts.", "The army holds scores of districts."},
			"share of districts: a almost half of the country’s 400 districts\ndistricts: a 400 districts\ndistricts: b scores of districts"},
		{"money and money", []string{"The dam cost $4 million.", "The price of the dam was four million dollars."},
			"money: a $4 million (same), b four million dollars (same)"},
		{"no figure at all", []string{"The dam will hold.", "The dam holds."}, ""},
		{"dates are none", []string{"The dam broke on September 3, 2019.", "On 3 September the dam broke."}, ""},
	} {
		t.Run(strings.ReplaceAll(c.name, " ", "_"), func(t *testing.T) {
			d, _ := Story(newsroom, claimOf(t, c.texts...))
			if got := table(d); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// In whatever order the wordings come, the same figures belong together and
// stand to each other in the same way.
func TestCountedOrder(t *testing.T) {
	texts := []string{
		"The blast killed 12 people, wounded 18 and wrecked 30 homes.",
		"At least 15 people died and some 20 were hurt when the blast wrecked more than 25 houses.",
		"The blast left 12 dead, and 30 homes were destroyed; damage was put at $3m.",
		"Damage of three million dollars was done to 40 homes by the blast, in which a dozen people died.",
	}
	var want []string
	for _, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}, {2, 0, 3, 1}} {
		b := claimOf(t, texts...)
		witnesses := slices.Clone(b.Cases[0].Witnesses)
		for i, from := range order {
			b.Cases[0].Witnesses[i] = witnesses[from]
		}
		d, _ := Story(newsroom, b)
		var lines []string
		for _, row := range d.Cases[0].Figures {
			var cells []string
			for _, c := range row.Cells {
				for _, m := range c.Mentions {
					against := slices.Sorted(slices.Values(c.Against))
					cells = append(cells, fmt.Sprint(c.Article, m.Passage.Start, c.Relation, against))
				}
			}
			slices.Sort(cells)
			lines = append(lines, strings.Join(cells, " "))
		}
		slices.Sort(lines)
		if want == nil {
			want = lines
		} else if !slices.Equal(lines, want) {
			t.Errorf("order %v\n%s\nwant\n%s", order, strings.Join(lines, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestFigureDiffers(t *testing.T) {
	for _, c := range []struct {
		name       string
		texts      []string
		summary    string // empty for no finding
		arithmetic string
		evidence   string
	}{
		{"plain counts", []string{"The flood drove 400 people from their homes, the mayor said.", "The flood drove 900 people from their homes, the mayor said."},
			"The documents give different numbers of people: “400” (A) – “900” (B).", "900 is 500 more than 400.", "The flood drove 400 people from their homes"},
		{"in words, with a bound", []string{"More than two hundred houses burned in the valley.", "Some 150 houses burned in the valley."},
			"The documents give different numbers of houses: “More than two hundred” (A) – “Some 150” (B).", "Even read as widely as the words allow, “Some 150” and “More than two hundred” exclude each other.", "More than two hundred houses burned in the valley"},
		{"per cent", []string{"Turnout was 45 per cent in the capital.", "Turnout was 54% in the capital."},
			"The documents give different figures (per cent): “45 per cent” (A) – “54%” (B).", "54 per cent is 9 percentage points more than 45.", "Turnout was 45 per cent in the capital"},
		{"three sources, two of one mind", []string{"The storm cut off 12 villages.", "The storm cut off 15 villages.", "The storm cut off 12 villages."},
			"The documents give different numbers of villages: “12” (A, C) – “15” (B).", "15 is 3 more than 12.", "The storm cut off 12 villages"},
		{"millions", []string{"The dam cost $2.3 million to build.", "The dam cost $4 million to build."},
			"The documents give different sums: “\\$2.3 million” (A) – “\\$4 million” (B).", "4 million is 1.7 million more than 2.3 million.", "The dam cost $2.3 million to build"},
		{"towns and districts", []string{"The army has won back 17 towns so far.", "The army has won back 24 districts so far."}, "", "", ""},
		{"rounded", []string{"Voters cast 2.3 million ballots.", "Voters cast 2,312,400 ballots."}, "", "", ""},
		{"bounded", []string{"The storm cut off at least 12 villages.", "The storm cut off 15 villages."}, "", "", ""},
		{"the dead and the hurt", []string{"The blast killed 12 people.", "The blast wounded 18 people."}, "", "", ""},
		{"soldiers and people", []string{"The blast killed 12 soldiers.", "The blast killed 15 people."}, "", "", ""},
		{"other years' sums", []string{"Exports were $3m in 2018 and $5m in 2019.", "Exports were $3m in 2018 and $5m in 2019."}, "", "", ""},
		{"a profit and a loss", []string{"The firm made a profit of $354 million in the quarter.", "The firm made a loss of $126 million in the quarter."}, "", "", ""},
		{"to and from", []string{"The share of the unhappy rose from 29.4 to 32.6 in May.", "The share of the unhappy rose to 32.6 from 29.4 in May."}, "", "", ""},
		{"all districts and those that were taken", []string{"The rebels control almost half of the country’s 400 districts.", "In the country the rebels now control 50 districts."}, "", "", ""},
		{"a rise and where it went", []string{"The employers began at 2 per cent and have since gone up to 3.", "The employers offer 3 per cent."}, "", "", ""},
		{"the difference and the earlier number", []string{"The party won 43 seats, 12 more than in 2017.", "The party won 43 seats, up from 31."}, "", "", ""},
		{"how many go and how many stay", []string{"One in four of the 1,200 workers will lose their jobs.", "The plant will be left with 900 workers."}, "", "", ""},
		{"the dead, and the dead or hurt", []string{"Six people were killed and 12 wounded in the crash.", "Eighteen people were killed or wounded in the crash."}, "", "", ""},
		{"the dead and hurt, and the dead", []string{"Six people were killed in the crash on the bridge.", "Eighteen people were killed and wounded in the crash on the bridge."}, "", "", ""},
		{"a sum and its parts by days", []string{"Five people were arrested on Sunday.", "Police arrested five people on Sunday and two more on Monday.", "Seven people have been arrested since Sunday."}, "", "", ""},
		{"two more", []string{"Police arrested two more people in the town.", "Police arrested seven people in the town."}, "", "", ""},
		{"fewer than before", []string{"The firm has 300 shops, 40 fewer than in 2019.", "The firm has 300 shops, compared with 340 in 2019."}, "", "", ""},
		{"an opening offer", []string{"The employers started with an offer of 2 per cent.", "The employers offered 3 per cent."}, "", "", ""},
		{"a first offer", []string{"The employers' first offer was 2 per cent.", "The employers' offer is 3 per cent."}, "", "", ""},
		{"gained and held", []string{"The party gained 12 seats in the election.", "The party won 43 seats in the election."}, "", "", ""},
		{"two days", []string{"Five people were arrested on Sunday.", "Two people were arrested on Monday."}, "", "", ""},
		{"in all", []string{"Five people were arrested on Sunday.", "In all, seven people have been arrested."}, "", "", ""},
		{"at first and by now", []string{"Five people were arrested at first.", "Seven people have now been arrested."}, "", "", ""},
		{"one day", []string{"Five people were arrested on Sunday.", "Seven people were arrested on Sunday."},
			"The documents give different numbers of people, seized: “Five” (A) – “Seven” (B).", "7 is 2 more than 5.", "Five people were arrested on Sunday"},
		{"both differences", []string{"The party won 43 seats, 12 more than in 2017.", "The party won 43 seats, 15 more than in 2017."},
			"The documents give different figures: “12” (A) – “15” (B).", "15 is 3 more than 12.", "12 more than in 2017"},
		{"both former", []string{"The party won 43 seats, up from 31.", "The party won 43 seats, up from 29."},
			"The documents give different figures: “31” (A) – “29” (B).", "31 is 2 more than 29.", "The party won 43 seats, up from 31."},
		{"more of another fate", []string{"The blast killed 12 people and 30 more were wounded.", "The blast killed 12 people and 35 were wounded."},
			"The documents give different numbers of people, hurt: “30” (A) – “35” (B).", "35 is 5 more than 30.", "The blast killed 12 people and 30 more were wounded"},
		{"the worst since", []string{"The blast killed 12 people in the worst attack since 1999.", "The blast killed 15 people in the town."},
			"The documents give different numbers of people, dead: “12” (A) – “15” (B).", "15 is 3 more than 12.", "The blast killed 12 people in the worst attack since 1999"},
		{"one point", []string{"Turnout was 45 per cent in the capital.", "Turnout was 46% in the capital."},
			"The documents give different figures (per cent): “45 per cent” (A) – “46%” (B).", "46 per cent is one percentage point more than 45.", "Turnout was 45 per cent in the capital"},
		{"a second count of the same noun", []string{"Twelve villages were cut off; three villages were flooded.", "Twelve villages were cut off."}, "", "", ""},
	} {
		t.Run(strings.ReplaceAll(c.name, " ", "_"), func(t *testing.T) {
			d, _ := Story(newsroom, claimOf(t, c.texts...))
			found := findings(d, FigureDiffers)
			if c.summary == "" {
				if len(found) > 0 {
					t.Errorf("found %s", found[0].Summary)
				}
				return
			}
			if len(found) != 1 {
				t.Fatalf("%d findings", len(found))
			}
			f := found[0]
			if f.Summary != c.summary {
				t.Errorf("summary %s", f.Summary)
			}
			if f.Arithmetic != c.arithmetic {
				t.Errorf("arithmetic %s", f.Arithmetic)
			}
			if f.Evidence[0].Quote != c.evidence {
				t.Errorf("evidence %q", f.Evidence[0].Quote)
			}
			if f.Certainty != factcheck.Soft || f.Severity != factcheck.Major {
				t.Errorf("%s and %s", f.Certainty, f.Severity)
			}
		})
	}
}

func TestFigureArithmetic(t *testing.T) {
	for _, c := range []struct{ text, summary, arithmetic string }{
		{"Arrests rose from 10 to 8 last year.", "A figure is said to have gone up and is lower afterwards: from “10” to “8”.", "8 is 2 less than 10."},
		{"The share of late trains fell from 12 per cent to 15 per cent.", "A figure is said to have gone down and is higher afterwards: from “12 per cent” to “15 per cent”.", "15 is 3 more than 12."},
		{"Profit rose to $3 million from $4 million.", "A figure is said to have gone up and is lower afterwards: from “\\$4 million” to “\\$3 million”.", "3 million is 1 million less than 4 million."},
		{"Complaints doubled from 10 to 30 in a year.", "The figures do not bear out the word “doubled”: from “10” to “30”.", "2 times 10 is 20, not 30."},
		{"The rebels now hold 40 of the 34 provinces.", "More are taken than there are: “40” of “34 provinces”.", "40 is 6 more than 34."},
		{"The boat carried 12 people: five men and six women.", "The parts do not add up to their total: “12 people\\: five men and six women”.", "5 and 6 make 11, not 12."},
		{"The party won 52 percent of the vote, the Greens 31 percent and the Left 22 percent.", "Shares of one vote make more than a hundred per cent: “52 percent of the vote, the Greens 31 percent and the Left 22 percent”.", "52 and 31 and 22 make 105."},
		{"The blast killed 12 people, including 15 soldiers.", "A part is larger than its whole: “12 people”, “including” “15 soldiers”.", "15 is 3 more than 12."},

		{"Arrests rose from 8 to 10 last year.", "", ""},
		{"Sales fell from 3.5 to 1.2 million.", "", ""},
		{"Sales rose from 900,000 to 1.2 million.", "", ""},
		{"The club climbed from 12 to 8 in the table.", "", ""},
		{"The rupee fell from 80 to 85 against the dollar.", "", ""},
		{"Complaints nearly doubled from 10 to 18.", "", ""},
		{"Complaints more than doubled from 10 to 30.", "", ""},
		{"Complaints doubled from 1,012 to 2,000.", "", ""},
		{"The rebels hold 24 of the 34 provinces.", "", ""},
		{"The army took 17 towns, four of them by night.", "", ""},
		{"The boat carried 11 people: five men and six women.", "", ""},
		{"The boat carried 12 people: five men, six women and a child.", "", ""},
		{"The boat carried 12 people: at least five men and six women.", "", ""},
		{"The blast killed 12 people, including five women and eight soldiers.", "", ""},
		{"The party won 52 percent of the vote, the Greens 31 percent and the Left 17 percent.", "", ""},
		{"The party won 52 percent of the vote, up from 31 percent last year and 22 percent before.", "", ""},
		{"In the poll 60 percent like tea, 55 percent coffee and 40 percent both.", "", ""},
		{"Losses fell from −3 million to −5 million.", "", ""},
		{"Temperatures rose from 3 to 5 degrees.", "", ""},
		{"He rose from 10th to 8th.", "", ""},
		// Clock times, rates of exchange, ranks and scales: small numbers that name nothing.
		{"Rain fell from 2 to 8 on Friday, flooding cellars.", "", ""},
		{"Snow fell from 6 to 9 on Monday evening.", "", ""},
		{"Trading volumes climbed from 11 to 3 on Friday.", "", ""},
		{"Water rose from 10 to 2 in the night.", "", ""},
		{"The lira fell from 18 to 27 to the dollar within a year.", "", ""},
		{"The rouble dropped from 60 to 75 to the euro.", "", ""},
		{"The pound's price fell from 60 roubles to 75 roubles to the euro.", "", ""},
		{"The country fell from 56 to 71 in the index of press freedom.", "", ""},
		{"Norway dropped from 1 to 4 in this year's happiness index.", "", ""},
		{"The club fell from 3 to 9 after the defeat.", "", ""},
		{"The team climbed from 12 to 4 under the new coach.", "", ""},
		{"The song climbed from 40 to 2 within a week.", "", ""},
		{"The book jumped from 9 to 1 on Amazon.", "", ""},
		{"The player has risen from 300 to 25 in the world.", "", ""},
		{"The school's rating rose from 3 to 1.", "", ""},
		{"The government said the terror level fell from 1 to 2.", "", ""},
		{"The number of the club in the league fell from 3 to 9.", "", ""},
		{"The toll fell from 3 to 5 in the afternoon.", "", ""},
		{"Sales at the book fair rose from 10 to 2.", "", ""},
		{"The deaths of the two men came as prices fell; the club dropped from 3 to 9.", "", ""},
		{"The unemployment rate fell from 4 per cent to 5 per cent.", "", ""},
		{"Her lead over the profit-makers dropped from 3 to 9.", "", ""},
		{"The number of arrests fell from 10 to 12 last year.", "A figure is said to have gone down and is higher afterwards: from “10” to “12”.", "12 is 2 more than 10."},
		{"The death toll rose from 80 to 60.", "A figure is said to have gone up and is lower afterwards: from “80” to “60”.", "60 is 20 less than 80."},
		{"House prices in the capital dropped from 200,000 to 240,000.", "A figure is said to have gone down and is higher afterwards: from “200,000” to “240,000”.", "240,000 is 40,000 more than 200,000."},
		{"The queue shrank from 12 km to 15 km.", "A figure is said to have gone down and is higher afterwards: from “12 km” to “15 km”.", "15 is 3 more than 12."},
		{"The staff grew from 40 to 35 people.", "A figure is said to have gone up and is lower afterwards: from “40” to “35 people”.", "35 is 5 less than 40."},

		{"Stones fell from 30 metres to 40 metres above the road.", "", ""},
		{"Snow fell from 6 to 9 inches deep.", "", ""},
		{"Stocks fell from 2 to 3 percent.", "", ""},
		{"Temperatures fell from 3 degrees to 8 degrees below zero.", "", ""},
		{"Sterling fell from $1.30 to $1.32.", "", ""},
		{"The cost rose from 10 to 3 on Monday.", "", ""},
		{"Rail fares rose from 3 to 2 pounds.", "A figure is said to have gone up and is lower afterwards: from “3” to “2 pounds”.", "2 is 1 less than 3."},
		{"The party fell from 30 seats to 41 seats.", "A figure is said to have gone down and is higher afterwards: from “30 seats” to “41 seats”.", "41 is 11 more than 30."},

		// Shares of a vote that other places, years and people gave, or with a part counted.
		{"With 90 percent of the vote in, Rossi had 51 percent and Vale 44 percent.", "", ""},
		{"Rossi had 51 percent of the vote and Vale 44 percent with 90 percent in.", "", ""},
		{"He won 61% of the vote in the north, 55% in the south and 43% in the east.", "", ""},
		{"She won 51 percent of the vote in 2012, 55 percent in 2016 and 47 percent in 2020.", "", ""},
		{"She won 70 per cent of the vote among farmers, 60 per cent among teachers and 40 per cent among students.", "", ""},
		{"In the north he won 61% of the vote, in the south 55% and in the east 43%.", "", ""},
		{"Farmers gave her 70 percent of the vote, teachers 60 percent and students 40 percent.", "", ""},
		{"Rossi won 52 percent of the vote, beating Vale on 44 percent, and 61 percent at home.", "", ""},
		{"The north gave her 61 percent of the vote, the south 55 percent and the east 43 percent.", "", ""},
		{"Rossi took 52 percent of the vote, Vale 31 percent and Moro 22 percent.", "Shares of one vote make more than a hundred per cent: “52 percent of the vote, Vale 31 percent and Moro 22 percent”.", "52 and 31 and 22 make 105."},

		// A family or a crew is more than one person.
		{"Three families, including 11 children, were taken to safety.", "", ""},
		{"Two crews, including 14 sailors, were rescued.", "", ""},
		{"Four couples, including eight doctors, were aboard.", "", ""},
		{"Two gangs, including 14 teenagers, were arrested.", "", ""},
		{"Five police patrols, including 20 officers, took part.", "", ""},
		{"The blast killed 12 villagers, including 15 children.", "A part is larger than its whole: “12 villagers”, “including” “15 children”.", "15 is 3 more than 12."},
	} {
		d, _ := Story(newsroom, book(t, "", []doc{{"a", "2019-09-04", "", c.text}}))
		found := findings(d, FigureArithmetic)
		switch {
		case c.summary == "" && len(found) > 0:
			t.Errorf("%s\nfound %s %s", c.text, found[0].Summary, found[0].Arithmetic)
		case c.summary != "" && len(found) != 1:
			t.Errorf("%s\n%d findings", c.text, len(found))
		case c.summary != "" && (found[0].Summary != c.summary || found[0].Arithmetic != c.arithmetic || found[0].Certainty != factcheck.Hard):
			t.Errorf("%s\ngot  %s %s\nwant %s %s", c.text, found[0].Summary, found[0].Arithmetic, c.summary, c.arithmetic)
		}
	}
}

// The cost of grouping grows with the figures of a claim.
func BenchmarkThings(b *testing.B) {
	for _, n := range []int{4, 16, 64} {
		var docs []doc
		var sayings []said
		for i := range n {
			id := fmt.Sprintf("a%d", i)
			text := fmt.Sprintf("The blast killed %d people, wounded %d and wrecked %d homes; damage of $%d million was done to the %d villages of the valley.", 10+i%3, 18+i%5, 30, 3, 7+i%2)
			docs = append(docs, doc{id, "2019-09-04", "", text})
			sayings = append(sayings, said{id, text, factcheck.Paraphrase})
		}
		bk := book(b, "", docs, sayings...)
		e := compare(bk.Cases[0])
		dates, _ := chronology(&bk.Story, newSpeech(&factcheck.Newsroom{}, &bk.Story))
		t := newTally(&bk.Story, dates)
		b.Run(fmt.Sprintf("%d-wordings", n), func(b *testing.B) {
			for b.Loop() {
				list := t.mentions(&e)
				groups := things(&e, list)
				counted(t, &e, list, groups)
				figureDiffers(t, &e, list, groups)
			}
		})
	}
}

// Whatever two wordings say: each of their figures stands in the table once,
// inside its wording, and a conflict is one for both sides.
func FuzzCounted(f *testing.F) {
	f.Add("The blast killed 12 people and wounded 18.", "18 hurt, 15 dead; 30% of 40 homes: $3m")
	f.Add("12 people: five men and six women. It rose from 10 to 8.", "52 percent of the vote, 40 percent and 30 percent")
	f.Add("1 of 2 of 3 of 4", "\xff5\xc3 ½ of – 5–\n٣ people 1/2 of")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a) > 600 || len(b) > 600 {
			return // collation is quadratic, and fuzzed by itself
		}
		bk := claimOf(t, a, b)
		e := compare(bk.Cases[0])
		dates, _ := chronology(&bk.Story, newSpeech(&factcheck.Newsroom{}, &bk.Story))
		tally := newTally(&bk.Story, dates)
		list := tally.mentions(&e)
		groups := things(&e, list)
		rows := counted(tally, &e, list, groups)
		seen := map[factcheck.Passage]int{}
		for _, row := range rows {
			against := map[string][]string{}
			for _, c := range row.Cells {
				against[c.Article] = c.Against
				for _, m := range c.Mentions {
					seen[factcheck.Passage{Article: c.Article, Start: m.Figure.Start, End: m.Figure.End}]++
					if text := bk.Story.Article(c.Article).Body.Plain; m.Passage.Start > m.Figure.Start || m.Passage.End < m.Figure.End || m.Passage.End > len(text) {
						t.Fatalf("figure %d-%d in %+v", m.Figure.Start, m.Figure.End, m.Passage)
					}
				}
			}
			for x, list := range against {
				for _, y := range list {
					if !slices.Contains(against[y], x) {
						t.Fatalf("%s against %s, and not the other way: %+v", x, y, row)
					}
				}
			}
		}
		if len(seen) != len(list) {
			t.Fatalf("%d figures, %d in the table", len(list), len(seen))
		}
		for p, n := range seen {
			if n != 1 {
				t.Fatalf("%+v stands in the table %d times", p, n)
			}
		}
		for _, f := range figureDiffers(tally, &e, list, groups) {
			if len(f.Evidence) < 2 || f.Summary == "" || f.Arithmetic == "" {
				t.Fatalf("%+v", f)
			}
		}
		for _, article := range bk.Story.Articles {
			figureArithmetic(tally, article)
		}
	})
}
