#!/usr/bin/env python3
"""Compares installed encodings with the engines that their vocabularies were made for.

    python3 Scripts/encodings-differential.py [--strings N] [--seed S] [--tare PATH] [--tekken FILE] [--ranks NAME=FILE]

Small vocabularies are trained by Hugging Face's tokenizers on this repository's own texts, with the normalizers, patterns
and steps that published models have, and installed into a folder of their own, each without added tokens and with some of
several kinds, which the texts name; `--tekken` takes a tekken.json of
mistral-common, `--ranks` a rank file that tiktoken names. Ids are compared with those of tokenizers and tiktoken on
seeded random strings. Needs `pip install tiktoken==0.14.0 tokenizers==0.23.3` (Scripts/with-peers.sh does that) and a
built `tare`. Exits 1 at any difference.

Scalars that Unicode 16.0 classes otherwise than the engine's own tables are left out of the strings, and so are strings
that an older Unicode normalizes otherwise.
"""
import argparse
import base64
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import tiktoken
import tiktoken_ext.openai_public as published
import unicodedata2
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Scripts/parity"))

import generators  # noqa: E402: it stands in the folder above
import texts as files  # noqa: E402

LLAMA = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
QWEN = LLAMA.replace(r"\p{N}{1,3}", r"\p{N}")
DEEPSEEK = (
    r"""[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*"""
    r"""|\s*[\r\n]+|\s+(?!\S)|\s+"""
)
# Kimi K2's, for tiktoken: classes within classes, and what two have in common.
KIMI = "|".join(
    [
        r"[\p{Han}]+",
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}&&[^\p{Han}]]*[\p{Ll}\p{Lm}\p{Lo}\p{M}&&[^\p{Han}]]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}&&[^\p{Han}]]+[\p{Ll}\p{Lm}\p{Lo}\p{M}&&[^\p{Han}]]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+",
    ]
)
published_pattern = {}


def random_strings(count, seed, tokens):
    """Strings of every generator of the parity suite."""
    material = generators.Material(tokens, [text for _, text in files.of_folders([ROOT / "corpora", ROOT / "prompts"])])
    return (text for _, text in generators.random_strings(count, random.Random(seed), material))


def split(pattern, behavior="isolated", invert=False):
    return pre_tokenizers.Split(Regex(pattern), behavior, invert)


def byte_level(use_regex=False):
    return pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=use_regex)


def kinds():
    """Name, normalizer, pre-tokenizer and whether merges are passed over for whole pieces."""
    sequence = pre_tokenizers.Sequence
    yield "gpt2", None, byte_level(True), False
    yield "shuffled-bytes", None, byte_level(True), False
    yield "prefixed", None, pre_tokenizers.ByteLevel(add_prefix_space=True, use_regex=True), False
    yield "prefixed-nfc", normalizers.NFC(), sequence([pre_tokenizers.ByteLevel(add_prefix_space=True)]), False
    yield "llama", None, sequence([split(LLAMA), byte_level()]), True
    yield "qwen", normalizers.NFC(), sequence([split(QWEN), byte_level()]), False
    yield "deepseek", None, sequence([split(r"\p{N}{1,3}"), split("[一-龥぀-ゟ゠-ヿ]+"), split(DEEPSEEK), byte_level()]), False
    yield "starcoder", None, sequence([pre_tokenizers.Digits(True), byte_level(True)]), False
    yield "o200k", None, sequence([split(published_pattern["o200k_base"], "removed", True), byte_level()]), True
    # What Oniguruma makes of tiktoken's own text: {1,3}+ is a repeat of a repeat there, and $ the end of a line.
    yield "nested", None, sequence([split(published_pattern["cl100k_base"]), byte_level()]), False


def trained(normalizer, splitter, ignore_merges, files):
    tokenizer = Tokenizer(models.BPE(ignore_merges=ignore_merges))
    if normalizer is not None:
        tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = splitter
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=3_000, initial_alphabet=alphabet, show_progress=False, max_token_length=64)
    tokenizer.train([str(file) for file in files], trainer)
    return json.loads(tokenizer.to_str())


def marked_kinds():
    """Name, normalizer, pre-tokenizer and decoder of vocabularies that write a space as U+2581, and how they are trained."""
    replace, metaspace = normalizers.Replace(" ", "▁"), pre_tokenizers.Metaspace
    plain = [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()]
    stripped = decoders.Sequence([*plain, decoders.Strip(" ", 1, 0)])
    words, lines = metaspace(prepend_scheme="never"), None
    # Merges in an order that has no reason: many tokens are never made, and others not as they were learnt.
    yield "shuffled", replace, None, decoders.Sequence(plain), words
    yield "shuffled-joined", replace, None, decoders.Sequence(plain), lines
    yield "llama-2", normalizers.Sequence([normalizers.Prepend("▁"), replace]), None, stripped, words
    yield "gemma", replace, pre_tokenizers.Split(" ", "merged_with_previous"), decoders.Sequence(plain), words
    # The order in which transformers writes the merges of runs: nearly all of them before those of their parts.
    yield "gemma-runs", replace, pre_tokenizers.Split(" ", "merged_with_previous"), decoders.Sequence(plain), words
    yield "metaspace", None, metaspace(prepend_scheme="first", split=False), stripped, words
    yield "metaspace-split", None, metaspace(prepend_scheme="always"), stripped, words
    # Tokens that have a space behind another character, so that nothing can be divided.
    yield "joined", replace, None, decoders.Sequence(plain), lines
    yield "joined-prefixed", None, metaspace(prepend_scheme="always", split=False), stripped, lines


def trained_marked(normalizer, splitter, decoder, training, files):
    """A vocabulary of few characters, each byte's name and tokens that are runs of spaces and of newlines."""
    tokenizer = Tokenizer(models.BPE(byte_fallback=True, fuse_unk=True, unk_token="<unk>"))
    tokenizer.normalizer = normalizers.Replace(" ", "▁")
    if training is not None:
        tokenizer.pre_tokenizer = training
    names = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256))]
    trainer = trainers.BpeTrainer(
        vocab_size=2_500, special_tokens=names, limit_alphabet=250, show_progress=False, max_token_length=16
    )
    lines = [line for file in files for line in file.read_text("utf-8", "replace").splitlines()]
    tokenizer.train_from_iterator(lines if training is not None else (line[:200] for line in lines[:4_000]), trainer)
    value = json.loads(tokenizer.to_str())
    value["normalizer"] = json.loads(with_parts(normalizer=normalizer))["normalizer"]
    value["pre_tokenizer"] = json.loads(with_parts(pre_tokenizer=splitter))["pre_tokenizer"]
    value["decoder"] = json.loads(with_parts(decoder=decoder))["decoder"]
    value["added_tokens"] = [token for token in value["added_tokens"] if token["content"] in ("<unk>", "<s>", "</s>")]
    add_runs(value["model"])
    return value


def with_parts(**parts):
    tokenizer = Tokenizer(models.BPE())
    for name, part in parts.items():
        if part is not None:
            setattr(tokenizer, name, part)
    return tokenizer.to_str()


def add_runs(model):
    """Runs of spaces and newlines in the front of the merges, and a tab that has the id of its byte, as Gemma has them."""
    vocabulary, merges = model["vocab"], []
    for char in ("▁", "\n", "\t"):
        if char not in vocabulary:
            vocabulary[char] = vocabulary["<0x09>"] if char == "\t" else len(vocabulary) + 5
        for length in range(2, 9):
            if char * length not in vocabulary:
                vocabulary[char * length] = len(vocabulary) + 5
            merges += [[char * left, char * (length - left)] for left in range(1, length)]
    known = {tuple(merge) for merge in merges}
    model["merges"] = merges + [merge for merge in model["merges"] if tuple(merge) not in known]


def marked_strings(count, seed, tokens):
    """Strings of the parity suite, and of spaces, marks, names of bytes and tokens put together."""
    source = random.Random(seed)
    parts = [" ", "  ", "▁", "▁ ", "\n", "\t", "<0x0A>", "<0x", "<unk>", "<s>", "é", "中", "𝄞", "\U0010FFFF", "a", "\u0301", *tokens]
    yield from ["", " ", "▁", "a", " a", "▁a", "\n" * 40, " " * 70, "a" + " " * 33 + "b", "<0xE2><0x96><0x81>", "x" * 3_000]
    for _ in range(count):
        yield "".join(source.choice(parts[:16] if source.random() < 0.4 else parts) for _ in range(source.randrange(1, 40)))
    yield from random_strings(count, seed, [token.encode() for token in tokens])


def compare_marked(store, folder, files, count, seed):
    differences = 0
    for name, *parts in marked_kinds():
        value = scrambled(trained_marked(*parts, files), unreachable=False)
        if name == "gemma-runs":
            value["model"]["merges"].sort(key=lambda merge: -len(merge[0]) if len(set(merge[0] + merge[1])) == 1 else 0)
        if name.startswith("shuffled"):
            random.Random(seed).shuffle(value["model"]["merges"])
        vocabulary = sorted(value["model"]["vocab"])
        differences += compare_added(store, folder, name, value, list(marked_strings(count, seed, vocabulary)), seed)
    return differences


def scrambled(value, unreachable):
    """The same vocabulary with ids in another order and without gaps, and a token that no merge makes."""
    model = value["model"]
    ordered = sorted(model["vocab"], key=model["vocab"].get, reverse=True)
    model["vocab"] = {token: index for index, token in enumerate(ordered)}
    if unreachable:
        model["vocab"]["Ġqzqz"] = len(ordered)
    return value


def added_kinds():
    """Name, and the added tokens with what is said of them: special, normalized, lstrip, rstrip, single_word."""
    yield "", {"<|endoftext|>": "special", "<|im_start|>": "special", "<unk>": "special", "<s>": "special"}
    # As Gemma, Qwen and DeepSeek have them.
    raw = ["\n", "\n\n", "\n\n\n", "▁▁", "▁▁▁▁", "  ", "\t\t", "<table>", "<td>", "<tool_call>", "<｜User｜>", "é!", "ab"]
    yield "raw", {"<s>": "special", **{name: "" for name in raw}}
    # As GPT-NeoX, Phi-2 and most fine-tunings have them.
    normal = ["   ", "      ", "\t\t", "<think>", "</think>", "e\u0301>", "¿", "▁x", "<t", "s> "]
    yield "normalized", {"<s>": "special normalized", "<think>x": "", "\n": "", **{name: "normalized" for name in normal}}
    # What depends on what stands before it.
    yield "bounded", {
        "<s>": "special", "s>x": "", "<sep>": "lstrip", "<|user|>": "rstrip", "<mask>": "lstrip rstrip", "the": "single_word",
        "then": "", "é": "single_word normalized", "<b>": "lstrip normalized", "</b>": "rstrip normalized", "of": "lstrip single_word",
    }


def with_added(value, tokens):
    """The same vocabulary with these added tokens, whose ids are those that tokenizers gives them."""
    value = json.loads(json.dumps(value))
    names = ("special", "normalized", "lstrip", "rstrip", "single_word")
    next_id = len(value["model"]["vocab"])
    value["added_tokens"] = []
    for content, said in tokens.items():
        token_id = value["model"]["vocab"].get(content)
        if token_id is None:
            token_id, next_id = next_id, next_id + 1
        entry = {"id": token_id, "content": content, **{name: name in said.split() for name in names}}
        value["added_tokens"].append(entry)
    return value


def naming(texts, names, seed):
    """The texts, half of them with names of added tokens and of parts of them put in."""
    source = random.Random(seed)
    parts = [*names, *(name[: len(name) // 2 + 1] for name in names), *(name[1:] for name in names), " ", "  ", "\n", "a", "\u0338"]
    for text in texts:
        for _ in range(source.randrange(0, 6) if source.random() < 0.5 else 0):
            place = source.randrange(len(text) + 1)
            text = text[:place] + "".join(source.choice(parts) for _ in range(source.randrange(1, 4))) + text[place:]
        yield text


def compare_added(store, folder, name, value, texts, seed, kept=lambda tokenizer, text: True):
    """Compares a vocabulary with each kind of added tokens; those that are called special stay text."""
    differences = 0
    for kind, tokens in added_kinds():
        path = pathlib.Path(folder) / "vocabulary.json"
        path.write_text(json.dumps(with_added(value, tokens), ensure_ascii=False), encoding="utf-8")
        reference = Tokenizer.from_file(str(path))
        reference.encode_special_tokens = True
        store.add(path, name, "--replace")
        named = [text for text in naming(texts, [*tokens], seed) if kept(reference, text)]
        label = f"{name} with {kind} added tokens" if kind else name
        differences += compare(store, name, named, lambda text: reference.encode(text, add_special_tokens=False).ids, label)
    return differences


class Store:
    def __init__(self, tare, folder):
        self.tare, self.environment = tare, dict(os.environ, TARE_DATA=folder)

    def add(self, file, name, *options):
        command = [self.tare, "encodings", "add", str(file), "--name", name, *options]
        subprocess.run(command, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def ids(self, name, texts):
        payload = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        command = [self.tare, "count", "--ndjson", "--ids", "--encoding", name, "-"]
        result = subprocess.run(command, input=payload.encode(), stdout=subprocess.PIPE, check=True, env=self.environment)
        return [json.loads(line) for line in result.stdout.splitlines()]


def compare(store, name, texts, reference, label=None):
    differences = 0
    for text, answer in zip(texts, store.ids(name, texts), strict=True):
        wanted = reference(text)
        if answer["ids"] == wanted and answer["tokens"] == len(wanted):
            continue
        differences += 1
        if differences <= 5:
            print(f"  {label or name}: {text[:120]!r}\n    wanted {wanted[:40]}\n    tare   {answer['ids'][:40]}")
    print(f"{label or name}: {len(texts)} strings, {differences} differences", flush=True)
    return differences


def otherwise_classed():
    """Scalars that Oniguruma, in the tables of this tokenizers, classes otherwise than Unicode 16.0."""
    assert unicodedata2.unidata_version == "16.0.0"
    found = set()
    groups = {"L": "L", "N": "N", "M": "M", "P": "P", "S": "S", "Lu": "Lu", "Ll": "Ll", "Lt": "Lt"}
    values = [value for value in range(0x110000) if not 0xD800 <= value <= 0xDFFF]
    for name, prefix in groups.items():
        matcher = pre_tokenizers.Split(Regex(rf"\p{{{name}}}"), "removed")
        for start in range(0, len(values), 4096):
            chunk = values[start : start + 4096]
            kept = {char for piece, _ in matcher.pre_tokenize_str("".join(map(chr, chunk))) for char in piece}
            for value in chunk:
                if (chr(value) not in kept) != unicodedata2.category(chr(value)).startswith(prefix):
                    found.add(chr(value))
    return found


def compare_kimi(store, folder, files, count, seed):
    """A rank file whose pattern is given, with tiktoken."""
    value = trained(None, byte_level(True), False, files)
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in printable]
    characters = {**{chr(byte): byte for byte in printable}, **{chr(256 + index): byte for index, byte in enumerate(others)}}
    ordered = sorted(value["model"]["vocab"], key=value["model"]["vocab"].get)
    ranks = {bytes(characters[char] for char in token): rank for rank, token in enumerate(ordered)}
    path = pathlib.Path(folder) / "kimi.tiktoken"
    path.write_text("".join(f"{base64.b64encode(token).decode()} {rank}\n" for token, rank in ranks.items()))
    store.add(path, "kimi", "--pattern", KIMI)
    reference = tiktoken.Encoding("kimi", pat_str=KIMI, mergeable_ranks=ranks, special_tokens={})
    han = ["中文", "〇", "々", "漢字かな", "A中b", "é中", "中\u0301", "\u31E3", "\U00031350", "\u2E9A"]
    texts = list(naming(random_strings(count, seed, list(ranks)), han, seed))
    return compare(store, "kimi", texts, reference.encode_ordinary)


def normalized_alike(tokenizer, text):
    """Whether the normalizer's tables have the text as Unicode 16.0 has it."""
    return tokenizer.normalizer is None or tokenizer.normalizer.normalize_str(text) == unicodedata2.normalize("NFC", text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--strings", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tare", default=str(ROOT / ".build/release/tare"))
    parser.add_argument("--marked", action="store_true", help="only vocabularies of SentencePiece's kind")
    parser.add_argument("--tekken")
    parser.add_argument("--ranks", action="append", default=[], metavar="NAME=FILE")
    options = parser.parse_args()
    published.load_tiktoken_bpe = lambda *_, **__: {}
    published_pattern.update({name: getattr(published, name)()["pat_str"] for name in ("o200k_base", "cl100k_base")})
    differences = 0
    with tempfile.TemporaryDirectory() as folder:
        store = Store(options.tare, folder)
        left_out = otherwise_classed()
        print(f"{len(left_out)} scalars are classed otherwise by tokenizers than by Unicode 16.0 and left out")
        files = sorted(file for file in (ROOT / "corpora").rglob("*") if file.is_file())
        differences += compare_marked(store, folder, files, options.strings, options.seed)
        if not options.marked:
            differences += compare_kimi(store, folder, files, options.strings, options.seed)
        for name, normalizer, splitter, ignore_merges in [] if options.marked else kinds():
            value = scrambled(trained(normalizer, splitter, ignore_merges, files), unreachable=ignore_merges)
            if name == "shuffled-bytes":
                random.Random(options.seed).shuffle(value["model"]["merges"])
            vocabulary = [token.encode() for token in value["model"]["vocab"]]
            texts = [" qzqz", "qzqz qzqz", "a<tool_call>b<|endoftext|>", *random_strings(options.strings, options.seed, vocabulary)]
            texts = ["".join(char for char in text if char not in left_out) for text in texts]
            differences += compare_added(store, folder, name, value, texts, options.seed, normalized_alike)
        for argument in options.ranks:
            name, _, file = argument.partition("=")
            ranks = {}
            for line in pathlib.Path(file).read_bytes().splitlines():
                token, rank = line.split()
                ranks[base64.b64decode(token)] = int(rank)
            published.load_tiktoken_bpe = lambda *_, **__: ranks
            reference = tiktoken.Encoding(**getattr(published, name)())
            store.add(file, f"{name}_again")
            texts = list(random_strings(options.strings, options.seed, list(ranks)))
            differences += compare(store, f"{name}_again", texts, reference.encode_ordinary)
        if options.tekken:
            tekken = json.loads(pathlib.Path(options.tekken).read_bytes())
            config = tekken["config"]
            special = config["default_num_special_tokens"]
            listed = tekken["vocab"][: config["default_vocab_size"] - special]
            ranks = {base64.b64decode(token["token_bytes"]): token["rank"] for token in listed}
            reference = tiktoken.Encoding("tekken", pat_str=config["pattern"], mergeable_ranks=ranks, special_tokens={})
            store.add(options.tekken, "tekken")
            texts = list(random_strings(options.strings, options.seed, list(ranks)))
            differences += compare(store, "tekken", texts, lambda text: [id + special for id in reference.encode_ordinary(text)])
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
