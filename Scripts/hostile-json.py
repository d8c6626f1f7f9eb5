#!/usr/bin/env python3
"""Gives `tare` lines of hostile JSON as large as is wanted, each followed by a good one, and sees that every line has
its answer: the hostile one is trimmed or refused with a reason, and the stream goes on.

    python3 Scripts/hostile-json.py [--tare PATH] [--megabytes N] [KIND ...]

`--megabytes 1024` is a line of a gigabyte. Exits 1 where an answer is missing, the program dies, or its memory is more
than GROWTH times the line and ROOM beside.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent
GROWTH, ROOM = 4, 1 << 30
GOOD = b'[{"role":"user","content":"Hi"}]'
CHUNK = 1 << 20


def repeated(opening, unit, closing):
    """A line of a size, piece by piece."""

    def pieces(size):
        yield opening
        block = unit * (CHUNK // len(unit))
        for _ in range(max(1, size // len(block))):
            yield block
        yield closing

    return pieces


def once(text):
    return lambda size: iter([text])


KINDS = {
    "one string": repeated(b'[{"role":"user","content":"', b"lorem ipsum ", b'"}]'),
    "escapes": repeated(b'[{"role":"user","content":"', b"\\u00e9\\n", b'"}]'),
    "lone surrogates": repeated(b'[{"role":"user","content":"', b"\\ud800", b'"}]'),
    "many messages": repeated(b"[", GOOD[1:-1] + b",", GOOD[1:-1] + b"]"),
    "many numbers": repeated(b'{"messages":[],"x":[', b"0,", b"0]}"),
    "many brackets": repeated(b'{"messages":[],"x":[', b"[],", b"[]]}"),
    "one name again and again": repeated(b"{", b'"messages":[],', b'"messages":[]}'),
    "a number of many digits": repeated(b'{"messages":[],"x":', b"7", b"}"),
    "open brackets": repeated(b"", b"[", b""),
    "open objects": repeated(b"", b'{"a":', b""),
    "100,000 levels": once(b"[" * 100_000 + b"]" * 100_000),
    "spaces": repeated(GOOD, b" ", b""),
    "bytes that are no UTF-8": repeated(b'[{"role":"user","content":"', b"\xff\xfe", b'"}]'),
    "NULs": repeated(b"", b"\0", b""),
}


def feed(stream, pieces):
    try:
        for piece in pieces:
            stream.write(piece)
        stream.write(b"\n" + GOOD + b"\n")
        stream.close()
    except BrokenPipeError:
        pass


def run(tare, kind, size):
    """The answers, the status and the peak of memory for one line."""
    with tempfile.TemporaryFile() as output:
        command = ["/usr/bin/env", tare, "trim", "--ndjson", "--budget", "500", "-"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.DEVNULL)
        feeding = threading.Thread(target=feed, args=(process.stdin, KINDS[kind](size)))
        feeding.start()
        peak = 0
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                pass
        feeding.join()
        output.seek(0)
        return output.read().splitlines(), process.returncode, peak


def resident(pid):
    try:
        for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def fault(answers, status, peak, size):
    if status not in (0, 1, 2):
        return f"ended with {status}"
    if len(answers) != 2:
        return f"{len(answers)} answers to 2 lines"
    if json.loads(answers[1]) != json.loads(GOOD):
        return "the good line behind it was not answered"
    if peak > GROWTH * size + ROOM:
        return f"{peak >> 20} MB of memory"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--megabytes", type=int, default=4)
    parser.add_argument("kinds", nargs="*", default=list(KINDS))
    options = parser.parse_args()
    size = options.megabytes << 20
    failed = False
    for kind in options.kinds:
        answers, status, peak = run(options.tare, kind, size)
        wrong = fault(answers, status, peak, size)
        failed = failed or wrong is not None
        error = json.loads(answers[0]).get("error", "")[:90] if answers and answers[0].startswith(b'{"error"') else "read"
        print(f"{kind:26} {peak >> 20:6} MB  {wrong or error}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
