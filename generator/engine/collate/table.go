// Package collate aligns wordings of one statement word by word and names the
// places where they part.
//
// A wording is read into tokens (token.go), each an occurrence of a lexeme; how
// two lexemes belong together (the same, a form, a synonym, two numbers …) is
// worked out once (relation.go), from spelling, WordNet (lexicon.go) and lists of
// phrases. Dates and numbers of several words are then made one token each
// (units.go): the table never takes them apart, the links still tie their words.
// The wordings are added one by one to a profile (align.go):
// progressive alignment with affine gaps. The order in which they are added
// depends on their texts alone, so the order given never matters. What stands
// elsewhere is found after that (moved.go), silence told from omission and columns
// joined into rows (rows.go) that read as phrases (tidy.go), and the differences
// named (kinds.go).
//
// Links between two wordings, which may cross, come from models fitted to
// sentences aligned by people (pairs.go, weigh.go).
//
// What it refuses: it does not guess at meaning beyond its lists, takes no
// statement apart into clauses, and knows only English inflection; other
// languages are aligned by spelling and place. A passage that has moved as a
// whole is shown as moved only where its words are the same.
package collate

// Kind names a difference, from none to the gravest.
type Kind uint8

// Kinds of difference, in rising gravity.
const (
	Same Kind = iota
	Typography
	Punctuation
	Spelling
	Inflection
	Order // the same words elsewhere
	Wording
	Omission
	Name
	Date
	Number
	Negation
)

var kindNames = [...]string{"same", "typography", "punctuation", "spelling", "inflection", "order", "wording", "omission", "name", "date", "number", "negation"}

// String returns the kind's name in data and answers: same, typography, …
func (k Kind) String() string { return kindNames[k] }

// Material reports whether a difference touches the meaning: a name, number,
// date or negation.
func (k Kind) Material() bool { return k >= Name }

// A Witness is one wording to collate. Texts may hold elision marks.
type Witness struct{ ID, Text string }

// A Table sets wordings side by side. The same witnesses in any order give the
// same rows and cells. It is made by Collate; a zero Table has no rows and knows
// no differences. It may be read by several goroutines at once.
type Table struct {
	Witnesses []Witness // in the order given
	Rows      []Row     // in reading order

	work *collation
}

// A Row is one aligned segment; readers see it as a column. Cells has one
// entry for each witness, in the order of Table.Witnesses.
type Row struct {
	Kind  Kind // the gravest difference between any two cells
	Cells []Cell
}

// A Cell is a witness's share of a row: Text[Start:End] of its witness, in
// bytes. The cells of a witness, in order, cover its text but for white space.
type Cell struct {
	Start, End int
	Silent     bool // the witness elides this place, starts later or ends earlier; Start == End
	Group      int  // cells of a row that read the same have the same group, from 0; −1 for a silent one
	MovedTo    int  // 1 + index of the row in which this witness has the others' words, 0 if it has them nowhere else
}

// Empty reports whether the witness leaves the words out, or is silent.
func (c Cell) Empty() bool { return c.Start == c.End }
