# Homeward. Plain `make` lists what can be made.

.DEFAULT_GOAL := help
.PHONY: help tools build demo test bench format lint clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

tools: ## Install what is missing to build and test (apt, where it may)
	@scripts/tools

build: tools ## Build the command `homeward`
	@scripts/swift build --product homeward

demo: tools ## Make an invented network and serve it on http://127.0.0.1:8080 (flags: make demo DEMO="--port 0")
	@scripts/swift build -c release --product homeward
	@exec .build/release/homeward demo $(DEMO)

test: tools ## Build everything and run every test against a PostgreSQL of their own
	@scripts/test

bench: tools ## Measure beside competitors and print the ratios (flags: make bench BENCH="--only a,c")
	@Benchmarks/run $(BENCH)

format: tools ## Write the Swift files in the project's format
	@scripts/swift format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks

lint: tools ## Check the format without writing
	@scripts/swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks

clean: ## Remove what was built
	@rm -rf .build
