"""What is measured: one function for each axis of the table. Speeds are in MB/s of processor time, one thread."""
import json
import statistics
import subprocess
import sys
import time

import peers
import processes
from processes import BINARY, Lost, Peer, Tare

TARE = "tare"


def say(text):
    print(text, file=sys.stderr, flush=True)


class Comparison:
    """Tare and those peers that gave the same ids, asked in turn."""

    def __init__(self, encoding, names, rounds):
        self.encoding = encoding
        self.names = names
        self.rounds = rounds
        self.notes = []
        # Peers whose ids differ, by the kind of text.
        self.differing = {}

    def note(self, text):
        if text not in self.notes:
            self.notes.append(text)
            say(f"  {text}")

    def able(self, text, mode):
        """The peers that may take part: their ids are right here and they have the call."""
        counting = {"toktok"} if mode in ("encode", "docs", "unseen", "batch") else set()
        return [name for name in self.names if name not in self.differing.get(text.kind, ()) and name not in counting]

    def started(self, text, mode, tare):
        running = {TARE: tare}
        for name in self.able(text, mode):
            try:
                running[name] = Peer(name, self.encoding)
            except Lost as error:
                self.note(f"{name}: {error}")
        return running

    def passes(self, running, mode, paths):
        """Seconds of processor time for each process and path; who fails or counts otherwise is left out."""
        times = {name: [] for name in running}
        for path in paths:
            expected = None
            for name in list(running):
                try:
                    answer = running[name].go(mode, path)
                except Lost as error:
                    self.drop(running, times, name, f"{name}, {mode}: {error}")
                    continue
                expected = answer["tokens"] if name == TARE else expected
                if answer["tokens"] != expected:
                    self.drop(running, times, name, f"{name} counts {answer['tokens']} tokens in {path.name}, tare {expected}")
                else:
                    times[name].append(answer["cpu"])
        return times

    def drop(self, running, times, name, why):
        if name == TARE:
            sys.exit(why)
        self.note(why)
        running.pop(name)
        times.pop(name)


def close(running):
    for process in running.values():
        process.close()


# ---- Equality, before anything is timed.


def tare_fingerprint(encoding, data):
    line = json.dumps({"text": data.decode()}) + "\n"
    command = [BINARY, "count", "--ndjson", "--ids", "--encoding", encoding, "-"]
    answer = subprocess.run(command, input=line.encode(), stdout=subprocess.PIPE, check=True).stdout
    return peers.fingerprint(json.loads(answer)["ids"])


def check_equality(comparison, texts):
    """Ends the benchmark where tare differs from tiktoken; a peer that does is left out for that text."""
    encoding = comparison.encoding
    right = {text.kind: tare_fingerprint(encoding, text.warm.read_bytes()) for text in texts}
    for name in sorted(comparison.names, key=lambda name: name != "tiktoken"):
        try:
            process = Peer(name, encoding)
        except Lost as error:
            comparison.note(f"{name}: {error}")
            comparison.names.remove(name)
            continue
        for text in texts:
            answer = process.go("ids", text.warm)
            if answer["fingerprint"] in (None, right[text.kind]):
                continue
            if name == "tiktoken":
                sys.exit(f"{text.kind}, {encoding}: tare's ids are not tiktoken's; nothing is timed")
            comparison.note(f"{name}: other ids than tiktoken in {text.kind}, not timed there")
            comparison.differing.setdefault(text.kind, set()).add(name)
        process.close()


# ---- The axes. Each gives {name: value} for one text.


def warm(comparison, text, mode):
    path = text.docs if mode == "docs" else text.warm
    running = comparison.started(text, mode, Tare(comparison.encoding, mode, path))
    times = comparison.passes(running, mode, [path] * (comparison.rounds + 1))
    close(running)
    return {name: path.stat().st_size / 1e6 / min(values[1:]) for name, values in times.items()}


def unseen(comparison, text, mode):
    """Slices that came never before: the median of their speeds, after one slice for warming up."""
    tare_mode = {"encode": "unseen", "count": "count-unseen"}[mode]
    running = comparison.started(text, mode, Tare(comparison.encoding, tare_mode, text.whole))
    times = comparison.passes(running, mode, text.slices)
    close(running)
    sizes = [path.stat().st_size / 1e6 for path in text.slices[1:]]
    return {
        name: statistics.median(size / time for size, time in zip(sizes, values[1:])) for name, values in times.items()
    }


def first_pass(comparison, text, mode):
    """The first 2 MB of a new process, loading not counted."""
    times = {}
    for _ in range(min(3, comparison.rounds)):
        running = comparison.started(text, mode, Tare(comparison.encoding, mode, text.warm))
        for name, values in comparison.passes(running, mode, [text.warm]).items():
            times.setdefault(name, []).extend(values)
        close(running)
    return {name: text.warm.stat().st_size / 1e6 / min(values) for name, values in times.items()}


def threads(comparison, text, mode, count=2):
    """Wall time on one thread over wall time on `count`, both in turn, least of all rounds."""
    tare = {number: Tare(comparison.encoding, mode, text.whole, number) for number in (1, count)}
    answers = {number: [] for number in tare}
    for _ in range(comparison.rounds * 3 + 1):
        for number, process in tare.items():
            answers[number].append(process.go())
    close(tare)
    if len({answer["tokens"] for each in answers.values() for answer in each}) > 1:
        sys.exit(f"{text.kind}: {mode} gives other tokens on {count} threads")

    def least(number, clock):
        return min(answer[clock] for answer in answers[number][1:])

    return least(1, "seconds") / least(count, "seconds"), least(count, "cpu") / least(1, "cpu")


def load(comparison):
    """Milliseconds from the start of loading to the first count."""
    found = {TARE: []} | {name: [] for name in comparison.names}
    path = processes.ROOT / "README.md"
    for _ in range(min(3, comparison.rounds)):
        for name in found:
            process = Tare(comparison.encoding, "count", path) if name == TARE else Peer(name, comparison.encoding)
            found[name].append(float(process.load) * 1000)
            process.close()
    return {name: min(values) for name, values in found.items()}


def whole_process(comparison, path):
    """Milliseconds of processor time to count one file, from the start of the process to its end."""
    commands = {TARE: [BINARY, "count", "--encoding", comparison.encoding, str(path)]}
    commands |= {name: processes.command(name, comparison.encoding, path) for name in comparison.names}
    return {
        name: processes.whole_process(command, comparison.rounds * 8 if name == TARE else 3) * 1000
        for name, command in commands.items()
    }


def memory(comparison, path):
    """Private megabytes after a count, while a second process of the same kind runs. tare counts on one thread, since
    each has tables of its own, and reads the text from a pipe, which stays open, so that the process is still there; of
    a peer its interpreter is part."""
    found = {TARE: held_by_tare(comparison.encoding, path)}
    for name in comparison.names:
        pair = [Peer(name, comparison.encoding) for _ in "12"]
        for process in pair:
            process.go("count", path)
        found[name] = processes.private_kilobytes(pair[0].process.pid) / 1000
        for process in pair:
            process.close()
    return found


def held_by_tare(encoding, path):
    command = [BINARY, "count", "--encoding", encoding, "--threads", "1", "-"]
    pair = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) for _ in "12"]
    for process in pair:
        process.stdin.write(path.read_bytes())
        process.stdin.flush()
    # What was written last is still in the pipe.
    time.sleep(0.5)
    held = processes.private_kilobytes(pair[0].pid) / 1000
    for process in pair:
        process.communicate()
    return held


def pathological(comparison, small, large):
    """For each kind: tare's MB/s at both sizes, and each peer's at the smaller one, which it sees for the first time."""
    running = {}
    for name in comparison.names:
        running[name] = Peer(name, comparison.encoding)
    rows = {}
    for kind in small:
        rows[kind] = {"small": tare_speed(comparison, small[kind]), "large": tare_speed(comparison, large[kind])}
        for name in list(running):
            try:
                answer = running[name].go("count", small[kind])
                rows[kind][name] = small[kind].stat().st_size / 1e6 / answer["cpu"]
            except Lost as error:
                comparison.note(f"{name}, {kind}: {error}")
                running[name] = Peer(name, comparison.encoding)
    close(running)
    return rows


def tare_speed(comparison, path):
    process = Tare(comparison.encoding, "count", path)
    times = [process.go()["cpu"] for _ in range(comparison.rounds + 1)]
    process.close()
    return path.stat().st_size / 1e6 / min(times)
