package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A corpus is a content folder made up for measuring: any number of stories,
// each of 5 articles that tell the same event in words of their own, and 3
// claims whose quotes stand in them. The same seed gives the same bytes.
//
// What is like life and what is not: the articles of a story share their facts
// and no more; sentences come in another order, other words are chosen, some
// are left out, and here and there a number, a day or a name differs. There are
// only some forty kinds of sentence, so stories resemble each other as those of
// a real newsroom would not; nothing in the program gains by that, since no
// story looks into another.

// frames are the sentences of a report. {a|b} is a choice that each article
// makes for itself, $name a fact of the story.
var frames = []string{
	"{The authorities|Officials|Local officials} in $place {said|announced|reported} on $weekday that {at least |}$n1 {people|residents} {had been|were} {brought to safety|taken out of their homes|moved to shelters} {after|following} the $event.",
	"{The $event|It} {began|started|set in} {in the early hours of|early on|before dawn on} $weekday {and lasted|and went on for} {almost |nearly |}$n2 hours.",
	"{A spokesman for|A spokesperson for|The head of} $org, $person1, {called it|described it as|spoke of} “the {gravest|heaviest|worst} $event in {living memory|a generation|decades}”.",
	"{According to|In the words of} $person2, {the $role of $place|$role of $place|who is the $role}, the {damage|losses} {may|could|might} {come to|reach|amount to} $$n3 million.",
	"{Witnesses|People who live nearby|Neighbours} {told reporters|said} that they {had heard|heard} {a loud noise|what sounded like thunder|a noise like a train} {shortly before|a few minutes before} the {lights went out|power failed}.",
	"{The government|The cabinet} in $capital {has|} promised {help|relief|support} {worth|of} $$n4 million, {but|though} {critics|the opposition} {say|argue|complain} that {the money comes too late|this is too little, too late|it will not be enough}.",
	"$person1 {said|told a news conference|added} that {her|the} {organisation|office|staff} would {not rest|go on working|stay} until {every family|every household|everyone} {had|has} {a roof over their heads|a place to sleep|been accounted for}.",
	"{Schools|All schools} in $place {will stay|remain|are to stay} closed until $month1 $d1, and {trains|rail services} between $place and $capital {are not running|have been suspended|were cancelled}.",
	"{The $role|$person2}, who {took office|was elected} in $year1, {had warned|warned|has warned} {for years|repeatedly|since $month2} that {the old $works|the $works} {would not hold|were in poor repair|needed to be renewed}.",
	"{An inquiry|An investigation} {into|of} the {causes|cause} is {expected|due} to {begin|start} on $weekday2 and to {report|publish its findings} {by|before} the end of $month2.",
	"{Doctors|Physicians} at the {central|district|main} hospital {treated|looked after|saw} $n5 {people|patients}, {most of them|the majority} for {slight|minor|light} injuries; {two|three} {remain|are still} in {intensive care|a serious condition}.",
	"“We {shall|will} rebuild {every|each} house and {every|each} bridge, and we {shall|will} do it {together|with our own hands},” {said $person2|$person2 said|$person2 told the crowd} {outside the town hall|in front of the town hall|on the market square}.",
	"“{Nobody|No one} {should|must|ought to} {wait for|look to} the capital {to act|for help},” {she|the $role} {added|said|went on}.",
	"{The $works|Parts of the $works} {date from|were built in|go back to} $year2 and {had not been inspected|were last inspected} {for $n6 years|$n6 years ago}.",
	"{Insurers|Insurance companies} {estimate|put} {the number of damaged buildings at|that the number of damaged buildings is} {about |roughly |some }$n7, {more|far more} than {after the $event of|in} $year3.",
	"{It was|This was} the {second|third} {such event|$event} in {the region|this part of the country} {within|in less than} {two years|eighteen months}.",
	"{Meteorologists|Forecasters} {expect|predict} {calmer|better|drier} weather from $weekday2 {on|onwards}, {with|and} temperatures {of|around} $n8 degrees.",
	"{The army|Soldiers} {sent|has sent|dispatched} $n9 {men and women|soldiers|troops} with {boats|heavy equipment|pumps} to {help|support} the {fire brigades|firefighters|rescue services}.",
	"{Volunteers|Helpers} from {all over|across} the country {brought|have brought} {food|blankets|clothes} and {drinking water|warm meals|tents}, {so many|so much} that {some had to be sent back|the stores were full by noon}.",
	"{In a statement|In a letter} {published|released|issued} on $weekday, $org {asked|urged|called on} {the public|everybody|residents} {not to travel|to avoid travel|to stay away from} {to the area|to the valley|near the river} {unless|except where} it {was|is} {necessary|unavoidable}.",
	"{The opposition leader|The leader of the opposition}, $person3, {demanded|called for} the {resignation|dismissal} of the {minister|responsible minister}, {who|a politician who} {had cut|cut} the {budget|funds} for the $works {by|to} $n8 per cent {in|last year, in} $year4.",
	"{Farmers|Farmers and shepherds} {lost|have lost} {more than |over |}$n7 {sheep and goats|animals|head of cattle}, {according to|says|as reported by} the {chamber of agriculture|farmers’ union}.",
	"{Not all|Some} of {the roads|the region’s roads} {are open|can be used} again; the {pass|bridge} at $place2 {stays|remains} {closed|shut} {until further notice|for at least a week|until $month1 $d2}.",
	"{A similar|A comparable} {disaster|event} {struck|hit} $place2 on $month2 $d3, $year3, {when|and} $n1 people {lost|had lost} their {homes|houses}.",
	"{“I have|“I’ve} {never|not} seen {anything like it|the like},” {said a baker|said a teacher|said one resident}, {whose shop|whose house} {was|had been} {flooded|under water} {within minutes|in minutes}.",
	"{Trade unions|The unions} and {churches|aid groups} {have opened|opened} an {account|appeal} for {donations|gifts}; {by|until} {the evening|midnight} {it held|they had collected} $$n2,000.",
	"{The mobile network|Telephone lines} {failed|broke down} {in $n6 districts|in large parts of the region}, {which made|making} it {hard|difficult} to {reach|find} {the missing|those who were missing}.",
	"$person3 {accused|blamed} the {government|cabinet} of {having ignored|ignoring} {a report|an expert report} {from|of} $year4 that {had predicted|predicted|foresaw} {exactly this|just such a case}.",
	"{For the time being|For now}, {the town|$place} {depends|relies} on {water from tankers|bottled water|emergency wells}, {and|while} {queues|lines} {form|formed} {at $n6 places|in front of the sports hall}.",
	"{The president|The head of state} {is to visit|will visit|plans to visit} $place on $weekday2, {his|the presidential} office {said|confirmed}.",
	"{Rescue workers|Rescuers} {went on|continued} {searching|to search} {the rubble|the houses} {through the night|all night} {with dogs|with dogs and cameras}, {and|but} found {nobody|no one} {alive|else}.",
	"{Experts|Engineers} {disagree|are divided} {about|over} {whether|the question whether} {a new dam|stronger walls} {would have|could have} {prevented|averted} the {worst|catastrophe}.",
	"{Shops|Markets} in {the old town|the centre of $place} {reopened|opened again} on $weekday2, {though|but} {many|most} {shelves|stalls} {stayed|were} empty.",
	"{The police|Police} {counted|registered} $n6 {cases of looting|thefts} and {arrested|detained} {two|three|four} {men|suspects}, {all of them|all} {from outside the region|released the next day}.",
}

// sayings are the statements that the claims are about; every article has its
// own version of each.
var sayings = []string{
	"{“We |“We }{strongly|firmly|resolutely} {support|favour|favor} {a fair settlement|a just settlement} {for|with} {all who|everyone who|those who} lost {their homes|their houses} in the $event, {and not one family will be left out|and no family will be left out|without a single exception},” {said $person1|$person1 said} {on $weekday|in $capital}.",
	"{Talks|Negotiations} {between|of} $org and {the government|the cabinet} {are to|will} {resume|go on|start again} on $month1 $d1 {after|following} a {break|pause} of $n6 {weeks|weeks and more}, {$person2 said|said $person2|according to $person2}.",
	"{In all|Altogether|In total}, $n9 {houses|homes|buildings} {were destroyed|were lost|have been destroyed} and {another|a further|some} $n5 {were damaged|suffered damage}, $org {said|reported|announced} {in its final count|in a first count|on $weekday}.",
}

type corpusWriter struct{ dir string }

// writeCorpus writes that many stories into a new content folder.
func writeCorpus(dir string, stories int) error {
	w := corpusWriter{dir}
	var err error
	put := func(name, text string) {
		p := filepath.Join(w.dir, filepath.FromSlash(name))
		if err == nil {
			err = os.MkdirAll(filepath.Dir(p), 0o777)
		}
		if err == nil {
			err = os.WriteFile(p, []byte(text), 0o666)
		}
	}
	put("site.yaml", `title: A site to measure
tagline: Made up by a program
language: en
base_url: https://site.example/facts
publisher: Nobody
verdicts:
  - {id: agree, label: Sources agree, meaning: They say the same., value: 5}
  - {id: minor, label: Small differences, meaning: They differ in words., value: 4}
  - {id: differ, label: Sources differ, meaning: They do not say the same., value: 2}
`)
	var outlets strings.Builder
	for _, o := range outletNames {
		fmt.Fprintf(&outlets, "%s:\n  name: %s\n  country: Nowhere\n", strings.ToLower(strings.ReplaceAll(o, " ", "-")), o)
	}
	put("outlets.yaml", outlets.String())
	put("pages/methodology.md", "---\ntitle: Methodology\n---\nHow we work.\n\n{{verdicts}}\n")
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	errs := make([]error, 4)
	for k := range errs {
		wg.Go(func() {
			for i := k; i < stories && errs[k] == nil; i += len(errs) {
				errs[k] = w.story(i)
			}
		})
	}
	wg.Wait()
	for _, e := range errs {
		if e != nil {
			return e
		}
	}
	return nil
}

func (w *corpusWriter) story(n int) error {
	id := fmt.Sprintf("story-%05d", n)
	for name, text := range makeStory(n) {
		p := filepath.Join(w.dir, "stories", id, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(p, []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

var (
	outletNames = []string{"Morning Mail", "Daily Register", "Evening Star", "Northern Echo Post", "The Ledger", "City Wire", "Radio Nine", "Herald Online", "Coast Gazette", "Union News"}
	events      = []string{"flood", "storm", "earthquake", "fire", "landslide", "blizzard", "heatwave", "power cut"}
	works       = []string{"dykes", "drains", "bridges", "power lines", "pumps", "tunnels", "levees"}
	roles       = []string{"mayor", "governor", "prefect", "district commissioner"}
	topics      = []string{"disasters", "politics", "health", "transport", "money", "climate"}
	onsets      = []string{"B", "Br", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "St", "T", "V", "W"}
	vowels      = []string{"a", "e", "i", "o", "u", "ei", "au"}
	codas       = []string{"l", "n", "r", "s", "nd", "rk", "st", "lm", "rt"}
	placeEnds   = []string{"ford", "burg", "ton", "mouth", "field", "stad", "holm", "port"}
	nameEnds    = []string{"sen", "er", "mann", "ova", "etti", "ez", "son", "i"}
	firstNames  = []string{"Anna", "Boris", "Clara", "David", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Karim", "Lena", "Marta", "Nils", "Olga", "Pedro"}
)

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func syllables(r *rand.Rand, end []string) string {
	return pick(r, onsets) + pick(r, vowels) + pick(r, codas) + pick(r, end)
}

// makeStory returns a story's files.
func makeStory(n int) map[string]string {
	r := rand.New(rand.NewPCG(uint64(n), 4711))
	day := time.Date(2019, time.January, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(1800))
	number := func(from, to int) string { return strconv.Itoa(from + r.IntN(to-from)) }
	person := func() string { return pick(r, firstNames) + " " + syllables(r, nameEnds) }
	facts := map[string]string{
		"place": syllables(r, placeEnds), "place2": syllables(r, placeEnds), "capital": syllables(r, placeEnds),
		"event": pick(r, events), "works": pick(r, works), "role": pick(r, roles),
		"org":     "the " + syllables(r, placeEnds) + " " + pick(r, []string{"Relief Council", "Aid Union", "Rescue Service", "Water Board"}),
		"person1": person(), "person2": person(), "person3": person(),
		"n1": number(100, 900), "n2": number(5, 40), "n3": number(12, 300), "n4": number(5, 80), "n5": number(30, 200),
		"n6": number(3, 12), "n7": strconv.Itoa(1+r.IntN(8)) + "," + number(100, 999), "n8": number(7, 30), "n9": number(120, 980),
		"d1": number(2, 27), "d2": number(2, 27), "d3": number(2, 27),
		"month1": day.AddDate(0, 1, 0).Month().String(), "month2": day.AddDate(0, 3, 0).Month().String(),
		"weekday": day.Weekday().String(), "weekday2": day.AddDate(0, 0, 3).Weekday().String(),
		"year1": strconv.Itoa(day.Year() - 1 - r.IntN(5)), "year2": strconv.Itoa(1890 + r.IntN(90)),
		"year3": strconv.Itoa(1990 + r.IntN(25)), "year4": strconv.Itoa(day.Year() - 1),
	}
	files := map[string]string{}
	title := fmt.Sprintf("%s in %s", strings.ToUpper(facts["event"][:1])+facts["event"][1:], facts["place"])
	files["story.yaml"] = fmt.Sprintf("title: %s\nsummary: What five papers wrote of the %s.\ntopics: [%s]\nevents:\n  - date: %s\n    name: The %s begins\n",
		title, facts["event"], pick(r, topics), day.Format(time.DateOnly), facts["event"])

	// said[claim] holds each article's wording.
	type said struct{ article, quote string }
	wordings := make([][]said, len(sayings))
	perm := r.Perm(len(outletNames))
	for a := range 5 {
		outlet := outletNames[perm[a]]
		id := strings.ToLower(strings.ReplaceAll(outlet, " ", "-"))
		own := map[string]string{}
		for k, v := range facts {
			own[k] = v
		}
		// Each article has a fact or two of its own.
		if r.IntN(2) == 0 {
			k := pick(r, []string{"n1", "n2", "n3", "n5", "n9"})
			own[k] = number(20, 990)
		}
		switch r.IntN(4) {
		case 0:
			own["weekday"] = day.AddDate(0, 0, 1).Weekday().String()
		case 1:
			own["person1"] = own["person1"][strings.IndexByte(own["person1"], ' ')+1:]
		}
		var sentences []string
		count := 0
		for _, f := range r.Perm(len(frames)) {
			s := fill(r, frames[f], own)
			sentences = append(sentences, s)
			if count += len(strings.Fields(s)); count > 300+r.IntN(230) {
				break
			}
		}
		for c, saying := range sayings {
			s := fill(r, saying, own)
			at := r.IntN(len(sentences))
			sentences = append(sentences[:at], append([]string{s}, sentences[at:]...)...)
			if r.IntN(8) > 0 { // most articles are quoted
				wordings[c] = append(wordings[c], said{id, s})
			}
		}
		published := day.AddDate(0, 0, r.IntN(3))
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitle: %s\noutlet: %s\nurl: https://%s.example/%d\n", strconv.Quote(fill(r, "{Hundreds flee|At least $n1 flee|Chaos after} $event in $place{| as help is slow to come}", own)), id, id, n)
		if r.IntN(10) > 0 {
			fmt.Fprintf(&b, "published: %s\npublished_as: %q\n", published.Format(time.DateOnly), published.Format("2 January 2006"))
		}
		b.WriteString("---\n")
		for i := 0; i < len(sentences); {
			size := min(1+r.IntN(3), len(sentences)-i)
			b.WriteString(strings.Join(sentences[i:i+size], " ") + "\n\n")
			i += size
		}
		files["articles/"+id+".txt"] = b.String()
	}
	for c, list := range wordings {
		var b strings.Builder
		fmt.Fprintf(&b, "claim: %s\nclaimant: %s\nsaid_on: %s\ntopics: [%s]\nverdict: %s\n", strconv.Quote(fill(r, sayings[c], facts)),
			strconv.Quote(facts["person1"]), day.Format(time.DateOnly), pick(r, topics), pick(r, []string{"agree", "minor", "differ"}))
		fmt.Fprintf(&b, "summary: |\n  The papers *agree* on the matter and part on the details.\n\n  All quote %s; **none** gives a source of its own. See [the method](/methodology.html).\n", facts["person1"])
		b.WriteString("review:\n  author: A Reviewer\n  published: 2026-01-15\nwordings:\n")
		for _, w := range list {
			quote := w.quote
			words := strings.Fields(quote)
			switch r.IntN(6) {
			case 0: // words left out, but never those that deny something
				if c == 0 {
					break
				}
				third := len(words) / 3
				quote = strings.Join(words[:third], " ") + " … " + strings.Join(words[2*third:], " ")
			case 1: // other typography
				quote = strings.NewReplacer("“", `"`, "”", `"`, "’", "'").Replace(quote)
			case 2: // the beginning only
				quote = strings.Join(words[:len(words)*3/4], " ")
			}
			fmt.Fprintf(&b, "  - article: %s\n    quote: '%s'\n", w.article, strings.ReplaceAll(quote, "'", "''"))
		}
		files[fmt.Sprintf("claims/claim-%d.yaml", c+1)] = b.String()
	}
	return files
}

// fill makes a sentence of a frame.
func fill(r *rand.Rand, frame string, facts map[string]string) string {
	s := strings.Join(strings.Fields(expand(r, frame, facts)), " ")
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		s = strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

func expand(r *rand.Rand, frame string, facts map[string]string) string {
	var b strings.Builder
	for i := 0; i < len(frame); {
		switch c := frame[i]; {
		case c == '{':
			end := i + strings.IndexByte(frame[i:], '}')
			b.WriteString(expand(r, pick(r, strings.Split(frame[i+1:end], "|")), facts))
			i = end + 1
		case c == '$' && frame[i+1] == '$':
			b.WriteByte('$')
			i++
		case c == '$':
			end := i + 1
			for end < len(frame) && ('a' <= frame[end] && frame[end] <= 'z' || '0' <= frame[end] && frame[end] <= '9') {
				end++
			}
			b.WriteString(facts[frame[i+1:end]])
			i = end
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}
