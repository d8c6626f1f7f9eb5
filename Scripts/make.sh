#!/usr/bin/env bash
# The project's commands, each of which sets up, builds and runs what it needs:
#
#   demo          builds the command line tool and runs the main job on the examples in this repository
#   test          builds and runs every test
#   build         builds the command line tool (release, libraries linked statically where there are archives)
#   lint          checks the formatting of the code
#   format        formats the code
#   bench         compares speed and memory with every fast tokenizer on PyPI, results first (installs them)
#   differential  compares token ids and counts with tiktoken (installed from PyPI) on random strings, scalars and
#                 the corpora; --machine MB for text of this machine as well
#   growth        lints hostile texts in two sizes and compares the time
#   hostile       counts and normalizes hostile texts, and compares the time of a byte with that of prose
#   fuzz          runs the fuzz targets for a short while; --runs N for the same inputs each time
#   docs          writes the documentation of the library to .build/docs
#   clean         removes everything that was built
set -euo pipefail
cd "$(dirname "$0")/.."

# What swift says while it builds is kept apart from what the command itself has to say, and shown when it fails.
quietly() {
  local log
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then rm -f "$log"; else local code=$?; cat "$log" >&2; rm -f "$log"; return $code; fi
}

build() {
  Scripts/setup.sh
  echo "Building tare (release) ..." >&2
  local flags=() flag
  while IFS= read -r flag; do flags+=("$flag"); done < <(Scripts/release-flags.sh)
  quietly swift build -c release --product tare "${flags[@]}"
}

# A line for each of a thousand cases hides the one that failed: the log has them all, the terminal what matters.
run_tests() {
  Scripts/setup.sh
  mkdir -p .build
  local log=.build/tests.log code=0
  echo "Building and running the tests ..." >&2
  swift test "$@" >"$log" 2>&1 || code=$?
  if [ "$code" -ne 0 ]; then
    grep -E '^✘|: error:|^error:|Fatal error' "$log" | cut -c 1-400 | head -n 60 || true
    echo "The whole log is in $log" >&2
  fi
  tail -n 1 "$log"
  return "$code"
}

case "${1:-}" in
  demo) build && Scripts/demo.sh ;;
  build) build && echo "Built .build/release/tare" ;;
  test) run_tests "${@:2}" ;;
  lint) swift format lint --strict --parallel --recursive Package.swift Sources Tests Snippets Fuzz ;;
  format) swift format --in-place --parallel --recursive Package.swift Sources Tests Snippets Fuzz ;;
  bench) build && Scripts/with-peers.sh --all python3 Benchmarks/benchmark.py "${@:2}" ;;
  differential) build && Scripts/with-peers.sh python3 Scripts/parity/compare.py --scalars "${@:2}" ;;
  growth) build && python3 Scripts/growth.py "${@:2}" ;;
  hostile) build && python3 Scripts/hostile.py "${@:2}" ;;
  fuzz) Scripts/setup.sh && Fuzz/run.sh "${@:2}" ;;
  docs)
    Scripts/setup.sh
    # It fails for the C modules, which have no pages; docc says so if those of Swift are missing.
    swift package dump-symbol-graph --minimum-access-level public >/dev/null 2>&1 || true
    docc convert Sources/Tare/Tare.docc --fallback-display-name Tare --fallback-bundle-identifier tare \
      --additional-symbol-graph-dir .build/*/symbolgraph --output-path .build/docs ;;
  clean) rm -rf .build Fuzz/.build demo-output ;;
  *) sed -n '2,17s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
