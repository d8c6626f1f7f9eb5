#!/usr/bin/env python3
"""Compares tare's token ids and counts with tiktoken's: on random strings, on every scalar, and on whole files.

    python3 Scripts/parity/compare.py [--strings N] [--seed S] [--scalars] [--machine MB] [--encoding NAME ...] [PATH ...]

Needs `pip install tiktoken==0.14.0` (Scripts/with-peers.sh does that in an environment of its own) and a built `tare`.
The ranks are read from the compact lists in this repository, or for an encoding that was added to tare from --ranks, so
nothing is downloaded; the split patterns and the merging are tiktoken's own. The ids are compared, then the counts of the path that makes no ids. Exits 1 where anything
differs; the differences are printed as Python literals.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys

import generators
import reference
import texts

ROOT = reference.ROOT
BATCH = 4_000_000


def answers(tare, name, strings, *options):
    payload = "".join(json.dumps({"text": text}) + "\n" for text in strings)
    command = [tare, "count", "--ndjson", *options, "--encoding", name, "-"]
    result = subprocess.run(command, input=payload.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


def knows(tare, name):
    command = [tare, "count", "--ndjson", "--encoding", name, "-"]
    return subprocess.run(command, input=b"", stderr=subprocess.DEVNULL).returncode == 0


def batches(labelled):
    """Lists of some megabytes each."""
    batch, size = [], 0
    for label, text in labelled:
        batch.append((label, text))
        size += len(text) + 50
        if size > BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class Comparison:
    """One encoding of tare beside tiktoken's."""

    def __init__(self, tare, name, ranks):
        self.tare, self.name = tare, name
        self.encoding = reference.encoding(name, ranks)
        self.differences = 0

    def run(self, what, labelled):
        strings = size = differences = 0
        for batch in batches(labelled):
            strings += len(batch)
            size += sum(len(text.encode()) for _, text in batch)
            differences += self.compare(batch)
        print(f"{self.name}: {strings} {what}, {size} bytes, {differences} differences", flush=True)
        self.differences += differences

    def compare(self, batch):
        strings = [text for _, text in batch]
        with_ids = answers(self.tare, self.name, strings, "--ids")
        counts = answers(self.tare, self.name, strings)
        differences = 0
        for (label, text), answer, count in zip(batch, with_ids, counts, strict=True):
            wanted = self.encoding.encode_ordinary(text)
            if answer["ids"] == wanted and answer["tokens"] == count["tokens"] == len(wanted):
                continue
            differences += 1
            if self.differences + differences <= 5:
                self.show(label, text, wanted, answer["ids"], count["tokens"])
        return differences

    def show(self, label, text, wanted, ids, count):
        first = next((i for i, (a, b) in enumerate(zip(wanted, ids)) if a != b), min(len(wanted), len(ids)))
        near = self.encoding.decode_bytes(wanted[max(0, first - 8) : first + 8])
        print(f"  {label}: {text[:200]!r}\n    from token {first} of {len(wanted)}, counted {count}, near {near!r}")
        print(f"    tiktoken {wanted[first : first + 20]}\n    tare     {ids[first : first + 20]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strings", type=int, default=200_000, help="random strings for each encoding")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scalars", action="store_true", help="also every scalar of planes 0 to 3 and 14 to 16")
    parser.add_argument("--machine", type=int, default=0, metavar="MB", help="also so much text of this machine")
    parser.add_argument("--encoding", action="append", help="only this encoding; may be given several times")
    parser.add_argument("--ranks", type=pathlib.Path, metavar="FOLDER", help="NAME.tiktoken of encodings added to tare")
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("paths", nargs="*", default=[str(ROOT / "corpora"), str(ROOT / "prompts")])
    options = parser.parse_args()
    files = list(texts.of_folders(options.paths))
    failed = False
    for name in options.encoding or reference.NAMES:
        path = reference.rank_file(name, options.ranks)
        if not path or not knows(options.tare, name):
            print(f"{name}: tare does not have it, passed over")
            failed |= bool(options.encoding)
            continue
        ranks = reference.read_ranks(path)
        comparison = Comparison(options.tare, name, ranks)
        material = generators.Material(list(ranks), [text for _, text in files])
        rng = random.Random(f"{options.seed} {name}")
        comparison.run("random strings", generators.random_strings(options.strings, rng, material))
        comparison.run("files", files)
        if options.scalars:
            comparison.run("strings of scalars", generators.every_scalar())
        if options.machine:
            comparison.run("files of this machine", texts.of_this_machine(options.machine * 1_000_000))
        failed |= comparison.differences > 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
