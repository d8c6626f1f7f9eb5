#!/usr/bin/env bash
# Packs the built-in vocabularies from the compact rank lists beside them, and with --check says whether the
# committed packs are what packing gives.
set -euo pipefail
cd "$(dirname "$0")/.."

check=false
[ "${1:-}" = "--check" ] && check=true
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

swift build -c release --product tare-pack >/dev/null
pack() { # target, name, SHA-256 of the published .tiktoken file
  local folder="Sources/$1"
  .build/release/tare-pack "$folder/$2.ranks" --name "$2" --sha256 "$3" --pack "$scratch/$2.pack"
  if $check; then
    cmp "$scratch/$2.pack" "$folder/$2.pack" || { echo "$folder/$2.pack is stale: run Scripts/pack-vocabularies.sh" >&2; exit 1; }
  else
    cp "$scratch/$2.pack" "$folder/$2.pack"
  fi
}
pack CTareO200k o200k_base 446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d
pack CTareCl100k cl100k_base 223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7
