"""A small RELAX NG validator by derivatives (James Clark, 2002): what tools/prune_tei.py leaves of a schema, no more.

    fault = validate(schema_path, xml_text)      # None, or where and why

xmllint of libxml2 2.9 takes exponential time on TEI's recursive content models, and jing needs Java.
"""
import functools
import re
import xml.etree.ElementTree as tree

RNG = "{http://relaxng.org/ns/structure/1.0}"
EMPTY, NEVER, TEXT = ("empty",), ("never",), ("text",)
DATES = {"date": r"\d{4}-\d\d-\d\d", "gYear": r"\d{4}", "gYearMonth": r"\d{4}-\d\d", "gMonth": r"--\d\d",
         "gDay": r"---\d\d", "gMonthDay": r"--\d\d-\d\d", "time": r"\d\d:\d\d:\d\d",
         "dateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?"}


def choice(a, b):
    return b if a == NEVER or a == b else a if b == NEVER else ("choice", a, b)


def group(a, b, kind="group"):
    return NEVER if NEVER in (a, b) else b if a == EMPTY else a if b == EMPTY else (kind, a, b)


def after(a, b):
    return NEVER if NEVER in (a, b) else ("after", a, b)


class Schema:
    def __init__(self, path):
        grammar = tree.parse(path).getroot()
        self.ns = grammar.get("ns")
        self.defines = {node.get("name"): node for node in grammar.iter(RNG + "define")}
        self.elements = []
        self.known = {}
        self.start = self.all(grammar.find(RNG + "start"))

    def all(self, node, kind="group"):
        return functools.reduce(lambda a, b: group(a, b, kind), (self.pattern(child) for child in node), EMPTY)

    def pattern(self, node):
        kind = node.tag[len(RNG):]
        if kind == "ref":
            name = node.get("name")
            if name not in self.known:
                self.known[name] = self.all(self.defines[name])
            return self.known[name]
        if kind == "element":  # its content is read when it is met: definitions are recursive
            if node not in self.elements:
                self.elements.append(node)
            return ("element", self.elements.index(node))
        if kind in ("empty", "notAllowed", "text"):
            return {"empty": EMPTY, "notAllowed": NEVER, "text": TEXT}[kind]
        if kind == "choice":
            return functools.reduce(choice, (self.pattern(child) for child in node), NEVER)
        if kind == "group":
            return self.all(node)
        if kind == "interleave":
            return self.all(node, "interleave")
        if kind == "mixed":
            return group(TEXT, self.all(node), "interleave")
        if kind == "optional":
            return choice(EMPTY, self.all(node))
        if kind == "oneOrMore":
            return ("more", self.all(node))
        if kind == "zeroOrMore":
            return choice(EMPTY, ("more", self.all(node)))
        if kind == "list":
            return ("list", self.all(node))
        if kind == "attribute":
            return ("attribute", node.get("name"), self.all(node) if len(node) else TEXT)
        if kind == "data":
            return ("data", node.get("type"), tuple(param.text for param in node.iter(RNG + "param")))
        if kind == "value":
            return ("value", node.text or "")
        raise ValueError("not served: " + kind)

    @functools.cache
    def content(self, number):
        return self.all(self.elements[number])

    # The derivatives.
    @functools.cache
    def nullable(self, p):
        kind = p[0]
        if kind == "choice":
            return self.nullable(p[1]) or self.nullable(p[2])
        if kind in ("group", "interleave"):
            return self.nullable(p[1]) and self.nullable(p[2])
        return self.nullable(p[1]) if kind == "more" else kind in ("empty", "text")

    def apply(self, f, p):
        """f on what comes after the element that is open."""
        if p[0] == "choice":
            return choice(self.apply(f, p[1]), self.apply(f, p[2]))
        return after(p[1], f(p[2])) if p[0] == "after" else NEVER

    @functools.cache
    def open(self, p, name):
        kind = p[0]
        if kind == "choice":
            return choice(self.open(p[1], name), self.open(p[2], name))
        if kind == "element":
            fits = "{%s}%s" % (self.ns, self.elements[p[1]].get("name")) == name
            return after(self.content(p[1]), EMPTY) if fits else NEVER
        if kind == "more":
            return self.apply(lambda x: group(x, choice(EMPTY, p)), self.open(p[1], name))
        if kind == "after":
            return self.apply(lambda x: after(x, p[2]), self.open(p[1], name))
        if kind == "interleave":
            return choice(self.apply(lambda x: group(x, p[2], "interleave"), self.open(p[1], name)),
                          self.apply(lambda x: group(p[1], x, "interleave"), self.open(p[2], name)))
        if kind == "group":
            first = self.apply(lambda x: group(x, p[2]), self.open(p[1], name))
            return choice(first, self.open(p[2], name)) if self.nullable(p[1]) else first
        return NEVER

    def attribute(self, p, name, value):
        kind = p[0]
        if kind == "after":
            return after(self.attribute(p[1], name, value), p[2])
        if kind == "choice":
            return choice(self.attribute(p[1], name, value), self.attribute(p[2], name, value))
        if kind in ("group", "interleave"):
            return choice(group(self.attribute(p[1], name, value), p[2], kind),
                          group(p[1], self.attribute(p[2], name, value), kind))
        if kind == "more":
            return group(self.attribute(p[1], name, value), choice(EMPTY, p))
        if kind == "attribute":
            mine = p[1].replace("xml:", "{http://www.w3.org/XML/1998/namespace}") == name
            return EMPTY if mine and self.nullable(self.text(p[2], value)) else NEVER
        return NEVER

    @functools.cache
    def close_tag(self, p):
        kind = p[0]
        if kind == "after":
            return after(self.close_tag(p[1]), p[2])
        if kind == "choice":
            return choice(self.close_tag(p[1]), self.close_tag(p[2]))
        if kind in ("group", "interleave"):
            return group(self.close_tag(p[1]), self.close_tag(p[2]), kind)
        if kind == "more":
            inner = self.close_tag(p[1])
            return NEVER if inner == NEVER else ("more", inner)
        return NEVER if kind == "attribute" else p

    def text(self, p, value):
        kind = p[0]
        if kind == "choice":
            return choice(self.text(p[1], value), self.text(p[2], value))
        if kind == "interleave":
            return choice(group(self.text(p[1], value), p[2], kind), group(p[1], self.text(p[2], value), kind))
        if kind == "group":
            first = group(self.text(p[1], value), p[2])
            return choice(first, self.text(p[2], value)) if self.nullable(p[1]) else first
        if kind == "after":
            return after(self.text(p[1], value), p[2])
        if kind == "more":
            return group(self.text(p[1], value), choice(EMPTY, p))
        if kind == "text":
            return p
        if kind == "list":
            inner = functools.reduce(self.text, value.split(), p[1])
            return EMPTY if self.nullable(inner) else NEVER
        if kind == "value":
            return EMPTY if " ".join(value.split()) == p[1] else NEVER
        return EMPTY if kind == "data" and fits_type(p[1], p[2], value) else NEVER

    def end(self, p):
        if p[0] == "choice":
            return choice(self.end(p[1]), self.end(p[2]))
        return p[2] if p[0] == "after" and self.nullable(p[1]) else NEVER

    def children(self, p, node, path):
        kids = list(node)
        if not kids and not (node.text or "").strip():
            return choice(p, self.text(p, node.text)) if node.text else p
        for words, child in [(node.text, None)] + [(child.tail, child) for child in kids]:
            if child is not None:
                p = self.node(p, child, path)
            if (words or "").strip():
                p = self.text(p, words)
            if p == NEVER:
                raise Fault(path + ": text is not allowed here: " + repr(words[:40]))
        return p

    def node(self, p, node, path):
        path += "/" + node.tag.split("}")[-1]
        p = self.open(p, node.tag)
        if p == NEVER:
            raise Fault(path + ": not allowed here")
        for name, value in node.attrib.items():
            p = self.attribute(p, name, value)
            if p == NEVER:
                raise Fault(path + "/@" + name + ": not allowed here: " + value)
        p = self.close_tag(p)
        if p == NEVER:
            raise Fault(path + ": an attribute is missing")
        p = self.end(self.children(p, node, path))
        if p == NEVER:
            raise Fault(path + ": something is missing in it")
        return p


class Fault(Exception):
    pass


def fits_type(kind, patterns, value):
    value = value if kind == "string" else " ".join(value.split())
    if kind in DATES:
        return re.fullmatch(DATES[kind], value) is not None
    if kind in ("ID", "NCName"):
        return re.fullmatch(r"[^\W\d][\w.-]*", value) is not None
    if kind == "anyURI":
        return re.search(r"\s", value) is None
    # The one pattern of these schemas: one word, of letters, digits, marks and signs.
    return not patterns or (value != "" and re.search(r"\s", value) is None)


def validate(schema, xml):
    try:
        rules = Schema(schema)
        rules.node(rules.start, tree.fromstring(xml), "")
    except (Fault, tree.ParseError) as fault:
        return str(fault)
    return None
