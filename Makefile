# Two commands matter: `make run` sets everything up and shows the product, `make test` runs every test.
# Both need Python 3.11 or newer, make and the package registries; nothing else, and no question is asked.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATA ?= .demo
PORT ?= 8000
UV = $(or $(shell command -v uv),$(BIN)/uv)

.DEFAULT_GOAL := help
.PHONY: help run test lint types bench accuracy round-trip docs golden new-check lock clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 18

run: $(READY) ## Set up, fill .demo with an invented province where it is empty, serve it: make run PORT=8001
	@$(BIN)/caitien demo --data $(DATA)
	@exec $(BIN)/caitien serve --data $(DATA) --port $(PORT)

test: $(READY) ## Run all tests
	@$(BIN)/python scripts/system_programs.py
	@$(BIN)/pytest -n auto

lint: $(READY) ## Style, types and import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(READY) ## Time and memory of the commands, with the size of what they read
	@PYTHONPATH=tests $(BIN)/python -m corpus.bench
	@PYTHONPATH=tests $(BIN)/python -m corpus.bench_checks
	@PYTHONPATH=tests $(BIN)/python -m corpus.bench_writing
	@PYTHONPATH=tests $(BIN)/python -m corpus.bench_site
	@PYTHONPATH=tests $(BIN)/python -m corpus.bench_load
	@PYTHONPATH=tests $(BIN)/python -m corpus.bench_year

accuracy: $(READY) ## How exactly invented plans of every kind are read back and come back from documents
	@PYTHONPATH=tests $(BIN)/python -m corpus.accuracy
	@PYTHONPATH=tests $(BIN)/python -m corpus.round_trip

round-trip: $(READY) ## How exactly plans come back from the documents written of them, by format and form
	@PYTHONPATH=tests $(BIN)/python -m corpus.round_trip

docs: $(READY) ## Write anew what is generated: the manual of the checks, the command's help, pictures
	@$(BIN)/python scripts/make_docs.py

golden: $(READY) ## Draw the pages that tests compare with anew, and the pictures of the documents; look at them
	@$(BIN)/python scripts/make_document_pictures.py --golden

new-check: $(READY) ## Lay the files of a check: make new-check NAME=owner-on-leave FAMILY=items CODE=I99
	@$(BIN)/python scripts/new_check.py --name "$(NAME)" --family "$(FAMILY)" --code "$(CODE)"

lock: $(READY) ## Resolve the dependencies anew (hashes, no addresses)
	@$(UV) pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links --upgrade -q -o requirements.lock

clean: ## Remove what was set up
	rm -rf $(VENV) build node_modules src/caitien/formats/tessdata src/caitien/formats/fonts \
		src/caitien_web/static/vendor

$(READY): requirements.lock pyproject.toml package.json package-lock.json scripts/setup.py
	@$(PYTHON) scripts/setup.py $(VENV)
	@touch $@
