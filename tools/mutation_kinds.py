"""Ways to change a quotation, by group, for make_mutations.py; those that quotation_kinds.py has already are taken from there.

A maker takes (sentence, rng, pool) and yields (quote, first, last, changed): the quotation, the characters of the sentence
that it is of, and the [(words, type)] that were changed or left out.
"""
import re

import quotation_kinds as known
from paraphrases import paraphrase
from quotation_kinds import TURNING

CAPITAL = re.compile(r"(?<=[a-z,;] )(?:(?:Mr|Mrs|Ms|Dr)\. )?[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
           "nineteen twenty thirty forty fifty sixty seventy eighty ninety").split()
ELLIPSES = ["... ", "… ", "[...] ", "[…] "]


def whole(s, rng, pool):
    yield s.text, 0, len(s.text), []


def taken(name):
    """A maker of quotation_kinds, whole sentence."""
    def make(s, rng, pool):
        case = known.KINDS[name](s, rng, pool, [])
        if case is not None:
            yield case[2], 0, len(s.text), case[4]
    return make


def words_of(text):
    return list(re.finditer(r"\S+", text))


def head(mark):
    def make(s, rng, pool):
        words = words_of(s.text)
        for first in range(1, len(words) - 5, 2):
            at = words[first].start()
            if not TURNING.search(s.text[:at]):
                yield mark + s.text[at:], at, len(s.text), []
    return make


def tail(mark):
    def make(s, rng, pool):
        words = words_of(s.text)
        for last in range(len(words) - 2, 5, -2):
            at = words[last].end()
            if not TURNING.search(s.text[at:]):
                yield s.text[:at].rstrip(",;:.!?") + mark, 0, at, []
    return make


def both_ends(s, rng, pool):
    words = words_of(s.text)
    if len(words) < 9:
        return
    first, last = rng.randrange(1, 3), len(words) - rng.randrange(2, 4)
    begin, end = words[first].start(), words[last].end()
    if not TURNING.search(s.text[:begin] + " " + s.text[end:]):
        yield s.text[begin:end].rstrip(",;:.!?"), begin, end, []


def inner(marks):
    """Two to four words inside are left out: nothing that turns the meaning, no number, no name."""
    def make(s, rng, pool):
        words = words_of(s.text)
        for first in range(3, len(words) - 6, 2):
            last = first + rng.randrange(2, 5)
            if last > len(words) - 3:
                break
            gone = s.text[words[first].start():words[last].start()]
            if TURNING.search(gone) or re.search(r"\d|[A-Z]|[.!?]", gone) or s.text.count(gone) > 1:
                continue
            # Words that stand before and after the cut alike leave open which of them was cut.
            if words[first][0] == words[last][0] or words[first - 1][0] == words[last - 1][0]:
                continue
            quote = s.text[:words[first].start()] + rng.choice(marks) + s.text[words[last].start():]
            yield quote, 0, len(s.text), [(gone.strip(" ,;:"), "omission")]
    return make


def clause(s, rng, pool):
    """What stands between two commas goes, without a mark."""
    for hit in re.finditer(r", ((?:which|who|where|as|in|on|at|with|under|after|for|by)\b[^,.;:?!]+),", s.text):
        if len(hit[1].split()) > 2 and not TURNING.search(hit[1]):
            yield s.text[:hit.start()] + s.text[hit.end():], 0, len(s.text), [(hit[1], "omission")]


def swallowed(s, rng, pool):
    """A cut without a mark that takes a negation along."""
    for hit in re.finditer(r"\b(not|never|no|nobody|none|cannot|without)\b \w+ ", s.text, re.I):
        if hit.start() > 5 and len(s.text) - hit.end() > 12:
            yield s.text[:hit.start()] + s.text[hit.end():], 0, len(s.text), [(hit[1], "negation")]


def replaced(pattern, choose, kind):
    words = re.compile(pattern)

    def make(s, rng, pool):
        for hit in words.finditer(s.text):
            new = choose(hit[0], rng, s, pool)
            if new and new != hit[0]:
                yield s.text[:hit.start()] + new + s.text[hit.end():], 0, len(s.text), [(new, kind)]
    return make


def dropped(pattern, kind):
    return replaced_by_nothing(re.compile(pattern, re.I), kind)


def replaced_by_nothing(words, kind):
    def make(s, rng, pool):
        for hit in words.finditer(s.text):
            if hit.start() > 0 and hit.end() < len(s.text) - 3:
                yield s.text[:hit.start()] + s.text[hit.end():], 0, len(s.text), [(hit[0].strip(), kind)]
    return make


AFFIRMED = {"cannot": "can", "can't": "can", "don't": "do", "won't": "will", "isn't": "is", "didn't": "did", "doesn't": "does",
            "nobody": "somebody", "Nobody": "Somebody", "nothing": "something", "Nothing": "Something", "none": "some",
            "never": "always", "neither": "either", "Neither": "Either", "No one": "Someone", "without": "with"}
APOSTROPHES = {key.replace("'", "’"): value for key, value in AFFIRMED.items()}
DENIED = {"can": "cannot", "will": "will not", "is": "is not", "are": "are not", "was": "was not", "were": "were not",
          "has": "has not", "have": "have not", "must": "must not", "would": "would not", "should": "should not",
          "shall": "shall not", "could": "could not", "had": "had not"}


def other_number(word, rng, s, pool):
    if word.isdigit():
        number = int(word)
        return str(rng.choice([number + 1, number * 2 + 1, number + 10, max(number - 1, 0)]))
    at = NUMBERS.index(word.lower())
    new = NUMBERS[(at + rng.randrange(1, 6)) % len(NUMBERS)]
    return new.capitalize() if word[0].isupper() else new


def other_date(word, rng, s, pool):
    names = DAYS if word in DAYS else known.MONTHS
    return names[(names.index(word) + rng.randrange(1, 5)) % len(names)]


def other_name(word, rng, s, pool):
    if word.split()[0] in DAYS + known.MONTHS or word.split()[-1] in DAYS + known.MONTHS:
        return None
    names = sorted({hit[0] for t in rng.sample(pool, min(60, len(pool))) for hit in CAPITAL.finditer(t.text)} - {word})
    names = [name for name in names if len(name.split()) == len(word.split()) and name not in s.text
             and not set(name.split()) & set(DAYS + known.MONTHS)]
    return rng.choice(names) if names else None


def from_table(table):
    return lambda word, rng, s, pool: table.get(word)


def keys(table):
    return r"(?<![\w’'])(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")(?![\w’'])(?! not\b)"


def bracketed(s, rng, pool):
    for hit in re.finditer(r"(?<= )(?:he|she|it|they|him|her|them)\b", s.text):
        yield s.text[:hit.start()] + "[the council]" + s.text[hit.end():], 0, len(s.text), []


def moved(s, rng, pool):
    """The last adverbial comes first: the same words in another order."""
    hit = re.match(r"([A-Z]\w*) (.+?),? ((?:in|on|at|by|from|since|until|after|before) (?:\w+ ){0,3}\w+)([.!?])$", s.text)
    if hit and hit[1] in ("The", "We", "They", "It", "He", "She", "There", "Nobody") and "," not in hit[2]:
        yield f"{hit[3][0].upper()}{hit[3][1:]}, {hit[1].lower()} {hit[2]}{hit[4]}", 0, len(s.text), []


def reworded(strength):
    def make(s, rng, pool):
        text = paraphrase(s.text, rng, strength)
        if text is not None:
            yield text, 0, len(s.text), []
    return make


NUMERALS = r"(?<![\w.,:’'-])(?:\d{1,4}|" + "|".join(NUMBERS) + r")(?![\w:’'-]|[.,]\d)"

# group -> kind -> maker, and how many of one sentence are taken.
GROUPS = {
    "verbatim": {"exact": (whole, 1), "case": (taken("gen-case-start"), 1), "capitals": (taken("gen-case-all"), 1),
                 "marks": (taken("gen-curly-marks"), 1), "dashes": (taken("gen-dashes"), 1),
                 "blanks": (taken("gen-no-break-space"), 1), "line-break": (taken("gen-line-break"), 1),
                 "soft-hyphen": (taken("gen-soft-hyphen"), 1), "ligature": (taken("gen-ligature"), 1),
                 "decomposed": (taken("gen-decomposed"), 1), "emphasis": (taken("gen-emphasis"), 1)},
    "trimmed": {"head": (head(""), 4), "head-marked": (head("… "), 2), "tail": (tail(""), 4), "tail-marked": (tail(" ..."), 2),
                "both": (both_ends, 1), "inner-marked": (inner(ELLIPSES), 3)},
    "edited": {"synonym": (taken("gen-synonym"), 1), "contraction": (taken("gen-contraction"), 1), "sic": (taken("gen-sic"), 1),
               "bracket-letter": (taken("gen-bracket-case"), 1), "bracket-name": (bracketed, 1), "order": (moved, 1)},
    "reworded": {"rules": (reworded(0.2), 1), "rules-strong": (reworded(0.4), 1)},
    "cut": {"inner": (inner([""]), 4), "clause": (clause, 2), "negation": (swallowed, 2)},
    "negation": {"dropped": (dropped(r"\b(?:not|never) ", "negation"), 2),
                 "affirmed": (replaced(keys({**AFFIRMED, **APOSTROPHES}), from_table({**AFFIRMED, **APOSTROPHES}), "negation"), 2),
                 "added": (replaced(keys(DENIED), from_table(DENIED), "negation"), 2)},
    "number": {"numeral": (replaced(NUMERALS, other_number, "number"), 3),
               "magnitude": (replaced(keys(known.MAGNITUDES), from_table(known.MAGNITUDES), "number"), 2),
               "times-ten": (taken("gen-number-times-ten"), 1)},
    "date": {"month": (replaced(r"\b(?:" + "|".join(known.MONTHS) + r")\b", other_date, "date"), 2),
             "day": (replaced(r"\b(?:" + "|".join(DAYS) + r")\b", other_date, "date"), 2)},
    "name": {"other": (replaced(CAPITAL.pattern, other_name, "name"), 3)},
    "modal": {"other": (taken("gen-modal"), 1)},
    "insertion": {"silent": (taken("gen-silent-insertion"), 1)},
}
