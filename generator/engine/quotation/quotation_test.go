package quotation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"crosscheck/generator/words"
)

// quotes writes what stands in marks, nested ones behind a >, unclosed ones
// behind a ~, those that go on behind a +.
func quotes(t *Text) string {
	var out []string
	for _, q := range t.Quotations {
		s := strings.Repeat(">", q.Depth)
		switch {
		case q.Continues:
			s += "+"
		case !q.Closed:
			s += "~"
		}
		out = append(out, s+t.text[q.Inner.Start:q.Inner.End])
	}
	return strings.Join(out, " | ")
}

func faults(t *Text) string {
	var out []string
	for _, f := range t.Faults {
		out = append(out, fmt.Sprintf("%s %d", f.Kind, f.Start))
	}
	return strings.Join(out, ", ")
}

func TestMarks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Every kind of mark, as it should be.
		{`“The dam will hold,” the mayor said.`, `The dam will hold,`},
		{`"The dam will hold," the mayor said.`, `The dam will hold,`},
		{`‘The dam will hold,’ the mayor said.`, `The dam will hold,`},
		{`'The dam will hold,' the mayor said.`, `The dam will hold,`},
		{`'It's a boys' game, isn't it?' she asked.`, `It's a boys' game, isn't it?`},
		{`«Le barrage tiendra», a dit le maire.`, `Le barrage tiendra`},
		{`« Le barrage tiendra », a dit le maire.`, ` Le barrage tiendra `},
		{`»Der Damm hält«, sagte sie.`, `Der Damm hält`},
		{`„Der Damm hält“, sagte sie.`, `Der Damm hält`},
		{`„Tama wytrzyma”, powiedział burmistrz.`, `Tama wytrzyma`},
		{`‚Der Damm hält‘, sagte sie.`, `Der Damm hält`},
		{`”Dammen håller”, sade hon. ”Jag lovar.”`, `Dammen håller | Jag lovar.`},
		{`‹Il tient›, dit-elle.`, `Il tient`},
		{`「ダムは持つ」と市長は述べた。`, `ダムは持つ`},
		{"``The dam will hold,'' the mayor said.", `The dam will hold,`},
		{"The `dam' will hold.", `dam`},
		{`(“The dam will hold.”)`, `The dam will hold.`},
		{`The mayor—“Ada to us all”—smiled.`, `Ada to us all`},
		{`She called it “pro-growth”, “pro-dam” and/or “mad”.`, `pro-growth | pro-dam | mad`},
		{`An anti-“woke” bill and a “no”-vote.`, `woke | no`},
		{`He wrote “…we shall see…” and left.`, `…we shall see…`},
		{`The “.22 club” met.`, `.22 club`},
		{`Prices (“too high”) fell.`, `too high`},
		{`The film “It” opened.`, `It`},
		{`It is "2020"[1] again.`, `2020`},
		{`“We”“They” was the choice.`, `We | They`},
		{`The bill costs "$40 billion" to pass.`, `$40 billion`},
		{`“[We] shall hold,” she said.`, `[We] shall hold,`},

		// Quotations inside quotations.
		{`“He told me, ‘Go,’ and I went,” she said.`, `He told me, ‘Go,’ and I went, | >Go,`},
		{`‘He told me, “Go,” and I went,’ she said.`, `He told me, “Go,” and I went, | >Go,`},
		{`“I said ‘no.’”`, `I said ‘no.’ | >no.`},
		{`“‘No’ is an answer,” she said.`, `‘No’ is an answer, | >No`},
		{`"He said 'no' to me," she said.`, `He said 'no' to me, | >no`},
		{`“He said "no" to me,” she said.`, `He said "no" to me, | >no`},
		{`“He said “no” to me,” she said.`, `He said “no” to me, | >no`},
		{`« Il a dit “non” hier », dit-elle.`, ` Il a dit “non” hier  | >non`},

		// Apostrophes are no marks.
		{`Don’t stop: it’s O’Neill’s, y’all.`, ``},
		{`Don't stop: it's O'Neill's, y'all.`, ``},
		{`The boys’ club and the Joneses’ car.`, ``},
		{`The boys' club and the Joneses' car.`, ``},
		{`’Tis the season of rock ’n’ roll.`, ``},
		{`'Tis the season of rock 'n' roll.`, ``},
		{`‘Tis the season, and ‘twas ever thus.`, ``},
		{`The ’90s, the 1990’s, the 1980s’ end.`, ``},
		{`The '90s, the class of '68, the 1980s' end.`, ``},
		{`The ‘90s were long.`, ``},
		{`Get ’em while they’re hot.`, ``},
		{`Nothin’ doin’, said th’ ol’ man o’ the sea.`, ``},
		{`Nothin' doin', said th' ol' man.`, ``},
		{`James’ bridge, Moses’ law.`, ``},
		{`Ryanair’s Michael O’ Leary and O' Leary.`, ``},
		{`The ’Ndrangheta and 's-Hertogenbosch.`, ``},
		{`The Qur’an, Sana’a, Hawai‘i and the Shi‘a.`, ``},
		{`‘It was the boys’ own idea,’ she said.`, `It was the boys’ own idea,`},
		{`'It was the boys' own idea,' she said.`, `It was the boys' own idea,`},
		{`‘We’re in the ’90s,’ he said.`, `We’re in the ’90s,`},
		{`He called it ‘politics’ and joined the boys’ club.`, `politics`},
		{`The ‘greats’ of the ministers’ list.`, `greats`},
		{`“The boys’ own idea,” she said.`, `The boys’ own idea,`},
		{`“Rockin’ the ’60s,” he sang.`, `Rockin’ the ’60s,`},
		{`The players’, the fans’ and the owners’ views.`, ``},
		{`A ‘90s style house.`, ``},

		// Feet, inches, minutes and seconds.
		{`A 6" pipe and a 13.3" screen.`, ``},
		{`He is 5'11" tall.`, ``},
		{`He is 6' 2" tall and she 5’4”.`, ``},
		{`“The 13.3" screen is bright,” he said.`, `The 13.3" screen is bright,`},
		{`"The 13.3" screen is bright," he said.`, `The 13.3" screen is bright,`},
		{`It lies at 34°12'05" N.`, ``},
		{`A 12” record.`, ``},
		{`"It happened in 1945" was the title.`, `It happened in 1945`},
		{`‘It happened in 1945’ was the title.`, `It happened in 1945`},
		{`He sold a 2"x4" plank.`, ``},

		// Several paragraphs: each opens anew, the last closes.
		{"“We came at dawn.\n“We left at noon,” she said.", "+We came at dawn. | We left at noon,"},
		{"“We came at dawn.\n\n“We stayed.\n\n“We left.”", "+We came at dawn. | +We stayed. | We left."},
		{"\"We came at dawn.\n\"We left at noon,\" she said.", "+We came at dawn. | We left at noon,"},
		{"‘We came at dawn.\n‘We left at noon,’ she said.", "+We came at dawn. | We left at noon,"},
		{"She said: “We came at dawn. He said ‘no.’\n“We left.”", "+We came at dawn. He said ‘no.’ | >no. | We left."},
		{"“We came at dawn.\nWe left at noon.”", "We came at dawn.\nWe left at noon."},
		{"\"A column as\nnarrow as this\" is \"too\nnarrow\" for me.", "A column as\nnarrow as this | too\nnarrow"},
		{"“Roses are red,\nViolets are blue,\nIt’s true.”", "Roses are red,\nViolets are blue,\nIt’s true."},

		// Faults.
		{`“The dam will hold, the mayor said.`, `~The dam will hold, the mayor said. !unclosed 0`},
		{`"The dam will hold, the mayor said.`, `~The dam will hold, the mayor said. !unclosed 0`},
		{`The dam will hold,” the mayor said.`, ` !unopened 18`},
		{`The dam will hold," the mayor said.`, ` !unopened 18`},
		{`“The dam will hold,”” the mayor said.`, `The dam will hold, !unopened 24`},
		{`“The dam” will hold,” she said.`, `The dam !unopened 24`},
		{`“So far, so good… Quill told reporters, “We hold.”`, `~So far, so good… | We hold. !unclosed 0`},
		{`"So far, so good, Quill told reporters, "We hold."`, `~So far, so good, | We hold. !unclosed 0`},
		{"“We came at dawn, she said.\n“We left at noon,” she said.", "~We came at dawn, she said. | We left at noon, !unclosed 0"},
		{"“We came at dawn.\nIt rained.\n“We left at noon,” she said.", "~We came at dawn. | We left at noon, !unclosed 0"},
		{`The dam “will hold" in spring.`, `will hold !mixed 20`},
		{`The dam "will hold” in spring.`, `will hold !mixed 18`},
		{`“the parties" for "wasting time.”`, `the parties | wasting time. !mixed 14, mixed 34`},
		{`The dam ‘will hold' in spring.`, `will hold !mixed 20`},
		{`“The dam will hold,“ she said.`, `The dam will hold, !reversed 21`},
		{`“The dam will hold, “she said.`, `The dam will hold,  !reversed 22`},
		{`‘The dam will hold, ‘he added to the press.`, `The dam will hold,  !reversed 22`},
		{`‘The dam will hold ‘.`, `The dam will hold  !reversed 21`},
		{`They meet ‘ next week’ in town.`, ` next week !stray 10`},
		{`They meet “next week ” in town.`, `next week  !stray 23`},
		{`They meet "next week " in town.`, `next week  !stray 21`},
		{`They meet " next week " in town.`, ` next week `},
		{`He said “no’ and ‘yes’ and left.`, `~no’ and ‘yes’ and left. | >yes !unclosed 8`},
		{`‘The dam will hold, she said. ‘Surely’ it will.`, `~The dam will hold, she said.  | Surely !unclosed 0`},
		{`The ‘dam’ will hold.’`, `dam !unopened 24`},
		{`The ‘‘dam’ will hold.`, `~‘dam’ will hold. | >dam !unclosed 4`},
		{`The ‘dam’’ will hold, the ‘wall’ too.`, `dam | wall !unopened 13`},
		{`The ‘dam’ and the ‘wall’ are hold’ again.`, `dam | wall !unopened 41`},
		{`The ‘dam’ and the ‘wall’ are ‘safe again.`, `dam | wall !unclosed 37`},
		{`The ‘dam’ will, ‘cause it must, be ‘ard.`, `dam`},
		{`‘We shall hold, said the mayor, and that is all.`, `~We shall hold, said the mayor, and that is all. !unclosed 0`},
		{`The dam will hold.’`, ``}, // nothing else shows that the text quotes with single marks
		{`«Le barrage» tiendra», dit-il.`, `Le barrage !unopened 22`},
		{`Read more »`, ``},
		{`The son of ‘Abd al-Rahman and ‘Ali saw a ‘dam’ in the hills.`, `dam`},
		{`The sage ‘Umar of the hill spoke of a ‘dam’ to all.`, `dam`},
		{`Ryanair 's boss says they 're “late”.`, `late`},
		{"Run `make all` or ``make`` now.", `make all | make`},
		{`The צה"ל spokesman said “no”.`, `no`},
		{`He said"We hold," and left.`, `We hold,`},
		{`class="foo" is a “class”`, `foo | class`},
		{`他说“你好”，然后走了。`, `你好`},
		{`L’« affaire » est close.`, ` affaire `},
		{`Un po' di 'tempo'.`, `tempo`},
		{`“…the end.”1 It was.`, `…the end.`},
		{`“I never—” she began.`, `I never—`},
		{`The workers' 'no' vote.`, `no`},
		{`“A”, “B” and “C”.`, `A | B | C`},
		{`« Previous Next »`, ` Previous Next `},

		// What nobody meant as text.
		{``, ``},
		{`"`, ``}, {`'`, ``}, {`’`, ``}, {`‘`, ``},
		{`""`, ``}, {`“”`, ``}, {`''`, ``},
	} {
		text := Read(c.text)
		got := quotes(text)
		if f := faults(text); f != "" {
			got += " !" + f
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestParagraphsGivenAreThoseRead(t *testing.T) {
	text := "“We shall hold,\nand we shall pay,” she said.\n\nCODE \" IS NOT READ\n\n“Yes.”"
	code := strings.Index(text, "\n\nCODE")
	last := strings.Index(text, "“Yes")
	got := Read(text, words.Span{Start: 0, End: code}, words.Span{Start: last, End: len(text)})
	if q, f := quotes(got), faults(got); q != "We shall hold,\nand we shall pay, | Yes." || f != "" {
		t.Errorf("%s !%s", q, f)
	}
}

// attributions writes for each outermost quotation: its first word, the verb,
// and the name, else the words, of the speaker.
func attributions(t *Text) []string {
	var out []string
	for _, q := range t.Quotations {
		if q.Depth > 0 {
			continue
		}
		if q.Saying < 0 {
			out = append(out, "-")
			continue
		}
		s := t.Sayings[q.Saying]
		who := s.Speaker.Name
		if who == "" {
			who = "(" + t.text[s.Speaker.Start:s.Speaker.End] + ")"
		}
		if s.Speaker.Person {
			who += "*"
		}
		if q.Inherited {
			who += "^"
		}
		out = append(out, s.Lemma+" "+who)
	}
	return out
}

func TestWhoSaysIt(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`“The dam will hold,” Mayor Ada Quill said.`, []string{"say Ada Quill*"}},
		{`“The dam will hold,” said Mayor Ada Quill.`, []string{"say Ada Quill*"}},
		{`“The dam will hold,” said Ada Quill, the mayor.`, []string{"say Ada Quill*"}},
		{`“The dam will hold,” said the mayor, Ada Quill.`, []string{"say Ada Quill*"}},
		{`“The dam will hold,” said the mayor of Orrin.`, []string{"say (the mayor of Orrin)"}},
		{`“The dam will hold,” said Dr Amina Toure of the district hospital.`, []string{"say Amina Toure*"}},
		{`“The dam will hold,” said farmer Lamin Badji, 61.`, []string{"say Lamin Badji*"}},
		{`“The dam will hold,” Lamin Badji, 61, said.`, []string{"say Lamin Badji*"}},
		{`“The dam will hold,” Ada Quill, mayor of Orrin, told reporters.`, []string{"tell Ada Quill*"}},
		{`“The dam will hold,” U.S. Secretary of State John Harrow said on Monday.`, []string{"say John Harrow*"}},
		{`“The dam will hold,” Gen. J. Smith warned.`, []string{"warn J. Smith*"}},
		{`“The dam will hold,” the ministry said in a statement.`, []string{"say (the ministry)"}},
		{`“The dam will hold,” the Defence Ministry said.`, []string{"say Defence Ministry"}},
		{`“The dam will hold,” General Motors said.`, []string{"say General Motors"}},
		{`“The dam will hold,” a spokesman for the Orrin Council said.`, []string{"say (a spokesman for the Orrin Council)"}},
		{`“The dam will hold,” according to Ada Quill.`, []string{"according to Ada Quill"}},
		{`According to the mayor, the dam “will hold”.`, []string{"according to (the mayor)"}},
		{`Ada Quill said: “The dam will hold.”`, []string{"say Ada Quill"}},
		{`Ada Quill said, “The dam will hold.”`, []string{"say Ada Quill"}},
		{`Ada Quill told reporters on Monday that the dam “will hold”.`, []string{"tell Ada Quill"}},
		{`Ada Quill on Monday said the dam “will hold”.`, []string{"say Ada Quill"}},
		{`The mayor, Ada Quill, said the dam “will hold”.`, []string{"say Ada Quill*"}},
		{`Ada Quill, for her part, said the dam “will hold”.`, []string{"say Ada Quill"}},
		{`Ada Quill has said the dam “will hold”.`, []string{"say Ada Quill"}},
		{`Ada Quill had also repeatedly claimed that the dam “will hold”.`, []string{"claim Ada Quill"}},
		{`Ada Quill admitted the dam was “a mess”.`, []string{"admit Ada Quill"}},
		{`Ada Quill denied that the dam was “a mess”.`, []string{"deny Ada Quill"}},
		{`Ada Quill slammed “the contractors” for “wasting time”.`, []string{"slam Ada Quill", "slam Ada Quill"}},
		{`Ada Quill called the dam “a mess”.`, []string{"call Ada Quill"}},
		{`Ada Quill described it as “a mess”.`, []string{"describe Ada Quill"}},
		{`Ada Quill vowed to “rebuild” the wall.`, []string{"vow Ada Quill"}},
		{`Ada Quill urged the town to stop relying on “strangers”, saying the dam is “ours”.`, []string{"urge Ada Quill", "say Ada Quill"}},
		{`Ada Quill was quoted as saying “the dam will hold”.`, []string{"say Ada Quill"}},
		{`“The dam,” said Ada Quill, “will hold.”`, []string{"say Ada Quill", "say Ada Quill"}},
		{`“The dam will hold,” Ada Quill said, adding that the town was “safe”.`, []string{"say Ada Quill", "add Ada Quill"}},
		{`“Will the dam hold?” asked Ada Quill.`, []string{"ask Ada Quill"}},
		{`“Will the dam hold?” Ada Quill asked.`, []string{"ask Ada Quill"}},
		{`“Hold the dam!” Ada Quill said it would hold.`, []string{"-"}},
		{`“The dam will hold.” Ada Quill said that it would.`, []string{"-"}},
		{`“The dam will hold,” Ada Quill said. “It must.”`, []string{"say Ada Quill", "say Ada Quill^"}},
		{`“The dam will hold,” Ada Quill said. Bo Berg disagreed. “It will not.”`, []string{"say Ada Quill", "-"}},
		{`“The dam will hold,” Ada Quill said. “It will not,” said Bo Berg.`, []string{"say Ada Quill", "say Bo Berg"}},
		{`Officials say the dam “will hold”.`, []string{"say (Officials)"}},
		{`They say the dam “will hold”.`, []string{"say (They)"}},

		{`“The dam will hold,” fumed Ada Quill. ‘It must.’`, []string{"fume Ada Quill", "fume Ada Quill^"}},
		{`Friends of the mayor claimed it was “rotten”, but builder Olu Berg, 52, hit back: “That’s rubbish.”`, []string{"claim (Friends of the mayor)", "hit Olu Berg*"}},
		{`The mayor claimed it was “rotten”, but the builder was blunt: “That’s rubbish.”`, []string{"claim (The mayor)", "-"}},
		{`“The dam will hold,” said Det Ch Insp Rob Shaw.`, []string{"say Rob Shaw*"}},
		{`Dr Ada Quill, head of the Orrin dam board and a consultant who has lived in the valley for 25 years, said it “holds”.`, []string{"say Ada Quill*"}},
		{`PM Quill, speaking in Orrin, said the dam “holds”.`, []string{"say Quill*"}},
		{`Asked if it would hold, the mayor replied: “Absolutely.”`, []string{"reply (the mayor)"}},
		{`“The dam holds,” says Dr Li Wei of Orrin University. “The data show it.”`, []string{"say Li Wei*", "say Li Wei*^"}},

		{`Mr Berg, of Orrin, who denies it, told the court it was “rotten”. He said he “panicked”.`, []string{"tell Berg*", "say Berg*"}},
		{`The builder, based in Orrin, Tarn, said it “cannot know”.`, []string{"say (The builder)"}},
		{`A person familiar with the matter, who asked not to be named, called it “rotten”.`, []string{"call (A person familiar with the matter)"}},
		{`“It was rotten,” said the Joneses’ lawyer.`, []string{"say (the Joneses’ lawyer)"}},
		{`The workers’ leader Bo Berg said it was “rotten”.`, []string{"say Bo Berg*"}},
		{`Mr. Berg, 52, of Orrin, said it was “rotten”.`, []string{"say Berg*"}},

		// Nobody says anything here.
		{`The “Dreamliner” took off.`, []string{"-"}},
		{`His claims of a “mess” were false.`, []string{"-"}},
		{`Ada Quill declined to say if the dam was “a mess”.`, []string{"-"}},
		{`Ada Quill did not say the dam was “a mess”.`, []string{"-"}},
		{`Ada Quill never said the dam was “a mess”.`, []string{"-"}},
		{`Ada Quill was told the dam was “a mess”.`, []string{"-"}},
		{`The dam is said to be “a mess”.`, []string{"-"}},
		{`The works added 200 jobs near the “Mile”.`, []string{"-"}},
		{`As expected, the “Dreamliner” took off.`, []string{"-"}},
		{`He would say it was “a mess”.`, []string{"-"}},

		{`Barr denied that he had said “never”.`, []string{"-"}},
		{`Barr denied he said “never”.`, []string{"-"}},
		{`Barr has denied saying “never”.`, []string{"-"}},
		{`Barr denied ever having said “never”.`, []string{"-"}},
		{`Barr denied reports that Marsh told her it was “over”.`, []string{"-"}},
		{`There is no evidence that Barr ever said “never”.`, []string{"-"}},
		{`Neither Barr nor Marsh said “sorry”.`, []string{"-"}},
		{`Neither of them said “sorry”.`, []string{"-"}},
		{`Nobody said “sorry”.`, []string{"-"}},
		{`No one said “sorry”.`, []string{"-"}},
		{`No minister said it was “over”.`, []string{"-"}},
		{`None of the ministers said “sorry”.`, []string{"-"}},
		{`“Sorry,” said neither Barr nor Marsh.`, []string{"-"}},
		{`Nor did the ministers say “sorry”.`, []string{"-"}},
		{`Barr denied that the dam was rotten and said it was “sound”.`, []string{"say Barr"}},
		{`Barr denied it. Marsh said it was “over”.`, []string{"say Marsh"}},
		{`Barr, who denied the charge, said it was “over”.`, []string{"say Barr"}},
		{`In the dispute Barr said it was “over”.`, []string{"say Barr"}},
		{`After the plan was rejected Barr said it was “over”.`, []string{"say Barr"}},
		{`Nobody said it was over and added “sorry”.`, []string{"-"}},
		{`“Sorry,” nobody said. Marsh said it was “over”.`, []string{"-", "say Marsh"}},
		{`No 10 said it was “over”.`, []string{"say (No 10)"}},
		{`Asked whether no one cared, Marsh said it was “over”.`, []string{"say Marsh"}},

		// Who he is.
		{"Ada Quill said the dam “will hold”.\n“It must,” she added.", []string{"say Ada Quill*", "add Ada Quill*"}},
		{"Mayor Ada Quill said the dam “will hold”.\n“It must,” Quill added.", []string{"say Ada Quill*", "add Ada Quill*"}},
		{"Ada Quill said the dam “will hold”. Bo Berg left town.\n“It must,” he added.", []string{"say Ada Quill", "add (he)"}},
		{"Ada Quill said in Buenos Aires that the dam “will hold”.\n“It must,” she added.", []string{"say Ada Quill*", "add Ada Quill*"}},
		{"Ada Quill said the dam “will hold”.\nThe builder said it was “sound”.\n“It must,” she added.", []string{"say Ada Quill", "say (The builder)", "add (she)"}},
		{"Mr Berg said the dam “will hold”.\n“It must,” she added.", []string{"say Berg*", "add (she)"}},
		{"Spokeswoman Ada Quill said the dam “will hold”.\n“It must,” he added.", []string{"say Ada Quill*", "add (he)"}},
		{"Robert Berg said the dam “will hold”.\n“It must,” she added.", []string{"say Robert Berg", "add (she)"}},
		{"The mayor, Ada Quill, said the dam “will hold”.\nIt rained.\n“It must,” Quill said.", []string{"say Ada Quill*", "say Ada Quill*"}},
		{"The Orrin Bank said it was “sound”.\n“It must,” she added.", []string{"say Orrin Bank", "add (she)"}},
		{"Ada Quill said the dam “will hold”.\nIt rained.\nIt rained.\nIt rained.\n“It must,” she added.", []string{"say Ada Quill", "add (she)"}},
		{"Ada Quill, the mayor, and Bo Quill, her son, met.\n“It must,” Quill added.", []string{"add Quill"}},
	} {
		if got := attributions(Read(c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestVerbsOfSaying(t *testing.T) {
	for _, c := range []struct{ text, part, want string }{
		{"The mayor said the dam will hold.", "the dam will hold", "say neutral"},
		{"The mayor claimed her wall was sound.", "her wall was sound", "claim asserting"},
		{"The mayor admitted that the wall had cracked.", "the wall had cracked", "admit conceding"},
		{"The dam will hold, the mayor insisted.", "The dam will hold", "insist asserting"},
		{"The wall cracked, according to the builder.", "The wall cracked", "according to neutral"},
		{"The mayor told us on Monday that the dam will hold. It rained.", "It rained", ""},
		{"The flood claimed 30 lives.", "The flood claimed 30 lives", ""},
		{"The dam will hold.", "The dam will hold", ""},
		{"The dam will hold, though the council said in a note that it leaks.", "The dam will hold", ""},
		{"The dam will hold, a spokesman for the council said on Sunday.", "The dam will hold", "say neutral"},
		{"The mayor said that the dam was “sound”, far from the truth.", "far from the truth", ""},
		{"The director said up to 40 homes now stand empty.", "up to 40 homes now stand empty", "say neutral"},
		{"The mayor reiterated, Sunday, July 18, to be “in favour”.", "in favour", "reiterate confirming"},
		{"The mayor said it rained. Snow will follow.", "Snow will follow", ""},
		{"“The dam will hold,” the mayor conceded.", "The dam will hold", "concede conceding"},
		{"The mayor confirmed the wall was cracked, but denied it would fall.", "denied it would fall", "deny denying"},
	} {
		at := strings.Index(c.text, c.part)
		s, ok := Read(c.text).Introduces(at, at+len(c.part))
		got := ""
		if ok {
			got = s.Lemma + " " + s.Class.String()
		}
		if got != c.want {
			t.Errorf("%s\n%q is brought in by %q, want %q", c.text, c.part, got, c.want)
		}
	}
}

func TestCompareSpeakers(t *testing.T) {
	person := func(name string) Speaker { return Speaker{Name: name, Person: true} }
	for _, c := range []struct {
		a, b Speaker
		want Relation
	}{
		{person("Ada Quill"), person("Quill"), Same},
		{person("Ada Quill"), person("A. Quill"), Same},
		{person("Moutlaq al-Qahtani"), person("Mutlaq Al Qahtani"), Same},
		{person("Muammar Gaddafi"), person("Moammar Qadhafi"), Unknown},
		{person("Ada Quill"), person("Bo Quill"), Unknown},
		{person("Ada Quill"), person("Bo Berg"), Different},
		{person("Ada Quill"), person("Berg"), Unknown},
		{person("Ada Quill"), Speaker{Name: "Human Rights Watch"}, Unknown},
		{person("Ada Quill"), Speaker{}, Unknown},
		{person("Ada Quill"), Speaker{Name: "Bo Berg"}, Unknown},
		{Speaker{Name: "Taliban"}, Speaker{Name: "Taliban"}, Same},
	} {
		if got := Compare(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.a.Name, c.b.Name, got, c.want)
		}
		if Compare(c.a, c.b) != Compare(c.b, c.a) {
			t.Errorf("%q and %q: the order matters", c.a.Name, c.b.Name)
		}
	}
}
