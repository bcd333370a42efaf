package quote

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"crosscheck/generator/words"
)

const speech = "The mayor said the bridge “won’t be closed (…) this year” on Monday.\n" +
	"The harbour office said the bridge would not be closed this year, unless the river rises.\n" +
	"“We  keep it open — whatever the cost…” the mayor’s café post said.\n" +
	"It was built in 1931. It was widened in 1974. It will be painted next year."

// show writes an answer on one line: the match, the passages with their words,
// what is doubtful.
func show(text string, r Result) string {
	var b strings.Builder
	b.WriteString(string(r.Match))
	for _, p := range r.Passages {
		fmt.Fprintf(&b, " %d[%s]", p.Start, text[p.Start:p.End])
	}
	if r.Inside {
		b.WriteString(" inside")
	}
	for _, d := range r.Doubts {
		b.WriteString(" " + string(d))
	}
	if len(r.Unfit) > 0 {
		fmt.Fprintf(&b, " unfit:%d", len(r.Unfit))
	}
	return b.String()
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text string
		query      Query
		want       string
	}{
		{"as it stands", "one two three", Query{Quote: "two"}, "exact 4[two]"},
		{"nothing is sought", "one two", Query{Quote: ""}, "none"},
		{"nothing but blanks", "one two", Query{Quote: " \n"}, "none"},
		{"nothing but an elision", "one two", Query{Quote: "…"}, "none"},
		{"in nothing", "", Query{Quote: "one"}, "none"},
		{"a capital is no typography", "One two", Query{Quote: "one"}, "none"},
		{"curly marks written straight", "a “b’s” c", Query{Quote: `"b's"`}, "normalized 2[“b’s”]"},
		{"dashes and spaces", "a\u00a0– b", Query{Quote: "a - b"}, "normalized 0[a\u00a0– b]"},
		{"line breaks and runs of blanks", "a\r\n  b", Query{Quote: "a b"}, "normalized 0[a\r\n  b]"},
		{"the ellipsis character that the text prints", "so it… ended", Query{Quote: "it... ended"}, "normalized 3[it… ended]"},
		{"letters composed and not", "the cafe\u0301 closed", Query{Quote: "café"}, "normalized 4[cafe\u0301]"},
		{"half a letter is none", "the cafe\u0301 closed", Query{Quote: "the cafe"}, "none"},
		{"half an ellipsis is none", "it… ended", Query{Quote: "it.. ended"}, "none"},
		{"marks nobody sees", "co\u00adoperate", Query{Quote: "cooperate"}, "normalized 0[co\u00adoperate]"},
		{"in a word", "bananas grow", Query{Quote: "nana"}, "exact 2[nana] inside"},
		{"in a number", "he paid 17,792 pounds", Query{Quote: "792 pounds"}, "exact 11[792 pounds] inside"},
		{"behind a hyphen", "the non-violent march", Query{Quote: "violent march"}, "exact 8[violent march] inside cuts-negation"},
		{"beside a dash", "he left—alone", Query{Quote: "alone"}, "exact 10[alone]"},
		{"twice", "yes and yes", Query{Quote: "yes"}, "ambiguous 0[yes] 8[yes]"},
		{"twice, overlapping", "banananas", Query{Quote: "anana"}, "ambiguous 1[anana] 3[anana]"},
		{"twice but for typography", "it's so. it’s so.", Query{Quote: "it's so"}, "ambiguous 0[it's so] 9[it’s so]"},
		{"the second of two", "yes and yes", Query{Quote: "yes", Occurrence: 2}, "exact 8[yes]"},
		{"the first of one", "yes and no", Query{Quote: "yes", Occurrence: 1}, "exact 0[yes] cuts-negation"},
		{"a third of two", "yes and yes", Query{Quote: "yes", Occurrence: 3}, "none unfit:2"},
		{"an occurrence below the first", "yes and yes", Query{Quote: "yes", Occurrence: -1}, "none unfit:2"},
		{"a prefix decides", "old bridge, new bridge", Query{Quote: "bridge", Prefix: "new "}, "exact 16[bridge]"},
		{"a suffix decides", "bridge old, bridge new", Query{Quote: "bridge", Suffix: " n"}, "exact 12[bridge]"},
		{"a prefix differs by typography", "the “new” bridge, a bridge", Query{Quote: "bridge", Prefix: `"new" `}, "exact 14[bridge]"},
		{"a prefix a blank too short", "old bridge, new bridge", Query{Quote: "bridge", Prefix: "new"}, "none unfit:2"},
		{"a prefix a blank too long", "rebuilt", Query{Quote: "built", Prefix: "re "}, "none unfit:1"},
		{"a prefix that is a blank", "rebuilt, built", Query{Quote: "built", Prefix: " "}, "exact 9[built]"},
		{"a prefix that begins with a blank", "anew it, new it", Query{Quote: "it", Prefix: " new "}, "exact 13[it]"},
		{"the prefix of nothing", "one two", Query{Quote: "three", Prefix: "two "}, "none"},
		{"blanks at the ends decide", "yada yada", Query{Quote: " yada"}, "exact 4[ yada]"},
		{"blanks at the ends that nothing has", "so be it.", Query{Quote: "be it \n"}, "normalized 3[be it]"},

		{"a mark that the text prints", speech, Query{Quote: "be closed (…) this year"}, "exact 37[be closed (…) this year] cuts-negation"},
		{"the same, written otherwise", speech, Query{Quote: "be closed (...) this year"}, "normalized 37[be closed (…) this year] cuts-negation"},
		{"words left out", "we will of course go home soon", Query{Quote: "we will … go home"}, "elided 0[we will] 18[go home]"},
		{"each kind of mark", "a1 x b2 x c3 x d4 x e5", Query{Quote: "a1 ... b2 […] c3 (...) d4 [...] e5"}, "elided 0[a1] 5[b2] 10[c3] 15[d4] 20[e5]"},
		{"a mark at the head and the tail", "we will of course go", Query{Quote: "… of course …"}, "elided 8[of course]"},
		{"a mark of the text and one of the editor", "we (…) go far from home", Query{Quote: "we (…) go … home"}, "elided 0[we (…) go] 21[home]"},
		{"nothing left out", "we go home", Query{Quote: "we … go"}, "elided 0[we] 3[go]"},
		{"parts do not overlap", "banana", Query{Quote: "bana … ana"}, "none"},
		{"the nearer of two beginnings", "the man sat. the dog ran off", Query{Quote: "the … ran"}, "elided 13[the] 21[ran]"},
		{"whole words first", "then the cat. he ran. she sat", Query{Quote: "he … sat"}, "elided 14[he] 26[sat]"},
		{"two readings", "we go home. we walk home", Query{Quote: "we … home"}, "ambiguous 0[we] 6[home] 12[we] 20[home]"},
		{"the second reading", "we go home. we walk home", Query{Quote: "we … home", Occurrence: 2}, "elided 12[we] 20[home]"},
		{"a prefix decides between readings", "we go home. we walk home", Query{Quote: "we … home", Prefix: ". "}, "elided 12[we] 20[home]"},
		{"a suffix decides between readings", "we go home. we walk home", Query{Quote: "we … home", Suffix: "."}, "elided 0[we] 6[home]"},
		{"an inner part twice", "a one of b of c two", Query{Quote: "one … of … two"}, "ambiguous 2[one] 6[of] 16[two] 2[one] 11[of] 16[two]"},
		{"one part is missing", "we go home", Query{Quote: "we … away"}, "none"},
		{"out of order", "first this and then that", Query{Quote: "then that … first this"}, "elided 15[then that] 0[first this] out-of-order"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(c.text, NewText(c.text).Find(c.query)); got != c.want {
				t.Errorf("\ngot  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestDoubts(t *testing.T) {
	for _, c := range []struct{ text, quote, want string }{
		// Sound.
		{speech, "It was built in 1931. It was widened in 1974.", ""},
		{speech, "The harbour office said … would not be closed this year, unless the river rises", ""},
		{"We came, we saw, we won.", "We came … we won", ""},
		{"It is not only cheap but good and quick.", "It is … good", ""},
		{"He lives at No 10 and works hard.", "He lives … works", ""},
		{"She chose the shop for the No. 2 brand.", "She chose the shop", ""},
		{"They will not go. She said yes.", "She said yes", ""},
		{"It did not rain , he said . during the week it snowed", "during the week", ""},
		{"The line breaks\nhere, they said, as planned", "The line … as planned", ""},
		{"Sales rose. Unless prices fall, no one will buy.", "Sales rose.", ""},

		{"The mayor will not under any law resign.", "The mayor will … resign", "skips-negation"},
		{"The mayor has by no means agreed to it.", "The mayor has … agreed", "skips-negation"},
		{"They weren’t ready and weren’t asked.", "They … asked", "skips-negation"},
		{"They can go, unless it snows, to the fair.", "They can go … to the fair", "skips-exception"},
		{"All but the old may, except on Sundays, enter.", "may … enter", "skips-exception cuts-exception"},
		{"He said he did not steal the car.", "steal the car", "cuts-negation"},
		{"It is not true that “the bank will fail”.", "the bank will fail", "cuts-negation"},
		{"She denied that the bank will fail.", "the bank will fail", "cuts-negation"},
		{"There’s no evidence that the drug works.", "the drug works", "cuts-negation"},
		{"The plan is not acceptable.", "The plan is", "cuts-negation"},
		{"The drug is safe, but not for children.", "The drug is safe", "cuts-negation"},
		{"We will attack the town at dawn, unless they leave it.", "We will attack the town", "cuts-exception"},
		{"Taxes will rise only if wages do.", "Taxes will rise", "cuts-exception"},
		{"Unless rain comes, the harvest will fail.", "the harvest will fail", "cuts-exception"},
		{"Everyone, with the exception of the guards, left. Nobody spoke", "Everyone", "cuts-exception"},
		{"It opened. " + strings.Repeat("Filler words go here, ", 30) + "it closed.", "It opened. … it closed", "far-apart"},
		{"It opened.\nThen it closed.", "It opened. … it closed", "far-apart"},
		{"It opened\n\nand it closed.", "It opened … it closed", "far-apart"},
		{"first this and then that", "that … this", "out-of-order"},
		{"They did not go home. Unless asked, they stayed.", "They did … they stayed", "skips-negation skips-exception"},
	} {
		r := NewText(c.text).Find(Query{Quote: c.quote})
		var got []string
		for _, d := range r.Doubts {
			got = append(got, string(d))
		}
		if r.Match == None || r.Match == Ambiguous || strings.Join(got, " ") != c.want {
			t.Errorf("%q in %q: %s %q, want %q", c.quote, c.text, r.Match, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	const text = "Rain fell. In spite of the strike, the union of Harlow drivers strongly favors talks with the 12 owners on Friday, Ms Otway said. The owners were not there."
	for _, c := range []struct{ quote, want string }{
		{"the union of Harlow drivers strongly favours talks", `the union of Harlow drivers strongly favors talks: spelling "favours" "favors"`},
		{"Rain fell. In spite of the strike, the union of Harlow drivers strongly favors talks with the 12 owners on Friday, Ms Jones said", `Rain fell. In spite of the strike, the union of Harlow drivers strongly favors talks with the 12 owners on Friday, Ms Otway said: name "Jones" "Otway"`},
		{"talks with the 13 owners", `talks with the 12 owners: number "13" "12"`},
		{"talks with the 12 owners on Monday", `talks with the 12 owners on Friday: date "Monday" "Friday"`},
		{"drivers strongly favors talks with the 12 owners on Friday, Ms Ottaway said", `drivers strongly favors talks with the 12 owners on Friday, Ms Otway said: name "Ottaway" "Otway"`},
		{"the union of Barlow drivers", `the union of Harlow drivers: name "Barlow" "Harlow"`},
		{"The owners were there.", `The owners were not there.: negation "" "not"`},
		{"the union of Harlow drivers never strongly favors talks", `the union of Harlow drivers strongly favors talks: negation "never" ""`},
		{"not in spite of the strike", `In spite of the strike: negation "not" "" typography "in" "In"`},
		{"The union of Harlow drivers", `the union of Harlow drivers: typography "The" "the"`},
		{"strongly favrs", `strongly favors: wording "favrs" "favors"`},
		{"in spit of the … on Fridy", `In spite of the strike, the union of Harlow drivers strongly favors talks with the 12 owners on Friday: typography "in" "In" inflection "spit" "spite" date "Fridy" "Friday"`},
		{"completely different sentence about nothing", ""},
		{"…", ""},
	} {
		n := NewText(text).Find(Query{Quote: c.quote}).Nearest
		got := ""
		if n != nil {
			got = text[n.Start:n.End] + ":"
			for _, d := range n.Differences {
				got += fmt.Sprintf(" %s %q %q", d.Kind, d.Quote, d.Article)
				if d.Article != text[d.Start:d.End] {
					t.Errorf("%q: difference %q is at %q", c.quote, d.Article, text[d.Start:d.End])
				}
				if !strings.HasPrefix(c.quote[d.At:], d.Quote) {
					t.Errorf("%q: difference %q is not at %d of the quote", c.quote, d.Quote, d.At)
				}
			}
		}
		if got != c.want {
			t.Errorf("%q:\ngot  %s\nwant %s", c.quote, got, c.want)
		}
	}
}

func TestBeside(t *testing.T) {
	const text = "the old bridge and the  new bridge"
	r := NewText(text).Find(Query{Quote: "bridge", Prefix: "the newer "})
	if r.Match != None || r.Nearest == nil || len(r.Nearest.Differences) != 1 {
		t.Fatalf("got %+v", r)
	}
	if !EndsWith(text, "the new bridge") || EndsWith(text, "new bridge ") || EndsWith(text, "xnew bridge") || !EndsWith("", "") || EndsWith("", "x") {
		t.Error("EndsWith")
	}
	if !StartsWith(text[18:], " the new") || StartsWith(text, " the") || StartsWith("x", "xy") || !StartsWith("“x”", `"x`) {
		t.Error("StartsWith")
	}
}

// The cost of hostile input must not grow with its square; this would run for
// minutes.
func TestHostileRepetition(t *testing.T) {
	a := strings.Repeat("a", 1<<15)
	prepared := NewText(a + "b" + a)
	for _, q := range []string{a[:1<<14], a + "c", strings.Repeat("a…", 60), strings.Repeat("a… ", 500), "b … " + strings.Repeat("a…", 40) + "b",
		strings.Repeat("a ", 2000), strings.Repeat(". ", 3000), strings.Repeat("(…", 20000)} {
		prepared.Find(Query{Quote: q})
		prepared.Find(Query{Quote: q, Prefix: "a", Suffix: "ab"})
	}
	for _, text := range []string{strings.Repeat("a ", 1<<14), strings.Repeat("no \n", 1<<14), strings.Repeat("“", 1<<15), strings.Repeat("a\u0301", 1<<14)} {
		prepared := NewText(text)
		for _, q := range []string{text[:len(text)/2], text + "x", "x " + text[:1024], "a … a … a", "no … no unless"} {
			prepared.Find(Query{Quote: q})
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add(speech, "be closed (…) this year", "", "", 0)
	f.Add(speech, "closed … this year", "be ", ".", 1)
	f.Add("bananas", "ana", "b", "", 2)
	f.Add("cafe\u0301 … \xff", "e\u0301 …", "caf", "\xff", 0)
	f.Add("a [...] b c a b", "a ... b", "", "", 0)
	f.Add("it\u00adself…", "itself.", " ", " ", 0)
	f.Add("a"+strings.Repeat("\xa9", 900)+"b", "b", "c", "d", 0)
	f.Add("we (…) go … home", "home … we (…) go", "", "", 0)
	f.Fuzz(func(t *testing.T, text, q, prefix, suffix string, occurrence int) {
		query := Query{Quote: q, Prefix: prefix, Suffix: suffix, Occurrence: occurrence}
		prepared := NewText(text)
		r := prepared.Find(query)
		if (r.Match == None) != (len(r.Passages) == 0) || (r.Match == Ambiguous) != (len(r.Readings) > 1) {
			t.Fatalf("%q in %q: %+v", q, text, r)
		}
		if r.Match == Exact && !strings.HasPrefix(text[r.Passages[0].Start:], q) {
			t.Fatalf("%q is not exact in %q: %+v", q, text, r)
		}
		for _, reading := range slices.Concat(r.Readings, r.Unfit) {
			last := 0
			for _, p := range reading {
				if p.Start < 0 || p.End <= p.Start || p.End > len(text) {
					t.Fatalf("%q in %q: %v", q, text, reading)
				}
				if p.Start < last && !slices.Contains(r.Doubts, OutOfOrder) && len(r.Unfit) == 0 {
					t.Fatalf("%q in %q: %v is out of order", q, text, reading)
				}
				last = p.End
			}
			if len(reading) > 1 || !r.Whole {
				continue
			}
			if got := text[reading[0].Start:reading[0].End]; !words.Same(got, q) && r.Match != None {
				t.Fatalf("%q found as %q", q, got)
			}
			if r.Match != None && (!EndsWith(text[:reading[0].Start], prefix) || !StartsWith(text[reading[0].End:], suffix)) && strings.TrimSpace(q) == q && plain(prefix+q+suffix+text) {
				t.Fatalf("%q at %v of %q does not stand between %q and %q", q, reading, text, prefix, suffix)
			}
		}
		if n := r.Nearest; n != nil {
			if r.Match != None || n.Start < 0 || n.End < n.Start || n.End > len(text) || n.Score < 0 || n.Score > 1 {
				t.Fatalf("%q in %q: %+v", q, text, n)
			}
			for _, d := range n.Differences {
				if text[d.Start:d.End] != d.Article || d.Quote == "" && d.Article == "" || len(r.Unfit) == 0 && !strings.HasPrefix(q[d.At:], d.Quote) {
					t.Fatalf("%q in %q: %+v", q, text, d)
				}
			}
		}
		if occurrence == 0 && prefix == "" && suffix == "" && plain(text) && len(text) > 8 {
			// Every stretch of a text stands in it.
			part := text[len(text)/4 : len(text)/2]
			if strings.TrimSpace(part) == part && part != "" && prepared.Find(Query{Quote: part}).Match == None {
				t.Fatalf("%q is not found in %q", part, text)
			}
		}
	})
}

// plain reports printable ASCII, where no mark stands for several.
func plain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' })
}
