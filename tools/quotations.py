"""The set of quotations (tests/corpus/quotations): reading it, finding places in it. Python standard library only.

A place is [file, begin, end]: bytes of the source as delivered, end exclusive.
"""
import json
import pathlib
import re

CORPUS = pathlib.Path(__file__).resolve().parent.parent / "tests" / "corpus" / "quotations"
VERDICTS = {
    "E": "EXACT", "F": "FOLDED", "T": "TRIMMED", "S": "SPLICED", "D": "EDITED", "R": "REWORDED", "A": "ALTERED",
    "I": "INDIRECT", "O": "OTHER SPEAKER", "W": "ELSEWHERE", "N": "NOT FOUND", "C": "NOT CHECKABLE"}
PLACELESS = {"NOT FOUND", "NOT CHECKABLE"}


def read_sources():
    return {path.name: path.read_bytes() for path in sorted((CORPUS / "sources").iterdir())}


def read_cases(name):
    with open(CORPUS / name, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def dump(case):
    return json.dumps(case, ensure_ascii=True, separators=(",", ":"))


def loose(words):
    """Bytes that match `words` with any white space between them."""
    return rb"\s+".join(re.escape(word.encode()) for word in words.split())


def locate(source, head, tail):
    """The stretch from the first `head` to the end of the nearest `tail` that follows it or overlaps it."""
    first = re.search(loose(head), source)
    if not first:
        return None
    if not tail:
        return first.span()
    last = re.compile(loose(tail)).search(source, first.start())
    return (first.start(), max(last.end(), first.end())) if last else None


def unescape(text):
    return re.sub(r"\\u([0-9a-f]{4})|\\n", lambda m: chr(int(m[1], 16)) if m[1] else "\n", text)


def parse_hand(path, sources, troubles):
    """One file of hand-written cases, in the notation that the README explains."""
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        where = f"{path.name}:{number}"
        fields = [field.strip() for field in re.split(r"\s\|(?=\s|$)", line)]
        if len(fields) < 3:
            troubles.append(f"{where}: at least `VERDICT kind | quote | place`")
            continue
        letters, kind = fields[0].split(" ", 1)
        verdict, *also = [VERDICTS[letter] for letter in letters.split("/")]
        quote = unescape(fields[1])
        place_text = fields[2]
        home = path.with_suffix("").name
        case = {"id": "", "kind": kind, "by": "hand", "quote": quote, "source": home, "speaker": "",
                "verdict": verdict, "also": also, "place": None, "changed": []}
        for field in fields[3:]:
            key, _, value = field.partition("=")
            if key == "s":
                case["speaker"] = value
            elif key == "n":
                case["source"] = "" if value == "-" else value
            elif key == "c":
                words, _, kind_of_change = value.rpartition(":")
                case["changed"].append({"words": words, "type": kind_of_change})
            elif key:
                troubles.append(f"{where}: unknown field {key}")
        if place_text:
            head, _, tail = (fields[1] if place_text == "=" else place_text).partition("~")
            span = locate(sources[home], head, tail)
            if span is None:
                troubles.append(f"{where}: no such place: {place_text}")
                continue
            case["place"] = [home, *span]
        cases.append(case)
    return cases


def read_hand():
    sources = read_sources()
    cases, troubles = [], []
    for path in sorted((CORPUS / "hand").iterdir()):
        cases += parse_hand(path, sources, troubles)
    for number, case in enumerate(cases, 1):
        case["id"] = f"q{number:04}"
    if troubles:
        raise SystemExit("\n".join(troubles))
    return cases
