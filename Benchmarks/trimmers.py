#!/usr/bin/env python3
"""tare trim beside other trimmers, on the same histories, judged by the same rules.

    Scripts/with-peers.sh pip install langchain-core==1.7.2 autogen-core==0.7.5 litellm==1.109.1
    Scripts/with-peers.sh python3 Benchmarks/trimmers.py [--tare PATH] [--traces FILE.json ...]

The histories are those of Benchmarks/trimming.py; how the others are asked stands in trimming_peers.py. One that is not
installed is left out. Where one takes a counter, it counts with tiktoken by OpenAI's published formula; the same count
judges what all have written. Times are of processor, reading and writing JSON included; all count every text anew in each
request.
"""
import argparse
import functools
import json
import resource
import sys

import trimming_peers
from trimming import ROOT, conversations, fault, in_parallel, trim

sys.path.insert(0, str(ROOT / "Scripts" / "parity"))
import reference

REPEATED = 10
ENCODING = reference.encoding("o200k_base", reference.read_ranks(reference.rank_file("o200k_base")))


@functools.cache
def text_tokens(text):
    return len(ENCODING.encode_ordinary(text))


def tokens_of(messages, text_tokens=text_tokens):
    """OpenAI's published formula: three around each message and for the reply, the role, and what is said."""
    around = sum(3 + text_tokens(m["role"]) + (3 if m["role"] == "tool" else 0) for m in messages)
    return 3 + around + sum(text_tokens(piece) for m in messages for piece in pieces(m))


def pieces(message):
    content = message.get("content") or ""
    yield content if isinstance(content, str) else json.dumps(content)
    for call in message.get("tool_calls") or []:
        yield call["function"]["name"]
        yield call["function"]["arguments"]


def key(message):
    """What stays the same where arguments are written anew."""
    content = message.get("content") or ""
    return json.dumps([message["role"], content])


def tare(path, histories, budget, options):
    """One process for a stream that has every history ten times: the others are not charged for their start either."""
    requests = [json.loads(history) for history in histories]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    answers = trim(path, budget, options, requests * REPEATED)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    elapsed = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [answer.get("messages") for answer in answers[: len(requests)]], elapsed / REPEATED


def row(name, budget, histories, answers, elapsed):
    refused = lost = over = cannot = 0
    for history, messages in zip(map(json.loads, histories), answers):
        if messages is None:
            cannot += 1
            continue
        here = {key(m) for m in messages}
        refused += fault(messages) is not None
        person = [m for m in history if m["role"] == "user"][-1:]
        lost += any(key(m) not in here for m in [m for m in history if m["role"] == "system"] + person)
        over += tokens_of(messages) > budget
    messages = sum(len(json.loads(history)) for history in histories)
    share = 100 / max(1, len(histories))
    print(f"| {name} | {refused * share:.0f} % | {lost * share:.0f} % | {over * share:.0f} % "
          f"| {cannot} | {messages / elapsed:,.0f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--traces", nargs="*", default=[str(ROOT / "prompts/conversations/support-40-turns.json")])
    options = parser.parse_args()
    traces = [trace for path in options.traces for trace in conversations(path)]
    for form in (list, in_parallel):
        all_histories = []
        for trace in map(form, traces):
            all_histories += [trace[:at] for at, m in enumerate(trace) if m["role"] == "assistant" and at > 1]
        for budget in (2000, 4000):
            histories = [json.dumps(h) for h in all_histories if tokens_of(h) > budget]
            if histories:
                compare(options.tare, form is in_parallel, histories, budget)


def compare(path, is_parallel, histories, budget):
    print(f"\n{'Parallel calls' if is_parallel else 'As they are'}, {budget:,} tokens, {len(histories)} requests\n")
    print("| | refused | last request or instructions lost | over | cannot fit | messages a second |")
    print("|---|---:|---:|---:|---:|---:|")
    for policy in ("sliding", "step"):
        row(f"tare, {policy}", budget, histories, *tare(path, histories, budget, ["--policy", policy]))
    for name, peer in trimming_peers.ALL.items():
        try:
            answers, elapsed = peer(histories, budget, lambda messages: tokens_of(messages, text_tokens.__wrapped__))
        except ImportError as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
            continue
        row(name, budget, histories, answers, elapsed)


if __name__ == "__main__":
    main()
