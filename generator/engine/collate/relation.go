package collate

import (
	"math"
	"math/bits"
	"slices"
	"strings"
)

// A relation tells how two words belong together, whatever stands around them,
// from the loosest to the closest.
type relation uint8

const (
	apart      relation = iota // a mark and a word
	mixed                      // a function word and a content word
	foreign                    // two content words with nothing in common
	functional                 // two function words of different groups
	marks                      // two different marks
	figures                    // two different numbers or dates
	letters                    // words with many letters in common
	sisters                    // two things of one sort
	grouped                    // two function words of one group
	broader                    // a word and one for a wider thing
	akin                       // synonyms in a rarer meaning
	synonym                    // synonyms
	phrasal                    // in phrases that stand for each other, an abbreviation and its words
	derived                    // words of one family: decide, decision
	inflected                  // forms of one word
	respelled                  // favour, favor; U.S., US
	equal                      // two spellings of one number, or of one mark
	identical
	relations
)

// Bits of kinship between two words, as the lexicon has it.
const (
	kinMain uint8 = 1 << iota
	kinRest
	kinAbove
	kinSister
	kinLemma
	kinFamily
	kinOpposite
)

// A tie says that a lexeme has a meaning or belongs to a family.
type tie struct {
	sense uint32
	word  int32
	role  uint8
}

// Roles of a tie.
const (
	roleMain uint8 = iota
	roleRest
	roleAbove
	roleLemma
	roleKin
	roleOpposite
)

// kinships is what a tie of one role and a tie of another make.
var kinships = [6][6]uint8{
	roleMain:     {roleMain: kinMain, roleRest: kinRest, roleAbove: kinAbove},
	roleRest:     {roleMain: kinRest, roleRest: kinRest, roleAbove: kinAbove},
	roleAbove:    {roleMain: kinAbove, roleRest: kinAbove, roleAbove: kinSister},
	roleLemma:    {roleLemma: kinLemma, roleKin: kinFamily, roleOpposite: kinOpposite},
	roleKin:      {roleLemma: kinFamily, roleKin: kinFamily},
	roleOpposite: {roleLemma: kinOpposite},
}

// relate looks all lexemes up in the lexicon and works out how each two of
// them belong together. Only words that share a meaning or a family are ever
// compared by it, so the cost grows with the number of lexemes, not of pairs.
func (v *vocabulary) relate() {
	v.stride = len(v.lexemes)
	if v.stride > manyLexemes {
		return
	}
	v.relations = make([]relation, v.stride*v.stride)
	kin := make([]uint8, v.stride*v.stride)
	ties := v.ties()
	for i := 0; i < len(ties); {
		j := i + 1
		for j < len(ties) && ties[j].sense == ties[i].sense {
			j++
		}
		for a := i; a < j; a++ {
			for b := i; b < a; b++ {
				x, y := ties[a], ties[b]
				k := kinships[x.role][y.role]
				kin[int(x.word)*v.stride+int(y.word)] |= k
				kin[int(y.word)*v.stride+int(x.word)] |= k
			}
		}
		i = j
	}
	v.kin = kin
	for a := range v.lexemes {
		v.relations[a*v.stride+a] = identical
		for b := range a {
			r := related(&v.lexemes[a], &v.lexemes[b], kin[a*v.stride+b])
			v.relations[a*v.stride+b] = r
			v.relations[b*v.stride+a] = r
		}
	}
}

// ties looks all lexemes up in the lexicon; the ties of one meaning or family
// follow one another.
func (v *vocabulary) ties() []tie {
	ties := make([]tie, 0, 16*len(v.lexemes))
	for i := range v.lexemes {
		x := &v.lexemes[i]
		if !x.class.has(wordlike) || x.class.has(number|compact) || x.class.has(function) && !x.class.has(negation) && x.group != groupAdverb {
			continue
		}
		s := lookup(strings.TrimSuffix(x.plain, "."), false)
		x.pos = s.pos
		x.known = s.pos != 0
		x.used = s.used
		x.proper = s.proper
		add := func(list []uint32, role uint8, base uint32) {
			for _, n := range list {
				ties = append(ties, tie{base + n, int32(i), role})
			}
		}
		const words = 1 << 24
		add(s.main, roleMain, 0)
		add(s.rest, roleRest, 0)
		add(s.above, roleAbove, 0)
		add(s.lemmas, roleLemma, words)
		add(s.kin, roleKin, words)
		add(s.opposite, roleOpposite, words)
	}
	slices.SortFunc(ties, func(a, b tie) int {
		if a.sense != b.sense {
			return int(a.sense) - int(b.sense)
		}
		return int(a.word) - int(b.word)
	})
	return ties
}

// related returns the closest relation of two different lexemes.
func related(a, b *lexeme, kin uint8) relation {
	if a.class.has(wordlike) != b.class.has(wordlike) {
		return apart
	}
	if a.class.has(punct) && b.class.has(punct) {
		if a.plain == b.plain {
			return equal
		}
		return marks
	}
	if (a.class | b.class).has(compact) && !(a.class | b.class).has(number) {
		return relatedDates(a, b)
	}
	if a.class.has(number) || b.class.has(number) {
		if (a.class | b.class).has(compact) && (a.class | b.class).has(date) {
			return relatedDates(a, b)
		}
		switch {
		case !a.class.has(number) || !b.class.has(number):
			if a.plain == b.plain {
				return respelled
			}
			if a.class.has(function) || b.class.has(function) {
				return mixed
			}
			return foreign
		case a.exact && b.exact && a.value == b.value:
			return equal
		case a.exact && b.exact:
			return figures // 1.5, 15
		case a.plain == b.plain:
			return respelled
		}
		return figures
	}
	if a.plain == b.plain {
		return respelled
	}
	if approximates(a.key) && approximates(b.key) {
		return synonym
	}
	f, g := a.class.has(function), b.class.has(function)
	switch {
	case f && g:
		switch {
		case written(a.key) == written(b.key):
			return respelled
		case a.stem == b.stem:
			return inflected
		case a.group == b.group:
			return grouped
		}
		return functional
	case kin&kinLemma != 0:
		return inflected
	case f != g && kin&kinMain == 0:
		return mixed
	case british(a.plain, b.plain):
		return respelled
	case a.stem == b.stem || british(a.stem, b.stem):
		return inflected
	case denies(a.stem, b.stem) && (kin != 0 || a.known && b.known):
		return letters
	case kin&kinMain != 0:
		return synonym
	case kin&kinFamily != 0:
		return derived
	case kin&kinRest != 0:
		return akin
	case kin&kinAbove != 0:
		return broader
	case a.class.has(date) && b.class.has(date) && isWeekday(a.key) == isWeekday(b.key):
		return figures
	}
	if byLetters(a, b) >= 0.6 {
		return letters
	}
	if kin&kinSister != 0 {
		return sisters
	}
	return foreign
}

// relatedDates is related where one of the two is a date of several words.
func relatedDates(a, b *lexeme) relation {
	if a.when == (moment{}) || b.when == (moment{}) {
		if a.class.has(function) || b.class.has(function) {
			return mixed
		}
		return foreign
	}
	switch agree, clash := a.when.common(b.when); {
	case clash || !agree:
		return figures
	case a.when.sameDay(b.when):
		return equal
	}
	return phrasal
}

// manyLexemes is how many different words are compared without the lexicon: the
// tables of their relations grow with the square. No statement is so long.
const manyLexemes = 4000

// relation returns how two lexemes belong together.
func (v *vocabulary) relation(a, b int32) relation {
	if v.relations == nil {
		if a == b {
			return identical
		}
		return related(&v.lexemes[a], &v.lexemes[b], 0)
	}
	return v.relations[int(a)*v.stride+int(b)]
}

// describe looks up what the lexicon says of the lexemes' meanings, the first
// time that links are asked for; the table does without.
func (v *vocabulary) describe() {
	v.described.Do(func() {
		for i := range v.lexemes {
			x := &v.lexemes[i]
			if !x.known {
				continue
			}
			s := lookup(strings.TrimSuffix(x.plain, "."), true)
			slices.Sort(s.about)
			x.about = slices.Compact(s.about)
			for _, n := range x.about {
				x.weight += float32(bits.Len32(n))
			}
		}
	})
}

// kindred returns from 0 to 1 how much of what describes two words in the
// lexicon is the same, rare terms weighing more (after Lesk 1986, and the gloss
// vectors of Patwardhan and Pedersen 2006).
func kindred(a, b *lexeme) float32 {
	if a.weight == 0 || b.weight == 0 {
		return 0
	}
	sum := 0
	for i, j := 0, 0; i < len(a.about) && j < len(b.about); {
		switch x, y := a.about[i], b.about[j]; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			sum += bits.Len32(x)
			i++
			j++
		}
	}
	return float32(float64(sum) / math.Sqrt(float64(a.weight)*float64(b.weight)))
}
