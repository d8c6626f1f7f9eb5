"""The encodings as Hugging Face's tokenizers understand them: merges worked out from the ranks, once, and kept."""
import base64

from tokenizers import Regex, Tokenizer, models, pre_tokenizers

# As published, without the possessive quantifiers of cl100k, which Oniguruma reads as nested repeats.
PATTERNS = {
    "cl100k_base": r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+",
    "o200k_base": "|".join(
        [
            r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
            r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
            r"\p{N}{1,3}",
            r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
            r"\s*[\r\n]+",
            r"\s+(?!\S)",
            r"\s+",
        ]
    ),
}


def byte_letters():
    """The letter that stands for each byte, as GPT-2 chose them."""
    shown = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    letters = {byte: chr(byte) for byte in shown}
    hidden = (byte for byte in range(256) if byte not in letters)
    return letters | {byte: chr(256 + index) for index, byte in enumerate(hidden)}


def halves(token, rank, ranks):
    """The two tokens that merge into `token`."""
    parts = [token[index : index + 1] for index in range(len(token))]
    while len(parts) > 2:
        pairs = [(ranks.get(parts[i] + parts[i + 1], rank), i) for i in range(len(parts) - 1)]
        _, index = min(pairs)
        parts[index : index + 2] = [parts[index] + parts[index + 1]]
    return parts


def tokenizer(encoding, rank_file):
    kept = rank_file.with_suffix(".tokenizer.json")
    if kept.exists():
        return Tokenizer.from_file(str(kept))
    rows = [line.split() for line in rank_file.read_bytes().splitlines()]
    ranks = {base64.b64decode(token): int(rank) for token, rank in rows}
    letters = byte_letters()

    def spelled(token):
        return "".join(letters[byte] for byte in token)

    merges = [tuple(map(spelled, halves(token, rank, ranks))) for token, rank in ranks.items() if len(token) > 1]
    made = Tokenizer(models.BPE({spelled(token): rank for token, rank in ranks.items()}, merges))
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PATTERNS[encoding]), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    made.save(str(kept))
    return made
