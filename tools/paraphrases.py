"""Saying a sentence in other words, by tables of equals and by turning clauses round. Of the language, of no text.

    paraphrase("If the county pays, we will open the pier.", rng, 0.3)  ->  "We are going to open the jetty if the county pays."
"""
import re

EQUALS = """
said=stated|remarked|declared; says=states|maintains; told=informed; asked=requested; asks=requests; began=started|commenced; begins=starts;
begin=start; ended=finished; end=finish|terminate; help=assist|aid; helped=assisted; need=require; needs=requires; want=wish for; wants=desires;
think=believe|reckon; thinks=believes; thought=believed; know=am aware; buy=purchase; bought=purchased; built=constructed; build=construct;
show=demonstrate; showed=demonstrated; keep=retain; kept=retained; wait=hold on; waited=held on; close=shut; closed=shut; opened=unlocked;
repair=mend; repaired=mended; rise=go up; rises=goes up; rose=went up; fell=dropped|declined; fall=decline|drop; falls=drops; pay=settle;
offered=proposed; offer=proposal; agreed=consented; refused=declined; happened=occurred; happens=occurs; found=discovered; find=discover;
lost=mislaid; got=received; get=receive; gave=handed; give=hand; try=attempt; tried=attempted; allow=permit; allows=permits; allowed=permitted;
choose=select; chosen=selected; answer=reply; answered=replied; speak=talk; spoke=talked; wrote=penned; write=pen; read=perused; saw=noticed;
see=notice; seen=noticed; heard=learned; hear=learn; hope=trust; use=employ; used=employed; make=produce; made=produced; send=dispatch;
sent=dispatched; left=departed from; leave=depart from; came=arrived; come=arrive; went=travelled; work=labour; works=functions; live=dwell;
lives=dwells; died=perished; hurt=injured; big=large; large=big|sizeable; small=little|tiny; old=aged; new=fresh|recent; good=fine; bad=poor;
quick=fast; quickly=fast; slowly=at a slow pace; whole=entire; full=complete; clear=plain|evident; right=correct; wrong=mistaken; difficult=hard; hard=tough;
easy=simple; important=weighty; likely=probable; enough=sufficient; several=a number of; many=a great many; often=frequently; sometimes=now and then;
always=at all times; again=once more; still=even now; also=too; now=at present; soon=before long; today=this day; because=since|as;
although=though; but=yet; however=even so; so=therefore; about=roughly|around; nearly=almost; almost=nearly; perhaps=maybe; together=jointly;
house=home; houses=homes; street=road; road=street; town=municipality; city=town; people=persons|folk; person=individual; child=youngster; children=youngsters;
man=fellow; job=post; jobs=posts; money=funds; cost=price; costs=prices; price=cost; prices=costs; loan=credit; firm=company; company=firm; plant=factory;
factory=plant; ship=vessel; ships=vessels; boat=vessel; harbour=port; port=harbour; car=automobile; lorry=truck; lorries=trucks; letter=missive; book=volume;
report=account; plan=scheme; plans=schemes; idea=notion; reason=ground; reasons=grounds; way=manner; rule=regulation; rules=regulations; law=statute;
court=tribunal; judge=magistrate; contract=agreement; agreement=accord; treaty=pact; talks=negotiations; meeting=gathering; party=side; sides=parties;
minister=government minister; ministers=government ministers; government=cabinet; mayor=head of the town; council=town council; spokesman=speaker;
union=trade union; strike=walkout; workers=employees; worker=employee; staff=personnel; patients=sick people; doctor=physician; hospital=clinic;
accident=mishap; fire=blaze; flood=deluge; damage=harm; danger=peril; warning=alert; trouble=difficulty; fault=defect; mistake=error; mistakes=errors;
error=mistake; errors=mistakes; question=query; questions=queries; number=figure; part=portion; half=one half; third=one third; year=twelvemonth;
week=seven days; night=night-time; morning=forenoon; evening=end of the day; beginning=start; result=outcome; results=outcomes; sign=indication;
summer=summertime; winter=wintertime; roof=rooftop; wall=barrier; walls=barriers; tower=spire; bridge=crossing; trial=study; trials=studies; view=opinion;
growth=expansion; tax=levy; taxes=levies; vote=ballot; rent=rental; shop=store; school=academy; teacher=instructor; water=water supply; note=memo; notes=memos;
will=is going to; must=has to; cannot=is unable to; can=is able to; may=is allowed to; should=ought to; shall=is to; did not=failed to;
do not=in no way; nobody=not one person; Nobody=Not one person; nothing=not a thing; Nothing=Not a thing; never=at no time; only=solely; without=in the absence of; until=up to the time that; before=prior to;
after=following; during=in the course of; between=amid; under=beneath; near=close to; since=from the time that; more than=over; less than=under;
at least=no fewer than; at once=immediately; a lot of=plenty of; as well=too; of course=naturally; in fact=as a matter of fact; for example=for instance
"""
TABLE = {}
for entry in re.split(r"[;\n]", EQUALS):
    if "=" in entry:
        word, others = entry.strip().split("=")
        TABLE[word] = others.split("|")
PLURAL = {"is going to": "are going to", "has to": "have to", "is unable to": "are unable to", "is able to": "are able to",
          "is allowed to": "are allowed to", "is to": "are to"}
WORDS = re.compile(r"(?<![\w’'-])(?:" + "|".join(sorted(map(re.escape, TABLE), key=len, reverse=True)) + r")(?![\w’'-])")
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
