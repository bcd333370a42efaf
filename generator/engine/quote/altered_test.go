package quote

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"crosscheck/generator/engine/collate"
)

// One number, name, date or negation altered in a quote, long and short, at its
// edges and inside, is always named with both readings, and by its kind.
func TestAlteredQuotesAreNamed(t *testing.T) {
	type change struct {
		was, is string
		kind    collate.Kind
	}
	const number, name, date, negation = collate.Number, collate.Name, collate.Date, collate.Negation
	tested := 0
	for _, c := range []struct {
		text    string
		changes []change
	}{
		{"The council approved 12 new homes on the Ash estate, and the mayor of Vell, Ruth Ondine, thanked the builders.", []change{
			{"12", "13", number}, {"Vell", "Orle", name}, {"Ondine", "Ondry", name}, {"Ruth", "Rita", name}, {"Ash", "Oak", name}}},
		{"About 1,200 people fled the town of Kessa on Monday, July 18, after two bridges collapsed, police said.", []change{
			{"1,200", "1,300", number}, {"1,200", "12,000", number}, {"Kessa", "Tessa", name}, {"Monday", "Tuesday", date},
			{"July", "June", date}, {"18", "19", date}, {"two", "three", number}}},
		{"Profit rose 20 per cent to £4.5 million in the third quarter of 2021, the bank said.", []change{
			{"20", "30", number}, {"4.5", "45", number}, {"£", "$", number}, {"million", "billion", number}, {"third", "fourth", number}}},
		{"“We will not sign it,” Mr. O’Rourke said. “It isn’t fair to the drivers.”", []change{
			{"not ", "", negation}, {"isn’t", "is", negation}, {"O’Rourke", "O’Connor", name}}},
		{"The drug did not cure a fifth of the patients and never harmed anyone.", []change{
			{"not ", "", negation}, {"never ", "", negation}, {"never", "always", negation}, {"fifth", "third", number}}},
		{"Neither the driver nor the guard had slept, nobody checked, and no trains ran.", []change{
			{"Neither", "Both", negation}, {"nobody", "everybody", negation}, {"no ", "", negation}, {"nor", "and", negation}, {"no", "many", negation}}},
		{"Anna-Maria Lund, 34, won the 10-kilometre race in a record 31:05 on Saturday night.", []change{
			{"34", "43", number}, {"10-kilometre", "15-kilometre", number}, {"31:05", "31:15", number}, {"Saturday", "Sunday", date},
			{"Lund", "Berg", name}, {"Anna-Maria", "Anna-Lena", name}}},
		{"The €300m deal, first reported on 3 May 2019, gives Trastel a 51% stake in the Norland mine.", []change{
			{"€", "$", number}, {"300m", "400m", number}, {"3", "4", number}, {"May", "June", date}, {"2019", "2018", date}, {"51", "49", number},
			{"Trastel", "Tristan", name}, {"Norland", "Norway", name}}},
		{"It was the 14th strike since the mid-1990s and the worst in two dozen years, the union of Kell dockers says.", []change{
			{"14th", "15th", number}, {"mid-1990s", "mid-1980s", date}, {"two", "three", number}, {"Kell", "Bell", name}}},
		{"The rules are legal, the court found, and the men can leave the country within 90 days.", []change{
			{"legal", "illegal", negation}, {"can", "cannot", negation}, {"can", "can’t", negation}, {"90", "19", number}, {"days", "weeks", date}}},
		{"Seven of the nine hostages were freed in Damar at noon, two days before the summit in Geneva.", []change{
			{"Seven", "Six", number}, {"nine", "ten", number}, {"Damar", "Damat", name}, {"Geneva", "Vienna", name}, {"noon", "midnight", date}, {"two", "ten", number}}},
		{"President Lene Ostrov told the Security Council that the army had lost one hundred and twenty tanks.", []change{
			{"Ostrov", "Ostrova", name}, {"Lene", "Irene", name}, {"Security Council", "General Assembly", name}, {"twenty", "thirty", number},
			{"one hundred and twenty", "120,000", number}}},
		{"The vessel, which was without lights, failed to stop and hit the pier at 9.30 p.m. on Tuesday.", []change{
			{"without", "with", negation}, {"9.30", "9.50", number}, {"Tuesday", "Thursday", date}, {"p.m.", "a.m.", date}}},
		{"He is unable to pay, and the company is not responsible for the debts of its 17,000 members in Spain.", []change{
			{"unable", "able", negation}, {"not ", "", negation}, {"17,000", "70,000", number}, {"Spain", "France", name}}},
		{"Under the plan, farmers in Orrin County would receive $2.75 a litre from January to March next year.", []change{
			{"Orrin", "Warren", name}, {"2.75", "2.57", number}, {"January", "February", date}, {"next", "last", date}}},
	} {
		for _, x := range c.changes {
			at := strings.Index(c.text, x.was)
			whole := c.text[:at] + x.is + c.text[at+len(x.was):]
			from, to := max(0, at-25), min(len(whole), at+len(x.is)+25)
			from = strings.LastIndexByte(whole[:from], ' ') + 1
			if end := strings.IndexByte(whole[to:], ' '); end >= 0 {
				to += end
			}
			straight := strings.NewReplacer("’", "'", "“", "\"", "”", "\"").Replace(whole)
			for _, quote := range []string{whole, whole[from:to], straight} {
				tested++
				text := "Rain fell over the valley all week. " + c.text + " The rest of the page was quiet."
				r := NewText(text).Find(Query{Quote: quote})
				if r.Match != None || r.Nearest == nil {
					t.Errorf("%q: %s", quote, r.Match)
					continue
				}
				plain := func(s string) string { return strings.ToLower(strings.ReplaceAll(s, "’", "'")) }
				named := slices.ContainsFunc(r.Nearest.Differences, func(d Difference) bool {
					right := d.Kind == x.kind || x.kind == number && d.Kind == date
					part := func(whole, reading string) bool { // the differing words of a longer name or number
						return strings.Contains(plain(reading), plain(strings.TrimSpace(whole))) || reading != "" && strings.Contains(whole, reading) && strings.Contains(whole, " ")
					}
					return right && len(strings.Fields(d.Quote)) <= 4 && part(x.is, d.Quote) && part(x.was, d.Article)
				})
				if !named {
					var all []string
					for _, d := range r.Nearest.Differences {
						all = append(all, fmt.Sprintf("%s %q %q", d.Kind, d.Quote, d.Article))
					}
					t.Errorf("%q: %q for %q is not named as %s: %q", quote, x.is, x.was, x.kind, all)
				}
			}
		}
	}
	if tested < 200 {
		t.Errorf("%d cases", tested)
	}
}
