"""The tokenizers that tare is compared with, each through its fastest call that gives tiktoken's answer.

A driver takes what its peer likes best, bytes or str, made outside the timing; names of special tokens are text.
"""
import base64
import hashlib
import importlib.metadata
import importlib.util
import pathlib
import struct

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = ROOT / ".build/benchmark"
ENCODINGS = ["o200k_base", "cl100k_base"]


def parity():
    """The module that knows the compact rank lists and how to make tiktoken's own encodings of them."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "Scripts/parity/reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rank_file(encoding):
    """The path of the encoding's ranks in tiktoken's format, which most peers read."""
    path = CACHE / f"{encoding}.tiktoken"
    if not path.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        module = parity()
        ranks = module.read_ranks(module.rank_file(encoding))
        path.write_bytes(b"".join(base64.b64encode(token) + b" %d\n" % rank for token, rank in ranks.items()))
    return path


class Driver:
    """One loaded peer: `count` and `encode` give a number of tokens, `ids` the tokens, `prepare` what they take."""

    def __init__(self, encode=None, ids=None, count=None, takes_bytes=False):
        self.count = count or encode
        self.encode = encode
        self.ids = ids
        self.prepare = bytes if takes_bytes else lambda data: data.decode()


def gigatoken(encoding):
    import gigatoken

    tokenizer = gigatoken.Tokenizer.from_tiktoken(str(rank_file(encoding)), pretokenizer=encoding.removesuffix("_base"))
    return Driver(lambda data: len(tokenizer.encode(data)), lambda data: tokenizer.encode(data).tolist(), takes_bytes=True)


def fastokens(encoding):
    import fastokens

    tokenizer = fastokens.Tokenizer.from_tiktoken(str(rank_file(encoding)), encoding=encoding)

    def flat(text):
        return tokenizer.encode_batch_flat([text], split_special_tokens=True)[0]

    return Driver(lambda text: len(flat(text)) // 4, lambda text: unpacked(flat(text)))


def splintr(encoding):
    import splintr

    tokenizer = splintr.Tokenizer.from_pretrained(encoding)
    # The texts hold no names of special tokens, which this call would take for the tokens.
    return Driver(lambda text: len(tokenizer.encode_flat(text)) // 4, lambda text: unpacked(tokenizer.encode_flat(text)))


def toktok(encoding):
    import toktok

    toktok.batch_count([""], encoding, threads=1)
    return Driver(count=lambda text: toktok.batch_count([text], encoding, threads=1)[0])


def rs_bpe(encoding):
    from rs_bpe.bpe import openai

    tokenizer = getattr(openai, encoding)()
    return Driver(lambda text: len(tokenizer.encode(text)), tokenizer.encode, count=tokenizer.count)


def quicktok(encoding):
    import quicktok

    tokenizer = quicktok.get_encoding(encoding)
    return Driver(lambda text: len(tokenizer.encode(text)), tokenizer.encode, count=tokenizer.count)


def tiktoken(encoding):
    module = parity()
    tokenizer = module.encoding(encoding, module.read_ranks(module.rank_file(encoding)))
    return Driver(lambda text: len(tokenizer.encode_ordinary(text)), tokenizer.encode_ordinary)


def tokenizers(encoding):
    import huggingface

    tokenizer = huggingface.tokenizer(encoding, rank_file(encoding))

    def ids(text):
        return tokenizer.encode(text, add_special_tokens=False).ids

    return Driver(lambda text: len(ids(text)), ids)


# The name of the package on PyPI, and what drives it.
PEERS = {
    "gigatoken": ("gigatoken", gigatoken),
    "fastokens": ("fastokens", fastokens),
    "splintr": ("splintr-rs", splintr),
    "toktok": ("toktok-rs", toktok),
    "rs-bpe": ("rs_bpe", rs_bpe),
    "quicktok": ("quicktok-v1", quicktok),
    "tiktoken": ("tiktoken", tiktoken),
    "tokenizers": ("tokenizers", tokenizers),
}


def version(name):
    """The installed version of a peer, or None where its wheel was not to be had."""
    try:
        return importlib.metadata.version(PEERS[name][0])
    except importlib.metadata.PackageNotFoundError:
        return None


def unpacked(buffer):
    return list(struct.unpack(f"<{len(buffer) // 4}I", buffer))


def fingerprint(ids):
    return hashlib.sha256(struct.pack(f"<{len(ids)}I", *ids)).hexdigest()
