package sitetest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

var zeroTime time.Time

// browser is the one browser that all tests share, as a context from which
// newTab opens tabs. It is started when the first test asks for it.
var browser = sync.OnceValues(func() (context.Context, error) {
	profile, err := os.MkdirTemp(workFolder, "browser")
	if err != nil {
		return nil, err
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.DisableGPU,
		chromedp.UserDataDir(profile),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("mute-audio", true),
	)
	// The sandbox needs what containers and some CI machines withhold.
	if os.Getuid() == 0 || os.Getenv("CI") != "" {
		options = append(options, chromedp.NoSandbox)
	}
	if name := os.Getenv("CROSSCHECK_CHROME"); name != "" {
		found, err := exec.LookPath(name)
		if err != nil {
			return nil, fmt.Errorf("CROSSCHECK_CHROME names %s: %w", name, err)
		}
		options = append(options, chromedp.ExecPath(found))
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	closeBrowser = cancel
	// A newer browser may send events that the library does not know; that is
	// its log's business and no finding about the site.
	ctx, _ := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	if err := chromedp.Do(ctx); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			err = errors.New("no Chrome or Chromium here. Run make test, which installs Debian's package where it may, or name one: CROSSCHECK_CHROME=/path/to/chrome make test")
		}
		return nil, fmt.Errorf("starting the browser: %w", err)
	}
	return ctx, nil
})

// closeBrowser ends the browser and waits until it is gone.
var closeBrowser = func() {}

// tab is a page in the browser that notes what a good page never does.
type tab struct {
	context.Context
	base     string // every request goes below it
	scripts  bool
	notFound bool // the page itself is expected to be a 404

	mu     sync.Mutex
	faults []string
}

// newTab opens a tab in a browser context of its own. Requests may only go
// below base.
func newTab(t testing.TB, base string, scripts bool) *tab {
	t.Helper()
	shared, err := browser()
	if err != nil {
		t.Fatal(err) // these tests never pass by skipping
	}
	ctx, cancel := chromedp.NewContext(shared, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	// Long enough for a machine that has much else to do; nothing is timed.
	ctx, cancelTime := context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancelTime)
	p := &tab{Context: ctx, base: base, scripts: scripts}
	if err := chromedp.Listen(ctx, p.listen); err != nil {
		t.Fatal(err)
	}
	call(t, p, network.Enable, network.EnableParams{})
	call(t, p, log.Enable, cdp.Empty{})
	call(t, p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !scripts})
	return p
}

func (p *tab) listen(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, p.base) && !strings.HasPrefix(u, "data:") && u != "about:blank" {
			p.fault("asks for %s", u)
		}
	case *network.EventLoadingFailed:
		if !e.Canceled {
			p.fault("could not load a %s: %s", e.Type, e.ErrorText)
		}
	case *runtime.EventExceptionThrown:
		p.fault("script error: %s", e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "warning" || e.Type == "assert" {
			p.fault("console.%s: %s", e.Type, e.Args[0].Value)
		}
	case *log.EventEntryAdded:
		if p.notFound && strings.Contains(e.Entry.Text, "status of 404") {
			break
		}
		if e.Entry.Level == "error" || e.Entry.Level == "warning" {
			p.fault("console: %s %s", e.Entry.Text, e.Entry.URL)
		}
	}
}

func (p *tab) fault(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.faults = append(p.faults, fmt.Sprintf(format, args...))
}

// report fails the test with what was noted since the last report.
func (p *tab) report(t testing.TB) {
	t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, f := range p.faults {
		t.Error(f)
	}
	p.faults = nil
}

func (p *tab) do(t testing.TB, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(p, actions...); err != nil {
		t.Fatal(err)
	}
}

func call[P, R any](t testing.TB, p *tab, command cdp.Command[P, R], params P) R {
	t.Helper()
	result, err := chromedp.Call(p, command, params)
	if err != nil {
		t.Fatalf("%s: %v", command.Method, err)
	}
	return result
}

// eval runs JavaScript by the debugger's door, which is open with the page's
// own scripts switched off as well.
func eval[T any](t testing.TB, p *tab, script string) T {
	t.Helper()
	v, err := chromedp.Run(p, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// open loads a page of the site.
func (p *tab) open(t testing.TB, name string) {
	t.Helper()
	p.do(t, chromedp.Navigate(p.base+name))
}

// openRemembering opens a page that is to know what the page before has stored.
// A browser may hand a file to another process, which reads the storage before
// the first has written it; so the page is opened anew until it knows, for a
// while. That it knows is for the caller to prove.
func (p *tab) openRemembering(t *testing.T, name string, knows func() bool) {
	t.Helper()
	for range 10 {
		p.open(t, name)
		for range 25 {
			if knows() {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
	}
}

// wait waits until a script's condition holds, across navigations.
func (p *tab) wait(t *testing.T, condition string) {
	t.Helper()
	for p.Err() == nil {
		if ok, err := chromedp.Run(p, chromedp.Evaluate[bool](condition)); err == nil && ok {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("waited in vain: %s", condition)
}

// look sets the window's width and the colour scheme.
func (p *tab) look(t *testing.T, width int64, scheme string) {
	t.Helper()
	call(t, p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 900, DeviceScaleFactor: 1})
	call(t, p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme},
		{Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

// overflow returns what makes the page wider than its window; nothing may.
const overflow = `(() => {
	const width = document.documentElement.clientWidth
	if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return []
	const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 0.5)
	return ["page is " + document.documentElement.scrollWidth + " px wide",
		...wide.slice(0, 5).map(e => e.outerHTML.slice(0, 120) + " ends at " + Math.round(e.getBoundingClientRect().right))]
})()`

// violation is what axe-core says of a page.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct {
		Target  []any
		Summary string `json:"failureSummary"`
	}
}

// axe runs axe-core on the page as it stands. A page that was loaded without
// scripts stays what it is: they are allowed again only for axe-core's own.
func (p *tab) axe(t *testing.T) {
	t.Helper()
	call(t, p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: false})
	defer call(t, p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !p.scripts})
	source, err := axeSource()
	if err != nil {
		t.Fatal(err)
	}
	if !eval[bool](t, p, `typeof axe === "object"`) {
		eval[int](t, p, source+"\n;0")
	}
	found := eval[struct {
		Passes     int
		Violations []violation
	}](t, p, `axe.run(document, {resultTypes: ["violations"]}).then(r => ({passes: r.passes.length, violations: r.violations.map(
		v => ({id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.slice(0, 4).map(n => ({target: n.target, failureSummary: n.failureSummary}))}))}))`)
	if found.Passes < 10 {
		t.Errorf("axe-core looked at %d things only", found.Passes)
	}
	for _, v := range found.Violations {
		for _, n := range v.Nodes {
			t.Errorf("axe: %s (%s): %s\n\t%v\n\t%s", v.ID, v.Impact, v.Help, n.Target, strings.ReplaceAll(n.Summary, "\n", "\n\t"))
		}
	}
}

// serve serves the site below a path that is not the root, as project sites on
// GitHub Pages are, and returns its address.
func serve(t *testing.T, dir, below string) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle(below, http.StripPrefix(below, http.FileServer(http.Dir(dir))))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL + below
}

// fileURL returns the address of a folder on disk.
func fileURL(t testing.TB, dir string) string {
	t.Helper()
	abs, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(abs) + "/"}).String()
}
