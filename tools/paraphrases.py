"""Saying a sentence in other words, by tables of equals and by turning clauses round. Of the language, of no text.

    paraphrase("If the county pays, we will open the pier.", rng, 0.3)  ->  "We are going to open the jetty if the county pays."
"""
import re

EQUALS = """
said=stated|remarked; says=states; told=informed; began=started|commenced; begins=starts; finished=completed; helped=assisted; needs=requires; wants=wishes for;
thought=believed; thinks=believes; buy=purchase; bought=purchased; built=constructed; build=construct; showed=demonstrated; show=demonstrate; kept=retained;
repair=mend; repaired=mended; agreed=consented; refused=declined; happened=occurred; happens=occurs; found=discovered; gave=handed; tried=attempted;
allow=permit; allows=permits; allowed=permitted; choose=select; chosen=selected; answered=replied; spoke=talked; saw=noticed; sent=dispatched;
arrived=came; lives=dwells; died=perished; hurt=injured; wait=hold on; obtain=get; mislaid=lost; employed=hired; told=informed;
big=large; large=big|sizeable; small=little; new=recent; good=fine; quick=fast; whole=entire; full=complete; clear=plain|evident; wrong=mistaken; right=correct;
difficult=hard; easy=simple; important=significant; enough=sufficient; several=a number of; often=frequently; sometimes=now and then; usually=as a rule;
always=at all times; soon=before long; because=as; although=though; but=yet; however=even so; perhaps=maybe; together=jointly; about=roughly|around; nearly=almost;
likely=probable; only=solely; fully=entirely; very=extremely; also=in addition; again=once more; too=as well; at once=immediately; a lot of=plenty of; for example=for instance;
street=road; road=street; people=persons|folk; child=youngster; children=youngsters; man=fellow; job=post; jobs=posts; money=funds; cost=price; costs=prices; loan=credit;
firm=company; company=firm; plant=factory; factory=plant; ship=vessel; ships=vessels; boat=vessel; harbour=port; port=harbour; lorry=truck; lorries=trucks;
report=account; plan=scheme; plans=schemes; idea=notion; reason=ground; reasons=grounds; rule=regulation; rules=regulations; law=statute; court=tribunal;
agreement=accord; treaty=pact; talks=negotiations; meeting=gathering; sides=parties; strike=walkout; workers=employees; worker=employee; staff=personnel;
doctor=physician; hospital=clinic; accident=mishap; fire=blaze; flood=deluge; damage=harm; danger=peril; warning=alert; trouble=difficulty; mistake=error; mistakes=errors;
error=mistake; errors=mistakes; question=query; questions=queries; part=portion; result=outcome; results=outcomes; sign=indication; summer=summertime; roof=rooftop;
bridge=crossing; view=opinion; growth=expansion; tax=levy; taxes=levies; shop=store; teacher=instructor; note=memo; notes=memos; letter=missive; answer=reply;
will=is going to; must=has to; cannot=is unable to; can=is able to; should=ought to; shall=is to; nobody=no one; Nobody=No one; nobody=not one person; never=at no time;
before=prior to; during=in the course of; near=close to; more than=over; less than=under; at least=no fewer than; without=in the absence of
"""
TABLE = {}
for entry in re.split(r"[;\n]", EQUALS):
    if "=" in entry:
        word, others = entry.strip().split("=")
        TABLE[word] = others.split("|")
PLURAL = {"is going to": "are going to", "has to": "have to", "is unable to": "are unable to", "is able to": "are able to",
          "is to": "are to"}
WORDS = re.compile(r"(?<![\w’'-])(?:" + "|".join(sorted(map(re.escape, TABLE), key=len, reverse=True)) + r")(?![\w’'-])(?! (?:not|never)\b)")
# (what stands there, what may stand in its place)
TURNS = [
    (re.compile(r"^(If|Unless|When|Because|Although|While) ([^,]+), (\w.*)([.!?])$"),
     lambda m: f"{capital(m[3])} {m[1].lower()} {m[2]}{m[4]}"),
    (re.compile(r"^([A-Z][^,;:]+) (if|unless|when|because|although|while) ([^,;:]+)([.!?])$"),
     lambda m: f"{m[2].capitalize()} {m[3]}, {small(m[1])}{m[4]}"),
    (re.compile(r"^([A-Z][^,;:]+?) (in|on|at|by|from|since|until) ((?:\w+ ){0,3}\w+)([.!?])$"),
     lambda m: f"{m[2].capitalize()} {m[3]}, {small(m[1])}{m[4]}"),
    (re.compile(r"^((?:[A-Z]\w+ ?){1,3}|She|He|They|The \w+) said (?:that )?([^,;:]+)([.!?])$"),
     lambda m: f"{capital(m[2])}, according to {small(m[1])}{m[3]}"),
    (re.compile(r"^([A-Z][^,;:]+), and ([^,;:]+)([.!?])$"), lambda m: f"{capital(m[2])}, and {small(m[1])}{m[3]}"),
    (re.compile(r"^There (is|are|was|were) ([^,;:]+)([.!?])$"), lambda m: f"{capital(m[2])} {'exist' if m[1] in ('are', 'were') else 'exists'}{m[3]}"),
]


def capital(text):
    return text[0].upper() + text[1:]


def small(text):
    return text if re.match(r"I\b|[A-Z][\w.]* [A-Z]", text) or not re.match(r"The|We|They|It|He|She|A|An|In|On|No|Nobody|That|This", text) \
        else text[0].lower() + text[1:]


def paraphrase(text, rng, strength):
    """None where fewer than `strength` of the words could be said otherwise."""
    count = len(text.split())
    changed = 0

    def other(hit):
        nonlocal changed
        new = rng.choice(TABLE[hit[0]])
        before = text[:hit.start()].split()[-1:]
        if new in PLURAL and before and (before[0].lower() in ("we", "they", "you", "i") or before[0].endswith("s")):
            new = PLURAL[new]
        changed += len(hit[0].split())
        return new

    out = WORDS.sub(other, text)
    for pattern, turn in TURNS:
        hit = pattern.match(out)
        if hit:
            out = turn(hit)
            changed += 2
            break
    return out if changed >= 2 and changed >= strength * count else None
