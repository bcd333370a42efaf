package figure

import (
	"math"
	"slices"
)

// Relation tells how two figures stand to each other.
type Relation string

// Relations between two figures.
const (
	Same       Relation = "same"       // the same number of the same thing, bounded alike
	Compatible Relation = "compatible" // both can be true: rounded, a range, “more than”
	Conflict   Relation = "conflict"   // the same thing counted, and not both can be true
	Other      Relation = "other"      // not the same thing counted
)

// Reason tells why two figures that are not written alike can both be true.
type Reason string

// Reasons for Compatible.
const (
	Range      Reason = "range"       // one is a range that holds the other
	Overlap    Reason = "overlap"     // both are ranges, and overlap
	LowerBound Reason = "lower-bound" // one is “more than” or “at least”
	UpperBound Reason = "upper-bound" // one is “up to” or “fewer than”
	Roughly    Reason = "roughly"     // one is “about” or “nearly”
	Open       Reason = "open"        // one is a word for many: dozens
	Rounded    Reason = "rounded"     // one is written to fewer places
	Converted  Reason = "converted"   // in other units
	Named      Reason = "named"       // the same number, with a wider or another noun for people
)

// Compare tells whether two figures say the same. Figures of different kinds, or
// that count things with different nouns, are Other: it is never guessed that two
// nouns mean the same, but for spelling, abbreviations, units that convert into
// each other, and “people” for any noun of persons; then only an agreement is
// seen, not a conflict, as the people may be others. Nor are the dead compared
// with the hurt, or with people of whom nothing is said. A number without a noun
// agrees with an equal one, and is else Other: it may count anything. Compare is
// symmetric.
func Compare(a, b Figure) Relation {
	r, _ := Relate(a, b)
	return r
}

// Relate is Compare with the reason for what is Compatible.
func Relate(a, b Figure) (Relation, Reason) {
	ua, ub := counted(a), counted(b)
	switch {
	case proportion(a.Kind) && proportion(b.Kind):
		if a.Of != "" && b.Of != "" && !alike(spelled(a.Of), spelled(b.Of)) {
			return Other, ""
		}
		return Numbers(a, b)
	case a.Kind != b.Kind && !(spanning(a.Kind) && spanning(b.Kind)):
		return Other, ""
	case a.Kind == Money:
		if a.Currency != b.Currency && a.Currency != "" && b.Currency != "" {
			return Other, ""
		}
		if ua != ub {
			if minor(ua, ub) {
				return Numbers(scaled(a, 0.01), b)
			}
			if minor(ub, ua) {
				return Numbers(a, scaled(b, 0.01))
			}
			return Other, ""
		}
		return Numbers(a, b)
	case a.Kind == Count && b.Kind == Count && a.Whole != b.Whole:
		// All districts, and those that were taken.
		if r, why := Numbers(a, b); r == Same && ua == ub {
			return r, why
		}
		return Other, ""
	case a.Kind == Count && a.Fate != b.Fate:
		// Twelve on board and twelve dead may be the same twelve; if the numbers
		// differ, the people do too.
		if a.Fate != "" && b.Fate != "" {
			return Other, ""
		}
		if r, why := Numbers(a, b); r == Same && (ua == ub || ua == "" || ub == "") {
			return r, why
		}
		return Other, ""
	case ua == ub && ua != "":
		return Numbers(a, b)
	case ua == "" || ub == "":
		if a.Kind == Count && a.Value == b.Value && a.Modifier != Many && b.Modifier != Many {
			return Numbers(a, b)
		}
		return Other, ""
	}
	da, sa := sizeOf(ua)
	db, sb := sizeOf(ub)
	if da != noDimension && da == db && da != other && da != temperature && sa > 0 && sb > 0 {
		x, y := scaled(a, sa), scaled(b, sb)
		if math.Abs(x.Value-y.Value) <= 0.06*max(math.Abs(x.Value), math.Abs(y.Value)) {
			return Compatible, Converted
		}
		if overlap(x, y) {
			return Compatible, reason(x, y)
		}
		return Conflict, ""
	}
	if a.Kind == Count && b.Kind == Count && human(ua) && human(ub) && a.Modifier == b.Modifier && a.Value == b.Value && !a.Range && !b.Range {
		return Compatible, Named
	}
	return Other, ""
}

// counted returns what a figure counts, as it is compared: twelve dead are
// twelve people, of whom Fate says that they are dead.
func counted(f Figure) string {
	if f.Kind == Count && f.befallen() {
		return "people"
	}
	return spelled(f.Unit)
}

// minor reports that a is the hundredth part of b.
func minor(a, b string) bool {
	return a == "cent" && (b == "dollar" || b == "euro") || a == "penny" && b == "pound"
}

func people(u string) bool { return u == "people" || u == "person" }

func alike(a, b string) bool { return a == b || people(a) && people(b) }

func proportion(k Kind) bool { return k == Percent || k == Share }

func spanning(k Kind) bool { return k == Measure || k == Duration }

// proportional turns a share into per cent.
func proportional(f Figure) Figure {
	if f.Kind == Share {
		f = scaled(f, 100)
		f.Step = 1
	}
	return f
}

func scaled(f Figure, by float64) Figure {
	f.Value *= by
	f.Low *= by
	f.High *= by
	f.Step *= by
	return f
}

// spelled makes the spellings of a unit alike.
func spelled(u string) string {
	switch u {
	case "person", "persons":
		return "people"
	case "kilometre":
		return "kilometer"
	case "metre":
		return "meter"
	case "litre":
		return "liter"
	case "traveller":
		return "traveler"
	case "worshipper":
		return "worshiper"
	case "storey":
		return "story"
	case "centre":
		return "center"
	case "theatre":
		return "theater"
	case "neighbour":
		return "neighbor"
	case "labourer":
		return "laborer"
	case "harbour":
		return "harbor"
	case "programme":
		return "program"
	case "tyre":
		return "tire"
	case "aeroplane", "airplane":
		return "plane"
	case "policewoman":
		return "policeman"
	case "demonstrator":
		return "protester"
	case "house":
		return "home"
	}
	return u
}

// Numbers compares two figures that are known to count the same thing, whatever
// their nouns. A share is compared with a percentage as such.
func Numbers(a, b Figure) (Relation, Reason) {
	if proportion(a.Kind) && proportion(b.Kind) {
		a, b = proportional(a), proportional(b)
	}
	equal := close(a.Value, b.Value) && a.Range == b.Range && (!a.Range || close(a.High, b.High))
	if equal && (a.Modifier == b.Modifier || plain(a.Modifier) && plain(b.Modifier)) {
		return Same, ""
	}
	// More than 20 and fewer than 20 touch and exclude each other.
	if touchOnly(a, b) {
		return Conflict, ""
	}
	if blurred(a) && blurred(b) && math.Abs(a.Value-b.Value) > max(slack(a), slack(b)) {
		return Conflict, "" // about 300, about 380
	}
	if overlap(a, b) {
		return Compatible, reason(a, b)
	}
	if rounds(a, b) || rounds(b, a) {
		return Compatible, Rounded
	}
	return Conflict, ""
}

// blurred reports a figure that its modifier takes for an approximate one.
func blurred(f Figure) bool { return !f.Range && (f.Modifier == About || f.Modifier == Almost) }

// reason names what lets two figures both be true.
func reason(a, b Figure) Reason {
	is := func(ms ...Modifier) bool { return slices.Contains(ms, a.Modifier) || slices.Contains(ms, b.Modifier) }
	switch {
	case is(Many):
		return Open
	case is(MoreThan, AtLeast):
		return LowerBound
	case is(LessThan, UpTo):
		return UpperBound
	case a.Range && b.Range:
		return Overlap
	case a.Range || b.Range:
		return Range
	case is(About, Almost):
		return Roughly
	}
	return Rounded
}

func plain(m Modifier) bool { return m == Plain || m == Exactly }

func close(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-9*max(math.Abs(a), math.Abs(b))
}

func overlap(a, b Figure) bool { return a.Low <= b.High*(1+1e-12) && b.Low <= a.High*(1+1e-12) }

func touchOnly(a, b Figure) bool {
	return a.Modifier == MoreThan && b.Modifier == LessThan && a.Value >= b.Value ||
		a.Modifier == LessThan && b.Modifier == MoreThan && b.Value >= a.Value
}

// rounds reports that a is b written to fewer places: 2.3 million for 2,312,400,
// 45 per cent for 44.7. A small round number (20) is taken at its word.
func rounds(a, b Figure) bool {
	if a.Range || b.Range || a.Step <= b.Step || a.Step <= 0 || !(plain(a.Modifier) || a.Modifier == About) || !(plain(b.Modifier) || b.Modifier == About) {
		return false
	}
	fine := a.Kind == Percent || a.Kind == Share || a.Kind == Measure || a.Kind == Money
	if !fine && a.Step < 100 {
		return false
	}
	return math.Abs(a.Value-b.Value) <= min(a.Step/2*(1+1e-9), 0.05*math.Abs(a.Value))
}

// Person reports a noun for people, in the singular, as Unit names it, of whom
// each is one person: not families or crews.
func Person(noun string) bool { return human(noun) && !collective(noun) }
