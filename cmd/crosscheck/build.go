package main

import (
	"fmt"
	"strings"
	"time"

	"crosscheck/generator"
	"crosscheck/generator/diag"
)

var buildCommand = command{
	name: "build",
	line: "makes the site: content → public",
	help: `The site is changed only if the content has no errors. Files that crosscheck
did not make are never removed; a folder that holds others' files is refused
(status 3). A template or asset of your own that cannot be used is wrong usage
(status 2).`,
	set: shared,
	run: build,
}

func build(c *call) int {
	begun := time.Now()
	o, status, ok := c.prepare()
	if !ok {
		return status
	}
	show, wipe := c.progress(begun)
	o.Progress = show
	r, err := generator.Build(o)
	wipe()
	if err != nil {
		return c.refuse(err)
	}
	if err := c.tell(r.Diagnostics); err != nil {
		return failed
	}
	if !r.OK() {
		fmt.Fprintf(c.err, "%s; %s is as it was.\n", verdict(r.Diagnostics), diag.Visible(c.options.out))
		return content
	}
	fmt.Fprintf(c.out, "%s → %s\n", summary(&r, time.Since(begun)), diag.Visible(c.options.out))
	if r.BaseURL == "" {
		fmt.Fprintln(c.out, "No base URL: canonical and Open Graph addresses and sitemap.xml are left out. Give base_url in site.yaml, or --base-url.")
	}
	if len(r.Untold) > 0 {
		fmt.Fprintf(c.out, "Readers are not told %s.\n", strings.Join(r.Untold, "; "))
	}
	return done
}
