# Every target sets itself up from nothing: Python 3.11 or newer and make are all it needs.
PYTHON ?= python3
RUN = $(PYTHON) deploy/bootstrap.py

.PHONY: serve demo test check bench lock screenshots clean help
help:       ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/'
serve:      ## run the office on http://localhost:8000, data in ./data
	@exec $(RUN) serve
demo:       ## the same on a throw-away office with a believable team
	@exec $(RUN) demo
test:       ## every test, in real browsers
	@$(RUN) test
check:      ## tests, types and linters: what .ci/run runs
	@$(RUN) check
bench:      ## the benchmarks, as ratios
	@$(RUN) bench
lock:       ## write the pinned, hashed requirements anew
	@$(RUN) lock
screenshots: ## draw the pictures of the app anew
	@$(RUN) screenshots
clean:      ## delete what the targets made, never data
	rm -rf .venv .uv .cache server/ringback/_assets web/node_modules
