#!/usr/bin/env bash
# Browser tests drive Debian's Chromium and read what it prints with pdftotext. Install both where we may; else say what is left out, and under CI=true stop.
set -euo pipefail

present() { chromium --version >/dev/null 2>&1 && command -v pdftotext >/dev/null; }

if present; then
  exit 0
fi
if [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
  echo "Installing Chromium and poppler-utils for the browser tests."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends \
    chromium fonts-dejavu-core poppler-utils; } \
    </dev/null >/dev/null || true
fi
if present; then
  exit 0
fi
if [[ "${CI:-}" == true ]]; then
  echo "Chromium or pdftotext is missing and could not be installed; with CI=true nothing may be left out." >&2
  exit 1
fi
echo "LEFT OUT: the browser tests. They need chromium and pdftotext: as root, apt-get install chromium poppler-utils."
