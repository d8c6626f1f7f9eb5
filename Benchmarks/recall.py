#!/usr/bin/env python3
"""How many of the turns that answer a question `tare rerank --turns` keeps of a long dialogue, by budget.

    python3 Benchmarks/recall.py [--tare PATH] [--names] [--markdown] FILE

FILE has dialogues in the form of LoCoMo: sessions of turns with a speaker, an id and a text, and questions with the ids of the
turns that answer them. Turns are taken by score while they fit the budget, one that does not fit leaving its room to the next;
a turn costs its tokens in o200k_base and four for its message and role. With --names, `Speaker: ` stands before each turn.
The first row takes the newest turns, as a sliding window does.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUDGETS = [1000, 2000, 4000, 8000]


def dialogues(path, names):
    """The turns of each dialogue with their ids, and its questions with the places of the turns that answer."""
    for entry in json.loads(pathlib.Path(path).read_text(encoding="utf-8")):
        conversation, turns, ids = entry["conversation"], [], []
        numbers = sorted(int(name[8:]) for name in conversation if re.fullmatch(r"session_\d+", name))
        for turn in (turn for number in numbers for turn in conversation[f"session_{number}"]):
            turns.append(f"{turn['speaker']}: {turn['text']}" if names else turn["text"])
            ids.append(turn["dia_id"])
        questions = []
        for question in entry["qa"]:
            named = {name for evidence in question["evidence"] for name in re.split(r"[;,\s]+", evidence)}
            if evidence := [ids.index(name) for name in sorted(named) if name in ids]:
                questions.append((question["question"], evidence))
        yield entry.get("sample_id", ""), turns, questions


def costs(tare, turns):
    """The tokens of each turn as a message."""
    lines = "".join(json.dumps({"text": turn}) + "\n" for turn in turns)
    run = subprocess.run([tare, "count", "--ndjson", "-"], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line)["tokens"] + 4 for line in run.stdout.splitlines()]


def scores(tare, turns, questions):
    """The scores of all turns for each question, and the milliseconds of a question with its JSON."""
    requests = "".join(json.dumps({"query": question, "documents": turns}) + "\n" for question, _ in questions)
    start = time.perf_counter()
    run = subprocess.run(
        [tare, "rerank", "--turns", "--ndjson", "-"], input=requests, capture_output=True, text=True, check=True)
    elapsed = (time.perf_counter() - start) / len(questions) * 1000
    for line in run.stdout.splitlines():
        found = [0.0] * len(turns)
        for result in json.loads(line)["results"]:
            found[result["index"]] = result["relevance_score"]
        yield found, elapsed


def kept(found, cost, budget):
    """The turns that stay, best first while they fit."""
    room, stay = budget, set()
    for place in sorted(range(len(found)), key=lambda place: (-found[place], place)):
        if cost[place] <= room:
            room -= cost[place]
            stay.add(place)
    return stay


def recall(found, cost, evidence):
    """The share of the turns that answer which stays, for each budget."""
    shares = []
    for budget in BUDGETS:
        stay = kept(found, cost, budget)
        shares.append(sum(place in stay for place in evidence) / len(evidence))
    return shares


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--names", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("file")
    options = parser.parse_args()
    rows, newest, chosen = [], [], []
    for name, turns, questions in dialogues(options.file, options.names):
        cost = costs(options.tare, turns)
        own = []
        for (found, elapsed), (_, evidence) in zip(scores(options.tare, turns, questions), questions, strict=True):
            own.append(recall(found, cost, evidence))
            newest.append(recall(list(range(len(turns))), cost, evidence))
        chosen += own
        rows.append([f"{name}, {len(turns)} turns, {sum(cost)} tokens", own, f"{elapsed:.1f}"])
    rows = [["newest turns", newest, ""], ["by question, all", chosen, ""]] + rows
    table = [["", "questions"] + [f"{budget}" for budget in BUDGETS] + ["ms"]]
    for name, shares, elapsed in rows:
        means = [f"{100 * sum(column) / len(shares):.1f}" for column in zip(*shares)]
        table.append([name, str(len(shares))] + means + [elapsed])
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    for number, row in enumerate(table):
        cells = [cell.ljust(width) if column == 0 else cell.rjust(width)
                 for column, (cell, width) in enumerate(zip(row, widths))]
        print("| " + " | ".join(cells) + " |" if options.markdown else "  ".join(cells))
        if options.markdown and number == 0:
            print("| " + " | ".join("-" * width for width in widths) + " |")


if __name__ == "__main__":
    sys.exit(main())
