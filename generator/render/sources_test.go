package render

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"crosscheck/generator/examine"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/markdown"
)

const (
	sharedLock = "The lock keeper opened the upper gates before dawn, and forty barges drifted into the weir."
	sharedFire = "A fire broke out in a paint store behind the old tannery, destroying three workshops and a bakery."
)

// shareStory examines a story of articles with these bodies and builds it.
func shareStory(t *testing.T, bodies ...string) map[string]string {
	t.Helper()
	story := factcheck.Story{ID: "s", Title: "Shared & said"}
	for i, body := range bodies {
		story.Articles = append(story.Articles, factcheck.Article{ID: fmt.Sprintf("a%02d", i), Siglum: fmt.Sprint("S", i), Title: fmt.Sprintf("Head <%d>", i), Body: markdown.Plain(body)})
	}
	room := &factcheck.Newsroom{Site: factcheck.Site{Title: "Second Look", Language: "en"}, Stories: []string{"s"}}
	d, _ := examine.Story(room, factcheck.Casebook{Story: story})
	files := built(t, room, &d)
	checkSite(t, files)
	return files
}

func TestSourcesPageWithoutSharedText(t *testing.T) {
	for want, bodies := range map[string][]string{
		"The story has 0 documents, so there is nothing to compare.":                nil,
		"The story has 1 document, so there is nothing to compare.":                 {sharedLock},
		"No passage stands, word for word or nearly, in two of the 2 documents.":    {sharedLock, sharedFire},
		"2 of the 3 documents share text with another, in 1 passage all told.":      {sharedLock, sharedFire, sharedLock},
		"Each of the 2 documents shares text with another, in 2 passages all told.": {sharedLock + "\n" + sharedFire, sharedFire + "\n" + sharedLock},
		"Each of the 3 documents shares text with another, in 2 passages all told.": {sharedLock, sharedFire, sharedFire + " " + sharedLock},
		"Documents that share nothing are left out of the picture and the table.":   {sharedLock, sharedFire, sharedLock},
	} {
		if page := shareStory(t, bodies...)["s/sources.html"]; !strings.Contains(page, want) {
			t.Errorf("%d documents: no %q", len(bodies), want)
		}
	}
}

func TestSourcesPageShowsThoseThatShareMost(t *testing.T) {
	var bodies []string
	for i := range 30 {
		body := sharedLock
		if i%2 == 0 {
			body += "\n" + sharedFire
		}
		bodies = append(bodies, body)
	}
	page := shareStory(t, bodies...)["s/sources.html"]
	for _, want := range []string{"have the 12 documents that share most", "Shared by S0, S1, S2, S3, S4, S5, S6, S7 and 22 others"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	table := page[strings.Index(page, `<table class="shares"`):]
	table = table[:strings.Index(table, "</table>")]
	if n := strings.Count(table, `<tr><th scope="row">`); n != maxShares {
		t.Errorf("%d rows", n)
	}
	// Each document stands on the page a fixed number of times, not once for every
	// other document.
	if n := strings.Count(page, `articles/a28.html#`); n != 2 {
		t.Errorf("the page leads %d times to the two passages of a document", n)
	}
	if n := strings.Count(page, "<blockquote"); n != 2 {
		t.Errorf("what all have word for word is printed %d times", n)
	}
}

func TestLongPassagesAndManyReadingsAreFolded(t *testing.T) {
	var long strings.Builder
	for i := range 90 {
		fmt.Fprintf(&long, "w%d ", i)
	}
	page := shareStory(t, long.String(), "Before it. "+long.String())["s/sources.html"]
	if !strings.Contains(page, `<summary><span class="ends">w0 w1 `) || !strings.Contains(page, "All 90 words") || !strings.Contains(page, " … ") || !strings.Contains(page, "w45 w46") {
		t.Error("a long passage is not folded to its ends")
	}
	var bodies []string
	for i := range 9 {
		bodies = append(bodies, strings.Replace(sharedLock, "forty", fmt.Sprint("some", i), 1))
	}
	page = shareStory(t, bodies...)["s/sources.html"]
	if !strings.Contains(page, "<summary>3 more readings</summary>") || strings.Count(page, `<mark class="apart">some`) != 9 {
		t.Errorf("nine readings are not folded:\n%s", page)
	}
	if n := ends(strings.Repeat("x", 1000)); len(n) > 300 {
		t.Errorf("a word of a thousand letters: %q", n)
	}
	if n := ends(strings.Repeat("é", 1000)); strings.ContainsRune(n, '\uFFFD') {
		t.Errorf("cut inside a letter: %q", n)
	}
}

// Shared text is text, on the sources page and in the articles.
func TestSharedTextIsText(t *testing.T) {
	body := strings.Replace(sharedLock, "upper", `</mark></blockquote><script>alert("upper")</script>`, 1)
	files := shareStory(t, body, "Seen: "+strings.Replace(body, "dawn", `<img src=x onerror="noon()">`, 1), `قال: فتح حارس القفل البوابات العليا قبل الفجر وانجرفت أربعون بارجة`, `فتح حارس القفل البوابات السفلى قبل الفجر وانجرفت أربعون بارجة`)
	page := files["s/sources.html"]
	if strings.Contains(page, "<script>alert") || strings.Contains(page, "<img") || !strings.Contains(page, "&lt;script&gt;alert(&#34;upper&#34;)") {
		t.Error("text of an article has come to life")
	}
	if strings.Count(page, `<article class="shared"`) != 2 || !strings.Contains(page, `<mark class="apart">العليا</mark>`) {
		t.Error("text from right to left is not compared")
	}
	if article := files["s/articles/a01.html"]; !strings.Contains(article, `href="../sources.html#passage-1"`) || !strings.Contains(article, `id="shared-1"`) || !strings.Contains(article, "also in S0") {
		t.Error("the article does not lead to the passages side by side")
	}
}

// The picture's stretches lie inside the bars.
func TestPictureOfSharedText(t *testing.T) {
	page := shareStory(t, sharedLock+"\n“"+sharedFire+"”\nMore.", "“"+sharedFire+"” "+sharedLock, "Short: "+strings.Replace(sharedLock, "forty", "fifty", 1))["s/sources.html"]
	svg := page[strings.Index(page, `<svg class="sharing"`):]
	svg = svg[:strings.Index(svg, "</svg></div>")]
	rect := regexp.MustCompile(`<rect class="(?:whole|exact|near)" x="([\d.]+)" y="(\d+)" width="([\d.]+)"`)
	whole := map[string]float64{}
	stretches := 0
	for _, m := range rect.FindAllStringSubmatch(svg, -1) {
		var x, width float64
		fmt.Sscan(m[1], &x)
		fmt.Sscan(m[3], &width)
		if strings.Contains(m[0], "whole") {
			whole[m[2]] = x + width
		} else if stretches++; x < 0 || x+width > whole[m[2]]+.1 {
			t.Errorf("%s: out of its bar, which ends at %.1f", m[0], whole[m[2]])
		}
	}
	if len(whole) != 3 || stretches != 5 || strings.Count(svg, `class="band"`) != 3 {
		t.Errorf("%d bars, %d stretches, %d bands", len(whole), stretches, strings.Count(svg, `class="band"`))
	}
	for _, want := range []string{`<rect class="exact"`, `<rect class="near"`, "“2”", "S2, “Head &lt;2&gt;”: "} {
		if !strings.Contains(svg, want) {
			t.Errorf("the picture has no %s:\n%s", want, svg)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		n, of int
		want  string
	}{{0, 5, "0%"}, {0, 0, "0%"}, {1, 1000, "1%"}, {999, 1000, "99%"}, {5, 5, "100%"}, {1, 3, "33%"}, {2, 3, "67%"}} {
		if got := percent(c.n, c.of); got != c.want {
			t.Errorf("percent(%d, %d) = %s", c.n, c.of, got)
		}
	}
}
