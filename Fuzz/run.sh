#!/usr/bin/env bash
# Builds each fuzz target and runs it for a short while; stops at the first input that breaks a law.
#
#   Fuzz/run.sh [--seconds N] [TARGET …]
#
# An input that breaks something is written to Fuzz/.build/findings; give it to the program in Fuzz/.build as its
# argument to see it again. Inputs that reach new code gather in Fuzz/.build/corpus and are used by the next run.
set -euo pipefail
cd "$(dirname "$0")"

seconds=20
targets=()
while (($#)); do
  case "$1" in
    --seconds) seconds="${2:?--seconds needs a number}"; shift 2 ;;
    --help) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 0 ;;
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

mkdir -p .build/findings
for target in "${targets[@]}"; do
  "${build[@]}" --product "$target"
  mkdir -p ".build/corpus/$target"
  # shellcheck disable=SC2046 # the seeds are several words
  "$programs/$target" \
    -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 \
    -artifact_prefix=".build/findings/$target-" ".build/corpus/$target" $(seeds "$target")
done
