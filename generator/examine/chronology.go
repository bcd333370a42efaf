package examine

import (
	"slices"
	"strings"

	"crosscheck/generator/engine/timex"
	"crosscheck/generator/factcheck"
	"crosscheck/generator/words"
)

// chronology finds every date expression of a story's articles that names a
// day, week, month or year, and resolves it against its article's publication
// date. Durations say nothing of a day and come apart; sets and “now” are left
// out.
func chronology(story *factcheck.Story, said *speech) (c factcheck.Chronology, durations []factcheck.DateStatement) {
	for i := range story.Articles {
		a := &story.Articles[i]
		options := timex.Options{Published: a.Published.Day, Language: a.Language}
		for _, part := range []factcheck.Part{factcheck.Title, factcheck.PublishedAs, factcheck.Body} {
			text := a.Text(part)
			expressions := timex.Tag(text, options)
			if len(expressions) == 0 {
				continue
			}
			sentences, at := words.Sentences(text), 0
			for _, e := range expressions {
				if e.Type != timex.Duration && !speaksOfDays(e, text[e.Start:e.End]) {
					continue
				}
				for at+1 < len(sentences) && sentences[at+1].Start <= e.Start {
					at++
				}
				around := words.Span{Start: e.Start, End: e.End}
				if at < len(sentences) {
					around = sentences[at]
				}
				s := factcheck.DateStatement{
					Passage:    factcheck.Passage{Article: a.ID, Part: part, Start: e.Start, End: e.End},
					Expression: e,
					Spoken:     said.quoted(a.ID, part, e.Start, e.End),
					Sentence:   inSight(text, factcheck.Passage{Article: a.ID, Part: part, Start: min(around.Start, e.Start), End: max(around.End, e.End)}, e.Start, e.End),
				}
				if e.Type == timex.Duration {
					durations = append(durations, s)
				} else {
					c.Statements = append(c.Statements, s)
				}
			}
		}
	}
	return c, durations
}

// speaksOfDays reports whether an expression names a day or a longer stretch of
// the calendar. A mere hour or part of the day (“the morning”, “21:55”) does
// not; “this morning” and “Sunday evening” do.
func speaksOfDays(e timex.Expression, written string) bool {
	switch {
	case e.Name || e.Grain == timex.NoGrain:
		return false
	case e.Type == timex.Date:
		return true
	case e.Type != timex.Time || e.Earliest.IsZero():
		return false
	case e.HasWeekday || e.Explicit || e.YearInferred:
		return true
	}
	first, _, _ := strings.Cut(strings.ToLower(written), " ")
	switch first {
	case "this", "last", "yesterday", "tomorrow", "tonight":
		return true
	}
	return false
}

// calendar holds a story's date statements by article for the rules that read
// them.
type calendar struct {
	room    *factcheck.Newsroom
	story   *factcheck.Story
	cases   []factcheck.Case
	article map[string][]factcheck.DateStatement // in the order of title, published_as, body
	parts   map[partOfArticle][]factcheck.DateStatement
	lasting map[string][]factcheck.DateStatement // durations, likewise

	// Articles whose date lies far from the day they report as news: what their
	// relative days are counted from is uncertain.
	doubtful map[string]bool

	late       []factcheck.Finding             // what makes dates doubtful
	misfit     map[factcheck.Passage]bool      // statements that do not fit the words beside them
	companions map[string][]*factcheck.Article // documents of the same claims, by article
	events     []eventPair                     // mentions of one event
	nouns      [][]namedEvent                  // events by the nouns they are called
	age        map[string]*factcheck.Age       // of undated articles, if anything tells
}

func newCalendar(room *factcheck.Newsroom, book *factcheck.Casebook, c factcheck.Chronology, durations []factcheck.DateStatement) *calendar {
	cal := &calendar{
		room: room, story: &book.Story, cases: book.Cases,
		article:    map[string][]factcheck.DateStatement{},
		parts:      map[partOfArticle][]factcheck.DateStatement{},
		lasting:    map[string][]factcheck.DateStatement{},
		doubtful:   map[string]bool{},
		misfit:     map[factcheck.Passage]bool{},
		companions: companions(book),
		age:        map[string]*factcheck.Age{},
	}
	for _, s := range c.Statements {
		cal.article[s.Passage.Article] = append(cal.article[s.Passage.Article], s)
		part := partOfArticle{s.Passage.Article, s.Passage.Part}
		cal.parts[part] = append(cal.parts[part], s)
	}
	for _, s := range durations {
		cal.lasting[s.Passage.Article] = append(cal.lasting[s.Passage.Article], s)
	}
	// Each of these counts with the ones before.
	for i := range book.Story.Articles {
		a := &book.Story.Articles[i]
		if f, ok := lateReport(cal, a); ok {
			cal.late = append(cal.late, f)
			cal.doubtful[a.ID] = true
		}
	}
	for i := range book.Story.Articles {
		cal.misfits(book.Story.Articles[i].ID)
	}
	cal.events = cal.eventPairs()
	cal.nouns = cal.eventNouns()
	for i := range book.Story.Articles {
		if a := &book.Story.Articles[i]; !a.Published.Known() {
			if age := ageOf(cal, a); age != nil {
				cal.age[a.ID] = age
			}
		}
	}
	return cal
}

// ages returns what is inferred of undated articles, in the story's order.
func (c *calendar) ages() []factcheck.Age {
	var ages []factcheck.Age
	for i := range c.story.Articles {
		if age := c.age[c.story.Articles[i].ID]; age != nil {
			ages = append(ages, *age)
		}
	}
	return ages
}

// in returns the date statements of an article's part, in reading order.
func (c *calendar) in(article string, part factcheck.Part) []factcheck.DateStatement {
	return c.parts[partOfArticle{article, part}]
}

// partOfArticle names a field of an article.
type partOfArticle struct {
	article string
	part    factcheck.Part
}

// datesOf returns the date statements of an article's body, and with them what it
// announces “in two days” or “in three weeks”: a length, counted from its date.
func (c *calendar) datesOf(a *factcheck.Article) []factcheck.DateStatement {
	all := slices.Clip(c.in(a.ID, factcheck.Body))
	if a.Published.Day.IsZero() || c.doubtful[a.ID] {
		return all
	}
	own := len(all)
	for _, l := range c.lasting[a.ID] {
		n := l.Expression.Length
		if l.Passage.Part != factcheck.Body || n.Count == 0 || c.around(l).last(1) != "in" || !announces(c.around(l)) {
			continue
		}
		s := l
		s.Expression.Type = timex.Date
		s.Expression.Earliest, s.Expression.Latest = a.Published.Day.Add(n.Min), a.Published.Day.Add(n.Max)
		switch {
		case n.Max == 0 || n.Max > 70:
			continue
		case n.Unit == timex.GrainDay:
			s.Expression.Grain = timex.GrainDay
		default: // weeks and months are counted loosely
			s.Expression.Grain = timex.GrainWeek
			s.Expression.Earliest, s.Expression.Latest = s.Expression.Earliest.Add(-3), s.Expression.Latest.Add(3)
		}
		all = append(all, s)
	}
	if len(all) > own {
		slices.SortStableFunc(all, func(x, y factcheck.DateStatement) int { return x.Passage.Start - y.Passage.Start })
	}
	return all
}

// announces reports a sentence that speaks of what is to come.
func announces(s surroundings) bool {
	return slices.Contains(s.before, "will") || slices.Contains(s.before, "to") || slices.ContainsFunc(s.before, func(w string) bool { return phaseOf(w) != whole && strings.HasSuffix(w, "s") })
}

// inSentence returns the date statements of the sentence in which a statement of
// a body stands, itself included.
func (c *calendar) inSentence(s factcheck.DateStatement) []factcheck.DateStatement {
	body := c.in(s.Passage.Article, factcheck.Body)
	from, _ := slices.BinarySearchFunc(body, s.Sentence.Start, func(o factcheck.DateStatement, at int) int { return o.Passage.Start - at })
	to := from
	for to < len(body) && body[to].Passage.Start < s.Sentence.End {
		to++
	}
	return body[from:to:to]
}

// sight is how many bytes of a sentence are looked at, and quoted, on either side
// of a date: far more than a sentence has, unless a text has no stops.
const sight = 600

// inSight cuts an overlong sentence to what lies near the expression in it, at
// white space where there is any.
func inSight(text string, p factcheck.Passage, start, end int) factcheck.Passage {
	if from := start - sight; p.Start < from {
		p.Start = start
		if n := strings.IndexAny(text[from:start], " \t\n"); n >= 0 {
			p.Start = from + n + 1
		}
	}
	if to := end + sight; p.End > to {
		p.End = end
		if n := strings.LastIndexAny(text[end:to], " \t\n"); n >= 0 {
			p.End = end + n
		}
	}
	return p
}

// quote returns a date statement with the sentence around it as evidence.
func (c *calendar) quote(s factcheck.DateStatement, note string) factcheck.Evidence {
	return evidence(c.story.Article(s.Passage.Article), s.Sentence, note)
}

// words returns a date statement's own words.
func (c *calendar) words(s factcheck.DateStatement) string {
	a := c.story.Article(s.Passage.Article)
	return a.Text(s.Passage.Part)[s.Passage.Start:s.Passage.End]
}

// dated returns the printed date line as evidence, if the document prints one.
func dated(a *factcheck.Article, note string) []factcheck.Evidence {
	if strings.TrimSpace(a.PublishedAs) == "" {
		return nil
	}
	return []factcheck.Evidence{evidence(a, factcheck.Passage{Article: a.ID, Part: factcheck.PublishedAs, Start: 0, End: len(a.PublishedAs)}, note)}
}

// day reports whether a statement names one day.
func day(s factcheck.DateStatement) bool {
	return s.Expression.Grain == timex.GrainDay || s.Expression.Grain == timex.GrainTime
}

// resolved reports whether a statement names one day that is known. A relative
// day of a document whose own date is in doubt is not.
func (c *calendar) resolved(s factcheck.DateStatement) bool {
	return resolved(s) && !c.misfit[s.Passage] && !(c.doubtful[s.Passage.Article] && relative(s))
}

// resolved reports whether a statement names one day, as counted from the date
// that its document bears.
func resolved(s factcheck.DateStatement) bool {
	e := s.Expression
	return day(s) && !e.Earliest.IsZero() && e.Earliest == e.Latest && !e.Ambiguous
}

// claimDates returns, for each article that a claim quotes, the date
// expressions of the sentences that its passages lie in.
func claimDates(c *calendar, k factcheck.Case) []factcheck.ClaimDate {
	var dates []factcheck.ClaimDate
	at := map[string]int{}
	for _, w := range k.Witnesses {
		i, ok := at[w.Wording.Article]
		if !ok {
			i = len(dates)
			at[w.Wording.Article] = i
			dates = append(dates, factcheck.ClaimDate{Article: w.Wording.Article})
		}
		for _, s := range c.article[w.Wording.Article] {
			if s.Passage.Part != factcheck.PublishedAs && beside(s, w.Passages) && !listed(dates[i].Statements, s) {
				dates[i].Statements = append(dates[i].Statements, s)
			}
		}
	}
	return dates
}

// beside reports whether a statement's sentence overlaps one of the passages.
func beside(s factcheck.DateStatement, passages []factcheck.Passage) bool {
	for _, p := range passages {
		if p.Part == s.Sentence.Part && p.Start < s.Sentence.End && s.Sentence.Start < p.End {
			return true
		}
	}
	return false
}

func listed(list []factcheck.DateStatement, s factcheck.DateStatement) bool {
	for _, other := range list {
		if other.Passage == s.Passage {
			return true
		}
	}
	return false
}
