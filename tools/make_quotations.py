#!/usr/bin/env python3
"""Writes hand.jsonl, generated.jsonl and SHA256SUMS of tests/corpus/quotations from hand/ and sources/.

Every generated case is a sentence of a source, mutated in one way whose verdict an editor would give: the tables are of
the language (negations, modals, units), and know nothing of any checker. Seeded: the same sources give the same bytes.
"""
import hashlib
import random
import re

import quotations
from quotation_kinds import KINDS, Sentence

SEED = 20_260_504
EACH = 32
ABBREVIATIONS = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Co|No|Ltd|v|[A-Z])\.$")
END = re.compile(r"[.!?](?=[\s”\"<]|$)")
MARKS = re.compile(r"[“”\"«»<>\[\]*_#|=:{}()&]")


def sentences_of(name, raw):
    """Whole sentences without marks within: (text, begin, end); those of one paragraph share a number."""
    text = raw.decode("utf-8")
    found = []
    for number, paragraph in enumerate(re.finditer(r"(?:(?!\n\s*\n).)+", text, re.S)):
        begin = paragraph.start()
        for end in END.finditer(text, paragraph.start(), paragraph.end()):
            piece = text[begin:end.end()]
            if ABBREVIATIONS.search(piece):
                continue
            lead = re.match(r"[\s“”\"]*", piece).end()
            sentence = piece[lead:]
            start = begin + lead
            begin = end.end()
            if MARKS.search(sentence) or not re.match(r"[A-Z]", sentence) or len(sentence.split()) < 6:
                continue
            offset = len(text[:start].encode("utf-8"))
            found.append(Sentence(name, number, sentence, offset, offset + len(sentence.encode("utf-8"))))
    return found


def generate(sources, hand):
    rng = random.Random(SEED)
    pool = []
    for name, raw in sources.items():
        try:
            pool += sentences_of(name, raw)
        except UnicodeDecodeError:
            continue
    flat = {name: " ".join(raw.decode("utf-8", "replace").split()).casefold() for name, raw in sources.items()}
    seen = {(case["quote"], case["source"], case["speaker"]) for case in hand}
    cases = []
    for kind, make in KINDS.items():
        order = pool[:]
        rng.shuffle(order)
        made = 0
        for sentence in order:
            if made == EACH:
                break
            case = make(sentence, rng, pool, hand)
            if case is None:
                continue
            verdict, also, quote, span, changed, *rest = case
            source, speaker = rest if rest else (sentence.file, "")
            if rng.random() < 0.25 and verdict not in ("ELSEWHERE", "NOT CHECKABLE", "OTHER SPEAKER"):
                source = ""
            # What stands somewhere after all is no alteration.
            stands = any(" ".join(quote.split()).casefold() in text for text in flat.values())
            if verdict in ("ALTERED", "NOT FOUND", "SPLICED", "REWORDED", "EDITED") and stands and "edge" not in kind:
                continue
            if verdict in ("EXACT", "FOLDED") and sum(text.count(sentence.flat) for text in flat.values()) != 1:
                continue
            if (quote, source, speaker) in seen:
                continue
            seen.add((quote, source, speaker))
            made += 1
            cases.append({
                "id": f"g{len(cases) + 1:04}", "kind": kind, "by": "generated", "quote": quote, "source": source,
                "speaker": speaker, "verdict": verdict, "also": also,
                "place": None if verdict in quotations.PLACELESS else span,
                "changed": [{"words": words, "type": change} for words, change in changed]})
    return cases


def main():
    sources = quotations.read_sources()
    hand = quotations.read_hand()
    for name, cases in (("hand.jsonl", hand), ("generated.jsonl", generate(sources, hand))):
        (quotations.CORPUS / name).write_text("".join(quotations.dump(case) + "\n" for case in cases), encoding="utf-8")
        print(f"{name}: {len(cases)} cases, {len({case['kind'] for case in cases})} kinds")
    digests = [f"{hashlib.sha256(text).hexdigest()}  sources/{name}\n" for name, text in sources.items()]
    (quotations.CORPUS / "SHA256SUMS").write_text("".join(digests))


if __name__ == "__main__":
    main()
