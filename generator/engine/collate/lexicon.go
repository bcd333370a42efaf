package collate

import (
	_ "embed"
	"strings"
)

// lexicon holds English words with their meanings and kin, reduced from WordNet
// (README.md). It is read where it lies; nothing is built at start.
//
// Numbers are little-endian. First the number of slots, a power of two, and the
// slots of a hash table with linear probing: the offset of an entry, 0 for
// none. An entry is the word, its parts of speech (1 noun, 2 verb, 4 adjective,
// 8 adverb; 16 a proper name), its base forms where they are irregular, its number, a byte for how
// common it is, and six lists of rising numbers, each as the step from the one
// before: its usual meanings, its rarer ones and those like them, the broader
// ones, the numbers of words derived from it and opposed to it, and the terms
// that describe it: words of the definitions of its first meanings, their
// synonyms and broader words, numbered from the most frequent on. Strings have
// their length before them in a byte; other numbers are varints.
//
//go:embed lexicon.bin
var lexicon string

// Parts of speech of an entry.
const (
	noun = 1 << iota
	verb
	adjective
	adverb
	proper // written with a capital in all its meanings
)

// senses is what the lexicon tells of a word and its base forms.
type senses struct {
	pos                              uint8
	proper                           bool // the word itself, not its base forms
	lemmas                           []uint32
	main, rest, above, kin, opposite []uint32
	used                             uint8    // length in bits of how often it was met in the texts that WordNet counted
	about                            []uint32 // terms that describe it, rising
}

// find returns the offset of word's entry, behind the word itself, or 0.
func find(word string) uint32 {
	if len(word) < 2 || len(word) >= 40 {
		return 0
	}
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	slots := fixed32(0)
	for h = (h ^ h>>15) & (slots - 1); ; h = (h + 1) & (slots - 1) {
		at := fixed32(4 + 4*h)
		if at == 0 {
			return 0
		}
		n := uint32(lexicon[at])
		if int(n) == len(word) && lexicon[at+1:at+1+n] == word {
			return at + 1 + n
		}
	}
}

func fixed32(at uint32) uint32 {
	return uint32(lexicon[at]) | uint32(lexicon[at+1])<<8 | uint32(lexicon[at+2])<<16 | uint32(lexicon[at+3])<<24
}

func varint(at uint32) (uint32, uint32) {
	n, shift := uint32(0), 0
	for {
		b := lexicon[at]
		at++
		n |= uint32(b&0x7f) << shift
		if b < 0x80 {
			return n, at
		}
		shift += 7
	}
}

// read adds what the entry at offset at tells to s, the terms that describe it
// only if about. It follows irregular base forms if deep.
func (s *senses) read(at uint32, deep, about bool) {
	if deep {
		s.proper = lexicon[at]&proper != 0
	}
	s.pos |= lexicon[at] &^ proper
	n := lexicon[at+1]
	at += 2
	for range n {
		size := uint32(lexicon[at])
		if deep {
			if base := find(lexicon[at+1 : at+1+size]); base != 0 {
				s.read(base, false, about)
			}
		}
		at += 1 + size
	}
	id, at := varint(at)
	s.used = max(s.used, lexicon[at])
	at++
	for _, l := range s.lemmas {
		if l == id {
			return
		}
	}
	s.lemmas = append(s.lemmas, id)
	for _, list := range [...]*[]uint32{&s.main, &s.rest, &s.above, &s.kin, &s.opposite, &s.about} {
		if list == &s.about && !about {
			return
		}
		var count uint32
		count, at = varint(at)
		last := uint32(0)
		for range count {
			var step uint32
			step, at = varint(at)
			last += step
			*list = append(*list, last)
		}
	}
}

// lookup returns what the lexicon knows of a word, its base forms included, and
// if about, the terms that describe it.
func lookup(word string, about bool) senses {
	var s senses
	if at := find(word); at != 0 {
		s.read(at, true, about)
	}
	bases(word, func(base string) bool {
		if at := find(base); at != 0 {
			s.read(at, false, about)
		}
		return false
	})
	return s
}

// bases calls do for each known word that word may be a regular inflection of
// (the detachment rules of WordNet's Morphy), until it returns true.
func bases(word string, do func(base string) bool) bool {
	try := func(cut int, add string, pos uint8) bool {
		if len(word)-cut+len(add) < 2 || len(word) > 40 {
			return false
		}
		base := word[:len(word)-cut]
		if add != "" {
			base += add
		}
		at := find(base)
		return at != 0 && lexicon[at]&pos != 0 && do(base)
	}
	switch {
	case strings.HasSuffix(word, "ies"):
		return try(3, "y", noun|verb) || try(1, "", noun|verb)
	case strings.HasSuffix(word, "es"):
		return try(2, "", noun|verb) || try(1, "", noun|verb)
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return try(1, "", noun|verb)
	case strings.HasSuffix(word, "ied"):
		return try(3, "y", verb)
	case strings.HasSuffix(word, "ed"):
		return try(2, "", verb) || try(1, "", verb) || len(word) > 4 && word[len(word)-3] == word[len(word)-4] && try(3, "", verb)
	case strings.HasSuffix(word, "ing"):
		return try(3, "", verb) || try(3, "e", verb) || len(word) > 5 && word[len(word)-4] == word[len(word)-5] && try(4, "", verb)
	case strings.HasSuffix(word, "ier"), strings.HasSuffix(word, "iest"):
		n := 3
		if word[len(word)-1] == 't' {
			n = 4
		}
		return try(n, "y", adjective|adverb)
	case strings.HasSuffix(word, "er"):
		return try(2, "", adjective) || try(1, "", adjective)
	case strings.HasSuffix(word, "est"):
		return try(3, "", adjective) || try(2, "", adjective)
	}
	return false
}
