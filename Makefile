# What a developer or a demonstrator does with this project; `make help` lists it.

PYTHON ?= $(or $(shell command -v python3.11),python3)
PORT ?= 8000
# The processors of the machine; four at most, as each of their processes takes half a gigabyte.
JOBS ?= $(shell n=$$(getconf _NPROCESSORS_ONLN); echo $$((n < 4 ? n : 4)))
# Some tests wait for a browser or a server: meanwhile another one has the processor.
TEST_JOBS ?= $(shell expr $(JOBS) + 1)
UV_VERSION = 0.13.9

BIN = .venv/bin
APPS = mep_site departments news cooperation
CATALOGUES = $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po locale_libraries/*/LC_MESSAGES/*.po))
STATIC_FILES = $(shell find static $(APPS) -type f -path '*static/*' 2>/dev/null)
TEMPLATES = $(shell find templates $(APPS) -name '*.html' 2>/dev/null)

DEMO = DJANGO_SETTINGS_MODULE=mep_site.settings.dev DEBUG=0 \
	WAGTAILADMIN_BASE_URL=http://127.0.0.1:$(PORT)
TEST = DJANGO_SETTINGS_MODULE=mep_site.settings.test
ON_SQLITE = env -u DATABASE_URL
# For commands that look at a database and leave none behind.
IN_MEMORY = DATABASE_URL=sqlite://:memory:
ON_POSTGRESQL = $(BIN)/python -m tests.postgresql_server
# A process that has no test left takes over half of what another one has yet to do.
PYTEST = $(BIN)/pytest -n $(TEST_JOBS) --dist worksteal
# Values that production settings accept, for checks that reach no server.
PRODUCTION = DJANGO_SETTINGS_MODULE=mep_site.settings.production \
	SECRET_KEY=checks-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJ \
	ALLOWED_HOSTS=www.example.org WAGTAILADMIN_BASE_URL=https://www.example.org \
	DATABASE_URL=postgresql://site@127.0.0.1/site

# Axe and the Nu checker; without npm their tests are skipped like those of a missing browser.
CHECKERS = $(if $(shell command -v npm),tests/measuring/node_modules/.package-lock.json)
OBSERVATORY = $(if $(shell command -v npm),tests/measuring/observatory/node_modules/.package-lock.json)

PYBABEL = $(BIN)/python -m babel.messages.frontend --quiet
EXTRACT = $(PYBABEL) extract --mapping=babel.cfg --add-location=file --sort-output --omit-header \
	--keywords='gettext_lazy gettext_noop ngettext_lazy:1,2 pgettext_lazy:1c,2 npgettext_lazy:1c,2,3' \
	--add-comments=Translators: --strip-comments --output-file=var/django.pot .
# The locales of the languages' table, one of which may have no catalogue yet.
LOCALES = $(BIN)/python -c 'from mep_site.settings.languages import LANGUAGES; print(*(each.catalogue for each in LANGUAGES))'
UPDATE = $(PYBABEL) update --domain=django --input-file=var/django.pot \
	--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

.DELETE_ON_ERROR:
ifndef AT_ONCE
.NOTPARALLEL:
endif
.PHONY: help demo install test test-fast lint check test-sqlite test-postgresql test-browser test-failures test-malformed test-upgrade \
	measure observatory bench bench-postgresql bench-scale bench-scale-postgresql next screenshots asvs release images format messages library-messages icons lock clean

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 20

# Demo

demo: port-is-free install var/static/.stamp ## Serve the site with its demo content: make demo PORT=8000
	@echo "Bringing the database up to date"
	@$(DEMO) $(BIN)/python manage.py migrate --verbosity=0
	@$(DEMO) $(BIN)/python manage.py load_demo
	@[ -d var/demo/dictionaries ] || { \
		echo "Training the dictionary that browsers share with the site (10 to 30 seconds)"; \
		$(DEMO) $(BIN)/python manage.py train_dictionary; }
	@echo "The site:  http://127.0.0.1:$(PORT)/"
	@echo "The admin: http://127.0.0.1:$(PORT)/admin/"
	@$(DEMO) $(BIN)/gunicorn --bind=127.0.0.1:$(PORT)

.PHONY: port-is-free
port-is-free: python-is-ready
	@$(PYTHON) -c 'import socket as s; p = s.socket(); p.setsockopt(s.SOL_SOCKET, s.SO_REUSEADDR, 1); p.bind(("127.0.0.1", $(PORT)))' 2>/dev/null || { \
		echo "Port $(PORT) is taken or not allowed. Choose another one: make demo PORT=8001"; exit 1; }

install: .venv/.runtime-stamp $(CATALOGUES) ## Install what the site needs into .venv

.PHONY: python-is-ready
python-is-ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed. Install it, or say where it is: make PYTHON=/path/to/python"; exit 1; }

.venv/bin/pip: | python-is-ready
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "This Python lacks venv and ensurepip; on Debian: apt-get install python3-venv"; exit 1; }
	@echo "Making a Python environment in .venv"
	@$(PYTHON) -m venv .venv

# In a terminal pip shows what it fetches; in a log that would be some hundred lines.
PIP_INSTALL = $(BIN)/pip install $(if $(MAKE_TERMOUT),,--quiet) --disable-pip-version-check \
	--require-hashes

.venv/.runtime-stamp: requirements/runtime.txt | .venv/bin/pip
	@echo "Installing what the site needs: about 120 MB to fetch, 526 MB on disk (20 seconds to two minutes, by the network)"
	@$(PIP_INSTALL) --requirement=$<
	@touch $@

.venv/.test-stamp: requirements/test.txt .venv/.runtime-stamp
	@echo "Installing what the tests need: 399 MB on disk (20 seconds to two minutes, by the network)"
	@$(PIP_INSTALL) --requirement=$<
	@touch $@

%.mo: %.po | .venv/.runtime-stamp
	@echo "Compiling $<"
	@$(PYBABEL) compile --input-file=$< --output-file=$@

var/static/.stamp: .venv/.runtime-stamp $(STATIC_FILES)
	@echo "Collecting style sheets, scripts and icons, and compressing them (10 to 20 seconds)"
	@$(DEMO) $(BIN)/python manage.py collectstatic --noinput --verbosity=0
	@touch $@

# Tests

# While the code is looked at on one core, the other makes the databases that the tests copy.
test: .venv/.test-stamp ## Run every check and test
	@$(MAKE) --no-print-directory --jobs=$(JOBS) --output-sync AT_ONCE=1 \
		sqlite-is-prepared postgresql-is-prepared lint check
	@$(MAKE) --no-print-directory SHARED=--share-work test-sqlite test-postgresql test-browser

test-fast: sqlite-is-prepared ## Run the tests that answer quickly, on SQLite, without a browser
	$(ON_SQLITE) $(PYTEST) -m "not browser and not slow"

lint: .venv/.test-stamp ## Check style, import directions and message catalogues
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/djade --check $(TEMPLATES)
	$(BIN)/djhtml --check --tabwidth 2 $(TEMPLATES)
	$(BIN)/lint-imports
	@mkdir -p var
	$(EXTRACT)
	@# Not Babel's own --check, which calls every catalogue with a message context stale (2.18).
	@rm -rf var/locale && cp -r locale var/locale
	$(UPDATE) --output-dir=var/locale
	@diff -r --exclude='*.mo' locale var/locale || { echo "Stale catalogues: make messages, then translate"; exit 1; }

check: .venv/.test-stamp $(CATALOGUES) ## Run Django's checks, with those for production
	$(IN_MEMORY) $(TEST) $(BIN)/python manage.py check --fail-level WARNING
	$(IN_MEMORY) $(TEST) $(BIN)/python manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING

test-sqlite: .venv/.test-stamp $(CATALOGUES) $(OBSERVATORY) ## Run the tests on SQLite
	$(ON_SQLITE) $(PYTEST) $(SHARED) -m "not browser"

test-postgresql: .venv/.test-stamp $(CATALOGUES) ## Run what may end otherwise on PostgreSQL: DATABASE_URL's, else one of its own
	$(ON_POSTGRESQL) $(PYTEST) $(SHARED) -m every_database

.PHONY: sqlite-is-prepared postgresql-is-prepared
sqlite-is-prepared: .venv/.test-stamp $(CATALOGUES)
	@$(ON_SQLITE) $(BIN)/python -m tests.prepared

postgresql-is-prepared: .venv/.test-stamp $(CATALOGUES)
	@$(ON_POSTGRESQL) $(BIN)/python -m tests.prepared

# The bound is for the tests; their databases are made before, if they are not there.
test-failures: sqlite-is-prepared postgresql-is-prepared ## Kill, stop and overload everything, in full; at most ten minutes
	timeout --foreground 600 $(MAKE) --no-print-directory failures-on-sqlite failures-on-postgresql

.PHONY: failures-on-sqlite failures-on-postgresql
FAILURES = tests/failures tests/translations/test_kill.py
COUNTING_SECONDS = tests/failures/test_servers.py
failures-on-sqlite:
	WHOLE=1 $(ON_SQLITE) $(PYTEST) $(FAILURES) --ignore=$(COUNTING_SECONDS)
	@# By itself, so that nothing else makes it slow.
	WHOLE=1 $(ON_SQLITE) $(BIN)/pytest $(COUNTING_SECONDS)

failures-on-postgresql:
	WHOLE=1 $(ON_POSTGRESQL) $(PYTEST) -m every_database $(FAILURES)

MALFORMED = $(BIN)/python -m tests.access.malformed --requests $(or $(REQUESTS),10000) --seed $(or $(SEED),1)
test-malformed: sqlite-is-prepared postgresql-is-prepared ## Send what makes no sense, on both databases: make test-malformed REQUESTS=10000 SEED=1
	$(ON_SQLITE) $(MALFORMED)
	$(ON_POSTGRESQL) $(MALFORMED)

# From the version before the newest migrations, which the clone must have; else BEFORE=, a commit or tag.
test-upgrade: .venv/.test-stamp $(CATALOGUES) ## Rehearse an upgrade under load: make test-upgrade REQUESTS=5000
	$(ON_SQLITE) $(BIN)/python -m tests.upgrading.rehearsal \
		--requests=$(or $(REQUESTS),5000) $(if $(BEFORE),--before=$(BEFORE))

test-browser: .venv/.test-stamp $(CATALOGUES) $(CHECKERS) ## Run those in Chromium; REQUIRE_BROWSER=1: what is missing fails
	$(ON_SQLITE) $(BIN)/pytest -n $(TEST_JOBS) -m browser

tests/measuring/node_modules/.package-lock.json: tests/measuring/package-lock.json
	npm --prefix tests/measuring ci --no-progress
	@touch $@

tests/measuring/observatory/node_modules/.package-lock.json: tests/measuring/observatory/package-lock.json
	npm --prefix tests/measuring/observatory ci --no-progress
	@touch $@

# Measures

measure: .venv/.test-stamp $(CATALOGUES) var/static/.stamp tests/measuring/lighthouse/node_modules/.package-lock.json ## Weigh every page and run Lighthouse; writes docs/public-face.md
	$(ON_SQLITE) $(BIN)/python -m tests.measuring.report

bench: .venv/.runtime-stamp $(CATALOGUES) var/static/.stamp ## Measure what an answer costs, in some six minutes; writes docs/performance.md
	$(ON_SQLITE) $(BIN)/python -m tests.measuring.bench

bench-postgresql: .venv/.test-stamp $(CATALOGUES) var/static/.stamp ## The same on a PostgreSQL of its own
	$(ON_SQLITE) $(ON_POSTGRESQL) $(BIN)/python -m tests.measuring.bench

bench-scale: .venv/.test-stamp $(CATALOGUES) var/static/.stamp ## With up to 100,000 articles: some ten minutes, and 8 GB on disk
	$(ON_SQLITE) $(BIN)/python -m tests.measuring.scale

bench-scale-postgresql: .venv/.test-stamp $(CATALOGUES) var/static/.stamp ## The same on a PostgreSQL of its own
	$(ON_SQLITE) $(ON_POSTGRESQL) $(BIN)/python -m tests.measuring.scale

observatory: .venv/.test-stamp $(CATALOGUES) var/static/.stamp $(OBSERVATORY) ## Show what the HTTP Observatory says of the site with TLS
	$(ON_SQLITE) $(BIN)/python -m tests.measuring.observed

screenshots: .venv/.test-stamp $(CATALOGUES) var/static/.stamp ## Picture every page, narrow and wide, into var/screenshots
	$(ON_SQLITE) $(BIN)/python -m tests.measuring.screenshots

# `npm ci` refuses Lighthouse, one of whose packages asks for the newest version of another.
tests/measuring/lighthouse/node_modules/.package-lock.json: tests/measuring/lighthouse/package-lock.json
	npm --prefix tests/measuring/lighthouse install --no-save --no-progress
	@touch $@

# Releases

asvs: .venv/.runtime-stamp ## Make the table of ASVS requirements from the tests that name theirs; writes docs/asvs.md
	$(BIN)/python -m tests.asvs

release: .venv/.test-stamp ## Put source, bill of materials and sums of what is committed into var/release
	$(BIN)/python deploy/release.py

images: ## Build the images of a release, with Docker; refuses to build on what deploy/pin_images has not pinned
	@deploy/pin_images --check
	COMMIT=$$(git rev-parse HEAD) docker compose build --pull

# Upkeep

format: .venv/.test-stamp ## Put code and templates into the house's form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/djade $(TEMPLATES)
	$(BIN)/djhtml --tabwidth 2 $(TEMPLATES)

messages: .venv/.runtime-stamp ## Bring the message catalogues up to date with the code
	@mkdir -p var
	$(EXTRACT)
	@for locale in $$($(LOCALES)); do test -e locale/$$locale || \
		$(PYBABEL) init --domain=django --input-file=var/django.pot --output-dir=locale --locale=$$locale; done
	$(UPDATE) --output-dir=locale

library-messages: .venv/.test-stamp ## Bring what we say over Wagtail and Django up to date with theirs
	$(ON_SQLITE) $(TEST) $(BIN)/python -m tests.words.library_messages

icons: .venv/.test-stamp ## Draw the icons anew from static/icons/mark.svg, in Chromium
	$(BIN)/python tests/draw_icons.py

UV = UV_NO_CONFIG=1 .venv-lock/bin/uv pip compile pyproject.toml --quiet --universal \
	--python-version=3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command='make lock'

lock: .venv-lock/bin/uv ## Lock the requirements of pyproject.toml; UPGRADE=1: to the newest versions
	$(UV) $(if $(UPGRADE),--upgrade) --output-file=requirements/runtime.txt
	$(UV) $(if $(UPGRADE),--upgrade) --group=test --constraints=requirements/runtime.txt \
		--output-file=requirements/test.txt

.venv-lock/bin/uv: | python-is-ready
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

next: .venv/.test-stamp $(CATALOGUES) ## Run the fast tests with the newest Django and Wagtail: make next NEXT_PYTHON=python3.14
	@$(ON_SQLITE) $(BIN)/python -m tests.newest $(NEXT_PYTHON)

# What production may have put into var is named and stays; see docs/operations.md.
clean: ## Remove all that was made here, the demo with what was edited in it too
	@find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +
	@rm -rf .venv .venv-lock .venv-next .pytest_cache .ruff_cache .import_linter_cache .hypothesis \
		$(CATALOGUES) tests/measuring/node_modules tests/measuring/lighthouse/node_modules \
		tests/measuring/observatory/node_modules \
		var/demo var/prepared var/static var/screenshots var/locale var/django.pot var/served.log
	@if [ -d var ]; then rmdir var 2>/dev/null || echo "Not the demo's, and left: $$(echo var/*)"; fi
