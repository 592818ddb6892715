SHELL := bash
.SHELLFLAGS := -euo pipefail -c

PORT ?= 8080
# Only the tests whose names contain this.
FILTER ?=
# The browser engines of the end-to-end tests: chromium, firefox, webkit, or several of them.
ENGINE ?= chromium
# Only the places of the page whose addresses contain this.
PLACE ?=
# What `fuzz` hands to the page, named as in fuzz/targets/, and how often.
TARGET ?=
RUNS ?= 1000000
# A clone of RustSec's advisory-db. Without it, the newest is fetched.
ADVISORIES ?=
WASM := wasm32-unknown-unknown
# Where cargo builds.
BUILT := $(or $(CARGO_TARGET_DIR),target)

export PATH := $(shell tools/setup path):$(PATH)

# Directories too: a file that is gone makes the page old as well.
SOURCES := $(filter-out crates/api/% crates/benchmark/% crates/cli/%,$(shell find src crates/*/src data icons schema) \
  $(wildcard crates/*/Cargo.toml crates/*/build.rs crates/words/*.toml docs/note-template.toml docs/*.html)) Cargo.toml \
  Cargo.lock build.rs index.html manifest.webmanifest style.css Trunk.toml package-lock.json tools/split \
  tools/optimise tools/compress tools/sums tools/without-paths tools/kept.js tools/versions

# What the JavaScript package is made of.
API_SOURCES := $(shell find crates/{api,engine,load,model}/{src,Cargo.toml} crates/engine/build.rs crates/api/npm data) \
  Cargo.toml Cargo.lock LICENSE docs/api.md package-lock.json tools/api tools/bind tools/without-paths tools/versions

# What `note` runs: a copy of the program, for cargo would compile it anew whenever a file in `data/` has changed, and not at all
# while one has a fault.
NOTE_CHECKER := $(BUILT)/note/indsatsregner
NOTE_SOURCES := $(shell find crates/{api,cli,engine,files,load,messages,model,words}/{src,Cargo.toml} \
  crates/{engine,words}/build.rs crates/words/*.toml) Cargo.toml Cargo.lock

# Where the page will be published (INDSATSREGNER_URL): another address makes the page old.
ADDRESS := target/address

# The parts of `test` come one after the other, also under `make -j`.
.NOTPARALLEL:
.PHONY: help serve test test-native test-hosts test-api test-components test-e2e build page api bench load weigh single note check audit audit-page audit-advisories reproduce fuzz picture clean setup FORCE

help: ## show this
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 17

serve: ## build the page if it is not up to date, and serve it on 127.0.0.1:8080 (PORT=8081 for another port)
	@tools/serve --check "$(PORT)"
	@$(MAKE) --no-print-directory page
	@exec tools/serve dist "$(PORT)"

test: test-native test-hosts test-api test-components test-e2e ## run all tests (FILTER=name for some, in each part)

test-native: ## run the tests that need no browser
	@tools/setup test-native
	cargo test --locked $(FILTER)
	cargo test --locked -p indsatsregner-cli -p hostile $(FILTER)

test-hosts: ## serve a small page by nginx, Caddy and Apache, and publish another edition, as docs/hosting.md says
	@tools/setup test-hosts
	cargo test --locked --test hosts $(FILTER)

test-api: api ## run the tests of the JavaScript package, and the examples of its documentation
	@tools/setup api
	node --test tests/api

test-components: ## run the tests of components, in headless Chromium
	@tools/setup test
	cargo test --locked --target $(WASM) -p indsatsregner --test components -- $(FILTER)

test-e2e: ## build the page, and test it from end to end in headless Chromium (ENGINE="firefox webkit" for others, FILTER=keyboard for some)
	@tools/setup test
	@[[ "$(ENGINE)" == chromium ]] || tools/setup engines
	@$(MAKE) --no-print-directory page INDSATSREGNER_URL=
	tools/bytes
	tools/e2e "$(ENGINE)" $(FILTER)

build: page api ## build the optimised page into dist/, and the JavaScript package into dist/api/

page: dist/index.html ## build the page alone

# Trunk empties dist/, so the package is kept elsewhere.
api: $(BUILT)/package/package.json ## build the JavaScript package into dist/api/
	@mkdir -p dist && rm -rf dist/api && cp -R $(BUILT)/package dist/api && tools/sums dist

bench: ## time the engine beside HyperFormula, IronCalc and Publicodes, and print the tables
	@tools/setup bench
	@$(MAKE) --no-print-directory api
	cargo build --locked --profile api -p benchmark --bin benchmark
	tools/bind benchmark $(BUILT)/bench
	PROFILE=release tools/bind benchmark $(BUILT)/bench/small
	node bench/run.mjs $(BUILT)/api/benchmark $(abspath $(BUILT)/bench $(BUILT)/bench/small)

load: page ## serve the built page by nginx to 10.000 requests, again while other editions are published, and print the figures
	@tools/setup load
	node under-load/run.mjs dist

single: page ## build the whole page as one file, indsatsregner.html, which also opens from a mail or a shared drive (NOTE=a.toml with a note of your own inside)
	tools/single dist/indsatsregner.html $(NOTE) > indsatsregner.html

note: ## check one note or several without building the page (FILE=data/my-note.toml)
	@test -n "$(FILE)" || { echo "which file? make note FILE=data/my-note.toml" >&2; exit 2; }
	@tools/setup note
	@$(MAKE) --no-print-directory $(NOTE_CHECKER)
	@$(NOTE_CHECKER) check --ships $(FILE)

check: ## check format, lints and what dependencies bring with them
	@tools/setup check
	cargo fmt --check
	cargo fmt --check --manifest-path fuzz/Cargo.toml --package fuzz
	cargo deny --locked --workspace check --deny warnings bans licenses sources
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked -p indsatsregner-cli -p hostile --all-targets -- -D warnings
	cargo clippy --locked --test e2e --test hosts --test office --test renderers -- -D warnings
	cargo clippy --locked --target $(WASM) -p indsatsregner -p files -p own_notes --lib --bins --test components -- -D warnings
	cargo clippy --locked --target $(WASM) -p api -p benchmark --lib -- -D warnings
	cargo clippy --locked --target $(WASM) -p api --lib --no-default-features -- -D warnings

weigh: page ## say what readers load, whether it is more than budgets.toml allows, and which crates it is made of
	tools/weigh dist
	tools/bytes

audit: ## recalculate exported workbooks in headless LibreOffice, and paint saved pictures in it and in CairoSVG
	@tools/setup audit
	cargo test --locked --test office --test renderers

reproduce: ## build the page of the newest commit once more, in other directories, and compare the hashes of all its files
	@$(MAKE) --no-print-directory page INDSATSREGNER_URL=
	env -u INDSATSREGNER_URL tools/reproduce dist

audit-advisories: ## ask RustSec's list whether anything is known against the crates that are used (ADVISORIES=folder with a clone of it)
	@tools/setup advisories
	tools/advisories $(ADVISORIES)

fuzz: ## let libFuzzer look for what breaks a promise (TARGET=link RUNS=10000000); docs/fuzzing.md names the targets
	@test -n "$(TARGET)" || { echo "which one? make fuzz TARGET=link; docs/fuzzing.md names the others" >&2; exit 2; }
	@tools/setup fuzz
	tools/fuzz "$(TARGET)" "$(RUNS)"

audit-page: page ## let Lighthouse judge the built page as a phone shows it (PLACE=ips-2018 for the addresses with that in them)
	@tools/setup audit-page
	node lighthouse/run.mjs dist "$(PLACE)"

picture: page ## take the pictures in README and docs anew
	@tools/setup test
	tools/picture

clean: ## remove all that was built here; compiled tools stay in the user's cache
	cargo clean
	rm -rf dist node_modules bench/node_modules lighthouse/node_modules under-load/node_modules indsatsregner.html

# Trunk does not start when NO_COLOR is 1, the value that most tools are given.
dist/index.html: $(SOURCES) $(ADDRESS) | setup
	env -u NO_COLOR tools/without-paths trunk build --locked

$(BUILT)/package/package.json: $(API_SOURCES)
	@tools/setup api
	tools/api $(@D)

$(NOTE_CHECKER): $(NOTE_SOURCES)
	cargo build --locked -p indsatsregner-cli
	@mkdir -p $(@D) && cp $(BUILT)/debug/indsatsregner $@

# Rewritten only when the address is another one.
$(ADDRESS): FORCE
	@mkdir -p $(@D) && { echo "$${INDSATSREGNER_URL:-}" | cmp -s - $@ || echo "$${INDSATSREGNER_URL:-}" >$@; }

FORCE:

setup:
	@tools/setup build
