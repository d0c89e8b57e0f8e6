#!/usr/bin/env python3
"""Is tests/corpus/quotations well-formed? Offsets, digests, kinds, counts; hand.jsonl and generated.jsonl as made."""
import hashlib
import sys

import make_quotations
import quotations

FIELDS = ["id", "kind", "by", "quote", "source", "speaker", "verdict", "also", "place", "changed"]
MOST_BYTES = 2_000_000
UNREADABLE = {"41-empty.txt", "42-not-a-text.txt"}
LEAST = {"sources": 40, "hand": 500, "generated": 1000, "kinds": 40}


def check_case(case, sources):
    if list(case) != FIELDS:
        yield "fields"
    if case["verdict"] not in quotations.VERDICTS.values() or case["verdict"] in case["also"]:
        yield "verdict"
    if not set(case["also"]) <= set(quotations.VERDICTS.values()):
        yield "neighbours"
    if case["source"] and case["source"] not in sources:
        yield "source " + case["source"]
    place = case["place"]
    if place is None:
        if case["verdict"] not in quotations.PLACELESS:
            yield "no place"
        return
    if case["verdict"] in quotations.PLACELESS:
        yield "place of what stands nowhere"
    text = sources.get(place[0], b"")
    if not 0 <= place[1] < place[2] <= len(text):
        yield "offsets"
        return
    try:
        words = text[place[1]:place[2]].decode("utf-8")
    except UnicodeDecodeError:
        yield "offsets within a character"
        return
    if case["verdict"] == "EXACT" and words != case["quote"]:
        yield "not exact: " + words
    if case["verdict"] != "EXACT" and case["verdict"] == "FOLDED" and words == case["quote"]:
        yield "nothing to fold"
    if case["verdict"] == "ALTERED" and not case["changed"]:
        yield "nothing named as changed"
    if (case["verdict"] == "ELSEWHERE") != (case["source"] not in ("", place[0])):
        yield "named source and place"


def troubles():
    sources = quotations.read_sources()
    readable = {name: text for name, text in sources.items() if name not in UNREADABLE}
    for name, text in readable.items():
        if not 2000 <= len(text) <= 6200:
            yield f"{name}: {len(text)} bytes"
    digests = [f"{hashlib.sha256(text).hexdigest()}  sources/{name}\n" for name, text in sources.items()]
    if (quotations.CORPUS / "SHA256SUMS").read_text() != "".join(digests):
        yield "SHA256SUMS: a source was changed; make_quotations.py writes it anew"
    made = {"hand.jsonl": quotations.read_hand()}
    made["generated.jsonl"] = make_quotations.generate(sources, made["hand.jsonl"])
    for name, cases in made.items():
        if cases != quotations.read_cases(name):
            yield f"{name}: not what make_quotations.py writes"
        for case in cases:
            for trouble in check_case(case, sources):
                yield f"{name}: {case['id']} {case['kind']}: {trouble}: {case['quote'][:60]}"
    counts = {"sources": len(readable), "hand": len(made["hand.jsonl"]), "generated": len(made["generated.jsonl"]),
              "kinds": len({case["kind"] for case in made["generated.jsonl"]})}
    for what, least in LEAST.items():
        print(f"{what}: {counts[what]}")
        if counts[what] < least:
            yield f"{what}: {counts[what]}, at least {least}"
    keys = [(case["quote"], case["source"], case["speaker"]) for cases in made.values() for case in cases]
    ids = [case["id"] for cases in made.values() for case in cases]
    if len(set(ids)) != len(ids):
        yield "ids repeat"
    print(f"repeated questions: {len(keys) - len(set(keys))}")
    if sum(path.stat().st_size for path in quotations.CORPUS.rglob("*") if path.is_file()) > MOST_BYTES:
        yield f"over {MOST_BYTES} bytes"


if __name__ == "__main__":
    found = list(troubles())
    print("\n".join(found), file=sys.stderr)
    sys.exit(1 if found else 0)
