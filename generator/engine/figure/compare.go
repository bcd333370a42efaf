package figure

import "math"

// Relation tells how two figures stand to each other.
type Relation string

// Relations between two figures.
const (
	Same       Relation = "same"       // the same number of the same thing, bounded alike
	Compatible Relation = "compatible" // both can be true: rounded, a range, “more than”
	Conflict   Relation = "conflict"   // the same thing counted, and not both can be true
	Other      Relation = "other"      // not the same thing counted
)

// Compare tells whether two figures say the same. Figures of different kinds, or
// that count things with different nouns, are Other: it is never guessed that two
// nouns mean the same, but for spelling, abbreviations, units that convert into
// each other, and “people” for any noun of persons; then only an agreement is
// seen, not a conflict, as the people may be others. A number without a noun
// agrees with an equal one, and is else Other: it may count anything. Compare is
// symmetric.
func Compare(a, b Figure) Relation {
	ua, ub := spelled(a.Unit), spelled(b.Unit)
	switch {
	case proportion(a.Kind) && proportion(b.Kind):
		if a.Of != "" && b.Of != "" && !alike(spelled(a.Of), spelled(b.Of)) {
			return Other
		}
		return compareNumbers(proportional(a), proportional(b))
	case a.Kind != b.Kind && !(spanning(a.Kind) && spanning(b.Kind)):
		return Other
	case a.Kind == Money:
		if a.Currency != b.Currency && a.Currency != "" && b.Currency != "" {
			return Other
		}
		if ua != ub {
			if ua == "cent" && ub == "dollar" || ua == "cent" && ub == "euro" || ua == "penny" && ub == "pound" {
				return compareNumbers(scaled(a, 0.01), b)
			}
			if ub == "cent" && ua == "dollar" || ub == "cent" && ua == "euro" || ub == "penny" && ua == "pound" {
				return compareNumbers(a, scaled(b, 0.01))
			}
			return Other
		}
		return compareNumbers(a, b)
	case ua == ub && ua != "":
		return compareNumbers(a, b)
	case ua == "" || ub == "":
		if a.Kind == Count && a.Value == b.Value && a.Modifier != Many {
			return compareNumbers(a, b)
		}
		return Other
	}
	da, sa := sizeOf(ua)
	db, sb := sizeOf(ub)
	if da != noDimension && da == db && da != other && da != temperature && sa > 0 && sb > 0 {
		x, y := scaled(a, sa), scaled(b, sb)
		if math.Abs(x.Value-y.Value) <= 0.06*max(math.Abs(x.Value), math.Abs(y.Value)) {
			return Compatible
		}
		if overlap(x, y) {
			return Compatible
		}
		return Conflict
	}
	if a.Kind == Count && b.Kind == Count && (human(ua) && human(ub)) && (people(ua) || people(ub)) && a.Modifier == b.Modifier && a.Value == b.Value && !a.Range && !b.Range {
		return Compatible
	}
	return Other
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
	case "fatality", "dead", "killed":
		return "death"
	case "injured", "wounded":
		return "injury"
	}
	return u
}

func compareNumbers(a, b Figure) Relation {
	equal := close(a.Value, b.Value) && a.Range == b.Range && (!a.Range || close(a.High, b.High))
	if equal && a.Modifier == b.Modifier {
		return Same
	}
	if equal && plain(a.Modifier) && plain(b.Modifier) {
		return Same
	}
	if overlap(a, b) || rounds(a, b) || rounds(b, a) {
		// More than 20 and fewer than 20 touch and exclude each other.
		if !touchOnly(a, b) {
			return Compatible
		}
	}
	return Conflict
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
