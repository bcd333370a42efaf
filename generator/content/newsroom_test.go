package content

import (
	"maps"
	"os"
	"path/filepath"
	"testing"

	"crosscheck/generator/diag"
	"crosscheck/generator/factcheck"
)

// newsroom is a content folder without a mistake, with every key that there is.
var newsroom = map[string]string{
	"site.yaml": `title: Word for Word
tagline: What each source said
description: |
  What readers find here.

  And why.
language: en-GB
publisher:
  name: The Example Times
  url: https://example.org/
  email: desk@example.org
base_url: https://example.org/checks/
repository: https://github.com/example/checks
verdicts:
  - id: agree
    label: Sources agree
    meaning: They give it in the same sense.
    value: 2
  - id: differ
    label: Sources differ
share_images: false
id: word-for-word
search: false
`,
	"outlets.yaml": `example-times:
  name: The Example Times
  url: https://example.org/
  country: Portugal
  owner: Example Group
  note: Named in the last line.
river-post:
  name: River Post
`,
	"pages/about.md": `---
title: About
order: 2
summary: Who we are
---
We are **here**.
`,
	"stories/dam/story.yaml": `title: The dam
summary: |
  A dam broke.
topics: [floods, relief]
events:
  - date: 2021-03-02
    until: 2021-03-03
    name: The dam breaks
    note: Both reports name the day.
findings:
  - kind: date
    severity: major
    summary: One report has May, the other June.
    why: It was due in May.
    evidence:
      - article: times
        quote: inspected in May
      - article: river
        quote: inspected in June
`,
	"stories/dam/articles/times.txt": `---
title: Dam breaks after days of rain
outlet: example-times
author: Ada Example
url: https://example.org/dam
archive_url: https://archive.example/dam
dateline: LISBON
language: en
translated_from: pt
published: 2021-03-03
published_as: 3 March 2021 - 21:55
updated: 2021-03-04T08:00+01:00
retrieved: 2021-04
note: The text ends in a caption.
---
The dam broke on Tuesday. “It was inspected in May,” the mayor said.
`,
	"stories/dam/articles/river.md": `---
label: Report without a headline
---
The dam *broke*. It was inspected in June, the mayor said.
`,
	"stories/dam/articles/bare.txt": "It was inspected in spring.\n",
	"stories/dam/claims/inspected.yaml": `claim: The dam was inspected
claimant: The mayor
said_on: 2021-03-02
occasion: press conference
topics:
  - floods
verdict: differ
summary: |
  The reports differ.

  One has May.
review:
  author: Ada Example
  published: 2021-04-01
  updated: 2021-04-02
  corrections:
    - date: 2021-04-02
      what: The day was wrong.
base: times
wordings:
  - article: times
    quote: 'It was inspected in May'
    form: direct
    prefix: "“"
    suffix: ",”"
    occurrence: 1
    note: In the lead.
  - article: river
    quote: It was inspected in June
    form: paraphrase
findings:
  - summary: They name two months.
    evidence:
      - article: times
        quote: in May
  - confirms: day-conflict-1a2b3c4d
    reason: They cannot both be right.
  - dismisses: undated-99aabbcc
    reason: The page bears a date.
claimant_kind: person
`,
	"stories/dam/claims/smallest.yaml": `claim: It rained
wordings:
  - article: bare
    quote: in spring
`,
}

// written makes a folder of those files.
func written(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// readAll reads a whole content folder.
func readAll(t testing.TB, dir string) (factcheck.Newsroom, []factcheck.Story, diag.List) {
	t.Helper()
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	room, diags, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	var stories []factcheck.Story
	for _, id := range room.Stories {
		story, more, err := f.Story(id, &room)
		if err != nil {
			t.Fatal(err)
		}
		stories = append(stories, story)
		diags = append(diags, more...)
	}
	return room, stories, diags.Sorted()
}

// changed returns the newsroom with one file changed.
func changed(name, text string) map[string]string {
	files := maps.Clone(newsroom)
	files[name] = text
	return files
}
