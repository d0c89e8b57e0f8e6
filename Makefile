# The two commands of the README are `make demo` and `make test`. Each does everything on a fresh Debian 12.
#
#   make demo       reads the invented pile in examples/ and shows what comes out
#   make test       g++ with warnings as errors, every test, and the core again under the sanitizers
#   make test-all   also clang, threads under tsan, clang-tidy, fuzzing, large piles, an install into an empty root
#   make            the program for daily use: build/release/readout
#   make deb        three packages for Debian: the program, the library, what is built on it
#   make install    into PREFIX (/usr/local), DESTDIR is kept
#   make format     clang-format over every source

PREFIX ?= /usr/local
FUZZ_SECONDS ?= 60
.PHONY: all demo test test-all bench clang tsan tidy fuzz coverage format install deb setup clean

all:
	@tools/setup --program
	@cmake --preset release -DREADOUT_TESTS=OFF -DREADOUT_BENCH=OFF >/dev/null
	@cmake --build --preset release --target readout readout_share readout_library

setup:
	@tools/setup

demo: all
	@tools/demo build/release/readout

test: setup
	@tools/setup --venv
	@tools/setup --npm
	@cmake --preset dev >/dev/null
	@cmake --build --preset dev
	@cmake --preset asan >/dev/null
	@cmake --build --preset asan --target core_tests
	@tools/run_tests build/dev build/asan:core

test-all: test
	@tools/setup --all
	@tools/test_all $(FUZZ_SECONDS)

bench: setup
	@cmake --preset release >/dev/null
	@cmake --build --preset release

clang tsan tidy:
	@tools/setup --all
	@cmake --preset $@ >/dev/null
	@cmake --build --preset $@

fuzz:
	@tools/setup --all
	@tools/run_fuzzers $(FUZZ_SECONDS)

coverage: setup
	@tools/coverage

format: setup
	@tools/check_format --fix

install: all
	@cmake --install build/release --prefix "$(PREFIX)"

# Three packages for Debian 12, in build/packages.
deb: setup
	@cmake --preset package >/dev/null
	@cmake --build --preset package
	@rm -rf build/packages
	@cpack --config build/package/CPackConfig.cmake

clean:
	rm -rf build
