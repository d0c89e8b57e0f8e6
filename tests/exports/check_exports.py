#!/usr/bin/env python3
"""Holds the exports of a record to the rules of their formats. README.md beside this file says which."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

from relaxng import validate

HERE = pathlib.Path(__file__).resolve().parent
MOTIVATIONS = {"assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
               "identifying", "linking", "moderating", "questioning", "replying", "tagging"}
IRI = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*$")
HOSTILE = {
    "marks.txt": "“We shall not sell the cafe\u0301 in E\u0301vry 👩‍👩‍👧,” the mayor, Ada Lindqvist, said on Monday.\r\n\r\n"
                 "“אנחנו לא נמכור,” Ada Lindqvist said.\r\n\rShe added that the cafe\u0301 would stay 🏚.\n".encode(),
    "latin.txt": "“The café stays, and the façade too,” Ada Lindqvist said on Monday.\n".encode("cp1252"),
    "page.html": "<html><head><title>Caf&eacute;</title><link rel=canonical href='https://example.org/a b?q=<1>'></head>"
                 "<body><p>&ldquo;We shall <b>not</b> sell the caf&eacute; &amp; its 👩‍👩‍👧 yard,&rdquo; the mayor, "
                 "Ada Lindqvist, said on Monday.</p></body></html>".encode(),
    "nul.txt": "“We shall not\x01 sell <the> \u202ecaf\u00e9\u202c & its \"yard\",” Ada Lindqvist said.\n".encode(),
}
faults = []


def expect(holds, *why):
    if not holds:
        faults.append(" ".join(str(each) for each in why)[:400])


class Record:
    def __init__(self, program, folder, files):
        self.program, self.folder = program, folder
        self.files = {}
        for file in files:
            self.run("add", "--quiet", file, fails=True)
        for row in self.lines("export"):
            if row["type"] == "document":
                self.files[row["data"]["sha256"]] = row["data"]
        self.texts = {row["data"]["id"]: row["data"] for row in self.lines("export", "-f", "texts")}
        self.bytes = {}
        for path in pathlib.Path(folder).rglob("*"):
            if path.is_file() and not path.name.startswith("readout.db"):
                data = path.read_bytes()
                self.bytes[__import__("hashlib").sha256(data).hexdigest()] = data

    def run(self, *arguments, fails=False):
        done = subprocess.run([self.program, *arguments], cwd=self.folder, capture_output=True, timeout=120)
        expect(fails or done.returncode == 0, "exit", done.returncode, arguments, done.stderr.decode())
        return done.stdout.decode("utf-8")

    def lines(self, *arguments):
        return [json.loads(line) for line in self.run(*arguments).splitlines()]


def check_selectors(record, resource, where):
    source = resource["source"]
    digest = resource["state"]["cached"] if "state" in resource else source["id"]
    text = record.texts.get(digest)
    expect(text is not None, where, "no such source", digest)
    if text is None:
        return
    expect(source["type"] == "Text" and "/" in source["format"], where, "source", source)
    expect("state" not in resource or resource["state"]["type"] == "TimeState", where, "state")
    by_type = {selector["type"]: selector for selector in resource["selector"]}
    position, quote, data = (by_type[kind] for kind in
                             ("TextPositionSelector", "TextQuoteSelector", "DataPositionSelector"))
    words = text["text"]
    start, end = position["start"], position["end"]
    expect(0 <= start <= end <= len(words), where, "position", position)
    expect(words[start:end] == quote["exact"], where, "exact", repr(words[start:end]), repr(quote["exact"]))
    expect(quote["prefix"] == words[max(0, start - 32):start], where, "prefix", repr(quote["prefix"]))
    expect(quote["suffix"] == words[end:end + 32], where, "suffix", repr(quote["suffix"]))
    expect(quote["prefix"] + quote["exact"] + quote["suffix"] in words, where, "context")
    raw = record.bytes.get(text["sha256"])
    if raw is None:
        return
    delivered = raw[data["start"]:data["end"]]
    document = record.files[text["sha256"]]
    if document["format"] == "plain":
        expect(delivered.decode(document["encoding"] or "utf-8", "replace") == quote["exact"], where, "bytes",
               repr(delivered), repr(quote["exact"]))
    else:
        expect(0 <= data["start"] <= data["end"] <= len(raw), where, "bytes", data)


def check_annotations(record, page, where):
    expect(page["@context"] == "http://www.w3.org/ns/anno.jsonld", where, "context")
    expect(page["type"] == "AnnotationPage" and IRI.match(page["id"]), where, "page")
    ids = [item["id"] for item in page["items"]]
    # Two spans that say the same of the same words are one annotation; nothing else may share an id.
    expect(len(set(ids)) == len({json.dumps(item, sort_keys=True) for item in page["items"]}), where, "ids")
    for item in page["items"]:
        here = where + " " + item["id"]
        expect(IRI.match(item["id"]) and item["type"] == "Annotation", here, "shape")
        expect(item["motivation"] in MOTIVATIONS, here, "motivation")
        bodies = item["body"]
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        expect(bodies and targets, here, "no body or no target")
        for body in bodies:
            expect(body["purpose"] in MOTIVATIONS, here, "purpose")
            if body["type"] == "TextualBody":
                expect(isinstance(body["value"], str) and body["value"], here, "value")
            elif isinstance(body["source"], str):
                expect(body["source"] in ids, here, "links to nothing")
            else:
                check_selectors(record, body, here)
        for target in targets:
            expect(target["type"] == "SpecificResource" and "purpose" not in target, here, "target")
            expect(IRI.match(target["source"]["id"]), here, "source", target["source"]["id"])
            check_selectors(record, target, here)


def check_tei(xml, count, where):
    fault = validate(HERE / "tei_readout.rng", xml)
    expect(fault is None, where, "schema:", fault)
    whole = os.environ.get("READOUT_TEI_SCHEMA")
    if whole and shutil.which("jing"):
        with tempfile.NamedTemporaryFile(suffix=".xml") as file:
            file.write(xml.encode())
            file.flush()
            done = subprocess.run(["jing", whole, file.name], capture_output=True, timeout=60)
            expect(done.returncode == 0, where, "jing:", done.stdout.decode()[:300])
    if fault:
        return
    tei = "{http://www.tei-c.org/ns/1.0}"
    names = {node.get("{http://www.w3.org/XML/1998/namespace}id") for node in tree.fromstring(xml).iter(tei + "witness")}
    expect(len(names) == count, where, "witnesses")
    for app in tree.fromstring(xml).iter(tei + "app"):
        told = [name.lstrip("#") for node in app for name in node.get("wit").split()]
        expect(sorted(told) == sorted(names), where, "an app without each witness once:", told)


def check_json(record, table, where):
    for row in table["table"]:
        for cell, witness in zip(row, table["witnesses"]):
            document = record.files[witness["sha256"]]
            raw = record.bytes.get(witness["sha256"])
            if cell is None or raw is None or document["format"] != "plain" or len(witness["content"]) > 1:
                continue
            words = raw[cell["begin"]:cell["end"]].decode(document["encoding"] or "utf-8", "replace")
            expect(words == cell["words"], where, "bytes", repr(words), repr(cell["words"]))


def check(record, least):
    check_annotations(record, json.loads(record.run("export", "-f", "annotations")), "export")
    statements = [row["data"] for row in record.lines("export") if row["type"] == "speech"]
    many = 0
    for statement in statements:
        where = "collate " + statement["id"]
        table = json.loads(record.run("collate", statement["id"], "-f", "json"))["data"]
        many += len(table["witnesses"]) > 1
        check_json(record, table, where)
        check_tei(record.run("collate", statement["id"], "-f", "tei"), len(table["witnesses"]), where)
        check_annotations(record, json.loads(record.run("collate", statement["id"], "-f", "annotations")), where)
    expect(many >= least, "only", many, "statements with several versions")
    return len(statements), many


def main():
    program, examples = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    counts = []
    with tempfile.TemporaryDirectory() as folder:
        for file in sorted((examples / "pile").iterdir()):
            shutil.copy(file, folder)
        names = sorted(path.name for path in pathlib.Path(folder).iterdir())
        record = Record(program, folder, ["."])
        counts.append(check(record, 10))
        once = record.run("export", "-f", "annotations")
        os.remove(pathlib.Path(folder) / "readout.db")
        again = Record(program, folder, reversed(names)).run("export", "-f", "annotations")
        expect(once == again, "another order of arrival gives another page")
    with tempfile.TemporaryDirectory() as folder:
        for name, data in HOSTILE.items():
            (pathlib.Path(folder) / name).write_bytes(data)
        counts.append(check(Record(program, folder, ["."]), 2))
    for fault in faults[:40]:
        print("FAULT", fault)
    print(", ".join("%d statements (%d with versions)" % count for count in counts) + "; %d faults" % len(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
