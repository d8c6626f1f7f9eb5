#!/usr/bin/env python3
"""Lints texts that readers of Markdown take more than linear time for, in two sizes, and compares the processor time.

    python3 Scripts/growth.py [--tare PATH] [--kilobytes N] [KIND ...]

The larger text is ten times the smaller. Exits 1 where it takes more than thirty times as long, unless that is less
than half a second. The tests count work on the same kinds of text; a clock has no place among them.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FACTOR, MOST, FLOOR = 10, 30, 0.5

# What each kind of text is made of: given n pieces, the text.
PADDED = "| a                         | b                    |\n|---|---|\n| c                | d |\n\n"
KINDS = {
    "one line": lambda n: "a" * n * 10,
    "blank lines": lambda n: "\n" * n,
    "nested items": lambda n: "- " * n + "a\n" + "\n" * n,
    "nested quotations": lambda n: ">" * n + "\n" + "a\n" * n,
    "wide table": lambda n: "|a" * n + "|\n" + "|---" * n + "|\n" + "|x|\n" * n,
    "small tables": lambda n: "|a|\n|-|\n|b|\n\n" * n,
    "padded tables": lambda n: PADDED * n,
    "padded tables and spaces": lambda n: "x\u00a0y z\n\n" * n + PADDED * n + "x\u00a0y z\n" * n,
    "empty fences": lambda n: "```\n```\n\n" * n,
    "images": lambda n: "![](a)\n" * n,
    "links": lambda n: "[a](b)\n" * n,
    "brackets": lambda n: "[" * n,
    "braces": lambda n: "{{a" * n,
    "back-ticks": lambda n: "|" + "`a" * n + "|b|\n|--|--|\n|c|d|\n",
    "rules in lists": lambda n: "- - - ***\n" * n,
    "empty headings": lambda n: "- - #\n" * n,
    "no-break spaces": lambda n: "x\u00a0" * n,
    "lines that look like items": lambda n: "-\u00a0x y\n" * n,
    "repeated passages": lambda n: "".join(f"The same sentence number {i % 97} of the handbook.\n" for i in range(n)),
    "times": lambda n: "Current time 2026-11-20 10:15\n" * n,
    "carriage returns": lambda n: "\r" * n,
}


def pieces(kind, size):
    """How many pieces come to about `size` bytes."""
    low = 1
    while len(KINDS[kind](low * 2).encode()) <= size:
        low *= 2
    return max(1, low * size // len(KINDS[kind](low).encode()))


def seconds(tare, text):
    """The best of three, so that a neighbour on the machine does not decide."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "prompt.md"
        path.write_bytes(text.encode())
        best = None
        for _ in range(3):
            program = subprocess.Popen([tare, "lint", str(path), "--format", "sarif"], stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(program.pid, 0)
            program.returncode = os.waitstatus_to_exitcode(status)
            if program.returncode not in (0, 1):
                sys.exit(f"tare lint ended with {program.returncode}")
            spent = usage.ru_utime + usage.ru_stime
            best = spent if best is None else min(best, spent)
        return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--kilobytes", type=int, default=1000, help="size of the larger text")
    parser.add_argument("kinds", nargs="*", metavar="KIND", default=list(KINDS))
    options = parser.parse_args()
    failed = False
    for kind in options.kinds:
        if kind not in KINDS:
            sys.exit(f"no kind of text is called {kind!r}; there are {', '.join(KINDS)}")
        count = pieces(kind, options.kilobytes * 1000 // FACTOR)
        small, large = (seconds(options.tare, KINDS[kind](n)) for n in (count, count * FACTOR))
        is_slow = large > max(small * MOST, FLOOR)
        failed = failed or is_slow
        print(f"{kind:28} {small:8.3f} s {large:8.3f} s {'  grows too fast' if is_slow else ''}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
