#!/usr/bin/env python3
"""Holds `readout report` to its promises: one file that asks for nothing, every link leads, no word where none may stand."""
import base64
import hashlib
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "wbr", "col"}
# What SVG calls an element that closes itself.
TAGS = set("""html head meta title link style body a header nav ul li main h1 h2 h3 h4 dl dt dd p section figure figcaption svg desc path
    text g circle rect ol blockquote span bdi small table thead tbody tfoot tr th td div footer code article mark details summary
    aside br wbr del ins em strong sup sub b i abbr time cite q caption colgroup col""".split())
HOSTILE = {
    "markup.txt": "Talks in Ellis </title><script>alert(1)</script>\n\nThe council of Port Ellis met on Monday evening and talked for "
                  "three hours.\n\n“We shall keep the <img src=http://example.org/x onerror=alert(1)> quay and &quot;all&quot; the "
                  "ships,” Ada Lindqvist said on Monday.\n\n“It is ]]> -->' \" style=\"x\" href=\"#top\" id=\"main\" open,” Ada "
                  "Lindqvist said on Monday.\n",
    "a\"b<c>'d&e.txt": "The council of Port Ellis met on Monday evening and talked for three hours.\n\n“We shall sell the old ferry "
                       "before the winter,” Ada Lindqvist told the Ellis Courier on Monday.\n",
    "page.html": "<html><head><title>A &lt;b&gt; C</title><link rel=canonical href=\"javascript:alert(1)\"></head><body><p>&ldquo;We "
                 "shall sell the old ferry before winter,&rdquo; the mayor, Ada Lindqvist, said on March 3, 2027.</p></body></html>",
}
faults = []


def expect(holds, *why):
    if not holds:
        faults.append(" ".join(str(each) for each in why)[:400])


class Page(HTMLParser):
    """Tags balanced, ids, links, and the words outside the style sheet."""

    def __init__(self, text, where):
        super().__init__(convert_charrefs=True)
        self.where, self.open, self.ids, self.links, self.words, self.rows = where, [], [], [], [], []
        self.feed(text)
        expect(not self.open, where, "left open", self.open)

    def handle_starttag(self, tag, attributes):
        expect(tag in TAGS, self.where, "a tag that no template has:", tag)
        for name, value in attributes:
            expect(not name.startswith("on") and name not in ("src", "style", "action", "srcdoc", "background"), self.where,
                   "attribute", name)
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)
            if name in ("aria-label", "title", "content"):
                self.words.append(value)
        expect(not (tag == "meta" and dict(attributes).get("http-equiv", "").lower() == "refresh"), self.where, "refresh")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        expect(self.open and self.open[-1] == tag, self.where, "closed", tag, "in", self.open[-3:], self.getpos())
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)
            if self.open and self.open[-1] in ("td", "th", "bdi", "code", "a") and self.rows:
                self.rows[-1].append(data)


class Record:
    def __init__(self, program, folder, files):
        self.program, self.folder = program, folder
        self.run("add", "--quiet", *files, fails=True)
        self.rows = [json.loads(line) for line in self.run("export").splitlines()]
        self.texts = {row["data"]["sha256"]: row["data"] for row in
                      map(json.loads, self.run("export", "-f", "texts").splitlines())}

    def run(self, *arguments, fails=False):
        done = subprocess.run([self.program, *arguments], cwd=self.folder, capture_output=True, timeout=120, check=False)
        expect(fails or done.returncode == 0, "exit", done.returncode, arguments, done.stderr.decode())
        return done.stdout.decode("utf-8")

    def report(self, *arguments):
        self.run("report", "out.html", *arguments)
        return (pathlib.Path(self.folder) / "out.html").read_text("utf-8")


def check_file(text, where):
    page = Page(text, where)
    expect(len(set(page.ids)) == len(page.ids), where, "ids twice:", [one for one in page.ids if page.ids.count(one) > 1][:5])
    for link in page.links:
        outside = link.startswith(("http://", "https://"))
        expect(outside or link == "data:," or (link[0] == "#" and link[1:] in page.ids), where, "leads nowhere:", link)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', text).group(1))
    expect("default-src 'none'" in policy and "'sha256-" + digest + "'" in policy, where, "policy", policy)
    expect("url(" not in style and "@import" not in style, where, "the sheet asks for something")
    expect("/tmp" not in text, where, "tells a path")
    return page


def tokens(text):
    return re.findall(r"\w+", text.casefold())


def check_without_text(record, where):
    page = check_file(record.report("--without-text"), where)
    names = set()
    for row in record.rows:
        data = row["data"]
        if row["type"] == "speech" and data["person"] and data["person"]["kind"] in ("person", "institution"):
            names.add(data["person"]["name"])
        if row["type"] == "document":
            names |= {data.get("outlet") or "", data.get("agency") or "", data["name"]}
    runs = set()
    for text in record.texts.values():
        words = tokens(text["text"])
        runs |= set(zip(words, words[1:], words[2:]))
    allowed = {tuple(run) for name in names for run in [tokens(name)]}
    for piece in page.words:
        words = tokens(piece)
        for run in zip(words, words[1:], words[2:]):
            named = any(run == name[i:i + 3] for name in allowed for i in range(len(name) - 2))
            # Dates and bytes are numbers of ours.
            expect(run not in runs or named or all(word.isdigit() or len(word) == 1 for word in run), where, "words of a text:", run)
    files = {hashlib.sha256(path.read_bytes()).hexdigest(): path.read_bytes()
             for path in pathlib.Path(record.folder).iterdir() if path.is_file()}
    speeches = {row["data"]["id"]: row["data"] for row in record.rows if row["type"] == "speech"}
    checked = 0
    for row in page.rows:
        ids = [cell for cell in row if cell in speeches]
        digests = [cell for cell in row if re.fullmatch(r"[0-9a-f]{16}", cell)]
        if len(digests) != 1 or not ids:
            continue
        speech = speeches[ids[-1]]
        whole = files.get(speech["sha256"])
        if whole is None:  # one of the lines of a file of many
            continue
        begin, end = map(int, ids[-1].rsplit(":", 1)[1].split("-"))
        expect(hashlib.sha256(whole[begin:end]).hexdigest().startswith(digests[0]), where, "digest of", ids[-1])
        checked += 1
    expect(checked >= 3, where, "only", checked, "lines checked")
    return checked


def main():
    program, examples = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    pile = {path.name: path.read_bytes() for path in (examples / "pile").iterdir()}
    with tempfile.TemporaryDirectory() as folder:
        for name, data in pile.items():
            (pathlib.Path(folder) / name).write_bytes(data)
        record = Record(program, folder, sorted(pile))
        once = record.report()
        check_file(once, "pile")
        speeches = [row["data"] for row in record.rows if row["type"] == "speech"]
        for speech in speeches:
            for piece in speech["content"]:
                expect(html.escape(" ".join(piece["words"].split())[:60]).replace("&#x27;", "&#39;") in " ".join(once.split()),
                       "pile: words are missing", piece["words"])
        expect(once == record.report(), "another run gives other bytes")
        (pathlib.Path(folder) / "readout.db").unlink()
        expect(once == Record(program, folder, sorted(pile, reverse=True)).report(), "another order of arrival gives other bytes")
        check_file(record.report("--statement", speeches[5]["id"]), "statement")
        check_file(record.report("--document", "104"), "document")
        check_file(record.report("--person", "Anton Velichko"), "person")
        check_file(record.report("--since", "2026-03-14", "--until", "2026-03-16"), "period")
        print(len(once), "bytes;", check_without_text(record, "pile without text"), "lines of the ledger checked")
        kept = (pathlib.Path(folder) / "out.html").read_bytes()
        done = subprocess.run([program, "report", "out.html", "--document", "nosuch"], cwd=folder, capture_output=True, check=False)
        expect(done.returncode == 1 and (pathlib.Path(folder) / "out.html").read_bytes() == kept, "a failed run touched the file")
        done = subprocess.run([program, "report", "no/such/folder.html"], cwd=folder, capture_output=True, check=False)
        expect(done.returncode == 2 and b"could not be written" in done.stderr, "no folder", done.stderr)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in HOSTILE.items():
            (pathlib.Path(folder) / name).write_text(text, "utf-8")
        record = Record(program, folder, ["."])
        check_file(record.report(), "hostile")
        check_without_text(record, "hostile without text")
    for fault in faults[:40]:
        print("FAULT", fault)
    print(len(faults), "faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
