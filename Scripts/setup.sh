#!/usr/bin/env bash
# Sees to it that what the build needs is there: the Swift toolchain (assumed, checked) and four C libraries, which
# are installed where apt is. Says nothing when all is there.
set -euo pipefail

fail() { printf 'tare setup: %s\n' "$1" >&2; exit 2; }

command -v swift >/dev/null || fail "no Swift toolchain on PATH; tare needs Swift 6.3 (https://www.swift.org/install)"
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
case "$version" in
  6.[3-9] | 6.[1-9][0-9] | [7-9].* | [1-9][0-9].*) ;;
  *) fail "found Swift ${version:-of unknown version}, tare needs 6.3 or later (https://www.swift.org/install)" ;;
esac

# package on Debian and Ubuntu, and a header that shows it is there
needed=(libicu-dev:unicode/normalizer2.h libmd4c-dev:md4c.h libstemmer-dev:libstemmer.h libyaml-dev:yaml.h)
missing=()
for entry in "${needed[@]}"; do
  printf '#include <%s>\n' "${entry#*:}" | clang -x c++ -std=c++17 -fsyntax-only - 2>/dev/null || missing+=("${entry%%:*}")
done
command -v git >/dev/null || missing+=(git)
[ ${#missing[@]} -eq 0 ] && exit 0

command -v apt-get >/dev/null ||
  fail "missing: ${missing[*]} (Debian's names). Install them with your package manager and run this again"
if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif command -v sudo >/dev/null; then
  as_root=(sudo)
else
  fail "missing: ${missing[*]}. Run as root or install sudo, or: apt-get install ${missing[*]}"
fi
echo "Installing ${missing[*]} ..." >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
{ "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update &&
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
  >"$log" 2>&1 || { cat "$log" >&2; fail "apt-get could not install ${missing[*]}"; }
