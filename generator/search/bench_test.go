package search

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"crosscheck/generator/factcheck"
)

// A library is what the index is measured with: the digests and shares of a site
// of some 20,000 pages. Its words are made up and as frequent as words are: the
// n-th most common one stands 1/n as often as the first (Zipf), and the longer
// the site, the more of them there are. Names come in first and family names. The
// same seed gives the same library.
type library struct {
	r     *rand.Rand
	words []string
	sums  []float64 // of the frequencies up to each word
	room  factcheck.Newsroom
}

func newLibrary(vocabulary int) *library {
	l := &library{r: rand.New(rand.NewPCG(20_000, 4711))}
	seen := map[string]bool{}
	for len(l.words) < vocabulary {
		// Common words are short, rare ones long.
		w := l.invent(1 + int(math.Log10(float64(len(l.words)+10))/2+l.r.Float64()*.8))
		if !seen[w] {
			seen[w] = true
			l.words = append(l.words, w)
		}
	}
	sum := 0.0
	for i := range l.words {
		sum += 1 / (float64(i) + 2.7)
		l.sums = append(l.sums, sum)
	}
	for i := range 120 {
		l.room.Outlets = append(l.room.Outlets, factcheck.Outlet{ID: fmt.Sprintf("outlet-%d", i), Name: "The " + title(l.invent(2)) + " " + []string{"Post", "Times", "Gazette", "Herald"}[i%4], Country: title(l.invent(3))})
	}
	l.room.Site = factcheck.Site{Title: "A library", Search: true, Verdicts: []factcheck.Verdict{{ID: "agree", Label: "Sources agree"}, {ID: "differ", Label: "Sources differ"}}}
	return l
}

// invent makes a word as English news has them, in their proportions: of letters
// at the beginning, c, p and s are the most common.
func (l *library) invent(syllables int) string {
	onsets := []string{"c", "c", "p", "p", "s", "s", "d", "m", "b", "r", "t", "f", "h", "l", "g", "w", "n", "v", "k", "j", "st", "tr", "pr", "pr", "con", "com", "re", "th", "sh", "ch", "gr", "qu", ""}
	vowels := []string{"a", "e", "i", "o", "u", "ea", "ou", "io"}
	codas := []string{"", "", "n", "r", "t", "s", "l", "nd", "ng", "rs", "st", "ck", "m"}
	var b strings.Builder
	for range syllables {
		b.WriteString(pick(l.r, onsets) + pick(l.r, vowels) + pick(l.r, codas))
	}
	return b.String()
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func (l *library) word() string {
	i, _ := slices.BinarySearch(l.sums, l.r.Float64()*l.sums[len(l.sums)-1])
	return l.words[min(i, len(l.words)-1)]
}

func (l *library) text(n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		if l.r.IntN(25) == 0 {
			fmt.Fprintf(&b, "%d", 1+l.r.IntN(3000))
			continue
		}
		b.WriteString(l.word())
	}
	return title(b.String())
}

// story returns a story of 5 articles and 3 claims, each with 4 wordings: 11
// pages of a site.
func (l *library) story(n int, people []string) (factcheck.Digest, Share) {
	d := factcheck.Digest{Story: fmt.Sprintf("%s-%s-%d", l.word(), l.word(), n), Title: l.text(7), Summary: l.text(40), Topics: []string{title(l.words[200+l.r.IntN(150)])}}
	var s Share
	for i := range 5 {
		a := factcheck.ArticleDigest{ID: fmt.Sprintf("%s-%d", l.word(), i), Name: l.text(9), Printed: true, Outlet: l.room.Outlets[l.r.IntN(len(l.room.Outlets))].ID, PublishedAs: "18 July 2021"}
		d.Articles = append(d.Articles, a)
		s.Bodies = append(s.Bodies, bodyOf(l.text(450)))
	}
	for i := range 3 {
		// Few people are asked often.
		who := people[int(float64(len(people))*math.Pow(l.r.Float64(), 3))]
		d.Claims = append(d.Claims, factcheck.ClaimDigest{ID: fmt.Sprintf("%s-%d", l.word(), i), Text: l.text(14), Conclusion: l.text(25), Claimant: who, Verdict: pick(l.r, []string{"agree", "differ"}), Topics: []string{title(l.words[200+l.r.IntN(150)])}})
		for j := range 4 {
			s.Quotes = append(s.Quotes, Quote{Claim: i, Article: d.Articles[j].ID, Siglum: string(rune('A' + j)), Text: l.text(24)})
		}
		d.Findings = append(d.Findings, factcheck.FindingDigest{Finding: factcheck.Finding{ID: fmt.Sprintf("figure-differs-%x", l.r.Uint32()), Claim: d.Claims[i].ID, Summary: l.text(25)}})
	}
	return d, s
}

func (l *library) site(stories int) (digests []factcheck.Digest, shares []Share) {
	var people []string
	for range stories {
		people = append(people, title(l.invent(2))+" "+title(l.invent(3)))
	}
	for n := range stories {
		d, s := l.story(n, people)
		digests, shares = append(digests, d), append(shares, s)
		l.room.Stories = append(l.room.Stories, d.Story)
	}
	return digests, shares
}

// queries returns what is asked of the library in a browser: the kind of query, a
// tabulator, and the query.
func (l *library) queries(digests []factcheck.Digest) string {
	var b strings.Builder
	ask := func(kind, query string) { fmt.Fprintf(&b, "%s\t%s\n", kind, query) }
	some := func(from, to int) string { return l.words[from+l.r.IntN(to-from)] }
	for _, c := range "abcdefghijklmnopqrstuvwxyz12" {
		ask("one letter", string(c))
		ask("two letters", string(c)+some(100, 20_000)[:1])
	}
	for i := range 40 {
		ask("most frequent", l.words[i])
		ask("three of the most frequent", some(0, 20)+" "+some(20, 60)+" "+some(60, 150))
		ask("one word", some(100, 5000)+" ")
		ask("rare word", some(30_000, len(l.words)))
		ask("three words", some(50, 1000)+" "+some(500, 5000)+" "+some(1000, 20_000))
		w := some(500, 30_000)
		ask("unfinished word", w[:max(3, len(w)-2)])
		d := &digests[l.r.IntN(len(digests))]
		ask("name", d.Claims[0].Claimant)
		ask("words of a claim", strings.Join(strings.Fields(d.Claims[1].Text)[2:7], " "))
		ask("a whole claim", d.Claims[2].Text)
		ask("mistake", l.mistake(some(500, 30_000))+" ")
		ask("mistake in an unfinished word", l.mistake(w[:max(4, len(w)-2)]))
		ask("three mistakes", l.mistake(some(500, 30_000))+" "+l.mistake(some(500, 30_000))+" "+l.mistake(some(500, 30_000)))
	}
	return b.String()
}

// mistake makes one in a word.
func (l *library) mistake(w string) string {
	i := l.r.IntN(len(w) - 1)
	switch l.r.IntN(4) {
	case 0:
		return w[:i] + w[i+1:]
	case 1:
		return w[:i] + string(rune('a'+l.r.IntN(26))) + w[i:]
	case 2:
		return w[:i] + string(rune('a'+l.r.IntN(26))) + w[i+1:]
	}
	return w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:]
}

// BenchmarkSite makes the index of a site of 20,000 pages. With
// CROSSCHECK_LIBRARY the files are written to that folder, for
// generator/sitetest's measurements in a browser.
func BenchmarkSite(b *testing.B) {
	l := newLibrary(75_000)
	digests, shares := l.site(1800)
	var files int
	var size, kept int
	for _, s := range shares {
		for _, q := range s.Quotes {
			kept += len(q.Text) + 64
		}
		for _, t := range s.Bodies {
			kept += len(t.Lead) + len(t.Often) + len(t.Once) + 48
		}
	}
	for b.Loop() {
		out := Site(&l.room, digests, shares)
		files, size = len(out), 0
		for _, f := range out {
			size += len(f.Bytes)
		}
		if dir := os.Getenv("CROSSCHECK_LIBRARY"); dir != "" {
			for _, f := range out {
				name := filepath.Join(dir, f.Path)
				if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
					b.Fatal(err)
				}
				if err := os.WriteFile(name, f.Bytes, 0o666); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	if dir := os.Getenv("CROSSCHECK_LIBRARY"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "queries.txt"), []byte(l.queries(digests)), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(files), "files")
	b.ReportMetric(float64(size)/(1<<20), "MB")
	b.ReportMetric(float64(kept)/(1<<20), "MB-shares")
}
