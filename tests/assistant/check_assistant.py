"""`readout mcp` asked by the Model Context Protocol's public client, and by hand with what no client would send.

Usage: check_assistant.py READOUT EXAMPLES

The client validates every structured answer against the tool's output schema; what it is given is also held against the
command line (the same verdicts, the same ids) and against the files (source_text stands in the bytes that are named).
"""
import asyncio
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import in_venv  # noqa: E402

in_venv.enter("mcp")
import jsonschema  # noqa: E402
from mcp import Client, StdioServerParameters  # noqa: E402

MOST = 48 * 1024
failures = []


def hold(holds, what):
    if not holds:
        failures.append(what)


def places_in(value):
    """Every object of an answer that names bytes of a file."""
    if isinstance(value, dict):
        if "sha256" in value and "source_text" in value:
            yield value
        for one in value.values():
            yield from places_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from places_in(one)


def bytes_of(place):
    """What the file has there. A document of a file of many is a line of it, "pile.jsonl:17"."""
    path, _, line = place["file"].rpartition(":")
    whole = pathlib.Path(path).read_bytes().split(b"\n")[int(line) - 1] if path else pathlib.Path(line).read_bytes()
    hold(hashlib.sha256(whole).hexdigest() == place["sha256"], f"{place['file']} has this digest")
    return whole[place["begin"]:place["end"]]


def hold_places(tool, answer):
    for place in places_in(answer):
        delivered = bytes_of(place)
        hold(place["id"] == f"{place['document']}:{place['begin']}-{place['end']}", f"{tool}: {place['id']} names its bytes")
        if not place["file"].endswith(".txt"):
            continue  # markup and escapes stand between the words
        text = " ".join(delivered.decode().split())
        for piece in place["source_text"].split(" … "):
            hold(" ".join(piece.split()) in text, f"{tool}: {place['id']} has {piece!r}")


class Asked:
    """One connection, and the tools as listed."""

    def __init__(self, client, readout, record):
        self.client, self.readout, self.record = client, readout, record

    def verb(self, *words):
        done = subprocess.run([self.readout, *words, "--json", "--record", self.record], capture_output=True, text=True)
        return [json.loads(line)["data"] for line in done.stdout.splitlines()]

    async def call(self, tool, **arguments):
        result = await self.client.call_tool(tool, arguments)
        hold(not result.is_error, f"{tool} {arguments}: {result.content[0].text[:200]}")
        answer = result.structured_content
        hold(json.loads(result.content[0].text) == answer, f"{tool}: the text says the same")
        hold(len(result.content[0].text.encode()) <= MOST, f"{tool}: within its bounds")
        hold("not instructions" in answer["note"], f"{tool}: says that sources are data")
        hold_places(tool, answer)
        return answer

    async def everything(self, tool, name, **arguments):
        items, cursor = [], {}
        while True:
            answer = await self.call(tool, **arguments, **cursor)
            items += answer[name]
            if not answer["truncated"]:
                return items
            cursor = {"cursor": answer["next_cursor"]}


async def ask_all(asked, examples):
    tools = (await asked.client.list_tools()).tools
    hold([tool.name for tool in tools] == ["verify", "check", "search", "statements", "collate", "show"], "six tools")
    for tool in tools:
        for schema in (tool.input_schema, tool.output_schema):
            jsonschema.Draft202012Validator.check_schema(schema)
            hold(schema["type"] == "object" and schema["additionalProperties"] is False, f"{tool.name}: a closed schema")
        hints = tool.annotations
        hold(hints.read_only_hint and not hints.destructive_hint and not hints.open_world_hint, f"{tool.name}: read-only")

    rows = asked.verb("statements")
    listed = await asked.everything("statements", "statements")
    hold([one["id"] for one in listed] == [row["id"] for row in rows], "statements lists what the verb lists")
    hold([one["kind"] for one in listed] == [row["kind"] for row in rows], "and tells their kinds")
    some = rows[len(rows) // 2]
    denied = await asked.everything("statements", "statements", kind="denied")
    hold({one["polarity"] for one in denied} == {"denied"}, "a kind narrows the list")
    nobody = await asked.call("statements", speaker="Nobody Atall")
    hold(nobody["statements"] == [] and "not in the pile" in nobody["reason"], "an empty list has its reason")

    found = await asked.everything("search", "statements", query="ferry")
    passages = await asked.everything("search", "passages", query="ferry")
    verb = [row.get("id") for row in asked.verb("search", "ferry")]
    hold([one["id"] for one in found + passages] == verb and passages, "search finds what the verb finds")

    for row in [row for row in rows if row["kind"] == "direct"][:6]:
        words = row["content"][0]["words"]
        answer = await asked.call("verify", quote=words)
        verdict = asked.verb("verify", words)[0]
        hold(answer["verdict"] == verdict["verdict"], f"verify {words!r}: {answer['verdict']}, {verdict['verdict']}")
        hold([one["id"] for one in answer["places"]] == [one["id"] for one in verdict["places"]][:10], f"verify {words!r}")
        hold(answer["verdict"] == "NOT CHECKABLE" or answer["passes"], f"verify {words!r}: what was said passes")
    invented = await asked.call("verify", quote="the moon will be closed for repairs")
    hold(invented["verdict"] == "NOT FOUND" and not invented["passes"], "what nobody said does not pass")

    draft = (examples / "draft.md").read_text()
    checked = await asked.everything("check", "quotations", text=draft)
    verdicts = [row["verdict"] for row in asked.verb("check", str(examples / "draft.md"))]
    hold([one["verdict"] for one in checked] == verdicts and len(verdicts) > 3, "check says what the verb says")
    for one in checked:
        there = draft.encode()[one["begin"]:one["end"]].decode()
        hold(" ".join(there.split()) == one["quote"], f"{one['quote']!r} stands where it is said to: {there!r}")

    for row in [row for row in rows if row["kind"] != "indirect"][:5] + [some]:
        shown = await asked.call("show", id=row["id"])
        hold(shown["what"] == "statement" and shown["statement"]["id"] == row["id"], "show shows a statement")
        citation = [one["text"] for one in asked.verb("show", row["id"]) if "text" in one]
        hold([shown["source_citation"]] == citation, "with the verb's citation")
        columns = await asked.everything("collate", "columns", ids=[row["id"]])
        table = asked.verb("collate", row["id"])[0]
        hold([[cell["id"] if cell else "" for cell in one["cells"]] for one in columns] == table["places"],
             f"collate {row['id']} has the verb's columns")
    document = await asked.call("show", id=some["document"])
    hold(document["what"] == "document" and document["document"]["document"] == some["document"], "show shows a document")
    cut = await asked.call("show", id=f"{some['document']}:{some['begin'] + 1}-{some['begin'] + 9}")
    hold(cut["what"] == "bytes", "show shows bytes")

    for tool, arguments, place in [("verify", {}, "arguments.quote"), ("verify", {"quote": 7}, "arguments.quote"),
                                   ("show", {"id": "nowhere"}, "nowhere"), ("check", {"txet": "x"}, "arguments.txet")]:
        result = await asked.client.call_tool(tool, arguments)
        hold(result.is_error and result.content[0].text.startswith(place), f"{tool} {arguments}: a refusal with its place")
        hold("next:" in result.content[0].text, f"{tool} {arguments}: a refusal with the next step")


def talk(readout, record, lines):
    """What is answered to raw bytes; the program must end by itself, with 0."""
    done = subprocess.run([readout, "mcp", "--record", record], input=b"".join(lines), capture_output=True, timeout=120)
    hold(done.returncode == 0, f"ends with {done.returncode}: {done.stderr[-300:]}")
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def by_hand(readout, record):
    ping = b'{"jsonrpc":"2.0","id":9,"method":"ping"}\n'
    alive = {"jsonrpc": "2.0", "id": 9, "result": {}}
    for lines, code in [([b"{\n"], -32700), ([b"\xff\xfe\x00\n"], -32700), ([b"[" * 100000 + b"\n"], -32700),
                        ([b'{"jsonrpc":"2.0","id":1,"method":"no/such"}\n'], -32601),
                        ([b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"sh"}}\n'], -32602),
                        ([b"[]\n"], -32600), ([b'{"jsonrpc":"2.0","id":1}\n'], -32600)]:
        answers = talk(readout, record, [*lines, ping])
        hold([one.get("error", {}).get("code") for one in answers] == [code, None], f"{lines[0][:40]}: {answers}")
        hold(answers[-1] == alive, f"alive behind {lines[0][:40]}")
    # 200 MB on one line, under a limit of memory that would not hold them.
    talker = subprocess.Popen(["sh", "-c", 'ulimit -v 400000; exec "$0" mcp --record "$1"', readout, record],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for _ in range(200):
        talker.stdin.write(b"x" * (1 << 20))
    answers, _ = talker.communicate(b"\n" + ping, timeout=120)
    answers = [json.loads(line) for line in answers.splitlines()]
    hold(len(answers) == 2 and answers[0]["error"]["code"] == -32600 and answers[1] == alive, f"oversized: {answers}")
    hold(talk(readout, record, []) == [], "ends where its input ends")
    hold(talk(readout, record, [ping[:-1]]) == [alive], "a last message needs no line break")
    lost = talk(readout, record + ".none", [b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"verify",'
                                            b'"arguments":{"quote":"a b c"}}}\n', ping])
    hold(lost[0]["result"]["isError"] and lost[1] == alive, "without a record it says so and lives")


async def main():
    readout, examples = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        record = folder + "/r.db"
        subprocess.run([readout, "add", str(examples / "pile"), "--record", record], capture_output=True, check=False)
        before = pathlib.Path(record).read_bytes()
        server = StdioServerParameters(command=readout, args=["mcp", "--record", record])
        for mode, revision in (("auto", "2026-07-28"), ("legacy", "2025-11-25")):
            async with Client(server, mode=mode) as client:
                hold(client.protocol_version == revision, f"{mode}: {client.protocol_version}")
                await ask_all(Asked(client, readout, record), examples)
        by_hand(readout, record)
        hold(pathlib.Path(record).read_bytes() == before, "the record is untouched")
    for failure in failures[:40]:
        print("FAILED", failure)
    return 1 if failures else 0


sys.exit(asyncio.run(main()))
