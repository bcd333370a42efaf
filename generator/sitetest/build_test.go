package sitetest

import (
	"bytes"
	"fmt"

	program "crosscheck"
	"crosscheck/generator"
	"crosscheck/generator/diag"
)

// crosscheck builds a site.
func crosscheck(content, out, base string) error {
	report, err := generator.Build(generator.Options{
		Content:   content,
		Out:       out,
		Templates: program.Templates(),
		Static:    program.Static(),
		BaseURL:   base,
	})
	if err != nil {
		return err
	}
	if !report.OK() {
		var b bytes.Buffer
		if err := diag.WriteText(&b, report.Diagnostics, diag.TextOptions{Root: content}); err != nil {
			return err
		}
		return fmt.Errorf("the content has %d errors\n%s", report.Diagnostics.Errors(), &b)
	}
	return nil
}
