"""Hostile bytes, files and names: each becomes a row with a class, the good file beside it is read all the same."""
import os
import pathlib

from pile import Skipped, article

GOOD = "good.txt"


def _classes(row):
    return {doubt["class"] for doubt in row["doubts"]}


def _beside_a_good_one(pile, name, data, code=(0, 1)):
    """Adds the file beside a good one; returns the row of the first."""
    pile.write(name, data)
    pile.write(GOOD, article(1))
    pile.run("add", "-q", "pile", code=code)
    rows = pile.documents()
    assert rows[GOOD]["speeches"] > 0, rows[GOOD]
    assert name in rows, sorted(rows)
    pile.sound()
    return rows[name]


def line_of_100_megabytes(pile):
    row = _beside_a_good_one(pile, "long.txt", b"word " * (20 << 20), code=1)
    assert "too-large" in _classes(row), row


def line_within_the_cap(pile):
    _beside_a_good_one(pile, "long.txt", "“We wait,” she said, ".encode() * 40000)


def nul_bytes(pile):
    row = _beside_a_good_one(pile, "nul.txt", b"\0".join([article(2).encode()] * 2))
    assert _classes(row), row


def invalid_utf8(pile):
    row = _beside_a_good_one(pile, "invalid.txt", article(3).encode().replace(b"reporters", b"report\xc3\x28\xff\xfers"))
    assert _classes(row), row


def nested_tags(pile):
    row = _beside_a_good_one(pile, "deep.html", b"<div>" * 100000 + article(4).encode())
    assert _classes(row), row


def nested_json(pile):
    row = _beside_a_good_one(pile, "plain.txt", b"[" * 1000000)
    assert _classes(row), row


def binary(pile):
    row = _beside_a_good_one(pile, "picture.bin", bytes(range(256)) * 400, code=1)
    assert _classes(row) & {"binary", "not-a-document"}, row


def empty(pile):
    row = _beside_a_good_one(pile, "empty.txt", b"", code=1)
    assert "empty" in _classes(row), row


def dangling_link(pile):
    pile.write(GOOD, article(5))
    os.symlink("nowhere.txt", pile.root / "pile" / "link.txt")
    out, err = pile.run("add", "pile", code=1)
    assert b"link.txt" in out + err
    assert pile.documents()[GOOD]["speeches"] > 0


def link_to_its_own_folder(pile):
    pile.write(GOOD, article(5))
    os.symlink(".", pile.root / "pile" / "again")
    pile.run("add", "-q", "pile", code=(0, 1))
    assert pile.documents()[GOOD]["speeches"] > 0


def pipe_among_the_files(pile):
    """A named pipe that nobody writes to must not hold up the run."""
    pile.write(GOOD, article(5))
    os.mkfifo(pile.root / "pile" / "pipe.txt")
    pile.run("add", "-q", "pile", code=(0, 1))
    assert pile.documents()[GOOD]["speeches"] > 0


def file_without_permission(pile):
    pile.write(GOOD, article(6))
    closed = pathlib.Path(pile.write("closed.txt", article(7)))
    closed.chmod(0)
    more = {}
    if os.geteuid() == 0:  # root may read everything: run as nobody
        pile.root.chmod(0o777)
        more = {"user": 65534, "group": 65534}
        for folder in pathlib.Path(pile.program).parents:
            if not folder.stat().st_mode & 0o001:
                raise Skipped(f"root, and nobody may not enter {folder}")
    out, err = pile.run("add", "pile", code=1, **more)
    assert b"closed.txt" in out + err and b"unreadable" in out + err, (out, err)
    assert pile.documents()[GOOD]["speeches"] > 0


def folder_in_place_of_a_record(pile):
    pile.write(GOOD, article(8))
    (pile.root / "readout.db").mkdir()
    _, err = pile.run("add", "-q", "pile", code=2)
    assert b"readout.db" in err


def hostile_names(pile):
    """Names with a line break, an escape sequence, a leading dash, quotes, bytes that are no UTF-8."""
    names = [b"two\nlines.txt", b"red\x1b[31m.txt", b"-rf.txt", b"--help", b"it's \"quoted\".txt", b"latin\xe9.txt",
             "bidi\u202e.txt".encode(), b" .txt", b"%s%n.txt", b"a'; DROP TABLE documents;--.txt"]
    folder = os.fsencode(pile.root / "pile")
    os.mkdir(folder)
    for number, name in enumerate(names):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(article(number).encode())
    out, err = pile.run("add", "pile")
    assert b"\x1b" not in out + err
    assert b"\xe2\x80\xae" not in out + err
    out, _ = pile.run("documents", "--json")
    assert len(out.splitlines()) == len(names), out
    out.decode()  # valid UTF-8 whatever the names are
    pile.export().decode()
    pile.sound()
    # A name that opens with a dash is a file after `--`, and never an option when it comes from a folder.
    assert b"known" in b"".join(pile.run("add", "--", "pile/--help"))
    pile.run("quotes", "--", "pile/-rf.txt")
