//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkBuild builds a corpus of 1,000 stories and one of 5,000, each in a
// process of its own into a new folder, once more with nothing changed, and once
// into a new folder without share images.
// With CROSSCHECK_CORPUS the corpora are kept in that folder, and used again.
//
//	go test ./cmd/crosscheck -run '^$' -bench 'Build$' -benchtime 1x
//
// Nothing is deleted before the end: ext4 looks long for an inode while many
// have just been freed, and that would be measured too.
func BenchmarkBuild(b *testing.B) {
	root, outs := b.TempDir(), 0
	for _, stories := range []int{1000, 5000} {
		name := strconv.Itoa(stories)
		dir := filepath.Join(root, "content-"+name)
		if keep := os.Getenv("CROSSCHECK_CORPUS"); keep != "" {
			dir = filepath.Join(keep, name)
		}
		if _, err := os.Stat(dir); err != nil {
			if err := writeCorpus(dir, stories); err != nil {
				b.Fatal(err)
			}
		}
		out := ""
		measure := func(b *testing.B) {
			wall, cpu, peak := build1(b, dir, out)
			b.ReportMetric(wall.Seconds(), "s-wall")
			b.ReportMetric(cpu.Seconds(), "s-cpu")
			b.ReportMetric(float64(peak)/(1<<20), "MB-peak")
			b.ReportMetric(float64(stories)/wall.Seconds(), "stories/s")
			b.ReportMetric(0, "ns/op")
		}
		b.Run(name+"/new", func(b *testing.B) {
			for b.Loop() {
				outs++
				out = filepath.Join(root, strconv.Itoa(outs))
				measure(b)
			}
		})
		b.Run(name+"/unchanged", func(b *testing.B) {
			if out == "" { // it runs alone
				out = filepath.Join(root, name)
				build1(b, dir, out)
			}
			for b.Loop() {
				measure(b)
			}
		})
		b.Run(name+"/new-without-images", func(b *testing.B) {
			settings := filepath.Join(dir, "site.yaml")
			with, err := os.ReadFile(settings)
			if err != nil {
				b.Fatal(err)
			}
			defer os.WriteFile(settings, with, 0o666)
			if err := os.WriteFile(settings, append(bytes.Clone(with), "share_images: false\n"...), 0o666); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				outs++
				out = filepath.Join(root, strconv.Itoa(outs))
				measure(b)
			}
		})
	}
}

// BenchmarkBuildHere builds 300 stories in this process, to be profiled:
//
//	go test ./cmd/crosscheck -run '^$' -bench BuildHere -cpuprofile cpu.out
func BenchmarkBuildHere(b *testing.B) {
	dir := b.TempDir()
	if err := writeCorpus(filepath.Join(dir, "content"), 300); err != nil {
		b.Fatal(err)
	}
	for n := 0; b.Loop(); n++ {
		if status := run([]string{"build", "--content", filepath.Join(dir, "content"), "--out", filepath.Join(dir, strconv.Itoa(n))}, nil, io.Discard, os.Stderr); status != done {
			b.Fatalf("status %d", status)
		}
	}
}

// build1 builds in a fresh process and returns what that took.
func build1(tb testing.TB, content, out string) (wall, cpu time.Duration, peak int64) {
	tb.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command("crosscheck", "build", "--content", content, "--out", out)
	cmd.Stderr = &stderr
	begun := time.Now()
	err := cmd.Run()
	wall = time.Since(begun)
	if err != nil {
		tb.Fatalf("%v\n%s", err, stderr.String()[:min(4000, stderr.Len())])
	}
	cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	peak = cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	if runtime.GOOS != "darwin" {
		peak <<= 10
	}
	return wall, cpu, peak
}

// The corpus is what it is said to be, and the program finds every quote.
func TestCorpus(t *testing.T) {
	words, most, least := 0, 0, 1<<30
	const stories = 20
	for n := range stories {
		for name, text := range makeStory(n) {
			if strings.HasPrefix(name, "articles/") {
				k := len(strings.Fields(text[strings.Index(text[3:], "---")+6:]))
				words += k
				most, least = max(most, k), min(least, k)
			}
		}
	}
	if mean := words / (5 * stories); mean < 400 || mean > 560 || least < 350 || most > 600 {
		t.Errorf("articles of %d to %d words, %d in the mean", least, most, mean)
	}
	dir := t.TempDir()
	if err := writeCorpus(filepath.Join(dir, "content"), 5); err != nil {
		t.Fatal(err)
	}
	build1(t, filepath.Join(dir, "content"), filepath.Join(dir, "public"))
}
