package card

import (
	"encoding/binary"
	"hash/crc32"
)

// PNG is written here, and not by image/png: with sixteen colors two pixels go
// into a byte, which image/png does pixel by pixel, in two thirds of the time
// that a card takes.

const signature = "\x89PNG\r\n\x1a\n"

// header is what IHDR says: the size, four bits to a pixel, colors from a
// palette, and the one way there is to compress, filter and order rows.
var header = append(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, Width), Height), 4, 3, 0, 0, 0)

// The seal is a tEXt chunk (PNG specification, 11.3.3.1) behind the header: its
// key, a zero, a hash in hexadecimal digits. A chunk is its length, its type of
// four letters, what it holds, and a checksum.
const (
	chunkSize = 4 + 4 + 4
	sealKey   = "crosscheck"
	sealAt    = len(signature) + chunkSize + 13
	sealSize  = chunkSize + len(sealKey) + 1 + 64
)

func appendChunk(b []byte, kind string, data []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(data)))
	from := len(b)
	b = append(append(b, kind...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[from:]))
}

// encode packs the picture into p.file, without its seal.
func (p *press) encode() {
	p.packed = p.packed[:0]
	for y := range Height {
		p.packed = append(p.packed, 0) // no filter
		row := p.pixels[y*Width : (y+1)*Width]
		for x := 0; x < Width; x += 2 {
			p.packed = append(p.packed, row[x]<<4|row[x+1])
		}
	}
	p.idat.Reset()
	p.zip.Reset(&p.idat)
	p.zip.Write(p.packed) // a buffer takes all
	p.zip.Close()

	b := append(p.file[:0], signature...)
	b = appendChunk(b, "IHDR", header)
	b = appendChunk(b, "PLTE", palette)
	b = appendChunk(b, "IDAT", p.idat.Bytes())
	p.file = appendChunk(b, "IEND", nil)
}

// Colors are those of static/style.css in a light room, paper and tint changed
// places: a white card on a white page has no edge. With sixteen of them a pixel
// takes half a byte. Shades from paper to ink come first; text is drawn in
// these alone.
const (
	shades = 13
	ink    = shades - 1
	soft   = 9 // of 12
	line   = 2
	accent = shades
)

// palette is what PLTE says: red, green and blue of each color.
var palette = func() (rgb []byte) {
	paper, black := [3]int{0xf6, 0xf4, 0xef}, [3]int{0x17, 0x19, 0x1c}
	for i := range shades {
		for k := range 3 {
			rgb = append(rgb, byte((paper[k]*(ink-i)+black[k]*i+ink/2)/ink))
		}
	}
	return append(rgb, 0x8f, 0x1d, 0x1d) // accent
}()
