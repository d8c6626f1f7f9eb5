#!/usr/bin/env python3
"""How well and how fast `tare rerank` ranks passages, beside rank_bm25.

    python3 Benchmarks/rerank.py [--tare PATH] [--sample N] [--markdown] FILE ...

Each FILE has questions and paragraphs in the form of SQuAD and XQuAD. A pool is the paragraph that answers a question and the
19 that are nearest to the question by BM25 over the paragraphs of the file. Columns: nDCG at 10 of both rankings; the share of
questions whose answer stands in what `packed` keeps of 128 and 256 tokens, and in the whole passages that `kept` keeps of 512.
Then the microseconds for one question: with the passages read anew, and with their words known. Both sides are timed in turns
inside their own process, without start and JSON; rank_bm25 splits words by its documentation's `split`, here with a pattern.
"""

import argparse
import collections
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from rank_bm25 import BM25Okapi

ROOT = pathlib.Path(__file__).resolve().parent.parent
POOL = 20
BUDGETS = [128, 256, 512]
# Letters of scripts that put no blanks between words count as words of two, so that their pools are near ones too.
DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def words(text):
    """The words by which pools are made: runs of letters, and pairs of letters in dense scripts."""
    found = []
    for run in re.findall(r"\w+", text.casefold()):
        found += [run[i : i + 2] for i in range(max(1, len(run) - 1))] if DENSE.search(run) else [run]
    return found


class Nearest:
    """Okapi's BM25 over all paragraphs of a file."""

    def __init__(self, paragraphs):
        self.counts = [collections.Counter(words(text)) for text in paragraphs]
        self.lengths = [sum(counts.values()) for counts in self.counts]
        self.holding = collections.Counter(word for counts in self.counts for word in counts)
        self.mean = sum(self.lengths) / len(self.lengths)

    def rank(self, question):
        scores = [0.0] * len(self.counts)
        for word in dict.fromkeys(words(question)):
            rarity = math.log(1 + (len(scores) - self.holding[word] + 0.5) / (self.holding[word] + 0.5))
            for place, counts in enumerate(self.counts):
                if count := counts.get(word, 0):
                    norm = 1.2 * (0.25 + 0.75 * self.lengths[place] / self.mean)
                    scores[place] += rarity * count * 2.2 / (count + norm)
        return sorted(range(len(scores)), key=lambda place: (-scores[place], place))


def pools(path, sample):
    """One pool for each question: its text, the passages, the place of the one that answers, and the answers."""
    paragraphs, questions = [], []
    for article in json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            for entry in paragraph["qas"]:
                questions.append((entry["question"], len(paragraphs), [answer["text"] for answer in entry["answers"]]))
            paragraphs.append(paragraph["context"])
    nearest = Nearest(paragraphs)
    step = max(1, len(questions) // sample) if sample else 1
    for question, gold, answers in questions[::step]:
        others = [place for place in nearest.rank(question) if place != gold][: POOL - 1]
        chosen = sorted(others + [gold])
        yield question, [paragraphs[place] for place in chosen], chosen.index(gold), answers


def gain(scores, gold):
    """The discounted gain at 10 of the one passage that answers."""
    better = sum(score > scores[gold] or (score == scores[gold] and place < gold) for place, score in enumerate(scores))
    return 1 / math.log2(better + 2) if better < 10 else 0.0


def ask(tare, made):
    """The answers of tare to all pools, by one stream."""
    requests = [
        json.dumps({"id": n, "query": question, "documents": passages, "budgets": BUDGETS}) + "\n"
        for n, (question, passages, _, _) in enumerate(made)
    ]
    run = subprocess.run([tare, "rerank", "--ndjson", "-"], input="".join(requests), capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def quality(tare, made):
    totals = collections.Counter()
    for (question, passages, gold, answers), answer in zip(made, ask(tare, made), strict=True):
        scores = [0.0] * len(passages)
        for result in answer["results"]:
            scores[result["index"]] = result["relevance_score"]
        totals["tare"] += gain(scores, gold)
        okapi = BM25Okapi([re.findall(r"\w+", text.lower()) for text in passages])
        totals["peer"] += gain(list(okapi.get_scores(re.findall(r"\w+", question.lower()))), gold)
        for budget in (128, 256):
            text = "\n".join(part["text"] for part in answer["packed"][str(budget)])
            totals[budget] += any(found in text for found in answers)
        totals[512] += gold in answer["kept"]["512"]
    return {name: 100 * total / len(made) for name, total in totals.items()}


class Peer:
    """rank_bm25, timed in this process."""

    def __init__(self, made):
        self.made = made
        self.indexes = [self.index(passages) for _, passages, _, _ in made]

    def index(self, passages):
        return BM25Okapi([re.findall(r"\w+", text.lower()) for text in passages])

    def cold(self):
        start = time.perf_counter()
        for question, passages, _, _ in self.made:
            self.index(passages).get_scores(re.findall(r"\w+", question.lower()))
        return (time.perf_counter() - start) / len(self.made)


def timed(tare, made, rounds):
    """The least microseconds of a question: of the peer, of tare, and of tare with the words known."""
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as file:
        for question, passages, _, _ in made:
            file.write(json.dumps({"query": question, "documents": passages}) + "\n")
        file.flush()
        process = subprocess.Popen(
            [tare, "rerank", "--bench", file.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        process.stdout.readline()
        peer, best = Peer(made), {}
        for _ in range(rounds):
            process.stdin.write("go\n")
            process.stdin.flush()
            times = json.loads(process.stdout.readline()) | {"peer": peer.cold() * len(made)}
            times.pop("ranked")
            for name, seconds in times.items():
                best[name] = min(best.get(name, math.inf), seconds)
        process.stdin.close()
        process.wait()
    return {name: seconds / len(made) * 1e6 for name, seconds in best.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--sample", type=int, default=0, help="about so many questions of each file; 0 for all")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    rows = [["file", "questions", "nDCG@10", "rank_bm25", "packed 128", "packed 256", "kept 512", "cold µs", "known µs",
             "rank_bm25 µs", "cold", "known"]]
    for path in options.files:
        made = list(pools(path, options.sample))
        found = quality(options.tare, made)
        times = timed(options.tare, made[:150], options.rounds)
        rows.append(
            [pathlib.Path(path).name, str(len(made))]
            + [f"{found[name]:.1f}" for name in ("tare", "peer", 128, 256, 512)]
            + [f"{times[name]:.0f}" for name in ("cold", "known", "peer")]
            + [f"{times['peer'] / times[name]:.1f}x" for name in ("cold", "known")])
    show(rows, options.markdown)


def show(rows, markdown):
    """Writes the table."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = [cell.ljust(width) if column == 0 else cell.rjust(width)
                 for column, (cell, width) in enumerate(zip(row, widths))]
        print("| " + " | ".join(cells) + " |" if markdown else "  ".join(cells))
        if markdown and number == 0:
            print("| " + " | ".join("-" * width + (":" if column else "") for column, width in enumerate(widths)) + " |")


if __name__ == "__main__":
    sys.exit(main())
