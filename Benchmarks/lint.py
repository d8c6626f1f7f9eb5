#!/usr/bin/env python3
"""How long `tare lint` takes: for one file of each kind in several sizes, and for a folder, cold and from its cache.

    python3 Benchmarks/lint.py [--tare PATH] [--runs N] [--kilobytes N] [--folder FOLDER] [--markdown] [KIND ...]

The texts are made from words of corpora/, the same on every machine; with FOLDER, 2,049 variations of the prompts below it,
13.7 MB together, are linted as well. Milliseconds are processor time of the whole process, starting included, the least of
the runs; a folder has its time on the clock too. The last columns say how much longer the double length takes, and how much
memory the longest but one needs. Each run is checked: it has to end with findings or without, and to report the same twice.
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
FILES, BYTES = 2_049, 13_700_000


def words():
    """English words of the corpora, in the order in which they come."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "prompts").rglob("*.md")))
    return [word for word in text.split() if word.isalpha()]


WORDS = words()


def sentence(choice, count=14):
    return " ".join(choice.choice(WORDS) for _ in range(count)).capitalize() + "."


def filled(piece, size):
    """Pieces until there are `size` bytes; `piece` is given a source of chance and its number."""
    choice, made, length = random.Random(7), [], 0
    while length < size:
        made.append(piece(choice, len(made)))
        length += len(made[-1].encode())
    return "".join(made)


PARAGRAPH = " ".join(sentence(random.Random(number)) for number in range(4)) + "\n\n"


def near(choice, _):
    """The paragraph with another word."""
    parts = PARAGRAPH.split()
    parts[choice.randrange(len(parts))] = choice.choice(WORDS)
    return " ".join(parts) + "\n\n"


def mixed(choice, number):
    """What prompts are made of, in turn."""
    parts = [
        f"## {sentence(choice, 4)}\n\n", sentence(choice) + " " + sentence(choice) + "\n\n",
        "".join(f"- {sentence(choice, 9)}\n" for _ in range(6)) + "\n",
        "| a   | b         |\n|-----|-----------|\n" + f"| {number}   | {sentence(choice, 3)} |\n\n",
        f"```json\n{{\"order\": {number}}}\n```\n\n", f"See [{sentence(choice, 2)}](https://example.org/{number}).\n\n",
    ]
    return parts[number % len(parts)]


def payload(size):
    messages = [
        {"role": "system" if not number else "user" if number % 2 else "assistant", "content": sentence(random.Random(number), 60)}
        for number in range(max(1, size // 450))
    ]
    return json.dumps({"model": "gpt-4o", "messages": messages}, indent=1)


HEAD = "| a | b | c |\n|---|---|---|\n"
KINDS = {
    "mixed": lambda size: filled(mixed, size),
    "prose": lambda size: filled(lambda choice, _: " ".join(sentence(choice) for _ in range(4)) + "\n\n", size),
    "list": lambda size: filled(lambda choice, _: f"- {sentence(choice, 10)}\n", size),
    "table": lambda size: HEAD + filled(lambda choice, number: f"| {number} | {sentence(choice, 5)} | x |\n", size),
    "padded table": lambda size: HEAD + filled(lambda choice, number: f"| {number:8} | {sentence(choice, 5):60} | x   |\n", size),
    "JSON payload": payload,
    "one line": lambda size: filled(lambda choice, _: sentence(choice) + " ", size),
    "one word": lambda size: "a" * size,
    "repeated paragraph": lambda size: PARAGRAPH * (size // len(PARAGRAPH.encode()) + 1),
    "near-duplicates": lambda size: filled(near, size),
    "code": lambda size: "```python\n" + filled(lambda choice, number: f"def {choice.choice(WORDS)}_{number}(x):\n    return x\n\n", size) + "```\n",
    "template": lambda size: filled(lambda choice, _: f"{sentence(choice)} {{{{{choice.choice(WORDS)}}}}}\n\n", size),
    "examples": lambda size: filled(lambda choice, _: f"<example>\n{sentence(choice)}\n</example>\n\n", size),
}


def lint(tare, path, *options):
    """Milliseconds of processor time and on the clock, megabytes, and what was printed."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as printed:
        program = subprocess.Popen([tare, "lint", str(path), "--isolated", "--format", "json", *options], stdout=printed)
        _, status, usage = os.wait4(program.pid, 0)
        wall = time.perf_counter() - started
        program.returncode = os.waitstatus_to_exitcode(status)
        if program.returncode not in (0, 1, 2):
            sys.exit(f"tare lint {path} ended with {program.returncode}")
        printed.seek(0)
        digest = hashlib.sha256(printed.read()).hexdigest()
    return 1_000 * (usage.ru_utime + usage.ru_stime), 1_000 * wall, usage.ru_maxrss / 1_024, digest


def least(tare, path, runs, *options):
    """The least of the runs, which all have to print the same."""
    found = [lint(tare, path, *options) for _ in range(runs)]
    if len({run[3] for run in found}) != 1:
        sys.exit(f"tare lint {path} does not report the same twice")
    return tuple(min(run[column] for run in found) for column in range(3))


def rows(options, folder):
    """A row for each kind of text."""
    base = options.kilobytes * 1_000
    for kind in options.kinds or KINDS:
        figures = []
        for size in (1_000, base // 2, base, 2 * base):
            path = folder / (f"{size}.json" if kind == "JSON payload" else f"{size}.md")
            path.write_text(KINDS[kind](size), encoding="utf-8")
            figures.append(least(options.tare, path, options.runs, "--no-cache"))
        times = [figure[0] for figure in figures]
        yield [
            kind, *(f"{time:.0f} ms" for time in times), f"{times[2] / times[1]:.2f}", f"{times[3] / times[2]:.2f}",
            f"{figures[2][2]:.0f} MB",
        ]


def vary(source, folder):
    """Variations of the prompts below `source`: each has other words in some lines, so that no two are the same."""
    texts = [path for path in sorted(source.rglob("*")) if path.is_file()]
    if not texts:
        sys.exit(f"{source} holds no files")
    choice, length = random.Random(3), 0
    for number in range(FILES):
        path = choice.choice(texts)
        lines = path.read_bytes().decode("utf-8", "replace").split("\n")
        # What the drawn prompts are shorter on average than those that were measured is made up by others behind them.
        while sum(map(len, lines)) + length < BYTES * number // FILES:
            lines += ["", *choice.choice(texts).read_bytes().decode("utf-8", "replace").split("---\n", 2)[-1].split("\n")]
        for _ in range(max(1, len(lines) // 40)):
            lines[choice.randrange(len(lines))] += " " + choice.choice(WORDS)
        target = folder / f"{number // 100}" / f"{number}-{path.name}"
        target.parent.mkdir(exist_ok=True)
        length += target.write_bytes("\n".join(lines).encode())
    return length


def show(table, is_markdown):
    if is_markdown:
        table = [table[0], ["---", *["---:"] * (len(table[0]) - 1)], *table[1:]]
        for row in table:
            print("| " + " | ".join(row) + " |")
        return
    widths = [max(map(len, column)) for column in zip(*table)]
    for row in table:
        print(row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:])), sep="  ")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--kilobytes", type=int, default=293, help="size of the longest text but one")
    parser.add_argument("--folder", type=pathlib.Path, help="prompts to vary")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    options = parser.parse_args()
    for kind in options.kinds:
        if kind not in KINDS:
            sys.exit(f"no kind of text is called {kind!r}; there are {', '.join(KINDS)}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        size = options.kilobytes
        head = ["text", "1 kB", f"{size // 2} kB", f"{size} kB", f"{2 * size} kB", "twice", "again", "memory"]
        show([head, *rows(options, folder)], options.markdown)
        if options.folder:
            files = folder / "files"
            files.mkdir()
            length = vary(options.folder, files)
            print(f"\n{FILES:,} files, {length / 1e6:.1f} MB, on {os.cpu_count()} processors:")
            cache = ["--cache-dir", str(folder / "cache")]
            for name, runs, more in (("without a cache", 3, ["--no-cache"]), ("cold", 1, cache), ("warm", 3, cache)):
                spent, wall, memory = least(options.tare, files, runs, *more)
                print(f"{name:16} {wall / 1_000:.2f} s, {spent / 1_000:.2f} s of processor time, {memory:.0f} MB")


if __name__ == "__main__":
    main()
