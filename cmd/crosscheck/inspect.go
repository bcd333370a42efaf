package main

import (
	"errors"
	"strings"

	"crosscheck/generator/inspect"
)

var inspectCommand = command{
	name: "inspect",
	args: strings.Join(inspectNames(), "|"),
	line: "shows what the engines see: JSON lines in, JSON lines out",
	help: inspectHelp(),
	run:  runInspect,
}

func inspectNames() (names []string) {
	for _, k := range inspect.Calls() {
		names = append(names, k.Name)
	}
	return names
}

func inspectHelp() string {
	var b strings.Builder
	for _, k := range inspect.Calls() {
		b.WriteString(k.Name + ": " + k.Help + "\n  in   " + k.In + "\n  out  " + k.Out + "\n")
	}
	b.WriteString("\nOffsets count Unicode code points, ends exclusive.")
	return b.String()
}

func runInspect(c *call) int {
	if len(c.args) != 1 {
		return c.wrong("name one of %s", strings.Join(inspectNames(), ", "))
	}
	for _, k := range inspect.Calls() {
		if k.Name != c.args[0] {
			continue
		}
		err := k.Run(c.in, c.out)
		var line *inspect.LineError
		switch {
		case errors.As(err, &line):
			return c.wrong("%s: %v\nA line in is %s", k.Name, err, k.In)
		case err != nil:
			return c.fail(err)
		}
		return done
	}
	return c.wrong("%q is not one of %s", c.args[0], strings.Join(inspectNames(), ", "))
}
