#!/usr/bin/env bash
# The main job on the examples of this repository: audit, safe fixes, a trimmed conversation, and what it saves.
# Everything it writes goes to demo-output/; the examples stay as they are.
set -euo pipefail
cd "$(dirname "$0")/.."
tare=${TARE:-.build/release/tare}
model=gpt-5.4
question='My backup job stops at 80 percent. What can I do?'

say() { printf '\n%s\n' "$1"; }
rm -rf demo-output
mkdir demo-output

say "1. What is bloat in prompts/ (tare lint prompts)"
"$tare" lint prompts --model $model --output-format text >demo-output/findings.txt || [ $? -eq 1 ]
tail -n 3 demo-output/findings.txt

say "2. The fixes that are safe, in a copy (tare lint --fix demo-output/prompts)"
cp -R prompts demo-output/prompts
"$tare" lint demo-output/prompts --fix --quiet || [ $? -eq 1 ]

say "3. A conversation of 40 turns and 60 chunks, cut to 6,000 tokens (tare trim)"
"$tare" trim prompts/conversations/support-40-turns.json --budget 6000 --policy step \
  --chunks prompts/conversations/retrieval-chunks.ndjson --question "$question" \
  -o demo-output/trimmed.json

say "4. What the fixes save (tare diff prompts demo-output/prompts)"
"$tare" diff prompts demo-output/prompts --model $model
"$tare" diff prompts demo-output/prompts --model $model --format markdown -o demo-output/report.md
say "Written: demo-output/report.md (for a pull request), findings.txt, trimmed.json and the fixed prompts"
