#!/usr/bin/env python3
"""What trimming keeps and what it costs, on agent traces and dialogues of your own.

    Benchmarks/trimming.py [--tare PATH] [--traces FILE.json ...] [--dialogues FILE.json ...]

Traces are lists of OpenAI chat messages, or objects with such a list as "traj" or "messages"; before every turn of the
model whose history is over the budget, the history is trimmed and checked by rules that are written here and not in tare:
is any call without its results or any result without its call, does the history begin with a person, are the instructions,
the last message of a person and the newest message still there, and how much of the budget is used. Dialogues are lists of
chat messages; each message of a person is a call, and what all calls cost with a prompt cache (write 1.25, read 0.1 of the
price, nothing cached below 1,024 tokens, whole messages) is set against sending everything. Without files, the examples in
prompts/conversations are used. Tokens are counted by tare itself, by OpenAI's published formula.
"""
import argparse
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
WRITE, READ, LEAST = 1.25, 0.1, 1024


def conversations(path):
    data = json.loads(pathlib.Path(path).read_text())
    entries = data if isinstance(data, list) and data and not is_message(data[0]) else [data]
    for entry in entries:
        yield entry if isinstance(entry, list) else entry.get("traj") or entry["messages"]


def is_message(value):
    return isinstance(value, dict) and "role" in value


def trim(tare, budget, options, histories):
    lines = "".join(json.dumps({"budget": budget, "messages": history}) + "\n" for history in histories)
    command = [tare, "trim", "--ndjson", "--encoding", "o200k_base", *options, "-"]
    result = subprocess.run(command, input=lines, capture_output=True, text=True, encoding="utf-8")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(answers) == len(histories), result.stderr[-400:]
    return answers


def counts(tare, histories):
    """The tokens of each history."""
    return [answer["tokens_before"] for answer in trim(tare, 10**9, ["--policy", "sliding"], histories)]


def fault(messages):
    """Why a strict server would refuse these messages, if it would."""
    open_calls, first = [], None
    for message in messages:
        if message["role"] == "tool":
            if message["tool_call_id"] not in open_calls:
                return "result without call"
            open_calls.remove(message["tool_call_id"])
            continue
        if open_calls:
            return "call without result"
        open_calls = [call["id"] for call in message.get("tool_calls") or []]
        if first is None and message["role"] not in ("system", "developer"):
            first = message["role"]
    if open_calls:
        return "call without result"
    return None if first == "user" else "does not begin with a person"


def in_parallel(trace):
    """The same trace with calls that follow each other folded into one message of parallel calls."""
    folded, index = [], 0
    while index < len(trace):
        message, index = trace[index], index + 1
        if not message.get("tool_calls"):
            folded.append(message)
            continue
        calls, results = list(message["tool_calls"]), []
        while index < len(trace) and (trace[index]["role"] == "tool" or trace[index].get("tool_calls")):
            (results.append if trace[index]["role"] == "tool" else lambda m: calls.extend(m["tool_calls"]))(trace[index])
            index += 1
        folded += [dict(message, tool_calls=calls), *results]
    return folded


def measure_traces(tare, files, budgets):
    traces = [trace for path in files for trace in conversations(path)]
    print("| traces | budget | policy | requests | refused | lost | over | cannot fit | budget used |")
    print("|---|---:|---|---:|---:|---:|---:|---:|---:|")
    for name, form in (("as they are", lambda t: t), ("in parallel", in_parallel)):
        for budget in budgets:
            histories = []
            for trace in map(form, traces):
                histories += [trace[:at] for at, m in enumerate(trace) if m["role"] == "assistant" and at > 1]
            histories = [h for h, tokens in zip(histories, counts(tare, histories)) if tokens > budget]
            for policy in ("sliding", "step"):
                row = judged(tare, histories, budget, ["--policy", policy])
                print(f"| {name} | {budget:,} | {policy} | {len(histories)} | {row} |")


def judged(tare, histories, budget, options):
    refused = lost = over = cannot = used = 0
    for history, answer in zip(histories, trim(tare, budget, options, histories)):
        if "messages" not in answer:
            cannot += 1
            continue
        messages = answer["messages"]
        refused += fault(messages) is not None
        person = [m for m in history if m["role"] == "user"][-1:]
        standing = [m for m in history if m["role"] in ("system", "developer")] + person
        newest = history[-1].get("tool_call_id")
        here = any(m.get("tool_call_id") == newest for m in messages) if newest else history[-1] in messages
        lost += not here or any(m not in messages for m in standing)
        over += answer["tokens"] > budget
        used += answer["tokens"] / budget
    fitted = max(1, len(histories) - cannot)
    return f"{refused} | {lost} | {over} | {cannot} | {100 * used / fitted:.1f} %"


def cost(calls):
    """What calls cost in prices of one token, with a cache of whole messages."""
    total, before, broken = 0.0, [], 0
    for keys, sizes in calls:
        same = 0
        while same < min(len(keys), len(before)) and keys[same] == before[same]:
            same += 1
        broken += same < len(before)
        cached = sum(sizes[:same])
        cached = cached if cached >= LEAST else 0
        total += READ * cached + WRITE * (sum(sizes) - cached)
        before = keys
    return total, broken / max(1, len(calls))


def measure_dialogues(tare, files, budgets):
    dialogues = [dialogue for path in files for dialogue in conversations(path)]
    print("\n| dialogues | budget | policy | prefix broken | cost, sending everything = 100 % |")
    print("|---|---:|---|---:|---:|")
    for budget in budgets:
        for options in (["--policy", "sliding"], ["--policy", "step"], ["--policy", "step", "--low", "0.6"]):
            shares, breaks = [], []
            for dialogue in dialogues:
                histories = [dialogue[: at + 1] for at, m in enumerate(dialogue) if m["role"] == "user"]
                trimmed = [a["messages"] for a in trim(tare, budget, options, histories) if "messages" in a]
                size = sizes_of(tare, [m for h in histories + trimmed for m in h])
                priced = [cost([([json.dumps(m) for m in h], [size[json.dumps(m)] for m in h]) for h in side])
                          for side in (histories, trimmed)]
                shares.append(priced[1][0] / priced[0][0])
                breaks.append(priced[1][1])
            mean = lambda values: 100 * sum(values) / len(values)
            print(f"| {len(dialogues)} | {budget:,} | {' '.join(options)[9:]} | {mean(breaks):.1f} % | {mean(shares):.0f} % |")


def sizes_of(tare, messages):
    """The tokens of each message by itself, by its JSON: what is said, what is asked of tools, and what they return."""
    texts = sorted({json.dumps(m) for m in messages})
    alone = [{"role": "user", "content": "."}]
    histories = [alone + [{"role": "user", "content": said(m)}] for m in map(json.loads, texts)]
    base = counts(tare, [alone])[0]
    return dict(zip(texts, (tokens - base for tokens in counts(tare, histories))))


def said(message):
    calls = [call["function"]["name"] + call["function"]["arguments"] for call in message.get("tool_calls") or []]
    content = message.get("content") or ""
    return "".join([content if isinstance(content, str) else json.dumps(content), *calls])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--traces", nargs="*", default=[])
    parser.add_argument("--dialogues", nargs="*", default=[])
    options = parser.parse_args()
    examples = [str(path) for path in sorted((ROOT / "prompts/conversations").glob("*turns*.json"))]
    none = not options.traces and not options.dialogues
    if options.traces or none:
        measure_traces(options.tare, options.traces or examples, (2000, 4000))
    if options.dialogues or none:
        measure_dialogues(options.tare, options.dialogues or examples, (4000, 8000))


if __name__ == "__main__":
    sys.exit(main())
