"""Processes that are timed: tare and its peers, each alone in one, asked in turn."""
import json
import os
import pathlib
import select
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = ROOT / ".build/release/tare"
# A pass that takes longer is given up, and its process with it.
PATIENCE = 60


class Lost(Exception):
    """A process that does not answer, or answers that it cannot."""


class TimedProcess:
    def __init__(self, command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, bufsize=1)
        self.load = self.answer()["load_s"]

    def answer(self):
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        line = self.process.stdout.readline() if ready else ""
        if not line:
            self.process.kill()
            raise Lost(f"gave no answer in {PATIENCE} s" if not ready else "ended")
        answer = json.loads(line)
        if "error" in answer:
            raise Lost(answer["error"])
        return answer

    def ask(self, line):
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise Lost("ended") from None
        return self.answer()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def private_kilobytes(pid):
    """Memory that no other process shares; pages of files count only where no other process has them mapped too."""
    fields = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in fields if line.startswith(("Private_Clean", "Private_Dirty")))


class Tare(TimedProcess):
    """`tare count --bench`, which has its mode and file from the start."""

    def __init__(self, encoding, mode, path, threads=1):
        super().__init__(
            [BINARY, "count", "--bench", path, "--encoding", encoding, "--mode", mode, "--threads", str(threads)])

    def go(self, *_):
        return self.ask("go")


class Peer(TimedProcess):
    def __init__(self, name, encoding):
        super().__init__(command(name, encoding))

    def go(self, mode, path):
        return self.ask(f"{mode} {path}")


def command(name, encoding, path=None):
    script = ROOT / "Benchmarks/peer_process.py"
    return [sys.executable, str(script), name, encoding] + ([str(path)] if path else [])


def whole_process(arguments, runs):
    """The least processor time of a process from its start to its end, in seconds."""
    best = None
    for _ in range(runs):
        child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise Lost(f"exit code {child.returncode}")
        spent = usage.ru_utime + usage.ru_stime
        best = spent if best is None else min(best, spent)
    return best
