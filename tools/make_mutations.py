#!/usr/bin/env python3
"""Writes the mutation set: quotations cut out of the house's invented texts and changed, for tools/score_mutations.

    tools/make_mutations.py FOLDER      FOLDER/sources/, FOLDER/cases.jsonl
    tools/make_mutations.py FOLDER --least 20000 300     fails where fewer are generated, or are by hand

Texts: tests/corpus/quotations/sources, tests/corpus/speech (without its marks), examples/pile; CC0-1.0 as they are. Generated
cases are seeded: the same texts give the same bytes. By hand: tests/corpus/mutations/*.tsv, and the cases by hand of
tests/corpus/quotations. A case is as in tests/corpus/quotations; its kind is GROUP/KIND, its place the whole sentence.
"""
import collections
import json
import pathlib
import random
import re
import sys

import make_quotations
import quotations
from mutation_kinds import GROUPS

SEED = 20_261_125
HOUSE = pathlib.Path(__file__).resolve().parent.parent
HAND = HOUSE / "tests" / "corpus" / "mutations"
# Of the cases by hand of tests/corpus/quotations: their kinds, as groups of this set.
BY_VERDICT = {"EXACT": "verbatim", "FOLDED": "verbatim", "TRIMMED": "trimmed", "EDITED": "edited", "REWORDED": "reworded"}
BY_KIND = {"dropped-not": "negation", "never-dropped": "negation", "added-not": "negation", "number-changed": "number",
           "number-sign": "number", "date-changed": "date", "name-changed": "name", "place-changed": "name", "modal-changed": "modal",
           "unmarked-cut-swallows-not": "cut", "unmarked-cut-condition": "cut"}
MARKED = re.compile(r"\{\w+:|\}")


def read_texts():
    texts = dict(quotations.read_sources())
    for path in sorted((HOUSE / "tests" / "corpus" / "speech").glob("*.txt")):
        text = path.read_text(encoding="utf-8").split("\n---\n")[0]
        text = "\n".join(line for line in text.split("\n") if not line.startswith("@"))
        texts["speech-" + path.name] = MARKED.sub("", text).lstrip().encode()
    for path in sorted((HOUSE / "examples" / "pile").iterdir()):
        if path.suffix in (".txt", ".html"):
            texts["pile-" + path.name] = path.read_bytes()
    return texts


def read_pool(texts):
    pool = []
    for name, raw in texts.items():
        try:
            pool += make_quotations.sentences_of(name, raw)
        except UnicodeDecodeError:
            continue
    seen = collections.Counter(s.flat for s in pool)
    return [s for s in pool if s.is_plain and 6 <= len(s.text.split()) <= 45 and seen[s.flat] == 1]


def case(group, kind, by, quote, place, changed, source=""):
    return {"id": "", "kind": f"{group}/{kind}", "by": by, "quote": quote, "source": source, "speaker": "", "verdict": group,
            "also": [], "place": place, "changed": [{"words": words, "type": change} for words, change in changed]}


def generate(pool, flat):
    rng = random.Random(SEED)
    seen = set()
    for group, kinds in GROUPS.items():
        for kind, (make, most) in kinds.items():
            for s in pool:
                made = 0
                for quote, first, last, changed in make(s, rng, pool):
                    if made == most:
                        break
                    words = " ".join(quote.split()).casefold()
                    if len(words.split()) < 4 or (group, quote) in seen:
                        continue
                    # What stands somewhere after all is no change of it; what stands twice has no one source.
                    stands = sum(words in text for text in flat.values())
                    if stands > (0 if group not in ("verbatim", "trimmed") else 1):
                        continue
                    seen.add((group, quote))
                    made += 1
                    yield case(group, kind, "generated", quote, s.place, changed)


def by_hand(pool, texts):
    for path in sorted(HAND.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            source, beginning, quote, *rest = line.split("\t")
            found = [s for s in pool if s.file == source and s.text.startswith(beginning)]
            if len(found) != 1:
                raise SystemExit(f"{path.name}:{number}: {len(found)} sentences begin like that")
            group, changed = "reworded", []
            if rest:
                group, _, words = rest[0].partition(" ")
                changed = [tuple(words.rsplit(":", 1))] if words else []
            yield case(group, path.stem, "hand", quote, found[0].place, changed)
    for known in quotations.read_hand():
        group = BY_KIND.get(known["kind"]) or BY_VERDICT.get(known["verdict"])
        if group and known["place"] and len(known["quote"].split()) > 3:
            changed = [(change["words"], change["type"]) for change in known["changed"]]
            yield case(group, known["kind"], "hand", known["quote"], known["place"], changed)


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    texts = read_texts()
    for name, raw in texts.items():
        (folder / "sources" / name).write_bytes(raw)
    pool = read_pool(texts)
    flat = {name: " ".join(raw.decode("utf-8", "replace").split()).casefold() for name, raw in texts.items()}
    cases = list(by_hand(pool, texts)) + list(generate(pool, flat))
    with open(folder / "cases.jsonl", "w", encoding="utf-8") as out:
        for number, each in enumerate(cases, 1):
            each["id"] = f"m{number:05}"
            out.write(json.dumps(each, ensure_ascii=True, separators=(",", ":")) + "\n")
    counts = collections.Counter((each["by"], each["kind"].split("/")[0]) for each in cases)
    hand = sum(n for (by, _), n in counts.items() if by == "hand")
    print(f"{len(texts)} texts, {len(pool)} sentences; {hand} cases by hand, {len(cases) - hand} generated")
    print(", ".join(f"{by} {group} {n}" for (by, group), n in sorted(counts.items())))
    if "--least" in sys.argv:
        generated, written = map(int, sys.argv[-2:])
        if len(cases) - hand < generated or hand < written:
            raise SystemExit("make_mutations.py: too few cases")


if __name__ == "__main__":
    main()
