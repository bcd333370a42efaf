package main

import (
	"fmt"
	"runtime/debug"
)

var versionCommand = command{
	name: "version",
	line: "tells which crosscheck this is",
	run:  version,
}

func version(c *call) int {
	v := "of unknown version"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		v = info.Main.Version
	}
	fmt.Fprintln(c.out, "crosscheck", v)
	return done
}
