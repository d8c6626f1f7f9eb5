#!/usr/bin/env bash
# Prints, one to a line, what `swift build -c release` is given so that the command line tool starts quickly. Why each,
# and what it gains: Documentation/Design/0007-a-process-that-starts-quickly.md.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "--static-swift-stdlib"
[ "$(uname -s)" = Linux ] || exit 0
toolchain=$(dirname "$(readlink -f "$(command -v swift)")")
[ -x "$toolchain/ld.lld" ] || command -v ld.lld >/dev/null || exit 0

# The linker looks in this folder first and finds archives alone in it; what has no archive stays a shared library.
archives="$PWD/.build/archives"
rm -rf "$archives"
mkdir -p "$archives"
link_archives() {
  local name file
  for name in "$@"; do
    file=$(clang -print-file-name="$name.a")
    [ -e "$file" ] || return 0
  done
  for name in "$@"; do ln -s "$(clang -print-file-name="$name.a")" "$archives/"; done
}
# The parts of ICU and the C++ library need one another: all of them or none.
link_archives libicui18n libicuuc libicudata libstdc++
link_archives libstemmer
link_archives libyaml

printf '%s\n' -Xlinker "-L$archives" -Xlinker --icf=safe
for flag in -use-ld=lld -Xclang-linker -no-pie -Xclang-linker -static-libgcc; do printf '%s\n' -Xswiftc "$flag"; done
