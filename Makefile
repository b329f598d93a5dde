# Everything starts from a fresh Debian or Ubuntu with Swift 6.3, git and make; `make help` lists
# what there is.

SWIFT ?= swift
SURVEY ?= Surveys/an-lao/2025.1.yaml
SAMPLE ?= Samples/kiosk-2024-2025.csv.gz
BY ?=
REPORT ?= .report
SAMPLES ?= Samples
BENCH ?=
CANCEL ?=
PLAN ?= Surveys/plans/an-lao-2025.yaml
AS_OF ?= 2026-01-10
OPINIONS ?= Surveys/opinions/2025.2.yaml
REGISTER ?= Surveys/plans/data/opinions.csv
FUZZ ?= -max_total_time=600
TARGET ?= FuzzReader
SOUP ?= 10000000 2025
PICTURES ?=
ARROWS ?=

PAGES := opinions.html opinions.md
CARDS := scorecard.html scorecard.xlsx scorecard.json scorecard.csv scorecard.md
REPORTS := report.html report.xlsx report.json report.csv report.md datapackage.json
RELEASE := -c release --static-swift-stdlib
ENCODINGS := utf-16le utf-16be windows-1258 tcvn3 vni-windows windows-1252
FIGURES := statistics.R student.R measures.R margins.R comparisons.R dispersion.R design-intervals.R \
  design-differences.R shares.R two-stages.R cases.R namcs.R samples.R
GENERATED := kiosk-200.csv kiosk-faults.csv \
  $(ENCODINGS:%=encodings/%.csv)
# Compared unpacked: another gzip may pack otherwise.
PACKED := kiosk-2024-2025.csv.gz kiosk-days-2026.csv.gz

.DEFAULT_GOAL := help
.PHONY: help packages build report scorecard opinions validate test lint samples check-samples samples-r command-cases messages
.PHONY: arrows test-architecture reference generator bench cancel suite budget
.PHONY: fuzz fuzz-soup test-workbook test-browser

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1  |/p' $(firstword $(MAKEFILE_LIST)) | \
	  awk -F '|' '{ printf "%-26s%s\n", $$1, $$2 }'

packages:
	@.ci/setup libcsv-dev libxxhash-dev zlib1g-dev libzstd-dev libssl-dev libxlsxwriter-dev

build: packages ## Build the command for use: .build/release/civicsurvey
	$(SWIFT) build $(RELEASE) --product civicsurvey

report: build ## Report on the sample as a page and for programs, into .report/ and onto the terminal
	@mkdir -p '$(REPORT)'
	@command="$$($(SWIFT) build $(RELEASE) --show-bin-path)/civicsurvey"; \
	"$$command" report '$(SURVEY)' '$(SAMPLE)' $(if $(BY),--by '$(BY)') -q -o - \
	  $(foreach file,$(REPORTS),-o '$(REPORT)/$(file)'); \
	echo; \
	echo 'Written to $(REPORT)/: $(REPORTS)'

scorecard: build ## The page of the sample plan, into .report/ and onto the terminal; PLAN=FILE AS_OF=DAY
	@mkdir -p '$(REPORT)'
	@command="$$($(SWIFT) build $(RELEASE) --show-bin-path)/civicsurvey"; \
	"$$command" scorecard '$(PLAN)' --as-of '$(AS_OF)' -q -o - \
	  $(foreach file,$(CARDS),-o '$(REPORT)/$(file)'); \
	echo; \
	echo 'Written to $(REPORT)/: $(CARDS)'

opinions: build ## The page of the sample register of opinions, into .report/ and onto the terminal
	@mkdir -p '$(REPORT)'
	@command="$$($(SWIFT) build $(RELEASE) --show-bin-path)/civicsurvey"; \
	"$$command" opinions '$(OPINIONS)' '$(REGISTER)' --as-of '$(AS_OF)' --force -q -o - \
	  $(foreach file,$(PAGES),-o '$(REPORT)/$(file)') --review '$(REPORT)/opinions-review.csv'; \
	echo; \
	echo 'Written to $(REPORT)/: $(PAGES) opinions-review.csv'

validate: report scorecard ## Hold JSON and definitions to the schemas in Surveys/
	@.ci/setup python3 python3-yaml python3-jsonschema
	@command="$$($(SWIFT) build $(RELEASE) --show-bin-path)/civicsurvey"; \
	"$$command" tally '$(SURVEY)' '$(SAMPLE)' -q -o '$(REPORT)/sample.tally'; \
	"$$command" tally --info '$(REPORT)/sample.tally' --format json > '$(REPORT)/tally.json'
	@command="$$($(SWIFT) build $(RELEASE) --show-bin-path)/civicsurvey"; \
	"$$command" compare '$(REPORT)/sample.tally' --period 2025Q3 --with 2025Q2 -q \
	  -o '$(REPORT)/compare.json'
	.ci/validate '$(REPORT)/report.json' '$(REPORT)/compare.json' '$(REPORT)/tally.json' '$(REPORT)/scorecard.json'

test: packages ## Build and run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test

.build-pages/venv/made: Tests/Pages/requirements.txt
	@.ci/setup python3 python3-venv
	/usr/bin/python3 -m venv .build-pages/venv
	.build-pages/venv/bin/pip install -q -r $<
	@touch $@

test-workbook: build ## Read workbooks again with openpyxl and LibreOffice
	@.ci/setup python3 python3-openpyxl libreoffice-calc-nogui
	PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 Tests/Pages/workbook.py

test-browser: build .build-pages/venv/made ## Open pages in Chromium; PICTURES=FOLDER keeps what it saw
	@.ci/setup chromium poppler-utils fonts-noto-core
	PYTHONDONTWRITEBYTECODE=1 .build-pages/venv/bin/python Tests/Pages/browser.py '' '$(PICTURES)'

arrows: ## Draw which file uses which; fail on a circle
	@.ci/setup python3
	@/usr/bin/python3 -B Tests/Architecture/arrows.py $(ARROWS)

test-architecture: ## Hold the sources to ARCHITECTURE.md, and the arrows to planted circles
	@.ci/setup python3
	cd Tests/Architecture && /usr/bin/python3 -B -m unittest

fuzz: packages ## Compare scan and libcsv on inputs led by coverage, for ten minutes; FUZZ='…'
	$(SWIFT) build -c release --sanitize=fuzzer --package-path Tests/Fuzz \
	  --scratch-path Tests/Fuzz/.build-fuzzer --product $(TARGET)
	@mkdir -p Tests/Fuzz/.build-corpus/$(TARGET)
	Tests/Fuzz/.build-fuzzer/release/$(TARGET) -dict=Tests/Fuzz/csv.dict -max_len=600 \
	  -print_final_stats=1 $(FUZZ) \
	  Tests/Fuzz/.build-corpus/$(TARGET) Tests/FuzzCorpus/$(TARGET:Fuzz%=%)

fuzz-soup: packages ## Compare them on ten million random inputs; SOUP='COUNT SEED'
	$(SWIFT) build -c release --package-path Tests/Fuzz --product FuzzSoup
	Tests/Fuzz/.build/release/FuzzSoup $(SOUP)

lint: ## Check the code's format
	$(SWIFT) format lint --strict --parallel -r Package.swift Sources Tests Benchmarks

samples: ## Write the generated samples again
	@mkdir -p '$(SAMPLES)/encodings'
	$(SWIFT) build --package-path Benchmarks --product generate-kiosk
	@set -e; \
	generate="$$($(SWIFT) build --package-path Benchmarks --show-bin-path)/generate-kiosk"; \
	"$$generate" --rows 20000 --seed 2025 --from 2024-07-01 --until 2026-01-01 --faults 1 \
	  -o '$(SAMPLES)/kiosk-2024-2025.csv'; \
	gzip -9nf '$(SAMPLES)/kiosk-2024-2025.csv'; \
	"$$generate" --rows 12000 --seed 2026 --from 2026-01-01 --until 2026-04-01 --kiosks 2 \
	  -o '$(SAMPLES)/kiosk-days-2026.csv'; \
	gzip -9nf '$(SAMPLES)/kiosk-days-2026.csv'; \
	"$$generate" --countable -o '$(SAMPLES)/kiosk-200.csv'; \
	"$$generate" --every-fault -o '$(SAMPLES)/kiosk-faults.csv'; \
	for encoding in $(ENCODINGS); do \
	  "$$generate" --countable --encoding $$encoding -o '$(SAMPLES)/encodings/'$$encoding.csv; \
	done

check-samples: ## Compare the generated samples with what the generator writes now
	@set -e; \
	folder=$$(mktemp -d); \
	trap 'rm -rf "$$folder"' EXIT; \
	$(MAKE) --no-print-directory samples SAMPLES="$$folder"; \
	for file in $(GENERATED); do cmp "$$folder/$$file" "Samples/$$file"; done; \
	for file in $(PACKED); do \
	  gzip -dc "$$folder/$$file" > "$$folder/new"; \
	  gzip -dc "Samples/$$file" | cmp "$$folder/new" -; \
	done; \
	echo 'The generated samples are as committed.'

reference: ## Write R's figures in Tests/Reference again (minutes); look at the diff
	@.ci/setup r-base-core r-cran-survey
	@set -e; cd Tests/Reference; export LC_ALL=C.UTF-8; \
	for script in $(FIGURES); do echo "$$script"; Rscript "$$script"; done

samples-r: ## Write Samples/housing.csv again (needs R with MASS)
	Rscript Tests/Reference/housing.R Samples/housing.csv

command-cases: packages ## Write again what the command's cases print, to be looked at in the diff
	CIVICSURVEY_WRITE_CASES=1 $(SWIFT) test --filter CommandCaseTests

messages: packages ## Write Surveys/MESSAGES.md again, the list of all messages
	CIVICSURVEY_WRITE_MESSAGES=1 $(SWIFT) test --filter MessageListTests

generator: ## Build generate-kiosk for use: Benchmarks/.build/release/generate-kiosk
	$(SWIFT) build -c release --package-path Benchmarks --product generate-kiosk

.bench/venv/made: Benchmarks/compare/requirements.txt
	@.ci/setup python3 python3-venv
	/usr/bin/python3 -m venv .bench/venv
	.bench/venv/bin/pip install -q -r $<
	@touch $@

bench: build generator .bench/venv/made ## Compare with DuckDB, Polars and others; BENCH='--quick' for a minute
	@.ci/setup gcc libc6-dev
	@.ci/setup r-cran-data.table miller || echo 'Going on without some of the peers.'
	.bench/venv/bin/python Benchmarks/compare/compare.py $(BENCH) \
	  --engine "$$($(SWIFT) build $(RELEASE) --show-bin-path)/civicsurvey" \
	  --generator Benchmarks/.build/release/generate-kiosk

cancel: packages ## Stop runs midway and print how long they take to end; SAMPLE=FILE CANCEL='--rejects'
	$(SWIFT) build -c release --package-path Benchmarks --product cancel-run
	Benchmarks/.build/release/cancel-run '$(SURVEY)' '$(SAMPLE)' $(CANCEL)

suite: packages ## Time reading, tabulating, merging and estimating, each alone
	$(SWIFT) package --package-path Benchmarks/Suite benchmark --no-progress

budget: build ## Check the instructions that each input byte costs, the memory of rejects, and merging
	@.ci/setup valgrind binutils python3
	$(SWIFT) build --package-path Benchmarks --product generate-kiosk
	/usr/bin/python3 Benchmarks/budget/budget.py \
	  --engine "$$($(SWIFT) build $(RELEASE) --show-bin-path)/civicsurvey" \
	  --generator "$$($(SWIFT) build --package-path Benchmarks --show-bin-path)/generate-kiosk"
	/usr/bin/python3 Benchmarks/budget/memory.py \
	  --engine "$$($(SWIFT) build $(RELEASE) --show-bin-path)/civicsurvey"
	/usr/bin/python3 Benchmarks/budget/merge.py \
	  --engine "$$($(SWIFT) build $(RELEASE) --show-bin-path)/civicsurvey"
