# make alone tells what there is.

GO       ?= go
FUZZTIME ?= 10s
BASE_URL ?=
CHECKER   = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.DEFAULT_GOAL := help
.PHONY: help site build check test tools lint bench fuzz clean

help:
	@echo 'make site    build the program and the site: open public/index.html'
	@echo '             BASE_URL=https://…  the address where it will be published'
	@echo 'make check   check the content, write nothing'
	@echo 'make test    everything CI runs; installs the browser it needs where it may'
	@echo '             CROSSCHECK_CHROME=/path/to/chrome  the browser to use'
	@echo 'make lint    formatting, go vet, staticcheck'
	@echo 'make bench   build a generated corpus of 1,000 and of 5,000 stories and measure it'
	@echo 'make fuzz    each fuzz target for FUZZTIME=$(FUZZTIME)'
	@echo 'make clean   remove what was built and fetched'

build:
	@$(GO) build -trimpath -buildvcs=false -o bin/crosscheck ./cmd/crosscheck

site: build
	@./bin/crosscheck build $(if $(BASE_URL),--base-url '$(BASE_URL)')

check: build
	@./bin/crosscheck check

test: tools lint
	$(GO) test -timeout 30m ./...

tools:
	@sh .ci/tools

lint:
	@bad=$$("$$($(GO) env GOROOT)/bin/gofmt" -l cmd generator embed.go) && \
	if [ -n "$$bad" ]; then echo 'Not formatted (gofmt -w):' $$bad; exit 1; fi
	$(GO) vet ./...
	$(GO) run $(CHECKER) ./...

bench:
	$(GO) test ./cmd/crosscheck -run '^$$' -bench 'BenchmarkBuild$$' -benchtime 1x -timeout 30m

fuzz:
	@set -e; \
	grep -rl --include='*_test.go' '^func Fuzz' cmd generator | while read -r file; do \
		sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$$file" | while read -r target; do \
			echo "$${file%/*} $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x "./$${file%/*}"; \
		done; \
	done

# Only what the program made, by its own list: a CNAME of yours stays.
clean:
	rm -rf bin .cache
	@[ ! -f public/.crosscheck.json ] || { \
		sed -n 's/^  "\([a-z0-9._/-]*\)",\{0,1\}$$/\1/p' public/.crosscheck.json | while read -r file; do \
			case $$file in *..*|/*) ;; *) rm -f "public/$$file";; esac; \
		done; \
		rm -f public/.crosscheck.json; \
		find public -mindepth 1 -type d -empty -delete; \
	}
