// Package card draws the pictures with which pages are shared: PNG files of
// 1200 × 630 pixels, in the site's own design.
//
// A picture depends on its [Card] alone, and is the same, byte for byte, on
// every machine. It carries a seal that tells from what it was made, so that a
// picture that is there already need not be drawn again: see [Card.Made].
//
// Text is set at the largest size at which all of it fits, is never cut inside a
// word, and is left out if one of its letters is in no font: a card without its
// text is better than one with empty boxes.
package card

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sync"
)

// The picture's size, the one that networks ask for.
const (
	Width  = 1200
	Height = 630
)

// A Card is what a picture shows. All fields may be empty.
type Card struct {
	Site  string // the site's title
	Text  string // what is claimed, or the title of a story
	Grade string // the verdict's label
	Place int    // of the grade on the scale, from 1; 0 is outside it
	Of    int    // how many grades the scale has
	Facts string // in one line: 5 sources · 2 findings
}

// version is part of every seal. Raise it when the drawing changes in a way that
// no specimen shows.
const version = "1"

// The specimens are drawn once, and what comes out is part of every seal: other
// fonts, another design or another way of packing bytes make another picture.
var specimens = []Card{
	{Site: "Second Look", Text: "“Wordings” of 12,345 sources", Grade: "Sources differ", Place: 2, Of: 4, Facts: "5 sources · 2 findings"},
	{Site: "Δεύτερη ματιά", Text: "The harbour master said on Monday that no one was left inside – and that Łódź, Αθήνα and Київ would pay 12 ₹ more than the council had said in a report of its own, which nobody has seen", Grade: "Nothing to compare", Of: 4, Facts: "1 source · no finding"},
	{Site: "Second Look", Text: "مرفأ", Grade: "Sources agree", Place: 1, Of: 3, Facts: "2 sources"},
	{Text: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk is a word"},
}

var design = sync.OnceValue(func() []byte {
	h := sha256.New()
	for i := range specimens {
		_, b := specimens[i].draw()
		h.Write(b)
	}
	return h.Sum(nil)
})

// Draw returns the picture as PNG.
func (c *Card) Draw() []byte {
	head, rest := c.draw()
	return slices.Concat(head, c.seal(head, rest), rest)
}

// Made reports whether the file is what Draw would return. The seal covers
// every byte of the file, so one that was damaged, cut short or packed anew by
// another program is told apart. It is no signature: who can compute it can
// forge it, as who can write into the site's folder can do anyhow.
func (c *Card) Made(file []byte) bool {
	if len(file) < sealAt+sealSize {
		return false
	}
	return bytes.Equal(file[sealAt:sealAt+sealSize], c.seal(file[:sealAt], file[sealAt+sealSize:]))
}

func (c *Card) seal(head, rest []byte) []byte {
	h := sha256.New()
	h.Write(design())
	fmt.Fprintf(h, "%s %q %q %q %d %d %q\n", version, c.Site, c.Text, c.Grade, c.Place, c.Of, c.Facts)
	h.Write(head)
	h.Write(rest)
	return appendChunk(make([]byte, 0, sealSize), "tEXt", hex.AppendEncode([]byte(sealKey+"\x00"), h.Sum(nil)))
}

// A press is all that drawing a card needs, kept from one card to the next.
type press struct {
	*typeCase
	pixels []byte // Width × Height, an index into the palette each
	packed []byte // two to a byte, each row led by its filter
	zip    *zlib.Writer
	idat   bytes.Buffer
	file   []byte
}

var presses = sync.Pool{New: func() any {
	p := &press{typeCase: newCase(), pixels: make([]byte, Width*Height), packed: make([]byte, 0, (1+Width/2)*Height)}
	p.zip, _ = zlib.NewWriterLevel(nil, zlib.BestSpeed) // the level is one
	return p
}}

func (c *Card) draw() (head, rest []byte) {
	p := presses.Get().(*press)
	defer presses.Put(p)
	clear(p.pixels)
	p.lay(c)
	p.encode()
	b := bytes.Clone(p.file)
	return b[:sealAt], b[sealAt:]
}
