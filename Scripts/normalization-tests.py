#!/usr/bin/env python3
"""Writes Unicode's own tests of normal forms in the size that this repository keeps: Tests/UnicodeData/*.txt.

    python3 Scripts/normalization-tests.py [--check] [FOLDER]

FOLDER holds NormalizationTest.txt and DerivedNormalizationProps.txt of Unicode 15.0, packed with bzip2 or not; Debian's
package unicode-data 15.0.0 brings them to /usr/share/unicode. Left out are the comments and the syllables of Hangul,
whose forms follow by arithmetic. Characters that are assigned never change their forms, so that the tests hold for
every later version as well.
"""
import argparse
import bz2
import hashlib
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "Tests/UnicodeData"
SOURCES = {
    "NormalizationTest.txt": "fb9ac8cc154a80cad6caac9897af55a4e75176af6f4e2bb6edc2bf8b1d57f326",
    "DerivedNormalizationProps.txt": "d5687a48c95c7d6e1ec59cb29c0f2e8b052018eb069a4371b7368d0561e12a29",
}
HEADER = """# Derived from {} of the Unicode Character Database, version 15.0, by Scripts/normalization-tests.py.
# Copyright (c) 1991-2022 Unicode, Inc. Unicode License: https://www.unicode.org/license.txt
"""


def source(folder, name):
    path = folder / name
    data = path.read_bytes() if path.exists() else bz2.decompress((folder / f"{name}.bz2").read_bytes())
    if hashlib.sha256(data).hexdigest() != SOURCES[name]:
        sys.exit(f"{path} is not the file of Unicode 15.0")
    return [line.split("#")[0].strip() for line in data.decode().splitlines()]


def is_syllable(row):
    first = row.split(";")[0]
    return " " not in first and 0xAC00 <= int(first, 16) <= 0xD7A3


def normalization_tests(folder):
    rows = (line for line in source(folder, "NormalizationTest.txt") if line)
    return "".join(f"{row}\n" for row in rows if row.startswith("@") or not is_syllable(row))


def case_foldings(folder):
    rows = []
    for line in source(folder, "DerivedNormalizationProps.txt"):
        fields = [field.strip() for field in line.split(";")]
        if len(fields) >= 3 and fields[1] == "NFKC_CF":
            rows.append(f"{fields[0]};{fields[2]}\n")
    return "".join(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the files and write nothing")
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=pathlib.Path("/usr/share/unicode"))
    options = parser.parse_args()
    files = {
        "normalization-15.0.txt": HEADER.format("NormalizationTest.txt") + normalization_tests(options.folder),
        "nfkc-casefold-15.0.txt": HEADER.format("DerivedNormalizationProps.txt") + case_foldings(options.folder),
    }
    stale = [name for name, text in files.items() if (FOLDER / name).exists() and (FOLDER / name).read_text() != text]
    if options.check:
        sys.exit(f"stale: {', '.join(stale)}" if stale else 0)
    FOLDER.mkdir(exist_ok=True)
    for name, text in files.items():
        (FOLDER / name).write_text(text)


if __name__ == "__main__":
    main()
