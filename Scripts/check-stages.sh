#!/usr/bin/env bash
# The hot stages link no Foundation, and counting links no ICU: their objects may not even mention them.
set -euo pipefail
cd "$(dirname "$0")/.."

build=.build/release
failed=0
mentions() { nm -u "$build/$1.build"/*.o 2>/dev/null | grep -cE "$2" || true; }
for stage in TareText TareJSON TareYAML TareUnicode TareTokens TarePrompts TareConversations TareRanking TarePricing TareTrim; do
  ls "$build/$stage.build"/*.o >/dev/null 2>&1 || { echo "$stage: not built (release)" >&2; exit 2; }
  count=$(mentions "$stage" 'Foundation')
  [ "$count" -eq 0 ] || { echo "$stage: $count symbols of Foundation" >&2; failed=1; }
done
for stage in TareText TareJSON TareTokens TarePricing; do
  count=$(mentions "$stage" ' U (tare_icu|u_|unorm|ubrk)')
  [ "$count" -eq 0 ] || { echo "$stage: $count symbols of ICU" >&2; failed=1; }
done
[ "$failed" -eq 0 ] && echo "No Foundation in the stages, no ICU in counting"
exit "$failed"
