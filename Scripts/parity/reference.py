"""The reference encoder: tiktoken's own splitting and merging over the ranks that this repository keeps."""
import base64
import pathlib

import tiktoken
import tiktoken_ext.openai_public as published

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Encodings whose ranks are another one's.
RANKS_OF = {"o200k_harmony": "o200k_base", "p50k_edit": "p50k_base", "gpt2": "r50k_base"}
NAMES = ["o200k_base", "o200k_harmony", "cl100k_base", "p50k_base", "r50k_base"]


def rank_file(name, folder=None):
    """The ranks of an encoding: NAME.tiktoken in the folder, else this repository's compact list, else None."""
    published_file = folder and folder / f"{RANKS_OF.get(name, name)}.tiktoken"
    if published_file and published_file.exists():
        return published_file
    return next(iter(sorted(ROOT.glob(f"Sources/*/{RANKS_OF.get(name, name)}.ranks"))), None)


def read_ranks(path):
    return read_published(path) if path.suffix == ".tiktoken" else read_compact(path)


def read_published(path):
    """A line for each token: its bytes in base64, and its rank."""
    rows = (line.split() for line in path.read_bytes().splitlines() if line)
    return {base64.b64decode(token): int(rank) for token, rank in rows}


def read_compact(path):
    """One byte of length and the token for each rank in order."""
    data, ranks, offset = path.read_bytes(), {}, 0
    while offset < len(data):
        end = offset + 1 + data[offset]
        ranks[data[offset + 1 : end]] = len(ranks)
        offset = end
    return ranks


def encoding(name, ranks):
    """Nothing is downloaded: the published pattern and special tokens meet these ranks."""
    published.load_tiktoken_bpe = lambda *_, **__: ranks
    published.data_gym_to_mergeable_bpe_ranks = lambda *_, **__: ranks
    return tiktoken.Encoding(**getattr(published, name)())
