#!/usr/bin/env bash
# The test of Spark starts a real one, which needs Java 17 or newer. Install it where we may; else say what is left out, and under CI=true stop.
set -euo pipefail

present() { java -version >/dev/null 2>&1; }

if present; then
  exit 0
fi
if [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
  echo "Installing Java for the test of Spark."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends default-jre-headless; } \
    </dev/null >/dev/null || true
fi
if present; then
  exit 0
fi
if [[ "${CI:-}" == true ]]; then
  echo "Java is missing and could not be installed; with CI=true nothing may be left out." >&2
  exit 1
fi
echo "LEFT OUT: the test of Spark. It needs java: as root, apt-get install default-jre-headless."
