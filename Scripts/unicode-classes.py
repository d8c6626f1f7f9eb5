#!/usr/bin/env python3
"""Writes what a pre-tokenizer asks of every Unicode scalar: Sources/CTareData/unicode-classes.bin, its class, and
unicode-categories.bin, its general category, for patterns that are read at run time.

The classes are pinned at Unicode 16.0, the version tiktoken 0.14 splits by; a system library of another version would
split some text differently. Run in an environment with `pip install unicodedata2==16.0.0`:

    python3 Scripts/unicode-classes.py [--check]

Layout, read in place by TextCursor.swift: 4,352 block numbers (one byte each, for blocks of 256 scalars), then the
distinct blocks, one byte a scalar. Each byte has one bit set:

    1 upper or title case letter (Lu Lt)    16 number (Nd Nl No)
    2 lower case letter (Ll)                32 white space but CR and LF
    4 letter without case (Lm Lo)           64 CR, LF
    8 mark (Mn Mc Me)                      128 anything else

unicode-categories.bin has the same layout; each byte is a number in the list CATEGORIES.
"""
import pathlib
import sys

import unicodedata2

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Sources/CTareData"
CATEGORIES = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn".split()
BITS = {"Lu": 1, "Lt": 1, "Ll": 2, "Lm": 4, "Lo": 4, "Mn": 8, "Mc": 8, "Me": 8, "Nd": 16, "Nl": 16, "No": 16}
# The White_Space property (PropList.txt), stable since Unicode 6.3.
WHITE_SPACE = {0x09, 0x0B, 0x0C, 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}


def class_of(scalar: int) -> int:
    if scalar in (0x0A, 0x0D):
        return 64
    if scalar in WHITE_SPACE:
        return 32
    return BITS.get(unicodedata2.category(chr(scalar)), 128)


def category_of(scalar: int) -> int:
    return CATEGORIES.index(unicodedata2.category(chr(scalar)))


def table(byte_of) -> bytes:
    numbers, blocks = [], []
    for start in range(0, 0x110000, 256):
        block = bytes(byte_of(scalar) for scalar in range(start, start + 256))
        if block not in blocks:
            blocks.append(block)
        numbers.append(blocks.index(block))
    assert len(blocks) <= 256
    return bytes(numbers) + b"".join(blocks)


def main() -> int:
    if unicodedata2.unidata_version != "16.0.0":
        print(f"Unicode data is {unicodedata2.unidata_version}, not 16.0.0: pip install unicodedata2==16.0.0")
        return 2
    stale = 0
    for name, byte_of in (("unicode-classes.bin", class_of), ("unicode-categories.bin", category_of)):
        output, fresh = FOLDER / name, table(byte_of)
        if "--check" not in sys.argv:
            output.write_bytes(fresh)
            print(f"{name}: {len(fresh)} bytes")
        elif output.read_bytes() == fresh:
            print(f"{name} is fresh")
        else:
            stale = 1
            print(f"{name} is stale: run Scripts/unicode-classes.py")
    return stale


sys.exit(main())
