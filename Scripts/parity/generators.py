"""Random strings that tokenizers get wrong. Each generator takes the random source and the material it draws from."""
import dataclasses

from alphabets import *


@dataclasses.dataclass
class Material:
    tokens: list  # the tokens of the encoding, as bytes
    texts: list  # whole texts, as strings, which windows are cut from


def any_scalar(rng, low=0, high=0x10FFFF):
    while True:
        value = rng.randint(low, high)
        if not 0xD800 <= value <= 0xDFFF:
            return chr(value)


def repeated(rng, choices, low, high):
    return "".join(rng.choice(choices) for _ in range(rng.randint(low, high)))


def length(rng):
    return rng.choice([rng.randint(1, 40), rng.choice(LENGTHS)])


POOLS = [
    SPACES, NOT_SPACES, MARKS, FOLDS_TO_ASCII, CASED, TITLE_CASE, ODD_CASE, CASELESS, DIGITS, SYMBOLS, EMOJI, NEWLINES,
    ["'" + suffix for suffix in SUFFIXES], "abc", "ABC",
]


def stratified(rng, _):
    return "".join(rng.choice(rng.choice(POOLS)) for _ in range(rng.randint(1, 40)))


def two_classes(rng, _):
    """Long alternations of two classes, which is what the branches of a splitter hang on."""
    pools = rng.sample(POOLS, 2)
    return "".join(rng.choice(rng.choice(pools)) for _ in range(rng.randint(1, 60)))


def plane_zero(rng, _):
    return "".join(any_scalar(rng, 0, 0xFFFF) for _ in range(rng.randint(1, 30)))


def all_planes(rng, _):
    return "".join(any_scalar(rng) for _ in range(rng.randint(1, 20)))


def ascii_text(rng, _):
    return "".join(chr(rng.randint(0, 127)) for _ in range(rng.randint(1, 90)))


def white_space(rng, _):
    words = ["", "a", "B", "7", ".", "中", "/", "'s", "\u0301", "\u200b"]
    parts = (repeated(rng, SPACES, 1, 6) + rng.choice(words) for _ in range(rng.randint(1, 12)))
    return rng.choice(words) + "".join(parts)


def long_white_space(rng, _):
    kinds = [rng.choice(SPACES), rng.choice(NEWLINES), " "]
    runs = (rng.choice(kinds) * length(rng) + rng.choice(["", "a", "1", ".", "中"]) for _ in range(rng.randint(1, 4)))
    return "".join(runs)


def runs(rng, _):
    scalars = CASED + TITLE_CASE + SYMBOLS + SPACES + DIGITS + MARKS + CASELESS + NOT_SPACES
    return "".join(rng.choice(scalars) * length(rng) for _ in range(rng.randint(1, 5)))


def run_of_strings(rng, _):
    unit = repeated(rng, rng.choice(POOLS), 1, 4)
    return rng.choice(["", " ", "x"]) + unit * length(rng) + rng.choice(["", " ", "x", "\n", "'s"])


def contractions(rng, _):
    parts = (
        rng.choice(["", " ", "\n", "."]) + rng.choice(STEMS + [""]) + rng.choice(APOSTROPHES) + rng.choice(SUFFIXES)
        for _ in range(rng.randint(1, 12))
    )
    return "".join(parts)


def words(rng, _):
    return " ".join(rng.choice(STEMS) + rng.choice(["", "", "", "'s", ",", "."]) for _ in range(rng.randint(1, 15)))


def glued_words(rng, _):
    return "".join(rng.choice([str.upper, str.lower, str.title, str])(rng.choice(STEMS)) for _ in range(rng.randint(2, 12)))


def casing(rng, _):
    pools = [CASED, TITLE_CASE, ODD_CASE, "abc", "ABC", MARKS, FOLDS_TO_ASCII]
    return "".join(repeated(rng, rng.choice(pools), 1, 4) for _ in range(rng.randint(1, 12)))


def marked(rng, _):
    bases = CASED + CASELESS + DIGITS + SYMBOLS + " \n"
    return "".join(rng.choice(bases) + repeated(rng, MARKS, 0, 4) for _ in range(rng.randint(1, 20)))


def numbers(rng, _):
    digits = rng.choice([DIGITS, "0123456789", DIGITS[10:]])
    return repeated(rng, digits, 1, length(rng)) + rng.choice(["", " ", ".5", "e9", "'s", "\u0301", "a", "\n"])


def emoji(rng, _):
    return "".join(rng.choice(EMOJI) + rng.choice(["", "", " ", "\u200d", "\ufe0f", "a"]) for _ in range(rng.randint(1, 25)))


def glued_tokens(rng, material):
    return b"".join(rng.choice(material.tokens) for _ in range(rng.randint(1, 20))).decode("utf-8", "replace")


def token_cuts(rng, material):
    """Beginnings and ends of tokens beside one another, so that merges start as a token does and end otherwise."""
    parts = []
    for _ in range(rng.randint(1, 8)):
        token = rng.choice(material.tokens)
        cut = rng.randint(0, len(token))
        parts.append(rng.choice([token[:cut], token[cut:]]))
    return b"".join(parts).decode("utf-8", "replace")


def long_piece(rng, _):
    letters = repeated(rng, "abcdefghijklmnopqrstuvwxyz", 16, 400)
    return rng.choice([letters, letters.upper(), letters[:9] * rng.randint(2, 40), repeated(rng, CASELESS, 16, 200)])


def code_like(rng, _):
    return repeated(rng, CODE, 1, 40)


def look_alikes(rng, _):
    return "".join(rng.choice(SPECIALS + ["a", " ", "\n"]) for _ in range(rng.randint(1, 8)))


def nulls(rng, _):
    return "".join(rng.choice(["\0", "\0\0", "a", " ", "\n", "中", "1", "\0" * length(rng)]) for _ in range(rng.randint(1, 12)))


def window(rng, material):
    text = rng.choice(material.texts)
    start = rng.randrange(len(text))
    return text[start : start + rng.randint(1, 300)]


GENERATORS = [
    stratified, two_classes, plane_zero, all_planes, ascii_text, white_space, long_white_space, runs, run_of_strings,
    contractions, words, glued_words, casing, marked, numbers, emoji, glued_tokens, token_cuts, long_piece, code_like,
    look_alikes, nulls, window,
]


def random_strings(count, rng, material):
    """Strings of each generator in turn, each with the generator's name."""
    for index in range(count):
        generator = GENERATORS[index % len(GENERATORS)]
        yield f"{generator.__name__} {index}", generator(rng, material)


CONTEXTS = ["{}", " {} ", "a{}b", "A{}B", "1{}2", ".{}!", "\n{}\n", "'{}", "{}{}"]
SCALARS_IN_ONE = 16


def in_contexts(value):
    return " ".join(context.replace("{}", chr(value)) for context in CONTEXTS)


def every_scalar():
    """Each scalar of planes 0 to 3 and 14 to 16 in contexts that make its class visible, some scalars to a string."""
    planes = [0, 1, 2, 3, 14, 15, 16]
    values = [v for p in planes for v in range(p << 16, (p + 1) << 16) if not 0xD800 <= v <= 0xDFFF]
    for start in range(0, len(values), SCALARS_IN_ONE):
        part = values[start : start + SCALARS_IN_ONE]
        yield f"U+{part[0]:04X} to U+{part[-1]:04X}", "|".join(map(in_contexts, part))
