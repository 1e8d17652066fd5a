# Two commands are all a fresh machine needs: `make run` and `make test`.
# `make check` is the whole gate: format, lint, types, import contracts, tests.

PYTHON ?= python3
BIN := .venv/bin

# Packages go into .venv, whatever pip is told elsewhere; and it refuses the program itself
# where it is told to want hashes for everything.
export PIP_USER := 0
export PIP_REQUIRE_HASHES := 0
unexport PIP_TARGET PIP_PREFIX PIP_ROOT PYTHONHOME PYTHONPATH

# Many tests wait for a terminal most of their time: three share a core.
WORKERS ?= $$((3 * $$(getconf _NPROCESSORS_ONLN)))

.PHONY: run test test-all thorough check fhir-tools lhc-forms monkeys browsers parity kills bit-flips save-kills hostile-files kiosk-ssh kiosk-intruders benchmark speed flame-graph growth-plots benchmark-leaving benchmark-caseload benchmark-quick agreement mutation terminals messages transcript contrast gallery format clean

run: .venv/ready
	@$(BIN)/screener $(ARGS)

test: .venv/dev .venv/ready
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -q -rs -n $(WORKERS) --dist worksteal --sample $(ARGS)

# Each property over 5,000 random examples instead of 20, and each worked case with every
# engine that `make test` gives a sample of them: hours.
thorough: .venv/dev
	HYPOTHESIS_PROFILE=thorough $(MAKE) test-all ARGS="-m hypothesis"
	HYPOTHESIS_PROFILE=thorough $(MAKE) test-all ARGS="tests/fhir"

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) --silent licenses-check
	$(MAKE) --silent audit ARGS=
	$(MAKE) test

# What checks the FHIR export from outside: npm packages, in a folder that git ignores.
# Without them, or without Chromium, those tests are skipped, and say so.
fhir-tools: .fhir-tools/done

lhc-forms: .venv/dev fhir-tools
	LHC_FORMS=all $(BIN)/python -m pytest -q -rs -n auto tests/fhir/test_lhc_forms.py

# All tests, also the slow ones, and all cases where `make test` tries one in 32.
test-all: .venv/dev .venv/ready
	$(BIN)/python -m pytest -q -rs -n $(WORKERS) --dist worksteal $(ARGS)

monkeys: .venv/dev
	MONKEYS=500 $(BIN)/python -m pytest -q -n auto tests/tui/test_monkeys.py

# Real visits in a real Chromium, one after the other.
browsers: .venv/dev
	BROWSERS=1 $(BIN)/python -m pytest -q -rs tests/web $(ARGS)

parity: .venv/dev
	$(BIN)/python -m tests.plain.parity 200

kills: .venv/dev
	$(BIN)/python -m tests.journal.kills 1000

# Single bits that change in the first lines of journals: every later step is offered.
bit-flips: .venv/dev
	$(BIN)/python -m tests.journal.flips

# Processes that are killed while they save a summary: no half file, nothing hidden stays.
save-kills: .venv/dev
	$(BIN)/python -m tests.summary.save_kills

# Files that are made to take gigabytes or minutes, through every command that reads them:
# each run must take less than 200 MB and 2 seconds of the processor.
hostile-files: .venv/dev .venv/ready
	$(BIN)/python -m tests.hostile_files

# A kiosk over SSH whose network is silently gone: when its screen is clear. As root.
kiosk-ssh: .venv/dev
	$(BIN)/python -m tests.kiosk.ssh_link

kiosk-intruders: .venv/dev
	$(BIN)/python -m tests.tui.kiosk.random_bytes 200

benchmark: .venv/bench
	$(BIN)/python -m benchmarks $(ARGS)

speed: .venv/bench
	$(BIN)/python -m benchmarks --into docs/speed.md

flame-graph: .venv/bench
	$(BIN)/python -m benchmarks.flame

growth-plots: .venv/bench
	$(BIN)/python -m benchmarks.plots

benchmark-leaving: .venv/dev
	$(BIN)/python -m benchmarks.leaving

benchmark-caseload: .venv/dev
	$(BIN)/python -m benchmarks.caseload

benchmark-quick: .venv/dev
	$(BIN)/python -m benchmarks.quick

# Where the people of tests/data/people are placed, beside what was expected of them.
agreement: .venv/dev .venv/ready
	for people in tests/data/people/*.jsonl; do \
		echo "$$people"; $(BIN)/python -m screener agreement "$$people" || exit 1; \
	done

mutation: .venv/dev
	$(BIN)/python -m tests.mutation

# After a change of the interface's words: what is new is empty in the .po file, and
# the tests fail until it is told in every language.
messages: .venv/dev
	$(BIN)/python -m tests.language.messages

transcript: .venv/dev
	$(BIN)/python docs/make_transcript.py

terminals: .venv/dev
	TERMINALS=all $(BIN)/python -m pytest -q -rs -n auto tests/looks/test_terminals.py

contrast: .venv/dev
	$(BIN)/python -m tests.looks.contrast

# Names every package again, with its hashes, for all systems and Pythons. What is locked
# stays at its release as long as pyproject.toml allows it; to look for newer ones:
# make lock ARGS=--upgrade, or ARGS="--upgrade-package NAME". uv.lock is not made: it
# would name the index that this computer installs from.
LOCK = .venv/tools/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command "make lock"
SAME := pyproject.toml --constraint requirements/bench.txt
lock: .venv/supply
	$(LOCK) pyproject.toml --all-extras --group build --group dev --group bench $(ARGS) \
		--output-file requirements/bench.txt
	$(LOCK) $(SAME) --all-extras --group build --group dev \
		--output-file requirements/dev.txt
	$(LOCK) $(SAME) --all-extras --group build --output-file requirements/program.txt
	$(LOCK) $(SAME) --extra pdf --group build --output-file requirements/run.txt
	$(LOCK) --group supply $(ARGS) --output-file requirements/supply.txt

.PHONY: lock licenses licenses-check audit sbom
# The license of every package is one that requirements/licenses.toml allows.
LICENSES = .venv/tools/bin/pip-licenses --python $(BIN)/python --from=mixed --format=json
licenses-check: .venv/dev .venv/supply
	@$(LICENSES) | $(BIN)/python -m tests.supply.licenses

licenses: .venv/dev .venv/supply
	@$(LICENSES) | $(BIN)/python -m tests.supply.licenses --write

# Where no data about vulnerabilities can be reached it says so, and fails only if told
# to: make audit ARGS=--required
audit: .venv/supply
	@.venv/tools/bin/python -m tests.supply.audit $(ARGS)

# What the program consists of, for other programs to read: CycloneDX, into build/.
sbom: .venv/run .venv/supply requirements/program.txt
	rm -rf build/program
	$(PYTHON) -m venv --without-pip build/program
	.venv/tools/bin/uv pip install --quiet --python build/program/bin/python \
		--require-hashes --requirement requirements/program.txt
	sed "s/^dynamic = .*/version = \"$$($(BIN)/screener --version | cut -d' ' -f2)\"/" \
		pyproject.toml > build/pyproject.toml
	.venv/tools/bin/cyclonedx-py environment --pyproject build/pyproject.toml \
		--output-reproducible --output-file build/sbom.cdx.json build/program/bin/python
	@echo "build/sbom.cdx.json"

# In another language, beside them: make gallery ARGS="--lang es"
gallery: .venv/dev
	$(BIN)/python -m tests.looks.gallery $(ARGS)

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv .fhir-tools build dist questions/ready

.fhir-tools/done: tests/fhir/set_up_tools.sh
	tests/fhir/set_up_tools.sh .fhir-tools

# Every package is installed by its hash, as requirements/ names it. pip refuses hashes
# beside --editable, so the program itself follows in a step of its own.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKED := $(INSTALL) --require-hashes --requirement

.venv/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "screener needs Python 3.11 or newer: make PYTHON=python3.12 run" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	touch $@

.venv/run: .venv/pip pyproject.toml requirements/run.txt
	$(LOCKED) requirements/run.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q screener
	touch $@

# The shipped files, read and checked once, as the program is compiled once. A folder is
# newer where a file has gone from it.
READ := $(filter-out questions/ready/,$(wildcard questions/*/ questions/*/*/))
READ_BY := $(wildcard $(foreach one,model catalog scoring interview,screener/$(one)/ screener/$(one)/*/))
READ_BY := $(filter-out %__pycache__/,$(READ_BY))
.venv/ready: .venv/run $(READ) $(wildcard $(addsuffix *.toml,$(READ))) $(READ_BY) $(wildcard $(addsuffix *.py,$(READ_BY)))
	$(BIN)/python -m screener.cli.build_cache
	touch $@

.venv/dev: .venv/run requirements/dev.txt
	$(LOCKED) requirements/dev.txt
	touch $@

.venv/bench: .venv/dev .venv/ready requirements/bench.txt
	$(LOCKED) requirements/bench.txt
	touch $@

# What looks after the packages has packages of its own, in an environment of its own.
.venv/supply: requirements/supply.txt
	$(PYTHON) -m venv .venv/tools
	.venv/tools/bin/python -m pip install --quiet --disable-pip-version-check \
		--require-hashes --requirement requirements/supply.txt
	touch $@
