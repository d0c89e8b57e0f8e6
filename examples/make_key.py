#!/usr/bin/env python3
"""Makes key.json from key.tsv: finds every quoted word in its file, fills in byte offsets, and refuses what it cannot find.

Usage: make_key.py           write key.json
       make_key.py --check   exit 1 when key.json is not what key.tsv says

The fields of a row are named at the head of key.tsv. Offsets are bytes [start, end) of the file as it stands on disk.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ABOUT = (
    "Answer key of the invented pile. Offsets are byte offsets [start,end) in the file as delivered (also for the HTML page); "
    "a snippet occurs exactly once in its file unless \"occurrence\" (1-based) is given. Made by make_key.py from key.tsv."
)


class Wrong(Exception):
    """A row that does not fit the pile."""


def seed_file(number):
    found = sorted((HERE / "pile").glob(f"{number}_*"))
    if len(found) != 1:
        raise Wrong(f"no single file for {number}")
    return found[0]


def find(data, words, occurrence, start=0):
    place = start - 1
    for _ in range(occurrence):
        place = data.find(words, place + 1)
        if place < 0:
            raise Wrong(f"not found: {words.decode()}")
    return place


def locate(number, words):
    """'first ~ last @2' -> (snippet, [begin, end], occurrence or None)."""
    data = seed_file(number).read_bytes()
    asked = re.fullmatch(r"(.*) @(\d+)", words, re.S)
    if asked:
        words = asked.group(1)
    occurrence = int(asked.group(2)) if asked else None
    first, _, last = words.partition(" ~ ")
    head, tail = first.encode(), last.encode()
    if occurrence is None and data.count(head) != 1:
        raise Wrong(f"{number}: stands {data.count(head)} times, say which: {first}")
    begin = find(data, head, occurrence or 1)
    end = begin + len(head)
    if tail:
        end = find(data, tail, 1, end) + len(tail)
    return first if not tail else words, [begin, end], occurrence


def placed(number, words, name="snippet", span="span"):
    text, where, occurrence = locate(number, words)
    out = {name: text.partition(" ~ ")[0], span: where}
    if occurrence and name == "snippet" or occurrence and name == "text_snippet":
        out["occurrence"] = occurrence
    return out


def side(number, words):
    out = {"seed": seed_file(number).name}
    if words == "-":
        out["snippet"] = None
    else:
        out.update(placed(number, words))
    return out


def value(field):
    return None if field == "-" else field


def statement(row, count):
    number, kind, depth, polarity, speaker, content, attribution, date, channel, reported_by, note = row
    out = {
        "id": f"s{number}-{count:02d}",
        "seed": seed_file(number).name,
        "speaker": speaker,
        "channel": value(channel) or "unstated",
        "date": date,
        "kind": kind,
        "depth": int(depth),
        "polarity": polarity,
    }
    out.update(placed(number, content, "text_snippet"))
    out.update(placed(number, attribution, "attribution_snippet", "attribution_span"))
    if value(reported_by):
        out["reported_by"] = reported_by
    if value(note):
        out["note"] = note
    return out


def contact(row, count):
    number, kind, date, place, parties, status, words, note = row
    out = {
        "id": f"c{count:02d}",
        "seed": seed_file(number).name,
        "kind": kind,
        "date": date,
        "place": value(place),
        "participants": parties.split("; "),
        "status": status,
    }
    out.update(placed(number, words))
    if value(note):
        out["note"] = note
    return out


def build(lines):
    key = {"about": ABOUT, "seeds": {}}
    for name in ("statements", "contacts", "versions", "noise", "discrepancies", "author_claims", "lineage", "must_not"):
        key[name] = []
    counts = {}
    wrong = []

    def count(name):
        counts[name] = counts.get(name, 0) + 1
        return counts[name]

    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        what, *row = line.rstrip("\n").split("\t")
        try:
            if what == "seed":
                fields = ("outlet", "header_date", "statement_date", "language", "form")
                key["seeds"][seed_file(row[0]).name] = dict(zip(fields, map(value, row[1:]), strict=True))
            elif what == "statement":
                key["statements"].append(statement(row, count("s" + row[0])))
            elif what == "noise":
                seed, words, why = row
                key["noise"].append({"id": f"n{count('n'):02d}", "why": why, **side(seed, words)})
            elif what == "version":
                relation, a, words_a, b, words_b, note = row
                out = {"id": f"v{count('v'):02d}", "a": side(a, words_a), "b": side(b, words_b), "relation": relation}
                key["versions"].append(out | ({"note": note} if value(note) else {}))
            elif what == "discrepancy":
                severity, about, *places = row
                pairs = list(zip(places[::2], places[1::2], strict=True))
                key["discrepancies"].append({
                    "id": f"d{count('d'):02d}",
                    "seeds": sorted({seed_file(n).name for n, _ in pairs}),
                    "what": about,
                    "snippets": [side(n, words) for n, words in pairs],
                    "severity": severity,
                })
            elif what == "author_claim":
                seed, words, note = row
                key["author_claims"].append({"id": f"a{count('a'):02d}", "note": note, **side(seed, words)})
            elif what == "lineage":
                seed, source, words, note = row
                key["lineage"].append({"source": source, "note": note, **side(seed, words)})
            elif what == "contact":
                key["contacts"].append(contact(row, count("c")))
            elif what == "must_not":
                seed, about = row
                key["must_not"].append({"what": about, "seed": seed_file(seed).name})
            else:
                raise Wrong(f"unknown row: {what}")
        except (Wrong, ValueError) as error:
            wrong.append(f"key.tsv:{number}: {error}")
    if wrong:
        raise SystemExit("\n".join(wrong))
    return key


def main(arguments):
    with open(HERE / "key.tsv", encoding="utf-8") as rows:
        key = build(rows)
    text = json.dumps(key, ensure_ascii=False, indent=1) + "\n"
    target = HERE / "key.json"
    if arguments == ["--check"]:
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            raise SystemExit("key.json is not what key.tsv says: run make_key.py")
    elif not arguments:
        target.write_text(text, encoding="utf-8")
    else:
        raise SystemExit(__doc__)
    print({name: len(part) for name, part in key.items() if name != "about"})


if __name__ == "__main__":
    main(sys.argv[1:])
