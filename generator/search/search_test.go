package search

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"crosscheck/generator/factcheck"
	"crosscheck/generator/site"
	"crosscheck/generator/words"
)

// index reads the files as search.js does, in the plainest way.
type index struct {
	t       *testing.T
	files   map[string]string
	meta    meta
	records [][4]string
	read    map[string]string
}

func readIndex(t *testing.T, files []site.File) *index {
	t.Helper()
	x := &index{t: t, files: map[string]string{}, read: map[string]string{}}
	for _, f := range files {
		key, ok := strings.CutPrefix(strings.TrimSuffix(f.Path, ".js"), "assets/search/")
		call, ok2 := strings.CutPrefix(string(f.Bytes), `crosscheckIndex("`+key+`",`)
		value, ok3 := strings.CutSuffix(call, ")\n")
		if !ok || !ok2 || !ok3 || !json.Valid([]byte(value)) {
			t.Fatalf("%s is %.80q", f.Path, f.Bytes)
		}
		if strings.ContainsAny(value, "<>\u2028\u2029") {
			t.Errorf("%s holds a character that a script may not", f.Path)
		}
		x.files[key] = value
	}
	if err := json.Unmarshal([]byte(x.files["index"]), &x.meta); err != nil {
		t.Fatal(err)
	}
	for n := 0; x.files["r/"+strconv.Itoa(n)] != ""; n++ {
		var block [][4]string
		if err := json.Unmarshal([]byte(x.files["r/"+strconv.Itoa(n)]), &block); err != nil {
			t.Fatal(err)
		}
		x.records = append(x.records, block...)
	}
	if len(x.records) != x.meta.N {
		t.Fatalf("%d records of %d documents", len(x.records), x.meta.N)
	}
	return x
}

func (x *index) text(key string) string {
	x.t.Helper()
	if s, ok := x.read[key]; ok {
		return s
	}
	var s string
	if err := json.Unmarshal([]byte(x.files[key]), &s); err != nil {
		x.t.Fatalf("%s: %v", key, err)
	}
	x.read[key] = s
	return s
}

type cursor struct{ s string }

func (c *cursor) number() int {
	for n := 0; ; {
		d := strings.IndexByte(digits, c.s[0])
		c.s = c.s[1:]
		if d < finals {
			return n*finals + d
		}
		n = n*leaders + d - finals
	}
}

// units takes that many UTF-16 units.
func (c *cursor) units(n int) string {
	i := 0
	for n > 0 {
		r, size := utf8.DecodeRuneInString(c.s[i:])
		n -= units(string(r))
		i += size
	}
	s := c.s[:i]
	c.s = c.s[i:]
	return s
}

// find returns the documents of a term, or of a prefix with an asterisk, with
// their levels, as they are listed; nil if the term is not there.
func (x *index) find(term string) (docs []int, levelOf map[int]int, df int) {
	table := strings.Split(x.meta.Terms, " ")
	n := 0
	for n+1 < len(table) && compare(table[n+1], term) <= 0 {
		n++
	}
	c := cursor{x.text("t/" + strconv.Itoa(n))}
	at, part, from := "", 0, 0
	for c.s != "" {
		shared := cursor{at}
		head := shared.units(c.number())
		at = head + c.units(c.number())
		df = c.number()
		length := c.number()
		if from > 0 && from+length > partSize {
			part, from = part+1, 0
		}
		if at == term {
			p := cursor{x.text("p/" + strconv.Itoa(n) + "-" + strconv.Itoa(part))[from:]}
			limit := maxPostings
			if strings.HasSuffix(term, "*") {
				limit = maxUnion
			}
			levelOf = map[int]int{}
			mask, left := p.number(), min(df, limit)
			for l := levels - 1; l >= 0; l-- {
				if mask>>l&1 == 0 {
					continue
				}
				k := left
				if mask&(1<<l-1) != 0 {
					k = p.number()
				}
				left -= k
				for doc := 0; k > 0; k-- {
					doc += p.number()
					docs = append(docs, doc)
					levelOf[doc] = l
					doc++
				}
			}
			return docs, levelOf, df
		}
		from += length
	}
	return nil, nil, 0
}

// What both sides have to know stands in both.
func TestScriptKnowsTheFormat(t *testing.T) {
	script, err := os.ReadFile("../../static/search.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		strconv.Quote(digits), fmt.Sprintf("d >= %d", finals), fmt.Sprintf("n * %d + d - %d", leaders, finals),
		fmt.Sprintf("from + length > %d", partSize), fmt.Sprintf("e.many ? %d : %d", maxUnion, maxPostings),
		fmt.Sprintf("let l = %d; l >= 0", levels-1), fmt.Sprintf("size <= %d", longestHead), fmt.Sprintf("word.slice(s, s + %d)", keyLength),
		fmt.Sprintf("slice(0, open ? %d", unionTerms),
	} {
		if !strings.Contains(string(script), want) {
			t.Errorf("search.js has no %s", want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, n := range []int{0, 1, 61, 62, 63, 1673, 1674, 45_000, 1 << 30, math.MaxInt32} {
		b := string(appendNumber(nil, n))
		if c := (cursor{b}); c.number() != n || c.s != "" {
			t.Errorf("%d is written %q", n, b)
		}
	}
}

func TestTermsAreInTheOrderOfJavaScript(t *testing.T) {
	list := []string{"a", "a*", "a0", "aa", "b", "é", "я", "中", "\U00010400", "\U0001f600x", "ff", "\uff41"}
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, compare)
	want := []string{"a", "a*", "a0", "aa", "b", "ff", "é", "я", "中", "\U00010400", "\U0001f600x", "\uff41"}
	if !slices.Equal(sorted, want) {
		t.Errorf("%q", sorted)
	}
}

// Whatever is on the site is found by each of its words, in the right kind.
func TestEverythingIsFoundByEachOfItsWords(t *testing.T) {
	l := newLibrary(3000)
	digests, shares := l.site(10)
	digests[3].Claims[1].Text = `</script><script>alert("1")</script> & ` + "a\u2028b 北京大学 Straße O’Brien \U00010400 ａｂ"
	x := readIndex(t, Site(&l.room, digests, shares))
	kindStart := append(slices.Clone(x.meta.Kinds), x.meta.N)
	number := func(k kind, title string) int {
		for d := kindStart[k]; d < kindStart[k+1]; d++ {
			if x.records[d][1] == clipped(title, 300) {
				return d
			}
		}
		t.Fatalf("no document of kind %d is called %q", k, title)
		return 0
	}
	check := func(k kind, title, text string, least int) {
		doc := number(k, title)
		for _, term := range words.Terms(text) {
			docs, levelOf, df := x.find(term)
			if !slices.Contains(docs, doc) {
				if df <= maxPostings {
					t.Errorf("%q does not find %q", term, title)
				}
			} else if levelOf[doc] < least {
				t.Errorf("%q weighs %d in %q", term, levelOf[doc], title)
			}
		}
	}
	for i := range digests {
		d := &digests[i]
		check(storyKind, d.Title, d.Title+" "+d.Summary, 2)
		for _, c := range d.Claims {
			check(claimKind, c.Text, c.Text+" "+c.Conclusion+" "+c.Claimant, 2)
			check(claimantKind, c.Claimant, c.Claimant, 3)
		}
		for j, a := range d.Articles {
			check(articleKind, a.Name, a.Name, 2)
			check(articleKind, a.Name, shares[i].Bodies[j].Once, 0)
		}
		for _, q := range shares[i].Quotes {
			check(quoteKind, q.Text, q.Text, 2)
		}
		for _, f := range d.Findings {
			check(findingKind, f.Summary, f.Summary, 2)
		}
	}
	for _, o := range l.room.Outlets {
		check(outletKind, o.Name, o.Name, 3)
	}
}

// A prefix of many terms has the documents of them all, at their best.
func TestPrefixOfManyTermsIsATermOfItsOwn(t *testing.T) {
	l := newLibrary(3000)
	digests, shares := l.site(40)
	x := readIndex(t, Site(&l.room, digests, shares))
	found := 0
	for _, prefix := range []string{"c", "p", "s", "co", "1", "2"} {
		union, levelOf, df := x.find(prefix + "*")
		if union == nil {
			continue
		}
		found++
		if want := min(df, maxUnion); len(union) != want {
			t.Errorf("%s* lists %d of %d documents", prefix, len(union), df)
		}
		lowest := levels
		for _, l := range levelOf {
			lowest = min(lowest, l)
		}
		for _, w := range l.words {
			if !strings.HasPrefix(w, prefix) {
				continue
			}
			_, of, _ := x.find(w)
			for doc, l := range of {
				if at, ok := levelOf[doc]; ok && at < l || !ok && l > lowest {
					t.Errorf("%s weighs %d in document %d, %s* %d", w, l, doc, prefix, at)
				}
			}
		}
	}
	if found < 4 {
		t.Errorf("only %d prefixes are terms", found)
	}
}

// No file grows with the site, whatever stands on it.
func TestFilesStaySmall(t *testing.T) {
	l := newLibrary(3000)
	digests, shares := l.site(60)
	long := strings.Repeat("\"\\<北", 4000)
	digests[0].Claims[0].Text, digests[0].Claims[0].Claimant = long, long
	shares[1].Bodies[0] = bodyOf(long)
	for _, f := range Site(&l.room, digests, shares) {
		if len(f.Bytes) > 5000 {
			t.Errorf("%s has %d bytes", f.Path, len(f.Bytes))
		}
	}
}

func TestSameSiteGivesTheSameIndex(t *testing.T) {
	l := newLibrary(1000)
	digests, shares := l.site(10)
	first := Site(&l.room, digests, shares)
	for range 3 {
		again := Site(&l.room, digests, shares)
		if !slices.EqualFunc(first, again, func(a, b site.File) bool { return a.Path == b.Path && string(a.Bytes) == string(b.Bytes) }) {
			t.Fatal("the files differ")
		}
	}
}

func TestIndexOfAnEmptySite(t *testing.T) {
	x := readIndex(t, Site(&factcheck.Newsroom{}, nil, nil))
	if x.meta.N != 0 || len(x.meta.Kinds) != int(kinds) {
		t.Errorf("%+v", x.meta)
	}
}
