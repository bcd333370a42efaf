// Package site has what rendering, exporting and publishing share: a finished
// file of the site, in memory, and the one form of the site's address.
package site

// A File is a finished file of the site. Path is relative to the site's root,
// with forward slashes and without a leading one.
type File struct {
	Path  string
	Bytes []byte
}

// A Chunk is one story's share of a file that all stories write together, such
// as data/claims.json: the chunks of a path are joined in the order of the
// stories, Separator between two of them that are not empty.
type Chunk struct {
	Path    string
	Bytes   []byte
	Records int // how many records it holds, for files that tell the number
}
