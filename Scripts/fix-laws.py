#!/usr/bin/env python3
"""Mends copies of the files below some folders, first with the safe fixes and then with all, and looks at what became
of each.

    python3 Scripts/fix-laws.py [--tare PATH] [--files N] [--keep FOLDER] FOLDER ...

Any file whose name or ending the linter knows is taken, programs included; nothing below the folders is changed. The laws:

  * a mended file has the headings, fences, list items, links, tables and template marks that it had, and what holds JSON
    or YAML before holds the same keys and values of other types than text, except for what an unsafe fix takes away
  * it is no longer under any encoding, and what was claimed for its fixes is what it is shorter by
  * mending it once more changes nothing
  * mode, byte order mark, line endings and the end of the last line are as they were, and safe fixes change no letter

Exits 1 where one is broken, and says in which file.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
ENCODINGS = ("o200k_base", "cl100k_base")
TEXT = {".md", ".markdown", ".txt", ".mdc", ".prompt", ".prompty", ".j2", ".jinja", ".jinja2", ".hbs", ".mustache"}
DATA = {".json": ".json", ".jsonl": ".jsonl", ".yaml": ".prompt.yaml", ".yml": ".prompt.yml"}
PROGRAMS = {".py", ".pyi", ".ts", ".js", ".mjs"}
MOST_BYTES = 2_000_000


def candidates(folders):
    """The files of kinds that lint reads, in the order of their paths."""
    for folder in folders:
        for place, names, files in os.walk(folder):
            names.sort()
            for name in sorted(files):
                path = pathlib.Path(place, name)
                ending = path.suffix.lower()
                if not (ending in TEXT or ending in DATA or ending in PROGRAMS or not ending):
                    continue
                try:
                    status = path.lstat()
                except OSError:
                    continue
                if stat.S_ISREG(status.st_mode) and 0 < status.st_size <= MOST_BYTES:
                    yield path


def copies(paths, folder):
    """Copies of distinct texts under names that lint takes, each with its original."""
    seen, made = set(), 0
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError:
            continue
        if data in seen:
            continue
        seen.add(data)
        name = re.sub(r"[^\w.]", "_", path.stem) + path.suffix.lower()
        if path.suffix.lower() not in TEXT | PROGRAMS | {".json", ".jsonl"} and not name.startswith("."):
            name += DATA.get(path.suffix.lower(), ".md")
        copy = folder / f"{made // 500:03}" / f"{made:06}" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(data)
        os.chmod(copy, 0o640 if made % 2 else 0o755)
        made += 1
        yield copy, path


# MARK: What a text is made of, read without tare

FENCE = re.compile(rb"^[ \t>]*(?:[-*+] |\d+[.)] )*[ \t]*(```+|~~~+)", re.M)
HEADING = re.compile(rb"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t#]*$", re.M)
ITEM = re.compile(rb"^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S", re.M)
LINK = re.compile(rb"\]\(\s*<?([^)\s?]*)")
MARK = re.compile(rb"\{\{.*?\}\}|\{%.*?%\}|\$\{[^}]*\}", re.S)


def words(text):
    """A text with every run of white space, also of Unicode, as one blank."""
    return " ".join(text.decode("utf-8", "replace").split())


def without_fences(text):
    """The text outside of fences, and the fences."""
    outside, fences, open_mark = [], [], None
    for line in re.split(rb"\r\n|\r|\n", text):
        match = FENCE.match(line)
        if open_mark is None and match:
            open_mark = match.group(1)
            fences.append(open_mark[:1])
        elif open_mark is not None:
            body = line.strip(b" \t>")
            if body.startswith(open_mark) and not body.strip(open_mark[:1]):
                open_mark = None
        else:
            outside.append(line)
    return b"\n".join(outside), fences


def parts(text):
    """How often each thing that a fix must keep is there."""
    outside, fences = without_fences(text)
    found = collections.Counter(("fence", mark) for mark in fences)
    found.update(("heading", mark, words(title)) for mark, title in HEADING.findall(outside))
    found["item"] = len(ITEM.findall(outside))
    found.update(("link", address) for address in LINK.findall(outside))
    found.update(("mark", words(mark)) for mark in MARK.findall(text))
    return found


def shape(value):
    """A value of JSON with its texts left out."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    return None if isinstance(value, str) else value


def shapes(path, text):
    """What a file of JSON holds; `None` for any other."""
    lines = text.splitlines() if path.suffix == ".jsonl" else [text] if path.suffix == ".json" else []
    try:
        return [shape(json.loads(line)) for line in lines if line.strip()]
    except (ValueError, RecursionError):
        return None


def endings(text):
    return (text.count(b"\r\n"), text.count(b"\n"), text.count(b"\r"))


# MARK: Running

def run(tare, folder, *words, codes=(0, 1, 2)):
    """What a command prints about the files of a folder."""
    names = sorted(str(path.relative_to(folder)) for path in folder.glob("*/*"))
    program = subprocess.run(
        [tare, words[0], *names, "--source-literals", *words[1:]], cwd=folder, capture_output=True, check=False)
    if program.returncode not in codes:
        message = program.stderr.decode("utf-8", "replace")[:2000]
        sys.exit(f"tare {words[0]} in {folder} ended with {program.returncode}: {message}")
    return program.stdout.decode(), program.stderr.decode()


CLAIM = re.compile(r"^fixed (?:\./)?(\S+): (.*)$", re.M)
SAVING = re.compile(r"([\d,]+) tokens? saved")


def mend(tare, folder, *options):
    """Mends the files of a folder; the tokens that are claimed for each, and the rules."""
    out, err = run(tare, folder, "lint", "--no-cache", "--fix", "--show-fixes", "--format", "concise", *options)
    claims, rules = collections.Counter(), collections.defaultdict(set)
    for name, what in CLAIM.findall(out + "\n" + err):
        claims[name] += sum(int(number.replace(",", "")) for number in SAVING.findall(what))
        rules[name].add(what.split()[0])
    return claims, rules


def counts(tare, folder, encoding):
    """The tokens that each file of a folder sends."""
    tokens = {}

    def walk(part, place):
        name = f"{place}/{part['name']}".strip("/") if part["kind"] in ("folder", "file") else place
        if part["kind"] == "file":
            tokens[name.removeprefix("./")] = part["tokens"]
        for inner in part.get("parts", []):
            walk(inner, name)

    out, _ = run(tare, folder, "map", "--format", "json", "--depth", "0", "--encoding", encoding)
    walk(json.loads(out)["root"], "")
    return tokens


class Laws:
    """What is wrong with the files of one folder."""

    def __init__(self, tare, folder, originals):
        self.tare, self.folder, self.originals = tare, folder, originals
        self.broken, self.mended, self.saved = [], 0, 0

    def say(self, name, what):
        self.broken.append(f"{self.originals[name]} (as {name}): {what}")

    def texts(self):
        return {name: (self.folder / name).read_bytes() for name in self.originals}

    def check(self):
        """Mends twice for each safety, and compares."""
        modes = {name: stat.S_IMODE((self.folder / name).stat().st_mode) for name in self.originals}
        for options in ((), ("--unsafe-fixes",)):
            before, tokens = self.texts(), {e: counts(self.tare, self.folder, e) for e in ENCODINGS}
            claims, rules = mend(self.tare, self.folder, *options)
            after, left = self.texts(), {e: counts(self.tare, self.folder, e) for e in ENCODINGS}
            again, _ = mend(self.tare, self.folder, *options)
            for name in sorted(self.originals):
                if again[name] or (self.folder / name).read_bytes() != after[name]:
                    self.say(name, f"mended again with {' '.join(options) or 'safe fixes'}")
                if stat.S_IMODE((self.folder / name).stat().st_mode) != modes[name]:
                    self.say(name, "has another mode")
                if before[name] == after[name]:
                    if claims[name]:
                        self.say(name, f"{claims[name]} tokens claimed and nothing changed")
                    continue
                self.mended += 1
                self.compare(name, before[name], after[name], bool(options), sorted(rules[name]))
                saved = [tokens[e].get(name, 0) - left[e].get(name, 0) for e in ENCODINGS]
                self.saved += saved[0]
                if saved[0] != claims[name]:
                    self.say(name, f"{claims[name]} tokens claimed, {saved[0]} saved by {sorted(rules[name])}")
                for encoding, number in zip(ENCODINGS, saved):
                    if number <= 0 and claims[name]:
                        self.say(name, f"{-number} tokens more in {encoding}")
        return self

    def compare(self, name, before, after, is_unsafe, rules):
        """The laws about one text."""
        if before.startswith(b"\xef\xbb\xbf") != after.startswith(b"\xef\xbb\xbf"):
            self.say(name, "the byte order mark came or went")
        for kind, old, new in zip(("CRLF", "LF", "CR"), endings(before), endings(after)):
            if new > old or (new == 0) != (old == 0) and not is_unsafe:
                self.say(name, f"{old} {kind} before and {new} behind")
        if before[-1:] == b"\n" != after[-1:] and b"".join(after.split()) and not is_unsafe:
            self.say(name, "the last line lost its end")
        path = self.folder / name
        old, new = shapes(path, before), shapes(path, after)
        if old != new:
            self.say(name, "its JSON holds something else")
        lost, come = parts(before) - parts(after), parts(after) - parts(before)
        if come or lost and not is_unsafe:
            self.say(name, f"{rules} lost {list(lost)[:3]} and brought {list(come)[:3]}")
        if not is_unsafe and b"".join(before.split()) != b"".join(after.split()):
            self.spelling(name, before, after, rules)

    def spelling(self, name, before, after, rules):
        """Safe fixes change spacing and spelling: what is left without both is the same letters."""
        def letters(text):
            return re.sub(r"[^\w]", "", unicodedata.normalize("NFKC", text.decode("utf-8", "replace")))
        if letters(before) != letters(after) and not {"UNI003", "UNI004", "FMT009", "TARE001"} & set(rules):
            self.say(name, f"{rules} changed letters")


def checked(job):
    return Laws(*job).check()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--files", type=int, default=100_000, help="how many files to take at most")
    parser.add_argument("--keep", type=pathlib.Path, help="where the mended copies stay")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary)
        groups = collections.defaultdict(dict)
        for number, (copy, path) in enumerate(copies(candidates(options.folders), folder)):
            if number >= options.files:
                break
            groups[copy.parent.parent][str(copy.relative_to(copy.parent.parent))] = path
        tare = str(pathlib.Path(options.tare).resolve())
        jobs = [(tare, place, originals) for place, originals in sorted(groups.items())]
        files = broken = mended = saved = 0
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
            for laws in workers.map(checked, jobs):
                files, mended, saved = files + len(laws.originals), mended + laws.mended, saved + laws.saved
                broken += len(laws.broken)
                for line in laws.broken:
                    print(line, flush=True)
        print(f"{files:,} files, {mended:,} times mended, {saved:,} tokens saved, {broken:,} laws broken")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
