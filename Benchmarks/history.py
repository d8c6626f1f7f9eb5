#!/usr/bin/env python3
"""How long `tare diff` takes between two commits, and `tare log` over a long history.

    python3 Benchmarks/history.py [--tare PATH] [--runs N] [--prompts N] [--commits N] [--markdown]

Makes a repository in a temporary folder with the same bytes on every machine: prompts of 2 to 14 kB made from words of
prompts/, of which a branch changes every one, and one prompt that many commits change. Each run is a process of its own that
knows nothing of the one before. Milliseconds are those of the clock and of all processors, git's among them, the least of
the runs. Each run is checked: the report has every prompt or commit, and is the same bytes each time.
"""

import argparse
import hashlib
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def words():
    """English words of the prompts, in the order in which they come."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "prompts").rglob("*.md")))
    return [word for word in text.split() if word.isalpha()]


WORDS = words()


def line(choice):
    kind = choice.randrange(6)
    text = " ".join(choice.choice(WORDS) for _ in range(12)).capitalize() + ".\n"
    return "\n## " + text[:20].strip() + "\n\n" if kind == 0 else "- " + text if kind < 3 else text


class Repository:
    """Commits as `git fast-import` reads them."""

    def __init__(self, folder):
        self.folder, self.day, self.parts = folder, 1_700_000_000, []
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main", folder], check=True)

    def commit(self, branch, files, parent=None):
        self.day += 3_600
        message = f"commit at {self.day}"
        self.parts.append(f"commit refs/heads/{branch}\ncommitter A <a@example.com> {self.day} +0000\n")
        self.parts.append(f"data {len(message)}\n{message}\n" + (f"from refs/heads/{parent}\n" if parent else ""))
        for path, text in files.items():
            self.parts.append(f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n")

    def write(self):
        subprocess.run(
            ["git", "-C", self.folder, "fast-import", "--quiet"], input="".join(self.parts).encode(), check=True)


def make(folder, prompts, commits):
    choice, repository = random.Random(5), Repository(folder)
    texts = {f"prompts/{number % 9}/p{number}.md": [line(choice) for _ in range(30 + number % 180)] for number in range(prompts)}
    repository.commit("main", {path: "".join(text) for path, text in texts.items()})
    for text in texts.values():
        for _ in range(max(1, len(text) // 20)):
            text[choice.randrange(len(text))] = line(choice)
    repository.commit("branch", {path: "".join(text) for path, text in texts.items()}, parent="main")
    agent = [line(choice) for _ in range(100)]
    for number in range(commits):
        agent[choice.randrange(len(agent))] = line(choice)
        repository.commit("long", {"agent.md": "".join(agent)}, parent=None if number else "main")
    repository.write()


def children():
    times = os.times()
    return times.children_user + times.children_system


def least(command, folder, runs, check):
    """The least milliseconds of the clock and of the processors."""
    figures, outputs = [], set()
    for _ in range(runs):
        before, start = children(), time.perf_counter()
        run = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=False)
        figures.append(((time.perf_counter() - start) * 1_000, (children() - before) * 1_000))
        if run.returncode != 0:
            sys.exit(f"{' '.join(command)}: exit code {run.returncode}")
        outputs.add(hashlib.sha256(run.stdout).hexdigest())
        check(json.loads(run.stdout))
    if len(outputs) != 1:
        sys.exit(f"{' '.join(command)}: not the same report each time")
    return [min(figure[0] for figure in figures), min(figure[1] for figure in figures)]


def expect(name, number):
    def check(report):
        if len(report[name]) != number:
            sys.exit(f"{len(report[name])} {name} in the report, not {number}")
    return check


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--prompts", type=int, default=200, help="how many prompts the branch changes")
    parser.add_argument("--commits", type=int, default=5_000, help="how many commits change one prompt")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    tare = str(pathlib.Path(options.tare).resolve())
    prompts, commits = options.prompts, options.commits
    cases = [
        (f"diff main...branch, {prompts:,} prompts", ["diff", "main...branch"], expect("prompts", prompts)),
        (f"diff main..branch for a model that is estimated", ["diff", "main..branch", "--model", "claude-sonnet-5"], expect("prompts", prompts)),
        (f"diff main..main, nothing changed", ["diff", "main..main"], expect("prompts", 0)),
        (f"log of one prompt, {commits:,} commits", ["log", "main..long", "agent.md"], expect("commits", commits)),
        (f"log -n 20 of one prompt", ["log", "-n", "20", "main..long", "agent.md"], expect("commits", 20)),
    ]
    with tempfile.TemporaryDirectory() as folder:
        make(folder, prompts, commits)
        table = [["", "clock", "processors"]]
        for name, arguments, check in cases:
            figures = least([tare, *arguments, "--format", "json"], folder, options.runs, check)
            table.append([name, *(f"{figure:,.0f} ms" for figure in figures)])
    if options.markdown:
        for row in [table[0], ["---", "---:", "---:"], *table[1:]]:
            print("| " + " | ".join(row) + " |")
        return
    widths = [max(map(len, column)) for column in zip(*table)]
    for row in table:
        print(row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:])), sep="  ")


if __name__ == "__main__":
    main()
