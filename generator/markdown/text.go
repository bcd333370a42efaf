package markdown

// Text is the body of an article as a reader sees it: plain text, and the
// structure that lies over it. All offsets count bytes of Plain.
//
// Of an article in plain text, Plain is the file's text, unchanged, and every
// line that is not blank is a paragraph. Of one in Markdown, Plain is what is
// left when the marks of Markdown are taken away; raw HTML stays, as text.
type Text struct {
	Plain   string
	Blocks  []Block  // top level, in order, not overlapping
	Inlines []Inline // sorted by start, the longer first; properly nested
	origin  []step   // map back to the source, sorted
}

// BlockKind names a block.
type BlockKind string

// Kinds of block.
const (
	Paragraph BlockKind = "paragraph"
	Heading   BlockKind = "heading"
	Quote     BlockKind = "quote" // has children
	List      BlockKind = "list"  // children are items
	Item      BlockKind = "item"  // has children
	Code      BlockKind = "code"
	Rule      BlockKind = "rule"
	Table     BlockKind = "table" // children are rows
	Row       BlockKind = "row"   // children are cells
	Cell      BlockKind = "cell"
	Footnotes BlockKind = "footnotes" // children are items
)

// Block is Plain[Start:End]. A block with children has no text of its own.
type Block struct {
	Kind       BlockKind
	Start, End int
	Level      int    // of a heading, 1 to 6; of an ordered list, its first number; else 0
	Ordered    bool   // of a list
	Header     bool   // of a cell
	Language   string // of code
	Children   []Block
}

// InlineKind names a kind of inline markup.
type InlineKind string

// Kinds of inline markup.
const (
	Emphasis      InlineKind = "em"
	Strong        InlineKind = "strong"
	Strikethrough InlineKind = "del"
	CodeSpan      InlineKind = "code"
	Link          InlineKind = "link"
	Image         InlineKind = "image"    // its text is the alternative text
	FootnoteRef   InlineKind = "footnote" // empty stretch; Number tells which
	Break         InlineKind = "break"    // a hard line break; covers the line break in Plain
)

// Inline is markup over Plain[Start:End].
type Inline struct {
	Kind       InlineKind
	Start, End int
	Href       string // of a link or image; only http, https or mailto, else empty
	Number     int    // of a footnote reference
}

// step: from Plain offset plain on, source offset source, byte for byte.
type step struct{ plain, source int }
