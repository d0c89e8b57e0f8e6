"""Runs that are cut off, held up or starved: what is whole stays, and running again does the rest."""
import contextlib
import os
import pathlib
import resource
import signal
import sqlite3
import subprocess
import time

from pile import Pile, Skipped, article

MANY = 3000


def _fill(pile, count=MANY):
    for number in range(count):
        pile.write(f"{number // 100:03}/{number:05}.txt", article(number))


def _whole_export(pile, count=MANY):
    """What a run that nobody disturbs exports."""
    calm = Pile(pile.program)
    _fill(calm, count)
    calm.run("add", "-q", "pile")
    return calm.export()


def _holds_something(record):
    """Whether anything is committed: a large log may hold what no commit stands behind yet."""
    try:
        with contextlib.closing(sqlite3.connect(f"file:{record}?mode=ro", uri=True, timeout=0)) as asked:
            return asked.execute("SELECT count(*) FROM documents").fetchone()[0] > 0
    except sqlite3.OperationalError:
        return False


def _cut_off(pile, with_signal):
    """Starts an add, waits until something is committed, sends the signal; returns how it ended and how much stood."""
    process = pile.start("add", "-q", "-t", "2", "pile")
    record = pile.root / "readout.db"
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        if _holds_something(record):
            break
        time.sleep(0.005)
    if process.poll() is not None:
        raise Skipped("the run ended before it could be cut off")
    process.send_signal(with_signal)
    process.communicate(timeout=60)
    return process.returncode


def killed_add(pile):
    _fill(pile)
    assert _cut_off(pile, signal.SIGKILL) == -signal.SIGKILL
    pile.sound()
    stood = len(pile.documents())
    pile.run("add", "-q", "pile")
    assert stood < MANY and len(pile.documents()) == MANY, stood
    assert pile.export() == _whole_export(pile)


def interrupted_add(pile):
    """Ctrl-C ends the run in its own words, and keeps what is whole."""
    _fill(pile)
    assert _cut_off(pile, signal.SIGINT) in (1, 2, 130, -signal.SIGINT)
    pile.sound()
    pile.run("add", "-q", "pile")
    assert pile.export() == _whole_export(pile)


def two_adds_at_once(pile):
    _fill(pile, 600)
    both = [pile.start("add", "-q", "pile"), pile.start("add", "-q", "pile")]
    ended = []
    for process in both:
        _, err = process.communicate(timeout=120)
        ended.append((process.returncode, err))
    assert any(code == 0 for code, _ in ended), ended
    assert all(code in (0, 2) for code, _ in ended), ended
    pile.run("add", "-q", "pile")
    pile.sound()
    assert pile.export() == _whole_export(pile, 600)


def reading_while_adding(pile):
    _fill(pile, 600)
    pile.write("000/first.txt", article(9999))
    pile.run("add", "-q", "pile/000/first.txt")
    process = pile.start("add", "-q", "pile")
    while process.poll() is None:
        pile.run("documents", code=0)
    process.communicate()
    assert process.returncode == 0
    pile.sound()


def full_disk(pile):
    """No byte past a limit can be written: the error says so, and what was committed before stands."""
    pile.write("first.txt", article(1))
    pile.run("add", "-q", "pile")
    before = pile.export()
    _fill(pile)
    most = sum(f.stat().st_size for f in pile.root.glob("readout.db*")) + 60000

    def starve():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    _, err = pile.run("add", "-q", "pile", code=2, preexec_fn=starve)
    assert b"readout.db" in err, err
    pile.sound()
    assert b"first" in before and set(before.splitlines()) <= set(pile.export().splitlines())
    pile.run("add", "-q", "pile")
    pile.sound()


def full_standard_output(pile):
    if not os.path.exists("/dev/full"):
        raise Skipped("no /dev/full here")
    pile.write("first.txt", article(1))
    pile.run("add", "-q", "pile")
    with open("/dev/full", "wb") as full:
        ended = subprocess.run([pile.program, "export"], cwd=pile.root, env=pile.env, stdout=full,
                               stderr=subprocess.PIPE, timeout=60, check=False)
    assert ended.returncode == 2 and ended.stderr, ended


def _damage(pile, how):
    """Adds a small pile, damages its record, and asks everything of it: clear words, never a crash."""
    _fill(pile, 60)
    pile.run("add", "-q", "pile")
    path = pile.root / "readout.db"
    with sqlite3.connect(path) as store:
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    path.write_bytes(how(data))
    for verb in (["doctor"], ["documents"], ["statements"], ["search", "ferry"], ["export"], ["verify", "we repaired it"],
                 ["add", "-q", "pile"]):
        _, err = pile.run(*verb, code=(0, 1, 2))
        assert b"terminate" not in err, err
    return pile.run("doctor", code=(0, 1, 2))


def record_cut_short(pile):
    out, err = _damage(pile, lambda data: bytes(data[:len(data) // 2]))
    assert b"damaged" in err or out, (out, err)


def record_overwritten(pile):
    def how(data):
        for at in range(8192, len(data), 9973):
            data[at:at + 64] = b"\xa5" * len(data[at:at + 64])
        return bytes(data)
    out, err = _damage(pile, how)
    assert out + err


def record_of_garbage(pile):
    _, err = _damage(pile, lambda data: b"this is no record\n" * 5000)
    assert b"readout.db" in err, err


def record_of_another_program(pile):
    with sqlite3.connect(pile.root / "readout.db") as store:
        store.execute("CREATE TABLE recipes (name TEXT)")
        store.execute("INSERT INTO recipes VALUES ('soup')")
    pile.write("first.txt", article(1))
    _, err = pile.run("add", "-q", "pile", code=2)
    assert b"readout.db" in err, err
    with sqlite3.connect(pile.root / "readout.db") as store:
        assert store.execute("SELECT name FROM recipes").fetchall() == [("soup",)]


def record_of_a_later_schema(pile):
    pile.write("first.txt", article(1))
    pile.run("add", "-q", "pile")
    with sqlite3.connect(pile.root / "readout.db") as store:
        store.execute("PRAGMA user_version = 9999")
    for verb in (["documents"], ["add", "-q", "pile"]):
        _, err = pile.run(*verb, code=2)
        assert b"readout.db" in err, err


def record_that_may_not_be_written(pile):
    pile.write("first.txt", article(1))
    pile.env["READOUT_RECORD"] = "/proc/readout.db"
    if not pathlib.Path("/proc/self").exists():
        raise Skipped("no /proc here")
    _, err = pile.run("add", "-q", "pile", code=2)
    assert b"/proc/readout.db" in err, err
