#!/usr/bin/env python3
"""Times tare beside every fast tokenizer on PyPI, on the same text in the same run: equal ids first, then processor
time, one process each, asked in turn.

    make bench                    (or Scripts/make.sh bench [--quick] [--texts FOLDER] [--encoding NAME] [--output FILE])

The texts are made from corpora/ and prompts/ by a seeded source; `--texts` takes a folder of real ones instead, one
kind a file. Trust the ratios: a busy machine slows all sides. A peer whose wheel is not to be had is named and left
out. Progress goes to standard error, the tables to standard output, in Markdown.
"""
import argparse
import pathlib
import platform

import axes
import peers
import report
import texts


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--quick", action="store_true", help="two kinds of text, three peers, few rounds: two minutes")
    parser.add_argument("--texts", metavar="FOLDER", help="real texts, one kind a file")
    parser.add_argument("--encoding", action="append", choices=peers.ENCODINGS, help="only this encoding")
    parser.add_argument("--peer", action="append", choices=list(peers.PEERS), help="only this peer")
    parser.add_argument("--axis", action="append", choices=AXES, help="only this axis")
    parser.add_argument("--rounds", type=int, help="how often each process is asked (7, with --quick 3)")
    parser.add_argument("--output", metavar="FILE", help="write the tables to this file as well")
    return parser.parse_args()


SPEEDS = {
    "count-warm": ("count, warm", axes.warm, "count", "1.2x, then 2x"),
    "count-unseen": ("count, unseen", axes.unseen, "count", "1.6x; multilingual 2x"),
    "encode-warm": ("encode, warm", axes.warm, "encode", "1.2x"),
    "encode-unseen": ("encode, unseen", axes.unseen, "encode", "1.3x"),
    "docs": ("4 KB documents, one call each", axes.warm, "docs", "1.5x"),
    "first-pass": ("first pass in a new process", axes.first_pass, "count", "2.5x"),
}
OTHERS = ["load", "process", "memory", "pathological", "threads"]
AXES = [*SPEEDS, *OTHERS]


class Run:
    def __init__(self, options):
        self.options = options
        self.rounds = options.rounds or (3 if options.quick else 7)
        self.axes = options.axis or (["count-warm", "count-unseen", "encode-warm", "load", "process"] if options.quick else AXES)
        wanted = options.peer or (["gigatoken", "fastokens", "tiktoken"] if options.quick else list(peers.PEERS))
        self.names = [name for name in wanted if peers.version(name)]
        self.missing = [name for name in wanted if not peers.version(name)]
        kinds = ["English prose", "multilingual"] if options.quick else list(texts.KINDS)
        axes.say("Making the texts ...")
        self.texts = texts.texts(kinds, self.rounds + 1, options.texts)
        self.parts = []

    def write(self, part):
        self.parts.append(part)
        print(part, flush=True)

    def all(self):
        versions = ", ".join(f"{name} {peers.version(name)}" for name in self.names)
        self.write(f"{platform.machine()}, {self.rounds} rounds; {versions}.\n")
        if self.missing:
            self.write(f"Not to be had from PyPI here: {', '.join(self.missing)}.\n")
        for encoding in self.options.encoding or peers.ENCODINGS[: 1 if self.options.quick else 2]:
            self.encoding(encoding)
        if self.options.output:
            pathlib.Path(self.options.output).write_text("\n".join(self.parts))

    def encoding(self, encoding):
        axes.say(f"{encoding}: equal ids first ...")
        comparison = axes.Comparison(encoding, list(self.names), self.rounds)
        axes.check_equality(comparison, self.texts)
        self.write(f"## {encoding}\n\nEqual ids on {len(self.texts)} kinds of text.\n")
        short = [row for key in SPEEDS if key in self.axes for row in self.speed(comparison, *SPEEDS[key])]
        short += [row for key in OTHERS if key in self.axes for row in getattr(self, key)(comparison)]
        self.write(report.table(["axis", "tare", "best peer", "ratio", "goal"], short))
        for note in comparison.notes:
            self.write(f"- {note}")

    def speed(self, comparison, title, measure, mode, goal):
        axes.say(f"{comparison.encoding}: {title} ...")
        rows = {text.kind: measure(comparison, text, mode) for text in self.texts}
        self.write(report.detail(f"{title}, MB/s", rows, comparison.names))
        latin = {text.kind: rows[text.kind] for text in self.texts if text.is_latin}
        others = {kind: values for kind, values in rows.items() if kind not in latin}
        groups = [(f"{title}, Latin text", latin), (f"{title}, multilingual", others)]
        return [report.summary_row(f"{name}, MB/s", group, goal) for name, group in groups if group]

    def load(self, comparison):
        axes.say(f"{comparison.encoding}: load ...")
        rows = {"load, ms": axes.load(comparison)}
        self.write(report.detail("load", rows, comparison.names, is_speed=False))
        return [report.summary_row("load, ms", rows, "1 ms", is_speed=False)]

    def process(self, comparison):
        axes.say(f"{comparison.encoding}: one file, a whole process ...")
        path = texts.FOLDER / "10-kilobytes.md"
        data = self.texts[-1 if len(self.texts) < 4 else 3].warm.read_bytes()
        path.write_bytes(data[: texts.whole_scalars(data, 10_240)])
        rows = {"10 KB, ms": axes.whole_process(comparison, path)}
        self.write(report.detail("whole process", rows, comparison.names, is_speed=False))
        return [report.summary_row("one 10 KB file, whole process, ms of CPU", rows, "4 ms", is_speed=False)]

    def memory(self, comparison):
        axes.say(f"{comparison.encoding}: memory ...")
        small, large = texts.FOLDER / "10-kilobytes.txt", texts.FOLDER / "10-megabytes.txt"
        data = self.texts[0].whole.read_bytes()
        data *= 10_000_000 // len(data) + 1
        small.write_bytes(data[: texts.whole_scalars(data, 10_240)])
        large.write_bytes(data[: texts.whole_scalars(data, 10_000_000)])
        rows = {"10 KB, MB": axes.memory(comparison, small), "10 MB, MB": axes.memory(comparison, large)}
        self.write(report.detail("private memory after a count", rows, comparison.names, is_speed=False))
        return [report.summary_row("private memory after a count, MB", rows, "8 MB", is_speed=False)]

    def pathological(self, comparison):
        axes.say(f"{comparison.encoding}: hostile input ...")
        sizes = (1 << 18, 1 << 20)
        rows = axes.pathological(comparison, *map(texts.pathological, sizes))
        head = ["MB/s on", "tare, 256 KB", "tare, 1 MB", *comparison.names]
        body = [[kind, *[report.number(values.get(name)) for name in ["small", "large", *comparison.names]]] for kind, values in rows.items()]
        self.write(report.table(head, body))
        slowest = min(rows, key=lambda kind: rows[kind]["large"])
        drift = [values["small"] / values["large"] for values in rows.values()]
        return [
            ["hostile input, slowest, MB/s", f"{report.number(rows[slowest]['large'])} ({slowest})", "–", "–", "25"],
            ["time per byte, 1 MB over 256 KB", f"{min(drift):.2f} to {max(drift):.2f}", "–", "–", "1"],
        ]

    def threads(self, comparison):
        axes.say(f"{comparison.encoding}: two threads ...")
        found = {
            f"{mode}, {text.kind}": axes.threads(comparison, text, mode) for mode in ("count", "encode") for text in self.texts
        }
        body = [[label, f"{wall:.2f}x", f"{cpu:.2f}"] for label, (wall, cpu) in found.items()]
        self.write(report.table(["two threads on one text", "wall time, to one thread", "CPU time, over one thread's"], body))
        walls = [wall for wall, _ in found.values()]
        return [["2 threads on one long text", f"{min(walls):.2f}x to {max(walls):.2f}x", "–", "–", "1.9x its own one thread"]]


if __name__ == "__main__":
    Run(options()).all()
