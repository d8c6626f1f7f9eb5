#!/usr/bin/env python3
"""Counts and normalizes texts that tokenizers and normalizers take long for, and compares the processor time per byte:
a text with one ten times as long, and both with ordinary prose.

    python3 Scripts/hostile.py [--tare PATH] [--megabytes N] [--encoding NAME] [KIND ...]

Exits 1 where a byte of the long text costs more than three times what it does in the short one, or more than
COUNTING times (with a normal form, NORMALIZING times) what a byte of prose costs. Time is no matter of tests, where a
busy machine would decide; here the best of five runs counts, less what an empty file takes.
"""
import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FACTOR, GROWTH, COUNTING, NORMALIZING, ROUNDS = 10, 3, 25, 50, 5
PROSE = (ROOT / "corpora/en.txt").read_text()


def drawn(alphabet):
    """Text of scalars drawn by chance."""
    return lambda size: "".join(random.Random(1).choices(alphabet, k=size))


def repeated(unit):
    return lambda size: unit * (size // len(unit) + 1)


LETTERS = "abcdefghijklmnopqrstuvwxyz"
HAN = [chr(value) for value in range(0x4E00, 0x9FFF)]
MARKS = "\u0301\u0323\u0327\u0334\u0345\u0308\u05b0\u064b\u0f71\u3099"
COUNTED = {
    "prose": repeated(PROSE),
    "one letter": repeated("a"),
    "spaces": repeated(" "),
    "newlines": repeated("\n"),
    "underscores": repeated("_"),
    "carets": repeated("^"),
    "digits": drawn("0123456789"),
    "random letters": drawn(LETTERS),
    "random capitals and letters": drawn(LETTERS + LETTERS.upper()),
    "base64": drawn(LETTERS + LETTERS.upper() + "0123456789+/"),
    "hexadecimal": drawn("0123456789abcdef"),
    "two letters": drawn("ab"),
    "random Han": drawn(HAN),
    "Han of one text": lambda size: (ROOT / "corpora/zh.txt").read_text().replace("\n", "") * (size // 5000 + 1),
    "emoji with joiners": repeated("👨‍👩‍👧‍👦👩🏿‍🚀"),
    "mixed white space": drawn(" \t\n\r\u00a0\u3000\u2028"),
    "apostrophes": drawn("'slre "),
    "marks": drawn(MARKS),
    "random scalars": drawn([chr(v) for v in range(0x20000) if not 0xD800 <= v <= 0xDFFF]),
    "NULs": repeated("\0"),
}
NORMALIZED = {
    "prose": repeated(PROSE),
    "one mark": lambda size: "a" + "\u0301" * size,
    "classes that descend": lambda size: "a" + "\u0301" * (size // 2) + "\u0323" * (size // 2),
    "random marks": lambda size: "a" + drawn(MARKS)(size),
    "runs of forty marks": lambda size: "".join("a" + drawn(MARKS)(40) for _ in range(size // 41)),
    "runs of a hundred marks": lambda size: "".join("a" + drawn(MARKS)(100) for _ in range(size // 101)),
    "marks that drop out": lambda size: "a" + drawn("\u200d\u0301\ufe0f\u00ad\u0323")(size),
    "jamo": drawn([chr(v) for v in range(0x1100, 0x1200)]),
    "half-width kana": drawn("ｶﾞﾊﾟ\uff9e\uff9f"),
    "ligatures that grow": repeated("\ufdfa"),
    "capitals": repeated("ABC"),
    "Tibetan vowels": drawn("\u0f73\u0f75\u0f81\u0301"),
}


def of_size(make, size):
    """About `size` bytes of a kind of text."""
    sample = make(2_000)
    return make(size * 2_000 // len(sample.encode()))


def run(command):
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {program.returncode}")
    return usage.ru_utime + usage.ru_stime


class Timing:
    def __init__(self, tare, options):
        self.command = [tare, "count", *options]
        self.start = self.seconds(b"")

    def seconds(self, data):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "text"
            path.write_bytes(data)
            return min(run([*self.command, path]) for _ in range(ROUNDS))

    def nanoseconds(self, text):
        """For each byte, what an empty file takes left out."""
        data = text.encode()
        return max(0, self.seconds(data) - self.start) * 1e9 / len(data)


def check(timing, kinds, size, most):
    """Prints a line for each kind; whether all keep to the limits."""
    within, prose = True, None
    for kind, make in kinds.items():
        short, long = (timing.nanoseconds(of_size(make, n)) for n in (size // FACTOR, size))
        prose = prose or long
        grows, dear = long > short * GROWTH and long > prose * 2, long > prose * most
        within = within and not grows and not dear
        remark = "  grows" if grows else "  too dear" if dear else ""
        rate = 1000 / long if long else float("inf")
        print(f"  {kind:28} {short:8.1f} {long:8.1f} ns/B {rate:8.0f} MB/s {long / prose:6.1f} x{remark}", flush=True)
    return within


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--megabytes", type=float, default=10, help="size of the longer text")
    parser.add_argument("--encoding", action="append", help="o200k_base and cl100k_base if none is named")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="only these")
    options = parser.parse_args()
    size, within = int(options.megabytes * 1_000_000), True

    def chosen(kinds):
        return {name: make for name, make in kinds.items() if name == "prose" or name in options.kinds or not options.kinds}

    for encoding in options.encoding or ["o200k_base", "cl100k_base"]:
        print(f"count --encoding {encoding}: short text, long text, beside prose")
        within &= check(Timing(options.tare, ["--encoding", encoding]), chosen(COUNTED), size, COUNTING)
    for form in ["nfc", "nfd", "nfkc", "nfkc-casefold"]:
        print(f"count --normalize {form}: short text, long text, beside prose")
        within &= check(Timing(options.tare, ["--normalize", form]), chosen(NORMALIZED), size, NORMALIZING)
    sys.exit(0 if within else 1)


if __name__ == "__main__":
    main()
