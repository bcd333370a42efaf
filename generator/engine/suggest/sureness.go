package suggest

import "math"

// The model ranks: it tells which passage of those at hand is the best, and is
// sure of that even where none of them says the same. What is told to people is
// another thing, how likely the passage says the same at all, and is read off
// what it and the quote have in common, by a logistic regression fitted to the
// best passages of articles with the wanted sentence and without it.

// sureFeatures are the numbers, in describe, of what counts for sureness: nothing
// that compares a passage with others of its article.
var sureFeatures = [...]int{0, 1, 2, 3, 4, 6, 8, 10, 11, 14, 16, 19, 21, 25, 32, 34}

// sureness is the chance that a passage says what the quote says, from 0 to 1.
func (p *passage) sureness() float64 {
	x := sureBias
	for i, k := range sureFeatures {
		x += sureWeights[i] * p.features[k]
	}
	return 1 / (1 + math.Exp(-x))
}
