# Needs make and a Python of at least 3.11; everything else is installed below this folder.

SHELL := /bin/sh
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
LOCAL := $(BIN)/python -m local
CDK := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/node node_modules/aws-cdk/bin/cdk --no-notices
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check
# xargs splits ARGS into words, quoted ones too, as the other commands do.
COMPILE := printf '%s\n' "$$SUPPORT_ARGS" --quiet | xargs build/tools/bin/uv pip compile \
	--universal --python-version 3.11 --generate-hashes --no-header --no-annotate
SIDE_BY_SIDE := --no-print-directory --jobs=2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
STACK := integration and not full
LOCKS := requirements.lock local/emulator-requirements.lock tools/requirements.lock
ENVIRONMENTS = $(basename $(notdir $(wildcard environments/*.toml)))

# What is given as `make … NAME=value` is anybody's text. It reaches a command through the environment, as SUPPORT_NAME,
# and neither make nor a shell reads it: recipes say "$$SUPPORT_NAME", always in double quotes, and never $(NAME).
# Of the shell's own variables these names may mean something else: only `make … PORT=…` counts.
VALUES := ID EMAIL ENV REQUESTS STATE PORT AI FORMAT APP DAYS RUN ARGS VERSION REPO
given = $(if $(filter command,$(firstword $(origin $(1)))),$(value $(1)))
$(foreach name,$(VALUES),$(eval export SUPPORT_$(name) := $$(call given,$(name))))
export SUPPORT_MESSAGE := $(value MESSAGE)
unexport $(VALUES) MESSAGE

# The options that carry the values. The words of ARGS are split off by the command itself: local/arguments.py.
option = $(if $(call given,$(1)),--$(2)="$$SUPPORT_$(1)")
PLACE = $(call option,STATE,state)
WHERE = $(environment)$(call option,ENV,env) $(PLACE)
OPTIONS = $(WHERE) $(call option,PORT,port) $(call option,AI,ai)
CONTEXT = --context env="$$SUPPORT_ENV"
ASSEMBLY = $(if $(call given,APP),"$$SUPPORT_APP",build/assembly/"$$SUPPORT_ENV")
# What is no folder the CDK would run as a command. Who deploys an assembly has reviewed it: nothing is asked.
DEPLOY_FROM = [ -f $(1)/manifest.json ] || { printf '%s\n' $(1)' is no cloud assembly: it has no manifest.json' >&2; exit 1; }; \
	$(CDK) deploy --app $(1) --require-approval never --progress events support-assistant-"$$SUPPORT_ENV"

# Of a pull request: pr-NUMBER, made from environments/dev.toml. What is left of it without its figures is pr-.
without = $(if $(1),$(call without,$(wordlist 2,10,$(1)),$(subst $(firstword $(1)),,$(2))),$(2))
pull_request = $(if $(filter $(addsuffix %,$(addprefix pr-,1 2 3 4 5 6 7 8 9)),$(call given,ENV)),$(findstring \
	|$(call without,0 1 2 3 4 5 6 7 8 9,$(call given,ENV))|,|pr-|))
need = $(if $(call given,$(1)),$(environment),$(error $(1) is missing: make $@ $(1)=$(2)))
environment = $(if $(call given,ENV),$(if $(findstring |$(call given,ENV)|,$(ENVIRONMENTS:%=|%|))$(pull_request),,$(error \
	there is no environment $(call given,ENV): ENV takes one of $(sort $(ENVIRONMENTS)) pr-NUMBER)))

.PHONY: help setup demo up down status send trace smoke doctor cost erase revoke synth bootstrap diff deploy delivery destroy assembly rollback expire comment lint format check workflows templates unit test test-full test-stack test-rules test-slow lock audit sbom checkov picture languages openapi bench eval release clean knowledge knowledge-gaps

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r target text; do \
		printf '  make %-14s %s\n' "$$target" "$$text"; done

setup: .venv/installed .venv-emulator/installed node_modules/installed build/layer/installed ## Install everything; at once when nothing changed

.venv/installed: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "$(PYTHON) is not a Python of at least 3.11: install one, or name it with PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) has no venv module: install it (Debian, Ubuntu: the package python3-venv)" >&2; exit 1; }
	@echo "installing the Python packages"
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	@$(BIN)/python $(PIP_INSTALL) --require-hashes -r requirements.lock
	@$(BIN)/python $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# The emulator has packages of its own: what it runs must not find more than the Lambda runtime would have.
.venv-emulator/installed: local/emulator-requirements.lock | .venv/installed
	@echo "installing the emulator"
	@[ -x .venv-emulator/bin/python ] || $(BIN)/python -m venv .venv-emulator
	@.venv-emulator/bin/python $(PIP_INSTALL) --require-hashes -r $<
	@touch $@

node_modules/installed: package.json package-lock.json | .venv/installed
	@echo "installing the CDK command line"
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	@touch $@

# Only make lock, audit, sbom and checkov use these: some 120 packages that neither the product nor its tests need.
build/tools/installed: tools/requirements.lock | .venv/installed
	@echo "installing the tools"
	@[ -x build/tools/bin/python ] || $(BIN)/python -m venv build/tools
	@build/tools/bin/python $(PIP_INSTALL) --require-hashes -r $<
	@touch $@

build/layer/installed: requirements.lock lambda_src/requirements.txt support_stack/layer.py | .venv/installed
	@$(BIN)/python -m support_stack.layer
	@touch $@

demo: setup ## Deploy on this machine and answer the twelve samples (ENV=local-economy)
	@$(LOCAL) demo $(OPTIONS)

up: setup ## Start and deploy on this machine (PORT=4600 STATE=folder AI=url ENV=local-economy)
	@$(LOCAL) up $(OPTIONS)

down: .venv/installed ## End what runs on this machine
	@$(LOCAL) down $(PLACE)

status: .venv/installed ## Tell what runs on this machine
	@$(LOCAL) status $(PLACE)

send: .venv/installed ## Send one message (MESSAGE='…') and follow it
	@$(LOCAL) send --wait $(PLACE)

trace: .venv/installed ## Every step of one request (ID=req-… ENV=dev for an AWS environment)
	@$(call need,ID,req-…)
	@$(LOCAL) trace "$$SUPPORT_ID" $(WHERE)

smoke: .venv/installed ## One marked request: its text, audio, notification and trace; then it is erased (ENV=dev)
	@$(call need,ENV,dev)
	@$(LOCAL) smoke $(WHERE)

erase: .venv/installed ## Erase every request of a customer (EMAIL=… ENV=dev; without EMAIL it is asked for)
	@$(LOCAL) erase $(WHERE)

revoke: .venv/installed ## Revoke the links of one request (ID=req-… ENV=dev)
	@$(call need,ID,req-…)
	@$(LOCAL) revoke "$$SUPPORT_ID" $(WHERE)

knowledge: .venv/installed ## Upload and index the documents that replies are based on (ENV=dev)
	@$(LOCAL) knowledge $(WHERE)

knowledge-gaps: .venv/installed ## What was asked and no document answered, grouped (ENV=dev)
	@$(LOCAL) knowledge-gaps $(WHERE)

doctor: .venv/installed ## Call what the product calls; check quotas, e-mail confirmations, drift (ENV=dev)
	@$(call need,ENV,dev)
	@$(LOCAL) doctor $(WHERE)

cost: .venv/installed ## What a month costs, by line, before anything is deployed (ENV=dev REQUESTS=10000)
	@$(call need,ENV,dev)
	@$(call need,REQUESTS,10000)
	@$(LOCAL) cost $(call option,ENV,env) $(call option,REQUESTS,requests)

synth: setup ## Synthesize an environment's template (ENV=dev)
	@$(call need,ENV,dev)
	@$(CDK) synth $(CONTEXT)

bootstrap: setup ## Prepare an account and Region for the CDK, once (ENV=dev)
	@$(call need,ENV,dev)
	@$(CDK) bootstrap $(CONTEXT)

diff: setup ## What a deployment would change, for its review (ENV=dev FORMAT=markdown; docs/how-to/read-a-diff.md)
	@$(call need,ENV,dev)
	@$(LOCAL) diff $(WHERE) $(call option,FORMAT,format)

deploy: setup ## Deploy an environment to AWS (ENV=dev; APP=folder deploys what make assembly wrote, as it is)
	@$(call need,ENV,dev)
	@$(if $(call given,APP),$(call DEPLOY_FROM,$(ASSEMBLY)),$(CDK) deploy $(CONTEXT) --all)

assembly: setup ## Synthesize an environment into a folder that can be reviewed and deployed (ENV=dev APP=folder)
	@$(call need,ENV,dev)
	@$(CDK) synth --quiet $(CONTEXT) --output $(ASSEMBLY)

rollback: setup ## Deploy again what passed its last smoke test on GitHub (ENV=dev RUN=number of an earlier workflow run)
	@$(call need,ENV,dev)
	@$(BIN)/python -m tools.github rollback "$$SUPPORT_ENV" build/rollback/"$$SUPPORT_ENV" $(call option,RUN,run)
	@$(call DEPLOY_FROM,build/rollback/"$$SUPPORT_ENV")

expire: .venv/installed ## Destroy the environments of pull requests that are older (DAYS=3; ENV=pr-123: only that one)
	@$(call need,DAYS,3)
	@$(LOCAL) expire --days="$$SUPPORT_DAYS" $(call option,ENV,env)

comment: setup ## Show make diff as a comment on the pull request that GitHub runs a workflow for (ENV=dev APP=folder)
	@$(call need,ENV,dev)
	@$(BIN)/python -m tools.github comment "$$SUPPORT_ENV" $(ASSEMBLY)

delivery: setup ## Let GitHub deploy an environment: OIDC provider and roles, once (ENV=dev REPO=owner/name)
	@$(call need,ENV,dev)
	@$(call need,REPO,owner/name)
	@$(CDK) deploy $(CONTEXT) --context delivery="$$SUPPORT_REPO" --all

destroy: .venv/installed ## Empty and delete an environment, after asking; says what stays and why (ENV=dev)
	@$(call need,ENV,dev)
	@$(LOCAL) destroy $(WHERE)

lint: .venv/installed ## ruff and mypy
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy support_stack lambda_src local bench eval tools tests

format: .venv/installed ## Format the code and sort its imports
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

check: setup ## lint, workflows, and cfn-lint on every environment's template
	@$(MAKE) $(SIDE_BY_SIDE) templates lint workflows

workflows: .venv/installed ## zizmor on .github, and its files against their schemas
	$(BIN)/zizmor --offline --quiet --no-progress --strict-collection .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-actions .github/actions/*/action.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

templates: setup
	printf '%s\n' $(ENVIRONMENTS) | xargs -P 2 -I '{}' env $(CDK) synth --quiet --context env='{}' --output build/synth/'{}'
	$(BIN)/cfn-lint --ignore-checks W3005 -- build/synth/*/*.template.json # CDK writes such dependencies itself

unit: setup ## Rules, adapters and constructs in half a minute
	@printf '%s\n' 'tests/support_stack tests/assistant/aws tests/assistant/language tests/assistant/request' \
		'tests/assistant --ignore=tests/assistant/aws --ignore=tests/assistant/language --ignore=tests/assistant/request' \
		| xargs -P 2 -L 1 $(BIN)/pytest -q -m "not slow" --hypothesis-profile=quick

test: setup ## check, and everything but the long suites
	@echo "templates, types and tests, two at a time; each prints when it ends, after up to five minutes"
	@$(MAKE) $(SIDE_BY_SIDE) templates lint workflows test-stack test-rules test-slow

test-full: setup ## test, and the long suites
	@echo "templates, types and tests, two at a time; each prints when it ends, the long suites after 40 minutes"
	@$(MAKE) $(SIDE_BY_SIDE) templates lint workflows test-stack test-rules test-slow STACK='integration or full'

test-stack: setup
	$(BIN)/pytest -q -m '$(STACK)' --durations=10

test-rules: setup
	$(BIN)/pytest -q -m 'not (integration or full or slow)' --cov --cov-report=term:skip-covered --cov-report=xml:build/reports/coverage.xml \
		--durations=10

# Without coverage, which doubles the time of what it counts: here are the time limits.
test-slow: setup
	$(BIN)/pytest -q -m slow --durations=10

lock: build/tools/installed ## Resolve the requirements anew, with hashes, into the lock files
	$(COMPILE) requirements-dev.txt --output-file requirements.lock
	$(COMPILE) local/emulator-requirements.txt --output-file local/emulator-requirements.lock
	$(COMPILE) tools/requirements.txt --output-file tools/requirements.lock

audit: setup build/tools/installed ## Look the packages up among known vulnerabilities (needs the package registries)
	@mkdir -p build/reports
	printf '%s\n' $(LOCKS) | xargs -L 1 build/tools/bin/pip-audit --strict --disable-pip --require-hashes --requirement \
		> build/reports/pip-audit.txt 2>&1; found=$$?; cat build/reports/pip-audit.txt; \
		PATH="$(CURDIR)/$(BIN):$$PATH" npm audit && exit $$found

sbom: setup build/tools/installed ## Write what is shipped and what is developed with, as CycloneDX, to build/sbom
	@mkdir -p build/sbom
	@$(BIN)/python -c 'from support_stack import layer; print(layer.locked())' \
		| build/tools/bin/cyclonedx-py requirements --output-reproducible --outfile build/sbom/layer.cdx.json -
	@build/tools/bin/cyclonedx-py environment --output-reproducible --outfile build/sbom/development.cdx.json $(BIN)/python
	@ls build/sbom/*.json

checkov: setup build/tools/installed ## checkov on the template of production; tools/checkov.yaml has what it may find, and why
	$(CDK) synth --quiet --context env=prod --output build/synth/prod
	@mkdir -p build/reports
	build/tools/bin/checkov --config-file tools/checkov.yaml --output cli --output json \
		--output-file-path console,build/reports/checkov.json

picture: setup ## Draw the workflow in the README from the synthesized definition
	$(CDK) synth --quiet --context env=prod --output build/synth/prod
	$(BIN)/python -m tools.picture

languages: .venv/installed ## Write the matrix of languages, docs/languages.md, from the table
	@$(BIN)/python -m tools.languages

openapi: setup ## Write the API's description, docs/openapi.json, from the code
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m tools.openapi

eval: .venv/installed ## Run the reply step over recorded messages and drafts (AI=aws ENV=… ARGS='--drafts FILE')
	@$(BIN)/python -m eval $(environment)$(call option,ENV,env) $(call option,AI,ai)

bench: setup ## Measure everything in some ten minutes, and write docs/bench (ARGS=--json)
	@$(BIN)/python -m bench

release: .venv/installed ## Give what is unreleased a version: changelog, commit, tag (VERSION=1.2.0)
	@$(call need,VERSION,1.2.0)
	@$(BIN)/python -m tools.release "$$SUPPORT_VERSION"

clean: ## Remove what was built, ending what runs; the installed packages stay
	@[ ! -x $(BIN)/python ] || $(LOCAL) down $(PLACE)
	rm -rf build cdk.out .local .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './.venv*' -not -path './node_modules/*' -prune -exec rm -rf '{}' +
