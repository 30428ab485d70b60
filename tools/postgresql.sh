#!/usr/bin/env bash
# Tests of the record run on a real PostgreSQL too. Install it where we may; else say what is left out, and under
# CI=true stop. The tests start a server of their own; the one that Debian may start is not touched.
set -euo pipefail

installed() { command -v initdb >/dev/null 2>&1 || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

if installed; then
  exit 0
fi
if [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
  echo "Installing PostgreSQL for the tests of the record."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql; } </dev/null >/dev/null || true
fi
if installed; then
  exit 0
fi
if [[ "${CI:-}" == true ]]; then
  echo "PostgreSQL is missing and could not be installed; with CI=true nothing may be left out." >&2
  exit 1
fi
echo "LEFT OUT: the tests on PostgreSQL. They need initdb: as root, apt-get install postgresql."
