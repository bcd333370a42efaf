package timex

import "testing"

// 2019-05-15 is a Wednesday. The tense is that of the clause around the date, not
// of another in its sentence.
var tenseCases = []struct {
	text string
	want []Tense
}{
	{"The board met on Monday.", []Tense{TensePast}},
	{"The board will meet on Monday.", []Tense{TenseFuture}},
	{"The board meets on Monday.", []Tense{TenseFuture}},
	{"The board is meeting on Monday.", []Tense{TenseFuture}},
	{"The board is to meet on Monday.", []Tense{TenseFuture}},
	{"The board is due to meet on Monday.", []Tense{TenseFuture}},
	{"The board is expected to meet on Monday.", []Tense{TenseFuture}},
	{"The board has met since Monday.", []Tense{TensePast}},
	{"The board had met on Monday.", []Tense{TensePast}},
	{"The board may meet on Monday.", []Tense{TenseFuture}},
	{"The board is going to meet on Monday.", []Tense{TenseFuture}},
	{"On Monday the board met.", []Tense{TensePast}},
	{"On Monday, the board, which has nine members, will meet.", []Tense{TenseFuture}},
	{"The board, which met on Monday, will report on Friday.", []Tense{TensePast, TenseFuture}},
	{"The board said on Monday that it will meet on Friday.", []Tense{TensePast, TenseFuture}},
	{"The board said on Monday that it had met on Friday.", []Tense{TensePast, TensePast}},
	{"He was arrested on Monday and will appear in court on Friday.", []Tense{TensePast, TenseFuture}},
	{"The Senate, which passed the bill on Monday, plans a vote on Friday.", []Tense{TensePast, TenseFuture}},
	{"A vote is scheduled for Friday.", []Tense{TenseFuture}},
	{"A vote scheduled for Friday was called off on Monday.", []Tense{TenseFuture, TensePast}},
	{"Before Friday’s vote he had resigned.", []Tense{TensePast}},
	{"He resigned ahead of a vote on Friday.", []Tense{TenseFuture}},
	{"It won’t happen before Friday.", []Tense{TenseFuture}},
	{"It didn’t happen on Friday.", []Tense{TensePast}},
	{"He has been in jail since March.", []Tense{TensePast}},
	{"He would not say whether he had been there on Friday.", []Tense{TensePast}},
	{"It could have happened on Friday.", []Tense{TensePast}},
	{"The law, passed in March, takes effect in October.", []Tense{TensePast, TenseFuture}},
	{"Prices rose in March and are likely to rise in June.", []Tense{TensePast, TenseFuture}},
	{"“I’ll be back on Friday,” he said on Monday.", []Tense{TenseFuture, TensePast}},
	{"“We won on Friday,” she says.", []Tense{TensePast}},
	{"He pledged on Monday to resign by Friday.", []Tense{TensePast, TenseFuture}},
	{"Tomorrow the shops open late.", []Tense{TenseFuture}},
	{"Yesterday the shops were shut.", []Tense{TensePast}},
	{"In October, voters will choose a president.", []Tense{TenseFuture}},
	{"On Friday the board, whose seat was shut, and which has nine members, will meet.", []Tense{TenseFuture}},
	{"Fire guts mill on Monday", []Tense{TenseUnknown}},
}

func TestTenseIsThatOfTheClause(t *testing.T) {
	for _, c := range tenseCases {
		var got []Tense
		for _, x := range Tag(c.text, Options{Published: Day{2019, 5, 15}}) {
			got = append(got, x.Tense)
		}
		if len(got) != len(c.want) {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: %v, want %v", c.text, got, c.want)
				break
			}
		}
	}
}

// 2021-05-12 is a Wednesday. A plan, a refusal and a name that look ahead and do not.
var pastCases = []string{
	// a plan that a past verb has for its object
	"The council approved the plan for the bridge on Monday.",
	"The cabinet discussed the plan for reform on Tuesday.",
	"The president vetoed the plan for the bridge on Tuesday.",
	"Parliament rejected plans for a new stadium on Friday.",
	"The two sides agreed a plan to end the war on Sunday.",
	"The council approved a controversial plan for the bridge on Monday.",
	"The council approved its ambitious plans for the bridge on Monday.",
	"The council approved ambitious plans for the bridge on Monday.",
	"The board has approved the plan for the bridge on Monday.",
	"The council unveiled its plan to cut costs on Monday.",
	"The council scrapped plans to widen the road on Monday.",
	"The bank cut its forecast for growth on Tuesday.",
	"The minister broke his promises to voters on Monday.",
	"The talks dashed hopes for a ceasefire on Monday.",
	"The council rejected the proposed budget on Monday.",
	"The council backed the planned bridge on Monday.",
	"The council announced plans for a new school on Monday.",
	"The party approved Mrs May’s plan for the border on Friday.",
	"The council met to approve the plan for the bridge on Monday.",
	// what was not said or agreed
	"The company would not comment on Tuesday.",
	"A spokesman would not say on Friday who was to blame.",
	"The two sides could not agree on Friday.",
	"Officials could not immediately be reached for comment on Friday.",
	"On Tuesday, the company could not say why.",
	"A spokesman refused to comment on Tuesday.",
	"He was able to vote on Sunday.",
	// verbs and names
	"He quit the race to lead the party on Sunday.",
	"May spoke to the queen on Friday.",
	"May cut the tax on Friday.",
	"May resigned on Friday.",
	"The index is up on Monday.",
	"The focus is on Monday's attack.",
	"It is Monday.",
}

var futureCases = []string{
	"The union announced plans for a strike on Friday.",
	"The union announced its plans to strike on Friday.",
	"Ministers agreed the plan for a vote on Friday.",
	"He announced his plans for Friday.",
	"The company plans to close the shop on Friday.",
	"Sources said the minister plans to quit on Friday.",
	"The unions plan to march on Friday.",
	"The party planned for a vote on Friday.",
	"The government condemned the planned march on Saturday.",
	"The council approved a plan to cut emissions by Friday.",
	"The men arrested plan to appeal on Monday.",
	"Ministers will set out the plan for schools on Monday.",
	"Ministers are due to set out the plan for schools on Monday.",
	"The council will vote on the plan for the bridge on Monday.",
	"The board is expected to approve the plan for the bridge on Monday.",
	"He is expected to quit on Sunday.",
	"May we meet on Friday?",
	"She may not say on Friday.",
	"The company would not open on Friday, it said.",
	"He could not say whether he would leave on Friday.",
	"He said the company would not comment until Friday.",
	// the simple present of be
	"The vote is on Sunday.",
	"The funeral is on Friday.",
	"The final is on Saturday.",
	"The talks are on Sunday.",
	"The vote is Sunday.",
	"The match is on Friday night.",
	"The vote is not until Sunday.",
	"The final is at Wembley on Saturday.",
	"The deadline is Friday.",
	"The inquiry, which is on Monday, will be short.",
	"He said the vote is on Sunday.",
}

func TestPlansAndRefusalsLookTheRightWay(t *testing.T) {
	pub := Day{2021, 5, 12}
	check := func(text string, future bool) {
		xs := Tag(text, Options{Published: pub})
		if len(xs) != 1 || xs[0].Earliest.After(pub) != future || xs[0].Earliest == pub {
			t.Errorf("%q: %s, want future: %v", text, show(text, xs), future)
		}
	}
	for _, c := range pastCases {
		check(c, false)
	}
	for _, c := range futureCases {
		check(c, true)
	}
}
