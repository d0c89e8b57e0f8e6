#!/usr/bin/env python3
"""Fills the tables of docs/quality.md from what the scorers print.

Usage: tools/quality_tables.py [BUILD]        (default build/dev; READOUT_SHARED as in the tests)
"""
import json, os, re, subprocess, sys

top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
build = os.path.join(top, sys.argv[1] if len(sys.argv) > 1 else "build/dev")
shared = os.environ.get("READOUT_SHARED", os.path.join(os.path.dirname(top), "shared"))


def scored(*command):
    done = subprocess.run([os.path.join(build, command[0]), *command[1:], "--json"], capture_output=True, text=True)
    if not done.stdout:
        sys.exit(f"{command[0]} {' '.join(command[1:])}: {done.stderr.strip() or 'no answer'}")
    return json.loads(done.stdout)


def floors_of(wanted):
    """What tests/floors.tsv holds a set's figures to, as the tables show it: {figure: "at most 20 %"}."""
    floors = {}
    with open(os.path.join(top, "tests", "floors.tsv"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            of, figure, bound, value = line.split("\t")
            if of == wanted:
                floors[figure] = ("at most " if bound == "at-most" else "") + value.strip() + (" %" if figure.endswith("percent") else "")
    return floors


def polnear(score):
    floors = floors_of("polnear")
    rows = ["| speech cues only | precision | recall | F | floor |", "|---|---|---|---|---|"]
    for kind in ("direct", "mixed", "indirect"):
        f = score["speech"][kind]["trimmed"]
        rows.append(f"| {kind} content, trimmed | {f['precision']:.1f} | {f['recall']:.1f} | {f['f']:.1f} | {floors[f'speech/{kind}/trimmed/f']} |")
    for role in ("source", "cue", "content"):
        f = score["speech"][role]["trimmed"]
        rows.append(f"| {role}, trimmed | {f['precision']:.1f} | {f['recall']:.1f} | {f['f']:.1f} | |")
    for kind in ("direct", "mixed", "indirect"):
        m = score["speech"]["mention"][kind]
        floor = floors.get(f"speech/mention/{kind}/percent", "")
        rows.append(f"| right mention, {kind} | | | {m['percent']:.1f} % ({m['right']} of {m['of']}) | {floor} |")
    return rows


def keys(seeds, pile):
    rows = ["| figure | five seeds | floor | invented pile |", "|---|---|---|---|"]
    floors = floors_of("seeds")
    for name, figure in seeds["figures"].items():
        floor = floors.get(f"figures/{name}/percent") or floors.get(f"figures/{name}/right")
        if not floor:  # what the scorer asks for and no test holds
            floor = f"asked: {figure['floor']:g}" if "floor" in figure else ""
        shown = [f"{f['percent']:.1f} % ({f['right']} of {f['of']})" for f in (figure, pile["figures"][name])]
        rows.append(f"| {name} | {shown[0]} | {floor} | {shown[1]} |")
    return rows


def corpus(score):
    rows = [f"{score['pieces']} pieces, {score['found']['of']} speeches.", "", "| figure | |", "|---|---|"]
    for kind in ("direct", "mixed", "indirect"):
        rows.append(f"| {kind} content, trimmed F | {score['all'][kind]['trimmed']['f']:.1f} |")
    for name, share in score.items():
        if isinstance(share, dict) and "percent" in share and share["of"]:
            rows.append(f"| {name} | {share['percent']:.1f} % ({share['right']} of {share['of']}) |")
    return rows


def main():
    path = os.path.join(top, "docs", "quality.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    tables = {
        "polnear": polnear(scored("tools/score_polnear", os.path.join(shared, "data", "polnear", "dev"))),
        "keys": keys(scored("readout", "score", os.path.join(shared, "seeds", "key.json")),
                     scored("readout", "score", os.path.join(top, "examples", "key.json"))),
        "corpus": corpus(scored("tools/score_corpus", os.path.join(top, "tests", "corpus", "speech"))),
    }
    for name, rows in tables.items():
        text = re.sub(f"(<!-- {name} -->\n).*?(<!-- end -->\n)", lambda m: m[1] + "\n".join(rows) + "\n" + m[2], text, flags=re.S)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


main()
