#!/usr/bin/env python3
"""Prompt linters on the same files: findings, processor time, and what their fixes do.

    Scripts/with-peers.sh python3 Benchmarks/linters.py FOLDER [--runs 3] [--markdown]

FOLDER holds prompts; every .md and .txt file below it is copied and given to each linter. The peers come from PyPI, each
into an environment of its own below .build/linters. Without FOLDER, the prompts of this repository are taken, which are
few. Processor time is that of the whole process and its children, the least of the runs, which take turns.

A file counts as damaged when a fix took away a heading, a fence, a list item, a link or a placeholder.
"""

import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import venv

import peers

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEERS = {"promptproof": "promptproof==0.2.0", "promptlint-cli": "promptlint-cli==1.3.0", "promptlint-ai": "promptlint-ai==0.3.0"}


def program(name):
    """The path of a peer's command, installed when it is first asked for."""
    folder = ROOT / ".build" / "linters" / PEERS[name].replace("==", "-")
    command = folder / "bin" / ("promptproof" if name == "promptproof" else "promptlint")
    if not command.exists():
        print(f"Installing {PEERS[name]} ...", file=sys.stderr)
        venv.create(folder, with_pip=True)
        pip = [folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", PEERS[name]]
        subprocess.run(pip, check=True)
    return str(command)


class Linter:
    def __init__(self, name, check, fix, parse):
        self.name, self.check, self.fix, self.parse = name, check, fix, parse


def tare_findings(output):
    return [entry["filename"] for entry in json.loads(output or "[]")]


def promptproof_findings(output):
    return [entry["path"] for entry in json.loads(output)["findings"]]


def promptlint_cli_findings(output):
    """Several files are several JSON documents, one behind the other."""
    decoder, found, place = json.JSONDecoder(), [], 0
    while place < len(output):
        start = output.find("{", place)
        if start < 0:
            break
        document, place = decoder.raw_decode(output, start)
        # The cost of each prompt is told as a finding, which it is not.
        found += [document["file"] for entry in document["findings"] if entry["rule"] != "cost"]
    return found


def promptlint_ai_findings(output):
    """Its JSON is broken by line wrapping, so findings are counted by their codes in the text for people."""
    return re.findall(r"\bPL\d{3}\b", output)


def linters(tare):
    proof, cli, ai = program("promptproof"), program("promptlint-cli"), program("promptlint-ai")
    return [
        Linter(
            "tare", lambda files: [tare, "lint", "--no-cache", "--format", "json", "--threads", "1", "."],
            lambda files: [tare, "lint", "--no-cache", "--fix", "--format", "json", "."], tare_findings),
        Linter(
            "promptproof", lambda files: [proof, "--format", "json", "."],
            lambda files: [proof, "--fix", "--format", "json", "."], promptproof_findings),
        Linter("promptlint-cli", lambda files: [cli, "--format", "json", *files], None, promptlint_cli_findings),
        Linter(
            "promptlint-ai", lambda files: [ai, "check", "--no-color", "."],
            lambda files: [ai, "check", "--no-color", "--fix", "."], promptlint_ai_findings),
    ]


# The names under which tiktoken keeps the vocabularies that it would otherwise fetch: two of the peers count with it.
CACHED = {
    "o200k_base": "fb374d419588a4632f3f557e76b4b70aebbca790", "cl100k_base": "9b5ad71b2ce5302211f9c61530b329a4922fc6a4",
}


def vocabularies():
    """A folder with the vocabularies under those names, so that nothing has to be fetched."""
    folder = peers.CACHE / "tiktoken"
    folder.mkdir(parents=True, exist_ok=True)
    for encoding, name in CACHED.items():
        if not (folder / name).exists():
            shutil.copyfile(peers.rank_file(encoding), folder / name)
    return str(folder)


def run(command, folder):
    environment = {**os.environ, "COLUMNS": "4000", "NO_COLOR": "1", "TIKTOKEN_CACHE_DIR": vocabularies()}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def copy(source, files, to):
    for name in files:
        target = to / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target)


PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\$\{[^}\n]*\}|\{%.*?%\}|<[A-Za-z_][\w-]*>")
LINK = re.compile(r"\]\(([^)\s]+)")


def structure(text):
    """What must be there after a fix: how many headings, fences and list items, and which links and placeholders."""
    lines, fenced = text.splitlines(), False
    counts = {"headings": 0, "fences": 0, "items": 0}
    for line in lines:
        bare = line.lstrip(" >")
        if bare.startswith(("```", "~~~")):
            fenced = not fenced
            counts["fences"] += 1
        elif not fenced:
            counts["headings"] += bool(re.match(r"#{1,6}(\s|$)", bare))
            counts["items"] += bool(re.match(r"([-*+]|\d+[.)])\s", bare))
    return {**counts, "links": sorted(LINK.findall(text)), "placeholders": sorted(PLACEHOLDER.findall(text))}


def is_damaged(before, after):
    old, new = structure(before), structure(after)
    if any(new[kind] < old[kind] for kind in ("headings", "fences", "items")):
        return True
    return any(missing(old[kind], new[kind]) for kind in ("links", "placeholders"))


def missing(old, new):
    left = list(new)
    for item in old:
        if item not in left:
            return True
        left.remove(item)
    return False


def fixed_texts(linter, source, files):
    """The files after the linter's fixes, where it can write them or tell them."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        copy(source, files, folder)
        if linter.fix is not None:
            run(linter.fix(files), folder)
            return {file: (folder / file).read_text(encoding="utf-8", errors="replace") for file in files}
        texts = {}
        for file in files:
            done, _ = run([program(linter.name), "--fix", "--format", "json", file], folder)
            text = next((entry.get("optimized_prompt") for entry in documents(done.stdout)), None)
            texts[file] = text if text is not None else (folder / file).read_text(encoding="utf-8", errors="replace")
        return texts


def documents(output):
    try:
        return [json.loads(output)]
    except ValueError:
        return []


def effects(linter, source, files, count):
    changed = longer = damaged = before_sum = after_sum = 0
    for file, after in fixed_texts(linter, source, files).items():
        before = (source / file).read_text(encoding="utf-8", errors="replace")
        old = count(before)
        new = old if after == before else count(after)
        before_sum, after_sum = before_sum + old, after_sum + new
        changed += after != before
        longer += new > old
        damaged += after != before and is_damaged(before, after)
    return {"changed": changed, "longer": longer, "damaged": damaged, "saved": before_sum - after_sum, "tokens": before_sum}


def measure(tools, source, files, runs):
    seconds = {tool.name: [] for tool in tools}
    findings, codes = {}, {}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        copy(source, files, folder)
        for _ in range(runs):
            for tool in tools:
                done, used = run(tool.check(files), folder)
                seconds[tool.name].append(used)
                findings[tool.name] = parsed(tool, done)
                codes[tool.name] = done.returncode
    return seconds, findings, codes


def parsed(tool, done):
    """What was found; `None` where the linter died."""
    try:
        return tool.parse(done.stdout)
    except (ValueError, KeyError):
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=str(ROOT / "prompts"), help="a folder of prompts")
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"), help="the tare to measure")
    parser.add_argument("--runs", type=int, default=3, help="how often each linter runs")
    parser.add_argument("--markdown", action="store_true", help="print a table in Markdown")
    options = parser.parse_args()
    source = pathlib.Path(options.folder).resolve()
    files = sorted(
        str(path.relative_to(source)) for path in source.rglob("*")
        if path.suffix in (".md", ".txt") and path.is_file() and is_text(path))
    if not files:
        sys.exit(f"{source}: no .md or .txt files below it")
    count = peers.tiktoken("o200k_base").count
    tools = linters(options.tare)
    seconds, findings, codes = measure(tools, source, files, options.runs)
    size = sum((source / file).stat().st_size for file in files)
    print(f"{len(files)} files, {size:,} bytes; processor seconds are the least of {options.runs} runs\n")
    show(tools, seconds, findings, codes, {t.name: effects(t, source, files, count) for t in tools}, len(files), options)


def is_text(path):
    try:
        path.read_text(encoding="utf-8")
    except ValueError:
        return False
    return True


def show(tools, seconds, findings, codes, fixes, files, options):
    head = ["linter", "findings per file", "CPU s", "of tare's", "files changed", "tokens saved", "longer", "damaged"]
    rows = [head]
    base = min(seconds["tare"])
    for tool in tools:
        found, fix, least = findings[tool.name], fixes[tool.name], min(seconds[tool.name])
        per_file = f"{len(found) / files:.2f}" if found is not None else f"failed ({codes[tool.name]})"
        share = f"{fix['saved']:,} ({100 * fix['saved'] / fix['tokens']:.2f} %)"
        rows.append(
            [tool.name, per_file, f"{least:.2f}", f"{least / base:.0f}x", str(fix["changed"]), share, str(fix["longer"]),
             str(fix["damaged"])])
    if options.markdown:
        rows.insert(1, ["---"] * len(head))
        print("\n".join("| " + " | ".join(row) + " |" for row in rows))
        return
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    print("\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows))


if __name__ == "__main__":
    main()
