package main

import (
	"flag"
	"fmt"
	"time"

	"crosscheck/generator"
	"crosscheck/generator/diag"
)

var checkCommand = command{
	name: "check",
	line: "checks everything that build checks, and writes nothing",
	help: `With --format text, what is wrong goes to standard error, as
path:line:column: severity: message. With --format json a list goes to standard
output.`,
	set: func(c *call, f *flag.FlagSet) {
		shared(c, f)
		f.StringVar(&c.options.format, "format", "text", "`text` or json")
	},
	run: check,
}

func check(c *call) int {
	begun := time.Now()
	if f := c.options.format; f != "text" && f != "json" {
		return c.wrong("--format takes text or json, not %q", f)
	}
	o, status, ok := c.prepare()
	if !ok {
		return status
	}
	show, wipe := c.progress(begun)
	o.Progress = show
	r, err := generator.Check(o)
	wipe()
	if err != nil {
		return c.refuse(err)
	}
	if c.options.format == "json" {
		err = diag.WriteJSON(c.out, r.Diagnostics, c.options.content)
	} else {
		err = c.tell(r.Diagnostics)
	}
	if err != nil {
		return c.fail(err)
	}
	if !r.OK() {
		if c.options.format == "text" {
			fmt.Fprintf(c.err, "%s.\n", verdict(r.Diagnostics))
		}
		return content
	}
	if c.options.format == "text" {
		fmt.Fprintln(c.out, summary(&r, time.Since(begun)))
	}
	return done
}
