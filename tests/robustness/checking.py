"""Checking drafts against files: what a build relies on."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import time

from pile import Skipped

TALK = ("MARLOW, May 3 /NAA/. “We will not sign the paper before the first day of summer. We have time,” Foreign Minister "
        "Anna Weil told reporters, “and the harbour of Marlow stays open to every ship.”\n\n"
        "Her deputy, Jon Ashby, denied that the ferry talks have ended.\n")
DRAFT = ("Weil was firm: “We will not sign the paper before the first day of summer.”\n\n"
         "– Ашби: “We will sign the paper before the first day of summer,” and “the harbour stays open to every ship.”\n")
SCHEMA = pathlib.Path(__file__).parent.parent / "sarif" / "sarif-2.1.0-rtm.5.json"


def _check(pile, *arguments, code=1):
    out, err = pile.run("check", *arguments, code=code)
    return out.decode(), err.decode()


def _json(out):
    return [json.loads(line)["data"] for line in out.splitlines()]


def _validate(logs):
    """What the schema says against these logs; in Debian's Python where ours has no jsonschema."""
    code = ("import json,sys,jsonschema\n"
            f"check=jsonschema.Draft4Validator(json.load(open({str(SCHEMA)!r})))\n"
            "for log in json.load(sys.stdin):\n"
            "  for error in check.iter_errors(log): print(list(error.path), error.message)\n")
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import jsonschema"], capture_output=True, check=False).returncode == 0:
            return subprocess.run([python, "-c", code], input=json.dumps(logs), capture_output=True, text=True,
                                  check=True).stdout
    raise Skipped("no jsonschema here; tools/setup installs it")


def sarif_is_valid(pile):
    talk = pile.write("sources/talk.txt", TALK)
    pile.write("sources/empty.txt", "")
    pile.write("sources/picture.png", b"\x89PNG\r\n\x1a\n" + bytes(99))
    draft = pile.write("a b: 1.md", DRAFT)
    baseline = str(pile.root / "base.jsonl")
    logs = []
    for more, code in ((["--against", talk], 1), (["--against", str(pile.root / "pile" / "sources")], 1),
                       (["--against", talk, "--fail-on", "none"], 0),
                       (["--against", talk, "--baseline", baseline, "--write-baseline"], 0)):
        logs.append(json.loads(_check(pile, draft, "--format", "sarif", *more, code=code)[0]))
    assert _validate(logs) == "", _validate(logs)
    assert _validate([{"version": "2.1.0"}]) != ""
    first, folder, _, accepted = (log["runs"][0] for log in logs)
    assert len(first["results"]) == 2, first
    assert [note["level"] for note in folder["invocations"][0]["toolExecutionNotifications"]] == ["warning"] * 2
    assert all("suppressions" in result for result in accepted["results"])
    delivered = DRAFT.encode()
    for result in first["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        assert place["artifactLocation"]["uri"].endswith("/pile/a%20b:%201.md"), place
        at = region["byteOffset"]
        assert delivered[at:at + region["byteLength"]].decode() == region["snippet"]["text"], region
        line = DRAFT.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1:region["endColumn"] - 1] == region["snippet"]["text"], region
        for related in result["relatedLocations"]:
            at = related["physicalLocation"]["region"]["byteOffset"]
            size = related["physicalLocation"]["region"]["byteLength"]
            assert TALK.encode()[at:at + size].decode() == related["physicalLocation"]["region"]["snippet"]["text"]


def a_baseline_outlives_edits_elsewhere(pile):
    talk = pile.write("talk.txt", TALK)
    draft = pile.write("draft.txt", DRAFT)
    base = str(pile.root / "base.jsonl")
    _check(pile, draft, "--against", talk, code=1)
    _check(pile, draft, "--against", talk, "--baseline", base, code=2)
    _check(pile, draft, "--against", talk, "--baseline", base, "--write-baseline", code=0)
    pile.write("draft.txt", "A new first line.\n\n" + DRAFT.replace("first day of summer,", "first  day of\nsummer,"))
    _check(pile, draft, "--against", talk, "--baseline", base, code=0)
    pile.write("draft.txt", DRAFT.replace("open to every", "open to no"))
    out, _ = _check(pile, draft, "--against", talk, "--baseline", base, "--format", "line", code=1)
    assert out.count("\n") == 1 and "open to" in out, out
    pathlib.Path(base).write_text("no baseline\n")
    _check(pile, draft, "--against", talk, "--baseline", base, code=2)
    _check(pile, draft, "--against", talk, "--write-baseline", code=2)


def nothing_to_compare_with_is_no_pass(pile):
    empty = pile.write("empty.txt", "")
    blank = pile.write("blank.txt", " \n\t\n")
    draft = pile.write("draft.txt", DRAFT)
    folder = pile.root / "nothing"
    folder.mkdir()
    for source in (empty, blank, str(folder)):
        out, _ = _check(pile, draft, "--against", source, "--json", code=1)
        assert {row["verdict"] for row in _json(out)} == {"NOT CHECKABLE"}, out
    for source in ("missing.txt", "missing/"):
        _, err = _check(pile, draft, "--against", source, code=2)
        assert "missing" in err, err
    pdf = pile.write("talk.pdf", b"%PDF-1.7\n1 0 obj\n")
    _, err = _check(pile, draft, "--against", pdf, code=2)
    assert "pdf" in err, err
    # Nothing quoted is nothing wrong; a draft that cannot be read is.
    _check(pile, empty, "--against", pile.write("talk.txt", TALK), code=0)
    _check(pile, pile.write("draft.bin", bytes(range(256)) * 40), "--against", empty, code=2)
    # A draft never vouches for itself.
    out, _ = _check(pile, draft, "--against", str(pile.root / "pile"), "--json", code=1)
    assert "ALTERED" in {row["verdict"] for row in _json(out)}, out


def drafts_and_sources_in_one_folder(pile):
    pile.write("talk/talk.txt", TALK)
    draft = pile.write("draft.txt", DRAFT)
    folder = str(pile.root / "pile")
    for drafts, sources in ((folder, folder + "/talk"), (draft, folder), (folder, folder + "/talk/talk.txt")):
        out, _ = _check(pile, drafts, "--against", sources, "--json", code=1)
        assert [row["verdict"] for row in _json(out)] == ["EXACT", "ALTERED", "TRIMMED"], out
        assert {row["draft"] for row in _json(out)} == {draft}, out
    out, _ = _check(pile, folder, "--against", folder, "--json", code=1)
    assert {row["verdict"] for row in _json(out)} == {"NOT CHECKABLE"}, out


def no_record_is_made(pile):
    talk, draft = pile.write("talk.txt", TALK), pile.write("draft.txt", DRAFT)
    before = sorted(os.listdir(pile.root))
    _check(pile, draft, "--against", talk, code=1)
    pile.run("verify", "We have time", "--against", talk, code=0)
    assert sorted(os.listdir(pile.root)) == before


def a_folder_that_may_not_be_read(pile):
    secret = pile.root / "pile" / "secret"
    draft = pile.write("draft.txt", DRAFT)
    pile.write("secret/talk.txt", TALK)
    secret.chmod(0)
    more = {}
    if os.geteuid() == 0:
        os.chmod(pile.root, 0o755)
        more = {"preexec_fn": lambda: os.setuid(65534)}
    try:
        for source in (str(secret), str(pile.root / "pile")):
            _, err = pile.run("check", draft, "--against", source, code=2, **more)
            assert b"read" in err, err
    finally:
        secret.chmod(0o755)


def sources_through_a_pipe(pile):
    draft = pile.write("draft.txt", "“We have time,” Weil said.\n")
    pipe = str(pile.root / "pipe")
    os.mkfifo(pipe)
    process = pile.start("check", draft, "--against", pipe)
    with open(pipe, "w", encoding="utf-8") as stream:
        stream.write(TALK)
    assert process.wait(60) == 0
    shell = f"cat '{draft}' | '{pile.program}' check - --against /dev/fd/3 3<<END\n{TALK}END\n"
    assert subprocess.run(["sh", "-c", shell], capture_output=True, check=False).returncode == 0


def a_huge_draft_of_quotations(pile):
    talk = pile.write("talk.txt", TALK)
    draft = pile.write("draft.txt", "He said “we have time” again, and “we will never have it” too.\n\n" * 20000)
    begun = time.monotonic()
    out, err = _check(pile, draft, "--against", talk, "--format", "line", code=1)
    assert out.count("\n") == 20000 and "40000 quotations" in err, err
    assert time.monotonic() - begun < 60
    reader = subprocess.Popen([pile.program, "check", draft, "--against", talk], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, cwd=pile.root, env=pile.env)
    reader.stdout.readline()
    reader.stdout.close()
    assert reader.wait(60) in (0, 1) and b"terminate" not in reader.stderr.read()
    stopped = pile.start("check", draft, "--against", talk)
    time.sleep(0.2)
    stopped.send_signal(signal.SIGINT)
    assert stopped.wait(20) in (-signal.SIGINT, 130, 1, 2)


def two_baselines_at_once(pile):
    talk, draft = pile.write("talk.txt", TALK), pile.write("draft.txt", DRAFT * 50)
    base = str(pile.root / "base.jsonl")
    runs = [pile.start("check", draft, "--against", talk, "--baseline", base, "--write-baseline") for _ in range(6)]
    for run in runs:
        run.communicate(timeout=60)
        assert run.returncode == 0
    _check(pile, draft, "--against", talk, "--baseline", base, code=0)
    assert sorted(os.listdir(pile.root)) == ["base.jsonl", "pile"]


def _places(pile, quote, name, data):
    """Bytes of the file that the answer points at, piece by piece."""
    path = pile.write(name, data)
    out, _ = pile.run("verify", quote, "--against", path, "--json", code=(0, 1))
    answer = json.loads(out)["data"]
    assert answer["places"], (name, answer)
    delivered = data if isinstance(data, bytes) else data.encode()
    pieces = []
    for piece in answer["places"][0]["pieces"]:
        name_of, _, span = piece["id"].rpartition(":")
        assert name_of == path, piece
        begin, end = map(int, span.split("-"))
        pieces.append(delivered[begin:end])
    return answer["verdict"], pieces


def offsets_are_of_the_file_as_delivered(pile):
    quote = "We will not sign the paper"
    whole = quote.encode()
    cases = {
        "plain.txt": "Она: “We will not sign the paper,” she said.\n",
        "bom.txt": b"\xef\xbb\xbfShe said: we waited. We will not sign the paper.\n",
        "page.html": "<!doctype html><title>x</title><script>var a = 'We will sign';</script><p>Она &mdash; said: &ldquo;We will "
                     "not sign the paper&rdquo;</p>",
        "note.md": "---\ntitle: Talk\n---\n# Talk\n\nОна said: “We will not sign the paper,” and left.\n",
        "cp1251.txt": "Она сказала по-русски, что устала, потом: We will not sign the paper.\n".encode("windows-1251"),
    }
    for name, data in cases.items():
        verdict, pieces = _places(pile, quote, name, data)
        assert verdict in ("EXACT", "FOLDED") and pieces == [whole], (name, verdict, pieces)
    wide = "He waited. We will not sign the paper.\n"
    _, pieces = _places(pile, quote, "wide.txt", b"\xff\xfe" + wide.encode("utf-16-le"))
    assert pieces == [quote.encode("utf-16-le")], pieces
    inside = {
        "emphasis.html": ("<p>She said we <em>will</em> not sign <b>the</b> paper.</p>", b"we <em>will</em> not sign <b>the</b> paper"),
        "entity.html": ("<p>She said we will&nbsp;not sign<!-- not --> the paper.</p>", b"we will&nbsp;not sign<!-- not --> the paper"),
        "emphasis.md": ("She said we *will* not sign **the [paper](http://a.example/x \"We will\")**.\n",
                        b"we *will* not sign **the [paper"),
        "quote.md": ("> She said we will\n> not `sign` the\n> paper.\n", b"we will\n> not `sign` the\n> paper"),
        "pdf.txt": ("She said we will not si\xadgn the pa-\nper.\n", "we will not si\xadgn the pa-\nper".encode()),
        "crlf.txt": ("She said we will\r\n  not sign the\r\n  paper.\r\n", b"we will\r\n  not sign the\r\n  paper"),
    }
    for name, (data, wanted) in inside.items():
        verdict, pieces = _places(pile, quote, name, data)
        assert verdict == "FOLDED" and b"".join(pieces) == wanted, (name, verdict, pieces)


def what_a_page_does_not_show_is_not_its_text(pile):
    hidden = {
        "script.html": "<p>One paragraph of a page, with words enough.</p><script>say('the ferry will never sail again')</script>",
        "style.html": "<style>/* the ferry will never sail again */</style><p>One paragraph of a page, with words.</p>",
        "comment.html": "<p>One paragraph of a page.</p><!-- the ferry will never sail again -->",
        "comment.md": "One paragraph of a text.\n\n<!-- the ferry will never sail again -->\n\nAnother one.\n",
        "script.md": "One paragraph.\n\n<script>\nsay('the ferry will never sail again')\n</script>\n\nAnother one.\n",
        "title.md": "One paragraph with [a link](http://a.example/ \"the ferry will never sail again\").\n",
    }
    for name, data in hidden.items():
        path = pile.write(name, data)
        out, _ = pile.run("verify", "the ferry will never sail again", "--against", path, code=1)
        assert out.startswith(b"NOT FOUND"), (name, out)


def pages_of_a_pdf(pile):
    text = ("The Harbour Report                                         4\n\n"
            "The committee found that the of\ufb01ce had not paid the\ncrews for three months, and that nobody had asked why the\n"
            "\f"
            "5                                         The Harbour Report\n\n"
            "money was gone before the win-\nter began.\n")
    path = pile.write("report.txt", text)
    out, _ = pile.run("verify", "the office had not paid the crews for three months, and that nobody had asked why the "
                      "money was gone before the winter began", "--against", path, "--json", code=(0, 1))
    answer = json.loads(out)["data"]
    assert answer["verdict"] == "FOLDED", answer
    spans = [piece["id"].rpartition(":")[2].split("-") for piece in answer["places"][0]["pieces"]]
    delivered = text.encode()
    words = [delivered[int(begin):int(end)].decode() for begin, end in spans]
    assert words[0].startswith("the of\ufb01ce") and words[-1].endswith("win-\nter began"), words


def lists_of_quotations(pile):
    talk = pile.write("talk.txt", TALK)
    rows = [{"quote": "We have time", "id": "a"}, {"quote": "We have no time", "id": 7}]
    lines = pile.write("q.jsonl", "\n".join(json.dumps(row) for row in rows) + "\n")
    array = pile.write("q.json", json.dumps(rows, indent=1))
    for path in (lines, array):
        out, _ = _check(pile, path, "--against", talk, "--json", code=1)
        assert [(row["item"], row["verdict"] == "EXACT") for row in _json(out)] == [("a", True), ("7", False)], out
    for broken in ('{"quote": "a b c"}\n{"quote": ', '{"quote": "a b c"}\n{"id": 1}\n', '{"quote": 3}\n'):
        _, err = _check(pile, pile.write("broken.jsonl", broken), "--against", talk, code=2)
        assert "broken.jsonl" in err, err
