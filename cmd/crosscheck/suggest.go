package main

import (
	"errors"
	"flag"
	"os"
	"strings"

	"crosscheck/generator/desk"
)

var suggestCommand = command{
	name: "suggest",
	args: "STORY/ARTICLE QUOTE | STORY/CLAIM",
	line: "finds what other articles have for a quote, as YAML to paste",
	help: `For a quote of an article, the passages of the story's other articles that may say
the same; for a claim, those of the articles that it has no wording of yet. The
path of an article's or a claim's file will do for its name. What is printed can be
pasted below “wordings:”; other passages of an article follow as comments. A
suggestion is no finding: an editor decides.`,
	set: func(c *call, f *flag.FlagSet) {
		f.StringVar(&c.options.content, "content", "content", "the `DIR` that editors write in")
		f.StringVar(&c.options.format, "format", "yaml", "`yaml` or json")
		f.IntVar(&c.options.limit, "limit", 3, "the greatest `N` of passages told of an article")
	},
	run: runSuggest,
}

func runSuggest(c *call) int {
	switch f := c.options.format; {
	case f != "yaml" && f != "json":
		return c.wrong("--format takes yaml or json, not %q", f)
	case c.options.limit < 1:
		return c.wrong("--limit takes a number from 1, not %d", c.options.limit)
	case len(c.args) == 0:
		return c.wrong("name an article and its words, or a claim: STORY/ARTICLE QUOTE | STORY/CLAIM")
	}
	if info, err := os.Stat(c.options.content); err != nil || !info.IsDir() {
		return c.wrong("there is no folder %q; name it with --content DIR", c.options.content)
	}
	answer, err := desk.Suggest(desk.Inquiry{
		Content: c.options.content, About: c.args[0], Quote: strings.Join(c.args[1:], " "), Limit: c.options.limit,
	})
	var misuse *desk.UsageError
	switch {
	case errors.As(err, &misuse):
		return c.wrong("%s", misuse.Reason)
	case err != nil:
		return c.fail(err)
	}
	if err := c.tell(answer.Diagnostics); err != nil {
		return c.fail(err)
	}
	if len(answer.Quotes) > 0 {
		write := answer.WriteYAML
		if c.options.format == "json" {
			write = answer.WriteJSON
		}
		if err := write(c.out); err != nil {
			return c.fail(err)
		}
	}
	if answer.Diagnostics.Errors() > 0 {
		return content
	}
	return done
}
