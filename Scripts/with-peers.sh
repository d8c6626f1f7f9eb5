#!/usr/bin/env bash
# Runs a command in a Python environment of its own that has the tools tare is compared with, installed from PyPI. With
# --all first, those that only the benchmark needs too: one whose wheel is not to be had is named and left out.
set -euo pipefail
cd "$(dirname "$0")/.."

environment=.build/peers
packages=(tiktoken==0.14.0 tokenizers==0.23.3 unicodedata2==16.0.0)
benchmarked=(
  gigatoken==0.10.0 fastokens==0.3.5 splintr-rs==0.22.0 toktok-rs==0.3.0 rs_bpe==0.1.0 quicktok-v1==0.4.0)

install() { "$environment/bin/pip" install --quiet --disable-pip-version-check "$@"; }
stamp() { printf '%s/%s' "$environment" "$(printf '%s\n' "$@" | sha256sum | cut -c1-16)"; }

if [ ! -e "$(stamp "${packages[@]}")" ]; then
  rm -rf "$environment"
  python3 -m venv "$environment" || { echo "tare: python3 with venv is needed (Debian: apt-get install python3-venv)" >&2; exit 2; }
  install "${packages[@]}"
  touch "$(stamp "${packages[@]}")"
fi
if [ "${1:-}" = --all ]; then
  shift
  if [ ! -e "$(stamp "${benchmarked[@]}")" ]; then
    echo "Installing the tokenizers that tare is compared with ..." >&2
    for package in "${benchmarked[@]}"; do
      install --only-binary :all: "$package" 2>/dev/null || echo "$package is not to be had here, left out" >&2
    done
    touch "$(stamp "${benchmarked[@]}")"
  fi
fi
PATH="$PWD/$environment/bin:$PATH" exec "$@"
