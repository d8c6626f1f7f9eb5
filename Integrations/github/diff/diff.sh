#!/usr/bin/env bash
# Runs tare diff as the action asks: the report on standard output, in a folder as Markdown, JSON and a page, and in the
# step's summary. The exit code goes to the outputs, so that the reports are kept before the job fails.
set -uo pipefail

tare=${TARE:-tare}
reports=${TARE_REPORTS:-tare-diff}
# One argument on each line, so that paths may hold blanks and nothing is run by the shell.
arguments=()
while IFS= read -r line; do
  [ -n "$line" ] && arguments+=("$line")
done <<<"${TARE_ARGUMENTS:-}"
arguments+=(--)
while IFS= read -r line; do
  [ -n "$line" ] && arguments+=("$line")
done <<<"${TARE_PATHS:-}"

# In a container the repository is somebody else's, which git refuses to read unless it is told that it is wanted; what
# is said so is said to this step alone.
if [ -n "${GITHUB_WORKSPACE:-}" ]; then
  configuration=$(mktemp)
  trap 'rm -f "$configuration"' EXIT
  git config --file "$configuration" include.path "${GIT_CONFIG_GLOBAL:-$HOME/.gitconfig}"
  git config --file "$configuration" safe.directory "$GITHUB_WORKSPACE"
  export GIT_CONFIG_GLOBAL=$configuration
fi

# A report quotes names of files, which could be commands to the runner.
quiet=tare-$RANDOM$RANDOM$RANDOM
[ -z "${GITHUB_ACTIONS:-}" ] || echo "::stop-commands::$quiet"
mkdir -p "$reports"
"$tare" diff "${TARE_BASE:?the commit before is not known: name one with the input base}...${TARE_HEAD:-HEAD}" \
  --report "markdown:$reports/diff.md" --report "json:$reports/diff.json" --report "html:$reports/diff.html" \
  "${arguments[@]}"
code=$?
[ -z "${GITHUB_ACTIONS:-}" ] || echo "::$quiet::"

changed=false
[ -s "$reports/diff.json" ] && ! grep -q '^  "prompts": \[\],\{0,1\}$' "$reports/diff.json" && changed=true
if [ "${TARE_POST:-changed}" = always ] || { [ "${TARE_POST:-changed}" = changed ] && [ "$changed" = true ]; }; then
  [ -s "$reports/diff.md" ] && cat "$reports/diff.md" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
fi
{
  echo "exit-code=$code"
  echo "changed=$changed"
  echo "markdown=$reports/diff.md"
} >>"${GITHUB_OUTPUT:-/dev/null}"
