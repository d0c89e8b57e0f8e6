#!/usr/bin/env python3
"""Writes data/en/word_frequency.tsv: how common words are, from texts that are free to use.

    make_word_frequency.py TESTAMENT.csv... > data/en/word_frequency.tsv

The arguments are English New Testaments by verse (Book,Chapter,Verse,Text), all in the public domain or CC0. The other
half is the house's own invented reports: examples/pile and tests/cases. Both halves count alike, however long.
"""
import collections
import csv
import pathlib
import re
import sys

HOUSE = pathlib.Path(__file__).resolve().parent.parent
MARKUP = re.compile(r"\[/?[a-z][^\]]*\]|\{[^}]*\}|<[^>]*>|^#.*$|^\S+:.*$|\b\w+=", re.MULTILINE)
WORD = re.compile(r"[a-z]+")


def shares(texts):
    counts = collections.Counter(word for text in texts for word in WORD.findall(text.lower()))
    total = sum(counts.values())
    return {word: count * 1e6 / total for word, count in counts.items() if count > 1}


def house_texts():
    for pattern in ("examples/pile/*.txt", "tests/cases/**/*.txt"):
        for path in sorted(HOUSE.glob(pattern)):
            yield MARKUP.sub(" ", path.read_text(encoding="utf-8", errors="replace"))


def main():
    verses = [row["Text"] for path in sys.argv[1:] for row in csv.DictReader(open(path, encoding="utf-8"))]
    halves = [shares(verses), shares(house_texts())]
    rates = {word: sum(half.get(word, 0) for half in halves) / 2 for word in set().union(*halves)}
    kept = sorted((word for word in rates if rates[word] >= 8), key=lambda word: (-rates[word], word))
    print("# How common English words are: occurrences in a million words. A fixed background, so that what is rare does")
    print("# not hang on the pile at hand. Made by tools/make_word_frequency.py, half from New Testaments in the public")
    print("# domain (Noyes 1869, Twentieth Century 1904, Open English Bible, CC0), half from the house's own invented")
    print("# reports. Word lists with counts; no sentence of either. Words below 8 are left out. Apache-2.0.")
    print("# word\tper million")
    for word in kept:
        print(f"{word}\t{round(rates[word])}")


main()
