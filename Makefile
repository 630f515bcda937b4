# What a developer does, and what the machine does for the developer. Python 3.11+, make and Node 20 are all it needs.

PYTHON ?= python3
BIN := .venv/bin
WEB_SOURCES := $(shell find web clients/ts -type f -not -path '*/node_modules/*' -not -path '*/dist/*' 2>/dev/null)

# Files that tests make live in memory, where the machine has room: what is durable is tested by what is read back, not by the disk.
MEMORY := $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 4000000 { print "TMPDIR=/dev/shm" }')

# Tests start some hundreds of processes: what one compiled the next need not.
export PYTHONDONTWRITEBYTECODE :=

# How often each door is asked in `make fuzz`.
EXAMPLES ?= 50

# How many pools are raced for in `make races`: fifty attempts at each.
POOLS ?= 200

# How many storms a hundred people live through in `make storms`.
STORMS ?= 50

# How many random meetings `make canary` holds.
MEETINGS ?= 100

.PHONY: demo test tamper faults storms checkpoints canary withdrawals frames rows catch-up oracle races agreements verifying erasures restores fuzz check fix bench bench-long bench-huge bench-live soak clean

# Real meetings in order of date; the last plays by itself when the first browser opens it. Ctrl-C stops it.
demo: $(BIN)/.ready web/node_modules/.built
	@KLYNGE_ENV=dev KLYNGE_STORE=$${KLYNGE_STORE:-sqlite:///.demo/klynge.db} $(BIN)/klynge demo

# Everything, nothing skipped. A test that hangs is told of, with where it hangs, and the run ends.
test: $(BIN)/.ready web/node_modules/.built chromium nginx
	npm --prefix web run --silent test
	$(MEMORY) $(BIN)/pytest -q -n 2 --dist loadfile -o faulthandler_timeout=240 -o faulthandler_exit_on_timeout=true

# What is said behind closed doors, looked for in every byte of every answer to everybody who may not read it.
canary: $(BIN)/.ready
	$(MEMORY) MEETINGS=$(MEETINGS) $(BIN)/pytest -q tests/canary --at-length

# Every fault of what Klynge stands on, as often as was promised.
faults: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/faults --at-length

# A hundred people follow a meeting while sockets, processes, Redis and PostgreSQL are killed at random, fifty times over.
storms: $(BIN)/.ready
	$(MEMORY) STORMS=$(STORMS) $(BIN)/pytest -q tests/storms tests/realtime/test_crowd.py tests/realtime/test_order_of_revocation.py --at-length

# The checkpointer, killed a hundred times.
checkpoints: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/checkpointing --at-length

# Two hundred rights withdrawn from open sockets.
withdrawals: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/realtime/test_withdrawals.py --at-length

# Fifty thousand frames, right and wrong, to open sockets; and five thousand whole conversations at random.
frames: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/realtime/test_frames.py tests/realtime/test_sequences.py --at-length

# Two processes that read rows, each at its own pace, beside a rebuild: five hundred random histories of either kind.
rows: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/eventstore/test_overlay.py --at-length

# Whoever comes back, at every old position of every story, beside what is shown then.
catch-up: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/realtime/test_bridge.py --at-length

# A fund beside books kept by hand, over ten thousand random histories; what must hold of money, at length. Writes docs/money.md.
oracle: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/money/test_split.py tests/money/test_oracle.py tests/money/test_machine.py --at-length

# Threads and processes after the last money of a pool, on SQLite and on PostgreSQL. Writes docs/money.md.
races: $(BIN)/.ready
	$(MEMORY) POOLS=$(POOLS) $(BIN)/pytest -q tests/money/test_races.py --at-length

# Two hundred people erased on each store, and every byte looked through; 56 processes killed in the middle, 20 copies put back.
erasures: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/erasures --at-length

# Backups made and put back at twenty random moments, in files while somebody writes, and on PostgreSQL from its archived journal.
restores: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/backups --at-length

# The offline verifier over four hundred random histories of a fund: not one false alarm.
verifying: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/verifying --at-length

# What binds whom on which day, beside cards kept by hand, over five thousand random histories.
agreements: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/domain/test_plain_agreement.py --at-length

# Stories exported, verified, tampered with and refused: each kind of tampering at twenty places of each. Writes docs/proof.md.
tamper: $(BIN)/.ready
	$(MEMORY) $(BIN)/pytest -q tests/proof --at-length

# Every door asked fifty times, as it is described and as it is not; EXAMPLES=500 asks for more. Writes docs/fuzz.md.
fuzz: $(BIN)/.ready
	$(MEMORY) EXAMPLES=$(EXAMPLES) $(BIN)/pytest -q tests/fuzz --at-length

# The house rules: style, types, import directions.
check: $(BIN)/.ready web/node_modules/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy tests benchmarks
	$(BIN)/lint-imports
	npm --prefix web run --silent check

fix: $(BIN)/.ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The figures, each beside a peer in the same run; writes docs/benchmarks.md and fails when a must is missed.
bench: $(BIN)/.ready
	$(BIN)/python -m benchmarks

# Those of the live part: a thousand sockets and more, beside FastAPI and Nchan. Writes docs/benchmarks-live.md.
bench-live: $(BIN)/.ready web/node_modules/.built
	$(BIN)/python -m benchmarks --live

# Ten minutes of idle sockets and ten of a meeting where they come and go, and what the server holds in memory then. Writes docs/benchmarks-soak.md.
soak: $(BIN)/.ready web/node_modules/.built
	$(BIN)/python -m benchmarks --soak

# Those on a million events, in a log that is built once.
bench-long: $(BIN)/.ready
	$(BIN)/python -m benchmarks --long

# Eight million events, once: an hour, and thirty gigabytes of disk. Writes docs/benchmarks-huge.md.
bench-huge: $(BIN)/.ready
	$(BIN)/python -m benchmarks --huge

clean:
	rm -rf .venv web/node_modules web/dist .demo

$(BIN)/.ready: requirements.lock pyproject.toml
	@echo "Python packages …"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

web/node_modules/.ready: web/package-lock.json
	@echo "Packages of the pages …"
	@npm --prefix web ci --silent
	@touch $@

web/node_modules/.built: web/node_modules/.ready $(WEB_SOURCES)
	@echo "Pages …"
	@npm --prefix web run --silent build -- --logLevel warn
	@touch $@

# Programs the tests run that no lock file can name. Chromium without windows costs a quarter less; the whole one does too.
.PHONY: chromium nginx
chromium:
	@$(call installed,chromium-headless-shell) || command -v chromium >/dev/null || $(call missing,chromium)
nginx:
	@$(call installed,nginx) || $(call missing,nginx)
installed = { PATH="$$PATH:/usr/sbin"; command -v $(1) >/dev/null || { echo "$(1) …"; \
  apt-get update -qq && apt-get install -y -qq --no-install-recommends $(1) >/dev/null; }; }
missing = { echo "Install $(1) (package $(1)), then run again."; exit 1; }
