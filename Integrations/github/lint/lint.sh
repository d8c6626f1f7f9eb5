#!/usr/bin/env bash
# Runs tare lint as the action asks: annotations on standard output, reports in a folder, the Markdown one in the step's
# summary as well. The exit code goes to the outputs, so that the reports are kept before the job fails.
set -uo pipefail

tare=${TARE:-tare}
reports=${TARE_REPORTS:-tare-lint}
# One argument on each line, so that paths may hold blanks and nothing is run by the shell.
arguments=()
while IFS= read -r line; do
  [ -n "$line" ] && arguments+=("$line")
done <<<"${TARE_ARGUMENTS:-}"
arguments+=(--)
while IFS= read -r line; do
  [ -n "$line" ] && arguments+=("$line")
done <<<"${TARE_PATHS:-.}"

mkdir -p "$reports"
"$tare" lint --format github --report "markdown:$reports/findings.md" --report "sarif:$reports/findings.sarif" \
  --report "html:$reports/findings.html" "${arguments[@]}"
code=$?

[ -s "$reports/findings.md" ] && cat "$reports/findings.md" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
{
  echo "exit-code=$code"
  echo "sarif=$reports/findings.sarif"
} >>"${GITHUB_OUTPUT:-/dev/null}"
