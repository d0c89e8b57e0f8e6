#!/usr/bin/env python3
"""Writes key.json from plants.tsv and the pile: the bytes in which every plant stands."""
import json
import pathlib
import sys

here = pathlib.Path(__file__).parent
files = {path.name[:3]: path for path in sorted((here / "pile").iterdir())}


def place(name, words):
    words, _, nth = words.partition("#")
    data = files[name].read_bytes()
    wanted = words.encode()
    at = -1
    for _ in range(int(nth or 1)):
        at = data.find(wanted, at + 1)
    if at < 0 or (not nth and data.count(wanted) != 1):
        sys.exit(f"{files[name].name}: '{words}' stands there {data.count(wanted)} times")
    return {"seed": files[name].name, "snippet": words, "span": [at, at + len(wanted)]}


plants = []
for line in (here / "plants.tsv").read_text(encoding="utf-8").splitlines():
    if not line or line.startswith("#"):
        continue
    fields = line.split("\t")
    places = [place(fields[i], fields[i + 1]) for i in range(2, len(fields), 2)]
    plants.append({"id": fields[0], "what": fields[1], "snippets": places})
key = {
    "about": "Discrepancies planted in the invented pile beside this file; spans are bytes of the files as delivered.",
    "seeds": {path.name: {} for path in files.values()},
    "statements": [],
    "discrepancies": plants,
}
text = json.dumps(key, ensure_ascii=False, indent=1) + "\n"
if "--check" in sys.argv:
    sys.exit(0 if (here / "key.json").read_text(encoding="utf-8") == text else "key.json is not what plants.tsv says")
(here / "key.json").write_text(text, encoding="utf-8")
