# `make demo` and `make test` are all one needs; `make help` lists the rest.

SHELL := /bin/bash
SWIFT ?= swift
PREFIX ?= /usr/local
CONFIGURATION ?= release

BINARY := .build/$(CONFIGURATION)/dailies
INSTALLED := $(DESTDIR)$(PREFIX)
FORMATTED := Sources Tests Benchmarks Package.swift

# Nothing looks symbols up in the program, so none are exported or kept; what must be relocated at the start is packed where the
# C library can read that (glibc 2.36). No run path: the loader would look for every library in a dozen folders beside it.
packed := $(shell getconf GNU_LIBC_VERSION 2>/dev/null | \
  awk -F '[ .]' '$$2 > 2 || $$3 >= 36 { print "-Xlinker -z -Xlinker pack-relative-relocs" }')
# The runtime would find each generic type by its name, and look through all conformances of a large program to check it: types
# are asked for directly instead.
direct := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
# A third of the program would be Unicode data of languages that it does not speak.
UNICODE := .build/unicode/link-flags
trimmed := $(if $(shell command -v python3),$(UNICODE))
RELEASE := -c release --static-swift-stdlib --disable-local-rpath --product dailies \
  -Xswiftc -use-ld=lld -Xlinker --no-export-dynamic -Xlinker -s $(packed) $(direct)
BENCH_HISTORY := $(CURDIR)/Benchmarks/.build/history

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test fuzz large bench bench-peers build install uninstall format lint screens clean prepare prepare-test

help: ## Shows this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: prepare ## Builds what is missing and starts Dailies on its demo service: free, offline, no account
	@$(SWIFT) build --product dailies
	@.build/debug/dailies --demo

# One test at a time: many of them start programs and servers, and two cores are soon busy.
test: prepare-test ## Builds what is missing and runs every test
	@$(SWIFT) test --no-parallel

# DAILIES_FUZZ_SEED=2 tries ten million others.
fuzz: export DAILIES_FUZZ_ROUNDS ?= 10000000
fuzz: prepare-test ## Gives the reader of films ten million films with mistakes
	@$(SWIFT) test --filter FilmBoxesFuzzTests

large: export DAILIES_LARGE_FILM ?= 4294967296
large: prepare-test ## Saves a film of 4 GiB, and watches how much memory that takes
	@$(SWIFT) test --filter LargeFilmTests

# A package of its own. The first time it is built and its history written (five minutes on two cores, and two).
bench: export DAILIES_BENCH_HISTORY := $(BENCH_HISTORY)
bench: prepare ## Measures what has to be fast inside the program (FILTER=Editor: some of it)
	@$(SWIFT) build --package-path Benchmarks -c release --product MakeHistory
	@Benchmarks/.build/release/MakeHistory $(BENCH_HISTORY) 100000
	@$(SWIFT) package --package-path Benchmarks benchmark --target Speed --grouping metric --no-progress \
	  $(if $(FILTER),--filter '.*$(FILTER).*')

# PEERS="--only typing,paste --quick" passes words on to the script.
bench-peers: ## Measures the whole program beside others, LAB=folder of the laboratory
	@test -n "$(LAB)" || { echo "LAB= names the folder of the laboratory; see docs/performance.md." >&2; exit 2; }
	@$(MAKE) --no-print-directory build
	@Scripts/bench-peers.py --lab "$(LAB)" $(PEERS)

build: prepare $(trimmed) ## Builds the release, with the Swift runtime inside
	@$(SWIFT) build $(RELEASE) $(if $(trimmed),$$(cat $(trimmed)))

$(UNICODE): Scripts/trim-icu.py
	@mkdir -p $(@D)
	@Scripts/trim-icu.py $(SWIFT)c $(@D)/icu.o > $@

# CONFIGURATION=debug installs the debug build that is there and builds nothing.
install: $(if $(filter release,$(CONFIGURATION)),build) ## Installs the release under PREFIX (/usr/local), inside DESTDIR
	@test -x "$(BINARY)" || { echo "$(BINARY) has not been built." >&2; exit 1; }
	install -d "$(INSTALLED)/bin" "$(INSTALLED)/share/dailies/clips" \
	  "$(INSTALLED)/share/dailies/snippets"
	install -m 755 "$(BINARY)" "$(INSTALLED)/bin/dailies"
	install -m 644 assets/clips/*.mp4 "$(INSTALLED)/share/dailies/clips"
	install -m 644 assets/snippets/*.toml "$(INSTALLED)/share/dailies/snippets"

uninstall: ## Removes what `make install` has put there
	rm -f "$(INSTALLED)/bin/dailies"
	rm -rf "$(INSTALLED)/share/dailies"

format: ## Formats the sources
	@$(SWIFT) format --in-place --parallel --recursive $(FORMATTED)

lint: ## Checks the formatting
	@$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED)

screens: prepare ## Makes the pictures of README.md anew from the program itself
	@Scripts/make-screens.sh

clean: ## Removes everything that was built
	rm -rf .build Benchmarks/.build

# The system libraries and the toolchain; says how long a first build takes.
prepare:
	@Scripts/prepare.sh build

prepare-test:
	@Scripts/prepare.sh test
