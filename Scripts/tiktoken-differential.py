#!/usr/bin/env python3
"""Compares tare's token ids with tiktoken's on seeded random strings and on whole files.

    python3 Scripts/tiktoken-differential.py [--strings N] [--seed S] [--every-scalar] [FILE_OR_FOLDER ...]

Needs `pip install tiktoken==0.14.0` (Scripts/with-peers.sh does that in an environment of its own) and a built `tare`.
The ranks are read from the compact lists in this repository, so nothing is downloaded; the split patterns and the
merging are tiktoken's own. Exits 1 at the first differences, which are printed as Python literals.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys

import tiktoken
import tiktoken_ext.openai_public as published

ROOT = pathlib.Path(__file__).resolve().parent.parent
RANKS = {
    "o200k_base": ROOT / "Sources/CTareO200k/o200k_base.ranks",
    "cl100k_base": ROOT / "Sources/CTareCl100k/cl100k_base.ranks",
}


def read_ranks(path):
    data, ranks, offset = path.read_bytes(), {}, 0
    while offset < len(data):
        end = offset + 1 + data[offset]
        ranks[data[offset + 1 : end]] = len(ranks)
        offset = end
    return ranks


def reference(name):
    published.load_tiktoken_bpe = lambda *_, **__: read_ranks(RANKS[name])
    return tiktoken.Encoding(**getattr(published, name)())


# ---- Strings. Each generator takes the random source and the vocabulary's tokens.

SPACES = "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2003\u2009\u2028\u2029\u202f\u205f\u3000\u200b\ufeff\u180e"
MARKS = "\u0301\u0308\u0327\u0e31\u0e34\u093f\u094d\u200d\ufe0f\u20e3\u0c3f\u1abf"
CASED = "aZéÉßſKkIİıǅǆΣςσДдԱաꙀꙁ𐐀𐐨ⅠⅰⒶⓐ"
CASELESS = "ªºˀʰ中日語กขאبदकアー한글ㅏ𝐀𠀀ꓐ"
DIGITS = "0123456789٠١٢०१२၀၁Ⅷ½²③𝟘一"
SYMBOLS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~€§©→∑♥«»…—–‘’“”"
EMOJI = ["😀", "👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "❤️", "1️⃣", "🏴\U000e0067\U000e0062\U000e007f"]
CONTRACTIONS = ["'s", "'S", "'t", "'re", "'RE", "'Ve", "'m", "'ll", "'LL", "'d", "'ſ", "'x", "’s", "'l", "'r", "'v"]
SPECIALS = ["<|endoftext|>", "<|im_start|>", "<|fim_prefix|>", "<|endofprompt|>", "<|", "|>"]


def any_scalar(rng, low=0, high=0x10FFFF):
    while True:
        value = rng.randint(low, high)
        if not 0xD800 <= value <= 0xDFFF:
            return chr(value)


def stratified(rng, _):
    pools = [SPACES, MARKS, CASED, CASELESS, DIGITS, SYMBOLS, EMOJI, CONTRACTIONS, "abc", "ABC"]
    return "".join(rng.choice(rng.choice(pools)) for _ in range(rng.randint(1, 40)))


def plane_zero(rng, _):
    return "".join(any_scalar(rng, 0, 0xFFFF) for _ in range(rng.randint(1, 30)))


def all_planes(rng, _):
    return "".join(any_scalar(rng) for _ in range(rng.randint(1, 20)))


def ascii_text(rng, _):
    return "".join(chr(rng.randint(0, 127)) for _ in range(rng.randint(1, 60)))


def white_space(rng, _):
    words = ["", "a", "B", "7", ".", "中", "/", "'s"]
    return "".join(rng.choice(SPACES) * rng.randint(1, 6) + rng.choice(words) for _ in range(rng.randint(1, 12)))


def runs(rng, _):
    return "".join(rng.choice(CASED + SYMBOLS + SPACES + DIGITS + MARKS) * rng.randint(1, 40) for _ in range(rng.randint(1, 5)))


def words(rng, _):
    stems = ["don", "we", "IT", "Straße", "naïve", "élan", "HTTPServer", "fooBar", "ΑΒΓδ", "привет", "iPhone"]
    return " ".join(rng.choice(stems) + rng.choice(CONTRACTIONS + [""] * 8) for _ in range(rng.randint(1, 15)))


def numbers(rng, _):
    return "".join(rng.choice(DIGITS) for _ in range(rng.randint(1, 30))) + rng.choice(["", " ", ".5", "e9", "'s"])


def glued_tokens(rng, tokens):
    return b"".join(rng.choice(tokens) for _ in range(rng.randint(1, 20))).decode("utf-8", "replace")


def cut_token(rng, tokens):
    token = rng.choice(tokens)
    return token[: rng.randint(1, len(token))].decode("utf-8", "replace") + rng.choice(["", "x", " ", "\n"])


def long_piece(rng, tokens):
    letters = "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(16, 400)))
    return rng.choice([letters, letters.upper(), letters[:9] * rng.randint(2, 40)])


def code_like(rng, _):
    parts = ["def ", "(", ")", ":", "\n    ", "\t", "//", "/*", "*/", "==", "->", "self.", "x", "_", "0x1F", '"', "{", "}", ";\r\n", "#!", "\\n"]
    return "".join(rng.choice(parts) for _ in range(rng.randint(1, 40)))


def look_alikes(rng, _):
    return "".join(rng.choice(SPECIALS + ["a", " ", "\n"]) for _ in range(rng.randint(1, 8)))


GENERATORS = [
    stratified, plane_zero, all_planes, ascii_text, white_space, runs, words, numbers,
    glued_tokens, cut_token, long_piece, code_like, look_alikes,
]


def random_strings(count, seed, tokens):
    rng = random.Random(seed)
    for index in range(count):
        yield GENERATORS[index % len(GENERATORS)](rng, tokens)


def every_scalar():
    """Each scalar of planes 0 to 3 and 14, where all assigned ones are, and a sample of the other planes, in contexts
    that make its class visible."""
    for value in [*range(0x40000), *range(0xE0000, 0xE1000), *range(0x40000, 0x110000, 97)]:
        if 0xD800 <= value <= 0xDFFF:
            continue
        char = chr(value)
        yield f"{char} a{char}b A{char}B 1{char}2 .{char}! {char}{char} \n{char}\n '{char}"


def file_texts(paths):
    for path in paths:
        path = pathlib.Path(path)
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if not file.is_file():
                continue
            try:
                yield str(file), file.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                print(f"  {file}: not UTF-8, passed over")


# ---- Comparison.


def tare_ids(binary, name, texts):
    payload = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    command = [binary, "count", "--ndjson", "--ids", "--encoding", name, "-"]
    result = subprocess.run(command, input=payload.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


def compare(binary, name, encoding, labelled):
    texts = [text for _, text in labelled]
    differences = 0
    for (label, text), answer in zip(labelled, tare_ids(binary, name, texts), strict=True):
        wanted = encoding.encode_ordinary(text)
        if answer["ids"] == wanted and answer["tokens"] == len(wanted):
            continue
        differences += 1
        if differences <= 5:
            print(f"  {name} {label}: {text[:200]!r}\n    tiktoken {wanted[:40]}\n    tare     {answer['ids'][:40]}")
    return differences


def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--strings", type=int, default=100_000, help="random strings per encoding")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every-scalar", action="store_true", help="also every assigned Unicode scalar in contexts")
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("paths", nargs="*", default=[str(ROOT / "corpora"), str(ROOT / "prompts")])
    options = parser.parse_args()
    failed = False
    for name in RANKS:
        encoding = reference(name)
        tokens = list(read_ranks(RANKS[name]))
        sources = [("random strings", random_strings(options.strings, options.seed, tokens))]
        if options.every_scalar:
            sources.append(("scalars", every_scalar()))
        for label, strings in sources:
            compared = differences = 0
            for batch in batches(((label, text) for text in strings), 20_000):
                compared += len(batch)
                differences += compare(options.tare, name, encoding, batch)
            print(f"{name}: {compared} {label}, {differences} differences")
            failed |= differences > 0
        files = list(file_texts(options.paths))
        differences = compare(options.tare, name, encoding, files) if files else 0
        print(f"{name}: {len(files)} files, {sum(len(t.encode()) for _, t in files)} bytes, {differences} differences")
        failed |= differences > 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
