#!/usr/bin/env python3
"""Cuts TEI's own schema down to the elements that Readout writes, so that the tests can carry it.

    tools/prune_tei.py tei_all.rng > tests/exports/tei_readout.rng

tei_all.rng is the TEI Consortium's (CC BY and BSD-2-Clause); any release will do. Every element and attribute that is not on the lists
becomes <notAllowed/>, and what can then never be used is left out; nothing is added and no rule is loosened. RELAX NG's
patterns are monotone, so whatever is valid here is valid against the whole schema.
"""
import sys
import xml.etree.ElementTree as tree

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "http://www.tei-c.org/ns/1.0"
WRITTEN = """TEI teiHeader fileDesc titleStmt title publicationStmt p sourceDesc listWit witness idno name bibl publisher
    date ref term encodingDesc variantEncoding text body ab app lem rdg""".split()
ATTRIBUTES = "n type wit target when method location {http://www.w3.org/XML/1998/namespace}id id xml:id".split()
NEVER = RNG + "notAllowed"
EMPTY = RNG + "empty"


class Pruner:
    def __init__(self, grammar):
        self.defines = {}
        for define in grammar.iter(RNG + "define"):
            if define.get("combine") and define.get("name") in self.defines:
                raise SystemExit("a schema with combined definitions is not served: " + define.get("name"))
            self.defines[define.get("name")] = define
        self.done = {}

    def define(self, name):
        """What a reference to it stands for after pruning: 'never', 'empty' or 'some'."""
        if name not in self.done:
            self.done[name] = "some"  # while it is being looked at: it refers to itself
            kept = self.group(self.defines[name])
            self.done[name] = "never" if kept is None else "some" if kept else "empty"
            self.defines[name][:] = kept or []
        return self.done[name]

    def group(self, node):
        """Children after pruning; None where one of them can never be met."""
        kept = []
        for child in list(node):
            child = self.pattern(child)
            if child.tag == NEVER:
                return None
            if child.tag != EMPTY:
                kept.append(child)
        return kept

    def pattern(self, node):
        never, empty = tree.Element(NEVER), tree.Element(EMPTY)
        if not node.tag.startswith(RNG):
            return empty  # documentation, Schematron
        kind = node.tag[len(RNG):]
        if kind == "ref":
            answer = self.define(node.get("name"))
            return {"never": never, "empty": empty}.get(answer, node)
        if kind == "element":
            if node.get("name") not in WRITTEN:
                return never
            kept = self.group(node)
            if kept is None:
                return never
            node[:] = kept or [empty]
            return node
        if kind == "choice":
            kept = [child for child in (self.pattern(each) for each in list(node)) if child.tag != NEVER]
            if not kept:
                return never
            node[:] = kept
            return kept[0] if len(kept) == 1 else node
        if kind == "zeroOrMore":
            self.part_text(node)
            kind = node.tag[len(RNG):]
        if kind in ("optional", "zeroOrMore", "oneOrMore", "group", "interleave", "mixed", "list"):
            kept = self.group(node)
            if kept is None:
                return empty if kind in ("optional", "zeroOrMore") else never
            if not kept and kind != "mixed":
                return empty
            node[:] = kept
            return node
        if kind == "attribute":
            if node.get("name") not in ATTRIBUTES:
                return never
            for part in node.iter():
                part[:] = [child for child in part if child.tag.startswith(RNG)]
            return node
        return node  # text, data, value, param, empty, notAllowed


    @staticmethod
    def part_text(node):
        """(text | a | b)* says the same as (a | b)* with text anywhere; xmllint loses its way in the former."""
        choice = node[0]
        texts = [child for child in choice if child.tag == RNG + "text"] if choice.tag == RNG + "choice" else []
        if len(node) != 1 or not texts:
            return
        for text in texts:
            choice.remove(text)
        node.tag = RNG + "mixed"
        node[:] = [tree.Element(RNG + "zeroOrMore")]
        node[0].append(choice)


def main():
    grammar = tree.parse(sys.argv[1]).getroot()
    pruner = Pruner(grammar)
    answer = pruner.define("TEI")
    # A definition that was met while it was still being looked at may have turned out never or empty: once more.
    for _ in range(5):
        pruner.done = {}
        answer = pruner.define("TEI")
    reached, left = {"TEI"}, ["TEI"]
    while left:
        for ref in pruner.defines[left.pop()].iter(RNG + "ref"):
            if ref.get("name") not in reached:
                reached.add(ref.get("name"))
                left.append(ref.get("name"))
    assert answer == "some", "the schema has no element TEI"
    out = tree.Element(RNG + "grammar", {"ns": TEI, "datatypeLibrary": "http://www.w3.org/2001/XMLSchema-datatypes"})
    tree.SubElement(tree.SubElement(out, RNG + "start"), RNG + "ref", name="TEI")
    for name in sorted(reached):
        define = pruner.defines[name]
        if not len(define):
            define.append(tree.Element(EMPTY))
        out.append(define)
    tree.register_namespace("", RNG[1:-1])
    for node in out.iter():
        node.text = node.text.strip() if node.text and node.text.strip() else None
        node.tail = None
    tree.indent(out, " ")
    print('<?xml version="1.0" encoding="utf-8"?>')
    print("<!-- Made by tools/prune_tei.py from the TEI Consortium's tei_all.rng, TEI P5. CC BY and BSD-2-Clause. -->")
    print(tree.tostring(out, encoding="unicode"))


if __name__ == "__main__":
    main()
