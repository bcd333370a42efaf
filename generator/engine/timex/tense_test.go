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
