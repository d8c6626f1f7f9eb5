#!/usr/bin/env python3
"""Times tare beside tiktoken on the same text in the same run: equal token ids first, then CPU seconds, alternated.

    make bench            (or Scripts/make.sh bench [--megabytes N] [--rounds N] [--markdown])

Needs tiktoken (Scripts/with-peers.sh installs it) and a built `tare`. The texts are made from corpora/ and prompts/:
their words are drawn again and again by a seeded source, so that megabytes of them are not one page repeated. Trust
the ratios: both sides run in turn, so that a busy machine slows both.
"""
import argparse
import importlib.util
import json
import pathlib
import random
import resource
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = ROOT / ".build/release/tare"
TEXTS = ROOT / ".build/benchmark-texts"
KINDS = {
    "English": ["corpora/en.txt", "corpora/contractions.txt", "corpora/names-and-places.txt"],
    "prompts": ["prompts/**/*.md", "corpora/markdown.md"],
    "code": ["corpora/code.*.txt"],
    "JSON and logs": ["corpora/data.json", "corpora/server.log"],
    "13 languages": [f"corpora/{name}.txt" for name in "ar de el es fr hi ja ko ru th tr vi zh".split()],
}


def load_differential():
    spec = importlib.util.spec_from_file_location("differential", ROOT / "Scripts/tiktoken-differential.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make_text(kind, megabytes):
    """The lines of the sources in a seeded order, half of them with their words drawn anew."""
    rng = random.Random(20261120)
    lines = []
    for pattern in KINDS[kind]:
        for path in sorted(ROOT.glob(pattern)):
            lines += path.read_bytes().decode().splitlines(keepends=True)
    words = [word for line in lines for word in line.split(" ") if word]
    parts, size = [], 0
    while size < megabytes * 1_000_000:
        line = rng.choice(lines)
        if rng.random() < 0.5:
            line = " ".join(rng.choice(words).strip() for _ in line.split(" ")) + "\n"
        parts.append(line)
        size += len(line.encode())
    path = TEXTS / f"{kind.replace(' ', '-')}.txt"
    path.write_bytes("".join(parts).encode())
    return path


class TareProcess:
    def __init__(self, path, encoding, mode):
        command = [BINARY, "count", "--bench", path, "--encoding", encoding, "--mode", mode]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.load = json.loads(self.process.stdout.readline())["load_s"]

    def go(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def timed_reference(encoding, text):
    start = time.process_time()
    tokens = len(encoding.encode_ordinary(text))
    return time.process_time() - start, tokens


def compare(kind, name, encoding, path, rounds):
    text = path.read_bytes().decode()
    size = path.stat().st_size / 1e6
    counter, encoder = TareProcess(path, name, "count"), TareProcess(path, name, "encode")
    times = {"tiktoken": [], "count": [], "encode": []}
    for _ in range(rounds):
        seconds, tokens = timed_reference(encoding, text)
        times["tiktoken"].append(seconds)
        for label, process in (("count", counter), ("encode", encoder)):
            answer = process.go()
            if answer["tokens"] != tokens:
                sys.exit(f"{kind}, {name}: tare says {answer['tokens']} tokens, tiktoken {tokens}: not timed further")
            times[label].append(answer["cpu"])
    counter.close()
    encoder.close()
    speed = {label: size / statistics.median(values) for label, values in times.items()}
    return [kind, name, tokens, speed["tiktoken"], speed["count"], speed["count"] / speed["tiktoken"],
            speed["encode"], speed["encode"] / speed["tiktoken"]]


def process_milliseconds(command, runs):
    best = None
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = spent if best is None else min(best, spent)
    return best * 1000


REFERENCE_PROCESS = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("differential", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(len(module.reference("o200k_base").encode_ordinary(open(sys.argv[2], encoding="utf-8").read())))
"""


def whole_process(text_path):
    small = TEXTS / "10-kilobytes.txt"
    small.write_bytes(text_path.read_bytes()[:10_240].decode("utf-8", "ignore").encode())
    ours = process_milliseconds([BINARY, "count", small], 20)
    script = ROOT / "Scripts/tiktoken-differential.py"
    theirs = process_milliseconds([sys.executable, "-c", REFERENCE_PROCESS, script, small], 3)
    return ours, theirs


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=float, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    TEXTS.mkdir(parents=True, exist_ok=True)
    differential = load_differential()
    paths = {kind: make_text(kind, options.megabytes) for kind in KINDS}

    print(f"Equal ids first, on {options.megabytes:g} MB of each kind:")
    encodings = {name: differential.reference(name) for name in differential.RANKS}
    for name, encoding in encodings.items():
        labelled = [(kind, path.read_bytes().decode()) for kind, path in paths.items()]
        if differential.compare(str(BINARY), name, encoding, labelled):
            sys.exit(f"{name}: the ids differ, nothing is timed")
        print(f"  {name}: 0 differences")

    print(f"\nMB/s of CPU time, median of {options.rounds} alternated rounds, one thread:\n")
    print("| text | encoding | tokens | tiktoken | tare count | ratio | tare encode | ratio |")
    print("|---|---|---:|---:|---:|---:|---:|---:|")
    for name, encoding in encodings.items():
        for kind, path in paths.items():
            row = compare(kind, name, encoding, path, options.rounds)
            print("| {} | {} | {} | {:.1f} | {:.0f} | {:.1f}x | {:.0f} | {:.1f}x |".format(*row), flush=True)

    ours, theirs = whole_process(paths["prompts"])
    print(f"\nOne 10 KB file as a whole process, least CPU: tare {ours:.1f} ms, Python with tiktoken {theirs:.0f} ms")


main()
