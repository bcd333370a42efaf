// Command crosscheck turns news articles and claims about them into a site that
// shows, claim by claim, what each source said and where the sources part.
//
// Exit status: 0 done, 1 the content has errors, 2 wrong usage (options, and
// templates and assets of one's own that cannot be used), 3 the machine failed
// or a folder is refused.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync"
	"sync/atomic"

	"crosscheck/generator/diag"
)

// Exit statuses.
const (
	done    = 0
	content = 1 // the content has errors
	usage   = 2 // the command was called in a wrong way
	failed  = 3 // the machine failed: disk, permission
)

// A command is one word behind crosscheck. To add one, write its file and name
// it in commands; what is not named there is not in the help.
type command struct {
	name string
	args string // what stands behind the options, for the help
	line string // what it does, one line
	help string // more, behind the line
	run  func(c *call) int
	set  func(c *call, f *flag.FlagSet) // declares its options; nil if it has none
}

var commands []*command

func init() {
	commands = []*command{&buildCommand, &checkCommand, &suggestCommand, &inspectCommand, &versionCommand}
}

// A call is one run of a command.
type call struct {
	command *command
	args    []string // behind the options
	in      io.Reader
	out     io.Writer
	err     io.Writer
	options options
}

// options holds the values of all commands' options.
type options struct {
	content, out, templates, static, baseURL string
	format                                   string
	limit                                    int
}

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, err io.Writer) int {
	pace(0)
	if len(args) == 0 {
		overview(err)
		return usage
	}
	name, args := args[0], args[1:]
	switch name {
	case "help", "-h", "-help", "--help":
		if len(args) == 0 {
			overview(out)
			return done
		}
		if name == "help" {
			return run([]string{args[0], "--help"}, in, out, err)
		}
		overview(out)
		return done
	case "-v", "-version", "--version":
		name = "version"
	}
	for _, cmd := range commands {
		if cmd.name == name {
			return cmd.call(args, in, out, err)
		}
	}
	fmt.Fprintf(err, "crosscheck: there is no command %q.\n\n", name)
	overview(err)
	return usage
}

// pace tells the garbage collector how much memory a run with that many stories
// may take. Nearly all of what a build allocates lives as long as one story, so
// collecting rarely saves a fifth of the time; the limit is what keeps that from
// costing more memory than the work is worth. What lives on is some kilobytes
// for each story.
func pace(stories int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(1000)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		limit.Store(150<<20 + int64(stories)*(8<<10))
		debug.SetMemoryLimit(limit.Load())
		watch.Do(lift)
	}
}

var (
	limit atomic.Int64 // of memory, in bytes
	watch sync.Once
)

// lift raises the memory limit after a collection that left more than half of
// it alive: a collector that is held below what lives runs without end.
func lift() {
	type sentinel struct{ _ [16]byte } // dies in every collection, and is born again
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	var collected func(*sentinel)
	collected = func(s *sentinel) {
		metrics.Read(live)
		if want := 2 * int64(live[0].Value.Uint64()); want > limit.Load() {
			limit.Store(want)
			debug.SetMemoryLimit(want)
		}
		runtime.SetFinalizer(s, collected)
	}
	runtime.SetFinalizer(new(sentinel), collected)
}

func (cmd *command) call(args []string, in io.Reader, out, errs io.Writer) int {
	c := &call{command: cmd, in: in, out: out, err: errs}
	flags := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	if cmd.set != nil {
		cmd.set(c, flags)
	}
	for {
		switch err := flags.Parse(args); {
		case errors.Is(err, flag.ErrHelp):
			c.help(out, flags)
			return done
		case err != nil:
			return c.wrong("%s", strings.Replace(err.Error(), "flag provided but not defined: -", "there is no option --", 1))
		}
		// Options may stand behind other words as well.
		args = flags.Args()
		if len(args) == 0 {
			return cmd.run(c)
		}
		c.args = append(c.args, args[0])
		args = args[1:]
	}
}

// wrong says what was wrong with the call.
func (c *call) wrong(format string, args ...any) int {
	fmt.Fprintf(c.err, "crosscheck %s: %s\nTry: crosscheck %s --help\n", c.command.name, diag.Visible(fmt.Sprintf(format, args...)), c.command.name)
	return usage
}

// fail says what the machine failed at.
func (c *call) fail(err error) int {
	lines := strings.Split(err.Error(), "\n")
	for i := range lines {
		lines[i] = diag.Visible(lines[i])
	}
	fmt.Fprintf(c.err, "crosscheck %s: %s\n", c.command.name, strings.Join(lines, "\n"))
	return failed
}

func overview(w io.Writer) {
	fmt.Fprint(w, `crosscheck shows how several news articles put the same thing: it turns
articles and claims about them into a site to browse.

Usage: crosscheck COMMAND [options]

`)
	for _, c := range commands {
		fmt.Fprintf(w, "  %-10s %s\n", c.name, c.line)
	}
	fmt.Fprint(w, `
crosscheck COMMAND --help tells more.
Exit status: 0 done, 1 the content has errors, 2 wrong usage, 3 the machine failed.
`)
}

func (c *call) help(w io.Writer, flags *flag.FlagSet) {
	use := "crosscheck " + c.command.name
	if c.command.args != "" {
		use += " " + c.command.args
	}
	has := false
	flags.VisitAll(func(*flag.Flag) { has = true })
	if has {
		use += " [options]"
	}
	fmt.Fprintf(w, "Usage: %s\n\n%s%s.\n", use, strings.ToUpper(c.command.line[:1]), c.command.line[1:])
	if c.command.help != "" {
		fmt.Fprintf(w, "\n%s\n", strings.TrimSpace(c.command.help))
	}
	if has {
		fmt.Fprint(w, "\nOptions:\n")
		flags.VisitAll(func(f *flag.Flag) {
			value, help := flag.UnquoteUsage(f)
			if f.DefValue != "" {
				help += " (" + f.DefValue + ")"
			}
			fmt.Fprintf(w, "  %-20s %s\n", "--"+f.Name+" "+value, help)
		})
	}
}
