#!/usr/bin/env python3
"""What `tare diff` and tokentoll say of the same changes, and how long a whole process takes.

    pip install tokentoll==0.8.3
    python3 Benchmarks/price-changes.py [--tare PATH] [--tokentoll PATH] [--prompts N] [--runs N]

Each change is a branch of a repository in a temporary folder: a prompt file cut or doubled, one system prompt in a
program cut, another model named in a program, and N prompt files changed. Both tools compare the branch with main,
for gpt-4o; neither has a network. The time is the least of the runs, git's among it.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINE = "Answer from the handbook, politely and briefly, and say on which page it stands.\n"


def program(model, sentences):
    return (
        "import openai\n\nclient = openai.OpenAI()\n\n\ndef ask(question):\n    return client.chat.completions.create(\n"
        f'        model="{model}",\n        messages=[{{"role": "system", "content": "{LINE.strip() * sentences}"}},\n'
        '                  {"role": "user", "content": question}],\n        max_tokens=300)\n')


def changes(prompts):
    """The name of each change, and the files before and after."""
    yield "a prompt file cut from 500 sentences to 20", {"prompts/a.md": LINE * 500}, {"prompts/a.md": LINE * 20}
    yield "a prompt file doubled", {"prompts/a.md": LINE * 100}, {"prompts/a.md": LINE * 200}
    yield ("a system prompt in a program cut tenfold", {"app.py": program("gpt-4o", 100)},
           {"app.py": program("gpt-4o", 10)})
    yield "another model named in a program", {"app.py": program("gpt-4o", 9)}, {"app.py": program("gpt-4o-mini", 9)}
    names = [f"prompts/{number:03}.md" for number in range(prompts)]
    yield f"{prompts} prompt files cut", {name: LINE * 60 for name in names}, {name: LINE * 40 for name in names}


def git(folder, *arguments):
    subprocess.run(["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.com", *arguments],
                   check=True, capture_output=True)


def repository(folder, before, after):
    git(folder, "init", "-q", "-b", "main")
    for name, files in [("main", before), ("change", after)]:
        if name != "main":
            git(folder, "checkout", "-q", "-b", name)
        for path, text in files.items():
            file = pathlib.Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", name)


def timed(command, folder, runs):
    best, output = None, b""
    for _ in range(runs):
        start = time.perf_counter()
        output = subprocess.run(command, cwd=folder, check=False, capture_output=True).stdout
        best = min(best or 1e9, time.perf_counter() - start)
    return best * 1000, output


def said_by_tare(output):
    report = json.loads(output)
    total = report["total"]["diff"]
    if total["tokens"] is None or not report["prompts"]:
        return "no change"
    return f"{total['tokens']:+,} tokens, {float(total['perThousandRequests']['net']):+.2f} USD"


def said_by_tokentoll(output):
    text = output.decode()
    if text.startswith("No "):
        return f"\"{text.splitlines()[0].rstrip('.')}\""
    return next((line.strip() for line in text.splitlines() if "$" in line), "a change")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--tokentoll", default=shutil.which("tokentoll"))
    parser.add_argument("--prompts", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if not options.tokentoll:
        sys.exit("price-changes.py: tokentoll is not installed; pip install tokentoll==0.8.3, or name it with --tokentoll")
    print("| change | tare diff, 1,000 requests net of caching | ms | tokentoll | ms |")
    print("|---|---|---:|---|---:|")
    for name, before, after in changes(options.prompts):
        with tempfile.TemporaryDirectory() as folder:
            repository(folder, before, after)
            ours = timed([options.tare, "diff", "main...change", "--model", "gpt-4o", "--format", "json", "--isolated",
                          "--source-literals"],
                         folder, options.runs)
            theirs = timed([options.tokentoll, "diff", "--base", "main", "--head", "change"], folder, options.runs)
            print(f"| {name} | {said_by_tare(ours[1])} | {ours[0]:.0f} | {said_by_tokentoll(theirs[1])} "
                  f"| {theirs[0]:.0f} |")


if __name__ == "__main__":
    main()
