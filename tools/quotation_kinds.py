"""Ways to change a sentence, each with the verdict that an editor would give (make_quotations.py calls them).

A maker takes (sentence, rng, pool, hand) and returns None where the sentence does not lend itself, or
(verdict, also, quote, place, [(words, type)...]) and, where they are not the sentence's file and nobody, source, speaker.
"""
import re
import unicodedata
from dataclasses import dataclass

TURNING = re.compile(r"\b(?:not|never|no|nobody|none|nothing|neither|nor|without|if|unless|except|only|cannot|until|"
                     r"before|denied|whether|hardly|would|might|could|may|some|all|every|\w+n['’]t)\b", re.I)


@dataclass(frozen=True)
class Sentence:
    file: str
    paragraph: int
    text: str
    begin: int
    end: int

    @property
    def place(self):
        return [self.file, self.begin, self.end]

    @property
    def flat(self):
        return " ".join(self.text.split()).casefold()

    @property
    def is_plain(self):
        return "\n" not in self.text and "\u00ad" not in self.text and "\ufb01" not in self.text

    def part(self, first, last):
        """Place of the characters [first, last) of the text."""
        begin = self.begin + len(self.text[:first].encode())
        return [self.file, begin, begin + len(self.text[first:last].encode())]


def plain(make):
    return lambda s, rng, pool, hand: make(s, rng) if s.is_plain else None


def folded(change):
    def make(s, rng):
        quote = change(s.text, rng)
        return None if quote is None or quote == s.text else ("FOLDED", [], quote, s.place, [])
    return plain(make)


def swap(table, kind, verdict="ALTERED", also=()):
    """One word or phrase for another, as the table says."""
    keys = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b")

    def make(s, rng):
        hits = list(keys.finditer(s.text))
        if not hits:
            return None
        hit = rng.choice(hits)
        new = table[hit[0]]
        if new in s.text:
            return None
        quote = s.text[:hit.start()] + new + s.text[hit.end():]
        return verdict, list(also), quote, s.place, [(new, kind)]
    return plain(make)


def both(pairs):
    return {**pairs, **{b: a for a, b in pairs.items()}}


def drop(pattern, kind):
    words = re.compile(pattern)

    def make(s, rng):
        hit = words.search(s.text)
        if not hit or hit.end() > len(s.text) - 3:
            return None
        return "ALTERED", [], s.text[:hit.start()] + s.text[hit.end():], s.place, [(hit[0].strip(), kind)]
    return plain(make)


def number(change):
    def make(s, rng):
        hits = list(re.finditer(r"(?<![\d.,:])\d+(?![\d.,:]*\d)", s.text))
        if not hits:
            return None
        hit = rng.choice(hits)
        new = change(hit[0])
        if new is None or new == hit[0]:
            return None
        return "ALTERED", [], s.text[:hit.start()] + new + s.text[hit.end():], s.place, [(new, "number")]
    return plain(make)


def insert_after(pattern, words, verdict, kind, also=()):
    def make(s, rng):
        hit = re.search(pattern, s.text)
        if not hit:
            return None
        new = rng.choice(words)
        quote = s.text[:hit.end()] + " " + new + s.text[hit.end():]
        return verdict, list(also), quote, s.place, [(new, kind)]
    return plain(make)


def wrap(text, rng):
    words = text.split(" ")
    at = rng.randrange(2, len(words) - 1)
    return " ".join(words[:at]) + "\n    " + " ".join(words[at:])


def hyphenate(text, rng):
    longest = max(re.findall(r"[a-z]{7,}", text), key=len, default=None)
    return text.replace(longest, longest[:4] + "-\n" + longest[4:], 1) if longest else None


def soft(text, rng):
    return re.sub(r"\b([a-z]{3})([a-z]{4,})", "\\1\u00ad\\2", text)


def emphasise(text, rng):
    words = text.split(" ")
    at = rng.randrange(1, len(words) - 1)
    words[at] = rng.choice(["*{}*", "**{}**", "_{}_"]).format(words[at])
    return " ".join(words)


def full_width(text, rng):
    return re.sub(r"\d", lambda m: chr(ord(m[0]) + 0xFEE0), text)


def decompose(text, rng):
    return unicodedata.normalize("NFD", text)


def look_alike(text, rng):
    return text.replace("a", "\u0430", 1).replace("o", "\u043e", 1)


def cut_edge(s, rng):
    """The words after a negation, a condition or a denial, as they stand."""
    hit = re.search(r"\b(not|never|cannot|denied that|if|unless|without) (?=\w+ \w+ \w+)", s.text, re.I)
    if not hit:
        return None
    end = min([at for at in (s.text.find(mark, hit.end()) for mark in ",;") if at > 0] or [len(s.text) - 1])
    quote = s.text[hit.end():end]
    kind = {"if": "condition", "unless": "condition", "denied that": "speech act"}.get(hit[1].lower(), "negation")
    if len(quote.split()) < 5:
        return None
    return "ALTERED", ["TRIMMED"], quote, s.part(hit.end(), end), [(hit[1], kind)]


def swallow(mark):
    def make(s, rng):
        hit = re.search(r"\b(?:not|never) \w+ ", s.text)
        if not hit or hit.start() < 6 or len(s.text) - hit.end() < 12:
            return None
        quote = s.text[:hit.start()] + mark + s.text[hit.end():]
        return "ALTERED", [], quote, s.place, [(hit[0].split()[0], "negation")]
    return plain(make)


def fair_cut(mark):
    def make(s, rng):
        words = list(re.finditer(r"\S+", s.text))
        if len(words) < 13:
            return None
        first = rng.randrange(4, len(words) - 7)
        last = first + rng.randrange(2, 4)
        gone = s.text[words[first].start():words[last].start()]
        if TURNING.search(s.text) or re.search(r"\d|[A-Z]", gone):
            return None
        return "TRIMMED", [], s.text[:words[first].start()] + mark + s.text[words[last].start():], s.place, []
    return plain(make)


def cut_end(s, rng):
    at = s.text.find(", ")
    if at < 0 or TURNING.search(s.text) or len(s.text[:at].split()) < 5:
        return None
    return "EXACT", ["TRIMMED"], s.text[:at], s.part(0, at), []


def cut_start(s, rng):
    at = s.text.find(", ") + 2
    if at < 2 or TURNING.search(s.text) or len(s.text[at:].split()) < 5:
        return None
    return "EXACT", ["TRIMMED"], s.text[at:], s.part(at, len(s.text)), []


def partner(s, pool, test):
    return next((t for t in pool if t.file == s.file and t.is_plain and t is not s and test(t)), None)


def lower(text):
    return text if re.match(r"I\b|[A-Z]\w* [A-Z]", text) else text[0].lower() + text[1:]


def join(near, joint, backwards=False):
    def make(s, rng, pool, hand):
        if not s.is_plain:
            return None
        t = partner(s, pool, lambda t: (1 < t.begin - s.end < 12) if near else t.begin - s.end > 900)
        if t is None:
            return None
        first, second = (t, s) if backwards else (s, t)
        quote = first.text.rstrip(".!?") + joint + (lower(second.text) if joint.strip() != "." else second.text)
        return "SPLICED", [], quote, [s.file, s.begin, t.end], []
    return make


def whole(s, rng):
    return "EXACT", [], s.text, s.place, []


def layout(s, rng, pool, hand):
    """Sentences that the source itself breaks over lines."""
    if s.is_plain or "\n" not in s.text or re.search(r"\n.*(?:\d|\|)\s*$", s.text):
        return None
    text = re.sub(r"(?<=[a-z])-\n\s*(?=[a-z])", "", s.text).replace("\u00ad", "")
    return "FOLDED", [], " ".join(unicodedata.normalize("NFKC", text).split()), s.place, []


def elsewhere(s, rng, pool, hand):
    files = sorted({t.file for t in pool} - {s.file})
    return ("ELSEWHERE", [], s.text, s.place, [], rng.choice(files), "") if s.is_plain else None


def other_speaker(s, rng, pool, hand):
    """Who really said it stands in a case by hand; another speaker of the same source is named."""
    known = [case for case in hand if case["verdict"] in ("EXACT", "FOLDED", "TRIMMED") and case["speaker"]]
    spoken = rng.choice(known)
    others = sorted({case["speaker"] for case in known if case["place"][0] == spoken["place"][0]} - {spoken["speaker"]})
    if not others or spoken["verdict"] != "EXACT":
        return None
    return "OTHER SPEAKER", [], spoken["quote"], spoken["place"], [], spoken["place"][0], rng.choice(others)


def tail(s, rng):
    words = s.text.rstrip(".!?").split(" ")
    new = rng.choice(["and the money has already been sent", "as everybody in this room has known for years",
                      "because the lawyers told us to", "and I would do it again tomorrow",
                      "which is why the minister had to resign", "but please do not print that"])
    head = " ".join(words[:max(5, len(words) * 2 // 3)])
    return "ALTERED", ["NOT FOUND"], head + ", " + new, s.part(0, len(head)), [(new, "insertion")]


def invented(s, rng):
    who = rng.choice(["We", "They", "The people here", "My colleagues"])
    what = rng.choice(["have waited long enough for an honest answer", "were told to keep quiet about the accounts",
                       "deserve a better explanation than the one we got", "will remember this day for a long time",
                       "cannot trust a word of that letter any more", "had the keys all along and never used them"])
    end = rng.choice(["and that is the truth", "whatever the papers print", "so help me", "as God is my witness"])
    return "NOT FOUND", [], f"{who} {what}, {end}.", None, []


def shuffled(s, rng):
    words = s.text.rstrip(".!?").split(" ")
    if len(words) < 9:
        return None
    third = len(words) // 3
    order = words[2 * third:] + words[third:2 * third] + words[:third]
    return "ALTERED", ["SPLICED", "NOT FOUND"], " ".join(order), s.place, [(" ".join(order[:3]), "order")]


def tiny(count):
    def make(s, rng):
        return "NOT CHECKABLE", [], " ".join(re.findall(r"[\w’'-]+", s.text)[1:1 + count]), None, []
    return plain(make)


def nothing(name):
    return plain(lambda s, rng: ("NOT CHECKABLE", [], s.text, None, [], name, ""))


def bracket_case(s, rng):
    if not re.match(r"[A-Z][a-z]", s.text):
        return None
    return "EDITED", ["FOLDED"], f"[{s.text[0].lower()}]{s.text[1:]}", s.place, []


def sic(s, rng):
    words = s.text.split(" ")
    at = rng.randrange(3, len(words))
    return "EDITED", ["TRIMMED"], " ".join(words[:at] + ["[sic]"] + words[at:]), s.place, []


def indirect(s, rng):
    hit = re.match(r".*?\b(?:said|added|stated|told \w+) (?:that )?((?:the|he|she|it|they) .*?\bwould\b.*)\.$", s.text)
    if not hit:
        return None
    quote = re.sub(r"\bwould\b", "will", hit[1])
    return "INDIRECT", ["EDITED", "REWORDED"], quote[0].upper() + quote[1:], s.part(*hit.span(1)), []


MONTHS = "January February March April May June July August September October November December".split()
UNITS = both({"metres": "feet", "kilometres": "miles", "tonnes": "pounds", "minutes": "hours", "days": "weeks",
              "months": "years", "crowns": "euros", "percent": "points"})
QUANTIFIERS = {"all": "some", "All": "Some", "every": "some", "Every": "Some", "some": "most", "Some": "Most",
               "many": "a few", "Many": "A few", "most": "few", "both": "neither of the", "Both": "Neither of the",
               "Nobody": "Somebody", "nobody": "somebody", "No one": "Someone", "half": "all", "Each": "Hardly each",
               "nothing": "everything", "Nothing": "Everything", "Most": "Few"}
MODALS = {"must": "may", "may": "must", "shall": "may", "will": "might", "can": "must", "could": "should",
          "should": "could", "would": "should", "has to": "may"}
COMPARATIVES = both({"more": "less", "larger": "smaller", "older": "younger", "better": "worse", "at least": "at most",
                     "above": "below", "longer": "shorter", "under": "over", "higher": "lower", "first": "last"})
ANTONYMS = both({"open": "closed", "old": "new", "before": "after", "early": "late", "north": "south", "good": "bad",
                 "opened": "shut", "long": "short", "paid": "stole", "found": "lost", "with": "against",
                 "agreed": "refused", "began": "stopped", "right": "wrong", "night": "day", "won": "forfeited"})
SYNONYMS = {"said": "stated", "began": "started", "big": "large", "begin": "start", "whole": "entire", "help": "aid",
            "needs": "requires", "need": "require", "wait": "hold on", "often": "frequently", "think": "believe",
            "built": "constructed", "asked": "requested", "got": "received", "tell": "inform", "repair": "mend",
            "bought": "purchased", "wrote": "penned", "answer": "reply", "still": "yet", "town": "township"}
TENSES = {"is": "was", "are": "were", "has": "had", "have": "had", "was": "is", "were": "are", "need": "needed",
          "want": "wanted", "know": "knew", "says": "said", "means": "meant"}
SHORT = {"do not": "don’t", "does not": "doesn’t", "did not": "didn’t", "is not": "isn’t", "will not": "won’t",
         "cannot": "can’t", "It is": "It’s", "We have": "We’ve", "I have": "I’ve", "would not": "wouldn’t"}
NAMES = {"Monday": "Friday", "Tuesday": "Saturday", "Thursday": "Sunday", "Sunday": "Monday"}
PERSONS = both({"We": "They", "we": "they", "I": "You", "my": "your", "our": "their"})
MAGNITUDES = both({"million": "billion", "hundred": "thousand", "two": "twelve", "three": "thirteen", "six": "sixteen",
                   "four": "fourteen", "seven": "seventeen", "nine": "ninety", "twice": "five times"})

KINDS = {
    "gen-exact": plain(whole),
    "gen-case-start": folded(lambda t, r: lower(t)),
    "gen-case-all": folded(lambda t, r: t.upper()),
    "gen-curly-marks": folded(lambda t, r: t.replace("'", "’") if "'" in t else t.replace("’", "'")),
    "gen-dashes": folded(lambda t, r: re.sub(" [—–] ", " - ", t).replace("-", "\u2011")),
    "gen-double-space": folded(lambda t, r: t.replace(" ", "  ", 2)),
    "gen-no-break-space": folded(lambda t, r: t.replace(" ", "\u00a0", 3)),
    "gen-line-break": folded(wrap),
    "gen-line-end-hyphen": folded(hyphenate),
    "gen-soft-hyphen": folded(soft),
    "gen-ligature": folded(lambda t, r: t.replace("fi", "\ufb01").replace("fl", "\ufb02").replace("ff", "\ufb00")),
    "gen-full-width": folded(full_width),
    "gen-decomposed": folded(decompose),
    "gen-look-alike": folded(look_alike),
    "gen-zero-width": folded(lambda t, r: t[:9] + "\u200b" + t[9:]),
    "gen-emphasis": folded(emphasise),
    "gen-final-mark": folded(lambda t, r: t[:-1] + ","),
    "gen-layout-of-source": layout,
    "gen-cut-end": plain(cut_end),
    "gen-cut-start": plain(cut_start),
    "gen-cut-dots": fair_cut("... "),
    "gen-cut-ellipsis": fair_cut("… "),
    "gen-cut-bracket": fair_cut("[…] "),
    "gen-joined-far": join(False, ", and "),
    "gen-joined-far-dots": join(False, " ... "),
    "gen-joined-near": join(True, " and "),
    "gen-reversed": join(True, ". ", backwards=True),
    "gen-reversed-far": join(False, ". ", backwards=True),
    "gen-bracket-case": plain(bracket_case),
    "gen-sic": plain(sic),
    "gen-synonym": swap(SYNONYMS, "synonym", "EDITED", ["REWORDED"]),
    "gen-tense": swap(TENSES, "tense", "EDITED", ["ALTERED"]),
    "gen-contraction": swap(SHORT, "spelling", "EDITED", ["FOLDED"]),
    "gen-dropped-not": drop(r"\b(?:not|never|n’t) ", "negation"),
    "gen-dropped-only": drop(r"\b(?:only|alone|all|at least|no more than|up to) ", "scope"),
    "gen-dropped-hedge": drop(r"\b(?:probably|perhaps|likely|about|almost|nearly|partly|in part) ", "hedge"),
    "gen-added-not": insert_after(r"\b(?:is|are|was|were|will|can|must|shall|has|have|would|should)\b(?! (?:not|no)\b)",
                                  ["not"], "ALTERED", "negation"),
    "gen-silent-insertion": insert_after(r"\b(?:is|are|was|were|will|must|has|have)\b",
                                         ["secretly", "illegally", "reluctantly", "always", "hardly"], "ALTERED",
                                         "insertion"),
    "gen-number-by-one": number(lambda n: str(int(n) + 1)),
    "gen-number-swapped": number(lambda n: n[::-1] if len(n) > 1 and not n.endswith("0") else None),
    "gen-number-times-ten": number(lambda n: n + "0"),
    "gen-magnitude": swap(MAGNITUDES, "number"),
    "gen-unit": swap(UNITS, "unit"),
    "gen-month": swap(dict(zip(MONTHS, MONTHS[5:] + MONTHS[:5])), "date"),
    "gen-weekday": swap(NAMES, "date"),
    "gen-quantifier": swap(QUANTIFIERS, "quantifier"),
    "gen-modal": swap(MODALS, "modal"),
    "gen-comparative": swap(COMPARATIVES, "comparative"),
    "gen-antonym": swap(ANTONYMS, "antonym"),
    "gen-person": swap(PERSONS, "person"),
    "gen-edge": plain(cut_edge),
    "gen-swallow-dots": swallow("... "),
    "gen-swallow-unmarked": swallow(""),
    "gen-invented-tail": plain(tail),
    "gen-invented": plain(invented),
    "gen-shuffled": plain(shuffled),
    "gen-elsewhere": elsewhere,
    "gen-other-speaker": other_speaker,
    "gen-indirect": plain(indirect),
    "gen-one-word": tiny(1),
    "gen-two-words": tiny(2),
    "gen-empty-source": nothing("41-empty.txt"),
    "gen-unreadable-source": nothing("42-not-a-text.txt"),
}
