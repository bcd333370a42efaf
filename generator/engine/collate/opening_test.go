package collate

import "testing"

func TestWordingsThatBeginAlikeBeginTogether(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
		want  string
	}{
		{
			"a short gap behind the same word",
			[]string{"Although the ferry and the harbour crews were late, trade grew", "Although crews were late, trade grew"},
			"same: Although | Although\n" +
				"omission: the ferry and the harbour | ∅\n" +
				"same: crews were late, trade grew | crews were late, trade grew\n",
		},
		{
			"a phrase for the word, and another wording with much between",
			[]string{
				"Despite the mayor’s “northern rains and floods, the school firmly backs a new bridge",
				"In spite of the northern rains and floods, the school firmly backs a new bridge",
				"Despite northern storms and flooding, the school clearly supports a new bridge",
			},
			"wording: Despite | In spite of | Despite\n" +
				"omission: the | the | ∅\n" +
				"omission: mayor’s “ | ∅ | ∅\n" +
				"same: northern | northern | northern\n" +
				"wording: rains | rains | storms\n" +
				"same: and | and | and\n" +
				"inflection: floods | floods | flooding\n" +
				"same: , the school | , the school | , the school\n" +
				"wording: firmly backs | firmly backs | clearly supports\n" +
				"same: a new bridge | a new bridge | a new bridge\n",
		},
		{
			"a late start stays one where the words are found later",
			[]string{"The mayor said on Monday that the bridge was closed", "The bridge was closed"},
			"same: The mayor said on Monday that | ~\n" +
				"typography: the | The\n" +
				"same: bridge was closed | bridge was closed\n",
		},
	} {
		if got := sketch(collated(c.texts...)); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}
