# Homeward. Plain `make` lists what can be made.

.DEFAULT_GOAL := help
.PHONY: help tools build test format lint clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

tools: ## Install what is missing to build and test (apt, where it may)
	@scripts/tools

build: tools ## Build the command `homeward`
	@scripts/swift build --product homeward

test: tools ## Build everything and run every test against a PostgreSQL of their own
	@scripts/test

format: tools ## Write the Swift files in the project's format
	@scripts/swift format --in-place --parallel --recursive Package.swift Sources Tests

lint: tools ## Check the format without writing
	@scripts/swift format lint --strict --parallel --recursive Package.swift Sources Tests

clean: ## Remove what was built
	@rm -rf .build
