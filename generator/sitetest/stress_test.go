package sitetest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// A newsroom in which everything is larger than life: pages are built for what
// a newsroom has on a Tuesday, and break on what it has once a year. To look at
// it, write it and build it:
//
//	go test ./generator/sitetest -run WriteStress -stress /tmp/stress
//	go run ./cmd/crosscheck build --content /tmp/stress --out /tmp/stress-site
//
// Nothing in it is true.

var stressFolder = flag.String("stress", "", "write the content of the stress site into this folder")

func TestWriteStress(t *testing.T) {
	dir := *stressFolder
	if dir == "" {
		dir = filepath.Join(t.TempDir(), "content")
	}
	if err := writeStress(dir); err != nil {
		t.Fatal(err)
	}
	if n := len([]rune(longHeadline)); n != 300 {
		t.Errorf("the long headline has %d characters", n)
	}
}

// stress returns a content folder that holds the stress site; see stressSite.
// It is written once. Build it with build or buildDir.
func stress(t *testing.T) string {
	t.Helper()
	dir, err := stressOnce()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var stressOnce = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(workFolder, "stress")
	return dir, writeStress(dir)
})

func writeStress(dir string) error {
	for name, text := range stressSite() {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// Pages of the stress site that tests and people look at.
const (
	stressTwelve    = "tram-vote/claims/twelve-sources.html"
	stressSix       = "tram-vote/claims/six-sources.html"
	stressHeadline  = "tram-vote/articles/long-headline.html"
	stressUnbroken  = "tram-vote/claims/unbroken-words.html"
	stressLong      = "tongues/articles/sixty-kilobytes.html"
	stressArabic    = "tongues/articles/arabic.html"
	stressHebrew    = "tongues/articles/hebrew.html"
	stressChinese   = "tongues/articles/chinese.html"
	stressTongues   = "tongues/claims/in-four-scripts.html"
	stressFootnotes = "tongues/articles/footnotes.html"
	stressCrowd     = "two-hundred/index.html"
	stressUndated   = "undated/index.html"
	stressUnrated   = "undated/claims/unrated.html"
	stressOutlet    = "outlets/daily-150.html"
)

// stressSite returns the files of the content folder, by their paths in it.
func stressSite() map[string]string {
	files := map[string]string{
		"site.yaml": `title: Larger than Life
tagline: Everything that a page is not built for
description: |
  An invented newsroom with **very long** and very many things. See [how we work](/methodology.html).
publisher:
  name: The Larger Than Life Foundation
  url: https://larger.example/
  email: desk@larger.example
repository: https://code.example/larger/than-life
verdicts:
  - id: agree
    label: Sources agree
    meaning: The sources give the statement in the same sense.
    value: 3
  - id: part
    label: Sources differ in part on something that readers would want to know
    meaning: The core is the same, but the sources part on a name, a figure, a day or a qualification.
    value: 2
  - id: contradict
    label: Sources contradict each other
    meaning: What the sources say cannot all be true at once.
    value: 1
  - id: none
    label: Nothing to compare
    meaning: Only one source has it.
`,
		"pages/methodology.md": "---\ntitle: How we work\norder: 1\nsummary: In what order, and with what scale\n---\nWe read.[^1] Then we compare.\n\n{{verdicts}}\n\n[^1]: With a pencil.\n",
		"pages/about.md":       "---\ntitle: About a site with a name so long that the footer has to break it somewhere\norder: 2\n---\nNobody pays.\n",
	}
	tramVote(files)
	tongues(files)
	twoHundred(files)
	undatedStory(files)
	dailyOutlet(files)
	return files
}

// stressID is an id for the n-th of something.
func stressID(prefix string, n int) string { return fmt.Sprintf("%s-%03d", prefix, n) }

// yamlText is text between single quotes.
func yamlText(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

func stressArticle(front, body string) string { return "---\n" + front + "---\n" + body }

// unbroken is a word without a place to break it, and an address of that sort.
const (
	unbroken        = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstandssitzungsprotokollführerin"
	unbrokenAddress = "https://archive.example/2024/03/12/council/minutes/of-the-extraordinary-meeting-on-the-extension-of-line-seven/annex-4/tables-and-figures/page-219?version=final-final-2&highlight=tram#paragraph-77"
)

// longHeadline has 300 characters, which TestWriteStress counts.
const longHeadline = "Council votes by 31 to 29 after eleven hours to extend tram line 7 across the old market, past the cathedral and " +
	"through the university quarter, although residents, two former mayors, the chamber of commerce and the bishop " +
	"warned that the work would last until 2031 and cost twice as much as promised"

// tramSources are what twelve outlets print of one statement, as the news does:
// some word for word, some at their own pleasure.
var tramSources = []struct{ id, outlet, published, dated, quote, six string }{
	{"morning-post", "Morning Post", "2024-03-13", "Wednesday, 13 March 2024",
		"We will extend line 7 to the university by 2031, and it will not cost a cent more than 240 million crowns",
		"The mayor, who had left the chamber twice during the debate, told reporters shortly before midnight that the council had “listened to every street that the line will touch” and that 31 of its members had voted for the extension while 29 had voted against it, so that work on the old market can begin in September."},
	{"evening-mail", "Evening Mail", "2024-03-13", "13 March 2024",
		"We will extend line 7 to the university by 2031, and it will not cost a penny more than 240 million crowns",
		"The mayor told reporters shortly before midnight that the council had “listened to each street that the line will touch” and that 31 members had voted for the extension and 29 against, so that work on the old market could begin in October."},
	{"courier", "The Courier", "2024-03-13", "March 13, 2024",
		"We shall extend Line 7 to the university by 2030, and it will not cost a cent more than 240 million crowns",
		"Just before midnight the mayor said the council had “listened to every street the line will touch”. Thirty-one members voted for the extension, twenty-nine against it and two abstained, so that work on the old market can begin in September."},
	{"tribune", "Tribune", "2024-03-14", "Thursday 14 March",
		"We'll extend line 7 to the university quarter by 2031, and it will not cost more than 240 million",
		"The council has “listened to every street that the line touches”, the mayor told journalists in the night, after 31 of its members had voted for the extension and 28 against it; work on the old market is to begin in the autumn."},
	{"observer", "The Observer of the North", "2024-03-14", "",
		"We will not extend line 7 to the university by 2031 if it costs a cent more than 240 million crowns",
		"According to the mayor, who spoke to reporters after midnight, the council “listened to every street that the line will touch” before 31 members voted for the extension and 29 against it, and no work will begin on the old market before September."},
	{"press-agency", "Press Agency North", "2024-03-12", "TUESDAY, 12 MARCH 2024, 23:58",
		"Line 7 will be extended to the university by 2031 at a cost of no more than 240 million crowns",
		"The council “listened to every street that the line will touch”, said the mayor shortly before midnight. The vote was 31 to 29. Work on the old market begins in September."},
	{"gazette", "The Gazette", "2024-03-13", "13.03.2024",
		"We will extend line 7 to the university by 2031 … and it will not cost a cent more than 240 million crowns", ""},
	{"radio", "Radio Harbour", "2024-03-13", "13 March",
		"the extension of line 7 to the university will be finished by 2031 and cost at most 240 million crowns", ""},
	{"weekly", "The Weekly Review of Towns", "2024-03-15", "Friday, 15 March 2024",
		"She promised that line 7 would reach the university by 2031 for 240 million crowns, not a cent more", ""},
	{"students", "Campus Paper", "", "",
		"line 7 will finally reach the university by 2031 for 420 million crowns", ""},
	{"merchants", "Market Traders' Monthly", "2024-04-01", "April 2024",
		"We will extend the line to the university by 2031, and it will not cost a crown more than 240 million crowns", ""},
	{"long-headline", "The Paper of Very Long Headlines and Very Long Names of Papers", "2024-03-13", "Wednesday, the thirteenth of March in the year two thousand and twenty-four, late edition",
		"We will extend line 7 to the university by 2031, and it won't cost a cent more than 240 million crowns", ""},
}

// tramVote is a story with a claim of twelve sources, one of six at the length
// that news has, one on a headline of 300 characters, and one on words that no
// line can hold.
func tramVote(files map[string]string) {
	const dir = "stories/tram-vote/"
	var outlets strings.Builder
	for i, s := range tramSources {
		fmt.Fprintf(&outlets, "%s:\n  name: %s\n", s.id, yamlText(s.outlet))
		if i%2 == 0 {
			fmt.Fprintf(&outlets, "  url: https://%s.example/\n  country: Northland\n  owner: Holding of the %s\n", s.id, s.outlet)
		}
		title := fmt.Sprintf("Council votes for line 7, as %s learns", s.outlet)
		if s.id == "long-headline" {
			title = longHeadline
		}
		var front, body strings.Builder
		if s.id != "students" {
			fmt.Fprintf(&front, "title: %s\n", yamlText(title))
		} else {
			front.WriteString("label: A leaf without a headline, found on a bench of the university\n")
		}
		fmt.Fprintf(&front, "outlet: %s\nlanguage: en\n", s.id)
		if s.published != "" {
			fmt.Fprintf(&front, "published: %s\n", s.published)
		}
		if s.dated != "" {
			fmt.Fprintf(&front, "published_as: %s\n", yamlText(s.dated))
		}
		if i%2 == 0 {
			fmt.Fprintf(&front, "author: Ann Reader, Bo Writer and Cyd Editor\nurl: https://%s.example/2024/03/13/line-7?from=front&page=%d\narchive_url: https://archive.example/20240314/https://%s.example/2024/03/13/line-7\nretrieved: 2024-03-20\n", s.id, i, s.id)
		}
		said := "“" + s.quote + "”, the mayor said on Tuesday."
		if strings.HasPrefix(s.quote, "She ") || strings.HasPrefix(s.quote, "Line ") {
			said = s.quote + ", the mayor said on Tuesday."
		} else if s.quote[0] >= 'a' {
			said = "The mayor said on Tuesday that " + s.quote + "."
		}
		body.WriteString(said + "\n")
		if s.six != "" {
			body.WriteString(s.six + "\n")
		}
		fmt.Fprintf(&body, "The minutes were taken by the %s and lie at %s for %d days.\n", unbroken, unbrokenAddress, i+3)
		for n := range 3 {
			body.WriteString(stressParagraph(i*31+n) + "\n")
		}
		files[dir+"articles/"+s.id+".txt"] = stressArticle(front.String(), body.String())
	}
	outlets.WriteString("daily-150:\n  name: The Daily One Hundred and Fifty\n  url: https://daily.example/\n")
	files["outlets.yaml"] = outlets.String()
	files[dir+"story.yaml"] = `title: The council votes on the extension of tram line 7 to the university
summary: |
  Twelve papers were in the chamber, or say so.

  They agree on the vote and part on the year, the sum and whether anything was promised at all.
topics: [trams, Town council, a topic with a name that goes on for longer than anybody would expect of a topic]
events:
  - date: 2024-03-12
    name: The council votes
  - date: 2024-09
    name: Work on the old market begins, as all papers have it but those that have it begin later
`
	var twelve, six, words strings.Builder
	for _, s := range tramSources {
		fmt.Fprintf(&twelve, "  - article: %s\n    quote: %s\n", s.id, yamlText(s.quote))
		if s.six != "" {
			fmt.Fprintf(&six, "  - article: %s\n    quote: %s\n", s.id, yamlText(s.six))
		}
	}
	files[dir+"claims/twelve-sources.yaml"] = `claim: The mayor promised that line 7 will be extended to the university by 2031 for at most 240 million crowns
claimant: Mayor Beatrix van der Westhuizen-Montgomery
said_on: 2024-03-12
occasion: in the council chamber, after the vote
topics: [trams, money]
verdict: part
summary: |
  Eleven of twelve sources have the promise, and one has its opposite: *no* extension if it costs more.[^sum]

  The sum is 240 million crowns in all sources but one, which has the figures turned round.[^turned] The year is 2031 but
  for The Courier.

  | source | year | sum |
  |---|---|---|
  | most | 2031 | 240 million |
  | The Courier | 2030 | 240 million |
  | Campus Paper | 2031 | 420 million |

  [^sum]: A crown has a hundred cents. What a penny would be, the Evening Mail does not say.
  [^turned]: 420 for 240, which may be a slip.
review:
  author: Ann Reader
  published: 2024-04-02
  updated: 2025-01-15
  corrections:
    - date: 2024-04-09
      what: We had the vote at 31 to 28; only one source has that.
    - date: 2024-11-30
      what: The grade was “Sources agree” until The Observer of the North was added.
    - date: 2025-01-15
      what: The *Campus Paper* had been left out, see [how we work](/methodology.html).
base: morning-post
wordings:
` + twelve.String() + `findings:
  - kind: figure
    severity: major
    summary: One paper has 420 million crowns where all others have 240 million.
    why: Both cannot be what she said.
    evidence:
      - article: students
        quote: 420 million crowns
      - article: morning-post
        quote: 240 million crowns
`
	files[dir+"claims/six-sources.yaml"] = `claim: The council had listened to every street, and voted for the extension by 31 to 29
claimant: Mayor Beatrix van der Westhuizen-Montgomery
said_on: 2024-03-12
topics: [trams]
verdict: part
summary: |
  The quotation is the same in all six but for a word; the vote is not.

  What the mayor said of the streets is put in five ways.
review:
  author: Ann Reader
  published: 2024-04-02
wordings:
` + six.String()
	for _, s := range tramSources[:4] {
		fmt.Fprintf(&words, "  - article: %s\n    quote: %s\n", s.id, yamlText("The minutes were taken by the "+unbroken+" and lie at "+unbrokenAddress))
	}
	files[dir+"claims/unbroken-words.yaml"] = "claim: " + yamlText("The minutes were taken by the "+unbroken) + "\nclaimant: " + unbroken +
		"\ntopics: [" + unbroken + "]\nverdict: agree\nsummary: " + yamlText("They lie at "+unbrokenAddress+", all four say.") + "\nwordings:\n" + words.String()
	files[dir+"claims/long-headline.yaml"] = "claim: " + yamlText(longHeadline) + "\nverdict: none\nsummary: Only one paper has a headline of this length.\nwordings:\n  - article: long-headline\n    quote: " + yamlText(longHeadline) + "\n    form: headline\n"
}

// The parts of sentences that stand for the rest of an article.
var (
	stressWho  = []string{"A spokesman", "The chamber of commerce", "One resident", "The transport office", "A former mayor", "The bishop", "A student", "The union of drivers", "An engineer", "The owner of a bakery"}
	stressDoes = []string{"doubted", "confirmed", "could not say", "wanted to know", "denied", "insisted", "had calculated", "was surprised", "remembered", "complained"}
	stressWhat = []string{"that the tunnel below the cathedral would hold", "that the market stalls could stay", "that the rails had been ordered in Lund", "that the drawings were those of another town", "that the noise would be bearable", "that the trams would run every six minutes", "that the bridge needed new bearings", "that the cellars were dry", "that any of this had been put to a vote", "that there was another way round the harbour"}
	stressHow  = []string{"in a letter of four pages", "when asked in the corridor", "before the doors were opened", "and left without a further word", "to some applause", "as the minutes show", "over the telephone", "in front of the town hall", "twice in one evening", "with a map in hand"}
)

// stressParagraph returns four sentences, others for every n below 10,000.
func stressParagraph(n int) string {
	var b strings.Builder
	for i := range 4 {
		k := n*4 + i
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%s %s %s %s, on page %d of the file.", stressWho[k%10], stressDoes[k/10%10], stressWhat[(k/100+k)%10], stressHow[(k/1000+3*k)%10], k+1)
	}
	return b.String()
}

// tongues is a story of an article of 60 KB with thirty passages, of articles
// that run from right to left, of one in Chinese, and of one with footnotes.
func tongues(files map[string]string) {
	const dir = "stories/tongues/"
	files[dir+"story.yaml"] = "title: One bridge, four scripts\nsummary: The old bridge is closed, and the papers say so in four scripts.\ntopics: [bridges]\n"
	var long strings.Builder
	for n := 0; long.Len() < 60<<10; n++ {
		if n%12 == 0 {
			fmt.Fprintf(&long, "## Part %d\n\n", n/12+1)
		}
		long.WriteString(stressParagraph(2000+n) + "\n\n")
		if n%6 == 0 {
			fmt.Fprintf(&long, "> On %d May 2024 the old bridge was closed for the time numbered %d.\n\n", n%28+1, n/6+1)
		}
	}
	files[dir+"articles/sixty-kilobytes.md"] = stressArticle("title: Everything that was ever said of the old bridge\noutlet: weekly\nlanguage: en\npublished: 2024-05-20\npublished_as: Monday, 20 May 2024\nurl: https://weekly.example/long\narchive_url: https://archive.example/weekly/long\n", long.String())
	files[dir+"articles/arabic.txt"] = stressArticle("title: إغلاق الجسر القديم في أول أيار\noutlet: radio\nlanguage: ar\npublished: 2024-04-30\npublished_as: الثلاثاء 30 نيسان 2024\n",
		"أعلن مجلس المدينة يوم الثلاثاء أن الجسر القديم سيُغلق في الأول من أيار 2024، بعد أن وجد المهندسون 17 شقًّا في دعائمه.\nوقالت رئيسة البلدية: «لن ننفق قرشًا واحدًا على الجسر القديم»، وأضافت أن الخط 7 (Line 7) سيمرّ عبر الميناء.\nولم يذكر المجلس متى سيُفتح الجسر الجديد.\n")
	files[dir+"articles/hebrew.txt"] = stressArticle("title: הגשר הישן ייסגר באחד במאי\nlanguage: he\npublished: 2024-04-30\n",
		"מועצת העיר הודיעה ביום שלישי כי הגשר הישן ייסגר ב-1 במאי 2024, לאחר שמהנדסים מצאו 17 סדקים בעמודיו.\n„לא נוציא אף אגורה על הגשר הישן”, אמרה ראש העיר (Line 7).\n")
	files[dir+"articles/chinese.txt"] = stressArticle("title: 旧桥将于五月一日关闭\nlanguage: zh-Hans\npublished: 2024-04-30\npublished_as: 2024年4月30日 星期二\n",
		"市议会星期二宣布,旧桥将于2024年5月1日关闭,因为工程师在桥墩上发现了17处裂缝。\n市长说:“我们不会再为旧桥花一分钱。”她还说,七号线将改道经过港口,新桥何时开放尚未决定,议会将在秋天再次讨论这个问题并听取居民的意见。\n")
	files[dir+"articles/footnotes.md"] = stressArticle("title: The old bridge, with notes\noutlet: students\nlanguage: en\npublished: 2024-05-02\n",
		"We will not spend a penny on the old bridge,[^1] the mayor said. It has 17 cracks[^2] and a [history](https://bridge.example/history).\n\n| pier | cracks | found by | on | what was done about it |\n|---|---|---|---|---|\n| first | 9 | the engineers | Monday | nothing |\n| second | 8 | a fisherman | Tuesday | it was looked at |\n\n[^1]: She said *penny*.\n[^2]: The engineers counted twice.\n")
	files[dir+"claims/in-four-scripts.yaml"] = `claim: The town will spend nothing on the old bridge
claimant: Mayor Beatrix van der Westhuizen-Montgomery
topics: [bridges]
verdict: agree
summary: Four papers in four scripts have the sentence. Words of different languages are not compared.
wordings:
  - article: footnotes
    quote: We will not spend a penny on the old bridge
  - article: arabic
    quote: لن ننفق قرشًا واحدًا على الجسر القديم
    form: direct
  - article: hebrew
    quote: לא נוציא אף אגורה על הגשר הישן
    form: direct
  - article: chinese
    quote: 我们不会再为旧桥花一分钱
    form: direct
`
	for n := range 30 {
		if quote := fmt.Sprintf("the old bridge was closed for the time numbered %d.", n+1); strings.Contains(long.String(), quote) {
			files[dir+"claims/"+stressID("closed", n+1)+".yaml"] = fmt.Sprintf("claim: The old bridge was closed at least %d times\nverdict: none\ntopics: [bridges]\nwordings:\n  - article: sixty-kilobytes\n    quote: %s\n", n+1, quote)
		}
	}
}

// twoHundred is a story of 200 claims, each with the words of two to six
// articles, and with all grades.
func twoHundred(files map[string]string) {
	const dir = "stories/two-hundred/"
	files[dir+"story.yaml"] = "title: Two hundred claims\nsummary: A debate in which everything was said, and by everybody.\ntopics: [trams]\nevents:\n  - date: 2024-03-12\n    name: The debate\n"
	bodies := make([]strings.Builder, 6)
	verbs := []string{"said", "claimed", "admitted", "said", "insisted", "told reporters"}
	grades := []string{"agree", "part", "contradict", "none", ""}
	for n := range 200 {
		who, what, how := stressWho[n%10], stressWhat[(n/10+n)%10], stressHow[n/20%10]
		var wordings strings.Builder
		for s := range 2 + n%5 {
			count := 20 + n
			if s == 1 && n%3 == 0 {
				count += 3
			}
			quote := fmt.Sprintf("%s, in speech number %d of %d minutes, %s %s", who, n+1, count, what, how)
			if s == 2 {
				quote = fmt.Sprintf("%s, in the %d minutes of speech number %d, %s %s", who, count, n+1, what, how)
			}
			fmt.Fprintf(&bodies[s], "%s, a paper %s.\n", quote, verbs[s])
			fmt.Fprintf(&wordings, "  - article: %s\n    quote: %s\n", tramSources[s].id, yamlText(quote))
		}
		var claim strings.Builder
		fmt.Fprintf(&claim, "claim: %s\nclaimant: %s\nsaid_on: 2024-03-12\ntopics: [%s]\n", yamlText(fmt.Sprintf("%s spoke as number %d, %s", who, n+1, what)), yamlText(who), []string{"trams", "money", "bridges", "noise"}[n%4])
		if g := grades[n%5]; g != "" {
			fmt.Fprintf(&claim, "verdict: %s\n", g)
		}
		fmt.Fprintf(&claim, "summary: %s\nreview:\n  author: Ann Reader\n  published: 2024-04-%02d\n", yamlText(fmt.Sprintf("The sources give the length of speech number %d.", n+1)), n%30+1)
		if n%40 == 0 {
			fmt.Fprintf(&claim, "  corrections:\n    - date: %d-0%d-11\n      what: The speech had been counted twice.\n", 2024+n%80/40, n/40+5)
		}
		files[dir+"claims/"+stressID("speech", n+1)+".yaml"] = claim.String() + "wordings:\n" + wordings.String()
	}
	for s := range bodies {
		files[dir+"articles/"+tramSources[s].id+".txt"] = stressArticle(fmt.Sprintf("title: %s\noutlet: %s\npublished: 2024-03-1%d\n", yamlText("The debate, as "+tramSources[s].outlet+" heard it"), tramSources[s].id, s+3), bodies[s].String())
	}
}

// undatedStory is a story in which nothing has a date and no claim a grade.
func undatedStory(files map[string]string) {
	const dir = "stories/undated/"
	files[dir+"story.yaml"] = "title: The ferry that did not run\n"
	files[dir+"articles/first.txt"] = "The ferry did not run because the ferryman was ill.\n"
	files[dir+"articles/second.txt"] = "The ferry did not run, as the ferryman was well and on strike.\n"
	files[dir+"claims/unrated.yaml"] = "claim: The ferry did not run\nwordings:\n  - article: first\n    quote: The ferry did not run because the ferryman was ill\n  - article: second\n    quote: The ferry did not run, as the ferryman was well and on strike\n"
	files[dir+"claims/single.yaml"] = "claim: The ferryman was ill\nwordings:\n  - article: first\n    quote: the ferryman was ill\n"
}

// dailyOutlet is fifteen small stories of ten articles each, all by one outlet.
func dailyOutlet(files map[string]string) {
	for n := range 15 {
		dir := fmt.Sprintf("stories/%s/", stressID("daily", n+1))
		files[dir+"story.yaml"] = fmt.Sprintf("title: What happened on day %d\nsummary: One paper, ten editions.\ntopics: [editions]\n", n+1)
		var wordings strings.Builder
		for e := range 10 {
			id := stressID("edition", e+1)
			quote := fmt.Sprintf("%d trams ran on day %d", 40+n+e/5, n+1)
			files[dir+"articles/"+id+".txt"] = stressArticle(fmt.Sprintf("title: Day %d, edition %d\noutlet: daily-150\npublished: 2023-%02d-%02d\n", n+1, e+1, n%12+1, e+1), quote+", the office counted. "+stressParagraph(5000+n*10+e)+"\n")
			fmt.Fprintf(&wordings, "  - article: %s\n    quote: %s\n", id, quote)
		}
		files[dir+"claims/trams.yaml"] = fmt.Sprintf("claim: %d trams ran on day %d\nverdict: part\nsummary: Later editions have one more.\nwordings:\n", 40+n, n+1) + wordings.String()
	}
}

// What is larger than life holds together all the same.
func TestTheStressSiteIsWhole(t *testing.T) {
	s := build(t, stress(t), "https://larger.example/checks")
	for _, f := range s.faults("https://larger.example/checks") {
		t.Error(f)
	}
	found, passages := quoteFaults(t, stress(t), s)
	for _, f := range found {
		t.Error(f)
	}
	if passages < 900 {
		t.Errorf("%d passages", passages)
	}
	for _, name := range []string{stressTwelve, stressSix, stressHeadline, stressUnbroken, stressLong, stressArabic, stressHebrew,
		stressChinese, stressTongues, stressFootnotes, stressCrowd, stressUndated, stressUnrated, stressOutlet} {
		if s.pages[name] == nil {
			t.Errorf("no page %s", name)
		}
	}
}

// textSpacing is what a reader may set without anything getting lost (WCAG
// 1.4.12).
const textSpacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`

// clipped returns text that an element cuts off: one that neither scrolls nor
// shows what is larger than itself. What is for screen readers alone may be, and
// the names beside tables, which stand above them in full.
const clipped = `[...document.querySelectorAll("main *, header *, footer *")].filter(e => {
	const s = getComputedStyle(e)
	return e.innerText && e.clientWidth > 1 && !e.closest(".sr, .note, .variants, .matrix, svg") && (s.overflowX === "hidden" || s.overflowX === "clip" || s.overflowY === "hidden" || s.overflowY === "clip") &&
		(e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2)
}).slice(0, 5).map(e => e.outerHTML.slice(0, 120))`

// shifts is how far things moved without the reader's doing (cumulative layout
// shift), in the first moments of a page.
const shifts = `new Promise(done => {
	let sum = 0
	new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value }).observe({type: "layout-shift", buffered: true})
	setTimeout(() => done(sum), 400)
})`

// Pages keep their form with very much on them: in windows of any width, with
// letters twice as large, with the spacing that a reader may set, in dark and
// in forced colors.
func TestTheStressSiteInABrowser(t *testing.T) {
	server := serve(t, buildDir(t, stress(t), "https://larger.example/checks"), "/some/path/")
	for _, name := range []string{stressTwelve, stressSix, stressHeadline, stressUnbroken, stressLong, stressArabic, stressTongues,
		stressFootnotes, stressCrowd, stressUnrated, stressOutlet, "index.html", "corrections.html", "findings.html", "search.html", "tram-vote/index.html", "tram-vote/sources.html", "tram-vote/chronology.html", "topics/trams.html"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newTab(t, server, true)
			p.look(t, 412, "light")
			p.open(t, name)
			if moved := eval[float64](t, p, shifts); moved > 0.01 {
				t.Errorf("what stands on the page jumps while it loads: %.3f", moved)
			}
			look := func(how string) {
				t.Helper()
				for _, w := range append(eval[[]string](t, p, overflow), eval[[]string](t, p, clipped)...) {
					t.Errorf("%s: %s", how, w)
				}
			}
			for _, width := range []int64{320, 360, 768, 1280, 1600} {
				p.look(t, width, "light")
				look(fmt.Sprint(width, " px"))
			}
			p.look(t, 1280, "dark")
			p.axe(t)
			style := func(css string) {
				eval[bool](t, p, fmt.Sprintf(`{
					let s = document.getElementById("test-style")
					if (!s) document.head.append(s = Object.assign(document.createElement("style"), {id: "test-style"}))
					s.textContent = %q
				} true`, css))
			}
			style(textSpacing)
			look("spaced")
			p.look(t, 768, "light")
			style("html { font-size: 200% }")
			look("twice as large")
			p.look(t, 320, "light")
			style(textSpacing)
			look("spaced and narrow")
			style("")
			call(t, p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
				{Name: "forced-colors", Value: "active"}, {Name: "prefers-color-scheme", Value: "dark"}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
			look("forced colors")
			// Which colors the system forces upon text is not to be seen from a page.
			eval[bool](t, p, `axe.configure({rules: [{id: "color-contrast", enabled: false}]}), true`)
			p.axe(t)
			p.report(t)
		})
	}
}
