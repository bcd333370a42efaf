package figure

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"crosscheck/generator/words"
)

// dump writes figures as the tables do: modifier value[-high] unit[/of] [kind],
// joined with semicolons; kind only where it is not a count.
func dump(figures []Figure) string {
	var parts []string
	for _, f := range figures {
		s := f.Decimal()
		if f.Kind == Share {
			s = Figure{Value: float64(int(f.Value*1000+0.5)) / 1000}.Decimal()
		}
		if f.Range {
			s += "-" + Figure{Value: f.High}.Decimal()
		}
		if f.Modifier != Plain {
			s = string(f.Modifier) + " " + s
		}
		if f.Unit != "" {
			s += " " + f.Unit
		}
		if f.Of != "" && f.Kind != Share {
			s += "/" + f.Of
		}
		if f.Kind != Count {
			s += " " + string(f.Kind)
		}
		if f.Currency != "" {
			s += " " + f.Currency
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

var findCases = []struct{ text, want string }{
	// Digits and words.
	{"Twelve soldiers were killed.", "12 soldier"},
	{"The flood left 7,792 children homeless.", "7792 child"},
	{"Rescuers pulled twenty-three people from the rubble.", "23 people"},
	{"two hundred and five delegates voted", "205 delegate"},
	{"three thousand four hundred trees", "3400 tree"},
	{"two and a half million people fled", "2500000 people"},
	{"a million and a half voters", "1500000 voter"},
	{"half a million refugees", "500000 refugee"},
	{"a quarter of a million homes", "250000 home"},
	{"half a dozen villages", "6 village"},
	{"a hundred houses and a dozen shops", "100 house; 12 shop"},
	{"two dozen arrests", "24 arrest"},
	{"3.5 million doses of the vaccine", "3500000 dose"},
	{"10 000 people marched", "10000 people"},
	{"1,00,000 farmers; five lakh voters; 2 crore families", "100000 farmer; 500000 voter; 20000000 family"},
	{"1.234.567 votes", "1234567 vote"},
	{"two point five million euros", "2500000 euro money EUR"},
	{"five-member panel and a 12-member jury", "5 member; 12 member"},
	{"a 300-strong crowd", "300 crowd"},
	{"Three Danish government soldiers and two women police officers died", "3 soldier; 2 woman"},
	{"one woman was killed and two men injured", "1 woman; 2 man"},
	{"At least 12 dead as ferry sinks", "at-least 12 dead"},
	{"12 were killed and 30 others wounded", "12 people; 30 other"},
	{"Seven newly built armed outposts fell", "7 outpost"},
	{"three “terrorists” were shot", "3 terrorist"},
	{"three of the men confessed", "3 man"},
	{"six of the 27 member states agreed", "6 state; 27 state"},
	{"five countries' leaders met", "5 country"},
	{"the two sides met", "2 side"},
	{"two more policemen and another 20 passengers", "2 policeman; 20 passenger"},
	{"zero casualties", "0 casualty"},
	{"Ferry Disaster Kills Twelve Fishermen Off Northern Coast", "12 fisherman"},
	{"20 aircraft and four species", "20 aircraft; 4 species"},
	{"5m people and 3bn trees", "5000000 people; 3000000000 tree"},
	// Bounds.
	{"more than 200 people", "more-than 200 people"},
	{"no more than 10 guests", "up-to 10 guest"},
	{"fewer than 30 ships", "less-than 30 ship"},
	{"no fewer than 30 ships", "at-least 30 ship"},
	{"up to 40 homes", "up-to 40 home"},
	{"as many as 500 migrants", "up-to 500 migrant"},
	{"some 300 protesters", "about 300 protester"},
	{"an estimated 4,000 troops", "about 4000 troop"},
	{"nearly 90 flights", "almost 90 flight"},
	{"just under 50 schools", "almost 50 school"},
	{"over 1,000 trees", "more-than 1000 tree"},
	{"200 or more guests", "at-least 200 guest"},
	{"50 or so villagers", "about 50 villager"},
	{"200+ volunteers", "at-least 200 volunteer"},
	{"20-odd tents", "about 20 tent"},
	{"a couple of windows", "about 2 window"},
	{"for over three days", "more-than 3 day duration"},
	{"over three days of talks", "3 day duration"},
	{"the army has taken over 24 towns", "24 town"},
	{"a dispute over two islands", "2 island"},
	{"12 “enemy” soldiers", "12 soldier"},
	{"four of them children", "4 child"},
	{"17 towns, four of them by night", "17 town; 4 town"},
	{"61 of 120 seats", "61 seat; 120 seat"},
	{"wounding 18", "18 people"},
	{"the third such disaster", "3 disaster ordinal"},
	{"almost half of the country’s 400 districts", "almost 0.5 district share; 400 district"},
	{"the driver, 29, had slept", ""},
	{"at 8.15 the train left", ""},
	{"He was 34. At 60, she ran.", ""},
	{"18- to 24-year-olds", ""},
	{"suspects aged between 19 and 54", ""},
	{"News ID: 92563", ""},
	{"the war of 1939-45, in 44 BC", ""},
	{"One cannot know.", ""},
	{"the FTSE 100 index and the S&P 500 index rose", ""},
	{"The airline flies a Boeing 787 and wants six more; the new 787 Dreamliner, a 737-800, is late.", "6"},
	{"They ordered 22 Boeing 787 jets.", "22 jet"},
	{"Only three United States soldiers stayed.", "3 soldier"},
	{"the Standard & Poor's 500 index, iOS 4, the class of '68", ""},
	{"$16.6 billion", "16600000000 dollar money"},
	{"The death toll rose to 45.", "45 people"},
	{"fell by half a percentage point", "0.5 percentage point points"},
	{"rose 3.2pc in May", "3.2 percent percent"},
	{"a magnitude 7.5 aftershock", "7.5 magnitude measure"},
	{"some 1.5 to 2 million remain", "about 1500000-2000000"},
	{"weighs 5.75 million pounds; it cost five pounds", "5750000 pound measure; 5 pound money"},
	{"12'000 francs", "12000 franc money"},
	{"the virus killed 6.9m", "6900000 people"},
	{"users of Web 2.0 software", ""},
	{"in the US 12 people died", "12 people"},
	{"-5°C; 47C; 50p; 3 km per second; 50 basis points", "-5 degree measure; 47 degree measure; 50 penny money GBP; 3 kilometer per second measure; 50 basis point points"},
	// Many.
	{"dozens of homes", "many 12 home"},
	{"scores of villagers fled", "many 20 villager"},
	{"tens of thousands of people", "many 10000 people"},
	{"hundreds of millions of dollars", "many 100000000 dollar money"},
	{"hundreds were arrested", "many 100 people"},
	{"several hundred students", "many 100 student"},
	{"a few thousand marchers", "many 1000 marcher"},
	// Ranges.
	{"10 to 15 people", "10-15 people"},
	{"10-15 people", "10-15 people"},
	{"10–15 km", "10-15 kilometer measure"},
	{"between 200 and 300 homes", "200-300 home"},
	{"two or three shots", "2-3 shot"},
	{"two to three million birds", "2000000-3000000 bird"},
	{"$10-$15 million", "10000000-15000000 dollar money"},
	{"between $2bn and $3bn", "2000000000-3000000000 dollar money"},
	{"2-3 percent", "2-3 percent percent"},
	{"rose from 10 to 15 percent", "10; 15 percent percent"},
	// Shares and per cent.
	{"almost half of the members left", "almost 0.5 member share"},
	{"Half the country is without power", "0.5 country share"},
	{"two-thirds of voters", "0.667 voter share"},
	{"a third of the crop was lost", "0.333 crop share"},
	{"three quarters of all pupils", "0.75 pupil share"},
	{"one in five women", "0.2 woman share"},
	{"nine out of ten teachers", "0.9 teacher share"},
	{"45 percent of voters", "45 percent/voter percent"},
	{"45% of voters, 3.2 per cent and five pct", "45 percent/voter percent; 3.2 percent percent; 5 percent percent"},
	{"up 2.5 percentage points", "2.5 percentage point points"},
	{"2/3 of the seats", "0.667 seat share"},
	// Money.
	{"$27 for a ticket", "27 dollar money"},
	{"a US$5.5 million loan", "5500000 dollar money USD"},
	{"£3bn", "3000000000 pound money"},
	{"€1.2m", "1200000 euro money EUR"},
	{"5 million dollars", "5000000 dollar money"},
	{"20 million US dollars", "20000000 dollar money USD"},
	{"USD 40 million; Rs 500; Rs. 200", "40000000 dollar money USD; 500 rupee money; 200 rupee money"},
	{"300 million euros", "300000000 euro money EUR"},
	{"50 cents", "50 cent money"},
	{"a $27-million deal", "27000000 dollar money"},
	{"more than $1,200", "more-than 1200 dollar money"},
	{"two million pounds", "2000000 pound money"},
	// Measures and spans of time.
	{"12 km north", "12 kilometer measure"},
	{"a 10-kilometre stretch", "10 kilometer measure"},
	{"300 square kilometres", "300 square kilometer measure"},
	{"five tonnes of rice", "5 tonne measure"},
	{"winds of 120 kilometers per hour", "120 kilometer per hour measure"},
	{"40°C", "40 degree measure"},
	{"two-and-a-half-metre wall", "2.5 meter measure"},
	{"jailed for 12 years", "12 year duration"},
	{"a three-day visit", "3 day duration"},
	// Ordinals that count.
	{"the third attack this month", "3 attack ordinal"},
	{"for the 5th time", "5 time ordinal"},
	{"for a fourth consecutive day", "4 day ordinal"},
	{"the third-largest city and the second largest port", ""},
	{"the Second World War, the third floor, the 21st century, the 50th anniversary", ""},
	// Not figures.
	{"On July 18 and 18 July 2021, in 1999, the 1990s, 2021-07-18, 18/07/2021, Sept. 5", ""},
	{"July 17-18, 17 and 18 July, May 5 to 7", ""},
	{"at 10:30, 5 p.m., 5pm, 1945 GMT, five o'clock, at 9 local time, 0600 hours", ""},
	{"Anna Berg, 34, said", ""},
	{"a 34-year-old man aged 34, 12 years old, Lee (45), at the age of 20, children under five", ""},
	{"children aged 5 to 11", ""},
	{"Call +44 20 7946 0958 or 555-0123 or 1-800-555-0199 or (020) 7946 0958", ""},
	{"1. First item\n2) Second item\n(3) Third", ""},
	{"Section 4, Article 5, No. 10, page 12, Flight 370, Route 66, Chapter Seven, Resolution 2593", ""},
	{"a Boeing 737 crashed, COVID-19 spread, and the Group of Seven met as the Category 4 hurricane, tracked by F-16 jets, made landfall", ""},
	{"won 3-1, lost 1-2, beat them 6-4, 6-3; a 2-0 lead", ""},
	{"version 2.1.3, v1.2, 192.168.0.1", ""},
	{"24/7, 9/11, 50/50", ""},
	{"10 Downing Street and 1600 Pennsylvania Avenue", ""},
	{"https://example.org/2021/07/18/500-people and info50@example.org #12", ""},
	{"one of them, no one, one another, one day, everyone", ""},
	{"the 2020 elections, 2019 figures", ""},
	{"in his 30s, mid-20s", ""},
	{"first half, second half, half-time, half past five", ""},
	{"two days ago, three weeks later", ""},
	{"Leaders of the Five Star Movement left.", ""},
	{"a second man, a third-party group", "2 man ordinal"},
	{"5G masts, 4x4 cars", ""},
	{"", ""},
	{"In Oslo 12 people died", "12 people"},
	{"about 2000 people", "about 2000 people"},
	{"Since 2014 the war has killed 14,000 people", "14000 people"},
	{"killed three\nTwo boats", "3 people; 2 boat"},
	// Ages that no word names as such.
	{"a mother of four was killed; a mother of four children died", "4 child"},
	{"The father of three died. Mothers-of-two met.", ""},
	{"a man of 81 died in hospital", ""},
	{"A girl of 12 was injured.", ""},
	{"a child of three was killed", ""},
	{"a boy of six and women of 70", ""},
	{"Ada Lee, now 81, was there", ""},
	{"Ada Lee, then 18, and her brother, just 20, met; he was only 19.", ""},
	{"He was 81 when he died. She was 12 when they fled.", ""},
	{"Two soldiers, 19 and 22, died.", "2 soldier"},
	{"Three boys, 9, 11 and 12, drowned.", "3 boy"},
	{"Two brothers, aged 19 and 22, died.", "2 brother"},
	{"The couple, both 70, died.", ""},
	{"the 737 crashed", ""},
	{"The 747 landed and a 320 took off.", "320"},
	{"The 12 were killed, and the 20 died.", "12 people; 20 people"},
	{"Three women, 12 and counting", "3 woman; 12"},
	{"two ships, 19 and 22 metres long", "2 ship; 19; 22 meter measure"},
	{"two teams, 19 boys and 22 girls", "2 team; 19 boy; 22 girl"},
	{"The couple, 70 and 72, died. Ahmad, then just 12, fled.", ""},
	{"a boy of four months and a woman of 81 years died after two months", "2 month duration"},
	{"The toll was 81 when he arrived.", "81 people"},
	{"The members of the bloc, now 27, met.", "27"},
	{"the death of 12 men; the killing of four; a group of 12 left", "12 man; 4; 12"},
}

func TestFind(t *testing.T) {
	for _, c := range findCases {
		if got := dump(Find(c.text)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestSpans(t *testing.T) {
	text := "Officials said no more than 2.5 million Danish children, “scores” of them ill, got US$5 million."
	got := Find(text)
	if len(got) != 2 {
		t.Fatalf("found %s", dump(got))
	}
	if f := got[0]; f.Text != "2.5 million" || text[f.From:f.To] != "no more than 2.5 million Danish children" {
		t.Errorf("figure %q in %q", f.Text, text[f.From:f.To])
	}
	if f := got[1]; f.Text != "US$5 million" {
		t.Errorf("figure %q", f.Text)
	}
	day := strings.Index(text, "2.5")
	if got := Find(text, words.Span{Start: day, End: day + 3}); len(got) != 1 || got[0].Kind != Money {
		t.Errorf("with a span skipped: %s", dump(got))
	}
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Relation
	}{
		{"12 soldiers", "twelve soldiers", Same},
		{"12 soldiers", "12 Danish soldiers", Same},
		{"12 people", "twelve persons", Same},
		{"12 soldiers", "13 soldiers", Conflict},
		{"20 people", "19 people", Conflict},
		{"12 soldiers", "12 villages", Other},
		{"12 people", "12 soldiers", Compatible},
		{"15 people", "12 soldiers", Other},
		{"more than 200 homes", "230 homes", Compatible},
		{"more than 200 homes", "150 homes", Conflict},
		{"at least 12 dead", "12 dead", Compatible},
		{"fewer than 20 ships", "more than 20 ships", Conflict},
		{"almost 100 homes", "96 homes", Compatible},
		{"about 100 homes", "200 homes", Conflict},
		{"10 to 15 homes", "12 homes", Compatible},
		{"10 to 15 homes", "16 homes", Conflict},
		{"10 to 15 homes", "12 to 20 homes", Compatible},
		{"2.3 million voters", "2,312,400 voters", Compatible},
		{"45 percent of voters", "44.7% of voters", Compatible},
		{"45 percent of voters", "47% of voters", Conflict},
		{"half of the voters", "50 percent of voters", Same},
		{"almost half of the voters", "47 per cent of voters", Compatible},
		{"half of the voters", "half of the land", Other},
		{"dozens of homes", "40 homes", Compatible},
		{"hundreds of homes", "12 homes", Conflict},
		{"$5 million", "5 million dollars", Same},
		{"$5 million", "US$5m", Same},
		{"A$5 million", "US$5m", Other},
		{"$5 million", "$6 million", Conflict},
		{"€5 million", "$5 million", Other},
		{"50 cents", "$0.50", Same},
		{"10 km", "10 kilometres", Same},
		{"10 km", "6 miles", Compatible},
		{"10 km", "10 miles", Conflict},
		{"three days of talks", "72 hours of talks", Compatible},
		{"5 percent", "5 percentage points", Other},
		{"the third attack", "three attacks", Other},
		{"the third attack", "the fourth attack", Conflict},
		{"12 were killed", "12 people were killed", Same},
		{"12 were killed", "15 people were killed", Conflict},
		{"about 300 homes", "about 380 homes", Conflict},
		{"about 300 homes", "some 320 homes", Compatible},
		{"12 dead", "12 people were killed", Same},
		{"killing 12", "15 people died", Conflict},
		{"12 dead", "12 wounded", Other},
		{"killing 12", "wounding 18", Other},
		{"12 dead", "15 people", Other},
		{"12 people", "12 dead", Same},
		{"12 insurgents", "12 fighters", Compatible},
		{"nearly 3,000 homes", "2,950 houses", Compatible},
		{"12 people were killed or wounded", "15 people were killed", Other},
		{"12 people were killed and wounded", "15 people were wounded", Other},
		{"killing or wounding 12 people", "15 dead", Other},
		{"12 people were killed or wounded", "15 dead or injured", Conflict},
		{"killing or wounding 12 people", "12 people were either hurt or killed", Same},
		{"12 dead or wounded", "12 people", Same},
		{"12 people were killed or captured", "15 people were killed or wounded", Other},
		{"12 people were captured or killed", "15 people were killed or captured", Conflict},
		{"12 people were killed and others were wounded", "15 people were killed", Conflict},
		{"12 were sold", "12 cars were sold", Same},
		{"12 were sold", "15 cars were sold", Other},
	} {
		a, b := Find(c.a), Find(c.b)
		if len(a) != 1 || len(b) != 1 {
			t.Errorf("%q: %s; %q: %s", c.a, dump(a), c.b, dump(b))
			continue
		}
		if got := Compare(a[0], b[0]); got != c.want {
			t.Errorf("Compare(%q, %q) = %s, want %s", c.a, c.b, got, c.want)
		}
		if there, back := Compare(a[0], b[0]), Compare(b[0], a[0]); there != back {
			t.Errorf("%q with %q: %s, the other way %s", c.a, c.b, there, back)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range findCases {
		f.Add(c.text)
	}
	f.Add("\xff5\xc3 ½ of – 5–\n٣ people 1/2 of")
	f.Fuzz(func(t *testing.T, text string) {
		figures := Find(text)
		last := 0
		for i, g := range figures {
			switch {
			case g.Start < last || g.End <= g.Start || g.End > len(text):
				t.Fatalf("figure %d-%d after %d in %q", g.Start, g.End, last, text)
			case g.From > g.Start || g.To < g.End || g.From < 0 || g.To > len(text):
				t.Fatalf("figure %d-%d within %d-%d in %q", g.Start, g.End, g.From, g.To, text)
			case g.Text != text[g.Start:g.End]:
				t.Fatalf("text %q of %q", g.Text, text)
			case !(g.Low <= g.Value && g.Value <= g.High):
				t.Fatalf("value %v of %v to %v in %q", g.Value, g.Low, g.High, text)
			case utf8.ValidString(text) && !utf8.ValidString(g.Text):
				t.Fatalf("%q cuts a rune of %q", g.Text, text)
			case g.Range != (g.Range && g.Low < g.High):
				t.Fatalf("a range from %v to %v in %q", g.Low, g.High, text)
			}
			last = g.End
			if math.IsNaN(g.Value) || math.IsInf(g.Value, 0) {
				t.Fatalf("value %v in %q", g.Value, text)
			}
			if r := Compare(g, g); r != Same && r != Other {
				t.Fatalf("%q compared with itself: %s", g.Text, r)
			}
			for _, h := range figures[:i] {
				there, why := Relate(g, h)
				back, because := Relate(h, g)
				if there != back || why != because {
					t.Fatalf("%q and %q of %q compare differently in turn", g.Text, h.Text, text)
				}
			}
		}
	})
}

// Texts that no newspaper prints: the cost must grow with the length all the
// same.
func BenchmarkFindRepeated(b *testing.B) {
	for _, s := range []string{"1 ", "5, ", "one of ", "\"5 ", "five of them "} {
		for _, n := range []int{1 << 12, 1 << 16} {
			text := strings.Repeat(s, n/len(s))
			b.Run(strings.TrimSpace(s)+"/"+strconv.Itoa(n/1024)+"KB", func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Find(text)
				}
			})
		}
	}
}

func BenchmarkFind(b *testing.B) {
	paragraph := "At least 12 soldiers and more than two dozen villagers were killed on July 18, 2021, when three trucks carrying $2.5 million in aid, about 45 percent of the monthly supply, " +
		"were attacked 30 km north of the town, officials said. The region’s governor, Anna Berg, 54, said that the convoy had left at 5 p.m. and that the third attack in a week would not stop deliveries.\n"
	for _, n := range []int{1, 10, 100} {
		text := strings.Repeat(paragraph, n)
		b.Run(strconv.Itoa(len(text)/1024)+"KB", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(text)
			}
		})
	}
}

// What a share is taken of is told from what is counted for its own sake.
func TestWhole(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"almost half of the country’s 400 districts", true},
		{"half of the 400 districts", true},
		{"one in four of the 1,200 workers", true},
		{"30 percent of its 1,200 workers", true},
		{"one in four, and 1,200 workers", false},
		{"half of the village and 400 districts", false},
		{"30 percent and the 1,200 workers", false},
	} {
		figures := Find(c.text)
		if len(figures) != 2 || figures[1].Whole != c.want || figures[0].Whole {
			t.Errorf("%q: %+v", c.text, figures)
		}
	}
}
