#!/usr/bin/env bash
# Builds the tare that the action runs, from the repository that the action is in.
#
#   build.sh key         prints "key=", which names what it is built from
#   build.sh tare FILE   installs what tare needs, and builds it as FILE unless that is there
set -euo pipefail

repository=$(cd "$(dirname "$0")/../../.." && pwd)

case "${1:-}" in
  key)
    cd "$repository"
    find Sources Scripts Package.swift -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum |
      sed 's/^\(.\{32\}\).*/key=\1/'
    ;;
  tare)
    "$repository/Scripts/setup.sh"
    [ -x "$2" ] && exit 0
    "$repository/Scripts/make.sh" build
    mkdir -p "$(dirname "$2")"
    cp "$repository/.build/release/tare" "$2"
    ;;
  *)
    echo "build.sh: expected key or tare FILE" >&2
    exit 2
    ;;
esac
