package sitetest

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
)

// axe-core is a test dependency under its own licence (MPL 2.0): npm fetches
// it once into a folder that git ignores. The digest is of the package as
// published; to take another version change both.
const (
	axeVersion = "4.14.1"
	axeSHA512  = "1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5"
)

// axeSource returns axe-core's script. The package is checked at each use, so
// that what lies in the cache cannot have been changed.
var axeSource = sync.OnceValues(func() (string, error) {
	cache, err := filepath.Abs("../../.cache")
	if err != nil {
		return "", err
	}
	file := filepath.Join(cache, "axe-core-"+axeVersion+".tgz")
	data, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		if err := os.MkdirAll(cache, 0o777); err != nil {
			return "", err
		}
		npm := exec.Command("npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", cache, "axe-core@"+axeVersion)
		npm.Dir = cache
		if out, err := npm.CombinedOutput(); err != nil {
			return "", fmt.Errorf("fetching axe-core %s with npm (make test installs npm where it may): %w\n%s", axeVersion, err, out)
		}
		data, err = os.ReadFile(file)
	}
	if err != nil {
		return "", err
	}
	if sum := sha512.Sum512(data); hex.EncodeToString(sum[:]) != axeSHA512 {
		return "", fmt.Errorf("%s is not the axe-core %s that was published: remove it and run the tests again", file, axeVersion)
	}
	zip, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	for r := tar.NewReader(zip); ; {
		entry, err := r.Next()
		if err != nil {
			return "", fmt.Errorf("axe.min.js in %s: %w", file, err)
		}
		if entry.Name == "package/axe.min.js" {
			script, err := io.ReadAll(r)
			return string(script), err
		}
	}
})
