SHELL := bash
.SHELLFLAGS := -euo pipefail -c

PORT ?= 8080
WASM := wasm32-unknown-unknown

export PATH := $(shell tools/setup path):$(PATH)

# Directories too: a file that is gone makes the page old as well.
SOURCES := $(shell find src data icons schema) Cargo.toml Cargo.lock build.rs index.html manifest.webmanifest style.css \
  Trunk.toml package-lock.json tools/versions

# Where the page will be published (INDSATSREGNER_URL): another address makes the page old.
ADDRESS := target/address

.PHONY: help serve test build single check audit picture clean setup FORCE

help: ## show this
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 8

serve: ## build the page if it is not up to date, and serve it on 127.0.0.1:8080 (PORT=8081 for another port)
	@tools/serve --check "$(PORT)"
	@$(MAKE) --no-print-directory build
	@exec tools/serve dist "$(PORT)"

test: ## run all tests: native, components in headless Chromium, and the built page from end to end
	@tools/setup test
	cargo test --locked
	cargo test --locked --target $(WASM) --test components
	@$(MAKE) --no-print-directory build INDSATSREGNER_URL=
	cargo test --locked --features e2e --test e2e

build: dist/index.html ## build the optimised page into dist/

single: build ## build the whole page as one file, indsatsregner.html, which also opens from a mail or a shared drive
	cp dist/indsatsregner.html indsatsregner.html

check: ## check format and lints
	@tools/setup check
	cargo fmt --check
	cargo clippy --locked --all-targets --all-features -- -D warnings
	cargo clippy --locked --target $(WASM) --lib --bins --test components -- -D warnings

audit: ## recalculate exported workbooks in headless LibreOffice, and compare
	@tools/setup audit
	cargo test --locked --features audit --test office

picture: build ## take the pictures in README and docs anew
	@tools/setup test
	tools/picture

clean: ## remove all that was built here; compiled tools stay in the user's cache
	cargo clean
	rm -rf dist node_modules indsatsregner.html

# Trunk does not start when NO_COLOR is 1, the value that most tools are given.
dist/index.html: $(SOURCES) $(ADDRESS) | setup
	env -u NO_COLOR trunk build --locked

# Rewritten only when the address is another one.
$(ADDRESS): FORCE
	@mkdir -p $(@D) && { echo "$${INDSATSREGNER_URL:-}" | cmp -s - $@ || echo "$${INDSATSREGNER_URL:-}" >$@; }

FORCE:

setup:
	@tools/setup build
