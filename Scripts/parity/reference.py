"""The reference encoder: tiktoken's own splitting and merging over the ranks that this repository keeps."""
import pathlib

import tiktoken
import tiktoken_ext.openai_public as published

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Encodings whose ranks are another one's.
RANKS_OF = {"o200k_harmony": "o200k_base", "p50k_edit": "p50k_base", "gpt2": "r50k_base"}
NAMES = ["o200k_base", "o200k_harmony", "cl100k_base", "p50k_base", "r50k_base"]


def rank_file(name):
    """The compact list of an encoding's ranks, or None where this repository has none."""
    return next(iter(sorted(ROOT.glob(f"Sources/*/{RANKS_OF.get(name, name)}.ranks"))), None)


def read_ranks(path):
    """One byte of length and the token for each rank in order; a length of 0 is a rank that no token has."""
    data, ranks, offset, rank = path.read_bytes(), {}, 0, 0
    while offset < len(data):
        end = offset + 1 + data[offset]
        if data[offset]:
            ranks[data[offset + 1 : end]] = rank
        offset, rank = end, rank + 1
    return ranks


def encoding(name):
    """Nothing is downloaded: the published pattern and special tokens meet the ranks of this repository."""
    ranks = read_ranks(rank_file(name))
    published.load_tiktoken_bpe = lambda *_, **__: ranks
    published.data_gym_to_mergeable_bpe_ranks = lambda *_, **__: ranks
    return tiktoken.Encoding(**getattr(published, name)()), list(ranks)
