package card

import (
	"sync"
	"unicode"

	"github.com/go-fonts/dejavu/dejavuserifbold"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifbold"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A style is one of the site's voices.
type style int

const (
	headline style = iota
	strong
	plain
	spare // has signs that the others lack: ₹, ₺, ₽, Georgian, Armenian
)

// fonts are read once. All of them are under the SIL Open Font License or, for
// the spare one, the Bitstream Vera licence.
var fonts = sync.OnceValue(func() (fonts [spare + 1]*sfnt.Font) {
	for i, ttf := range [spare + 1][]byte{headline: liberationserifbold.TTF, strong: liberationsansbold.TTF, plain: liberationsansregular.TTF, spare: dejavuserifbold.TTF} {
		f, err := sfnt.Parse(ttf)
		if err != nil {
			panic("card: " + err.Error()) // they are inside the program
		}
		fonts[i] = f
	}
	return fonts
})

// A glyph is a letter of a font.
type glyph struct {
	style   style
	index   sfnt.GlyphIndex
	advance int // in the font's units
}

// A typeCase holds what has been taken out of the fonts so far. It serves one
// goroutine at a time.
type typeCase struct {
	buffer   sfnt.Buffer
	raster   raster
	glyphs   map[glyphKey]glyph
	kerns    map[[2]glyph]int
	outlines map[outlineKey]sfnt.Segments
	masks    map[maskKey]mask
}

type glyphKey struct {
	style style
	r     rune
}

type outlineKey struct {
	style style
	index sfnt.GlyphIndex
}

type maskKey struct {
	outlineKey
	size, shift int
}

// What a case keeps is bounded, whatever is written: a mask takes some 3 KB.
const (
	maxMasks = 4096
	maxSmall = 1 << 16 // letters and pairs
)

// keep adds to one of the maps of a case.
func keep[K comparable, V any](m map[K]V, most int, k K, v V) {
	if len(m) >= most {
		clear(m)
	}
	m[k] = v
}

func newCase() *typeCase {
	return &typeCase{
		glyphs: map[glyphKey]glyph{}, kerns: map[[2]glyph]int{},
		outlines: map[outlineKey]sfnt.Segments{}, masks: map[maskKey]mask{},
	}
}

// unitsPerEm is the size at which a font is asked, so that its answers are in
// its own units, times 64, and nothing has been rounded.
func unitsPerEm(s style) fixed.Int26_6 { return fixed.I(int(fonts()[s].UnitsPerEm())) }

// glyph finds a letter; its index is 0 where no font has it, or where its place
// depends on its neighbours in ways that are not known here: a mark that has to
// be set over a letter, a script written from right to left. Nor is what stands
// for bytes that could not be read a letter.
func (c *typeCase) glyph(s style, r rune) glyph {
	key := glyphKey{s, r}
	g, ok := c.glyphs[key]
	if !ok {
		if r != unicode.ReplacementChar && !unicode.In(r, unicode.M, unicode.Hebrew, unicode.Arabic) {
			if g = c.find(s, r); g.index == 0 && s != spare {
				g = c.find(spare, r)
			}
		}
		keep(c.glyphs, maxSmall, key, g)
	}
	return g
}

func (c *typeCase) find(s style, r rune) glyph {
	f := fonts()[s]
	switch r {
	case '\u2011':
		r = '\u2010' // the same hyphen, but that no line is broken behind it
	case '\u00a0', '\u2007', '\u202f':
		r = ' '
	}
	index, err := f.GlyphIndex(&c.buffer, r)
	if err != nil || index == 0 {
		return glyph{}
	}
	advance, err := f.GlyphAdvance(&c.buffer, index, unitsPerEm(s), font.HintingNone)
	if err != nil {
		return glyph{}
	}
	g := glyph{s, index, advance.Round()}
	if r != ' ' && len(c.outline(g)) == 0 { // it would be a gap where a letter is
		return glyph{}
	}
	return g
}

func (c *typeCase) outline(g glyph) sfnt.Segments {
	key := outlineKey{g.style, g.index}
	o, ok := c.outlines[key]
	if !ok {
		o, _ = fonts()[g.style].LoadGlyph(&c.buffer, g.index, unitsPerEm(g.style), nil)
		o = append(sfnt.Segments(nil), o...) // the buffer is used again
		keep(c.outlines, maxMasks, key, o)
	}
	return o
}

// kern returns by how much two letters move together, in the font's units.
func (c *typeCase) kern(a, b glyph) int {
	if a.style != b.style {
		return 0
	}
	key := [2]glyph{a, b}
	k, ok := c.kerns[key]
	if !ok {
		v, err := fonts()[a.style].Kern(&c.buffer, a.index, b.index, unitsPerEm(a.style), font.HintingNone)
		if err == nil {
			k = v.Round()
		}
		keep(c.kerns, maxSmall, key, k)
	}
	return k
}

// mask draws a letter at a size, shifted by quarters of a pixel.
func (c *typeCase) mask(g glyph, size, quarters int) mask {
	key := maskKey{outlineKey{g.style, g.index}, size, quarters}
	m, ok := c.masks[key]
	if !ok {
		m = c.raster.draw(c.outline(g), size, int(fonts()[g.style].UnitsPerEm()), quarters*one/4)
		keep(c.masks, maxMasks, key, m)
	}
	return m
}

// width measures text at a size, in 1/64 of a pixel.
func (c *typeCase) width(s style, text string, size int) (w int) {
	c.each(s, text, size, func(_ glyph, x int) { w = x })
	return w
}

// each calls f for each letter with the place of the pen, in 1/64 of a pixel;
// at the end, with no letter, where the pen has come to. Letters are kerned
// within words only, so that a line is as wide as its words and blanks.
func (c *typeCase) each(s style, text string, size int, f func(g glyph, x int)) {
	x, before := 0, glyph{}
	for _, r := range text {
		g := c.glyph(s, r)
		if g.index == 0 {
			continue
		}
		upem := int(fonts()[g.style].UnitsPerEm())
		if r == ' ' {
			before = glyph{}
		} else {
			if before.index != 0 {
				x += c.kern(before, g) * size * 64 / upem
			}
			before = g
		}
		f(g, x)
		x += g.advance * size * 64 / upem
	}
	f(glyph{}, x)
}
