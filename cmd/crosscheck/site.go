package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"crosscheck"
	"crosscheck/generator"
	"crosscheck/generator/diag"
	"crosscheck/generator/publish"
	"crosscheck/generator/site"
)

// What build and check have in common.

// shared declares the options that all commands about a site take.
func shared(c *call, f *flag.FlagSet) {
	f.StringVar(&c.options.content, "content", "content", "the `DIR` that editors write in")
	f.StringVar(&c.options.out, "out", "public", "the `DIR` of the site")
	f.StringVar(&c.options.templates, "templates", "", "a `DIR` whose templates are used instead of the built-in ones of the same name")
	f.StringVar(&c.options.static, "static", "", "a `DIR` whose assets are used instead of the built-in ones of the same name")
	f.StringVar(&c.options.baseURL, "base-url", "", "the `URL` at which the site will be published; overrides base_url in site.yaml")
}

// prepare turns the options into the generator's; ok is false where they are
// wrong, and then status says how to exit.
func (c *call) prepare() (o generator.Options, status int, ok bool) {
	if len(c.args) > 0 {
		return o, c.wrong("%q is not expected here", c.args[0]), false
	}
	for _, d := range []struct{ option, dir string }{
		{"content", c.options.content}, {"templates", c.options.templates}, {"static", c.options.static},
	} {
		if d.dir == "" && d.option != "content" {
			continue
		}
		info, err := os.Stat(d.dir)
		switch {
		case errors.Is(err, fs.ErrNotExist) || d.dir == "":
			return o, c.wrong("there is no folder %q; name it with --%s DIR", d.dir, d.option), false
		case err != nil:
			return o, c.fail(err), false
		case !info.IsDir():
			return o, c.wrong("%s is a file; --%s takes a folder", d.dir, d.option), false
		}
	}
	if u := c.options.baseURL; u != "" {
		if _, err := site.Base(u); err != nil {
			return o, c.wrong("%q is not an address as --base-url takes it, https://example.org/path: %v", u, err), false
		}
	}
	if c.options.out != "" {
		switch within, err := nested(c.options.content, c.options.out); {
		case err != nil:
			return o, c.fail(err), false
		case within == "out":
			return o, c.wrong("the site (%s) would stand inside the content (%s), which only editors write to; choose another folder with --out DIR", c.options.out, c.options.content), false
		case within == "content":
			return o, c.wrong("the content (%s) stands inside the folder of the site (%s), which is all the program's; choose another folder with --out DIR", c.options.content, c.options.out), false
		}
	}
	o = generator.Options{Content: c.options.content, Out: c.options.out, BaseURL: c.options.baseURL}
	var err error
	if o.Templates, err = generator.OverlayTemplates(crosscheck.Templates(), c.options.templates); err == nil {
		o.Static, err = generator.OverlayStatic(crosscheck.Static(), c.options.static)
	}
	if err != nil {
		return o, c.refuse(err), false
	}
	return o, done, true
}

// nested returns which of the two folders, content or out, is inside the other;
// content where they are the same; "" if neither is. out need not exist.
func nested(content, out string) (string, error) {
	c, err := resolved(content)
	if err != nil {
		return "", err
	}
	o, err := resolved(out)
	if err != nil {
		return "", err
	}
	switch {
	case below(c, o):
		return "content", nil
	case below(o, c):
		return "out", nil
	}
	return "", nil
}

// resolved returns an absolute path without symbolic links, as far as there is
// such a file.
func resolved(p string) (string, error) {
	p, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	rest := ""
	for d := p; ; d = filepath.Dir(d) {
		if real, err := filepath.EvalSymlinks(d); err == nil {
			return filepath.Join(real, rest), nil
		}
		if d == filepath.Dir(d) {
			return p, nil // publish tells what is wrong with it
		}
		rest = filepath.Join(filepath.Base(d), rest)
	}
}

// below reports whether p is the folder dir or in it. It asks the disk, since
// one folder may have several names.
func below(p, dir string) bool {
	d, err := os.Stat(dir)
	if err != nil {
		return false
	}
	for {
		if info, err := os.Stat(p); err == nil && os.SameFile(info, d) {
			return true
		}
		up := filepath.Dir(p)
		if up == p {
			return false
		}
		p = up
	}
}

// refuse reports an error of the generator.
func (c *call) refuse(err error) int {
	var r *publish.Refusal
	if errors.As(err, &r) {
		c.say(shown(r.Path)+": "+r.Reason, r.Advice)
		return failed
	}
	var own *generator.OverlayError
	if errors.As(err, &own) {
		c.say(shown(own.Path)+": "+own.Reason, own.Advice)
		return usage
	}
	// What only shows when pages are made: a template that asks for what no page has.
	if dir := c.options.templates; dir != "" && strings.Contains(err.Error(), "template:") {
		c.say(brief(err.Error()), "Mend the template in "+dir+", or take it out to use the built-in one.")
		return usage
	}
	if dir := c.options.static; dir != "" && strings.HasPrefix(err.Error(), "assets: style.css") {
		c.say(filepath.Join(dir, "style.css")+": is empty", "Write the site's style into it, or take it out to use the built-in one.")
		return usage
	}
	return c.fail(err)
}

// brief returns the beginning of a reason: a template's quotes the value that it
// stumbled over, which may be half a page.
func brief(reason string) string {
	const most = 400 // letters
	if r := []rune(reason); len(r) > most {
		return string(r[:most]) + "…"
	}
	return reason
}

// say prints what is wrong and what to do.
func (c *call) say(reason, advice string) {
	fmt.Fprintf(c.err, "crosscheck %s: %s\n%s\n", c.command.name, diag.Visible(reason), diag.Visible(advice))
}

// shown returns a path as seen from the working folder, where that is shorter.
func shown(p string) string {
	if wd, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(wd, p); err == nil && len(rel) < len(p) {
			return rel
		}
	}
	return p
}

// tell prints what an author has to mend.
func (c *call) tell(list diag.List) error {
	return diag.WriteText(c.err, list, diag.TextOptions{Root: filepath.ToSlash(c.options.content), Color: terminal(c.err) && os.Getenv("NO_COLOR") == ""})
}

// verdict says in a line how many mistakes there are.
func verdict(list diag.List) string {
	errs := list.Errors()
	return counted(errs, "error") + " and " + counted(len(list)-errs, "warning")
}

func counted(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// summary is the line at the end: what there is, and how long it took.
func summary(r *generator.Report, took time.Duration) string {
	s := counted(r.Stories, "story") + ", " + counted(r.Claims, "claim") + ", " + counted(r.Articles, "article")
	if r.Stories != 1 {
		s = fmt.Sprintf("%d stories, %s, %s", r.Stories, counted(r.Claims, "claim"), counted(r.Articles, "article"))
	}
	if p := r.Published; p.Files > 0 {
		s += fmt.Sprintf(", %s (%d new or changed, %d removed)", counted(p.Files, "file"), p.Written, p.Removed)
	}
	s += ", " + counted(r.Findings, "finding")
	if r.Unreviewed > 0 {
		s += fmt.Sprintf(" (%d not yet reviewed)", r.Unreviewed)
	}
	return s + fmt.Sprintf(", %.1f seconds", took.Seconds())
}

// terminal reports whether someone is looking.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

// progress returns what the generator tells of its progress to: it paces the
// collector, and on a terminal it shows how far the work is once that has taken
// a second. wipe takes the line away.
func (c *call) progress(begun time.Time) (show func(done, all int), wipe func()) {
	seen := terminal(c.err)
	var last time.Time
	show = func(done, all int) {
		if done == 1 {
			pace(all)
		}
		if now := time.Now(); seen && now.Sub(begun) > time.Second && now.Sub(last) > time.Second/10 {
			last = now
			fmt.Fprintf(c.err, "\r%d of %d stories\x1b[K", done, all)
		}
	}
	return show, func() {
		if !last.IsZero() {
			fmt.Fprint(c.err, "\r\x1b[K")
		}
	}
}
