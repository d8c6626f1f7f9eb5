#!/usr/bin/env bash
# Checks what other systems read of this repository: the hooks with pre-commit itself, the action, the GitLab job and the
# example workflows against the schemas of their makers, the reports with others' readers. These come from PyPI.
set -euo pipefail
cd "$(dirname "$0")/.."

environment=.build/integrations
tare=${TARE:-$PWD/.build/release/tare}
if [ ! -e "$environment/installed" ]; then
  rm -rf "$environment"
  python3 -m venv "$environment" ||
    { echo "tare: python3 with venv is needed (Debian: apt-get install python3-venv)" >&2; exit 2; }
  "$environment/bin/pip" install --quiet --disable-pip-version-check pre-commit==4.7.0 check-jsonschema==0.39.0 \
    sarif-pydantic==0.6.2 junitparser==5.0.3
  touch "$environment/installed"
fi
PATH="$PWD/$environment/bin:$PATH"

check-jsonschema --builtin-schema vendor.github-actions Integrations/github/*/action.yml
check-jsonschema --builtin-schema vendor.github-workflows Integrations/examples/github-*workflow.yml
check-jsonschema --builtin-schema vendor.gitlab-ci Integrations/gitlab/*.yml Integrations/examples/gitlab-*ci.yml
pre-commit validate-manifest .pre-commit-hooks.yaml
pre-commit validate-config Integrations/examples/pre-commit-config.yaml

python3 Scripts/report-formats.py "$tare" prompts
python3 Scripts/review-comments.py "$tare"

# The hooks that use an installed tare, as pre-commit runs them in a repository of prompts.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/hooks" "$folder/user" "$folder/bin"
ln -s "$tare" "$folder/bin/tare"
cp .pre-commit-hooks.yaml "$folder/hooks/"
cp -R prompts "$folder/user/prompts"
# The example change has a model of its own, and files that are counted for several models have no sums.
rm -r "$folder/user/prompts/changes"
as_somebody=(-c user.name=tare -c user.email=tare@example.com)
git -C "$folder/hooks" init --quiet
git -C "$folder/hooks" add .
git -C "$folder/hooks" "${as_somebody[@]}" commit --quiet --message "Hooks"
git -C "$folder/user" init --quiet
git -C "$folder/user" add .

run_hook() {
  local code=0
  (cd "$folder/user" && PATH="$folder/bin:$PATH" PRE_COMMIT_HOME="$folder/cache" \
    pre-commit try-repo "$folder/hooks" "$1" --all-files >"$folder/$1.txt" 2>&1) || code=$?
  if [ "$code" -ne 1 ] || ! grep -q "^Found [1-9]" "$folder/$1.txt"; then
    cat "$folder/$1.txt" >&2
    echo "$1: expected findings and the exit code 1, found $code" >&2
    exit 1
  fi
}
run_hook tare-lint-system
[ -z "$(git -C "$folder/user" diff --name-only)" ] || { echo "tare-lint changed a file" >&2; exit 1; }
run_hook tare-fix-system
[ -n "$(git -C "$folder/user" diff --name-only)" ] || { echo "tare-fix changed nothing" >&2; exit 1; }

# What is staged is what tare-diff shows, and staging nothing is nothing to show.
git -C "$folder/user" "${as_somebody[@]}" commit --quiet --all --message "Prompts"
printf 'Answer in one sentence.\n' >>"$folder/user/prompts/support-agent.md"
git -C "$folder/user" add .
(cd "$folder/user" && PATH="$folder/bin:$PATH" PRE_COMMIT_HOME="$folder/cache" \
  pre-commit try-repo "$folder/hooks" tare-diff-system >"$folder/diff.txt" 2>&1) ||
  { cat "$folder/diff.txt" >&2; echo "tare-diff failed" >&2; exit 1; }
grep -q "HEAD -> what is staged: 1 prompt differs" "$folder/diff.txt" ||
  { cat "$folder/diff.txt" >&2; echo "tare-diff does not show what is staged" >&2; exit 1; }
echo "hooks, action, job and examples are what pre-commit, GitHub and GitLab read"
