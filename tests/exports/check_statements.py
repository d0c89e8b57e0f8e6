#!/usr/bin/env python3
"""Gives the exports made of statements to programs that others wrote to read them. README.md beside this file says which."""
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as tree

DEBIAN = "/usr/bin/python3"
try:
    import citeproc
    import mwparserfromhell
    from citeproc.source.json import CiteProcJSON
    from markdown_it import MarkdownIt
    from pyld import jsonld
    from rdflib.namespace import SDO
except ImportError as missing:
    if os.path.exists(DEBIAN) and os.path.realpath(sys.executable) != os.path.realpath(DEBIAN):
        os.execv(DEBIAN, [DEBIAN, *sys.argv])  # Debian's packages are Debian's Python's
    print("skipped:", missing, "(tools/setup installs it)")
    sys.exit(77)

HERE = pathlib.Path(__file__).resolve().parent
PLAIN = "The council of Port Ellis met on Monday evening and talked about the harbour for three hours.\n\n"
HOSTILE = {
    "markup.txt": "Talks {{in}} [[Ellis]] # 1. <b> | 'quay'\n\n" + PLAIN +
                  "“We shall {{delete}} the [[quay]] and ''all'' of it for good &amp; ever,” Ada Lindqvist said on Monday.\n\n"
                  "“It is now or ~~~~ never,” Ada Lindqvist said on Monday.\n\n“See http://example.org/x for *bold* and _thin_ and `plain` words, "
                  "![p](q) and __TOC__ and RFC 12 and -{zh}- and ]] }} there,” Ada Lindqvist said on Monday.\n\n"
                  "“ER  - is the end of it and TY  - is not,” Ada Lindqvist said.\n\n"
                  "“#12 is a number, 1. is a number, | a | b | is a row,” Ada Lindqvist said.\n",
    "lines.txt": PLAIN + "“The list has these:\n* one item\n# another\n: a third\nTY  - NEWS\nER  - \nand that is all of it,” Ada "
                 "Lindqvist said on Monday.\n",
    "turns.txt": PLAIN + "“We stay \u202eopen\u202c for all and free of charge <ref name=a/> this year,” Ada Lindqvist said.\n",
    "{{x|y}}[z].txt": PLAIN + "“The ferry `sails` at $nine$ or ~~ten~~, see www.example.org or mail@example.org,” Ada Lindqvist "
                      "said.\n",
    "page.html": "<html><head><title>A &amp; B | C</title><link rel=canonical href=\"https://example.org/a[1]|{b}?q='x'~~~~\">"
                 "</head><body><p>&ldquo;We shall sell it &lt;all&gt; &amp; leave,&rdquo; the mayor, Ada Lindqvist, said on "
                 "March 3, 2027.</p></body></html>",
}
faults = []


def expect(holds, *why):
    if not holds:
        faults.append(" ".join(str(each) for each in why)[:500])


class Record:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        subprocess.run([program, "add", "--quiet", "."], cwd=folder, capture_output=True, timeout=120, check=False)
        self.speeches = [row["data"] for row in map(json.loads, self.run("export").splitlines()) if row["type"] == "speech"]

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], cwd=self.folder, capture_output=True, timeout=120, check=False)
        expect(done.returncode == 0, "exit", done.returncode, arguments, done.stderr.decode())
        return done.stdout.decode("utf-8")


def shown(text):
    """The words as every view shows them: white space as one blank, what is hostile by its number."""
    text = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]",
                  lambda one: "<U+%04X>" % ord(one.group()), text)
    return " ".join(text.split())


def words_of(speech):
    return " … ".join(shown(piece["words"]) for piece in speech["content"])


def local_context(url, _):
    expect(url == "https://schema.org", "another context:", url)
    return {"contextUrl": None, "documentUrl": url, "document": json.loads((HERE / "schema_org_context.json").read_text())}


def nodes_of(value):
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes_of(each)


def check_claims(record):
    text = record.run("export", "-f", "claims")
    expect("Rating" not in text and "Review" not in text, "a rating")
    expanded = jsonld.expand(json.loads(text), {"documentLoader": local_context})
    for node in nodes_of(expanded):
        for key in list(node) + node.get("@type", []) if isinstance(node.get("@type", []), list) else list(node):
            if key.startswith("@"):
                continue
            expect(key.startswith("http://schema.org/"), "no term of schema.org:", key)
            try:
                SDO[key.removeprefix("http://schema.org/")]
            except (AttributeError, KeyError):
                expect(key in LATER, "schema.org has no such term:", key)
    parts, firsts = [], 0
    claims = json.loads(text)["@graph"]
    expect(len({claim["@id"] for claim in claims}) == len(claims), "two claims of one id")
    for claim in claims:
        expect(claim["@type"] == "Claim" and claim["text"] and claim["appearance"], "claim", claim["@id"])
        words = {part["text"] for one in claim["appearance"] for part in one["hasPart"]}
        expect(claim["text"] in words, "words that appear nowhere", claim["@id"])
        places = {one["@id"]: one for one in claim["appearance"]}
        expect(len(places) == len(claim["appearance"]), "an appearance twice", claim["@id"])
        parts += [part["identifier"] for one in claim["appearance"] for part in one["hasPart"]]
        if "firstAppearance" in claim:
            first = places.pop(claim["firstAppearance"]["@id"])
            firsts += len(places) > 0
            # Whatever the zones: a day apart at least proves an order.
            expect(all(first["datePublished"][:10] < one["datePublished"][:10] for one in places.values()), "no proof of order",
                   claim["@id"])
        elif len(places) == 1:
            expect("datePublished" not in claim["appearance"][0], "the only one is the first", claim["@id"])
    said = [shown(speech["id"]) for speech in record.speeches if speech["polarity"] == "said"]
    expect(set(said) <= set(parts), "in no claim:", set(said) - set(parts))
    return len(claims), firsts


def check_csl(record):
    items = json.loads(record.run("export", "-f", "csl"))
    expect([item["id"] for item in items] == [shown(speech["id"]) for speech in record.speeches], "csl: ids")
    known = set(citeproc.VARIABLES) | set(citeproc.NAMES) | set(citeproc.DATES) | {"id", "type", "language"}
    for item in items:
        expect({key.replace("-", "_") for key in item} <= {key.replace("-", "_") for key in known}, "csl: fields", sorted(item))
        expect(item["type"] in citeproc.types.__dict__.values() or hasattr(citeproc.types, item["type"].upper().replace("-", "_")) or item["type"] == "document",
               "csl: type", item["type"])
    unique = list({item["id"]: item for item in items}.values())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON(json.loads(json.dumps(unique)))
    for item in unique:
        read = source[item["id"].lower()]
        expect(str(read.title) == item["title"], "csl: title", read.title, item["title"])
        if "issued" in item:
            expect(int(read.issued.year) == item["issued"]["date-parts"][0][0], "csl: year", item["id"])
    for item, speech in zip(items, record.speeches):
        expect(words_of(speech) in item["note"], "csl: words", item["note"], words_of(speech))
    return len(items)


def check_ris(record):
    text = record.run("export", "-f", "ris")
    entries = text.strip("\n").split("\n\n")
    expect(len(entries) == len(record.speeches), "ris: entries", len(entries))
    for entry in entries:
        lines = entry.split("\n")
        expect(all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines), "ris: line", lines)
        expect(lines[0].startswith("TY  - ") and lines[-1] == "ER  - ", "ris: ends", lines)
    done = subprocess.run(["ris2xml"], input=text.encode(), capture_output=True, timeout=60, check=False)
    mods = "{http://www.loc.gov/mods/v3}"
    read = list(tree.fromstring(done.stdout).iter(mods + "mods"))
    expect(done.returncode == 0 and len(read) == len(record.speeches), "ris2xml read", len(read), done.stderr.decode())
    for entry, speech in zip(read, record.speeches):
        notes = " ".join(note.text or "" for note in entry.iter(mods + "note"))
        expect(words_of(speech) in notes, "ris: words", notes, words_of(speech))
    return len(read)


def check_wikitext(record):
    lines = record.run("export", "-f", "wikitext").splitlines()
    expect(len(lines) == len(record.speeches), "wikitext: lines", len(lines))
    for line, speech in zip(lines, record.speeches):
        code = mwparserfromhell.parse(line)
        templates = code.filter_templates()
        expect(len(templates) == 1 and str(templates[0].name).strip() == "cite news", "wikitext: templates", line)
        expect(str(code) == "* " + str(templates[0]), "wikitext: around", line)
        values = {str(each.name).strip(): each.value for each in templates[0].params}
        for name, value in values.items():
            plain = (mwparserfromhell.nodes.Text, mwparserfromhell.nodes.HTMLEntity)
            nodes = [node for node in value.nodes if not isinstance(node, plain)]
            if name == "url":
                nodes = [node for node in nodes if not isinstance(node, mwparserfromhell.nodes.ExternalLink) or node.brackets]
                expect(not re.search(r"[\[\]{}|<>\"'\s]", str(value).strip()), "wikitext: url", value)
            expect(not nodes, "wikitext: markup in", name, nodes)
        expect(html.unescape(str(values["quote"]).strip()) == words_of(speech), "wikitext: words", values["quote"], words_of(speech))
    return len(lines)


def check_brief(record):
    text = record.run("export", "-f", "brief")
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    allowed = {"heading_open", "heading_close", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
               "paragraph_open", "paragraph_close", "inline"}
    expect({token.type for token in tokens} <= allowed, "brief: blocks", {token.type for token in tokens} - allowed)
    items = []
    for before, token in zip(tokens, tokens[1:]):
        if token.type != "inline":
            continue
        expect({child.type for child in token.children} <= {"text", "text_special"}, "brief: markup", token.content)
        line = "".join(child.content for child in token.children)
        expect(re.search(r":\d+-\d+$", line), "brief: no span id", line)
        if before.type == "paragraph_open":
            items.append(line)
        else:
            expect(before.tag == "h2", "brief: heading", line)
    expect(len(items) == len(record.speeches), "brief: lines", len(items))
    for line, speech in zip(items, record.speeches):
        expect(line.endswith(" · " + shown(speech["id"])), "brief: id", line)
        for piece in speech["content"]:
            expect(shown(piece["words"]) in line, "brief: words", line)
    return len(items)


def main():
    program, examples = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    for files in ({path.name: path.read_bytes() for path in (examples / "pile").iterdir()},
                  {name: text.encode() for name, text in HOSTILE.items()}):
        with tempfile.TemporaryDirectory() as folder:
            for name, data in files.items():
                (pathlib.Path(folder) / name).write_bytes(data)
            record = Record(program, folder)
            expect(len(record.speeches) >= 5, "only", len(record.speeches), "statements")
            claims, firsts = check_claims(record)
            print(claims, "claims,", firsts, "with a first appearance among several;", check_csl(record), "items of CSL-JSON,",
                  check_ris(record), "of RIS,", check_wikitext(record), "of wikitext,", check_brief(record), "lines of a brief")
            if "104_varpress.txt" in files:
                expect(firsts > 0, "no first appearance is told")
            else:
                told = " ".join(words_of(speech) for speech in record.speeches)
                for piece in ("{{delete}}", "[[quay]]", "<all>", "~~~~", "![p](q)", "| a | b |", "<ref", "www.", "ER  -"):
                    expect(" ".join(piece.split()) in told, "the hostile pile has lost", piece)
    for fault in faults[:40]:
        print("FAULT", fault)
    print(len(faults), "faults")
    return 1 if faults else 0


# Terms that schema.org took in after the copy in Debian's rdflib.
LATER = set()

if __name__ == "__main__":
    sys.exit(main())
