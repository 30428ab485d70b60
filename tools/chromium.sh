#!/usr/bin/env bash
# Browser tests drive Debian's Chromium. Install it where we may; else say what is left out, and under CI=true stop.
set -euo pipefail

if chromium --version >/dev/null 2>&1; then
  exit 0
fi
if [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
  echo "Installing Chromium for the browser tests."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } \
    </dev/null >/dev/null || true
fi
if chromium --version >/dev/null 2>&1; then
  exit 0
fi
if [[ "${CI:-}" == true ]]; then
  echo "Chromium is missing and could not be installed; with CI=true nothing may be left out." >&2
  exit 1
fi
echo "LEFT OUT: the browser tests. They need the command chromium: as root, apt-get install chromium."
