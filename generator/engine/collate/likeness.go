package collate

import (
	"slices"

	"crosscheck/generator/words"
)

// Likeness tells how far each word of a can stand for each of b by what the two
// mean and how they are spelt, whatever stands around them: row by row for a,
// 0 for words with nothing in common, 1 for the same word. The words are in
// lower case. The cost grows with the product of the two lengths, so one of them
// should be short.
func Likeness(a, b []string) []float32 {
	v := newVocabulary()
	describe := func(ws []string) []int32 {
		ids := make([]int32, len(ws))
		for i, w := range ws {
			kind := words.Word
			if w != "" && '0' <= w[0] && w[0] <= '9' {
				kind = words.Number
			}
			ids[i] = v.intern(w, kind, false)
		}
		return ids
	}
	x := describe(a)
	near := len(v.lexemes) // those of a
	y := describe(b)
	ties := v.ties()
	kin := make([]uint8, near*len(v.lexemes))
	for i := 0; i < len(ties); {
		j := i + 1
		for j < len(ties) && ties[j].sense == ties[i].sense {
			j++
		}
		for _, p := range ties[i:j] {
			if int(p.word) >= near {
				continue
			}
			for _, q := range ties[i:j] {
				kin[int(p.word)*len(v.lexemes)+int(q.word)] |= kinships[p.role][q.role] | kinships[q.role][p.role]
			}
		}
		i = j
	}
	like := make([]float32, len(a)*len(b))
	row := make([]float32, len(v.lexemes))
	done := make([]int32, 0, len(x))
	for i, p := range x {
		if k := slices.Index(done, p); k >= 0 {
			copy(like[i*len(b):(i+1)*len(b)], like[k*len(b):(k+1)*len(b)])
			done = append(done, p)
			continue
		}
		done = append(done, p)
		for q := range v.lexemes {
			r := identical
			if int32(q) != p {
				r = related(&v.lexemes[p], &v.lexemes[q], kin[int(p)*len(v.lexemes)+q])
			}
			row[q] = strengths[r]
		}
		for j, q := range y {
			like[i*len(b)+j] = row[q]
		}
	}
	return like
}
