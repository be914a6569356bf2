# Two commands on a fresh machine: `make run` answers questions on the page, `make test` passes every test.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
# pip takes torch's CPU build where that is what the machine's index offers; asked for first, so nothing pulls another.
TORCH = torch==2.13.0

.PHONY: run test check bench llm local-llm fuzz screenshot clean

run: $(VENV)/run
	$(BIN)/rolebook ingest samples
	$(BIN)/rolebook serve

test: $(VENV)/dev
	$(BIN)/pytest

check: $(VENV)/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/bench
	$(BIN)/python -m benchmarks.run

# With a real, weak language model on this machine: the server is compiled, which takes some minutes.
llm: $(VENV)/llm
	$(BIN)/python -m benchmarks.llm --write docs/language_model.md

local-llm: $(VENV)/llm

fuzz: $(VENV)/dev
	$(BIN)/python -m benchmarks.fuzz --count 20000 --write docs/fuzzing.md

screenshot: $(VENV)/dev
	$(BIN)/python -m benchmarks.screenshot

$(VENV)/run: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt $(TORCH)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/dev: $(VENV)/run
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

$(VENV)/bench: $(VENV)/dev
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[bench]'
	touch $@

# Not for this machine's processor alone: what is built for it crashed where a virtual machine shows more than it allows.
$(VENV)/llm: $(VENV)/dev
	CMAKE_ARGS=-DGGML_NATIVE=OFF $(BIN)/pip install --quiet --constraint constraints.txt --editable '.[local-llm]'
	touch $@

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
