"""The texts of the benchmark: megabytes made from corpora/ and prompts/ by a seeded source, or a folder of real ones.

    kind.warm     2 MB, passed over again and again
    kind.0000 …   consecutive slices of 2 MB that no tokenizer has seen before
    kind.docs     the documents of 4 KB that the 2 MB are cut into, separated by the byte 0x00
"""
import base64
import pathlib
import random
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".build/benchmark/texts"
SEED = 20261120
# Where `tare count --bench --mode unseen` cuts its slices.
SLICE = 2 << 20
DOCUMENT = 4096

LATIN = {
    "English prose": ["corpora/en.txt", "corpora/contractions.txt", "corpora/names-and-places.txt"],
    "code": ["corpora/code.*.txt"],
    "chat JSONL": ["corpora/data.json", "corpora/server.log", "prompts/**/*.json", "prompts/**/*.jsonl"],
    "Markdown prompts": ["prompts/**/*.md", "corpora/markdown.md"],
}
MULTILINGUAL = {"multilingual": [f"corpora/{name}.txt" for name in "ar de el es fr hi ja ko ru th tr vi zh".split()]}
KINDS = LATIN | MULTILINGUAL


@dataclass
class Text:
    """One kind of text, in the files that the axes need."""

    kind: str
    warm: pathlib.Path
    docs: pathlib.Path
    # The whole text; its slices, of which the first is for warming up.
    whole: pathlib.Path
    slices: list

    @property
    def is_latin(self):
        return self.kind != "multilingual"


def whole_scalars(data, end):
    while end < len(data) and data[end] & 0xC0 == 0x80:
        end += 1
    return end


def cut(data, size):
    parts, start = [], 0
    while start < len(data):
        end = whole_scalars(data, min(start + size, len(data)))
        parts.append(data[start:end])
        start = end
    return parts


def spliced(rng, words):
    """A word that the sources do not hold: the beginning of one and the end of another."""
    first, second = rng.choice(words), rng.choice(words)
    return first[: max(1, len(first) // 2)] + second[len(second) // 2 :]


def drawn_anew(rng, line, words):
    new = [spliced(rng, words) if rng.random() < 1 / 12 else rng.choice(words) for _ in line.split(" ")]
    return " ".join(word.strip() for word in new) + "\n"


def made(kind, byte_count):
    """The lines of the sources in a seeded order, half of them with their words drawn anew, one word in twelve of them
    spliced from two, so that later text holds words that the earlier did not."""
    rng = random.Random(SEED)
    lines = []
    for pattern in KINDS[kind]:
        for path in sorted(ROOT.glob(pattern)):
            lines += path.read_bytes().decode().splitlines(keepends=True)
    words = [word for line in lines for word in line.split(" ") if word]
    parts, size = [], 0
    while size < byte_count:
        line = rng.choice(lines)
        if rng.random() < 0.5:
            line = drawn_anew(rng, line, words)
        parts.append(line.encode())
        size += len(parts[-1])
    return b"".join(parts)


def in_files(kind, data):
    FOLDER.mkdir(parents=True, exist_ok=True)
    stem = kind.replace(" ", "-")
    slices = cut(data, SLICE)

    def written(suffix, content):
        path = FOLDER / f"{stem}.{suffix}"
        path.write_bytes(content)
        return path

    documents = b"\0".join(document.replace(b"\0", b" ") for document in cut(slices[0], DOCUMENT))
    return Text(
        kind,
        warm=written("warm", slices[0]),
        docs=written("docs", documents),
        whole=written("whole", data),
        slices=[written(f"{index:04}", part) for index, part in enumerate(slices)],
    )


def texts(kinds, slice_count, folder=None):
    """The texts of `kinds`; with a folder, its files instead, each a kind of its own."""
    byte_count = slice_count * SLICE
    if folder is None:
        return [in_files(kind, made(kind, byte_count)) for kind in kinds]
    paths = sorted(path for path in pathlib.Path(folder).iterdir() if path.is_file())
    found = [(path.stem, path.read_bytes().decode(errors="replace").encode()[:byte_count]) for path in paths]
    return [in_files(kind, data[: whole_scalars(data, byte_count)]) for kind, data in found if data]


# ---- Input that tokenizers are slow on.

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def han(rng, size):
    return "".join(chr(rng.randint(0x4E00, 0x9FA5)) for _ in range(size // 3)).encode()


def scalars(rng, size):
    return "".join(chr(rng.choice([rng.randint(0x20, 0xD7FF), rng.randint(0xE000, 0x10FFFF)])) for _ in range(size // 3)).encode()[:size]


PATHOLOGICAL = {
    "one letter": lambda rng, size: b"a" * size,
    "spaces": lambda rng, size: b" " * size,
    "line feeds": lambda rng, size: b"\n" * size,
    "^^^": lambda rng, size: b"^" * size,
    "digits": lambda rng, size: bytes(rng.choice(b"0123456789") for _ in range(size)),
    "random letters": lambda rng, size: "".join(rng.choice(LETTERS) for _ in range(size)).encode(),
    "Han without spaces": han,
    "base64": lambda rng, size: base64.b64encode(rng.randbytes(size * 3 // 4)),
    "ZWJ emoji": lambda rng, size: ("👩‍👩‍👧‍👦" * (size // 25 + 1)).encode()[: size // 25 * 25],
    "random scalars": scalars,
}


def pathological(size):
    """The kinds of hostile input, each of about `size` bytes and valid UTF-8."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    paths = {}
    for kind, make in PATHOLOGICAL.items():
        path = FOLDER / f"{kind.replace(' ', '-').replace('^', 'circumflex')}.{size}"
        path.write_bytes(make(random.Random(SEED), size).decode(errors="ignore").encode())
        paths[kind] = path
    return paths
