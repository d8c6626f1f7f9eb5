#!/usr/bin/env bash
# Builds each fuzz target and runs it; stops at the first input that breaks a law.
#
#   Fuzz/run.sh [--seconds N | --runs N] [TARGET …]
#
#   --seconds N  searches for so long (20 if nothing is said), another search each time
#   --runs N     tries so many inputs, the same ones each time, for two minutes at most: what CI wants
#
# An input that breaks something is written to Fuzz/.build/findings; give it to the program in Fuzz/.build as its
# argument to see it again. Inputs that reach new code gather in Fuzz/.build/corpus and are used by the next search.
set -euo pipefail
cd "$(dirname "$0")"

seconds=20
runs=
targets=()
while (($#)); do
  case "$1" in
    --seconds) seconds="${2:?--seconds needs a number}"; shift 2 ;;
    --runs) runs="${2:?--runs needs a number}"; shift 2 ;;
    --help) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) targets+=("$1"); shift ;;
  esac
done
if ((${#targets[@]} == 0)); then
  for folder in Sources/*/; do targets+=("$(basename "$folder")"); done
fi

# What each target starts from: small files of our own.
seeds() {
  case "$1" in
    FuzzJSON) echo Seeds/json ;;
    FuzzTrim) echo Seeds/conversation ;;
    FuzzLint | FuzzPrompt) echo Seeds/prompt ../prompts ../corpora ;;
    *) echo Seeds/text ../corpora ;;
  esac
}

# Optimised, for more inputs a second, but with the assertions of a debug build.
build=(swift build --configuration release --sanitize=fuzzer -Xswiftc -assert-config -Xswiftc Debug)
programs="$("${build[@]}" --show-bin-path)"

# Swift's own handler would end the program before the fuzzer has written the input down.
export SWIFT_BACKTRACE=enable=no

# A search goes on from what earlier ones found. A repeatable one starts from the seeds alone, with Swift's hash tables
# in the same order each time, because the order decides which code an input reaches.
search() {
  local corpus=".build/corpus/$1" limits=(-max_total_time="$seconds")
  if [ -n "$runs" ]; then
    corpus=".build/repeated/$1"
    rm -rf "$corpus"
    limits=(-runs="$runs" -seed=1 -max_total_time=120)
    export SWIFT_DETERMINISTIC_HASHING=1
  fi
  mkdir -p "$corpus"
  # shellcheck disable=SC2046 # the seeds are several words
  "$programs/$1" \
    "${limits[@]}" -max_len=4096 -timeout=20 -rss_limit_mb=4096 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix=".build/findings/$1-" "$corpus" $(seeds "$1")
}

mkdir -p .build/findings
for target in "${targets[@]}"; do
  "${build[@]}" --product "$target"
  search "$target"
done
