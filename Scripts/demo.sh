#!/usr/bin/env bash
# The main job on the examples of this repository: audit, safe fixes, a trimmed conversation, and what it saves.
# Everything it writes goes to demo-output/; the examples stay as they are.
set -euo pipefail
cd "$(dirname "$0")/.."
tare=${TARE:-.build/release/tare}
model=gpt-5.4
question='Can I send back the boots that I wore on the Corrie trip?'

say() { printf '\n== %s\n' "$1"; }
# A linter that found something exits with 1, which is no failure here.
findings_are_fine() { "$@" || [ $? -eq 1 ]; }
rm -rf demo-output
mkdir demo-output

say "tare lint prompts: what is bloat, and what it costs"
findings_are_fine "$tare" lint prompts --model $model -o demo-output/findings.txt
tail -n 4 demo-output/findings.txt

say "tare lint --fix, on a copy: the fixes that are safe, each counted again"
cp -R prompts demo-output/prompts
findings_are_fine "$tare" lint demo-output/prompts --fix --show-fixes -o demo-output/left.txt 2>&1
tail -n 3 demo-output/left.txt

say "tare trim: a conversation of 40 turns and the best of 24 chunks, in 6,000 tokens"
"$tare" trim prompts/conversations/support-40-turns.json --budget 6000 \
  --chunks prompts/conversations/shop-handbook.ndjson --question "$question" --top-k 4 \
  -o demo-output/trimmed.json 2>&1

say "tare diff: what the fixes save"
"$tare" diff prompts demo-output/prompts --model $model -o demo-output/fixes.txt
head -n 17 demo-output/fixes.txt

say "tare diff: a change of four prompts, with fewer tokens and a larger bill"
findings_are_fine "$tare" diff prompts/changes/before prompts/changes/after -o demo-output/change.txt \
  --report markdown:demo-output/comment.md --report html:demo-output/change.html
head -n 16 demo-output/change.txt

say "Written to demo-output/: change.html, comment.md (for a pull request), the reports in full, trimmed.json, prompts/"
