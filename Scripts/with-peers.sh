#!/usr/bin/env bash
# Runs a command in a Python environment of its own that has the tools tare is compared with, installed from PyPI.
set -euo pipefail
cd "$(dirname "$0")/.."

environment=.build/peers
packages=(tiktoken==0.14.0 unicodedata2==16.0.0)
stamp="$environment/$(printf '%s\n' "${packages[@]}" | sha256sum | cut -c1-16)"
if [ ! -e "$stamp" ]; then
  rm -rf "$environment"
  python3 -m venv "$environment" || { echo "tare: python3 with venv is needed (Debian: apt-get install python3-venv)" >&2; exit 2; }
  "$environment/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}"
  touch "$stamp"
fi
PATH="$PWD/$environment/bin:$PATH" exec "$@"
