package content

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"crosscheck/generator/diag"
	"crosscheck/generator/source"
)

// maxSize is the size of a file in bytes above which it is not read.
const maxSize = 8 << 20

// A directory reads files below a root, and notes what is wrong with them.
type directory struct {
	root  *os.Root
	path  string // of the root below the content folder, with a slash at the end; empty for the folder itself
	diags *diag.List
}

// An entry is a file or folder that can be read.
type entry struct {
	name   string
	id     string // name without its ending
	folder bool
}

type entries []entry

func (es entries) has(name string) bool { return es.find(name) != nil }

func (es entries) find(name string) *entry {
	for i := range es {
		if es[i].name == name {
			return &es[i]
		}
	}
	return nil
}

// list returns what stands in a folder, sorted by name, without what editors
// and systems hide. Where the name is a file, that is noted.
func (d *directory) list(name string) (entries, error) {
	f, err := d.root.Open(name)
	if err != nil {
		if d.leaves(name, err) {
			return nil, nil
		}
		return nil, err
	}
	defer f.Close()
	all, err := f.ReadDir(-1)
	if err != nil {
		if info, e := f.Stat(); e == nil && !info.IsDir() {
			d.note(diag.Error, "unexpected-file", name, fmt.Sprintf("“%s” is a file where a folder is expected", name), "make a folder of that name")
			return nil, nil
		}
		return nil, err
	}
	es := make(entries, 0, len(all))
	for _, a := range all {
		n := a.Name()
		if isDebris(n) {
			continue
		}
		mode := a.Type()
		if mode&fs.ModeSymlink != 0 {
			info, err := d.root.Stat(path.Join(name, n))
			if err != nil {
				if !d.leaves(path.Join(name, n), err) {
					d.note(diag.Error, "broken-link", path.Join(name, n), "this link leads nowhere", "replace it by the file itself")
				}
				continue
			}
			mode = info.Mode().Type()
		}
		if mode != 0 && mode != fs.ModeDir {
			d.note(diag.Warning, "unexpected-file", path.Join(name, n), "this is neither a file nor a folder, and is not read", "")
			continue
		}
		es = append(es, entry{name: n, folder: mode == fs.ModeDir})
	}
	slices.SortFunc(es, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	return es, nil
}

// isDebris reports whether a name is that of a file which editors and systems
// leave behind: hidden files, copies, locks.
func isDebris(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") ||
		strings.HasPrefix(name, "~$") || strings.HasPrefix(name, "~") && strings.HasSuffix(strings.ToLower(name), ".tmp") ||
		strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini") || name == "Icon\r"
}

// leaves reports a link that leads out of the content folder. os.Root refuses
// it with an error that has no name.
func (d *directory) leaves(name string, err error) bool {
	info, e := d.root.Lstat(name)
	if e != nil || info.Mode()&fs.ModeSymlink == 0 || errors.Is(err, fs.ErrPermission) {
		return false
	}
	if !strings.Contains(err.Error(), "escapes") {
		return false
	}
	d.note(diag.Error, "leaves-folder", name, "this link leads out of the folder that is read", "replace it by the file itself")
	return true
}

// note adds a diagnostic about a file as a whole.
func (d *directory) note(sev diag.Severity, code, name, message, hint string, related ...diag.Related) {
	*d.diags = append(*d.diags, diag.Diagnostic{Span: d.whole(name), Severity: sev, Code: code, Message: message, Hint: hint, Related: related})
}

func (d *directory) whole(name string) source.Span {
	return source.New(path.Join(d.path, name), "").Span(0, 0)
}

func (d *directory) missing(name, message, hint string) {
	d.note(diag.Error, "missing-file", name, message, hint)
}

// unread notes what stands in a folder and is not read, but looks as if it
// were meant to be.
func (d *directory) unread(in entries, expected ...string) {
	for _, e := range in {
		if slices.Contains(expected, e.name) {
			continue
		}
		ext := path.Ext(e.name)
		stem := strings.TrimSuffix(e.name, ext)
		switch {
		case ext == ".yml" && slices.Contains(expected, stem+".yaml"):
			d.note(diag.Error, "unexpected-file", e.name, fmt.Sprintf("“%s” is not read, since its name ends in .yml", e.name), "rename it to "+stem+".yaml")
		case d.path == "" && !e.folder && ext != ".yaml" && ext != ".yml":
			// A README or a licence is no mistake.
		default:
			near := nearest(e.name, expected)
			if d.path == "" && near == "" && e.folder {
				continue
			}
			hint := "here belong " + strings.Join(expected, ", ")
			if near != "" {
				hint = "did you mean " + near + "?\n" + hint
			}
			d.note(diag.Warning, "unexpected-file", e.name, fmt.Sprintf("“%s” is not read", e.name), hint)
		}
	}
}

// named returns the entries whose names are ids with one of the endings; folders
// where the only ending is empty. What else there is, is noted.
func (d *directory) named(in entries, folder, what string, endings ...string) entries {
	folders := endings[0] == ""
	seen := map[string]string{}
	alike := map[string]int{} // how many entries have the id, but for case
	for _, e := range in {
		alike[strings.ToLower(strings.TrimSuffix(e.name, path.Ext(e.name)))]++
	}
	kept := make(entries, 0, len(in))
	for _, e := range in {
		full := path.Join(folder, e.name)
		ext := path.Ext(e.name)
		low := strings.ToLower(ext)
		switch {
		case folders && e.folder:
			ext = ""
		case folders:
			d.note(diag.Warning, "unexpected-file", full, fmt.Sprintf("“%s” is not read: here belong folders, one for each story", e.name), "")
			continue
		case e.folder:
			d.note(diag.Warning, "unexpected-file", full, fmt.Sprintf("the folder “%s” is not read: %s is a file", e.name, what), "")
			continue
		case slices.Contains(endings, ext):
		case slices.Contains(endings, low):
			d.note(diag.Error, "unexpected-file", full, fmt.Sprintf("“%s” is not read, since its ending is in capitals", e.name), "rename it to "+strings.TrimSuffix(e.name, ext)+low)
			continue
		case alias[low] != "" && slices.Contains(endings, alias[low]):
			d.note(diag.Error, "unexpected-file", full, fmt.Sprintf("“%s” is not read, since its name ends in %s", e.name, ext), "rename it to "+strings.TrimSuffix(e.name, ext)+alias[low])
			continue
		default:
			d.note(diag.Warning, "unexpected-file", full, fmt.Sprintf("“%s” is not read: the name of %s ends in %s", e.name, what, strings.Join(endings, " or ")), "")
			continue
		}
		e.id = strings.TrimSuffix(e.name, ext)
		if first, twice := seen[strings.ToLower(e.id)]; twice {
			message := fmt.Sprintf("“%s” and “%s” have the same id", first, e.name)
			if strings.TrimSuffix(first, path.Ext(first)) != e.id {
				message = fmt.Sprintf("the ids of “%s” and “%s” differ only in case", first, e.name)
			}
			d.note(diag.Error, "duplicate-id", full, message, "rename one of the two",
				diag.Related{Span: d.whole(path.Join(folder, first)), Message: "the other one"})
			continue
		}
		seen[strings.ToLower(e.id)] = e.name
		if !validID(e.id) {
			if alike[strings.ToLower(e.id)] > 1 {
				continue // the next one tells
			}
			d.note(diag.Error, "bad-id", full, fmt.Sprintf("the name “%s” has characters that no address on the site may have", clip(e.id)),
				"use lower-case letters a to z, digits and hyphens; rename it to "+suggestID(e.id)+ext)
			continue
		}
		if !checkNewID(e.id, d.whole(full), what, d.diags) {
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// alias maps endings that are often written to the one that is read.
var alias = map[string]string{".yml": ".yaml", ".json": "", ".markdown": ".md", ".mdown": ".md", ".text": ".txt"}

// read returns a file's text without a byte order mark; nil where it is not
// there or cannot be understood, which is then noted.
func (d *directory) read(name string, in entries) (*source.File, error) {
	e := in.find(path.Base(name))
	if e == nil {
		return nil, nil
	}
	if e.folder {
		d.note(diag.Error, "unexpected-file", name, fmt.Sprintf("“%s” is a folder where a file is expected", path.Base(name)), "rename the folder")
		return nil, nil
	}
	f, err := d.root.Open(name)
	if err != nil {
		if d.leaves(name, err) {
			return nil, nil
		}
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > maxSize {
		d.note(diag.Error, "too-big", name, fmt.Sprintf("the file has %d MB; more than %d MB are not read", info.Size()>>20, maxSize>>20), "is this the right file? An article or a claim has some kilobytes")
		return nil, nil
	}
	buf := make([]byte, info.Size()+1)
	n := 0
	for {
		k, err := f.Read(buf[n:])
		n += k
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if n > maxSize {
			d.note(diag.Error, "too-big", name, fmt.Sprintf("the file has more than %d MB", maxSize>>20), "")
			return nil, nil
		}
		if n == len(buf) {
			buf = slices.Grow(buf, len(buf))
			buf = buf[:cap(buf)]
		}
	}
	file := source.New(path.Join(d.path, name), strings.TrimPrefix(string(buf[:n]), "\uFEFF"))
	if !legible(file, d.diags) {
		return nil, nil
	}
	return file, nil
}
